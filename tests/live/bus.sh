#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test on a session bus of its own with nobody else on it:
#   bus.sh TEST
set -euo pipefail

if ! command -v dbus-run-session > /dev/null; then
    echo "Notification tests need dbus-run-session."
    [[ ${PILOTHOUSE_REQUIRE_LIVE:-} == 1 ]] && exit 1
    exit 77
fi

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_RUNTIME_DIR=$home/run
mkdir -m 700 "$XDG_RUNTIME_DIR"

# A bus that starts nobody by itself.
cat > "$home/bus.conf" << 'CONF'
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF
dbus-run-session --config-file="$home/bus.conf" -- "$1"
