"""Minutes owed, offered, received and missed of one pupil, counted a second time in Python from a plain list of sessions, with the
days on which section F's shortfalls become alerts. Every school week has five days here, so that weeks are seven days apart."""
from random import Random

from table import write

DRAW = Random(7)
# Monday 7 September 2026 is day 0 of the table.
WEEKS = 12
KINDS = ["given", "given", "given", "partly", "absent", "part-time", "staff", "away-all", "none"]


def minutes(kind, planned, given):
    """Offered and received of one planned session."""
    return {"given": (planned, planned), "partly": (given, given), "absent": (planned, 0), "part-time": (0, 0), "staff": (0, 0), "away-all": (planned, 0), "none": (0, 0)}[kind]


def alerts(owed, offered, today):
    """A week that is short is an alert once ten more school days are over, and until what is over in later weeks has made it up."""
    short = []
    for week in range(today // 7 + 1):
        over = offered[week] - owed
        if over < 0:
            if (week + 1) * 7 <= today:
                short.append([week, -over])
            continue
        for entry in short:
            settled = min(over, entry[1])
            entry[1] -= settled
            over -= settled
    # The tenth school day after a week is the Friday two weeks on; the alert begins on the day after.
    return [(week, left) for week, left in short if left > 0 and today >= week * 7 + 14 + 5]


if __name__ == "__main__":
    rows = []
    for _ in range(150):
        planned, owed = DRAW.choice([20, 30, 45]), DRAW.choice([20, 30, 45, 60])
        weeks = [DRAW.choice(KINDS) for _ in range(WEEKS)]
        parts = [DRAW.randint(1, planned - 1) if kind == "partly" else 0 for kind in weeks]
        extra = [DRAW.choice([0, 0, 0, 0, 15, 40]) for _ in weeks]
        today = DRAW.randint(20, 7 * WEEKS - 3)
        past = [week for week in range(WEEKS) if week * 7 + 1 < today]
        given = [minutes(kind, planned, part) for kind, part in zip(weeks, parts)]
        offered = [given[week][0] + (extra[week] if week * 7 + 3 < today else 0) if week in past else 0 for week in range(WEEKS)]
        more = sum(extra[week] for week in past if week * 7 + 3 < today)
        unproved = sum(planned for week in past if weeks[week] == "none")
        received = sum(given[week][1] for week in past) + more
        missed = sum(planned - given[week][0] for week in past if weeks[week] != "none")
        found = alerts(owed, offered, today)
        rows.append((planned, owed, ";".join(weeks), ";".join(map(str, parts)), ";".join(map(str, extra)), today, len(past) * planned, sum(offered), received, missed, more, unproved,
                     ";".join(f"{week}:{left}" for week, left in found)))
    write("delivery.csv", ["planned", "owed", "weeks", "parts", "extra", "today", "all_planned", "offered", "received", "missed", "more", "unproved", "alerts"], rows)
