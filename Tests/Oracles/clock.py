"""The date and time on the clock in England, from the time zone database: the hours around every change of the clocks
since 1996, when the present rule began, and hours drawn at random."""
import random
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from table import write

ENGLAND = ZoneInfo("Europe/London")
START, HOURS = datetime(1996, 1, 1, tzinfo=timezone.utc), 41 * 8766


def changes():
    """The first whole hour after each change of the clocks."""
    offset = START.astimezone(ENGLAND).utcoffset()
    for hour in range(HOURS):
        now = START + timedelta(hours=hour)
        if now.astimezone(ENGLAND).utcoffset() != offset:
            offset = now.astimezone(ENGLAND).utcoffset()
            yield now


def moments():
    for change in changes():
        for minutes in (-1441, -61, -1, 0, 1, 59, 1379, 1380, 1439):
            yield change + timedelta(minutes=minutes)
    draw = random.Random(5)
    for _ in range(600):
        yield START + timedelta(minutes=draw.randrange(HOURS * 60))


if __name__ == "__main__":
    write("clock.csv", ["utc", "day", "time"],
          [(m.strftime("%Y-%m-%dT%H:%M:%S.000Z"), m.astimezone(ENGLAND).date(), m.astimezone(ENGLAND).strftime("%H:%M"))
           for m in moments()])
