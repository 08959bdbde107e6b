//! Archiving a round that ended long ago.

use crate::{
	mock::*, Archived, ArchivedReport, ArchivedRound, Call, DensityError, Efficiencies, Error,
	Event, Group, Measure, RoundSpecifications, Rounds, Snapshots, Stage, ValueScale,
};
use codec::Encode;
use frame_support::dispatch::GetDispatchInfo;
use salus_analysis::density::{Bandwidth, Grid};
use salus_primitives::{Action, Actor, RoundId, Subject, Subjects};
use sp_core::H256;
use sp_runtime::traits::{BadOrigin, Dispatchable};

/// The call that archives a round as it stands.
fn call(round: RoundId) -> Call<Test> {
	let digest = Efficiency::archive_digest(round).expect("it has ended");
	Call::archive_round { round, digest }
}

/// A round with a report, and the figures that it follows from.
fn complete() -> RoundId {
	let round = sealed(evaluation(), &DEAP);
	accepted(signed(STRANGER), Call::submit_certificates { batch: batch(round) });
	round
}

/// Turns to the first moment at which what ends now can be archived.
fn wait() {
	Timestamp::set_timestamp(Timestamp::get() + ARCHIVE_AFTER);
}

fn assert_gone(round: RoundId) {
	assert!(Rounds::<Test>::get(round).is_none());
	assert!(RoundSpecifications::<Test>::get(round).is_none());
	assert!(Snapshots::<Test>::get(round).is_none());
	assert_eq!(Efficiencies::<Test>::iter_prefix(round).count(), 0);
}

#[test]
fn of_a_report_the_seal_and_the_sums_stay() {
	run(|| {
		let (id, round) = (complete(), stored(ROUND));
		wait();
		let call = call(id);
		let Call::archive_round { digest, .. } = call else { unreachable!() };
		accepted(signed(STRANGER), call.clone());
		assert_gone(id);
		assert_eq!(last_event(), Event::RoundArchived { round: id, digest });
		assert_eq!(story(id).pop(), Some((Action::RoundArchived, Actor::Account(STRANGER))));
		let record = records(id).pop().expect("it is recorded");
		assert_eq!((record.institution, record.digest), (None, digest_of_arguments(&call)));
		let seal = round.seal.expect("it was sealed");
		let report = ArchivedReport { seal, progress: round.progress, completed: NOW };
		let newest_record = salus_primitives::mock::MockTrail::newest(&Subject::Round(id));
		let left = ArchivedRound { report: Some(report), newest_record };
		assert_eq!(Archived::<Test>::get(id), Some(left));
		assert_eq!(Efficiency::archived_round(id), Some(left));
		assert_eq!(Efficiency::newest_record(&Subject::Round(id)), newest_record);
		assert!(report.progress.all.means().is_some());
	});
}

#[test]
fn of_a_round_without_a_report_the_newest_record_stays() {
	run(|| {
		let expired = open(evaluation(), roster(5));
		let cancelled = sealed(evaluation(), &DEAP);
		accepted(root(), Call::cancel { round: cancelled });
		Timestamp::set_timestamp(REPORT_BY + 1);
		accepted(signed(STRANGER), Call::close { round: expired });
		wait();
		for round in [expired, cancelled] {
			accepted(signed(STRANGER), call(round));
			assert_gone(round);
			let left = Archived::<Test>::get(round).expect("it is archived");
			assert_eq!(left.report, None);
			assert!(left.newest_record.is_some());
		}
	});
}

#[test]
fn a_survey_leaves_its_seal() {
	run(|| {
		let round = sealed(survey(), &[[1], [2]]);
		let seal = stored(round).seal;
		wait();
		accepted(signed(STRANGER), call(round));
		assert_gone(round);
		let report = Efficiency::archived_round(round).and_then(|left| left.report);
		let report = report.expect("it was complete");
		assert_eq!((Some(report.seal), report.progress), (seal, Default::default()));
	});
}

#[test]
fn the_digest_is_computed_as_documented() {
	run(|| {
		// One DMU of three is left out.
		let reported = sealed(evaluation(), &[[1, 1], [0, 1], [2, 1]]);
		accepted(signed(STRANGER), Call::submit_certificates { batch: batch(reported) });
		let surveyed = sealed(survey(), &[[1], [2]]);
		let cancelled = sealed(evaluation(), &DEAP);
		accepted(root(), Call::cancel { round: cancelled });
		for (id, efficiencies) in [(reported, 2), (surveyed, 0), (cancelled, 0)] {
			let mut bytes = id.0.to_le_bytes().to_vec();
			bytes.extend(opening(id).encode());
			bytes.extend(stored(id).encode());
			match Snapshots::<Test>::get(id) {
				Some(snapshot) => {
					bytes.push(1);
					bytes.extend(snapshot.encode());
				}
				None => bytes.push(0),
			}
			bytes.push(efficiencies << 2);
			for place in 0..u16::from(efficiencies) {
				let dmu = Efficiencies::<Test>::get(id, place).expect("it is proven");
				bytes.extend(dmu.encode());
			}
			let digest = H256(sp_io::hashing::blake2_256(&bytes));
			assert_eq!(Efficiency::archive_digest(id), Some(digest));
		}
	});
}

