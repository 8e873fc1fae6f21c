// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/intake/plan.h"

#include <QString>

namespace zhibao {

// What the command line calls these.
QString nameOf(FilledKind kind); // "docx", "xls", "report", …
QString nameOf(FilledNoteCode code); // "changes-accepted", …
QString nameOf(IntakeChange::What what); // "added", "changed", "removed", "conflict"
QString nameOf(IntakeQuestion::Kind kind); // "unit", "form", "column", …
QString nameOf(const NotTakenText &text); // why: "header", "total", …; of what the reader left out its reason
// Where it is in the file: tables[0].rows[3].columns[2], paragraphs[4]; the name of a part; "" where nobody knows.
QString nameOf(const FilledPlace &place);

} // namespace zhibao
