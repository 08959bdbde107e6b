//! A runtime of this pallet, with a trail, a directory, referenda, purses and transfers that tests can write,
//! and a scheme of proofs that hides nothing.

use crate as pallet_protection;
use crate::{
	binding_message, context_name, possession_message, Binding, BuildStep, Call, Error, Event,
	Purpose, Roll, Terms,
};
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok, derive_impl,
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo, PostDispatchInfo},
	ensure,
	pallet_prelude::{
		DispatchError, DispatchResult, InvalidTransaction, TransactionSource,
		TransactionValidityError, ValidTransaction, ValueQuery,
	},
	parameter_types, storage_alias,
	traits::{ConstU128, ConstU32, ConstU64, EnsureOrigin, IntegrityTest, UnfilteredDispatchable},
	weights::Weight,
	BoundedVec, Identity,
};
use frame_system::{
	mocking::MockUncheckedExtrinsic,
	offchain::{CreateAuthorizedTransaction, CreateTransaction, CreateTransactionBase},
	AuthorizeCall, RawOrigin,
};
use salus_primitives::{
	mock::{MockDirectory, MockInstitution, MockRecord, MockTrail},
	Action, Actor, Area, Authority, BaseUnit, Catalogue, ClassId, ContextId, Dealing, Dealings,
	Directory, Geography, InstitutionId, InstitutionKind, Moment, Purses, RecordId, ReferendumId,
	RegionCode, RingId, Role, SecretPolls, Standing, Step, Subject, Trail, TransferId,
};
use salus_rings::{mock::Plain, MemberKey, Possession, RingProver};
pub use sp_runtime::testing::H256;
use sp_runtime::{
	generic,
	testing::UintAuthorityId,
	traits::{Applyable, BlakeTwo256, Checkable},
	ApplyExtrinsicResultWithInfo, BuildStorage,
};

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Protection = pallet_protection;
}

/// A transaction that needs no signature: its call says whether it is authorized.
pub type Extrinsic = MockUncheckedExtrinsic<Test, UintAuthorityId, AuthorizeCall<Test>>;
type Block = generic::Block<generic::Header<u64, BlakeTwo256>, Extrinsic>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {
	type Moment = Moment;
	type MinimumPeriod = ConstU64<1>;
}

parameter_types! {
	/// The largest transaction: an eighth of it is more than any step weighs.
	pub const LargestTransaction: Weight = Weight::from_parts(1_000_000, u64::MAX);
}

impl CreateTransactionBase<Call<Test>> for Test {
	type Extrinsic = Extrinsic;
	type RuntimeCall = RuntimeCall;
}

impl CreateTransaction<Call<Test>> for Test {
	type Extension = AuthorizeCall<Test>;

	fn create_transaction(call: RuntimeCall, extension: Self::Extension) -> Extrinsic {
		Extrinsic::new_transaction(call, extension)
	}
}

impl CreateAuthorizedTransaction<Call<Test>> for Test {
	fn create_extension() -> Self::Extension {
		AuthorizeCall::new()
	}
}

impl pallet_protection::Config for Test {
	type Scheme = Plain;
	type GovernanceOrigin = Governance;
	type BallotOrigin = Ballots;
	type Access = MockDirectory;
	type Directory = MockDirectory;
	type Geography = MockGeography;
	type Catalogue = MockCatalogue;
	type Dealings = MockDealings;
	type Polls = MockPolls;
	type Purses = MockPurses;
	type Trail = MockTrail;
	type MinRing = ConstU32<MIN_RING>;
	type Batch = ConstU32<BATCH>;
	type MaxWait = ConstU64<MAX_WAIT>;
	type KeyRest = ConstU64<KEY_REST>;
	type BuildRest = ConstU64<BUILD_REST>;
	type RootRetention = ConstU64<ROOT_RETENTION>;
	type MaxWindow = ConstU64<MAX_WINDOW>;
	type MaxAppeal = ConstU64<MAX_APPEAL>;
	type UnansweredAfter = ConstU64<UNANSWERED_AFTER>;
	type MaxPurse = ConstU128<MAX_PURSE>;
	type MinBallotPurse = ConstU128<BALLOT_PURSE>;
	type LargestTransaction = LargestTransaction;
	type RetryPeriod = ConstU64<RETRY>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = World;
	#[cfg(feature = "runtime-benchmarks")]
	type Fixture = World;
}

