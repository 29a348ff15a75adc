"""A data manager takes her school from nothing to its pupils, and back, in the browser."""
import subprocess
from datetime import date
from pathlib import Path

import pytest
from browser import NARROW, WIDE, Page
from person import Person
from program import PROGRAM, Server
from signing import enter, invite

GIAS = Path(__file__).resolve().parents[1] / "PeopleTests" / "Fixtures" / "edubasealldata20261101.csv"
HEAD = """<?xml version="1.0" encoding="utf-8"?>
<CTfile><Header><DocumentName>Common Transfer File</DocumentName><CTFversion>26.0</CTFversion>
<DateTime>{today}T09:00:00</DateTime><DocumentQualifier>full</DocumentQualifier><SupplierID>Journey</SupplierID>
<SourceSchool><LEA>{lea}</LEA><Estab>{estab}</Estab></SourceSchool><DestSchool><LEA>{lea}</LEA><Estab>{estab}</Estab></DestSchool></Header><CTFpupilData>"""
PUPIL = """<Pupil><UPN>{upn}</UPN><Surname>{surname}</Surname><Forename>{forename}</Forename><DOB>2018-03-02</DOB><Sex>F</Sex>
<BasicDetails><NCyearActual>3</NCyearActual></BasicDetails><SENhistory><SEN><StartDate>2025-01-06</StartDate><SENprovision>K</SENprovision></SEN>
<SENneeds><SENneed><SENtypeRank>1</SENtypeRank><SENtype>SLCN</SENtype></SENneed></SENneeds></SENhistory></Pupil>"""
PUPILS = PUPIL.format(upn="R999200120001", surname="O’Hare", forename="Niamh") + PUPIL.format(upn="F999200120002", surname="Nguyễn", forename="Hoa")
# A report of the day after: Hoa is at a plan now, and Idris is new.
REPORT = """Exported for the SENCO,,,,,,
UPN,Legal Last Name,Legal First Name,Date of Birth,Year,SEN status,Pupil premium
F999200120002,Nguyễn,Hoa,02/03/2018,Year 3,EHC Plan,Yes
F999200121003,Musa,Idris,01/03/2017,Year 4,SEN Support,No
"""
# What each column is taken for, before anybody has said anything.
OFFERED = {"upn": "UPN", "surname": "Legal Last Name", "forename": "Legal First Name", "birth_date": "Date of Birth", "year": "Year",
           "sen": "SEN status"}


def ctf(lea="999", estab="1001", doctype=""):
    text = HEAD.format(today=date.today(), lea=lea, estab=estab) + PUPILS + "</CTFpupilData></CTfile>"
    return text.replace("<CTfile>", doctype + "<CTfile>", 1)


def trellis(*words):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def where(tmp_path_factory):
    """A trust with its schools and nobody in them, as the command line makes it."""
    folder = tmp_path_factory.mktemp("empty")
    where = ["--data", folder / "data", "--key", folder / "key"]
    trellis("init", *where, "--trust", "Trellis Learning Trust")
    trellis("import", "gias", GIAS, *where, "--trust-id", "99001")
    return where


@pytest.fixture(scope="module")
def empty_trust(where):
    server = Server(where, where[1].parent / "server.log", "serve")
    yield server.address
    server.stop()


@pytest.fixture(scope="module")
def signed_in(chromium, empty_trust, where):
    """The cookies of the data manager, who was invited and has come in."""
    person = Person(Page(chromium, empty_trust))
    enter(person, invite(where, "Dev Patel", "data-manager"))
    return chromium.get_cookies()


@pytest.fixture
def manager(chromium, empty_trust, signed_in):
    return Person(Page(chromium, empty_trust)).bring(signed_in)


def choose_file(manager, kind, path):
    manager.open("/schools/1/import")
    manager.tick(kind)
    manager.attach("Which file?", path)
    manager.press("Show what it would change")


def saved(folder, name, text):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def names_on_register(manager):
    manager.open("/register?school=1")
    return [cell.text.splitlines()[0] for cell in manager.page.all("#pupils tbody th")]


