//! Frozen figures: which DMUs are left out, the fingerprint, and the sample for the verifier.

use super::{Dmu, IndicatorRole, RoundSpecification, Values, MAX_DMUS};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::BoundedVec;
use salus_analysis::dea::{Sample, SampleError};
use salus_primitives::{digest_of, Belt, RoundId};
use scale_info::TypeInfo;
use sp_core::{ConstU32, H256};

/// The frozen figures of a DMU.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Row {
	pub dmu: Dmu,
	/// The belt of its region when the round was sealed.
	pub belt: Option<Belt>,
	/// Its figures; none at all if none were reported.
	pub values: Values,
}

/// Why a DMU is left out of a report. Indicators are counted from zero.
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
	/// The DMUs that the report is about, in the order of the roster. A DMU's place here is its
	/// number in certificates and in lists of peers.
	pub rows: BoundedVec<Row, ConstU32<MAX_DMUS>>,
	/// The DMUs that are left out, in the order of the roster.
	pub excluded: BoundedVec<(Row, Exclusion), ConstU32<MAX_DMUS>>,
}

/// How large the sample of a round is, by which the cost of a batch of certificates is known before
/// the batch is read.
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
	/// How many DMUs the snapshot lists, those that are left out included.
	pub listed: u16,
	/// How many DMUs the report is about.
	pub dmus: u16,
	/// How many inputs and outputs there are.
	pub columns: u8,
}

impl Snapshot {
	/// The figures of some DMUs in their order, with the reason for each that is left out.
	pub(crate) fn of(
		specification: &RoundSpecification,
		figures: impl Iterator<Item = (Dmu, Option<Values>)>,
		belt_of: impl Fn(&Dmu) -> Option<Belt>,
	) -> Self {
		let mut snapshot = Self::default();
		for (dmu, values) in figures {
			let belt = belt_of(&dmu);
			let exclusion = exclusion(specification, values.as_ref());
			let row = Row { dmu, belt, values: values.unwrap_or_default() };
			// A roster is no longer than either list.
			let _ = match exclusion {
				None => snapshot.rows.try_push(row).map_err(drop),
				Some(reason) => snapshot.excluded.try_push((row, reason)).map_err(drop),
			};
		}
		snapshot
	}

	/// What tells these figures, asked in this round by this specification and answered by this version
	/// of the method, from all others.
	pub fn fingerprint(
		&self,
		method: u16,
		round: RoundId,
		specification: &RoundSpecification,
	) -> H256 {
		digest_of(&(method, round, specification, self))
	}

	/// How large the sample is.
	pub fn size(&self, specification: &RoundSpecification) -> SampleSize {
		let (inputs, outputs) = specification.widths();
		// At most 1,024 DMUs and 16 columns.
		SampleSize {
			listed: self.all_rows().count() as u16,
			dmus: self.rows.len() as u16,
			columns: (inputs + outputs) as u8,
		}
	}

	/// What the report is about: inputs and then outputs, each in the order of the indicators.
	///
	/// # Errors
	///
	/// [`SampleError::NoInputs`] for a survey; no other, because of what is left out.
	pub fn sample(&self, specification: &RoundSpecification) -> Result<Sample, SampleError> {
		let (inputs, outputs) = specification.widths();
		let columns: Vec<usize> = specification
			.columns(IndicatorRole::Input)
			.chain(specification.columns(IndicatorRole::Output))
			.collect();
		let rows: Vec<Vec<u64>> = self
			.rows
			.iter()
			.map(|row| {
				columns.iter().filter_map(|&column| *row.values.get(column)?).collect::<Vec<_>>()
			})
			.collect();
		let decimals =
			|&column: &usize| specification.indicators.get(column).map_or(0, |it| it.decimals);
		let decimals: Vec<u8> = columns.iter().map(decimals).collect();
		Ok(Sample::new(inputs, outputs, &rows)?.with_decimals(&decimals))
	}

	/// The place of a DMU among those that the report is about.
	pub fn place_of(&self, dmu: &Dmu) -> Option<u16> {
		let found = self.rows.binary_search_by(|row| row.dmu.cmp(dmu)).ok()?;
		u16::try_from(found).ok()
	}

	/// All DMUs in their order, each with its place if the report is about it, and otherwise with the
	/// reason why not.
	pub(crate) fn in_order(&self) -> Vec<(&Row, Result<u16, Exclusion>)> {
		let kept = (0u16..).zip(&self.rows).map(|(place, row)| (row, Ok(place)));
		let excluded = self.excluded.iter().map(|(row, reason)| (row, Err(*reason)));
		let mut all: Vec<_> = kept.chain(excluded).collect();
		all.sort_by(|(a, _), (b, _)| a.dmu.cmp(&b.dmu));
		all
	}

	/// All DMUs, left out or not.
	pub(crate) fn all_rows(&self) -> impl Iterator<Item = &Row> {
		self.rows.iter().chain(self.excluded.iter().map(|(row, _)| row))
	}
}

/// Why a DMU with these figures is left out, if it is.
pub(crate) fn exclusion(
	specification: &RoundSpecification,
	values: Option<&Values>,
) -> Option<Exclusion> {
	let Some(values) = values else { return Some(Exclusion::NotReported) };
	for (place, indicator) in (0u8..).zip(&specification.indicators) {
		let value = values.get(usize::from(place)).copied().flatten();
		match (indicator.role, value) {
			(IndicatorRole::Input | IndicatorRole::Output, None) => {
				return Some(Exclusion::Missing(place))
			}
			(IndicatorRole::Input, Some(0)) => return Some(Exclusion::ZeroInput(place)),
			_ => {}
		}
	}
	None
}
