//! Apportionments against an independent program, and by their properties.

use num_bigint::BigUint as Big;
use proptest::{collection::vec, prelude::*};
use salus_analysis::apportionment::{apportion, apportion_offers, Need, RepeatedNeed};
use std::collections::{BTreeMap, VecDeque};

/// A need that weighs its daily use; without one, as much as any other.
fn need(id: u64, priority: u8, daily_use: u64, asked: u64) -> Need {
	let (has_evidence, weight) = (daily_use > 0, daily_use.max(1));
	Need { id, priority, has_evidence, weight, asked }
}

/// A need without evidence, of a weight that somebody divided.
fn without_evidence(id: u64, weight: u64, asked: u64) -> Need {
	Need { id, priority: 0, has_evidence: false, weight, asked }
}

fn given(needs: &[Need], offered: u128) -> Vec<u64> {
	apportion(needs, offered).expect("ids are different")
}

/// The rule word by word, in arithmetic without bounds: round by round, whoever's share is at least
/// what it asks gets that and leaves.
fn naive(needs: &[Need], offered: u128) -> Vec<u64> {
	let mut given = vec![0; needs.len()];
	let mut left = Big::from(offered);
	for priority in (0..=u8::MAX).rev() {
		for evidence in [true, false] {
			let mut members: Vec<usize> = (0..needs.len())
				.filter(|&place| needs[place].priority == priority)
				.filter(|&place| needs[place].has_evidence == evidence)
				.collect();
			let weight = |place: usize| Big::from(needs[place].weight.max(1));
			loop {
				let weights: Big = members.iter().map(|&place| weight(place)).sum();
				let full: Vec<usize> = members
					.iter()
					.copied()
					.filter(|&place| &left * weight(place) >= &weights * needs[place].asked)
					.collect();
				if full.is_empty() {
					break;
				}
				for &place in &full {
					given[place] = needs[place].asked;
					left -= needs[place].asked;
				}
				members.retain(|place| !full.contains(place));
			}
			let weights: Big = members.iter().map(|&place| weight(place)).sum();
			let whole = left.clone();
			for &place in &members {
				let floor = &whole * weight(place) / &weights;
				given[place] = u64::try_from(&floor).expect("less than is asked");
				left -= floor;
			}
			// One unit at a time, to whoever has the largest remainder of those who had none yet.
			while left > Big::from(0u8) && !members.is_empty() {
				let remainder = |place: usize| &whole * weight(place) % &weights;
				let mut best = members[0];
				for &place in &members {
					let (ours, theirs) = (remainder(place), remainder(best));
					if ours > theirs || ours == theirs && needs[place].id < needs[best].id {
						best = place;
					}
				}
				given[best] += 1;
				left -= 1u8;
				members.retain(|&place| place != best);
			}
		}
	}
	given
}

#[test]
fn fifty_units_for_ten_twenty_and_fifty_a_day() {
	// Shares of 6.25, 12.5 and 31.25: the one unit that rounding leaves goes to the half.
	let needs = [need(1, 0, 10, 100), need(2, 0, 20, 100), need(3, 0, 50, 100)];
	assert_eq!(given(&needs, 50), [6, 13, 31]);
}

#[test]
fn a_higher_priority_is_served_first() {
	let needs = [need(1, 0, 100, 10), need(2, 3, 1, 10), need(3, 1, 5, 10), need(4, 1, 15, 10)];
	// Ten of eighteen for the highest; of the other eight, a quarter and three quarters.
	assert_eq!(given(&needs, 18), [0, 10, 2, 6]);
	// Three more: a share of 2.75 and one of 8.25.
	assert_eq!(given(&needs, 21), [0, 10, 3, 8]);
	assert_eq!(given(&needs, 32), [2, 10, 10, 10]);
}

#[test]
fn what_somebody_does_not_ask_is_shared_again() {
	// Shares of 10, 20 and 30. The last asks 6, and leaves 54: 18 and 36. The second asks 30, and
	// leaves 24 to the first.
	let needs = [need(1, 0, 1, 100), need(2, 0, 2, 30), need(3, 0, 3, 6)];
	assert_eq!(given(&needs, 60), [24, 30, 6]);
	// More than is asked stays where it is.
	assert_eq!(given(&needs, 1_000), [100, 30, 6]);
}

