// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/describe/describeforeign.h"

#include "workspace/describe/sentence.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace zhibao {

namespace {

using Kind = ForeignContent::Kind;

struct Word {
    std::string_view name; // in WordprocessingML
    const char *text;
};

// Of what may be in an element or its attributes.
constexpr std::array words{
    Word{"w:vanish", QT_TRANSLATE_NOOP("Describe", "隐藏文字")},
    Word{"w:webHidden", QT_TRANSLATE_NOOP("Describe", "隐藏文字")},
    Word{"w:specVanish", QT_TRANSLATE_NOOP("Describe", "隐藏文字")},
    Word{"w:hidden", QT_TRANSLATE_NOOP("Describe", "隐藏的表格行")},
    Word{"w:color", QT_TRANSLATE_NOOP("Describe", "文字颜色")},
    Word{"w14:textFill", QT_TRANSLATE_NOOP("Describe", "文字填充")},
    Word{"w:highlight", QT_TRANSLATE_NOOP("Describe", "突出显示")},
    Word{"w:shd", QT_TRANSLATE_NOOP("Describe", "底纹")},
    Word{"w:strike", QT_TRANSLATE_NOOP("Describe", "删除线")},
    Word{"w:dstrike", QT_TRANSLATE_NOOP("Describe", "删除线")},
    Word{"w:sz", QT_TRANSLATE_NOOP("Describe", "字号")},
    Word{"w:w", QT_TRANSLATE_NOOP("Describe", "字符缩放")},
    Word{"w:position", QT_TRANSLATE_NOOP("Describe", "文字升降")},
    Word{"w:spacing", QT_TRANSLATE_NOOP("Describe", "间距")},
    Word{"w:ind", QT_TRANSLATE_NOOP("Describe", "缩进")},
    Word{"w:caps", QT_TRANSLATE_NOOP("Describe", "大写显示")},
    Word{"w:rFonts", QT_TRANSLATE_NOOP("Describe", "字体")},
    Word{"w:sym", QT_TRANSLATE_NOOP("Describe", "符号")},
    Word{"w:framePr", QT_TRANSLATE_NOOP("Describe", "图文框")},
    Word{"w:pict", QT_TRANSLATE_NOOP("Describe", "图形或文本框")},
    Word{"w:object", QT_TRANSLATE_NOOP("Describe", "嵌入对象")},
    Word{"w:numPr", QT_TRANSLATE_NOOP("Describe", "自动编号")},
    Word{"w:fldChar", QT_TRANSLATE_NOOP("Describe", "域")},
    Word{"w:fldSimple", QT_TRANSLATE_NOOP("Describe", "域")},
    Word{"w:sdt", QT_TRANSLATE_NOOP("Describe", "内容控件")},
    Word{"w:hyperlink", QT_TRANSLATE_NOOP("Describe", "超链接")},
    Word{"w:footnoteReference", QT_TRANSLATE_NOOP("Describe", "脚注")},
    Word{"w:commentReference", QT_TRANSLATE_NOOP("Describe", "批注")},
    Word{"w:ins", QT_TRANSLATE_NOOP("Describe", "修订")},
    Word{"w:del", QT_TRANSLATE_NOOP("Describe", "修订")},
    Word{"w:delText", QT_TRANSLATE_NOOP("Describe", "修订")},
    Word{"w:altChunk", QT_TRANSLATE_NOOP("Describe", "插入的其他文档")},
    Word{"w:tbl", QT_TRANSLATE_NOOP("Describe", "嵌套表格")},
    Word{"w:gridCol", QT_TRANSLATE_NOOP("Describe", "列宽")},
    Word{"w:tcW", QT_TRANSLATE_NOOP("Describe", "列宽")},
    Word{"w:trHeight", QT_TRANSLATE_NOOP("Describe", "行高")},
    Word{"w:textDirection", QT_TRANSLATE_NOOP("Describe", "文字方向")},
    Word{"w:pgMar", QT_TRANSLATE_NOOP("Describe", "页边距")},
    Word{"mc:AlternateContent", QT_TRANSLATE_NOOP("Describe", "备选内容")},
    Word{"m:oMath", QT_TRANSLATE_NOOP("Describe", "公式")},
};

// What an office knows the part by; else its name in the package.
QString partWord(const QString &part)
{
    constexpr std::array parts{
        Word{"word/document.xml", QT_TRANSLATE_NOOP("Describe", "正文")},
        Word{"word/styles.xml", QT_TRANSLATE_NOOP("Describe", "样式")},
        Word{"word/settings.xml", QT_TRANSLATE_NOOP("Describe", "设置")},
        Word{"word/fontTable.xml", QT_TRANSLATE_NOOP("Describe", "字体表")},
        Word{"docProps/core.xml", QT_TRANSLATE_NOOP("Describe", "文件属性")},
        Word{"docProps/app.xml", QT_TRANSLATE_NOOP("Describe", "文件属性")},
        Word{"word/header1.xml", QT_TRANSLATE_NOOP("Describe", "页眉")},
        Word{"word/header2.xml", QT_TRANSLATE_NOOP("Describe", "页眉")},
        Word{"word/footer1.xml", QT_TRANSLATE_NOOP("Describe", "页脚")},
        Word{"word/footer2.xml", QT_TRANSLATE_NOOP("Describe", "页脚")},
    };
    const std::string name = part.toStdString();
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Word &word) { return word.name == name; });
    return found == parts.end() ? part : translated(found->text);
}

