//! Needs and offers, as an allocation brings them together.

use crate::{mock::*, *};
use alloc::collections::BTreeSet;
use frame_support::{assert_ok, storage::with_storage_layer, traits::ConstU32, BoundedVec};
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	time::DAY,
	Act, Action, Actor, AllocationId, Capability, ClassId, InstitutionKind, MadeTransfer, Mandate,
	Matching, Moment, NeedId, NewTransfer, OfferId, Priority, Quantity, RegionCode, Ruling,
	Service, Source, Step, Subject, SupplyNow, Terms, TransferId, Want,
};
use sp_runtime::DispatchError;

const ALLOCATION: Actor<u64> = Actor::Allocation(AllocationId(3));

fn step(action: Action) -> Step<u64> {
	Step::new(Act::by(ALLOCATION), action, &())
}

fn wanted(need: NeedId) -> Want<NeedFacts> {
	<NeedsPallet as Matching<u64>>::want(need, MASKS).expect("transfers may serve it")
}

fn is_wanted(need: NeedId) -> bool {
	<NeedsPallet as Matching<u64>>::want(need, MASKS).is_some()
}

fn supplied_now(offer: OfferId) -> Option<SupplyNow> {
	<NeedsPallet as Matching<u64>>::supply(offer)
}

/// Whether goods of an offer may go to a need, were they promised at a moment.
fn may(offer: OfferId, need: NeedId, at: Moment) -> bool {
	let supplied = <NeedsPallet as Matching<u64>>::supplied(offer).expect("it has not ended");
	<NeedsPallet as Matching<u64>>::may(&supplied, &wanted(need).facts, at)
}

/// Shares as an allocation does, which rolls back what fails.
fn share(
	offer: OfferId,
	need: NeedId,
	quantity: Quantity,
) -> Result<(MadeTransfer, Quantity), DispatchError> {
	with_storage_layer(|| {
		let mut step = step(Action::LinesAllocated);
		let shared = <NeedsPallet as Matching<u64>>::share(&mut step, offer, need, quantity);
		shared.map_err(DispatchError::from)
	})
}

fn escalate(need: NeedId) -> Option<RegionCode> {
	let mut step = step(Action::NeedsEscalated);
	let escalated = <NeedsPallet as Matching<u64>>::escalate(&mut step, need);
	escalated.expect("nothing is against it")
}

/// The donor has 100 masks, of which it offers 60; the hospital needs 100.
fn offer_and_need() -> (OfferId, NeedId) {
	let goods = lot(DONOR, MASKS, 100, None);
	let offer = offered(DONOR_SENDS, supply(goods, 60));
	(offer, published(HOSPITAL_RECEIVES, masks(100)))
}

/// Walks a list page by page, each of so many.
fn pages<Place: Clone>(page: impl Fn(Option<Place>) -> Vec<Place>, most: usize) -> Vec<Place> {
	let mut all = Vec::new();
	loop {
		let next = page(all.last().cloned());
		assert!(next.len() <= most);
		let is_last = next.len() < most;
		all.extend(next);
		if is_last {
			return all;
		}
	}
}

#[test]
fn the_open_needs_that_a_class_serves_are_told_page_by_page_each_once() {
	play(|| {
		let substitutes = vec![MASKS].try_into().expect("one");
		let mut expected = BTreeSet::new();
		for _ in 0..3 {
			expected.insert((code("CN-WH"), published(HOSPITAL_RECEIVES, masks(10))));
			expected.insert((code("CN-HB"), published(CLINIC_RECEIVES, masks(10))));
		}
		let other = Request { class: RESPIRATORS, substitutes, ..masks(10) };
		expected.insert((code("CN-WH"), published(HOSPITAL_RECEIVES, other)));
		published(CLINIC_RECEIVES, Request { class: RESPIRATORS, ..masks(10) });
		let closed = published(CLINIC_RECEIVES, masks(10));
		assert_ok!(NeedsPallet::close_need(by(CLINIC_RECEIVES), closed));
		for most in [1, 2, 7, 100] {
			let told = pages(
				|after| <NeedsPallet as Matching<u64>>::needs_behind(MASKS, after, most),
				most as usize,
			);
			assert_eq!(told.len(), 7, "{most}");
			assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), expected);
		}
	});
}

