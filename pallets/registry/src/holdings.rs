//! The books: holdings, their index by custodian, and ledgers. Whatever a call or view does with the
//! three goes through this module, which keeps that
//!
//! - what a ledger says must be held is what the lot's holdings hold;
//! - a holding is stored, and indexed, exactly while it holds something;
//! - a lot with a serial number is at most one unit.
//!
//! Every function checks first and writes last, so that it does all it says or nothing. A holding
//! touched costs one read and one write; its index is written only as it opens or closes.

use crate::{Classes, Config, Error, Holdings, HoldingsByCustodian, Ledger, Ledgers, Lots, Pallet};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::pallet_prelude::*;
use salus_primitives::{
	Bucket, Holding, HoldingKey, InstitutionId, LotFacts, LotId, Quantity, SiteId, Stock, WriteOff,
};

/// How the units of a new lot enter the books.
pub(crate) enum Entry {
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

/// A holding between its read and its write.
struct Page<T> {
	key: HoldingKey,
	holding: Holding,
	stored: bool,
	runtime: PhantomData<T>,
}

impl<T: Config> Page<T> {
	fn read(key: &HoldingKey) -> Self {
		let stored = Holdings::<T>::get(key.lot, (key.custodian, key.owner));
		Self {
			key: *key,
			stored: stored.is_some(),
			holding: stored.unwrap_or_default(),
			runtime: PhantomData,
		}
	}

	/// As [`read`](Self::read), for a holding that must be there.
	fn find(key: &HoldingKey) -> Result<Self, Error<T>> {
		let page = Self::read(key);
		match page.stored {
			true => Ok(page),
			false if Lots::<T>::contains_key(key.lot) => Err(Error::HoldingNotFound),
			false => Err(Error::LotNotFound),
		}
	}

	fn take(&mut self, bucket: Bucket, quantity: Quantity) -> Result<(), Error<T>> {
		let held = self.holding.quantity_mut(bucket);
		*held = held.checked_sub(quantity).ok_or(Error::InsufficientStock)?;
		Ok(())
	}

	fn put(&mut self, bucket: Bucket, quantity: Quantity) -> Result<(), Error<T>> {
		let held = self.holding.quantity_mut(bucket);
		*held = held.checked_add(quantity).ok_or(Error::Overflow)?;
		Ok(())
	}

	/// As [`put`](Self::put), into goods kept at `site`, if anybody says. A holding that this opens
	/// is kept there; one that was kept elsewhere is from now on kept at no single site.
	fn put_at(
		&mut self,
		bucket: Bucket,
		quantity: Quantity,
		site: Option<SiteId>,
	) -> Result<(), Error<T>> {
		if !self.stored {
			self.holding.site = site;
		} else if site.is_some() && site != self.holding.site {
			self.holding.site = None;
		}
		self.put(bucket, quantity)
	}

