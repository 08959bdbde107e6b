//! The calls `declare_context` and `close_context`.
//!
//! Every read and write of [`NextContextId`], [`ContextCount`], [`Contexts`] and [`Rolls`] goes through this file,
//! which keeps that
//!
//! - there are as many contexts as are counted, and no more than [`MAX_CONTEXTS`];
//! - a context has the rings that it was declared with if its roll is fixed, and none otherwise;
//! - whatever changes a context leaves a record on it, save that a pseudonym of it is forgotten.

use crate::{
	Ballot, Config, Context, ContextCount, Contexts, Error, Event, NextContextId, Pallet, Purpose,
	RingCount, Rings, Roll, RollEntry, Rolls, Terms, MAX_CONTEXTS, MAX_RINGS, MAX_USES,
};
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{
	Act, Action, Actor, ContextId, Moment, Purses, ReferendumId, RingId, Role, SecretPolls, Step,
	Subject, Trail,
};

impl Purpose {
	/// The referendum that is voted on, if the purpose is a vote.
	pub fn referendum(&self) -> Option<ReferendumId> {
		match self {
			Self::Vote(referendum) => Some(*referendum),
			Self::Appeal | Self::Complain | Self::Rate => None,
		}
	}
}

/// A context that is not entered yet, with the rings of its role that can be used.
pub(crate) struct NewContext {
	context: Context,
	rings: Vec<(u8, RollEntry)>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_declare_context(actor: Actor<T::AccountId>, terms: Terms) -> DispatchResult {
		let mut new = Self::new_context(terms)?;
		let id = Self::take_context_id()?;
		let act = Act::by(actor);
		if let Some(referendum) = terms.purpose.referendum() {
			let mut step = Step::new(act.clone(), Action::ReferendumPutToRing, &terms);
			T::Polls::put_to_ring(&mut step, referendum, new.context.members)?;
		}
		let mut step = Step::new(act, Action::ContextDeclared, &terms);
		T::Trail::record(&mut step, Subject::Context(id), &mut new.context.newest_record)?;
		Self::enter_context(id, new);
		Self::deposit_event(Event::ContextDeclared { context: id, purpose: terms.purpose });
		Ok(())
	}

	pub(crate) fn do_close_context(actor: Actor<T::AccountId>, id: ContextId) -> DispatchResult {
		let context = Self::load_context(id)?;
		ensure!(!Self::is_over(&context), Error::<T>::ContextOver);
		let is_vote = context.terms.purpose.referendum().is_some();
		ensure!(!is_vote, Error::<T>::EndsWithReferendum);
		let mut step = Step::new(Act::by(actor), Action::ContextClosed, &id);
		let closed = Some(T::Trail::now());
		Self::save_context(&mut step, id, Context { closed, ..context })?;
		Self::deposit_event(Event::ContextClosed { context: id });
		Ok(())
	}

	/// A context under these terms. Refuses terms that are not what they may be, and one context more than may
	/// be.
	pub(crate) fn new_context(terms: Terms) -> Result<NewContext, Error<T>> {
		let now = T::Trail::now();
		Self::check_terms(&terms, now)?;
		let rings = Self::usable_rings(terms.role);
		let is_fixed = terms.roll == Roll::AtDeclaration;
		ensure!(!is_fixed || !rings.is_empty(), Error::NoRing);
		ensure!(ContextCount::<T>::get() < MAX_CONTEXTS, Error::TooManyContexts);
		let members = rings.iter().fold(0u32, |sum, (_, ring)| sum.saturating_add(ring.members));
		if terms.purpose.referendum().is_some() {
			// Whoever declares a vote keeps nobody from voting by what purses hold.
			ensure!(terms.purse >= T::MinBallotPurse::get(), Error::InvalidPurse);
			let all = terms.purse.saturating_mul(members.into());
			ensure!(T::Purses::has(all), Error::PursesEmpty);
		}
		let context = Context {
			terms,
			declared_at: now,
			closed: None,
			pseudonyms: 0,
			members,
			ballot: Ballot::default(),
			newest_record: None,
		};
		Ok(NewContext { context, rings: if is_fixed { rings } else { Vec::new() } })
	}

