//! The call `archive_allocation`: what is left of an allocation that ended long ago, or without a line, leaves the
//! storage, some entries at a time, and the digest of what was removed stays on the trail. Its lines go first, then
//! its needs and its offers, and with the last ones everything else.

use crate::{
	Allocation, Config, Error, Event, FrozenNeed, FrozenOffer, GroupFigures, Line, LineOutcome,
	NeedSet, Pallet, PlaceSeat, MAX_ARCHIVED,
};
use alloc::vec::Vec;
use codec::Encode;
use core::ops::Range;
use frame_support::{ensure, traits::Get};
use salus_primitives::{digest_of, Act, Action, AllocationId, Step, Trail, Transfers};
use sp_core::H256;
use sp_runtime::DispatchError;

/// What one call removes.
#[derive(Encode)]
struct Removed {
	/// Lines by their numbers, with what became of each.
	lines: Vec<(u16, Line, Option<LineOutcome>)>,
	needs: Vec<FrozenNeed>,
	offers: Vec<FrozenOffer>,
	rest: Option<Rest>,
}

/// What goes with the last entries.
#[derive(Encode)]
struct Rest {
	/// For each offer the needs that the rules keep it from.
	barred: Vec<NeedSet>,
	places: Vec<PlaceSeat>,
	/// Between the places.
	kilometres: Vec<u16>,
	/// How far the needs of each group were filled.
	groups: Vec<GroupFigures>,
}

impl Removed {
	fn count(&self) -> u32 {
		let count = self.lines.len().saturating_add(self.needs.len());
		count.saturating_add(self.offers.len()) as u32
	}
}

impl<T: Config> Pallet<T> {
	/// Answers with how many entries were archived.
	pub(crate) fn do_archive_allocation(
		act: Act<T::AccountId>,
		id: AllocationId,
		digest: H256,
	) -> Result<u32, DispatchError> {
		let mut allocation = Self::load_allocation(id)?;
		let ended_at = allocation.ended_at().ok_or(Error::<T>::AllocationRunning)?;
		// Without a line, nothing came of it.
		let kept = if allocation.lines == 0 { 0 } else { T::ArchiveAfter::get() };
		let is_over = T::Trail::now() >= ended_at.saturating_add(kept);
		ensure!(is_over, Error::<T>::RetentionNotOver);
		let removed = Self::next_removed(id, &allocation);
		for (_, _, outcome) in &removed.lines {
			let Some(LineOutcome::Made { transfer, .. }) = outcome else { continue };
			ensure!(T::Transfers::pending(*transfer).is_none(), Error::<T>::TransferPending);
		}
		ensure!(digest_of(&(id, &allocation, &removed)) == digest, Error::<T>::DigestMismatch);

		let mut step = Step::new(act, Action::AllocationArchived, &(id, digest));
		for (line, _, outcome) in &removed.lines {
			if let Some(outcome) = outcome {
				Self::remove_outcome(id, *line, outcome);
			}
		}
		removed.needs.iter().for_each(|need| Self::forget_need(need.need, id));
		removed.offers.iter().for_each(|offer| Self::forget_offer(offer.offer, id));
		let count = removed.count();
		allocation.archived = allocation.archived.saturating_add(count);
		let archived = allocation.archived;
		let is_last = removed.rest.is_some();
		match is_last {
			true => Self::put_away_allocation(&mut step, id, allocation)?,
			false => Self::save_allocation(&mut step, id, &mut allocation)?,
		}
		Self::deposit_event(Event::EntriesArchived { allocation: id, archived, digest });
		if is_last {
			Self::deposit_event(Event::AllocationArchived { allocation: id });
		}
		Ok(count)
	}

	pub(crate) fn view_archive_digest(id: AllocationId) -> Option<H256> {
		let allocation = Self::load_allocation(id).ok()?;
		Some(digest_of(&(id, &allocation, &Self::next_removed(id, &allocation))))
	}

	/// What the next call removes of an allocation.
	fn next_removed(id: AllocationId, allocation: &Allocation) -> Removed {
		let Allocation { lines, needs, offers, archived, .. } = *allocation;
		let behind_needs = u32::from(lines).saturating_add(needs.into());
		let end = behind_needs.saturating_add(offers.into());
		let last = archived.saturating_add(MAX_ARCHIVED).min(end);
		let of_lines = part_of(archived..last, 0..lines.into());
		let of_needs = part_of(archived..last, lines.into()..behind_needs);
		let of_offers = part_of(archived..last, behind_needs..end);
		let rest = (last == end).then(|| Rest {
			barred: Self::barred(id),
			places: Self::places(id),
			kilometres: Self::distances(id),
			groups: Self::groups(id),
		});
		Removed {
			lines: Self::lines_archived(id, of_lines),
			needs: some_of(of_needs, || Self::asked_by(id)),
			offers: some_of(of_offers, || Self::given_by(id)),
			rest,
		}
	}

	/// The lines of these numbers, with what became of each.
	fn lines_archived(
		id: AllocationId,
		numbers: Range<u32>,
	) -> Vec<(u16, Line, Option<LineOutcome>)> {
		let first = u16::try_from(numbers.start).unwrap_or(u16::MAX);
		let lines = some_of(numbers, || Self::lines_of(id));
		let numbered = (first..).zip(lines);
		numbered.map(|(line, flow)| (line, flow, Self::outcome(id, line))).collect()
	}
}

/// What of a range is within another one, counted from the beginning of that.
fn part_of(range: Range<u32>, within: Range<u32>) -> Range<u32> {
	let from_start =
		|number: u32| number.clamp(within.start, within.end).saturating_sub(within.start);
	from_start(range.start)..from_start(range.end)
}

/// Some of the entries of a list, which is read only if there are any.
fn some_of<Entry>(range: Range<u32>, list: impl FnOnce() -> Vec<Entry>) -> Vec<Entry> {
	if range.is_empty() {
		return Vec::new();
	}
	let (first, count) = (range.start as usize, range.len());
	list().into_iter().skip(first).take(count).collect()
}