#[test]
fn equal_remainders_are_decided_by_the_id() {
	let needs = [need(9, 0, 5, 10), need(4, 0, 5, 10), need(7, 0, 5, 10)];
	assert_eq!(given(&needs, 7), [2, 3, 2]);
	assert_eq!(given(&needs, 8), [2, 3, 3]);
}

#[test]
fn without_evidence_shares_are_equal_and_come_last() {
	// Who asks for a thousand gets no more than who asks for five.
	let needs = [need(1, 0, 0, 1_000), need(2, 0, 0, 5), need(3, 0, 0, 2)];
	assert_eq!(given(&needs, 9), [4, 3, 2]);
	let needs = [need(1, 0, 0, 8), need(2, 0, 1, 6), need(3, 0, 0, 8)];
	assert_eq!(given(&needs, 6), [0, 6, 0]);
	assert_eq!(given(&needs, 11), [3, 6, 2]);
}

#[test]
fn a_weight_that_is_divided_gains_nothing_without_evidence() {
	// Two that weigh the same; the first asks in four parts of a quarter each.
	let parts: Vec<Need> = (0..4).map(|id| without_evidence(id, 1 << 30, 25)).collect();
	let whole = without_evidence(9, 1 << 32, 100);
	let needs = [&parts[..], &[whole]].concat();
	// Forty for either. By five equal weights, the first would have 64 of the 80.
	assert_eq!(given(&needs, 80), [10, 10, 10, 10, 40]);
	// Evidence comes first, however little it weighs; and what weighs nothing counts as one.
	let seen = Need { has_evidence: true, weight: 0, ..without_evidence(5, 0, 70) };
	assert_eq!(given(&[whole, seen], 80), [10, 70]);
}

/// What is given of these offers, each to the needs of which it names the places.
fn given_of(needs: &[Need], offers: &[(u64, &[usize])]) -> Vec<u64> {
	let quantities: Vec<u64> = offers.iter().map(|(quantity, _)| *quantity).collect();
	let may = |offer: usize, need: usize| offers[offer].1.contains(&need);
	apportion_offers(needs, &quantities, may).expect("ids are different")
}

#[test]
fn a_unit_for_everybody_leaves_to_each_what_is_offered_to_it_alone() {
	// A thousand for the first alone, a hundred for the five others, all of equal weight, and one unit for all.
	let first = [need(0, 0, 0, 500)];
	let others: Vec<Need> = (1..6).map(|id| need(id, 0, 0, 400)).collect();
	let needs = [&first[..], &others].concat();
	let offers: [(u64, &[usize]); 3] =
		[(1, &[0, 1, 2, 3, 4, 5]), (1_000, &[0]), (100, &[1, 2, 3, 4, 5])];
	// The unit for all raises each of the others to 20.2, of which rounding leaves one unit to the smallest id.
	assert_eq!(given_of(&needs, &offers), [500, 21, 20, 20, 20, 20]);
	assert_eq!(given_of(&needs, &offers[1..]), [500, 20, 20, 20, 20, 20]);
	// As one heap of 1,100, all would have 183 or 184.
	assert_eq!(given(&needs, 1_100), [184, 184, 183, 183, 183, 183]);
}

#[test]
fn who_has_its_part_already_leaves_a_common_offer_to_the_others() {
	let needs = [need(0, 0, 5, 100), need(1, 0, 5, 100)];
	assert_eq!(given_of(&needs, &[(40, &[0]), (40, &[0, 1])]), [40, 40]);
	// Of 100 together, 50 each: the first takes ten of the sixty.
	assert_eq!(given_of(&needs, &[(40, &[0]), (60, &[0, 1])]), [50, 50]);
	// More than half of all already.
	assert_eq!(given_of(&needs, &[(90, &[0]), (10, &[0, 1])]), [90, 10]);
	// The first uses three times as much: of 100 together, 75 and 25.
	let needs = [need(0, 0, 15, 100), need(1, 0, 5, 100)];
	assert_eq!(given_of(&needs, &[(40, &[0]), (60, &[0, 1])]), [75, 25]);
	// Of 132 together it would have 99, and of 140 more than it asks.
	assert_eq!(given_of(&needs, &[(40, &[0]), (92, &[0, 1])]), [99, 33]);
	assert_eq!(given_of(&needs, &[(40, &[0]), (100, &[0, 1])]), [100, 40]);
}

