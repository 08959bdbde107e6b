//! Repacking: units of some lots become new lots, in one transaction.

use crate::{
	holdings::Entry, Agency, Class, Classes, Config, Derivation, Error, Event, Lot, LotIdentity,
	LotOrigin, Lots, MadeLot, Pallet, RepackInput, RepackOutput, Repackings,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::pallet_prelude::*;
use salus_primitives::{
	digest_of, Action, BaseUnit, Capability, EventClaim, HoldingKey, Moment, Quantity, Subject,
	Text, Trail,
};

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
	pub(crate) fn add<T: Config>(
		&mut self,
		identity: &LotIdentity,
		class: &Class,
	) -> Result<(), Error<T>> {
		if identity.earmark.is_some() {
			let agreed = self.earmark.is_none() || self.earmark == identity.earmark;
			ensure!(agreed, Error::EarmarkDropped);
			self.earmark = identity.earmark.clone();
		}
		self.expires_at = [self.expires_at, identity.expires_at()].into_iter().flatten().min();
		self.capabilities.extend(class.capability);
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

/// What the inputs of a repacking are together.
struct Mixture {
	unit: BaseUnit,
	quantity: Quantity,
	bequest: Bequest,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_repack(
		by: Agency<T::AccountId>,
		inputs: BoundedVec<RepackInput, T::MaxRepack>,
		outputs: BoundedVec<RepackOutput, T::MaxRepack>,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let digest = digest_of(&(&inputs, &outputs, event));
		let institution = by.institution;
		let mixture = Self::check_inputs(&inputs)?;
		Self::check_outputs(&outputs, &mixture)?;

		let mut site = None;
		for (place, RepackInput { lot, quantity }) in inputs.iter().enumerate() {
			let kept = Self::repack_out(&HoldingKey::own(*lot, institution), *quantity)?;
			if place == 0 {
				site = kept;
			}
		}
		let origin =
			inputs.first().map(|input| LotOrigin { lot: input.lot, by: Derivation::Repacked });
		let mut made = BoundedVec::<MadeLot, T::MaxRepack>::new();
		for RepackOutput { identity, quantity } in outputs {
			let lot = Lot { identity, origin, registered_by: institution };
			let lot = Self::add_lot(lot, Entry::RepackedIn(quantity), site)?;
			Repackings::<T>::insert(lot, &inputs);
			made.try_push(MadeLot { lot, quantity }).map_err(|_| Error::<T>::Overflow)?;
		}

		let used = inputs.iter().map(|input| input.lot);
		let subjects: Vec<_> =
			used.chain(made.iter().map(|output| output.lot)).map(Subject::Lot).collect();
		T::Trail::record(by.step(Action::LotRepacked, digest, event), &subjects)?;
		Self::deposit_event(Event::LotRepacked { institution, inputs, outputs: made });
		Ok(())
	}

	fn check_inputs(inputs: &[RepackInput]) -> Result<Mixture, Error<T>> {
		let now = T::Trail::now();
		let mut lots = BTreeSet::new();
		let mut mixture: Option<Mixture> = None;
		for RepackInput { lot, quantity } in inputs {
			ensure!(*quantity > 0, Error::ZeroQuantity);
			ensure!(lots.insert(lot), Error::DuplicateLot);
			let identity = Lots::<T>::get(lot).ok_or(Error::LotNotFound)?.identity;
			ensure!(!identity.is_expired(now), Error::Expired);
			let class = Classes::<T>::get(identity.class).ok_or(Error::ClassNotFound)?;
			let unit = class.unit;
			let Mixture { unit: agreed, quantity: sofar, mut bequest } =
				mixture.unwrap_or(Mixture { unit, quantity: 0, bequest: Bequest::default() });
			ensure!(unit == agreed, Error::UnitsDiffer);
			bequest.add::<T>(&identity, &class)?;
			let quantity = sofar.checked_add(*quantity).ok_or(Error::Overflow)?;
			mixture = Some(Mixture { unit, quantity, bequest });
		}
		mixture.ok_or(Error::ZeroQuantity)
	}

	fn check_outputs(outputs: &[RepackOutput], mixture: &Mixture) -> Result<(), Error<T>> {
		let mut made: Quantity = 0;
		for RepackOutput { identity, quantity } in outputs {
			let class = Self::check_lot(identity, *quantity)?;
			ensure!(class.unit == mixture.unit, Error::UnitsDiffer);
			mixture.bequest.check::<T>(identity, &class)?;
			made = made.checked_add(*quantity).ok_or(Error::Overflow)?;
		}
		ensure!(made == mixture.quantity, Error::UnitsNotConserved);
		Ok(())
	}
}
