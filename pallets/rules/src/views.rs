//! What clients read beside the storage itself.

use crate::{Config, CountKey, Pallet, Signature, Signed};
use alloc::vec::Vec;
use salus_primitives::{ClassId, InstitutionId, InstitutionKind, RuleId, TermsKind, Total, Trail};

impl<T: Config> Pallet<T> {
	pub(crate) fn view_rules_on(
		sender: InstitutionId,
		class: ClassId,
		terms: TermsKind,
	) -> Vec<RuleId> {
		let giver = Some(sender).filter(|_| terms != TermsKind::Return);
		Self::rules_on(giver, core::iter::once(class))
	}

	pub(crate) fn view_count(rule: RuleId, key: CountKey) -> Total {
		Self::counted(rule, &key, key.period_at(T::Trail::now()))
	}

	pub(crate) fn view_signatures(
		rule: RuleId,
		signed: Signed,
		kind: InstitutionKind,
	) -> Vec<Signature> {
		Self::signatures_of(rule, signed, kind).into_inner()
	}
}
