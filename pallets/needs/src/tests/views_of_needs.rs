use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	mock::{MockDirectory, MockInstitution},
	time::DAY,
	ClassId, InstitutionId, InstitutionKind, LotId, NeedId, RegionCode, Role, LONGEST_ANSWER,
};

fn ids(page: &ListPage<NeedView, NeedPlace>) -> Vec<NeedId> {
	page.entries.iter().map(|view| view.id).collect()
}

fn sorted(mut ids: Vec<NeedId>) -> Vec<NeedId> {
	ids.sort();
	ids
}

/// Every need of a list that is read page by page, and how long the pages were.
fn all_pages(
	read: impl Fn(Option<NeedPlace>) -> ListPage<NeedView, NeedPlace>,
) -> (Vec<NeedId>, Vec<usize>) {
	let (mut all, mut lengths, mut after) = (Vec::new(), Vec::new(), None);
	loop {
		let page = read(after);
		all.extend(ids(&page));
		lengths.push(page.entries.len());
		after = page.next;
		if after.is_none() {
			return (all, lengths);
		}
	}
}

fn open(class: ClassId, region: Option<RegionCode>) -> Vec<NeedId> {
	let page = NeedsPallet::open_needs(class, region, None, LONGEST_ANSWER);
	assert_eq!(page.next, None);
	sorted(ids(&page))
}

/// So many needs for masks, four of each of some institutions in Wuhan.
fn many(count: usize) -> Vec<NeedId> {
	let mut needs = Vec::new();
	for number in 0.. {
		let institution = MockInstitution::new(InstitutionKind::Hospital, "CN-WH");
		MockDirectory::admit(InstitutionId(100 + number), institution);
		let agent = 1_000 + u64::from(number);
		MockDirectory::appoint(agent, InstitutionId(100 + number), &[Role::Receive]);
		for _ in 0..4 {
			if needs.len() == count {
				return needs;
			}
			needs.push(published(agent, masks(1)));
		}
	}
	unreachable!("there are as many institutions as it takes")
}

#[test]
fn a_need_is_told_with_what_is_open_of_it() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let id = published(HOSPITAL_RECEIVES, masks(100));
		proposed(DONOR, id, &[(goods, 30)]);
		let view = NeedsPallet::need(id).expect("a need");
		let expected = NeedView {
			id,
			need: need(id),
			open: 70,
			overdue: false,
			claims_without_history: false,
		};
		assert_eq!(view, expected);
		assert_eq!(NeedsPallet::need(NeedId(1)), None);
	});
}

#[test]
fn a_need_is_overdue_after_the_last_moment_of_its_time_until_it_ends() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(100));
		let overdue = || NeedsPallet::need(id).expect("a need").overdue;
		turn_to(NOW + 5 * DAY);
		assert!(!overdue());
		turn_to(NOW + 5 * DAY + 1);
		assert!(overdue());
		assert_ok!(ring(Alarm::Lapse { need: id }));
		assert!(!overdue());
		pass(2 * DAY);
		assert!(overdue());
		assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
		assert!(!overdue());
	});
}

#[test]
fn a_claim_is_flagged_where_the_chain_has_no_history() {
	play(|| {
		let claim = Claim { on_hand: 0, daily_use: 1_000 };
		for (days, claim, flagged) in [
			(0, Some(claim), true),
			// A history begins with its seventh day.
			(6, Some(claim), true),
			(7, Some(claim), false),
			(0, None, false),
			(7, None, false),
		] {
			set_use(HOSPITAL, MASKS, 1_000, days);
			let id = published(HOSPITAL_RECEIVES, Request { claim, ..masks(1) });
			// What is known later does not change what was known then.
			set_use(HOSPITAL, MASKS, 1_000, 7 - days);
			let view = NeedsPallet::need(id).expect("a need");
			assert_eq!(view.claims_without_history, flagged, "{days} {claim:?}");
			assert_ok!(NeedsPallet::close_need(by(HOSPITAL_RECEIVES), id));
		}
	});
}

