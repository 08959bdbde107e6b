//! What the pallet stores, and what its calls speak of.

use codec::{Compact, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::BoundedVec;
use salus_analysis::dea::{
	Means, Model, Orientation, Peer, ReturnsToScale, Score, Slack, SlackWeights, UnitReport,
	MAX_ROWS,
};
use salus_primitives::{Belt, InstitutionId, Malformed, Moment, RegionCode, Text};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::{ConstU32, H256};

/// The most units of a round.
pub const MAX_UNITS: u32 = 1_024;
/// The most indicators of a round.
pub const MAX_INDICATORS: u32 = 16;
/// The most decimals of an indicator: those of a 64-bit number.
pub const MAX_DECIMALS: u8 = 19;
/// Which way of computing a report this is. It changes when the same figures would give other
/// digits; it is a part of every fingerprint.
pub const METHOD: u16 = 1;

/// What a round is about: a region, or an institution.
#[derive(
	Clone,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Unit {
	/// A region, for which the health commission of that region reports.
	Region(RegionCode),
	/// An institution, which reports for itself.
	Institution(InstitutionId),
}

/// The units of a round, all of one sort, in ascending order.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Roster {
	/// Regions, in the order of their codes.
	Regions(BoundedVec<RegionCode, ConstU32<MAX_UNITS>>),
	/// Institutions, in the order of their identifiers.
	Institutions(BoundedVec<InstitutionId, ConstU32<MAX_UNITS>>),
}

impl Roster {
	/// How many units there are.
	pub fn len(&self) -> usize {
		match self {
			Self::Regions(codes) => codes.len(),
			Self::Institutions(ids) => ids.len(),
		}
	}

	/// Whether there are none.
	pub fn is_empty(&self) -> bool {
		self.len() == 0
	}

	/// The unit at a place, counted from zero.
	pub fn get(&self, place: usize) -> Option<Unit> {
		match self {
			Self::Regions(codes) => codes.get(place).cloned().map(Unit::Region),
			Self::Institutions(ids) => ids.get(place).copied().map(Unit::Institution),
		}
	}

	/// The units in their order.
	pub fn iter(&self) -> impl Iterator<Item = Unit> + '_ {
		(0..self.len()).filter_map(|place| self.get(place))
	}

	/// Whether a unit is one of them.
	pub fn contains(&self, unit: &Unit) -> bool {
		match (self, unit) {
			(Self::Regions(codes), Unit::Region(code)) => codes.binary_search(code).is_ok(),
			(Self::Institutions(ids), Unit::Institution(id)) => ids.binary_search(id).is_ok(),
			_ => false,
		}
	}

	/// Whether each unit comes after the one before it.
	pub(crate) fn ascends(&self) -> bool {
		match self {
			Self::Regions(codes) => codes.is_sorted_by(|a, b| a < b),
			Self::Institutions(ids) => ids.is_sorted_by(|a, b| a < b),
		}
	}
}

/// What an indicator is for.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum IndicatorRole {
	/// What a unit uses: less is better.
	Input,
	/// What a unit achieves: more is better.
	Output,
	/// Neither; it is published as it is, and its spread can be drawn.
	Descriptive,
}

/// One column of figures.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Indicator {
	/// What people call it.
	pub name: Text<64>,
	/// What it counts, in words.
	pub unit: Text<32>,
	/// How many digits of its figures stand behind the point; [`MAX_DECIMALS`] at most.
	pub decimals: u8,
	/// What it is for.
	pub role: IndicatorRole,
}

/// How JSON spells what another crate defines.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Orientation")]
enum OrientationJson {
	Input,
	Output,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "SlackWeights")]
enum SlackWeightsJson {
	Mean,
	Raw,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Model", rename_all = "camelCase", deny_unknown_fields)]
struct ModelJson {
	#[serde(with = "OrientationJson")]
	orientation: Orientation,
	#[serde(with = "SlackWeightsJson")]
	weights: SlackWeights,
}

/// What a round asks, and how it answers.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Terms {
	/// What people call the round.
	pub title: Text<96>,
	/// What a reader has to know beside the figures: their source, what is doubtful about them.
	#[serde(default)]
	pub note: Option<Text<512>>,
	/// The columns. With inputs and outputs the round is an *evaluation*, with neither a *survey*.
	pub indicators: BoundedVec<Indicator, ConstU32<MAX_INDICATORS>>,
	/// The settings of the report; of no effect in a survey.
	#[serde(with = "ModelJson")]
	pub model: Model,
	/// The last moment at which figures are taken, after which anybody may seal.
	pub observe_by: Moment,
	/// The last moment at which proofs are taken, after which anybody may close a round that has no
	/// report.
	pub report_by: Moment,
}

