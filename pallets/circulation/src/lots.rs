//! The lots that a transfer's legs carry: legs grouped by lot, each lot opened once.

use crate::{Config, Error};
use alloc::vec::Vec;
use frame_support::pallet_prelude::DispatchResult;
use salus_primitives::{Line, LotFacts, LotId, LotStock, Quantity, SensorSummary, Step, Stock};
use sp_runtime::DispatchError;

/// The stock of one lot, under this runtime's wiring.
pub(crate) type StockOf<T> =
	<<T as Config>::Stock as Stock<<T as frame_system::Config>::AccountId>>::Lot;

/// Whether a sensor measured what goods of a lot must not be exposed to.
pub(crate) fn is_breached(facts: &LotFacts, sensor: Option<&SensorSummary>) -> bool {
	let range = facts.cold_chain.map(|chain| chain.range);
	range.zip(sensor).is_some_and(|(range, sensor)| sensor.breaches(&range))
}

/// One lot, open.
pub(crate) struct OpenLot<T: Config> {
	id: LotId,
	pub stock: StockOf<T>,
	carried: Quantity,
}

impl<T: Config> OpenLot<T> {
	/// Adds the quantity of one more leg, and answers with what the legs carry together.
	pub fn carry(&mut self, quantity: Quantity) -> Result<Quantity, Error<T>> {
		self.carried = self.carried.checked_add(quantity).ok_or(Error::<T>::QuantityTooLarge)?;
		Ok(self.carried)
	}
}

/// Lots in the order in which legs first name them, each opened once, however many legs it has.
///
/// Dropped without [`close`](Self::close), they have changed nothing.
#[must_use = "lots that are not closed are not written"]
pub(crate) struct Lots<T: Config>(Vec<OpenLot<T>>);

impl<T: Config> Lots<T> {
	pub fn none() -> Self {
		Self(Vec::new())
	}

	/// Opens the lots of `lines`, and adds up what the lines carry of each.
	pub fn of(lines: impl IntoIterator<Item = (LotId, Quantity)>) -> Result<Self, Error<T>> {
		let mut lots = Self::none();
		for (lot, quantity) in lines {
			lots.open(lot)?.carry(quantity)?;
		}
		Ok(lots)
	}

	/// [`of`](Self::of) the lots that are there: a lot that is archived has nothing left to move.
	pub fn of_those_left(
		lines: impl IntoIterator<Item = (LotId, Quantity)>,
	) -> Result<Self, Error<T>> {
		let mut lots = Self::none();
		for (lot, quantity) in lines {
			if let Some(lot) = lots.find(lot) {
				lot.carry(quantity)?;
			}
		}
		Ok(lots)
	}

	/// The lot under `id`, opened when it is named for the first time; `None` when it is not there.
	pub fn find(&mut self, id: LotId) -> Option<&mut OpenLot<T>> {
		let place = match self.0.iter().position(|lot| lot.id == id) {
			Some(place) => place,
			None => {
				let stock = T::Stock::open(id)?;
				self.0.push(OpenLot { id, stock, carried: 0 });
				self.0.len().saturating_sub(1)
			}
		};
		self.0.get_mut(place)
	}

	/// [`find`](Self::find) a lot that must be there.
	pub fn open(&mut self, id: LotId) -> Result<&mut OpenLot<T>, Error<T>> {
		self.find(id).ok_or(Error::<T>::LotNotFound)
	}

	pub fn is_empty(&self) -> bool {
		self.0.is_empty()
	}

	/// How much the legs carry of each lot.
	pub fn carried(&self) -> Vec<(LotId, Quantity)> {
		self.0.iter().map(|lot| (lot.id, lot.carried)).collect()
	}

	/// What the legs carry, one line for each lot.
	pub fn lines(&self) -> Vec<Line> {
		let line = |lot: &OpenLot<T>| {
			let facts = lot.stock.facts();
			Line { class: facts.class, quantity: lot.carried, expires_at: facts.expires_at }
		};
		self.0.iter().map(line).collect()
	}

	/// Moves what the legs carry of each lot.
	pub fn move_each(
		&mut self,
		mut move_one: impl FnMut(&mut StockOf<T>, Quantity) -> DispatchResult,
	) -> DispatchResult {
		self.0.iter_mut().try_for_each(|lot| move_one(&mut lot.stock, lot.carried))
	}

	/// Moves at most what the legs carry of each lot, and drops the lots of which nothing moved.
	/// `move_one` answers with how much did.
	pub fn retain_moved(
		&mut self,
		mut move_one: impl FnMut(LotId, &mut StockOf<T>, Quantity) -> Result<Quantity, DispatchError>,
	) -> DispatchResult {
		let mut moved = Vec::new();
		for mut lot in core::mem::take(&mut self.0) {
			if move_one(lot.id, &mut lot.stock, lot.carried)? > 0 {
				moved.push(lot);
			}
		}
		self.0 = moved;
		Ok(())
	}

	/// Records the step on each lot and writes what has changed.
	pub fn close(self, step: &mut Step<T::AccountId>) -> DispatchResult {
		self.0.into_iter().try_for_each(|lot| lot.stock.close(step))
	}
}
