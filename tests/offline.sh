#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# offline.sh [--window] PROGRAM: runs a test program, or the window for some seconds, under strace, with all that it
# starts, and fails where one of them opens an internet socket, for whatever address.
set -euo pipefail
command=("${@: -1}")
expected=0
if [ "$1" = --window ]; then
    expected=124 # timeout's: a window stays open
fi
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
[ "$expected" -eq 0 ] || command=(timeout 5 "${command[@]}" --store "$place/window.db")
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 HOME=$place XDG_DATA_HOME=$place/data XDG_STATE_HOME=$place/state

# The internet sockets that a command and its children open, one a line; the command ends with the first argument.
sockets_of() {
    local status=0 wanted=$1
    shift
    strace -f --seccomp-bpf -qq -e trace=network -o "$place/trace" "$@" >"$place/output" 2>&1 || status=$?
    if [ "$status" -ne 0 ] && [ "$status" -ne "$wanted" ]; then
        cat "$place/output" >&2
        echo "$1 ended with $status" >&2
        return 1
    fi
    grep -E 'socket\(AF_INET6?,' "$place/trace" || true
}

# Control: what the shell opens here must be seen.
[ -n "$(sockets_of 0 bash -c 'exec 3<>/dev/udp/127.0.0.1/9')" ] || { echo "strace sees no sockets" >&2; exit 1; }
found=$(sockets_of "$expected" "${command[@]}")
echo "${command[*]}: ${found:-no internet socket}"
cat "$place/output"
[ -z "$found" ]
