//! Recalls and cases: issued, answered and closed; opened, documented, counted for and ended.

use super::{afterwards::is_active, apt::key, dice::Dice, holds::commission_over, CAST};
use crate::{chain::Chain, claims::event};
use pallet_recalls::{
	Call, Case, CaseDocument, CaseEnd, CaseSupervisor, Cases, Demands, Documents, Duties,
	HoldPlace, Issuer, NextCaseId, NextRecallId, Reason, Recall, RecallAction, RecallSeverity,
	RecallState, RecallsIssued, RecallsOn, Rests, Side,
};
use pallet_registry::CountReason;
use salus_primitives::{
	time::DAY, CaseId, HoldKind, HoldingKey, InstitutionId, LotId, Lots, RecallId, Subject,
};
use salus_runtime::{presets::cast, Registry, Runtime, RuntimeCall, RuntimeOrigin};
use sp_core::H256;

/// The least time in which a recall is to be answered.
const HOUR: u64 = DAY / 24;

type Step = (RuntimeOrigin, RuntimeCall);

/// How often something came about.
#[derive(Clone, Copy, Debug, Default)]
pub struct Recalled {
	issued: usize,
	answered: usize,
	closed: usize,
	/// Recalls at the end of which every lot was freed.
	ended: usize,
	opened: usize,
	demanded: usize,
	/// Demands that were met.
	counted: usize,
	attached: usize,
	acknowledged: usize,
	ordered: usize,
	cases_ended: usize,
}

impl Recalled {
	/// Counts a call that was carried out.
	pub fn count(&mut self, call: &RuntimeCall) {
		let RuntimeCall::Recalls(call) = call else { return };
		let counter = match call {
			Call::issue_recall { .. } => &mut self.issued,
			Call::acknowledge_recall { .. } => &mut self.answered,
			Call::close_recall { .. } => &mut self.closed,
			Call::open_case { .. } => &mut self.opened,
			Call::demand_count { .. } => &mut self.demanded,
			Call::attach_document { .. } => &mut self.attached,
			Call::acknowledge_document { .. } => &mut self.acknowledged,
			Call::order_hold { .. } => &mut self.ordered,
			Call::end_case { .. } => &mut self.cases_ended,
			_ => return,
		};
		*counter += 1;
	}

	/// Counts what became of recalls and demands, before any is forgotten.
	pub fn count_ends(&mut self) {
		let is_closed = |recall: &Recall| recall.state == RecallState::Closed;
		self.ended = RecallsIssued::<Runtime>::iter_values().filter(is_closed).count();
		self.counted =
			Demands::<Runtime>::iter_values().filter(|demand| demand.counted.is_some()).count();
	}

	/// Each of the counts.
	pub fn counts(&self) -> [usize; 11] {
		let Self {
			issued,
			answered,
			closed,
			ended,
			opened,
			demanded,
			counted,
			attached,
			acknowledged,
			ordered,
			cases_ended,
		} = *self;
		[
			issued,
			answered,
			closed,
			ended,
			opened,
			demanded,
			counted,
			attached,
			acknowledged,
			ordered,
			cases_ended,
		]
	}
}

fn reason() -> Reason {
	Reason::try_from("a strap tore").expect("it fits")
}

fn signed(path: &str) -> RuntimeOrigin {
	RuntimeOrigin::signed(cast::account(path))
}

/// Whoever acts for a case's supervisor.
fn supervisor_of(case: &Case) -> RuntimeOrigin {
	match case.supervisor {
		CaseSupervisor::Commission(_) => signed(commission_over(case.party)),
		CaseSupervisor::Governance => RuntimeOrigin::root(),
	}
}

/// Whether a recall names a lot, or reached it.
pub fn is_recalled(lot: LotId) -> bool {
	RecallsOn::<Runtime>::contains_key(lot)
}

/// The recall of a lot.
fn issue(lots: Vec<LotId>, severity: RecallSeverity, action: RecallAction) -> RuntimeCall {
	Call::issue_recall {
		lots: lots.try_into().expect("no more than fit"),
		severity,
		action,
		notice: H256::repeat_byte(1),
		answer_within: HOUR,
	}
	.into()
}

impl Dice {
	fn any_recall(&mut self) -> RecallId {
		let next = NextRecallId::<Runtime>::get().0;
		RecallId(self.below(next.saturating_add(1)))
	}

