//! Each invariant, broken on purpose, is found broken.

use crate::{
	mock::*, ActiveRounds, Archived, Call, Efficiencies, Exclusion, NextRoundId, Observations,
	Rosters, RoundSpecifications, Rounds, Snapshots, Stage, METHOD,
};
use salus_primitives::RoundId;

fn broken(change: impl FnOnce(), expected: &'static str) {
	run_unchecked(|| {
		// 0: complete; 1: open; 2: a survey; 3: proven in part.
		sealed(evaluation(), &DEAP);
		accepted(signed(STRANGER), Call::submit_certificates { batch: batch(ROUND) });
		let open = open(evaluation(), roster(5));
		observe(0, open, figures(&[1, 1]));
		sealed(survey(), &[[1], [2]]);
		let half = sealed(evaluation(), &[[1, 1], [2, 1], [0, 1]]);
		let some = certificates(half)[..1].to_vec();
		accepted(signed(STRANGER), Call::submit_certificates { batch: batch_of(half, some) });
		check_state();
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
		let specification = opening(RoundId(id)).specification;
		let print = snapshot.fingerprint(METHOD, RoundId(id), &specification);
		if let Some(seal) = &mut round.seal {
			seal.fingerprint = print;
			seal.dmus = snapshot.rows.len() as u16;
			seal.excluded = snapshot.excluded.len() as u16;
		}
	});
}

fn change_dmu(id: u32, place: u16, change: impl FnOnce(&mut crate::Efficiency)) {
	Efficiencies::<Test>::mutate(RoundId(id), place, |dmu| {
		if let Some(dmu) = dmu {
			change(dmu);
		}
	});
	// With sums to match.
	let snapshot = Snapshots::<Test>::get(RoundId(id)).expect("it is there");
	change_round(id, |round| {
		round.progress = Default::default();
		for (place, dmu) in Efficiencies::<Test>::iter_prefix(RoundId(id)) {
			round.progress.add(snapshot.rows[usize::from(place)].belt, &dmu);
		}
	});
}

#[test]
fn active_rounds() {
	broken(
		ActiveRounds::<Test>::kill,
		"efficiency: invariant 1: active rounds are not those that are listed",
	);
	broken(
		|| NextRoundId::<Test>::put(RoundId(3)),
		"efficiency: invariant 1: an identifier was not handed out",
	);
}

#[test]
fn specifications_and_rosters() {
	broken(
		|| RoundSpecifications::<Test>::remove(RoundId(1)),
		"efficiency: invariant 2: a round has no specification",
	);
	broken(
		|| RoundSpecifications::<Test>::insert(RoundId(9), opening(ROUND)),
		"efficiency: invariant 2: a specification has no round",
	);
	broken(
		|| {
			let mut opening = opening(RoundId(1));
			opening.specification.title = text(" ");
			RoundSpecifications::<Test>::insert(RoundId(1), opening);
		},
		"efficiency: invariant 2: a specification is not possible",
	);
	let of_another =
		"efficiency: invariant 2: a roster is missing, or is of a round that is not open";
	broken(|| Rosters::<Test>::remove(RoundId(1)), of_another);
	// Of a survey that is complete.
	broken(|| Rosters::<Test>::insert(RoundId(2), roster(2)), of_another);
	broken(
		|| {
			accepted(root(), Call::cancel { round: RoundId(1) });
			Rosters::<Test>::insert(RoundId(1), roster(5));
		},
		of_another,
	);
	broken(
		|| Rosters::<Test>::insert(RoundId(1), roster(3)),
		"efficiency: invariant 2: a roster is not of its round",
	);
	broken(
		|| Rosters::<Test>::insert(RoundId(9), roster(3)),
		"efficiency: invariant 2: a roster has no round",
	);
}

