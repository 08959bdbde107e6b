mod clocks;
mod exporting;
mod histories;
mod proving;
mod pruning;
mod random_histories;
mod recording;
mod try_state;
mod windows;

use crate::{mock::*, EntryOf, NextRecordId};
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
