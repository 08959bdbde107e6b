use super::trail::{recorded, were_left};
use crate::{mock::*, *};
use frame_support::{
	assert_ok,
	dispatch::GetDispatchInfo,
	storage::{with_transaction, TransactionOutcome},
	weights::Weight,
};
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	time::DAY,
	Action, Actor, Capability, Fate, InstitutionKind, LotId, NeedId, OfferId, Priority, Quantity,
	RecordId, Service, Subject, Terms, TransferId,
};
use sp_runtime::{DispatchError, DispatchResult};

#[track_caller]
fn refuses(offer: OfferId, need: NeedId, quantity: Quantity, error: Error<Test>) {
	refused(by(HOSPITAL_RECEIVES), Call::take { offer, need, quantity }, error);
}

#[track_caller]
fn refuses_with(offer: OfferId, need: NeedId, quantity: Quantity, error: &'static str) {
	let call = Call::take { offer, need, quantity };
	refused(by(HOSPITAL_RECEIVES), call, DispatchError::Other(error));
}

/// The donor has 100 masks, of which it offers 60; the hospital needs 100.
fn offer_and_need() -> (LotId, OfferId, NeedId) {
	let lot = lot(DONOR, MASKS, 100, None);
	let offer = offered(DONOR_SENDS, supply(lot, 60));
	(lot, offer, published(HOSPITAL_RECEIVES, masks(100)))
}

/// Has one mask taken from an offer of this scope, and undoes it.
fn within(scope: Scope, who: u64, need: NeedId) -> DispatchResult {
	with_transaction(|| {
		let goods = lot(DONOR, MASKS, 1, None);
		let offer = offered(DONOR_SENDS, Supply { scope, ..supply(goods, 1) });
		TransactionOutcome::Rollback(take(who, offer, need, 1))
	})
}

fn regions(regions: &[&str]) -> Scope {
	let regions: Vec<_> = regions.iter().map(|region| code(region)).collect();
	Scope { regions: regions.try_into().expect("few regions"), ..anybody() }
}

fn kinds(kinds: &[InstitutionKind]) -> Scope {
	Scope { kinds: kinds.to_vec().try_into().expect("few kinds"), ..anybody() }
}

fn licensed(capabilities: &[Capability]) -> Scope {
	let capabilities = capabilities.to_vec().try_into().expect("few licences");
	Scope { capabilities, ..anybody() }
}

#[test]
fn taking_makes_an_accepted_transfer_of_the_offered_goods() {
	play(|| {
		let (lot, id, for_need) = offer_and_need();
		assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, 40));
		let [transfer] = transfers()[..] else { panic!("one transfer") };
		let expected = MockTransfer {
			sender: DONOR,
			receiver: HOSPITAL,
			lines: vec![(lot, 40)],
			dispatch_by: NOW + 2 * DAY,
			receive_by: NOW + 5 * DAY,
			serves: Service { need: for_need, priority: Priority::Urgent, promised: true },
			agreed: true,
			terms: Terms::Gift,
		};
		assert_eq!(made(transfer), expected);
		let (offer_id, left) = (id, 20);
		let taken =
			Event::OfferTaken { offer: offer_id, need: for_need, transfer, quantity: 40, left };
		assert_eq!(last_event(), taken);
		assert_eq!((offer(id).left, offer(id).ended), (20, None));
		assert_eq!((need(for_need).promised, need(for_need).open()), (40, 60));
		assert_eq!(buckets(lot, DONOR), [40, 20, 40]);
	});
}

#[test]
fn taking_is_recorded_on_all_that_it_changes() {
	play(|| {
		let (lot, offer, need) = offer_and_need();
		let call = Call::take { offer, need, quantity: 40 };
		let records = recorded(by(HOSPITAL_RECEIVES), call);
		let subjects = [
			Subject::Lot(lot),
			Subject::Transfer(TransferId(0)),
			Subject::Need(need),
			Subject::Offer(offer),
		];
		let actor = Actor::Account(HOSPITAL_RECEIVES);
		were_left(&records, actor, Some(HOSPITAL), Action::OfferTaken, &subjects);
	});
}

