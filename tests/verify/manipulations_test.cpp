// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/compose/compose.h"
#include "verify/approveddesk.h"
#include "verify/manipulations.h"

#include <QProcess>

using namespace zhibao;
using namespace zhibao::test;

namespace {

// The pages as they are drawn at 100 dots an inch.
QByteArray drawn(const QString &pdf)
{
    QProcess process;
    process.start(
        QStringLiteral("pdftoppm"), {QStringLiteral("-cropbox"), QStringLiteral("-r"), QStringLiteral("100"), pdf});
    REQUIRE(process.waitForFinished());
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput();
}

QString write(const ApprovedDesk &desk, const QByteArray &bytes)
{
    const QString path = desk.folder.filePath(QStringLiteral("changed.pdf"));
    REQUIRE(writeDurably(path, bytes, Existing::Replace));
    return path;
}

} // namespace

TEST_CASE("Three hundred manipulated PDF files are refused, each of which shows something else")
{
    constexpr int attempts = 300;
    ApprovedDesk desk;
    Fonts fonts;
    generate::Random random(7);
    QStringList genuine = desk.written(desk.sheet(fonts), fonts, QStringLiteral("sheet")).first(1);
    for (const Form &form : desk.workspace->openReport().notice().forms)
        genuine.append(
            writePdfFile(compose(desk.workspace->openReport().report(), desk.workspace->openReport().notice(), form.id),
                fonts, desk.folder.filePath(form.id + QStringLiteral(".pdf"))));
    QList<QByteArray> files;
    QList<QByteArray> pages;
    for (const QString &file : std::as_const(genuine)) {
        CHECK(desk.verified(file).isSame());
        files.append(*readWhole(file, 10'000'000));
        pages.append(drawn(file));
    }
    int shown = 0;
    for (int number = 0; shown < attempts; ++number) {
        REQUIRE(number < 2 * attempts);
        const int which = random.below(static_cast<int>(files.size()));
        const Manipulation changed = manipulate(files[which], number, random);
        const QString path = write(desk, changed.bytes);
        // Two equal characters exchanged, white on white: nobody can see it, and so nobody has to.
        if (!changed.structural && drawn(path) == pages[which])
            continue;
        ++shown;
        const Verification verification = desk.verified(path);
        CAPTURE(number, changed.name.toStdString(), genuine[which].toStdString());
        CHECK_FALSE(verification.isSame());
        CHECK((verification.verdict != Verification::Verdict::Undecided || changed.structural));
    }
}
