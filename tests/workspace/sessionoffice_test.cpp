// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/signature.h"
#include "store/backup/inspection.h"
#include "workspace/passwordoffice.h"

#include <QImage>

namespace sessionoffice_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

QString picture(const PasswordOffice &office, const QSize &size, const char *format = "PNG")
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(Qt::red);
    image.setText(QStringLiteral("Author"), QStringLiteral("someone"));
    const QString file = office.folder.filePath(QStringLiteral("seal.%1").arg(QLatin1StringView(format)));
    REQUIRE(image.save(file, format));
    return file;
}

} // namespace

TEST_CASE("The last word on an office of one holds")
{
    PasswordOffice office;
    CHECK_FALSE(office.session().isSoleOffice());
    REQUIRE(office.session().setSoleOffice(true));
    CHECK(office.session().isSoleOffice());
    REQUIRE(office.session().setSoleOffice(false));
    CHECK_FALSE(office.session().isSoleOffice());
}

TEST_CASE("A change of people is backed up by itself")
{
    PasswordOffice office;
    REQUIRE(office.workspace->office().backups().make());
    const qsizetype before = office.workspace->office().backups().list().size();
    office.pass(1000);
    REQUIRE(office.session().setSoleOffice(true));
    const QString folder = office.workspace->office().backups().folder();
    office.workspace.reset(); // leaving the program makes one where there is something new
    CHECK(allBackups(folder, office.path).size() == before + 1);
}

TEST_CASE("The seal picture is kept as pixels in its true size")
{
    PasswordOffice office;
    Session &session = office.session();
    CHECK_FALSE(session.sealPicture().value().has_value());
    REQUIRE(session.setSealPicture(picture(office, QSize(300, 200)), 420));
    const Session::SealPicture seal = session.sealPicture()->value();
    CHECK(seal.width == 420);
    const QImage image = QImage::fromData(seal.png, "PNG");
    CHECK(image.size() == QSize(300, 200));
    CHECK(image.pixelColor(10, 10) == QColor(Qt::red));
    CHECK_FALSE(seal.png.contains("someone"));
    office.pass(1000);
    REQUIRE(session.setSealPicture(picture(office, QSize(200, 200), "JPG"), Session::widestSeal));
    CHECK(session.sealPicture()->value().width == 450);
}

TEST_CASE("A seal that is too large, or no picture of pixels, is refused")
{
    PasswordOffice office;
    Session &session = office.session();
    const QString good = picture(office, QSize(100, 100));
    const auto code = [&](const QString &file, int width) {
        const Result<void> set = session.setSealPicture(file, width);
        return set ? ErrorCode::Usage : set.error().code;
    };
    CHECK(code(good, 451) == ErrorCode::SealTooLarge);
    CHECK(code(good, 0) == ErrorCode::SealTooLarge);
    CHECK(code(good, -1) == ErrorCode::SealTooLarge);
    CHECK(code(picture(office, QSize(100, 120)), 400) == ErrorCode::SealTooLarge); // 48 mm high
    CHECK(code(picture(office, QSize(4001, 2)), 400) == ErrorCode::PictureUnreadable);
    CHECK(code(QStringLiteral(SOURCE_ROOT "/CMakeLists.txt"), 400) == ErrorCode::PictureUnreadable);
    CHECK(code(QStringLiteral(SOURCE_ROOT "/resources/zhibao.svg"), 400) == ErrorCode::PictureUnreadable);
    CHECK(code(office.folder.filePath(QStringLiteral("none.png")), 400) == ErrorCode::FileNotFound);
    CHECK_FALSE(session.sealPicture().value().has_value());
}

TEST_CASE("The office has one key pair of its own, and trusts others by name")
{
    PasswordOffice office;
    const OfficeKey own = office.session().ownKey().value();
    CHECK(own.publicKey.size() == 32);
    office.reopen();
    REQUIRE(office.session().signIn(chief.name, secret(chiefWord)));
    CHECK(office.session().ownKey().value() == own);
    const QByteArray other(32, 'k');
    const QString unit = QStringLiteral("乙市市场监督管理局");
    REQUIRE(office.session().trustKey({other, {}, unit, {}, {unit}, OfficeRole::HandIn}));
    const QList<OfficeKey> keys = office.session().trustedKeys().value();
    REQUIRE(keys.size() == 2);
    CHECK(keys.last().name == unit);
    CHECK(keys.last().units == QStringList{unit});
    CHECK(keys.last().roles == OfficeRoles(OfficeRole::HandIn));
    CHECK(keys.last().secretKey.isEmpty());
    // The same key under another name, for more, and for nothing any more.
    for (const OfficeRoles roles : {allRoles, OfficeRoles()}) {
        REQUIRE(
            office.session().trustKey({other, {}, QStringLiteral("乙局"), {}, {unit, QStringLiteral("丙")}, roles}));
        const OfficeKey changed = office.session().trustedKeys().value().last();
        CHECK(changed.name == QStringLiteral("乙局"));
        CHECK(changed.units.size() == 2);
        CHECK(changed.roles == roles);
        CHECK(changed.at == keys.last().at);
    }
    CHECK(
        office.session().trustKey({other, {}, QString(), {}, {unit}, allRoles}).error().code == ErrorCode::UnitUnknown);
    CHECK(office.session().trustKey({other, {}, unit, {}, {}, allRoles}).error().code == ErrorCode::UnitUnknown);
    // Nor is this office another one.
    CHECK(office.session().trustKey({own.publicKey, {}, unit, {}, {unit}, allRoles}).error()
        == Error{ErrorCode::KeyUnknown, {QString(), fingerprint(own.publicKey)}});
    CHECK(inspect(office.path)->damages.isEmpty());
    office.session().signOut();
    CHECK(office.session().trustKey({QByteArray(32, 'l'), {}, unit, {}, {unit}, allRoles}).error().code
        == ErrorCode::SignInNeeded);
}

TEST_CASE("The reason of lateness is known of a report that is not in hand")
{
    Desk desk;
    const qint64 id = desk.create();
    Review &review = desk.workspace->review();
    REQUIRE(review.explainLateness(QStringLiteral("annex1"), QStringLiteral("等待会签")));
    REQUIRE(review.explainLateness(QStringLiteral("annex1"), QStringLiteral("会签尚未办结")));
    CHECK(review.latenessReason(QStringLiteral("annex1")) == QStringLiteral("会签尚未办结"));
    CHECK(review.latenessReason(QStringLiteral("annex2")).isEmpty());
    REQUIRE(desk.workspace->openReport().close());
    CHECK(review.latenessReason(QStringLiteral("annex1")).isEmpty());
    const QMap<QString, QString> reasons = desk.workspace->office().latenessReasons(id).value();
    CHECK(reasons == QMap<QString, QString>{{QStringLiteral("annex1"), QStringLiteral("会签尚未办结")}});
}

} // namespace sessionoffice_test
