//! The calls `register_key` and `withdraw_key`, and how keys enter and leave rings.
//!
//! All writes of [`Keys`], [`KeyHolders`], [`LastRegistered`], [`Queue`] and [`Leaving`] go through this file,
//! which keeps that
//!
//! - a key has one holder, which has one key for each role, and both know each other;
//! - a key waits if and only if its institution is in the queue of its role, once;
//! - a key that is in a ring is among those of it, or of the revision of it that is being built;
//! - whoever has withdrawn a key that is in a ring leaves that ring. It may register another key, which waits;
//!   but it enters no ring of the role before that one is built without it, so it is never a member of two.
//!
//! Nothing waits for ever. A key that finds no ring, since too few wait for a new one or the role has as many
//! as it may, is withdrawn by its institution. One whose institution may be in no ring is removed once its turn to
//! enter comes, and keeps nobody out before: it counts among those who wait.

use crate::{
	Config, Error, Event, KeyHolders, Keys, LastRegistered, Leaving, Member, Pallet, Place, Queue,
	RegisteredKey,
};
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get, BoundedVec};
use salus_primitives::{
	Act, Action, Directory, InstitutionId, RingId, Role, SecretPolls, Step, Trail,
};
use salus_rings::{MemberKey, Possession, RingScheme};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_key(
		act: Act<T::AccountId>,
		role: Role,
		key: MemberKey,
		possession: Possession,
	) -> DispatchResult {
		let institution = act.institution()?;
		let waiting = Self::check_registration(role, institution, &key, &possession)?;
		let mut step = Step::new(act, Action::KeyRegistered, &(role, key, possession));
		T::Directory::record(&mut step, institution)?;
		let since = T::Trail::now();
		Keys::<T>::insert(role, institution, RegisteredKey { key, since, place: Place::Queued });
		KeyHolders::<T>::insert(key, (role, institution));
		LastRegistered::<T>::insert(role, institution, since);
		Self::set_waiting(role, waiting);
		Self::deposit_event(Event::KeyRegistered { role, institution, key });
		Ok(())
	}

	/// Refuses a key that an institution may not register now; the signature is the dearest to check. Answers
	/// with those who wait then.
	fn check_registration(
		role: Role,
		institution: InstitutionId,
		key: &MemberKey,
		possession: &Possession,
	) -> Result<Vec<InstitutionId>, Error<T>> {
		ensure!(T::Scheme::is_key(key), Error::InvalidKey);
		ensure!(!Keys::<T>::contains_key(role, institution), Error::KeyExists);
		ensure!(!KeyHolders::<T>::contains_key(key), Error::KeyTaken);
		let rests = |last: u64| T::Trail::now() < last.saturating_add(T::KeyRest::get());
		let is_soon = LastRegistered::<T>::get(role, institution).is_some_and(rests);
		ensure!(!is_soon, Error::KeyTooSoon);
		let mut waiting = Queue::<T>::get(role);
		ensure!(waiting.try_push(institution).is_ok(), Error::QueueFull);
		let message = crate::possession_message(Self::genesis(), role, institution, key);
		ensure!(T::Scheme::is_possessed(key, &message, possession), Error::NotPossessed);
		Ok(waiting.into_inner())
	}

	pub(crate) fn do_withdraw_key(act: Act<T::AccountId>, role: Role) -> DispatchResult {
		let institution = act.institution()?;
		let registered = Keys::<T>::get(role, institution).ok_or(Error::<T>::KeyNotFound)?;
		let RegisteredKey { key, place, .. } = registered;
		let mut step = Step::new(act, Action::KeyWithdrawn, &role);
		T::Directory::record(&mut step, institution)?;
		Self::remove_key(role, institution, &key);
		match place {
			Place::Queued => Self::leave_queue(role, institution),
			Place::Ring(number) => Leaving::<T>::insert(role, institution, number),
		}
		Self::deposit_event(Event::KeyWithdrawn { role, institution, key });
		Ok(())
	}

	fn remove_key(role: Role, institution: InstitutionId, key: &MemberKey) {
		Keys::<T>::remove(role, institution);
		KeyHolders::<T>::remove(key);
	}

	/// The institutions whose keys wait to enter a ring of a role, in the order of registration.
	pub(crate) fn waiting(role: Role) -> Vec<InstitutionId> {
		Queue::<T>::get(role).into_inner()
	}

	/// `waiting` are no more than may wait.
	fn set_waiting(role: Role, waiting: Vec<InstitutionId>) {
		if waiting.is_empty() {
			Queue::<T>::remove(role);
		} else {
			Queue::<T>::insert(role, BoundedVec::truncate_from(waiting));
		}
	}

	fn leave_queue(role: Role, institution: InstitutionId) {
		let mut waiting = Self::waiting(role);
		if let Some(place) = waiting.iter().position(|other| *other == institution) {
			waiting.remove(place);
			Self::set_waiting(role, waiting);
			Self::withdrawn_from_queue(role, place);
		}
	}

	/// Whether those who wait may enter a ring now: enough wait, or the first of them has waited for long
	/// enough.
	pub(crate) fn is_time_to_enter(role: Role, waiting: &[InstitutionId]) -> bool {
		let Some(first) = waiting.first() else { return false };
		let is_over =
			|key: RegisteredKey| T::Trail::now() >= key.since.saturating_add(T::MaxWait::get());
		waiting.len() as u32 >= T::Batch::get() || Keys::<T>::get(role, first).is_some_and(is_over)
	}

	/// Whether an institution has a key in a ring, and the member of the ring is that.
	fn has_in_ring(ring: RingId, member: &Member) -> bool {
		let place = Place::Ring(ring.number);
		Keys::<T>::get(ring.role, member.institution)
			.is_some_and(|registered| registered.key == member.key && registered.place == place)
	}

	/// Whether an institution may be in rings of a role: it may act, or, where members vote, it votes. Whom the
	/// council admitted in haste, or whose agents it named, does not vote in secret either.
	fn may_be_member(role: Role, institution: InstitutionId) -> bool {
		match role {
			Role::Vote => T::Polls::may_vote(institution),
			_ => T::Directory::may_act(institution),
		}
	}

	/// Whether a member of a ring may be in its next revision: its institution may be in rings of the role, and
	/// its key is still this one.
	pub(crate) fn is_rightful(ring: RingId, member: &Member) -> bool {
		Self::has_in_ring(ring, member) && Self::may_be_member(ring.role, member.institution)
	}

	/// Has a member leave its ring, with the revision that is being built. If its key is still this one, it is
	/// removed: whoever may act again registers another time.
	pub(crate) fn strike(ring: RingId, member: &Member) {
		if Self::has_in_ring(ring, member) {
			Self::remove_key(ring.role, member.institution, &member.key);
		}
		Leaving::<T>::remove(ring.role, member.institution);
	}

	/// Has the first `count` of those who wait enter the revision of a ring that is being built, and answers
	/// with them. The key of an institution that may not be a member is removed. One that is leaving another
	/// ring still goes on waiting, behind the others.
	pub(crate) fn enter_first(ring: RingId, count: u32) -> Vec<Member> {
		let role = ring.role;
		let mut first = Self::waiting(role);
		let mut waiting = first.split_off(first.len().min(count as usize));
		let mut entered = Vec::new();
		for institution in first {
			let Some(registered) = Keys::<T>::get(role, institution) else { continue };
			let key = registered.key;
			if !Self::may_be_member(role, institution) {
				Self::remove_key(role, institution, &key);
			} else if Leaving::<T>::contains_key(role, institution) {
				waiting.push(institution);
			} else {
				let place = Place::Ring(ring.number);
				Keys::<T>::insert(role, institution, RegisteredKey { place, ..registered });
				entered.push(Member { institution, key });
			}
		}
		Self::set_waiting(role, waiting);
		entered
	}
}
