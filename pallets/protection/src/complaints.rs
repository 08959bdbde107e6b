//! The calls `complain` and `answer_complaint`.
//!
//! All writes of [`NextComplaintId`] and [`Complaints`] go through this file, which keeps that none is answered
//! twice.

use crate::{
	About, Answer, Complaint, Complaints, Config, Error, Event, NextComplaintId, Pallet, Purpose,
};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{
	Act, Action, ComplaintId, Dealings, Directory, InstitutionId, InstitutionKind, Moment, Step,
	Subject, Trail,
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_complain(who: T::AccountId, about: About, text: H256) -> DispatchResult {
		let for_complaints = |purpose: &Purpose| matches!(purpose, Purpose::Complain).then_some(());
		let (act, pseudonym, ..) = Self::acting_as(&who, for_complaints)?;
		match about {
			About::Institution(institution) => {
				let standing = T::Directory::standing(institution);
				ensure!(standing.is_some(), Error::<T>::InstitutionNotFound);
			}
			About::Transfer(transfer) => {
				let dealing = T::Dealings::dealing(transfer);
				ensure!(dealing.is_some(), Error::<T>::TransferNotFound);
			}
		}
		let id = NextComplaintId::<T>::get();
		let next = id.next().ok_or(Error::<T>::IdsExhausted)?;
		let mut step = Step::new(act, Action::ComplaintMade, &(about, text));
		let complaint = Complaint {
			by: who.clone(),
			about,
			text,
			made_at: T::Trail::now(),
			answer: None,
			newest_record: None,
		};
		Self::save_complaint(&mut step, id, complaint)?;
		NextComplaintId::<T>::put(next);
		Self::spend(&who, pseudonym);
		Self::deposit_event(Event::ComplaintMade { complaint: id, about, text });
		Ok(())
	}

	pub(crate) fn do_answer_complaint(
		act: Act<T::AccountId>,
		id: ComplaintId,
		text: H256,
	) -> DispatchResult {
		let institution = act.institution()?;
		let mut complaint = Self::load_complaint(id)?;
		ensure!(complaint.answer.is_none(), Error::<T>::Answered);
		let kind = T::Directory::body(institution).map(|body| body.kind);
		ensure!(kind == Some(InstitutionKind::HealthCommission), Error::<T>::NotCommission);
		ensure!(!Self::is_concerned(institution, complaint.about), Error::<T>::Concerned);
		let mut step = Step::new(act, Action::ComplaintAnswered, &(id, text));
		complaint.answer = Some(Answer { institution, text, at: T::Trail::now() });
		Self::save_complaint(&mut step, id, complaint)?;
		Self::deposit_event(Event::ComplaintAnswered { complaint: id, institution, text });
		Ok(())
	}

	/// Whether something is about an institution. Of a transfer that is archived by then, nobody knows any more
	/// whom it is about.
	fn is_concerned(institution: InstitutionId, about: About) -> bool {
		match about {
			About::Institution(other) => other == institution,
			About::Transfer(transfer) => T::Dealings::dealing(transfer)
				.is_some_and(|dealing| [dealing.sender, dealing.receiver].contains(&institution)),
		}
	}

	/// Removes a complaint that was answered, or that nobody has answered in time, and whose newest record is
	/// pruned.
	pub(crate) fn remove_complaint(id: ComplaintId) -> DispatchResult {
		let complaint = Self::load_complaint(id)?;
		let over = complaint.answer.is_some() || Self::is_unanswered(complaint.made_at);
		ensure!(over, Error::<T>::NotOver);
		Self::ensure_pruned(complaint.newest_record)?;
		Complaints::<T>::remove(id);
		Ok(())
	}

	/// Whether nobody has answered for so long, since a moment, that no answer is waited for any more.
	pub(crate) fn is_unanswered(since: Moment) -> bool {
		T::Trail::now().saturating_sub(since) >= T::UnansweredAfter::get()
	}

	pub(crate) fn load_complaint(id: ComplaintId) -> Result<Complaint<T::AccountId>, Error<T>> {
		Complaints::<T>::get(id).ok_or(Error::ComplaintNotFound)
	}

	/// Records the step on the complaint, and writes it.
	fn save_complaint(
		step: &mut Step<T::AccountId>,
		id: ComplaintId,
		mut complaint: Complaint<T::AccountId>,
	) -> DispatchResult {
		T::Trail::record(step, Subject::Complaint(id), &mut complaint.newest_record)?;
		Complaints::<T>::insert(id, complaint);
		Ok(())
	}
}
