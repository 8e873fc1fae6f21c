// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "generate/reports.h"

#include "generate/phrases.h"

namespace zhibao {

namespace {

using generate::Phrases;
using generate::Random;

const QStringList units = {
    QStringLiteral("贵州省市场监督管理局"),
    QStringLiteral("新疆生产建设兵团市场监督管理局"),
    QStringLiteral("宁夏回族自治区市场监督管理厅"),
    QStringLiteral("天津市市场监督管理委员会"),
    QStringLiteral("国家市场监督管理总局价格监督检查和反不正当竞争局"),
    QStringLiteral("北京市市场监督管理局"),
};

QString sentence(Phrases &phrases)
{
    return phrases.random.chance(120) ? phrases.odd() : phrases.activity();
}

// Sentences up to about `characters`.
QString prose(Phrases &phrases, int characters)
{
    QString text;
    while (text.size() < characters)
        text += sentence(phrases);
    return text;
}

// Exactly `characters` code points, for tables whose size is to be known.
QString proseOfLength(Phrases &phrases, int characters)
{
    const QList<uint> points = prose(phrases, 2 * characters).toUcs4();
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()), characters);
}

// One to four paragraphs, at times numbered or indented by hand.
QString paragraphs(Phrases &phrases)
{
    Random &random = phrases.random;
    const int count = random.chance(450) ? random.between(2, 4) : 1;
    const bool numbered = random.chance(500);
    QStringList texts;
    for (int index = 0; index < count; ++index) {
        QString text = prose(phrases, random.between(10, 90));
        if (count > 1 && numbered)
            text.prepend(QStringLiteral("%1.").arg(index + 1));
        else if (random.chance(40))
            text.prepend(QString(2, QChar(0x3000)));
        texts << text;
    }
    return texts.join(u'\n');
}

// What stands in a column: a column outside the group by its place, one inside it the parts of a paper.
QString cellText(Phrases &phrases, const Column &column, int place)
{
    if (column.repeating)
        return place == 0 ? phrases.paperTitle() : place == 1 ? phrases.issuer() : phrases.progress();
    return place == 0 ? phrases.leadersInstruction() : place == 1 ? phrases.study() : paragraphs(phrases);
}

Texts cells(Phrases &phrases, const Form &form, bool repeating, const GeneratorSize &size)
{
    Texts texts;
    int place = 0;
    for (const Column &column : form.table()->columns) {
        if (column.serial || column.repeating != repeating)
            continue;
        QString text
            = size.cellCharacters > 0 ? proseOfLength(phrases, size.cellCharacters) : cellText(phrases, column, place);
        if (size.cellCharacters > 0 || !phrases.random.chance(30))
            texts.insert(column.id, text);
        ++place;
    }
    return texts;
}

// One statement a draw: the order in which arguments are evaluated is the compiler's choice.
QString contact(Phrases &phrases)
{
    const QString person = phrases.person();
    return QStringLiteral("质量发展处 %1 %2").arg(person, phrases.telephone());
}

FormAnswer tableAnswer(Phrases &phrases, const Form &form, const GeneratorSize &size)
{
    Random &random = phrases.random;
    FormAnswer answer;
    answer.fields.insert(field::contact, contact(phrases));
    const int rows = size.rows > 0 ? size.rows : random.between(1, 12);
    for (int index = 0; index < rows; ++index) {
        Row row;
        row.cells = cells(phrases, form, false, size);
        const int entries = form.table()->repeatingGroup.isEmpty() ? 0 : size.rows > 0 ? 1 : random.below(5);
        for (int entry = 0; entry < entries; ++entry)
            row.entries << cells(phrases, form, true, size);
        answer.rows << row;
    }
    return answer;
}

// A section: numbered paragraphs （一）…。, plain ones, or, in places, nothing.
QString section(Phrases &phrases, int characters)
{
    static const QString numerals = QStringLiteral("一二三四五六七八九十");
    Random &random = phrases.random;
    const bool numbered = random.chance(800);
    QStringList texts;
    qsizetype written = 0;
    for (int index = 0; index < 10 && written < characters; ++index) {
        const QString opening
            = numbered ? QStringLiteral("（%1）%2。").arg(numerals.at(index)).arg(phrases.aspect()) : QString();
        texts << opening + prose(phrases, random.between(40, qMax(60, characters / 3)));
        written += texts.constLast().size();
    }
    return texts.join(u'\n');
}

FormAnswer outlineAnswer(
    Phrases &phrases, const Notice &notice, const Form &form, const QString &unit, const GeneratorSize &size)
{
    Random &random = phrases.random;
    FormAnswer answer;
    answer.fields.insert(field::title, QString(form.outline()->defaultTitle).replace(QStringLiteral("{unit}"), unit));
    answer.fields.insert(field::addressee, form.outline()->defaultAddressee);
    if (random.chance(700))
        answer.fields.insert(field::opening,
            QStringLiteral("按照《%1》（%2）要求，我局精心组织、周密部署。现将有关情况总结如下。")
                .arg(notice.title, notice.number));
    const int wanted = size.summaryCharacters > 0 ? size.summaryCharacters : random.between(300, 4500);
    for (qsizetype index = 0; index < form.outline()->sections.size(); ++index) {
        const bool left = size.summaryCharacters == 0 && random.chance(40);
        answer.sections << (left ? QString() : section(phrases, wanted / int(form.outline()->sections.size())));
    }
    if (random.chance(700))
        answer.fields.insert(field::closing, QStringLiteral("下一步，我局将持续抓好贯彻实施。") + sentence(phrases));
    if (random.chance(900))
        answer.fields.insert(field::date, QStringLiteral("2023-12-%1").arg(random.between(10, 31)));
    if (random.chance(800))
        answer.fields.insert(field::contact, contact(phrases));
    return answer;
}

} // namespace

Report generateReport(const Notice &notice, quint32 seed, const GeneratorSize &size)
{
    Random random(seed);
    Phrases phrases{random, notice.subject};
    Report report;
    report.notice = notice.number;
    report.unit = random.pick(units);
    for (const Form &form : notice.forms) {
        report.forms.insert(form.id,
            form.table() ? tableAnswer(phrases, form, size) : outlineAnswer(phrases, notice, form, report.unit, size));
    }
    return report;
}

} // namespace zhibao
