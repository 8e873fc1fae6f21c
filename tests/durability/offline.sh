#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# offline.sh ZHIBAO TESTS...: runs the window and the test programs under strace, with all that they start, and fails
# where one of them opens an internet socket, for whatever address.
set -euo pipefail
program=$1
shift
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 HOME=$place XDG_DATA_HOME=$place/data XDG_STATE_HOME=$place/state
# strace takes the place that the sanitizers' search for leaks needs.
export ASAN_OPTIONS=detect_leaks=0

# The internet sockets that a command and its children open, one a line.
sockets_of() {
    local status=0
    strace -f --seccomp-bpf -qq -e trace=network -o "$place/trace" "$@" >"$place/output" 2>&1 || status=$?
    if [ "$status" -ne 0 ] && [ "$status" -ne "$expected" ]; then
        echo "$1 ended with $status" >&2
        tail -n 20 "$place/output" >&2
        return 1
    fi
    grep -E 'socket\(AF_INET6?,' "$place/trace" || true
}

failed=0
check() {
    local name=$1 found
    shift
    found=$(sockets_of "$@")
    echo "$name: ${found:-no internet socket}"
    [ -z "$found" ] || failed=1
}

expected=0
# Control: what the shell opens here must be seen.
[ -n "$(sockets_of bash -c 'exec 3<>/dev/udp/127.0.0.1/9')" ] || { echo "strace sees no sockets" >&2; exit 1; }
for test in "$@"; do
    check "$(basename "$test")" "$test"
done
expected=124 # timeout's: a window stays open
check "the window" timeout 5 "$program" --store "$place/window.db"
exit "$failed"
