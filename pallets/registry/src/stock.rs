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
			cold_chain: entry.cold_chain,
		}
	}

	fn holding(&mut self, custody: Custody) -> Holding {
		*self.holding_in(&custody)
	}

	fn ensure_free(&mut self, custody: Custody, purpose: Purpose) -> DispatchResult {
		Ok(Self::ensure_free(self, &custody, purpose)?)
	}

	fn set_held(&mut self, held: bool) {
		self.mark_lot(held);
	}

	fn set_holding_held(&mut self, custody: Custody, held: bool) -> DispatchResult {
		Ok(self.mark_holding(&custody, held)?)
	}

	fn quarantine(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		Ok(self.set_aside(&custody, Bucket::Quarantined, quantity, Purpose::Quarantine)?)
	}

	fn release_units(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		Ok(self.shift(&custody, Bucket::Quarantined, Bucket::Available, quantity)?)
	}

	fn breach(&mut self, custody: Custody) -> DispatchResult {
		Ok(self.mark_breach(&custody)?)
	}

	fn offer(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		self.ensure_not_expired()?;
		Ok(self.set_aside(&custody, Bucket::Offered, quantity, Purpose::Offer)?)
	}

	fn withdraw_offer(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		Ok(self.shift(&custody, Bucket::Offered, Bucket::Available, quantity)?)
	}

	fn reserve(&mut self, custody: Custody, source: Source, quantity: Quantity) -> DispatchResult {
		let purpose = match source {
			Source::Available => Purpose::Send,
			Source::AvailableForReturn => Purpose::Return,
			Source::Offered => return Ok(self.reserve_offered(&custody, quantity)?),
			Source::QuarantinedForReturn => {
				return Ok(self.reserve_quarantined(&custody, quantity)?);
			}
		};
		Ok(self.set_aside(&custody, Bucket::Reserved, quantity, purpose)?)
	}

	fn unreserve(
		&mut self,
		custody: Custody,
		source: Source,
		quantity: Quantity,
	) -> DispatchResult {
		match source {
			Source::QuarantinedForReturn => Ok(self.unreserve_quarantined(&custody, quantity)?),
			Source::Available | Source::AvailableForReturn | Source::Offered => {
				Ok(self.shift(&custody, Bucket::Reserved, Bucket::Available, quantity)?)
			}
		}
	}

	fn send(&mut self, custody: Custody, quantity: Quantity, purpose: Purpose) -> DispatchResult {
		Ok(self.send_reserved(&custody, quantity, purpose)?)
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
		Ok(self.dispute_resting(&custody, quantity)?)
	}

	fn recover(&mut self, custody: Custody, quantity: Quantity) -> DispatchResult {
		Ok(self.recover_disputed(&custody, quantity)?)
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
