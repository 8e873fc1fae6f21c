// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/export/printing.h"

#include "document/layout/paginate.h"
#include "document/layout/paint.h"

#include <QPainter>
#include <QPrinter>
#include <QProgressDialog>

namespace zhibao {

namespace {

constexpr double pointsPerInch = 72.0;

// Counts from the next page on.
void turnPaper(QPrinter &printer, const Page &page)
{
    const bool landscape = page.size.width() > page.size.height();
    printer.setPageOrientation(landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
}

class Printing {
    Q_DECLARE_TR_FUNCTIONS(Printing)
public:
    explicit Printing(QWidget *parent)
        : m_progress(tr("正在准备打印…"), tr("停止"), 0, 100, parent)
    {
        m_progress.setWindowModality(Qt::WindowModal);
        m_progress.setMinimumDuration(500);
    }

    // Shows how far the work is; false once 停止 was pressed.
    bool goesOn(double share)
    {
        m_progress.setValue(static_cast<int>(share * 99)); // 100 would close it
        return !m_progress.wasCanceled();
    }

    void pause() { m_progress.reset(); }

    // All of them one behind the other, under the title of the first.
    Result<Pages> layOut(const QList<Document> &documents, Fonts &fonts)
    {
        Pages all;
        for (qsizetype at = 0; at < documents.size(); ++at) {
            const auto count = static_cast<double>(documents.size());
            const Result<Pages> pages = paginate(documents.at(at), fonts,
                [&](double share) { return goesOn((static_cast<double>(at) + share) / count); });
            if (!pages)
                return pages.error();
            if (at == 0)
                all = *pages;
            else
                all.pages += pages->pages;
        }
        return all;
    }

    bool paintPages(QPrinter &printer, const Pages &pages, const QList<int> &order, Fonts &fonts)
    {
        QPainter painter;
        const double scale = printer.resolution() / pointsPerInch;
        for (qsizetype at = 0; at < order.size(); ++at) {
            const Page &page = pages.pages.at(order.at(at));
            turnPaper(printer, page);
            if (!(at == 0 ? painter.begin(&printer) : printer.newPage()))
                return false;
            painter.save();
            painter.scale(scale, scale);
            paint(painter, page, fonts);
            painter.restore();
            if (!goesOn(static_cast<double>(at + 1) / static_cast<double>(order.size()))) {
                printer.abort();
                return true;
            }
        }
        return painter.end();
    }

private:
    QProgressDialog m_progress;
};

void setUpPaper(QPrinter &printer, const Pages &pages)
{
    printer.setDocName(pages.title);
    printer.setFullPage(true);
    printer.setPageSize(QPageSize(QPageSize::A4));
    turnPaper(printer, pages.pages.first());
}

// The pages asked for in the dialog, in the order and as often as the printer must be given them.
QList<int> printOrder(const QPrinter &printer, int count)
{
    const bool range = printer.printRange() == QPrinter::PageRange && printer.fromPage() > 0;
    const int first = range ? printer.fromPage() - 1 : 0;
    const int last = range ? std::min(printer.toPage(), count) - 1 : count - 1;
    QList<int> once;
    for (int page = first; page <= last; ++page)
        once.append(page);
    if (printer.pageOrder() == QPrinter::LastPageFirst)
        std::reverse(once.begin(), once.end());
    QList<int> order;
    const int copies = printer.supportsMultipleCopies() ? 1 : std::max(printer.copyCount(), 1);
    for (int copy = 0; copy < copies; ++copy)
        order += once;
    return order;
}

} // namespace

void keepOffTheNetwork()
{
    if (qEnvironmentVariableIsEmpty("CUPS_SERVER"))
        qputenv("CUPS_SERVER", "/run/cups/cups.sock");
}

PrintOutcome printDocuments(const QList<Document> &documents, const Dialogs &dialogs, QWidget *parent)
{
    Fonts fonts;
    Printing printing(parent);
    const Result<Pages> pages = printing.layOut(documents, fonts);
    printing.pause();
    if (!pages)
        return pages.error().code == ErrorCode::Stopped ? PrintOutcome::Cancelled : PrintOutcome::Failed;
    if (pages->pages.isEmpty())
        return PrintOutcome::Failed;
    keepOffTheNetwork();
    QPrinter printer(QPrinter::HighResolution);
    setUpPaper(printer, *pages);
    const int count = static_cast<int>(pages->pages.size());
    if (!dialogs.printer(printer, parent, count))
        return PrintOutcome::Cancelled;
    const QList<int> order = printOrder(printer, count);
    if (order.isEmpty())
        return PrintOutcome::Cancelled;
    return printing.paintPages(printer, *pages, order, fonts) ? PrintOutcome::Printed : PrintOutcome::Failed;
}

} // namespace zhibao
