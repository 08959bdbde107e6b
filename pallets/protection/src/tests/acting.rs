//! How an origin becomes the act of a pseudonym.

use crate::{
	mock::*, About, Call, Contexts, Error, Party, Plea, Pseudonyms, Purpose, Rating, Terms,
};
use frame_support::{assert_ok, traits::UnfilteredDispatchable};
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	Act, Action, Actor, AppealId, ClassId, ContextId, Dealing, Priority, ReferendumId, Role,
	Subject, TransferId,
};
use sp_runtime::DispatchError;

const REFERENDUM: ReferendumId = ReferendumId(7);
const TRANSFER: TransferId = TransferId(1);
const PURPOSES: [Purpose; 4] =
	[Purpose::Appeal, Purpose::Complain, Purpose::Rate, Purpose::Vote(REFERENDUM)];

fn appealing() -> Call<Test> {
	let plea = Plea {
		class: ClassId(0),
		region: region_code("CN-HB"),
		quantity: 500,
		priority: Priority::Urgent,
		until: NOW + 500,
	};
	Call::appeal { plea }
}

/// What a pseudonym does in a context for a purpose.
fn doing(purpose: Purpose) -> Call<Test> {
	match purpose {
		Purpose::Appeal => appealing(),
		Purpose::Complain => {
			Call::complain { about: About::Institution(hospital(1)), text: H256::repeat_byte(1) }
		}
		Purpose::Rate => {
			Call::rate { transfer: TRANSFER, institution: hospital(1), rating: Rating::Good }
		}
		Purpose::Vote(_) => Call::vote { aye: true },
	}
}

/// A ring of four hospitals, a referendum, and a transfer that is over.
fn stage() {
	built(4);
	MockPolls::open(REFERENDUM);
	let dealing = Dealing { sender: hospital(1), receiver: hospital(2), ended: true };
	MockDealings::set(TRANSFER, dealing);
}

/// A pseudonym in a new context for each purpose, from [`FRESH`] on.
fn one_of_each() -> [(Purpose, u64); 4] {
	stage();
	let mut account = FRESH;
	PURPOSES.map(|purpose| {
		let context = declare(terms(purpose));
		account += 1;
		bound(0, context, account);
		(purpose, account)
	})
}

fn used(who: u64) -> u16 {
	Pseudonyms::<Test>::get(who).expect("it is a pseudonym").used
}

/// The context of a pseudonym is over from now on.
fn end_context_of(who: u64) {
	let id = Pseudonyms::<Test>::get(who).expect("it is a pseudonym").context;
	let context = Contexts::<Test>::get(id).expect("it is declared");
	match context.terms.purpose {
		Purpose::Vote(referendum) => MockPolls::end(referendum),
		_ => {
			assert_ok!(Protection::close_context(root(), id));
		}
	}
}

#[test]
fn a_pseudonym_does_what_its_context_is_for_and_nothing_else() {
	run(|| {
		for (purpose, who) in one_of_each() {
			for other in PURPOSES.into_iter().filter(|other| *other != purpose) {
				refused(signed(who), doing(other), Error::<Test>::WrongPurpose);
			}
			assert_ok!(doing(purpose).dispatch_bypass_filter(signed(who)));
			assert_eq!(used(who), 1);
		}
	});
}

#[test]
fn every_act_bears_the_account_of_the_pseudonym_and_no_institution() {
	run(|| {
		for (purpose, who) in one_of_each() {
			let before = MockTrail::records().len();
			assert_ok!(doing(purpose).dispatch_bypass_filter(signed(who)));
			let records = MockTrail::records().split_off(before);
			assert!(!records.is_empty());
			for record in records {
				assert_eq!((record.actor, record.institution), (Actor::Pseudonym(who), None));
			}
		}
	});
}

#[test]
fn it_does_so_as_often_as_the_context_allows() {
	run(|| {
		stage();
		let context = declare(Terms { uses: 3, ..terms(Purpose::Appeal) });
		bound(0, context, FRESH);
		for number in 0..3 {
			let subject = Subject::Appeal(AppealId(number));
			accepted(signed(FRESH), appealing(), subject, Action::AppealMade);
		}
		refused(signed(FRESH), appealing(), Error::<Test>::UsedUp);
		assert_eq!(used(FRESH), 3);
		// Others are counted for themselves.
		bound(1, context, FRESH + 1);
		let subject = Subject::Appeal(AppealId(3));
		accepted(signed(FRESH + 1), appealing(), subject, Action::AppealMade);
	});
}

