"""Dates by Python's datetime and dateutil: number, weekday, months added, completed years of age."""
import random
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from table import write

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
EDGES = [date(1970, 1, 1), date(1969, 12, 31), date(2000, 2, 29), date(1900, 2, 28), date(1900, 3, 1), date(2100, 2, 28),
         date(2100, 3, 1), date(2024, 2, 29), date(2023, 12, 31), date(2026, 8, 31), date(2026, 9, 1)]


def birthday(born, year):
    """Someone born on 29 February comes of age on 1 March in a common year."""
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def age(born, on):
    return on.year - born.year - (1 if on < birthday(born, on.year) else 0)


def rows():
    draw = random.Random(5)
    span = (LAST - FIRST).days
    for start in EDGES + [FIRST + timedelta(days=draw.randrange(span)) for _ in range(900)]:
        months = draw.choice([-25, -13, -12, -1, 0, 1, 2, 6, 11, 12, 13, 240])
        on = draw.choice([start + timedelta(days=draw.randrange(40_000)), birthday(start, start.year + draw.randrange(1, 60))])
        on -= timedelta(days=draw.randrange(2) if on > start else 0)
        yield (start, (start - date(1970, 1, 1)).days, start.isoweekday(), months,
               start + relativedelta(months=months), on, age(start, on))


if __name__ == "__main__":
    write("days.csv", ["day", "number", "weekday", "months", "later", "on", "age"], rows())
