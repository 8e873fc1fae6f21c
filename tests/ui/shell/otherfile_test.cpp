// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// A file of another kind where one of this program is asked for.
#include "base/archive.h"
#include "ui/notebar.h"
#include "ui/shell/openwindow.h"
#include "ui/table/placeedit.h"
#include "ui/verify/verifywindow.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>

namespace otherfile_test {

using namespace zhibao;

namespace {

const Place cell{QStringLiteral("annex1"), QStringLiteral("instructions"), 0};

struct FileDesk : OpenWindow {
    FileDesk() { create(); }

    // Another kind than its name says is no matter.
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile written(folder.filePath(name));
        REQUIRE(written.open(QIODevice::WriteOnly));
        REQUIRE(written.write(bytes) == bytes.size());
        return written.fileName();
    }
    QString zip(const QString &name, const QString &part) const
    {
        const Result<QByteArray> bytes = zipArchive({{part, "<x/>"}});
        REQUIRE(bytes);
        return write(name, *bytes);
    }
    QString told() const { return child<NoteBar>(QStringLiteral("note"))->sentence(); }
    QString text() const { return textAt(workspace->openReport().report(), cell); }
};

// As a file manager gives it: the path as a text too.
bool drop(QWidget *target, const QStringList &files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls.append(QUrl::fromLocalFile(file));
    data.setUrls(urls);
    data.setText(files.join(u'\n'));
    QDragEnterEvent enter(QPoint(20, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event(QPointF(20, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
    QCoreApplication::processEvents();
    return true;
}

} // namespace

TEST_CASE("what is chosen as a report file and is none is told as what it is, and where it can go")
{
    FileDesk desk;
    desk.file = desk.zip(QStringLiteral("总结.json"), QStringLiteral("word/document.xml"));
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(desk.told().contains(QStringLiteral("总结.json”是 Word 文档，不是报表文件，没有读入")));
    CHECK(desk.told().contains(QStringLiteral("粘贴到情况表")));
    desk.file = desk.write(QStringLiteral("盖章页.pdf"), "%PDF-1.7\n");
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(desk.told().contains(QStringLiteral("是 PDF 文件，不是报表文件")));
    CHECK(desk.told().contains(QStringLiteral("核验文件")));

    desk.file = QStringLiteral(SOURCE_ROOT "/resources/examples/内蒙古自治区市场监督管理局.json");
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(desk.told().startsWith(QStringLiteral("已导入内蒙古自治区市场监督管理局的报表")));
}

TEST_CASE("what is chosen as a review file and is none is told as what it is")
{
    FileDesk desk;
    desk.file = QStringLiteral(SOURCE_ROOT "/resources/examples/内蒙古自治区市场监督管理局.json");
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(desk.told().contains(QStringLiteral("是报表文件，不是送审文件，没有读入；请用“报表 › 导入报表文件”读入")));
    desk.file = desk.zip(QStringLiteral("表.zbsh"), QStringLiteral("xl/workbook.xml"));
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(desk.told().contains(QStringLiteral("是 Excel 工作簿，不是送审文件")));
    desk.file = desk.zip(QStringLiteral("坏.zbsh"), QStringLiteral("manifest.json"));
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(desk.told().contains(QStringLiteral("是压缩包")));
}

TEST_CASE("a file that is dropped on a cell goes to the window, which says what it is")
{
    FileDesk desk;
    type(QStringLiteral("甲"));
    auto *editor = qobject_cast<PlaceEdit *>(QApplication::focusWidget());
    REQUIRE(editor);
    const QString table = desk.zip(QStringLiteral("统计.xlsx"), QStringLiteral("xl/workbook.xml"));
    CHECK(drop(editor->viewport(), {table}));
    CHECK(desk.told().contains(QStringLiteral("统计.xlsx”是 Excel 工作簿，不是报表文件")));
    CHECK(desk.text() == QStringLiteral("甲"));
    CHECK(desk.isShown("zhibao::FormPages"));

    CHECK_FALSE(drop(desk.window.get(), {table, table})); // which of them
    QMimeData words;
    words.setText(QStringLiteral("乙"));
    QDragEnterEvent text(QPoint(2, 2), Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(editor->viewport(), &text);
    CHECK(text.isAccepted()); // it is one
}

TEST_CASE("a report file that is dropped is imported, and a document verified")
{
    FileDesk desk;
    CHECK(drop(desk.window.get(), {QStringLiteral(SOURCE_ROOT "/resources/examples/内蒙古自治区市场监督管理局.json")}));
    CHECK(desk.workspace->openReport().report().unit == QStringLiteral("内蒙古自治区市场监督管理局"));
    CHECK(desk.told().startsWith(QStringLiteral("已导入")));
    CHECK_FALSE(desk.window->findChild<VerifyWindow *>());
    CHECK(drop(desk.window.get(), {desk.write(QStringLiteral("件.pdf"), "%PDF-1.7\n")}));
    CHECK(desk.window->findChild<VerifyWindow *>());
}

} // namespace otherfile_test
