//! What calls leave in the trail.

use crate::{mock::*, Call};
use codec::Encode;
use frame_support::assert_ok;
use salus_primitives::{
	mock::{MockRecord, MockTrail},
	Action, Actor, InstitutionId, Subject,
};
use sp_core::H256;
use sp_runtime::traits::Dispatchable;

/// Has a call dispatched, and answers with the records that it leaves. Each of them bears the digest of
/// the call's arguments.
#[track_caller]
pub fn recorded(origin: RuntimeOrigin, call: Call<Test>) -> Vec<MockRecord> {
	// A call is encoded as its index and then its arguments.
	let arguments = call.encode().split_off(1);
	let digest = H256(sp_io::hashing::blake2_256(&arguments));
	let before = MockTrail::records().len();
	let done = RuntimeCall::from(call).dispatch(origin).map(|_| ());
	assert_ok!(done.map_err(|refusal| refusal.error));
	let records = MockTrail::records().split_off(before);
	assert!(records.iter().all(|record| record.digest == digest));
	records
}

/// One and the same act left a record on each of these subjects, in order.
#[track_caller]
pub fn were_left(
	records: &[MockRecord],
	actor: Actor<u64>,
	institution: Option<InstitutionId>,
	action: Action,
	subjects: &[Subject],
) {
	let on: Vec<_> = records.iter().map(|record| record.subject.clone()).collect();
	assert_eq!(on, subjects);
	for record in records {
		let told = (record.actor.clone(), record.institution, record.action);
		assert_eq!(told, (actor.clone(), institution, action));
	}
}
