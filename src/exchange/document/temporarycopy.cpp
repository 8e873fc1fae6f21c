// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/temporarycopy.h"

#include "base/fileerrors.h"

#include <sys/mman.h>

namespace zhibao {

namespace {

const QString descriptors = QStringLiteral("/proc/self/fd/");

} // namespace

Result<TemporaryCopy> TemporaryCopy::make(const QByteArray &bytes, const QString &source)
{
    auto file = std::make_unique<Descriptor>(::memfd_create("zhibao", MFD_CLOEXEC));
    if (!file->isOpen())
        return writeFailure(source, errno);
    if (const int cause = writeAll(*file, bytes); cause != 0)
        return writeFailure(source, cause);
    return TemporaryCopy(std::move(file));
}

TemporaryCopy::TemporaryCopy(std::unique_ptr<Descriptor> file)
    : m_file(std::move(file))
{
}

QString TemporaryCopy::path() const
{
    return descriptors + QString::number(*m_file);
}

int descriptorOfCopy(const QString &path)
{
    bool isNumber = false;
    const int number
        = path.startsWith(descriptors) ? QStringView(path).sliced(descriptors.size()).toInt(&isNumber) : -1;
    return isNumber ? number : -1;
}

} // namespace zhibao