#[test]
fn observations() {
	let put = |id, place, row: &[u64]| {
		Observations::<Test>::insert(RoundId(id), region(place), figures(row));
	};
	let of_no_open = "efficiency: invariant 3: an observation is of no open round";
	broken(|| put(9, 0, &[1, 1]), of_no_open);
	broken(|| put(0, 0, &[1, 1]), of_no_open);
	broken(|| put(1, 9, &[1, 1]), "efficiency: invariant 3: an observation has no DMU");
	broken(|| put(1, 1, &[1]), "efficiency: invariant 3: an observation is not full");
	broken(|| put(1, 1, &[1, 1]), "efficiency: invariant 3: observations are miscounted");
	broken(
		|| change_round(0, |round| round.observed = 6),
		"efficiency: invariant 3: more was observed than there is",
	);
}

#[test]
fn snapshots() {
	let gone = "efficiency: invariant 4: a snapshot is missing, or is of a round without figures";
	broken(|| Snapshots::<Test>::remove(RoundId(0)), gone);
	broken(|| Snapshots::<Test>::insert(RoundId(1), crate::Snapshot::default()), gone);
	broken(
		|| Snapshots::<Test>::insert(RoundId(9), crate::Snapshot::default()),
		"efficiency: invariant 4: a snapshot has no round",
	);
	broken(
		|| {
			let seal = stored(ROUND).seal;
			change_round(1, |round| round.seal = seal);
		},
		"efficiency: invariant 4: an open round has a seal",
	);
	broken(
		|| {
			change_round(0, |round| {
				if let Some(seal) = &mut round.seal {
					seal.dmus = 4;
				}
			})
		},
		"efficiency: invariant 4: a snapshot is miscounted",
	);
	broken(
		|| {
			Snapshots::<Test>::mutate(ROUND, |snapshot| {
				if let Some(snapshot) = snapshot {
					snapshot.rows[0].values = figures(&[21, 10]);
				}
			})
		},
		"efficiency: invariant 4: a snapshot has another fingerprint",
	);
	broken(
		|| change_snapshot(0, |snapshot| snapshot.rows.as_mut().swap(0, 1)),
		"efficiency: invariant 4: a snapshot is out of order",
	);
	broken(
		|| change_snapshot(3, |snapshot| snapshot.excluded[0].0.dmu = region(1)),
		"efficiency: invariant 4: a snapshot has not each DMU once",
	);
	broken(
		|| change_snapshot(0, |snapshot| drop(snapshot.rows.pop())),
		"efficiency: invariant 4: a snapshot has not each DMU once",
	);
	broken(
		|| change_snapshot(0, |snapshot| snapshot.rows[0].values = figures(&[0, 1])),
		"efficiency: invariant 4: a DMU should be left out",
	);
	broken(
		|| change_snapshot(3, |snapshot| snapshot.excluded[0].1 = Exclusion::Missing(1)),
		"efficiency: invariant 4: a DMU is left out wrongly",
	);
}

#[test]
fn progress() {
	let copy = |id, place| {
		let dmu = Efficiencies::<Test>::get(ROUND, 0).expect("it is proven");
		Efficiencies::<Test>::insert(RoundId(id), place, dmu);
	};
	broken(|| copy(3, 2), "efficiency: invariant 5: an efficiency has no DMU");
	broken(|| copy(1, 0), "efficiency: invariant 5: an efficiency has no DMU");
	broken(|| copy(9, 0), "efficiency: invariant 5: an efficiency has no round");
	broken(|| copy(3, 1), "efficiency: invariant 5: what is proven is miscounted");
	broken(
		|| change_round(0, |round| round.progress.western.crste += 1),
		"efficiency: invariant 5: what is proven is miscounted",
	);
	broken(
		|| {
			copy(2, 0);
			change_dmu(2, 0, |_| {});
		},
		"efficiency: invariant 5: a survey has efficiencies",
	);
	broken(
		|| {
			change_round(3, |round| {
				round.stage = Stage::Complete;
				round.ended = Some(0);
			});
			ActiveRounds::<Test>::mutate(|active| active.retain(|id| *id != RoundId(3)));
		},
		"efficiency: invariant 5: a round is final too early or late",
	);
	broken(
		|| change_round(1, |round| round.ended = Some(0)),
		"efficiency: invariant 5: the end of a round is not its stage's",
	);
}

