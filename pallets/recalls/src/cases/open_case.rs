//! The call `open_case`.

use crate::{Case, CaseSupervisor, Config, Error, Event, Pallet, Reason, Side};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use salus_primitives::{Act, Action, Directory, InstitutionId, Step, Subject, Subjects, Trail};
use sp_core::H256;

/// The arguments of the call.
pub(crate) struct Opening {
	pub(crate) subject: Subject,
	pub(crate) party: InstitutionId,
	pub(crate) reason: Reason,
	pub(crate) document: Option<H256>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_case(
		act: Act<T::AccountId>,
		supervisor: CaseSupervisor,
		opening: Opening,
	) -> DispatchResult {
		let Opening { subject, party, reason, document } = opening;
		reason.check().map_err(Error::<T>::from)?;
		let body = T::Directory::body(party).ok_or(Error::<T>::PartyNotFound)?;
		let arguments = (&subject, party, &reason, document);
		let mut step = Step::new(act, Action::CaseOpened, &arguments);
		// The party has a record from now on, so that a case may be about itself in any event.
		T::Directory::record(&mut step, party)?;
		let is_there = T::Subjects::newest_record(&subject).is_some()
			|| <Self as Subjects>::newest_record(&subject).is_some();
		ensure!(is_there, Error::<T>::SubjectNotFound);

		let id = Self::take_case_id()?;
		Self::deposit_event(Event::CaseOpened { case: id, party });
		let mut case = Case {
			supervisor,
			subject,
			party,
			region: body.region,
			reason,
			opened_at: T::Trail::now(),
			ended: None,
			demands: 0,
			attached_by_supervisor: 0,
			attached_by_party: 0,
			newest_record: None,
		};
		if let Some(digest) = document {
			Self::enter_document(id, &mut case, Side::Supervisor, digest)?;
		}
		Self::enter_case(&mut step, id, case)
	}
}
