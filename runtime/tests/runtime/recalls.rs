//! Holds by custodians, commissions, the council and the assembly; recalls, their answers and cases; all in
//! signed transactions.

use crate::{
	assembly::assembly_decides,
	chain::{account, address, on, Chain},
	claims::{donated_masks, event, gift, masks, register, DONOR, HOSPITAL},
	council::{motion, motion_of},
};
use frame_support::{assert_ok, traits::InstanceFilter};
use pallet_circulation::{Condition, LegReceipt, NextTransferId};
use pallet_recalls::{
	Call, CaseEnd, CaseSupervisor, Duties, Error, Event, Extent, HoldBy, HoldPlace, Issuer,
	NextCaseId, NextRecallId, Reason, RecallAction, RecallSeverity, RecallState, Side,
};
use pallet_registry::NextLotId;
use salus_primitives::{
	time::DAY, Action, CaseId, Custody, HoldId, HoldKind, Holding, InstitutionId, LotId, Moment,
	Quantity, RecallId, Role, Roles, Subject, Track,
};
use salus_runtime::{
	configs::accounts::ProxyType,
	presets::cast::{self, COUNCIL},
	Balances, Recalls, Registry, Runtime, RuntimeCall, RuntimeEvent, Supervision, System,
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};
use std::collections::BTreeSet;

/// The keys of the commissions of Hubei, where the hospital is, and of Shanghai, where the donor is.
const HUBEI: &str = "Alice//stash";
const SHANGHAI: &str = "Bob//stash";

fn own(lot: LotId, institution: InstitutionId) -> HoldPlace {
	HoldPlace::Holding(Custody::own(institution).of(lot))
}

fn reason() -> Reason {
	Reason::try_from("a complaint about the batch").expect("it fits")
}

fn place(chain: &Chain, place: HoldPlace, extent: Extent, kind: HoldKind) -> RuntimeCall {
	let event = Some(event(chain));
	Call::place_hold { place, extent, kind, reason: reason(), document: None, event }.into()
}

fn lift(chain: &Chain, place: HoldPlace, hold: HoldId, units: Option<Quantity>) -> RuntimeCall {
	let event = Some(event(chain));
	Call::lift_hold { place, hold, units, reason: reason(), document: None, event }.into()
}

fn consume(chain: &Chain, lot: LotId, quantity: Quantity) -> RuntimeCall {
	pallet_registry::Call::consume { lot, quantity, event: Some(event(chain)) }.into()
}

fn propose(chain: &Chain, lot: LotId, quantity: Quantity) -> RuntimeCall {
	pallet_circulation::Call::propose { proposal: gift(chain, &[(lot, quantity)]) }.into()
}

fn held() -> DispatchError {
	pallet_registry::Error::<Runtime>::Held.into()
}

fn not_authorized() -> DispatchError {
	Error::<Runtime>::NotAuthorized.into()
}

fn filtered() -> DispatchResult {
	Err(frame_system::Error::<Runtime>::CallFiltered.into())
}

#[test]
fn a_lot_that_the_council_holds_moves_again_once_the_assembly_lifts_the_hold() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let call = place(chain, HoldPlace::Lot(lot), Extent::Whole, HoldKind::Legal);
		assert_ok!(motion(chain, 3, call));
		let hold = HoldId(0);
		assert!(System::events().into_iter().any(|record| record.event
			== RuntimeEvent::Recalls(Event::HoldPlaced {
				place: HoldPlace::Lot(lot),
				hold,
				kind: HoldKind::Legal,
				extent: Extent::Whole,
				by: HoldBy::Governance,
			})));
		let newest = Supervision::history(Subject::Lot(lot), None, 1);
		assert_eq!(newest.entries[0].record.action, Action::HoldPlaced);

		assert_eq!(chain.refused("Alice", consume(chain, lot, 1)), held());
		let refusal = pallet_circulation::Error::<Runtime>::Held;
		assert_eq!(chain.refused("Alice", propose(chain, lot, 1)), refusal.into());
		let batch = pallet_utility::Call::batch_all { calls: vec![consume(chain, lot, 1)] };
		assert_eq!(chain.refused("Alice", batch), held());
		// Neither who registered it, nor the commission of its region.
		for path in ["Alice", SHANGHAI] {
			let lift = lift(chain, HoldPlace::Lot(lot), hold, None);
			assert_eq!(chain.refused(path, lift), not_authorized());
		}

		let lift = lift(chain, HoldPlace::Lot(lot), hold, None);
		assert_ok!(assembly_decides(chain, Track::Regulation, lift));
		assert_ok!(chain.call("Alice", consume(chain, lot, 1)));
		assert!(Recalls::holds(HoldPlace::Lot(lot)).is_empty());
	});
}

