"""The part of a yearly sum that falls to a spell of days within an academic year, rounded once (halves up), with Python's own
dates and fractions."""
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from random import Random

from table import write

DRAW = Random(6000)


def share(annual, year, starts, ends):
    first, last = date(year, 9, 1), date(year + 1, 8, 31)
    days = (last - first).days + 1
    inside = max(0, (min(ends or last, last) - max(starts, first)).days + 1)
    return floor(Fraction(annual * inside, days) + Fraction(1, 2))


if __name__ == "__main__":
    rows = []
    for _ in range(200):
        year = DRAW.randint(2023, 2027)
        starts = date(year, 6, 1) + timedelta(days=DRAW.randint(0, 420))
        ends = starts + timedelta(days=DRAW.randint(0, 500)) if DRAW.random() < 0.6 else None
        annual = DRAW.choice([600000, 1000000, 123457, DRAW.randint(1, 3000000)])
        rows.append((annual, year, starts, ends or "", share(annual, year, starts, ends)))
    write("funding_shares.csv", ["annual", "year", "starts", "ends", "amount"], rows)
