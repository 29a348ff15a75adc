"""Accounts for the tests: invited at the command line, entered as their persons do it, codes from oathtool."""
import re
import subprocess
import time

from program import PROGRAM

PASSWORD = "otter lantern gravel"
PERIOD = 30


def invite(where, name, role, school=None):
    """The path of the link by which this person chooses a password."""
    place = ["--school", school] if school else []
    done = subprocess.run([PROGRAM, "account", "invite", "--name", name, "--email", mail(name), "--role", role, *place, *map(str, where)],
                          capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)
    assert done.returncode == 0, done.stderr
    return re.search(r"/invitation/[\w-]+", done.stdout).group()


def mail(name):
    return name.lower().replace(" ", ".") + "@example.org"


class Phone:
    """A code app. No code counts twice, so each is of a later half minute than the one before, as near to now as may be."""

    def __init__(self, secret):
        self.secret, self.last = secret, 0

    def code(self):
        now = int(time.time()) // PERIOD
        # Nearly a half minute later the one before would be too old when it arrives.
        self.last = max(self.last + 1, int(time.time() + 5) // PERIOD - 1)
        assert self.last <= now + 1, "too many codes within a minute"
        return self.show(self.last)

    def wrong_code(self):
        """Six digits that are right at none of the times that count."""
        now = int(time.time()) // PERIOD
        near = {self.show(step) for step in range(now - 3, now + 4)}
        return next(code for code in ("000000", "111111", "222222", "333333", "444444", "555555", "666666") + ("777777",) if code not in near)

    def show(self, step):
        words = ["oathtool", "--totp", "--base32", "--now", f"@{step * PERIOD}", self.secret]
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def enter(person, link, password=PASSWORD):
    """The first visit: password, code app, recovery codes. The phone, and the codes on paper."""
    person.open(link)
    choose_password(person, password)
    assert person.title == "Make signing in safer", person.words
    phone = Phone(person.page.one("ol.steps code").text.replace(" ", ""))
    person.write("The six digits", phone.code())
    person.press("Go on")
    assert person.title == "Your recovery codes", person.words
    paper = [code.text for code in person.page.all("main ul.plain code")]
    person.follow("I have kept them. Go on")
    return phone, paper


def choose_password(person, password, again=None):
    person.write("Your new password", password)
    person.write("The same once more", password if again is None else again)
    person.press("Keep this password and go on")


def give_password(person, name, password=PASSWORD, shared=False):
    if not person.path.startswith("/sign-in"):
        person.open("/sign-in")
    person.write("Your mail address at work", mail(name))
    person.write("Your password", password)
    if shared:
        person.tick("Other people use this computer")
    person.press("Sign in")


def give_code(person, code, remember=False):
    person.write("The six digits, or a recovery code", code)
    if remember:
        person.tick("Do not ask on this device")
    person.press("Go on")


def give_code_in_time(person, code, seconds=20, **more):
    """Once the wait after a wrong code is over."""
    until = time.monotonic() + seconds
    give_code(person, code, **more)
    while "Too many tries" in person.words and time.monotonic() < until:
        give_code(person, code, **more)


def sign_in_elsewhere(visitor, name, code):
    """The same in another browser, by forms alone."""
    page = visitor.get("/sign-in")
    page = visitor.submit(door_form(page), email=mail(name), password=PASSWORD)
    return visitor.submit(door_form(page), code=code)


def door_form(page):
    return next(form for form in page.tree.forms if "/sign-in" in (form.action or ""))
