//! What every new lot must be, whichever call makes it.

use crate::{
	books::Entrance, sequence::assign, Class, ClassChange, ClassKind, Classes, Commissioning,
	Config, Error, Lot, LotBook, LotEntry, LotIdentity, NextLotId, Pallet, Requirement, Window,
};
use alloc::collections::BTreeSet;
use frame_support::{ensure, traits::Get};
use salus_primitives::{
	Capability, ClassId, ColdChain, Directory, InstitutionId, LotId, Moment, Quantity, SiteNumber,
	Text, Trail,
};

/// What goods leave to whatever is made of them.
#[derive(Default)]
pub(crate) struct Provenance {
	/// When the first of them expires.
	expires_at: Option<Moment>,
	/// The time that all of them are for, if they are capacity; `None` of no goods.
	window: Option<Option<Window>>,
	/// What a receiver of them must be licensed for.
	capabilities: BTreeSet<Capability>,
	/// What a carrier of them must be licensed for.
	carrier_capabilities: BTreeSet<Capability>,
	/// How they must be kept, if any of them must.
	cold_chain: Option<ColdChain>,
	/// Who gave them, if anybody did; `None` of no goods.
	donor: Option<Option<InstitutionId>>,
	/// What their donors meant them for.
	earmark: Option<Text<64>>,
	/// Whether the registrant of some did not make or import them.
	observed: bool,
	/// What they are: who makes another class of them has to say why.
	classes: BTreeSet<ClassId>,
}

impl Provenance {
	/// Adds goods. No lot can carry two donors or two earmarks, so that goods of different ones do
	/// not mix; nor do goods that somebody gave with others, which would be said to be given too, nor
	/// goods with capacity.
	pub(crate) fn add<T: Config>(&mut self, entry: &LotEntry) -> Result<(), Error<T>> {
		let identity = &entry.lot.identity;
		let agreed = self.donor.is_none_or(|donor| donor == identity.donor);
		ensure!(agreed, Error::DonorDropped);
		self.donor = Some(identity.donor);
		self.window = Some(match (self.window, identity.window) {
			(None, window) => window,
			(Some(None), None) => None,
			(Some(Some(before)), Some(window)) => Some(before.overlap(&window)),
			_ => return Err(Error::CapacityMixed),
		});
		if identity.earmark.is_some() {
			let agreed = self.earmark.is_none() || self.earmark == identity.earmark;
			ensure!(agreed, Error::EarmarkDropped);
			self.earmark = identity.earmark.clone();
		}
		self.observed |= identity.commissioning == Commissioning::Observed;
		self.classes.insert(identity.class);
		self.expires_at = [self.expires_at, identity.expires_at()].into_iter().flatten().min();
		self.capabilities.extend(entry.capability);
		self.carrier_capabilities.extend(entry.carrier_capability);
		self.cold_chain = match (self.cold_chain, entry.cold_chain) {
			(Some(one), Some(other)) => Some(one.and(other)),
			(one, other) => one.or(other),
		};
		Ok(())
	}

	/// Refuses a lot that would be usable for longer, or by more, than what it is made of.
	pub(crate) fn check_limits<T: Config>(
		&self,
		identity: &LotIdentity,
		class: &Class,
	) -> Result<(), Error<T>> {
		if let (Some(limit), Some(window)) = (self.window.flatten(), identity.window) {
			ensure!(window.is_within(&limit), Error::WindowExtended);
		}
		ensure!(!identity.outlives(self.expires_at), Error::ExpiryExtended);
		let demanded = |capability: &Capability| class.capability == Some(*capability);
		ensure!(self.capabilities.iter().all(demanded), Error::CapabilityDropped);
		let demanded = |capability: &Capability| class.carrier_capability == Some(*capability);
		ensure!(self.carrier_capabilities.iter().all(demanded), Error::CapabilityDropped);
		if let Some(demanded) = &self.cold_chain {
			let kept = class.cold_chain().is_some_and(|chain| chain.meets(demanded));
			ensure!(kept, Error::ColdChainDropped);
		}
		Ok(())
	}

