//! The calls `appeal`, `close_appeal`, `promise` and `withdraw_promise`.
//!
//! All writes of [`NextAppealId`], [`Appeals`] and [`Correspondents`] go through this file, which keeps that
//!
//! - an institution promises once to an appeal, and something;
//! - a pseudonym and an institution correspond for as many appeals of the one as the other has promised
//!   something to, those that are over among them, until they are forgotten.
//!
//! What is promised is not added up: a promise binds nobody, and one that will not be kept must not keep
//! others out. The pseudonym chooses.

use crate::{
	Appeal, AppealEnd, Appeals, Config, Correspondents, Error, Event, NextAppealId, Pallet, Plea,
	Promise, Pseudonyms, Purpose,
};
use codec::Compact;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get, BoundedVec};
use salus_primitives::{
	Act, Action, Actor, AppealId, Catalogue, Geography, InstitutionId, Moment, Quantity, Step,
	Subject, Trail,
};

impl<AccountId> Appeal<AccountId> {
	/// Whether it was not closed, and its time is not over.
	pub fn is_open(&self, now: Moment) -> bool {
		self.closed.is_none() && now <= self.plea.until
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_appeal(who: T::AccountId, plea: Plea) -> DispatchResult {
		let for_appeals = |purpose: &Purpose| matches!(purpose, Purpose::Appeal).then_some(());
		let (act, pseudonym, ..) = Self::acting_as(&who, for_appeals)?;
		Self::check_plea(&plea)?;
		let id = NextAppealId::<T>::get();
		let next = id.next().ok_or(Error::<T>::IdsExhausted)?;
		let mut step = Step::new(act, Action::AppealMade, &(&plea,));
		let appeal = Appeal {
			by: who.clone(),
			plea: plea.clone(),
			promises: BoundedVec::new(),
			closed: None,
			newest_record: None,
		};
		Self::save_appeal(&mut step, id, appeal)?;
		NextAppealId::<T>::put(next);
		Self::spend(&who, pseudonym);
		Self::deposit_event(Event::AppealMade { appeal: id, by: who, plea });
		Ok(())
	}

	fn check_plea(plea: &Plea) -> Result<(), Error<T>> {
		ensure!(T::Catalogue::unit(plea.class).is_some(), Error::ClassNotFound);
		ensure!(T::Geography::area(&plea.region).is_some(), Error::RegionNotFound);
		ensure!(plea.quantity > 0, Error::ZeroQuantity);
		match plea.until.checked_sub(T::Trail::now()) {
			None | Some(0) => Err(Error::EndPassed),
			Some(time) if time > T::MaxAppeal::get() => Err(Error::TooLong),
			Some(_) => Ok(()),
		}
	}

	pub(crate) fn do_close_appeal(
		who: T::AccountId,
		id: AppealId,
		end: AppealEnd,
	) -> DispatchResult {
		let mut appeal = Self::load_appeal(id)?;
		ensure!(appeal.by == who, Error::<T>::NotOwn);
		ensure!(appeal.closed.is_none(), Error::<T>::AppealOver);
		let act = Act::by(Actor::Pseudonym(who));
		let mut step = Step::new(act, Action::AppealClosed, &(id, end));
		appeal.closed = Some((end, T::Trail::now()));
		Self::save_appeal(&mut step, id, appeal)?;
		Self::deposit_event(Event::AppealClosed { appeal: id, end });
		Ok(())
	}

	pub(crate) fn do_promise(
		act: Act<T::AccountId>,
		id: AppealId,
		quantity: Quantity,
	) -> DispatchResult {
		let institution = act.institution()?;
		let mut appeal = Self::load_appeal(id)?;
		ensure!(Self::takes_promises(&appeal), Error::<T>::AppealOver);
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);
		ensure!(quantity <= appeal.plea.quantity, Error::<T>::TooMuch);
		let promise = Promise { institution, quantity };
		let known = appeal.promises.iter_mut().find(|known| known.institution == institution);
		let is_new = known.is_none();
		match known {
			Some(known) => *known = promise,
			None => {
				let pushed = appeal.promises.try_push(promise);
				pushed.map_err(|_| Error::<T>::TooManyPromises)?;
			}
		}
		let mut step = Step::new(act, Action::PromiseMade, &(id, Compact(quantity)));
		let by = appeal.by.clone();
		Self::save_appeal(&mut step, id, appeal)?;
		if is_new {
			Correspondents::<T>::mutate(by, institution, |appeals| {
				*appeals = appeals.saturating_add(1);
			});
		}
		Self::deposit_event(Event::PromiseMade { appeal: id, institution, quantity });
		Ok(())
	}

	pub(crate) fn do_withdraw_promise(act: Act<T::AccountId>, id: AppealId) -> DispatchResult {
		let institution = act.institution()?;
		let mut appeal = Self::load_appeal(id)?;
		let place = appeal.promises.iter().position(|known| known.institution == institution);
		appeal.promises.remove(place.ok_or(Error::<T>::PromiseNotFound)?);
		let mut step = Step::new(act, Action::PromiseWithdrawn, &(id,));
		let by = appeal.by.clone();
		Self::save_appeal(&mut step, id, appeal)?;
		Self::end_correspondence(&by, institution);
		Self::deposit_event(Event::PromiseWithdrawn { appeal: id, institution });
		Ok(())
	}

	/// Removes an appeal that is over and whose newest record is pruned, with what was promised to it.
	pub(crate) fn remove_appeal(id: AppealId) -> DispatchResult {
		let appeal = Self::load_appeal(id)?;
		ensure!(!appeal.is_open(T::Trail::now()), Error::<T>::NotOver);
		Self::ensure_pruned(appeal.newest_record)?;
		for promise in &appeal.promises {
			Self::end_correspondence(&appeal.by, promise.institution);
		}
		Appeals::<T>::remove(id);
		Ok(())
	}

	/// The appeal under `id`.
	pub(crate) fn load_appeal(id: AppealId) -> Result<Appeal<T::AccountId>, Error<T>> {
		Appeals::<T>::get(id).ok_or(Error::AppealNotFound)
	}

	/// Whether something can be promised to an appeal: it is open, and its pseudonym is not forgotten.
	pub(crate) fn takes_promises(appeal: &Appeal<T::AccountId>) -> bool {
		appeal.is_open(T::Trail::now()) && Pseudonyms::<T>::contains_key(&appeal.by)
	}

	/// Whether a pseudonym and an institution may write to each other.
	pub(crate) fn correspond(pseudonym: &T::AccountId, institution: InstitutionId) -> bool {
		Correspondents::<T>::get(pseudonym, institution) > 0
	}

	/// The identifier of the next appeal.
	pub(crate) fn next_appeal_id() -> AppealId {
		NextAppealId::<T>::get()
	}

	/// Records the step on the appeal, and writes it.
	fn save_appeal(
		step: &mut Step<T::AccountId>,
		id: AppealId,
		mut appeal: Appeal<T::AccountId>,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Appeal(id), &mut appeal.newest_record)?;
		Appeals::<T>::insert(id, appeal);
		Ok(())
	}

	/// One appeal less to which an institution has promised something.
	fn end_correspondence(pseudonym: &T::AccountId, institution: InstitutionId) {
		Correspondents::<T>::mutate_exists(pseudonym, institution, |appeals| {
			let left = appeals.unwrap_or_default().saturating_sub(1);
			*appeals = Some(left).filter(|left| *left > 0);
		});
	}
}