#[test]
fn a_need_of_a_higher_priority_takes_a_common_offer_first() {
	let needs = [need(0, 0, 5, 50), need(1, 2, 1, 50), need(2, 0, 5, 50)];
	// Thirty are for the higher one alone, and of the common ones it takes the twenty that it still asks for.
	let offers: [(u64, &[usize]); 2] = [(30, &[1]), (60, &[0, 1, 2])];
	assert_eq!(given_of(&needs, &offers), [20, 50, 20]);
	assert_eq!(given_of(&needs, &[(30, &[1]), (15, &[0, 1, 2])]), [0, 45, 0]);
	// With evidence before without, likewise.
	let needs = [need(0, 0, 0, 50), need(1, 0, 1, 50), need(2, 0, 0, 50)];
	assert_eq!(given_of(&needs, &offers), [20, 50, 20]);
}

#[test]
fn groups_of_as_many_needs_come_in_the_order_of_their_ids() {
	// Ids 3, 1 and 2. The group of 1 and 2 comes before that of 1 and 3, and this one before that of 2 and 3.
	let needs = [need(3, 0, 0, 10), need(1, 0, 0, 10), need(2, 0, 0, 10)];
	let offers: [(u64, &[usize]); 3] = [(6, &[0, 1]), (10, &[1, 2]), (6, &[2, 0])];
	// 1 and 2 have five each. Of six, 3 takes five up to the level of 5.5, and 1 one more by its smaller id. Then
	// 2 and 3 have five each, and take three each of six. With the last two turned round, 1 would have eight.
	assert_eq!(given_of(&needs, &offers), [8, 6, 8]);
}

#[test]
fn a_group_takes_no_account_of_those_behind_it() {
	// The first takes half of what is for it and the second, and is full when its other offer comes.
	let needs = [need(0, 0, 0, 5), need(1, 0, 0, 100), need(2, 0, 0, 0)];
	assert_eq!(given_of(&needs, &[(10, &[0, 1]), (10, &[0, 2])]), [5, 5, 0]);
}

#[test]
fn what_nothing_may_go_to_gets_nothing() {
	let needs = [need(0, 1, 9, 100), need(1, 0, 1, 100)];
	assert_eq!(given_of(&needs, &[(50, &[1]), (70, &[])]), [0, 50]);
	assert_eq!(given_of(&needs, &[]), [0, 0]);
	assert_eq!(given_of(&[], &[(5, &[])]), []);
	let twice = [need(3, 0, 1, 1), need(3, 0, 1, 1)];
	assert_eq!(apportion_offers(&twice, &[1], |_, _| false), Err(RepeatedNeed(3)));
}

#[test]
fn offers_for_the_same_needs_are_shared_out_together() {
	// Of four units 0.67, 2.67 and 0.67. One after the other, the first would have a unit of the first two, and of
	// the next two the others would get one each.
	let needs = [need(1, 0, 1, 99), need(2, 0, 4, 99), need(3, 0, 1, 99)];
	assert_eq!(given_of(&needs, &[(2, &[0, 1, 2])]), [1, 1, 0]);
	assert_eq!(given_of(&needs, &[(2, &[0, 1, 2]), (2, &[2, 1, 0])]), [1, 3, 0]);
}

#[test]
fn one_unit_more_of_an_offer_can_take_several_from_somebody() {
	// Eight needs of weight 1, eight of weight 3; then one of weight 100, and seven that ask for nothing.
	let need = |id, weight, asked| need(id, 0, weight, asked);
	let light = (0..8).map(|id| need(id, 1, 1_000));
	let heavy = (8..16).map(|id| need(id, 3, 1_000));
	let other = (16..24).map(|id| if id == 16 { need(id, 100, 1_000) } else { need(id, 1, 0) });
	let needs: Vec<Need> = light.chain(heavy).chain(other).collect();
	let first: Vec<usize> = (0..16).collect();
	let second: Vec<usize> = (0..8).chain(16..24).collect();
	let given = |units| given_of(&needs, &[(units, &first), (208, &second)]);
	// Of 16 units, shares of 0.5 and 1.5: by their ids, the light ones have one each. With the other one they have
	// a level of (208 + 8) / 108 = 2.
	assert_eq!(given(16), [[2; 8], [1; 8], [200, 0, 0, 0, 0, 0, 0, 0]].concat());
	// Of 17 units, shares of 0.53 and 1.59: the heavy ones have two each, and only one of the light ones has any.
	// The level is (208 + 1) / 108 = 1.94: parts of 1.94 and 193.5.
	assert_eq!(given(17), [[2; 8], [2; 8], [193, 0, 0, 0, 0, 0, 0, 0]].concat());
}

