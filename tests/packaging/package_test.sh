#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# Makes the Debian package of a build, unpacks it, and runs the program from there without a display.
set -euo pipefail
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

bash "$(dirname "${BASH_SOURCE[0]}")/../../packaging/package.sh" "$work/package" "$build"
package=$(ls "$work"/package/zhibao_*.deb)
dpkg-deb -x "$package" "$work/root"
cd "$work/root/usr"
for file in bin/zhibao share/applications/cn.zhibao.Zhibao.desktop share/metainfo/cn.zhibao.Zhibao.metainfo.xml \
    share/icons/hicolor/scalable/apps/cn.zhibao.Zhibao.svg share/mime/packages/cn.zhibao.Zhibao.xml share/man/man1/zhibao.1.gz share/doc/zhibao/copyright; do
    [ -s "$file" ] || { echo "the package lacks $file"; exit 1; }
done
for library in libqt6widgets6 libqt6svg6 libqpdf29 libsodium23 poppler-utils qpdf zbar-tools fonts-noto-cjk; do
    dpkg-deb -f "$package" Depends | grep -q "$library" || { echo "the package does not depend on $library"; exit 1; }
done
find "$work/root" -name '*.otf' -o -name '*.ttf' | grep . && { echo "a font is in the package"; exit 1; }
env -i HOME="$work" LC_ALL=C.UTF-8 LSAN_OPTIONS="${LSAN_OPTIONS-}" bin/zhibao export share/zhibao/examples/贵州省市场监督管理局.json --output "$work/out"
[ "$(find "$work/out" -name '*.pdf' -size +1k | wc -l)" -eq 2 ]
