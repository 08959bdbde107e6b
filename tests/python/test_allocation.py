"""That what the chain makes of needs and offers is what a program of its own makes of them, and that it takes for the
best plan what is: thousands of cases by chance, in which much is equal, empty, forbidden or as large as it can be.

`SALUS_ALLOCATIONS` names the chain's side, the example `allocations` of `analysis/`; `scripts/test` says where it
was built.
"""

import hashlib
import math
import os
import random
import subprocess
import unittest
from fractions import Fraction

from allocation import (
    DAY,
    MILLION,
    Need,
    Supply,
    apportion,
    apportion_offers,
    best,
    fill,
    fingerprint,
    gini,
    greedy,
    is_best,
    is_possible,
    kilometres,
    planned,
    prices,
    ranks_of,
    recomputed,
    totals,
    worth,
)

# What is drawn is the same each time.
SEED = 20_200_123
CASES = 3_000
# The largest quantity, and the largest weight.
LARGEST = 2**64 - 1


def _answers(lines):
    """What the chain's side answers to each of the lines."""
    program = os.environ.get("SALUS_ALLOCATIONS")
    if not program:
        raise RuntimeError("SALUS_ALLOCATIONS must name the example allocations; run scripts/test")
    text = "".join(" ".join(map(str, line)) + "\n" for line in lines)
    done = subprocess.run([program], input=text, capture_output=True, text=True, check=True)
    return [[int(word) for word in line.split()] for line in done.stdout.splitlines()]


def _quantity(dice):
    return dice.choice([0, 1, 7, dice.randrange(50), dice.randrange(10**6), dice.randrange(LARGEST), LARGEST])


def _needs(dice):
    """Of few priorities and weights, so that many are equal, with identifiers in no order."""
    count = dice.randrange(1, 12)
    weights = [0, 1, 1, 3, dice.randrange(1, 10**6), LARGEST]
    small = dice.random() < 0.7
    return [
        Need(
            identifier,
            dice.randrange(4),
            dice.random() < 0.5,
            dice.choice(weights[:5] if small else weights),
            dice.randrange(60) if small else _quantity(dice),
        )
        for identifier in dice.sample(range(100), count)
    ]


def _figures(need):
    """A need, as the chain's side reads it."""
    return [need.id, need.priority, int(need.has_evidence), need.weight, need.asked]


def _offers(dice, needs):
    """Units of some offers, and which of them may go to which need: to few as often as to many."""
    count = dice.randrange(8)
    units = [_offered(dice, needs) for _ in range(count)]
    share = dice.choice([1.0, 0.4, 0.15])
    return units, [[dice.random() < share for _ in needs] for _ in range(count)]


def _offered(dice, needs):
    asked = sum(need.asked for need in needs)
    most = min(asked + 3, LARGEST)
    return dice.choice([0, min(1, most), dice.randrange(most + 1), most])


def _transport(dice):
    """Supplies, demands, the kilometres of each pair, and which pairs may be."""
    offers, needs = dice.randrange(1, 9), dice.randrange(1, 9)
    largest = dice.choice([9, 9, 10**6, LARGEST])
    expiries = dice.randrange(1, 4)
    supplies = [Supply(dice.randrange(largest + 1), dice.randrange(expiries)) for _ in range(offers)]
    demands = [dice.randrange(largest + 1) for _ in range(needs)]
    reach = dice.choice([1, 3, 65_536])
    distances = [[dice.randrange(reach) for _ in range(needs)] for _ in range(offers)]
    share = dice.choice([1.0, 0.6, 0.2])
    allowed = [[dice.random() < share for _ in range(needs)] for _ in range(offers)]
    return supplies, demands, distances, allowed


def _of_offers(needs, units, allowed):
    return apportion_offers(needs, units, lambda offer, need: allowed[offer][need])


def _numbers(case):
    """A transport problem, as the chain's side reads it: expiries by their ranks."""
    supplies, demands, distances, allowed = case
    ranks = ranks_of(supplies)
    return [
        *(len(supplies), len(demands)),
        *(number for supply, rank in zip(supplies, ranks, strict=True) for number in (supply.quantity, rank)),
        *demands,
        *(cell for row in distances for cell in row),
        *(int(cell) for row in allowed for cell in row),
    ]