#[test]
fn a_commission_holds_what_is_in_its_region() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let donors = own(lot, DONOR);
		let call = place(chain, donors, Extent::Whole, HoldKind::Quarantine);
		assert_eq!(chain.refused(HUBEI, call.clone()), not_authorized());
		assert_ok!(chain.call(SHANGHAI, call));
		assert_eq!(chain.refused("Alice", consume(chain, lot, 1)), held());
		let lift = lift(chain, donors, HoldId(0), None);
		for path in ["Alice", HUBEI] {
			assert_eq!(chain.refused(path, lift.clone()), not_authorized());
		}
		assert_ok!(chain.call(SHANGHAI, lift));
		assert_ok!(chain.call("Alice", consume(chain, lot, 1)));
	});
}

#[test]
fn units_that_a_custodian_holds_are_those_in_quarantine() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let (donors, holding) = (own(lot, DONOR), || Registry::holding(lot, DONOR, DONOR));
		let site = holding().and_then(|holding| holding.site);
		assert_ok!(chain.call("Alice", place(chain, donors, Extent::Units(30), HoldKind::Damage)));
		let set_aside = Holding { available: 70, quarantined: 30, site, ..Default::default() };
		assert_eq!(holding(), Some(set_aside));
		// The rest is free.
		assert_ok!(chain.call("Alice", consume(chain, lot, 1)));
		assert_ok!(chain.call("Alice", lift(chain, donors, HoldId(0), Some(10))));
		let rest = Holding { available: 79, quarantined: 20, site, ..Default::default() };
		assert_eq!(holding(), Some(rest));
		assert_ok!(chain.call("Alice", lift(chain, donors, HoldId(0), None)));
		assert_eq!(holding(), Some(Holding { available: 99, quarantined: 0, ..rest }));
		assert!(Recalls::holds(donors).is_empty());
	});
}

#[test]
fn a_seat_does_not_vote_on_a_hold_of_what_it_has() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let (seat, _) = cast::seats()[0];
		let seats = own(lot, seat);
		let call = place(chain, seats, Extent::Whole, HoldKind::Legal);
		assert_eq!(motion(chain, 3, call), filtered());
		let call = lift(chain, seats, HoldId(0), None);
		assert_eq!(motion(chain, 3, call), filtered());
		// On what a hospital has, and on a lot, whoever has some of it, every seat does.
		let call = place(chain, own(lot, HOSPITAL), Extent::Whole, HoldKind::Legal);
		let missing = Error::<Runtime>::HoldingNotFound;
		assert_eq!(motion(chain, 3, call), Err(missing.into()));
		let call = place(chain, HoldPlace::Lot(lot), Extent::Whole, HoldKind::Legal);
		assert_ok!(motion(chain, 3, call));
	});
}

/// Masks that the commission of Hubei, which has the first seat, registered itself.
fn masks_of_a_seat(chain: &mut Chain) -> LotId {
	let roles = [Role::Admin, Role::Stock, Role::Statistics, Role::Vote];
	let roles = Roles::try_from(BTreeSet::from(roles)).expect("no more than there are");
	let call = pallet_registry::Call::change_roles { who: address(HUBEI), roles };
	assert_ok!(chain.call(HUBEI, call));
	let lot = NextLotId::<Runtime>::get();
	let call = register(chain, masks("M-2025-12"), 100);
	assert_ok!(chain.call(HUBEI, call));
	lot
}

