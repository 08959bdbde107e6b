use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	mock::MockTrail, Action, Actor, Dealing, InstitutionId, Subject, TransferId,
};
use sp_runtime::DispatchError;

const TRANSFER: TransferId = TransferId(7);

fn rating(transfer: TransferId, institution: InstitutionId, rating: Rating) -> Call<Test> {
	Call::rate { transfer, institution, rating }
}

fn rated(who: u64, transfer: TransferId, institution: InstitutionId, rating: Rating) {
	assert_ok!(Protection::rate(signed(who), transfer, institution, rating));
}

/// A transfer from one hospital to the next is over.
fn dealt(transfer: TransferId) {
	let dealing = Dealing { sender: hospital(1), receiver: hospital(2), ended: true };
	MockDealings::set(transfer, dealing);
}

#[test]
fn a_rating_counts_with_the_institution_and_tells_nobody_who_gave_it() {
	run(|| {
		let who = pseudonym(Purpose::Rate);
		dealt(TRANSFER);
		for (institution, given, reputation) in [
			(hospital(1), Rating::Good, [0, 0, 0, 1, 0]),
			(hospital(2), Rating::Bad, [1, 0, 0, 0, 0]),
		] {
			let record = accepted(
				signed(who),
				rating(TRANSFER, institution, given),
				Subject::Institution(institution),
				Action::RatingGiven,
			);
			assert_eq!((record.actor, record.institution), (Actor::Pseudonym(who), None));
			assert_eq!(Protection::reputation(institution), reputation);
			assert_eq!(Ratings::<Test>::get((who, TRANSFER, institution)), Some(given));
			let event = Event::RatingGiven { transfer: TRANSFER, institution, rating: given };
			last_event(event);
		}
		assert_eq!(Ratings::<Test>::iter().count(), 2);
		assert_eq!(Protection::pseudonym(who).map(|pseudonym| pseudonym.used), Some(2));
	});
}

#[test]
fn each_rating_has_its_place_from_the_worst_to_the_best() {
	run(|| {
		built(4);
		let context = declare(Terms { uses: 5, ..terms(Purpose::Rate) });
		bound(0, context, FRESH);
		let all = [Rating::Bad, Rating::Poor, Rating::Fair, Rating::Good, Rating::Excellent];
		for (number, given) in (0..).zip(all) {
			dealt(TransferId(number));
			rated(FRESH, TransferId(number), hospital(1), given);
			let place = number as usize;
			let counts = Protection::reputation(hospital(1));
			assert!(counts[..=place].iter().all(|count| *count == 1), "{given:?}");
			assert!(counts[place + 1..].iter().all(|count| *count == 0), "{given:?}");
		}
		assert_eq!(Protection::reputation(hospital(2)), Reputation::default());
	});
}

#[test]
fn pseudonyms_of_contexts_for_ratings_rate_and_nobody_else() {
	run(|| {
		dealt(TRANSFER);
		let call = || rating(TRANSFER, hospital(1), Rating::Fair);
		refused(signed(admin(2)), call(), Error::<Test>::NotPseudonym);
		refused(root(), call(), DispatchError::BadOrigin);
		let who = pseudonym(Purpose::Appeal);
		refused(signed(who), call(), Error::<Test>::WrongPurpose);
		let context = declare(Terms { uses: 1, ..terms(Purpose::Rate) });
		bound(0, context, FRESH + 1);
		bound(1, context, FRESH + 2);
		rated(FRESH + 1, TRANSFER, hospital(1), Rating::Fair);
		refused(
			signed(FRESH + 1),
			rating(TRANSFER, hospital(2), Rating::Fair),
			Error::<Test>::UsedUp,
		);
		assert_ok!(Protection::close_context(root(), context));
		refused(signed(FRESH + 2), call(), Error::<Test>::ContextOver);
	});
}

#[test]
fn those_who_dealt_are_rated_once_it_is_over() {
	run(|| {
		let who = pseudonym(Purpose::Rate);
		let call = |institution| rating(TRANSFER, institution, Rating::Fair);
		refused(signed(who), call(hospital(1)), Error::<Test>::TransferNotFound);
		let dealing = Dealing { sender: hospital(1), receiver: hospital(2), ended: false };
		MockDealings::set(TRANSFER, dealing);
		for institution in [hospital(3), NOBODY] {
			refused(signed(who), call(institution), Error::<Test>::NotParty);
		}
		for institution in [hospital(1), hospital(2)] {
			refused(signed(who), call(institution), Error::<Test>::TransferNotOver);
		}
		dealt(TRANSFER);
		rated(who, TRANSFER, hospital(1), Rating::Fair);
	});
}

#[test]
fn a_pseudonym_rates_an_institution_once_after_each_transfer() {
	run(|| {
		built(4);
		let context = declare(Terms { uses: 9, ..terms(Purpose::Rate) });
		bound(0, context, FRESH);
		bound(1, context, FRESH + 1);
		dealt(TRANSFER);
		dealt(TransferId(8));
		rated(FRESH, TRANSFER, hospital(1), Rating::Fair);
		for again in [Rating::Fair, Rating::Excellent] {
			refused(signed(FRESH), rating(TRANSFER, hospital(1), again), Error::<Test>::Rated);
		}
		rated(FRESH, TRANSFER, hospital(2), Rating::Fair);
		rated(FRESH, TransferId(8), hospital(1), Rating::Fair);
		rated(FRESH + 1, TRANSFER, hospital(1), Rating::Fair);
		assert_eq!(Protection::reputation(hospital(1)), [0, 0, 3, 0, 0]);
		assert_eq!(Protection::reputation(hospital(2)), [0, 0, 1, 0, 0]);
	});
}

#[test]
fn a_count_that_is_full_stays_so() {
	run(|| {
		let who = pseudonym(Purpose::Rate);
		dealt(TRANSFER);
		let counts = [0, 0, 0, 0, u32::MAX];
		Reputations::<Test>::insert(hospital(1), counts);
		rated(who, TRANSFER, hospital(1), Rating::Excellent);
		assert_eq!(Protection::reputation(hospital(1)), counts);
	});
}

#[test]
fn a_reputation_outlasts_those_who_made_it() {
	run(|| {
		built(4);
		let context = declare(terms(Purpose::Rate));
		bound(0, context, FRESH);
		dealt(TRANSFER);
		rated(FRESH, TRANSFER, hospital(1), Rating::Good);
		assert_ok!(Protection::close_context(root(), context));
		prune();
		assert_ok!(Protection::forget(signed(FRESH + 9), Remnant::Pseudonym(FRESH)));
		assert_eq!(Ratings::<Test>::iter().count(), 0);
		assert_eq!(Protection::reputation(hospital(1)), [0, 0, 0, 1, 0]);
		let on = MockTrail::records_of(&Subject::Institution(hospital(1)));
		assert_eq!(on.last().map(|record| record.action), Some(Action::RatingGiven));
	});
}