#[test]
fn the_open_offers_of_a_class_are_told_page_by_page_each_once() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let of = |class: ClassId| {
			let goods = if class == MASKS { goods } else { lot(DONOR, class, 100, None) };
			offered(DONOR_SENDS, supply(goods, 5))
		};
		let expected = BTreeSet::from([of(MASKS), of(MASKS), of(MASKS), of(MASKS)]);
		of(RESPIRATORS);
		let withdrawn = of(MASKS);
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), withdrawn));
		for most in [1, 2, 4, 100] {
			let told = pages(
				|after| <NeedsPallet as Matching<u64>>::offers_behind(MASKS, after, most),
				most as usize,
			);
			assert_eq!(told.len(), 4, "{most}");
			assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), expected);
		}
	});
}

#[test]
fn a_need_is_told_as_it_stands() {
	play(|| {
		set_use(HOSPITAL, MASKS, 4_500, 7);
		let request = Request {
			priority: Priority::Stat,
			window: Window { from: Some(NOW + DAY), until: NOW + 4 * DAY },
			shelf_life: 30,
			..masks(100)
		};
		let need = published(HOSPITAL_RECEIVES, request);
		// What it used since does not matter, nor what it claims.
		set_use(HOSPITAL, MASKS, 9_000, 8);
		proposed(DONOR, need, &[(lot(DONOR, MASKS, 30, None), 30)]);
		let expected = Want {
			institution: HOSPITAL,
			region: code("CN-WH"),
			kind: InstitutionKind::Hospital,
			priority: Priority::Stat,
			open: 70,
			daily_use: 4_500,
			facts: NeedFacts {
				institution: HOSPITAL,
				kind: InstitutionKind::Hospital,
				lineage: vec![code("CN-WH"), code("CN-HB"), code("CN")]
					.try_into()
					.expect("eight at most"),
				capabilities: BTreeSet::from([Capability::Ventilation])
					.try_into()
					.expect("seven at most"),
				priority: Priority::Stat,
				from: Some(NOW + DAY),
				until: NOW + 4 * DAY,
				shelf_life: 30,
			},
		};
		assert_eq!(wanted(need), expected);
	});
}

#[test]
fn a_use_that_rests_on_fewer_days_than_a_history_is_none() {
	play(|| {
		set_use(HOSPITAL, MASKS, 4_500, 6);
		let need = published(HOSPITAL_RECEIVES, masks(100));
		assert_eq!(wanted(need).daily_use, 0);
	});
}

#[test]
fn what_is_used_of_a_class_is_no_evidence_for_its_substitutes() {
	play(|| {
		set_use(HOSPITAL, MASKS, 5_000_000, 30);
		set_use(HOSPITAL, RESPIRATORS, 2_000, 30);
		let substitutes = vec![RESPIRATORS].try_into().expect("one");
		let need = published(HOSPITAL_RECEIVES, Request { substitutes, ..masks(100) });
		let use_of = |class| {
			let want = <NeedsPallet as Matching<u64>>::want(need, class);
			want.expect("transfers may serve it").daily_use
		};
		assert_eq!((use_of(MASKS), use_of(RESPIRATORS)), (5_000_000, 0));
	});
}

