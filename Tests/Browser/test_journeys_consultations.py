"""A consultation of a council: logged on its day, answered with facts, sent by the head, and over."""
from datetime import date, timedelta

import claims
from browser import NARROW, Page
from person import Person
from visitor import Visitor


def arrive(chromium, trust, role, **more):
    value = next(button.get("value") for button in Visitor(trust).get("/").buttons("role") if button.get("value").startswith(role))
    return Person(Page(chromium, trust), value, **more)


def log(senco, name):
    senco.open("/consultations").follow("Log a consultation")
    claims.assert_axe_clean(senco.page, "the form of a consultation")
    senco.press("Log it")
    assert "Give the child’s first name" in senco.problem("forename")
    senco.write("Child’s first name", name)
    senco.write("Child’s last name", "Quickbeam")
    senco.write("Day of birth", date.today() - timedelta(days=8 * 365))
    senco.write("Year group to join", "3")
    senco.write("Which council asks?", "999")
    senco.write("On which day did it come?", date.today() - timedelta(days=3))
    senco.tick("The family asked for this school (section 38)")
    senco.write("What does the plan say the child needs?", "Help to speak, every day")
    senco.press("Log it")
    assert name in senco.title
    return senco.path.split("?")[0]


def test_from_the_letter_to_the_reply(chromium, trust):
    senco = arrive(chromium, trust, "senco")
    path = log(senco, "Wren")
    due = date.today() + timedelta(days=12)
    assert f"{due.day} {due:%b %Y}" in senco.words or f"{due.day} {due:%B %Y}" in senco.words, "fifteen days after it came"
    claims.assert_axe_clean(senco.page, "a consultation")
    senco.follow("Write the answer")
    claims.assert_axe_clean(senco.page, "the form of an answer")
    senco.tick("We put forward grounds against")
    senco.page.one("[name=others]").send_keys("We are full")
    senco.press("Save the answer")
    assert "is no ground by itself" in senco.words
    senco.follow("Say that the reply was sent")
    assert "Only the head can let it go as it is" in senco.words
    claims.assert_axe_clean(senco.page, "a reply that only the head sends")
    senco.follow("Put the answer right")
    senco.tick("We can admit if something is in place")
    senco.page.one("[name=others]").clear()
    senco.write("What must be in place?", "An adult trained in the child’s way to speak")
    senco.press("Save the answer")
    put_figures_right(senco)
    senco.follow("Say that the reply was sent")
    senco.write("Which head agreed?", "The head")
    senco.press("Save that it was sent")
    assert "Answer sent" in senco.words
    assert "As they went with the reply" in senco.words
    senco.follow("See and print the reply")
    assert "An adult trained in the child’s way to speak" in senco.words
    claims.assert_axe_clean(senco.page, "the reply")
    senco.page.show(NARROW)
    claims.assert_fits_width(senco.page, "the reply on a phone")


def put_figures_right(senco):
    senco.follow("Put these figures right")
    claims.assert_axe_clean(senco.page, "the figures of a reply")
    senco.write("Capacity", "many")
    senco.press("Save these figures")
    assert "Give a whole number" in senco.problem("capacity")
    senco.write("Capacity", "9000")
    senco.write("Why do they differ from the record?", "Two places are promised")
    senco.press("Save these figures")
    assert "9000" in senco.words and "Two places are promised" in senco.words


def test_what_was_misread_is_put_right(chromium, trust):
    senco = arrive(chromium, trust, "senco")
    log(senco, "Robbin")
    senco.follow("Put this right")
    claims.assert_axe_clean(senco.page, "what was logged, to be put right")
    senco.write("Child’s first name", "Robin")
    senco.press("Save what is right")
    assert "Robin Quickbeam" in senco.title or "Robin Quickbeam" in senco.words


def test_without_script_on_a_phone(chromium, trust):
    senco = arrive(chromium, trust, "senco", width=NARROW, script=False)
    path = log_without_axe(senco, "Lark")
    senco.open(path).follow("Say how it came out")
    senco.tick("The council took it back")
    senco.press("Save how it came out")
    assert "The council took it back" in senco.words
    senco.open("/consultations?which=over")
    assert "Lark Quickbeam" in senco.words


def log_without_axe(senco, name):
    senco.open("/consultations/log")
    for label, text in [("Child’s first name", name), ("Child’s last name", "Quickbeam"), ("Day of birth", date.today() - timedelta(days=3000)),
                        ("Which council asks?", "999")]:
        senco.write(label, text)
    senco.tick("The council proposes it (section 40)")
    senco.press("Log it")
    return senco.path.split("?")[0]
