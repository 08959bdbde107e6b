//! What clients read beside the storage itself.
//!
//! Every list is one page: it ends when it has as many entries as are asked for, or when
//! [`LONGEST_ANSWER`] have been looked at, and says where the next one begins.

use crate::{
	Appeal, BuildStep, Config, Context, Contexts, OldRoots, Page, Pallet, RingCount, Rings,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame_support::traits::Get;
use salus_primitives::{AppealId, ContextId, Moment, RingId, Role, Trail, LONGEST_ANSWER};
use salus_rings::Root;
use scale_info::TypeInfo;

/// A ring, as whoever makes a proof wants it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct RingView {
	pub ring: RingId,
	/// The newest revision, counted from one.
	pub revision: u32,
	/// How many members it has.
	pub members: u32,
	/// Whether these are enough to hide somebody among them.
	pub usable: bool,
	pub root: Root,
	/// When the newest revision was built.
	pub built_at: Moment,
	/// The revisions that contexts with the roll `Recent` accept now, the oldest first.
	pub roots: Vec<RootView>,
}

/// A revision of a ring against which proofs are accepted.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct RootView {
	pub revision: u32,
	/// How many members the revision has.
	pub members: u32,
	/// The last moment at which proofs against it are accepted; `None` for the newest, which nothing has
	/// replaced yet.
	pub until: Option<Moment>,
}

/// A context, as a reader wants it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ContextView {
	pub id: ContextId,
	pub context: Context,
	/// Whether it was closed, its end has passed, or its referendum takes no votes any more.
	pub is_over: bool,
	/// How many of its pseudonyms have voted; zero where there is nothing to vote on.
	pub turnout: u32,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn view_ring(id: RingId) -> Option<RingView> {
		let ring = Rings::<T>::get(id)?;
		let usable = |members: u32| members >= T::MinRing::get();
		let now = T::Trail::now();
		let old = OldRoots::<T>::get(id).into_iter().filter(|old| now <= old.until);
		let mut roots: Vec<_> = old
			.map(|old| RootView {
				revision: old.revision,
				members: old.members,
				until: Some(old.until),
			})
			.collect();
		roots.push(RootView { revision: ring.revision, members: ring.members, until: None });
		roots.retain(|root| usable(root.members));
		Some(RingView {
			ring: id,
			revision: ring.revision,
			members: ring.members,
			usable: usable(ring.members),
			root: ring.root,
			built_at: ring.built_at,
			roots,
		})
	}

	pub(crate) fn view_rings_of(role: Role) -> Vec<RingView> {
		let numbers = 0..RingCount::<T>::get(role);
		numbers.filter_map(|number| Self::view_ring(RingId { role, number })).collect()
	}

	pub(crate) fn view_due_step(role: Role) -> Option<BuildStep> {
		Self::next_step(role)
	}

	pub(crate) fn view_context(id: ContextId) -> Option<ContextView> {
		let context = Contexts::<T>::get(id)?;
		let is_over = Self::is_over(&context);
		let turnout = context.ballot.ayes.saturating_add(context.ballot.nays);
		Some(ContextView { id, context, is_over, turnout })
	}

	pub(crate) fn view_contexts(
		after: Option<ContextId>,
		limit: u32,
	) -> Page<ContextView, ContextId> {
		// There are no more of them than may be looked at.
		let mut ids: Vec<_> = Contexts::<T>::iter_keys().take(LONGEST_ANSWER as usize).collect();
		ids.retain(|id| after.is_none_or(|after| *id > after));
		ids.sort_unstable();
		let more = ids.len() > page_of(limit);
		ids.truncate(page_of(limit));
		let next = ids.last().copied().filter(|_| more);
		Page { items: ids.into_iter().filter_map(Self::view_context).collect(), next }
	}

	pub(crate) fn view_open_appeals(
		after: Option<AppealId>,
		limit: u32,
	) -> Page<(AppealId, Appeal<T::AccountId>), AppealId> {
		let limit = page_of(limit);
		let end = Self::next_appeal_id().0;
		let first = after.map_or(0, |after| after.0.saturating_add(1));
		let mut items = Vec::new();
		let mut last = after;
		for id in (first..end).take(LONGEST_ANSWER as usize).map(AppealId) {
			last = Some(id);
			let appeal = Self::load_appeal(id).ok().filter(Self::takes_promises);
			items.extend(appeal.map(|appeal| (id, appeal)));
			if items.len() == limit {
				break;
			}
		}
		let next = last.filter(|last| last.0.saturating_add(1) < end);
		Page { items, next }
	}
}

/// How many entries a page has, of which so many are asked for.
fn page_of(limit: u32) -> usize {
	// A page of none would begin the next page where it began itself.
	limit.clamp(1, LONGEST_ANSWER) as usize
}
