//! Members without their names, on a chain with blocks and with real proofs: rings are built, accounts are bound,
//! and pseudonyms appeal, complain, rate, vote and write; what all of that costs, and what it tells.

use crate::{
	assembly::commissions,
	chain::{account, address, on, salus_state, sign, Chain},
	claims::{donated_masks, event, gift, DONOR, HOSPITAL, MASKS},
	emergencies::{by, code, council},
};
use codec::Encode;
use frame_support::{
	assert_ok,
	dispatch::GetDispatchInfo,
	storage::with_transaction,
	traits::{schedule::DispatchTime, InstanceFilter, ReservableCurrency},
	weights::Weight,
	BoundedVec,
};
use frame_system::offchain::CreateAuthorizedTransaction;
use pallet_assembly::{Error as AssemblyError, Obstacle};
use pallet_circulation::LegReceipt;
use pallet_protection::{
	binding_message, context_name, possession_message, About, Aliases, Answer, AppealEnd, Binding,
	BindingOf, BuildStep, Call, Cause, Complaints, Documents, Error, Event, Keys, Members,
	NextAppealId, NextComplaintId, NextContextId, NextDocumentId, Party, Place, Plea, Promise,
	Pseudonyms, Purpose, Rating, Rings, Roll, Terms,
};
use pallet_proxy::Call as ProxyCall;
use pallet_utility::Call as UtilityCall;
use salus_primitives::{
	time::DAY, Action, Actor, AppealId, Ballots, ComplaintId, ContextId, DocumentId, InstitutionId,
	Moment, Outcome, Priority, Progress, Purses, ReferendumId, RingId, Role, Subject, Tally, Track,
	TransferId,
};
use salus_rings::{Bandersnatch, RingProver};
use salus_runtime::{
	configs::{
		accounts::ProxyType,
		assembly::Polls,
		protection::{pot, FromPot},
		system::RuntimeBlockWeights,
	},
	AccountId, Assembly, Balance, Balances, BlockNumber, Executive, Protection, Runtime,
	RuntimeCall, RuntimeEvent, RuntimeOrigin, Supervision, System, TransactionPayment,
	UncheckedExtrinsic, BLOCK_SHARE, DAYS, EXISTENTIAL_DEPOSIT, HOURS, MAXIMUM_BLOCK_WEIGHT,
	MICROUNIT, NORMAL_DISPATCH_RATIO, UNIT,
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{
	traits::BadOrigin,
	transaction_validity::{
		InvalidTransaction, TransactionSource, TransactionValidity, TransactionValidityError,
	},
	ApplyExtrinsicResult, DispatchError, DispatchResult, TransactionOutcome,
};
use std::collections::BTreeSet;

/// What an institution knows, and nobody else.
pub type Secret = <Bandersnatch as RingProver>::Secret;

/// The ring of those who receive, and of those who vote.
pub const RING: RingId = RingId { role: Role::Receive, number: 0 };
pub const VOTING: RingId = RingId { role: Role::Vote, number: 0 };
/// The contexts that the chain starts with.
const APPEALS: ContextId = ContextId(0);
const COMPLAINTS: ContextId = ContextId(1);
const RATINGS: ContextId = ContextId(2);

/// How many institutions register keys: two more than a ring must have.
const MEMBERS: usize = 18;
/// How many register keys with which they vote: more than half of 38.
const VOTERS: usize = 20;
/// How long after one revision of a ring the next one begins, where an hour lasts a second.
const BUILD_REST: Moment = 3_000;
/// For how long a root is accepted that was replaced.
const RETENTION: Moment = 24_000;

/// The keys of accounts that nobody knows.
const OWL: &str = "Owl";
const FOX: &str = "Fox";
const BAT: &str = "Bat";

/// The institution that registers a key as the one of this number: a commission each.
pub fn member(number: usize) -> InstitutionId {
	InstitutionId(7 + number as u32)
}

/// The secret of an institution for a role, its first one or a later one.
pub fn secret(role: Role, institution: InstitutionId, generation: u32) -> Secret {
	Bandersnatch::secret(&blake2_256(&(role, institution, generation).encode()))
}

fn genesis() -> H256 {
	System::block_hash(0)
}

/// The call by which an institution registers its key for a role.
pub fn registering(role: Role, institution: InstitutionId, generation: u32) -> Call<Runtime> {
	let secret = secret(role, institution, generation);
	let key = Bandersnatch::key(&secret);
	let message = possession_message(genesis(), role, institution, &key);
	let possession = Bandersnatch::possess(&secret, &message);
	Call::register_key { role, key, possession }
}

/// What binds an account to a secret's pseudonym in a context, against the newest revision of a ring.
pub fn binding(
	secret: &Secret,
	ring: RingId,
	context: ContextId,
	account: AccountId,
) -> BindingOf<Runtime> {
	let members: Vec<_> = Members::<Runtime>::get(ring).iter().map(|member| member.key).collect();
	let revision = Rings::<Runtime>::get(ring).map_or(0, |ring| ring.revision);
	let until = System::block_number() + 20;
	let name = context_name(genesis(), context);
	let message = binding_message(genesis(), context, &account, &until);
	let proof = Bandersnatch::prove(secret, &members, &name, &message).expect("it is a member");
	let alias = Bandersnatch::alias(secret, &name);
	let proof = BoundedVec::truncate_from(proof);
	Binding { context, ring: ring.number, revision, account, alias, until, proof }
}

/// The first secret with which an institution receives.
fn receiving(number: usize) -> Secret {
	secret(RING.role, member(number), 0)
}

/// The call that binds the account at `path` to the pseudonym of a member.
fn bind(number: usize, context: ContextId, path: &str) -> Call<Runtime> {
	let role = Protection::context(context).expect("it is there").context.terms.role;
	let ring = RingId { role, number: 0 };
	let secret = secret(role, member(number), 0);
	Call::bind { binding: binding(&secret, ring, context, account(path)) }
}

/// A call in nobody's name.
fn posting(call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
	<Runtime as CreateAuthorizedTransaction<RuntimeCall>>::create_authorized_transaction(
		call.into(),
	)
}

/// A block holds a call in nobody's name.
fn post(call: impl Into<RuntimeCall>) -> ApplyExtrinsicResult {
	Executive::apply_extrinsic(posting(call))
}

/// What the pool says of a call in nobody's name, on top of the block that is open.
fn verdict(source: TransactionSource, call: impl Into<RuntimeCall>) -> TransactionValidity {
	let transaction = posting(call);
	let asked = || {
		let parent = System::parent_hash();
		let told = Executive::validate_transaction(source, transaction, parent);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(told))
	};
	with_transaction(asked).expect("nothing is written")
}

