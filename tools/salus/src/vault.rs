//! Key files: a seed, encrypted by a passphrase.
//!
//! A file is JSON, and says how it is read:
//!
//! | field | what |
//! |---|---|
//! | `kind`, `version` | that it is a key file, and of which sort |
//! | `memberKey`, `sealingKey` | what is public of it |
//! | `kdf` | how the cipher's key is derived from the passphrase: Argon2id (RFC 9106), with its memory in KiB, passes, lanes and salt |
//! | `cipher` | XChaCha20-Poly1305 (`draft-irtf-cfrg-xchacha`), with its nonce, and the encrypted seed with its tag |
//!
//! The cipher authenticates all the rest of the file: whoever changes any of it makes a file that no passphrase
//! opens.

use crate::{derive::Secret, hex, randomness, Outcome};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::{AeadInPlace, KeyInit, XChaCha20Poly1305};
use codec::Encode;
use serde_json::{json, Value};
use std::{
	fs::{self, OpenOptions},
	io::{self, Write},
	path::Path,
};
use zeroize::Zeroizing;

const KIND: &str = "salus key file";
const VERSION: u64 = 1;
const KDF: &str = "argon2id";
const CIPHER: &str = "xchacha20poly1305";

/// What deriving the cipher's key costs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode)]
struct Cost {
	/// In KiB.
	memory: u32,
	passes: u32,
	lanes: u32,
}

/// What RFC 9106, section 4, recommends where memory is not plenty.
const COST: Cost = Cost { memory: 64 * 1024, passes: 3, lanes: 4 };
/// The most that a file may ask for: one that was changed must not exhaust the machine.
const MOST: Cost = Cost { memory: 1024 * 1024, passes: 64, lanes: 64 };

/// What is public of a key file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode)]
pub struct Public {
	/// The member key.
	pub member: [u8; 32],
	/// The institution's sealing key.
	pub sealing: [u8; 32],
}

/// A key file.
struct File {
	public: Public,
	cost: Cost,
	salt: [u8; 16],
	nonce: [u8; 24],
	/// The encrypted seed, and its tag.
	ciphertext: [u8; 48],
}

/// Writes a new key file, which its owner alone may read.
///
/// # Errors
///
/// If there is a file of this name already, or it cannot be written.
pub fn create(path: &Path, seed: &Secret, public: Public, passphrase: &str) -> Outcome<()> {
	let file = File::encrypt(seed, public, passphrase)?;
	write_new(path, file.text().as_bytes())
}

/// The seed in a key file.
///
/// # Errors
///
/// If it cannot be read, is no key file, was changed, or has another passphrase.
pub fn open(path: &Path, passphrase: &str) -> Outcome<Secret> {
	let name = path.display();
	let seed = read(path)?.decrypt(passphrase);
	seed.map_err(|error| format!("{name} cannot be opened: {error}").into())
}

/// What is public of a key file, as it says itself: only [`open`] shows whether it was changed.
///
/// # Errors
///
/// If it cannot be read, or is no key file.
pub fn public(path: &Path) -> Outcome<Public> {
	Ok(read(path)?.public)
}

/// Writes a new file, which its owner alone may read.
///
/// # Errors
///
/// If there is a file of this name already, or it cannot be written.
pub fn write_new(path: &Path, content: &[u8]) -> Outcome<()> {
	let name = path.display();
	let mut options = OpenOptions::new();
	options.write(true).create_new(true);
	#[cfg(unix)]
	std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
	let mut file = options.open(path).map_err(|error| match error.kind() {
		io::ErrorKind::AlreadyExists => format!("{name} is there already, and is left as it is"),
		_ => format!("{name} cannot be written: {error}"),
	})?;
	file.write_all(content).and_then(|()| file.sync_all()).map_err(|error| {
		// What is there of it is of no use.
		let _ = fs::remove_file(path);
		format!("{name} cannot be written: {error}").into()
	})
}

