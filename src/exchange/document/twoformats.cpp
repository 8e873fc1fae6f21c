// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/twoformats.h"

#include "exchange/document/documenttext.h"

#include <algorithm>

namespace zhibao {

namespace {

// What the directory of a zip archive is found by (APPNOTE 4.3.12, 4.3.16), whatever else it says: programs differ in
// what they believe of the sizes and places in it, and mend what is wrong. Both marks by chance stand in one of 10
// million files of a megabyte.
bool hasZipDirectory(const QByteArray &bytes)
{
    return bytes.contains("PK\1\2") && bytes.contains("PK\5\6");
}

} // namespace

bool holdsTwoFormats(const QByteArray &bytes)
{
    if (bytes.startsWith("%PDF-"))
        return hasZipDirectory(bytes);
    if (bytes.startsWith("PK\3\4"))
        return bytes.contains("%PDF-");
    return bytes.first(std::min(bytes.size(), pdfHeadSize)).contains("%PDF-");
}

bool isEncryptedPackage(const QByteArray &bytes)
{
    const QString stream = QStringLiteral("EncryptedPackage");
    const QByteArrayView name(reinterpret_cast<const char *>(stream.utf16()), stream.size() * 2);
    return bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") && bytes.contains(name);
}

} // namespace zhibao
