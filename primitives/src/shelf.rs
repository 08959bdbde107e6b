//! What stands where on an institution's shelf: its goods of a class, those that expire first in front.

use crate::{
	ClassId, Custody, InstitutionId, LotId, LotStock, Moment, Purpose, Quantity, Stock, Total,
};
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
	/// Everything that the custodian holds of the class stands there, whatever its bucket, and so does a
	/// holding of which nothing is left but a hold: who looks for goods to send passes over places with
	/// another owner, and asks the stock what is available of the lot, and whether it may be sent. The
	/// last place of an answer is where the next one begins, even when the goods have left it since.
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
	/// Once so many are found, no more are looked for, whatever is wanted yet.
	pub lots: u32,
	/// The most base units of one lot.
	pub largest: Quantity,
	/// The most places that are looked at. Goods that are borrowed or held, and goods of which nothing is
	/// available, stand among the others.
	pub places: u32,
}

/// Why there is not as much on a shelf as is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
	/// No more of it is available.
	Stock,
	/// No more lots are taken, or no more of one.
	Room,
	/// No more places are looked at. More of it may be available behind them.
	Places,
}

/// What was found on a shelf.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
	/// Lots and base units of each, first-expiring first.
	pub lots: Vec<(LotId, Quantity)>,
	/// Why that is less than was wanted; `None` when it is not.
	pub limit: Option<Limit>,
}

/// What an institution has available of a class that is its own and that no hold keeps it from sending,
/// as much as is wanted and found.
pub fn first_expiring<AccountId, Shelves: Shelf, Goods: Stock<AccountId>>(
	institution: InstitutionId,
	class: ClassId,
	search: &Search,
) -> Found {
	let from = Some(ShelfPlace::last_expired(search.good_until));
	let places = Shelves::behind(institution, class, from, search.places);
	let is_end = (places.len() as u32) < search.places;
	let (mut left, mut lots, mut is_full) = (search.wanted, Vec::new(), false);
	for place in places.into_iter().filter(|place| place.owner == institution) {
		if left == 0 {
			break;
		}
		if lots.len() as u32 == search.lots {
			is_full = true;
			break;
		}
		let Some(mut stock) = Goods::open(place.lot) else { continue };
		let own = Custody::own(institution);
		let available = stock.holding(own).available;
		if available == 0 || stock.ensure_free(own, Purpose::Send).is_err() {
			continue;
		}
		let wanted = Quantity::try_from(left).map_or(available, |left| available.min(left));
		let taken = wanted.min(search.largest);
		is_full |= taken < wanted;
		if taken > 0 {
			left = left.saturating_sub(taken.into());
			lots.push((place.lot, taken));
		}
	}
	is_full |= lots.len() as u32 == search.lots && !is_end;
	let limit = match left {
		0 => None,
		_ if is_full => Some(Limit::Room),
		_ if is_end => Some(Limit::Stock),
		_ => Some(Limit::Places),
	};
	Found { lots, limit }
}

/// Nobody holds anything.
impl Shelf for () {
	fn behind(_: InstitutionId, _: ClassId, _: Option<ShelfPlace>, _: u32) -> Vec<ShelfPlace> {
		Vec::new()
	}
}
