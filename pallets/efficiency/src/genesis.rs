//! What the chain knows before its first block. It passes the same checks as what comes later; a
//! genesis that does not is refused with the round at fault. It leaves no records, since nobody acts
//! in it, and its times are zero, the clock not having started.

use crate::{Config, Error, GenesisConfig, Pallet, RoundSeed, Rounds, SeedStage};

impl<T: Config> GenesisConfig<T> {
	pub(crate) fn plant(&self) {
		for seed in &self.rounds {
			let result = plant_round::<T>(seed);
			assert!(result.is_ok(), "genesis: round {:?}: {result:?}", seed.terms.title);
		}
	}
}

fn plant_round<T: Config>(seed: &RoundSeed) -> Result<(), Error<T>> {
	let id = Pallet::<T>::add_round(seed.terms.clone(), seed.roster.clone())?;
	for (unit, values) in &seed.observations {
		Pallet::<T>::put_observation(id, unit, values.clone())?;
	}
	if seed.stage == SeedStage::Sealed {
		let round = Rounds::<T>::get(id).ok_or(Error::Corrupt)?;
		Pallet::<T>::freeze(id, round)?;
	}
	Ok(())
}
