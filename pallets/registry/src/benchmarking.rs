//! The cost of each call, at its worst.

use crate::{
	amend_institution::MAX_ANCESTORS, benchmark_helper, claims, levels, AccountIdLookupOf,
	Admission, Agents, Amendment, ArchivedLots, Books, Call, ClassChange, Classes, Config,
	CountClaim, CountClaims, CountReason, DestroyFrom, DestroyReason, Destruction, InactiveSince,
	Institutions, Invitations, LevelEntry, Levels, LotBook, LotsByOrigin, NextClassId, NextLotId,
	NextSiteNumber, Page, Pallet, RegionSeats, Regions, RepackInput, RepackOutput, Requirement,
	Sites, Suspended, SystemConfig,
};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{traits::EnsureOrigin, BoundedVec};
use frame_system::RawOrigin;
use salus_primitives::{
	time::DAY, Access, Act, Action, Actor, Arrival, BenchmarkHelper, Capability, ClassId, Custody,
	EventClaim, Holding, InstitutionId, LotId, LotStock, Moment, Purpose, Quantity, RecordId, Role,
	Seat, SiteNumber, Source, Step, Trail, WriteOff,
};
use sp_core::{Get, H256};
use sp_runtime::{traits::StaticLookup, DispatchError, DispatchResult};

const PLENTY: Quantity = 1_000_000;

fn accreditation<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AccreditationOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

fn claim<T: Config>() -> Option<EventClaim> {
	Some(EventClaim { at: T::Trail::now(), utc_offset: 480 })
}

/// An institution with licences, one more agent, a site, and a lot.
struct Stage<T: Config> {
	admin: T::AccountId,
	colleague: T::AccountId,
	institution: InstitutionId,
	site: SiteNumber,
	lot: LotId,
}

impl<T: Config> Stage<T> {
	fn set(quantity: Quantity) -> Self {
		let admin: T::AccountId = account("admin", 0, 0);
		let colleague: T::AccountId = account("colleague", 0, 0);
		let institution = <Pallet<T> as BenchmarkHelper<_>>::institution(&admin);
		<Pallet<T> as BenchmarkHelper<_>>::agent(institution, &colleague, Role::Admin);
		let site = <Pallet<T> as BenchmarkHelper<_>>::site(institution);
		let lot = <Pallet<T> as BenchmarkHelper<T::AccountId>>::lot(institution, quantity);
		Self { admin, colleague, institution, site, lot }
	}

