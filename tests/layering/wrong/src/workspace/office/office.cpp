// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Never compiled: shows that the layering test can fail.
#include "workspace/report/openreport.h"
