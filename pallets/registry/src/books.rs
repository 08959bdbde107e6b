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
	Arrival, Bucket, Capability, ColdChain, Custody, EventClaim, HoldChange, HoldKind, Holding,
	HoldingKey, Holds, InstitutionId, LotId, Moment, Purpose, Quantity, RecordId, ShelfPlace,
	SiteNumber, Step, Subject, Total, Trail, WriteOff,
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

/// How units leave the books.
#[derive(Clone, Copy)]
enum Exit {
	Consumed,
	Destroyed,
	Lost,
	RepackedOut,
}

impl From<WriteOff> for Exit {
	fn from(how: WriteOff) -> Self {
		match how {
			WriteOff::Destroyed => Self::Destroyed,
			WriteOff::Lost => Self::Lost,
		}
	}
}

/// What a count comes to.
pub(crate) struct Count {
	/// What the books said.
	pub(crate) booked: Quantity,
	/// Units beyond that which a second party has to confirm; zero when the books were set.
	pub(crate) claimed: Quantity,
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

	/// Uses available units, at the time of `event` if there is one, and at `now` as the level of
	/// their class tells it.
	pub(crate) fn use_up(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
		event: Option<EventClaim>,
		now: Moment,
	) -> Result<(), Error<T>> {
		self.ensure_usable(event)?;
		self.leave_available(custody, quantity, Purpose::Use)?;
		let used = &mut self.open_holding(custody).used;
		let before = used.map_or(0, |used| used.quantity);
		let quantity_used = before.checked_add(quantity).ok_or(Error::Overflow)?;
		*used = Some(Use { quantity: quantity_used, at: now });
		self.leave_books(quantity, Exit::Consumed)
	}

	/// Destroys available units.
	pub(crate) fn destroy_available(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
	) -> Result<(), Error<T>> {
		self.leave_available(custody, quantity, Purpose::Destroy)?;
		self.leave_books(quantity, Exit::Destroyed)
	}

	/// Destroys quarantined units.
	pub(crate) fn destroy_quarantined(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
	) -> Result<(), Error<T>> {
		self.leave_quarantine(custody, quantity)?;
		self.leave_books(quantity, Exit::Destroyed)
	}

	/// Takes all units that are available or quarantined out of the books, as destroyed: nobody can use
	/// them any more. Answers with how many, at least one. What is offered, reserved, in transit or in
	/// dispute is left to whoever set it aside.
	pub(crate) fn lapse(&mut self, custody: &Custody) -> Result<Quantity, Error<T>> {
		let Holding { available, quarantined, .. } = *self.holding_at(custody)?;
		let quantity = available.checked_add(quarantined).ok_or(Error::Overflow)?;
		ensure!(quantity > 0, Error::ZeroQuantity);
		if available > 0 {
			self.leave_available(custody, available, Purpose::Destroy)?;
		}
		if quarantined > 0 {
			self.leave_quarantine(custody, quarantined)?;
		}
		self.leave_books(quantity, Exit::Destroyed)?;
		Ok(quantity)
	}

	/// Takes available units out of the lot, to enter another; answers with where they were kept.
	pub(crate) fn repack_out(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
	) -> Result<Option<SiteNumber>, Error<T>> {
		let site = self.holding_at(custody)?.site;
		self.leave_available(custody, quantity, Purpose::Repack)?;
		self.leave_books(quantity, Exit::RepackedOut)?;
		Ok(site)
	}

	/// Adds lots that came out of this one.
	pub(crate) fn add_offspring(&mut self, lots: usize) -> Result<(), Error<T>> {
		let lots = u32::try_from(lots).map_err(|_| Error::Overflow)?;
		let offspring = self.entry.offspring.checked_add(lots).ok_or(Error::Overflow)?;
		self.entry.offspring = offspring;
		Ok(())
	}

