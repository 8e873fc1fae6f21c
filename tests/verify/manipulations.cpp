// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "verify/manipulations.h"

#include <QPointF>
#include <QRegularExpression>
#include <QStringList>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <functional>
#include <set>

namespace zhibao::test {

namespace {

using generate::Random;

// The content of one page as text, in pieces: lines of text from BT to ET, and what stands between them.
class PageContent {
public:
    explicit PageContent(QPDFPageObjectHelper page)
        : m_page(std::move(page))
    {
        m_page.coalesceContentStreams();
        const auto data = m_page.getObjectHandle().getKey("/Contents").getStreamData(qpdf_dl_generalized);
        m_text = QString::fromLatin1(
            reinterpret_cast<const char *>(data->getBuffer()), static_cast<qsizetype>(data->getSize()));
    }

    // Rewrites one line of text.
    void changeLine(Random &random, const std::function<QString(const QString &)> &change)
    {
        static const QRegularExpression line(
            QStringLiteral("BT\\n.*?ET\\n"), QRegularExpression::DotMatchesEverythingOption);
        QList<QRegularExpressionMatch> lines;
        for (auto found = line.globalMatch(m_text); found.hasNext();)
            lines.append(found.next());
        const QRegularExpressionMatch chosen = lines.at(random.below(static_cast<int>(lines.size())));
        m_text.replace(chosen.capturedStart(), chosen.capturedLength(), change(chosen.captured()));
    }

