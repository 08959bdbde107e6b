//! What clients read beside the storage itself. What explains a plan is in `explain.rs`, what drafts one in
//! `draft.rs`.

use crate::{Config, LineOrder, NotSent, Outcome, Pallet, Plan, MAX_LINES};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use salus_primitives::{
	Course, InstitutionId, PlanId, Trail, TransferId, Transfers, LONGEST_ANSWER,
};
use scale_info::TypeInfo;

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub enum LineState {
	/// It is not carried out yet.
	Waiting,
	/// Its goods are reserved, and the giver has time to dispatch them.
	Reserved,
	/// Its goods are reserved, and the giver let the time to dispatch pass: anybody may release them.
	Overdue,
	/// The giver dispatched its goods, and some are expected yet.
	UnderWay,
	/// Every unit was reported, and some are in dispute.
	Disputed,
	/// It is over, and something became the receiver's: how much is told by its transfer.
	Arrived,
	/// It is over, and nothing became the receiver's: everything was refused, lost, or is back with the
	/// giver.
	NothingArrived,
	/// Its goods left, and its transfer is archived.
	Archived,
	/// Its goods were released: they had not left when the time to dispatch was over.
	Expired,
	/// Its receiver withdrew.
	TurnedDown,
	/// Its goods never left, since its giver or its receiver might not act.
	Barred,
	/// It could not be carried out.
	Refused,
}

/// A line of a plan, as a reader wants it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct LineReport {
	/// Counted from zero.
	pub line: u32,
	/// What was decided.
	pub order: LineOrder,
	pub state: LineState,
	/// What became of it; `None` while it waits.
	pub outcome: Option<Outcome>,
}

/// What became of the lines of a plan, one page of them.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ReportPage {
	pub lines: Vec<LineReport>,
	/// The line behind which the next page begins; `None` when this page is the last.
	pub next: Option<u32>,
}

/// A line whose giver let the time to dispatch pass.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct OverdueLine {
	pub plan: PlanId,
	/// Counted from zero.
	pub line: u32,
	/// Who did not dispatch.
	pub giver: InstitutionId,
	pub transfer: TransferId,
	/// Whether its goods are still reserved, or were released.
	pub state: LineState,
}

/// Lines whose giver let the time to dispatch pass, one page of them.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct OverduePage {
	pub lines: Vec<OverdueLine>,
	/// The plan and the line behind which the next page begins; `None` when this page is the last.
	pub next: Option<(PlanId, u32)>,
}

impl<T: Config> Pallet<T> {
	/// Where a line stands of which this became.
	fn state_of(plan: &Plan, outcome: Option<&Outcome>) -> LineState {
		match outcome {
			None => LineState::Waiting,
			Some(Outcome::Refused { .. }) => LineState::Refused,
			Some(Outcome::Unsent { how: NotSent::Overdue, .. }) => LineState::Expired,
			Some(Outcome::Unsent { how: NotSent::TurnedDown, .. }) => LineState::TurnedDown,
			Some(Outcome::Unsent { how: NotSent::Barred, .. }) => LineState::Barred,
			Some(Outcome::Made { transfer, .. }) => match T::Transfers::course(*transfer) {
				Some(Course::UnderWay) => LineState::UnderWay,
				Some(Course::Disputed) => LineState::Disputed,
				Some(Course::Settled { delivered: 0 }) => LineState::NothingArrived,
				Some(Course::Settled { .. }) => LineState::Arrived,
				None if T::Transfers::pending(*transfer).is_none() => LineState::Archived,
				None if T::Trail::now() > plan.dispatch_by => LineState::Overdue,
				None => LineState::Reserved,
			},
		}
	}

	pub(crate) fn view_report(id: PlanId, after: Option<u32>, limit: u32) -> ReportPage {
		let Ok(plan) = Self::load(id) else { return ReportPage { lines: Vec::new(), next: None } };
		// A page of none would begin the next page where it began itself.
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		let first = after.map_or(0, |after| after.saturating_add(1)).max(plan.archived);
		let orders = Self::orders(id);
		let some = (0u32..).zip(&orders).skip(first as usize).take(limit);
		let lines: Vec<_> = some
			.map(|(line, order)| {
				let outcome = Self::outcome(id, line);
				let state = Self::state_of(&plan, outcome.as_ref());
				LineReport { line, order: *order, state, outcome }
			})
			.collect();
		let last = lines.last().map(|report| report.line);
		let next = last.filter(|last| last.saturating_add(1) < plan.lines);
		ReportPage { lines, next }
	}

	pub(crate) fn view_overdue(after: Option<(PlanId, u32)>, limit: u32) -> OverduePage {
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		let end = Self::next_plan_id();
		let (mut id, mut line) = match after {
			Some((id, line)) => (id, line.saturating_add(1)),
			None => (PlanId(0), 0),
		};
		let mut lines = Vec::new();
		let mut last = after;
		let mut known = None;
		for _ in 0..LONGEST_ANSWER {
			if id >= end {
				return OverduePage { lines, next: None };
			}
			if lines.len() >= limit {
				break;
			}
			let loaded = known.take().or_else(|| Some((Self::load(id).ok()?, Self::orders(id))));
			if let Some((plan, orders)) = loaded {
				line = line.max(plan.archived);
				let order = orders.get(line as usize).copied();
				if let Some(order) = order.filter(|_| T::Trail::now() > plan.dispatch_by) {
					lines.extend(Self::overdue_line(&plan, (id, line), &order));
					last = Some((id, line));
					line = line.saturating_add(1);
					known = Some((plan, orders));
					continue;
				}
			}
			// The plan has no more lines, or none that can be overdue.
			last = Some((id, MAX_LINES));
			let Some(next) = id.next() else { return OverduePage { lines, next: None } };
			(id, line) = (next, 0);
		}
		OverduePage { lines, next: last.filter(|_| id < end) }
	}

	/// A line of a plan whose time to dispatch is over, if its giver let it pass.
	fn overdue_line(
		plan: &Plan,
		(id, line): (PlanId, u32),
		order: &LineOrder,
	) -> Option<OverdueLine> {
		let outcome = Self::outcome(id, line)?;
		let state = Self::state_of(plan, Some(&outcome));
		match (state, outcome) {
			(
				LineState::Overdue | LineState::Expired,
				Outcome::Made { transfer, .. } | Outcome::Unsent { transfer, .. },
			) => Some(OverdueLine { plan: id, line, giver: order.giver, transfer, state }),
			_ => None,
		}
	}
}
