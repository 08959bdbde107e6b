//! What a round asks, and how it answers.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::BoundedVec;
use salus_analysis::dea::{Model, Orientation, SlackWeights, MAX_INPUTS, MAX_OUTPUTS};
use salus_primitives::{Malformed, Moment, Text};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::ConstU32;

/// The most indicators of a round: as many as the widest sample has inputs and outputs.
pub const MAX_INDICATORS: u32 = (MAX_INPUTS + MAX_OUTPUTS) as u32;

/// The most decimals of an indicator: those of a 64-bit number.
pub const MAX_DECIMALS: u8 = 19;

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
	/// What a DMU uses: less is better.
	Input,
	/// What a DMU achieves: more is better.
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
	pub name: Text<64>,
	/// The unit of measurement, in words.
	pub unit: Text<32>,
	/// How many digits of its figures stand behind the point; [`MAX_DECIMALS`] at most.
	pub decimals: u8,
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
pub struct RoundSpecification {
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
	/// The last moment at which certificates are taken, after which anybody may close a round that has no
	/// report.
	pub report_by: Moment,
}

impl RoundSpecification {
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

/// The figures of one DMU, in the order of the indicators: integers with the decimals of their
/// indicator, or nothing where there is no figure.
pub type Values = BoundedVec<Option<u64>, ConstU32<MAX_INDICATORS>>;
