"""A SENCO looks at what support did in the year that is over, and decides whether to go on with it."""
import claims
import pytest
from browser import NARROW, WIDE, Page
from person import Person
from visitor import Visitor


@pytest.fixture
def senco(chromium, trust):
    def arrive(width=WIDE, script=True):
        values = [button.get("value") for button in Visitor(trust).get("/").buttons("role")]
        return Person(Page(chromium, trust), next(value for value in values if value.startswith("senco")), width, script)
    return arrive


@pytest.mark.parametrize("width, script", [(NARROW, True), (WIDE, False)])
def test_support_that_ended_is_judged(senco, width, script):
    person = senco(width, script)
    person.open("/impact?year=2025")
    if width == NARROW:
        claims.assert_fits_width(person.page, "narrow")
        claims.assert_axe_clean(person.page, "the list of impact")
    person.go_by(person.page.all("#found tbody th a")[0])
    assert "What this can tell, and what not" in person.words
    if width == NARROW:
        claims.assert_fits_width(person.page, "narrow")
        claims.assert_axe_clean(person.page, "the impact of an intervention")
    person.follow("Decide about it")
    person.write("Why?", "Most gained, and teachers see it in class")
    person.press("Save the decision")
    assert "Choose: keep, adapt or stop" in person.problem("verdict")
    person.tick("Keep it as it is")
    person.press("Save the decision")
    assert "Saved what was decided" in person.words
    assert "Most gained, and teachers see it in class" in person.words
