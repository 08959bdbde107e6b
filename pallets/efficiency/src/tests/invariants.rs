//! Each invariant, broken on purpose, is found broken.

use crate::{
	mock::*, ActiveRounds, Call, Efficiencies, Exclusion, NextRoundId, Observations, Rosters,
	Rounds, Snapshots, Stage, METHOD,
};
use salus_primitives::RoundId;

fn broken(change: impl FnOnce(), expected: &'static str) {
	run_unchecked(|| {
		// 0: complete; 1: open; 2: a survey; 3: proven in part.
		sealed(evaluation(), &DEAP);
		accepted(signed(STRANGER), Call::submit_certificates { proof: proof(ROUND) });
		let open = open(evaluation(), roster(5));
		observe(0, open, figures(&[1, 1]));
		sealed(survey(), &[[1], [2]]);
		let half = sealed(evaluation(), &[[1, 1], [2, 1], [0, 1]]);
		let some = certificates(half)[..1].to_vec();
		accepted(signed(STRANGER), Call::submit_certificates { proof: proof_of(half, some) });
		assert_eq!(Efficiency::do_try_state(), Ok(()));
		change();
		assert_eq!(Efficiency::do_try_state(), Err(expected.into()));
	});
}

fn change_round(id: u32, change: impl FnOnce(&mut crate::Round)) {
	Rounds::<Test>::mutate(RoundId(id), |round| {
		if let Some(round) = round {
			change(round);
		}
	});
}

fn change_snapshot(id: u32, change: impl FnOnce(&mut crate::Snapshot)) {
	Snapshots::<Test>::mutate(RoundId(id), |snapshot| {
		if let Some(snapshot) = snapshot {
			change(snapshot);
		}
	});
	// With a fingerprint to match, so that what follows is looked at.
	change_round(id, |round| {
		let snapshot = Snapshots::<Test>::get(RoundId(id)).expect("it is there");
		let print = snapshot.fingerprint(METHOD, RoundId(id), &round.terms);
		if let Some(seal) = &mut round.seal {
			seal.fingerprint = print;
			seal.units = snapshot.rows.len() as u16;
			seal.excluded = snapshot.excluded.len() as u16;
		}
	});
}

fn change_unit(id: u32, place: u16, change: impl FnOnce(&mut crate::Efficiency)) {
	Efficiencies::<Test>::mutate(RoundId(id), place, |unit| {
		if let Some(unit) = unit {
			change(unit);
		}
	});
	// With sums to match.
	let snapshot = Snapshots::<Test>::get(RoundId(id)).expect("it is there");
	change_round(id, |round| {
		round.progress = Default::default();
		for (place, unit) in Efficiencies::<Test>::iter_prefix(RoundId(id)) {
			round.progress.add(snapshot.rows[usize::from(place)].belt, &unit);
		}
	});
}

#[test]
fn active_rounds() {
	broken(ActiveRounds::<Test>::kill, "active rounds are out of step");
	broken(|| NextRoundId::<Test>::put(RoundId(3)), "a round has no number");
}

#[test]
fn terms_and_rosters() {
	broken(
		|| change_round(1, |round| round.terms.title = text(" ")),
		"a round has terms of no round",
	);
	broken(|| Rosters::<Test>::remove(RoundId(2)), "a round has no roster");
	broken(|| Rosters::<Test>::insert(RoundId(2), roster(3)), "a round and its roster differ");
	broken(|| Rosters::<Test>::insert(RoundId(9), roster(3)), "a roster has no round");
	broken(
		|| {
			accepted(root(), Call::cancel { round: RoundId(1) });
			Rosters::<Test>::insert(RoundId(1), roster(5));
		},
		"a round that failed has a roster",
	);
}

#[test]
fn observations() {
	let put = |id, place, row: &[u64]| {
		Observations::<Test>::insert(RoundId(id), region(place), figures(row));
	};
	broken(|| put(9, 0, &[1, 1]), "an observation has no round");
	broken(|| put(0, 0, &[1, 1]), "an observation outlives its round");
	broken(|| put(1, 9, &[1, 1]), "an observation is of another's unit");
	broken(|| put(1, 1, &[1]), "an observation is not of the length of its round");
	broken(|| put(1, 1, &[1, 1]), "observations are miscounted");
	broken(|| change_round(0, |round| round.observed = 6), "more was observed than there is");
}

