//! Worst cases, one for each branch that costs differently: rings are full, queues are full, as many old roots
//! are kept and as much is promised as may be.
//!
//! They need a clock that can be turned, which is why they ask for the timestamp pallet; the pallet itself
//! does not.

#![cfg(feature = "runtime-benchmarks")]

use crate::{
	About, Appeal, BindingOf, Config, Construction, Context, Contexts, Correspondents, KeyHolders,
	Keys, Member, Members, OldRoot, OldRoots, Pallet, Place, Plea, Promise, Pseudonym, Pseudonyms,
	Purpose, Queue, RegisteredKey, Ring, RingCount, Rings, Roll, Terms, MAX_MEMBERS, MAX_OLD_ROOTS,
	MAX_PROMISES, MAX_QUEUED, MAX_RINGS,
};
use alloc::vec::Vec;
use frame_benchmarking::{account, v2::benchmarks};
use frame_support::{traits::Get, BoundedVec};
use salus_primitives::{
	AppealId, BenchmarkHelper, ContextId, Dealings, Directory, InstitutionId, Moment, Priority,
	Purses, RecordId, RingId, Role, SecretPolls, TransferId,
};
use salus_rings::{Alias, MemberKey, Possession, RingScheme, Root, Unfinished};
use sp_core::H256;

/// Has what nothing in a runtime can make: keys whose secrets are known, and proofs by them.
pub trait Fixture<AccountId> {
	/// As many keys as a ring has members at most.
	fn keys() -> Vec<MemberKey>;
	/// Shows that the first institution has the secret of the first key, for the role receive, on a chain whose
	/// first block has the hash of zeros.
	fn possession() -> Possession;
	/// The account that the proof binds.
	fn account() -> AccountId;
	/// What the first key is called in the first context of that chain.
	fn alias() -> Alias;
	/// The proof that a member of the ring of all keys binds the account there, until block [`UNTIL`].
	fn proof() -> Vec<u8>;
}

/// The last block in which the proof of a [`Fixture`] is accepted.
pub const UNTIL: u32 = 1_000;
/// Noon of 23 January 2020, in milliseconds.
const NOW: Moment = 1_579_780_800_000;
/// The ring that benchmarks use.
const RING: RingId = RingId { role: Role::Receive, number: 0 };
/// The context that the proof is for.
const CONTEXT: ContextId = ContextId(0);

fn turn_to<T: pallet_timestamp::Config<Moment = u64>>(now: Moment) {
	pallet_timestamp::Now::<T>::put(now);
}

/// Fills `count` places of a ring with the first keys, each registered by an institution of its own. Whoever
/// stands behind the last admitted institution may not act, which costs as much to find out, and more to draw
/// conclusions from.
fn fill_ring<T: Config>(count: u32) {
	let members: Vec<Member> = T::Fixture::keys()
		.into_iter()
		.take(count as usize)
		.zip(0..)
		.map(|(key, number)| Member { institution: InstitutionId(number), key })
		.collect();
	for member in &members {
		put_key::<T>(member.institution, member.key, Place::Ring(RING.number));
	}
	put_ring::<T>(RING, 1, members.len() as u32, T::Scheme::finish(&T::Scheme::start()).ok());
	Members::<T>::insert(RING, BoundedVec::truncate_from(members));
}

fn put_key<T: Config>(institution: InstitutionId, key: MemberKey, place: Place) {
	Keys::<T>::insert(RING.role, institution, RegisteredKey { key, since: 0, place });
	KeyHolders::<T>::insert(key, (RING.role, institution));
}

fn put_ring<T: Config>(id: RingId, revision: u32, members: u32, root: Option<Root>) {
	let root = root.unwrap_or(Root([0; 288]));
	let ring = Ring { revision, root, members, built_at: 0, newest_record: Some(RecordId(0)) };
	Rings::<T>::insert(id, ring);
	RingCount::<T>::insert(id.role, id.number.saturating_add(1));
}

