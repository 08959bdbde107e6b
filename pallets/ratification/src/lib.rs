//! # Ratification
//!
//! What the council does in haste, until the assembly has ratified it or it lapses.
//!
//! Some things cannot wait for a referendum of all institutions: one is found to sell forged goods, or a
//! field hospital is needed tomorrow. There the council of health commissions acts at once. What it does is
//! in force at once, and no longer than [`Config::Term`] says of its matter unless those who decide such a
//! matter otherwise ratify it.
//!
//! | term | meaning |
//! |---|---|
//! | *matter* | what an act is about: [`Matter`](salus_primitives::Matter). Whether an institution may act, or whether an emergency is in force |
//! | *effect* | how the act left its matter: [`Effect`](salus_primitives::Effect), in force or out of force |
//! | *hasty act* | an act of the council on a matter of which nobody else decided |
//! | *pending* | of a hasty act: neither ratified nor undone |
//! | *ratify* | to let a pending act last; by [`Config::RatifyOrigin`], the assembly |
//! | *lapse* | to be undone for want of ratification: by anybody, once the term is over |
//! | *spent* | of a hasty act: undone, by whoever did so. The council must leave its matter alone until the act has cooled |
//! | *cooling* | how long an undone act stays spent: [`Config::Cooling`] from the end of its term, or from its undoing if that is later |
//!
//! ## A short story
//!
//! On a Sunday the council suspends a supplier whose masks are forged. The suspension is in force at once,
//! and pending for 14 days. The assembly puts a ratification to the vote and approves it on the tenth day:
//! the suspension lasts. In March the council suspends a hospital that has fallen out with its commission.
//! Nobody puts that to the vote. On the fifteenth day an agent of the hospital calls [`lapse`](Pallet::lapse):
//! the hospital is reinstated, and the call costs nothing. The council would suspend it again, and is
//! refused for 30 days; the assembly could do it.
//!
//! ## Who acts, and what follows
//!
//! An act that changes nothing is refused by whoever carries it out. So an act on a matter of which another
//! one is pending undoes that one.
//!
//! | of the matter is kept | the council acts | the assembly or root acts |
//! |---|---|---|
//! | nothing | pending | nothing |
//! | a pending act, its term over or not | spent | spent |
//! | a spent act that has not cooled | refused: [`Error::SpentLately`] | spent as before |
//! | a spent act that has cooled | pending anew | nothing |
//!
//! | then | of the matter is kept |
//! |---|---|
//! | a pending act is ratified | nothing |
//! | a pending act lapses | spent |
//! | a spent act that has cooled is cleared | nothing |
//! | the matter is closed: the institution is wound up, or the emergency forgotten | nothing |
//!
//! - What the assembly does itself needs no ratification: it was voted on.
//! - The council that admits an institution and suspends it a day later undoes its own admission: the
//!   institution was suspended in effect before anybody else had a say, and stays so until the assembly
//!   reinstates it.
//! - The council does not prolong its haste by undoing an act and doing it again: both leave it spent.
//! - Nor does it override a vote: when the assembly undoes a pending act, that is spent like any other,
//!   and the assembly's word stands at least for the cooling.
//! - A ratification lets the act last as if the assembly had done it. It is not too late when the term is
//!   over, as long as nobody has let the act lapse.
//! - How long the term is, the matter decides: a few days for an emergency, on which a referendum takes hours.
//! - An institution stands as the act left it until somebody lets the act lapse. An emergency is in force no
//!   longer than the term, whether anybody does or not; a lapse ends it for good.
//!
//! ## What haste does not change
//!
//! Who judges an act is not chosen by it: an institution that was admitted or reinstated in haste votes in the
//! assembly once that is ratified, and one that was suspended in haste is a member, and votes, until its
//! suspension is. [`Haste::pending`](salus_primitives::Haste::pending) tells which acts are pending, and
//! [`Config::OnRatified`] what was ratified.
//!
//! ## Who gets out
//!
//! - Of a pending act: the assembly at any time, by ratifying it or by the opposite act; anybody who signs,
//!   once its term is over. Whom it is about is not hindered by being suspended.
//! - Of a pending act that cannot be undone, since as many institutions are suspended as may be: it stays
//!   pending, and `lapse` can be called again when there is room. The assembly makes room by reinstating or
//!   winding up others. [`explain_lapse`](Pallet::explain_lapse) says why it is refused.
//! - Of a spent act: the assembly acts on the matter as it likes; anybody clears it when it has cooled.
//!
//! ## Records
//!
//! A ratification and a lapse are recorded on the matter's own subject: on the institution, or on the
//! emergency. The hasty act itself has the record of its call, by the council.
//!
//! ## Further matters
//!
//! [`salus_primitives::haste`] says what a further kind of act needs. Nothing in this pallet is among it.
//!
//! ## Invariants
//!
//! As [`Pallet::do_try_state`] checks them; its messages name the number and the identifiers.
//!
//! 1. Acts are kept of matters that exist and are not closed.
//! 2. A matter of which an act is pending stands as the act left it.
//! 3. An act was done when it says, and its term ends after that. A spent act cools no sooner than its term
//!    ends.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod acts;
mod clear;
mod haste;
mod lapse;
mod ratify;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
mod views;
mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::{ActPage, ActState, HastyAct, LapseExplanation};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{ActPage, HastyAct, LapseExplanation, WeightInfo};
	use frame_support::{pallet_prelude::*, traits::EnsureOriginWithArg, PartialEqNoBound};
	use frame_system::pallet_prelude::*;
	use salus_primitives::{
		Access, Act, Actor, Effect, EmergencyId, InstitutionId, Matter, Moment, OnRatified,
		Reversal, Trail,
	};
	use sp_runtime::traits::Convert;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What a runtime decides.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who ratifies acts on a matter: the assembly, on the track that decides such matters.
		type RatifyOrigin: EnsureOriginWithArg<
			Self::RuntimeOrigin,
			Matter,
			Success = Actor<Self::AccountId>,
		>;

		/// Resolves who lets acts lapse.
		type Access: Access<OriginFor<Self>, Self::AccountId>;

		/// Keeps the time.
		type Trail: Trail<Self::AccountId>;

		/// Knows how matters stand, and undoes what was done in them. Its errors are errors of
		/// [`lapse`](Pallet::lapse).
		type Reversal: Reversal<Self::AccountId, Matter>;

		/// Told of what was ratified.
		type OnRatified: OnRatified;

		/// For how long a hasty act on a matter is in force without being ratified, in milliseconds.
		type Term: Convert<Matter, Moment>;

		/// For how long the council must not act on a matter in which its act was undone, in milliseconds:
		/// from the end of that act's term, or from the undoing if that is later.
		#[pallet::constant]
		type Cooling: Get<Moment>;

		/// What each call weighs.
		type WeightInfo: WeightInfo;

		/// Sets up institutions for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: salus_primitives::BenchmarkHelper<Self::AccountId>;
	}

	/// The hasty act of each matter that is pending, or spent and not cleared yet.
	#[pallet::storage]
	pub type Acts<T: Config> = StorageMap<_, Identity, Matter, HastyAct>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The council acted in haste. Unless the assembly ratifies it, anybody has it undone from
		/// `lapses_at` on.
		ActPending { matter: Matter, effect: Effect, lapses_at: Moment },
		/// What the council had done in haste was undone by itself, by the assembly or by root. The council
		/// acts on the matter again from `until` on.
		ActUndone { matter: Matter, effect: Effect, until: Moment },
		/// What the council had done in haste was ratified: it lasts.
		ActRatified { matter: Matter, effect: Effect },
		/// What the council had done in haste was not ratified in time, and was undone. The council acts on
		/// the matter again from `until` on.
		ActLapsed { matter: Matter, effect: Effect, until: Moment },
		/// The council may act on a matter again: what it had done there has cooled.
		ActCleared { matter: Matter },
		/// A matter has ended for good, and with it whatever was pending or spent: the institution was wound
		/// up, or the emergency forgotten.
		MatterClosed { matter: Matter },
	}

	#[pallet::error]
	#[derive(PartialEqNoBound)]
	pub enum Error<T> {
		/// What the council did in this matter was undone not long ago: until the moment that the view `act`
		/// tells, only the assembly may act on it.
		SpentLately,
		/// Nothing that the council did in this matter waits for anything: check the matter.
		ActNotFound,
		/// What the council did in this matter was undone already: there is nothing to ratify or to undo.
		NotPending,
		/// The act may still be ratified: it lapses at the moment that the view `act` tells.
		TermNotOver,
		/// The act is pending: it is ratified, or lapses; there is nothing to clear.
		StillPending,
		/// The act has not cooled: clear it after the moment that the view `act` tells.
		CoolingNotOver,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			// How long a term is does not hang on which institution or emergency it is.
			for matter in [Matter::Standing(InstitutionId(0)), Matter::Emergency(EmergencyId(0))] {
				let term = T::Term::convert(matter);
				assert!(term > 0, "an act can be ratified before it lapses: {matter:?}");
			}
			assert!(T::Cooling::get() > 0, "an act that was undone is not done again at once");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The pending acts behind the matter `after`, each with the moment at which it lapses; at most
		/// `limit` of them, and at most 256 matters are looked at, so that a page may be empty. The order is
		/// that of storage. A client goes on with `next` until there is none.
		pub fn pending(after: Option<Matter>, limit: u32) -> ActPage {
			Self::view_pending(after, limit)
		}

		/// What the council did in a matter, while it is pending, or spent and not cleared.
		pub fn act(matter: Matter) -> Option<HastyAct> {
			Self::find(matter)
		}

		/// Every reason why `lapse` would be refused now. With none, anybody lets the act lapse.
		pub fn explain_lapse(matter: Matter) -> LapseExplanation {
			Self::view_explain_lapse(matter)
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Ratifies what the council did in a matter: it lasts.
		///
		/// By [`Config::RatifyOrigin`]. Deposits [`Event::ActRatified`].
		///
		/// Errors: those of the origin, [`Error::ActNotFound`], [`Error::NotPending`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::ratify())]
		pub fn ratify(origin: OriginFor<T>, matter: Matter) -> DispatchResult {
			let act = Act::by(T::RatifyOrigin::ensure_origin(origin, &matter)?);
			Self::do_ratify(act, matter)
		}

		/// Undoes what the council did in a matter and nobody has ratified in its term.
		///
		/// Signed by anybody, whether the institution may act or not; free of charge when it succeeds.
		/// Deposits [`Event::ActLapsed`], and what undoing deposits.
		///
		/// Errors: [`Error::ActNotFound`], [`Error::NotPending`], [`Error::TermNotOver`], those of
		/// [`Config::Reversal`]; of an institution, `TooManySuspended`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::lapse())]
		pub fn lapse(origin: OriginFor<T>, matter: Matter) -> DispatchResultWithPostInfo {
			let act = T::Access::anyone(origin)?;
			Self::do_lapse(act, matter)?;
			Ok(Pays::No.into())
		}

		/// Removes what is kept of an act that was undone and has cooled.
		///
		/// Signed by anybody; free of charge when it succeeds. Deposits [`Event::ActCleared`].
		///
		/// Errors: [`Error::ActNotFound`], [`Error::StillPending`], [`Error::CoolingNotOver`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::clear())]
		pub fn clear(origin: OriginFor<T>, matter: Matter) -> DispatchResultWithPostInfo {
			T::Access::anyone(origin)?;
			Self::do_clear(matter)?;
			Ok(Pays::No.into())
		}
	}
}
