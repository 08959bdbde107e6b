//! A round of evaluation, and what proves it.

use crate::{
	chain::{Chain, Program},
	Outcome,
};
use codec::Encode;
use frame_system::offchain::CreateAuthorizedTransaction;
use pallet_efficiency::{
	Call, CertificateBatch, Dmu, Indicator, IndicatorRole, Opening, Roster, Round, RoundSeed,
	RoundSpecification, RoundSpecifications, Rounds, SeedStage, Snapshot, Snapshots,
};
use pallet_registry::Region;
use salus_analysis::dea::{Model, Orientation, SlackWeights};
use salus_primitives::{CalendarDate, RegionCode, RoundId};
use salus_runtime::{Runtime, RuntimeCall, UncheckedExtrinsic};
use salus_solver::{hospitals, Solver};
use sp_state_machine::BasicExternalities;

/// From which the hospitals are made up.
const SEED: u64 = 2_019;
/// The round that is proven: the first one.
pub const ROUND: RoundId = RoundId(0);

/// What proves a round.
pub struct Proof {
	/// How many DMUs it has.
	pub dmus: u16,
	/// How long their certificates are together, as they travel.
	pub bytes: usize,
	/// The calls that carry them, as transactions that prove themselves.
	pub transactions: Vec<UncheckedExtrinsic>,
}

/// Solves the first round of a chain, as the off-chain worker of a node would: certificates in batches
/// as large as one call may carry.
pub fn prove(chain: &Chain<'_>) -> Outcome<Proof> {
	let round: Round = chain.decoded(&Rounds::<Runtime>::hashed_key_for(ROUND))?;
	let opening: Opening = chain.decoded(&RoundSpecifications::<Runtime>::hashed_key_for(ROUND))?;
	let specification = opening.specification;
	let snapshot: Snapshot = chain.decoded(&Snapshots::<Runtime>::hashed_key_for(ROUND))?;
	let sample = snapshot.sample(&specification)?;
	let size = snapshot.size(&specification);
	let seal = round.seal.ok_or("the round is not sealed")?;

	let mut solver = Solver::new(&sample, specification.model);
	let certificates =
		(0..size.dmus).map(|dmu| Ok((dmu, solver.certify(dmu)?))).collect::<Outcome<Vec<_>>>()?;
	let bytes = certificates.iter().map(Encode::encoded_size).sum();

	// What is the largest depends on no block, but the limits of one are asked.
	let largest = BasicExternalities::default()
		.execute_with(|| pallet_efficiency::Pallet::<Runtime>::largest_batch(size));
	let transactions = certificates
		.chunks(usize::try_from(largest)?)
		.map(|batch| {
			let certificates = batch.to_vec().try_into().map_err(|_| "the batch is too long")?;
			let batch = CertificateBatch {
				round: ROUND,
				fingerprint: seal.fingerprint,
				size,
				certificates,
			};
			let call = RuntimeCall::Efficiency(Call::post_certificates { batch, discriminator: 0 });
			Ok(<Runtime as CreateAuthorizedTransaction<RuntimeCall>>::create_authorized_transaction(
				call,
			))
		})
		.collect::<Outcome<_>>()?;
	Ok(Proof { dmus: size.dmus, bytes, transactions })
}

/// The development chain with one region for each hospital, and their figures as its first round.
pub fn genesis_of_hospitals(program: &Program, count: usize) -> Outcome<serde_json::Value> {
	let code = |place: usize| {
		let country = char::from(b'A' + (place / 1_000) as u8);
		RegionCode::try_from(format!("Z{country}-{:03}", place % 1_000).as_str())
			.map_err(|malformed| format!("{malformed:?}"))
	};
	let figures = hospitals(SEED, count);
	let codes = (0..count).map(code).collect::<Result<Vec<_>, _>>()?;

	let mut preset = program.preset("development")?;
	let regions = preset["registry"]["regions"].as_array_mut().ok_or("there are no regions")?;
	for code in &codes {
		regions.push(serde_json::json!({
			"code": code,
			"region": Region {
				name: "A region".try_into().map_err(|_| "the name is too long")?,
				parent: None,
				belt: None,
				population: 1,
			},
		}));
	}

	let indicator = |name: &str, role| -> Outcome<Indicator> {
		Ok(Indicator {
			name: name.try_into().map_err(|_| "the name is too long")?,
			unit: "one".try_into().map_err(|_| "the unit is too long")?,
			decimals: 0,
			role,
		})
	};
	let indicators = vec![
		indicator("beds", IndicatorRole::Input)?,
		indicator("staff", IndicatorRole::Input)?,
		indicator("visits", IndicatorRole::Output)?,
		indicator("discharges", IndicatorRole::Output)?,
	];
	let report_by = CalendarDate { year: 2036, month: 1, day: 1 }.starts();
	let observations = codes
		.iter()
		.zip(&figures)
		.map(|(code, row)| {
			let values = row.iter().copied().map(Some).collect::<Vec<_>>();
			Ok((Dmu::Region(code.clone()), values.try_into().map_err(|_| "too many figures")?))
		})
		.collect::<Outcome<Vec<_>>>()?;
	let round = RoundSeed {
		specification: RoundSpecification {
			title: "Hospitals".try_into().map_err(|_| "the title is too long")?,
			note: None,
			indicators: indicators.try_into().map_err(|_| "too many indicators")?,
			model: Model { orientation: Orientation::Output, weights: SlackWeights::Mean },
			observe_by: report_by - salus_primitives::time::DAY,
			report_by,
		},
		roster: Roster::Regions(codes.try_into().map_err(|_| "too many DMUs")?),
		observations,
		stage: SeedStage::Sealed,
	};
	Ok(serde_json::json!({
		"registry": { "regions": preset["registry"]["regions"] },
		"efficiency": { "rounds": [round] },
	}))
}
