"""The bank of outcomes and strategies: found while one types, and without a script."""
import pytest
from browser import NARROW, WIDE
from person import Person
from visitor import Visitor


@pytest.fixture
def role(address):
    """The SENCO that the chooser offers."""
    return next(button.get("value") for button in Visitor(address).get("/").buttons("role") if button.get("value").startswith("senco"))


def test_words_bring_their_entries_while_they_are_typed(page, role):
    senco = Person(page, role).open("/plans/bank")
    box = page.one("#words")
    box.send_keys("visual timet")
    senco.wait(lambda: "visual timetable" in page.one("#entries h2").text)
    assert page.driver.switch_to.active_element == box, "the focus stays where one types"
    assert "words=visual+timet" in senco.path
    assert page.console_errors() == []


def test_without_a_script_the_button_searches(page, role):
    senco = Person(page, role, script=False).open("/plans/bank")
    page.one("#words").send_keys("visual timet")
    senco.go_by(page.one(".filters button"))
    assert "visual timetable" in page.one("#entries h2").text


def test_the_bank_and_the_checks_pass_axe(page, role):
    Person(page, role)
    for path in ["/plans/bank", "/plans/bank/add?kind=outcome", "/plans/bank/add?kind=strategy", "/plans/wording"]:
        for width in (WIDE, NARROW):
            page.show(width).open(path)
            assert page.axe_violations() == [], f"{path} at {width}"
            assert page.run("return document.documentElement.scrollWidth <= window.innerWidth"), f"{path} at {width} is wider than the screen"
