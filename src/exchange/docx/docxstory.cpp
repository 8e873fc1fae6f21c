// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/docxstory.h"

#include <algorithm>
#include <pugixml.hpp>
#include <string_view>

namespace zhibao {

namespace {

constexpr char16_t number = u'\0'; // XML can hold neither
constexpr char16_t otherField = u'\1';

// Reads the runs of a story, whose field is in parts (ECMA-376 part 1, 17.16.18).
class Story {
public:
    void take(const pugi::xml_node &node)
    {
        const std::string_view name = node.name();
        if (name == "w:fldChar")
            takeMark(node.attribute("w:fldCharType").as_string());
        else if (name == "w:instrText")
            takeInstruction(QString::fromUtf8(node.text().get()));
        else if (name == "w:t")
            takeText(QString::fromUtf8(node.text().get()));
    }

    QString said() const { return m_place == Place::Outside ? m_said : m_said + otherField; }

private:
    enum class Place { Outside, Instruction, Result };

    void takeMark(std::string_view mark)
    {
        const bool begins = mark == "begin" && m_place == Place::Outside;
        const bool separates = mark == "separate" && m_place == Place::Instruction;
        const bool ends = mark == "end" && m_place == Place::Result;
        if (begins)
            m_instruction.clear();
        if (ends)
            m_said += m_instruction == QStringLiteral(" PAGE ") ? number : otherField;
        if (!begins && !separates && !ends)
            m_said += otherField;
        m_place = begins ? Place::Instruction : separates ? Place::Result : Place::Outside;
    }

    void takeInstruction(const QString &text)
    {
        if (m_place == Place::Instruction)
            m_instruction += text;
        else
            m_said += otherField;
    }

    // The result of a field is shown until it is worked out anew.
    void takeText(const QString &text)
    {
        const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
        const bool isNumber = text.size() <= 4 && std::all_of(text.begin(), text.end(), isDigit);
        if (m_place == Place::Outside)
            m_said += text;
        else if (m_place == Place::Instruction || !isNumber)
            m_said += otherField;
    }

    Place m_place = Place::Outside;
    QString m_instruction;
    QString m_said;
};

} // namespace

QString docxStory(const pugi::xml_node &story)
{
    Story read;
    for (const pugi::xml_node &paragraph : story.children("w:p")) {
        for (const pugi::xml_node &run : paragraph.children("w:r")) {
            for (const pugi::xml_node &node : run)
                read.take(node);
        }
    }
    return read.said();
}

QString docxPageNumber()
{
    return QStringLiteral("— ") + number + QStringLiteral(" —");
}

} // namespace zhibao
