"""Sessions on a phone: a group of five in one press, the connection cut, a nervous finger, and a week proved."""
import datetime
import sqlite3
import time

import pytest
from browser import NARROW, WIDE, Page
from person import Person
from without_provision import take_out_provision

KEPT = "return Object.entries(localStorage).filter(([place]) => place.startsWith('typed '))"
# One press takes a person so long, beside what the page itself takes.
PRESS = 1.0


def store(where):
    return sqlite3.connect(f"{where[1]}/trellis.sqlite", timeout=20)


def asked(where, question, *values):
    with store(where) as data:
        return data.execute(question, values).fetchall()


def last_school_day():
    day = datetime.date.today()
    while day.weekday() > 4:
        day -= datetime.timedelta(days=1)
    return day


@pytest.fixture(scope="module")
def groups(where):
    """Provision of one teaching assistant, every weekday: a group of five, a second one, and one proved by the week."""
    with store(where) as data:
        take_out_provision(data)
        one = lambda question, *values: data.execute(question, values).fetchone()
        put = lambda question, *values: data.execute(question, values).lastrowid
        school, staff = one("SELECT school_id, staff_id FROM appointment WHERE role = 'teaching-assistant' AND staff_id IS NOT NULL AND school_id IN (SELECT school_id FROM enrolment WHERE ends IS NULL) ORDER BY id LIMIT 1")
        pupils = [row[0] for row in data.execute("SELECT pupil_id FROM enrolment WHERE school_id = ? AND ends IS NULL AND starts < date('now', '-90 days') AND pupil_id NOT IN (SELECT pupil_id FROM restriction WHERE ends IS NULL) ORDER BY pupil_id LIMIT 5", (school,))]
        day, today = last_school_day(), datetime.date.today()
        starts = (today - datetime.timedelta(days=21)).isoformat()
        # The demonstration's own register is none of these journeys'.
        put("DELETE FROM attendance_mark")
        put("DELETE FROM register_day")
        # Whatever the time of year, these weeks are school weeks.
        put("DELETE FROM closure WHERE school_id = ?", school)
        put("DELETE FROM term WHERE school_id = ?", school)
        put("INSERT INTO term (school_id, academic_year, name, starts, ends) VALUES (?, ?, 'A term', ?, ?)", school, today.year - (today.month < 9), (today - datetime.timedelta(days=60)).isoformat(), (today + datetime.timedelta(days=60)).isoformat())
        club = put("INSERT INTO intervention (key, name, kind, areas, about, group_size, minutes, sessions_a_week, role, training, licence, shared_materials, materials_each, measuring, evidence, strands, adapted_because) VALUES ('', 'Reading club', 'targeted', 'C&L', '', 5, 30, 5, 'ta', '', '', 0, 0, '', '', '', '')")
        runs = {}
        for name, proof, starts_at in (("Reading club", "each_session", 555), ("Number club", "each_session", 600), ("Talk group", "weekly", 660)):
            run = put("INSERT INTO provision_run (school_id, intervention_id, name, kind, starts, because) VALUES (?, ?, ?, 'targeted', ?, '')", school, club, name, starts)
            week = put("INSERT INTO provision_pattern (run_id, starts, planned_size, proof, funding, session_price) VALUES (?, ?, 5, ?, '', 0)", run, starts, proof)
            times = [put("INSERT INTO provision_time (pattern_id, run_id, school_id, weekday, starts_at, minutes, room, role, staff_id, second_role) VALUES (?, ?, ?, ?, ?, 30, 'Den', 'ta', ?, '')", week, run, school, weekday, starts_at, staff) for weekday in range(1, 6)]
            for pupil in pupils:
                put("INSERT INTO provision_member (run_id, pupil_id, starts, because) VALUES (?, ?, ?, '')", run, pupil, starts)
            runs[name] = {"run": run, "row": f"session-{times[day.weekday()]}", "time": times[day.weekday()]}
    return {"school": school, "day": day.isoformat(), "pupils": pupils, **runs}


