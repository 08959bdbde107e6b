//! Cases, with what they demand and their documents. Every read and write of them goes through this module,
//! which keeps that
//!
//! - a case is among the open ones, under the region that it was opened in, exactly as long as it is open;
//! - its demands and its documents are numbered without a gap, as many as it says;
//! - whatever changes a case leaves a record on it, and is forgotten with it.

use crate::{
	Case, CaseDocument, CaseEnd, Cases, Config, Demand, Demands, Documents, Ended, Error, Event,
	NextCaseId, OpenCases, Pallet, Reason, Side, MAX_ATTACHED, MAX_DEMANDS,
};
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{CaseId, Quantity, RegionCode, Step, Subject, Trail, LONGEST_ANSWER};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// A case, whether it is over or not.
	pub(crate) fn load_case(id: CaseId) -> Result<Case, Error<T>> {
		Cases::<T>::get(id).ok_or(Error::CaseNotFound)
	}

	pub(crate) fn take_case_id() -> Result<CaseId, Error<T>> {
		let id = NextCaseId::<T>::get();
		NextCaseId::<T>::put(id.next().ok_or(Error::IdsExhausted)?);
		Ok(id)
	}

	/// Enters a case, which is open from now on, with the step's record on it.
	pub(crate) fn enter_case(
		step: &mut Step<T::AccountId>,
		id: CaseId,
		case: Case,
	) -> DispatchResult {
		OpenCases::<T>::insert(id, &case.region);
		Self::save_case(step, id, case)
	}

	/// Writes a case, with the step's record on it.
	pub(crate) fn save_case(
		step: &mut Step<T::AccountId>,
		id: CaseId,
		mut case: Case,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Case(id), &mut case.newest_record)?;
		Cases::<T>::insert(id, case);
		Ok(())
	}

	/// Ends a case, with the step's record on it.
	pub(crate) fn put_case_to_end(
		step: &mut Step<T::AccountId>,
		id: CaseId,
		case: Case,
		end: CaseEnd,
		reason: Reason,
	) -> DispatchResult {
		let ended = Some(Ended { how: end, reason, at: T::Trail::now() });
		OpenCases::<T>::remove(id);
		Self::save_case(step, id, Case { ended, ..case })
	}

	/// Enters a demand of a case, and counts it. Answers with its number.
	pub(crate) fn enter_demand(
		id: CaseId,
		case: &mut Case,
		demand: Demand,
	) -> Result<u8, Error<T>> {
		let number = Self::next_demand(case)?;
		Demands::<T>::insert(id, number, demand);
		case.demands = number.saturating_add(1);
		Ok(number)
	}

	/// Refused when the case demands as many counts as it may.
	pub(crate) fn next_demand(case: &Case) -> Result<u8, Error<T>> {
		ensure!(case.demands < MAX_DEMANDS, Error::TooManyDemands);
		Ok(case.demands)
	}

	/// The demands of a case with their numbers, in order.
	pub(crate) fn demands_of(id: CaseId, case: &Case) -> Vec<(u8, Demand)> {
		let demand = |number: u8| Some((number, Demands::<T>::get(id, number)?));
		(0..case.demands).filter_map(demand).collect()
	}

	/// Enters a count that a case demanded, whether the case is over or not. Of a case that is forgotten,
	/// there is nothing to enter it into.
	pub(crate) fn give_count(
		step: &mut Step<T::AccountId>,
		id: CaseId,
		number: u8,
		quantity: Quantity,
	) -> DispatchResult {
		let (Ok(case), Some(demand)) = (Self::load_case(id), Demands::<T>::get(id, number)) else {
			return Ok(());
		};
		let counted = Some((quantity, T::Trail::now()));
		Demands::<T>::insert(id, number, Demand { counted, ..demand });
		Self::save_case(step, id, case)?;
		Self::deposit_event(Event::CountGiven { case: id, demand: number, quantity });
		Ok(())
	}

	/// Enters a document of a case, and counts it.
	pub(crate) fn enter_document(
		id: CaseId,
		case: &mut Case,
		by: Side,
		digest: H256,
	) -> Result<(), Error<T>> {
		let number = case.documents();
		let attached = case.attached_by(by);
		ensure!(*attached < MAX_ATTACHED, Error::TooManyDocuments);
		*attached = attached.saturating_add(1);
		let attached_at = T::Trail::now();
		let document = CaseDocument { digest, attached_by: by, attached_at, acknowledged_at: None };
		Self::put_document(id, number, document);
		Self::deposit_event(Event::DocumentAttached { case: id, document: number, by });
		Ok(())
	}

	pub(crate) fn load_document(id: CaseId, number: u8) -> Result<CaseDocument, Error<T>> {
		Documents::<T>::get(id, number).ok_or(Error::DocumentNotFound)
	}

	pub(crate) fn put_document(id: CaseId, number: u8, document: CaseDocument) {
		Documents::<T>::insert(id, number, document);
	}

	/// The documents of a case with their numbers, in order.
	pub(crate) fn documents_of(id: CaseId, case: &Case) -> Vec<(u8, CaseDocument)> {
		let document = |number: u8| Some((number, Documents::<T>::get(id, number)?));
		(0..case.documents()).filter_map(document).collect()
	}

	/// Removes a case that is over, with its demands and its documents. Answers with how many of these
	/// there were.
	pub(crate) fn remove_case(id: CaseId, case: &Case) -> u32 {
		(0..case.demands).for_each(|number| Demands::<T>::remove(id, number));
		(0..case.documents()).for_each(|number| Documents::<T>::remove(id, number));
		Cases::<T>::remove(id);
		u32::from(case.demands).saturating_add(u32::from(case.documents()))
	}

	/// Open cases behind one, with the regions that they were opened in, in the order of storage;
	/// [`LONGEST_ANSWER`] at most.
	pub(crate) fn open_behind(after: Option<CaseId>) -> Vec<(CaseId, RegionCode)> {
		let entries = match after {
			Some(after) => OpenCases::<T>::iter_from_key(after),
			None => OpenCases::<T>::iter(),
		};
		entries.take(LONGEST_ANSWER as usize).collect()
	}

	pub(crate) fn ensure_open(case: &Case) -> Result<(), Error<T>> {
		ensure!(case.ended.is_none(), Error::CaseEnded);
		Ok(())
	}
}
