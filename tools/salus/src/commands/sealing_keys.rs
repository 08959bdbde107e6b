//! `salus sealing-key`.

use super::{
	institutions::{self, signer},
	unlock,
};
use crate::{
	arguments::{Options, PublishSealingKey},
	chain::Chain,
	derive, hex, pseudonyms, sealing,
	transactions::{self, Included},
	Outcome,
};
use pallet_protection::{Call, Event};
use salus_primitives::{ContextId, Role};

/// Publishes the key to which documents are sealed.
pub async fn publish(options: &Options, command: PublishSealingKey) -> Outcome<()> {
	let PublishSealingKey { file, context, signature, .. } = command;
	let signer = signer(signature)?;
	let seed = unlock(options, &file)?;
	let included = match context {
		Some(context) => {
			let chain = Chain::connect(options).await?;
			let own = pseudonyms::own(&chain.newest().await?, chain.genesis, &seed).await?;
			let wanted = "a context that is open";
			let (_, _, account) =
				pseudonyms::choose(own, Some(context), wanted, |context, _| !context.is_over)?;
			let secret = derive::sealing(&seed, Some((chain.genesis, ContextId(context))));
			let call = Call::publish_sealing_key { key: sealing::public_key(&secret)? };
			Some(transactions::signed(&chain, &account, call).await?)
		}
		None => {
			let key = sealing::public_key(&derive::sealing(&seed, None))?;
			let call = Call::publish_sealing_key { key };
			institutions::send(options, &signer, Role::Admin, call).await?
		}
	};
	included.as_ref().map_or(Ok(()), print)
}

fn print(included: &Included) -> Outcome<()> {
	let (number, key) = included.told(|event| match event {
		Event::SealingKeyPublished { number, key, .. } => Some((*number, *key)),
		_ => None,
	})?;
	println!("Sealing key {number} is published: {}", hex::write(&key));
	Ok(())
}