#[test]
fn a_seat_does_not_vote_on_what_holds_a_lot_that_it_registered() {
	on("development", |chain| {
		let lot = masks_of_a_seat(chain);
		// It is held by the votes of all, and not lifted by the one whose it is.
		let all = HoldPlace::Lot(lot);
		let call = place(chain, all, Extent::Whole, HoldKind::Legal);
		assert_ok!(motion(chain, 3, call));
		let call = lift(chain, all, HoldId(0), None);
		assert_eq!(motion(chain, 3, call), filtered());
		let others = [COUNCIL[1].1, COUNCIL[2].1, COUNCIL[3].1];
		let (reason, document, event) = (other_reason(), None, None);
		let call =
			Call::lift_hold { place: all, hold: HoldId(0), units: None, reason, document, event };
		assert_ok!(motion_of(chain, &others, call.into()));

		// So with what recalls it, whoever issued that.
		let recall = NextRecallId::<Runtime>::get();
		assert_ok!(motion(chain, 3, recall_of(lot)));
		assert_eq!(motion(chain, 3, close(recall)), filtered());
		let call = Call::close_recall { recall, reason: other_reason() };
		assert_ok!(motion_of(chain, &others, call.into()));
		assert_eq!(state_of(recall), Some(RecallState::Closing));
	});
}

/// An hour, in milliseconds: the least time in which a recall is to be answered.
const HOUR: Moment = DAY / 24;

/// A recall of masks that may harm for a time.
fn recall_of(lot: LotId) -> RuntimeCall {
	Call::issue_recall {
		lots: vec![lot].try_into().expect("one lot fits"),
		severity: RecallSeverity::II,
		action: RecallAction::Return,
		notice: H256::repeat_byte(7),
		answer_within: HOUR,
	}
	.into()
}

/// `//Alice`, for the donor that registered the lot, recalls it.
fn recalled(chain: &mut Chain, lot: LotId) -> RecallId {
	let recall = NextRecallId::<Runtime>::get();
	assert_ok!(chain.call("Alice", recall_of(lot)));
	recall
}

fn answer(chain: &Chain, recall: RecallId, found: Quantity, done: Quantity) -> RuntimeCall {
	let event = Some(event(chain));
	Call::acknowledge_recall { recall, found, done, document: None, event }.into()
}

fn close(recall: RecallId) -> RuntimeCall {
	Call::close_recall { recall, reason: reason() }.into()
}

fn state_of(recall: RecallId) -> Option<RecallState> {
	Recalls::recall(recall).map(|recall| recall.state)
}

/// The hospital has taken so many of the donor's masks.
fn given(chain: &mut Chain, lot: LotId, quantity: Quantity) {
	let transfer = NextTransferId::<Runtime>::get();
	assert_ok!(chain.call("Alice", propose(chain, lot, quantity)));
	assert_ok!(chain.call("Bob", pallet_circulation::Call::accept { transfer }));
	let dispatch = pallet_circulation::Call::dispatch {
		transfer,
		carrier: None,
		sscc: None,
		expected: None,
		sensor: None,
		event: event(chain),
	};
	assert_ok!(chain.call("Alice", dispatch));
	let leg = LegReceipt {
		accepted: quantity,
		condition: Condition::Normal,
		rejected: None,
		missing: None,
		excess: None,
	};
	let receive = pallet_circulation::Call::receive {
		transfer,
		legs: vec![leg].try_into().expect("one leg fits"),
		sensor: None,
		document: None,
		event: event(chain),
	};
	assert_ok!(chain.call("Bob", receive));
}

/// The region's commission opens a case over the hospital, about a lot.
fn opened(chain: &mut Chain, path: &str, lot: LotId) -> CaseId {
	let case = NextCaseId::<Runtime>::get();
	assert_ok!(chain.call(path, open(Subject::Lot(lot), HOSPITAL)));
	case
}

fn open(subject: Subject, party: InstitutionId) -> RuntimeCall {
	Call::open_case { subject, party, reason: reason(), document: None }.into()
}

