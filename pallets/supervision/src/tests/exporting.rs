use super::*;
use frame_support::{assert_ok, dispatch::PostDispatchInfo};
use salus_primitives::{Action, Actor, EventClaim, InstitutionId, LotId, Step, Subject};
use sp_core::H256;

/// Whoever holds an exported leaf reads it years later by this table, so it may never change.
#[test]
fn an_exported_record_is_encoded_as_documented() {
	run_in_epochs_of(2, || {
		System::set_block_number(0x0102);
		assert_ok!(record(step(None), &[lot(9)]));
		System::note_finished_initialize();
		System::note_applied_extrinsic(&Ok(PostDispatchInfo::default()), Default::default());
		let step = Step {
			actor: Actor::Account(7),
			institution: Some(InstitutionId(3)),
			action: Action::LotCounted,
			digest: H256([0xd1; 32]),
			event: Some(EventClaim { at: START - BACKDATED_AFTER, utc_offset: -2 }),
		};
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
