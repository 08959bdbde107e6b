"""What an allocation comes to, worked out by a program of its own, in exact fractions.

It shares nothing with the chain but the words: how much each need is given (`apportion`, and `apportion_offers` where
an offer may go to some of them alone), which offer goes to which need when nobody proves a better plan (`greedy`),
whether a plan is the best one (`is_best`) and which is (`best`), how far places are from each other (`kilometres`),
and how evenly needs are filled (`gini`). Each is written as it is defined, however
long that takes.

As a program, it reads what the view `problem` of an allocation answers, with what the chain made of it, and tells
what it comes to itself; or the best plan, with the prices by which the chain accepts it:

    python3 allocation.py < problem.json
    python3 allocation.py plan < problem.json

or the same without the search for a better plan, which takes long where there is much to search:

    python3 allocation.py figures < problem.json

or the fingerprint of the allocation with this number:

    python3 allocation.py fingerprint 0 < problem.json
"""

from __future__ import annotations

import hashlib
import json
import math
import sys
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

DAY = 86_400_000
# The mean radius of the Earth, in kilometres (IUGG).
RADIUS = 6_371.0088
# Fills and Gini coefficients are told in these.
MILLION = 1_000_000
# What an institution weighs without evidence of its use, in each of its tiers.
COMMON_WEIGHT = 1 << 32
# From how many open needs the rules keep an offer before the greedy plan gives it up.
MOST_REFUSED = 16
# The largest first.
PRIORITIES = ["Stat", "Asap", "Urgent", "Routine"]


@dataclass(frozen=True)
class Need:
    """What somebody lacks. A larger priority is served first, and of one priority, those with evidence."""

    id: int
    priority: int
    has_evidence: bool
    weight: int
    asked: int

    def tier(self) -> tuple[int, bool]:
        """The least is served first."""
        return -self.priority, not self.has_evidence


def apportion(needs: list[Need], offered: int) -> list[int]:
    """How many units each need is given, in the order of the needs."""
    return apportion_offers(needs, [offered], lambda _offer, _need: True)


def apportion_offers(
    needs: list[Need],
    offers: list[int],
    allowed: Callable[[int, int], bool],
) -> list[int]:
    """The same of offers of so many units, each of which may go to those needs alone that `allowed` says.

    Offers that may go to the same needs are a group. Those of fewer needs come first, and of as many needs by the
    ascending lists of identifiers. Each group is shared out on top of what its needs have of earlier ones.
    """
    by_id = {need.id: need for need in needs}
    groups: dict[frozenset[int], int] = {}
    for offer, units in enumerate(offers):
        members = frozenset(need.id for place, need in enumerate(needs) if allowed(offer, place))
        groups[members] = groups.get(members, 0) + units
    given = dict.fromkeys(by_id, 0)
    for group in sorted(groups, key=lambda group: (len(group), sorted(group))):
        left = groups[group]
        for tier in sorted({by_id[each].tier() for each in group}):
            left -= _pour([by_id[each] for each in group if by_id[each].tier() == tier], left, given)
    return [given[need.id] for need in needs]


def _pour(members: list[Need], units: int, given: dict[int, int]) -> int:
    """Pours units into a tier, and says how much it takes.

    A need is a vessel with its weight as the base. Water rises in the lowest ones, until it comes to the next one or
    one is full, and so on.
    """
    lacking = sum(need.asked - given[need.id] for need in members)
    if units >= lacking:
        given.update((need.id, need.asked) for need in members)
        return lacking
    # How high the units stand in each vessel, and how high they can.
    bases = {need.id: _weight(need) for need in members}
    heights = {need.id: Fraction(given[need.id], _weight(need)) for need in members}
    rims = {need.id: Fraction(need.asked, _weight(need)) for need in members}
    # Where a vessel begins to rise, and where it is full: in between the same ones rise.
    stops = sorted({*heights.values(), *rims.values()})
    left, level = Fraction(units), stops[0]
    for stop in stops[1:]:
        base = sum(bases[each] for each in bases if heights[each] <= level < rims[each])
        if base > 0 and base * (stop - level) >= left:
            level += left / base
            break
        left -= base * (stop - level)
        level = stop
    exact = {each: min(max(heights[each], level), rims[each]) * bases[each] for each in bases}
    over = units + sum(given[each] - math.floor(exact[each]) for each in bases)
    by_remainder = sorted(bases, key=lambda each: (math.floor(exact[each]) - exact[each], each))
    for place, each in enumerate(by_remainder):
        given[each] = math.floor(exact[each]) + int(place < over)
    return units


