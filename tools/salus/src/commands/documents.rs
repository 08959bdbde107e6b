//! Sealed documents: `salus seal`, `open` and `receive`.

use super::{
	institutions::{self, genesis, signer, Signer},
	unlock,
};
use crate::{
	arguments::{Correspondent, Open, Options, Receive, Seal},
	chain::{Chain, State},
	derive::{self, Secret, ACCOUNTS},
	hex,
	pseudonyms::{self, Bound},
	sealing::{self, Sealed},
	transactions::{self, Included},
	vault, Outcome,
};
use pallet_protection::{
	Call, ContextView, Document, Documents, Event, Party, SealingKey, SealingKeys,
};
use salus_primitives::{ContextId, DocumentId, InstitutionId, Role};
use salus_runtime::{AccountId, Runtime};
use sp_core::{Pair, H256};
use sp_runtime::traits::{BlakeTwo256, Hash};
use std::{fs, path::Path};
use zeroize::Zeroizing;

/// `salus seal`.
pub async fn seal(options: &Options, command: Seal) -> Outcome<()> {
	let Seal { to_institution, to_account, input, output, send, sender } = command;
	let to = match (to_institution, to_account) {
		(Some(institution), _) => Party::Institution(InstitutionId(institution)),
		(None, Some(account)) => Party::Pseudonym(account),
		(None, None) => return Err("say to whom: to an institution, or to an account".into()),
	};
	let document = Zeroizing::new(read(&input)?);
	let sender = if send { Some(Sender::unlocked(options, sender)?) } else { None };

	let chain = Chain::connect(options).await?;
	let key: Option<SealingKey> =
		chain.newest().await?.value(&SealingKeys::<Runtime>::hashed_key_for(&to)).await?;
	let key = key.ok_or("the receiver has no sealing key: ask it to publish one")?;
	let info = sealing::info(chain.genesis, &to, key.number);
	let sealed = sealing::seal(&key.key, key.number, &info, &document)?;
	vault::write_new(&output, &sealed)?;
	let digest = BlakeTwo256::hash(&sealed);
	println!("Sealed   {}, to key {} of the receiver", output.display(), key.number);
	println!("Digest   {}", hex::write(digest.as_bytes()));

	let Some(sender) = sender else { return Ok(()) };
	let call = Call::send_document { to, digest, sealed_to: key.number };
	let wanted = "a context by which you could write to the receiver";
	let sent = sender.send(options, Role::Dispatch, wanted, |_, _| true, call).await;
	let sent =
		sent.map_err(|error| format!("{error}. {} is sealed, and stays", output.display()))?;
	if let Some(sent) = sent {
		let document = sent.told(|event| match event {
			Event::DocumentSent { document, .. } => Some(*document),
			_ => None,
		})?;
		println!("Document {} is on its way: hand {} over.", document.0, output.display());
	}
	Ok(())
}

/// `salus open`.
pub async fn open(options: &Options, command: Open) -> Outcome<()> {
	let Open { file, institution, context, input, output, document } = command;
	let bytes = read(&input)?;
	let refused = |error| format!("{} is not opened: {error}", input.display());
	let sealed = Sealed::parse(&bytes).map_err(refused)?;
	let seed = unlock(options, &file)?;
	let genesis = genesis(options).await?;
	let (secret, receivers) = match (institution, context) {
		(Some(institution), _) => {
			let receiver = Party::Institution(InstitutionId(institution));
			(derive::sealing(&seed, None), vec![receiver])
		}
		(None, Some(context)) => {
			let context = ContextId(context);
			let secret = derive::sealing(&seed, Some((genesis, context)));
			(secret, accounts(&seed, genesis, context))
		}
		(None, None) => return Err("say to whom it is sealed: --institution, or --context".into()),
	};
	if let Some(id) = document {
		compare(options, DocumentId(id), &bytes, &receivers).await?;
	}
	let attempts = receivers
		.iter()
		.map(|receiver| sealed.open(&secret, &sealing::info(genesis, receiver, sealed.number)));
	// The refusals are all alike.
	let opened = attempts.reduce(|one, other| one.or(other));
	let opened = opened.ok_or("there is no receiver")?.map_err(refused)?;
	vault::write_new(&output, &opened)?;
	println!("Opened   {}", output.display());
	println!("Digest   {}  (of what was sealed)", hex::write(BlakeTwo256::hash(&bytes).as_bytes()));
	Ok(())
}

/// The parties that a pseudonym may be: whichever of its accounts was bound.
fn accounts(seed: &Secret, genesis: H256, context: ContextId) -> Vec<Party<AccountId>> {
	let keys = (0..ACCOUNTS).map(|number| derive::account(seed, genesis, context, number));
	keys.map(|key| Party::Pseudonym(key.public().into())).collect()
}

