"""Effect sizes, intervals, ratio gains, reliable change, regression to the mean, lines and celeration, computed from the
printed formulas with numpy and scipy: for random tables with a fixed seed, and for those at the edge.

Each row is one figure: what, what it is computed from (numbers between blanks), further arguments, and the figure; empty
where there is none."""
import numpy as np
from scipy import stats

from table import write

Z = stats.norm.ppf(0.975)


def told(numbers):
    return " ".join(repr(float(number)) for number in numbers)


def figure(number):
    """Ten figures: what comes after them depends on the machine's way of adding up."""
    return "" if number is None else f"{float(number):.10g}"


def correction(n):
    return 1 - 3 / (4 * (n - 1) - 1)


def correlation(before, after):
    if len(before) < 2 or np.ptp(before) == 0 or np.ptp(after) == 0:
        return None
    r = float(stats.pearsonr(before, after).statistic)
    # One apart from rounding is one: half of a variance of 1e-16 would still be an interval.
    return np.sign(r) if 1 - abs(r) < 1e-12 else r


def effect(before, after):
    """Becker's standardised mean change with Hedges' correction: g, r, variance, low, high."""
    n = len(before)
    if n < 2 or np.ptp(before) == 0:
        return [None] * 5
    g = correction(n) * np.mean(after - before) / np.std(before, ddof=1)
    r = correlation(before, after)
    if r is None:
        return [g, None, None, None, None]
    variance = 2 * (1 - r) / n + g**2 / (2 * n)
    low, high = stats.norm.interval(0.95, loc=g, scale=np.sqrt(variance)) if variance > 0 else (g, g)
    return [g, r, variance, low, high]


def paired(before, after):
    before, after = np.array(before, float), np.array(after, float)
    changes = after - before
    n = len(before)
    mean = np.mean(changes) if n else None
    deviation = None if n < 2 else 0.0 if np.ptp(changes) == 0 else np.std(changes, ddof=1)
    names = ["effect", "correlation", "variance", "low", "high"]
    figures = [("mean", mean), ("deviation", deviation), *zip(names, effect(before, after))]
    return [(name, told(before), told(after), "", figure(number)) for name, number in figures]


def random_pairs(random):
    for n in [3, 4, 5, 9, 10, 11, 17, 30, 80, 250]:
        for shape in ["standard", "raw", "months", "fractions"]:
            if shape == "standard":
                before = random.normal(82, 11, n).round()
                after = (before + random.normal(4, 7, n)).round()
            elif shape == "raw":
                before = random.integers(0, 41, n)
                after = np.clip(before + random.integers(-6, 13, n), 0, 40)
            elif shape == "months":
                before = random.integers(60, 140, n)
                after = before + random.integers(-4, 25, n)
            else:
                before = (random.normal(0, 0.05, n) + 1e3).round(4)
                after = (before + random.normal(0.03, 0.05, n)).round(4)
            yield before, after


EDGES = [
    ([], []), ([80], [90]), ([80, 90], [85, 99]), ([80, 90], [99, 85]), ([80, 80], [85, 90]), ([80, 80, 80], [85, 90, 95]), ([80, 85, 90], [95, 95, 95]),
    ([80, 85, 90], [80, 85, 90]), ([80, 85, 90], [90, 85, 80]), ([80, 85, 90], [90, 95, 100]), ([80, 85, 90], [70, 75, 80]), ([0.1] * 10, [0.2] * 10),
    ([0.1] * 10, list(range(10))), ([0, 0, 0, 1], [0, 0, 1, 0]), ([-5, -3, -1, 4], [2, -2, 0, 9]), ([1e6, 1e6 + 1, 1e6 + 2], [1e6 + 1, 1e6 + 3, 1e6 + 2]),
    ([69, 75, 84, 91, 70, 88], [120, 60, 84, 90, 100, 41]),
]


def spreads(random):
    for n in [1, 2, 3, 7, 20, 101]:
        numbers = random.normal(100, 15, n).round(1)
        for share in [0, 0.05, 0.25, 0.5, 0.75, 0.9, 1]:
            yield ("quantile", told(numbers), "", share, figure(np.quantile(numbers, share)))
    yield ("quantile", "", "", 0.5, "")


def ratios(random):
    for n in [1, 2, 6, 25]:
        gained, elapsed = random.integers(-6, 30, n), random.integers(2, 13, n)
        yield ("ratio", told(gained), told(elapsed), "", figure(np.sum(gained) / np.sum(elapsed)))
    yield ("ratio", told([0, 0]), told([6, 6]), "", figure(0))
    yield ("ratio", told([4, 5]), told([6, 0]), "", "")
    yield ("ratio", "", "", "", "")


def reliable(random):
    for _ in range(12):
        before, after, error = random.integers(60, 130), random.integers(60, 130), random.integers(20, 80) / 10
        yield ("reliable", told([before]), told([after]), repr(float(error)), figure((after - before) / (np.sqrt(2) * error)))
    yield ("reliable", told([80]), told([90]), 0, "")
    for reliability in [0, 0.5, 0.8, 0.91, 1]:
        yield ("error", told([15]), "", reliability, figure(15 * np.sqrt(1 - reliability)))
        yield ("regression", told([78]), "", reliability, figure((1 - reliability) * (100 - 78)))


def lines(random):
    for n in [2, 3, 8, 40]:
        x, y = np.sort(random.choice(200, n, replace=False)), random.normal(50, 20, n).round(3)
        line = stats.linregress(x, y)
        yield ("slope", told(x), told(y), "", figure(line.slope))
        yield ("start", told(x), told(y), "", figure(line.intercept))
    yield ("slope", told([3]), told([4]), "", "")
    yield ("slope", told([3, 3]), told([4, 5]), "", "")


def celerations(random):
    for n, minutes in [(2, 1), (5, 1), (10, 1), (20, 0.5), (15, 2)]:
        days = np.sort(random.choice(60, n, replace=False))
        counts = np.clip((random.uniform(1, 8) * 1.3 ** (days / 7) * random.uniform(0.7, 1.4, n)).round(), 0, None)
        if n == 10:
            counts[0] = 0
        drawn = np.where(counts > 0, counts / minutes, 0.5 / minutes)
        slope = stats.linregress(days, np.log10(drawn)).slope
        yield ("celeration", told(days), told(counts), minutes, figure(10 ** (7 * slope)))
    yield ("celeration", told([4, 4]), told([10, 12]), 1, "")
    yield ("celeration", told([4]), told([10]), 1, "")
    for day in [0, 7, 10, 42, 50]:
        yield ("adding", told([0, 42]), told([20, 60]), day, figure(np.interp(day, [0, 42], [20, 60]) if day <= 42 else 20 + 40 * day / 42))
        yield ("multiplying", told([0, 42]), told([20, 60]), day, figure(20 * 3 ** (day / 42)))


if __name__ == "__main__":
    random = np.random.default_rng(20261122)
    rows = [row for before, after in [*random_pairs(random), *EDGES] for row in paired(before, after)]
    for more in [spreads, ratios, reliable, lines, celerations]:
        rows += more(random)
    rows += [("correction", told([n]), "", "", figure(correction(n))) for n in [2, 3, 4, 10, 30, 500]]
    rows.append(("z", "", "", "", figure(Z)))
    write("impact.csv", ["what", "first", "second", "argument", "figure"], rows)
