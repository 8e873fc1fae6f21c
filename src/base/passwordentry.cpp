// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/password.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace zhibao {

namespace {

constexpr qsizetype longestLine = 1024; // bytes

Error notReadable(const QString &path, int cause)
{
    return {ErrorCode::FileNotReadable, {path, QString::number(cause)}};
}

class OpenFile {
public:
    explicit OpenFile(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~OpenFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;
    operator int() const { return m_descriptor; }

private:
    int m_descriptor;
};

// While this lives the signals that would end or pause the process wait, so that the terminal shows again what is typed
// before they act.
class HeldSignals {
public:
    HeldSignals()
    {
        ::sigemptyset(&m_held);
        for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP})
            ::sigaddset(&m_held, number);
        ::pthread_sigmask(SIG_BLOCK, &m_held, &m_before);
    }
    ~HeldSignals() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    HeldSignals(const HeldSignals &) = delete;
    HeldSignals &operator=(const HeldSignals &) = delete;
    const sigset_t &held() const { return m_held; }

private:
    sigset_t m_held{};
    sigset_t m_before{};
};

// While this lives the terminal does not show what is typed, but for the line end.
class HiddenTyping {
public:
    explicit HiddenTyping(int terminal)
        : m_terminal(terminal)
    {
        termios hidden{};
        m_isHidden = ::tcgetattr(terminal, &m_before) == 0;
        if (!m_isHidden)
            return;
        hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        hidden.c_lflag |= ICANON | ECHONL | ISIG;
        // What was typed before the question is no answer to it.
        m_isHidden = ::tcsetattr(terminal, TCSAFLUSH, &hidden) == 0;
    }
    ~HiddenTyping()
    {
        if (m_isHidden)
            ::tcsetattr(m_terminal, TCSANOW, &m_before);
    }
    HiddenTyping(const HiddenTyping &) = delete;
    HiddenTyping &operator=(const HiddenTyping &) = delete;
    bool isHidden() const { return m_isHidden; }

private:
    int m_terminal;
    bool m_isHidden = false;
    termios m_before{};
};

// 0 when there is something to read, ECANCELED when a held signal came first, or the errno of what failed.
int waitFor(int descriptor, int signals)
{
    std::array<pollfd, 2> waited{pollfd{descriptor, POLLIN, 0}, pollfd{signals, POLLIN, 0}};
    while (::poll(waited.data(), waited.size(), -1) < 0) {
        if (errno != EINTR)
            return errno;
    }
    return waited[1].revents != 0 ? ECANCELED : 0;
}

// Reads up to a line end or the end of the file, byte by byte, so that the next line is left for its reader; the number
// of bytes, or -1 with the errno in `cause`.
template <typename Wait>
qsizetype readLine(int descriptor, char *line, Wait wait, int &cause)
{
    for (qsizetype size = 0;;) {
        char next = 0;
        cause = wait();
        if (cause != 0)
            return -1;
        const ssize_t count = ::read(descriptor, &next, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            cause = errno;
            return -1;
        }
        if (count == 0)
            return size;
        if (next == '\n')
            return size > 0 && line[size - 1] == '\r' ? size - 1 : size;
        if (size == longestLine) {
            cause = EMSGSIZE;
            return -1;
        }
        line[size++] = next;
    }
}

bool writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(descriptor, bytes.data() + done, static_cast<size_t>(bytes.size() - done));
        if (written < 0 && errno != EINTR)
            return false;
        done += written > 0 ? written : 0;
    }
    return true;
}

} // namespace

Result<Secret> Secret::read(int descriptor)
{
    Secret secret(longestLine);
    int cause = 0;
    secret.m_size = readLine(
        descriptor, secret.m_bytes, [] { return 0; }, cause);
    if (cause != 0)
        return notReadable(QStringLiteral("/dev/fd/%1").arg(descriptor), cause);
    return secret;
}

Result<Secret> Secret::typed(const QString &prompt)
{
    const QString path = QStringLiteral("/dev/tty");
    const OpenFile terminal(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (terminal < 0)
        return Error{ErrorCode::TerminalMissing, {}};
    Secret secret(longestLine);
    int cause = 0;
    {
        const HeldSignals signals;
        const OpenFile arrived(::signalfd(-1, &signals.held(), SFD_CLOEXEC));
        const HiddenTyping typing(terminal);
        if (arrived < 0 || !typing.isHidden() || !writeAll(terminal, prompt.toLocal8Bit()))
            return notReadable(path, errno);
        secret.m_size = readLine(
            terminal, secret.m_bytes, [&] { return waitFor(terminal, arrived); }, cause);
    } // here the terminal shows again what is typed, and the signals that came do what they would have done
    if (cause == ECANCELED)
        return Error{ErrorCode::Stopped, {}};
    if (cause != 0)
        return notReadable(path, cause);
    return secret;
}

} // namespace zhibao
