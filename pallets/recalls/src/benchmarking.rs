//! Worst cases, one for each branch that costs differently: sets are full, and the region of whoever has the
//! goods lies in as many others as are looked at.
//!
//! They need a clock that can be turned, which is why they ask for the timestamp pallet; the pallet itself
//! does not.

#![cfg(feature = "runtime-benchmarks")]

use crate::{
	Case, CaseDocument, CaseSupervisor, Cases, Config, Demand, Demands, Documents, Extent, Hold,
	HoldBy, HoldPlace, HoldSet, HoldsOn, InCase, NextCaseId, NextHoldId, Pallet, Reason, Side,
	MAX_ATTACHED, MAX_CHAIN_HOLDS, MAX_DEMANDS, MAX_HOLDS, MAX_OWN_HOLDS,
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::{
	account,
	v2::{benchmarks, BenchmarkError},
};
use frame_support::BoundedVec;
use salus_primitives::{
	Act, Action, Actor, Authority, BenchmarkHelper, CaseId, Custody, Directory, EventClaim,
	Geography, HoldId, HoldKind, HoldingKey, InstitutionId, LotId, LotStock, Moment, Quantity,
	Step, Stock, Subject, Text,
};
use sp_core::H256;

/// What there is of each lot, and what is held of it by one hold: figures of many bytes.
const STOCK: Quantity = 1 << 36;
pub(crate) const UNITS: Quantity = 1 << 30;
/// Noon of 23 January 2020, in milliseconds.
pub(crate) const NOW: Moment = 1_579_780_800_000;

fn turn_to<T: pallet_timestamp::Config<Moment = u64>>(now: Moment) {
	pallet_timestamp::Now::<T>::put(now);
}

fn step<T: Config>(action: Action) -> Step<T::AccountId> {
	Step::new(Act::by(Actor::Authority(Authority::Council)), action, &())
}

/// As long a reason as may be.
fn reason() -> Reason {
	Text(BoundedVec::truncate_from(vec![b'r'; 64]))
}

fn document() -> Option<H256> {
	Some(H256::repeat_byte(1))
}

fn event() -> Option<EventClaim> {
	Some(EventClaim { at: NOW, utc_offset: 480 })
}

/// A hold, with everything that may be said of it.
fn hold<T: Config>(kind: HoldKind, extent: Extent, by: HoldBy) -> Hold {
	let id = NextHoldId::<T>::get();
	NextHoldId::<T>::put(id.next().unwrap_or_default());
	Hold {
		id,
		kind,
		extent,
		by,
		reason: Some(reason()),
		document: document(),
		placed_at: NOW,
		case: Some(InCase { case: CaseId(u64::MAX), demand: None }),
	}
}

/// Holds of so many commissions on the whole.
fn by_commissions<T: Config>(count: u32) -> Vec<Hold> {
	let by = |number| HoldBy::Supervisor(InstitutionId(u32::MAX.saturating_sub(number)));
	(0..count).map(|number| hold::<T>(HoldKind::Legal, Extent::Whole, by(number))).collect()
}

/// Holds on units of so many kinds.
fn of_units<T: Config>(count: u32, by: HoldBy) -> Vec<Hold> {
	let kinds =
		[HoldKind::Quarantine, HoldKind::Damage, HoldKind::ColdChainBreach, HoldKind::Legal];
	let some = kinds.into_iter().take(count as usize);
	some.map(|kind| hold::<T>(kind, Extent::Units(UNITS), by)).collect()
}

/// Everything that the chain holds.
fn by_chain<T: Config>() -> Vec<Hold> {
	let mut holds = of_units::<T>(MAX_CHAIN_HOLDS.saturating_sub(1), HoldBy::Chain);
	holds.push(hold::<T>(HoldKind::ColdChainBreach, Extent::Whole, HoldBy::Chain));
	holds
}

/// How many holds supervisors have placed when a custodian has placed as many as it may.
fn supervisors() -> u32 {
	MAX_HOLDS.saturating_sub(MAX_CHAIN_HOLDS).saturating_sub(MAX_OWN_HOLDS)
}

/// Who has the goods, and the commission of its region.
struct Stage<T: Config> {
	keeper: T::AccountId,
	supervisor: T::AccountId,
	holding: HoldingKey,
}

impl<T: Config + pallet_timestamp::Config<Moment = u64>> Stage<T> {
	fn new() -> Result<Self, BenchmarkError> {
		turn_to::<T>(NOW);
		let keeper: T::AccountId = account("keeper", 0, 0);
		let supervisor: T::AccountId = account("supervisor", 0, 0);
		let custodian = T::BenchmarkHelper::institution(&keeper);
		let body = T::Directory::body(custodian);
		let region = body.ok_or(BenchmarkError::Stop("the custodian is there"))?.region;
		T::BenchmarkHelper::commission(region, &supervisor);
		let lot = T::BenchmarkHelper::lot(custodian, STOCK);
		Ok(Self { keeper, supervisor, holding: Custody::own(custodian).of(lot) })
	}

	fn place(&self) -> HoldPlace {
		HoldPlace::Holding(self.holding)
	}

	fn put(&self, holds: impl IntoIterator<Item = Vec<Hold>>) {
		let holds: Vec<_> = holds.into_iter().flatten().collect();
		HoldsOn::<T>::insert(self.place(), HoldSet::truncate_from(holds));
	}

	fn holds(&self) -> HoldSet {
		HoldsOn::<T>::get(self.place())
	}

	/// Opens the lot, moves something, and closes it.
	fn with_stock(
		&self,
		change: impl FnOnce(
			&mut <T::Stock as Stock<T::AccountId>>::Lot,
			Custody,
		) -> Result<(), BenchmarkError>,
	) -> Result<(), BenchmarkError> {
		let stock = T::Stock::open(self.holding.lot);
		let mut stock = stock.ok_or(BenchmarkError::Stop("the lot is there"))?;
		change(&mut stock, self.holding.custody())?;
		Ok(stock.close(&mut step::<T>(Action::HoldPlaced))?)
	}
}

/// What there is of a case: demands, documents by its supervisor, documents by its party.
#[derive(Clone, Copy)]
struct Contents {
	demands: u8,
	by_supervisor: u8,
	by_party: u8,
}

impl Contents {
	/// So many entries: demands first, then documents by the supervisor, then those by the party.
	fn of(entries: u32) -> Self {
		let part = |before: u32, most: u8| {
			entries.saturating_sub(before).min(most.into()).try_into().unwrap_or(most)
		};
		let (demands, attached) = (u32::from(MAX_DEMANDS), u32::from(MAX_ATTACHED));
		Self {
			demands: part(0, MAX_DEMANDS),
			by_supervisor: part(demands, MAX_ATTACHED),
			by_party: part(demands.saturating_add(attached), MAX_ATTACHED),
		}
	}

	/// As many as may be, but one of the demands and one of the supervisor's documents.
	fn all_but_one() -> Self {
		let by_supervisor = MAX_ATTACHED.saturating_sub(1);
		let demands = MAX_DEMANDS.saturating_sub(1);
		Self { demands, by_supervisor, by_party: MAX_ATTACHED }
	}
}

/// A case over who has the goods, which the commission of its region opened; and a commission of the region
/// furthest around, which takes it over.
struct CaseStage<T: Config> {
	stage: Stage<T>,
	supervisor: T::AccountId,
	case: CaseId,
}

impl<T: Config + pallet_timestamp::Config<Moment = u64>> CaseStage<T> {
	fn new(contents: Contents) -> Result<Self, BenchmarkError> {
		let stage = Stage::<T>::new()?;
		let party = stage.holding.custodian;
		let body = T::Directory::body(party).ok_or(BenchmarkError::Stop("the party is there"))?;
		let around = T::Geography::lineage(&body.region).last().cloned();
		let around = around.ok_or(BenchmarkError::Stop("the region is there"))?;
		let supervisor: T::AccountId = account("wider", 0, 0);
		T::BenchmarkHelper::commission(around, &supervisor);
		let opener = T::Directory::institution_of(&stage.supervisor);
		let opener = opener.ok_or(BenchmarkError::Stop("the commission is there"))?;
		let case = CaseId(u64::MAX - 1);
		NextCaseId::<T>::put(CaseId(u64::MAX));
		let entry = Case {
			supervisor: CaseSupervisor::Commission(opener),
			subject: Subject::Lot(stage.holding.lot),
			party,
			region: body.region,
			reason: reason(),
			opened_at: NOW,
			ended: None,
			demands: contents.demands,
			attached_by_supervisor: contents.by_supervisor,
			attached_by_party: contents.by_party,
			newest_record: None,
		};
		let of_party = u32::from(contents.by_party);
		let documents = u32::from(entry.documents());
		for (number, place) in (0..contents.demands).zip(0u32..) {
			// Of other lots, but for the first.
			let lot = LotId(stage.holding.lot.0.saturating_add(place.into()));
			let (by, hold) = (NOW.saturating_add(1), HoldId(u64::MAX));
			let demand = Demand { lot, by, demanded_at: NOW, hold, counted: None };
			Demands::<T>::insert(case, number, demand);
		}
		for (number, place) in (0u8..).zip(0..documents) {
			// Those of the party come first.
			let attached_by = if place < of_party { Side::Party } else { Side::Supervisor };
			let digest = H256::repeat_byte(number);
			let attached_at = NOW;
			let document = CaseDocument { digest, attached_by, attached_at, acknowledged_at: None };
			Documents::<T>::insert(case, number, document);
		}
		Pallet::<T>::enter_case(&mut step::<T>(Action::CaseOpened), case, entry)?;
		Ok(Self { stage, supervisor, case })
	}

	/// Fills the set of the holding but for one place.
	fn fill(&self) {
		let others = MAX_HOLDS.saturating_sub(MAX_CHAIN_HOLDS).saturating_sub(1);
		self.stage.put([by_chain::<T>(), by_commissions::<T>(others)]);
	}

	fn known(&self) -> Result<Case, BenchmarkError> {
		Cases::<T>::get(self.case).ok_or(BenchmarkError::Stop("the case is there"))
	}
}

#[benchmarks(where T: pallet_timestamp::Config<Moment = u64>)]
mod benchmarks {
	use super::{
		by_chain, by_commissions, document, event, hold, of_units, reason, step, supervisors,
		turn_to, CaseStage, Contents, Stage, NOW, STOCK, UNITS,
	};
	use crate::{
		recalls::benchmarking::{
			crowd, crowd_out, put_answered, put_on, put_recall, put_waiting, stored,
			HALF_OF_RECALLS,
		},
		Answer, Call, CaseEnd, Cases, Config, Demands, Documents, Duties, DutiesOf, Duty, Extent,
		HoldBy, HoldPlace, HoldSet, HoldsOn, Issuer, NamedBy, NamedLots, NextRecallId, Pallet,
		RecallAction, RecallSeverity, RecallState, RecalledLots, RecallsIssued, Rests,
		Stage as WalkStage, Unfinished, MAX_ATTACHED, MAX_CHAIN_HOLDS, MAX_DEMANDS, MAX_FORGOTTEN,
		MAX_HOLDS, MAX_NAMED, MAX_OF_CASE, MAX_OWN_HOLDS,
	};
	use alloc::vec;
	use frame_benchmarking::{account, impl_test_function, BenchmarkError};
	use frame_support::traits::Get;
	use frame_system::RawOrigin;
	use salus_primitives::{
		Access, Action, BenchmarkHelper, CaseId, Directory, HoldChange, HoldKind, HoldingKey,
		Holds, InstitutionId, LotId, LotStock, Lots, Subject, Trail, WriteOff,
	};
	use sp_core::H256;

	#[benchmark]
	fn place_hold() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new()?;
		let others = MAX_HOLDS.saturating_sub(MAX_CHAIN_HOLDS).saturating_sub(1);
		stage.put([by_chain::<T>(), by_commissions::<T>(others)]);
		let (who, place) = (stage.supervisor.clone(), stage.place());
		#[extrinsic_call]
		_(
			RawOrigin::Signed(who),
			place,
			Extent::Whole,
			HoldKind::Legal,
			reason(),
			document(),
			event(),
		);
		assert_eq!(stage.holds().len() as u32, MAX_HOLDS);
		Ok(())
	}

	#[benchmark]
	fn place_hold_units() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new()?;
		let own = of_units::<T>(MAX_OWN_HOLDS.saturating_sub(1), HoldBy::Custodian);
		stage.put([by_chain::<T>(), by_commissions::<T>(supervisors()), own]);
		let (who, place) = (stage.keeper.clone(), stage.place());
		#[extrinsic_call]
		place_hold(
			RawOrigin::Signed(who),
			place,
			Extent::Units(UNITS),
			HoldKind::Legal,
			reason(),
			document(),
			event(),
		);
		assert_eq!(stage.holds().len() as u32, MAX_HOLDS);
		Ok(())
	}

	#[benchmark]
	fn lift_hold() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new()?;
		let own = of_units::<T>(MAX_OWN_HOLDS.saturating_sub(1), HoldBy::Custodian);
		let lifted = hold::<T>(HoldKind::Legal, Extent::Units(UNITS), HoldBy::Custodian);
		let id = lifted.id;
		let others = [by_chain::<T>(), by_commissions::<T>(supervisors()), own];
		stage.put(others.into_iter().chain([vec![lifted]]));
		stage.with_stock(|stock, custody| Ok(stock.quarantine(custody, UNITS)?))?;
		let (who, place) = (stage.supervisor.clone(), stage.place());
		let units = UNITS / 2;
		#[extrinsic_call]
		_(RawOrigin::Signed(who), place, id, Some(units), reason(), document(), event());
		let left = stage.holds().into_iter().find(|hold| hold.id == id);
		assert_eq!(left.map(|hold| hold.extent), Some(Extent::Units(units)));
		Ok(())
	}

	#[benchmark]
	fn clear_holds() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new()?;
		stage.put([by_commissions::<T>(MAX_HOLDS)]);
		stage.with_stock(|stock, custody| {
			stock.set_holding_held(custody, true)?;
			stock.call_in(custody, STOCK)?;
			Ok(stock.write_off(custody, STOCK, WriteOff::Destroyed)?)
		})?;
		turn_to::<T>(NOW.saturating_add(T::ClearAfter::get()));
		let who: T::AccountId = account("anybody", 0, 0);
		T::BenchmarkHelper::institution(&who);
		let place = stage.place();
		#[extrinsic_call]
		_(RawOrigin::Signed(who), place);
		assert!(stage.holds().is_empty());
		Ok(())
	}

	#[benchmark]
	fn changed() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new()?;
		let demand = hold::<T>(HoldKind::CountDemanded, Extent::Whole, HoldBy::Governance);
		let kinds = MAX_CHAIN_HOLDS.saturating_sub(1);
		stage.put([
			of_units::<T>(kinds, HoldBy::Chain),
			of_units::<T>(MAX_OWN_HOLDS, HoldBy::Custodian),
			by_commissions::<T>(supervisors().saturating_sub(1)),
			vec![demand],
		]);
		let held = u64::from(kinds.saturating_add(MAX_OWN_HOLDS)).saturating_mul(UNITS);
		let entered = |kind| HoldChange::Entered { kind, units: UNITS };
		let changes = [
			HoldChange::Left { units: held },
			entered(HoldKind::Quarantine),
			entered(HoldKind::Damage),
			entered(HoldKind::ColdChainBreach),
			HoldChange::Counted { quantity: STOCK },
			HoldChange::Breached,
		];
		let mut step = step::<T>(Action::LotCounted);
		let is_held;
		#[block]
		{
			is_held = Pallet::<T>::changed(&mut step, &stage.holding, true, &changes)?;
		}
		assert!(is_held);
		// Those of commissions but for the demand, and the four of the chain.
		let left = supervisors().saturating_sub(1).saturating_add(MAX_CHAIN_HOLDS);
		assert_eq!(stage.holds().len() as u32, left);
		Ok(())
	}

	#[benchmark]
	fn issue_recall(l: Linear<1, MAX_NAMED>) -> Result<(), BenchmarkError> {
		// How many have some of the lots makes no difference: no holding is read.
		let stage = Stage::<T>::new()?;
		let class = T::BenchmarkHelper::class();
		let issuer = T::Directory::institution_of(&stage.supervisor);
		let issuer = issuer.ok_or(BenchmarkError::Stop("the commission is there"))?;
		let issuer = Issuer::Supervisor(issuer);
		let mut lots = vec![];
		for number in 0..l {
			let maker: T::AccountId = account("maker", number, 0);
			let maker = T::BenchmarkHelper::institution(&maker);
			let lot = T::BenchmarkHelper::lot_of(maker, class, STOCK);
			crowd_out::<T>(lot);
			NamedBy::<T>::insert(lot, issuer, put_recall::<T>(issuer, RecallState::Closed));
			lots.push(lot);
		}
		Rests::<T>::insert(issuer, 1);
		let lots = NamedLots::truncate_from(lots);
		let recall = NextRecallId::<T>::get();
		let who = stage.supervisor.clone();
		#[extrinsic_call]
		_(
			RawOrigin::Signed(who),
			lots,
			RecallSeverity::I,
			RecallAction::Destroy,
			H256::repeat_byte(1),
			T::MaxAnswer::get(),
		);
		assert_eq!(stored::<T>(recall)?.awaited, l);
		assert_eq!(RecalledLots::<T>::iter_key_prefix(recall).count() as u32, l);
		Ok(())
	}

	#[benchmark]
	fn acknowledge_recall() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new()?;
		let recall = put_recall::<T>(Issuer::Governance, RecallState::Standing);
		let institution = stage.holding.custodian;
		put_answered::<T>(recall, institution);
		let who = stage.keeper.clone();
		#[extrinsic_call]
		_(RawOrigin::Signed(who), recall, UNITS, UNITS / 2, document(), event());
		let answer = Duties::<T>::get(recall, institution).and_then(|duty| duty.answer);
		assert_eq!(answer.map(|answer| answer.done), Some(UNITS / 2));
		Ok(())
	}

	#[benchmark]
	fn close_recall() -> Result<(), BenchmarkError> {
		// How many lots it holds makes no difference, nor how many it has asked.
		let stage = CaseStage::<T>::new(Contents::of(0))?;
		let issuer = T::Directory::institution_of(&stage.stage.supervisor);
		let issuer = issuer.ok_or(BenchmarkError::Stop("the commission is there"))?;
		// It spreads: its turn is another one from now on.
		let recall = put_recall::<T>(Issuer::Supervisor(issuer), RecallState::Spreading);
		let who = stage.supervisor.clone();
		#[extrinsic_call]
		_(RawOrigin::Signed(who), recall, reason());
		assert_eq!(stored::<T>(recall)?.state, RecallState::Closing);
		assert!(Rests::<T>::contains_key(Issuer::Supervisor(issuer)));
		Ok(())
	}

	#[benchmark]
	fn forget_recall(d: Linear<0, MAX_FORGOTTEN>) -> Result<(), BenchmarkError> {
		let recall = put_recall::<T>(Issuer::Governance, RecallState::Closed);
		for number in 0..d {
			put_answered::<T>(recall, InstitutionId(number));
		}
		RecallsIssued::<T>::mutate(recall, |recall| {
			recall.iter_mut().for_each(|recall| recall.asked = d);
		});
		let caller: T::AccountId = account("anybody", 0, 0);
		T::BenchmarkHelper::institution(&caller);
		let duties;
		// The call itself, save that no benchmark can prune the trail.
		#[block]
		{
			T::Access::anyone(RawOrigin::Signed(caller).into())?;
			duties = Pallet::<T>::do_forget_recall(recall, |newest| {
				let _asked = T::Trail::is_pruned(newest);
				true
			})?;
		}
		assert_eq!(duties, d);
		assert!(!RecallsIssued::<T>::contains_key(recall));
		Ok(())
	}

	#[benchmark]
	fn look() {
		let recall = put_recall::<T>(Issuer::Governance, RecallState::Closing);
		let found;
		#[block]
		{
			found = Pallet::<T>::next_turn(None).filter(|_| Pallet::<T>::may_carry_on());
		}
		assert_eq!(found.map(|turn| turn.recall), Some(recall));
	}

	#[benchmark]
	fn advance() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		// Of a maker, whose unfinished recalls are counted.
		let id = put_recall::<T>(Issuer::Maker(InstitutionId(0)), RecallState::Spreading);
		put_on::<T>(id, LotId(u64::MAX));
		let caller: T::AccountId = account("anybody", 0, 0);
		T::BenchmarkHelper::institution(&caller);
		// The call itself, save that nothing is done but noting that nothing is left.
		#[block]
		{
			T::Access::anyone(RawOrigin::Signed(caller).into())?;
			let mut recall = stored::<T>(id)?;
			let mut step = step::<T>(Action::RecallAdvanced);
			Pallet::<T>::work(&mut step, (id, &mut recall), 0)?;
			Pallet::<T>::newest_stage(id, &recall);
			Pallet::<T>::set_state(id, &mut recall, RecallState::Standing);
			Pallet::<T>::save_recall(&mut step, id, recall)?;
		}
		assert_eq!(Unfinished::<T>::iter().count(), 0);
		Ok(())
	}

	#[benchmark]
	fn mark_lot() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new()?;
		let lot = stage.holding.lot;
		crowd_out::<T>(lot);
		let id = put_recall::<T>(Issuer::Governance, RecallState::Spreading);
		let parent = LotId(u64::MAX);
		put_on::<T>(id, parent);
		let mut recall = stored::<T>(id)?;
		let mut step = step::<T>(Action::RecallAdvanced);
		#[block]
		{
			Pallet::<T>::newest_stage(id, &recall);
			T::Lots::offspring(parent, None, 1);
			Pallet::<T>::mark_lot(&mut step, (id, &mut recall), lot)?;
			Pallet::<T>::put_stage(id, (0, parent), WalkStage::Offspring(Some(lot)));
		}
		assert!(RecalledLots::<T>::contains_key(id, lot));
		assert_eq!(recall.walk, 2);
		Ok(())
	}

	#[benchmark]
	fn see_lot() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new()?;
		let lot = stage.holding.lot;
		let id = put_recall::<T>(Issuer::Governance, RecallState::Spreading);
		put_on::<T>(id, lot);
		let mut recall = stored::<T>(id)?;
		let mut step = step::<T>(Action::RecallAdvanced);
		let is_new;
		#[block]
		{
			T::Lots::offspring(LotId(u64::MAX), None, 1);
			is_new = Pallet::<T>::mark_lot(&mut step, (id, &mut recall), lot)?;
		}
		assert!(!is_new);
		Ok(())
	}

	#[benchmark]
	fn ask_holder() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new()?;
		let HoldingKey { lot, custodian, .. } = stage.holding;
		let id = put_recall::<T>(Issuer::Governance, RecallState::Spreading);
		put_on::<T>(id, lot);
		let mut recall = stored::<T>(id)?;
		#[block]
		{
			Pallet::<T>::newest_stage(id, &recall);
			let reached_at = Pallet::<T>::reached_at(id, lot).unwrap_or_default();
			for (custody, _) in T::Lots::holdings(lot, None, 1) {
				Pallet::<T>::ask_holder((id, &mut recall), custody, reached_at);
				Pallet::<T>::put_stage(id, (0, lot), WalkStage::Holders(Some(custody)));
			}
		}
		assert!(Duties::<T>::contains_key(id, custodian));
		Ok(())
	}

	#[benchmark]
	fn free_lot() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new()?;
		let lot = stage.holding.lot;
		crowd::<T>(lot);
		let id = put_recall::<T>(Issuer::Governance, RecallState::Closing);
		put_on::<T>(id, lot);
		let maker = Issuer::Maker(InstitutionId(0));
		let next = put_recall::<T>(maker, RecallState::Standing);
		put_waiting::<T>(next, lot);
		let holds = HoldSet::truncate_from(by_commissions::<T>(MAX_HOLDS));
		HoldsOn::<T>::insert(HoldPlace::Lot(lot), holds);
		let mut recall = stored::<T>(id)?;
		let mut step = step::<T>(Action::RecallAdvanced);
		#[block]
		{
			for (lot, _) in Pallet::<T>::lots_of(id, None).take(1) {
				Pallet::<T>::leave_lot(&mut step, (id, &mut recall), lot)?;
			}
		}
		assert!(!RecalledLots::<T>::contains_key(id, lot));
		assert_eq!(stored::<T>(next)?.state, RecallState::Spreading);
		Ok(())
	}

	#[benchmark]
	fn moved(
		s: Linear<0, HALF_OF_RECALLS>,
		a: Linear<0, HALF_OF_RECALLS>,
	) -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new()?;
		let HoldingKey { lot, custodian, .. } = stage.holding;
		for number in 0..s.saturating_add(a) {
			let recall = put_recall::<T>(Issuer::Governance, RecallState::Standing);
			put_on::<T>(recall, lot);
			if number < s {
				// It answered after the recall had reached the lot, and has less now.
				let at = NOW.saturating_add(1);
				let answer = Some(Answer { found: UNITS, done: UNITS, document: document(), at });
				let duty = Duty { asked_at: NOW, answer, is_open: false };
				Duties::<T>::insert(recall, custodian, duty);
			}
		}
		#[block]
		{
			Pallet::<T>::ask_of_moved(&stage.holding, 2, 1);
		}
		assert_eq!(DutiesOf::<T>::iter_key_prefix(custodian).count() as u32, a);
		Ok(())
	}

	#[benchmark]
	fn open_case() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::new()?;
		// A lot that has a record.
		stage.with_stock(|_, _| Ok(()))?;
		let subject = Subject::Lot(stage.holding.lot);
		let (who, party) = (stage.supervisor.clone(), stage.holding.custodian);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), subject, party, reason(), document());
		let case = Cases::<T>::get(CaseId(0)).map(|case| case.attached_by_supervisor);
		assert_eq!(case, Some(1));
		Ok(())
	}

	#[benchmark]
	fn demand_count() -> Result<(), BenchmarkError> {
		let stage = CaseStage::<T>::new(Contents::all_but_one())?;
		stage.fill();
		let (who, case) = (stage.supervisor.clone(), stage.case);
		let lot = stage.stage.holding.lot;
		let by = NOW.saturating_add(T::MaxDemand::get());
		#[extrinsic_call]
		_(RawOrigin::Signed(who), case, lot, by);
		assert_eq!(stage.stage.holds().len() as u32, MAX_HOLDS);
		assert_eq!(stage.known()?.demands, MAX_DEMANDS);
		Ok(())
	}

	#[benchmark]
	fn attach_document() -> Result<(), BenchmarkError> {
		let stage = CaseStage::<T>::new(Contents::all_but_one())?;
		let (who, case) = (stage.supervisor.clone(), stage.case);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), case, H256::repeat_byte(7));
		assert_eq!(
			u32::from(stage.known()?.documents()),
			u32::from(MAX_ATTACHED).saturating_mul(2)
		);
		Ok(())
	}

	#[benchmark]
	fn acknowledge_document() -> Result<(), BenchmarkError> {
		let stage = CaseStage::<T>::new(Contents::of(MAX_OF_CASE))?;
		let (who, case) = (stage.supervisor.clone(), stage.case);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), case, 0);
		let document = Documents::<T>::get(case, 0).and_then(|document| document.acknowledged_at);
		assert_eq!(document, Some(NOW));
		Ok(())
	}

	#[benchmark]
	fn order_hold() -> Result<(), BenchmarkError> {
		let stage = CaseStage::<T>::new(Contents::of(MAX_OF_CASE))?;
		stage.fill();
		let (who, case, place) = (stage.supervisor.clone(), stage.case, stage.stage.place());
		#[extrinsic_call]
		_(RawOrigin::Signed(who), case, place, HoldKind::Legal, reason(), document());
		assert_eq!(stage.stage.holds().len() as u32, MAX_HOLDS);
		Ok(())
	}

	#[benchmark]
	fn end_case() -> Result<(), BenchmarkError> {
		let stage = CaseStage::<T>::new(Contents::of(MAX_OF_CASE))?;
		let (who, case) = (stage.supervisor.clone(), stage.case);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), case, CaseEnd::Voided, reason());
		assert_eq!(stage.known()?.ended.map(|ended| ended.how), Some(CaseEnd::Voided));
		Ok(())
	}

	#[benchmark]
	fn forget_case(e: Linear<0, MAX_OF_CASE>) -> Result<(), BenchmarkError> {
		let stage = CaseStage::<T>::new(Contents::of(e))?;
		let case = stage.case;
		let entry = stage.known()?;
		let mut step = step::<T>(Action::CaseVoided);
		Pallet::<T>::put_case_to_end(&mut step, case, entry, CaseEnd::Voided, reason())?;
		let caller: T::AccountId = account("anybody", 0, 0);
		T::BenchmarkHelper::institution(&caller);
		let entries;
		// The call itself, save that no benchmark can prune the trail.
		#[block]
		{
			T::Access::anyone(RawOrigin::Signed(caller).into())?;
			entries = Pallet::<T>::do_forget_case(case, |newest| {
				let _asked = T::Trail::is_pruned(newest);
				true
			})?;
		}
		assert_eq!(entries, e);
		assert!(!Cases::<T>::contains_key(case));
		Ok(())
	}

	#[benchmark]
	fn give_count() -> Result<(), BenchmarkError> {
		let stage = CaseStage::<T>::new(Contents::of(MAX_OF_CASE))?;
		let (case, number) = (stage.case, MAX_DEMANDS.saturating_sub(1));
		let mut step = step::<T>(Action::LotCounted);
		#[block]
		{
			Pallet::<T>::give_count(&mut step, case, number, STOCK)?;
		}
		let counted = Demands::<T>::get(case, number).and_then(|demand| demand.counted);
		assert_eq!(counted, Some((STOCK, NOW)));
		Ok(())
	}

	impl_benchmark_test_suite! {
		Pallet,
		crate::mock::stage(),
		crate::mock::Test,
	}
}
