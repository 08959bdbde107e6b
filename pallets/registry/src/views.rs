//! What readers ask.

use crate::{
	levels, shelf, AgentState, Agents, AgentsByInstitution, Config, Conservation, InstitutionOf,
	InstitutionStanding, InstitutionView, Institutions, Invitations, LevelView, LotEntry, LotView,
	Pallet,
};
use alloc::vec::Vec;
use salus_primitives::{
	ClassId, Custody, Holding, HoldingKey, InstitutionId, LotId, Roles, ShelfPlace, Total, Trail,
	LONGEST_ANSWER,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn view_institution(id: InstitutionId) -> Option<InstitutionView<InstitutionOf<T>>> {
		let institution = Institutions::<T>::get(id)?;
		let standing = match (Self::inactive_since(id), Self::is_suspended(id)) {
			(None, _) => InstitutionStanding::Active,
			(Some(since), true) => InstitutionStanding::Suspended { since },
			(Some(at), false) => InstitutionStanding::WoundUp { at },
		};
		Some(InstitutionView { institution, standing })
	}

	pub(crate) fn view_agents_of(
		institution: InstitutionId,
		after: Option<T::AccountId>,
		limit: u32,
	) -> Vec<(T::AccountId, AgentState, Roles)> {
		let listed = match after {
			Some(after) => {
				let start = AgentsByInstitution::<T>::hashed_key_for(institution, after);
				AgentsByInstitution::<T>::iter_prefix_from(institution, start)
			}
			None => AgentsByInstitution::<T>::iter_prefix(institution),
		};
		listed
			.take(limit.min(LONGEST_ANSWER) as usize)
			.filter_map(|(who, state)| {
				let roles = match state {
					AgentState::Acting => Agents::<T>::get(&who)?.roles,
					AgentState::Invited => Invitations::<T>::get(&who, institution)?,
				};
				Some((who, state, roles))
			})
			.collect()
	}

	pub(crate) fn view_invitations_of(
		who: T::AccountId,
		after: Option<InstitutionId>,
		limit: u32,
	) -> Vec<(InstitutionId, Roles)> {
		let listed = match after {
			Some(after) => {
				let start = Invitations::<T>::hashed_key_for(&who, after);
				Invitations::<T>::iter_prefix_from(&who, start)
			}
			None => Invitations::<T>::iter_prefix(&who),
		};
		listed.take(limit.min(LONGEST_ANSWER) as usize).collect()
	}

	pub(crate) fn view_lot(id: LotId) -> Option<LotView> {
		let LotEntry { lot, held, .. } = *Self::lot_entry(id)?;
		let expires_at = lot.identity.expires_at();
		let expired = lot.identity.is_expired(T::Trail::now());
		Some(LotView { lot, expires_at, expired, held })
	}

	pub(crate) fn view_holdings_of_lot(
		lot: LotId,
		after: Option<Custody>,
		limit: u32,
	) -> Vec<(HoldingKey, Holding)> {
		Self::holding_entries(lot, after, limit.min(LONGEST_ANSWER) as usize)
			.into_iter()
			.map(|(custody, holding)| (custody.of(lot), holding))
			.collect()
	}

	pub(crate) fn view_conservation(
		lot: LotId,
		after: Option<Custody>,
		limit: u32,
	) -> Option<Conservation> {
		let ledger = Self::lot_entry(lot)?.ledger;
		// A page of none would begin the next page where it began itself.
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		let mut page = Self::holding_entries(lot, after, limit.saturating_add(1));
		let more = page.len() > limit;
		page.truncate(limit);
		let next = page.last().filter(|_| more).map(|(custody, _)| *custody);
		let held: Total = page.iter().map(|(_, holding)| holding.total()).sum();
		Some(Conservation { ledger, due: ledger.held(), held, next })
	}

	pub(crate) fn view_holdings_of(
		custodian: InstitutionId,
		after: Option<(LotId, InstitutionId)>,
		limit: u32,
	) -> Vec<(HoldingKey, Holding, bool)> {
		Self::holding_entries_of(custodian, after, limit.min(LONGEST_ANSWER) as usize)
			.into_iter()
			.map(|(key, holding)| {
				let expired = Self::view_lot(key.lot).is_some_and(|view| view.expired);
				(key, holding, expired)
			})
			.collect()
	}

	pub(crate) fn view_next_to_expire(
		institution: InstitutionId,
		class: ClassId,
		after: Option<ShelfPlace>,
		limit: u32,
	) -> Vec<(ShelfPlace, Holding)> {
		let after = after.unwrap_or_else(|| ShelfPlace::last_expired(T::Trail::now()));
		shelf::places_behind::<T>(institution, class, Some(after))
			.filter_map(|place| {
				let custody = Custody { custodian: institution, owner: place.owner };
				Some((place, Self::holding_entry(place.lot, &custody)?))
			})
			.take(LONGEST_ANSWER as usize)
			// Nothing of what is held and empty expires.
			.filter(|(_, holding)| holding.total() > 0)
			.take(limit as usize)
			.collect()
	}

	pub(crate) fn view_level(institution: InstitutionId, class: ClassId) -> LevelView {
		levels::at::<T>(institution, class, T::Trail::now()).into()
	}

	pub(crate) fn view_levels(
		institution: InstitutionId,
		after: Option<ClassId>,
		limit: u32,
	) -> Vec<(ClassId, LevelView)> {
		levels::all_behind::<T>(institution, after, T::Trail::now())
			.take(limit.min(LONGEST_ANSWER) as usize)
			.map(|(class, level)| (class, level.into()))
			.collect()
	}
}
