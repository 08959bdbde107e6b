//! Worst cases, one for each branch that costs differently.
//!
//! What a line costs besides making its transfer is measured here, and the transfer itself in circulation.
//! One whole line is measured too, to be compared with a proposal of one leg.
//!
//! They need a clock that can be turned, which is why they ask for the timestamp pallet; the pallet itself
//! does not.

#![cfg(feature = "runtime-benchmarks")]

use crate::{
	Config, Goods, LineOrder, LineOrders, Outcome, Pallet, Shortage, MAX_YIELDED, PLACES_LOOKED_AT,
};
use alloc::vec;
use frame_benchmarking::{
	account,
	v2::{benchmarks, BenchmarkError},
};
use frame_support::BoundedVec;
use salus_primitives::{
	time::DAY, Act, Action, Actor, Authority, BenchmarkHelper, ClassId, Custody, InstitutionId,
	LotId, LotStock, Moment, PlanId, Quantity, RuleId, Step, Stock, TransferId, Transfers,
};

/// What there is of each lot, and what a line asks for: figures of many bytes.
const STOCK: Quantity = 1 << 36;
const ASKED: Quantity = 1 << 60;
/// A transfer that was made for a line.
const NEW: TransferId = TransferId(u64::MAX);
/// Noon of 23 January 2020, in milliseconds.
const NOW: Moment = 1_579_780_800_000;
const DISPATCH_BY: Moment = NOW + DAY;
const RECEIVE_BY: Moment = NOW + 2 * DAY;

fn turn_to<T: pallet_timestamp::Config<Moment = u64>>(now: Moment) {
	pallet_timestamp::Now::<T>::put(now);
}

fn step<T: Config>(action: Action) -> Step<T::AccountId> {
	Step::new(Act::by(Actor::Authority(Authority::Assembly)), action, &())
}

/// Who gives, and who receives.
struct Stage {
	giver: InstitutionId,
	receiver: InstitutionId,
}

impl Stage {
	fn new<T: Config + pallet_timestamp::Config<Moment = u64>>() -> Self {
		turn_to::<T>(NOW);
		let giver: T::AccountId = account("giver", 0, 0);
		let receiver: T::AccountId = account("receiver", 0, 0);
		Self {
			giver: T::BenchmarkHelper::institution(&giver),
			receiver: T::BenchmarkHelper::institution(&receiver),
		}
	}

	fn line(&self, goods: Goods, quantity: Quantity) -> LineOrder {
		LineOrder { giver: self.giver, goods, receiver: self.receiver, serves: None, quantity }
	}

	/// As many lots of a class as are looked at, of which the last ones, as many as one transfer carries,
	/// are available.
	fn shelf<T: Config>(&self) -> Result<ClassId, BenchmarkError> {
		let class = T::BenchmarkHelper::class();
		let hidden = PLACES_LOOKED_AT.saturating_sub(T::Transfers::most_lines());
		for number in 0..PLACES_LOOKED_AT {
			let lot = T::BenchmarkHelper::lot_of(self.giver, class, STOCK);
			if number < hidden {
				offer_all::<T>(self.giver, lot)?;
			}
		}
		Ok(class)
	}

	/// Enters a plan of one line many times.
	fn plan<T: Config>(&self, line: LineOrder, lines: u32) -> Result<PlanId, BenchmarkError> {
		let lines = LineOrders::truncate_from(vec![line; lines as usize]);
		let mut step = step::<T>(Action::PlanDecided);
		Ok(Pallet::<T>::enter_plan(&mut step, &lines, (DISPATCH_BY, RECEIVE_BY))?)
	}

	/// Enters a plan of one line by lot, of which there is enough.
	fn plan_by_lot<T: Config>(&self) -> Result<PlanId, BenchmarkError> {
		let lot = T::BenchmarkHelper::lot(self.giver, STOCK);
		self.plan::<T>(self.line(Goods::Lot(lot), STOCK / 2), 1)
	}
}

/// Sets everything of a lot aside.
fn offer_all<T: Config>(institution: InstitutionId, lot: LotId) -> Result<(), BenchmarkError> {
	let mut stock = T::Stock::open(lot).ok_or(BenchmarkError::Stop("the lot is there"))?;
	stock.offer(Custody::own(institution), STOCK)?;
	stock.close(&mut step::<T>(Action::OfferMade))?;
	Ok(())
}

/// A line that was made, with everything that may be said of it.
fn made(transfer: TransferId) -> Outcome {
	let yielded = (0..MAX_YIELDED).map(|number| RuleId(u32::MAX.saturating_sub(number)));
	Outcome::Made {
		transfer,
		quantity: Quantity::MAX,
		short: Some(Shortage::Stock),
		yielded: BoundedVec::truncate_from(yielded.collect()),
	}
}

