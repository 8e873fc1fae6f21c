#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# Installs what is needed, builds everything with warnings as errors, and runs every test, two at a time: first those of
# the layers below the window under the address and undefined-behaviour sanitizers, while clang-tidy looks through their
# sources, then all as the program is shipped. Where a preset is named, only that one is built and tested:
# `packaging/test.sh test` leaves out the sanitizers, `packaging/test.sh sanitize` tries everything under them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/packages.sh
presets=("$@")
[ $# -gt 0 ] || presets=(sanitize-layers test)

install_packages "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
bash packaging/judges/install.sh
for preset in "${presets[@]}"; do
    echo "== building build/$preset"
    cmake --preset "$preset" >/dev/null
    cmake --build --preset "$preset"
    echo "== running the tests of build/$preset"
    ctest --preset "$preset"
done