#[test]
fn what_is_refused_is_no_use() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		let Call::appeal { plea } = appealing() else { unreachable!() };
		let call = Call::appeal { plea: Plea { quantity: 0, ..plea } };
		refused(signed(who), call, Error::<Test>::ZeroQuantity);
		assert_eq!(used(who), 0);
	});
}

#[test]
fn nothing_is_done_in_a_context_that_is_over() {
	run(|| {
		for (purpose, who) in one_of_each() {
			end_context_of(who);
			refused(signed(who), doing(purpose), Error::<Test>::ContextOver);
		}
		let ends = declare(Terms { until: Some(NOW + 10), ..terms(Purpose::Appeal) });
		bound(1, ends, FRESH + 10);
		pass(10);
		let subject = Subject::Appeal(AppealId(0));
		accepted(signed(FRESH + 10), appealing(), subject, Action::AppealMade);
		pass(1);
		refused(signed(FRESH + 10), appealing(), Error::<Test>::ContextOver);
	});
}

#[test]
fn nobody_else_acts_so() {
	run(|| {
		one_of_each();
		for purpose in PURPOSES {
			for who in [FRESH, admin(0), COMMISSIONER] {
				refused(signed(who), doing(purpose), Error::<Test>::NotPseudonym);
			}
			for origin in [root(), RuntimeOrigin::none()] {
				refused(origin, doing(purpose), DispatchError::BadOrigin);
			}
		}
	});
}

#[test]
fn it_is_told_the_first_of_all_that_is_wrong() {
	// The context of a pseudonym is there as long as the pseudonym.
	run_unchecked(|| {
		let who = pseudonym(Purpose::Appeal);
		let acting = |wanted: bool| {
			let told = crate::Pallet::<Test>::acting_as(&who, |_| wanted.then_some(()));
			told.map(drop)
		};
		Pseudonyms::<Test>::mutate_extant(who, |pseudonym| pseudonym.used = 2);
		assert_eq!(acting(true), Err(Error::UsedUp));
		assert_eq!(acting(false), Err(Error::WrongPurpose));
		end_context_of(who);
		assert_eq!(acting(false), Err(Error::ContextOver));
		Contexts::<Test>::remove(ContextId(0));
		assert_eq!(acting(false), Err(Error::ContextNotFound));
		Pseudonyms::<Test>::remove(who);
		assert_eq!(acting(false), Err(Error::NotPseudonym));
	});
}

#[test]
fn it_has_no_rights_of_an_institution() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		refused(signed(who), registering(RING.role, 9), MockDirectory::NOT_AGENT);
		let promise = Call::promise { appeal: AppealId(0), quantity: 1 };
		refused(signed(who), promise, MockDirectory::NOT_AGENT);
	});
}

#[test]
fn a_party_is_the_pseudonym_that_signs_or_else_an_institution() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		let party = |who| crate::Pallet::<Test>::party(signed(who), Role::Dispatch);
		let as_pseudonym = (Act::by(Actor::Pseudonym(who)), Party::Pseudonym(who));
		assert_eq!(party(who), Ok(as_pseudonym.clone()));
		let (agent, institution) = (admin(2), hospital(2));
		let as_agent = (Act::of_agent(agent, institution), Party::Institution(institution));
		assert_eq!(party(agent), Ok(as_agent));
		assert_eq!(party(FRESH + 1), Err(MockDirectory::NOT_AGENT));
		MockDirectory::appoint(agent, institution, &[Role::Receive]);
		assert_eq!(party(agent), Err(MockDirectory::NOT_AUTHORIZED));
		for origin in [root(), RuntimeOrigin::none()] {
			let told = crate::Pallet::<Test>::party(origin, Role::Dispatch);
			assert_eq!(told, Err(DispatchError::BadOrigin));
		}
		// It still is one when nothing is done in its context any more.
		end_context_of(who);
		assert_eq!(party(who), Ok(as_pseudonym));
		// Whoever acts for an institution does so, whoever has bound its account.
		MockDirectory::appoint(who, institution, &Role::ALL);
		let as_agent = (Act::of_agent(who, institution), Party::Institution(institution));
		assert_eq!(party(who), Ok(as_agent));
	});
}