#[test]
fn snapshots() {
	let gone = "a snapshot is missing, or is of no use";
	broken(|| Snapshots::<Test>::remove(RoundId(0)), gone);
	broken(|| Snapshots::<Test>::insert(RoundId(1), crate::Snapshot::default()), gone);
	broken(
		|| Snapshots::<Test>::insert(RoundId(9), crate::Snapshot::default()),
		"a snapshot has no round",
	);
	broken(
		|| {
			let seal = stored(ROUND).seal;
			change_round(1, |round| round.seal = seal);
		},
		"an open round has a seal",
	);
	broken(
		|| {
			change_round(0, |round| {
				if let Some(seal) = &mut round.seal {
					seal.units = 4;
				}
			})
		},
		"a snapshot is miscounted",
	);
	broken(
		|| {
			Snapshots::<Test>::mutate(ROUND, |snapshot| {
				if let Some(snapshot) = snapshot {
					snapshot.rows[0].values = figures(&[21, 10]);
				}
			})
		},
		"a snapshot has another fingerprint",
	);
	broken(
		|| change_snapshot(0, |snapshot| snapshot.rows.as_mut().swap(0, 1)),
		"a snapshot is out of order",
	);
	broken(
		|| change_snapshot(0, |snapshot| drop(snapshot.rows.pop())),
		"a snapshot is not of its roster",
	);
	broken(
		|| change_snapshot(0, |snapshot| snapshot.rows[0].values = figures(&[0, 1])),
		"a unit should be left out",
	);
	broken(
		|| change_snapshot(3, |snapshot| snapshot.excluded[0].1 = Exclusion::Missing(1)),
		"a unit is left out for no reason",
	);
}

#[test]
fn progress() {
	let copy = |id, place| {
		let unit = Efficiencies::<Test>::get(ROUND, 0).expect("it is proven");
		Efficiencies::<Test>::insert(RoundId(id), place, unit);
	};
	broken(|| copy(3, 2), "an efficiency is of no unit of a snapshot");
	broken(|| copy(1, 0), "an efficiency is of no unit of a snapshot");
	broken(|| copy(9, 0), "an efficiency has no round");
	broken(|| copy(3, 1), "what is proven is miscounted");
	broken(
		|| change_round(0, |round| round.progress.western.crste += 1),
		"what is proven is miscounted",
	);
	broken(
		|| {
			copy(2, 0);
			change_unit(2, 0, |_| {});
		},
		"a survey has efficiencies",
	);
	broken(
		|| {
			change_round(3, |round| {
				round.stage = Stage::Complete;
				round.ended = Some(0);
			});
			ActiveRounds::<Test>::mutate(|active| active.retain(|id| *id != RoundId(3)));
		},
		"a round is final before its time",
	);
	broken(|| change_round(1, |round| round.ended = Some(0)), "a round ended and did not");
}

#[test]
fn efficiencies() {
	let one = 1_000_000_000_000;
	broken(|| change_unit(0, 1, |unit| unit.crste = unit.vrste + 1), "a score is out of bounds");
	broken(|| change_unit(0, 1, |unit| unit.vrste = one + 1), "a score is out of bounds");
	broken(|| change_unit(0, 2, |unit| unit.crste -= 1), "constant returns are not");
	broken(|| change_unit(0, 1, |unit| unit.scale += 3), "scale is not what it should be");
	broken(|| change_unit(0, 1, |unit| unit.peers[0].0 .0 = 5), "a peer is of no snapshot");
	broken(
		|| change_unit(0, 1, |unit| unit.peers[0].1 .0 += 3),
		"the weights of peers do not add up to one",
	);
	broken(|| change_unit(0, 1, |unit| unit.peers.clear()), "a unit is compared with none");
}

#[test]
fn proofs() {
	broken(|| change_unit(0, 0, |unit| unit.slacks.clear()), "slacks are not those of the columns");
	// Another peer than the unit itself, which alone has what it has.
	broken(
		|| change_unit(3, 0, |unit| unit.peers[0].0 = 1.into()),
		"an efficiency is not what its figures say",
	);
}
