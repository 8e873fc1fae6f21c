// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/describenotice.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

using Kind = NoticeChange::Kind;

QString said(const char *text)
{
    return QCoreApplication::translate("Describe", text);
}

// %1: as it read before, %2: as it reads now.
struct ChangeWords {
    Kind kind;
    const char *text;
};

constexpr std::array changeWords{
    ChangeWords{Kind::Notice, QT_TRANSLATE_NOOP("Describe", "“%1”改为“%2”")},
    ChangeWords{Kind::FormAdded, QT_TRANSLATE_NOOP("Describe", "增加表式“%2”")},
    ChangeWords{Kind::FormRemoved, QT_TRANSLATE_NOOP("Describe", "取消表式“%1”")},
    ChangeWords{Kind::Form, QT_TRANSLATE_NOOP("Describe", "“%1”改为“%2”")},
    ChangeWords{Kind::Deadline, QT_TRANSLATE_NOOP("Describe", "期限由“%1”改为“%2”")},
    ChangeWords{Kind::Limit, QT_TRANSLATE_NOOP("Describe", "字数上限由%1改为%2")},
    ChangeWords{Kind::ColumnAdded, QT_TRANSLATE_NOOP("Describe", "增加栏目“%2”")},
    ChangeWords{Kind::ColumnRemoved, QT_TRANSLATE_NOOP("Describe", "取消栏目“%1”")},
    ChangeWords{Kind::Column, QT_TRANSLATE_NOOP("Describe", "栏目“%1”改为“%2”")},
    ChangeWords{Kind::SectionAdded, QT_TRANSLATE_NOOP("Describe", "增加标题“%2”")},
    ChangeWords{Kind::SectionRemoved, QT_TRANSLATE_NOOP("Describe", "取消标题“%1”")},
    ChangeWords{Kind::Section, QT_TRANSLATE_NOOP("Describe", "标题“%1”改为“%2”")},
    ChangeWords{Kind::Guidance, QT_TRANSLATE_NOOP("Describe", "说明“%1”改为“%2”")},
    ChangeWords{Kind::Other, QT_TRANSLATE_NOOP("Describe", "栏宽、必填等规定有改动")},
};

QString limitWords(const QString &limit)
{
    return limit.isEmpty() ? said(QT_TRANSLATE_NOOP("Describe", "“不限”"))
                           : said(QT_TRANSLATE_NOOP("Describe", "“%1 字”")).arg(limit);
}

QString wordsOf(const NoticeChange &change)
{
    const auto *const found = std::find_if(
        changeWords.begin(), changeWords.end(), [&](const ChangeWords &words) { return words.kind == change.kind; });
    const bool isLimit = change.kind == Kind::Limit;
    QString text = said(found->text);
    // In one go: what is put in may look like a place for the other.
    const QString before = isLimit ? limitWords(change.before) : change.before;
    const QString after = isLimit ? limitWords(change.after) : change.after;
    if (text.contains(QStringLiteral("%1")))
        return text.contains(QStringLiteral("%2")) ? text.arg(before, after) : text.arg(before);
    return text.contains(QStringLiteral("%2")) ? text.replace(QStringLiteral("%2"), after) : text;
}

QString nameOf(const Form &form)
{
    return form.mark + u' ' + form.shortTitle;
}

QString columnsOf(const Form &form)
{
    QStringList labels;
    for (const Column &column : form.columns) {
        if (!column.serial)
            labels.append(column.label);
    }
    return said(QT_TRANSLATE_NOOP("Describe", "填写：%1")).arg(labels.join(u'、'));
}

QString sectionsOf(const Form &form)
{
    QStringList headings;
    for (const Section &section : form.sections)
        headings.append(section.heading);
    const QString written = said(QT_TRANSLATE_NOOP("Describe", "撰写：%1")).arg(headings.join(u'；'));
    return form.limit > 0 ? said(QT_TRANSLATE_NOOP("Describe", "%1（不超过 %2 字）")).arg(written).arg(form.limit)
                          : written;
}

} // namespace

QStringList describeNotice(const Notice &notice)
{
    QStringList lines{notice.number + u'　' + notice.title,
        said(QT_TRANSLATE_NOOP("Describe", "发文单位：%1　发文日期：%2　报送：%3"))
            .arg(notice.issuer, notice.issued.toString(QStringLiteral("yyyy年M月d日")), notice.recipient)};
    for (const Form &form : notice.forms) {
        lines.append(said(QT_TRANSLATE_NOOP("Describe", "%1　%2，%3")).arg(form.mark, form.title, form.deadlineWords));
        lines.append(form.kind == FormKind::Table ? columnsOf(form) : sectionsOf(form));
    }
    return lines;
}

QStringList describeChanges(const QList<NoticeChange> &changes, const Notice &before, const Notice &after)
{
    QStringList lines;
    for (const NoticeChange &change : changes) {
        const Form *const now = after.form(change.form);
        const Form *const form = now ? now : before.form(change.form);
        const bool isWhole = change.kind == Kind::FormAdded || change.kind == Kind::FormRemoved;
        lines.append(form && !isWhole
                ? said(QT_TRANSLATE_NOOP("Describe", "%1：%2")).arg(nameOf(*form), wordsOf(change))
                : wordsOf(change));
    }
    return lines;
}

} // namespace zhibao
