"""Provision: a group from its start to its end by keyboard, and what its times meet while they are typed."""
from datetime import date, timedelta

from browser import NARROW, WIDE, Page
from person import Person
from selenium.webdriver.common.keys import Keys


PROGRAMME = "Talk Boost KS2"


def begin(person):
    """From the page of a pupil with SEN support to the form of a programme for groups, twice a week."""
    person.open("/register?status=K")
    person.open(person.page.all("#pupils tbody a.name")[0].get_attribute("href"))
    person.follow("Start provision")
    person.choose("What is it?", PROGRAMME)
    person.press("Go on")
    assert PROGRAMME in person.title
    return person


def somebody_of_staff(person):
    return person.page.one("#staff-names option").get_attribute("value")


def type_here(person, label, text):
    person.tab_to(label)
    person.page.press(text)


def tick_by_keys(person, how_many):
    """The first pupils who are not ticked, by Tab and the space bar."""
    names = person.page.run("return [...document.querySelectorAll('input[name=pupils]:not(:checked)')].map(one => one.labels[0].innerText.trim())")
    for name in names[:how_many]:
        person.tab_to(name)
        person.page.press(Keys.SPACE)


def type_time(person, day, clock, who):
    type_here(person, "Day of the week", day)
    type_here(person, "Begins at", clock)
    type_here(person, "Who gives it", who)


def start_group(person, name, clock):
    """A group of three with two times, by keys alone."""
    who = somebody_of_staff(person)
    person.write("First day", date.today() - timedelta(days=7))
    type_here(person, "What do you call it?", name)
    tick_by_keys(person, 2)
    type_time(person, "Tue", clock, who)
    type_here(person, "Room", "Den")
    type_time(person, "Thu", clock, who)
    return who


def test_a_group_from_its_start_to_its_end_by_keyboard(senco):
    begin(senco)
    assert senco.page.axe_violations() == []
    who = start_group(senco, "First group", "9:15")
    senco.tab_to("Start the provision")
    senco.enter()
    assert "The provision has started." in senco.words and "First group" in senco.title
    assert senco.page.axe_violations() == []

    begin(senco)
    start_group(senco, "Second group", "9:30")
    senco.wait(lambda: "also booked for “First group” on Tuesday" in senco.page.one("#clashes").text)
    assert who in senco.page.one("#clashes").text and "Den" in senco.page.one("#clashes").text
    assert senco.page.axe_violations() == []
    senco.tab_to("Start the provision")
    senco.enter()
    assert "Clash:" in senco.words

    senco.follow("Change the week")
    senco.choose("Day of the week", "Monday")
    senco.wait(lambda: "on Tuesday" not in senco.page.one("#clashes").text)
    senco.choose("Paid as", "Higher level teaching assistant")
    senco.press("Save the week")
    assert "The week is changed." in senco.words and "Monday 09:30" in senco.words

    senco.follow("Leaves")
    senco.write("Why?", "Has reached what it was for.")
    assert senco.page.axe_violations() == []
    senco.press("Save that")
    assert "The pupil has left it." in senco.words and "Has reached what it was for." in senco.words

    senco.follow("End this provision")
    senco.press("End the provision")
    assert "Say why" in senco.problem("reason")
    senco.write("Why does it end?", "The programme is finished.")
    senco.press("End the provision")
    assert "The provision has ended." in senco.words and not senco.page.all("a[href$='/change']")


def test_two_quick_presses_begin_one_provision_and_it_can_be_taken_back(senco):
    begin(senco)
    start_group(senco, "Pressed twice", "12:15")
    old = senco.page.one("html")
    senco.page.run("""
        const button = [...document.querySelectorAll('button')].find(one => one.textContent === 'Start the provision');
        button.click();
        button.click();
        """)
    senco.wait(lambda: senco.page.one("html") != old and "The provision has started." in senco.words)
    first = senco.path
    senco.open("/provision/timetable")
    tuesdays = senco.page.run("return [...document.querySelectorAll('main a')].filter(one => one.textContent.includes('Pressed twice')).map(one => one.getAttribute('href'))")
    assert len(set(tuesdays)) == 1, "begun once"
    senco.open(first).follow("Take it back")
    assert senco.page.axe_violations() == []
    senco.press("Take it back")
    assert "Say why" in senco.problem("because")
    senco.write("Why do you take it back?", "Begun by mistake")
    senco.press("Take it back")
    assert "The provision is taken back" in senco.words
    senco.open("/provision/timetable")
    assert "Pressed twice" not in senco.words


def test_on_a_phone_and_without_a_script_the_same_can_be_done(chromium, trust, role):
    senco = Person(Page(chromium, trust), role, NARROW, script=False)
    begin(senco)
    who = somebody_of_staff(senco)
    for place, clock in enumerate(["13:00", "14:00"]):
        senco.page.one(f"#weekday_{place}").send_keys("Wed")
        senco.page.one(f"#starts_at_{place}").send_keys(clock)
        senco.page.one(f"#staff_{place}").send_keys(who)
    senco.press("Add a time")
    assert senco.page.one("#starts_at_1").get_attribute("value") == "14:00"
    senco.page.one("#weekday_2").send_keys("Wed")
    senco.page.one("#starts_at_2").send_keys("13:10")
    senco.press("Check times")
    senco.press("Start the provision")
    assert "meets another time of the same provision" in senco.problem("starts_at_2")
    senco.page.one("#starts_at_2").clear()
    senco.page.one("#starts_at_2").send_keys("15:00")
    senco.press("Start the provision")
    assert "The provision has started." in senco.words


def fits(person):
    return person.page.run("return document.documentElement.scrollWidth <= innerWidth")


def test_the_form_and_the_page_fit_a_phone(chromium, trust, role):
    senco = begin(Person(Page(chromium, trust), role, NARROW))
    assert fits(senco) and senco.page.axe_violations() == []
    start_group(senco, "Group on a phone", "11:00")
    senco.press("Start the provision")
    assert fits(senco) and senco.page.axe_violations() == []


def test_the_timetable_is_a_grid_on_a_desk_and_a_list_on_a_phone(chromium, trust, role):
    somebody = begin(Person(Page(chromium, trust), role))
    start_group(somebody, "Group of the timetable", "10:30")
    somebody.press("Start the provision")
    for width in (WIDE, NARROW):
        senco = Person(Page(chromium, trust), role, width)
        senco.open("/provision/timetable")
        assert "Timetable of provision" in senco.title and senco.page.axe_violations() == []
        assert fits(senco)
        cells = senco.page.run("return [...document.querySelectorAll('.week td')].map(one => one.getBoundingClientRect().top)")
        assert len(cells) == 5 and (len(set(cells)) == 1) == (width == WIDE)
