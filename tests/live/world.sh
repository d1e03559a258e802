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

# A busy API server may still be making its default roles when the script looks for one of them, and the script gives up
# although all is there or about to be. What it would have waited for is waited for here.
settled() {
    local kubectl=(kubectl --kubeconfig "$directory/kubeconfig" --context admin@world)
    local prometheus
    [[ -f $directory/world.json && -f $directory/kubeconfig ]] || return 1
    prometheus=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["urls"]["prometheus"])' "$directory/world.json") || return 1
    for _ in $(seq 60); do
        if "${kubectl[@]}" get clusterrole view -o 'jsonpath={.rules[0].verbs}' 2> /dev/null | grep -q get \
            && "${kubectl[@]}" wait deployment --all -A --for=condition=available --timeout=60s > /dev/null \
            && curl -sf "$prometheus/api/v1/query" --data-urlencode \
                'query=count(count by (namespace) (rate(http_requests_total[5s])))' | grep -q '"6"'; then
            return 0
        fi
        sleep 1
    done
    return 1
}

[[ -x $world ]] || skip "there is no $world. Set PILOTHOUSE_WORLD to the script that starts them."
case $1 in
    up)
        for program in etcd prometheus prometheus-alertmanager openssl python3 kubectl curl; do
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
            if grep -q 'clusterroles/view: 404' "$directory.log" && settled; then
                echo "The servers are there all the same."
                exit 0
            fi
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
