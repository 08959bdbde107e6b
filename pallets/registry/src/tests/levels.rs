//! What is available and what is used of a class, whichever call changes it.

use crate::{
	levels::{MEMORY, MOST_A_DAY, PARTS},
	mock::*,
	Call, CountReason, DestroyFrom, DestroyReason, Destruction, LevelEntry, LevelView, Levels,
	RepackInput, RepackOutput,
};
use codec::{Encode, MaxEncodedLen};
use frame_support::assert_ok;
use salus_primitives::{
	chance::Random, time::DAY, Arrival, ClassId, Custody, HoldKind, InstitutionId, Levels as _,
	LotId, LotStock, Purpose, Quantity, Source, Total, WriteOff,
};
use sp_core::U512;

const HOSPITALS: Custody = Custody { custodian: HOSPITAL, owner: HOSPITAL };
const DONORS: Custody = Custody { custodian: DONOR, owner: DONOR };

fn available(institution: InstitutionId, class: ClassId) -> Total {
	Registry::level(institution, class).available
}

fn used(quantity: Quantity, lot: LotId) {
	accepted(signed(STOREKEEPER), Call::consume { lot, quantity, event: None });
}

fn gloves(quantity: Quantity) -> LotId {
	lot(plain(GLOVES), quantity)
}

/// What the hospital uses of gloves in a day, in thousandths, and on how many days that rests.
fn use_of_gloves() -> (Total, u32) {
	let LevelView { daily_use, days, .. } = Registry::level(HOSPITAL, GLOVES);
	(daily_use, days)
}

/// The mean of a class's use, day by day, in parts of which 2^256 are a unit.
#[derive(Default)]
struct Exact {
	mean: U512,
	days: u32,
}

impl Exact {
	/// Adds a day on which `used` units were used.
	fn observe(&mut self, used: Total) {
		self.days += 1;
		let span = U512::from(self.days.min(28));
		let used: U512 = U512::from(used) << 256u32;
		self.mean = (self.mean * (span - 1) + used) / span;
	}

	/// In parts of which 2^32 are a unit, rounded down; what its own steps lost, less than 28 of its
	/// smallest parts, is added first.
	fn parts(&self) -> Total {
		((self.mean + 28) >> 224u32).low_u128()
	}

	/// Whether `mean` is not above this one, and below it by less than 2^-27 of a unit.
	fn is_near(&self, mean: Total) -> bool {
		mean <= self.parts() && self.parts() - mean < 32
	}
}

#[test]
fn nobody_has_or_uses_what_nobody_registered() {
	run(|| {
		let nothing = LevelView { available: 0, daily_use: 0, days: 0, days_of_cover: None };
		assert_eq!(Registry::level(HOSPITAL, GLOVES), nothing);
		assert_eq!(Registry::level(NOBODY, ClassId(99)), nothing);
		assert!(Registry::levels(HOSPITAL, None, 9).is_empty());
	});
}

#[test]
fn own_goods_are_available_from_registration_to_the_last_unit() {
	run(|| {
		let lot = gloves(100);
		assert_eq!(available(HOSPITAL, GLOVES), 100);
		gloves(20);
		assert_eq!(available(HOSPITAL, GLOVES), 120);
		used(30, lot);
		assert_eq!(available(HOSPITAL, GLOVES), 90);
		used(70, lot);
		assert_eq!(available(HOSPITAL, GLOVES), 20);
		assert_eq!(available(DONOR, GLOVES), 0);
		assert_eq!(available(HOSPITAL, MASKS), 0);
	});
}

#[test]
fn what_is_set_aside_is_not_available() {
	run(|| {
		let lot = gloves(100);
		let left = |expected| assert_eq!(available(HOSPITAL, GLOVES), expected);
		assert_ok!(quarantined(lot, HOSPITALS, HoldKind::Quarantine, 10));
		left(90);
		assert_ok!(released(lot, HOSPITALS, 4));
		left(94);
		assert_ok!(moved(lot, |stock| stock.offer(HOSPITALS, 20)));
		left(74);
		assert_ok!(moved(lot, |stock| stock.withdraw_offer(HOSPITALS, 5)));
		left(79);
		assert_ok!(moved(lot, |stock| stock.reserve(HOSPITALS, Source::Offered, 5)));
		left(79);
		assert_ok!(moved(lot, |stock| stock.reserve(HOSPITALS, Source::Available, 9)));
		left(70);
		assert_ok!(moved(lot, |stock| stock.unreserve(HOSPITALS, Source::Available, 2)));
		left(72);
	});
}

