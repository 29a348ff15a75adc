"""A SENCO looks at what support did in the year that is over, and decides whether to go on with it."""
from datetime import date, timedelta

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


JOINED, LEFT = date.today() - timedelta(days=60), date.today() - timedelta(days=1)
TEST = "Single Word Spelling Test (SWST)"


def score(person, pupil, number, day):
    """What a pupil scored on a day, typed on the form for one pupil."""
    person.open(f"{pupil}/results/add")
    person.choose("Which test?", TEST)
    person.press("Go on to the scores")
    person.write("Day of the test", day)
    person.write("Spelling", number)
    person.press("Save the results")
    assert "Saved." in person.words


def test_an_intervention_ends_is_measured_and_judged(senco):
    person = senco()
    person.open("/register?status=K")
    person.open(person.page.all("#pupils tbody a.name")[0].get_attribute("href"))
    pupil = person.path.split("?")[0]
    person.follow("Start provision")
    person.choose("What is it?", "Precision teaching")
    person.press("Go on")
    person.write("First day", JOINED)
    person.write("What do you call it?", "Spelling for one")
    person.choose("Day of the week", "Tuesday")
    person.write("Begins at", "15:05")
    person.press("Start the provision")
    assert "The provision has started." in person.words
    run = person.path.split("?")[0]

    person.go_by(person.page.one("#measure a"))
    person.choose("By which test?", f"{TEST}: Spelling")
    person.press("Save")
    assert "Saved." in person.words
    score(person, pupil, 81, JOINED)

    person.open(run)
    person.follow("End this provision")
    person.write("On which day did it run last?", LEFT)
    person.write("Why does it end?", "The programme is finished.")
    person.press("End the provision")
    score(person, pupil, 92, LEFT)

    person.open(run)
    assert "Fewer than 5 pupils" in person.page.one("#impact").text
    person.follow("See each pupil")
    row = person.page.one("section[id^='scale-'] tbody tr")
    assert "81, " in row.text and "92, " in row.text and "+11" in row.text and "Better" in row.text
    assert "nobody knows how these pupils would have done without it" in person.words.lower()
    chart = person.page.one("figure.chart")
    assert len(chart.find_elements("css selector", ".chart-circle")) >= 2 and "92" in chart.text
    claims.assert_axe_clean(person.page, "the impact of one group, with its charts")

    person.follow("Decide about it")
    person.tick("Keep it as it is")
    person.write("Why?", "Eleven points, and it lasts in class")
    person.press("Save the decision")
    assert "Saved what was decided" in person.words and "Eleven points, and it lasts in class" in person.words