fn read(path: &Path) -> Outcome<File> {
	let name = path.display();
	let text =
		fs::read_to_string(path).map_err(|error| format!("{name} cannot be read: {error}"))?;
	File::parse(&text).map_err(|error| format!("{name} is no key file: {error}").into())
}

impl File {
	fn encrypt(seed: &Secret, public: Public, passphrase: &str) -> Outcome<Self> {
		let (salt, nonce) = (randomness::bytes(), randomness::bytes());
		let mut file = Self { public, cost: COST, salt, nonce, ciphertext: [0; 48] };
		let mut text = seed.clone();
		let tag = file
			.cipher(passphrase)?
			.encrypt_in_place_detached((&nonce).into(), &file.authenticated(), &mut *text)
			.map_err(|_| "the seed cannot be encrypted")?;
		file.ciphertext[..32].copy_from_slice(&*text);
		file.ciphertext[32..].copy_from_slice(&tag);
		Ok(file)
	}

	fn decrypt(&self, passphrase: &str) -> Outcome<Secret> {
		let mut seed = Zeroizing::new([0; 32]);
		let (encrypted, tag) = self.ciphertext.split_at(32);
		seed.copy_from_slice(encrypted);
		self.cipher(passphrase)?
			.decrypt_in_place_detached(
				(&self.nonce).into(),
				&self.authenticated(),
				&mut *seed,
				tag.into(),
			)
			.map_err(|_| "the passphrase is another, or the file was changed")?;
		Ok(seed)
	}

	/// The cipher under the key that a passphrase gives.
	fn cipher(&self, passphrase: &str) -> Outcome<XChaCha20Poly1305> {
		let Cost { memory, passes, lanes } = self.cost;
		if memory > MOST.memory || passes > MOST.passes || lanes > MOST.lanes {
			return Err("it asks for more memory or time than a key file may".into());
		}
		let parameters = Params::new(memory, passes, lanes, Some(32)).map_err(|e| e.to_string())?;
		let mut blocks = Zeroizing::new(vec![Block::default(); parameters.block_count()]);
		let mut key = Zeroizing::new([0; 32]);
		Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
			.hash_password_into_with_memory(
				passphrase.as_bytes(),
				&self.salt,
				&mut *key,
				&mut blocks[..],
			)
			.map_err(|error| error.to_string())?;
		Ok(XChaCha20Poly1305::new((&*key).into()))
	}

	/// What the cipher authenticates beside the seed.
	fn authenticated(&self) -> Vec<u8> {
		(KIND, VERSION, self.public, KDF, self.cost, self.salt, CIPHER).encode()
	}

	fn text(&self) -> String {
		let value = json!({
			"kind": KIND,
			"version": VERSION,
			"memberKey": hex::write(&self.public.member),
			"sealingKey": hex::write(&self.public.sealing),
			"kdf": {
				"name": KDF,
				"memory": self.cost.memory,
				"passes": self.cost.passes,
				"lanes": self.cost.lanes,
				"salt": hex::write(&self.salt),
			},
			"cipher": {
				"name": CIPHER,
				"nonce": hex::write(&self.nonce),
				"ciphertext": hex::write(&self.ciphertext),
			},
		});
		format!("{value:#}\n")
	}

	fn parse(text: &str) -> Outcome<Self> {
		let value: Value = serde_json::from_str(text).map_err(|_| "it is not written in JSON")?;
		expect(&value, "/kind", |value| value == KIND)?;
		expect(&value, "/version", |value| value == VERSION)?;
		expect(&value, "/kdf/name", |value| value == KDF)?;
		expect(&value, "/cipher/name", |value| value == CIPHER)?;
		Ok(Self {
			public: Public {
				member: bytes(&value, "/memberKey")?,
				sealing: bytes(&value, "/sealingKey")?,
			},
			cost: Cost {
				memory: number(&value, "/kdf/memory")?,
				passes: number(&value, "/kdf/passes")?,
				lanes: number(&value, "/kdf/lanes")?,
			},
			salt: bytes(&value, "/kdf/salt")?,
			nonce: bytes(&value, "/cipher/nonce")?,
			ciphertext: bytes(&value, "/cipher/ciphertext")?,
		})
	}
}

