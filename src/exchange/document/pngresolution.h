// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace zhibao {

// A PNG without the chunk that tells its resolution (ISO/IEC 15948 11.3.5.3), which used to be that of the screen at
// hand, and says nothing where the text says how large the picture is. Unchanged where it is no chain of chunks from
// the first to the last byte, since programs may find another picture in it then.
QByteArray withoutResolution(const QByteArray &png);

} // namespace zhibao