@pytest.fixture
def tess(chromium, trust, where, groups):
    with store(where) as data:
        data.execute("DELETE FROM session_pupil")
        data.execute("UPDATE session SET corrects_id = NULL, makes_up_id = NULL")
        data.execute("DELETE FROM session")
    person = Person(Page(chromium, trust), f"teaching-assistant.{groups['school']}", NARROW)
    # What a journey before left unsent is none of this one's.
    person.page.run("localStorage.clear()")
    yield person
    connect(person)
    person.page.show(WIDE)


def connect(person, to_the_server=True):
    person.driver.execute_cdp_cmd("Network.enable", {})
    person.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {"offline": not to_the_server, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})


def open_day(person, groups):
    return person.open(f"/provision/today?day={groups['day']}")


def says(person, row):
    return person.page.run("return document.querySelector(`#${arguments[0]} [data-says]`).textContent", row)


def reach(person, thing):
    """Scrolled to first, as a person does: what was said last stands at the foot of the window."""
    found = person.page.one(thing)
    person.page.run("arguments[0].scrollIntoView({block: 'center'})", found)
    return found


def press(person, row, value="given"):
    reach(person, f"#{row} button[value='{value}']").click()


def sessions(where):
    return asked(where, "SELECT run_id, result, minutes FROM session WHERE superseded_on IS NULL ORDER BY id")


def test_a_group_of_five_is_logged_in_under_ten_seconds(tess, where, groups):
    group, began, presses = groups["Reading club"], time.monotonic(), 0
    open_day(tess, groups)
    presses += 1
    away = tess.page.all(f"#{group['row']} input[type=checkbox]")
    assert len(away) == 5 and all(box.is_selected() for box in away)
    reach(tess, f"#{group['row']} .choice:last-of-type input").click()
    presses += 1
    press(tess, group["row"])
    presses += 1
    tess.wait(lambda: says(tess, group["row"]) == "Logged. Thank you.")
    took = time.monotonic() - began + presses * PRESS
    assert took < 10, f"{took:.1f} s"
    assert sessions(where) == [(group["run"], "given", 30)]
    assert asked(where, "SELECT COUNT(*), SUM(minutes), SUM(offered) FROM session_pupil WHERE stands") == [(5, 120, 150)]
    assert tess.path.startswith("/provision/today?day="), "the page was never left"
    assert tess.page.run("return document.documentElement.scrollWidth <= window.innerWidth")


@pytest.fixture
def absent(where, groups):
    """By the register two of the five are ill this morning."""
    gone = groups["pupils"][:2]
    with store(where) as data:
        for pupil in gone:
            data.execute("INSERT INTO attendance_mark (pupil_id, school_id, day, half_day, code) VALUES (?, ?, ?, 'am', 'I')", (pupil, groups["school"], groups["day"]))
        data.execute("INSERT INTO register_day (school_id, day, morning, afternoon) VALUES (?, ?, 1, 0)", (groups["school"], groups["day"]))
    yield gone
    with store(where) as data:
        data.execute("DELETE FROM attendance_mark")
        data.execute("DELETE FROM register_day")


def test_whom_the_register_calls_away_has_no_tick_until_the_adult_sets_it(tess, where, groups, absent):
    group = groups["Reading club"]
    open_day(tess, groups)
    box = lambda pupil: tess.page.one(f"#{group['row']} input[type=checkbox][value='{pupil}']")
    assert [box(pupil).is_selected() for pupil in groups["pupils"]] == [False, False, True, True, True]
    words = tess.page.run("return document.querySelector(`#${arguments[0]}`).textContent", group["row"])
    assert words.count("Away by the register") == 2 and "Illness" not in words
    came = absent[0]
    reach(tess, f"#{group['row']} input[type=checkbox][value='{came}']").click()
    assert box(came).is_selected()
    press(tess, group["row"])
    tess.wait(lambda: says(tess, group["row"]) == "Logged. Thank you.")
    kept = dict(asked(where, "SELECT pupil_id, away FROM session_pupil WHERE stands"))
    assert kept == {pupil: "absent" if pupil == absent[1] else None for pupil in groups["pupils"]}, "what the adult said"
    assert asked(where, "SELECT SUM(minutes), SUM(offered) FROM session_pupil WHERE stands") == [(120, 150)]
    open_day(tess, groups)
    assert "says otherwise of" in tess.page.run("return document.querySelector(`#${arguments[0]}`).textContent", group["row"])
    assert tess.page.run("return document.documentElement.scrollWidth <= window.innerWidth")


