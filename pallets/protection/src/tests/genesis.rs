//! Contexts before the first block.

use crate::{
	mock::*, Call, Contexts, Error, GenesisConfig, NextContextId, Purpose, Remnant, Roll, Terms,
	MAX_CONTEXTS,
};
use codec::Encode;
use frame_support::{assert_ok, traits::BuildGenesisConfig};
use salus_primitives::{mock::MockTrail, ContextId, ReferendumId};

/// Starts a chain with contexts.
fn begin(contexts: Vec<Vec<u8>>) {
	GenesisConfig::<Test> { contexts, ..Default::default() }.build();
}

/// Starts a chain with contexts that must be refused.
fn refuse(contexts: Vec<Vec<u8>>) {
	externalities().execute_with(|| begin(contexts));
}

fn appeals() -> Terms {
	terms(Purpose::Appeal)
}

#[test]
fn each_gets_the_next_identifier_and_no_record() {
	externalities().execute_with(|| {
		let complaints = Terms { until: Some(1), ..terms(Purpose::Complain) };
		begin(vec![appeals().encode(), complaints.encode()]);
		for (id, terms) in [(0, appeals()), (1, complaints)] {
			let context = Contexts::<Test>::get(ContextId(id)).expect("genesis has it");
			assert_eq!((context.terms, context.declared_at), (terms, 0));
			assert_eq!((context.members, context.newest_record), (0, None));
		}
		assert_eq!(NextContextId::<Test>::get(), ContextId(2));
		assert_eq!(MockTrail::records(), []);
		assert_ok!(Protection::do_try_state());
	});
}

#[test]
fn there_may_be_none() {
	externalities().execute_with(|| {
		begin(vec![]);
		assert_eq!(NextContextId::<Test>::get(), ContextId(0));
		assert_ok!(Protection::do_try_state());
	});
}

#[test]
fn it_is_a_context_like_others_once_there_is_a_ring() {
	run(|| {
		begin(vec![appeals().encode()]);
		built(4);
		let id = ContextId(0);
		bound(0, id, FRESH);
		assert_ok!(Protection::close_context(root(), id));
		let remnant = Remnant::Context(id);
		refused(signed(1), Call::forget { remnant }, Error::<Test>::PseudonymsLeft);
	});
}

#[test]
fn one_in_which_nothing_was_done_is_forgotten_when_it_is_over() {
	run(|| {
		begin(vec![Terms { until: Some(NOW + 1), ..appeals() }.encode()]);
		let call = Call::forget { remnant: Remnant::Context(ContextId(0)) };
		refused(signed(1), call.clone(), Error::<Test>::ContextNotOver);
		pass(2);
		assert_ok!(Protection::forget(signed(1), Remnant::Context(ContextId(0))));
		refused(signed(1), call, Error::<Test>::ContextNotFound);
	});
}

#[test]
#[should_panic(expected = "genesis encodes the terms of every context")]
fn junk_is_refused() {
	refuse(vec![vec![255; 3]]);
}

#[test]
#[should_panic(expected = "genesis encodes the terms of every context")]
fn more_than_terms_is_refused() {
	refuse(vec![[appeals().encode(), vec![0]].concat()]);
}

#[test]
#[should_panic(expected = "genesis has a context that is refused: InvalidPurse")]
fn terms_that_no_call_may_have_are_refused() {
	refuse(vec![appeals().encode(), Terms { purse: MAX_PURSE + 1, ..appeals() }.encode()]);
}

#[test]
#[should_panic(expected = "genesis has a context that is refused: EndPassed")]
fn one_that_is_over_is_refused() {
	refuse(vec![Terms { until: Some(0), ..appeals() }.encode()]);
}

#[test]
#[should_panic(expected = "genesis has a context that is refused: NoRing")]
fn a_fixed_roll_is_refused_since_there_is_no_ring() {
	refuse(vec![Terms { roll: Roll::AtDeclaration, ..appeals() }.encode()]);
}

#[test]
#[should_panic(expected = "genesis has a context that is refused: NoRing")]
fn a_vote_is_refused_since_there_is_no_ring() {
	refuse(vec![terms(Purpose::Vote(ReferendumId(0))).encode()]);
}

#[test]
#[should_panic(expected = "genesis has a context that is refused: TooManyContexts")]
fn more_contexts_than_may_be_are_refused() {
	refuse(vec![appeals().encode(); MAX_CONTEXTS as usize + 1]);
}
