//! Where needs and offers are: the seat of the region of an institution, or of the nearest region around that
//! has one.

use crate::{Config, Pallet, PlaceSeat, MAX_PLACES};
use alloc::vec::Vec;
use salus_analysis::distance::Place;
use salus_primitives::{Geography, RegionCode};

impl<T: Config> Pallet<T> {
	/// The number of the place of an institution whose region has this lineage; `None` when it has none. A
	/// place that is not listed is entered while there is room for one of its level; without, that of a region around
	/// is taken.
	pub(crate) fn place_of(lineage: &[RegionCode], places: &mut Vec<PlaceSeat>) -> Option<u8> {
		for (region, above) in lineage.iter().zip((0..lineage.len()).rev()) {
			let known = (0u8..).zip(places.iter()).find(|(_, place)| place.region == *region);
			if let Some((number, _)) = known {
				return Some(number);
			}
			let number = u8::try_from(places.len()).ok()?;
			if u32::from(number) >= places_of(above) {
				continue;
			}
			if let Some(seat) = T::Geography::seat(region).filter(|seat| seat.is_on_earth()) {
				places.push(PlaceSeat { region: region.clone(), seat });
				return Some(number);
			}
		}
		None
	}
}

/// How many places are listed at most when one of a region is entered that has so many around it. The last place is
/// kept for a whole country, and half of them for parts of countries: so many small places as there may be leave one
/// for everybody.
fn places_of(above: usize) -> u32 {
	match above {
		0 => MAX_PLACES,
		1 => MAX_PLACES.saturating_sub(1),
		_ => MAX_PLACES / 2,
	}
}

/// The kilometres between each two places: from the second to the first, from the third to the first and the
/// second, and so on.
pub(crate) fn distances_between(places: &[PlaceSeat]) -> Vec<u16> {
	let place = |known: &PlaceSeat| Place::new(known.seat.latitude, known.seat.longitude).ok();
	let places: Vec<Option<Place>> = places.iter().map(place).collect();
	let mut distances = Vec::new();
	for (number, far) in places.iter().enumerate() {
		for near in places.iter().take(number) {
			// Every seat that is listed is on earth.
			let kilometres = far.zip(*near).map(|(far, near)| far.kilometres(&near));
			distances.push(kilometres.unwrap_or(u16::MAX));
		}
	}
	distances
}

/// The kilometres from a place to another one, of which this is the table.
pub(crate) fn distance(distances: &[u16], one: u16, other: u16) -> u16 {
	if one == other {
		return 0;
	}
	let (near, far) = (usize::from(one.min(other)), usize::from(one.max(other)));
	let row = far.saturating_mul(far.saturating_sub(1)) / 2;
	distances.get(row.saturating_add(near)).copied().unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
	use super::{distance, distances_between};
	use crate::PlaceSeat;
	use salus_primitives::{RegionCode, Seat};

	fn place(region: &str, latitude: i32, longitude: i32) -> PlaceSeat {
		let region = RegionCode::try_from(region).expect("it is a code");
		PlaceSeat { region, seat: Seat { latitude, longitude } }
	}

	#[test]
	fn a_table_has_the_way_between_each_two_places_once() {
		// On the equator a degree is 111.195 kilometres long.
		let places = [place("AA", 0, 0), place("BB", 0, 1_000), place("CC", 0, 10_000)];
		let distances = distances_between(&places);
		assert_eq!(distances, [111, 1_112, 1_001]);
		for (one, other, kilometres) in
			[(0, 0, 0), (0, 1, 111), (0, 2, 1_112), (1, 2, 1_001), (2, 2, 0), (0, 3, u16::MAX)]
		{
			assert_eq!(distance(&distances, one, other), kilometres);
			assert_eq!(distance(&distances, other, one), kilometres);
		}
	}
}
