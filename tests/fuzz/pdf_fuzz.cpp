// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// PDF files of what was approved, changed and then verified.
#include "fuzz/mutation.h"
#include "fuzz/office.h"

#include <QCoreApplication>
#include <QHash>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

using namespace zhibao;
using generate::Random;

namespace {

const QString format = QStringLiteral("pdf");

// The same file with all that is packed unpacked, so that a change is not lost in broken compression.
QByteArray unpacked(const QByteArray &file)
{
    static QHash<QByteArray, QByteArray> known;
    QByteArray &plain = known[file];
    if (plain.isEmpty()) {
        QPDF pdf;
        pdf.processMemoryFile("seed", file.constData(), static_cast<std::size_t>(file.size()));
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setQDFMode(true);
        writer.setDeterministicID(true);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        plain = QByteArray(
            reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
    }
    return plain;
}

QByteArray mutated(const QByteArray &seed, const QByteArray &other, Random &random)
{
    return random.chance(300) ? fuzz::mutatedBytes(seed, other, random)
                              : fuzz::mutatedBytes(unpacked(seed), unpacked(other), random);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const fuzz::Office office;
    return fuzz::run(
        {office.exported(format), mutated, [&](const QByteArray &input) { return office.verified(input, format); }});
}