/// How many members a ring must have to be used.
pub const MIN_RING: u32 = 3;
/// How many keys enter a ring at once.
pub const BATCH: u32 = 2;
/// How long a key waits at most.
pub const MAX_WAIT: Moment = 1_000;
/// How long after one key an institution registers another.
pub const KEY_REST: Moment = 500;
/// How long a ring rests between revisions.
pub const BUILD_REST: Moment = 100;
/// For how long a root is accepted that was replaced.
pub const ROOT_RETENTION: Moment = 400;
/// For how many blocks a binding is accepted at most.
pub const MAX_WINDOW: u64 = 10;
/// The longest time of an appeal.
pub const MAX_APPEAL: Moment = 1_000;
/// After which time nobody answers any more.
pub const UNANSWERED_AFTER: Moment = 5_000;
/// The smallest purse of a vote.
pub const BALLOT_PURSE: u128 = 5;
/// The largest purse.
pub const MAX_PURSE: u128 = 1_000;
/// How many blocks the worker waits.
pub const RETRY: u64 = 5;
/// When a test begins.
pub const NOW: Moment = 1_000;

/// How many hospitals there are.
pub const HOSPITALS: u32 = 300;
/// A health commission.
pub const COMMISSION: InstitutionId = InstitutionId(HOSPITALS);
/// Its admin.
pub const COMMISSIONER: u64 = 3_000;
/// There is no such institution.
pub const NOBODY: InstitutionId = InstitutionId(HOSPITALS + 1);
/// The first ring of the role that tests use.
pub const RING: RingId = RingId { role: Role::Receive, number: 0 };
/// An account that nobody has used.
pub const FRESH: u64 = 5_000;

/// Root alone.
pub struct Governance;

impl EnsureOrigin<RuntimeOrigin> for Governance {
	type Success = Actor<u64>;

	fn try_origin(origin: RuntimeOrigin) -> Result<Actor<u64>, RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::Root) => Ok(Actor::Authority(Authority::Root)),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::root())
	}
}

/// Root, and the account of the assembly.
pub struct Ballots;

/// The assembly.
pub const ASSEMBLY: u64 = 4_000;

impl EnsureOrigin<RuntimeOrigin> for Ballots {
	type Success = Actor<u64>;

	fn try_origin(origin: RuntimeOrigin) -> Result<Actor<u64>, RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::Signed(ASSEMBLY)) => Ok(Actor::Authority(Authority::Assembly)),
			_ => Governance::try_origin(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::root())
	}
}

/// A country with one province.
pub struct MockGeography;

impl Geography for MockGeography {
	fn area(region: &RegionCode) -> Option<Area> {
		let area = |parent| Area { parent, belt: None };
		match region.0.as_slice() {
			b"CN" => Some(area(None)),
			b"CN-HB" => Some(area(Some(region_code("CN")))),
			_ => None,
		}
	}
}

/// The region with a code.
pub fn region_code(code: &str) -> RegionCode {
	RegionCode::try_from(code).expect("a test's code is well-formed")
}

/// Ten classes.
pub struct MockCatalogue;

impl Catalogue<u64> for MockCatalogue {
	fn unit(class: ClassId) -> Option<BaseUnit> {
		(class.0 < 10).then_some(BaseUnit::Piece)
	}
	fn record(_: &mut Step<u64>, _: ClassId) -> DispatchResult {
		Err(DispatchError::CannotLookup)
	}
}

