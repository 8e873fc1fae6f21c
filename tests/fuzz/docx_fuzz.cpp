// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Exported DOCX that were changed: told what is foreign in them, or read, and then their text can be read too.
#include "base/archive.h"
#include "core/notice/noticereader.h"
#include "document/compose/compose.h"
#include "document/docx/docx.h"
#include "exchange/docx/docxforeign.h"
#include "exchange/docx/docxtext.h"
#include "fuzz/driver.h"
#include "fuzz/mutation.h"
#include "fuzz/notices.h"
#include "generate/reports.h"

#include <QCoreApplication>

using namespace zhibao;

namespace {

using generate::Random;

// What XML is made of, and what tries the readers of a DOCX.
const QByteArrayList pieces{"<", ">", "/>", "</w:p>", "<w:p>", "<w:tbl>", "<w:tc>", "<w:r><w:t>x</w:t></w:r>", "\"",
    "&", "&#0;", "&#xFFFF;", "&x;", "<!--", "]]>", "<![CDATA[", "<!DOCTYPE x [<!ENTITY x \"x\">]>", "<?x?>",
    "w:val=\"\"", "w:val=\"4294967296\"", "w:val=\"-1\"", "xmlns:w=\"x\"", "<w:gridSpan w:val=\"2147483647\"/>",
    "<w:gridSpan w:val=\"60\"/>", "<w:gridCol w:w=\"430\"/>", "<w:vMerge w:val=\"continue\"/>",
    "<w:basedOn w:val=\"Title\"/>", "<w:vanish/>", "\xEF\xBB\xBF", "\xC0\x80", "\xED\xA0\x80", "\xEF\xBF\xBE"};

const QByteArray &pick(const QByteArrayList &choices, Random &random)
{
    return choices.at(random.below(static_cast<int>(choices.size())));
}

QByteArray withPiece(QByteArray xml, Random &random)
{
    const QByteArray &piece = pick(pieces, random);
    const auto at = static_cast<qsizetype>(random.below(static_cast<int>(xml.size()) + 1));
    const qsizetype tag = xml.indexOf('<', at);
    return random.chance(500) || tag < 0 ? xml.insert(at, piece) : xml.insert(tag, piece);
}

// Another number where the file states one.
QByteArray withNumber(QByteArray xml, Random &random)
{
    static const QByteArrayList numbers{"", "0", "-1", "1", "2", "63", "31680", "65536", "2147483647", "-2147483648",
        "4294967295", "4294967296", "99999999999999999999", "1e9", "0x7fffffff", "NaN"};
    const qsizetype from = xml.indexOf("=\"", random.below(static_cast<int>(xml.size()) + 1)) + 2;
    const qsizetype to = xml.indexOf('"', from);
    return from < 2 || to < 0 ? xml : xml.replace(from, to - from, pick(numbers, random));
}

// Mostly a part is changed and packed again, or else no reader would get beyond the archive.
QByteArray mutated(const QByteArray &docx, const QByteArray &other, Random &random)
{
    Result<QList<ArchivePart>> parts = zipParts(docx);
    const Result<QList<ArchivePart>> others = zipParts(other);
    if (!parts || !others || random.chance(200))
        return fuzz::mutatedBytes(docx, other, random);
    QList<ArchivePart> &mutants = parts.value();
    ArchivePart &part = mutants[random.below(static_cast<int>(mutants.size()))];
    const ArchivePart &donor = others->at(random.below(static_cast<int>(others->size())));
    if (random.chance(300))
        part.bytes = withNumber(part.bytes, random);
    else if (random.chance(500))
        part.bytes = withPiece(part.bytes, random);
    else
        part.bytes = fuzz::mutatedBytes(part.bytes, donor.bytes, random);
    return *zipArchive(mutants);
}

fuzz::Outcome outcomeOf(const QByteArray &input)
{
    const QString path = QStringLiteral("文件.docx");
    const Result<DocumentText> text = docxText(input, path);
    if (!text && text.error().arguments.value(0) != path)
        fuzz::fail("the refusal does not name the file");
    const QList<ForeignContent> foreign = foreignContent(input);
    if (!text && foreign.isEmpty())
        fuzz::fail("nothing is foreign in what cannot be read");
    return foreign.isEmpty() ? fuzz::Outcome::Accepted : fuzz::Outcome::Refused;
}

QList<QByteArray> seeds()
{
    const QDateTime created(QDate(2023, 12, 20), QTime(8, 30), Qt::UTC);
    QList<QByteArray> files;
    for (const Notice &notice : fuzz::notices()) {
        for (const Form &form : notice.forms) {
            for (quint32 seed = 1; seed <= 3; ++seed) {
                const Report report = generateReport(notice, seed, {static_cast<int>(seed) % 3, 20, 200});
                files.append(*writeDocx(compose(report, notice, form.id), created));
            }
        }
    }
    return files;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return fuzz::run({seeds(), mutated, outcomeOf});
}
