"""The review round: thirty plans by the keyboard alone, the connection cut in the middle, and what a browser keeps."""
import sqlite3

import pytest
from browser import NARROW, WIDE, Page
from person import Person
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys
from signing import enter, give_code, give_password, invite
from visitor import Visitor

HOW_MANY = 30
KEPT = "return Object.entries(localStorage).filter(([place]) => place.startsWith('typed '))"


def asked(where, question, *values):
    store = sqlite3.connect(f"{where[1]}/trellis.sqlite")
    try:
        return store.execute(question, values).fetchall()
    finally:
        store.close()


@pytest.fixture(scope="module")
def school(where):
    """The school with the most live plans: the round of the journey needs thirty."""
    number, plans = asked(where, "SELECT school_id, COUNT(*) FROM plan WHERE state = 'live' GROUP BY school_id ORDER BY 2 DESC LIMIT 1")[0]
    assert plans > HOW_MANY + 5, f"{plans} live plans are too few for this journey"
    return number


@pytest.fixture
def senco(chromium, trust, school):
    somebody = Person(Page(chromium, trust), f"senco.{school}")
    yield somebody
    connect(somebody)


def connect(person, to_the_server=True):
    person.driver.execute_cdp_cmd("Network.enable", {})
    person.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
        "offline": not to_the_server, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})


def open_round(person):
    person.open("/plans/round?by=all")
    # The parts of the list are joined while the page is looked at.
    person.wait(lambda: not person.page.all("a[data-joins]"))
    return person


def here(person):
    """The row in which the focus is, and how many outcomes it has."""
    return person.page.run("const row = document.activeElement.closest('[data-row]'); return row && [row.id, row.querySelectorAll('fieldset').length]")


def type_row(person, text):
    """From the first field of a row to its decision, by keys alone."""
    row, outcomes = here(person)
    for place in range(outcomes):
        person.page.press("Part", Keys.TAB, f"{text}, outcome {place + 1}", Keys.TAB, "Smaller steps", Keys.TAB)
    person.page.press("Cont")
    return row, outcomes


def save_row(person):
    row = here(person)[0]
    ActionChains(person.driver).key_down(Keys.CONTROL).send_keys(Keys.ENTER).key_up(Keys.CONTROL).perform()
    person.wait(lambda: not person.page.run("return document.querySelector('[inert]')") and (here(person) or [None])[0] != row)


def says(person, row):
    # By the browser itself, for a row that is saved is put in anew.
    return person.page.run("return document.querySelector(`#${arguments[0]} [data-says]`).textContent", row)


def test_thirty_plans_by_keyboard_with_the_connection_cut_in_the_middle(senco, where):
    open_round(senco)
    senco.tab_to("How did it go?")
    written, kept = [], []
    for number in range(HOW_MANY):
        if number == 12:
            connect(senco, to_the_server=False)
        text = f"Round, row {number}"
        row, outcomes = type_row(senco, text)
        written += [f"{text}, outcome {place + 1}" for place in range(outcomes)]
        save_row(senco)
        if 12 <= number < 18:
            kept.append(row)
            assert says(senco, row) == "Kept on this computer, not saved yet."
        if number == 17:
            assert len(senco.page.run(KEPT)) == 6 and senco.page.one("[data-sends]").is_displayed()
            connect(senco)
            senco.wait(lambda: all(says(senco, row) == "Saved: reviewed." for row in kept))
        elif not 12 <= number < 18:
            assert says(senco, row) == "Saved: reviewed."
    assert senco.page.run(KEPT) == [], "what is saved is kept no longer"
    assert senco.path == "/plans/round?by=all", "the page was never left"
    saved = asked(where, "SELECT evidence, COUNT(*) FROM outcome_review WHERE evidence LIKE 'Round, row%' GROUP BY evidence")
    assert sorted(saved) == sorted((text, 1) for text in written)
    plans = {int(row.removeprefix("plan-")) for row in kept}
    marks = ",".join("?" * len(plans))
    assert asked(where, f"SELECT COUNT(*) FROM plan WHERE id IN ({marks}) AND state = 'reviewed'", *plans) == [(len(plans),)]
    assert asked(where, f"SELECT COUNT(*) FROM plan WHERE follows_id IN ({marks})", *plans) == [(len(plans),)], "one next cycle each"


def first_open_row(person):
    """The first plan at which nobody has looked, and of whose outcomes nothing is written."""
    return person.page.one("[data-row]:not([data-done]):has(fieldset):not(:has(fieldset .tag))").get_attribute("id")


def write_evidence(person, row, text):
    field = person.page.one(f"#{row} textarea[name^=evidence]")
    field.clear()
    field.send_keys(text)
    return field.get_attribute("name")


def test_what_was_typed_and_not_saved_is_there_after_a_reload_and_gone_after_signing_out(senco):
    open_round(senco)
    row = first_open_row(senco)
    field = write_evidence(senco, row, "Half of the list, on Friday")
    open_round(senco)
    assert senco.page.one(f"[name='{field}']").get_attribute("value") == "Half of the list, on Friday"
    assert says(senco, row) == "What you typed here is not saved yet."
    kept = str(senco.page.run(KEPT))
    name = senco.page.one(f"#{row}").get_attribute("data-row").split()[0]
    assert "Half of the list" in kept and name not in kept, "ids and the text alone"
    senco.press("Sign out")
    assert senco.page.run(KEPT) == []