/// Neither the pool nor a block takes a call in nobody's name, and both say why.
fn not_taken(call: Call<Runtime>, error: Error<Runtime>) {
	let DispatchError::Module(module) = DispatchError::from(error) else {
		unreachable!("it is an error of a pallet")
	};
	let told = TransactionValidityError::from(InvalidTransaction::Custom(module.error[0]));
	let before = salus_state();
	for source in [TransactionSource::External, TransactionSource::Local] {
		assert_eq!(verdict(source, call.clone()), Err(told));
	}
	assert_eq!(post(call), Err(told));
	assert_eq!(salus_state(), before);
}

/// The first commissions register their keys for a role.
pub fn register(chain: &mut Chain, role: Role, members: usize) {
	for (number, path) in commissions().into_iter().take(members).enumerate() {
		assert_ok!(chain.call(path, registering(role, member(number), 0)));
	}
}

/// Does the steps of building rings of a role that are due, each in a block of its own.
fn build(chain: &mut Chain, role: Role) {
	while let Some(step) = Protection::due_step(role) {
		assert_ok!(post(Call::advance_ring { step, discriminator: 0 }).expect("it is due"));
		chain.advance(2_000);
	}
}

/// A chain with a ring of those who receive that can be used.
fn with_ring(test: impl FnOnce(&mut Chain)) {
	on("development", |chain| {
		register(chain, RING.role, MEMBERS);
		build(chain, RING.role);
		test(chain);
	});
}

/// The same, with a ring of those who vote.
fn with_voters(test: impl FnOnce(&mut Chain)) {
	with_ring(|chain| {
		register(chain, VOTING.role, VOTERS);
		build(chain, VOTING.role);
		test(chain);
	});
}

/// Binds the account at `path` to the pseudonym of a member.
fn bound(chain: &mut Chain, number: usize, context: ContextId, path: &str) {
	assert_ok!(post(bind(number, context, path)).expect("it is proven"));
	chain.advance(2_000);
}

/// A plea for so many masks in Hubei.
pub fn plea(now: Moment, quantity: u64) -> Plea {
	Plea {
		class: MASKS,
		region: code("CN-HB"),
		quantity,
		priority: Priority::Urgent,
		until: now + 30 * DAY,
	}
}

fn appeal(chain: &Chain, quantity: u64) -> Call<Runtime> {
	Call::appeal { plea: plea(chain.now, quantity) }
}

/// A key of which everybody could have the secret, and nobody has.
pub fn sealing_key(number: u64) -> [u8; 32] {
	blake2_256(&("a key", number).encode())
}

/// What a transaction of a call costs whoever signs it.
fn fee(path: &str, call: impl Into<RuntimeCall>) -> Balance {
	let transaction = sign(path, call.into());
	let length = transaction.encoded_size() as u32;
	TransactionPayment::query_info(transaction, length).partial_fee
}

/// The donor's masks have reached the hospital, and nothing more is expected of them.
fn settled(chain: &mut Chain) -> TransferId {
	let lot = donated_masks(chain, 100);
	let transfer = pallet_circulation::NextTransferId::<Runtime>::get();
	let proposal = gift(chain, &[(lot, 100)]);
	assert_ok!(chain.call("Alice", pallet_circulation::Call::propose { proposal }));
	assert_ok!(chain.call("Bob", pallet_circulation::Call::accept { transfer }));
	let dispatch = pallet_circulation::Call::dispatch {
		transfer,
		carrier: None,
		sscc: None,
		expected: None,
		sensor: None,
		event: event(chain),
	};
	assert_ok!(chain.call("Alice", dispatch));
	let legs = vec![LegReceipt { accepted: 100, ..Default::default() }];
	let receive = pallet_circulation::Call::receive {
		transfer,
		legs: legs.try_into().expect("one leg fits"),
		sensor: None,
		document: None,
		event: event(chain),
	};
	assert_ok!(chain.call("Bob", receive));
	transfer
}

/// The actions on a subject, in their order, and who acted.
fn trail(subject: Subject) -> Vec<(Action, Actor<AccountId>)> {
	let page = Supervision::history(subject, None, 256);
	let entries = page.entries.into_iter().rev();
	entries.map(|entry| (entry.record.action, entry.record.actor)).collect()
}

