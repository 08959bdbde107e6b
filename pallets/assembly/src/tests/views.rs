//! What clients ask.

use crate::{mock::*, Call, Count, ListPage, Obstacle, TallyPage, VoteExplanation};
use frame_support::assert_ok;
use salus_primitives::{
	mock::{MockDirectory, MockInstitution, MockTrail},
	Ballot, Ballots, Electorate, InstitutionKind, Outcome, Progress, RecordId, ReferendumId,
	Standing, Track, LONGEST_ANSWER,
};

/// The identifiers on a page, and where the next one begins.
fn ids<BlockNumber>(
	page: ListPage<crate::ReferendumView<BlockNumber>, ReferendumId>,
) -> (Vec<u32>, Option<u32>) {
	let ids = page.entries.into_iter().map(|view| view.id.0);
	(ids.collect(), page.next.map(|next| next.0))
}

#[test]
fn an_institution_has_an_account_of_its_own() {
	run(|| {
		let accounts = FOUNDERS.map(Assembly::account_of);
		assert_eq!(accounts, FOUNDERS.map(Members::account_of));
		for (who, rank) in Members::members() {
			let institution = FOUNDERS.into_iter().find(|id| Assembly::account_of(*id) == who);
			assert_eq!(institution.and_then(Members::rank_of), Some(rank));
		}
	});
}

#[test]
fn the_table_is_told_as_it_is() {
	run(|| {
		accepted(regulation(), Call::set_rank { kind: InstitutionKind::Donor, rank: 2 });
		let ranks = Assembly::ranks();
		assert_eq!(ranks.len(), 8);
		assert!(ranks.contains(&(InstitutionKind::Donor, 2)));
		assert!(ranks.contains(&(InstitutionKind::Hospital, 1)));
	});
}

#[test]
fn who_may_vote_is_told_with_what() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		let explained = VoteExplanation {
			rank: Some(1),
			weight: Some(2),
			due: None,
			votes_from: None,
			obstacles: vec![],
			said: None,
		};
		assert_eq!(Assembly::explain_vote(HOSPITAL, id), explained);
		voted(id, false, &[DOCTOR]);
		let said = Some(Ballot { aye: false, weight: 2 });
		assert_eq!(Assembly::explain_vote(HOSPITAL, id), VoteExplanation { said, ..explained });
	});
}

#[test]
fn who_waits_for_its_rank_is_told_so() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		accepted(regulation(), Call::set_rank { kind: InstitutionKind::Hospital, rank: 2 });
		let explained = Assembly::explain_vote(HOSPITAL, id);
		assert_eq!((explained.rank, explained.weight, explained.due), (Some(1), Some(2), Some(2)));
		assert!(explained.obstacles.is_empty());
		accepted(signed(STRANGER), Call::update_rank { institution: HOSPITAL });
		let explained = Assembly::explain_vote(HOSPITAL, id);
		assert_eq!((explained.rank, explained.weight, explained.due), (Some(2), Some(3), None));
	});
}

#[test]
fn every_reason_why_one_may_not_vote_is_told() {
	run(|| {
		let obstacles = |institution, id| Assembly::explain_vote(institution, id).obstacles;
		let nothing = ReferendumId(9);
		assert_eq!(obstacles(HOSPITAL, nothing), [Obstacle::ReferendumNotFound]);
		assert_eq!(
			obstacles(NEXT, nothing),
			[Obstacle::InstitutionNotFound, Obstacle::ReferendumNotFound]
		);
		let id = submitted(WU, Track::Reallocation);
		voted(id, false, &[DOCTOR]);
		stands(HOSPITAL, Standing::Suspended);
		assert_eq!(obstacles(HOSPITAL, id), [Obstacle::Suspended]);
		stands(CLINIC, Standing::WoundUp);
		assert_eq!(obstacles(CLINIC, id), [Obstacle::WoundUp]);
		MockDirectory::admit(NEXT, MockInstitution::new(InstitutionKind::Donor, "CN-HB"));
		let explained = Assembly::explain_vote(NEXT, id);
		assert_eq!((explained.rank, explained.due), (None, Some(0)));
		assert_eq!(explained.obstacles, [Obstacle::NotMember]);
		accepted(signed(STRANGER), Call::update_rank { institution: NEXT });
		assert_eq!(decided(id), Outcome::Rejected);
		assert_eq!(obstacles(COMMISSION, id), [Obstacle::ReferendumNotOngoing]);
		assert_eq!(obstacles(HOSPITAL, id), [Obstacle::Suspended, Obstacle::ReferendumNotOngoing]);
		// What it said is told for as long as it is kept.
		assert!(Assembly::explain_vote(HOSPITAL, id).said.is_some());
	});
}

