// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/export/export.h"

#include "base/digest.h"
#include "base/log.h"
#include "base/parallel.h"
#include "base/path.h"
#include "document/compose/compose.h"
#include "document/docx/docx.h"
#include "document/fonts/fonts.h"
#include "document/layout/paginate.h"
#include "document/pdf/pdf.h"
#include "workspace/export/ownership.h"

#include <QDir>

#include <sys/stat.h>
#include <unistd.h>

#include <mutex>
#include <new>
#include <numeric>
#include <vector>

namespace zhibao {

namespace {

constexpr qint64 ownFileLimit = 256 * 1024 * 1024; // bytes; what is larger is no export of ours

// A file of the export that is to be rendered.
struct Task {
    Document document;
    QString form;
    FileFormat format;
    QString path;
    Existing existing;
};

// What is told of several files that are rendered at once: their shares together, one teller at a time. Whoever asks to
// stop stops all.
class SharedProgress {
public:
    SharedProgress(const Progress &progress, std::size_t files)
        : m_progress(progress)
        , m_shares(files)
    {
    }

    Progress of(std::size_t file)
    {
        if (!m_progress)
            return {};
        return [this, file](double share) { return tell(file, share); };
    }

private:
    bool tell(std::size_t file, double share)
    {
        const std::lock_guard lock(m_mutex);
        m_shares[file] = share;
        const double sum = std::accumulate(m_shares.begin(), m_shares.end(), 0.0);
        m_goesOn = m_goesOn && m_progress(sum / static_cast<double>(m_shares.size()));
        return m_goesOn;
    }

    const Progress &m_progress;
    std::mutex m_mutex;
    std::vector<double> m_shares;
    bool m_goesOn = true;
};

// Renders all files, as many at a time as there are processors. Those that need fonts come one after the other and have
// the same, whose numbers the files tell.
class Renderer {
public:
    Renderer(const std::vector<Task> &tasks, const QDateTime &created, const Progress &progress)
        : m_tasks(tasks)
        , m_created(created)
        , m_progress(progress, tasks.size())
        , m_bytes(tasks.size(), QByteArray())
    {
    }

    // Of each file its bytes, or an error; what comes behind an error may be left out. Notes what was found of fonts.
    const std::vector<Result<QByteArray>> &render(ExportOutcome &outcome)
    {
        std::vector<std::vector<std::size_t>> strands(1);
        for (std::size_t task = 0; task < m_tasks.size(); ++task) {
            if (m_tasks[task].format == FileFormat::Pdf)
                strands.front().push_back(task);
            else
                strands.push_back({task});
        }
        inParallel(strands.size(), [&](std::size_t strand) {
            for (const std::size_t task : strands[strand]) {
                m_bytes[task] = renderTask(task, outcome);
                if (!m_bytes[task])
                    return;
            }
        });
        return m_bytes;
    }

private:
    Result<QByteArray> renderTask(std::size_t number, ExportOutcome &outcome)
    {
        try {
            return renderWithinMemory(number, outcome);
        } catch (const std::bad_alloc &) {
            return Error{ErrorCode::MemoryFull, {m_tasks[number].path}};
        }
    }

    Result<QByteArray> renderWithinMemory(std::size_t number, ExportOutcome &outcome)
    {
        const Task &task = m_tasks[number];
        const Progress progress = m_progress.of(number);
        if (task.format == FileFormat::Docx)
            return writeDocx(task.document, m_created, progress);
        const Result<RenderedPdf> pdf = renderPdf(task.document, m_fonts, m_created, progress);
        if (!pdf)
            return pdf.error();
        outcome.substitutes += pdf->substitutes;
        outcome.missing += pdf->missing;
        return pdf->bytes;
    }

