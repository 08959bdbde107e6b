//! How figures are spread.

use crate::{mock::*, DensityError, Group, IndicatorRole, ValueScale};
use salus_analysis::density::{Bandwidth, Curve, Decimal, Error, Grid, Point};
use salus_primitives::{Belt, RoundId};

/// Health personnel per 10,000 people in three years; see the README beside the file.
const PERSONNEL: &str =
	include_str!("../../../../analysis/tests/data/density/personnel-per-10k.csv");
/// Densities in 80-digit arithmetic, by the script beside the file.
const REFERENCE: &str = include_str!("../../../../analysis/tests/data/density/reference.tsv");

/// A survey with one year of the 31 regions.
fn surveyed(year: usize) -> RoundId {
	let rows: Vec<[u64; 1]> =
		table(PERSONNEL).into_iter().map(|row| [mantissa(row[3 + year], 2)]).collect();
	sealed(survey(), &rows)
}

fn silverman(id: RoundId, group: Group, values: ValueScale) -> Result<Curve, DensityError> {
	let grid = Grid { points: 50, bounds: None };
	Efficiency::density(id, 0, group, values, Bandwidth::Silverman, grid)
}

#[test]
fn the_western_belt_of_2010_has_the_density_of_the_reference() {
	run(|| {
		let round = surveyed(0);
		let mut lines = REFERENCE.lines();
		let case = "case\twestern belt in y2010, relative to the mean\t2\tmean\tsilverman\t";
		let found = lines.find_map(|line| line.strip_prefix(case)).expect("the case is there");
		let (bandwidth, decimals) = found.split_once('\t').expect("two numbers");
		let number = |cell: &str| cell.parse::<i128>().expect("a number");
		let points: Vec<(i128, i128)> = lines
			.take_while(|line| !line.starts_with("case"))
			.filter_map(|line| line.strip_prefix("point\t"))
			.map(|line| line.split_once('\t').expect("two numbers"))
			.map(|(x, density)| (number(x), number(density)))
			.collect();
		assert!(points.len() > 5);
		let belt = Group::Belt(Belt::Western);
		for (x, expected) in points {
			// A curve of two points begins where it is asked to.
			let x_decimals = number(decimals) as u8 - 6;
			let at = |mantissa| Decimal { mantissa, decimals: x_decimals };
			let grid = Grid { points: 2, bounds: Some((at(x), at(x + 1))) };
			let relative = ValueScale::RelativeToMean;
			let curve = Efficiency::density(round, 0, belt, relative, Bandwidth::Silverman, grid)
				.expect("a curve");
			assert_eq!((curve.count, i128::from(curve.bandwidth)), (10, number(bandwidth)));
			let Point { x: begins, density } = curve.points[0];
			assert_eq!((begins, curve.x_decimals), (x, x_decimals));
			// The reference has 20 decimals.
			let unit = 10i128.pow(20 - u32::from(curve.density_decimals));
			let off = (i128::from(density) * unit - expected).abs();
			assert!(off <= 10 * unit, "off by {off} at {x}");
		}
	});
}

#[test]
fn groups_are_those_of_the_belts() {
	run(|| {
		let round = surveyed(2);
		let count = |group| silverman(round, group, ValueScale::Absolute).map(|curve| curve.count);
		assert_eq!(count(Group::All), Ok(31));
		assert_eq!(count(Group::Belt(Belt::Western)), Ok(10));
		assert_eq!(count(Group::Belt(Belt::Central)), Ok(11));
		assert_eq!(count(Group::Belt(Belt::Eastern)), Ok(10));
		assert_eq!(count(Group::Elsewhere), Err(DensityError::Estimate(Error::NoValues)));
	});
}

#[test]
fn figures_count_as_they_are_or_as_multiples_of_the_mean_of_all() {
	run(|| {
		// The mean is 200, two decimals.
		let round = sealed(survey(), &[[100], [300], [200]]);
		let bandwidth = |mantissa, decimals| Bandwidth::Given(Decimal { mantissa, decimals });
		let grid = Grid { points: 3, bounds: None };
		let ends = |values, bandwidth| {
			let group = Group::Belt(Belt::Eastern);
			let curve =
				Efficiency::density(round, 0, group, values, bandwidth, grid).expect("a curve");
			let unit = 10i128.pow(curve.x_decimals.into());
			// The one eastern value is the first; three bandwidths to each side.
			[curve.points[0].x * 10 / unit, curve.points[2].x * 10 / unit]
		};
		assert_eq!(ends(ValueScale::Absolute, bandwidth(1, 1)), [7, 13]);
		assert_eq!(ends(ValueScale::RelativeToMean, bandwidth(1, 1)), [2, 8]);
	});
}

#[test]
fn gaps_do_not_count_and_dmus_that_are_left_out_do() {
	run(|| {
		let mut specification = evaluation();
		let more = indicator("z", 0, IndicatorRole::Descriptive);
		specification.indicators.try_push(more).expect("it fits");
		let round = open(specification, roster(5));
		observe(0, round, values([Some(1), Some(1), None]));
		observe(1, round, values([Some(1), Some(1), Some(5)]));
		observe(2, round, values([None, Some(1), Some(9)]));
		seal(round);
		let grid = Grid { points: 2, bounds: None };
		let curve = Efficiency::density(
			round,
			2,
			Group::All,
			ValueScale::Absolute,
			Bandwidth::Silverman,
			grid,
		);
		assert_eq!(curve.map(|curve| curve.count), Ok(2));
	});
}

#[test]
fn what_has_no_density_says_why() {
	run(|| {
		let ask = |id, indicator, points| {
			let bandwidth = Bandwidth::Silverman;
			let grid = Grid { points, bounds: None };
			Efficiency::density(id, indicator, Group::All, ValueScale::Absolute, bandwidth, grid)
		};
		assert_eq!(ask(ROUND, 0, 9), Err(DensityError::RoundNotFound));
		let round = open(survey(), roster(3));
		assert_eq!(ask(round, 0, 9), Err(DensityError::NotSealed));
		observe(0, round, figures(&[5]));
		seal(round);
		assert_eq!(ask(round, 1, 9), Err(DensityError::IndicatorNotFound));
		assert_eq!(ask(round, 0, 9), Err(DensityError::Estimate(Error::NoSpread)));
		let round = surveyed(1);
		assert_eq!(ask(round, 0, 513), Err(DensityError::Estimate(Error::TooManyPoints)));
		assert!(ask(round, 0, 512).is_ok());
	});
}