#[test]
fn what_an_order_has_sent_and_nobody_has_answered_is_not_asked_for_again() {
	play(|| {
		lot(DONOR, MASKS, 200, None);
		let order = given(DONOR_SENDS, sending());
		let large = published(HOSPITAL_RECEIVES, masks(130));
		// The half of what it has.
		assert_ok!(ring(Alarm::Send { order, need: large }));
		assert_eq!((self::need(large).open(), self::need(large).unanswered), (130, 100));
		assert_eq!(wanted(large).open, 30);
		// What is accepted is promised, and asks for no less.
		let [sent] = transfers()[..] else { panic!("one transfer") };
		assert!(accepted(sent));
		assert_eq!(wanted(large).open, 30);

		turn_to(NOW + 7 * DAY);
		let again = published(HOSPITAL_RECEIVES, masks(50));
		assert_ok!(ring(Alarm::Send { order, need: again }));
		assert_eq!(self::need(again).unsent(), 0);
		assert!(!is_wanted(again));
		// Nor is it shared.
		let offer = offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 100, None), 60));
		assert_eq!(share(offer, again, 1).err(), Some(Error::<Test>::NeedCovered.into()));
		let newest = *transfers().last().expect("a transfer");
		never_left(newest);
		assert_eq!(wanted(again).open, 50);
	});
}

#[test]
fn needs_that_no_transfer_may_serve_are_not_told() {
	play(|| {
		assert!(!is_wanted(NeedId(9)));
		let need = published(HOSPITAL_RECEIVES, masks(100));
		assert!(is_wanted(need));
		// Whether it is frozen is for the allocation to know.
		freeze_need(need, true);
		assert!(is_wanted(need));
		freeze_need(need, false);
		MockDirectory::set_active(HOSPITAL, false);
		assert!(!is_wanted(need));
		MockDirectory::set_active(HOSPITAL, true);
		let transfer = proposed(DONOR, need, &[(lot(DONOR, MASKS, 100, None), 100)]);
		assert!(!is_wanted(need));
		never_left(transfer);
		turn_to(NOW + 5 * DAY);
		assert!(is_wanted(need));
		pass(1);
		assert!(!is_wanted(need));
		let need = published(HOSPITAL_RECEIVES, masks(100));
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), need));
		assert!(!is_wanted(need));
	});
}

#[test]
fn an_offer_is_told_as_it_stands() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, Some(NOW + 90 * DAY));
		let offer = offered(DONOR_SENDS, supply(goods, 60));
		let expected = SupplyNow {
			institution: DONOR,
			region: code("CN-SH"),
			left: 60,
			expires_at: Some(NOW + 90 * DAY),
			since: NOW,
		};
		assert_eq!(supplied_now(offer), Some(expected.clone()));
		pass(DAY);
		let need = published(HOSPITAL_RECEIVES, masks(100));
		assert_ok!(take(HOSPITAL_RECEIVES, offer, need, 20));
		assert_eq!(supplied_now(offer), Some(SupplyNow { left: 40, since: NOW + DAY, ..expected }));
	});
}

#[test]
fn offers_of_which_nothing_can_be_taken_are_not_told() {
	play(|| {
		assert_eq!(supplied_now(OfferId(9)), None);
		let goods = lot(DONOR, MASKS, 100, None);
		let of = Supply { keeps: 40, ..supply(goods, 60) };
		let offer = offered(DONOR_SENDS, of);
		let is_told = || supplied_now(offer).is_some();
		assert!(is_told());
		freeze_offer(offer, true);
		assert!(is_told());
		MockDirectory::set_active(DONOR, false);
		assert!(!is_told());
		MockDirectory::set_active(DONOR, true);
		hold(goods, true);
		assert!(!is_told());
		hold(goods, false);
		hold_at(goods, DONOR, true);
		assert!(!is_told());
		hold_at(goods, DONOR, false);
		// Below its floor by one.
		spend(goods, DONOR, 1);
		assert!(!is_told());
		lot(DONOR, MASKS, 1, None);
		assert!(is_told());
		turn_to(NOW + 10 * DAY + 1);
		assert!(!is_told());
		turn_to(NOW);
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), offer));
		assert!(!is_told());
		assert!(<NeedsPallet as Matching<u64>>::supplied(offer).is_none());
	});
}

