//! Repacking: units of some lots become new lots, in one transaction.

use crate::{
	books::Entrance, lots::Provenance, offspring, Class, ClassChange, Config, Derivation, Error,
	Event, Lot, LotBook, LotIdentity, LotOrigin, Pallet, Repackings,
};
use alloc::{collections::BTreeSet, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, BoundedVec};
use salus_primitives::{
	Act, Action, BaseUnit, Custody, EventClaim, InstitutionId, LotId, Quantity, Step,
};
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

/// Units that a repacking takes from a lot.
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
pub struct RepackInput {
	pub lot: LotId,
	/// In base units.
	pub quantity: Quantity,
}

/// A lot that a repacking makes.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RepackOutput {
	pub identity: LotIdentity,
	/// In base units.
	pub quantity: Quantity,
	/// Why its class is that of no input, exactly when it is.
	pub class_change: Option<ClassChange>,
}

/// A lot that a repacking made.
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
pub struct MadeLot {
	pub lot: LotId,
	/// In base units.
	pub quantity: Quantity,
	/// Why its class is that of no input.
	pub class_change: Option<ClassChange>,
}

/// What the inputs of a repacking are together.
struct Mixture<T: Config> {
	books: Vec<LotBook<T>>,
	unit: BaseUnit,
	quantity: Quantity,
	provenance: Provenance,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_repack(
		act: Act<T::AccountId>,
		inputs: BoundedVec<RepackInput, T::MaxRepack>,
		outputs: BoundedVec<RepackOutput, T::MaxRepack>,
		event: Option<EventClaim>,
	) -> DispatchResult {
		let institution = act.institution()?;
		let mut step = Step::new(act, Action::LotRepacked, &(&inputs, &outputs, event)).at(event);
		let mut mixture = Self::mix(&inputs)?;
		let classes = Self::check_outputs(institution, &outputs, &mixture)?;

		let mut sites = Vec::new();
		for (book, input) in mixture.books.iter_mut().zip(&inputs) {
			sites.push(book.repack_out(&Custody::own(institution), input.quantity)?);
		}
		let site = sites.first().copied().flatten();
		for mut book in mixture.books {
			book.add_offspring(outputs.len())?;
			book.close(&mut step)?;
		}
		let origin =
			inputs.first().map(|input| LotOrigin { lot: input.lot, by: Derivation::Repacked });
		let mut made = BoundedVec::<MadeLot, T::MaxRepack>::new();
		for (output, class) in outputs.into_iter().zip(&classes) {
			let RepackOutput { identity, quantity, class_change } = output;
			let lot = Lot { identity, origin, registered_by: institution };
			let book = Self::begin_lot(lot, class, Entrance::RepackedIn(quantity), site)?;
			let lot = book.id();
			book.close(&mut step)?;
			Repackings::<T>::insert(lot, &inputs);
			inputs.iter().for_each(|input| offspring::add::<T>(input.lot, lot));
			made.try_push(MadeLot { lot, quantity, class_change })
				.map_err(|_| Error::<T>::Overflow)?;
		}
		Self::deposit_event(Event::LotRepacked { institution, inputs, outputs: made });
		Ok(())
	}

	/// Opens the lots that a repacking takes from, and refuses those that do not mix.
	fn mix(inputs: &[RepackInput]) -> Result<Mixture<T>, Error<T>> {
		let mut lots = BTreeSet::new();
		let mut mixture: Option<Mixture<T>> = None;
		for RepackInput { lot, quantity } in inputs {
			ensure!(*quantity > 0, Error::ZeroQuantity);
			Self::ensure_quantity(*quantity)?;
			ensure!(lots.insert(lot), Error::DuplicateLot);
			let book = LotBook::<T>::open(*lot)?;
			book.ensure_not_expired()?;
			let unit = Self::class_of(book.entry())?.unit;
			let mixed = mixture.get_or_insert_with(|| Mixture::of(unit));
			ensure!(unit == mixed.unit, Error::UnitsDiffer);
			mixed.provenance.add::<T>(book.entry())?;
			mixed.quantity = mixed.quantity.checked_add(*quantity).ok_or(Error::Overflow)?;
			mixed.books.push(book);
		}
		mixture.ok_or(Error::ZeroQuantity)
	}

	/// Refuses outputs that cannot be made of the mixture; answers with the class of each.
	fn check_outputs(
		institution: InstitutionId,
		outputs: &[RepackOutput],
		mixture: &Mixture<T>,
	) -> Result<Vec<Class>, Error<T>> {
		let mut made: Quantity = 0;
		let mut classes = Vec::new();
		for RepackOutput { identity, quantity, class_change } in outputs {
			let class = Self::check_lot(institution, identity, *quantity)?;
			ensure!(class.unit == mixture.unit, Error::UnitsDiffer);
			mixture.provenance.check_identity::<T>(identity, *class_change)?;
			mixture.provenance.check_limits::<T>(identity, &class)?;
			made = made.checked_add(*quantity).ok_or(Error::Overflow)?;
			classes.push(class);
		}
		ensure!(made == mixture.quantity, Error::UnitsNotConserved);
		Ok(classes)
	}
}

impl<T: Config> Mixture<T> {
	/// Of nothing, counted in `unit`.
	fn of(unit: BaseUnit) -> Self {
		Self { books: Vec::new(), unit, quantity: 0, provenance: Provenance::default() }
	}
}
