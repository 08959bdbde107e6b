//! Densities against 80-digit arithmetic, against exact fractions, and by their properties.

use num_bigint::{BigInt, BigUint};
use proptest::prelude::*;
use salus_analysis::density::{
	Bandwidth, Decimal, Error, Estimator, Grid, Mean, Scale, MAX_POINTS, MAX_VALUES,
};

/// Written by `data/density/reference.py`, which says what is in it.
const REFERENCE: &str = include_str!("data/density/reference.tsv");

fn number<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
	text.parse().expect("the reference holds numbers")
}

fn numbers(line: &[&str]) -> Vec<i128> {
	line.iter().filter(|text| !text.is_empty()).map(|text| number(text)).collect()
}

fn decimal(mantissa: i128, decimals: u8) -> Decimal {
	Decimal { mantissa, decimals }
}

fn given(mantissa: i128, decimals: u8) -> Bandwidth {
	Bandwidth::Given(decimal(mantissa, decimals))
}

fn grid(points: u16) -> Grid {
	Grid { points, bounds: None }
}

/// `10^-17 / h` in ten-thousandths of the last decimal of a density: the promise of the module.
fn promise((bandwidth, _): (u64, u8)) -> i128 {
	10i128.pow(23) / i128::from(bandwidth)
}

#[test]
fn densities_and_bandwidths_are_those_of_80_digit_arithmetic() {
	let lines: Vec<Vec<&str>> = REFERENCE.lines().map(|line| line.split('\t').collect()).collect();
	let (mut cases, mut points, mut worst) = (0, 0, 0);
	for case in lines.chunk_by(|_, next| next[0] != "case") {
		let [head, values, others, expected @ ..] = case else { panic!("a case has three lines") };
		let [_, name, decimals, scale, rule, h, h_decimals] = head[..] else { panic!("a head") };
		let (values, others) = (numbers(&values[1..]), numbers(&others[1..]));
		let scale = match scale {
			"raw" => Scale::Decimals(number(decimals)),
			_ => Scale::MultipleOf(Mean::of(values.iter().chain(&others).copied()).expect(name)),
		};
		let bandwidth = match rule.split_once('/') {
			None => Bandwidth::Silverman,
			Some((mantissa, decimals)) => given(number(mantissa), number(decimals)),
		};
		let estimator = Estimator::new(values, scale, bandwidth).expect(name);
		assert_eq!(estimator.bandwidth(), (number(h), number(h_decimals)), "{name}");
		let tolerance = promise(estimator.bandwidth());
		for point in expected {
			let [_, x, density] = point[..] else { panic!("a point") };
			let off = i128::from(estimator.at(number(x))) * 10_000 - number::<i128>(density);
			assert!(off.abs() <= tolerance, "{name}, x = {x}: {off} of {tolerance}");
			worst = worst.max(off.abs() * 1_000 / tolerance);
			points += 1;
		}
		cases += 1;
	}
	println!("{points} densities, worst error {worst} thousandths of the promise");
	assert_eq!((cases, points > 1_000), (30, true));
}

/// `e^-y` with 256 binary places, as the reciprocal of the series of `e^y`, whose terms are all
/// positive; `y` likewise.
fn decay(y: &BigUint) -> BigUint {
	let one: BigUint = BigUint::from(1u8) << 256;
	let (mut sum, mut term, mut order) = (one.clone(), one.clone(), 1u32);
	while term > BigUint::ZERO {
		term = ((term * y) >> 256) / order;
		sum += &term;
		order += 1;
	}
	(&one * &one) / sum
}

