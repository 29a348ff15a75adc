"""Unique pupil numbers with their check letters, by the published algorithm: characters 2 to 13 weighted by their
place, modulo 23, indexes the alphabet without I, O and S. A temporary number ends in such a letter and counts as its
index. All numbers are of local authorities 998 and 999, which do not exist."""
import random

from table import write

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def check_letter(rest):
    values = [int(c) if c.isdigit() else LETTERS.index(c) for c in rest]
    return LETTERS[sum(place * value for place, value in enumerate(values, start=2)) % 23]


def rows():
    draw = random.Random(5)
    for number in range(400):
        temporary = number % 4 == 0
        rest = f"{draw.choice((998, 999))}{draw.randrange(10_000):04}{draw.randrange(100):02}"
        rest += f"{draw.randrange(100):02}{draw.choice(LETTERS)}" if temporary else f"{draw.randrange(1000):03}"
        letter = check_letter(rest)
        wrong = draw.choice([other for other in LETTERS if other != letter])
        yield letter + rest, wrong + rest, "temporary" if temporary else "permanent"


if __name__ == "__main__":
    write("upn.csv", ["upn", "wrong", "kind"], rows())
