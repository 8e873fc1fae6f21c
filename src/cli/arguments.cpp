// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include "cli/output.h"
#include "core/text/encoding.h"

#include <QCommandLineParser>

#include <algorithm>

namespace zhibao::cli {

namespace {

bool takesValue(const QString &name)
{
    return name != option::json && name != option::replace && name != option::despiteComments
        && name != option::withoutPassword && name != option::plan;
}

// A path is bytes; whatever else is given is text.
bool isPath(const QString &name)
{
    return name == option::output || name == option::store || name == option::scan || name == option::file;
}

bool mayRepeat(const QString &name)
{
    return name == option::form || name == option::format || name == option::scan || name == option::file
        || name == option::duty || name == option::forUnit || name == option::role;
}

// The values as texts are let in anywhere; what could not be is told.
QStringList letIn(QStringList values, const QString &name)
{
    qsizetype replaced = 0;
    for (QString &value : values)
        value = wellFormed(value, &replaced);
    if (replaced > 0)
        printNote(
            tr("“--%1”的值中有 %2 个任何文档都存不了的字符（控制字符等），已换成“\uFFFD”。").arg(name).arg(replaced));
    return values;
}

Result<void> collect(const QCommandLineParser &parser, const QString &name, Arguments &arguments)
{
    const qsizetype count = parser.optionNames().count(name);
    if (count == 0)
        return {};
    if (count > 1 && !mayRepeat(name))
        return usageError(tr("“--%1”只能写一次").arg(name));
    const QStringList values = parser.values(name);
    if (takesValue(name) && values.contains(QString()))
        return usageError(tr("“--%1”的值不能为空").arg(name));
    if (!isPath(name) && !std::all_of(values.cbegin(), values.cend(), isText))
        return usageError(tr("“--%1”的值不是 UTF-8 编码的文字").arg(name));
    arguments.values.insert(name, isPath(name) ? values : letIn(values, name));
    return {};
}

// The parser's own sentences are English; what it found wrong is told from its state.
QString causeOf(const QCommandLineParser &parser, const QString &last)
{
    if (!parser.unknownOptionNames().isEmpty())
        return tr("没有“%1”这个选项").arg(parser.unknownOptionNames().constFirst());
    return tr("“%1”的值缺少或多余").arg(last);
}

Result<QList<FileFormat>> formats(const QStringList &names)
{
    QList<FileFormat> formats;
    for (const QString &name : names) {
        if (name != QStringLiteral("pdf") && name != QStringLiteral("docx"))
            return usageError(tr("没有“%1”这种格式，可用 pdf 或 docx").arg(name));
        formats.append(name == QStringLiteral("pdf") ? FileFormat::Pdf : FileFormat::Docx);
    }
    return formats;
}

} // namespace

bool isText(const QString &argument)
{
    return argument.isValidUtf16();
}

Error usageError(const QString &cause)
{
    return {ErrorCode::Usage, {cause}};
}

Result<Arguments> parseArguments(const QStringList &arguments, const QStringList &options, int inputs)
{
    QCommandLineParser parser;
    for (const QString &name : options)
        parser.addOption({name, QString(), takesValue(name) ? name : QString()});
    // The parser takes its first argument for the program's name.
    if (!parser.parse(QStringList{QString()} + arguments))
        return usageError(causeOf(parser, arguments.isEmpty() ? QString() : arguments.constLast()));

    Arguments parsed;
    for (const QString &name : options) {
        if (const Result<void> collected = collect(parser, name, parsed); !collected)
            return collected.error();
    }
    const QStringList files = parser.positionalArguments();
    if (files.size() > inputs)
        return usageError(tr("“%1”是多余的").arg(files.at(inputs)));
    parsed.input = files.value(0);
    parsed.inputs = files;
    return parsed;
}

Result<Notice> askedNotice(const Arguments &arguments, const QList<Notice> &notices)
{
    const QString number = arguments.value(option::notice);
    const Notice *found = nullptr;
    for (const Notice &notice : notices) {
        const bool fits = number.isEmpty() ? !found || notice.issued > found->issued : notice.number == number;
        if (fits)
            found = &notice;
    }
    return found ? Result<Notice>(*found) : Result<Notice>(Error{ErrorCode::NoticeUnknown, {QString(), number}});
}

Result<ExportRequest> exportRequest(const Arguments &arguments, const Notice &notice)
{
    ExportRequest request;
    request.folder = arguments.value(option::output);
    if (request.folder.isEmpty())
        return usageError(tr("请用“--output”写明导出到哪个文件夹"));
    request.forms = arguments.values.value(option::form);
    for (const QString &form : std::as_const(request.forms)) {
        if (!notice.form(form))
            return usageError(tr("通知没有“%1”这个表式").arg(form));
    }
    if (arguments.has(option::format)) {
        const Result<QList<FileFormat>> asked = formats(arguments.values.value(option::format));
        if (!asked)
            return asked.error();
        request.formats.removeIf([&](FileFormat format) { return !asked->contains(format); });
    }
    request.existing = arguments.has(option::replace) ? Existing::Replace : Existing::Keep;
    return request;
}

} // namespace zhibao::cli
