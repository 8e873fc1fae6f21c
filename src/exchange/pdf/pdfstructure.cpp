// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/pdf/pdfstructure.h"

#include "base/durablefile.h"
#include "exchange/document/limitedtool.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace zhibao {

namespace {

constexpr qsizetype longestStructure = 64 * 1024 * 1024; // bytes
constexpr qint64 largestPdf = 64 * 1024 * 1024; // bytes

const QString program = QStringLiteral("qpdf");

// The keys of all dictionaries that our writer makes, and of those that programs make who write its files anew.
const QSet<QString> &knownKeys()
{
    static const QStringList writers = QStringLiteral(
        "/Ascent /Author /BaseFont /BitsPerComponent /CIDSet /CIDSystemInfo /CIDToGIDMap /CapHeight /ColorSpace "
        "/Contents /Count /CreationDate /Creator /DW /DescendantFonts /Descent /Dest /DestOutputProfile "
        "/DisplayDocTitle /Encoding /Filter /First /Flags /Font /FontBBox /FontDescriptor /FontFile2 /FontFile3 "
        "/FontName /Height /ID /Info /Interpolate /ItalicAngle /Kids /Lang /Last /Length /Length1 /MediaBox "
        "/Metadata /ModDate /N /Next /Ordering /Outlines /OutputConditionIdentifier /OutputIntents /Pages /Parent "
        "/Prev /Producer /Registry /RegistryName /Resources /Root /S /Size /StemV /Subject /Subtype /Supplement "
        "/Title /ToUnicode /Type /ViewerPreferences /W /Width /XObject")
                                           .split(u' ');
    static const QStringList others = QStringLiteral(
        "/Columns /CropBox /DecodeParms /Extends /Index /Keywords /Predictor /ProcSet /Rotate /Trapped")
                                          .split(u' ');
    static const QSet<QString> keys
        = QSet<QString>(writers.begin(), writers.end()) + QSet<QString>(others.begin(), others.end());
    return keys;
}

// The names that stand as values there.
const QSet<QString> &knownValues()
{
    static const QStringList names
        = QStringLiteral("/CIDFontType0 /CIDFontType0C /CIDFontType2 /Catalog /DeviceGray /DeviceRGB /False "
                         "/FlateDecode /Font /FontDescriptor /GTS_PDFA1 /Identity /Identity-H /Image /ImageB /ImageC "
                         "/ImageI /Metadata /ObjStm /OutputIntent /Outlines /PDF /Page /Pages /Text /Type0 /XML "
                         "/XObject /XRef /XYZ")
              .split(u' ');
    static const QSet<QString> values(names.begin(), names.end());
    return values;
}

using PartKind = ForeignPart::Kind;

// What people know by name.
PartKind kindOf(const QString &key)
{
    static const QHash<QString, PartKind> kinds{
        {QStringLiteral("/Annots"), PartKind::Annotation},
        {QStringLiteral("/AcroForm"), PartKind::FormField},
        {QStringLiteral("/OCProperties"), PartKind::OptionalContent},
        {QStringLiteral("/OC"), PartKind::OptionalContent},
        {QStringLiteral("/JavaScript"), PartKind::Script},
        {QStringLiteral("/JS"), PartKind::Script},
        {QStringLiteral("/A"), PartKind::Action},
        {QStringLiteral("/AA"), PartKind::Action},
        {QStringLiteral("/OpenAction"), PartKind::Action},
        {QStringLiteral("/EmbeddedFiles"), PartKind::AttachedFile},
        {QStringLiteral("/EF"), PartKind::AttachedFile},
        {QStringLiteral("/AF"), PartKind::AttachedFile},
        {QStringLiteral("/Encrypt"), PartKind::Encryption},
    };
    return kinds.value(key, PartKind::Other);
}

// Fonts and pictures of a page, as our writer numbers them.
bool isNumberedName(const QString &key)
{
    static const QRegularExpression numbered(QStringLiteral("^/[FP][0-9]+$"));
    return numbered.match(key).hasMatch();
}

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || (value.isArray() && value.toArray().isEmpty());
}

class Examination {
public:
    PdfStructure result;
    int count = 0; // of the pages, as the file says

    void examine(const QJsonValue &value)
    {
        if (value.isArray()) {
            const QJsonArray array = value.toArray();
            for (const QJsonValue &each : array)
                examine(each);
        } else if (value.isObject()) {
            examineDictionary(value.toObject());
        } else if (const QString text = value.toString(); text.startsWith(u'/') && !knownValues().contains(text)) {
            note({PartKind::Other, text});
        }
    }

