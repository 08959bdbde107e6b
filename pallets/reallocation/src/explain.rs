//! What a plan would come to, before it is put to the vote.

use crate::{carry_out::new_transfer, Config, Error, LineOrder, LineOrders, Outcome, Pallet, Plan};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame_support::{
	storage::{with_transaction, TransactionOutcome},
	CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound,
};
use salus_primitives::{Act, Action, Actor, Moment, PlanId, Step, Trail, Transfers};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// What a transfer would be refused with.
pub type FindingOf<T> =
	<<T as Config>::Transfers as Transfers<<T as frame_system::Config>::AccountId>>::Finding;

/// Something that is wrong with a plan, whatever the stock.
#[derive(CloneNoBound, PartialEqNoBound, EqNoBound, DebugNoBound, Encode, Decode, TypeInfo)]
#[scale_info(skip_type_params(T))]
pub struct FormFinding<T: Config> {
	/// The line, counted from zero; `None` when it is the plan as a whole.
	pub line: Option<u32>,
	/// What deciding the plan would fail with, were it the only reason.
	pub error: Error<T>,
}

/// What a line would come to.
#[derive(CloneNoBound, PartialEqNoBound, EqNoBound, DebugNoBound, Encode, Decode, TypeInfo)]
#[scale_info(skip_type_params(T))]
pub struct LineExplanation<T: Config> {
	/// What would become of it. The identifier of its transfer is the one that it would have now.
	pub outcome: Outcome,
	/// Where its transfer would be refused: every reason for that, conditions of rules among them.
	pub findings: Vec<FindingOf<T>>,
}

/// What a plan would come to.
#[derive(CloneNoBound, PartialEqNoBound, EqNoBound, DebugNoBound, Encode, Decode, TypeInfo)]
#[scale_info(skip_type_params(T))]
pub struct PlanExplanation<T: Config> {
	/// Everything that is wrong with it as a plan. With any of it, nothing would be decided.
	pub findings: Vec<FormFinding<T>>,
	/// What each line would come to, in their order.
	pub lines: Vec<LineExplanation<T>>,
}

impl<T: Config> Pallet<T> {
	/// Carries every line out, and takes all of it back: what a line comes to depends on those before it.
	pub(crate) fn view_explain_plan(
		lines: LineOrders,
		dispatch_by: Moment,
		receive_by: Moment,
	) -> PlanExplanation<T> {
		let mut findings = Vec::new();
		let told = Self::examine_form(&lines, (dispatch_by, receive_by), &mut |line, error| {
			findings.push(FormFinding { line, error });
			Ok::<_, core::convert::Infallible>(())
		});
		let Ok(()) = told;
		let plan = Plan {
			dispatch_by,
			receive_by,
			lines: lines.len() as u32,
			carried_out: 0,
			archived: 0,
			decided_at: T::Trail::now(),
			newest_record: None,
		};
		let id = Self::next_plan_id();
		let step = Step::new(Act::by(Actor::Plan(id)), Action::LinesCarriedOut, &());
		let explained = with_transaction(|| {
			let lines = (0u32..).zip(&lines);
			let explain = |(line, order): (u32, &LineOrder)| {
				Self::explain_line(&step, (id, line), &plan, order)
			};
			let explained: Vec<_> = lines.map(explain).collect();
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(explained))
		});
		PlanExplanation { findings, lines: explained.unwrap_or_default() }
	}

	fn explain_line(
		step: &Step<T::AccountId>,
		place: (PlanId, u32),
		plan: &Plan,
		order: &LineOrder,
	) -> LineExplanation<T> {
		let (outcome, _) = Self::carry_out_line(step, place, plan, order);
		let lots = match outcome {
			Outcome::Refused { .. } => Self::find_goods(order, plan.receive_by).ok(),
			Outcome::Made { .. } | Outcome::Unsent { .. } => None,
		};
		let explain = |(lots, _)| T::Transfers::explain(new_transfer(order, plan, lots));
		LineExplanation { outcome, findings: lots.map(explain).unwrap_or_default() }
	}
}
