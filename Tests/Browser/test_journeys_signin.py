"""From an invitation to Today, out again and in by other ways, as people do it who never read a manual."""
import subprocess
from pathlib import Path

import claims
import pytest
from browser import NARROW, WIDE, Page
from person import Person
from program import PROGRAM, Server
from signing import PASSWORD, choose_password, enter, give_code, give_code_in_time, give_password, invite, mail, sign_in_elsewhere
from visitor import Visitor

GIAS = Path(__file__).resolve().parents[1] / "PeopleTests" / "Fixtures" / "edubasealldata20261101.csv"


@pytest.fixture(scope="module")
def where(tmp_path_factory):
    """A fresh trust with its schools and no account."""
    folder = tmp_path_factory.mktemp("signin")
    where = ["--data", folder / "data", "--key", folder / "key"]
    for words in (["init", *where, "--trust", "Larkfield Learning Trust"], ["import", "gias", GIAS, *where, "--trust-id", "99001"]):
        subprocess.run([PROGRAM, *map(str, words)], check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=120)
    return where


@pytest.fixture(scope="module")
def trust(where):
    server = Server(where, where[1].parent / "server.log", "serve")
    yield server.address
    server.stop()


@pytest.fixture
def somebody(chromium, trust):
    return Person(Page(chromium, trust))


def look(person):
    """Nothing is wrong with how the page is made."""
    claims.assert_axe_clean(person.page)
    claims.assert_fits_width(person.page)


def signed_in_as(person, where, name, role="administrator", school=None):
    return enter(person, invite(where, name, role, school))


def out(person):
    person.press("Sign out")
    assert person.title == "Sign in"


@pytest.mark.parametrize("name, width, script", [("Amira Wide", WIDE, True), ("Amira Phone", NARROW, True), ("Amira Plain", NARROW, False)])
def test_an_invitation_leads_to_today(chromium, trust, where, name, width, script):
    amira = Person(Page(chromium, trust), None, width, script)
    link = invite(where, name, "administrator")
    for password, why in (("password1234", "Many people use this"), (f"{name} walks", "your own name"), ("too short", "fewer than 12")):
        amira.open(link)
        choose_password(amira, password)
        assert why in amira.problem("password")
        assert amira.page.one("#password").get_attribute("value") == ""
        if script:
            look(amira)
    choose_password(amira, PASSWORD, again="otter lantern grovel")
    assert "not the same" in amira.problem("password_again")
    phone, paper = enter(amira, link)
    assert len(set(paper)) == 10
    assert amira.title == "Today" and name in amira.page.one(".who").text
    amira.open(link)
    assert amira.title == "This link no longer works"
    amira.open("/")
    out(amira)
    amira.open("/me")
    assert amira.path == "/sign-in?next=%2Fme"
    if script:
        look(amira)
    give_password(amira, name)
    assert amira.title == "Your code"
    if script:
        look(amira)
    give_code(amira, phone.wrong_code())
    assert "not right" in amira.problem("code")
    give_code_in_time(amira, phone.code())
    assert amira.title == "Your sign-in", amira.words
    if script:
        look(amira)


def test_the_second_factor_wants_a_right_code_and_can_be_typed_by_hand(somebody, where):
    somebody.open(invite(where, "Wanda Eck", "administrator"))
    choose_password(somebody, PASSWORD)
    look(somebody)
    assert somebody.page.one("ol.steps svg").get_attribute("role") == "img" or somebody.page.all("ol.steps [aria-label]")
    somebody.write("The six digits", "12345")
    somebody.press("Go on")
    assert "does not fit" in somebody.problem("code")
    somebody.open("/")
    assert somebody.title == "Make signing in safer"


def test_a_recovery_code_takes_the_place_of_the_phone_once(somebody, where):
    _, paper = signed_in_as(somebody, where, "Rosa Penn")
    out(somebody)
    give_password(somebody, "Rosa Penn")
    give_code(somebody, paper[0])
    assert somebody.title == "Today"
    out(somebody)
    give_password(somebody, "Rosa Penn")
    give_code(somebody, paper[0])
    assert "used before" in somebody.problem("code")
    give_code_in_time(somebody, paper[1].lower().replace("-", " "))
    assert somebody.title == "Today"


