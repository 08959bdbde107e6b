"""Writes reference.tsv: distances on the sphere and on the ellipsoid WGS84, for tests/distance.rs.

Needs mpmath (https://mpmath.org) and geographiclib (https://geographiclib.sourceforge.io); run in this
folder: python3 reference.py > reference.tsv

One line per pair of places:

    name    latitude    longitude    latitude    longitude    sphere    geodesic

Angles are in thousandths of a degree. Both distances are in micrometres: the one on the sphere of
6,371.0088 km, by the arc tangent of the cross and the scalar product of unit vectors in 50-digit
arithmetic, and the geodesic of Karney's algorithm.
"""

import csv
import itertools
import random

from geographiclib.geodesic import Geodesic
from mpmath import atan2, cos, mp, mpf, nint, pi, sin, sqrt

mp.dps = 50

RADIUS = mpf("6371008800000")


def vector(place):
    latitude, longitude = (mpf(angle) * pi / 180000 for angle in place)
    return (cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))


def sphere(one, other):
    (a, b, c), (x, y, z) = vector(one), vector(other)
    cross = sqrt((b * z - c * y) ** 2 + (c * x - a * z) ** 2 + (a * y - b * x) ** 2)
    return int(nint(RADIUS * atan2(cross, a * x + b * y + c * z)))


def geodesic(one, other):
    degrees = [angle / 1000 for angle in (*one, *other)]
    return round(Geodesic.WGS84.Inverse(*degrees)["s12"] * 1e6)


def line(name, one, other):
    print(name, *one, *other, sphere(one, other), geodesic(one, other), sep="\t")


def thousandths(text):
    whole, part = text.split(".")
    return int(whole + part)


with open("region-seats.csv") as file:
    seats = [
        (row["code"], (thousandths(row["latitude"]), thousandths(row["longitude"])))
        for row in csv.DictReader(file)
    ]
for (code, one), (other_code, other) in itertools.combinations(seats, 2):
    line(f"{code} {other_code}", one, other)

NORTH, SOUTH = (90000, 0), (-90000, 0)
line("the same", (30583, 114267), (30583, 114267))
line("a thousandth apart", (30583, 114267), (30583, 114268))
line("poles", NORTH, SOUTH)
line("the pole by two longitudes", (90000, -120000), (90000, 60000))
line("pole and equator", NORTH, (0, 77777))
line("opposite on the equator", (0, 0), (0, 180000))
line("opposite", (30583, 114267), (-30583, -65733))
line("nearly opposite", (30583, 114267), (-30580, -65730))
line("across the date line", (10000, 179999), (10000, -179999))
line("the date line by two longitudes", (-45000, 180000), (-45000, -180000))
line("along the equator", (0, -90000), (0, 89999))
line("along a meridian", (-45000, 10000), (45000, 10000))

chance = random.Random(12)
for number in range(400):
    one = (chance.randint(-90000, 90000), chance.randint(-180000, 180000))
    if number % 2:
        other = (chance.randint(-90000, 90000), chance.randint(-180000, 180000))
    else:
        reach = 10 ** chance.randint(1, 4)
        other = tuple(
            max(-most, min(most, angle + chance.randint(-reach, reach)))
            for angle, most in zip(one, (90000, 180000))
        )
    line("chance", one, other)

# Of many pairs, those whose distance on the sphere is closest to a half, where rounding turns.
HALF, KILOMETRE = 500_000_000, 1_000_000_000
pairs = [
    (
        (chance.randint(-90000, 90000), chance.randint(-180000, 180000)),
        (chance.randint(-90000, 90000), chance.randint(-180000, 180000)),
    )
    for _ in range(20000)
]
pairs.sort(key=lambda pair: abs(sphere(*pair) % KILOMETRE - HALF))
for pair in pairs[:20]:
    line("close to a half", *pair)
