//! Frozen figures: who is left out, the fingerprint, and the sample for the verifier.

use crate::{Exclusion, IndicatorRole, Row, SampleSize, Snapshot, Terms, Unit, Values};
use alloc::vec::Vec;
use salus_analysis::dea::{Sample, SampleError};
use salus_primitives::{digest_of, Belt, RoundId};
use sp_core::H256;

impl Snapshot {
	/// The figures of some units in their order, with the reason for each that is left out.
	pub(crate) fn take(
		terms: &Terms,
		units: impl Iterator<Item = Unit>,
		belt_of: impl Fn(&Unit) -> Option<Belt>,
		values_of: impl Fn(&Unit) -> Option<Values>,
	) -> Self {
		let mut snapshot = Self::default();
		for unit in units {
			let belt = belt_of(&unit);
			let values = values_of(&unit);
			let exclusion = exclusion(terms, values.as_ref());
			let row = Row { unit, belt, values: values.unwrap_or_default() };
			// A roster is no longer than either list.
			let _ = match exclusion {
				None => snapshot.rows.try_push(row).map_err(drop),
				Some(reason) => snapshot.excluded.try_push((row, reason)).map_err(drop),
			};
		}
		snapshot
	}

	/// What tells these figures, asked in this round on these terms and answered by this version of
	/// the method, from all others.
	pub fn fingerprint(&self, method: u16, round: RoundId, terms: &Terms) -> H256 {
		digest_of(&(method, round, terms, self))
	}

	/// How large the sample is.
	pub fn size(&self, terms: &Terms) -> SampleSize {
		let (inputs, outputs) = terms.widths();
		// At most 1,024 units and 16 columns.
		SampleSize {
			listed: self.all_rows().count() as u16,
			units: self.rows.len() as u16,
			columns: (inputs + outputs) as u8,
		}
	}

	/// What the report is about: inputs and then outputs, each in the order of the indicators.
	///
	/// # Errors
	///
	/// [`SampleError::NoInputs`] for a survey; no other, because of what is left out.
	pub fn sample(&self, terms: &Terms) -> Result<Sample, SampleError> {
		let (inputs, outputs) = terms.widths();
		let columns: Vec<usize> = terms
			.columns(IndicatorRole::Input)
			.chain(terms.columns(IndicatorRole::Output))
			.collect();
		let rows: Vec<Vec<u64>> = self
			.rows
			.iter()
			.map(|row| {
				columns.iter().filter_map(|&column| *row.values.get(column)?).collect::<Vec<_>>()
			})
			.collect();
		let decimals = |&column: &usize| terms.indicators.get(column).map_or(0, |it| it.decimals);
		let decimals: Vec<u8> = columns.iter().map(decimals).collect();
		Ok(Sample::new(inputs, outputs, &rows)?.with_decimals(&decimals))
	}

	/// The place of a unit among those that the report is about.
	pub fn place_of(&self, unit: &Unit) -> Option<u16> {
		let found = self.rows.binary_search_by(|row| row.unit.cmp(unit)).ok()?;
		u16::try_from(found).ok()
	}

	/// All units, left out or not.
	pub(crate) fn all_rows(&self) -> impl Iterator<Item = &Row> {
		self.rows.iter().chain(self.excluded.iter().map(|(row, _)| row))
	}
}

/// Why a unit with these figures is left out, if it is.
pub(crate) fn exclusion(terms: &Terms, values: Option<&Values>) -> Option<Exclusion> {
	let Some(values) = values else { return Some(Exclusion::NotReported) };
	for (place, indicator) in (0u8..).zip(&terms.indicators) {
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
