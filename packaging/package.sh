#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# Makes the Debian package in out/, or in the named folder: installs what is needed and builds first. Where a build
# folder is named too, that one is packed as it is.
# Usage: package.sh [OUTPUT [BUILD]]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mkdir -p "${1:-$root/out}"
output=$(cd "${1:-$root/out}" && pwd)
build=${2:-}
if [ -z "$build" ]; then
    cd "$root"
    . packaging/packages.sh
    install_packages "${build_packages[@]}" "${run_packages[@]}"
    build=$root/build/release
    echo "== building $build"
    cmake --preset release -DBUILD_TESTING=OFF >/dev/null
    cmake --build --preset release
fi
echo "== packing $build"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$build"
# Names in Chinese can only be packed under a locale that has them.
if ! LC_ALL=C.UTF-8 cpack -G DEB -B "$work" >"$work/log" 2>&1; then
    cat "$work/log" >&2
    exit 1
fi
mv -v "$work"/zhibao_*.deb "$output/"
