// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"

#include <QFile>

namespace zhibao::test {

inline const QString guizhou = QStringLiteral("贵州省市场监督管理局");
inline const QString staff = QStringLiteral("李填报");
inline const QString supervisor = QStringLiteral("王审核");
inline const QByteArray supervisorPassword = QByteArrayLiteral("correct horse battery");

// A store of its own. A password comes from standard input.
struct Office {
    explicit Office(const QString &name = QStringLiteral("office"))
        : store(zhibao.path(name + QStringLiteral(".db")))
    {
    }

    // By somebody who is signed in by password.
    Run by(const QString &person, const QByteArray &password, QStringList call) const
    {
        call << QStringLiteral("--store") << store << QStringLiteral("--person") << person
             << QStringLiteral("--password-fd") << QStringLiteral("0");
        return zhibao(call, password + '\n');
    }
    Run bySupervisor(const QStringList &call) const { return by(supervisor, supervisorPassword, call); }
    // In an office without people.
    Run byAnybody(QStringList call) const { return zhibao(call << QStringLiteral("--store") << store); }

    // A command on the report of the example's unit.
    static QStringList on(const QString &command, const QStringList &more = {})
    {
        return QStringList{command, QStringLiteral("--unit"), guizhou} + more;
    }

    Program zhibao;
    QString store;
};

inline QStringList reason(const QString &text)
{
    return {QStringLiteral("--reason"), text};
}

inline QString stateOf(const Run &run)
{
    return run.output.section(u'\n', -2, -2).section(u'\t', 0, 0);
}

inline const QByteArray staffPassword = QByteArrayLiteral("another long password");

// A supervisor who also administers, with a password.
inline Office onePerson()
{
    Office office;
    const Run first
        = office.zhibao({QStringLiteral("person"), supervisor, QStringLiteral("--duty"), QStringLiteral("supervisor"),
                            QStringLiteral("--duty"), QStringLiteral("administrator"), QStringLiteral("--store"),
                            office.store, QStringLiteral("--new-password-fd"), QStringLiteral("0")},
            supervisorPassword + '\n');
    INFO(first.errors.toStdString());
    REQUIRE(first.code == 0);
    return office;
}

// And somebody who fills in, without one.
inline Office twoPeople()
{
    Office office = onePerson();
    const Run second = office.bySupervisor({QStringLiteral("person"), staff, QStringLiteral("--duty"),
        QStringLiteral("reporter"), QStringLiteral("--without-password")});
    INFO(second.errors.toStdString());
    REQUIRE(second.code == 0);
    return office;
}

// And somebody who fills in, with one: then nothing is signed by whoever does not sign in.
inline Office twoPasswords()
{
    Office office = onePerson();
    const QString call = QStringLiteral("\"$ZHIBAO\" person %1 --duty reporter --store office.db --person %2 "
                                        "--password-fd 3 --new-password-fd 4 3<<<'%3' 4<<<'%4'");
    const Run run = office.zhibao.shell(
        call.arg(staff, supervisor, QString::fromUtf8(supervisorPassword), QString::fromUtf8(staffPassword)));
    INFO(run.errors.toStdString());
    REQUIRE(run.code == 0);
    return office;
}

inline QByteArray changedExample()
{
    QFile file(examplePath(guizhou));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll().replace(QByteArrayLiteral("质量强省"), QByteArrayLiteral("数量强省"));
}

} // namespace zhibao::test
