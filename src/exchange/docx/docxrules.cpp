// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/docxrules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <map>
#include <span>
#include <utility>

namespace zhibao {

namespace {

// Derived from what documents of all roles, and LibreOffice's savings of them, hold. A value that could hide or move
// text is here only as these two write it.

// Paragraphs and their text, in the body, in page headers and footers.
constexpr std::array textRules{
    ElementRule{"w:p/w:pPr", First},
    ElementRule{"w:pPr/w:pStyle", First, "w:val=#text"},
    ElementRule{"w:pPr/w:widowControl", Once, "w:val=#switch"},
    ElementRule{"w:pPr/w:jc", Once, "w:val=left|start|center|right|end|both"},
    ElementRule{"w:pPr/w:ind", Once,
        "w:left?=0..280;w:start?=0..280;w:right?=0..6300;w:end?=0..6300;w:firstLine?=0|630;w:hanging?=0"},
    ElementRule{"w:pPr/w:rPr"},
    ElementRule{"w:p/w:r", Many},
    ElementRule{"w:r/w:rPr", First},
    ElementRule{"w:rPr/w:rFonts", Once, "w:hint?=eastAsia;w:ascii?=#face;w:hAnsi?=#face;w:eastAsia?=#face;w:cs?=#face"},
    ElementRule{"w:rPr/w:lang", Once, "w:val?=#language;w:eastAsia?=#language;w:bidi?=#language"},
    ElementRule{"w:r/w:t", Many | WithText, "xml:space?=preserve"},
};

constexpr std::array bodyRules{
    ElementRule{"/w:document", Once, "mc:Ignorable?=w14 wp14 w15"},
    ElementRule{"w:document/w:body"},
    ElementRule{"w:body/w:p", Many},
    ElementRule{"w:pPr/w:keepNext", Once, "w:val=#switch"},
    ElementRule{"w:pPr/w:keepLines", Once, "w:val?=#switch"},
    ElementRule{"w:pPr/w:spacing", Once, "w:line=1..12756;w:lineRule=atLeast"}, // of a picture
    ElementRule{"w:pPr/w:outlineLvl", Once, "w:val=0..8"},
    ElementRule{"w:pPr/w:numPr"}, // none
    ElementRule{"w:numPr/w:ilvl", Once, "w:val=0"},
    ElementRule{"w:numPr/w:numId", Once, "w:val=0"},
    ElementRule{"w:pPr/mc:AlternateContent"},
    ElementRule{"mc:AlternateContent/mc:Choice", First, "Requires=w15"},
    ElementRule{"mc:AlternateContent/mc:Fallback", Last},
    ElementRule{"mc:Choice/w:keepNext", Once, "w:val=#switch"},
    ElementRule{"mc:Fallback/w:keepNext", Once, "w:val=#switch"},
    ElementRule{"w:rPr/w:rStyle", First, "w:val=#text"},
    ElementRule{"w:r/w:tab", Many},
    ElementRule{"w:r/w:br", Many},
    ElementRule{"w:r/w:noBreakHyphen", Many},
    ElementRule{"w:r/w:softHyphen", Many},
};

constexpr std::array sectionRules{
    ElementRule{"w:body/w:sectPr", Last},
    ElementRule{"w:sectPr/w:headerReference", Many, "w:type=even|default;r:id=#text"},
    ElementRule{"w:sectPr/w:footerReference", Many, "w:type=even|default;r:id=#text"},
    ElementRule{"w:sectPr/w:type", Once, "w:val=nextPage"},
    ElementRule{"w:sectPr/w:pgSz", Once, "w:w=11906|16838;w:h=11906|16838;w:orient?=portrait|landscape"},
    ElementRule{"w:sectPr/w:pgMar", Once,
        "w:top=1588|2098;w:right=1474|2098;w:bottom=1474|1984;w:left=1588|1984;w:header=0..1049;w:footer=902|1412;"
        "w:gutter=0"},
    ElementRule{"w:sectPr/w:pgNumType", Once, "w:fmt=decimal"},
    ElementRule{"w:sectPr/w:formProt", Once, "w:val=false"},
    ElementRule{"w:sectPr/w:textDirection", Once, "w:val=lrTb"},
    ElementRule{"w:sectPr/w:docGrid", Once, "w:type=default;w:linePitch=100;w:charSpace=0"},
};

constexpr std::string_view line = "w:val=single;w:sz=4;w:space=0;w:color=000000";
constexpr std::string_view padding = "w:w=0..106;w:type=dxa";

// The narrowest cell holds its padding and a character; it may reach over columns that are narrower.
constexpr std::array tableRules{
    ElementRule{"w:body/w:tbl", Many},
    ElementRule{"w:tbl/w:tblPr", First},
    ElementRule{"w:tblPr/w:tblW", Once, "w:w=8844|12756;w:type=dxa"},
    ElementRule{"w:tblPr/w:jc", Once, "w:val=start"},
    ElementRule{"w:tblPr/w:tblInd", Once, "w:w=0;w:type=dxa"},
    ElementRule{"w:tblPr/w:tblBorders"},
    ElementRule{"w:tblBorders/w:top", Once, line},
    ElementRule{"w:tblBorders/w:left", Once, line},
    ElementRule{"w:tblBorders/w:bottom", Once, line},
    ElementRule{"w:tblBorders/w:right", Once, line},
    ElementRule{"w:tblBorders/w:insideH", Once, line},
    ElementRule{"w:tblBorders/w:insideV", Once, line},
    ElementRule{"w:tblPr/w:tblLayout", Once, "w:type=fixed"},
    ElementRule{"w:tblPr/w:tblCellMar"},
    ElementRule{"w:tblCellMar/w:top", Once, padding},
    ElementRule{"w:tblCellMar/w:left", Once, padding},
    ElementRule{"w:tblCellMar/w:start", Once, padding},
    ElementRule{"w:tblCellMar/w:bottom", Once, padding},
    ElementRule{"w:tblCellMar/w:right", Once, padding},
    ElementRule{"w:tblCellMar/w:end", Once, padding},
    ElementRule{"w:tbl/w:tblGrid"},
    ElementRule{"w:tblGrid/w:gridCol", Many, "w:w=1..12756"},
    ElementRule{"w:tbl/w:tr", Many},
    ElementRule{"w:tr/w:trPr", First},
    ElementRule{"w:trPr/w:cantSplit", Once, "w:val?=#switch"},
    ElementRule{"w:trPr/w:tblHeader", Once, "w:val?=#switch"},
    ElementRule{"w:trPr/w:trHeight", Once, "w:val=0..6000;w:hRule=atLeast"},
    ElementRule{"w:tr/w:tc", Many},
    ElementRule{"w:tc/w:tcPr", First},
    ElementRule{"w:tcPr/w:tcW", Once, "w:w=430..12756;w:type=dxa"},
    ElementRule{"w:tcPr/w:gridSpan", Once, "w:val=2..60"},
    ElementRule{"w:tcPr/w:vMerge", Once, "w:val=restart|continue"},
    ElementRule{"w:tcPr/w:tcBorders"},
    ElementRule{"w:tcBorders/w:top", Once, line},
    ElementRule{"w:tcBorders/w:start", Once, line},
    ElementRule{"w:tcBorders/w:bottom", Once, line},
    ElementRule{"w:tcBorders/w:end", Once, line},
    ElementRule{"w:tcPr/w:vAlign", Once, "w:val=center"},
    ElementRule{"w:tc/w:p", Many},
};

constexpr std::string_view emus = "cx=1..2000000;cy=1..2000000"; // at most 55 mm

// A picture that stands as a letter does (DrawingML, ECMA-376 part 1, 20), so that it covers nothing.
constexpr std::array pictureRules{
    ElementRule{"w:r/w:drawing"},
    ElementRule{"w:drawing/wp:inline", Once, "distT=0;distB=0;distL=0;distR=0"},
    ElementRule{"wp:inline/wp:extent", Once, emus},
    ElementRule{"wp:inline/wp:effectExtent", Once, "l=0;t=0;r=0;b=0"},
    ElementRule{"wp:inline/wp:docPr", Once, "id=1..999;name=#text;descr?=#text;title?=#text"},
    ElementRule{"wp:inline/wp:cNvGraphicFramePr"},
    ElementRule{"wp:cNvGraphicFramePr/a:graphicFrameLocks", Once, "noChangeAspect=1"},
    ElementRule{"wp:inline/a:graphic"},
    ElementRule{"a:graphic/a:graphicData", Once, "uri=http://schemas.openxmlformats.org/drawingml/2006/picture"},
    ElementRule{"a:graphicData/pic:pic"},
    ElementRule{"pic:pic/pic:nvPicPr"},
    ElementRule{"pic:nvPicPr/pic:cNvPr", Once, "id=0..999;name=#text;descr?=#text;title?=#text"},
    ElementRule{"pic:nvPicPr/pic:cNvPicPr"},
    ElementRule{"pic:cNvPicPr/a:picLocks", Once, "noChangeAspect=1;noChangeArrowheads=1"},
    ElementRule{"pic:pic/pic:blipFill"},
    ElementRule{"pic:blipFill/a:blip", Once, "r:embed=#text"},
    ElementRule{"pic:blipFill/a:stretch"},
    ElementRule{"a:stretch/a:fillRect"},
    ElementRule{"pic:pic/pic:spPr", Once, "bwMode?=auto"},
    ElementRule{"pic:spPr/a:xfrm"},
    ElementRule{"a:xfrm/a:off", Once, "x=0;y=0"},
    ElementRule{"a:xfrm/a:ext", Once, emus},
    ElementRule{"pic:spPr/a:prstGeom", Once, "prst=rect"},
    ElementRule{"a:prstGeom/a:avLst"},
};

constexpr std::array storyRules{
    ElementRule{"/w:hdr", Once, "mc:Ignorable?=w14 wp14 w15"},
    ElementRule{"/w:ftr", Once, "mc:Ignorable?=w14 wp14 w15"},
    ElementRule{"w:hdr/w:p"},
    ElementRule{"w:ftr/w:p"},
};

// The page number is the only field.
constexpr std::array numberRules{
    ElementRule{"w:r/w:fldChar", Once, "w:fldCharType=begin|separate|end"},
    ElementRule{"w:r/w:instrText", WithText, "xml:space=preserve"},
};

constexpr std::array styleRules{
    ElementRule{"/w:styles", Once, "mc:Ignorable?=w14"},
    ElementRule{"w:styles/w:docDefaults", First},
    ElementRule{"w:docDefaults/w:rPrDefault"},
    ElementRule{"w:rPrDefault/w:rPr"},
    ElementRule{"w:docDefaults/w:pPrDefault"},
    ElementRule{"w:pPrDefault/w:pPr"},
    ElementRule{
        "w:styles/w:style", Many, "w:type=paragraph|character|table;w:styleId=#text;w:default?=1;w:customStyle?=1"},
    ElementRule{"w:style/w:name", First, "w:val=#text"},
    ElementRule{"w:style/w:basedOn", Once, "w:val=#text"},
    ElementRule{"w:style/w:next", Once, "w:val=#text"},
    ElementRule{"w:style/w:link", Once, "w:val=#text"},
    ElementRule{"w:style/w:qFormat"},
    ElementRule{"w:style/w:pPr"},
    ElementRule{"w:pPr/w:keepNext", Once, "w:val=#switch"},
    ElementRule{"w:pPr/w:widowControl", Once, "w:val=#switch"},
    ElementRule{"w:pPr/w:suppressLineNumbers", Once, "w:val?=#switch"},
    ElementRule{"w:pPr/w:suppressAutoHyphens", Once, "w:val=#switch"},
    ElementRule{"w:pPr/w:kinsoku", Once, "w:val=#switch"},
    ElementRule{"w:pPr/w:wordWrap", Once, "w:val=#switch"},
    ElementRule{"w:pPr/w:overflowPunct", Once, "w:val=#switch"},
    ElementRule{"w:pPr/mc:AlternateContent"},
    ElementRule{"mc:AlternateContent/mc:Choice", First, "Requires=w15"},
    ElementRule{"mc:AlternateContent/mc:Fallback", Last},
    ElementRule{"mc:Choice/w:overflowPunct", Once, "w:val=#switch"},
    ElementRule{"mc:Fallback/w:overflowPunct", Once, "w:val=#switch"},
    ElementRule{"w:pPr/w:topLinePunct", Once, "w:val=#switch"},
    ElementRule{"w:pPr/w:autoSpaceDE", Once, "w:val=#switch"},
    ElementRule{"w:pPr/w:autoSpaceDN", Once, "w:val=#switch"},
    ElementRule{"w:pPr/w:adjustRightInd", Once, "w:val=#switch"},
    ElementRule{"w:pPr/w:bidi", Once, "w:val=0|false"},
    ElementRule{"w:pPr/w:snapToGrid", Once, "w:val=0|false"},
    ElementRule{"w:pPr/w:spacing", Once, "w:before=0..240;w:after=0..120;w:line?=220..579;w:lineRule?=exact"},
    ElementRule{"w:pPr/w:ind", Once,
        "w:left?=0|280;w:start?=0|280;w:right?=0|280;w:end?=0|280;w:firstLine?=0|630;w:hanging?=0"},
    ElementRule{"w:pPr/w:jc", Once, "w:val=left|start|center|right|end|both"},
    ElementRule{"w:pPr/w:outlineLvl", Once, "w:val=0..8"},
    ElementRule{"w:style/w:rPr"},
    ElementRule{"w:rPr/w:rFonts", Once, "w:hint?=eastAsia;w:ascii?=#face;w:hAnsi?=#face;w:eastAsia?=#face;w:cs?=#face"},
    ElementRule{"w:rPr/w:b", Once, "w:val?=#switch"},
    ElementRule{"w:rPr/w:i", Once, "w:val?=#switch"},
    ElementRule{"w:rPr/w:iCs", Once, "w:val?=#switch"},
    ElementRule{"w:rPr/w:color", Once, "w:val=auto"},
    ElementRule{"w:rPr/w:spacing", Once, "w:val=-5..0"},
    ElementRule{"w:rPr/w:kern", Once, "w:val=0"},
    ElementRule{"w:rPr/w:sz", Once, "w:val=15..44"},
    ElementRule{"w:rPr/w:szCs", Once, "w:val=15..44"},
    ElementRule{"w:rPr/w:lang", Once, "w:val?=#language;w:eastAsia?=#language;w:bidi?=#language"},
};

constexpr std::array settingsRules{
    ElementRule{"/w:settings"},
    ElementRule{"w:settings/w:zoom", Once, "w:percent=20..600"},
    ElementRule{"w:settings/w:defaultTabStop", Once, "w:val=640"},
    ElementRule{"w:settings/w:autoHyphenation", Once, "w:val=#switch"},
    ElementRule{"w:settings/w:evenAndOddHeaders", Once, "w:val?=1"},
    ElementRule{"w:settings/w:noPunctuationKerning", Once, "w:val=1"},
    ElementRule{"w:settings/w:characterSpacingControl", Once, "w:val=doNotCompress"},
    ElementRule{"w:settings/w:noLineBreaksAfter", Once, "w:lang=#language;w:val=#text"},
    ElementRule{"w:settings/w:noLineBreaksBefore", Once, "w:lang=#language;w:val=#text"},
    ElementRule{"w:settings/w:compat"},
    ElementRule{"w:compat/w:useFELayout"},
    ElementRule{"w:compat/w:compatSetting", Once,
        "w:name=compatibilityMode;w:uri=http://schemas.microsoft.com/office/word;w:val=15"},
    ElementRule{"w:settings/w:themeFontLang", Once, "w:val=#language;w:eastAsia=#language;w:bidi?=|#language"},
    ElementRule{"w:settings/w:decimalSymbol", Once, "w:val=."},
    ElementRule{"w:settings/w:listSeparator", Once, "w:val=,"},
};

// LibreOffice lists Symbol, in which it sets the bullets of lists; no text may be set in it.
constexpr std::array fontRules{
    ElementRule{"/w:fonts"},
    ElementRule{"w:fonts/w:font", Many, "w:name=#face|Symbol"},
    ElementRule{"w:font/w:altName", Once, "w:val=#face"},
    ElementRule{"w:font/w:charset", Once, "w:val=00|01|02|86;w:characterSet?=utf-8|windows-1252"},
    ElementRule{"w:font/w:family", Once, "w:val=auto|roman|swiss"},
    ElementRule{"w:font/w:pitch", Once, "w:val=variable"},
};

// What a file says of itself does not show on its pages.
constexpr std::array coreRules{
    ElementRule{"/cp:coreProperties"},
    ElementRule{"cp:coreProperties/dc:title", WithText},
    ElementRule{"cp:coreProperties/dc:subject", WithText},
    ElementRule{"cp:coreProperties/dc:creator", WithText},
    ElementRule{"cp:coreProperties/dc:description", WithText},
    ElementRule{"cp:coreProperties/dc:language", WithText},
    ElementRule{"cp:coreProperties/cp:keywords", WithText},
    ElementRule{"cp:coreProperties/cp:lastModifiedBy", WithText},
    ElementRule{"cp:coreProperties/cp:lastPrinted", WithText},
    ElementRule{"cp:coreProperties/cp:revision", WithText},
    ElementRule{"cp:coreProperties/dcterms:created", WithText, "xsi:type=dcterms:W3CDTF"},
    ElementRule{"cp:coreProperties/dcterms:modified", WithText, "xsi:type=dcterms:W3CDTF"},
};

constexpr std::array applicationRules{
    ElementRule{"/Properties"},
    ElementRule{"Properties/Template", WithText},
    ElementRule{"Properties/TotalTime", WithText},
    ElementRule{"Properties/Application", WithText},
    ElementRule{"Properties/AppVersion", WithText},
    ElementRule{"Properties/Pages", WithText},
    ElementRule{"Properties/Words", WithText},
    ElementRule{"Properties/Characters", WithText},
    ElementRule{"Properties/CharactersWithSpaces", WithText},
    ElementRule{"Properties/Paragraphs", WithText},
};

constexpr std::array typeRules{
    ElementRule{"/Types"},
    ElementRule{"Types/Default", Many, "Extension=#text;ContentType=#text"},
    ElementRule{"Types/Override", Many, "PartName=#text;ContentType=#text"},
};

constexpr std::array relationRules{
    ElementRule{"/Relationships"},
    ElementRule{"Relationships/Relationship", Many, "Id=#text;Type=#text;Target=#text"},
};

using Rules = std::map<std::string_view, const ElementRule *>;

Rules rulesOf(std::initializer_list<std::span<const ElementRule>> groups)
{
    Rules rules;
    for (const std::span<const ElementRule> &group : groups) {
        for (const ElementRule &each : group)
            rules.emplace(each.path, &each);
    }
    return rules;
}

const Rules &rulesOf(DocxPart part)
{
    static const std::map<DocxPart, Rules> all{
        {DocxPart::Types, rulesOf({typeRules})},
        {DocxPart::Relations, rulesOf({relationRules})},
        {DocxPart::Application, rulesOf({applicationRules})},
        {DocxPart::Core, rulesOf({coreRules})},
        {DocxPart::Document, rulesOf({bodyRules, textRules, tableRules, sectionRules, pictureRules})},
        {DocxPart::Header, rulesOf({storyRules, textRules})},
        {DocxPart::Footer, rulesOf({storyRules, textRules, numberRules})},
        {DocxPart::Styles, rulesOf({styleRules})},
        {DocxPart::Settings, rulesOf({settingsRules})},
        {DocxPart::Fonts, rulesOf({fontRules})},
    };
    return all.at(part);
}

template <std::size_t size>
bool isOneOf(std::string_view word, const std::array<std::string_view, size> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Typefaces in which every character looks as it is called: the official ones with the names they also go by, and those
// in which LibreOffice sets its own styles.
bool isPlainFace(std::string_view name)
{
    constexpr std::array<std::string_view, 23> faces{"方正小标宋简体", "FZXiaoBiaoSong-B05S", "仿宋_GB2312",
        "FangSong_GB2312", "仿宋", "FangSong", "楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "黑体", "SimHei", "宋体",
        "SimSun", "Times New Roman", "Arial", "Liberation Serif", "Liberation Sans", "DejaVu Sans", "Noto Sans CJK SC",
        "Noto Serif CJK SC", "Lohit Devanagari", "FreeSans"};
    return isOneOf(name, faces);
}

// As BCP 47 writes it: letters, digits, hyphens.
bool isLanguage(std::string_view name)
{
    const auto belongs
        = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; };
    return !name.empty() && name.size() <= 35 && std::all_of(name.begin(), name.end(), belongs);
}

bool isSwitch(std::string_view value)
{
    constexpr std::array<std::string_view, 4> values{"0", "1", "false", "true"};
    return isOneOf(value, values);
}

// The whole text as a number, written as programs write it: no sign but "-", no unit, no zeros before it.
bool isNumberWithin(std::string_view text, std::string_view least, std::string_view most)
{
    const auto number = [](std::string_view digits, int &value) {
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc() && end == digits.data() + digits.size();
    };
    int value = 0;
    int from = 0;
    int to = 0;
    const bool isPadded = text.size() > 1 && (text.starts_with('0') || text.starts_with("-0"));
    return !isPadded && number(text, value) && number(least, from) && number(most, to) && from <= value && value <= to;
}

bool allowsValue(std::string_view allowed, std::string_view value)
{
    if (allowed == "#text")
        return true;
    if (allowed == "#face")
        return isPlainFace(value);
    if (allowed == "#language")
        return isLanguage(value);
    if (allowed == "#switch")
        return isSwitch(value);
    const std::size_t range = allowed.find("..");
    if (range != std::string_view::npos)
        return isNumberWithin(value, allowed.substr(0, range), allowed.substr(range + 2));
    return allowed == value;
}

// The first piece of a list; the rest stays.
std::string_view takeFirst(std::string_view &list, char separator)
{
    const std::size_t end = list.find(separator);
    const std::string_view first = list.substr(0, end);
    list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
    return first;
}

using Namespace = std::pair<std::string_view, std::string_view>; // prefix, name

constexpr std::array namespaces{
    Namespace{"w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
    Namespace{"r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
    Namespace{"mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"},
    Namespace{"w14", "http://schemas.microsoft.com/office/word/2010/wordml"},
    Namespace{"w15", "http://schemas.microsoft.com/office/word/2012/wordml"},
    Namespace{"o", "urn:schemas-microsoft-com:office:office"},
    Namespace{"v", "urn:schemas-microsoft-com:vml"},
    Namespace{"w10", "urn:schemas-microsoft-com:office:word"},
    Namespace{"wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"},
    Namespace{"wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"},
    Namespace{"wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"},
    Namespace{"wp14", "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"},
    Namespace{"a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
    Namespace{"pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"},
    Namespace{"cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
    Namespace{"dc", "http://purl.org/dc/elements/1.1/"},
    Namespace{"dcterms", "http://purl.org/dc/terms/"},
    Namespace{"dcmitype", "http://purl.org/dc/dcmitype/"},
    Namespace{"xsi", "http://www.w3.org/2001/XMLSchema-instance"},
    Namespace{"vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"},
    Namespace{"", "http://schemas.openxmlformats.org/package/2006/content-types"},
    Namespace{"", "http://schemas.openxmlformats.org/package/2006/relationships"},
    Namespace{"", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"},
};

} // namespace

const ElementRule *elementRule(DocxPart part, std::string_view path)
{
    const Rules &rules = rulesOf(part);
    const auto found = rules.find(path);
    return found == rules.end() ? nullptr : found->second;
}

bool allowsAttribute(const ElementRule &rule, std::string_view name, std::string_view value)
{
    for (std::string_view rest = rule.attributes; !rest.empty();) {
        std::string_view values = takeFirst(rest, ';');
        std::string_view known = takeFirst(values, '=');
        if (known.ends_with('?'))
            known.remove_suffix(1);
        if (known != name)
            continue;
        do {
            if (allowsValue(takeFirst(values, '|'), value))
                return true;
        } while (!values.empty());
        return false;
    }
    return false;
}

bool isUsualNamespace(std::string_view prefix, std::string_view name)
{
    return std::find(namespaces.begin(), namespaces.end(), Namespace(prefix, name)) != namespaces.end();
}

std::string_view plainName(std::string_view name)
{
    if (name == "w:start")
        return "w:left";
    if (name == "w:end")
        return "w:right";
    return name == "w:hanging" ? "w:firstLine" : name;
}

} // namespace zhibao
