//! The members and the table of their ranks.
//!
//! All reads and writes of [`RankOf`], [`Silenced`] and [`NewestRecord`], and all changes of the electorate,
//! go through this file.

use crate::{
	initial_rank, Config, Error, Event, NewestRecord, Pallet, RankOf, Silenced, SILENCED_AMONG,
};
use frame_support::{ensure, traits::Get};
use salus_primitives::{
	Action, Directory, Effect, Electorate, Haste, InstitutionId, InstitutionKind, Matter, Moment,
	Rank, RecordId, Standing, Step, Subject, Trail,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The rank of a kind of institution, by the table.
	pub(crate) fn rank_of_kind(kind: InstitutionKind) -> Rank {
		RankOf::<T>::get(kind).unwrap_or_else(|| initial_rank(kind))
	}

	/// Whether the assembly has ever given a kind of institution a rank.
	#[cfg(any(feature = "std", feature = "try-runtime"))]
	pub(crate) fn is_ranked(kind: InstitutionKind) -> bool {
		RankOf::<T>::contains_key(kind)
	}

	/// Gives a kind of institution another rank.
	pub(crate) fn put_rank(kind: InstitutionKind, rank: Rank) {
		RankOf::<T>::insert(kind, rank);
	}

	/// The rank with which an institution is a member, by its standing and kind; `None` when it is none.
	pub(crate) fn due_rank(institution: InstitutionId) -> Option<Rank> {
		let body = T::Directory::body(institution).filter(|_| Self::is_due(institution));
		body.map(|body| Self::rank_of_kind(body.kind))
	}

	/// Whether an institution is due to be a member: what was done in haste counts once it is ratified.
	pub(crate) fn is_due(institution: InstitutionId) -> bool {
		match T::Haste::pending(Matter::Standing(institution)) {
			Some(Effect::InForce) => false,
			Some(Effect::OutOfForce) => true,
			None => T::Directory::may_act(institution),
		}
	}

	/// An institution whose agents the council named does not vote for a while. Answers with from when on it
	/// does.
	///
	/// Fails with [`Error::TooManySilenced`].
	pub(crate) fn silence(institution: InstitutionId) -> Result<Moment, Error<T>> {
		let now = T::Trail::now();
		let from = now.saturating_add(T::Silence::get());
		Silenced::<T>::try_mutate(|silenced| {
			silenced.retain(|(other, until)| *other != institution && now < *until);
			let most = T::Electorate::count() / SILENCED_AMONG;
			ensure!((silenced.len() as u32) < most.max(1), Error::TooManySilenced);
			silenced.try_push((institution, from)).map_err(|_| Error::TooManySilenced)
		})?;
		Ok(from)
	}

	/// An institution votes again, if it did not.
	pub(crate) fn end_silence(institution: InstitutionId) {
		Silenced::<T>::mutate(|silenced| silenced.retain(|(other, _)| *other != institution));
	}

	/// From when on an institution votes that does not now.
	pub(crate) fn silenced_until(institution: InstitutionId) -> Option<Moment> {
		let silenced = Silenced::<T>::get();
		let (_, from) = silenced.into_iter().find(|(other, _)| *other == institution)?;
		(T::Trail::now() < from).then_some(from)
	}

	/// Refuses an institution whose agents the council named not long ago.
	pub(crate) fn ensure_not_silenced(institution: InstitutionId) -> Result<(), Error<T>> {
		ensure!(Self::silenced_until(institution).is_none(), Error::AgentsReplaced);
		Ok(())
	}

	/// Makes an institution the member that it is due to be, or none. Answers with what changed.
	pub(crate) fn enrol(
		institution: InstitutionId,
		due: Option<Rank>,
	) -> Result<Option<Action>, DispatchError> {
		let (action, event) = match (T::Electorate::rank_of(institution), due) {
			(None, Some(rank)) => {
				T::Electorate::induct(institution, rank)?;
				(Action::MemberInducted, Event::MemberInducted { institution, rank })
			}
			(Some(before), Some(rank)) if before != rank => {
				T::Electorate::set_rank(institution, rank)?;
				(Action::MemberRanked, Event::MemberRanked { institution, rank })
			}
			(Some(_), None) => {
				T::Electorate::remove(institution)?;
				(Action::MemberRemoved, Event::MemberRemoved { institution })
			}
			_ => return Ok(None),
		};
		Self::deposit_event(event);
		Ok(Some(action))
	}

	/// Every institution, and how it stands. For genesis and checks alone: there may be any number of them.
	pub(crate) fn institutions() -> impl Iterator<Item = (InstitutionId, Standing)> {
		// Identifiers are assigned in sequence, and no institution is removed.
		let ids = (0..u32::MAX).map(InstitutionId);
		ids.map_while(|id| Some((id, T::Directory::standing(id)?)))
	}

	/// Leaves the step's record on the assembly.
	pub(crate) fn record(step: &mut Step<T::AccountId>) -> DispatchResult {
		let mut newest = Self::newest_of_assembly();
		T::Trail::record(step, Subject::Assembly, &mut newest)?;
		NewestRecord::<T>::set(newest);
		Ok(())
	}

	/// The newest record of the assembly.
	pub(crate) fn newest_of_assembly() -> Option<RecordId> {
		NewestRecord::<T>::get()
	}
}
