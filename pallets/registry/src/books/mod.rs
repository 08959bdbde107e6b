//! The books: what the chain knows of each lot and of its holdings. Every read and write of them goes
//! through this module, which keeps that
//!
//! - what a ledger says must be held is what the lot's holdings hold;
//! - a holding is stored, and stands on its custodian's [shelf](crate::shelf), exactly while it holds
//!   something or something holds it;
//! - an institution's [level](crate::levels) of a class changes with what its own holdings have available;
//! - a lot with a serial number is at most one unit;
//! - no more turns up of a lot than entered the books under it otherwise;
//! - a lot knows how many lots in the books came out of it, and leaves the books after all of them, and the
//!   [index](crate::offspring) of them;
//! - goods leave *available* through [`LotBook::leave_available`] alone, and what was set aside is sent
//!   through [`LotBook::send_reserved`] alone: both refuse what is held for a purpose that a hold bars;
//! - whoever keeps holds, [`Config::Holds`], is told of all units that enter or leave *quarantined*, but
//!   those that it asked for itself.
//!
//! Whether a lot or the whole of a holding is held is written on its page, so that nothing else is read to
//! know it.
//!
//! A lot and its holdings are pages under one prefix, neighbours in the state trie: a step of a
//! transfer proves one path through the large map.
//!
//! A book is opened, marked and closed here; what moves units in it is in `moves.rs`, and what is read of pages
//! without opening a book in `pages.rs`.

mod moves;
mod pages;

use crate::{
	claims,
	levels::{self, Change, Use},
	offspring, shelf, ArchivedLots, Books, Class, Config, CountClaim, Error, Event, Ledger, Lot,
	Pallet,
};
use alloc::{boxed::Box, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::marker::PhantomData;
use frame_support::{defensive, ensure};
use salus_primitives::{
	Capability, ColdChain, Custody, EventClaim, HoldChange, Holding, Holds, InstitutionId, LotId,
	Purpose, Quantity, RecordId, ShelfPlace, SiteNumber, Step, Subject, Trail,
};
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

/// Where something is written in the books of a lot. A part of storage keys, so indices are fixed.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Page {
	/// The page of the lot itself.
	#[codec(index = 0)]
	Lot,
	/// The page of one holding.
	#[codec(index = 1)]
	Holding(Custody),
}

/// What is written on a page.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Entry {
	/// On the page of a lot.
	#[codec(index = 0)]
	Lot(Box<LotEntry>),
	/// On the page of a holding.
	#[codec(index = 1)]
	Holding(Holding),
}

/// What the chain knows of a lot, beside its holdings.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LotEntry {
	/// The lot as registered.
	pub lot: Lot,
	/// The licence that the lot's class demands of a receiver.
	pub capability: Option<Capability>,
	/// The licence that the lot's class demands of a carrier.
	pub carrier_capability: Option<Capability>,
	/// What the lot's class must be kept at, and whether a receipt of it carries a sensor summary. None
	/// of the four ever changes.
	pub cold_chain: Option<ColdChain>,
	/// What entered and left the books under the lot.
	pub ledger: Ledger,
	/// How many lots came out of it that are not archived.
	#[codec(compact)]
	pub offspring: u32,
	/// Whether something holds the lot, wherever it is.
	pub held: bool,
	/// The newest record of the lot's trail.
	pub newest_record: Option<RecordId>,
}

/// How the units of a new lot enter the books.
#[derive(Clone, Copy)]
pub(crate) enum Entrance {
	/// New to the chain.
	Registered(Quantity),
	/// Out of other lots.
	RepackedIn(Quantity),
}

/// A holding between its read and its write.
struct OpenHolding {
	custody: Custody,
	/// As read.
	stored: Option<Holding>,
	/// As it is to be written.
	holding: Holding,
	/// What of it was consumed.
	used: Option<Use>,
	/// What whoever keeps holds is told of it.
	changes: Vec<HoldChange>,
}

impl OpenHolding {
	fn new(custody: Custody, stored: Option<Holding>, holding: Holding) -> Self {
		Self { custody, stored, holding, used: None, changes: Vec::new() }
	}
}

/// The books of one lot, opened. Each page is read once, when first asked for, and written once, by
/// [`close`](salus_primitives::LotStock::close).
pub struct LotBook<T: Config> {
	lot: LotId,
	entry: Box<LotEntry>,
	holdings: Vec<OpenHolding>,
	/// What custodians claim that arrived with them beyond the books.
	claims: Vec<(InstitutionId, Quantity)>,
	runtime: PhantomData<T>,
}

impl<T: Config> LotBook<T> {
	/// The books of a lot; `None` when there is no such lot.
	pub(crate) fn read(lot: LotId) -> Option<Self> {
		let entry = Pallet::<T>::lot_entry(lot)?;
		Some(Self { lot, entry, holdings: Vec::new(), claims: Vec::new(), runtime: PhantomData })
	}

