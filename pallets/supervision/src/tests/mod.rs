mod between;
mod collators;
mod event_time;
mod history;
mod leaf;
mod of_institution;
mod prove;
mod prune;
mod random_histories;
mod record;
mod subjects;
mod trail;
mod try_state;
mod upgrade;
mod verify;

use crate::{mock::*, EntryOf, NextRecordId, RecordProof, Verdict};
use salus_primitives::RecordId;
use sp_io::hashing::blake2_256;

/// The identifiers of entries, in their order.
fn ids(entries: &[EntryOf<Test>]) -> Vec<u64> {
	entries.iter().map(|entry| entry.id.0).collect()
}

fn written() -> u64 {
	NextRecordId::<Test>::get().0
}

fn live(id: u64) -> crate::RecordOf<Test> {
	Supervision::record(RecordId(id)).expect("the record is live")
}

fn prove(id: u64) -> RecordProof {
	Supervision::prove(RecordId(id)).expect("its epoch is closed and live")
}

fn verify(proof: &RecordProof) -> Verdict {
	Supervision::verify(proof.epoch, proof.leaf_index, proof.leaf.clone(), proof.proof.clone())
}

/// A Merkle root written from the description in the crate's documentation.
fn reference_root(leaves: &[Vec<u8>]) -> [u8; 32] {
	let mut row: Vec<[u8; 32]> = leaves.iter().map(|leaf| blake2_256(leaf)).collect();
	while row.len() > 1 {
		row = row
			.chunks(2)
			.map(|nodes| match nodes {
				[left, right] => blake2_256(&[*left, *right].concat()),
				alone => alone[0],
			})
			.collect();
	}
	row[0]
}
