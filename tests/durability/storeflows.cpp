// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/storeflows.h"

#include "calls/calls.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <optional>

namespace zhibao::durability {

namespace {

constexpr int stateCount = 5;
const QString table = QStringLiteral("annex1");
const QString outline = QStringLiteral("annex2");

Result<qint64> idOf(const Store &store)
{
    const Report report = numberedReport(0);
    const Result<std::optional<qint64>> found = store.find(keyOf(report));
    if (!found)
        return found.error();
    return *found ? Result<qint64>(**found) : Result<qint64>(Error{ErrorCode::ReportNotFound, {}});
}

QString described(const Error &error)
{
    return QStringLiteral("code %1 (%2)").arg(static_cast<int>(error.code)).arg(error.arguments.join(u' '));
}

// The number of the state that the open store holds.
Result<int> stateOf(const Store &store)
{
    const Result<qint64> id = idOf(store);
    if (!id)
        return id.error();
    const Result<Report> report = store.load(*id);
    if (!report)
        return report.error();
    const int number = report->forms.value(table).fields.value(field::contact).toInt();
    if (*report != numberedReport(number))
        return Error{ErrorCode::StoreDamaged, {QStringLiteral("mixed states")}};
    return number;
}

// State 0 with much more text.
Report largeReport()
{
    Report report = numberedReport(0);
    report.forms[outline].sections.first() = QString(40'000, QChar(0x6e00));
    return report;
}

// Does the work with a query on a database that SQLite opens by itself.
template <typename Work>
auto onDatabase(const QString &path, Work work)
{
    const QString name = QStringLiteral("beside the store");
    const auto result = [&] {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        database.open(); // where it cannot, every query fails and says why
        QSqlQuery query(database);
        return work(query);
    }();
    QSqlDatabase::removeDatabase(name);
    return result;
}

} // namespace

QString storeIn(const QString &folder)
{
    return folder + QStringLiteral("/zhibao.db");
}

Report numberedReport(int number)
{
    Report report{QStringLiteral("国市监质发〔2023〕9号"), QStringLiteral("甲市市场监督管理局"), {}};
    const QString digits = QString::number(number);
    FormAnswer &rows = report.forms[table];
    rows.fields.insert(field::contact, digits);
    // One more row with every third state, one less after it.
    for (int row = 0; row < 4 + number % 3; ++row) {
        const QString text = digits + QString(200 * row + 60 * (number % 5), QChar(0x4e00 + number));
        rows.rows.append({{{QStringLiteral("study"), text}}, {{{QStringLiteral("title"), text}}}});
    }
    report.forms[outline].sections
        = {digits, QString(3'000, QChar(0x5e00 + number)), QString(), digits + QStringLiteral("\n  𠮷"), QString()};
    return report;
}

QDateTime someDay()
{
    return QDate(2023, 12, 19).startOfDay(Qt::UTC).addSecs(9 * 60 * 60);
}

int stateIn(const QString &path, Store::Access access)
{
    const Result<std::unique_ptr<Store>> store = Store::open(path, someDay, access);
    const Result<int> number = store ? stateOf(**store) : Result<int>(store.error());
    return number ? *number : -1;
}

int saveState(const QString &folder, int number)
{
    const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay);
    const Result<qint64> id = store ? idOf(**store) : Result<qint64>(store.error());
    return id && (*store)->save(*id, numberedReport(number), {}) ? 0 : 1;
}

void prepareNothing(const QString &) { }

void prepareStore(const QString &folder)
{
    Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay);
    if (!store || !(*store)->add(numberedReport(0), {}))
        qFatal("no store to start from");
}

int saveStates(const QString &folder)
{
    const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay);
    const Result<qint64> id = store ? idOf(**store) : Result<qint64>(store.error());
    if (!id)
        return 1;
    for (int number = 1; number <= stateCount; ++number) {
        if (!(*store)->save(*id, numberedReport(number), {}))
            return 1;
        calls::acknowledge(QByteArray::number(number).constData());
    }
    return 0;
}

int createStore(const QString &folder)
{
    const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay);
    if (!store || !(*store)->add(numberedReport(1), {}))
        return 1;
    calls::acknowledge("1");
    return 0;
}

