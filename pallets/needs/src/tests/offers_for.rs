use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	mock::MockDirectory, time::DAY, Capability, ClassId, InstitutionKind, NeedId, OfferId, Priority,
};

/// The offers that are told for a need, on one page.
fn told(need: NeedId) -> Vec<OfferId> {
	let page = NeedsPallet::offers_for(need, None, 100);
	assert_eq!(page.next, None);
	page.entries
		.into_iter()
		.map(|(id, told)| {
			assert_eq!(told, offer(id));
			id
		})
		.collect()
}

#[test]
fn offers_that_can_be_taken_are_told() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let own = lot(HOSPITAL, MASKS, 100, None);
		let oxygen = lot(DONOR, OXYGEN, 100, None);
		let fits = offered(DONOR_SENDS, supply(goods, 10));
		let hospital = offered(HOSPITAL_SENDS, supply(own, 10));
		offered(DONOR_SENDS, supply(oxygen, 10));
		assert_eq!(told(published(HOSPITAL_RECEIVES, masks(10))), [fits]);
		assert_eq!(told(published(CLINIC_RECEIVES, masks(10))), [fits, hospital]);
		assert_eq!(told(NeedId(9)), []);
	});
}

#[test]
fn offers_out_of_scope_are_not_told() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let of = |scope| offered(DONOR_SENDS, Supply { scope, ..supply(goods, 10) });
		of(Scope { priority: Priority::Asap, ..anybody() });
		let kinds = vec![InstitutionKind::Donor].try_into().expect("few");
		of(Scope { kinds, ..anybody() });
		let regions = vec![code("CN-SH")].try_into().expect("few");
		of(Scope { regions, ..anybody() });
		let capabilities = vec![Capability::ColdChain].try_into().expect("few");
		of(Scope { capabilities, ..anybody() });
		let need = published(HOSPITAL_RECEIVES, masks(10));
		assert_eq!(told(need), []);
		let regions = vec![code("CN-HB")].try_into().expect("few");
		let fits = of(Scope { priority: Priority::Urgent, regions, ..anybody() });
		assert_eq!(told(need), [fits]);
	});
}

#[test]
fn offers_that_are_over_or_below_the_floor_are_not_told() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let short = offered(DONOR_SENDS, Supply { until: NOW + DAY, ..supply(goods, 10) });
		let kept = offered(DONOR_SENDS, Supply { keeps: 70, ..supply(goods, 10) });
		let withdrawn = offered(DONOR_SENDS, supply(goods, 10));
		let need = published(HOSPITAL_RECEIVES, masks(10));
		assert_eq!(told(need), [short, kept, withdrawn]);
		assert_ok!(NeedsPallet::withdraw_offer(by(DONOR_SENDS), withdrawn));
		spend(goods, DONOR, 10);
		turn_to(NOW + DAY);
		assert_eq!(told(need), [short, kept]);
		turn_to(NOW + DAY + 1);
		assert_eq!(told(need), [kept]);
		spend(goods, DONOR, 1);
		assert_eq!(told(need), []);
	});
}

#[test]
fn offers_of_a_giver_that_may_not_act_are_not_told() {
	play(|| {
		let offer = offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 100, None), 10));
		let need = published(HOSPITAL_RECEIVES, masks(10));
		MockDirectory::set_active(DONOR, false);
		assert_eq!(told(need), []);
		MockDirectory::set_active(DONOR, true);
		assert_eq!(told(need), [offer]);
	});
}