#[test]
fn one_unit_more_can_take_one_away() {
	// The paradox of Alabama: shares of 4.2857, 4.2857 and 1.4286, and then of 4.7143, 4.7143 and 1.5714.
	let needs = [need(1, 0, 6, 99), need(2, 0, 6, 99), need(3, 0, 2, 99)];
	assert_eq!(given(&needs, 10), [4, 4, 2]);
	assert_eq!(given(&needs, 11), [5, 5, 1]);
}

#[test]
fn figures_at_the_end_of_their_range_are_exact() {
	const MOST: u64 = u64::MAX;
	let needs: Vec<Need> = (0..512).map(|id| need(id, 0, MOST - id, MOST)).collect();
	for offered in
		[0, 1, u128::from(MOST), 300 * u128::from(MOST) + 7, 512 * u128::from(MOST), u128::MAX]
	{
		let given = given(&needs, offered);
		let sum: u128 = given.iter().map(|&given| u128::from(given)).sum();
		assert_eq!(sum, offered.min(512 * u128::from(MOST)));
	}
	let few =
		[need(0, 1, MOST, MOST), need(1, 1, 1, MOST), need(2, 1, MOST, 3), need(3, 0, 0, MOST)];
	for offered in [5, u128::from(MOST), 2 * u128::from(MOST) - 1, 3 * u128::from(MOST)] {
		assert_eq!(given(&few, offered), naive(&few, offered));
	}
	assert_eq!(given(&[], 5), []);
}

#[test]
fn as_many_groups_as_needs_with_figures_at_the_end_of_their_range_are_exact() {
	const MOST: u64 = u64::MAX;
	const COUNT: usize = 512;
	let needs: Vec<Need> = (0..COUNT as u64).map(|id| need(id, 0, MOST - id * id, MOST)).collect();
	// Each for all needs but one.
	for quantity in [1, MOST / 3, MOST / 2] {
		let given = apportion_offers(&needs, &[quantity; COUNT], |offer, need| offer != need);
		let given = given.expect("ids are different");
		let sum: u128 = given.iter().map(|&given| u128::from(given)).sum();
		assert_eq!(sum, COUNT as u128 * u128::from(quantity));
	}
	assert!(apportion_offers(&needs, &[MOST; COUNT], |offer, need| offer != need).is_ok());
	let few =
		[need(0, 0, MOST, MOST), need(1, 0, 1, MOST), need(2, 0, MOST - 1, MOST), need(3, 0, 3, 9)];
	let sets: [&[usize]; 5] = [&[0, 1], &[1, 2, 3], &[0, 1, 2, 3], &[0, 2], &[0, 1, 2, 3]];
	let may: Vec<Vec<bool>> =
		sets.iter().map(|set| (0..4).map(|need| set.contains(&need)).collect()).collect();
	for quantities in [[MOST; 5], [MOST / 3; 5], [MOST, 1, 2, 3, 4], [1, MOST / 2, 5, MOST, 7]] {
		let given = apportion_offers(&few, &quantities, |offer, need| may[offer][need]);
		assert_eq!(given, Ok(naive_offers(&few, &quantities, &may)));
	}
}

#[test]
fn each_pair_is_asked_about_once() {
	let needs: Vec<Need> = (0..70).map(|id| need(id * 31 % 71, 0, id, 9)).collect();
	let asked = core::cell::RefCell::new(vec![0; 70 * 9]);
	let given = apportion_offers(&needs, &[40; 9], |offer, need| {
		asked.borrow_mut()[offer * 70 + need] += 1;
		(offer + need) % 3 > 0
	});
	assert!(given.is_ok());
	assert_eq!(asked.into_inner(), vec![1; 70 * 9]);
}

