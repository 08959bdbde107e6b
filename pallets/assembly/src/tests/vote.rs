//! Voting.

use crate::{mock::*, Call, Error, Event, Obstacle};
use frame_support::{assert_ok, dispatch::Pays};
use salus_primitives::{
	digest_of,
	mock::{MockDirectory, MockTrail},
	Action, Actor, Ballot, Ballots, Electorate, InstitutionId, InstitutionKind, Matter, OnRatified,
	Outcome, ReferendumId, Role, Standing, Subject, Tally, Track,
};
use sp_runtime::DispatchError;

fn call(referendum: ReferendumId, aye: bool) -> Call<Test> {
	Call::vote { referendum, aye }
}

fn said(institution: InstitutionId, referendum: ReferendumId) -> Option<(bool, u32)> {
	Polls::ballot(institution, referendum).map(|ballot| (ballot.aye, ballot.weight))
}

fn tally(referendum: ReferendumId) -> (u32, u32, u32) {
	let Tally { heads, ayes, nays } = Polls::tally(referendum).expect("it is ongoing");
	(heads, ayes, nays)
}

#[test]
fn an_institution_votes_by_its_agent_and_leaves_a_record() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		let record = accepted(signed(DOCTOR), call(id, true));
		assert_eq!((record.action, record.subject), (Action::VoteCast, Subject::Referendum(id)));
		assert_eq!((record.actor, record.institution), (Actor::Account(DOCTOR), Some(HOSPITAL)));
		// The digest says which vote it was.
		assert_eq!(record.digest, digest_of(&(id, true)));
		last_event(Event::VoteCast { referendum: id, institution: HOSPITAL, aye: true });
		assert_eq!(said(HOSPITAL, id), Some((true, 2)));
	});
}

#[test]
fn support_counts_heads_and_approval_counts_ranks() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		voted(id, true, &[WU, DOCTOR, PATRON]);
		assert_eq!(tally(id), (3, 3 + 2 + 1, 0));
		voted(id, false, &[JING, NURSE]);
		assert_eq!(tally(id), (3, 6, 3 + 2));
	});
}

#[test]
fn the_first_vote_is_free_and_later_ones_are_paid_for() {
	run(|| {
		let (id, other) = (submitted(WU, Track::Reallocation), submitted(WU, Track::Upgrade));
		let pays = |id, aye| vote(DOCTOR, id, aye).expect("it votes").pays_fee;
		assert_eq!(pays(id, true), Pays::No);
		assert_eq!(pays(id, false), Pays::Yes);
		assert_eq!(pays(id, false), Pays::Yes);
		assert_eq!(pays(other, false), Pays::No);
		let refusal = vote(DOCTOR, ReferendumId(9), true).expect_err("there is none");
		assert_eq!(refusal.post_info.pays_fee, Pays::Yes);
	});
}

#[test]
fn an_institution_changes_its_mind_and_is_counted_once() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		voted(id, true, &[JING, JING]);
		assert_eq!(tally(id), (1, 3, 0));
		voted(id, false, &[JING]);
		assert_eq!(tally(id), (0, 0, 3));
		assert_eq!(MockTrail::records_of(&Subject::Referendum(id)).len(), 4);
	});
}

#[test]
fn an_agent_is_replaced_in_the_middle_of_a_vote() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		voted(id, true, &[DOCTOR]);
		MockDirectory::dismiss(DOCTOR);
		MockDirectory::appoint(STRANGER, HOSPITAL, &[Role::Vote]);
		// The institution has not lost its vote, and has no second one.
		assert_eq!(tally(id), (1, 2, 0));
		assert_ok!(vote(STRANGER, id, false));
		assert_eq!(tally(id), (0, 0, 2));
		refused(signed(DOCTOR), call(id, true), MockDirectory::NOT_AGENT);
		// Who acts for another institution now votes for that one.
		MockDirectory::appoint(DOCTOR, CLINIC, &[Role::Vote]);
		assert_ok!(vote(DOCTOR, id, true));
		assert_eq!((said(HOSPITAL, id), said(CLINIC, id)), (Some((false, 2)), Some((true, 2))));
	});
}

#[test]
fn two_agents_of_an_institution_have_one_vote() {
	run(|| {
		MockDirectory::appoint(STRANGER, HOSPITAL, &[Role::Vote]);
		let id = submitted(WU, Track::Reallocation);
		voted(id, true, &[DOCTOR, STRANGER]);
		assert_eq!(tally(id), (1, 2, 0));
	});
}

