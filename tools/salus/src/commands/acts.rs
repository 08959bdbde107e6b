//! What pseudonyms do: `salus appeal`, `close-appeal`, `complain`, `rate` and `vote`.

use super::unlock;
use crate::{
	arguments::{self, Actor, Options},
	chain::{Chain, State},
	hex,
	pseudonyms::{self, Bound, Own},
	texts::{self, count, moment, name},
	transactions::{self, Included},
	Outcome,
};
use pallet_protection::{
	About, Appeal, AppealEnd, Appeals, Call, ContextView, Event, Plea, Purpose,
};
use salus_primitives::{AppealId, ClassId, InstitutionId, TransferId};
use salus_runtime::{AccountId, Runtime};
use sp_core::{sr25519, H256};
use sp_runtime::traits::{BlakeTwo256, Hash};
use std::{fs, path::Path};

/// A pseudonym that acts.
struct Pseudonym {
	chain: Chain,
	context: ContextView,
	bound: Bound,
	key: sr25519::Pair,
}

impl Pseudonym {
	/// The one in a context that is open and has this purpose.
	async fn for_purpose(
		options: &Options,
		actor: &Actor,
		wanted: &str,
		is_wanted: impl Fn(&Purpose) -> bool,
	) -> Outcome<Self> {
		let (chain, own) = all(options, actor).await?;
		let is_wanted = |context: &ContextView, _: &Bound| {
			!context.is_over && is_wanted(&context.context.terms.purpose)
		};
		let (context, bound, key) = pseudonyms::choose(own, actor.context, wanted, is_wanted)?;
		if bound.pseudonym.used >= context.context.terms.uses {
			let (context, uses) = (context.id.0, context.context.terms.uses);
			let times = count(uses, "time", "times");
			return Err(format!(
				"your pseudonym in context {context} has done so {times}: no more is allowed, and nothing was \
				 sent"
			)
			.into());
		}
		Ok(Self { chain, context, bound, key })
	}

	/// Signs a call and sends it.
	async fn send(&self, call: Call<Runtime>) -> Outcome<Included> {
		transactions::signed(&self.chain, &self.key, call).await
	}

	/// How often it may act again, once it has.
	fn left(&self) -> String {
		let used = self.bound.pseudonym.used.saturating_add(1);
		let left = self.context.context.terms.uses.saturating_sub(used);
		format!("It may do so {} more.", count(left, "time", "times"))
	}
}

/// What the member of a key file is in each context.
async fn all(options: &Options, actor: &Actor) -> Outcome<(Chain, Vec<Own>)> {
	let seed = unlock(options, &actor.file)?;
	let chain = Chain::connect(options).await?;
	let own = pseudonyms::own(&chain.newest().await?, chain.genesis, &seed).await?;
	Ok((chain, own))
}

/// `salus appeal`.
pub async fn appeal(options: &Options, command: arguments::Appeal) -> Outcome<()> {
	let arguments::Appeal { actor, class, region, quantity, priority, until } = command;
	let wanted = "a context for appeals that is open";
	let is_wanted = |purpose: &Purpose| *purpose == Purpose::Appeal;
	let pseudonym = Pseudonym::for_purpose(options, &actor, wanted, is_wanted).await?;
	let until = until.after(pseudonym.chain.newest().await?.now().await?);
	let plea = Plea { class: ClassId(class), region, quantity, priority, until };
	let included = pseudonym.send(Call::appeal { plea }).await?;
	let appeal = included.told(|event| match event {
		Event::AppealMade { appeal, .. } => Some(*appeal),
		_ => None,
	})?;
	println!("Appeal {} is made, until {}. {}", appeal.0, moment(until), pseudonym.left());
	Ok(())
}

/// `salus close-appeal`.
pub async fn close_appeal(options: &Options, command: arguments::CloseAppeal) -> Outcome<()> {
	let arguments::CloseAppeal { actor, appeal, served, .. } = command;
	let (chain, own) = all(options, &actor).await?;
	let by = maker(&chain.newest().await?, AppealId(appeal)).await?;
	if !own.iter().filter_map(|own| own.bound.as_ref()).any(|bound| bound.account == by) {
		return Err(format!("appeal {appeal} is not one of yours: nothing was sent").into());
	}
	let wanted = format!("the context of appeal {appeal}");
	let is_wanted = |_: &ContextView, bound: &Bound| bound.account == by;
	let (_, _, key) = pseudonyms::choose(own, actor.context, &wanted, is_wanted)?;
	let end = if served { AppealEnd::Served } else { AppealEnd::Withdrawn };
	let call = Call::close_appeal { appeal: AppealId(appeal), end };
	transactions::signed(&chain, &key, call).await?;
	println!("Appeal {appeal} is closed.");
	Ok(())
}

