#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# fuzz.sh SECONDS: gives every reader of files from outside changed files for so long, two readers at a time, under the
# sanitizers, from a seed that is drawn and printed. An input that does harm is kept in build/sanitize-layers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds=${1:?how many seconds each?}
build=build/sanitize-layers
cmake --preset sanitize-layers >/dev/null
cmake --build --preset sanitize-layers --target fuzzers
find "$build/tests/fuzz" -maxdepth 1 -name '*_fuzz' -not -name control_fuzz -print0 |
    LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen LSAN_OPTIONS="suppressions=$PWD/tests/leaks.supp:print_suppressions=0" \
        xargs -0 -P 2 -I{} {} --seconds "$seconds" --seed random --keep "$build"