/// Carries out the first line of a plan, save that its transfer is not made. Answers with how many lots were
/// found.
fn carry_out_but_for_transfer<T: Config>(plan: PlanId, line: &LineOrder) -> Option<usize> {
	let found = Pallet::<T>::find_goods(line, RECEIVE_BY).ok();
	Pallet::<T>::bind(NEW, plan, 0);
	Pallet::<T>::put_outcome(plan, 0, &made(NEW));
	Pallet::<T>::tell_of(plan, 0, made(NEW));
	found.map(|(lots, _)| lots.len())
}

#[benchmarks(where T: pallet_timestamp::Config<Moment = u64>)]
mod benchmarks {
	use super::{
		carry_out_but_for_transfer, made, step, turn_to, Stage, ASKED, DISPATCH_BY, NEW,
		RECEIVE_BY, STOCK,
	};
	use crate::{
		Archived, Bound, Call, Config, FirstUnfinished, Goods, LineOrder, LineOrders, NotSent,
		Outcome, Outcomes, Pallet, Plans, MAX_ARCHIVED, MAX_LINES,
	};
	use alloc::vec;
	use frame_benchmarking::{account, impl_test_function, BenchmarkError};
	use frame_support::{traits::Get, weights::WeightMeter};
	use frame_system::RawOrigin;
	use salus_primitives::{
		Access, Act, Action, Actor, Authority, BenchmarkHelper, LotId, NeedId, OnTransfer, PlanId,
		RecordId, Step, Trail, TransferId, Transfers,
	};

	#[benchmark]
	fn decide_plan(l: Linear<1, MAX_LINES>) -> Result<(), BenchmarkError> {
		let stage = Stage::new::<T>();
		let line = stage.line(Goods::Lot(LotId(u64::MAX)), ASKED);
		let line = LineOrder { serves: Some(NeedId(u64::MAX)), ..line };
		let lines = LineOrders::truncate_from(vec![line; l as usize]);
		let times = (DISPATCH_BY, RECEIVE_BY);
		// The call itself, save that no line is carried out.
		#[block]
		{
			Pallet::<T>::examine_form(&lines, times, &mut |_, error| Err(error))
				.map_err(sp_runtime::DispatchError::from)?;
			let mut step = Step::new(
				Act::by(Actor::Authority(Authority::Assembly)),
				Action::PlanDecided,
				&(&lines, DISPATCH_BY, RECEIVE_BY),
			);
			Pallet::<T>::enter_plan(&mut step, &lines, times)?;
		}
		assert_eq!(Plans::<T>::get(PlanId(0)).map(|plan| plan.lines), Some(l));
		Ok(())
	}

	#[benchmark]
	fn carry_out() -> Result<(), BenchmarkError> {
		let stage = Stage::new::<T>();
		let line = stage.line(Goods::Lot(LotId(u64::MAX)), ASKED);
		let plan = stage.plan::<T>(line, MAX_LINES)?;
		let caller: T::AccountId = account("caller", 0, 0);
		T::BenchmarkHelper::institution(&caller);
		// The call itself, save that no line is carried out.
		#[block]
		{
			T::Access::anyone(RawOrigin::Signed(caller).into())?;
			let known = Pallet::<T>::load(plan).map_err(sp_runtime::DispatchError::from)?;
			let mut step = step::<T>(Action::LinesCarriedOut);
			let orders = Pallet::<T>::orders(plan);
			Pallet::<T>::carry_out_lines(&mut step, (plan, known), &orders, 0)?;
		}
		assert_eq!(Plans::<T>::get(plan).map(|plan| plan.carried_out), Some(0));
		Ok(())
	}

	#[benchmark]
	fn line_by_lot() -> Result<(), BenchmarkError> {
		let stage = Stage::new::<T>();
		let lot = T::BenchmarkHelper::lot(stage.giver, STOCK);
		let line = stage.line(Goods::Lot(lot), ASKED);
		let plan = stage.plan::<T>(line, 1)?;
		let found;
		#[block]
		{
			found = carry_out_but_for_transfer::<T>(plan, &line);
		}
		assert_eq!(found, Some(1));
		assert!(Bound::<T>::contains_key(NEW));
		Ok(())
	}

