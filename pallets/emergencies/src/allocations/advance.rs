//! The call `advance`, and how an allocation takes a step, whoever has it taken.

use super::Room;
use crate::{
	Allocation, AllocationEnding, Call, Config, Emergency, Error, Pallet, Stage, WeightInfo,
	LOOKED_AT, MAX_ARCHIVED, MAX_LINES, MAX_SIDE, MAX_STEP,
};
use core::mem;
use frame_support::{
	defensive, ensure,
	pallet_prelude::Pays,
	storage::with_storage_layer,
	traits::Contains,
	weights::{Weight, WeightMeter},
};
use salus_primitives::{Act, Action, Actor, AllocationId, Step, Trail};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// What a step weighs at most that carries out so many lines, or asks the rules about so many pairs.
	pub(crate) fn most_of_advancing(lines: u32) -> Weight {
		let steps = [
			T::WeightInfo::gather_needs(LOOKED_AT),
			T::WeightInfo::gather_offers(LOOKED_AT),
			T::WeightInfo::apportion(MAX_SIDE),
			T::WeightInfo::escalate(LOOKED_AT),
			T::WeightInfo::sum(MAX_SIDE, MAX_LINES),
			T::WeightInfo::archive(MAX_ARCHIVED),
		];
		let of_lines = [
			Self::most_of_lines(lines),
			Self::most_of_asking(lines),
			Self::most_of_planning(lines),
		];
		steps.into_iter().chain(of_lines).fold(Weight::zero(), |most, step| most.max(step))
	}

	/// What the next step of an allocation weighs at most, if it carries out no more than one line, and asks about
	/// no more than one.
	fn most_of_step(allocation: &Allocation) -> Weight {
		match allocation.stage {
			Stage::GatheringNeeds { .. } => T::WeightInfo::gather_needs(LOOKED_AT),
			Stage::GatheringOffers { .. } => T::WeightInfo::gather_offers(LOOKED_AT),
			Stage::Apportioning => T::WeightInfo::apportion(allocation.offers.into()),
			Stage::Deciding { .. } => Self::most_of_asking(1),
			Stage::Greedy { .. } => Self::most_of_planning(1),
			Stage::CarryingOut { .. } => Self::most_of_lines(1),
			Stage::Escalating { .. } => T::WeightInfo::escalate(LOOKED_AT),
			Stage::Summing => T::WeightInfo::sum(allocation.needs.into(), allocation.lines.into()),
			Stage::Clearing { .. } => T::WeightInfo::archive(MAX_ARCHIVED),
			Stage::Ended { .. } => Weight::zero(),
		}
	}

	/// Answers with what it cost, and whether whoever had it done pays for that.
	///
	/// A step is free of charge that takes as many lines as a call may, or is of a kind that takes none, or leads to
	/// another stage. Each writes the lists anew, so that who took the lines one by one would have that done for
	/// nothing.
	pub(crate) fn do_advance(
		id: AllocationId,
		lines: u32,
	) -> Result<(Weight, Pays), DispatchError> {
		let mut allocation = Self::load_allocation(id)?;
		ensure!(allocation.is_running(), Error::<T>::AllocationEnded);
		let before = allocation.stage.clone();
		let room = Room { lines: Self::lines_of_call(lines), weight: Weight::MAX };
		let weight = Self::take_step((id, &mut allocation), room)?;
		let takes_lines = matches!(
			before,
			Stage::Deciding { .. } | Stage::Greedy { .. } | Stage::CarryingOut { .. }
		);
		let is_same = mem::discriminant(&before) == mem::discriminant(&allocation.stage);
		let pays = if takes_lines && is_same && lines < MAX_STEP { Pays::Yes } else { Pays::No };
		Ok((weight, pays))
	}

	/// Has allocations take steps, the oldest first, as long as a block has room.
	pub(crate) fn carry_on(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::look()).is_err() {
			return;
		}
		let running = Self::running_list();
		if running.is_empty() || !Self::may_carry_on() {
			return;
		}
		for id in running {
			if !Self::carry_on_with(id, meter) {
				return;
			}
		}
	}

	/// What nobody may call is not done by itself either: in the safe mode nobody could dispatch what would be
	/// reserved. What is frozen meanwhile is free when the time of its allocation is over.
	pub(crate) fn may_carry_on() -> bool {
		let call = Call::<T>::advance { allocation: AllocationId(0), lines: MAX_STEP };
		T::BaseCallFilter::contains(&call.into())
	}

	/// Has an allocation take steps until it has ended, or waits for a plan. Answers whether there was room for
	/// that.
	fn carry_on_with(id: AllocationId, meter: &mut WeightMeter) -> bool {
		let Ok(mut allocation) = Self::load_allocation(id) else { return true };
		while allocation.is_running() {
			if Self::is_waiting(&allocation) {
				return meter.try_consume(T::WeightInfo::wait()).is_ok();
			}
			let most = Self::most_of_step(&allocation);
			if !meter.can_consume(most) {
				return false;
			}
			let room = Room { lines: MAX_LINES, weight: meter.remaining() };
			match with_storage_layer(|| Self::take_step((id, &mut allocation), room)) {
				Ok(weight) => meter.consume(weight),
				Err(_) => {
					meter.consume(most);
					defensive!("a step without a claimed time is recorded");
					return true;
				}
			}
		}
		true
	}

	/// Takes a step of an allocation that runs, and saves it. Answers with what that cost.
	pub(crate) fn take_step(
		(id, allocation): (AllocationId, &mut Allocation),
		room: Room,
	) -> Result<Weight, DispatchError> {
		let before = allocation.stage.clone();
		let now = T::Trail::now();
		let emergency = Self::load_emergency(allocation.emergency).ok();
		let in_force = emergency.filter(|emergency| emergency.is_in_force(now));
		let weight = match (before.clone(), in_force) {
			(Stage::Clearing { how, next }, _) => Self::clear((id, allocation), how, next),
			(_, None) => Self::end_early((id, allocation), AllocationEnding::EmergencyOver),
			(_, Some(_)) if now > allocation.release_at => {
				Self::end_early((id, allocation), AllocationEnding::TimeOver)
			}
			(stage, Some(emergency)) => Self::work((id, allocation), stage, &emergency, room)?,
		};
		// Whoever has it taken, the allocation decides what there is to do.
		let act = Act::by(Actor::Allocation(id));
		let mut step = match (&before, &allocation.stage) {
			(_, Stage::Ended { how, .. }) => Step::new(act, Action::AllocationEnded, &(id, how)),
			(Stage::CarryingOut { next }, _) => {
				let count = allocation.carried_out.saturating_sub(*next);
				Step::new(act, Action::LinesAllocated, &(id, next, count))
			}
			(Stage::Escalating { .. }, _) => Step::new(act, Action::NeedsEscalated, &(id, &before)),
			_ => Step::new(act, Action::AllocationAdvanced, &(id, &before)),
		};
		Self::save_allocation(&mut step, id, allocation)?;
		Ok(weight)
	}

	/// Ends an allocation before it is through, or has it forget what it gathered. It costs no more than what would have
	/// been done.
	fn end_early(
		(id, allocation): (AllocationId, &mut Allocation),
		how: AllocationEnding,
	) -> Weight {
		let most = Self::most_of_step(allocation);
		Self::end_allocation((id, allocation), how);
		most
	}

	/// Does what a stage has an allocation do, and leads on to the next one.
	fn work(
		(id, allocation): (AllocationId, &mut Allocation),
		stage: Stage,
		emergency: &Emergency,
		room: Room,
	) -> Result<Weight, DispatchError> {
		Ok(match stage {
			Stage::GatheringNeeds { after, looked } => {
				Self::gather_needs((id, allocation), emergency, after, looked)
			}
			Stage::GatheringOffers { after, looked } => {
				Self::gather_offers((id, allocation), after, looked)
			}
			Stage::Apportioning => Self::apportion((id, allocation))?,
			Stage::Deciding { decide_by, asked } => {
				Self::decide((id, allocation), (decide_by, asked), room)?
			}
			Stage::Greedy { taken } => Self::plan_greedily((id, allocation), taken, room)?,
			Stage::CarryingOut { .. } => Self::carry_out_lines((id, allocation), room),
			Stage::Escalating { next } => Self::escalate_needs((id, allocation), next),
			Stage::Summing => Self::sum_up((id, allocation)),
			Stage::Clearing { .. } | Stage::Ended { .. } => {
				return Err(Error::<T>::AllocationEnded.into())
			}
		})
	}
}
