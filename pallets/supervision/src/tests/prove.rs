use super::*;
use crate::{Epochs, ProofError};
use codec::Encode;
use salus_primitives::EpochId;

#[test]
fn a_record_is_proved_against_the_root_its_epoch_will_have() {
	run(|| {
		record_lots([1; 5]);
		let proof = prove(2);
		assert_eq!(proof.epoch, EpochId(0));
		assert_eq!((proof.leaf_index, proof.number_of_leaves), (2, 4));
		assert_eq!(proof.leaf, (RecordId(2), live(2)).encode());
		assert_eq!(verify(&proof), Verdict::Genuine);
		prune_epochs(1);
		assert_eq!(Epochs::<Test>::get(EpochId(0)).map(|epoch| epoch.root), Some(proof.root));
		assert_eq!(verify(&proof), Verdict::Genuine);
	});
}

#[test]
fn a_record_of_an_open_epoch_has_no_proof_yet() {
	run(|| {
		record_lots([1; 4]);
		record_lots([1; 3]);
		for id in [4, 6] {
			assert_eq!(Supervision::prove(RecordId(id)), Err(ProofError::EpochOpen));
		}
	});
}

#[test]
fn a_record_never_written_has_no_proof() {
	run(|| {
		record_lots([1; 4]);
		for id in [4, u64::MAX] {
			assert_eq!(Supervision::prove(RecordId(id)), Err(ProofError::NotFound));
		}
	});
}

#[test]
fn a_pruned_record_names_its_epoch() {
	run(|| {
		record_lots([1; 8]);
		prune_epochs(2);
		assert_eq!(Supervision::prove(RecordId(3)), Err(ProofError::Pruned(EpochId(0))));
		assert_eq!(Supervision::prove(RecordId(4)), Err(ProofError::Pruned(EpochId(1))));
	});
}
