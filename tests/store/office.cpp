// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/office.h"

#include "store/example.h"
#include "store/forging.h"
#include "store/reports/rowdigests.h"
#include "store/tampering.h"

#include <catch2/catch.hpp>

namespace zhibao::test {

Office::Office(People people)
    : clock(std::make_shared<QDateTime>(QDate(2023, 3, 1), QTime(8, 0)))
    , report(exampleReport())
{
    reopen();
    id = store->add(report, {12, 34}).value();
    if (people == People::None)
        return;
    for (const Person *person : {&administrator, &reporter, &supervisor}) {
        NewEntry added = entry(EntryKind::PersonAdded, administrator);
        added.report = 0;
        added.account = Account{*person};
        std::optional<HashedPassword> hashed;
        if (people == People::WithPasswords) {
            Result<HashedPassword> made = hashPassword(password(), {1, 8 * 1024});
            REQUIRE(made);
            hashed.emplace(std::move(*made));
            added.account->password = hashed->record;
            added.sealing = &hashed->key;
        }
        REQUIRE(store->record(added));
        if (people == People::WithPasswords && person == &administrator)
            enter();
    }
}

void Office::reopen()
{
    store.reset();
    Result<std::unique_ptr<Store>> opened = Store::open(path, [clock = clock] { return *clock = clock->addSecs(1); });
    REQUIRE(opened);
    store = std::move(*opened);
}

void Office::enter() const
{
    const Account account = store->accounts()->constFirst();
    const Result<PasswordCheck> check = checkPassword(password(), account.password);
    REQUIRE(check);
    REQUIRE(store->unseal(account, *check->key));
}

Secret Office::password()
{
    QString text = QStringLiteral("a password");
    return Secret(text);
}

NewEntry Office::entry(EntryKind kind, const Person &person, const QString &reason) const
{
    NewEntry entry;
    entry.kind = kind;
    entry.report = id;
    entry.person = person;
    entry.verified = true;
    entry.reason = reason;
    return entry;
}

Result<LogEntry> Office::record(EntryKind kind, const Person &person, const QString &reason)
{
    return store->record(entry(kind, person, reason));
}

LogEntry Office::approve()
{
    REQUIRE(record(EntryKind::Submit, reporter));
    REQUIRE(record(EntryKind::Review, supervisor));
    const Result<LogEntry> approved = record(EntryKind::Approve, supervisor);
    REQUIRE(approved);
    return *approved;
}

void Office::save(const QString &text)
{
    report.forms[QStringLiteral("outline")].sections[0] = text;
    REQUIRE(store->save(id, report, {}));
}

void Office::giveDuties(Person &person, Duties duties)
{
    person.duties = duties;
    NewEntry changed = entry(EntryKind::PersonChanged, administrator);
    changed.report = 0;
    changed.account = Account{person};
    REQUIRE(store->record(changed));
}

void Office::allowSoleOffice(bool allowed)
{
    NewEntry told = entry(EntryKind::SoleOffice, administrator);
    told.report = 0;
    told.detail = {{QStringLiteral("allowed"), allowed}};
    REQUIRE(store->record(told));
}

Result<LogEntry> Office::confirm(const Person &person) const
{
    const QList<LogEntry> waiting = store->unconfirmed().value();
    REQUIRE_FALSE(waiting.isEmpty());
    NewEntry confirmed = entry(EntryKind::Confirmed, person);
    confirmed.report = 0;
    confirmed.detail = {{QStringLiteral("chain"), QString::fromLatin1(waiting.constLast().chain.toHex())}};
    return store->record(confirmed);
}

void Office::replaceText(qint64 version) const
{
    const QString text = QStringLiteral("改过的");
    const ChangeRow change{
        id, QStringLiteral("outline"), QStringLiteral("section"), {}, 0, version, digestOfText(text)};
    const auto hex = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); };
    REQUIRE(
        tamper(path,
            {QStringLiteral("INSERT INTO text (digest, content) VALUES (x'%1', '%2')").arg(hex(change.text), text),
                QStringLiteral("UPDATE change SET text = x'%1', digest = x'%2' WHERE report = %3 AND version = %4 AND "
                               "form = 'outline' AND kind = 'section' AND position = 0")
                    .arg(hex(change.text), hex(digestOf(change)))
                    .arg(id)
                    .arg(version)})
        == QString());
}

void Office::cutLog(qint64 number) const
{
    QString state;
    qint64 version = 0;
    {
        const Result<std::unique_ptr<Store>> opened = Store::open(
            path, [this] { return *clock; }, Store::Access::Read);
        REQUIRE(opened);
        version = (*opened)->currentVersion(id).value();
        state = nameOf(ReportState::Draft);
        const QList<LogEntry> entries = (*opened)->log(id).value();
        for (const LogEntry &entry : entries)
            state = entry.number <= number ? nameOf(entry.state) : state;
    }
    const ReportRow row{id, report.notice, report.unit, state, 12, 34, {}, version, 0};
    REQUIRE(tamper(path,
                {QStringLiteral("DELETE FROM entry WHERE number > %1").arg(number),
                    QStringLiteral("UPDATE report SET state = '%1', digest = x'%2' WHERE id = %3")
                        .arg(state, QString::fromLatin1(digestOf(row).toHex()))
                        .arg(id)})
        == QString());
    forge(path, secretKeyIn(path));
}

} // namespace zhibao::test