	fn any_case(&mut self) -> CaseId {
		let next = NextCaseId::<Runtime>::get().0;
		CaseId(self.below(next.saturating_add(1)))
	}

	/// Any call about recalls and cases.
	pub fn recall_call(&mut self, chain: &Chain, lot: LotId, owner: InstitutionId) -> RuntimeCall {
		let (recall, case) = (self.any_recall(), self.any_case());
		let quantity = self.quantity();
		let party = self.pick(&CAST).1;
		match self.below(13) {
			// Rarely, or too much would stand still.
			0 => {
				let lots = (0..self.below(3)).map(|_| self.lot()).collect();
				let severity =
					self.pick(&[RecallSeverity::I, RecallSeverity::II, RecallSeverity::III]);
				let action =
					self.pick(&[RecallAction::Hold, RecallAction::Return, RecallAction::Destroy]);
				return issue(lots, severity, action);
			}
			1 => Call::advance_recall { recall, most: self.below(40) as u32 },
			2 => Call::acknowledge_recall {
				recall,
				found: quantity,
				done: self.quantity(),
				document: None,
				event: Some(event(chain)),
			},
			3 | 4 => Call::close_recall { recall, reason: reason() },
			5 => Call::forget_recall { recall },
			6 => {
				let subject =
					self.pick(&[Subject::Lot(lot), Subject::Institution(owner), Subject::Runtime]);
				Call::open_case { subject, party, reason: reason(), document: None }
			}
			7 => {
				let by = chain.now.saturating_add(self.below(100) * DAY);
				Call::demand_count { case, lot, by }
			}
			8 => Call::attach_document { case, digest: H256::from_low_u64_be(quantity) },
			9 => Call::acknowledge_document { case, document: self.below(4) as u8 },
			10 => {
				let holding = HoldingKey { lot, custodian: party, owner };
				let place = self.pick(&[HoldPlace::Lot(lot), HoldPlace::Holding(holding)]);
				let kind = self.pick(&[HoldKind::Legal, HoldKind::Recall, HoldKind::CountDemanded]);
				Call::order_hold { case, place, kind, reason: reason(), document: None }
			}
			11 => {
				let end = self.pick(&[CaseEnd::Closed, CaseEnd::Voided]);
				Call::end_case { case, end, reason: reason() }
			}
			_ => Call::forget_case { case },
		}
		.into()
	}

	/// What comes next for the recall that is open, or a new one.
	pub fn recall_step(&mut self, chain: &Chain) -> Option<Step> {
		let mut all: Vec<_> = RecallsIssued::<Runtime>::iter().collect();
		all.sort_by_key(|(id, _)| *id);
		let open: Vec<_> =
			all.into_iter().filter(|(_, recall)| recall.state != RecallState::Closed).collect();
		let Some((id, recall)) = self.pick_one(&open) else { return self.issue_step(chain) };
		match recall.state {
			RecallState::Spreading | RecallState::Closing => {
				let most = 1 + self.below(32) as u32;
				let who = self.pick(&CAST).0;
				Some((signed(who), Call::advance_recall { recall: id, most }.into()))
			}
			_ if self.one_in(3) => {
				let close = Call::close_recall { recall: id, reason: reason() };
				Some((RuntimeOrigin::root(), close.into()))
			}
			_ => {
				let asked = Duties::<Runtime>::iter_key_prefix(id).filter(|who| is_active(*who));
				let who = self.pick_sorted(asked)?;
				// No more than there can be of what is recalled.
				let most = u64::try_from(recall.goods).unwrap_or(u64::MAX).min(99);
				let found = self.below(most.saturating_add(1));
				let done = self.below(found.saturating_add(1));
				let (document, event) = (None, Some(event(chain)));
				let call = Call::acknowledge_recall { recall: id, found, done, document, event };
				Some((signed(key(who)), call.into()))
			}
		}
	}

	/// A recall of a lot that somebody has, by its maker or by governance.
	fn issue_step(&mut self, chain: &Chain) -> Option<Step> {
		let (key_of, _) = self.holding(|key, _| !is_recalled(key.lot))?;
		let summary = <Registry as Lots>::summary(key_of.lot)?;
		let maker = summary.registered_by;
		let is_of_cast = CAST.iter().any(|(_, member)| *member == maker);
		let has_rested = Rests::<Runtime>::get(Issuer::Maker(maker)) <= chain.now;
		let origin = if summary.commissioned && is_of_cast && is_active(maker) && has_rested {
			signed(key(maker))
		} else {
			RuntimeOrigin::root()
		};
		Some((origin, issue(vec![key_of.lot], RecallSeverity::II, RecallAction::Return)))
	}