	#[benchmark]
	fn line_by_class() -> Result<(), BenchmarkError> {
		let stage = Stage::new::<T>();
		let line = stage.line(Goods::Class(stage.shelf::<T>()?), ASKED);
		let plan = stage.plan::<T>(line, 1)?;
		let found;
		#[block]
		{
			found = carry_out_but_for_transfer::<T>(plan, &line);
		}
		let most = T::Transfers::most_lines() as usize;
		assert_eq!(found, Some(most));
		assert!(Bound::<T>::contains_key(NEW));
		Ok(())
	}

	#[benchmark]
	fn carry_out_whole_line() -> Result<(), BenchmarkError> {
		let stage = Stage::new::<T>();
		let plan = stage.plan_by_lot::<T>()?;
		let caller: T::AccountId = account("caller", 0, 0);
		T::BenchmarkHelper::institution(&caller);
		#[extrinsic_call]
		carry_out(RawOrigin::Signed(caller), plan, 1);
		let outcome = Outcomes::<T>::get(plan, 0);
		assert!(matches!(outcome, Some(Outcome::Made { .. })));
		Ok(())
	}

	#[benchmark]
	fn look() -> Result<(), BenchmarkError> {
		let stage = Stage::new::<T>();
		let plan = stage.plan::<T>(stage.line(Goods::Lot(LotId(u64::MAX)), ASKED), MAX_LINES)?;
		Plans::<T>::mutate(plan, |plan| {
			plan.iter_mut().for_each(|plan| plan.carried_out = plan.lines);
		});
		#[block]
		{
			Pallet::<T>::carry_on(&mut WeightMeter::new());
		}
		assert_eq!(FirstUnfinished::<T>::get(), PlanId(1));
		Ok(())
	}

	#[benchmark]
	fn ask() {
		let transfer = TransferId(u64::MAX);
		Bound::<T>::insert(transfer, (PlanId(u64::MAX), u32::MAX));
		let known;
		#[block]
		{
			known = Pallet::<T>::bound(transfer);
		}
		assert!(known.is_some());
	}

	#[benchmark]
	fn unsent() -> Result<(), BenchmarkError> {
		let stage = Stage::new::<T>();
		let plan = stage.plan_by_lot::<T>()?;
		let transfer = TransferId(u64::MAX);
		Pallet::<T>::bind(transfer, plan, 0);
		Pallet::<T>::put_outcome(plan, 0, &made(transfer));
		turn_to::<T>(DISPATCH_BY.saturating_add(1));
		let mut step = step::<T>(Action::TransferExpired);
		#[block]
		{
			Pallet::<T>::unsent(&mut step, transfer, None, &[])?;
		}
		let outcome = Outcomes::<T>::get(plan, 0);
		assert!(matches!(outcome, Some(Outcome::Unsent { how: NotSent::Overdue, .. })));
		Ok(())
	}

	#[benchmark]
	fn archive_plan(l: Linear<1, MAX_ARCHIVED>) -> Result<(), BenchmarkError> {
		let stage = Stage::new::<T>();
		let line = stage.line(Goods::Lot(LotId(u64::MAX)), ASKED);
		let plan = stage.plan::<T>(line, MAX_LINES)?;
		let first = MAX_LINES.saturating_sub(l);
		for line in first..MAX_LINES {
			let transfer = TransferId(u64::MAX.saturating_sub(line.into()));
			Pallet::<T>::bind(transfer, plan, line);
			Pallet::<T>::put_outcome(plan, line, &made(transfer));
		}
		Plans::<T>::mutate(plan, |plan| {
			plan.iter_mut().for_each(|plan| (plan.carried_out, plan.archived) = (MAX_LINES, first));
		});
		turn_to::<T>(DISPATCH_BY.saturating_add(T::ArchiveAfter::get()));
		let digest = Pallet::<T>::archive_digest(plan).unwrap_or_default();
		let caller: T::AccountId = account("caller", 0, 0);
		T::BenchmarkHelper::institution(&caller);
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), plan, digest);
		assert!(!Plans::<T>::contains_key(plan));
		Ok(())
	}

	#[benchmark]
	fn forget() -> Result<(), BenchmarkError> {
		let caller: T::AccountId = account("caller", 0, 0);
		T::BenchmarkHelper::institution(&caller);
		let plan = PlanId(0);
		Archived::<T>::insert(plan, RecordId(0));
		// The call itself, save that no benchmark can prune the trail.
		#[block]
		{
			T::Access::anyone(RawOrigin::Signed(caller).into())?;
			Pallet::<T>::do_forget(plan, |newest| {
				let _asked = T::Trail::is_pruned(newest);
				true
			})?;
		}
		assert!(!Archived::<T>::contains_key(plan));
		Ok(())
	}

	impl_benchmark_test_suite! {
		Pallet,
		crate::mock::stage(),
		crate::mock::Test,
	}
}
