# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts what the benchmarks measure against, and measures processes."""
import contextlib
import json
import os
import pathlib
import signal
import ssl
import subprocess
import sys
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent


class CannotRun(Exception):
    """What is missing, as a sentence."""


def say(text):
    print(text, file=sys.stderr, flush=True)


class StandIn:
    """Many API servers in one: see server/apiserver.mjs. Ends with this process, whatever happens to it."""

    def __init__(self, directory, endpoints, pods):
        self.directory = directory
        self.process = subprocess.Popen(
            ["node", str(HERE / "server/apiserver.mjs"), "--dir", str(directory), "--endpoints", str(endpoints),
             "--pods", str(pods), "--processes", str(os.cpu_count() or 1)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        line = self.process.stdout.readline()
        if not line:
            raise CannotRun("The stand-in API server did not start: what it says above tells why.")
        about = json.loads(line)
        self.kubeconfig, self.ca, self.urls, self.pods = (about[key] for key in ("kubeconfig", "ca", "urls", "pods"))
        self.contexts = [f"bench-{i:02}" for i in range(endpoints)]

    def control(self, url, what, method="GET"):
        context = ssl.create_default_context(cafile=self.ca)
        request = urllib.request.Request(f"{url}/bench/{what}", method=method)
        with urllib.request.urlopen(request, context=context, timeout=30) as answer:
            return json.load(answer)

    def churn(self, rate, seconds):
        for url in self.urls:
            self.control(url, f"churn?rate={rate / len(self.urls)}&seconds={seconds}", "POST")

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
            return
        self.process.terminate()


class World:
    """A real kube-apiserver with its pods, by the script that live tests use too."""

    def __init__(self, script, directory, tenants, pods):
        self.script, self.directory = script, directory
        say(f"Starting a real API server with {tenants * pods} pods; this takes minutes.")
        up = subprocess.run([script, "up", "--dir", str(directory), "--tenants", str(tenants), "--pods-per-tenant",
                             str(pods)], stdout=sys.stderr, stderr=sys.stderr)
        self.context = "admin@world"
        self.kubeconfig = str(directory / "kubeconfig")
        self.ca = str(directory / "ca.crt")
        if up.returncode:
            self.__exit__()
            raise CannotRun("The real API server did not start: what its script says above tells why.")
        config = json.loads(subprocess.check_output(
            ["kubectl", "--kubeconfig", self.kubeconfig, "config", "view", "--raw", "--minify", "--context", self.context,
             "-o", "json"]))
        self.url = config["clusters"][0]["cluster"]["server"]
        # In a file that only its owner can read: arguments of a process are there for everybody.
        self.headers = directory / "bench-headers"
        self.headers.touch(mode=0o600)
        self.headers.write_text(f"Authorization: Bearer {config['users'][0]['user']['token']}\n")

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        subprocess.run([self.script, "down", "--dir", str(self.directory)], stdout=sys.stderr, stderr=sys.stderr)


def together(commands, environment=None):
    """Runs the commands at the same time. (seconds until the last has ended, sum of their peaks in MiB, outputs)"""
    began = time.monotonic()
    processes = [subprocess.Popen(command, stdout=output, stderr=sys.stderr,
                                  env={**os.environ, **(environment or {})}) for command, output in commands]
    peak = 0
    failed = []
    for process, (command, _) in zip(processes, commands):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        peak += usage.ru_maxrss / 1024
        if process.returncode:
            failed.append(command[0])
    seconds = time.monotonic() - began
    if failed:
        raise CannotRun(f"{failed[0]} failed: what it says above tells why.")
    return seconds, peak


class Console:
    """bench_console with its window offscreen; its lines, merged."""

    def __init__(self, programs, mode, kubeconfig, contexts, pods, seconds=0):
        command = [str(programs / "bench_console"), "--mode", mode, "--pods", str(pods), "--seconds", str(seconds),
                   "--kubeconfig", kubeconfig]
        for context in contexts:
            command += ["--context", context]
        self.figures = {}
        command += ["--started", str(time.monotonic_ns())]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=sys.stderr,
                                        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})

    def until(self, key, limit):
        """Reads on until that figure is there."""
        signal.signal(signal.SIGALRM, lambda *unused: self.process.kill())
        signal.alarm(int(limit))
        while key not in self.figures:
            line = self.process.stdout.readline()
            if not line:
                signal.alarm(0)
                self.process.wait()
                raise CannotRun(f"The console ended, or was ended after {limit:.0f} s, before it had '{key}'.")
            self.figures.update(json.loads(line))
        signal.alarm(0)
        return self.figures

    def finish(self, limit):
        signal.signal(signal.SIGALRM, lambda *unused: self.process.kill())
        signal.alarm(int(limit))
        for line in self.process.stdout:
            self.figures.update(json.loads(line))
        status = self.process.wait()
        signal.alarm(0)
        if status:
            raise CannotRun(f"The console ended with status {status}.")
        return self.figures
