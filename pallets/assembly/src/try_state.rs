//! The invariants, as the pallet's documentation numbers them.

use crate::{Config, OpenOf, Pallet, Referenda, SecrecyOf, MAX_RANK};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::traits::Get;
use salus_primitives::{
	check_invariant, Ballots, Directory, Electorate, Progress, ReferendumId, Tally,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant that the pallet's documentation lists.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		check_members::<T>()?;
		check_referenda::<T>()?;
		check_open::<T>()?;
		check_tallies::<T>()?;
		check_secret::<T>()
	}
}

fn check_members<T: Config>() -> Result<(), TryRuntimeError> {
	let mut members: BTreeMap<_, _> = T::Electorate::members().into_iter().collect();
	for (institution, standing) in Pallet::<T>::institutions() {
		let rank = members.remove(&T::Electorate::account_of(institution));
		check_invariant!(
			"assembly",
			1,
			rank.is_some() == Pallet::<T>::is_due(institution),
			"a member is not due to be one, or who is due to be one is none",
			institution,
			standing,
			rank
		);
		let (Some(rank), Some(body)) = (rank, T::Directory::body(institution)) else { continue };
		let waits = rank <= MAX_RANK && Pallet::<T>::is_ranked(body.kind);
		check_invariant!(
			"assembly",
			2,
			waits || rank == Pallet::<T>::rank_of_kind(body.kind),
			"a member has not the rank of its kind",
			institution,
			rank
		);
	}
	check_invariant!("assembly", 1, members.is_empty(), "a member is no institution", members);
	Ok(())
}

fn check_referenda<T: Config>() -> Result<(), TryRuntimeError> {
	let next = T::Ballots::next();
	for (id, referendum) in Referenda::<T>::iter() {
		check_invariant!("assembly", 3, id < next, "a referendum is not below the next", id);
		check_invariant!(
			"assembly",
			3,
			referendum.newest_record.is_some(),
			"a referendum has no record",
			id
		);
		let outcome = match T::Ballots::progress(id) {
			Some(Progress::Decided { outcome, .. }) => Some(outcome),
			_ => None,
		};
		check_invariant!(
			"assembly",
			3,
			referendum.recorded.is_none_or(|recorded| outcome == Some(recorded)),
			"a referendum did not end as recorded",
			id,
			outcome
		);
		check_invariant!(
			"assembly",
			3,
			referendum.recorded.is_none() || referendum.preimage.is_none(),
			"a proposal is kept beyond its outcome",
			id
		);
	}
	for id in ongoing::<T>() {
		let known = Referenda::<T>::contains_key(id);
		check_invariant!("assembly", 3, known, "an ongoing referendum is not known", id);
	}
	Ok(())
}

fn check_open<T: Config>() -> Result<(), TryRuntimeError> {
	let mut listed = BTreeSet::new();
	for (institution, track, open) in OpenOf::<T>::iter() {
		let few = !open.is_empty() && open.len() as u32 <= T::MaxOpen::get();
		check_invariant!("assembly", 4, few, "a list is empty or too long", institution, track);
		for id in open {
			let own = Referenda::<T>::get(id).is_some_and(|referendum| {
				(referendum.institution, referendum.track) == (institution, track)
			});
			check_invariant!(
				"assembly",
				4,
				own,
				"a list has a referendum of others",
				institution,
				id
			);
			check_invariant!("assembly", 4, listed.insert(id), "a referendum is listed twice", id);
		}
	}
	for id in ongoing::<T>() {
		check_invariant!("assembly", 4, listed.contains(&id), "a referendum is not listed", id);
	}
	Ok(())
}

fn check_tallies<T: Config>() -> Result<(), TryRuntimeError> {
	for id in ongoing::<T>().filter(|id| !Pallet::<T>::is_secret(*id)) {
		let mut sum = Tally::default();
		for (_, ballot) in T::Ballots::ballots(id, None, u32::MAX) {
			sum.add(ballot);
		}
		let tally = T::Ballots::tally(id);
		let same = tally == Some(sum);
		check_invariant!("assembly", 5, same, "the tally is not that of the ballots", id, tally);
	}
	Ok(())
}

fn check_secret<T: Config>() -> Result<(), TryRuntimeError> {
	let weight = T::Ballots::weight_of(0);
	for id in SecrecyOf::<T>::iter_keys() {
		let known = Referenda::<T>::contains_key(id);
		check_invariant!("assembly", 5, known, "what is or was to be secret is not known", id);
		if Pallet::<T>::secrecy(id).is_none() {
			continue;
		}
		let open = T::Ballots::ballots(id, None, 1);
		let none = open.is_empty();
		check_invariant!("assembly", 5, none, "what takes no open votes has ballots", id, open);
		// Of one that is decided, no tally is kept.
		let tally = T::Ballots::tally(id).unwrap_or_default();
		let same = tally.ayes == tally.heads.saturating_mul(weight);
		check_invariant!("assembly", 5, same, "secret votes weigh otherwise", id, tally);
	}
	Ok(())
}

/// The ongoing referenda.
fn ongoing<T: Config>() -> impl Iterator<Item = ReferendumId> {
	let ids = (0..T::Ballots::next().0).map(ReferendumId);
	ids.filter(|id| Pallet::<T>::is_ongoing(*id))
}
