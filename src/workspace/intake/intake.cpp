// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/intake/intake.h"

#include "base/durablefile.h"
#include "core/intake/intakenames.h"
#include "exchange/intake/containedfiles.h"
#include "exchange/intake/filledreader.h"
#include "exchange/report/reportfile.h"
#include "store/store.h"
#include "workspace/office/office.h"
#include "workspace/report/savefacts.h"
#include "workspace/review/exchangelimits.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace zhibao {

namespace {

constexpr qsizetype filesInOneTransaction = 100;

// How much of a notice a file answers: columns and headings.
qsizetype answeredBy(const FileReading &reading)
{
    qsizetype answered = 0;
    QStringList counted;
    for (const RecognisedTable &told : reading.tables) {
        if (!told.form.isEmpty() && !counted.contains(told.form)) {
            counted.append(told.form);
            answered += told.columns.size();
        }
    }
    for (const ReadForm &form : reading.forms)
        answered += form.sections.size();
    return answered;
}

ArrivedFile arrived(const QString &path)
{
    const Result<QByteArray> bytes = readWhole(path, filledFileLimit);
    return bytes ? ArrivedFile{path, *bytes, {}} : ArrivedFile{path, {}, bytes.error()};
}

bool isPassedOver(const QString &name)
{
    return name.startsWith(QStringLiteral("~$")) || name.startsWith(u'.') || name == QStringLiteral("Thumbs.db");
}

// What is in a ZIP of files; the ZIP itself where it cannot be opened, or is none.
QList<ArrivedFile> opened(const ArrivedFile &file)
{
    // What says that it is a document is none: it is read once, when it is planned.
    const bool isZip = !file.error && file.bytes.startsWith("PK\3\4")
        && !zipNames(file.bytes).contains(QByteArrayLiteral("[Content_Types].xml"));
    const Result<FilledFile> read = isZip ? readFilledFile(file.bytes, file.path) : Result<FilledFile>(FilledFile());
    if (!read || read->kind != FilledKind::Archive)
        return {file};
    const Result<QList<ArchivePart>> parts = containedFiles(file.bytes, file.path);
    if (!parts)
        return {{file.path, {}, parts.error()}};
    QList<ArrivedFile> files;
    for (const ArchivePart &part : *parts) {
        if (!isPassedOver(part.name.section(u'/', -1)))
            files.append({file.path + u'/' + part.name, part.bytes, {}});
    }
    return files;
}

} // namespace

Intake::Intake(Office &office)
    : m_office(office)
{
}

QList<ArrivedFile> Intake::filesIn(const QStringList &paths)
{
    QList<ArrivedFile> files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files += opened(arrived(path));
            continue;
        }
        QStringList inside;
        QDirIterator each(path, QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString file = each.next();
            if (!isPassedOver(each.fileName()))
                inside.append(file);
        }
        inside.sort();
        for (const QString &file : std::as_const(inside))
            files += opened(arrived(file));
    }
    return files;
}

QStringList Intake::unitsWithReports() const
{
    QStringList names;
    const Result<QList<ReportSummary>> reports = m_office.reports();
    for (const ReportSummary &report : reports ? *reports : QList<ReportSummary>())
        names.append(report.unit);
    return names;
}

PlannedFile Intake::plan(const ArrivedFile &file, const QString &notice, const IntakeAnswers &answers) const
{
    PlannedFile planned;
    planned.file = file;
    planned.answers = answers;
    planned.error = file.error;
    if (planned.error)
        return planned;
    Result<FilledFile> filled = readFilledFile(file.bytes, file.path);
    if (!filled) {
        planned.error = filled.error();
        return planned;
    }
    planned.filled = std::move(*filled);
    if (planned.filled.kind == FilledKind::Report)
        planReportFile(planned);
    else if (planned.filled.kind != FilledKind::Review)
        read(planned, notice);
    return planned;
}

