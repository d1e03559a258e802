#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The console beside its rivals on the same servers in the same run; packaging/bench starts this.

    fleet.py --programs DIR [--quick] [--npm DIR] NAME...      NAME: list memory churn idle start real

Prints one JSON line a figure on standard output and what it does on standard error. --quick is for tests: small fleets,
one run, no figure worth anything. Status 77: something that all of it needs is missing; 1: something could not run."""
import argparse
import json
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

from standin import HERE, CannotRun, Console, StandIn, World, say, together

TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io"
TABLE_QUERY = "/api/v1/pods?includeObject=None"


def figure(name, value, unit, bar=None, rival=None, rival_value=None, met=None):
    def short(number):
        return None if number is None else round(number, 4)
    print(json.dumps({"name": name, "value": short(value), "unit": unit, "bar": bar, "rival": rival,
                      "rival_value": short(rival_value), "met": met}), flush=True)


def against(name, value, unit, factor, rival, rival_value):
    """At most so many times what the rival takes."""
    bar = f"at most {factor:g} x {rival}"
    figure(name, value, unit, bar, rival, rival_value, value <= factor * rival_value)


def curl(ca, url, accept, *more):
    # The real server writes for people, indented, to whoever is called curl.
    return ["curl", "-sSf", "-A", "pilothouse-bench", "--cacert", ca, "-H", f"Accept: {accept}", *more,
            *(word for one in ([url] if isinstance(url, str) else url) for word in ("-o", "/dev/null", one))]


class Bench:
    def __init__(self, arguments, scratch):
        self.programs = arguments.programs
        self.quick = arguments.quick
        self.npm = arguments.npm
        self.scratch = scratch
        self.endpoints, self.pods = (3, 200) if self.quick else (10, 5000)
        self.runs = 1 if self.quick else 3
        self.count = 0

    def stand_in(self, pods=None):
        self.count += 1
        return StandIn(self.scratch / f"servers-{self.count}", self.endpoints, pods or self.pods)

    def console(self, mode, servers, seconds=0):
        return Console(self.programs, mode, servers.kubeconfig, servers.contexts, servers.pods, seconds)

    def least(self, action):
        """The runs' quickest, as that is the one that was disturbed least; peaks hardly differ."""
        return min(action() for _ in range(self.runs))

    def quiet(self, commands):
        with open(os.devnull, "wb") as nowhere:
            return together([(command, nowhere) for command in commands], {"HOME": str(self.scratch)})

    def kubectl(self, kubeconfig, contexts, *more):
        if not shutil.which("kubectl"):
            return None
        return self.least(lambda: self.quiet([
            ["kubectl", "--kubeconfig", kubeconfig, "--context", context, "--cache-dir", str(self.scratch / "cache"),
             "get", "pods", "-A", *more] for context in contexts]))

    def informer(self, kubeconfig):
        """Seconds and MiB of the JavaScript client, or nothing where npm cannot install it."""
        folder = self.npm or self.scratch / "npm"
        installed = folder / "installed"  # an installation that was cut short leaves its folders too
        if not installed.exists():
            folder.mkdir(parents=True, exist_ok=True)
            for name in ("package.json", "package-lock.json"):
                shutil.copy(HERE / "rivals" / name, folder / name)
            try:
                done = subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, stdout=sys.stderr,
                                      timeout=90 if self.quick else 300)
            except (FileNotFoundError, subprocess.TimeoutExpired) as error:
                say(f"npm did not install the JavaScript client: {error}")
                return None
            if done.returncode:
                return None
            installed.touch()
        best = None
        for _ in range(self.runs):
            run = subprocess.run(
                ["node", "--max-old-space-size=8192", str(HERE / "rivals/informer.mjs"), str(folder), kubeconfig],
                stdout=subprocess.PIPE, stderr=sys.stderr, timeout=300,
                env={**os.environ, "NODE_EXTRA_CA_CERTS": str(pathlib.Path(kubeconfig).parent / "ca.crt")})
            if run.returncode:
                raise CannotRun("The JavaScript informer failed: what it says above tells why.")
            one = json.loads(run.stdout)
            best = one if best is None or one["seconds"] < best["seconds"] else best
        return best

    def lists(self, prefix, console, table, same, servers_of_kubectl):
        """The figures of one list, beside everybody who lists the same."""
        kubeconfig, contexts = servers_of_kubectl
        rows = console["rows"]
        against(f"{prefix}: first rows", console["first_rows"], "s", 2, "curl, Table without objects", table[0])
        against(f"{prefix}: every column", console["complete"], "s", 1.5, "curl, the same bytes", same[0])
        text = self.kubectl(kubeconfig, contexts)
        if text:
            figure(f"{prefix}: first rows, times faster than kubectl", text[0] / console["first_rows"], "x", "at least 20",
                   "kubectl get pods -A, all at once (s)", text[0], text[0] >= 20 * console["first_rows"])
        else:
            say("kubectl is not installed: the figures beside it are left out.")
        peak = console["peak_mib"]
        whole = self.kubectl(kubeconfig, contexts, "-o", "json")
        if whole:
            against(f"{prefix}: peak memory", peak, "MiB", 0.1, "kubectl get pods -A -o json, all together", whole[1])
        script = self.informer(kubeconfig)
        if script and script["rows"] == rows:
            figure(f"{prefix}: every column", console["complete"], "s", None, "JavaScript informer", script["seconds"])
            against(f"{prefix}: peak memory", peak, "MiB", 0.25, "JavaScript informer", script["peak_mib"])
        else:
            figure(f"{prefix}: peak memory", peak, "MiB", "at most 0.25 x JavaScript informer",
                   "JavaScript informer: npm could not install it" if not script else "JavaScript informer: rows missing")

    def best_console(self, run):
        figures = [run() for _ in range(self.runs)]
        best = dict(min(figures, key=lambda one: one["complete"]))
        best["first_rows"] = min(one["first_rows"] for one in figures)
        best["peak_mib"] = max(one["peak_mib"] for one in figures)
        return best

    def list(self):
        with self.stand_in() as servers:
            console = self.best_console(lambda: self.console("list", servers).finish(120))
            asked = [entry for entry in servers.control(servers.urls[0], "log")["log"]
                     if entry["path"].startswith("/api/v1/pods") and "watch=" not in entry["path"]
                     and "as=Table" not in entry["accept"]]
            accept = asked[0]["accept"]
            paths = list(dict.fromkeys(entry["path"] for entry in asked))
            table = self.least(lambda: self.quiet([curl(servers.ca, url + TABLE_QUERY, TABLE) for url in servers.urls]))
            same = self.least(lambda: self.quiet(
                [curl(servers.ca, [url + path for path in paths], accept) for url in servers.urls]))
            self.lists(f"list {servers.pods} pods of {len(servers.urls)} endpoints", console, table, same,
                       (servers.kubeconfig, servers.contexts))

    def accept_of_console(self):
        """How the console asks for pods, which only a server can tell."""
        with StandIn(self.scratch / "probe", 1, 1) as servers:
            self.console("list", servers).finish(60)
            return [entry["accept"] for entry in servers.control(servers.urls[0], "log")["log"]
                    if entry["path"].startswith("/api/v1/pods") and "as=Table" not in entry["accept"]
                    and "watch=" not in entry["path"]][0]

    def real(self):
        script = os.environ.get("PILOTHOUSE_WORLD")
        if not script:
            say("PILOTHOUSE_WORLD names no script that starts a real API server: these figures are left out.")
            return
        accept = self.accept_of_console()
        tenants, each = (6, 8) if self.quick else (40, 250)
        with World(script, self.scratch / "world", tenants, each) as world:
            time.sleep(0 if self.quick else 20)  # its controllers have just made all of it
            listed = json.loads(subprocess.check_output(
                ["kubectl", "--kubeconfig", world.kubeconfig, "--context", world.context, "get", "--raw",
                 "/api/v1/pods?limit=1"]))
            pods = 1 + listed["metadata"].get("remainingItemCount", 0)
            console = self.best_console(lambda: Console(
                self.programs, "list", world.kubeconfig, [world.context], tenants * each).finish(120))
            secret = ("-H", f"@{world.headers}")
            table = self.least(lambda: self.quiet([curl(world.ca, world.url + TABLE_QUERY, TABLE, *secret)]))
            same = self.least(lambda: self.quiet([curl(world.ca, world.url + "/api/v1/pods", accept, *secret)]))
            alone = self.scratch / "world" / "alone"
            alone.touch(mode=0o600)
            alone.write_bytes(subprocess.check_output(["kubectl", "--kubeconfig", world.kubeconfig, "config", "view",
                                                       "--raw", "--minify", "--flatten", "--context", world.context]))
            self.lists(f"list {pods} pods of kube-apiserver", console, table, same, (str(alone), [world.context]))

    def memory(self):
        heaps = []
        for pods in (1, self.pods):
            with self.stand_in(pods) as servers:
                figures = self.console("list", servers).finish(120)
                heaps.append((figures["heap"], servers.pods))
        kept = (heaps[1][0] - heaps[0][0]) / (heaps[1][1] - heaps[0][1])
        figure(f"memory kept, {heaps[1][1]} pods", kept, "bytes a pod", "at most 600", None, None, kept <= 600)

    def churn(self):
        rate, seconds = (500, 5) if self.quick else (10000, 60)
        with self.stand_in() as servers:
            console = self.console("churn", servers, seconds)
            console.until("heap", 120)
            servers.churn(rate, seconds)
            figures = console.finish(seconds + 60)
            sent = sum(servers.control(url, "stats")["sent"] for url in servers.urls)
        what = f"churn of {rate} events/s for {seconds} s"
        figure(f"{what}: events sent", sent, "events", None, "what was asked for", rate * seconds)
        figure(f"{what}: stall, median", figures["stall_p50"], "ms")
        figure(f"{what}: stall, 99th percentile", figures["stall_p99"], "ms", "under 16 ms", None, None,
               figures["stall_p99"] < 16)
        figure(f"{what}: stall, longest", figures["stall_max"], "ms", "at most 50 ms", None, None,
               figures["stall_max"] <= 50)
        if figures["samples"] == 0:
            raise CannotRun("No changed pod has reached a row.")
        figure(f"{what}: event to row, median", figures["latency_p50"], "ms")
        figure(f"{what}: event to row, 99th percentile", figures["latency_p99"], "ms", "at most 250 ms", None, None,
               figures["latency_p99"] <= 250)
        figure(f"{what}: event to row, changes seen", figures["samples"], "events")
        figure(f"{what}: processor", figures["cpu_percent"], "% of a core")
        figure(f"{what}: memory gained", figures["heap_growth"] / 1e6, "MB")

    def idle(self):
        seconds = 3 if self.quick else 30
        with self.stand_in() as servers:
            figures = self.console("idle", servers, seconds).finish(seconds + 120)
        what = f"idle for {seconds} s, {self.endpoints} clusters"
        figure(f"{what}: processor", figures["cpu_percent"], "% of a core", "under 1 %", None, None,
               figures["cpu_percent"] < 1)
        figure(f"{what}: memory gained", figures["heap_growth"] / 1e3, "kB", "flat")

    def start(self):
        with self.stand_in(1) as servers:
            ours, empty = [], []
            for _ in range(2 if self.quick else 15):
                ours.append(self.console("start", servers).finish(30)["first_frame"])
                line = subprocess.check_output([str(self.programs / "bench_window"), str(time.monotonic_ns())],
                                               env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, timeout=30)
                empty.append(json.loads(line)["first_frame"])
        against("start to first painted frame, median", statistics.median(ours) * 1000, "ms", 5,
                "an empty Qt window", statistics.median(empty) * 1000)


def main():
    names = ["list", "memory", "churn", "idle", "start", "real"]
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--npm", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("names", nargs="+", choices=names)
    arguments = parser.parse_args()
    missing = [name for name in ("node", "curl", "openssl") if not shutil.which(name)]
    if missing:
        say(f"Not installed: {', '.join(missing)}. packaging/bench installs what benchmarks need.")
        return 77
    os.environ.pop("KUBECONFIG", None)
    # Whoever ends this early must not leave servers behind.
    signal.signal(signal.SIGTERM, lambda *unused: sys.exit(143))
    status = 0
    for name in arguments.names:
        say(f"== {name}, load {os.getloadavg()[0]:.1f}")
        with tempfile.TemporaryDirectory(prefix="pilothouse-bench-") as scratch:
            os.environ["XDG_RUNTIME_DIR"] = scratch  # nobody may be logged in, which Qt would tell each time
            try:
                getattr(Bench(arguments, pathlib.Path(scratch)), name)()
            except (CannotRun, OSError, subprocess.SubprocessError) as error:
                say(f"{name} could not run: {error}")
                status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
