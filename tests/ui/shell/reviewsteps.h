// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"
#include "ui/shell/openwindow.h"

namespace zhibao {

// Takes reports through their review in the store, while the window is away.
struct ReviewSteps {
    qint64 report = 0;
    QList<ReviewAction> actions;
};

inline void takeThrough(OpenWindow &desk, const QList<ReviewSteps> &walks)
{
    desk.close();
    {
        const QString path = desk.folder.filePath(QStringLiteral("store/zhibao.db"));
        const Result<std::unique_ptr<Store>> store = Store::open(path, [&desk] { return desk.now; });
        REQUIRE(store);
        NewEntry allowed;
        allowed.kind = EntryKind::SoleOffice;
        allowed.detail = {{QStringLiteral("allowed"), true}};
        REQUIRE((*store)->record(allowed));
        for (const ReviewSteps &walk : walks) {
            for (const ReviewAction action : walk.actions) {
                NewEntry entry;
                entry.kind = kindOf(action);
                entry.report = walk.report;
                entry.person = {{}, {}, {}, allDuties};
                entry.reason = QStringLiteral("请补充第二部分的数据");
                const Result<LogEntry> recorded = (*store)->record(entry);
                CAPTURE(walk.report, nameOf(action).toStdString());
                CAPTURE(recorded ? std::string() : recorded.error().arguments.join(u' ').toStdString());
                REQUIRE(recorded);
            }
        }
    }
    desk.open();
}

} // namespace zhibao
