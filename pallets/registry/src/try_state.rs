//! The invariants, checked in the order in which the pallet's documentation lists them.

use crate::{
	Agents, Classes, ClassesByGtin, Config, Derivation, Holdings, HoldingsByCustodian,
	Institutions, InstitutionsByExternalId, Ledgers, LotOrigin, Lots, NextClassId,
	NextInstitutionId, NextLotId, NextSiteId, Pallet, Regions, Repackings, Sites,
	SitesByExternalId,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use salus_primitives::{Holding, InstitutionId, LotId, Quantity, Role};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_conservation()?;
		Self::try_holdings()?;
		Self::try_index_by_custodian()?;
		Self::try_institutions()?;
		Self::try_unique_keys()?;
		Self::try_references()?;
		Self::try_repackings()?;
		Self::try_sequences()
	}

	fn try_conservation() -> Result<(), TryRuntimeError> {
		let mut held = BTreeMap::<LotId, Quantity>::new();
		for (lot, _, holding) in Holdings::<T>::iter() {
			let sum = held.entry(lot).or_default();
			*sum = holding
				.total()
				.and_then(|total| sum.checked_add(total))
				.ok_or("the holdings of a lot do not sum up")?;
		}
		for (lot, ledger) in Ledgers::<T>::iter() {
			ensure!(Lots::<T>::contains_key(lot), "a ledger is of no lot");
			let held = held.get(&lot).copied().unwrap_or_default();
			ensure!(ledger.held() == Some(held), "a lot is not conserved");
		}
		let ledgers = Lots::<T>::iter_keys().all(Ledgers::<T>::contains_key);
		ensure!(ledgers, "a lot has no ledger");
		Ok(())
	}

	fn try_holdings() -> Result<(), TryRuntimeError> {
		let mut singles = BTreeSet::new();
		for (id, (custodian, owner), holding) in Holdings::<T>::iter() {
			let Holding { site, .. } = holding;
			ensure!(holding.total() != Some(0), "a holding is empty");
			let lot = Lots::<T>::get(id).ok_or("a holding is of no lot")?;
			for party in [custodian, owner] {
				let exists = Institutions::<T>::contains_key(party);
				ensure!(exists, "a holding has a party that does not exist");
			}
			if let Some(site) = site {
				let site = Sites::<T>::get(site).ok_or("a holding is kept at no site")?;
				ensure!(site.institution == custodian, "a holding is kept at another's site");
			}
			if lot.identity.serial.is_some() {
				let single = holding.total() == Some(1) && singles.insert(id);
				ensure!(single, "a lot with a serial number is many");
			}
		}
		Ok(())
	}

	fn try_index_by_custodian() -> Result<(), TryRuntimeError> {
		let stored: BTreeSet<_> = Holdings::<T>::iter_keys()
			.map(|(lot, (custodian, owner))| (custodian, lot, owner))
			.collect();
		let indexed: BTreeSet<_> = HoldingsByCustodian::<T>::iter_keys()
			.map(|(custodian, (lot, owner))| (custodian, lot, owner))
			.collect();
		ensure!(stored == indexed, "the index of holdings by custodian is out of step");
		Ok(())
	}

	fn try_institutions() -> Result<(), TryRuntimeError> {
		let mut counted = BTreeMap::<InstitutionId, (u32, u32)>::new();
		for agent in Agents::<T>::iter_values() {
			ensure!(!agent.roles.is_empty(), "an agent has no roles");
			let exists = Institutions::<T>::contains_key(agent.institution);
			ensure!(exists, "an agent acts for no institution");
			let (agents, admins) = counted.entry(agent.institution).or_default();
			*agents = agents.saturating_add(1);
			*admins = admins.saturating_add(u32::from(agent.roles.contains(&Role::Admin)));
		}
		for (id, institution) in Institutions::<T>::iter() {
			let right = Some(&(institution.agents, institution.admins)) == counted.get(&id);
			ensure!(right, "an institution miscounts its agents");
			ensure!(institution.admins > 0, "an institution has no admin");
			let capabilities: BTreeSet<_> =
				institution.licences.iter().map(|licence| licence.capability).collect();
			let once = capabilities.len() == institution.licences.len();
			ensure!(once, "an institution has two licences for one capability");
		}
		Ok(())
	}

	fn try_unique_keys() -> Result<(), TryRuntimeError> {
		let mut carried = 0;
		for (id, institution) in Institutions::<T>::iter() {
			if let Some(external) = institution.external {
				let named = InstitutionsByExternalId::<T>::get(external) == Some(id);
				ensure!(named, "an external identifier does not lead to its institution");
				carried += 1;
			}
		}
		let stale = InstitutionsByExternalId::<T>::iter_keys().count() != carried;
		ensure!(!stale, "an external identifier leads to an institution without it");

		let mut carried = 0;
		for (id, site) in Sites::<T>::iter() {
			if let Some(external) = site.place.external {
				let named = SitesByExternalId::<T>::get(external) == Some(id);
				ensure!(named, "an external identifier does not lead to its site");
				carried += 1;
			}
		}
		let stale = SitesByExternalId::<T>::iter_keys().count() != carried;
		ensure!(!stale, "an external identifier leads to a site without it");

		let mut carried = 0;
		for (id, class) in Classes::<T>::iter() {
			if let Some(gtin) = class.gtin {
				let named = ClassesByGtin::<T>::get(gtin) == Some(id);
				ensure!(named, "a GTIN does not lead to its class");
				carried += 1;
			}
		}
		let stale = ClassesByGtin::<T>::iter_keys().count() != carried;
		ensure!(!stale, "a GTIN leads to a class without it");
		Ok(())
	}

	fn try_references() -> Result<(), TryRuntimeError> {
		for region in Regions::<T>::iter_values() {
			let known = region.parent.is_none_or(Regions::<T>::contains_key);
			ensure!(known, "a region is a part of none");
		}
		for institution in Institutions::<T>::iter_values() {
			let placed = Regions::<T>::contains_key(institution.region);
			ensure!(placed, "an institution is in no region");
			let known = institution.parent.is_none_or(Institutions::<T>::contains_key);
			ensure!(known, "an institution is a part of none");
		}
		for site in Sites::<T>::iter_values() {
			let placed = Regions::<T>::contains_key(site.place.region);
			ensure!(placed, "a site is in no region");
			let owned = Institutions::<T>::contains_key(site.institution);
			ensure!(owned, "a site belongs to no institution");
		}
		for lot in Lots::<T>::iter_values() {
			let classed = Classes::<T>::contains_key(lot.identity.class);
			ensure!(classed, "a lot is of no class");
			let registered = Institutions::<T>::contains_key(lot.registered_by);
			ensure!(registered, "a lot was registered by nobody");
			let given = lot.identity.donor.is_none_or(Institutions::<T>::contains_key);
			ensure!(given, "a lot was given by nobody");
			let derived = lot.origin.is_none_or(|origin| Lots::<T>::contains_key(origin.lot));
			ensure!(derived, "a lot came out of none");
		}
		Ok(())
	}

	fn try_repackings() -> Result<(), TryRuntimeError> {
		for (lot, inputs) in Repackings::<T>::iter() {
			let origin = Lots::<T>::get(lot).and_then(|lot| lot.origin);
			let first =
				inputs.first().map(|input| LotOrigin { lot: input.lot, by: Derivation::Repacked });
			ensure!(
				first.is_some() && first == origin,
				"a lot is made of what it did not come from"
			);
			let known = inputs.iter().all(|input| Lots::<T>::contains_key(input.lot));
			ensure!(known, "a lot is made of none");
			let taken = inputs.iter().all(|input| input.quantity > 0);
			ensure!(taken, "a lot is made of nothing");
		}
		for (id, lot) in Lots::<T>::iter() {
			let repacked = lot.origin.is_some_and(|origin| origin.by == Derivation::Repacked);
			let kept = !repacked || Repackings::<T>::contains_key(id);
			ensure!(kept, "what a repacked lot is made of is forgotten");
		}
		Ok(())
	}

	fn try_sequences() -> Result<(), TryRuntimeError> {
		let next = NextInstitutionId::<T>::get();
		let before = Institutions::<T>::iter_keys().all(|id| id < next);
		ensure!(before, "an institution has an identifier that was not handed out");
		let next = NextSiteId::<T>::get();
		let before = Sites::<T>::iter_keys().all(|id| id < next);
		ensure!(before, "a site has an identifier that was not handed out");
		let next = NextClassId::<T>::get();
		let before = Classes::<T>::iter_keys().all(|id| id < next);
		ensure!(before, "a class has an identifier that was not handed out");
		let next = NextLotId::<T>::get();
		let before = Lots::<T>::iter_keys().all(|id| id < next);
		ensure!(before, "a lot has an identifier that was not handed out");
		Ok(())
	}
}
