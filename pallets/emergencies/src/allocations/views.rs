//! What clients read of allocations beside the storage itself.

use super::distance;
use crate::{
	Allocation, Config, FrozenNeed, FrozenOffer, GroupFigures, Line, LineOutcome, NeedSet, Pallet,
	PlaceSeat, Quality,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use salus_primitives::{
	AllocationId, Course, InstitutionId, NeedId, OfferId, Quantity, RegionCode, Total, Transfers,
	Unmet, LONGEST_ANSWER,
};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::DispatchError;

/// Everything that the shares and the lines of an allocation follow from, for whoever works them out anew.
///
/// Needs that nothing may go to are listed as well, and so are offers whose last pair turned out to be forbidden.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ProblemView {
	/// By their identifiers, each with its share.
	pub needs: Vec<FrozenNeed>,
	/// By their identifiers, each with the needs that it may go to.
	pub offers: Vec<FrozenOffer>,
	/// For each offer the needs to which it might go when shares were decided, and that the rules were found to keep
	/// it from since. None at all, where they were found to keep none from any.
	pub barred: Vec<NeedSet>,
	pub places: Vec<PlaceSeat>,
	/// The kilometres between each two places: from the second to the first, from the third to the first and
	/// the second, and so on.
	pub kilometres: Vec<u16>,
	/// The lines that are known, by offer and need: places in the lists above.
	pub lines: Vec<Line>,
	/// The plan that stands, about which the rules are asked, by offer and need; `None` while none does.
	pub candidate: Option<Vec<Line>>,
	/// The digest of needs with their shares, of offers, of kilometres and of places, by which a plan says what
	/// it answers; `None` before shares are decided.
	pub fingerprint: Option<H256>,
}

/// A line that could not be carried out.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct SkippedLine {
	/// Its place in the plan, from 0.
	pub line: u16,
	pub error: DispatchError,
	pub unmet: Option<Unmet>,
}

/// A need of an allocation, and why it did not get more.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct NeedReport {
	/// Its place among the needs.
	pub place: u16,
	/// What it asked for, its share, and for how much transfers were made. A share below what it asked for is
	/// for want of goods, or for want of any that may go to it.
	pub need: FrozenNeed,
	/// How many offers may go to it, rules aside.
	pub offers: u16,
	/// How much its lines come to. Where that is less than its share, the rules forbid pairs, or a greedy plan gave to
	/// others what may go to it.
	pub planned: Total,
	/// Its lines that could not be carried out.
	pub skipped: Vec<SkippedLine>,
	/// How much never left of what transfers promised to it.
	pub unsent: Total,
}

/// Needs of an allocation, one page of them.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct NeedsPage {
	pub needs: Vec<NeedReport>,
	/// The place behind which the next page begins; `None` when this page is the last.
	pub next: Option<u16>,
}

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum LineState {
	/// It is not carried out yet.
	Waiting,
	/// The allocation ended before it was carried out.
	Dropped,
	/// It could not be carried out.
	Skipped,
	/// Its goods are reserved, and have not left.
	Reserved,
	/// The giver dispatched its goods, and some are expected yet.
	UnderWay,
	/// Every unit was reported, and some are in dispute.
	Disputed,
	/// It is over, and something became the receiver's: how much is told by its transfer.
	Arrived,
	/// It is over, and nothing became the receiver's.
	NothingArrived,
	/// Its goods left, and its transfer is archived.
	Archived,
	/// Its goods never left.
	Unsent,
}

/// A line of an allocation, as a reader wants it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct LineReport {
	/// Its place in the plan, from 0.
	pub line: u16,
	pub offer: OfferId,
	/// The institution from which the goods go, by its offer.
	pub giver: InstitutionId,
	/// From where the giver's ways are reckoned.
	pub from: RegionCode,
	pub need: NeedId,
	/// The institution to which the goods go, for its need.
	pub receiver: InstitutionId,
	/// From where the receiver's ways are reckoned.
	pub to: RegionCode,
	/// From the one to the other.
	pub kilometres: u16,
	/// In base units.
	pub quantity: Quantity,
	pub state: LineState,
	/// What became of it; `None` while it waits, and when it was dropped.
	pub outcome: Option<LineOutcome>,
}

