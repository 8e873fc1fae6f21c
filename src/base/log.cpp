// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"

#include "base/path.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <sys/stat.h>

#include <filesystem>
#include <memory>
#include <system_error>

namespace zhibao::log {

namespace {

constexpr std::size_t fileSize = 1024 * 1024; // bytes
constexpr std::size_t olderFiles = 2;

// The log is the one thing that every layer writes to and none reads from.
std::shared_ptr<spdlog::logger> &logger()
{
    static std::shared_ptr<spdlog::logger> instance;
    return instance;
}

void write(spdlog::level::level_enum level, const QString &event)
{
    if (logger())
        logger()->log(level, event.toStdString());
}

} // namespace

void start(const QString &folder)
{
    const QByteArray name = bytesOfPath(folder);
    std::error_code failed;
    std::filesystem::create_directories(name.toStdString(), failed);
    if (failed)
        return; // a program that cannot keep a log still does its work
    ::chmod(name.constData(), S_IRWXU);
    spdlog::file_event_handlers handlers;
    handlers.after_open
        = [](const spdlog::filename_t &, std::FILE *file) { ::fchmod(::fileno(file), S_IRUSR | S_IWUSR); };
    try {
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            (name + "/zhibao.log").toStdString(), fileSize, olderFiles, false, handlers);
        auto started = std::make_shared<spdlog::logger>("zhibao", std::move(sink));
        started->set_pattern("%Y-%m-%dT%H:%M:%S%z %l %v");
        started->flush_on(spdlog::level::info);
        // The default handler writes to standard error, which carries sentences for people.
        started->set_error_handler([](const std::string &) {});
        logger() = std::move(started);
    } catch (const spdlog::spdlog_ex &) {
        logger().reset();
    }
}

QString defaultFolder()
{
    return userFolder("XDG_STATE_HOME", QStringLiteral(".local/state")) + QStringLiteral("/zhibao");
}

void info(const QString &event)
{
    write(spdlog::level::info, event);
}

void warning(const QString &event)
{
    write(spdlog::level::warn, event);
}

void error(const QString &event)
{
    write(spdlog::level::err, event);
}

} // namespace zhibao::log