def _parts(case):
    """The same, as the functions take it that are compared with the chain's side."""
    supplies, demands, distances, allowed = case
    return (
        supplies,
        demands,
        lambda supply, demand: distances[supply][demand],
        lambda supply, demand: allowed[supply][demand],
    )


def _tampered(dice, case, flows):
    """A plan with other units, or another pair, or none of what it had."""
    plan = {(supply, demand): units for supply, demand, units in flows}
    pair = (dice.randrange(len(case[0])), dice.randrange(len(case[1])))
    other = (pair[0], dice.randrange(len(case[1])))
    for each, more in [(pair, 1), (other, -1)][: dice.randrange(1, 3)]:
        plan[each] = min(plan.get(each, 0) + more * dice.choice([1, 1, 2]), LARGEST)
    return sorted((*each, units) for each, units in plan.items() if units > 0)


class CasesByChanceTest(unittest.TestCase):
    def test_shares_are_those_of_the_chain(self):
        dice = random.Random(SEED)
        cases = [(needs, _offered(dice, needs)) for needs in (_needs(dice) for _ in range(CASES))]
        lines = (
            [
                "apportion",
                offered,
                *(number for need in needs for number in _figures(need)),
            ]
            for needs, offered in cases
        )
        for (needs, offered), answer in zip(cases, _answers(lines), strict=True):
            with self.subTest(needs=needs, offered=offered):
                self.assertEqual(answer, apportion(needs, offered))

    def test_shares_of_offers_are_those_of_the_chain(self):
        dice = random.Random(SEED)
        cases = [(needs, *_offers(dice, needs)) for needs in (_needs(dice) for _ in range(CASES))]
        lines = (
            [
                *("offers", len(units), len(needs), *units),
                *(number for need in needs for number in _figures(need)),
                *(int(cell) for row in allowed for cell in row),
            ]
            for needs, units, allowed in cases
        )
        for (needs, units, allowed), answer in zip(cases, _answers(lines), strict=True):
            with self.subTest(needs=needs, units=units, allowed=allowed):
                self.assertEqual(answer, _of_offers(needs, units, allowed))

    def test_greedy_plans_are_those_of_the_chain(self):
        dice = random.Random(SEED)
        cases = [_transport(dice) for _ in range(CASES)]
        answers = _answers(["greedy", *_numbers(case)] for case in cases)
        for case, answer in zip(cases, answers, strict=True):
            with self.subTest(case=case):
                self.assertEqual(answer, [number for flow in greedy(*_parts(case)) for number in flow])

    def test_the_best_plans_are_proven_to_the_chain_and_what_is_made_of_them_only_if_it_is_as_good(self):
        dice = random.Random(SEED)
        tried = []
        for _ in range(CASES):
            case = _transport(dice)
            parts = _parts(case)
            flows = best(*parts)
            of_supplies, of_demands = prices(*parts, flows)
            for plan in (flows, greedy(*parts), _tampered(dice, case, flows)):
                numbers = [number for flow in plan for number in flow]
                tried.append((case, plan, [*_numbers(case), *of_supplies, *of_demands, *numbers]))
        answers = _answers(["prove", *numbers] for *_, numbers in tried)
        accepted = refused = 0
        for (case, plan, _), answer in zip(tried, answers, strict=True):
            parts = _parts(case)
            with self.subTest(case=case, plan=plan):
                if is_possible(*parts, plan) and is_best(*parts, plan):
                    self.assertEqual(answer, list(totals(parts[0], parts[2], plan)))
                    accepted += 1
                else:
                    self.assertEqual(answer, [])
                    refused += 1
        self.assertGreater(accepted, CASES)
        self.assertGreater(refused, CASES // 2)


class DefinitionsTest(unittest.TestCase):
    """That the program which the chain is compared with does what is said of it, on figures worked by hand."""

    def test_who_asks_for_little_gets_it_and_the_rest_is_shared_by_use(self):
        needs = [Need(1, 1, True, 10, 3), Need(2, 1, True, 10, 100), Need(3, 1, True, 30, 100)]
        # Ten, ten and thirty of fifty: the first is content with three, and of 47 the others have 11.75 and
        # 35.25.
        self.assertEqual(apportion(needs, 50), [3, 12, 35])

    def test_a_higher_priority_is_filled_first_and_evidence_before_none(self):
        needs = [Need(1, 0, True, 99, 10), Need(2, 3, False, 7, 10), Need(3, 3, True, 1, 10)]
        self.assertEqual(apportion(needs, 5), [0, 0, 5])
        self.assertEqual(apportion(needs, 15), [0, 5, 10])
        self.assertEqual(apportion(needs, 25), [5, 10, 10])

    def test_equal_remainders_go_to_the_smaller_identifier(self):
        needs = [Need(9, 0, False, 1, 10), Need(4, 0, False, 1, 10), Need(7, 0, False, 1, 10)]
        self.assertEqual(apportion(needs, 5), [1, 2, 2])

    def test_what_may_go_to_some_gives_no_share_to_others(self):
        needs = [Need(1, 0, True, 10, 500), Need(2, 0, True, 10, 40), Need(3, 0, True, 30, 400)]
        # A thousand are for the first alone, which asks for five hundred. The others have a fourth of a hundred, and
        # the rest.
        apart = [[True, False, False], [False, True, True]]
        self.assertEqual(_of_offers(needs, [1_000, 100], apart), [500, 25, 75])
        # One more is for the first two, of which the first is content. Then there are 101 for the others.
        joined = [*apart, [True, True, False]]
        self.assertEqual(_of_offers(needs, [1_000, 100, 1], joined), [500, 25, 76])

    def test_a_unit_for_everybody_leaves_to_each_what_is_offered_to_it_alone(self):
        needs = [Need(0, 0, False, 1, 500), *(Need(each, 0, False, 1, 400) for each in range(1, 6))]
        allowed = [[True] * 6, [True, *[False] * 5], [False, *[True] * 5]]
        # A thousand for the first, a hundred for the others, and one for all: the first is content, and the others
        # have 20.2 each, of which rounding leaves one unit.
        self.assertEqual(_of_offers(needs, [1, 1_000, 100], allowed), [500, 21, 20, 20, 20, 20])

    def test_who_has_its_part_already_leaves_a_common_offer_to_the_others(self):
        needs = [Need(1, 0, True, 5, 100), Need(2, 0, True, 5, 100)]
        allowed = [[True, True], [True, False]]
        self.assertEqual(_of_offers(needs, [40, 40], allowed), [40, 40])
        self.assertEqual(_of_offers(needs, [60, 40], allowed), [50, 50])
        self.assertEqual(_of_offers(needs, [10, 90], allowed), [90, 10])

    def test_a_higher_priority_takes_a_common_offer_first(self):
        needs = [Need(1, 0, True, 5, 50), Need(2, 2, True, 1, 50), Need(3, 0, True, 5, 50)]
        allowed = [[True, True, True], [False, True, False]]
        self.assertEqual(_of_offers(needs, [60, 30], allowed), [20, 50, 20])
        self.assertEqual(_of_offers(needs, [15, 30], allowed), [0, 45, 0])

    def test_shares_can_be_delivered_and_no_offer_keeps_what_its_needs_ask_for(self):
        dice = random.Random(SEED)
        for _ in range(CASES // 10):
            needs = _needs(dice)
            units, allowed = _offers(dice, needs)
            shares = _of_offers(needs, units, allowed)
            sets = {frozenset(place for place, cell in enumerate(row) if cell) for row in allowed}
            # Whatever needs one takes: their shares are no more than what may go to any of them (Gale 1957).
            for number in range(1 << len(needs)):
                some = {place for place in range(len(needs)) if number >> place & 1}
                reach = sum(each for each, row in zip(units, allowed, strict=True) if any(row[i] for i in some))
                self.assertLessEqual(sum(shares[place] for place in some), reach)
            # Offers that reach no need but short ones are used up.
            short = {place for place, need in enumerate(needs) if shares[place] < need.asked}
            used = sum(each for each, row in zip(units, allowed, strict=True) if any(row[i] for i in short))
            touched = {place for each in sets if each & short for place in each}
            self.assertGreaterEqual(sum(shares[place] for place in touched), used)

    def test_what_nothing_may_go_to_is_given_nothing(self):
        needs = [Need(1, 3, True, 99, 10), Need(2, 0, False, 1, 10)]
        self.assertEqual(_of_offers(needs, [7, 90], [[False, True], [False, False]]), [0, 7])
        self.assertEqual(_of_offers(needs, [], []), [0, 0])

    def test_nothing_is_given_beyond_what_is_asked_or_there(self):
        dice = random.Random(SEED)
        for _ in range(CASES):
            needs = _needs(dice)
            offered = _offered(dice, needs)
            given = apportion(needs, offered)
            self.assertEqual(sum(given), min(offered, sum(need.asked for need in needs)))
            self.assertTrue(all(units <= need.asked for units, need in zip(given, needs, strict=True)))

    def test_whoever_is_short_has_no_less_for_its_weight_than_anybody_in_its_tier(self):
        dice = random.Random(SEED)
        for _ in range(CASES):
            needs = _needs(dice)
            given = apportion(needs, _offered(dice, needs))
            for need, units in zip(needs, given, strict=True):
                if units == need.asked:
                    continue
                for other, got in zip(needs, given, strict=True):
                    if other.tier() != need.tier():
                        continue
                    mine, theirs = (max(each.weight, 1) for each in (need, other))
                    # But for the one unit that rounding gives or takes.
                    self.assertLessEqual(Fraction(got - 1, theirs), Fraction(units + 1, mine))

    def test_what_expires_first_goes_to_the_nearest_whom_it_may_go_to(self):
        supplies = [Supply(5, 2), Supply(4, 1)]
        distances = [[10, 20, 30], [30, 20, 10]]
        allowed = [[True, True, True], [True, True, False]]
        plan = greedy(
            supplies,
            [3, 3, 3],
            lambda supply, demand: distances[supply][demand],
            lambda supply, demand: allowed[supply][demand],
        )
        # The second first: three to the second demand, and one to the first. Of the first, two to the first
        # demand, none to the second, and three to the third.
        self.assertEqual(plan, [(0, 0, 2), (0, 2, 3), (1, 0, 1), (1, 1, 3)])

    def test_the_best_plan_delivers_most_then_what_expires_first_then_by_the_shortest_ways(self):
        # The first expires first, and may go to both; the second to the first alone.
        supplies = [Supply(5, 1), Supply(5, 2)]
        distances, allowed = [[10, 900], [20, 30]], [[True, True], [True, False]]
        case = (supplies, [5, 5], distances, allowed)
        self.assertEqual(greedy(*_parts(case)), [(0, 0, 5)])
        self.assertFalse(is_best(*_parts(case), [(0, 0, 5)]))
        self.assertEqual(best(*_parts(case)), [(0, 1, 5), (1, 0, 5)])
        self.assertTrue(is_best(*_parts(case), [(0, 1, 5), (1, 0, 5)]))
        # Of one demand, what expires first, however far it is.
        case = (supplies, [5], [[900], [1]], [[True], [True]])
        self.assertFalse(is_best(*_parts(case), [(1, 0, 5)]))
        self.assertEqual(best(*_parts(case)), [(0, 0, 5)])
        # Of what expires on one day, the shortest ways together: 1 and 2, and not 0 and 9.
        case = ([Supply(5, 1), Supply(5, 1)], [5, 5], [[0, 2], [1, 9]], [[True, True]] * 2)
        self.assertFalse(is_best(*_parts(case), [(0, 0, 5), (1, 1, 5)]))
        self.assertEqual(best(*_parts(case)), [(0, 1, 5), (1, 0, 5)])
        self.assertEqual(totals(case[0], _parts(case)[2], best(*_parts(case))), (10, 0, 15))

    def test_what_is_not_there_or_not_wanted_or_not_allowed_is_not_possible(self):
        case = ([Supply(5, 1)], [3, 9], [[1, 1]], [[True, False]])
        for plan, possible in [
            ([(0, 0, 3)], True),
            ([(0, 0, 4)], False),
            ([(0, 1, 1)], False),
            ([(0, 0, 0)], False),
            ([], True),
        ]:
            self.assertEqual(is_possible(*_parts(case), plan), possible, plan)
        self.assertFalse(is_possible(*_parts(([Supply(5, 1)], [9], [[1]], [[True]])), [(0, 0, 6)]))

    def test_prices_tell_what_a_unit_more_would_be_worth(self):
        # Something is left over, and everybody gets all: a unit that is wanted more would come from that.
        case = ([Supply(30, 1), Supply(10, 2)], [10, 10], [[690, 690]] * 2, [[True, True], [False, True]])
        flows = best(*_parts(case))
        self.assertEqual(flows, [(0, 0, 10), (0, 1, 10)])
        self.assertEqual(prices(*_parts(case), flows), ([0, 0], [worth(0, 690)] * 2))

    def test_distances_are_those_of_great_circles(self):
        quarter = math.pi / 2 * 6_371.0088
        self.assertAlmostEqual(kilometres((0, 0), (0, 90_000)), quarter, places=6)
        self.assertAlmostEqual(kilometres((0, 0), (90_000, 45_000)), quarter, places=6)
        self.assertAlmostEqual(kilometres((30_000, 179_000), (30_000, 179_000)), 0)
        self.assertAlmostEqual(kilometres((0, -179_000), (0, 179_000)), quarter / 45, places=6)

    def test_fills_and_their_inequality(self):
        self.assertEqual([fill(3, 2), fill(3, 1), fill(8, 8), fill(5, 0)], [666_667, 333_333, MILLION, 0])
        self.assertEqual([gini([]), gini([0, 0]), gini([7, 7, 7]), gini([0, 4])], [0, 0, 0, 500_000])
        # Six differences of two, four and two, each twice: sixteen, through 2 x 3 x 9.
        self.assertEqual(gini([1, 3, 5]), 296_296)


def _need(identifier, institution, asked, daily_use=0, tier="Urgent", place=0):
    return {
        **{"need": str(identifier), "institution": institution, "place": place, "tier": tier},
        **{"asked": str(asked), "dailyUse": str(daily_use)},
    }


def _offer(left, place, expires_at, needs):
    words = [0] * 8
    for need in needs:
        words[need // 64] |= 1 << need % 64
    return {"left": str(left), "place": place, "expiresAt": expires_at, "pairs": [str(word) for word in words]}


class ProblemsTest(unittest.TestCase):
    """What a whole allocation comes to, worked by hand."""

    WUHAN = {"region": "CN-HB", "seat": {"latitude": 30_583, "longitude": 114_267}}
    SHANGHAI = {"region": "CN-SH", "seat": {"latitude": 31_222, "longitude": 121_458}}

    def test_a_need_in_two_parts_gets_no_more_than_in_one(self):
        whole = [_need(0, 1, 90, 1_000), _need(1, 2, 90, 1_000)]
        parts = [_need(0, 1, 30, 1_000), _need(2, 1, 60, 1_000), _need(1, 2, 90, 1_000)]
        problem = {"places": [self.WUHAN], "kilometres": [], "barred": []}
        one = recomputed({**problem, "needs": whole, "offers": [_offer(60, 0, None, [0, 1])]})
        self.assertEqual(one["shares"], [30, 30])
        two = recomputed({**problem, "needs": parts, "offers": [_offer(60, 0, None, [0, 1, 2])]})
        # A third of the use stands behind the first, two thirds behind the second: 333 and 666 of 1,999, which
        # are 9.99, 19.99 and 30.02 of the sixty. Rounding leaves two over, which go to the first two.
        self.assertEqual(two["shares"], [10, 20, 30])

    def test_without_a_history_a_need_in_parts_gets_no_more_either(self):
        needs = [_need(0, 1, 30), _need(2, 1, 60), _need(1, 2, 90)]
        problem = {"places": [self.WUHAN], "kilometres": [], "barred": [], "needs": needs}
        answer = recomputed({**problem, "offers": [_offer(60, 0, None, [0, 1, 2])]})
        # A third and two thirds of what each institution weighs: 10, 20 and 30 but for the rounding of weights.
        self.assertEqual(answer["shares"], [10, 20, 30])
        # A need with a history beside one without, of one institution, takes nothing of its weight.
        needs = [_need(0, 1, 30, 7), _need(2, 1, 60), _need(1, 2, 60)]
        answer = recomputed({**problem, "needs": needs, "offers": [_offer(90, 0, None, [0, 1, 2])]})
        self.assertEqual(answer["shares"], [30, 30, 30])

    def test_a_large_offer_that_few_may_have_gives_no_share_to_the_others(self):
        needs = [_need(0, 1, 500), _need(1, 2, 400), _need(2, 3, 400)]
        offers = [_offer(1_000, 0, None, [0]), _offer(100, 0, None, [1, 2])]
        problem = {"places": [self.WUHAN], "kilometres": [], "barred": [], "needs": needs, "offers": offers}
        self.assertEqual(recomputed(problem)["shares"], [500, 50, 50])

    def test_shares_are_those_of_the_pairs_before_any_was_barred(self):
        needs = [_need(0, 1, 10), _need(1, 2, 10)]
        problem = {"places": [self.WUHAN], "kilometres": [], "barred": [], "needs": needs}
        problem["offers"] = [_offer(20, 0, None, [0])]
        self.assertEqual(recomputed(problem)["shares"], [10, 0])
        barred = {**problem, "barred": [[1 << 1] + [0] * 7]}
        answer = recomputed(barred)
        self.assertEqual([answer["shares"], answer["flows"]], [[10, 10], [(0, 0, 10)]])

    def test_what_nothing_may_go_to_has_no_share_and_what_may_go_nowhere_is_not_shared(self):
        needs = [_need(5, 1, 100), _need(6, 2, 100)]
        offers = [_offer(40, 0, None, [1]), _offer(500, 0, None, [])]
        answer = recomputed({"places": [self.WUHAN], "kilometres": [], "barred": [], "needs": needs, "offers": offers})
        self.assertEqual(answer["shares"], [0, 40])
        self.assertEqual(answer["flows"], [(0, 1, 40)])
        # Nothing and two fifths: half of all differences.
        self.assertEqual(answer["gini"], 500_000)

    def test_what_expires_on_the_same_day_goes_by_its_place_in_the_list(self):
        needs = [_need(5, 1, 10), _need(6, 2, 10, place=1)]
        offers = [
            _offer(6, 0, None, [0, 1]),
            _offer(6, 1, str(9 * DAY + 7), [0, 1]),
            _offer(6, 0, str(9 * DAY), [0, 1]),
        ]
        problem = {"places": [self.WUHAN, self.SHANGHAI], "kilometres": [690], "barred": []}
        answer = recomputed({**problem, "needs": needs, "offers": offers})
        # Nine each. The second gives six where it is, the third six where it is, and the first three to either.
        self.assertEqual(answer["shares"], [9, 9])
        self.assertEqual(answer["flows"], [(0, 0, 3), (0, 1, 3), (1, 1, 6), (2, 0, 6)])
        self.assertEqual(answer["unitKm"], 3 * 690)

    def test_what_a_plan_comes_to_is_told_of_the_lines_that_there_are(self):
        needs = [_need(5, 1, 10), _need(6, 2, 10)]
        offers = [_offer(10, 0, str(DAY), [0, 1]), _offer(10, 0, None, [0])]
        problem = {"places": [self.WUHAN], "kilometres": [], "barred": [], "needs": needs, "offers": offers}
        # The greedy plan gives the first need what the second one needs.
        greedily = recomputed(problem)
        self.assertEqual([greedily["shares"], greedily["flows"]], [[10, 10], [(0, 0, 10)]])
        self.assertEqual([greedily["isPossible"], greedily["isBest"]], [True, False])
        self.assertEqual(greedily["gini"], 500_000)
        flows = planned(problem)["flows"]
        self.assertEqual(
            flows,
            [{"supply": 0, "demand": 1, "quantity": 10}, {"supply": 1, "demand": 0, "quantity": 10}],
        )
        proven = recomputed({**problem, "lines": flows})
        self.assertEqual([proven["isPossible"], proven["isBest"], proven["gini"]], [True, True, 0])
        self.assertEqual(proven["flows"], [(0, 0, 10)])

    def test_a_wrong_distance_is_refused(self):
        problem = {"places": [self.WUHAN, self.SHANGHAI], "needs": [], "offers": []}
        with self.assertRaises(ValueError):
            recomputed({**problem, "kilometres": [691]})

    def test_a_fingerprint_is_the_digest_of_bytes_that_were_written_by_hand(self):
        needs = [
            {**_need(4, 1, 100), "share": "3"},
            {**_need(258, 2, 100, place=1), "share": str(2**64 - 1)},
        ]
        # The second and the third expire on one day, the last one before that, and the first one never.
        offers = [
            {**_offer(7, 1, None, [0]), "offer": "1"},
            {**_offer(8, 0, str(9 * DAY), [0]), "offer": "2"},
            {**_offer(9, 1, str(10 * DAY - 1), [1]), "offer": "3"},
            {**_offer(300, 1, 2 * DAY, [1]), "offer": "5"},
        ]
        # South and west of zero.
        lima = {"region": "PE", "seat": {"latitude": -12_046, "longitude": -77_043}}
        problem = {
            **{"places": [self.WUHAN, lima], "kilometres": [17_123]},
            **{"needs": needs, "offers": offers},
        }
        written = (
            b"\x03\x00\x00\x00"
            # Two needs: number, share, place.
            b"\x08"
            b"\x04\x00\x00\x00\x00\x00\x00\x00" b"\x03\x00\x00\x00\x00\x00\x00\x00" b"\x00"
            b"\x02\x01\x00\x00\x00\x00\x00\x00" b"\xff\xff\xff\xff\xff\xff\xff\xff" b"\x01"
            # Four offers: number, what is left, rank, place.
            b"\x10"
            b"\x01\x00\x00\x00\x00\x00\x00\x00" b"\x07\x00\x00\x00\x00\x00\x00\x00" b"\x02\x00" b"\x01"
            b"\x02\x00\x00\x00\x00\x00\x00\x00" b"\x08\x00\x00\x00\x00\x00\x00\x00" b"\x01\x00" b"\x00"
            b"\x03\x00\x00\x00\x00\x00\x00\x00" b"\x09\x00\x00\x00\x00\x00\x00\x00" b"\x01\x00" b"\x01"
            b"\x05\x00\x00\x00\x00\x00\x00\x00" b"\x2c\x01\x00\x00\x00\x00\x00\x00" b"\x00\x00" b"\x01"
            # One distance, 17,123 kilometres.
            b"\x04" b"\xe3\x42"
            # Two places: five letters and two; 30,583 north and 114,267 east, 12,046 south and 77,043 west.
            b"\x08"
            b"\x14CN-HB" b"\x77\x77\x00\x00" b"\x5b\xbe\x01\x00"
            b"\x08PE" b"\xf2\xd0\xff\xff" b"\x0d\xd3\xfe\xff"
        )
        digest = hashlib.blake2b(written, digest_size=32).hexdigest()
        self.assertEqual(fingerprint(3, problem), f"0x{digest}")
        self.assertNotEqual(fingerprint(2, problem), f"0x{digest}")

    def test_counts_are_written_in_one_byte_or_two(self):
        problem = {"places": [], "kilometres": [], "needs": [], "offers": []}
        empty = hashlib.blake2b(b"\x00" * 8, digest_size=32).hexdigest()
        self.assertEqual(fingerprint(0, problem), f"0x{empty}")
        many = {**problem, "needs": [{**_need(0, 0, 0), "share": 0}] * 64}
        written = b"\x00" * 4 + b"\x01\x01" + b"\x00" * (64 * 17) + b"\x00" * 3
        self.assertEqual(fingerprint(0, many), f"0x{hashlib.blake2b(written, digest_size=32).hexdigest()}")


if __name__ == "__main__":
    unittest.main()