#[test]
fn what_is_sold_or_lent_or_leaves_late_is_not_shared() {
	for (terms, dispatch, expected) in [
		(Terms::Gift, 1, true),
		(Terms::Gift, 3, true),
		(Terms::Gift, 4, false),
		(Terms::Sale, 1, false),
		(Terms::Loan { due: NOW + 60 * DAY }, 1, false),
	] {
		play(|| {
			let goods = lot(DONOR, MASKS, 100, None);
			let pace = Pace { dispatch, ..supply(goods, 60).pace };
			let offer = offered(DONOR_SENDS, Supply { terms, pace, ..supply(goods, 60) });
			assert_eq!(supplied_now(offer).is_some(), expected, "{terms:?} {dispatch}");
		});
	}
}

/// Whether an offer of these terms may go to the hospital's need, which ends in five days.
fn may_under(change: impl FnOnce(&mut Supply)) -> bool {
	let goods = lot(DONOR, MASKS, 100, Some(NOW + 90 * DAY));
	let mut supply = supply(goods, 10);
	change(&mut supply);
	let offer = offered(DONOR_SENDS, supply);
	may(offer, published(HOSPITAL_RECEIVES, masks(10)), NOW)
}

fn only<T>(value: T) -> BoundedVec<T, ConstU32<MAX_NAMED>> {
	BoundedVec::truncate_from(vec![value])
}

#[test]
fn a_scope_is_asked_of_what_was_noted() {
	for (scope, expected) in [
		(anybody(), true),
		(Scope { priority: Priority::Urgent, ..anybody() }, true),
		(Scope { priority: Priority::Asap, ..anybody() }, false),
		(Scope { kinds: only(InstitutionKind::Hospital), ..anybody() }, true),
		(Scope { kinds: only(InstitutionKind::Donor), ..anybody() }, false),
		(Scope { regions: only(code("CN-WH")), ..anybody() }, true),
		(Scope { regions: only(code("CN")), ..anybody() }, true),
		(Scope { regions: only(code("CN-SH")), ..anybody() }, false),
		(Scope { capabilities: only(Capability::Ventilation), ..anybody() }, true),
		(Scope { capabilities: only(Capability::ColdChain), ..anybody() }, false),
	] {
		play(|| {
			assert_eq!(may_under(|supply| supply.scope = scope.clone()), expected, "{scope:?}")
		});
	}
}

#[test]
fn what_changed_since_it_was_noted_does_not_matter_to_pairing() {
	play(|| {
		let (offer, need) = offer_and_need();
		let noted = wanted(need).facts;
		let supplied = <NeedsPallet as Matching<u64>>::supplied(offer).expect("it is open");
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), need));
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), offer));
		MockDirectory::set_active(HOSPITAL, false);
		assert!(<NeedsPallet as Matching<u64>>::may(&supplied, &noted, NOW));
	});
}

#[test]
fn the_receiver_is_asked_for_the_licence_that_the_class_demands() {
	for (capability, expected) in [(Capability::Ventilation, true), (Capability::ColdChain, false)]
	{
		play(|| {
			let (offer, need) = offer_and_need();
			demand(self::offer(offer).supply.lot, capability);
			assert_eq!(may(offer, need, NOW), expected);
			// A view says the same.
			let told = NeedsPallet::offers_for(need, None, 9).entries.len();
			assert_eq!(told, usize::from(expected));
		});
	}
}

#[test]
fn nobody_gives_to_itself() {
	play(|| {
		let goods = lot(HOSPITAL, MASKS, 100, None);
		let offer = offered(HOSPITAL_SENDS, supply(goods, 10));
		assert!(!may(offer, published(HOSPITAL_RECEIVES, masks(10)), NOW));
		assert!(may(offer, published(CLINIC_RECEIVES, masks(10)), NOW));
	});
}

#[test]
fn there_is_time_to_dispatch_until_four_hours_before_the_need_ends() {
	play(|| {
		let (offer, need) = offer_and_need();
		let last = NOW + 5 * DAY - DAY / 6;
		assert!(may(offer, need, last));
		assert!(!may(offer, need, last + 1));
	});
}