	fn check_terms(terms: &Terms, now: Moment) -> Result<(), Error<T>> {
		ensure!(terms.uses > 0, Error::NoUses);
		ensure!(terms.uses <= MAX_USES, Error::TooManyUses);
		let purses = T::Purses::least()..=T::MaxPurse::get();
		ensure!(purses.contains(&terms.purse), Error::InvalidPurse);
		ensure!(terms.until.is_none_or(|until| until > now), Error::EndPassed);
		let is_vote = terms.purpose.referendum().is_some();
		ensure!(!is_vote || terms.roll == Roll::AtDeclaration, Error::RollNotFixed);
		ensure!(!is_vote || terms.role == Role::Vote, Error::WrongRole);
		ensure!(!is_vote || terms.until.is_none(), Error::EndsWithReferendum);
		Ok(())
	}

	/// The rings of a role that have enough members to be used, in their newest revisions.
	fn usable_rings(role: Role) -> Vec<(u8, RollEntry)> {
		let numbers = 0..RingCount::<T>::get(role).min(MAX_RINGS);
		let rings = numbers.filter_map(|number| {
			let ring = Rings::<T>::get(RingId { role, number })?;
			let entry =
				RollEntry { revision: ring.revision, root: ring.root, members: ring.members };
			Some((number, entry))
		});
		rings.filter(|(_, entry)| entry.members >= T::MinRing::get()).collect()
	}

	/// Whether a context is over: its end has passed, it was closed, or its referendum takes no votes any more.
	pub(crate) fn is_over(context: &Context) -> bool {
		let is_past = |until: Moment| until < T::Trail::now();
		let is_decided = |referendum| !T::Polls::is_ongoing(referendum);
		context.closed.is_some()
			|| context.terms.until.is_some_and(is_past)
			|| context.terms.purpose.referendum().is_some_and(is_decided)
	}

	/// A context, whether it is over or not.
	pub(crate) fn load_context(id: ContextId) -> Result<Context, Error<T>> {
		Contexts::<T>::get(id).ok_or(Error::ContextNotFound)
	}

	/// A ring as it was when a context was declared whose roll is fixed.
	pub(crate) fn enrolled_ring(id: ContextId, ring: u8) -> Result<RollEntry, Error<T>> {
		Rolls::<T>::get(id, ring).ok_or(Error::RingNotFound)
	}

	/// Takes the next identifier.
	pub(crate) fn take_context_id() -> Result<ContextId, Error<T>> {
		let id = NextContextId::<T>::get();
		NextContextId::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		Ok(id)
	}

	/// Enters a context, with its rings.
	pub(crate) fn enter_context(id: ContextId, new: NewContext) {
		for (number, entry) in new.rings {
			Rolls::<T>::insert(id, number, entry);
		}
		ContextCount::<T>::mutate(|count| *count = count.saturating_add(1));
		Contexts::<T>::insert(id, new.context);
	}

	/// Writes a context, with the step's record on it.
	pub(crate) fn save_context(
		step: &mut Step<T::AccountId>,
		id: ContextId,
		mut context: Context,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Context(id), &mut context.newest_record)?;
		Contexts::<T>::insert(id, context);
		Ok(())
	}

	/// One pseudonym of a context less is remembered.
	pub(crate) fn discount_pseudonym_of(id: ContextId) {
		Contexts::<T>::mutate_extant(id, |context| {
			context.pseudonyms = context.pseudonyms.saturating_sub(1);
		});
	}

	/// Removes a context that is over, once its pseudonyms are forgotten and its newest record is pruned.
	pub(crate) fn remove_context(id: ContextId) -> DispatchResult {
		let context = Self::load_context(id)?;
		ensure!(Self::is_over(&context), Error::<T>::ContextNotOver);
		ensure!(context.pseudonyms == 0, Error::<T>::PseudonymsLeft);
		Self::ensure_context_pruned(&context)?;
		let _ = Rolls::<T>::clear_prefix(id, MAX_RINGS.into(), None);
		ContextCount::<T>::mutate(|count| *count = count.saturating_sub(1));
		Contexts::<T>::remove(id);
		Ok(())
	}

	/// Refuses a context that has a record which is live. One that was there before the first block, and in
	/// which nothing was done, has none.
	pub(crate) fn ensure_context_pruned(context: &Context) -> Result<(), Error<T>> {
		if context.newest_record.is_none() {
			return Ok(());
		}
		Self::ensure_pruned(context.newest_record)
	}
}
