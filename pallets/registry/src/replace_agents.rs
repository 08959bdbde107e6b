//! An institution whose own admins cannot manage it, because their keys are lost or stolen, or because
//! nobody accepted to be one, is given others.

use crate::{
	AccountIdLookupOf, AgentState, Agents, AgentsByInstitution, Config, Error, Event,
	InstitutionOf, Invitations, Pallet,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{ensure, BoundedBTreeSet, BoundedVec};
use salus_primitives::{Act, Action, InstitutionId, OnInstitution, Roles, Step};
use sp_runtime::{traits::StaticLookup, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_replace_agents(
		act: Act<T::AccountId>,
		institution: InstitutionId,
		admins: BoundedVec<AccountIdLookupOf<T>, T::MaxAgents>,
	) -> DispatchResult {
		let mut step = Step::new(act, Action::AgentsReplaced, &(institution, &admins));
		ensure!(!admins.is_empty(), Error::<T>::NoAdmins);
		let named =
			admins.into_iter().map(T::Lookup::lookup).collect::<Result<BTreeSet<_>, _>>()?;
		let (kept, invited) = Self::change_institution(&mut step, institution, |entry| {
			Self::ensure_not_wound_up(institution)?;
			let mut former = Self::dismiss_all(institution, entry);
			let (mut kept, mut invited) = (BoundedBTreeSet::new(), BoundedBTreeSet::new());
			for who in named {
				let place = match former.remove(&who) {
					Some(roles) => {
						Self::enlist(institution, entry, &who, Self::with_admin(roles)?)?;
						kept.try_insert(who)
					}
					None => {
						Self::invite(institution, entry, &who, Self::with_admin(Roles::new())?)?;
						invited.try_insert(who)
					}
				};
				place.map_err(|_| Error::TooManyAgents)?;
			}
			Self::tell_left(institution, &former);
			Ok((kept, invited))
		})?;
		T::OnInstitution::agents_replaced(institution, &step.act.actor)?;
		Self::deposit_event(Event::AgentsReplaced { institution, kept, invited });
		Ok(())
	}

	/// Removes all agents and invitations of an institution; answers with who its agents were, and in
	/// which roles.
	pub(crate) fn dismiss_all(
		institution: InstitutionId,
		entry: &mut InstitutionOf<T>,
	) -> BTreeMap<T::AccountId, Roles> {
		let mut former = BTreeMap::new();
		for (who, state) in AgentsByInstitution::<T>::drain_prefix(institution) {
			match state {
				AgentState::Acting => {
					former.extend(Agents::<T>::take(&who).map(|agent| (who, agent.roles)));
				}
				AgentState::Invited => Invitations::<T>::remove(&who, institution),
			}
		}
		(entry.agents, entry.admins, entry.invitations) = (0, 0, 0);
		former
	}

	/// Tells other pallets that these accounts act for an institution no more.
	pub(crate) fn tell_left(institution: InstitutionId, former: &BTreeMap<T::AccountId, Roles>) {
		for who in former.keys() {
			T::OnInstitution::agent_left(institution, who);
		}
	}
}
