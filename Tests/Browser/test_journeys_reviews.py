"""An annual review from planning to the final plan, with three who write without an account."""
from datetime import date, timedelta

import claims
import pytest
from browser import NARROW, WIDE, Page
from person import Person
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from visitor import Visitor

OPEN_IT = "The six figures that the school gave you"


@pytest.fixture
def somebody(chromium, trust):
    """Somebody who plays this role, at the first place that the chooser offers; without a role, a stranger."""
    def arrive(role=None, width=WIDE, script=True):
        values = [button.get("value") for button in Visitor(trust).get("/").buttons("role")]
        return Person(Page(chromium, trust), next((value for value in values if role and value.startswith(role)), None), width, script)
    return arrive


def begin(senco):
    """A review of the first pupil on the register who has none open."""
    senco.open("/register?status=all")
    for path in [link.get_attribute("href") for link in senco.page.all("main a.name")]:
        senco.open(path.removeprefix(senco.page.address))
        if "Begin a review" in senco.words:
            break
    senco.follow("Begin a review")
    senco.tick("EHC plan")
    senco.write("Day of the last review meeting", "")
    senco.press("Begin the review")
    assert "Give the day of the last review meeting" in senco.problem("met_on")
    senco.write("Day of the last review meeting", date.today() - timedelta(days=250))
    senco.press("Begin the review")
    assert "The review is begun" in senco.words
    return senco.path.split("?")[0]


def working(day):
    return day if day.weekday() < 5 else day + timedelta(days=2)


def link_for(senco, name):
    """The link and the number that a press makes; the page shows them once."""
    senco.press(f"Make a link for {name}")
    link, code = [code.text for code in senco.page.all("code.link")]
    senco.follow("Go back to the review")
    return "/reviews/words/" + link.split("/reviews/words/")[1], code


def write_by_link(stranger, link, code, words, first, script):
    stranger.open(link)
    if script:
        claims.assert_axe_clean(stranger.page, "the door of a link")
    stranger.write(OPEN_IT, code)
    stranger.press("Open it")
    claims.assert_fits_width(stranger.page, "the page of a link")
    if script:
        claims.assert_axe_clean(stranger.page, "the page of a link")
    stranger.press("Send what I wrote")
    assert "Write something" in stranger.problem("well")
    stranger.write(first, words)
    stranger.press("Send what I wrote")
    assert stranger.title == "Thank you"


