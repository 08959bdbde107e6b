//! The calls: each resolves who acts, and hands the rest to the module that bears its name or its
//! subject's.
//!
//! A section of the pallet's declaration in `lib.rs`, whose imports it sees.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Registers a region.
		///
		/// By the accreditation origin. `code` follows ISO 3166-2; a parent must be registered
		/// before its parts. Deposits [`Event::RegionRegistered`].
		///
		/// Errors: [`Error::InvalidRegionCode`], [`Error::InvalidCharacters`],
		/// [`Error::RegionAlreadyExists`], [`Error::RegionNotFound`] (the parent).
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::register_region())]
		pub fn register_region(
			origin: OriginFor<T>,
			code: RegionCode,
			region: Region,
		) -> DispatchResult {
			let act = Self::accreditation(origin)?;
			Self::do_register_region(act, code, region)
		}

		/// Amends a region's population, in persons, and belt.
		///
		/// By the accreditation origin. Deposits [`Event::RegionAmended`].
		///
		/// Errors: [`Error::RegionNotFound`], [`Error::Unchanged`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::amend_region())]
		pub fn amend_region(
			origin: OriginFor<T>,
			code: RegionCode,
			population: u64,
			belt: Option<Belt>,
		) -> DispatchResult {
			let act = Self::accreditation(origin)?;
			Self::do_amend_region(act, code, population, belt)
		}

		/// Admits an institution, and invites `admin` to be its first agent, in the role of admin
		/// alone. Nobody acts for the institution until the account accepts; if it does not,
		/// [`replace_agents`](Pallet::replace_agents) invites others.
		///
		/// By the accreditation origin. Deposits [`Event::InstitutionAdmitted`].
		///
		/// Errors: [`Error::InvalidCharacters`], [`Error::InvalidCheckDigit`],
		/// [`Error::UnexpectedExtension`], [`Error::RegionNotFound`],
		/// [`Error::InstitutionNotFound`] (the parent), [`Error::WoundUp`] (the parent),
		/// [`Error::InstitutionAlreadyExists`], [`Error::IdsExhausted`], those of [`Config::Haste`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::admit_institution())]
		pub fn admit_institution(
			origin: OriginFor<T>,
			admission: Admission,
			admin: AccountIdLookupOf<T>,
		) -> DispatchResult {
			let act = Self::accreditation(origin)?;
			Self::do_admit_institution(act, admission, admin)
		}

		/// Grants a licence, in place of an earlier one for the same capability.
		///
		/// By the accreditation origin. `expires` is the first moment at which it no longer holds,
		/// in milliseconds since 1970; `claim` the digest of the document that proves it. Deposits
		/// [`Event::LicenceGranted`].
		///
		/// Errors: [`Error::InstitutionNotFound`], [`Error::WoundUp`], [`Error::LicenceExpired`],
		/// [`Error::TooManyLicences`], [`Error::Unchanged`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::grant_licence())]
		pub fn grant_licence(
			origin: OriginFor<T>,
			institution: InstitutionId,
			capability: Capability,
			expires: Moment,
			claim: Option<H256>,
		) -> DispatchResult {
			let act = Self::accreditation(origin)?;
			Self::do_grant_licence(act, institution, Licence { capability, expires, claim })
		}

		/// Revokes a licence, expired or not.
		///
		/// By the accreditation origin. Deposits [`Event::LicenceRevoked`].
		///
		/// Errors: [`Error::InstitutionNotFound`], [`Error::LicenceNotFound`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::revoke_licence())]
		pub fn revoke_licence(
			origin: OriginFor<T>,
			institution: InstitutionId,
			capability: Capability,
		) -> DispatchResult {
			let act = Self::accreditation(origin)?;
			Self::do_revoke_licence(act, institution, capability)
		}

		/// Suspends an institution: from now on its agents are refused, but may leave, and nobody
		/// can join it.
		///
		/// By the accreditation origin. Deposits [`Event::InstitutionSuspended`].
		///
		/// Errors: [`Error::InstitutionNotFound`], [`Error::WoundUp`], [`Error::Unchanged`],
		/// [`Error::TooManySuspended`], those of [`Config::Haste`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::suspend_institution())]
		pub fn suspend_institution(
			origin: OriginFor<T>,
			institution: InstitutionId,
		) -> DispatchResult {
			let act = Self::accreditation(origin)?;
			Self::do_suspend_institution(act, institution)
		}

		/// Reinstates a suspended institution.
		///
		/// By the accreditation origin. Deposits [`Event::InstitutionReinstated`].
		///
		/// Errors: [`Error::InstitutionNotFound`], [`Error::WoundUp`], [`Error::Unchanged`], those of
		/// [`Config::Haste`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::reinstate_institution())]
		pub fn reinstate_institution(
			origin: OriginFor<T>,
			institution: InstitutionId,
		) -> DispatchResult {
			let act = Self::accreditation(origin)?;
			Self::do_reinstate_institution(act, institution)
		}

		/// Registers a class.
		///
		/// By the accreditation origin. Deposits [`Event::ClassRegistered`].
		///
		/// Errors: [`Error::InvalidCharacters`], [`Error::InvalidCheckDigit`],
		/// [`Error::InvalidRange`], [`Error::EmptyPack`], [`Error::ClassAlreadyExists`],
		/// [`Error::IdsExhausted`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::register_class())]
		pub fn register_class(origin: OriginFor<T>, class: Class) -> DispatchResult {
			let act = Self::accreditation(origin)?;
			Self::do_register_class(act, class)
		}

		/// Replaces the digest of the institution's profile.
		///
		/// By its admins. Deposits [`Event::ProfileAmended`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		/// [`Error::Unchanged`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::amend_profile())]
		pub fn amend_profile(origin: OriginFor<T>, profile: Option<H256>) -> DispatchResult {
			let act = Self::agent(origin, Role::Admin)?;
			Self::do_amend_profile(act, profile)
		}

		/// Invites an account to become an agent of the institution, in `roles`. The account acts for
		/// nobody by it until it [accepts](Pallet::accept_invitation).
		///
		/// By its admins. Deposits [`Event::AgentInvited`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		/// [`Error::NoRoles`], [`Error::AgentAlreadyExists`] (of this institution),
		/// [`Error::InvitationAlreadyExists`], [`Error::TooManyAgents`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::invite_agent())]
		pub fn invite_agent(
			origin: OriginFor<T>,
			who: AccountIdLookupOf<T>,
			roles: Roles,
		) -> DispatchResult {
			let act = Self::agent(origin, Role::Admin)?;
			Self::do_invite_agent(act, who, roles)
		}

		/// Changes the roles of an agent of the institution.
		///
		/// By its admins. Deposits [`Event::AgentRolesChanged`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		/// [`Error::NoRoles`], [`Error::AgentNotFound`], [`Error::LastAdmin`],
		/// [`Error::Unchanged`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::change_roles())]
		pub fn change_roles(
			origin: OriginFor<T>,
			who: AccountIdLookupOf<T>,
			roles: Roles,
		) -> DispatchResult {
			let act = Self::agent(origin, Role::Admin)?;
			Self::do_change_roles(act, who, roles)
		}

		/// Removes an agent of the institution.
		///
		/// By its admins, and by the agent itself, which may leave in any role and even when the
		/// institution is suspended. Deposits [`Event::AgentRemoved`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		/// [`Error::AgentNotFound`], [`Error::LastAdmin`] (unless the institution is suspended).
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::remove_agent())]
		pub fn remove_agent(origin: OriginFor<T>, who: AccountIdLookupOf<T>) -> DispatchResult {
			let act = Self::remover(origin, &who)?;
			Self::do_remove_agent(act, who)
		}

		/// Registers a site of the institution.
		///
		/// By its admins. Deposits [`Event::SiteRegistered`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		/// [`Error::InvalidCharacters`], [`Error::InvalidCheckDigit`], [`Error::InvalidRange`],
		/// [`Error::RegionNotFound`], [`Error::SiteAlreadyExists`], [`Error::TooManySites`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::register_site())]
		pub fn register_site(origin: OriginFor<T>, place: Place) -> DispatchResult {
			let act = Self::agent(origin, Role::Admin)?;
			Self::do_register_site(act, place)
		}

		/// Registers a lot that the institution holds and owns, all of it available.
		///
		/// By its stock agents. `quantity` counts base units of the class; `site` is where the
		/// institution keeps it; `event` when it came to be, or was found. Deposits [`Event::LotRegistered`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		/// [`Error::ZeroQuantity`], [`Error::ClassNotFound`], [`Error::BatchRequired`],
		/// [`Error::ExpiryRequired`], [`Error::SerialRequired`], [`Error::SerialIsSingle`],
		/// [`Error::InvalidCharacters`], [`Error::InvalidDate`], [`Error::InvalidRange`] (made
		/// after its expiry or window), [`Error::InstitutionNotFound`] (the donor),
		/// [`Error::SiteNotFound`], [`Error::QuantityTooLarge`], [`Error::CapabilityMissing`],
		/// [`Error::IdsExhausted`]. Of a lot of capacity, or with a window: [`Error::WindowRequired`],
		/// [`Error::UnexpectedWindow`], [`Error::UnexpectedExpiry`], [`Error::WindowReversed`],
		/// [`Error::WindowTooLong`], [`Error::WindowTooFar`], [`Error::WindowOver`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::register_lot())]
		pub fn register_lot(
			origin: OriginFor<T>,
			identity: LotIdentity,
			quantity: Quantity,
			site: Option<SiteNumber>,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let act = Self::agent(origin, Role::Stock)?;
			Self::do_register_lot(act, identity, quantity, site, event)
		}

		/// Sets the available units that the institution holds and owns to what was counted.
		///
		/// By its stock agents. `owner` must be the institution itself: what a loan costs its lender the
		/// lender says, on the return. `counted` counts base units. The difference goes to found or lost. Who
		/// did not register the lot and finds more makes a claim instead, in place of an earlier one, and
		/// must hold some of the lot; the units enter the books when a second party
		/// [confirms](Pallet::confirm_count) it. Any other count of its own ends its claim. More than may
		/// turn up is refused; of a holding that is held as a whole it is told, so that a demanded count can
		/// be given, and the books stay. Deposits [`Event::LotCounted`] or [`Event::CountClaimed`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		/// [`Error::NotOwner`], [`Error::QuantityTooLarge`], [`Error::LotNotFound`],
		/// [`Error::HoldingNotFound`], [`Error::SerialIsSingle`], [`Error::FoundExceedsEntered`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::count())]
		pub fn count(
			origin: OriginFor<T>,
			lot: LotId,
			owner: InstitutionId,
			counted: Quantity,
			reason: CountReason,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let act = Self::agent(origin, Role::Stock)?;
			Self::do_count(act, lot, owner, counted, reason, event)
		}

		/// Uses available units that the institution holds and owns, and that are not expired. Units of
		/// capacity are used within their window, at the time of `event` if it is given, so that what was
		/// used is recorded afterwards as well.
		///
		/// By its stock agents. `quantity` counts base units. Deposits [`Event::LotConsumed`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		/// [`Error::ZeroQuantity`], [`Error::LotNotFound`], [`Error::Expired`],
		/// [`Error::WindowNotBegun`], [`Error::WindowOver`], [`Error::HoldingNotFound`],
		/// [`Error::Held`], [`Error::InsufficientStock`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::consume())]
		pub fn consume(
			origin: OriginFor<T>,
			lot: LotId,
			quantity: Quantity,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let act = Self::agent(origin, Role::Stock)?;
			Self::do_consume(act, lot, quantity, event)
		}

		/// Destroys units that the institution holds and owns.
		///
		/// By its stock agents. `owner` must be the institution itself: who borrows may not
		/// destroy. `quantity` counts base units. Deposits [`Event::LotDestroyed`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		/// [`Error::NotOwner`], [`Error::ZeroQuantity`], [`Error::LotNotFound`],
		/// [`Error::HoldingNotFound`], [`Error::InsufficientStock`].
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::destroy())]
		pub fn destroy(
			origin: OriginFor<T>,
			lot: LotId,
			owner: InstitutionId,
			quantity: Quantity,
			how: Destruction,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let act = Self::agent(origin, Role::Stock)?;
			Self::do_destroy(act, lot, owner, quantity, how, event)
		}

		// Call indices 17 and 18 are not given away.

		/// Makes new lots out of available units that the institution holds and owns, and that are
		/// not expired.
		///
		/// By its stock agents. All classes count in one base unit, and as many units come out as
		/// go in. No output expires later than the earliest of the inputs, and each demands every
		/// licence that an input demands. Capacity becomes capacity, for times that are in the windows
		/// of all inputs. Donor and earmark bind: inputs of different ones do not
		/// mix, and every output carries those of the inputs, and no other donor. An output is
		/// commissioned only if all inputs are. An output of another class than all inputs states
		/// why. The institution is licensed for each output. Outputs are kept where the first input
		/// was. Deposits [`Event::LotRepacked`].
		///
		/// Errors: those of [`register_lot`](Pallet::register_lot) and
		/// [`consume`](Pallet::consume), [`Error::DuplicateLot`], [`Error::UnitsDiffer`],
		/// [`Error::UnitsNotConserved`], [`Error::ExpiryExtended`], [`Error::WindowExtended`],
		/// [`Error::CapacityMixed`],
		/// [`Error::CapabilityDropped`], [`Error::ColdChainDropped`], [`Error::DonorDropped`],
		/// [`Error::DonorAdded`],
		/// [`Error::EarmarkDropped`], [`Error::CommissioningAdded`],
		/// [`Error::ClassChangeUnexplained`], [`Error::ClassUnchanged`], [`Error::Overflow`].
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::repack(inputs.len() as u32, outputs.len() as u32))]
		pub fn repack(
			origin: OriginFor<T>,
			inputs: BoundedVec<RepackInput, T::MaxRepack>,
			outputs: BoundedVec<RepackOutput, T::MaxRepack>,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let act = Self::agent(origin, Role::Stock)?;
			Self::do_repack(act, inputs, outputs, event)
		}

		/// Moves all available units that the institution holds and owns of a lot to a new lot
		/// whose identity is right.
		///
		/// By the stock agents of whoever registered the lot. Donor and earmark stay what they are, and
		/// a lot does not become commissioned. Capacity stays capacity, and is corrected until its window
		/// is over. `class_change` states why the class changes, exactly when it does. A lot that came
		/// out of another also keeps what [`repack`](Pallet::repack) makes outputs keep: its expiry or
		/// an earlier one, a time within its window, and its class's licence.
		/// Deposits [`Event::LotCorrected`].
		///
		/// Errors: those of [`register_lot`](Pallet::register_lot), [`Error::LotNotFound`],
		/// [`Error::NotRegistrant`], [`Error::Unchanged`], [`Error::UnitsDiffer`],
		/// [`Error::HoldingNotFound`], [`Error::InsufficientStock`], [`Error::Held`],
		/// [`Error::DonorDropped`],
		/// [`Error::DonorAdded`], [`Error::EarmarkDropped`], [`Error::CommissioningAdded`],
		/// [`Error::ClassChangeUnexplained`], [`Error::ClassUnchanged`], [`Error::CapacityMixed`],
		/// [`Error::ExpiryExtended`], [`Error::WindowExtended`], [`Error::CapabilityDropped`],
		/// [`Error::ColdChainDropped`] (these four only for a lot that came out of another itself).
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::correct_lot())]
		pub fn correct_lot(
			origin: OriginFor<T>,
			lot: LotId,
			identity: LotIdentity,
			class_change: Option<ClassChange>,
			event: Option<EventClaim>,
		) -> DispatchResult {
			let act = Self::agent(origin, Role::Stock)?;
			Self::do_correct_lot(act, lot, identity, class_change, event)
		}

		/// Says at which site of the custodian a holding is kept.
		///
		/// By the custodian's stock agents. Deposits [`Event::LotRelocated`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		/// [`Error::LotNotFound`], [`Error::HoldingNotFound`], [`Error::SiteNotFound`],
		/// [`Error::Unchanged`].
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::relocate())]
		pub fn relocate(
			origin: OriginFor<T>,
			lot: LotId,
			owner: InstitutionId,
			site: Option<SiteNumber>,
		) -> DispatchResult {
			let act = Self::agent(origin, Role::Stock)?;
			Self::do_relocate(act, lot, owner, site)
		}

		/// Replaces all agents and invitations of an institution, whose admins are silent, have lost
		/// their keys or had them stolen. Of the accounts in `admins`, one that is an agent of the
		/// institution already acts on at once, as an admin beside its other roles; any other is
		/// invited to be an admin. An account that is named twice counts once. It does not matter
		/// whether the institution is suspended, nor how many agents and invitations it has.
		///
		/// By the accreditation origin. Deposits [`Event::AgentsReplaced`].
		///
		/// Errors: [`Error::NoAdmins`], [`Error::InstitutionNotFound`], [`Error::WoundUp`], those of
		/// [`Config::OnInstitution`].
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::replace_agents(admins.len() as u32))]
		pub fn replace_agents(
			origin: OriginFor<T>,
			institution: InstitutionId,
			admins: BoundedVec<AccountIdLookupOf<T>, T::MaxAgents>,
		) -> DispatchResult {
			let act = Self::accreditation(origin)?;
			Self::do_replace_agents(act, institution, admins)
		}

		/// Accepts the invitation of an institution: the signer becomes its agent, in the roles that
		/// the invitation says. The signer's other invitations stay open.
		///
		/// By the invited account, which must act for no institution. Deposits
		/// [`Event::AgentAppointed`].
		///
		/// Errors: [`Error::InstitutionNotFound`], [`Error::InvitationNotFound`],
		/// [`Error::InstitutionSuspended`], [`Error::AgentAlreadyExists`].
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::accept_invitation())]
		pub fn accept_invitation(
			origin: OriginFor<T>,
			institution: InstitutionId,
		) -> DispatchResult {
			let (act, who) = Self::oneself(origin)?;
			Self::do_accept_invitation(act, who, institution)
		}

		/// Declines the invitation of an institution, suspended or not.
		///
		/// By the invited account, whichever institution it acts for. Deposits
		/// [`Event::InvitationEnded`].
		///
		/// Errors: [`Error::InstitutionNotFound`], [`Error::InvitationNotFound`].
		#[pallet::call_index(24)]
		#[pallet::weight(T::WeightInfo::decline_invitation())]
		pub fn decline_invitation(
			origin: OriginFor<T>,
			institution: InstitutionId,
		) -> DispatchResult {
			let (act, who) = Self::oneself(origin)?;
			Self::do_decline_invitation(act, who, institution)
		}

		/// Withdraws an invitation that has not been answered.
		///
		/// By the institution's admins. Deposits [`Event::InvitationEnded`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		/// [`Error::InvitationNotFound`].
		#[pallet::call_index(25)]
		#[pallet::weight(T::WeightInfo::withdraw_invitation())]
		pub fn withdraw_invitation(
			origin: OriginFor<T>,
			who: AccountIdLookupOf<T>,
		) -> DispatchResult {
			let act = Self::agent(origin, Role::Admin)?;
			Self::do_withdraw_invitation(act, who)
		}

		/// Replaces what is known of a site. Goods that are kept at the site stay there.
		///
		/// By the institution's admins. Deposits [`Event::SiteAmended`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		/// [`Error::SiteNotFound`], [`Error::Unchanged`], [`Error::InvalidCharacters`],
		/// [`Error::InvalidCheckDigit`], [`Error::InvalidRange`], [`Error::RegionNotFound`],
		/// [`Error::SiteAlreadyExists`].
		#[pallet::call_index(26)]
		#[pallet::weight(T::WeightInfo::amend_site())]
		pub fn amend_site(origin: OriginFor<T>, site: SiteNumber, place: Place) -> DispatchResult {
			let act = Self::agent(origin, Role::Admin)?;
			Self::do_amend_site(act, site, place)
		}

		/// Replaces an institution's kind, region, name, external identifier and parent. An
		/// identifier that it had is free from then on.
		///
		/// By the accreditation origin; into another kind, by [`Config::FinalOrigin`]. Deposits
		/// [`Event::InstitutionAmended`].
		///
		/// Errors: [`Error::KindFixed`], [`Error::InstitutionNotFound`] (the institution, or the parent),
		/// [`Error::WoundUp`] (likewise), [`Error::Unchanged`], [`Error::InvalidCharacters`],
		/// [`Error::InvalidCheckDigit`], [`Error::UnexpectedExtension`],
		/// [`Error::RegionNotFound`], [`Error::ParentCycle`], [`Error::TooManyAncestors`],
		/// [`Error::InstitutionAlreadyExists`].
		#[pallet::call_index(27)]
		#[pallet::weight(T::WeightInfo::amend_institution())]
		pub fn amend_institution(
			origin: OriginFor<T>,
			institution: InstitutionId,
			amendment: Amendment,
		) -> DispatchResult {
			let (act, finality) = Self::amending(origin)?;
			Self::do_amend_institution(act, finality, institution, amendment)
		}

		/// Winds an institution up, suspended or not: its agents, invitations and licences end, its
		/// external identifier is free, and it never acts again. What it holds and owes stays on
		/// the books.
		///
		/// By [`Config::FinalOrigin`]. Deposits [`Event::InstitutionWoundUp`].
		///
		/// Errors: [`Error::InstitutionNotFound`], [`Error::WoundUp`].
		#[pallet::call_index(28)]
		#[pallet::weight(T::WeightInfo::wind_up())]
		pub fn wind_up(origin: OriginFor<T>, institution: InstitutionId) -> DispatchResult {
			let act = Self::finality(origin)?;
			Self::do_wind_up(act, institution)
		}

		/// Confirms that a custodian has more of a lot than the books say: the units enter the
		/// custodian's own goods, quarantined until the hold on them is lifted, and the claim ends.
		///
		/// By the stock agents of whoever registered the lot, or by the accreditation origin.
		/// `quantity` counts base units, and may be less than was claimed. The custodian must still
		/// hold some of the lot. Deposits [`Event::CountConfirmed`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		/// [`Error::ZeroQuantity`], [`Error::LotNotFound`], [`Error::NotRegistrant`],
		/// [`Error::ClaimNotFound`], [`Error::ClaimOver`], [`Error::ClaimExceeded`],
		/// [`Error::HoldingNotFound`], [`Error::SerialIsSingle`],
		/// [`Error::FoundExceedsEntered`], [`Error::Overflow`].
		#[pallet::call_index(30)]
		#[pallet::weight(T::WeightInfo::confirm_count())]
		pub fn confirm_count(
			origin: OriginFor<T>,
			lot: LotId,
			custodian: InstitutionId,
			quantity: Quantity,
		) -> DispatchResult {
			let act = Self::count_witness(origin)?;
			Self::do_confirm_count(act, lot, custodian, quantity)
		}

		/// Ends a custodian's claim to have more of a lot than the books say. The books stay as they
		/// are.
		///
		/// By the stock agents of whoever registered the lot and of the custodian, by the
		/// accreditation origin, and by anybody once the claim's time is over. Deposits
		/// [`Event::CountDismissed`].
		///
		/// Errors: [`Error::NotAgent`], [`Error::Suspended`], [`Error::NotAuthorized`],
		/// [`Error::LotNotFound`], [`Error::ClaimNotFound`], [`Error::ClaimOpen`].
		#[pallet::call_index(31)]
		#[pallet::weight(T::WeightInfo::dismiss_count())]
		pub fn dismiss_count(
			origin: OriginFor<T>,
			lot: LotId,
			custodian: InstitutionId,
		) -> DispatchResult {
			let act = Self::count_dismisser(origin, lot, custodian)?;
			Self::do_dismiss_count(act, lot, custodian)
		}

		/// Hands goods of an institution that is wound up, or suspended for long, to another, which
		/// has and owns them from then on, quarantined.
		///
		/// By the estate origin. Goods available go first, then those
		/// quarantined; what is offered ends with its offer, and what is reserved, in transit or in
		/// dispute with its transfer. When one
		/// party of lent goods acts no more, `to` is the other one; otherwise `to` may act and is
		/// licensed for the class. What is held goes to that other party alone. `quantity` counts base units;
		/// `document` is the digest of what orders it. Deposits [`Event::LotHandedOver`].
		///
		/// Errors: [`Error::ZeroQuantity`], [`Error::LotNotFound`], [`Error::PartiesActive`],
		/// [`Error::NotHeir`], [`Error::ReceiverInactive`], [`Error::CapabilityMissing`],
		/// [`Error::HoldingNotFound`], [`Error::Held`], [`Error::InsufficientStock`],
		/// [`Error::Overflow`].
		#[pallet::call_index(32)]
		#[pallet::weight(T::WeightInfo::hand_over())]
		pub fn hand_over(
			origin: OriginFor<T>,
			lot: LotId,
			custody: Custody,
			to: InstitutionId,
			quantity: Quantity,
			document: Option<H256>,
		) -> DispatchResult {
			let act = Self::estate_authority(origin)?;
			Self::do_hand_over(act, lot, custody, to, quantity, document)
		}

		/// Takes goods of an institution that is wound up, or suspended for long, out of the books.
		///
		/// By the estate origin. Goods are taken in the order of [`hand_over`](Pallet::hand_over).
		/// `quantity` counts base units; `document` is the digest of what orders it. Deposits
		/// [`Event::LotWrittenOff`].
		///
		/// Errors: [`Error::ZeroQuantity`], [`Error::LotNotFound`], [`Error::PartiesActive`],
		/// [`Error::HoldingNotFound`], [`Error::InsufficientStock`].
		#[pallet::call_index(33)]
		#[pallet::weight(T::WeightInfo::write_off())]
		pub fn write_off(
			origin: OriginFor<T>,
			lot: LotId,
			custody: Custody,
			quantity: Quantity,
			how: WriteOff,
			document: Option<H256>,
		) -> DispatchResult {
			let act = Self::estate_authority(origin)?;
			Self::do_write_off(act, lot, custody, quantity, how, document)
		}

		/// Archives a lot of which nothing is left: its page leaves the state, and the record of this
		/// step proves for ever what was on it.
		///
		/// By anybody, once nothing happened to the lot for the time that the constant ArchiveAfter
		/// tells, and after all lots that came out of it. `digest` is that of the lot, its entry
		/// and what it is made of, as [`lot_archive`](Pallet::lot_archive) answers: BLAKE2b-256 of
		/// the SCALE encoding. Deposits [`Event::LotArchived`].
		///
		/// Errors: [`Error::LotNotFound`], [`Error::GoodsLeft`], [`Error::StillHeld`],
		/// [`Error::OffspringLeft`], [`Error::ClaimOpen`], [`Error::RetentionNotOver`],
		/// [`Error::DigestMismatch`].
		#[pallet::call_index(34)]
		#[pallet::weight(T::WeightInfo::archive_lot())]
		pub fn archive_lot(origin: OriginFor<T>, lot: LotId, digest: H256) -> DispatchResult {
			let act = Self::anyone(origin)?;
			Self::do_archive_lot(act, lot, digest)
		}

		/// Forgets an archived lot whose last record is pruned. Leaves no record itself.
		///
		/// By anybody. Deposits [`Event::LotForgotten`].
		///
		/// Errors: [`Error::NotArchived`], [`Error::RecordNotPruned`].
		#[pallet::call_index(35)]
		#[pallet::weight(T::WeightInfo::forget_lot())]
		pub fn forget_lot(origin: OriginFor<T>, lot: LotId) -> DispatchResult {
			Self::anyone(origin)?;
			Self::do_forget_lot(lot)
		}

		/// Forgets what an institution used of a class, once it has none of it available and its mean
		/// daily use is told as zero, below half a thousandth of a base unit. Leaves no record itself.
		///
		/// By anybody. Deposits [`Event::LevelForgotten`].
		///
		/// Errors: [`Error::LevelNotFound`], [`Error::LevelInUse`].
		#[pallet::call_index(36)]
		#[pallet::weight(T::WeightInfo::forget_level())]
		pub fn forget_level(
			origin: OriginFor<T>,
			institution: InstitutionId,
			class: ClassId,
		) -> DispatchResult {
			Self::anyone(origin)?;
			Self::do_forget_level(institution, class)
		}

		/// Takes what is left of a lot of capacity out of the books: all units of a holding that are
		/// available or quarantined, as destroyed. What is offered, reserved, in transit or in dispute
		/// ends with its offer or transfer first.
		///
		/// By anybody, once the window is over for the time that the constant LapseAfter tells.
		/// Deposits [`Event::LotLapsed`].
		///
		/// Errors: [`Error::LotNotFound`], [`Error::NotCapacity`], [`Error::NotLapsed`],
		/// [`Error::HoldingNotFound`], [`Error::ZeroQuantity`] (nothing is available or quarantined).
		#[pallet::call_index(37)]
		#[pallet::weight(T::WeightInfo::lapse_lot())]
		pub fn lapse_lot(
			origin: OriginFor<T>,
			lot: LotId,
			custodian: InstitutionId,
			owner: InstitutionId,
		) -> DispatchResult {
			let act = Self::anyone(origin)?;
			Self::do_lapse_lot(act, lot, custodian, owner)
		}

		/// Says where the seat of a region is, or that it is not known: an allocation reckons the way of
		/// goods from seat to seat.
		///
		/// By the accreditation origin. `seat` is in thousandths of a degree (WGS84); north and east are
		/// above zero. With none, that of the nearest region around it counts. Deposits
		/// [`Event::RegionSeatSet`].
		///
		/// Errors: [`Error::RegionNotFound`], [`Error::SeatOutOfRange`], [`Error::Unchanged`].
		#[pallet::call_index(38)]
		#[pallet::weight(T::WeightInfo::set_seat())]
		pub fn set_seat(
			origin: OriginFor<T>,
			code: RegionCode,
			seat: Option<Seat>,
		) -> DispatchResult {
			let act = Self::accreditation(origin)?;
			Self::do_set_seat(act, code, seat)
		}
	}
}