/// The field of a key file at `path`, if it is what it should be.
fn field<'a, T>(
	value: &'a Value,
	path: &str,
	read: impl FnOnce(&'a Value) -> Option<T>,
) -> Outcome<T> {
	let field = value.pointer(path).and_then(read);
	field.ok_or_else(|| format!("the field {path} is not what this program writes").into())
}

fn expect(value: &Value, path: &str, is_expected: impl FnOnce(&Value) -> bool) -> Outcome<()> {
	field(value, path, |field| is_expected(field).then_some(()))
}

fn number(value: &Value, path: &str) -> Outcome<u32> {
	field(value, path, |field| field.as_u64()?.try_into().ok())
}

fn bytes<const N: usize>(value: &Value, path: &str) -> Outcome<[u8; N]> {
	field(value, path, |field| hex::read(field.as_str()?).ok())
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::path::PathBuf;
	use tempfile::TempDir;

	const PASSPHRASE: &str = "sieben Zwiebeln";
	const PUBLIC: Public = Public { member: [0x6d; 32], sealing: [0x73; 32] };
	/// Written by Python: Argon2id and ChaCha20-Poly1305 of `cryptography` 48.0.0 (OpenSSL), HChaCha20 and the
	/// encoding by hand.
	const FOREIGN: &str = r#"{
  "kind": "salus key file",
  "version": 1,
  "memberKey": "0x6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d",
  "sealingKey": "0x7373737373737373737373737373737373737373737373737373737373737373",
  "kdf": {
    "name": "argon2id",
    "memory": 65536,
    "passes": 3,
    "lanes": 4,
    "salt": "0xa0a1a2a3a4a5a6a7a8a9aaabacadaeaf"
  },
  "cipher": {
    "name": "xchacha20poly1305",
    "nonce": "0x404142434445464748494a4b4c4d4e4f5051525354555657",
    "ciphertext": "0x7703f677b1e68126ec51547237ce1fe05a0522d646c3e898736b94e8b77f95b0c948e2060ea43dd64fc5394e9f8ca0a8"
  }
}"#;

	fn seed() -> Secret {
		Zeroizing::new(std::array::from_fn(|place| place as u8))
	}

	/// A folder with a key file in it.
	fn vault() -> (TempDir, PathBuf) {
		let folder = tempfile::tempdir().expect("the machine has room for tests");
		let path = folder.path().join("key.json");
		create(&path, &seed(), PUBLIC, PASSPHRASE).expect("the folder is empty");
		(folder, path)
	}

	/// A key file, rewritten by `change`.
	fn changed(change: impl FnOnce(&mut Value)) -> Outcome<Secret> {
		let (_folder, path) = vault();
		let text = fs::read_to_string(&path).expect("it was just written");
		let mut value = serde_json::from_str(&text).expect("it was just written");
		change(&mut value);
		fs::write(&path, value.to_string()).expect("the folder is ours");
		open(&path, PASSPHRASE)
	}

	fn error<T>(outcome: Outcome<T>) -> String {
		outcome.err().expect("it is refused").to_string()
	}

	#[test]
	fn the_seed_comes_out_under_its_passphrase() {
		let (_folder, path) = vault();
		assert_eq!(*open(&path, PASSPHRASE).expect("it is its passphrase"), *seed());
		assert_eq!(public(&path).expect("it is a key file"), PUBLIC);
	}

	#[test]
	fn a_file_that_another_program_wrote_is_opened() {
		let file = File::parse(FOREIGN).expect("it is a key file");
		assert_eq!(*file.decrypt(PASSPHRASE).expect("it is its passphrase"), *seed());
	}

	#[test]
	fn another_passphrase_opens_nothing() {
		let (_folder, path) = vault();
		for wrong in ["", "sieben Zwiebeln ", "Sieben Zwiebeln", "seven onions"] {
			let error = error(open(&path, wrong));
			assert!(
				error.ends_with("the passphrase is another, or the file was changed"),
				"{error}"
			);
		}
	}

	#[test]
	fn a_file_in_which_anything_was_changed_is_not_opened() {
		for (path, value) in [
			("/memberKey", json!(hex::write(&[0x6e; 32]))),
			("/sealingKey", json!(hex::write(&[0x74; 32]))),
			("/kdf/memory", json!(64 * 1024 + 16)),
			("/kdf/passes", json!(4)),
			("/kdf/lanes", json!(2)),
			("/kdf/salt", json!(hex::write(&[0; 16]))),
			("/cipher/nonce", json!(hex::write(&[0; 24]))),
			("/cipher/ciphertext", json!(hex::write(&[0; 48]))),
		] {
			let outcome =
				changed(|file| *file.pointer_mut(path).expect("it has the field") = value);
			let error = error(outcome);
			assert!(
				error.ends_with("the passphrase is another, or the file was changed"),
				"{path}"
			);
		}
	}

	#[test]
	fn a_file_that_lacks_anything_or_is_of_another_sort_is_no_key_file() {
		for path in [
			"/kind",
			"/version",
			"/memberKey",
			"/sealingKey",
			"/kdf/name",
			"/kdf/memory",
			"/kdf/passes",
			"/kdf/lanes",
			"/kdf/salt",
			"/cipher/name",
			"/cipher/nonce",
			"/cipher/ciphertext",
		] {
			let error = error(changed(|file| {
				*file.pointer_mut(path).expect("it has the field") = json!(2)
			}));
			let is_number = path.starts_with("/kdf") && path != "/kdf/name" && path != "/kdf/salt";
			assert!(is_number || error.contains(&format!("the field {path} ")), "{path}: {error}");
		}
		let folder = tempfile::tempdir().expect("the machine has room for tests");
		let path = folder.path().join("letter.txt");
		fs::write(&path, "Dear colleague").expect("the folder is ours");
		assert!(error(open(&path, PASSPHRASE)).contains("is no key file"));
	}

	#[test]
	fn a_file_that_asks_for_too_much_is_refused_at_once() {
		for (path, most) in
			[("/kdf/memory", MOST.memory), ("/kdf/passes", MOST.passes), ("/kdf/lanes", MOST.lanes)]
		{
			let value = json!(most + 1);
			let outcome =
				changed(|file| *file.pointer_mut(path).expect("it has the field") = value);
			assert!(error(outcome).contains("more memory or time"), "{path}");
		}
	}

	#[test]
	fn no_file_is_overwritten() {
		let (_folder, path) = vault();
		let before = fs::read(&path).expect("it was just written");
		let outcome = create(&path, &Zeroizing::new([7; 32]), PUBLIC, "another");
		assert!(error(outcome).ends_with("is there already, and is left as it is"));
		assert_eq!(fs::read(&path).expect("it is still there"), before);
	}

	#[cfg(unix)]
	#[test]
	fn nobody_but_the_owner_reads_it() {
		use std::os::unix::fs::PermissionsExt;
		let (_folder, path) = vault();
		let mode = fs::metadata(&path).expect("it was just written").permissions().mode();
		assert_eq!(mode & 0o777, 0o600);
	}

	#[test]
	fn two_files_of_one_seed_have_nothing_secret_in_common() {
		let read = |(_folder, path): (TempDir, PathBuf)| read(&path).expect("it was just written");
		let (one, other) = (read(vault()), read(vault()));
		assert_ne!(one.salt, other.salt);
		assert_ne!(one.nonce, other.nonce);
		assert_ne!(one.ciphertext, other.ciphertext);
		assert!(!one.text().contains(&hex::write(&*seed())[2..]));
	}
}
