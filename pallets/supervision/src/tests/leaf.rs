//! The bytes of exported records. Whoever holds one reads it years later by these tables, so no line
//! of them ever changes.

use super::*;
use crate::{ClaimedEvent, Record, Timeliness};
use codec::{Decode, Encode};
use frame_support::{assert_ok, dispatch::PostDispatchInfo};
use salus_primitives::{
	Act, Action, Actor, Authority, EventClaim, InstitutionId, LotId, RegionCode, Step, Subject,
	TransferId,
};
use sp_core::H256;
use sp_runtime::AccountId32;
use std::fmt::Write;

/// A record with the accounts and block numbers of a chain.
type ChainRecord = Record<AccountId32, u32>;

fn hex(bytes: &[u8]) -> String {
	bytes.iter().fold(String::new(), |mut text, byte| {
		write!(text, "{byte:02x}").expect("a string takes any text");
		text
	})
}

/// Checks a record's leaf and its hash, and that the leaf reads back as the record.
fn check(id: u64, record: &ChainRecord, leaf: &str, hash: &str) {
	let bytes = record.leaf(RecordId(id));
	assert_eq!(hex(&bytes), leaf);
	assert_eq!(hex(&blake2_256(&bytes)), hash);
	assert_eq!(
		<(RecordId, ChainRecord)>::decode(&mut &bytes[..]),
		Ok((RecordId(id), record.clone()))
	);
}

#[test]
fn a_leaf_with_every_option_filled_has_the_bytes_of_the_table() {
	let record = Record {
		time: 1_579_737_600_000,
		block: 12_345_678,
		extrinsic: Some(2),
		actor: Actor::Account([0xac; 32].into()),
		institution: Some(InstitutionId(7)),
		action: Action::TransferReceived,
		subject: Subject::Transfer(TransferId(9)),
		digest: H256([0xd1; 32]),
		event: Some(ClaimedEvent {
			claim: EventClaim { at: 1_579_734_000_000, utc_offset: 480 },
			timeliness: Timeliness::BackDated,
		}),
		previous: Some(RecordId(999_999)),
		previous_of_institution: Some(RecordId(999_998)),
	};
	let leaf = concat!(
		"40420f0000000000", // identifier: 1,000,000 is 0x0f4240
		"00d0b2cf6f010000", // time: 2020-01-23 00:00 UTC is 0x016fcfb2d000 ms
		"4e61bc00",         // block: 12,345,678 is 0xbc614e
		"0102000000",       // extrinsic: some, 2
		"00",               // actor: an account,
		"acacacacacacacacacacacacacacacacacacacacacacacacacacacacacacacac",
		"0107000000",         // institution: some, 7
		"2d",                 // action: 45, a receipt was written
		"100900000000000000", // subject: 16, a transfer, 9
		"d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1", // digest
		"01",                 // event: some,
		"80e17bcf6f010000",   // at one hour before: 0x016fcf7be180 ms,
		"e001",               // 480 minutes east: 0x01e0,
		"01",                 // back-dated
		"013f420f0000000000", // previous: some, 999,999 is 0x0f423f
		"013e420f0000000000", // previous of the institution: some, 999,998
	);
	let hash = "d8cd2791156b3d0f597f1cadf9c53bda15692e03de21ce981105bb25d4c97ec9";
	check(1_000_000, &record, leaf, hash);
}

#[test]
fn a_leaf_with_no_option_filled_has_the_bytes_of_the_table() {
	let record = Record {
		time: 1,
		block: 2,
		extrinsic: None,
		actor: Actor::Authority(Authority::Council),
		institution: None,
		action: Action::RegionRegistered,
		subject: Subject::Region(RegionCode::try_from("CN-HB").expect("it is well-formed")),
		digest: H256([0xd1; 32]),
		event: None,
		previous: None,
		previous_of_institution: None,
	};
	let leaf = concat!(
		"0000000000000000", // identifier: 0
		"0100000000000000", // time: 1
		"02000000",         // block: 2
		"00",               // extrinsic: none
		"0101",             // actor: an authority, the council
		"00",               // institution: none
		"00",               // action: 0, a region was registered
		"00",               // subject: 0, a region,
		"14434e2d4842",     // five letters, written as 5 * 4: CN-HB
		"d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1", // digest
		"00",               // event: none
		"00",               // previous: none
		"00",               // previous of the institution: none
	);
	let hash = "a8baa104097595e1dd36912cb7b3e785e28963147fb1e6fcd48152906526ddc4";
	check(0, &record, leaf, hash);
}

#[test]
fn the_remarks_on_a_claim_keep_their_indices() {
	assert_eq!(Timeliness::Timely.encode(), [0]);
	assert_eq!(Timeliness::BackDated.encode(), [1]);
	for index in 2..=u8::MAX {
		assert!(Timeliness::decode(&mut &[index][..]).is_err(), "{index} has no line here");
	}
}

#[test]
fn an_exported_record_is_the_leaf_of_what_was_recorded() {
	run_in_epochs_of(2, || {
		System::set_block_number(0x0102);
		assert_ok!(record(step(None), &[lot(9)]));
		System::note_finished_initialize();
		System::note_applied_extrinsic(&Ok(PostDispatchInfo::default()), Default::default());
		let mut step = Step::new(Act::of_agent(7, InstitutionId(3)), Action::LotCounted, &())
			.at(EventClaim { at: START - BACKDATED_AFTER, utc_offset: -2 });
		step.digest = H256([0xd1; 32]);
		assert_ok!(record(step, &[Subject::Lot(LotId(9))]));

		let time = [0x40, 0x42, 0x0f, 0, 0, 0, 0, 0];
		let claimed = [0x58, 0x3e, 0x0f, 0, 0, 0, 0, 0];
		let expected = [
			&[1, 0, 0, 0, 0, 0, 0, 0][..],   // identifier
			&time,                           // time
			&[0x02, 0x01, 0, 0, 0, 0, 0, 0], // block
			&[1, 1, 0, 0, 0],                // extrinsic 1
			&[0, 7, 0, 0, 0, 0, 0, 0, 0],    // account 7
			&[1, 3, 0, 0, 0],                // institution 3
			&[21],                           // lot counted
			&[4, 9, 0, 0, 0, 0, 0, 0, 0],    // lot 9
			&[0xd1; 32],                     // digest
			&[1],                            // an event
			&claimed,                        // claimed time
			&[0xfe, 0xff],                   // two minutes west
			&[1],                            // back-dated
			&[1, 0, 0, 0, 0, 0, 0, 0, 0],    // previous: record 0
			&[0],                            // none before of the institution
		]
		.concat();
		let proof = Supervision::prove(RecordId(1)).expect("its epoch is closed");
		assert_eq!(proof.leaf, expected);
	});
}
