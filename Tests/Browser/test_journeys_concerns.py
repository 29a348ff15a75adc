"""A teacher is worried, a SENCO asks and decides, and the teacher reads what came of it."""
from datetime import date, timedelta

import claims
import pytest
from browser import NARROW, WIDE, Page
from person import Person
from visitor import Visitor


@pytest.fixture
def somebody(chromium, trust):
    """Somebody who plays this role, at the first place that the chooser offers."""
    def arrive(role, width=WIDE, script=True):
        values = [button.get("value") for button in Visitor(trust).get("/").buttons("role")]
        return Person(Page(chromium, trust), next(value for value in values if value.startswith(role)), width, script)
    return arrive


@pytest.mark.parametrize("width, script", [(NARROW, True), (WIDE, False)])
def test_from_a_worry_to_a_decision(somebody, width, script):
    teacher = somebody("teacher", width, script)
    teacher.open("/concerns").follow("Raise a concern")
    if "Choose a class" in teacher.words:
        teacher.go_by(teacher.page.all("main ul.tall a")[0])
    chosen = teacher.page.all("main ul.tall a")[0 if script else 1]
    name = chosen.text
    teacher.go_by(chosen)

    teacher.tick("Cognition and learning")
    teacher.write("Since when?", "Half-term")
    teacher.press("Send to the SENCO")
    assert "what you see" in teacher.problem("observed")
    assert teacher.field("Since when?").get_attribute("value") == "Half-term", "what was typed is gone"
    teacher.write("What do you see?", "Copies from the board and cannot read it back")
    teacher.tick("Not yet")
    if width == NARROW:
        claims.assert_fits_width(teacher.page, "narrow")
        if script:
            claims.assert_axe_clean(teacher.page, "the form of a concern")
    teacher.press("Send to the SENCO")
    assert "The SENCO decides by" in teacher.words
    concern = teacher.path.split("?")[0]

    senco = somebody("senco", WIDE, script)
    senco.open(concern)
    assert "cannot read it back" in senco.words
    senco.follow("Ask colleagues first")
    senco.press("Ask them")
    assert "Nobody has answered yet" in senco.words
    senco.follow("Find out more")
    senco.write("Why?", "Look at books from all subjects")
    senco.press("Save the decision")
    again = date.today() + timedelta(days=12)
    senco.write("By when does somebody look again?", again)
    senco.press("Save the decision")
    assert f"Find out more, look again by {again.day} {again:%B %Y}" in senco.words
    assert "Find out more about a concern, then decide" in senco.words, "what is promised stands there with who and when"
    senco.follow("Begin a plan")
    senco.open("/actions")
    assert "Find out more about a concern, then decide" in senco.words

    teacher = somebody("teacher", width, script)
    teacher.open("/concerns")
    assert name in teacher.words and "Find out more" in teacher.words
    teacher.open(concern)
    assert "Look at books from all subjects" in teacher.words


def test_families_are_told_in_one_act(somebody):
    senco = somebody("senco")
    senco.open("/families-to-tell")
    waiting = len(senco.page.all("#pupils tbody tr"))
    assert waiting == 1, "one family is left untold in the demonstration"
    senco.press("Save for those that are ticked")
    assert "Tick at least one pupil" in senco.problem("pupils")
    senco.page.one("input[name=pupil]").click()
    senco.tick("Told before we used Trellis, date unknown")
    senco.press("Save for those that are ticked")
    assert "Saved for 1 family" in senco.words and "Every family" in senco.words


def test_a_suggestion_is_looked_at_and_set_aside(somebody):
    senco = somebody("senco", NARROW)
    senco.open("/concerns").follow("See suggestions from data")
    claims.assert_axe_clean(senco.page, "suggestions")
    claims.assert_fits_width(senco.page, "narrow")
    before = len(senco.page.all("main tbody tr"))
    assert before > 0, "the demonstration has figures that rules find"
    senco.follow("Set aside")
    senco.press("Set it aside")
    assert "Say why" in senco.problem("reason")
    senco.write("What did you find?", "In hospital in October")
    senco.press("Set it aside")
    assert "Set aside." in senco.words and len(senco.page.all("main tbody tr")) == before - 1
    senco.follow("Raise a concern")
    assert "The rule is" in senco.field("What do you see?").get_attribute("value")


@pytest.mark.parametrize("role, small", [("trust-analyst", True), ("trust-lead", False)])
def test_concerns_in_figures(somebody, role, small):
    for width in (NARROW, WIDE):
        person = somebody(role, width)
        person.open("/trust").follow("See concerns in figures")
        claims.assert_axe_clean(person.page, "concerns in figures")
        claims.assert_fits_width(person.page, f"{width} wide")
        assert ("Numbers from 1 to 4 are not shown" in person.words) == small
        assert "What came of them" in person.words
        assert ("Not shown" in person.words) == small, "a sum from which one could reckon a small number"


def test_rules_of_suggestions_are_changed(somebody):
    keeper = somebody("data-manager", NARROW)
    keeper.open("/concerns/signals/rules")
    claims.assert_axe_clean(keeper.page, "rules of suggestions")
    claims.assert_fits_width(keeper.page, "narrow")
    keeper.write("In how many results", "9")
    keeper.press("Save the rules")
    assert "from 1 to 5" in keeper.problem("score-0-results")
    keeper.write("In how many results", "1")
    keeper.choose("Which results speak?", "“Keep an eye on it”, or lower")
    keeper.press("Save the rules")
    assert "Saved." in keeper.words
    senco = somebody("senco")
    senco.open("/concerns/signals")
    assert "“Keep an eye on it” or lower in the last result" in senco.words
