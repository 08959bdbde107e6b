//! Proving without a signature.

use crate::{
	mock::*,
	Call, CertificateBatch,
	Error::{self, *},
	Stage,
};
use codec::Encode;
use frame_support::{
	dispatch::GetDispatchInfo,
	pallet_prelude::{
		DispatchError, InvalidTransaction, TransactionSource, TransactionValidityError,
		ValidTransaction,
	},
	weights::Weight,
};
use frame_system::offchain::CreateAuthorizedTransaction;
use salus_analysis::dea::{Basis, Refusal};
use salus_primitives::{Action, Actor, RoundId};
use scale_info::{TypeDef, TypeInfo};
use sp_core::H256;
use sp_runtime::{
	traits::{Applyable, BadOrigin, Checkable},
	ApplyExtrinsicResultWithInfo,
};

const SOURCES: [TransactionSource; 3] =
	[TransactionSource::External, TransactionSource::Local, TransactionSource::InBlock];

fn call(batch: CertificateBatch<MaxBatch>, discriminator: u32) -> RuntimeCall {
	Call::post_certificates { batch, discriminator }.into()
}

fn validate(
	source: TransactionSource,
	batch: CertificateBatch<MaxBatch>,
	discriminator: u32,
) -> Result<ValidTransaction, TransactionValidityError> {
	let transaction = Test::create_authorized_transaction(call(batch, discriminator));
	let (info, len) = (transaction.get_dispatch_info(), transaction.encoded_size());
	let context = frame_system::ChainContext::<Test>::default();
	let checked = Checkable::check(transaction, &context).expect("there is nothing to check");
	checked.validate::<Test>(source, &info, len)
}

fn apply(
	batch: CertificateBatch<MaxBatch>,
	discriminator: u32,
) -> ApplyExtrinsicResultWithInfo<frame_support::dispatch::PostDispatchInfo> {
	let transaction = Test::create_authorized_transaction(call(batch, discriminator));
	let (info, len) = (transaction.get_dispatch_info(), transaction.encoded_size());
	let context = frame_system::ChainContext::<Test>::default();
	let checked = Checkable::check(transaction, &context).expect("there is nothing to check");
	checked.apply::<Test>(&info, len)
}

/// Refuses a batch from everywhere, in the pool and in a block, before it costs anything.
#[track_caller]
fn refused_for(
	change: impl FnOnce(&mut CertificateBatch<MaxBatch>),
	expected: impl Into<TransactionValidityError>,
) {
	let expected = expected.into();
	let mut batch = batch(ROUND);
	change(&mut batch);
	for source in SOURCES {
		assert_eq!(validate(source, batch.clone(), 0), Err(expected));
	}
	assert_eq!(apply(batch, 0).map(drop), Err(expected));
}

/// Refuses a certificate in the pool; and if an author puts it into a block all the same, it proves
/// nothing there.
#[track_caller]
fn disproved_for(columns: &[u16], error: Error<Test>) {
	let mut batch = batch(ROUND);
	batch.certificates[4].1.constant = Basis::try_from(columns).expect("it fits");
	for source in [TransactionSource::External, TransactionSource::Local] {
		assert_eq!(validate(source, batch.clone(), 0), Err(custom(error.clone())));
	}
	let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
	let before = root();
	let dispatched = apply(batch, 0).expect("it was let in");
	assert_eq!(dispatched.map_err(|refused| refused.error), Err(error.into()));
	assert_eq!(root(), before);
}

/// What the pool says of an error: the byte by which a module error names it.
fn custom(error: Error<Test>) -> TransactionValidityError {
	InvalidTransaction::Custom(byte_of(error)).into()
}

/// The byte by which a module error names an error of its pallet.
fn byte_of(error: Error<Test>) -> u8 {
	match error.into() {
		DispatchError::Module(module) => module.error[0],
		other => panic!("{other:?} is no error of a pallet"),
	}
}

