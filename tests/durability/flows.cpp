// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/fileflows.h"
#include "durability/programflows.h"
#include "durability/storeflows.h"
#include "durability/typing.h"

#include <algorithm>
#include <array>

namespace zhibao::durability {

namespace {

constexpr std::array flows{
    Flow{"save", prepareStore, saveStates, checkStore, PowerCut | Faults | Kills},
    Flow{"create a store", prepareNothing, createStore, checkNewStore, PowerCut | Faults | Kills},
    Flow{"replace a file", prepareFile, replaceFile, checkReplacedFile, PowerCut | Faults | Kills},
    Flow{"add files", prepareFile, addFiles, checkAddedFiles, PowerCut | Faults | Kills},
    Flow{"import", prepareImport, importReport, checkImport, PowerCut | Faults | Kills},
    Flow{"export", prepareExport, exportAll, checkExport, Faults | Kills},
    Flow{"export as PDF", prepareExport, exportPdf, checkExportedPdf, FullDisk},
    Flow{"export as DOCX", prepareExport, exportDocx, checkExportedDocx, FullDisk},
    Flow{"write a report file", prepareReportFile, writeReportFile, checkReportFile, PowerCut | Faults | FullDisk},
    Flow{"save much", prepareStore, saveLargeState, checkLargeState, FullDisk},
    Flow{"type into a table", prepareTyping, typeInCell, checkTypingInCell, Kills},
    Flow{"type into the summary", prepareTyping, typeInSection, checkTypingInSection, Kills},
};

} // namespace

QList<Flow> flowsThrough(Harness harness)
{
    QList<Flow> chosen;
    std::copy_if(flows.cbegin(), flows.cend(), std::back_inserter(chosen),
        [harness](const Flow &flow) { return (flow.harnesses & harness) != 0; });
    return chosen;
}

} // namespace zhibao::durability