#[test]
fn a_gift_is_available_to_its_receiver_when_it_arrives() {
	run(|| {
		let lot = gloves(100);
		assert_ok!(moved(lot, |stock| {
			stock.reserve(HOSPITALS, Source::Available, 60)?;
			stock.send(HOSPITALS, 60, Purpose::Send)
		}));
		assert_eq!((available(HOSPITAL, GLOVES), available(DONOR, GLOVES)), (40, 0));
		let deliver = |quantity, arrival| {
			assert_ok!(moved(lot, |stock| {
				stock.deliver(HOSPITALS, DONORS, quantity, arrival, None)
			}));
		};
		deliver(50, Arrival::Usable);
		deliver(6, Arrival::Quarantined(HoldKind::Damage));
		assert_eq!((available(HOSPITAL, GLOVES), available(DONOR, GLOVES)), (40, 50));
		assert_ok!(moved(lot, |stock| {
			stock.dispute(HOSPITALS, 4)?;
			stock.recover(HOSPITALS, 3)?;
			stock.write_off(HOSPITALS, 1, WriteOff::Lost)
		}));
		assert_eq!((available(HOSPITAL, GLOVES), available(DONOR, GLOVES)), (40, 50));
	});
}

#[test]
fn a_loan_is_in_nobodys_level_until_it_is_back() {
	run(|| {
		let lot = lent(50);
		assert_eq!((available(HOSPITAL, MASKS), available(DONOR, MASKS)), (0, 0));
		assert!(!Levels::<Test>::contains_key(DONOR, MASKS));
		assert_ok!(moved(lot, |stock| {
			stock.reserve(LOAN, Source::AvailableForReturn, 20)?;
			stock.send(LOAN, 20, Purpose::Return)?;
			stock.deliver(LOAN, DONORS, 20, Arrival::Usable, None)
		}));
		assert_eq!((available(HOSPITAL, MASKS), available(DONOR, MASKS)), (0, 20));
		assert_eq!(Registry::level(DONOR, MASKS).daily_use, 0);
	});
}

#[test]
fn goods_that_are_called_in_leave_the_level_of_who_has_them() {
	run(|| {
		let lot = gloves(50);
		assert_ok!(moved(lot, |stock| stock.call_in(HOSPITALS, 20).map(drop)));
		assert_eq!(available(HOSPITAL, GLOVES), 30);
		assert_ok!(moved(lot, |stock| {
			stock.deliver_disputed(HOSPITALS, DONORS, 20, Arrival::Usable, None)
		}));
		assert_eq!((available(HOSPITAL, GLOVES), available(DONOR, GLOVES)), (30, 20));
	});
}

#[test]
fn counts_and_destructions_change_what_is_available_and_are_no_use() {
	run(|| {
		let lot = gloves(100);
		let count = |counted| {
			let (owner, reason, event) = (HOSPITAL, CountReason::StockTake, None);
			let call = Call::count { lot, owner, counted, reason, event };
			accepted(signed(STOREKEEPER), call);
			assert_eq!(available(HOSPITAL, GLOVES), counted.into());
		};
		count(120);
		count(90);
		let (from, reason) = (DestroyFrom::Available, DestroyReason::Damaged);
		let how = Destruction { from, reason, document: None };
		let call = Call::destroy { lot, owner: HOSPITAL, quantity: 15, how, event: None };
		accepted(signed(STOREKEEPER), call);
		assert_eq!(available(HOSPITAL, GLOVES), 75);
		pass(DAY);
		assert_eq!(use_of_gloves(), (0, 0));
	});
}

#[test]
fn a_count_of_anothers_lot_is_available_once_confirmed_and_released() {
	run(|| {
		let lot = given(10);
		let (owner, reason, event) = (DONOR, CountReason::StockTake, None);
		let call = Call::count { lot, owner, counted: 13, reason, event };
		accepted(signed(OTHER_STOREKEEPER), call);
		assert_eq!(available(DONOR, MASKS), 10);
		let call = Call::confirm_count { lot, custodian: DONOR, quantity: 3 };
		accepted(signed(STOREKEEPER), call);
		assert_eq!(available(DONOR, MASKS), 10);
		assert_ok!(released(lot, DONORS, 3));
		assert_eq!(available(DONOR, MASKS), 13);
	});
}

