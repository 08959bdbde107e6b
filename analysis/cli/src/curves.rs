//! `salus-analysis density`.

use crate::{
	arguments::{Bandwidth, CurveFormat, Density},
	decimal::Decimal,
	efficiency::number,
	picture,
	problem::{Complaint, Problem},
	table::Table,
};
use csv::Writer;
use num_traits::ToPrimitive;
use salus_analysis::density::{self, Curve, Error, Estimator, Grid, Mean, Scale, MAX_DECIMALS};
use serde::Serialize;
use serde_json::value::RawValue;
use std::slice;

/// What the only group is called where none is asked for.
const EVERYBODY: &str = "all";

/// The curve of one group.
pub struct Group {
	/// What the file calls it.
	pub name: String,
	/// Its curve.
	pub curve: Curve,
}

/// The whole answer.
pub fn answer(question: &Density) -> Result<String, Complaint> {
	let groups = estimate(question)?;
	match question.format {
		CurveFormat::Csv => to_csv(&groups).map_err(|error| Problem::Malformed(error).into()),
		CurveFormat::Json => to_json(&groups).map_err(|error| Problem::Unformatted(error).into()),
		CurveFormat::Svg => Ok(picture::draw(&groups, &question.value, question.relative_to_mean)),
	}
}

fn estimate(question: &Density) -> Result<Vec<Group>, Complaint> {
	let table = Table::read(&question.file)?;
	// A value may be as near to zero as it likes: it counts by its distance from the others.
	let values = table.numbers(&question.value, 0, |_| None)?;
	let names = match &question.group {
		Some(column) => table.words(column)?,
		None => vec![EVERYBODY; values.mantissas.len()],
	};
	// In the order in which the file brings them up.
	let mut members: Vec<(&str, Vec<i128>)> = Vec::new();
	for (name, value) in names.into_iter().zip(&values.mantissas) {
		match members.iter_mut().find(|(known, _)| *known == name) {
			Some((_, list)) => list.push(*value),
			None => members.push((name, vec![*value])),
		}
	}

	let scale = if question.relative_to_mean {
		let mean = Mean::of(values.mantissas.iter().copied())
			.map_err(|error| table.blame(Problem::NoMean(error).of_column(&question.value)))?;
		Scale::MultipleOf(mean)
	} else {
		Scale::Decimals(values.decimals)
	};
	let bandwidth = match &question.bandwidth {
		Bandwidth::Silverman => Ok(density::Bandwidth::Silverman),
		Bandwidth::Given(given) => as_given(given).map(density::Bandwidth::Given),
	};
	let grid = Grid { points: question.points, bounds: None };
	let groups = members
		.into_iter()
		.map(|(name, list)| {
			let curve = bandwidth
				.and_then(|bandwidth| Estimator::new(list, scale, bandwidth))
				.and_then(|estimator| estimator.curve(grid));
			match curve {
				Ok(curve) => Ok(Group { name: name.into(), curve }),
				Err(error) => {
					let problem = Problem::NoCurve { group: name.into(), error };
					Err(table.blame(problem.of_column(&question.value)))
				}
			}
		})
		.collect::<Result<_, _>>()?;
	table.warn_of_total(slice::from_ref(&values));
	Ok(groups)
}

fn as_given(given: &Decimal) -> Result<density::Decimal, Error> {
	let decimals = given.decimals();
	if decimals > MAX_DECIMALS.into() {
		return Err(Error::TooManyDecimals);
	}
	let mantissa = given.with_decimals(decimals).to_i128().ok_or(Error::BandwidthOutOfRange)?;
	Ok(density::Decimal { mantissa, decimals: decimals as u8 })
}

/// The numbers of a curve.
impl Group {
	fn bandwidth(&self) -> Decimal {
		Decimal::new(self.curve.bandwidth, self.curve.bandwidth_decimals.into())
	}

	fn points(&self) -> impl Iterator<Item = (Decimal, Decimal)> + '_ {
		let (x, density) = (self.curve.x_decimals, self.curve.density_decimals);
		self.curve.points.iter().map(move |point| {
			(Decimal::new(point.x, x.into()), Decimal::new(point.density, density.into()))
		})
	}
}

/// One line per point.
fn to_csv(groups: &[Group]) -> Result<String, csv::Error> {
	let mut writer = Writer::from_writer(Vec::new());
	writer.write_record(["group", "x", "density"])?;
	for group in groups {
		for (x, density) in group.points() {
			writer.write_record([&group.name, &x.to_string(), &density.to_string()])?;
		}
	}
	let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
	Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[derive(Serialize)]
struct JsonGroup<'a> {
	group: &'a str,
	n: u32,
	bandwidth: Box<RawValue>,
	points: Vec<[Box<RawValue>; 2]>,
}

/// One object, with a line for each group.
fn to_json(groups: &[Group]) -> Result<String, serde_json::Error> {
	let mut json = String::from("{\"groups\":[");
	for (index, group) in groups.iter().enumerate() {
		json.push_str(if index == 0 { "\n" } else { ",\n" });
		json.push_str(&serde_json::to_string(&JsonGroup {
			group: &group.name,
			n: group.curve.count,
			bandwidth: number(&group.bandwidth())?,
			points: group
				.points()
				.map(|(x, density)| Ok([number(&x)?, number(&density)?]))
				.collect::<Result<_, serde_json::Error>>()?,
		})?);
	}
	json.push_str("\n]}\n");
	Ok(json)
}