	/// The books of a lot that must be there.
	pub(crate) fn open(lot: LotId) -> Result<Self, Error<T>> {
		Self::read(lot).ok_or(Error::LotNotFound)
	}

	/// The books of a new lot, all of it available to its registrant, which owns it.
	pub(crate) fn begin(
		id: LotId,
		lot: Lot,
		class: &Class,
		entrance: Entrance,
		site: Option<SiteNumber>,
	) -> Self {
		let (available, ledger) = match entrance {
			Entrance::Registered(quantity) => {
				(quantity, Ledger { registered: quantity.into(), ..Default::default() })
			}
			Entrance::RepackedIn(quantity) => {
				(quantity, Ledger { repacked_in: quantity.into(), ..Default::default() })
			}
		};
		let custody = Custody::own(lot.registered_by);
		let holding = Holding { available, site, ..Default::default() };
		Self {
			lot: id,
			entry: Box::new(LotEntry {
				lot,
				capability: class.capability,
				carrier_capability: class.carrier_capability,
				cold_chain: class.cold_chain(),
				ledger,
				offspring: 0,
				held: false,
				newest_record: None,
			}),
			holdings: alloc::vec![OpenHolding::new(custody, None, holding)],
			claims: Vec::new(),
			runtime: PhantomData,
		}
	}

	/// The lot's identifier.
	pub(crate) fn id(&self) -> LotId {
		self.lot
	}

	/// What is written on the lot's own page.
	pub(crate) fn entry(&self) -> &LotEntry {
		&self.entry
	}

	/// A holding; empty when there is none.
	pub(crate) fn holding_in(&mut self, custody: &Custody) -> &mut Holding {
		&mut self.open_holding(custody).holding
	}

	/// A holding, read when it is first asked for.
	fn open_holding(&mut self, custody: &Custody) -> &mut OpenHolding {
		let place = match self.holdings.iter().position(|open| open.custody == *custody) {
			Some(place) => place,
			None => {
				let stored = Pallet::<T>::holding_entry(self.lot, custody);
				let holding = stored.unwrap_or_default();
				self.holdings.push(OpenHolding::new(*custody, stored, holding));
				self.holdings.len() - 1
			}
		};
		&mut self.holdings[place]
	}

	/// A holding that must hold something.
	pub(crate) fn holding_at(&mut self, custody: &Custody) -> Result<&mut Holding, Error<T>> {
		let holding = self.holding_in(custody);
		ensure!(holding.total() > 0, Error::HoldingNotFound);
		Ok(holding)
	}

	/// Refuses goods of a lot or of a holding that is held, for a purpose that a hold bars.
	pub(crate) fn ensure_free(
		&mut self,
		custody: &Custody,
		purpose: Purpose,
	) -> Result<(), Error<T>> {
		let barred =
			purpose.is_barred_by_a_hold() && (self.entry.held || self.holding_in(custody).held);
		ensure!(!barred, Error::Held);
		Ok(())
	}

	/// Says whether anything holds the lot.
	pub(crate) fn mark_lot(&mut self, held: bool) {
		self.entry.held = held;
	}

	/// Says whether anything holds the whole of a holding, which is there: it holds something, or is
	/// held.
	pub(crate) fn mark_holding(&mut self, custody: &Custody, held: bool) -> Result<(), Error<T>> {
		let holding = self.holding_in(custody);
		ensure!(holding.total() > 0 || holding.held, Error::HoldingNotFound);
		holding.held = held;
		Ok(())
	}

	/// Holds the whole of a holding, of which a sensor told a breach, from the end of this step on.
	pub(crate) fn mark_breach(&mut self, custody: &Custody) -> Result<(), Error<T>> {
		self.holding_at(custody)?;
		let changes = &mut self.open_holding(custody).changes;
		if !changes.contains(&HoldChange::Breached) {
			changes.push(HoldChange::Breached);
		}
		Ok(())
	}

	/// Refuses a lot that is expired.
	pub(crate) fn ensure_not_expired(&self) -> Result<(), Error<T>> {
		ensure!(!self.entry.lot.identity.is_expired(T::Trail::now()), Error::Expired);
		Ok(())
	}

	/// Refuses capacity whose window is over: no correction gives it another.
	pub(crate) fn ensure_not_lapsed(&self) -> Result<(), Error<T>> {
		let window = self.entry.lot.identity.window;
		let over = window.is_some_and(|window| window.until <= T::Trail::now());
		ensure!(!over, Error::WindowOver);
		Ok(())
	}

	/// Refuses to use goods that are expired, and capacity outside of its window.
	///
	/// Capacity is judged by the time at which it was used, if somebody claims one: a ward records
	/// the nights of a window on the morning after. Goods are judged by the chain's time alone.
	fn ensure_usable(&self, event: Option<EventClaim>) -> Result<(), Error<T>> {
		let Some(window) = self.entry.lot.identity.window else {
			return self.ensure_not_expired();
		};
		let used_at = event.map_or_else(T::Trail::now, |event| event.at);
		ensure!(window.from <= used_at, Error::WindowNotBegun);
		ensure!(used_at < window.until, Error::WindowOver);
		Ok(())
	}

