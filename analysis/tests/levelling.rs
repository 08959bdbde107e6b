//! Levellings against arithmetic without bounds, and by their properties.

use num_bigint::BigUint as Big;
use proptest::{collection::vec, prelude::*};
use salus_analysis::levelling::{level_out, Holder, Levelling, Move};

/// Thousandths of a day, times thousandths of a unit.
const MILLIONTHS: u128 = 1_000_000;
/// Of anything so many moves and units are enough.
const ENOUGH: (usize, u64) = (10_000, u64::MAX);

fn holder(available: u128, daily_use: u128) -> Holder {
	Holder { available, daily_use }
}

fn big(number: u128) -> Big {
	Big::from(number)
}

/// What a holder needs for a cover, rounded up.
fn needs(holder: &Holder, cover: u128) -> Big {
	(big(holder.daily_use) * big(cover) + big(MILLIONTHS - 1)) / big(MILLIONTHS)
}

fn less(from: Big, what: Big) -> Big {
	if from > what {
		from - what
	} else {
		big(0)
	}
}

fn sum(parts: impl Iterator<Item = Big>) -> Big {
	parts.fold(big(0), |sum, part| sum + part)
}

/// Whether what is above a level and the floor suffices for what is below the level.
fn suffices(holders: &[Holder], floor: u128, level: u128) -> bool {
	let kept = level.max(floor);
	let spared = sum(holders.iter().map(|own| less(big(own.available), needs(own, kept))));
	let lacked = sum(holders.iter().map(|own| less(needs(own, level), big(own.available))));
	spared >= lacked
}

/// What each holder has after the moves. Nobody gives what it has not, and nobody both gives and receives.
fn after(holders: &[Holder], moves: &[Move]) -> Vec<Holder> {
	let mut after = holders.to_vec();
	for Move { from, to, quantity } in moves {
		assert!(*quantity > 0, "a move of nothing");
		assert!(moves.iter().all(|other| other.from != *to), "{to} gives and receives");
		let quantity = u128::from(*quantity);
		let left = after[*from].available.checked_sub(quantity);
		after[*from].available = left.expect("nobody gives what it has not");
		let got = after[*to].available.checked_add(quantity);
		after[*to].available = got.expect("nobody gets more than there is");
	}
	after
}

/// The least cover, of those that use anything.
fn least_cover(holders: &[Holder]) -> Option<u128> {
	holders.iter().filter_map(Holder::cover).min()
}

/// Checks what holds of every levelling of holders that have less than `u128::MAX` together.
fn check(holders: &[Holder], floor: u32, most: usize, largest: u64) {
	let Levelling { level, moves } = level_out(holders, floor, most, largest);
	let Some(level) = level else {
		assert!(holders.iter().all(|holder| holder.daily_use == 0));
		assert_eq!(moves, []);
		return;
	};
	let floor = u128::from(floor) * 1_000;
	assert!(suffices(holders, floor, level), "{level} is too high");
	assert!(level == u128::MAX || !suffices(holders, floor, level + 1), "{level} is too low");
	assert!(moves.len() <= most);
	assert!(moves.iter().all(|one| one.quantity <= largest));
	let after = after(holders, &moves);
	for giver in moves.iter().map(|one| one.from) {
		let kept = needs(&after[giver], level.max(floor));
		assert!(big(after[giver].available) >= kept, "{giver} keeps too little");
	}
	for (receiver, holder) in moves.iter().map(|one| (one.to, &after[one.to])) {
		assert!(big(holder.available) <= needs(holder, level), "{receiver} gets too much");
	}
	assert!(least_cover(&after) >= least_cover(holders), "somebody is worse off than anybody was");
	if moves.len() < most {
		let raised = after.iter().all(|own| big(own.available) >= needs(own, level));
		assert!(raised, "somebody is below {level}");
	}
}

fn moved(from: usize, to: usize, quantity: u64) -> Move {
	Move { from, to, quantity }
}

