"""`trellis check` says what is weak in a set-up, and how to mend it."""
import socket
import subprocess
from pathlib import Path

import pytest
from program import PROGRAM, Server, make_demonstration
from raw import say


@pytest.fixture(scope="module")
def where(tmp_path_factory):
    return make_demonstration(tmp_path_factory.mktemp("checked"))


def check(where, *more):
    done = subprocess.run([PROGRAM, "check", *where, *more], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)
    return done.returncode, done.stdout


def test_a_fresh_set_up_is_sound_and_told_what_is_still_weak(where):
    status, said = check(where, "--port", "1")
    assert status == 0 and "All is sound" in said
    for line in ("Fine: Only its owner can open the data folder.", "Weak: No backup was ever made", "Weak: No backup was ever restored",
                 "Weak: No public address was named"):
        assert line in said
    assert said.count("Mend: ") == said.count("Weak: ")
    assert check(where, "--port", "1", "--strict")[0] == 1


def test_a_folder_that_others_can_open_is_wrong(where):
    folder = where[1]
    subprocess.run(["chmod", "755", folder], check=True)
    try:
        status, said = check(where, "--port", "1")
        assert status == 1 and "Wrong: Other users of this machine can open the data folder" in said and "chmod -R go-rwx" in said
    finally:
        subprocess.run(["chmod", "700", folder], check=True)


def test_a_key_that_others_can_read_is_refused(where):
    Path(where[3]).chmod(0o644)
    try:
        done = subprocess.run([PROGRAM, "check", *where], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)
        assert done.returncode == 1 and "chmod 600" in done.stderr
    finally:
        Path(where[3]).chmod(0o600)


def test_a_backup_and_a_drill_are_remembered(where, tmp_path):
    def run(*words):
        return subprocess.run([PROGRAM, *words], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120, check=True)
    run("backup", str(tmp_path / "one.backup"), *where)
    run("restore", str(tmp_path / "one.backup"), "--data", str(tmp_path / "drill"), "--drill-for", where[1])
    _, said = check(where, "--port", "1")
    assert "Fine: The last backup is 0 days old." in said and "Fine: A backup was restored to try it 0 days ago." in said


def test_a_port_open_to_the_world_is_wrong_and_one_for_this_machine_is_fine(where):
    for address, words in (("0.0.0.0", "Wrong: Port"), ("127.0.0.1", "Fine: Port")):
        with socket.create_server((address, 0)) as listener:
            assert words in check(where, "--port", str(listener.getsockname()[1]))[1]


def test_an_address_without_tls_is_wrong(where):
    assert "Wrong: http://send.example.org is not encrypted." in check(where, "--port", "1", "--public-address", "http://send.example.org")[1]


REFUSED = [
    ["--bind", "0.0.0.0"], ["--bind", "0.0.0.0", "--public-address", "https://send.example.org"], ["--bind", "everywhere"],
    ["--bind", "0.0.0.0", "--public-address", "http://send.example.org", "--trust-proxy", "10.0.0.5"],
    ["--public-address", "send.example.org"], ["--trust-proxy", "10.0.0.0/33"], ["--log", "everything"], ["--port", "70000"],
]


@pytest.mark.parametrize("options", REFUSED, ids=" ".join)
def test_the_server_refuses_to_stand_in_the_open(where, options):
    done = subprocess.run([PROGRAM, "serve", *where, *options], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=30)
    assert done.returncode == 2 and done.stderr.strip()


def test_the_public_name_is_answered_and_tls_is_believed_from_the_proxy_alone(where, tmp_path):
    server = Server([*where, "--public-address", "https://send.example.org"], tmp_path / "log", command="serve")
    try:
        host = b"GET /assets/trellis.svg HTTP/1.1\r\nHost: send.example.org\r\nConnection: close\r\n"
        plain, secure = say(server.address, host + b"\r\n"), say(server.address, host + b"X-Forwarded-Proto: https\r\n\r\n")
        assert plain.statuses == secure.statuses == [200]
        assert b"\r\nStrict-Transport-Security: max-age=63072000\r\n" in secure.bytes and b"Strict-Transport" not in plain.bytes
    finally:
        server.stop()
