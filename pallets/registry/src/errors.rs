//! The errors: why a call was refused, and what its caller does about it.
//!
//! A section of the pallet's declaration in `lib.rs`. The numbers that clients see follow the order here.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// There is no region of this code: register it first.
		RegionNotFound,
		/// There is no institution of this identifier.
		InstitutionNotFound,
		/// The institution has no licence for the capability.
		LicenceNotFound,
		/// The account is no agent of the institution.
		AgentNotFound,
		/// The account has no invitation of the institution: it was answered or withdrawn, or never
		/// given.
		InvitationNotFound,
		/// The institution has no site of this number.
		SiteNotFound,
		/// There is no class of this identifier.
		ClassNotFound,
		/// There is no lot of this identifier.
		LotNotFound,
		/// Nothing of the lot is held by this custodian for this owner.
		HoldingNotFound,
		/// The code has a region already.
		RegionAlreadyExists,
		/// The external identifier has an institution already.
		InstitutionAlreadyExists,
		/// The account is an agent already. If it acts for another institution, it must leave that one
		/// first; if it acts for this one, change its roles instead.
		AgentAlreadyExists,
		/// The account is invited already: withdraw the invitation to give another.
		InvitationAlreadyExists,
		/// Another site of the institution has the external identifier: amend that one first.
		SiteAlreadyExists,
		/// The GTIN has a class already.
		ClassAlreadyExists,
		/// The signer acts for no institution: an admin must invite it, and it must accept.
		NotAgent,
		/// The agent lacks the role that the call asks for: an admin can give it.
		NotAuthorized,
		/// The institution that the signer acts for is suspended: until it is reinstated, its
		/// agents can leave it, and do what anybody may.
		Suspended,
		/// The institution that gave the invitation is suspended: nobody can join it until it is
		/// reinstated. The invitation can be declined.
		InstitutionSuspended,
		/// The institution is wound up: it never acts again, and nothing of it can be changed.
		WoundUp,
		/// The institution would be left without an admin: invite another, who must accept first.
		LastAdmin,
		/// No account is named: give the institution at least one admin.
		NoAdmins,
		/// An agent must have at least one role.
		NoRoles,
		/// The institution has as many licences as it may: revoke one first.
		TooManyLicences,
		/// The institution has as many agents and open invitations as it may: remove or withdraw one
		/// first.
		TooManyAgents,
		/// As many institutions are suspended as may be: reinstate one or wind one up first.
		TooManySuspended,
		/// The institution has as many sites as it may: amend one that is not used any more.
		TooManySites,
		/// The institution would be a part of itself: give a parent that is not below it.
		ParentCycle,
		/// There are too many institutions above this parent: give one nearer to the top.
		TooManyAncestors,
		/// The licence would have expired already: give a later moment.
		LicenceExpired,
		/// Nothing to change: what is stored is what was given.
		Unchanged,
		/// The last digit of a GS1 key is not its check digit.
		InvalidCheckDigit,
		/// Text is empty, is not UTF-8, or has characters that its standard does not allow.
		InvalidCharacters,
		/// No calendar has the date.
		InvalidDate,
		/// A lower bound is above its upper bound, or a figure is off its scale.
		InvalidRange,
		/// A location number with an extension names a place inside a party, not the party: leave
		/// the extension out.
		UnexpectedExtension,
		/// The region's code does not follow ISO 3166-2.
		InvalidRegionCode,
		/// A pack must hold at least one unit.
		EmptyPack,
		/// Lots of the class must state their batch.
		BatchRequired,
		/// Lots of the class must state their expiry.
		ExpiryRequired,
		/// Lots of the class must state their serial number.
		SerialRequired,
		/// A lot with a serial number is a single unit.
		SerialIsSingle,
		/// The quantity is zero: nothing would be moved.
		ZeroQuantity,
		/// The bucket holds less than the quantity.
		InsufficientStock,
		/// The goods belong to another institution.
		NotOwner,
		/// Only the institution that registered the lot may correct it, or confirm a count of it;
		/// counts are confirmed by accreditation as well.
		NotRegistrant,
		/// A lot is named twice: add the quantities up.
		DuplicateLot,
		/// The classes count in different units.
		UnitsDiffer,
		/// As many units must come out as go in.
		UnitsNotConserved,
		/// A lot would expire later than what it is made of.
		ExpiryExtended,
		/// A lot would not demand a licence that what it is made of demands.
		CapabilityDropped,
		/// A lot would not carry the earmark of what it is made of.
		EarmarkDropped,
		/// A lot would not name the donor of what it is made of: goods of two donors stay apart.
		DonorDropped,
		/// A lot would name a donor that did not give what it is made of: leave the donor out.
		DonorAdded,
		/// A lot would say that its registrant made or imported it, which what it is made of does not
		/// say: say observed.
		CommissioningAdded,
		/// The class is another than that of what the lot is made of: state why.
		ClassChangeUnexplained,
		/// A reason is stated why the class changes, and it does not: leave the reason out.
		ClassUnchanged,
		/// The institution that is to hold the goods has no valid licence for what their class
		/// demands: accreditation can grant it.
		CapabilityMissing,
		/// The quantity is larger than one lot may be, which the constant MaxLotQuantity tells: check
		/// the figure, or register several lots.
		QuantityTooLarge,
		/// More would have turned up of the lot than was registered of it and repacked into it:
		/// register the goods as a lot of their own.
		FoundExceedsEntered,
		/// The custodian has no claim on the lot: it was answered already, or counted anew.
		ClaimNotFound,
		/// The claim waited longer than it may: the custodian must count again.
		ClaimOver,
		/// The quantity is more than the custodian counted beyond the books.
		ClaimExceeded,
		/// A count of the lot waits for a second party: the lot's registrant, the custodian and
		/// accreditation can dismiss it now, and anybody when its time is over.
		ClaimOpen,
		/// Custodian and owner of the goods may act for themselves, or have not been suspended for
		/// long enough.
		PartiesActive,
		/// Lent goods of which one party acts no more go to the other party alone.
		NotHeir,
		/// The institution that is to receive the goods may not act itself: name another.
		ReceiverInactive,
		/// Some of the lot is still held.
		GoodsLeft,
		/// A lot that came out of this one is not archived: archive that first.
		OffspringLeft,
		/// Something happened to the lot too short a time ago: archive it later.
		RetentionNotOver,
		/// The digest is not that of what would leave the state: read the lot again.
		DigestMismatch,
		/// The lot is not archived, or forgotten already.
		NotArchived,
		/// The record that archived the lot is not pruned yet: until then the chain remembers the lot.
		RecordNotPruned,
		/// The lot is expired: it can only be returned or destroyed.
		Expired,
		/// A sum exceeds the largest figure that a bucket holds.
		Overflow,
		/// No identifier is left.
		IdsExhausted,
		/// The lot came out of others, and of what is beyond its books nobody knows whether it did:
		/// register that as a lot of its own.
		DerivedLot,
		/// The institution has none of the class available and never used any, or that is forgotten
		/// already.
		LevelNotFound,
		/// Units of the class are capacity, which is for a window of time: state it.
		WindowRequired,
		/// The class is no capacity: leave the window out.
		UnexpectedWindow,
		/// Capacity ends with its window: a lot of it states no expiry, and a class of it requires none.
		UnexpectedExpiry,
		/// The window does not begin before it ends.
		WindowReversed,
		/// The window is longer than the constant MaxWindow tells: register several lots.
		WindowTooLong,
		/// The window begins later than the constant MaxWindowAhead allows: check the time, which is in
		/// milliseconds, or register the lot nearer to it.
		WindowTooFar,
		/// The window is over: a lot for it is neither made nor corrected. What was used of one within the
		/// window is recorded with the time of its use; a lot that was wrong is counted as none.
		WindowOver,
		/// The window has not begun when the units are said to be used: use them within it.
		WindowNotBegun,
		/// A lot would be usable outside of the window of what it is made of.
		WindowExtended,
		/// Capacity does not become goods, nor do goods become capacity: register either by itself.
		CapacityMixed,
		/// The lot is for no window of time: nothing of it lapses.
		NotCapacity,
		/// The window is not over for as long as the constant LapseAfter tells: until then, what was used
		/// is recorded.
		NotLapsed,
		/// The institution has some of the class available, or used some today, or uses half a thousandth of a
		/// unit a day or more on average: forget it when that is over.
		LevelInUse,
		/// The institution would be of another kind, which gives its vote another weight: the assembly
		/// decides on that.
		KindFixed,
		/// The lot, or the whole of the holding, is held: until all holds on it are lifted, goods of it can
		/// be returned, set aside, counted and destroyed, and not be used, offered, sent, repacked or
		/// corrected.
		Held,
		/// Nothing is left of the lot, but it is held, or a holding of it: lift the holds, or clear them.
		StillHeld,
		/// Receipts of the class's lots would carry a sensor summary, and nothing says which temperatures
		/// it may tell of: state what the class must be kept at.
		TemperatureRequired,
		/// A lot might be kept warmer or colder than what it is made of, or arrive unmeasured where that may
		/// not: choose a class with a range within each of theirs, which demands a sensor if one of theirs
		/// does.
		ColdChainDropped,
		/// There is no such place: a latitude is within 90,000 thousandths of a degree of the equator, a
		/// longitude within 180,000 of Greenwich.
		SeatOutOfRange,
	}
}
