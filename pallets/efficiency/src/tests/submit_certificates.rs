//! Proving with a signature: what is accepted, and every reason for which a batch is refused.

use crate::{
	mock::*, Call, CertificateBatch, Efficiencies, Error, Event, IndicatorRole, Progress, Rounds,
	SampleSize, Snapshots, Stage, METHOD,
};
use frame_support::{weights::Weight, BoundedVec};
use salus_analysis::dea::{Basis, Certificate, Means, Orientation, Score, SlackWeights};
use salus_primitives::{Action, Actor, Belt, RoundId};
use sp_core::H256;
use sp_runtime::traits::BadOrigin;

fn call(batch: CertificateBatch<MaxBatch>) -> Call<Test> {
	Call::submit_certificates { batch }
}

/// Refuses a batch of all five DMUs, changed.
#[track_caller]
fn refused_for(change: impl FnOnce(&mut CertificateBatch<MaxBatch>), error: Error<Test>) {
	let mut batch = batch(ROUND);
	change(&mut batch);
	refused(signed(STRANGER), call(batch), error);
}

/// Refuses the certificate of the last DMU, changed.
#[track_caller]
fn refused_for_basis(change: impl FnOnce(&mut Certificate), error: Error<Test>) {
	refused_for(|batch| change(&mut batch.certificates[4].1), error);
}

fn basis(columns: &[u16]) -> Basis {
	Basis::try_from(columns).expect("it fits")
}

#[test]
fn anybody_proves_dmus_in_parts_and_the_last_makes_the_report_final() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let all = certificates(ROUND);
		accepted(signed(STRANGER), call(batch_of(ROUND, vec![all[1], all[4]])));
		assert_eq!(last_event(), Event::DmusProven { round: ROUND, dmus: 2, proven: 2 });
		assert_eq!(stored(ROUND).stage, Stage::Sealed);
		accepted(signed(STRANGER), call(batch_of(ROUND, vec![all[0], all[2], all[3]])));
		let round = stored(ROUND);
		assert_eq!((round.stage, round.ended), (Stage::Complete, Some(NOW)));
		// The mean row of the guide's table: 0.727, 0.905, 0.804 from unrounded scores
		// 1/2 1/2 1 4/5 5/6, 1 5/8 1 9/10 1, 1/2 4/5 1 8/9 5/6.
		let means = Means {
			crste: Score(726_666_666_667),
			vrste: Score(905_000_000_000),
			scale: Score(804_444_444_444),
		};
		assert_eq!(
			events()[events().len() - 2..],
			[
				Event::DmusProven { round: ROUND, dmus: 3, proven: 5 },
				Event::RoundCompleted { round: ROUND, means: Some(means) },
			]
		);
		let actor = Actor::Account(STRANGER);
		let story = story(ROUND);
		assert_eq!(
			story[story.len() - 3..],
			[
				(Action::DmusProven, actor.clone()),
				(Action::DmusProven, actor.clone()),
				(Action::RoundCompleted, actor),
			]
		);
	});
}

#[test]
fn a_record_names_the_digest_of_the_batch_alone() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let call = call(batch(ROUND));
		accepted(signed(STATISTICIAN), call.clone());
		let recorded = records(ROUND).split_off(7);
		let actions: Vec<_> = recorded.iter().map(|record| record.action).collect();
		assert_eq!(actions, [Action::DmusProven, Action::RoundCompleted]);
		for record in recorded {
			assert_eq!(record.digest, digest_of_arguments(&call));
			assert_eq!(record.institution, Some(HOSPITAL));
		}
	});
}

#[test]
fn means_are_kept_by_belt() {
	run(|| {
		sealed(evaluation(), &DEAP);
		accepted(signed(STRANGER), call(batch(ROUND)));
		let Progress { all, western, central, eastern, elsewhere } = stored(ROUND).progress;
		// Anhui and Fujian are eastern, Beijing and Guangdong central, Chongqing western.
		assert_eq!(
			[all, western, central, eastern, elsewhere].map(|sums| sums.proven),
			[5, 1, 2, 2, 0]
		);
		assert_eq!(eastern.means().map(|means| means.crste), Some(Score(650_000_000_000)));
		assert_eq!(western.means().map(|means| means.vrste), Some(Score(1_000_000_000_000)));
		assert_eq!(elsewhere.means(), None);
		assert_eq!(stored(ROUND).progress.group(Some(Belt::Central)), &central);
	});
}

#[test]
fn a_batch_has_certificates_of_different_dmus_in_order() {
	run(|| {
		sealed(evaluation(), &DEAP);
		refused_for(|batch| batch.certificates = BoundedVec::new(), Error::EmptyBatch);
		refused_for(|batch| batch.certificates.as_mut().swap(0, 1), Error::DmusNotAscending);
		refused_for(
			|batch| {
				let first = batch.certificates[0];
				batch.certificates[1] = first;
			},
			Error::DmusNotAscending,
		);
		refused_for(|batch| batch.certificates[4].0 = 5, Error::NoSuchDmu);
	});
}

