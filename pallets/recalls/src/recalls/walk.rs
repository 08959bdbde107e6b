//! How a recall reaches every lot that came out of those it names, and asks everybody who has some; and how
//! it frees the lots when it was closed.
//!
//! A *unit* of work is a lot that came out of another, a holding, the end of a list of these, or a lot that
//! is freed or gone through no more. A lot is held before those that came out of it are listed, by the recall
//! or by those that it waits for; and what is held is neither repacked nor corrected: nothing comes out of it
//! behind the walk's back. The walk goes through the lot that it came to last: who repacks ahead of it is
//! followed. Holders are asked by a recall that holds the lot: where it waits, once it is let in. Whoever gets
//! some of such a lot, or gives some away, is asked when it happens, whether the walk has been there or not.

use crate::{
	Answer, Call, Config, Event, Pallet, Reach, Recall, RecallState, Stage, WeightInfo, MAX_STEP,
};
use frame_support::{
	pallet_prelude::{DispatchResult, Pays},
	storage::with_storage_layer,
	traits::Contains,
	weights::{Weight, WeightMeter},
};
use salus_primitives::{Act, Action, Actor, Custody, LotId, Lots, Moment, RecallId, Step};
use sp_runtime::{DispatchError, SaturatedConversion};

/// What was done, in units.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Work {
	/// Lots that the recall came to.
	pub(crate) marked: u32,
	/// Lots that it had come to before, by another one that they came out of as well.
	pub(crate) seen: u32,
	pub(crate) holdings: u32,
	/// Ends of lists; and, when the recall was closed, lots that its walk was not through with.
	pub(crate) ends: u32,
	pub(crate) freed: u32,
}

impl Work {
	pub(crate) fn units(&self) -> u32 {
		let lots = self.marked.saturating_add(self.seen).saturating_add(self.freed);
		lots.saturating_add(self.holdings).saturating_add(self.ends)
	}
}

/// A step that was taken.
pub(crate) struct Taken {
	/// What it cost.
	pub(crate) weight: Weight,
	/// Whether a call that takes it is paid for: one that does little and leaves the rest to others is, and
	/// the second one of the recall in a block.
	pub(crate) pays: Pays,
	/// Whether nothing is left to do of the recall.
	pub(crate) is_finished: bool,
}

impl<T: Config> Pallet<T> {
	/// How many units a call that asks for `most` does at most.
	pub(crate) fn units_of_call(most: u32) -> u32 {
		most.clamp(1, MAX_STEP)
	}

	/// What the dearest unit weighs.
	pub(crate) fn most_of_unit() -> Weight {
		let of_lot = T::WeightInfo::mark_lot().max(T::WeightInfo::see_lot());
		of_lot.max(T::WeightInfo::ask_holder()).max(T::WeightInfo::free_lot())
	}

	/// What a step of so many units weighs at most.
	pub(crate) fn most_of_step(units: u32) -> Weight {
		T::WeightInfo::advance().saturating_add(Self::most_of_unit().saturating_mul(units.into()))
	}

	/// What a step weighs that did this. The end of a list costs less than one more holding.
	pub(crate) fn weight_of(work: &Work) -> Weight {
		let listed = work.holdings.saturating_add(work.ends);
		T::WeightInfo::advance()
			.saturating_add(T::WeightInfo::mark_lot().saturating_mul(work.marked.into()))
			.saturating_add(T::WeightInfo::see_lot().saturating_mul(work.seen.into()))
			.saturating_add(T::WeightInfo::ask_holder().saturating_mul(listed.into()))
			.saturating_add(T::WeightInfo::free_lot().saturating_mul(work.freed.into()))
	}