	/// What comes next for a case that is open, or a new one.
	pub fn case_step(&mut self, chain: &Chain) -> Option<Step> {
		let mut open: Vec<_> = Cases::<Runtime>::iter()
			.filter(|(_, case)| case.ended.is_none() && is_active(case.party))
			.collect();
		open.sort_by_key(|(id, _)| *id);
		if open.len() < 2 {
			return self.open_case_step();
		}
		let is_waiting = |(id, _): &&(CaseId, Case)| {
			Demands::<Runtime>::iter_prefix_values(id).any(|demand| demand.counted.is_none())
		};
		let waiting = open.iter().find(is_waiting).cloned();
		if let Some((id, case)) = waiting.filter(|_| self.one_in(3)) {
			return self.demand_step(chain, id, &case);
		}
		let (id, case) = self.pick_one(&open)?;
		let party = || signed(key(case.party));
		match self.below(8) {
			0 | 1 => self.demand_step(chain, id, &case),
			2 | 3 => {
				let digest = H256::from_low_u64_be(self.below(1_000));
				let by = if self.one_in(2) { party() } else { supervisor_of(&case) };
				Some((by, Call::attach_document { case: id, digest }.into()))
			}
			4 | 5 => {
				let mut documents: Vec<_> = Documents::<Runtime>::iter_prefix(id)
					.filter(|(_, document)| document.acknowledged_at.is_none())
					.collect();
				documents.sort_by_key(|(number, _)| *number);
				let (document, CaseDocument { attached_by, .. }) = self.pick_one(&documents)?;
				let by = match attached_by {
					Side::Supervisor => party(),
					Side::Party => supervisor_of(&case),
				};
				Some((by, Call::acknowledge_document { case: id, document }.into()))
			}
			6 => {
				let (of, _) = self.holding(|key, _| key.custodian == case.party)?;
				let (place, document) = (HoldPlace::Holding(of), None);
				let kind = self.pick(&[HoldKind::Quarantine, HoldKind::Damage, HoldKind::Legal]);
				let call = Call::order_hold { case: id, place, kind, reason: reason(), document };
				Some((supervisor_of(&case), call.into()))
			}
			_ => {
				let end = self.pick(&[CaseEnd::Closed, CaseEnd::Voided]);
				let call = Call::end_case { case: id, end, reason: reason() };
				Some((supervisor_of(&case), call.into()))
			}
		}
	}

	/// A case over one of the cast, about something that it has.
	fn open_case_step(&mut self) -> Option<Step> {
		let is_of_cast = |who| CAST.iter().any(|(_, member)| *member == who);
		let (of, _) =
			self.holding(|key, _| is_active(key.custodian) && is_of_cast(key.custodian))?;
		let party = of.custodian;
		let subject = self.pick(&[Subject::Lot(of.lot), Subject::Institution(party)]);
		let call = Call::open_case { subject, party, reason: reason(), document: None };
		let by = match self.one_in(2) {
			true => signed(commission_over(party)),
			false => RuntimeOrigin::root(),
		};
		Some((by, call.into()))
	}

	/// The count that a case demands is made; or, if none is waited for, one is demanded.
	fn demand_step(&mut self, chain: &Chain, id: CaseId, case: &Case) -> Option<Step> {
		let mut waited_for: Vec<_> = Demands::<Runtime>::iter_prefix(id)
			.filter(|(_, demand)| demand.counted.is_none())
			.map(|(number, demand)| (number, demand.lot))
			.collect();
		waited_for.sort_by_key(|(number, _)| *number);
		let owner = case.party;
		for (_, lot) in waited_for {
			let Some(holding) = Registry::holding(lot, owner, owner) else { continue };
			let call = pallet_registry::Call::count {
				lot,
				owner,
				counted: holding.available,
				reason: CountReason::StockTake,
				event: Some(event(chain)),
			};
			return Some((signed(key(case.party)), call.into()));
		}
		// A borrower does not count what it has.
		let own = |key: &HoldingKey| key.custodian == case.party && key.owner == case.party;
		let (of, _) = self.holding(|key, _| own(key))?;
		let by = chain.now + DAY;
		let call = Call::demand_count { case: id, lot: of.lot, by };
		Some((supervisor_of(case), call.into()))
	}
}
