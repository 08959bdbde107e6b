//! The command line.

use crate::decimal::Decimal;
use clap::{Args, Parser, Subcommand, ValueEnum};
use salus_analysis::density::MAX_POINTS;
use std::path::PathBuf;

/// The fewest points of a curve: its ends.
const MIN_POINTS: u16 = 2;

/// How well resources are used, and how unequally they are spread, from CSV files.
///
/// The first line of a file names its columns; every other line is one unit, such as a hospital or
/// a region. Numbers may be written as 1234.5, 1.2345e3 or .5, and are taken exactly. The answer
/// goes to standard output. If a file is bad, nothing is printed but one line that says where, and
/// the exit status is 2.
#[derive(Parser)]
#[command(name = "salus-analysis", version)]
pub struct Arguments {
	/// What to do.
	#[command(subcommand)]
	pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
	/// Efficiency scores, slacks and peers by data envelopment analysis.
	///
	/// Compares every unit with the best combinations of all units, under constant returns to scale
	/// (crste), variable (vrste) and non-increasing ones (nirs). A score of 1 is the best there is;
	/// output-oriented scores are 1/phi. Scale is crste/vrste; returns to scale are increasing (irs),
	/// decreasing (drs) or constant (crs). Slacks and peers are those under variable returns. Every
	/// figure is proven by a certificate that exact arithmetic has checked.
	///
	/// Inputs must be positive; outputs may be zero. Up to 1,024 units, 8 inputs and 8 outputs.
	Dea(Dea),
	/// Curves of how a quantity is spread, by Gaussian kernel density estimation.
	///
	/// f(x) = 1/(N h) sum K((x_i - x)/h), with a Gaussian K. Each curve reaches three bandwidths beyond
	/// the least and the greatest value of its group. Up to 1,024 values in a group.
	Density(Density),
}

/// What [`Command::Dea`] is asked.
#[derive(Args)]
#[command(after_help = "Example:\n  \
	salus-analysis dea hospitals.csv --dmu region --inputs beds,staff --outputs visits,admissions \
	--orientation output --format table")]
pub struct Dea {
	/// The CSV file; `-` for standard input.
	pub file: PathBuf,
	/// The column that names the units.
	#[arg(long, value_name = "COL")]
	pub dmu: String,
	/// The columns of what a unit takes in, with commas between them.
	#[arg(long, value_name = "COLS")]
	pub inputs: String,
	/// The columns of what a unit gives out, with commas between them.
	#[arg(long, value_name = "COLS")]
	pub outputs: String,
	/// Whether a unit could do with less, or give more.
	#[arg(long, value_enum, ignore_case = true, default_value_t)]
	pub orientation: Orientation,
	/// How the slacks of different columns are weighed: each divided by its column's mean, or as
	/// they are.
	#[arg(long, value_enum, ignore_case = true, default_value_t)]
	pub slacks: Slacks,
	/// How the answer is written. A table has three decimals and the means; CSV and JSON have
	/// twelve decimals.
	#[arg(long, value_enum, ignore_case = true, default_value_t)]
	pub format: ReportFormat,
}

/// What [`Command::Density`] is asked.
#[derive(Args)]
#[command(after_help = "Example:\n  \
	salus-analysis density personnel.csv --value y2018 --group belt --relative-to-mean \
	--format svg > personnel.svg")]
pub struct Density {
	/// The CSV file; `-` for standard input.
	pub file: PathBuf,
	/// The column of the quantity.
	#[arg(long, value_name = "COL")]
	pub value: String,
	/// The column that says which group a line belongs to: one curve each. Otherwise all lines
	/// together make one curve.
	#[arg(long, value_name = "COL")]
	pub group: Option<String>,
	/// Count in multiples of the mean of all groups together.
	#[arg(long)]
	pub relative_to_mean: bool,
	/// The bandwidth h: `silverman`, which is 0.9 min(s, IQR/1.34) N^(-1/5) of each group; or a
	/// number, in multiples of the mean if the values are.
	#[arg(
		long, value_name = "silverman|H", default_value = "silverman", value_parser = bandwidth,
		allow_hyphen_values = true,
	)]
	pub bandwidth: Bandwidth,
	/// How many points each curve has, from 2 to 512.
	#[arg(
		long, value_name = "N", default_value_t = MAX_POINTS, value_parser = points,
		allow_hyphen_values = true,
	)]
	pub points: u16,
	/// How the answer is written: numbers, or a picture.
	#[arg(long, value_enum, ignore_case = true, default_value_t)]
	pub format: CurveFormat,
}

/// Whether a unit could do with less, or give more.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum Orientation {
	/// How far all inputs could shrink.
	Input,
	/// How far all outputs could grow.
	#[default]
	Output,
}

/// How slacks are weighed.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum Slacks {
	/// Each divided by its column's mean, so that units of measurement do not matter.
	#[default]
	Mean,
	/// Added as they are, each in the unit of its column.
	Raw,
}

/// How a report is written.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum ReportFormat {
	/// To be read, in the manner of DEAP.
	#[default]
	Table,
	/// One line per unit; several peers stand in one field with semicolons between them.
	Csv,
	/// One object.
	Json,
}

/// How curves are written.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum CurveFormat {
	/// One line per point.
	#[default]
	Csv,
	/// One object.
	Json,
	/// A picture.
	Svg,
}

/// The bandwidth that was asked for.
#[derive(Clone)]
pub enum Bandwidth {
	/// Silverman's rule, for each group.
	Silverman,
	/// The same number for all groups.
	Given(Decimal),
}

fn bandwidth(text: &str) -> Result<Bandwidth, String> {
	if text.eq_ignore_ascii_case("silverman") {
		return Ok(Bandwidth::Silverman);
	}
	Decimal::parse(text)
		.filter(Decimal::is_positive)
		.map(Bandwidth::Given)
		.ok_or_else(|| "a bandwidth is 'silverman' or a positive number such as 0.25".into())
}

fn points(text: &str) -> Result<u16, String> {
	text.parse()
		.ok()
		.filter(|points| (MIN_POINTS..=MAX_POINTS).contains(points))
		.ok_or_else(|| format!("it is a whole number from {MIN_POINTS} to {MAX_POINTS}"))
}
