"""What provision costs: a rate changed in the middle of the year, money recorded, and why a cost is over or under."""
import sqlite3
from datetime import date, timedelta

import pytest
from browser import NARROW, WIDE, Page
from person import Person
from visitor import Visitor
from without_provision import take_out_provision

TODAY = date.today()
# All days of the journey lie in one academic year, in its first week, too.
LAST = date(TODAY.year, 8, 31) if (TODAY.month, TODAY.day) < (9, 10) and TODAY.month == 9 else TODAY - timedelta(1)
YEAR = LAST.year if LAST.month >= 9 else LAST.year - 1
SESSIONS = [LAST - timedelta(days) for days in (5, 4, 1, 0)]
CHANGED = LAST - timedelta(1)


@pytest.fixture(scope="module", autouse=True)
def group(where):
    """A group of four places with three pupils, one of them with an EHC plan and no place in a unit; it met on four days, twice before the rate changes."""
    store = sqlite3.connect(f"{where[1]}/trellis.sqlite")
    first = f"{YEAR}-09-01"
    with store:
        take_out_provision(store)
        school, named = store.execute(
            "SELECT e.school_id, e.pupil_id FROM enrolment e JOIN provision_spell s ON s.pupil_id = e.pupil_id AND s.provision = 'E' AND s.ends IS NULL AND s.starts <= ?"
            " WHERE e.ends IS NULL AND e.starts <= ? AND NOT EXISTS (SELECT 1 FROM base_spell b WHERE b.pupil_id = e.pupil_id) ORDER BY e.school_id, e.pupil_id", (first, first)).fetchone()
        others = [row[0] for row in store.execute(
            "SELECT e.pupil_id FROM enrolment e JOIN provision_spell s ON s.pupil_id = e.pupil_id AND s.provision = 'K' AND s.ends IS NULL AND s.starts <= ?"
            " WHERE e.ends IS NULL AND e.starts <= ? AND e.school_id = ? ORDER BY e.pupil_id LIMIT 2", (first, first, school))]
        staff = store.execute("SELECT id FROM staff WHERE school_id = ? AND ends IS NULL ORDER BY id", (school,)).fetchone()[0]
        entry = store.execute(
            "INSERT INTO intervention (key, name, kind, areas, about, group_size, minutes, sessions_a_week, role, training, licence, shared_materials, materials_each, measuring, evidence, strands, adapted_because)"
            " VALUES ('', 'Counting club', 'targeted', 'C&L', '', 4, 30, 5, 'ta', '', '', 0, 0, '', '', '', '')").lastrowid
        run = store.execute("INSERT INTO provision_run (school_id, intervention_id, name, kind, starts, planned_end, because) VALUES (?, ?, 'Counting club', 'targeted', ?, ?, '')",
                            (school, entry, str(LAST - timedelta(6)), str(LAST))).lastrowid
        pattern = store.execute("INSERT INTO provision_pattern (run_id, starts, planned_size, proof, funding, session_price) VALUES (?, ?, 4, 'each_session', '', 0)", (run, str(LAST - timedelta(6)))).lastrowid
        time = store.execute("INSERT INTO provision_time (pattern_id, run_id, school_id, weekday, starts_at, minutes, room, role, staff_id, second_role) VALUES (?, ?, ?, 1, 540, 30, '', 'ta', ?, '')",
                             (pattern, run, school, staff)).lastrowid
        pupils = sorted([named, *others])
        for pupil in pupils:
            store.execute("INSERT INTO provision_member (run_id, pupil_id, starts, because) VALUES (?, ?, ?, '')", (run, pupil, str(LAST - timedelta(6))))
        names = ",".join(map(str, pupils))
        for day in SESSIONS:
            store.execute(
                "INSERT INTO session (run_id, school_id, time_id, day, starts_at, planned, result, minutes, ready, note, roles, members, there, proof, logged_on, logged_by, send_key)"
                " VALUES (?, ?, ?, ?, 540, 30, 'given', 30, 30, '', 'ta', ?, ?, 'each_session', ?, 'Tess', ?)", (run, school, time, str(day), names, names, str(day), f"journey-{day}"))
    store.close()
    return {"school": school, "pupil": named}


