// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/pagechecks.h"

#include "document/layout/paginate.h"
#include "document/layouttext.h"
#include "document/style.h"

#include <catch2/catch.hpp>

namespace zhibao::test {

namespace {

void checkSame(const QMap<QString, QString> &expected, const QMap<QString, QString> &found)
{
    for (auto text = expected.cbegin(); text != expected.cend(); ++text) {
        INFO(text.key().toStdString());
        CHECK(found.value(text.key()) == text.value());
    }
    for (auto text = found.cbegin(); text != found.cend(); ++text)
        CHECK(expected.contains(text.key()));
}

} // namespace

Pages paginated(const Document &document)
{
    static Fonts fonts;
    const Result<Pages> pages = paginate(document, fonts);
    REQUIRE(pages);
    return *pages;
}

void checkGeometry(const Pages &pages, Orientation orientation)
{
    const PageStyle style = pageStyle(orientation);
    const QRectF area(style.left / 20.0, style.top / 20.0, style.areaWidth() / 20.0, style.areaHeight() / 20.0);
    for (const Page &page : pages.pages) {
        CHECK(page.size == QSizeF(style.width, style.height) / 20.0);
        for (const Line &line : page.lines.first(page.lines.size() - 1)) {
            if (!area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(line.box))
                FAIL("out of the type area: " << textOf(line).toStdString());
            for (const Rule &rule : page.rules) {
                const QRectF stroke = QRectF(rule.line.p1(), rule.line.p2()).normalized();
                const bool across = stroke.left() < line.box.right() && stroke.right() > line.box.left();
                const bool down = stroke.top() < line.box.bottom() && stroke.bottom() > line.box.top();
                if (across && down)
                    FAIL("a rule cuts a line");
            }
        }
    }
}

void checkWhole(const Document &document)
{
    const Pages pages = paginated(document);
    checkSame(typedTexts(document), typedTexts(pages));
    checkGeometry(pages, document.orientation);
}

} // namespace zhibao::test
