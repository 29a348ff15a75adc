"""The year a child is expected in, counted by the academic year of birth: a child born from 1 September 2019 to
31 August 2020 starts Reception in September 2024."""
from datetime import date

from table import write


def academic_year(day):
    return day.year if day.month >= 9 else day.year - 1


def code(number):
    if number < -2:
        return "E1"
    return {-2: "N1", -1: "N2", 0: "R"}.get(number, str(min(number, 14)))


def rows():
    for starting in (2019, 2026):
        for years in range(0, 21):
            for month, day in ((9, 1), (12, 31), (1, 1), (2, 28), (8, 31)):
                born = date(starting - years, month, day)
                yield born, starting, code(starting - academic_year(born) - 5)


if __name__ == "__main__":
    write("year_groups.csv", ["born", "starting", "year"], rows())
