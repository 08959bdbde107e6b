use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	time::DAY,
	ClassId, Fate, InstitutionId, Moment, NeedId, Priority, Quantity, SiteNumber, Subject, Total,
};
use sp_core::H256;
use sp_runtime::DispatchError;

fn refuse(who: u64, request: Request, error: Error<Test>) {
	refused(by(who), Call::publish_need { request }, error);
}

/// Whether the hospital may publish a need, without publishing it.
fn may(request: Request) -> Result<(), DispatchError> {
	frame_support::storage::with_transaction(|| {
		let told = NeedsPallet::publish_need(by(HOSPITAL_RECEIVES), request);
		sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(told))
	})
	.expect("a rollback")
}

fn accepting(substitutes: &[ClassId]) -> Request {
	let substitutes = substitutes.to_vec().try_into().expect("three at most");
	Request { substitutes, ..masks(10) }
}

fn within(from: Option<Moment>, until: Moment) -> Request {
	Request { window: Window { from, until }, ..masks(10) }
}

fn of_institution(institution: InstitutionId, class: ClassId) -> Vec<NeedId> {
	NeedsOf::<Test>::get(institution, class).into_inner()
}

#[test]
fn a_need_is_open_from_its_publication_on() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(100));
		assert_eq!((need(id).open(), need(id).lacking()), (100, 100));
		assert!(need(id).is_open(NOW));
	});
}

#[test]
fn everything_that_is_asked_for_is_kept() {
	play(|| {
		let request = Request {
			class: MASKS,
			substitutes: vec![RESPIRATORS].try_into().expect("one"),
			quantity: 100,
			priority: Priority::Stat,
			window: Window { from: Some(NOW + DAY), until: NOW + 3 * DAY },
			site: Some(SiteNumber(1)),
			shelf_life: 30,
			note: Some(H256([7; 32])),
			claim: Some(Claim { on_hand: 3, daily_use: 4_500 }),
		};
		let id = published(HOSPITAL_RECEIVES, request.clone());
		assert_eq!(id, NeedId(0));
		let expected = Need {
			institution: HOSPITAL,
			request,
			evidence: Evidence::default(),
			region: code("CN-WH"),
			escalations: 0,
			until: NOW + 3 * DAY,
			promised: 0,
			unanswered: 0,
			delivered: 0,
			ended: None,
			newest_record: MockTrail::newest(&Subject::Need(id)),
		};
		assert_eq!(need(id), expected);
		let event = Event::NeedPublished {
			need: id,
			institution: HOSPITAL,
			class: MASKS,
			quantity: 100,
			region: code("CN-WH"),
		};
		assert_eq!(last_event(), event);
	});
}

#[test]
fn a_need_is_listed_under_every_class_that_serves_it() {
	play(|| {
		let first = published(HOSPITAL_RECEIVES, accepting(&[RESPIRATORS]));
		let second = published(CLINIC_RECEIVES, masks(10));
		let mut listed: Vec<_> = OpenNeeds::<Test>::iter_keys().collect();
		listed.sort();
		let expected = [
			(MASKS, code("CN-HB"), second),
			(MASKS, code("CN-WH"), first),
			(RESPIRATORS, code("CN-WH"), first),
		];
		assert_eq!(listed, expected);
		assert_eq!(of_institution(HOSPITAL, MASKS), [first]);
		assert_eq!(of_institution(HOSPITAL, RESPIRATORS), [first]);
		assert_eq!(of_institution(CLINIC, MASKS), [second]);
		assert_eq!(NeedsOf::<Test>::iter().count(), 3);
		assert_eq!(NextNeedId::<Test>::get(), NeedId(2));
	});
}

