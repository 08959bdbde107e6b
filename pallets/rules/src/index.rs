//! The rules, and where to find those that a movement falls under.
//!
//! All reads and writes of [`NextRuleId`], [`Rules`], [`Index`], [`OwnRules`] and [`Withdrawn`] go
//! through this file; only `try_state` iterates over them itself. What holds of them, besides invariants
//! 1 to 3 of the pallet: a rule is written and removed only together with a record on its trail.
//!
//! [`Index`] is read by every proposal and every dispatch. It lists the rules of governance, and tells
//! of each institution whether it has any rules, with one bit. So a movement that no rule concerns costs
//! one read.

use crate::{
	Author, Config, Error, Index, NextRuleId, OwnRules, Pallet, Rule, Rules, Withdrawn,
	GOVERNANCE_RULES, MAX_GOVERNED, MAX_OWN, OWN_RULES,
};
use alloc::{collections::BTreeSet, vec, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, pallet_prelude::DispatchResult, BoundedBTreeMap, BoundedVec};
use salus_primitives::{ClassId, InstitutionId, RecordId, RuleId, Step, Subject, Subjects, Trail};
use scale_info::TypeInfo;
use sp_core::ConstU32;
use sp_runtime::DispatchError;

/// Rules by the class that they are for; under `None` those for all classes.
pub type Scopes<const MOST: u32, const EACH: u32> =
	BoundedBTreeMap<Option<ClassId>, BoundedVec<RuleId, ConstU32<EACH>>, ConstU32<MOST>>;

/// The rules of governance. The scope for all classes counts beside those of the classes.
pub type Governed = Scopes<{ MAX_GOVERNED + 1 }, GOVERNANCE_RULES>;

/// The rules of one institution. The scope for all classes counts beside those of the classes.
pub type Own = Scopes<{ MAX_OWN + 1 }, OWN_RULES>;

/// Institutions, as the bits of a number: of the first byte, the lowest bit is institution 0. Of those
/// beyond the last byte that there can be, nothing is known.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Institutions(BoundedVec<u8, ConstU32<BYTES>>);

/// The most bytes of them.
const BYTES: u32 = 1_024;

impl Institutions {
	fn place(institution: InstitutionId) -> (usize, u8) {
		((institution.0 / 8) as usize, 1 << (institution.0 % 8))
	}

	/// Whether an institution may be among them.
	pub fn may_have(&self, institution: InstitutionId) -> bool {
		let (byte, bit) = Self::place(institution);
		match self.0.get(byte) {
			Some(bits) => bits & bit != 0,
			None => institution.0 / 8 >= BYTES,
		}
	}

	/// Those that are known to be among them.
	#[cfg(any(feature = "std", feature = "try-runtime"))]
	pub(crate) fn iter(&self) -> impl Iterator<Item = InstitutionId> + '_ {
		let most = self.0.len().saturating_mul(8) as u32;
		(0..most).map(InstitutionId).filter(|institution| self.may_have(*institution))
	}

	/// Puts an institution among them, or takes it out.
	pub fn set(&mut self, institution: InstitutionId, is_in: bool) {
		let (byte, bit) = Self::place(institution);
		if is_in && byte < BYTES as usize && self.0.len() <= byte {
			self.0.bounded_resize(byte.saturating_add(1), 0);
		}
		if let Some(bits) = self.0.get_mut(byte) {
			if is_in {
				*bits |= bit;
			} else {
				*bits &= !bit;
			}
		}
		while self.0.last() == Some(&0) {
			self.0.pop();
		}
	}
}

/// What tells which rules a movement falls under.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct RuleIndex {
	/// The rules of governance.
	pub governed: Governed,
	/// Which institutions have rules of their own.
	pub authors: Institutions,
}

impl<T: Config> Pallet<T> {
	/// A rule.
	pub(crate) fn load(id: RuleId) -> Result<Rule, Error<T>> {
		Rules::<T>::get(id).ok_or(Error::<T>::RuleNotFound)
	}

	/// The rules that goods of some classes fall under, paused ones among them: those of governance, and
	/// those of `giver`, if the goods are somebody's to give.
	pub(crate) fn rules_on(
		giver: Option<InstitutionId>,
		classes: impl Iterator<Item = ClassId>,
	) -> Vec<RuleId> {
		let RuleIndex { governed, authors } = Index::<T>::get();
		let giver = giver.filter(|giver| authors.may_have(*giver));
		if governed.is_empty() && giver.is_none() {
			return Vec::new();
		}
		let scopes: BTreeSet<_> = core::iter::once(None).chain(classes.map(Some)).collect();
		let of_governance = scopes.iter().filter_map(|scope| governed.get(scope)).flatten();
		let mut found: Vec<_> = of_governance.copied().collect();
		if let Some(giver) = giver {
			let own = OwnRules::<T>::get(giver);
			found.extend(scopes.iter().filter_map(|scope| own.get(scope)).flatten());
		}
		found
	}