#[test]
fn goods_arrive_neither_too_early_nor_too_old() {
	play(|| {
		// They leave within two days and arrive within three more.
		let arrival = NOW + 5 * DAY;
		let of = |from, shelf_life| {
			let window = Window { from: Some(from), until: NOW + 20 * DAY };
			published(HOSPITAL_RECEIVES, Request { window, shelf_life, ..masks(1) })
		};
		let expiry = arrival + 30 * DAY + 1;
		let offer = offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 9, Some(expiry)), 9));
		let fits = of(arrival, 30);
		assert!(may(offer, fits, NOW));
		assert!(!may(offer, of(arrival + 1, 30), NOW));
		assert!(!may(offer, of(arrival, 31), NOW));
		let offer = offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 9, Some(expiry - 1)), 9));
		assert!(!may(offer, fits, NOW));
		assert!(may(offer, of(arrival, 29), NOW));
	});
}

#[test]
fn what_is_lent_arrives_before_it_should_be_back() {
	for (due, expected) in [(NOW + 5 * DAY, true), (NOW + 5 * DAY - 1, false)] {
		play(|| assert_eq!(may_under(|supply| supply.terms = Terms::Loan { due }), expected));
	}
}

#[test]
fn sharing_makes_the_transfer_that_taking_makes() {
	play(|| {
		let (offer, need) = offer_and_need();
		let goods = self::offer(offer).supply.lot;
		let before = MockTrail::records().len();
		let (told, carried) = share(offer, need, 40).expect("nothing is against it");
		assert_eq!((told.id, told.agreed, carried), (TransferId(0), true, 40));
		let expected = MockTransfer {
			sender: DONOR,
			receiver: HOSPITAL,
			lines: vec![(goods, 40)],
			dispatch_by: NOW + 2 * DAY,
			receive_by: NOW + 5 * DAY,
			serves: Service { need, priority: Priority::Urgent, promised: true },
			agreed: true,
			terms: Terms::Gift,
		};
		assert_eq!(made(told.id), expected);
		let event = Event::OfferTaken { offer, need, transfer: told.id, quantity: 40, left: 20 };
		assert_eq!(last_event(), event);
		assert_eq!((self::need(need).promised, self::offer(offer).left), (40, 20));
		assert_eq!(buckets(goods, DONOR), [40, 20, 40]);
		// One record of the allocation's own on each of them.
		let records = MockTrail::records().split_off(before);
		let on: BTreeSet<_> = records.iter().map(|record| record.subject.clone()).collect();
		let subjects = [
			Subject::Lot(goods),
			Subject::Transfer(told.id),
			Subject::Need(need),
			Subject::Offer(offer),
		];
		assert_eq!(on, BTreeSet::from(subjects));
		assert_eq!(records.len(), 4);
		assert!(records.iter().all(|record| {
			(&record.actor, record.institution, record.action)
				== (&ALLOCATION, None, Action::LinesAllocated)
		}));
		// What never leaves is offered again, and the need is open again.
		never_left(told.id);
		assert_eq!((self::need(need).promised, self::offer(offer).left), (0, 60));
	});
}

#[test]
fn no_more_is_shared_than_is_left_or_open() {
	play(|| {
		let (offer, need) = offer_and_need();
		let small = published(CLINIC_RECEIVES, masks(7));
		let carried = |need, quantity| share(offer, need, quantity).map(|(_, carried)| carried);
		assert_eq!(carried(small, 50), Ok(7));
		assert_eq!(self::need(small).open(), 0);
		assert_eq!(carried(need, 54), Ok(53));
		assert_eq!(self::offer(offer).ended, Some((OfferEnding::Taken, NOW)));
		assert_eq!(carried(need, 1), Err(Error::<Test>::Ended.into()));
	});
}

#[test]
fn neither_freezing_nor_the_least_that_is_taken_at_once_binds() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let offer = offered(DONOR_SENDS, Supply { least: 60, ..supply(goods, 60) });
		let need = published(HOSPITAL_RECEIVES, masks(100));
		freeze_offer(offer, true);
		freeze_need(need, true);
		assert_eq!(share(offer, need, 3).map(|(_, carried)| carried), Ok(3));
	});
}