/// A key that nobody has the secret of.
fn a_key(number: u32) -> MemberKey {
	MemberKey(sp_io::hashing::blake2_256(&number.to_le_bytes()))
}

/// Lets `count` keys wait.
fn fill_queue<T: Config>(count: u32) {
	let first = MAX_MEMBERS;
	let waiting = (first..first.saturating_add(count)).map(InstitutionId).collect::<Vec<_>>();
	for institution in &waiting {
		put_key::<T>(*institution, a_key(institution.0), Place::Queued);
	}
	Queue::<T>::insert(RING.role, BoundedVec::truncate_from(waiting));
}

/// Keeps as many old roots as may be, the first of which is over.
fn fill_old_roots<T: Config>(id: RingId, root: Root, members: u32) {
	let old = (1..=MAX_OLD_ROOTS).map(|revision| OldRoot {
		revision,
		root,
		members,
		until: if revision == 1 { 0 } else { Moment::MAX },
	});
	OldRoots::<T>::insert(id, BoundedVec::truncate_from(old.collect()));
}

/// The root of the ring of all keys.
fn full_root<T: Config>() -> Root {
	let mut unfinished = T::Scheme::start();
	for keys in T::Fixture::keys().chunks(16) {
		T::Scheme::push(&mut unfinished, keys).expect("the fixture's keys are keys");
	}
	T::Scheme::finish(&unfinished).expect("it was started here")
}

fn terms<T: Config>(purpose: Purpose) -> Terms {
	let (role, roll, until) = match purpose {
		Purpose::Vote(_) => (Role::Vote, Roll::AtDeclaration, None),
		_ => (RING.role, Roll::Recent, Some(Moment::MAX)),
	};
	let purse = T::MaxPurse::get();
	Terms { role, purpose, roll, uses: crate::MAX_USES, purse, until }
}

/// Enters a context in the place of the first one.
fn put_context<T: Config>(terms: Terms) {
	let context = Context {
		terms,
		declared_at: 0,
		closed: None,
		pseudonyms: 1,
		members: MAX_MEMBERS,
		ballot: Default::default(),
		newest_record: Some(RecordId(0)),
	};
	Contexts::<T>::insert(CONTEXT, context);
}

/// A pseudonym of the context, for a purpose.
fn put_pseudonym<T: Config>(purpose: Purpose) -> T::AccountId {
	put_context::<T>(terms::<T>(purpose));
	let who: T::AccountId = account("pseudonym", 0, 0);
	let alias = Alias([1; 32]);
	let pseudonym = Pseudonym { context: CONTEXT, alias, bound_at: 0, used: 0, vote: None };
	Pseudonyms::<T>::insert(&who, pseudonym);
	crate::Aliases::<T>::insert(CONTEXT, alias, &who);
	who
}

fn plea<T: Config>() -> Plea {
	Plea {
		class: T::BenchmarkHelper::class(),
		region: T::BenchmarkHelper::region(0),
		quantity: u64::MAX,
		priority: Priority::Stat,
		until: NOW.saturating_add(T::MaxAppeal::get()),
	}
}

/// An appeal of a pseudonym, to which `count` institutions behind the first promise something.
fn put_appeal<T: Config>(by: &T::AccountId, count: u32) -> AppealId {
	let id = AppealId(0);
	let promises = (0..count).map(|number| Promise {
		institution: InstitutionId(number.saturating_add(1_000)),
		quantity: 1,
	});
	let promises: Vec<Promise> = promises.collect();
	for promise in &promises {
		Correspondents::<T>::insert(by, promise.institution, 1);
	}
	let appeal = Appeal {
		by: by.clone(),
		plea: plea::<T>(),
		promises: BoundedVec::truncate_from(promises),
		closed: None,
		newest_record: Some(RecordId(0)),
	};
	crate::Appeals::<T>::insert(id, appeal);
	crate::NextAppealId::<T>::put(AppealId(1));
	id
}