#[test]
fn agents_who_receive_publish_and_nobody_else() {
	play(|| {
		for (origin, error) in [
			(by(HOSPITAL_SENDS), MockDirectory::NOT_AUTHORIZED),
			(by(NOBODY), MockDirectory::NOT_AGENT),
			(root(), DispatchError::BadOrigin),
			(RuntimeOrigin::none(), DispatchError::BadOrigin),
		] {
			refused(origin, Call::publish_need { request: masks(1) }, error);
		}
		for end in [|id| MockDirectory::set_active(id, false), MockDirectory::wind_up] {
			end(HOSPITAL);
			let call = Call::publish_need { request: masks(1) };
			refused(by(HOSPITAL_RECEIVES), call, MockDirectory::SUSPENDED);
		}
	});
}

#[test]
fn the_chains_own_figures_stand_beside_what_is_claimed() {
	play(|| {
		let first = lot(HOSPITAL, MASKS, 70, None);
		lot(HOSPITAL, MASKS, 30, Some(NOW + DAY));
		lot(HOSPITAL, RESPIRATORS, 1_000, None);
		lot(CLINIC, MASKS, 1_000, None);
		set_use(HOSPITAL, MASKS, 2_500, 40);
		set_use(CLINIC, MASKS, 9_999, 99);
		let claim = Claim { on_hand: 0, daily_use: Quantity::MAX };
		let id = published(HOSPITAL_RECEIVES, Request { claim: Some(claim), ..masks(75) });
		let evidence = Evidence { on_hand: 100, daily_use: 2_500, days: 40 };
		assert_eq!(need(id).evidence, evidence);
		assert_eq!(need(id).request.claim, Some(claim));
		// It tells what was known then.
		spend(first, HOSPITAL, 50);
		set_use(HOSPITAL, MASKS, 0, 41);
		assert_eq!(need(id).evidence, evidence);
	});
}

#[test]
fn goods_that_are_offered_or_promised_are_not_on_hand() {
	play(|| {
		let goods = lot(HOSPITAL, MASKS, 100, None);
		offered(HOSPITAL_SENDS, supply(goods, 25));
		let of_clinic = published(CLINIC_RECEIVES, masks(10));
		proposed(HOSPITAL, of_clinic, &[(goods, 10)]);
		let id = published(HOSPITAL_RECEIVES, masks(1));
		assert_eq!(need(id).evidence, Evidence { on_hand: 65, daily_use: 0, days: 0 });
	});
}

#[test]
fn a_claim_does_not_raise_the_cap() {
	play(|| {
		set_use(HOSPITAL, MASKS, 1_000, 30);
		let claim = Some(Claim { on_hand: 0, daily_use: 1_000_000 });
		let request = |quantity| Request { claim, ..masks(quantity) };
		refuse(HOSPITAL_RECEIVES, request(31), Error::AboveCap);
		published(HOSPITAL_RECEIVES, request(30));
	});
}

#[test]
fn the_cap_is_thirty_days_of_use_rounded_up_to_whole_units() {
	play(|| {
		for (daily_use, cap) in [
			(1_000, 30),
			// 30.03
			(1_001, 31),
			// 30.99
			(1_033, 31),
			// 0.03
			(1, 1),
			// 1.02
			(34, 2),
			(900_000, 27_000),
		] {
			set_use(HOSPITAL, MASKS, daily_use, 30);
			assert_eq!(may(masks(cap)), Ok(()), "{daily_use}");
			assert_eq!(may(masks(cap + 1)), Err(Error::<Test>::AboveCap.into()), "{daily_use}");
		}
	});
}

#[test]
fn a_history_begins_with_its_seventh_day() {
	play(|| {
		for (days, cap) in [(0, DEFAULT_BOUND), (6, DEFAULT_BOUND), (7, 30), (8, 30)] {
			set_use(HOSPITAL, MASKS, 1_000, days);
			assert_eq!(may(masks(cap)), Ok(()), "{days}");
			assert_eq!(may(masks(cap + 1)), Err(Error::<Test>::AboveCap.into()), "{days}");
		}
	});
}

