//! `salus-analysis dea`.

use crate::{
	arguments::{Dea, Orientation, ReportFormat, Slacks},
	decimal::{Column, Decimal},
	problem::{Complaint, Problem},
	table::Table,
};
use csv::{ReaderBuilder, Trim, Writer};
use salus_analysis::dea::{
	DmuReport, Means, Model, ReturnsToScale, Sample, SampleError, Score, Slack, SlackWeights,
	DIGITS,
};
use salus_solver::Solver;
use serde::{ser::SerializeMap, Serialize, Serializer};
use serde_json::value::RawValue;

/// What a double of another program holds for certain.
const SIGNIFICANT_DIGITS: u32 = 15;

/// How many decimals a table shows, as DEAP does.
const TABLE_DECIMALS: u32 = 3;

/// Everything that is printed.
struct Report {
	dmus: Vec<String>,
	inputs: Vec<Variable>,
	outputs: Vec<Variable>,
	orientation: Orientation,
	slacks: Slacks,
	units: Vec<DmuReport>,
	means: Means,
}

/// An input or an output.
struct Variable {
	name: String,
	decimals: u8,
}

/// The whole answer.
pub fn answer(question: &Dea) -> Result<String, Complaint> {
	let report = evaluate(question)?;
	match question.format {
		ReportFormat::Table => Ok(report.to_table()),
		ReportFormat::Csv => report.to_csv().map_err(|error| Problem::Malformed(error).into()),
		ReportFormat::Json => report.to_json().map_err(|error| Problem::Unformatted(error).into()),
	}
}

fn evaluate(question: &Dea) -> Result<Report, Complaint> {
	let inputs = columns(&question.inputs, "--inputs")?;
	let outputs = columns(&question.outputs, "--outputs")?;
	let mut seen = Vec::new();
	for name in inputs.iter().chain(&outputs) {
		if seen.contains(&name) {
			return Err(Problem::ColumnNamedTwice.of_column(name));
		}
		seen.push(name);
	}

	let table = Table::read(&question.file)?;
	let dmus: Vec<String> = table.names(&question.dmu)?.into_iter().map(String::from).collect();
	let mut data = Vec::new();
	for name in &inputs {
		data.push(table.numbers(name, SIGNIFICANT_DIGITS, |number| {
			not_negative(number).or(number.is_zero().then_some(Problem::ZeroInput))
		})?);
	}
	for name in &outputs {
		data.push(table.numbers(name, SIGNIFICANT_DIGITS, not_negative)?);
	}
	let rows: Vec<Vec<u64>> = (0..dmus.len())
		// Numbers that are not negative fit u64, as their column promises.
		.map(|row| data.iter().map(|column| column.mantissas[row].unsigned_abs() as u64).collect())
		.collect();
	let sample = Sample::new(inputs.len(), outputs.len(), &rows).map_err(|error| {
		let problem = Problem::NoSample(error);
		match error {
			SampleError::ZeroInput { dmu: row, input } => {
				table.blame_row(row, problem.of_column(&inputs[input]))
			}
			_ => table.blame(problem),
		}
	})?;
	let decimals: Vec<u8> = data.iter().map(|column| column.decimals).collect();
	let sample = sample.with_decimals(&decimals);

	let model = Model {
		orientation: match question.orientation {
			Orientation::Input => salus_analysis::dea::Orientation::Input,
			Orientation::Output => salus_analysis::dea::Orientation::Output,
		},
		weights: match question.slacks {
			Slacks::Mean => SlackWeights::Mean,
			Slacks::Raw => SlackWeights::Raw,
		},
	};
	table.warn_of_total(&data);
	let mut solver = Solver::new(&sample, model);
	let mut units = Vec::with_capacity(dmus.len());
	for (unit, dmu) in (0u16..).zip(&dmus) {
		let name = || dmu.clone();
		let certificate = solver
			.certify(unit)
			.map_err(|error| table.blame(Problem::Unsolved { dmu: name(), error }))?;
		let proven = solver
			.verifier()
			.report(unit, &certificate)
			.map_err(|refusal| table.blame(Problem::Unproven { dmu: name(), refusal }))?;
		units.push(proven);
	}
	let means =
		Means::of(&units).ok_or_else(|| table.blame(Problem::NoSample(SampleError::NoDmus)))?;
	let variables = |names: Vec<String>, data: &[Column]| {
		let decimals = data.iter().map(|column| column.decimals);
		names
			.into_iter()
			.zip(decimals)
			.map(|(name, decimals)| Variable { name, decimals })
			.collect()
	};
	let (of_inputs, of_outputs) = data.split_at(inputs.len());
	Ok(Report {
		dmus,
		inputs: variables(inputs, of_inputs),
		outputs: variables(outputs, of_outputs),
		orientation: question.orientation,
		slacks: question.slacks,
		units,
		means,
	})
}

