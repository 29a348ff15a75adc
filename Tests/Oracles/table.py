"""How every oracle writes its table: a CSV beside the scripts, plain commas, no quotes needed."""
import csv
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def write(name, header, rows):
    with open(FOLDER / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writerow(header)
        writer.writerows(rows)
