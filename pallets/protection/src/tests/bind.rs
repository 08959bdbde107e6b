//! Binding accounts to pseudonyms.

use crate::{
	binding_message, context_name, mock::*, possession_message, Aliases, Binding, Call, Contexts,
	Error, Event, Members, Pseudonym, Pseudonyms, Purpose, Rings, Roll, Terms,
};
use codec::{Decode, Encode};
use frame_support::{
	assert_ok,
	pallet_prelude::{TransactionSource, ValidTransaction},
	BoundedVec,
};
use frame_system::RawOrigin;
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	Action, Actor, ContextId, Purses, Role, Subject,
};
use salus_rings::{mock::Plain, Alias, MemberKey, RingProver, PROOF_LENGTH};
use sp_runtime::DispatchError;

type TestBinding = Binding<u64, u64>;

fn bind(binding: TestBinding) -> Call<Test> {
	Call::bind { binding }
}

/// A ring of four hospitals, and a context.
fn context() -> ContextId {
	built(4);
	declare(terms(Purpose::Appeal))
}

/// The same with another roll.
fn context_with(roll: Roll) -> ContextId {
	built(4);
	declare(Terms { roll, ..terms(Purpose::Appeal) })
}

/// The keys of the newest revision of the ring, in their order.
fn members() -> Vec<MemberKey> {
	Members::<Test>::get(RING).iter().map(|member| member.key).collect()
}

fn revision() -> u32 {
	Rings::<Test>::get(RING).expect("the ring is built").revision
}

/// The binding, proven with a secret as one of `members`, on the chain with this first block.
fn proven_on(
	genesis: H256,
	secret: &<Plain as RingProver>::Secret,
	members: &[MemberKey],
	binding: TestBinding,
) -> TestBinding {
	let Binding { context, account, until, .. } = &binding;
	let name = context_name(genesis, *context);
	let message = binding_message(genesis, *context, account, until);
	let proof = Plain::prove(secret, members, &name, &message).expect("it is a member");
	let proof = BoundedVec::truncate_from(proof);
	Binding { alias: Plain::alias(secret, &name), proof, ..binding }
}

/// The binding, proven by a hospital as one of `members`.
fn proven(number: u32, members: &[MemberKey], binding: TestBinding) -> TestBinding {
	proven_on(Protection::genesis(), &secret(number), members, binding)
}

/// The same until another block.
fn until(number: u32, until: u64, binding: TestBinding) -> TestBinding {
	proven(number, &members(), Binding { until, ..binding })
}

/// Builds another revision, with two more members from `first` on.
fn rebuilt(first: u32) {
	pass(BUILD_REST);
	(first..first + 2).for_each(register);
	let before = revision();
	build();
	assert_eq!(revision(), before + 1);
}

/// The pool, and a block, would take the binding.
#[track_caller]
fn valid(binding: &TestBinding) -> ValidTransaction {
	let mut told = EVERYWHERE.map(|source| validate(source, bind(binding.clone())));
	assert!(told.iter().all(|one| *one == told[0]));
	assert_eq!(Protection::explain_binding(binding.clone()), Ok(()));
	std::mem::replace(&mut told[0], Ok(ValidTransaction::default())).expect("it is proven")
}

/// The binding is refused everywhere, and a view says why.
#[track_caller]
fn refuse(binding: TestBinding, error: Error<Test>) {
	assert_eq!(Protection::explain_binding(binding.clone()), Err(error.clone()));
	invalid(bind(binding), error);
}

#[test]
fn a_binding_that_is_proven_is_taken_from_everywhere() {
	run(|| {
		let context = context();
		let binding = binding(0, context, FRESH);
		let expected = ValidTransaction {
			// It tidies nothing up, but nobody waits for goods either.
			priority: u64::MAX / 4,
			requires: vec![],
			provides: vec![
				("salus/bind", context, binding.alias).encode(),
				("salus/bind", FRESH).encode(),
			],
			// This block, and five more.
			longevity: 6,
			propagate: true,
		};
		let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
		let before = root();
		assert_eq!(valid(&binding), expected);
		assert_eq!(root(), before);
	});
}