#[test]
fn a_batch_weighs_at_most_an_eighth_of_the_largest_transaction() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let part = LargestTransaction::get() / 8;
		// Four certificates fit, each looked up twice and verified once.
		AdmissionWeight::set(Weight::from_parts(part.ref_time() / 90, 0));
		DmuWeight::set(Weight::from_parts(part.ref_time() / 90 * 18, 0));
		let size = batch(ROUND).size;
		assert_eq!(Efficiency::largest_batch(size), 4);
		assert_eq!(Efficiency::batch_limit(SampleSize { columns: 5, ..size }), 2);
		refused(signed(STRANGER), call(batch(ROUND)), Error::BatchTooHeavy);
		accepted(signed(STRANGER), call(batch_of(ROUND, certificates(ROUND)[1..].to_vec())));
		DmuWeight::set(Weight::zero());
		AdmissionWeight::set(Weight::zero());
		// What is left out is read all the same.
		PreparationWeight::set(Weight::from_parts(part.ref_time() / 100, 0));
		assert!(Efficiency::largest_batch(SampleSize { listed: 100, ..size }) > 0);
		assert_eq!(Efficiency::largest_batch(SampleSize { listed: 101, ..size }), 0);
		PreparationWeight::set(Weight::zero());
		MaxBatch::set(3);
		assert_eq!(Efficiency::largest_batch(size), 3);
	});
}

#[test]
fn a_batch_is_of_a_sealed_round() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let other = open(evaluation(), roster(5));
		refused_for(|batch| batch.round = RoundId(9), Error::RoundNotFound);
		refused_for(|batch| batch.round = other, Error::RoundNotSealed);
		let batch = batch(ROUND);
		accepted(root(), Call::cancel { round: ROUND });
		refused(signed(STRANGER), call(batch), Error::RoundNotSealed);
	});
}

#[test]
fn a_batch_of_the_same_figures_in_another_round_is_refused() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let other = sealed(evaluation(), &DEAP);
		refused_for(|batch| batch.round = other, Error::WrongFingerprint);
	});
}

#[test]
fn a_batch_names_the_figures_and_their_size() {
	run(|| {
		sealed(evaluation(), &DEAP);
		refused_for(|batch| batch.fingerprint = H256::zero(), Error::WrongFingerprint);
		refused_for(|batch| batch.size.dmus = 4, Error::WrongSize);
		refused_for(|batch| batch.size.listed = 4, Error::WrongSize);
		refused_for(|batch| batch.size.columns = 3, Error::WrongSize);
	});
}

#[test]
fn a_round_is_proven_by_the_method_for_which_it_was_sealed() {
	run(|| {
		sealed(evaluation(), &DEAP);
		// As if this runtime had come after the seal.
		let snapshot = Snapshots::<Test>::get(ROUND).expect("it is sealed");
		let specification = opening(ROUND).specification;
		Rounds::<Test>::mutate(ROUND, |round| {
			let round = round.as_mut().expect("it is there");
			let seal = round.seal.as_mut().expect("it is sealed");
			seal.method = METHOD - 1;
			seal.fingerprint = snapshot.fingerprint(METHOD - 1, ROUND, &specification);
		});
		refused(signed(STRANGER), call(batch(ROUND)), Error::OtherMethod);
		assert_eq!(Efficiency::report(ROUND).map(|report| report.method), Some(METHOD - 1));
		accepted(root(), Call::cancel { round: ROUND });
	});
}

// By hand: compared with the first, the third would have seven more of y and one of z; with the second,
// one and six.
#[test]
fn raw_slacks_are_weighed_in_the_units_of_their_indicators() {
	run(|| {
		let indicators = vec![
			indicator("x", 0, IndicatorRole::Input),
			indicator("y", 0, IndicatorRole::Output),
			indicator("z", 3, IndicatorRole::Output),
		];
		let mut specification = specification(indicators, Orientation::Input);
		specification.model.weights = SlackWeights::Raw;
		let round = sealed(specification, &[[1, 11, 5_000], [1, 5, 10_000], [2, 4, 4_000]]);
		accepted(signed(STRANGER), call(batch(round)));
		let third = Efficiencies::<Test>::get(round, 2).expect("it is proven");
		let slacks: Vec<u128> = third.slacks.iter().map(|slack| slack.0).collect();
		assert_eq!(slacks, [0, 7 * 10u128.pow(12), 1_000 * 10u128.pow(12)]);
	});
}

#[test]
fn a_survey_takes_no_certificates() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let round = sealed(survey(), &[[1], [2], [3], [4], [5]]);
		refused_for(|batch| batch.round = round, Error::RoundNotSealed);
	});
}

