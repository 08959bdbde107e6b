//! What a rule may say.

use crate::{
	Clause, Condition, Config, Error, Pallet, Signing, Wording, LONGEST_PERIOD, MAX_CO_SIGNATURES,
	MAX_LIMITS,
};
use frame_support::ensure;
use salus_primitives::{ClassId, Geography, InstitutionKind, TermsKind};

/// Every clause of a wording.
pub(crate) fn clauses(wording: &Wording) -> impl Iterator<Item = &Clause> {
	wording.iter().flatten()
}

/// How many conditions a wording has.
pub(crate) fn length(wording: &Wording) -> u32 {
	clauses(wording).count() as u32
}

/// Whether a wording speaks of goods that go back.
pub(crate) fn names_returns(wording: &Wording) -> bool {
	clauses(wording).any(|clause| match &clause.condition {
		Condition::Terms { among } => among.contains(&TermsKind::Return),
		_ => false,
	})
}

/// Whether a wording demands a signature of an institution of a kind.
pub(crate) fn asks_for(wording: &Wording, kind: InstitutionKind, signing: Signing) -> bool {
	let asked = Condition::CoSigned { kind, signing };
	clauses(wording).any(|clause| clause.condition == asked)
}

impl<T: Config> Pallet<T> {
	/// Refuses a wording that can mean nothing, or that costs more than a rule may.
	pub(crate) fn check_wording(class: Option<ClassId>, wording: &Wording) -> Result<(), Error<T>> {
		ensure!(!wording.is_empty(), Error::NoAlternatives);
		ensure!(wording.iter().all(|alternative| !alternative.is_empty()), Error::EmptyAlternative);
		let count = |of: fn(&Condition) -> bool| {
			clauses(wording).filter(|clause| of(&clause.condition)).count() as u32
		};
		let limits = count(|condition| matches!(condition, Condition::AtMost { .. }));
		ensure!(limits <= MAX_LIMITS, Error::TooManyLimits);
		let signatures = count(|condition| matches!(condition, Condition::CoSigned { .. }));
		ensure!(signatures <= MAX_CO_SIGNATURES, Error::TooManyCoSignatures);
		clauses(wording).try_for_each(|clause| Self::check_condition(class, &clause.condition))
	}

	fn check_condition(class: Option<ClassId>, condition: &Condition) -> Result<(), Error<T>> {
		match condition {
			Condition::Within { region, .. } => {
				ensure!(T::Geography::area(region).is_some(), Error::RegionNotFound);
			}
			Condition::KeepsUnits { .. } => ensure!(class.is_some(), Error::ClassNeeded),
			Condition::AtMost { days, .. } => {
				ensure!(class.is_some(), Error::ClassNeeded);
				ensure!((1..=LONGEST_PERIOD).contains(days), Error::InvalidPeriod);
			}
			Condition::Between { least, most } => {
				ensure!(class.is_some(), Error::ClassNeeded);
				ensure!(least <= most, Error::RangeReversed);
			}
			Condition::Terms { among } => ensure!(!among.is_empty(), Error::NoTerms),
			Condition::Licensed { .. }
			| Condition::OfKind { .. }
			| Condition::ShelfLife { .. }
			| Condition::KeepsDays { .. }
			| Condition::Serves { .. }
			| Condition::Emergency { .. }
			| Condition::CoSigned { .. } => {}
		}
		Ok(())
	}
}
