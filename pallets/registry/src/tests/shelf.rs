//! The order in which an institution's goods of a class expire.

use crate::{mock::*, LotIdentity, ShelfKey};
use codec::Encode;
use salus_primitives::{
	chance::Random, Arrival, CalendarDate, Custody, Expiry, HoldKind, InstitutionId, LotId,
	LotStock, Purpose, Shelf, ShelfPlace, Source,
};

fn gloves(expiry: Option<Expiry>) -> LotIdentity {
	LotIdentity { expiry, ..plain(GLOVES) }
}

fn until(year: u16, month: u8, day: u8) -> Option<Expiry> {
	Some(Expiry::Day(CalendarDate { year, month, day }))
}

fn place(identity: &LotIdentity, lot: LotId) -> ShelfPlace {
	ShelfPlace { expires_at: identity.expires_at(), lot, owner: HOSPITAL }
}

fn behind(after: Option<ShelfPlace>, most: u32) -> Vec<ShelfPlace> {
	<Registry as Shelf>::behind(HOSPITAL, GLOVES, after, most)
}

#[test]
fn what_expires_first_stands_in_front_and_what_never_does_last() {
	run(|| {
		let mut random = Random(5);
		let mut expected = Vec::new();
		for _ in 0..300 {
			let (year, month) = (2_020 + random.below(60) as u16, 1 + random.below(12) as u8);
			let expiry = match random.below(8) {
				0 => None,
				1..=3 => Some(Expiry::Month { year, month }),
				_ => until(year, month, 1 + random.below(28) as u8),
			};
			let identity = gloves(expiry);
			let lot = lot(identity.clone(), 1);
			expected.push(place(&identity, lot));
			// Neither another class nor another custodian stands in between.
			if random.one_in(9) {
				lot_by(STOREKEEPER, LotIdentity { expiry, ..plain(BEDS) }, 1, None);
				lot_by(OTHER_STOREKEEPER, identity, 1, None);
			}
		}
		expected.sort_by_key(|place| (place.expires_at.unwrap_or(u64::MAX), place.lot));
		assert_eq!(behind(None, u32::MAX), expected);
		for size in [1, 7, 300] {
			let (mut seen, mut after) = (Vec::<ShelfPlace>::new(), None);
			loop {
				let page = behind(after, size);
				seen.extend(&page);
				after = page.last().copied();
				if page.len() < size as usize {
					break;
				}
			}
			assert_eq!(seen, expected);
		}
		assert!(behind(None, 0).is_empty());
	});
}

#[test]
fn goods_that_left_the_shelf_are_still_a_place_to_go_on_from() {
	run(|| {
		let identities =
			[gloves(until(2021, 1, 1)), gloves(until(2021, 2, 1)), gloves(until(2021, 3, 1))];
		let lots = identities.clone().map(|identity| lot(identity, 1));
		let second = place(&identities[1], lots[1]);
		let call = crate::Call::consume { lot: lots[1], quantity: 1, event: None };
		accepted(signed(STOREKEEPER), call);
		assert_eq!(behind(Some(second), 9), [place(&identities[2], lots[2])]);
		assert_eq!(behind(None, 1), [place(&identities[0], lots[0])]);
	});
}

#[test]
fn expired_goods_are_passed_over_by_who_begins_behind_them() {
	run(|| {
		let identities = [gloves(until(2020, 3, 1)), gloves(until(2020, 3, 2)), gloves(None)];
		let lots = identities.clone().map(|identity| lot(identity, 1));
		let places = [0, 1, 2].map(|at| place(&identities[at], lots[at]));
		let usable = |now| behind(Some(ShelfPlace::last_expired(now)), 9);
		let end = date(2020, 3, 2).starts();
		assert_eq!(usable(end - 1), places);
		assert_eq!(usable(end), places[1..]);
		assert_eq!(behind(None, 9), places);
		// Later than all dates: what never expires is left.
		assert_eq!(usable(u64::MAX - 1), places[2..]);
	});
}

#[test]
fn borrowed_goods_stand_among_the_own_ones_and_name_their_owner() {
	run(|| {
		let lot = lot_by(OTHER_STOREKEEPER, gloves(None), 9, None);
		let (own, loan) = (Custody::own(DONOR), Custody { custodian: HOSPITAL, owner: DONOR });
		handed_over(lot, (own, loan), 4, None).expect("the donor has it");
		handed_over(lot, (own, Custody::own(HOSPITAL)), 3, None).expect("the donor has it");
		let place = |owner| ShelfPlace { expires_at: None, lot, owner };
		assert_eq!(behind(None, 9), [place(HOSPITAL), place(DONOR)]);
		let donors = <Registry as Shelf>::behind(DONOR, GLOVES, None, 9);
		assert_eq!(donors, [place(DONOR)]);
	});
}

#[test]
fn a_holding_stands_on_its_shelf_from_its_first_unit_to_its_last() {
	run(|| {
		let lot = lot(gloves(None), 5);
		let there = place(&gloves(None), lot);
		let from = Custody::own(HOSPITAL);
		moved(lot, |stock| {
			stock.reserve(from, Source::Available, 5)?;
			stock.send(from, 5, Purpose::Send)
		})
		.expect("there is enough");
		assert_eq!(behind(None, 9), [there]);
		let arrival = Arrival::Quarantined(HoldKind::Damage);
		moved(lot, |stock| stock.deliver(from, Custody::own(DONOR), 5, arrival, None))
			.expect("they are on their way");
		assert!(behind(None, 9).is_empty());
		assert!(shelved(DONOR, lot, DONOR));
	});
}

#[test]
fn keys_ascend_as_places_do() {
	let mut random = Random(3);
	let mut places: Vec<_> = (0..500)
		.map(|_| ShelfPlace {
			expires_at: random.maybe(random_moment(random.0)),
			lot: LotId(random.below(3) << random.below(62)),
			owner: InstitutionId((random.below(3) << random.below(30)) as u32),
		})
		.collect();
	places.sort_by_key(|place| (place.expires_at.unwrap_or(u64::MAX), place.lot, place.owner));
	let keys: Vec<_> = places.iter().map(|place| ShelfKey::from(*place).encode()).collect();
	assert!(keys.is_sorted());
	assert!(keys.iter().all(|key| key.len() == 20));
	for place in places {
		assert_eq!(ShelfPlace::from(ShelfKey::from(place)), place);
	}
}

/// Moments that are far apart and close together.
fn random_moment(seed: u64) -> u64 {
	let mut random = Random(seed);
	random.below(4) << random.below(60)
}

#[test]
fn nobody_has_a_shelf_in_a_mock() {
	assert!(<() as Shelf>::behind(HOSPITAL, GLOVES, None, 9).is_empty());
}
