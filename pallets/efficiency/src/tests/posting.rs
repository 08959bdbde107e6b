//! Proving without a signature.

use crate::{mock::*, Call, Objection, Proof, Stage};
use codec::Encode;
use frame_support::{
	dispatch::GetDispatchInfo,
	pallet_prelude::{
		InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction,
	},
	weights::Weight,
};
use frame_system::offchain::CreateAuthorizedTransaction;
use salus_analysis::dea::Basis;
use salus_primitives::{digest_of, Action, Actor, RoundId};
use sp_core::H256;
use sp_runtime::{
	traits::{Applyable, BadOrigin, Checkable},
	ApplyExtrinsicResultWithInfo,
};

const SOURCES: [TransactionSource; 3] =
	[TransactionSource::External, TransactionSource::Local, TransactionSource::InBlock];

fn call(proof: Proof<MaxBatch>, discriminator: u32) -> RuntimeCall {
	Call::post_certificates { proof, discriminator }.into()
}

fn validate(
	source: TransactionSource,
	proof: Proof<MaxBatch>,
	discriminator: u32,
) -> Result<ValidTransaction, TransactionValidityError> {
	let transaction = Test::create_authorized_transaction(call(proof, discriminator));
	let (info, len) = (transaction.get_dispatch_info(), transaction.encoded_size());
	let context = frame_system::ChainContext::<Test>::default();
	let checked = Checkable::check(transaction, &context).expect("there is nothing to check");
	checked.validate::<Test>(source, &info, len)
}

fn apply(
	proof: Proof<MaxBatch>,
) -> ApplyExtrinsicResultWithInfo<frame_support::dispatch::PostDispatchInfo> {
	let transaction = Test::create_authorized_transaction(call(proof, 0));
	let (info, len) = (transaction.get_dispatch_info(), transaction.encoded_size());
	let context = frame_system::ChainContext::<Test>::default();
	let checked = Checkable::check(transaction, &context).expect("there is nothing to check");
	checked.apply::<Test>(&info, len)
}

/// Refuses a proof from everywhere, in the pool and in a block, before it costs anything.
#[track_caller]
fn refused_for(
	change: impl FnOnce(&mut Proof<MaxBatch>),
	expected: impl Into<TransactionValidityError>,
) {
	let expected = expected.into();
	let mut proof = proof(ROUND);
	change(&mut proof);
	for source in SOURCES {
		assert_eq!(validate(source, proof.clone(), 0), Err(expected));
	}
	assert_eq!(apply(proof).map(drop), Err(expected));
}

/// Refuses a certificate in the pool; and if an author puts it into a block all the same, it proves
/// nothing there.
#[track_caller]
fn disproved_for(columns: &[u16], objection: Objection, error: crate::Error<Test>) {
	let mut proof = proof(ROUND);
	proof.certificates[4].1.constant = Basis::try_from(columns).expect("it fits");
	for source in [TransactionSource::External, TransactionSource::Local] {
		assert_eq!(validate(source, proof.clone(), 0), Err(custom(objection)));
	}
	let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
	let before = root();
	let dispatched = apply(proof).expect("it was let in");
	assert_eq!(dispatched.map_err(|refused| refused.error), Err(error.into()));
	assert_eq!(root(), before);
}

fn custom(objection: Objection) -> TransactionValidityError {
	InvalidTransaction::Custom(objection as u8).into()
}

#[test]
fn a_proof_that_holds_is_accepted_from_everywhere() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let expected = ValidTransaction {
			provides: (0..5u16).map(|unit| ("salus/efficiency", ROUND, unit).encode()).collect(),
			priority: u64::MAX / 2,
			longevity: RETRY,
			propagate: true,
			..ValidTransaction::default()
		};
		for source in SOURCES {
			assert_eq!(validate(source, proof(ROUND), 0), Ok(expected.clone()));
		}
		assert!(apply(proof(ROUND)).is_ok_and(|dispatched| dispatched.is_ok()));
		assert_eq!(stored(ROUND).stage, Stage::Complete);
		let posted = notes().into_iter().find(|note| note.action == Action::UnitsProven);
		let posted = posted.expect("it is recorded");
		assert_eq!((posted.actor, posted.institution), (Actor::Proof, None));
		assert_eq!(posted.digest, digest_of(&(proof(ROUND), 0u32)));
	});
}

#[test]
fn what_a_proof_provides_is_what_it_proves_and_not_which_attempt_it_is() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let provides = |units: &[usize], discriminator| {
			let all = certificates(ROUND);
			let some = units.iter().map(|unit| all[*unit]).collect();
			let proof = proof_of(ROUND, some);
			let hash = call(proof.clone(), discriminator).encode();
			let valid = validate(TransactionSource::External, proof, discriminator);
			(hash, valid.expect("it holds").provides)
		};
		let (one, again) = (provides(&[0, 1], 0), provides(&[0, 1], 7));
		assert_ne!(one.0, again.0);
		assert_eq!(one.1, again.1);
		// Two proofs that overlap share what they provide, so a pool holds one of them.
		let (_, overlapping) = provides(&[1, 2], 0);
		assert!(overlapping.iter().any(|tag| one.1.contains(tag)));
		let (_, apart) = provides(&[3, 4], 0);
		assert!(apart.iter().all(|tag| !one.1.contains(tag)));
	});
}

