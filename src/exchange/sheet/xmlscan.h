// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>

namespace zhibao {

// Goes through an XML file piece by piece: the rows of a sheet are too many to make a tree of them. It is as lenient as
// may be, takes no memory but for texts, and its time is linear in the length of the file whatever that holds.
class XmlScan {
public:
    // In UTF-8, or UTF-16 where a mark of byte order says so.
    explicit XmlScan(const QByteArray &xml);

    enum class Piece { Open, Close, Text, End };
    // An element without content is opened and closed.
    Piece next();
    std::string_view name() const { return m_name; } // without its prefix
    // Of the opening tag; null where there is no such attribute. Without prefix, too.
    QString attribute(std::string_view name) const;
    int number(std::string_view name, int otherwise) const;
    bool isOn(std::string_view name) const; // "1", "true"
    QString text() const { return m_text; } // of Text, with its references resolved

private:
    Piece markup();
    Piece tag();
    std::string_view value(std::string_view name) const;
    std::string_view until(std::string_view end);

    QByteArray m_bytes;
    std::string_view m_xml;
    std::size_t m_at = 0;
    std::string_view m_name;
    std::string_view m_attributes;
    QString m_text;
    bool m_closes = false; // the element that was opened has no content
};

} // namespace zhibao
