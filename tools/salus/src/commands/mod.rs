//! What each command does.

pub mod acts;
pub mod bind;
pub mod contexts;
pub mod documents;
mod institutions;
pub mod keys;
pub mod pseudonyms;
pub mod rings;
pub mod sealing_keys;

use crate::{arguments::Options, derive::Secret, passphrases, vault, Outcome};
use std::path::Path;

/// The seed in a key file, by its passphrase.
///
/// Asked for before the node is: whoever types keeps no connection waiting.
fn unlock(options: &Options, file: &Path) -> Outcome<Secret> {
	vault::open(file, &passphrases::known(options)?)
}
