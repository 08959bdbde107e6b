use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{Dealing, Dealings, InstitutionId, TransferId};

/// Who sent to whom, and whether that has ended.
fn told(id: TransferId) -> Option<(InstitutionId, InstitutionId, bool)> {
	let dealing = <Circulation as Dealings>::dealing(id);
	dealing.map(|Dealing { sender, receiver, ended }| (sender, receiver, ended))
}

fn ended(id: TransferId) -> bool {
	told(id).expect("it is stored").2
}

#[test]
fn a_dealing_ends_when_all_of_its_goods_are_accounted_for() {
	play(|| {
		let id = proposed(&[leg(MASKS, 10)]);
		assert_eq!(told(id), Some((DONOR, HOSPITAL, false)));
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
		assert!(!ended(id));
		assert_ok!(dispatch(DONOR_SENDS, id));
		assert!(!ended(id));
		assert_ok!(receive(HOSPITAL_RECEIVES, id, &[found(9, 1, 0)]));
		assert!(!ended(id), "one is in dispute");
		let returned = Outcome::Rejected(RejectedGoods::Returned);
		assert_ok!(resolve(by(DONOR_SENDS), id, returned, 1));
		assert_eq!(told(id), Some((DONOR, HOSPITAL, true)));
	});
}

#[test]
fn what_never_left_never_ends() {
	play(|| {
		let rejected = proposed(&[leg(MASKS, 1)]);
		assert_ok!(Circulation::reject(by(HOSPITAL_RECEIVES), rejected));
		let withdrawn = proposed(&[leg(MASKS, 1)]);
		assert_ok!(Circulation::withdraw(by(DONOR_SENDS), withdrawn));
		let expired = proposed(&[leg(MASKS, 1)]);
		turn_to(DISPATCH_BY + 1);
		assert_ok!(Circulation::release(by(NOBODY), expired));
		for id in [rejected, withdrawn, expired] {
			assert!(!ended(id));
		}
	});
}

#[test]
fn nothing_is_told_of_what_is_archived_or_was_never_there() {
	play(|| {
		assert_eq!(told(TransferId(77)), None);
		let id = delivered(&[leg(MASKS, 10)]);
		assert!(ended(id));
		turn_to(NOW + ArchiveAfter::get());
		assert_ok!(archive(id));
		assert_eq!(told(id), None);
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn benchmarks_have_transfers_that_have_ended() {
	stage().execute_with(|| {
		let [first, second] = [(); 2].map(|()| <Circulation as Dealings>::ended());
		assert_ne!(first, second);
		assert!(ended(first) && ended(second));
	});
}