/// Whose an appeal is.
async fn maker(state: &State<'_>, id: AppealId) -> Outcome<AccountId> {
	let appeal: Option<Appeal<AccountId>> =
		state.value(&Appeals::<Runtime>::hashed_key_for(id)).await?;
	let appeal = appeal.ok_or_else(|| format!("there is no appeal {}, or none any more", id.0))?;
	Ok(appeal.by)
}

/// `salus complain`.
pub async fn complain(options: &Options, command: arguments::Complain) -> Outcome<()> {
	let arguments::Complain { actor, institution, transfer, text_file } = command;
	let about = match (institution, transfer) {
		(Some(institution), _) => About::Institution(InstitutionId(institution)),
		(None, Some(transfer)) => About::Transfer(TransferId(transfer)),
		(None, None) => return Err("say what it is about: an institution, or a transfer".into()),
	};
	let text = digest(&text_file)?;
	let wanted = "a context for complaints that is open";
	let is_wanted = |purpose: &Purpose| *purpose == Purpose::Complain;
	let pseudonym = Pseudonym::for_purpose(options, &actor, wanted, is_wanted).await?;
	let included = pseudonym.send(Call::complain { about, text }).await?;
	let complaint = included.told(|event| match event {
		Event::ComplaintMade { complaint, .. } => Some(*complaint),
		_ => None,
	})?;
	println!("Complaint {} is made. {}", complaint.0, pseudonym.left());
	println!("Digest   {}", hex::write(text.as_bytes()));
	println!("Keep {} as it is: the chain has its digest alone.", text_file.display());
	Ok(())
}

/// BLAKE2b-256 of a file.
///
/// # Errors
///
/// If it cannot be read, or has nothing in it.
fn digest(path: &Path) -> Outcome<H256> {
	let text =
		fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
	if text.is_empty() {
		return Err(format!("{} is empty: nothing was sent", path.display()).into());
	}
	Ok(BlakeTwo256::hash(&text))
}

/// `salus rate`.
pub async fn rate(options: &Options, command: arguments::Rate) -> Outcome<()> {
	let arguments::Rate { actor, transfer, institution, rating } = command;
	let wanted = "a context for ratings that is open";
	let is_wanted = |purpose: &Purpose| *purpose == Purpose::Rate;
	let pseudonym = Pseudonym::for_purpose(options, &actor, wanted, is_wanted).await?;
	let (transfer, institution) = (TransferId(transfer), InstitutionId(institution));
	pseudonym.send(Call::rate { transfer, institution, rating }).await?;
	println!(
		"Institution {} is rated {} after transfer {}. {}",
		institution.0,
		name(&rating),
		transfer.0,
		pseudonym.left()
	);
	Ok(())
}

/// `salus vote`.
pub async fn vote(options: &Options, command: arguments::Vote) -> Outcome<()> {
	let arguments::Vote { file, context, vote } = command;
	let actor = Actor { file, context: Some(context) };
	let wanted = "a context for a vote that is open";
	let is_wanted = |purpose: &Purpose| matches!(purpose, Purpose::Vote(_));
	let pseudonym = Pseudonym::for_purpose(options, &actor, wanted, is_wanted).await?;
	let aye = vote == texts::Vote::Aye;
	if pseudonym.bound.pseudonym.vote == Some(aye) {
		let vote = name(&vote);
		return Err(format!("your pseudonym says {vote} already: nothing was sent").into());
	}
	pseudonym.send(Call::vote { aye }).await?;
	let purpose = texts::purpose(&pseudonym.context.context.terms.purpose);
	println!("Your pseudonym says {} in {purpose}. {}", name(&vote), pseudonym.left());
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	// `hashlib.blake2b(b"Dear commission\n", digest_size=32)` of Python.
	#[test]
	fn a_complaint_is_known_by_the_digest_of_its_file() {
		let folder = tempfile::tempdir().expect("the machine has room for tests");
		let path = folder.path().join("letter.txt");
		fs::write(&path, "Dear commission\n").expect("the folder is ours");
		let expected = "0x6363a54db9ad64ca1366efc66bcede8838b7aca39f81d2f630f95292f1ae2274";
		assert_eq!(hex::write(digest(&path).expect("it can be read").as_bytes()), expected);
		assert!(digest(&folder.path().join("another.txt")).is_err());
		fs::write(&path, "").expect("the folder is ours");
		assert!(digest(&path).is_err());
	}
}