#[test]
fn every_holder_of_a_recalled_lot_is_asked_as_blocks_have_room_and_the_late_ones_are_listed() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		given(chain, lot, 40);
		let issued_at = chain.now;
		let recall = recalled(chain, lot);
		assert_eq!(state_of(recall), Some(RecallState::Spreading));
		// Held from that call on, wherever it is.
		for path in ["Alice", "Bob"] {
			assert_eq!(chain.refused(path, consume(chain, lot, 1)), held());
		}

		// The rest of that block has room for one lot and two holders.
		chain.advance(2_000);
		let stored = Recalls::recall(recall).expect("it is there");
		assert_eq!(stored.state, RecallState::Standing);
		assert_eq!(stored.issuer, Issuer::Maker(DONOR));
		assert_eq!((stored.marked, stored.asked, stored.answered), (1, 2, 0));
		for institution in [DONOR, HOSPITAL] {
			let duty = Duties::<Runtime>::get(recall, institution).expect("it is asked");
			assert_eq!((duty.asked_at, duty.answer), (issued_at, None));
		}

		assert_ok!(chain.call("Bob", answer(chain, recall, 40, 30)));
		let more_than_found = Error::<Runtime>::ExceedsFound;
		assert_eq!(chain.refused("Bob", answer(chain, recall, 40, 41)), more_than_found.into());
		let not_asked = Error::<Runtime>::NotAsked;
		assert_eq!(chain.refused("Dave", answer(chain, recall, 0, 0)), not_asked.into());
		let stored = Recalls::recall(recall).expect("it is there");
		assert_eq!((stored.answered, stored.found, stored.done), (1, 40, 30));

		let late = || {
			let page = Recalls::overdue(recall, None, 8);
			let late = page.duties.into_iter();
			late.map(|duty| (duty.institution, duty.days_overdue)).collect::<Vec<_>>()
		};
		// At the last moment of the hour nobody is late.
		chain.advance(issued_at + HOUR - chain.now);
		assert_eq!(late(), []);
		chain.advance(1_000);
		assert_eq!(late(), [(DONOR, Some(1))]);
		chain.advance(DAY);
		assert_eq!(late(), [(DONOR, Some(2))]);
		assert_ok!(chain.call("Alice", answer(chain, recall, 60, 60)));
		assert_eq!(late(), []);

		let own = own(lot, HOSPITAL);
		assert_ok!(chain.call("Bob", place(chain, own, Extent::Units(5), HoldKind::Damage)));
		assert_ok!(chain.call("Alice", close(recall)));
		chain.advance(2_000);
		assert_eq!(state_of(recall), Some(RecallState::Closed));
		assert_ok!(chain.call("Bob", consume(chain, lot, 1)));
		// A lot and two institutions: the maker rests for three quarters of a minute.
		let other = donated_masks(chain, 100);
		let resting = Error::<Runtime>::RestNotOver;
		assert_eq!(chain.refused("Alice", recall_of(other)), resting.into());
		chain.advance(45_000);
		assert_ok!(chain.call("Alice", recall_of(other)));
		// What the hospital holds itself stays.
		assert_eq!(Recalls::holds(own).len(), 1);
		let closed = Error::<Runtime>::RecallClosed;
		assert_eq!(chain.refused("Bob", answer(chain, recall, 40, 40)), closed.into());
		let history = Supervision::history(Subject::Recall(recall), None, 16);
		let newest = history.entries.first().map(|entry| entry.record.action);
		assert_eq!(newest, Some(Action::RecallAdvanced), "the steps that free the lots");
		let actions: Vec<_> =
			history.entries.into_iter().map(|entry| entry.record.action).collect();
		for action in [Action::RecallIssued, Action::RecallAcknowledged, Action::RecallClosed] {
			assert!(actions.contains(&action), "{action:?} is not among {actions:?}");
		}
	});
}

