#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# hardening_test.sh PROGRAM FORTIFIED: fails where a built program lacks what makes a fault in memory hard to use; FORTIFIED
# is ON where it has calls that are to check the sizes they know of.
set -euo pipefail
program=$1
fortified=$2
failed=0
# need WHAT OPTION PATTERN: what readelf shows with the option has a line like that; else it is told what is wrong.
need() {
    readelf -W "$2" "$program" | grep -E "$3" >/dev/null || { echo "$program: $1"; failed=1; }
}
need "its place in memory is fixed (no PIE)" -h 'Type: +DYN'
need "its relocations can be written (no RELRO)" -l '^ +GNU_RELRO '
need "its functions are bound late (no BIND_NOW)" -d 'BIND_NOW|FLAGS_1.*NOW'
need "its stack can be run, or nobody said (GNU_STACK)" -l '^ +GNU_STACK( +0x[0-9a-f]+)+ +RW +0x'
need "its stack is not watched (no stack protector)" -s '__stack_chk_fail@'
[ "$fortified" = OFF ] || need "the sizes of its calls are not checked (no _FORTIFY_SOURCE)" -s '__[a-z]+_chk@'
exit "$failed"
