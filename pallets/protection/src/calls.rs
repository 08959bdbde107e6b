//! The calls: each resolves who acts, and hands the rest to the module that bears its name or that of what it
//! is about.
//!
//! A section of the pallet's declaration in `lib.rs`, whose imports it sees.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Registers the institution's member key for a role. The key enters a ring with others, later.
		///
		/// Signed by an agent in the role admin.
		///
		/// - `possession`: a signature of [`possession_message`] by the key's secret.
		///
		/// Emits [`Event::KeyRegistered`]. The record is on the institution.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::InvalidKey`], [`Error::KeyExists`],
		/// [`Error::KeyTaken`], [`Error::KeyTooSoon`], [`Error::QueueFull`], [`Error::NotPossessed`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::register_key())]
		pub fn register_key(
			origin: OriginFor<T>,
			role: Role,
			key: MemberKey,
			possession: Possession,
		) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Admin)?;
			Self::do_register_key(act, role, key, possession)
		}

		/// Withdraws the institution's member key for a role. If the key is in a ring, it leaves with the next
		/// revision.
		///
		/// Signed by an agent in the role admin.
		///
		/// Emits [`Event::KeyWithdrawn`]. The record is on the institution.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::KeyNotFound`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::withdraw_key())]
		pub fn withdraw_key(origin: OriginFor<T>, role: Role) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Admin)?;
			Self::do_withdraw_key(act, role)
		}

		/// Does one step of building a revision of a ring.
		///
		/// By anybody, without a signature and without a fee, as a transaction that the pool, and a block,
		/// takes if and only if the step is due. `discriminator` means nothing; it tells one attempt from
		/// another, so that a pool that dropped one takes the next.
		///
		/// Emits [`Event::BuildStarted`], [`Event::RingBuilt`]. A finished revision has a record, on the ring.
		///
		/// The pool refuses with the number of [`Error::RingNotFound`], [`Error::NotDue`],
		/// [`Error::TooManyRings`], [`Error::Building`], [`Error::WrongStep`], as
		/// `InvalidTransaction::Custom`.
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::weight_of_step(step))]
		#[pallet::authorize(Pallet::<T>::authorize_step)]
		#[pallet::weight_of_authorize(Pallet::<T>::weight_of_authorizing(step))]
		pub fn advance_ring(
			origin: OriginFor<T>,
			step: BuildStep,
			discriminator: u32,
		) -> DispatchResult {
			frame_system::ensure_authorized(origin)?;
			Self::do_advance_ring(step, discriminator)
		}

		/// Declares a context.
		///
		/// By [`Config::GovernanceOrigin`]; for a vote, by [`Config::BallotOrigin`].
		///
		/// - `terms`: the purse in the smallest unit of the fee token, the end in milliseconds since 1970. For
		///   a vote, the referendum is put to the rings of the role vote: it takes no other votes from then on,
		///   and the context is over with it.
		///
		/// Emits [`Event::ContextDeclared`]. The record is on the context.
		///
		/// Fails as the origin does, and with [`Error::NoUses`], [`Error::TooManyUses`],
		/// [`Error::InvalidPurse`], [`Error::EndPassed`], [`Error::RollNotFixed`], [`Error::WrongRole`],
		/// [`Error::EndsWithReferendum`], [`Error::NoRing`], [`Error::TooManyContexts`],
		/// [`Error::IdsExhausted`]; for a vote, with [`Error::PursesEmpty`] if there is not enough for every
		/// member, and as [`Config::Polls`] does.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::declare_context())]
		pub fn declare_context(origin: OriginFor<T>, terms: Terms) -> DispatchResult {
			let actor = match terms.purpose {
				Purpose::Vote(_) => T::BallotOrigin::ensure_origin(origin)?,
				_ => T::GovernanceOrigin::ensure_origin(origin)?,
			};
			Self::do_declare_context(actor, terms)
		}

		/// Closes a context before its end. Its pseudonyms do nothing in it any more; what they did stays.
		///
		/// By [`Config::GovernanceOrigin`].
		///
		/// Emits [`Event::ContextClosed`]. The record is on the context.
		///
		/// Fails as [`Config::GovernanceOrigin`] does, and with [`Error::ContextNotFound`],
		/// [`Error::ContextOver`], [`Error::EndsWithReferendum`] for a vote, which nobody cuts short.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::close_context())]
		pub fn close_context(origin: OriginFor<T>, context: ContextId) -> DispatchResult {
			let actor = T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_close_context(actor, context)
		}

		/// Binds a new account to a pseudonym, and fills its purse.
		///
		/// By anybody, without a signature and without a fee: the proof speaks for itself. The pool, and a
		/// block, takes it if and only if it is proven; what is cheap to check is checked first. A proof of the
		/// right length that is no proof is refused as [`Error::NotProven`] too.
		///
		/// - `binding`: the proof is of [`PROOF_LENGTH`](salus_rings::PROOF_LENGTH) bytes, for the context
		///   [`context_name`] and the message [`binding_message`].
		///
		/// Emits [`Event::PseudonymBound`]. The record is on the context.
		///
		/// The pool refuses with the number of [`Error::ContextNotFound`], [`Error::ContextOver`],
		/// [`Error::WindowPassed`], [`Error::ProofLength`], [`Error::RingNotFound`],
		/// [`Error::WrongRevision`], [`Error::RingTooSmall`], [`Error::AliasTaken`],
		/// [`Error::AccountNotFresh`], [`Error::PursesEmpty`], [`Error::NotProven`], in this order, as
		/// `InvalidTransaction::Custom`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::bind())]
		#[pallet::authorize(Pallet::<T>::authorize_bind)]
		#[pallet::weight_of_authorize(T::WeightInfo::authorize_bind())]
		pub fn bind(origin: OriginFor<T>, binding: BindingOf<T>) -> DispatchResult {
			frame_system::ensure_authorized(origin)?;
			Self::do_bind(binding)
		}

		/// Appeals for goods.
		///
		/// Signed by a pseudonym of a context for appeals.
		///
		/// Emits [`Event::AppealMade`]. The record is on the appeal.
		///
		/// Fails with [`Error::NotPseudonym`], [`Error::ContextNotFound`], [`Error::ContextOver`],
		/// [`Error::WrongPurpose`], [`Error::UsedUp`], [`Error::ClassNotFound`],
		/// [`Error::RegionNotFound`], [`Error::ZeroQuantity`], [`Error::EndPassed`], [`Error::TooLong`],
		/// [`Error::IdsExhausted`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::appeal())]
		pub fn appeal(origin: OriginFor<T>, plea: Plea) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_appeal(who, plea)
		}

		/// Closes an appeal. What was promised to it is owed to nobody any more.
		///
		/// Signed by the pseudonym that made it, whether its context is over or not.
		///
		/// Emits [`Event::AppealClosed`]. The record is on the appeal.
		///
		/// Fails with [`Error::AppealNotFound`], [`Error::NotOwn`], [`Error::AppealOver`] if it was closed
		/// already.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::close_appeal())]
		pub fn close_appeal(
			origin: OriginFor<T>,
			appeal: AppealId,
			end: AppealEnd,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close_appeal(who, appeal, end)
		}

		/// Promises goods to an appeal, in place of what the institution had promised to it. From then on the
		/// pseudonym and the institution write to each other.
		///
		/// Signed by an agent in the role dispatch.
		///
		/// - `quantity`: in base units.
		///
		/// Emits [`Event::PromiseMade`]. The record is on the appeal.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::AppealNotFound`], [`Error::AppealOver`],
		/// [`Error::ZeroQuantity`], [`Error::TooMuch`], [`Error::TooManyPromises`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::promise())]
		pub fn promise(
			origin: OriginFor<T>,
			appeal: AppealId,
			#[pallet::compact] quantity: Quantity,
		) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			Self::do_promise(act, appeal, quantity)
		}

		/// Withdraws what the institution promised to an appeal, whether the appeal is over or not.
		///
		/// Signed by an agent in the role dispatch.
		///
		/// Emits [`Event::PromiseWithdrawn`]. The record is on the appeal.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::AppealNotFound`],
		/// [`Error::PromiseNotFound`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::withdraw_promise())]
		pub fn withdraw_promise(origin: OriginFor<T>, appeal: AppealId) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Dispatch)?;
			Self::do_withdraw_promise(act, appeal)
		}

		/// Complains about an institution, or about a transfer.
		///
		/// Signed by a pseudonym of a context for complaints.
		///
		/// - `text`: BLAKE2b-256 of the text, which is kept off chain.
		///
		/// Emits [`Event::ComplaintMade`]. The record is on the complaint.
		///
		/// Fails with [`Error::NotPseudonym`], [`Error::ContextNotFound`], [`Error::ContextOver`],
		/// [`Error::WrongPurpose`], [`Error::UsedUp`], [`Error::InstitutionNotFound`],
		/// [`Error::TransferNotFound`], [`Error::IdsExhausted`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::complain())]
		pub fn complain(origin: OriginFor<T>, about: About, text: H256) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_complain(who, about, text)
		}

		/// Answers a complaint.
		///
		/// Signed by an agent of a health commission in the role admin. None answers what is about itself.
		///
		/// - `text`: BLAKE2b-256 of the answer, which is kept off chain.
		///
		/// Emits [`Event::ComplaintAnswered`]. The record is on the complaint.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::ComplaintNotFound`], [`Error::Answered`],
		/// [`Error::NotCommission`], [`Error::Concerned`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::answer_complaint())]
		pub fn answer_complaint(
			origin: OriginFor<T>,
			complaint: ComplaintId,
			text: H256,
		) -> DispatchResult {
			let act = T::Access::agent(origin, Role::Admin)?;
			Self::do_answer_complaint(act, complaint, text)
		}

		/// Rates an institution after a transfer that it sent or received.
		///
		/// Signed by a pseudonym of a context for ratings.
		///
		/// Emits [`Event::RatingGiven`]. The record is on the institution.
		///
		/// Fails with [`Error::NotPseudonym`], [`Error::ContextNotFound`], [`Error::ContextOver`],
		/// [`Error::WrongPurpose`], [`Error::UsedUp`], [`Error::TransferNotFound`],
		/// [`Error::NotParty`], [`Error::TransferNotOver`], [`Error::Rated`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::rate())]
		pub fn rate(
			origin: OriginFor<T>,
			transfer: TransferId,
			institution: InstitutionId,
			rating: Rating,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_rate(who, transfer, institution, rating)
		}

		/// Votes in secret on the referendum that the pseudonym's context is for, in place of what it voted
		/// before.
		///
		/// Signed by a pseudonym of a context for a vote. Each vote, changes among them, is one use.
		///
		/// Emits [`Event::SecretVoteCast`]. The records are on the context and on the referendum.
		///
		/// Fails with [`Error::NotPseudonym`], [`Error::ContextNotFound`], [`Error::ContextOver`], also once
		/// the referendum takes no votes any more, [`Error::WrongPurpose`], [`Error::UsedUp`],
		/// [`Error::SameVote`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::vote())]
		pub fn vote(origin: OriginFor<T>, aye: bool) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_vote(who, aye)
		}

		/// Publishes the key to which documents for a party are sealed, in place of the one before.
		///
		/// Signed by an agent in the role admin, for its institution; or by a pseudonym of a context that is
		/// not over, for itself.
		///
		/// - `key`: an X25519 public key.
		///
		/// Emits [`Event::SealingKeyPublished`]. The record is on the institution, or on the pseudonym's
		/// context.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::ContextOver`],
		/// [`Error::InvalidSealingKey`], [`Error::IdsExhausted`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::publish_sealing_key())]
		pub fn publish_sealing_key(origin: OriginFor<T>, key: [u8; 32]) -> DispatchResult {
			let (act, party) = Self::party(origin, Role::Admin)?;
			Self::do_publish_sealing_key(act, party, key)
		}

		/// Notes that a sealed document is on its way, off chain.
		///
		/// Signed by an agent of the sender in the role dispatch, or by the pseudonym that sends it.
		///
		/// - `digest`: BLAKE2b-256 of the sealed document.
		/// - `sealed_to`: the number of the receiver's sealing key to which it is sealed.
		///
		/// Emits [`Event::DocumentSent`]. The record is on the document.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::ToItself`], [`Error::NoCorrespondence`],
		/// [`Error::InstitutionNotFound`], [`Error::NoSealingKey`], [`Error::OldSealingKey`],
		/// [`Error::IdsExhausted`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::send_document())]
		pub fn send_document(
			origin: OriginFor<T>,
			to: PartyOf<T>,
			digest: H256,
			#[pallet::compact] sealed_to: u32,
		) -> DispatchResult {
			let (act, from) = Self::party(origin, Role::Dispatch)?;
			Self::do_send_document(act, from, to, digest, sealed_to)
		}

		/// Acknowledges that a document has come.
		///
		/// Signed by an agent of the receiver in the role receive, or by the pseudonym that receives it.
		///
		/// Emits [`Event::DocumentReceived`]. The record is on the document.
		///
		/// Fails as [`Config::Access`] does, and with [`Error::DocumentNotFound`],
		/// [`Error::NotReceiver`], [`Error::AlreadyReceived`].
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::acknowledge_document())]
		pub fn acknowledge_document(origin: OriginFor<T>, document: DocumentId) -> DispatchResult {
			let (act, party) = Self::party(origin, Role::Receive)?;
			Self::do_acknowledge_document(act, party, document)
		}

		/// Removes what is left of something that is over, once its newest record is pruned.
		///
		/// Signed by anybody. A pseudonym has no record of its own: it goes once the context's newest is
		/// pruned, with its ratings and its sealing key, and what is left in its purse goes back. Appeals of
		/// it to which something is promised go before it.
		///
		/// Emits [`Event::Forgotten`].
		///
		/// Fails with [`Error::ContextNotFound`], [`Error::NotPseudonym`], [`Error::AppealNotFound`],
		/// [`Error::ComplaintNotFound`], [`Error::DocumentNotFound`], [`Error::ContextNotOver`],
		/// [`Error::NotOver`], [`Error::PseudonymsLeft`], [`Error::AppealsLeft`],
		/// [`Error::RecordNotPruned`].
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::forget())]
		pub fn forget(origin: OriginFor<T>, remnant: Remnant<T::AccountId>) -> DispatchResult {
			T::Access::anyone(origin)?;
			Self::do_forget(remnant)
		}
	}
}
