// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/export/export.h"

#include "base/digest.h"
#include "base/log.h"
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

namespace zhibao {

namespace {

constexpr qint64 ownFileLimit = 256 * 1024 * 1024; // bytes; what is larger is no export of ours

// Renders one form after the other; all with the same fonts.
class Renderer {
public:
    Renderer(const QDateTime &created, qsizetype files, const Progress &progress)
        : m_created(created)
        , m_files(static_cast<double>(files))
        , m_progress(progress)
    {
    }

    Result<QByteArray> render(const Document &document, FileFormat format, ExportOutcome &outcome)
    {
        Result<QByteArray> bytes = format == FileFormat::Docx ? writeDocx(document, m_created, part(0.0, 1.0))
                                                              : renderPdf(document, outcome);
        m_done += 1.0;
        return bytes;
    }

private:
    Result<QByteArray> renderPdf(const Document &document, ExportOutcome &outcome)
    {
        const Result<Pages> pages = paginate(document, m_fonts, part(0.0, 0.6));
        if (!pages)
            return pages.error();
        outcome.substitutes += pages->substitutes;
        outcome.missing += pages->missing;
        return writePdf(*pages, m_fonts, m_created, part(0.6, 1.0));
    }

    // Progress of a part of the file in hand as a share of all files.
    Progress part(double from, double to) const
    {
        if (!m_progress)
            return {};
        return [this, from, to](double share) { return m_progress((m_done + from + share * (to - from)) / m_files); };
    }

    QDateTime m_created;
    double m_files = 1.0;
    double m_done = 0.0;
    const Progress &m_progress;
    Fonts m_fonts;
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

Result<QList<FileToWrite>> renderAll(const Report &report, const Notice &notice, const ExportRequest &request,
    Renderer &renderer, ExportOutcome &outcome)
{
    QList<FileToWrite> files;
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
            const Result<QByteArray> bytes = renderer.render(*document, format, outcome);
            if (!bytes)
                return ofFile(bytes.error(), path);
            files.append({path, *bytes, existing});
            outcome.exported.append({path, form->id, digestOfBytes(*bytes, DigestAlgorithm::Sha256)});
        }
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
    const Result<Pages> pages = paginate(document, fonts);
    return pages ? writePdf(*pages, fonts, created) : Result<QByteArray>(pages.error());
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
    const qsizetype count = askedForms(notice, request.forms).size() * request.formats.size();
    Renderer renderer(clock(), count, progress);
    const Result<QList<FileToWrite>> files
        = renderAll(completed(report, notice), notice, request, renderer, rendered.outcome);
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