#[test]
fn the_transfer_is_under_the_terms_of_the_offer() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let need = published(HOSPITAL_RECEIVES, masks(100));
		for terms in [Terms::Sale, Terms::Loan { due: NOW + 60 * DAY }] {
			let id = offered(DONOR_SENDS, Supply { terms, ..supply(lot, 10) });
			assert_ok!(take(HOSPITAL_RECEIVES, id, need, 10));
			assert_eq!(transfers().last().map(|id| made(*id).terms), Some(terms));
		}
	});
}

#[test]
fn goods_leave_within_the_pace_and_before_the_time_of_the_need_is_over() {
	play(|| {
		let (_, id, _) = offer_and_need();
		for (until, dispatch_by) in [
			(NOW + 2 * DAY - 1, NOW + 2 * DAY - 1),
			(NOW + 2 * DAY, NOW + 2 * DAY),
			(NOW + 2 * DAY + 1, NOW + 2 * DAY),
		] {
			let request = Request { window: Window { from: None, until }, ..masks(1) };
			let need = published(HOSPITAL_RECEIVES, request);
			assert_ok!(take(HOSPITAL_RECEIVES, id, need, 1));
			let transfer = made(*transfers().last().expect("a transfer"));
			assert_eq!(transfer.dispatch_by, dispatch_by);
			assert_eq!(transfer.receive_by, dispatch_by + 3 * DAY);
		}
	});
}

#[test]
fn an_offer_ends_when_nothing_is_left() {
	play(|| {
		let (lot, id, for_need) = offer_and_need();
		assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, 59));
		assert_eq!((offer(id).left, offer(id).ended), (1, None));
		pass(1);
		assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, 1));
		assert_eq!((offer(id).left, offer(id).ended), (0, Some((OfferEnding::Taken, NOW + 1))));
		assert_eq!(OpenOffers::<Test>::iter().count(), 0);
		assert_eq!(OffersOf::<Test>::iter().count(), 0);
		assert_eq!(OfferCount::<Test>::iter().count(), 0);
		assert_eq!(buckets(lot, DONOR), [40, 0, 60]);
		refuses(id, for_need, 1, Error::Ended);
	});
}

/// What was taken by the first transfer never left, and is available with the giver: it is not offered
/// again, and nothing else changes of the offer.
#[track_caller]
fn stays_available(id: OfferId) {
	let before = NeedsPallet::offer(id);
	let transfer = made(TransferId(0));
	let (lot, quantity) = transfer.lines[0];
	let [available, offered, reserved] = buckets(lot, transfer.sender);
	let records = MockTrail::records_of(&Subject::Offer(id)).len();
	never_left(TransferId(0));
	let expected = [available + quantity, offered, reserved - quantity];
	assert_eq!(buckets(lot, transfer.sender), expected);
	assert_eq!(NeedsPallet::offer(id), before);
	assert_eq!(MockTrail::records_of(&Subject::Offer(id)).len(), records);
	assert_eq!(Origins::<Test>::iter().count(), 0);
	check_all();
}

#[test]
fn what_was_taken_and_never_left_is_offered_again() {
	play(|| {
		let (lot, id, for_need) = offer_and_need();
		assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, 40));
		never_left(TransferId(0));
		assert_eq!(times(Event::OfferReturned { offer: id, quantity: 40, left: 60 }), 1);
		assert_eq!(buckets(lot, DONOR), [40, 60, 0]);
		assert_eq!((offer(id).left, offer(id).ended), (60, None));
		assert_eq!(need(for_need).open(), 100);
		assert_eq!(OfferCount::<Test>::get(DONOR), 1);
		// However often it is taken, it does not dissolve.
		for transfer in 1..4 {
			assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, 60));
			never_left(TransferId(transfer));
			assert_eq!((offer(id).left, offer(id).ended), (60, None));
		}
	});
}

#[test]
fn offering_again_is_recorded_in_the_step_of_who_ended_the_transfer() {
	play(|| {
		let (lot, id, for_need) = offer_and_need();
		assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, 40));
		let before = MockTrail::records().len();
		never_left(TransferId(0));
		let records = MockTrail::records().split_off(before);
		let subjects: Vec<_> = records.iter().map(|record| record.subject.clone()).collect();
		for subject in [Subject::Lot(lot), Subject::Offer(id), Subject::Need(for_need)] {
			assert!(subjects.contains(&subject), "{subject:?}");
		}
		for record in records {
			assert_eq!((record.action, record.actor), (Action::TransferRejected, Actor::Chain));
		}
	});
}

