// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "durability/flow.h"
#include "durability/trace.h"

#include <QTemporaryDir>

#include <sys/types.h>

#include <optional>

namespace zhibao::durability {

// A place for one flow: the folder that it works on, and beside it what is not part of the experiment. In memory where
// the machine has such a file system.
class Workplace {
public:
    Workplace();
    QString folder() const { return m_root.filePath(QStringLiteral("disk")); }
    QString beside(const QString &name) const { return m_root.filePath(QStringLiteral("beside/") + name); }
    // An empty folder, with the flow's preparation.
    void prepare(const Flow &flow) const;

private:
    QTemporaryDir m_root;
};

// The call to make fail; see calls.h.
struct Fault {
    int kind = calls::anyKind;
    int number = 1;
    int cause = calls::killed; // or calls::shortWrite, or an errno
    bool always = false;
};

// How a flow ended.
struct Ending {
    int signal = 0; // that ended it, or 0
    int code = 0; // exit code
    QList<Call> calls;
    qint64 at = 0; // milliseconds of the monotonic clock; where it was killed, before that
    QString errors; // what it wrote on standard error
    // What its users were told.
    Told told() const;
    // Whether the fault that was asked for came to pass.
    bool faulted() const;
};

// Starts the flow in a child process whose calls below the workplace's folder are recorded.
pid_t start(const Flow &flow, const Workplace &place, const std::optional<Fault> &fault = {});
// Waits for the child's end.
Ending finish(pid_t child, const Workplace &place);
Ending run(const Flow &flow, const Workplace &place, const std::optional<Fault> &fault = {});

qint64 monotonicNow(); // milliseconds, the same clock in all processes

// For a flow's run(): becomes that program, or the real one, with these arguments. Returns only where it cannot be
// started.
int become(const QString &program, const QStringList &arguments);
int becomeZhibao(const QStringList &arguments);

} // namespace zhibao::durability