#[test]
fn a_ring_is_built_by_steps_that_nobody_signs() {
	on("development", |chain| {
		register(chain, RING.role, MEMBERS);
		assert_eq!(Protection::queue(RING.role).len(), MEMBERS);
		let start = BuildStep::Start(RING, Cause::Queue);
		assert_eq!(Protection::due_step(RING.role), Some(start));
		let step = |step| Call::advance_ring { step, discriminator: 7 };
		// Whoever signs is not nobody.
		assert_eq!(chain.refused("Eve", step(start)), BadOrigin.into());
		let revision = 1;
		not_taken(step(BuildStep::Finish { ring: RING, revision }), Error::WrongStep);
		assert!(verdict(TransactionSource::External, step(start)).is_ok());
		build(chain, RING.role);
		let ring = Protection::ring(RING).expect("it is built");
		assert_eq!((ring.revision, ring.members, ring.usable), (1, MEMBERS as u32, true));
		assert!(Protection::queue(RING.role).is_empty());
		// Everybody is in it by the key that it registered, and it is public who.
		let members = Protection::ring_members(RING);
		for number in 0..MEMBERS {
			let key = Keys::<Runtime>::get(RING.role, member(number)).expect("it has one");
			assert_eq!(key.place, Place::Ring(RING.number));
			let entry = members.iter().find(|entry| entry.institution == member(number));
			assert_eq!(entry.map(|entry| entry.key), Some(key.key));
		}
		let built = trail(Subject::Ring(RING));
		assert_eq!(built.last().map(|(action, _)| *action), Some(Action::RingBuilt));
	});
}

#[test]
fn an_account_is_bound_by_a_proof_that_nobody_signs() {
	with_ring(|chain| {
		let call = bind(3, APPEALS, OWL);
		assert_eq!(chain.refused("Eve", call.clone()), BadOrigin.into());
		for source in [TransactionSource::External, TransactionSource::Local] {
			let told = verdict(source, call.clone()).expect("it is proven");
			assert!(told.propagate && told.longevity <= 64);
			assert_eq!(told.provides.len(), 2, "the alias, and the account");
		}
		let there = Balances::free_balance(pot());
		assert_ok!(post(call.clone()).expect("it is proven"));
		let pseudonym = Protection::pseudonym(account(OWL)).expect("it is bound");
		let (context, alias) = (APPEALS, pseudonym.alias);
		System::assert_has_event(RuntimeEvent::Protection(Event::PseudonymBound {
			context,
			alias,
			account: account(OWL),
		}));
		assert_eq!(Balances::free_balance(account(OWL)), UNIT);
		assert_eq!(Balances::free_balance(pot()), there - UNIT);
		assert_eq!(trail(Subject::Context(APPEALS)), [(Action::PseudonymBound, Actor::Proof)]);
		// Once is enough: the same proof, and another one of the same member for another account.
		chain.advance(2_000);
		not_taken(call, Error::AliasTaken);
		not_taken(bind(3, APPEALS, FOX), Error::AliasTaken);
		// Who is in the ring may, and is another one.
		bound(chain, 4, APPEALS, FOX);
		assert_ne!(Protection::pseudonym(account(FOX)).map(|other| other.alias), Some(alias));
	});
}

#[test]
fn a_proof_is_worth_nothing_with_another_account_context_block_or_ring() {
	with_ring(|chain| {
		let honest = binding(&receiving(0), RING, APPEALS, account(OWL));
		let name = context_name(genesis(), COMPLAINTS);
		let elsewhere = Bandersnatch::alias(&receiving(0), &name);
		let of_other = Bandersnatch::alias(&receiving(1), &context_name(genesis(), APPEALS));
		let mut broken = honest.clone();
		broken.proof[100] ^= 1;
		for forged in [
			Binding { account: account(FOX), ..honest.clone() },
			Binding { context: COMPLAINTS, ..honest.clone() },
			Binding { context: COMPLAINTS, alias: elsewhere, ..honest.clone() },
			Binding { alias: of_other, ..honest.clone() },
			Binding { until: honest.until + 1, ..honest.clone() },
			broken,
		] {
			not_taken(Call::bind { binding: forged }, Error::NotProven);
		}
		let wrong = |binding, error| not_taken(Call::bind { binding }, error);
		wrong(Binding { revision: 2, ..honest.clone() }, Error::WrongRevision);
		wrong(Binding { ring: 1, ..honest.clone() }, Error::RingNotFound);
		wrong(Binding { until: 1, ..honest.clone() }, Error::WindowPassed);
		wrong(Binding { account: account("Bob"), ..honest.clone() }, Error::AccountNotFresh);
		wrong(Binding { context: ContextId(9), ..honest.clone() }, Error::ContextNotFound);
		let mut short = honest.clone();
		short.proof.truncate(784);
		wrong(short, Error::ProofLength);
		// Whoever made all of these up has kept nobody out.
		assert_ok!(post(Call::bind { binding: honest }).expect("it is proven"));
		chain.advance(2_000);
	});
}