#[test]
fn an_offer_that_was_taken_as_a_whole_opens_again_with_what_never_left() {
	play(|| {
		let (lot, id, for_need) = offer_and_need();
		assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, 40));
		assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, 20));
		assert_eq!(offer(id).ended, Some((OfferEnding::Taken, NOW)));
		never_left(TransferId(1));
		assert_eq!(times(Event::OfferReturned { offer: id, quantity: 20, left: 20 }), 1);
		assert_eq!((offer(id).left, offer(id).ended), (20, None));
		assert_eq!(buckets(lot, DONOR), [40, 20, 40]);
		assert_eq!(OpenOffers::<Test>::iter_keys().collect::<Vec<_>>(), [(MASKS, id)]);
		assert_eq!(OffersOf::<Test>::iter_keys().collect::<Vec<_>>(), [(DONOR, id)]);
		assert_eq!(OfferCount::<Test>::get(DONOR), 1);
		check_all();
		never_left(TransferId(0));
		assert_eq!(times(Event::OfferReturned { offer: id, quantity: 40, left: 60 }), 1);
		assert_eq!(buckets(lot, DONOR), [40, 60, 0]);
		assert_eq!(OfferCount::<Test>::get(DONOR), 1);
		let other = published(CLINIC_RECEIVES, masks(60));
		assert_ok!(take(CLINIC_RECEIVES, id, other, 60));
		assert!(offer(id).ended.is_some());
	});
}

#[test]
fn what_left_is_not_offered_again_whatever_becomes_of_it() {
	play(|| {
		let (lot, id, for_need) = offer_and_need();
		assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, 60));
		became(TransferId(0), 20, Fate::Outstanding, Fate::Delivered);
		became(TransferId(0), 30, Fate::Outstanding, Fate::Disputed);
		became(TransferId(0), 10, Fate::Outstanding, Fate::Undelivered);
		became(TransferId(0), 30, Fate::Disputed, Fate::Undelivered);
		assert_eq!((offer(id).left, offer(id).ended), (0, Some((OfferEnding::Taken, NOW))));
		assert_eq!(buckets(lot, DONOR), [40, 0, 60]);
		assert_eq!(Origins::<Test>::iter().count(), 0);
	});
}

#[test]
fn what_never_left_is_offered_again_until_the_last_moment_of_the_offer() {
	for quantity in [40, 60] {
		for (late, returned) in [(0, true), (1, false)] {
			play(|| {
				let (_, id, for_need) = offer_and_need();
				assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, quantity));
				turn_to(offer(id).supply.until + late);
				if returned {
					never_left(TransferId(0));
					assert_eq!((offer(id).left, offer(id).ended), (60, None));
				} else {
					stays_available(id);
				}
			});
		}
	}
}

#[test]
fn what_was_taken_from_an_offer_that_was_withdrawn_or_released_is_not_offered_again() {
	play(|| {
		let (lot, id, for_need) = offer_and_need();
		assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, 40));
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), id));
		stays_available(id);
		assert_eq!(offer(id).ended, Some((OfferEnding::Withdrawn, NOW)));
		assert_eq!(buckets(lot, DONOR), [100, 0, 0]);
	});
	play(|| {
		let (lot, id, for_need) = offer_and_need();
		assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, 40));
		MockDirectory::set_active(DONOR, false);
		assert_ok!(ring(Alarm::Release { offer: id }));
		MockDirectory::set_active(DONOR, true);
		stays_available(id);
		assert_eq!(offer(id).ended, Some((OfferEnding::Released, NOW)));
		assert_eq!(buckets(lot, DONOR), [100, 0, 0]);
	});
}

#[test]
fn what_was_taken_from_a_giver_that_may_not_act_is_not_offered_again() {
	for quantity in [40, 60] {
		for end in [|id| MockDirectory::set_active(id, false), MockDirectory::wind_up] {
			play(|| {
				let (_, id, for_need) = offer_and_need();
				assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, quantity));
				end(DONOR);
				stays_available(id);
			});
		}
	}
}

