//! # Rules
//!
//! Under which conditions goods may move.
//!
//! ## Terms
//!
//! | term | meaning |
//! |---|---|
//! | rule | alternatives, of which one must hold for goods to move |
//! | alternative | conditions that must all hold |
//! | clause | a condition, or its opposite |
//! | author | whose a rule is: governance's, which binds whatever anybody sends, or an institution's, which binds what leaves its own books |
//! | scope | one class, or all of them |
//! | movement | goods that are proposed to somebody, or are to leave |
//! | limit | the condition that at most so much moves in a period |
//! | count | what moved under a rule in a period, to one receiver, to one region or to all |
//! | share | what one transfer adds to a count |
//! | passage | how a transfer passed a rule when it was proposed |
//! | signature | an institution's consent that goods move, under one rule, up to an end |
//!
//! ## A short story
//!
//! Governance writes that whoever gives masks away keeps a week of its own use, or serves a need that
//! cannot wait ([`Pallet::write_rule`], with two alternatives). A hospital in Hubei adds a rule for its
//! own books: at most 10,000 masks a week to one receiver. When it proposes 8,000 masks to a clinic, both
//! are examined; the proposal passes and counts 8,000 against the limit. A second one over 3,000 is
//! refused, and circulation's `explain_transfer` names the rule, the alternative and the condition. The
//! clinic rejects the first: the 8,000 count no more, and the second passes.
//!
//! Controlled drugs leave only with the signature of the health commission. It signs for what this
//! hospital sends to that one, until the end of the month ([`Pallet::co_sign`]). When the month is over,
//! anybody takes the signature out ([`Pallet::expire_signature`]).
//!
//! The hospital closes. Its rules bind nobody any more, and anybody withdraws them
//! ([`Pallet::withdraw_rule`]).
//!
//! ## What binds when
//!
//! A movement falls under the rules of governance and of its sender, for its classes and for all classes.
//! It passes when it passes each of them that is not paused. A rule for one class asks about the goods of
//! that class that move.
//!
//! | condition | when a transfer is proposed | when it is dispatched |
//! |---|---|---|
//! | who the sender and the receiver are, shelf life, terms, quantity, the need that is served, emergencies, signatures for a pair | asked | asked |
//! | who carries, signatures for a transfer | counts as met | asked |
//! | what the sender keeps, limits | asked, and remembered | as remembered; asked if the rule has another wording since, or did not bind then |
//!
//! **What came can go back.** A return falls under no rule of its sender, and only under those of
//! governance that name returns in a condition about terms.
//!
//! ## Who gets out
//!
//! - A rule of an institution that is suspended, gone or hostile: governance pauses or withdraws it; of
//!   one that is wound up, anybody withdraws it. It binds what leaves that institution's books and
//!   nothing else.
//! - Goods that are reserved when a rule is written or a signature revoked: they are not dispatched, and
//!   become available again by the deadlines of their transfer.
//! - A limit that a neighbour uses up: it must propose goods that it has, and they count only as long as
//!   they are reserved, or have left.
//!
//! ## Invariants
//!
//! As [`Pallet::do_try_state`] checks them; its messages name the number and the identifiers.
//!
//! 1. Every rule has an identifier below the next one, and says what a rule may say.
//! 2. Every withdrawn rule has an identifier below the next one, and is stored no more.
//! 3. The index lists exactly the rules, each once, under its author and scope, within their bounds; and
//!    it knows as authors exactly the institutions that have rules, as far as it reaches.
//! 4. Every count is under a rule, withdrawn or not. What the transfers that have not left share in it is
//!    at most what is counted. Each of them passed some rules, each once.
//! 5. Every signature is under a rule, withdrawn or not. For the same nobody signs twice. Each
//!    institution has as many as are counted, at most `MaxSignaturesGiven`.
//!
//! Identifiers below the next one that are neither stored nor withdrawn belong to rules that were
//! withdrawn and forgotten.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod access;
mod amend_rule;
mod clear_count;
mod co_sign;
mod counts;
mod examine;
mod expire_signature;
mod forget_rule;
mod index;
mod known;
mod on_transfer;
mod pause_rule;
mod resume_rule;
mod revoke_signature;
mod signatures;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
mod views;
pub mod weights;
mod withdraw_rule;
mod wording;
mod write_rule;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use counts::PassagesOfOne;
pub use examine::Passed;
pub use index::{Governed, Institutions, Own, RuleIndex, Scopes};
pub use pallet::*;
pub use salus_primitives::time::LONGEST_PERIOD;
pub use signatures::SignaturesOfKind;
pub use types::{
	Alternative, Among, Author, Clause, Condition, Count, CountKey, Force, Party, Passage, Reach,
	Rule, Share, Signature, Signed, Signing, Wording, GOVERNANCE_RULES, MAX_ALTERNATIVES,
	MAX_APPLICABLE, MAX_CLAUSES, MAX_CO_SIGNATURES, MAX_GOVERNED, MAX_LIMITS, MAX_OWN,
	MAX_SIGNATURES, OWN_RULES,
};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use crate::{
		wording, Author, Count, CountKey, Own, PassagesOfOne, Rule, RuleIndex, Signature,
		SignaturesOfKind, Signed, WeightInfo, Wording,
	};
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::{
			Blake2_128Concat, DispatchResult, EnsureOrigin, Hooks, Identity, StorageDoubleMap,
			StorageMap, StorageValue, StorageVersion, ValueQuery,
		},
		traits::Get,
		PartialEqNoBound,
	};
	use frame_system::pallet_prelude::{BlockNumberFor, OriginFor};
	use salus_primitives::{
		Access, Actor, ClassId, Directory, Emergencies, Geography, InstitutionId, InstitutionKind,
		Levels, Moment, RecordId, Role, RuleId, TermsKind, Total, Trail, TransferId,
	};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who writes the rules that bind everybody, and pauses and withdraws those of institutions.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;

		/// Resolves who acts, and for which institution.
		type Access: Access<Self::RuntimeOrigin, Self::AccountId>;

		/// Knows the institutions and their licences.
		type Directory: Directory<Self::AccountId>;

		/// Knows which region is a part of which.
		type Geography: Geography;

		/// Knows what institutions have and use.
		type Levels: Levels;

		/// Knows which emergencies are in force.
		type Emergencies: Emergencies;

		/// Keeps the trail, and the time.
		type Trail: Trail<Self::AccountId>;

		/// The most signatures that one institution gives and that are not taken out.
		#[pallet::constant]
		type MaxSignaturesGiven: Get<u32>;

		/// How far ahead the end of a signature may be, in milliseconds.
		#[pallet::constant]
		type MaxSignatureTerm: Get<Moment>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Sets up institutions for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: salus_primitives::BenchmarkHelper<Self::AccountId>;
	}

	/// The identifier of the next rule.
	#[pallet::storage]
	pub type NextRuleId<T> = StorageValue<_, RuleId, ValueQuery>;

	/// All rules.
	#[pallet::storage]
	pub type Rules<T> = StorageMap<_, Identity, RuleId, Rule>;

	/// The rules of governance by scope, and which institutions have rules.
	#[pallet::storage]
	pub type Index<T> = StorageValue<_, RuleIndex, ValueQuery>;

	/// The rules of each institution that has any, by scope.
	#[pallet::storage]
	pub type OwnRules<T> = StorageMap<_, Identity, InstitutionId, Own, ValueQuery>;

	/// The newest record of each withdrawn rule, for as long as that record is live.
	#[pallet::storage]
	pub type Withdrawn<T> = StorageMap<_, Identity, RuleId, RecordId>;

	/// What moved under a rule in a period.
	#[pallet::storage]
	pub type Counts<T> = StorageDoubleMap<_, Identity, RuleId, Blake2_128Concat, CountKey, Count>;

	/// How each transfer passed that was proposed under rules, until it leaves or ends.
	#[pallet::storage]
	pub type Passages<T> = StorageMap<_, Identity, TransferId, PassagesOfOne, ValueQuery>;

	/// The signatures under a rule, by what they are for and of which kind their givers were.
	#[pallet::storage]
	pub type Signatures<T> = StorageDoubleMap<
		_,
		Identity,
		RuleId,
		Blake2_128Concat,
		(Signed, InstitutionKind),
		SignaturesOfKind,
		ValueQuery,
	>;

	/// How many signatures of each institution there are.
	#[pallet::storage]
	pub type SignaturesGiven<T> = StorageMap<_, Identity, InstitutionId, u32, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A rule was written, and binds from now on.
		RuleWritten {
			rule: RuleId,
			author: Author,
			/// The class that it is for; `None` when it is for all.
			class: Option<ClassId>,
		},
		/// A rule has another wording. Signatures for the one before are void.
		RuleAmended { rule: RuleId, version: u32 },
		/// A rule binds nobody until whoever paused it resumes it.
		RulePaused {
			rule: RuleId,
			/// Who paused it.
			by: Author,
		},
		/// A rule binds again.
		RuleResumed { rule: RuleId },
		/// A rule was withdrawn: there is none of this identifier any more.
		RuleWithdrawn { rule: RuleId },
		/// An institution signed what a rule demands a signature for.
		CoSigned {
			rule: RuleId,
			signed: Signed,
			/// Who signed.
			by: InstitutionId,
			/// The last moment at which the signature is of use.
			until: Moment,
		},
		/// An institution took its signature back.
		SignatureRevoked { rule: RuleId, signed: Signed, by: InstitutionId },
		/// A signature that had lapsed was taken out.
		SignatureExpired { rule: RuleId, signed: Signed, by: InstitutionId },
		/// A count was removed whose period is over, or whose rule was withdrawn.
		CountCleared { rule: RuleId, key: CountKey },
		/// Nothing is left of a withdrawn rule: its records are pruned.
		RuleForgotten { rule: RuleId },
	}

	#[pallet::error]
	#[derive(PartialEqNoBound)]
	pub enum Error<T> {
		/// The rule is not this institution's: its author changes it, and governance may pause or
		/// withdraw it.
		NotAuthor,
		/// There is no rule with this identifier: check it. It may have been withdrawn.
		RuleNotFound,
		/// The rule has no alternative, so that nothing could move: add one.
		NoAlternatives,
		/// An alternative has no condition, so that everything could move: add one, or leave the
		/// alternative out.
		EmptyAlternative,
		/// A condition counts units, and a rule for all classes would add up units of different kinds:
		/// write a rule for each class.
		ClassNeeded,
		/// The least quantity is above the most: exchange them.
		RangeReversed,
		/// The period of a limit is of no day, or longer than the longest one: choose another.
		InvalidPeriod,
		/// A condition about terms names none: name one, or leave the condition out.
		NoTerms,
		/// The rule has more limits than it may: divide it into two.
		TooManyLimits,
		/// The rule demands more signatures than it may: divide it into two.
		TooManyCoSignatures,
		/// There is no region with this code: check it.
		RegionNotFound,
		/// There are as many rules for this class, or for all classes, as one author may have: amend or
		/// withdraw one of them.
		TooManyRules,
		/// There are rules for as many classes as one author may have them for: withdraw those of a
		/// class, or write one for all classes.
		TooManyClasses,
		/// No identifier is left for another rule.
		IdsExhausted,
		/// Nothing to change: wording and digest are the stored ones.
		Unchanged,
		/// Nothing to change: the rule is paused.
		AlreadyPaused,
		/// Nothing to change: the rule binds.
		NotPaused,
		/// Another party paused the rule: governance resumes what it paused, and the author what it
		/// paused. While governance has paused it, its author does not withdraw it either.
		PausedByAnother,
		/// The rule demands no such signature of an institution of this kind: check the rule, and
		/// whether the signature is to be for a pair of institutions or for one transfer.
		NotAsked,
		/// The institution is the sender or the receiver itself: another one signs.
		NotThirdParty,
		/// The signature would end in the past: choose a later end.
		EndPassed,
		/// The signature would be of use for longer than allowed: choose an earlier end, and sign anew
		/// then.
		TermTooLong,
		/// As many institutions of this kind have signed the same as may: their signatures are as good
		/// as another one.
		TooManySignatures,
		/// The institution has given as many signatures as it may: revoke one, or have one taken out
		/// that has lapsed.
		TooManySignaturesGiven,
		/// The institution has not signed this: check the rule, what is signed, and the kind that the
		/// institution was of when it signed.
		SignatureNotFound,
		/// The signature is in force: its giver revokes it, and when it has lapsed anybody takes it out.
		SignatureInForce,
		/// Nothing is counted under this rule and key: check them.
		CountNotFound,
		/// The period of the count is not over, and its rule stands: clear it later.
		PeriodNotOver,
		/// The rule is not withdrawn, or is forgotten already.
		NotWithdrawn,
		/// The newest record of the rule is not pruned yet: wait until its epoch is.
		RecordNotPruned,
		/// Something is counted under the rule: clear the counts first.
		CountsRemain,
		/// Signatures are left under the rule: have them taken out first.
		SignaturesRemain,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxSignaturesGiven::get() > 0, "an institution may sign something");
			assert!(T::MaxSignatureTerm::get() > 0, "a signature lasts for a while");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Writes a rule, which binds from now on.
		///
		/// By [`Config::GovernanceOrigin`], for whatever anybody sends; or signed by an admin, for what
		/// its institution sends. Transfers that are proposed already are asked at their dispatch.
		///
		/// - `class`: the class that the rule is for; with none, it is for all.
		/// - `wording`: the alternatives, each with its conditions. Quantities are in base units, times
		///   in days.
		/// - `digest`: of the text that the conditions put into force, kept off chain.
		///
		/// Emits [`Event::RuleWritten`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::NoAlternatives`],
		/// [`Error::EmptyAlternative`], [`Error::TooManyLimits`], [`Error::TooManyCoSignatures`],
		/// [`Error::RegionNotFound`], [`Error::ClassNeeded`], [`Error::InvalidPeriod`],
		/// [`Error::RangeReversed`], [`Error::NoTerms`], [`Error::IdsExhausted`],
		/// [`Error::TooManyRules`], [`Error::TooManyClasses`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::write_rule(wording::length(wording)))]
		pub fn write_rule(
			origin: OriginFor<T>,
			class: Option<ClassId>,
			wording: Wording,
			digest: H256,
		) -> DispatchResult {
			let (act, author) = Self::author(origin)?;
			Self::do_write_rule(act, author, class, wording, digest)
		}

		/// Gives a rule another wording.
		///
		/// By its author: [`Config::GovernanceOrigin`], or an admin of the institution. What is counted
		/// stays counted; signatures for the wording before are void. A paused rule stays paused.
		///
		/// - `wording`, `digest`: as in [`Pallet::write_rule`].
		///
		/// Emits [`Event::RuleAmended`].
		///
		/// Fails as [`Config::Access`] does, with [`Error::RuleNotFound`], [`Error::NotAuthor`],
		/// [`Error::Unchanged`], and as [`Pallet::write_rule`] does over the wording.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::amend_rule(wording::length(wording)))]
		pub fn amend_rule(
			origin: OriginFor<T>,
			rule: RuleId,
			wording: Wording,
			digest: H256,
		) -> DispatchResult {
			let (act, author) = Self::author(origin)?;
			Self::do_amend_rule(act, author, rule, wording, digest)
		}

		/// Pauses a rule: it binds nobody until it is resumed.
		///
		/// By its author or [`Config::GovernanceOrigin`], which may also pause what its author has
		/// paused, so that it stays so.
		///
		/// Emits [`Event::RulePaused`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::RuleNotFound`], [`Error::NotAuthor`],
		/// [`Error::AlreadyPaused`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::pause_rule())]
		pub fn pause_rule(origin: OriginFor<T>, rule: RuleId) -> DispatchResult {
			let (act, author) = Self::author(origin)?;
			Self::do_pause_rule(act, author, rule)
		}

		/// Lets a paused rule bind again.
		///
		/// By whoever paused it.
		///
		/// Emits [`Event::RuleResumed`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::RuleNotFound`], [`Error::NotAuthor`],
		/// [`Error::NotPaused`], [`Error::PausedByAnother`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::resume_rule())]
		pub fn resume_rule(origin: OriginFor<T>, rule: RuleId) -> DispatchResult {
			let (act, author) = Self::author(origin)?;
			Self::do_resume_rule(act, author, rule)
		}

		/// Withdraws a rule for good.
		///
		/// By its author or [`Config::GovernanceOrigin`]; signed by anybody once the author is wound up.
		///
		/// Emits [`Event::RuleWithdrawn`].
		///
		/// Fails with [`Error::RuleNotFound`], as [`Config::Access`] does, and with [`Error::NotAuthor`],
		/// and, for an author whose rule governance paused, [`Error::PausedByAnother`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::withdraw_rule())]
		pub fn withdraw_rule(origin: OriginFor<T>, rule: RuleId) -> DispatchResult {
			let loaded = Self::load(rule)?;
			let act = Self::withdrawer(origin, &loaded)?;
			Self::do_withdraw_rule(act, rule, loaded)
		}

		/// Signs what a rule demands a signature for.
		///
		/// Signed by an agent in the role dispatch, of an institution of a kind that the rule names. A
		/// later signature for the same takes the place of an earlier one.
		///
		/// - `signed`: what one institution sends to another, or one transfer; as the rule demands it.
		/// - `until`: the last moment at which the signature is of use, in milliseconds since 1970, at
		///   most [`Config::MaxSignatureTerm`] ahead.
		///
		/// Emits [`Event::CoSigned`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::RuleNotFound`], [`Error::NotAsked`],
		/// [`Error::NotThirdParty`], [`Error::EndPassed`], [`Error::TermTooLong`],
		/// [`Error::TooManySignaturesGiven`], [`Error::TooManySignatures`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::co_sign())]
		pub fn co_sign(
			origin: OriginFor<T>,
			rule: RuleId,
			signed: Signed,
			until: Moment,
		) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			Self::do_co_sign(act, rule, signed, until)
		}

		/// Takes a signature back. Goods that have not left need another one.
		///
		/// Signed by an agent in the role dispatch of the institution that signed.
		///
		/// - `kind`: the kind that the institution was of when it signed.
		///
		/// Emits [`Event::SignatureRevoked`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::SignatureNotFound`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::revoke_signature())]
		pub fn revoke_signature(
			origin: OriginFor<T>,
			rule: RuleId,
			signed: Signed,
			kind: InstitutionKind,
		) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			Self::do_revoke_signature(act, rule, signed, kind)
		}

		/// Takes out a signature that is of no use any more: it has ended, or its rule has another
		/// wording or is withdrawn, or whoever gave it is wound up.
		///
		/// Signed by anybody.
		///
		/// - `kind`: the kind that the institution was of when it signed.
		/// - `by`: the institution that signed.
		///
		/// Emits [`Event::SignatureExpired`].
		///
		/// Fails with [`Error::SignatureNotFound`], [`Error::SignatureInForce`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::expire_signature())]
		pub fn expire_signature(
			origin: OriginFor<T>,
			rule: RuleId,
			signed: Signed,
			kind: InstitutionKind,
			by: InstitutionId,
		) -> DispatchResult {
			let act = T::Access::anyone(origin)?;
			Self::do_expire_signature(act, rule, signed, kind, by)
		}

		/// Removes a count that no rule asks for any more: its period is over, or its rule was
		/// withdrawn.
		///
		/// Signed by anybody.
		///
		/// Emits [`Event::CountCleared`].
		///
		/// Fails with [`Error::CountNotFound`], [`Error::PeriodNotOver`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::clear_count())]
		pub fn clear_count(origin: OriginFor<T>, rule: RuleId, key: CountKey) -> DispatchResult {
			T::Access::anyone(origin)?;
			Self::do_clear_count(rule, key)
		}

		/// Removes what is left of a withdrawn rule: the name of its newest record, which is pruned.
		///
		/// Signed by anybody, once nothing is counted and nothing signed under the rule.
		///
		/// Emits [`Event::RuleForgotten`].
		///
		/// Fails with [`Error::NotWithdrawn`], [`Error::CountsRemain`], [`Error::SignaturesRemain`],
		/// [`Error::RecordNotPruned`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::forget_rule())]
		pub fn forget_rule(origin: OriginFor<T>, rule: RuleId) -> DispatchResult {
			T::Access::anyone(origin)?;
			Self::do_forget_rule(rule, T::Trail::is_pruned)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A rule; `None` when there is none, or when it was withdrawn.
		pub fn rule(rule: RuleId) -> Option<Rule> {
			Self::load(rule).ok()
		}

		/// The rules that goods of a class fall under that `sender` sends under these terms, paused ones
		/// among them: those of governance first. Under the terms return, those that a loan which goes back
		/// falls under; of governance, one of them binds only if it names returns.
		pub fn rules_of(sender: InstitutionId, class: ClassId, terms: TermsKind) -> Vec<RuleId> {
			Self::view_rules_on(sender, class, terms)
		}

		/// What is counted under a rule in the period of now, in base units.
		pub fn counted_now(rule: RuleId, key: CountKey) -> Total {
			Self::view_count(rule, key)
		}

		/// The signatures that institutions of a kind have given, lapsed ones among them.
		pub fn signatures(rule: RuleId, signed: Signed, kind: InstitutionKind) -> Vec<Signature> {
			Self::view_signatures(rule, signed, kind)
		}
	}
}
