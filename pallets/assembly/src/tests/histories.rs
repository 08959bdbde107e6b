//! Any history keeps the invariants.

use crate::{mock::*, Call, Secrecy, SecrecyOf};
use alloc::collections::BTreeMap;
use frame_support::traits::UnfilteredDispatchable;
use salus_primitives::{
	chance::{Random, Score},
	mock::{MockDirectory, MockTrail},
	Act, Action, Actor, Ballot, Ballots, Directory, InstitutionId, InstitutionKind, RecordId,
	ReferendumId, Role, SecretPolls, Standing, Step, Tally, Track,
};

const KINDS: [InstitutionKind; 4] = [
	InstitutionKind::HealthCommission,
	InstitutionKind::Hospital,
	InstitutionKind::Donor,
	InstitutionKind::Laboratory,
];

/// What each institution said last in each referendum, by what its agents called.
type Said = BTreeMap<(ReferendumId, InstitutionId), bool>;
/// What each pseudonym said last in each referendum, by its account.
type Whispered = BTreeMap<(ReferendumId, u64), bool>;

/// One of the newest referenda, or the next one.
fn recent(random: &mut Random) -> ReferendumId {
	ReferendumId((Polls::next().0 + 1).saturating_sub(random.below(12) as u32))
}

/// Some referendum, or the next one.
fn any(random: &mut Random) -> ReferendumId {
	ReferendumId(random.below(u64::from(Polls::next().0) + 1) as u32)
}

/// Some institution, or the next one.
fn institution(random: &mut Random) -> InstitutionId {
	InstitutionId(random.below(u64::from(MockDirectory::next_institution().0) + 1) as u32)
}

/// Some call of this pallet, right or wrong.
fn call(random: &mut Random, said: &mut Said, score: &mut Score) {
	let who = random.pick(&VOTERS);
	let kind = random.pick(&KINDS);
	let rank = random.below(4) as u16;
	let referendum = recent(random);
	let (what, origin, call): (_, _, Call<Test>) = match random.below(24) {
		0..=3 => {
			let proposal = match random.below(2) {
				0 => Call::set_rank { kind, rank }.into(),
				_ => remark(b"masks"),
			};
			let track = random.pick(&Track::ALL);
			match random.below(3) {
				0 => ("submit_for_ring", signed(who), submit_for_ring(track, proposal)),
				_ => ("submit", signed(who), submit(track, proposal)),
			}
		}
		4 => ("set_rank", regulation(), Call::set_rank { kind, rank }),
		5..=7 => {
			let institution = institution(random);
			("update_rank", signed(who), Call::update_rank { institution })
		}
		8..=10 => {
			let referendum = any(random);
			("record_outcome", signed(who), Call::record_outcome { referendum })
		}
		11..=14 => {
			let referendum = any(random);
			("forget", signed(who), Call::forget { referendum })
		}
		_ => {
			let aye = !random.one_in(3);
			let done = vote(who, referendum, aye).is_ok();
			if let Some(by) = MockDirectory::institution_of(&who).filter(|_| done) {
				said.insert((referendum, by), aye);
				// It has waited for a ring in vain.
				score.note("vote_after_wait", SecrecyOf::<Test>::contains_key(referendum));
			}
			return score.note("vote", done);
		}
	};
	score.note(what, call.dispatch_bypass_filter(origin).is_ok());
}

/// Something becomes of an institution or its agents.
fn fate(random: &mut Random, score: &mut Score) {
	let (institution, who) = (institution(random), random.pick(&VOTERS));
	let done = match (random.below(12), MockDirectory::standing(institution)) {
		(0 | 1, Some(Standing::Active)) => {
			stands(institution, Standing::Suspended);
			true
		}
		(0..=6, Some(Standing::Suspended)) => {
			stands(institution, Standing::Active);
			true
		}
		(7, Some(Standing::Active | Standing::Suspended)) if random.one_in(6) => {
			stands(institution, Standing::WoundUp);
			true
		}
		(8 | 9, Some(Standing::Active | Standing::Suspended)) => {
			MockDirectory::appoint(who, institution, &[Role::Vote]);
			true
		}
		(10, Some(Standing::Active | Standing::Suspended)) => {
			becomes(institution, random.pick(&KINDS));
			true
		}
		(_, None) => {
			admitted(random.pick(&KINDS));
			true
		}
		_ => false,
	};
	score.note("fate", done);
}

