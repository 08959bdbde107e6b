//! `salus pseudonyms`.

use super::unlock;
use crate::{
	arguments::{Options, Pseudonyms},
	chain::Chain,
	hex,
	pseudonyms::{self, Bound, Own},
	texts::{self, amount, count, moment},
	Outcome,
};

/// Lists what a member is in each context.
pub async fn list(options: &Options, Pseudonyms { file }: Pseudonyms) -> Outcome<()> {
	let seed = unlock(options, &file)?;
	let chain = Chain::connect(options).await?;
	let own = pseudonyms::own(&chain.newest().await?, chain.genesis, &seed).await?;
	let texts: Vec<_> = own.iter().map(described).collect();
	match texts.is_empty() {
		true => println!("No context is declared."),
		false => println!("{}", texts.join("\n\n")),
	}
	Ok(())
}

fn described(own: &Own) -> String {
	let context = &own.context;
	let state = if context.is_over { " (over)" } else { "" };
	let purpose = texts::purpose(&context.context.terms.purpose);
	let head = format!("Context {}: {purpose}{state}", context.id.0);
	let alias = hex::write(&own.alias.0);
	let Some(Bound { account, pseudonym, purse, key }) = &own.bound else {
		return format!("{head}\n  alias    {alias}\n  account  none is bound");
	};
	let foreign = if key.is_some() { "" } else { "  (not of this key file)" };
	let mut lines = vec![
		head,
		format!("  alias    {alias}"),
		format!("  account  {}{foreign}", texts::account(account)),
		format!("  bound    {}", moment(pseudonym.bound_at)),
		format!("  left     {}", count(own.uses_left(), "time", "times")),
		format!("  purse    {}", amount(*purse)),
	];
	if let Some(aye) = pseudonym.vote {
		lines.push(format!("  voted    {}", if aye { "aye" } else { "nay" }));
	}
	lines.join("\n")
}
