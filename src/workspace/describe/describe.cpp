// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/describe/describe.h"

#include "workspace/describe/describekind.h"
#include "workspace/describe/sentence.h"

#include <array>
#include <cerrno>

namespace zhibao {

namespace {

// %1, %2, … are the error's arguments as result.h names them; %c is its cause in words.
struct ErrorSentence {
    ErrorCode code;
    const char *text;
    int causeAt = -1; // which argument is the cause
};

constexpr std::array errorSentences{
    ErrorSentence{ErrorCode::FileNotFound, QT_TRANSLATE_NOOP("Describe", "未找到“%1”；请核对名称和所在文件夹。")},
    ErrorSentence{ErrorCode::FileNotReadable, QT_TRANSLATE_NOOP("Describe", "无法读取“%1”：%c；请检查后再试。"), 1},
    ErrorSentence{ErrorCode::NotRegularFile,
        QT_TRANSLATE_NOOP(
            "Describe", "“%1”处不是普通文件（是文件夹、管道、设备或失效的链接），没有改动；请另选位置。")},
    ErrorSentence{
        ErrorCode::FileTooLarge, QT_TRANSLATE_NOOP("Describe", "“%1”超过 %2 兆字节，没有读入；请核对是否选错了文件。")},
    ErrorSentence{ErrorCode::NotUtf8,
        QT_TRANSLATE_NOOP(
            "Describe", "“%1”的文字编码有误（第 %2 个字节之后），没有读入；请用原来的程序重新保存后再试。")},
    ErrorSentence{ErrorCode::NotJson,
        QT_TRANSLATE_NOOP("Describe", "“%1”第 %2 行有误：%c，没有读入；请核对是否为质报的报表文件。"), 2},
    ErrorSentence{
        ErrorCode::WrongType, QT_TRANSLATE_NOOP("Describe", "“%1”中“%2”处有误：%c，没有读入；请改正后再试。"), 2},
    ErrorSentence{ErrorCode::WrongFormat,
        QT_TRANSLATE_NOOP("Describe", "“%1”的格式为“%2”，应为“%3”，没有读入；请核对是否选错了文件。")},
    ErrorSentence{ErrorCode::NewerVersion,
        QT_TRANSLATE_NOOP(
            "Describe", "“%1”由更新版本的程序生成（第 %2 版，本程序只到第 %3 版），没有读入；请升级本程序后再试。")},
    ErrorSentence{ErrorCode::NoticeUnknown,
        QT_TRANSLATE_NOOP(
            "Describe", "“%1”所填报的通知“%2”不在本程序中，没有读入；请核对文号，或先打开该通知的文件。")},
    ErrorSentence{ErrorCode::TextsLeft,
        QT_TRANSLATE_NOOP("Describe",
            "%1的报表有 %2 处文字在通知的另一定义里没有位置，第一处是“%3”，没有改动；请先把这些文字移到别处。")},
    ErrorSentence{ErrorCode::ReportsDiffer,
        QT_TRANSLATE_NOOP(
            "Describe", "“%1”与“%2”不是同一单位对同一通知的报表，不能合并，没有写出任何内容；请核对是否选错了文件。")},
    ErrorSentence{ErrorCode::NoticeMalformed,
        QT_TRANSLATE_NOOP("Describe", "通知“%1”中“%2”处有误：%c，没有采用；请更换该文件。"), 2},
    ErrorSentence{ErrorCode::FolderMissing,
        QT_TRANSLATE_NOOP("Describe", "未找到文件夹“%1”，没有写入任何内容；请先建立该文件夹，或另选位置。")},
    ErrorSentence{ErrorCode::TemporaryFolderUnusable,
        QT_TRANSLATE_NOOP("Describe",
            "存放临时文件的文件夹“%1”不能使用，没有办理；请建立该文件夹并允许写入，或改正临时文件夹的设置。")},
    ErrorSentence{ErrorCode::FileExists,
        QT_TRANSLATE_NOOP(
            "Describe", "“%1”已经存在，且不是本报表先前的导出件，原文件未改动；请另选文件夹，或确认替换。")},
    ErrorSentence{
        ErrorCode::FileInUse, QT_TRANSLATE_NOOP("Describe", "“%1”正由其他程序打开，原文件未改动；请关闭后再试。")},
    ErrorSentence{ErrorCode::DiskFull,
        QT_TRANSLATE_NOOP("Describe", "磁盘空间不足，未能写入“%1”，原有内容未改动；请清理磁盘后再试。")},
    ErrorSentence{ErrorCode::FileSizeLimited,
        QT_TRANSLATE_NOOP(
            "Describe", "“%1”超过了此处允许的文件大小，没有写成，原有内容未改动；请另选位置，或请管理员放宽限制。")},
    ErrorSentence{ErrorCode::ReadOnlyMedium,
        QT_TRANSLATE_NOOP("Describe", "“%1”所在的磁盘不能写入，原有内容未改动；请另选位置。")},
    ErrorSentence{
        ErrorCode::PermissionDenied, QT_TRANSLATE_NOOP("Describe", "没有写入“%1”的权限，原有内容未改动；请另选位置。")},
    ErrorSentence{
        ErrorCode::WriteFailed, QT_TRANSLATE_NOOP("Describe", "未能写入“%1”：%c，原有内容未改动；请另选位置再试。"), 1},
    ErrorSentence{ErrorCode::MediumGone,
        QT_TRANSLATE_NOOP("Describe", "存放“%1”的磁盘已断开或读写出错，没有写成；请重新接好，或另选位置再试。")},
    ErrorSentence{ErrorCode::NotVerified,
        QT_TRANSLATE_NOOP("Describe", "“%1”写入后核对，与应写入的内容不一致，不要使用该文件；请换一个磁盘再试。")},
    ErrorSentence{ErrorCode::StoreNotDatabase,
        QT_TRANSLATE_NOOP(
            "Describe", "“%1”不是质报的数据文件，或已损坏，没有改动；请选择其他数据文件，或从备份还原。")},
    ErrorSentence{ErrorCode::StoreNewer,
        QT_TRANSLATE_NOOP("Describe",
            "数据文件“%1”由更新版本的程序建立（第 %2 版，本程序只到第 %3 版），只能查看；请升级本程序后再修改。")},
    ErrorSentence{ErrorCode::StoreUndigested,
        QT_TRANSLATE_NOOP("Describe",
            "数据文件“%"
            "1”由最早的版本建立，没有可供核对的摘要，无法判断文字是否完好；请用本程序打开一次，升级后再检查。")},
    ErrorSentence{ErrorCode::StoreReadOnly,
        QT_TRANSLATE_NOOP("Describe", "数据文件“%1”不能写入，只能查看；请检查该文件及其文件夹的权限。")},
    ErrorSentence{ErrorCode::StoreInUse,
        QT_TRANSLATE_NOOP(
            "Describe", "数据文件“%1”正由另一个质报窗口或另一位使用者打开，没有改动；请在那边关闭后再试。")},
    ErrorSentence{ErrorCode::StoreDamaged,
        QT_TRANSLATE_NOOP("Describe", "数据文件“%1”有损坏之处，没有改动；请用“修复数据”取回内容。")},
    ErrorSentence{ErrorCode::StoreFilesMissing,
        QT_TRANSLATE_NOOP("Describe",
            "数据文件“%1”的附件文件夹“%2”中有 %3 个文件缺失或与记录不符，没有改动；搬动过数据文件的，"
            "请把这个文件夹一同搬来，仍打不开请用“修复数据”。")},
    ErrorSentence{ErrorCode::NotAsApproved,
        QT_TRANSLATE_NOOP("Describe",
            "“%1”保存的内容与批准时的记录（办理记录第 %2 "
            "条）不符，可能在本程序之外被改动过，没有采用；请从备份还原。")},
    ErrorSentence{
        ErrorCode::BackupDamaged, QT_TRANSLATE_NOOP("Describe", "备份“%1”不完整或已损坏，没有采用；请另选一个备份。")},
    ErrorSentence{ErrorCode::StoreFailed,
        QT_TRANSLATE_NOOP(
            "Describe", "数据文件“%1”读写失败（代码 %2），已保存的内容未改动；请再试一次，仍不成功请联系技术人员。")},
    ErrorSentence{ErrorCode::UnitUnknown, QT_TRANSLATE_NOOP("Describe", "没有名为“%1”的填报单位；请核对单位全称。")},
    ErrorSentence{ErrorCode::UnitAlike,
        QT_TRANSLATE_NOOP("Describe",
            "“%1”所报的单位“%2”与这里的“%3”看上去相同而写法不同，没有读入；请对方改用这里的单位名称后再送来。")},
    ErrorSentence{ErrorCode::ReportNotFound,
        QT_TRANSLATE_NOOP("Describe", "没有找到“%1”的报表；请核对单位全称和文号，已删除的请先放回列表。")},
    ErrorSentence{
        ErrorCode::VersionNotFound, QT_TRANSLATE_NOOP("Describe", "没有第 %1 个版本，没有改动；请重新选择。")},
    ErrorSentence{
        ErrorCode::PlaceUnknown, QT_TRANSLATE_NOOP("Describe", "报表中没有“%1”处，没有改动；请重新选定位置。")},
    ErrorSentence{
        ErrorCode::PersonUnknown, QT_TRANSLATE_NOOP("Describe", "没有名为“%1”的人员；请核对姓名，或请管理员添加。")},
    ErrorSentence{
        ErrorCode::PersonExists, QT_TRANSLATE_NOOP("Describe", "已有名为“%1”的人员，没有改动；请加上处室以便区分。")},
    ErrorSentence{ErrorCode::PasswordWrong, QT_TRANSLATE_NOOP("Describe", "“%1”的口令不对，没有进入；请重新输入。")},
    ErrorSentence{ErrorCode::PasswordDelayed,
        QT_TRANSLATE_NOOP("Describe", "“%1”的口令多次输错，请等 %2 秒后再试；忘记口令请找管理员重设。")},
    ErrorSentence{
        ErrorCode::PasswordShort, QT_TRANSLATE_NOOP("Describe", "口令不足 %1 个字符，没有改动；请换一个长些的口令。")},
    ErrorSentence{ErrorCode::MemoryFull,
        QT_TRANSLATE_NOOP(
            "Describe", "内存不足，没有办理，已保存的内容未改动，口令也不计输错；请关闭其他程序后再试。")},
    ErrorSentence{ErrorCode::KeyReplaced,
        QT_TRANSLATE_NOOP("Describe",
            "“%1”的口令打不开本单位的签名密钥，数据可能被另行改动过，没有进入；请从备份还原，并与签批单核对。")},
    ErrorSentence{ErrorCode::TerminalMissing,
        QT_TRANSLATE_NOOP(
            "Describe", "没有可以输入口令的终端，没有办理；请在终端中运行，或让程序从文件描述符读取口令。")},
    ErrorSentence{ErrorCode::SignInNeeded, QT_TRANSLATE_NOOP("Describe", "还没有登录，不能办理“%1”的报表；请先登录。")},
    ErrorSentence{ErrorCode::ActionRefused,
        QT_TRANSLATE_NOOP("Describe", "报表现在的状态是“%2”，不能%1，没有改动；请先核对报表状态。")},
    ErrorSentence{ErrorCode::OwnSubmission,
        QT_TRANSLATE_NOOP("Describe", "这份报表由“%1”本人送审，本人不能审批，没有改动；请由另一位审核人办理。")},
    ErrorSentence{ErrorCode::RoleMissing,
        QT_TRANSLATE_NOOP("Describe", "“%2”没有%1的权限，没有改动；请由有权限的人员办理，或请管理员调整。")},
    ErrorSentence{
        ErrorCode::ReasonMissing, QT_TRANSLATE_NOOP("Describe", "没有写明%1的理由，没有改动；请补上理由后再试。")},
    ErrorSentence{ErrorCode::LastAdministrator,
        QT_TRANSLATE_NOOP("Describe", "“%1”是唯一能登录的管理员，没有改动；请先设另一位管理员。")},
    ErrorSentence{ErrorCode::ErrorsRemain,
        QT_TRANSLATE_NOOP("Describe", "“%1”的报表还有 %2 处错误，不能审核通过或批准，没有改动；请退回改正。")},
    ErrorSentence{ErrorCode::CommentsOpen,
        QT_TRANSLATE_NOOP("Describe", "“%1”的报表还有 %2 条意见没有解决，没有改动；请先解决，或确认仍要批准。")},
    ErrorSentence{ErrorCode::CommentUnknown, QT_TRANSLATE_NOOP("Describe", "没有第 %1 号意见，没有改动；请重新选择。")},
    ErrorSentence{ErrorCode::LogBroken,
        QT_TRANSLATE_NOOP("Describe", "数据文件“%1”的办理记录从第 %2 条起被改动过，没有采用；请用备份核对。")},
    ErrorSentence{ErrorCode::ArchiveMalformed,
        QT_TRANSLATE_NOOP("Describe", "“%1”不是完整的送审文件（%c），没有读入；请对方重新生成一份。"), 1},
    ErrorSentence{ErrorCode::SignatureInvalid,
        QT_TRANSLATE_NOOP("Describe", "“%1”的内容与签名不符，可能被改动过，没有读入；请对方重新生成一份。")},
    ErrorSentence{ErrorCode::KeyUnknown,
        QT_TRANSLATE_NOOP(
            "Describe", "“%1”来自尚未认识的单位密钥（指纹 %2），没有读入；请与对方当面或电话核对指纹后再认可。")},
    ErrorSentence{ErrorCode::OfficeRefused,
        QT_TRANSLATE_NOOP("Describe",
            "“%1”无权为“%3”办理“%2”，这份文件没有读入，没有改动；确应由其办理的，请管理员在“人员与口令”中写明。")},
    ErrorSentence{ErrorCode::OriginUnproven,
        QT_TRANSLATE_NOOP("Describe",
            "文件中“%2”的“%1”记录，不能证明确由所称的单位（指纹 %3）作出，没有读入，没有改动；请由该单位直接送来文件，"
            "核对指纹后再读入。")},
    ErrorSentence{ErrorCode::OwnEntryUnknown,
        QT_TRANSLATE_NOOP("Describe",
            "文件中有以本单位名义为“%2”办理的“%"
            "1”记录，这里却没有，没有读入，没有改动；确是这里丢失的，请由管理员读入。")},
    ErrorSentence{ErrorCode::NameReserved,
        QT_TRANSLATE_NOOP("Describe",
            "“%2”送来的记录署名“%"
            "1”，与本单位的人员同名，没有读入，没有改动；请对方另设能区分的姓名，重新办理后再送来。")},
    ErrorSentence{ErrorCode::EntryConflict,
        QT_TRANSLATE_NOOP("Describe",
            "“%1”送来的一条“%2”记录，与%3的同一条记录不一致（%c），没有读入；文件已留存备查，请与双方核对。"),
        3},
    ErrorSentence{ErrorCode::ReceiptTooLong,
        QT_TRANSLATE_NOOP(
            "Describe", "读入后，“%1”的办理记录和意见将超过 %2 条的上限，没有读入，没有改动；请对方减少后再送来。")},
    ErrorSentence{ErrorCode::NameTooLong,
        QT_TRANSLATE_NOOP("Describe", "“%1……”这个名称超过 %2 个字符，没有采用；请改短后再试。")},
    ErrorSentence{ErrorCode::ExchangeTooLarge,
        QT_TRANSLATE_NOOP(
            "Describe", "“%1”历次送审的内容和意见合计超过 %2 兆字节，送审文件装不下，没有办理；请精简内容后再试。")},
    ErrorSentence{ErrorCode::AttachmentsTooLarge,
        QT_TRANSLATE_NOOP("Describe", "“%1”的附件合计超过 %2 兆字节，没有收入，没有改动；请减少或压缩附件后再试。")},
    ErrorSentence{ErrorCode::PictureUnreadable,
        QT_TRANSLATE_NOOP("Describe", "“%1”不是可以识别的图片或扫描件，没有采用；请换一个文件。")},
    ErrorSentence{ErrorCode::DocumentUnreadable,
        QT_TRANSLATE_NOOP("Describe", "“%1”不是可以识别的文档，没有采用；请换一个文件。")},
    ErrorSentence{ErrorCode::SealTooLarge,
        QT_TRANSLATE_NOOP("Describe", "印章图样宽 %1 毫米，超过了 %2 毫米的上限，没有采用；请核对实际尺寸。")},
    ErrorSentence{
        ErrorCode::SealMissing, QT_TRANSLATE_NOOP("Describe", "“%1”还没有印章图样，没有改动；请管理员先存入图样。")},
    ErrorSentence{ErrorCode::ScanMissing,
        QT_TRANSLATE_NOOP("Describe", "“%1”的报表还没有盖章扫描件，没有改动；请先附上扫描件。")},
    ErrorSentence{ErrorCode::FilesTooLarge,
        QT_TRANSLATE_NOOP(
            "Describe", "“%1”的报表所附文件合计 %2 兆字节，超过 %3 兆字节的上限，没有附上；请压缩或减少后再试。")},
    ErrorSentence{ErrorCode::FilesNotWritten,
        QT_TRANSLATE_NOOP("Describe", "“%1”的报表还没有写出要报送的文件，没有登记；请先写出文件或邮件草稿。")},
    ErrorSentence{ErrorCode::ToolMissing, QT_TRANSLATE_NOOP("Describe", "本机没有安装“%1”，无法完成；请安装后再试。")},
    ErrorSentence{ErrorCode::FontMissing,
        QT_TRANSLATE_NOOP("Describe", "本机没有可用于“%1”的字体，没有生成文件；请安装中文字体后再试。")},
    ErrorSentence{ErrorCode::RenderFailed,
        QT_TRANSLATE_NOOP("Describe", "未能生成“%1”，没有写入任何文件；请再试一次，仍不成功请联系技术人员。")},
    ErrorSentence{ErrorCode::DisplayMissing,
        QT_TRANSLATE_NOOP(
            "Describe", "连接不上图形桌面“%1”，没有打开窗口；请在图形桌面中运行，或在命令后写明要办的事。")},
    ErrorSentence{ErrorCode::DisplayByNetwork,
        QT_TRANSLATE_NOOP(
            "Describe", "图形桌面“%1”要经网络连接，本程序不使用网络，没有打开窗口；请在本机的图形桌面中运行。")},
    ErrorSentence{ErrorCode::Stopped, QT_TRANSLATE_NOOP("Describe", "已停止，没有写入任何文件。")},
    ErrorSentence{
        ErrorCode::FileEmpty, QT_TRANSLATE_NOOP("Describe", "“%1”是空文件（0 字节），没有读入；请重新拷贝一份。")},
    ErrorSentence{ErrorCode::LockFile,
        QT_TRANSLATE_NOOP(
            "Describe", "“%1”是办公软件打开文件时留下的临时文件，没有读入；请选名称不以“~$”开头的那个文件。")},
    ErrorSentence{ErrorCode::FileEncrypted,
        QT_TRANSLATE_NOOP("Describe", "“%1”设有打开口令，没有读入；请用原来的程序去掉口令、另存后再试。")},
    ErrorSentence{ErrorCode::FormatForeign,
        QT_TRANSLATE_NOOP(
            "Describe", "“%1”的格式（%2）本程序不能直接读，没有读入；请用原来的程序另存为较新的文档或工作簿后再试。")},
    ErrorSentence{ErrorCode::Usage, QT_TRANSLATE_NOOP("Describe", "命令用法有误：%1。")},
};

struct Cause {
    const char *name; // as core gives it, or the errno of the system
    const char *text;
};

constexpr std::array causes{
    Cause{"syntax", QT_TRANSLATE_NOOP("Describe", "书写不合格式")},
    Cause{"duplicate-key", QT_TRANSLATE_NOOP("Describe", "同一项目出现了两次")},
    Cause{"too-deep", QT_TRANSLATE_NOOP("Describe", "层次过多")},
    Cause{"too-many-values", QT_TRANSLATE_NOOP("Describe", "内容过多")},
    Cause{"missing", QT_TRANSLATE_NOOP("Describe", "缺少这一项")},
    Cause{"string", QT_TRANSLATE_NOOP("Describe", "应为文字")},
    Cause{"text", QT_TRANSLATE_NOOP("Describe", "含有不成字的编码")},
    Cause{"integer", QT_TRANSLATE_NOOP("Describe", "应为整数")},
    Cause{"number", QT_TRANSLATE_NOOP("Describe", "应为数字")},
    Cause{"boolean", QT_TRANSLATE_NOOP("Describe", "应为是或否")},
    Cause{"array", QT_TRANSLATE_NOOP("Describe", "应为列表")},
    Cause{"object", QT_TRANSLATE_NOOP("Describe", "应为一组项目")},
    Cause{"empty", QT_TRANSLATE_NOOP("Describe", "不能为空")},
    Cause{"date", QT_TRANSLATE_NOOP("Describe", "不是日历上有的日期")},
    Cause{"unknown-key", QT_TRANSLATE_NOOP("Describe", "没有这样的项目")},
    Cause{"bad-id", QT_TRANSLATE_NOOP("Describe", "标识的写法不对")},
    Cause{"duplicate-id", QT_TRANSLATE_NOOP("Describe", "标识重复")},
    Cause{"not-an-archive", QT_TRANSLATE_NOOP("Describe", "打不开")},
    Cause{"truncated", QT_TRANSLATE_NOOP("Describe", "不完整")},
    Cause{"too-many-parts", QT_TRANSLATE_NOOP("Describe", "其中的文件过多")},
    Cause{"too-large", QT_TRANSLATE_NOOP("Describe", "展开后过大")},
    Cause{"bad-part-name", QT_TRANSLATE_NOOP("Describe", "其中有不该有的文件名")},
    Cause{"duplicate-part", QT_TRANSLATE_NOOP("Describe", "其中有重名的文件")},
    Cause{"missing-part", QT_TRANSLATE_NOOP("Describe", "缺少应有的文件")},
    Cause{"unsigned", QT_TRANSLATE_NOOP("Describe", "没有签名")},
    Cause{"inconsistent", QT_TRANSLATE_NOOP("Describe", "前后内容不一致")},
    Cause{"unknown-kind", QT_TRANSLATE_NOOP("Describe", "没有这样的类别")},
    Cause{"not-positive", QT_TRANSLATE_NOOP("Describe", "应大于零")},
    Cause{"no-columns", QT_TRANSLATE_NOOP("Describe", "表格没有栏目")},
    Cause{"second-serial", QT_TRANSLATE_NOOP("Describe", "序号栏多于一个")},
    Cause{"second-repeating-group", QT_TRANSLATE_NOOP("Describe", "可重复的栏组多于一个")},
    Cause{"too-many", QT_TRANSLATE_NOOP("Describe", "数目过多")},
    Cause{"too-long", QT_TRANSLATE_NOOP("Describe", "文字过长")},
    Cause{"nested-repeating-group", QT_TRANSLATE_NOOP("Describe", "可重复的栏组不能嵌套")},
};

// What differs between two entries, as core calls it.
constexpr std::array differences{
    Cause{"origin", QT_TRANSLATE_NOOP("Describe", "作出单位")},
    Cause{"report", QT_TRANSLATE_NOOP("Describe", "所属报表")},
    Cause{"kind", QT_TRANSLATE_NOOP("Describe", "办理事项")},
    Cause{"person", QT_TRANSLATE_NOOP("Describe", "办理人")},
    Cause{"at", QT_TRANSLATE_NOOP("Describe", "时间")},
    Cause{"reason", QT_TRANSLATE_NOOP("Describe", "意见或理由")},
    Cause{"detail", QT_TRANSLATE_NOOP("Describe", "所附事项")},
    Cause{"content", QT_TRANSLATE_NOOP("Describe", "报表内容")},
};

struct SystemCause {
    int number; // errno
    const char *text;
};

constexpr std::array systemCauses{
    SystemCause{EACCES, QT_TRANSLATE_NOOP("Describe", "没有权限")},
    SystemCause{EPERM, QT_TRANSLATE_NOOP("Describe", "没有权限")},
    SystemCause{EIO, QT_TRANSLATE_NOOP("Describe", "磁盘读写出错")},
    SystemCause{EISDIR, QT_TRANSLATE_NOOP("Describe", "这是一个文件夹")},
    SystemCause{ENOTSUP, QT_TRANSLATE_NOOP("Describe", "这是管道或设备，不是文件")},
    SystemCause{ENAMETOOLONG, QT_TRANSLATE_NOOP("Describe", "文件名过长")},
    SystemCause{ELOOP, QT_TRANSLATE_NOOP("Describe", "链接指向了自身")},
    SystemCause{ENOTEMPTY, QT_TRANSLATE_NOOP("Describe", "这是一个文件夹")},
    SystemCause{EMFILE, QT_TRANSLATE_NOOP("Describe", "打开的文件过多")},
    SystemCause{ENOMEM, QT_TRANSLATE_NOOP("Describe", "内存不足")},
};

// How an occasion of each kind is written.
constexpr std::array occasionSamples{
    Wording{OccasionKind::Month, "2023-06"},
    Wording{OccasionKind::Quarter, "2023Q2"},
    Wording{OccasionKind::Year, "2023"},
    Wording{OccasionKind::Number, "12"},
};

QString occasionSentence(const Error &error)
{
    const QString path = error.arguments.value(0);
    const QString occasion = error.arguments.value(1);
    const std::optional<OccasionKind> kind = occasionKindNamed(error.arguments.value(3));
    const QString sample = kind ? wordingOf(occasionSamples, *kind) : QString();
    QString asked = kind ? describe(*kind) + u'，' : QString();
    if (!sample.isEmpty())
        asked = translated(QT_TRANSLATE_NOOP("Describe", "%1，期次写作“%2”，")).arg(describe(*kind), sample);
    const QString what = occasion.isEmpty() ? translated(QT_TRANSLATE_NOOP("Describe", "没有写明期次"))
                                            : translated(QT_TRANSLATE_NOOP("Describe", "没有“%1”这一期")).arg(occasion);
    const QString sentence = path.isEmpty()
        ? translated(QT_TRANSLATE_NOOP("Describe", "通知“%2”%3%4，没有改动；请核对期次。"))
        : translated(QT_TRANSLATE_NOOP("Describe", "“%1”没有读入：通知“%2”%3%4；请核对期次。"));
    return filled(sentence, {path, error.arguments.value(2), asked, what});
}

QString differencesInWords(const QString &names)
{
    QStringList words;
    for (const Cause &known : differences) {
        if (names.split(u',').contains(QLatin1StringView(known.name)))
            words.append(translated(known.text));
    }
    return words.join(u'、');
}

QString causeInWords(const QString &cause)
{
    for (const Cause &known : causes) {
        if (cause == QLatin1StringView(known.name))
            return translated(known.text);
    }
    bool isNumber = false;
    const int number = cause.toInt(&isNumber);
    for (const SystemCause &known : systemCauses) {
        if (isNumber && number == known.number)
            return translated(known.text);
    }
    return QCoreApplication::translate("Describe", "系统代码 %1").arg(cause);
}

// The arguments with what review calls its actions and states in words.
QStringList reviewWords(const Error &error)
{
    QStringList words = error.arguments;
    const bool namesAction = error.code == ErrorCode::ActionRefused || error.code == ErrorCode::RoleMissing
        || error.code == ErrorCode::ReasonMissing;
    const bool namesKind = error.code == ErrorCode::OriginUnproven || error.code == ErrorCode::OwnEntryUnknown;
    const bool namesOffice = error.code == ErrorCode::OfficeRefused || error.code == ErrorCode::EntryConflict;
    if (namesKind || namesOffice) {
        const qsizetype at = namesKind ? 0 : 1;
        if (const std::optional<EntryKind> known = kindNamed(words.value(at)))
            words[at] = describe(*known);
        if (error.code == ErrorCode::EntryConflict && words.size() > 2)
            words[2]
                = words.at(2).isEmpty() ? QCoreApplication::translate("Describe", "本单位") : u'“' + words.at(2) + u'”';
        return words;
    }
    if (!namesAction || words.isEmpty())
        return words;
    if (const std::optional<EntryKind> known = kindNamed(words.constFirst()))
        words[0] = describe(*known);
    for (const ReviewAction action : allActions()) {
        if (nameOf(action) == words.constFirst())
            words[0] = describe(action);
    }
    if (const QString task = describeTask(words.constFirst()); !task.isEmpty())
        words[0] = task;
    if (error.code == ErrorCode::ActionRefused) {
        if (const std::optional<ReportState> state = stateNamed(words.value(1)))
            words[1] = describe(*state);
    }
    return words;
}

} // namespace

QString describe(const Error &error)
{
    if (const QString other = describeOtherKind(error.arguments);
        error.code == ErrorCode::WrongFormat && !other.isEmpty())
        return other;
    // Where there is no name to tell the sentence is another.
    if (error.code == ErrorCode::RoleMissing && error.arguments.value(1).isEmpty())
        return QCoreApplication::translate("Describe", "还没有登录，不能%1，没有改动；请先登录。")
            .arg(reviewWords(error).constFirst());
    if (error.code == ErrorCode::StoreDamaged && !error.arguments.value(1).isEmpty())
        return QCoreApplication::translate("Describe",
            "数据文件“%1”中人员“%2”的登记与签名的办理记录不一致，可能在本程序之外被改动过，没有采用；"
            "请用“修复数据”取回内容。")
            .arg(error.arguments.value(0), error.arguments.value(1));
    if (error.code == ErrorCode::KeyUnknown && error.arguments.value(0).isEmpty())
        return QCoreApplication::translate(
            "Describe", "指纹 %1 是本单位自己的密钥，不能当作其他单位认可，没有改动；请核对是谁送来的文件。")
            .arg(error.arguments.value(1));
    if (error.code == ErrorCode::SignInNeeded && error.arguments.value(0).isEmpty()
        && !error.arguments.value(1).isEmpty())
        return QCoreApplication::translate(
            "Describe", "有 %1 条修复或还原数据时留下的记录还没有管理员确认，没有办理；请管理员登录，逐条看过后确认。")
            .arg(error.arguments.value(1));
    if (error.code == ErrorCode::SignInNeeded && error.arguments.value(0).isEmpty())
        return QCoreApplication::translate("Describe", "还没有登录，没有办理；请先登录。");
    if (error.code == ErrorCode::OwnSubmission && error.arguments.value(0).isEmpty())
        return QCoreApplication::translate(
            "Describe", "送审与审批不能是同一人，没有改动；只有一名工作人员的单位，可在“人员与口令”中允许本人审批。");
    if (error.code == ErrorCode::MemoryFull && !error.arguments.value(0).isEmpty())
        return QCoreApplication::translate(
            "Describe", "内存不足，没有处理“%1”，已保存的内容未改动；请关闭其他程序后再试。")
            .arg(error.arguments.value(0));
    if (error.code == ErrorCode::UnitUnknown && isBlank(error.arguments.value(0)))
        return QCoreApplication::translate("Describe", "没有写明填报单位，没有改动；请补上单位全称。");
    if (error.code == ErrorCode::ReportNotFound && error.arguments.value(0).isEmpty())
        return QCoreApplication::translate("Describe", "没有找到这份报表，可能已被删除；请回到报表列表重新选择。");
    if (error.code == ErrorCode::NoticeUnknown && error.arguments.value(0).isEmpty())
        return QCoreApplication::translate("Describe", "本程序没有通知“%1”，没有改动；请核对文号。")
            .arg(error.arguments.value(1));
    if (error.code == ErrorCode::PictureUnreadable && error.arguments.value(0).isEmpty())
        return QCoreApplication::translate("Describe", "存入的印章图样不能识别，没有采用；请管理员重新存入。");
    if (error.code == ErrorCode::DisplayMissing && error.arguments.value(0).isEmpty())
        return QCoreApplication::translate(
            "Describe", "这里没有图形桌面，没有打开窗口；请在图形桌面中运行，或在命令后写明要办的事。");
    if (error.code == ErrorCode::OccasionUnfit)
        return occasionSentence(error);
    for (const ErrorSentence &sentence : errorSentences) {
        if (sentence.code != error.code)
            continue;
        const QString given = error.arguments.value(sentence.causeAt);
        const QString cause = error.code == ErrorCode::EntryConflict ? differencesInWords(given) : causeInWords(given);
        return filled(translated(sentence.text), reviewWords(error), cause);
    }
    return {};
}

} // namespace zhibao
