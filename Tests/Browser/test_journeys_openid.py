"""Signing in through another system: Trellis against oidc-provider-mock, a provider of OpenID Connect that others wrote,
with what it lacks put before it (a check of PKCE) and faults put into its tokens."""
import base64
import hashlib
import io
import json
import sqlite3
import subprocess
import threading
import time
import urllib.parse

import httpx
import oidc_provider_mock._app as provider_program
import pytest
from authlib import jose
from program import PROGRAM, Server, make_demonstration
from selenium.webdriver.support.ui import WebDriverWait
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

DOMAIN = "elm.example.org"


class Provider:
    """The provider on a free port, with its storage in reach."""

    def __init__(self):
        self.fault, self.challenges, storages = None, {}, []
        made = provider_program.Storage
        provider_program.Storage = lambda: storages.append(made()) or storages[-1]
        try:
            self.program = provider_program.app(require_nonce=True)
        finally:
            provider_program.Storage = made
        self.storage = storages[0]
        self.server = make_server("localhost", 0, self.answer, threaded=True)
        self.address = f"http://localhost:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, environ, start):
        # What is read here must be there to be read again.
        length = int(environ.get("CONTENT_LENGTH") or 0)
        sent = environ["wsgi.input"].read(length) if length else b""
        environ["wsgi.input"] = io.BytesIO(sent)
        request = Request({**environ, "wsgi.input": io.BytesIO(sent)})
        if request.path == "/oauth2/token" and not self.knows_verifier(request.form):
            return Response(json.dumps({"error": "invalid_grant"}), status=400, mimetype="application/json")(environ, start)
        response = Response.from_app(self.program, environ)
        if request.path == "/oauth2/authorize" and request.method == "POST":
            code = urllib.parse.parse_qs(urllib.parse.urlsplit(response.headers.get("Location", "")).query).get("code", [""])[0]
            self.challenges[code] = request.args.get("code_challenge")
        if request.path == "/oauth2/token" and self.fault:
            tokens = response.get_json()
            tokens["id_token"] = self.fault(tokens["id_token"])
            response = Response(json.dumps(tokens), mimetype="application/json")
        return response(environ, start)

    def knows_verifier(self, form):
        """RFC 7636, section 4.6."""
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        return self.challenges.get(form.get("code")) == base64.urlsafe_b64encode(digest).decode().rstrip("=")

    def knows(self, person, **claims):
        self.storage.store_user(provider_program.User(sub=person, claims={"email_verified": True, **claims}))

    def turn_key(self):
        self.storage.jwk = jose.RSAKey.generate_key(is_private=True)

    def signed(self, change):
        """A fault: the token with other words, rightly signed."""
        def again(token):
            claims = dict(jose.jwt.decode(token, self.storage.jwk))
            change(claims)
            return jose.jwt.encode({"alg": "RS256"}, claims, self.storage.jwk.as_dict(is_private=True)).decode()
        return again


@pytest.fixture(scope="module")
def provider():
    provider = Provider()
    yield provider
    provider.server.shutdown()