def test_a_remembered_device_asks_for_no_code_and_a_shared_computer_forgets(somebody, where):
    phone, _ = signed_in_as(somebody, where, "Dora Field")
    out(somebody)
    give_password(somebody, "Dora Field")
    give_code(somebody, phone.code(), remember=True)
    out(somebody)
    give_password(somebody, "Dora Field")
    assert somebody.title == "Today"
    somebody.driver.delete_cookie("trellis-device")
    out(somebody)
    give_password(somebody, "Dora Field", shared=True)
    give_code(somebody, phone.code(), remember=True)
    assert somebody.title == "Today"
    assert not somebody.driver.get_cookie("trellis-device")


def test_signing_out_everywhere_ends_the_other_browser(somebody, where, trust):
    phone, _ = signed_in_as(somebody, where, "Ella Frost")
    elsewhere = Visitor(trust)
    assert sign_in_elsewhere(elsewhere, "Ella Frost", phone.code()).address == f"{trust}/"
    assert elsewhere.get("/me").address == f"{trust}/me"
    somebody.open("/me")
    assert len(somebody.page.all("#sign-ins tbody tr")) >= 2
    somebody.press("Sign out everywhere else")
    assert "signed out everywhere else" in somebody.words
    look(somebody)
    assert elsewhere.get("/me").address.startswith(f"{trust}/sign-in")
    somebody.open("/me")
    assert somebody.title == "Your sign-in"


def test_what_was_typed_when_the_session_ended_is_sent_again(somebody, where):
    phone, _ = signed_in_as(somebody, where, "Tess Long")
    out(somebody)
    give_password(somebody, "Tess Long")
    give_code(somebody, phone.code(), remember=True)
    somebody.open("/accounts/add")
    somebody.write("Their name", "Nina Kept")
    somebody.write("Their mail address", "nina.kept@example.org")
    somebody.tick("Administrator")
    with somebody.beside():
        somebody.open("/")
        out(somebody)
    somebody.press("Invite them")
    assert somebody.title == "Please send this again"
    look(somebody)
    with somebody.beside():
        give_password(somebody.open("/sign-in"), "Tess Long")
        assert somebody.title == "Today"
    somebody.press("Send it now")
    if somebody.title == "Please send this again":
        somebody.press("Send it now")
    assert somebody.title == "Nina Kept is invited"


def test_a_colleague_is_invited_gets_a_second_role_and_loses_it(somebody, where, chromium, trust):
    signed_in_as(somebody, where, "Farah Aziz")
    somebody.follow("Who signs in")
    look(somebody)
    somebody.follow("Invite somebody")
    look(somebody)
    somebody.press("Invite them")
    assert somebody.problem("name") and somebody.problem("email") and somebody.problem("role")
    somebody.write("Their name", "Beatrix Senco")
    somebody.write("Their mail address", mail("Beatrix Senco"))
    somebody.tick("SENCO")
    school = somebody.page.all("select[name=school] option")[1].text
    somebody.choose("School", school)
    somebody.press("Invite them")
    assert somebody.title == "Beatrix Senco is invited"
    look(somebody)
    link = somebody.page.one("main code.link").text
    somebody.follow("See Beatrix Senco")
    look(somebody)
    assert "Invited" in somebody.words and school in somebody.page.one("#roles").text
    somebody.follow("Give a role")
    look(somebody)
    somebody.tick("Headteacher")
    somebody.choose("School", school)
    somebody.press("Give this role")
    assert "The role is given." in somebody.words and "Headteacher" in somebody.page.one("#roles").text
    roles = somebody.page.all("#roles li")
    somebody.go_by(next(item for item in roles if "Headteacher" in item.text).find_element("link text", "End this role"))
    look(somebody)
    somebody.press("End the role Headteacher")
    assert "The role ends." in somebody.words
    somebody.open("/")
    out(somebody)
    enter(somebody, link[link.index("/invitation/"):])
    assert somebody.title == "Today" and "SENCO" in somebody.page.one(".who").text


def test_nobody_learns_who_has_an_account(somebody, where):
    signed_in_as(somebody, where, "Gwen Hart")
    out(somebody)
    said = set()
    for name in ("Gwen Hart", "Nobody Here"):
        give_password(somebody, name, password="not the password")
        said.add(somebody.problem("email"))
        somebody.open("/sign-in")
    assert len(said) == 1
    somebody.follow("I do not know my password")
    assert somebody.title == "A new password"
    look(somebody)