#[test]
fn whoever_is_suspended_leaves_with_the_next_revision_and_its_pseudonym_acts_on() {
	with_ring(|chain| {
		bound(chain, 5, APPEALS, OWL);
		let institution = member(5);
		let suspend = pallet_registry::Call::suspend_institution { institution };
		assert_ok!(by(RuntimeOrigin::root(), suspend));
		let late = binding(&receiving(5), RING, COMPLAINTS, account(FOX));
		chain.advance(BUILD_REST);
		let leaver = BuildStep::Start(RING, Cause::Leaver(institution));
		assert_eq!(Protection::due_step(RING.role), Some(leaver));
		build(chain, RING.role);
		let ring = Protection::ring(RING).expect("it is built");
		assert_eq!((ring.revision, ring.members), (2, MEMBERS as u32 - 1));
		// A proof that was on its way is not in vain, for a while.
		let until = late.until;
		assert!(verdict(TransactionSource::External, Call::bind { binding: late.clone() }).is_ok());
		chain.advance(RETENTION);
		assert!(System::block_number() < until);
		not_taken(Call::bind { binding: late }, Error::WrongRevision);
		let appeal = appeal(chain, 10);
		assert_ok!(chain.call(OWL, appeal));
	});
}

#[test]
fn an_appeal_is_promised_something_and_documents_go_both_ways() {
	with_ring(|chain| {
		bound(chain, 0, APPEALS, OWL);
		let (id, owl) = (NextAppealId::<Runtime>::get(), Party::Pseudonym(account(OWL)));
		let call = appeal(chain, 500);
		assert_ok!(chain.call(OWL, call));
		let digest = H256::repeat_byte(5);
		let to = owl.clone();
		let write = Call::send_document { to, digest, sealed_to: 1 };
		let nobody = Error::<Runtime>::NoCorrespondence;
		assert_eq!(chain.refused("Bob", write.clone()), nobody.into());
		let promise = |quantity| Call::promise { appeal: id, quantity };
		let much = Error::<Runtime>::TooMuch;
		assert_eq!(chain.refused("Bob", promise(501)), much.into());
		assert_ok!(chain.call("Bob", promise(300)));
		let promises = Protection::appeal_entry(id).expect("it is there").promises.into_inner();
		assert_eq!(promises, [Promise { institution: HOSPITAL, quantity: 300 }]);
		for (path, number) in [(OWL, 1), ("Bob", 2)] {
			let key = sealing_key(number);
			assert_ok!(chain.call(path, Call::publish_sealing_key { key }));
		}
		let first = NextDocumentId::<Runtime>::get();
		assert_ok!(chain.call("Bob", write));
		let receive = |document| Call::acknowledge_document { document };
		let stranger = Error::<Runtime>::NotReceiver;
		assert_eq!(chain.refused("Bob", receive(first)), stranger.into());
		assert_ok!(chain.call(OWL, receive(first)));
		let hospital = || Party::Institution(HOSPITAL);
		let second = NextDocumentId::<Runtime>::get();
		assert_ok!(chain.call(OWL, Call::send_document { to: hospital(), digest, sealed_to: 1 }));
		assert_ok!(chain.call("Bob", receive(second)));
		let document = Documents::<Runtime>::get(second).expect("it is there");
		assert_eq!((document.from, document.to), (owl, hospital()));
		assert_eq!(document.received_at, Some(chain.now));

		assert_ok!(chain.call(OWL, Call::close_appeal { appeal: id, end: AppealEnd::Served }));
		// On the trail are the account that is bound, and no member.
		let pseudonym = Actor::Pseudonym(account(OWL));
		assert_eq!(
			trail(Subject::Appeal(id)),
			[
				(Action::AppealMade, pseudonym.clone()),
				(Action::PromiseMade, Actor::Account(account("Bob"))),
				(Action::AppealClosed, pseudonym.clone()),
			]
		);
		assert_eq!(
			trail(Subject::Document(first)),
			[
				(Action::DocumentSent, Actor::Account(account("Bob"))),
				(Action::DocumentReceived, pseudonym),
			]
		);
	});
}

#[test]
fn a_complaint_is_answered_by_a_commission() {
	with_ring(|chain| {
		bound(chain, 1, COMPLAINTS, FOX);
		let id = NextComplaintId::<Runtime>::get();
		let (about, text) = (About::Institution(HOSPITAL), H256::repeat_byte(1));
		assert_ok!(chain.call(FOX, Call::complain { about, text }));
		let answer = Call::answer_complaint { complaint: id, text };
		let hospital = Error::<Runtime>::NotCommission;
		assert_eq!(chain.refused("Bob", answer.clone()), hospital.into());
		// The one that complained may answer like any other: nobody can tell.
		assert_ok!(chain.call(commissions()[1], answer));
		let complaint = Complaints::<Runtime>::get(id).expect("it is there");
		let (institution, at) = (member(1), chain.now);
		assert_eq!(complaint.answer, Some(Answer { institution, text, at }));
		let wrong = Error::<Runtime>::WrongPurpose;
		let appeal = appeal(chain, 1);
		assert_eq!(chain.refused(FOX, appeal), wrong.into());
	});
}

#[test]
fn an_institution_is_rated_after_a_transfer_once() {
	with_ring(|chain| {
		bound(chain, 2, RATINGS, BAT);
		let transfer = settled(chain);
		let rate = |institution, rating| Call::rate { transfer, institution, rating };
		assert_ok!(chain.call(BAT, rate(DONOR, Rating::Excellent)));
		assert_ok!(chain.call(BAT, rate(HOSPITAL, Rating::Fair)));
		let twice = Error::<Runtime>::Rated;
		assert_eq!(chain.refused(BAT, rate(DONOR, Rating::Bad)), twice.into());
		let other = Error::<Runtime>::NotParty;
		assert_eq!(chain.refused(BAT, rate(member(0), Rating::Bad)), other.into());
		assert_eq!(Protection::reputation(DONOR), [0, 0, 0, 0, 1]);
		assert_eq!(Protection::reputation(HOSPITAL), [0, 0, 1, 0, 0]);
	});
}

