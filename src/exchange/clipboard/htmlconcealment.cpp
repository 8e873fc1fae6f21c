// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/clipboard/htmlconcealment.h"

#include <algorithm>

namespace zhibao {

namespace {

// The value of a property in a style, in lower case; null where the style does not say.
QString styleValue(const QString &style, QStringView property)
{
    QString value;
    for (const QStringView declaration : QStringView(style).split(u';')) {
        const qsizetype colon = declaration.indexOf(u':');
        if (colon >= 0 && declaration.left(colon).trimmed().compare(property, Qt::CaseInsensitive) == 0)
            value = declaration.mid(colon + 1).toString().remove(QStringLiteral("!important")).trimmed().toLower();
    }
    return value;
}

bool isHiding(const QString &style)
{
    const QString visibility = styleValue(style, u"visibility");
    return styleValue(style, u"display") == QStringLiteral("none")
        || styleValue(style, u"mso-hide") == QStringLiteral("all") || visibility == QStringLiteral("hidden")
        || visibility == QStringLiteral("collapse");
}

// Word's comments: their anchors in the text, and their texts behind it. The words a comment is about are none.
bool isComment(const QString &style, const QStringList &classes)
{
    return styleValue(style, u"mso-element").startsWith(QStringLiteral("comment"))
        || styleValue(style, u"mso-special-character") == QStringLiteral("comment")
        || classes.contains(QStringLiteral("msocomanchor")) || classes.contains(QStringLiteral("msocomtxt"));
}

bool isDeletion(const QString &element)
{
    return element == QStringLiteral("del") || element == QStringLiteral("w:del")
        || element == QStringLiteral("w:deltext") || element == QStringLiteral("w:movefrom");
}

// Without comments, and without the marks that keep a style sheet from old readers.
QString bareStyles(QStringView styles)
{
    QString result;
    for (qsizetype at = 0; at < styles.size();) {
        const qsizetype comment = styles.indexOf(u"/*", at);
        result += styles.mid(at, comment < 0 ? -1 : comment - at);
        const qsizetype end = comment < 0 ? -1 : styles.indexOf(u"*/", comment + 2);
        at = end < 0 ? styles.size() : end + 2;
    }
    return result.remove(QStringLiteral("<!--")).remove(QStringLiteral("-->"));
}

bool isZero(const QString &size)
{
    const auto digits = std::find_if(
        size.cbegin(), size.cend(), [](QChar c) { return c != u'0' && c != u'.' && !c.isLetter() && c != u'%'; });
    return size.startsWith(u'0') && digits == size.cend();
}

} // namespace

HtmlConcealment::HtmlConcealment(QStringView html)
{
    const QString opening = QStringLiteral("<style");
    for (qsizetype at = html.indexOf(opening, 0, Qt::CaseInsensitive); at >= 0;) {
        const qsizetype start = html.indexOf(u'>', at) + 1;
        const qsizetype end = html.indexOf(QStringLiteral("</style"), at, Qt::CaseInsensitive);
        if (start == 0 || end < start)
            break;
        readStyles(bareStyles(html.mid(start, end - start)));
        at = html.indexOf(opening, end, Qt::CaseInsensitive);
    }
}

// Rules of @media and the like are for other occasions: passed over with what stands in them.
void HtmlConcealment::readStyles(QStringView styles)
{
    qsizetype start = 0;
    int depth = 0; // of braces
    bool isOther = false;
    QStringView selectors;
    for (qsizetype i = 0; i < styles.size(); ++i) {
        if (styles[i] == u'{') {
            if (depth++ == 0) {
                selectors = styles.mid(start, i - start);
                isOther = selectors.contains(u'@');
                start = i + 1;
            }
        } else if (styles[i] == u'}' && depth > 0 && --depth == 0) {
            if (!isOther && isHiding(styles.mid(start, i - start).toString()))
                addSelectors(selectors);
            start = i + 1;
        }
    }
}

void HtmlConcealment::addSelectors(QStringView selectors)
{
    for (const QStringView part : selectors.split(u',')) {
        const QStringView selector = part.trimmed();
        const qsizetype dot = selector.indexOf(u'.');
        const bool isPlain = dot >= 0 && std::all_of(selector.cbegin(), selector.cend(), [](QChar c) {
            return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_';
        });
        if (isPlain && selector.count(u'.') == 1)
            m_classes.insert(selector.mid(dot == 0 ? 1 : 0).toString().toLower());
    }
}

bool HtmlConcealment::conceals(const HtmlToken &opening) const
{
    const QString element = opening.text.toString().toLower();
    if (isDeletion(element))
        return true;
    if (opening.attributes.isEmpty())
        return false;
    if (!htmlAttribute(opening.attributes, u"hidden").isNull())
        return true;
    const QString style = htmlAttribute(opening.attributes, u"style");
    const QStringList classes = htmlAttribute(opening.attributes, u"class").toLower().simplified().split(u' ');
    return isHiding(style) || isComment(style, classes)
        || std::any_of(classes.cbegin(), classes.cend(),
            [&](const QString &name) { return m_classes.contains(name) || m_classes.contains(element + u'.' + name); });
}

bool isWithout(const HtmlToken &opening, QStringView dimension)
{
    const QString styled = styleValue(htmlAttribute(opening.attributes, u"style"), dimension);
    return isZero(styled.isNull() ? htmlAttribute(opening.attributes, dimension).trimmed() : styled);
}

} // namespace zhibao
