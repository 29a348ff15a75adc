"""What is due, at the command line: over all schools, without names, each with its source."""
import json
import subprocess
from datetime import date, timedelta

import pytest
from icalendar import Calendar
from program import PROGRAM
from visitor import Visitor

KEYS = ["id", "duty", "urn", "upn", "council", "matter", "what", "owner", "from", "due", "late_days", "estimated", "conditional", "excused", "basis", "force",
        "citation", "mark", "note", "edition"]


def due(where, *words):
    return subprocess.run([PROGRAM, "due", *where, *words], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)


def test_json_names_each_duty_and_nobody(where):
    done = due(where, "--days", "3650", "--json")
    assert done.returncode == 0 and not done.stderr, done.stderr
    duties = json.loads(done.stdout)
    assert {"SD-3", "SD-5", "SD-12", "SD-13", "SD-16"} <= {duty["id"] for duty in duties}
    assert len({duty["urn"] for duty in duties}) > 1
    for duty in duties:
        assert list(duty) == KEYS
        assert date.fromisoformat(duty["due"]) and duty["owner"] in ("la", "school", "family", "adviser")
        assert ("check locally" in duty["note"].lower()) == (duty["mark"] == "M")
    assert [duty["due"] for duty in duties] == sorted(duty["due"] for duty in duties)


def test_one_school_one_owner_and_fewer_days(where):
    everything = json.loads(due(where, "--days", "3650", "--json").stdout)
    urn = everything[0]["urn"]
    one = json.loads(due(where, "--school", urn, "--days", "400", "--owner", "school", "--json").stdout)
    assert one and all(duty["urn"] == urn and duty["owner"] == "school" for duty in one) and len(one) < len(everything)
    text = due(where, "--school", urn, "--days", "400", "--owner", "school")
    assert text.returncode == 0 and len(text.stdout.splitlines()) == len(one) + 1 and "School" in text.stdout


@pytest.mark.parametrize("words", [["--owner", "nobody"], ["--days", "-1"], ["--days", "many"], ["--what"]])
def test_wrong_use(where, words):
    done = due(where, *words)
    assert done.returncode == 2 and done.stderr and not done.stdout


def test_an_unknown_school(where):
    done = due(where, "--school", "123456")
    assert done.returncode != 0 and "123456" in done.stderr


@pytest.fixture(scope="module")
def senco(trust):
    """A SENCO, without JavaScript."""
    visitor = Visitor(trust)
    page = visitor.get("/")
    button = next(button for button in page.buttons("role") if button.get("value").startswith("senco"))
    assert visitor.press(button).status == 200
    return visitor


def form_to(page, ending):
    return next(form for form in page.tree.forms if form.action.endswith(ending))


def test_a_calendar_by_its_secret_link_is_what_icalendar_reads(senco, where):
    page = senco.get("/me/calendar")
    made = senco.submit(form_to(page, "/me/calendar"))
    link = made.tree.get_element_by_id("link").text_content()
    feed = Visitor(senco.address).get(link)
    assert feed.status == 200 and feed.headers.get_content_type() == "text/calendar" and "Set-Cookie" not in feed.headers
    calendar = Calendar.from_ical(feed.body)
    events = list(calendar.walk("VEVENT"))
    duties = {f"duty-{duty['duty']}@trellis": duty for duty in json.loads(due(where, "--days", "366", "--json").stdout)}
    assert events and len({str(event["UID"]) for event in events}) == len(events) and not calendar.errors
    for event in events:
        duty = duties[str(event["UID"])]
        assert not event.errors and event["DTSTART"].dt == date.fromisoformat(duty["due"]) and duty["what"] in event["SUMMARY"] and duty["basis"] in event["DESCRIPTION"]
        assert event["DTEND"].dt == event["DTSTART"].dt + timedelta(days=1) and event["TRANSP"] == "TRANSPARENT"
        assert ("a pupil" in event["SUMMARY"]) == bool(duty["upn"])
    again = senco.submit(form_to(senco.get("/me/calendar"), "/me/calendar"))
    newer = again.tree.get_element_by_id("link").text_content()
    assert newer != link and Visitor(senco.address).get(link).status == 404 and Visitor(senco.address).get(newer).status == 200
    assert senco.submit(form_to(senco.get("/me/calendar"), "/me/calendar/end")).status == 200
    assert Visitor(senco.address).get(newer).status == 404
