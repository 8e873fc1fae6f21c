// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/backup/inspection.h"
#include "store/store.h"

#include <QTemporaryDir>

namespace zhibao::test {

// An office with three people, with passwords or without, and a report of the example's, at a clock that is set by hand
// and moves on by a second each time it is asked.
struct Office {
    enum class People { Three, None, WithPasswords };

    explicit Office(People people = People::Three);

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("a.db"));
    std::shared_ptr<QDateTime> clock;
    Person reporter{QStringLiteral("张三"), QStringLiteral("质量科"), QStringLiteral("科员"), Duty::Reporter};
    Person supervisor{QStringLiteral("李四"), QStringLiteral("办公室"), QStringLiteral("副局长"), Duty::Supervisor};
    Person administrator{QStringLiteral("王五"), {}, {}, Duty::Administrator};
    Report report;
    std::unique_ptr<Store> store;
    qint64 id = 0;

    void reopen();
    void enter() const; // the administrator, where there are passwords
    static Secret password(); // of each of them, where they have one
    QDateTime now() const { return *clock; }
    void advance(qint64 seconds) { *clock = clock->addSecs(seconds); }

    NewEntry entry(EntryKind kind, const Person &person, const QString &reason = {}) const; // of the report
    Result<LogEntry> record(EntryKind kind, const Person &person, const QString &reason = {});
    LogEntry approve(); // from the first step to the last
    void save(const QString &text); // the report, with another text
    void giveDuties(Person &person, Duties duties);
    void allowSoleOffice(bool allowed);
    Result<LogEntry> confirm(const Person &person) const; // what waits for it
    // Has the report's first section say something else in the version that changed it, beside the program, each row
    // with a digest that holds. The store is closed.
    void replaceText(qint64 version) const;
    // Takes the entries after that number away, beside the program, and sets the report back to match. The store is
    // closed.
    void cutLog(qint64 number) const;
};

} // namespace zhibao::test
