//! Histories of random calls, from whatever origin and however wrapped, leave every invariant
//! standing.
//!
//! The generator is seeded, so that a history that fails can be run again. Some steps are [`apt`]:
//! chosen so that they should succeed, and the history goes somewhere. The others are [`wild`]: drawn
//! from a small world and often from beyond it, so that every call is refused in many ways.

mod afterwards;
mod allocations;
mod apt;
mod assembly;
mod council;
mod dice;
mod emergencies;
mod holds;
mod matching;
mod protection;
mod recalls;
mod rounds;
mod wild;

use crate::{
	chain::{account, address, check, on, Chain},
	claims::{masks, DONOR, HOSPITAL, SECOND_HOSPITAL},
};
use afterwards::Afterwards;
use allocations::Allocated;
use assembly::Assembled;
use codec::Encode;
use dice::Dice;
use emergencies::Declared;
use holds::{Frozen, Held};
use matching::Matched;
use protection::Hidden;
use recalls::Recalled;
use salus_primitives::{Actor, InstitutionId, LotId, RecordId, Role, Roles};
use salus_runtime::{
	configs::accounts::ProxyType, AccountId, Address, Registry, Runtime, RuntimeCall,
	RuntimeOrigin, Supervision,
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::traits::Dispatchable;

const STEPS: u32 = 1_000;
/// From this step on one of the cast is gone.
const GONE_AT: u32 = 700;
/// Before these steps so much time passes that what has ended may be archived.
const LONG_PAUSES: [u32; 2] = [780, 900];
/// Whose institutions the history is about, and the keys of their admins.
const CAST: [(&str, InstitutionId); 3] =
	[("Alice", DONOR), ("Bob", HOSPITAL), ("Dave", SECOND_HOSPITAL)];
/// Acts for the cast as their proxy.
const PROXY: &str = "Mallory";
/// Everybody who signs; the cast first.
const KEYS: [&str; 10] =
	["Alice", "Bob", "Dave", "Charlie", "Eve", "Ferdie", "One", "Two", "Alice//stash", PROXY];
/// The index of the accounts that somebody derives from their own.
const DERIVED: u16 = 1;

/// The account that `//Alice` derives from her own.
fn derived() -> AccountId {
	pallet_utility::derivative_account_id(account(CAST[0].0), DERIVED)
}

/// The account that `//Alice` or `//Bob` may act from, without asking the other.
fn joint() -> AccountId {
	let mut members = [account(CAST[0].0), account(CAST[1].0)];
	members.sort();
	pallet_multisig::Pallet::<Runtime>::multi_account_id(&members, 1)
}

/// Gives the donor two agents that act only through a wrapper, everybody of the cast a proxy, and
/// everybody something to circulate.
fn prepare(chain: &mut Chain) {
	for who in [derived(), joint()] {
		let roles = Roles::try_from(std::collections::BTreeSet::from([
			Role::Stock,
			Role::Dispatch,
			Role::Receive,
		]));
		let roles = roles.expect("there are five roles");
		let invite = pallet_registry::Call::invite_agent { who: Address::Id(who.clone()), roles };
		chain.call("Alice", invite).expect("an admin invites agents");
		let accept = pallet_registry::Call::<Runtime>::accept_invitation { institution: DONOR };
		RuntimeCall::from(accept)
			.dispatch(RuntimeOrigin::signed(who))
			.expect("an invited account accepts");
	}
	for (path, batch) in [("Alice", "M-1"), ("Bob", "M-2"), ("Dave", "M-3")] {
		let delegate = address(PROXY);
		let given =
			pallet_proxy::Call::add_proxy { delegate, proxy_type: ProxyType::Any, delay: 0 };
		chain.call(path, given).expect("a proxy may be given");
		let call = crate::claims::register(chain, masks(batch), 5_000);
		chain.call(path, call).expect("an agent may register");
	}
	allocations::prepare(chain);
	protection::prepare(chain);
}

/// What came about in a history.
#[derive(Clone, Copy, Debug, Default)]
struct Outcome {
	/// How many transfers and rounds ended in each way, before any was archived.
	transfers: [usize; apt::ENDS.len()],
	rounds: [usize; rounds::ENDS.len()],
	motions_carried: usize,
	matched: Matched,
	afterwards: Afterwards,
	assembled: Assembled,
	held: Held,
	recalled: Recalled,
	declared: Declared,
	allocated: Allocated,
	hidden: Hidden,
}

/// Runs one history.
fn history(seed: u64) -> Outcome {
	let mut outcome = Outcome::default();
	on("development", |chain| {
		let mut dice = Dice::from_seed(seed);
		// With chance of their own, so that the other steps are those that they would be without these.
		let mut aside = Dice::from_seed(!seed);
		prepare(chain);
		let (mut apt, mut moved) = (0, 0);
		for step in 0..STEPS {
			if step == GONE_AT {
				(outcome.transfers, outcome.rounds) = (apt::endings(), rounds::endings());
				outcome.assembled.count_lines();
				outcome.recalled.count_ends();
				outcome.allocated.count_ends();
				let (_, institution) = CAST[2];
				let gone = pallet_registry::Call::<Runtime>::wind_up { institution };
				RuntimeCall::from(gone)
					.dispatch(RuntimeOrigin::root())
					.expect("it may be wound up");
			}
			if LONG_PAUSES.contains(&step) {
				chain.advance(afterwards::REST);
			}
			if dice.one_in(2) {
				outcome.motions_carried += usize::from(dice.council_step(chain));
			}
			if dice.one_in(3) {
				dice.assembly_step(chain, &mut outcome.assembled);
			}
			if dice.one_in(5) {
				if let Some(taken) = dice.allocation_step(chain.now) {
					take(taken, &mut outcome);
				}
			}
			if aside.one_in(2) {
				for taken in aside.hidden_steps(chain) {
					take(taken, &mut outcome);
				}
			}
			let is_apt = !dice.one_in(4);
			let taken = if is_apt { dice.apt_step(chain) } else { dice.wild_step(chain) };
			let has_moved = take(taken, &mut outcome);
			apt += u32::from(is_apt);
			moved += u32::from(is_apt && has_moved);
			if dice.one_in(4) {
				let pause = dice.pick(&[500, 2_000, 30_000, 300_000]);
				chain.advance(pause);
			}
			if step % 50 == 0 {
				check();
				matching::check_promises();
				matching::check_offered();
				assembly::check_tallies();
				outcome.declared.look(chain.now);
				reinstate();
				council::reseat();
			}
		}
		assert!(
			moved * 4 > apt * 3,
			"seed {seed}: only {moved} of {apt} apt steps changed anything"
		);
		println!("seed {seed}: {moved} of {apt} apt steps changed something");
		outcome.matched.filled = matching::filled();
		outcome.assembled.count_referenda();
		for lot in 0..pallet_registry::NextLotId::<Runtime>::get().0 {
			// An archived lot has none.
			let Some(books) = Registry::conservation(LotId(lot), None, 256) else { continue };
			assert_eq!(books.next, None, "a page holds the holdings of few parties");
			assert_eq!(
				books.due,
				Some(books.held),
				"seed {seed}: lot {lot} is not conserved: {books:?}"
			);
		}
	});
	outcome
}

/// Takes a step, and checks what it left. Answers whether it left a record.
fn take((origin, call): (RuntimeOrigin, RuntimeCall), outcome: &mut Outcome) -> bool {
	let before = recorded();
	let arguments = digest_of_arguments(&call);
	let frozen = Frozen::look();
	let is_done = match allocations::is_posted(&call) || protection::is_posted(&call) {
		true => allocations::post(call.clone()),
		false => call.clone().dispatch(origin).is_ok(),
	};
	// Refusals are as welcome as successes; the invariants judge both.
	if is_done {
		outcome.afterwards.count(&call);
		outcome.matched.count(&call);
		outcome.held.count(&call);
		outcome.recalled.count(&call);
		outcome.declared.count(&call);
		outcome.allocated.count(&call);
		outcome.hidden.count(&call);
	} else {
		outcome.allocated.count_refusal(&call);
		outcome.hidden.count_refusal(&call);
	}
	frozen.check(&mut outcome.held);
	if let Some(digest) = arguments {
		check_digests(before, digest);
	}
	recorded() > before
}

/// Who was suspended by chance comes back, or the history would fall silent.
fn reinstate() {
	for (_, institution) in CAST {
		let back = pallet_registry::Call::<Runtime>::reinstate_institution { institution };
		// Refused to those who are not suspended.
		let _ = RuntimeCall::from(back).dispatch(RuntimeOrigin::root());
	}
}

/// The digest of a call's arguments, when the call is one of a pallet that records. A wrapper records
/// nothing; what it wraps does.
fn digest_of_arguments(call: &RuntimeCall) -> Option<H256> {
	let recorded = matches!(
		call,
		RuntimeCall::Registry(_)
			| RuntimeCall::Circulation(_)
			| RuntimeCall::Efficiency(_)
			| RuntimeCall::Supervision(_)
			| RuntimeCall::Seats(_)
			| RuntimeCall::Rules(_)
			| RuntimeCall::Needs(_)
			| RuntimeCall::Reallocation(_)
			| RuntimeCall::Recalls(_)
			| RuntimeCall::Emergencies(_)
			| RuntimeCall::Protection(_)
	);
	// Two bytes name the pallet and the call.
	recorded.then(|| H256(blake2_256(&call.encode()[2..])))
}

/// Every record of a call, from the one numbered `first` on, names exactly its arguments; what the chain
/// itself did in consequence has its own, and so has each step of an allocation, whoever has it taken.
fn check_digests(first: u64, digest: H256) {
	for id in first..recorded() {
		let record = Supervision::record(RecordId(id)).expect("a new record is live");
		if !matches!(record.actor, Actor::Chain | Actor::Allocation(_)) {
			assert_eq!(record.digest, digest, "record {id}, of {:?}", record.action);
		}
	}
}

/// How many records there are.
fn recorded() -> u64 {
	pallet_supervision::NextRecordId::<Runtime>::get().0
}

#[test]
fn random_histories_leave_every_invariant_standing() {
	let histories = [1, 20_200_123, 0xDEAD_BEEF, 4_242_424_242].map(history);
	for (place, status) in apt::ENDS.iter().enumerate() {
		let count: usize = histories.iter().map(|outcome| outcome.transfers[place]).sum();
		assert!(count > 0, "no transfer ended as {status:?}");
	}
	for (place, stage) in rounds::ENDS.iter().enumerate() {
		let count: usize = histories.iter().map(|outcome| outcome.rounds[place]).sum();
		println!("{count} rounds ended as {stage:?}");
		assert!(count > 4, "only {count} rounds ended as {stage:?}");
	}
	let carried: usize = histories.iter().map(|outcome| outcome.motions_carried).sum();
	let afterwards = Afterwards::sum(&histories.map(|outcome| outcome.afterwards));
	println!("{carried} motions were carried; {afterwards:?}");
	assert!(carried > 4, "the council carried only {carried} motions");
	let matched = Matched::sums(&histories.map(|outcome| outcome.matched));
	println!("published, taken, rung in four ways, rules, signatures, lapsed, filled: {matched:?}");
	for count in matched {
		assert!(count > 0, "something never came about: {matched:?}");
	}
	let assembled = histories.map(|outcome| outcome.assembled);
	println!("{assembled:?}");
	for place in 0..assembled[0].counts().len() {
		let count: usize = assembled.iter().map(|one| one.counts()[place]).sum();
		assert!(count > 0, "something never came about, number {place}: {assembled:?}");
	}
	let held = histories.map(|outcome| outcome.held);
	println!("{held:?}");
	for place in 0..held[0].counts().len() {
		let count: usize = held.iter().map(|one| one.counts()[place]).sum();
		assert!(count > 0, "something never came about, number {place}: {held:?}");
	}
	let recalled = histories.map(|outcome| outcome.recalled);
	println!("{recalled:?}");
	for place in 0..recalled[0].counts().len() {
		let count: usize = recalled.iter().map(|one| one.counts()[place]).sum();
		assert!(count > 0, "something never came about, number {place}: {recalled:?}");
	}
	let declared = histories.map(|outcome| outcome.declared);
	println!("{declared:?}");
	for place in 0..declared[0].counts().len() {
		let count: usize = declared.iter().map(|one| one.counts()[place]).sum();
		assert!(count > 0, "something never came about, number {place}: {declared:?}");
	}
	let allocated = histories.map(|outcome| outcome.allocated);
	println!("{allocated:?}");
	for place in 0..allocated[0].counts().len() {
		let count: usize = allocated.iter().map(|one| one.counts()[place]).sum();
		assert!(count > 0, "something never came about, number {place}: {allocated:?}");
	}
	let hidden = histories.map(|outcome| outcome.hidden);
	println!("{hidden:?}");
	for place in 0..hidden[0].counts().len() {
		let count: usize = hidden.iter().map(|one| one.counts()[place]).sum();
		assert!(count > 0, "something never came about, number {place}: {hidden:?}");
	}
	for count in afterwards.counts() {
		assert!(count > 0, "something never came about: {afterwards:?}");
	}
}