/// The names in a list, which is read like a line of the file: a name with a comma stands in
/// quotation marks.
fn columns(list: &str, option: &'static str) -> Result<Vec<String>, Complaint> {
	let mut reader =
		ReaderBuilder::new().has_headers(false).trim(Trim::All).from_reader(list.as_bytes());
	let names: Vec<String> = match reader.records().next() {
		Some(record) => record.map_err(Problem::Malformed)?.iter().map(String::from).collect(),
		None => Vec::new(),
	};
	if names.is_empty() || names.iter().any(String::is_empty) {
		return Err(Problem::NoColumnNamed(option).into());
	}
	Ok(names)
}

fn not_negative(number: &Decimal) -> Option<Problem> {
	number.is_negative().then(|| Problem::Negative(number.to_string()))
}

fn score(score: Score) -> Decimal {
	Decimal::new(score.0, DIGITS as u32)
}

fn slack(slack: Slack, variable: &Variable) -> Decimal {
	Decimal::new(slack.0, DIGITS as u32 + u32::from(variable.decimals))
}

fn returns(returns: ReturnsToScale) -> &'static str {
	match returns {
		ReturnsToScale::Constant => "crs",
		ReturnsToScale::Increasing => "irs",
		ReturnsToScale::Decreasing => "drs",
	}
}

impl Report {
	/// The report in the manner of DEAP.
	fn to_table(&self) -> String {
		let orientation = match self.orientation {
			Orientation::Input => "input",
			Orientation::Output => "output",
		};
		let weights = match self.slacks {
			Slacks::Mean => "divided by their column's mean",
			Slacks::Raw => "as they are",
		};
		let short = |number: Score| score(number).to_fixed(TABLE_DECIMALS);

		let mut scores = Grid::new(Content::Numbers, &["dmu", "crste", "vrste", "scale", "rts"]);
		for (dmu, unit) in self.dmus.iter().zip(&self.units) {
			let returns = match unit.returns_to_scale {
				ReturnsToScale::Constant => "-",
				other => returns(other),
			};
			scores.row([
				dmu.clone(),
				short(unit.crste),
				short(unit.vrste),
				short(unit.scale),
				returns.into(),
			]);
		}
		let Means { crste, vrste, scale } = self.means;
		scores.rule();
		scores.row(["mean".into(), short(crste), short(vrste), short(scale), String::new()]);

		let mut peers = Grid::new(Content::Words, &["dmu", "peers and their weights"]);
		for (dmu, unit) in self.dmus.iter().zip(&self.units) {
			let list: Vec<_> = unit
				.peers
				.iter()
				.map(|peer| format!("{} {}", self.dmus[usize::from(peer.dmu)], short(peer.weight)))
				.collect();
			peers.row([dmu.clone(), list.join(", ")]);
		}

		format!(
			"Efficiency, {orientation} orientation; {} units, all certified\n\n{}\n\
			 crste: constant returns to scale; vrste: variable returns; scale = crste/vrste\n\
			 rts: irs increasing, drs decreasing, - constant\n\n\
			 Input slacks under variable returns (largest sum of slacks {weights})\n\n{}\n\
			 Output slacks under variable returns\n\n{}\n\
			 Peers under variable returns\n\n{}",
			self.units.len(),
			scores.drawn(),
			self.slack_grid(&self.inputs, |unit| &unit.input_slacks).drawn(),
			self.slack_grid(&self.outputs, |unit| &unit.output_slacks).drawn(),
			peers.drawn(),
		)
	}

