// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/descriptor.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace zhibao {

// Bytes in a file without a name, in memory, for tools that want a file: what they see is what was read here, whatever
// becomes of the file that it came from, and however this process ends, nothing of it is left.
class TemporaryCopy {
public:
    // `source`: the file that the bytes are of, to be named in errors. Errors: those of writeFailure().
    static Result<TemporaryCopy> make(const QByteArray &bytes, const QString &source);

    // Where this process and its children that were started by toolOutput() find the bytes.
    QString path() const;

private:
    explicit TemporaryCopy(std::unique_ptr<Descriptor> file);
    std::unique_ptr<Descriptor> m_file;
};

// The descriptor that such a path names; -1: it is another path.
int descriptorOfCopy(const QString &path);

} // namespace zhibao