/// What binds the fixture's account, against the oldest root that is still accepted.
fn binding<T: Config>() -> BindingOf<T> {
	BindingOf::<T> {
		context: CONTEXT,
		ring: RING.number,
		revision: 2,
		account: T::Fixture::account(),
		alias: T::Fixture::alias(),
		until: UNTIL.into(),
		proof: BoundedVec::truncate_from(T::Fixture::proof()),
	}
}

/// A chain on which the fixture's proof is accepted.
fn put_provable<T: Config>() {
	frame_system::BlockHash::<T>::insert(
		frame_system::pallet_prelude::BlockNumberFor::<T>::from(0u32),
		H256::zero(),
	);
	let now = UNTIL.saturating_sub(1);
	frame_system::Pallet::<T>::set_block_number(now.into());
	put_context::<T>(terms::<T>(Purpose::Appeal));
	let root = full_root::<T>();
	put_ring::<T>(RING, MAX_OLD_ROOTS.saturating_add(1), MAX_MEMBERS, Some(root));
	fill_old_roots::<T>(RING, root, MAX_MEMBERS);
	T::Purses::endow(T::MaxPurse::get());
}

#[benchmarks(where T: pallet_timestamp::Config<Moment = u64>)]
mod benchmarks {
	use super::*;
	use crate::{
		Answer, AppealEnd, BuildStep, Call, Cause, Complaint, Document, Party, Pseudonyms, Rating,
		Remnant, Rolls, SealingKey,
	};
	use frame_benchmarking::v2::*;
	use frame_support::{pallet_prelude::TransactionSource, traits::EnsureOrigin};
	use frame_system::RawOrigin;
	use salus_primitives::{ComplaintId, DocumentId};

	/// An institution, with the account that does everything for it.
	fn institution<T: Config>() -> (T::AccountId, InstitutionId) {
		let who: T::AccountId = account("admin", 0, 0);
		let institution = T::BenchmarkHelper::institution(&who);
		(who, institution)
	}

	/// The first institution, with an admin.
	fn first_institution<T: Config>() -> (T::AccountId, InstitutionId) {
		let first = InstitutionId(0);
		if T::Directory::standing(first).is_none() {
			return institution::<T>();
		}
		let who: T::AccountId = account("admin", 0, 0);
		T::BenchmarkHelper::agent(first, &who, Role::Admin);
		(who, first)
	}

