"""Schemathesis believes what the API says of itself, and tries to prove it wrong."""
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from program import PROGRAM, Server, make_demonstration

# So many tokens take turns, because each may ask 600 times a minute.
TOKENS = 8
SCOPES = ["register.read", "register.write", "figures.read", "safety.read", "imports.read", "concerns", "notes.write"]
CONFIGURATION = """
[checks.positive_data_acceptance]
# Rules know more than a schema can say: a day after the last, a need that is recorded already.
expected-statuses = ["2xx", "304", "401", "404", "409", "412", "422"]
"""


class API:
    def __init__(self, where, address):
        self.where, self.address = where, address

    def token(self, account, scopes):
        words = [word for scope in scopes for word in ("--scope", scope)]
        made = subprocess.run([PROGRAM, "token", "make", *self.where, "--account", account, "--name", "Schemathesis", *words],
                              capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)
        assert made.returncode == 0, made.stderr
        return made.stdout.strip()

    def senco(self):
        """The mail address of a SENCO of the demonstration trust."""
        store = sqlite3.connect(f"{self.where[1]}/trellis.sqlite")
        found = store.execute("SELECT c.email FROM account c JOIN appointment a ON a.account_id = c.id WHERE a.role = 'senco' ORDER BY c.id").fetchone()
        store.close()
        return found[0]

    def ask(self, path, token=None, method="GET", body=None, headers=()):
        fields = dict(headers) | ({"Authorization": f"Bearer {token}"} if token else {})
        try:
            with urlopen(Request(self.address + path, data=body, method=method, headers=fields), timeout=30) as answer:
                return answer.status, answer.headers, answer.read()
        except HTTPError as refused:
            return refused.status, refused.headers, refused.read()


@pytest.fixture(scope="module")
def api(tmp_path_factory):
    folder = tmp_path_factory.mktemp("api")
    where = make_demonstration(folder)
    server = Server(where, folder / "server.log")
    yield API(where, server.address)
    server.stop()


def test_schemathesis_finds_nothing(api, tmp_path):
    senco = api.senco()
    tokens = [api.token(senco, SCOPES) for _ in range(TOKENS)]
    (tmp_path / "schemathesis.toml").write_text(CONFIGURATION)
    command = [
        str(Path(sys.executable).parent / "schemathesis"), "--config-file", "schemathesis.toml", "run", api.address + "/api/v1/openapi.json", "--checks", "all", "--mode", "all",
        "--phases", "examples,coverage,fuzzing,stateful", "--max-examples", "60", "--seed", "2026", "--generation-deterministic",
        "--no-color", "--warnings", "off", "--continue-on-failure",
    ]
    env = os.environ | {"SCHEMATHESIS_HOOKS": "turns", "PYTHONPATH": str(Path(__file__).parent), "TRELLIS_TOKENS": " ".join(tokens)}
    run = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=900)
    assert run.returncode == 0, run.stdout[-20_000:] + run.stderr[-2_000:]


def test_the_description_is_the_one_that_the_command_prints(api):
    printed = subprocess.run([PROGRAM, "api", "describe"], capture_output=True, text=True, timeout=60).stdout
    status, _, served = api.ask("/api/v1/openapi.json")
    assert status == 200 and json.loads(printed) == json.loads(served)


def test_odd_requests_get_a_plain_refusal(api):
    token = api.token(api.senco(), SCOPES)
    json_type = {"Content-Type": "application/json"}
    path = "/api/v1/pupils/1/status"
    cases = [
        ("GET", "/api/v1/schools?limit=99999999999999999999", None, {}, 422), ("GET", "/api/v1/schools?cursor=%ff%fe", None, {}, 422),
        ("GET", "/api/v1/pupils/99999999999999999999", None, {}, 404), ("GET", "/api/v1/pupils/1%00", None, {}, 404), ("GET", "/api/v1/pupils/-1", None, {}, 404),
        ("GET", "/api/v1/pupils/01", None, {}, 404), ("GET", "/api/v1//pupils/1", None, {}, 404), ("DELETE", "/api/v1/schools", None, {}, 405),
        ("TRACE", "/api/v1/schools", None, {}, 405), ("PATCH", path, b"{}", json_type, 405), ("POST", path, b"\xff", json_type, 400), ("POST", path, b'{"a":"\\u0000"}', json_type, 422),
        ("POST", path, b"{} trailing", json_type, 400), ("POST", path, b"[" * 100_000, json_type, 400), ("POST", path, b'{"a":1e999}', json_type, 400),
        ("POST", path, b" " * (1 << 21), json_type, 413), ("POST", path, b"provision=K", {"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ("GET", "/api/v1/schools", None, {"Accept": "text/html"}, 406),
    ]
    for method, path, body, headers, expected in cases:
        status, fields, text = api.ask(path, token, method, body, headers)
        assert (status, fields["Content-Type"]) == (expected, "application/problem+json"), (method, path, body and body[:40], status, text[:300])
        assert json.loads(text)["status"] == expected
        assert expected != 405 or fields["Allow"]


def test_a_cookie_opens_nothing(api):
    status, fields, _ = api.ask("/api/v1/schools", headers={"Cookie": "trellis=x"})
    assert status == 401 and fields["WWW-Authenticate"].startswith("Bearer")
