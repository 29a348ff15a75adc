"""A SENCO at work on her register, each day's errand from its first click to what stays of it."""
import csv
import io
import re
from datetime import date, timedelta

import openpyxl
import pytest
from browser import NARROW, WIDE, Page
from person import Person
from selenium.webdriver.common.keys import Keys
from visitor import Visitor

COLUMNS = ["urn", "upn", "surname", "forename", "date_of_birth", "sex", "year", "class", "provision", "provision_since", "need_1", "need_2",
           "sen_unit", "resourced_provision", "home_la", "looked_after", "pupil_premium", "eal"]


def pupils(person, query="?status=N"):
    """Links and names of those the register shows."""
    person.open(f"/register{query}")
    return [(link.get_attribute("href").removeprefix(person.page.address), link.text) for link in person.page.all("#pupils tbody a.name")]


def without_needs(person):
    """A pupil with no SEN, of whom nothing is open that a finding could be about."""
    for path, name in pupils(person):
        person.open(path)
        if "None recorded" in person.page.one("#needs").text and "watch list" not in person.page.one("aside").text.lower().replace("put on the watch list", ""):
            return path, name
    raise AssertionError("the demonstration has no pupil without needs")


def needs(person):
    """The open needs of the pupil on the page, in their order."""
    facts = person.page.all("#needs .facts > div")[1:]
    return [fact.find_element("css selector", "dd").text.splitlines()[0] for fact in facts]


@pytest.mark.parametrize("width, script", [(WIDE, True), (NARROW, False)])
def test_a_pupil_found_by_search_comes_onto_the_register(chromium, trust, role, width, script):
    senco = Person(Page(chromium, trust), role, width, script)
    path, name = without_needs(senco)
    senco.open("/")
    box = senco.page.one("#search")
    box.send_keys(name)
    senco.press("Find")
    senco.follow(name)
    assert senco.path == path
    senco.follow("Add to the register")

    senco.tick("SEN support")
    senco.choose("Main need", "Autism")
    senco.press("Save the status")
    assert "Say why" in senco.problem("reason")
    assert senco.field("SEN support").is_selected(), "what was chosen is gone"
    assert "Autism" in senco.field("Main need").text and senco.field("Main need").get_attribute("value") == "ASD"
    if script:
        assert senco.driver.switch_to.active_element.get_attribute("id") == "problems"

    senco.write("Why?", "Two terms of notes from the class teacher.")
    senco.press("Save the status")
    assert senco.path.startswith(path)
    assert "SEN support" in senco.page.one("#needs").text and needs(senco) == ["Autism"]
    assert "SEN support began" in senco.page.one("#history").text
    senco.follow("See who changed what")
    assert "Two terms of notes from the class teacher." in senco.words

    senco.open("/mis-tasks")
    assert f"{name}: SEN status" in senco.page.one("main").get_attribute("textContent")
    senco.tick(f"{name}: SEN status")
    senco.press("I have entered these")
    assert "Entered, not yet confirmed by a file" in senco.words


def test_needs_are_added_and_put_in_order(senco):
    path, _ = pupils(senco, "?status=K")[0]
    senco.open(path)
    before = needs(senco)
    added = "Hearing impairment"
    assert added not in before
    senco.follow("Add a need")
    senco.choose("Need", added)
    senco.press("Save the need")
    assert needs(senco) == [*before, added]
    for _ in before:
        senco.press(f"Move up: {added}")
    assert needs(senco) == [added, *before]


def test_a_pupil_is_watched_and_stands_apart_from_the_register(senco):
    path, name = without_needs(senco)
    senco.open(path).follow("Put on the watch list")
    senco.press("Put on the watch list")
    assert "watching for" in senco.problem("reason")
    senco.write("What are you watching for?", "Slow to answer in class since September.")
    senco.press("Put on the watch list")
    assert "Slow to answer" in senco.words
    assert (path, name) in pupils(senco, "?status=watch")
    assert (path, name) not in pupils(senco, "")


def test_many_are_changed_together_after_a_preview(senco):
    chosen = pupils(senco)[5:8]
    for _, name in chosen:
        senco.tick(name)
    senco.press("Change those that are ticked")
    senco.tick("SEN support")
    senco.choose("Need to add", "Vision impairment")
    senco.press("See what would change")
    assert "Say why" in senco.problem("reason")
    senco.write("Why?", "Screening of the whole year.")
    senco.press("See what would change")
    rows = [row.text for row in senco.page.all("tbody tr")]
    assert len(rows) == 3 and all("Vision impairment" in row for row in rows), rows
    ready = int(re.search(r"Save for (\d+)", senco.words).group(1))
    with senco.beside():
        assert not set(chosen) & set(pupils(senco, "?need=VI")), "a preview saves nothing"
    senco.press("Save for")
    assert f"Saved for {ready} pupil" in senco.words
    assert len(set(chosen) & set(pupils(senco, "?need=VI"))) == ready


