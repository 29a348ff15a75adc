"""What a session costs and who bears it, with Python's own fractions: the true hourly rate of domain 6.2 for each adult, the
price of anybody from outside, rounded once to the penny (halves up), then shared by largest remainder with ties by pupil and the
places not filled last. Random groups, the same on every run."""
from fractions import Fraction
from math import floor
from random import Random

from table import write

DRAW = Random(20261122)


def hourly(pence, paid, worked, on_cost, non_contact):
    share = Fraction(on_cost, 10_000)
    return pence * Fraction(paid, worked) * (1 + share) / (1 - Fraction(non_contact, 10_000))


def to_penny(amount):
    return floor(amount + Fraction(1, 2))


def shared(total, pupils, places):
    """Hamilton's method: whole quotas first, then the largest remainders."""
    pupils = sorted(pupils)
    empty = max(0, places - len(pupils))
    if not pupils:
        return {}, total
    parts = len(pupils) + empty
    quota = {pupil: Fraction(total, parts) for pupil in pupils}
    quota["unfilled"] = Fraction(total * empty, parts)
    given = {who: floor(amount) for who, amount in quota.items()}
    order = pupils + ["unfilled"]
    rest = sorted(order, key=lambda who: (-(quota[who] - given[who]), order.index(who)))
    for who in rest[: total - sum(given.values())]:
        given[who] += 1
    assert sum(given.values()) == total
    unfilled = given.pop("unfilled")
    return given, unfilled


def rate():
    worked = DRAW.choice([3800, 3900, 5214])
    return (DRAW.randint(1100, 4500), worked + DRAW.choice([0, 480, 580, 650]), worked, DRAW.choice([0, 2500, 3200, 3333, 4068]), DRAW.choice([0, 0, 500, 1000, 1250]))


if __name__ == "__main__":
    # The example of domain 6.2, and a council's flat rate.
    assert to_penny(hourly(1326, 4480, 3900, 3200, 0)) == 2011
    assert to_penny(hourly(1724, 3800, 3800, 0, 0)) == 1724
    rows = []
    for _ in range(400):
        rates = [rate() for _ in range(DRAW.choice([0, 1, 1, 1, 2]))]
        minutes = DRAW.choice([0, 10, 15, 20, 25, 30, 40, 45, 50, 60, 90, 150])
        price = DRAW.choice([0, 0, 0, 7550, 25000]) if rates else DRAW.choice([7001, 8333, 25000])
        members = DRAW.sample(range(1, 60), DRAW.randint(0, 9))
        present = [pupil for pupil in members if DRAW.random() < 0.8]
        size = DRAW.choice([1, 2, 3, 4, 6, 8])
        base = DRAW.choice(["planned", "present"])
        staff = sum((hourly(*each) * Fraction(minutes, 60) for each in rates), Fraction(0))
        total = to_penny(staff + (price if minutes else 0))
        parts, unfilled = shared(total, members, max(size, len(members))) if base == "planned" else shared(total, present, len(present))
        rows.append((";".join(":".join(map(str, each)) for each in rates), minutes, price, ";".join(map(str, members)), ";".join(map(str, present)), size, base,
                     ";".join(str(to_penny(hourly(*each))) for each in rates), total, ";".join(f"{who}:{part}" for who, part in sorted(parts.items())), unfilled))
    write("session_costs.csv", ["rates", "minutes", "price", "members", "present", "size", "base", "hourly", "total", "parts", "unfilled"], rows)
