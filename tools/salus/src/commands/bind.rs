//! `salus bind`.

use super::{rings::place_of, unlock};
use crate::{
	arguments::{Bind, Options},
	chain::{Chain, State},
	derive::{self, Secret, ACCOUNTS},
	hex,
	proofs::{self, in_short, member_key},
	pseudonyms,
	texts::{self, count, name},
	transactions, Outcome,
};
use frame_support::traits::Get;
use frame_system::AccountInfo;
use pallet_protection::{Call, Config, ContextView, Event, Pseudonym, Pseudonyms};
use pallet_registry::Agents;
use salus_primitives::{Agent, ContextId};
use salus_runtime::{AccountId, Nonce, Runtime};
use sp_core::{Pair, H256};
use tokio::task::spawn_blocking;

type Account = AccountInfo<Nonce, <Runtime as frame_system::Config>::AccountData>;

/// Whether two addresses are written alike, which says nothing of those that are not.
fn is_same_node(one: &str, other: &str) -> bool {
	let bare = |url: &str| url.trim_end_matches('/').to_ascii_lowercase();
	bare(one) == bare(other)
}

/// Binds a new account in a context.
pub async fn bind(options: &Options, Bind { file, context, witness, .. }: Bind) -> Outcome<()> {
	let seed = unlock(options, &file)?;
	let chain = Chain::connect(options).await?;
	let genesis = chain.genesis;
	// All that follows is read of one block.
	let state = chain.newest().await?;
	let context = open_context(&state, genesis, &seed, ContextId(context)).await?;
	let (id, role) = (context.id, context.context.terms.role);

	let key = member_key(&seed);
	let Some(place) = proofs::place(&chain, &state, &context, key).await? else {
		let place = place_of(&state, role, key).await?;
		return Err(format!("your key is in no ring that context {} accepts. {place}", id.0).into());
	};
	place.check()?;
	let number = state.number().await?;
	let mut witnessed = number;
	if let Some(url) = witness {
		if is_same_node(&url, &options.endpoint) {
			return Err("the witness is the node itself: name one of somebody else".into());
		}
		let witness = Chain::connect_to(&url, Some(genesis)).await?;
		let newest = witness.newest().await?;
		place.compare(&newest, &context).await?;
		witnessed = newest.number().await?;
		println!("The witness tells the same ring.");
	}
	println!("Chain    {}", hex::write(genesis.as_bytes()));
	println!(
		"You are one of {} of ring {} of the role {}, revision {}, root {}.",
		count(place.members.len() as u64, "member", "members"),
		place.ring.number,
		name(&role),
		place.revision,
		in_short(&place.root),
	);

	let until = last_block(number, witnessed)?;
	let account = fresh_account(&state, genesis, &seed, id).await?;
	println!("Making the proof…");
	// Apart from the connection, which must go on meanwhile.
	let prove = move || place.bind(&seed, genesis, id, account, until);
	let binding = spawn_blocking(prove).await??;
	let included = transactions::authorised(&chain, Call::bind { binding }).await?;
	let (account, alias) = included.told(|event| match event {
		Event::PseudonymBound { account, alias, .. } => Some((account.clone(), *alias)),
		_ => None,
	})?;
	println!("Account  {}", texts::account(&account));
	println!("Alias    {}", hex::write(&alias.0));
	println!(
		"is your pseudonym in context {}: {}.",
		id.0,
		texts::purpose(&context.context.terms.purpose)
	);
	Ok(())
}

/// Until which block a proof is to hold, by the numbers of the newest block that the node and its witness tell. The
/// smaller one counts: a node that says that it is much later would have a proof to hand in whenever it likes.
fn last_block(node: u32, witness: u32) -> Outcome<u32> {
	let window = <<Runtime as Config>::MaxWindow as Get<u32>>::get();
	let until = node.min(witness).saturating_add(window);
	if until <= node {
		return Err(format!(
			"the witness is {} blocks behind: nothing was proven or sent",
			node.saturating_sub(witness)
		)
		.into());
	}
	Ok(until)
}

/// A context in which the member may bind an account.
async fn open_context(
	state: &State<'_>,
	genesis: H256,
	seed: &Secret,
	id: ContextId,
) -> Outcome<ContextView> {
	let own = pseudonyms::own(state, genesis, seed).await?;
	let own = own.into_iter().find(|own| own.context.id == id);
	let own = own.ok_or_else(|| format!("there is no context {}: see `salus contexts`", id.0))?;
	if own.context.is_over {
		return Err(format!("context {} is over", id.0).into());
	}
	if let Some(bound) = own.bound {
		let account = texts::account(&bound.account);
		return Err(format!("you have a pseudonym in context {} already: {account}", id.0).into());
	}
	Ok(own.context)
}

/// The first account of the key file for a context that may be bound: it is as good as new, and nobody was faster
/// and has bound it.
async fn fresh_account(
	state: &State<'_>,
	genesis: H256,
	seed: &Secret,
	context: ContextId,
) -> Outcome<AccountId> {
	for number in 0..ACCOUNTS {
		let key = derive::account(seed, genesis, context, number);
		let account = AccountId::from(key.public());
		let stored = frame_system::Account::<Runtime>::hashed_key_for(&account);
		let stored: Option<Account> = state.value(&stored).await?;
		let bound = Pseudonyms::<Runtime>::hashed_key_for(&account);
		let bound: Option<Pseudonym> = state.value(&bound).await?;
		let agent: Option<Agent> =
			state.value(&Agents::<Runtime>::hashed_key_for(&account)).await?;
		if stored.is_none_or(|stored| is_fresh(&stored)) && bound.is_none() && agent.is_none() {
			return Ok(account);
		}
	}
	Err(format!("none of the {ACCOUNTS} accounts for context {} can be bound", context.0).into())
}

/// Whether the chain takes an account for as good as new. What others gave to it does not matter.
fn is_fresh(stored: &Account) -> bool {
	[stored.nonce, stored.consumers, stored.sufficients] == [0; 3]
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_proof_holds_as_long_as_the_later_of_two_nodes_would_take_it() {
		let last = |node, witness| last_block(node, witness).ok();
		assert_eq!(last(100, 100), Some(164));
		assert_eq!(last(100, 1_000), Some(164));
		assert_eq!(last(1_000, 937), Some(1_001));
		assert_eq!(last(1_000, 936), None);
		assert_eq!(last(u32::MAX, u32::MAX), None);
	}

	#[test]
	fn an_account_that_was_given_something_is_as_good_as_new() {
		let given = Account { providers: 1, ..Account::default() };
		assert!(is_fresh(&given));
		assert!(!is_fresh(&Account { nonce: 1, ..given.clone() }));
		assert!(!is_fresh(&Account { consumers: 1, ..given.clone() }));
		assert!(!is_fresh(&Account { sufficients: 1, ..given }));
	}

	#[test]
	fn no_node_is_a_witness_of_itself() {
		assert!(is_same_node("ws://127.0.0.1:9944", "ws://127.0.0.1:9944/"));
		assert!(is_same_node("wss://Node.example", "wss://node.example"));
		assert!(!is_same_node("ws://127.0.0.1:9944", "ws://127.0.0.1:9955"));
	}
}
