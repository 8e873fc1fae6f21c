#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# tidy.sh CHECKS [OPTION...] SOURCE -- COMMAND...: clang-tidy, with the checks of a file like .clang-tidy, over one source
# that COMMAND compiles. Every finding fails; says nothing where there is none. Sources that include libqpdf's headers are
# passed over: clang 14 takes them for wrong, as C++20 with GCC 12's library (a vector of a class that is not complete).
# So is what moc writes.
set -euo pipefail
checks=$1
shift
source=
for word in "$@"; do
    [ "$word" != -- ] || break
    source=$word
done
if [[ $source == */document/pdf*.cpp || $source == */mocs_compilation.cpp ]]; then
    exit 0
fi
status=0
# What clang itself warns of is left to g++.
output=$(clang-tidy --config-file="$checks" --quiet --extra-arg=-w "$@" 2>&1) || status=$?
[ "$status" -eq 0 ] || echo "$output"
exit "$status"
