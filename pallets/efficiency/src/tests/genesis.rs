//! What the chain knows before its first block.

use crate::{mock::*, GenesisConfig, RoundSeed, SeedStage, Stage};
use salus_primitives::{mock::MockTrail, RoundId};

fn seed(stage: SeedStage) -> RoundSeed {
	RoundSeed {
		specification: evaluation(),
		roster: roster(5),
		observations: (0..5).map(|place| (region(place), figures(&DEAP[place]))).collect(),
		stage,
	}
}

fn genesis(rounds: Vec<RoundSeed>) -> GenesisConfig<Test> {
	GenesisConfig { rounds, ..Default::default() }
}

#[test]
fn rounds_are_planted_open_or_sealed_at_time_zero_and_without_records() {
	let rounds = vec![seed(SeedStage::Sealed), seed(SeedStage::Open)];
	externalities(genesis(rounds)).execute_with(|| {
		let (first, second) = (stored(ROUND), stored(RoundId(1)));
		assert_eq!((first.stage, opening(ROUND).opened), (Stage::Sealed, 0));
		assert_eq!(first.seal.map(|seal| (seal.at, seal.dmus)), Some((0, 5)));
		assert_eq!((second.stage, second.observed), (Stage::Open, 5));
		assert_eq!(MockTrail::records(), []);
		assert_eq!(Efficiency::do_try_state(), Ok(()));
		begin();
		let call = crate::Call::submit_certificates { batch: batch(ROUND) };
		accepted(signed(STRANGER), call);
		assert_eq!(stored(ROUND).stage, Stage::Complete);
	});
}

#[test]
fn json_carries_a_round() {
	let json = r#"{"rounds":[{
		"specification": {
			"title": "Beds", "note": "As published.",
			"indicators": [
				{"name": "beds", "unit": "bed", "decimals": 0, "role": "Input"},
				{"name": "days", "unit": "day", "decimals": 1, "role": "Output"}
			],
			"model": {"orientation": "Output", "weights": "Mean"},
			"observeBy": 5, "reportBy": 105
		},
		"roster": {"Regions": ["CN-AH", "CN-BJ"]},
		"observations": [[{"Region": "CN-AH"}, [3, null]], [{"Region": "CN-BJ"}, [3, 4]]],
		"stage": "Sealed"
	}]}"#;
	let config: GenesisConfig<Test> = serde_json::from_str(json).expect("it parses");
	let again: GenesisConfig<Test> =
		serde_json::from_str(&serde_json::to_string(&config).expect("it prints"))
			.expect("it parses");
	assert_eq!(config.rounds, again.rounds);
	externalities(config).execute_with(|| {
		assert_eq!(stored(ROUND).seal.map(|seal| (seal.dmus, seal.excluded)), Some((1, 1)));
	});
}

#[test]
#[should_panic(expected = "genesis: round \"A round\"")]
fn a_round_that_could_not_be_opened_is_refused() {
	let mut wrong = seed(SeedStage::Open);
	wrong.specification.report_by = 0;
	externalities(genesis(vec![wrong]));
}

#[test]
fn a_round_of_the_genesis_may_be_long_and_leaves_time_for_certificates() {
	let mut long = seed(SeedStage::Open);
	long.specification.report_by = NOW + 10 * MAX_ROUND;
	externalities(genesis(vec![long])).execute_with(|| {
		assert_eq!(stored(ROUND).stage, Stage::Open);
	});
}

#[test]
#[should_panic(expected = "ProvingTooShort")]
fn a_round_without_time_for_certificates_is_refused() {
	let mut hasty = seed(SeedStage::Open);
	hasty.specification.report_by = OBSERVE_BY + MIN_PROVING - 1;
	externalities(genesis(vec![hasty]));
}

#[test]
#[should_panic(expected = "DmuNotInRound")]
fn figures_of_another_dmu_are_refused() {
	let mut wrong = seed(SeedStage::Open);
	wrong.observations.push((region(9), figures(&[1, 1])));
	externalities(genesis(vec![wrong]));
}
