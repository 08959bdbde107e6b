//! The cost of each call, at its worst.

#![cfg(feature = "runtime-benchmarks")]

mod samples;

use crate::{
	certificates::Shown, rounds, ActiveRounds, Archived, ArchivedRound, Call, CertificateBatch,
	Config, Dmu, Efficiencies, Efficiency, Error, Indicator, IndicatorRole, NextRoundId,
	Observations, Pallet, Roster, RoundSpecification, RoundSpecifications, Rounds, SampleSize,
	Stage, MAX_DECIMALS, MAX_DMUS, MAX_INDICATORS,
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{pallet_prelude::Get, traits::EnsureOrigin, BoundedVec};
use frame_system::RawOrigin;
use salus_analysis::dea::{
	Certificate, DmuReport, Model, Orientation, Peer, Refusal, ReturnsToScale, Sample, Score,
	Slack, SlackWeights, Verifier, MAX_ROWS, ONE,
};
use salus_primitives::{
	Access, Act, Actor, BenchmarkHelper, InstitutionId, Moment, RecordId, RegionCode, RoundId,
	Text, Trail,
};
use salus_solver::{hospitals, Solver};
use samples::{hard_certificate, hard_rows, hard_sample, solve};
use sp_core::H256;

/// The most certificates that are measured in one batch.
const MOST_CERTIFICATES: u32 = 128;
/// How many hospitals there are where verifying is compared with solving.
const HOSPITALS: usize = 958;
/// Inputs and outputs of the widest sample.
const WIDEST: usize = MAX_INDICATORS as usize;

fn authority<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::RoundOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

fn text<const N: u32>(byte: u8) -> Text<N> {
	Text(BoundedVec::truncate_from(vec![byte; N as usize]))
}

/// How the report is made.
fn model() -> Model {
	Model { orientation: Orientation::Output, weights: SlackWeights::Mean }
}

/// RoundSpecification of full length, with as many inputs as outputs, or one more output.
fn specification<T: Config>(width: usize) -> RoundSpecification {
	let indicators: Vec<_> = (0..width)
		.map(|column| Indicator {
			name: text(b'n'),
			unit: text(b'u'),
			decimals: MAX_DECIMALS,
			role: if column < width / 2 { IndicatorRole::Input } else { IndicatorRole::Output },
		})
		.collect();
	let report_by = T::Trail::now().saturating_add(T::MaxRound::get());
	RoundSpecification {
		title: text(b't'),
		note: Some(text(b'n')),
		indicators: BoundedVec::truncate_from(indicators),
		model: model(),
		observe_by: report_by.saturating_sub(T::MinProving::get()),
		report_by,
	}
}

fn roster<T: Config>(n: u32) -> Roster {
	let codes: Vec<RegionCode> = (0..n).map(T::BenchmarkHelper::region).collect();
	Roster::Regions(BoundedVec::truncate_from(codes))
}

/// Hospitals as they might be.
fn sample_of_hospitals() -> Result<Sample, BenchmarkError> {
	Sample::new(2, 2, &hospitals(2_019, HOSPITALS))
		.map_err(|_| BenchmarkError::Stop("the figures are no sample"))
}

/// Institutions, each of a region of its own.
fn institutions<T: Config>(n: u32) -> Roster {
	let ids: Vec<InstitutionId> = (0..n)
		.map(|number| {
			let region = T::BenchmarkHelper::region(number);
			T::BenchmarkHelper::commission(region, &account("statistician", number, 0))
		})
		.collect();
	Roster::Institutions(BoundedVec::truncate_from(ids))
}

/// An open round with a specification of full length, which has a record already.
fn open<T: Config>(roster: Roster) -> Result<RoundId, BenchmarkError> {
	let (id, mut round) =
		Pallet::<T>::add_round(specification::<T>(WIDEST), roster).map_err(stop::<T>)?;
	round.newest_record = Some(RecordId(0));
	rounds::put::<T>(id, &round);
	Ok(id)
}

/// An open round of `n` regions, all observed.
fn observed<T: Config>(n: u32) -> Result<RoundId, BenchmarkError> {
	observed_of::<T>(n, roster::<T>(n))
}

/// An open round of `n` DMUs, all observed.
fn observed_of<T: Config>(n: u32, roster: Roster) -> Result<RoundId, BenchmarkError> {
	let id = open::<T>(roster)?;
	let roster = rounds::roster::<T>(id).map_err(stop::<T>)?;
	for (dmu, row) in roster.iter().zip(hard_rows(n as usize, WIDEST)) {
		let values: Vec<_> = row.into_iter().map(Some).collect();
		Observations::<T>::insert(id, dmu, BoundedVec::truncate_from(values));
	}
	Rounds::<T>::mutate(id, |round| {
		if let Some(round) = round {
			round.observed = n as u16;
		}
	});
	Ok(id)
}

fn sealed<T: Config>(n: u32) -> Result<RoundId, BenchmarkError> {
	let id = observed::<T>(n)?;
	let mut round = rounds::find::<T>(id).map_err(stop::<T>)?;
	let opening = rounds::opening::<T>(id).map_err(stop::<T>)?;
	Pallet::<T>::freeze(id, &opening, &mut round).map_err(stop::<T>)?;
	rounds::put::<T>(id, &round);
	Ok(id)
}

fn stop<T: Config>(error: Error<T>) -> BenchmarkError {
	log::error!("{error:?}");
	BenchmarkError::Stop("the stage could not be set")
}

/// The longest report of a DMU.
fn longest_report() -> DmuReport {
	DmuReport {
		crste: Score(ONE - 1),
		vrste: Score(ONE),
		nirs: Score(ONE),
		scale: Score(ONE - 1),
		returns_to_scale: ReturnsToScale::Decreasing,
		input_slacks: vec![Slack(u128::MAX); WIDEST / 2],
		output_slacks: vec![Slack(u128::MAX); WIDEST / 2],
		peers: vec![Peer { dmu: u16::MAX, weight: Score(ONE) }; MAX_ROWS],
	}
}

/// A sealed round of `n` DMUs, all proven but the last.
fn nearly_proven<T: Config>(n: u32) -> Result<RoundId, BenchmarkError> {
	let id = sealed::<T>(n)?;
	for place in 0..n.saturating_sub(1) {
		Efficiencies::<T>::insert(id, place as u16, Efficiency::from(longest_report()));
	}
	Ok(id)
}

/// As many active rounds as may be, but one.
fn crowd<T: Config>() -> Result<(), BenchmarkError> {
	let active = ActiveRounds::<T>::decode_len().unwrap_or_default() as u32;
	for _ in active + 1..T::MaxActiveRounds::get() {
		open::<T>(roster::<T>(1))?;
	}
	Ok(())
}

/// Puts the deadlines of a round behind the clock, wherever that stands.
fn overdue<T: Config>(id: RoundId) {
	RoundSpecifications::<T>::mutate(id, |opening| {
		if let Some(opening) = opening {
			opening.specification.observe_by = 0;
			opening.specification.report_by = 0;
		}
	});
}

/// Takes the last figure of each DMU away, so that the report could be about none.
fn lacking<T: Config>(id: RoundId) {
	let observed: Vec<_> = Observations::<T>::iter_prefix(id).collect();
	for (dmu, mut values) in observed {
		if let Some(last) = values.last_mut() {
			*last = None;
		}
		Observations::<T>::insert(id, dmu, values);
	}
}

/// Puts the end of a round to the beginning of time.
fn ended<T: Config>(id: RoundId, stage: Stage) {
	ActiveRounds::<T>::mutate(|active| active.retain(|other| *other != id));
	Rounds::<T>::mutate(id, |round| {
		if let Some(round) = round {
			round.stage = stage;
			round.ended = Some(0);
		}
	});
}

/// Archives a round that has ended, by an agent of an institution, when it is old enough.
fn archive<T: Config>(who: T::AccountId, id: RoundId, digest: H256) -> Result<(), BenchmarkError> {
	let now: Moment = T::Trail::now().saturating_add(T::ArchiveAfter::get());
	let act = T::Access::anyone(RawOrigin::Signed(who).into())?;
	Pallet::<T>::archive_round_as_of(now, act, id, digest).map_err(|failed| failed.error)?;
	Ok(())
}

/// An agent of an institution.
fn agent<T: Config>() -> T::AccountId {
	let who: T::AccountId = whitelisted_caller();
	T::BenchmarkHelper::commission(T::BenchmarkHelper::region(MAX_DMUS), &who);
	who
}

fn stage_of<T: Config>(id: RoundId) -> Option<Stage> {
	Rounds::<T>::get(id).map(|round| round.stage)
}

/// The figures that are the hardest to verify in a sample of so many inputs and outputs.
struct Hard<const WIDTH: usize> {
	sample: Sample,
	certificate: Certificate,
}

impl<const WIDTH: usize> Hard<WIDTH> {
	fn new(n: u32) -> Result<Self, BenchmarkError> {
		let certificate = hard_certificate(n as usize, WIDTH);
		Ok(Self { sample: hard_sample(n, WIDTH)?, certificate })
	}

	fn verifier(&self) -> Verifier<'_> {
		Verifier::new(&self.sample, model())
	}

	/// Verifies the one DMU that is hard.
	fn verify(&self, verifier: &Verifier<'_>) -> Result<DmuReport, Refusal> {
		verifier.report(WIDTH as u16, &self.certificate)
	}
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark(pov_mode = Measured)]
	fn open_round(n: Linear<1, 1_024>) -> Result<(), BenchmarkError> {
		let origin = authority::<T>()?;
		crowd::<T>()?;
		let roster = institutions::<T>(n);
		let id = NextRoundId::<T>::get();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, specification::<T>(WIDEST), roster);
		assert_eq!(stage_of::<T>(id), Some(Stage::Open));
		Ok(())
	}

	#[benchmark]
	fn observe() -> Result<(), BenchmarkError> {
		let who: T::AccountId = whitelisted_caller();
		let id = open::<T>(roster::<T>(MAX_DMUS))?;
		let code = T::BenchmarkHelper::region(MAX_DMUS / 2);
		T::BenchmarkHelper::commission(code.clone(), &who);
		let values = BoundedVec::truncate_from(vec![Some(u64::MAX); WIDEST]);
		let dmu = Dmu::Region(code);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, dmu.clone(), values);
		assert!(Observations::<T>::contains_key(id, dmu));
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn seal(n: Linear<1, 1_024>) -> Result<(), BenchmarkError> {
		let origin = authority::<T>()?;
		let id = observed_of::<T>(n, institutions::<T>(n))?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);
		assert_eq!(stage_of::<T>(id), Some(Stage::Sealed));
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn cancel_open(n: Linear<1, 1_024>) -> Result<(), BenchmarkError> {
		let origin = authority::<T>()?;
		crowd::<T>()?;
		let id = observed::<T>(n)?;
		#[extrinsic_call]
		cancel(origin as T::RuntimeOrigin, id);
		assert_eq!(stage_of::<T>(id), Some(Stage::Cancelled));
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn cancel_sealed(n: Linear<1, 1_024>) -> Result<(), BenchmarkError> {
		let origin = authority::<T>()?;
		crowd::<T>()?;
		let id = nearly_proven::<T>(n)?;
		#[extrinsic_call]
		cancel(origin as T::RuntimeOrigin, id);
		assert_eq!(stage_of::<T>(id), Some(Stage::Cancelled));
		Ok(())
	}

	// The calls to close are measured without their origin, and with a clock that no benchmark can
	// set; reading it is a part of them.

	#[benchmark(pov_mode = Measured)]
	fn close_open(n: Linear<1, 1_024>) -> Result<(), BenchmarkError> {
		crowd::<T>()?;
		let id = observed::<T>(n)?;
		overdue::<T>(id);
		lacking::<T>(id);
		let who: T::AccountId = whitelisted_caller();
		#[block]
		{
			let now = T::Trail::now().saturating_add(T::MinProving::get());
			let act = Act::by(Actor::Account(who));
			let _ = Pallet::<T>::close_as_of(now.saturating_add(1), act, id);
		}
		assert_eq!(stage_of::<T>(id), Some(Stage::Expired));
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn close_sealed(n: Linear<1, 1_024>) -> Result<(), BenchmarkError> {
		crowd::<T>()?;
		let id = nearly_proven::<T>(n)?;
		overdue::<T>(id);
		let who: T::AccountId = whitelisted_caller();
		#[block]
		{
			let now = T::Trail::now().saturating_add(T::MinProving::get());
			let act = Act::by(Actor::Account(who));
			let _ = Pallet::<T>::close_as_of(now.saturating_add(1), act, id);
		}
		assert_eq!(stage_of::<T>(id), Some(Stage::Expired));
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn archive_evaluation(n: Linear<1, 1_024>) -> Result<(), BenchmarkError> {
		let who = agent::<T>();
		let id = sealed::<T>(n)?;
		for place in 0..n {
			Efficiencies::<T>::insert(id, place as u16, Efficiency::from(longest_report()));
		}
		ended::<T>(id, Stage::Complete);
		Rounds::<T>::mutate(id, |round| {
			if let Some(round) = round {
				round.progress.all.proven = n as u16;
			}
		});
		let digest = Pallet::<T>::archive_digest(id).unwrap_or_default();
		#[block]
		{
			archive::<T>(who, id, digest)?;
		}
		assert!(Archived::<T>::get(id).is_some_and(|archived| archived.report.is_some()));
		assert_eq!(Efficiencies::<T>::iter_prefix(id).count(), 0);
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn archive_survey(n: Linear<1, 1_024>) -> Result<(), BenchmarkError> {
		let who = agent::<T>();
		let id = sealed::<T>(n)?;
		ended::<T>(id, Stage::Complete);
		let digest = Pallet::<T>::archive_digest(id).unwrap_or_default();
		#[block]
		{
			archive::<T>(who, id, digest)?;
		}
		assert!(Archived::<T>::get(id).is_some_and(|archived| archived.report.is_some()));
		Ok(())
	}

	#[benchmark]
	fn archive_failed() -> Result<(), BenchmarkError> {
		let who = agent::<T>();
		let id = open::<T>(roster::<T>(1))?;
		let mut round = rounds::find::<T>(id).map_err(stop::<T>)?;
		rounds::discard::<T>(id, &mut round, Stage::Expired);
		rounds::put::<T>(id, &round);
		ended::<T>(id, Stage::Expired);
		let digest = Pallet::<T>::archive_digest(id).unwrap_or_default();
		#[block]
		{
			archive::<T>(who, id, digest)?;
		}
		assert!(Archived::<T>::get(id).is_some_and(|archived| archived.report.is_none()));
		Ok(())
	}

	#[benchmark]
	fn forget_round() -> Result<(), BenchmarkError> {
		let who = agent::<T>();
		let id = NextRoundId::<T>::get();
		let newest_record = Some(RecordId(0));
		Archived::<T>::insert(id, ArchivedRound { report: None, newest_record });
		// The call itself, save that no benchmark can prune the trail.
		#[block]
		{
			T::Access::anyone(RawOrigin::Signed(who).into())?;
			Pallet::<T>::do_forget_round(id, |newest| {
				let _asked = T::Trail::is_pruned(newest);
				true
			})?;
		}
		assert!(!Archived::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn admit(u: Linear<1, 128>) -> Result<(), BenchmarkError> {
		let id = sealed::<T>(MOST_CERTIFICATES)?;
		let missing = BenchmarkError::Stop("the round is not sealed");
		let frozen = rounds::find::<T>(id).map_err(stop::<T>)?.seal.ok_or(missing)?;
		let certificate = hard_certificate(MOST_CERTIFICATES as usize, WIDEST);
		let certificates: Vec<_> = (0..u as u16).map(|dmu| (dmu, certificate)).collect();
		let batch = CertificateBatch {
			round: id,
			fingerprint: frozen.fingerprint,
			size: SampleSize { listed: frozen.dmus, dmus: frozen.dmus, columns: WIDEST as u8 },
			certificates: BoundedVec::truncate_from(certificates),
		};
		let round;
		#[block]
		{
			round = Pallet::<T>::wanting(&batch);
		}
		assert!(round.is_ok());
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn prepare(n: Linear<32, 1_024>) -> Result<(), BenchmarkError> {
		let id = sealed::<T>(n)?;
		let specification = specification::<T>(WIDEST);
		let mut prepared = 0;
		#[block]
		{
			if let Some(snapshot) = rounds::snapshot::<T>(id) {
				if let Ok(sample) = snapshot.sample(&specification) {
					let verifier = Verifier::new(&sample, specification.model);
					prepared = verifier.sample().dmus();
				}
			}
		}
		assert_eq!(prepared, n as usize);
		Ok(())
	}

	#[benchmark]
	fn verify_4_columns(n: Linear<32, 1_024>) -> Result<(), BenchmarkError> {
		let hard = Hard::<4>::new(n)?;
		let verifier = hard.verifier();
		let report;
		#[block]
		{
			report = hard.verify(&verifier);
		}
		assert!(report.is_ok());
		Ok(())
	}

	#[benchmark]
	fn verify_8_columns(n: Linear<32, 1_024>) -> Result<(), BenchmarkError> {
		let hard = Hard::<8>::new(n)?;
		let verifier = hard.verifier();
		let report;
		#[block]
		{
			report = hard.verify(&verifier);
		}
		assert!(report.is_ok());
		Ok(())
	}

	#[benchmark]
	fn verify_16_columns(n: Linear<32, 1_024>) -> Result<(), BenchmarkError> {
		let hard = Hard::<16>::new(n)?;
		let verifier = hard.verifier();
		let report;
		#[block]
		{
			report = hard.verify(&verifier);
		}
		assert!(report.is_ok());
		Ok(())
	}

	// What follows weighs nothing: it compares verification with what it saves.

	/// Verifying `u` hospitals out of 958 in one batch.
	#[benchmark(extra)]
	fn verify_hospitals(u: Linear<1, 128>) -> Result<(), BenchmarkError> {
		let sample = sample_of_hospitals()?;
		let mut solver = Solver::new(&sample, model());
		let certificates: Vec<_> =
			(0..u as u16).flat_map(|dmu| Some((dmu, solver.certify(dmu).ok()?))).collect();
		let verifier = Verifier::new(&sample, model());
		let mut proven = 0;
		#[block]
		{
			let mut batch = verifier.batch();
			for (dmu, certificate) in &certificates {
				proven += u32::from(batch.report(*dmu, certificate).is_ok());
			}
		}
		assert_eq!(proven, u);
		Ok(())
	}

	/// Finding certificates for `u` hospitals out of 958, as the off-chain worker does.
	#[benchmark(extra)]
	fn certify_hospitals(u: Linear<1, 128>) -> Result<(), BenchmarkError> {
		let sample = sample_of_hospitals()?;
		let mut solver = Solver::new(&sample, model());
		let mut found = 0;
		#[block]
		{
			for dmu in 0..u as u16 {
				found += u32::from(solver.certify(dmu).is_ok());
			}
		}
		assert_eq!(found, u);
		Ok(())
	}

	/// Solving `u` hospitals out of 958 in exact arithmetic, without certificates.
	#[benchmark(extra)]
	fn solve_hospitals(u: Linear<1, 32>) -> Result<(), BenchmarkError> {
		let sample = sample_of_hospitals()?;
		let verifier = Verifier::new(&sample, model());
		let mut solved = 0;
		#[block]
		{
			for dmu in 0..u as u16 {
				solved += u32::from(solve(&verifier, dmu).is_ok());
			}
		}
		assert_eq!(solved, u);
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn store(u: Linear<1, 128>) -> Result<(), BenchmarkError> {
		crowd::<T>()?;
		let id = sealed::<T>(MOST_CERTIFICATES)?;
		let mut round = rounds::find::<T>(id).map_err(stop::<T>)?;
		let missing = BenchmarkError::Stop("there is no snapshot");
		let snapshot = rounds::snapshot::<T>(id).ok_or(missing)?;
		round.progress.all.proven = (MOST_CERTIFICATES - u) as u16;
		let reports: Vec<_> = (0..u as u16).map(|place| (place, longest_report())).collect();
		let act = Act::by(Actor::Account(whitelisted_caller()));
		let certificates = vec![(0u16, hard_certificate(1_024, WIDEST)); u as usize];
		#[block]
		{
			let shown = Shown { round, snapshot, reports };
			Pallet::<T>::store(act, id, shown, &certificates)?;
		}
		assert_eq!(stage_of::<T>(id), Some(Stage::Complete));
		Ok(())
	}

	#[cfg(test)]
	mod tests {
		use crate::{mock::*, Pallet};
		use frame_benchmarking::Benchmarking;

		#[test]
		fn every_call_succeeds_at_its_worst() {
			for benchmark in Pallet::<Test>::benchmarks(true) {
				run_unchecked(|| {
					let outcome = Pallet::<Test>::test_bench_by_name(&benchmark.name);
					let name = String::from_utf8_lossy(&benchmark.name);
					assert!(outcome.is_ok(), "{name}: {outcome:?}");
				});
			}
		}
	}
}
