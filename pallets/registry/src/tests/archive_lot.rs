use crate::{
	mock::*, ArchivedLots, Books, Call, CountReason, DestroyFrom, DestroyReason, Destruction,
	Error, Event, LotArchive, LotIdentity, RepackInput, RepackOutput, Repackings,
};
use codec::Encode;
use salus_primitives::{
	mock::MockTrail, Action, Actor, Batch, Custody, HoldKind, LotId, Quantity, Subject, Subjects,
};
use sp_core::H256;

fn digest(lot: LotId) -> H256 {
	Registry::lot_archive(lot).expect("it is in the books").digest()
}

fn archive(lot: LotId) -> Call<Test> {
	Call::archive_lot { lot, digest: digest(lot) }
}

fn consume(lot: LotId, quantity: Quantity) {
	accepted(signed(STOREKEEPER), Call::consume { lot, quantity, event: None });
}

/// A lot of which nothing is left, and to which nothing has happened for long.
fn exhausted() -> LotId {
	let lot = lot(masks(), 10);
	consume(lot, 10);
	pass(ARCHIVE_AFTER);
	lot
}

fn repack(lots: &[LotId]) -> LotId {
	let inputs: Vec<_> = lots.iter().map(|lot| RepackInput { lot: *lot, quantity: 10 }).collect();
	let quantity = 10 * lots.len() as Quantity;
	let outputs = vec![RepackOutput { identity: masks(), quantity, class_change: None }];
	let made = crate::NextLotId::<Test>::get();
	accepted(
		signed(STOREKEEPER),
		Call::repack {
			inputs: inputs.try_into().expect("three at most"),
			outputs: outputs.try_into().expect("three at most"),
			event: None,
		},
	);
	made
}

#[test]
fn a_lot_of_which_nothing_is_left_is_archived_by_anybody() {
	run(|| {
		let lot = exhausted();
		let kept = Registry::lot_archive(lot).expect("it is in the books");
		let records = accepted(signed(STRANGER), archive(lot));
		assert_eq!(records.len(), 1);
		assert_eq!(records[0].actor, Actor::Account(STRANGER));
		assert_eq!(records[0].action, Action::LotArchived);
		assert_eq!(records[0].subject, Subject::Lot(lot));
		last_event(Event::LotArchived { lot, digest: kept.digest() });
		assert_eq!(Books::<Test>::iter_prefix(lot).count(), 0);
		assert_eq!(Registry::lot(lot), None);
		assert_eq!(Registry::lot_archive(lot), None);
		let newest = MockTrail::newest(&Subject::Lot(lot));
		assert_eq!(ArchivedLots::<Test>::get(lot), newest);
		assert_eq!(<Registry as Subjects>::newest_record(&Subject::Lot(lot)), newest);
		// Whoever kept the page proves it by the record.
		let arguments = (lot, H256(sp_io::hashing::blake2_256(&kept.encode())));
		assert_eq!(records[0].digest, H256(sp_io::hashing::blake2_256(&arguments.encode())));
		refused(
			signed(STRANGER),
			Call::archive_lot { lot, digest: kept.digest() },
			Error::<Test>::LotNotFound,
		);
	});
}

#[test]
fn the_digest_is_of_the_lot_its_entry_and_what_it_is_made_of() {
	run(|| {
		let made = repack(&[lot(masks(), 10), lot(masks(), 10)]);
		let LotArchive { lot, entry, made_of } = Registry::lot_archive(made).expect("it is there");
		assert_eq!((lot, made_of.len()), (made, 2));
		let bytes = (lot, entry, made_of).encode();
		assert_eq!(digest(made), H256(sp_io::hashing::blake2_256(&bytes)));
	});
}

#[test]
fn another_digest_is_refused() {
	run(|| {
		let lot = exhausted();
		let other = digest(lot_by(STOREKEEPER, masks(), 10, None));
		for digest in [other, H256::zero()] {
			let call = Call::archive_lot { lot, digest };
			refused(signed(STRANGER), call, Error::<Test>::DigestMismatch);
		}
	});
}

#[test]
fn a_lot_is_not_archived_while_some_is_held_wherever_it_is() {
	run(|| {
		let lot = lent(10);
		pass(ARCHIVE_AFTER);
		refused(signed(STRANGER), archive(lot), Error::<Test>::GoodsLeft);
	});
}

