// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/describe/describekind.h"

#include "exchange/document/filekind.h"
#include "workspace/describe/sentence.h"

#include <array>

namespace zhibao {

namespace {

struct FileKindWords {
    FileKind kind;
    const char *noun; // set off from the characters before it where it is Latin
    const char *advice; // where it can go
};

constexpr const char *pasteBoth
    = QT_TRANSLATE_NOOP("Describe", "请打开它，把其中的表格复制、粘贴到情况表，把文字复制、粘贴到总结");
constexpr const char *pasteText = QT_TRANSLATE_NOOP("Describe", "请打开它，把其中的文字复制、粘贴到报表中");

constexpr std::array fileKindWords{
    FileKindWords{FileKind::Report, QT_TRANSLATE_NOOP("Describe", "报表文件"),
        QT_TRANSLATE_NOOP("Describe", "请用“报表 › 导入报表文件”读入")},
    FileKindWords{FileKind::Review, QT_TRANSLATE_NOOP("Describe", "送审文件"),
        QT_TRANSLATE_NOOP("Describe", "请用“审核 › 打开送审文件”读入")},
    FileKindWords{FileKind::Word, QT_TRANSLATE_NOOP("Describe", " Word 文档"),
        QT_TRANSLATE_NOOP("Describe",
            "请打开它，把其中的表格复制、粘贴到情况表，把文字复制、粘贴到总结；要看是不是批准的内容，用“审核 › "
            "核验文件”")},
    FileKindWords{FileKind::Excel, QT_TRANSLATE_NOOP("Describe", " Excel 工作簿"),
        QT_TRANSLATE_NOOP("Describe", "请打开它，把其中的单元格复制、粘贴到情况表")},
    FileKindWords{FileKind::Slides, QT_TRANSLATE_NOOP("Describe", " PowerPoint 演示文稿"), pasteText},
    FileKindWords{FileKind::OpenDocument, QT_TRANSLATE_NOOP("Describe", " OpenDocument 文档"), pasteBoth},
    FileKindWords{FileKind::Compound,
        QT_TRANSLATE_NOOP("Describe", "旧格式的 Word、Excel 或 WPS 文件，或者是设有口令的文档"), pasteBoth},
    FileKindWords{FileKind::RichText, QT_TRANSLATE_NOOP("Describe", " RTF 文档"), pasteBoth},
    FileKindWords{FileKind::Web, QT_TRANSLATE_NOOP("Describe", "网页（有的系统把网页存作 Excel 文件）"), pasteBoth},
    FileKindWords{FileKind::Pdf, QT_TRANSLATE_NOOP("Describe", " PDF 文件"),
        QT_TRANSLATE_NOOP("Describe",
            "要看是不是批准的内容，用“审核 › 核验文件”；盖章页的扫描件，用“审核 › "
            "附盖章扫描件”；要用其中的文字，请打开它，复制、粘贴到报表中")},
    FileKindWords{FileKind::Ofd, QT_TRANSLATE_NOOP("Describe", " OFD 文件"), pasteText},
    FileKindWords{FileKind::Picture, QT_TRANSLATE_NOOP("Describe", "图片"),
        QT_TRANSLATE_NOOP(
            "Describe", "盖章页的扫描件，用“审核 › 附盖章扫描件”；印章图样，由管理员在“工具 › 人员与口令”中存入")},
    FileKindWords{FileKind::Archive, QT_TRANSLATE_NOOP("Describe", "压缩包"),
        QT_TRANSLATE_NOOP("Describe", "请先解压，再选其中的文件")},
    FileKindWords{FileKind::Store, QT_TRANSLATE_NOOP("Describe", "质报的数据文件或备份"),
        QT_TRANSLATE_NOOP("Describe", "备份请用“工具 › 备份与还原”放回")},
};

const FileKindWords *wordsOf(const QString &name)
{
    const auto known = std::find_if(fileKindWords.begin(), fileKindWords.end(),
        [&](const FileKindWords &line) { return nameOf(line.kind) == name; });
    return known == fileKindWords.end() ? nullptr : &*known;
}

} // namespace

QString describeOtherKind(const QStringList &arguments)
{
    const FileKindWords *found = wordsOf(arguments.value(1));
    const FileKindWords *asked = wordsOf(arguments.value(2));
    if (!found || !asked)
        return {};
    return filled(translated(QT_TRANSLATE_NOOP("Describe", "“%1”是%2，不是%3，没有读入；%4。")),
        {arguments.value(0), translated(found->noun), translated(asked->noun), translated(found->advice)});
}

} // namespace zhibao
