//! The calls: each resolves who acts, and hands the rest to the module that bears its name.
//!
//! A section of the pallet's declaration in `lib.rs`, whose imports it sees.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Proposes a transfer and reserves its goods.
		///
		/// Signed by an agent of the sender in the role dispatch. If the receiver approved the
		/// sender in advance, the transfer is accepted at once.
		///
		/// - `proposal`: quantities in base units, deadlines in milliseconds since 1970.
		///
		/// Emits [`Event::TransferProposed`], and [`Event::TransferAccepted`] if accepted.
		///
		/// Fails as [`Config::Access`] does, and with the first finding that
		/// [`Pallet::explain_transfer`] tells of a sender that may act.
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::most_of_proposing(proposal))]
		pub fn propose(
			origin: OriginFor<T>,
			proposal: ProposalOf<T>,
		) -> DispatchResultWithPostInfo {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			let weight = Self::do_propose(act, proposal)?;
			Ok(Some(weight).into())
		}

		/// Accepts a proposed transfer. If it serves a need that is open, its goods are promised to that.
		///
		/// Signed by an agent of the receiver in the role receive, up to the end of the time to
		/// dispatch.
		///
		/// Emits [`Event::TransferAccepted`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		/// [`Error::NotParty`], [`Error::NotProposed`], [`Error::DeadlinePassed`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::accept().saturating_add(T::Needs::weight_of_serving()))]
		pub fn accept(origin: OriginFor<T>, transfer: TransferId) -> DispatchResultWithPostInfo {
			let act = T::Access::agent(origin, Role::Receive)?;
			let weight = Self::do_accept(act, transfer)?;
			Ok(Some(weight).into())
		}

		/// Declines a proposed transfer. Its goods become available again, or are in quarantine again.
		///
		/// Signed by an agent of the receiver in the role receive.
		///
		/// Emits [`Event::TransferRejected`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		/// [`Error::NotParty`], [`Error::NotProposed`].
		#[pallet::call_index(2)]
		#[pallet::weight(
			Pallet::<T>::weight_of_rejecting(T::MaxLegs::get())
				.saturating_add(T::OnTransfer::weight_of_unsent())
		)]
		pub fn reject(origin: OriginFor<T>, transfer: TransferId) -> DispatchResultWithPostInfo {
			let act = T::Access::agent(origin, Role::Receive)?;
			let weight = Self::do_reject(act, transfer)?;
			Ok(Some(weight).into())
		}

		/// Withdraws from a transfer before its dispatch. Its goods become available again, or are in
		/// quarantine again. Goods that are held are withdrawn all the same.
		///
		/// Signed by an agent of the sender in the role dispatch, or, once the transfer is
		/// accepted, by one of the receiver in the role receive. The sender cannot withdraw from what was
		/// decided as long as the receiver may act; the receiver can.
		///
		/// Emits [`Event::TransferWithdrawn`].
		///
		/// Fails with [`Error::TransferNotFound`], as [`Config::Access`] does, and with
		/// [`Error::NotParty`], [`Error::NotAccepted`] (for the receiver, who rejects what it has not
		/// accepted), [`Error::AlreadyDispatched`], [`Error::Ended`], [`Error::BoundByDecision`].
		#[pallet::call_index(3)]
		#[pallet::weight(
			Pallet::<T>::weight_of_withdrawing(T::MaxLegs::get())
				.saturating_add(T::OnTransfer::weight_of_unsent())
		)]
		pub fn withdraw(origin: OriginFor<T>, transfer: TransferId) -> DispatchResultWithPostInfo {
			let loaded = Self::load(transfer)?;
			let act = Self::act_to_withdraw(origin, &loaded)?;
			let weight = Self::do_withdraw(act, transfer, loaded)?;
			Ok(Some(weight).into())
		}

		/// Sends an accepted transfer on its way.
		///
		/// Signed by an agent of the sender in the role dispatch, up to the end of the time to
		/// dispatch.
		///
		/// - `carrier`: the institution that carries the goods. It acknowledges or declines; if it is
		///   the sender itself, or had approved the sender in advance, it has acknowledged at once.
		///   With none named the sender carries them, and needs the licence that carriers need.
		/// - `sscc`: the logistic unit as a whole.
		/// - `expected`: when the goods should arrive, in milliseconds since 1970; not before they left.
		/// - `sensor`: what a sensor measured before the goods left, in tenths of a degree Celsius. What
		///   the sender has of each lot that was outside the range of its class is held from now on, and
		///   what leaves of it is in quarantine where it arrives.
		/// - `event`: when the goods left, not before the sensor's last measurement.
		///
		/// Emits [`Event::TransferDispatched`], [`Event::CarriageAcknowledged`] if the carrier has, and
		/// [`Event::RuleYielded`] for each rule of the sender that yields to a decision.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		/// [`Error::NotParty`], the first finding that [`Pallet::explain_dispatch`] tells of a sender
		/// that may act, [`Error::InvalidCheckDigit`], [`Error::InvalidCharacters`],
		/// [`Error::ExpectedBeforeDispatch`], [`Error::InvalidRange`], [`Error::SensorAfterDispatch`]; and
		/// when the claimed time is out of bounds.
		#[pallet::call_index(4)]
		#[pallet::weight(Pallet::<T>::most_of_dispatching(sensor.is_some()))]
		pub fn dispatch(
			origin: OriginFor<T>,
			transfer: TransferId,
			carrier: Option<InstitutionId>,
			sscc: Option<Sscc>,
			expected: Option<Moment>,
			sensor: Option<SensorSummary>,
			event: EventClaim,
		) -> DispatchResultWithPostInfo {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			let weight = Self::do_dispatch(act, transfer, carrier, sscc, expected, sensor, event)?;
			Ok(Some(weight).into())
		}

		/// Writes a receipt: what was found of each leg.
		///
		/// Signed by an agent of the receiver in the role receive, while anything is outstanding or
		/// missing. What is accepted becomes available to the receiver, or is in its quarantine if it
		/// is damaged, if a sensor found it outside the range of its class, here or at dispatch, if it was
		/// in quarantine where it comes from, or if the lot or what the sender has of it is held. What is
		/// rejected or missing is in dispute. Excess of a lot that the receiver registered is in its
		/// quarantine; of another lot that will be the receiver's own, it is a count that waits for
		/// confirmation; of what it borrows, it is a statement alone. What arrives is taken from what is
		/// outstanding first, and then from what is missing: late goods.
		///
		/// - `legs`: one entry for each leg of the transfer, in its order, in base units. Goods
		///   accepted although they are damaged are told by their condition.
		/// - `sensor`: what a sensor measured on the way, in tenths of a degree Celsius, between
		///   dispatch and receipt. Needed to accept anything of a class that demands it.
		/// - `document`: digest of a document kept off chain.
		/// - `event`: when the goods were received, not before they left.
		///
		/// Emits [`Event::TransferReceived`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		/// [`Error::NotParty`], [`Error::NotDispatched`], [`Error::AlreadyReceived`],
		/// [`Error::TooManyReceipts`], [`Error::LegsDiffer`], [`Error::NothingReported`],
		/// [`Error::ReceivedBeforeDispatch`], [`Error::InvalidRange`], [`Error::InvalidCharacters`],
		/// [`Error::SensorOutsideTransit`], [`Error::SensorRequired`], [`Error::ZeroQuantity`],
		/// [`Error::ExceedsShipped`], [`Error::ExcessTooLarge`]; as a count upward does, with excess of a
		/// lot that the receiver registered; and when the claimed time is out of bounds.
		#[pallet::call_index(5)]
		#[pallet::weight(
			T::WeightInfo::receive(legs.len() as u32)
				.saturating_add(T::OnTransfer::weight_of_changed())
		)]
		pub fn receive(
			origin: OriginFor<T>,
			transfer: TransferId,
			legs: BoundedVec<LegReceipt, T::MaxLegs>,
			sensor: Option<SensorSummary>,
			document: Option<H256>,
			event: EventClaim,
		) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Receive)?;
			Self::do_receive(act, transfer, legs, sensor, document, event)
		}

		/// Ends a wait that has lasted too long.
		///
		/// Signed by anybody. Past the time to dispatch, the goods become available again, or are in
		/// quarantine again. Past the time to receive, what is outstanding counts as missing, in dispute.
		///
		/// Emits [`Event::TransferExpired`] or [`Event::TransferDisputed`].
		///
		/// Fails with [`Error::TransferNotFound`], [`Error::DeadlineNotReached`],
		/// [`Error::AlreadyReceived`], [`Error::Ended`].
		#[pallet::call_index(6)]
		#[pallet::weight(
			Pallet::<T>::weight_of_releasing_undispatched(T::MaxLegs::get())
				.saturating_add(T::OnTransfer::weight_of_unsent())
				.max(
					T::WeightInfo::release_dispatched(T::MaxLegs::get())
						.saturating_add(T::OnTransfer::weight_of_changed())
				)
		)]
		pub fn release(origin: OriginFor<T>, transfer: TransferId) -> DispatchResultWithPostInfo {
			let act = T::Access::anyone(origin)?;
			let weight = Self::do_release(act, transfer)?;
			Ok(Some(weight).into())
		}

		/// Resolves a part of a dispute.
		///
		/// Signed by an agent of the party that the outcome costs: of the sender for what is back
		/// with it; of the owner for what is destroyed or written off, and for what was rejected and
		/// the receiver keeps, which is the sender unless a loan goes back to its lender; of the
		/// receiver for missing goods that it has after all; of the lender for whatever becomes of a
		/// loan that was called in. The sender assents to the receiver's keeping rejected goods only as
		/// far as the receiver asked for it ([`Pallet::request_keeping`]). The sender speaks in the
		/// role dispatch, the receiver in the role receive. Or by the arbiter, for anything.
		///
		/// - `leg`: counted from zero.
		/// - `outcome`: what became of the goods.
		/// - `quantity`: in base units.
		/// - `document`: digest of a document kept off chain.
		/// - `event`: when it happened, if known; not before the goods left.
		///
		/// Emits [`Event::DisputeResolved`].
		///
		/// Fails with [`Error::TransferNotFound`], as [`Config::Access`] does, and with
		/// [`Error::NotParty`], [`Error::ZeroQuantity`], [`Error::ResolvedBeforeDispatch`],
		/// [`Error::LegNotFound`], [`Error::ExceedsDisputed`], [`Error::ExceedsRequested`]; and when
		/// the claimed time is out of bounds.
		#[pallet::call_index(7)]
		#[pallet::weight(
			T::WeightInfo::resolve_recovered()
				.max(T::WeightInfo::resolve_written_off())
				.max(T::WeightInfo::resolve_delivered())
				.saturating_add(T::OnTransfer::weight_of_changed())
		)]
		pub fn resolve(
			origin: OriginFor<T>,
			transfer: TransferId,
			leg: u32,
			outcome: Outcome,
			#[pallet::compact] quantity: Quantity,
			document: Option<H256>,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let loaded = Self::load(transfer)?;
			let act = Self::act_to_resolve(origin, &loaded, outcome)?;
			let resolution = Resolution { leg, outcome, quantity, document, event };
			Self::do_resolve(act, transfer, loaded, resolution)
		}

		/// Accepts in advance whatever a sender proposes, or carries whatever it names this institution
		/// for.
		///
		/// Signed by an agent of the receiver in the role receive, or of the carrier in the role
		/// dispatch.
		///
		/// - `capacity`: as what the institution approves the sender.
		///
		/// Emits [`Event::SenderApproved`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::SameInstitution`],
		/// [`Error::SenderNotFound`], [`Error::AlreadyApproved`], [`Error::TooManyApprovals`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::approve_sender())]
		pub fn approve_sender(
			origin: OriginFor<T>,
			sender: InstitutionId,
			capacity: Capacity,
		) -> DispatchResult {
			let act = T::Access::agent(origin, capacity.role())?;
			Self::do_approve_sender(act, sender, capacity)
		}

		/// Goes back to answering a sender's proposals, or the carriages it names this institution for,
		/// one by one.
		///
		/// Signed by an agent of the receiver in the role receive, or of the carrier in the role
		/// dispatch. What is accepted or acknowledged stays so.
		///
		/// - `capacity`: as what the institution had approved the sender.
		///
		/// Emits [`Event::SenderApprovalRevoked`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::NotApproved`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::revoke_sender())]
		pub fn revoke_sender(
			origin: OriginFor<T>,
			sender: InstitutionId,
			capacity: Capacity,
		) -> DispatchResult {
			let act = T::Access::agent(origin, capacity.role())?;
			Self::do_revoke_sender(act, sender, capacity)
		}

		/// Puts what a borrower has of a loan into dispute, in the borrower's books.
		///
		/// Signed by anybody, once the loan is due, or when the borrower is suspended, wound up, or has
		/// not acted for [`Config::SilentAfter`]. What is reserved or under way to go back stays so,
		/// with its own deadlines. What comes back to the borrower later can be called in again.
		///
		/// Emits [`Event::LoanCalledIn`].
		///
		/// Fails with [`Error::TransferNotFound`], [`Error::NotLoan`], [`Error::NothingToCallIn`],
		/// [`Error::LoanNotDue`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::call_in_loan(T::MaxLegs::get()))]
		pub fn call_in_loan(
			origin: OriginFor<T>,
			transfer: TransferId,
		) -> DispatchResultWithPostInfo {
			let act = T::Access::anyone(origin)?;
			let legs = Self::do_call_in_loan(act, transfer)?;
			Ok(Some(T::WeightInfo::call_in_loan(legs)).into())
		}

		/// Asks to keep goods that were rejected. The sender assents with [`Pallet::resolve`].
		///
		/// Signed by an agent of the receiver in the role receive. A later request for the same leg
		/// takes the place of this one.
		///
		/// - `leg`: counted from zero.
		/// - `quantity`: how much of what is rejected of the leg, in base units; zero to ask no more.
		///
		/// Emits [`Event::KeepingRequested`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		/// [`Error::NotParty`], [`Error::LegNotFound`], [`Error::ExceedsDisputed`],
		/// [`Error::Unchanged`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::request_keeping())]
		pub fn request_keeping(
			origin: OriginFor<T>,
			transfer: TransferId,
			leg: u32,
			#[pallet::compact] quantity: Quantity,
		) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Receive)?;
			Self::do_request_keeping(act, transfer, leg, quantity)
		}

		/// Says that this institution carries a transfer, as its sender has stated.
		///
		/// Signed by an agent of the carrier in the role dispatch, at any time after dispatch.
		///
		/// Emits [`Event::CarriageAcknowledged`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		/// [`Error::NotDispatched`], [`Error::NotCarrier`], [`Error::AlreadyAcknowledged`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::acknowledge_carriage())]
		pub fn acknowledge_carriage(origin: OriginFor<T>, transfer: TransferId) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			Self::do_acknowledge_carriage(act, transfer)
		}

		/// Says that this institution does not carry a transfer, whatever its sender has stated. It is
		/// named as carrier no more.
		///
		/// Signed by an agent of the carrier in the role dispatch, until it has acknowledged.
		///
		/// Emits [`Event::CarriageDeclined`].
		///
		/// Fails as [`Config::Access`] does, and with [`Error::TransferNotFound`],
		/// [`Error::NotDispatched`], [`Error::NotCarrier`], [`Error::AlreadyAcknowledged`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::decline_carriage())]
		pub fn decline_carriage(origin: OriginFor<T>, transfer: TransferId) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			Self::do_decline_carriage(act, transfer)
		}

		/// Removes a transfer that ended long ago, with its receipts. The record of this call covers
		/// their digest, so that a copy of them can be proven for ever.
		///
		/// Signed by anybody, [`Config::ArchiveAfter`] after the transfer's end. A loan must be back, or
		/// called in and resolved. Returns are archived before the transfers whose goods they carried.
		/// Nothing of an archived transfer can go back.
		///
		/// - `digest`: BLAKE2b-256 of the SCALE encoding of the transfer's identifier, the transfer, and
		///   the list of its receipts, as they are stored; [`Pallet::archive_digest`] tells it.
		///
		/// Emits [`Event::TransferArchived`].
		///
		/// Fails with [`Error::TransferNotFound`], [`Error::TransferArchived`], [`Error::NotEnded`],
		/// [`Error::RetentionNotOver`], [`Error::LoanOutstanding`], [`Error::ReturnsNotArchived`],
		/// [`Error::DigestMismatch`].
		#[pallet::call_index(14)]
		#[pallet::weight(Pallet::<T>::weight_of_archiving(T::MaxReceipts::get().into()))]
		pub fn archive(
			origin: OriginFor<T>,
			transfer: TransferId,
			digest: H256,
		) -> DispatchResultWithPostInfo {
			let act = T::Access::anyone(origin)?;
			let receipts = Self::do_archive(act, transfer, digest)?;
			Ok(Some(Self::weight_of_archiving(receipts)).into())
		}

		/// Removes what is left of an archived transfer: the name of its newest record, which is pruned.
		///
		/// Signed by anybody.
		///
		/// Emits [`Event::TransferForgotten`].
		///
		/// Fails with [`Error::NotArchived`], [`Error::RecordNotPruned`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::forget())]
		pub fn forget(origin: OriginFor<T>, transfer: TransferId) -> DispatchResult {
			T::Access::anyone(origin)?;
			Self::do_forget(transfer, T::Trail::is_pruned)
		}
	}
}
