//! The index of holdings by custodian, class and expiry, and the [`Shelf`] that tells other pallets of
//! it. Every read and write of it goes through this module, which keeps that the order of its keys is
//! first-expired-first-out: whoever walks it finds the goods of a class in the order in which they
//! expire, and sorts nothing.
//!
//! What a lot is never changes, so a holding stands in one place from its first unit to its last, and for
//! as long as it is held.

use crate::{Config, HoldingsByCustodian, Pallet};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use salus_primitives::{ClassId, HoldingKey, InstitutionId, LotId, Moment, Shelf, ShelfPlace};
use scale_info::TypeInfo;

/// Stands in a key for goods that never expire. No date is so late.
const NEVER: Moment = Moment::MAX;

/// The key of a place in storage: the moment of expiry, the lot and the owner, each big-endian, so that
/// keys ascend as places do.
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
pub struct ShelfKey {
	/// When the lot expires; all ones when it never does.
	pub expires_at: [u8; 8],
	/// The lot.
	pub lot: [u8; 8],
	/// Whom the goods belong to.
	pub owner: [u8; 4],
}

impl From<ShelfPlace> for ShelfKey {
	fn from(place: ShelfPlace) -> Self {
		Self {
			expires_at: place.expires_at.unwrap_or(NEVER).to_be_bytes(),
			lot: place.lot.0.to_be_bytes(),
			owner: place.owner.0.to_be_bytes(),
		}
	}
}

impl From<ShelfKey> for ShelfPlace {
	fn from(key: ShelfKey) -> Self {
		let expires_at = Moment::from_be_bytes(key.expires_at);
		Self {
			expires_at: (expires_at != NEVER).then_some(expires_at),
			lot: LotId(u64::from_be_bytes(key.lot)),
			owner: InstitutionId(u32::from_be_bytes(key.owner)),
		}
	}
}

/// Puts a holding on the shelf of its custodian.
pub(crate) fn put<T: Config>(custodian: InstitutionId, class: ClassId, place: ShelfPlace) {
	HoldingsByCustodian::<T>::insert((custodian, class, ShelfKey::from(place)), ());
}

/// Takes a holding from the shelf of its custodian.
pub(crate) fn take<T: Config>(custodian: InstitutionId, class: ClassId, place: ShelfPlace) {
	HoldingsByCustodian::<T>::remove((custodian, class, ShelfKey::from(place)));
}

/// All holdings of a custodian, class by class, from behind the one of the class and at the place in
/// `after`.
pub(crate) fn all_behind<T: Config>(
	custodian: InstitutionId,
	after: Option<(ClassId, ShelfPlace)>,
) -> impl Iterator<Item = HoldingKey> {
	let keys = match after {
		Some((class, place)) => {
			let key = (custodian, class, ShelfKey::from(place));
			let start = HoldingsByCustodian::<T>::hashed_key_for(key);
			HoldingsByCustodian::<T>::iter_key_prefix_from((custodian,), start)
		}
		None => HoldingsByCustodian::<T>::iter_key_prefix((custodian,)),
	};
	keys.map(move |(_, key)| {
		let ShelfPlace { lot, owner, .. } = key.into();
		HoldingKey { lot, custodian, owner }
	})
}

/// The places on the shelf of a class at a custodian, from behind `after`, or from the front of the shelf.
pub(crate) fn places_behind<T: Config>(
	custodian: InstitutionId,
	class: ClassId,
	after: Option<ShelfPlace>,
) -> impl Iterator<Item = ShelfPlace> {
	let prefix = (custodian, class);
	let keys = match after {
		Some(after) => {
			let key = (custodian, class, ShelfKey::from(after));
			let start = HoldingsByCustodian::<T>::hashed_key_for(key);
			HoldingsByCustodian::<T>::iter_key_prefix_from(prefix, start)
		}
		None => HoldingsByCustodian::<T>::iter_key_prefix(prefix),
	};
	keys.map(ShelfPlace::from)
}

impl<T: Config> Shelf for Pallet<T> {
	fn behind(
		custodian: InstitutionId,
		class: ClassId,
		after: Option<ShelfPlace>,
		most: u32,
	) -> Vec<ShelfPlace> {
		places_behind::<T>(custodian, class, after).take(most as usize).collect()
	}
}
