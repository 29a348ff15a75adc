"""What is due: a SENCO says that something was done, begins the next year of a report, and looks at what may be published."""
from datetime import date, timedelta

import claims
import pytest
from browser import NARROW, WIDE, Page
from person import Person

PAGES = ["/duties", "/schools/1/duties", "/schools/1/duties/record?event=information-report", "/duties/councils", "/duties/councils/999/summary?school=1", "/me/calendar"]


@pytest.mark.parametrize("path", PAGES)
def test_the_pages_look_right_on_every_screen(senco, path):
    for width in (WIDE, NARROW):
        senco.page.show(width)
        senco.open(path)
        claims.assert_axe_clean(senco.page, f"{path} {width}")
        claims.assert_fits_width(senco.page, path)


def test_what_was_done_is_said_on_a_phone_and_without_script(chromium, trust, role):
    senco = Person(Page(chromium, trust), role, width=NARROW, script=False).open("/duties?owner=la&days=365")
    before = int(senco.page.one("#found").text.split()[0])
    senco.follow("Say when it was done")
    assert senco.title == "Say when it was done"
    senco.write("On which day was it done?", (date.today() + timedelta(3)).isoformat())
    senco.press("Save this day")
    assert "This day is still to come" in senco.words
    senco.write("On which day was it done?", date.today().isoformat())
    senco.press("Save this day")
    assert "Saved: what was done stands in the record." in senco.words
    senco.open("/duties?owner=la&days=365")
    assert senco.page.one("#found").text.startswith(f"{before - 1} ") or before == 1


def test_a_new_report_begins_the_next_year(senco):
    senco.open("/schools/1/duties")
    senco.follow("Write down the new report’s day")
    senco.tick("It happened anew")
    senco.press("Save this day")
    assert "Saved: what is owed next is reckoned from that day." in senco.words