#[test]
fn whoever_hastens_a_recall_pays_only_where_there_is_nothing_to_do() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let recall = recalled(chain, lot);
		let purse = || Balances::free_balance(account("Eve"));
		let before = purse();
		assert_ok!(chain.call("Eve", Call::advance_recall { recall, most: 32 }));
		assert_eq!(purse(), before);
		assert_eq!(state_of(recall), Some(RecallState::Standing));
		let nothing = Error::<Runtime>::NothingToDo;
		let again = Call::advance_recall { recall, most: 32 };
		assert_eq!(chain.refused("Eve", again), nothing.into());
		assert!(purse() < before);
	});
}

#[test]
fn the_assembly_closes_what_the_council_recalls() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let recall = NextRecallId::<Runtime>::get();
		assert_ok!(motion(chain, 3, recall_of(lot)));
		let issuer = || Recalls::recall(recall).map(|recall| recall.issuer);
		assert_eq!(issuer(), Some(Issuer::Governance));
		assert_eq!(chain.refused("Alice", consume(chain, lot, 1)), held());
		for path in ["Alice", SHANGHAI] {
			assert_eq!(chain.refused(path, close(recall)), not_authorized());
		}
		assert_ok!(assembly_decides(chain, Track::Regulation, close(recall)));
		chain.advance(2_000);
		assert_ok!(chain.call("Alice", consume(chain, lot, 1)));
	});
}

#[test]
fn a_commission_recalls_what_was_registered_in_its_region() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let not_maker: DispatchError = Error::<Runtime>::NotMaker.into();
		for path in ["Bob", HUBEI] {
			assert_eq!(chain.refused(path, recall_of(lot)), not_maker);
		}
		let (seat, path) = (cast::seats()[1].0, SHANGHAI);
		let recall = NextRecallId::<Runtime>::get();
		assert_ok!(chain.call(path, recall_of(lot)));
		let issuer = Recalls::recall(recall).map(|recall| recall.issuer);
		assert_eq!(issuer, Some(Issuer::Supervisor(seat)));
		let again = Error::<Runtime>::AlreadyRecalled;
		assert_eq!(chain.refused(path, recall_of(lot)), again.into());
		let other = donated_masks(chain, 100);
		let unfinished = Error::<Runtime>::RecallUnfinished;
		assert_eq!(chain.refused(path, recall_of(other)), unfinished.into());

		// The council may close it, but for the seat whose recall it is.
		assert_eq!(motion(chain, 3, close(recall)), filtered());
		let others = [COUNCIL[0].1, COUNCIL[2].1, COUNCIL[3].1];
		let call = Call::close_recall { recall, reason: other_reason() };
		assert_ok!(motion_of(chain, &others, call.into()));
		assert_eq!(state_of(recall), Some(RecallState::Closing));
	});
}

/// Another one, so that the motion is another.
fn other_reason() -> Reason {
	Reason::try_from("the laboratory found nothing").expect("it fits")
}

