"""Papers are shared with somebody outside the school by a link and a number, looked at, and taken back."""
import claims
from browser import NARROW, Page
from person import Person
from visitor import Visitor


def pupil_with_paper(senco, tmp_path):
    senco.open("/register?status=all")
    senco.page.one("main a.name").click()
    pupil = senco.path.split("?")[0]
    senco.open(f"{pupil}/papers/add")
    paper = tmp_path / "advice.txt"
    paper.write_text("Say three words at a time.\n", encoding="utf-8")
    senco.page.one("input[type=file]").send_keys(str(paper))
    senco.write("What do you call it?", "Advice of the therapist") if "What do you call it?" in senco.words else senco.page.one("[name=title]").send_keys("Advice of the therapist")
    topic = senco.page.one("[name=topic]")
    topic.send_keys("Report") if topic.tag_name == "select" else topic.click()
    senco.go_by(senco.page.one("main form button:not([type=button])"))
    return pupil


def test_shared_looked_at_and_taken_back(chromium, trust, tmp_path):
    role = next(button.get("value") for button in Visitor(trust).get("/").buttons("role") if button.get("value").startswith("senco"))
    senco = Person(Page(chromium, trust), role)
    pupil = pupil_with_paper(senco, tmp_path)
    senco.open(f"{pupil}/shares/start")
    claims.assert_axe_clean(senco.page, "the form to share papers")
    senco.press("Share these papers")
    assert "Choose at least one paper" in senco.problem("papers")
    senco.tick("Advice of the therapist")
    senco.write("Who may look at them?", "Priya Nair")
    senco.write("On what ground?", "The mother agreed on Monday")
    senco.tick("I have read each of them")
    senco.press("Share these papers")
    share = senco.path.split("?")[0]
    claims.assert_axe_clean(senco.page, "a share")
    senco.press("Make the link")
    link, code = [code.text for code in senco.page.all("code.link")]
    claims.assert_axe_clean(senco.page, "the link")
    path = "/papers/shared/" + link.split("/papers/shared/")[1]

    stranger = Person(Page(chromium, trust), width=NARROW, script=False)
    stranger.open(path)
    stranger.write("The six figures that the school gave you", "12")
    stranger.press("Open it")
    assert "does not belong to this link" in stranger.problem("share_code")
    stranger.write("The six figures that the school gave you", code)
    stranger.press("Open it")
    assert "Advice of the therapist" in stranger.words
    claims.assert_fits_width(stranger.page, "shared papers on a phone")

    senco = Person(Page(chromium, trust), role)
    senco.open(share)
    assert "the list" in senco.words
    senco.press("Stop sharing now")
    assert "Ended" in senco.words
    stranger = Person(Page(chromium, trust))
    assert "This link no longer works" in stranger.open(path).words
    claims.assert_axe_clean(stranger.page, "a dead link")
