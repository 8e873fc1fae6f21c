// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/intake/recognition.h"

#include "core/intake/tableheader.h"
#include "core/intake/tablereading.h"
#include "core/report/report.h"

#include <algorithm>

namespace zhibao {

namespace {

constexpr double formLead = 0.5; // of a form before the next: half a column
constexpr qsizetype longestBetween = 20; // letters of a paragraph between two parts of one table: 续表

class Recogniser {
public:
    Recogniser(const FilledFile &file, const Notice &notice, const TableChoices &choices)
        : m_file(file)
        , m_choices(choices)
    {
        for (const Form &form : notice.forms) {
            const TableForm *const table = form.table();
            if (table && !table->columns.isEmpty())
                m_forms.append({&form, ColumnLabels(*table, form.title)});
        }
    }

    RecognisedTable recognise(int table) const
    {
        const TableRows rows(m_file.tables[table]);
        QMap<int, QString> chosen;
        for (auto choice = m_choices.columns.cbegin(); choice != m_choices.columns.cend(); ++choice) {
            if (choice.key().first == table)
                chosen.insert(choice.key().second, *choice);
        }
        HeaderReader::Header best;
        double next = 0;
        QStringList alike;
        for (const auto &[form, labels] : m_forms) {
            if (m_choices.forms.contains(table) && m_choices.forms.value(table) != form->id)
                continue;
            HeaderReader::Header header = HeaderReader(*form->table(), labels).find(rows, chosen);
            header.told.form = form->id;
            if (header.score > 0 && std::abs(header.score - best.score) < formLead)
                alike.append(form->id);
            else if (header.score > best.score)
                alike = {form->id};
            if (header.score > best.score) {
                next = best.score;
                best = std::move(header);
            } else {
                next = std::max(next, header.score);
            }
        }
        RecognisedTable told = best.score > 0 ? best.told : plainHeader(rows);
        told.table = table;
        if (best.score > 0 && best.score - next < formLead && alike.size() > 1) {
            told.candidates = alike;
            told.form.clear();
            told.columns.clear();
        }
        return told;
    }

    // Whether the table, which has no header, goes on with the one before.
    bool goesOn(const RecognisedTable &before, int table) const
    {
        const FilledTable &one = m_file.tables[before.table];
        const FilledTable &other = m_file.tables[table];
        const bool isNear
            = std::none_of(m_file.paragraphs.cbegin(), m_file.paragraphs.cend(), [&](const FilledParagraph &paragraph) {
                  return paragraph.order > one.order && paragraph.order < other.order
                      && paragraph.text.size() > longestBetween;
              });
        return isNear && one.columns == other.columns && one.name == other.name;
    }

private:
    struct KnownForm {
        const Form *form;
        ColumnLabels labels;
    };
    const FilledFile &m_file;
    const TableChoices &m_choices;
    QList<KnownForm> m_forms;
};

} // namespace

QList<RecognisedTable> recogniseTables(
    const FilledFile &file, const Notice &notice, const QString &unit, const TableChoices &choices)
{
    const Recogniser recogniser(file, notice, choices);
    QList<RecognisedTable> tables;
    for (int table = 0; table < file.tables.size(); ++table) {
        RecognisedTable told = recogniser.recognise(table);
        const RecognisedTable *const before = tables.isEmpty() ? nullptr : &tables.constLast();
        const bool isMeant = !choices.forms.contains(table);
        if (before && !before->form.isEmpty() && told.form.isEmpty() && told.candidates.isEmpty() && isMeant
            && recogniser.goesOn(*before, table)) {
            told = *before;
            told.table = table;
            told.headerRow = -1;
            told.headerRows = 0;
            told.questions.clear();
            told.continues = before->continues < 0 ? before->table : before->continues;
        } else if (before && !told.form.isEmpty() && told.form == before->form && told.columns == before->columns
            && file.tables[told.table].name == file.tables[before->table].name) {
            told.continues = before->continues < 0 ? before->table : before->continues;
        }
        tables.append(told);
    }
    for (RecognisedTable &told : tables)
        told.rows = dataRows(file.tables[told.table], told, notice.form(told.form), unit);
    return tables;
}

} // namespace zhibao
