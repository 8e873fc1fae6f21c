// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <unistd.h>

#include <catch2/catch.hpp>

namespace zhibao::test {

struct Run {
    int code = -1;
    QString output;
    QString errors;
    QStringList lines() const { return output.split(u'\n', Qt::SkipEmptyParts); }
};

// The real program in a clean environment: no display, no terminal, no locale, folders of its own.
class Program {
public:
    Run operator()(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return run(QStringLiteral(ZHIBAO_PROGRAM), arguments, input);
    }

    // A script of the shell, in the folder; the program is "$ZHIBAO". Its arguments need not be UTF-8.
    Run shell(const QString &script) const { return run(QStringLiteral("bash"), {QStringLiteral("-c"), script}, {}); }

    void start(QProcess &process, const QStringList &arguments) const
    {
        start(process, QStringLiteral(ZHIBAO_PROGRAM), arguments);
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        return file.fileName();
    }

private:
    Run run(const QString &program, const QStringList &arguments, const QByteArray &input) const
    {
        QProcess process;
        start(process, program, arguments);
        process.write(input);
        process.closeWriteChannel();
        REQUIRE(process.waitForFinished(60'000));
        REQUIRE(process.exitStatus() == QProcess::NormalExit);
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
    }

    void start(QProcess &process, const QString &program, const QStringList &arguments) const
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        environment.insert(QStringLiteral("ZHIBAO"), QStringLiteral(ZHIBAO_PROGRAM));
        environment.insert(QStringLiteral("HOME"), m_home.path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("data")));
        // Leak reports would change exit codes where the sanitizers are on; the other tests look for leaks.
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier([] { ::setsid(); });
        process.setWorkingDirectory(m_folder.path());
        process.start(program, arguments);
        REQUIRE(process.waitForStarted());
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_home; // with the log
};

inline QString examplePath(const QString &unit)
{
    return QStringLiteral(TEST_DATA "/reports/%1.json").arg(unit);
}

inline QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

// An error is one sentence on standard error, and standard output carries nothing.
inline void checkRefused(const Run &run, int code, const QString &named)
{
    INFO(run.errors.toStdString());
    CHECK(run.code == code);
    CHECK(run.output.isEmpty());
    CHECK(run.errors.count(u'\n') == 1);
    CHECK(run.errors.endsWith(QStringLiteral("。\n")));
    CHECK(run.errors.contains(named));
}

} // namespace zhibao::test
