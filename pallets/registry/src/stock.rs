//! The books as other pallets move goods in them: [`Stock`] and [`LotStock`].

use crate::{Config, LotBook, Pallet};
use salus_primitives::{
	Arrival, Bucket, Custody, Holding, LotFacts, LotId, LotStock, Purpose, Quantity, SiteNumber,
	Source, Step, Stock, WriteOff,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Stock<T::AccountId> for Pallet<T> {
	type Lot = LotBook<T>;

	fn open(lot: LotId) -> Option<LotBook<T>> {
		LotBook::read(lot)
	}
}

impl<T: Config> LotStock<T::AccountId> for LotBook<T> {
	fn facts(&self) -> LotFacts {
		let entry = self.entry();
		let identity = &entry.lot.identity;
		LotFacts {
			class: identity.class,
			expires_at: identity.expires_at(),
			capability: entry.capability,
			carrier_capability: entry.carrier_capability,
		}
	}

	fn holding(&mut self, custody: Custody) -> Holding {
		*self.holding_in(&custody)
	}

	fn offer(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		self.ensure_not_expired()?;
		self.set_aside(&custody, Bucket::Offered, quantity, Purpose::Offer)
	}

	fn withdraw_offer(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		Ok(self.shift(&custody, Bucket::Offered, Bucket::Available, quantity)?)
	}

	fn reserve(&mut self, custody: Custody, source: Source, quantity: Quantity) -> DispatchResult {
		let purpose = match source {
			Source::Available => Purpose::Send,
			Source::AvailableForReturn => Purpose::Return,
			Source::Offered => {
				return self.reserve_offered(&custody, quantity);
			}
		};
		self.set_aside(&custody, Bucket::Reserved, quantity, purpose)
	}

	fn unreserve(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		Ok(self.shift(&custody, Bucket::Reserved, Bucket::Available, quantity)?)
	}

	fn send(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		Ok(self.shift(&custody, Bucket::Reserved, Bucket::InTransit, quantity)?)
	}

	fn deliver(
		&mut self,
		from: Custody,
		to: Custody,
		quantity: Quantity,
		arrival: Arrival,
		site: Option<SiteNumber>,
	) -> DispatchResult {
		Ok(self.hand_over((&from, Bucket::InTransit), (&to, arrival), quantity, site)?)
	}

	fn dispute(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		Ok(self.shift(&custody, Bucket::InTransit, Bucket::Disputed, quantity)?)
	}

	fn call_in(&mut self, custody: Custody, quantity: Quantity) -> Result<Quantity, DispatchError> {
		self.dispute_resting(&custody, quantity)
	}

	fn recover(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		Ok(self.shift(&custody, Bucket::Disputed, Bucket::Quarantined, quantity)?)
	}

	fn deliver_disputed(
		&mut self,
		from: Custody,
		to: Custody,
		quantity: Quantity,
		arrival: Arrival,
		site: Option<SiteNumber>,
	) -> DispatchResult {
		Ok(self.hand_over((&from, Bucket::Disputed), (&to, arrival), quantity, site)?)
	}

	fn write_off(&mut self, custody: Custody, quantity: Quantity, how: WriteOff) -> DispatchResult {
		Ok(self.write_off_disputed(&custody, quantity, how)?)
	}

	fn find(
		&mut self,
		custody: Custody,
		quantity: Quantity,
		site: Option<SiteNumber>,
	) -> DispatchResult {
		Ok(self.find_excess(&custody, quantity, site)?)
	}

	fn close(self, step: &mut Step<T::AccountId>) -> DispatchResult {
		Self::close(self, step)
	}
}
