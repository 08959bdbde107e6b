//! What the benchmarks of recalls need: recalls that name as many lots as may be, and lots on which there is
//! room for one more, or none.

#![cfg(feature = "runtime-benchmarks")]

use crate::{
	benchmarking::{NOW, UNITS},
	Answer, Config, Duties, DutiesOf, Duty, Issuer, NamedBy, NamedLots, NextRecallId, Reach,
	Recall, RecallAction, RecallSeverity, RecallState, RecalledLots, RecallsIssued, RecallsOn,
	Registrants, Stage, Turn, Unfinished, UnfinishedOf, Waiting, Walk, MAX_NAMED, MAX_RECALLS,
};
use alloc::vec::Vec;
use frame_benchmarking::v2::BenchmarkError;
use salus_primitives::{ClassId, InstitutionId, LotId, Moment, RecallId, RecordId, Total};
use sp_core::H256;
use sp_runtime::DispatchError;

/// Of the recalls on a lot, how many are silent at most, and how many ask.
pub(crate) const HALF_OF_RECALLS: u32 = MAX_RECALLS / 2;

/// Stores a recall in that state, with everything that may be said of it.
pub(crate) fn put_recall<T: Config>(issuer: Issuer, state: RecallState) -> RecallId {
	let id = NextRecallId::<T>::get();
	NextRecallId::<T>::put(id.next().unwrap_or_default());
	let lots: Vec<_> =
		(0..u64::from(MAX_NAMED)).map(|number| LotId(u64::MAX.saturating_sub(number))).collect();
	let registrants = (0..MAX_NAMED).map(|number| InstitutionId(u32::MAX.saturating_sub(number)));
	for lot in &lots {
		NamedBy::<T>::insert(lot, issuer, id);
	}
	let mut recall = Recall {
		issuer,
		registrants: Registrants::truncate_from(registrants.collect()),
		lots: NamedLots::truncate_from(lots),
		class: ClassId(u32::MAX),
		severity: RecallSeverity::I,
		action: RecallAction::Destroy,
		notice: H256::repeat_byte(1),
		answer_within: Moment::from(u32::MAX),
		issued_at: NOW,
		state,
		closed_at: None,
		asked: u32::MAX >> 1,
		answered: u32::MAX >> 2,
		marked: u32::MAX >> 1,
		held: u32::MAX >> 1,
		awaited: u32::MAX >> 1,
		walk: 0,
		freed: None,
		goods: Total::MAX >> 1,
		found: Total::MAX >> 1,
		done: Total::MAX >> 1,
		whole_step_in: Some(u32::MAX),
		newest_record: Some(RecordId(0)),
	};
	if !recall.is_in_force() {
		recall.closed_at = Some(NOW);
	}
	if state.is_unfinished() {
		Unfinished::<T>::insert(Turn::of(id, &recall), ());
		UnfinishedOf::<T>::mutate(issuer, |count| *count = count.saturating_add(1));
	}
	RecallsIssued::<T>::insert(id, recall);
	id
}

/// A stored recall.
pub(crate) fn stored<T: Config>(id: RecallId) -> Result<Recall, BenchmarkError> {
	RecallsIssued::<T>::get(id).ok_or(BenchmarkError::Stop("the recall is there"))
}

/// Has a recall hold a lot, whose walk has not been through it.
pub(crate) fn put_on<T: Config>(id: RecallId, lot: LotId) {
	RecallsOn::<T>::mutate(lot, |on| on.try_push(id).map_err(|_| DispatchError::Exhausted))
		.expect("there is room on the lot");
	RecalledLots::<T>::insert(id, lot, Reach::Since(NOW));
	RecallsIssued::<T>::mutate(id, |recall| {
		for recall in recall.iter_mut() {
			let stage = Stage::Offspring(Some(LotId(u64::MAX)));
			Walk::<T>::insert(id, recall.walk, (lot, stage));
			recall.walk = recall.walk.saturating_add(1);
		}
	});
}

/// Has a recall wait for a lot, whose walk has been through what came out of it.
pub(crate) fn put_waiting<T: Config>(id: RecallId, lot: LotId) {
	RecalledLots::<T>::insert(id, lot, Reach::Waiting);
	Waiting::<T>::insert(lot, id, true);
}

/// Puts as many recalls on a lot as leave room for one more, all by others.
pub(crate) fn crowd<T: Config>(lot: LotId) {
	let issuer = Issuer::Maker(InstitutionId(u32::MAX));
	for _ in 1..MAX_RECALLS {
		put_on::<T>(put_recall::<T>(issuer, RecallState::Standing), lot);
	}
}

/// Puts as many recalls on a lot as may be, of which the last one was closed and has nothing else to free; and
/// has another one wait, which stands. All are by others.
pub(crate) fn crowd_out<T: Config>(lot: LotId) {
	crowd::<T>(lot);
	let issuer = Issuer::Maker(InstitutionId(u32::MAX));
	let closed = put_recall::<T>(issuer, RecallState::Closing);
	put_on::<T>(closed, lot);
	Walk::<T>::remove(closed, 0);
	RecallsIssued::<T>::mutate(closed, |recall| {
		for recall in recall.iter_mut() {
			(recall.walk, recall.held, recall.awaited) = (0, 1, 0);
		}
	});
	let issuer = Issuer::Maker(InstitutionId(u32::MAX >> 1));
	put_waiting::<T>(put_recall::<T>(issuer, RecallState::Standing), lot);
}

/// Has an institution be asked by a recall, and have answered.
pub(crate) fn put_answered<T: Config>(id: RecallId, institution: InstitutionId) {
	let document = Some(H256::repeat_byte(1));
	let answer = Some(Answer { found: UNITS, done: UNITS, document, at: NOW });
	Duties::<T>::insert(id, institution, Duty { asked_at: NOW, answer, is_open: false });
	DutiesOf::<T>::insert(institution, id, ());
}