@pytest.fixture
def arrive(chromium, trust):
    def arrive(role, width=WIDE):
        values = [button.get("value") for button in Visitor(trust).get("/").buttons("role")]
        return Person(Page(chromium, trust), next(value for value in values if value.startswith(role)), width)
    return arrive


def is_fine(person):
    assert person.page.axe_violations() == [], person.path
    person.page.show(NARROW)
    assert person.page.run("return document.documentElement.scrollWidth") <= NARROW, f"{person.path} is wider than a phone"
    assert person.page.axe_violations() == [], f"{person.path} on a phone"
    person.page.show(WIDE)


def costs(person, group):
    return person.open(f"/provision/costs?school={group['school']}&year={YEAR}")


def set_rate(person, starts, pounds):
    person.open("/rates").follow("Set a rate")
    person.choose("Role", "Teaching assistant")
    person.write("From which day does it hold?", starts)
    person.write("Pounds an hour, as the contract says", pounds)
    person.write("Weeks paid in a year", "1")
    person.write("Weeks worked in a year", "1")
    person.press("Set this rate")


def test_a_rate_changed_mid_year_leaves_the_sessions_before_it_as_they_were(arrive, group):
    lead = arrive("trust-lead")
    assert "4 sessions have no cost" in costs(lead, group).words
    is_fine(lead)
    lead.follow("Set a rate")
    lead.press("Set this rate")
    assert "Without one no cost can be reckoned" in lead.problem("starts")
    is_fine(lead)
    set_rate(lead, LAST - timedelta(300), "20")
    assert "A flat £20.00 an hour" in lead.words
    is_fine(lead)
    # Half an hour at £20, four times; a quarter of it is a place that nobody fills.
    words = costs(lead, group).words
    assert "£40.00" in words and "£10.00" in words and "no cost, since" not in words
    set_rate(lead, CHANGED, "30")
    assert "A flat £20.00 an hour" in lead.words and "A flat £30.00 an hour" in lead.words
    words = costs(lead, group).words
    assert "£50.00" in words, "two sessions at £10 and two at £15"
    assert "Shared by planned size" in words and "The trust’s own costs" in words
    lead.page.show(NARROW)
    assert "£50.00" in costs(lead, group).words


def test_funding_is_recorded_and_why_a_cost_is_under_is_asked_and_said(arrive, group):
    senco = arrive(f"senco.{group['school']}")
    costs(senco, group).follow("See funding")
    senco.choose("Where does it come from?", "Notional SEN budget (element 2)")
    senco.write("Pounds a year", "40,000")
    senco.write("Paid from", f"{YEAR}-09-01")
    senco.press("Record this funding")
    assert "£40,000.00" in senco.words
    is_fine(senco)
    assert "£40,000.00" in costs(senco, group).words and "somebody is to say why" in senco.words
    is_fine(senco)
    senco.open(f"/pupils/{group['pupil']}/costs?year={YEAR}")
    assert "Nobody has said why yet" in senco.words and "Counting club" in senco.words
    is_fine(senco)
    senco.follow("Record funding")
    senco.choose("Where does it come from?", "Top-up from a council (element 3)")
    senco.write("Pounds a year", "4200")
    senco.write("Paid from", f"{YEAR}-09-01")
    senco.press("Record this funding")
    senco.open(f"/pupils/{group['pupil']}/costs?year={YEAR}")
    assert "£4,200.00" in senco.words
    senco.follow("Say why")
    is_fine(senco)
    senco.press("Save these words")
    assert "Say it in a sentence or two" in senco.problem("words")
    senco.tick("Given in groups")
    senco.write("Say it in a sentence or two", "The group of four does well.")
    senco.press("Save these words")
    assert "Given in groups. The group of four does well." in senco.words


def test_staffing_and_figures_on_a_phone(arrive, group):
    senco = arrive(f"senco.{group['school']}")
    for path in (f"/provision/staffing?school={group['school']}", f"/provision/costs/figures?school={group['school']}&year={YEAR}", f"/schools/{group['school']}/cost-settings"):
        senco.open(path)
        is_fine(senco)
