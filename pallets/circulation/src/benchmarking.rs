//! Worst cases, one for each branch that costs differently.
//!
//! They need a clock that can be turned, which is why they ask for the timestamp pallet; the pallet
//! itself does not.

#![cfg(feature = "runtime-benchmarks")]

use crate::{
	Approvals, Archived, Call, Capacity, Carriage, Config, Discrepancy, Leg, LegReceipt,
	MissingGoods, NextTransferId, Outcome, Pallet, Proposal, ProposalOf, ReturnFrom, SensorSummary,
	Shipment, Shortfall, Status, Terms, Transfer, TransferLeg, Transfers,
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{traits::Get, BoundedVec};
use frame_system::RawOrigin;
use salus_primitives::{
	Access, BenchmarkHelper, Custody, EventClaim, InstitutionId, LotId, LotStock, Moment, Quantity,
	RecordId, Rules, SiteNumber, Sscc, Stock, Text, Trail, TransferId,
};
use sp_core::H256;

/// What the sender has of each lot, and what each leg carries: figures of many bytes.
const STOCK: Quantity = 1 << 39;
const CARRIED: Quantity = 1 << 36;
const PART: Quantity = 1 << 34;
/// Noon of 23 January 2020, in milliseconds.
const NOW: Moment = 1_579_780_800_000;

/// A sender with lots, and a receiver, each with an agent in all roles.
struct Stage<T: Config> {
	sender: T::AccountId,
	receiver: T::AccountId,
	from: InstitutionId,
	to: InstitutionId,
	from_site: SiteNumber,
	to_site: SiteNumber,
	lots: Vec<LotId>,
}

fn label() -> Sscc {
	Sscc(*b"376104250021234569")
}

fn event() -> EventClaim {
	EventClaim { at: NOW, utc_offset: 480 }
}

fn signed<T: Config>(who: &T::AccountId) -> T::RuntimeOrigin {
	RawOrigin::Signed(who.clone()).into()
}

fn turn_to<T: pallet_timestamp::Config<Moment = u64>>(now: Moment) {
	pallet_timestamp::Now::<T>::put(now);
}

impl<T: Config + pallet_timestamp::Config<Moment = u64>> Stage<T> {
	/// A sender that keeps something of every lot.
	fn with_lots(lots: u32) -> Self {
		Self::stocked(lots, STOCK)
	}

	/// A sender that sends all it has: what leaves its books closes a holding, and what enters the
	/// receiver's opens one.
	fn giving_all(lots: u32) -> Self {
		Self::stocked(lots, CARRIED)
	}

	fn stocked(lots: u32, stock: Quantity) -> Self {
		turn_to::<T>(NOW);
		let sender: T::AccountId = account("sender", 0, 0);
		let receiver: T::AccountId = account("receiver", 0, 0);
		let from = T::BenchmarkHelper::institution(&sender);
		let to = T::BenchmarkHelper::institution(&receiver);
		Self {
			from_site: T::BenchmarkHelper::site(from),
			to_site: T::BenchmarkHelper::site(to),
			lots: (0..lots).map(|_| T::BenchmarkHelper::lot(from, stock)).collect(),
			sender,
			receiver,
			from,
			to,
		}
	}

	fn legs(&self, count: u32, quantity: Quantity) -> BoundedVec<Leg, T::MaxLegs> {
		let lots = self.lots.iter().take(count as usize);
		let leg = |lot: &LotId| Leg { lot: *lot, quantity, pack: Some(label()) };
		BoundedVec::truncate_from(lots.map(leg).collect())
	}

	/// All lots, from sender to receiver.
	fn there(&self, terms: Terms) -> ProposalOf<T> {
		let dispatch_by = NOW.saturating_add(T::MaxReservation::get());
		Proposal {
			to: self.to,
			from_site: Some(self.from_site),
			to_site: Some(self.to_site),
			terms,
			legs: self.legs(self.lots.len() as u32, CARRIED),
			dispatch_by,
			receive_by: dispatch_by.saturating_add(T::MaxTransit::get()),
			serves: None,
		}
	}

	/// `count` lots, from receiver to sender.
	fn back(&self, of: TransferId, count: u32) -> ProposalOf<T> {
		Proposal {
			to: self.from,
			from_site: Some(self.to_site),
			to_site: Some(self.from_site),
			legs: self.legs(count, PART),
			..self.there(Terms::Return { of, from: ReturnFrom::Available })
		}
	}

	/// Rules that the first lot falls under on its way from sender to receiver.
	fn ruled(&self, rules: u32) {
		self.ruled_between(self.from, self.to, rules);
	}

	/// Rules that the first lot falls under on its way back.
	fn ruled_back(&self, rules: u32) {
		self.ruled_between(self.to, self.from, rules);
	}

	fn ruled_between(&self, from: InstitutionId, to: InstitutionId, rules: u32) {
		let lot = self.lots.first().and_then(|lot| T::Stock::open(*lot));
		if let Some(lot) = lot {
			T::Rules::fill(from, to, lot.facts().class, rules);
		}
	}

	fn propose(
		&self,
		who: &T::AccountId,
		proposal: ProposalOf<T>,
	) -> Result<TransferId, BenchmarkError> {
		let id = NextTransferId::<T>::get();
		Pallet::<T>::propose(signed::<T>(who), proposal).map_err(|refusal| refusal.error)?;
		Ok(id)
	}

	fn sent(
		&self,
		from: &T::AccountId,
		to: &T::AccountId,
		proposal: ProposalOf<T>,
	) -> Result<TransferId, BenchmarkError> {
		let id = self.propose(from, proposal)?;
		Pallet::<T>::accept(signed::<T>(to), id)?;
		let (carrier, sscc, expected) = (None, Some(label()), Some(NOW));
		Pallet::<T>::dispatch(signed::<T>(from), id, carrier, sscc, expected, None, event())
			.map_err(|refusal| refusal.error)?;
		Ok(id)
	}

	fn received(
		&self,
		who: &T::AccountId,
		id: TransferId,
		found: LegReceipt,
	) -> Result<(), BenchmarkError> {
		let count = Transfers::<T>::get(id).map_or(0, |transfer| transfer.legs.len());
		let legs = BoundedVec::truncate_from(vec![found; count]);
		Pallet::<T>::receive(signed::<T>(who), id, legs, None, None, event())?;
		Ok(())
	}

	/// Writes `receipts` receipts, with every paper that there can be, of `quantity` of each leg in all.
	fn received_in_parts(
		&self,
		who: &T::AccountId,
		id: TransferId,
		quantity: Quantity,
		receipts: u32,
	) -> Result<(), BenchmarkError> {
		let count = Transfers::<T>::get(id).map_or(0, |transfer| transfer.legs.len());
		for number in 1..=receipts {
			let last = number == receipts;
			let before = u64::from(receipts).saturating_sub(1);
			let found = LegReceipt {
				accepted: if last { quantity.saturating_sub(before) } else { 1 },
				excess: Some(Shortfall { quantity: 1, reason: Discrepancy::MismatchQuantity }),
				..Default::default()
			};
			let legs = BoundedVec::truncate_from(vec![found; count]);
			let (sensor, document) = (Some(sensor()), Some(H256::repeat_byte(2)));
			Pallet::<T>::receive(signed::<T>(who), id, legs, sensor, document, event())?;
		}
		Ok(())
	}

	/// A gift of as many legs as can be, under way, and its carrier, who has not answered.
	fn carried() -> Result<(T::AccountId, TransferId), BenchmarkError> {
		let stage = Self::with_lots(T::MaxLegs::get());
		let carries: T::AccountId = account("carrier", 0, 0);
		let carrier = Some(T::BenchmarkHelper::institution(&carries));
		let id = stage.propose(&stage.sender, stage.there(Terms::Gift))?;
		Pallet::<T>::accept(signed::<T>(&stage.receiver), id)?;
		let (sscc, expected) = (Some(label()), Some(NOW));
		let sender = signed::<T>(&stage.sender);
		Pallet::<T>::dispatch(sender, id, carrier, sscc, expected, None, event())
			.map_err(|refusal| refusal.error)?;
		Ok((carries, id))
	}

	/// A gift of `legs` legs, accepted, that falls under `rules` rules when it leaves, and a carrier that has
	/// approved the sender.
	fn to_leave(
		legs: u32,
		rules: u32,
	) -> Result<(Self, InstitutionId, TransferId), BenchmarkError> {
		let stage = Self::with_lots(legs);
		let carries: T::AccountId = account("carrier", 0, 0);
		let carrier = T::BenchmarkHelper::institution(&carries);
		Pallet::<T>::approve_sender(signed::<T>(&carries), stage.from, Capacity::Carrier)?;
		let id = stage.propose(&stage.sender, stage.there(Terms::Gift))?;
		Pallet::<T>::accept(signed::<T>(&stage.receiver), id)?;
		// Written since, so that they are asked in full; and what was kept of the proposal is removed.
		stage.ruled(rules);
		Transfers::<T>::mutate(id, |known| {
			known.iter_mut().for_each(|transfer| transfer.rules = rules as u8);
		});
		Ok((stage, carrier, id))
	}

	/// A loan of as many legs as can be, all of it delivered.
	fn lent() -> Result<(Self, TransferId), BenchmarkError> {
		Self::lent_of(T::MaxLegs::get())
	}

	/// A loan of `legs` legs, all of it delivered.
	fn lent_of(legs: u32) -> Result<(Self, TransferId), BenchmarkError> {
		let stage = Self::with_lots(legs);
		let due = stage.there(Terms::Gift).receive_by.saturating_add(T::MaxLoan::get());
		let proposal = stage.there(Terms::Loan { due });
		let of = stage.sent(&stage.sender, &stage.receiver, proposal)?;
		let all = LegReceipt { accepted: CARRIED, ..Default::default() };
		stage.received(&stage.receiver, of, all)?;
		Ok((stage, of))
	}

	/// A gift of as many legs as can be, of all that the sender had, all of it missing.
	fn missing() -> Result<(Self, TransferId), BenchmarkError> {
		let stage = Self::giving_all(T::MaxLegs::get());
		let proposal = stage.there(Terms::Gift);
		let id = stage.sent(&stage.sender, &stage.receiver, proposal)?;
		let missing = Some(Shortfall { quantity: CARRIED, reason: Discrepancy::Lost });
		let nothing = LegReceipt { missing, ..Default::default() };
		stage.received(&stage.receiver, id, nothing)?;
		Ok((stage, id))
	}

	/// A gift of `legs` legs, proposed.
	fn giving(legs: u32) -> Result<(Self, TransferId), BenchmarkError> {
		let stage = Self::with_lots(legs);
		let id = stage.propose(&stage.sender, stage.there(Terms::Gift))?;
		Ok((stage, id))
	}

	/// The return of `count` legs of a loan of as many as can be, proposed.
	fn returning(count: u32) -> Result<(Self, TransferId), BenchmarkError> {
		let (stage, of) = Self::lent()?;
		let id = stage.propose(&stage.receiver, stage.back(of, count))?;
		Ok((stage, id))
	}
}

/// A sensor that was with the goods, with as long a name as can be, and found them as cool as a fridge, which
/// all of them bear.
fn sensor() -> SensorSummary {
	SensorSummary {
		min: 50,
		max: 50,
		mean: 50,
		device: Text(BoundedVec::truncate_from(vec![b'a'; 20])),
		from: NOW,
		to: NOW,
		digest: H256::repeat_byte(1),
	}
}

/// The same, of goods that were frozen and cooked.
fn breach() -> SensorSummary {
	SensorSummary { min: i16::MIN, max: i16::MAX, ..sensor() }
}

fn shortfall(reason: Discrepancy) -> Option<Shortfall> {
	Some(Shortfall { quantity: PART, reason })
}

/// A transfer that has ended, with as much in its entry as may be, for the benchmarks of whoever asks after it.
/// It is written as if it had come about: they need no books, and may have no clock.
pub(crate) fn ended<T: Config>() -> TransferId {
	let id = Pallet::<T>::take_transfer_id().expect("benchmarks make few transfers");
	let [sender, receiver, carrier] = ["sends", "receives", "carries"].map(|what| {
		let who: T::AccountId = account(what, id.0 as u32, 0);
		T::BenchmarkHelper::institution(&who)
	});
	let leg = Leg { lot: LotId(u64::MAX), quantity: CARRIED, pack: Some(label()) };
	let leg = TransferLeg { accepted: CARRIED, ..TransferLeg::of(&leg) };
	let shipment = Shipment {
		carriage: Some(Carriage { carrier, acknowledged_at: Some(NOW) }),
		sscc: Some(label()),
		expected: Some(NOW),
		sensor: Some(sensor()),
		event: event(),
		dispatched_at: NOW,
	};
	let transfer = Transfer {
		sender,
		receiver,
		owner: sender,
		from_site: Some(SiteNumber(0)),
		to_site: Some(SiteNumber(0)),
		terms: Terms::Loan { due: NOW },
		status: Status::Settled,
		dispatch_by: NOW,
		receive_by: NOW,
		shipment: Some(shipment),
		receipts: 0,
		legs: BoundedVec::truncate_from(vec![leg; T::MaxLegs::get() as usize]),
		rules: 0,
		serves: None,
		ended_at: Some(NOW),
		newest_record: Some(RecordId(0)),
	};
	Transfers::<T>::insert(id, transfer);
	id
}

fn status<T: Config>(id: TransferId) -> Option<Status> {
	Transfers::<T>::get(id).map(|transfer| transfer.status)
}

#[benchmarks(where T: pallet_timestamp::Config<Moment = u64>)]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn propose(
		l: Linear<1, { T::MaxLegs::get() }>,
		r: Linear<0, { T::Rules::most() }>,
	) -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::with_lots(l);
		stage.ruled(r);
		let capacity = Capacity::Receiver;
		Pallet::<T>::approve_sender(signed::<T>(&stage.receiver), stage.from, capacity)?;
		let proposal = stage.there(Terms::Gift);
		let id = NextTransferId::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.sender), proposal);
		assert_eq!(status::<T>(id), Some(Status::Accepted));
		Ok(())
	}

	#[benchmark]
	fn propose_return(
		l: Linear<1, { T::MaxLegs::get() }>,
		r: Linear<0, { T::Rules::most_back() }>,
	) -> Result<(), BenchmarkError> {
		let (stage, of) = Stage::<T>::lent()?;
		stage.ruled_back(r);
		Pallet::<T>::approve_sender(signed::<T>(&stage.sender), stage.to, Capacity::Receiver)?;
		let proposal = stage.back(of, l);
		let id = NextTransferId::<T>::get();
		#[extrinsic_call]
		propose(RawOrigin::Signed(stage.receiver), proposal);
		assert_eq!(status::<T>(id), Some(Status::Accepted));
		Ok(())
	}

	#[benchmark]
	fn accept() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::with_lots(T::MaxLegs::get());
		let id = stage.propose(&stage.sender, stage.there(Terms::Gift))?;
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.receiver), id);
		assert_eq!(status::<T>(id), Some(Status::Accepted));
		Ok(())
	}

	#[benchmark]
	fn reject_gift(l: Linear<1, { T::MaxLegs::get() }>) -> Result<(), BenchmarkError> {
		let (stage, id) = Stage::<T>::giving(l)?;
		#[extrinsic_call]
		reject(RawOrigin::Signed(stage.receiver), id);
		assert_eq!(status::<T>(id), Some(Status::Rejected));
		Ok(())
	}

	#[benchmark]
	fn reject_return(l: Linear<1, { T::MaxLegs::get() }>) -> Result<(), BenchmarkError> {
		let (stage, id) = Stage::<T>::returning(l)?;
		#[extrinsic_call]
		reject(RawOrigin::Signed(stage.sender), id);
		assert_eq!(status::<T>(id), Some(Status::Rejected));
		Ok(())
	}

	#[benchmark]
	fn withdraw_gift(l: Linear<1, { T::MaxLegs::get() }>) -> Result<(), BenchmarkError> {
		let (stage, id) = Stage::<T>::giving(l)?;
		// Whether it was decided is asked of what is accepted.
		Pallet::<T>::accept(signed::<T>(&stage.receiver), id)?;
		#[extrinsic_call]
		withdraw(RawOrigin::Signed(stage.sender), id);
		assert_eq!(status::<T>(id), Some(Status::Withdrawn));
		Ok(())
	}

	#[benchmark]
	fn withdraw_return(l: Linear<1, { T::MaxLegs::get() }>) -> Result<(), BenchmarkError> {
		let (stage, id) = Stage::<T>::returning(l)?;
		Pallet::<T>::accept(signed::<T>(&stage.sender), id)?;
		#[extrinsic_call]
		withdraw(RawOrigin::Signed(stage.receiver), id);
		assert_eq!(status::<T>(id), Some(Status::Withdrawn));
		Ok(())
	}

	#[benchmark]
	fn dispatch(
		l: Linear<1, { T::MaxLegs::get() }>,
		r: Linear<0, { T::Rules::most() }>,
	) -> Result<(), BenchmarkError> {
		let (stage, carrier, id) = Stage::<T>::to_leave(l, r)?;
		let caller = RawOrigin::Signed(stage.sender);
		#[extrinsic_call]
		_(caller, id, Some(carrier), Some(label()), Some(NOW), None, event());
		assert_eq!(status::<T>(id), Some(Status::Dispatched));
		Ok(())
	}

	#[benchmark]
	fn dispatch_measured(
		l: Linear<1, { T::MaxLegs::get() }>,
		r: Linear<0, { T::Rules::most() }>,
	) -> Result<(), BenchmarkError> {
		let (stage, carrier, id) = Stage::<T>::to_leave(l, r)?;
		let caller = RawOrigin::Signed(stage.sender.clone());
		#[extrinsic_call]
		dispatch(caller, id, Some(carrier), Some(label()), Some(NOW), Some(breach()), event());
		assert_eq!(status::<T>(id), Some(Status::Dispatched));
		for lot in &stage.lots {
			let left = T::Stock::open(*lot).map(|mut lot| lot.holding(Custody::own(stage.from)));
			assert!(left.is_some_and(|left| left.held));
		}
		Ok(())
	}

	#[benchmark]
	fn receive(l: Linear<1, { T::MaxLegs::get() }>) -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::giving_all(l);
		let proposal = stage.there(Terms::Gift);
		let id = stage.sent(&stage.sender, &stage.receiver, proposal)?;
		let found = LegReceipt {
			accepted: CARRIED,
			excess: shortfall(Discrepancy::MismatchQuantity),
			..Default::default()
		};
		let legs = BoundedVec::truncate_from(vec![found; l as usize]);
		let document = Some(H256::repeat_byte(2));
		let caller = RawOrigin::Signed(stage.receiver.clone());
		#[extrinsic_call]
		_(caller, id, legs, Some(sensor()), document, event());
		assert_eq!(status::<T>(id), Some(Status::Settled));
		for lot in &stage.lots {
			let left = T::Stock::open(*lot).map(|mut lot| lot.holding(Custody::own(stage.from)));
			assert_eq!(left, Some(Default::default()));
		}
		Ok(())
	}

	#[benchmark]
	fn release_undispatched_gift(
		l: Linear<1, { T::MaxLegs::get() }>,
	) -> Result<(), BenchmarkError> {
		let (stage, id) = Stage::<T>::giving(l)?;
		turn_to::<T>(NOW.saturating_add(T::MaxReservation::get()).saturating_add(1));
		#[extrinsic_call]
		release(RawOrigin::Signed(stage.receiver), id);
		assert_eq!(status::<T>(id), Some(Status::Expired));
		Ok(())
	}

	#[benchmark]
	fn release_undispatched_return(
		l: Linear<1, { T::MaxLegs::get() }>,
	) -> Result<(), BenchmarkError> {
		let (stage, id) = Stage::<T>::returning(l)?;
		turn_to::<T>(NOW.saturating_add(T::MaxReservation::get()).saturating_add(1));
		#[extrinsic_call]
		release(RawOrigin::Signed(stage.receiver), id);
		assert_eq!(status::<T>(id), Some(Status::Expired));
		Ok(())
	}

	#[benchmark]
	fn release_dispatched(l: Linear<1, { T::MaxLegs::get() }>) -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::with_lots(l);
		let proposal = stage.there(Terms::Gift);
		let over = proposal.receive_by.saturating_add(1);
		let id = stage.sent(&stage.sender, &stage.receiver, proposal)?;
		turn_to::<T>(over);
		#[extrinsic_call]
		release(RawOrigin::Signed(stage.receiver), id);
		assert_eq!(status::<T>(id), Some(Status::Disputed));
		Ok(())
	}

	#[benchmark]
	fn resolve_recovered() -> Result<(), BenchmarkError> {
		let (stage, of) = Stage::<T>::lent()?;
		let proposal = stage.back(of, T::MaxLegs::get());
		let id = stage.sent(&stage.receiver, &stage.sender, proposal)?;
		let missing = LegReceipt { missing: shortfall(Discrepancy::Lost), ..Default::default() };
		stage.received(&stage.sender, id, missing)?;
		let last = T::MaxLegs::get().saturating_sub(1);
		let outcome = Outcome::Missing(MissingGoods::Found);
		let document = Some(H256::repeat_byte(2));
		let caller = RawOrigin::Signed(stage.receiver);
		#[extrinsic_call]
		resolve(caller, id, last, outcome, PART, document, Some(event()));
		let leg = Transfers::<T>::get(id).and_then(|transfer| transfer.legs.last().copied());
		assert_eq!(leg.map(|leg| leg.recovered), Some(PART));
		Ok(())
	}

	#[benchmark]
	fn resolve_written_off() -> Result<(), BenchmarkError> {
		let (stage, id) = Stage::<T>::missing()?;
		let last = T::MaxLegs::get().saturating_sub(1);
		let reason = Discrepancy::Lost;
		let outcome = Outcome::Missing(MissingGoods::WrittenOff { reason });
		let document = Some(H256::repeat_byte(2));
		let caller = RawOrigin::Signed(stage.sender);
		#[extrinsic_call]
		resolve(caller, id, last, outcome, CARRIED, document, Some(event()));
		let leg = Transfers::<T>::get(id).and_then(|transfer| transfer.legs.last().copied());
		assert_eq!(leg.map(|leg| leg.lost), Some(CARRIED));
		Ok(())
	}

	#[benchmark]
	fn resolve_delivered() -> Result<(), BenchmarkError> {
		let (stage, id) = Stage::<T>::missing()?;
		let last = T::MaxLegs::get().saturating_sub(1);
		let outcome = Outcome::Missing(MissingGoods::Delivered);
		let document = Some(H256::repeat_byte(2));
		let caller = RawOrigin::Signed(stage.receiver);
		#[extrinsic_call]
		resolve(caller, id, last, outcome, CARRIED, document, Some(event()));
		let leg = Transfers::<T>::get(id).and_then(|transfer| transfer.legs.last().copied());
		assert_eq!(leg.map(|leg| leg.accepted), Some(CARRIED));
		Ok(())
	}

	#[benchmark]
	fn approve_sender() {
		let stage = Stage::<T>::with_lots(0);
		let capacity = Capacity::Receiver;
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.receiver), stage.from, capacity);
		assert!(Approvals::<T>::contains_key(stage.to, (capacity, stage.from)));
	}

	#[benchmark]
	fn revoke_sender() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::with_lots(0);
		let capacity = Capacity::Receiver;
		Pallet::<T>::approve_sender(signed::<T>(&stage.receiver), stage.from, capacity)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.receiver), stage.from, capacity);
		assert!(!Approvals::<T>::contains_key(stage.to, (capacity, stage.from)));
		Ok(())
	}

	#[benchmark]
	fn call_in_loan(l: Linear<1, { T::MaxLegs::get() }>) -> Result<(), BenchmarkError> {
		let (stage, id) = Stage::<T>::lent_of(l)?;
		turn_to::<T>(NOW.saturating_add(T::SilentAfter::get()).saturating_add(1));
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.sender), id);
		let leg = Transfers::<T>::get(id).and_then(|transfer| transfer.legs.last().copied());
		assert_eq!(leg.map(|leg| leg.called_in), Some(CARRIED));
		Ok(())
	}

	#[benchmark]
	fn request_keeping() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::with_lots(T::MaxLegs::get());
		let proposal = stage.there(Terms::Gift);
		let id = stage.sent(&stage.sender, &stage.receiver, proposal)?;
		let rejected =
			LegReceipt { rejected: shortfall(Discrepancy::Damaged), ..Default::default() };
		stage.received(&stage.receiver, id, rejected)?;
		let last = T::MaxLegs::get().saturating_sub(1);
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.receiver), id, last, PART);
		let leg = Transfers::<T>::get(id).and_then(|transfer| transfer.legs.last().copied());
		assert_eq!(leg.map(|leg| leg.keeping), Some(PART));
		Ok(())
	}

	#[benchmark]
	fn acknowledge_carriage() -> Result<(), BenchmarkError> {
		let (carries, id) = Stage::<T>::carried()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(carries), id);
		let shipment = Transfers::<T>::get(id).and_then(|transfer| transfer.shipment);
		let carriage = shipment.and_then(|shipment| shipment.carriage);
		assert!(carriage.is_some_and(|carriage| carriage.acknowledged_at.is_some()));
		Ok(())
	}

	#[benchmark]
	fn decline_carriage() -> Result<(), BenchmarkError> {
		let (carries, id) = Stage::<T>::carried()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(carries), id);
		let shipment = Transfers::<T>::get(id).and_then(|transfer| transfer.shipment);
		assert!(shipment.is_some_and(|shipment| shipment.carriage.is_none()));
		Ok(())
	}

	#[benchmark]
	fn archive_return(
		r: Linear<1, { u32::from(T::MaxReceipts::get()) }>,
	) -> Result<(), BenchmarkError> {
		let (stage, id) = Stage::<T>::returning(T::MaxLegs::get())?;
		Pallet::<T>::accept(signed::<T>(&stage.sender), id)?;
		Pallet::<T>::dispatch(signed::<T>(&stage.receiver), id, None, None, None, None, event())
			.map_err(|refusal| refusal.error)?;
		stage.received_in_parts(&stage.sender, id, PART, r)?;
		turn_to::<T>(NOW.saturating_add(T::ArchiveAfter::get()));
		let digest = Pallet::<T>::archive_digest(id).unwrap_or_default();
		#[extrinsic_call]
		archive(RawOrigin::Signed(stage.receiver), id, digest);
		assert!(!Transfers::<T>::contains_key(id));
		Ok(())
	}

	// A gift that is written over as a loan is one whose goods the borrower does not have for the
	// lender.
	#[benchmark]
	fn archive_loan(
		r: Linear<1, { u32::from(T::MaxReceipts::get()) }>,
	) -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::with_lots(T::MaxLegs::get());
		let proposal = stage.there(Terms::Gift);
		let id = stage.sent(&stage.sender, &stage.receiver, proposal)?;
		stage.received_in_parts(&stage.receiver, id, CARRIED, r)?;
		Transfers::<T>::mutate(id, |transfer| {
			if let Some(transfer) = transfer {
				transfer.terms = Terms::Loan { due: NOW };
			}
		});
		turn_to::<T>(NOW.saturating_add(T::ArchiveAfter::get()));
		let digest = Pallet::<T>::archive_digest(id).unwrap_or_default();
		#[extrinsic_call]
		archive(RawOrigin::Signed(stage.receiver), id, digest);
		assert!(!Transfers::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn forget() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::with_lots(0);
		let id = NextTransferId::<T>::get();
		Archived::<T>::insert(id, RecordId(0));
		// The call itself, save that no benchmark can prune the trail.
		#[block]
		{
			T::Access::anyone(signed::<T>(&stage.sender))?;
			Pallet::<T>::do_forget(id, |newest| {
				let _asked = T::Trail::is_pruned(newest);
				true
			})?;
		}
		assert!(!Archived::<T>::contains_key(id));
		Ok(())
	}

	impl_benchmark_test_suite! {
		Pallet,
		crate::mock::stage(),
		crate::mock::Test,
	}
}
