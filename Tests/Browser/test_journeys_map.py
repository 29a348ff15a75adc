"""The provision map from the trust to a child by the keyboard alone, and the catalogue of provision."""
import sqlite3
from base64 import b64decode
from datetime import date, timedelta
from pathlib import Path

import pytest
from browser import NARROW, WIDE, Page
from person import Person
from program import make_demonstration
from visitor import Visitor


@pytest.fixture(scope="module")
def where(tmp_path_factory):
    """A demonstration trust with two groups more at its first school, one of them logged for a fortnight."""
    folder = tmp_path_factory.mktemp("map")
    where = make_demonstration(folder)
    with sqlite3.connect(next((folder / "data").glob("*.sqlite"))) as store:
        furnish(store)
    return where


def furnish(store):
    school = store.execute("SELECT id FROM school ORDER BY sort_name, id LIMIT 1").fetchone()[0]
    pupils = [row[0] for row in store.execute("""
        SELECT e.pupil_id FROM enrolment e JOIN provision_spell s ON s.pupil_id = e.pupil_id AND s.ends IS NULL AND s.provision = 'K'
        WHERE e.school_id = ? AND e.ends IS NULL AND e.kind = 'C' ORDER BY e.pupil_id LIMIT 4""", [school])]
    entry = store.execute("""
        INSERT INTO intervention (key, name, kind, areas, about, group_size, minutes, sessions_a_week, weeks, role, training, licence, shared_materials, materials_each,
        measuring, evidence, strands, adapted_because) VALUES ('', 'Story circle', 'targeted', 'C&I', 'Stories told in a circle', 4, 20, 2, 8, 'ta', '', '', 0, 0, '', '', '', '')""").lastrowid
    begins = date.today() - timedelta(days=21)
    for place, name in enumerate(["Story circle, mornings", "Story circle, afternoons"]):
        run = store.execute("INSERT INTO provision_run (school_id, intervention_id, name, kind, starts, because) VALUES (?, ?, ?, 'targeted', ?, '')", [school, entry, name, begins]).lastrowid
        week = store.execute("INSERT INTO provision_pattern (run_id, starts, planned_size, proof, funding, session_price) VALUES (?, ?, 4, 'each_session', '', 0)", [run, begins]).lastrowid
        times = [store.execute("""INSERT INTO provision_time (pattern_id, run_id, school_id, weekday, starts_at, minutes, room, role, second_role)
            VALUES (?, ?, ?, ?, ?, 20, '', 'ta', '')""", [week, run, school, weekday, 540 + 240 * place]).lastrowid for weekday in (2, 4)]
        for pupil in pupils[2 * place:2 * place + 2]:
            store.execute("INSERT INTO provision_member (run_id, pupil_id, starts, because) VALUES (?, ?, ?, '')", [run, pupil, begins])
        if place == 0:
            log(store, school, run, times, pupils[:2], begins)


def log(store, school, run, times, pupils, begins):
    for day in (begins + timedelta(days=number) for number in range(14)):
        for weekday, time in zip((2, 4), times):
            if day.isoweekday() != weekday:
                continue
            there = ",".join(map(str, pupils))
            session = store.execute("""INSERT INTO session (run_id, school_id, time_id, day, starts_at, planned, result, minutes, ready, note, roles, members, there, proof, logged_on, logged_by, send_key)
                VALUES (?, ?, ?, ?, 540, 20, 'given', 20, 20, '', 'ta', ?, ?, 'each_session', ?, 'Somebody', ?)""", [run, school, time, day, there, there, day, f"a-key-of-{run}-{day}"]).lastrowid
            for pupil in pupils:
                store.execute("INSERT INTO session_pupil (session_id, pupil_id, run_id, day, offered, minutes, stands) VALUES (?, ?, ?, ?, 20, 20, 1)", [session, pupil, run, day])


@pytest.fixture(scope="module")
def roles(trust):
    return [button.get("value") for button in Visitor(trust).get("/").buttons("role")]


def named(roles, words):
    return next(role for role in roles if role.startswith(words))


@pytest.fixture
def lead(chromium, trust, roles):
    return Person(Page(chromium, trust), named(roles, "trust-lead"))