    void note(const ForeignPart &part)
    {
        if (!result.foreign.contains(part))
            result.foreign.append(part);
    }

private:
    void examineDictionary(const QJsonObject &dictionary)
    {
        const QString fontName = QStringLiteral("/FontName");
        for (auto member = dictionary.begin(); member != dictionary.end(); ++member) {
            const QString key = member.key();
            if (isNothing(member.value()))
                continue;
            if (!knownKeys().contains(key) && !isNumberedName(key)) {
                // A page to begin with is no action.
                const bool isPlace = key == u"/OpenAction" && member.value().isArray();
                const PartKind kind = isPlace ? PartKind::Other : kindOf(key);
                note({kind, kind == PartKind::Other ? key : QString()});
                continue; // what it holds is told with it
            }
            if (key == u"/Rotate")
                result.turned = result.turned || member.value().toDouble() != 0;
            if (key != fontName && key != u"/BaseFont")
                examine(member.value());
        }
        if (dictionary.value(QStringLiteral("/Type")).toString() == u"/Pages"
            && !dictionary.contains(QStringLiteral("/Parent")))
            count = dictionary.value(QStringLiteral("/Count")).toInt();
        if (dictionary.contains(fontName))
            noteFont(dictionary, dictionary.value(fontName).toString());
        const bool lacksDescriptor = dictionary.contains(QStringLiteral("/CIDSystemInfo"))
            && !dictionary.contains(QStringLiteral("/FontDescriptor"));
        if (lacksDescriptor)
            note({PartKind::Font, fontOf(dictionary.value(QStringLiteral("/BaseFont")).toString())});
    }

    void noteFont(const QJsonObject &descriptor, const QString &name)
    {
        const QString font = fontOf(name);
        if (!result.fonts.contains(font))
            result.fonts.append(font);
        const auto holds = [&](const char *key) { return descriptor.contains(QLatin1StringView(key)); };
        if (!holds("/FontFile") && !holds("/FontFile2") && !holds("/FontFile3"))
            note({PartKind::Font, font});
    }

    // Without the slash of the name and the six letters and the plus that tell subsets apart.
    static QString fontOf(const QString &name)
    {
        static const QRegularExpression tag(QStringLiteral("^/([A-Z]{6}\\+)?"));
        return QString(name).remove(tag);
    }
};

// Revisions that were appended: each ends as a file does.
bool isAppendedTo(const QByteArray &bytes)
{
    const QByteArrayView end("%%EOF");
    const qsizetype last = bytes.lastIndexOf(end);
    return last < 0 || bytes.count(end) != 1 || bytes.count("startxref") != 1
        || !bytes.sliced(last + end.size()).trimmed().isEmpty();
}

} // namespace

Result<PdfStructure> pdfStructure(const QString &path)
{
    const Result<QByteArray> bytes = readWhole(path, largestPdf);
    const QStringList options{
        QStringLiteral("--json=2"), QStringLiteral("--json-key=qpdf"), QStringLiteral("--json-key=pages")};
    const Result<QByteArray> json
        = bytes ? toolOutput(program, options, path, {}, longestStructure) : Result<QByteArray>(bytes.error());
    if (!json)
        return json.error();
    const QJsonObject root = QJsonDocument::fromJson(*json).object();
    const QJsonObject objects = root.value(QStringLiteral("qpdf")).toArray().at(1).toObject();
    if (objects.isEmpty())
        return Error{ErrorCode::DocumentUnreadable, {path}};
    Examination examination;
    for (const QJsonValue &object : objects) {
        const QJsonObject stream = object.toObject().value(QStringLiteral("stream")).toObject();
        examination.examine(
            stream.isEmpty() ? object.toObject().value(QStringLiteral("value")) : stream.value(QStringLiteral("dict")));
    }
    if (isAppendedTo(*bytes))
        examination.note({PartKind::Update});
    examination.result.pages = static_cast<int>(root.value(QStringLiteral("pages")).toArray().size());
    if (examination.count != examination.result.pages)
        examination.note({PartKind::Other, QStringLiteral("/Count")});
    return examination.result;
}

Result<QByteArray> turnedBack(const QString &path)
{
    return toolOutput(program, {QStringLiteral("--rotate=0")}, path, {QStringLiteral("-")}, largestPdf);
}

} // namespace zhibao
