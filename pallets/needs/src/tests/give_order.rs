use super::trail::{recorded, were_left};
use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{mock::MockDirectory, Action, Actor, OrderId, Subject};
use sp_runtime::{DispatchError, Percent};

#[track_caller]
fn refuses(instruction: Instruction, error: Error<Test>) {
	refused(by(DONOR_SENDS), Call::give_order { instruction }, error);
}

fn send(share: u8, most: u64, days: u16) -> Instruction {
	Instruction {
		duty: Duty::Send { share: Percent::from_percent(share), most, days },
		..sending()
	}
}

fn offer(within: u16, open: u16, least: u64) -> Instruction {
	Instruction { duty: Duty::Offer { within, open, least }, ..sending() }
}

#[test]
fn an_order_stands_from_then_on() {
	play(|| {
		let id = given(DONOR_SENDS, sending());
		let event = Event::OrderGiven { order: id, institution: DONOR, class: MASKS };
		assert_eq!(last_event(), event);
		let Order { newest_record, .. } = order(id);
		assert!(newest_record.is_some());
		let expected = Order {
			institution: DONOR,
			instruction: sending(),
			paused: false,
			lately: Lately::default(),
			ended: None,
			newest_record,
		};
		assert_eq!(order(id), expected);
	});
}

#[test]
fn orders_are_listed_by_class_and_by_institution() {
	play(|| {
		let first = given(DONOR_SENDS, sending());
		let second = given(DONOR_SENDS, Instruction { class: OXYGEN, ..offering() });
		let third = given(CLINIC_SENDS, sending());
		assert_eq!([first, second, third], [0, 1, 2].map(OrderId));
		assert_eq!(OrdersOf::<Test>::get(DONOR).into_inner(), [first, second]);
		assert_eq!(OrdersOf::<Test>::get(CLINIC).into_inner(), [third]);
		let of_masks: Vec<_> = OrdersByClass::<Test>::iter_key_prefix(MASKS).collect();
		assert_eq!(of_masks, [first, third]);
		let of_oxygen: Vec<_> = OrdersByClass::<Test>::iter_key_prefix(OXYGEN).collect();
		assert_eq!(of_oxygen, [second]);
	});
}

#[test]
fn giving_an_order_is_recorded() {
	play(|| {
		let call = Call::give_order { instruction: sending() };
		let records = recorded(by(DONOR_SENDS), call);
		let subjects = [Subject::Order(OrderId(0))];
		let actor = Actor::Account(DONOR_SENDS);
		were_left(&records, actor, Some(DONOR), Action::OrderGiven, &subjects);
	});
}

#[test]
fn only_an_agent_in_the_role_dispatch_gives_orders() {
	play(|| {
		let call = || Call::give_order { instruction: sending() };
		for (origin, error) in [
			(by(NOBODY), MockDirectory::NOT_AGENT),
			(by(DONOR_RECEIVES), MockDirectory::NOT_AUTHORIZED),
			(root(), DispatchError::BadOrigin),
			(RuntimeOrigin::none(), DispatchError::BadOrigin),
		] {
			refused(origin, call(), error);
		}
		MockDirectory::set_active(DONOR, false);
		refused(by(DONOR_SENDS), call(), MockDirectory::SUSPENDED);
	});
}

#[test]
fn an_order_is_for_a_class_and_for_regions_that_there_are() {
	play(|| {
		refuses(Instruction { class: NOTHING, ..sending() }, Error::ClassNotFound);
		let regions = vec![code("CN"), code("CN-XX")].try_into().expect("few regions");
		let scope = Scope { regions, ..anybody() };
		refuses(Instruction { scope, ..sending() }, Error::RegionNotFound);
	});
}

#[test]
fn an_order_sends_at_a_pace_at_which_transfers_go() {
	play(|| {
		let at = |dispatch, transit| Instruction { pace: Pace { dispatch, transit }, ..sending() };
		for (dispatch, transit) in [(0, 3), (15, 3), (2, 0), (2, 15)] {
			refuses(at(dispatch, transit), Error::InvalidPace);
		}
		given(DONOR_SENDS, at(1, 1));
		given(DONOR_SENDS, at(14, 14));
	});
}

#[test]
fn an_order_that_could_send_nothing_is_not_given() {
	play(|| {
		refuses(send(0, 100, 7), Error::ZeroQuantity);
		refuses(send(50, 0, 7), Error::ZeroQuantity);
		refuses(send(50, 100, 0), Error::InvalidPeriod);
		refuses(send(50, 100, LONGEST_PERIOD + 1), Error::InvalidPeriod);
		given(DONOR_SENDS, send(1, 1, 1));
		given(DONOR_SENDS, send(100, u64::MAX, LONGEST_PERIOD));
	});
}

#[test]
fn an_order_that_could_offer_nothing_is_not_given() {
	play(|| {
		refuses(offer(10, 5, 0), Error::ZeroQuantity);
		refuses(offer(0, 5, 1), Error::InvalidPeriod);
		refuses(offer(LONGEST_PERIOD + 1, 5, 1), Error::InvalidPeriod);
		refuses(offer(10, SHORTEST_OFFER - 1, 1), Error::InvalidPeriod);
		// An offer is open for 30 days at most.
		refuses(offer(10, 31, 1), Error::TooLong);
		given(DONOR_SENDS, offer(1, SHORTEST_OFFER, 1));
		given(DONOR_SENDS, offer(LONGEST_PERIOD, 30, u64::MAX));
	});
}

#[test]
fn an_institution_has_a_few_orders_and_takes_no_room_of_others() {
	play(|| {
		let ids: Vec<_> = (0..MAX_ORDERS).map(|_| given(DONOR_SENDS, sending())).collect();
		refuses(sending(), Error::TooManyOrders);
		given(CLINIC_SENDS, sending());
		// A paused one takes room, a revoked one does not.
		assert_ok!(NeedsPallet::pause_order(by(DONOR_SENDS), ids[0]));
		refuses(sending(), Error::TooManyOrders);
		assert_ok!(NeedsPallet::revoke_order(by(DONOR_SENDS), ids[0]));
		given(DONOR_SENDS, sending());
	});
}

#[test]
fn the_last_identifier_is_not_handed_out() {
	play(|| {
		NextOrderId::<Test>::put(OrderId(u64::MAX - 1));
		assert_eq!(given(DONOR_SENDS, sending()), OrderId(u64::MAX - 1));
		refuses(sending(), Error::IdsExhausted);
	});
}
