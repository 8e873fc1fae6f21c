// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/office.h"

#include "cli/commandline.h"
#include "workspace/office/catalogue.h"

#include <QDir>
#include <QFile>

#include <cstdio>

namespace zhibao::fuzz {

namespace {

const QString unit = QStringLiteral("贵州省市场监督管理局");

const Catalogue &catalogue()
{
    static const Catalogue known = readCatalogue().value();
    return known;
}

} // namespace

Office::Office()
    : m_store(m_folder.filePath(QStringLiteral("zhibao.db")))
{
    // What the subcommands print is of no interest here.
    if (!std::freopen("/dev/null", "w", stdout))
        qFatal("cannot open /dev/null");
    const QString reporter = QStringLiteral("李某");
    const QString supervisor = QStringLiteral("王某");
    const QStringList store{QStringLiteral("--store"), m_store};
    const QStringList ofUnit = store + QStringList{QStringLiteral("--unit"), unit};
    const QString person = QStringLiteral("--person");
    const QString duty = QStringLiteral("--duty");
    const QString open = QStringLiteral("--without-password");
    done(QStringList{QStringLiteral("import"), QStringLiteral(SOURCE_ROOT "/resources/examples/%1.json").arg(unit)}
        + store);
    done(QStringList{
             person.mid(2), supervisor, duty, QStringLiteral("supervisor"), duty, QStringLiteral("administrator"), open}
        + store);
    done(QStringList{person.mid(2), reporter, duty, QStringLiteral("reporter"), open, person, supervisor} + store);
    done(QStringList{QStringLiteral("submit"), person, reporter} + ofUnit);
    done(QStringList{QStringLiteral("approve"), person, supervisor} + ofUnit);
    done(QStringList{QStringLiteral("export"), QStringLiteral("--output"), m_folder.filePath(QStringLiteral("out"))}
        + ofUnit);
}

void Office::done(const QStringList &arguments) const
{
    if (cli::run(arguments, catalogue()) != 0)
        qFatal("could not do: %s", qPrintable(arguments.join(u' ')));
}

QList<QByteArray> Office::exported(const QString &format) const
{
    const QDir folder(m_folder.filePath(QStringLiteral("out")));
    QList<QByteArray> files;
    for (const QString &name : folder.entryList({QStringLiteral("*.") + format}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(name));
        files.append(file.readAll());
    }
    return files;
}

Outcome Office::verified(const QByteArray &file, const QString &format) const
{
    const QTemporaryDir place;
    const QString path = place.filePath(QStringLiteral("核对.") + format);
    if (QFile changed(path); !changed.open(QIODevice::WriteOnly) || changed.write(file) != file.size())
        qFatal("cannot write %s", qPrintable(path));
    const int code = cli::run({QStringLiteral("verify"), path, QStringLiteral("--store"), m_store}, catalogue());
    if (code != 0 && code != 1 && code != 3)
        fail("verify ended with another code than 0, 1 and 3");
    if (QDir(place.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() != 1)
        fail("verify left something behind");
    return code == 0 ? Outcome::Accepted : Outcome::Refused;
}

} // namespace zhibao::fuzz