def test_without_a_signal_it_waits_and_is_sent_once(tess, where, groups):
    group = groups["Reading club"]
    open_day(tess, groups)
    reach(tess, f"#{group['row']} input[type=checkbox]").click()
    connect(tess, to_the_server=False)
    press(tess, group["row"])
    tess.wait(lambda: says(tess, group["row"]) == "Kept on this computer, not saved yet.")
    kept = str(tess.page.run(KEPT))
    names = [label.text.split()[0] for label in tess.page.all(f"#{group['row']} .choice span")]
    assert len(tess.page.run(KEPT)) == 1 and not any(name in kept for name in names if name), "ids alone"
    assert sessions(where) == []
    connect(tess)
    tess.wait(lambda: says(tess, group["row"]) == "Logged. Thank you.")
    assert sessions(where) == [(group["run"], "given", 30)] and tess.page.run(KEPT) == []
    assert asked(where, "SELECT COUNT(*) FROM session_pupil WHERE away = 'absent'") == [(1,)]


def test_a_note_is_not_kept_and_signing_out_clears_what_waits(tess, where, groups):
    group = groups["Reading club"]
    open_day(tess, groups)
    reach(tess, f"#{group['row']} details:last-of-type summary").click()
    tess.page.one(f"#{group['row']} textarea").send_keys("Words about a child")
    connect(tess, to_the_server=False)
    press(tess, group["row"])
    tess.wait(lambda: says(tess, group["row"]) == "Kept on this computer, not saved yet.")
    assert "Words about a child" not in str(tess.page.run(KEPT))
    # The script forgets before the form is sent, with or without a connection.
    tess.page.run("document.querySelector('.signout').addEventListener('submit', event => event.preventDefault())")
    tess.page.run("document.querySelector('.signout').requestSubmit()")
    assert tess.page.run(KEPT) == []


def test_what_waits_is_sent_when_another_day_is_opened(tess, where, groups):
    group = groups["Reading club"]
    open_day(tess, groups)
    connect(tess, to_the_server=False)
    press(tess, group["row"])
    tess.wait(lambda: says(tess, group["row"]) == "Kept on this computer, not saved yet.")
    tess.driver.get("about:blank")
    connect(tess)
    before = datetime.date.fromisoformat(groups["day"]) - datetime.timedelta(days=1 if last_school_day().weekday() else 3)
    tess.open(f"/provision/today?day={before}")
    tess.wait(lambda: "is sent" in tess.page.one("#sessions-say").text)
    assert sessions(where) == [(group["run"], "given", 30)] and tess.page.run(KEPT) == []


def test_a_nervous_finger_sends_twice_and_it_is_stored_once(tess, where, groups):
    group = groups["Reading club"]
    open_day(tess, groups)
    tess.page.run("""
        const button = document.querySelector(`#${arguments[0]} button[value=given]`);
        button.click();
        button.click();
        setTimeout(() => document.querySelector(`#${arguments[0]} button[value=given]`)?.click(), 50);
        """, group["row"])
    tess.wait(lambda: says(tess, group["row"]) == "Logged. Thank you.")
    assert sessions(where) == [(group["run"], "given", 30)]


def test_not_given_and_partly_take_two_presses_more_and_can_be_corrected(tess, where, groups):
    group, other = groups["Reading club"], groups["Number club"]
    open_day(tess, groups)
    reach(tess, f"#{group['row']} details:nth-of-type(2) summary").click()
    press(tess, group["row"], "staff_away")
    tess.wait(lambda: says(tess, group["row"]) == "Logged. Thank you.")
    tess.wait(lambda: tess.page.all(f"#{other['row']} form"))
    reach(tess, f"#{other['row']} details summary").click()
    tess.page.one(f"#minutes-{other['time']}").send_keys("99")
    time_of_rest = time.monotonic() + 0.7
    tess.wait(lambda: time.monotonic() > time_of_rest)
    press(tess, other["row"], "partly")
    tess.wait(lambda: tess.page.all(f"#{other['row']} .problem"))
    assert "from 1 to 29" in tess.page.one(f"#{other['row']}").text
    assert sessions(where) == [(group["run"], "not_given", 0)]
    open_day(tess, groups)
    assert tess.page.one(f"#minutes-{other['time']}").get_attribute("value") == "99" and not tess.page.all(".problem"), "what was refused waits, and is not sent by itself"
    tess.go_by(reach(tess, f"#{group['row']} a[href$='/correct']"))
    tess.tick("Given")
    tess.write("Why do you correct it?", "It was given after all")
    tess.press("Save the correction")
    assert sessions(where) == [(group["run"], "given", 30)]


