//! What the chain knows before its first block. It passes the same checks as what comes later; a
//! genesis that does not is refused with the entry at fault.

use crate::{
	AgentSeed, Config, Error, GenesisConfig, InstitutionSeed, Institutions, Pallet, RegionSeed,
};
use core::fmt::Debug;
use salus_primitives::{InstitutionId, Roles};

impl<T: Config> GenesisConfig<T> {
	pub(crate) fn plant(&self) {
		for RegionSeed { code, region } in &self.regions {
			must(Pallet::<T>::add_region(code, region.clone()), "region", code);
		}
		for class in &self.classes {
			must(Pallet::<T>::add_class(class.clone()).map(drop), "class", &class.name);
		}
		for seed in &self.institutions {
			must(plant_institution::<T>(seed), "institution", &seed.admission.name);
		}
	}
}

fn plant_institution<T: Config>(seed: &InstitutionSeed<T::AccountId>) -> Result<(), Error<T>> {
	let id = Pallet::<T>::admit(seed.admission.clone())?;
	for licence in &seed.licences {
		Pallet::<T>::license(id, licence.clone())?;
	}
	for AgentSeed { account, roles } in &seed.agents {
		let roles: alloc::collections::BTreeSet<_> = roles.iter().copied().collect();
		let roles = Roles::try_from(roles).map_err(|_| Error::Overflow)?;
		Pallet::<T>::enlist(id, account, roles)?;
	}
	ensure_administered::<T>(id)?;
	for place in &seed.sites {
		Pallet::<T>::add_site(id, place.clone())?;
	}
	Ok(())
}

fn ensure_administered<T: Config>(id: InstitutionId) -> Result<(), Error<T>> {
	let admins = Institutions::<T>::get(id).map_or(0, |institution| institution.admins);
	frame_support::ensure!(admins > 0, Error::LastAdmin);
	Ok(())
}

fn must<T: Config>(result: Result<(), Error<T>>, thing: &str, name: &impl Debug) {
	assert!(result.is_ok(), "genesis: {thing} {name:?}: {result:?}");
}