#[test]
fn votes_are_counted_by_rank_and_by_kind() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		voted(id, true, &[WU, DOCTOR, NURSE]);
		voted(id, false, &[JING, PATRON]);
		use InstitutionKind::{DiseaseControlCentre, Donor, HealthCommission, Hospital};
		let ayes = |ayes, aye_weight| Count { ayes, aye_weight, ..Default::default() };
		let nays = |nays, nay_weight| Count { nays, nay_weight, ..Default::default() };
		let tally = TallyPage {
			by_rank: vec![
				(0, nays(1, 1)),
				(1, ayes(2, 4)),
				(2, Count { ayes: 1, aye_weight: 3, nays: 1, nay_weight: 3 }),
			],
			by_kind: vec![
				(Hospital, ayes(2, 4)),
				(HealthCommission, ayes(1, 3)),
				(DiseaseControlCentre, nays(1, 3)),
				(Donor, nays(1, 1)),
			],
			next: None,
		};
		assert_eq!(Assembly::tally(id, None), Some(tally.clone()));
		assert_eq!(Assembly::tally(ReferendumId(9), None), None);
		// A decision makes no difference, until the votes are removed.
		decided(id);
		assert_eq!(Assembly::tally(id, None), Some(tally));
		cleaned(id);
		assert_eq!(Assembly::tally(id, None).map(|page| page.by_rank), Some(vec![]));
	});
}

#[test]
fn many_votes_are_counted_page_by_page() {
	run(|| {
		let id = submitted(WU, Track::Reallocation);
		let voters = LONGEST_ANSWER + 10;
		for _ in 0..voters {
			let new = admitted(InstitutionKind::Carrier);
			assert_ok!(Polls::vote(new, id, true));
		}
		let first = Assembly::tally(id, None).expect("it is there");
		assert_eq!(first.by_rank[0].1.ayes, LONGEST_ANSWER);
		let second = Assembly::tally(id, first.next).expect("it is there");
		assert_eq!((second.by_rank[0].1.ayes, second.next), (10, None));
	});
}

#[test]
fn what_waits_for_an_institution_is_told_page_by_page() {
	run(|| {
		let waiting = |after: Option<u32>, limit| {
			ids(Assembly::waiting_for(HOSPITAL, after.map(ReferendumId), limit))
		};
		assert_eq!(waiting(None, 9), (vec![], None));
		let all = [WU, JING, DOCTOR].map(|who| submitted(who, Track::Reallocation));
		assert_eq!(waiting(None, 9), (vec![0, 1, 2], None));
		assert_eq!(waiting(None, 2), (vec![0, 1], Some(1)));
		assert_eq!(waiting(Some(1), 2), (vec![2], None));
		voted(all[1], false, &[DOCTOR]);
		assert_eq!(waiting(None, 9), (vec![0, 2], None));
		// With a limit of none, it is one.
		assert_eq!(waiting(None, 0), (vec![0], Some(0)));
		decided(all[0]);
		assert!(!waiting(None, 9).0.contains(&0));
	});
}

#[test]
fn what_was_decided_is_told_with_its_outcome_and_whether_it_was_carried_out() {
	run(|| {
		let all = [WU, JING].map(|who| submitted(who, Track::Reallocation));
		assert_eq!(ids(Assembly::decided(None, 9)), (vec![], None));
		voted(all[0], true, &VOTERS);
		decided(all[0]);
		let view = |place: usize| Assembly::decided(None, 9).entries[place].clone();
		let at = System::block_number();
		let approved = Progress::Decided { outcome: Outcome::Approved, at };
		assert_eq!((view(0).progress, view(0).enactment), (approved, Some(at + ENACT)));
		assert_eq!((view(0).id, view(0).institution), (all[0], COMMISSION));
		assert_eq!((view(0).track, view(0).recorded), (Track::Reallocation, None));
		pass(ENACT);
		assert_eq!(view(0).enactment, None);
		accepted(signed(STRANGER), Call::record_outcome { referendum: all[0] });
		assert_eq!(view(0).recorded, Some(Outcome::Approved));
		assert_eq!(decided(all[1]), Outcome::Rejected);
		assert_eq!(ids(Assembly::decided(None, 1)), (vec![0], Some(0)));
		assert_eq!(ids(Assembly::decided(Some(all[0]), 1)), (vec![1], Some(1)));
		assert_eq!(ids(Assembly::decided(Some(all[1]), 1)), (vec![], None));
		// What is forgotten is left out.
		pass(RETENTION);
		MockTrail::prune_before(RecordId(u64::MAX));
		cleaned(all[0]);
		assert_ok!(Assembly::forget(signed(STRANGER), all[0]));
		assert_eq!(ids(Assembly::decided(None, 9)), (vec![1], None));
	});
}

#[test]
fn a_page_ends_where_as_many_were_looked_at_as_may_be() {
	run(|| {
		// As many as one page looks at are called off, and one more is not.
		for _ in 0..LONGEST_ANSWER {
			let id = submitted(WU, Track::Upgrade);
			assert_ok!(Referenda::cancel(root(), id.0));
			pass(1);
		}
		submitted(WU, Track::Upgrade);
		let last = LONGEST_ANSWER - 1;
		assert_eq!(ids(Assembly::waiting_for(HOSPITAL, None, 9)), (vec![], Some(last)));
		let next = Assembly::waiting_for(HOSPITAL, Some(ReferendumId(last)), 9);
		assert_eq!(ids(next), (vec![LONGEST_ANSWER], None));
	});
}
