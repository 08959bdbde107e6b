//! The assembly before the first block.

use crate::{initial_rank, mock::*, NewestRecord, RankOf, MAX_RANK};
use salus_primitives::{mock::MockTrail, InstitutionKind};

#[test]
fn every_active_institution_is_a_member_from_the_first_block_on() {
	run(|| {
		let ranks =
			[(COMMISSION, 2), (CENTRE, 2), (HOSPITAL, 1), (CLINIC, 1), (DONOR, 0), (CARRIER, 0)];
		assert_eq!(members(), ranks);
		assert_eq!(RankOf::<Test>::iter().count(), 0);
		assert_eq!(NewestRecord::<Test>::get(), None);
		assert!(MockTrail::records().is_empty());
	});
}

#[test]
fn no_kind_begins_above_the_highest_rank() {
	run(|| {
		for (kind, rank) in Assembly::ranks() {
			assert_eq!(rank, initial_rank(kind));
			assert!(rank <= MAX_RANK);
		}
		let of_relief = initial_rank(InstitutionKind::ReliefOrganisation);
		assert_eq!((of_relief, initial_rank(InstitutionKind::Supplier)), (0, 0));
		assert_eq!(initial_rank(InstitutionKind::Laboratory), 0);
	});
}
