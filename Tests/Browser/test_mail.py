"""Outgoing mail from the command line, through a real mail server, and a program that dies while it sends."""
import json
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from program import PROGRAM

PASSWORD = "correct horse é"


class PostOffice:
    """Tests/Oracles/smtp_server.py; it ends when it is no longer spoken to."""

    def __init__(self, folder):
        script = Path(__file__).resolve().parents[1] / "Oracles" / "smtp_server.py"
        self.process = subprocess.Popen([sys.executable, script, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.doors = json.loads(self.process.stdout.readline())

    def inbox(self, address):
        self.process.stdin.write(f"inbox {address}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=10)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    office = PostOffice(tmp_path_factory.mktemp("post-office"))
    yield office
    office.close()


class Trust:
    def __init__(self, folder):
        self.folder, self.where = folder, ["--data", str(folder / "data"), "--key", str(folder / "keys")]
        self.run("init", "--trust", "Larkfield Learning Trust")

    def try_to(self, *words, typed=None):
        return subprocess.run([PROGRAM, *words, *self.where], input=typed, capture_output=True, text=True, timeout=60)

    def run(self, *words, typed=None):
        done = self.try_to(*words, typed=typed)
        assert done.returncode == 0, f"{words}\n{done.stdout}{done.stderr}"
        return done.stdout

    def set_up(self, port, *more, typed=None):
        return self.run("mail", "set", "--host", "127.0.0.1", "--port", str(port), "--sender", "trellis@example.org",
                        "--address", "https://trellis.example.org", *more, typed=typed)

    def queue(self):
        return json.loads(self.run("mail", "queue", "--json"))

    @property
    def database(self):
        return self.folder / "data" / "trellis.sqlite"


@pytest.fixture
def trust(tmp_path):
    return Trust(tmp_path)


def test_a_letter_goes_out_encrypted_and_signed_in_and_the_password_is_nowhere_to_be_read(trust, office):
    assert "not set up" in trust.run("mail", "show")
    refused = trust.try_to("mail", "test", "--to", "amira@example.org")
    assert refused.returncode == 1 and "not set up" in refused.stderr
    signing_in = ["--user", "trellis", "--certificates", office.doors["certificates"], "--password-stdin"]
    trust.set_up(office.doors["login"], *signing_in, typed=PASSWORD + "\n")
    assert PASSWORD not in trust.run("mail", "show")
    assert "Sent." in trust.run("mail", "test", "--to", "amira@example.org")
    [letter] = office.inbox("amira@example.org")
    assert letter["encrypted"] and letter["signedIn"] and not letter["defects"]
    assert letter["subject"] == "A test from Trellis"
    assert [(line["state"], line["to"]) for line in trust.queue()] == [("sent", "amira@example.org")]
    assert "1 sent" in trust.run("mail", "queue")
    for file in (trust.folder / "data").rglob("*"):
        assert not file.is_file() or PASSWORD.encode() not in file.read_bytes()
    assert "shows links" in trust.run("mail", "stop")
    assert "not set up" in trust.run("mail", "show")


def test_a_wrong_password_and_a_silent_server_are_said_plainly(trust, office):
    wrong = trust.folder / "password"
    wrong.write_text("wrong\n")
    trust.set_up(office.doors["login"], "--user", "trellis", "--certificates", office.doors["certificates"], "--password-file", str(wrong))
    refused = trust.try_to("mail", "test", "--to", "tom@example.org")
    assert refused.returncode == 1 and "does not accept the name or the password" in refused.stderr
    trust.set_up(1, "--security", "none")
    refused = trust.try_to("mail", "test", "--to", "tom@example.org")
    assert refused.returncode == 1 and "Not sent yet" in refused.stderr and "tried again" in refused.stderr
    assert [line["state"] for line in trust.queue()] == ["waiting", "waiting"]
    assert not office.inbox("tom@example.org")


def test_what_is_wrong_with_a_setting_is_said_and_nothing_is_kept(trust):
    refused = trust.try_to("mail", "set", "--host", "smtp.example.org", "--security", "none", "--sender", "trellis", "--address", "http://trellis.example.org")
    assert refused.returncode == 1
    for words in ("could read the mail", "not an e-mail address", "https://"):
        assert words in refused.stderr
    assert trust.try_to("mail", "set", "--host", "smtp.example.org", "--security", "maybe", "--sender", "a@example.org", "--address", "https://a.example.org").returncode == 2
    assert "not set up" in trust.run("mail", "show")


def test_a_letter_whose_sender_died_is_never_sent_again_by_itself(trust, office):
    trust.set_up(office.doors["plain"], "--security", "none")
    address = "hangs-ruth@example.org"
    sender = subprocess.Popen([PROGRAM, "mail", "test", "--to", address, *trust.where], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 30
    while not office.inbox(address):
        assert time.monotonic() < until and sender.poll() is None
        time.sleep(0.02)
    sender.kill()
    sender.wait()
    trust.run("mail", "test", "--to", "helen@example.org")
    assert {line["to"]: line["state"] for line in trust.queue()} == {address: "sending", "helen@example.org": "sent"}
    ten_minutes_pass(trust)
    trust.run("mail", "test", "--to", "helen@example.org")
    assert {line["to"]: line["state"] for line in trust.queue()} == {address: "perhaps", "helen@example.org": "sent"}
    assert "perhaps sent" in trust.run("mail", "queue")
    assert len(office.inbox(address)) == 1 and len(office.inbox("helen@example.org")) == 2


def test_a_letter_that_waits_outlives_the_program(trust, office):
    trust.set_up(1, "--security", "none")
    assert trust.try_to("mail", "test", "--to", "grace@example.org").returncode == 1
    trust.set_up(office.doors["plain"], "--security", "none")
    ten_minutes_pass(trust)
    trust.run("mail", "test", "--to", "peter@example.org")
    assert len(office.inbox("grace@example.org")) == 1


def test_a_restored_backup_sends_nothing_again(trust, office, tmp_path):
    trust.set_up(1, "--security", "none")
    trust.try_to("mail", "test", "--to", "dev@example.org")
    trust.set_up(office.doors["plain"], "--security", "none")
    trust.run("backup", str(tmp_path / "trust.backup"))
    ten_minutes_pass(trust)
    trust.run("mail", "test", "--to", "peter-2@example.org")
    assert len(office.inbox("dev@example.org")) == 1
    trust.where = ["--data", str(tmp_path / "elsewhere"), "--key", trust.where[3]]
    trust.run("restore", str(tmp_path / "trust.backup"))
    trust.run("mail", "test", "--to", "peter-3@example.org")
    assert len(office.inbox("dev@example.org")) == 1
    assert {line["to"]: line["state"] for line in trust.queue()} == {"dev@example.org": "perhaps", "peter-3@example.org": "sent"}


def ten_minutes_pass(trust):
    """The program asks the machine's clock, so what it wrote down is moved back instead."""
    with sqlite3.connect(trust.database) as database:
        database.execute("UPDATE mail_letter SET lease_until = '2020-01-01T00:00:00.000Z' WHERE lease_until IS NOT NULL")
        database.execute("UPDATE mail_letter SET due_at = '2020-01-01T00:00:00.000Z' WHERE state = 'waiting'")
    database.close()
