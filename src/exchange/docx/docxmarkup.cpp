// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/docxmarkup.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <vector>

namespace zhibao {

namespace {

using Kind = ForeignContent::Kind;

// Walks through the part as a stream, so that XML that is not well-formed, or that programs may take for something
// else, ends the walk: other encodings, document types, entities.
class MarkupCheck {
public:
    MarkupCheck(const ArchivePart &part, DocxPart kind, ForeignContents &foreign)
        : m_part(part.name)
        , m_kind(kind)
        , m_reader(part.bytes)
        , m_foreign(foreign)
    {
    }

    void run()
    {
        while (!m_reader.atEnd() && !m_stopped)
            take(m_reader.readNext());
        if (m_reader.hasError())
            add(Kind::Markup, {}, QStringLiteral("malformed"));
    }

private:
    // An element that the walk is in.
    struct Open {
        std::string name;
        const ElementRule *rule = nullptr;
        std::vector<std::string> children = {}; // plain names of those that stand once
        bool isEmpty = true; // no child yet
        bool isFull = false; // the last child was there
        QString text = {};
        bool keepsSpace = false;
    };

    void take(QXmlStreamReader::TokenType token)
    {
        switch (token) {
        case QXmlStreamReader::StartDocument:
            checkDeclaration();
            break;
        case QXmlStreamReader::StartElement:
            enter();
            break;
        case QXmlStreamReader::EndElement:
            leave();
            break;
        case QXmlStreamReader::Characters:
            takeText();
            break;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            m_stopped = true;
            add(Kind::Markup, {}, QStringLiteral("document-type"));
            break;
        case QXmlStreamReader::Comment:
        case QXmlStreamReader::ProcessingInstruction:
            add(Kind::Markup, {}, QStringLiteral("comment"));
            break;
        default:
            break;
        }
    }

    void add(Kind kind, const QString &name, const QString &value = {}) { m_foreign.add({kind, m_part, name, value}); }

    void checkDeclaration()
    {
        const QStringView encoding = m_reader.documentEncoding();
        const QStringView version = m_reader.documentVersion();
        if ((!encoding.isEmpty() && encoding.compare(u"UTF-8", Qt::CaseInsensitive) != 0)
            || (!version.isEmpty() && version != u"1.0"))
            add(Kind::Markup, {}, QStringLiteral("encoding"));
    }

    void enter()
    {
        const std::string name = m_reader.qualifiedName().toString().toStdString();
        const std::string around = m_open.empty() ? std::string() : m_open.back().name;
        const std::string path = around + '/' + name;
        const ElementRule *const rule = elementRule(m_kind, path);
        if (!rule || !hasUsualNamespaces()) {
            if (!rule)
                add(Kind::Element, QString::fromStdString(path));
            m_reader.skipCurrentElement();
            return;
        }
        if (name == "w:drawing")
            add(Kind::Picture, QString::fromStdString(path));
        if (!m_open.empty())
            takePlace(name, *rule);
        checkAttributes(*rule, name);
        m_open.push_back({name, rule});
        m_open.back().keepsSpace = m_reader.attributes().hasAttribute(QStringLiteral("xml:space"));
    }

    bool hasUsualNamespaces()
    {
        for (const QXmlStreamNamespaceDeclaration &each : m_reader.namespaceDeclarations()) {
            const std::string prefix = each.prefix().toString().toStdString();
            const std::string uri = each.namespaceUri().toString().toStdString();
            if (isUsualNamespace(prefix, uri))
                continue;
            add(Kind::Markup, each.prefix().toString(), QStringLiteral("namespace"));
            return false;
        }
        return true;
    }

    // Whether the element may stand where it does among those around it.
    void takePlace(const std::string &name, const ElementRule &rule)
    {
        Open &around = m_open.back();
        bool fits = !around.isFull && ((rule.standing & First) == 0 || around.isEmpty);
        around.isEmpty = false;
        around.isFull = (rule.standing & Last) != 0;
        if ((rule.standing & Many) == 0) {
            // A choice stands for the element that encloses it and its fallback.
            const bool isChoice = around.name == "mc:Choice" && m_open.size() > 2;
            Open &owner = isChoice ? m_open[m_open.size() - 3] : around;
            const std::string plain(plainName(name));
            fits = fits && std::find(owner.children.begin(), owner.children.end(), plain) == owner.children.end();
            owner.children.push_back(plain);
        }
        if (!fits)
            add(Kind::Repeated, QString::fromStdString(around.name + '/' + name));
    }

    void checkAttributes(const ElementRule &rule, const std::string &name)
    {
        std::vector<std::string> known;
        std::vector<std::string_view> plain;
        for (const QXmlStreamAttribute &each : m_reader.attributes()) {
            known.push_back(each.qualifiedName().toString().toStdString());
            const std::string value = each.value().toString().toStdString();
            if (!allowsAttribute(rule, known.back(), value))
                add(Kind::Attribute, nameOf(name, known.back()), each.value().toString());
        }
        for (const std::string &each : known) {
            if (std::find(plain.begin(), plain.end(), plainName(each)) != plain.end())
                add(Kind::Repeated, nameOf(name, each));
            plain.push_back(plainName(each));
        }
        const std::string_view omitted = missingAttribute(
            rule, [&](std::string_view each) { return std::find(known.begin(), known.end(), each) != known.end(); });
        if (!omitted.empty())
            add(Kind::Attribute, nameOf(name, std::string(omitted)));
    }

    static QString nameOf(const std::string &element, const std::string &attribute)
    {
        return QString::fromStdString(element + ' ' + attribute);
    }

    void takeText()
    {
        if (m_reader.isCDATA())
            add(Kind::Markup, {}, QStringLiteral("cdata"));
        if (m_open.empty())
            return;
        if ((m_open.back().rule->standing & WithText) != 0)
            m_open.back().text += m_reader.text();
        else if (!m_reader.isWhitespace())
            add(Kind::Text, QString::fromStdString(m_open.back().name), m_reader.text().trimmed().toString());
    }

    void leave()
    {
        const Open &open = m_open.back();
        if (open.name == "w:t" && !isShownAsWritten(open))
            add(Kind::Text, QString::fromStdString(open.name), open.text);
        m_open.pop_back();
    }

    // Blanks at the ends of a text are dropped where it does not say that they are kept; what parts lines and columns
    // in it may or may not do so on the page.
    static bool isShownAsWritten(const Open &open)
    {
        const auto parts = [](QChar c) { return c == u'\n' || c == u'\r' || c == u'\t'; };
        const bool isBare = !open.text.startsWith(u' ') && !open.text.endsWith(u' ');
        return (open.keepsSpace || isBare) && std::none_of(open.text.begin(), open.text.end(), parts);
    }

    QString m_part;
    DocxPart m_kind;
    QXmlStreamReader m_reader;
    ForeignContents &m_foreign;
    std::vector<Open> m_open;
    bool m_stopped = false;
};

} // namespace

void checkMarkup(const ArchivePart &part, DocxPart kind, ForeignContents &foreign)
{
    MarkupCheck(part, kind, foreign).run();
}

} // namespace zhibao
