//! The events.
//!
//! A section of the pallet's declaration in `lib.rs`, whose imports it sees.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A region was registered.
		RegionRegistered { code: RegionCode },
		/// A region's figures were amended to these.
		RegionAmended { code: RegionCode, population: u64, belt: Option<Belt> },
		/// An institution was admitted. The account `admin` is invited to be its first admin, and
		/// must accept before anybody acts for the institution.
		InstitutionAdmitted { institution: InstitutionId, admin: T::AccountId },
		/// A licence was granted, or an earlier one replaced.
		LicenceGranted {
			institution: InstitutionId,
			capability: Capability,
			/// The first moment at which it no longer holds.
			expires: Moment,
		},
		/// A licence was revoked.
		LicenceRevoked { institution: InstitutionId, capability: Capability },
		/// An institution was suspended.
		InstitutionSuspended { institution: InstitutionId },
		/// A suspended institution was reinstated.
		InstitutionReinstated { institution: InstitutionId },
		/// An institution is another kind of body, or in another region, under another name or
		/// identifier, or a part of another institution: it is now as told here.
		InstitutionAmended { institution: InstitutionId, amendment: Amendment },
		/// An institution was wound up: it has no agents and licences any more, and never acts
		/// again. Its identifier is free.
		InstitutionWoundUp { institution: InstitutionId },
		/// All agents and invitations of an institution were replaced. Those in `kept` were agents
		/// of it and act as admins from now on; those in `invited` are invited to be admins.
		AgentsReplaced {
			institution: InstitutionId,
			kept: BoundedBTreeSet<T::AccountId, T::MaxAgents>,
			invited: BoundedBTreeSet<T::AccountId, T::MaxAgents>,
		},
		/// A class was registered.
		ClassRegistered { class: ClassId },
		/// An institution's profile has another digest.
		ProfileAmended { institution: InstitutionId, profile: Option<H256> },
		/// An account was invited to act for the institution in these roles: it may accept or decline.
		AgentInvited { institution: InstitutionId, who: T::AccountId, roles: Roles },
		/// An invitation was declined by the account or withdrawn by the institution.
		InvitationEnded { institution: InstitutionId, who: T::AccountId },
		/// An account accepted an invitation: it acts for the institution from now on.
		AgentAppointed { institution: InstitutionId, who: T::AccountId, roles: Roles },
		/// An agent has other roles.
		AgentRolesChanged { institution: InstitutionId, who: T::AccountId, roles: Roles },
		/// An agent no longer acts for the institution: it left, or was removed by an admin.
		AgentRemoved { institution: InstitutionId, who: T::AccountId },
		/// A site was registered.
		SiteRegistered { institution: InstitutionId, site: SiteNumber },
		/// What a site is was amended.
		SiteAmended { institution: InstitutionId, site: SiteNumber },
		/// A lot was registered. Quantities of events are in base units.
		LotRegistered { lot: LotId, institution: InstitutionId, quantity: Quantity },
		/// The available units of a holding were set to what was counted. Where more of what is held was
		/// counted than may turn up of its lot, they stay as booked.
		LotCounted {
			holding: HoldingKey,
			/// What the books said.
			booked: Quantity,
			counted: Quantity,
			/// Why the two differ.
			reason: CountReason,
		},
		/// Units were used.
		LotConsumed { lot: LotId, institution: InstitutionId, quantity: Quantity },
		/// Units were destroyed.
		LotDestroyed {
			lot: LotId,
			institution: InstitutionId,
			quantity: Quantity,
			how: Destruction,
		},
		/// Units of some lots became others.
		LotRepacked {
			institution: InstitutionId,
			inputs: BoundedVec<RepackInput, T::MaxRepack>,
			outputs: BoundedVec<MadeLot, T::MaxRepack>,
		},
		/// Units moved to a lot whose identity is right.
		LotCorrected {
			lot: LotId,
			/// The lot that takes its place.
			corrected: LotId,
			quantity: Quantity,
			/// Why the classes of the two differ.
			class_change: Option<ClassChange>,
		},
		/// A holding is kept at another site of its custodian.
		LotRelocated { holding: HoldingKey, site: Option<SiteNumber> },
		/// A custodian counted more than the books say of a lot of another. The books stay as they are
		/// until a second party confirms the count.
		CountClaimed {
			holding: HoldingKey,
			/// What the books say.
			booked: Quantity,
			counted: Quantity,
			/// Why the two differ.
			reason: CountReason,
			/// The first moment at which nobody can confirm it.
			until: Moment,
		},
		/// A second party confirmed that a custodian has more than the books said: it is in the books
		/// now, quarantined.
		CountConfirmed { holding: HoldingKey, quantity: Quantity },
		/// What a custodian counted beyond the books does not enter them.
		CountDismissed { holding: HoldingKey },
		/// Goods of a party that acts no more are the receiver's now, quarantined with it.
		LotHandedOver {
			/// The holding that they left.
			holding: HoldingKey,
			/// Who has and owns them now.
			to: InstitutionId,
			quantity: Quantity,
			/// Digest of the document that orders it.
			document: Option<H256>,
		},
		/// Goods of a party that acts no more left the books.
		LotWrittenOff {
			/// The holding that they left.
			holding: HoldingKey,
			quantity: Quantity,
			how: WriteOff,
			/// Digest of the document that orders it.
			document: Option<H256>,
		},
		/// Units whose window is over, and which nobody has used, left the books.
		LotLapsed { holding: HoldingKey, quantity: Quantity },
		/// A lot of which nothing is left was archived.
		LotArchived {
			lot: LotId,
			/// Of what left the state.
			digest: H256,
		},
		/// The chain forgot an archived lot: the record that archived it is pruned.
		LotForgotten { lot: LotId },
		/// The chain forgot what an institution used of a class: it has none available, and has used next
		/// to none for long.
		LevelForgotten { institution: InstitutionId, class: ClassId },
		/// The seat of a region is there from now on; with none, nobody has said where it is.
		RegionSeatSet { code: RegionCode, seat: Option<Seat> },
	}
}
