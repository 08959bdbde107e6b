//! Bars without a signature.

use super::{
	apply, asked, bars, custom, honest, naive, pairs, ruled, submit, unsigned, validate, waiting,
	SOURCES,
};
use crate::{mock::*, Call, Error, MAX_BARS};
use codec::Encode;
use frame_support::{
	assert_ok,
	dispatch::GetDispatchInfo,
	pallet_prelude::{
		DispatchError, InvalidTransaction, TransactionSource, TransactionValidityError,
		ValidTransaction,
	},
	weights::Weight,
};
use salus_primitives::{digest_of, mock::MockTrail, Action, Actor, AllocationId, Subject};
use sp_runtime::traits::BadOrigin;

fn call(allocation: AllocationId, pairs: &[(u16, u16)], discriminator: u32) -> Call<Test> {
	let fingerprint = known(allocation).fingerprint.unwrap_or_default();
	Call::post_bars { allocation, fingerprint, bars: bars(pairs), discriminator }
}

fn post(allocation: AllocationId, pairs: &[(u16, u16)]) -> Extrinsic {
	unsigned(call(allocation, pairs, 0))
}

#[test]
fn bars_that_are_true_are_accepted_from_everywhere() {
	run(|| {
		let id = ruled();
		let tag = |pair| ("salus/emergencies/bar", id, super::pair(pair)).encode();
		let expected = ValidTransaction {
			provides: vec![tag((0, 1))],
			// By how many are not known, so behind whatever pays.
			priority: 1,
			longevity: RETRY,
			propagate: true,
			..ValidTransaction::default()
		};
		for source in SOURCES {
			let in_block = ValidTransaction { priority: 0, ..expected.clone() };
			let is_in_block = source == TransactionSource::InBlock;
			let expected = if is_in_block { in_block } else { expected.clone() };
			assert_eq!(validate(source, post(id, &[(0, 1)])), Ok(expected));
		}
		assert!(apply(unsigned(call(id, &[(0, 1)], 7))).is_ok_and(|it| it.is_ok()));
		assert_eq!(pairs(id), [(0, 0), (1, 0), (1, 1)]);
		let record = MockTrail::records_of(&Subject::Allocation(id)).pop().expect("one");
		let fingerprint = known(id).fingerprint.expect("shares are decided");
		let digest = digest_of(&(id, fingerprint, bars(&[(0, 1)]), 7u32));
		assert_eq!((record.actor, record.action), (Actor::Proof, Action::PairsBarred));
		assert_eq!(record.digest, digest);
	});
}

#[test]
fn false_ones_are_refused_in_the_pool_and_change_nothing_in_a_block() {
	run(|| {
		let id = ruled();
		assert_ok!(super::submit_bars(id, &[(0, 1)]));
		for (pair, error) in [
			((0, 0), Error::<Test>::NotBarred),
			((0, 2), Error::NoSuchPair),
			// As known as it may be.
			((0, 1), Error::NothingToDo),
		] {
			let pairs = &[pair];
			for source in [TransactionSource::External, TransactionSource::Local] {
				assert_eq!(validate(source, post(id, pairs)), Err(custom(error.clone())));
			}
			let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
			let before = root();
			let dispatched = apply(post(id, pairs)).expect("it was let in");
			assert_eq!(dispatched.map(drop).map_err(|it| it.error), Err(error.into()));
			assert_eq!(root(), before);
		}
	});
}

#[test]
fn what_needs_no_question_to_be_seen_is_refused_everywhere() {
	run(|| {
		let id = ruled();
		let refused_everywhere = |transaction: Extrinsic, error: Error<Test>| {
			for source in SOURCES {
				assert_eq!(validate(source, transaction.clone()), Err(custom(error.clone())));
			}
			assert_eq!(apply(transaction).map(drop), Err(custom(error)));
		};
		refused_everywhere(post(id, &[]), Error::NoBars);
		let (fingerprint, discriminator) = (H256::repeat_byte(7), 0);
		let stale =
			Call::post_bars { allocation: id, fingerprint, bars: bars(&[(0, 1)]), discriminator };
		refused_everywhere(unsigned(stale), Error::WrongFingerprint);
		assert_ok!(submit(honest(id)));
		decide(id);
		refused_everywhere(post(id, &[(0, 1)]), Error::NotDeciding);
	});
}

#[test]
fn two_transactions_with_one_pair_exclude_each_other() {
	run(|| {
		super::gives_to_hospitals();
		asks(CENTRE, 10);
		asks(HOSPITAL, 10);
		asks(CENTRE, 10);
		offers(DONOR, 10);
		let id = waiting();
		let provides = |pairs: &[(u16, u16)]| {
			let valid = validate(TransactionSource::External, post(id, pairs));
			valid.expect("they are true").provides
		};
		let (one, both, other) =
			(provides(&[(0, 0)]), provides(&[(0, 0), (0, 2)]), provides(&[(0, 2)]));
		assert_eq!(both, [one.clone(), other.clone()].concat());
		assert_ne!(one, other);
	});
}

#[test]
fn they_drop_a_plan_that_stands() {
	run(|| {
		let id = ruled();
		assert_ok!(submit(naive(id)));
		assert!(apply(post(id, &[(0, 1)])).is_ok_and(|it| it.is_ok()));
		assert_eq!(asked(id), None);
	});
}

#[test]
fn a_call_carries_as_many_as_are_free() {
	run(|| {
		let id = ruled();
		// To be admitted weighs 50, the call 500, and each bar 100.
		LargestTransaction::set(&Weight::from_parts(8 * 850, u64::MAX));
		assert_eq!(Emergencies::largest_bars(), 3);
		let four = [(0, 1), (0, 1), (0, 1), (0, 1)];
		assert!(validate(TransactionSource::External, post(id, &four[..3])).is_ok());
		for source in SOURCES {
			assert_eq!(validate(source, post(id, &four)), Err(custom(Error::TooManyBars)));
		}
		LargestTransaction::set(&Weight::from_parts(8 * FREE, u64::MAX));
		assert_eq!(Emergencies::largest_bars(), MAX_BARS);
		let info = post(id, &four).get_dispatch_info();
		assert_eq!((info.call_weight.ref_time(), info.extension_weight.ref_time()), (900, 50));
	});
}

#[test]
fn in_the_safe_mode_the_pool_takes_none() {
	run(|| {
		let id = ruled();
		set_safe_mode(true);
		let none = TransactionValidityError::from(InvalidTransaction::Call);
		for source in SOURCES {
			assert_eq!(validate(source, post(id, &[(0, 1)])), Err(none));
		}
	});
}

#[test]
fn no_signature_stands_for_the_rules() {
	run(|| {
		let id = ruled();
		for origin in [by(STRANGER), root(), RuntimeOrigin::none()] {
			refused(origin, call(id, &[(0, 1)], 0), DispatchError::from(BadOrigin));
		}
	});
}