int saveLargeState(const QString &folder)
{
    const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay);
    const Result<qint64> id = store ? idOf(**store) : Result<qint64>(store.error());
    return id && (*store)->save(*id, largeReport(), {}) ? 0 : 1;
}

QString structuralDamage(const QString &path)
{
    return onDatabase(path, [](QSqlQuery &query) {
        if (!query.exec(QStringLiteral("PRAGMA integrity_check")) || !query.next())
            return QStringLiteral("unreadable: ") + query.lastError().text();
        const QString answer = query.value(0).toString();
        return answer == QStringLiteral("ok") ? QString() : answer;
    });
}

void putAttachment(const QString &path, const QByteArray &digest, const QByteArray &content)
{
    onDatabase(path, [&](QSqlQuery &query) {
        query.prepare(QStringLiteral("INSERT INTO attachment VALUES (?, ?)"));
        query.addBindValue(digest);
        query.addBindValue(content);
        if (!query.exec())
            qFatal("the old store takes no file");
        return true;
    });
}

QByteArray databaseContent(const QString &path)
{
    return onDatabase(path, [](QSqlQuery &query) {
        QStringList tables;
        query.exec(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
        while (query.next())
            tables.append(query.value(0).toString());
        QByteArray content;
        for (const QString &name : std::as_const(tables)) {
            query.exec(QStringLiteral("SELECT * FROM \"%1\" ORDER BY 1, 2").arg(name));
            while (query.next()) {
                for (int column = 0; column < query.record().count(); ++column)
                    content += query.value(column).toByteArray() + '\x1f';
            }
            content += query.lastError().text().toUtf8() + '\n';
        }
        return content;
    });
}

Finding checkStore(const QString &folder, const Told &told)
{
    const QString path = storeIn(folder);
    {
        const Result<std::unique_ptr<Store>> store = Store::open(path, someDay);
        if (!store)
            return {Damage::Corrupt, QStringLiteral("does not open: ") + described(store.error())};
        const Result<int> number = stateOf(**store);
        if (!number)
            return {Damage::Corrupt, QStringLiteral("cannot be read: ") + described(number.error())};
        const int least = told.acknowledged.isEmpty() ? 0 : told.acknowledged.last().toInt();
        if (*number < least)
            return {Damage::Lost, QStringLiteral("%1 is there, %2 was acknowledged").arg(*number).arg(least)};
        const Result<qint64> id = idOf(**store);
        if (const Result<QDateTime> saved = (*store)->save(*id, numberedReport(*number + 1), {}); !saved)
            return {Damage::Corrupt, QStringLiteral("cannot be written: ") + described(saved.error())};
    }
    const QString damage = structuralDamage(path);
    return damage.isEmpty() ? Finding() : Finding{Damage::Corrupt, damage};
}

Finding checkLargeState(const QString &folder, const Told &told)
{
    const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay);
    const Result<qint64> id = store ? idOf(**store) : Result<qint64>(store.error());
    const Result<Report> report = id ? (*store)->load(*id) : Result<Report>(id.error());
    if (!report || (*report != numberedReport(0) && *report != largeReport()))
        return {Damage::Corrupt, QStringLiteral("neither the old nor the new state")};
    const bool isOld = *report == numberedReport(0);
    return {isOld && told.done ? Damage::Lost : Damage::None, QStringLiteral("the old state")};
}

Finding checkNewStore(const QString &folder, const Told &told)
{
    if (!told.acknowledged.isEmpty())
        return checkStore(folder, told);
    const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay);
    if (!store)
        return {Damage::Corrupt, QStringLiteral("does not open: ") + described(store.error())};
    const Result<qint64> id = idOf(**store);
    return id || (*store)->add(numberedReport(1), {}) ? Finding()
                                                      : Finding{Damage::Corrupt, QStringLiteral("unusable")};
}

} // namespace zhibao::durability
