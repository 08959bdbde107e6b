//! Claims of custodians that counted more than the books say of a lot that they did not register. Every
//! read and write of them goes through this module.
//!
//! A custodian has one claim on a lot at most: what it last counted, and what arrived beyond the books
//! since then. Each claim has an end, after which anybody removes it.

use crate::{Config, CountClaims, CountReason, Error};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::Get;
use salus_primitives::{EventClaim, InstitutionId, LotId, Moment, Quantity, Trail};
use scale_info::TypeInfo;

/// Units that a custodian counted beyond the books, and that a second party has to confirm.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct CountClaim {
	/// Beyond what the books said was available, in base units.
	#[codec(compact)]
	pub excess: Quantity,
	/// Why the books say less, as the custodian says.
	pub reason: CountReason,
	/// When it was counted, if the custodian says so.
	pub event: Option<EventClaim>,
	/// The first moment at which nobody can confirm it, and anybody can remove it.
	pub until: Moment,
}

impl CountClaim {
	/// Whether its time is over at `now`.
	pub fn is_over(&self, now: Moment) -> bool {
		self.until <= now
	}
}

/// A custodian's claim, in place of an earlier one.
pub(crate) fn make<T: Config>(lot: LotId, custodian: InstitutionId, claim: CountClaim) {
	CountClaims::<T>::insert(lot, custodian, claim);
}

/// Adds units that arrived beyond the books to what a custodian claims; answers with the whole claim.
pub(crate) fn add<T: Config>(
	lot: LotId,
	custodian: InstitutionId,
	excess: Quantity,
) -> Result<CountClaim, Error<T>> {
	let now = T::Trail::now();
	let until = now.saturating_add(T::ClaimPeriod::get());
	let earlier = CountClaims::<T>::get(lot, custodian).filter(|claim| !claim.is_over(now));
	let before = earlier.map_or(0, |claim| claim.excess);
	let excess = before.checked_add(excess).ok_or(Error::Overflow)?;
	let claim = CountClaim { excess, reason: CountReason::Excess, event: None, until };
	make::<T>(lot, custodian, claim);
	Ok(claim)
}

/// A custodian's claim, which must be there.
pub(crate) fn open<T: Config>(
	lot: LotId,
	custodian: InstitutionId,
) -> Result<CountClaim, Error<T>> {
	CountClaims::<T>::get(lot, custodian).ok_or(Error::ClaimNotFound)
}

/// Removes a custodian's claim, if there is one.
pub(crate) fn end<T: Config>(lot: LotId, custodian: InstitutionId) {
	CountClaims::<T>::remove(lot, custodian);
}

/// Whether somebody has a claim on a lot.
pub(crate) fn any_on<T: Config>(lot: LotId) -> bool {
	CountClaims::<T>::iter_key_prefix(lot).next().is_some()
}
