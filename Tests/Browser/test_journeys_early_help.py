"""Early help, from a council's way of it to the family that goes on alone."""

import claims
import pytest
from browser import NARROW, WIDE, Page
from person import Person
from visitor import Visitor


@pytest.fixture
def senco(chromium, trust):
    def arrive(width=WIDE, script=True):
        role = next(button.get("value") for button in Visitor(trust).get("/").buttons("role") if button.get("value").startswith("senco"))
        return Person(Page(chromium, trust), role, width, script)
    return arrive


def pupil_without(senco):
    """A pupil with whom nobody has begun early help."""
    senco.open("/register?status=all")
    for path in [link.get_attribute("href").removeprefix(senco.page.address) for link in senco.page.all("main a.name")][3:]:
        senco.open(path)
        if "Begin early help" in senco.words:
            return path
    raise AssertionError("every pupil has early help")


def write_family(senco):
    senco.write("What goes well?", "Sings, and has a kind grandmother")
    senco.write("What is help needed with?", "Mornings, says the family")
    senco.write("Who agreed?", "Pat, mother")
    senco.tick("Spoken, face to face or by telephone")


def test_a_council_has_a_way_of_its_own(senco):
    lead = senco()
    lead.open("/early-help/schemes/add")
    claims.assert_axe_clean(lead.page, "a council's way")
    lead.write("Which council?", "998")
    lead.write("What does it call this?", "Kind Start")
    lead.write("Its steps, one to a line", "Tea with the family | soon")
    lead.press("Save the council’s way")
    assert "can’t be read" in lead.problem("steps")
    lead.write("Its steps, one to a line", "Tea with the family | 7")
    lead.press("Save the council’s way")
    assert "Kind Start" in lead.words and "within 7 days" in lead.words


@pytest.mark.parametrize("width,script", [(WIDE, True), (NARROW, False)])
def test_from_the_familys_yes_to_going_on_alone(senco, width, script):
    amira = senco(width, script)
    pupil = pupil_without(amira)
    amira.follow("Begin early help")
    if script:
        claims.assert_axe_clean(amira.page, "beginning early help")
    amira.write("What goes well?", "Sings")
    amira.press("Begin early help")
    assert "without a yes there is none" in amira.problem("given_by") and "Sings" in amira.page.one("[name=strengths]").get_attribute("value")
    write_family(amira)
    amira.press("Begin early help")
    claims.assert_fits_width(amira.page, "early help")
    assert "Visit the family at home" in amira.words or "Talk with the family" in amira.words
    episode = amira.path.split("?")[0]

    amira.follow("Say what became of the next step")
    amira.press("Save this step")
    assert "Done" in amira.words
    amira.open(episode).follow("Name the lead practitioner")
    amira.write("Lead practitioner", "Joan Fyfe")
    amira.press("Save who leads")
    assert "Joan Fyfe" in amira.words
    amira.follow("Write down who does what")
    amira.write("What is to be done?", "Ring the breakfast club")
    amira.press("Put it on the plan")
    assert "Ring the breakfast club" in amira.words
    amira.follow("Write down the meeting")
    amira.write("Who was there?", "Pat, mother\nJoan Fyfe")
    amira.write("What does the child say?", "Toast is good")
    amira.write("What has changed, and what was agreed?", "On time each day")
    amira.press("Save the meeting")
    assert "Toast is good" in amira.words
    if script:
        claims.assert_axe_clean(amira.page, "early help")

    amira.follow("They take it back")
    amira.write("Why, if they said so?", "They want a rest")
    amira.press("End their consent")
    assert "Early help is voluntary" in amira.words
    amira.follow("close it")
    amira.tick("The family no longer wants it")
    amira.write("What is better now, and how does it go on?", "On time each day; the class teacher keeps an eye on it")
    amira.press("Close it")
    assert "This is closed" in amira.words
    amira.open(pupil)
    assert "Begin early help" in amira.words, "it can begin again"