    // Where a line of text begins: "x y", points from the lower left corner.
    QPointF place(Random &random)
    {
        static const QRegularExpression matrix(QStringLiteral("1 0 0 1 ([-0-9.]+) ([-0-9.]+) Tm"));
        QList<QPointF> places;
        for (auto found = matrix.globalMatch(m_text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            places.append({match.captured(1).toDouble(), match.captured(2).toDouble()});
        }
        return places.at(random.below(static_cast<int>(places.size())));
    }

    QString &text() { return m_text; }

    void write()
    {
        m_page.getObjectHandle()
            .getKey("/Contents")
            .replaceStreamData(m_text.toStdString(), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }

private:
    QPDFPageObjectHelper m_page;
    QString m_text;
};

QPDFPageObjectHelper anyPage(QPDF &pdf, Random &random)
{
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
    return pages.at(static_cast<std::size_t>(random.below(static_cast<int>(pages.size()))));
}

// A change of the content of any page.
using ContentChange = std::function<void(PageContent &, Random &)>;
using FileChange = std::function<void(QPDF &, Random &)>;

FileChange onContent(const ContentChange &change)
{
    return [change](QPDF &pdf, Random &random) {
        PageContent content(anyPage(pdf, random));
        change(content, random);
        content.write();
    };
}

// Puts operators around a line of text.
FileChange around(const QString &before, const QString &behind)
{
    return onContent([before, behind](PageContent &content, Random &random) {
        content.changeLine(random, [&](const QString &line) { return before + line + behind; });
    });
}

// Puts operators into a line of text, behind its beginning.
FileChange within(const QString &operators, const QString &undone)
{
    return onContent([operators, undone](PageContent &content, Random &random) {
        content.changeLine(random, [&](QString line) {
            return line.replace(QStringLiteral("BT\n"), QStringLiteral("BT\n") + operators)
                .replace(QStringLiteral("ET\n"), undone + QStringLiteral("ET\n"));
        });
    });
}

// Draws a rectangle over some text.
FileChange cover(const QString &colour, double width, double height)
{
    return onContent([colour, width, height](PageContent &content, Random &random) {
        const QPointF at = content.place(random);
        content.text() += QStringLiteral("\nq %1 %2 %3 %4 %5 re f Q\n")
                              .arg(colour)
                              .arg(at.x())
                              .arg(at.y() - 2)
                              .arg(width)
                              .arg(height);
    });
}

void moveLine(PageContent &content, Random &random)
{
    const double across = random.between(-40, 40) / 10.0;
    const double up = random.chance(500) ? 0 : random.between(10, 400) / 10.0;
    content.changeLine(random, [&](const QString &line) {
        return QStringLiteral("q 1 0 0 1 %1 %2 cm\n").arg(across + 0.5).arg(up) + line + QStringLiteral("Q\n");
    });
}

// Another character of the same font in the place of one.
void exchangeGlyph(PageContent &content, Random &random)
{
    static const QRegularExpression string(QStringLiteral("<([0-9a-fA-F]{8,})>"));
    content.changeLine(random, [&](QString line) {
        const QRegularExpressionMatch match = string.match(line);
        if (!match.hasMatch())
            return line;
        const QString codes = match.captured(1);
        const int count = static_cast<int>(codes.size() / 4);
        const int one = random.below(count);
        const int other = random.below(count);
        QStringList all;
        for (int i = 0; i < count; ++i)
            all.append(codes.mid(4 * (i == one ? other : i == other ? one : i), 4));
        return line.replace(match.capturedStart(1), match.capturedLength(1), all.join(QString()));
    });
}

// Text that only a machine reads.
void leaveToReaders(PageContent &content, Random &random)
{
    static const QRegularExpression string(QStringLiteral("\\[<.*?>\\]TJ\\n"));
    content.changeLine(random, [&](QString line) { return line.remove(string); });
}

void removeRule(PageContent &content, Random &random)
{
    static const QRegularExpression rule(QStringLiteral("[-0-9.]+ [-0-9.]+ m [-0-9.]+ [-0-9.]+ l S\\n"));
    QList<QRegularExpressionMatch> rules;
    for (auto found = rule.globalMatch(content.text()); found.hasNext();)
        rules.append(found.next());
    if (rules.isEmpty())
        return leaveToReaders(content, random);
    const QRegularExpressionMatch chosen = rules.at(random.below(static_cast<int>(rules.size())));
    content.text().remove(chosen.capturedStart(), chosen.capturedLength());
}

void strikeThrough(PageContent &content, Random &random)
{
    const QPointF at = content.place(random);
    content.text() += QStringLiteral("\n0.5 w %1 %2 m %3 %2 l S\n").arg(at.x()).arg(at.y() + 4).arg(at.x() + 60);
}

// The last line of the page once more, where it is told as nothing.
void repeatLine(PageContent &content, Random &random)
{
    content.changeLine(random, [&](const QString &line) {
        return line + QStringLiteral("q 1 0 0 1 0 %1 cm /Span <</ActualText <FEFF>>> BDC\n").arg(random.between(6, 60))
            + line + QStringLiteral("EMC Q\n");
    });
}

void changeToUnicode(QPDF &pdf, Random &random)
{
    // The characters stay where they are, and say those of others.
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.hasKey("/ToUnicode"))
            continue;
        QPDFObjectHandle map = object.getKey("/ToUnicode");
        const auto data = map.getStreamData(qpdf_dl_generalized);
        std::string text(reinterpret_cast<const char *>(data->getBuffer()), data->getSize());
        const std::string from = "> <";
        if (const std::size_t at = text.find(from, text.find("beginbfchar")); at != std::string::npos)
            text.replace(at + from.size(), 4, "4e00");
        map.replaceStreamData(text, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
    onContent(exchangeGlyph)(pdf, random);
}

void exchangeFonts(QPDF &pdf, Random &random)
{
    QPDFObjectHandle fonts = anyPage(pdf, random).getObjectHandle().getKey("/Resources").getKey("/Font");
    const std::set<std::string> names = fonts.getKeys();
    QPDFObjectHandle first = fonts.getKey(*names.begin());
    fonts.replaceKey(*names.begin(), fonts.getKey(*names.rbegin()));
    fonts.replaceKey(*names.rbegin(), first);
}

void widenFont(QPDF &pdf, Random &)
{
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (object.isDictionary() && object.hasKey("/DW"))
            object.replaceKey("/DW", QPDFObjectHandle::newInteger(1040));
    }
}

void removePage(QPDF &pdf, Random &random)
{
    if (QPDFPageDocumentHelper(pdf).getAllPages().size() == 1)
        return onContent(moveLine)(pdf, random);
    QPDFPageDocumentHelper(pdf).removePage(anyPage(pdf, random));
}

void addPage(QPDF &pdf, Random &)
{
    QPDFObjectHandle page = QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 595.3 841.9] /Resources << >> >>");
    page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, "0 g 100 600 300 40 re f"));
    QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(pdf.makeIndirectObject(page)), false);
}