#[test]
fn another_digest_is_refused() {
	run(|| {
		let round = complete();
		let other = sealed(survey(), &[[1], [2]]);
		wait();
		let digest = Efficiency::archive_digest(other).expect("it has ended");
		let call = Call::archive_round { round, digest };
		refused(signed(STRANGER), call, Error::DigestMismatch);
	});
}

#[test]
fn a_round_is_archived_once_and_long_after_its_end() {
	run(|| {
		let archive = |round| Call::archive_round { round, digest: H256::zero() };
		refused(signed(STRANGER), archive(ROUND), Error::RoundNotFound);
		let open = open(evaluation(), roster(5));
		let half = sealed(evaluation(), &DEAP);
		let ended = complete();
		Timestamp::set_timestamp(NOW + ARCHIVE_AFTER - 1);
		refused(signed(STRANGER), archive(open), Error::NotEnded);
		refused(signed(STRANGER), archive(half), Error::NotEnded);
		assert_eq!([open, half].map(Efficiency::archive_digest), [None, None]);
		let call = call(ended);
		refused(signed(STRANGER), call.clone(), Error::RetentionNotOver);
		Timestamp::set_timestamp(NOW + ARCHIVE_AFTER);
		refused_with(RuntimeOrigin::none(), call.clone(), BadOrigin.into());
		accepted(signed(STRANGER), call.clone());
		refused(signed(STRANGER), call, Error::RoundArchived);
		assert_eq!(Efficiency::archive_digest(ended), None);
	});
}

#[test]
fn an_archived_round_takes_no_step() {
	run(|| {
		let round = complete();
		let proof = batch(round);
		wait();
		accepted(signed(STRANGER), call(round));
		let observation = Call::observe { round, dmu: region(0), values: figures(&[1, 1]) };
		refused(signed(100), observation, Error::RoundArchived);
		for call in [
			Call::seal { round },
			Call::cancel { round },
			Call::submit_certificates { batch: proof.clone() },
		] {
			refused(signed(COUNCIL), call, Error::RoundArchived);
		}
		refused(signed(STRANGER), Call::close { round }, Error::RoundArchived);
		let told = Efficiency::check_batch(&proof).map(drop);
		assert_eq!(told, Err(Error::RoundArchived));
	});
}

#[test]
fn views_have_no_archived_rounds() {
	run(|| {
		let (round, other) = (complete(), complete());
		wait();
		accepted(signed(STRANGER), call(round));
		let dmu = region(1);
		assert_eq!(Efficiency::round(round), None);
		let listed: Vec<_> = Efficiency::rounds(None, 9).into_iter().map(|(id, _)| id).collect();
		assert_eq!(listed, [other]);
		assert_eq!(Efficiency::observations(round, 0, 9), []);
		assert_eq!(Efficiency::report(round), None);
		assert_eq!(Efficiency::report_rows(round, 0, 9), []);
		assert_eq!(Efficiency::report_of(round, dmu.clone()), None);
		assert_eq!(Efficiency::ranking(round, Measure::Technical, 0, 9), []);
		assert_eq!(Efficiency::targets(round, dmu.clone()), None);
		let history = Efficiency::history(dmu, RoundId(0), 9);
		assert_eq!(history.into_iter().map(|(id, _)| id).collect::<Vec<_>>(), [other]);
		let grid = Grid { points: 5, bounds: None };
		let scale = ValueScale::Absolute;
		let density = |id| {
			Efficiency::density(id, 0, Group::All, scale, Bandwidth::Silverman, grid).map(drop)
		};
		assert_eq!(density(round), Err(DensityError::RoundArchived));
		assert_eq!(density(RoundId(9)), Err(DensityError::RoundNotFound));
		assert_eq!(Efficiency::archived_round(other), None);
	});
}

#[test]
fn archiving_is_charged_by_what_is_removed() {
	run(|| {
		let rounds = [complete(), sealed(survey(), &[[1], [2]]), open(evaluation(), roster(4))];
		accepted(root(), Call::cancel { round: rounds[2] });
		wait();
		let charged = rounds.map(|round| {
			let call = RuntimeCall::from(call(round));
			assert_eq!(call.get_dispatch_info().call_weight.ref_time(), 20_480);
			let actual = call.dispatch(signed(STRANGER)).expect("it is archived").actual_weight;
			actual.map(|weight| weight.ref_time())
		});
		assert_eq!(charged, [Some(100), Some(6), Some(2)]);
		assert_eq!(Rounds::<Test>::iter().filter(|(_, r)| r.stage == Stage::Complete).count(), 0);
	});
}
