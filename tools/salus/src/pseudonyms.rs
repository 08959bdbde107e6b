//! Which pseudonyms are a member's own.
//!
//! A node is asked for all pseudonyms, and for the purses of all of them: whoever asked for its own would tell
//! the node which they are, and that they belong together.

use crate::{
	chain::State,
	derive::{self, Secret, ACCOUNTS},
	proofs::Scheme,
	Outcome,
};
use frame_support::StoragePrefixedMap;
use frame_system::AccountInfo;
use pallet_protection::{context_name, ContextView, ContextsViewFunction, Pseudonym, Pseudonyms};
use salus_primitives::{ContextId, LONGEST_ANSWER};
use salus_rings::{Alias, RingProver};
use salus_runtime::{AccountId, Balance, Nonce, Runtime};
use sp_core::{sr25519, Pair, H256};
use std::collections::BTreeMap;

type Account = AccountInfo<Nonce, <Runtime as frame_system::Config>::AccountData>;

/// What a member is in a context.
pub struct Own {
	/// The context.
	pub context: ContextView,
	/// What the member is called there.
	pub alias: Alias,
	/// Its pseudonym, if it has one there.
	pub bound: Option<Bound>,
}

/// A pseudonym of a member.
pub struct Bound {
	/// Its account.
	pub account: AccountId,
	/// What the chain knows of it.
	pub pseudonym: Pseudonym,
	/// What is left in its purse.
	pub purse: Balance,
	/// The key of its account; `None` when the account is not one of those of the key file.
	pub key: Option<sr25519::Pair>,
}

impl Own {
	/// How often the pseudonym may still do what the context is for.
	pub fn uses_left(&self) -> u16 {
		let used = self.bound.as_ref().map_or(0, |bound| bound.pseudonym.used);
		if self.context.is_over {
			0
		} else {
			self.context.context.terms.uses.saturating_sub(used)
		}
	}
}

/// All contexts, in the order of their numbers.
pub async fn contexts(state: &State<'_>) -> Outcome<Vec<ContextView>> {
	let mut all = Vec::new();
	let mut after = None;
	loop {
		let page = ContextsViewFunction::<Runtime>::new(after, LONGEST_ANSWER);
		let page = state.view(page).await?;
		all.extend(page.items);
		after = page.next;
		if after.is_none() {
			return Ok(all);
		}
	}
}

/// The alias of a member in a context.
pub fn alias(seed: &Secret, genesis: H256, context: ContextId) -> Alias {
	let secret = Scheme::secret(&derive::member(seed));
	Scheme::alias(&secret, &context_name(genesis, context))
}

/// What a member is in each context.
pub async fn own(state: &State<'_>, genesis: H256, seed: &Secret) -> Outcome<Vec<Own>> {
	let contexts = contexts(state).await?;
	let all: BTreeMap<_, _> = pseudonyms(state).await?;
	let accounts: Vec<_> = all.values().map(|(account, _)| account.clone()).collect();
	let keys: Vec<_> =
		accounts.iter().map(frame_system::Account::<Runtime>::hashed_key_for).collect();
	let states: Vec<Option<Account>> = state.values(&keys).await?;
	let purses: BTreeMap<_, _> = accounts
		.into_iter()
		.zip(states)
		.map(|(account, state)| (account, state.map_or(0, |state| state.data.free)))
		.collect();
	let own = contexts.into_iter().map(|context| {
		let id = context.id;
		let alias = alias(seed, genesis, id);
		let bound = all.get(&(id, alias)).map(|(account, pseudonym)| Bound {
			key: key_of(seed, genesis, id, account),
			purse: purses.get(account).copied().unwrap_or_default(),
			account: account.clone(),
			pseudonym: pseudonym.clone(),
		});
		Own { context, alias, bound }
	});
	Ok(own.collect())
}

/// All pseudonyms of the chain, by their contexts and aliases.
async fn pseudonyms(
	state: &State<'_>,
) -> Outcome<BTreeMap<(ContextId, Alias), (AccountId, Pseudonym)>> {
	let entries = state.entries::<Pseudonym>(&Pseudonyms::<Runtime>::final_prefix()).await?;
	let pseudonyms = entries.into_iter().filter_map(|(key, pseudonym)| {
		// The account stands at the end of the key, behind its hash.
		let account = AccountId::new(*key.last_chunk()?);
		Some(((pseudonym.context, pseudonym.alias), (account, pseudonym)))
	});
	Ok(pseudonyms.collect())
}

fn key_of(
	seed: &Secret,
	genesis: H256,
	context: ContextId,
	account: &AccountId,
) -> Option<sr25519::Pair> {
	let mut keys = (0..ACCOUNTS).map(|number| derive::account(seed, genesis, context, number));
	keys.find(|key| AccountId::from(key.public()) == *account)
}

