"""The published schema of a file of plans takes what Trellis writes, and refuses what it could not read in."""
import copy
import json
from pathlib import Path

import jsonschema_rs
import pytest

FOLDER = Path(__file__).resolve().parent
SCHEMA = json.loads((FOLDER.parent.parent / "docs" / "plan.schema.json").read_text())
SAMPLE = json.loads((FOLDER / "Plans" / "sam.json").read_text())
CHECK = jsonschema_rs.Draft202012Validator(SCHEMA, validate_formats=True)


def test_the_schema_is_itself_in_order():
    jsonschema_rs.meta.validate(SCHEMA)


def test_a_file_with_every_part_is_taken():
    assert [str(error) for error in CHECK.iter_errors(SAMPLE)] == []


def plan(number=0):
    return ["plans", number]


FAULTS = {
    "another format": (["format"], "word"),
    "a later version": (["version"], 2),
    "a day that is none": (plan() + ["begun_on"], "2025-02-30"),
    "a day in another order": (plan() + ["starts"], "22/09/2025"),
    "a state that is none": (plan() + ["state"], "forgotten"),
    "cycle nought": (plan() + ["cycle"], 0),
    "a word that is not known": (plan() + ["secret"], "x"),
    "an outcome without words": (plan() + ["outcomes", 0, "words"], ""),
    "an adult life that is none": (plan() + ["outcomes", 1, "adult_life"], "riches"),
    "a result that is none": (plan() + ["outcomes", 0, "review", "result"], "maybe"),
    "disagreed without words": (plan() + ["answers", 1], {"kind": "disagreed", "answered_on": "2025-10-02"}),
    "disagreed with nothing said": (plan() + ["answers", 1], {"kind": "disagreed", "words": "", "answered_on": "2025-10-02"}),
    "no reply after one try": (plan() + ["answers", 0], {"kind": "no_reply", "answered_on": "2025-09-19", "first_try": "2025-09-15"}),
    "evidence that is no file": (plan() + ["outcomes", 0, "review", "evidence_files"], ["tally.csv"]),
    "a decision that is none": (plan() + ["review", "decision"], "wait"),
    "a section in no state": (plan() + ["sections", 0, "state"], "done"),
    "a digest that is too short": (plan(2) + ["paper", "sha256"], "abc"),
    "a UPN in small letters": (["pupil", "upn"], "a999001200001"),
    "no plan": (["plans"], []),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_could_not_be_read_in_is_refused(fault):
    path, value = FAULTS[fault]
    wrong = copy.deepcopy(SAMPLE)
    place = wrong
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not CHECK.is_valid(wrong)


NEEDED = [plan(1) + ["starts"], plan(1) + ["review_by"], plan() + ["ends"], plan() + ["ref"], plan() + ["scheme"], ["pupil", "birth"], ["written"], plan() + ["outcomes", 0, "ref"]]


@pytest.mark.parametrize("path", NEEDED, ids=lambda path: ".".join(map(str, path)))
def test_what_is_needed_cannot_be_left_out(path):
    wrong = copy.deepcopy(SAMPLE)
    place = wrong
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    assert not CHECK.is_valid(wrong)


def test_an_amendment_says_what_it_amends():
    wrong = copy.deepcopy(SAMPLE)
    wrong["plans"][1]["is_amendment"] = True
    assert CHECK.is_valid(wrong)
    del wrong["plans"][1]["follows"]
    assert not CHECK.is_valid(wrong)