/// A commission submits a referendum on a call that does nothing, which is to be put to a ring.
fn submitted(chain: &mut Chain) -> ReferendumId {
	let id = <Polls as Ballots<BlockNumber>>::next();
	let remark = frame_system::Call::<Runtime>::remark { remark: b"masks".to_vec() };
	let proposal = Box::new(RuntimeCall::from(remark));
	let (track, enactment) = (Track::Reallocation, DispatchTime::After(0));
	let submit = pallet_assembly::Call::submit_for_ring { track, proposal, enactment };
	assert_ok!(chain.call(commissions()[0], submit));
	id
}

/// The call that puts a referendum to the ring of those who vote.
pub fn putting(referendum: ReferendumId) -> Call<Runtime> {
	let terms = Terms {
		role: VOTING.role,
		purpose: Purpose::Vote(referendum),
		roll: Roll::AtDeclaration,
		uses: 4,
		purse: UNIT,
		until: None,
	};
	Call::declare_context { terms }
}

fn tally(referendum: ReferendumId) -> (u32, u32, u32) {
	let told = <Polls as Ballots<BlockNumber>>::tally(referendum);
	let Tally { heads, ayes, nays } = told.expect("it is ongoing");
	(heads, ayes, nays)
}

#[test]
fn a_referendum_is_decided_in_secret() {
	with_voters(|chain| {
		let referendum = submitted(chain);
		let context = NextContextId::<Runtime>::get();
		assert_eq!(chain.refused("Bob", putting(referendum)), BadOrigin.into());
		assert_eq!(council(chain, 3, putting(referendum)), Err(BadOrigin.into()));
		assert_ok!(council(chain, 4, putting(referendum)));
		// Nobody says openly any more what it thinks.
		let open = pallet_assembly::Call::vote { referendum, aye: true };
		let secret = AssemblyError::<Runtime>::SecretBallot;
		assert_eq!(chain.refused("Bob", open), secret.into());
		let obstacles = Assembly::explain_vote(HOSPITAL, referendum).obstacles;
		assert_eq!(obstacles, [Obstacle::SecretBallot]);

		// Six of 38 members are for it, which is a seventh.
		for number in 0..8 {
			let voter = format!("Voter//{number}");
			bound(chain, number, context, &voter);
			assert_ok!(chain.call(&voter, Call::vote { aye: number < 6 }));
		}
		assert_eq!(tally(referendum), (6, 6, 2));
		// One changes its mind, and changes it back.
		for aye in [false, true] {
			assert_ok!(chain.call("Voter//0", Call::vote { aye }));
		}
		let same = Error::<Runtime>::SameVote;
		assert_eq!(chain.refused("Voter//0", Call::vote { aye: true }), same.into());
		assert_eq!(tally(referendum), (6, 6, 2));
		let view = Protection::context(context).expect("it is there");
		assert_eq!((view.context.ballot.ayes, view.context.ballot.nays), (6, 2));
		assert_eq!((view.turnout, view.context.members), (8, VOTERS as u32));

		let progress = || <Polls as Ballots<BlockNumber>>::progress(referendum);
		for _ in 0..60 {
			if progress() != Some(Progress::Ongoing) {
				break;
			}
			chain.advance(2_000);
		}
		let approved = |progress| {
			matches!(progress, Some(Progress::Decided { outcome: Outcome::Approved, .. }))
		};
		assert!(approved(progress()), "{:?}", progress());
		let over = Error::<Runtime>::ContextOver;
		assert_eq!(chain.refused("Voter//0", Call::vote { aye: false }), over.into());
		assert_ok!(chain.call("Bob", pallet_assembly::Call::record_outcome { referendum }));
		// Every vote is on the trail of the referendum, and of none is known whose it is.
		let votes = trail(Subject::Referendum(referendum)).into_iter();
		let votes = votes.filter(|(action, _)| *action == Action::SecretVoteCast);
		let accounts: BTreeSet<_> = votes
			.map(|(_, actor)| match actor {
				Actor::Pseudonym(account) => account,
				other => panic!("{other:?} voted"),
			})
			.collect();
		assert_eq!(accounts.len(), 8);
	});
}

#[test]
fn nobody_votes_on_what_waits_for_a_ring_before_its_time_is_over() {
	with_voters(|chain| {
		let late = submitted(chain);
		let vote = |referendum| pallet_assembly::Call::vote { referendum, aye: true };
		let awaits = AssemblyError::<Runtime>::AwaitsRing;
		assert_eq!(chain.refused("Bob", vote(late)), awaits.into());
		let referendum = submitted(chain);
		for origin in [pallet_assembly::Origin::Regulation, pallet_assembly::Origin::Emergency] {
			assert_eq!(by(origin, putting(referendum)), Err(BadOrigin.into()));
		}
		assert_ok!(council(chain, 4, putting(referendum)));
		let secret = AssemblyError::<Runtime>::SecretBallot;
		assert_eq!(council(chain, 4, putting(referendum)), Err(secret.into()));
		let wait = Polls::ring_wait(Track::Reallocation).expect("it may be secret");
		for _ in 0..wait {
			chain.advance(2_000);
		}
		let over = AssemblyError::<Runtime>::WaitOver;
		assert_eq!(by(RuntimeOrigin::root(), putting(late)), Err(over.into()));
		assert_ok!(chain.call("Bob", vote(late)));
	});
}

