// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/intake/filereading.h"

#include "core/intake/summaryreading.h"
#include "core/report/report.h"
#include "core/text/encoding.h"
#include "core/text/foldedname.h"
#include "core/text/script.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace zhibao {

namespace {

// What stands behind a label that the form prints, "联系人及联系方式：", however it is spaced; nothing where the text
// does not begin with it.
std::optional<QString> behindLabel(const QString &text, const QString &label)
{
    static const QRegularExpression bracketed(QStringLiteral("[（(][^）)]*[）)]"));
    const QString letters = lettersOf(QString(label).remove(bracketed));
    if (letters.isEmpty())
        return std::nullopt;
    qsizetype at = 0;
    qsizetype matched = 0;
    for (; at < text.size() && matched < letters.size(); ++at) {
        if (text[at].isSpace())
            continue;
        if (text[at] != letters[matched])
            return std::nullopt;
        ++matched;
    }
    static const QRegularExpression rest(QStringLiteral("^\\s*(?:[（(][^）)]*[）)])?\\s*[:：]"));
    const QRegularExpressionMatch match = rest.match(text.mid(at));
    if (matched < letters.size() || !match.hasMatch())
        return std::nullopt;
    return text.mid(at + match.capturedLength());
}

bool isUnitLabel(const QString &label)
{
    static const QStringList labels{QStringLiteral("填报单位"), QStringLiteral("填报部门"), QStringLiteral("填表单位"),
        QStringLiteral("报送单位"), QStringLiteral("上报单位"), QStringLiteral("申报单位"), QStringLiteral("单位名称"),
        QStringLiteral("学院名称"), QStringLiteral("单位")};
    return labels.contains(label);
}

bool isContactLabel(const QString &label)
{
    return label.startsWith(QStringLiteral("联系")) || label == QStringLiteral("经办人")
        || label == QStringLiteral("电话");
}

class Reading {
public:
    Reading(const FilledFile &file, const Notice &notice, const TableChoices &choices)
        : m_file(file)
        , m_notice(notice)
        , m_choices(choices)
        , m_used(file.paragraphs.size(), false)
    {
    }

    FileReading read()
    {
        findUnits();
        const QString unit = m_reading.units.value(0).name;
        m_reading.tables = recogniseTables(m_file, m_notice, unit, m_choices);
        for (const Form &form : m_notice.forms) {
            if (const TableForm *const table = form.table())
                readTables(form, *table, unit);
        }
        leaveOutTables();
        readSummary(unit);
        leaveOutParagraphs();
        for (const FilledLeftOut &left : m_file.leftOut)
            m_reading.notTaken.append({left.text, NotTaken::ByReader, left.place, left.why});
        return m_reading;
    }

private:
    void addUnit(const QString &name, const QString &by)
    {
        const QString plain = name.simplified();
        const bool isKnown = std::any_of(m_reading.units.cbegin(), m_reading.units.cend(),
            [&](const SaidUnit &said) { return foldedName(said.name) == foldedName(plain); });
        if (!isKnown && !foldedName(plain).isEmpty())
            m_reading.units.append({plain, by});
    }

    void findUnits()
    {
        const QString byLabel = QStringLiteral("label");
        for (const FilledLabel &label : m_file.labels) {
            if (isUnitLabel(label.label))
                addUnit(label.value, byLabel);
        }
        for (const Form &form : m_notice.forms) {
            const TableForm *const table = form.table();
            if (!table)
                continue;
            for (const FilledParagraph &paragraph : m_file.paragraphs) {
                const std::optional<QString> value = behindLabel(paragraph.text, table->unitLabel);
                if (value && !value->contains(u'：'))
                    addUnit(*value, byLabel);
            }
        }
    }

    void readTables(const Form &form, const TableForm &table, const QString &unit)
    {
        QList<int> filled; // first parts that hold data, or go on with such
        for (const RecognisedTable &told : std::as_const(m_reading.tables)) {
            const int first = told.continues < 0 ? told.table : told.continues;
            if (told.form == form.id && told.rows > 0 && !filled.contains(first))
                filled.append(first);
        }
        TableReading reading;
        bool isThere = false;
        for (const RecognisedTable &told : std::as_const(m_reading.tables)) {
            if (told.form != form.id)
                continue;
            isThere = true;
            if (filled.size() > 1) {
                m_reading.notTaken += allTexts(m_file.tables[told.table], told.table, NotTaken::FormAsked);
                continue;
            }
            readTable(reading, m_file.tables[told.table], told, form, unit);
            m_reading.joinedTables += told.continues < 0 ? 0 : 1;
        }
        if (!isThere)
            return;
        if (filled.size() > 1)
            m_reading.tablesToChoose.insert(form.id, filled);
        ReadForm &read = m_reading.forms[form.id];
        read.answer.rows = reading.rows;
        read.columns = reading.columns;
        read.places = reading.places;
        read.isBlank = reading.rows.isEmpty() && filled.size() < 2;
        m_reading.notTaken += reading.notTaken;
        m_reading.mergedCells += reading.mergedCells;
        if (const QString contact = contactOf(table); !isBlank(contact)) {
            read.answer.fields.insert(field::contact, wellFormed(contact));
            read.fields.insert(field::contact);
        }
    }

