//! Recalls, the lots that they hold and wait for, how far their walks are, and who is to answer. Every read
//! and write of [`NextRecallId`], [`RecallsIssued`], [`NamedBy`], [`RecallsOn`], [`RecalledLots`],
//! [`Waiting`], [`Walk`], [`Unfinished`], [`UnfinishedOf`], [`Rests`], [`Duties`] and [`DutiesOf`] goes
//! through this module; only `try_state` iterates over them itself. It keeps that
//!
//! - what is said of a lot by its recalls and what is said of a recall by its lots are the same;
//! - a lot is held as soon as a recall has reached it, and no longer than some recall or hold is on it;
//! - every lot that a recall has come to is gone through by its walk, the newest one first;
//! - a recall waits for a lot only as long as there is no room on it;
//! - every lot that is reached, waited for or freed, and every institution that is asked, is told by an
//!   event.
//!
//! No step looks for its place from the beginning: entries that were removed in a block cost a look each
//! until the block is over.

use crate::{
	holds::StockOf, Answer, Config, Duties, DutiesOf, Duty, Error, Event, HoldPlace, Issuer,
	NamedBy, NextRecallId, Pallet, Reach, Recall, RecallState, RecalledLots, RecallsIssued,
	RecallsOn, RecallsOnLot, Rests, Stage, Turn, Unfinished, UnfinishedOf, Waiting, Walk,
};
use frame_support::{defensive, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{
	InstitutionId, LotId, LotStock, Lots, Moment, RecallId, Step, Stock, Subject, Trail,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	pub(crate) fn load_recall(id: RecallId) -> Result<Recall, Error<T>> {
		RecallsIssued::<T>::get(id).ok_or(Error::RecallNotFound)
	}

	/// A recall that was not closed.
	pub(crate) fn load_recall_in_force(id: RecallId) -> Result<Recall, Error<T>> {
		let recall = Self::load_recall(id)?;
		if recall.is_in_force() {
			Ok(recall)
		} else {
			Err(Error::RecallClosed)
		}
	}

	pub(crate) fn take_recall_id() -> Result<RecallId, Error<T>> {
		let id = NextRecallId::<T>::get();
		NextRecallId::<T>::put(id.next().ok_or(Error::IdsExhausted)?);
		Ok(id)
	}

	/// Records the step on a recall and writes it.
	pub(crate) fn save_recall(
		step: &mut Step<T::AccountId>,
		id: RecallId,
		mut recall: Recall,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Recall(id), &mut recall.newest_record)?;
		Self::put_recall(id, &recall);
		Ok(())
	}

	/// Writes a recall whose trail has not changed: goods moved, which is told on the trail of their lot, or
	/// its trail is pruned.
	pub(crate) fn put_recall(id: RecallId, recall: &Recall) {
		RecallsIssued::<T>::insert(id, recall);
	}

	/// Removes a recall of which nothing else is left.
	pub(crate) fn remove_recall(id: RecallId, recall: &Recall) {
		RecallsIssued::<T>::remove(id);
		for lot in &recall.lots {
			if NamedBy::<T>::get(lot, recall.issuer) == Some(id) {
				NamedBy::<T>::remove(lot, recall.issuer);
			}
		}
	}

	pub(crate) fn recalls_on(lot: LotId) -> RecallsOnLot {
		RecallsOn::<T>::get(lot)
	}

	/// Whether a recall is on a lot, in force or not.
	pub(crate) fn is_recalled(lot: LotId) -> bool {
		RecallsOn::<T>::contains_key(lot)
	}

	/// The newest recall by an issuer that names a lot, until it is forgotten.
	pub(crate) fn newest_naming(lot: LotId, issuer: Issuer) -> Option<Recall> {
		Self::load_recall(NamedBy::<T>::get(lot, issuer)?).ok()
	}

	/// Notes that a recall names a lot.
	pub(crate) fn name_lot(id: RecallId, issuer: Issuer, lot: LotId) {
		NamedBy::<T>::insert(lot, issuer, id);
	}

	/// When a recall reached a lot; `None` when it has not, or has freed it.
	pub(crate) fn reached_at(id: RecallId, lot: LotId) -> Option<Moment> {
		match RecalledLots::<T>::get(id, lot)? {
			Reach::Since(at) => Some(at),
			Reach::Waiting => None,
		}
	}

	/// Whether a recall has come to a lot: it holds it, or waits for it.
	pub(crate) fn has_come_to(id: RecallId, lot: LotId) -> bool {
		RecalledLots::<T>::contains_key(id, lot)
	}

	/// The lots that a recall holds or waits for, in the order of storage, from behind `after`.
	pub(crate) fn lots_of(
		id: RecallId,
		after: Option<LotId>,
	) -> impl Iterator<Item = (LotId, Reach)> {
		match after {
			Some(after) => {
				let start = RecalledLots::<T>::hashed_key_for(id, after);
				RecalledLots::<T>::iter_prefix_from(id, start)
			}
			None => RecalledLots::<T>::iter_prefix(id),
		}
	}

	/// Has a recall hold a lot that it has not come to yet, or wait for it where there is no room; its walk
	/// goes through it either way. Where there is none, one that was closed leaves as by a step of its own, and
	/// whoever waits takes the place before the newcomer. The recall is still to be written.
	pub(crate) fn enter_lot(
		step: &mut Step<T::AccountId>,
		(id, recall): (RecallId, &mut Recall),
		lot: LotId,
	) -> DispatchResult {
		let mut on = Self::recalls_on(lot);
		let has_one_left = on.is_full() && Self::take_closed_off(lot, &mut on);
		let has_entered = on.try_push(id).is_ok();
		if has_entered {
			Self::reach_lot((id, recall), lot);
		} else {
			RecalledLots::<T>::insert(id, lot, Reach::Waiting);
			Waiting::<T>::insert(lot, id, false);
			recall.awaited = recall.awaited.saturating_add(1);
			Self::deposit_event(Event::LotAwaited { recall: id, lot });
		}
		Self::walk_through((id, recall), lot, Stage::Offspring(None));
		if !has_entered && !has_one_left {
			return Ok(());
		}
		let mut stock: StockOf<T> = T::Stock::open(lot).ok_or(Error::<T>::LotNotFound)?;
		RecallsOn::<T>::insert(lot, on);
		stock.set_held(true);
		stock.close(step)
	}

	/// Frees a lot from a recall that was closed, which is still to be written. The next one that waits for
	/// the lot takes its place; without any, the lot stays held as long as anything else holds it. Where the
	/// next one was closed as well, it waits no more, and nothing is freed: answers whether the lot was.
	pub(crate) fn leave_lot(
		step: &mut Step<T::AccountId>,
		(id, recall): (RecallId, &mut Recall),
		lot: LotId,
	) -> Result<bool, DispatchError> {
		if Self::send_closed_away(lot) {
			return Ok(false);
		}
		let mut stock: StockOf<T> = T::Stock::open(lot).ok_or(Error::<T>::LotNotFound)?;
		let mut on = Self::recalls_on(lot);
		Self::give_place((id, recall), lot, &mut on);
		if on.is_empty() {
			RecallsOn::<T>::remove(lot);
		} else {
			RecallsOn::<T>::insert(lot, on);
		}
		let place = HoldPlace::Lot(lot);
		Self::set_flag(&mut stock, &place, &Self::holds_on(&place))?;
		stock.close(step)?;
		Ok(true)
	}

	/// A recall that was closed does not wait for a lot any more, or one in force takes a place on it. The
	/// recall is still to be written.
	pub(crate) fn stop_waiting((id, recall): (RecallId, &mut Recall), lot: LotId) {
		RecalledLots::<T>::remove(id, lot);
		Waiting::<T>::remove(lot, id);
		recall.awaited = recall.awaited.saturating_sub(1);
	}

	/// Takes one of the recalls on a lot off it that was closed. Answers whether there was one.
	fn take_closed_off(lot: LotId, on: &mut RecallsOnLot) -> bool {
		let closed = on.iter().find_map(|id| {
			let recall = Self::load_recall(*id).ok()?;
			(!recall.is_in_force()).then_some((*id, recall))
		});
		let Some((id, mut recall)) = closed else { return false };
		Self::give_place((id, &mut recall), lot, on);
		Self::put_closed(id, recall);
		true
	}

	/// Has the recall that waits first for a lot wait no more if it was closed. Answers whether it was.
	fn send_closed_away(lot: LotId) -> bool {
		let Some(id) = Waiting::<T>::iter_key_prefix(lot).next() else { return false };
		let Ok(mut recall) = Self::load_recall(id) else {
			defensive!("recalls: a recall waits that is not there", id);
			return false;
		};
		if recall.is_in_force() {
			return false;
		}
		Self::stop_waiting((id, &mut recall), lot);
		Self::put_closed(id, recall);
		true
	}

	/// Takes a recall off a lot, and gives its place to the one that waits first, if that is in force. The
	/// recall, and who is on the lot, are still to be written.
	fn give_place((id, recall): (RecallId, &mut Recall), lot: LotId, on: &mut RecallsOnLot) {
		on.retain(|known| *known != id);
		RecalledLots::<T>::remove(id, lot);
		recall.held = recall.held.saturating_sub(1);
		Self::deposit_event(Event::LotFreed { recall: id, lot });
		Self::let_next_in(lot, on);
	}

	/// Gives a place on a lot to the recall that waits first for it. Its walk begins anew if it was over; with
	/// whoever has some of the lot, if it was through with what came out of that.
	fn let_next_in(lot: LotId, on: &mut RecallsOnLot) {
		let Some((id, is_through)) = Waiting::<T>::iter_prefix(lot).next() else { return };
		let Ok(mut recall) = Self::load_recall_in_force(id) else { return };
		if on.try_push(id).is_err() {
			return;
		}
		Self::stop_waiting((id, &mut recall), lot);
		Self::reach_lot((id, &mut recall), lot);
		if is_through {
			Self::walk_through((id, &mut recall), lot, Stage::Holders(None));
		}
		if recall.state == RecallState::Standing {
			Self::set_state(id, &mut recall, RecallState::Spreading);
		}
		Self::put_recall(id, &recall);
	}

	/// Writes a recall that was closed, of which another one has done something; it ends if that was the last.
	fn put_closed(id: RecallId, mut recall: Recall) {
		if recall.walk == 0 && recall.held == 0 && recall.awaited == 0 {
			Self::end_recall(id, &mut recall);
		}
		Self::put_recall(id, &recall);
	}

	/// Nothing is left to do of a recall that was closed. It is still to be written.
	pub(crate) fn end_recall(id: RecallId, recall: &mut Recall) {
		Self::set_state(id, recall, RecallState::Closed);
		Self::deposit_event(Event::RecallFreed { recall: id });
	}

	/// Notes that a recall holds a lot from now on.
	fn reach_lot((id, recall): (RecallId, &mut Recall), lot: LotId) {
		RecalledLots::<T>::insert(id, lot, Reach::Since(T::Trail::now()));
		recall.marked = recall.marked.saturating_add(1);
		recall.held = recall.held.saturating_add(1);
		let goods = T::Lots::summary(lot).map_or(0, |summary| summary.at_most);
		recall.goods = recall.goods.saturating_add(goods);
		Self::deposit_event(Event::LotRecalled { recall: id, lot });
	}

	/// Has the walk of a recall go through a lot next. The recall is still to be written.
	fn walk_through((id, recall): (RecallId, &mut Recall), lot: LotId, stage: Stage) {
		Walk::<T>::insert(id, recall.walk, (lot, stage));
		recall.walk = recall.walk.saturating_add(1);
	}

	/// The newest lot of a walk, with its place in the walk, and how far the walk is with it.
	pub(crate) fn newest_stage(id: RecallId, recall: &Recall) -> Option<(u32, LotId, Stage)> {
		let place = recall.walk.checked_sub(1)?;
		let (lot, stage) = Walk::<T>::get(id, place)?;
		Some((place, lot, stage))
	}

	pub(crate) fn put_stage(id: RecallId, (place, lot): (u32, LotId), stage: Stage) {
		Walk::<T>::insert(id, place, (lot, stage));
	}

	/// A walk is through with what came out of its newest lot. It goes on with whoever has some, if the recall
	/// holds the lot. The recall is still to be written.
	pub(crate) fn end_offspring((id, recall): (RecallId, &mut Recall), (place, lot): (u32, LotId)) {
		if Self::reached_at(id, lot).is_some() {
			Self::put_stage(id, (place, lot), Stage::Holders(None));
		} else {
			Waiting::<T>::insert(lot, id, true);
			Self::end_stage(id, recall);
		}
	}

	/// A walk is through with its newest lot. The recall is still to be written.
	pub(crate) fn end_stage(id: RecallId, recall: &mut Recall) {
		recall.walk = recall.walk.saturating_sub(1);
		Walk::<T>::remove(id, recall.walk);
	}

	/// The next recall of which there is something to do, behind that turn. Turns are in the order of
	/// storage.
	pub(crate) fn next_turn(after: Option<Turn>) -> Option<Turn> {
		let mut turns = match after {
			Some(after) => Unfinished::<T>::iter_keys_from(Unfinished::<T>::hashed_key_for(after)),
			None => Unfinished::<T>::iter_keys(),
		};
		turns.next()
	}

	/// How many recalls by an issuer are unfinished.
	pub(crate) fn unfinished_of(issuer: Issuer) -> u32 {
		UnfinishedOf::<T>::get(issuer)
	}

	/// Until when an issuer rests.
	pub(crate) fn rests_until(issuer: Issuer) -> Moment {
		Rests::<T>::get(issuer)
	}

	/// An issuer has rested.
	pub(crate) fn end_rest(issuer: Issuer) {
		Rests::<T>::remove(issuer);
	}

	/// Has the issuer of a recall that is closed now rest, for as long as the recall came to lots and asked
	/// institutions; behind what is left of another rest. Governance does not rest.
	pub(crate) fn add_rest(recall: &Recall) {
		if recall.issuer == Issuer::Governance {
			return;
		}
		let lots = u64::from(recall.marked).saturating_add(recall.awaited.into());
		let rest = T::Rest::get().saturating_mul(lots.saturating_add(recall.asked.into()));
		Rests::<T>::mutate(recall.issuer, |until| {
			*until = T::Trail::now().max(*until).saturating_add(rest);
		});
	}

	/// Sets the state of a recall, which is still to be written, and with it whether and when it has its
	/// turn.
	pub(crate) fn set_state(id: RecallId, recall: &mut Recall, state: RecallState) {
		let was_unfinished = recall.state.is_unfinished();
		if was_unfinished {
			Unfinished::<T>::remove(Turn::of(id, recall));
		}
		recall.state = state;
		if state.is_unfinished() {
			Unfinished::<T>::insert(Turn::of(id, recall), ());
		}
		let count = UnfinishedOf::<T>::get(recall.issuer);
		let count = match (was_unfinished, state.is_unfinished()) {
			(false, true) => count.saturating_add(1),
			(true, false) => count.saturating_sub(1),
			_ => return,
		};
		if count == 0 {
			UnfinishedOf::<T>::remove(recall.issuer);
		} else {
			UnfinishedOf::<T>::insert(recall.issuer, count);
		}
	}

	pub(crate) fn duty(id: RecallId, institution: InstitutionId) -> Option<Duty> {
		Duties::<T>::get(id, institution)
	}

	/// What is asked by a recall of each institution, in the order of storage, from behind `after`.
	pub(crate) fn duties_of_recall(
		id: RecallId,
		after: Option<InstitutionId>,
	) -> impl Iterator<Item = (InstitutionId, Duty)> {
		match after {
			Some(after) => {
				let start = Duties::<T>::hashed_key_for(id, after);
				Duties::<T>::iter_prefix_from(id, start)
			}
			None => Duties::<T>::iter_prefix(id),
		}
	}

	/// The recalls that ask an institution, in the order of storage, from behind `after`.
	pub(crate) fn recalls_asking(
		institution: InstitutionId,
		after: Option<RecallId>,
	) -> impl Iterator<Item = RecallId> {
		match after {
			Some(after) => {
				let start = DutiesOf::<T>::hashed_key_for(institution, after);
				DutiesOf::<T>::iter_key_prefix_from(institution, start)
			}
			None => DutiesOf::<T>::iter_key_prefix(institution),
		}
	}

	/// Asks an institution, whose duty this is, to answer a recall: for the first time, or anew when its answer
	/// is outdated. Answers whether that was to be done; the recall is then still to be written.
	pub(crate) fn ask(
		(id, recall): (RecallId, &mut Recall),
		(institution, duty): (InstitutionId, Option<Duty>),
		is_outdated: impl FnOnce(&Answer) -> bool,
	) -> bool {
		let now = T::Trail::now();
		let duty = match duty {
			None => {
				DutiesOf::<T>::insert(institution, id, ());
				recall.asked = recall.asked.saturating_add(1);
				Duty { asked_at: now, answer: None, is_open: true }
			}
			Some(duty) => match duty.answer {
				Some(answer) if !duty.is_open && is_outdated(&answer) => {
					recall.answered = recall.answered.saturating_sub(1);
					Duty { asked_at: now, is_open: true, ..duty }
				}
				// An answer is waited for already, and for no longer because there is more.
				_ => return false,
			},
		};
		Duties::<T>::insert(id, institution, duty);
		Self::deposit_event(Event::HolderAsked { recall: id, institution });
		true
	}

	/// Enters the answer of an institution that was asked, in place of the one that it gave before. The
	/// recall is still to be written.
	pub(crate) fn put_answer(
		(id, recall): (RecallId, &mut Recall),
		institution: InstitutionId,
		duty: Duty,
		answer: Answer,
	) {
		if duty.is_open {
			recall.answered = recall.answered.saturating_add(1);
		}
		recall.take_out(&duty);
		let duty = Duty { answer: Some(answer), is_open: false, ..duty };
		recall.put_in(&duty);
		Duties::<T>::insert(id, institution, duty);
	}

	/// Removes what was asked of an institution. The recall is still to be written.
	pub(crate) fn remove_duty(
		(id, recall): (RecallId, &mut Recall),
		institution: InstitutionId,
		duty: &Duty,
	) {
		recall.asked = recall.asked.saturating_sub(1);
		if !duty.is_open {
			recall.answered = recall.answered.saturating_sub(1);
		}
		recall.take_out(duty);
		Duties::<T>::remove(id, institution);
		DutiesOf::<T>::remove(institution, id);
	}
}