	fn signed(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.admin.clone())
	}

	/// An account that the institution has invited.
	fn invited(
		&self,
		roles: impl IntoIterator<Item = Role>,
	) -> Result<T::AccountId, BenchmarkError> {
		let who: T::AccountId = account("another", 0, 0);
		let roles = benchmark_helper::roles(roles);
		Pallet::<T>::invite_agent(self.signed().into(), unlookup::<T>(&who), roles)?;
		Ok(who)
	}

	fn custody(&self) -> Custody {
		Custody::own(self.institution)
	}

	fn holding(&self) -> Holding {
		Pallet::<T>::holding_entry(self.lot, &self.custody()).unwrap_or_default()
	}

	/// Hands all of the lot over into another custody.
	fn give(&self, to: Custody) -> DispatchResult {
		let from = self.custody();
		self.prepare(|book| {
			book.reserve(from, Source::Available, PLENTY)?;
			book.send(from, PLENTY, Purpose::Send)?;
			book.deliver(from, to, PLENTY, Arrival::Usable, None)
		})
	}

	/// Gives all of the lot to another institution, which claims one unit more.
	fn claimed(&self) -> Result<InstitutionId, BenchmarkError> {
		let other = donor::<T>(0);
		self.give(Custody::own(other))?;
		let until = T::Trail::now().saturating_add(T::ClaimPeriod::get());
		let (reason, event) = (CountReason::StockTake, claim::<T>());
		claims::make::<T>(self.lot, other, CountClaim { excess: 1, reason, event, until });
		Ok(other)
	}

	/// Says that the institution has always used as much of the lot's class as a day counts, and for as
	/// many days none as take the most work. Answers with the class, and the moment behind those days.
	fn idle(&self) -> Result<(ClassId, Moment), BenchmarkError> {
		let entry = Pallet::<T>::lot_entry(self.lot).ok_or(BenchmarkError::Stop("no such lot"))?;
		let class = entry.lot.identity.class;
		let now = T::Trail::now();
		let (used, mean) = (levels::MOST_A_DAY, levels::MOST_A_DAY * levels::PARTS);
		let days = levels::MEMORY;
		Levels::<T>::mutate(self.institution, class, |level| {
			let available = level.map_or(0, |level| level.available);
			*level = Some(LevelEntry { available, day: levels::day_of(now), used, mean, days });
		});
		// The day of use itself, and all days that have a power of their own.
		let idle: Moment = 1 << levels::POWERS;
		Ok((class, now.saturating_add(idle.saturating_mul(DAY))))
	}

	/// Changes the books of the lot, before the benchmark begins.
	fn prepare(&self, change: impl FnOnce(&mut LotBook<T>) -> DispatchResult) -> DispatchResult {
		let mut book = LotBook::open(self.lot)?;
		change(&mut book)?;
		let act = Act { institution: Some(self.institution), actor: Actor::Proof };
		book.close(&mut Step::new(act, Action::LotCounted, &self.lot))
	}
}

/// An institution that gives, and does nothing else.
fn donor<T: Config>(number: u32) -> InstitutionId {
	<Pallet<T> as BenchmarkHelper<_>>::institution(&account("donor", number, 0))
}

/// Suspends as many institutions as may be but one: it costs the same whether they
/// exist, and who does so clears up.
fn suspend_others<T: Config>() {
	Suspended::<T>::mutate(|suspended| {
		for place in 1..T::MaxSuspended::get() {
			suspended.try_insert(InstitutionId(u32::MAX - place)).expect("there is room");
		}
	});
}

fn estate_origin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::EstateOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// Winds both parties of a holding up, while as many others as may be are suspended. Who does so
/// clears up.
fn make_estate<T: Config>(custody: &Custody) {
	suspend_others::<T>();
	for party in [custody.custodian, custody.owner] {
		InactiveSince::<T>::insert(party, T::Trail::now());
	}
}

/// Ends what [`make_estate`] did.
fn clear_estate<T: Config>(custody: &Custody) {
	clear_up::<T>();
	for party in [custody.custodian, custody.owner] {
		InactiveSince::<T>::remove(party);
	}
}

/// Reinstates everybody, whether they exist or not.
fn clear_up<T: Config>() {
	for institution in Suspended::<T>::take() {
		InactiveSince::<T>::remove(institution);
	}
}

/// Gives an institution as many agents as it may have.
fn fill_agents<T: Config>(institution: InstitutionId) {
	let stored = Institutions::<T>::get(institution);
	let taken = stored.map_or(0, |stored| stored.agents);
	for number in taken..T::MaxAgents::get() {
		let who: T::AccountId = account("agent", number, 0);
		<Pallet<T> as BenchmarkHelper<_>>::agent(institution, &who, Role::Stock);
	}
}