/// The density at `x`, in ten-thousandths of the last decimal, for values with `decimals`.
fn exactly(estimator: &Estimator, values: &[i128], decimals: u8, x: i128) -> i128 {
	let (bandwidth, bandwidth_decimals) = estimator.bandwidth();
	let ten = |power: u8| BigInt::from(10).pow(power.into());
	let sum: BigUint = values
		.iter()
		.map(|value| {
			let (x_unit, unit) = (ten(estimator.x_decimals()), ten(decimals));
			let distance = (x * &unit - value * &x_unit) * ten(bandwidth_decimals);
			let width = x_unit * unit * bandwidth;
			let y: BigInt = (distance.pow(2) << 255) / width.pow(2);
			// Beyond e^-128 nothing reaches the last decimal.
			if y.bits() > 256 + 7 {
				BigUint::ZERO
			} else {
				decay(y.magnitude())
			}
		})
		.sum();
	// 1 / sqrt(2 pi), of which OEIS A231863 has these digits.
	let peak = BigUint::from(39_894_228_040_143_267_793_994_605_993_438_186_848u128);
	let density = sum * peak * 100u32 / (BigUint::from(bandwidth) * values.len());
	i128::try_from(density >> 256u32).expect("a density has twenty digits")
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	#[test]
	fn densities_are_those_of_exact_fractions(
		values in prop::collection::vec(-1_000_000_000i128..1_000_000_000, 1..12),
		decimals in 0u8..12,
		bandwidth in 1i128..10_000_000_000,
		bandwidth_decimals in 0u8..18,
		anchor in any::<prop::sample::Index>(),
		steps in -12_000_000_000_000i128..12_000_000_000_000,
	) {
		let bandwidth = given(bandwidth, bandwidth_decimals);
		let estimator = Estimator::new(values.clone(), Scale::Decimals(decimals), bandwidth);
		let estimator = estimator.expect("within the limits");
		// Up to twelve bandwidths and more from one of the values.
		let unit = 10i128.pow(estimator.x_decimals().into());
		let x = anchor.get(&values) * unit / 10i128.pow(decimals.into()) + steps;
		let off = i128::from(estimator.at(x)) * 10_000 - exactly(&estimator, &values, decimals, x);
		prop_assert!(off.abs() <= promise(estimator.bandwidth()), "{off}");
	}

	#[test]
	fn order_does_not_matter(
		(values, shuffled) in prop::collection::vec(any::<u64>(), 2..40)
			.prop_flat_map(|values| (Just(values.clone()), Just(values).prop_shuffle())),
	) {
		let curve = |values: Vec<u64>| {
			Estimator::new(values, Scale::Decimals(3), Bandwidth::Silverman)?.curve(grid(9))
		};
		prop_assert_eq!(curve(values), curve(shuffled));
	}

	#[test]
	fn multiples_of_the_mean_do_not_depend_on_the_unit(
		values in prop::collection::vec(0u64..1_000_000_000, 2..40),
		factor in 1u64..1_000_000_000,
	) {
		let curve = |values: Vec<u64>| {
			let mean = Mean::of(values.clone())?;
			Estimator::new(values, Scale::MultipleOf(mean), Bandwidth::Silverman)?.curve(grid(33))
		};
		let larger = values.iter().map(|value| value * factor).collect();
		prop_assert_eq!(curve(values), curve(larger));
	}

	#[test]
	fn mirrored_values_have_the_mirrored_curve(
		values in prop::collection::vec(-1_000_000i128..1_000_000, 2..40),
	) {
		let curve = |values: Vec<i128>| {
			let bounds = Some((decimal(-2_000, 0), decimal(2_000, 0)));
			Estimator::new(values, Scale::Decimals(3), Bandwidth::Silverman)?
				.curve(Grid { points: 41, bounds })
				.map(|curve| curve.points.into_iter().map(|point| point.density).collect::<Vec<_>>())
		};
		let mirrored = values.iter().map(|value| -value).collect();
		match (curve(values), curve(mirrored)) {
			// Halves are rounded up, which is not the same from the other side.
			(Ok(one), Ok(other)) => for (a, b) in one.iter().zip(other.iter().rev()) {
				prop_assert!(a.abs_diff(*b) <= 1, "{a} {b}");
			},
			(one, other) => prop_assert_eq!(one, other),
		}
	}

	#[test]
	fn whatever_comes_in_nothing_panics(
		values in prop::collection::vec(
			prop_oneof![any::<i128>(), any::<u64>().prop_map(i128::from), -9i128..9], 0..20,
		),
		decimals in any::<u8>(),
		relative in any::<bool>(),
		bandwidth in prop_oneof![
			Just(Bandwidth::Silverman),
			(any::<i128>(), any::<u8>()).prop_map(|(mantissa, decimals)| given(mantissa, decimals)),
			(1i128..100, 0u8..20).prop_map(|(mantissa, decimals)| given(mantissa, decimals)),
		],
		bounds in prop::option::of((any::<i128>(), any::<u8>(), any::<i128>(), any::<u8>())),
		points in 0u16..20,
		x in any::<i128>(),
	) {
		let scale = match (relative, Mean::of(values.clone())) {
			(true, Ok(mean)) => Scale::MultipleOf(mean),
			_ => Scale::Decimals(decimals),
		};
		if let Ok(estimator) = Estimator::new(values, scale, bandwidth) {
			estimator.at(x);
			let bounds = bounds.map(|(a, b, c, d)| (decimal(a, b), decimal(c, d)));
			let _ = estimator.curve(Grid { points, bounds });
			let _ = estimator.curve(grid(points));
		}
	}
}

