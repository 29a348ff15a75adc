"""Plans: from nothing to a live plan, its review, and what comes out of the printer."""
import base64
import re
import time
from datetime import date

import pytest
from browser import NARROW, WIDE, Page
from person import Person

A4 = {"paperWidth": 8.27, "paperHeight": 11.69, "printBackground": True, "preferCSSPageSize": True}


def printed_pages(person):
    """How many sides of A4 the page takes."""
    pdf = base64.b64decode(person.driver.execute_cdp_cmd("Page.printToPDF", A4)["data"])
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def someone_without_a_plan(person, place):
    person.open("/register?status=N")
    paths = [link.get_attribute("href").removeprefix(person.page.address) for link in person.page.all("#pupils tbody a.name")]
    person.open(paths[place])


class Effort:
    """The time that a practised person takes: 200 characters a minute, a second for each press, and the pages' own."""

    def __init__(self, person):
        self.person, self.letters, self.presses, self.waited = person, 0, 0, 0.0

    def write(self, label, text):
        self.person.write(label, text)
        self.letters += len(text)
        self.presses += 1

    def press(self, words, how="press"):
        begun = time.monotonic()
        getattr(self.person, how)(words)
        self.waited += time.monotonic() - begun
        self.presses += 1

    @property
    def seconds(self):
        return self.letters / 200 * 60 + self.presses + self.waited


@pytest.mark.parametrize("width, script, place", [(WIDE, True, 12), (NARROW, False, 13)])
def test_from_nothing_to_a_live_plan_in_under_three_minutes(chromium, trust, role, width, script, place):
    senco = Person(Page(chromium, trust), role, width, script)
    someone_without_a_plan(senco, place)
    effort = Effort(senco)
    effort.press("Begin a plan", "follow")
    effort.press("Begin the plan")
    effort.write("Strengths", "Kind, keeps on trying, loves maths.")
    effort.write("The pupil’s view", "“I want to read the shark book.”")
    effort.write("The family’s view", "Short books help at home.")
    effort.write("Cognition and learning", "Letters jump about in long lines.")
    effort.write("What will the pupil be able to do?", "Reads 40 of 45 common words aloud.")
    effort.write("How will one know?", "Word list each Friday.")
    effort.write("Where is the pupil now?", "12 of 45.")
    effort.write("What counts as reached?", "40 of 45.")
    senco.write("By when?", date(2027, 2, 12))
    effort.letters += 8
    effort.write("Strategies for the classroom", "Short lines, wide spaces.\nSay it before writing it.")
    effort.press("Save the whole page")
    effort.press("Go to the plan", "follow")
    assert "Everything that is needed is written." in senco.words
    effort.press("Make it live", "follow")
    senco.tick("They agree")
    effort.presses += 1
    effort.press("Make it live")
    assert "Its outcomes are locked" in senco.words and "Reads 40 of 45 common words aloud." in senco.words
    assert effort.seconds < 180, effort.seconds


def test_what_is_missing_is_said_beside_it_and_nothing_typed_is_lost(chromium, trust, role):
    senco = Person(Page(chromium, trust), role)
    someone_without_a_plan(senco, 14)
    senco.follow("Begin a plan")
    senco.press("Begin the plan")
    senco.write("What will the pupil be able to do?", "Reads")
    senco.write("By when?", date(2015, 1, 1))
    senco.write("Strengths", "Kind")
    senco.press("Save the whole page")
    assert "before" in senco.problem("due")
    assert senco.field("Strengths").get_attribute("value") == "Kind"
    assert not senco.page.axe_violations()


def test_a_review_leads_to_the_next_cycle(chromium, trust, role):
    senco = Person(Page(chromium, trust), role)
    senco.open("/plans?kind=support&state=live")
    senco.go_by(senco.page.all("tbody a.name")[0])
    senco.follow("Review this plan")
    for number, choice in enumerate(senco.page.all("input[type=radio][value=partly]")):
        choice.click()
        senco.page.all("textarea[name^=evidence]")[number].send_keys("Seen in class and on the list.")
    senco.tick("Continue as it is")
    senco.press("Finish the review")
    assert "Below is the next cycle" in senco.words
    senco.follow("Compare")
    assert senco.page.all("ins") and not senco.page.axe_violations()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_page_of_plans_passes_axe_and_needs_no_sideways_scrolling(chromium, trust, role, width):
    senco = Person(Page(chromium, trust), role, width)
    senco.open("/plans?kind=support&state=live")
    paths = ["/plans", senco.page.all("tbody a.name")[2].get_attribute("href").removeprefix(trust)]
    paths += [paths[1] + rest for rest in ("/write", "/review", "/answer", "/amend", "/close")]
    senco.open(paths[1])
    pupil = senco.page.all(".crumbs a")[1].get_attribute("href").removeprefix(trust)
    paths += [pupil, pupil + "/profile", pupil + "/plans/start", pupil + "/plans/bring"]
    for path in paths:
        senco.open(path)
        assert senco.page.all("h1") and "cannot find" not in senco.title, path
        assert not senco.page.axe_violations(), path
        assert senco.page.run("return document.documentElement.scrollWidth <= window.innerWidth"), path


def test_a_profile_takes_one_side_of_paper_and_a_plan_prints_whole(chromium, trust, role):
    senco = Person(Page(chromium, trust), role)
    senco.open("/plans?kind=profile&state=live")
    senco.go_by(senco.page.all("tbody a.name")[0])
    assert printed_pages(senco) <= 2
    senco.follow("See the one-page profile")
    assert printed_pages(senco) == 1
    for width in (WIDE, NARROW):
        senco.page.show(width)
        assert not senco.page.axe_violations()


def test_a_full_profile_still_takes_one_side_of_paper(chromium, trust, role):
    senco = Person(Page(chromium, trust), role)
    senco.open("/plans?kind=profile&state=live")
    senco.go_by(senco.page.all("tbody a.name")[1])
    senco.follow("Change strategies and provision")
    line = "Give me one instruction at a time and wait until I have begun. "
    for label, times in (("What is important to me", 8), ("Strengths", 8), ("What is hard for me", 8), ("What upsets me", 10), ("How I understand", 10)):
        senco.write(label, line * times)
    senco.write("How to help me", "\n".join([line] * 10))
    senco.press("Save the whole page")
    senco.follow("Go to the plan")
    senco.follow("See the one-page profile")
    assert "too long" not in senco.words
    assert printed_pages(senco) == 1
