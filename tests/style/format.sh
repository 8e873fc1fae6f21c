#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# format.sh STYLE FOLDER...: fails where a C++ source below the folders is not as clang-format makes it of the style, a
# file like .clang-format. `clang-format -i FILE` mends it.
set -euo pipefail
style=$1
shift
mapfile -d '' sources < <(find "$@" \( -name '*.cpp' -o -name '*.h' \) -print0)
[ ${#sources[@]} -gt 0 ] || { echo "no sources below $*"; exit 1; }
clang-format --style="file:$style" --dry-run --Werror --ferror-limit=1 "${sources[@]}"
echo "${#sources[@]} files, all of them in the style"