#[test]
fn repacked_and_corrected_goods_go_from_one_class_to_the_other_unused() {
	run(|| {
		let from = lot(masks(), 10);
		let class_change = Some(crate::ClassChange::Relabelled);
		let inputs = vec![RepackInput { lot: from, quantity: 6 }];
		let outputs = [(plain(GLOVES), 4, class_change), (masks(), 2, None)];
		let outputs: Vec<_> = outputs
			.into_iter()
			.map(|(mut identity, quantity, class_change)| {
				identity.expiry = masks().expiry;
				RepackOutput { identity, quantity, class_change }
			})
			.collect();
		let call = Call::repack {
			inputs: inputs.try_into().expect("three at most"),
			outputs: outputs.try_into().expect("three at most"),
			event: None,
		};
		accepted(signed(STOREKEEPER), call);
		assert_eq!((available(HOSPITAL, MASKS), available(HOSPITAL, GLOVES)), (6, 4));
		let class_change = Some(crate::ClassChange::WronglyRegistered);
		let identity = plain(GLOVES);
		let call = Call::correct_lot { lot: from, identity, class_change, event: None };
		accepted(signed(STOREKEEPER), call);
		assert_eq!((available(HOSPITAL, MASKS), available(HOSPITAL, GLOVES)), (2, 8));
		pass(DAY);
		assert_eq!(use_of_gloves(), (0, 0));
		assert_eq!(Registry::level(HOSPITAL, MASKS).days, 0);
	});
}

#[test]
fn an_estate_leaves_the_level_of_who_is_gone() {
	run(|| {
		let lot = gloves(100);
		gone(HOSPITAL);
		let (custody, document) = (HOSPITALS, None);
		let call = Call::hand_over { lot, custody, to: DONOR, quantity: 60, document };
		accepted(root(), call);
		assert_eq!((available(HOSPITAL, GLOVES), available(DONOR, GLOVES)), (40, 0));
		assert_ok!(released(lot, DONORS, 60));
		assert_eq!(available(DONOR, GLOVES), 60);
		let how = WriteOff::Lost;
		accepted(root(), Call::write_off { lot, custody, quantity: 40, how, document });
		assert_eq!(available(HOSPITAL, GLOVES), 0);
		assert!(!Levels::<Test>::contains_key(HOSPITAL, GLOVES));
	});
}

#[test]
fn the_level_of_what_was_never_used_leaves_with_the_last_unit() {
	run(|| {
		let lot = gloves(10);
		let parties = (HOSPITALS, DONORS);
		assert_ok!(handed_over(lot, parties, 9, None));
		assert!(Levels::<Test>::contains_key(HOSPITAL, GLOVES));
		assert_ok!(handed_over(lot, parties, 1, None));
		assert!(!Levels::<Test>::contains_key(HOSPITAL, GLOVES));
	});
}

#[test]
fn the_level_of_what_was_used_stays_as_evidence() {
	run(|| {
		let lot = gloves(10);
		used(10, lot);
		pass(DAY);
		assert_eq!(use_of_gloves(), (10_000, 1));
		// Goods that come and go leave it alone.
		let lot = gloves(7);
		assert_ok!(handed_over(lot, (HOSPITALS, DONORS), 7, None));
		assert_eq!((use_of_gloves(), available(HOSPITAL, GLOVES)), ((10_000, 1), 0));
	});
}

#[test]
fn use_counts_when_its_day_is_over() {
	run(|| {
		let lot = gloves(1_000);
		// The day in which a test begins has 22 hours left.
		let midnight = Timestamp::get() / DAY * DAY + DAY;
		used(10, lot);
		used(20, lot);
		Timestamp::set_timestamp(midnight - 1);
		used(5, lot);
		assert_eq!(use_of_gloves(), (0, 0));
		Timestamp::set_timestamp(midnight);
		assert_eq!(use_of_gloves(), (35_000, 1));
		used(500, lot);
		assert_eq!(use_of_gloves(), (35_000, 1));
		Timestamp::set_timestamp(midnight + DAY);
		assert_eq!(use_of_gloves(), ((35_000 + 500_000) / 2, 2));
	});
}

#[test]
fn the_first_28_days_have_a_plain_mean_and_later_days_a_28th_part() {
	run(|| {
		let lot = gloves(100_000);
		pass(400 * DAY);
		let mut sum = 0;
		for day in 1..=28 {
			used(day * day, lot);
			sum += day * day;
			pass(DAY);
			assert_eq!(use_of_gloves(), (Total::from((sum * 1_000 + day / 2) / day), day as u32));
		}
		// 7,714 in 28 days are 275.5 a day.
		assert_eq!(use_of_gloves(), (275_500, 28));
		pass(DAY);
		assert_eq!(use_of_gloves(), (265_661, 29)); // 275.5 * 27/28 = 265.6607..
		pass(DAY);
		assert_eq!(use_of_gloves(), (256_173, 30)); // * 27/28 = 256.1728..
		used(28_000, lot);
		pass(DAY);
		assert_eq!(use_of_gloves(), (1_247_024, 31)); // * 27/28 + 1,000 = 1,247.0238..
	});
}

