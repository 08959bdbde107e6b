use super::*;
use binary_merkle_tree::{verify_proof, Leaf};
use salus_primitives::EpochId;
use sp_core::H256;
use sp_runtime::traits::BlakeTwo256;

#[test]
fn every_place_of_every_tree_is_proved_before_and_after_pruning() {
	for length in 1..=17u32 {
		run_in_epochs_of(length, || {
			record_lots(0..u64::from(length) * 2);
			let proofs: Vec<_> = (0..u64::from(length) * 2).map(prove).collect();
			for pruned in 0..=2 {
				for (id, proof) in proofs.iter().enumerate() {
					assert_eq!(verify(proof), Verdict::Genuine, "{id} of {length}, {pruned}");
				}
				if pruned < 2 {
					prune_epochs(1);
				}
			}
		});
	}
}

#[test]
fn a_changed_leaf_is_refuted() {
	run(|| {
		record_lots([1; 4]);
		let proof = prove(1);
		let changed: Vec<_> = (0..proof.leaf.len())
			.map(|place| {
				let mut changed = proof.clone();
				changed.leaf[place] ^= 1;
				changed
			})
			.collect();
		for after_pruning in [false, true] {
			if after_pruning {
				prune_epochs(1);
			}
			for proof in &changed {
				assert_eq!(verify(proof), Verdict::Refuted);
			}
			assert_eq!(verify(&proof), Verdict::Genuine);
		}
	});
}

#[test]
fn a_changed_proof_is_refuted() {
	run_in_epochs_of(7, || {
		record_lots([1; 7]);
		for id in 0..7 {
			let proof = prove(id);
			for place in 0..proof.proof.len() {
				let mut changed = proof.clone();
				changed.proof[place].0[0] ^= 1;
				assert_eq!(verify(&changed), Verdict::Refuted);
				let mut shorter = proof.clone();
				shorter.proof.remove(place);
				assert_eq!(verify(&shorter), Verdict::Refuted);
			}
			let mut longer = proof;
			longer.proof.push(H256::zero());
			assert_eq!(verify(&longer), Verdict::Refuted);
		}
	});
}

#[test]
fn a_proof_holds_for_its_own_place_only() {
	run_in_epochs_of(7, || {
		record_lots([1; 14]);
		for id in 0..7 {
			for place in 0..9 {
				let moved = RecordProof { leaf_index: place, ..prove(id) };
				let expected =
					if u64::from(place) == id { Verdict::Genuine } else { Verdict::Refuted };
				assert_eq!(verify(&moved), expected, "{id} at {place}");
			}
			let moved = RecordProof { epoch: EpochId(1), ..prove(id) };
			assert_eq!(verify(&moved), Verdict::Refuted);
		}
	});
}

#[test]
fn an_inner_node_does_not_pass_for_a_leaf() {
	run(|| {
		record_lots([1; 4]);
		let leaves: Vec<_> = (0..4).map(|id| blake2_256(&prove(id).leaf)).collect();
		let node = [leaves[0], leaves[1]].concat();
		let beside = H256(blake2_256(&[leaves[2], leaves[3]].concat()));
		let root = prove(0).root;
		let value = Leaf::Value(&node);
		assert!(verify_proof::<BlakeTwo256, _, _>(&root, [beside], 4, 0, value), "the trap");
		assert_eq!(Supervision::verify(EpochId(0), 0, node, vec![beside]), Verdict::Refuted);
	});
}

/// The rows of a tree over hashed leaves, from the leaves up, written from the description in the
/// pallet's documentation.
fn rows(leaves: Vec<[u8; 32]>) -> Vec<Vec<[u8; 32]>> {
	let mut rows = vec![leaves];
	while let Some(row) = rows.last().filter(|row| row.len() > 1) {
		let above = row
			.chunks(2)
			.map(|nodes| match nodes {
				[left, right] => blake2_256(&[*left, *right].concat()),
				alone => alone[0],
			})
			.collect();
		rows.push(above);
	}
	rows
}

#[test]
fn no_inner_node_of_any_tree_passes_for_any_leaf() {
	for length in 2..=17u32 {
		run_in_epochs_of(length, || {
			record_lots(0..u64::from(length));
			let rows = rows((0..u64::from(length)).map(|id| blake2_256(&prove(id).leaf)).collect());
			prune_epochs(1);
			for (height, row) in rows.iter().enumerate() {
				for (mut place, nodes) in row.chunks_exact(2).enumerate() {
					let mut path = Vec::new();
					for row in &rows[height + 1..] {
						path.extend(row.get(place ^ 1).copied().map(H256));
						place /= 2;
					}
					for leaf_index in 0..length {
						let verdict = Supervision::verify(
							EpochId(0),
							leaf_index,
							nodes.concat(),
							path.clone(),
						);
						assert_eq!(verdict, Verdict::Refuted, "at {height} as {leaf_index}");
					}
				}
			}
		});
	}
}

#[test]
fn a_proof_is_not_judged_while_its_epoch_is_open() {
	run(|| {
		record_lots([1; 4]);
		let proof = prove(0);
		record_lots([1; 3]);
		assert_eq!(verify(&RecordProof { epoch: EpochId(1), ..proof }), Verdict::EpochOpen);
	});
}

#[test]
fn an_epoch_never_begun_is_not_found() {
	run(|| {
		record_lots([1; 4]);
		for epoch in [1, u64::MAX] {
			let proof = RecordProof { epoch: EpochId(epoch), ..prove(0) };
			assert_eq!(verify(&proof), Verdict::NotFound);
		}
	});
}
