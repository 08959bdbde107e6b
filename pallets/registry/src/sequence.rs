//! Identifiers in sequence.

use crate::{Config, Error};
use codec::FullCodec;
use frame_support::StorageValue;

/// Hands out the identifier in `Next`, and leaves there the one that `following` says.
pub(crate) fn assign<T, Id, Next>(following: fn(Id) -> Option<Id>) -> Result<Id, Error<T>>
where
	T: Config,
	Id: FullCodec + Copy,
	Next: StorageValue<Id, Query = Id>,
{
	let id = Next::get();
	Next::put(following(id).ok_or(Error::IdsExhausted)?);
	Ok(id)
}