#[test]
fn two_needs_with_one_id_are_refused() {
	let needs = [need(7, 0, 1, 1), need(5, 0, 1, 1), need(7, 1, 1, 1)];
	assert_eq!(apportion(&needs, 1), Err(RepeatedNeed(7)));
}

/// A figure of any size, small ones as often as large ones.
fn figure(most: u32) -> impl Strategy<Value = u64> {
	(0..=most, any::<u64>()).prop_map(|(bits, number)| number & ((1u128 << bits) - 1) as u64)
}

/// Needs whose ids are no order of theirs.
fn needs(most: u32) -> impl Strategy<Value = Vec<Need>> {
	vec((0..3u8, figure(most), figure(most)), 0..12).prop_map(|figures| {
		let figures = figures.into_iter().enumerate();
		figures
			.map(|(place, (priority, daily_use, asked))| {
				need(place as u64 * 7 % 13, priority, daily_use, asked)
			})
			.collect()
	})
}

/// The groups as lists of the places of needs, with what they have, in the order in which they are shared out.
fn groups(needs: &[Need], offers: &[u64], may: &[Vec<bool>]) -> Vec<(Vec<usize>, u128)> {
	let mut groups: BTreeMap<(usize, Vec<u64>), (Vec<usize>, u128)> = BTreeMap::new();
	for (row, quantity) in may.iter().zip(offers) {
		let set: Vec<usize> = (0..needs.len()).filter(|&need| row[need]).collect();
		let mut ids: Vec<u64> = set.iter().map(|&need| needs[need].id).collect();
		ids.sort();
		if !ids.is_empty() {
			groups.entry((ids.len(), ids)).or_insert((set, 0)).1 += u128::from(*quantity);
		}
	}
	groups.into_values().collect()
}

/// The rule word by word, in arithmetic without bounds: of each group and tier, every level at which anything
/// changes is tried, and what is taken there is added up as it is defined.
fn naive_offers(needs: &[Need], offers: &[u64], may: &[Vec<bool>]) -> Vec<u64> {
	let mut given = vec![0; needs.len()];
	for (set, units) in groups(needs, offers, may) {
		let mut left = Big::from(units);
		for priority in (0..=u8::MAX).rev() {
			for evidence in [true, false] {
				let tier: Vec<usize> = set
					.iter()
					.copied()
					.filter(|&place| needs[place].priority == priority)
					.filter(|&place| needs[place].has_evidence == evidence)
					.collect();
				left = naive_tier(needs, &tier, left, &mut given);
			}
		}
	}
	given
}

/// Shares out to a tier, and says what is left.
fn naive_tier(needs: &[Need], tier: &[usize], units: Big, given: &mut [u64]) -> Big {
	let had: Vec<Big> = tier.iter().map(|&place| Big::from(given[place])).collect();
	let asked: Vec<Big> = tier.iter().map(|&place| Big::from(needs[place].asked)).collect();
	let weight: Vec<Big> =
		tier.iter().map(|&place| Big::from(needs[place].weight.max(1))).collect();
	let lacking = asked.iter().sum::<Big>() - had.iter().sum::<Big>();
	if units >= lacking {
		tier.iter().for_each(|&place| given[place] = needs[place].asked);
		return units - lacking;
	}
	// What each has at the level `p / q`, times `q`.
	let at = |p: &Big, q: &Big| -> Vec<Big> {
		let each = 0..tier.len();
		each.map(|i| (p * &weight[i]).clamp(&had[i] * q, &asked[i] * q)).collect()
	};
	let sum = |numbers: &[Big]| numbers.iter().sum::<Big>();
	let levels = had.iter().zip(&weight).chain(asked.iter().zip(&weight));
	let (p, q) = levels
		.filter(|(p, q)| sum(&at(p, q)) <= (&units + sum(&had)) * *q)
		.max_by(|(p, q), (other_p, other_q)| (*p * *other_q).cmp(&(*other_p * *q)))
		.expect("at the lowest level nothing is taken");
	// From there on, those take that are neither above nor full: together so many for each unit of weight.
	let takes = |i: usize| p * &weight[i] >= &had[i] * q && p * &weight[i] < &asked[i] * q;
	let weights: Big = (0..tier.len()).filter(|&i| takes(i)).map(|i| &weight[i]).sum();
	// The level is `p / q + rest / (q * weights)`.
	let rest = (&units + sum(&had)) * q - sum(&at(p, q));
	let (p, q) = (p * &weights + rest, q * &weights);
	let exact = at(&p, &q);
	let mut over = &units + sum(&had);
	let mut order: Vec<usize> = (0..tier.len()).collect();
	for i in 0..tier.len() {
		let floor = &exact[i] / &q;
		given[tier[i]] = u64::try_from(&floor).expect("no more than is asked");
		over -= floor;
	}
	order.sort_by_key(|&i| (std::cmp::Reverse(&exact[i] % &q), needs[tier[i]].id));
	let over = usize::try_from(&over).expect("fewer than there are needs");
	order[..over].iter().for_each(|&i| given[tier[i]] += 1);
	Big::from(0u8)
}

