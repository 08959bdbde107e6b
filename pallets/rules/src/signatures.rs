//! Signatures.
//!
//! All reads and writes of [`Signatures`] and [`SignaturesGiven`] go through this file; only `try_state`
//! iterates over them itself. What holds of them is invariant 5 of the pallet.
//!
//! Those of institutions of one kind stand together, so that no kind takes the room of another; and any
//! of them is as good as any other, so that whoever fills the room of a kind has granted what was asked
//! for.

use crate::{Config, Error, Pallet, Rule, Signature, Signatures, SignaturesGiven, Signed};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get, BoundedVec};
use salus_primitives::{
	Directory, InstitutionId, InstitutionKind, Moment, RuleId, Standing, Trail,
};
use sp_core::ConstU32;
use sp_runtime::DispatchError;

/// The signatures of institutions of one kind for the same.
pub type SignaturesOfKind = BoundedVec<Signature, ConstU32<{ crate::MAX_SIGNATURES }>>;

impl Signature {
	/// Whether it is of no use any more, whatever happens: its time is over, or the rule has another
	/// wording, or there is no rule.
	pub(crate) fn has_lapsed(&self, rule: Option<&Rule>, now: Moment) -> bool {
		self.until < now || rule.is_none_or(|rule| rule.version != self.version)
	}
}

impl<T: Config> Pallet<T> {
	/// The signatures of institutions of a kind.
	pub(crate) fn signatures_of(
		rule: RuleId,
		signed: Signed,
		kind: InstitutionKind,
	) -> SignaturesOfKind {
		Signatures::<T>::get(rule, (signed, kind))
	}

	/// Adds a signature, in place of an earlier one of the same institution. Those that have lapsed make
	/// room.
	pub(crate) fn add_signature(
		id: RuleId,
		rule: &Rule,
		signed: Signed,
		kind: InstitutionKind,
		signature: Signature,
	) -> DispatchResult {
		let now = T::Trail::now();
		let mut listed = Self::signatures_of(id, signed, kind);
		let gone =
			|known: &Signature| known.by == signature.by || Self::is_spent(known, Some(rule), now);
		for known in listed.iter().filter(|known| gone(known)) {
			Self::give_fewer(known.by)?;
		}
		listed.retain(|known| !gone(known));
		Self::give_more(signature.by)?;
		listed.try_push(signature).map_err(|_| Error::<T>::TooManySignatures)?;
		Signatures::<T>::insert(id, (signed, kind), listed);
		Ok(())
	}

	/// Takes a signature out, of whichever kind its giver was then.
	pub(crate) fn take_signature(
		id: RuleId,
		signed: Signed,
		kind: InstitutionKind,
		by: InstitutionId,
	) -> Result<Signature, DispatchError> {
		let mut listed = Self::signatures_of(id, signed, kind);
		let place = listed.iter().position(|known| known.by == by);
		let signature = listed.remove(place.ok_or(Error::<T>::SignatureNotFound)?);
		Self::give_fewer(by)?;
		if listed.is_empty() {
			Signatures::<T>::remove(id, (signed, kind));
		} else {
			Signatures::<T>::insert(id, (signed, kind), listed);
		}
		Ok(signature)
	}

	/// Whether a signature is of no use for ever: it has lapsed, or whoever gave it is wound up.
	pub(crate) fn is_spent(signature: &Signature, rule: Option<&Rule>, now: Moment) -> bool {
		let is_gone = || T::Directory::standing(signature.by) == Some(Standing::WoundUp);
		signature.has_lapsed(rule, now) || is_gone()
	}

	/// Whether any signature is left under a rule.
	pub(crate) fn has_signatures(rule: RuleId) -> bool {
		Signatures::<T>::iter_key_prefix(rule).next().is_some()
	}

	fn give_more(by: InstitutionId) -> Result<(), Error<T>> {
		let given = SignaturesGiven::<T>::get(by);
		ensure!(given < T::MaxSignaturesGiven::get(), Error::TooManySignaturesGiven);
		SignaturesGiven::<T>::insert(by, given.saturating_add(1));
		Ok(())
	}

	fn give_fewer(by: InstitutionId) -> DispatchResult {
		SignaturesGiven::<T>::try_mutate_exists(by, |given| {
			let left = given.unwrap_or_default().checked_sub(1).ok_or(DispatchError::Corruption)?;
			*given = (left > 0).then_some(left);
			Ok(())
		})
	}
}
