//! Distances against 50-digit arithmetic and against geodesics.

use codec::{Decode, Encode};
use proptest::prelude::*;
use salus_analysis::distance::{OutOfRange, Place};

/// Computed by `data/distance/reference.py`.
const REFERENCE: &str = include_str!("data/distance/reference.tsv");
/// A kilometre in micrometres.
const KILOMETRE: u64 = 1_000_000_000;

fn place(latitude: i32, longitude: i32) -> Place {
	Place::new(latitude, longitude).expect("a test's place is on the Earth")
}

/// Two places, and their distances on sphere and ellipsoid in micrometres.
fn cases() -> Vec<(Place, Place, u64, u64)> {
	let cases = REFERENCE.lines().map(|line| {
		let fields: Vec<&str> = line.split('\t').collect();
		let angle = |field: usize| fields[field].parse().expect("an angle");
		let length = |field: usize| fields[field].parse().expect("a distance");
		(place(angle(1), angle(2)), place(angle(3), angle(4)), length(5), length(6))
	});
	cases.collect()
}

#[test]
fn distances_are_those_on_the_sphere_to_the_nearest_kilometre() {
	let cases = cases();
	// Of 31 seats, 465 pairs.
	assert!(cases.len() > 465 + 400);
	for (one, other, sphere, _) in cases {
		let nearest = (sphere + KILOMETRE / 2) / KILOMETRE;
		// So that the test does not depend on who rounds a half, and where.
		assert_ne!(sphere % KILOMETRE, KILOMETRE / 2);
		assert_eq!(u64::from(one.kilometres(&other)), nearest, "{one:?} {other:?}");
		assert_eq!(u64::from(other.kilometres(&one)), nearest, "{other:?} {one:?}");
	}
}

#[test]
fn the_error_against_geodesics_is_below_six_in_a_thousand_and_half_a_kilometre() {
	for (one, other, _, geodesic) in cases() {
		let ours = u64::from(one.kilometres(&other)) * KILOMETRE;
		let most = geodesic * 6 / 1_000 + KILOMETRE / 2;
		assert!(ours.abs_diff(geodesic) <= most, "{one:?} {other:?}: {ours} is not {geodesic}");
	}
}

#[test]
fn the_seats_of_the_regions_are_at_most_ten_kilometres_off() {
	for (one, other, _, geodesic) in cases().into_iter().take(465) {
		let ours = u64::from(one.kilometres(&other)) * KILOMETRE;
		assert!(ours.abs_diff(geodesic) <= 10 * KILOMETRE, "{one:?} {other:?}");
	}
}

#[test]
fn what_is_beyond_a_pole_or_the_date_line_is_no_place() {
	assert!(Place::new(90_000, -180_000).is_ok());
	for (latitude, longitude) in
		[(90_001, 0), (-90_001, 0), (0, 180_001), (0, -180_001), (i32::MIN, 0), (0, i32::MIN)]
	{
		assert_eq!(Place::new(latitude, longitude), Err(OutOfRange));
		assert!(Place::decode(&mut &(latitude, longitude).encode()[..]).is_err());
	}
	let encoded = place(-1_000, 2_000).encode();
	assert_eq!(Place::decode(&mut &encoded[..]), Ok(place(-1_000, 2_000)));
}

fn any_place() -> impl Strategy<Value = Place> {
	(-90_000..=90_000, -180_000..=180_000)
		.prop_map(|(latitude, longitude)| place(latitude, longitude))
}

proptest! {
	#[test]
	fn ways_are_the_same_there_and_back_and_no_detour_is_shorter(
		one in any_place(),
		other in any_place(),
		between in any_place(),
	) {
		let direct = one.kilometres(&other);
		prop_assert_eq!(direct, other.kilometres(&one));
		prop_assert!(direct <= 20_015);
		prop_assert_eq!(one.kilometres(&one), 0);
		// Each of the three is rounded.
		prop_assert!(direct <= one.kilometres(&between) + between.kilometres(&other) + 1);
	}
}
