"""The trail of a demonstration trust, proved by other software than ours, then meddled with."""
import hashlib
import json
import sqlite3
from contextlib import closing

import pytest
from program import make_demonstration
from test_crash import run, run_well

CHANGE = "id, at, who, way, event, subject, subject_id, row_version, account_id, pupil_id, school_id, receipt_id, undoes_id, origin"
SIGHT = "id, at, account_id, who, origin, way, page, purpose, pupils"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trail")
    where = make_demonstration(folder)
    upn = json.loads(run_well("register", *where, "--format", "json", "--on", "2026-11-20"))[0]["upn"]
    run_well("trail", "export", *where, "--pupil", upn, "-o", folder / "one.json")
    run_well("trail", "export", *where, "-o", folder / "all.csv")
    run_well("trail", "seal", *where)
    return folder, where


@pytest.fixture
def trust(made, tmp_path):
    """A copy of that trust, to be meddled with; the key stays where it is."""
    folder, where = made
    data = tmp_path / "data"
    data.mkdir()
    (data / "seals.txt").write_bytes((folder / "data" / "seals.txt").read_bytes())
    with closing(sqlite3.connect(folder / "data" / "trellis.sqlite")) as source, closing(sqlite3.connect(data / "trellis.sqlite")) as copy:
        source.backup(copy)
    return data, ["--data", data, "--key", folder / "key"]


def measured(words):
    return b"".join(f"{len(str(word).encode())}:{word}".encode() for word in words)


def walk(database, table, columns, after=0, digest=b"", write=False):
    """Follows a chain as docs/trail.md describes it; writes its digests anew where asked."""
    extra = "value_digest" if table == "trail" else "NULL"
    for *row, values, stored in database.execute(f"SELECT {columns}, {extra}, digest FROM {table} WHERE id > ? ORDER BY id", (after,)).fetchall():
        if table == "trail" and row[-1] is None:
            row.pop()
        digest = hashlib.sha256(digest + measured("" if word is None else word for word in row) + (values or b"")).digest()
        if write:
            database.execute(f"UPDATE {table} SET digest = ? WHERE id = ?", (digest, row[0]))
        else:
            assert digest == stored, f"{table} {row[0]}"
    return digest


def test_python_comes_to_the_same_digests(trust):
    data, where = trust
    with closing(sqlite3.connect(data / "trellis.sqlite")) as database:
        assert walk(database, "trail", CHANGE) == database.execute("SELECT digest FROM trail_head").fetchone()[0]
        assert walk(database, "sight", SIGHT) == database.execute("SELECT digest FROM sight_head").fetchone()[0]
        assert database.execute("SELECT count(*) FROM sight").fetchone() == (2,)
    assert "2 sights and 1 seal" in run_well("trail", "verify", *where)


def test_an_altered_row_is_named(trust):
    data, where = trust
    with closing(sqlite3.connect(data / "trellis.sqlite")) as database, database:
        database.execute("UPDATE trail SET who = 'Nobody' WHERE id = 77")
    done = run("trail", "verify", *where)
    assert done.returncode == 1 and "The first that is wrong is trail entry 77." in done.stderr


def test_a_chain_written_anew_by_somebody_who_knows_how_is_found_by_its_seal(trust):
    data, where = trust
    with closing(sqlite3.connect(data / "trellis.sqlite")) as database, database:
        database.execute("UPDATE trail SET who = 'Nobody' WHERE id = 77")
        database.execute("UPDATE trail_head SET digest = ?", (walk(database, "trail", CHANGE, write=True),))
    done = run("trail", "verify", *where)
    assert done.returncode == 1 and "they were written anew" in done.stderr
    (data / "seals.txt").unlink()
    with closing(sqlite3.connect(data / "trellis.sqlite")) as database, database:
        database.execute("DELETE FROM trail_seal")
    assert "0 seals" in run_well("trail", "verify", *where), "so a copy of the seals is to be kept elsewhere"


def test_a_backup_brings_the_seals_back(made, tmp_path):
    folder, where = made
    run_well("backup", tmp_path / "whole.backup", *where)
    back = ["--data", tmp_path / "back", "--key", folder / "key"]
    run_well("restore", tmp_path / "whole.backup", *back)
    assert "1 seal" in run_well("trail", "verify", *back)


def test_the_export_of_one_pupil_names_no_other(made):
    folder, _ = made
    lines = json.loads((folder / "one.json").read_text())
    assert len({tuple(line["pupils"]) for line in lines}) == 1 and {line["kind"] for line in lines} == {"change"}
    assert "trellis trail export" in (folder / "all.csv").read_text(), "the export is itself a sight"
    for name in ("one.json", "all.csv"):
        assert (folder / name).stat().st_mode & 0o777 == 0o600
