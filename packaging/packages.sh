# shellcheck shell=bash disable=SC2034
# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Which Debian packages Pilothouse needs and why, and how they get onto the machine. Sourced by `run`, `test` and `bench`.

# To build.
build_packages=(
    cmake             # the build's language, 3.25
    ninja-build       # what the presets generate for
    g++               # C++20
    ccache            # the second build takes seconds
    qt6-base-dev      # Qt's core, network, widgets and test libraries
    qt6-charts-dev    # the usage lines of the detail pane
    libqt6opengl6-dev # Qt Charts' own CMake files ask for it
    qt6-svg-dev       # icons
    qt6-tools-dev     # CMake's side of the translations
    qt6-l10n-tools    # lupdate and lrelease
    libsimdjson-dev   # answers of API servers and Prometheus
    libyaml-cpp-dev   # kubeconfig files
    libssl-dev        # private keys of client certificates; the journal's signatures
    libsqlite3-dev    # the journal's pages are sealed below QtSql's driver, which uses the same library
    nlohmann-json3-dev # objects of the sandbox, and patches of them
    libmicrohttpd-dev # the sandbox serves HTTP with it
    qtkeychain-qt6-dev # refresh tokens of logins, in the secret service of the desktop
)

# To run. The libraries come with the packages above.
run_packages=(
    ca-certificates   # clusters whose kubeconfig names no authority of its own
    fonts-dejavu-core # a bare system has no font at all
    libqt6sql6-sqlite # QtSql's driver for the journal
    libqt6svg6        # Qt loads SVG icons through this plugin
    libsecret-1-0     # the way to GNOME's secret service; without it logins are not remembered
)
if [[ -n ${WAYLAND_DISPLAY:-} ]]; then
    run_packages+=(qt6-wayland) # a window of its own there; elsewhere nobody needs it
fi

# To run the sandbox with metrics and alerts. Their services are not left running on the machine.
sandbox_packages=(
    prometheus              # really measures the sandbox, and judges its objectives
    prometheus-alertmanager # holds its alerts
)

# To test.
test_packages=(
    appstream          # judges the metadata for software centres
    desktop-file-utils # judges the desktop entry
    openssl            # the certificates that tests present: expired, for another name, signed by nobody
)

# To test against real servers; wanted only where there is a world to start, see CONTRIBUTING.md.
live_packages=(
    etcd-server             # kube-apiserver keeps its objects there
    prometheus              # really used CPU and memory
    prometheus-alertmanager # alerts
    python3                 # the script that starts them
    xz-utils                # it unpacks Kubernetes
    openssl                 # it makes the certificates
    curl                    # asks Prometheus beside us, for comparison
    nodejs                  # runs the OpenID provider that logins are tested against
    gnome-keyring           # a secret service that remembers logins
    # A desktop of its own for tests that press buttons as a screen reader would:
    xvfb xauth openbox dbus at-spi2-core gir1.2-atspi-2.0 python3-gi imagemagick
)
# Another package's kubectl (a vendor's, say) owns the same path as Debian's: keep what is there.
if ! command -v kubectl >/dev/null; then
    live_packages+=(kubernetes-client) # kubectl, whose figures ours are compared with
fi

# Likewise npm, which comes with some vendors' nodejs and would conflict with it; it fetches that provider.
if ! command -v npm >/dev/null; then
    live_packages+=(npm)
fi

# To measure, beside the rivals; see packaging/bench.
bench_packages=(
    nodejs  # the stand-in API servers, and the JavaScript client that other consoles use
    npm     # it fetches that client; without it its figures are left out
    curl    # the least time that reading a list can take
    openssl # the certificate of the stand-in servers
    python3 # starts and measures all of them
)
# Other packages of Node.js bring npm themselves, and cannot be installed beside Debian's.
if command -v node >/dev/null && command -v npm >/dev/null; then
    bench_packages=("${bench_packages[@]:2}")
fi
if ! command -v kubectl >/dev/null; then
    bench_packages+=(kubernetes-client) # kubectl get pods -A, the rival
fi

# Packages above that bring a system service. Tests start their own processes; the machine's owner asked for no server.
declare -A services=([etcd-server]=etcd [prometheus]=prometheus [prometheus-alertmanager]=prometheus-alertmanager)

say() { printf '\n== %s\n' "$*"; }
complain() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

can_install() { [[ $EUID -eq 0 ]] || command -v sudo >/dev/null; }
as_root() { if [[ $EUID -eq 0 ]]; then "$@"; else sudo "$@"; fi; }

# Those of the named packages that are not installed, one a line.
missing_packages() {
    local installed package
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null | sed -n 's/ installed$//p') || true
    for package in "$@"; do
        grep -qxF -- "$package" <<<"$installed" || printf '%s\n' "$package"
    done
}

# Keeps new services from starting while they are installed. An existing policy is the machine owner's: it stays.
policy=/usr/sbin/policy-rc.d
hold_services() {
    [[ -e $policy ]] && return
    held=yes
    trap release_services EXIT
    # 101: not allowed; the installation goes on.
    # shellcheck disable=SC2016
    printf '#!/bin/sh\ncase "$1" in etcd|prometheus|prometheus-alertmanager) exit 101;; esac\nexit 0\n' |
        as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
}
release_services() {
    [[ ${held:-} == yes ]] || return 0
    held=
    as_root rm -f "$policy"
}

# Keeps them from starting with the next boot.
disable_services() {
    local package unit
    command -v systemctl >/dev/null || return 0
    for package in "$@"; do
        [[ -n ${services[$package]:-} ]] || continue
        unit=${services[$package]}.service
        as_root systemctl --quiet disable "$unit" || complain "$unit may start with the machine: systemctl disable $unit"
        # Without systemd as the first process there is nothing to stop.
        if [[ -d /run/systemd/system ]]; then
            as_root systemctl stop "$unit" || complain "$unit may be running: systemctl stop $unit"
        fi
    done
}

# install_packages PACKAGE...: installs what is missing of them. Returns 1 when that is not possible, after saying why.
# PILOTHOUSE_NO_INSTALL=1 leaves the machine as it is.
install_packages() {
    local missing
    [[ ${PILOTHOUSE_NO_INSTALL:-} == 1 ]] && return 0
    if ! command -v dpkg-query >/dev/null; then
        complain "this is no Debian, so nothing is installed; what Debian calls $* has to be there"
        return 0
    fi
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if ! can_install; then
        complain "these packages are missing: ${missing[*]}"
        complain "install them as root (apt-get install --no-install-recommends ${missing[*]}) and start this again"
        return 1
    fi
    say "Installing ${missing[*]}"
    as_root apt-get update -q || complain "the package lists could not be refreshed; trying with those that are here"
    hold_services
    if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"; then
        complain "these packages could not be installed: ${missing[*]}; what apt-get says above tells why"
        release_services
        return 1
    fi
    release_services
    disable_services "${missing[@]}"
}

# Lets ccache find what another checkout of the same sources has compiled.
use_ccache() {
    export CCACHE_BASEDIR=$1 CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
}