/// Time passes, or root or anybody does something in the stock pallets.
fn meanwhile(random: &mut Random, score: &mut Score) {
	let id = recent(random).0;
	match random.below(12) {
		0 => {
			let done = Referenda::cancel(root(), id).is_ok();
			score.note("cancel", done);
		}
		1 => {
			let done = RankedCollective::cleanup_poll(signed(STRANGER), id, 100).is_ok();
			score.note("cleanup", done);
		}
		2 => {
			let ReferendumId(id) = any(random);
			let done = RankedCollective::cleanup_poll(signed(STRANGER), id, 100).is_ok();
			score.note("cleanup", done);
		}
		3 => {
			let records = MockTrail::records().len() as u64;
			MockTrail::prune_before(RecordId(records.saturating_sub(random.below(40))));
		}
		4 if random.one_in(4) => pass(RETENTION),
		_ => pass(random.below(3)),
	}
}

/// The newest referendum that waits for a ring is put to one, or a pseudonym votes on one that was.
fn secrecy(random: &mut Random, whispered: &mut Whispered, score: &mut Score) {
	if random.one_in(3) {
		let mut all = (0..Polls::next().0).rev().map(ReferendumId);
		let waits =
			|id: &ReferendumId| matches!(Assembly::secrecy(*id), Some(Secrecy::Wanted { .. }));
		let newest = all.find(waits).unwrap_or_else(|| recent(random));
		let mut step = Step::new(Act::by(Actor::Chain), Action::ReferendumPutToRing, &newest);
		let voters = random.below(12) as u32;
		return score.note("put_to_ring", Assembly::put_to_ring(&mut step, newest, voters).is_ok());
	}
	let all = (0..Polls::next().0).map(ReferendumId);
	let secret: Vec<_> = all.filter(|id| Assembly::is_secret(*id)).collect();
	let id = match secret.is_empty() || random.one_in(8) {
		true => recent(random),
		// The newest ones take votes.
		false => random.pick(&secret[secret.len().saturating_sub(4)..]),
	};
	let (pseudonym, aye) = (random.below(20), !random.one_in(3));
	let before = whispered.get(&(id, pseudonym)).copied();
	let mut step = Step::new(Act::by(Actor::Pseudonym(pseudonym)), Action::SecretVoteCast, &aye);
	let done = Assembly::count_secret(&mut step, id, before, aye).is_ok();
	if done {
		whispered.insert((id, pseudonym), aye);
	}
	score.note("count_secret", done);
}

#[test]
fn any_history_keeps_the_invariants() {
	let mut score = Score::default();
	for seed in 0..20 {
		run(|| {
			let (mut random, mut said) = (Random(seed), Said::new());
			let mut whispered = Whispered::new();
			for turn in 0..400 {
				match random.below(6) {
					0..=2 => call(&mut random, &mut said, &mut score),
					3 => meanwhile(&mut random, &mut score),
					4 => secrecy(&mut random, &mut whispered, &mut score),
					_ => fate(&mut random, &mut score),
				}
				assert_eq!(Assembly::do_try_state(), Ok(()), "seed {seed}, turn {turn}");
			}
			// What was said last is what counts, whoever acted for the institution.
			for ((id, by), aye) in said.iter().filter(|((id, _), _)| Assembly::is_ongoing(*id)) {
				let ballot = Polls::ballot(*by, *id).map(|ballot| ballot.aye);
				assert_eq!(ballot, Some(*aye), "seed {seed}, {id:?}, {by:?}");
			}
			for id in (0..Polls::next().0).map(ReferendumId).filter(|id| Assembly::is_ongoing(*id))
			{
				for (by, ballot) in Polls::ballots(id, None, u32::MAX) {
					assert_eq!(said.get(&(id, by)), Some(&ballot.aye), "seed {seed}, {id:?}");
				}
				if Assembly::is_secret(id) {
					let votes = whispered.iter().filter(|((on, _), _)| *on == id);
					let mut sum = Tally::default();
					votes.for_each(|(_, aye)| sum.add(Ballot { aye: *aye, weight: 1 }));
					assert_eq!(Polls::tally(id), Some(sum), "seed {seed}, {id:?}");
				}
			}
		});
	}
	for (what, least) in [
		("submit", 100),
		("submit_for_ring", 40),
		("vote", 300),
		("vote_after_wait", 10),
		("set_rank", 20),
		("update_rank", 20),
		("record_outcome", 20),
		("forget", 5),
		("fate", 300),
		("put_to_ring", 20),
		("count_secret", 100),
		("cancel", 10),
		("cleanup", 50),
	] {
		score.expect(what, least);
	}
	score.expect_refusals(100);
}
