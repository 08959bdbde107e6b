//! Rings, and how a revision of one is built: it is started, its members are pushed, and it is finished.
//!
//! All writes of [`Rings`], [`Members`], [`RingCount`], [`Constructions`] and [`Drafts`] go through this file,
//! which keeps that
//!
//! - the rings of a role have the numbers below its count; one without a revision is being built;
//! - a ring has the members of its newest revision, and as many as it says;
//! - in each role one revision is built at a time, and it is the next one of its ring. There is a draft while one
//!   is being built, and no other;
//! - the first of a draft were pushed, as many as the construction says and in this order. The others are members
//!   of the revision before, of whom it is not decided yet whether they stay. With those who are to enter it has
//!   at most [`MAX_MEMBERS`], and no institution twice.
//!
//! ## Who is in a revision
//!
//! What a start does costs the same, however large the ring is: it takes the members of the revision before, and
//! settles how many of those who wait may enter. Whether a member stays is decided when it would be pushed; and
//! then those enter who wait. So a member that is suspended, or withdraws its key, before its turn is not in the
//! revision. Whoever is suspended after it is, and leaves with the next one.
//!
//! ## What cannot be pushed
//!
//! Every key was found to be one when it was registered, so that all of them can be pushed, and what they were
//! pushed to can be finished. If that should fail nevertheless, as it might if the scheme took other bytes than
//! before, those who were pushed last leave, and the others are pushed anew. So a role is never kept from having
//! rings: what is being built becomes smaller until it can be.

use crate::{
	BuildStep, Cause, Config, Construction, Constructions, Drafts, Error, Event, Member, Members,
	Pallet, Ring, RingCount, Rings, MAX_MEMBERS, MAX_PUSHED, MAX_RINGS,
};
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get, BoundedVec};
use salus_primitives::{RingId, Role, Step, Subject, Trail};
use salus_rings::{Malformed, MemberKey, RingScheme, Root};

/// Where log messages come from.
const LOG_TARGET: &str = "runtime::protection";

/// What a ring without members is reduced to if its scheme cannot: nobody proves anything against it.
const NO_ROOT: Root = Root([0; 288]);

impl<T: Config> Pallet<T> {
	/// The step of building rings of a role that is due now: the next one of what is being built, or a start.
	/// Whoever should be in no ring any more comes before whoever waits for one.
	pub(crate) fn next_step(role: Role) -> Option<BuildStep> {
		if let Some(construction) = Constructions::<T>::get(role) {
			return Some(Self::step_of(&construction));
		}
		let count = RingCount::<T>::get(role);
		let rings = (0..count).map(|number| RingId { role, number });
		let leaver = rings.clone().find_map(|ring| {
			let rests = Rings::<T>::get(ring).is_some_and(|ring| Self::rests(&ring));
			let members = if rests { BoundedVec::new() } else { Members::<T>::get(ring) };
			let leaver = members.into_iter().find(|member| !Self::is_rightful(ring, member))?;
			Some(BuildStep::Start(ring, Cause::Leaver(leaver.institution)))
		});
		let new = RingId { role, number: count };
		let starts = rings.chain([new]).map(|ring| BuildStep::Start(ring, Cause::Queue));
		leaver.or_else(|| starts.into_iter().find(|step| Self::check_step(step).is_ok()))
	}

	/// The next step of what is being built.
	fn step_of(construction: &Construction) -> BuildStep {
		let Construction { ring, revision, pushed, entering, .. } = *construction;
		let drafted = Drafts::<T>::decode_len(ring.role).unwrap_or_default();
		if (pushed as usize) < drafted || entering > 0 {
			BuildStep::Push { ring, revision, pushed }
		} else {
			BuildStep::Finish { ring, revision }
		}
	}