	/// Stores a rule under a new identifier.
	pub(crate) fn add_rule(
		step: &mut Step<T::AccountId>,
		mut rule: Rule,
	) -> Result<RuleId, DispatchError> {
		let id = NextRuleId::<T>::get();
		NextRuleId::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		match rule.author {
			Author::Governance => Index::<T>::try_mutate(|index| {
				insert::<T, _, _>(&mut index.governed, MAX_GOVERNED, rule.class, id)
			})?,
			Author::Institution(institution) => {
				OwnRules::<T>::try_mutate(institution, |own| {
					insert::<T, _, _>(own, MAX_OWN, rule.class, id)
				})?;
				Index::<T>::mutate(|index| index.authors.set(institution, true));
			}
		}
		T::Trail::record(step, Subject::Rule(id), &mut rule.newest_record)?;
		Rules::<T>::insert(id, rule);
		Ok(id)
	}

	/// Records the step on a rule and writes it.
	pub(crate) fn save(
		step: &mut Step<T::AccountId>,
		id: RuleId,
		mut rule: Rule,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Rule(id), &mut rule.newest_record)?;
		Rules::<T>::insert(id, rule);
		Ok(())
	}

	/// Records the step on a rule, withdrawn or not.
	pub(crate) fn record_on(step: &mut Step<T::AccountId>, id: RuleId) -> DispatchResult {
		match Rules::<T>::get(id) {
			Some(rule) => Self::save(step, id, rule),
			None => {
				let mut newest = Withdrawn::<T>::get(id);
				T::Trail::record(step, Subject::Rule(id), &mut newest)?;
				Withdrawn::<T>::set(id, newest);
				Ok(())
			}
		}
	}

	/// Records the step on a rule, removes it, and leaves the record in its place.
	pub(crate) fn remove_rule(
		step: &mut Step<T::AccountId>,
		id: RuleId,
		mut rule: Rule,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Rule(id), &mut rule.newest_record)?;
		match rule.author {
			Author::Governance => {
				Index::<T>::mutate(|index| remove(&mut index.governed, rule.class, id));
			}
			Author::Institution(institution) => {
				let mut own = OwnRules::<T>::get(institution);
				remove(&mut own, rule.class, id);
				if own.is_empty() {
					OwnRules::<T>::remove(institution);
					Index::<T>::mutate(|index| index.authors.set(institution, false));
				} else {
					OwnRules::<T>::insert(institution, own);
				}
			}
		}
		Rules::<T>::remove(id);
		Withdrawn::<T>::set(id, rule.newest_record);
		Ok(())
	}

	/// The newest record of a rule that was withdrawn.
	pub(crate) fn withdrawn(id: RuleId) -> Option<RecordId> {
		Withdrawn::<T>::get(id)
	}

	/// Removes what is left of a rule that was withdrawn.
	pub(crate) fn remove_withdrawn(id: RuleId) {
		Withdrawn::<T>::remove(id);
	}
}

/// Lists a rule under its scope. Those for all classes have a place of their own.
fn insert<T: Config, const MOST: u32, const EACH: u32>(
	scopes: &mut Scopes<MOST, EACH>,
	most: u32,
	class: Option<ClassId>,
	id: RuleId,
) -> Result<(), Error<T>> {
	if let Some(listed) = scopes.get_mut(&class) {
		return listed.try_push(id).map_err(|_| Error::TooManyRules);
	}
	let classes = scopes.keys().filter(|scope| scope.is_some()).count() as u32;
	ensure!(class.is_none() || classes < most, Error::TooManyClasses);
	let listed = BoundedVec::truncate_from(vec![id]);
	scopes.try_insert(class, listed).map(drop).map_err(|_| Error::TooManyClasses)
}

/// Takes a rule out of its scope.
fn remove<const MOST: u32, const EACH: u32>(
	scopes: &mut Scopes<MOST, EACH>,
	class: Option<ClassId>,
	id: RuleId,
) {
	if let Some(listed) = scopes.get_mut(&class) {
		listed.retain(|rule| *rule != id);
		if listed.is_empty() {
			scopes.remove(&class);
		}
	}
}

impl<T: Config> Subjects for Pallet<T> {
	fn newest_record(subject: &Subject) -> Option<RecordId> {
		match subject {
			Subject::Rule(id) => match Rules::<T>::get(id) {
				Some(rule) => rule.newest_record,
				None => Self::withdrawn(*id),
			},
			_ => None,
		}
	}
}