void repeatPage(QPDF &pdf, Random &random)
{
    QPDFPageDocumentHelper(pdf).addPage(anyPage(pdf, random).shallowCopyPage(), true);
}

void setBox(QPDF &pdf, Random &random, const char *name)
{
    anyPage(pdf, random)
        .getObjectHandle()
        .replaceKey(
            name, QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(0, random.between(60, 300), 595.3, 841.9)));
}

void addPicture(QPDF &pdf, Random &random)
{
    QPDFPageObjectHelper page = anyPage(pdf, random);
    QPDFObjectHandle picture = QPDFObjectHandle::newStream(&pdf, std::string(4, '\x40'));
    picture.replaceDict(QPDFObjectHandle::parse("<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace "
                                                "/DeviceGray /BitsPerComponent 8 >>"));
    QPDFObjectHandle resources = page.getObjectHandle().getKey("/Resources");
    resources.replaceKey("/XObject", QPDFObjectHandle::newDictionary());
    resources.getKey("/XObject").replaceKey("/P9", picture);
    PageContent content(page);
    const QPointF at = content.place(random);
    content.text() += QStringLiteral("\nq 40 0 0 12 %1 %2 cm /P9 Do Q\n").arg(at.x()).arg(at.y());
    content.write();
}

FileChange annotation(const std::string &subtype, int flags)
{
    return [subtype, flags](QPDF &pdf, Random &random) {
        QPDFObjectHandle look = QPDFObjectHandle::newStream(&pdf, "1 g 0 0 60 20 re f 0 g 5 5 40 3 re f");
        look.replaceDict(QPDFObjectHandle::parse("<< /Type /XObject /Subtype /Form /BBox [0 0 60 20] >>"));
        QPDFObjectHandle note = QPDFObjectHandle::parse("<< /Type /Annot /Rect [200 400 260 420] /AP << >> >>");
        note.replaceKey("/Subtype", QPDFObjectHandle::newName(subtype));
        note.replaceKey("/F", QPDFObjectHandle::newInteger(flags));
        note.getKey("/AP").replaceKey("/N", pdf.makeIndirectObject(look));
        anyPage(pdf, random)
            .getObjectHandle()
            .replaceKey("/Annots", QPDFObjectHandle::newArray({pdf.makeIndirectObject(note)}));
    };
}

FileChange rootKey(const std::string &key, const std::string &value)
{
    return [key, value](QPDF &pdf, Random &) { pdf.getRoot().replaceKey(key, QPDFObjectHandle::parse(value)); };
}

FileChange pageKey(const std::string &key, const std::string &value)
{
    return [key, value](QPDF &pdf, Random &random) {
        anyPage(pdf, random).getObjectHandle().replaceKey(key, QPDFObjectHandle::parse(value));
    };
}

// A line of text that the reader may hide.
void makeOptional(QPDF &pdf, Random &random)
{
    QPDFObjectHandle group = pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /OCG /Name (1) >>"));
    QPDFObjectHandle properties = QPDFObjectHandle::parse("<< /D << >> >>");
    properties.replaceKey("/OCGs", QPDFObjectHandle::newArray({group}));
    if (random.chance(500))
        properties.getKey("/D").replaceKey("/OFF", QPDFObjectHandle::newArray({group}));
    pdf.getRoot().replaceKey("/OCProperties", properties);
    QPDFPageObjectHelper page = anyPage(pdf, random);
    page.getObjectHandle().getKey("/Resources").replaceKey("/Properties", QPDFObjectHandle::newDictionary());
    page.getObjectHandle().getKey("/Resources").getKey("/Properties").replaceKey("/MC0", group);
    PageContent content(page);
    content.changeLine(
        random, [](const QString &line) { return QStringLiteral("/OC /MC0 BDC\n") + line + QStringLiteral("EMC\n"); });
    content.write();
}