#[test]
fn it_makes_a_pseudonym_with_a_purse_and_leaves_a_record() {
	run(|| {
		let context = context();
		pass(5);
		let funds = MockPurses::funds();
		let binding = binding(0, context, FRESH);
		let alias = binding.alias;
		let subject = Subject::Context(context);
		let origin = RuntimeOrigin::from(RawOrigin::Authorized);
		let record = accepted(origin, bind(binding), subject.clone(), Action::PseudonymBound);
		assert_eq!((record.actor, record.institution), (Actor::Proof, None));
		last_event(Event::PseudonymBound { context, alias, account: FRESH });
		let bound_at = NOW + 5;
		let expected = Pseudonym { context, alias, bound_at, used: 0, vote: None };
		assert_eq!(Pseudonyms::<Test>::get(FRESH), Some(expected));
		assert_eq!(Aliases::<Test>::get(context, alias), Some(FRESH));
		assert_eq!((MockPurses::of(FRESH), MockPurses::funds()), (10, funds - 10));
		let context = Contexts::<Test>::get(context).expect("it is declared");
		assert_eq!(context.pseudonyms, 1);
		assert_eq!(context.newest_record, MockTrail::newest(&subject));
	});
}

#[test]
fn every_member_of_the_ring_has_one_pseudonym_in_each_context() {
	run(|| {
		let one = context();
		let other = declare(terms(Purpose::Complain));
		for number in 0..4 {
			bound(number, one, FRESH + u64::from(number));
			bound(number, other, FRESH + 10 + u64::from(number));
		}
		assert_eq!(Aliases::<Test>::iter_prefix(one).count(), 4);
		let aliases: std::collections::BTreeSet<Alias> =
			Pseudonyms::<Test>::iter_values().map(|pseudonym| pseudonym.alias).collect();
		assert_eq!(aliases.len(), 8);
		for context in [one, other] {
			refuse(binding(0, context, FRESH + 20), Error::AliasTaken);
		}
	});
}

#[test]
fn what_was_included_is_not_taken_again() {
	run(|| {
		let binding = binding(0, context(), FRESH);
		authorized(bind(binding.clone()));
		refuse(binding, Error::AliasTaken);
		assert_eq!(MockPurses::of(FRESH), 10);
	});
}

#[test]
fn two_bindings_of_one_alias_or_account_exclude_each_other_in_the_pool() {
	run(|| {
		let context = context();
		let provides = |binding: &TestBinding| valid(binding).provides;
		let first = provides(&binding(0, context, FRESH));
		let same_alias = provides(&binding(0, context, FRESH + 1));
		let same_account = provides(&binding(1, context, FRESH));
		let other = provides(&binding(1, context, FRESH + 1));
		assert_eq!((&first[0], &first[1]), (&same_alias[0], &same_account[1]));
		assert_ne!(first[1], same_alias[1]);
		assert_ne!(first[0], same_account[0]);
		assert!(first.iter().all(|tag| !other.contains(tag)));
		// The account is one, whatever the context.
		let elsewhere = declare(terms(Purpose::Rate));
		let elsewhere = provides(&binding(0, elsewhere, FRESH));
		assert_ne!(first[0], elsewhere[0]);
		assert_eq!(first[1], elsewhere[1]);
	});
}

#[test]
fn it_is_taken_within_its_window() {
	run(|| {
		let binding = binding(0, context(), FRESH);
		System::set_block_number(20);
		for (last, longevity) in [(20, 1), (21, 2), (20 + MAX_WINDOW, MAX_WINDOW + 1)] {
			assert_eq!(valid(&until(0, last, binding.clone())).longevity, longevity);
		}
		for last in [0, 19, 21 + MAX_WINDOW, u64::MAX] {
			refuse(until(0, last, binding.clone()), Error::WindowPassed);
		}
		let last = until(0, 22, binding);
		System::set_block_number(22);
		valid(&last);
		System::set_block_number(23);
		refuse(last, Error::WindowPassed);
	});
}