	#[benchmark]
	fn register_key() {
		turn_to::<T>(NOW);
		put_provable::<T>();
		let (who, institution) = first_institution::<T>();
		fill_queue::<T>(MAX_QUEUED.saturating_sub(1));
		let key = T::Fixture::keys().remove(0);
		let possession = T::Fixture::possession();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), RING.role, key, possession);

		assert!(Keys::<T>::contains_key(RING.role, institution));
	}

	#[benchmark]
	fn withdraw_key() {
		turn_to::<T>(NOW);
		let (who, institution) = institution::<T>();
		fill_queue::<T>(MAX_QUEUED.saturating_sub(1));
		put_key::<T>(institution, a_key(0), Place::Queued);
		Queue::<T>::mutate(RING.role, |queue| queue.try_push(institution))
			.expect("a place is left");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), RING.role);

		assert!(!Keys::<T>::contains_key(RING.role, institution));
	}

	#[benchmark]
	fn start(m: Linear<0, { MAX_MEMBERS + MAX_QUEUED }>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let members = m.clamp(1, MAX_MEMBERS);
		fill_ring::<T>(members);
		fill_queue::<T>(m.saturating_sub(MAX_MEMBERS));
		// Its key is another one by now.
		let leaver = InstitutionId(members.saturating_sub(1));
		KeyHolders::<T>::remove(T::Fixture::keys()[leaver.0 as usize]);
		Keys::<T>::remove(RING.role, leaver);
		let step = BuildStep::Start(RING, Cause::Leaver(leaver));

		#[block]
		{
			Pallet::<T>::do_advance_ring(step, 0)?;
		}

		assert!(crate::Constructions::<T>::contains_key(RING.role));
		Ok(())
	}

	/// A construction of a ring that will be full, to which all members but `left` were pushed. These are to
	/// enter: institutions that may act, the first of a full queue.
	fn put_construction<T: Config>(left: u32) -> Construction {
		let pushed = MAX_MEMBERS.saturating_sub(left);
		fill_ring::<T>(pushed);
		crate::Drafts::<T>::insert(RING.role, Members::<T>::get(RING));
		let mut unfinished: Unfinished = T::Scheme::start();
		let keys: Vec<MemberKey> = T::Fixture::keys();
		for keys in keys[..pushed as usize].chunks(16) {
			T::Scheme::push(&mut unfinished, keys).expect("the fixture's keys are keys");
		}
		fill_queue::<T>(MAX_QUEUED);
		for (place, key) in keys[pushed as usize..].iter().enumerate() {
			let who: T::AccountId = account("member", place as u32, 0);
			let institution = T::BenchmarkHelper::institution(&who);
			put_key::<T>(institution, *key, Place::Queued);
			Queue::<T>::mutate(RING.role, |queue| queue[place] = institution);
		}
		let construction =
			Construction { ring: RING, revision: 2, pushed, entering: left, unfinished };
		crate::Constructions::<T>::insert(RING.role, &construction);
		construction
	}

	#[benchmark]
	fn push(k: Linear<1, { crate::MAX_PUSHED }>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let Construction { ring, revision, pushed, .. } = put_construction::<T>(k);
		let step = BuildStep::Push { ring, revision, pushed };

		#[block]
		{
			Pallet::<T>::do_advance_ring(step, 0)?;
		}

		let construction = crate::Constructions::<T>::get(RING.role);
		assert!(construction.is_some_and(|construction| construction.pushed == MAX_MEMBERS));
		Ok(())
	}

	#[benchmark]
	fn finish() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let Construction { ring, revision, .. } = put_construction::<T>(0);
		fill_old_roots::<T>(RING, Root([0; 288]), MAX_MEMBERS);
		let step = BuildStep::Finish { ring, revision };

		#[block]
		{
			Pallet::<T>::do_advance_ring(step, 0)?;
		}

		assert!(Rings::<T>::get(RING).is_some_and(|ring| ring.revision == revision));
		Ok(())
	}

	#[benchmark]
	fn authorize_start(m: Linear<16, MAX_QUEUED>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		// A new ring, beside as many full ones as may be.
		for number in 0..MAX_RINGS.saturating_sub(1) {
			put_ring::<T>(RingId { number, ..RING }, 1, MAX_MEMBERS, None);
		}
		fill_queue::<T>(m);
		let ring = RingId { number: MAX_RINGS.saturating_sub(1), ..RING };
		let step = BuildStep::Start(ring, Cause::Queue);

		#[block]
		{
			Pallet::<T>::authorize_step(TransactionSource::InBlock, &step, &0)
				.map_err(|_| BenchmarkError::Stop("the step is due"))?;
		}
		Ok(())
	}

	#[benchmark]
	fn authorize_push() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let Construction { ring, revision, pushed, .. } = put_construction::<T>(1);
		let step = BuildStep::Push { ring, revision, pushed };

		#[block]
		{
			Pallet::<T>::authorize_step(TransactionSource::InBlock, &step, &0)
				.map_err(|_| BenchmarkError::Stop("the step is due"))?;
		}
		Ok(())
	}

	#[benchmark]
	fn declare_context() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let origin =
			T::BallotOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		for number in 0..MAX_RINGS {
			put_ring::<T>(RingId { number, role: Role::Vote }, 1, MAX_MEMBERS, None);
		}
		T::Purses::endow(T::MaxPurse::get().saturating_mul(u128::from(u16::MAX)));
		let terms = terms::<T>(Purpose::Vote(T::Polls::wanted()));
		let context = crate::NextContextId::<T>::get();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, terms);

		assert_eq!(Rolls::<T>::iter_prefix(context).count(), usize::from(MAX_RINGS));
		Ok(())
	}

	#[benchmark]
	fn close_context() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let origin =
			T::GovernanceOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		put_context::<T>(terms::<T>(Purpose::Appeal));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, CONTEXT);

		assert!(Contexts::<T>::get(CONTEXT).is_some_and(|context| context.closed.is_some()));
		Ok(())
	}

	#[benchmark]
	fn bind() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		put_provable::<T>();
		let binding = binding::<T>();

		#[block]
		{
			Pallet::<T>::do_bind(binding)?;
		}

		assert!(Pseudonyms::<T>::contains_key(T::Fixture::account()));
		Ok(())
	}

	#[benchmark]
	fn authorize_bind() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		put_provable::<T>();
		let binding = binding::<T>();

		#[block]
		{
			Pallet::<T>::authorize_bind(TransactionSource::InBlock, &binding)
				.map_err(|_| BenchmarkError::Stop("the proof is accepted"))?;
		}
		Ok(())
	}

	#[benchmark]
	fn appeal() {
		turn_to::<T>(NOW);
		let who = put_pseudonym::<T>(Purpose::Appeal);
		let plea = plea::<T>();
		let id = crate::NextAppealId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), plea);

		assert!(crate::Appeals::<T>::contains_key(id));
	}

	#[benchmark]
	fn close_appeal() {
		turn_to::<T>(NOW);
		let who = put_pseudonym::<T>(Purpose::Appeal);
		let id = put_appeal::<T>(&who, MAX_PROMISES);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, AppealEnd::Served);

		assert!(crate::Appeals::<T>::get(id).is_some_and(|made| made.closed.is_some()));
	}

	#[benchmark]
	fn promise() {
		turn_to::<T>(NOW);
		let by = put_pseudonym::<T>(Purpose::Appeal);
		let id = put_appeal::<T>(&by, MAX_PROMISES.saturating_sub(1));
		let (who, institution) = institution::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, 1);

		assert_eq!(Correspondents::<T>::get(by, institution), 1);
	}

	#[benchmark]
	fn withdraw_promise() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let by = put_pseudonym::<T>(Purpose::Appeal);
		let id = put_appeal::<T>(&by, MAX_PROMISES.saturating_sub(1));
		let (who, institution) = institution::<T>();
		Pallet::<T>::promise(RawOrigin::Signed(who.clone()).into(), id, 1)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert_eq!(Correspondents::<T>::get(by, institution), 0);
		Ok(())
	}

	#[benchmark]
	fn complain() {
		turn_to::<T>(NOW);
		let who = put_pseudonym::<T>(Purpose::Complain);
		let transfer = T::Dealings::ended();
		let complaint = crate::NextComplaintId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), About::Transfer(transfer), H256::repeat_byte(1));

		assert!(crate::Complaints::<T>::contains_key(complaint));
	}

	#[benchmark]
	fn answer_complaint() {
		turn_to::<T>(NOW);
		let by = put_pseudonym::<T>(Purpose::Complain);
		let who: T::AccountId = account("commissioner", 0, 0);
		T::BenchmarkHelper::commission(T::BenchmarkHelper::region(1), &who);
		let id = ComplaintId(0);
		let complaint = Complaint {
			by,
			about: About::Transfer(T::Dealings::ended()),
			text: H256::repeat_byte(1),
			made_at: 0,
			answer: None,
			newest_record: Some(RecordId(0)),
		};
		crate::Complaints::<T>::insert(id, complaint);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, H256::repeat_byte(2));

		let answer: Option<Answer> =
			crate::Complaints::<T>::get(id).and_then(|complaint| complaint.answer);
		assert!(answer.is_some());
	}

	#[benchmark]
	fn rate() {
		turn_to::<T>(NOW);
		let who = put_pseudonym::<T>(Purpose::Rate);
		let transfer = T::Dealings::ended();
		let rated = T::Dealings::dealing(transfer).map(|dealing| dealing.receiver);
		let rated = rated.expect("the transfer is there");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), transfer, rated, Rating::Excellent);

		assert_eq!(crate::Reputations::<T>::get(rated), [0, 0, 0, 0, 1]);
	}

	#[benchmark]
	fn vote() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let origin =
			T::BallotOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		put_ring::<T>(RingId { role: Role::Vote, ..RING }, 1, MAX_MEMBERS, None);
		T::Purses::endow(T::MaxPurse::get().saturating_mul(u128::from(u16::MAX)));
		let context = crate::NextContextId::<T>::get();
		let terms = terms::<T>(Purpose::Vote(T::Polls::wanted()));
		Pallet::<T>::declare_context(origin, terms)?;
		let who: T::AccountId = account("pseudonym", 0, 0);
		let alias = Alias([1; 32]);
		let pseudonym = Pseudonym { context, alias, bound_at: 0, used: 0, vote: None };
		Pseudonyms::<T>::insert(&who, pseudonym);
		Pallet::<T>::vote(RawOrigin::Signed(who.clone()).into(), false)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), true);

		assert!(Pseudonyms::<T>::get(who).is_some_and(|pseudonym| pseudonym.vote == Some(true)));
		Ok(())
	}

	/// A sealing key that replaces an earlier one.
	fn put_sealing_key<T: Config>(party: Party<T::AccountId>) {
		let key = SealingKey { number: 1, key: [7; 32], since: 0 };
		crate::SealingKeys::<T>::insert(party, key);
	}

	#[benchmark]
	fn publish_sealing_key() {
		turn_to::<T>(NOW);
		let (who, institution) = institution::<T>();
		put_sealing_key::<T>(Party::Institution(institution));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), [9; 32]);

		let key = crate::SealingKeys::<T>::get(Party::Institution(institution));
		assert!(key.is_some_and(|key| key.number == 2));
	}

	#[benchmark]
	fn send_document() {
		turn_to::<T>(NOW);
		let to = put_pseudonym::<T>(Purpose::Appeal);
		let (who, institution) = institution::<T>();
		Correspondents::<T>::insert(&to, institution, 1);
		put_sealing_key::<T>(Party::Pseudonym(to.clone()));
		let document = crate::NextDocumentId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), Party::Pseudonym(to), H256::repeat_byte(1), 1);

		assert!(crate::Documents::<T>::contains_key(document));
	}

	fn put_document<T: Config>(from: T::AccountId, to: InstitutionId) -> DocumentId {
		let document = Document {
			from: Party::Pseudonym(from),
			to: Party::Institution(to),
			digest: H256::repeat_byte(1),
			sealed_to: 1,
			sent_at: 0,
			received_at: None,
			newest_record: Some(RecordId(0)),
		};
		crate::Documents::<T>::insert(DocumentId(0), document);
		DocumentId(0)
	}

	#[benchmark]
	fn acknowledge_document() {
		turn_to::<T>(NOW);
		let from = put_pseudonym::<T>(Purpose::Appeal);
		let (who, institution) = institution::<T>();
		let document = put_document::<T>(from, institution);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), document);

		let document = crate::Documents::<T>::get(document);
		assert!(document.is_some_and(|document| document.received_at.is_some()));
	}

	#[benchmark]
	fn forget() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let who = put_pseudonym::<T>(Purpose::Rate);
		for transfer in 0..u64::from(crate::MAX_USES) {
			let key = (&who, TransferId(transfer), InstitutionId(0));
			crate::Ratings::<T>::insert(key, Rating::Good);
		}
		put_sealing_key::<T>(Party::Pseudonym(who.clone()));
		T::Purses::endow(T::MaxPurse::get());
		T::Purses::fill(&who, T::MaxPurse::get())?;
		Contexts::<T>::mutate(CONTEXT, |context| {
			if let Some(context) = context {
				context.closed = Some(1);
				context.newest_record = None;
			}
		});
		let caller: T::AccountId = account("caller", 0, 0);
		T::BenchmarkHelper::institution(&caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), Remnant::Pseudonym(who.clone()));

		assert!(!Pseudonyms::<T>::contains_key(who));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::populated(), crate::mock::Test);
}
