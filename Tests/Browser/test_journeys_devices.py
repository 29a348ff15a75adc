"""A school's tablet from its first day to its loss, a record opened with a reason, and a link for a council officer."""
import re

import pytest
from browser import NARROW, Page
from person import Person
from program import Server, make_demonstration
from visitor import Visitor


@pytest.fixture(scope="module")
def trust(tmp_path_factory):
    folder = tmp_path_factory.mktemp("devices")
    server = Server(make_demonstration(folder), folder / "server.log")
    yield server.address
    server.stop()


def role(trust, kind):
    return next(button.get("value") for button in Visitor(trust).get("/").buttons("role") if button.get("value").startswith(kind))


@pytest.fixture
def senco(chromium, trust):
    return Person(Page(chromium, trust), role(trust, "senco"))


def a_pupil(person):
    link = person.open("/register?status=K").page.one("#pupils tbody a.name")
    return link.get_attribute("href").removeprefix(person.page.address)


def test_a_tablet_is_enrolled_opened_by_a_pin_and_ended(senco):
    senco.open("/tablets").follow("Enrol this tablet")
    senco.press("Enrol this tablet")
    assert "name" in senco.problem("name")
    senco.write("What do you call it?", "Elm trolley")
    senco.press("Enrol this tablet")
    assert "The device that you hold is “Elm trolley”" in senco.words
    senco.open("/me").follow("Use a short PIN on this tablet")
    senco.write("Your PIN", "1234")
    senco.write("The same once more", "1234")
    senco.press("Keep this PIN")
    assert "Many people choose this PIN" in senco.problem("password_pin")
    senco.write("Your PIN", "7294")
    senco.write("The same once more", "7294")
    senco.press("Keep this PIN")
    assert "Your PIN works on this tablet" in senco.words
    assert senco.page.axe_violations() == []
    senco.press("Sign out")

    senco.page.show(NARROW).open("/sign-in")
    assert senco.title == "Who are you?"
    assert senco.page.axe_violations() == []
    senco.go_by(senco.page.one("main .choices a"))
    senco.write("Your PIN", "8305")
    senco.press("Open Trellis")
    assert "not your PIN" in senco.problem("password_pin")
    senco.open("/sign-in")
    senco.go_by(senco.page.one("main .choices a"))
    assert senco.page.axe_violations() == []
    # The wait after one wrong PIN is a second, which the way back here takes.
    for _ in range(20):
        senco.write("Your PIN", "7294")
        senco.press("Open Trellis")
        if senco.title == "Today":
            break
    assert senco.title == "Today"
    senco.open("/accounts")
    assert senco.title == "We cannot find that page"


def test_the_whole_record_is_opened_with_a_reason_and_closed(chromium, trust):
    lead = Person(Page(chromium, trust), role(trust, "trust-lead"))
    lead.open(a_pupil(lead)).follow("Open the whole record")
    lead.press("Open the record for eight hours")
    assert "Choose why" in lead.problem("choice")
    lead.tick("The school asked me for advice")
    lead.write("In your own words", "The SENCO asked me about the next review")
    assert lead.page.axe_violations() == []
    lead.press("Open the record for eight hours")
    assert "You opened this record until" in lead.words and "about the next review" in lead.words
    lead.press("Close the record now")
    assert "You opened this record" not in lead.words


def test_emergency_access_is_seen_by_those_who_answer_for_it(senco):
    senco.open("/break-glass")
    assert senco.page.axe_violations() == []
    senco.press("Open the record for one hour")
    assert "Type the UPN" in senco.problem("surname")
    senco.open("/break-glass/alerts")
    assert "Looked at by" in senco.words


def test_a_council_officer_opens_a_link_with_a_number_once(senco, trust):
    senco.open(a_pupil(senco)).follow("Share this record")
    assert senco.page.axe_violations() == []
    senco.follow("Share with a council officer")
    for label, words in [("The officer’s name", "Ivy Lane"), ("The council", "Larkshire"), ("Their mail address at the council", "ivy.lane@example.org"),
                         ("What does the council need it for?", "The annual review")]:
        senco.write(label, words)
    assert senco.page.axe_violations() == []
    senco.press("Make the link and the number")
    link, number = senco.page.one("code.link").text, re.search(r"^\d{6}$", senco.words, re.M).group()
    senco.press("Sign out")
    senco.open(link)
    assert senco.page.axe_violations() == []
    senco.write("The six figures", number)
    senco.press("Open it")
    senco.open("/register?status=K")
    assert len(senco.page.all("#pupils tbody a.name")) == 1
    senco.press("Sign out")
    senco.open(link)
    assert senco.title == "This link no longer works"