/// Who dealt with whom, as tests say.
#[storage_alias]
type Dealt = StorageMap<MockDealings, Identity, TransferId, (InstitutionId, InstitutionId, bool)>;

/// Transfers that tests write themselves.
pub struct MockDealings;

impl MockDealings {
	/// There is a transfer, or it is otherwise than before.
	pub fn set(transfer: TransferId, dealing: Dealing) {
		Dealt::insert(transfer, (dealing.sender, dealing.receiver, dealing.ended));
	}

	/// There is no such transfer any more.
	pub fn remove(transfer: TransferId) {
		Dealt::remove(transfer);
	}
}

impl Dealings for MockDealings {
	fn dealing(transfer: TransferId) -> Option<Dealing> {
		let (sender, receiver, ended) = Dealt::get(transfer)?;
		Some(Dealing { sender, receiver, ended })
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ended() -> TransferId {
		let transfer = TransferId(0);
		Self::set(transfer, Dealing { sender: hospital(0), receiver: hospital(1), ended: true });
		transfer
	}
}

/// Whether a referendum takes votes, whether it was put to a ring, its secret votes, and its newest record.
type Poll = (bool, bool, u32, u32, Option<RecordId>);

#[storage_alias]
type Polls = StorageMap<MockPolls, Identity, ReferendumId, Poll>;

/// The institutions that do not vote.
#[storage_alias]
type Silent = StorageMap<MockPolls, Identity, InstitutionId, bool, ValueQuery>;

/// Referenda that tests open and end.
pub struct MockPolls;

impl MockPolls {
	/// What a referendum that is not there, or takes no votes, is refused with.
	pub const NOT_ONGOING: DispatchError = DispatchError::Other("not ongoing");
	/// What a referendum is refused with that was put to a ring before.
	pub const SECRET: DispatchError = DispatchError::Other("secret");

	/// What is refused when too few could vote.
	pub const TOO_FEW: DispatchError = DispatchError::Other("too few");

	/// Says whether an institution votes.
	pub fn set_silent(institution: InstitutionId, silent: bool) {
		Silent::insert(institution, silent);
	}

	/// There is a referendum that takes votes.
	pub fn open(referendum: ReferendumId) {
		Polls::insert(referendum, (true, false, 0, 0, None::<RecordId>));
	}

	/// A referendum takes no votes any more.
	pub fn end(referendum: ReferendumId) {
		Polls::mutate(referendum, |poll| {
			if let Some(poll) = poll {
				poll.0 = false;
			}
		});
	}

	/// How many are for it, and against it.
	pub fn tally(referendum: ReferendumId) -> (u32, u32) {
		let (_, _, ayes, nays, _) = Polls::get(referendum).expect("a test's referendum is there");
		(ayes, nays)
	}

