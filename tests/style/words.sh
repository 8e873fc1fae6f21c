#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# words.sh PATH...: fails where a text for people, in the files or below the folders, has a word for which the program
# has another.
set -euo pipefail
fault=0

# instead PATTERN WORDS PATH...
instead() {
    local pattern=$1 words=$2
    shift 2
    if LC_ALL=C.UTF-8 grep -rnP "$pattern" "$@"; then
        echo "say $words"
        fault=1
    fi
}

[ -n "$(find "$@" -type f)" ] || { echo "no files below $*"; exit 1; }
instead '科室' '处室' "$@"
instead '办结' '解决 (of a comment)' "$@"
instead '恢复(?!到|版本)' '重做, 还原 (a backup), 修复 (a damaged store); 恢复 is for versions' "$@"
instead '备份[^，。；<]{0,4}恢复' '从备份还原' "$@"
exit "$fault"