def _weight(need: Need) -> int:
    return max(need.weight, 1)


@dataclass(frozen=True)
class Supply:
    """Some units of one lot. What has the smaller expiry is given first."""

    quantity: int
    expiry: float


Flow = tuple[int, int, int]


def greedy(
    supplies: list[Supply],
    demands: list[int],
    distance: Callable[[int, int], int],
    allowed: Callable[[int, int], bool],
    forbidden: Callable[[int, int], bool] = lambda supply, demand: False,
) -> list[Flow]:
    """What goes from each supply to each demand, `(supply, demand, units)`, in ascending order.

    What expires first is given first, of it to whoever is nearest, then to the next. Of equals, the one that is
    listed first comes first. Behind sixteen demands that are open, and `forbidden` by a rule, a supply gives nothing
    more.
    """
    flows, wanted = [], list(demands)
    for supply in sorted(range(len(supplies)), key=lambda place: (supplies[place].expiry, place)):
        left, refused = supplies[supply].quantity, 0
        for demand in sorted(range(len(demands)), key=lambda place: (distance(supply, place), place)):
            units = min(left, wanted[demand])
            if units == 0 or refused == MOST_REFUSED:
                continue
            if forbidden(supply, demand):
                refused += 1
            elif allowed(supply, demand):
                flows.append((supply, demand, units))
                left -= units
                wanted[demand] -= units
    return sorted(flows)


def _cost(rank: int, distance: int) -> int:
    """What it costs to carry a unit: units count before ranks of expiry, and ranks before kilometres.

    Along a cycle fewer than 2**20 pairs change, ranks by less than 2**10 each, and kilometres by less than 2**16.
    """
    return -(1 << 200) + (rank << 100) + distance


def worth(rank: int, distance: int) -> int:
    """What the chain says that it is worth to carry a unit, in which it counts prices."""
    return (1 << 43) - (rank << 25) - distance


class _Residual:
    """What may be changed about a plan: nodes for supplies, for demands, and one for what is left over and open.

    An arc says what it costs to send a unit more over it. Units that take the place of others run against them.
    """

    def __init__(self, supplies, demands, arcs, flows):
        self.left = [supply.quantity for supply in supplies]
        self.open = list(demands)
        for supply, demand, units in flows:
            self.left[supply] -= units
            self.open[demand] -= units
        self.flows = {(supply, demand): units for supply, demand, units in flows}
        self.costs = arcs
        self.count = len(supplies)
        self.root = self.count + len(demands)

    def is_possible(self) -> bool:
        """Whether nothing is taken twice, or for nobody, or over a pair that may not be."""
        sound = all(units > 0 and pair in self.costs for pair, units in self.flows.items())
        return sound and min(self.left + self.open, default=0) >= 0

    def arcs(self):
        """From which node to which, at what cost, and how much at most: none, if there is no bound."""
        for (supply, demand), cost in self.costs.items():
            yield supply, self.count + demand, cost, None
        for (supply, demand), units in self.flows.items():
            yield self.count + demand, supply, -self.costs[supply, demand], units
        for supply, units in enumerate(self.left):
            yield supply, self.root, 0, None
            if units > 0:
                yield self.root, supply, 0, units
        for demand, units in enumerate(self.open):
            yield self.root, self.count + demand, 0, None
            if units > 0:
                yield self.count + demand, self.root, 0, units

    def search(self):
        """How cheap each node is to come to, and the arcs of a cycle that costs less than nothing, if there is one."""
        arcs = list(self.arcs())
        reached, before = [0] * (self.root + 1), [None] * (self.root + 1)
        while True:
            changed = False
            for arc in arcs:
                start, end, cost, _ = arc
                if reached[start] + cost < reached[end]:
                    reached[end], before[end] = reached[start] + cost, arc
                    changed = True
            if not changed:
                return reached, None
            cycle = _cycle(before)
            if cycle is not None:
                return reached, cycle