#[test]
fn an_institution_is_suspended_in_the_middle_of_a_vote() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		voted(id, true, &[DOCTOR]);
		stands(HOSPITAL, Standing::Suspended);
		refused(signed(DOCTOR), call(id, false), MockDirectory::SUSPENDED);
		// What it said counts, of five members instead of six.
		assert_eq!(tally(id), (1, 2, 0));
		assert_eq!(pallet_ranked_collective::MemberCount::<Test>::get(0), 5);
		stands(HOSPITAL, Standing::Active);
		voted(id, false, &[DOCTOR]);
		assert_eq!(tally(id), (0, 0, 2));
	});
}

#[test]
fn who_is_suspended_in_haste_votes_and_submits_until_that_is_ratified() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		suspended_in_haste(HOSPITAL);
		check_state();
		assert_eq!(Assembly::explain_vote(HOSPITAL, id).obstacles, []);
		voted(id, false, &[DOCTOR]);
		assert_eq!(tally(id), (0, 0, 2));
		accepted(signed(DOCTOR), submit(Track::Accreditation, remark(b"reinstate us")));
		// Ratified, the suspension is one like any other.
		MockHaste::set(HOSPITAL, None);
		MockDirectory::set_active(HOSPITAL, false);
		Assembly::ratified(Matter::Standing(HOSPITAL));
		refused(signed(DOCTOR), call(id, true), MockDirectory::SUSPENDED);
		let late = submit(Track::Accreditation, remark(b"reinstate us"));
		refused(signed(DOCTOR), late, MockDirectory::SUSPENDED);
		assert_eq!(Assembly::explain_vote(HOSPITAL, id).obstacles, [Obstacle::Suspended]);
		assert_eq!(tally(id), (0, 0, 2));
	});
}

#[test]
fn a_ballot_weighs_what_the_rank_was_when_it_was_cast() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		voted(id, true, &[DOCTOR]);
		becomes(HOSPITAL, InstitutionKind::HealthCommission);
		assert_eq!(said(HOSPITAL, id), Some((true, 2)));
		voted(id, true, &[DOCTOR]);
		assert_eq!((said(HOSPITAL, id), tally(id)), (Some((true, 3)), (1, 3, 0)));
	});
}

#[test]
fn nobody_votes_but_an_agent_in_the_role_vote() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		for origin in [root(), RuntimeOrigin::none(), regulation()] {
			refused(origin, call(id, true), DispatchError::BadOrigin);
		}
		refused(signed(STRANGER), call(id, true), MockDirectory::NOT_AGENT);
		refused(signed(ADMIN), call(id, true), MockDirectory::NOT_AUTHORIZED);
	});
}

#[test]
fn nobody_votes_in_the_collective_but_a_member_itself() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		let refusal = RankedCollective::vote(signed(DOCTOR), id.0, true);
		let not_member = pallet_ranked_collective::Error::<Test>::NotMember;
		assert_eq!(refusal.map_err(|refusal| refusal.error), Err(not_member.into()));
	});
}

#[test]
fn an_active_institution_that_is_no_member_yet_does_not_vote() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		let new = admitted(InstitutionKind::Laboratory);
		MockDirectory::appoint(STRANGER, new, &[Role::Vote]);
		assert_ok!(Members::remove(new));
		refused(signed(STRANGER), call(id, true), Error::<Test>::NotMember);
		accepted(signed(STRANGER), Call::update_rank { institution: new });
		assert_ok!(vote(STRANGER, id, true));
	});
}

#[test]
fn what_is_not_there_or_decided_takes_no_votes() {
	run(|| {
		let nothing = ReferendumId(0);
		refused(signed(DOCTOR), call(nothing, true), Error::<Test>::ReferendumNotFound);
		let id = submitted(WU, Track::Reallocation);
		voted(id, true, &VOTERS);
		assert_eq!(decided(id), Outcome::Approved);
		refused(signed(DOCTOR), call(id, false), Error::<Test>::ReferendumNotOngoing);
		assert_eq!(Polls::ballot(HOSPITAL, id), Some(Ballot { aye: true, weight: 2 }));
	});
}

#[test]
fn half_of_the_weight_and_enough_heads_carry_a_referendum() {
	run(|| {
		// Two of rank 2 against four of lower ranks: 6 and 6.
		let id = submitted(WU, Track::Reallocation);
		voted(id, true, &[DOCTOR, NURSE, PATRON, DRIVER]);
		voted(id, false, &[WU, JING]);
		assert_eq!(tally(id), (4, 6, 6));
		assert_eq!(decided(id), Outcome::Approved);
		let id = submitted(WU, Track::Reallocation);
		voted(id, true, &[DOCTOR, NURSE, PATRON]);
		voted(id, false, &[WU, JING]);
		assert_eq!(tally(id), (3, 5, 6));
		assert_eq!(decided(id), Outcome::Rejected);
		// A sixth of the members is too few, however much they weigh.
		let id = submitted(WU, Track::Reallocation);
		voted(id, true, &[WU]);
		assert_eq!(decided(id), Outcome::Rejected);
	});
}
