//! The calls: each resolves who acts, and hands the rest to the module that bears its name.
//!
//! A section of the pallet's declaration in `lib.rs`, whose imports it sees.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Declares an emergency, which is in force from this block on. What the council declares is in force
		/// no longer than its term unless the assembly ratifies it.
		///
		/// By [`Config::DeclarationOrigin`].
		///
		/// - `declaration`: for which classes in which regions, 1 to 8 of each, in ascending order, each once;
		///   how grave it is; and until when, in milliseconds since 1970, [`Config::MaxDays`] ahead at most.
		///
		/// Emits [`Event::EmergencyDeclared`]. The record is on the emergency.
		///
		/// Fails with the errors of the origin, and with [`Error::NoRegions`], [`Error::NoClasses`],
		/// [`Error::NotAscending`], [`Error::RegionNotFound`], [`Error::ClassNotFound`],
		/// [`Error::EndPassed`], [`Error::TooLong`], [`Error::AlreadyDeclared`],
		/// [`Error::NotRatifiedLately`] and [`Error::TooManyUnratified`] (the council alone),
		/// [`Error::IdsExhausted`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::declare(
			declaration.regions.len() as u32,
			declaration.classes.len() as u32,
		))]
		pub fn declare(origin: OriginFor<T>, declaration: Declaration) -> DispatchResult {
			let act = Act::by(T::DeclarationOrigin::ensure_origin(origin)?);
			Self::do_declare(act, declaration)
		}

		/// Calls an emergency off, which is not in force from this block on. It is not brought back: another
		/// one is declared.
		///
		/// By [`Config::DeclarationOrigin`]; by the council, only one that is pending.
		///
		/// Emits [`Event::EmergencyCalledOff`]. The record is on the emergency.
		///
		/// Fails with the errors of the origin, and with [`Error::EmergencyNotFound`],
		/// [`Error::NotInForce`], [`Error::NotPending`] (the council alone).
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::call_off())]
		pub fn call_off(origin: OriginFor<T>, emergency: EmergencyId) -> DispatchResult {
			let act = Act::by(T::DeclarationOrigin::ensure_origin(origin)?);
			Self::do_call_off(act, emergency)
		}

		/// Gives an emergency that is in force a later end.
		///
		/// By [`Config::ProlongOrigin`].
		///
		/// - `until`: the new end, in milliseconds since 1970, [`Config::MaxDays`] ahead at most.
		///
		/// Emits [`Event::EmergencyProlonged`]. The record is on the emergency.
		///
		/// Fails with the errors of the origin, and with [`Error::EmergencyNotFound`],
		/// [`Error::NotInForce`], [`Error::NotRatified`] (it is pending), [`Error::NotLater`],
		/// [`Error::TooLong`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::prolong())]
		pub fn prolong(
			origin: OriginFor<T>,
			emergency: EmergencyId,
			until: Moment,
		) -> DispatchResult {
			let act = Act::by(T::ProlongOrigin::ensure_origin(origin)?);
			Self::do_prolong(act, emergency, until)
		}

		/// Clears what is left of an emergency that is over: what it covers, and its place among what the
		/// council declared and nobody has ratified. It was out of force before.
		///
		/// Signed by anybody; free of charge when it succeeds.
		///
		/// Emits [`Event::EmergencyClosed`]. The record is on the emergency.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::EmergencyNotFound`],
		/// [`Error::StillInForce`], [`Error::NothingToDo`], [`Error::StillCooling`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::close())]
		pub fn close(origin: OriginFor<T>, emergency: EmergencyId) -> DispatchResultWithPostInfo {
			let act = T::Access::anyone(origin)?;
			Self::do_close(act, emergency)?;
			Ok(Pays::No.into())
		}

		/// Removes an emergency that is closed and whose records are pruned.
		///
		/// Signed by anybody.
		///
		/// Emits [`Event::EmergencyForgotten`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::EmergencyNotFound`], [`Error::NotClosed`],
		/// [`Error::AllocationsStored`], [`Error::RecordNotPruned`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::forget())]
		pub fn forget_emergency(origin: OriginFor<T>, emergency: EmergencyId) -> DispatchResult {
			T::Access::anyone(origin)?;
			Self::do_forget_emergency(emergency, T::Trail::is_pruned)
		}

		/// Has what is offered of a class shared out among those who need it where an emergency is. Blocks take
		/// the steps as they have room; anybody may hasten it ([`advance`](Self::advance)).
		///
		/// By [`Config::OpenOrigin`]; or signed by an agent, in the role dispatch, of a health commission of one
		/// of the regions of the emergency, or of a part of one.
		///
		/// Emits [`Event::AllocationOpened`]. The record is on the allocation.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::EmergencyNotFound`],
		/// [`Error::NotAuthorized`], [`Error::NotInForce`], [`Error::ClassNotCovered`],
		/// [`Error::AlreadyRunning`], [`Error::TooSoon`], [`Error::IdsExhausted`],
		/// [`Error::TooManyRunning`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::open_allocation())]
		pub fn open_allocation(
			origin: OriginFor<T>,
			emergency: EmergencyId,
			class: ClassId,
		) -> DispatchResult {
			let act = Self::opener(origin, emergency)?;
			Self::do_open_allocation(act, emergency, class)
		}

		/// Takes the next step of an allocation, as blocks do that have room.
		///
		/// Signed by anybody; free of charge when it takes a whole step: one of [`MAX_STEP`](crate::MAX_STEP) lines, or
		/// the last one of a stage, or one that takes no lines.
		///
		/// - `lines`: where the rules are asked about pairs, or lines are carried out, how many of them at most, from 1
		///   to [`MAX_STEP`](crate::MAX_STEP); what is beyond counts as that.
		///
		/// Emits, by the stage of the allocation, nothing; [`Event::NeedLeftOut`] or [`Event::OfferLeftOut`] for each
		/// need or offer that it passes over, [`Event::GatheringCut`], and [`Event::Gathered`]; [`Event::SharesDecided`];
		/// [`Event::CandidateDropped`]; [`Event::LineMade`] or [`Event::LineSkipped`] for each line;
		/// [`Event::ShortfallEscalated`] for each need; and [`Event::AllocationEnded`] with its last step. The
		/// record is on the allocation, whose act it is.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::AllocationNotFound`],
		/// [`Error::AllocationEnded`], [`Error::NothingToDo`] (a plan is waited for).
		#[pallet::call_index(6)]
		#[pallet::weight(Pallet::<T>::most_of_advancing(Pallet::<T>::lines_of_call(*lines)))]
		pub fn advance(
			origin: OriginFor<T>,
			allocation: AllocationId,
			lines: u32,
		) -> DispatchResultWithPostInfo {
			T::Access::anyone(origin)?;
			let (weight, pays) = Self::do_advance(allocation, lines)?;
			Ok((Some(weight), pays).into())
		}

		/// Removes the next entries of an allocation that ended long ago, 64 at most: its lines, its needs, its
		/// offers; and with the last ones the allocation. The digest of what was removed stays on the trail.
		///
		/// Signed by anybody, once it has been over for [`Config::ArchiveAfter`], or at once if it has no lines, and
		/// no transfer of these lines still waits for its dispatch.
		///
		/// - `digest`: as [`Pallet::archive_digest`] tells it, so that whoever archives has read what goes.
		///
		/// Emits [`Event::EntriesArchived`], and [`Event::AllocationArchived`] with the last entries. The record
		/// is on the allocation.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::AllocationNotFound`],
		/// [`Error::AllocationRunning`], [`Error::RetentionNotOver`], [`Error::TransferPending`],
		/// [`Error::DigestMismatch`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::archive(MAX_ARCHIVED))]
		pub fn archive_allocation(
			origin: OriginFor<T>,
			allocation: AllocationId,
			digest: H256,
		) -> DispatchResultWithPostInfo {
			let act = T::Access::anyone(origin)?;
			let entries = Self::do_archive_allocation(act, allocation, digest)?;
			Ok(Some(T::WeightInfo::archive(entries)).into())
		}

		/// Removes what is left of an archived allocation whose records are pruned.
		///
		/// Signed by anybody.
		///
		/// Emits [`Event::AllocationForgotten`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::NotArchived`], [`Error::RecordNotPruned`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::forget_allocation())]
		pub fn forget_allocation(origin: OriginFor<T>, allocation: AllocationId) -> DispatchResult {
			T::Access::anyone(origin)?;
			Self::do_forget_allocation(allocation, T::Trail::is_pruned)
		}

		/// Posts a plan of an allocation, without a signature.
		///
		/// By anybody, as a transaction that the pool takes if and only if the plan holds; one of each allocation,
		/// the one with the most bars. `discriminator` means nothing; it tells one attempt from another, so that a
		/// pool that dropped one takes the next. Emits what [`Pallet::submit_plan`] emits.
		///
		/// Fails as [`Pallet::submit_plan`] does, and with [`Error::TooManyBars`]. The pool refuses the transaction
		/// with the number of the error as `InvalidTransaction::Custom`. An author who puts a plan into a block past
		/// the pool gets what is wrong with its bars and its proof as an error of the call.
		#[pallet::call_index(9)]
		#[pallet::weight(Pallet::<T>::weight_of_plan(plan))]
		#[pallet::authorize(Pallet::<T>::authorize_plan)]
		#[pallet::weight_of_authorize(T::WeightInfo::admit())]
		pub fn post_plan(
			origin: OriginFor<T>,
			plan: PostedPlan,
			discriminator: u32,
		) -> DispatchResult {
			frame_system::ensure_authorized(origin)?;
			Self::do_post_plan(Act::by(Actor::Proof), &plan, &(&plan, discriminator))
		}

		/// Posts a plan of an allocation, with the prices that prove that there is no better one. It stands then,
		/// and is carried out unless the rules forbid one of its pairs.
		///
		/// Signed by anybody.
		///
		/// - `plan`: what goes from which offer to which need, by their places in [`Pallet::problem`]; one price for
		///   each offer and each need; and pairs that the rules forbid, without which it would not hold, or of
		///   which one is a pair of the plan that stands.
		///
		/// Emits [`Event::PlanPosted`]; before that [`Event::CandidateDropped`] when another plan stood, and
		/// [`Event::PairsBarred`] for its bars. The record is on the allocation.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::AllocationNotFound`], [`Error::NotDeciding`],
		/// [`Error::WrongFingerprint`], [`Error::NotInForce`], [`Error::DeadlinePassed`],
		/// [`Error::PriceCountWrong`], [`Error::CandidateStands`]; by its bars with [`Error::NoSuchPair`],
		/// [`Error::NotBarred`], [`Error::BarIdle`]; and by its proof with [`Error::PriceTooHigh`],
		/// [`Error::FlowsNotAscending`], [`Error::NoSuchPair`], [`Error::EmptyFlow`],
		/// [`Error::SupplyExceeded`], [`Error::DemandExceeded`], [`Error::SupplyLeft`], [`Error::DemandOpen`],
		/// [`Error::NotTight`], [`Error::PairForbidden`], [`Error::NotOptimal`].
		#[pallet::call_index(10)]
		#[pallet::weight(Pallet::<T>::weight_of_plan(plan))]
		pub fn submit_plan(origin: OriginFor<T>, plan: PostedPlan) -> DispatchResult {
			let act = T::Access::anyone(origin)?;
			Self::do_post_plan(act, &plan, &(&plan,))
		}

		/// Names pairs of an allocation that the rules forbid, without a signature.
		///
		/// By anybody, as a transaction that the pool takes if and only if the rules forbid them, behind whatever
		/// pays. `discriminator` means nothing, as in [`Pallet::post_plan`]. Emits what [`Pallet::submit_bars`]
		/// emits.
		///
		/// Fails as [`Pallet::submit_bars`] does, and with [`Error::TooManyBars`]. The pool refuses the transaction
		/// with the number of the error as `InvalidTransaction::Custom`.
		#[pallet::call_index(11)]
		#[pallet::weight(Pallet::<T>::weight_of_posting_bars(bars.len() as u32))]
		#[pallet::authorize(Pallet::<T>::authorize_bars)]
		#[pallet::weight_of_authorize(T::WeightInfo::admit())]
		pub fn post_bars(
			origin: OriginFor<T>,
			allocation: AllocationId,
			fingerprint: H256,
			bars: BarList,
			discriminator: u32,
		) -> DispatchResult {
			frame_system::ensure_authorized(origin)?;
			let arguments = (allocation, fingerprint, &bars, discriminator);
			let act = Act::by(Actor::Proof);
			let of = (allocation, fingerprint);
			Self::do_post_bars(act, of, &bars, &arguments, Self::is_pair_barred)
		}

		/// Names pairs of an allocation that the rules forbid, both for one unit and for as much as could go. No plan
		/// goes over them from then on, and one that stands and does is dropped.
		///
		/// Signed by anybody.
		///
		/// - `fingerprint`: of the figures of the allocation.
		/// - `bars`: the pairs, by the places of the offer and of the need in [`Pallet::problem`]; 1 to 16. Those
		///   that are known are passed over.
		///
		/// Emits [`Event::PairsBarred`], and before that [`Event::CandidateDropped`] when a plan is dropped. The
		/// record is on the allocation.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::AllocationNotFound`], [`Error::NotDeciding`],
		/// [`Error::WrongFingerprint`], [`Error::NotInForce`], [`Error::NoBars`], [`Error::NoSuchPair`],
		/// [`Error::NotBarred`], [`Error::NothingToDo`].
		#[pallet::call_index(12)]
		#[pallet::weight(Pallet::<T>::weight_of_posting_bars(bars.len() as u32))]
		pub fn submit_bars(
			origin: OriginFor<T>,
			allocation: AllocationId,
			fingerprint: H256,
			bars: BarList,
		) -> DispatchResult {
			let act = T::Access::anyone(origin)?;
			let arguments = (allocation, fingerprint, &bars);
			let of = (allocation, fingerprint);
			Self::do_post_bars(act, of, &bars, &arguments, Self::is_pair_barred)
		}
	}
}
