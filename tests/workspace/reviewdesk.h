// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/durablefile.h"
#include "workspace/desk.h"

#include <QBuffer>
#include <QImage>

namespace zhibao::test {

inline const QString guizhou = QStringLiteral("贵州省市场监督管理局");

// An office of two people without passwords; 李 fills in, 王 reviews and administers. The example is in hand.
struct ReviewDesk : Desk {
    ReviewDesk()
    {
        const Person wang{QStringLiteral("王某"), QStringLiteral("质量处"), QStringLiteral("处长"),
            Duties(Duty::Supervisor) | Duty::Administrator};
        const Person li{QStringLiteral("李某"), QStringLiteral("质量处"), QStringLiteral("科员"), Duty::Reporter};
        REQUIRE(workspace->office().session().addPerson(wang, nullptr));
        REQUIRE(workspace->office().session().addPerson(li, nullptr));
        as(QStringLiteral("李某"));
        const Result<ImportedReport> imported = workspace->importReport(exampleReport(guizhou));
        REQUIRE(imported);
        id = imported->id;
        REQUIRE(workspace->openReport().open(id));
    }

    void as(const QString &name)
    {
        QString none;
        REQUIRE(workspace->office().session().signIn(name, Secret(none)));
    }
    void asStaff() { as(QStringLiteral("李某")); }
    void asSupervisor() { as(QStringLiteral("王某")); }

    Review &review() { return workspace->review(); }

    void approve()
    {
        asStaff();
        REQUIRE(review().perform(ReviewAction::Submit));
        asSupervisor();
        REQUIRE(review().passAndApprove(true));
    }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString file = folder.filePath(name);
        REQUIRE(writeDurably(file, bytes, Existing::Replace));
        return file;
    }

    qint64 id = 0;
};

inline QByteArray redPicture()
{
    QImage image(120, 120, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray png;
    QBuffer buffer(&png);
    REQUIRE(image.save(&buffer, "PNG"));
    return png;
}

} // namespace zhibao::test
