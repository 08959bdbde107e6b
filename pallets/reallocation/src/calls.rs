//! The calls: each resolves who acts, and hands the rest to the module that bears its name.
//!
//! A section of the pallet's declaration in `lib.rs`, whose imports it sees.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Decides a plan, and carries out its first lines.
		///
		/// By [`Config::PlanOrigin`]. What else there is to carry out is carried out in the same block as
		/// far as there is room, and then in the next ones; anybody may hasten it
		/// ([`Pallet::carry_out`]). What cannot be carried out is reported with its line, and holds up
		/// nothing.
		///
		/// - `lines`: who gives how much of what to whom, in base units; carried out in this order.
		/// - `dispatch_by`: the last moment at which the goods may leave, in milliseconds since 1970; as
		///   far ahead as a proposal may have it, when the plan is decided.
		/// - `receive_by`: the last moment before anyone may declare what has not arrived missing.
		///
		/// Emits [`Event::PlanDecided`], and what [`Pallet::carry_out`] emits.
		///
		/// Fails as [`Config::PlanOrigin`] does, and with [`Error::NoLines`], [`Error::DeadlinePassed`],
		/// [`Error::ReservationTooLong`], [`Error::DeadlinesReversed`], [`Error::TransitTooShort`],
		/// [`Error::TransitTooLong`], [`Error::ZeroQuantity`], [`Error::SameInstitution`],
		/// [`Error::IdsExhausted`].
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::most_of_deciding(lines))]
		pub fn decide_plan(
			origin: OriginFor<T>,
			lines: LineOrders,
			dispatch_by: Moment,
			receive_by: Moment,
		) -> DispatchResultWithPostInfo {
			let actor = T::PlanOrigin::ensure_origin(origin)?;
			let weight = Self::do_decide_plan(actor, lines, dispatch_by, receive_by)?;
			Ok(Some(weight).into())
		}

		/// Carries out the next lines of a plan: makes an accepted transfer for each, or reports why not.
		///
		/// Signed by anybody, free of charge where a line waits.
		///
		/// - `most`: how many lines at most, from 1 to [`MAX_STEP`](crate::MAX_STEP); what is beyond counts as
		///   that.
		///
		/// Emits [`Event::LineMade`], with [`Event::RuleYielded`] for each rule of the giver that the
		/// transfer does not meet, or [`Event::LineRefused`], for each line; and [`Event::PlanCarriedOut`]
		/// behind the last one.
		///
		/// Fails with [`Error::PlanNotFound`], [`Error::PlanArchived`], [`Error::NothingToDo`].
		#[pallet::call_index(1)]
		#[pallet::weight(Pallet::<T>::most_of_carrying_out(Pallet::<T>::lines_of_call(*most)))]
		pub fn carry_out(
			origin: OriginFor<T>,
			plan: PlanId,
			most: u32,
		) -> DispatchResultWithPostInfo {
			T::Access::anyone(origin)?;
			let weight = Self::do_carry_out(plan, most)?;
			Ok((Some(weight), Pays::No).into())
		}

		/// Removes the next lines of a plan that was over long ago, 32 at most, and with the last ones the
		/// plan. The digest of what was removed stays on the trail.
		///
		/// Signed by anybody, once every line is carried out, the time to dispatch has been over for
		/// [`Config::ArchiveAfter`], and no transfer of these lines still waits for its dispatch.
		///
		/// - `digest`: as [`Pallet::archive_digest`] tells it, so that whoever archives has read what goes.
		///
		/// Emits [`Event::LinesArchived`], and [`Event::PlanArchived`] with the last lines.
		///
		/// Fails with [`Error::PlanNotFound`], [`Error::PlanArchived`], [`Error::LinesWaiting`],
		/// [`Error::RetentionNotOver`], [`Error::TransferPending`], [`Error::DigestMismatch`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::archive_plan(MAX_ARCHIVED))]
		pub fn archive_plan(
			origin: OriginFor<T>,
			plan: PlanId,
			digest: H256,
		) -> DispatchResultWithPostInfo {
			let act = T::Access::anyone(origin)?;
			let lines = Self::do_archive_plan(act, plan, digest)?;
			Ok(Some(T::WeightInfo::archive_plan(lines)).into())
		}

		/// Removes what is left of an archived plan whose records are pruned.
		///
		/// Signed by anybody.
		///
		/// Emits [`Event::PlanForgotten`].
		///
		/// Fails with [`Error::NotArchived`], [`Error::RecordNotPruned`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::forget())]
		pub fn forget(origin: OriginFor<T>, plan: PlanId) -> DispatchResult {
			T::Access::anyone(origin)?;
			Self::do_forget(plan, T::Trail::is_pruned)
		}
	}
}