#[test]
fn the_area_under_a_curve_is_one() {
	// By the trapezoidal rule, which for a sum of bells converges faster than any power of the step:
	// at half a bandwidth it is exact to 10^-30. Six bandwidths beyond the ends nothing is missing
	// to 10^-9.
	let values = [12u64, 15, 15, 19, 31, 46, 47, 90];
	let estimator = Estimator::new(values, Scale::Decimals(0), given(4, 0)).expect("valid");
	let bounds = Some((decimal(12 - 24, 0), decimal(90 + 24, 0)));
	let curve = estimator.curve(Grid { points: 64, bounds }).expect("valid");
	assert_eq!((curve.x_decimals, curve.density_decimals), (12, 18));
	assert_eq!(curve.points[1].x - curve.points[0].x, 2 * 10i128.pow(12));
	let area: i128 = curve.points.iter().map(|point| 2 * i128::from(point.density)).sum();
	assert!((area - 10i128.pow(18)).abs() < 10i128.pow(9), "{area}");
}

#[test]
fn a_curve_reaches_three_bandwidths_beyond_the_values() {
	let estimator = Estimator::new([10u64, 20], Scale::Decimals(1), given(5, 1)).expect("valid");
	let curve = estimator.curve(grid(5)).expect("valid");
	assert_eq!(
		(curve.count, curve.bandwidth, curve.bandwidth_decimals),
		(2, 5 * 10u64.pow(18), 19)
	);
	let unit = 10i128.pow(13);
	assert_eq!(curve.x_decimals, 13);
	let x: Vec<_> = curve.points.iter().map(|point| point.x).collect();
	assert_eq!(x, [-unit / 2, unit / 2, 3 * unit / 2, 5 * unit / 2, 7 * unit / 2]);
	for point in &curve.points {
		assert_eq!(point.density, estimator.at(point.x));
	}
}

#[test]
fn far_from_every_value_the_density_is_zero() {
	let estimator = Estimator::new([1u64, 2], Scale::Decimals(0), given(1, 0)).expect("valid");
	for x in [i128::MIN, -(10i128.pow(14)), 10i128.pow(14), i128::MAX] {
		assert_eq!(estimator.at(x), 0);
	}
}

