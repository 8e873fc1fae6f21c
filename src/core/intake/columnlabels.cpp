// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/intake/columnlabels.h"

#include "core/text/script.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace zhibao {

namespace {

constexpr double closeWording = 0.55; // share of wording in common with the notice's
constexpr int wordWeight = 2; // of a word that is known; a letter of another one weighs 1

// What offices say for one thing. The first of each is what it is called here.
const QList<QStringList> &sameWords()
{
    static const QList<QStringList> words = [] {
        QList<QStringList> all;
        for (const char16_t *line : {u"发文 印发 制发 出台 发布 制定 制订 下发 颁布 颁发 签发 发出 公布 出具 转发",
                 u"主体 单位 机关 部门 机构 主体单位 责任单位 主体名称 单位名称 部门名称 机关名称 单位全称 机关全称",
                 u"名称 标题 题目 题名 全称 名字 名", u"文件 公文 政策 制度 规范性文件 政策文件 配套文件 政策措施 文",
                 u"文号 发文字号 字号 文件号 发文号", u"进展 进度 推进 落实 进程 实施 执行 完成 状态 阶段",
                 u"批示 指示 签批 批阅 批办 批语 阅批 批示指示 指示批示 批复",
                 u"领导同志 领导 负责同志 领导人 领导干部 同志 党政领导 领导班子",
                 u"学习 研学 学习活动 学习研讨 学习落实 研讨 学", u"宣传 宣贯 宣讲 宣传活动 宣传贯彻 宣 活动",
                 u"重点 特色 亮点", u"经验 做法 典型 经验做法 举措", u"时间 日期 年月 日",
                 u"联系人 姓名 人员 经办人 人", u"电话 联系方式 手机 联系电话",
                 u"数量 个数 次数 份数 人数 总数 场次 数目 人次 数", u"金额 数额 款额", u"备注 备考 附注", u"依据 根据",
                 u"文件内容 文件类型 文件种类 文件级别 文件性质 文件摘要 文件类别", u"文件情况"})
            all.append(QString::fromUtf16(line).split(u' '));
        return all;
    }();
    return words;
}

// What any header may say.
const QStringList &fillers()
{
    static const QStringList words = QStringLiteral(
        "情况 工作 主要 开展 有关 相关 当前 目前 具体 简要 内容 组织 贯彻 好的 以及 对 关于 作出 做出 取得 进行 "
        "及其 最新 现阶段 现 的 和 与 及 等 好 所 了 其 并 或 在 已 请 填写 简述 概述 描述 说明 概况 方面 集中 "
        "本单位 本地区 本地 各地 本级 我局 我省 截至 截止 总体 整体 基本 一些 若干 做 中 上 的有关 比较 一览 "
        "明细 统计 汇总 后续 有效 创新 可复制 推广 先进 突出 程度 状况 总结 各项 情形 所做 印章 动态 专题 深入 传达 "
        "部署 列明")
                                         .split(u' ');
    return words;
}

struct KnownWord {
    QString said;
    QString means; // "" of a filler
};

// Longest first.
const QList<KnownWord> &knownWords()
{
    static const QList<KnownWord> known = [] {
        QList<KnownWord> all;
        for (const QStringList &words : sameWords()) {
            for (const QString &word : words)
                all.append({word, words.constFirst()});
        }
        for (const QString &word : fillers())
            all.append({word, {}});
        std::stable_sort(all.begin(), all.end(),
            [](const KnownWord &one, const KnownWord &other) { return one.said.size() > other.said.size(); });
        return all;
    }();
    return known;
}

// Those that begin with the character.
const QList<KnownWord> &knownWordsFrom(QChar first)
{
    static const QHash<QChar, QList<KnownWord>> byFirst = [] {
        QHash<QChar, QList<KnownWord>> words;
        for (const KnownWord &word : knownWords())
            words[word.said.front()].append(word);
        return words;
    }();
    static const QList<KnownWord> none;
    const auto found = byFirst.constFind(first);
    return found == byFirst.cend() ? none : *found;
}

// Words of one kind (QStringLiteral of sameWords) that alone tell nothing.
const QStringList &kindWords()
{
    static const QStringList words{QStringLiteral("主体"), QStringLiteral("名称"), QStringLiteral("时间"),
        QStringLiteral("数量"), QStringLiteral("联系人"), QStringLiteral("电话"), QStringLiteral("发文"),
        QStringLiteral("领导同志")};
    return words;
}

const QStringList &deeds()
{
    static const QStringList words{QStringLiteral("批示"), QStringLiteral("学习"), QStringLiteral("宣传")};
    return words;
}

struct Token {
    QString text;
    bool isKnown = false;
};

QList<Token> tokensOf(const QString &letters)
{
    QList<Token> tokens;
    for (qsizetype at = 0; at < letters.size();) {
        const QList<KnownWord> &words = knownWordsFrom(letters[at]);
        const auto word = std::find_if(words.cbegin(), words.cend(),
            [&](const KnownWord &known) { return QStringView(letters).mid(at).startsWith(known.said); });
        if (word == words.cend()) {
            tokens.append({letters.mid(at, 1), false});
            ++at;
            continue;
        }
        if (!word->means.isEmpty())
            tokens.append({word->means, true});
        at += word->said.size();
    }
    return tokens;
}

// The last word weighs double: of letters nobody knows, the last two.
TellingWords wordingOf(const QString &letters)
{
    const QList<Token> tokens = tokensOf(letters);
    TellingWords wording;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const bool isEnd = tokens.constLast().isKnown ? i + 1 == tokens.size() : i + 2 >= tokens.size();
        const int weight = (tokens[i].isKnown ? wordWeight : 1) * (isEnd ? 2 : 1);
        wording[tokens[i].text] = std::max(wording.value(tokens[i].text), weight);
    }
    return wording;
}

