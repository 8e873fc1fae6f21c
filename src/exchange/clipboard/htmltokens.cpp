// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/clipboard/htmltokens.h"

#include <QHash>

#include <algorithm>

namespace zhibao {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isLetterOrDigit(QChar c)
{
    return isLetter(c) || (c >= u'0' && c <= u'9');
}

bool isName(QStringView one, QStringView other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

// The named references that word processors and spreadsheets write; others stay as they stand.
QString namedCharacter(const QString &name)
{
    static const QHash<QString, QString> names{{QStringLiteral("nbsp"), QStringLiteral("\u00a0")},
        {QStringLiteral("amp"), QStringLiteral("&")}, {QStringLiteral("lt"), QStringLiteral("<")},
        {QStringLiteral("gt"), QStringLiteral(">")}, {QStringLiteral("quot"), QStringLiteral("\"")},
        {QStringLiteral("apos"), QStringLiteral("'")}, {QStringLiteral("ldquo"), QStringLiteral("“")},
        {QStringLiteral("rdquo"), QStringLiteral("”")}, {QStringLiteral("lsquo"), QStringLiteral("‘")},
        {QStringLiteral("rsquo"), QStringLiteral("’")}, {QStringLiteral("laquo"), QStringLiteral("«")},
        {QStringLiteral("raquo"), QStringLiteral("»")}, {QStringLiteral("mdash"), QStringLiteral("—")},
        {QStringLiteral("ndash"), QStringLiteral("–")}, {QStringLiteral("hellip"), QStringLiteral("…")},
        {QStringLiteral("middot"), QStringLiteral("·")}, {QStringLiteral("bull"), QStringLiteral("•")},
        {QStringLiteral("times"), QStringLiteral("×")}, {QStringLiteral("divide"), QStringLiteral("÷")},
        {QStringLiteral("plusmn"), QStringLiteral("±")}, {QStringLiteral("deg"), QStringLiteral("°")},
        {QStringLiteral("permil"), QStringLiteral("‰")}, {QStringLiteral("sect"), QStringLiteral("§")},
        {QStringLiteral("copy"), QStringLiteral("©")}, {QStringLiteral("reg"), QStringLiteral("®")},
        {QStringLiteral("trade"), QStringLiteral("™")}, {QStringLiteral("yen"), QStringLiteral("¥")},
        {QStringLiteral("euro"), QStringLiteral("€")}, {QStringLiteral("sup2"), QStringLiteral("²")},
        {QStringLiteral("sup3"), QStringLiteral("³")}, {QStringLiteral("le"), QStringLiteral("≤")},
        {QStringLiteral("ge"), QStringLiteral("≥")}, {QStringLiteral("ne"), QStringLiteral("≠")},
        {QStringLiteral("rarr"), QStringLiteral("→")}, {QStringLiteral("larr"), QStringLiteral("←")},
        {QStringLiteral("ensp"), QStringLiteral("\u2002")}, {QStringLiteral("emsp"), QStringLiteral("\u2003")},
        {QStringLiteral("thinsp"), QStringLiteral("\u2009")}, {QStringLiteral("zwnj"), QStringLiteral("\u200c")},
        {QStringLiteral("zwj"), QStringLiteral("\u200d")}, {QStringLiteral("shy"), QStringLiteral("\u00ad")}};
    return names.value(name);
}

// #20320 or #x4F60; U+FFFD for what is no character.
QString numberedCharacter(QStringView number)
{
    const bool hexadecimal = number.startsWith(u'x', Qt::CaseInsensitive);
    bool valid = false;
    const char32_t c = (hexadecimal ? number.mid(1) : number).toUInt(&valid, hexadecimal ? 16 : 10);
    if (!valid)
        return {};
    if (c == 0 || c > 0x10FFFF || QChar::isSurrogate(c))
        return QString(QChar::ReplacementCharacter);
    return QString::fromUcs4(&c, 1);
}

} // namespace

HtmlTokens::HtmlTokens(QStringView html)
    : m_html(html)
    , m_lastDouble(html.lastIndexOf(u'"'))
    , m_lastSingle(html.lastIndexOf(u'\''))
    , m_lastEnd(html.lastIndexOf(u'>'))
{
}

HtmlToken HtmlTokens::next()
{
    while (m_at < m_html.size()) {
        const QChar c = m_html[m_at];
        if (c == u'<' && skipMarkup())
            continue;
        const bool isTag = c == u'<' && m_at < m_lastEnd && m_at + 1 < m_html.size()
            && (isLetter(m_html[m_at + 1]) || m_html[m_at + 1] == u'/');
        if (isTag)
            return readTag();
        if (c == u'&')
            return readReference();
        const qsizetype start = m_at++;
        while (m_at < m_html.size() && m_html[m_at] != u'<' && m_html[m_at] != u'&')
            ++m_at;
        return {HtmlToken::Kind::Text, m_html.mid(start, m_at - start), {}, {}};
    }
    return {};
}

// Passes over comments, declarations and processing instructions: <!--…-->, <![if …]>, <?xml …>.
bool HtmlTokens::skipMarkup()
{
    const QStringView rest = m_html.mid(m_at, 4);
    if (!rest.startsWith(u"<!") && !rest.startsWith(u"<?"))
        return false;
    const QStringView closing = rest == u"<!--" ? QStringView(u"-->") : QStringView(u">");
    const qsizetype end = m_html.indexOf(closing, m_at + 2);
    m_at = end < 0 ? m_html.size() : end + closing.size();
    return true;
}

// Where the tag's > stands: the first one outside quotes.
qsizetype HtmlTokens::tagEnd(qsizetype from) const
{
    for (qsizetype i = from; i < m_html.size(); ++i) {
        const QChar c = m_html[i];
        if (c == u'>')
            return i;
        // Quotes belong to values: a = "…".
        const bool quotes = (c == u'"' && i < m_lastDouble) || (c == u'\'' && i < m_lastSingle);
        if (quotes && i > from && (m_html[i - 1] == u'=' || isBlank(m_html[i - 1])))
            i = m_html.indexOf(c, i + 1);
    }
    return m_html.size();
}

HtmlToken HtmlTokens::readTag()
{
    const bool closes = m_html[m_at + 1] == u'/';
    const qsizetype nameStart = m_at + (closes ? 2 : 1);
    qsizetype nameEnd = nameStart;
    while (nameEnd < m_html.size() && !isBlank(m_html[nameEnd]) && m_html[nameEnd] != u'>' && m_html[nameEnd] != u'/')
        ++nameEnd;
    const qsizetype end = tagEnd(nameEnd);
    const QStringView name = m_html.mid(nameStart, nameEnd - nameStart);
    m_at = qMin(end + 1, m_html.size());
    if (!closes)
        skipRawContent(name);
    return {closes ? HtmlToken::Kind::Close : HtmlToken::Kind::Open, name, {}, m_html.mid(nameEnd, end - nameEnd)};
}

void HtmlTokens::skipRawContent(QStringView name)
{
    for (const QStringView raw :
        {QStringView(u"style"), QStringView(u"script"), QStringView(u"xml"), QStringView(u"title")}) {
        if (!isName(name, raw))
            continue;
        const qsizetype end = m_html.indexOf(QStringLiteral("</") + raw.toString(), m_at, Qt::CaseInsensitive);
        m_at = end < 0 ? m_html.size() : end;
    }
}

HtmlToken HtmlTokens::readReference()
{
    constexpr qsizetype longest = 10;
    const qsizetype start = m_at;
    qsizetype end = start + 1;
    while (end < m_html.size() && end - start <= longest && (isLetterOrDigit(m_html[end]) || m_html[end] == u'#'))
        ++end;
    const QStringView name = m_html.mid(start + 1, end - start - 1);
    const QString character = name.startsWith(u'#') ? numberedCharacter(name.mid(1)) : namedCharacter(name.toString());
    if (character.isEmpty()) {
        m_at = start + 1;
        return {HtmlToken::Kind::Text, m_html.mid(start, 1), {}, {}};
    }
    m_at = end + (end < m_html.size() && m_html[end] == u';' ? 1 : 0);
    return {HtmlToken::Kind::Reference, {}, character, {}};
}

QString htmlAttribute(QStringView attributes, QStringView name)
{
    qsizetype i = 0;
    const auto skipBlanks = [&] {
        while (i < attributes.size() && (isBlank(attributes[i]) || attributes[i] == u'/'))
            ++i;
    };
    while (i < attributes.size()) {
        skipBlanks();
        const qsizetype keyStart = i;
        while (i < attributes.size() && !isBlank(attributes[i]) && attributes[i] != u'=')
            ++i;
        const QStringView key = attributes.mid(keyStart, i - keyStart);
        skipBlanks();
        if (i >= attributes.size() || attributes[i] != u'=') {
            if (isName(key, name))
                return QLatin1String("");
            continue;
        }
        ++i;
        skipBlanks();
        const QChar quote = i < attributes.size() ? attributes[i] : QChar();
        const bool quoted = quote == u'"' || quote == u'\'';
        i += quoted ? 1 : 0;
        const qsizetype valueStart = i;
        while (i < attributes.size() && (quoted ? attributes[i] != quote : !isBlank(attributes[i])))
            ++i;
        if (isName(key, name))
            return attributes.mid(valueStart, i - valueStart).toString();
        i += quoted ? 1 : 0;
    }
    return {};
}

bool isHtmlElement(QStringView element, std::initializer_list<QStringView> names)
{
    return std::any_of(names.begin(), names.end(),
        [&](QStringView candidate) { return element.compare(candidate, Qt::CaseInsensitive) == 0; });
}

bool isHtmlTablePart(QStringView element)
{
    return isHtmlElement(element, {u"td", u"th", u"tr"});
}

bool isHtmlBlock(QStringView name)
{
    return isHtmlTablePart(name)
        || isHtmlElement(name,
            {u"p", u"div", u"li", u"ul", u"ol", u"h1", u"h2", u"h3", u"h4", u"h5", u"h6", u"pre", u"blockquote",
                u"center", u"hr", u"caption"});
}

bool mayHoldHtmlText(const HtmlToken &opening)
{
    return !opening.attributes.trimmed().endsWith(u'/')
        && !isHtmlElement(opening.text, {u"br", u"hr", u"img", u"input", u"meta", u"link", u"col", u"wbr", u"base"});
}

} // namespace zhibao
