"""What a standard score (mean 100, standard deviation 15) says as a percentile and a stanine, and each percentile as a
standard score, by the normal distribution of Python's own statistics module."""
from statistics import NormalDist

from table import write

SCORES = NormalDist(100, 15)
# The upper ends of the first eight stanines, in percent of the population.
STEPS = [4, 11, 23, 40, 60, 77, 89, 96]


def percentile(score):
    return max(1, min(99, round(100 * SCORES.cdf(score))))


def stanine(score):
    distance = (score - 100) / 15
    return 1 + sum(distance > -1.75 + step / 2 for step in range(8))


if __name__ == "__main__":
    # The half-deviation steps are the usual percentages, as far as whole percents can say.
    assert all(abs(NormalDist().cdf(-1.75 + place / 2) * 100 - step) < 0.6 for place, step in enumerate(STEPS))
    rows = [("score", score, percentile(score), stanine(score)) for score in range(40, 161)]
    rows += [("percentile", share, round(SCORES.inv_cdf(share / 100)), "") for share in range(1, 100)]
    write("standard_scores.csv", ["given", "number", "is", "stanine"], rows)