#[test]
fn an_offer_opens_again_if_its_giver_may_have_one_more() {
	for (others, returned) in [(MAX_OFFERS - 1, true), (MAX_OFFERS, false)] {
		play(|| {
			let (_, id, for_need) = offer_and_need();
			assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, 60));
			let goods = lot(DONOR, OXYGEN, 100, None);
			for _ in 0..others {
				offered(DONOR_SENDS, supply(goods, 1));
			}
			if returned {
				never_left(TransferId(0));
				assert_eq!((offer(id).left, offer(id).ended), (60, None));
			} else {
				stays_available(id);
			}
			assert_eq!(OfferCount::<Test>::get(DONOR), MAX_OFFERS);
		});
	}
	// One that is still open takes it back in any case.
	play(|| {
		let (_, id, for_need) = offer_and_need();
		assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, 40));
		let goods = lot(DONOR, OXYGEN, 100, None);
		for _ in 1..MAX_OFFERS {
			offered(DONOR_SENDS, supply(goods, 1));
		}
		never_left(TransferId(0));
		assert_eq!(offer(id).left, 60);
	});
}

#[test]
fn what_was_taken_from_an_offer_that_is_forgotten_is_available() {
	play(|| {
		let (lot, id, for_need) = offer_and_need();
		assert_ok!(take(HOSPITAL_RECEIVES, id, for_need, 60));
		MockTrail::prune_before(RecordId(u64::MAX));
		assert_ok!(NeedsPallet::forget(by(NOBODY), Posting::Offer(id)));
		stays_available(id);
		assert_eq!(buckets(lot, DONOR), [100, 0, 0]);
		assert_eq!(need(for_need).open(), 100);
	});
}

#[test]
fn whoever_is_to_dispatch_has_four_hours_at_least() {
	play(|| {
		let (_, id, _) = offer_and_need();
		let least = DAY / 6;
		let within = |time| {
			let window = Window { from: None, until: NOW + time };
			published(HOSPITAL_RECEIVES, Request { window, ..masks(1) })
		};
		let [short, enough] = [least - 1, least].map(within);
		refuses(id, short, 1, Error::NeedEndsTooSoon);
		assert_ok!(take(HOSPITAL_RECEIVES, id, enough, 1));
		let transfer = made(TransferId(0));
		assert_eq!(
			(transfer.dispatch_by, transfer.receive_by),
			(NOW + least, NOW + least + 3 * DAY)
		);
	});
}

#[test]
fn what_was_taken_fills_the_need_when_it_arrives() {
	play(|| {
		let (_, offer, _) = offer_and_need();
		let for_need = published(HOSPITAL_RECEIVES, masks(10));
		assert_ok!(take(HOSPITAL_RECEIVES, offer, for_need, 10));
		assert_eq!((need(for_need).promised, need(for_need).ended), (10, None));
		delivered(TransferId(0));
		assert_eq!((need(for_need).promised, need(for_need).delivered), (0, 10));
		assert_eq!(need(for_need).ended, Some((Ending::Filled, NOW)));
	});
}

#[test]
fn only_an_agent_in_the_role_receive_takes_and_for_needs_of_its_institution() {
	play(|| {
		let (_, offer, need) = offer_and_need();
		let call = || Call::take { offer, need, quantity: 1 };
		for (origin, error) in [
			(by(NOBODY), MockDirectory::NOT_AGENT),
			(by(HOSPITAL_SENDS), MockDirectory::NOT_AUTHORIZED),
			(by(CLINIC_RECEIVES), Error::<Test>::NotOwn.into()),
			(root(), DispatchError::BadOrigin),
			(RuntimeOrigin::none(), DispatchError::BadOrigin),
		] {
			refused(origin, call(), error);
		}
		MockDirectory::set_active(HOSPITAL, false);
		refused(by(HOSPITAL_RECEIVES), call(), MockDirectory::SUSPENDED);
	});
}

