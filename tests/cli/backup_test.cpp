// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"
#include "workspace/people.h"

namespace backup_test {

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
    REQUIRE(run.lines().size() == 2);
    const QString sound = run.lines().constFirst();
    CHECK(sound == QStringLiteral("完好\t报表 1\t版本 1\t文字 %1").arg(sound.section(u' ', -1)));
    CHECK(run.lines().constLast().startsWith(QStringLiteral("未核\t办理记录没有签名，不能发现")));
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
        CHECK((line.startsWith(QStringLiteral("损坏\t")) || line.startsWith(QStringLiteral("未核\t"))));
        CHECK(line.endsWith(u'。'));
    }
    CHECK(run.output.contains(guizhou));
}

TEST_CASE("A store of a newer program is said not to be looked through, and never to be sound")
{
    const Office office;
    const QByteArray sound = office.bytes();
    QByteArray bytes = sound;
    bytes[63] = 99; // its schema's version
    office.zhibao.write(QStringLiteral("zhibao.db"), bytes);
    const Run looked = office({QStringLiteral("fsck")});
    CHECK(looked.code == 3);
    CHECK(looked.output.startsWith(QStringLiteral("未检查\t")));
    CHECK(looked.lines().size() == 1);
    const Run copied = office({QStringLiteral("backup")});
    CHECK(copied.code == 0);
    CHECK(copied.lines().size() == 1);
    CHECK(copied.errors.startsWith(QStringLiteral("备份未检查：")));
    // As it was: nothing of the kind is said.
    office.zhibao.write(QStringLiteral("zhibao.db"), sound);
    CHECK(office({QStringLiteral("fsck")}).output.startsWith(QStringLiteral("完好\t")));
    CHECK(office({QStringLiteral("backup")}).errors.isEmpty());
}

TEST_CASE("What is left of a store beside its backups is not filled anew")
{
    const Office office;
    REQUIRE(office({QStringLiteral("backup")}).code == 0);
    office.zhibao.write(QStringLiteral("zhibao.db"), {});
    checkRefused(office({QStringLiteral("import"), examplePath(guizhou)}), 3, QStringLiteral("从备份还原"));
    CHECK(office.bytes().isEmpty());
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

TEST_CASE("Where there are people a backup is put back by an administrator alone")
{
    const Office office;
    const auto person = [&](const QStringList &more) {
        return office(QStringList{QStringLiteral("person")} + more + QStringList{QStringLiteral("--without-password")});
    };
    REQUIRE(person({QStringLiteral("张三"), QStringLiteral("--duty"), QStringLiteral("administrator")}).code == 0);
    REQUIRE(person({QStringLiteral("李四"), QStringLiteral("--duty"), QStringLiteral("reporter"),
                       QStringLiteral("--person"), QStringLiteral("张三")})
                .code
        == 0);
    const QString backup = office({QStringLiteral("backup")}).lines().constFirst();
    const QByteArray before = office.bytes();
    const QStringList restore{QStringLiteral("restore"), backup};
    CHECK(office(restore).code == 3);
    CHECK(office(restore + QStringList{QStringLiteral("--person"), QStringLiteral("李四")}).code == 3);
    CHECK((office.bytes() == before));
    const Run restored = office(restore + QStringList{QStringLiteral("--person"), QStringLiteral("张三")});
    INFO(restored.errors.toStdString());
    CHECK(restored.code == 0);
    CHECK(office({QStringLiteral("log")}).lines().constLast().contains(QStringLiteral("从备份还原")));
    CHECK(office({QStringLiteral("fsck")}).code == 0);
    // Where the store can not say who may, the backup does.
    office.zhibao.write(QStringLiteral("zhibao.db"), QByteArray(5'000, 'x'));
    CHECK(office(restore).code == 3);
    CHECK(office(restore + QStringList{QStringLiteral("--person"), QStringLiteral("张三")}).code == 0);
    CHECK(office({QStringLiteral("fsck")}).code == 0);
}

TEST_CASE("Where damage took the last administrator the backup says who may put it back")
{
    const Office office;
    REQUIRE(office({QStringLiteral("person"), QStringLiteral("张三"), QStringLiteral("--duty"),
                       QStringLiteral("administrator"), QStringLiteral("--without-password")})
                .code
        == 0);
    const QString backup = office({QStringLiteral("backup")}).lines().constFirst();
    {
        // As a recovery leaves somebody whose line could not be read.
        const auto store = Store::open(office.store, systemClock()).value();
        NewEntry entry;
        entry.kind = EntryKind::PersonChanged;
        entry.account = store->accounts()->constFirst();
        entry.person = entry.account->person;
        entry.account->active = false;
        REQUIRE(store->record(entry));
    }
    const QStringList restore{QStringLiteral("restore"), backup};
    CHECK(office(restore).code == 3);
    CHECK(office(restore + QStringList{QStringLiteral("--person"), QStringLiteral("李四")}).code == 3);
    const QStringList as{QStringLiteral("--person"), QStringLiteral("张三")};
    CHECK(office(restore + as).code == 0);
    CHECK(office({QStringLiteral("fsck")}).code == 0);
    CHECK(office(restore + as).code == 0); // who administers again
}

TEST_CASE("Backups that hold the office's key in the open are named once it is sealed")
{
    const Office office;
    REQUIRE(office({QStringLiteral("person"), chief.name, QStringLiteral("--duty"), QStringLiteral("administrator"),
                       QStringLiteral("--without-password")})
                .code
        == 0);
    const QString early = office({QStringLiteral("backup")}).lines().constFirst();
    const auto noted = [&] {
        QStringList lines = office({QStringLiteral("fsck")}).lines();
        lines.removeIf([](const QString &line) { return !line.startsWith(QStringLiteral("注意\t")); });
        return lines;
    };
    CHECK(noted().isEmpty()); // it lies in the open here too
    {
        const auto store = Store::open(office.store, systemClock()).value();
        const HashedPassword hashed = quickHash(secret(chiefWord));
        NewEntry entry;
        entry.kind = EntryKind::PasswordSet;
        entry.person = chief;
        entry.account = store->accounts()->constFirst();
        entry.account->password = hashed.record;
        entry.sealing = &hashed.key;
        REQUIRE(store->record(entry));
    }
    REQUIRE(office({QStringLiteral("backup")}).code == 0);
    const QStringList lines = noted();
    CHECK(std::any_of(lines.cbegin(), lines.cend(), [&](const QString &line) { return line.contains(early); }));
    for (const QString &line : lines) // one was made at the end of the first command too
        REQUIRE(QFile::remove(line.section(u'：', -1)));
    CHECK(noted().isEmpty());
    CHECK(office({QStringLiteral("backup")}).code == 0);
    CHECK(noted().isEmpty());
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

} // namespace backup_test
