//! How well an allocation did: how far needs were filled and how equally, how far everything goes, and how long
//! it had been offered. By the transfers that were made, whatever became of them since.

use super::distance;
use crate::{
	Allocation, AllocationEnding, Config, Fill, FrozenNeed, FrozenOffer, Group, GroupFigures, Line,
	Method, Pallet, PlaceSeat, Quality, WeightInfo,
};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::weights::Weight;
use salus_primitives::{
	time::DAY, AllocationId, InstitutionKind, Moment, Quantity, RegionCode, Total,
};

/// Parts and coefficients are told in millionths.
const MILLION: u128 = 1_000_000;

impl<T: Config> Pallet<T> {
	/// Sums an allocation up, and ends it. Answers with what that cost.
	pub(crate) fn sum_up((id, allocation): (AllocationId, &mut Allocation)) -> Weight {
		let needs = Self::asked_by(id);
		let offers = Self::given_by(id);
		let distances = Self::distances(id);
		let lines = Self::lines_of(id);
		let parties = (&needs[..], &offers[..]);
		let opened_at = allocation.opened_at;
		let least_km = (allocation.method == Some(Method::Proven)).then(|| {
			let planned = lines.iter().map(|line| (line, line.quantity));
			ways_and_days(planned, parties, &distances, opened_at).0
		});
		let all: Vec<&FrozenNeed> = needs.iter().collect();
		let without = needs.iter().filter(|need| need.had_nothing);
		allocation.quality = Some(Quality {
			all: fill_of(&all),
			of_those_without: fill_of(&without.collect::<Vec<_>>()),
			unit_km: allocation.unit_km,
			least_km,
			unit_days_held: allocation.unit_days_held,
			gini: gini_of(&all),
		});
		Self::put_groups(id, groups(&needs, &Self::places(id)));
		Self::end_allocation((id, allocation), AllocationEnding::Allocated);
		T::WeightInfo::sum(allocation.needs.into(), allocation.lines.into())
	}
}

/// The sum of units times kilometres, and that of units times whole days since they were offered. `lines` come
/// with for how many units a transfer was made.
pub(super) fn ways_and_days<'a>(
	lines: impl Iterator<Item = (&'a Line, Quantity)>,
	(needs, offers): (&[FrozenNeed], &[FrozenOffer]),
	distances: &[u16],
	opened_at: Moment,
) -> (Total, Total) {
	lines.fold((0, 0), |(ways, days): (Total, Total), (line, quantity)| {
		let need = needs.get(usize::from(line.demand));
		let offer = offers.get(usize::from(line.supply));
		let Some((need, offer)) = need.zip(offer) else { return (ways, days) };
		let way = distance(distances, offer.place.into(), need.place.into());
		let held = opened_at.saturating_sub(offer.since) / DAY;
		let units = Total::from(quantity);
		(
			ways.saturating_add(units.saturating_mul(way.into())),
			days.saturating_add(units.saturating_mul(held.into())),
		)
	})
}

/// How far needs were filled: by the regions from whose seats their ways are reckoned, then by the kinds of their
/// institutions.
fn groups(needs: &[FrozenNeed], places: &[PlaceSeat]) -> Vec<GroupFigures> {
	let mut by_region: BTreeMap<&RegionCode, Vec<&FrozenNeed>> = BTreeMap::new();
	let mut by_kind: BTreeMap<u8, (InstitutionKind, Vec<&FrozenNeed>)> = BTreeMap::new();
	for need in needs {
		// Every need is at a place.
		if let Some(place) = places.get(usize::from(need.place)) {
			by_region.entry(&place.region).or_default().push(need);
		}
		let of_kind = by_kind.entry(need.kind as u8).or_insert_with(|| (need.kind, Vec::new()));
		of_kind.1.push(need);
	}
	let figures = |group: Group, needs: &[&FrozenNeed]| GroupFigures {
		group,
		fill: fill_of(needs),
		gini: gini_of(needs),
	};
	let regions = by_region.into_iter();
	let of_regions = regions.map(|(region, needs)| figures(Group::Region(region.clone()), &needs));
	let of_kinds = by_kind.into_values().map(|(kind, needs)| figures(Group::Kind(kind), &needs));
	of_regions.chain(of_kinds).collect()
}

/// How far needs were filled together.
fn fill_of(needs: &[&FrozenNeed]) -> Fill {
	let sum = |figure: fn(&FrozenNeed) -> Quantity| -> Total {
		needs.iter().map(|need| Total::from(figure(need))).sum()
	};
	Fill {
		asked: sum(|need| need.asked),
		shared: sum(|need| need.share),
		promised: sum(|need| need.promised),
	}
}

/// How unequally needs were filled.
fn gini_of(needs: &[&FrozenNeed]) -> u32 {
	gini(needs.iter().map(|need| fill(need.asked, need.promised)).collect())
}

/// Which part of what was asked for was promised, in millionths, rounded to the nearest, halves up; no more
/// than the whole.
fn fill(asked: Quantity, promised: Quantity) -> u32 {
	nearest(Total::from(promised.min(asked)), asked.into())
}

/// The Gini coefficient of figures `x` in ascending order, `sum of (2i - n - 1) x_i / (n * sum of x_i)`, with `i`
/// from 1 to `n`: half the mean of all differences, through the mean. In millionths, rounded to the nearest,
/// halves up; zero when all figures are.
fn gini(mut figures: Vec<u32>) -> u32 {
	figures.sort_unstable();
	let count = figures.len() as u128;
	let sum: u128 = figures.iter().map(|figure| u128::from(*figure)).sum();
	// The sum of (2i - n - 1) x, without what is below zero on the way.
	let twice = (1u128..)
		.zip(&figures)
		.map(|(rank, figure)| rank.saturating_mul(2).saturating_mul(u128::from(*figure)));
	let less = count.saturating_add(1).saturating_mul(sum);
	let differences = twice.sum::<u128>().saturating_sub(less);
	nearest(differences, count.saturating_mul(sum))
}

/// A part of a whole in millionths, rounded to the nearest, halves up; zero of nothing.
fn nearest(part: u128, whole: u128) -> u32 {
	let twice = part.saturating_mul(MILLION).saturating_mul(2).saturating_add(whole);
	let parts = twice.checked_div(whole.saturating_mul(2)).unwrap_or_default();
	u32::try_from(parts).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
	use super::{fill, gini};

	#[test]
	fn a_fill_is_rounded_to_the_nearest_millionth() {
		assert_eq!(
			[fill(3, 2), fill(3, 1), fill(8, 8), fill(5, 0)],
			[666_667, 333_333, 1_000_000, 0]
		);
		// Half a millionth counts as one.
		assert_eq!([fill(2_000_000, 1), fill(2_000_001, 1)], [1, 0]);
		assert_eq!(fill(u64::MAX, u64::MAX), 1_000_000);
		assert_eq!([fill(0, 0), fill(4, 9)], [0, 1_000_000]);
	}

	#[test]
	fn a_coefficient_is_half_the_mean_difference_through_the_mean() {
		assert_eq!([gini(vec![]), gini(vec![0, 0]), gini(vec![7, 7, 7])], [0, 0, 0]);
		// One of two has all.
		assert_eq!(gini(vec![0, 4]), 500_000);
		// Of nine differences, 2, 4 and 2 twice each: 16 through 9, through twice the mean of 3.
		assert_eq!(gini(vec![5, 1, 3]), 296_296);
		// One of 512 has all: 511 of 512.
		let mut figures = vec![0; 512];
		figures[7] = 1_000_000;
		assert_eq!(gini(figures), 998_047);
	}
}