def test_from_the_trust_to_a_child_by_the_keyboard_alone(lead):
    lead.open("/provision")
    first = lead.page.one("#map tbody th a").text
    lead.tab_to(first, link=True)
    lead.enter()
    assert "school=" in lead.path
    for words, count in [("Targeted", 1), ("Story circle", 2), ("Story circle, mornings", 3)]:
        lead.tab_to(words, link=True)
        lead.enter()
        assert len(lead.page.all("#map a[aria-expanded=true]")) == count, f"{words} is open, and what it is in"
    names = lead.page.all("#map .level-4 a.name")
    assert len(names) == 2
    name = names[0].text
    lead.tab_to(name, link=True)
    lead.enter()
    assert lead.path.startswith("/pupils/") and lead.path.endswith("/provision") and name.split()[0] in lead.title + lead.words


def test_what_was_opened_is_closed_again_where_one_is(lead):
    lead.open("/provision").follow(lead.page.one("#map tbody th a").text)
    for words in ["▸ Targeted", "▸ Story circle"]:
        lead.follow(words)
    assert lead.page.run("return location.hash").startswith("#i")
    lead.follow("▾ Story circle")
    lead.follow("▾ Targeted")
    assert lead.page.all("#map a[aria-expanded=true]") == []


def test_without_a_script_a_name_finds_its_groups(chromium, trust, roles):
    lead = Person(Page(chromium, trust), named(roles, "trust-lead"), script=False).open("/provision")
    lead.follow(lead.page.one("#map tbody th a").text)
    for words in ["▸ Targeted", "▸ Story circle", "▸ Story circle, mornings"]:
        lead.follow(words)
    name = lead.page.one("#map .level-4 a.name").text
    lead.write("Pupil’s name", name.split()[-1])
    lead.press("Show")
    assert name in lead.words and "Story circle, afternoons" not in lead.words


def test_a_programme_is_taken_in_and_the_trusts_adapted(senco):
    senco.open("/catalogue").follow("Word Wasp")
    senco.press("Take it into the catalogue")
    assert "Taken into the catalogue." in senco.words and senco.title == "Word Wasp"
    senco.follow("Change it")
    senco.write("Minutes of a session", "0")
    senco.press("Save the entry")
    assert "from 1 to 360" in senco.problem("minutes")
    senco.write("Minutes of a session", "15")
    senco.press("Save the entry")
    assert "15 minutes" in senco.words
    senco.open("/catalogue").follow("Story circle")
    senco.follow("Adapt it for your school")
    senco.press("Make it our own")
    assert "Say why" in senco.problem("reason")
    senco.write("Why does your school do it in another way?", "Groups of two here")
    senco.press("Make it our own")
    assert "Your school has its own entry now." in senco.words and "Groups of two here" in senco.words


def test_the_map_and_the_catalogue_pass_axe_and_fit(senco, trust, roles):
    senco.open("/provision")
    senco.follow("▸ Targeted")
    senco.follow("▸ Story circle")
    senco.follow("▸ Story circle, mornings")
    group = senco.path
    senco.open("/catalogue").follow("Story circle")
    entry = senco.path
    for path in ["/provision", group, "/provision/print", "/catalogue", entry, "/catalogue/add", "/catalogue/shipped/elsa"]:
        for width in (WIDE, NARROW):
            senco.page.show(width).open(path)
            assert senco.page.axe_violations() == [], f"{path} at {width}"
            assert senco.page.run("return document.documentElement.scrollWidth <= window.innerWidth"), f"{path} at {width} is wider than the screen"
    senco.page.show(WIDE)


def test_the_map_prints_across_a4(senco, tmp_path):
    senco.open("/provision/print")
    assert "Story circle, mornings" in senco.words and "Tue, Thu 09:00" in senco.words
    pdf = b64decode(senco.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False})["data"])
    Path(tmp_path / "map.pdf").write_bytes(pdf)
    box = pdf[pdf.index(b"/MediaBox"):][:60]
    width, height = [float(number) for number in box.split(b"[")[1].split(b"]")[0].split()[2:]]
    assert width > height, f"A4 across: {box}"


def test_a_governor_sees_no_name(chromium, trust, roles):
    governor = Person(Page(chromium, trust), named(roles, "governor")).open("/provision/figures")
    assert governor.title == "Provision in figures" and governor.page.axe_violations() == []
    assert governor.page.all("main a[href^='/pupils/']") == [] and "Story circle, mornings" not in governor.words
