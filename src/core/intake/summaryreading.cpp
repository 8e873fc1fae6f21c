// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/intake/summaryreading.h"

#include "core/paste/summarysplit.h"
#include "core/text/encoding.h"
#include "core/text/headings.h"
#include "core/text/script.h"

#include <algorithm>

namespace zhibao {

namespace {

constexpr qsizetype fewestHeadings = 2;

// A line of the text, and the paragraph that it is of.
struct Line {
    QString text;
    int paragraph = 0;
};

class SummaryReader {
public:
    SummaryReader(const FilledFile &file, const QList<int> &paragraphs, const Form &form, const QString &unit)
        : m_file(file)
        , m_form(form)
        , m_outline(*form.outline())
        , m_unit(unit)
    {
        m_result.form = form.id;
        m_result.paragraphs = paragraphs;
        for (const int at : paragraphs) {
            for (const QString &line : m_file.paragraphs[at].text.split(u'\n'))
                m_lines.append({line, at});
        }
    }

    int headings()
    {
        QStringList texts;
        for (const Line &line : std::as_const(m_lines))
            texts.append(line.text);
        m_headings = recogniseHeadings(texts, m_outline.sections);
        return static_cast<int>(m_headings.size());
    }

    SummaryReading read()
    {
        for (const RecognisedHeading &heading : std::as_const(m_headings)) {
            leaveOut(
                m_lines[heading.line].text.left(heading.textStart), NotTaken::Heading, m_lines[heading.line].paragraph);
            m_result.read.sections.insert(static_cast<int>(heading.section));
        }
        QStringList texts;
        for (const Line &line : std::as_const(m_lines)) {
            if (isPrinted(line.text))
                leaveOut(line.text, NotTaken::Printed, line.paragraph);
            else
                texts.append(line.text);
        }
        m_contact = takeContact(texts);
        take(splitSummary(texts.join(u'\n'), m_outline, signingUnit(texts)));
        return m_result;
    }

private:
    void leaveOut(const QString &text, NotTaken why, int paragraph)
    {
        m_result.notTaken.append({text, why, {-1, -1, -1, paragraph, {}}, {}});
    }

    bool isPrinted(const QString &line) const
    {
        const QString letters = lettersOf(line);
        QStringList printed{m_form.mark, m_form.title, m_outline.closingLine};
        for (const Section &section : m_outline.sections)
            printed.append(section.guidance);
        return !letters.isEmpty() && std::any_of(printed.cbegin(), printed.cend(), [&](const QString &text) {
            return lettersOf(text) == letters;
        });
    }

    void take(const SummarySplit &split)
    {
        FormAnswer &answer = m_result.read.answer;
        // A title is broken into lines where it is printed.
        setField(field::title, QString(split.title).remove(u'\n'));
        setField(field::addressee, split.addressee);
        setField(field::opening, split.opening);
        setField(field::closing, split.closing);
        setField(field::date, split.date.trimmed());
        setField(field::contact, withoutPrintedBrackets(m_contact.isEmpty() ? split.contact : m_contact));
        m_result.read.fields += {field::opening, field::closing};
        for (const QString &section : split.sections)
            answer.sections.append(section);
        m_result.read.isBlank = isBlank(split.opening) && isBlank(split.closing)
            && std::all_of(split.sections.cbegin(), split.sections.cend(),
                [](const QString &section) { return isBlank(section); });
        m_result.unit = split.unit.simplified();
        m_result.titleUnit = unitIn(answer.fields.value(field::title));
        if (!isBlank(split.rest))
            leaveOut(split.rest, NotTaken::Beside, m_result.paragraphs.constLast());
    }

    void setField(const QString &name, const QString &text)
    {
        if (isBlank(text))
            return;
        m_result.read.answer.fields.insert(name, text);
        m_result.read.fields.insert(name);
    }

    // The last lines where they stand in brackets with a telephone in them: of no shape that a text has.
    static QString takeContact(QStringList &lines)
    {
        constexpr qsizetype most = 3;
        constexpr int fewestDigits = 5;
        while (!lines.isEmpty() && isBlank(lines.last()))
            lines.removeLast();
        for (qsizetype from = lines.size() - 1; from >= std::max(qsizetype{1}, lines.size() - most); --from) {
            const QString text = lines.mid(from).join(u'\n').trimmed();
            if (!text.startsWith(u'（'))
                continue;
            const auto digits = std::count_if(text.cbegin(), text.cend(), [](QChar c) { return digitOf(c) >= 0; });
            if (!text.endsWith(u'）') || digits < fewestDigits || text.contains(u'。'))
                break;
            lines = lines.first(from);
            return text;
        }
        return {};
    }

    // Who signs at the end without a date is known by the title, which begins with the same name.
    QString signingUnit(const QStringList &lines) const
    {
        constexpr qsizetype titleLines = 3;
        const QString last = lines.isEmpty() ? QString() : lines.constLast().trimmed();
        return last.size() > 2 && lines.first(std::min(lines.size(), titleLines)).join(QString()).startsWith(last)
            ? last
            : m_unit;
    }

    // The brackets that are printed around a contact; those that somebody typed stand around （联系人：…）.
    static QString withoutPrintedBrackets(const QString &text)
    {
        const QString plain = text.trimmed();
        if (!plain.startsWith(u'（') || !plain.endsWith(u'）'))
            return plain;
        const QString inner = plain.mid(1, plain.size() - 2);
        return inner.startsWith(QStringLiteral("联系")) || contactNote(inner) != plain ? plain : inner;
    }

    // 某局 of 某局关于…的总结.
    static QString unitIn(const QString &title)
    {
        const qsizetype about = title.indexOf(QStringLiteral("关于"));
        return about > 1 ? title.left(about).simplified() : QString();
    }

    const FilledFile &m_file;
    const Form &m_form;
    const OutlineForm &m_outline;
    const QString m_unit;
    QList<Line> m_lines;
    QList<RecognisedHeading> m_headings;
    QString m_contact;
    SummaryReading m_result;
};

} // namespace

std::optional<SummaryReading> readSummaryOf(
    const FilledFile &file, const QList<int> &paragraphs, const Notice &notice, const QString &unit)
{
    constexpr qsizetype mostLines = 20'000; // no summary has more
    std::optional<SummaryReading> best;
    int most = 0;
    for (const Form &form : notice.forms) {
        const OutlineForm *const outline = form.outline();
        if (!outline || outline->sections.isEmpty() || paragraphs.size() > mostLines)
            continue;
        SummaryReader reader(file, paragraphs, form, unit);
        const int headings = reader.headings();
        if (headings < std::min(fewestHeadings, outline->sections.size()) || headings <= most)
            continue;
        most = headings;
        best = reader.read();
    }
    return best;
}

} // namespace zhibao