#[test]
fn refusals_have_names() {
	let new = |values: &[i128], bandwidth| {
		Estimator::new(values.to_vec(), Scale::Decimals(0), bandwidth).map(|_| ())
	};
	let silverman = Bandwidth::Silverman;
	let largest = i128::from(u64::MAX);
	assert_eq!(new(&[], silverman), Err(Error::NoValues));
	assert_eq!(new(&[0; MAX_VALUES], given(1, 0)), Ok(()));
	assert_eq!(new(&[0; MAX_VALUES + 1], given(1, 0)), Err(Error::TooManyValues));
	assert_eq!(new(&[-largest, largest], given(10, 0)), Ok(()));
	assert_eq!(new(&[-largest, largest], silverman), Err(Error::BandwidthOutOfRange));
	assert_eq!(new(&[0, largest + 1], silverman), Err(Error::ValueTooLarge));
	assert_eq!(new(&[0, -largest - 1], silverman), Err(Error::ValueTooLarge));
	assert_eq!(new(&[3], silverman), Err(Error::NoSpread));
	assert_eq!(new(&[3, 3, 3], silverman), Err(Error::NoSpread));
	assert_eq!(new(&[3, 3, 3], given(1, 0)), Ok(()));
	assert_eq!(new(&[3], given(0, 0)), Err(Error::BandwidthNotPositive));
	assert_eq!(new(&[3], given(-1, 0)), Err(Error::BandwidthNotPositive));
	assert_eq!(new(&[3], given(1, 18)), Ok(()));
	assert_eq!(new(&[3], given(999_999_999_999, 30)), Err(Error::BandwidthOutOfRange));
	assert_eq!(new(&[3], given(10i128.pow(19) - 1, 0)), Ok(()));
	assert_eq!(new(&[3], given(10i128.pow(19), 0)), Err(Error::BandwidthOutOfRange));
	assert_eq!(new(&[3], given(10i128.pow(20) - 1, 1)), Err(Error::BandwidthOutOfRange));
	assert_eq!(new(&[3], given(1, 37)), Err(Error::TooManyDecimals));
	assert_eq!(new(&[0, largest], given(1, 0)), Ok(()));
	assert_eq!(new(&[-largest, largest], given(1, 0)), Err(Error::BandwidthTooSmall));

	let decimals =
		|decimals| Estimator::new([1u64, 2], Scale::Decimals(decimals), given(1, 0)).map(|_| ());
	assert_eq!((decimals(36), decimals(37)), (Ok(()), Err(Error::TooManyDecimals)));

	assert_eq!(Mean::of(Vec::<u64>::new()), Err(Error::NoValues));
	assert_eq!(Mean::of([0u64, 0]), Err(Error::MeanNotPositive));
	assert_eq!(Mean::of([1i64, -2]), Err(Error::MeanNotPositive));
	assert_eq!(Mean::of([largest + 1]), Err(Error::ValueTooLarge));

	let estimator = Estimator::new([1u64, 2], Scale::Decimals(0), given(1, 0)).expect("valid");
	let curve = |points, bounds| estimator.curve(Grid { points, bounds }).map(|_| ());
	assert_eq!(curve(1, None), Err(Error::TooFewPoints));
	assert_eq!(curve(MAX_POINTS, None), Ok(()));
	assert_eq!(curve(MAX_POINTS + 1, None), Err(Error::TooManyPoints));
	let between = |from, to| curve(2, Some((from, to)));
	assert_eq!(between(decimal(1, 0), decimal(10, 1)), Err(Error::BoundsNotAscending));
	assert_eq!(between(decimal(2, 0), decimal(11, 1)), Err(Error::BoundsNotAscending));
	assert_eq!(between(decimal(1, 0), decimal(11, 1)), Ok(()));
	assert_eq!(between(decimal(1, 0), decimal(11, 37)), Err(Error::TooManyDecimals));
	assert_eq!(between(decimal(1, 0), decimal(i128::MAX, 0)), Err(Error::BandwidthTooSmall));
}

#[test]
fn silvermans_bandwidth_is_the_one_worked_by_hand() {
	let bandwidth = |values: &[u64]| {
		let estimator = Estimator::new(values.to_vec(), Scale::Decimals(0), Bandwidth::Silverman);
		estimator.map(|estimator| estimator.bandwidth())
	};
	// 32 values, fifth root 2; half of them 0, half of them 67: IQR/1.34 = 50, s^2 = 67^2 * 8/31,
	// s = 34.03..: h = 0.45 s = 15.3162153..
	let halves: Vec<u64> = [[0; 16], [67; 16]].concat();
	let (digits, decimals) = bandwidth(&halves).expect("valid");
	assert_eq!((digits / 10u64.pow(10), decimals), (153_162_153, 17));
	// 32 values of which the quartiles are 1,000 and 1,134 and the ends far away: 0.9 * 100 / 2.
	let mut spread = vec![1_000u64; 9];
	spread.extend([1_050; 13]);
	spread.extend([1_134; 8]);
	spread.extend([0, 9_999]);
	assert_eq!(bandwidth(&spread), Ok((4_500_000_000_000_000_000, 17)));
}