	fn write(self) {
		let HoldingKey { lot, custodian, owner } = self.key;
		let empty = self.holding.total() == Some(0);
		match (self.stored, empty) {
			(true, false) => Holdings::<T>::insert(lot, (custodian, owner), self.holding),
			(false, false) => {
				Holdings::<T>::insert(lot, (custodian, owner), self.holding);
				HoldingsByCustodian::<T>::insert(custodian, (lot, owner), ());
			}
			(true, true) => {
				Holdings::<T>::remove(lot, (custodian, owner));
				HoldingsByCustodian::<T>::remove(custodian, (lot, owner));
			}
			(false, true) => {}
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Opens the books of a new lot, all of it in one holding.
	pub(crate) fn open_books(key: &HoldingKey, entry: Entry, site: Option<SiteId>) {
		let (quantity, ledger) = match entry {
			Entry::Registered(registered) => {
				(registered, Ledger { registered, ..Default::default() })
			}
			Entry::RepackedIn(repacked_in) => {
				(repacked_in, Ledger { repacked_in, ..Default::default() })
			}
		};
		Ledgers::<T>::insert(key.lot, ledger);
		let holding = Holding { available: quantity, site, ..Default::default() };
		Page::<T> { key: *key, holding, stored: false, runtime: PhantomData }.write();
	}

	/// What is available of a holding that must be there.
	pub(crate) fn available(key: &HoldingKey) -> Result<Quantity, Error<T>> {
		Page::<T>::find(key).map(|page| page.holding.available)
	}

	/// Sets what is available to `counted`; answers with what the books said. Where nothing was
	/// held, only who registered the lot may find some: anybody else would mint goods of another.
	pub(crate) fn recount(key: &HoldingKey, counted: Quantity) -> Result<Quantity, Error<T>> {
		let page = Page::<T>::read(key);
		if !page.stored {
			let lot = Lots::<T>::get(key.lot).ok_or(Error::LotNotFound)?;
			let opens = counted > 0 && lot.registered_by == key.custodian;
			ensure!(opens, Error::HoldingNotFound);
		}
		let booked = page.holding.available;
		if let Some(surplus) = counted.checked_sub(booked).filter(|surplus| *surplus > 0) {
			Self::turn_up(page, Bucket::Available, surplus, None)?;
		} else if let Some(deficit) = booked.checked_sub(counted).filter(|deficit| *deficit > 0) {
			Self::leave(page, Bucket::Available, deficit, Exit::Lost)?;
		}
		Ok(booked)
	}

	/// Takes available units out of the books as used.
	pub(crate) fn use_up(key: &HoldingKey, quantity: Quantity) -> Result<(), Error<T>> {
		Self::leave(Page::find(key)?, Bucket::Available, quantity, Exit::Consumed)
	}

	/// Takes units out of the books as destroyed.
	pub(crate) fn destroy_from(
		key: &HoldingKey,
		bucket: Bucket,
		quantity: Quantity,
	) -> Result<(), Error<T>> {
		Self::leave(Page::find(key)?, bucket, quantity, Exit::Destroyed)
	}

	/// Takes available units out of a lot, to enter another; answers with where they were kept.
	pub(crate) fn repack_out(
		key: &HoldingKey,
		quantity: Quantity,
	) -> Result<Option<SiteId>, Error<T>> {
		let page = Page::find(key)?;
		let site = page.holding.site;
		Self::leave(page, Bucket::Available, quantity, Exit::RepackedOut)?;
		Ok(site)
	}

	/// Moves units between two buckets of one holding.
	pub(crate) fn rebucket(
		key: &HoldingKey,
		from: Bucket,
		to: Bucket,
		quantity: Quantity,
	) -> Result<(), Error<T>> {
		let mut page = Page::<T>::find(key)?;
		page.take(from, quantity)?;
		page.put(to, quantity)?;
		page.write();
		Ok(())
	}

	/// Says where a holding is kept.
	pub(crate) fn keep_at(key: &HoldingKey, site: Option<SiteId>) -> Result<(), Error<T>> {
		let mut page = Page::<T>::find(key)?;
		ensure!(page.holding.site != site, Error::Unchanged);
		page.holding.site = site;
		page.write();
		Ok(())
	}

	/// Every holding of a lot.
	pub(crate) fn pages_of_lot(lot: LotId) -> Vec<(HoldingKey, Holding)> {
		Holdings::<T>::iter_prefix(lot)
			.map(|((custodian, owner), holding)| (HoldingKey { lot, custodian, owner }, holding))
			.collect()
	}

	/// At most `limit` holdings of a custodian, in the order of storage, from behind `after`.
	pub(crate) fn pages_of(
		custodian: InstitutionId,
		after: Option<(LotId, InstitutionId)>,
		limit: usize,
	) -> Vec<(HoldingKey, Holding)> {
		let keys = match after {
			Some(after) => {
				let start = HoldingsByCustodian::<T>::hashed_key_for(custodian, after);
				HoldingsByCustodian::<T>::iter_key_prefix_from(custodian, start)
			}
			None => HoldingsByCustodian::<T>::iter_key_prefix(custodian),
		};
		keys.take(limit)
			.map(|(lot, owner)| HoldingKey { lot, custodian, owner })
			.map(|key| (key, Page::<T>::read(&key).holding))
			.collect()
	}

	/// What entered and left the books under a lot.
	pub(crate) fn ledger_of(lot: LotId) -> Option<Ledger> {
		Ledgers::<T>::get(lot)
	}

	fn leave(
		mut page: Page<T>,
		bucket: Bucket,
		quantity: Quantity,
		how: Exit,
	) -> Result<(), Error<T>> {
		page.take(bucket, quantity)?;
		Ledgers::<T>::try_mutate(page.key.lot, |ledger| -> Result<(), Error<T>> {
			let ledger = ledger.as_mut().ok_or(Error::LotNotFound)?;
			let left = match how {
				Exit::Consumed => &mut ledger.consumed,
				Exit::Destroyed => &mut ledger.destroyed,
				Exit::Lost => &mut ledger.lost,
				Exit::RepackedOut => &mut ledger.repacked_out,
			};
			*left = left.checked_add(quantity).ok_or(Error::Overflow)?;
			Ok(())
		})?;
		page.write();
		Ok(())
	}

	fn turn_up(
		mut page: Page<T>,
		bucket: Bucket,
		quantity: Quantity,
		site: Option<SiteId>,
	) -> Result<(), Error<T>> {
		let lot = Lots::<T>::get(page.key.lot).ok_or(Error::LotNotFound)?;
		page.put_at(bucket, quantity, site)?;
		Ledgers::<T>::try_mutate(page.key.lot, |ledger| -> Result<(), Error<T>> {
			let ledger = ledger.as_mut().ok_or(Error::LotNotFound)?;
			ledger.found = ledger.found.checked_add(quantity).ok_or(Error::Overflow)?;
			let held = ledger.held().ok_or(Error::Overflow)?;
			ensure!(lot.identity.serial.is_none() || held <= 1, Error::SerialIsSingle);
			Ok(())
		})?;
		page.write();
		Ok(())
	}
}

impl<T: Config> Stock for Pallet<T> {
	fn lot(lot: LotId) -> Option<LotFacts> {
		let identity = Lots::<T>::get(lot)?.identity;
		let capability = Classes::<T>::get(identity.class)?.capability;
		Some(LotFacts { class: identity.class, expires_at: identity.expires_at(), capability })
	}

	fn holding(key: &HoldingKey) -> Holding {
		Page::<T>::read(key).holding
	}

	fn shift(key: &HoldingKey, from: Bucket, to: Bucket, quantity: Quantity) -> DispatchResult {
		Ok(Self::rebucket(key, from, to, quantity)?)
	}

	fn hand_over(
		(from, giving): (&HoldingKey, Bucket),
		(to, receiving): (&HoldingKey, Bucket),
		quantity: Quantity,
		site: Option<SiteId>,
	) -> DispatchResult {
		ensure!(from.lot == to.lot, Error::<T>::LotsDiffer);
		if from == to {
			return Self::shift(from, giving, receiving, quantity);
		}
		let mut giver = Page::<T>::find(from)?;
		giver.take(giving, quantity)?;
		let mut receiver = Page::<T>::read(to);
		receiver.put_at(receiving, quantity, site)?;
		giver.write();
		receiver.write();
		Ok(())
	}

	fn write_off(
		key: &HoldingKey,
		bucket: Bucket,
		quantity: Quantity,
		how: WriteOff,
	) -> DispatchResult {
		let exit = match how {
			WriteOff::Destroyed => Exit::Destroyed,
			WriteOff::Lost => Exit::Lost,
		};
		Ok(Self::leave(Page::find(key)?, bucket, quantity, exit)?)
	}

	fn find(
		key: &HoldingKey,
		bucket: Bucket,
		quantity: Quantity,
		site: Option<SiteId>,
	) -> DispatchResult {
		Ok(Self::turn_up(Page::read(key), bucket, quantity, site)?)
	}
}