def test_a_week_is_proved_in_one_press(tess, where, groups):
    group = groups["Talk group"]
    tess.open("/provision/week")
    tess.go_by(tess.page.one("#waiting a"))
    tess.go_by(reach(tess, f"#run-{group['run']} button"))
    assert "Saved." in tess.words and "Proved" in tess.page.one(f"#run-{group['run']}").text
    assert {row[:2] for row in sessions(where)} == {(group["run"], "given")}


def day_before(groups):
    return datetime.date.fromisoformat(groups["day"]) - datetime.timedelta(days=1 if last_school_day().weekday() else 3)


def wait_without_signal(tess, groups, *names):
    """Presses “Given” of these without a signal, and leaves the page."""
    open_day(tess, groups)
    connect(tess, to_the_server=False)
    for name in names:
        tess.wait(lambda: not tess.page.run("return document.querySelector(`#${arguments[0]}`).inert", groups[name]["row"]))
        tess.page.run("document.querySelector(`#${arguments[0]} button[value=given]`).form.requestSubmit(document.querySelector(`#${arguments[0]} button[value=given]`))", groups[name]["row"])
        tess.wait(lambda: says(tess, groups[name]["row"]) == "Kept on this computer, not saved yet.")
    # A page that is left has its signal back for a moment, in which it would send.
    tess.page.run("window.fetch = () => new Promise(() => {})")
    tess.driver.get("about:blank")
    connect(tess)


def log_as_somebody_else(where, group, groups):
    with store(where) as data:
        data.execute("INSERT INTO session (run_id, school_id, time_id, day, starts_at, planned, result, minutes, ready, reason, note, roles, members, there, proof, logged_on, logged_by, send_key) "
                     "VALUES (?, ?, ?, ?, 555, 30, 'not_given', 0, 0, 'trip', '', 'ta', '', '', 'each_session', ?, 'A colleague', 'a-colleague-said-it-1')", (group["run"], groups["school"], group["time"], groups["day"], groups["day"]))


def test_what_was_pressed_on_a_shared_computer_is_not_left_without_a_warning(tess, where, groups):
    group = groups["Reading club"]
    open_day(tess, groups)
    tess.page.run("delete document.querySelector('[data-rows]').dataset.keeps")
    connect(tess, to_the_server=False)
    leaving = "const leaves = new Event('beforeunload', {cancelable: true}); window.dispatchEvent(leaves); return leaves.defaultPrevented"
    assert not tess.page.run(leaving)
    press(tess, group["row"])
    tess.wait(lambda: "Leave this page open" in says(tess, group["row"]))
    assert tess.page.run(leaving), "a press that waits is lost with the page"
    connect(tess)
    tess.wait(lambda: says(tess, group["row"]) == "Logged. Thank you.")
    assert not tess.page.run(leaving)


def test_one_that_is_gone_does_not_hold_up_the_others(tess, where, groups):
    wait_without_signal(tess, groups, "Reading club", "Number club")
    tess.open("/provision/delivery")
    gone = groups["Reading club"]["time"]
    tess.page.run("""for (const place of Object.keys(localStorage)) if (place.includes(`/${arguments[0]}-`)) {
        localStorage.setItem(place.replace(`/${arguments[0]}-`, "/999999-"), localStorage.getItem(place));
        localStorage.removeItem(place);
    }""", gone)
    tess.open(f"/provision/today?day={day_before(groups)}")
    tess.wait(lambda: "is sent" in tess.page.one("#sessions-say").text and "can’t be sent" in tess.page.one("#sessions-say").text)
    assert sessions(where) == [(groups["Number club"]["run"], "given", 30)]
    assert ["999999" in place for place, _ in tess.page.run(KEPT)] == [True], "kept, and nothing is lost"


