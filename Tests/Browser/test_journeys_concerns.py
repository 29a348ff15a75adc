"""A teacher is worried, a SENCO asks and decides, and the teacher reads what came of it."""
from datetime import date, timedelta

import claims
import pytest
from browser import NARROW, WIDE, Page
from person import Person
from program import Server, make_demonstration
from visitor import Visitor


@pytest.fixture(scope="module")
def trust(tmp_path_factory):
    """A demonstration trust of our own, for here it is changed."""
    folder = tmp_path_factory.mktemp("concerns")
    server = Server(make_demonstration(folder), folder / "server.log")
    yield server.address
    server.stop()


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