	/// Sets what a custodian has available of its own to `counted`, unless that is more than the books say
	/// and the custodian did not register the lot: then nothing changes, and the units beyond the books are
	/// to be claimed. Nothing changes either, and nothing is claimed, where more of what is held was counted
	/// than may turn up: whoever demanded the count is told what it was. Where a custodian has nothing, and
	/// nothing holds what it had, only the registrant may find some.
	pub(crate) fn count(
		&mut self,
		custodian: InstitutionId,
		counted: Quantity,
	) -> Result<Count, Error<T>> {
		let custody = Custody::own(custodian);
		let registrant = self.entry.lot.registered_by;
		let open = self.open_holding(&custody);
		let Holding { available: booked, held, .. } = open.holding;
		let may_open = counted > 0 && registrant == custodian;
		ensure!(open.holding.total() > 0 || held || may_open, Error::HoldingNotFound);
		if held {
			open.changes.push(HoldChange::Counted { quantity: counted });
		}
		if held && counted > booked && self.ensure_may_turn_up(counted - booked).is_err() {
			return Ok(Count { booked, claimed: 0 });
		}
		if counted > booked && registrant != custodian {
			let claimed = counted - booked;
			self.ensure_may_turn_up(claimed)?;
			return Ok(Count { booked, claimed });
		}
		if counted > booked {
			self.turn_up(&custody, Bucket::Available, counted - booked, None)?;
		} else if counted < booked {
			self.leave_available(&custody, booked - counted, Purpose::Count)?;
			self.leave_books(booked - counted, Exit::Lost)?;
		}
		Ok(Count { booked, claimed: 0 })
	}

	/// Adds units to the own goods of a custodian: it claimed them, and a second party confirmed it.
	/// They are quarantined: the custodian alone has seen them.
	pub(crate) fn confirm(
		&mut self,
		custodian: InstitutionId,
		quantity: Quantity,
	) -> Result<(), Error<T>> {
		self.turn_up_quarantined(&Custody::own(custodian), quantity, None)
	}

