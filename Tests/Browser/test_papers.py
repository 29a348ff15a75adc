"""Papers from one end to the other: sent in a form, locked on the disk, in the backup, and the same after a restore."""
import re
import secrets
import shutil
import subprocess
import urllib.request
import zipfile

import crawl
import pytest
from program import PROGRAM, Server, make_demonstration

TEXT = b"%PDF-1.7\n" + b"Sam reads well when the page is large. " * 4000 + b"\n%%EOF\n"


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300)


def run_well(*arguments):
    done = run(*arguments)
    assert done.returncode == 0, f"{arguments}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def trust(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    return folder, make_demonstration(folder)


@pytest.fixture(scope="module")
def server(trust):
    server = Server(trust[1], trust[0] / "server.log")
    yield server
    server.stop()


def send_file(visitor, form, field, name, content, **answers):
    """Sends a form with a file, as a browser does (RFC 7578)."""
    fields, mark = dict(form.form_values()) | answers, secrets.token_hex(16)
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode() for key, value in fields.items()]
    parts += [f'--{mark}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'.encode(), content, f"\r\n--{mark}--\r\n".encode()]
    headers = {"Origin": visitor.address, "Content-Type": f"multipart/form-data; boundary={mark}"}
    return visitor._ask(urllib.request.Request(form.action, data=b"".join(parts), headers=headers))


def arrive_as_senco(server):
    """A visitor in a SENCO's place; the chooser calls it `senco`, perhaps with the number of the school behind a dot."""
    role = next(role for role in crawl.roles(server.address) if role.split(".")[0] == "senco")
    return crawl.arrive_as(server.address, role)[0]


def a_pupil(visitor):
    register = visitor.get("/register")
    return next(link for link in register.links() if re.search(r"/pupils/\d+$", link))


@pytest.fixture(scope="module")
def paper(server):
    """A paper that a SENCO has added: who did, the pupil's page, and where to download it."""
    visitor = arrive_as_senco(server)
    pupil = a_pupil(visitor)
    form = next(form for form in visitor.get(pupil + "/papers/add").tree.forms if form.get("enctype"))
    page = send_file(visitor, form, "file", "../report.exe", TEXT, title="Reading report", topic="advice")
    assert page.status == 200 and "The paper is stored." in page.body.decode()
    return visitor, pupil, next(link for link in page.links() if re.search(r"/papers/\d+/file$", link))


def test_a_paper_comes_back_as_it_was_sent(paper):
    answer = paper[0].get(paper[2])
    assert answer.status == 200 and answer.body == TEXT
    assert answer.headers["Content-Length"] == str(len(TEXT))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="report.pdf"'
    assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"] and answer.headers["Cache-Control"] == "no-store"


def test_a_file_that_is_not_taken_is_refused_beside_its_field(paper):
    visitor, pupil, _ = paper
    form = next(form for form in visitor.get(pupil + "/papers/add").tree.forms if form.get("enctype"))
    page = send_file(visitor, form, "file", "report.pdf", b"<!doctype html><script>1</script>", title="Reading", topic="advice")
    assert page.status == 422 and "web page" in page.tree.get_element_by_id("file-problem").text_content()


def test_nothing_of_it_can_be_read_on_the_disk(paper, trust):
    data = trust[0] / "data"
    files = [file for file in data.rglob("*") if file.is_file() and not file.name.startswith("trellis.sqlite")]
    assert not [file for file in files if b"reads well" in file.read_bytes()]
    stored = list((data / "papers").iterdir())
    assert len(stored) == 1 and stored[0].stat().st_mode & 0o077 == 0


def test_it_is_in_the_backup_and_opens_after_a_restore(paper, trust, tmp_path):
    folder, where = trust
    run_well("backup", tmp_path / "b", *where)
    with zipfile.ZipFile(tmp_path / "b") as backup:
        names = [name for name in backup.namelist() if name.startswith("papers/")]
        assert len(names) == 1 and backup.getinfo(names[0]).compress_type == zipfile.ZIP_STORED
        assert not any(b"reads well" in backup.read(name) or (folder / "key").read_bytes().split()[2] in backup.read(name) for name in backup.namelist())
    assert not list((folder / "data").glob(".backup-*"))
    again = ["--data", tmp_path / "again", "--key", folder / "key"]
    run_well("restore", tmp_path / "b", *again)
    assert "every paper opens" in run_well("check", *again)
    server = Server(list(map(str, again)), tmp_path / "log")
    try:
        visitor = arrive_as_senco(server)
        assert visitor.get(paper[2].replace(paper[0].address, server.address)).body == TEXT
    finally:
        server.stop()
    lost = run("check", "--data", tmp_path / "again", "--key", tmp_path / "lost")
    assert lost.returncode == 1 and "lost" in lost.stderr and not (tmp_path / "lost").exists()
    stored = next((tmp_path / "again" / "papers").iterdir())
    stored.write_bytes(stored.read_bytes()[:-1])
    damaged = run("check", *again)
    assert damaged.returncode == 1 and stored.name in damaged.stderr


def test_a_new_key_locks_it_anew_while_the_server_runs(paper, trust, tmp_path):
    folder, where = trust
    shutil.copy(folder / "key", tmp_path / "old")
    stored = next((folder / "data" / "papers").iterdir())
    before = stored.read_bytes()
    assert "Locked anew: 1 paper, " in run_well("key", "rotate", *where)
    after = stored.read_bytes()
    assert after[:84] != before[:84] and after[84:] == before[84:]
    assert (folder / "key").stat().st_mode & 0o077 == 0
    assert paper[0].get(paper[2]).body == TEXT
    assert "Locked anew: 0 papers, 0 secrets." in run_well("key", "rotate", "--resume", *where)
    assert run("check", "--data", folder / "data", "--key", tmp_path / "old").returncode == 1
    assert "All is sound" in run_well("check", *where)
