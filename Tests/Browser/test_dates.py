"""The clock at the command line: what it prints, what it refuses, and calendars that an independent parser reads."""
import json
import subprocess
from datetime import date, datetime, timezone
from urllib.parse import urlencode

import claims
import pytest
from browser import NARROW, WIDE
from icalendar import Calendar
from program import PROGRAM
from visitor import Visitor

KEYS = ["id", "what", "owner", "from", "due", "basis", "force", "citation", "mark", "note"]
ASKED = [
    ["needs-assessment", "2026-09-07"], ["advice-request", "2026-07-20", "--closed", "2026-07-22..2026-09-01"], ["draft-plan", "2026-12-14"],
    ["consultation", "2026-11-02", "--by", "2026-11-30"], ["annual-review", "2027-01-20"], ["first-plan", "2028-02-29", "--under-five"],
    ["amendment-notice", "2027-02-17"], ["phase-transfer", "2027-09-01", "--to", "secondary"], ["la-transfer", "2026-10-26", "--learned", "2026-11-16"],
    ["reassessment", "2026-09-07"], ["decision-letter", "2026-10-01", "--certificate", "2026-11-29"],
]


def dates(*words):
    return subprocess.run([PROGRAM, "dates", *words], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)


@pytest.mark.parametrize("words", ASKED, ids=lambda words: words[0])
def test_json_has_exactly_these_names(words):
    done = dates(*words, "--format", "json")
    assert done.returncode == 0 and not done.stderr, done.stderr
    duties = json.loads(done.stdout)
    assert duties
    for duty in duties:
        assert list(duty) == KEYS
        assert date.fromisoformat(duty["due"]) and (duty["from"] is None or date.fromisoformat(duty["from"]) <= date.fromisoformat(duty["due"]))
        assert duty["owner"] in ("la", "school", "family", "adviser") and duty["force"] in ("law", "code", "grant", "guidance", "practice")
        assert ("check locally" in duty["note"].lower()) == (duty["mark"] == "M")


@pytest.mark.parametrize("words", ASKED, ids=lambda words: words[0])
def test_calendar_is_what_icalendar_reads(words):
    duties = json.loads(dates(*words, "--format", "json").stdout)
    text = subprocess.run([PROGRAM, "dates", *words, "--format", "ics"], capture_output=True, stdin=subprocess.DEVNULL, timeout=60, check=True).stdout
    calendar = Calendar.from_ical(text)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"] and not calendar.errors
    events = calendar.walk("VEVENT")
    assert not any(event.errors for event in events)
    assert [event.decoded("DTSTART").isoformat() for event in events] == [duty["due"] for duty in duties]
    assert len({event["UID"] for event in events}) == len(events)
    for event, duty in zip(events, duties):
        assert duty["id"] in event["SUMMARY"] and duty["what"] in event["SUMMARY"] and duty["basis"] in event["DESCRIPTION"]
        assert abs(datetime.now(timezone.utc) - event.decoded("DTSTAMP")).total_seconds() < 120
    assert all(len(line) <= 75 for line in text.split(b"\r\n")) and text.endswith(b"\r\n")


def test_text_with_and_without_reasons():
    plain, explained = dates("needs-assessment", "2026-09-07").stdout, dates("needs-assessment", "2026-09-07", "--explain").stdout
    assert "by 19 October 2026  NA-3  LA: Decide whether to assess, and tell the family" in plain and "reg 5(1)" not in plain
    assert "Law: SEND Regulations 2014, reg 5(1)." in explained and "6 weeks after 7 September 2026" in explained


HOSTILE = [
    [], ["needs-assessment"], ["needs-assessment", ""], ["needs-assessment", "0001-01-01"], ["needs-assessment", "9999-12-31"], ["needs-assessment", "2026-13-40"],
    ["needs-assessment", "2026-02-29"], ["needs-assessment", "-1"], ["needs-assessment", "2026-09-07", "extra"], ["needs-assessment", "9" * 20_000],
    ["birthday", "2026-09-07"], ["", "2026-09-07"], ["needs-assessment", "2026-09-07", "--nonsense"], ["needs-assessment", "2026-09-07", "--format", "xml"],
    ["needs-assessment", "2026-09-07", "--learned", "2026-09-01"], ["la-transfer", "2026-09-07", "--learned"], ["la-transfer", "2026-09-07", "--learned", ""],
    ["la-transfer", "2026-09-07", "--learned", "0001-01-01"], ["phase-transfer", "2027-09-01"], ["phase-transfer", "2027-09-01", "--to", "moon"], ["phase-transfer", "2027-09-01", "--to", ""],
    ["decision-letter", "2026-10-01", "--certificate", "2026-09-30"], ["needs-assessment", "2026-09-07", "--closed", "2026-09-01..2026-07-22"],
    ["needs-assessment", "2026-09-07", "--closed", "2026-07-22"], ["needs-assessment", "2026-09-07", "--closed", "0001-01-01..9999-12-31"], ["needs-assessment", "2026-09-07", "--closed", ""],
]


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: " ".join(words)[:60] or "nothing")
def test_wrong_use_is_told_in_words(words):
    done = dates(*words)
    assert done.returncode == 2 and not done.stdout, (done.returncode, done.stdout)
    assert done.stderr.startswith("Error: ") or "Usage: " in done.stderr
    assert len(done.stderr) < 25_000 and "Fatal" not in done.stderr and "\x1b" not in done.stderr


def test_the_public_page_looks_right_on_every_screen(page, address):
    """By the visitor without an account; with and without dates."""
    for query in ["", "?event=annual-review", "?" + urlencode({"event": "annual-review", "date": "2027-01-20", "closed-from": "2026-12-19", "closed-to": "2027-01-03"}), "?event=la-transfer&date=x"]:
        for width, dark in [(WIDE, False), (WIDE, True), (NARROW, False)]:
            page.show(width, dark=dark).open(f"{address}/dates{query}")
            claims.assert_axe_clean(page, f"{query} {width}")
            claims.assert_fits_width(page, query)
        page.show(WIDE).open(f"{address}/dates{query}")
        page.enlarge_text()
        claims.assert_fits_width(page, f"{query}, with large text")


def test_from_the_foot_of_the_first_page_to_the_dates_without_script_or_account(address):
    visitor = Visitor(address)
    first = visitor.get("/")
    listed = visitor.get(next(link for link in first.links() if link.endswith("/dates")))
    form = visitor.get(next(link for link in listed.links() if link.endswith("event=needs-assessment"))).tree.forms[0]
    answer = visitor.submit(form, date="2026-09-07")
    assert answer.status == 200 and "25 January 2027" in answer.body.decode()
    assert not visitor.cookies or all("session" not in cookie.name for cookie in visitor.cookies)
    calendar = visitor.get(next(link for link in answer.links() if "/dates/calendar" in link))
    assert len(Calendar.from_ical(calendar.body).walk("VEVENT")) == 3