#[test]
fn what_waits_for_a_ring_does_so_for_a_seventh_of_its_time() {
	on("development", |_| {
		for pace in [1, 60, 3_600] {
			let pace = core::num::NonZeroU32::new(pace).expect("it is no zero");
			pallet_assembly::Pace::<Runtime>::put(pace);
			let blocks = Polls::ring_wait(Track::Accreditation).expect("it may be secret");
			assert_eq!(blocks, 2 * DAYS / pace.get());
			// Ten hours, and a little.
			let blocks = Polls::ring_wait(Track::Reallocation).expect("it may be secret");
			let time = blocks * pace.get();
			assert!((10 * HOURS..10 * HOURS + HOURS / 3).contains(&time), "{time} at {pace}");
		}
		for track in [Track::Regulation, Track::Emergency, Track::Upgrade] {
			assert_eq!(Polls::ring_wait(track), None);
		}
	});
}

#[test]
fn a_ring_of_no_more_than_half_of_the_members_decides_nothing() {
	with_ring(|chain| {
		let referendum = submitted(chain);
		let none = Error::<Runtime>::NoRing;
		assert_eq!(by(RuntimeOrigin::root(), putting(referendum)), Err(none.into()));
		register(chain, VOTING.role, VOTERS - 1);
		build(chain, VOTING.role);
		let few = AssemblyError::<Runtime>::TooFewVoters;
		assert_eq!(by(RuntimeOrigin::root(), putting(referendum)), Err(few.into()));
		// Nor do those decide who receive.
		let Call::declare_context { terms } = putting(referendum) else { unreachable!() };
		let terms = Terms { role: RING.role, ..terms };
		let wrong = Error::<Runtime>::WrongRole;
		assert_eq!(by(RuntimeOrigin::root(), Call::declare_context { terms }), Err(wrong.into()));
		// Nor does anybody in secret on what may change everything.
		let remark = frame_system::Call::<Runtime>::remark { remark: b"code".to_vec() };
		let (track, proposal) = (Track::Upgrade, Box::new(RuntimeCall::from(remark)));
		let enactment = DispatchTime::After(0);
		let submit = pallet_assembly::Call::submit_for_ring { track, proposal, enactment };
		let never = AssemblyError::<Runtime>::NeverSecret;
		assert_eq!(chain.refused(commissions()[0], submit), never.into());
	});
}

/// What the last call did that a proxy dispatched.
fn proxied() -> DispatchResult {
	let executed = System::events().into_iter().rev().find_map(|record| match record.event {
		RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => Some(result),
		_ => None,
	});
	executed.expect("a proxy acted")
}

#[test]
fn a_batch_and_a_proxy_do_what_the_pseudonym_may_and_no_more() {
	with_ring(|chain| {
		bound(chain, 0, APPEALS, OWL);
		let used = || Protection::pseudonym(account(OWL)).expect("it is bound").used;
		let batch = |calls| RuntimeCall::from(UtilityCall::batch_all { calls });
		let call = || RuntimeCall::from(appeal_for(7));
		assert_ok!(chain.call(OWL, batch(vec![call(), call()])));
		assert_eq!(used(), 2);
		// One appeal more than its context allows, and none is made.
		let used_up = Error::<Runtime>::UsedUp;
		assert_eq!(chain.refused(OWL, batch(vec![call(); 7])), used_up.into());
		assert_eq!(used(), 2);
		// Somebody else sends transactions for it, who might live elsewhere.
		let delegate = address("Eve");
		let give = ProxyCall::add_proxy { delegate, proxy_type: ProxyType::NonTransfer, delay: 0 };
		assert_ok!(chain.call(OWL, give));
		let through = |call: RuntimeCall| {
			let (real, force_proxy_type) = (address(OWL), None);
			RuntimeCall::from(ProxyCall::proxy { real, force_proxy_type, call: Box::new(call) })
		};
		assert_ok!(chain.call("Eve", through(call())));
		assert_eq!((proxied(), used()), (Ok(()), 3));
		assert_ok!(chain.call("Eve", through(batch(vec![call()]))));
		assert_eq!((proxied(), used()), (Ok(()), 4));
		let newest = AppealId(NextAppealId::<Runtime>::get().0 - 1);
		assert_eq!(Protection::appeal_entry(newest).map(|appeal| appeal.by), Some(account(OWL)));
		// The pseudonym is nobody's agent, and whoever has a proxy of it is not the pseudonym.
		let promise = RuntimeCall::from(Call::promise { appeal: newest, quantity: 1 });
		assert_ok!(chain.call("Eve", through(promise)));
		assert!(proxied().is_err());
		let nobody = Error::<Runtime>::NotPseudonym;
		assert_eq!(chain.refused("Eve", call()), nobody.clone().into());
		let derived = UtilityCall::as_derivative { index: 0, call: Box::new(call()) };
		assert_eq!(chain.refused(OWL, derived), nobody.into());
	});
}

/// An appeal for so many masks within the year in which tests begin.
fn appeal_for(quantity: u64) -> Call<Runtime> {
	Call::appeal { plea: plea(crate::chain::START, quantity) }
}