	/// Refuses a lot that would tell another story of where it comes from, be capacity when what it is
	/// made of is not or the other way round, or be of another class without a reason.
	pub(crate) fn check_identity<T: Config>(
		&self,
		identity: &LotIdentity,
		class_change: Option<ClassChange>,
	) -> Result<(), Error<T>> {
		let capacity = self.window.flatten().is_some();
		ensure!(capacity == identity.window.is_some(), Error::CapacityMixed);
		let donor = self.donor.flatten();
		ensure!(donor.is_none() || donor == identity.donor, Error::DonorDropped);
		ensure!(donor == identity.donor, Error::DonorAdded);
		let kept = self.earmark.is_none() || self.earmark == identity.earmark;
		ensure!(kept, Error::EarmarkDropped);
		let commissioned = identity.commissioning == Commissioning::Commissioned;
		ensure!(!(commissioned && self.observed), Error::CommissioningAdded);
		let changed = !self.classes.contains(&identity.class);
		ensure!(!changed || class_change.is_some(), Error::ClassChangeUnexplained);
		ensure!(changed || class_change.is_none(), Error::ClassUnchanged);
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
		Ok(LotBook::begin(id, lot, class, entrance, site))
	}

	/// Refuses a lot that cannot be what it says, that says less than its class demands, or that
	/// the institution is not licensed for; answers with the class.
	pub(crate) fn check_lot(
		registrant: InstitutionId,
		identity: &LotIdentity,
		quantity: Quantity,
	) -> Result<Class, Error<T>> {
		ensure!(quantity > 0, Error::ZeroQuantity);
		Self::ensure_quantity(quantity)?;
		identity.check()?;
		let class = Classes::<T>::get(identity.class).ok_or(Error::ClassNotFound)?.class;
		for requirement in &class.requirements {
			match requirement {
				Requirement::Batch => ensure!(identity.batch.is_some(), Error::BatchRequired),
				Requirement::Expiry => ensure!(identity.expiry.is_some(), Error::ExpiryRequired),
				Requirement::Serial => ensure!(identity.serial.is_some(), Error::SerialRequired),
				// Of their receipts.
				Requirement::Sensor => {}
			}
		}
		Self::check_window(identity, &class)?;
		ensure!(identity.serial.is_none() || quantity == 1, Error::SerialIsSingle);
		if let Some(donor) = identity.donor {
			ensure!(Self::institution_exists(donor), Error::InstitutionNotFound);
		}
		Self::ensure_capable(registrant, class.capability)?;
		Ok(class)
	}

	/// Refuses capacity without a window in which it can be used, and goods with one.
	///
	/// How far ahead a window begins has a bound, since what is typed in another unit of time would be
	/// usable in no lifetime, and lapse in none.
	fn check_window(identity: &LotIdentity, class: &Class) -> Result<(), Error<T>> {
		let capacity = class.kind == ClassKind::Capacity;
		let Some(window) = identity.window else {
			ensure!(!capacity, Error::WindowRequired);
			return Ok(());
		};
		ensure!(capacity, Error::UnexpectedWindow);
		ensure!(identity.expiry.is_none(), Error::UnexpectedExpiry);
		ensure!(window.from < window.until, Error::WindowReversed);
		ensure!(window.length() <= T::MaxWindow::get(), Error::WindowTooLong);
		let now = T::Trail::now();
		ensure!(now < window.until, Error::WindowOver);
		let latest = now.saturating_add(T::MaxWindowAhead::get());
		ensure!(window.from <= latest, Error::WindowTooFar);
		Ok(())
	}

	/// Refuses a quantity that no lot has.
	pub(crate) fn ensure_quantity(quantity: Quantity) -> Result<(), Error<T>> {
		ensure!(quantity <= T::MaxLotQuantity::get(), Error::QuantityTooLarge);
		Ok(())
	}

	/// Refuses an institution without the licence that goods demand.
	pub(crate) fn ensure_capable(
		institution: InstitutionId,
		demanded: Option<Capability>,
	) -> Result<(), Error<T>> {
		let licensed = |capability| <Self as Directory<_>>::is_licensed(institution, capability);
		ensure!(demanded.is_none_or(licensed), Error::CapabilityMissing);
		Ok(())
	}

	/// The class of a lot.
	pub(crate) fn class_of(entry: &LotEntry) -> Result<Class, Error<T>> {
		Ok(Classes::<T>::get(entry.lot.identity.class).ok_or(Error::ClassNotFound)?.class)
	}
}