#[test]
fn an_institution_does_not_take_its_own_offer() {
	play(|| {
		let lot = lot(HOSPITAL, MASKS, 100, None);
		let own = offered(HOSPITAL_SENDS, supply(lot, 60));
		let need = published(HOSPITAL_RECEIVES, masks(100));
		refuses(own, need, 1, Error::OwnOffer);
	});
}

#[test]
fn what_is_not_there_is_not_taken() {
	play(|| {
		let (_, offer, need) = offer_and_need();
		refuses(OfferId(1), need, 1, Error::OfferNotFound);
		refuses(offer, NeedId(1), 1, Error::NeedNotFound);
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), offer));
		refuses(offer, need, 1, Error::Ended);
	});
}

#[test]
fn an_offer_can_be_taken_until_its_last_moment() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let until = NOW + 3 * DAY;
		let offer = offered(DONOR_SENDS, Supply { until, ..supply(lot, 60) });
		let need = published(HOSPITAL_RECEIVES, masks(100));
		turn_to(until);
		assert_ok!(take(HOSPITAL_RECEIVES, offer, need, 1));
		turn_to(until + 1);
		refuses(offer, need, 1, Error::EndPassed);
	});
}

#[test]
fn nothing_is_taken_while_the_giver_has_less_than_its_floor() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let offer = offered(DONOR_SENDS, Supply { keeps: 40, ..supply(goods, 60) });
		let need = published(HOSPITAL_RECEIVES, masks(100));
		lot(DONOR, OXYGEN, 100, None);
		assert_ok!(take(HOSPITAL_RECEIVES, offer, need, 1));
		spend(goods, DONOR, 1);
		refuses(offer, need, 1, Error::BelowFloor);
		lot(DONOR, MASKS, 1, None);
		assert_ok!(take(HOSPITAL_RECEIVES, offer, need, 1));
	});
}

#[test]
fn less_than_the_least_is_taken_only_as_the_whole_rest() {
	play(|| {
		let lot = lot(DONOR, MASKS, 100, None);
		let id = offered(DONOR_SENDS, Supply { least: 10, ..supply(lot, 25) });
		let need = published(HOSPITAL_RECEIVES, masks(100));
		refuses(id, need, 0, Error::BelowLeast);
		refuses(id, need, 9, Error::BelowLeast);
		assert_ok!(take(HOSPITAL_RECEIVES, id, need, 10));
		assert_ok!(take(HOSPITAL_RECEIVES, id, need, 11));
		// Four are left.
		refuses(id, need, 3, Error::BelowLeast);
		refuses(id, need, 5, Error::InsufficientOffer);
		refuses(id, need, Quantity::MAX, Error::InsufficientOffer);
		assert_ok!(take(HOSPITAL_RECEIVES, id, need, 4));
		assert!(offer(id).ended.is_some());
	});
}

#[test]
fn an_offer_is_for_needs_that_are_urgent_enough() {
	play(|| {
		let need = published(HOSPITAL_RECEIVES, masks(1));
		let at_least = |priority| within(Scope { priority, ..anybody() }, HOSPITAL_RECEIVES, need);
		assert_ok!(at_least(Priority::Routine));
		assert_ok!(at_least(Priority::Urgent));
		for priority in [Priority::Asap, Priority::Stat] {
			assert_eq!(at_least(priority), Err(Error::<Test>::NotUrgentEnough.into()));
		}
	});
}

#[test]
fn an_offer_is_for_regions_and_their_parts() {
	play(|| {
		// In Wuhan, and in Hubei.
		let hospital = published(HOSPITAL_RECEIVES, masks(1));
		let clinic = published(CLINIC_RECEIVES, masks(1));
		for named in [&["CN-WH"][..], &["CN-HB"], &["CN"], &["CN-SH", "CN-HB"]] {
			assert_ok!(within(regions(named), HOSPITAL_RECEIVES, hospital));
		}
		for named in [&["CN-HB"][..], &["CN"]] {
			assert_ok!(within(regions(named), CLINIC_RECEIVES, clinic));
		}
		let outside = Err(Error::<Test>::RegionOutsideScope.into());
		assert_eq!(within(regions(&["CN-SH"]), HOSPITAL_RECEIVES, hospital), outside);
		// Hubei is no part of Wuhan.
		assert_eq!(within(regions(&["CN-WH", "CN-SH"]), CLINIC_RECEIVES, clinic), outside);
	});
}

