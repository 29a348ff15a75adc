"""The data protection officer's work: a copy of a child's record released, a disposal by two people, and what stands
between: corrections, restriction, holds, complaints, who looked."""
import json
import re
import subprocess
from urllib.parse import urlsplit

import claims
import pytest
from browser import NARROW, WIDE, Page
from crawl import arrive_as
from person import Person
from visitor import Visitor

OFFICER = "data-protection-officer"


@pytest.fixture
def officer(chromium, trust):
    return Person(Page(chromium, trust), OFFICER)


def role(trust, kind):
    return next(button.get("value") for button in Visitor(trust).get("/").buttons("role") if button.get("value").startswith(kind))


def a_child(trust, place=0):
    """The number and name of a child with a plan."""
    visitor, _ = arrive_as(trust, role(trust, "senco"))
    rows = json.loads(visitor.get("/register/file?format=json&status=E").body)
    # The first have stories of their own in the demonstration.
    row = [row for row in rows if row["upn"]][-1 - place]
    return row["upn"], f"{row['forename']} {row['surname']}"


def looks_well(person):
    """Axe finds nothing and nothing runs off the side, wide and on a phone."""
    for width in (NARROW, WIDE):
        person.page.show(width)
        claims.assert_axe_clean(person.page, f"{width} wide")
        claims.assert_fits_width(person.page, f"{width} wide")


def find(person, upn):
    person.open("/privacy").write("UPN", upn)
    person.press("Find the pupil")


