"""Plans out and in: the open file down and up again, a spreadsheet of plans, and a kind of plan that the trust changes."""
import csv
import io
import json
import re
import subprocess
from pathlib import Path

import jsonschema_rs
import pytest
from browser import NARROW, WIDE, Page
from person import Person
from program import PROGRAM
from visitor import Visitor

SCHEMA = json.loads((Path(__file__).resolve().parents[2] / "docs" / "plan.schema.json").read_text())
CHECK = jsonschema_rs.Draft202012Validator(SCHEMA, validate_formats=True)


@pytest.fixture(scope="module")
def roles(trust):
    return [button.get("value") for button in Visitor(trust).get("/").buttons("role")]


@pytest.fixture(scope="module")
def role(roles):
    return next(role for role in roles if role.startswith("senco"))


def trellis(*words, status=0):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def exported(where, *more):
    return list(csv.DictReader(io.StringIO(trellis("export", "plans", *where, "--format", "csv", *more))))


def test_every_file_that_is_written_fits_the_published_schema(where, tmp_path):
    upns = sorted({row["upn"] for row in exported(where) if row["upn"]})
    assert len(upns) > 10
    for number, upn in enumerate(upns[:12]):
        file = tmp_path / f"{number}.json"
        trellis("plan", "export", file, "--pupil", upn, *where)
        written = json.loads(file.read_text())
        assert [str(error) for error in CHECK.iter_errors(written)] == []
        assert written["pupil"]["upn"] == upn and file.stat().st_mode & 0o077 == 0
    again = trellis("plan", "import", tmp_path / "0.json", *where, "--dry-run", status=1)
    assert "nothing was saved" in again and "plans[0]" in again and "has this plan already" in again


def test_a_workbook_and_a_list_hold_the_same_rows(where, tmp_path):
    rows = exported(where)
    assert json.loads(trellis("export", "plans", *where, "--format", "json"))[0]["kind"] == rows[0]["kind"]
    trellis("export", "plans", *where, "--format", "xlsx", "-o", tmp_path / "plans.xlsx")
    assert (tmp_path / "plans.xlsx").read_bytes()[:2] == b"PK"


def test_a_plan_goes_down_and_comes_up_again(chromium, trust, role, tmp_path):
    senco = Person(Page(chromium, trust), role)
    senco.open("/plans?kind=support&state=live")
    senco.go_by(senco.page.all("tbody a.name")[0])
    plan, pupil = senco.path.split("?")[0], senco.page.all(".crumbs a")[1].get_attribute("href").removeprefix(trust)
    assert senco.find("//a", "Download this plan as an open file (JSON)").get_attribute("href").endswith(plan + "/export")
    text = senco.page.driver.execute_async_script("const done = arguments[1]; fetch(arguments[0]).then(answer => answer.text()).then(done)", plan + "/export")
    file = json.loads(text)
    assert [str(error) for error in CHECK.iter_errors(file)] == []
    # The plan is closed here, as at a school that the child comes back to; what comes in are cycles of another house.
    senco.open(plan + "/close")
    senco.write("Why?", "Moved away, and came back")
    senco.press("Close the plan")
    moved = re.sub(r'"cycle":(\d+)', lambda cycle: f'"cycle":{int(cycle[1]) + 50}', text)
    path = tmp_path / "plan.json"
    path.write_text(moved.replace('"state":"live"', '"state":"lost"'))
    senco.open(pupil + "/plans/import")
    senco.attach("Which file?", path)
    senco.press("Show what it would bring")
    assert "plans[" in senco.words and not senco.page.axe_violations()
    path.write_text(moved)
    senco.open(pupil + "/plans/start").follow("Bring a plan from another school")
    senco.attach("Which file?", path)
    senco.press("Show what it would bring")
    assert "will be saved" in senco.words, senco.words
    for width in (WIDE, NARROW):
        senco.page.show(width)
        assert not senco.page.axe_violations()
    senco.press("Bring in")
    assert "Receipt" in senco.title
    senco.unfold("Take this import back")
    senco.press("Take this import back")
    assert "was taken back" in senco.words


def test_a_spreadsheet_of_plans_comes_in_and_goes_again(chromium, where, trust, role, tmp_path):
    senco = Person(Page(chromium, trust), role)
    senco.open("/register?status=N")
    senco.go_by(senco.page.all("#pupils tbody a.name")[3])
    upn = re.search(r"[A-Z]\d{11}[0-9A-Z]", senco.words)[0]
    pupil = senco.path.split("?")[0]
    path = tmp_path / "plans.csv"
    path.write_text(f"UPN,Start,Review date,Outcome,Measure,Baseline,Target,Due,Owner\n{upn},07/09/2026,18/12/2026,Reads 40 words aloud,Each Friday,12,40,11/12/2026,Mr Reed\n"
                    f"{upn},07/09/2026,18/12/2026,Writes three sentences,Free writing,1,3,,\n{upn},07/09/2026,01/01/2040,Sings,,,,,\n")
    school = next(match[1] for link in senco.page.all("a[href*='/schools/'], a[href*='school=']") if (match := re.search(r"(?:/schools/|school=)(\d+)", link.get_attribute("href"))))
    senco.open(f"/schools/{school}/import")
    senco.tick("Plans with outcomes")
    senco.attach("Which file?", path)
    senco.press("Show what it would change")
    assert "Which column holds what?" in senco.title
    assert not senco.page.axe_violations()
    senco.press("Show what it would change")
    assert "2 rows will be saved." in senco.words and "Another row of this plan" in senco.words
    for width in (WIDE, NARROW):
        senco.page.show(width)
        assert not senco.page.axe_violations()
    senco.press("Put these in the record")
    receipt = senco.path
    senco.open(pupil)
    assert "SEN support plan, cycle 1" in senco.words
    senco.open(receipt).unfold("Take this import back")
    senco.press("Take this import back")
    senco.open(pupil)
    assert "SEN support plan, cycle 1" not in senco.words


def test_the_trust_changes_a_kind_of_plan(chromium, trust, roles, role):
    lead = Person(Page(chromium, trust), next(role for role in roles if role.startswith("trust-lead")))
    lead.open("/plans/kinds")
    assert "Proposed, not law" in lead.words
    lead.follow("Add a kind of your own")
    lead.write("What do you call it?", "Individual Support Plan")
    lead.write("What is it for?", "For reading")
    lead.press("Add this kind")
    assert "taking yours for law" in lead.problem("name")
    for width in (WIDE, NARROW):
        lead.page.show(width)
        assert not lead.page.axe_violations()
        assert lead.page.run("return document.documentElement.scrollWidth <= window.innerWidth")
    lead.page.show(WIDE)
    lead.write("What do you call it?", "Reading plan")
    lead.write("Where does that stand?", "Our SEND policy")
    lead.choose("Outcomes", "Needed")
    lead.press("Add this kind")
    assert "Reading plan" in lead.words and "Your own" in lead.words
    for width in (WIDE, NARROW):
        lead.page.show(width)
        assert not lead.page.axe_violations()
    senco = Person(Page(chromium, trust), role)
    senco.open("/register?status=N")
    senco.go_by(senco.page.all("#pupils tbody a.name")[8])
    senco.follow("Begin a plan")
    senco.tick("Reading plan")
    senco.press("Begin the plan")
    assert "Reading plan, cycle 1" in senco.title
