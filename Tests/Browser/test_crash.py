"""Power that fails at any moment, and a disk that is full: what was confirmed is there, and nothing is there by half."""
import os
import random
import shutil
import subprocess
import threading
import time
import zipfile
from contextlib import contextmanager

import crawl
import pytest
from program import PROGRAM, Server, make_demonstration

LONG = bool(os.environ.get("TRELLIS_TEST_LONG"))
ROUNDS = 200 if LONG else 20
EDIT_ROUNDS = 20 if LONG else 2


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300, **options)


def run_well(*arguments):
    done = run(*arguments)
    assert done.returncode == 0, f"{arguments}\n{done.stdout}{done.stderr}"
    return done.stdout


def assert_sound(data):
    assert "All is sound" in run_well("check", "--data", data)


def register(data):
    return run_well("register", "--data", data, "--on", "2026-11-20")


class Files:
    """The files of the demonstration trust's first school, and folders that have read some of them."""

    def __init__(self, folder, demonstration):
        source, self.urn = demonstration / "data" / "demonstration-files", "999101"
        self.gias = source / "edubasealldata.csv"
        self.ctf = next((source / self.urn).glob("*_CTF_*.xml"))
        self.report, self.map = source / self.urn / "pupils.csv", source / "maps" / "pupils-long.json"
        self.bare, self.filled = folder / "bare", folder / "filled"
        run_well("init", "--data", self.bare, "--trust", "Larkfield Learning Trust")
        run_well("import", "gias", self.gias, "--data", self.bare, "--urn", self.urn)
        shutil.copytree(self.bare, self.filled)
        run_well(*self.reading("ctf", self.filled))

    def reading(self, kind, data):
        if kind == "ctf":
            return ["import", "ctf", self.ctf, "--data", data, "--school", self.urn]
        return ["import", "csv", self.report, "--data", data, "--school", self.urn, "--map", self.map]

    def before(self, kind):
        return self.bare if kind == "ctf" else self.filled


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    folder = tmp_path_factory.mktemp("crash-trust")
    make_demonstration(folder)
    return folder


@pytest.fixture(scope="module")
def files(tmp_path_factory, demonstration):
    return Files(tmp_path_factory.mktemp("crash"), demonstration)


@pytest.mark.parametrize("kind", ["ctf", "csv"])
def test_an_import_killed_at_any_moment_is_wholly_there_or_not_at_all(kind, files, tmp_path):
    chance, whole = random.Random(f"crash {kind}"), tmp_path / "whole"
    shutil.copytree(files.before(kind), whole)
    started = time.monotonic()
    run_well(*files.reading(kind, whole))
    length = time.monotonic() - started
    outcomes = {"before": register(files.before(kind)), "after": register(whole)}
    assert outcomes["before"] != outcomes["after"]
    seen = set()
    for _ in range(ROUNDS // 2):
        data = tmp_path / "round"
        shutil.copytree(files.before(kind), data)
        program = subprocess.Popen([PROGRAM, *map(str, files.reading(kind, data))], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, length * 1.1))
        program.kill()
        confirmed = program.wait() == 0
        assert_sound(data)
        outcome = register(data)
        assert outcome in outcomes.values()
        assert outcome == outcomes["after"] or not confirmed
        seen.add(outcome)
        run_well(*files.reading(kind, data))
        assert register(data) == outcomes["after"]
        shutil.rmtree(data)
    assert outcomes["before"] in seen


class Editor(threading.Thread):
    """Somebody who puts child after child on the register, and remembers what was answered as saved."""

    def __init__(self, address, mark):
        super().__init__(daemon=True)
        self.mark, self.saved = mark, []
        self.visitor, _ = crawl.arrive_as(address, "senco.1")
        self.go_on = True

    def run(self):
        for pupil in range(1, 1_000):
            try:
                if not self.go_on or not self.edit(pupil):
                    return
            except OSError:
                return

    def edit(self, pupil):
        page = self.visitor.get(f"/pupils/{pupil}/status")
        if page.status != 200:
            return page.status == 404  # somebody else's pupil
        form = next(form for form in page.tree.forms if form.action and form.action.endswith("/status"))
        answer = self.visitor.submit(form, provision="E", need="SLCN", reason=f"{self.mark} {pupil}")
        if answer.status == 200:
            self.saved.append(pupil)
        return True


def test_an_edit_that_was_answered_is_there_after_a_kill(demonstration, tmp_path):
    chance = random.Random("crash edits")
    for number in range(EDIT_ROUNDS):
        data, log = tmp_path / f"round{number}", tmp_path / f"log{number}"
        shutil.copytree(demonstration / "data", data)
        server = Server(["--data", str(data)], log)
        editor = Editor(server.address, f"Round {number} child")
        editor.start()
        time.sleep(chance.uniform(0.5, 3))
        server.process.kill()
        server.process.wait()
        editor.join(30)
        assert_sound(data)
        assert editor.saved
        server = Server(["--data", str(data)], log)
        try:
            visitor, _ = crawl.arrive_as(server.address, "senco.1")
            for pupil in editor.saved:
                assert f"Round {number} child {pupil}" in visitor.get(f"/pupils/{pupil}/trail").body.decode()
        finally:
            server.stop()


def test_a_backup_made_while_people_write_is_sound_elsewhere_and_holds_no_key(demonstration, tmp_path):
    data, backup, key = tmp_path / "data", tmp_path / "trust.backup", tmp_path / "key"
    shutil.copytree(demonstration / "data", data)
    shutil.copy(demonstration / "key", key)
    secrets = [line.split()[-1].encode() for line in key.read_text().splitlines()]
    server = Server(["--data", str(data), "--key", str(key)], tmp_path / "log")
    try:
        editor = Editor(server.address, "While copying, child")
        editor.start()
        while not editor.saved and editor.is_alive():
            time.sleep(0.02)
        first = list(editor.saved)
        run_well("backup", backup, "--data", data, "--key", key)
        editor.go_on = False
        editor.join(30)
        assert len(editor.saved) > len(first)
    finally:
        server.stop()
    with zipfile.ZipFile(backup) as archive:
        assert secrets and not any(secret in archive.read(name) for name in archive.namelist() for secret in secrets)
        assert not any("key" in name for name in archive.namelist())
    elsewhere = tmp_path / "elsewhere"
    run_well("restore", backup, "--data", elsewhere)
    assert_sound(elsewhere)
    assert not [path.name for path in elsewhere.rglob("*") if ".part" in path.name]
    assert register(elsewhere).count("\n") == register(data).count("\n")
    refused = run("restore", backup, "--data", elsewhere)
    assert refused.returncode == 1 and "already a trust" in refused.stderr


@contextmanager
def small_disk(place, size):
    place.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], capture_output=True).returncode != 0:
        pytest.skip("A small disk can be made only by root, where mounting is allowed.")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def test_a_full_disk_is_said_plainly_and_reading_goes_on(files, tmp_path):
    used = sum(path.stat().st_size for path in files.bare.rglob("*") if path.is_file())
    with small_disk(tmp_path / "disk", used + 400_000) as disk:
        data = disk / "data"
        shutil.copytree(files.bare, data)
        done = run(*files.reading("ctf", data))
        assert done.returncode == 1
        assert "disk is full" in done.stderr
        assert run("gaps", "--data", data).returncode == 0
        assert_sound(data)
        assert "999" in run_well("register", "--data", files.filled, "--on", "2026-11-20")
