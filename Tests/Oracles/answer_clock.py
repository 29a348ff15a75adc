"""By when a request for a copy must be answered, by datetime, dateutil and the PyPI package `holidays`."""
import random
from datetime import date, timedelta

import holidays
from dateutil.relativedelta import relativedelta

from table import write

ENGLAND = holidays.country_holidays("GB", subdiv="ENG", years=range(2026, 2032))
CLOSED = {day for day in ENGLAND if day.isoweekday() < 6}


def due(received, proved, pauses, extended):
    start = max(received, proved)
    day = start + relativedelta(months=3 if extended else 1)
    counted = set()
    for first, last in pauses:
        counted |= {first + timedelta(n) for n in range((last - first).days) if first + timedelta(n) >= start}
    day += timedelta(len(counted))
    while day.isoweekday() > 5 or day in CLOSED:
        day += timedelta(1)
    return day


def rows():
    draw = random.Random(2026)
    ends = [date(2026, 3, 31), date(2026, 8, 31), date(2027, 1, 31), date(2028, 1, 31), date(2028, 2, 29), date(2026, 11, 30), date(2026, 12, 24)]
    for number in range(400):
        received = draw.choice(ends) if number % 3 == 0 else date(2026, 2, 5) + timedelta(draw.randrange(900))
        proved = received + timedelta(draw.choice([0, 0, -30, 3, 40]))
        pauses, day = [], received
        for _ in range(draw.choice([0, 0, 1, 2])):
            first = day + timedelta(draw.randrange(20))
            day = first + timedelta(draw.randrange(15))
            pauses.append((first, day))
        extended = draw.random() < 0.3
        text = " ".join(f"{first}/{last}" for first, last in pauses)
        yield received, proved, text, int(extended), due(received, proved, pauses, extended)


if __name__ == "__main__":
    write("answer_clock.csv", ["received", "proved", "pauses", "extended", "due"], list(rows()))
