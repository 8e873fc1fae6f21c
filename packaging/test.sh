#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# Installs what is needed, builds everything with warnings as errors, and runs every test. Another preset than `test`
# can be named: `packaging/test.sh sanitize` builds and tests under the address and undefined-behaviour sanitizers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/packages.sh
preset=${1:-test}

install_packages "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
bash packaging/judges/install.sh
echo "== building build/$preset"
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"
echo "== running the tests"
ctest --preset "$preset"