#[test]
fn the_context_is_there_and_not_over() {
	run(|| {
		built(4);
		let ends = declare(Terms { until: Some(NOW + 10), ..terms(Purpose::Appeal) });
		let closed = declare(terms(Purpose::Appeal));
		let binding = |context| binding(0, context, FRESH);
		refuse(binding(ContextId(9)), Error::ContextNotFound);
		assert_ok!(Protection::close_context(root(), closed));
		refuse(binding(closed), Error::ContextOver);
		pass(10);
		valid(&binding(ends));
		pass(1);
		refuse(binding(ends), Error::ContextOver);
	});
}

#[test]
fn nobody_is_bound_for_a_referendum_that_takes_no_votes_any_more() {
	run(|| {
		built(4);
		let referendum = salus_primitives::ReferendumId(7);
		MockPolls::open(referendum);
		let context = declare(terms(Purpose::Vote(referendum)));
		valid(&binding(0, context, FRESH));
		MockPolls::end(referendum);
		refuse(binding(0, context, FRESH), Error::ContextOver);
	});
}

#[test]
fn a_proof_has_the_length_of_a_proof() {
	run(|| {
		let binding = binding(0, context(), FRESH);
		for length in [0, 1, PROOF_LENGTH - 1] {
			let mut proof = binding.proof.clone();
			proof.truncate(length);
			refuse(Binding { proof, ..binding.clone() }, Error::ProofLength);
		}
		// A longer one is in no call: the proof is the last field, and here an empty one.
		let without = Binding { proof: BoundedVec::new(), ..binding }.encode();
		let with = |length| {
			let fields = &without[..without.len() - 1];
			let encoded = [fields, &vec![0u8; length].encode()].concat();
			TestBinding::decode(&mut &encoded[..])
		};
		assert_ok!(with(PROOF_LENGTH));
		assert!(with(PROOF_LENGTH + 1).is_err());
	});
}

#[test]
fn bytes_that_are_no_proof_prove_nothing() {
	run(|| {
		let binding = binding(0, context(), FRESH);
		for byte in [0, 1, 255] {
			let proof = BoundedVec::truncate_from(vec![byte; PROOF_LENGTH]);
			refuse(Binding { proof, ..binding.clone() }, Error::NotProven);
		}
		for place in [0, 31, 32, 100] {
			let mut changed = binding.clone();
			changed.proof[place] ^= 1;
			refuse(changed, Error::NotProven);
		}
	});
}

#[test]
fn with_anything_else_than_what_was_proven_it_is_worth_nothing() {
	run(|| {
		let context = context();
		let other = declare(terms(Purpose::Appeal));
		let binding = binding(0, context, FRESH);
		let taken = crate::mock::binding(1, context, FRESH).alias;
		for changed in [
			Binding { account: FRESH + 1, ..binding.clone() },
			Binding { context: other, ..binding.clone() },
			Binding { until: binding.until + 1, ..binding.clone() },
			Binding { alias: taken, ..binding.clone() },
			Binding { alias: Alias([7; 32]), ..binding.clone() },
		] {
			refuse(changed, Error::NotProven);
		}
		valid(&binding);
	});
}

#[test]
fn it_is_worth_nothing_on_another_chain() {
	run(|| {
		let binding = binding(0, context(), FRESH);
		let foreign = H256::repeat_byte(7);
		assert_ne!(foreign, Protection::genesis());
		let foreign = proven_on(foreign, &secret(0), &members(), binding.clone());
		refuse(foreign.clone(), Error::NotProven);
		// Nor under the alias that the member has here.
		refuse(Binding { alias: binding.alias, ..foreign }, Error::NotProven);
	});
}