// A bar of letters so small that none covers a pixel, of a font that says they are blanks.
void drawFineBar(QPDF &pdf, Random &random)
{
    static const QRegularExpression used(QStringLiteral("/(F[0-9]+) [0-9.]+ Tf\n[^\n]*\n\\[?<([0-9A-F]{4})"));
    QPDFPageObjectHelper page = QPDFPageDocumentHelper(pdf).getAllPages().front();
    PageContent content(page);
    const QRegularExpressionMatch found = used.match(content.text());
    QPDFObjectHandle fonts = page.getObjectHandle().getKey("/Resources").getKey("/Font");
    QPDFObjectHandle blank = fonts.getKey('/' + found.captured(1).toStdString()).shallowCopy();
    blank.replaceKey("/ToUnicode",
        QPDFObjectHandle::newStream(&pdf,
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
            "1 begincodespacerange <0000> <ffff> endcodespacerange\n1 beginbfchar <"
                + found.captured(2).toStdString() + "> <0020> endbfchar endcmap end end"));
    fonts.replaceKey("/F99", pdf.makeIndirectObject(blank));
    const QPointF place = content.place(random);
    const QString letters = u'<' + found.captured(2).repeated(300) + QStringLiteral("> Tj\n");
    QString bar = QStringLiteral("q BT 0 g /F99 0.1 Tf\n");
    for (int line = 0; line < 100; ++line)
        bar += QStringLiteral("1 0 0 1 %1 %2 Tm ").arg(place.x()).arg(place.y() + 0.02 * line) + letters;
    content.text() += u'\n' + bar + QStringLiteral("ET Q\n");
    content.write();
}

void renameBookmark(QPDF &pdf, Random &)
{
    QPDFObjectHandle outlines = pdf.getRoot().getKey("/Outlines");
    if (!outlines.isDictionary()) // a form without headings: the file itself is named anew
        outlines = pdf.getTrailer().getKey("/Info");
    QPDFObjectHandle first = outlines.hasKey("/First") ? outlines.getKey("/First") : outlines;
    first.replaceKey("/Title", QPDFObjectHandle::newUnicodeString("作废"));
}

void renameFile(QPDF &pdf, Random &)
{
    pdf.getTrailer().getKey("/Info").replaceKey("/Title", QPDFObjectHandle::newUnicodeString("作废"));
}

struct Kind {
    const char *name;
    FileChange change;
    bool structural = false;
};

