//! What acting under a pseudonym asks of other pallets.

use crate::{InstitutionId, TransferId};
use frame_support::pallet_prelude::DispatchResult;

/// Fills the purses from which pseudonyms pay for their transactions.
///
/// Its cost is part of the benchmarks of the calls that ask it, which run in the runtime that wires it.
pub trait Purses<AccountId> {
	/// The least that a purse holds.
	fn least() -> u128;

	/// Whether there is enough for a purse of so much.
	fn has(amount: u128) -> bool;

	/// Whether an account is as good as new: it has never signed, and nothing of it is reserved or locked. What
	/// others gave it does not matter: anybody can give something to an account, and would keep it from being bound.
	fn is_fresh(who: &AccountId) -> bool;

	/// Gives an account its purse.
	///
	/// Fails when there is not enough for it.
	fn fill(who: &AccountId, amount: u128) -> DispatchResult;

	/// Takes back what is left in a purse, which held so much at first. What the account has beyond that is its
	/// own.
	fn empty(who: &AccountId, at_most: u128);

	/// Puts enough for a purse of so much where purses are filled from.
	#[cfg(feature = "runtime-benchmarks")]
	fn endow(amount: u128);
}

/// Purses hold nothing.
impl<AccountId> Purses<AccountId> for () {
	fn least() -> u128 {
		0
	}
	fn has(_: u128) -> bool {
		true
	}
	fn is_fresh(_: &AccountId) -> bool {
		true
	}
	fn fill(_: &AccountId, _: u128) -> DispatchResult {
		Ok(())
	}
	fn empty(_: &AccountId, _: u128) {}
	#[cfg(feature = "runtime-benchmarks")]
	fn endow(_: u128) {}
}

/// Who dealt with whom in a transfer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dealing {
	/// Who sent.
	pub sender: InstitutionId,
	/// Who received.
	pub receiver: InstitutionId,
	/// Whether goods have left, and nothing more is expected of them.
	pub ended: bool,
}

/// Knows the transfers that were made. Circulation does.
///
/// Its cost is part of the benchmarks of the calls that ask it, which run in the runtime that wires it.
pub trait Dealings {
	/// Who dealt with whom; `None` when there is no such transfer, or none any more.
	fn dealing(transfer: TransferId) -> Option<Dealing>;

	/// Makes a transfer that has ended, with as much in its entry as may be, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn ended() -> TransferId;
}

/// Nobody dealt with anybody.
impl Dealings for () {
	fn dealing(_: TransferId) -> Option<Dealing> {
		None
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ended() -> TransferId {
		TransferId(0)
	}
}