#[test]
fn a_history_of_no_use_counts_as_none() {
	play(|| {
		for days in [7, 400] {
			set_use(HOSPITAL, MASKS, 0, days);
			assert_eq!(may(masks(DEFAULT_BOUND)), Ok(()), "{days}");
			let more = may(masks(DEFAULT_BOUND + 1));
			assert_eq!(more, Err(Error::<Test>::AboveCap.into()), "{days}");
		}
		assert_ok!(NeedsPallet::set_need_bound(root(), MASKS, Some(5)));
		refuse(HOSPITAL_RECEIVES, masks(6), Error::AboveCap);
		// The least use is one.
		set_use(HOSPITAL, MASKS, 1, 7);
		refuse(HOSPITAL_RECEIVES, masks(2), Error::AboveCap);
		published(HOSPITAL_RECEIVES, masks(1));
	});
}

#[test]
fn the_greatest_use_does_not_overflow() {
	play(|| {
		set_use(HOSPITAL, MASKS, u128::MAX, u32::MAX);
		for _ in 0..MAX_OPEN_NEEDS {
			published(HOSPITAL_RECEIVES, masks(Quantity::MAX));
		}
	});
}

#[test]
fn the_cap_is_over_all_open_needs_and_each_class_and_institution_has_its_own() {
	play(|| {
		published(HOSPITAL_RECEIVES, masks(400));
		refuse(HOSPITAL_RECEIVES, masks(601), Error::AboveCap);
		published(HOSPITAL_RECEIVES, masks(600));
		refuse(HOSPITAL_RECEIVES, masks(1), Error::AboveCap);
		published(HOSPITAL_RECEIVES, Request { class: RESPIRATORS, ..masks(1_000) });
		published(CLINIC_RECEIVES, masks(1_000));
	});
}

#[test]
fn a_need_counts_against_the_cap_of_every_class_that_serves_it() {
	play(|| {
		let wide =
			published(HOSPITAL_RECEIVES, Request { quantity: 600, ..accepting(&[RESPIRATORS]) });
		let respirators = |quantity| Request { class: RESPIRATORS, ..masks(quantity) };
		refuse(HOSPITAL_RECEIVES, respirators(401), Error::AboveCap);
		refuse(HOSPITAL_RECEIVES, masks(401), Error::AboveCap);
		published(HOSPITAL_RECEIVES, respirators(400));
		refuse(HOSPITAL_RECEIVES, respirators(1), Error::AboveCap);
		// What is asked for of respirators alone is no need for masks.
		published(HOSPITAL_RECEIVES, masks(400));
		refuse(HOSPITAL_RECEIVES, masks(1), Error::AboveCap);
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), wide));
		refuse(HOSPITAL_RECEIVES, respirators(601), Error::AboveCap);
		published(HOSPITAL_RECEIVES, respirators(600));
		published(HOSPITAL_RECEIVES, masks(600));
	});
}

#[test]
fn a_closed_need_counts_against_the_cap_by_what_is_still_promised_to_it() {
	play(|| {
		let goods = lot(DONOR, MASKS, 1_000, None);
		let request = Request { quantity: 1_000, ..accepting(&[RESPIRATORS]) };
		let id = published(HOSPITAL_RECEIVES, request);
		let first = proposed(DONOR, id, &[(goods, 300)]);
		let second = proposed(DONOR, id, &[(goods, 50)]);
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
		let kinds: [fn(Quantity) -> Request; 2] =
			[masks, |quantity| Request { class: RESPIRATORS, ..masks(quantity) }];
		let most = |quantity: Quantity| {
			assert_eq!(need(id).asked(), Total::from(DEFAULT_BOUND - quantity));
			for of in kinds {
				assert_eq!(may(of(quantity)), Ok(()));
				assert_eq!(may(of(quantity + 1)), Err(Error::<Test>::AboveCap.into()));
			}
		};
		most(650);
		became(first, 100, Fate::Outstanding, Fate::Delivered);
		most(750);
		became(first, 200, Fate::Outstanding, Fate::Disputed);
		most(950);
		for class in [MASKS, RESPIRATORS] {
			assert_eq!(of_institution(HOSPITAL, class), [id]);
		}
		never_left(second);
		most(1_000);
		assert_eq!(NeedsOf::<Test>::iter().count(), 0);
	});
}