#[test]
fn sending_proxies_promise_and_write_and_receiving_ones_acknowledge() {
	let appeal = AppealId(0);
	let sending: [RuntimeCall; 3] = [
		Call::promise { appeal, quantity: 1 }.into(),
		Call::withdraw_promise { appeal }.into(),
		Call::send_document {
			to: Party::Institution(HOSPITAL),
			digest: H256::zero(),
			sealed_to: 1,
		}
		.into(),
	];
	let receiving: RuntimeCall = Call::acknowledge_document { document: DocumentId(0) }.into();
	for call in &sending {
		assert!(ProxyType::Dispatch.filter(call) && !ProxyType::Receive.filter(call));
	}
	assert!(ProxyType::Receive.filter(&receiving) && !ProxyType::Dispatch.filter(&receiving));
	let key = sealing_key(0);
	let own: [RuntimeCall; 3] = [
		Call::withdraw_key { role: RING.role }.into(),
		Call::publish_sealing_key { key }.into(),
		Call::answer_complaint { complaint: ComplaintId(0), text: H256::zero() }.into(),
	];
	for call in sending.iter().chain(&own).chain([&receiving]) {
		assert!(ProxyType::NonTransfer.filter(call));
		for narrow in [ProxyType::Stock, ProxyType::Council, ProxyType::Statistics] {
			assert!(!narrow.filter(call));
		}
	}
	for call in &own {
		assert!(!ProxyType::Dispatch.filter(call) && !ProxyType::Receive.filter(call));
	}
}

/// What a step adds to the state: of each new entry the place behind the names of pallet and map, and what is
/// there.
fn added(step: impl FnOnce()) -> Vec<Vec<u8>> {
	let before: BTreeSet<_> = salus_state().into_iter().map(|(key, _)| key).collect();
	step();
	let entries = salus_state().into_iter().filter(|(key, _)| !before.contains(key));
	entries.flat_map(|(key, value)| [key[32..].to_vec(), value]).collect()
}

/// Every run of sixteen bytes.
fn runs(parts: &[Vec<u8>]) -> BTreeSet<&[u8]> {
	parts.iter().flat_map(|part| part.windows(16)).collect()
}

/// Binds an account in the block that is being made.
fn bound_in_block(binding: Call<Runtime>) {
	assert_ok!(post(binding).expect("it is proven"));
}

#[test]
fn nothing_stored_links_two_pseudonyms_of_one_member() {
	with_ring(|chain| {
		let one = added(|| bound_in_block(bind(6, APPEALS, OWL)));
		chain.advance(2_000);
		let other = added(|| bound_in_block(bind(6, COMPLAINTS, FOX)));
		let (one, other) = (runs(&one), runs(&other));
		assert!(one.contains(&AsRef::<[u8]>::as_ref(&account(OWL))[..16]), "runs are compared");
		assert_eq!(one.intersection(&other).count(), 0);
		// Nor does anything link either to the member.
		let key = Keys::<Runtime>::get(RING.role, member(6)).expect("it has one").key;
		for run in key.0.windows(16) {
			assert!(!one.contains(run) && !other.contains(run));
		}
		let alias = |context, path| {
			let pseudonym = Pseudonyms::<Runtime>::get(account(path)).expect("it is bound");
			assert_eq!(Aliases::<Runtime>::get(context, pseudonym.alias), Some(account(path)));
			pseudonym.alias
		};
		assert_ne!(alias(APPEALS, OWL), alias(COMPLAINTS, FOX));
	});
}

#[test]
fn thirty_members_are_bound_in_a_block_that_has_a_core_of_its_own() {
	with_ring(|_| {
		let transaction = posting(bind(0, APPEALS, OWL));
		let length = transaction.encoded_size() as u64;
		// What the extension weighs contains deciding on the proof.
		let info = transaction.get_dispatch_info();
		let base = RuntimeBlockWeights::get().get(info.class).base_extrinsic;
		let each =
			info.total_weight().saturating_add(base).saturating_add(Weight::from_parts(0, length));
		let [usual, whole] = [BLOCK_SHARE, MAXIMUM_BLOCK_WEIGHT].map(|block| {
			let normal = NORMAL_DISPATCH_RATIO * block;
			normal.checked_div_per_component(&each).expect("a binding weighs something")
		});
		println!("{usual} bindings fit into a block, {whole} into one that has a core of its own");
		assert!(whole >= 30, "{whole} of {each}");
	});
}

#[test]
fn a_pseudonym_pays_for_a_call_what_an_agent_pays() {
	with_ring(|chain| {
		bound(chain, 0, APPEALS, OWL);
		let call = appeal(chain, 10);
		let appeal = NextAppealId::<Runtime>::get();
		assert_ok!(chain.call(OWL, call));
		assert_ok!(chain.call("Bob", Call::promise { appeal, quantity: 10 }));
		for (path, number) in [(OWL, 1), ("Bob", 2)] {
			let key = sealing_key(number);
			assert_ok!(chain.call(path, Call::publish_sealing_key { key }));
		}
		chain.advance(2_000);
		let mut paid = |path: &str, to| {
			let before = Balances::free_balance(account(path));
			let digest = H256::repeat_byte(1);
			assert_ok!(chain.call(path, Call::send_document { to, digest, sealed_to: 1 }));
			before - Balances::free_balance(account(path))
		};
		let by_agent = paid("Bob", Party::Pseudonym(account(OWL)));
		let by_pseudonym = paid(OWL, Party::Institution(HOSPITAL));
		assert!(by_pseudonym * 5 <= by_agent * 6, "{by_pseudonym} beside {by_agent}");
		// The weight is the same. A receiver that is an account is named by 28 bytes more than one that is an
		// institution, and each byte costs ten millionths.
		assert_eq!(by_agent - by_pseudonym, 28 * 10 * MICROUNIT);
	});
}