#[test]
fn a_lot_is_not_archived_while_it_or_a_holding_of_it_is_held() {
	run(|| {
		let lot = lot(masks(), 10);
		let own = Custody::own(HOSPITAL);
		hold_whole(lot, own, HoldKind::Legal);
		hold_lot(lot, true);
		let how = Destruction {
			from: DestroyFrom::Available,
			reason: DestroyReason::Recalled,
			document: None,
		};
		let destroy = Call::destroy { lot, owner: HOSPITAL, quantity: 10, how, event: None };
		accepted(signed(STOREKEEPER), destroy);
		pass(ARCHIVE_AFTER);
		refused(signed(STRANGER), archive(lot), Error::<Test>::StillHeld);
		hold_lot(lot, false);
		pass(ARCHIVE_AFTER);
		refused(signed(STRANGER), archive(lot), Error::<Test>::StillHeld);
		free_whole(lot, own);
		hold_lot(lot, true);
		pass(ARCHIVE_AFTER);
		refused(signed(STRANGER), archive(lot), Error::<Test>::StillHeld);
		hold_lot(lot, false);
		pass(ARCHIVE_AFTER);
		accepted(signed(STRANGER), archive(lot));
		assert_eq!(Books::<Test>::iter_prefix(lot).count(), 0);
	});
}

#[test]
fn a_lot_rests_before_it_is_archived() {
	run(|| {
		let lot = lot(masks(), 10);
		pass(ARCHIVE_AFTER);
		consume(lot, 10);
		pass(ARCHIVE_AFTER - 1);
		refused(signed(STRANGER), archive(lot), Error::<Test>::RetentionNotOver);
		pass(1);
		accepted(signed(STRANGER), archive(lot));
	});
}

#[test]
fn a_claim_on_a_lot_keeps_it_in_the_books() {
	run(|| {
		let lot = given(10);
		let count = |counted| Call::count {
			lot,
			owner: DONOR,
			counted,
			reason: CountReason::StockTake,
			event: None,
		};
		accepted(signed(OTHER_STOREKEEPER), count(12));
		let call = Call::consume { lot, quantity: 10, event: None };
		accepted(signed(OTHER_STOREKEEPER), call);
		pass(ARCHIVE_AFTER);
		refused(signed(STRANGER), archive(lot), Error::<Test>::ClaimOpen);
		let dismiss = Call::dismiss_count { lot, custodian: DONOR };
		accepted(signed(STRANGER), dismiss);
		refused(signed(STRANGER), archive(lot), Error::<Test>::RetentionNotOver);
		pass(ARCHIVE_AFTER);
		accepted(signed(STRANGER), archive(lot));
	});
}

#[test]
fn a_lot_is_archived_after_all_that_came_out_of_it() {
	run(|| {
		let (first, second) = (lot(masks(), 10), lot(masks(), 10));
		let made = repack(&[first, second]);
		let batch = Batch::try_from("M-2021").ok();
		let identity = LotIdentity { batch, ..masks() };
		let corrected = LotId(made.0 + 1);
		accepted(
			signed(STOREKEEPER),
			Call::correct_lot { lot: made, identity, class_change: None, event: None },
		);
		consume(corrected, 20);
		pass(ARCHIVE_AFTER);
		for early in [first, second, made] {
			refused(signed(STRANGER), archive(early), Error::<Test>::OffspringLeft);
		}
		let records = accepted(signed(STRANGER), archive(corrected));
		// What it came out of has no record of that, and need not rest anew.
		assert_eq!(records.len(), 1);
		refused(signed(STRANGER), archive(first), Error::<Test>::OffspringLeft);
		assert!(Repackings::<Test>::contains_key(made));
		accepted(signed(STRANGER), archive(made));
		assert!(!Repackings::<Test>::contains_key(made));
		accepted(signed(STRANGER), archive(first));
		accepted(signed(STRANGER), archive(second));
		assert_eq!(Books::<Test>::iter().count(), 0);
	});
}

#[test]
fn what_is_archived_is_neither_counted_nor_corrected_nor_claimed() {
	run(|| {
		let lot = exhausted();
		accepted(signed(STRANGER), archive(lot));
		let (owner, reason) = (HOSPITAL, CountReason::StockTake);
		let count = Call::count { lot, owner, counted: 1, reason, event: None };
		refused(signed(STOREKEEPER), count, Error::<Test>::LotNotFound);
		let correct =
			Call::correct_lot { lot, identity: plain(GLOVES), class_change: None, event: None };
		refused(signed(STOREKEEPER), correct, Error::<Test>::LotNotFound);
		let confirm = Call::confirm_count { lot, custodian: DONOR, quantity: 1 };
		refused(signed(STOREKEEPER), confirm, Error::<Test>::LotNotFound);
		assert_eq!(Registry::holding(lot, HOSPITAL, HOSPITAL), None);
	});
}

#[test]
fn an_origin_that_does_not_sign_archives_nothing() {
	run(|| {
		let lot = exhausted();
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, archive(lot), sp_runtime::DispatchError::BadOrigin);
		}
	});
}
