//! `salus key`.

use super::{
	institutions::{self, check, genesis, signer},
	unlock,
};
use crate::{
	arguments::{NewKey, Options, RegisterKey, ShowKey, WithdrawKey},
	derive::{self, Secret},
	hex, passphrases,
	proofs::{member_key, Scheme},
	randomness, sealing, texts,
	vault::{self, Public},
	Outcome,
};
use pallet_protection::{possession_message, Call};
use salus_primitives::{InstitutionId, Role};
use salus_rings::RingProver;

/// `salus key new`.
pub fn new(options: &Options, NewKey { file }: NewKey) -> Outcome<()> {
	if file.exists() {
		return Err(format!("{} is there already, and is left as it is", file.display()).into());
	}
	let passphrase = passphrases::chosen(options)?;
	let seed = randomness::secret();
	let public = public(&seed)?;
	vault::create(&file, &seed, public, &passphrase)?;
	print(&public);
	println!(
		"\nThey are in {}. Without that file and its passphrase they are lost:",
		file.display()
	);
	println!("keep a copy of the file elsewhere, and the passphrase apart from both.");
	Ok(())
}

/// `salus key show`.
pub fn show(ShowKey { file }: ShowKey) -> Outcome<()> {
	print(&vault::public(&file)?);
	Ok(())
}

/// `salus key register`.
pub async fn register(options: &Options, command: RegisterKey) -> Outcome<()> {
	let RegisterKey { file, role, institution, signature } = command;
	let signer = signer(signature)?;
	let seed = unlock(options, &file)?;
	check(options, &signer, institution).await?;
	let genesis = genesis(options).await?;
	let key = member_key(&seed);
	let message = possession_message(genesis, role, InstitutionId(institution), &key);
	let possession = Scheme::possess(&Scheme::secret(&derive::member(&seed)), &message);
	let call = Call::register_key { role, key, possession };
	if institutions::send(options, &signer, Role::Admin, call).await?.is_some() {
		println!("Member key {}", hex::write(&key.0));
		println!("is registered for institution {institution} in the role {}.", texts::name(&role));
		println!("It enters a ring with others: see `salus ring --role {}`.", texts::name(&role));
	}
	Ok(())
}

/// `salus key withdraw`.
pub async fn withdraw(
	options: &Options,
	WithdrawKey { role, institution, signature }: WithdrawKey,
) -> Outcome<()> {
	let signer = signer(signature)?;
	check(options, &signer, institution).await?;
	let call = Call::withdraw_key { role };
	if institutions::send(options, &signer, Role::Admin, call).await?.is_some() {
		println!("The member key for the role {} is withdrawn.", texts::name(&role));
	}
	Ok(())
}

/// What is public of a seed.
fn public(seed: &Secret) -> Outcome<Public> {
	let sealing = sealing::public_key(&derive::sealing(seed, None))?;
	Ok(Public { member: member_key(seed).0, sealing })
}

fn print(public: &Public) {
	println!("Member key   {}", hex::write(&public.member));
	println!("Sealing key  {}  (of your institution)", hex::write(&public.sealing));
}

#[cfg(test)]
mod tests {
	use super::*;
	use salus_rings::{MemberKey, RingScheme};
	use sp_core::H256;
	use zeroize::Zeroizing;

	#[test]
	fn a_member_key_is_one_and_its_secret_is_possessed() {
		let seed = Zeroizing::new([7; 32]);
		let key = MemberKey(public(&seed).expect("any bytes are a seed").member);
		assert!(Scheme::is_key(&key));
		let message = possession_message(H256([0x67; 32]), Role::Vote, InstitutionId(2), &key);
		let possession = Scheme::possess(&Scheme::secret(&derive::member(&seed)), &message);
		assert!(Scheme::is_possessed(&key, &message, &possession));
	}
}
