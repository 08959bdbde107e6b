//! The order in which a caller is answered.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{mock::MockDirectory, TransferId};

const NO_TRANSFER: TransferId = TransferId(7);

#[test]
fn the_origin_comes_before_the_transfer_and_the_party_before_the_state() {
	play(|| {
		let ended = proposed(&[leg(MASKS, 1)]);
		assert_ok!(Circulation::reject(by(HOSPITAL_RECEIVES), ended));
		let accept = |who, id| Circulation::accept(by(who), id);
		assert_noop!(accept(NOBODY, NO_TRANSFER), MockDirectory::NOT_AGENT);
		assert_noop!(accept(HOSPITAL_SENDS, NO_TRANSFER), MockDirectory::NOT_AUTHORIZED);
		assert_noop!(accept(CLINIC_SENDS_AND_RECEIVES, ended), Error::<Test>::NotParty);
		assert_noop!(accept(HOSPITAL_RECEIVES, NO_TRANSFER), Error::<Test>::TransferNotFound);
		assert_noop!(accept(HOSPITAL_RECEIVES, ended), Error::<Test>::NotProposed);
		suspend(HOSPITAL);
		assert_noop!(accept(HOSPITAL_SENDS, NO_TRANSFER), MockDirectory::SUSPENDED);
		assert_noop!(accept(HOSPITAL_RECEIVES, ended), MockDirectory::SUSPENDED);
	});
}

#[test]
fn where_the_role_depends_on_the_party_the_transfer_comes_first() {
	play(|| {
		let ended = proposed(&[leg(MASKS, 1)]);
		assert_ok!(Circulation::reject(by(HOSPITAL_RECEIVES), ended));
		let withdraw = |who, id| Circulation::withdraw(by(who), id);
		assert_noop!(withdraw(NOBODY, NO_TRANSFER), Error::<Test>::TransferNotFound);
		assert_noop!(withdraw(NOBODY, ended), MockDirectory::NOT_AGENT);
		assert_noop!(withdraw(CLINIC_SENDS_AND_RECEIVES, ended), Error::<Test>::NotParty);
		assert_noop!(withdraw(HOSPITAL_SENDS, ended), MockDirectory::NOT_AUTHORIZED);
		assert_noop!(withdraw(HOSPITAL_RECEIVES, ended), Error::<Test>::Ended);
		suspend(CLINIC);
		assert_noop!(withdraw(CLINIC_SENDS_AND_RECEIVES, ended), MockDirectory::SUSPENDED);
		suspend(HOSPITAL);
		assert_noop!(withdraw(HOSPITAL_SENDS, ended), MockDirectory::SUSPENDED);
	});
}

#[test]
fn nobody_acts_for_a_party_without_a_signature() {
	play(|| {
		let id = accepted(&[leg(MASKS, 1)]);
		let outcome = Outcome::Missing(MissingGoods::Found);
		let bad_origin = sp_runtime::DispatchError::BadOrigin;
		let origin = RuntimeOrigin::none;
		assert_noop!(Circulation::propose(origin(), gift(&[leg(MASKS, 1)])), bad_origin);
		assert_noop!(Circulation::withdraw(origin(), id), bad_origin);
		assert_noop!(resolve(origin(), id, outcome, 1), bad_origin);
		assert_noop!(Circulation::withdraw(RuntimeOrigin::root(), id), bad_origin);
	});
}
