"""Days of the law's clock: reckoned here with dateutil, numpy and the PyPI package `holidays`, from the table of rules in
docs/statutory.md and not from the program. One row for each event: its day, its options, and what is due when."""
import random
from datetime import date, timedelta

import holidays
import numpy
from dateutil.relativedelta import relativedelta

from table import write

ENGLAND = sorted(holidays.country_holidays("GB", subdiv="ENG", years=range(2014, 2062)))
FIRST, LAST = date(2014, 9, 1), date(2055, 12, 31)
EDGES = [date(2015, 8, 31), date(2016, 2, 29), date(2020, 2, 29), date(2024, 2, 29), date(2028, 2, 29), date(2026, 12, 31), date(2027, 1, 1), date(2026, 12, 25),
         date(2026, 10, 31), date(2027, 6, 30), date(2027, 7, 31), date(2026, 4, 2), date(2026, 9, 7), date(2027, 1, 20), date(2024, 8, 31), date(2024, 9, 1), date(2036, 4, 10)]


def weeks(day, number):
    return day + timedelta(weeks=number)


def on_from(day, number):
    """The number-th working day, counted from this day on, with it where it is one."""
    return numpy.busday_offset(day, number - 1, roll="forward", holidays=ENGLAND).astype(date)


def months(day, number):
    return day + relativedelta(months=number)


def starting(day, number):
    """The last day of so many months that start with a day."""
    same = months(day, number)
    return same - timedelta(days=1) if same.day == day.day else same


def out_of_tribunal_holidays(day):
    if day.month == 8:
        return on_from(date(day.year, 9, 1), 1)
    if (day.month, day.day) == (1, 1):
        return on_from(date(day.year, 1, 2), 1)
    if day.month == 12 and day.day >= 25:
        return on_from(date(day.year + 1, 1, 2), 1)
    return day


def is_tribunal_holiday(day):
    return day.month == 8 or (day.month, day.day) == (1, 1) or (day.month == 12 and day.day >= 25)


def needs_assessment(day, draw):
    due = {"NA-3": weeks(day, 6), "NA-6": weeks(day, 16), "NA-9": weeks(day, 20)}
    if draw.random() < 0.5:
        return {}, due
    asked = day + timedelta(days=draw.randrange(60))
    return {"asked": asked}, due | {"NA-5": asked + timedelta(days=42)}


def advice_request(day, draw):
    return {}, {"NA-5": day + timedelta(days=42)}


def draft_plan(day, draw):
    return {}, {"NA-7": day + timedelta(days=14)}


def consultation(day, draw):
    if draw.random() < 0.4:
        return {}, {"NA-8": day + timedelta(days=15)}
    own = day + timedelta(days=draw.randrange(40))
    return {"by": own}, {"NA-8": max(own, day + timedelta(days=15))}


def annual_review(day, draw):
    notice = day + timedelta(days=draw.randrange(50)) if draw.random() < 0.5 else None
    served = notice or weeks(day, 4)
    due = {"AR-5": weeks(day, -2), "AR-6": weeks(day, -2), "AR-8": weeks(day, 2), "AR-9": weeks(day, 4), "AR-10": weeks(day, 4),
           "AR-12": weeks(served, 8), "AR-13": weeks(served, 8), "AR-14": weeks(day, 12), "AR-2": starting(day, 12)}
    options = {}
    if notice:
        options["notice"] = notice
        due["AR-11"] = notice + timedelta(days=14)
    if draw.random() < 0.3:
        options["under-five"] = "yes"
        due["AR-15"] = months(day, 6)
    if draw.random() < 0.3:
        decided = day + timedelta(days=draw.randrange(60))
        options |= {"decided": decided, "count-from": "decision"}
        due["AR-2"] = starting(decided, 12)
    return options, due


def first_plan(day, draw):
    return {}, {"AR-1": starting(day, 12)}


def amendment_notice(day, draw):
    due = {"AR-11": day + timedelta(days=14), "AR-12": weeks(day, 8), "AR-13": weeks(day, 8)}
    if draw.random() < 0.5:
        return {}, due
    return {"outside-review": "yes"}, due | {"AR-18": weeks(day, 8)}