@pytest.fixture(scope="module")
def trust(tmp_path_factory, provider):
    """A trust with one account of the provider's domain and one rule; the folder, and where it is served."""
    folder = tmp_path_factory.mktemp("openid")
    where = make_demonstration(folder)

    def trellis(*words, secret=""):
        done = subprocess.run([PROGRAM, *words, *where], input=secret, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout

    trellis("provider", "add", "--name", "Schoolnet", "--issuer", provider.address, "--client-id", "trellis", "--domain", DOMAIN,
            "--asks-second-factor", secret="between us")
    assert "Schoolnet" in trellis("provider", "list")
    trellis("provider", "rule", "--provider", "Schoolnet", "--domain", DOMAIN, "--group", "governors", "--role", "trustee")
    with sqlite3.connect(folder / "data" / "trellis.sqlite") as data:
        data.execute("UPDATE account SET email = ?, email_key = ? WHERE id = (SELECT account_id FROM appointment WHERE role = 'senco' ORDER BY id LIMIT 1)",
                     [f"senco@{DOMAIN}"] * 2)
    server = Server(where, folder / "server.log")
    yield folder, server.address
    server.stop()


@pytest.fixture(autouse=True)
def fair(provider):
    provider.fault = None
    yield


def accounts(trust):
    with sqlite3.connect(trust[0] / "data" / "trellis.sqlite") as data:
        return {email for (email,) in data.execute("SELECT email FROM account")}


def sign_in(trust, person, change=lambda address: address):
    """Goes to the provider and back as a browser does; `change` may spoil the way back."""
    browser = httpx.Client()
    page = browser.get(f"{trust[1]}/sign-in").text
    path = page.split('href="/sign-in/with/')[1].split('"')[0]
    there = browser.get(f"{trust[1]}/sign-in/with/{path}").headers["Location"]
    back = browser.post(there, data={"sub": person}).headers["Location"]
    assert back.startswith(f"{trust[1]}/sign-in/callback?")
    return browser.get(change(back))


def is_in(answer):
    return answer.status_code == 303 and answer.headers["Location"] == "/"


def test_somebody_with_an_account_comes_in_by_chromium(trust, provider, chromium):
    provider.knows("p1", email=f"senco@{DOMAIN}", name="Somebody")
    chromium.delete_all_cookies()
    chromium.get(trust[1] + "/sign-in")
    chromium.find_element("link text", "Sign in with Schoolnet").click()
    WebDriverWait(chromium, 20).until(lambda browser: browser.find_elements("name", "sub"))
    chromium.find_element("name", "sub").send_keys("p1")
    chromium.find_element("css selector", "form button[type=submit], form button").click()
    # The click is answered through two redirections, of which the browser need not wait for the last.
    WebDriverWait(chromium, 20).until(lambda browser: browser.current_url.startswith(trust[1] + "/"))
    assert "sign-in" not in chromium.current_url
    assert chromium.find_elements("css selector", "nav.menu")


def test_without_account_and_rule_nobody_comes_in(trust, provider):
    before = accounts(trust)
    provider.knows("p2", email=f"cook@{DOMAIN}", name="A cook", groups=["cooks"])
    answer = sign_in(trust, "p2")
    assert answer.status_code == 403 and "invite you" in answer.text and accounts(trust) == before


def test_a_rule_makes_an_account(trust, provider):
    provider.knows("p3", email=f"peter@{DOMAIN}", name="Peter Lund", groups=["governors"])
    assert is_in(sign_in(trust, "p3")) and f"peter@{DOMAIN}" in accounts(trust)


def test_an_address_that_is_not_proved_or_not_ours_opens_nothing(trust, provider):
    provider.knows("p4", email=f"senco@{DOMAIN}", email_verified=False)
    assert sign_in(trust, "p4").status_code == 403
    provider.knows("p5", email="senco@oak.example.org", groups=["governors"])
    assert sign_in(trust, "p5").status_code == 403


def unsigned(token):
    head = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    return f"{head}.{token.split('.')[1]}."


FAULTS = {
    "nonce": lambda p: p.signed(lambda claims: claims.update(nonce="another")),
    "audience": lambda p: p.signed(lambda claims: claims.update(aud="another")),
    "issuer": lambda p: p.signed(lambda claims: claims.update(iss="https://another.example.org")),
    "expired": lambda p: p.signed(lambda claims: claims.update(exp=int(time.time()) - 120)),
    "none": lambda p: unsigned,
    "changed": lambda p: lambda token: token[:-8] + ("AAAAAAAA" if not token.endswith("AAAAAAAA") else "BBBBBBBB"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_token_that_is_wrong_opens_nothing(trust, provider, fault):
    provider.knows("p6", email=f"ruth@{DOMAIN}", groups=["governors"])
    provider.fault = FAULTS[fault](provider)
    assert sign_in(trust, "p6").status_code == 403 and f"ruth@{DOMAIN}" not in accounts(trust)


def test_another_state_opens_nothing(trust, provider):
    provider.knows("p6", email=f"ruth@{DOMAIN}", groups=["governors"])
    answer = sign_in(trust, "p6", lambda back: back.split("state=")[0] + "state=" + "A" * 43)
    assert answer.status_code == 403 and f"ruth@{DOMAIN}" not in accounts(trust)


def test_a_turned_key_is_taken(trust, provider):
    """Keys are asked for again after ten seconds at the earliest, so strangers can't make us ask without end."""
    provider.knows("p3", email=f"peter@{DOMAIN}", name="Peter Lund")
    provider.turn_key()
    until = time.monotonic() + 30
    while not is_in(sign_in(trust, "p3")):
        assert time.monotonic() < until
        time.sleep(0.2)