	/// The slacks of all units, and their means.
	fn slack_grid(&self, variables: &[Variable], of: impl Fn(&DmuReport) -> &[Slack]) -> Grid {
		let names: Vec<&str> = variables.iter().map(|variable| variable.name.as_str()).collect();
		let mut grid = Grid::new(Content::Numbers, &[&["dmu"], names.as_slice()].concat());
		let row = |name: &str, slacks: &[Slack]| {
			let numbers = slacks
				.iter()
				.zip(variables)
				.map(|(number, variable)| slack(*number, variable).to_fixed(TABLE_DECIMALS));
			[name.to_string()].into_iter().chain(numbers).collect::<Vec<_>>()
		};
		for (dmu, unit) in self.dmus.iter().zip(&self.units) {
			grid.row(row(dmu, of(unit)));
		}
		let count = self.units.len() as u128;
		let means: Vec<Slack> = (0..variables.len())
			.map(|index| {
				// Quotients and remainders apart, so that no sum overflows.
				let parts = self.units.iter().map(|unit| of(unit)[index].0);
				let whole: u128 = parts.clone().map(|part| part / count).sum();
				let rest: u128 = parts.map(|part| part % count).sum();
				Slack(whole + (2 * rest + count) / (2 * count))
			})
			.collect();
		grid.rule();
		grid.row(row("mean", &means));
		grid
	}

	/// One line per unit.
	fn to_csv(&self) -> Result<String, csv::Error> {
		let mut writer = Writer::from_writer(Vec::new());
		let head = ["dmu", "crste", "vrste", "nirs", "scale", "rts"].map(String::from);
		let variables = || self.inputs.iter().chain(&self.outputs);
		let slacks = variables().map(|variable| format!("slack_{}", variable.name));
		let tail = ["peers", "weights", "certified"].map(String::from);
		writer.write_record(head.into_iter().chain(slacks).chain(tail))?;
		for (dmu, unit) in self.dmus.iter().zip(&self.units) {
			let scores = [unit.crste, unit.vrste, unit.nirs, unit.scale].map(|it| it.to_string());
			let slacks = unit.input_slacks.iter().chain(&unit.output_slacks);
			let slacks =
				slacks.zip(variables()).map(|(it, variable)| slack(*it, variable).to_string());
			let peers: Vec<_> =
				unit.peers.iter().map(|peer| self.dmus[usize::from(peer.dmu)].as_str()).collect();
			let weights: Vec<_> = unit.peers.iter().map(|peer| peer.weight.to_string()).collect();
			let tail = [peers.join(";"), weights.join(";"), "true".into()];
			writer.write_record(
				[dmu.clone()]
					.into_iter()
					.chain(scores)
					.chain([returns(unit.returns_to_scale).into()])
					.chain(slacks)
					.chain(tail),
			)?;
		}
		let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
		Ok(String::from_utf8_lossy(&bytes).into_owned())
	}

	/// One object, with a line for each unit.
	fn to_json(&self) -> Result<String, serde_json::Error> {
		let mut json = String::from("{\"units\":[");
		for (index, (dmu, unit)) in self.dmus.iter().zip(&self.units).enumerate() {
			json.push_str(if index == 0 { "\n" } else { ",\n" });
			let peers = unit
				.peers
				.iter()
				.map(|peer| {
					let dmu = &self.dmus[usize::from(peer.dmu)];
					Ok(JsonPeer { dmu, weight: number(&peer.weight)? })
				})
				.collect::<Result<_, serde_json::Error>>()?;
			json.push_str(&serde_json::to_string(&JsonUnit {
				dmu,
				crste: number(&unit.crste)?,
				vrste: number(&unit.vrste)?,
				nirs: number(&unit.nirs)?,
				scale: number(&unit.scale)?,
				rts: returns(unit.returns_to_scale),
				input_slacks: InOrder::of(&self.inputs, &unit.input_slacks)?,
				output_slacks: InOrder::of(&self.outputs, &unit.output_slacks)?,
				peers,
				// Nothing else gets this far.
				certified: true,
			})?);
		}
		let Means { crste, vrste, scale } = self.means;
		let means =
			JsonMeans { crste: number(&crste)?, vrste: number(&vrste)?, scale: number(&scale)? };
		json.push_str("\n],\"means\":");
		json.push_str(&serde_json::to_string(&means)?);
		json.push_str("}\n");
		Ok(json)
	}
}

