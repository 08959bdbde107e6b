//! What `do_try_state` is there to find of needs is found.

use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{NeedId, Quantity};

/// Spoils a sound state, and asks whether the check tells; then restores it.
fn is_found(number: &str, spoil: impl FnOnce()) {
	let told = frame_support::storage::with_transaction(|| {
		spoil();
		let told = NeedsPallet::do_try_state();
		sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(told))
	});
	match told.expect("a rollback") {
		Err(sp_runtime::DispatchError::Other(message)) => {
			let start = format!("needs: invariant {number}: ");
			assert!(message.starts_with(&start), "{number} expected, told {message:?}")
		}
		other => panic!("{number} expected, told {other:?}"),
	}
}

fn spoil(id: NeedId, spoil: impl FnOnce(&mut Need)) {
	Needs::<Test>::mutate(id, |need| spoil(need.as_mut().expect("a need")));
}

/// A need that two classes serve, another one, and one that is closed.
fn needs() -> (NeedId, NeedId, NeedId) {
	let substitutes = vec![RESPIRATORS].try_into().expect("one");
	let open = published(HOSPITAL_RECEIVES, Request { substitutes, ..masks(100) });
	let other = published(HOSPITAL_RECEIVES, masks(100));
	let closed = published(CLINIC_RECEIVES, masks(100));
	assert_ok!(NeedsPallet::close_need(by(CLINIC_RECEIVES), closed));
	assert_ok!(NeedsPallet::do_try_state());
	(open, other, closed)
}

#[test]
fn a_need_whose_identifier_was_not_handed_out_is_found() {
	play(|| {
		let (_, _, closed) = needs();
		is_found("1", || NextNeedId::<Test>::put(closed));
		is_found("1", NextNeedId::<Test>::kill);
	});
}

#[test]
fn a_need_without_a_record_is_found() {
	play(|| {
		let (open, _, closed) = needs();
		is_found("1", || spoil(open, |need| need.newest_record = None));
		is_found("1", || spoil(closed, |need| need.newest_record = None));
	});
}

#[test]
fn an_open_need_that_lacks_nothing_is_found() {
	play(|| {
		let (open, _, closed) = needs();
		is_found("2", || spoil(open, |need| need.delivered = 100));
		is_found("2", || spoil(open, |need| need.delivered = u128::MAX));
		is_found("2", || spoil(open, |need| need.request.quantity = 0));
		// What ended, or is promised alone, lacks nothing.
		spoil(closed, |need| need.delivered = 100);
		spoil(open, |need| need.promised = Quantity::MAX.into());
		assert_ok!(NeedsPallet::do_try_state());
	});
}

#[test]
fn an_open_need_that_is_not_listed_and_one_that_is_listed_wrongly_are_found() {
	play(|| {
		let (open, _, closed) = needs();
		let wuhan = code("CN-WH");
		is_found("3", || OpenNeeds::<Test>::remove((MASKS, wuhan.clone(), open)));
		is_found("3", || OpenNeeds::<Test>::remove((RESPIRATORS, wuhan.clone(), open)));
		is_found("3", || OpenNeeds::<Test>::insert((OXYGEN, wuhan.clone(), open), ()));
		is_found("3", || OpenNeeds::<Test>::insert((MASKS, code("CN-HB"), open), ()));
		is_found("3", || OpenNeeds::<Test>::insert((MASKS, code("CN-HB"), closed), ()));
		is_found("3", || OpenNeeds::<Test>::insert((MASKS, wuhan.clone(), NeedId(9)), ()));
		is_found("3", || spoil(open, |need| need.region = code("CN")));
		is_found("3", || spoil(open, |need| need.request.substitutes = Default::default()));
		is_found("3", || Needs::<Test>::remove(open));
		is_found("3", || spoil(open, |need| need.ended = Some((Ending::Closed, NOW))));
		is_found("3", || spoil(closed, |need| need.ended = None));
	});
}

#[test]
fn a_list_of_an_institutions_needs_that_is_not_of_them_is_found() {
	play(|| {
		let (open, other, closed) = needs();
		let set = |institution, class, ids: &[NeedId]| {
			let ids: frame_support::BoundedVec<_, _> = ids.to_vec().try_into().expect("four");
			NeedsOf::<Test>::insert(institution, class, ids);
		};
		is_found("4", || NeedsOf::<Test>::remove(HOSPITAL, MASKS));
		is_found("4", || set(HOSPITAL, MASKS, &[open]));
		is_found("4", || set(HOSPITAL, MASKS, &[open, other, closed]));
		is_found("4", || set(HOSPITAL, MASKS, &[open, other, other]));
		is_found("4", || set(HOSPITAL, MASKS, &[open, NeedId(9)]));
		is_found("4", || set(HOSPITAL, MASKS, &[]));
		is_found("4", || NeedsOf::<Test>::remove(HOSPITAL, RESPIRATORS));
		is_found("4", || set(HOSPITAL, RESPIRATORS, &[other]));
		is_found("4", || set(HOSPITAL, RESPIRATORS, &[open, other]));
		is_found("4", || set(HOSPITAL, OXYGEN, &[open]));
		is_found("4", || set(CLINIC, MASKS, &[]));
		is_found("4", || set(CLINIC, MASKS, &[closed]));
		is_found("4", || spoil(open, |need| need.institution = CLINIC));
		// A need to which something is promised is listed, although it is closed.
		is_found("4", || spoil(closed, |need| need.promised = 1));
		spoil(closed, |need| need.promised = 1);
		set(CLINIC, MASKS, &[closed]);
		assert_ok!(NeedsPallet::do_try_state());
	});
}
