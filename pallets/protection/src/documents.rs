//! The calls `publish_sealing_key`, `send_document` and `acknowledge_document`.
//!
//! All writes of [`SealingKeys`], [`NextDocumentId`] and [`Documents`] go through this file, save that the
//! sealing key of a pseudonym that is forgotten goes with it.
//!
//! Institutions write to each other as they like. A pseudonym and an institution write to each other for as
//! long as the institution promises something to an appeal of the pseudonym, whether the context is over or
//! not: what was promised must find its way. Pseudonyms do not write to each other.

use crate::{
	Config, Context, Document, Documents, Error, Event, NextDocumentId, Pallet, Party, PartyOf,
	Pseudonyms, SealingKey, SealingKeys,
};
use codec::Compact;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, ContextId, Directory, DocumentId, Step, Subject, Trail};
use sp_core::{hex2array, H256};
use sp_runtime::traits::BadOrigin;

/// The X25519 public keys of small order, little-endian: 0, 1, the two points of order 8, p - 1, p and p + 1,
/// where p = 2^255 - 19.
///
/// They are those of <https://cr.yp.to/ecdh.html#validate> below 2^255. X25519 does not look at the highest bit
/// (RFC 7748, section 5), which is why the others there need no place in the list.
const SMALL_ORDER: [[u8; 32]; 7] = [
	hex2array!("0000000000000000000000000000000000000000000000000000000000000000"),
	hex2array!("0100000000000000000000000000000000000000000000000000000000000000"),
	hex2array!("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
	hex2array!("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
	hex2array!("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
	hex2array!("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
	hex2array!("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
];

/// Whether an X25519 public key is one of those with which nothing is secret. What one computes with them is
/// all zeros, which RFC 7748, section 6.1, tells both sides to look for.
fn is_of_small_order(mut key: [u8; 32]) -> bool {
	key[31] &= 0x7f;
	SMALL_ORDER.contains(&key)
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_publish_sealing_key(
		act: Act<T::AccountId>,
		party: PartyOf<T>,
		key: [u8; 32],
	) -> DispatchResult {
		let context = match &party {
			Party::Institution(_) => None,
			Party::Pseudonym(who) => Some(Self::open_context_of(who)?),
		};
		ensure!(!is_of_small_order(key), Error::<T>::InvalidSealingKey);
		let before = SealingKeys::<T>::get(&party).map_or(0, |known| known.number);
		let number = before.checked_add(1).ok_or(Error::<T>::IdsExhausted)?;
		let institution = act.institution;
		let mut step = Step::new(act, Action::SealingKeyPublished, &(key,));
		match context {
			Some((id, context)) => Self::save_context(&mut step, id, context)?,
			None => T::Directory::record(&mut step, institution.ok_or(BadOrigin)?)?,
		}
		let since = T::Trail::now();
		SealingKeys::<T>::insert(&party, SealingKey { number, key, since });
		Self::deposit_event(Event::SealingKeyPublished { party, number, key });
		Ok(())
	}

	/// The context of a pseudonym, which is not over.
	fn open_context_of(who: &T::AccountId) -> Result<(ContextId, Context), Error<T>> {
		let id = Pseudonyms::<T>::get(who).ok_or(Error::NotPseudonym)?.context;
		let context = Self::load_context(id)?;
		ensure!(!Self::is_over(&context), Error::ContextOver);
		Ok((id, context))
	}

	pub(crate) fn do_send_document(
		act: Act<T::AccountId>,
		from: PartyOf<T>,
		to: PartyOf<T>,
		digest: H256,
		sealed_to: u32,
	) -> DispatchResult {
		Self::check_sending(&from, &to, sealed_to)?;
		let id = NextDocumentId::<T>::get();
		let next = id.next().ok_or(Error::<T>::IdsExhausted)?;
		let arguments = (&to, digest, Compact(sealed_to));
		let mut step = Step::new(act, Action::DocumentSent, &arguments);
		let document = Document {
			from: from.clone(),
			to: to.clone(),
			digest,
			sealed_to,
			sent_at: T::Trail::now(),
			received_at: None,
			newest_record: None,
		};
		Self::save_document(&mut step, id, document)?;
		NextDocumentId::<T>::put(next);
		Self::deposit_event(Event::DocumentSent { document: id, from, to, digest });
		Ok(())
	}

	/// Refuses what one party may not send to another, and what is not sealed to the other's key.
	fn check_sending(from: &PartyOf<T>, to: &PartyOf<T>, sealed_to: u32) -> Result<(), Error<T>> {
		ensure!(from != to, Error::ToItself);
		let may_write = match (from, to) {
			(Party::Institution(_), Party::Institution(_)) => true,
			(Party::Pseudonym(pseudonym), Party::Institution(institution))
			| (Party::Institution(institution), Party::Pseudonym(pseudonym)) => {
				Self::correspond(pseudonym, *institution)
			}
			(Party::Pseudonym(_), Party::Pseudonym(_)) => false,
		};
		ensure!(may_write, Error::NoCorrespondence);
		// Nobody could acknowledge it.
		let is_there = match to {
			Party::Institution(institution) => T::Directory::may_act(*institution),
			Party::Pseudonym(_) => true,
		};
		ensure!(is_there, Error::InstitutionNotFound);
		let key = SealingKeys::<T>::get(to).ok_or(Error::NoSealingKey)?;
		ensure!(key.number == sealed_to, Error::OldSealingKey);
		Ok(())
	}

	pub(crate) fn do_acknowledge_document(
		act: Act<T::AccountId>,
		party: PartyOf<T>,
		id: DocumentId,
	) -> DispatchResult {
		let mut document = Self::load_document(id)?;
		ensure!(document.to == party, Error::<T>::NotReceiver);
		ensure!(document.received_at.is_none(), Error::<T>::AlreadyReceived);
		let mut step = Step::new(act, Action::DocumentReceived, &(id,));
		document.received_at = Some(T::Trail::now());
		Self::save_document(&mut step, id, document)?;
		Self::deposit_event(Event::DocumentReceived { document: id });
		Ok(())
	}

	/// Removes a document that was acknowledged, or that nobody has acknowledged in time, and whose newest
	/// record is pruned.
	pub(crate) fn remove_document(id: DocumentId) -> DispatchResult {
		let document = Self::load_document(id)?;
		let over = document.received_at.is_some() || Self::is_unanswered(document.sent_at);
		ensure!(over, Error::<T>::NotOver);
		Self::ensure_pruned(document.newest_record)?;
		Documents::<T>::remove(id);
		Ok(())
	}

	pub(crate) fn load_document(id: DocumentId) -> Result<Document<T::AccountId>, Error<T>> {
		Documents::<T>::get(id).ok_or(Error::DocumentNotFound)
	}

	/// Records the step on the document, and writes it.
	fn save_document(
		step: &mut Step<T::AccountId>,
		id: DocumentId,
		mut document: Document<T::AccountId>,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Document(id), &mut document.newest_record)?;
		Documents::<T>::insert(id, document);
		Ok(())
	}
}
