//! What the chain knows before its first block. It passes the same checks as what comes later; a
//! genesis that does not is refused with the entry at fault. Nothing in it has a record.

use crate::{
	AgentSeed, Classes, Config, Error, GenesisConfig, InstitutionSeed, Institutions, Pallet,
	RegionSeed, Regions, Sites,
};
use alloc::collections::BTreeSet;
use core::fmt::Debug;
use frame_support::ensure;
use salus_primitives::Roles;

impl<T: Config> GenesisConfig<T> {
	pub(crate) fn plant(&self) {
		for RegionSeed { code, region, seat } in &self.regions {
			let entry = must(Pallet::<T>::new_region(code, region.clone()), "region", code);
			Regions::<T>::insert(code, entry);
			if seat.is_some() {
				must(Pallet::<T>::put_seat(code, *seat), "seat of", code);
			}
		}
		for class in &self.classes {
			let (id, entry) = must(Pallet::<T>::new_class(class.clone()), "class", &class.name);
			Classes::<T>::insert(id, entry);
		}
		for seed in &self.institutions {
			must(plant_institution::<T>(seed), "institution", &seed.admission.name);
		}
	}
}

fn plant_institution<T: Config>(seed: &InstitutionSeed<T::AccountId>) -> Result<(), Error<T>> {
	let (id, mut entry) = Pallet::<T>::admit(seed.admission.clone())?;
	for licence in &seed.licences {
		Pallet::<T>::license(&mut entry, licence.clone())?;
	}
	for AgentSeed { account, roles } in &seed.agents {
		let roles: BTreeSet<_> = roles.iter().copied().collect();
		let roles = Roles::try_from(roles).map_err(|_| Error::Overflow)?;
		Pallet::<T>::enlist(id, &mut entry, account, roles)?;
	}
	ensure!(entry.admins > 0, Error::NoAdmins);
	Institutions::<T>::insert(id, entry);
	for place in &seed.sites {
		let (number, entry) = Pallet::<T>::new_site(id, place.clone())?;
		Sites::<T>::insert(id, number, entry);
	}
	Ok(())
}

fn must<T: Config, Entry>(
	result: Result<Entry, Error<T>>,
	thing: &str,
	name: &impl Debug,
) -> Entry {
	match result {
		Ok(entry) => entry,
		Err(error) => panic!("genesis: {thing} {name:?}: Err({error:?})"),
	}
}
