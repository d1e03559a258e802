#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test on a session bus of its own, once with GNOME's keyring on it and once with nobody:
#   keyring.sh TEST
set -euo pipefail

for program in dbus-run-session gnome-keyring-daemon; do
    command -v "$program" > /dev/null && continue
    echo "Keyring tests need $program."
    [[ ${PILOTHOUSE_REQUIRE_LIVE:-} == 1 ]] && exit 1
    exit 77
done

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_DATA_HOME=$home/.local/share XDG_CONFIG_HOME=$home/.config XDG_RUNTIME_DIR=$home/run
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset XDG_CURRENT_DESKTOP KDE_FULL_SESSION GNOME_KEYRING_CONTROL

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
session=(dbus-run-session --config-file="$home/bus.conf" --)

PILOTHOUSE_KEYRING=no "${session[@]}" "$1"
# The keyring ends with its bus.
# shellcheck disable=SC2016
PILOTHOUSE_KEYRING=yes "${session[@]}" bash -c \
    'printf pilothouse | gnome-keyring-daemon --unlock --components=secrets > /dev/null && exec "$1"' keyring "$1"
