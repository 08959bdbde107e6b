//! What the chain knows before its first block. It passes the same checks as what comes later; a
//! genesis that does not is refused with the round at fault. It leaves no records, since nobody acts
//! in it, and its times are zero, the clock not having started. So it may last longer than
//! [`Config::MaxRound`].

use crate::{
	rounds, Config, Dmu, Error, GenesisConfig, Pallet, Roster, RoundSpecification, Values,
};
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};

/// Whether a genesis round takes figures or has them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum SeedStage {
	/// It takes figures.
	Open,
	/// Its figures are frozen.
	Sealed,
}

/// A round that the chain knows before its first block.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RoundSeed {
	pub specification: RoundSpecification,
	pub roster: Roster,
	/// What is reported already.
	#[serde(default)]
	pub observations: Vec<(Dmu, Values)>,
	pub stage: SeedStage,
}

impl<T: Config> GenesisConfig<T> {
	pub(crate) fn plant(&self) {
		for seed in &self.rounds {
			let result = plant_round::<T>(seed);
			let title = &seed.specification.title;
			assert!(result.is_ok(), "genesis: round {title:?}: {result:?}");
		}
	}
}

fn plant_round<T: Config>(seed: &RoundSeed) -> Result<(), Error<T>> {
	let RoundSeed { specification, roster, observations, stage } = seed;
	let (id, round) = Pallet::<T>::add_round(specification.clone(), roster.clone())?;
	rounds::put::<T>(id, &round);
	for (dmu, values) in observations {
		let round = Pallet::<T>::put_observation(id, dmu, values.clone())?;
		rounds::put::<T>(id, &round);
	}
	if *stage == SeedStage::Sealed {
		let mut round = rounds::find::<T>(id)?;
		Pallet::<T>::freeze(id, &rounds::opening::<T>(id)?, &mut round)?;
		rounds::put::<T>(id, &round);
	}
	Ok(())
}