#[test]
fn nothing_is_told_for_a_need_that_is_covered_or_over() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let some = offered(DONOR_SENDS, Supply { least: 10, ..supply(goods, 30) });
		let need = published(HOSPITAL_RECEIVES, masks(25));
		assert_eq!(told(need), [some]);
		assert_ok!(take(HOSPITAL_RECEIVES, some, need, 15));
		// Ten are open, and ten can be taken.
		assert_eq!(told(need), [some]);
		let small = published(CLINIC_RECEIVES, masks(9));
		assert_eq!(told(small), []);
		// Four hours before its end, and a moment later: nobody could be asked to dispatch any more.
		turn_to(NOW + 5 * DAY - DAY / 6);
		assert_eq!(told(need), [some]);
		for time in [5 * DAY - DAY / 6 + 1, 5 * DAY, 5 * DAY + 1] {
			turn_to(NOW + time);
			assert_eq!(told(need), []);
		}
		turn_to(NOW);
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), need));
		assert_eq!(told(need), []);
	});
}

#[test]
fn offers_that_come_too_early_or_do_not_last_are_not_told() {
	play(|| {
		// They are there in five days.
		let window = |from| Window { from: Some(from), until: NOW + 20 * DAY };
		let request = |from| Request { window: window(from), shelf_life: 10, ..masks(10) };
		let need = published(HOSPITAL_RECEIVES, request(NOW + 5 * DAY));
		let later = published(HOSPITAL_RECEIVES, request(NOW + 5 * DAY + 1));
		for (expiry, lasts) in [(NOW + 15 * DAY, false), (NOW + 15 * DAY + 1, true)] {
			let goods = lot(DONOR, MASKS, 10, Some(expiry));
			let id = offered(DONOR_SENDS, supply(goods, 10));
			assert_eq!(told(need).contains(&id), lasts);
		}
		assert_eq!(told(later), []);
	});
}

#[test]
fn what_is_told_can_be_taken_and_what_is_not_told_cannot() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, Some(NOW + 15 * DAY));
		for keeps in [0, 60] {
			offered(DONOR_SENDS, Supply { keeps, least: 5, ..supply(goods, 20) });
		}
		spend(goods, DONOR, 1);
		let needs = [
			published(HOSPITAL_RECEIVES, masks(4)),
			published(HOSPITAL_RECEIVES, masks(5)),
			published(HOSPITAL_RECEIVES, Request { shelf_life: 10, ..masks(5) }),
			published(HOSPITAL_RECEIVES, Request { shelf_life: 9, ..masks(5) }),
		];
		for need in needs {
			for id in [0, 1].map(OfferId) {
				let could = told(need).contains(&id);
				let taken = frame_support::storage::with_transaction(|| {
					let taken = take(HOSPITAL_RECEIVES, id, need, 5);
					sp_runtime::TransactionOutcome::Rollback(taken)
				});
				assert_eq!(taken.is_ok(), could, "{need:?} {id:?} {taken:?}");
			}
		}
	});
}

#[test]
fn offers_are_told_page_by_page_the_own_class_first() {
	play(|| {
		let masks_of_donor = lot(DONOR, MASKS, 100, None);
		let respirators = lot(DONOR, RESPIRATORS, 100, None);
		let of = |goods| offered(DONOR_SENDS, supply(goods, 10));
		let [a, b, c] = [masks_of_donor, respirators, masks_of_donor].map(of);
		let substitutes = vec![MASKS].try_into().expect("few classes");
		let request = Request { class: RESPIRATORS, substitutes, ..masks(100) };
		let need = published(HOSPITAL_RECEIVES, request);
		let mut after: Option<(ClassId, OfferId)> = None;
		let mut seen = Vec::new();
		loop {
			let page = NeedsPallet::offers_for(need, after, 1);
			seen.extend(page.entries.iter().map(|(id, _)| *id));
			assert!(page.entries.len() <= 1);
			after = page.next;
			if after.is_none() {
				break;
			}
		}
		assert_eq!(seen, [b, a, c]);
		assert_eq!(told(need), [b, a, c]);
		// A page of none is one of one.
		let page = NeedsPallet::offers_for(need, None, 0);
		assert_eq!((page.entries.len(), page.next), (1, Some((RESPIRATORS, b))));
		// Behind a place of another class is nothing.
		let page = NeedsPallet::offers_for(need, Some((OXYGEN, a)), 9);
		assert_eq!((page.entries, page.next), (vec![], None));
	});
}
