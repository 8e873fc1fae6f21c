// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/text/separatedtext.h"

#include "exchange/intake/filledbuilder.h"

#include <QMap>

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

// Goes through the records of a text, field by field.
class FieldReader {
public:
    FieldReader(QStringView text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    bool isAtEnd() const { return m_at >= m_text.size(); }
    // The next field; `isLast` of its record.
    QString field(bool &isLast)
    {
        QString field = quoted();
        const qsizetype start = m_at;
        while (!isAtEnd() && m_text[m_at] != m_separator && m_text[m_at] != u'\n' && m_text[m_at] != u'\r')
            ++m_at;
        field += m_text.mid(start, m_at - start);
        isLast = isAtEnd() || m_text[m_at] != m_separator;
        if (!isAtEnd())
            m_at += m_text.mid(m_at).startsWith(u"\r\n") ? 2 : 1;
        return field;
    }

private:
    // A quote that is not closed is a character like any other.
    QString quoted()
    {
        if (isAtEnd() || m_text[m_at] != u'"')
            return {};
        QString field;
        for (qsizetype i = m_at + 1; i < m_text.size(); ++i) {
            if (m_text[i] != u'"') {
                field += m_text[i];
            } else if (i + 1 < m_text.size() && m_text[i + 1] == u'"') {
                field += m_text[i++];
            } else {
                m_at = i + 1;
                return field;
            }
            if (field.size() > longestField)
                break;
        }
        return {};
    }

    static constexpr qsizetype longestField = 32'767; // as in Excel

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
};

// How many fields most records have, where nearly all have as many; 0: they do not.
int commonFields(const QString &text, QChar separator)
{
    constexpr int recordsLookedAt = 100;
    FieldReader reader(text, separator);
    QMap<int, int> records; // by number of fields
    int count = 0;
    while (!reader.isAtEnd() && count < recordsLookedAt) {
        int fields = 0;
        bool isLast = false;
        bool isEmpty = true;
        while (!isLast) {
            isEmpty = reader.field(isLast).isEmpty() && isEmpty;
            ++fields;
        }
        if (isEmpty)
            continue;
        ++records[fields];
        ++count;
    }
    for (auto record = records.cbegin(); record != records.cend(); ++record) {
        if (record.key() > 1 && count > 1 && record.value() * 5 >= count * 4)
            return record.key();
    }
    return 0;
}

// In sentences a blank stands behind a comma.
bool isProse(const QString &text)
{
    return text.count(QStringLiteral(", ")) * 2 > text.count(u',');
}

void readSeparated(const QString &text, QChar separator, FilledBuilder &builder)
{
    FieldReader reader(text, separator);
    const int table = builder.beginTable();
    int row = 0;
    for (; !reader.isAtEnd() && !builder.isFull(); ++row) {
        bool isLast = false;
        for (int column = 0; !isLast; ++column) {
            const QString field = reader.field(isLast);
            const FilledPlace place{table, row, column, -1, {}};
            if (column < mostFilledColumns && row < mostFilledRows) {
                builder.cell(table, {row, column, 1, 1, field, false, false});
            } else {
                builder.note(FilledNoteCode::RowsBeyondLimit, place);
                builder.leaveOut(field, LeftOutReason::BeyondLimit, place);
            }
        }
    }
}

} // namespace

std::optional<QChar> fieldSeparator(const QString &text)
{
    const std::array separators{QChar(u'\t'), QChar(u','), QChar(u';')};
    for (const QChar separator : separators) {
        if (text.contains(separator) && !(separator == u',' && isProse(text)) && commonFields(text, separator) > 0)
            return separator;
    }
    return std::nullopt;
}

std::optional<FilledFile> readPlainText(const QString &text)
{
    const std::optional<QChar> separator = fieldSeparator(text);
    FilledBuilder builder(separator ? FilledKind::Separated : FilledKind::Text);
    if (separator) {
        readSeparated(text, *separator, builder);
    } else {
        QString lines = text;
        lines.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
        for (const QStringView line : QStringView(lines).split(u'\n')) {
            builder.paragraph({line.toString(), 0, -1, false, false});
            if (builder.isFull())
                break;
        }
    }
    if (builder.isFull())
        return std::nullopt;
    return builder.finish();
}

} // namespace zhibao
