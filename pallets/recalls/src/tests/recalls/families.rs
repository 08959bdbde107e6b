//! A recall against a whole genealogy: a batch that was repacked twice and lent once, in five institutions,
//! and on a lorry to a sixth.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::{DestroyFrom, DestroyReason, Destruction, Error as Refused};
use salus_primitives::{
	time::DAY, HoldKind, InstitutionId, LotId, Quantity, ReturnFrom, Terms, TransferId,
};

/// Where the batch is.
///
/// | lot | maker | hospital | clinic | province | city | lorry |
/// |---|---|---|---|---|---|---|
/// | batch: 1,000 made | 400 | 200 | 200 | 100, lent | | |
/// | boxes: 100 of the batch | | 20 | 30 | | | 20, to Shanghai |
/// | strips: 30 of the boxes | | | 20 | | 10 | |
struct Family {
	batch: LotId,
	boxes: LotId,
	strips: LotId,
	loan: TransferId,
	lorry: TransferId,
}

impl Family {
	fn new() -> Self {
		let batch = made(MAKER, MASKS, 1_000);
		delivered(MAKER, HOSPITAL, Terms::Gift, (batch, 300));
		delivered(MAKER, CLINIC, Terms::Gift, (batch, 200));
		let terms = Terms::Loan { due: NOW + 30 * DAY };
		let loan = delivered(MAKER, PROVINCE, terms, (batch, 100));
		let boxes = repacked(HOSPITAL, &[(batch, 100)]);
		delivered(HOSPITAL, CLINIC, Terms::Gift, (boxes, 60));
		let strips = repacked(CLINIC, &[(boxes, 30)]);
		delivered(CLINIC, CITY, Terms::Gift, (strips, 10));
		let lorry = sent(HOSPITAL, SHANGHAI, Terms::Gift, (boxes, 20));
		for (lot, who, quantity) in [
			(batch, MAKER, 400),
			(batch, HOSPITAL, 200),
			(batch, CLINIC, 200),
			(boxes, HOSPITAL, 20),
			(boxes, CLINIC, 30),
			(strips, CLINIC, 20),
			(strips, CITY, 10),
		] {
			assert_eq!(own(lot, who).available, quantity, "{lot:?}, {who:?}");
		}
		assert_eq!(own(boxes, HOSPITAL).in_transit, 20);
		Self { batch, boxes, strips, loan, lorry }
	}

	fn lots(&self) -> [LotId; 3] {
		[self.batch, self.boxes, self.strips]
	}
}

/// Destroys what somebody has of its own of a lot.
fn destroy(who: InstitutionId, lot: LotId, quantity: Quantity, from: DestroyFrom) {
	let how = Destruction { from, reason: DestroyReason::Other, document: None };
	assert_ok!(Registry::destroy(by(agent_of(who)), lot, who, quantity, how, None));
}

#[test]
fn every_holder_of_the_whole_family_is_asked_and_answers() {
	play(|| {
		let family = Family::new();
		let Family { batch, boxes, strips, loan, lorry } = family;
		let unrelated = made(MAKER, MASKS, 10);
		let recall = issued(by(MAKER_AGENT), &[batch]);
		// On the day, the issuer has called, and the batch is held; its offspring is as soon as it is
		// reached.
		assert_eq!(family.lots().map(is_lot_held), [true, false, false]);
		carry_through(recall);
		assert_eq!(lots_of(recall), family.lots());
		assert_eq!(family.lots().map(is_lot_held), [true; 3]);
		assert!(!is_lot_held(unrelated));
		let all_five =
			[(MAKER, true), (HOSPITAL, true), (CLINIC, true), (PROVINCE, true), (CITY, true)];
		assert_eq!(asked(recall), all_five);

		// Nobody uses any of it or passes it on.
		for (lot, who) in [(batch, MAKER), (batch, CLINIC), (boxes, HOSPITAL), (strips, CITY)] {
			let origin = by(agent_of(who));
			assert_noop!(Registry::consume(origin, lot, 1, None), Refused::<Test>::Held);
			assert_noop!(repack(who, &[(lot, 1)]), Refused::<Test>::Held);
			assert!(propose(who, MAKER, Terms::Gift, (lot, 1)).is_err());
		}

		// The lorry arrives, on the next day.
		pass(DAY);
		assert_ok!(receive(SHANGHAI, lorry, 20));
		assert_eq!(holds(at(boxes, SHANGHAI)), [by_chain(HoldKind::Quarantine, 20)]);
		let mut all_six = all_five.to_vec();
		all_six.push((SHANGHAI, true));
		assert_eq!(asked(recall), all_six);
		let duty = Duties::<Test>::get(recall, SHANGHAI).expect("it is asked");
		assert_eq!(duty.asked_at, NOW + DAY);

		// The maker has answered when it gets back what it had lent.
		assert_ok!(answer(MAKER, recall, 400, 400));
		pass(HOUR);
		let terms = Terms::Return { of: loan, from: ReturnFrom::Available };
		delivered(PROVINCE, MAKER, terms, (batch, 100));
		let back = own(batch, MAKER);
		assert_eq!((back.available, back.quarantined), (400, 100));
		assert_eq!(asked(recall), all_six);

		// 500 with the maker, 220, 250, none with who gave everything back, 10 and 20: all of it.
		destroy(HOSPITAL, batch, 200, DestroyFrom::Available);
		for (who, found, done) in [
			(MAKER, 500, 500),
			(HOSPITAL, 220, 200),
			(CLINIC, 250, 0),
			(PROVINCE, 0, 0),
			(CITY, 10, 10),
			(SHANGHAI, 20, 20),
		] {
			assert_ok!(answer(who, recall, found, done));
		}
		let Progress { recall: all, waiting } = Recalls::progress(recall).expect("it is known");
		assert_eq!((all.state, waiting), (RecallState::Standing, 0));
		assert_eq!((all.marked, all.awaited), (3, 0));
		assert_eq!((all.asked, all.answered), (6, 6));
		assert_eq!((all.found, all.done), (1_000, 730));
		// Of the batch 1,000 and as many that turn up; of the others no more than was packed.
		assert_eq!(all.goods, 2_000 + 100 + 30);

		assert_ok!(close(by(MAKER_AGENT), recall));
		carry_through(recall);
		assert_eq!(family.lots().map(is_lot_held), [false; 3]);
		assert_ok!(Registry::consume(by(CITY_AGENT), strips, 10, None));
		// What arrived meanwhile stays with whoever has to sort it.
		assert_noop!(
			Registry::consume(by(SHANGHAI_AGENT), boxes, 1, None),
			Refused::<Test>::InsufficientStock
		);
		destroy(SHANGHAI, boxes, 20, DestroyFrom::Quarantined);
	});
}

#[test]
fn a_recall_of_a_middle_lot_reaches_what_came_out_of_it_alone() {
	play(|| {
		let family = Family::new();
		let recall = spread(governance(), &[family.boxes]);
		assert_eq!(lots_of(recall), [family.boxes, family.strips]);
		assert_eq!(family.lots().map(is_lot_held), [false, true, true]);
		assert_eq!(asked(recall), [(HOSPITAL, true), (CLINIC, true), (CITY, true)]);
		assert_ok!(Registry::consume(by(HOSPITAL_AGENT), family.batch, 1, None));
	});
}