    // Behind the form's own label, also on several lines; else what labels say that any form may have.
    QString contactOf(const TableForm &form)
    {
        for (qsizetype at = 0; at < m_file.paragraphs.size(); ++at) {
            const std::optional<QString> value = behindLabel(m_file.paragraphs[at].text, form.contactLabel);
            if (!value)
                continue;
            m_used[at] = true;
            QStringList lines{*value};
            for (++at; at < m_file.paragraphs.size() && goesOnWithContact(at); ++at) {
                m_used[at] = true;
                lines.append(m_file.paragraphs[at].text);
            }
            return lines.join(u'\n');
        }
        QStringList values;
        for (const FilledLabel &label : m_file.labels) {
            if (isContactLabel(label.label) && !label.value.isEmpty())
                values.append(label.value);
        }
        for (const FilledTable &table : m_file.tables) {
            for (const FilledCell &cell : table.cells) {
                const std::optional<QString> value
                    = values.isEmpty() ? behindLabel(cell.text, form.contactLabel) : std::nullopt;
                if (value && !isBlank(*value))
                    return value->trimmed();
            }
        }
        return values.join(u' ');
    }

    bool goesOnWithContact(qsizetype at) const
    {
        constexpr int fewestDigits = 7; // of a telephone
        const FilledParagraph &paragraph = m_file.paragraphs[at];
        const auto digits
            = std::count_if(paragraph.text.cbegin(), paragraph.text.cend(), [](QChar c) { return digitOf(c) >= 0; });
        return paragraph.order == m_file.paragraphs[at - 1].order + 1 && digits >= fewestDigits
            && paragraph.text.size() <= longestContactLine && !paragraph.text.contains(u'。');
    }

    void leaveOutTables()
    {
        for (const RecognisedTable &told : std::as_const(m_reading.tables)) {
            if (!told.form.isEmpty())
                continue;
            const NotTaken why = told.candidates.isEmpty() ? NotTaken::NoForm : NotTaken::FormAsked;
            m_reading.notTaken += allTexts(m_file.tables[told.table], told.table, why);
        }
    }

    // The paragraphs behind the last table of a form, or before the first.
    void readSummary(const QString &unit)
    {
        int first = -1;
        int last = -1;
        for (const RecognisedTable &told : std::as_const(m_reading.tables)) {
            if (told.form.isEmpty())
                continue;
            const int order = m_file.tables[told.table].order;
            first = first < 0 ? order : first;
            last = order;
        }
        const auto read = [&](auto isMeant) {
            QList<int> chosen;
            for (qsizetype at = 0; at < m_file.paragraphs.size(); ++at) {
                if (!m_used[at] && isMeant(m_file.paragraphs[at].order))
                    chosen.append(static_cast<int>(at));
            }
            return readSummaryOf(m_file, chosen, m_notice, unit);
        };
        std::optional<SummaryReading> summary = read([&](int order) { return order > last; });
        if (!summary && first > 0)
            summary = read([&](int order) { return order < first; });
        if (!summary)
            return;
        m_reading.forms.insert(summary->form, summary->read);
        m_reading.notTaken += summary->notTaken;
        if (!summary->unit.isEmpty())
            addUnit(summary->unit, QStringLiteral("signature"));
        if (!summary->titleUnit.isEmpty() && m_reading.units.isEmpty())
            addUnit(summary->titleUnit, QStringLiteral("title"));
        for (const int at : std::as_const(summary->paragraphs))
            m_used[at] = true;
    }

    void leaveOutParagraphs()
    {
        for (qsizetype at = 0; at < m_file.paragraphs.size(); ++at) {
            if (m_used[at])
                continue;
            const QString &text = m_file.paragraphs[at].text;
            const bool isPrinted = std::any_of(m_notice.forms.cbegin(), m_notice.forms.cend(), [&](const Form &form) {
                const QString letters = lettersOf(text);
                const OutlineForm *const outline = form.outline();
                return letters == lettersOf(form.title) || letters == lettersOf(form.mark)
                    || (outline && letters == lettersOf(outline->filledTitle));
            });
            const bool isLabel = std::any_of(m_file.labels.cbegin(), m_file.labels.cend(),
                                     [&](const FilledLabel &label) { return label.place.paragraph == at; })
                || std::any_of(m_notice.forms.cbegin(), m_notice.forms.cend(), [&](const Form &form) {
                       return form.table() && behindLabel(text, form.table()->unitLabel).has_value();
                   });
            m_reading.notTaken.append({text,
                isPrinted     ? NotTaken::Printed
                    : isLabel ? NotTaken::Label
                              : NotTaken::Beside,
                {-1, -1, -1, static_cast<int>(at), {}}, {}});
        }
    }

    static constexpr qsizetype longestContactLine = 60; // characters of a line with a telephone

    const FilledFile &m_file;
    const Notice &m_notice;
    const TableChoices &m_choices;
    FileReading m_reading;
    QList<bool> m_used; // paragraphs
};

} // namespace

FileReading readAnswer(const FilledFile &file, const Notice &notice, const TableChoices &choices)
{
    return Reading(file, notice, choices).read();
}

} // namespace zhibao
