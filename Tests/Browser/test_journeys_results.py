"""Scores of a whole class: by the keys alone, pasted into the cells, pasted into the box without script."""
import time

import claims
import pytest
from browser import NARROW, WIDE, Page
from grid import cells, paste, values
from person import Person
from selenium.webdriver.common.keys import Keys


def open_grid(person, test, day, group=0):
    """By its address: a choice in the form brings the rest of the form anew, while the next one is made."""
    person.open("/results")
    tests, classes = [person.field(label).find_elements("css selector", "option") for label in ("Test", "Class or group")]
    asked = next(option.get_attribute("value") for option in tests if option.get_attribute("textContent").strip() == test)
    person.open(f"/results?class={classes[group].get_attribute('value')}&test={asked}&on={day}&open=yes")


def test_a_class_is_entered_by_the_keys_alone(senco):
    open_grid(senco, "Progress in Understanding Mathematics (PUMA)", "2026-11-10")
    number = len(cells(senco))
    assert number > 10
    scores = [str(80 + place % 40) for place in range(number)]
    senco.page.run("arguments[0].focus()", cells(senco)[0])
    begun = time.monotonic()
    for score in scores:
        senco.page.press(score, Keys.ENTER)
    assert senco.driver.switch_to.active_element.text == "Save the results", "Enter leads from the last cell to the button"
    assert values(senco) == scores
    senco.enter()
    assert time.monotonic() - begun < 60
    assert f"{number} scores saved" in senco.words and values(senco) == scores


def test_the_arrows_go_up_and_down_a_column(senco):
    open_grid(senco, "Single Word Spelling Test (SWST)", "2026-11-11")
    grid = cells(senco)
    senco.page.run("arguments[0].focus()", grid[0])
    senco.page.press(Keys.ARROW_DOWN)
    assert senco.driver.switch_to.active_element == grid[2]
    senco.page.press(Keys.ARROW_UP)
    assert senco.driver.switch_to.active_element == grid[0]


def test_cells_are_pasted_into_the_grid(senco):
    open_grid(senco, "Single Word Spelling Test (SWST)", "2026-11-12")
    grid = cells(senco)
    rows = len(grid) // 2
    paste(senco, grid[0], "".join(f"{85 + place % 30}\t{8 + place % 3}:0{place % 9}\r\n" for place in range(rows)))
    assert f"{rows} by 2 cells are filled in. Nothing is saved yet." in senco.words
    assert values(senco)[:4] == ["85", "8:00", "86", "9:01"]
    senco.press("Save the results")
    assert f"{rows * 2} scores saved" in senco.words

    paste(senco, cells(senco)[0], "85\t8:00\t3")
    assert "Nothing was filled in: what you pasted is 1 by 3 cells" in senco.words
    assert values(senco)[:2] == ["85", "8:00"]


@pytest.mark.parametrize("width, script", [(WIDE, False), (NARROW, False)])
def test_rows_are_pasted_into_the_box_without_script(chromium, trust, role, width, script):
    senco = Person(Page(chromium, trust), role, width, script)
    open_grid(senco, "Speech Link", "2026-11-16" if width == WIDE else "2026-11-17")
    names = [head.text for head in senco.page.all("table[data-grid] tbody th")]
    text = "\n".join(f"{name};{90 + place % 20}" for place, name in reversed(list(enumerate(names))))
    senco.unfold("Paste rows with names or UPNs")
    senco.write("Rows of your spreadsheet", text.replace(f"{names[0]};90", f"{names[0]};190"))
    senco.press("Fill in the grid")
    assert "“190” is above 160" in senco.words and values(senco)[1] == "91"
    senco.press("Save the results")
    assert f"{len(names) - 1} scores saved. The rest needs mending." in senco.words
    assert values(senco)[0] == "190", "what was typed is gone"
    cell = cells(senco)[0]
    cell.clear()
    cell.send_keys("90")
    senco.press("Save the results")
    assert "1 score saved" in senco.words


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe_finds_nothing_in_a_grid_with_a_wrong_cell(chromium, trust, role, width):
    senco = Person(Page(chromium, trust), role, width)
    open_grid(senco, "Boxall Profile (2017, primary)", "2026-11-18")
    assert not senco.page.axe_violations()
    cells(senco)[0].send_keys("Oct-05")
    senco.press("Save the results")
    assert "date that a spreadsheet made" in senco.words
    assert not senco.page.axe_violations()
    assert senco.page.run("return document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen"


def test_a_file_is_looked_at_saved_and_taken_back(senco, tmp_path):
    senco.open("/register?status=K")
    name = senco.page.one("#pupils a.name").text
    file = tmp_path / "scores.csv"
    file.write_text(f"Name,Speech sounds\n{name},88\nNobody Here,90\n", encoding="utf-8")
    senco.open("/results")
    senco.follow("Read in a file of results")
    senco.choose("Test", "Speech Link")
    senco.write("Day of the test", "2026-11-19")
    senco.attach("Which file?", file)
    senco.press("Show what it would save")
    assert "Results of 1 row will be saved." in senco.words and "Nobody on the school’s roll today" in senco.words
    claims.assert_axe_clean(senco.page)
    senco.press("Save these results")
    assert "This receipt is kept for good" in senco.words
    senco.unfold("Take this import back")
    senco.press("Take this import back")
    assert "was taken back" in senco.words


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe_finds_nothing_in_the_catalogue_and_on_a_pupils_pages(chromium, trust, role, width):
    senco = Person(Page(chromium, trust), role, width)
    senco.open("/instruments")
    own = senco.find("//a", "Sounds and letters check").get_attribute("href") if "Sounds and letters check" in senco.words else None
    spelling = senco.find("//a", "Single Word Spelling Test").get_attribute("href")
    senco.open("/register?status=K")
    pupil = senco.page.one("#pupils a.name").get_attribute("href")
    pages = ["/results", "/instruments", "/instruments/add", spelling, f"{spelling}/cut-offs?scale=spelling", f"{pupil}/results", f"{pupil}/results/add", "/results/file"]
    for path in pages + ([own, f"{own}/change"] if own else []):
        senco.open(path)
        claims.assert_axe_clean(senco.page)
        claims.assert_fits_width(senco.page)
        claims.assert_console_silent(senco.page)
    senco.open(f"{pupil}/results/add")
    senco.choose("Which test?", "Speech Link")
    senco.press("Go on to the scores")
    senco.write("Speech sounds", "Oct-05")
    senco.press("Save the results")
    assert "date that a spreadsheet made" in senco.words
    claims.assert_axe_clean(senco.page)
    senco.write("Speech sounds", "71")
    senco.press("Save the results")
    assert senco.title == "Results of tests" and "percentile 3" in senco.words
    senco.follow("Withdraw")
    senco.press("Withdraw the result")
    assert "Say why" in senco.problem("reason")
    claims.assert_axe_clean(senco.page)
    senco.write("Why?", "It was another pupil’s.")
    senco.press("Withdraw the result")
    assert "Saved." in senco.words