    const std::vector<Task> &m_tasks;
    QDateTime m_created;
    SharedProgress m_progress;
    Fonts m_fonts;
    std::vector<Result<QByteArray>> m_bytes;
};

// The folder of the export; taken away again where it was made for an export that came to nothing.
class Folder {
public:
    explicit Folder(const QString &path)
        : m_path(path)
    {
    }
    ~Folder()
    {
        if (m_made)
            ::rmdir(bytesOfPath(m_path).constData()); // fails, as it should, where something is in it
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    Result<void> make()
    {
        if (isFolder(m_path))
            return {};
        Result<void> made = makeFolder(m_path, S_IRWXU | S_IRWXG | S_IRWXO);
        m_made = static_cast<bool>(made);
        return made;
    }
    void keep() { m_made = false; }

private:
    QString m_path;
    bool m_made = false;
};

QList<const Form *> askedForms(const Notice &notice, const QStringList &ids)
{
    QList<const Form *> forms;
    for (const Form &form : notice.forms) {
        if (ids.isEmpty() || ids.contains(form.id))
            forms.append(&form);
    }
    return forms;
}

// An earlier export of the same report is replaced unasked, anything else is not.
Existing existingFor(const QString &path, FileFormat format, const Document &document, Existing asked)
{
    if (asked == Existing::Replace || !isRegularFile(path))
        return asked;
    const Result<QByteArray> old = readWhole(path, ownFileLimit);
    return old && isOwnExport(*old, format, document) ? Existing::Replace : Existing::Keep;
}

// What could not be made is told by the name it would have had.
Error ofFile(const Error &error, const QString &path)
{
    return error.code == ErrorCode::RenderFailed ? Error{error.code, {path, error.arguments.value(1)}} : error;
}

Result<std::vector<Task>> tasksOf(const Report &report, const Notice &notice, const ExportRequest &request)
{
    std::vector<Task> tasks;
    const QDir folder(request.folder);
    for (const Form *form : askedForms(notice, request.forms)) {
        const Result<Document> document = request.blank ? Result<Document>(composeBlank(notice, form->id))
                                                        : officialDocument(report, notice, form->id, request.marks);
        if (!document)
            return document.error();
        for (const FileFormat format : request.formats) {
            const QString name = request.blank
                ? exportName(*form, {}, format)
                : exportName(*form, report.unit, format, printedOccasion(report.occasion, notice.occasion));
            const QString path = folder.filePath(name);
            const Existing existing = existingFor(path, format, *document, request.existing);
            if (existing == Existing::Keep && exists(path))
                return Error{ErrorCode::FileExists, {path}}; // told before the work, not after it
            tasks.push_back({*document, form->id, format, path, existing});
        }
    }
    return tasks;
}

Result<QList<FileToWrite>> renderAll(
    const std::vector<Task> &tasks, const QDateTime &created, const Progress &progress, ExportOutcome &outcome)
{
    Renderer renderer(tasks, created, progress);
    const std::vector<Result<QByteArray>> &rendered = renderer.render(outcome);
    QList<FileToWrite> files;
    for (std::size_t task = 0; task < tasks.size(); ++task) {
        const auto &[document, form, format, path, existing] = tasks[task];
        const Result<QByteArray> &bytes = rendered[task];
        if (!bytes)
            return ofFile(bytes.error(), path);
        files.append({path, *bytes, existing});
        outcome.exported.append({path, form, digestOfBytes(*bytes, DigestAlgorithm::Sha256)});
    }
    outcome.substitutes.removeDuplicates();
    outcome.missing.removeDuplicates();
    return files;
}

// Told before the work, not after it.
Result<void> checkFolder(const QString &folder)
{
    if (isFolder(folder))
        return {};
    const QString parent = folderOf(folder);
    if (exists(folder) || !isFolder(parent))
        return Error{ErrorCode::FolderMissing, {exists(folder) ? folder : parent}};
    return {};
}

// What failed inside is of use to technicians alone; paths and texts of the report are not told.
void logFailure(const Error &error)
{
    QString event = QStringLiteral("export failed with code %1").arg(static_cast<int>(error.code));
    if (error.code == ErrorCode::RenderFailed)
        event += QStringLiteral(": ") + error.arguments.value(1);
    log::warning(event);
}

} // namespace

Result<void> writeIntoFolder(const QString &folder, const QList<FileToWrite> &files)
{
    Folder place(folder);
    if (Result<void> made = place.make(); !made)
        return made;
    Result<void> written = writeDurably(files);
    if (written)
        place.keep();
    return written;
}

Result<QByteArray> renderDocument(const Document &document, FileFormat format, Fonts &fonts, const QDateTime &created)
{
    if (format == FileFormat::Docx)
        return writeDocx(document, created);
    const Result<RenderedPdf> pdf = renderPdf(document, fonts, created);
    return pdf ? Result<QByteArray>(pdf->bytes) : pdf.error();
}

Result<RenderedExport> renderExport(const Report &report, const Notice &notice, const ExportRequest &request,
    const Clock &clock, const Progress &progress)
{
    for (const QString &id : request.forms) {
        if (!notice.form(id))
            return Error{ErrorCode::PlaceUnknown, {id}};
    }
    if (const Result<void> place = checkFolder(request.folder); !place)
        return place.error();
    RenderedExport rendered;
    const Result<std::vector<Task>> tasks = tasksOf(completed(report, notice), notice, request);
    if (!tasks)
        return tasks.error();
    const Result<QList<FileToWrite>> files = renderAll(*tasks, clock(), progress, rendered.outcome);
    if (!files)
        return files.error();
    rendered.files = *files;
    return goesOn(progress, 1.0) ? Result<RenderedExport>(rendered) : Error{ErrorCode::Stopped, {}};
}

Result<ExportOutcome> exportReport(const Report &report, const Notice &notice, const ExportRequest &request,
    const Clock &clock, const Progress &progress)
{
    Result<RenderedExport> rendered = renderExport(report, notice, request, clock, progress);
    const Result<void> written
        = rendered ? writeIntoFolder(request.folder, rendered->files) : Result<void>(rendered.error());
    if (!written) {
        logFailure(written.error());
        return written.error();
    }
    for (const FileToWrite &file : std::as_const(rendered->files))
        rendered->outcome.files.append(file.path);
    log::info(QStringLiteral("exported %1 files").arg(rendered->files.size()));
    return rendered->outcome;
}

} // namespace zhibao
