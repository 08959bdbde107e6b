//! The calls: each resolves who acts, and hands the rest to the module that bears its name.
//!
//! A section of the pallet's declaration in `lib.rs`, whose imports it sees.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Places a hold. Units of a holding are quarantined; a whole holding, or a lot wherever it is, is
		/// held with whatever comes into it later.
		///
		/// Signed by a stock agent of who has the goods, for units or the whole of a holding; or by an admin
		/// of a health commission, for the whole of a holding whose custodian is in its region, or for a lot
		/// that was registered from there; or by [`Config::GovernanceOrigin`], for any holding or lot.
		///
		/// - `place`: the lot, or the holding.
		/// - `extent`: the whole; or units of a holding, which must be available. Units under a hold of the
		///   same kind by the custodian are added to it.
		/// - `kind`: `Quarantine`, `Damage`, `ColdChainBreach` or `Legal`; and `CountDemanded` of what a
		///   custodian has of its own, but not by itself. What is counted ends that one.
		/// - `reason`: in words, 64 bytes at most.
		/// - `document`: digest of a document kept off chain.
		/// - `event`: when the goods were found to be so.
		///
		/// Emits [`Event::HoldPlaced`]. The record is on the lot.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::NotAuthorized`],
		/// [`Error::InvalidCharacters`], [`Error::ZeroQuantity`], [`Error::UnitsOfLot`],
		/// [`Error::KindNotYours`], [`Error::LotNotFound`], [`Error::HoldingNotFound`],
		/// [`Error::AlreadyHeld`], [`Error::TooManyHolds`], [`Error::IdsExhausted`], and as
		/// [`Config::Stock`] does when less is available.
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::weight_of_placing(extent))]
		pub fn place_hold(
			origin: OriginFor<T>,
			place: HoldPlace,
			extent: Extent,
			kind: HoldKind,
			reason: Reason,
			document: Option<H256>,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let (act, by) = Self::placer(origin, &place)?;
			Self::do_place_hold(act, by, place, Placing { extent, kind, reason, document, event })
		}

		/// Lifts a hold, or takes units off it, which become available again.
		///
		/// What the custodian or the chain placed is lifted by the custodian's stock agents and by admins of
		/// the health commissions of its region and of those around it; what a commission placed, by its own
		/// admins and by those of commissions of the regions around its own; and everything, by
		/// [`Config::GovernanceOrigin`]. Of a breach of the cold chain, stock agents judge only if their
		/// institution is licensed for the cold chain.
		///
		/// - `place`, `hold`: as the event tells them, and the view [`Pallet::holds`].
		/// - `units`: how many of a hold on units, in base units; all of them when not given. Not given of a
		///   hold on the whole.
		/// - `reason`: in words, 64 bytes at most.
		/// - `document`: digest of a document kept off chain.
		/// - `event`: when the goods were found to be in order.
		///
		/// Emits [`Event::HoldLifted`]. The record is on the lot.
		///
		/// Fails with [`Error::HoldNotFound`], as [`Config::Access`] does, and with
		/// [`Error::NotAuthorized`], [`Error::CapabilityMissing`], [`Error::InvalidCharacters`],
		/// [`Error::WholeOnly`], [`Error::ZeroQuantity`], [`Error::ExceedsHeld`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::lift_hold())]
		pub fn lift_hold(
			origin: OriginFor<T>,
			place: HoldPlace,
			hold: HoldId,
			units: Option<Quantity>,
			reason: Reason,
			document: Option<H256>,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let (holds, known) = Self::load_hold(&place, hold)?;
			let act = Self::lifter(origin, &place, &known)?;
			let lifting = Lifting { units, reason, document, event };
			Self::do_lift_hold(act, place, (holds, known), lifting)
		}

		/// Ends all holds on a place of whose lot nothing is left anywhere, so that the lot can be archived.
		///
		/// Signed by anybody, [`Config::ClearAfter`] after the newest of these holds was placed.
		///
		/// Emits [`Event::HoldsCleared`]. The record is on the lot.
		///
		/// Fails with [`Error::RecallStands`] while a recall is on the lot, and with [`Error::NotHeld`],
		/// [`Error::LotNotFound`], [`Error::GoodsLeft`], [`Error::RetentionNotOver`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::clear_holds())]
		pub fn clear_holds(origin: OriginFor<T>, place: HoldPlace) -> DispatchResult {
			let act = T::Access::anyone(origin)?;
			Self::do_clear_holds(act, place)
		}

		/// Recalls lots. They are held from this call on, wherever they are, and so is everything that came
		/// out of them by repacking or correction, as soon as the recall has reached it
		/// ([`advance_recall`](Self::advance_recall)). Everybody who has some, or gets some later, is asked
		/// to answer.
		///
		/// Signed by a stock agent of the institution that made or imported all of the lots; or by an admin
		/// of a health commission of a region that everybody who registered them is in; or by
		/// [`Config::GovernanceOrigin`].
		///
		/// - `lots`: those that the recall names, of one class; 16 at most.
		/// - `severity`: how grave it is when they are used.
		/// - `action`: what whoever has some is asked to do with it.
		/// - `notice`: digest of the notice that tells why, kept off chain.
		/// - `answer_within`: how long after it was asked an institution has time to answer, in milliseconds:
		///   at least [`Config::MinAnswer`], and at most [`Config::MaxAnswer`].
		///
		/// Emits [`Event::RecallIssued`], and for each lot [`Event::LotRecalled`]; or [`Event::LotAwaited`],
		/// where as many recalls are on it as may be, which hold it. Where one of these was closed, it leaves,
		/// with [`Event::LotFreed`]. The record is on the recall and on each lot that it reaches.
		///
		/// Fails with [`Error::DuplicateLot`], [`Error::LotNotFound`], [`Error::ClassesDiffer`],
		/// [`Error::NoLots`], as [`Config::Access`] does, and with [`Error::NotMaker`],
		/// [`Error::AnswerTooShort`], [`Error::AnswerTooLong`], [`Error::AlreadyRecalled`];
		/// [`Error::RecallUnfinished`], [`Error::RestNotOver`] (an institution); [`Error::IdsExhausted`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::issue_recall(lots.len() as u32))]
		pub fn issue_recall(
			origin: OriginFor<T>,
			lots: NamedLots,
			severity: RecallSeverity,
			action: RecallAction,
			notice: H256,
			answer_within: Moment,
		) -> DispatchResult {
			let named = Self::named(&lots)?;
			let (act, issuer) = Self::issuer(origin, &named.lots)?;
			let issuing = Issuing { severity, action, notice, answer_within };
			Self::do_issue_recall(act, issuer, (lots, named), issuing)
		}

		/// Carries a recall on: has it reach further lots and holders; or, when it was closed, frees lots.
		/// Blocks with room do so by themselves.
		///
		/// Signed by anybody, free of charge if it does as many units as may be, or the last ones, and is the
		/// first such step of the recall in the block; inside of a batch, which is paid as one, never.
		///
		/// - `most`: how many units of work at most, from 1 to [`MAX_STEP`](crate::MAX_STEP); what is beyond
		///   counts as that. A unit is a lot, a holding, or the end of a list of these.
		///
		/// Emits [`Event::LotRecalled`], [`Event::LotAwaited`], [`Event::HolderAsked`], and
		/// [`Event::RecallSpread`] with the last of them; or [`Event::LotFreed`], with [`Event::LotRecalled`]
		/// of a recall that waited for the lot, and [`Event::RecallFreed`] with the last. Another recall that
		/// was closed leaves a lot on which there is no room, with the same events. The record is on
		/// the recall, and on each lot that was reached or freed; its actor is the chain.
		///
		/// Fails with [`Error::RecallNotFound`], [`Error::NothingToDo`].
		#[pallet::call_index(4)]
		#[pallet::weight(Pallet::<T>::most_of_step(Pallet::<T>::units_of_call(*most)))]
		pub fn advance_recall(
			origin: OriginFor<T>,
			recall: RecallId,
			most: u32,
		) -> DispatchResultWithPostInfo {
			T::Access::anyone(origin)?;
			let taken = Self::do_advance_recall(recall, most)?;
			Ok((Some(taken.weight), taken.pays).into())
		}

		/// Answers a recall. It may be answered again; the newest answer counts.
		///
		/// Signed by a stock agent of an institution that was asked.
		///
		/// - `found`: how many units it found, of all recalled lots together, in base units.
		/// - `done`: with how many of these it has done what was asked.
		/// - `document`: digest of a document kept off chain.
		/// - `event`: when it was found to be so.
		///
		/// Emits [`Event::RecallAcknowledged`]. The record is on the recall.
		///
		/// Fails with [`Error::RecallNotFound`], [`Error::RecallClosed`], as [`Config::Access`] does, and
		/// with [`Error::NotAsked`], [`Error::ExceedsFound`], [`Error::ExceedsReached`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::acknowledge_recall())]
		pub fn acknowledge_recall(
			origin: OriginFor<T>,
			recall: RecallId,
			found: Quantity,
			done: Quantity,
			document: Option<H256>,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let known = Self::load_recall_in_force(recall)?;
			let (act, duty) = Self::answerer(origin, recall)?;
			let acknowledging = Acknowledging { found, done, document, event };
			Self::do_acknowledge_recall(act, (recall, known), duty, acknowledging)
		}

		/// Closes a recall, whether it has reached everybody or not. Nobody is asked any more, and its lots
		/// are freed in steps ([`advance_recall`](Self::advance_recall)); what else holds them stays, and so
		/// do the holds on what arrived quarantined because of it. Its issuer rests ([`Config::Rest`]).
		///
		/// Signed by a stock agent of the maker that issued it, or by an admin of a health commission of the
		/// maker's region or of one around; of one by a commission, by its own admins, and by those of a
		/// commission of a region around its own; and of every one, by [`Config::GovernanceOrigin`].
		///
		/// - `reason`: in words, 64 bytes at most.
		///
		/// Emits [`Event::RecallClosed`]. The record is on the recall.
		///
		/// Fails with [`Error::RecallNotFound`], [`Error::RecallClosed`], as [`Config::Access`] does, and
		/// with [`Error::NotAuthorized`], [`Error::InvalidCharacters`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::close_recall())]
		pub fn close_recall(
			origin: OriginFor<T>,
			recall: RecallId,
			reason: Reason,
		) -> DispatchResult {
			let known = Self::load_recall_in_force(recall)?;
			let act = Self::closer(origin, &known.issuer)?;
			Self::do_close_recall(act, (recall, known), reason)
		}

		/// Removes a recall that was closed, has freed every lot, and whose records are pruned: what it asked
		/// of up to 64 institutions, and with the last ones the recall.
		///
		/// Signed by anybody.
		///
		/// Emits [`Event::RecallForgotten`] with the last ones.
		///
		/// Fails with [`Error::RecallNotFound`], [`Error::NotEnded`], [`Error::RecordNotPruned`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::forget_recall(MAX_FORGOTTEN))]
		pub fn forget_recall(origin: OriginFor<T>, recall: RecallId) -> DispatchResultWithPostInfo {
			T::Access::anyone(origin)?;
			let duties = Self::do_forget_recall(recall, T::Trail::is_pruned)?;
			Ok(Some(T::WeightInfo::forget_recall(duties)).into())
		}

		/// Opens a case over an institution, about something that has a record.
		///
		/// Signed by an admin of a health commission of a region that the party is in; or by
		/// [`Config::GovernanceOrigin`], over anybody. Whoever opened it supervises it, and so may a
		/// commission of a region around that one's, and governance.
		///
		/// - `subject`: what the case is about: anything that has a record, or the party itself.
		/// - `party`: the institution that is to answer.
		/// - `reason`: in words, 64 bytes at most.
		/// - `document`: digest of a first document, kept off chain, which the party is to acknowledge.
		///
		/// Emits [`Event::CaseOpened`]; with a document, [`Event::DocumentAttached`] after it. The record is
		/// on the case and on the party.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::PartyNotFound`], [`Error::NotSupervisor`],
		/// [`Error::InvalidCharacters`], [`Error::SubjectNotFound`], [`Error::IdsExhausted`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::open_case())]
		pub fn open_case(
			origin: OriginFor<T>,
			subject: Subject,
			party: InstitutionId,
			reason: Reason,
			document: Option<H256>,
		) -> DispatchResult {
			let (act, supervisor) = Self::opener(origin, party)?;
			Self::do_open_case(act, supervisor, Opening { subject, party, reason, document })
		}

		/// Demands that the party of a case counts what it has of a lot. The whole holding is held until it
		/// does, or until the hold is lifted.
		///
		/// Signed by an admin of a commission that supervises the case and the party; or by
		/// [`Config::GovernanceOrigin`].
		///
		/// - `lot`: of which the party counts what is its own.
		/// - `by`: until when, in milliseconds since 1970; [`Config::MaxDemand`] ahead at most.
		///
		/// Emits [`Event::HoldPlaced`] and [`Event::CountDemanded`]. The record is on the case and on the
		/// lot.
		///
		/// Fails with [`Error::CaseNotFound`], as [`Config::Access`] does, and with
		/// [`Error::NotSupervisor`], [`Error::CaseEnded`], [`Error::DeadlinePassed`],
		/// [`Error::DeadlineTooFar`], [`Error::NotAuthorized`], [`Error::TooManyDemands`],
		/// [`Error::LotNotFound`], [`Error::HoldingNotFound`], [`Error::AlreadyHeld`],
		/// [`Error::TooManyHolds`], [`Error::IdsExhausted`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::demand_count())]
		pub fn demand_count(
			origin: OriginFor<T>,
			case: CaseId,
			lot: LotId,
			by: Moment,
		) -> DispatchResult {
			let known = Self::load_case(case)?;
			let (act, placer) = Self::supervisor(origin, &known)?;
			Self::do_demand_count(act, placer, case, known, Demanding { lot, by })
		}

		/// Attaches a document to a case.
		///
		/// Signed by an admin of the party, or of a commission that supervises the case; or by
		/// [`Config::GovernanceOrigin`], as a supervisor.
		///
		/// - `digest`: of the document, which is kept off chain and sent to the other side.
		///
		/// Emits [`Event::DocumentAttached`]. The record is on the case.
		///
		/// Fails with [`Error::CaseNotFound`], as [`Config::Access`] does, and with [`Error::NotSide`],
		/// [`Error::CaseEnded`], [`Error::TooManyDocuments`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::attach_document())]
		pub fn attach_document(origin: OriginFor<T>, case: CaseId, digest: H256) -> DispatchResult {
			let known = Self::load_case(case)?;
			let (act, side) = Self::side_of_case(origin, &known)?;
			Self::do_attach_document(act, side, case, known, digest)
		}

		/// Says that one's side of a case has a document that the other side attached.
		///
		/// Signed as [`attach_document`](Self::attach_document) is.
		///
		/// - `document`: its number in the case, as the event and the view [`Pallet::case_documents`] tell
		///   it.
		///
		/// Emits [`Event::DocumentAcknowledged`]. The record is on the case.
		///
		/// Fails with [`Error::CaseNotFound`], as [`Config::Access`] does, and with [`Error::NotSide`],
		/// [`Error::CaseEnded`], [`Error::DocumentNotFound`], [`Error::OwnDocument`],
		/// [`Error::AlreadyAcknowledged`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::acknowledge_document())]
		pub fn acknowledge_document(
			origin: OriginFor<T>,
			case: CaseId,
			document: u8,
		) -> DispatchResult {
			let known = Self::load_case(case)?;
			let (act, side) = Self::side_of_case(origin, &known)?;
			Self::do_acknowledge_document(act, side, case, known, document)
		}

		/// Places a hold in a case, on the whole of a holding of the party, or on a lot wherever it is. The
		/// hold names the case, and is lifted as any other.
		///
		/// Signed by an admin of a commission that supervises the case, and whoever has the holding or
		/// registered the lot; or by [`Config::GovernanceOrigin`].
		///
		/// - `place`: the lot; or the holding, whose custodian is the party.
		/// - `kind`: `Quarantine`, `Damage`, `ColdChainBreach` or `Legal`.
		/// - `reason`: in words, 64 bytes at most.
		/// - `document`: digest of a document kept off chain.
		///
		/// Emits [`Event::HoldPlaced`] and [`Event::HoldOrdered`]. The record is on the case and on the lot.
		///
		/// Fails with [`Error::CaseNotFound`], as [`Config::Access`] does, and with
		/// [`Error::NotSupervisor`], [`Error::CaseEnded`], [`Error::NotOfParty`], [`Error::KindNotYours`],
		/// [`Error::LotNotFound`], [`Error::NotAuthorized`], [`Error::InvalidCharacters`],
		/// [`Error::HoldingNotFound`], [`Error::AlreadyHeld`], [`Error::TooManyHolds`],
		/// [`Error::IdsExhausted`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::order_hold())]
		pub fn order_hold(
			origin: OriginFor<T>,
			case: CaseId,
			place: HoldPlace,
			kind: HoldKind,
			reason: Reason,
			document: Option<H256>,
		) -> DispatchResult {
			let known = Self::load_case(case)?;
			let (act, by) = Self::supervisor(origin, &known)?;
			Self::do_order_hold(act, by, case, known, Ordering { place, kind, reason, document })
		}

		/// Closes a case, or voids it. Nothing is erased, and what is held in it stays held: it is lifted
		/// hold by hold, and a demanded count ends by the count.
		///
		/// Signed by an admin of a commission that supervises the case; or by [`Config::GovernanceOrigin`].
		///
		/// - `end`: `Closed` when it is settled, `Voided` when it should not have been opened.
		/// - `reason`: in words, 64 bytes at most.
		///
		/// Emits [`Event::CaseEnded`]. The record is on the case.
		///
		/// Fails with [`Error::CaseNotFound`], as [`Config::Access`] does, and with
		/// [`Error::NotSupervisor`], [`Error::CaseEnded`], [`Error::InvalidCharacters`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::end_case())]
		pub fn end_case(
			origin: OriginFor<T>,
			case: CaseId,
			end: CaseEnd,
			reason: Reason,
		) -> DispatchResult {
			let known = Self::load_case(case)?;
			let (act, _) = Self::supervisor(origin, &known)?;
			Self::do_end_case(act, case, known, end, reason)
		}

		/// Removes a case that is over and whose records are pruned, with its documents and its demands.
		///
		/// Signed by anybody.
		///
		/// Emits [`Event::CaseForgotten`].
		///
		/// Fails with [`Error::CaseNotFound`], [`Error::NotEnded`], [`Error::RecordNotPruned`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::forget_case(MAX_OF_CASE))]
		pub fn forget_case(origin: OriginFor<T>, case: CaseId) -> DispatchResultWithPostInfo {
			T::Access::anyone(origin)?;
			let entries = Self::do_forget_case(case, T::Trail::is_pruned)?;
			Ok(Some(T::WeightInfo::forget_case(entries)).into())
		}
	}
}
