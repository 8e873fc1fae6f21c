#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# Runs every measurement on a Release build and prints the figures, each beside its peer or its growth.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=${1:-build/test}
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
echo "== export"
"$build"/tests/bench/bench_export "$build"/zhibao "$build"/tests/generate/generate_report "$(command -v soffice)"
echo "== store"
"$build"/tests/bench/bench_store "${TMPDIR:-/dev/shm}"
echo "== receive"
"$build"/tests/bench/bench_receive "${TMPDIR:-/dev/shm}"
echo "== feel"
"$build"/tests/bench/bench_feel
for rows in 300 3000 30000; do
    "$build"/tests/bench/bench_feel $rows
done
echo "== comparison"
"$build"/tests/bench/bench_comparison resources/notices/2023-9.json
echo "== intake"
"$build"/tests/bench/bench_intake resources/notices/2023-9.json
echo "== password"
"$build"/tests/bench/bench_password
