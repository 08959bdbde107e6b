//! What is signed for an institution, by one of its agents: here, or in a wallet.

use crate::{
	arguments::{Options, Signature},
	chain::Chain,
	hex, passphrases,
	transactions::{self, Included},
	Outcome,
};
use codec::Encode;
use pallet_protection::Call;
use pallet_registry::Agents;
use salus_primitives::{Agent, Role};
use salus_runtime::{AccountId, Runtime, RuntimeCall};
use sp_core::{sr25519, Pair, H256};
use zeroize::Zeroizing;

/// Who signs.
pub enum Signer {
	/// An agent whose key is here.
	Key(Box<sr25519::Pair>),
	/// An agent whose key is in a wallet: the call is printed.
	Wallet,
}

/// Who signs, by the command line.
pub fn signer(signature: Signature) -> Outcome<Signer> {
	let secret = match (signature.signer, signature.signer_file) {
		(Some(secret), _) => Zeroizing::new(secret),
		(None, Some(path)) => passphrases::first_line(&path)?,
		(None, None) => return Ok(Signer::Wallet),
	};
	let key = sr25519::Pair::from_string(&secret, None)
		.map_err(|_| "the signer's secret is no seed, no phrase and no path such as //Alice")?;
	Ok(Signer::Key(key.into()))
}

/// The hash of the first block: as the command line says, or else as the node does.
pub async fn genesis(options: &Options) -> Outcome<H256> {
	match options.genesis {
		Some(genesis) => Ok(genesis),
		None => Ok(Chain::connect(options).await?.genesis),
	}
}

/// Refuses a signer that acts for another institution than is named, or for none, before it has signed. Who signs in a
/// wallet is not known.
pub async fn check(options: &Options, signer: &Signer, institution: u32) -> Outcome<()> {
	let Signer::Key(key) = signer else { return Ok(()) };
	let account = AccountId::from(key.public());
	let chain = Chain::connect(options).await?;
	let stored = Agents::<Runtime>::hashed_key_for(&account);
	let agent: Option<Agent> = chain.newest().await?.value(&stored).await?;
	let account = crate::texts::account(&account);
	match agent.map(|agent| agent.institution.0) {
		Some(own) if own == institution => Ok(()),
		Some(own) => Err(format!(
			"the signer {account} acts for institution {own}, and not for {institution}: nothing was sent"
		)
		.into()),
		None => {
			Err(format!("the signer {account} acts for no institution: nothing was sent").into())
		}
	}
}

/// Signs a call and sends it; or prints it, for an agent in `role` to sign.
pub async fn send(
	options: &Options,
	signer: &Signer,
	role: Role,
	call: Call<Runtime>,
) -> Outcome<Option<Included>> {
	match signer {
		Signer::Key(key) => {
			let chain = Chain::connect(options).await?;
			transactions::signed(&chain, key, call).await.map(Some)
		}
		Signer::Wallet => {
			println!("{}", printed(call, role));
			Ok(None)
		}
	}
}

fn printed(call: Call<Runtime>, role: Role) -> String {
	let call = RuntimeCall::from(call).encode();
	format!(
		"Call: {}\n\nPaste it in Polkadot.js Apps under Developer, Extrinsics, Decode, and submit it with the account \
		 of an agent of your institution in the role {}.",
		hex::write(&call),
		crate::texts::name(&role)
	)
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Decode;

	fn signature(signer: Option<&str>) -> Signature {
		Signature { signer: signer.map(str::to_owned), signer_file: None, print: false }
	}

	// Alice's public key, of the documentation of `subkey`.
	#[test]
	fn a_signer_is_a_path_a_phrase_or_a_file() {
		let alice = "0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";
		let file = tempfile::NamedTempFile::new().expect("the machine has room for tests");
		std::fs::write(file.path(), "//Alice\n").expect("the file is ours");
		let by_file = Signature { signer_file: Some(file.path().into()), ..signature(None) };
		for signature in [signature(Some("//Alice")), by_file] {
			let Ok(Signer::Key(key)) = signer(signature) else { panic!("it is a key") };
			assert_eq!(hex::write(&key.public().0), alice);
		}
		assert!(matches!(signer(signature(None)), Ok(Signer::Wallet)));
		assert!(signer(signature(Some("no such words"))).is_err());
	}

	#[test]
	fn a_printed_call_is_decoded_by_the_runtime() {
		let call = Call::publish_sealing_key { key: [7; 32] };
		let printed = printed(call.clone(), Role::Admin);
		let digits = printed.lines().next().and_then(|line| line.strip_prefix("Call: "));
		let bytes = sp_core::bytes::from_hex(digits.expect("the call is in front"));
		let decoded = RuntimeCall::decode(&mut &bytes.expect("it is written in digits")[..]);
		assert_eq!(decoded, Ok(RuntimeCall::from(call)));
	}
}
