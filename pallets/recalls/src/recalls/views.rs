//! What clients read of recalls, beside the storage itself.

use crate::{
	overdue::days_overdue, Config, Duty, Pallet, Reach, Recall, RecallAction, RecallSeverity,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use salus_primitives::{InstitutionId, LotId, Moment, RecallId, Trail, LONGEST_ANSWER};
use scale_info::TypeInfo;
use sp_core::H256;

/// How far a recall is, and what was answered.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Progress {
	pub recall: Recall,
	/// How many lots wait for its next steps: while it spreads, to have what came out of them recalled and
	/// whoever has them asked; when it was closed, to be freed.
	pub waiting: u32,
}

/// What is asked of one institution, as a reader wants it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct DutyView {
	pub institution: InstitutionId,
	pub duty: Duty,
	/// The last moment at which its answer is in time.
	pub due: Moment,
	/// Whether an answer is waited for. When the recall was closed: whether one was.
	pub is_open: bool,
	/// How many days its answer is overdue, the day that has begun included; counted until the recall was
	/// closed. `None` when it is not.
	pub days_overdue: Option<u32>,
}

/// What is asked of institutions, one page of it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct DutyPage {
	pub duties: Vec<DutyView>,
	/// The institution behind which the next page begins; `None` when this page is the last.
	pub next: Option<InstitutionId>,
}

/// A recall that an institution is to answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ToAnswer {
	pub recall: RecallId,
	/// What it is to do with what it has.
	pub action: RecallAction,
	pub severity: RecallSeverity,
	/// Digest of the notice that tells why, kept off chain.
	pub notice: H256,
	/// The last moment at which its answer is in time.
	pub due: Moment,
	/// How many days its answer is overdue, the day that has begun included. `None` when it is not.
	pub days_overdue: Option<u32>,
}

/// Recalls that an institution is to answer, one page of them.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ToAnswerPage {
	pub recalls: Vec<ToAnswer>,
	/// The recall behind which the next page begins; `None` when this page is the last.
	pub next: Option<RecallId>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn view_progress(id: RecallId) -> Option<Progress> {
		let recall = Self::load_recall(id).ok()?;
		let waiting = Self::lots_waiting(&recall);
		Some(Progress { recall, waiting })
	}

	pub(crate) fn view_duties(id: RecallId, after: Option<InstitutionId>, limit: u32) -> DutyPage {
		Self::page_of_duties(id, after, limit, |_| true)
	}

	pub(crate) fn view_overdue(id: RecallId, after: Option<InstitutionId>, limit: u32) -> DutyPage {
		Self::page_of_duties(id, after, limit, |view| view.days_overdue.is_some())
	}

	pub(crate) fn view_to_answer(
		institution: InstitutionId,
		after: Option<RecallId>,
		limit: u32,
	) -> ToAnswerPage {
		// A page of none would begin the next page where it began itself.
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		let mut recalls = Vec::new();
		let mut last = None;
		for (id, looked_at) in Self::recalls_asking(institution, after).zip(0u32..) {
			if recalls.len() == limit || looked_at == LONGEST_ANSWER {
				return ToAnswerPage { recalls, next: last };
			}
			last = Some(id);
			recalls.extend(Self::to_answer_of(id, institution));
		}
		ToAnswerPage { recalls, next: None }
	}

	pub(crate) fn view_lots_recalled(
		id: RecallId,
		after: Option<LotId>,
		limit: u32,
	) -> Vec<(LotId, Reach)> {
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		Self::lots_of(id, after).take(limit).collect()
	}

	/// The duties of a recall that are to be listed.
	fn page_of_duties(
		id: RecallId,
		after: Option<InstitutionId>,
		limit: u32,
		is_listed: impl Fn(&DutyView) -> bool,
	) -> DutyPage {
		let limit = limit.clamp(1, LONGEST_ANSWER) as usize;
		let mut duties = Vec::new();
		let mut last = None;
		let Ok(recall) = Self::load_recall(id) else { return DutyPage { duties, next: None } };
		for ((institution, duty), looked_at) in Self::duties_of_recall(id, after).zip(0u32..) {
			if duties.len() == limit || looked_at == LONGEST_ANSWER {
				return DutyPage { duties, next: last };
			}
			last = Some(institution);
			let view = Self::view_of_duty(&recall, institution, duty);
			if is_listed(&view) {
				duties.push(view);
			}
		}
		DutyPage { duties, next: None }
	}

	fn view_of_duty(recall: &Recall, institution: InstitutionId, duty: Duty) -> DutyView {
		let due = recall.due(&duty);
		let is_open = duty.is_open;
		let until = recall.closed_at.unwrap_or_else(T::Trail::now);
		let days_overdue = is_open.then(|| days_overdue(due, until)).flatten();
		DutyView { institution, duty, due, is_open, days_overdue }
	}

	/// A recall, if an institution is to answer it.
	fn to_answer_of(id: RecallId, institution: InstitutionId) -> Option<ToAnswer> {
		let recall = Self::load_recall_in_force(id).ok()?;
		let duty = Self::duty(id, institution)?;
		let view = Self::view_of_duty(&recall, institution, duty);
		let Recall { action, severity, notice, .. } = recall;
		let DutyView { due, is_open, days_overdue, .. } = view;
		is_open.then_some(ToAnswer { recall: id, action, severity, notice, due, days_overdue })
	}
}
