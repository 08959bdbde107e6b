//! What becomes of a seat when its commission stands otherwise than before, or its speaker leaves.

use crate::{mock::*, Call, Event, WeightInfo};
use frame_support::{assert_ok, dispatch::DispatchClass};
use salus_primitives::{
	digest_of,
	mock::{MockDirectory, MockTrail},
	Action, Actor, InstitutionId, Role, Standing, Subject,
};

/// The newest record is one of the chain.
fn by_chain(action: Action, institution: InstitutionId) {
	let record = MockTrail::records().pop().expect("there is one");
	assert_eq!(record.subject, Subject::Council);
	assert_eq!((record.actor, record.action), (Actor::Chain, action));
	assert_eq!((record.institution, record.digest), (None, digest_of(&institution)));
}

#[test]
fn a_suspended_commission_stops_voting_at_once_and_keeps_its_place() {
	run(|| {
		let call = remark(b"masks");
		assert_ok!(propose(WU, call.clone()));
		assert_ok!(vote(WU, &call, newest_motion(), true));
		stands(HUBEI, Standing::Suspended);
		last_event(Event::SeatSilenced { institution: HUBEI });
		by_chain(Action::SeatVacated, HUBEI);
		assert_eq!(members(), [JING, PAUPER]);
		assert_eq!(votes(&call), (vec![], vec![]));
		assert_eq!(propose(WU, remark(b"more")), Err(CouncilError::NotMember.into()));
		assert!(Seats::seats().contains(&(HUBEI, Some(WU), false)));
	});
}

#[test]
fn a_reinstated_commission_votes_again() {
	run(|| {
		stands(HUBEI, Standing::Suspended);
		stands(HUBEI, Standing::Active);
		last_event(Event::SeatResumed { institution: HUBEI, speaker: WU });
		by_chain(Action::SeatGiven, HUBEI);
		assert_eq!(members(), [WU, JING, PAUPER]);
	});
}

#[test]
fn a_reinstated_commission_whose_speaker_left_meanwhile_stays_silent() {
	run(|| {
		stands(HUBEI, Standing::Suspended);
		leaves(HUBEI, WU);
		let records = MockTrail::records().len();
		stands(HUBEI, Standing::Active);
		assert_eq!(members(), [JING, PAUPER]);
		assert_eq!(MockTrail::records().len(), records);
		accepted(signed(ADMIN), Call::reassign_seat { speaker: ADMIN });
		assert_eq!(members(), [ADMIN, JING, PAUPER]);
	});
}

#[test]
fn a_commission_that_is_wound_up_loses_its_seat() {
	run(|| {
		for institution in [HUBEI, BEIJING] {
			if institution == BEIJING {
				stands(BEIJING, Standing::Suspended);
			}
			stands(institution, Standing::WoundUp);
			last_event(Event::SeatVacated { institution });
			by_chain(Action::SeatVacated, institution);
		}
		assert_eq!(Seats::seats(), [(SHANGHAI, Some(PAUPER), true)]);
		assert_eq!(members(), [PAUPER]);
	});
}

#[test]
fn a_speaker_that_leaves_leaves_an_empty_seat() {
	run(|| {
		leaves(HUBEI, WU);
		last_event(Event::SeatSilenced { institution: HUBEI });
		by_chain(Action::SeatVacated, HUBEI);
		assert_eq!(members(), [JING, PAUPER]);
		assert!(Seats::seats().contains(&(HUBEI, None, false)));
		// Somebody else may appoint it; it speaks for nobody.
		MockDirectory::appoint(WU, HUNAN, &[Role::Admin]);
		accepted(root(), Call::give_seat { institution: HUNAN, speaker: WU });
		assert_eq!(members(), [WU, JING, PAUPER]);
	});
}

#[test]
fn an_agent_that_does_not_speak_leaves_no_trace_on_the_council() {
	run(|| {
		leaves(HUBEI, ADMIN);
		leaves(HUNAN, XIANG);
		stands(HAINAN, Standing::Suspended);
		stands(HAINAN, Standing::WoundUp);
		assert!(MockTrail::records().is_empty());
		assert_eq!(members(), [WU, JING, PAUPER]);
	});
}

#[test]
fn a_council_without_a_sitting_seat_is_mended_by_an_admin() {
	run(|| {
		stands(BEIJING, Standing::Suspended);
		stands(SHANGHAI, Standing::Suspended);
		leaves(HUBEI, WU);
		assert!(members().is_empty());
		accepted(signed(ADMIN), Call::reassign_seat { speaker: ADMIN });
		assert_eq!(members(), [ADMIN]);
	});
}

#[test]
fn the_block_is_charged_for_it() {
	run(|| {
		let used = || *System::block_weight().get(DispatchClass::Mandatory);
		let before = used();
		stands(HUNAN, Standing::Suspended);
		assert_eq!(used(), before);
		stands(HUBEI, Standing::Suspended);
		assert_eq!(used(), before + <() as WeightInfo>::standing_changed());
	});
}