def _cycle(before):
    """A cycle among the last arcs on the ways to all nodes, if there is one."""
    seen = [0] * len(before)
    for number, node in enumerate(range(len(before)), start=1):
        while node is not None and seen[node] == 0:
            seen[node] = number
            node = before[node][0] if before[node] else None
        if node is None or seen[node] != number:
            continue
        cycle, first = [], node
        while not cycle or node != first:
            cycle.append(before[node])
            node = before[node][0]
        return cycle
    return None


def ranks_of(supplies: list[Supply]) -> list[int]:
    """For each supply, how many different expiries come before its own."""
    order = sorted({supply.expiry for supply in supplies})
    return [order.index(supply.expiry) for supply in supplies]


def _arcs(supplies, demands, distance, allowed, weigh):
    return {
        (supply, demand): weigh(rank, distance(supply, demand))
        for supply, rank in enumerate(ranks_of(supplies))
        for demand in range(len(demands))
        if allowed(supply, demand)
    }


def _residual(supplies, demands, distance, allowed, flows) -> _Residual:
    return _Residual(supplies, demands, _arcs(supplies, demands, distance, allowed, _cost), flows)


def is_possible(supplies, demands, distance, allowed, flows: list[Flow]) -> bool:
    """Whether a plan keeps to what there is, to what is wanted, and to the pairs that are allowed."""
    return _residual(supplies, demands, distance, allowed, flows).is_possible()


def is_best(supplies, demands, distance, allowed, flows: list[Flow]) -> bool:
    """Whether a plan that is possible delivers most, of such plans what expires first, and of such by the fewest
    unit-kilometres.

    A plan can be improved if and only if something can be gained by changing it around a cycle.
    """
    _, cycle = _residual(supplies, demands, distance, allowed, flows).search()
    return cycle is None


def best(supplies, demands, distance, allowed) -> list[Flow]:
    """A plan that nothing improves: the greedy one, changed around one cycle after the other."""
    flows = greedy(supplies, demands, distance, allowed)
    while True:
        residual = _residual(supplies, demands, distance, allowed, flows)
        _, cycle = residual.search()
        if cycle is None:
            return flows
        units = min(most for *_, most in cycle if most is not None)
        for start, end, _, most in cycle:
            # Against the direction of goods, as much goes less.
            is_back = residual.count <= start < residual.root and end < residual.count
            pair = (end, start - residual.count) if is_back else (start, end - residual.count)
            if residual.root in (start, end):
                continue
            residual.flows[pair] = residual.flows.get(pair, 0) + (-units if is_back else units)
        flows = sorted((*pair, amount) for pair, amount in residual.flows.items() if amount > 0)


def prices(supplies, demands, distance, allowed, flows: list[Flow]) -> tuple[list[int], list[int]]:
    """Of each supply and of each demand, in the chain's figures, what proves that a plan is the best one."""
    arcs = _arcs(supplies, demands, distance, allowed, lambda rank, far: -worth(rank, far))
    residual = _Residual(supplies, demands, arcs, flows)
    reached, _ = residual.search()
    at_root = reached[residual.root]
    # Whoever has or wants nothing need not be priced higher than anything is worth.
    most = worth(0, 0)
    of_supplies = [min(cost - at_root, most) for cost in reached[: residual.count]]
    of_demands = [min(at_root - cost, most) for cost in reached[residual.count : residual.root]]
    return of_supplies, of_demands


def totals(supplies, distance, flows: list[Flow]) -> tuple[int, int, int]:
    """What a plan comes to: units, units times the rank of their expiry, and units times kilometres."""
    ranks = ranks_of(supplies)
    return (
        sum(units for *_, units in flows),
        sum(units * ranks[supply] for supply, _, units in flows),
        sum(units * distance(supply, demand) for supply, demand, units in flows),
    )


def kilometres(one: tuple[int, int], other: tuple[int, int]) -> float:
    """How far two places are from each other, each a latitude and a longitude in thousandths of a degree."""
    south, west, north, east = (math.radians(each / 1_000) for each in (*one, *other))
    chord = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    )
    return 2 * RADIUS * math.asin(min(1.0, math.sqrt(chord)))


def is_nearest(told: int, exact: float) -> bool:
    """Whether a whole number of kilometres is the nearest one, as far as floating point can tell."""
    return abs(told - exact) <= 0.5 + 1e-6


def fill(asked: int, got: int) -> int:
    """Which part of what was asked for somebody got, in millionths, rounded to the nearest, halves up."""
    return _nearest(Fraction(got * MILLION, asked))


