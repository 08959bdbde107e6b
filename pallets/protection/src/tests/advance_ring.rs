//! Building rings without a signature.

use crate::{
	mock::*, BuildStep, Call, Cause, Constructions, Error, Ring, RingCount, Rings, MAX_MEMBERS,
	MAX_PUSHED, MAX_QUEUED, MAX_RINGS,
};
use codec::Encode;
use frame_support::{
	assert_ok,
	dispatch::GetDispatchInfo,
	pallet_prelude::{TransactionSource, ValidTransaction},
	weights::Weight,
};
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	Action, Actor, RingId, Role, Subject,
};
use salus_rings::Root;
use scale_info::{TypeDef, TypeInfo};
use sp_runtime::DispatchError;

fn call(step: BuildStep) -> Call<Test> {
	Call::advance_ring { step, discriminator: 0 }
}

fn start(cause: Cause) -> BuildStep {
	BuildStep::Start(RING, cause)
}

fn leaver(number: u32) -> BuildStep {
	start(Cause::Leaver(hospital(number)))
}

/// The steps by which a ring of four is built, and then built without one of them.
fn steps() -> Vec<BuildStep> {
	let built = |revision| {
		let pushing = BuildStep::Push { ring: RING, revision, pushed: 0 };
		[pushing, BuildStep::Finish { ring: RING, revision }]
	};
	let mut steps = vec![start(Cause::Queue)];
	steps.extend(built(1));
	steps.push(leaver(3));
	steps.extend(built(2));
	steps
}

/// Does what comes between the steps.
fn prepare(place: usize) {
	match place {
		0 => register_all(4),
		3 => {
			pass(BUILD_REST);
			MockDirectory::set_active(hospital(3), false);
		}
		_ => {}
	}
}

#[test]
fn a_step_that_is_due_is_taken_from_everywhere_and_done_once() {
	run(|| {
		let expected = ValidTransaction {
			priority: u64::MAX / 4,
			requires: vec![],
			provides: vec![("salus/protection", RING).encode()],
			longevity: RETRY,
			propagate: true,
		};
		for (place, step) in steps().into_iter().enumerate() {
			prepare(place);
			assert_eq!(due(), step);
			for source in EVERYWHERE {
				assert_eq!(validate(source, call(step)), Ok(expected.clone()), "{source:?}");
			}
			authorized(call(step));
			let replayed = match step {
				BuildStep::Start(..) => Error::Building,
				_ => Error::WrongStep,
			};
			invalid(call(step), replayed);
		}
		assert_eq!(
			Rings::<Test>::get(RING).map(|ring| (ring.revision, ring.members)),
			Some((2, 3))
		);
		for step in steps() {
			let refused = match step {
				BuildStep::Start(..) => Error::NotDue,
				_ => Error::WrongStep,
			};
			invalid(call(step), refused);
		}
	});
}

#[test]
fn of_all_steps_those_are_taken_that_are_due() {
	run(|| {
		let all = || {
			let mut all = vec![];
			for ring in [RING, RingId { number: 1, ..RING }] {
				all.push(BuildStep::Start(ring, Cause::Queue));
				all.extend((0..5).map(|i| BuildStep::Start(ring, Cause::Leaver(hospital(i)))));
				for revision in 0..4 {
					for pushed in 0..5 {
						all.push(BuildStep::Push { ring, revision, pushed });
					}
					all.push(BuildStep::Finish { ring, revision });
				}
			}
			all
		};
		for (place, step) in steps().into_iter().enumerate() {
			prepare(place);
			for other in all() {
				let taken = validate(TransactionSource::InBlock, call(other));
				assert_eq!(taken.is_ok(), other == step, "{other:?} beside {step:?}");
			}
			authorized(call(step));
		}
	});
}

#[test]
fn validating_changes_nothing() {
	run(|| {
		let state = || {
			let root = sp_io::storage::root(sp_runtime::StateVersion::V1);
			(root, System::events().len(), MockTrail::records().len())
		};
		for (place, step) in steps().into_iter().enumerate() {
			prepare(place);
			let before = state();
			for source in EVERYWHERE {
				assert_ok!(validate(source, call(step)));
				assert_eq!(state(), before);
			}
			authorized(call(step));
		}
	});
}

#[test]
fn a_ring_is_started_that_is_there_or_is_the_next_one() {
	run(|| {
		register_all(4);
		let numbered = |number| RingId { number, ..RING };
		invalid(call(BuildStep::Start(numbered(1), Cause::Queue)), Error::RingNotFound);
		invalid(call(leaver(0)), Error::RingNotFound);
		let other = RingId { role: Role::Vote, number: 0 };
		invalid(call(BuildStep::Start(other, Cause::Queue)), Error::NotDue);
		build();
		invalid(
			call(BuildStep::Start(numbered(1), Cause::Leaver(hospital(0)))),
			Error::RingNotFound,
		);
		invalid(call(BuildStep::Start(numbered(255), Cause::Queue)), Error::RingNotFound);
	});
}

#[test]
fn a_role_has_no_more_rings_than_it_may() {
	run(|| {
		for number in 0..MAX_RINGS {
			let ring = Ring {
				revision: 1,
				root: Root([0; 288]),
				members: MAX_MEMBERS,
				built_at: 0,
				newest_record: None,
			};
			Rings::<Test>::insert(RingId { number, ..RING }, ring);
		}
		register_all(4);
		RingCount::<Test>::insert(RING.role, MAX_RINGS - 1);
		let last = BuildStep::Start(RingId { number: MAX_RINGS - 1, ..RING }, Cause::Queue);
		Rings::<Test>::remove(last.ring());
		assert_eq!(due(), last);
		RingCount::<Test>::insert(RING.role, MAX_RINGS);
		let next = BuildStep::Start(RingId { number: MAX_RINGS, ..RING }, Cause::Queue);
		invalid(call(next), Error::TooManyRings);
	});
}

