// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/database/connection.h"

#include "base/log.h"
#include "base/path.h"
#include "core/text/encoding.h"

#include <sqlite3.h>
#include <sys/resource.h>

#include <algorithm>
#include <utility>

namespace zhibao {

namespace {

constexpr int busyTimeout = 5000; // milliseconds

// What the dearest statement of the program takes, with room: some sixty instructions for a row of some hundred bytes.
constexpr qint64 stepsOfAnyStore = 20'000'000; // a quarter of a second
constexpr qint64 stepsOfByte = 8;
constexpr int stepsBetweenLooks = 10'000;

QStringList settings(Connection::Mode mode)
{
    QStringList pragmas{
        QStringLiteral("PRAGMA trusted_schema=OFF"),
        QStringLiteral("PRAGMA cell_size_check=ON"),
        QStringLiteral("PRAGMA foreign_keys=ON"),
        // So that what REPLACE would delete meets the triggers that forbid it.
        QStringLiteral("PRAGMA recursive_triggers=ON"),
        // The office's secret key does not stay in free pages once it was taken away.
        QStringLiteral("PRAGMA secure_delete=ON"),
    };
    if (mode == Connection::Mode::Write || mode == Connection::Mode::Migrate) {
        // Of the rollback modes only this pair lost no acknowledged commit in simulated power cuts.
        pragmas << QStringLiteral("PRAGMA journal_mode=TRUNCATE") << QStringLiteral("PRAGMA synchronous=FULL");
    } else {
        pragmas << QStringLiteral("PRAGMA query_only=ON");
    }
    return pragmas;
}

// SQLite would wait for whoever writes to a pipe.
bool isOfFiles(const QString &path)
{
    const QStringList names{path, path + QStringLiteral("-journal"), path + QStringLiteral("-wal")};
    return std::all_of(
        names.cbegin(), names.cend(), [](const QString &name) { return isRegularFile(name) || !exists(name); });
}

// Whether this process may not make files of any size.
bool isFileSizeLimited()
{
    rlimit limit{};
    return ::getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

bool isFailure(int code)
{
    return code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE;
}

} // namespace

QString addressOf(const QString &path)
{
    return QStringLiteral("file:") + QString::fromLatin1(bytesOfPath(path).toPercentEncoding(QByteArrayLiteral("/")));
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode)
{
    return open(path, mode, filesOf(path));
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode, Files files)
{
    std::unique_ptr<Connection> connection(new Connection(path, std::move(files)));
    if (!isOfFiles(path))
        return connection->failure(SQLITE_NOTADB);
    const int access = mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open_v2(
        addressOf(path).toLatin1().constData(), &handle, access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    connection->m_handle.reset(handle); // there even where it could not be opened
    if (opened != SQLITE_OK)
        return connection->failure(opened);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busyTimeout);
    if (mode != Mode::Migrate)
        connection->limitSteps();
    for (const QString &pragma : settings(mode)) {
        if (const Result<void> set = connection->run(pragma); !set)
            return set.error();
    }
    if (mode == Mode::Write) {
        if (const int guarded = guard(handle, connection->m_task); guarded != SQLITE_OK)
            return connection->failure(guarded);
    }
    return connection;
}

Connection::~Connection() = default;

void Connection::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close(handle);
}

void Connection::limitSteps()
{
    const auto isEndless = [](void *connection) {
        const auto *const self = static_cast<const Connection *>(connection);
        self->m_steps += stepsBetweenLooks;
        const qint64 beyond = self->m_steps - stepsOfAnyStore;
        return beyond > 0 && beyond > stepsOfByte * sizeOf(self->m_path) ? 1 : 0;
    };
    sqlite3_progress_handler(m_handle.get(), stepsBetweenLooks, isEndless, this);
}

Result<void> Connection::run(const QString &sql) const
{
    return Statement(*this, sql).run();
}

Result<void> Connection::copyPages(const QString &path) const
{
    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open_v2(addressOf(path).toLatin1().constData(), &handle,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    const std::unique_ptr<sqlite3, Close> copy(handle);
    if (opened != SQLITE_OK)
        return failure(opened);
    // Where it is not finished it goes, and nothing need be put back.
    const char *const pragmas = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF";
    if (const int set = sqlite3_exec(handle, pragmas, nullptr, nullptr, nullptr); set != SQLITE_OK)
        return failure(set);
    sqlite3_backup *const backup = sqlite3_backup_init(handle, "main", m_handle.get(), "main");
    if (!backup)
        return failure(sqlite3_errcode(handle));
    const int copied = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    return copied == SQLITE_DONE ? Result<void>() : Result<void>(failure(copied));
}

Error Connection::failure(int code) const
{
    constexpr int primary = 0xff;
    log::error(QStringLiteral("store: SQLite result %1").arg(code));
    // SQLite forgets which errno it met.
    if (code == SQLITE_IOERR_WRITE && isFileSizeLimited())
        return {ErrorCode::FileSizeLimited, {m_path}};
    switch (code & primary) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::StoreInUse, {m_path}};
    case SQLITE_READONLY:
        return {ErrorCode::StoreReadOnly, {m_path}};
    case SQLITE_FULL:
        return {ErrorCode::DiskFull, {m_path}};
    case SQLITE_NOMEM:
        return {ErrorCode::MemoryFull, {}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::StoreNotDatabase, {m_path}};
    case SQLITE_INTERRUPT: // more steps than a store made by the program can call for
        return {ErrorCode::StoreDamaged, {m_path}};
    default:
        return {ErrorCode::StoreFailed, {m_path, QString::number(code)}};
    }
}