#[test]
fn a_worked_example() {
	// Ten ventilators in one city, of which one a day is used; none in two others that use one and
	// four. Ten for six a day are 1.666 days for everybody; in whole ventilators, two stay, six and two
	// go.
	let holders = [holder(10, 1_000), holder(0, 1_000), holder(0, 4_000)];
	let Levelling { level, moves } = level_out(&holders, 0, ENOUGH.0, ENOUGH.1);
	assert_eq!(level, Some(1_500));
	assert_eq!(moves, [moved(0, 2, 6), moved(0, 1, 2)]);
	// With a floor of five days, five may go: a day of use for each.
	let Levelling { level, moves } = level_out(&holders, 5, ENOUGH.0, ENOUGH.1);
	assert_eq!(level, Some(1_000));
	assert_eq!(moves, [moved(0, 2, 4), moved(0, 1, 1)]);
	// With a floor of ten days, nothing may.
	let kept = level_out(&holders, 10, ENOUGH.0, ENOUGH.1);
	assert_eq!(kept, Levelling { level: Some(0), moves: vec![] });
}

#[test]
fn who_uses_nothing_gives_everything_and_gets_nothing() {
	let holders = [holder(7, 0), holder(0, 1_000), holder(0, 0)];
	let Levelling { level, moves } = level_out(&holders, 30, ENOUGH.0, ENOUGH.1);
	assert_eq!((level, moves), (Some(7_000), vec![moved(0, 1, 7)]));
	assert_eq!(level_out(&[holder(7, 0)], 0, ENOUGH.0, ENOUGH.1), Levelling::default());
	assert_eq!(level_out(&[], 0, ENOUGH.0, ENOUGH.1), Levelling::default());
}

#[test]
fn the_neediest_is_served_first_by_who_can_spare_the_most() {
	let holders = [holder(100, 0), holder(300, 0), holder(50, 1_000), holder(0, 1_000)];
	let Levelling { moves, .. } = level_out(&holders, 0, 1, ENOUGH.1);
	assert_eq!(moves, [moved(1, 3, 225)]);
	let Levelling { moves, .. } = level_out(&holders, 0, 3, 100);
	assert_eq!(moves, [moved(1, 3, 100), moved(1, 3, 100), moved(0, 3, 25)]);
	assert_eq!(level_out(&holders, 0, 0, ENOUGH.1).moves, []);
	assert_eq!(level_out(&holders, 0, ENOUGH.0, 0).moves, []);
}

#[test]
fn cover_is_told_in_thousandths_of_a_day_and_rounded_down() {
	assert_eq!(holder(10, 3_000).cover(), Some(3_333));
	assert_eq!(holder(10, 0).cover(), None);
	assert_eq!(holder(u128::MAX, u128::MAX).cover(), Some(MILLIONTHS));
	assert_eq!(holder(u128::MAX, 1).cover(), Some(u128::MAX));
	assert_eq!(holder(0, 1).cover(), Some(0));
}

#[test]
fn figures_at_the_end_of_their_range_do_not_overflow() {
	const MOST: u128 = u128::MAX;
	const LARGE: u128 = u64::MAX as u128;
	check(&[holder(LARGE, LARGE), holder(0, 1), holder(LARGE, 0)], u32::MAX, ENOUGH.0, ENOUGH.1);
	check(&[holder(MOST, 1), holder(0, MOST)], 0, 100, ENOUGH.1);
	check(&[holder(MOST, MOST), holder(0, 1)], 0, 100, ENOUGH.1);
	check(&[holder(MOST, 0), holder(0, 1)], 0, 100, ENOUGH.1);
	// More than can be counted together: nothing is lost all the same.
	let holders = [holder(MOST, 0), holder(MOST, 0), holder(0, MOST), holder(0, MOST)];
	let Levelling { moves, .. } = level_out(&holders, 0, 100, ENOUGH.1);
	after(&holders, &moves);
}

/// A figure of any size, small ones as often as large ones.
fn figure(most: u32) -> impl Strategy<Value = u128> {
	(0..=most, any::<u128>()).prop_map(|(bits, number)| number % (1u128 << bits))
}

fn any_holder(most: u32) -> impl Strategy<Value = Holder> {
	(figure(most), figure(most)).prop_map(|(available, daily_use)| holder(available, daily_use))
}

proptest! {
	#[test]
	fn every_levelling_holds_what_it_promises(
		holders in vec(any_holder(20), 0..12),
		floor in 0u32..40,
		most in 0usize..20,
		largest in 1u64..10_000,
	) {
		check(&holders, floor, ENOUGH.0, ENOUGH.1);
		check(&holders, floor, most, largest);
	}

	#[test]
	fn figures_of_any_size_hold_it_too(
		holders in vec(any_holder(120), 0..8),
		floor in any::<u32>(),
		most in 0usize..200,
	) {
		check(&holders, floor, most, u64::MAX);
	}
}