	/// Refuses a step that is not due. Answers with how many members and keys that wait were looked at, for a
	/// start.
	///
	/// Fails with [`Error::RingNotFound`], [`Error::TooManyRings`], [`Error::Building`], [`Error::NotDue`] for a
	/// start, and with [`Error::WrongStep`] for any other step.
	pub(crate) fn check_step(step: &BuildStep) -> Result<u32, Error<T>> {
		match step {
			BuildStep::Start(ring, cause) => Self::check_start(*ring, *cause),
			BuildStep::Push { ring, .. } | BuildStep::Finish { ring, .. } => {
				let next = Constructions::<T>::get(ring.role).as_ref().map(Self::step_of);
				ensure!(next == Some(*step), Error::WrongStep);
				Ok(0)
			}
		}
	}

	fn check_start(id: RingId, cause: Cause) -> Result<u32, Error<T>> {
		let RingId { role, number } = id;
		let count = RingCount::<T>::get(role);
		let is_next = number == count && cause == Cause::Queue;
		ensure!(number < count || is_next, Error::RingNotFound);
		ensure!(number < MAX_RINGS, Error::TooManyRings);
		ensure!(!Constructions::<T>::contains_key(role), Error::Building);
		let ring = Rings::<T>::get(id);
		ensure!(!ring.as_ref().is_some_and(Self::rests), Error::NotDue);
		match cause {
			Cause::Queue => Self::check_queue(id, ring.map_or(0, |ring| ring.members)),
			Cause::Leaver(institution) => {
				let members = Members::<T>::get(id);
				let member = members.iter().find(|member| member.institution == institution);
				let leaves = member.is_some_and(|member| !Self::is_rightful(id, member));
				ensure!(leaves, Error::NotDue);
				Ok(members.len() as u32)
			}
		}
	}

	/// Refuses to have those who wait enter a ring that has no room, or in which they would be too few. There is
	/// a new ring once none of the others has room.
	fn check_queue(ring: RingId, members: u32) -> Result<u32, Error<T>> {
		let waiting = Self::waiting(ring.role);
		let count = waiting.len() as u32;
		// What nobody is in yet is not built for fewer than may use it.
		let least = if members > 0 { 1 } else { T::MinRing::get() };
		let is_full = |number| {
			let ring = Rings::<T>::get(RingId { number, ..ring });
			ring.is_some_and(|ring| ring.members >= MAX_MEMBERS)
		};
		let is_new = ring.number == RingCount::<T>::get(ring.role);
		let has_room = members < MAX_MEMBERS && (!is_new || (0..ring.number).all(is_full));
		let is_due = has_room && count >= least && Self::is_time_to_enter(ring.role, &waiting);
		ensure!(is_due, Error::NotDue);
		Ok(members.saturating_add(count))
	}

	/// Whether a ring rests: its newest revision is not old enough for a next one.
	fn rests(ring: &Ring) -> bool {
		T::Trail::now() < ring.built_at.saturating_add(T::BuildRest::get())
	}

	/// Begins the next revision of a ring. That it is due was decided when the call was authorized.
	pub(crate) fn start_revision(ring: RingId) {
		let role = ring.role;
		let revision = Rings::<T>::get(ring).map_or(0, |ring| ring.revision).saturating_add(1);
		let members = Members::<T>::get(ring);
		let waiting = Self::waiting(role);
		let room = MAX_MEMBERS.saturating_sub(members.len() as u32);
		let is_time = Self::is_time_to_enter(role, &waiting);
		let entering = if is_time { room.min(waiting.len() as u32) } else { 0 };
		let at_most = (members.len() as u32).saturating_add(entering);
		let unfinished = T::Scheme::start();
		let construction = Construction { ring, revision, pushed: 0, entering, unfinished };
		RingCount::<T>::mutate(role, |count| *count = (*count).max(ring.number.saturating_add(1)));
		Drafts::<T>::insert(role, members);
		Constructions::<T>::insert(role, construction);
		Self::deposit_event(Event::BuildStarted { ring, revision, members: at_most });
	}

