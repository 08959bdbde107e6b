//! Passphrases, and other secrets that a person holds.

use crate::{arguments::Options, Outcome};
use std::{fs, path::Path};
use zeroize::Zeroizing;

/// The passphrase of a key file: from the file that is named, or asked for.
pub fn known(options: &Options) -> Outcome<Zeroizing<String>> {
	match &options.passphrase_file {
		Some(path) => first_line(path),
		None => ask("Passphrase: "),
	}
}

/// The passphrase for a new key file. Whoever types it types it twice.
///
/// # Errors
///
/// If it is empty, or typed differently.
pub fn chosen(options: &Options) -> Outcome<Zeroizing<String>> {
	let passphrase = match &options.passphrase_file {
		Some(path) => first_line(path)?,
		None => {
			let passphrase = ask("Passphrase of the new key file: ")?;
			if *ask("The same again: ")? != *passphrase {
				return Err("these were two different passphrases: nothing was written".into());
			}
			passphrase
		}
	};
	if passphrase.is_empty() {
		return Err("an empty passphrase protects nothing: choose one".into());
	}
	Ok(passphrase)
}

/// The first line of a file.
pub fn first_line(path: &Path) -> Outcome<Zeroizing<String>> {
	let text = fs::read_to_string(path)
		.map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
	let text = Zeroizing::new(text);
	Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}

fn ask(prompt: &str) -> Outcome<Zeroizing<String>> {
	let answer = rpassword::prompt_password(prompt).map_err(|error| {
		format!("no passphrase can be asked for here ({error}): name its file by --passphrase-file")
	})?;
	Ok(Zeroizing::new(answer))
}

#[cfg(test)]
mod tests {
	use super::*;

	fn options(text: &str) -> (tempfile::TempDir, Options) {
		let folder = tempfile::tempdir().expect("the machine has room for tests");
		let path = folder.path().join("passphrase.txt");
		fs::write(&path, text).expect("the folder is ours");
		let options =
			Options { endpoint: String::new(), genesis: None, passphrase_file: Some(path) };
		(folder, options)
	}

	#[test]
	fn the_first_line_of_the_file_is_the_passphrase() {
		for text in ["sieben Zwiebeln", "sieben Zwiebeln\n", "sieben Zwiebeln\r\nand a note\n"] {
			let (_folder, options) = options(text);
			assert_eq!(&**known(&options).expect("it can be read"), "sieben Zwiebeln");
			assert_eq!(&**chosen(&options).expect("it is not empty"), "sieben Zwiebeln");
		}
	}

	#[test]
	fn an_empty_passphrase_is_not_chosen() {
		for text in ["", "\n", "\nsieben Zwiebeln"] {
			let (_folder, options) = options(text);
			assert!(chosen(&options).is_err(), "{text:?}");
		}
	}
}
