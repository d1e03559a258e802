#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a script that drives the real window through the accessibility bus, on a desktop of its own:
#   desktop.sh SCRIPT PROGRAM [PICTURES]
# The desktop and the driver lie beside the script that starts the real servers, see world.sh.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
tools=$(dirname "${PILOTHOUSE_WORLD:-$root/../shared/world/world}")

skip() {
    echo "Desktop tests need a desktop: $1"
    [[ ${PILOTHOUSE_REQUIRE_LIVE:-} == 1 ]] && exit 1
    exit 77
}

[[ -f $PILOTHOUSE_WORLD_DIR/world.json ]] || skip "the real servers are not there."
[[ -x $tools/desktop && -f $tools/drive.py ]] || skip "there is no $tools/desktop."
for program in xvfb-run dbus-run-session openbox import; do
    command -v "$program" > /dev/null || skip "$program is not installed."
done
/usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2> /dev/null || skip "gir1.2-atspi-2.0 is not installed."

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_CONFIG_HOME=$home/.config PYTHONPATH=$tools PYTHONDONTWRITEBYTECODE=1
unset KUBECONFIG QT_QPA_PLATFORM
"$tools/desktop" -- /usr/bin/python3 "$@"