#[test]
fn a_batch_that_holds_is_accepted_from_everywhere() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let expected = ValidTransaction {
			provides: (0..5u16).map(|dmu| ("salus/efficiency", ROUND, dmu).encode()).collect(),
			priority: u64::MAX / 2,
			longevity: RETRY,
			propagate: true,
			..ValidTransaction::default()
		};
		for source in SOURCES {
			assert_eq!(validate(source, batch(ROUND), 0), Ok(expected.clone()));
		}
		let sent = batch(ROUND);
		assert!(apply(sent.clone(), 7).is_ok_and(|dispatched| dispatched.is_ok()));
		assert_eq!(stored(ROUND).stage, Stage::Complete);
		let digest =
			digest_of_arguments(&Call::post_certificates { batch: sent, discriminator: 7 });
		let posted = records(ROUND).split_off(7);
		let actions: Vec<_> = posted.iter().map(|record| record.action).collect();
		assert_eq!(actions, [Action::DmusProven, Action::RoundCompleted]);
		for record in posted {
			let by_proof = (Actor::Proof, None, digest);
			assert_eq!((record.actor, record.institution, record.digest), by_proof);
		}
	});
}

#[test]
fn what_a_batch_provides_is_what_it_proves_and_not_which_attempt_it_is() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let provides = |dmus: &[usize], discriminator| {
			let all = certificates(ROUND);
			let some = dmus.iter().map(|dmu| all[*dmu]).collect();
			let batch = batch_of(ROUND, some);
			let hash = call(batch.clone(), discriminator).encode();
			let valid = validate(TransactionSource::External, batch, discriminator);
			(hash, valid.expect("it holds").provides)
		};
		let (one, again) = (provides(&[0, 1], 0), provides(&[0, 1], 7));
		assert_ne!(one.0, again.0);
		assert_eq!(one.1, again.1);
		// Two batches that overlap share what they provide, so a pool holds one of them.
		let (_, overlapping) = provides(&[1, 2], 0);
		assert!(overlapping.iter().any(|tag| one.1.contains(tag)));
		let (_, apart) = provides(&[3, 4], 0);
		assert!(apart.iter().all(|tag| !one.1.contains(tag)));
	});
}

#[test]
fn a_replayed_batch_is_stale() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let some = batch_of(ROUND, certificates(ROUND)[..2].to_vec());
		assert!(apply(some.clone(), 0).is_ok());
		for source in SOURCES {
			assert_eq!(validate(source, some.clone(), 1), Err(InvalidTransaction::Stale.into()));
		}
		assert_eq!(apply(some, 0).map(drop), Err(InvalidTransaction::Stale.into()));
		assert_eq!(stored(ROUND).progress.all.proven, 2);
		refused_for(|_| {}, InvalidTransaction::Stale);
	});
}

#[test]
fn a_batch_after_the_report_is_refused() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let all = batch(ROUND);
		assert!(apply(all.clone(), 0).is_ok());
		assert_eq!(apply(all, 0).map(drop), Err(custom(RoundNotSealed)));
	});
}

#[test]
fn a_batch_that_does_not_hold_is_refused_before_it_costs_anything() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let other = sealed(evaluation(), &DEAP);
		let open = open(evaluation(), roster(5));
		refused_for(|batch| batch.certificates.clear(), custom(EmptyBatch));
		refused_for(|batch| batch.certificates.as_mut().swap(0, 1), custom(DmusNotAscending));
		refused_for(
			|batch| batch.certificates[1] = batch.certificates[0],
			custom(DmusNotAscending),
		);
		refused_for(|batch| batch.round = RoundId(9), custom(RoundNotFound));
		refused_for(|batch| batch.round = open, custom(RoundNotSealed));
		refused_for(|batch| batch.round = other, custom(WrongFingerprint));
		refused_for(|batch| batch.fingerprint = H256::zero(), custom(WrongFingerprint));
		refused_for(|batch| batch.size.dmus = 6, custom(WrongSize));
		refused_for(|batch| batch.certificates[4].0 = 5, custom(NoSuchDmu));
		assert_eq!(stored(ROUND).progress.all.proven, 0);
		let late = batch(ROUND);
		Timestamp::set_timestamp(REPORT_BY + 1);
		assert_eq!(apply(late, 0).map(drop), Err(custom(DeadlinePassed)));
		Timestamp::set_timestamp(REPORT_BY);
		DmuWeight::set(Weight::MAX);
		refused_for(|_| {}, custom(BatchTooHeavy));
	});
}