#[test]
fn efficiencies() {
	let one = 1_000_000_000_000;
	broken(
		|| change_dmu(0, 1, |dmu| dmu.crste = dmu.vrste + 1),
		"efficiency: invariant 6: a score is out of bounds",
	);
	broken(
		|| change_dmu(0, 1, |dmu| dmu.vrste = one + 1),
		"efficiency: invariant 6: a score is out of bounds",
	);
	broken(
		|| change_dmu(0, 2, |dmu| dmu.crste -= 1),
		"efficiency: invariant 6: constant returns are not",
	);
	broken(
		|| change_dmu(0, 1, |dmu| dmu.scale += 3),
		"efficiency: invariant 6: scale is not the quotient",
	);
	broken(
		|| change_dmu(0, 1, |dmu| dmu.peers[0].0 .0 = 5),
		"efficiency: invariant 6: a peer is of no snapshot",
	);
	broken(
		|| change_dmu(0, 1, |dmu| dmu.peers[0].1 .0 += 3),
		"efficiency: invariant 6: weights do not add up to one",
	);
	broken(
		|| change_dmu(0, 1, |dmu| dmu.peers.clear()),
		"efficiency: invariant 6: a DMU has no peers",
	);
}

#[test]
fn solutions() {
	broken(
		|| change_dmu(0, 0, |dmu| dmu.slacks.clear()),
		"efficiency: invariant 6: slacks are not those of the columns",
	);
	// Another peer than the DMU itself, which alone has what it has.
	broken(
		|| change_dmu(3, 0, |dmu| dmu.peers[0].0 = 1.into()),
		"efficiency: invariant 7: figures say another efficiency",
	);
}

/// Like [`broken`], with round 4 archived after its report, and round 5 after it was called off.
fn broken_archive(change: impl FnOnce(), expected: &'static str) {
	run_unchecked(|| {
		for _ in 0..4 {
			let id = sealed(survey(), &[[1], [2]]);
			archive(id);
		}
		let reported = sealed(evaluation(), &DEAP);
		accepted(signed(STRANGER), Call::submit_certificates { batch: batch(reported) });
		archive(reported);
		let cancelled = open(evaluation(), roster(5));
		accepted(root(), Call::cancel { round: cancelled });
		archive(cancelled);
		check_state();
		change();
		assert_eq!(Efficiency::do_try_state(), Err(expected.into()));
	});
}

fn archive(round: RoundId) {
	Timestamp::set_timestamp(Timestamp::get() + ARCHIVE_AFTER);
	let digest = Efficiency::archive_digest(round).expect("it has ended");
	accepted(signed(STRANGER), Call::archive_round { round, digest });
	Timestamp::set_timestamp(NOW);
}

fn change_archived(id: u32, change: impl FnOnce(&mut crate::ArchivedReport)) {
	Archived::<Test>::mutate(RoundId(id), |archived| {
		if let Some(report) = archived.as_mut().and_then(|archived| archived.report.as_mut()) {
			change(report);
		}
	});
}

#[test]
fn archived_rounds() {
	broken_archive(
		|| NextRoundId::<Test>::put(RoundId(5)),
		"efficiency: invariant 8: an identifier was not handed out",
	);
	broken_archive(
		|| {
			let twice = open(evaluation(), roster(5));
			let left = Archived::<Test>::get(RoundId(5)).expect("it is archived");
			Archived::<Test>::insert(twice, left);
		},
		"efficiency: invariant 8: an archived round is stored",
	);
	let not_final = "efficiency: invariant 8: an archived report is not final";
	broken_archive(|| change_archived(4, |report| report.seal.dmus = 6), not_final);
	broken_archive(|| change_archived(0, |report| report.progress.all.proven = 1), not_final);
	let off = "efficiency: invariant 8: the belts do not add up";
	broken_archive(|| change_archived(4, |report| report.progress.western.proven += 1), off);
	broken_archive(|| change_archived(4, |report| report.progress.central.crste += 1), off);
	broken_archive(|| change_archived(4, |report| report.progress.eastern.vrste += 1), off);
	broken_archive(|| change_archived(4, |report| report.progress.elsewhere.scale += 1), off);
}