def test_on_a_shared_computer_nothing_is_kept(chromium, trust, where, school):
    urn = asked(where, "SELECT urn FROM school WHERE id = ?", school)[0][0]
    person = Person(Page(chromium, trust))
    phone, _ = enter(person, invite(where, "Nina Holt", "senco", urn))
    person.press("Sign out")
    give_password(person, "Nina Holt", shared=True)
    give_code(person, phone.code())
    open_round(person)
    assert not person.page.all("[data-keeps]")
    row = first_open_row(person)
    write_evidence(person, row, "Nobody else may read this")
    connect(person, to_the_server=False)
    person.page.one(f"#{row} [name=save]").click()
    person.wait(lambda: says(person, row) == "Not saved yet: there is no connection. Leave this page open.")
    assert person.page.run("return localStorage.length") == 0
    connect(person)
    person.wait(lambda: person.page.all(f"#{row} .problem"))
    assert person.page.one(f"#{row} textarea[name^=evidence]").get_attribute("value") == "Nobody else may read this"


def test_a_row_that_waited_is_sent_when_the_page_is_opened_anew(senco, where):
    open_round(senco)
    row = first_open_row(senco)
    write_evidence(senco, row, "Waited for the line")
    senco.page.one(f"#{row} select[name^=result]").send_keys("Met")
    connect(senco, to_the_server=False)
    senco.page.one(f"#{row} [name=save]").click()
    senco.wait(lambda: says(senco, row) == "Kept on this computer, not saved yet.")
    # The line comes back while the page is away, so that it is the opening that sends it.
    senco.driver.get("about:blank")
    connect(senco)
    open_round(senco)
    senco.wait(lambda: says(senco, row).startswith("Saved."))
    assert asked(where, "SELECT COUNT(*) FROM outcome_review WHERE evidence = 'Waited for the line'") == [(1,)]
    assert senco.page.run(KEPT) == []


def test_one_press_says_that_somebody_looked(senco, where):
    open_round(senco)
    row = first_open_row(senco)
    senco.page.one(f"#{row} [name=looked]").send_keys(Keys.ENTER)
    senco.wait(lambda: says(senco, row) == "Saved: looked at, nothing to change.")
    assert here(senco)[0] != row, "the focus is in the next row"
    plan = int(row.removeprefix("plan-"))
    assert asked(where, "SELECT COUNT(*) FROM plan_look WHERE plan_id = ? AND looked_on = date('now')", plan) == [(1,)]


def save(person, row):
    """Scrolled to first, as a person does: what was said last stands at the foot of the window."""
    button = person.page.one(f"#{row} [name=save]")
    person.page.run("arguments[0].scrollIntoView({block: 'center'})", button)
    button.click()


def test_what_is_wrong_stands_in_its_row_and_the_second_of_two_sees_the_first_ones_words(senco, trust, school):
    open_round(senco)
    row = first_open_row(senco)
    senco.page.one(f"#{row} select[name^=decision]").send_keys("Step up")
    save(senco, row)
    senco.wait(lambda: senco.page.all(f"#{row} .problem"))
    assert senco.page.run("return document.activeElement.getAttribute('aria-invalid')") == "true"
    assert senco.path == "/plans/round?by=all" and not senco.page.axe_violations()
    other = Visitor(trust)
    other.press(next(button for button in other.get(f"/look-as?school={school}").buttons("role") if button.get("value") == f"senco.{school}"))
    form = next(form for form in other.get(f"/plans/round?plan={row.removeprefix('plan-')}").tree.forms if "/round" in (form.action or "") and form.method == "POST")
    first = next(name for name in form.fields if name.startswith("evidence"))
    other.submit(form, **{first: "The other counted thirty", first.replace("evidence", "result"): "partly"})
    write_evidence(senco, row, "I counted forty")
    save(senco, row)
    senco.wait(lambda: "The other counted thirty" in senco.page.run("return document.getElementById(arguments[0]).textContent", row))
    assert senco.page.one(f"#{row} textarea[name^=evidence]").get_attribute("value") == "I counted forty"


def test_it_works_without_script(chromium, trust, school):
    person = Person(Page(chromium, trust), f"senco.{school}", NARROW, script=False)
    person.open("/plans/round?by=all")
    while not person.page.all("[data-row]:not([data-done])"):
        person.follow("Next plans")
    row = first_open_row(person)
    person.go_by(person.page.one(f"#{row} [name=looked]"))
    assert "Saved: looked at, nothing to change." in person.words and "#plan-" in person.driver.current_url
    person.follow("First plans" if not person.page.all("a[data-joins]") else "Next plans")
    assert person.page.all("[data-row]")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_its_pages_pass_axe_and_need_no_sideways_scrolling(senco, width):
    senco.page.show(width)
    for path in ("/plans/round?by=all", "/rounds", "/rounds/add"):
        senco.open(path)
        assert not senco.page.axe_violations(), path
        assert senco.page.run("return document.documentElement.scrollWidth <= window.innerWidth"), path
