// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "generate/phrases.h"

namespace zhibao::generate {

namespace {

const QStringList plainPlaces = {
    QStringLiteral("城关区"),
    QStringLiteral("湾沚区"),
    QStringLiteral("埇桥区"),
    QStringLiteral("瀍河回族区"),
    QStringLiteral("浉河区"),
    QStringLiteral("硚口区"),
    QStringLiteral("猇亭区"),
    QStringLiteral("鄠邑区"),
    QStringLiteral("双江拉祜族佤族布朗族傣族自治县"),
    QStringLiteral("积石山保安族东乡族撒拉族自治县"),
    QStringLiteral("阿拉善高新技术产业开发区"),
    QStringLiteral("某江县"),
    QStringLiteral("X塘区"),
};

// Characters of extension A, and of extension B beyond the basic plane.
const QStringList rarePlaces = {
    QStringLiteral("湖㳇镇"),
    QStringLiteral("流波䃥镇"),
    QStringLiteral("麦㙦镇"),
    QStringLiteral("㮾梨街道"),
    QStringLiteral("䢺江镇"),
    QStringLiteral("桴㯊镇"),
    QStringLiteral("㵲水街道"),
    QStringLiteral("䅟茬窑社区"),
    QStringLiteral("莫𡐓村"),
    QStringLiteral("輋𣒍村"),
    QStringLiteral("那𡌶村"),
    QStringLiteral("香么㱔村"),
};

const QStringList bodies = {
    QStringLiteral("省委"),
    QStringLiteral("省政府"),
    QStringLiteral("省委、省政府"),
    QStringLiteral("省政府办公厅"),
    QStringLiteral("省市场监管局"),
    QStringLiteral("省质量强省工作领导小组"),
    QStringLiteral("省发展改革委"),
    QStringLiteral("市委、市政府"),
    QStringLiteral("自治州人民政府"),
    QStringLiteral("省市场监管局、省委网信办、省发展改革委、省科技厅、省工业和信息化厅、省民政厅、省财政厅、"
                   "省住房城乡建设厅、省交通运输厅、省农业农村厅、省商务厅（11个部门联合）"),
};

const QStringList instructions = {
    QStringLiteral("{day}，{body}主要领导在《{subject}》上作出批示：“要抓紧研究贯彻落实意见，{quote}。”"),
    QStringLiteral("{body}分管领导先后{number}次就贯彻《{subject}》作出批示，要求{quote}。"),
    QStringLiteral("{day}，{body}主要负责同志批示：“请市场监管部门牵头，于{day}前拿出实施方案”；{place}"
                   "等地党政主要领导批示{number}件次。"),
    QStringLiteral("无"),
    QStringLiteral("{body}常务会议专题听取汇报，强调“{quote}”，明确由分管同志牵头落实。"),
};

const QStringList studies = {
    QStringLiteral("{day}，局党组理论学习中心组专题学习《{subject}》，{number}人参加。"),
    QStringLiteral("举办处级以上干部专题研讨班{number}期，培训{number}人；全系统集中学习{number}场、{number}万人次。"),
    QStringLiteral("组织全系统集中收看新闻发布会，省、市、县三级设分会场{number}个，{number}人次参加。"),
    QStringLiteral("在{place}开展“送学上门”，发放《{subject}》单行本{number}册，覆盖率达{share}。"),
    QStringLiteral("召开专题会议——传达学习、研究部署……形成任务清单{number}项。"),
};

const QStringList papers = {
    QStringLiteral("《关于贯彻落实〈{subject}〉的实施意见》"),
    QStringLiteral("《质量强市建设行动方案（2023—2025年）》"),
    QStringLiteral("《{place}贯彻〈{subject}〉若干措施》（X政发〔2023〕{small}号）"),
    QStringLiteral("《进一步提高产品、工程和服务质量行动方案（2023—2025年）》"),
    QStringLiteral("《关于印发〈质量基础设施“一站式”服务工作指引（试行）〉的通知》"),
};

const QStringList progresses = {
    QStringLiteral("已印发（{day}）"),
    QStringLiteral("送审稿已报{body}，待常务会议审议"),
    QStringLiteral("已于{day}印发"),
    QStringLiteral("正在征求{number}家单位意见"),
    QStringLiteral("起草中，预计{day}前出台"),
    QStringLiteral("已完成合法性审核、公平竞争审查"),
};

const QStringList activities = {
    QStringLiteral(
        "组建由{small}名专家组成的宣讲团，进机关、进企业、进社区、进校园、进乡村宣讲{number}场，受众{number}人次。"),
    QStringLiteral("联合{small}个部门开展“增强质量意识 "
                   "推进高质量发展”主题活动，开放实验室、生产线{number}个，发放资料{number}份。"),
    QStringLiteral(
        "建成质量基础设施“一站式”服务平台{number}个，服务企业{number}家（次），为企业节约成本{small}.{small}亿元。"),
    QStringLiteral("制造业产品质量合格率{share}，同比提高0.{small}个百分点；公共服务质量满意度{small}.4分。"),
    QStringLiteral("监督抽查工业产品{number}批次，不合格发现率{share}，立案查处{number}件，移送司法机关{small}件。"),
    QStringLiteral("支持{place}探索“首席质量官+质量专员”队伍建设，累计培训{number}人，带动新增产值约{number}万元。"),
    QStringLiteral(
        "把《{subject}》任务细化为{number}项，建立“任务书、时间表、路线图”，实行红、黄、绿三色管理，完成率{share}。"),
    QStringLiteral("坚持“{quote}”，围绕{small}条产业链实施质量强链项目{small}个，攻克关键共性技术{small}项。"),
    QStringLiteral("某检验检测研究院将检测周期从{small}个工作日缩短到6个工作日，服务企业满意度{share}。"),
    QStringLiteral("截至{day}，{place}、{place}等地已完成目标任务的{share}，其余{small}项按计划推进；无一逾期。"),
};

const QStringList aspects = {
    QStringLiteral("领导批示"),
    QStringLiteral("集中学习"),
    QStringLiteral("作出部署"),
    QStringLiteral("省级层面"),
    QStringLiteral("市县层面"),
    QStringLiteral("“质量月”活动"),
    QStringLiteral("质量提升行动"),
    QStringLiteral("坚持清单管理"),
    QStringLiteral("坚持数字赋能"),
    QStringLiteral("某茶业合作社联合社：质量兴业"),
    QStringLiteral("推进质量基础设施“一站式”服务、提升中小微企业质量管理能力"),
};

const QStringList quotes = {
    QStringLiteral("省级抓总、市县抓落实"),
    QStringLiteral("以质取胜"),
    QStringLiteral("一张图管到底"),
    QStringLiteral("全员、全要素、全过程、全数据"),
    QStringLiteral("质量第一、效益优先"),
};

// What breaks fonts, line breaking, word counts and text extraction.
const QStringList oddities = {
    QStringLiteral("在{rare}、{rare}设宣传点{number}个。"),
    QStringLiteral("推广“5G+工业互联网”应用，质量效益占GDP比重{share}，A/B两类企业分别增长{share}、{share}。"),
    QStringLiteral(
        "依据GB/T 19001—2016和ISO 9001:2015开展认证，“QC小组”成果{number}项，帮扶IECEE-CB持证企业{small}家。"),
    QStringLiteral("网址https://www.example.gov.cn/quality/2023/index.html?id={small}累计访问{number}次。"),
    QStringLiteral("平均无故障时间由{number} h提高到{number} h，误差±0.{small} mm，温度≤{small}℃，面积约{number} m²。"),
    QStringLiteral("①双语宣讲；②旗县“点单”、盟市“派单”；③把宣贯纳入考核（占2分）。"),
    QStringLiteral("主讲人：巴某某·图某、阿卜杜某·买某某；“‘双随机’监管”覆盖{place}。"),
    QStringLiteral("录入数据时“⽇期”“⽉份”等字段由旧系统导出，共{number}条。"),
};

const QStringList rarities = {
    QStringLiteral("制作短视频{number}部  播放量{number}次，　　网友点赞👍。"),
    QStringLiteral("任务完成情况：✅ {small}项；未完成0项（100％）。"),
};

} // namespace

// As offices write them: 316, 2316, 2,316, 2 316, and now and then with the no-break space of a web page.
QString Phrases::number()
{
    if (random.chance(500))
        return QString::number(random.between(2, 999));
    const QString digits = QString::number(random.between(1000, 9999));
    if (random.chance(300))
        return digits;
    const QString comma = QStringLiteral(",");
    const QString space = random.chance(60) ? QString(QChar::Nbsp) : QStringLiteral(" ");
    return digits.left(1) + (random.chance(500) ? comma : space) + digits.mid(1);
}

QString Phrases::share()
{
    const QString sign = random.chance(150) ? QStringLiteral("％") : QStringLiteral("%");
    return QString::number(double(random.between(5000, 9999)) / 100) + sign;
}

QString Phrases::day()
{
    return QStringLiteral("%1月%2日").arg(random.between(2, 12)).arg(random.between(1, 28));
}

QString Phrases::place()
{
    return random.pick(random.chance(60) ? rarePlaces : plainPlaces);
}

// Replaces each {word} of a pattern by a fresh choice; a choice may hold words again.
QString Phrases::filled(const QString &pattern)
{
    QString text;
    qsizetype from = 0;
    while (true) {
        const qsizetype open = pattern.indexOf(u'{', from);
        if (open < 0)
            return text + pattern.mid(from);
        const qsizetype close = pattern.indexOf(u'}', open);
        text += QStringView(pattern).mid(from, open - from);
        const QStringView word = QStringView(pattern).mid(open + 1, close - open - 1);
        if (word == u"number")
            text += number();
        else if (word == u"small")
            text += QString::number(random.between(2, 89));
        else if (word == u"share")
            text += share();
        else if (word == u"day")
            text += day();
        else if (word == u"place")
            text += place();
        else if (word == u"rare")
            text += random.pick(rarePlaces);
        else if (word == u"body")
            text += random.pick(bodies);
        else if (word == u"quote")
            text += random.pick(quotes);
        else if (word == u"subject")
            text += subject;
        from = close + 1;
    }
}

QString Phrases::leadersInstruction()
{
    return filled(random.pick(instructions));
}
QString Phrases::study()
{
    return filled(random.pick(studies));
}
QString Phrases::paperTitle()
{
    return filled(random.pick(papers));
}
QString Phrases::issuer()
{
    return random.pick(bodies);
}
QString Phrases::progress()
{
    return filled(random.pick(progresses));
}
QString Phrases::activity()
{
    return filled(random.pick(activities));
}
QString Phrases::aspect()
{
    return random.pick(aspects);
}
QString Phrases::odd()
{
    return filled(random.pick(random.chance(50) ? rarities : oddities));
}

QString Phrases::person()
{
    static const QStringList surnames = {QStringLiteral("李"), QStringLiteral("欧阳"), QStringLiteral("赟"),
        QStringLiteral("喆"), QStringLiteral("𠮷"), QStringLiteral("张")};
    return random.pick(surnames) + QStringLiteral("某");
}

QString Phrases::telephone()
{
    return QStringLiteral("0%1-8000 %2").arg(random.between(100, 999)).arg(random.between(1000, 9999));
}

} // namespace zhibao::generate