#[test]
fn what_arrived_may_be_asked_for_again_and_what_is_promised_may_not() {
	play(|| {
		let goods = lot(DONOR, MASKS, 500, None);
		let id = published(HOSPITAL_RECEIVES, masks(1_000));
		let transfer = proposed(DONOR, id, &[(goods, 300)]);
		refuse(HOSPITAL_RECEIVES, masks(1), Error::AboveCap);
		became(transfer, 100, Fate::Outstanding, Fate::Delivered);
		refuse(HOSPITAL_RECEIVES, masks(101), Error::AboveCap);
		published(HOSPITAL_RECEIVES, masks(100));
		became(transfer, 200, Fate::Outstanding, Fate::Undelivered);
		refuse(HOSPITAL_RECEIVES, masks(1), Error::AboveCap);
	});
}

#[test]
fn what_is_closed_may_be_asked_for_again() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(1_000));
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
		published(HOSPITAL_RECEIVES, masks(1_000));
	});
}

#[test]
fn four_needs_for_a_class_are_open_at_a_time() {
	play(|| {
		let ids: Vec<_> = (0..4).map(|_| published(HOSPITAL_RECEIVES, masks(1))).collect();
		assert_eq!(of_institution(HOSPITAL, MASKS), ids);
		refuse(HOSPITAL_RECEIVES, masks(1), Error::TooManyNeeds);
		published(HOSPITAL_RECEIVES, Request { class: RESPIRATORS, ..masks(1) });
		published(CLINIC_RECEIVES, masks(1));
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), ids[1]));
		let last = published(HOSPITAL_RECEIVES, masks(1));
		assert_eq!(of_institution(HOSPITAL, MASKS), [ids[0], ids[2], ids[3], last]);
		refuse(HOSPITAL_RECEIVES, masks(1), Error::TooManyNeeds);
	});
}

#[test]
fn as_many_needs_as_may_be_are_served_by_a_class_as_their_own_or_as_a_substitute() {
	play(|| {
		let respirators = || Request { class: RESPIRATORS, ..masks(1) };
		let wide = [(); 3].map(|()| published(HOSPITAL_RECEIVES, accepting(&[RESPIRATORS])));
		let own = published(HOSPITAL_RECEIVES, respirators());
		assert_eq!(of_institution(HOSPITAL, MASKS), wide);
		assert_eq!(of_institution(HOSPITAL, RESPIRATORS), [&wide[..], &[own]].concat());
		refuse(HOSPITAL_RECEIVES, respirators(), Error::TooManyNeeds);
		refuse(HOSPITAL_RECEIVES, accepting(&[RESPIRATORS]), Error::TooManyNeeds);
		let masks_alone = published(HOSPITAL_RECEIVES, masks(1));
		refuse(HOSPITAL_RECEIVES, masks(1), Error::TooManyNeeds);
		// Whichever of the two classes is the need's own.
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), own));
		let substitutes = vec![MASKS].try_into().expect("one");
		let other = Request { substitutes, ..respirators() };
		refuse(HOSPITAL_RECEIVES, other.clone(), Error::TooManyNeeds);
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), masks_alone));
		let other = published(HOSPITAL_RECEIVES, other);
		for class in [MASKS, RESPIRATORS] {
			assert_eq!(of_institution(HOSPITAL, class), [&wide[..], &[other]].concat());
		}
		published(CLINIC_RECEIVES, accepting(&[RESPIRATORS]));
	});
}

#[test]
fn a_closed_need_is_one_of_four_for_as_long_as_something_is_promised_to_it() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let wide = || accepting(&[RESPIRATORS]);
		let needs = [(); 4].map(|()| published(HOSPITAL_RECEIVES, wide()));
		let promised = needs.map(|id| proposed(DONOR, id, &[(goods, 3)]));
		for id in needs {
			assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
		}
		let respirators = || Request { class: RESPIRATORS, ..masks(1) };
		let full = || {
			refuse(HOSPITAL_RECEIVES, masks(1), Error::TooManyNeeds);
			refuse(HOSPITAL_RECEIVES, respirators(), Error::TooManyNeeds);
		};
		full();
		became(promised[1], 2, Fate::Outstanding, Fate::Delivered);
		full();
		became(promised[1], 1, Fate::Outstanding, Fate::Undelivered);
		assert_eq!(of_institution(HOSPITAL, MASKS), [needs[0], needs[2], needs[3]]);
		published(HOSPITAL_RECEIVES, wide());
		full();
		// What never leaves makes room as well.
		never_left(promised[3]);
		published(HOSPITAL_RECEIVES, wide());
		full();
	});
}