#[test]
fn open_needs_are_listed_by_class_and_region() {
	play(|| {
		let substitutes = vec![RESPIRATORS].try_into().expect("one");
		let first = published(HOSPITAL_RECEIVES, Request { substitutes, ..masks(1) });
		let second = published(CLINIC_RECEIVES, masks(1));
		let third = published(DONOR_RECEIVES, Request { class: RESPIRATORS, ..masks(1) });
		let closed = published(CLINIC_RECEIVES, masks(1));
		assert_ok!(NeedsPallet::close_need(by(CLINIC_RECEIVES), closed));
		assert_eq!(open(MASKS, None), [first, second]);
		assert_eq!(open(RESPIRATORS, None), [first, third]);
		assert_eq!(open(OXYGEN, None), []);
		assert_eq!(open(MASKS, Some(code("CN-WH"))), [first]);
		assert_eq!(open(MASKS, Some(code("CN-HB"))), [second]);
		// A part of a region is a region of its own.
		assert_eq!(open(MASKS, Some(code("CN"))), []);
		assert_eq!(open(RESPIRATORS, Some(code("CN-SH"))), [third]);
		pass(6 * DAY);
		assert_ok!(ring(Alarm::Lapse { need: first }));
		assert_eq!(open(MASKS, Some(code("CN-WH"))), []);
		assert_eq!(open(MASKS, Some(code("CN-HB"))), [first, second]);
	});
}

#[test]
fn open_needs_are_told_as_each_of_them_is() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(1));
		pass(6 * DAY);
		let page = NeedsPallet::open_needs(MASKS, None, None, 10);
		assert_eq!(page.entries, [NeedsPallet::need(id).expect("a need")]);
		assert!(page.entries[0].overdue);
	});
}

#[test]
fn pages_of_open_needs_follow_each_other_with_and_without_a_region() {
	play(|| {
		let far = published(CLINIC_RECEIVES, masks(1));
		let near = many(10);
		let other = published(HOSPITAL_RECEIVES, Request { class: RESPIRATORS, ..masks(1) });
		let wuhan = Some(code("CN-WH"));
		for limit in [0, 1, 3, 9, 10, 11, 12, u32::MAX] {
			let (all, lengths) =
				all_pages(|after| NeedsPallet::open_needs(MASKS, None, after, limit));
			assert_eq!(all.len(), 11, "none is told twice");
			let expected = [&[far][..], &near].concat();
			assert_eq!(sorted(all), sorted(expected), "{limit}");
			assert!(lengths.iter().all(|length| *length <= limit.max(1) as usize));
			let (all, lengths) =
				all_pages(|after| NeedsPallet::open_needs(MASKS, wuhan.clone(), after, limit));
			assert_eq!(all.len(), 10);
			assert_eq!(sorted(all), near, "{limit}");
			assert!(lengths.iter().all(|length| *length <= limit.max(1) as usize));
		}
		assert_eq!(open(RESPIRATORS, None), [other]);
	});
}

#[test]
fn a_full_page_says_where_the_next_one_begins_and_the_last_one_does_not() {
	play(|| {
		many(10);
		let wuhan = Some(code("CN-WH"));
		let first = NeedsPallet::open_needs(MASKS, wuhan.clone(), None, 4);
		assert_eq!(first.entries.len(), 4);
		let last = first.entries[3].id;
		assert_eq!(first.next, Some((code("CN-WH"), last)));
		let rest = NeedsPallet::open_needs(MASKS, wuhan, first.next, 7);
		assert_eq!((rest.entries.len(), rest.next), (6, None));
	});
}

#[test]
fn a_page_begins_behind_a_need_that_has_ended_since() {
	play(|| {
		many(8);
		for region in [None, Some(code("CN-WH"))] {
			let first = NeedsPallet::open_needs(MASKS, region.clone(), None, 3);
			let (_, last) = first.next.clone().expect("more follow");
			let institution = need(last).institution;
			let agent = 1_000 + u64::from(institution.0) - 100;
			let before = open(MASKS, region.clone()).len();
			assert_ok!(NeedsPallet::close_need(by(agent), last));
			let rest = NeedsPallet::open_needs(MASKS, region, first.next.clone(), 100);
			assert_eq!(rest.entries.len(), before - 3);
			assert!(ids(&rest).iter().all(|id| !ids(&first).contains(id)));
		}
	});
}