	/// Pushes the next members, those who stay, and then those who enter.
	pub(crate) fn push_members(role: Role) -> DispatchResult {
		let mut construction = Constructions::<T>::get(role).ok_or(Error::<T>::WrongStep)?;
		let ring = construction.ring;
		let mut draft = Drafts::<T>::get(role).into_inner();
		let mut next = draft.split_off(draft.len().min(construction.pushed as usize));
		let later = next.split_off(next.len().min(MAX_PUSHED as usize));
		let entering = MAX_PUSHED.saturating_sub(next.len() as u32).min(construction.entering);
		next.retain(|member| {
			let stays = Self::is_rightful(ring, member);
			if !stays {
				Self::strike(ring, member);
			}
			stays
		});
		next.extend(Self::enter_first(ring, entering));
		construction.entering = construction.entering.saturating_sub(entering);

		let keys: Vec<MemberKey> = next.iter().map(|member| member.key).collect();
		let pushed = if keys.is_empty() {
			Ok(())
		} else {
			T::Scheme::push(&mut construction.unfinished, &keys)
		};
		match pushed {
			Ok(()) => {
				draft.extend(next);
				construction.pushed = draft.len() as u32;
			}
			Err(Malformed) => Self::begin_anew(&mut construction, &next),
		}
		draft.extend(later);
		Self::put_draft(construction, draft);
		Ok(())
	}

	/// Finishes what is being built: it is the newest revision of its ring from now on.
	pub(crate) fn finish_revision(step: &mut Step<T::AccountId>, role: Role) -> DispatchResult {
		let mut construction = Constructions::<T>::get(role).ok_or(Error::<T>::WrongStep)?;
		let mut draft = Drafts::<T>::get(role);
		let members = draft.len() as u32;
		let root = match T::Scheme::finish(&construction.unfinished) {
			Ok(root) => root,
			Err(Malformed) if draft.is_empty() => NO_ROOT,
			Err(Malformed) => {
				let stay = draft.len().saturating_sub(MAX_PUSHED as usize);
				let last: Vec<Member> = draft.drain(stay..).collect();
				Self::begin_anew(&mut construction, &last);
				Self::put_draft(construction, draft.into_inner());
				return Ok(());
			}
		};
		let Construction { ring: id, revision, .. } = construction;
		let before = Rings::<T>::get(id);
		let newest_record = before.as_ref().and_then(|ring| ring.newest_record);
		let built_at = T::Trail::now();
		let mut ring = Ring { revision, root, members, built_at, newest_record };
		T::Trail::record(step, Subject::Ring(id), &mut ring.newest_record)?;
		if let Some(before) = before {
			Self::archive_root(id, &before);
		}
		Rings::<T>::insert(id, ring);
		Members::<T>::insert(id, draft);
		Drafts::<T>::remove(role);
		Constructions::<T>::remove(role);
		Self::deposit_event(Event::RingBuilt { ring: id, revision, members });
		Ok(())
	}

	/// Has members leave that cannot be pushed, and pushes the others once more.
	fn begin_anew(construction: &mut Construction, leavers: &[Member]) {
		let ring = construction.ring;
		log::error!(target: LOG_TARGET, "{ring:?}: begun anew without {leavers:?}");
		leavers.iter().for_each(|member| Self::strike(ring, member));
		construction.pushed = 0;
		construction.unfinished = T::Scheme::start();
	}

	fn put_draft(construction: Construction, draft: Vec<Member>) {
		let role = construction.ring.role;
		Drafts::<T>::insert(role, BoundedVec::truncate_from(draft));
		Constructions::<T>::insert(role, construction);
	}

	/// One of those who waited has withdrawn its key. If it was to enter what is being built, one less does.
	pub(crate) fn withdrawn_from_queue(role: Role, place: usize) {
		Constructions::<T>::mutate_extant(role, |construction| {
			if place < construction.entering as usize {
				construction.entering = construction.entering.saturating_sub(1);
			}
		});
	}
}