#[test]
fn an_offer_is_for_kinds_of_institution() {
	play(|| {
		let need = published(HOSPITAL_RECEIVES, masks(1));
		let of = |named: &[_]| within(kinds(named), HOSPITAL_RECEIVES, need);
		assert_ok!(of(&[InstitutionKind::Hospital]));
		assert_ok!(of(&[InstitutionKind::Donor, InstitutionKind::Hospital]));
		let outside = Err(Error::<Test>::KindOutsideScope.into());
		assert_eq!(of(&[InstitutionKind::Donor]), outside);
	});
}

#[test]
fn an_offer_is_for_those_with_all_licences() {
	play(|| {
		let hospital = published(HOSPITAL_RECEIVES, masks(1));
		let clinic = published(CLINIC_RECEIVES, masks(1));
		let ventilates = licensed(&[Capability::Ventilation]);
		assert_ok!(within(ventilates.clone(), HOSPITAL_RECEIVES, hospital));
		let missing = Err(Error::<Test>::CapabilityMissing.into());
		assert_eq!(within(ventilates, CLINIC_RECEIVES, clinic), missing);
		let both = licensed(&[Capability::Ventilation, Capability::ColdChain]);
		assert_eq!(within(both, HOSPITAL_RECEIVES, hospital), missing);
	});
}

#[test]
fn goods_of_an_accepted_class_are_taken() {
	play(|| {
		let lot = lot(DONOR, RESPIRATORS, 100, None);
		let offer = offered(DONOR_SENDS, supply(lot, 60));
		let plain = published(HOSPITAL_RECEIVES, masks(100));
		refuses_with(offer, plain, 1, "class not needed");
		let substitutes = vec![RESPIRATORS].try_into().expect("few classes");
		let wide = published(HOSPITAL_RECEIVES, Request { substitutes, ..masks(100) });
		assert_ok!(take(HOSPITAL_RECEIVES, offer, wide, 60));
		assert_eq!(need(wide).promised, 60);
	});
}

#[test]
fn what_a_transfer_is_refused_with_refuses_the_taking() {
	play(|| {
		let (_, offer, need) = offer_and_need();
		refuse_transfers(true);
		let call = || Call::take { offer, need, quantity: 1 };
		refused(by(HOSPITAL_RECEIVES), call(), FORBIDDEN);
		refuse_transfers(false);
		// A need that asks for less than is offered.
		let small = published(HOSPITAL_RECEIVES, masks(10));
		refuses_with(offer, small, 11, "more than needed");
		assert_ok!(take(HOSPITAL_RECEIVES, offer, small, 10));
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), need));
		refuses_with(offer, need, 1, "need not open");
	});
}

#[test]
fn goods_for_a_need_last_as_long_as_it_asks() {
	play(|| {
		// In five days they are there, and then they must be good for ten.
		let need = published(HOSPITAL_RECEIVES, Request { shelf_life: 10, ..masks(100) });
		let short = lot(DONOR, MASKS, 10, Some(NOW + 15 * DAY));
		let long = lot(DONOR, MASKS, 10, Some(NOW + 15 * DAY + 1));
		let [short, long] = [short, long].map(|lot| offered(DONOR_SENDS, supply(lot, 10)));
		refuses_with(short, need, 1, "shelf life too short");
		assert_ok!(take(HOSPITAL_RECEIVES, long, need, 1));
	});
}

#[test]
fn taking_weighs_itself_and_the_making_of_a_transfer() {
	play(|| {
		let (_, offer, need) = offer_and_need();
		// As the mock's weights say.
		let expected = Weight::from_parts(1_000 + 2 * FREEZING + 1_000_000, 0);
		let call = Call::<Test>::take { offer, need, quantity: 40 };
		assert_eq!(call.get_dispatch_info().call_weight, expected);
		let taken = NeedsPallet::take(by(HOSPITAL_RECEIVES), offer, need, 40);
		assert_eq!(taken.map(|info| info.actual_weight), Ok(Some(expected)));
	});
}