#[test]
fn whoever_is_in_no_ring_proves_nothing() {
	run(|| {
		let context = context();
		let mut with_another = members();
		with_another.push(key(9));
		let binding = binding(0, context, FRESH);
		refuse(proven(9, &with_another, binding.clone()), Error::NotProven);
		// A ring of its own making.
		refuse(proven(9, &[key(9)], binding), Error::NotProven);
	});
}

#[test]
fn there_must_be_such_a_ring() {
	for roll in [Roll::Recent, Roll::Newest, Roll::AtDeclaration] {
		run(|| {
			let binding = binding(0, context_with(roll), FRESH);
			for ring in [1, 15, 16, 255] {
				refuse(Binding { ring, ..binding.clone() }, Error::RingNotFound);
			}
		});
	}
}

#[test]
fn a_ring_of_another_role_is_another_one() {
	run(|| {
		built(4);
		let context = declare(Terms { role: Role::Stock, ..terms(Purpose::Appeal) });
		let own = binding(0, declare(terms(Purpose::Appeal)), FRESH);
		refuse(Binding { context, ..own }, Error::RingNotFound);
	});
}

#[test]
fn there_must_be_such_a_revision() {
	for roll in [Roll::Recent, Roll::Newest, Roll::AtDeclaration] {
		run(|| {
			let binding = binding(0, context_with(roll), FRESH);
			for revision in [0, 2, u32::MAX] {
				refuse(Binding { revision, ..binding.clone() }, Error::WrongRevision);
			}
		});
	}
}

/// A ring of two hospitals, which a third one has left.
fn shrunk() {
	built(MIN_RING);
	MockDirectory::set_active(hospital(MIN_RING - 1), false);
	pass(BUILD_REST);
	build();
	assert_eq!((revision(), members().len()), (2, 2));
}

#[test]
fn a_ring_of_few_hides_nobody() {
	run(|| {
		shrunk();
		for roll in [Roll::Recent, Roll::Newest] {
			let context = declare(Terms { roll, ..terms(Purpose::Appeal) });
			refuse(binding(0, context, FRESH), Error::RingTooSmall);
		}
	});
}

#[test]
fn an_earlier_revision_of_few_hides_nobody_either() {
	run(|| {
		shrunk();
		let context = declare(terms(Purpose::Appeal));
		let early = binding(0, context, FRESH);
		rebuilt(3);
		refuse(early, Error::RingTooSmall);
		valid(&binding(0, context, FRESH));
	});
}

#[test]
fn a_ring_that_was_large_enough_still_is_in_a_fixed_roll() {
	run(|| {
		built(MIN_RING);
		let fixed = Terms { roll: Roll::AtDeclaration, ..terms(Purpose::Appeal) };
		let context = declare(fixed);
		let early = binding(0, context, FRESH);
		MockDirectory::set_active(hospital(1), false);
		pass(BUILD_REST);
		build();
		assert_eq!(members().len(), 2);
		authorized(bind(early));
	});
}

#[test]
fn the_account_must_be_as_good_as_new() {
	run(|| {
		let context = context();
		let binding = |account| binding(0, context, account);
		MockPurses::spoil(FRESH);
		refuse(binding(FRESH), Error::AccountNotFresh);
		refuse(binding(admin(0)), Error::AccountNotFresh);
		// A pseudonym that has spent everything is one all the same.
		let elsewhere = declare(terms(Purpose::Complain));
		bound(0, elsewhere, FRESH + 1);
		refuse(binding(FRESH + 1), Error::AccountNotFresh);
		assert!(<MockPurses as Purses<u64>>::is_fresh(&(FRESH + 1)));
		refuse(binding(FRESH + 1), Error::AccountNotFresh);
		valid(&binding(FRESH + 2));
	});
}

#[test]
fn there_must_be_enough_for_the_purse() {
	run(|| {
		let context = context();
		MockPurses::set_funds(9);
		refuse(binding(0, context, FRESH), Error::PursesEmpty);
		MockPurses::set_funds(10);
		bound(0, context, FRESH);
		assert_eq!(MockPurses::funds(), 0);
		refuse(binding(1, context, FRESH + 1), Error::PursesEmpty);
	});
}