def the_same_visit(person, path):
    """What that address hands out to whoever sits at the browser."""
    visitor = Visitor(person.page.address)
    visitor._opener.addheaders = [("Cookie", "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in person.driver.get_cookies()))]
    return visitor.get(path)


def words_of(pdf, folder):
    (folder / "copy.pdf").write_bytes(pdf)
    return subprocess.run(["pdftotext", "-layout", folder / "copy.pdf", "-"], check=True, capture_output=True, text=True, timeout=60).stdout


def receive(officer, upn):
    officer.open("/privacy").follow("Somebody asks for a copy")
    looks_well(officer)
    officer.write("UPN", upn)
    officer.write("Who asked?", "Pat Doe")
    officer.tick("As a parent or carer")
    officer.tick("By e-mail")
    officer.press("Save the request")
    looks_well(officer)
    officer.follow("Say how we know them")
    looks_well(officer)
    officer.write("How do you know who they are", "The mother, known to the school")
    officer.press("Start the clock")
    assert "Answer by" in officer.words


def decide(officer):
    """Leaves out one thing for each of two reasons, gives the rest that waits."""
    grounds = ["It is about somebody else", "It could seriously harm"]
    left_out = 0
    waits = "main .finding:has(.tag-warn):not(:has(.tag-good)) .actions a"
    while officer.page.all(waits):
        officer.go_by(officer.page.one(waits))
        if left_out == 0:
            looks_well(officer)
        if left_out < len(grounds):
            officer.tick("Leave it out")
            officer.press("Save the decision")
            assert "Choose the reason" in officer.problem("ground")
            choose(officer, grounds[left_out])
            left_out += 1
        else:
            officer.tick("Give it")
        officer.press("Save the decision")
    return left_out


def choose(officer, words):
    control = officer.field("Why, where not all is given")
    option = next(option for option in control.find_elements("tag name", "option") if words.lower() in option.text.lower())
    officer.choose("Why, where not all is given", option.text)


def test_a_childs_copy_is_looked_through_released_and_handed_over(officer, trust, tmp_path):
    upn, name = a_child(trust)
    receive(officer, upn)
    request = officer.path
    officer.follow("Look through the copy")
    looks_well(officer)
    officer.press("Release this copy")
    assert officer.page.all("#problems")
    looks_well(officer)
    officer.open(f"{request}/copy")
    assert decide(officer) == 2
    assert "Everything that must be looked at has been" in officer.words
    officer.write("What does the child think?", "Nine years old; was asked at school and agrees")
    officer.tick("I have read the whole copy")
    officer.press("Release this copy")
    assert officer.path == request and "2 things left out or blacked out" in officer.words, officer.words
    looks_well(officer)

    links = {link.text: link.get_attribute("href") for link in officer.page.all("main a")}
    data = the_same_visit(officer, links["JSON"])
    copy = json.loads(data.body)
    assert name in copy["about"] and copy["state"] == "released" and copy["left_out"] == "third-party 1, serious-harm 1"
    pdf = the_same_visit(officer, links["PDF"])
    assert pdf.headers.get_content_type() == "application/pdf"
    words = words_of(pdf.body, tmp_path)
    assert name in words and "Information Commissioner" in words and "1 of " in words
    given = {fact["text"] for group in copy["records"] for row in group["rows"] for fact in row if re.fullmatch(r"\w{4,12}", fact["text"])}
    assert given and all(text in words for text in given)
    officer.open(links["Page to print"])
    looks_well(officer)
    officer.open(request).press("It is handed over")
    assert "no longer here" in officer.words
    assert the_same_visit(officer, links["PDF"]).status == 404


def test_two_people_dispose_of_a_record_and_a_certificate_stays(officer, tmp_path):
    # The trust keeps the files of those who left for a shorter time, so that some are due.
    officer.open("/privacy/retention").follow("Change how long: Pupil file")
    officer.write("Years", "1")
    officer.write("Who decided this", "Trustees, 1 November")
    officer.press("Save how long")
    officer.open("/privacy")
    looks_well(officer)
    officer.follow("Look at them")
    looks_well(officer)
    officer.press("Approve the disposal of those ticked")
    assert officer.problem("pupil") and officer.problem("reason")
    officer.page.one("main form input[type=checkbox][name=pupil]").click()
    officer.write("What did you check?", "No claim, no inquiry, nobody has asked")
    officer.press("Approve the disposal of those ticked")
    assert officer.title == "A disposal that waits" and "Somebody else must look at it" in officer.words
    looks_well(officer)
    officer.press("Withdraw this disposal")
    assert "Withdrawn" in officer.words
    officer.open("/privacy").follow("See the certificate")
    assert officer.title == "Certificate of disposal"
    looks_well(officer)
    pdf = the_same_visit(officer, officer.find("//a", "Certificate as PDF").get_attribute("href"))
    words = words_of(pdf.body, tmp_path)
    assert "Certificate of disposal" in words and "1 pupil" in words and "Hallam" not in words


def test_how_long_records_are_kept_is_decided_with_a_reason(officer):
    officer.open("/privacy").follow("How long records are kept")
    looks_well(officer)
    officer.follow("Change how long: SEND file")
    officer.write("Years", "35")
    officer.press("Save how long")
    assert officer.problem("reason")
    looks_well(officer)
    officer.write("Who decided this", "Trustees, 1 November")
    officer.press("Save how long")
    assert "Trustees, 1 November" in officer.words


def test_a_record_is_restricted_and_the_safeguarding_lead_reads_that_it_is(chromium, trust, officer):
    lead = role(trust, "safeguarding-lead")
    visitor, _ = arrive_as(trust, lead)
    path = urlsplit(visitor.get("/register?status=K").tree.xpath("//a[@class='name']/@href")[3]).path
    officer.open(path.replace("/pupils/", "/privacy/pupils/"))
    looks_well(officer)
    officer.follow("Restrict the record")
    looks_well(officer)
    officer.tick("They say that it is wrong")
    officer.write("Who asked, and what about?", "The father; the diagnosis")
    officer.press("Restrict the record")
    assert "Restricted from" in officer.words
    for kind, status in (("senco", 404), ("safeguarding-lead", 200)):
        assert arrive_as(trust, role(trust, kind))[0].get(path).status == status, kind
    person = Person(Page(chromium, trust), lead).open(path)
    assert "The use of this record is restricted" in person.words[:200]
    looks_well(person)
    officer = Person(Page(chromium, trust), OFFICER).open(path.replace("/pupils/", "/privacy/pupils/"))
    officer.follow("End it")
    officer.write("Why does it end?", "The report confirms it")
    officer.press("Show the record again")
    assert officer.problem("told")
    officer.tick("Whoever asked for it has been told")
    officer.press("Show the record again")
    assert arrive_as(trust, role(trust, "senco"))[0].get(path).status == 200


def test_a_record_is_held_back_and_let_go(officer, trust):
    upn, name = a_child(trust, 1)
    find(officer, upn)
    officer.follow("Hold it back from disposal")
    looks_well(officer)
    officer.write("Why?", "Appeal to the tribunal")
    officer.press("Hold it back")
    assert "Appeal to the tribunal" in officer.words
    officer.follow("Lift it")
    looks_well(officer)
    officer.write("Why is it no longer needed?", "Settled")
    officer.press("Lift the hold")
    assert name not in officer.words


def test_something_is_said_to_be_wrong_and_the_familys_words_stand_on_the_record(officer, trust):
    upn, _ = a_child(trust, 2)
    find(officer, upn)
    officer.follow("Somebody says it is wrong")
    looks_well(officer)
    officer.write("Who says so?", "Pat Doe")
    officer.write("What is wrong", "The main need")
    officer.press("Save what they say")
    officer.follow("Decide")
    looks_well(officer)
    officer.tick("It stays")
    officer.write("What was put right", "The report names it first")
    officer.write("Where it stays", "We see it otherwise")
    officer.press("Save the decision")
    assert "Not changed: “The main need”" in officer.words
    record = officer.path.replace("/privacy", "")
    assert "We see it otherwise" in arrive_as(trust, role(trust, "senco"))[0].get(record).body.decode()


def test_a_complaint_is_acknowledged_and_answered(officer):
    officer.open("/privacy").follow("Somebody complains")
    looks_well(officer)
    officer.write("Who complains?", "Kim Lowe")
    officer.write("What is it about?", "A letter went astray")
    officer.press("Save the complaint")
    for words in ("Say that you have it", "Answer it"):
        officer.go_by(officer.driver.find_element("xpath", f"//li[contains(., 'went astray')]//a[.='{words}']"))
        looks_well(officer)
        if words == "Say that you have it":
            officer.press("Save that they were told")
    officer.write("What did you find", "We are sorry, and have put the address right")
    officer.press("Save the answer")
    assert "went astray" not in officer.words


def test_who_looked_at_a_record(officer, trust):
    upn, _ = a_child(trust, 3)
    visitor, _ = arrive_as(trust, "data-manager")
    visitor.get("/search?words=" + upn)
    find(officer, upn)
    officer.follow("See who looked")
    assert officer.title == "Who looked at this record" and "Data manager" in officer.words
    looks_well(officer)