#[test]
fn a_dmu_is_proven_once() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let all = certificates(ROUND);
		let some = batch_of(ROUND, all[..2].to_vec());
		accepted(signed(STRANGER), call(some.clone()));
		refused(signed(STRANGER), call(some), Error::AlreadyProven);
		refused(signed(STRANGER), call(batch_of(ROUND, all[1..].to_vec())), Error::AlreadyProven);
		accepted(signed(STRANGER), call(batch_of(ROUND, all[2..].to_vec())));
		refused(signed(STRANGER), call(batch_of(ROUND, all)), Error::RoundNotSealed);
	});
}

#[test]
fn the_time_for_certificates_ends() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let batch = batch(ROUND);
		Timestamp::set_timestamp(REPORT_BY + 1);
		refused(signed(STRANGER), call(batch.clone()), Error::DeadlinePassed);
		Timestamp::set_timestamp(REPORT_BY);
		accepted(signed(STRANGER), call(batch));
	});
}

// Columns of the five DMUs' programs: 0 to 4 the weights, 5 the slack of the input, 6 that of the
// output, 7 the score. DMU 4 is compared with DMU 2 under constant returns, and with itself under
// variable ones, where the line from DMU 2 to itself bounds what is possible.
#[test]
fn the_expected_certificate_is_the_one_that_is_found() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let by_hand = Certificate { constant: basis(&[2, 7]), variable: basis(&[2, 4, 7]) };
		assert_eq!(certificates(ROUND)[4], (4, by_hand));
		accepted(signed(STRANGER), call(batch_of(ROUND, vec![(4, by_hand)])));
		let stored = Efficiencies::<Test>::get(ROUND, 4).expect("it is proven");
		assert_eq!((stored.crste, stored.vrste), (833_333_333_333, 1_000_000_000_000));
	});
}

#[test]
fn a_certificate_that_proves_nothing_is_refused_with_the_reason() {
	run(|| {
		sealed(evaluation(), &DEAP);
		use Error::*;
		refused_for_basis(|c| c.constant = basis(&[7]), BasisOfWrongLength);
		refused_for_basis(|c| c.constant = Basis::EMPTY, BasisOfWrongLength);
		refused_for_basis(|c| c.variable = basis(&[2, 7]), BasisOfWrongLength);
		refused_for_basis(|c| c.constant = basis(&[2, 8]), NoSuchColumn);
		refused_for_basis(|c| c.constant = basis(&[7, 2]), ColumnsNotAscending);
		refused_for_basis(|c| c.constant = basis(&[2, 2]), ColumnsNotAscending);
		// The score and the slack of the input meet in one row.
		refused_for_basis(|c| c.constant = basis(&[5, 7]), BasisSingular);
		// Without any weight the output falls short.
		refused_for_basis(|c| c.constant = basis(&[6, 7]), BasisInfeasible);
		// Compared with itself alone: feasible, and what it would claim is a score of one.
		refused_for_basis(|c| c.constant = basis(&[4, 7]), BasisNotOptimal);
	});
}

#[test]
fn one_bad_certificate_spoils_the_batch() {
	run(|| {
		sealed(evaluation(), &DEAP);
		refused_for_basis(|c| c.constant = basis(&[4, 7]), Error::BasisNotOptimal);
		assert_eq!(Efficiencies::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_signature_is_needed_here() {
	run(|| {
		sealed(evaluation(), &DEAP);
		refused_with(RuntimeOrigin::none(), call(batch(ROUND)), BadOrigin.into());
		refused_with(root(), call(batch(ROUND)), BadOrigin.into());
	});
}

#[test]
fn a_mutated_certificate_is_refused_or_proves_the_same() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let all = certificates(ROUND);
		let honest = crate::Pallet::<Test>::check_batch(&batch_of(ROUND, all.clone()))
			.unwrap_or_else(|_| panic!("the proof holds"))
			.reports;
		let mut refused = 0;
		for (dmu, certificate) in all {
			for program in 0..2 {
				for place in 0..3 {
					for column in 0..10 {
						let mut mutated = certificate;
						let basis = match program {
							0 => &mut mutated.constant,
							_ => &mut mutated.variable,
						};
						let mut columns = basis.columns().to_vec();
						let Some(target) = columns.get_mut(place) else { continue };
						*target = column;
						columns.sort_unstable();
						*basis = Basis::try_from(&columns[..]).expect("it fits");
						match crate::Pallet::<Test>::check_batch(&batch_of(
							ROUND,
							vec![(dmu, mutated)],
						)) {
							Ok(shown) => {
								assert_eq!(shown.reports, [honest[usize::from(dmu)].clone()])
							}
							Err(_) => refused += 1,
						}
					}
				}
			}
		}
		assert!(refused > 150, "only {refused} of 250 mutations were refused");
	});
}