void Intake::planReportFile(PlannedFile &planned) const
{
    const Result<ReportFile> file = parseReport(planned.file.bytes, planned.file.path, m_office.catalogue().all());
    if (!file) {
        planned.error = file.error();
        return;
    }
    Report report = file->report;
    const SaidUnit said{planned.answers.unit.isEmpty() ? report.unit : planned.answers.unit,
        planned.answers.unit.isEmpty() ? QStringLiteral("report") : QStringLiteral("given")};
    report.unit = m_office.knownUnit(said.name);
    planned.unit = {report.unit, said.by};
    planned.notice = report.notice;
    planned.definition = *m_office.catalogue().noticeOf(report);
    const LastVersion last = lastVersion(planned, keyOf(report));
    // A report goes on with the definition that it was begun with.
    if (const Notice *const followed = last.report ? m_office.catalogue().noticeOf(*last.report) : nullptr) {
        const Result<Report> carried = m_office.asFollowing(report, *followed);
        if (!carried) {
            planned.error = carried.error();
            return;
        }
        report = *carried;
        planned.definition = *followed;
    }
    planned.plan = planReport(report, planned.definition, last);
}

// Of the notices that the office knows the one that most of the file answers; where several are as good somebody has to
// say which.
void Intake::read(PlannedFile &planned, const QString &number) const
{
    qsizetype most = 0;
    QStringList alike;
    for (const Notice &notice : m_office.catalogue().notices) {
        if (!number.isEmpty() && notice.number != number)
            continue;
        FileReading reading = readAnswer(planned.filled, notice, planned.answers.tables);
        const qsizetype answered = answeredBy(reading);
        if (answered == most && most > 0)
            alike.append(notice.number);
        if (answered > most || planned.definition.number.isEmpty()) {
            most = answered;
            alike = {notice.number};
            planned.reading = std::move(reading);
            planned.definition = notice;
        }
    }
    if (planned.definition.number.isEmpty()) {
        planned.error = Error{ErrorCode::NoticeUnknown, {planned.file.path, number}};
        return;
    }
    planned.notice = most > 0 ? planned.definition.number : QString();
    planFilled(planned);
    if (alike.size() > 1)
        planned.plan.questions.prepend({IntakeQuestion::Kind::Notice, -1, -1, {}, alike});
}

void Intake::planFilled(PlannedFile &planned) const
{
    IntakeAnswers answers = planned.answers;
    if (!answers.unit.isEmpty())
        answers.unit = m_office.knownUnit(answers.unit);
    const FoundUnit unit = unitOf(planned.reading, m_office.directory(), unitsWithReports(), answers);
    planned.unit = unit.unit;
    const LastVersion last = lastVersion(planned, {planned.definition.number, unit.unit.name, answers.occasion});
    // A report goes on with the definition that it was begun with.
    const Notice *const followed = last.report ? m_office.catalogue().noticeOf(*last.report) : nullptr;
    if (followed && followed->digest != planned.definition.digest) {
        planned.definition = *followed;
        planned.reading = readAnswer(planned.filled, planned.definition, answers.tables);
    }
    planned.plan = planIntake(planned.reading, planned.definition, unit, last, answers);
}

// What is there of the unit, and what of it came from a file last.
LastVersion Intake::lastVersion(PlannedFile &planned, const ReportKey &key) const
{
    LastVersion last;
    const Store *const store = m_office.store();
    const Result<std::optional<qint64>> found
        = store && !key.unit.isEmpty() ? store->find(key) : Result<std::optional<qint64>>(std::optional<qint64>());
    if (!found || !*found)
        return last;
    planned.report = **found;
    const Result<Report> report = store->load(planned.report);
    const Result<ReviewStatus> status = store->reviewStatus(planned.report);
    if (!report || !status) {
        planned.error = report ? status.error() : report.error();
        return last;
    }
    last.report = *report;
    if (const Result<void> may = m_office.mayEdit(*status); !may) {
        planned.refusal = may.error();
        last.isFrozen = true;
    }
    qint64 version = 0;
    const Result<QList<LogEntry>> entries = store->log(planned.report);
    for (const LogEntry &entry : entries ? *entries : QList<LogEntry>()) {
        if (entry.kind == EntryKind::TakenIn)
            version = std::max(version, entry.version);
    }
    const Result<QList<Version>> versions = store->versions(planned.report);
    for (const Version &each : versions ? *versions : QList<Version>()) {
        if (each.cause == VersionCause::Imported)
            version = std::max(version, each.id);
    }
    if (version > 0) {
        if (const Result<Report> imported = store->loadVersion(planned.report, version))
            last.imported = *imported;
    }
    return last;
}