#[test]
fn what_is_cheap_to_see_is_seen_first_and_the_proof_last() {
	run(|| {
		let context = context();
		let closed = declare(terms(Purpose::Appeal));
		bound(1, context, FRESH + 1);
		assert_ok!(Protection::close_context(root(), closed));
		let taken = Pseudonyms::<Test>::get(FRESH + 1).expect("it is bound").alias;
		let good = binding(0, context, FRESH);
		MockPurses::set_funds(0);
		// All of it is wrong at first; one thing after another is put right.
		let mut binding = Binding {
			context: ContextId(9),
			ring: 1,
			revision: 9,
			account: FRESH + 1,
			alias: taken,
			until: 0,
			proof: BoundedVec::new(),
		};
		refuse(binding.clone(), Error::ContextNotFound);
		binding.context = closed;
		refuse(binding.clone(), Error::ContextOver);
		binding.context = context;
		refuse(binding.clone(), Error::WindowPassed);
		binding.until = good.until;
		refuse(binding.clone(), Error::ProofLength);
		binding.proof = BoundedVec::truncate_from(vec![7; PROOF_LENGTH]);
		refuse(binding.clone(), Error::RingNotFound);
		binding.ring = good.ring;
		refuse(binding.clone(), Error::WrongRevision);
		binding.revision = good.revision;
		refuse(binding.clone(), Error::AliasTaken);
		binding.alias = good.alias;
		refuse(binding.clone(), Error::AccountNotFresh);
		binding.account = good.account;
		refuse(binding.clone(), Error::PursesEmpty);
		MockPurses::set_funds(10);
		refuse(binding.clone(), Error::NotProven);
		binding.proof = good.proof.clone();
		assert_eq!(binding, good);
		authorized(bind(binding));
	});
	run(|| {
		// That a ring is too small is seen before anything of the alias.
		shrunk();
		let small = binding(0, declare(terms(Purpose::Appeal)), admin(0));
		refuse(Binding { alias: Alias([0; 32]), ..small }, Error::RingTooSmall);
	});
}

#[test]
fn a_replaced_revision_is_accepted_for_a_while() {
	run(|| {
		let context = context();
		let early = binding(0, context, FRESH);
		rebuilt(4);
		valid(&early);
		// Both revisions are accepted, and the member has one alias under both.
		let late = binding(0, context, FRESH);
		assert_ne!(late.revision, early.revision);
		assert_eq!(late.alias, early.alias);
		valid(&late);
		pass(ROOT_RETENTION);
		valid(&early);
		pass(1);
		refuse(early, Error::WrongRevision);
		valid(&late);
	});
}

#[test]
fn the_newest_revision_alone_is_accepted_where_the_context_asks_for_it() {
	run(|| {
		let context = context_with(Roll::Newest);
		let early = binding(0, context, FRESH);
		valid(&early);
		rebuilt(4);
		refuse(early, Error::WrongRevision);
		bound(0, context, FRESH);
	});
}

#[test]
fn a_fixed_roll_outlasts_the_ring() {
	run(|| {
		let context = context_with(Roll::AtDeclaration);
		let old_members = members();
		let early = binding(0, context, FRESH);
		for first in [4, 6, 8] {
			rebuilt(first);
			pass(ROOT_RETENTION + 1);
			valid(&early);
		}
		// No later revision is in it, so that whoever came later is not either.
		refuse(binding(0, context, FRESH), Error::WrongRevision);
		refuse(binding(4, context, FRESH), Error::WrongRevision);
		let mut with_later = old_members;
		with_later.push(key(4));
		refuse(proven(4, &with_later, early.clone()), Error::NotProven);
		authorized(bind(early));
	});
}