fn unlookup<T: Config>(who: &T::AccountId) -> AccountIdLookupOf<T> {
	<T as SystemConfig>::Lookup::unlookup(who.clone())
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn register_region() -> Result<(), BenchmarkError> {
		let origin = accreditation::<T>()?;
		let (code, region) = benchmark_helper::region::<T>();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, code.clone(), region);
		assert!(Regions::<T>::contains_key(&code));
		Ok(())
	}

	#[benchmark]
	fn amend_region() -> Result<(), BenchmarkError> {
		let origin = accreditation::<T>()?;
		let (code, region) = benchmark_helper::region::<T>();
		benchmark_helper::store_region::<T>(&code, region);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, code.clone(), 1, None);
		assert_eq!(Regions::<T>::get(&code).map(|entry| entry.region.population), Some(1));
		Ok(())
	}

	#[benchmark]
	fn set_seat() -> Result<(), BenchmarkError> {
		let origin = accreditation::<T>()?;
		let (code, region) = benchmark_helper::region::<T>();
		benchmark_helper::store_region::<T>(&code, region);
		RegionSeats::<T>::insert(&code, Seat { latitude: 0, longitude: 0 });
		let seat = Seat { latitude: -90_000, longitude: -180_000 };
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, code.clone(), Some(seat));
		assert_eq!(RegionSeats::<T>::get(&code), Some(seat));
		Ok(())
	}

	#[benchmark]
	fn admit_institution() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::set(PLENTY);
		let origin = accreditation::<T>()?;
		let admission = benchmark_helper::admission::<T>();
		let admin: T::AccountId = account("another", 0, 0);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, admission, unlookup::<T>(&admin));
		assert!(Invitations::<T>::iter_prefix(&admin).any(|(id, _)| id != stage.institution));
		Ok(())
	}

	#[benchmark]
	fn grant_licence() -> Result<(), BenchmarkError> {
		let Stage { institution, .. } = Stage::<T>::set(PLENTY);
		let origin = accreditation::<T>()?;
		let last =
			Institutions::<T>::get(institution).and_then(|stored| stored.licences.last().cloned());
		let capability = last.map_or(Capability::Ventilation, |licence| licence.capability);
		let expires = Moment::MAX - 1;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, institution, capability, expires, Some(H256::zero()));
		let licences = Institutions::<T>::get(institution).map(|stored| stored.licences);
		assert!(licences.is_some_and(|held| held.iter().any(|licence| licence.expires == expires)));
		Ok(())
	}

	#[benchmark]
	fn revoke_licence() -> Result<(), BenchmarkError> {
		let Stage { institution, .. } = Stage::<T>::set(PLENTY);
		let origin = accreditation::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, institution, Capability::Ventilation);
		let licences = Institutions::<T>::get(institution).map(|stored| stored.licences);
		assert!(licences.is_some_and(|held| held.len() < T::MaxLicences::get() as usize));
		Ok(())
	}

	#[benchmark]
	fn suspend_institution() -> Result<(), BenchmarkError> {
		let Stage { institution, .. } = Stage::<T>::set(PLENTY);
		let origin = accreditation::<T>()?;
		suspend_others::<T>();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, institution);
		assert!(Suspended::<T>::get().contains(&institution));
		clear_up::<T>();
		Ok(())
	}

	#[benchmark]
	fn reinstate_institution() -> Result<(), BenchmarkError> {
		let Stage { institution, .. } = Stage::<T>::set(PLENTY);
		let origin = accreditation::<T>()?;
		suspend_others::<T>();
		Pallet::<T>::suspend_institution(origin.clone(), institution)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, institution);
		assert!(!Suspended::<T>::get().contains(&institution));
		clear_up::<T>();
		Ok(())
	}

	#[benchmark]
	fn register_class() -> Result<(), BenchmarkError> {
		let origin = accreditation::<T>()?;
		let class = benchmark_helper::class::<T>([
			Requirement::Batch,
			Requirement::Expiry,
			Requirement::Serial,
			Requirement::Sensor,
		]);
		let id = NextClassId::<T>::get();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, class);
		assert!(Classes::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn amend_profile() {
		let stage = Stage::<T>::set(PLENTY);
		let profile = Some(H256::repeat_byte(9));
		#[extrinsic_call]
		_(stage.signed(), profile);
		let stored = Institutions::<T>::get(stage.institution).and_then(|stored| stored.profile);
		assert_eq!(stored, profile);
	}

	#[benchmark]
	fn invite_agent() {
		let stage = Stage::<T>::set(PLENTY);
		let who: T::AccountId = account("another", 0, 0);
		#[extrinsic_call]
		_(stage.signed(), unlookup::<T>(&who), benchmark_helper::roles(Role::ALL));
		assert!(Invitations::<T>::contains_key(&who, stage.institution));
	}

	#[benchmark]
	fn change_roles() {
		let stage = Stage::<T>::set(PLENTY);
		let roles = benchmark_helper::roles(Role::ALL.into_iter().skip(1));
		#[extrinsic_call]
		_(stage.signed(), unlookup::<T>(&stage.colleague), roles.clone());
		assert_eq!(Agents::<T>::get(&stage.colleague).map(|agent| agent.roles), Some(roles));
	}

	#[benchmark]
	fn remove_agent() {
		let stage = Stage::<T>::set(PLENTY);
		#[extrinsic_call]
		_(stage.signed(), unlookup::<T>(&stage.colleague));
		assert!(!Agents::<T>::contains_key(&stage.colleague));
	}

	#[benchmark]
	fn register_site() {
		let stage = Stage::<T>::set(PLENTY);
		let place = benchmark_helper::place::<T>(stage.institution);
		let number = NextSiteNumber::<T>::get(stage.institution);
		#[extrinsic_call]
		_(stage.signed(), place);
		assert!(Sites::<T>::contains_key(stage.institution, number));
	}

	#[benchmark]
	fn register_lot() {
		let stage = Stage::<T>::set(PLENTY);
		let class = benchmark_helper::registered_class::<T>([
			Requirement::Batch,
			Requirement::Expiry,
			Requirement::Serial,
		]);
		let identity = benchmark_helper::identity(class, donor::<T>(0), 1);
		let id = NextLotId::<T>::get();
		#[extrinsic_call]
		_(stage.signed(), identity, 1, Some(stage.site), claim::<T>());
		assert!(Books::<T>::contains_key(id, Page::Lot));
	}

	#[benchmark]
	fn count() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::set(PLENTY);
		// A count of nothing closes the holding, and ends the claim.
		let other = stage.claimed()?;
		let signer = RawOrigin::Signed(account("donor", 0, 0));
		let reason = CountReason::StockTake;
		#[extrinsic_call]
		_(signer, stage.lot, other, 0, reason, claim::<T>());
		assert!(!Books::<T>::contains_key(stage.lot, Page::Holding(Custody::own(other))));
		assert!(!CountClaims::<T>::contains_key(stage.lot, other));
		Ok(())
	}

	#[benchmark]
	fn consume() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::set(PLENTY);
		let (class, later) = stage.idle()?;
		// The call itself, save that no benchmark can move the chain's clock.
		#[block]
		{
			let act = <Pallet<T> as Access<_, _>>::agent(stage.signed().into(), Role::Stock)?;
			Pallet::<T>::consume_as_of(later, act, stage.lot, PLENTY, claim::<T>())?;
		}
		assert_eq!(stage.holding().total(), 0);
		let level = Levels::<T>::get(stage.institution, class);
		assert_eq!(level.map(|level| (level.available, level.used)), Some((0, PLENTY.into())));
		Ok(())
	}

	#[benchmark]
	fn destroy() {
		let stage = Stage::<T>::set(PLENTY);
		let how = Destruction {
			from: DestroyFrom::Available,
			reason: DestroyReason::Other,
			document: Some(H256::zero()),
		};
		#[extrinsic_call]
		_(stage.signed(), stage.lot, stage.institution, PLENTY, how, claim::<T>());
		assert_eq!(stage.holding().total(), 0);
	}

	#[benchmark]
	fn repack(i: Linear<1, { T::MaxRepack::get() }>, o: Linear<1, { T::MaxRepack::get() }>) {
		let stage = Stage::<T>::set(PLENTY);
		// Each input gives all it has, so that its holding closes.
		let each = Quantity::from(T::MaxRepack::get());
		let mut inputs = Vec::new();
		for _ in 0..i {
			let lot = <Pallet<T> as BenchmarkHelper<T::AccountId>>::lot(stage.institution, each);
			inputs.push(RepackInput { lot, quantity: each });
		}
		let total = each.saturating_mul(i.into());
		let mut outputs = Vec::new();
		for place in 0..o {
			let class =
				benchmark_helper::registered_class::<T>([Requirement::Batch, Requirement::Expiry]);
			// The inputs have units enough for every output to get one.
			let rest = total.saturating_sub(Quantity::from(o - 1));
			let quantity = if place + 1 == o { rest } else { 1 };
			let mut identity = benchmark_helper::identity(class, stage.institution, quantity);
			identity.serial = None;
			let class_change = Some(ClassChange::PacksSplit);
			outputs.push(RepackOutput { identity, quantity, class_change });
		}
		let inputs = BoundedVec::truncate_from(inputs);
		let outputs = BoundedVec::truncate_from(outputs);
		let first = LotId(NextLotId::<T>::get().0 - u64::from(i));
		let last = LotId(NextLotId::<T>::get().0 + u64::from(o) - 1);
		#[extrinsic_call]
		_(stage.signed(), inputs, outputs, claim::<T>());
		assert!(Books::<T>::contains_key(last, Page::Lot));
		assert!(LotsByOrigin::<T>::contains_key(first, last));
	}

	#[benchmark]
	fn correct_lot() {
		let stage = Stage::<T>::set(PLENTY);
		let class =
			benchmark_helper::registered_class::<T>([Requirement::Batch, Requirement::Expiry]);
		let identity = benchmark_helper::identity(class, stage.institution, PLENTY);
		let change = Some(ClassChange::WronglyRegistered);
		let corrected = NextLotId::<T>::get();
		#[extrinsic_call]
		_(stage.signed(), stage.lot, identity, change, claim::<T>());
		assert!(Books::<T>::contains_key(corrected, Page::Lot));
	}

	#[benchmark]
	fn relocate() {
		let stage = Stage::<T>::set(PLENTY);
		#[extrinsic_call]
		_(stage.signed(), stage.lot, stage.institution, Some(stage.site));
		assert_eq!(stage.holding().site, Some(stage.site));
	}

	#[benchmark]
	fn replace_agents(n: Linear<1, { T::MaxAgents::get() }>) -> Result<(), BenchmarkError> {
		let Stage { institution, .. } = Stage::<T>::set(PLENTY);
		let origin = accreditation::<T>()?;
		suspend_others::<T>();
		Pallet::<T>::suspend_institution(origin.clone(), institution)?;
		fill_agents::<T>(institution);
		let newcomer = |number| unlookup::<T>(&account("newcomer", number, 0));
		let admins = BoundedVec::truncate_from((0..n).map(newcomer).collect());
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, institution, admins);
		let stored = Institutions::<T>::get(institution).map(|stored| stored.invitations);
		assert_eq!(stored, Some(n));
		clear_up::<T>();
		Ok(())
	}

	#[benchmark]
	fn accept_invitation() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::set(PLENTY);
		let who = stage.invited(Role::ALL)?;
		suspend_others::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), stage.institution);
		assert!(Agents::<T>::contains_key(&who));
		clear_up::<T>();
		Ok(())
	}

	#[benchmark]
	fn decline_invitation() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::set(PLENTY);
		let who = stage.invited(Role::ALL)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), stage.institution);
		assert!(!Invitations::<T>::contains_key(&who, stage.institution));
		Ok(())
	}

	#[benchmark]
	fn withdraw_invitation() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::set(PLENTY);
		let who = stage.invited(Role::ALL)?;
		#[extrinsic_call]
		_(stage.signed(), unlookup::<T>(&who));
		assert!(!Invitations::<T>::contains_key(&who, stage.institution));
		Ok(())
	}

	#[benchmark]
	fn amend_site() {
		let stage = Stage::<T>::set(PLENTY);
		// Its identifier is another than before.
		let place = benchmark_helper::place::<T>(stage.institution);
		#[extrinsic_call]
		_(stage.signed(), stage.site, place.clone());
		let stored = Sites::<T>::get(stage.institution, stage.site).map(|entry| entry.place);
		assert_eq!(stored, Some(place));
	}

	#[benchmark]
	fn amend_institution() -> Result<(), BenchmarkError> {
		let Stage { institution, .. } = Stage::<T>::set(PLENTY);
		let origin = accreditation::<T>()?;
		suspend_others::<T>();
		// A parent as far below the top as it may be; each donor is a part of the one before.
		let mut parent = None;
		for number in 0..MAX_ANCESTORS {
			let below = donor::<T>(number);
			Institutions::<T>::mutate(below, |stored| {
				if let Some(stored) = stored {
					stored.parent = parent;
				}
			});
			parent = Some(below);
		}
		let Admission { kind, region, name, external, .. } = benchmark_helper::admission::<T>();
		let amendment = Amendment { kind, region, name, external, parent };
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, institution, amendment);
		assert_eq!(Institutions::<T>::get(institution).and_then(|stored| stored.parent), parent);
		clear_up::<T>();
		Ok(())
	}

	#[benchmark]
	fn wind_up() -> Result<(), BenchmarkError> {
		let Stage { institution, .. } = Stage::<T>::set(PLENTY);
		suspend_others::<T>();
		Pallet::<T>::suspend_institution(accreditation::<T>()?, institution)?;
		fill_agents::<T>(institution);
		let origin = T::FinalOrigin::try_successful_origin();
		let origin = origin.map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, institution);
		assert_eq!(Institutions::<T>::get(institution).map(|stored| stored.agents), Some(0));
		clear_up::<T>();
		Ok(())
	}

	#[benchmark]
	fn confirm_count() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::set(PLENTY);
		let other = stage.claimed()?;
		#[extrinsic_call]
		_(stage.signed(), stage.lot, other, 1);
		let held = Pallet::<T>::holding_entry(stage.lot, &Custody::own(other));
		assert_eq!(held.map(|held| held.quarantined), Some(1));
		Ok(())
	}

	#[benchmark]
	fn dismiss_count() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::set(PLENTY);
		let other = stage.claimed()?;
		#[extrinsic_call]
		_(stage.signed(), stage.lot, other);
		assert!(!CountClaims::<T>::contains_key(stage.lot, other));
		Ok(())
	}

	#[benchmark]
	fn hand_over() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::set(PLENTY);
		let (custody, to) = (stage.custody(), donor::<T>(0));
		let origin = estate_origin::<T>()?;
		make_estate::<T>(&custody);
		let document = Some(H256::zero());
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, stage.lot, custody, to, PLENTY, document);
		assert!(Pallet::<T>::holding_entry(stage.lot, &Custody::own(to)).is_some());
		clear_estate::<T>(&custody);
		Ok(())
	}

	#[benchmark]
	fn write_off() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::set(PLENTY);
		let custody = stage.custody();
		let origin = estate_origin::<T>()?;
		make_estate::<T>(&custody);
		let (how, document) = (WriteOff::Lost, Some(H256::zero()));
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, stage.lot, custody, PLENTY, how, document);
		assert!(Pallet::<T>::holding_entry(stage.lot, &custody).is_none());
		clear_estate::<T>(&custody);
		Ok(())
	}

	#[benchmark]
	fn archive_lot() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::set(PLENTY);
		let class =
			benchmark_helper::registered_class::<T>([Requirement::Batch, Requirement::Expiry]);
		let mut inputs = Vec::new();
		for _ in 0..T::MaxRepack::get() {
			let lot = <Pallet<T> as BenchmarkHelper<T::AccountId>>::lot(stage.institution, 2);
			inputs.push(RepackInput { lot, quantity: 1 });
		}
		let quantity = Quantity::from(T::MaxRepack::get());
		let mut identity = benchmark_helper::identity(class, stage.institution, quantity);
		identity.serial = None;
		let class_change = Some(ClassChange::PacksJoined);
		let outputs = alloc::vec![RepackOutput { identity, quantity, class_change }];
		let lot = NextLotId::<T>::get();
		Pallet::<T>::repack(
			stage.signed().into(),
			BoundedVec::truncate_from(inputs),
			BoundedVec::truncate_from(outputs),
			None,
		)?;
		Pallet::<T>::consume(stage.signed().into(), lot, quantity, None)?;
		let archive = Pallet::<T>::lot_archive(lot).ok_or(BenchmarkError::Stop("no such lot"))?;
		let later = T::Trail::now().saturating_add(T::ArchiveAfter::get());
		// The call itself, save that no benchmark can move the chain's clock.
		#[block]
		{
			let act = <Pallet<T> as Access<_, _>>::anyone(stage.signed().into())?;
			Pallet::<T>::archive_as_of(later, act, lot, archive.digest())?;
		}
		assert!(ArchivedLots::<T>::contains_key(lot));
		Ok(())
	}

	#[benchmark]
	fn forget_lot() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::set(PLENTY);
		let lot = NextLotId::<T>::get();
		ArchivedLots::<T>::insert(lot, RecordId(0));
		// The call itself, whose answer about the record is left aside: no benchmark can prune.
		#[block]
		{
			<Pallet<T> as Access<_, _>>::anyone(stage.signed().into())?;
			let _ = Pallet::<T>::may_forget(lot).map_err(DispatchError::from)?;
			Pallet::<T>::forget(lot);
		}
		assert!(!ArchivedLots::<T>::contains_key(lot));
		Ok(())
	}

	#[benchmark]
	fn forget_level() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::set(PLENTY);
		stage.prepare(|book| book.reserve(stage.custody(), Source::Available, PLENTY))?;
		let (class, later) = stage.idle()?;
		// The call itself, save that no benchmark can move the chain's clock.
		#[block]
		{
			<Pallet<T> as Access<_, _>>::anyone(stage.signed().into())?;
			Pallet::<T>::forget_level_as_of(later, stage.institution, class)?;
		}
		assert!(!Levels::<T>::contains_key(stage.institution, class));
		Ok(())
	}

	#[benchmark]
	fn lapse_lot() -> Result<(), BenchmarkError> {
		let stage = Stage::<T>::set(PLENTY);
		let lot = benchmark_helper::capacity::<T>(stage.institution, PLENTY);
		let stage = Stage { lot, ..stage };
		// It leaves two buckets at once, and the shelf. Who keeps holds is told how it came into the second.
		let custody = stage.custody();
		stage.prepare(|book| {
			book.reserve(custody, Source::Available, 1)?;
			book.send(custody, 1, Purpose::Send)?;
			book.dispute(custody, 1)?;
			book.recover(custody, 1)
		})?;
		// The call itself, save that no benchmark can move the chain's clock.
		#[block]
		{
			let act = <Pallet<T> as Access<_, _>>::anyone(stage.signed().into())?;
			let institution = stage.institution;
			Pallet::<T>::lapse_as_of(Moment::MAX, act, lot, institution, institution)?;
		}
		assert_eq!(stage.holding().total(), 0);
		Ok(())
	}

	#[cfg(test)]
	mod tests {
		use crate::{mock::*, Pallet};
		use frame_benchmarking::Benchmarking;

		#[test]
		fn every_call_succeeds_at_its_worst() {
			for benchmark in Pallet::<Test>::benchmarks(true) {
				run(|| {
					let outcome = Pallet::<Test>::test_bench_by_name(&benchmark.name);
					assert!(outcome.is_ok(), "{}", String::from_utf8_lossy(&benchmark.name));
				});
			}
		}
	}
}
