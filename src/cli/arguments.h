// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/notice/notice.h"
#include "workspace/export/export.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace zhibao::cli {

// The options there are; a command takes some of them.
namespace option {
inline const QString output = QStringLiteral("output");
inline const QString form = QStringLiteral("form");
inline const QString format = QStringLiteral("format");
inline const QString store = QStringLiteral("store");
inline const QString unit = QStringLiteral("unit");
inline const QString notice = QStringLiteral("notice");
inline const QString occasion = QStringLiteral("occasion");
inline const QString json = QStringLiteral("json"); // no value
inline const QString replace = QStringLiteral("replace"); // no value
inline const QString person = QStringLiteral("person");
inline const QString passwordDescriptor = QStringLiteral("password-fd");
inline const QString reason = QStringLiteral("reason");
inline const QString despiteComments = QStringLiteral("despite-comments"); // no value
inline const QString scan = QStringLiteral("scan"); // may be given several times
inline const QString file = QStringLiteral("file"); // may be given several times
inline const QString to = QStringLiteral("to");
inline const QString by = QStringLiteral("by");
inline const QString trust = QStringLiteral("trust");
inline const QString forUnit = QStringLiteral("for"); // may be given several times
inline const QString role = QStringLiteral("role"); // may be given several times
inline const QString office = QStringLiteral("office");
inline const QString post = QStringLiteral("post");
inline const QString duty = QStringLiteral("duty"); // may be given several times
inline const QString newPasswordDescriptor = QStringLiteral("new-password-fd");
inline const QString withoutPassword = QStringLiteral("without-password"); // no value
inline const QString soleOffice = QStringLiteral("sole-office");
inline const QString plan = QStringLiteral("plan"); // no value
inline const QString importFile = QStringLiteral("import");
inline const QString head = QStringLiteral("head");
} // namespace option

// What stands behind the command's name, split up.
struct Arguments {
    QString input; // the first file name, or ""
    QStringList inputs; // all of them
    QHash<QString, QStringList> values;
    bool has(const QString &name) const { return values.contains(name); }
    QString value(const QString &name) const { return values.value(name).value(0); }
};

// Error: Usage, for an unknown option, a missing or second value, and more than `inputs` file names.
Result<Arguments> parseArguments(const QStringList &arguments, const QStringList &options, int inputs);

// The notice that --notice names, or the newest there is. Error: NoticeUnknown.
Result<Notice> askedNotice(const Arguments &arguments, const QList<Notice> &notices);

// What --output, --form, --format and --replace ask for. Error: Usage.
Result<ExportRequest> exportRequest(const Arguments &arguments, const Notice &notice);

// Whether it was given as UTF-8, as all but paths must be.
bool isText(const QString &argument);

Error usageError(const QString &cause);

} // namespace zhibao::cli