/// Lines of an allocation, one page of them.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct LinesPage {
	pub lines: Vec<LineReport>,
	/// The line behind which the next page begins; `None` when this page is the last.
	pub next: Option<u16>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn view_problem(id: AllocationId) -> Option<ProblemView> {
		let allocation = Self::load_allocation(id).ok()?;
		Some(ProblemView {
			needs: Self::asked_by(id),
			offers: Self::given_by(id),
			barred: Self::barred(id),
			places: Self::places(id),
			kilometres: Self::distances(id),
			lines: Self::lines_of(id),
			candidate: Self::candidate(id),
			fingerprint: allocation.fingerprint,
		})
	}

	pub(crate) fn view_needs_of(id: AllocationId, after: Option<u16>, limit: u32) -> NeedsPage {
		// A page of none would begin the next page where it began itself.
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		let (offers, lines) = (Self::given_by(id), Self::lines_of(id));
		let needs = Self::asked_by(id);
		let first = after.map_or(0, |after| usize::from(after).saturating_add(1));
		let some = (0u16..).zip(&needs).skip(first).take(limit);
		let reports: Vec<_> = some
			.map(|(place, need)| Self::report_of_need((id, place), need, &offers, &lines))
			.collect();
		let next = next_behind(reports.last().map(|report| report.place), needs.len());
		NeedsPage { needs: reports, next }
	}

	/// A need of an allocation, with what became of its lines. What is archived of these is not told.
	fn report_of_need(
		(id, place): (AllocationId, u16),
		need: &FrozenNeed,
		offers: &[FrozenOffer],
		lines: &[Line],
	) -> NeedReport {
		let may_go = offers.iter().filter(|offer| offer.may_go_to(place)).count();
		let mut report = NeedReport {
			place,
			need: need.clone(),
			offers: u16::try_from(may_go).unwrap_or(u16::MAX),
			planned: 0,
			skipped: Vec::new(),
			unsent: 0,
		};
		for (number, line) in (0u16..).zip(lines).filter(|(_, line)| line.demand == place) {
			report.planned = report.planned.saturating_add(line.quantity.into());
			match Self::outcome(id, number) {
				Some(LineOutcome::Skipped { error, unmet }) => {
					report.skipped.push(SkippedLine { line: number, error, unmet });
				}
				Some(LineOutcome::Unsent { quantity, .. }) => {
					report.unsent = report.unsent.saturating_add(quantity.into());
				}
				Some(LineOutcome::Made { .. }) | None => {}
			}
		}
		report
	}

	pub(crate) fn view_lines(id: AllocationId, after: Option<u16>, limit: u32) -> LinesPage {
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		let Ok(allocation) = Self::load_allocation(id) else {
			return LinesPage { lines: Vec::new(), next: None };
		};
		let first = after.map_or(0, |after| u32::from(after).saturating_add(1));
		let first = first.max(allocation.archived) as usize;
		let lines = Self::lines_of(id);
		let some: Vec<_> = (0u16..).zip(&lines).skip(first).take(limit).collect();
		let next = next_behind(some.last().map(|(number, _)| *number), lines.len());
		let problem = (Self::asked_by(id), Self::given_by(id), Self::places(id));
		let distances = Self::distances(id);
		let report = |(number, line): (u16, &Line)| {
			let (needs, offers, places) = &problem;
			let need = needs.get(usize::from(line.demand))?;
			let offer = offers.get(usize::from(line.supply))?;
			let region = |place: u8| Some(places.get(usize::from(place))?.region.clone());
			let outcome = Self::outcome(id, number);
			Some(LineReport {
				line: number,
				offer: offer.offer,
				giver: offer.institution,
				from: region(offer.place)?,
				need: need.need,
				receiver: need.institution,
				to: region(need.place)?,
				kilometres: distance(&distances, offer.place.into(), need.place.into()),
				quantity: line.quantity,
				state: Self::state_of_line(&allocation, outcome.as_ref()),
				outcome,
			})
		};
		LinesPage { lines: some.into_iter().filter_map(report).collect(), next }
	}

	/// Where a line stands of which this became.
	fn state_of_line(allocation: &Allocation, outcome: Option<&LineOutcome>) -> LineState {
		match outcome {
			None if allocation.is_running() => LineState::Waiting,
			None => LineState::Dropped,
			Some(LineOutcome::Skipped { .. }) => LineState::Skipped,
			Some(LineOutcome::Unsent { .. }) => LineState::Unsent,
			Some(LineOutcome::Made { transfer, .. }) => match T::Transfers::course(*transfer) {
				Some(Course::UnderWay) => LineState::UnderWay,
				Some(Course::Disputed) => LineState::Disputed,
				Some(Course::Settled { delivered: 0 }) => LineState::NothingArrived,
				Some(Course::Settled { .. }) => LineState::Arrived,
				None if T::Transfers::pending(*transfer).is_some() => LineState::Reserved,
				None => LineState::Archived,
			},
		}
	}

	pub(crate) fn view_quality(id: AllocationId) -> Option<(Quality, Vec<GroupFigures>)> {
		let quality = Self::load_allocation(id).ok()?.quality?;
		Some((quality, Self::groups(id)))
	}
}

/// What a next page begins behind, if `last` is not the last of so many.
fn next_behind(last: Option<u16>, count: usize) -> Option<u16> {
	last.filter(|last| usize::from(*last).saturating_add(1) < count)
}
