"""A screening of sixty children: by the keys alone, by paste, and what comes of it."""
import claims
import pytest
from browser import NARROW, WIDE, Page
from grid import cells, paste, values
from person import Person
from selenium.webdriver.common.keys import Keys
from visitor import Visitor


@pytest.fixture
def somebody(chromium, trust):
    """Somebody who plays this role, at the first place that the chooser offers."""
    def arrive(role, width=WIDE):
        values = [button.get("value") for button in Visitor(trust).get("/").buttons("role")]
        return Person(Page(chromium, trust), next(value for value in values if value.startswith(role)), width)
    return arrive


def plan(senco, name, test="Speech Link", years=("Reception", "Year 1", "Year 2", "Year 3")):
    senco.open("/screening").follow("Plan a campaign")
    senco.choose("Which test?", test)
    senco.write("First day", "2026-11-02")
    senco.write("Last day", "2026-12-04")
    for year in years:
        senco.tick(year)
    senco.write("A name", name)
    senco.press("Plan this campaign")
    assert "Planned." in senco.words


def test_sixty_children_by_the_keys_alone(somebody):
    senco = somebody("senco")
    plan(senco, "Speech by the keys")
    senco.follow("Enter results")
    number = len(cells(senco))
    assert number >= 60
    scores = [str(90 + place % 30) for place in range(number)]
    scores[2] = "70"
    senco.page.run("arguments[0].focus()", cells(senco)[0])
    for score in scores:
        senco.page.press(score, Keys.ENTER)
    assert senco.driver.switch_to.active_element.text == "Save the results", "Enter leads from the last cell to the button"
    senco.enter()
    assert f"{number} scores saved" in senco.words and values(senco) == scores
    senco.follow("Speech by the keys")
    assert "100%" in senco.words and "Decide about 1 pupil below the cut-off" in senco.words


def test_sixty_children_by_paste_with_a_wrong_cell_and_a_column_too_many(somebody):
    senco = somebody("senco")
    plan(senco, "Speech by paste")
    senco.follow("Enter results")
    number = len(cells(senco))
    paste(senco, cells(senco)[0], "90\t4\t5\n" * number)
    assert "Nothing was filled in: what you pasted is" in senco.words, "columns too many"
    names = [head.text for head in senco.page.all("table[data-grid] tbody th")]
    senco.unfold("Paste rows with names or UPNs")
    senco.write("Rows of your spreadsheet", "\n".join(f"{name};90;4;5;6;7" for name in names))
    senco.press("Fill in the grid")
    assert "This has 6 columns. It needs 1 score in each row" in senco.words

    paste(senco, cells(senco)[0], "".join(f"{95 + place % 20}\n" for place in range(number)))
    senco.page.run("arguments[0].value = '950'", cells(senco)[1])
    senco.press("Save the results")
    assert "The rest needs mending" in senco.words and "“950” is above 160" in senco.words
    assert values(senco)[1] == "950", "what was typed is gone"
    claims.assert_axe_clean(senco.page, "a grid with a wrong cell")
    cell = cells(senco)[1]
    cell.clear()
    cell.send_keys("95")
    senco.press("Save the results")
    assert "1 score saved" in senco.words and len([value for value in values(senco) if value]) == number


def test_who_is_not_tested_and_why(somebody):
    senco = somebody("senco")
    plan(senco, "Speech with reasons", test="Graded Word Spelling Test (Vernon)", years=("Year 2",))
    senco.follow("Say who is not tested")
    senco.press("Save for those that are ticked")
    assert "Tick at least one child" in senco.words
    boxes = senco.page.all("input[name=pupil]")
    for box in boxes[:3]:
        senco.page.run("arguments[0].click()", box)
    senco.tick("Family opted out")
    senco.press("Save for those that are ticked")
    assert "Saved for 3 children." in senco.words
    senco.follow("Speech with reasons")
    together = senco.page.all("tfoot td") or senco.page.all("tbody tr")[0].find_elements("css selector", "td")
    assert together[5].text == "3", "three opted out"


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_results_below_the_cut_off_are_decided(somebody, width):
    senco = somebody("senco", width)
    name = f"Speech at {width}"
    # A result counts in every campaign with its test, so each takes another test.
    plan(senco, name, test="Progress in Understanding Mathematics (PUMA)" if width == WIDE else "Infant Language Link", years=("Year 1",))
    claims.assert_axe_clean(senco.page, "a campaign")
    claims.assert_fits_width(senco.page, f"{width}")
    senco.follow("Enter results")
    scores = cells(senco)
    for cell in scores[:3]:
        cell.send_keys("65")
    senco.press("Save the results")
    senco.follow(name)
    senco.follow("Decide about 3 pupils")
    forms = senco.page.all(".follow-up")
    assert len(forms) == 3
    claims.assert_axe_clean(senco.page, "follow-ups")
    claims.assert_fits_width(senco.page, f"{width}")
    for form in forms[:2]:
        for field, value in [("outcome", "nothing"), ("known_family", "no"), ("known_school", "no")]:
            select = form.find_element("css selector", f"select[name^='{field}.']")
            senco.page.run("arguments[0].value = arguments[1]", select, value)
        for select in form.find_elements("css selector", "select[name^='home.']"):
            senco.page.run("arguments[0].value = 'english'", select)
    forms[0].find_element("css selector", "input[name^='words.']").send_keys("Says all sounds in play")
    senco.press("Save what is decided")
    assert "Saved for 1 pupil. The rest needs mending." in senco.words and "Say it in a few words" in senco.words
    claims.assert_axe_clean(senco.page, "follow-ups with a problem")
    wrong = next(form for form in senco.page.all(".follow-up") if form.find_elements("css selector", ".problem"))
    wrong.find_element("css selector", "input[name^='words.']").send_keys("Lost two teeth")
    senco.press("Save what is decided")
    assert "Saved for 1 pupil." in senco.words and "1 pupil to decide about" in senco.words
    senco.follow(name)
    assert "Not known before to the school\n2" in senco.words


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("role", ["trust-lead", "trustee", "governor"])
def test_the_trust_sees_every_school(somebody, role, width):
    person = somebody(role, width)
    person.open("/screening")
    claims.assert_axe_clean(person.page, "the list of campaigns")
    person.go_by(person.page.all("main a.name")[0])
    claims.assert_axe_clean(person.page, "a campaign over the schools")
    claims.assert_fits_width(person.page, f"{role} {width}")
