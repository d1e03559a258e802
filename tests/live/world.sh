#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts and stops the real servers that the live tests use:   world.sh up|down DIRECTORY
# The script that does it is $PILOTHOUSE_WORLD, or ../shared/world/world beside the checkout. Where it, etcd, Prometheus,
# Alertmanager or the Kubernetes programs are missing, the tests are skipped and this says why (status 77); with
# PILOTHOUSE_REQUIRE_LIVE=1 that is a failure.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
world=${PILOTHOUSE_WORLD:-$root/../shared/world/world}
directory=$2

skip() {
    echo "Live tests need real servers: $1"
    [[ ${PILOTHOUSE_REQUIRE_LIVE:-} == 1 ]] && exit 1
    exit 77
}

stop() {
    if [[ -f $directory/world.json ]]; then
        "$world" down --dir "$directory"
    fi
}

[[ -x $world ]] || skip "there is no $world. Set PILOTHOUSE_WORLD to the script that starts them."
case $1 in
    up)
        for program in etcd prometheus prometheus-alertmanager openssl python3 kubectl; do
            command -v "$program" > /dev/null || skip "$program is not installed."
        done
        if [[ -n ${KUBEBUILDER_ASSETS:-} && ! -x $KUBEBUILDER_ASSETS/kube-apiserver ]]; then
            skip "KUBEBUILDER_ASSETS=$KUBEBUILDER_ASSETS holds no kube-apiserver."
        fi
        # On a busy machine a control plane now and then loses the race with its own start; it is given three tries.
        for try in 1 2 3; do
            stop
            rm -rf "$directory"
            mkdir -p "$directory"
            # The servers stay: what holds our output open would keep the test runner waiting.
            if "$world" up --dir "$directory" --tenants 6 > "$directory.log" 2>&1; then
                cat "$directory.log"
                exit 0
            fi
            tail -n 3 "$directory.log"
            echo "The servers did not start (try $try)."
        done
        stop
        skip "they did not start."
        ;;
    down)
        stop
        ;;
    *)
        sed -n '4,7s/^# //p' "${BASH_SOURCE[0]}"
        exit 2
        ;;
esac
