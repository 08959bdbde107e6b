//! The invariants, checked in the order in which the pallet's documentation lists them.

use crate::{
	levels, AgentState, Agents, AgentsByInstitution, ArchivedLots, Books, ClassKind, Classes,
	ClassesByGtin, Config, CountClaims, Derivation, Entry, HoldingsByCustodian, InactiveSince,
	Institution, Institutions, InstitutionsByExternalId, Invitations, LevelEntry, Levels, LotEntry,
	LotOrigin, LotsByOrigin, NextClassId, NextInstitutionId, NextLotId, NextSiteNumber, Page,
	Pallet, RegionSeats, Regions, Repackings, Sites, SitesByExternalId, Suspended,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::traits::Get;
use salus_primitives::{
	broken_invariant, check_invariant, Holding, HoldingKey, InstitutionId, LotId, Role, ShelfPlace,
	SiteId, SiteNumber, Standing, Total, Trail,
};
use sp_runtime::TryRuntimeError;

/// Everything in the books.
#[derive(Default)]
struct AllBooks {
	lots: BTreeMap<LotId, LotEntry>,
	holdings: Vec<(HoldingKey, Holding)>,
}

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let books = Self::try_pages()?;
		Self::try_conservation(&books)?;
		Self::try_holdings(&books)?;
		Self::try_index_by_custodian(&books)?;
		Self::try_institutions()?;
		Self::try_unique_keys()?;
		Self::try_references(&books)?;
		Self::try_repackings(&books)?;
		Self::try_sequences(&books)?;
		Self::try_found(&books)?;
		Self::try_claims(&books)?;
		Self::try_archives(&books)?;
		Self::try_levels(&books)?;
		Self::try_windows(&books)
	}

	fn try_pages() -> Result<AllBooks, TryRuntimeError> {
		let mut books = AllBooks::default();
		for (lot, page, entry) in Books::<T>::iter() {
			match (page, entry) {
				(Page::Lot, Entry::Lot(entry)) => {
					books.lots.insert(lot, *entry);
				}
				(Page::Holding(custody), Entry::Holding(holding)) => {
					books.holdings.push((custody.of(lot), holding));
				}
				(page, _) => {
					let what = broken_invariant!(
						"registry",
						1,
						"a page of the books holds what it is not for",
						lot,
						page
					);
					return Err(what);
				}
			}
		}
		for (key, _) in &books.holdings {
			let known = books.lots.contains_key(&key.lot);
			check_invariant!("registry", 1, known, "a holding is of no lot", key);
		}
		Ok(books)
	}

	fn try_conservation(books: &AllBooks) -> Result<(), TryRuntimeError> {
		let mut held = BTreeMap::<LotId, Total>::new();
		for (key, holding) in &books.holdings {
			*held.entry(key.lot).or_default() += holding.total();
		}
		for (lot, entry) in &books.lots {
			let held = held.get(lot).copied().unwrap_or_default();
			let conserved = entry.ledger.held() == Some(held);
			check_invariant!("registry", 1, conserved, "a lot is not conserved", lot, held);
		}
		Ok(())
	}

	fn try_holdings(books: &AllBooks) -> Result<(), TryRuntimeError> {
		let mut singles = BTreeSet::new();
		for (key, holding) in &books.holdings {
			let there = holding.total() > 0 || holding.held;
			check_invariant!("registry", 2, there, "a holding is empty, and not held", key);
			for party in [key.custodian, key.owner] {
				let exists = Institutions::<T>::contains_key(party);
				check_invariant!("registry", 2, exists, "a party of a holding does not exist", key);
			}
			let placed =
				holding.site.is_none_or(|site| Sites::<T>::contains_key(key.custodian, site));
			check_invariant!("registry", 2, placed, "a holding is kept at no site", key);
			let serial = books.lots.get(&key.lot).map(|entry| &entry.lot.identity.serial);
			if serial.is_some_and(Option::is_some) && holding.total() > 0 {
				let single = holding.total() == 1 && singles.insert(key.lot);
				check_invariant!("registry", 2, single, "a lot with a serial number is many", key);
			}
		}
		Ok(())
	}

	fn try_index_by_custodian(books: &AllBooks) -> Result<(), TryRuntimeError> {
		let stored: BTreeSet<_> = books
			.holdings
			.iter()
			.map(|(key, _)| {
				let identity = books.lots.get(&key.lot).map(|entry| &entry.lot.identity);
				let class = identity.map(|identity| identity.class);
				(*key, class, identity.and_then(|identity| identity.expires_at()))
			})
			.collect();
		let indexed: BTreeSet<_> = HoldingsByCustodian::<T>::iter_keys()
			.map(|(custodian, class, key)| {
				let ShelfPlace { expires_at, lot, owner } = key.into();
				(HoldingKey { lot, custodian, owner }, Some(class), expires_at)
			})
			.collect();
		let odd = stored.symmetric_difference(&indexed).next();
		let same = odd.is_none();
		check_invariant!("registry", 3, same, "the index by custodian is out of step", odd);
		Ok(())
	}

	fn try_institutions() -> Result<(), TryRuntimeError> {
		let mut counted = BTreeMap::<InstitutionId, (u32, u32, u32)>::new();
		let mut stored = BTreeMap::new();
		for (who, agent) in Agents::<T>::iter() {
			let busy = !agent.roles.is_empty();
			check_invariant!("registry", 4, busy, "an agent has no roles", who);
			let exists = Institutions::<T>::contains_key(agent.institution);
			check_invariant!("registry", 4, exists, "an agent acts for no institution", who);
			let (agents, admins, _) = counted.entry(agent.institution).or_default();
			*agents = agents.saturating_add(1);
			*admins = admins.saturating_add(u32::from(agent.roles.contains(&Role::Admin)));
			stored.insert((agent.institution, who), AgentState::Acting);
		}
		for (who, institution, roles) in Invitations::<T>::iter() {
			let busy = !roles.is_empty();
			check_invariant!("registry", 4, busy, "an invitation has no roles", who, institution);
			let (_, _, invitations) = counted.entry(institution).or_default();
			*invitations = invitations.saturating_add(1);
			let former = stored.insert((institution, who.clone()), AgentState::Invited);
			let stranger = former.is_none();
			check_invariant!("registry", 4, stranger, "an agent is invited", who, institution);
		}
		let indexed: BTreeMap<_, _> = AgentsByInstitution::<T>::iter()
			.map(|(institution, who, state)| ((institution, who), state))
			.collect();
		let same = stored == indexed;
		check_invariant!("registry", 4, same, "the index of agents is out of step", indexed);
		for (id, institution) in Institutions::<T>::iter() {
			let Institution { agents, admins, invitations, licences, .. } = &institution;
			let right = (*agents, *admins, *invitations) == counted.remove(&id).unwrap_or_default();
			check_invariant!("registry", 4, right, "an institution miscounts its agents", id);
			let few = agents.saturating_add(*invitations) <= T::MaxAgents::get();
			check_invariant!("registry", 4, few, "an institution has too many agents", id);
			let capabilities: BTreeSet<_> =
				licences.iter().map(|licence| licence.capability).collect();
			let once = capabilities.len() == licences.len();
			check_invariant!(
				"registry",
				4,
				once,
				"an institution has two licences for one capability",
				id
			);
			let bare = *agents == 0
				&& *invitations == 0
				&& licences.is_empty()
				&& institution.external.is_none();
			let settled = bare || Self::standing_of(id) != Standing::WoundUp;
			check_invariant!("registry", 4, settled, "an institution is not all wound up", id);
		}
		let strange = counted.keys().next();
		let known = strange.is_none();
		check_invariant!("registry", 4, known, "an invitation is of no institution", strange);
		Ok(())
	}

	fn try_unique_keys() -> Result<(), TryRuntimeError> {
		let mut carried = 0;
		for (id, institution) in Institutions::<T>::iter() {
			if let Some(external) = institution.external {
				let named = InstitutionsByExternalId::<T>::get(external) == Some(id);
				check_invariant!(
					"registry",
					5,
					named,
					"an external identifier does not lead to its institution",
					id
				);
				carried += 1;
			}
		}
		let keys = InstitutionsByExternalId::<T>::iter_keys().count();
		check_invariant!(
			"registry",
			5,
			keys == carried,
			"an external identifier leads to an institution without it",
			keys,
			carried
		);

		let mut carried = 0;
		for (institution, number, site) in Sites::<T>::iter() {
			if let Some(external) = site.place.external {
				let id = SiteId { institution, number };
				let named = SitesByExternalId::<T>::get(institution, external) == Some(number);
				check_invariant!(
					"registry",
					5,
					named,
					"an external identifier does not lead to its site",
					id
				);
				carried += 1;
			}
		}
		let keys = SitesByExternalId::<T>::iter_keys().count();
		check_invariant!(
			"registry",
			5,
			keys == carried,
			"an external identifier leads to a site without it",
			keys,
			carried
		);

		let mut carried = 0;
		for (id, entry) in Classes::<T>::iter() {
			if let Some(gtin) = entry.class.gtin {
				let named = ClassesByGtin::<T>::get(gtin) == Some(id);
				check_invariant!("registry", 5, named, "a GTIN does not lead to its class", id);
				carried += 1;
			}
		}
		let keys = ClassesByGtin::<T>::iter_keys().count();
		let right = keys == carried;
		check_invariant!("registry", 5, right, "a GTIN leads to a class without it", keys, carried);
		Ok(())
	}

	fn try_references(books: &AllBooks) -> Result<(), TryRuntimeError> {
		for (code, entry) in Regions::<T>::iter() {
			let known = entry.region.parent.is_none_or(Regions::<T>::contains_key);
			check_invariant!("registry", 6, known, "a region is a part of none", code);
		}
		for (code, seat) in RegionSeats::<T>::iter() {
			let known = Regions::<T>::contains_key(&code);
			check_invariant!("registry", 6, known, "a seat is of no region", code);
			check_invariant!("registry", 6, seat.is_on_earth(), "a seat is nowhere", code);
		}
		let mut parents = BTreeMap::new();
		for (id, institution) in Institutions::<T>::iter() {
			let placed = Regions::<T>::contains_key(institution.region);
			check_invariant!("registry", 6, placed, "an institution is in no region", id);
			let known = institution.parent.is_none_or(Institutions::<T>::contains_key);
			check_invariant!("registry", 6, known, "an institution is a part of none", id);
			parents.extend(institution.parent.map(|parent| (id, parent)));
		}
		for id in parents.keys() {
			let above = core::iter::successors(Some(id), |below| parents.get(*below));
			// Itself is the first; more than all of them come only round a circle.
			let ends = above.take(parents.len() + 2).count() <= parents.len() + 1;
			check_invariant!("registry", 6, ends, "an institution is a part of itself", id);
		}
		for (institution, number, site) in Sites::<T>::iter() {
			let id = SiteId { institution, number };
			let placed = Regions::<T>::contains_key(site.place.region);
			check_invariant!("registry", 6, placed, "a site is in no region", id);
			let owned = Institutions::<T>::contains_key(institution);
			check_invariant!("registry", 6, owned, "a site belongs to no institution", id);
		}
		for (id, LotEntry { lot, capability, carrier_capability, cold_chain, .. }) in &books.lots {
			let class = Classes::<T>::get(lot.identity.class).map(|entry| entry.class);
			check_invariant!("registry", 6, class.is_some(), "a lot is of no class", id);
			let demanded =
				class.map(|class| (class.capability, class.carrier_capability, class.cold_chain()));
			let same = demanded == Some((*capability, *carrier_capability, *cold_chain));
			check_invariant!("registry", 6, same, "a lot demands what its class does not", id);
			let registered = Institutions::<T>::contains_key(lot.registered_by);
			check_invariant!("registry", 6, registered, "a lot was registered by nobody", id);
			let given = lot.identity.donor.is_none_or(Institutions::<T>::contains_key);
			check_invariant!("registry", 6, given, "a lot was given by nobody", id);
			let derived = lot.origin.is_none_or(|origin| books.lots.contains_key(&origin.lot));
			check_invariant!("registry", 6, derived, "a lot came out of none", id);
		}
		Ok(())
	}

	fn try_repackings(books: &AllBooks) -> Result<(), TryRuntimeError> {
		for (lot, inputs) in Repackings::<T>::iter() {
			let origin = books.lots.get(&lot).and_then(|entry| entry.lot.origin);
			let first =
				inputs.first().map(|input| LotOrigin { lot: input.lot, by: Derivation::Repacked });
			let begins = first.is_some() && first == origin;
			check_invariant!(
				"registry",
				7,
				begins,
				"a lot is made of what it did not come from",
				lot
			);
			let known = inputs.iter().all(|input| books.lots.contains_key(&input.lot));
			check_invariant!("registry", 7, known, "a lot is made of none", lot);
			let taken = inputs.iter().all(|input| input.quantity > 0);
			check_invariant!("registry", 7, taken, "a lot is made of nothing", lot);
		}
		for (id, entry) in &books.lots {
			let repacked = entry.lot.origin.is_some_and(|origin| origin.by == Derivation::Repacked);
			let kept = !repacked || Repackings::<T>::contains_key(id);
			check_invariant!(
				"registry",
				7,
				kept,
				"what a repacked lot is made of is forgotten",
				id
			);
		}
		Ok(())
	}

	fn try_sequences(books: &AllBooks) -> Result<(), TryRuntimeError> {
		let next = NextInstitutionId::<T>::get();
		for id in (0..next.0).map(InstitutionId) {
			let there = Institutions::<T>::contains_key(id);
			check_invariant!("registry", 8, there, "an institution is missing", id);
		}
		for id in Institutions::<T>::iter_keys() {
			let given = id < next;
			check_invariant!("registry", 8, given, "an institution was not numbered", id);
		}
		for (institution, next) in NextSiteNumber::<T>::iter() {
			let few = next.0 <= T::MaxSites::get();
			check_invariant!("registry", 8, few, "an institution has too many sites", institution);
			for number in (0..next.0).map(SiteNumber) {
				let there = Sites::<T>::contains_key(institution, number);
				check_invariant!("registry", 8, there, "a site is missing", institution, number);
			}
		}
		for (institution, number) in Sites::<T>::iter_keys() {
			let given = number < NextSiteNumber::<T>::get(institution);
			check_invariant!("registry", 8, given, "a site was not numbered", institution, number);
		}
		let next = NextClassId::<T>::get();
		for id in Classes::<T>::iter_keys() {
			check_invariant!("registry", 8, id < next, "a class was not numbered", id);
		}
		let next = NextLotId::<T>::get();
		for id in books.lots.keys() {
			check_invariant!("registry", 8, *id < next, "a lot was not numbered", id);
		}
		for id in Suspended::<T>::get() {
			let exists = Institutions::<T>::contains_key(id);
			check_invariant!("registry", 8, exists, "nobody is suspended", id);
			let since = InactiveSince::<T>::contains_key(id);
			check_invariant!("registry", 8, since, "an institution is suspended since never", id);
		}
		for id in InactiveSince::<T>::iter_keys() {
			let exists = Institutions::<T>::contains_key(id);
			check_invariant!("registry", 8, exists, "nobody is inactive", id);
		}
		Ok(())
	}

	fn try_found(books: &AllBooks) -> Result<(), TryRuntimeError> {
		for (id, LotEntry { ledger, .. }) in &books.lots {
			let bounded = ledger.entered().is_some_and(|entered| ledger.found <= entered);
			check_invariant!("registry", 9, bounded, "more turned up of a lot than entered", id);
		}
		Ok(())
	}

	fn try_claims(books: &AllBooks) -> Result<(), TryRuntimeError> {
		let latest = T::Trail::now().saturating_add(T::ClaimPeriod::get());
		for (lot, custodian, claim) in CountClaims::<T>::iter() {
			let entry = books.lots.get(&lot);
			check_invariant!("registry", 10, entry.is_some(), "a claim is of no lot", lot);
			let exists = Institutions::<T>::contains_key(custodian);
			check_invariant!("registry", 10, exists, "nobody claims", lot, custodian);
			let other = entry.is_none_or(|entry| entry.lot.registered_by != custodian);
			check_invariant!("registry", 10, other, "a registrant claims", lot, custodian);
			let some = claim.excess > 0;
			check_invariant!("registry", 10, some, "a claim is of nothing", lot, custodian);
			let ends = claim.until <= latest;
			check_invariant!("registry", 10, ends, "a claim ends too late", lot, custodian);
		}
		Ok(())
	}

	fn try_archives(books: &AllBooks) -> Result<(), TryRuntimeError> {
		let mut offspring = BTreeMap::<LotId, u32>::new();
		let mut derived = BTreeSet::new();
		let mut count = |parent: LotId, id: LotId| {
			let counted = offspring.entry(parent).or_default();
			*counted = counted.saturating_add(1);
			derived.insert((parent, id));
		};
		for (id, entry) in &books.lots {
			match entry.lot.origin {
				Some(LotOrigin { by: Derivation::Repacked, .. }) => {
					Repackings::<T>::get(id).iter().for_each(|input| count(input.lot, *id));
				}
				Some(LotOrigin { by: Derivation::Corrected, lot }) => count(lot, *id),
				None => {}
			}
		}
		let indexed = LotsByOrigin::<T>::iter_keys().collect();
		let odd = derived.symmetric_difference(&indexed).next();
		let same = odd.is_none();
		check_invariant!("registry", 11, same, "the index by origin is out of step", odd);
		for (id, entry) in &books.lots {
			let right = entry.offspring == offspring.get(id).copied().unwrap_or_default();
			check_invariant!("registry", 11, right, "a lot miscounts its offspring", id);
		}
		let next = NextLotId::<T>::get();
		for id in ArchivedLots::<T>::iter_keys() {
			let gone = !books.lots.contains_key(&id);
			check_invariant!("registry", 11, gone, "an archived lot is in the books", id);
			check_invariant!("registry", 11, id < next, "an archived lot was not numbered", id);
		}
		Ok(())
	}

	fn try_levels(books: &AllBooks) -> Result<(), TryRuntimeError> {
		let mut available = BTreeMap::<_, Total>::new();
		for (key, holding) in &books.holdings {
			let class = books.lots.get(&key.lot).map(|entry| entry.lot.identity.class);
			let own = class.filter(|_| key.custodian == key.owner && holding.available > 0);
			if let Some(class) = own {
				*available.entry((key.owner, class)).or_default() += Total::from(holding.available);
			}
		}
		let today = levels::day_of(T::Trail::now());
		for (id, class, level) in Levels::<T>::iter() {
			let sum = available.remove(&(id, class)).unwrap_or_default();
			let right = level.available == sum;
			check_invariant!("registry", 12, right, "a level is not what is held", id, class, sum);
			let exists = Institutions::<T>::contains_key(id) && Classes::<T>::contains_key(class);
			check_invariant!("registry", 12, exists, "a level is of nobody or nothing", id, class);
			let LevelEntry { available, day, used, mean, days } = level;
			let says = available > 0 || used > 0;
			check_invariant!("registry", 12, says, "a level says nothing", id, class);
			let begun = day <= today && (used > 0 || day == 0);
			check_invariant!("registry", 12, begun, "a day of use has not begun", id, class);
			let rests = if days > 0 { used > 0 } else { mean == 0 };
			check_invariant!("registry", 12, rests, "a mean rests on no days", id, class);
			let bounded = used <= levels::MOST_A_DAY && mean <= levels::MOST_A_DAY * levels::PARTS;
			check_invariant!("registry", 12, bounded, "a level is beyond its bound", id, class);
		}
		let missing = available.keys().next();
		let all = missing.is_none();
		check_invariant!("registry", 12, all, "a level is missing", missing);
		Ok(())
	}

	fn try_windows(books: &AllBooks) -> Result<(), TryRuntimeError> {
		for (id, LotEntry { lot, .. }) in &books.lots {
			let class = Classes::<T>::get(lot.identity.class).map(|entry| entry.class);
			let capacity = class.is_some_and(|class| class.kind == ClassKind::Capacity);
			let fits = capacity == lot.identity.window.is_some();
			check_invariant!("registry", 13, fits, "a window does not fit the class", id);
			let Some(window) = lot.identity.window else { continue };
			let ordered = window.from < window.until;
			check_invariant!("registry", 13, ordered, "a window ends before it begins", id);
			let one_end = lot.identity.expiry.is_none();
			check_invariant!("registry", 13, one_end, "capacity has an expiry", id);
			for input in Repackings::<T>::get(id) {
				let whole = books.lots.get(&input.lot).and_then(|entry| entry.lot.identity.window);
				let within = whole.is_some_and(|whole| window.is_within(&whole));
				check_invariant!(
					"registry",
					13,
					within,
					"a window is not in that of an input",
					id,
					input.lot
				);
			}
		}
		Ok(())
	}
}
