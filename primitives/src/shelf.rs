//! What stands where on an institution's shelf: its goods of a class, those that expire first in front.

use crate::{ClassId, Custody, InstitutionId, LotId, LotStock, Moment, Quantity, Stock, Total};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Where a holding stands on the shelf of its custodian.
///
/// Places ascend from the front of the shelf: by expiry, what never expires last; then by lot, then by
/// owner.
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
pub struct ShelfPlace {
	/// The first moment at which the lot is expired; `None` when it never is.
	pub expires_at: Option<Moment>,
	/// The lot.
	pub lot: LotId,
	/// Whom the goods belong to. Differs from the custodian when they are borrowed.
	pub owner: InstitutionId,
}

impl ShelfPlace {
	/// The last place at which goods can stand that are expired at `now`: behind it stands what can
	/// still be used.
	pub fn last_expired(now: Moment) -> Self {
		Self { expires_at: Some(now), lot: LotId(u64::MAX), owner: InstitutionId(u32::MAX) }
	}
}

/// Knows shelves. The registry keeps them.
///
/// Each place that is asked for is one step in the state trie, which the benchmarks of the calls that
/// ask contain; they run in the runtime that wires it.
pub trait Shelf {
	/// The next places on the shelf of a class at a custodian, from behind `after`, or from the front
	/// of the shelf: at most `most` of them. Fewer are the last ones.
	///
	/// Everything that the custodian holds of the class stands there, whatever its bucket: who looks
	/// for goods to send passes over places with another owner, and asks the stock what is available
	/// of the lot. The last place of an answer is where the next one begins, even when the goods have
	/// left it since.
	fn behind(
		custodian: InstitutionId,
		class: ClassId,
		after: Option<ShelfPlace>,
		most: u32,
	) -> Vec<ShelfPlace>;
}

/// What is looked for on a shelf, and how far.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Search {
	/// How much, in base units.
	pub wanted: Total,
	/// The moment at which none of it may be expired.
	pub good_until: Moment,
	/// The most lots.
	pub lots: u32,
	/// The most base units of one lot.
	pub largest: Quantity,
	/// The most places that are looked at. Goods that are borrowed, and goods of which nothing is
	/// available, stand among the others.
	pub places: u32,
}

/// What an institution has available of a class that is its own: lots and base units of each,
/// first-expiring first, as much as is wanted and found.
pub fn first_expiring<AccountId, Shelves: Shelf, Goods: Stock<AccountId>>(
	institution: InstitutionId,
	class: ClassId,
	search: &Search,
) -> Vec<(LotId, Quantity)> {
	let from = Some(ShelfPlace::last_expired(search.good_until));
	let places = Shelves::behind(institution, class, from, search.places);
	let mut left = search.wanted;
	let mut found = Vec::new();
	for place in places.into_iter().filter(|place| place.owner == institution) {
		if left == 0 || found.len() as u32 == search.lots {
			break;
		}
		let Some(mut stock) = Goods::open(place.lot) else { continue };
		let available = stock.holding(Custody::own(institution)).available.min(search.largest);
		let taken = Quantity::try_from(left).map_or(available, |left| available.min(left));
		if taken > 0 {
			left = left.saturating_sub(taken.into());
			found.push((place.lot, taken));
		}
	}
	found
}

/// Nobody holds anything.
impl Shelf for () {
	fn behind(_: InstitutionId, _: ClassId, _: Option<ShelfPlace>, _: u32) -> Vec<ShelfPlace> {
		Vec::new()
	}
}