def phase_transfer(day, draw):
    kind = draw.choice(["school", "infant", "primary", "junior", "middle", "secondary", "post-16", "another-post-16"])
    if kind == "post-16":
        return {"to": kind}, {"PT-2": date(day.year, 3, 30)}
    if kind == "another-post-16":
        return {"to": kind}, {"PT-3": day - relativedelta(months=5)}
    return {"to": kind}, {"PT-1": date(day.year, 2, 14)}


def la_transfer(day, draw):
    options, handed = {}, day
    if draw.random() < 0.75:
        learned = day + timedelta(days=draw.randrange(-40, 25))
        learned = max(learned, FIRST)
        options["learned"] = learned
        if learned >= day or numpy.busday_count(learned, day, holidays=ENGLAND) < 15:
            handed = on_from(learned, 15)
    due = {"TR-1": handed}
    if draw.random() < 0.4:
        handed = day + timedelta(days=draw.randrange(30))
        options["transferred"] = handed
    due |= {"TR-2": weeks(handed, 6), "TR-3": starting(handed, 3)}
    if draw.random() < 0.5:
        reviewed = max(FIRST, day - timedelta(days=draw.randrange(400)))
        options["reviewed"] = reviewed
        due["TR-3"] = max(due["TR-3"], starting(reviewed, 12))
    return options, due


def reassessment(day, draw):
    said, options = day + timedelta(days=15), {}
    if draw.random() < 0.5:
        said = day + timedelta(days=draw.randrange(25))
        options["notified"] = said
    return options, {"RE-1": day + timedelta(days=15), "RE-2": weeks(said, 14)}


def decision_letter(day, draw):
    options, ends = {}, months(day, 2)
    if draw.random() < 0.6:
        certificate = day + timedelta(days=draw.randrange(80))
        options["certificate"] = certificate
        ends = max(ends, months(certificate, 1))
    return options, {"MT-1": out_of_tribunal_holidays(ends), "MT-2": months(day, 2)}


def mediation(day, draw):
    if draw.random() < 0.5:
        return {"about": "no-mediation"}, {"MT-3": on_from(day + timedelta(days=1), 3)}
    return {"about": "wants-mediation"}, {"MT-4": day + timedelta(days=30)}


def appeal(day, draw):
    free = [d for d in ENGLAND] + [day + timedelta(days=n) for n in range(120) if is_tribunal_holiday(day + timedelta(days=n))]
    return {}, {"MT-5": numpy.busday_offset(day + timedelta(days=1), 29, roll="forward", holidays=free).astype(date)}


def senco_appointed(day, draw):
    due = {"SD-3": day + relativedelta(years=3)}
    return {}, due | ({"SD-3c": months(day, 14)} if day >= date(2024, 9, 1) else {})


def cease_notice(day, draw):
    last = out_of_tribunal_holidays(months(day, 2))
    return {}, {"CE-1": last, "MT-1": last, "MT-2": months(day, 2)}


def leaving(day, draw):
    starts = day + timedelta(days=draw.randrange(-3, 20))
    ends = starts + timedelta(days=draw.randrange(45))
    closed = {starts + timedelta(days=n) for n in range((ends - starts).days + 1)}
    days = (day + timedelta(days=n) for n in range(1, 200))
    open_days = [d for d in days if d.isoweekday() < 6 and d not in ENGLAND_SET and d not in closed]
    if starts < FIRST:
        return None
    return {"closed": f"{starts}..{ends}"}, {"SD-17": open_days[14]}


ENGLAND_SET = set(ENGLAND)
EVENTS = [needs_assessment, advice_request, draft_plan, consultation, annual_review, first_plan, amendment_notice, phase_transfer, la_transfer,
          reassessment, decision_letter, mediation, appeal, senco_appointed, cease_notice, leaving]


def cases():
    draw = random.Random(6)
    for event in EVENTS:
        days = EDGES + [FIRST + timedelta(days=draw.randrange((LAST - FIRST).days)) for _ in range(23)]
        for day in days:
            answer = event(day, draw)
            if answer is None:
                continue
            options, due = answer
            yield (event.__name__.replace("_", "-"), day, " ".join(f"{name}={value}" for name, value in options.items()),
                   " ".join(f"{rule}={last}" for rule, last in sorted(due.items())))


if __name__ == "__main__":
    write("statutory_dates.csv", ["event", "day", "options", "due"], cases())