def count_of(manager, outcome):
    """The number over these words in the row of numbers."""
    tiles = {words: number for number, words in (tile.text.split(maxsplit=1) for tile in manager.page.all(".tile"))}
    return int(tiles[outcome])


@pytest.mark.parametrize("width, script", [(WIDE, True), (NARROW, False)])
def test_a_school_comes_in_from_a_ctf_and_is_taken_back(chromium, empty_trust, signed_in, tmp_path, width, script):
    manager = Person(Page(chromium, empty_trust), None, width, script).bring(signed_in)
    assert names_on_register(manager) == []

    choose_file(manager, "Common transfer file", saved(tmp_path, "9991001_CTF_9991001_001.xml", ctf()))
    assert manager.title == "Check before you save"
    assert (count_of(manager, "new"), count_of(manager, "refused")) == (2, 0)
    assert names_on_register(manager) == [], "a preview saves nothing"
    manager.driver.back()

    manager.press("Put these in the record")
    assert manager.path.startswith("/receipts/") and "9991001_CTF_9991001_001.xml" in manager.words
    assert names_on_register(manager) == ["Hoa Nguyễn", "Niamh O’Hare"]

    read_a_report(manager, tmp_path)
    take_back_the_last_file(manager)
    assert names_on_register(manager) == ["Hoa Nguyễn", "Niamh O’Hare"]
    take_back_the_last_file(manager)
    assert names_on_register(manager) == []


def read_a_report(manager, folder):
    choose_file(manager, "Report of pupils", saved(folder, "sen.csv", REPORT))
    assert manager.title == "Which column holds what?"
    offered = {name: manager.page.one(f"[name='{name}']").get_attribute("value") for name in OFFERED}
    assert offered == OFFERED
    manager.press("Show what it would change")
    assert manager.title == "Check before you save"
    assert (count_of(manager, "new"), count_of(manager, "changed")) == (1, 1), manager.words
    manager.press("Put these in the record")
    assert names_on_register(manager) == ["Idris Musa", "Hoa Nguyễn", "Niamh O’Hare"]
    manager.open("/register?school=1&status=E")
    assert "Hoa Nguyễn" in manager.words and "O’Hare" not in manager.words


def take_back_the_last_file(manager):
    manager.open("/schools/1/import")
    rows = [row for row in manager.page.all("tbody tr") if "Taken back" not in row.text]
    manager.go_by(rows[0].find_element("css selector", "a"))
    manager.unfold("Take this import back")
    manager.press("Take this import back")
    assert manager.path.startswith("/receipts/") and "taken back" in manager.words.lower()


WRONG = [
    ("9982002_CTF_9982002_001.xml", ctf("998", "2002"), ["school"]),
    ("entities.xml", ctf(doctype='<!DOCTYPE CTfile [<!ENTITY a "b">]>\n'), ["DOCTYPE"]),
    ("plan.xml", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", ["PDF"]),
    ("short.xml", ctf()[:900], []),
    ("empty.xml", b"", ["empty"]),
]


@pytest.mark.parametrize("name, body, wanted", WRONG, ids=[name for name, *_ in WRONG])
def test_a_wrong_file_is_refused_in_words_and_changes_nothing(manager, tmp_path, name, body, wanted):
    before = names_on_register(manager)
    choose_file(manager, "Common transfer file", saved(tmp_path, name, body))
    said = manager.words
    assert "was not taken" in said and "Nothing was saved" in said, said
    assert all(word.lower() in said.lower() for word in wanted), said
    assert not manager.page.all("form[action$='/apply']"), "a refused file is still offered for saving"
    assert names_on_register(manager) == before


def test_a_file_must_be_chosen_and_its_kind_said(manager):
    manager.open("/schools/1/import")
    manager.press("Show what it would change")
    assert "Choose a file" in manager.problem("file")
    assert "what kind" in manager.problem("kind").lower()