/// The one of a member's pseudonyms that is wanted, with the key of its account.
///
/// `wanted` is what its context must be, in words, and `is_wanted` says the same. One context may be named.
///
/// # Errors
///
/// If there is none, or there are several and none was named.
pub fn choose(
	own: Vec<Own>,
	named: Option<u32>,
	wanted: &str,
	is_wanted: impl Fn(&ContextView, &Bound) -> bool,
) -> Outcome<(ContextView, Bound, sr25519::Pair)> {
	let is_named = |id: ContextId| named.is_none_or(|named| named == id.0);
	let mut found: Vec<_> = own
		.into_iter()
		.filter(|own| is_named(own.context.id))
		.filter_map(|Own { context, bound, .. }| Some((context, bound?)))
		.filter(|(context, bound)| is_wanted(context, bound))
		.collect();
	let Some((context, mut bound)) = found.pop() else {
		let place = named.map_or_else(String::new, |named| format!(", which is context {named}"));
		return Err(
			format!("you have no pseudonym in {wanted}{place}: `salus bind` makes one").into()
		);
	};
	if !found.is_empty() {
		let others = found.iter().map(|(context, _)| context.id.0.to_string());
		let numbers: Vec<_> = others.chain([context.id.0.to_string()]).collect();
		return Err(format!(
			"you have pseudonyms in several contexts: name one of {} by --context",
			numbers.join(", ")
		)
		.into());
	}
	let key = bound.key.take().ok_or_else(|| {
		format!("the key file has no key of your pseudonym in context {}", context.id.0)
	})?;
	Ok((context, bound, key))
}

#[cfg(test)]
mod tests {
	use super::*;
	use pallet_protection::{Ballot, Context, Purpose, Roll, Terms};
	use salus_primitives::Role;
	use zeroize::Zeroizing;

	const GENESIS: H256 = H256([0x67; 32]);

	fn seed() -> Secret {
		Zeroizing::new([7; 32])
	}

	fn own(id: u32, used: u16, is_over: bool) -> Own {
		let terms = Terms {
			role: Role::Receive,
			purpose: Purpose::Appeal,
			roll: Roll::Recent,
			uses: 3,
			purse: 0,
			until: None,
		};
		let context = Context {
			terms,
			declared_at: 0,
			closed: None,
			pseudonyms: 1,
			members: 20,
			ballot: Ballot::default(),
			newest_record: None,
		};
		let id = ContextId(id);
		let alias = Alias([id.0 as u8; 32]);
		let key = derive::account(&seed(), GENESIS, id, 0);
		let bound = Bound {
			account: key.public().into(),
			pseudonym: Pseudonym { context: id, alias, bound_at: 0, used, vote: None },
			purse: 0,
			key: Some(key),
		};
		let context = ContextView { id, context, is_over, turnout: 0 };
		Own { context, alias, bound: Some(bound) }
	}

	fn chosen(own: Vec<Own>, named: Option<u32>) -> Result<u32, String> {
		choose(own, named, "a context for appeals", |context, _| !context.is_over)
			.map(|(context, _, _)| context.id.0)
			.map_err(|error| error.to_string())
	}

	#[test]
	fn uses_are_left_until_they_are_used_up_or_the_context_is_over() {
		assert_eq!(own(1, 0, false).uses_left(), 3);
		assert_eq!(own(1, 2, false).uses_left(), 1);
		assert_eq!(own(1, 3, false).uses_left(), 0);
		assert_eq!(own(1, 0, true).uses_left(), 0);
	}

	#[test]
	fn the_only_pseudonym_that_is_wanted_is_chosen() {
		let two = || vec![own(1, 0, true), own(4, 0, false)];
		assert_eq!(chosen(two(), None), Ok(4));
		assert_eq!(chosen(two(), Some(4)), Ok(4));
	}

	#[test]
	fn one_of_several_must_be_named() {
		let two = || vec![own(1, 0, false), own(4, 0, false)];
		assert_eq!(chosen(two(), Some(1)), Ok(1));
		let error = chosen(two(), None).expect_err("there are two");
		assert!(error.ends_with("name one of 1, 4 by --context"), "{error}");
	}

	#[test]
	fn none_is_chosen_that_is_not_there_or_not_wanted() {
		let unbound = Own { bound: None, ..own(2, 0, false) };
		let error = chosen(vec![unbound, own(3, 0, true)], None).expect_err("there is none");
		let expected = "you have no pseudonym in a context for appeals: `salus bind` makes one";
		assert_eq!(error, expected);
		let error = chosen(vec![own(4, 0, false)], Some(5)).expect_err("there is none");
		assert!(error.contains(", which is context 5: "), "{error}");
	}

	#[test]
	fn the_key_of_an_account_is_found_by_its_number() {
		for number in [0, 1, ACCOUNTS - 1] {
			let key = derive::account(&seed(), GENESIS, ContextId(4), number);
			let account = AccountId::from(key.public());
			let found = key_of(&seed(), GENESIS, ContextId(4), &account).map(|key| key.public());
			assert_eq!(found, Some(key.public()));
			assert!(key_of(&seed(), GENESIS, ContextId(5), &account).is_none());
		}
	}
}
