//! The plan that stands, about which the rules are asked. Every read and write of [`Candidates`] goes through this
//! module; only `try_state` iterates over it itself. It keeps that there is one exactly while an allocation that
//! is deciding counts of how many of its lines the rules were asked.

use crate::{
	Allocation, Candidates, Config, Event, FrozenNeed, FrozenOffer, Line, LineList, Method, Pallet,
	Stage,
};
use alloc::vec::Vec;
use salus_analysis::transport::Pair;
use salus_primitives::{AllocationId, Moment};

impl<T: Config> Pallet<T> {
	/// The lines of the plan that stands, by offer and need; `None` while none does.
	pub(crate) fn candidate(id: AllocationId) -> Option<Vec<Line>> {
		Candidates::<T>::get(id).map(LineList::into_inner)
	}

	/// Lets a plan stand. The caller saves the allocation.
	pub(crate) fn put_candidate(
		(id, allocation): (AllocationId, &mut Allocation),
		decide_by: Moment,
		lines: LineList,
	) {
		Candidates::<T>::insert(id, lines);
		allocation.stage = Stage::Deciding { decide_by, asked: Some(0) };
	}

	/// The plan that stands goes: the rules forbid one of its pairs. The caller saves the allocation.
	pub(crate) fn dismiss_candidate(
		(id, allocation): (AllocationId, &mut Allocation),
		decide_by: Moment,
		(needs, offers): (&[FrozenNeed], &[FrozenOffer]),
		pair: Pair,
	) {
		Self::drop_candidate(id);
		allocation.stage = Stage::Deciding { decide_by, asked: None };
		let offer = offers.get(usize::from(pair.supply)).map(|offer| offer.offer);
		let need = needs.get(usize::from(pair.demand)).map(|need| need.need);
		// A pair is of an offer and a need that there are.
		if let Some((offer, need)) = offer.zip(need) {
			Self::deposit_event(Event::CandidateDropped { allocation: id, offer, need });
		}
	}

	/// The lines of the plan that stands are those of the allocation. The caller saves the allocation.
	pub(crate) fn adopt_candidate(
		(id, allocation): (AllocationId, &mut Allocation),
		lines: Vec<Line>,
	) {
		Self::drop_candidate(id);
		allocation.lines = u16::try_from(lines.len()).unwrap_or(u16::MAX);
		Self::put_lines(id, lines);
		allocation.method = Some(Method::Proven);
		allocation.stage = Stage::CarryingOut { next: 0 };
	}

	/// Removes the plan that stands, if one does.
	pub(crate) fn drop_candidate(id: AllocationId) {
		Candidates::<T>::remove(id);
	}
}
