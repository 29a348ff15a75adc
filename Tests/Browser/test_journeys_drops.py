"""A data drop: the SENCO says why pupils are below and sends it, and a governor signs without seeing a name."""
import claims
import pytest
from browser import NARROW, WIDE, Page
from person import Person
from visitor import Visitor


@pytest.fixture
def somebody(chromium, trust):
    def arrive(role, width=WIDE, script=True):
        values = [button.get("value") for button in Visitor(trust).get("/").buttons("role")]
        return Person(Page(chromium, trust), next(value for value in values if value.startswith(role)), width, script)
    return arrive


def looked_at(person, what):
    claims.assert_fits_width(person.page, what)
    claims.assert_axe_clean(person.page, what)


def explain(person):
    """Says of the pupil who is asked about why they are below, as somebody who was away."""
    person.choose("Why, as far as you know?", "Away from school")
    person.write("What else did you look at?", "Work in books, which is as before")
    person.write("What is to be done?", "Read together three times a week")
    person.press("Save")


def test_a_drop_goes_its_way(somebody):
    senco = somebody("senco", NARROW)
    senco.open("/drops")
    looked_at(senco, "the list of data drops")
    senco.go_by(senco.page.all("#found tbody th a")[0])
    assert "Open. Next: The SENCO says why" in senco.words
    looked_at(senco, "an open data drop")
    path = senco.path
    names = [link.text for link in senco.page.all("#pupils th a")]
    assert len(names) > 2

    senco.follow("Explain who is below")
    looked_at(senco, "the form that asks why")
    senco.press("Save")
    assert "Choose a reason" in senco.words
    explain(senco)
    assert "Here is the next one" in senco.words
    explain(senco)
    assert "Saved what you said" in senco.words
    assert "Read together three times a week" in senco.words
    senco.press("Send it to the three")
    assert "The figures stand still from now on" in senco.words

    governor = somebody("governor", WIDE)
    governor.open("/")
    assert "your signature" in governor.words
    governor.open(path)
    assert not [name for name in names if name in governor.words], "a governor sees no name"
    looked_at(governor, "a data drop for a governor")
    governor.press("Sign the data drop")
    assert "Say in a sentence what you saw" in governor.words
    governor.write("What did you see?", "The figures are clear")
    governor.press("Sign the data drop")
    assert "Signed by 1 of 3" in governor.words
    assert "The figures are clear" in governor.words


def test_a_drop_is_opened(somebody):
    senco = somebody("senco")
    senco.open("/drops/start")
    looked_at(senco, "the form that opens a data drop")
    senco.press("Open the data drop")
    assert "There is a data drop of this half-term by this test already" in senco.words
    looked_at(senco, "the form with a problem")
    senco.choose("By which test?", "Single Word Spelling Test (SWST): Spelling")
    senco.tick("Pupil premium")
    senco.press("Open the data drop")
    assert "Opened." in senco.words
    assert "SEND + Pupil premium" in senco.words
    senco.follow("See what is expected")
    looked_at(senco, "what is expected")
    senco.follow("Say what is expected")
    looked_at(senco, "the form for what is expected")
    senco.choose("On which scale?", "Early years points: Literacy")
    senco.tick("Reception")
    senco.tick("So many points in each of three terms")
    senco.write("How many points", "1")
    senco.press("Save what is expected")
    assert "3 points in a school year" in senco.words
