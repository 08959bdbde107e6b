//! What every new lot must be, whichever call makes it.

use crate::{
	books::Entrance, sequence::assign, Class, Classes, Config, Error, Lot, LotBook, LotEntry,
	LotIdentity, NextLotId, Pallet, Requirement,
};
use alloc::collections::BTreeSet;
use frame_support::ensure;
use salus_primitives::{Capability, LotId, Moment, Quantity, SiteNumber, Text};

/// What goods leave to whatever is made of them.
#[derive(Default)]
pub(crate) struct Bequest {
	/// When the first of them expires.
	expires_at: Option<Moment>,
	/// What a receiver of them must be licensed for.
	capabilities: BTreeSet<Capability>,
	/// What their donors meant them for.
	earmark: Option<Text<64>>,
}

impl Bequest {
	/// Adds goods. No lot can carry two earmarks, so that goods of different ones do not mix.
	pub(crate) fn add<T: Config>(&mut self, entry: &LotEntry) -> Result<(), Error<T>> {
		let identity = &entry.lot.identity;
		if identity.earmark.is_some() {
			let agreed = self.earmark.is_none() || self.earmark == identity.earmark;
			ensure!(agreed, Error::EarmarkDropped);
			self.earmark = identity.earmark.clone();
		}
		self.expires_at = [self.expires_at, identity.expires_at()].into_iter().flatten().min();
		self.capabilities.extend(entry.capability);
		Ok(())
	}

	/// Refuses a lot that would lose some of it.
	pub(crate) fn check<T: Config>(
		&self,
		identity: &LotIdentity,
		class: &Class,
	) -> Result<(), Error<T>> {
		ensure!(!identity.outlives(self.expires_at), Error::ExpiryExtended);
		let demanded = |capability: &Capability| class.capability == Some(*capability);
		ensure!(self.capabilities.iter().all(demanded), Error::CapabilityDropped);
		let kept = self.earmark.is_none() || self.earmark == identity.earmark;
		ensure!(kept, Error::EarmarkDropped);
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Begins the books of a lot that has passed [`check_lot`](Self::check_lot).
	pub(crate) fn begin_lot(
		lot: Lot,
		class: &Class,
		entrance: Entrance,
		site: Option<SiteNumber>,
	) -> Result<LotBook<T>, Error<T>> {
		let id = assign::<T, _, NextLotId<T>>(LotId::next)?;
		Ok(LotBook::begin(id, lot, class.capability, entrance, site))
	}

	/// Refuses a lot that cannot be what it says, or says less than its class demands; answers
	/// with the class.
	pub(crate) fn check_lot(identity: &LotIdentity, quantity: Quantity) -> Result<Class, Error<T>> {
		ensure!(quantity > 0, Error::ZeroQuantity);
		identity.check()?;
		let class = Classes::<T>::get(identity.class).ok_or(Error::ClassNotFound)?.class;
		for requirement in &class.requirements {
			match requirement {
				Requirement::Batch => ensure!(identity.batch.is_some(), Error::BatchRequired),
				Requirement::Expiry => ensure!(identity.expiry.is_some(), Error::ExpiryRequired),
				Requirement::Serial => ensure!(identity.serial.is_some(), Error::SerialRequired),
			}
		}
		ensure!(identity.serial.is_none() || quantity == 1, Error::SerialIsSingle);
		if let Some(donor) = identity.donor {
			ensure!(Self::institution_exists(donor), Error::InstitutionNotFound);
		}
		Ok(class)
	}

	/// The class of a lot.
	pub(crate) fn class_of(entry: &LotEntry) -> Result<Class, Error<T>> {
		Ok(Classes::<T>::get(entry.lot.identity.class).ok_or(Error::ClassNotFound)?.class)
	}
}
