//! Worst cases, one for each branch that costs differently.
//!
//! Where a call has a transfer made, what it does before and after that is measured here, and the
//! transfer itself in circulation.
//!
//! They need a clock that can be turned, which is why they ask for the timestamp pallet; the pallet
//! itself does not.

#![cfg(feature = "runtime-benchmarks")]

use crate::{
	Alarm, Call, Claim, Config, Duty, Ending, Floor, Instruction, Lately, Need, NeedBounds, Needs,
	NextNeedId, NextOfferId, NextOrderId, OfferCount, OfferEnding, Offers, OrderBounds, Orders,
	OrdersOf, Origin, Pace, Pallet, Posting, Request, Scope, Sent, Supply, Window, LONGEST_PERIOD,
	MAX_NAMED, MAX_OFFERS_AT_ONCE, MAX_OPEN_NEEDS, MAX_SENDINGS, MAX_SENT_LOTS, MAX_SUBSTITUTES,
	PLACES_LOOKED_AT, SHORTEST_OFFER,
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::{v2::*, BenchmarkError};
use frame_support::{
	traits::{EnsureOrigin, Get},
	BoundedVec,
};
use frame_system::RawOrigin;
use salus_primitives::{
	time::{period_of, DAY},
	Access, Act, Action, Actor, BenchmarkHelper, Capability, Change, ClassId, Custody, Directory,
	Emergencies, Fate, Geography, InstitutionId, InstitutionKind, Line, LotId, LotStock, Moment,
	Movement, NeedId, Needs as KnowsNeeds, Occasion, OfferId, OnTransfer, OrderId, Priority,
	Quantity, Role, Severity, SiteNumber, Source, Step, Stock, Terms, TermsKind, Trail, TransferId,
	Transfers,
};
use sp_core::{ConstU32, H256};
use sp_runtime::{DispatchError, Percent};

/// What there is of each lot, what of it is kept, and what is needed: figures of many bytes.
const STOCK: Quantity = 1 << 36;
const KEPT: Quantity = 1 << 34;
const NEEDED: Quantity = 1 << 60;
/// Noon of 23 January 2020, in milliseconds.
const NOW: Moment = 1_579_780_800_000;
const PACE: Pace = Pace { dispatch: 1, transit: 1 };

/// Who lacks something and who has it, each with an agent in all roles, and the classes that serve.
struct Stage<T: Config> {
	taker: T::AccountId,
	giver: T::AccountId,
	to: InstitutionId,
	from: InstitutionId,
	site: SiteNumber,
	class: ClassId,
	substitutes: BoundedVec<ClassId, ConstU32<MAX_SUBSTITUTES>>,
}

fn signed<T: Config>(who: &T::AccountId) -> T::RuntimeOrigin {
	RawOrigin::Signed(who.clone()).into()
}

fn turn_to<T: pallet_timestamp::Config<Moment = u64>>(now: Moment) {
	pallet_timestamp::Now::<T>::put(now);
}

fn need<T: Config>(id: NeedId) -> Result<Need, BenchmarkError> {
	Needs::<T>::get(id).ok_or(BenchmarkError::Stop("the need is there"))
}

impl<T: Config + pallet_timestamp::Config<Moment = u64>> Stage<T> {
	/// As many substitutes as there may be.
	fn new() -> Self {
		Self::with_substitutes(MAX_SUBSTITUTES)
	}

	/// Who lacks something has some of it, but no history of its use, so that the bound is read beside
	/// the level.
	fn with_substitutes(count: u32) -> Self {
		turn_to::<T>(NOW);
		let taker: T::AccountId = account("taker", 0, 0);
		let giver: T::AccountId = account("giver", 0, 0);
		let to = T::BenchmarkHelper::institution(&taker);
		let from = T::BenchmarkHelper::institution(&giver);
		let class = T::BenchmarkHelper::class();
		T::BenchmarkHelper::lot_of(to, class, STOCK);
		NeedBounds::<T>::insert(class, Quantity::MAX);
		let substitutes = (0..count).map(|_| T::BenchmarkHelper::class()).collect();
		Self {
			site: T::BenchmarkHelper::site(to),
			substitutes: BoundedVec::truncate_from(substitutes),
			taker,
			giver,
			to,
			from,
			class,
		}
	}

	/// The class that is found last among those that serve.
	fn last_class(&self) -> ClassId {
		self.substitutes.last().copied().unwrap_or(self.class)
	}

	/// A request with everything that may be said in it.
	fn request(&self, quantity: Quantity) -> Request {
		Request {
			class: self.class,
			substitutes: self.substitutes.clone(),
			quantity,
			priority: Priority::Stat,
			window: Window { from: Some(NOW), until: NOW.saturating_add(T::MaxNeedTime::get()) },
			site: Some(self.site),
			shelf_life: u16::MAX,
			note: Some(H256::repeat_byte(1)),
			claim: Some(Claim { on_hand: Quantity::MAX, daily_use: Quantity::MAX }),
		}
	}

	fn publish(&self, quantity: Quantity) -> Result<NeedId, BenchmarkError> {
		let id = NextNeedId::<T>::get();
		Pallet::<T>::publish_need(signed::<T>(&self.taker), self.request(quantity))?;
		Ok(id)
	}

	/// As many open needs as there may be but one.
	fn publish_others(&self) -> Result<(), BenchmarkError> {
		(1..MAX_OPEN_NEEDS).try_for_each(|_| self.publish(NEEDED).map(drop))
	}

	/// The last of as many open needs as there may be.
	fn need_of(&self, quantity: Quantity) -> Result<NeedId, BenchmarkError> {
		self.publish_others()?;
		self.publish(quantity)
	}

	fn scope(&self) -> Scope {
		scope_for::<T>(self.to)
	}

	/// All that there is of a lot, but what is kept.
	fn supply(&self) -> Supply {
		let until = NOW.saturating_add(T::MaxOfferTime::get());
		Supply {
			lot: T::BenchmarkHelper::lot_of(self.from, self.last_class(), STOCK),
			quantity: STOCK.saturating_sub(KEPT),
			scope: self.scope(),
			terms: Terms::Loan { due: until },
			keeps: KEPT,
			least: KEPT,
			until,
			pace: PACE,
		}
	}

	/// One of as many offers as there may be.
	fn offer(&self) -> Result<OfferId, BenchmarkError> {
		OfferCount::<T>::insert(self.from, T::MaxOffers::get().saturating_sub(1));
		let id = NextOfferId::<T>::get();
		Pallet::<T>::make_offer(signed::<T>(&self.giver), self.supply())?;
		Ok(id)
	}

	fn instruction(&self, duty: Duty) -> Instruction {
		Instruction {
			class: self.last_class(),
			scope: self.scope(),
			floor: Floor::Days(u16::MAX),
			pace: PACE,
			duty,
		}
	}

	/// Sends whatever there is.
	fn sending(&self) -> Instruction {
		let (share, most) = (Percent::one(), Quantity::MAX);
		self.instruction(Duty::Send { share, most, days: LONGEST_PERIOD })
	}

	/// Offers whatever expires within the year.
	fn offering(&self) -> Instruction {
		self.instruction(Duty::Offer { within: LONGEST_PERIOD, open: SHORTEST_OFFER, least: KEPT })
	}

	/// As many standing orders as there may be but one.
	fn crowd_orders(&self) {
		let others = (1..T::MaxOrders::get()).map(|number| OrderId(u64::MAX - u64::from(number)));
		OrdersOf::<T>::insert(self.from, BoundedVec::truncate_from(others.collect()));
	}

	/// One of as many standing orders as there may be, which was turned down as often as it may be but once.
	fn order(&self, instruction: Instruction) -> Result<OrderId, BenchmarkError> {
		self.crowd_orders();
		let id = NextOrderId::<T>::get();
		Pallet::<T>::give_order(signed::<T>(&self.giver), instruction)?;
		let times = MAX_SENDINGS.saturating_sub(1);
		let others = (0..u64::from(times)).map(|number| NeedId(u64::MAX - number));
		let sent = Sent { period: period_of(LONGEST_PERIOD, NOW), quantity: 0 };
		let turned_down = BoundedVec::truncate_from(others.collect());
		Orders::<T>::mutate(id, |known| {
			known.iter_mut().for_each(|order| {
				order.lately = Lately { sent, times, turned_down: turned_down.clone() };
			});
		});
		Ok(id)
	}

	/// Binds an order to emergencies, as many of which are in force for its class where an institution is as
	/// are looked at.
	fn bind(&self, order: OrderId, institution: InstitutionId) -> Result<(), BenchmarkError> {
		let body = T::Directory::body(institution);
		let body = body.ok_or(BenchmarkError::Stop("the institution is there"))?;
		T::Emergencies::put_in_force(&body.region, self.last_class());
		OrderBounds::<T>::insert(order, Severity::General);
		Ok(())
	}

	/// A shelf with so many places, of which the last ones have something available. Every lot is to be
	/// opened to tell. Answers with the last one.
	fn shelf(&self, places: u32, available: u32) -> Result<Option<LotId>, BenchmarkError> {
		let class = self.last_class();
		let custody = Custody::own(self.from);
		let act = Act::by(Actor::Chain);
		let mut step = Step::<T::AccountId>::new(act, Action::TransferProposed, &());
		for _ in available..places {
			let lot = T::BenchmarkHelper::lot_of(self.from, class, STOCK);
			let stock = T::Stock::open(lot);
			let mut stock = stock.ok_or(BenchmarkError::Stop("the lot is there"))?;
			stock.reserve(custody, Source::Available, STOCK)?;
			stock.close(&mut step)?;
		}
		let lots = (0..available).map(|_| T::BenchmarkHelper::lot_of(self.from, class, STOCK));
		Ok(lots.last())
	}
}

/// As long a scope as there may be, which is for an institution's needs. Of everything that is asked, what comes
/// last tells.
fn scope_for<T: Config>(institution: InstitutionId) -> Scope {
	let body = T::Directory::body(institution);
	let whole = body.and_then(|body| T::Geography::lineage(&body.region).pop());
	let regions = (1..MAX_NAMED).map(T::BenchmarkHelper::region).chain(whole);
	let others = (1..MAX_NAMED).map(|_| InstitutionKind::Donor);
	let kinds = others.chain([InstitutionKind::Hospital]);
	Scope {
		regions: BoundedVec::truncate_from(regions.collect()),
		kinds: BoundedVec::truncate_from(kinds.collect()),
		capabilities: BoundedVec::truncate_from(vec![
			Capability::DangerousGoods;
			MAX_NAMED as usize
		]),
		priority: Priority::Stat,
	}
}

/// Enters an open need of the highest priority with as many substitutes as there may be, for allocations.
pub(crate) fn put_need<T: Config>(
	institution: InstitutionId,
	class: ClassId,
	quantity: Quantity,
) -> NeedId {
	let mut step = Step::new(Act::by(Actor::Chain), Action::NeedPublished, &());
	let until = T::Trail::now().saturating_add(T::MaxNeedTime::get());
	let region = T::Directory::body(institution).expect("the institution is there").region;
	// Where a need is listed, nobody asks whether its classes are registered.
	let substitutes = (0..MAX_SUBSTITUTES).map(|number| ClassId(u32::MAX.saturating_sub(number)));
	let need = Need {
		institution,
		request: Request {
			class,
			substitutes: BoundedVec::truncate_from(substitutes.collect()),
			quantity,
			priority: Priority::Stat,
			window: Window { from: None, until },
			site: None,
			shelf_life: 0,
			note: None,
			claim: None,
		},
		evidence: Pallet::<T>::evidence(institution, class),
		region,
		escalations: 0,
		until,
		promised: 0,
		unanswered: 0,
		delivered: 0,
		ended: None,
		newest_record: None,
	};
	Pallet::<T>::add_need(&mut step, need).expect("there is room")
}

/// Enters an open offer whose scope is as long as it may be and is for the needs that are put: benchmarks put
/// all institutions in one region.
pub(crate) fn put_offer<T: Config>(
	institution: InstitutionId,
	lot: LotId,
	quantity: Quantity,
) -> OfferId {
	let mut step = Step::new(Act::by(Actor::Chain), Action::OfferMade, &());
	let until = T::Trail::now().saturating_add(T::MaxOfferTime::get());
	let supply = Supply {
		lot,
		quantity,
		scope: scope_for::<T>(institution),
		terms: Terms::Gift,
		keeps: 0,
		least: 1,
		until,
		pace: PACE,
	};
	let added = Pallet::<T>::add_offer(&mut step, institution, supply, None);
	added.expect("there is room").0
}

#[benchmarks(where T: pallet_timestamp::Config<Moment = u64>)]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_need_bound() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let class = T::BenchmarkHelper::class();
		let origin = T::GovernanceOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Stop("nobody governs"))?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, class, Some(Quantity::MAX));
		assert_eq!(NeedBounds::<T>::get(class), Some(Quantity::MAX));
		Ok(())
	}

	#[benchmark]
	fn publish_need(s: Linear<0, MAX_SUBSTITUTES>) -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::with_substitutes(s);
		stage.publish_others()?;
		let request = stage.request(NEEDED);
		let id = NextNeedId::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.taker), request);
		assert_eq!(need::<T>(id)?.request.substitutes.len() as u32, s);
		Ok(())
	}

	#[benchmark]
	fn close_need() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new();
		let id = stage.need_of(NEEDED)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.taker), id);
		assert_eq!(need::<T>(id)?.ended, Some((Ending::Closed, NOW)));
		Ok(())
	}

	#[benchmark]
	fn make_offer() {
		let stage = Stage::<T>::new();
		OfferCount::<T>::insert(stage.from, T::MaxOffers::get().saturating_sub(1));
		let supply = stage.supply();
		let id = NextOfferId::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.giver), supply);
		assert!(Offers::<T>::contains_key(id));
	}

	// All that is left, so that the offer ends. The call itself, save that no transfer is made.
	#[benchmark]
	fn take() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new();
		let need = stage.need_of(NEEDED)?;
		let id = stage.offer()?;
		let quantity = STOCK.saturating_sub(KEPT);
		let origin = signed::<T>(&stage.taker);
		#[block]
		{
			let act = T::Access::agent(origin, Role::Receive)?;
			let (offer, _) = Pallet::<T>::clear_taking(&act, id, need, quantity)?;
			let mut step = Step::new(act, Action::OfferTaken, &(id, need, quantity));
			let made = (need, TransferId(0));
			Pallet::<T>::note_taken(&mut step, id, offer, made, quantity)?;
		}
		assert_eq!(
			Offers::<T>::get(id).map(|offer| offer.ended),
			Some(Some((OfferEnding::Taken, NOW)))
		);
		Ok(())
	}

	#[benchmark]
	fn withdraw_offer() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new();
		let id = stage.offer()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.giver), id);
		assert_eq!(
			Offers::<T>::get(id).map(|offer| offer.ended),
			Some(Some((OfferEnding::Withdrawn, NOW)))
		);
		Ok(())
	}

	#[benchmark]
	fn give_order() {
		let stage = Stage::<T>::new();
		stage.crowd_orders();
		let instruction = stage.sending();
		let id = NextOrderId::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.giver), instruction);
		assert!(Orders::<T>::contains_key(id));
	}

	#[benchmark]
	fn pause_order() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new();
		let id = stage.order(stage.sending())?;
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.giver), id);
		assert_eq!(Orders::<T>::get(id).map(|order| order.paused), Some(true));
		Ok(())
	}

	#[benchmark]
	fn resume_order() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new();
		let id = stage.order(stage.sending())?;
		Pallet::<T>::pause_order(signed::<T>(&stage.giver), id)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.giver), id);
		assert_eq!(Orders::<T>::get(id).map(|order| order.paused), Some(false));
		Ok(())
	}

	#[benchmark]
	fn revoke_order() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new();
		let id = stage.order(stage.sending())?;
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.giver), id);
		assert_eq!(Orders::<T>::get(id).map(|order| order.ended), Some(Some(NOW)));
		Ok(())
	}

	#[benchmark]
	fn bind_order() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new();
		let id = stage.order(stage.sending())?;
		#[extrinsic_call]
		_(RawOrigin::Signed(stage.giver), id, Some(Severity::Extreme));
		assert_eq!(OrderBounds::<T>::get(id), Some(Severity::Extreme));
		Ok(())
	}

	// However few lots are sent, as many are looked at as may be. The call itself, save that no transfer
	// is made.
	#[benchmark]
	fn ring_send() -> Result<(), BenchmarkError> {
		let lots = T::Transfers::most_lines().min(MAX_SENT_LOTS);
		let stage = Stage::<T>::new();
		let need = stage.need_of(NEEDED)?;
		let id = stage.order(stage.sending())?;
		stage.bind(id, stage.to)?;
		stage.shelf(PLACES_LOOKED_AT, lots)?;
		let alarm = Alarm::Send { order: id, need };
		let origin = signed::<T>(&stage.giver);
		let found;
		#[block]
		{
			T::Access::anyone(origin)?;
			let (order, entry, sending) = Pallet::<T>::clear_sending(id, need)?;
			let act = Act::by(Actor::Order(id));
			let mut step = Step::new(act, Action::OrderSent, &(&alarm,));
			Pallet::<T>::note_unanswered(&mut step, need, entry, sending.quantity)?;
			let (order, made) = ((id, order, sending.days), (need, TransferId(0)));
			Pallet::<T>::note_sent(&mut step, order, made, sending.quantity)?;
			found = sending.lines;
		}
		assert_eq!(found.len() as u32, lots);
		assert!(Orders::<T>::get(id).is_some_and(|order| order.lately.sent.quantity > 0));
		Ok(())
	}

	#[benchmark]
	fn ring_offer() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new();
		let order = stage.order(stage.offering())?;
		let last = stage.shelf(PLACES_LOOKED_AT, MAX_OFFERS_AT_ONCE)?.and_then(T::Stock::open);
		let expiry = last.and_then(|lot| lot.facts().expires_at);
		let expiry = expiry.ok_or(BenchmarkError::Stop("the lots expire"))?;
		turn_to::<T>(expiry.saturating_sub(DAY.saturating_mul(LONGEST_PERIOD.into())));
		stage.bind(order, stage.from)?;
		let first = NextOfferId::<T>::get();
		#[extrinsic_call]
		ring(RawOrigin::Signed(stage.giver), Alarm::Offer { order });
		assert_eq!(NextOfferId::<T>::get(), OfferId(first.0 + u64::from(MAX_OFFERS_AT_ONCE)));
		Ok(())
	}

	// Asked of another region: an end writes less.
	#[benchmark]
	fn ring_lapse() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new();
		let id = stage.need_of(NEEDED)?;
		turn_to::<T>(NOW.saturating_add(T::MaxNeedTime::get()).saturating_add(1));
		#[extrinsic_call]
		ring(RawOrigin::Signed(stage.giver), Alarm::Lapse { need: id });
		assert_eq!(need::<T>(id)?.escalations, 1);
		Ok(())
	}

	// The call itself, and the question whether the giver may act, which is asked before time is over.
	#[benchmark]
	fn ring_release() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new();
		let id = stage.offer()?;
		let over = NOW.saturating_add(T::MaxOfferTime::get()).saturating_add(1);
		turn_to::<T>(over);
		let alarm = Alarm::Release { offer: id };
		let origin = signed::<T>(&stage.taker);
		let may_act;
		#[block]
		{
			may_act = T::Directory::may_act(stage.from);
			Pallet::<T>::ring(origin, alarm).map_err(|refusal| refusal.error)?;
		}
		assert!(may_act);
		assert_eq!(
			Offers::<T>::get(id).map(|offer| offer.ended),
			Some(Some((OfferEnding::Released, over)))
		);
		Ok(())
	}

	// A standing order, which is the longest of what is forgotten, and of which a bound is left.
	#[benchmark]
	fn forget() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new();
		let id = stage.order(stage.sending())?;
		OrderBounds::<T>::insert(id, Severity::General);
		Pallet::<T>::revoke_order(signed::<T>(&stage.giver), id)?;
		let origin = signed::<T>(&stage.giver);
		// The call itself, save that no benchmark can prune the trail.
		#[block]
		{
			T::Access::anyone(origin)?;
			Pallet::<T>::do_forget(Posting::Order(id), |newest| {
				let _asked = T::Trail::is_pruned(newest);
				true
			})?;
		}
		assert!(!Orders::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn serve() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new();
		let id = stage.need_of(NEEDED)?;
		let class = stage.last_class();
		let line = Line { class, quantity: KEPT, expires_at: Some(Moment::MAX) };
		let movement = Movement {
			occasion: Occasion::Proposal,
			sender: stage.from,
			receiver: stage.to,
			owner: stage.from,
			terms: TermsKind::Gift,
			source: Source::Available,
			dispatch_by: NOW,
			receive_by: NOW,
			serves: None,
			lines: vec![line; T::Transfers::most_lines() as usize],
		};
		let act = Act::of_agent(stage.giver, stage.from);
		let mut step = Step::new(act, Action::TransferProposed, &());
		let transfer = TransferId(0);
		let sent = Sent { period: 0, quantity: KEPT.into() };
		Pallet::<T>::remember_origin(transfer, Origin::Order(OrderId(0), id, sent));
		#[block]
		{
			<Pallet<T> as KnowsNeeds<T::AccountId>>::examine(id, &movement, &mut |_| {
				Err(DispatchError::Other("the need is served"))
			})?;
			<Pallet<T> as KnowsNeeds<T::AccountId>>::promise(&mut step, transfer, id, KEPT.into())?;
		}
		assert!(need::<T>(id)?.promised > 0);
		Ok(())
	}

	// The last goods arrive, so that the need ends: one that opens again writes less.
	#[benchmark]
	fn reopen() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new();
		let lines = T::Transfers::most_lines();
		let id = stage.need_of(KEPT.saturating_mul(lines.into()))?;
		let class = stage.last_class();
		let (from, to) = (Fate::Outstanding, Fate::Delivered);
		let arrived = Change { class, quantity: KEPT, from, to };
		let changes: Vec<_> = vec![arrived; lines as usize];
		let act = Act::of_agent(stage.taker, stage.to);
		let mut step = Step::new(act, Action::TransferReceived, &());
		#[block]
		{
			let transfer = TransferId(0);
			<Pallet<T> as OnTransfer<T::AccountId>>::changed(
				&mut step,
				transfer,
				Some(id),
				&changes,
			)?;
		}
		assert_eq!(need::<T>(id)?.ended, Some((Ending::Filled, NOW)));
		Ok(())
	}

	// All of an offer was taken, so that it is open again.
	#[benchmark]
	fn offer_again() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new();
		let id = stage.offer()?;
		let mut offer = Offers::<T>::get(id).ok_or(BenchmarkError::Stop("it was made"))?;
		let quantity = offer.left;
		let act = Act::of_agent(stage.taker, stage.to);
		let mut step = Step::new(act.clone(), Action::TransferProposed, &());
		Pallet::<T>::release_rest(&mut step, id, &mut offer, OfferEnding::Taken)?;
		Offers::<T>::insert(id, offer);
		let transfer = TransferId(0);
		Pallet::<T>::remember_origin(transfer, Origin::Offer(id));
		let mut step = Step::new(act, Action::TransferWithdrawn, &());
		#[block]
		{
			Pallet::<T>::return_to_origin(&mut step, transfer, quantity.into())?;
		}
		assert!(Offers::<T>::get(id).is_some_and(|offer| offer.left == quantity));
		Ok(())
	}

	impl_benchmark_test_suite! {
		Pallet,
		crate::mock::stage(),
		crate::mock::Test,
	}
}