	/// Does what is to be done of recalls, in the order of their turns, as long as a block has room.
	pub(crate) fn carry_on(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::look()).is_err() || !Self::may_carry_on() {
			return;
		}
		let mut turn = Self::next_turn(None);
		while let Some(current) = turn {
			let has_room = Self::carry_on_with(current.recall, meter);
			if !has_room || meter.try_consume(T::WeightInfo::look()).is_err() {
				return;
			}
			turn = Self::next_turn(Some(current));
		}
	}

	/// What nobody may call is not done by itself either: while the chain is in the safe mode, or its state
	/// is to be mended, nothing is reached and nothing is freed.
	pub(crate) fn may_carry_on() -> bool {
		let call = Call::<T>::advance_recall { recall: RecallId(0), most: MAX_STEP };
		T::BaseCallFilter::contains(&call.into())
	}

	/// Carries a recall on as long as there is room. Answers whether there may be room for another one. A
	/// recall of which a step cannot be taken does not hold up the others.
	fn carry_on_with(id: RecallId, meter: &mut WeightMeter) -> bool {
		while let Some(units) = Self::units_within(meter.remaining()) {
			match with_storage_layer(|| Self::take_step(id, units)) {
				Ok(taken) => {
					meter.consume(taken.weight);
					if taken.is_finished {
						return true;
					}
				}
				Err(error) => {
					meter.consume(Self::most_of_step(units));
					Self::deposit_event(Event::StepFailed { recall: id, error });
					return true;
				}
			}
		}
		false
	}

	/// How many units there is room for, if for any.
	fn units_within(room: Weight) -> Option<u32> {
		let fits = |units: &u32| Self::most_of_step(*units).all_lte(room);
		(1..=MAX_STEP).rev().find(fits)
	}

	/// Takes a step, as a call that asks for `most` units does.
	pub(crate) fn take_step(id: RecallId, most: u32) -> Result<Taken, DispatchError> {
		let mut recall = Self::load_recall(id)?;
		// Whoever has it taken, it is the chain that finds what there is.
		let act = Act::by(Actor::Chain);
		let mut step = Step::new(act, Action::RecallAdvanced, &(id, most));
		let units = Self::units_of_call(most);
		let work = Self::work(&mut step, (id, &mut recall), units)?;
		let is_finished = !recall.state.is_unfinished();
		let mut pays = Pays::Yes;
		if is_finished || work.units() >= MAX_STEP {
			let block = Some(frame_system::Pallet::<T>::block_number().saturated_into::<u32>());
			if recall.whole_step_in != block {
				pays = Pays::No;
			}
			recall.whole_step_in = block;
		}
		Self::save_recall(&mut step, id, recall)?;
		Ok(Taken { weight: Self::weight_of(&work), pays, is_finished })
	}

	/// Does `most` units of what there is to do of a recall, or all of it.
	pub(crate) fn work(
		step: &mut Step<T::AccountId>,
		(id, recall): (RecallId, &mut Recall),
		most: u32,
	) -> Result<Work, DispatchError> {
		let mut work = Work::default();
		while work.units() < most {
			let room = most.saturating_sub(work.units());
			match recall.state {
				RecallState::Spreading => match Self::newest_stage(id, recall) {
					Some((place, lot, Stage::Offspring(after))) => {
						let at = (place, lot, after);
						Self::spread(step, (id, recall), at, room, &mut work)?;
					}
					Some((place, lot, Stage::Holders(after))) => {
						Self::ask_holders((id, recall), (place, lot, after), room, &mut work);
					}
					None => {
						work.ends = work.ends.saturating_add(1);
						Self::stand(id, recall);
					}
				},
				RecallState::Closing => Self::free_next(step, (id, recall), &mut work)?,
				RecallState::Standing | RecallState::Closed => break,
			}
		}
		Ok(work)
	}

	/// Does one unit of what there is to do of a recall that was closed.
	fn free_next(
		step: &mut Step<T::AccountId>,
		(id, recall): (RecallId, &mut Recall),
		work: &mut Work,
	) -> DispatchResult {
		if recall.walk > 0 {
			Self::end_stage(id, recall);
			work.ends = work.ends.saturating_add(1);
			return Ok(());
		}
		match Self::lots_of(id, recall.freed).next() {
			Some((lot, reach)) => {
				let has_left = match reach {
					Reach::Since(_) => Self::leave_lot(step, (id, recall), lot)?,
					Reach::Waiting => {
						Self::stop_waiting((id, recall), lot);
						true
					}
				};
				if has_left {
					recall.freed = Some(lot);
				}
				work.freed = work.freed.saturating_add(1);
			}
			None => {
				work.ends = work.ends.saturating_add(1);
				Self::end_recall(id, recall);
			}
		}
		Ok(())
	}

	/// Recalls the next lots that came out of a recalled one.
	fn spread(
		step: &mut Step<T::AccountId>,
		(id, recall): (RecallId, &mut Recall),
		(place, lot, after): (u32, LotId, Option<LotId>),
		room: u32,
		work: &mut Work,
	) -> DispatchResult {
		let offspring = T::Lots::offspring(lot, after, room);
		if (offspring.len() as u32) < room {
			work.ends = work.ends.saturating_add(1);
			Self::end_offspring((id, recall), (place, lot));
		} else {
			let last = offspring.last().copied();
			Self::put_stage(id, (place, lot), Stage::Offspring(last));
		}
		for one in offspring {
			if Self::mark_lot(step, (id, recall), one)? {
				work.marked = work.marked.saturating_add(1);
			} else {
				work.seen = work.seen.saturating_add(1);
			}
		}
		Self::stand_if_through(id, recall);
		Ok(())
	}

	/// Recalls a lot that came out of a recalled one. Answers whether that was to be done: the recall had not
	/// come to it before.
	pub(crate) fn mark_lot(
		step: &mut Step<T::AccountId>,
		(id, recall): (RecallId, &mut Recall),
		lot: LotId,
	) -> Result<bool, DispatchError> {
		let is_new = !Self::has_come_to(id, lot);
		if is_new {
			Self::enter_lot(step, (id, recall), lot)?;
		}
		Ok(is_new)
	}

	/// Asks whoever has the next holdings of a recalled lot.
	fn ask_holders(
		(id, recall): (RecallId, &mut Recall),
		(place, lot, after): (u32, LotId, Option<Custody>),
		room: u32,
		work: &mut Work,
	) {
		let reached_at = Self::reached_at(id, lot).unwrap_or_default();
		let holdings = T::Lots::holdings(lot, after, room);
		let count = holdings.len() as u32;
		work.holdings = work.holdings.saturating_add(count);
		for (custody, holding) in &holdings {
			// Nothing but a hold may be left.
			if holding.total() > 0 {
				Self::ask_holder((id, recall), *custody, reached_at);
			}
		}
		match holdings.last() {
			Some((last, _)) if count >= room => {
				Self::put_stage(id, (place, lot), Stage::Holders(Some(*last)));
			}
			_ => {
				work.ends = work.ends.saturating_add(1);
				// Nothing was reached meanwhile: it is the newest still.
				Self::end_stage(id, recall);
				Self::stand_if_through(id, recall);
			}
		}
	}

	/// Asks whoever has a holding of a lot that the recall reached at that time. What it answered before is
	/// not about that lot.
	pub(crate) fn ask_holder(
		(id, recall): (RecallId, &mut Recall),
		custody: Custody,
		reached_at: Moment,
	) {
		let is_outdated = |answer: &Answer| answer.at <= reached_at;
		let duty = Self::duty(id, custody.custodian);
		Self::ask((id, recall), (custody.custodian, duty), is_outdated);
	}

	fn stand_if_through(id: RecallId, recall: &mut Recall) {
		if recall.walk == 0 {
			Self::stand(id, recall);
		}
	}

	/// The walk of a recall is at its end: it has reached all there is, unless it waits for some.
	fn stand(id: RecallId, recall: &mut Recall) {
		Self::set_state(id, recall, RecallState::Standing);
		if recall.awaited == 0 {
			Self::deposit_event(Event::RecallSpread { recall: id });
		}
	}

	/// How many lots wait for the next steps of a recall: to be gone through while it spreads; to be freed
	/// when it was closed.
	pub(crate) fn lots_waiting(recall: &Recall) -> u32 {
		match recall.state {
			RecallState::Spreading => recall.walk,
			RecallState::Closing => recall.held.saturating_add(recall.awaited),
			RecallState::Standing | RecallState::Closed => 0,
		}
	}
}
