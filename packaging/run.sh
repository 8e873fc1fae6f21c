#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# Installs what is needed, builds the client and opens it. Where there is no display, it exports the shipped example
# reports to out/ instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/packages.sh

install_packages "${build_packages[@]}" "${run_packages[@]}"
echo "== building build/release/zhibao"
cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release --target zhibao

if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    echo "== opening the client"
    exec build/release/zhibao "$@"
fi
echo "== no display here: exporting the example reports to out/"
for report in resources/examples/*.json; do
    build/release/zhibao export "$report" --output out
done
