use crate::{
	mock::*, Call, Derivation, LotsByOrigin, NextLotId, RepackInput, RepackOutput, Told,
	WhereaboutsPlace,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::assert_ok;
use salus_primitives::{Custody, LotId, LotStock, Purpose, Quantity, Source};

/// The hospital repacks units of some lots into lots of so many masks; answers with the first of these.
fn repacked(inputs: &[(LotId, Quantity)], outputs: &[Quantity]) -> LotId {
	let first = NextLotId::<Test>::get();
	let inputs: Vec<_> =
		inputs.iter().map(|&(lot, quantity)| RepackInput { lot, quantity }).collect();
	let made = |quantity: &Quantity| RepackOutput {
		identity: masks(),
		quantity: *quantity,
		class_change: None,
	};
	let outputs: Vec<_> = outputs.iter().map(made).collect();
	accepted(
		signed(STOREKEEPER),
		Call::repack {
			inputs: inputs.try_into().expect("three at most"),
			outputs: outputs.try_into().expect("three at most"),
			event: None,
		},
	);
	first
}

/// The lots that are told, in the order in which they are, when pages look at `limit`; having checked each
/// lot against what other views say of it, and that its holdings are told once.
pub(super) fn told(lot: LotId, limit: u32) -> Vec<LotId> {
	let mut order = Vec::new();
	let mut holdings = BTreeMap::<LotId, Vec<_>>::new();
	let mut after = None;
	loop {
		let page = Registry::whereabouts(lot, after, limit);
		let looked_at: usize = page.lots.iter().map(|told| told.holdings.len().max(1)).sum();
		assert!(looked_at <= limit.clamp(1, 256) as usize, "a page is no longer than it may be");
		for told in page.lots {
			if order.last() != Some(&told.lot) {
				order.push(told.lot);
			}
			assert_eq!(Some(told.ledger), Registry::ledger(told.lot));
			let view = Registry::lot(told.lot).expect("it is in the books");
			assert_eq!((told.class, told.held), (view.lot.identity.class, view.held));
			holdings.entry(told.lot).or_default().extend(told.holdings);
		}
		after = page.next;
		if after.is_none() {
			break;
		}
	}
	for (lot, told) in holdings {
		let all = Registry::holdings_of_lot(lot, None, 256);
		let all: Vec<_> = all.into_iter().map(|(key, holding)| (key.custody(), holding)).collect();
		assert_eq!(told, all);
	}
	order
}

/// A lot and all that came out of it, by what each lot in the books says that it came out of.
pub(super) fn family(lot: LotId) -> Vec<LotId> {
	let mut family = BTreeSet::new();
	for id in (lot.0..NextLotId::<Test>::get().0).map(LotId) {
		let Some(view) = Registry::lot(id) else { continue };
		let parents = match view.lot.origin {
			Some(origin) if origin.by == Derivation::Corrected => vec![origin.lot],
			_ => Registry::made_of(id).iter().map(|input| input.lot).collect(),
		};
		if id == lot || parents.iter().any(|parent| family.contains(parent)) {
			family.insert(id);
		}
	}
	family.into_iter().collect()
}

#[test]
fn a_donation_is_followed_through_repacking_correction_and_transfers() {
	run(|| {
		let to_donor = (Custody::own(HOSPITAL), Custody::own(DONOR));
		let (first, other) = (lot(masks(), 100), lot(masks(), 50));
		assert_ok!(handed_over(first, to_donor, 30, None));
		let second = repacked(&[(first, 50)], &[30, 20]);
		let third = LotId(second.0 + 1);
		assert_ok!(handed_over(second, to_donor, 10, None));
		// This one came out of the first lot in two ways, and out of another lot.
		let mixed = repacked(&[(third, 10), (second, 5), (other, 5)], &[20]);
		let batch = "M-2021".try_into().ok();
		let identity = crate::LotIdentity { batch, ..masks() };
		let call = Call::correct_lot { lot: mixed, identity, class_change: None, event: None };
		accepted(signed(STOREKEEPER), call);
		let corrected = LotId(mixed.0 + 1);
		accepted(signed(STOREKEEPER), Call::consume { lot: corrected, quantity: 3, event: None });
		assert_ok!(moved(corrected, |stock| {
			stock.reserve(Custody::own(HOSPITAL), Source::Available, 4)?;
			stock.send(Custody::own(HOSPITAL), 4, Purpose::Send)
		}));
		for limit in [0, 1, 2, 3, 4, 5, 256, u32::MAX] {
			let all = vec![first, second, third, mixed, corrected];
			assert_eq!(told(first, limit), all, "{limit}");
			assert_eq!(told(second, limit), [second, mixed, corrected]);
			assert_eq!(told(other, limit), [other, mixed, corrected]);
			assert_eq!(told(corrected, limit), [corrected]);
		}
		for lot in [first, other, second, third, mixed, corrected] {
			assert_eq!(told(lot, 2), family(lot));
		}

		let page = Registry::whereabouts(first, None, 256);
		assert_eq!(page.next, None);
		let told = page.lots.last().expect("there are five");
		assert_eq!(told.ledger.consumed, 3);
		let [(custody, holding)] = told.holdings[..] else { panic!("the hospital has it all") };
		assert_eq!(custody, Custody::own(HOSPITAL));
		assert_eq!((holding.available, holding.in_transit), (13, 4));
		// One that nothing is held of is told for what became of it.
		let told = page.lots.iter().find(|told| told.lot == mixed).expect("it is told");
		assert_eq!((told.holdings.len(), told.ledger.repacked_out), (0, 20));
	});
}

#[test]
fn a_lot_of_many_others_is_followed_page_by_page() {
	run(|| {
		let lot = lot(masks(), 900);
		for _ in 0..100 {
			repacked(&[(lot, 3)], &[1, 1, 1]);
		}
		assert_eq!(LotsByOrigin::<Test>::iter_prefix(lot).count(), 300);
		for limit in [7, 256, u32::MAX] {
			assert_eq!(told(lot, limit), family(lot));
		}
		let page = Registry::whereabouts(lot, None, 256);
		assert_eq!(page.lots.len(), 1, "those that came out of it are noted first");
		assert_eq!(page.next.expect("there are more").lots.len(), 256);
	});
}

#[test]
fn what_is_archived_is_not_told() {
	run(|| {
		let lot = lot(masks(), 10);
		let made = repacked(&[(lot, 10)], &[4, 6]);
		let left = LotId(made.0 + 1);
		accepted(signed(STOREKEEPER), Call::consume { lot: made, quantity: 4, event: None });
		pass(ARCHIVE_AFTER);
		// A page that ends before what is archived then.
		let next = WhereaboutsPlace { lots: vec![made, left], told: Told::Nothing };
		let digest = Registry::lot_archive(made).expect("it is in the books").digest();
		accepted(signed(STRANGER), Call::archive_lot { lot: made, digest });
		assert_eq!(told(lot, 256), [lot, left]);
		let page = Registry::whereabouts(lot, Some(next), 256);
		let lots: Vec<_> = page.lots.iter().map(|told| told.lot).collect();
		assert_eq!(lots, [left]);
		assert_eq!(LotsByOrigin::<Test>::iter_keys().collect::<Vec<_>>(), [(lot, left)]);
	});
}

#[test]
fn nothing_is_told_of_no_lot() {
	run(|| {
		let page = Registry::whereabouts(LotId(9), None, 256);
		assert_eq!((page.lots, page.next), (vec![], None));
	});
}
