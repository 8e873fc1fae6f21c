// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/verify/verifiedfile.h"

#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/describe/describeverification.h"

#include <QFileInfo>

namespace zhibao {

namespace {

using State = VerifiedFile::State;
using Verdict = Verification::Verdict;

const Verification *verdictOf(const VerifiedFile &file)
{
    return file.outcome && *file.outcome ? &**file.outcome : nullptr;
}

} // namespace

NoteBar::Kind kindOf(const VerifiedFile &file)
{
    const Verification *const verification = verdictOf(file);
    if (!verification)
        return file.outcome ? NoteBar::Kind::Warning : NoteBar::Kind::Calm;
    switch (verification->verdict) {
    case Verdict::SameFile:
    case Verdict::SamePages:
        return verification->inForce ? NoteBar::Kind::Good : NoteBar::Kind::Problem;
    case Verdict::SameText:
    case Verdict::Undecided:
        return NoteBar::Kind::Warning;
    case Verdict::Differs:
    case Verdict::NeverApproved:
    case Verdict::LogLacks:
        break;
    }
    return NoteBar::Kind::Problem;
}

QIcon iconOf(const VerifiedFile &file)
{
    if (file.state == State::Done)
        return NoteBar::iconOf(kindOf(file));
    return theme::icon(file.state == State::Stopped ? QStringLiteral("player-stop") : QStringLiteral("clock"));
}

QString nameOf(const VerifiedFile &file)
{
    return QFileInfo(file.path).fileName();
}

QString answerOf(const VerifiedFile &file)
{
    const Verification *const verification = verdictOf(file);
    return file.outcome && !verification ? VerifiedFile::tr("不能核对：文件没有读出") : sentenceOf(file);
}

QString sentenceOf(const VerifiedFile &file)
{
    switch (file.state) {
    case State::Waiting:
        return VerifiedFile::tr("等待核验");
    case State::Comparing:
        return VerifiedFile::tr("正在核验…");
    case State::Stopped:
        return VerifiedFile::tr("已停止，没有核验");
    case State::Done:
        break;
    }
    const Verification *const verification = verdictOf(file);
    return verification ? describe(*verification) : describe(file.outcome->error());
}

const Notice *noticeOf(const VerifiedFile &file, const Catalogue &catalogue)
{
    const Verification *const verification = verdictOf(file);
    return verification ? catalogue.notice(verification->notice) : nullptr;
}

QList<QStringList> detailsOf(const VerifiedFile &file, const Catalogue &catalogue, ApprovedTexts texts)
{
    const Verification *const verification = verdictOf(file);
    if (!verification)
        return {};
    QList<QStringList> lines = detailsOf(*verification, noticeOf(file, catalogue));
    for (QStringList &line : lines) {
        if (texts == ApprovedTexts::Hidden)
            line = line.first(std::min(line.size(), placeFields));
    }
    return lines;
}

QString plainText(const VerifiedFile &file, const Catalogue &catalogue, ApprovedTexts texts)
{
    QStringList lines{VerifiedFile::tr("文件：%1").arg(file.path), VerifiedFile::tr("结果：%1").arg(sentenceOf(file))};
    if (const Verification *const verification = verdictOf(file)) {
        const QList<VerifiedFact> facts = factsOf(*verification, noticeOf(file, catalogue));
        for (const VerifiedFact &fact : facts)
            lines.append(QStringLiteral("%1：%2").arg(fact.name, fact.words));
    }
    for (const QStringList &detail : detailsOf(file, catalogue, texts)) {
        lines.append(QStringLiteral("%1：%2").arg(detail.value(0), detail.value(1)));
        if (detail.size() > placeFields) {
            lines.append(VerifiedFile::tr("　批准的是：%1").arg(detail.value(placeFields)));
            lines.append(VerifiedFile::tr("　文件里是：%1").arg(detail.value(placeFields + 1)));
        }
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace zhibao
