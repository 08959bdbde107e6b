//! What the assembly decided to move, on a chain with blocks.

use crate::{
	assembly::assembly_decides,
	chain::{on, Chain},
	claims::{donated_masks, DONOR, HOSPITAL, MASKS, SECOND_HOSPITAL},
	council::motion,
};
use frame_support::assert_ok;
use pallet_needs::{Request, Window};
use pallet_reallocation::{Call, Error, Goods, LineOrder, LineState, Plans, MAX_LINES};
use salus_primitives::{
	time::DAY, InstitutionId, LotId, NeedId, PlanId, Priority, Track, TransferId,
};
use salus_runtime::{Reallocation, Runtime, RuntimeCall};
use sp_runtime::traits::BadOrigin;

/// A line by which the donor gives something to somebody.
fn line(lot: LotId, receiver: InstitutionId, quantity: u64) -> LineOrder {
	LineOrder { giver: DONOR, goods: Goods::Lot(lot), receiver, serves: None, quantity }
}

/// The call that decides a plan whose goods leave within three days.
fn plan(chain: &Chain, lines: Vec<LineOrder>) -> RuntimeCall {
	let lines = lines.try_into().expect("a plan has room for them");
	let dispatch_by = chain.now + 3 * DAY;
	Call::decide_plan { lines, dispatch_by, receive_by: dispatch_by + 7 * DAY }.into()
}

/// The hospital asks for so many masks.
fn published_need(chain: &mut Chain, quantity: u64) -> NeedId {
	let id = pallet_needs::NextNeedId::<Runtime>::get();
	let request = Request {
		class: MASKS,
		substitutes: Default::default(),
		quantity,
		priority: Priority::Urgent,
		window: Window { from: None, until: chain.now + 9 * DAY },
		site: None,
		shelf_life: 0,
		note: None,
		claim: None,
	};
	assert_ok!(chain.call("Bob", pallet_needs::Call::publish_need { request }));
	id
}

/// The assembly decides a plan, which has no form to be refused for.
fn decided(chain: &mut Chain, lines: Vec<LineOrder>) -> PlanId {
	let id = pallet_reallocation::NextPlanId::<Runtime>::get();
	let call = plan(chain, lines);
	assert_ok!(assembly_decides(chain, Track::Reallocation, call));
	id
}

#[test]
fn the_longest_plan_is_put_to_the_vote_and_carried_out_within_a_few_blocks() {
	on("development", |chain| {
		let lot = donated_masks(chain, 10_000);
		let receivers = [HOSPITAL, SECOND_HOSPITAL];
		let lines = (0..MAX_LINES).map(|number| line(lot, receivers[number as usize % 2], 7));
		let id = decided(chain, lines.collect());
		let carried_out =
			|| Plans::<Runtime>::get(id).expect("a plan that was decided is there").carried_out;
		// The decision, and the rest of its block.
		assert!(carried_out() > 0);
		let mut blocks = 0;
		while carried_out() < MAX_LINES {
			let before = carried_out();
			chain.advance(2_000);
			assert!(carried_out() > before, "an empty block has room for a line");
			blocks += 1;
		}
		println!(
			"{MAX_LINES} lines were carried out in {blocks} blocks beside that of the decision"
		);
		assert!(blocks < 60);
		let report = Reallocation::report(id, None, MAX_LINES);
		assert_eq!(report.lines.len() as u32, MAX_LINES);
		for (number, line) in report.lines.iter().enumerate() {
			assert_eq!(line.state, LineState::Reserved, "{number}: {line:?}");
		}
		let nothing = Error::<Runtime>::NothingToDo;
		assert_eq!(chain.refused("Eve", Call::carry_out { plan: id, most: 1 }), nothing.into());
	});
}

#[test]
fn nobody_decides_a_plan_but_the_assembly() {
	on("development", |chain| {
		let lot = donated_masks(chain, 10);
		let call = plan(chain, vec![line(lot, HOSPITAL, 7)]);
		assert_eq!(chain.refused("Alice", call.clone()), BadOrigin.into());
		assert_eq!(motion(chain, 5, call.clone()), Err(BadOrigin.into()));
		for track in [Track::Accreditation, Track::Regulation, Track::Emergency] {
			assert_eq!(assembly_decides(chain, track, call.clone()), Err(BadOrigin.into()));
		}
		assert_eq!(pallet_reallocation::NextPlanId::<Runtime>::get(), PlanId(0));
	});
}

#[test]
fn a_giver_that_lets_its_time_pass_is_overdue_until_and_after_anybody_releases() {
	on("development", |chain| {
		let lot = donated_masks(chain, 10);
		let id = decided(chain, vec![line(lot, HOSPITAL, 7)]);
		let transfer = TransferId(pallet_circulation::NextTransferId::<Runtime>::get().0 - 1);
		let withdraw = pallet_circulation::Call::withdraw { transfer };
		let bound = pallet_circulation::Error::<Runtime>::BoundByDecision;
		assert_eq!(chain.refused("Alice", withdraw), bound.into());
		let overdue = || {
			let lines = Reallocation::overdue(None, 8).lines;
			lines.into_iter().map(|line| (line.plan, line.line, line.giver)).collect::<Vec<_>>()
		};
		assert_eq!(overdue(), []);
		chain.advance(3 * DAY + 1_000);
		assert_eq!(overdue(), [(id, 0, DONOR)]);
		assert_ok!(chain.call("Eve", pallet_circulation::Call::release { transfer }));
		assert_eq!(overdue(), [(id, 0, DONOR)]);
		let report = Reallocation::report(id, None, 1).lines;
		assert_eq!(report[0].state, LineState::Expired);
		let suspend = pallet_registry::Call::suspend_institution { institution: DONOR };
		assert_ok!(motion(chain, 3, suspend.into()));
	});
}

#[test]
fn a_line_that_serves_a_need_is_promised_to_it() {
	on("development", |chain| {
		let lot = donated_masks(chain, 10);
		let need = published_need(chain, 7);
		let serving = LineOrder { serves: Some(need), ..line(lot, HOSPITAL, 5) };
		let other = LineOrder { serves: Some(need), ..line(lot, SECOND_HOSPITAL, 5) };
		let id = decided(chain, vec![serving, other]);
		let promised = || pallet_needs::Needs::<Runtime>::get(need).map(|need| need.promised);
		assert_eq!(promised(), Some(5));
		let states: Vec<_> =
			Reallocation::report(id, None, 2).lines.iter().map(|line| line.state).collect();
		assert_eq!(states, [LineState::Reserved, LineState::Refused]);
		// What never leaves re-opens the need.
		let transfer = TransferId(pallet_circulation::NextTransferId::<Runtime>::get().0 - 1);
		assert_ok!(chain.call("Bob", pallet_circulation::Call::withdraw { transfer }));
		assert_eq!(promised(), Some(0));
	});
}
