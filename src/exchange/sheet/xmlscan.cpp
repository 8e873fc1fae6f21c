// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/sheet/xmlscan.h"

#include "exchange/intake/xmlpart.h"

#include <QStringDecoder>

#include <algorithm>

namespace zhibao {

namespace {

using Xml = std::string_view;

bool isXmlSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

QString utf8(Xml text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// The character that a reference stands for; null where it is none.
QString referenced(Xml name)
{
    if (name == "lt")
        return QStringLiteral("<");
    if (name == "gt")
        return QStringLiteral(">");
    if (name == "amp")
        return QStringLiteral("&");
    if (name == "quot")
        return QStringLiteral("\"");
    if (name == "apos")
        return QStringLiteral("'");
    if (!name.starts_with('#'))
        return {};
    const bool isHexadecimal = name.starts_with("#x");
    bool isNumber = false;
    const uint code = utf8(name.substr(isHexadecimal ? 2 : 1)).toUInt(&isNumber, isHexadecimal ? 16 : 10);
    if (!isNumber || code == 0 || code > QChar::LastValidCodePoint)
        return {};
    const char32_t character = code;
    return QString::fromUcs4(&character, 1);
}

QString resolved(Xml text)
{
    if (text.find('&') == Xml::npos)
        return utf8(text);
    constexpr std::size_t longestReference = 12;
    QString result;
    while (!text.empty()) {
        const std::size_t start = std::min(text.find('&'), text.size());
        result += utf8(text.substr(0, start));
        text.remove_prefix(start);
        if (text.empty())
            break;
        const std::size_t end = text.substr(0, longestReference).find(';');
        const QString character = end == Xml::npos ? QString() : referenced(text.substr(1, end - 1));
        result += character.isNull() ? QStringLiteral("&") : character;
        text.remove_prefix(character.isNull() ? 1 : end + 1);
    }
    return result;
}

} // namespace

XmlScan::XmlScan(const QByteArray &xml)
    : m_bytes(xml)
{
    if (xml.startsWith("\xFF\xFE") || xml.startsWith("\xFE\xFF")) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        m_bytes = QString(decoder(xml)).toUtf8();
    }
    m_xml = Xml(m_bytes.constData(), static_cast<std::size_t>(m_bytes.size()));
}

// Up to where `end` begins; all that is left where it does not.
std::string_view XmlScan::until(Xml end)
{
    const std::size_t found = std::min(m_xml.find(end, m_at), m_xml.size());
    const Xml piece = m_xml.substr(m_at, found - m_at);
    m_at = std::min(found + end.size(), m_xml.size());
    return piece;
}

XmlScan::Piece XmlScan::next()
{
    if (m_closes) {
        m_closes = false;
        return Piece::Close;
    }
    while (m_at < m_xml.size()) {
        if (m_xml[m_at] != '<') {
            const std::size_t end = std::min(m_xml.find('<', m_at), m_xml.size());
            m_text = resolved(m_xml.substr(m_at, end - m_at));
            m_at = end;
            return Piece::Text;
        }
        const Piece piece = markup();
        if (piece != Piece::End)
            return piece;
    }
    return Piece::End;
}

// End: it is nothing that is told.
XmlScan::Piece XmlScan::markup()
{
    const Xml rest = m_xml.substr(m_at);
    if (rest.starts_with("<!--")) {
        m_at += 4;
        until("-->");
    } else if (rest.starts_with("<![CDATA[")) {
        m_at += 9;
        m_text = utf8(until("]]>"));
        return Piece::Text;
    } else if (rest.starts_with("<?")) {
        until("?>");
    } else if (rest.starts_with("<!")) {
        until(">");
    } else {
        return tag();
    }
    return Piece::End;
}

XmlScan::Piece XmlScan::tag()
{
    std::size_t end = m_at + 1;
    char quote = 0;
    while (end < m_xml.size() && (quote != 0 || m_xml[end] != '>')) {
        const char c = m_xml[end++];
        if (quote != 0)
            quote = c == quote ? char(0) : quote;
        else if (c == '"' || c == '\'')
            quote = c;
    }
    Xml inner = m_xml.substr(m_at + 1, end - m_at - 1);
    m_at = std::min(end + 1, m_xml.size());
    const bool isEnd = inner.starts_with('/');
    m_closes = !isEnd && inner.ends_with('/');
    if (isEnd)
        inner.remove_prefix(1);
    else if (m_closes)
        inner.remove_suffix(1);
    const auto nameEnd = std::find_if(inner.begin(), inner.end(), isXmlSpace);
    const auto length = static_cast<std::size_t>(nameEnd - inner.begin());
    m_name = localName(inner.substr(0, length));
    m_attributes = inner.substr(length);
    return isEnd ? Piece::Close : Piece::Open;
}

std::string_view XmlScan::value(Xml name) const
{
    Xml rest = m_attributes;
    while (!rest.empty()) {
        const std::size_t equals = rest.find('=');
        if (equals == Xml::npos)
            break;
        Xml key = rest.substr(0, equals);
        while (!key.empty() && isXmlSpace(key.front()))
            key.remove_prefix(1);
        while (!key.empty() && isXmlSpace(key.back()))
            key.remove_suffix(1);
        const std::size_t open = rest.find_first_of("\"'", equals);
        const std::size_t close = open == Xml::npos ? open : rest.find(rest[open], open + 1);
        if (close == Xml::npos)
            break;
        if (localName(key) == name)
            return rest.substr(open + 1, close - open - 1);
        rest.remove_prefix(close + 1);
    }
    return {};
}

QString XmlScan::attribute(Xml name) const
{
    const Xml found = value(name);
    return found.data() ? resolved(found) : QString();
}

int XmlScan::number(Xml name, int otherwise) const
{
    bool isNumber = false;
    const int number = attribute(name).toInt(&isNumber);
    return isNumber ? number : otherwise;
}

bool XmlScan::isOn(Xml name) const
{
    const Xml found = value(name);
    return found == "1" || found == "true" || found == "on";
}

} // namespace zhibao
