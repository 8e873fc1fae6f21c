// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What verify says, in the window, on paper and on the command line.
#include "workspace/describe/describeverification.h"

#include "base/digest.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/describeforeign.h"
#include "workspace/describe/sentence.h"

#include <QCoreApplication>

#include <array>

namespace zhibao {

namespace {

// In the order of Verification::Reason.
constexpr std::array reasonWords{
    QT_TRANSLATE_NOOP("Describe", "不能核对"),
    QT_TRANSLATE_NOOP("Describe", "不能核对：文件是图片或扫描件，没有可以比对的文字"),
    QT_TRANSLATE_NOOP("Describe", "不能核对：文件设有口令"),
    QT_TRANSLATE_NOOP("Describe", "不能核对：一个文件里有两种格式"),
    QT_TRANSLATE_NOOP("Describe", "不能核对：文件超过核对的限度（300 页，每步 20 秒、1024 兆字节内存）"),
    QT_TRANSLATE_NOOP("Describe", "不能核对：文件里有导出件没有的内容"),
};

// In the order of ForeignPart::Kind.
constexpr std::array partWords{
    QT_TRANSLATE_NOOP("Describe", "批注、图章等附注"),
    QT_TRANSLATE_NOOP("Describe", "可填写的域"),
    QT_TRANSLATE_NOOP("Describe", "可显示也可隐藏的图层"),
    QT_TRANSLATE_NOOP("Describe", "脚本"),
    QT_TRANSLATE_NOOP("Describe", "自动执行的动作"),
    QT_TRANSLATE_NOOP("Describe", "内嵌的文件"),
    QT_TRANSLATE_NOOP("Describe", "加密"),
    QT_TRANSLATE_NOOP("Describe", "文件末尾之后追加的内容"),
    QT_TRANSLATE_NOOP("Describe", "没有嵌入的字体“%1”"),
    QT_TRANSLATE_NOOP("Describe", "二维码与办理记录不符"),
    QT_TRANSLATE_NOOP("Describe", "与导出件不同的书签"),
    QT_TRANSLATE_NOOP("Describe", "与导出件不同的文件属性（标题、作者等）"),
    QT_TRANSLATE_NOOP("Describe", "“%1”"),
};

QString sameWords(const Verification &verification)
{
    const QString sameness = verification.verdict == Verification::Verdict::SameFile
        ? QCoreApplication::translate("Describe", "同一文件")
        : QCoreApplication::translate("Describe", "页面一致");
    const QString what = verification.isSheet ? QCoreApplication::translate("Describe", "签批单，办理记录完好")
        : verification.inForce                ? QCoreApplication::translate("Describe", "批准的内容")
                                              : QCoreApplication::translate("Describe", "曾经批准的内容");
    return what + u'，' + sameness;
}

QString verdictWords(const Verification &verification)
{
    switch (verification.verdict) {
    case Verification::Verdict::SameFile:
    case Verification::Verdict::SamePages:
        return sameWords(verification);
    case Verification::Verdict::SameText:
        return QCoreApplication::translate("Describe", "文字一致，外观不能核对");
    case Verification::Verdict::Differs:
        return verification.isSheet ? QCoreApplication::translate("Describe", "不同：签批单与办理记录不符")
                                    : QCoreApplication::translate("Describe", "不同：与批准的内容不符");
    case Verification::Verdict::NeverApproved:
        return QCoreApplication::translate("Describe", "从未在此批准");
    case Verification::Verdict::LogLacks:
        return QCoreApplication::translate("Describe", "不同：办理记录中没有签批单所列的那一条");
    case Verification::Verdict::Undecided:
        return translated(reasonWords.at(static_cast<std::size_t>(verification.reason)));
    }
    return {};
}

} // namespace

QString describe(const Verification &verification)
{
    const QString words = verdictWords(verification);
    return verification.inForce ? words : QCoreApplication::translate("Describe", "%1，批准已作废").arg(words);
}

QString describe(const ForeignPart &part)
{
    const QString words = translated(partWords.at(static_cast<std::size_t>(part.kind)));
    return words.contains(u"%1") ? words.arg(part.name) : words;
}

QList<VerifiedFact> factsOf(const Verification &verification, const Notice *notice)
{
    if (verification.unit.isEmpty())
        return {};
    const auto named = [](const char *name, const QString &words) { return VerifiedFact{translated(name), words}; };
    const Form *const form = notice ? notice->form(verification.form) : nullptr;
    const LogEntry &approval = verification.approval;
    QList<VerifiedFact> facts{named(QT_TRANSLATE_NOOP("Describe", "填报单位"), verification.unit),
        named(QT_TRANSLATE_NOOP("Describe", "通知"), verification.notice)};
    if (!verification.occasion.isEmpty())
        facts.append(named(QT_TRANSLATE_NOOP("Describe", "期次"),
            notice ? printedOccasion(verification.occasion, notice->occasion) : verification.occasion));
    if (verification.isSheet)
        facts.append(named(QT_TRANSLATE_NOOP("Describe", "表式"), translated(QT_TRANSLATE_NOOP("Describe", "签批单"))));
    else if (form)
        facts.append(named(QT_TRANSLATE_NOOP("Describe", "表式"), form->mark + u'　' + form->title));
    const QString actor = describeActor(approval.person, verification.office);
    facts.append(named(QT_TRANSLATE_NOOP("Describe", "批准"), (describe(approval.at) + u'　' + actor).trimmed()));
    facts.append(named(QT_TRANSLATE_NOOP("Describe", "SM3摘要"), hexadecimal(approval.content.sm3)));
    return facts;
}

QList<QStringList> detailsOf(const Verification &verification, const Notice *notice)
{
    QList<QStringList> lines;
    for (const DocumentDifference &difference : verification.differences) {
        const QString place = !notice || difference.place.form.isEmpty()
            ? QCoreApplication::translate("Describe", "表式印好的文字")
            : describePlace(*notice, difference.place);
        lines.append({QCoreApplication::translate("Describe", "不同"), place, difference.expected, difference.found});
    }
    for (const int page : verification.changedPages)
        lines.append({QCoreApplication::translate("Describe", "外观不同"),
            QCoreApplication::translate("Describe", "第%1页").arg(page)});
    for (const ForeignPart &part : verification.foreign)
        lines.append({QCoreApplication::translate("Describe", "导出件没有的内容"), describe(part)});
    for (const ForeignContent &part : verification.outside)
        lines.append({QCoreApplication::translate("Describe", "导出件没有的内容"), describe(part)});
    if (verification.rewritten)
        lines.append({QCoreApplication::translate("Describe", "外观不能核对"),
            QCoreApplication::translate("Describe", "页面由别的程序重新写过，看来相同，写法不同")});
    for (const QString &font : verification.missingFonts)
        lines.append({QCoreApplication::translate("Describe", "本机导出不用的字体"), font});
    return lines;
}

} // namespace zhibao
