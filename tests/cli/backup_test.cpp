// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString guizhou = QStringLiteral("贵州省市场监督管理局");

struct Office {
    Program zhibao;
    QString store = zhibao.path(QStringLiteral("zhibao.db"));
    Office()
    {
        REQUIRE(zhibao({QStringLiteral("import"), examplePath(guizhou), QStringLiteral("--store"), store}).code == 0);
    }

    Run operator()(const QStringList &command) const
    {
        return zhibao(command + QStringList{QStringLiteral("--store"), store});
    }

    QByteArray bytes() const
    {
        QFile file(store);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    // The first place of the text in the file says something else.
    void spoil(const QString &text) const
    {
        QByteArray content = bytes();
        const QByteArray sought = text.toUtf8();
        REQUIRE(content.contains(sought));
        content.replace(sought, QByteArray(sought.size(), 'x'));
        zhibao.write(QStringLiteral("zhibao.db"), content);
    }
};

} // namespace

TEST_CASE("A sound store is said to be sound")
{
    const Office office;
    const Run run = office({QStringLiteral("fsck")});
    CHECK(run.code == 0);
    CHECK(run.output == QStringLiteral("完好\t报表 1\t版本 1\t文字 %1\n").arg(run.output.section(u' ', -1).trimmed()));
    CHECK(run.errors.isEmpty());
}

TEST_CASE("Damage is named in words, one line each, and the exit code tells of it")
{
    const Office office;
    office.spoil(QStringLiteral("质量强国建设"));
    const Run run = office({QStringLiteral("fsck")});
    CHECK(run.code == 1);
    CHECK_FALSE(run.lines().isEmpty());
    for (const QString &line : run.lines()) {
        CHECK(line.startsWith(QStringLiteral("损坏\t")));
        CHECK(line.endsWith(u'。'));
    }
    CHECK(run.output.contains(guizhou));
}

TEST_CASE("A backup brings back the store as it was")
{
    const Office office;
    const Run backup = office({QStringLiteral("backup")});
    REQUIRE(backup.code == 0);
    REQUIRE(backup.lines().size() == 1);
    const QString shown = office({QStringLiteral("show"), QStringLiteral("--unit"), guizhou}).output;
    office.spoil(QStringLiteral("质量强国建设"));
    const Run restored = office({QStringLiteral("restore"), backup.lines().first()});
    INFO(restored.errors.toStdString());
    CHECK(restored.code == 0);
    CHECK(office({QStringLiteral("fsck")}).code == 0);
    CHECK(office({QStringLiteral("show"), QStringLiteral("--unit"), guizhou}).output == shown);
}

TEST_CASE("A backup goes where it is asked to, and says why where it can not")
{
    const Office office;
    const QString folder = office.zhibao.path(QStringLiteral("stick"));
    const Run run = office({QStringLiteral("backup"), QStringLiteral("--output"), folder});
    CHECK(run.code == 0);
    CHECK(namesIn(folder).size() == 1);
    checkRefused(
        office({QStringLiteral("backup"), QStringLiteral("--output"), folder + QStringLiteral("/a/b")}), 4, folder);
    const Program elsewhere;
    checkRefused(elsewhere({QStringLiteral("backup"), QStringLiteral("--store"), QStringLiteral("无.db")}), 3,
        QStringLiteral("无.db"));
    checkRefused(elsewhere({QStringLiteral("fsck"), QStringLiteral("--store"), QStringLiteral("无.db")}), 3,
        QStringLiteral("无.db"));
}

TEST_CASE("What is no sound backup is refused, and the store is untouched")
{
    const Office office;
    const QByteArray before = office.bytes();
    const QString text = office.zhibao.write(QStringLiteral("文本.db"), QByteArray(5'000, 't'));
    checkRefused(office({QStringLiteral("restore"), text}), 3, text);
    checkRefused(
        office({QStringLiteral("restore"), office.zhibao.path(QStringLiteral("无.db"))}), 3, QStringLiteral("无.db"));
    CHECK(office({QStringLiteral("restore")}).code == 2);
    CHECK((office.bytes() == before));
}
