// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/report/savefacts.h"

#include "core/text/wordcount.h"

namespace zhibao {

SaveFacts saveFacts(const Report &report, const Notice &notice)
{
    SaveFacts facts;
    for (const Form &form : notice.forms) {
        facts.words += countForm(report, notice, form.id).words;
    }
    facts.progress = progressOf(report, notice);
    facts.due = dueOf(report, notice);
    return facts;
}

} // namespace zhibao
