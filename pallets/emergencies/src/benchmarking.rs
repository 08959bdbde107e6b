//! Worst cases, one for each branch that costs differently: declarations name as much as they may, the list of
//! what was not ratified is full, and regions lie in as many others as are looked at; an allocation has as many
//! needs, offers and places as may be.
//!
//! They need a clock that can be turned, which is why they ask for the timestamp pallet; the pallet itself
//! does not.

#![cfg(feature = "runtime-benchmarks")]

use crate::{
	Config, Covers, Declaration, Emergencies, Emergency, Hasty, NextEmergencyId, Pallet,
	Unratified, UnratifiedList, MAX_CLASSES, MAX_REGIONS, MAX_UNRATIFIED,
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::{
	account,
	v2::{benchmarks, BenchmarkError},
};
use frame_support::BoundedVec;
use salus_primitives::{
	time::DAY, Act, Action, Actor, Authority, BenchmarkHelper, ClassId, EmergencyId, Geography,
	Moment, RecordId, RegionCode, Severity, Step,
};

/// Noon of 23 January 2020, in milliseconds.
pub(crate) const NOW: Moment = 1_579_780_800_000;
pub(crate) const UNTIL: Moment = NOW + DAY;

fn turn_to<T: pallet_timestamp::Config<Moment = u64>>(now: Moment) {
	pallet_timestamp::Now::<T>::put(now);
}

/// Regions that are there, ascending.
fn regions<T: Config>(first: u32, count: u32) -> Vec<RegionCode> {
	(first..first.saturating_add(count)).map(T::BenchmarkHelper::region).collect()
}

/// Classes that are there, ascending.
fn classes<T: Config>(count: u32) -> Vec<ClassId> {
	(0..count).map(|_| T::BenchmarkHelper::class()).collect()
}

pub(crate) fn declaration(
	regions: &[RegionCode],
	classes: &[ClassId],
	until: Moment,
) -> Declaration {
	Declaration {
		regions: BoundedVec::truncate_from(regions.to_vec()),
		classes: BoundedVec::truncate_from(classes.to_vec()),
		severity: Severity::Serious,
		until,
	}
}

/// Enters an emergency without what it covers, and without its place in the list.
pub(crate) fn put<T: Config>(declaration: Declaration, hasty: Hasty) -> EmergencyId {
	let id = NextEmergencyId::<T>::get();
	NextEmergencyId::<T>::put(id.next().unwrap_or_default());
	let emergency = Emergency {
		declaration,
		declared_at: 0,
		hasty,
		ended: None,
		covers: 1,
		allocations: 0,
		newest_record: Some(RecordId(0)),
	};
	Emergencies::<T>::insert(id, emergency);
	id
}

/// Has another emergency in force for a class in each region of a lineage, whatever the time is; each names as
/// much as one declaration does.
pub(crate) fn put_in_force<T: Config>(region: &RegionCode, class: ClassId) {
	for place in T::Geography::lineage(region) {
		let regions = vec![place.clone(); MAX_REGIONS as usize];
		let classes = vec![class; MAX_CLASSES as usize];
		let declared = declaration(&regions, &classes, Moment::MAX);
		let id = put::<T>(declared, Hasty::Pending { ratify_by: Moment::MAX });
		Covers::<T>::insert(place, class, id);
	}
}

/// Lists one that has cooled, and as many as there is room for beside it and another one, each of which names
/// as many regions of its own as may be, behind the first ones. They are not in force, and have not cooled.
fn fill_list<T: Config>(named: &[ClassId]) {
	let entered = |first: u32, until: Moment| {
		let declared = declaration(&regions::<T>(first, MAX_REGIONS), named, until);
		put::<T>(declared, Hasty::Pending { ratify_by: until })
	};
	let others = (1..MAX_UNRATIFIED).map(|number| entered(number.saturating_mul(MAX_REGIONS), NOW));
	let list: Vec<_> = core::iter::once(entered(0, 1)).chain(others).collect();
	Unratified::<T>::put(UnratifiedList::truncate_from(list));
}

fn act<T: Config>(by: Authority) -> Act<T::AccountId> {
	Act::by(Actor::Authority(by))
}

/// Somebody who signs, as an agent.
fn caller<T: Config>() -> T::AccountId {
	let caller: T::AccountId = account("caller", 0, 0);
	T::BenchmarkHelper::institution(&caller);
	caller
}

fn step<T: Config>(action: Action) -> Step<T::AccountId> {
	Step::new(act::<T>(Authority::Assembly), action, &())
}

/// Has an authority declare as much as one declaration names, while others fill the list. Answers with the
/// emergency.
fn declared<T: Config>(by: Authority) -> Result<EmergencyId, BenchmarkError> {
	let named = classes::<T>(MAX_CLASSES);
	fill_list::<T>(&named);
	let declared = declaration(&regions::<T>(0, MAX_REGIONS), &named, UNTIL);
	let id = NextEmergencyId::<T>::get();
	Pallet::<T>::do_declare(act::<T>(by), declared)?;
	Ok(id)
}

#[benchmarks(where T: pallet_timestamp::Config<Moment = u64>)]
mod benchmarks {
	use super::{
		act, caller, classes, declaration, declared, fill_list, put, put_in_force, regions, step,
		turn_to, NOW, UNTIL,
	};
	use crate::{
		allocations::{
			benchmarking::{
				lines, listed_needs, listed_offers, put_facts, put_made, stored, Scene, UNITS,
			},
			Room,
		},
		proofs::{
			self,
			benchmarking::{candidate, deciding, drawn, planned},
			BarList, PlanBars,
		},
		Allocation, AllocationEnding, Allocations, Archived, BarredPairs, BarredSets, Call,
		Candidates, Config, Covers, Emergencies, EmergencyEnding, FrozenNeeds, FrozenOffers, Hasty,
		LineOutcome, Lines, Method, NeedSet, NextAllocationId, OpensFrom, Outcomes, Pallet,
		Running, Stage, Unratified, MAX_ARCHIVED, MAX_CLASSES, MAX_LINES, MAX_REGIONS, MAX_RUNNING,
		MAX_SIDE, MAX_UNRATIFIED,
	};
	use alloc::vec::Vec;
	use frame_benchmarking::{account, impl_test_function, BenchmarkError};
	use frame_support::{
		pallet_prelude::TransactionSource,
		traits::{EnsureOrigin, Get},
		weights::{Weight, WeightMeter},
	};
	use frame_system::RawOrigin;
	use salus_analysis::transport::{self as proven, Pair};
	use salus_primitives::{
		Access, Action, AllocationId, Authority, BenchmarkHelper, ClassId, Freezes, Matching,
		Matter, Moment, NeedId, OnRatified, OnTransfer, RecordId, Trail, TransferId,
	};
	use salus_solver::transport;
	use sp_runtime::DispatchError;

	// Each of the regions that are looked at is in the proof, and most of the proof is shared by them: the sum
	// of what each would need alone is many times as much. What they are parts of is the same for all, as it
	// mostly is for the regions of a country.
	#[benchmark(pov_mode = Measured)]
	fn declare(r: Linear<1, MAX_REGIONS>, c: Linear<1, MAX_CLASSES>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let all = regions::<T>(0, MAX_REGIONS);
		let named = classes::<T>(MAX_CLASSES);
		let declared = declaration(&all[..r as usize], &named[..c as usize], UNTIL);
		for (region, class) in declared.pairs() {
			let over = put::<T>(declaration(&all, &named, NOW), Hasty::No);
			Covers::<T>::insert(region, class, over);
		}
		fill_list::<T>(&named);
		let origin = T::DeclarationOrigin::try_successful_origin()
			.map_err(|()| BenchmarkError::Stop("nobody declares"))?;
		let pairs = declared.pairs().count();
		// The call itself, by the council in any case.
		#[block]
		{
			T::DeclarationOrigin::ensure_origin(origin).map_err(DispatchError::from)?;
			Pallet::<T>::do_declare(act::<T>(Authority::Council), declared.clone())?;
		}
		let id =
			Covers::<T>::get(&all[0], named[0]).ok_or(BenchmarkError::Stop("nothing covers"))?;
		let covers = Emergencies::<T>::get(id).map(|emergency| usize::from(emergency.covers));
		assert_eq!(covers, Some(pairs));
		assert_eq!(Unratified::<T>::get().last(), Some(&id));
		assert_eq!(Unratified::<T>::get().len() as u32, MAX_UNRATIFIED);
		Ok(())
	}

	#[benchmark]
	fn call_off() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let id = declared::<T>(Authority::Council)?;
		let origin = T::DeclarationOrigin::try_successful_origin()
			.map_err(|()| BenchmarkError::Stop("nobody calls off"))?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);
		let ended = Emergencies::<T>::get(id).and_then(|emergency| emergency.ended);
		assert_eq!(ended, Some((EmergencyEnding::CalledOff, NOW)));
		Ok(())
	}

	#[benchmark]
	fn prolong() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let id = declared::<T>(Authority::Assembly)?;
		let origin = T::ProlongOrigin::try_successful_origin()
			.map_err(|()| BenchmarkError::Stop("nobody prolongs"))?;
		let until = UNTIL.saturating_add(1);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, until);
		let known = Emergencies::<T>::get(id).map(|emergency| emergency.declaration.until);
		assert_eq!(known, Some(until));
		Ok(())
	}

	#[benchmark]
	fn close() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let id = declared::<T>(Authority::Council)?;
		turn_to::<T>(UNTIL.saturating_add(T::Cooling::get()));
		let caller = caller::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);
		assert_eq!(Emergencies::<T>::get(id).map(|emergency| emergency.covers), Some(0));
		Ok(())
	}

	#[benchmark]
	fn forget() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let id = declared::<T>(Authority::Council)?;
		turn_to::<T>(UNTIL.saturating_add(T::Cooling::get()));
		Pallet::<T>::do_close(act::<T>(Authority::Council), id)?;
		let declared = Emergencies::<T>::get(id).map(|emergency| emergency.declaration);
		for class in declared.ok_or(BenchmarkError::Stop("it is stored"))?.classes {
			OpensFrom::<T>::insert(id, class, NOW);
		}
		let caller = caller::<T>();
		// The call itself, save that no benchmark can prune the trail.
		#[block]
		{
			T::Access::anyone(RawOrigin::Signed(caller).into())?;
			Pallet::<T>::do_forget_emergency(id, |newest| {
				let _asked = T::Trail::is_pruned(newest);
				true
			})?;
		}
		assert!(!Emergencies::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn severity() {
		turn_to::<T>(NOW);
		let class = T::BenchmarkHelper::class();
		let region = T::BenchmarkHelper::region(0);
		put_in_force::<T>(&region, class);
		let known;
		#[block]
		{
			known = <Pallet<T> as salus_primitives::Emergencies>::severity(&region, class);
		}
		assert!(known.is_some());
	}

	#[benchmark]
	fn ratified() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let id = declared::<T>(Authority::Council)?;
		#[block]
		{
			<Pallet<T> as OnRatified>::ratified(Matter::Emergency(id));
		}
		let known = Emergencies::<T>::get(id).map(|emergency| emergency.hasty);
		assert_eq!(known, Some(Hasty::Ratified));
		Ok(())
	}

	#[benchmark]
	fn open_allocation() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		for number in 1..MAX_RUNNING {
			let stage = Stage::Apportioning;
			let id = scene.allocation::<T>(stage, (Vec::new(), Vec::new()), Vec::new());
			Allocations::<T>::mutate_extant(id, |other| {
				other.class = ClassId(u32::MAX.saturating_sub(number));
			});
		}
		OpensFrom::<T>::insert(scene.emergency, scene.class, 0);
		let region = scene.lineage.first().cloned();
		let region = region.ok_or(BenchmarkError::Stop("institutions are somewhere"))?;
		let who: T::AccountId = account("commission", 0, 0);
		T::BenchmarkHelper::commission(region, &who);
		let id = NextAllocationId::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(who), scene.emergency, scene.class);
		assert!(Running::<T>::get().contains(&id));
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn gather_needs(n: Linear<1, 64>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let needs = scene.needs::<T>(n);
		let stage = Stage::GatheringNeeds { after: None, looked: 0 };
		let listed = listed_needs(&[], MAX_SIDE);
		let id = scene.allocation::<T>(stage, (listed, Vec::new()), Vec::new());
		scene.free_needs::<T>(&needs);
		let first = needs.first().ok_or(BenchmarkError::Stop("there is a need"))?;
		put_facts::<T>((id, scene.class), first.1)?;
		let caller = caller::<T>();
		#[extrinsic_call]
		advance(RawOrigin::Signed(caller), id, 1);
		for (_, need) in needs {
			assert_eq!(FrozenNeeds::<T>::get(need), Some(id));
		}
		Ok(())
	}

	// Each offer may go to every need, as the last thing that is asked tells.
	#[benchmark(pov_mode = Measured)]
	fn gather_offers(n: Linear<1, 64>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let needs = scene.needs::<T>(1);
		let offers = scene.offers::<T>(n);
		let stage = Stage::GatheringOffers { after: None, looked: 0 };
		// What is listed expires later than what there is.
		let listed = (listed_needs(&[], MAX_SIDE), listed_offers(&[], MAX_SIDE));
		let id = scene.allocation::<T>(stage, listed, Vec::new());
		scene.free_offers::<T>(&offers);
		let first = needs.first().ok_or(BenchmarkError::Stop("there is a need"))?;
		put_facts::<T>((id, scene.class), first.1)?;
		let caller = caller::<T>();
		#[extrinsic_call]
		advance(RawOrigin::Signed(caller), id, 1);
		for (_, offer) in offers {
			assert_eq!(FrozenOffers::<T>::get(offer), Some(id));
		}
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn apportion(o: Linear<1, MAX_SIDE>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let mut offers = listed_offers(&[], o);
		for (number, offer) in (0u16..).zip(&mut offers) {
			offer.keep_from(number);
			// Not enough for all of them.
			offer.left = UNITS;
		}
		let listed = (listed_needs(&[], MAX_SIDE), offers);
		let id = scene.allocation::<T>(Stage::Apportioning, listed, Vec::new());
		let caller = caller::<T>();
		#[extrinsic_call]
		advance(RawOrigin::Signed(caller), id, 1);
		assert_ne!(stored::<T>(id)?.stage, Stage::Apportioning);
		Ok(())
	}

	// The last ones of a plan that is as long as it may be. They fall under no rule.
	#[benchmark(pov_mode = Measured)]
	fn ask_rules(l: Linear<0, 64>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let (needs, offers) = (scene.needs::<T>(l), scene.offers::<T>(l));
		let listed = (listed_needs(&needs, MAX_SIDE), listed_offers(&offers, MAX_SIDE));
		let asked = MAX_LINES.saturating_sub(l) as u16;
		let id = deciding::<T>(&scene, listed, Some((candidate(l), asked)));
		let caller = caller::<T>();
		// The call itself, save that it may ask about more lines.
		#[block]
		{
			T::Access::anyone(RawOrigin::Signed(caller).into())?;
			let mut known = stored::<T>(id)?;
			let room = Room { lines: l, weight: Weight::MAX };
			Pallet::<T>::take_step((id, &mut known), room)?;
		}
		assert_eq!(stored::<T>(id)?.stage, Stage::CarryingOut { next: 0 });
		Ok(())
	}

	// One pair of a plan that stands, about which the rules are asked both questions, or none. It falls under as
	// many as may be. They allow it: no benchmark can have them forbid it.
	#[benchmark(pov_mode = Measured)]
	fn bar(p: Linear<0, 1>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let (needs, offers) = (scene.needs::<T>(1), scene.offers::<T>(1));
		let (need, offer) = (needs.first(), offers.first());
		let (need, offer) = need.zip(offer).ok_or(BenchmarkError::Stop("there is a pair"))?;
		T::Matching::fill_rules(offer.1, need.1);
		let listed = (listed_needs(&needs, MAX_SIDE), listed_offers(&offers, MAX_SIDE));
		let id = deciding::<T>(&scene, listed, Some((candidate(1), 0)));
		let fingerprint = stored::<T>(id)?.fingerprint.unwrap_or_default();
		let bars = BarList::truncate_from([Pair { supply: 0, demand: 0 }].into());
		let caller = caller::<T>();
		#[block]
		{
			let act = T::Access::anyone(RawOrigin::Signed(caller).into())?;
			let arguments = (id, fingerprint, &bars);
			Pallet::<T>::do_post_bars(act, (id, fingerprint), &bars, &arguments, |offer, need| {
				for quantity in [1, offer.left].into_iter().take(2 * p as usize) {
					let _asked = T::Matching::ask_rules(offer.offer, need.need, quantity);
				}
				true
			})?;
		}
		let stage = stored::<T>(id)?.stage;
		assert!(matches!(stage, Stage::Deciding { asked: None, .. }));
		Ok(())
	}

	// One more pair of a plan that stands, where as much is barred already as may be.
	#[benchmark(pov_mode = Measured)]
	fn enter_bars() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let listed = (listed_needs(&[], MAX_SIDE), listed_offers(&[], MAX_SIDE));
		let id = deciding::<T>(&scene, listed, Some((candidate(1), 0)));
		let mut known = stored::<T>(id)?;
		let (needs, offers) = (Pallet::<T>::asked_by(id), Pallet::<T>::given_by(id));
		let pair = Pair { supply: 0, demand: 0 };
		#[block]
		{
			let parties = (&needs[..], &offers[..]);
			Pallet::<T>::dismiss_candidate((id, &mut known), Moment::MAX, parties, pair);
			Pallet::<T>::enter_bars((id, &mut known), offers, &[pair]);
		}
		assert!(!Candidates::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn admit() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let (_, mut plan) = planned::<T>(&scene, MAX_SIDE, MAX_LINES);
		let listed = (listed_needs(&[], MAX_SIDE), listed_offers(&[], MAX_SIDE));
		plan.allocation = deciding::<T>(&scene, listed, Some((candidate(1), 0)));
		let last = Pair { supply: 0, demand: 0 };
		plan.bars = PlanBars::truncate_from(proofs::benchmarking::bars(last));
		let most = Pallet::<T>::largest_bars_of(&plan) as usize;
		let surplus = plan.bars.len().saturating_sub(most);
		plan.bars.as_mut().rotate_left(surplus);
		plan.bars.truncate(most);
		let admitted;
		#[block]
		{
			admitted = Pallet::<T>::authorize_plan(TransactionSource::InBlock, &plan, &0);
		}
		assert!(admitted.is_ok());
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn post_plan_64(f: Linear<1, 127>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let (id, plan) = planned::<T>(&scene, 64, f);
		let caller = caller::<T>();
		#[extrinsic_call]
		submit_plan(RawOrigin::Signed(caller), plan);
		assert_eq!(Candidates::<T>::get(id).map(|lines| lines.len() as u32), Some(f));
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn post_plan_256(f: Linear<1, 511>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let (id, plan) = planned::<T>(&scene, 256, f);
		let caller = caller::<T>();
		#[extrinsic_call]
		submit_plan(RawOrigin::Signed(caller), plan);
		assert_eq!(Candidates::<T>::get(id).map(|lines| lines.len() as u32), Some(f));
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn post_plan_512(f: Linear<1, MAX_LINES>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let (id, plan) = planned::<T>(&scene, MAX_SIDE, f);
		let caller = caller::<T>();
		#[extrinsic_call]
		submit_plan(RawOrigin::Signed(caller), plan);
		assert_eq!(Candidates::<T>::get(id).map(|lines| lines.len() as u32), Some(f));
		Ok(())
	}

	// Each offer may go to the last need alone, so that every other one is looked at before.
	#[benchmark(pov_mode = Measured)]
	fn greedy(o: Linear<1, 64>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let mut offers = listed_offers(&[], MAX_SIDE);
		for (number, offer) in (0u32..).zip(&mut offers) {
			offer.pairs = [0, 0, 0, 0, 0, 0, 0, 1 << 63];
			offer.left = u64::from(number < o);
		}
		let listed = (listed_needs(&[], MAX_SIDE), offers);
		let id = scene.allocation::<T>(Stage::Greedy { taken: 0 }, listed, Vec::new());
		let caller = caller::<T>();
		// The call itself, save that it may ask about more pairs.
		#[block]
		{
			T::Access::anyone(RawOrigin::Signed(caller).into())?;
			let mut known = stored::<T>(id)?;
			let room = Room { lines: MAX_SIDE, weight: Weight::MAX };
			Pallet::<T>::take_step((id, &mut known), room)?;
		}
		assert_eq!(Lines::<T>::get(id).len() as u32, o);
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn carry_out(l: Linear<1, 32>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let (needs, offers) = (scene.needs::<T>(l), scene.offers::<T>(l));
		let listed = (listed_needs(&needs, MAX_SIDE), listed_offers(&offers, MAX_SIDE));
		let stage = Stage::CarryingOut { next: 0 };
		let id = scene.allocation::<T>(stage, listed, lines(MAX_SIDE, MAX_LINES));
		let caller = caller::<T>();
		// The call itself, save that it may carry out more lines.
		#[block]
		{
			T::Access::anyone(RawOrigin::Signed(caller).into())?;
			let mut known = stored::<T>(id)?;
			let room = Room { lines: l, weight: Weight::MAX };
			Pallet::<T>::take_step((id, &mut known), room)?;
		}
		for line in 0..l as u16 {
			assert!(matches!(Outcomes::<T>::get(id, line), Some(LineOutcome::Made { .. })));
		}
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn escalate(n: Linear<1, 64>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let needs = scene.needs::<T>(n);
		let listed = (listed_needs(&needs, n), Vec::new());
		let id = scene.allocation::<T>(Stage::Escalating { next: 0 }, listed, Vec::new());
		let caller = caller::<T>();
		#[extrinsic_call]
		advance(RawOrigin::Signed(caller), id, 1);
		assert_eq!(stored::<T>(id)?.stage, Stage::Summing);
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn sum(n: Linear<1, MAX_SIDE>, l: Linear<1, MAX_LINES>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let listed = (listed_needs(&[], n), listed_offers(&[], MAX_SIDE));
		let id = scene.allocation::<T>(Stage::Summing, listed, lines(n, l));
		Allocations::<T>::mutate_extant(id, |allocation: &mut Allocation| {
			allocation.method = Some(Method::Proven);
		});
		let caller = caller::<T>();
		#[extrinsic_call]
		advance(RawOrigin::Signed(caller), id, 1);
		assert!(stored::<T>(id)?.quality.is_some());
		Ok(())
	}

	#[benchmark(pov_mode = Measured)]
	fn archive(l: Linear<1, MAX_ARCHIVED>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let how = AllocationEnding::Allocated;
		let listed = (listed_needs(&[], MAX_SIDE), listed_offers(&[], MAX_SIDE));
		let stage = Stage::Ended { how, at: NOW };
		let id = scene.allocation::<T>(stage, listed, lines(MAX_SIDE, l));
		put_made::<T>(id, l);
		let barred = [NeedSet::default(); MAX_SIDE as usize];
		BarredPairs::<T>::insert(id, BarredSets::truncate_from(barred.into()));
		Allocations::<T>::mutate_extant(id, |allocation: &mut Allocation| {
			allocation.carried_out = allocation.lines;
			// They are stored, and go with the last lines.
			(allocation.needs, allocation.offers) = (0, 0);
		});
		turn_to::<T>(NOW.saturating_add(T::ArchiveAfter::get()));
		let digest = Pallet::<T>::archive_digest(id).unwrap_or_default();
		let caller = caller::<T>();
		#[extrinsic_call]
		archive_allocation(RawOrigin::Signed(caller), id, digest);
		assert!(!Allocations::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn forget_allocation() -> Result<(), BenchmarkError> {
		let caller = caller::<T>();
		let id = AllocationId(0);
		Archived::<T>::insert(id, RecordId(0));
		// The call itself, save that no benchmark can prune the trail.
		#[block]
		{
			T::Access::anyone(RawOrigin::Signed(caller).into())?;
			Pallet::<T>::do_forget_allocation(id, |newest| {
				let _asked = T::Trail::is_pruned(newest);
				true
			})?;
		}
		assert!(!Archived::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn unsent() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let listed = (listed_needs(&[], 1), listed_offers(&[], 1));
		let id = scene.allocation::<T>(Stage::Summing, listed, lines(1, 1));
		put_made::<T>(id, 1);
		let mut step = step::<T>(Action::TransferExpired);
		#[block]
		{
			Pallet::<T>::unsent(&mut step, TransferId(u64::MAX), None, &[])?;
		}
		assert!(matches!(Outcomes::<T>::get(id, 0u16), Some(LineOutcome::Unsent { .. })));
		Ok(())
	}

	#[benchmark]
	fn ask() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let mut step = step::<T>(Action::TransferExpired);
		#[block]
		{
			Pallet::<T>::unsent(&mut step, TransferId(u64::MAX), None, &[])?;
		}
		assert!(step.records().is_empty());
		Ok(())
	}

	#[benchmark]
	fn look() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		for _ in 0..MAX_RUNNING {
			scene.allocation::<T>(Stage::Summing, (Vec::new(), Vec::new()), Vec::new());
		}
		// There is room for the look, and not for a step.
		let mut meter =
			WeightMeter::with_limit(<<T as Config>::WeightInfo as crate::WeightInfo>::look());
		#[block]
		{
			Pallet::<T>::carry_on(&mut meter);
		}
		assert_eq!(Running::<T>::get().len() as u32, MAX_RUNNING);
		Ok(())
	}

	#[benchmark]
	fn wait() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let id = deciding::<T>(&scene, (Vec::new(), Vec::new()), None);
		let mut meter = WeightMeter::new();
		#[block]
		{
			Pallet::<T>::carry_on(&mut meter);
		}
		assert!(matches!(stored::<T>(id)?.stage, Stage::Deciding { .. }));
		Ok(())
	}

	#[benchmark]
	fn freeze_check() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let scene = Scene::new::<T>()?;
		let need = NeedId(u64::MAX);
		let id = scene.allocation::<T>(Stage::Summing, (Vec::new(), Vec::new()), Vec::new());
		FrozenNeeds::<T>::insert(need, id);
		let is_frozen;
		#[block]
		{
			is_frozen = <Pallet<T> as Freezes>::need(need);
		}
		assert!(is_frozen);
		Ok(())
	}

	// What follows weighs nothing: it compares verification with what it saves.

	/// Verifying a plan of `n` needs and as many offers.
	#[benchmark(extra)]
	fn verify_plan(n: Linear<1, MAX_SIDE>) -> Result<(), BenchmarkError> {
		let problem = drawn(n)?;
		let plan = transport::plan(&problem, |_| true);
		let verified;
		#[block]
		{
			verified = proven::verify(&problem, plan.proof(), |_| true);
		}
		assert!(verified.is_ok());
		Ok(())
	}

	/// Finding a plan of `n` needs and as many offers, as the off-chain worker does.
	#[benchmark(extra)]
	fn solve_plan(n: Linear<1, MAX_SIDE>) -> Result<(), BenchmarkError> {
		let problem = drawn(n)?;
		let plan;
		#[block]
		{
			plan = transport::plan(&problem, |_| true);
		}
		assert!(proven::verify(&problem, plan.proof(), |_| true).is_ok());
		Ok(())
	}

	impl_benchmark_test_suite! {
		Pallet,
		crate::mock::stage(),
		crate::mock::Test,
	}
}
