"""A data manager adds a council's form; a SENCO fills it for a request, reads it as a page, and takes it as Word and PDF."""
import re
import zipfile
from pathlib import Path

import claims
import pytest
from browser import NARROW, WIDE, Page
from person import Person
from visitor import Visitor

OURS = Path(__file__).resolve().parents[2] / "Sources/Statutory/Forms/Ours"


@pytest.fixture
def somebody(chromium, trust):
    def arrive(role=None, width=WIDE, script=True):
        values = [button.get("value") for button in Visitor(trust).get("/").buttons("role")]
        return Person(Page(chromium, trust), next((value for value in values if role and value.startswith(role)), None), width, script)
    return arrive


@pytest.fixture
def form(tmp_path):
    """Another council's form, in which somebody typed a field wrongly."""
    path = tmp_path / "EHC1.docx"
    with zipfile.ZipFile(OURS / "another-council-request.docx") as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"{{pupil.known}}", b"{{pupil.knwon}}"))
    return path


@pytest.fixture
def bomb(tmp_path):
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b"<w:document>" + b" " * (150 << 20))
    return path


def request(senco):
    senco.open("/ehc/requests")
    senco.go_by(senco.page.one("main a[href*='/ehc/requests/']:not([href*='start'])"))
    return senco.path.split("?")[0], re.search(r"\((\d{3})\)", senco.words).group(1)


def add(manager, council, file):
    manager.open(f"/packs/{council}/forms/add")
    manager.tick("Request for an EHC needs assessment")
    manager.write("Title", "EHC1 for autumn")
    manager.attach("Which file?", file)
    manager.press("Read this form")


def test_a_form_from_the_council_to_the_portal(somebody, form, bomb, tmp_path):
    path, council = request(somebody("senco"))
    manager = somebody("data-manager").open("/packs")
    claims.assert_axe_clean(manager.page, "the list of councils")
    add(manager, council, bomb)
    assert manager.problem("file") and "EHC1 for autumn" in manager.page.one("#title").get_attribute("value")
    claims.assert_axe_clean(manager.page, "a refused form")
    add(manager, council, form)
    assert "Did you mean pupil.known?" in manager.words
    claims.assert_axe_clean(manager.page, "a form that was read")
    manager.press("Use this form from that day")
    assert "Tick this" in manager.words
    manager.tick("I have seen what can’t be filled")
    manager.press("Use this form from that day")
    assert "From that day on this version is filled" in manager.words
    claims.assert_axe_clean(manager.page, "a council's pack")
    manager.open("/packs/fields")
    claims.assert_axe_clean(manager.page, "all fields")
    manager.open(f"/packs/{council}/change")
    claims.assert_axe_clean(manager.page, "changing a pack")

    senco = somebody("senco").open(path)
    senco.follow("Fill ")
    assert "EHC1 for autumn" in senco.title and "[to fill in]" in senco.words
    claims.assert_axe_clean(senco.page, "a filled form")
    senco.page.driver.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    for button, ending in [("Download for Word", "docx"), ("Download as PDF", "pdf")]:
        senco.find("//button", button).click()
        senco.wait(lambda: list(tmp_path.glob(f"{council}-request-*.{ending}")), 60)
    with zipfile.ZipFile(next(tmp_path.glob(f"{council}-request-*.docx"))) as word:
        text = word.read("word/document.xml").decode()
    assert "1. Who is it about?" in text and "pupil.surname" not in text
    assert next(tmp_path.glob(f"{council}-request-*.pdf")).read_bytes().startswith(b"%PDF")
    senco.open(senco.path)
    assert "Downloaded for Word" in senco.words and "Downloaded as PDF" in senco.words
    for width, script in [(NARROW, False)]:
        phone = somebody("senco", width, script).open(path + "/form")
        claims.assert_fits_width(phone.page, "the filled form")
        phone.open(f"/packs/{council}")
        claims.assert_fits_width(phone.page, "the pack")


def test_who_has_no_part_in_it_finds_nothing(somebody):
    for role in ["governor", "teaching-assistant"]:
        assert "Councils’ forms" not in somebody(role).open("/").words
        assert "not" in somebody(role).open("/packs").words.lower()
