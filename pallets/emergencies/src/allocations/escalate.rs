//! What is open of needs after the lines: it is asked of the parent regions.

use crate::{Allocation, Config, Event, Pallet, Stage, WeightInfo, LOOKED_AT};
use frame_support::{storage::with_storage_layer, weights::Weight};
use salus_primitives::{Act, Action, Actor, AllocationId, ClassId, Matching, NeedId, Step};

impl<T: Config> Pallet<T> {
	/// Escalates the next needs of which something is open, each once. Answers with what that cost.
	pub(crate) fn escalate_needs(
		(id, allocation): (AllocationId, &mut Allocation),
		next: u16,
	) -> Weight {
		let mut count = 0u16;
		for need in Self::asked_by(id).iter().skip(next.into()).take(LOOKED_AT as usize) {
			count = count.saturating_add(1);
			Self::escalate_need((id, allocation.class), need.need);
		}
		let next = next.saturating_add(count);
		allocation.stage = match next < allocation.needs {
			true => Stage::Escalating { next },
			false => Stage::Summing,
		};
		T::WeightInfo::escalate(count.into())
	}

	/// Escalates a need if something is open of it. One that cannot be does not hold up the others.
	fn escalate_need((id, class): (AllocationId, ClassId), need: NeedId) {
		let Some(want) = T::Matching::want(need, class) else { return };
		let act = Act::by(Actor::Allocation(id));
		let mut step = Step::new(act, Action::NeedsEscalated, &(id, need));
		let escalated = with_storage_layer(|| T::Matching::escalate(&mut step, need));
		if let Ok(Some(region)) = escalated {
			let open = want.open;
			Self::deposit_event(Event::ShortfallEscalated { allocation: id, need, region, open });
		}
	}
}
