"""Writes reference.tsv: Gaussian densities in 80-digit arithmetic, for tests/density.rs.

Needs mpmath (https://mpmath.org); run in this folder: python3 reference.py > reference.tsv

One block per case:

    case    name    decimals    raw|mean    silverman|MANTISSA/DECIMALS    H    H_DECIMALS
    values  mantissas of the group
    others  mantissas of the other groups that share the mean
    point   x, with 12 - e decimals (at least 0)    density, with 22 + e decimals

where 10^e <= h < 10^(e+1), and H is h rounded to 19 digits. The density is that of the bandwidth
before it was rounded, so that the rounding counts as an error of the program under test.
"""

import csv
from fractions import Fraction

from mpmath import exp, floor, log10, mp, mpf, nint, pi, power, sqrt

mp.dps = 80


def real(fraction):
    return mpf(fraction.numerator) / mpf(fraction.denominator)


def quartile(ordered, share):
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def silverman(values):
    n = len(values)
    ordered = sorted(values)
    mean = sum(values) / n
    deviation = sqrt(real(sum((v - mean) ** 2 for v in values) / (n - 1)))
    spread = quartile(ordered, Fraction(3, 4)) - quartile(ordered, Fraction(1, 4))
    width = deviation
    if spread > 0:
        width = min(width, real(spread) / mpf("1.34"))
    return mpf("0.9") * width * power(n, mpf(-1) / 5)


def density(x, values, h):
    bells = (exp(-(((real(v) - x) / h) ** 2) / 2) for v in values)
    return sum(bells) / (len(values) * h * sqrt(2 * pi))


def case(name, values, decimals=0, others=None, bandwidth=None, points=24):
    if others is None:
        scaled = [Fraction(v, 10**decimals) for v in values]
    else:
        everything = values + others
        mean = Fraction(sum(everything), len(everything))
        scaled = [v / mean for v in values]
    if bandwidth is None:
        h = silverman(scaled)
    else:
        h = mpf(bandwidth[0]) / mpf(10) ** bandwidth[1]
    e = int(floor(log10(h)))
    rounded = int(nint(h * mpf(10) ** (18 - e)))
    rule = "silverman" if bandwidth is None else f"{bandwidth[0]}/{bandwidth[1]}"
    scale = "raw" if others is None else "mean"
    print("case", name, decimals, scale, rule, rounded, 18 - e, sep="\t")
    print("values", *values, sep="\t")
    print("others", *(others or []), sep="\t")
    x_unit = mpf(10) ** max(0, 12 - e)
    low, high = real(min(scaled)), real(max(scaled))
    wanted = [low - 4 * h + (high - low + 8 * h) * i / (points - 1) for i in range(points)]
    # On the values, on the steepest slope beside one, and at the edge of what counts.
    for value in (low, high, real(scaled[len(scaled) // 2])):
        wanted += [value, value + h, value - h / 2, value - mpf("9.9") * h, value + 12 * h]
    for x in sorted({int(nint(x * x_unit)) for x in wanted}):
        f = density(mpf(x) / x_unit, scaled, h)
        print("point", x, int(nint(f * mpf(10) ** (22 + e))), sep="\t")


class Dice:
    """Knuth's 64-bit linear congruential generator (MMIX), its upper bits."""

    def __init__(self, seed):
        self.state = seed

    def roll(self, sides):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 16) % sides


def belts(year):
    groups = {"western": [], "central": [], "eastern": []}
    with open("personnel-per-10k.csv", newline="") as file:
        for row in csv.DictReader(file):
            groups[row["belt"]].append(int(Fraction(row[year]) * 100))
    return groups


for year in ("y2010", "y2014", "y2018"):
    groups = belts(year)
    for belt, values in groups.items():
        others = [v for other, more in groups.items() if other != belt for v in more]
        case(f"{belt} belt in {year}, relative to the mean", values, 2, others)
everybody = sum(belts("y2018").values(), [])
case("all regions in 2018", everybody, 2)
case("all regions in 2018, bandwidth a tenth of the mean", everybody, 2, [], (1, 1))

dice = Dice(20200123)
case("one value, bandwidth 1", [7], 0, None, (1, 0))
case("one value, relative to the mean of three", [7], 0, [1, 1], (25, 2))
case("two values", [3, 4])
case("two values, far apart", [0, 2**64 - 1])
case("two hundred below zero and above", [dice.roll(2001) - 1000 for _ in range(200)], 3)
case("quartiles coincide", [5] * 30 + [1, 9, 40], 1)
case("quartiles close, ends far", [10**6 + dice.roll(3) for _ in range(40)] + [1, 10**12], 0)
case("skewed, 1,024 values", [dice.roll(1000) ** 3 + 1 for _ in range(1024)], 4, [])
case("greatest values", [2**64 - 1 - dice.roll(10**6) for _ in range(50)], 0)
case("greatest values, relative", [2**64 - 1 - dice.roll(10**12) for _ in range(50)], 0, [])
case("smallest values", [dice.roll(1000) for _ in range(50)], 18)
case("large and small, relative", [10 ** dice.roll(19) for _ in range(64)], 6, [])
case("narrow bandwidth", [dice.roll(50) for _ in range(20)], 9, None, (3, 15))
case("wide bandwidth", [dice.roll(10**18) for _ in range(20)], 0, None, (123456789, 0))
case("very wide bandwidth", [dice.roll(10**6) for _ in range(20)], 0, None, (9 * 10**18, 0))
case("bandwidth just below a power of ten", [dice.roll(100) for _ in range(30)], 1, None, (9999999999999999999, 19))
case("bandwidth a power of ten", [dice.roll(100) for _ in range(30)], 1, None, (1, 0))

# The deviation and the quartiles suggest nearly the same; on either side of equality.
for smaller in ("quartiles", "deviation"):
    while True:
        values = [dice.roll(1000) for _ in range(20)]
        ordered, mean = sorted(values), Fraction(sum(values), len(values))
        variance = sum((v - mean) ** 2 for v in values) / (len(values) - 1)
        spread = quartile(ordered, Fraction(3, 4)) - quartile(ordered, Fraction(1, 4))
        ratio = spread**2 / variance / Fraction(134, 100) ** 2
        if Fraction(99, 100) < ratio < Fraction(101, 100) and (ratio < 1) == (smaller == "quartiles"):
            break
    case(f"{smaller} smaller by a hair", values)