	/// Adds lots that came out of this one.
	pub(crate) fn add_offspring(&mut self, lots: usize) -> Result<(), Error<T>> {
		let lots = u32::try_from(lots).map_err(|_| Error::Overflow)?;
		let offspring = self.entry.offspring.checked_add(lots).ok_or(Error::Overflow)?;
		self.entry.offspring = offspring;
		Ok(())
	}

	/// Says where a holding is kept.
	pub(crate) fn keep_at(
		&mut self,
		custody: &Custody,
		site: Option<SiteNumber>,
	) -> Result<(), Error<T>> {
		let holding = self.holding_at(custody)?;
		ensure!(holding.site != site, Error::Unchanged);
		holding.site = site;
		Ok(())
	}

	/// Writes what has changed, with the step's record on the lot.
	pub(crate) fn close(mut self, step: &mut Step<T::AccountId>) -> DispatchResult {
		T::Trail::record(step, Subject::Lot(self.lot), &mut self.entry.newest_record)?;
		self.close_claims()?;
		self.tell_holds(step)?;
		let identity = &self.entry.lot.identity;
		let (class, expires_at) = (identity.class, identity.expires_at());
		Books::<T>::insert(self.lot, Page::Lot, Entry::Lot(self.entry));
		for OpenHolding { custody, stored, holding, used, .. } in self.holdings {
			let Custody { custodian, owner } = custody;
			let place = ShelfPlace { expires_at, lot: self.lot, owner };
			let page = Page::Holding(custody);
			let kept = (holding.total() > 0 || holding.held).then_some(holding);
			match (stored, kept) {
				(None, None) => {}
				(Some(before), Some(holding)) if before == holding => {}
				(Some(_), Some(holding)) => {
					Books::<T>::insert(self.lot, page, Entry::Holding(holding));
				}
				(None, Some(holding)) => {
					Books::<T>::insert(self.lot, page, Entry::Holding(holding));
					shelf::put::<T>(custodian, class, place);
				}
				(Some(_), None) => {
					Books::<T>::remove(self.lot, page);
					shelf::take::<T>(custodian, class, place);
				}
			}
			if custodian == owner {
				let before = stored.map_or(0, |stored| stored.available);
				let change = Change { before, after: holding.available, used };
				levels::change::<T>(owner, class, change);
			}
		}
		Ok(())
	}

	/// Tells whoever keeps holds what has changed, which answers whether a holding is held.
	fn tell_holds(&mut self, step: &mut Step<T::AccountId>) -> DispatchResult {
		for open in &mut self.holdings {
			let before = open.stored.map_or(0, |stored| stored.total());
			let after = open.holding.total();
			if self.entry.held && before != after {
				open.changes.push(HoldChange::Moved { before, after });
			}
			if !open.changes.is_empty() {
				let key = open.custody.of(self.lot);
				open.holding.held =
					T::Holds::changed(step, &key, open.holding.held, &open.changes)?;
			}
		}
		Ok(())
	}

	/// Writes what custodians claim.
	fn close_claims(&mut self) -> Result<(), Error<T>> {
		for (custodian, excess) in core::mem::take(&mut self.claims) {
			let custody = Custody::own(custodian);
			let booked = self.holding_in(&custody).available;
			let CountClaim { excess, reason, until, .. } =
				claims::add::<T>(self.lot, custodian, excess)?;
			let counted = booked.checked_add(excess).ok_or(Error::Overflow)?;
			let holding = custody.of(self.lot);
			let claimed = Event::CountClaimed { holding, booked, counted, reason, until };
			Pallet::<T>::deposit_event(claimed);
		}
		Ok(())
	}

	/// Takes the lot, of which nothing is held, out of the books. What it was made of counts one
	/// lot less that came out of it, and has no record of that: its own history has not changed.
	pub(crate) fn archive(
		mut self,
		step: &mut Step<T::AccountId>,
		parents: impl IntoIterator<Item = LotId>,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Lot(self.lot), &mut self.entry.newest_record)?;
		Books::<T>::remove(self.lot, Page::Lot);
		if let Some(newest) = self.entry.newest_record {
			ArchivedLots::<T>::insert(self.lot, newest);
		}
		for parent in parents {
			offspring::remove::<T>(parent, self.lot);
			match Pallet::<T>::lot_entry(parent) {
				Some(mut entry) => {
					entry.offspring = entry.offspring.saturating_sub(1);
					Books::<T>::insert(parent, Page::Lot, Entry::Lot(entry));
				}
				None => {
					defensive!("registry: a lot was archived before its offspring", parent);
				}
			}
		}
		Ok(())
	}
}
