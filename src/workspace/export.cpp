// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/export.h"

#include "base/log.h"
#include "document/compose.h"
#include "document/docx.h"
#include "document/fonts.h"
#include "document/paginate.h"
#include "document/pdf.h"
#include "workspace/ownership.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

#include <vector>

namespace zhibao {

namespace {

constexpr qint64 ownFileLimit = 256 * 1024 * 1024; // bytes; what is larger is no export of ours

struct Rendered {
    QString path;
    QByteArray bytes;
    Existing existing = Existing::Keep;
};

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
            QDir().rmdir(m_path); // fails, as it should, where something is in it
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    Result<void> make()
    {
        if (QFileInfo(m_path).isDir())
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
    if (asked == Existing::Replace || !QFileInfo(path).isFile())
        return asked;
    const Result<QByteArray> old = readWhole(path, ownFileLimit);
    return old && isOwnExport(*old, format, document) ? Existing::Replace : Existing::Keep;
}

Result<QList<Rendered>> renderAll(const Report &report, const Notice &notice, const ExportRequest &request,
    Renderer &renderer, ExportOutcome &outcome)
{
    QList<Rendered> files;
    const QDir folder(request.folder);
    for (const Form *form : askedForms(notice, request.forms)) {
        const Result<Document> document = request.blank ? Result<Document>(composeBlank(notice, form->id))
                                                        : officialDocument(report, notice, form->id, request.marks);
        if (!document)
            return document.error();
        for (const FileFormat format : request.formats) {
            const QString name = exportName(*form, request.blank ? QString() : report.unit, format);
            const QString path = folder.filePath(name);
            const Existing existing = existingFor(path, format, *document, request.existing);
            if (existing == Existing::Keep && QFileInfo::exists(path))
                return Error{ErrorCode::FileExists, {path}}; // told before the work, not after it
            const Result<QByteArray> bytes = renderer.render(*document, format, outcome);
            if (!bytes)
                return bytes.error();
            files.append({path, *bytes, existing});
        }
    }
    outcome.substitutes.removeDuplicates();
    outcome.missing.removeDuplicates();
    return files;
}

// All, or none of the new ones where one cannot be placed.
Result<QStringList> placeAll(const QList<Rendered> &files)
{
    std::vector<DurableFile> prepared;
    for (const Rendered &file : files) {
        Result<DurableFile> ready = DurableFile::prepare(file.path, file.bytes, file.existing);
        if (!ready)
            return ready.error();
        prepared.push_back(std::move(*ready));
    }
    QStringList placed;
    QStringList added;
    for (const Rendered &file : files) {
        const bool replaces = QFileInfo::exists(file.path);
        if (const Result<void> put = prepared[static_cast<std::size_t>(placed.size())].place(); !put) {
            for (const QString &path : std::as_const(added))
                QFile::remove(path);
            return put.error();
        }
        placed.append(file.path);
        if (!replaces)
            added.append(file.path);
    }
    return placed;
}

// What failed inside is of use to technicians alone; paths and texts of the report are not told.
void logFailure(const Error &error)
{
    QString event = QStringLiteral("export failed with code %1").arg(static_cast<int>(error.code));
    if (error.code == ErrorCode::RenderFailed)
        event += QStringLiteral(": ") + error.arguments.join(QStringLiteral(", "));
    log::warning(event);
}

} // namespace

Result<ExportOutcome> exportReport(const Report &report, const Notice &notice, const ExportRequest &request,
    const Clock &clock, const Progress &progress)
{
    for (const QString &id : request.forms) {
        if (!notice.form(id))
            return Error{ErrorCode::PlaceUnknown, {id}};
    }
    Folder folder(request.folder);
    if (const Result<void> made = folder.make(); !made)
        return made.error();

    ExportOutcome outcome;
    const qsizetype count = askedForms(notice, request.forms).size() * request.formats.size();
    Renderer renderer(clock(), count, progress);
    const Result<QList<Rendered>> files = renderAll(completed(report, notice), notice, request, renderer, outcome);
    if (!files) {
        logFailure(files.error());
        return files.error();
    }
    if (!goesOn(progress, 1.0))
        return Error{ErrorCode::Stopped, {}};
    Result<QStringList> placed = placeAll(*files);
    if (!placed) {
        logFailure(placed.error());
        return placed.error();
    }
    folder.keep();
    outcome.files = *placed;
    log::info(QStringLiteral("exported %1 files").arg(outcome.files.size()));
    return outcome;
}

} // namespace zhibao