def gini(fills: list[int]) -> int:
    """How unequal figures are, in millionths: the mean of all differences, divided by twice the mean."""
    if sum(fills) == 0:
        return 0
    differences = sum(abs(one - other) for one in fills for other in fills)
    return _nearest(Fraction(differences * MILLION, 2 * len(fills) * sum(fills)))


def _nearest(number: Fraction) -> int:
    return math.floor(number + Fraction(1, 2))


class _Case:
    """The transport problem of an allocation whose view `problem` this is, with the shares that it comes to.

    A plan goes over the pairs that are left; shares were decided when none was barred.
    """

    def __init__(self, problem: dict):
        self.needs, self.offers = problem["needs"], problem["offers"]
        self.pairs = [[_may_go(offer, need) for need in range(len(self.needs))] for offer in self.offers]
        self.distances = _distances(problem["places"], [int(each) for each in problem["kilometres"]])
        decided_of = [list(row) for row in self.pairs]
        self.barred = problem["barred"]
        for row, barred in zip(decided_of, self.barred):
            for need in range(len(row)):
                row[need] |= _has(barred, need)
        self.shares = _shares(self.needs, self.offers, decided_of)
        decided = problem.get("fingerprint") is not None
        self.demands = [int(need["share"]) for need in self.needs] if decided else self.shares
        self.supplies = [Supply(int(offer["left"]), _expiry(offer)) for offer in self.offers]

    def distance(self, offer: int, need: int) -> int:
        return self.distances[self.offers[offer]["place"]][self.needs[need]["place"]]

    def allowed(self, offer: int, need: int) -> bool:
        return self.pairs[offer][need]

    def forbidden(self, offer: int, need: int) -> bool:
        return bool(self.barred) and _has(self.barred[offer], need)

    def parts(self):
        """As the functions take it that are about plans."""
        return self.supplies, self.demands, self.distance, self.allowed


def recomputed(problem: dict, *, searches: bool = True) -> dict:
    """What an allocation comes to whose view `problem` this is, as JSON: integers of many bits may be text.

    Figures are of its lines, where it has some, and of the greedy plan otherwise. To search for a better plan takes
    minutes where there are hundreds of needs and offers.
    """
    case = _Case(problem)
    flows = greedy(*case.parts(), case.forbidden)
    lines = [
        (int(line["supply"]), int(line["demand"]), int(line["quantity"])) for line in problem.get("lines") or []
    ]
    moving = lines or flows
    moved = [0] * len(case.needs)
    for _, need, units in moving:
        moved[need] += units
    fills = [fill(int(need["asked"]), units) for need, units in zip(case.needs, moved, strict=True)]
    return {
        "shares": case.shares,
        "flows": flows,
        "isPossible": is_possible(*case.parts(), moving),
        "isBest": is_best(*case.parts(), moving) if searches else None,
        "gini": gini(fills),
        "unitKm": totals(case.supplies, case.distance, moving)[2],
    }


def planned(problem: dict) -> dict:
    """The best plan of an allocation whose view `problem` this is, as the chain takes it."""
    case = _Case(problem)
    flows = best(*case.parts())
    supply_prices, demand_prices = prices(*case.parts(), flows)
    return {
        "flows": [
            {"supply": supply, "demand": demand, "quantity": units} for supply, demand, units in flows
        ],
        "supplyPrices": supply_prices,
        "demandPrices": demand_prices,
    }


def fingerprint(allocation_id: int, problem: dict) -> str:
    """The digest of what a plan answers, of the allocation with this number and whose view `problem` this is: `0x`,
    and BLAKE2b-256 in hexadecimal digits.

    It is of the number, of each need its number, share and place, of each offer its number, what is left of it, the
    rank of its expiry and its place, of the kilometres, and of the places; as SCALE writes them down.
    """
    offers = problem["offers"]
    ranks = ranks_of([Supply(int(offer["left"]), _expiry(offer)) for offer in offers])
    parts = [
        _integer(allocation_id, 4),
        _vector([_integers((need["need"], 8), (need["share"], 8), (need["place"], 1)) for need in problem["needs"]]),
        _vector(
            [
                _integers((offer["offer"], 8), (offer["left"], 8), (rank, 2), (offer["place"], 1))
                for offer, rank in zip(offers, ranks, strict=True)
            ]
        ),
        _vector([_integer(each, 2) for each in problem["kilometres"]]),
        _vector([_place(place) for place in problem["places"]]),
    ]
    return "0x" + hashlib.blake2b(b"".join(parts), digest_size=32).hexdigest()