const QList<Kind> &kinds()
{
    static const QList<Kind> all{
        {"a line of text moved", onContent(moveLine)},
        {"two characters exchanged", onContent(exchangeGlyph)},
        {"characters that say others", changeToUnicode},
        {"text that is only said", onContent(leaveToReaders)},
        {"text drawn invisibly", within(QStringLiteral("3 Tr\n"), QStringLiteral("0 Tr\n"))},
        {"white text", around(QStringLiteral("1 g\n"), QStringLiteral("0 g\n"))},
        {"pale text", around(QStringLiteral("0.97 g\n"), QStringLiteral("0 g\n"))},
        {"red text", around(QStringLiteral("1 0 0 rg\n"), QStringLiteral("0 g\n"))},
        {"text clipped away", around(QStringLiteral("q 0 0 1 1 re W n\n"), QStringLiteral("Q\n"))},
        {"text made small", around(QStringLiteral("q 0.02 0 0 0.02 0 0 cm\n"), QStringLiteral("Q\n"))},
        {"narrow text", within(QStringLiteral("80 Tz\n"), QStringLiteral("100 Tz\n"))},
        {"raised text", within(QStringLiteral("3 Ts\n"), QStringLiteral("0 Ts\n"))},
        {"spaced text", within(QStringLiteral("0.8 Tc\n"), QStringLiteral("0 Tc\n"))},
        {"outlined text", within(QStringLiteral("1 Tr\n"), QStringLiteral("0 Tr\n"))},
        {"white over a figure", cover(QStringLiteral("1 g"), 8, 12)},
        {"white over a line", cover(QStringLiteral("1 g"), 200, 16)},
        {"black over a line", cover(QStringLiteral("0 g"), 100, 12)},
        {"a point of ink", cover(QStringLiteral("0 g"), 1.2, 1.2)},
        {"a rule taken away", onContent(removeRule)},
        {"struck out", onContent(strikeThrough)},
        {"a line drawn twice", onContent(repeatLine)},
        {"fonts exchanged", exchangeFonts},
        {"widths changed", widenFont},
        {"a page less", removePage},
        {"a page of pictures", addPage},
        {"a page twice", repeatPage},
        {"cropped", [](QPDF &pdf, Random &random) { setBox(pdf, random, "/CropBox"); }},
        {"smaller paper", [](QPDF &pdf, Random &random) { setBox(pdf, random, "/MediaBox"); }},
        {"a picture", addPicture},
        {"a stamp", annotation("/Stamp", 4), true},
        {"a note that prints alone", annotation("/FreeText", 36), true},
        {"a hidden note", annotation("/Text", 2), true},
        {"optional text", makeOptional, true},
        {"a script", rootKey("/OpenAction", "<< /S /JavaScript /JS (1) >>"), true},
        {"a form field", rootKey("/AcroForm", "<< /Fields [] /NeedAppearances true >>"), true},
        {"an attached file", rootKey("/Names", "<< /EmbeddedFiles << /Names [] >> >>"), true},
        {"what happens on closing", rootKey("/AA", "<< /WC << /S /Named /N /Print >> >>"), true},
        {"what happens on a page", pageKey("/AA", "<< /O << /S /Named /N /Print >> >>"), true},
        {"larger units", pageKey("/UserUnit", "2"), true},
        {"a bar too fine for any pixel", drawFineBar, true},
        {"another bookmark", renameBookmark, true},
        {"another title", renameFile, true},
        {"a blended page", pageKey("/Group", "<< /S /Transparency /CS /DeviceRGB >>"), true},
    };
    return all;
}

QByteArray written(QPDF &pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
}

// A later revision behind the file's end, in which the first page shows nothing.
QByteArray withUpdate(const QByteArray &bytes)
{
    QPDF pdf;
    pdf.processMemoryFile("pdf", bytes.constData(), static_cast<std::size_t>(bytes.size()));
    QPDFObjectHandle page = QPDFPageDocumentHelper(pdf).getAllPages().front().getObjectHandle();
    const int number = page.getKey("/Contents").getObjectID();
    static const QRegularExpression start(QStringLiteral("startxref\\s+(\\d+)"));
    const QString previous = start.match(QString::fromLatin1(bytes)).captured(1);
    QByteArray result = bytes + '\n';
    const qsizetype at = result.size();
    result += QByteArray::number(number) + " 0 obj\n<< /Length 1 >>\nstream\nn\nendstream\nendobj\n";
    const qsizetype table = result.size();
    result += "xref\n" + QByteArray::number(number) + " 1\n" + QByteArray::number(at).rightJustified(10, '0')
        + " 00000 n \ntrailer\n<< /Size " + QByteArray::number(static_cast<int>(pdf.getObjectCount()) + 1) + " /Root "
        + QByteArray::fromStdString(pdf.getTrailer().getKey("/Root").unparse()) + " /Prev " + previous.toLatin1()
        + " >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    return result;
}

} // namespace

Manipulation manipulate(const QByteArray &pdf, int number, Random &random)
{
    const int which = number % static_cast<int>(kinds().size() + 1);
    if (which == kinds().size())
        return {QStringLiteral("an update appended"), withUpdate(pdf), true};
    const Kind &kind = kinds().at(which);
    QPDF file;
    file.processMemoryFile("pdf", pdf.constData(), static_cast<std::size_t>(pdf.size()));
    kind.change(file, random);
    return {QString::fromLatin1(kind.name), written(file), kind.structural};
}

} // namespace zhibao::test
