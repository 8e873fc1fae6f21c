// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/backupflows.h"
#include "durability/fileflows.h"
#include "durability/programflows.h"
#include "durability/reviewflows.h"
#include "durability/storeflows.h"
#include "durability/typing.h"

#include <algorithm>
#include <array>

namespace zhibao::durability {

namespace {

constexpr std::array flows{
    // name, prepare, run, check, harnesses; the longest first, as several are tried at a time
    Flow{"migrate", prepareOldStore, migrateStore, checkStore, OpensStore | PowerCut | Faults | FullDisk},
    Flow{"migrate with attachments", prepareStoreWithAttachments, migrateStore, checkCarried,
        OpensStore | PowerCut | Faults | FullDisk},
    Flow{"save", prepareStore, saveStates, checkStore, OpensStore | PowerCut | Faults | Kills},
    Flow{"save much", prepareStore, saveLargeState, checkLargeState, FullDisk},
    Flow{"create a store", prepareNothing, createStore, checkNewStore, PowerCut | Faults | Kills},
    Flow{"migrate and import", prepareOldStore, importReport, checkImport, Kills},
    Flow{"back up", prepareBackup, backUpStore, checkBackup, PowerCut | Faults},
    Flow{"back up by the program", prepareBackup, backUpByProgram, checkBackup, Kills | FullDisk},
    Flow{"restore", prepareBackup, restoreStore, checkRestore, PowerCut | Faults},
    Flow{"restore by the program", prepareBackup, restoreByProgram, checkRestore, Kills | FullDisk},
    Flow{"recover", prepareDamaged, recoverStore, checkRecovery, PowerCut | Faults},
    Flow{"submit", prepareReviewing, submitReport, checkSubmitting, OpensStore | PowerCut | Faults | Kills},
    Flow{"approve", prepareReviewed, approveReport, checkApproving, OpensStore | PowerCut | Faults | Kills},
    Flow{"attach a scan", prepareApproved, attachScan, checkAttaching, OpensStore | PowerCut | Faults | FullDisk},
    Flow{"receive", prepareReceiving, receiveReport, checkReceiving, OpensStore | PowerCut | Faults | Kills},
    Flow{"import", prepareImport, importReport, checkImport, Faults | Kills},
    Flow{"export", prepareExport, exportAll, checkExport, Faults | Kills},
    Flow{"export as PDF", prepareExport, exportPdf, checkExportedPdf, FullDisk},
    Flow{"export as DOCX", prepareExport, exportDocx, checkExportedDocx, FullDisk},
    Flow{"write a report file", prepareReportFile, writeReportFile, checkReportFile, PowerCut | Faults | FullDisk},
    Flow{"settings", prepareSettings, changeSettings, checkSettings, PowerCut | Faults | FullDisk},
    Flow{"replace a file", prepareFile, replaceFile, checkReplacedFile, PowerCut | Faults},
    Flow{"add files", prepareFile, addFiles, checkAddedFiles, PowerCut | Faults},
    Flow{"write a set", prepareFile, writeSet, checkSet, PowerCut | Faults | Kills},
    Flow{"type into a table", prepareTyping, typeInCell, checkTypingInCell, Kills},
    Flow{"type into the summary", prepareTyping, typeInSection, checkTypingInSection, Kills},
};

} // namespace

QList<Flow> flowsThrough(Harness harness)
{
    const QByteArray only = qgetenv("ZHIBAO_FLOW");
    QList<Flow> chosen;
    std::copy_if(flows.cbegin(), flows.cend(), std::back_inserter(chosen),
        [&](const Flow &flow) { return (flow.harnesses & harness) != 0 && (only.isEmpty() || only == flow.name); });
    return chosen;
}

} // namespace zhibao::durability
