# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window on a real desktop with real servers, as a screen reader meets it: desktop.sh runs this."""
import json, os, pathlib, sys, time

from drive import App

program = sys.argv[1]
pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
urls = json.load(open(os.path.join(os.environ["PILOTHOUSE_WORLD_DIR"], "world.json")))["urls"]
command = [program, "--kubeconfig", urls["kubeconfig"], "--prometheus", "world=" + urls["prometheus"]]


def eventually(what, check, seconds=15):
    deadline = time.monotonic() + seconds
    while True:
        try:
            found = check()
            if found:
                return found
        except LookupError:
            found = None
        if time.monotonic() > deadline:
            raise AssertionError(f"{what}: last seen {found!r}\n{app.tree()}")
        time.sleep(0.1)


app = App(command)
eventually("six tenants in the table", lambda: len(app.table("Tenants")) == 6)
first = app.table("Tenants")[0]
print("a row:", first)
assert first["Cluster"] == "world" and first["Running"] == "8", first
eventually("the rows are live", lambda: all(row["Freshness"].startswith("live") for row in app.table("Tenants")))
chip = eventually("the chip says how the cluster is", lambda: app.find("push button", "Cluster world, live", wait=0))
assert "olga.operator" in chip.get_description(), chip.get_description()
if pictures:
    app.screenshot(str(pictures / "desktop.png"))

app.type("text", "Filter", "tier:gold")
eventually("two gold tenants", lambda: [row["Tenant"] for row in app.table("Tenants")] == ["tenant-000", "tenant-003"]
           or sorted(row["Tenant"] for row in app.table("Tenants")) == ["tenant-000", "tenant-003"])
app.type("text", "Filter", "nosuchcolumn:x")
eventually("the mistake is explained", lambda: [name for name in app.texts() if "nosuchcolumn" in name])
app.type("text", "Filter", "")
eventually("all are back", lambda: len(app.table("Tenants")) == 6)
status = app.stop()
assert status == 0, status
settings = pathlib.Path(os.environ["XDG_CONFIG_HOME"]) / "pilothouse" / "pilothouse.ini"
assert settings.exists() and settings.stat().st_mode & 0o077 == 0, oct(settings.stat().st_mode)
print("the window was driven through the accessibility bus")
