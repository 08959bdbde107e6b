//! The errors.
//!
//! A section of the pallet's declaration in `lib.rs`, whose imports it sees.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
	/// The order is part of the interface: the pool refuses a binding, and a step of building a ring, with
	/// the number of the error here, as `InvalidTransaction::Custom`.
	#[pallet::error]
	#[derive(PartialEqNoBound, EqNoBound, CloneNoBound)]
	pub enum Error<T> {
		/// The bytes are no member key: make one with the member's tool.
		InvalidKey,
		/// The signature does not show that the institution has the secret of the key: sign again, for this
		/// role and institution.
		NotPossessed,
		/// The key is registered already: make another one.
		KeyTaken,
		/// The institution has a key for this role: withdraw it first.
		KeyExists,
		/// The institution registered a key for this role not long ago: wait, see `KeyRest`.
		KeyTooSoon,
		/// The institution has no key for this role.
		KeyNotFound,
		/// As many keys wait to enter a ring as may: wait until they have.
		QueueFull,
		/// There is no ring of this number: check it.
		RingNotFound,
		/// The role has as many rings as it may.
		TooManyRings,
		/// Nothing is due of this ring: ask `due_step`.
		NotDue,
		/// A revision of a ring of this role is being built already.
		Building,
		/// The step is not the next one of what is being built: ask `due_step`.
		WrongStep,
		/// Those who vote are the members of rings in the role vote: choose that role.
		WrongRole,
		/// There is no context with this identifier: check it.
		ContextNotFound,
		/// The context is over: its end has passed, it was closed, or its referendum takes no votes any more.
		ContextOver,
		/// The context is not over.
		ContextNotOver,
		/// There are as many contexts as may be: have those forgotten that are over.
		TooManyContexts,
		/// A context must allow its purpose at least once.
		NoUses,
		/// The purse holds less than an account must, or a vote costs, or more than it may.
		InvalidPurse,
		/// The end is over, or now: choose a later one.
		EndPassed,
		/// A vote must be for those who are in the rings when it is declared: choose the roll
		/// `AtDeclaration`.
		RollNotFixed,
		/// No ring of this role can be used: they have too few members.
		NoRing,
		/// The revision is not accepted in this context, or not any more: make the proof anew.
		WrongRevision,
		/// The ring has too few members to hide anybody in it: wait until more have entered.
		RingTooSmall,
		/// The last block in which the binding is accepted has passed, or is too far away: make the proof
		/// anew.
		WindowPassed,
		/// The member has a pseudonym in this context already.
		AliasTaken,
		/// The account has signed, has something reserved or locked, acts for an institution or is a pseudonym
		/// already: bind a new one.
		AccountNotFresh,
		/// There is not enough to fill the purse, or, when a vote is declared, the purses of all members: tell
		/// those who govern.
		PursesEmpty,
		/// The proof does not have the length of a proof.
		ProofLength,
		/// The proof does not show that a member of the ring with this alias binds this account in this
		/// context.
		NotProven,
		/// The account is no pseudonym.
		NotPseudonym,
		/// The pseudonym's context is for something else.
		WrongPurpose,
		/// The pseudonym has done as often what its context is for as it may.
		UsedUp,
		/// There is no class with this identifier: check it.
		ClassNotFound,
		/// There is no region with this code: check it.
		RegionNotFound,
		/// The quantity is zero: choose another.
		ZeroQuantity,
		/// The time is longer than allowed: choose an earlier end.
		TooLong,
		/// There is no appeal with this identifier: check it.
		AppealNotFound,
		/// The appeal was closed, its time is over, or its pseudonym is forgotten.
		AppealOver,
		/// The appeal is another pseudonym's.
		NotOwn,
		/// As many institutions have promised something to the appeal as may.
		TooManyPromises,
		/// More than is appealed for: promise less.
		TooMuch,
		/// The institution has promised nothing to the appeal.
		PromiseNotFound,
		/// There is no institution with this identifier, or it may not act: check it.
		InstitutionNotFound,
		/// There is no transfer with this identifier, or none any more: check it.
		TransferNotFound,
		/// There is no complaint with this identifier: check it.
		ComplaintNotFound,
		/// The complaint was answered already.
		Answered,
		/// Only a health commission answers complaints.
		NotCommission,
		/// A commission does not answer a complaint about itself, or about a transfer of its.
		Concerned,
		/// The institution neither sent nor received the transfer.
		NotParty,
		/// The transfer is not over: rate when it is.
		TransferNotOver,
		/// The pseudonym rated this institution after this transfer already.
		Rated,
		/// The pseudonym voted so already: nothing to change.
		SameVote,
		/// The bytes are no sealing key: it is one of those with which nothing is secret.
		InvalidSealingKey,
		/// The receiver has no sealing key: ask it to publish one.
		NoSealingKey,
		/// The receiver has another sealing key by now: seal to that one.
		OldSealingKey,
		/// Neither side may write to the other: a pseudonym writes to those who promised something to an
		/// appeal of its, and they to it.
		NoCorrespondence,
		/// Nobody sends documents to itself.
		ToItself,
		/// There is no document with this identifier: check it.
		DocumentNotFound,
		/// The document was acknowledged already.
		AlreadyReceived,
		/// The document was sent to somebody else.
		NotReceiver,
		/// It is not over.
		NotOver,
		/// Pseudonyms of the context are left: have them forgotten first.
		PseudonymsLeft,
		/// Its newest record is not pruned yet: wait until its epoch is.
		RecordNotPruned,
		/// No identifier is left.
		IdsExhausted,
		/// A context allows its purpose more often than may be: choose fewer uses.
		TooManyUses,
		/// Appeals of the pseudonym are left to which something is promised: have them forgotten first.
		AppealsLeft,
		/// A vote ends with its referendum, and neither before nor after it: give it no other end, and do not
		/// close it.
		EndsWithReferendum,
	}
}