double shared(const TellingWords &one, const TellingWords &other)
{
    int both = 0;
    int all = 0;
    for (auto word = one.cbegin(); word != one.cend(); ++word) {
        both += std::min(*word, other.value(word.key()));
        all += *word;
    }
    for (const int weight : other)
        all += weight;
    return all == 0 ? 0 : 2.0 * both / all;
}

} // namespace

QString withoutBrackets(QString text)
{
    static const QRegularExpression bracketed(QStringLiteral("[（(\\[【][^）)\\]】]*[）)\\]】]"));
    return text.remove(bracketed);
}

QString tellingWords(QString letters)
{
    for (const char16_t *word : {u"情况", u"工作", u"主要", u"开展", u"有关", u"相关", u"当前", u"目前", u"具体",
             u"简要", u"内容", u"的", u"和", u"与", u"及", u"等"})
        letters.remove(QString::fromUtf16(word));
    return letters;
}

ColumnLabels::ColumnLabels(const TableForm &form, const QString &title)
{
    static const QRegularExpression quoted(QStringLiteral("《([^》]*)》"));
    const QString subject = quoted.match(title).captured(1);
    // 《质量强国建设纲要》, 质量强国建设纲要, 《纲要》, 纲要
    if (subject.size() > 2)
        m_subject = {subject, subject.right(2)};
    collect(form.header);
}

void ColumnLabels::collect(const QList<HeaderCell> &cells)
{
    for (const HeaderCell &cell : cells) {
        ColumnLabel label{lettersOf(cell.label), {}, {}, m_columns, m_columns, !cell.children.isEmpty()};
        label.wordings.append(wordingOf(lettersOf(worded(cell.label))));
        for (const QString &keyword : cell.keywords) {
            label.keywords.append(tellingWords(lettersOf(keyword)));
            label.wordings.append(wordingOf(lettersOf(worded(keyword))));
        }
        if (cell.serial) {
            label.keywords = {QStringLiteral("序号"), QStringLiteral("编号"), QStringLiteral("序"),
                QStringLiteral("顺序"), QStringLiteral("项次"), QStringLiteral("No"), QStringLiteral("NO"),
                QStringLiteral("№"), QStringLiteral("顺序号"), QStringLiteral("行号"), QStringLiteral("号")};
            m_serial = m_columns;
        }
        const qsizetype place = m_labels.size();
        m_labels.append(label);
        m_columns += label.isMerged ? 0 : 1;
        collect(cell.children);
        m_labels[place].lastColumn = m_columns - 1;
    }
}

const ColumnLabel &ColumnLabels::label(int column) const
{
    return *std::find_if(m_labels.cbegin(), m_labels.cend(),
        [&](const ColumnLabel &label) { return label.column == column && !label.isMerged; });
}

// Without brackets, and without the paper that the notice is about: what it says of that is asked.
QString ColumnLabels::worded(const QString &cell) const
{
    static const QRegularExpression quoted(QStringLiteral("《[^》]*》"));
    QString text = withoutBrackets(cell);
    text.remove(quoted);
    QString letters = lettersOf(text);
    for (const QString &subject : m_subject)
        letters.remove(subject);
    return letters;
}

double ColumnLabels::likeness(const ColumnLabel &label, const QString &cell) const
{
    const QString letters = lettersOf(withoutBrackets(cell));
    if (letters.isEmpty() || letters.size() > longestColumnLabel)
        return 0;
    if (letters == label.letters)
        return likenessLiteral;
    if (label.keywords.contains(tellingWords(letters)))
        return likenessOfKeyword;
    const double like = zhibao::likeness(letters, label.letters);
    return like >= closeWording ? std::min(like, likenessOfKeyword) : 0;
}

double ColumnLabels::sharedWords(const ColumnLabel &label, const HeaderWords &words)
{
    if (words.letters.isEmpty())
        return 0;
    if (words.letters == label.letters)
        return likenessLiteral;
    if (label.keywords.contains(words.telling))
        return likenessOfKeyword;
    double best = 0;
    for (const TellingWords &known : label.wordings)
        best = std::max(best, shared(words.wording, known));
    return std::min(best, likenessOfKeyword);
}

HeaderWords ColumnLabels::read(const QString &cell) const
{
    HeaderWords words;
    words.letters = lettersOf(withoutBrackets(cell));
    if (words.letters.isEmpty() || words.letters.size() > longestColumnLabel)
        return {};
    words.telling = tellingWords(words.letters);
    words.wording = wordingOf(worded(cell));
    words.isVague = isVague(words.wording);
    return words;
}

bool ColumnLabels::isVague(const TellingWords &wording)
{
    const auto among = [&](const QStringList &words) {
        return std::count_if(words.cbegin(), words.cend(), [&](const QString &word) { return wording.contains(word); });
    };
    const bool isKindAlone = wording.size() == 1 && among(kindWords()) == 1;
    return wording.isEmpty() || isKindAlone || among(deeds()) > 1;
}

} // namespace zhibao
