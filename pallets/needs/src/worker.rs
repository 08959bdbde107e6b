//! The off-chain worker: an alarm clock without a key, in the sense of [`salus_primitives::offchain`].
//!
//! With every block, it looks for what is due, for [`LOOKING_TIME`] each among the orders, the needs and
//! the offers, and rings: it sends no alarm that does nothing here. It goes on where the last run stopped,
//! so that it comes round to everything, however much there is. It remembers nothing else: the pool keeps
//! one alarm for each order, need and offer, and what was done is not due any more.

use crate::{
	Alarm, Call, Config, Duty, NextNeedId, NextOfferId, NextOrderId, OpenNeeds, OpenOffers,
	OrdersByClass, Pallet,
};
use codec::{Decode, Encode};
use core::fmt;
use frame_system::{offchain::SubmitTransaction, pallet_prelude::BlockNumberFor};
use salus_primitives::{
	offchain::{retry_discriminator, with_lock, Busy},
	ClassId, NeedId, OfferId, OrderId, RegionCode,
};
use sp_core::{offchain::Duration, Get};
use sp_runtime::offchain::storage::StorageValueRef;

/// Where log messages come from.
const LOG_TARGET: &str = "runtime::needs";
/// The name of the pallet in the node's local storage.
pub(crate) const NAME: &str = "needs";
/// Where a run stopped, in the node's local storage.
pub(crate) const STOPPED_AT: &[u8] = b"salus/needs/stopped-at";
/// After how long a run is taken for dead.
const LOCK_TIME: Duration = Duration::from_millis(20_000);
/// For how long a run looks for one sort of thing that is due. What is at hand is always finished.
pub const LOOKING_TIME: Duration = Duration::from_millis(500);
/// The most alarms of one sort that a run sends.
pub const MOST_ALARMS: usize = 16;

/// Where a run stopped.
#[derive(Clone, PartialEq, Eq, Debug, Default, Encode, Decode)]
struct Stopped {
	/// The order behind which to go on.
	order: Option<(ClassId, OrderId)>,
	/// The need, of the class of that order, behind which to go on first, with that order.
	need_of_order: Option<(RegionCode, NeedId)>,
	/// The open need behind which to go on.
	need: Option<(ClassId, RegionCode, NeedId)>,
	/// The open offer behind which to go on.
	offer: Option<(ClassId, OfferId)>,
}

/// Why a run stopped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Problem {
	/// Another run is at work.
	Busy,
}

impl From<Busy> for Problem {
	fn from(_: Busy) -> Self {
		Self::Busy
	}
}

impl fmt::Display for Problem {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Busy => write!(f, "another run is at work"),
		}
	}
}

/// Runs with a block.
pub fn run<T: Config>(now: BlockNumberFor<T>) {
	if let Err(problem) = attempt::<T>(now) {
		log::debug!(target: LOG_TARGET, "{problem}");
	}
}

/// Looks for what is due, rings, and tells how often.
///
/// # Errors
///
/// See [`Problem`].
pub fn attempt<T: Config>(now: BlockNumberFor<T>) -> Result<usize, Problem> {
	let nothing = NextNeedId::<T>::get() == NeedId::default()
		&& NextOfferId::<T>::get() == OfferId::default()
		&& NextOrderId::<T>::get() == OrderId::default();
	if nothing {
		return Ok(0);
	}
	Ok(with_lock(NAME, LOCK_TIME, || {
		let storage = StorageValueRef::persistent(STOPPED_AT);
		let stopped = storage.get::<Stopped>().ok().flatten().unwrap_or_default();
		let mut round = Round::<T>::new(now, stopped);
		// Each has a time of its own, so that none keeps the others waiting.
		let looks = [Round::orders, Round::needs, Round::offers];
		let sent = looks.into_iter().map(|look| round.look(look)).sum();
		storage.set(&round.stopped);
		sent
	})?)
}

/// One run.
struct Round<T: Config> {
	stopped: Stopped,
	discriminator: u32,
	until: sp_core::offchain::Timestamp,
	sent: usize,
	_config: core::marker::PhantomData<T>,
}

