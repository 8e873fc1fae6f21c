// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace zhibao {

// An open file, closed at the end.
class Descriptor {
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (isOpen())
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    bool isOpen() const { return m_number >= 0; }
    operator int() const { return m_number; }
    // Network file systems report a failed write here at the latest.
    bool close()
    {
        const int number = std::exchange(m_number, -1);
        return ::close(number) == 0;
    }

private:
    int m_number;
};

// Reads to the end, block by block, each of which `take` is given and answers with 0 or an errno that ends it; 0, or
// the errno of what failed.
template <typename Take>
int readAll(const Descriptor &file, Take take)
{
    constexpr qsizetype blockSize = 256 * 1024; // bytes
    QByteArray block(blockSize, Qt::Uninitialized);
    for (;;) {
        const ssize_t count = ::read(file, block.data(), static_cast<size_t>(block.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        if (count == 0)
            return 0;
        if (const int cause = take(QByteArrayView(block).first(count)); cause != 0)
            return cause;
    }
}

// 0, or the errno of what failed.
inline int writeAll(const Descriptor &file, QByteArrayView bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(file, bytes.data() + done, static_cast<size_t>(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : ENOSPC;
        done += written;
    }
    return 0;
}

} // namespace zhibao
