"""EHC plans in a browser: a grid pasted into, a plan by section, a request from the first thought to the council's decision."""
from datetime import date, timedelta

import pytest
from browser import NARROW, WIDE, Page
from person import Person

PASTE = """const data = new DataTransfer(); data.setData("text/plain", arguments[1]);
arguments[0].dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));"""


def test_a_grid_of_plans_is_pasted_into_and_says_what_is_wrong_beside_its_cell(chromium, trust, role):
    senco = Person(Page(chromium, trust), role)
    senco.open("/ehc").follow("Enter many plans")
    first = senco.page.one("table.entry tbody tr td:nth-of-type(5) input")
    senco.page.run(PASTE, first, "Jo Hill\tBand 9\tsoon a year")
    senco.wait(lambda: senco.page.one("table.entry tbody tr td:nth-of-type(6) input").get_attribute("value") == "Band 9")
    senco.press("Save the plans")
    assert "Write the amount" in senco.words and senco.page.one("#problems")
    wrong = senco.page.one("table.entry input[aria-invalid]")
    wrong.clear()
    wrong.send_keys("4,800 a year")
    senco.press("Save the plans")
    assert "1 plan saved" in senco.words
    assert not senco.page.axe_violations()


@pytest.mark.parametrize("width, script", [(WIDE, True), (NARROW, False)])
def test_a_request_is_begun_sent_and_decided(chromium, trust, role, width, script):
    senco = Person(Page(chromium, trust), role, width, script)
    senco.open("/register?status=N")
    senco.go_by(senco.page.all("#pupils tbody a.name")[3 if script else 5])
    senco.follow("Start a request for an assessment")
    senco.write("Why may provision", "Two cycles brought words, and the gap still grows.")
    senco.press("Start it")
    assert "Being prepared" in senco.words and "Still missing" in senco.words
    senco.follow("See the evidence from the record")
    assert "Attendance" in senco.words
    senco.go_by(senco.page.all(".crumbs a")[-1])
    senco.follow("Say that the request was sent")
    senco.write("On which day did the council get it?", date(2026, 10, 5))
    senco.press("Save this step")
    assert "Choose how you know" in senco.problem("stated")
    senco.choose("How do you know?", "The council said so")
    senco.press("Save this step")
    assert "16 November 2026" in senco.words and "LA" in senco.words
    senco.follow("Say that the council will assess")
    senco.write("Which date stands on the council", date(2026, 11, 10))
    senco.choose("How do you know?", "The council said so")
    senco.press("Save this step")
    assert "Council assesses" in senco.words and "Done in time" in senco.words
    if script:
        assert not senco.page.axe_violations()
