//! Migrations.

use crate::{migrations::EnrolAll, mock::*, Event};
use frame_support::{
	migrations::{SteppedMigration, SteppedMigrationError},
	weights::{Weight, WeightMeter},
};
use salus_primitives::{
	mock::MockTrail, Action, Actor, Electorate, InstitutionId, InstitutionKind, Standing, Subject,
};

/// Runs the migration with weight for so many institutions at a time. Answers with how many steps it took.
fn migrate(at_a_time: u64) -> usize {
	let (mut cursor, mut steps) = (None, 0);
	loop {
		let limit = PER_INSTITUTION.saturating_mul(at_a_time);
		cursor = EnrolAll::<Test>::step(cursor, &mut WeightMeter::with_limit(limit))
			.expect("there is weight for one");
		steps += 1;
		if cursor.is_none() {
			return steps;
		}
	}
}

#[test]
fn a_chain_that_had_no_assembly_has_one_of_all_active_institutions() {
	run(|| {
		stands(CARRIER, Standing::Suspended);
		let members = members();
		for (institution, _) in &members {
			Members::remove(*institution).expect("it is a member");
		}
		let records = MockTrail::records().len();
		// The last institution ends it: seven looks, two at a time.
		assert_eq!(migrate(2), 4);
		assert_eq!(self::members(), members);
		let left = MockTrail::records().split_off(records);
		assert_eq!(left.len(), members.len());
		for record in left {
			assert_eq!(
				(record.action, record.subject),
				(Action::MemberInducted, Subject::Assembly)
			);
			assert_eq!(record.actor, Actor::Chain);
		}
		last_event(Event::MemberInducted { institution: DONOR, rank: 0 });
	});
}

fn members() -> Vec<(InstitutionId, u16)> {
	crate::mock::members()
}

#[test]
fn who_waits_at_an_earlier_rank_has_that_of_its_kind() {
	run(|| {
		let kind = InstitutionKind::Hospital;
		accepted(regulation(), crate::Call::set_rank { kind, rank: 2 });
		assert_eq!(Members::rank_of(HOSPITAL), Some(1));
		let before = members();
		migrate(100);
		let ranked = |(institution, rank)| match institution {
			HOSPITAL | CLINIC => (institution, 2),
			_ => (institution, rank),
		};
		assert_eq!(members(), before.into_iter().map(ranked).collect::<Vec<_>>());
		// Once more changes nothing, and leaves no record.
		let records = MockTrail::records().len();
		migrate(1);
		assert_eq!(MockTrail::records().len(), records);
	});
}

#[test]
fn without_weight_for_one_institution_it_says_how_much_it_takes() {
	run(|| {
		let less = PER_INSTITUTION.saturating_sub(Weight::from_parts(1, 0));
		let step = EnrolAll::<Test>::step(None, &mut WeightMeter::with_limit(less));
		assert!(matches!(
			step,
			Err(SteppedMigrationError::InsufficientWeight { required }) if required == PER_INSTITUTION
		));
	});
}
