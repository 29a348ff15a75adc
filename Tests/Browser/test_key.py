"""A new key: what was locked with the old one is locked anew, while people go on working, and the old one opens nothing any more."""
import sqlite3
import subprocess
from pathlib import Path

import pytest
from program import Server, make_demonstration
from signing import PASSWORD, Phone, door_form, invite, sign_in_elsewhere
from test_papers import TEXT, run, run_well, send_file
from visitor import Visitor


@pytest.fixture(scope="module")
def where(tmp_path_factory):
    return make_demonstration(tmp_path_factory.mktemp("key"))


@pytest.fixture(scope="module")
def server(where):
    server = Server(where, Path(where[1]).parent / "server.log", "serve")
    yield server
    server.stop()


def a_place(where):
    """A school, and a pupil on its roll."""
    store = sqlite3.connect(f"{where[1]}/trellis.sqlite")
    found = store.execute("SELECT s.urn, e.pupil_id FROM school s JOIN enrolment e ON e.school_id = s.id WHERE e.ends IS NULL ORDER BY e.id LIMIT 1").fetchone()
    store.close()
    return found


def first_visit(server, link):
    """Password and code app, by forms alone."""
    visitor = Visitor(server.address)
    page = visitor.submit(visitor.get(link).tree.forms[0], password=PASSWORD, password_again=PASSWORD)
    phone = Phone(page.tree.xpath("//ol[@class='steps']//code")[0].text_content().replace(" ", ""))
    page = visitor.submit(door_form(page), code=phone.code())
    assert len(page.tree.xpath("//main//ul[@class='plain']//code")) == 10, page.body.decode()
    return visitor, phone


def old_keys_are_lost(key):
    """Leaves the key in use, and what seals the trail."""
    lines = key.read_text().splitlines()
    locks = [line for line in lines if line.startswith("lock ")]
    assert len(locks) == 2
    key.write_text("\n".join(line for line in lines if line != locks[0]) + "\n")


def test_after_a_new_key_people_sign_in_with_their_codes_and_open_papers(server, where):
    urn, pupil = a_place(where)
    visitor, phone = first_visit(server, invite(where, "Nora Lock", "senco", urn))
    form = next(form for form in visitor.get(f"/pupils/{pupil}/papers/add").tree.forms if form.get("enctype"))
    page = send_file(visitor, form, "file", "report.pdf", TEXT, title="Reading report", topic="advice")
    address = next(link for link in page.links() if link.endswith("/file"))
    said = run_well("key", "rotate", *where)
    assert "The key in use is k2. Locked anew: 1 paper, 11 secrets." in said
    old_keys_are_lost(Path(where[3]))
    again = Visitor(server.address)
    assert sign_in_elsewhere(again, "Nora Lock", phone.code()).address == f"{server.address}/"
    assert again.get(address).body == TEXT
    assert "every paper opens" in run_well("check", *where)
    assert "Locked anew: 0 papers, 0 secrets." in run_well("key", "rotate", "--resume", *where)


def test_a_secret_that_no_key_opens_is_told_and_the_rest_is_done(where):
    store = sqlite3.connect(f"{where[1]}/trellis.sqlite")
    with store:
        store.execute("UPDATE account_secret SET second_factor = 'k9.AAAA.AAAA' WHERE second_factor IS NOT NULL")
    store.close()
    done = run("key", "rotate", *where)
    assert done.returncode == 1 and "opens 1 kept secret" in done.stderr and "Locked anew: 1 paper, 10 secrets." in done.stdout
