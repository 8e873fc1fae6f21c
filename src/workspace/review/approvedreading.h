// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/review/approvedversions.h"

namespace zhibao {

class Office;

// Takes what was approved out of the open store, a version at a time, so that a window goes on meanwhile, and files are
// compared with it where the store is not.
class ApprovedReading {
public:
    explicit ApprovedReading(const Office &office);

    // The log, and no version yet. Errors: FileNotFound where no store is open, those of Store::log.
    Result<ApprovedVersions> begin() const;
    // Reads one more; false where there is none left. Begins anew where another store was put in the place of the one
    // that it began with. Errors: those of begin().
    Result<bool> readNext(ApprovedVersions &approved) const;

private:
    const Office &m_office;
};

} // namespace zhibao
