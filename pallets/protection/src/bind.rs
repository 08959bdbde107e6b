//! The call `bind`.
//!
//! [`Pseudonyms`] and [`Aliases`] are written together: here, and in `forget.rs`.

use crate::{
	binding_message, context_name, Aliases, Binding, BindingOf, Config, Context, Error, Event,
	Pallet, Pseudonym, Pseudonyms, Roll,
};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{Act, Action, Actor, Directory, Purses, RingId, Step, Trail};
use salus_rings::{RingScheme, Root, PROOF_LENGTH};
use sp_runtime::traits::Saturating;

impl<T: Config> Pallet<T> {
	/// Refuses a binding that is not to be accepted now: what is cheap to see first, in the order in which the
	/// call lists it, the proof last. Changes nothing.
	pub(crate) fn check_binding(binding: &BindingOf<T>) -> Result<(), Error<T>> {
		let context = Self::load_context(binding.context)?;
		ensure!(!Self::is_over(&context), Error::ContextOver);
		let now = frame_system::Pallet::<T>::block_number();
		let last = now.saturating_add(T::MaxWindow::get());
		ensure!((now..=last).contains(&binding.until), Error::WindowPassed);
		ensure!(binding.proof.len() == PROOF_LENGTH, Error::ProofLength);
		let root = Self::root_of_binding(&context, binding)?;
		let is_taken = Aliases::<T>::contains_key(binding.context, binding.alias);
		ensure!(!is_taken, Error::AliasTaken);
		ensure!(Self::is_fresh(&binding.account), Error::AccountNotFresh);
		ensure!(T::Purses::has(context.terms.purse), Error::PursesEmpty);
		Self::check_proof(&root, binding)
	}

	/// The root against which a binding is to be proven: of a revision that the roll accepts, and that has
	/// enough members. In a fixed roll there are no others.
	fn root_of_binding(context: &Context, binding: &BindingOf<T>) -> Result<Root, Error<T>> {
		let ring = RingId { role: context.terms.role, number: binding.ring };
		let newest_alone = match context.terms.roll {
			Roll::Recent => false,
			Roll::Newest => true,
			Roll::AtDeclaration => {
				let entry = Self::enrolled_ring(binding.context, binding.ring)?;
				ensure!(entry.revision == binding.revision, Error::WrongRevision);
				return Ok(entry.root);
			}
		};
		Self::accepted_root(ring, binding.revision, newest_alone)
	}

	/// Whether an account may become that of a pseudonym: it is as good as new, acts for no institution, and is no
	/// pseudonym.
	fn is_fresh(who: &T::AccountId) -> bool {
		T::Purses::is_fresh(who)
			&& T::Directory::institution_of(who).is_none()
			&& !Pseudonyms::<T>::contains_key(who)
	}

	/// Refuses a proof that does not show what the binding says.
	fn check_proof(root: &Root, binding: &BindingOf<T>) -> Result<(), Error<T>> {
		let Binding { context, account, alias, until, proof, .. } = binding;
		let genesis = Self::genesis();
		let name = context_name(genesis, *context);
		let message = binding_message(genesis, *context, account, until);
		let proven = T::Scheme::verify(root, &name, &message, proof);
		ensure!(proven.is_ok_and(|proven| proven == *alias), Error::NotProven);
		Ok(())
	}

	/// Binds an account. That the binding is to be accepted was decided when the call was authorized, a moment
	/// ago and in the same state: a proof is verified once in a block.
	pub(crate) fn do_bind(binding: BindingOf<T>) -> DispatchResult {
		let mut context = Self::load_context(binding.context)?;
		let mut step = Step::new(Act::by(Actor::Proof), Action::PseudonymBound, &binding);
		let Binding { context: id, account, alias, .. } = binding;
		T::Purses::fill(&account, context.terms.purse)?;
		context.pseudonyms = context.pseudonyms.saturating_add(1);
		Self::save_context(&mut step, id, context)?;
		let bound_at = T::Trail::now();
		let pseudonym = Pseudonym { context: id, alias, bound_at, used: 0, vote: None };
		Pseudonyms::<T>::insert(&account, pseudonym);
		Aliases::<T>::insert(id, alias, &account);
		Self::deposit_event(Event::PseudonymBound { context: id, alias, account });
		Ok(())
	}
}
