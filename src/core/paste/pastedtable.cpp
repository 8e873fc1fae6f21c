// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/paste/pastedtable.h"

#include "core/paste/pastedheader.h"
#include "core/report/report.h"
#include "core/text/numbering.h"
#include "core/text/script.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace zhibao {

namespace {

QString withoutSpace(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text;
}

QStringList textsOf(const QStringList &line)
{
    QStringList texts;
    for (const QString &cell : line) {
        if (!isBlank(cell))
            texts.append(cell);
    }
    return texts;
}

// A running number in any shape: 1 1. 1） （1） ① Ⅰ 一 （一） 一、 第一; 0: none.
int runningNumber(const QString &cell)
{
    static const QRegularExpression marks(QStringLiteral("^[(（\\[]?(?:第|No\\.?)?(.+?)[)）\\]]?[、.．。,，:：]?$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QStringList romans{QStringLiteral("I"), QStringLiteral("II"), QStringLiteral("III"),
        QStringLiteral("IV"), QStringLiteral("V"), QStringLiteral("VI"), QStringLiteral("VII"), QStringLiteral("VIII"),
        QStringLiteral("IX"), QStringLiteral("X"), QStringLiteral("XI"), QStringLiteral("XII")};
    constexpr qsizetype longest = 8;
    const QString plain = withoutSpace(cell).normalized(QString::NormalizationForm_KC);
    if (plain.size() > longest)
        return 0;
    constexpr char16_t blackCircled = u'❶'; // has no compatibility form, ❷ to ❿ neither
    if (plain.size() == 1 && plain[0].unicode() >= blackCircled && plain[0].unicode() < blackCircled + 10)
        return plain[0].unicode() - blackCircled + 1;
    const QString numeral = marks.match(plain).captured(1);
    const bool isArabic = !numeral.isEmpty() && std::all_of(numeral.cbegin(), numeral.cend(), isAsciiDigit);
    return isArabic ? numeral.toInt()
                    : qMax(ordinalOf(numeral), static_cast<int>(romans.indexOf(numeral.toUpper())) + 1);
}

bool isTotal(const QString &cell)
{
    static const QStringList words{QStringLiteral("合计"), QStringLiteral("总计"), QStringLiteral("小计"),
        QStringLiteral("共计"), QStringLiteral("累计"), QStringLiteral("总数"), QStringLiteral("合计数")};
    return words.contains(lettersOf(cell));
}

// Tells the lines that a form prints around its rows, or that others put there, from the rows.
class FormLines {
public:
    FormLines(const Form &form, const QString &unit)
        : m_form(form)
        , m_unit(unit)
    {
        for (const QString &label : {form.unitLabel, form.contactLabel})
            m_labels.append(lettersOf(QString(label).remove(bracketed())));
    }

    bool contains(const QStringList &line) const
    {
        QStringList texts = textsOf(line);
        if (isColumnNumbers(texts) || (texts.size() == 1 && isLineOfItsOwn(texts.first())))
            return true;
        if (texts.size() > 1 && runningNumber(texts.first()) > 0)
            texts.removeFirst();
        if (texts.isEmpty())
            return false;
        // A row's own text may begin with such a word as well: then it has others beside it.
        const auto labels = std::count_if(texts.cbegin(), texts.cend(), isCommonLabel);
        return isTotal(texts.first()) || isOwnLabel(texts.first())
            || (isCommonLabel(texts.first()) && 2 * labels >= texts.size());
    }

private:
    static const QRegularExpression &bracketed()
    {
        static const QRegularExpression pattern(QStringLiteral("[（(][^）)]*[）)]"));
        return pattern;
    }

    // "填报单位（盖章）：…": a label that the form itself prints.
    bool isOwnLabel(const QString &cell) const
    {
        static const QRegularExpression rest(QStringLiteral("[:：].*"), QRegularExpression::DotMatchesEverythingOption);
        const QString label = lettersOf(withoutSpace(cell).remove(rest).remove(bracketed()));
        return !label.isEmpty() && m_labels.contains(label);
    }

    // "填表人：…", or such a label in a cell of its own.
    static bool isCommonLabel(const QString &cell)
    {
        static const QRegularExpression pattern(QStringLiteral(
            "^(?:(?:填报|填表|制表|审核|审批|复核|联系|经办|报送)人(?:员|姓名)?(?:及|和)?(?:联系)?(?:方式|电话)?|"
            "(?:单位|部门|科室|分管|主要)?(?:负责人|领导)(?=[（(]?(?:签字|签名|签章|审签))(?:签字|签名|签章|审签)?|"
            "(?:填报|填表|制表|报送|上报)?(?:单位|部门|日期|时间)(?:名称)?|联系电话|电话|手机|联系方式)"
            "(?:[（(][^）)]*[）)])?(?:[:：]|$)"));
        return pattern.match(withoutSpace(cell)).hasMatch();
    }

    // 栏次, 甲 乙 1 2 3: how the columns are counted.
    static bool isColumnNumbers(const QStringList &texts)
    {
        constexpr int fewest = 4;
        int last = 0;
        for (const QString &cell : texts) {
            const QString text = withoutSpace(cell);
            const bool isLetter = text.size() == 1 && QStringLiteral("甲乙丙丁戊").contains(text);
            if (isLetter || text == QStringLiteral("栏次"))
                continue;
            const int number = runningNumber(text);
            if (number == 0 || (last > 0 && number != last + 1))
                return false;
            last = number;
        }
        return texts.size() >= fewest;
    }

    bool isLineOfItsOwn(const QString &cell) const
    {
        static const QRegularExpression pattern(QStringLiteral(
            "^(?:备注|注|说明|填表说明|填报说明|注释)[:：]|^附(?:件|表)[0-9一二三四五六七八九十]*[:：]?$|"
            "^[0-9〇零一二三四五六七八九十]{2,4}年[0-9一二三四五六七八九十]{1,3}月"
            "[0-9一二三四五六七八九十]{1,3}[日号]$|^第[0-9]+页"));
        const QString text = withoutSpace(cell);
        const QString name = QString(text).remove(bracketed());
        return pattern.match(text.normalized(QString::NormalizationForm_KC).replace(u':', u'：')).hasMatch()
            || name == m_unit || name == withoutSpace(m_form.title);
    }

    const Form &m_form;
    const QString m_unit;
    QStringList m_labels;
};

qsizetype widthOf(const TextGrid &grid)
{
    qsizetype width = 0;
    for (const QStringList &line : grid) {
        qsizetype used = line.size();
        while (used > width && isBlank(line[used - 1]))
            --used;
        width = qMax(width, used);
    }
    return width;
}

// Reads a grid whose header was found.
class HeadedReader {
public:
    HeadedReader(const TextGrid &grid, const Form &form, const PastedHeader &header, const FormLines &formLines)
        : m_grid(grid)
        , m_form(form)
        , m_header(header)
        , m_formLines(formLines)
    {
        for (qsizetype i = 0; i < header.columns.size(); ++i) {
            const int column = header.columns[i];
            const bool isKnown = column >= 0 && !form.columns[column].serial;
            (isKnown ? m_known : m_others).append(i);
        }
    }

    PastedTable read()
    {
        for (const qsizetype i : std::as_const(m_known))
            m_table.columns.append(m_form.columns[m_header.columns[i]]);
        const TextGrid header = m_grid.mid(m_header.firstLine, m_header.lines);
        for (qsizetype i = 0; i < m_grid.size(); ++i) {
            if (!header.contains(m_grid[i]))
                readLine(m_grid[i], i < m_header.firstLine);
        }
        return m_table;
    }

private:
    // Above the header stand the title and its like; but rows too, where the header was repeated on the next page.
    void readLine(const QStringList &line, bool isAbove)
    {
        constexpr int fewest = 3; // texts of a row above the header
        const QStringList own = cellsOf(line, m_known);
        const QStringList others = otherTexts(line);
        const auto texts = textsOf(own).size();
        const bool isHeading = line.size() == 1 && m_known.size() > 1; // one cell as wide as the table
        const bool isRow = texts > 0 && (!isAbove || texts >= fewest) && !isHeading && !m_formLines.contains(line);
        if (isRow)
            m_table.lines.append(own);
        else if (texts > 0 || !others.isEmpty())
            m_table.leftOut.append(textsOf(line));
        if (isRow && !others.isEmpty())
            m_table.kept.append(others);
    }

    // What stands in columns that the form does not have, but for the running numbers.
    QStringList otherTexts(const QStringList &line) const
    {
        QStringList texts;
        for (const qsizetype i : m_others) {
            const bool isNumber = m_header.columns[i] >= 0 && runningNumber(line.value(i)) > 0;
            if (!isNumber && !isBlank(line.value(i)))
                texts.append(line.value(i));
        }
        return texts;
    }

    static QStringList cellsOf(const QStringList &line, const QList<qsizetype> &columns)
    {
        QStringList cells;
        for (const qsizetype column : columns)
            cells.append(line.value(column));
        return cells;
    }

    const TextGrid &m_grid;
    const Form &m_form;
    const PastedHeader &m_header;
    const FormLines &m_formLines;
    QList<qsizetype> m_known; // columns of the grid that the form has
    QList<qsizetype> m_others;
    PastedTable m_table;
};

// Reads a grid without a header: its columns are known by what stands in them.
class BareReader {
public:
    BareReader(const TextGrid &grid, const Form &form, const QString &first)
        : m_grid(grid)
        , m_form(form)
    {
        for (const Column &column : form.columns)
            m_textColumns += column.serial ? 0 : 1;
        const auto column = std::find_if(
            form.columns.cbegin(), form.columns.cend(), [](const Column &candidate) { return !candidate.serial; });
        m_isAtFirst = column != form.columns.cend() && column->id == first;
        m_first = first;
    }

    PastedTable read(const FormLines &formLines)
    {
        PastedTable table;
        if (widthOf(m_grid) >= m_textColumns && m_isAtFirst)
            table.leftOut = takeOut(formLines);
        dropBlankColumns();
        if (const QStringList header = takeUnknownHeader(); !header.isEmpty())
            table.leftOut.prepend(header);
        const bool isNumbered = hasSerial() && hasRunningNumbers();
        if (isNumbered) {
            for (QStringList &line : m_grid)
                line = line.mid(1);
        }
        for (const Column &column : m_form.columns) {
            const bool isFrom = !table.columns.isEmpty() || isNumbered || column.id == m_first;
            if (!column.serial && isFrom)
                table.columns.append(column);
        }
        for (const QStringList &line : std::as_const(m_grid)) {
            table.lines.append(line.mid(0, table.columns.size()));
            const QStringList rest = line.mid(table.columns.size());
            if (!textsOf(rest).isEmpty())
                table.kept.append(rest);
        }
        return table;
    }

private:
    bool hasSerial() const { return m_textColumns < m_form.columns.size(); }

    TextGrid takeOut(const FormLines &formLines)
    {
        TextGrid taken;
        m_grid.removeIf([&](const QStringList &line) {
            if (line.size() != 1 && !formLines.contains(line)) // one cell as wide as the table is a heading
                return false;
            taken.append(textsOf(line));
            return true;
        });
        return taken;
    }

    // Empty columns that a table has besides the form's.
    void dropBlankColumns()
    {
        const qsizetype width = widthOf(m_grid);
        QSet<qsizetype> used;
        for (const QStringList &line : std::as_const(m_grid)) {
            for (qsizetype i = 0; i < line.size(); ++i) {
                if (!isBlank(line[i]))
                    used.insert(i);
            }
        }
        const bool isWhole = used.size() == m_form.columns.size() || used.size() == m_textColumns;
        if (!isWhole || width <= m_form.columns.size())
            return;
        for (QStringList &line : m_grid) {
            for (qsizetype i = line.size() - 1; i >= 0; --i) {
                if (!used.contains(i))
                    line.removeAt(i);
            }
        }
    }

    // A header of which only the running number is known: it is no row, and the rows below it are numbered.
    QStringList takeUnknownHeader()
    {
        const bool isNumberedBelow = m_isAtFirst && m_grid.size() > 1
            && std::all_of(std::next(m_grid.cbegin()), m_grid.cend(),
                [](const QStringList &line) { return isBlank(line.value(0)) || runningNumber(line.value(0)) > 0; });
        if (!isNumberedBelow || !isNumberLabel(m_grid.first().value(0), m_form))
            return {};
        m_hasNumberLabel = true;
        return textsOf(m_grid.takeFirst());
    }

    // A column of running numbers in front. Of a table that is not whole they must be known by counting, or by their
    // shape: figures may be pasted too.
    bool hasRunningNumbers() const
    {
        const qsizetype width = widthOf(m_grid);
        const bool isWhole = width >= m_form.columns.size();
        if (width < 2 || (!isWhole && !m_isAtFirst))
            return false;
        QList<int> numbers;
        bool hasMarks = true;
        for (const QStringList &line : m_grid) {
            const QString cell = line.value(0);
            if (isBlank(cell))
                continue;
            numbers.append(runningNumber(cell));
            if (numbers.last() == 0)
                return false;
            hasMarks = hasMarks && !std::all_of(cell.cbegin(), cell.cend(), isAsciiDigit);
        }
        bool isCounting = numbers.size() > 1;
        for (qsizetype i = 1; i < numbers.size(); ++i)
            isCounting = isCounting && numbers[i] == numbers[i - 1] + 1;
        return isWhole || m_hasNumberLabel || isCounting || (hasMarks && !numbers.isEmpty());
    }

    TextGrid m_grid;
    const Form &m_form;
    QString m_first;
    qsizetype m_textColumns = 0;
    bool m_hasNumberLabel = false;
    bool m_isAtFirst = false; // pasted from the form's first column on
};

} // namespace

PastedTable readPastedTable(const TextGrid &grid, const Form &form, const QString &unit, const QString &first)
{
    const FormLines formLines(form, unit);
    const PastedHeader header = findHeader(grid, form);
    return header.isFound() ? HeadedReader(grid, form, header, formLines).read()
                            : BareReader(grid, form, first).read(formLines);
}

bool hasHeader(const TextGrid &grid, const Form &form)
{
    return findHeader(grid, form).isFound();
}

JoinedTables joinedTables(const QList<TextGrid> &tables, const Form &form)
{
    JoinedTables joined;
    std::optional<PastedHeader> first;
    for (qsizetype i = 0; i < tables.size(); ++i) {
        const PastedHeader header = findHeader(tables[i], form);
        if (!first && header.isFound()) {
            first = header;
            joined.grid = tables[i];
        } else if (first && header.isFound() && header.columns == first->columns) {
            joined.leftOut += tables[i].first(header.firstLine);
            joined.grid += tables[i].sliced(header.firstLine + header.lines);
        } else {
            joined.others.append(i);
        }
    }
    if (!first && !tables.isEmpty())
        joined.grid = tables[joined.others.takeFirst()];
    return joined;
}

} // namespace zhibao
