use crate::{mock::*, *};
use salus_primitives::{time::DAY, Fate, InstitutionId, Quantity, SiteNumber};

fn findings(request: Request) -> Vec<Error<Test>> {
	NeedsPallet::explain_need(HOSPITAL, request).findings
}

#[test]
fn the_cap_is_told_with_what_it_rests_on() {
	play(|| {
		lot(HOSPITAL, MASKS, 300, None);
		set_use(HOSPITAL, MASKS, 900_000, 20);
		published(HOSPITAL_RECEIVES, masks(7_000));
		let told = NeedsPallet::explain_need(HOSPITAL, masks(20_001));
		let expected = NeedExplanation {
			evidence: Evidence { on_hand: 300, daily_use: 900_000, days: 20 },
			cap: 27_000,
			asked: 7_000,
			findings: vec![Error::AboveCap],
		};
		assert_eq!(told, expected);
		assert_eq!(findings(masks(20_000)), []);
	});
}

#[test]
fn without_a_history_the_cap_is_the_bound() {
	play(|| {
		set_use(HOSPITAL, MASKS, 900_000, 6);
		let told = NeedsPallet::explain_need(HOSPITAL, masks(Quantity::MAX));
		let evidence = Evidence { on_hand: 0, daily_use: 900_000, days: 6 };
		let findings = vec![Error::AboveCap];
		let cap = DEFAULT_BOUND.into();
		assert_eq!(told, NeedExplanation { evidence, cap, asked: 0, findings });
		frame_support::assert_ok!(NeedsPallet::set_need_bound(root(), MASKS, Some(5)));
		assert_eq!(NeedsPallet::explain_need(HOSPITAL, masks(1)).cap, 5);
		assert_eq!(NeedsPallet::explain_need(HOSPITAL, masks(5)).findings, []);
	});
}

#[test]
fn what_arrived_is_not_asked_for_any_more() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let id = published(HOSPITAL_RECEIVES, masks(300));
		published(HOSPITAL_RECEIVES, masks(50));
		let transfer = proposed(DONOR, id, &[(goods, 100)]);
		let asked = || NeedsPallet::explain_need(HOSPITAL, masks(1)).asked;
		assert_eq!(asked(), 350);
		became(transfer, 60, Fate::Outstanding, Fate::Delivered);
		assert_eq!(asked(), 290);
	});
}

#[test]
fn every_reason_is_told_and_publishing_fails_with_the_first() {
	play(|| {
		for _ in 0..MAX_OPEN_NEEDS {
			published(HOSPITAL_RECEIVES, masks(1));
		}
		let many = Request {
			substitutes: vec![MASKS, OXYGEN, NOTHING].try_into().expect("three"),
			quantity: 0,
			window: Window { from: Some(NOW + 1), until: NOW },
			site: Some(SiteNumber(2)),
			..masks(0)
		};
		let expected = [
			Error::ClassNamedTwice,
			Error::UnitsDiffer,
			Error::ClassNotFound,
			Error::ZeroQuantity,
			Error::EndPassed,
			Error::WindowReversed,
			Error::SiteNotFound,
			Error::TooManyNeeds,
		];
		assert_eq!(findings(many.clone()), expected);
		let call = Call::publish_need { request: many };
		refused(by(HOSPITAL_RECEIVES), call, Error::<Test>::ClassNamedTwice);

		let long = Request {
			window: Window { from: None, until: NOW + 90 * DAY + 1 },
			class: RESPIRATORS,
			..masks(1_001)
		};
		assert_eq!(findings(long.clone()), [Error::TooLong, Error::AboveCap]);
		let call = Call::publish_need { request: long };
		refused(by(HOSPITAL_RECEIVES), call, Error::<Test>::TooLong);
	});
}

#[test]
fn substitutes_are_not_compared_with_a_class_that_is_not_there() {
	play(|| {
		let substitutes = vec![OXYGEN, MASKS].try_into().expect("two");
		let request = Request { class: NOTHING, substitutes, ..masks(1) };
		assert_eq!(findings(request), [Error::ClassNotFound]);
	});
}

#[test]
fn of_an_institution_that_is_not_there_nothing_is_known() {
	play(|| {
		let told = NeedsPallet::explain_need(InstitutionId(99), masks(1));
		assert_eq!((told.evidence, told.asked), (Evidence::default(), 0));
	});
}

#[test]
fn explaining_changes_nothing() {
	play(|| {
		frame_support::assert_storage_noop!(findings(masks(Quantity::MAX)));
	});
}