#[test]
fn days_without_use_count_from_the_first_use_on() {
	run(|| {
		let lot = gloves(1_000);
		pass(100 * DAY);
		used(100, lot);
		pass(4 * DAY);
		assert_eq!(use_of_gloves(), (25_000, 4));
		used(20, lot);
		pass(DAY);
		assert_eq!(use_of_gloves(), (24_000, 5));
		pass(23 * DAY);
		assert_eq!(use_of_gloves(), (4_286, 28)); // 120 in 28 days: 4.2857..
	});
}

#[test]
fn what_is_available_lasts_as_long_as_it_was_used() {
	run(|| {
		let lot = gloves(100);
		used(7, lot);
		let level = Registry::level(HOSPITAL, GLOVES);
		assert_eq!((level.available, level.days_of_cover), (93, None));
		pass(DAY);
		let level = Registry::level(HOSPITAL, GLOVES);
		assert_eq!(level.days_of_cover, Some(13)); // 13.28..
		used(93, lot);
		assert_eq!(Registry::level(HOSPITAL, GLOVES).days_of_cover, Some(0));
		// A use too small to be told is none.
		lot_by(STOREKEEPER, plain(GLOVES), 1, None);
		pass(1_000 * DAY);
		assert_eq!(Registry::level(HOSPITAL, GLOVES).days_of_cover, None);
	});
}

#[test]
fn cover_beyond_any_figure_is_the_largest_one() {
	let view =
		LevelView::from(salus_primitives::Level { available: Total::MAX, daily_use: 1, days: 1 });
	assert_eq!(view.days_of_cover, Some(u64::MAX));
}

#[test]
fn other_pallets_are_told_the_same() {
	run(|| {
		let lot = gloves(100);
		used(30, lot);
		pass(2 * DAY);
		let told = <Registry as salus_primitives::Levels>::level(HOSPITAL, GLOVES);
		assert_eq!((told.available, told.daily_use, told.days), (70, 15_000, 2));
		assert_eq!(LevelView::from(told), Registry::level(HOSPITAL, GLOVES));
		let nothing = <Registry as salus_primitives::Levels>::level(DONOR, GLOVES);
		assert_eq!(nothing, salus_primitives::Level::default());
		assert_eq!(<()>::level(HOSPITAL, GLOVES), nothing);
	});
}

#[test]
fn the_mean_is_the_exact_one_over_any_history() {
	for seed in 1..=12 {
		run(|| {
			let mut random = Random(seed);
			let mut exact = Exact::default();
			let mut today = 0;
			let mut lot = gloves(1_000_000_000_000);
			pass(random.below(DAY));
			for _ in 0..150 {
				// Mostly days in a row, now and then weeks, months or years.
				let gap = match random.below(30) {
					0 => random.below(6_000),
					1..=3 => random.below(400),
					4..=8 => random.below(9),
					_ => 1,
				};
				for day in 0..gap {
					if today > 0 || exact.days > 0 {
						exact.observe(if day == 0 { today } else { 0 });
					}
				}
				if gap > 0 {
					today = 0;
				}
				pass(gap * DAY);
				let mean = Levels::<Test>::get(HOSPITAL, GLOVES).expect("some is available");
				let (mean, days) = mean.mean_before(Timestamp::get() / DAY);
				assert!(exact.is_near(mean), "{mean} is not {}", exact.parts());
				assert_eq!(days, exact.days);
				let (told, _) = use_of_gloves();
				let off = (told * PARTS).abs_diff(exact.parts() * 1_000);
				assert!(
					off <= PARTS / 2 + 32_000,
					"{told} is not the nearest to {}",
					exact.parts()
				);
				for _ in 0..random.below(3) {
					let most = 10u64.pow(random.below(12) as u32);
					let left = holding(lot).available;
					let quantity = (1 + random.below(most)).min(left);
					used(quantity, lot);
					today += Total::from(quantity);
					if quantity == left {
						lot = gloves(1_000_000_000_000);
					}
				}
			}
			assert!(exact.days > 500, "a history of few days shows little: {}", exact.days);
		});
	}
}