/// The most units that can flow from the offers to the needs, each of which takes its share at most, by shortest
/// augmenting paths.
fn most_delivered(shares: &[u64], offers: &[u64], may: &[Vec<bool>]) -> u128 {
	// The source, the offers, the needs, and the sink.
	let (first_need, sink) = (1 + offers.len(), 1 + offers.len() + shares.len());
	let mut room = vec![vec![0u128; sink + 1]; sink + 1];
	for (offer, row) in may.iter().enumerate() {
		room[0][1 + offer] = offers[offer].into();
		for need in (0..shares.len()).filter(|&need| row[need]) {
			room[1 + offer][first_need + need] = u128::MAX / 2;
		}
	}
	for (need, &share) in shares.iter().enumerate() {
		room[first_need + need][sink] = share.into();
	}
	let mut flow = 0;
	loop {
		let mut from = vec![None; sink + 1];
		let mut reached = VecDeque::from([0]);
		while let Some(node) = reached.pop_front() {
			for next in 1..=sink {
				if from[next].is_none() && room[node][next] > 0 {
					from[next] = Some(node);
					reached.push_back(next);
				}
			}
		}
		let mut path = Vec::new();
		let mut node = sink;
		while let Some(before) = from[node] {
			path.push((before, node));
			node = before;
		}
		let Some(units) = path.iter().map(|&(from, to)| room[from][to]).min() else { return flow };
		for (from, to) in path {
			room[from][to] -= units;
			room[to][from] += units;
		}
		flow += units;
	}
}

/// Needs, offers, and which of these may go to which of those: few pairs as often as many.
fn offered() -> impl Strategy<Value = (Vec<Need>, Vec<u64>, Vec<Vec<bool>>)> {
	let offers = |most| vec((figure(most), any::<u16>(), any::<u16>(), 0..3u8), 0..9);
	let small = (needs(6), offers(6));
	let large = (needs(64), offers(64));
	prop_oneof![small, large].prop_map(|(needs, offers)| {
		let quantities: Vec<u64> = offers.iter().map(|(quantity, ..)| *quantity).collect();
		let row = |(_, one, other, density): &(u64, u16, u16, u8)| -> Vec<bool> {
			let mask = [one & other, *one, one | other][usize::from(*density)];
			(0..needs.len()).map(|need| (mask >> need) & 1 == 1).collect()
		};
		let may: Vec<Vec<bool>> = offers.iter().map(row).collect();
		(needs, quantities, may)
	})
}

fn shares(needs: &[Need], offers: &[u64], may: &[Vec<bool>]) -> Vec<u64> {
	apportion_offers(needs, offers, |offer, need| may[offer][need]).expect("ids are different")
}