/// The secret that a hospital has after it has changed its key.
fn second_secret() -> <Plain as RingProver>::Secret {
	Plain::secret(&[42; 32])
}

/// The first hospital changes its key, and the ring is built anew.
fn changed() {
	assert_ok!(Protection::withdraw_key(signed(admin(0)), RING.role));
	pass(KEY_REST);
	let key = Plain::key(&second_secret());
	let message = possession_message(Protection::genesis(), RING.role, hospital(0), &key);
	let possession = Plain::possess(&second_secret(), &message);
	assert_ok!(Protection::register_key(signed(admin(0)), RING.role, key, possession));
	register(4);
	build();
	assert!(members().contains(&key));
}

#[test]
fn a_changed_key_is_in_no_fixed_roll() {
	run(|| {
		let context = context_with(Roll::AtDeclaration);
		let old_members = members();
		let early = binding(0, context, FRESH);
		bound(0, context, FRESH);
		changed();
		let anew = Binding { account: FRESH + 1, ..early };
		let genesis = Protection::genesis();
		// The new key has another alias, but is in no ring of the roll.
		let late = proven_on(genesis, &second_secret(), &members(), anew.clone());
		assert!(!Aliases::<Test>::contains_key(context, late.alias));
		refuse(Binding { revision: revision(), ..late.clone() }, Error::WrongRevision);
		refuse(late, Error::NotProven);
		// The old one is, and has its pseudonym.
		refuse(proven(0, &old_members, anew), Error::AliasTaken);
	});
}

#[test]
fn a_changed_key_has_another_alias_where_the_roll_is_not_fixed() {
	run(|| {
		let context = context();
		bound(0, context, FRESH);
		let early = binding(1, context, FRESH + 1);
		changed();
		let late = Binding { revision: revision(), ..early };
		let late = proven_on(Protection::genesis(), &second_secret(), &members(), late);
		authorized(bind(late));
	});
}

#[test]
fn who_left_is_accepted_no_longer_than_the_revision_that_it_was_in() {
	for (roll, while_kept) in [(Roll::Recent, Ok(())), (Roll::Newest, Err(Error::WrongRevision))] {
		run(|| {
			let context = context_with(roll);
			let early = binding(3, context, FRESH);
			MockDirectory::set_active(hospital(3), false);
			// The ring is what it was until it is built anew.
			valid(&early);
			pass(BUILD_REST);
			build();
			assert!(!members().contains(&key(3)));
			assert_eq!(Protection::explain_binding(early.clone()), while_kept);
			pass(ROOT_RETENTION + 1);
			refuse(early.clone(), Error::WrongRevision);
			let mut with_leaver = members();
			with_leaver.push(key(3));
			let anew = Binding { revision: revision(), ..early };
			refuse(proven(3, &with_leaver, anew), Error::NotProven);
		});
	}
}

#[test]
fn what_was_bound_stays_when_the_member_leaves() {
	run(|| {
		let context = context();
		bound(3, context, FRESH);
		MockDirectory::set_active(hospital(3), false);
		pass(BUILD_REST);
		build();
		pass(ROOT_RETENTION + 1);
		assert!(Pseudonyms::<Test>::contains_key(FRESH));
		let asked = crate::Pallet::<Test>::acting_as(&FRESH, |_| Some(()));
		assert!(asked.is_ok());
	});
}

#[test]
fn no_signature_stands_for_the_proof() {
	run(|| {
		let binding = binding(0, context(), FRESH);
		for origin in [signed(admin(0)), signed(FRESH), root(), RuntimeOrigin::none()] {
			refused(origin, bind(binding.clone()), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn a_purse_that_cannot_be_filled_after_all_leaves_nothing_behind() {
	run(|| {
		let binding = binding(0, context(), FRESH);
		assert_ok!(validate(TransactionSource::InBlock, bind(binding.clone())));
		MockPurses::set_funds(0);
		refused(RawOrigin::Authorized.into(), bind(binding), MockPurses::EMPTY);
	});
}