def test_a_finding_is_put_off_and_another_is_right_as_it_is(senco):
    senco.open("/gaps?rule=need-missing")
    group = senco.page.one("#need-missing")
    links = [link.get_attribute("href") for link in group.find_elements("css selector", ".finding a.name")]
    names = [link.text for link in group.find_elements("css selector", ".finding a.name")]
    school = re.search(r"/schools/(\d+)", senco.page.one(".menu a[href^='/schools/']").get_attribute("href")).group(1)
    later, right = [f"/gaps/need-missing/{school}/{link.rsplit('/', 1)[1]}" for link in links[:2]]

    senco.open(later)
    senco.tick("Ask me again on a day")
    senco.press("Save the answer")
    assert senco.problem("because") and senco.field("Ask me again on a day").is_selected()
    senco.write("Ask again on", date.today() + timedelta(days=14))
    senco.write("Because", "The teacher of the deaf comes on Thursday.")
    senco.press("Save the answer")
    senco.open("/gaps?show=later")
    assert names[0] in senco.words and "teacher of the deaf" in senco.words

    senco.open(right)
    senco.tick("It is right as it is")
    senco.write("Because", "The need is being found out this week.")
    senco.press("Save the answer")
    senco.open("/gaps?rule=need-missing")
    open_still = [link.text for link in senco.page.all(".finding a.name")]
    assert names[0] not in open_still and names[1] not in open_still
    senco.open("/gaps?show=right").press("Ask about it again")
    senco.open("/gaps?rule=need-missing")
    assert names[1] in [link.text for link in senco.page.all(".finding a.name")]


def test_the_register_is_kept_as_a_file(senco, trust, role):
    add_a_formula(senco)
    visitor = Visitor(trust)
    visitor.press(next(button for button in visitor.get("/").buttons("role") if button.get("value") == role))
    page = visitor.get("/register?status=all")
    on_roll = int(re.search(r"([\d,]+) pupils", page.tree.get_element_by_id("found").text_content()).group(1).replace(",", ""))
    files = {link.rsplit("=", 1)[1]: visitor.get(link) for link in page.links() if "/register/file" in link}

    table = list(csv.reader(io.StringIO(files["csv"].body.decode("utf-8-sig"))))
    assert table[0] == COLUMNS and len(table) == on_roll + 1
    assert not [cell for row in table for cell in row if cell[:1] in ("=", "+", "-", "@", "\t")], "a cell would run as a formula"
    assert any(row[2] == "'=1+1" for row in table)

    sheet = openpyxl.load_workbook(io.BytesIO(files["xlsx"].body)).active
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]] == COLUMNS and len(rows) == on_roll + 1
    assert not [cell for row in rows for cell in row if cell.data_type == "f"], "a cell would run as a formula"
    assert all(isinstance(row[1].value, (str, type(None))) for row in rows[1:]), "a UPN is text"
    for answer in files.values():
        assert "attachment" in answer.headers["Content-Disposition"]


def add_a_formula(senco):
    senco.open("/pupils/add")
    senco.write("Forename", "Ben")
    senco.write("Surname", "=1+1")
    senco.write("Born on", "2018-02-01")
    senco.press("Add the pupil")
    assert re.match(r"/pupils/\d+", senco.path), senco.words


def test_any_day_of_the_past_can_be_asked_for(senco):
    now = pupils(senco, "?status=E")
    past = date.today() - timedelta(days=900)
    senco.open("/register")
    senco.write("On this day", past)
    senco.press("Show these pupils")
    assert f"on {past.day} {past:%B %Y}" in senco.words
    numbers = [int(tile.text.replace(",", "")) for tile in senco.page.all("#numbers .tile b")]
    assert sum(numbers[:-1]) == numbers[-1]
    assert pupils(senco, f"?status=E&on={past}") != now


def test_a_status_is_changed_by_keyboard_alone(senco):
    senco.open("/")
    senco.tab_to("with SEN support")
    senco.enter()
    # The last of the list has had SEN support since before today; a status begun today is corrected, not changed.
    name = senco.page.all("#pupils a.name")[-1].text
    senco.tab_to(name, link=True)
    senco.enter()
    senco.tab_to("Change SEN status")
    senco.enter()
    senco.tab_to("SEN support")
    senco.page.press(Keys.ARROW_DOWN)
    assert senco.field("EHC plan").is_selected()
    senco.tab_to("Why?")
    senco.page.press("The council issued the plan today.")
    senco.tab_to("Save the status")
    senco.enter()
    assert senco.title == name and "EHC plan" in senco.page.one("#needs").text
    assert "saved" in senco.page.one("[role=status]").text.lower()


def test_the_second_of_two_editors_is_told_what_the_first_saved(senco):
    path, _ = pupils(senco, "?status=K")[-2]
    senco.open(f"{path}/status")
    with senco.beside():
        senco.open(f"{path}/needs/add")
        senco.choose("Need", "Vision impairment")
        senco.press("Save the need")
    senco.tick("EHC plan")
    senco.write("Why?", "The plan came this morning.")
    senco.press("Save the status")
    assert "Somebody else changed this while you had it open" in senco.words and "Vision impairment" in senco.words
    assert senco.field("Why?").get_attribute("value") == "The plan came this morning."
    assert senco.field("EHC plan").is_selected()
    senco.press("Save the status")
    assert "EHC plan" in senco.page.one("#needs").text