#[test]
fn the_class_and_its_substitutes_are_there_once_each_and_count_alike() {
	play(|| {
		let unknown = Request { class: NOTHING, ..masks(1) };
		refuse(HOSPITAL_RECEIVES, unknown, Error::ClassNotFound);
		refuse(HOSPITAL_RECEIVES, accepting(&[NOTHING]), Error::ClassNotFound);
		refuse(HOSPITAL_RECEIVES, accepting(&[RESPIRATORS, NOTHING]), Error::ClassNotFound);
		refuse(HOSPITAL_RECEIVES, accepting(&[MASKS]), Error::ClassNamedTwice);
		let twice = accepting(&[RESPIRATORS, RESPIRATORS]);
		refuse(HOSPITAL_RECEIVES, twice, Error::ClassNamedTwice);
		refuse(HOSPITAL_RECEIVES, accepting(&[OXYGEN]), Error::UnitsDiffer);
		refuse(HOSPITAL_RECEIVES, accepting(&[RESPIRATORS, OXYGEN]), Error::UnitsDiffer);
		published(HOSPITAL_RECEIVES, accepting(&[RESPIRATORS]));
		published(HOSPITAL_RECEIVES, Request { class: OXYGEN, ..masks(1) });
	});
}

#[test]
fn something_is_needed() {
	play(|| {
		refuse(HOSPITAL_RECEIVES, masks(0), Error::ZeroQuantity);
		published(HOSPITAL_RECEIVES, masks(1));
	});
}

#[test]
fn a_need_ends_after_now_and_within_ninety_days() {
	play(|| {
		for until in [0, NOW - 1, NOW] {
			refuse(HOSPITAL_RECEIVES, within(None, until), Error::EndPassed);
		}
		for until in [NOW + 90 * DAY + 1, Moment::MAX] {
			refuse(HOSPITAL_RECEIVES, within(None, until), Error::TooLong);
		}
		for until in [NOW + 1, NOW + 90 * DAY] {
			let id = published(HOSPITAL_RECEIVES, within(None, until));
			assert_eq!(need(id).until, until);
		}
	});
}

#[test]
fn a_window_ends_when_it_begins_at_the_earliest() {
	play(|| {
		let end = NOW + 2 * DAY;
		for from in [end + 1, Moment::MAX] {
			refuse(HOSPITAL_RECEIVES, within(Some(from), end), Error::WindowReversed);
		}
		for from in [end, NOW, NOW - DAY, 0] {
			let id = published(HOSPITAL_RECEIVES, within(Some(from), end));
			assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
		}
	});
}

#[test]
fn the_site_is_the_publishers_own() {
	play(|| {
		MockDirectory::change(CLINIC, |clinic| clinic.sites = 9);
		let at = |site| Request { site: Some(SiteNumber(site)), ..masks(1) };
		for site in [2, u16::MAX] {
			refuse(HOSPITAL_RECEIVES, at(site), Error::SiteNotFound);
		}
		for site in [0, 1] {
			published(HOSPITAL_RECEIVES, at(site));
		}
		published(CLINIC_RECEIVES, at(8));
	});
}

#[test]
fn no_identifier_is_used_twice() {
	play(|| {
		NextNeedId::<Test>::put(NeedId(u64::MAX - 1));
		let id = published(HOSPITAL_RECEIVES, masks(1));
		assert_eq!(id, NeedId(u64::MAX - 1));
		refuse(HOSPITAL_RECEIVES, masks(1), Error::IdsExhausted);
	});
}