impl<T: Config> Round<T> {
	fn new(now: BlockNumberFor<T>, stopped: Stopped) -> Self {
		Self {
			stopped,
			discriminator: retry_discriminator(now, T::RetryPeriod::get()),
			until: sp_io::offchain::timestamp().add(LOOKING_TIME),
			sent: 0,
			_config: core::marker::PhantomData,
		}
	}

	/// Looks for one sort of thing that is due, and tells how many alarms were sent.
	fn look(&mut self, look: fn(&mut Self)) -> usize {
		self.until = sp_io::offchain::timestamp().add(LOOKING_TIME);
		self.sent = 0;
		look(self);
		self.sent
	}

	/// Whether enough was done, and the rest is left to the next run.
	fn is_over(&self) -> bool {
		self.sent >= MOST_ALARMS || sp_io::offchain::timestamp() >= self.until
	}

	/// Rings the orders, each with the needs of its class.
	fn orders(&mut self) {
		let behind = self.stopped.order;
		if let (Some((_, order)), Some(_)) = (behind, &self.stopped.need_of_order) {
			if !self.ring_order(order) {
				return;
			}
		}
		let places = match behind {
			Some((class, order)) => {
				OrdersByClass::<T>::iter_keys_from(OrdersByClass::<T>::hashed_key_for(class, order))
			}
			None => OrdersByClass::<T>::iter_keys(),
		};
		for (class, order) in places {
			if self.is_over() {
				return;
			}
			self.stopped.order = Some((class, order));
			if !self.ring_order(order) {
				return;
			}
		}
		self.stopped.order = None;
	}

	/// Rings one order; `false` when the run was over before all needs were looked at.
	fn ring_order(&mut self, id: OrderId) -> bool {
		let behind = self.stopped.need_of_order.take();
		let Ok(order) = Pallet::<T>::acting_order(id) else { return true };
		if matches!(order.instruction.duty, Duty::Offer { .. }) {
			self.ring(Alarm::Offer { order: id });
			return true;
		}
		let class = order.instruction.class;
		if !Pallet::<T>::could_send(&order) {
			return true;
		}
		let places = match behind {
			Some((region, need)) => {
				let start = OpenNeeds::<T>::hashed_key_for((class, region, need));
				OpenNeeds::<T>::iter_key_prefix_from((class,), start)
			}
			None => OpenNeeds::<T>::iter_key_prefix((class,)),
		};
		for (region, need) in places {
			// One alarm of an order is in the pool at a time.
			if self.ring(Alarm::Send { order: id, need }) {
				return true;
			}
			if self.is_over() {
				self.stopped.need_of_order = Some((region, need));
				return false;
			}
		}
		true
	}

	/// Lets needs lapse.
	fn needs(&mut self) {
		let behind = self.stopped.need.take();
		let places = match behind {
			Some((class, region, need)) => {
				let start = OpenNeeds::<T>::hashed_key_for((class, region, need));
				OpenNeeds::<T>::iter_keys_from(start)
			}
			None => OpenNeeds::<T>::iter_keys(),
		};
		for (class, region, need) in places {
			self.ring(Alarm::Lapse { need });
			if self.is_over() {
				self.stopped.need = Some((class, region, need));
				return;
			}
		}
	}

	/// Releases offers.
	fn offers(&mut self) {
		let behind = self.stopped.offer.take();
		let places = match behind {
			Some((class, offer)) => {
				OpenOffers::<T>::iter_keys_from(OpenOffers::<T>::hashed_key_for(class, offer))
			}
			None => OpenOffers::<T>::iter_keys(),
		};
		for (class, offer) in places {
			self.ring(Alarm::Release { offer });
			if self.is_over() {
				self.stopped.offer = Some((class, offer));
				return;
			}
		}
	}

	/// Sends an alarm, if it would do something; `true` if the pool took it.
	fn ring(&mut self, alarm: Alarm) -> bool {
		if Pallet::<T>::rehearse(&alarm, &self.discriminator).is_err() {
			return false;
		}
		let discriminator = self.discriminator;
		let call = Call::<T>::post_ring { alarm, discriminator };
		let transaction = T::create_authorized_transaction(call.into());
		let taken = SubmitTransaction::<T, Call<T>>::submit_transaction(transaction).is_ok();
		if taken {
			self.sent = self.sent.saturating_add(1);
			log::info!(target: LOG_TARGET, "rang: {alarm:?}");
		}
		taken
	}
}
