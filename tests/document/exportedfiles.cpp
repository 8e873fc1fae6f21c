// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/exportedfiles.h"

#include "core/data.h"
#include "document/docx/docx.h"
#include "document/layout/paginate.h"
#include "document/pdf/pdf.h"

#include <QFile>

namespace zhibao::test {

namespace {

const QDateTime moment(QDate(2023, 12, 20), QTime(8, 30), Qt::OffsetFromUTC, 8 * 3600);

QString write(const Result<QByteArray> &bytes, const QString &path)
{
    REQUIRE(bytes);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(*bytes) == bytes->size());
    return path;
}

} // namespace

Pages laidOut(const Document &document, Fonts &fonts)
{
    const Result<Pages> pages = paginate(document, fonts);
    REQUIRE(pages);
    return *pages;
}

QString writePdfFile(const Pages &pages, Fonts &fonts, const QString &path)
{
    return write(writePdf(pages, fonts, moment), path);
}

QString writeDocxFile(const Document &document, const QString &path)
{
    return write(writeDocx(document, moment), path);
}

} // namespace zhibao::test
