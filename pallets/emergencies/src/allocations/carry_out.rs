//! How the lines of an allocation become transfers.
//!
//! They are carried out in their order, each wholly or not at all: one that cannot be does not hold up the
//! next. What is there by then is looked up anew: where less is left of an offer, or open of a need, less goes.

use super::quality::ways_and_days;
use crate::{
	Allocation, Config, Event, FrozenNeed, FrozenOffer, Line, LineOutcome, Pallet, Stage,
	TransferLine, WeightInfo, MAX_STEP,
};
use core::iter;
use frame_support::{storage::with_storage_layer, weights::Weight};
use salus_primitives::{
	Act, Action, Actor, AllocationId, MadeTransfer, Matching, NeedId, NotMade, OfferId, Quantity,
	Step, Transfers,
};
use sp_runtime::DispatchError;

/// What one step may take.
#[derive(Clone, Copy)]
pub(crate) struct Room {
	/// How many lines it carries out at most.
	pub(crate) lines: u32,
	/// What carrying out lines weighs at most.
	pub(crate) weight: Weight,
}

impl<T: Config> Pallet<T> {
	/// How many lines a call that asks for so many carries out at most.
	pub(crate) fn lines_of_call(most: u32) -> u32 {
		most.clamp(1, MAX_STEP)
	}

	/// What carrying out so many lines weighs at most.
	pub(crate) fn most_of_lines(lines: u32) -> Weight {
		let rules = Self::most_of_rules().saturating_mul(lines.into());
		T::WeightInfo::carry_out(lines).saturating_add(rules)
	}

	/// What the rules of one line weigh at most. The lines themselves are measured without any.
	fn most_of_rules() -> Weight {
		T::Transfers::weight_of_making(1).saturating_sub(T::Transfers::weight_of_making_free(1))
	}

	/// Carries out the next lines, as many as there is room for. Answers with what that cost.
	pub(crate) fn carry_out_lines(
		(id, allocation): (AllocationId, &mut Allocation),
		room: Room,
	) -> Weight {
		let lines = Self::lines_of(id);
		let offers = Self::given_by(id);
		let distances = Self::distances(id);
		let mut needs = Self::asked_by(id);
		let mut rules = Weight::zero();
		let mut count = 0u32;
		let waiting = (0u16..).zip(&lines).skip(allocation.carried_out.into());
		for (number, line) in waiting.take(room.lines as usize) {
			let most = T::WeightInfo::carry_out(count.saturating_add(1))
				.saturating_add(rules)
				.saturating_add(Self::most_of_rules());
			if most.any_gt(room.weight) {
				break;
			}
			let (outcome, cost) = Self::carry_out_line((id, number), line, &needs, &offers);
			let made = iter::once((line, outcome.promised()));
			let parties = (&needs[..], &offers[..]);
			let (way, days) = ways_and_days(made, parties, &distances, allocation.opened_at);
			allocation.unit_km = allocation.unit_km.saturating_add(way);
			allocation.unit_days_held = allocation.unit_days_held.saturating_add(days);
			if let Some(need) = needs.get_mut(usize::from(line.demand)) {
				need.promised = need.promised.saturating_add(outcome.promised());
			}
			Self::put_outcome(id, number, &outcome);
			Self::tell_of(id, number, outcome);
			rules = rules.saturating_add(cost);
			count = count.saturating_add(1);
			allocation.carried_out = number.saturating_add(1);
		}
		Self::put_asked_by(id, needs);
		allocation.stage = match allocation.carried_out {
			next if next < allocation.lines => Stage::CarryingOut { next },
			_ => Stage::Escalating { next: 0 },
		};
		T::WeightInfo::carry_out(count).saturating_add(rules)
	}

	/// Carries out one line, and enters which transfer does. Answers with what became of it, which is still to be
	/// entered, and with what its rules cost.
	fn carry_out_line(
		(id, number): (AllocationId, u16),
		line: &Line,
		needs: &[FrozenNeed],
		offers: &[FrozenOffer],
	) -> (LineOutcome, Weight) {
		let offer = offers.get(usize::from(line.supply));
		let Some((offer, need)) = offer.zip(needs.get(usize::from(line.demand))) else {
			// A line is between places that there are.
			let error = DispatchError::Corruption;
			return (LineOutcome::Skipped { error, unmet: None }, Weight::zero());
		};
		match Self::share((id, number), (offer.offer, need.need), line.quantity) {
			Ok((made, quantity)) => {
				let carrier = TransferLine {
					allocation: id,
					line: number,
					offer: offer.offer,
					need: need.need,
					giver: offer.institution,
				};
				Self::put_transfer_line(made.id, &carrier);
				let free = T::Transfers::weight_of_making_free(1);
				let outcome = LineOutcome::Made { transfer: made.id, quantity };
				(outcome, made.weight.saturating_sub(free).min(Self::most_of_rules()))
			}
			Err(NotMade { error, unmet }) => {
				(LineOutcome::Skipped { error, unmet }, Self::most_of_rules())
			}
		}
	}

	/// Makes the transfer of a line, of which nothing is left where it fails. Every line is a step of its own:
	/// what one recorded that fails is rolled back.
	fn share(
		(id, number): (AllocationId, u16),
		(offer, need): (OfferId, NeedId),
		quantity: Quantity,
	) -> Result<(MadeTransfer, Quantity), NotMade> {
		let act = Act::by(Actor::Allocation(id));
		let mut step = Step::new(act, Action::LinesAllocated, &(id, number, 1u16));
		with_storage_layer(|| T::Matching::share(&mut step, offer, need, quantity))
	}

	/// Tells what became of a line that was carried out.
	pub(crate) fn tell_of(allocation: AllocationId, line: u16, outcome: LineOutcome) {
		match outcome {
			LineOutcome::Made { transfer, quantity } => {
				Self::deposit_event(Event::LineMade { allocation, line, transfer, quantity });
			}
			LineOutcome::Skipped { error, unmet } => {
				Self::deposit_event(Event::LineSkipped { allocation, line, error, unmet });
			}
			LineOutcome::Unsent { transfer, .. } => {
				Self::deposit_event(Event::LineUnsent { allocation, line, transfer });
			}
		}
	}
}
