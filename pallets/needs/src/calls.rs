//! The calls: each resolves who acts, and hands the rest to the module that bears its name.
//!
//! A section of the pallet's declaration in `lib.rs`, whose imports it sees.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Sets the most that may be needed of a class by an institution without a history of use.
		///
		/// By [`Config::GovernanceOrigin`].
		///
		/// - `bound`: in base units; with none, [`Config::DefaultNeedBound`] applies again.
		///
		/// Emits [`Event::NeedBoundSet`].
		///
		/// Fails as [`Config::GovernanceOrigin`] does, and with [`Error::ClassNotFound`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::set_need_bound())]
		pub fn set_need_bound(
			origin: OriginFor<T>,
			class: ClassId,
			bound: Option<Quantity>,
		) -> DispatchResult {
			let act = Act::by(T::GovernanceOrigin::ensure_origin(origin)?);
			Self::do_set_need_bound(act, class, bound)
		}

		/// Publishes a need of the institution.
		///
		/// Signed by an agent in the role receive.
		///
		/// - `request`: quantities in base units, moments in milliseconds since 1970.
		///
		/// Emits [`Event::NeedPublished`].
		///
		/// Fails as [`Config::Access`] does, and with the first finding that [`Pallet::explain_need`]
		/// tells: [`Error::ClassNotFound`], [`Error::ClassNamedTwice`], [`Error::UnitsDiffer`],
		/// [`Error::ZeroQuantity`], [`Error::EndPassed`], [`Error::TooLong`], [`Error::WindowReversed`],
		/// [`Error::SiteNotFound`], [`Error::TooManyNeeds`], [`Error::AboveCap`]; and with
		/// [`Error::IdsExhausted`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::publish_need(request.substitutes.len() as u32))]
		pub fn publish_need(origin: OriginFor<T>, request: Request) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Receive)?;
			Self::do_publish_need(act, request)
		}

		/// Closes a need of the institution. What transfers have promised to it is still delivered. An
		/// allocation that is deciding about the need sends it nothing.
		///
		/// Signed by an agent in the role receive.
		///
		/// Emits [`Event::NeedClosed`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::NeedNotFound`], [`Error::NotOwn`],
		/// [`Error::Ended`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::close_need())]
		pub fn close_need(origin: OriginFor<T>, need: NeedId) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Receive)?;
			Self::do_close_need(act, need)
		}

		/// Sets goods of the institution's own aside for others to take.
		///
		/// Signed by an agent in the role dispatch.
		///
		/// - `supply`: quantities in base units, `until` in milliseconds since 1970, the pace in days.
		///
		/// Emits [`Event::OfferMade`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::LotNotFound`], [`Error::ZeroQuantity`],
		/// [`Error::InvalidLeast`], [`Error::ReturnNotOffered`], [`Error::RegionNotFound`],
		/// [`Error::InvalidPace`], [`Error::EndPassed`], [`Error::TooLong`],
		/// [`Error::ExpiresBeforeEnd`], [`Error::InsufficientStock`], [`Error::BelowFloor`],
		/// [`Error::IdsExhausted`], [`Error::TooManyOffers`]; and as a hold on the goods does.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::make_offer())]
		pub fn make_offer(origin: OriginFor<T>, supply: Supply) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			Self::do_make_offer(act, supply)
		}

		/// Takes goods from an offer for a need of the institution: makes an accepted transfer of them.
		///
		/// Signed by an agent of who published the need, in the role receive. The giver dispatches within
		/// the days of the offer's pace, and before the need's time is over.
		///
		/// - `quantity`: in base units.
		///
		/// Emits [`Event::OfferTaken`], and what a proposal emits.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::OfferNotFound`], [`Error::NeedNotFound`],
		/// [`Error::NotOwn`], [`Error::Frozen`], [`Error::OwnOffer`], [`Error::Ended`], [`Error::EndPassed`],
		/// [`Error::BelowFloor`], [`Error::NotUrgentEnough`], [`Error::KindOutsideScope`],
		/// [`Error::RegionOutsideScope`], [`Error::CapabilityMissing`], [`Error::BelowLeast`],
		/// [`Error::InsufficientOffer`], [`Error::NeedEndsTooSoon`]; and as a proposal does, rules among the reasons.
		#[pallet::call_index(4)]
		#[pallet::weight(Pallet::<T>::weight_of_taking().saturating_add(T::Transfers::weight_of_making(1)))]
		pub fn take(
			origin: OriginFor<T>,
			offer: OfferId,
			need: NeedId,
			#[pallet::compact] quantity: Quantity,
		) -> DispatchResultWithPostInfo {
			let act = T::Access::agent(origin, Role::Receive)?;
			let weight = Self::do_take(act, offer, need, quantity)?;
			Ok(Some(weight).into())
		}

		/// Withdraws what is left of an offer: it is available again. An allocation that is deciding about the
		/// offer goes without it.
		///
		/// Signed by an agent of the giver in the role dispatch.
		///
		/// Emits [`Event::OfferWithdrawn`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::OfferNotFound`], [`Error::NotOwn`],
		/// [`Error::Ended`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::withdraw_offer())]
		pub fn withdraw_offer(origin: OriginFor<T>, offer: OfferId) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			Self::do_withdraw_offer(act, offer)
		}

		/// Gives a standing order.
		///
		/// Signed by an agent in the role dispatch.
		///
		/// - `instruction`: quantities in base units, times in days.
		///
		/// Emits [`Event::OrderGiven`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::ClassNotFound`],
		/// [`Error::RegionNotFound`], [`Error::InvalidPace`], [`Error::ZeroQuantity`],
		/// [`Error::InvalidPeriod`], [`Error::TooLong`], [`Error::IdsExhausted`],
		/// [`Error::TooManyOrders`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::give_order())]
		pub fn give_order(origin: OriginFor<T>, instruction: Instruction) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			Self::do_give_order(act, instruction)
		}

		/// Pauses a standing order: it does nothing until it is resumed.
		///
		/// Signed by an agent of its institution in the role dispatch.
		///
		/// Emits [`Event::OrderPaused`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::OrderNotFound`], [`Error::NotOwn`],
		/// [`Error::Ended`], [`Error::OrderPaused`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::pause_order())]
		pub fn pause_order(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			Self::do_pause_order(act, order)
		}

		/// Lets a paused standing order act again.
		///
		/// Signed by an agent of its institution in the role dispatch.
		///
		/// Emits [`Event::OrderResumed`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::OrderNotFound`], [`Error::NotOwn`],
		/// [`Error::Ended`], [`Error::OrderNotPaused`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::resume_order())]
		pub fn resume_order(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			Self::do_resume_order(act, order)
		}

		/// Revokes a standing order for good.
		///
		/// By [`Config::GovernanceOrigin`]; or signed by an agent of its institution in the role dispatch;
		/// by anybody once that is wound up.
		///
		/// Emits [`Event::OrderRevoked`].
		///
		/// Fails with [`Error::OrderNotFound`], as [`Config::Access`] does, and with
		/// [`Error::NotOwn`], [`Error::Ended`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::revoke_order())]
		pub fn revoke_order(origin: OriginFor<T>, order: OrderId) -> DispatchResult {
			let loaded = Self::load_order(order)?;
			let act = Self::revoker(origin, &loaded)?;
			Self::do_revoke_order(act, order, loaded)
		}

		/// Has something done that is due by itself.
		///
		/// Signed by anybody.
		///
		/// - [`Alarm::Send`]: a standing order sends to a need. Emits [`Event::OrderSent`], and what a
		///   proposal emits. Fails with [`Error::OrderNotFound`], [`Error::Ended`],
		///   [`Error::OrderPaused`], [`Error::NeedNotFound`], and with the first finding that
		///   [`Pallet::explain_order`] tells; and as a proposal does, rules among the reasons.
		/// - [`Alarm::Offer`]: a standing order offers what expires soon. Emits [`Event::OfferMade`] for
		///   each offer, and [`Event::OrderOffered`]. Fails with [`Error::OrderNotFound`],
		///   [`Error::Ended`], [`Error::OrderPaused`], [`Error::GiverInactive`],
		///   [`Error::OtherDuty`], [`Error::NoEmergency`], [`Error::BelowFloor`],
		///   [`Error::TooManyOffers`], [`Error::NothingToOffer`], [`Error::IdsExhausted`].
		/// - [`Alarm::Lapse`]: a need whose time is over is asked of the region that the one before is a
		///   part of, for [`Config::EscalationTime`], or expires if there is none. Emits
		///   [`Event::NeedEscalated`] or [`Event::NeedExpired`]. Fails with [`Error::NeedNotFound`],
		///   [`Error::Ended`], [`Error::TimeNotOver`], [`Error::NeedCovered`], [`Error::Frozen`].
		/// - [`Alarm::Release`]: what is left of an offer is available again with its giver. Emits
		///   [`Event::OfferReleased`]. Fails with [`Error::OfferNotFound`], [`Error::Ended`],
		///   [`Error::TimeNotOver`].
		#[pallet::call_index(10)]
		#[pallet::weight(Pallet::<T>::most_of_ringing(alarm))]
		pub fn ring(origin: OriginFor<T>, alarm: Alarm) -> DispatchResultWithPostInfo {
			let act = T::Access::anyone(origin)?;
			let weight = Self::do_ring(act, &alarm, &(&alarm,))?;
			Ok(Some(weight).into())
		}

		/// Has something done that is due by itself, without a signature.
		///
		/// By anybody, as a transaction that the pool, and a block, takes if and only if the alarm does
		/// something then. It is done twice, and once undone, and takes as much time; what is read is read once.
		/// `discriminator` means nothing; it tells one attempt from another, so that a pool that dropped one
		/// takes the next. Emits what [`Pallet::ring`] emits.
		///
		/// Errors: as [`Pallet::ring`]. The pool refuses the transaction with the number of the error, in
		/// the pallet that it is of, as `InvalidTransaction::Custom`.
		#[pallet::call_index(11)]
		#[pallet::weight(Pallet::<T>::most_of_ringing(alarm))]
		#[pallet::authorize(Pallet::<T>::authorize_ring)]
		#[pallet::weight_of_authorize(Pallet::<T>::most_of_rehearsing(alarm))]
		pub fn post_ring(
			origin: OriginFor<T>,
			alarm: Alarm,
			discriminator: u32,
		) -> DispatchResultWithPostInfo {
			frame_system::ensure_authorized(origin)?;
			let act = Act::by(Actor::Proof);
			let weight = Self::do_ring(act, &alarm, &(&alarm, discriminator))?;
			Ok(Some(weight).into())
		}

		/// Removes a need, an offer or a standing order that ended, once its newest record is pruned.
		///
		/// Signed by anybody.
		///
		/// Emits [`Event::Forgotten`].
		///
		/// Fails with [`Error::NeedNotFound`], [`Error::OfferNotFound`], [`Error::OrderNotFound`],
		/// [`Error::NotEnded`], [`Error::RecordNotPruned`], [`Error::StillPromised`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::forget())]
		pub fn forget(origin: OriginFor<T>, posting: Posting) -> DispatchResult {
			T::Access::anyone(origin)?;
			Self::do_forget(posting, T::Trail::is_pruned)
		}

		/// Binds a standing order to emergencies, or frees it of that.
		///
		/// Signed by an agent of its institution in the role dispatch.
		///
		/// - `during`: how grave an emergency must be at least for the order to act; with none, it acts at any
		///   time. An order that sends asks for an emergency where the need's institution is, one that offers
		///   where its own institution is; for the order's class, in the region or in one that it is a part of.
		///   What the order sent or offered stays so.
		///
		/// Emits [`Event::OrderBound`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::OrderNotFound`], [`Error::NotOwn`],
		/// [`Error::Ended`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::bind_order())]
		pub fn bind_order(
			origin: OriginFor<T>,
			order: OrderId,
			during: Option<Severity>,
		) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			Self::do_bind_order(act, order, during)
		}
	}
}
