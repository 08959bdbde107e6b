//! What a malformed value is called here.

use crate::Error;
use salus_primitives::Malformed;

impl<T> From<Malformed> for Error<T> {
	fn from(_: Malformed) -> Self {
		// Text is all that a call here takes of what can be malformed.
		Self::InvalidCharacters
	}
}
