//! What clients ask.

use crate::{mock::*, ActPage, ActState, Call, Error, LapseExplanation};
use frame_support::assert_ok;
use salus_primitives::{mock::MockTrail, Effect, Matter, LONGEST_ANSWER};
use sp_runtime::{DispatchError, StateVersion};

/// All pages of the pending acts, of so many entries each.
fn all(limit: u32) -> Vec<Matter> {
	let (mut found, mut after) = (Vec::new(), None);
	loop {
		let ActPage { acts, next } = Ratification::pending(after, limit);
		assert!(acts.len() <= limit.clamp(1, LONGEST_ANSWER) as usize);
		assert!(acts.iter().all(|(_, act)| act.state == ActState::Pending));
		found.extend(acts.into_iter().map(|(matter, _)| matter));
		match next {
			Some(next) => after = Some(next),
			None => break,
		}
	}
	found.sort();
	found
}

#[test]
fn pending_acts_are_told_with_their_deadlines() {
	run(|| {
		suspended_in_haste();
		let ActPage { acts, next } = Ratification::pending(None, 10);
		assert_eq!(acts, [(STANDING, suspension(ActState::Pending))]);
		assert_eq!(next, None);
		assert_ok!(act(COUNCIL, HOSPITAL, Effect::InForce));
		assert_eq!(Ratification::pending(None, 10), ActPage::default());
	});
}

#[test]
fn pages_tell_every_pending_act_once() {
	run(|| {
		let mut pending = Vec::new();
		for number in 0..600 {
			let institution = admit(COUNCIL);
			if number % 3 == 0 {
				assert_ok!(act(COUNCIL, institution, Effect::OutOfForce));
			} else {
				pending.push(Matter::Standing(institution));
			}
		}
		for limit in [0, 1, 7, LONGEST_ANSWER, u32::MAX] {
			assert_eq!(all(limit), pending, "pages of {limit}");
		}
	});
}

#[test]
fn a_page_begins_behind_a_matter_of_which_nothing_is_kept() {
	run(|| {
		let first = admit(COUNCIL);
		let ActPage { next, .. } = Ratification::pending(None, 1);
		assert_eq!(next, Some(Matter::Standing(first)));
		assert_ok!(Ratification::ratify(root(), Matter::Standing(first)));
		let second = admit(COUNCIL);
		let ActPage { acts, .. } = Ratification::pending(next, 1);
		assert_eq!(acts.len(), 1);
		assert_eq!(acts[0].0, Matter::Standing(second));
	});
}

#[test]
fn a_lapse_is_explained_before_it_is_tried() {
	run(|| {
		let explained = || Ratification::explain_lapse(STANDING);
		let told = |obstacles: Vec<DispatchError>| {
			let act = Ratification::act(STANDING);
			assert_eq!(explained(), LapseExplanation { act, obstacles });
		};
		told(vec![Error::<Test>::ActNotFound.into()]);
		suspended_in_haste();
		told(vec![Error::<Test>::TermNotOver.into()]);
		pass(TERM);
		told(vec![]);
		accepted(signed(STRANGER), Call::lapse { matter: STANDING });
		told(vec![Error::<Test>::NotPending.into()]);
	});
}

#[test]
fn an_explanation_names_what_undoing_meets_and_changes_nothing() {
	run(|| {
		let matter = Matter::Standing(admit(COUNCIL));
		World::crowd(true);
		let obstacles = Ratification::explain_lapse(matter).obstacles;
		assert_eq!(obstacles, [Error::<Test>::TermNotOver.into(), World::CROWDED]);
		pass(TERM);
		assert_eq!(Ratification::explain_lapse(matter).obstacles, [World::CROWDED]);
		World::crowd(false);
		let (root, records) = (sp_io::storage::root(StateVersion::V1), MockTrail::records());
		assert!(Ratification::explain_lapse(matter).obstacles.is_empty());
		assert_eq!(sp_io::storage::root(StateVersion::V1), root);
		assert_eq!(MockTrail::records(), records);
	});
}