def _integers(*sized: tuple[int | str, int]) -> bytes:
    """Integers one behind the other, each with its size."""
    return b"".join(_integer(number, size) for number, size in sized)


def _integer(number: int | str, size: int) -> bytes:
    """An integer of so many bytes, the lowest first; below zero in two's complement."""
    exact = int(number)
    return exact.to_bytes(size, "little", signed=exact < 0)


def _vector(entries: list[bytes]) -> bytes:
    """Entries behind their count."""
    return _compact(len(entries)) + b"".join(entries)


def _compact(count: int) -> bytes:
    """A count below 2**30: the two lowest bits tell whether it takes one byte, two, or four."""
    size = 1 if count < 1 << 6 else 2 if count < 1 << 14 else 4
    return _integer(count << 2 | size >> 1, size)


def _place(place: dict) -> bytes:
    """The code of a region, as a vector of its letters, and where its seat is."""
    code, seat = place["region"].encode(), place["seat"]
    return _compact(len(code)) + code + _integers((seat["latitude"], 4), (seat["longitude"], 4))


def _may_go(offer: dict, need: int) -> bool:
    return _has(offer["pairs"], need)


def _has(needs: list, need: int) -> bool:
    """Whether a set of needs has one: it has one bit for each, the lowest of the first word first."""
    return bool(int(needs[need // 64]) >> need % 64 & 1)


def _expiry(offer: dict) -> float:
    """The day on which an offer expires; what does not comes last."""
    return math.inf if offer["expiresAt"] is None else int(offer["expiresAt"]) // DAY


def _distances(places: list[dict], told: list[int]) -> list[list[int]]:
    """The kilometres between each two places. Refuses a figure that is not the nearest whole one."""
    seats = [(place["seat"]["latitude"], place["seat"]["longitude"]) for place in places]
    table = [[0] * len(seats) for _ in seats]
    between = iter(told)
    for far in range(len(seats)):
        for near in range(far):
            table[far][near] = table[near][far] = figure = next(between)
            exact = kilometres(seats[far], seats[near])
            if not is_nearest(figure, exact):
                raise ValueError(f"from {places[far]} to {places[near]} it is {exact} km, not {figure}")
    return table


def _shares(needs: list[dict], offers: list[dict], pairs: list[list[bool]]) -> list[int]:
    """What each need is to get of what may go to it."""
    served = [place for place in range(len(needs)) if any(row[place] for row in pairs)]
    claims = [_claim(needs[place], [needs[other] for other in served]) for place in served]
    shares = [0] * len(needs)
    given = apportion_offers(
        claims,
        [int(offer["left"]) for offer in offers],
        lambda offer, need: pairs[offer][served[need]],
    )
    for place, share in zip(served, given, strict=True):
        shares[place] = share
    return shares


def _claim(need: dict, all_needs: list[dict]) -> Need:
    """A need, with what stands behind it of its institution's use, or of the weight that all have without one.

    That is divided among the needs of the institution that are of its tier, by what is open of each.
    """

    def kind(other: dict) -> tuple:
        return other["institution"], other["tier"], int(other["dailyUse"]) > 0

    together = sum(int(other["asked"]) for other in all_needs if kind(other) == kind(need))
    has_evidence = int(need["dailyUse"]) > 0
    whole = int(need["dailyUse"]) if has_evidence else COMMON_WEIGHT
    return Need(
        id=int(need["need"]),
        priority=-PRIORITIES.index(need["tier"]),
        has_evidence=has_evidence,
        weight=max(whole * int(need["asked"]) // together, 1),
        asked=int(need["asked"]),
    )


if __name__ == "__main__":
    given = json.load(sys.stdin)
    match sys.argv[1:]:
        case ["plan"]:
            answer = planned(given)
        case ["figures"]:
            answer = recomputed(given, searches=False)
        case ["fingerprint", number]:
            answer = fingerprint(int(number), given)
        case _:
            answer = recomputed(given)
    json.dump(answer, sys.stdout)