#[test]
fn a_purse_lasts_for_what_its_context_allows() {
	with_ring(|chain| {
		let transfer = TransferId(0);
		let (about, text) = (About::Transfer(transfer), H256::zero());
		let rating = Rating::Good;
		// To every appeal two documents go out, and two come in.
		let uses: [(ContextId, &str, RuntimeCall, Balance); 3] = [
			(APPEALS, OWL, appeal(chain, u64::MAX).into(), 2),
			(COMPLAINTS, FOX, Call::complain { about, text }.into(), 0),
			(RATINGS, BAT, Call::rate { transfer, institution: DONOR, rating }.into(), 0),
		];
		for (number, (context, path, call, documents)) in uses.into_iter().enumerate() {
			bound(chain, number, context, path);
			let terms = Protection::context(context).expect("it is there").context.terms;
			let (to, digest) = (Party::Institution(HOSPITAL), H256::zero());
			let send = fee(path, Call::send_document { to, digest, sealed_to: u32::MAX });
			let document = DocumentId(u64::MAX);
			let receive = fee(path, Call::acknowledge_document { document });
			let once = fee(path, Call::publish_sealing_key { key: sealing_key(0) });
			let each = fee(path, call) + documents * (send + receive);
			let all = Balance::from(terms.uses) * each + once + EXISTENTIAL_DEPOSIT;
			assert!(all <= terms.purse, "{context:?} takes {all} of {}", terms.purse);
		}
	});
}

#[test]
fn the_pot_keeps_what_an_account_must_hold_and_gets_back_what_is_left() {
	on("development", |chain| {
		let there = Balances::free_balance(pot());
		assert!(FromPot::has(there - EXISTENTIAL_DEPOSIT) && !FromPot::has(there));
		let owl = account(OWL);
		assert!(FromPot::is_fresh(&owl));
		assert!(FromPot::fill(&owl, there).is_err());
		assert_ok!(FromPot::fill(&owl, 2 * UNIT));
		assert!(FromPot::is_fresh(&owl), "anybody can give it something");
		assert_ok!(chain.call(OWL, frame_system::Call::remark { remark: vec![] }));
		assert!(!FromPot::is_fresh(&owl));
		let left = Balances::free_balance(&owl);
		assert!(left < 2 * UNIT);
		FromPot::empty(&owl, 2 * UNIT);
		assert_eq!(Balances::free_balance(&owl), 0);
		assert_eq!(Balances::free_balance(pot()), there - 2 * UNIT + left);
		assert!(FromPot::is_fresh(&owl), "nobody knows it any more");
		FromPot::empty(&owl, 2 * UNIT);
		// What was given to it beside its purse stays its own.
		assert_ok!(FromPot::fill(&owl, 2 * UNIT));
		FromPot::empty(&owl, UNIT);
		assert_eq!(Balances::free_balance(&owl), UNIT);
		FromPot::empty(&owl, UNIT - 1);
		assert_eq!(Balances::free_balance(&owl), EXISTENTIAL_DEPOSIT, "it is not lost");
		FromPot::empty(&owl, UNIT);
		assert_eq!(Balances::free_balance(&owl), 0);
		assert!(!FromPot::is_fresh(&pot()));
		// Of what is reserved or locked somebody knows.
		assert_ok!(FromPot::fill(&owl, 2 * UNIT));
		assert_ok!(<Balances as ReservableCurrency<AccountId>>::reserve(&owl, UNIT));
		assert!(!FromPot::is_fresh(&owl));
		<Balances as ReservableCurrency<AccountId>>::unreserve(&owl, UNIT);
		assert!(FromPot::is_fresh(&owl));
		FromPot::empty(&owl, 2 * UNIT);
		// When the pot is empty, nobody is bound; others fill it.
		assert_ok!(FromPot::fill(&owl, Balances::free_balance(pot()) - EXISTENTIAL_DEPOSIT));
		assert!(!FromPot::has(1));
		let (dest, value) = (salus_runtime::Address::Id(pot()), 5 * UNIT);
		let pay = pallet_balances::Call::transfer_keep_alive { dest, value };
		assert_ok!(chain.call("Bob", pay));
		assert!(FromPot::has(5 * UNIT));
	});
}

#[test]
fn in_the_safe_mode_members_vote_in_secret_and_do_nothing_else() {
	with_voters(|chain| {
		bound(chain, 0, APPEALS, OWL);
		let referendum = submitted(chain);
		let context = NextContextId::<Runtime>::get();
		assert_ok!(by(RuntimeOrigin::root(), pallet_safe_mode::Call::force_enter {}));
		// What waits for a ring does not wait for the end of that.
		assert_ok!(council(chain, 4, putting(referendum)));
		let filtered: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
		let appeal = appeal(chain, 1);
		assert_eq!(chain.refused(OWL, appeal), filtered);
		bound(chain, 1, context, FOX);
		assert_ok!(chain.call(FOX, Call::vote { aye: true }));
		assert_eq!(tally(referendum), (1, 1, 0));
	});
}
