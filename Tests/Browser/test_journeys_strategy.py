"""A head writes the inclusion strategy and publishes it; anybody reads it without an account."""
from datetime import date, timedelta

import claims
import pytest
from browser import NARROW, WIDE, Page
from person import Person
from visitor import Visitor


@pytest.fixture
def somebody(chromium, trust):
    def arrive(role=None, width=WIDE, script=True):
        values = [button.get("value") for button in Visitor(trust).get("/").buttons("role")]
        return Person(Page(chromium, trust), next((value for value in values if role and value.startswith(role)), None), width, script)
    return arrive


def write_section(head, title, fields):
    head.open(head.home)
    head.find("//main//ol//a", title)
    head.go_by(head.find("//main//ol//a", title))
    claims.assert_axe_clean(head.page, title)
    for label, words in fields:
        head.write(label, words)
    head.press("Save and stop here")
    assert "You can stop here and come back" in head.words


def test_a_head_writes_and_publishes(somebody):
    head = somebody("head")
    head.open("/strategies")
    claims.assert_axe_clean(head.page, "the list of strategies")
    head.go_by(head.page.one("main td a.button"))
    head.home = head.path.split("?")[0]
    claims.assert_axe_clean(head.page, "a strategy as it is written")
    write_section(head, "Cover", [("How much is", "1,000"), ("Who answers", "The headteacher"), ("How can families", "The office")])
    write_section(head, "What stands in the way", [("What stands in the way", "Instructions are hard to follow.")])
    write_section(head, "Why we think", [("What do you rest", "Our own results.")])
    write_section(head, "What should change", [("Outcome 1: what", "More pupils join in"), ("Outcome 1: how", "A count each term"), ("Outcome 1: by when", "Next July")])
    write_section(head, "How we look", [("When do you", date.today() + timedelta(days=200)), ("Who looks", "The head"), ("What came of", "This is our first.")])
    head.go_by(head.find("//main//ol//a", "What we do"))
    head.follow("Add an activity")
    claims.assert_axe_clean(head.page, "choosing an activity")
    head.follow("Write one of your own")
    head.write("What do you do?", "Calm mornings for everybody")
    head.press("Save this activity")
    assert "Give the budgeted cost" in head.problem("cost")
    head.write("Which barrier", "Mornings are hard")
    head.write("Budgeted cost", "2,500")
    claims.assert_axe_clean(head.page, "an activity")
    head.press("Save this activity")
    assert "£2,500.00" in head.words
    head.open(head.home)
    assert "6 of 6 done" in head.words
    head.follow("Check and publish")
    claims.assert_axe_clean(head.page, "the checks")
    assert "more than the grant" in head.words
    head.tick("I have looked")
    head.press("Publish for everybody")
    assert "Everybody can read it now" in head.words
    address = head.page.one("main a[href^='/strategy/']").get_attribute("href").removeprefix(head.page.address)
    for width, script in [(WIDE, True), (NARROW, False)]:
        stranger = somebody(None, width, script).open(address)
        assert "Calm mornings for everybody" in stranger.words and "More pupils join in" in stranger.words
        claims.assert_fits_width(stranger.page, "the open page")
        if script:
            claims.assert_axe_clean(stranger.page, "the open page")
