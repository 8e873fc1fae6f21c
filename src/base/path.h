// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace zhibao {

// A path as text. To the system a path is bytes, which need not be UTF-8: a byte that is part of none is kept as U+DC80
// to U+DCFF, a surrogate without its partner, such as no text has, so that the very same bytes come out again. Qt's own
// functions that look at files would take it for "?", and so another file: these are used instead. Those of QDir and
// QFileInfo that only take a path apart may be used.
QString pathOfBytes(QByteArrayView bytes);
QByteArray bytesOfPath(const QString &path);
// What was given to the program, without its own name: any of it may be a path.
QStringList argumentsOfBytes(int argc, char *argv[]);
// Whether the character at that place of a path stands for a byte that is no UTF-8.
bool isByteOfPath(const QString &path, qsizetype at);

// From the environment; "" where it is not set.
QString pathOfEnvironment(const char *name);
QString homeFolder();
// The folder that an XDG variable names, or where that is none (their specification has relative paths ignored) the one
// that lies in the home folder.
QString userFolder(const char *variable, const QString &inHome);

// Without "." and "..", from the root.
QString absolutePath(const QString &path);
// The folder in which it lies, from the root.
QString folderOf(const QString &path);
// With all links followed; "" where nothing is there.
QString canonicalPath(const QString &path);

// What a link points to counts.
bool exists(const QString &path);
bool isFolder(const QString &path);
bool isRegularFile(const QString &path);
bool isLink(const QString &path); // itself, wherever it leads
bool isWritable(const QString &path);
qint64 sizeOf(const QString &path); // bytes; 0 where nothing is there
// The names of all that lies in the folder, sorted; none where it cannot be read.
QStringList namesInFolder(const QString &folder);
bool removeFile(const QString &path);
bool removeEmptyFolder(const QString &path);

} // namespace zhibao
