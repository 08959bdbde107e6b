//! The call `issue_recall`.

use crate::{
	Config, Error, Event, Issuer, NamedLots, Pallet, Recall, RecallAction, RecallSeverity,
	RecallState, Registrants,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use salus_primitives::{Act, Action, ClassId, LotId, LotSummary, Lots, Moment, Step, Trail};
use sp_core::H256;

/// The arguments of the call but for the lots.
pub(crate) struct Issuing {
	pub(crate) severity: RecallSeverity,
	pub(crate) action: RecallAction,
	pub(crate) notice: H256,
	pub(crate) answer_within: Moment,
}

/// Lots that a recall may name together.
pub(crate) struct Named {
	pub(crate) class: ClassId,
	/// What is known of each.
	pub(crate) lots: Vec<LotSummary>,
}

impl Named {
	/// Who registered them, each once.
	fn registrants(&self) -> Registrants {
		let registrants: BTreeSet<_> = self.lots.iter().map(|lot| lot.registered_by).collect();
		Registrants::truncate_from(registrants.into_iter().collect())
	}
}

impl<T: Config> Pallet<T> {
	/// Refuses lots that no recall names together. Those that come out of lots of one class count in its base
	/// unit, so that what is found of the whole family is one figure.
	pub(crate) fn named(lots: &[LotId]) -> Result<Named, Error<T>> {
		let mut known = BTreeSet::new();
		let mut class = None;
		let mut summaries = Vec::new();
		for lot in lots {
			ensure!(known.insert(lot), Error::DuplicateLot);
			let summary = T::Lots::summary(*lot).ok_or(Error::LotNotFound)?;
			ensure!(*class.get_or_insert(summary.class) == summary.class, Error::ClassesDiffer);
			summaries.push(summary);
		}
		Ok(Named { class: class.ok_or(Error::NoLots)?, lots: summaries })
	}

	pub(crate) fn do_issue_recall(
		act: Act<T::AccountId>,
		issuer: Issuer,
		(lots, named): (NamedLots, Named),
		issuing: Issuing,
	) -> DispatchResult {
		let Issuing { severity, action, notice, answer_within } = issuing;
		ensure!(answer_within >= T::MinAnswer::get(), Error::<T>::AnswerTooShort);
		ensure!(answer_within <= T::MaxAnswer::get(), Error::<T>::AnswerTooLong);
		for lot in &lots {
			let known = Self::newest_naming(*lot, issuer);
			let is_open = known.is_some_and(|known| known.is_in_force());
			ensure!(!is_open, Error::<T>::AlreadyRecalled);
		}
		Self::ensure_may_issue(issuer)?;
		let arguments = (&lots, severity, action, notice, answer_within);
		let mut step = Step::new(act, Action::RecallIssued, &arguments);

		let id = Self::take_recall_id()?;
		Self::deposit_event(Event::RecallIssued { recall: id, issuer });
		let mut recall = Recall {
			issuer,
			registrants: named.registrants(),
			lots: lots.clone(),
			class: named.class,
			severity,
			action,
			notice,
			answer_within,
			issued_at: T::Trail::now(),
			state: RecallState::Standing,
			closed_at: None,
			asked: 0,
			answered: 0,
			marked: 0,
			held: 0,
			awaited: 0,
			walk: 0,
			freed: None,
			goods: 0,
			found: 0,
			done: 0,
			whole_step_in: None,
			newest_record: None,
		};
		Self::end_rest(issuer);
		for lot in lots {
			Self::name_lot(id, issuer, lot);
			Self::enter_lot(&mut step, (id, &mut recall), lot)?;
		}
		Self::set_state(id, &mut recall, RecallState::Spreading);
		Self::save_recall(&mut step, id, recall)
	}

	/// Refuses an issuer of which a recall is unfinished, or that has not rested: what the steps cost is paid
	/// by nobody, so it does not begin them over and over. Governance is bound by neither.
	fn ensure_may_issue(issuer: Issuer) -> Result<(), Error<T>> {
		if issuer != Issuer::Governance {
			ensure!(Self::unfinished_of(issuer) == 0, Error::RecallUnfinished);
			ensure!(T::Trail::now() >= Self::rests_until(issuer), Error::RestNotOver);
		}
		Ok(())
	}
}
