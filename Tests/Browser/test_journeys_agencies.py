"""Advice of a specialist, and the specialist’s own word on the school’s summary of it, without an account."""
from datetime import date, timedelta

import claims
import pytest
from browser import NARROW, WIDE, Page
from person import Person
from visitor import Visitor

OPEN_IT = "The six figures that the school gave you"


@pytest.fixture
def somebody(chromium, trust):
    """Somebody who plays this role, at the first place that the chooser offers; without a role, a stranger."""
    def arrive(role=None, width=WIDE, script=True):
        values = [button.get("value") for button in Visitor(trust).get("/").buttons("role")]
        return Person(Page(chromium, trust), next((value for value in values if role and value.startswith(role)), None), width, script)
    return arrive


def enter(senco):
    senco.open("/register?status=all")
    senco.open(senco.page.all("main a.name")[0].get_attribute("href").removeprefix(senco.page.address))
    senco.follow("Enter advice")
    claims.assert_axe_clean(senco.page, "entering advice")
    senco.write("Who wrote it?", "Dr Test Walker, psychologist")
    senco.write("Which day stands on it?", date.today() - timedelta(days=9))
    senco.write("What does it say, in your own words?", "Needs time to answer")
    senco.write("What do they recommend?", "Wait ten seconds")
    senco.press("Save the advice")
    return senco.path.split("?")[0]


def link_for(senco):
    senco.press("Make a link for Dr Test Walker, psychologist")
    link, code = [code.text for code in senco.page.all("code.link")]
    claims.assert_axe_clean(senco.page, "a link and its number")
    senco.follow("Go back to the advice")
    return "/advice/fair/" + link.split("/advice/fair/")[1], code


@pytest.mark.parametrize("width,script", [(WIDE, True), (NARROW, False)])
def test_a_specialist_says_whether_the_summary_is_fair(somebody, width, script):
    senco = somebody("senco")
    advice = enter(senco)
    link, code = link_for(senco)
    stranger = somebody(None, width, script)
    stranger.open(link)
    if script:
        claims.assert_axe_clean(stranger.page, "the door of a specialist")
    stranger.write(OPEN_IT, "000000" if code != "000000" else "111111")
    stranger.press("Open it")
    assert "does not belong to this link" in stranger.problem("advice_code")
    stranger.write(OPEN_IT, code)
    stranger.press("Open it")
    claims.assert_fits_width(stranger.page, "the page of a specialist")
    if script:
        claims.assert_axe_clean(stranger.page, "the page of a specialist")
    assert "Needs time to answer" in stranger.words and "Wait ten seconds" in stranger.words
    stranger.tick("Not quite")
    stranger.press("Send my answer")
    assert "Say what the school should change" in stranger.problem("words")
    stranger.write("What should the school change?", "Twenty seconds")
    stranger.press("Send my answer")
    assert stranger.title == "Thank you"

    senco = somebody("senco").open(advice)
    assert "The summary is not quite fair" in senco.words and "Twenty seconds" in senco.words
    claims.assert_axe_clean(senco.page, "advice with an answer")
    senco.press("I have read this")
    assert "I have read this" not in senco.words
    senco.press("Make a new link for Dr Test Walker, psychologist") if "Make a new link" in senco.words else None
    senco.open(advice)
    senco.press("End the link now")
    stranger.open(link)
    assert stranger.title == "This link no longer works"