TaskScope::TaskScope(const Connection &connection, Task task)
    : m_connection(connection)
    , m_before(std::exchange(connection.m_task, task))
{
}

TaskScope::~TaskScope()
{
    m_connection.m_task = m_before;
}

Statement::Statement(const Connection &connection, const QString &sql)
    : m_connection(connection)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    const char *rest = nullptr;
    m_refused = sqlite3_prepare_v2(
        connection.m_handle.get(), text.constData(), static_cast<int>(text.size()), &statement, &rest);
    m_statement.reset(statement);
    // What stands behind the first statement would be passed over.
    if (m_refused == SQLITE_OK && !QByteArrayView(rest, text.cend()).trimmed().isEmpty())
        m_refused = SQLITE_MISUSE;
}

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

int Statement::nextParameter()
{
    if (m_begun) {
        sqlite3_reset(m_statement.get()); // tells once more how the last run ended
        m_begun = false;
        m_parameters = 0;
    }
    return ++m_parameters;
}

Statement &Statement::with(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const int parameter = nextParameter();
    const int code = text.isValidUtf16() ? sqlite3_bind_text64(m_statement.get(), parameter, bytes.constData(),
                         static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT, SQLITE_UTF8)
                                         : SQLITE_MISMATCH;
    m_refused = m_refused == SQLITE_OK ? code : m_refused;
    return *this;
}

Statement &Statement::with(qint64 number)
{
    const int code = sqlite3_bind_int64(m_statement.get(), nextParameter(), number);
    m_refused = m_refused == SQLITE_OK ? code : m_refused;
    return *this;
}

Statement &Statement::with(const QByteArray &bytes)
{
    const int parameter = nextParameter();
    const int code = bytes.isEmpty() ? sqlite3_bind_null(m_statement.get(), parameter)
                                     : sqlite3_bind_blob64(m_statement.get(), parameter, bytes.constData(),
                                         static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT);
    m_refused = m_refused == SQLITE_OK ? code : m_refused;
    return *this;
}

Result<void> Statement::run()
{
    if (m_refused != SQLITE_OK)
        return finished();
    if (m_begun)
        sqlite3_reset(m_statement.get());
    m_begun = true;
    m_connection.m_steps = 0;
    step();
    m_isFirst = m_code == SQLITE_ROW;
    return finished();
}

bool Statement::next()
{
    if (!std::exchange(m_isFirst, false) && m_code == SQLITE_ROW)
        step();
    return m_code == SQLITE_ROW;
}

// A statement that is through holds no lock any longer.
void Statement::step()
{
    m_code = sqlite3_step(m_statement.get());
    if (m_code != SQLITE_ROW)
        sqlite3_reset(m_statement.get());
}

Result<void> Statement::finished() const
{
    const int code = m_refused == SQLITE_OK ? m_code : m_refused;
    if (isFailure(code))
        return m_connection.failure(code);
    return {};
}

QString Statement::text(int column) const
{
    const QByteArray stored = bytes(column);
    const std::optional<QString> text = textOfUtf8(stored);
    return text ? *text : QString::fromUtf8(stored) + QChar(u'\0');
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QByteArray Statement::bytes(int column) const
{
    // Texts and bytes as they are; numbers as their digits.
    const void *const bytes = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement.get(), column)};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

} // namespace zhibao
