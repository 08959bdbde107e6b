//! Archiving.

use crate::{
	mock::*, Allocations, Archived, AskedBy, Call, DeclinedNeeds, Distances, Error, Event,
	FailedOffers, FillByGroup, FrozenNeeds, FrozenOffers, GivenBy, Lines, Outcomes, Places, Stage,
	TransferLines,
};
use frame_support::assert_ok;
use salus_primitives::{
	mock::MockTrail, Action, Actor, AllocationId, Subject, Subjects, TransferId,
};

/// An allocation of ten of the donor's to the hospital, which has ended.
fn shared() -> AllocationId {
	asks(HOSPITAL, 10);
	offers(DONOR, 10);
	let id = decided();
	carry_through(id);
	id
}

fn with_digest(allocation: AllocationId) -> Call<Test> {
	let digest = Emergencies::archive_digest(allocation).unwrap_or_default();
	Call::archive_allocation { allocation, digest }
}

/// Nothing is stored of any allocation but what is forgotten later.
fn nothing_is_left() {
	assert_eq!(Allocations::<Test>::iter().count(), 0);
	assert_eq!(AskedBy::<Test>::iter().count() + GivenBy::<Test>::iter().count(), 0);
	assert_eq!(Places::<Test>::iter().count() + Distances::<Test>::iter().count(), 0);
	assert_eq!(Lines::<Test>::iter().count() + FillByGroup::<Test>::iter().count(), 0);
	assert_eq!(Outcomes::<Test>::iter().count() + TransferLines::<Test>::iter().count(), 0);
	assert_eq!(FrozenNeeds::<Test>::iter().count() + FrozenOffers::<Test>::iter().count(), 0);
	assert_eq!(FailedOffers::<Test>::iter().count() + DeclinedNeeds::<Test>::iter().count(), 0);
}

#[test]
fn what_ended_a_year_ago_is_removed_and_its_digest_recorded() {
	run(|| {
		let id = shared();
		let emergency = known(id).emergency;
		assert_ok!(dispatch(DONOR, made(id, 0)));
		turn_to(NOW + ARCHIVE_AFTER - 1);
		refused(by(STRANGER), with_digest(id), Error::<Test>::RetentionNotOver);
		turn_to(NOW + ARCHIVE_AFTER);
		let digest = Emergencies::archive_digest(id).expect("it is stored");
		events();
		let info = Emergencies::archive_allocation(by(STRANGER), id, digest).expect("it may go");
		// A line, a need, and an offer.
		assert_eq!(info.actual_weight, Some(<() as crate::WeightInfo>::archive(3)));
		let told = [
			Event::EntriesArchived { allocation: id, archived: 3, digest },
			Event::AllocationArchived { allocation: id },
		];
		assert_eq!(events(), told);
		nothing_is_left();
		assert_eq!(stored(emergency).allocations, 0);
		let newest = MockTrail::newest(&Subject::Allocation(id));
		assert_eq!(Archived::<Test>::get(id), newest);
		assert_eq!(Emergencies::newest_record(&Subject::Allocation(id)), newest);
		let last = (Actor::Account(STRANGER), Action::AllocationArchived);
		assert_eq!(deeds(id).last(), Some(&last));
		refused(by(STRANGER), with_digest(id), Error::<Test>::AllocationNotFound);
		assert_eq!(Emergencies::archive_digest(id), None);
	});
}

#[test]
fn what_runs_is_kept() {
	run(|| {
		asks(HOSPITAL, 10);
		offers(DONOR, 10);
		let id = decided();
		pass(2 * ARCHIVE_AFTER);
		refused(by(STRANGER), with_digest(id), Error::<Test>::AllocationRunning);
	});
}

#[test]
fn goods_that_are_still_reserved_are_released_first() {
	run(|| {
		let id = shared();
		turn_to(NOW + ARCHIVE_AFTER);
		refused(by(STRANGER), with_digest(id), Error::<Test>::TransferPending);
		assert_ok!(release(made(id, 0)));
		assert_ok!(archive(id));
		nothing_is_left();
	});
}

#[test]
fn whoever_archives_has_read_what_goes() {
	run(|| {
		let id = shared();
		let before = with_digest(id);
		assert_ok!(withdraw(DONOR, TransferId(0)));
		turn_to(NOW + ARCHIVE_AFTER);
		refused(by(STRANGER), before, Error::<Test>::DigestMismatch);
		assert_ok!(archive(id));
	});
}

#[test]
fn an_allocation_goes_64_entries_at_a_time() {
	run(|| {
		asks(HOSPITAL, 100);
		asks(CLINIC, 10);
		offers_of_one(70);
		let id = decided();
		assert_eq!(known(id).lines, 70);
		// Eighteen lines are never carried out.
		for steps in [16, 16, 16, 4] {
			assert_ok!(Emergencies::advance(by(STRANGER), id, steps));
		}
		pass(LONGEST + 1);
		carry_through(id);
		for line in 0..52 {
			let transfer = made(id, line);
			let sender = Circulation::transfer(transfer).expect("a transfer").sender;
			assert_ok!(withdraw(sender, transfer));
		}
		pass(ARCHIVE_AFTER);
		// 70 lines, 2 needs, and 70 offers.
		for (archived, lines_left) in [(64, 0), (128, 0)] {
			assert_ok!(archive(id));
			assert_eq!(known(id).archived, archived);
			assert_eq!(Outcomes::<Test>::iter_prefix(id).count(), lines_left);
			check_all();
		}
		assert_eq!(FrozenNeeds::<Test>::iter().count(), 0);
		assert_eq!(FrozenOffers::<Test>::iter().count(), 142 - 128);
		assert_ok!(archive(id));
		nothing_is_left();
	});
}

#[test]
fn what_decided_about_nothing_goes_at_once() {
	run(|| {
		let id = opened(masks_in_hubei());
		carry_through(id);
		assert_ok!(archive(id));
		nothing_is_left();
	});
	run(|| {
		asks(HOSPITAL, 10);
		offers(DONOR, 10);
		let id = opened(masks_in_hubei());
		advance_until(id, |stage| matches!(stage, Stage::Apportioning));
		pass(LONGEST + 1);
		assert_ok!(advance(id));
		refused(by(STRANGER), with_digest(id), Error::<Test>::AllocationRunning);
		carry_through(id);
		assert_ok!(archive(id));
		nothing_is_left();
	});
}
