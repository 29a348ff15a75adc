"""The tables are what their scripts write: none was mended by hand."""
import importlib
import runpy
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent
TABLES = ["bank_holidays", "days", "clock", "upn", "year_groups", "folding", "password_hashes", "one_time_codes", "qr_codes", "id_tokens",
          "trail_digests", "sight_digests", "sealed_paper", "standard_scores", "delivery",
          "funding_shares", "session_costs", "impact", "statutory_dates"]


@pytest.mark.parametrize("name", TABLES)
def test_table_is_what_its_script_writes(name, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    table = importlib.import_module("table")
    monkeypatch.setattr(table, "FOLDER", tmp_path)
    monkeypatch.setattr(sys, "argv", [name])
    runpy.run_path(str(FOLDER / f"{name}.py"), run_name="__main__")
    assert (tmp_path / f"{name}.csv").read_bytes() == (FOLDER / f"{name}.csv").read_bytes()