Result<QList<AppliedFile>> Intake::apply(QList<PlannedFile> &files, const Progress &progress)
{
    if (!m_office.store())
        return m_office.noStore().error();
    QList<AppliedFile> all;
    bool isBackedUp = false;
    for (qsizetype from = 0; from < files.size(); from += filesInOneTransaction) {
        const qsizetype to = std::min(from + filesInOneTransaction, files.size());
        const bool anyChanges = std::any_of(files.cbegin() + from, files.cbegin() + to,
            [](const PlannedFile &each) { return !each.error && each.plan.changesAnything() && each.plan.isReady(); });
        if (!anyChanges)
            continue;
        if (!isBackedUp)
            m_office.backUpFirst();
        isBackedUp = true;
        QList<AppliedFile> some;
        const Result<void> done = m_office.store()->together([&]() -> Result<void> {
            for (qsizetype at = from; at < to; ++at) {
                if (!goesOn(progress, static_cast<double>(at) / static_cast<double>(files.size())))
                    return Error{ErrorCode::Stopped, {}};
                const Result<std::optional<AppliedFile>> applied = applyOne(files[at]);
                if (!applied)
                    return applied.error();
                if (*applied)
                    some.append(**applied);
            }
            return {};
        });
        if (!done)
            return done.error();
        all += some;
    }
    if (!all.isEmpty())
        m_office.backups().noteChange();
    return all;
}

Result<std::optional<AppliedFile>> Intake::applyOne(PlannedFile &planned)
{
    const std::optional<AppliedFile> nothing;
    if (planned.error || planned.isReview() || !planned.plan.isReady() || !planned.plan.changesAnything())
        return nothing;
    // An earlier file may have changed the report since.
    PlannedFile anew = plan(planned.file, planned.notice, planned.answers);
    planned = std::move(anew);
    if (planned.error || !planned.plan.isReady() || !planned.plan.changesAnything())
        return nothing;
    Store &store = *m_office.store();
    const Report &report = planned.plan.report;
    if (const Result<void> fits = checkNames({report.unit}); !fits)
        return fits.error();
    AppliedFile applied{planned.report, planned.report == 0, 0};
    const SaveFacts facts = saveFacts(report, planned.definition);
    if (applied.added) {
        if (const Result<void> may = m_office.mayEdit(ReviewStatus()); !may)
            return may.error();
        const Result<qint64> added = store.add(report, facts);
        if (!added)
            return added.error();
        applied.report = *added;
    } else {
        const Result<qint64> before = store.currentVersion(applied.report);
        const Result<QDateTime> saved = before ? store.save(applied.report, report, facts, VersionCause::Imported)
                                               : Result<QDateTime>(before.error());
        if (!saved)
            return saved.error();
        applied.versionBefore = *before;
    }
    if (const Result<void> told = tell(planned, applied.report); !told)
        return told.error();
    return std::optional(applied);
}

Result<void> Intake::tell(const PlannedFile &planned, qint64 report)
{
    NewEntry told = m_office.session().told(EntryKind::TakenIn, report);
    told.detail = {{QStringLiteral("name"), planned.file.path.section(u'/', -1)},
        {QStringLiteral("kind"), nameOf(planned.filled.kind)}};
    told.attachments = {planned.file.bytes};
    const Result<LogEntry> recorded = m_office.store()->record(told);
    return recorded ? Result<void>() : Result<void>(recorded.error());
}

Result<void> Intake::undo(const QList<AppliedFile> &applied)
{
    Store *const store = m_office.store();
    if (!store)
        return m_office.noStore();
    Result<void> done = store->together([&]() -> Result<void> {
        for (auto each = applied.crbegin(); each != applied.crend(); ++each) {
            const Result<ReviewStatus> status = store->reviewStatus(each->report);
            if (!status)
                return status.error();
            if (Result<void> may = m_office.mayEdit(*status); !may)
                return may;
            if (each->added) {
                if (Result<void> removed = store->remove(each->report); !removed)
                    return removed;
                continue;
            }
            const Result<Report> before = store->loadVersion(each->report, each->versionBefore);
            const Notice *const notice = before ? m_office.catalogue().noticeOf(*before) : nullptr;
            if (!notice)
                return before ? Error{ErrorCode::NoticeUnknown, {QString(), before->notice}} : before.error();
            const Result<QDateTime> saved
                = store->save(each->report, *before, saveFacts(*before, *notice), VersionCause::Restored);
            if (!saved)
                return saved.error();
        }
        return {};
    });
    if (done)
        m_office.backups().noteChange();
    return done;
}

} // namespace zhibao