/// A number of JSON, with all its digits.
pub fn number(digits: &impl ToString) -> Result<Box<RawValue>, serde_json::Error> {
	RawValue::from_string(digits.to_string())
}

#[derive(Serialize)]
struct JsonUnit<'a> {
	dmu: &'a str,
	crste: Box<RawValue>,
	vrste: Box<RawValue>,
	nirs: Box<RawValue>,
	scale: Box<RawValue>,
	rts: &'static str,
	input_slacks: InOrder<'a>,
	output_slacks: InOrder<'a>,
	peers: Vec<JsonPeer<'a>>,
	certified: bool,
}

#[derive(Serialize)]
struct JsonPeer<'a> {
	dmu: &'a str,
	weight: Box<RawValue>,
}

#[derive(Serialize)]
struct JsonMeans {
	crste: Box<RawValue>,
	vrste: Box<RawValue>,
	scale: Box<RawValue>,
}

/// An object whose keys keep the order of the command line.
struct InOrder<'a>(Vec<(&'a str, Box<RawValue>)>);

impl<'a> InOrder<'a> {
	fn of(variables: &'a [Variable], slacks: &[Slack]) -> Result<Self, serde_json::Error> {
		variables
			.iter()
			.zip(slacks)
			.map(|(variable, it)| Ok((variable.name.as_str(), number(&slack(*it, variable))?)))
			.collect::<Result<_, _>>()
			.map(Self)
	}
}

impl Serialize for InOrder<'_> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		let mut map = serializer.serialize_map(Some(self.0.len()))?;
		for (name, number) in &self.0 {
			map.serialize_entry(name, number)?;
		}
		map.end()
	}
}

/// Text in columns, the first of them names.
struct Grid {
	/// What the other columns hold, which decides on which side they are flush.
	content: Content,
	/// The fields of each line; none is a line across.
	rows: Vec<Option<Vec<String>>>,
}

#[derive(PartialEq, Eq)]
enum Content {
	Numbers,
	Words,
}

impl Grid {
	fn new(content: Content, head: &[&str]) -> Self {
		let mut grid = Self { content, rows: Vec::new() };
		grid.row(head.iter().map(|text| text.to_string()));
		grid.rule();
		grid
	}

	fn row(&mut self, fields: impl IntoIterator<Item = String>) {
		// The name of a column with an end of line in it stays on its line.
		let fields = fields.into_iter().map(|field| field.replace(char::is_control, " "));
		self.rows.push(Some(fields.collect()));
	}

	/// A line across.
	fn rule(&mut self) {
		self.rows.push(None);
	}

	fn drawn(&self) -> String {
		let full: Vec<_> = self.rows.iter().flatten().collect();
		let columns = full.first().map_or(0, |head| head.len());
		let widths: Vec<usize> = (0..columns)
			.map(|column| full.iter().map(|row| width(&row[column])).max().unwrap_or(0))
			.collect();
		let mut text = String::new();
		for row in &self.rows {
			let fields: Vec<String> = widths
				.iter()
				.enumerate()
				.map(|(column, &wide)| {
					let Some(row) = row else { return "-".repeat(wide) };
					let blank = " ".repeat(wide - width(&row[column]));
					if column == 0 || self.content == Content::Words {
						row[column].clone() + &blank
					} else {
						blank + &row[column]
					}
				})
				.collect();
			text.push_str(fields.join("  ").trim_end());
			text.push('\n');
		}
		text
	}
}

/// How many columns of a terminal a text takes: two for each character of the scripts of East Asia.
fn width(text: &str) -> usize {
	let wide = |c: char| {
		matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
			| '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
			| '\u{20000}'..='\u{3fffd}')
	};
	text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}