#[test]
fn a_certificate_that_does_not_hold_is_refused_in_the_pool_and_proves_nothing_in_a_block() {
	run(|| {
		sealed(evaluation(), &DEAP);
		disproved_for(&[7], BasisOfWrongLength);
		disproved_for(&[2, 8], NoSuchColumn);
		disproved_for(&[7, 2], ColumnsNotAscending);
		disproved_for(&[5, 7], BasisSingular);
		disproved_for(&[6, 7], BasisInfeasible);
		disproved_for(&[4, 7], BasisNotOptimal);
		assert_eq!(stored(ROUND).progress.all.proven, 0);
	});
}

#[test]
fn a_sealed_snapshot_that_is_gone_is_told() {
	run_unchecked(|| {
		sealed(evaluation(), &DEAP);
		let batch = batch(ROUND);
		crate::Snapshots::<Test>::remove(ROUND);
		let expected = Err(custom(Corrupt));
		assert_eq!(validate(TransactionSource::External, batch.clone(), 0), expected);
		let signed_call = Call::submit_certificates { batch };
		refused(signed(STRANGER), signed_call, crate::Error::Corrupt);
	});
}

#[test]
fn no_signature_and_no_office_stands_for_the_proof() {
	run(|| {
		sealed(evaluation(), &DEAP);
		for origin in [signed(STRANGER), signed(COUNCIL), root(), RuntimeOrigin::none()] {
			let call = Call::post_certificates { batch: batch(ROUND), discriminator: 0 };
			refused_with(origin, call, BadOrigin.into());
		}
	});
}

#[test]
fn each_certificate_is_weighed_where_it_is_looked_up_and_where_it_is_verified() {
	run(|| {
		sealed(evaluation(), &DEAP);
		DmuWeight::set(Weight::from_parts(1_000, 10));
		AdmissionWeight::set(Weight::from_parts(7, 1));
		let info = Test::create_authorized_transaction(call(batch(ROUND), 0)).get_dispatch_info();
		assert_eq!(info.call_weight, Weight::from_parts(5_035, 55));
		assert_eq!(info.extension_weight, Weight::from_parts(35, 5));
	});
}

#[test]
fn the_pool_is_told_the_number_that_the_metadata_has_for_an_error() {
	// In the metadata, a variant has a number and the name that Debug prints.
	let TypeDef::Variant(errors) = Error::<Test>::type_info().type_def else {
		panic!("errors are variants");
	};
	// As docs/efficiency.md lists them.
	let documented = [
		(0, RoundNotFound),
		(2, RoundNotSealed),
		(6, DmusNotAscending),
		(16, DeadlinePassed),
		(22, WrongFingerprint),
		(23, WrongSize),
		(24, EmptyBatch),
		(25, BatchTooHeavy),
		(27, NoSuchDmu),
		(28, BasisOfWrongLength),
		(29, NoSuchColumn),
		(30, ColumnsNotAscending),
		(31, BasisSingular),
		(32, BasisInfeasible),
		(33, BasisNotOptimal),
		(35, Corrupt),
		(36, OtherMethod),
	];
	for (number, error) in documented {
		let name = format!("{error:?}");
		let listed = errors.variants.iter().find(|variant| variant.name == name);
		assert_eq!(listed.map(|variant| variant.index), Some(number), "{name}");
		assert_eq!(byte_of(error.clone()), number, "{name}");
		let told = TransactionValidityError::from(error);
		assert_eq!(told, InvalidTransaction::Custom(number).into(), "{name}");
	}
	let stale = TransactionValidityError::from(Error::<Test>::AlreadyProven);
	assert_eq!(stale, InvalidTransaction::Stale.into());
}

#[test]
fn a_refusal_of_the_verifier_is_an_error_of_the_same_meaning() {
	for (refusal, error) in [
		(Refusal::NoSuchDmu, NoSuchDmu),
		(Refusal::WrongLength, BasisOfWrongLength),
		(Refusal::NoSuchColumn(3), NoSuchColumn),
		(Refusal::NotAscending(3), ColumnsNotAscending),
		(Refusal::Singular, BasisSingular),
		(Refusal::Infeasible(3), BasisInfeasible),
		(Refusal::NotOptimal(3), BasisNotOptimal),
	] {
		assert_eq!(Error::<Test>::from(refusal), error);
	}
}