#[test]
fn what_cannot_be_shared_is_refused_with_the_reason_and_changes_nothing() {
	#[track_caller]
	fn fails(offer: OfferId, need: NeedId, quantity: Quantity, error: impl Into<DispatchError>) {
		let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
		assert_eq!(share(offer, need, quantity), Err(error.into()));
		assert_eq!(before, sp_io::storage::root(sp_runtime::StateVersion::V1));
	}
	play(|| {
		let (offer, need) = offer_and_need();
		fails(OfferId(9), need, 1, Error::<Test>::OfferNotFound);
		fails(offer, NeedId(9), 1, Error::<Test>::NeedNotFound);
		fails(offer, need, 0, Error::<Test>::BelowLeast);
		let own = published(DONOR_RECEIVES, masks(1));
		fails(offer, own, 1, Error::<Test>::OwnOffer);

		let scope = Scope { priority: Priority::Stat, ..anybody() };
		let goods = lot(DONOR, MASKS, 100, None);
		let urgent = offered(DONOR_SENDS, Supply { scope, ..supply(goods, 10) });
		fails(urgent, need, 1, Error::<Test>::NotUrgentEnough);
		let kept = offered(DONOR_SENDS, Supply { keeps: 90, ..supply(goods, 10) });
		spend(goods, DONOR, 80);
		spend(self::offer(offer).supply.lot, DONOR, 40);
		fails(kept, need, 1, Error::<Test>::BelowFloor);
		hold(self::offer(offer).supply.lot, true);
		fails(offer, need, 1, HELD);
		hold(self::offer(offer).supply.lot, false);
		refuse_transfers(true);
		fails(offer, need, 1, FORBIDDEN);
		refuse_transfers(false);

		let covered = published(CLINIC_RECEIVES, masks(1));
		assert_ok!(share(offer, covered, 1));
		fails(offer, covered, 1, Error::<Test>::NeedCovered);
		let closed = published(CLINIC_RECEIVES, masks(1));
		assert_ok!(NeedsPallet::close_need(by(CLINIC_RECEIVES), closed));
		fails(offer, closed, 1, Error::<Test>::NeedNotOpen);
		turn_to(NOW + 5 * DAY - DAY / 6 + 1);
		fails(offer, need, 1, Error::<Test>::NeedEndsTooSoon);
		turn_to(NOW + 5 * DAY + 1);
		fails(offer, need, 1, Error::<Test>::NeedNotOpen);
		turn_to(NOW + 10 * DAY + 1);
		let late = published(CLINIC_RECEIVES, masks(1));
		fails(offer, late, 1, Error::<Test>::EndPassed);
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), offer));
		fails(offer, late, 1, Error::<Test>::Ended);
	});
}

#[test]
fn what_is_left_open_is_asked_of_the_region_above_before_time_is_over() {
	play(|| {
		let need = published(HOSPITAL_RECEIVES, masks(100));
		proposed(DONOR, need, &[(lot(DONOR, MASKS, 30, None), 30)]);
		assert_eq!(escalate(need), Some(code("CN-HB")));
		// A day behind its own end, which was five days ahead.
		let until = NOW + 6 * DAY;
		let event = Event::NeedEscalated { need, region: code("CN-HB"), open: 70, until };
		assert_eq!(last_event(), event);
		assert_eq!((self::need(need).escalations, self::need(need).until), (1, until));
		let newest = MockTrail::records_of(&Subject::Need(need)).pop().expect("a record");
		assert_eq!((newest.actor, newest.action), (ALLOCATION, Action::NeedsEscalated));

		// A day from now on, where its time is over.
		turn_to(until + 1);
		assert_eq!(escalate(need), Some(code("CN")));
		assert_eq!(self::need(need).until, until + 1 + DAY);
		assert_eq!(OpenNeeds::<Test>::iter_keys().next(), Some((MASKS, code("CN"), need)));
	});
}

