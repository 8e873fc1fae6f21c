// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commandline.h"

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "exchange/review/reviewfile.h"

#include <algorithm>
#include <array>

namespace zhibao::cli {

namespace {

struct Command {
    const char *name;
    const char *synopsis;
    const char *summary;
    int (*run)(const QStringList &, const Catalogue &);
};

constexpr std::array commands{
    Command{"export",
        "zhibao export REPORT.json --output DIR [--form ID] [--format pdf|docx] [--replace]\n"
        "zhibao export --store FILE --unit NAME [--notice NUMBER] [--occasion OCCASION] --output DIR [--form ID] "
        "[--format pdf|docx] "
        "[--replace] [--person NAME [--password-fd N]]",
        QT_TRANSLATE_NOOP("CommandLine",
            "导出正式公文，每行打印一个文件的路径。不写 --form、--format 时导出全部；"
            "同名文件若不是本报表先前的导出件，写明 --replace 才替换。"
            "人员设有口令的，写明 --person 才记入办理记录。"),
        runExport},
    Command{"blank",
        "zhibao blank --output DIR [--store FILE] [--notice NUMBER] [--form ID] [--format pdf|docx] [--replace]",
        QT_TRANSLATE_NOOP("CommandLine", "导出空白表式，供手工填写。"), runBlank},
    Command{"import", "zhibao import REPORT.json [--store FILE] [--person NAME] [--password-fd N]",
        QT_TRANSLATE_NOOP("CommandLine", "把报表文件并入数据文件，打印改动之处；文件中没有的表式保持原样。"),
        runImport},
    Command{"list", "zhibao list [--store FILE] [--json]",
        QT_TRANSLATE_NOOP("CommandLine", "列出报表：单位、文号、状态、最后改动、字数。"), runList},
    Command{"show", "zhibao show --store FILE --unit NAME [--notice NUMBER] [--occasion OCCASION]",
        QT_TRANSLATE_NOOP("CommandLine", "把一份报表按报表文件的格式打印出来。"), runShow},
    Command{"check",
        "zhibao check REPORT.json\nzhibao check --store FILE --unit NAME [--notice NUMBER] [--occasion OCCASION]",
        QT_TRANSLATE_NOOP("CommandLine", "检查报表，每行打印一处：级别、代码、位置、说明。有错误时返回 1。"), runCheck},
    Command{"fsck", "zhibao fsck [--store FILE]",
        QT_TRANSLATE_NOOP("CommandLine",
            "检查数据文件是否完好，每行打印一处损坏，或一处不能核对、待确认的。有损坏或待确认时返回 1。"),
        runInspection},
    Command{"backup", "zhibao backup [--store FILE] [--output DIR]",
        QT_TRANSLATE_NOOP("CommandLine", "备份数据文件，核对后打印备份的路径。不写 --output 时存入平时的备份文件夹。"),
        runBackup},
    Command{"restore", "zhibao restore BACKUP [--store FILE] [--person NAME] [--password-fd N]",
        QT_TRANSLATE_NOOP("CommandLine", "用备份还原数据文件；还原前的数据文件另行备份。设有人员的，由管理员办理。"),
        runRestore},
    Command{"submit",
        "zhibao submit --store FILE --unit NAME [--notice NUMBER] [--occasion OCCASION] --person NAME [--password-fd "
        "N] [--reason TEXT] "
        "[--output FILE.zbsh [--replace]]",
        QT_TRANSLATE_NOOP("CommandLine", "送审。写明 --output 时，另生成交给审核单位的送审文件。"), runSubmit},
    Command{"withdraw",
        "zhibao withdraw --store FILE --unit NAME [--notice NUMBER] [--occasion OCCASION] --person NAME [--password-fd "
        "N] --reason TEXT",
        QT_TRANSLATE_NOOP("CommandLine", "撤回送审，须写明理由。"), runWithdraw},
    Command{"return",
        "zhibao return --store FILE --unit NAME [--notice NUMBER] [--occasion OCCASION] --person NAME [--password-fd "
        "N] --reason TEXT "
        "[--output FILE.zbsh [--replace]]",
        QT_TRANSLATE_NOOP("CommandLine", "退回修改，须写明意见。"), runReturn},
    Command{"review",
        "zhibao review --store FILE --unit NAME [--notice NUMBER] [--occasion OCCASION] --person NAME [--password-fd "
        "N] [--reason TEXT]",
        QT_TRANSLATE_NOOP("CommandLine", "审核通过。"), runReview},
    Command{"approve",
        "zhibao approve --store FILE --unit NAME [--notice NUMBER] [--occasion OCCASION] --person NAME [--password-fd "
        "N] [--reason TEXT] "
        "[--despite-comments] [--output FILE.zbsh [--replace]]",
        QT_TRANSLATE_NOOP("CommandLine",
            "批准；待审核的报表先审核通过。报表有错误时不批准，返回 1；有意见未解决时须写明 --despite-comments。"),
        runApprove},
    Command{"seal",
        "zhibao seal --store FILE --unit NAME [--notice NUMBER] [--occasion OCCASION] --person NAME [--password-fd N] "
        "[--scan FILE]...",
        QT_TRANSLATE_NOOP("CommandLine", "加盖印章图样；写明 --scan 时改为附上盖章后的扫描件。"), runSeal},
    Command{"unscan",
        "zhibao unscan --store FILE --unit NAME [--notice NUMBER] [--occasion OCCASION] --person NAME [--password-fd "
        "N] [--reason TEXT]",
        QT_TRANSLATE_NOOP("CommandLine", "报送以前取下盖章扫描件，回到已批准；批准不变。"), runUnscan},
    Command{"sent",
        "zhibao sent --store FILE --unit NAME [--notice NUMBER] [--occasion OCCASION] --person NAME [--password-fd N] "
        "[--to ADDRESS] "
        "[--by WAY] [--file FILE]... [--reason TEXT]",
        QT_TRANSLATE_NOOP("CommandLine", "登记已报送：报给谁、怎样报、报了哪些文件。"), runSent},
    Command{"unlock",
        "zhibao unlock --store FILE --unit NAME [--notice NUMBER] [--occasion OCCASION] --person NAME [--password-fd "
        "N] --reason TEXT",
        QT_TRANSLATE_NOOP("CommandLine", "解锁已批准的报表，须写明理由；批准和盖章随之作废。"), runUnlock},
    Command{"receive",
        "zhibao receive FILE.zbsh [--store FILE] [--person NAME] [--password-fd N] [--trust FINGERPRINT "
        "[--office NAME] [--for UNIT]... [--role hand-in|review|approve]...]",
        QT_TRANSLATE_NOOP("CommandLine",
            "读入送审文件，打印其中新的办理记录。来自不认识的单位时，管理员核对指纹后用 --trust 写明；--office 写明"
            "这里怎样称呼该单位，--for 和 --role 写明它可为哪些单位送审、审核、批准。"
            "不写时，以文件中的单位为名，只可办理该单位的报表。"),
        runReceive},
    Command{"person",
        "zhibao person NAME [--store FILE] [--office NAME] [--post NAME] [--duty reporter|supervisor|administrator]... "
        "[--new-password-fd N | --without-password] [--person NAME] [--password-fd N]\n"
        "zhibao person --sole-office yes|no [--store FILE] [--person NAME] [--password-fd N]",
        QT_TRANSLATE_NOOP("CommandLine",
            "添加人员，第一位须是管理员；或规定只有一名工作人员的单位能否由送审人本人审批。由管理员办理。"),
        runPerson},
    Command{"verify", "zhibao verify FILE [--store FILE]",
        QT_TRANSLATE_NOOP(
            "CommandLine", "核对 PDF 或 DOCX 是否为批准的内容，每行打印一处不同。不同或从未批准时返回 1。"),
        runVerify},
    Command{"log",
        "zhibao log [--store FILE] [--unit NAME] [--notice NUMBER] [--occasion OCCASION] [--json] [--head "
        "NUMBER:DIGEST]",
        QT_TRANSLATE_NOOP("CommandLine",
            "核对并打印办理记录。写明 --head 时，另核对签批单上的序号和摘要；记录被改动或截断时返回 1。"),
        runLog},
    Command{"confirm", "zhibao confirm [--store FILE] [--head NUMBER:DIGEST] [--person NAME] [--password-fd N]",
        QT_TRANSLATE_NOOP("CommandLine",
            "打印修复或还原数据时留下、没有签名的记录，有的返回 "
            "1；管理员写明最后一条的序号和摘要，即为确认，此前不作数。"),
        runConfirm},
    Command{"notice",
        "zhibao notice list [--store FILE]\nzhibao notice show NUMBER [--store FILE]\n"
        "zhibao notice add FILE [--store FILE] [--person NAME] [--password-fd N]",
        QT_TRANSLATE_NOOP("CommandLine",
            "列出数据文件中的通知：文号、标题、定义的摘要；打印一个通知要求填报什么；加入一个通知文件，由管理员办理。"),
        runNotice},
    Command{"intake",
        "zhibao intake FILE|FOLDER... [--unit NAME] [--notice NUMBER] [--occasion OCCASION] [--plan] [--json] "
        "[--store FILE] [--person NAME] [--password-fd N]",
        QT_TRANSLATE_NOOP("CommandLine",
            "导入别处填好的文件（Word、WPS、Excel、网页、文本、报表文件、送审文件，文件夹和 ZIP），每行打印一个文件："
            "状态、单位、表式、改动、文件名。写明 --plan 时只打印打算怎样导入，什么也不改。有文件要先答问题时返回 1，"
            "有文件不能读时返回 3，其余的照常导入。"),
        runIntake},
    Command{"merge", "zhibao merge BASE|- OURS THEIRS [--output FILE] [--replace] [--store FILE]",
        QT_TRANSLATE_NOOP("CommandLine",
            "合并两方在同一原稿（没有时写“-"
            "”）上改成的报表文件，每行打印一处不能自动合并的地方：位置、原稿、一方、另一方；"
            "有这样的地方时返回 1。写明 --output 时写出合并的报表，其中这些地方用第一方的文字。"),
        runMerge},
    Command{"units", "zhibao units [--import FILE.tsv] [--json] [--store FILE] [--person NAME] [--password-fd N]",
        QT_TRANSLATE_NOOP("CommandLine",
            "列出单位名录：标识、名称、代码、级别、上级；写明 --import "
            "时，先存入本单位的名录，以它为准，由管理员办理。"),
        runUnits},
    Command{"count", "zhibao count FILE\nzhibao count -",
        QT_TRANSLATE_NOOP("CommandLine", "统计文本的字数；“-”表示读标准输入。"), runCount},
};

bool asksHelp(const QString &argument)
{
    return argument == QStringLiteral("--help") || argument == QStringLiteral("-h");
}

bool asksVersion(const QString &argument)
{
    return argument == QStringLiteral("--version") || argument == QStringLiteral("-v");
}

QString helpOf(const Command &command)
{
    QString text;
    const QStringList lines = QString::fromUtf8(command.synopsis).split(u'\n');
    for (const QString &line : lines)
        text += QStringLiteral("  ") + line + u'\n';
    return text + QStringLiteral("      ") + tr(command.summary) + u'\n';
}

QString help()
{
    QString text = tr("质报：填报、导出质量工作报表。不带参数时打开窗口。") + QStringLiteral("\n\n");
    for (const Command &command : commands)
        text += helpOf(command);
    text += u'\n'
        + tr("不写 --store 时用默认的数据文件。\n"
             "口令在终端输入，或从 --password-fd 写明的文件描述符读取一行；不能写在命令行上。\n"
             "返回值：0 完成；1 报表有错误；2 用法有误；3 输入有误；4 未能写出。\n");
    return text;
}

// What belongs to the window: what its toolkit takes for itself, with one or two dashes, and --store.
bool isWindowOption(const QString &argument)
{
    static const QStringList names{
        QStringLiteral("platform"),
        QStringLiteral("platformpluginpath"),
        QStringLiteral("platformtheme"),
        QStringLiteral("plugin"),
        QStringLiteral("style"),
        QStringLiteral("stylesheet"),
        QStringLiteral("session"),
        QStringLiteral("display"),
        QStringLiteral("geometry"),
        QStringLiteral("qwindowtitle"),
        QStringLiteral("qwindowgeometry"),
        QStringLiteral("qwindowicon"),
        QStringLiteral("reverse"),
        QStringLiteral("fontengine"),
        QStringLiteral("store"),
    };
    if (!argument.startsWith(u'-'))
        return false;
    const QString name = argument.section(u'=', 0, 0);
    return names.contains(name.mid(name.startsWith(QStringLiteral("--")) ? 2 : 1));
}

// What a desktop hands to the window.
bool isReviewFile(const QString &argument)
{
    return argument.endsWith(u'.' + reviewFileSuffix, Qt::CaseInsensitive);
}

} // namespace

bool handles(const QStringList &arguments)
{
    return !arguments.isEmpty() && !isWindowOption(arguments.constFirst()) && !isReviewFile(arguments.constFirst());
}

int run(const QStringList &arguments, const Catalogue &catalogue)
{
    const QString name = arguments.value(0);
    if (asksHelp(name))
        return printData(help());
    if (asksVersion(name))
        return printData(tr("质报 %1").arg(QStringLiteral(ZHIBAO_VERSION)) + u'\n');
    const auto command = std::find_if(
        commands.begin(), commands.end(), [&](const Command &known) { return name == QLatin1StringView(known.name); });
    if (command == commands.end())
        return fail(usageError(tr("没有“%1”这个命令，可用“--help”查看用法").arg(name)));
    const QStringList rest = arguments.mid(1);
    if (std::any_of(rest.cbegin(), rest.cend(), asksHelp))
        return printData(helpOf(*command));
    return command->run(rest, catalogue);
}

} // namespace zhibao::cli
