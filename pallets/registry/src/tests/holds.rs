//! What a hold on a lot, or on the whole of a holding, bars and what it allows, whichever call asks.

use crate::{
	mock::*, Call, CountReason, DestroyFrom, DestroyReason, Destruction, Error, LotIdentity,
	RepackInput, RepackOutput,
};
use frame_support::{assert_noop, assert_ok, traits::UnfilteredDispatchable};
use salus_primitives::{
	Arrival, Custody, HoldChange, HoldKind, Holding, LotId, LotStock, Purpose, Quantity, Source,
};
use sp_core::H256;
use sp_runtime::DispatchResult;

const HOSPITALS: Custody = Custody { custodian: HOSPITAL, owner: HOSPITAL };
const DONORS: Custody = Custody { custodian: DONOR, owner: DONOR };

fn dispatch(call: Call<Test>) -> DispatchResult {
	call.dispatch_bypass_filter(signed(STOREKEEPER)).map(drop).map_err(|failed| failed.error)
}

fn destroy(lot: LotId, from: DestroyFrom) -> Call<Test> {
	let how = Destruction { from, reason: DestroyReason::Recalled, document: None };
	Call::destroy { lot, owner: HOSPITAL, quantity: 1, how, event: None }
}

fn count(lot: LotId, counted: Quantity) -> Call<Test> {
	let reason = CountReason::StockTake;
	Call::count { lot, owner: HOSPITAL, counted, reason, event: None }
}

fn consume(lot: LotId) -> Call<Test> {
	Call::consume { lot, quantity: 1, event: None }
}

fn repack(lots: &[LotId]) -> Call<Test> {
	let inputs: Vec<_> = lots.iter().map(|lot| RepackInput { lot: *lot, quantity: 1 }).collect();
	let quantity = lots.len() as Quantity;
	let outputs = vec![RepackOutput { identity: masks(), quantity, class_change: None }];
	Call::repack {
		inputs: inputs.try_into().expect("three at most"),
		outputs: outputs.try_into().expect("three at most"),
		event: None,
	}
}

fn correct(lot: LotId) -> Call<Test> {
	let identity = LotIdentity { document: Some(H256::zero()), ..masks() };
	Call::correct_lot { lot, identity, class_change: None, event: None }
}