#[test]
fn a_replayed_proof_is_stale() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let some = proof_of(ROUND, certificates(ROUND)[..2].to_vec());
		assert!(apply(some.clone()).is_ok());
		for source in SOURCES {
			assert_eq!(validate(source, some.clone(), 1), Err(InvalidTransaction::Stale.into()));
		}
		assert_eq!(apply(some).map(drop), Err(InvalidTransaction::Stale.into()));
		assert_eq!(stored(ROUND).progress.all.proven, 2);
		refused_for(|_| {}, InvalidTransaction::Stale);
	});
}

#[test]
fn a_proof_after_the_report_is_refused() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let all = proof(ROUND);
		assert!(apply(all.clone()).is_ok());
		assert_eq!(apply(all).map(drop), Err(custom(Objection::RoundNotSealed)));
	});
}

#[test]
fn a_proof_that_does_not_hold_is_refused_before_it_costs_anything() {
	run(|| {
		sealed(evaluation(), &DEAP);
		let other = sealed(evaluation(), &DEAP);
		let open = open(evaluation(), roster(5));
		use Objection::*;
		refused_for(|proof| proof.certificates.clear(), custom(EmptyBatch));
		refused_for(|proof| proof.certificates.as_mut().swap(0, 1), custom(UnitsNotAscending));
		refused_for(
			|proof| proof.certificates[1] = proof.certificates[0],
			custom(UnitsNotAscending),
		);
		refused_for(|proof| proof.round = RoundId(9), custom(RoundNotFound));
		refused_for(|proof| proof.round = open, custom(RoundNotSealed));
		refused_for(|proof| proof.round = other, custom(WrongFingerprint));
		refused_for(|proof| proof.fingerprint = H256::zero(), custom(WrongFingerprint));
		refused_for(|proof| proof.size.units = 6, custom(WrongSize));
		refused_for(|proof| proof.certificates[4].0 = 5, custom(NoSuchUnit));
		assert_eq!(stored(ROUND).progress.all.proven, 0);
		let late = proof(ROUND);
		Timestamp::set_timestamp(REPORT_BY + 1);
		assert_eq!(apply(late).map(drop), Err(custom(DeadlinePassed)));
		Timestamp::set_timestamp(REPORT_BY);
		UnitWeight::set(Weight::MAX);
		refused_for(|_| {}, custom(BatchTooHeavy));
	});
}

#[test]
fn a_certificate_that_does_not_hold_is_refused_in_the_pool_and_proves_nothing_in_a_block() {
	run(|| {
		sealed(evaluation(), &DEAP);
		use crate::Error;
		disproved_for(&[7], Objection::BasisOfWrongLength, Error::BasisOfWrongLength);
		disproved_for(&[2, 8], Objection::NoSuchColumn, Error::NoSuchColumn);
		disproved_for(&[7, 2], Objection::ColumnsNotAscending, Error::ColumnsNotAscending);
		disproved_for(&[5, 7], Objection::BasisSingular, Error::BasisSingular);
		disproved_for(&[6, 7], Objection::BasisInfeasible, Error::BasisInfeasible);
		disproved_for(&[4, 7], Objection::BasisNotOptimal, Error::BasisNotOptimal);
		assert_eq!(stored(ROUND).progress.all.proven, 0);
	});
}

#[test]
fn a_sealed_snapshot_that_is_gone_is_told() {
	run_unchecked(|| {
		sealed(evaluation(), &DEAP);
		let proof = proof(ROUND);
		crate::Snapshots::<Test>::remove(ROUND);
		let expected = Err(custom(Objection::Corrupt));
		assert_eq!(validate(TransactionSource::External, proof.clone(), 0), expected);
		let signed_call = Call::submit_certificates { proof };
		refused(signed(STRANGER), signed_call, crate::Error::Corrupt);
	});
}

#[test]
fn no_signature_and_no_office_stands_for_the_proof() {
	run(|| {
		sealed(evaluation(), &DEAP);
		for origin in [signed(STRANGER), signed(COUNCIL), root(), RuntimeOrigin::none()] {
			let call = Call::post_certificates { proof: proof(ROUND), discriminator: 0 };
			refused_with(origin, call, BadOrigin.into());
		}
	});
}

#[test]
fn each_certificate_is_weighed_where_it_is_looked_up_and_where_it_is_verified() {
	run(|| {
		sealed(evaluation(), &DEAP);
		UnitWeight::set(Weight::from_parts(1_000, 10));
		AdmissionWeight::set(Weight::from_parts(7, 1));
		let info = Test::create_authorized_transaction(call(proof(ROUND), 0)).get_dispatch_info();
		assert_eq!(info.call_weight, Weight::from_parts(5_035, 55));
		assert_eq!(info.extension_weight, Weight::from_parts(35, 5));
	});
}
