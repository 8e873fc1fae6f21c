// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Every error names the file that it is about: what can be provoked is provoked.
#include "store/backup/backup.h"
#include "workspace/describe/describe.h"
#include "workspace/review/approvaldocuments.h"
#include "workspace/review/correspondence.h"
#include "workspace/review/sending.h"
#include "workspace/reviewdesk.h"

#include <QDir>

#include <functional>

namespace errornames_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

struct Provoked {
    const char *what;
    std::function<std::optional<Error>(ReviewDesk &desk, const QString &path)> provoke;
};

template <typename T>
std::optional<Error> errorOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

// What stands under the name: nothing, a folder, a pipe, other bytes, a file beside which nothing can be made.
const QList<std::pair<QString, std::function<void(const QString &)>>> obstacles{
    {QStringLiteral("无.x"), [](const QString &) {}},
    {QStringLiteral("夹.x"), [](const QString &path) { REQUIRE(QDir().mkdir(path)); }},
    {QStringLiteral("别的.x"),
        [](const QString &path) { REQUIRE(writeDurably(path, QByteArrayLiteral("\xFF{"), Existing::Keep)); }},
    {QStringLiteral("空.x"), [](const QString &path) { REQUIRE(writeDurably(path, {}, Existing::Keep)); }},
    {QStringLiteral("大.x"),
        [](const QString &path) {
            QFile file(path);
            REQUIRE((file.open(QIODevice::WriteOnly) && file.resize(qint64(300) * 1024 * 1024)));
        }},
};

const QList<Provoked> readers{
    {"a report file",
        [](ReviewDesk &, const QString &path) { return errorOf(readReportFile(path, testCatalogue().notices)); }},
    {"a review file",
        [](ReviewDesk &desk, const QString &path) {
            return errorOf(Correspondence(desk.workspace->openReport()).read(path));
        }},
    {"a scan", [](ReviewDesk &desk, const QString &path) { return errorOf(desk.review().attachScan({path})); }},
    {"a seal picture", [](ReviewDesk &, const QString &path) { return errorOf(Session::readSealPicture(path)); }},
    {"a store that is looked through", [](ReviewDesk &, const QString &path) { return errorOf(inspect(path)); }},
    {"a store that is read",
        [](ReviewDesk &, const QString &path) {
            return errorOf(Store::open(path, systemClock(), Store::Access::Read));
        }},
    {"a backup",
        [](ReviewDesk &desk, const QString &path) {
            return errorOf(
                restoreBackup(path, desk.folder.filePath(QStringLiteral("另.db")), desk.folder.path(), systemClock()));
        }},
    {"a file below it",
        [](ReviewDesk &, const QString &path) {
            return errorOf(writeDurably(path + QStringLiteral("/a/b"), {}, Existing::Keep));
        }},
};

const QList<Provoked> writers{
    {"a file that is there",
        [](ReviewDesk &, const QString &path) { return errorOf(writeDurably(path, {}, Existing::Keep)); }},
    {"a review file",
        [](ReviewDesk &desk, const QString &path) {
            return errorOf(Correspondence(desk.workspace->openReport()).write(path));
        }},
    {"an approval sheet",
        [](ReviewDesk &desk, const QString &path) {
            return errorOf(exportApprovalSheet(*desk.workspace, path, {FileFormat::Pdf}));
        }},
    {"files to send",
        [](ReviewDesk &desk, const QString &path) { return errorOf(writeFilesToSend(*desk.workspace, path)); }},
};

void checkNamed(const Provoked &each, const QString &name, const std::optional<Error> &error)
{
    INFO(each.what << " " << name.toStdString());
    REQUIRE(error);
    const QString sentence = describe(*error);
    INFO(sentence.toStdString());
    CHECK(sentence.contains(name));
}

} // namespace

TEST_CASE("What cannot be read is named")
{
    ReviewDesk desk;
    desk.approve();
    for (const auto &[name, prepare] : obstacles) {
        const QString path = desk.folder.filePath(name);
        prepare(path);
        for (const Provoked &each : readers)
            checkNamed(each, name, each.provoke(desk, path));
    }
}

TEST_CASE("What cannot be written is named")
{
    ReviewDesk desk;
    desk.approve();
    REQUIRE(desk.review().attachScan({desk.write(QStringLiteral("页.png"), redPicture())}));
    const QString path = desk.write(QStringLiteral("占用.x"), QByteArrayLiteral("mine"));
    for (const Provoked &each : writers)
        checkNamed(each, QStringLiteral("占用.x"), each.provoke(desk, path));
    CHECK(readWhole(path, 100).value() == QByteArrayLiteral("mine"));
}

} // namespace errornames_test