/// The name of a purpose, whether a hold bars it, and a way in which goods leave for it.
type WayOut = (&'static str, bool, Box<dyn Fn() -> DispatchResult>);

/// Every way in which goods of a lot of ten leave *available*.
fn ways_out(lot: LotId) -> Vec<WayOut> {
	let reserve = move |source| moved(lot, |stock| stock.reserve(HOSPITALS, source, 1));
	vec![
		("use", true, Box::new(move || dispatch(consume(lot)))),
		("offer", true, Box::new(move || moved(lot, |stock| stock.offer(HOSPITALS, 1)))),
		("send", true, Box::new(move || reserve(Source::Available))),
		("repack", true, Box::new(move || dispatch(repack(&[lot])))),
		("correct", true, Box::new(move || dispatch(correct(lot)))),
		("return", false, Box::new(move || reserve(Source::AvailableForReturn))),
		(
			"quarantine",
			false,
			Box::new(move || quarantined(lot, HOSPITALS, HoldKind::Quarantine, 1)),
		),
		("destroy", false, Box::new(move || dispatch(destroy(lot, DestroyFrom::Available)))),
		("count", false, Box::new(move || dispatch(count(lot, 9)))),
		(
			"call in",
			false,
			Box::new(move || moved(lot, |stock| stock.call_in(HOSPITALS, 1).map(drop))),
		),
	]
}

/// What holds a lot of the hospital's.
#[derive(Clone, Copy, Debug)]
enum Held {
	Lot,
	Holding,
	Both,
}

impl Held {
	const ALL: [Self; 3] = [Self::Lot, Self::Holding, Self::Both];

	fn hold(self, lot: LotId) {
		if !matches!(self, Self::Holding) {
			hold_lot(lot, true);
		}
		if !matches!(self, Self::Lot) {
			hold_whole(lot, HOSPITALS, HoldKind::Legal);
		}
	}

	fn lift(self, lot: LotId) {
		if !matches!(self, Self::Holding) {
			hold_lot(lot, false);
		}
		if !matches!(self, Self::Lot) {
			free_whole(lot, HOSPITALS);
		}
	}
}

#[test]
fn a_hold_closes_each_way_out_that_it_bars_and_no_other() {
	run(|| {
		for held in Held::ALL {
			for way in 0..ways_out(LotId(0)).len() {
				let lot = lot(masks(), 10);
				held.hold(lot);
				let (name, barred, leave) = ways_out(lot).swap_remove(way);
				if barred {
					assert_noop!(leave(), Error::<Test>::Held);
				} else {
					assert_eq!(leave(), Ok(()), "{name} {held:?}");
				}
			}
		}
	});
}

#[test]
fn a_hold_that_is_lifted_bars_nothing() {
	run(|| {
		for held in Held::ALL {
			for way in 0..ways_out(LotId(0)).len() {
				let lot = lot(masks(), 10);
				held.hold(lot);
				held.lift(lot);
				let (name, _, leave) = ways_out(lot).swap_remove(way);
				assert_eq!(leave(), Ok(()), "{name} {held:?}");
			}
		}
	});
}

#[test]
fn one_hold_of_two_that_is_lifted_leaves_the_other() {
	run(|| {
		let lot = lot(masks(), 10);
		Held::Both.hold(lot);
		Held::Lot.lift(lot);
		refused(signed(STOREKEEPER), consume(lot), Error::<Test>::Held);
		Held::Lot.hold(lot);
		Held::Holding.lift(lot);
		refused(signed(STOREKEEPER), consume(lot), Error::<Test>::Held);
		Held::Lot.lift(lot);
		accepted(signed(STOREKEEPER), consume(lot));
	});
}

#[test]
fn whoever_asks_is_told_what_would_be_refused() {
	run(|| {
		let lot = lot(masks(), 10);
		let ask = |purpose| moved(lot, |stock| LotStock::ensure_free(stock, HOSPITALS, purpose));
		assert_ok!(ask(Purpose::Send));
		for held in Held::ALL {
			held.hold(lot);
			for purpose in [Purpose::Use, Purpose::Offer, Purpose::Send, Purpose::Repack] {
				assert_noop!(ask(purpose), Error::<Test>::Held);
			}
			for purpose in [Purpose::Return, Purpose::Quarantine, Purpose::Destroy, Purpose::Count]
			{
				assert_ok!(ask(purpose));
			}
			held.lift(lot);
		}
		assert_ok!(ask(Purpose::Use));
	});
}

#[test]
fn a_hold_on_a_lot_reaches_it_everywhere_and_one_on_a_holding_reaches_no_other() {
	run(|| {
		let lot = lot_by(OTHER_STOREKEEPER, masks(), 30, None);
		assert_ok!(handed_over(lot, (DONORS, LOAN), 10, None));
		assert_ok!(handed_over(lot, (DONORS, HOSPITALS), 10, None));
		let send = |custody| moved(lot, |stock| stock.reserve(custody, Source::Available, 1));
		hold_whole(lot, HOSPITALS, HoldKind::Damage);
		assert_noop!(send(HOSPITALS), Error::<Test>::Held);
		assert_ok!(send(LOAN));
		assert_ok!(send(DONORS));
		hold_lot(lot, true);
		for custody in [HOSPITALS, LOAN, DONORS] {
			assert_noop!(send(custody), Error::<Test>::Held);
		}
		hold_lot(lot, false);
		assert_ok!(send(LOAN));
	});
}

#[test]
fn what_is_held_of_one_lot_says_nothing_of_another() {
	run(|| {
		let (one, another) = (lot(masks(), 10), lot(masks(), 10));
		hold_lot(one, true);
		refused(signed(STOREKEEPER), consume(one), Error::<Test>::Held);
		accepted(signed(STOREKEEPER), consume(another));
		// One held input holds up a repacking of several.
		refused(signed(STOREKEEPER), repack(&[another, one]), Error::<Test>::Held);
		accepted(signed(STOREKEEPER), repack(&[another]));
	});
}

#[test]
fn units_under_a_hold_of_their_own_are_out_of_reach_and_the_others_are_not() {
	run(|| {
		let lot = lot(masks(), 10);
		assert_ok!(quarantined(lot, HOSPITALS, HoldKind::Damage, 4));
		let consume = |quantity| Call::consume { lot, quantity, event: None };
		refused(signed(STOREKEEPER), consume(7), Error::<Test>::InsufficientStock);
		for source in [Source::Available, Source::AvailableForReturn] {
			let more = moved(lot, |stock| stock.reserve(HOSPITALS, source, 7));
			assert_noop!(more, Error::<Test>::InsufficientStock);
		}
		accepted(signed(STOREKEEPER), consume(6));
		assert_eq!((holding(lot).available, holding(lot).quarantined), (0, 4));
		// They go back to where they came from, or are destroyed.
		accepted(signed(STOREKEEPER), destroy(lot, DestroyFrom::Quarantined));
		let back = |stock: &mut crate::LotBook<Test>| {
			stock.reserve(HOSPITALS, Source::QuarantinedForReturn, 3)
		};
		assert_ok!(moved(lot, back));
		assert_eq!((holding(lot).reserved, holding(lot).quarantined), (3, 0));
	});
}

#[test]
fn what_was_set_aside_before_a_hold_is_not_sent_and_is_taken_back() {
	run(|| {
		for held in Held::ALL {
			let lot = lot(masks(), 100);
			assert_ok!(moved(lot, |stock| stock.reserve(HOSPITALS, Source::Available, 20)));
			held.hold(lot);
			let send = |purpose| moved(lot, |stock| stock.send(HOSPITALS, 5, purpose));
			assert_noop!(send(Purpose::Send), Error::<Test>::Held);
			// Back to where it came from it goes.
			assert_ok!(send(Purpose::Return));
			assert_ok!(moved(lot, |stock| stock.unreserve(HOSPITALS, Source::Available, 10)));
			assert_eq!((holding(lot).available, holding(lot).reserved), (90, 5));
			held.lift(lot);
			assert_ok!(send(Purpose::Send));
			assert_eq!(holding(lot).in_transit, 10);
		}
	});
}

#[test]
fn what_was_offered_before_a_hold_is_not_taken_and_is_withdrawn() {
	run(|| {
		for held in Held::ALL {
			let lot = lot(masks(), 100);
			assert_ok!(moved(lot, |stock| stock.offer(HOSPITALS, 20)));
			held.hold(lot);
			let take = || moved(lot, |stock| stock.reserve(HOSPITALS, Source::Offered, 10));
			assert_noop!(take(), Error::<Test>::Held);
			assert_ok!(moved(lot, |stock| stock.withdraw_offer(HOSPITALS, 10)));
			assert_eq!((holding(lot).available, holding(lot).offered), (90, 10));
			held.lift(lot);
			assert_ok!(take());
		}
	});
}

#[test]
fn what_is_disputed_or_kept_elsewhere_moves_in_spite_of_a_hold() {
	run(|| {
		let lot = lot(masks(), 100);
		assert_ok!(moved(lot, |stock| {
			stock.reserve(HOSPITALS, Source::Available, 20)?;
			stock.send(HOSPITALS, 20, Purpose::Send)
		}));
		Held::Both.hold(lot);
		assert_ok!(moved(lot, |stock| {
			stock.dispute(HOSPITALS, 10)?;
			stock.recover(HOSPITALS, 4)?;
			stock.write_off(HOSPITALS, 1, salus_primitives::WriteOff::Lost)
		}));
		accepted(signed(STOREKEEPER), Call::relocate { lot, owner: HOSPITAL, site: None });
		let held = holding(lot);
		assert_eq!((held.in_transit, held.disputed, held.quarantined), (10, 5, 4));
		assert!(held.held);
	});
}

#[test]
fn units_are_set_aside_and_made_available_again_under_a_hold_on_the_whole() {
	run(|| {
		let lot = lot(masks(), 10);
		Held::Both.hold(lot);
		assert_ok!(quarantined(lot, HOSPITALS, HoldKind::Damage, 4));
		assert_ok!(released(lot, HOSPITALS, 3));
		assert_eq!((holding(lot).available, holding(lot).quarantined), (9, 1));
		refused(signed(STOREKEEPER), consume(lot), Error::<Test>::Held);
	});
}

/// A lot of the hospital's, ten of it on their way to the donor and ten in dispute.
fn under_way() -> LotId {
	let lot = lot(masks(), 50);
	let sent = moved(lot, |stock| {
		stock.reserve(HOSPITALS, Source::Available, 20)?;
		stock.send(HOSPITALS, 20, Purpose::Send)?;
		stock.dispute(HOSPITALS, 10)
	});
	assert_ok!(sent);
	lot
}

/// What the donor gets of both; available units, and quarantined ones.
fn arrived(lot: LotId) -> (Quantity, Quantity) {
	assert_ok!(moved(lot, |stock| {
		stock.deliver(HOSPITALS, DONORS, 10, Arrival::Usable, None)?;
		stock.deliver_disputed(HOSPITALS, DONORS, 5, Arrival::Usable, None)
	}));
	let got = held(lot, DONORS);
	(got.available, got.quarantined)
}

#[test]
fn goods_under_way_arrive_quarantined_while_their_lot_or_their_giver_is_held() {
	run(|| {
		assert_eq!(arrived(under_way()), (15, 0));
		for held in Held::ALL {
			let lot = under_way();
			held.hold(lot);
			assert_eq!(arrived(lot), (0, 15), "{held:?}");
			let kinds = [(HoldKind::Quarantine, 10), (HoldKind::Quarantine, 5)];
			assert_eq!(MockHolds::on_units(DONORS.of(lot)), kinds);
			// The hold on the giver's goods is not on the receiver's.
			assert!(!held_of(lot, DONORS));
			let lot = under_way();
			held.hold(lot);
			held.lift(lot);
			assert_eq!(arrived(lot), (15, 0), "{held:?}");
		}
	});
}

/// Whether the whole of a holding is held.
fn held_of(lot: LotId, custody: Custody) -> bool {
	held(lot, custody).held
}

#[test]
fn a_hold_on_the_receiver_reaches_what_arrives_without_quarantine() {
	run(|| {
		let lot = under_way();
		assert_ok!(handed_over(lot, (HOSPITALS, DONORS), 1, None));
		hold_whole(lot, DONORS, HoldKind::Damage);
		assert_eq!(arrived(lot), (16, 0));
		let send = moved(lot, |stock| stock.reserve(DONORS, Source::Available, 1));
		assert_noop!(send, Error::<Test>::Held);
	});
}

#[test]
fn goods_that_come_back_to_where_they_are_held_arrive_in_quarantine() {
	run(|| {
		let lot = under_way();
		hold_lot(lot, true);
		assert_ok!(moved(lot, |stock| {
			stock.deliver(HOSPITALS, HOSPITALS, 4, Arrival::Usable, None)
		}));
		let back = holding(lot);
		assert_eq!((back.available, back.quarantined, back.in_transit), (30, 4, 6));
	});
}

#[test]
fn every_change_of_what_is_left_of_a_held_lot_is_told() {
	run(|| {
		let lot = under_way();
		MockHolds::told();
		// Nothing is told of a lot that is not held.
		accepted(signed(STOREKEEPER), destroy(lot, DestroyFrom::Available));
		assert!(MockHolds::told().is_empty());
		hold_lot(lot, true);
		accepted(signed(STOREKEEPER), destroy(lot, DestroyFrom::Available));
		let moved_by = |before, after| HoldChange::Moved { before, after };
		assert_eq!(MockHolds::told(), [(HOSPITALS.of(lot), false, vec![moved_by(49, 48)])]);
		assert_ok!(moved(lot, |stock| stock.deliver(HOSPITALS, DONORS, 8, Arrival::Usable, None)));
		let entered = HoldChange::Entered { kind: HoldKind::Quarantine, units: 8 };
		assert_eq!(
			MockHolds::told(),
			[
				(HOSPITALS.of(lot), false, vec![moved_by(48, 40)]),
				(DONORS.of(lot), false, vec![entered, moved_by(0, 8)]),
			]
		);
		// What moves between buckets leaves as much.
		assert_ok!(moved(lot, |stock| stock.dispute(HOSPITALS, 2)));
		assert!(MockHolds::told().is_empty());
	});
}

#[test]
fn a_breach_holds_the_whole_from_the_end_of_the_step_on() {
	run(|| {
		let lot = lot(masks(), 100);
		assert_ok!(moved(lot, |stock| stock.reserve(HOSPITALS, Source::Available, 20)));
		MockHolds::told();
		assert_ok!(moved(lot, |stock| {
			stock.send(HOSPITALS, 10, Purpose::Send)?;
			stock.breach(HOSPITALS)?;
			stock.send(HOSPITALS, 5, Purpose::Send)?;
			stock.breach(HOSPITALS)
		}));
		let breached = |was| (HOSPITALS.of(lot), was, vec![HoldChange::Breached]);
		assert_eq!(MockHolds::told(), [breached(false)]);
		assert!(holding(lot).held);
		assert_eq!(holding(lot).in_transit, 15);
		let more = moved(lot, |stock| stock.send(HOSPITALS, 5, Purpose::Send));
		assert_noop!(more, Error::<Test>::Held);
		refused(signed(STOREKEEPER), consume(lot), Error::<Test>::Held);
		assert_ok!(moved(lot, |stock| stock.breach(HOSPITALS)));
		assert_eq!(MockHolds::told(), [breached(true)]);
		let nothing = moved(lot, |stock| stock.breach(DONORS));
		assert_noop!(nothing, Error::<Test>::HoldingNotFound);
	});
}

#[test]
fn only_a_holding_that_is_there_is_held_or_freed() {
	run(|| {
		let lot = lot(masks(), 10);
		for held in [true, false] {
			let set = moved(lot, |stock| stock.set_holding_held(DONORS, held));
			assert_noop!(set, Error::<Test>::HoldingNotFound);
		}
		assert!(!Registry::lot(lot).expect("it is there").held);
		hold_lot(lot, true);
		assert!(Registry::lot(lot).expect("it is there").held);
	});
}

#[test]
fn what_whoever_keeps_holds_refuses_changes_nothing() {
	run(|| {
		let lot = under_way();
		hold_lot(lot, true);
		MockHolds::refuse();
		refused(signed(STOREKEEPER), destroy(lot, DestroyFrom::Available), MockHolds::TOO_MANY);
		let recover = || {
			frame_support::storage::with_storage_layer(|| {
				moved(lot, |stock| stock.recover(HOSPITALS, 1))
			})
		};
		assert_noop!(recover(), MockHolds::TOO_MANY);
	});
}

#[test]
fn a_holding_that_is_held_stays_on_its_shelf_when_nothing_is_left_of_it() {
	run(|| {
		let lot = lot(masks(), 10);
		hold_whole(lot, HOSPITALS, HoldKind::Legal);
		assert_ok!(moved(lot, |stock| {
			stock.reserve(HOSPITALS, Source::AvailableForReturn, 10)?;
			stock.send(HOSPITALS, 10, Purpose::Return)?;
			stock.deliver(HOSPITALS, DONORS, 10, Arrival::Usable, None)
		}));
		let empty = Holding { site: Some(WAREHOUSE), held: true, ..Default::default() };
		assert_eq!(Registry::holding(lot, HOSPITAL, HOSPITAL), Some(empty));
		assert!(shelved(HOSPITAL, lot, HOSPITAL));
		assert_eq!(Registry::level(HOSPITAL, MASKS).available, 0);
		// It is no holding to take from or to keep elsewhere, but one to come back to.
		let relocate = Call::relocate { lot, owner: HOSPITAL, site: Some(WARD) };
		refused(signed(STOREKEEPER), relocate, Error::<Test>::HoldingNotFound);
		refused(signed(STOREKEEPER), consume(lot), Error::<Test>::HoldingNotFound);
		assert_ok!(released(lot, DONORS, 10));
		assert_ok!(handed_over(lot, (DONORS, HOSPITALS), 3, Some(WARD)));
		let back = Holding { available: 3, site: Some(WARD), held: true, ..Default::default() };
		assert_eq!(holding(lot), back);
		refused(signed(STOREKEEPER), consume(lot), Error::<Test>::Held);
	});
}
