//! The call `archive_plan`: what is left of a plan that is over leaves the storage, some lines at a time,
//! and the digest of what was removed stays on the trail.

use crate::{Config, Error, Event, LineOrder, Outcome, Pallet, Plan, MAX_ARCHIVED};
use frame_support::{ensure, traits::Get};
use salus_primitives::{digest_of, Act, Action, PlanId, Step, Trail, Transfers};
use sp_core::H256;
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Answers with how many lines were archived.
	pub(crate) fn do_archive_plan(
		act: Act<T::AccountId>,
		id: PlanId,
		digest: H256,
	) -> Result<u32, DispatchError> {
		let mut plan = Self::load(id)?;
		ensure!(plan.carried_out >= plan.lines, Error::<T>::LinesWaiting);
		let age = T::Trail::now().checked_sub(plan.dispatch_by);
		let over = age.is_some_and(|age| age >= T::ArchiveAfter::get());
		ensure!(over, Error::<T>::RetentionNotOver);
		let lines = Self::lines(id, plan.archived, MAX_ARCHIVED);
		for (_, _, outcome) in &lines {
			let Outcome::Made { transfer, .. } = outcome else { continue };
			ensure!(T::Transfers::pending(*transfer).is_none(), Error::<T>::TransferPending);
		}
		ensure!(digest_of_lines(id, &plan, &lines) == digest, Error::<T>::DigestMismatch);

		let mut step = Step::new(act, Action::LinesArchived, &(id, digest));
		for (line, _, outcome) in &lines {
			Self::remove_line(id, *line, outcome);
		}
		let count = lines.len() as u32;
		plan.archived = plan.archived.saturating_add(count);
		let archived = plan.archived;
		let is_last = archived >= plan.lines;
		match is_last {
			true => Self::put_away(&mut step, id, plan)?,
			false => Self::save(&mut step, id, plan)?,
		}
		Self::deposit_event(Event::LinesArchived { plan: id, archived, digest });
		if is_last {
			Self::deposit_event(Event::PlanArchived { plan: id });
		}
		Ok(count)
	}

	pub(crate) fn view_archive_digest(id: PlanId) -> Option<H256> {
		let plan = Self::load(id).ok()?;
		let lines = Self::lines(id, plan.archived, MAX_ARCHIVED);
		Some(digest_of_lines(id, &plan, &lines))
	}
}

/// The digest of a plan with some of its lines, as they are stored.
fn digest_of_lines(id: PlanId, plan: &Plan, lines: &[(u32, LineOrder, Outcome)]) -> H256 {
	digest_of(&(id, plan, lines))
}
