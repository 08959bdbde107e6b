//! What moves units of a lot: into the books, out of them, and from one holding or bucket to another.

use super::LotBook;
use crate::{levels::Use, Config, Error};
use frame_support::ensure;
use salus_primitives::{
	Arrival, Bucket, Custody, EventClaim, HoldChange, HoldKind, Holding, InstitutionId, Moment,
	Purpose, Quantity, SiteNumber, Total, WriteOff,
};

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

impl<T: Config> LotBook<T> {
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
