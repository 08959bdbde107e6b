//! The invariants that the pallet's documentation lists.

#![cfg(any(feature = "std", feature = "try-runtime"))]

use crate::{
	Aliases, Appeals, Complaints, Config, Constructions, ContextCount, Contexts, Correspondents,
	Documents, Drafts, KeyHolders, Keys, Leaving, Members, NextAppealId, NextComplaintId,
	NextContextId, NextDocumentId, OldRoots, Pallet, Place, Pseudonyms, Purpose, Queue, RingCount,
	Rings, Roll, Rolls, MAX_CONTEXTS, MAX_MEMBERS, MAX_OLD_ROOTS, MAX_USES,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use salus_primitives::{check_invariant, ContextId, InstitutionId, RingId, Role};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant that the pallet's documentation lists.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_keys()?;
		Self::check_rings()?;
		Self::check_leaving()?;
		Self::check_old_roots()?;
		Self::check_constructions()?;
		Self::check_contexts()?;
		Self::check_pseudonyms()?;
		Self::check_ballots()?;
		Self::check_papers()
	}

	/// The members of the newest revision of a ring, and of that which is being built.
	fn members_of(ring: RingId) -> BTreeSet<InstitutionId> {
		let mut members: BTreeSet<_> =
			Members::<T>::get(ring).iter().map(|member| member.institution).collect();
		if Constructions::<T>::get(ring.role).is_some_and(|construction| construction.ring == ring)
		{
			members.extend(Drafts::<T>::get(ring.role).iter().map(|member| member.institution));
		}
		members
	}

	fn check_keys() -> Result<(), TryRuntimeError> {
		let mut waiting: BTreeMap<Role, BTreeSet<InstitutionId>> = BTreeMap::new();
		let mut registered = 0;
		for (role, institution, entry) in Keys::<T>::iter() {
			registered += 1;
			check_invariant!(
				"protection",
				1,
				KeyHolders::<T>::get(entry.key) == Some((role, institution)),
				"a key is not known by its holder",
				role,
				institution
			);
			match entry.place {
				Place::Queued => {
					waiting.entry(role).or_default().insert(institution);
				}
				Place::Ring(number) => check_invariant!(
					"protection",
					1,
					Self::members_of(RingId { role, number }).contains(&institution),
					"a key is not in its ring",
					role,
					institution
				),
			}
		}
		check_invariant!(
			"protection",
			1,
			KeyHolders::<T>::iter().count() == registered,
			"somebody holds a key that is not registered",
		);
		let mut queued = 0;
		for (role, queue) in Queue::<T>::iter() {
			let listed: BTreeSet<_> = queue.iter().copied().collect();
			queued += listed.len();
			check_invariant!(
				"protection",
				1,
				listed.len() == queue.len() && waiting.get(&role) == Some(&listed),
				"a queue is not that of the keys that wait",
				role
			);
		}
		let waits: usize = waiting.values().map(BTreeSet::len).sum();
		check_invariant!("protection", 1, waits == queued, "a key waits in no queue");
		Ok(())
	}

	fn check_rings() -> Result<(), TryRuntimeError> {
		let mut seen: BTreeSet<(Role, InstitutionId)> = BTreeSet::new();
		for (id, members) in Members::<T>::iter() {
			let ring = Rings::<T>::get(id);
			check_invariant!(
				"protection",
				2,
				ring.is_some_and(|ring| ring.members as usize == members.len())
					&& members.len() <= MAX_MEMBERS as usize
					&& id.number < RingCount::<T>::get(id.role),
				"a ring is not what it says",
				id
			);
			for member in &members {
				check_invariant!(
					"protection",
					2,
					seen.insert((id.role, member.institution)),
					"an institution is a member twice",
					id,
					member.institution
				);
			}
		}
		Ok(())
	}

	/// Whoever is leaving a ring is still in it.
	fn check_leaving() -> Result<(), TryRuntimeError> {
		for (role, institution, number) in Leaving::<T>::iter() {
			check_invariant!(
				"protection",
				2,
				Self::members_of(RingId { role, number }).contains(&institution),
				"an institution is leaving a ring that it is not in",
				role,
				institution
			);
		}
		Ok(())
	}

	fn check_old_roots() -> Result<(), TryRuntimeError> {
		for (id, roots) in OldRoots::<T>::iter() {
			let newest = Rings::<T>::get(id).map_or(0, |ring| ring.revision);
			let revisions: Vec<u32> = roots.iter().map(|root| root.revision).collect();
			check_invariant!(
				"protection",
				3,
				roots.len() <= MAX_OLD_ROOTS as usize
					&& revisions.windows(2).all(|pair| pair[0] < pair[1])
					&& revisions.last().is_none_or(|last| *last < newest),
				"old roots are not in their order",
				id
			);
		}
		Ok(())
	}

	fn check_constructions() -> Result<(), TryRuntimeError> {
		for (role, construction) in Constructions::<T>::iter() {
			let newest = Rings::<T>::get(construction.ring).map_or(0, |ring| ring.revision);
			let draft = Drafts::<T>::get(role);
			let members = draft.len();
			let drafted: BTreeSet<_> = draft.iter().map(|member| member.institution).collect();
			let entering = construction.entering as usize;
			check_invariant!(
				"protection",
				4,
				drafted.len() == members
					&& entering <= Queue::<T>::get(role).len()
					&& members.saturating_add(entering) <= MAX_MEMBERS as usize,
				"what is being built has an institution twice, or too many",
				role
			);
			check_invariant!(
				"protection",
				4,
				construction.ring.role == role
					&& construction.revision == newest.saturating_add(1)
					&& construction.pushed as usize <= members,
				"what is being built is not the next revision",
				role
			);
		}
		for role in Drafts::<T>::iter_keys() {
			check_invariant!(
				"protection",
				4,
				Constructions::<T>::contains_key(role),
				"there are members of nothing that is being built",
				role
			);
		}
		Ok(())
	}

	fn check_contexts() -> Result<(), TryRuntimeError> {
		let mut bound: BTreeMap<ContextId, u32> = BTreeMap::new();
		for pseudonym in Pseudonyms::<T>::iter_values() {
			*bound.entry(pseudonym.context).or_default() += 1;
		}
		let mut count = 0;
		for (id, context) in Contexts::<T>::iter() {
			count += 1;
			let rolls = Rolls::<T>::iter_key_prefix(id).count();
			// Those of the genesis have none until something is done in them.
			let has_record = context.newest_record.is_some() || context.declared_at == 0;
			check_invariant!("protection", 5, has_record, "a context has no record", id);
			check_invariant!(
				"protection",
				5,
				id < NextContextId::<T>::get()
					&& context.pseudonyms == bound.remove(&id).unwrap_or_default()
					&& (context.terms.roll == Roll::AtDeclaration) == (rolls > 0)
					&& (1..=MAX_USES).contains(&context.terms.uses),
				"a context is not what it says",
				id
			);
		}
		check_invariant!(
			"protection",
			5,
			count == ContextCount::<T>::get()
				&& count <= MAX_CONTEXTS
				&& bound.is_empty()
				&& Rolls::<T>::iter_keys().all(|(id, _)| Contexts::<T>::contains_key(id)),
			"something is of no context",
		);
		Ok(())
	}

	fn check_pseudonyms() -> Result<(), TryRuntimeError> {
		let mut pseudonyms = 0;
		for (account, pseudonym) in Pseudonyms::<T>::iter() {
			pseudonyms += 1;
			let uses = Contexts::<T>::get(pseudonym.context).map(|context| context.terms.uses);
			check_invariant!(
				"protection",
				6,
				Aliases::<T>::get(pseudonym.context, pseudonym.alias).as_ref() == Some(&account)
					&& uses.is_some_and(|uses| pseudonym.used <= uses)
					&& (pseudonym.vote.is_none() || pseudonym.used > 0),
				"a pseudonym is not known by its alias, or was used too often",
				account
			);
		}
		check_invariant!(
			"protection",
			6,
			Aliases::<T>::iter().count() == pseudonyms,
			"an alias is of no pseudonym",
		);
		Ok(())
	}

	fn check_ballots() -> Result<(), TryRuntimeError> {
		let mut said: BTreeMap<ContextId, (u32, u32)> = BTreeMap::new();
		for pseudonym in Pseudonyms::<T>::iter_values() {
			let (ayes, nays) = said.entry(pseudonym.context).or_default();
			match pseudonym.vote {
				Some(true) => *ayes += 1,
				Some(false) => *nays += 1,
				None => {}
			}
		}
		for (id, context) in Contexts::<T>::iter() {
			let (ayes, nays) = said.get(&id).copied().unwrap_or_default();
			let votes = matches!(context.terms.purpose, Purpose::Vote(_));
			let over = Self::is_over(&context);
			// Once it is over, pseudonyms may be forgotten, and what they voted is counted all the same.
			check_invariant!(
				"protection",
				7,
				if over {
					context.ballot.ayes >= ayes && context.ballot.nays >= nays
				} else {
					(context.ballot.ayes, context.ballot.nays) == (ayes, nays)
				} && (votes || context.ballot == Default::default()),
				"a ballot is not the sum of its votes",
				id
			);
		}
		Ok(())
	}

	fn check_papers() -> Result<(), TryRuntimeError> {
		let mut promised: BTreeMap<(T::AccountId, InstitutionId), u32> = BTreeMap::new();
		for (id, appeal) in Appeals::<T>::iter() {
			let givers: BTreeSet<_> =
				appeal.promises.iter().map(|promise| promise.institution).collect();
			check_invariant!(
				"protection",
				8,
				id < NextAppealId::<T>::get()
					&& appeal.newest_record.is_some()
					&& givers.len() == appeal.promises.len()
					&& appeal
						.promises
						.iter()
						.all(|promise| { (1..=appeal.plea.quantity).contains(&promise.quantity) }),
				"an appeal is not what it says",
				id
			);
			for giver in givers {
				*promised.entry((appeal.by.clone(), giver)).or_default() += 1;
			}
		}
		let correspondents: BTreeMap<_, _> = Correspondents::<T>::iter()
			.map(|(account, institution, count)| ((account, institution), count))
			.collect();
		check_invariant!(
			"protection",
			8,
			correspondents == promised,
			"who may write to whom is not who promised what",
		);
		for (id, complaint) in Complaints::<T>::iter() {
			check_invariant!(
				"protection",
				8,
				id < NextComplaintId::<T>::get() && complaint.newest_record.is_some(),
				"a complaint has no record, or was never made",
				id
			);
		}
		for (id, document) in Documents::<T>::iter() {
			check_invariant!(
				"protection",
				8,
				id < NextDocumentId::<T>::get()
					&& document.newest_record.is_some()
					&& document.from != document.to,
				"a document has no record, or was never sent",
				id
			);
		}
		Ok(())
	}
}