#[test]
fn any_number_of_idle_days_leaves_the_exact_part_of_any_mean() {
	for (mean, days) in [(MOST_A_DAY * PARTS, 3), (MOST_A_DAY * PARTS, 40), (12_345 * PARTS, 28)] {
		let used = mean / PARTS;
		let level = LevelEntry { available: 0, day: 7, used, mean, days };
		let mut exact = Exact { mean: U512::from(mean) << 224u32, days };
		for passed in 1..5_000 {
			exact.observe(if passed == 1 { used } else { 0 });
			let (left, over) = level.mean_before(7 + passed);
			assert!(exact.is_near(left), "{left} is not {} after {passed}", exact.parts());
			assert_eq!(over, exact.days);
		}
		assert_eq!(level.mean_before(u64::MAX), (0, u32::MAX));
	}
}

#[test]
fn use_every_other_day_for_years_loses_no_more_than_is_said() {
	for gap in [1, 2, 3, 4, 8] {
		let mut exact = Exact::default();
		let mut level = LevelEntry::default();
		let mut random = Random(gap);
		for turn in 0..2_000 {
			let used = Total::from(random.below(1_000_000));
			let day = turn * gap;
			let (mean, days) = level.mean_before(day);
			assert!(exact.is_near(mean), "{mean} is not {}", exact.parts());
			level = LevelEntry { available: 0, day, used: used + 1, mean, days };
			exact.observe(used + 1);
			(1..gap).for_each(|_| exact.observe(0));
		}
	}
}

#[test]
fn no_use_is_too_large_to_count() {
	run(|| {
		MaxLotQuantity::set(&Quantity::MAX);
		for _ in 0..30 {
			let lot = gloves(Quantity::MAX);
			used(Quantity::MAX, lot);
			pass(DAY);
			assert_eq!(use_of_gloves().0, Total::from(Quantity::MAX) * 1_000);
		}
		// As if that many had been used today.
		let lots = [gloves(Quantity::MAX), gloves(Quantity::MAX)];
		used(1, lots[0]);
		Levels::<Test>::mutate(HOSPITAL, GLOVES, |level| {
			level.as_mut().expect("it is there").used = MOST_A_DAY - 9;
		});
		used(Quantity::MAX, lots[1]);
		let level = Levels::<Test>::get(HOSPITAL, GLOVES).expect("it is there");
		assert_eq!(level.used, MOST_A_DAY);
		for _ in 0..MEMORY * 8 {
			let lot = gloves(1);
			used(1, lot);
			Levels::<Test>::mutate(HOSPITAL, GLOVES, |level| {
				level.as_mut().expect("it is there").used = MOST_A_DAY;
			});
			pass(DAY);
			let (told, _) = use_of_gloves();
			assert!(told <= MOST_A_DAY * 1_000);
		}
		let (told, _) = use_of_gloves();
		assert!(told > MOST_A_DAY * 999, "{told}");
	});
}

#[test]
fn an_entry_is_no_longer_than_it_may_be() {
	let most = LevelEntry {
		available: Total::MAX,
		day: u64::MAX,
		used: MOST_A_DAY,
		mean: MOST_A_DAY * PARTS,
		days: u32::MAX,
	};
	assert!(most.encoded_size() <= LevelEntry::max_encoded_len());
}

#[test]
fn a_clock_that_stands_still_or_goes_back_changes_no_mean() {
	let level = LevelEntry { available: 5, day: 9, used: 4, mean: 3 * PARTS, days: 2 };
	assert_eq!(level.mean_before(9), (3 * PARTS, 2));
	assert_eq!(level.mean_before(0), (3 * PARTS, 2));
}

#[test]
fn levels_of_an_institution_come_in_pages_without_gap_or_repetition() {
	run(|| {
		let mut expected = alloc::collections::BTreeMap::new();
		for number in 0..300 {
			let class = class(&format!("Class {number}"), salus_primitives::BaseUnit::Piece, []);
			let id = crate::NextClassId::<Test>::get();
			accepted(root(), Call::register_class { class });
			lot(plain(id), number + 1);
			expected.insert(id, Total::from(number + 1));
		}
		for size in [1, 7, u32::MAX] {
			let mut seen = alloc::collections::BTreeMap::new();
			let mut after = None;
			loop {
				let page = Registry::levels(HOSPITAL, after, size);
				assert!(page.len() <= 256);
				let Some((last, _)) = page.last() else { break };
				after = Some(*last);
				for (class, level) in page {
					assert_eq!(Registry::level(HOSPITAL, class), level);
					assert_eq!(seen.insert(class, level.available), None, "a class is told once");
				}
			}
			assert_eq!(seen, expected);
		}
		assert!(Registry::levels(HOSPITAL, None, 0).is_empty());
	});
}