impl Terms {
	/// The columns of a role, in order.
	pub fn columns(&self, role: IndicatorRole) -> impl Iterator<Item = usize> + '_ {
		let of_role = move |indicator: &Indicator| indicator.role == role;
		(0..).zip(&self.indicators).filter(move |(_, i)| of_role(i)).map(|(column, _)| column)
	}

	/// How many inputs and how many outputs there are.
	pub fn widths(&self) -> (usize, usize) {
		let inputs = self.columns(IndicatorRole::Input).count();
		(inputs, self.columns(IndicatorRole::Output).count())
	}

	/// Whether there is something to prove.
	pub fn is_evaluation(&self) -> bool {
		self.widths().0 > 0
	}

	/// Refuses a text that is empty or is not UTF-8.
	pub(crate) fn check_texts(&self) -> Result<(), Malformed> {
		self.title.check()?;
		self.note.as_ref().map_or(Ok(()), Text::check)?;
		for Indicator { name, unit, .. } in &self.indicators {
			name.check()?;
			unit.check()?;
		}
		Ok(())
	}
}

/// The figures of one unit, in the order of the indicators: integers with the decimals of their
/// indicator, or nothing where there is no figure.
pub type Values = BoundedVec<Option<u64>, ConstU32<MAX_INDICATORS>>;

/// Where a round stands.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Stage {
	/// It takes figures.
	Open,
	/// Its figures are frozen, and it takes proofs.
	Sealed,
	/// Its report is final; that of a survey is its figures.
	Complete,
	/// It ended without a report, for want of an answer in time.
	Expired,
	/// It was called off.
	Cancelled,
}

impl Stage {
	/// Whether the round waits for something.
	pub fn is_active(self) -> bool {
		matches!(self, Self::Open | Self::Sealed)
	}
}

/// What sealing leaves.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Seal {
	/// When.
	pub at: Moment,
	/// The version of the method by which the report is made: [`METHOD`], as it was then.
	pub method: u16,
	/// The fingerprint of the frozen figures.
	pub fingerprint: H256,
	/// How many units the report is about.
	pub units: u16,
	/// How many units are left out of it.
	pub excluded: u16,
}

/// The sums of the scores of some units, from which their means follow.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Sums {
	/// How many units are proven.
	pub proven: u16,
	/// The sum of their comprehensive efficiencies, in 10⁻¹².
	pub crste: u64,
	/// The sum of their technical efficiencies, in 10⁻¹².
	pub vrste: u64,
	/// The sum of their scale efficiencies, in 10⁻¹².
	pub scale: u64,
}

impl Sums {
	/// Adds a unit. At most [`MAX_UNITS`] scores of at most 10¹² stay below 2⁵¹.
	pub(crate) fn add(&mut self, unit: &Efficiency) {
		self.proven = self.proven.saturating_add(1);
		self.crste = self.crste.saturating_add(unit.crste);
		self.vrste = self.vrste.saturating_add(unit.vrste);
		self.scale = self.scale.saturating_add(unit.scale);
	}

	/// The means, rounded to the nearest, half up; `None` of no units.
	pub fn means(&self) -> Option<Means> {
		let n = u64::from(self.proven);
		let mean = |sum: u64| {
			let twice = sum.checked_mul(2)?.checked_add(n)?;
			twice.checked_div(n.checked_mul(2)?).map(Score)
		};
		Some(Means { crste: mean(self.crste)?, vrste: mean(self.vrste)?, scale: mean(self.scale)? })
	}
}

/// What is proven so far, in all and by belt.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Progress {
	/// All units.
	pub all: Sums,
	/// Units of the western belt.
	pub western: Sums,
	/// Units of the central belt.
	pub central: Sums,
	/// Units of the eastern belt.
	pub eastern: Sums,
	/// Units of no belt.
	pub elsewhere: Sums,
}

impl Progress {
	/// The sums of a group.
	pub fn group(&self, belt: Option<Belt>) -> &Sums {
		match belt {
			Some(Belt::Western) => &self.western,
			Some(Belt::Central) => &self.central,
			Some(Belt::Eastern) => &self.eastern,
			None => &self.elsewhere,
		}
	}

	/// Adds a unit.
	pub(crate) fn add(&mut self, belt: Option<Belt>, unit: &Efficiency) {
		self.all.add(unit);
		match belt {
			Some(Belt::Western) => self.western.add(unit),
			Some(Belt::Central) => self.central.add(unit),
			Some(Belt::Eastern) => self.eastern.add(unit),
			None => self.elsewhere.add(unit),
		}
	}
}

/// A round.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Round {
	/// What it asks, and how it answers.
	pub terms: Terms,
	/// Where it stands.
	pub stage: Stage,
	/// When it was opened.
	pub opened: Moment,
	/// How many units it is about.
	pub units: u16,
	/// For how many of them figures were reported.
	pub observed: u16,
	/// What sealing left.
	pub seal: Option<Seal>,
	/// What is proven so far.
	pub progress: Progress,
	/// When it ended, one way or another.
	pub ended: Option<Moment>,
}