def test_from_planning_to_the_final_plan(somebody):
    senco = somebody("senco")
    review = begin(senco)
    senco.follow("Plan the meeting")
    senco.write("Day of the meeting", working(date.today() + timedelta(days=60)))
    senco.write("Time", "14:00")
    senco.write("Place", "The library")
    senco.press("Save the meeting")
    if senco.page.all("#problems"):
        senco.tick("I have checked this, and the day stays")
        senco.press("Save the meeting")
    assert "Say that everybody is invited" in senco.page.one("#next").text
    for role, name in [("Family", "Pat Rowe"), ("Health", "Dr Ahmed"), ("Council’s SEN officer", "Joan Fyfe")]:
        senco.follow("Ask somebody else")
        senco.choose("In which part?", role)
        senco.write("Name", name)
        senco.press("Put them on the list")
    links = [link_for(senco, name) for name in ("Pat Rowe", "Dr Ahmed", "Joan Fyfe")]
    senco.follow("Say that everybody is invited")
    senco.press("Save")
    claims.assert_axe_clean(senco.page, "a review")
    senco.follow("Remind those who have not written")
    claims.assert_axe_clean(senco.page, "the reminders")
    assert "Pat Rowe" in senco.words and "We would be glad" in senco.page.one("#words").text

    wrote = [("Mornings are calm", "What is going well"), ("Hearing is fine", "What was your part"), ("The council will come", "What was your part")]
    for (link, code), (words, first), script in zip(links, wrote, (True, False, False)):
        stranger = somebody(None, NARROW, script)
        write_by_link(stranger, link, code, words, first, script)
    stranger.press("Read or change what I wrote")
    assert stranger.field("What was your part").get_attribute("value") == "The council will come"
    stranger.open(links[0][0])
    stranger.write(OPEN_IT, "000000" if links[0][1] != "000000" else "111111")
    stranger.press("Open it")
    assert "does not belong to this link" in stranger.problem("review_code")

    senco = somebody("senco").open(review)
    assert "3 of" in senco.words
    senco.follow("Send the advice round")
    claims.assert_axe_clean(senco.page, "sending round")
    senco.press("It is sent round")
    assert "who got the advice" in senco.words
    senco.follow("Write down the meeting")
    claims.assert_axe_clean(senco.page, "the record of a meeting")
    assert "Mornings are calm" in senco.field("The family").get_attribute("value")
    senco.press("Save the meeting")
    assert "Choose what the meeting recommends" in senco.problem("conclusion")
    senco.tick("Change it")
    senco.write("What should be changed, and why?", "Speech practice four times a week")
    if senco.page.all("#adulthood"):
        senco.write("Preparation for adulthood", "Would like to cook")
    senco.write("Where did people not agree?", "The family asks for more")
    senco.press("Save the meeting")
    senco.follow("Add something to do")
    senco.write("What was recommended?", "Train two assistants")
    senco.press("Put it on the list")
    assert "Train two assistants" in senco.page.one("#actions").text
    senco.follow("Read the report")
    assert "The family asks for more" in senco.words and "Train two assistants" in senco.words
    claims.assert_axe_clean(senco.page, "the report")
    senco.open(review).follow("Send the report")
    senco.press("The report is sent")
    senco.follow("Write down the council’s decision")
    senco.tick("Change it")
    senco.press("Save")
    senco.follow("Write down the notice of changes")
    senco.press("Save")
    assert "Family" in senco.page.one("#next").text
    senco.follow("Write down the family’s comments")
    senco.press("Save")
    senco.follow("Write down the final plan")
    senco.tick("The final changed plan")
    senco.press("Save")
    assert "Complete." in senco.page.one("#next").text
    senco.follow("Put the decision right")
    claims.assert_axe_clean(senco.page, "putting a decision right")
    senco.press("Take the decision back")
    assert "Say in a sentence" in senco.problem("reason")
    senco.open(review)
    claims.assert_axe_clean(senco.page, "a review that is complete")
    senco.open("/reviews")
    claims.assert_axe_clean(senco.page, "the list of reviews")


def test_the_year_is_planned_at_once(somebody):
    senco = somebody("senco")
    senco.open("/reviews").follow("Plan the year")
    claims.assert_axe_clean(senco.page, "the planner")
    days = [field.get_attribute("value") for field in senco.page.all("input[type=date]")]
    assert any(days), "no day is proposed"
    senco.page.show(NARROW)
    claims.assert_fits_width(senco.page, "the planner on a phone")


def test_a_name_is_drawn_to_another_week(somebody):
    senco = somebody("senco")
    senco.open("/reviews/plan")
    senco.page.one(".weeks summary").click()
    name = senco.page.one(".weeks li li")
    field = name.find_element(By.TAG_NAME, "a").get_attribute("href").split("#")[1]
    here = name.find_element(By.XPATH, "ancestor::li[1]")
    other = next(week for week in senco.page.all(".weeks > ol > li") if week != here and len(week.get_attribute("data-days").split()) == 5)
    before = int(other.find_element(By.CSS_SELECTOR, "[data-number]").text)
    ActionChains(senco.driver).drag_and_drop(name, other).perform()
    days = other.get_attribute("data-days").split()
    day = senco.page.one(f"#{field}").get_attribute("value")
    assert day in days, "the box has a day of the week to which the name was drawn"
    assert int(other.find_element(By.CSS_SELECTOR, "[data-number]").text) == before + 1
