"""The effect sizes of impact.csv against metafor's SMCR, where R and metafor are installed; elsewhere it is passed over.

metafor corrects with the exact gamma form of J, the issue's formula with the usual approximation. So g is compared after
J is exchanged, and the variance is computed by metafor's own vtype "LS" with that g."""
import csv
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent
SCRIPT = """
suppressMessages(library(metafor))
lines <- readLines(file("stdin"))
for (line in lines) {
    halves <- strsplit(line, ";")[[1]]
    x <- as.numeric(strsplit(halves[1], " ")[[1]]); y <- as.numeric(strsplit(halves[2], " ")[[1]])
    n <- length(x)
    e <- escalc(measure="SMCR", m1i=mean(y), m2i=mean(x), sd1i=sd(x), ni=n, ri=cor(x, y))
    m <- n - 1
    exact <- exp(lgamma(m/2) - log(sqrt(m/2)) - lgamma((m-1)/2))
    g <- e$yi / exact * (1 - 3 / (4 * m - 1))
    v <- e$vi - e$yi^2 / (2 * n) + g^2 / (2 * n)
    cat(sprintf("%.15g %.15g\\n", g, v))
}
"""


def has_metafor():
    if shutil.which("Rscript") is None:
        return False
    return subprocess.run(["Rscript", "-e", "library(metafor)"], capture_output=True).returncode == 0


@pytest.mark.skipif(not has_metafor(), reason="R with metafor is not installed")
def test_effects_are_those_of_metafor():
    with open(FOLDER / "impact.csv", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["what"] in ("effect", "variance")]
    tables = {}
    for row in rows:
        tables.setdefault((row["first"], row["second"]), {})[row["what"]] = row["figure"]
    wanted = {pair: found for pair, found in tables.items() if found["effect"] and found["variance"] and len(pair[0].split()) > 2}
    asked = "\n".join(f"{first};{second}" for first, second in wanted)
    answered = subprocess.run(["Rscript", "-e", SCRIPT], input=asked + "\n", capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(answered) == len(wanted)
    for line, found in zip(answered, wanted.values()):
        g, variance = map(float, line.split())
        assert g == pytest.approx(float(found["effect"]), rel=1e-9, abs=1e-12)
        assert variance == pytest.approx(float(found["variance"]), rel=1e-9, abs=1e-12)