#[test]
fn a_commission_demands_a_count_in_a_case_over_its_region() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		given(chain, lot, 40);
		let not_supervisor: DispatchError = Error::<Runtime>::NotSupervisor.into();
		for path in ["Bob", SHANGHAI] {
			let open = open(Subject::Lot(lot), HOSPITAL);
			assert_eq!(chain.refused(path, open), not_supervisor);
		}
		let case = opened(chain, HUBEI, lot);
		let stored = Recalls::case(case).expect("it is open");
		assert_eq!(stored.supervisor, CaseSupervisor::Commission(cast::seats()[0].0));
		assert_eq!((stored.party, stored.ended), (HOSPITAL, None));

		let by = chain.now + DAY;
		let demand = Call::demand_count { case, lot, by };
		assert_eq!(chain.refused(SHANGHAI, demand.clone()), not_supervisor);
		assert_ok!(chain.call(HUBEI, demand));
		assert_eq!(chain.refused("Bob", consume(chain, lot, 1)), held());
		let count = pallet_registry::Call::count {
			lot,
			owner: HOSPITAL,
			counted: 38,
			reason: pallet_registry::CountReason::StockTake,
			event: Some(event(chain)),
		};
		assert_ok!(chain.call("Bob", count));
		let demands = Recalls::case_demands(case);
		let counted: Vec<_> = demands.into_iter().map(|(_, demand, _)| demand.counted).collect();
		assert_eq!(counted, [Some((38, chain.now))]);
		// It was held until it was counted.
		assert_ok!(chain.call("Bob", consume(chain, lot, 1)));

		let digest = H256::repeat_byte(9);
		assert_ok!(chain.call("Bob", Call::attach_document { case, digest }));
		let acknowledge = Call::acknowledge_document { case, document: 0 };
		let own = Error::<Runtime>::OwnDocument;
		assert_eq!(chain.refused("Bob", acknowledge.clone()), own.into());
		assert_ok!(chain.call(HUBEI, acknowledge));
		let documents = Recalls::case_documents(case);
		let attached: Vec<_> = documents
			.iter()
			.map(|(_, document)| (document.attached_by, document.acknowledged_at))
			.collect();
		assert_eq!(attached, [(Side::Party, Some(chain.now))]);

		let end = Call::end_case { case, end: CaseEnd::Closed, reason: reason() };
		assert_eq!(chain.refused("Bob", end.clone()), not_supervisor);
		assert_ok!(chain.call(HUBEI, end.clone()));
		let ended = Error::<Runtime>::CaseEnded;
		assert_eq!(chain.refused(HUBEI, end), ended.into());
		let mut actions: Vec<_> = Supervision::history(Subject::Case(case), None, 16)
			.entries
			.into_iter()
			.map(|entry| entry.record.action)
			.collect();
		actions.reverse();
		for action in [
			Action::CaseOpened,
			Action::CountDemanded,
			Action::DocumentAttached,
			Action::DocumentAcknowledged,
			Action::CaseClosed,
		] {
			assert!(actions.contains(&action), "{action:?} is not among {actions:?}");
		}
	});
}

#[test]
fn a_case_may_be_about_whatever_has_a_record() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let recall = recalled(chain, lot);
		for subject in [Subject::Lot(lot), Subject::Recall(recall)] {
			assert_ok!(chain.call(HUBEI, open(subject, HOSPITAL)));
		}
		let missing: DispatchError = Error::<Runtime>::SubjectNotFound.into();
		// Those who make blocks since the genesis have no record of it.
		for subject in [Subject::Collators, Subject::Lot(LotId(99))] {
			assert_eq!(chain.refused(HUBEI, open(subject, HOSPITAL)), missing);
		}
	});
}

#[test]
fn a_seat_does_not_vote_on_a_case_over_itself() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let (seat, _) = cast::seats()[0];
		let call = open(Subject::Lot(lot), seat);
		assert_eq!(motion(chain, 3, call), filtered());
		let others = [COUNCIL[1].1, COUNCIL[2].1, COUNCIL[3].1];
		let case = NextCaseId::<Runtime>::get();
		// Another reason, so that the motion is another.
		let reason = other_reason();
		let subject = Subject::Lot(lot);
		let call = Call::open_case { subject, party: seat, reason, document: None };
		assert_ok!(motion_of(chain, &others, call.into()));
		for (number, call) in [
			Call::attach_document { case, digest: H256::repeat_byte(1) },
			Call::end_case { case, end: CaseEnd::Voided, reason: other_reason() },
		]
		.into_iter()
		.enumerate()
		{
			assert_eq!(motion(chain, 3, call.into()), filtered(), "call {number}");
		}
		let call = Call::end_case { case, end: CaseEnd::Closed, reason: other_reason() };
		assert_ok!(motion_of(chain, &others, call.into()));
		let ended = Recalls::case(case).and_then(|case| case.ended);
		assert_eq!(ended.map(|ended| ended.how), Some(CaseEnd::Closed));
	});
}

#[test]
fn a_proxy_for_the_stock_answers_recalls_and_issues_none() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let recall = RecallId(0);
		let answers = answer(chain, recall, 1, 1);
		assert!(ProxyType::Stock.filter(&answers));
		for call in [recall_of(lot), close(recall), open(Subject::Lot(lot), HOSPITAL)] {
			assert!(!ProxyType::Stock.filter(&call), "{call:?}");
			assert!(ProxyType::NonTransfer.filter(&call), "{call:?}");
		}
	});
}