/// Refuses bytes that are not those of a document that the chain knows, or that was sent to somebody else.
async fn compare(
	options: &Options,
	id: DocumentId,
	bytes: &[u8],
	receivers: &[Party<AccountId>],
) -> Outcome<()> {
	let chain = Chain::connect(options).await?;
	let document = load(&chain.newest().await?, id).await?;
	if !receivers.contains(&document.to) {
		return Err(format!("document {} was sent to somebody else", id.0).into());
	}
	if document.digest != BlakeTwo256::hash(bytes) {
		let id = id.0;
		return Err(format!("this is not document {id}: its digest on the chain is another").into());
	}
	Ok(())
}

async fn load(state: &State<'_>, id: DocumentId) -> Outcome<Document<AccountId>> {
	let document: Option<Document<AccountId>> =
		state.value(&Documents::<Runtime>::hashed_key_for(id)).await?;
	document.ok_or_else(|| format!("there is no document {}, or none any more", id.0).into())
}

/// `salus receive`.
pub async fn receive(options: &Options, Receive { document, receiver }: Receive) -> Outcome<()> {
	let receiver = Sender::unlocked(options, receiver)?;
	let chain = Chain::connect(options).await?;
	let to = load(&chain.newest().await?, DocumentId(document)).await?.to;
	let by_pseudonym = matches!(receiver, Sender::Pseudonym(..));
	if by_pseudonym != matches!(to, Party::Pseudonym(_)) {
		return Err(
			format!("document {document} was sent to somebody else: nothing was sent").into()
		);
	}
	if let (Sender::Institution(signer), Party::Institution(institution)) = (&receiver, &to) {
		institutions::check(options, signer, institution.0).await?;
	}
	let call = Call::acknowledge_document { document: DocumentId(document) };
	let wanted = format!("the context to which document {document} was sent");
	let is_receiver =
		|_: &ContextView, bound: &Bound| to == Party::Pseudonym(bound.account.clone());
	let sent = receiver.send(options, Role::Receive, &wanted, is_receiver, call).await?;
	if sent.is_some() {
		println!("Document {document} is acknowledged.");
	}
	Ok(())
}

/// Who signs what is said of a document.
enum Sender {
	/// A pseudonym of a key file: the seed, and the context that was named.
	Pseudonym(Secret, Option<u32>),
	/// An agent of an institution.
	Institution(Signer),
}

impl Sender {
	/// By the command line, with what it needs to sign.
	fn unlocked(options: &Options, correspondent: Correspondent) -> Outcome<Self> {
		let Correspondent { key, context, signature } = correspondent;
		match key {
			Some(file) => Ok(Self::Pseudonym(unlock(options, &file)?, context)),
			None => Ok(Self::Institution(signer(signature)?)),
		}
	}

	/// Signs a call and sends it, or prints it for an agent in `role`.
	async fn send(
		self,
		options: &Options,
		role: Role,
		wanted: &str,
		is_wanted: impl Fn(&ContextView, &Bound) -> bool,
		call: Call<Runtime>,
	) -> Outcome<Option<Included>> {
		match self {
			Self::Pseudonym(seed, context) => {
				let chain = Chain::connect(options).await?;
				let own = pseudonyms::own(&chain.newest().await?, chain.genesis, &seed).await?;
				let (_, _, key) = pseudonyms::choose(own, context, wanted, is_wanted)?;
				transactions::signed(&chain, &key, call).await.map(Some)
			}
			Self::Institution(signer) => institutions::send(options, &signer, role, call).await,
		}
	}
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
	fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()).into())
}

#[cfg(test)]
mod tests {
	use super::*;

	const GENESIS: H256 = H256([0x67; 32]);

	#[test]
	fn a_pseudonym_opens_what_is_sealed_to_any_of_its_accounts() {
		let seed = Zeroizing::new([7; 32]);
		let context = ContextId(5);
		let secret = derive::sealing(&seed, Some((GENESIS, context)));
		let key = sealing::public_key(&secret).expect("any bytes are a secret");
		let receivers = accounts(&seed, GENESIS, context);
		assert_eq!(receivers.len(), ACCOUNTS as usize);
		for receiver in &receivers {
			let info = sealing::info(GENESIS, receiver, 2);
			let bytes = sealing::seal(&key, 2, &info, b"to the rear gate").expect("it is a key");
			let sealed = Sealed::parse(&bytes).expect("it was sealed here");
			let opened = receivers.iter().find_map(|receiver| {
				sealed.open(&secret, &sealing::info(GENESIS, receiver, sealed.number)).ok()
			});
			assert_eq!(&**opened.expect("one of them is the receiver"), b"to the rear gate");
		}
	}
}