/// Something to share, around what is asked.
fn offer(needs: &[Need], thousandths: u128) -> u128 {
	needs.iter().map(|need| u128::from(need.asked)).sum::<u128>() * thousandths / 1_000
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(4_000))]

	#[test]
	fn the_independent_program_agrees(
		(small, large) in (needs(6), needs(64)),
		thousandths in 0..1_100u128,
	) {
		for needs in [small, large] {
			let offered = offer(&needs, thousandths);
			prop_assert_eq!(given(&needs, offered), naive(&needs, offered));
		}
	}

	#[test]
	fn nobody_gets_more_than_it_asks_and_nothing_is_lost(
		needs in needs(64),
		thousandths in 0..1_100u128,
	) {
		let offered = offer(&needs, thousandths);
		let given = given(&needs, offered);
		let mut sum = 0;
		for (need, given) in needs.iter().zip(given) {
			prop_assert!(given <= need.asked);
			sum += u128::from(given);
		}
		prop_assert_eq!(sum, offered.min(offer(&needs, 1_000)));
	}

	#[test]
	fn the_order_of_needs_does_not_matter(
		needs in needs(8),
		thousandths in 0..1_100u128,
		turn in 0..12usize,
	) {
		let offered = offer(&needs, thousandths);
		let ours = given(&needs, offered);
		let mut pairs: Vec<(Need, u64)> = needs.into_iter().zip(ours).collect();
		if !pairs.is_empty() {
			let by = turn % pairs.len();
			pairs.rotate_left(by);
			pairs[by..].reverse();
		}
		let turned: Vec<Need> = pairs.iter().map(|(need, _)| *need).collect();
		let theirs: Vec<u64> = pairs.iter().map(|(_, given)| *given).collect();
		prop_assert_eq!(given(&turned, offered), theirs);
	}

	#[test]
	fn one_unit_more_takes_one_at_most_from_anybody(
		(small, large) in (needs(5), needs(64)),
		thousandths in 0..1_100u128,
	) {
		for needs in [small, large] {
			let offered = offer(&needs, thousandths);
			let fewer = given(&needs, offered);
			for (fewer, more) in fewer.into_iter().zip(given(&needs, offered + 1)) {
				prop_assert!(fewer <= more.saturating_add(1));
			}
		}
	}

	#[test]
	fn the_independent_program_agrees_about_offers((needs, offers, may) in offered()) {
		prop_assert_eq!(shares(&needs, &offers, &may), naive_offers(&needs, &offers, &may));
	}

	#[test]
	fn one_group_is_shared_out_as_one_sum(
		(small, large) in (needs(6), needs(64)),
		parts in vec(figure(64), 1..5),
	) {
		for needs in [small, large] {
			let sum = parts.iter().map(|&part| u128::from(part)).sum();
			let all = vec![vec![true; needs.len()]; parts.len()];
			prop_assert_eq!(shares(&needs, &parts, &all), naive(&needs, sum));
			prop_assert_eq!(shares(&needs, &parts, &all), given(&needs, sum));
		}
	}

	#[test]
	fn shares_can_be_delivered_and_are_no_more_than_is_asked((needs, offers, may) in offered()) {
		let shares = shares(&needs, &offers, &may);
		for (need, share) in needs.iter().zip(&shares) {
			prop_assert!(*share <= need.asked);
		}
		let sum = shares.iter().map(|&share| u128::from(share)).sum::<u128>();
		prop_assert_eq!(most_delivered(&shares, &offers, &may), sum);
	}

	#[test]
	fn a_group_gives_to_its_needs_alone_until_it_or_they_have_nothing_left(
		(needs, offers, may) in offered(),
	) {
		let groups = groups(&needs, &offers, &may);
		let mut before = vec![0; needs.len()];
		for (count, (set, units)) in (1..).zip(&groups) {
			// Offers of the first groups alone: no later group changes what these give.
			let is_early = |row: &&Vec<bool>| {
				groups[..count].iter().any(|(set, _)| {
					(0..needs.len()).all(|need| row[need] == set.contains(&need))
				})
			};
			let (rows, quantities): (Vec<_>, Vec<_>) = may
				.iter()
				.zip(&offers)
				.filter(|(row, _)| is_early(row))
				.map(|(row, quantity)| (row.clone(), *quantity))
				.unzip();
			let after = shares(&needs, &quantities, &rows);
			let mut left = *units;
			for place in 0..needs.len() {
				prop_assert!(before[place] <= after[place]);
				prop_assert!(before[place] == after[place] || set.contains(&place));
				left -= u128::from(after[place] - before[place]);
			}
			let is_full = |&place: &usize| after[place] == needs[place].asked;
			prop_assert!(left == 0 || set.iter().all(is_full));
			before = after;
		}
		prop_assert_eq!(before, shares(&needs, &offers, &may));
	}

	#[test]
	fn one_unit_more_of_an_offer_takes_half_a_unit_at_most_for_each_need_of_its_group_and_later_ones(
		(needs, offers, may) in offered(),
		which in 0..9usize,
	) {
		let which = which % offers.len().max(1);
		let mut richer = offers.clone();
		if let Some(units) = richer.get_mut(which) {
			*units = units.saturating_add(1);
		}
		let (fewer, more) = (shares(&needs, &offers, &may), shares(&needs, &richer, &may));
		let losses = fewer.iter().zip(&more).map(|(fewer, more)| fewer.saturating_sub(*more));
		let is_of = |&need: &usize| may.get(which).is_some_and(|row| row[need]);
		let set: Vec<usize> = (0..needs.len()).filter(is_of).collect();
		let groups = groups(&needs, &offers, &may);
		let from = groups.iter().position(|(of, _)| *of == set).unwrap_or(groups.len());
		let half = |(set, _): &(Vec<usize>, u128)| set.len() as u64 / 2;
		prop_assert!(losses.clone().sum::<u64>() <= groups[from..].iter().map(half).sum());
		// In one group alone, nobody loses more than one.
		prop_assert!(groups.len() != 1 || losses.max() <= Some(1));
	}

	#[test]
	fn the_order_of_offers_and_needs_does_not_matter(
		(needs, offers, may) in offered(),
		(turn_offers, turn_needs) in (0..9usize, 0..12usize),
	) {
		let ours = shares(&needs, &offers, &may);
		let turned = |count: usize, by: usize| -> Vec<usize> {
			let mut order: Vec<usize> = (0..count).collect();
			order.rotate_left(by % count.max(1));
			order[by % count.max(1)..].reverse();
			order
		};
		let of_needs = turned(needs.len(), turn_needs);
		let of_offers = turned(offers.len(), turn_offers);
		let their_needs: Vec<Need> = of_needs.iter().map(|&need| needs[need]).collect();
		let their_offers: Vec<u64> = of_offers.iter().map(|&offer| offers[offer]).collect();
		let theirs = apportion_offers(&their_needs, &their_offers, |offer, need| {
			may[of_offers[offer]][of_needs[need]]
		});
		let expected: Vec<u64> = of_needs.iter().map(|&need| ours[need]).collect();
		prop_assert_eq!(theirs, Ok(expected));
	}

	#[test]
	fn an_offer_in_two_parts_is_the_same_as_whole(
		(needs, mut offers, mut may) in offered(),
		(which, part) in (0..9usize, figure(64)),
	) {
		let whole = shares(&needs, &offers, &may);
		let which = which % offers.len().max(1);
		if let Some(units) = offers.get_mut(which) {
			let part = part.min(*units);
			*units -= part;
			offers.push(part);
			may.push(may[which].clone());
		}
		prop_assert_eq!(shares(&needs, &offers, &may), whole);
	}

	#[test]
	fn who_gets_less_than_it_asks_gets_the_same_if_it_asks_for_more(
		(needs, offers, may) in offered(),
		(who, more) in (0..12usize, 1..1_000u64),
	) {
		let honest = shares(&needs, &offers, &may);
		let mut bold = needs.clone();
		if let Some(need) = bold.get_mut(who).filter(|need| honest[who] < need.asked) {
			need.asked = need.asked.saturating_add(more);
		}
		prop_assert_eq!(shares(&bold, &offers, &may), honest);
	}

	#[test]
	fn among_those_without_evidence_asking_for_more_never_pays(
		asked in vec(1..40u64, 2..8),
		more in 1..100u64,
		offered in 0..200u128,
	) {
		let needs: Vec<Need> =
			asked.iter().zip(0..).map(|(&asked, id)| need(id, 0, 0, asked)).collect();
		let mut bold = needs.clone();
		bold[0].asked += more;
		let (honest, bold) = (given(&needs, offered)[0], given(&bold, offered)[0]);
		// Either it had all that it asked, or it gets no more than before.
		prop_assert!(honest == asked[0] || bold <= honest);
	}
}
