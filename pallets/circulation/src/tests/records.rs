use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{mock::MockRecord, Action, InstitutionId, Subject, TransferId};

/// Everything that the steps of one call recorded in common, and the subjects in order.
fn record_of<R, E: core::fmt::Debug>(
	step: impl FnOnce() -> Result<R, E>,
) -> (Action, Option<InstitutionId>, Vec<Subject>) {
	let records = recorded(|| {
		step().expect("a sound step");
	});
	let first = records.first().expect("a record").clone();
	for record in &records {
		let (subject, previous) = (first.subject.clone(), first.previous);
		let same = MockRecord { subject, previous, ..record.clone() };
		assert_eq!(same, first, "one step, one statement");
	}
	let subjects = records.into_iter().map(|record| record.subject).collect();
	(first.action, first.institution, subjects)
}

fn transfer(id: u64) -> Subject {
	Subject::Transfer(TransferId(id))
}

#[test]
fn each_step_leaves_one_record_for_each_thing_it_touched() {
	play(|| {
		let id = TransferId(0);
		let lots = [Subject::Lot(MASKS), Subject::Lot(SUITS)];
		let all = Vec::from([transfer(0), lots[0].clone(), lots[1].clone()]);
		let legs = [leg(MASKS, 10), leg(SUITS, 5), leg(MASKS, 1)];
		assert_eq!(
			record_of(|| Circulation::propose(by(DONOR_SENDS), gift(&legs))),
			(Action::TransferProposed, Some(DONOR), all.clone())
		);
		assert_eq!(
			record_of(|| Circulation::accept(by(HOSPITAL_RECEIVES), id)),
			(Action::TransferAccepted, Some(HOSPITAL), Vec::from([transfer(0)]))
		);
		assert_eq!(
			record_of(|| dispatch(DONOR_SENDS, id)),
			(Action::TransferDispatched, Some(DONOR), all)
		);
		let receipt = [found(0, 0, 0), found(2, 3, 0), found(0, 0, 0)];
		assert_eq!(
			record_of(|| receive(HOSPITAL_RECEIVES, id, &receipt)),
			(
				Action::TransferReceived,
				Some(HOSPITAL),
				Vec::from([transfer(0), Subject::Lot(SUITS)])
			)
		);
		let resolve = || {
			let outcome = Outcome::Rejected(RejectedGoods::Returned);
			let root = RuntimeOrigin::root();
			Circulation::resolve(root, id, 1, outcome, 3, None, None)
		};
		assert_eq!(
			record_of(resolve),
			(Action::DisputeResolved, None, Vec::from([transfer(0), Subject::Lot(SUITS)]))
		);
		turn_to(RECEIVE_BY + 1);
		assert_eq!(
			record_of(|| Circulation::release(by(NOBODY), id)),
			(Action::TransferDisputed, None, Vec::from([transfer(0), Subject::Lot(MASKS)]))
		);
	});
}

#[test]
fn the_ends_before_dispatch_are_recorded() {
	play(|| {
		let touched = |id| Vec::from([transfer(id), Subject::Lot(MASKS)]);
		let rejected = proposed(&[leg(MASKS, 1)]);
		let withdrawn = proposed(&[leg(MASKS, 1)]);
		let expired = proposed(&[leg(MASKS, 1)]);
		assert_eq!(
			record_of(|| Circulation::reject(by(HOSPITAL_RECEIVES), rejected)),
			(Action::TransferRejected, Some(HOSPITAL), touched(0))
		);
		assert_eq!(
			record_of(|| Circulation::withdraw(by(DONOR_SENDS), withdrawn)),
			(Action::TransferWithdrawn, Some(DONOR), touched(1))
		);
		turn_to(DISPATCH_BY + 1);
		assert_eq!(
			record_of(|| Circulation::release(by(CLINIC_SENDS_AND_RECEIVES), expired)),
			(Action::TransferExpired, Some(CLINIC), touched(2))
		);
	});
}

#[test]
fn a_return_touches_the_transfer_that_it_undoes() {
	play(|| {
		let of = delivered(&[leg(MASKS, 10)]);
		let all = || Vec::from([transfer(1), Subject::Lot(MASKS), transfer(0)]);
		let back = giving_back(of, &[leg(MASKS, 5)]);
		let id = TransferId(1);
		assert_eq!(
			record_of(|| Circulation::propose(by(HOSPITAL_SENDS), back)),
			(Action::TransferProposed, Some(HOSPITAL), all())
		);
		assert_ok!(Circulation::accept(by(DONOR_RECEIVES), id));
		let (_, _, subjects) = record_of(|| dispatch(HOSPITAL_SENDS, id));
		assert_eq!(subjects, [transfer(1), Subject::Lot(MASKS)]);
		assert_ok!(receive(DONOR_RECEIVES, id, &[found(0, 0, 5)]));
		let gone = Outcome::Missing(MissingGoods::WrittenOff { reason: Discrepancy::Lost });
		let (_, _, subjects) = record_of(|| resolve(by(HOSPITAL_SENDS), id, gone, 1));
		assert_eq!(subjects, [transfer(1), Subject::Lot(MASKS)]);
		let here = Outcome::Missing(MissingGoods::Found);
		let (_, _, subjects) = record_of(|| resolve(by(HOSPITAL_SENDS), id, here, 1));
		assert_eq!(subjects, all());
	});
}

#[test]
fn a_proposal_to_a_receiver_that_approved_its_sender_is_told_apart() {
	play(|| {
		assert_ok!(Circulation::approve_sender(by(HOSPITAL_RECEIVES), DONOR, Capacity::Receiver));
		assert_eq!(
			record_of(|| Circulation::propose(by(DONOR_SENDS), gift(&[leg(MASKS, 1)]))),
			(Action::TransferAgreed, Some(DONOR), Vec::from([transfer(0), Subject::Lot(MASKS)]))
		);
		assert_ok!(Circulation::revoke_sender(by(HOSPITAL_RECEIVES), DONOR, Capacity::Receiver));
		let (action, ..) =
			record_of(|| Circulation::propose(by(DONOR_SENDS), gift(&[leg(MASKS, 1)])));
		assert_eq!(action, Action::TransferProposed);
	});
}

#[test]
fn approvals_are_recorded_with_the_institution_that_gives_them() {
	play(|| {
		let touched = || Vec::from([Subject::Institution(HOSPITAL)]);
		assert_eq!(
			record_of(|| Circulation::approve_sender(
				by(HOSPITAL_RECEIVES),
				DONOR,
				Capacity::Receiver
			)),
			(Action::SenderApproved, Some(HOSPITAL), touched())
		);
		assert_eq!(
			record_of(|| Circulation::revoke_sender(
				by(HOSPITAL_RECEIVES),
				DONOR,
				Capacity::Receiver
			)),
			(Action::SenderApprovalRevoked, Some(HOSPITAL), touched())
		);
	});
}
