"""Stored and echoed texts: every naughty one through every field of every form that a role can reach, and out again
by every page, CSV file and workbook. A trust of its own, since it is spoilt by it."""
import csv
import io
import itertools
import os
import zipfile
from urllib.parse import urlsplit

import crawl
import pytest
from naughty import assert_harmless, is_guarded, texts
from program import Server, make_demonstration

FREE = "@type='text' or @type='search' or @type='email' or @type='tel' or @type='url' or not(@type)"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Forms that end a visit: one's own, or with a new password all the others of the same person.
LEAVING = ("/sign-out", "/look-as", "/me/sign-out-elsewhere", "/me/password")


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory):
    folder = tmp_path_factory.mktemp("spoilt")
    server = Server(make_demonstration(folder), folder / "server.log")
    yield server.address
    server.stop()
    assert "fault" not in (folder / "server.log").read_text()


def forms(answers):
    """One form of each kind among some answers, with the names of all its fields and of those for free text."""
    found = {}
    for _, answer in answers:
        if answer.status != 200 or not answer.is_page:
            continue
        for form in answer.tree.forms:
            fields = [field for field in form.xpath(".//input | .//textarea | .//select") if field.get("name")]
            names = tuple(field.get("name") for field in fields if field.get("type") not in ("file", "submit", "button", "hidden"))
            action = form.action or answer.address
            if names and not urlsplit(action).path.startswith(LEAVING):
                free = form.xpath(f".//input[@name][{FREE}]/@name | .//textarea[@name]/@name")
                found.setdefault((form.method, crawl.kind(action), tuple(sorted(set(names)))), (form, list(dict.fromkeys(names)), list(dict.fromkeys(free))))
    return found


def send(visitor, form, answers):
    """With a button of the form pressed, where it has one of a name."""
    button = next(iter(form.xpath(".//button[@name]")), None)
    assert_harmless(visitor.submit(form, button, **answers))


def test_no_text_does_harm_on_its_way_in_or_out(spoilt):
    seen, visitors = set(), {}
    for role in crawl.roles(spoilt):
        visitor, first = crawl.arrive_as(spoilt, role)
        visitors[role] = visitor
        for kind, (form, names, free) in forms(crawl.crawl(visitor, first, each=2)).items():
            if kind in seen:
                continue
            seen.add(kind)
            fill(visitor, form, names, free, len(seen))
    assert len(seen) > 10, "too few forms were found"
    met = [answer for role in visitors for answer in read_back(crawl.arrive_as(spoilt, role)[0])]
    for kind in ("text/html", "text/csv", WORKBOOK):
        assert any(answer.headers.get_content_type() == kind and holds_naughty(answer) for answer in met), f"no {kind} gave a text back, so nothing is shown"


def fill(visitor, form, names, free, number):
    """All fields at once, each time another text in each; then one free field at a time with all else as the page has
    it and a reason given, so that the form is taken."""
    naughty = chosen(number)
    for shift in range(0, len(naughty), len(names)):
        send(visitor, form, {name: naughty[(shift + place) % len(naughty)] for place, name in enumerate(names)})
    if form.method == "GET":
        return
    for name in free:
        for text in naughty:
            fresh = afresh(visitor, form)
            if fresh is None:
                return
            reasons = {area.get("name"): "Told by the family" for area in fresh.xpath(".//textarea[@name]") if not (area.text or "").strip()}
            send(visitor, fresh, reasons | {name: text})


def afresh(visitor, form):
    """The same form as its page now has it; none where it is gone."""
    page = visitor.get(form.base_url)
    return next((other for other in page.tree.forms if other.action == form.action), None) if page.status == 200 and page.is_page else None


def chosen(number):
    """For each form every thirtieth text, others each, so that all forms together try all many times over; all of them
    in each form in the long run. What shows in files comes last, so that it stays."""
    every = 1 if os.environ.get("TRELLIS_TEST_LONG") else 30
    return sorted(texts()[number % every::every] + ["=1+7731"], key=lambda text: "7731" in text)


def read_back(visitor):
    """Every page again, every file that a page offers, and the whole register as files: whichever pupil a form was about
    is on it."""
    files = [(None, visitor.get(f"/register/file?status=all&format={form}")) for form in ("csv", "xlsx")]
    for _, answer in itertools.chain(crawl.crawl(visitor, visitor.get("/"), each=3), files):
        assert_harmless(answer)
        if answer.headers.get_content_type() == "text/csv":
            assert_cells_guarded(answer)
        elif answer.headers.get_content_type() == WORKBOOK:
            assert_no_formula(answer)
        yield answer


def holds_naughty(answer):
    if answer.headers.get_content_type() != WORKBOOK:
        return b"7731" in answer.body
    with zipfile.ZipFile(io.BytesIO(answer.body)) as book:
        return any(b"7731" in book.read(part) for part in book.namelist())


def assert_cells_guarded(answer):
    rows = csv.reader(io.StringIO(answer.body.decode("utf-8-sig"), newline=""))
    bare = [cell[:60] for row in rows for cell in row if not is_guarded(cell)]
    assert not bare, f"{answer.address} has cells that a spreadsheet would work out: {bare[:5]}"


def assert_no_formula(answer):
    with zipfile.ZipFile(io.BytesIO(answer.body)) as book:
        for part in book.namelist():
            if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                assert b"<f>" not in book.read(part) and b"<f " not in book.read(part), f"{answer.address} holds a formula"