	fn ongoing_poll(referendum: ReferendumId) -> Result<Poll, DispatchError> {
		Polls::get(referendum).filter(|poll| poll.0).ok_or(Self::NOT_ONGOING)
	}
}

impl SecretPolls<u64> for MockPolls {
	fn put_to_ring(step: &mut Step<u64>, referendum: ReferendumId, voters: u32) -> DispatchResult {
		ensure!(voters >= MIN_RING, Self::TOO_FEW);
		let mut poll = Self::ongoing_poll(referendum)?;
		ensure!(!poll.1, Self::SECRET);
		poll.1 = true;
		MockTrail::record(step, Subject::Referendum(referendum), &mut poll.4)?;
		Polls::insert(referendum, poll);
		Ok(())
	}
	fn may_vote(institution: InstitutionId) -> bool {
		!Silent::get(institution)
			&& MockDirectory::standing(institution)
				.is_some_and(|standing| standing != Standing::WoundUp)
	}
	fn is_ongoing(referendum: ReferendumId) -> bool {
		Self::ongoing_poll(referendum).is_ok()
	}
	fn count_secret(
		step: &mut Step<u64>,
		referendum: ReferendumId,
		before: Option<bool>,
		aye: bool,
	) -> DispatchResult {
		let mut poll = Self::ongoing_poll(referendum)?;
		ensure!(poll.1, Self::SECRET);
		match before {
			Some(true) => poll.2 -= 1,
			Some(false) => poll.3 -= 1,
			None => {}
		}
		if aye {
			poll.2 += 1;
		} else {
			poll.3 += 1;
		}
		MockTrail::record(step, Subject::Referendum(referendum), &mut poll.4)?;
		Polls::insert(referendum, poll);
		Ok(())
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn wanted() -> ReferendumId {
		Self::open(ReferendumId(0));
		ReferendumId(0)
	}
}

/// What there is for purses.
#[storage_alias]
type Funds = StorageValue<MockPurses, u128, ValueQuery>;
/// What each purse holds.
#[storage_alias]
type Held = StorageMap<MockPurses, Identity, u64, u128, ValueQuery>;
/// The accounts that are not as good as new.
#[storage_alias]
type Spoilt = StorageMap<MockPurses, Identity, u64, bool, ValueQuery>;

/// Purses that tests fill from.
pub struct MockPurses;

impl MockPurses {
	/// What is refused when there is not enough.
	pub const EMPTY: DispatchError = DispatchError::Other("empty");

	/// Says what there is for purses.
	pub fn set_funds(funds: u128) {
		Funds::put(funds);
	}

	/// What there is for purses.
	pub fn funds() -> u128 {
		Funds::get()
	}

	/// What a purse holds.
	pub fn of(who: u64) -> u128 {
		Held::get(who)
	}

	/// Somebody gives something to an account.
	pub fn give(who: u64, amount: u128) {
		Held::mutate(who, |held| *held += amount);
	}