#[test]
fn a_need_stays_where_nothing_is_open_or_no_region_is_above() {
	play(|| {
		assert_eq!(escalate(NeedId(9)), None);
		let need = published(HOSPITAL_RECEIVES, masks(30));
		let transfer = proposed(DONOR, need, &[(lot(DONOR, MASKS, 30, None), 30)]);
		let before = self::need(need);
		assert_eq!(escalate(need), None);
		assert_eq!(self::need(need), before);
		never_left(transfer);
		assert_eq!(escalate(need), Some(code("CN-HB")));
		assert_eq!(escalate(need), Some(code("CN")));
		let before = self::need(need);
		assert_eq!(escalate(need), None);
		assert_eq!(self::need(need), before);
		let closed = published(HOSPITAL_RECEIVES, masks(30));
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), closed));
		assert_eq!(escalate(closed), None);
	});
}

#[test]
fn a_need_is_asked_of_no_more_regions_than_a_lineage_names() {
	play(|| {
		MockDirectory::change(HOSPITAL, |institution| institution.region = code("LL-A"));
		let need = published(HOSPITAL_RECEIVES, masks(30));
		// Its own region is the first of eight.
		for letter in ["B", "C", "D", "E", "F", "G", "H"] {
			assert_eq!(escalate(need), Some(code(&format!("LL-{letter}"))));
		}
		assert_eq!(escalate(need), None);
	});
}

#[test]
fn sharing_tells_what_making_the_transfer_weighs() {
	play(|| {
		let (offer, need) = offer_and_need();
		let (made, _) = share(offer, need, 1).expect("nothing is against it");
		assert_eq!(made.weight, frame_support::weights::Weight::from_parts(1_000_000, 0));
	});
}

fn ruling(offer: OfferId, need: NeedId, quantity: Quantity) -> Ruling {
	<NeedsPallet as Matching<u64>>::ask_rules(offer, need, quantity)
}

const NO_RULES: Ruling = Ruling { is_forbidden: false, rules: 0 };

#[test]
fn the_rules_are_asked_about_the_transfer_that_sharing_would_make() {
	play(|| {
		let (offer, need) = offer_and_need();
		let goods = self::offer(offer).supply.lot;
		let allowed = Ruling { is_forbidden: false, rules: 3 };
		let asked = asked_by(|| assert_eq!(ruling(offer, need, 40), allowed));
		let expected = NewTransfer {
			sender: DONOR,
			receiver: HOSPITAL,
			terms: Terms::Gift,
			source: Source::Offered,
			lines: vec![(goods, 40)],
			dispatch_by: NOW + 2 * DAY,
			receive_by: NOW + 5 * DAY,
			serves: Some(need),
			agreed: true,
			mandate: Mandate::Consent,
		};
		assert_eq!(asked, [(expected, Some(Priority::Urgent))]);
		refuse_transfers(true);
		assert_eq!(ruling(offer, need, 1), Ruling { is_forbidden: true, ..allowed });
		refuse_transfers(false);
		assert_eq!(<NeedsPallet as Matching<u64>>::most_rules(), MOST_RULES);
	});
}

#[test]
fn rules_are_asked_whatever_else_stands_in_the_way() {
	play(|| {
		let (offer, need) = offer_and_need();
		freeze_offer(offer, true);
		freeze_need(need, true);
		refuse_transfers(true);
		// More than is left, and more than is open.
		assert!(ruling(offer, need, 1_000).is_forbidden);
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), offer));
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), need));
		assert!(ruling(offer, need, 1).is_forbidden);
	});
}

#[test]
fn where_there_is_nothing_to_move_the_rules_are_not_asked() {
	play(|| {
		let (offer, need) = offer_and_need();
		refuse_transfers(true);
		let asked = asked_by(|| {
			assert_eq!(ruling(OfferId(9), need, 1), NO_RULES);
			assert_eq!(ruling(offer, NeedId(9), 1), NO_RULES);
			// In less than four hours nobody could be asked to dispatch.
			turn_to(self::need(need).until - 4 * 60 * 60 * 1_000 + 1);
			assert_eq!(ruling(offer, need, 1), NO_RULES);
		});
		assert!(asked.is_empty());
		turn_to(self::need(need).until - 4 * 60 * 60 * 1_000);
		assert!(ruling(offer, need, 1).is_forbidden);
	});
}