def test_where_somebody_else_was_first_one_is_told_that_ones_own_was_not_taken(tess, where, groups):
    group = groups["Reading club"]
    wait_without_signal(tess, groups, "Reading club")
    log_as_somebody_else(where, group, groups)
    tess.open(f"/provision/today?day={day_before(groups)}")
    tess.wait(lambda: "could not be saved" in tess.page.one("#sessions-say").text)
    assert len(tess.page.run(KEPT)) == 1 and '"pressed":null' in str(tess.page.run(KEPT)), "it stays, and is not sent by itself"
    open_day(tess, groups)
    tess.wait(lambda: "is not saved" in says(tess, group["row"]))
    assert tess.page.run(KEPT) == [] and sessions(where) == [(group["run"], "not_given", 0)]


def test_on_the_same_day_too(tess, where, groups):
    group = groups["Reading club"]
    wait_without_signal(tess, groups, "Reading club")
    log_as_somebody_else(where, group, groups)
    open_day(tess, groups)
    tess.wait(lambda: "is not saved" in says(tess, group["row"]))
    assert tess.page.run(KEPT) == []


def test_an_answer_that_was_lost_is_told_as_sent(tess, where, groups):
    """The log was stored, and the answer never came: it is sent again under the same key."""
    wait_without_signal(tess, groups, "Reading club")
    tess.open("/provision/delivery")
    kept = tess.page.run(KEPT)
    open_day(tess, groups)
    tess.wait(lambda: tess.page.run(KEPT) == [])
    tess.page.run("for (const [place, text] of arguments[0]) localStorage.setItem(place, text)", kept)
    open_day(tess, groups)
    tess.wait(lambda: "is sent" in tess.page.one("#sessions-say").text)
    assert sessions(where) == [(groups["Reading club"]["run"], "given", 30)] and tess.page.run(KEPT) == []


def test_what_is_sent_by_itself_leaves_the_reader_where_they_are(tess, where, groups):
    group = groups["Reading club"]
    open_day(tess, groups)
    connect(tess, to_the_server=False)
    press(tess, group["row"])
    tess.wait(lambda: says(tess, group["row"]) == "Kept on this computer, not saved yet.")
    tess.page.run("""const row = document.getElementById(arguments[0]); row.querySelector("summary").focus();
        window.wasInert = false;
        new MutationObserver(() => { window.wasInert ||= row.inert; }).observe(row, {attributes: true});
        window.dispatchEvent(new Event("online"))""", group["row"])
    tess.wait(lambda: tess.page.run("return document.getElementById(arguments[0]).contains(document.activeElement)", group["row"]))
    connect(tess)
    tess.wait(lambda: says(tess, group["row"]) == "Logged. Thank you.")
    assert not tess.page.run("return window.wasInert")
    assert tess.page.run("return document.getElementById(arguments[0]).contains(document.activeElement)", group["row"]), "in the row that took its place"


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_its_pages_pass_axe_and_need_no_sideways_scrolling(tess, where, groups, width):
    open_day(tess, groups)
    press(tess, groups["Reading club"]["row"])
    tess.wait(lambda: says(tess, groups["Reading club"]["row"]) == "Logged. Thank you.")
    session = asked(where, "SELECT MAX(id) FROM session")[0][0]
    tess.page.show(width)
    for path in (f"/provision/today?day={groups['day']}", f"/sessions/{session}/correct", f"/sessions/{session}/take-back", f"/provisions/{groups['Reading club']['run']}/more",
                 "/provision/week", f"/provision/week?open={groups['Talk group']['run']}", "/provision/delivery"):
        tess.open(path)
        assert not tess.page.axe_violations(), path
        assert tess.page.run("return document.documentElement.scrollWidth <= window.innerWidth"), path


def test_it_works_without_script(chromium, trust, where, groups, tess):
    person = Person(Page(chromium, trust), f"teaching-assistant.{groups['school']}", NARROW, script=False)
    open_day(person, groups)
    person.go_by(reach(person, f"#{groups['Reading club']['row']} button[value=given]"))
    assert "Logged. Thank you." in person.words
