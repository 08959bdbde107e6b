//! What the benchmarks of allocations need: lists that are as long as they may be, and needs and offers that are
//! there, each of an institution of its own.

#![cfg(feature = "runtime-benchmarks")]

use crate::{
	benchmarking::{declaration, put, NOW, UNTIL},
	Allocation, AllocationEnding, Allocations, AskedBy, Config, Covers, DistanceTable, Distances,
	FactsOf, FrozenNeed, FrozenNeeds, FrozenOffer, FrozenOffers, GivenBy, Hasty, Line, LineList,
	LineOutcome, Lines, NeedList, NextAllocationId, OfferList, PairingFacts, Pallet, PlaceList,
	PlaceSeat, Places, Running, Stage, TransferLine, MAX_CLASSES, MAX_LINES, MAX_PLACES,
	MAX_REGIONS, MAX_SIDE,
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::{account, BenchmarkError};
use frame_support::traits::Get;
use salus_primitives::{
	AllocationId, BenchmarkHelper, ClassId, Directory, EmergencyId, Geography, InstitutionId,
	InstitutionKind, Matching, NeedId, OfferId, Priority, Quantity, RecordId, RegionCode, Seat,
	Total, TransferId,
};
use sp_core::H256;

/// What there is of each lot, and how much of it goes.
const STOCK: Quantity = 1 << 36;
pub(crate) const UNITS: Quantity = 100;
/// What stands in lists and is not there: figures of many bytes.
const FIRST: u64 = 1 << 60;

/// A class, and an emergency for it where institutions are, of whose lineage it names the last region.
pub(crate) struct Scene {
	pub(crate) class: ClassId,
	pub(crate) emergency: EmergencyId,
	pub(crate) lineage: Vec<RegionCode>,
}

impl Scene {
	/// The emergency names as much as it may.
	pub(crate) fn new<T: Config>() -> Result<Self, BenchmarkError> {
		let class = T::BenchmarkHelper::class();
		let somebody = institution::<T>("somebody", 0);
		let body = T::Directory::body(somebody);
		let region = body.ok_or(BenchmarkError::Stop("the institution is there"))?.region;
		let lineage = T::Geography::lineage(&region);
		let others = (1..MAX_REGIONS).map(T::BenchmarkHelper::region);
		let regions: Vec<_> = others.chain(lineage.last().cloned()).collect();
		let classes = vec![class; MAX_CLASSES as usize];
		let emergency = put::<T>(declaration(&regions, &classes, UNTIL), Hasty::No);
		for region in &regions {
			Covers::<T>::insert(region, class, emergency);
		}
		Ok(Self { class, emergency, lineage })
	}

	/// An allocation in a stage, with lists as long as it says, and every place.
	pub(crate) fn allocation<T: Config>(
		&self,
		stage: Stage,
		(needs, offers): (Vec<FrozenNeed>, Vec<FrozenOffer>),
		lines: Vec<Line>,
	) -> AllocationId {
		let id = self.enter::<T>(stage, [needs.len(), offers.len(), lines.len()]);
		Running::<T>::mutate(|running| running.try_push(id))
			.expect("there is room for another one");
		needs.iter().for_each(|need| FrozenNeeds::<T>::insert(need.need, id));
		offers.iter().for_each(|offer| FrozenOffers::<T>::insert(offer.offer, id));
		AskedBy::<T>::insert(id, NeedList::truncate_from(needs));
		GivenBy::<T>::insert(id, OfferList::truncate_from(offers));
		Lines::<T>::insert(id, LineList::truncate_from(lines));
		Places::<T>::insert(id, PlaceList::truncate_from(self.places::<T>()));
		let distances = vec![u16::MAX; (MAX_PLACES * (MAX_PLACES - 1) / 2) as usize];
		Distances::<T>::insert(id, DistanceTable::truncate_from(distances));
		id
	}

	/// Enters an allocation in a stage, of so many needs, offers and lines, and nothing of what it lists.
	fn enter<T: Config>(&self, stage: Stage, [needs, offers, lines]: [usize; 3]) -> AllocationId {
		let id = NextAllocationId::<T>::get();
		NextAllocationId::<T>::put(id.next().unwrap_or_default());
		let allocation = Allocation {
			emergency: self.emergency,
			class: self.class,
			opened_at: NOW,
			release_at: NOW.saturating_add(T::LongestAllocation::get()),
			stage,
			needs: needs as u16,
			offers: offers as u16,
			lines: lines as u16,
			carried_out: 0,
			unit_km: Total::MAX >> 1,
			unit_days_held: Total::MAX >> 1,
			left_out: u32::MAX >> 1,
			barred: u32::MAX >> 1,
			method: None,
			fingerprint: Some(H256::repeat_byte(1)),
			quality: None,
			archived: 0,
			newest_record: Some(RecordId(0)),
		};
		Allocations::<T>::insert(id, allocation);
		id
	}

	/// An allocation that has ended, for which something was frozen.
	fn ended<T: Config>(&self) -> AllocationId {
		let how = AllocationEnding::Allocated;
		self.enter::<T>(Stage::Ended { how, at: NOW }, [1, 1, 1])
	}

	/// Each of these needs was frozen for an allocation of its own, which has ended.
	pub(crate) fn free_needs<T: Config>(&self, needs: &[(InstitutionId, NeedId)]) {
		needs.iter().for_each(|(_, need)| FrozenNeeds::<T>::insert(need, self.ended::<T>()));
	}

	/// Each of these offers was frozen for an allocation of its own, which has ended.
	pub(crate) fn free_offers<T: Config>(&self, offers: &[(InstitutionId, OfferId)]) {
		offers.iter().for_each(|(_, offer)| FrozenOffers::<T>::insert(offer, self.ended::<T>()));
	}

	/// As many places as there may be but one, so that each region of a lineage is asked for its seat; the last
	/// one of the lineage is the last of them.
	fn places<T: Config>(&self) -> Vec<PlaceSeat> {
		let others = (1..MAX_PLACES.saturating_sub(1)).map(T::BenchmarkHelper::region);
		let regions = others.chain(self.lineage.last().cloned());
		let seat = |(number, region)| {
			let seat = Seat { latitude: number, longitude: number.saturating_mul(-1) };
			PlaceSeat { region, seat }
		};
		(1_000..).step_by(997).zip(regions).map(seat).collect()
	}

	/// So many needs, each of an institution of its own, of the highest priority.
	pub(crate) fn needs<T: Config>(&self, count: u32) -> Vec<(InstitutionId, NeedId)> {
		let need = |number| {
			let institution = institution::<T>("needy", number);
			(institution, T::Matching::put_need(institution, self.class, UNITS))
		};
		(0..count).map(need).collect()
	}

	/// So many offers, each of an institution of its own, to anybody.
	pub(crate) fn offers<T: Config>(&self, count: u32) -> Vec<(InstitutionId, OfferId)> {
		let offer = |number| {
			let institution = institution::<T>("giver", number);
			let lot = T::BenchmarkHelper::lot_of(institution, self.class, STOCK);
			(institution, T::Matching::put_offer(institution, lot, UNITS))
		};
		(0..count).map(offer).collect()
	}
}

fn institution<T: Config>(name: &'static str, number: u32) -> InstitutionId {
	let admin: T::AccountId = account(name, number, 0);
	T::BenchmarkHelper::institution(&admin)
}

/// So many needs that are listed: those that are there, then others.
pub(crate) fn listed_needs(there: &[(InstitutionId, NeedId)], count: u32) -> Vec<FrozenNeed> {
	let others = (0..).map(|number| {
		let institution = u32::MAX.saturating_sub(number);
		(InstitutionId(institution), NeedId(FIRST.saturating_add(number.into())))
	});
	let all = there.iter().copied().chain(others).take(count as usize);
	let listed = |(number, (institution, need)): (u32, (InstitutionId, NeedId))| FrozenNeed {
		need,
		institution,
		place: (number % MAX_PLACES.saturating_sub(1)) as u8,
		kind: InstitutionKind::Carrier,
		tier: Priority::Routine,
		asked: STOCK,
		daily_use: FIRST,
		share: STOCK,
		promised: 0,
		had_nothing: true,
	};
	(0u32..).zip(all).map(listed).collect()
}

/// So many offers that are listed: those that are there, then others. They may go to any need.
pub(crate) fn listed_offers(there: &[(InstitutionId, OfferId)], count: u32) -> Vec<FrozenOffer> {
	let others = (0..).map(|number| {
		let institution = (u32::MAX >> 1).saturating_sub(number);
		(InstitutionId(institution), OfferId(FIRST.saturating_add(number.into())))
	});
	let all = there.iter().copied().chain(others).take(count as usize);
	let listed = |(number, (institution, offer)): (u32, (InstitutionId, OfferId))| FrozenOffer {
		offer,
		institution,
		place: (number % MAX_PLACES.saturating_sub(1)) as u8,
		expires_at: Some(u64::MAX.saturating_sub(u64::from(number) << 32)),
		since: NOW,
		left: STOCK,
		pairs: [u64::MAX; 8],
	};
	(0u32..).zip(all).map(listed).collect()
}

/// So many lines: each from the offer of its number to the need of its number, begun anew where there are no more.
pub(crate) fn lines(needs: u32, count: u32) -> Vec<Line> {
	let line = |number: u32| Line {
		supply: (number % MAX_SIDE) as u16,
		demand: (number % needs.max(1)) as u16,
		quantity: UNITS,
	};
	(0..count.min(MAX_LINES)).map(line).collect()
}

/// What pairing must know of the needs of an allocation of a class, each as of a need that is there.
pub(crate) fn put_facts<T: Config>(
	(id, class): (AllocationId, ClassId),
	of: NeedId,
) -> Result<(), BenchmarkError> {
	let want = T::Matching::want(of, class).ok_or(BenchmarkError::Stop("the need is open"))?;
	let facts = vec![want.facts; MAX_SIDE as usize];
	PairingFacts::<T>::insert(id, FactsOf::<T>::truncate_from(facts));
	Ok(())
}

/// Enters that transfers were made of so many lines, each of an offer and for a need of its own.
pub(crate) fn put_made<T: Config>(id: AllocationId, count: u32) {
	for line in 0..count as u16 {
		let transfer = TransferId(u64::MAX.saturating_sub(line.into()));
		let number = FIRST.saturating_add(line.into());
		let carrier = TransferLine {
			allocation: id,
			line,
			offer: OfferId(number),
			need: NeedId(number),
			giver: InstitutionId(u32::MAX),
		};
		Pallet::<T>::put_transfer_line(transfer, &carrier);
		Pallet::<T>::put_outcome(id, line, &LineOutcome::Made { transfer, quantity: UNITS });
	}
}

/// An allocation, as it is stored.
pub(crate) fn stored<T: Config>(id: AllocationId) -> Result<Allocation, BenchmarkError> {
	Allocations::<T>::get(id).ok_or(BenchmarkError::Stop("the allocation is there"))
}
