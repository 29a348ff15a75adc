"""A talk with a family becomes a note, its promise something to do, and what is done leaves the list."""
from datetime import date, timedelta

import pytest
from browser import NARROW, WIDE, Page
from person import Person


@pytest.mark.parametrize("width, script", [(WIDE, True), (NARROW, False)])
def test_a_note_with_its_promise(chromium, trust, role, width, script):
    senco = Person(Page(chromium, trust), role, width, script)
    senco.open("/register?status=K")
    senco.go_by(senco.page.one("#pupils tbody a.name"))
    path = senco.path

    senco.unfold("Write a note")
    senco.write("Who?", "Mrs Okafor, aunt")
    senco.press("Save the note")
    assert "Say in a sentence what was said" in senco.problem("note_words")
    assert senco.field("Who?").get_attribute("value") == "Mrs Okafor, aunt", "what was typed is gone"
    what = f"Send the word list {width}"
    senco.write("What was said?", "Reads aloud at home each evening now.")
    senco.write("What is to be done?", what)
    senco.write("By which day?", date.today() + timedelta(days=3))
    senco.press("Save the note")
    assert senco.path.startswith(path) and "Reads aloud at home each evening now." in senco.page.one("#notes").text
    assert what in senco.page.one("#actions").text

    senco.open("/")
    assert what in senco.words
    senco.press(f"Done: {what}")
    assert what not in senco.words
    assert "Today" in senco.title
    senco.open("/actions?list=done").follow(what)
    senco.press("Open it again")
    senco.tick("It is no longer needed")
    senco.press("Save")
    assert "Say why it is no longer needed" in senco.problem("result")
    senco.write("What came of it?", "The class teacher sent it")
    senco.press("Save")
    assert "no longer needed" in senco.words


def test_the_demonstration_has_things_to_do_and_some_are_late(chromium, trust, role):
    senco = Person(Page(chromium, trust), role)
    senco.open("/actions?list=ours")
    assert len(senco.page.all(".finding")) > 2
    senco.open("/gaps?rule=few-family-meetings")
    assert "Offer a meeting and write it down" in senco.words or "Nothing" in senco.words