	/// Takes note of units that arrived beyond what was shipped. Who registered the lot finds them,
	/// as by a count of its own; another custodian claims them, to goods of its own alone.
	pub(crate) fn find_excess(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
		site: Option<SiteNumber>,
	) -> Result<(), Error<T>> {
		let Custody { custodian, owner } = *custody;
		if custodian != owner || quantity == 0 {
			return Ok(());
		}
		if custodian == self.entry.lot.registered_by {
			return self.turn_up_quarantined(custody, quantity, site);
		}
		self.claims.push((custodian, quantity));
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

	/// Takes units of a dispute out of the books.
	pub(crate) fn write_off_disputed(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
		how: WriteOff,
	) -> Result<(), Error<T>> {
		self.take(custody, Bucket::Disputed, quantity)?;
		self.leave_books(quantity, how.into())
	}

	/// Hands units that rest with their custodian to another holding, in which they are quarantined.
	/// They stay at their site when the custodian stays the same.
	pub(crate) fn hand_over_resting(
		&mut self,
		giver: &Custody,
		receiver: &Custody,
		quantity: Quantity,
		purpose: Purpose,
	) -> Result<(), Error<T>> {
		let site = self.holding_at(giver)?.site;
		let site = site.filter(|_| giver.custodian == receiver.custodian);
		let taken = self.take_resting(giver, quantity, purpose)?;
		ensure!(taken == quantity, Error::InsufficientStock);
		self.put_at(receiver, Bucket::Quarantined, quantity, site)?;
		self.note_entered(receiver, quantity, HoldKind::Quarantine);
		Ok(())
	}

	/// Takes units that rest with their custodian out of the books.
	pub(crate) fn write_off_resting(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
		how: WriteOff,
	) -> Result<(), Error<T>> {
		self.holding_at(custody)?;
		let purpose = match how {
			WriteOff::Destroyed => Purpose::Destroy,
			WriteOff::Lost => Purpose::Count,
		};
		let taken = self.take_resting(custody, quantity, purpose)?;
		ensure!(taken == quantity, Error::InsufficientStock);
		self.leave_books(quantity, how.into())
	}

	/// Moves available units into another bucket of their holding.
	pub(crate) fn set_aside(
		&mut self,
		custody: &Custody,
		into: Bucket,
		quantity: Quantity,
		purpose: Purpose,
	) -> Result<(), Error<T>> {
		self.leave_available(custody, quantity, purpose)?;
		self.put(custody, into, quantity)
	}

	/// Moves units between two buckets of one holding. `from` is not *available*: what leaves that
	/// has a purpose. Nobody is told of what enters or leaves *quarantined*.
	pub(crate) fn shift(
		&mut self,
		custody: &Custody,
		from: Bucket,
		to: Bucket,
		quantity: Quantity,
	) -> Result<(), Error<T>> {
		self.take(custody, from, quantity)?;
		self.put(custody, to, quantity)
	}

	/// Ends a dispute about units that are back with their custodian: they are quarantined.
	pub(crate) fn recover_disputed(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
	) -> Result<(), Error<T>> {
		self.take(custody, Bucket::Disputed, quantity)?;
		self.enter_quarantine(custody, quantity, HoldKind::Quarantine)
	}

	/// Sets quarantined units aside for a transfer that takes them back to where they came from.
	pub(crate) fn reserve_quarantined(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
	) -> Result<(), Error<T>> {
		self.ensure_free(custody, Purpose::Return)?;
		self.leave_quarantine(custody, quantity)?;
		self.put(custody, Bucket::Reserved, quantity)
	}

	/// Quarantines units again that were set aside by [`reserve_quarantined`](Self::reserve_quarantined).
	pub(crate) fn unreserve_quarantined(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
	) -> Result<(), Error<T>> {
		self.take(custody, Bucket::Reserved, quantity)?;
		self.enter_quarantine(custody, quantity, HoldKind::Quarantine)
	}

	/// Sends on their way what was set aside for a transfer, before a hold or without one.
	pub(crate) fn send_reserved(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
		purpose: Purpose,
	) -> Result<(), Error<T>> {
		self.ensure_free(custody, purpose)?;
		self.shift(custody, Bucket::Reserved, Bucket::InTransit, quantity)
	}

	/// Hands units of one holding to another. `from` is *in transit* or *disputed*. What comes from a lot
	/// or a holding that is held arrives quarantined.
	pub(crate) fn hand_over(
		&mut self,
		(giver, from): (&Custody, Bucket),
		(receiver, arrival): (&Custody, Arrival),
		quantity: Quantity,
		site: Option<SiteNumber>,
	) -> Result<(), Error<T>> {
		let arrival = self.arrival_of(giver, arrival);
		let into = match arrival {
			Arrival::Usable => Bucket::Available,
			Arrival::Quarantined(_) => Bucket::Quarantined,
		};
		self.take(giver, from, quantity)?;
		if giver == receiver {
			self.put(receiver, into, quantity)?;
		} else {
			self.put_at(receiver, into, quantity, site)?;
		}
		if let Arrival::Quarantined(kind) = arrival {
			self.note_entered(receiver, quantity, kind);
		}
		Ok(())
	}

	/// In what state goods arrive of which whoever receives them says `arrival`: quarantined, when a hold is
	/// on their lot, or on the holding that they leave behind.
	fn arrival_of(&mut self, giver: &Custody, arrival: Arrival) -> Arrival {
		let is_held = self.entry.held || self.holding_in(giver).held;
		match arrival {
			Arrival::Usable if is_held => Arrival::Quarantined(HoldKind::Quarantine),
			_ => arrival,
		}
	}

	/// Puts at most `quantity` units that rest with their custodian into dispute; answers with how
	/// many.
	pub(crate) fn dispute_resting(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
	) -> Result<Quantity, Error<T>> {
		let taken = self.take_resting(custody, quantity, Purpose::Return)?;
		if taken > 0 {
			self.put(custody, Bucket::Disputed, taken)?;
		}
		Ok(taken)
	}

	/// Adds units that the books did not know.
	fn turn_up(
		&mut self,
		custody: &Custody,
		into: Bucket,
		quantity: Quantity,
		site: Option<SiteNumber>,
	) -> Result<(), Error<T>> {
		let found = self.ensure_may_turn_up(quantity)?;
		self.put_at(custody, into, quantity, site)?;
		self.entry.ledger.found = found;
		Ok(())
	}

	/// The same, quarantined: nobody but whoever found them has seen them.
	fn turn_up_quarantined(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
		site: Option<SiteNumber>,
	) -> Result<(), Error<T>> {
		self.turn_up(custody, Bucket::Quarantined, quantity, site)?;
		self.note_entered(custody, quantity, HoldKind::Quarantine);
		Ok(())
	}

	/// Refuses units that cannot turn up: any of a lot that came out of others, a second one of a serial
	/// number, or more than entered the books under the lot otherwise. Answers with what has turned up
	/// with them.
	///
	/// A lot that came out of others says of every unit that it was theirs. Of what turns up nobody
	/// knows that.
	fn ensure_may_turn_up(&self, quantity: Quantity) -> Result<Total, Error<T>> {
		ensure!(self.entry.lot.origin.is_none(), Error::DerivedLot);
		let ledger = &self.entry.ledger;
		if self.entry.lot.identity.serial.is_some() {
			let held = ledger.held().and_then(|held| held.checked_add(quantity.into()));
			ensure!(held.ok_or(Error::Overflow)? <= 1, Error::SerialIsSingle);
		}
		let found = ledger.found.checked_add(quantity.into()).ok_or(Error::Overflow)?;
		let entered = ledger.entered().ok_or(Error::Overflow)?;
		ensure!(found <= entered, Error::FoundExceedsEntered);
		Ok(found)
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

	/// Takes at most `quantity` units that rest with their custodian: those available first, then those
	/// quarantined. What is offered is escrowed, and rests again when the offer ends. Answers with how
	/// many.
	fn take_resting(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
		purpose: Purpose,
	) -> Result<Quantity, Error<T>> {
		self.ensure_free(custody, purpose)?;
		let mut left = quantity;
		for bucket in [Bucket::Available, Bucket::Quarantined] {
			let part = left.min(self.holding_in(custody).quantity(bucket));
			if part == 0 {
				continue;
			}
			match bucket {
				Bucket::Available => self.leave_available(custody, part, purpose)?,
				_ => self.leave_quarantine(custody, part)?,
			}
			left -= part;
		}
		Ok(quantity - left)
	}

	/// Sets aside for a transfer what was offered before.
	pub(crate) fn reserve_offered(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
	) -> Result<(), Error<T>> {
		self.ensure_free(custody, Purpose::Send)?;
		self.shift(custody, Bucket::Offered, Bucket::Reserved, quantity)
	}

	/// The one way out of *available*, whoever asks and whatever for.
	fn leave_available(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
		purpose: Purpose,
	) -> Result<(), Error<T>> {
		self.holding_at(custody)?;
		self.ensure_free(custody, purpose)?;
		self.take(custody, Bucket::Available, quantity)
	}

	/// Quarantines units, of which whoever keeps holds is told.
	fn enter_quarantine(
		&mut self,
		custody: &Custody,
		quantity: Quantity,
		kind: HoldKind,
	) -> Result<(), Error<T>> {
		self.put(custody, Bucket::Quarantined, quantity)?;
		self.note_entered(custody, quantity, kind);
		Ok(())
	}

	/// Takes quarantined units, of which whoever keeps holds is told.
	fn leave_quarantine(&mut self, custody: &Custody, quantity: Quantity) -> Result<(), Error<T>> {
		self.take(custody, Bucket::Quarantined, quantity)?;
		if quantity > 0 {
			let left = HoldChange::Left { units: quantity };
			self.open_holding(custody).changes.push(left);
		}
		Ok(())
	}

	/// Has whoever keeps holds told that units entered *quarantined*.
	fn note_entered(&mut self, custody: &Custody, units: Quantity, kind: HoldKind) {
		if units > 0 {
			self.open_holding(custody).changes.push(HoldChange::Entered { kind, units });
		}
	}

	fn take(
		&mut self,
		custody: &Custody,
		bucket: Bucket,
		quantity: Quantity,
	) -> Result<(), Error<T>> {
		let held = self.holding_at(custody)?.quantity_mut(bucket);
		*held = held.checked_sub(quantity).ok_or(Error::InsufficientStock)?;
		Ok(())
	}

	fn put(
		&mut self,
		custody: &Custody,
		bucket: Bucket,
		quantity: Quantity,
	) -> Result<(), Error<T>> {
		let held = self.holding_in(custody).quantity_mut(bucket);
		*held = held.checked_add(quantity).ok_or(Error::Overflow)?;
		Ok(())
	}

	/// As [`put`](Self::put), into goods kept at `site`, if anybody says. A holding that this opens
	/// is kept there; one that was kept elsewhere is from now on kept at no single site.
	fn put_at(
		&mut self,
		custody: &Custody,
		bucket: Bucket,
		quantity: Quantity,
		site: Option<SiteNumber>,
	) -> Result<(), Error<T>> {
		let holding = self.holding_in(custody);
		if holding.total() == 0 {
			holding.site = site;
		} else if site.is_some() && site != holding.site {
			holding.site = None;
		}
		self.put(custody, bucket, quantity)
	}

	fn leave_books(&mut self, quantity: Quantity, how: Exit) -> Result<(), Error<T>> {
		let ledger = &mut self.entry.ledger;
		let left = match how {
			Exit::Consumed => &mut ledger.consumed,
			Exit::Destroyed => &mut ledger.destroyed,
			Exit::Lost => &mut ledger.lost,
			Exit::RepackedOut => &mut ledger.repacked_out,
		};
		*left = left.checked_add(Total::from(quantity)).ok_or(Error::Overflow)?;
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// What is written on the page of a lot.
	pub(crate) fn lot_entry(lot: LotId) -> Option<Box<LotEntry>> {
		match Books::<T>::get(lot, Page::Lot)? {
			Entry::Lot(entry) => Some(entry),
			Entry::Holding(_) => {
				defensive!("registry: the page of a lot holds a holding", lot);
				None
			}
		}
	}

	/// What is written on the page of a holding.
	pub(crate) fn holding_entry(lot: LotId, custody: &Custody) -> Option<Holding> {
		match Books::<T>::get(lot, Page::Holding(*custody))? {
			Entry::Holding(holding) => Some(holding),
			Entry::Lot(_) => {
				defensive!("registry: the page of a holding holds a lot", lot);
				None
			}
		}
	}

	/// At most `limit` holdings of a lot, in the order of storage, from behind `after`.
	pub(crate) fn holding_entries(
		lot: LotId,
		after: Option<Custody>,
		limit: usize,
	) -> Vec<(Custody, Holding)> {
		// The page of the lot itself comes before those of its holdings.
		let start = Books::<T>::hashed_key_for(lot, after.map_or(Page::Lot, Page::Holding));
		let entries = Books::<T>::iter_prefix_from(lot, start).filter_map(|page| match page {
			(Page::Holding(custody), Entry::Holding(holding)) => Some((custody, holding)),
			_ => None,
		});
		entries.take(limit).collect()
	}

	/// At most `limit` holdings of a custodian, class by class and in each first-expired-first, from
	/// behind `after`; none, when the lot that it names is not in the books.
	pub(crate) fn holding_entries_of(
		custodian: InstitutionId,
		after: Option<(LotId, InstitutionId)>,
		limit: usize,
	) -> Vec<(HoldingKey, Holding)> {
		let behind = match after {
			Some((lot, owner)) => {
				let Some(entry) = Self::lot_entry(lot) else { return Vec::new() };
				let identity = &entry.lot.identity;
				let place = ShelfPlace { expires_at: identity.expires_at(), lot, owner };
				Some((identity.class, place))
			}
			None => None,
		};
		shelf::all_behind::<T>(custodian, behind)
			.take(limit)
			.filter_map(|key| Some((key, Self::holding_entry(key.lot, &key.custody())?)))
			.collect()
	}
}
