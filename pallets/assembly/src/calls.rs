//! The calls: each resolves who acts, and hands the rest to the module that bears its name.
//!
//! A section of the pallet's declaration in `lib.rs`, whose imports it sees.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Submits a referendum of the institution, ready to be decided.
		///
		/// Signed by an agent in the role vote. It takes no deposit.
		///
		/// - `track`: what it is about. The proposal runs with the origin of the track.
		/// - `proposal`: the call. It is kept with the referendum.
		/// - `enactment`: the block in which it is carried out, or how many blocks after the decision; not
		///   before the track allows it.
		///
		/// Emits [`Event::ReferendumSubmitted`], and what the submission to the track emits.
		///
		/// Fails as [`Config::Access`] does, with [`Error::NotMember`], [`Error::AgentsReplaced`],
		/// [`Error::ProposalTooLong`], [`Error::ProposalTooHeavy`], [`Error::EnactmentTooLate`],
		/// [`Error::TooManyOpen`], and as submitting to the track does.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::submit())]
		pub fn submit(
			origin: OriginFor<T>,
			track: Track,
			proposal: Box<ProposalOf<T>>,
			enactment: EnactmentOf<T>,
		) -> DispatchResult {
			let act = T::Access::voter(origin)?;
			Self::do_submit(act, track, proposal, enactment)?;
			Ok(())
		}

		/// Casts the institution's vote on a referendum, in place of an earlier one.
		///
		/// Signed by an agent in the role vote. The first vote on a referendum is free of charge.
		///
		/// - `aye`: whether it is for the proposal.
		///
		/// Emits [`Event::VoteCast`], and what the collective emits.
		///
		/// Fails as [`Config::Access`] does, and with the first obstacle that [`Pallet::explain_vote`]
		/// tells: [`Error::NotMember`], [`Error::AgentsReplaced`], [`Error::ReferendumNotFound`],
		/// [`Error::ReferendumNotOngoing`], [`Error::AwaitsRing`], [`Error::SecretBallot`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::vote())]
		pub fn vote(
			origin: OriginFor<T>,
			referendum: ReferendumId,
			aye: bool,
		) -> DispatchResultWithPostInfo {
			let act = T::Access::voter(origin)?;
			let pays = Self::do_vote(act, referendum, aye)?;
			Ok(pays.into())
		}

		/// Gives a kind of institution another rank.
		///
		/// By [`Config::RankOrigin`]. The members of the kind have it as soon as anybody calls
		/// [`Pallet::update_rank`] for them; until then they vote as before.
		///
		/// - `rank`: 2 at most.
		///
		/// Emits [`Event::RankSet`].
		///
		/// Fails as [`Config::RankOrigin`] does, and with [`Error::RankTooHigh`], [`Error::Unchanged`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::set_rank())]
		pub fn set_rank(origin: OriginFor<T>, kind: InstitutionKind, rank: Rank) -> DispatchResult {
			let act = Act::by(T::RankOrigin::ensure_origin(origin)?);
			Self::do_set_rank(act, kind, rank)
		}

		/// Gives a member the rank that its kind has by the table. An active institution that is no member,
		/// as it was admitted before there was an assembly, becomes one, unless it was admitted or reinstated
		/// in haste and that is not ratified.
		///
		/// Signed by anybody.
		///
		/// Emits [`Event::MemberRanked`] or [`Event::MemberInducted`].
		///
		/// Fails with [`Error::InstitutionNotFound`], [`Error::Unchanged`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::update_rank())]
		pub fn update_rank(origin: OriginFor<T>, institution: InstitutionId) -> DispatchResult {
			let act = T::Access::anyone(origin)?;
			Self::do_update_rank(act, institution)
		}

		/// Leaves the record of how a referendum ended.
		///
		/// Signed by anybody.
		///
		/// Emits [`Event::OutcomeRecorded`].
		///
		/// Fails with [`Error::ReferendumNotFound`], [`Error::AlreadyRecorded`], [`Error::NotDecided`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::record_outcome())]
		pub fn record_outcome(origin: OriginFor<T>, referendum: ReferendumId) -> DispatchResult {
			let act = T::Access::anyone(origin)?;
			Self::do_record_outcome(act, referendum)
		}

		/// Removes what is left of a referendum that was decided long ago: everything but its outcome.
		///
		/// Signed by anybody.
		///
		/// Emits [`Event::ReferendumForgotten`].
		///
		/// Fails with [`Error::ReferendumNotFound`], [`Error::NotDecided`], [`Error::RetentionNotOver`],
		/// [`Error::NotRecorded`], [`Error::RecordNotPruned`], [`Error::BallotsLeft`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::forget())]
		pub fn forget(origin: OriginFor<T>, referendum: ReferendumId) -> DispatchResult {
			T::Access::anyone(origin)?;
			Self::do_forget(referendum, T::Trail::is_pruned)
		}

		/// Submits a referendum that is to take secret votes.
		///
		/// As [`Pallet::submit`], save that it takes no votes for a part of its time: whoever may, puts it to a ring
		/// in that time. If nobody does, it takes open votes from then on.
		///
		/// Emits [`Event::SecrecyWanted`], and what [`Pallet::submit`] emits.
		///
		/// Fails as [`Pallet::submit`] does, and with [`Error::NeverSecret`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::submit_for_ring())]
		pub fn submit_for_ring(
			origin: OriginFor<T>,
			track: Track,
			proposal: Box<ProposalOf<T>>,
			enactment: EnactmentOf<T>,
		) -> DispatchResult {
			let act = T::Access::voter(origin)?;
			Self::do_submit_for_ring(act, track, proposal, enactment)
		}
	}
}
