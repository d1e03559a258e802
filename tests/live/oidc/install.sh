#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Puts the OpenID provider that tst_live_oidc talks to into a folder:   install.sh DIRECTORY
# Where Node or npm are missing, or the packages cannot be had, the test is skipped and this says why (status 77); with
# PILOTHOUSE_REQUIRE_LIVE=1 that is a failure.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
directory=$1

skip() {
    echo "The OpenID tests need a real provider: $1"
    [[ ${PILOTHOUSE_REQUIRE_LIVE:-} == 1 ]] && exit 1
    exit 77
}

command -v node > /dev/null || skip "node is not installed."
command -v npm > /dev/null || skip "npm is not installed."
mkdir -p "$directory"
cp "$here/provider.mjs" "$here/package.json" "$directory"
if cmp -s "$here/package-lock.json" "$directory/package-lock.json" && [[ -d $directory/node_modules/oidc-provider ]]; then
    exit 0
fi
cp "$here/package-lock.json" "$directory"
(cd "$directory" && npm ci --no-audit --no-fund) || { rm -f "$directory/package-lock.json"; skip "npm ci failed."; }
