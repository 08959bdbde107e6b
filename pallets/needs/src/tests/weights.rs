//! What is charged before a call and after it.

use crate::{mock::*, *};
use frame_support::{
	dispatch::{DispatchInfo, GetDispatchInfo},
	weights::Weight,
};
use salus_primitives::{time::DAY, Needs as KnowsNeeds, OnTransfer, Transfers as MakesTransfers};
use sp_runtime::traits::Dispatchable;

fn before(call: &Call<Test>) -> Weight {
	let DispatchInfo { call_weight, .. } = RuntimeCall::from(call.clone()).get_dispatch_info();
	call_weight
}

/// What a call that succeeds costs in the end; where it says nothing, what it was charged.
fn after(origin: RuntimeOrigin, call: Call<Test>) -> Weight {
	let charged = before(&call);
	let done = RuntimeCall::from(call).dispatch(origin).expect("it is done");
	let cost = done.actual_weight.unwrap_or(charged);
	assert!(cost.all_lte(charged), "no more than was charged");
	cost
}

fn weight(time: u64) -> Weight {
	Weight::from_parts(time, 0)
}

/// What making a transfer of so many lines weighs here.
const LINE: u64 = 1_000_000;

#[test]
fn a_need_is_charged_by_its_substitutes() {
	play(|| {
		for (substitutes, expected) in [(vec![], 0), (vec![RESPIRATORS], 1)] {
			let substitutes = substitutes.try_into().expect("three at most");
			let call = Call::publish_need { request: Request { substitutes, ..masks(1) } };
			assert_eq!(before(&call), weight(expected));
			assert_eq!(after(by(HOSPITAL_RECEIVES), call), weight(expected));
		}
	});
}

#[test]
fn a_lapse_and_a_release_cost_what_was_charged() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let need = published(HOSPITAL_RECEIVES, masks(1));
		let offer = offered(DONOR_SENDS, supply(goods, 100));
		pass(11 * DAY);
		let alarms = [(Alarm::Lapse { need }, 4_000 + FREEZING), (Alarm::Release { offer }, 5_000)];
		for (alarm, expected) in alarms {
			let call = Call::ring { alarm };
			assert_eq!(before(&call), weight(expected));
			assert_eq!(after(by(NOBODY), call), weight(expected));
		}
	});
}

#[test]
fn sending_is_charged_for_as_many_lots_as_can_be_and_costs_those_that_were_sent() {
	play(|| {
		let need = published(HOSPITAL_RECEIVES, masks(1_000));
		for lots in 1..=u64::from(MAX_LINES) {
			for _ in 0..lots {
				lot(DONOR, MASKS, 10, None);
			}
			// All that it has available goes; the rest of its goods is under way.
			let share = sp_runtime::Percent::one();
			let duty = Duty::Send { share, most: 10 * lots, days: 366 };
			let order = given(DONOR_SENDS, Instruction { duty, ..sending() });
			let call = Call::ring { alarm: Alarm::Send { order, need } };
			assert_eq!(before(&call), weight(2_000 + FREEZING + 3 * LINE));
			assert_eq!(after(by(NOBODY), call), weight(2_000 + FREEZING + lots * LINE));
			let last = transfers().pop().expect("a transfer");
			assert_eq!(made(last).lines.len() as u64, lots);
		}
	});
}

#[test]
fn sending_is_charged_for_four_lots_where_a_transfer_may_have_more() {
	play(|| {
		let (order, need) = (given(DONOR_SENDS, sending()), published(HOSPITAL_RECEIVES, masks(1)));
		let call = Call::ring { alarm: Alarm::Send { order, need } };
		for (lines, lots) in [(1, 1), (4, 4), (5, 4), (u32::MAX, 4)] {
			set_most_lines(lines);
			assert_eq!(before(&call), weight(2_000 + FREEZING + lots * LINE));
		}
	});
}

#[test]
fn offering_costs_the_same_however_many_offers_are_made() {
	play(|| {
		for offers in 1..=2 {
			for _ in 0..offers {
				lot(DONOR, MASKS, 10, Some(NOW + 5 * DAY));
			}
			let order = given(DONOR_SENDS, offering());
			let call = Call::ring { alarm: Alarm::Offer { order } };
			assert_eq!(before(&call), weight(3_000));
			assert_eq!(after(by(NOBODY), call), weight(3_000));
			let made = Offers::<Test>::iter().filter(|(_, offer)| offer.order == Some(order));
			assert_eq!(made.count(), offers);
		}
	});
}

#[test]
fn an_alarm_without_a_signature_costs_what_one_with_a_signature_does_beside_its_rehearsal() {
	play(|| {
		lot(DONOR, MASKS, 10, None);
		let need = published(HOSPITAL_RECEIVES, masks(1_000));
		let order = given(DONOR_SENDS, sending());
		let call = Call::post_ring { alarm: Alarm::Send { order, need }, discriminator: 0 };
		assert_eq!(before(&call), weight(2_000 + FREEZING + 3 * LINE));
		let origin = RuntimeOrigin::from(frame_system::RawOrigin::Authorized);
		assert_eq!(after(origin, call), weight(2_000 + FREEZING + LINE));
	});
}

#[test]
fn taking_costs_a_transfer_of_one_lot() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let offer = offered(DONOR_SENDS, supply(goods, 100));
		let need = published(HOSPITAL_RECEIVES, masks(1));
		let call = Call::take { offer, need, quantity: 1 };
		// Whether the offer is frozen, and whether the need is.
		let expected = weight(1_000 + 2 * FREEZING + LINE);
		assert_eq!(before(&call), expected);
		assert_eq!(after(by(HOSPITAL_RECEIVES), call), expected);
	});
}

#[test]
fn what_fails_costs_what_was_charged() {
	play(|| {
		let need = published(HOSPITAL_RECEIVES, masks(1_000));
		let order = given(DONOR_SENDS, sending());
		for alarm in [Alarm::Send { order, need }, Alarm::Lapse { need }] {
			let done = RuntimeCall::from(Call::<Test>::ring { alarm }).dispatch(by(NOBODY));
			assert_eq!(done.expect_err("nothing is due").post_info.actual_weight, None);
		}
	});
}

#[test]
fn circulation_is_told_what_serving_and_reopening_cost() {
	play(|| {
		assert_eq!(<NeedsPallet as KnowsNeeds<u64>>::weight_of_serving(), weight(100 + FREEZING));
		// To open the need again, and to give back what the transfer came from.
		assert_eq!(<NeedsPallet as OnTransfer<u64>>::weight_of_unsent(), weight(10 + 20));
		assert_eq!(<NeedsPallet as OnTransfer<u64>>::weight_of_changed(), weight(10));
		let goods = lot(DONOR, MASKS, 100, None);
		let need = published(HOSPITAL_RECEIVES, masks(1));
		assert_eq!(never_left(proposed(DONOR, need, &[(goods, 1)])), weight(10 + 20));
		assert_eq!(World::weight_of_making(1), weight(LINE));
	});
}