	/// Says that an account has signed something.
	pub fn spoil(who: u64) {
		Spoilt::insert(who, true);
	}
}

impl Purses<u64> for MockPurses {
	fn least() -> u128 {
		1
	}
	fn has(amount: u128) -> bool {
		Funds::get() >= amount
	}
	fn is_fresh(who: &u64) -> bool {
		!Spoilt::get(who)
	}
	fn fill(who: &u64, amount: u128) -> DispatchResult {
		let left = Funds::get().checked_sub(amount).ok_or(Self::EMPTY)?;
		Funds::put(left);
		Held::mutate(who, |held| *held += amount);
		Ok(())
	}
	fn empty(who: &u64, at_most: u128) {
		let held = Held::get(who);
		let left = held.min(at_most);
		Held::insert(who, held - left);
		Funds::put(Funds::get() + left);
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn endow(amount: u128) {
		Self::set_funds(amount);
	}
}

/// What the chain starts with.
pub fn populate() {
	for number in 0..HOSPITALS {
		let hospital = MockInstitution::new(InstitutionKind::Hospital, "CN-HB");
		MockDirectory::admit(InstitutionId(number), hospital);
		MockDirectory::appoint(admin(number), InstitutionId(number), &Role::ALL);
	}
	let commission = MockInstitution::new(InstitutionKind::HealthCommission, "CN-HB");
	MockDirectory::admit(COMMISSION, commission);
	MockDirectory::appoint(COMMISSIONER, COMMISSION, &Role::ALL);
	MockPurses::set_funds(1_000_000);
}

pub fn externalities() -> sp_io::TestExternalities {
	frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.expect("the system has a genesis")
		.into()
}

/// The same with what the chain starts with.
#[cfg(feature = "runtime-benchmarks")]
pub fn populated() -> sp_io::TestExternalities {
	let mut externalities = externalities();
	externalities.execute_with(populate);
	externalities
}

/// Runs a test whose state is broken on purpose, and so is not checked at its end.
pub fn run_unchecked(test: impl FnOnce()) {
	externalities().execute_with(|| {
		AllPalletsWithSystem::integrity_test();
		populate();
		System::set_block_number(1);
		Timestamp::set_timestamp(NOW);
		test();
	});
}

/// Runs a test, then checks every invariant.
pub fn run(test: impl FnOnce()) {
	run_unchecked(|| {
		test();
		assert_eq!(Protection::do_try_state(), Ok(()));
	});
}

pub fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Lets time pass.
pub fn pass(time: Moment) {
	Timestamp::set_timestamp(Timestamp::get() + time);
}

/// Prunes every record that there is.
pub fn prune() {
	MockTrail::prune_before(RecordId(MockTrail::records().len() as u64));
}

pub fn hospital(number: u32) -> InstitutionId {
	InstitutionId(number)
}

/// The agent of a hospital, in all roles.
pub fn admin(number: u32) -> u64 {
	1_000 + u64::from(number)
}

/// The secret of a hospital for a role.
pub fn secret_for(role: Role, number: u32) -> <Plain as RingProver>::Secret {
	let mut seed = [0; 32];
	seed[..4].copy_from_slice(&number.to_le_bytes());
	seed[4] = u8::from(role == Role::Vote);
	Plain::secret(&seed)
}

/// The secret of a hospital for the role that tests use.
pub fn secret(number: u32) -> <Plain as RingProver>::Secret {
	secret_for(RING.role, number)
}

/// The member key of a hospital for the role that tests use.
pub fn key(number: u32) -> MemberKey {
	Plain::key(&secret(number))
}

/// Shows that a hospital has the secret of its key, for a role.
pub fn possession(role: Role, number: u32) -> Possession {
	let secret = secret_for(role, number);
	let key = Plain::key(&secret);
	let message = possession_message(Protection::genesis(), role, hospital(number), &key);
	Plain::possess(&secret, &message)
}

/// The call by which a hospital registers its key for a role.
pub fn registering(role: Role, number: u32) -> Call<Test> {
	let key = Plain::key(&secret_for(role, number));
	Call::register_key { role, key, possession: possession(role, number) }
}

/// A hospital registers its key for the role that tests use.
pub fn register(number: u32) {
	let call = registering(RING.role, number);
	assert_ok!(call.dispatch_bypass_filter(signed(admin(number))));
}

/// The first hospitals register their keys.
pub fn register_all(count: u32) {
	(0..count).for_each(register);
}

/// The step of the ring's role that is due; a test fails when none is.
pub fn due() -> BuildStep {
	Protection::due_step(RING.role).expect("a step is due")
}

/// Does the step that is due, as a block does.
pub fn advance() {
	let call = Call::advance_ring { step: due(), discriminator: 0 };
	authorized(call);
}

/// Does every step that is due.
pub fn build() {
	while Protection::due_step(RING.role).is_some() {
		advance();
	}
}

/// The first hospitals register their keys, and the ring is built.
pub fn built(count: u32) {
	register_all(count);
	build();
}

/// The terms of a context.
pub fn terms(purpose: Purpose) -> Terms {
	let (role, roll) = match purpose {
		Purpose::Vote(_) => (Role::Vote, Roll::AtDeclaration),
		_ => (RING.role, Roll::Recent),
	};
	Terms { role, purpose, roll, uses: 2, purse: 10, until: None }
}

/// The first hospitals register their keys for the role vote, and the ring is built.
pub fn built_to_vote(count: u32) {
	for number in 0..count {
		let call = registering(Role::Vote, number);
		assert_ok!(call.dispatch_bypass_filter(signed(admin(number))));
	}
	while let Some(step) = Protection::due_step(Role::Vote) {
		authorized(Call::advance_ring { step, discriminator: 0 });
	}
}

/// Declares a context. The first one for a vote comes with a ring of four hospitals that vote.
pub fn declare(terms: Terms) -> ContextId {
	if terms.role == Role::Vote && crate::RingCount::<Test>::get(Role::Vote) == 0 {
		built_to_vote(4);
	}
	let context = crate::NextContextId::<Test>::get();
	assert_ok!(Protection::declare_context(root(), terms));
	context
}

/// What binds an account to the pseudonym of a hospital in a context, against the newest revision of the ring.
pub fn binding(number: u32, context: ContextId, account: u64) -> Binding<u64, u64> {
	let role =
		crate::Contexts::<Test>::get(context).map_or(RING.role, |context| context.terms.role);
	let ring = RingId { role, ..RING };
	let members: Vec<MemberKey> =
		crate::Members::<Test>::get(ring).iter().map(|member| member.key).collect();
	let revision = crate::Rings::<Test>::get(ring).map_or(0, |ring| ring.revision);
	let secret = secret_for(role, number);
	let until = System::block_number() + 5;
	let name = context_name(Protection::genesis(), context);
	let message = binding_message(Protection::genesis(), context, &account, &until);
	let proof = Plain::prove(&secret, &members, &name, &message).expect("it is a member");
	Binding {
		context,
		ring: RING.number,
		revision,
		account,
		alias: Plain::alias(&secret, &name),
		until,
		proof: BoundedVec::truncate_from(proof),
	}
}

/// Binds an account to the pseudonym of a hospital in a context.
pub fn bound(number: u32, context: ContextId, account: u64) {
	authorized(Call::bind { binding: binding(number, context, account) });
}

/// A pseudonym in a context of its own.
pub fn pseudonym(purpose: Purpose) -> u64 {
	built(4);
	let context = declare(terms(purpose));
	bound(0, context, FRESH);
	FRESH
}

fn transaction(call: Call<Test>) -> Extrinsic {
	<Test as CreateAuthorizedTransaction<Call<Test>>>::create_authorized_transaction(call.into())
}

/// From where a transaction comes: into the pool, and into a block.
pub const EVERYWHERE: [TransactionSource; 3] =
	[TransactionSource::External, TransactionSource::Local, TransactionSource::InBlock];

/// What the pool, or a block, says of a call that nobody signed.
pub fn validate(
	source: TransactionSource,
	call: Call<Test>,
) -> Result<ValidTransaction, TransactionValidityError> {
	let transaction = transaction(call);
	let (info, len) = (transaction.get_dispatch_info(), transaction.encoded_size());
	let context = frame_system::ChainContext::<Test>::default();
	let checked = Checkable::check(transaction, &context).expect("there is nothing to check");
	checked.validate::<Test>(source, &info, len)
}

/// Puts a call that nobody signed into a block.
pub fn apply(call: Call<Test>) -> ApplyExtrinsicResultWithInfo<PostDispatchInfo> {
	let transaction = transaction(call);
	let (info, len) = (transaction.get_dispatch_info(), transaction.encoded_size());
	let context = frame_system::ChainContext::<Test>::default();
	let checked = Checkable::check(transaction, &context).expect("there is nothing to check");
	checked.apply::<Test>(&info, len)
}

/// A call that nobody signed is taken into the pool, and into a block, and succeeds.
#[track_caller]
pub fn authorized(call: Call<Test>) {
	for source in EVERYWHERE {
		assert_ok!(validate(source, call.clone()));
	}
	let applied = apply(call);
	assert!(applied.as_ref().is_ok_and(|dispatched| dispatched.is_ok()), "{applied:?}");
}

/// The number by which the pool names an error.
pub fn number_of(error: Error<Test>) -> u8 {
	match error.into() {
		DispatchError::Module(module) => module.error[0],
		other => panic!("{other:?} is no error of a pallet"),
	}
}

/// A call that nobody signed is refused everywhere, with the number of an error, and changes nothing.
#[track_caller]
pub fn invalid(call: Call<Test>, error: Error<Test>) {
	let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
	let before = root();
	let told = InvalidTransaction::Custom(number_of(error));
	for source in EVERYWHERE {
		assert_eq!(validate(source, call.clone()), Err(told.into()), "{source:?}");
	}
	assert_eq!(apply(call).map(|_| ()), Err(told.into()));
	assert_eq!(root(), before);
}

fn dispatched(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResultWithPostInfo {
	call.dispatch_bypass_filter(origin)
}

/// Dispatches a call that must succeed. Checks that its last record is one of `action` on `subject`, and
/// carries the digest of the arguments.
#[track_caller]
pub fn accepted(
	origin: RuntimeOrigin,
	call: Call<Test>,
	subject: Subject,
	action: Action,
) -> MockRecord {
	let before = MockTrail::records().len();
	let digest = H256(sp_io::hashing::blake2_256(&call.encode()[1..]));
	dispatched(origin, call).expect("the call succeeds");
	let records = MockTrail::records().split_off(before);
	let record = records.iter().find(|record| record.subject == subject).cloned();
	let record = record.expect("a change leaves a record on its subject");
	assert_eq!((record.digest, record.action), (digest, action));
	record
}

/// Dispatches a call that must fail, and change nothing.
#[track_caller]
pub fn refused(origin: RuntimeOrigin, call: Call<Test>, error: impl Into<DispatchError>) {
	let error: DispatchError = error.into();
	assert_noop!(call.dispatch_bypass_filter(origin), error);
}

pub fn last_event(event: Event<Test>) {
	System::assert_last_event(event.into());
}

/// What benchmarks ask of others.
#[cfg(feature = "runtime-benchmarks")]
pub struct World;

#[cfg(feature = "runtime-benchmarks")]
impl salus_primitives::BenchmarkHelper<u64> for World {
	fn institution(admin: &u64) -> InstitutionId {
		let id = MockDirectory::next_institution();
		MockDirectory::admit(id, MockInstitution::new(InstitutionKind::Hospital, "CN-HB"));
		MockDirectory::appoint(*admin, id, &Role::ALL);
		id
	}
	fn agent(institution: InstitutionId, who: &u64, role: Role) {
		MockDirectory::appoint(*who, institution, &[role]);
	}
	fn suspend_in_haste(_: InstitutionId) {
		unreachable!("nothing here asks for haste")
	}
	fn site(_: InstitutionId) -> salus_primitives::SiteNumber {
		unreachable!("nothing here asks for sites")
	}
	fn class() -> ClassId {
		ClassId(0)
	}
	fn lot_of(_: InstitutionId, _: ClassId, _: u64) -> salus_primitives::LotId {
		unreachable!("nothing here asks for lots")
	}
	fn region(_: u32) -> RegionCode {
		region_code("CN-HB")
	}
	fn commission(_: RegionCode, who: &u64) -> InstitutionId {
		let id = MockDirectory::next_institution();
		MockDirectory::admit(id, MockInstitution::new(InstitutionKind::HealthCommission, "CN-HB"));
		MockDirectory::appoint(*who, id, &Role::ALL);
		id
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::Fixture<u64> for World {
	fn keys() -> Vec<MemberKey> {
		(0..crate::MAX_MEMBERS).map(key).collect()
	}
	fn possession() -> Possession {
		let message = possession_message(H256::zero(), RING.role, hospital(0), &key(0));
		Plain::possess(&secret(0), &message)
	}
	fn account() -> u64 {
		FRESH
	}
	fn alias() -> salus_rings::Alias {
		Plain::alias(&secret(0), &context_name(H256::zero(), ContextId(0)))
	}
	fn proof() -> Vec<u8> {
		let name = context_name(H256::zero(), ContextId(0));
		let until = u64::from(crate::benchmarking::UNTIL);
		let message = binding_message(H256::zero(), ContextId(0), &FRESH, &until);
		Plain::prove(&secret(0), &Self::keys(), &name, &message).expect("it is a member")
	}
}