/// The frozen figures of a unit.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Row {
	/// Which unit.
	pub unit: Unit,
	/// The belt of its region when the round was sealed.
	pub belt: Option<Belt>,
	/// Its figures; none at all if none were reported.
	pub values: Values,
}

/// Why a unit is left out of a report. Indicators are counted from zero.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Exclusion {
	/// Nothing was reported.
	NotReported,
	/// There is no figure for an input or output.
	Missing(u8),
	/// An input is zero.
	ZeroInput(u8),
}

/// The frozen figures of a round.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Snapshot {
	/// The units that the report is about, in the order of the roster. A unit's place here is its
	/// number in certificates and in lists of peers.
	pub rows: BoundedVec<Row, ConstU32<MAX_UNITS>>,
	/// The units that are left out, in the order of the roster.
	pub excluded: BoundedVec<(Row, Exclusion), ConstU32<MAX_UNITS>>,
}

/// The proven efficiency of a unit, as it is stored. Numbers are in 10⁻¹², and compact: a zero takes
/// one byte, and a one takes six.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Efficiency {
	/// Comprehensive efficiency: the score under constant returns.
	#[codec(compact)]
	pub crste: u64,
	/// Technical efficiency: the score under variable returns.
	#[codec(compact)]
	pub vrste: u64,
	/// Scale efficiency.
	#[codec(compact)]
	pub scale: u64,
	/// Whether the unit is at its most productive scale.
	pub returns_to_scale: ReturnsToScale,
	/// The slacks of the inputs and then of the outputs, in 10⁻¹² of the last digit of their indicator.
	pub slacks: BoundedVec<Compact<u128>, ConstU32<MAX_INDICATORS>>,
	/// The units it is compared with, by their place in the snapshot, and their weights.
	pub peers: BoundedVec<(Compact<u16>, Compact<u64>), ConstU32<{ MAX_ROWS as u32 }>>,
}

impl From<UnitReport> for Efficiency {
	fn from(report: UnitReport) -> Self {
		let UnitReport {
			crste,
			vrste,
			nirs: _,
			scale,
			returns_to_scale,
			input_slacks,
			output_slacks,
			peers,
		} = report;
		let slacks = input_slacks.into_iter().chain(output_slacks).map(|slack| Compact(slack.0));
		let peers = peers.into_iter().map(|peer| (Compact(peer.unit), Compact(peer.weight.0)));
		Self {
			crste: crste.0,
			vrste: vrste.0,
			scale: scale.0,
			returns_to_scale,
			// A sample has no more columns than a round, and a basis no more than its program rows.
			slacks: BoundedVec::truncate_from(slacks.collect()),
			peers: BoundedVec::truncate_from(peers.collect()),
		}
	}
}

impl Efficiency {
	/// The report that it was stored from, of which the first `inputs` slacks are those of inputs.
	///
	/// The score under non-increasing returns is not stored, since it follows: it is that under
	/// constant returns where returns increase, and otherwise that under variable returns.
	pub fn report(&self, inputs: usize) -> UnitReport {
		let slacks: alloc::vec::Vec<_> = self.slacks.iter().map(|slack| Slack(slack.0)).collect();
		let (input_slacks, output_slacks) = slacks.split_at(inputs.min(slacks.len()));
		let nirs = match self.returns_to_scale {
			ReturnsToScale::Increasing => self.crste,
			ReturnsToScale::Constant | ReturnsToScale::Decreasing => self.vrste,
		};
		UnitReport {
			crste: Score(self.crste),
			vrste: Score(self.vrste),
			nirs: Score(nirs),
			scale: Score(self.scale),
			returns_to_scale: self.returns_to_scale,
			input_slacks: input_slacks.to_vec(),
			output_slacks: output_slacks.to_vec(),
			peers: self
				.peers
				.iter()
				.map(|(unit, weight)| Peer { unit: unit.0, weight: Score(weight.0) })
				.collect(),
		}
	}
}

/// How large the sample of a round is, by which the cost of a proof is known before it is read.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct SampleSize {
	/// How many units the snapshot lists, those that are left out included.
	pub listed: u16,
	/// How many units the report is about.
	pub units: u16,
	/// How many inputs and outputs there are.
	pub columns: u8,
}

/// Whether a genesis round takes figures or has them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum SeedStage {
	/// It takes figures.
	Open,
	/// Its figures are frozen.
	Sealed,
}

/// A round that the chain knows before its first block.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RoundSeed {
	/// What it asks, and how it answers.
	pub terms: Terms,
	/// What it is about.
	pub roster: Roster,
	/// What is reported already.
	#[serde(default)]
	pub observations: alloc::vec::Vec<(Unit, Values)>,
	/// Where it stands.
	pub stage: SeedStage,
}