#[test]
fn nothing_is_started_without_a_cause() {
	run(|| {
		built(4);
		pass(BUILD_REST);
		register(4);
		invalid(call(start(Cause::Queue)), Error::NotDue);
		// Members that stay, one that waits, and one that has nothing to do with it.
		for number in [0, 3, 4, 9] {
			invalid(call(leaver(number)), Error::NotDue);
		}
		// A ring that rests.
		register(5);
		build();
		MockDirectory::set_active(hospital(3), false);
		register(6);
		register(7);
		for step in [start(Cause::Queue), leaver(3)] {
			invalid(call(step), Error::NotDue);
		}
		pass(BUILD_REST);
		for step in [start(Cause::Queue), leaver(3)] {
			assert_ok!(validate(TransactionSource::External, call(step)));
		}
	});
}

#[test]
fn a_finished_revision_is_recorded_as_done_by_the_proof() {
	run(|| {
		for (place, step) in steps().into_iter().enumerate() {
			prepare(place);
			let before = MockTrail::records().len();
			let (discriminator, digest) =
				(7u32, H256(sp_io::hashing::blake2_256(&(step, 7u32).encode())));
			authorized(Call::advance_ring { step, discriminator });
			let records = MockTrail::records().split_off(before);
			if !matches!(step, BuildStep::Finish { .. }) {
				assert_eq!(records, vec![]);
				continue;
			}
			let [record] = &records[..] else { panic!("one record") };
			assert_eq!(record.subject, Subject::Ring(RING));
			assert_eq!((&record.actor, record.institution), (&Actor::Proof, None));
			assert_eq!((record.action, record.digest), (Action::RingBuilt, digest));
			let newest = Rings::<Test>::get(RING).and_then(|ring| ring.newest_record);
			assert_eq!(newest, MockTrail::newest(&Subject::Ring(RING)));
		}
		assert_eq!(MockTrail::records_of(&Subject::Ring(RING)).len(), 2);
	});
}

#[test]
fn a_step_provides_its_ring_and_not_which_attempt_it_is() {
	run(|| {
		register_all(4);
		let attempt = |discriminator| Call::advance_ring { step: due(), discriminator };
		let provided =
			|call| validate(TransactionSource::External, call).map(|taken| taken.provides);
		assert_eq!(provided(attempt(0)), provided(attempt(1)));
		assert_ne!(attempt(0).encode(), attempt(1).encode());
	});
}

#[test]
fn no_signature_and_no_office_stands_for_the_authorization() {
	run(|| {
		register_all(4);
		for origin in [signed(admin(0)), signed(COMMISSIONER), root(), RuntimeOrigin::none()] {
			refused(origin, call(due()), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn a_start_weighs_no_more_than_what_was_looked_at() {
	run(|| {
		let weight = |units: u32| Weight::from_parts(units.into(), 0);
		let most = MAX_MEMBERS + MAX_QUEUED;
		// As the mock's weights say: what a step and deciding on it may weigh, and what they do.
		let weights = [
			((most, most), most + 4),
			((MAX_PUSHED, 0), MAX_PUSHED),
			((0, 0), 0),
			((most, most), most + 4),
			((MAX_PUSHED, 0), MAX_PUSHED),
			((0, 0), 0),
		];
		for ((place, step), ((may, deciding), did)) in steps().into_iter().enumerate().zip(weights)
		{
			prepare(place);
			let info = call(step).get_dispatch_info();
			assert_eq!(info.call_weight, weight(may));
			let deciding_may = Protection::weight_of_authorizing(&step);
			assert_eq!(deciding_may, weight(deciding));
			let dispatched = apply(call(step)).expect("it is let in");
			let weighed = dispatched.map(|info| info.actual_weight);
			assert_eq!(
				weighed.map(|actual| actual.unwrap_or_default()),
				Ok(weight(did)),
				"{step:?}"
			);
		}
	});
}

#[test]
fn the_pool_is_told_the_number_that_the_metadata_has_for_an_error() {
	// In the metadata, a variant has a number and the name that Debug prints.
	let TypeDef::Variant(errors) = Error::<Test>::type_info().type_def else {
		panic!("errors are variants");
	};
	for error in [
		Error::<Test>::RingNotFound,
		Error::TooManyRings,
		Error::NotDue,
		Error::Building,
		Error::WrongStep,
		Error::ContextNotFound,
		Error::ContextOver,
		Error::WindowPassed,
		Error::ProofLength,
		Error::WrongRevision,
		Error::RingTooSmall,
		Error::AliasTaken,
		Error::AccountNotFresh,
		Error::PursesEmpty,
		Error::NotProven,
	] {
		let name = format!("{error:?}");
		let listed = errors.variants.iter().find(|variant| variant.name == name);
		assert_eq!(listed.map(|variant| variant.index), Some(number_of(error)), "{name}");
	}
}

#[test]
fn a_construction_that_is_not_there_takes_no_steps() {
	run(|| {
		built(4);
		assert!(!Constructions::<Test>::contains_key(RING.role));
		invalid(call(BuildStep::Push { ring: RING, revision: 2, pushed: 0 }), Error::WrongStep);
		invalid(call(BuildStep::Finish { ring: RING, revision: 1 }), Error::WrongStep);
		invalid(call(BuildStep::Finish { ring: RING, revision: 2 }), Error::WrongStep);
	});
}