#[test]
fn no_page_is_longer_than_the_longest_answer() {
	play(|| {
		let longest = LONGEST_ANSWER as usize;
		let needs = many(longest + 4);
		for region in [None, Some(code("CN-WH"))] {
			let (all, lengths) =
				all_pages(|after| NeedsPallet::open_needs(MASKS, region.clone(), after, u32::MAX));
			assert_eq!(lengths, [longest, 4]);
			assert_eq!(sorted(all), needs);
		}
	});
}

fn could_fill(institution: InstitutionId, goods: LotId) -> Vec<NeedId> {
	let page = NeedsPallet::needs_for(institution, goods, None, LONGEST_ANSWER);
	assert_eq!(page.next, None);
	sorted(ids(&page))
}

#[test]
fn needs_are_told_that_a_lot_could_fill() {
	play(|| {
		let masks_of_donor = lot(DONOR, MASKS, 100, None);
		let respirators = lot(DONOR, RESPIRATORS, 100, None);
		let oxygen = lot(DONOR, OXYGEN, 100, None);
		let substitutes = vec![RESPIRATORS].try_into().expect("one");
		let either = published(HOSPITAL_RECEIVES, Request { substitutes, ..masks(10) });
		let strict = published(CLINIC_RECEIVES, masks(10));
		assert_eq!(could_fill(DONOR, masks_of_donor), [either, strict]);
		assert_eq!(could_fill(DONOR, respirators), [either]);
		assert_eq!(could_fill(DONOR, oxygen), []);
		assert_eq!(could_fill(DONOR, LotId(99)), []);
	});
}

#[test]
fn needs_of_ones_own_and_those_that_are_covered_or_overdue_are_not_to_be_filled() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let of_donor = published(DONOR_RECEIVES, masks(10));
		let covered = published(HOSPITAL_RECEIVES, masks(10));
		let open = published(HOSPITAL_RECEIVES, masks(10));
		proposed(DONOR, covered, &[(goods, 10)]);
		proposed(DONOR, open, &[(goods, 9)]);
		assert_eq!(could_fill(DONOR, goods), [open]);
		assert_eq!(could_fill(HOSPITAL, goods), [of_donor]);
		turn_to(NOW + 5 * DAY);
		assert_eq!(could_fill(DONOR, goods), [open]);
		turn_to(NOW + 5 * DAY + 1);
		assert_eq!(could_fill(DONOR, goods), []);
		assert_ok!(ring(Alarm::Lapse { need: open }));
		assert_eq!(could_fill(DONOR, goods), [open]);
	});
}

#[test]
fn a_need_is_told_if_the_goods_last_for_as_long_as_it_asks_from_now_on() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, Request { shelf_life: 30, ..masks(10) });
		let last = NOW + 30 * DAY;
		assert_eq!(could_fill(DONOR, lot(DONOR, MASKS, 1, Some(last))), []);
		let lasting = lot(DONOR, MASKS, 1, Some(last + 1));
		assert_eq!(could_fill(DONOR, lasting), [id]);
		assert_eq!(could_fill(DONOR, lot(DONOR, MASKS, 1, None)), [id]);
		pass(1);
		assert_eq!(could_fill(DONOR, lasting), []);
	});
}

#[test]
fn pages_of_what_a_lot_could_fill_follow_each_other_whatever_is_left_out() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let needs = many(10);
		for id in [needs[2], needs[3], needs[9]] {
			proposed(DONOR, id, &[(goods, 1)]);
		}
		let expected = sorted([&needs[..2], &needs[4..9]].concat());
		for limit in [0, 1, 2, 10, 100] {
			let read = |after| NeedsPallet::needs_for(DONOR, goods, after, limit);
			let (all, _) = all_pages(read);
			assert_eq!(sorted(all), expected, "{limit}");
		}
	});
}