// The element that the name is about, without the one around it and without an attribute.
QString elementOf(const QString &name)
{
    return name.section(u'/', -1).section(u' ', 0, 0);
}

QString elementWord(const QString &name)
{
    const QString element = elementOf(name);
    const std::string key = element.toStdString();
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word &word) { return word.name == key; });
    return found == words.end()
        ? element
        : QCoreApplication::translate("Describe", "%1（%2）").arg(translated(found->text), element);
}

// What it is, without where.
QString contentWords(const ForeignContent &content)
{
    switch (content.kind) {
    case Kind::Archive:
        return translated(QT_TRANSLATE_NOOP("Describe", "文件中夹有其他数据"));
    case Kind::Missing:
        return QCoreApplication::translate("Describe", "缺少%1").arg(partWord(content.name));
    case Kind::Part:
        return QCoreApplication::translate("Describe", "多出部件%1").arg(content.name);
    case Kind::Type:
        return QCoreApplication::translate("Describe", "部件的类型不符");
    case Kind::Relation:
        return QCoreApplication::translate("Describe", "指向%1").arg(content.value);
    case Kind::Markup:
        return QCoreApplication::translate("Describe", "不同程序会读成不同的内容");
    case Kind::Element:
        return elementWord(content.name);
    case Kind::Attribute:
        return content.value.isEmpty()
            ? elementWord(content.name)
            : QCoreApplication::translate("Describe", "%1为%2").arg(elementWord(content.name), content.value);
    case Kind::Repeated:
        return QCoreApplication::translate("Describe", "%1重复或错位").arg(elementWord(content.name));
    case Kind::Text:
        return QCoreApplication::translate("Describe", "文字显示时会变：%1").arg(content.value);
    case Kind::Style:
        return QCoreApplication::translate("Describe", "样式“%1”缺失或重复").arg(content.name);
    case Kind::Cut:
        return QCoreApplication::translate("Describe", "行高容不下文字");
    case Kind::Story:
        return QCoreApplication::translate("Describe", "有其他文字：%1").arg(content.value);
    case Kind::Page:
        return QCoreApplication::translate("Describe", "纸张或页边距不同");
    case Kind::Grid:
        return QCoreApplication::translate("Describe", "表格第%1行第%2栏的单元格划分不同")
            .arg(content.name.section(u' ', 0, 0), content.name.section(u' ', 1));
    case Kind::Height:
        return QCoreApplication::translate("Describe", "表格第%1行不许分页，一页放不下").arg(content.name);
    case Kind::Picture:
        return QCoreApplication::translate("Describe", "图片或图形，所示内容不能核对");
    case Kind::Properties:
        return QCoreApplication::translate("Describe", "所写的标题、作者等与导出件不同");
    }
    return {};
}

} // namespace

QString describe(const ForeignContent &content)
{
    QString text = contentWords(content);
    // What belongs to the mark of a field shows nothing.
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return content.part.isEmpty() ? text
                                  : QCoreApplication::translate("Describe", "%1：%2").arg(partWord(content.part), text);
}

} // namespace zhibao
