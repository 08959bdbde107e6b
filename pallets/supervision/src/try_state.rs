//! The invariants of the module documentation, checked against the whole state.

use crate::{
	log::Log, Config, Epochs, Latest, LatestOfInstitution, NextEpochToPrune, Pallet, RecordOf,
	Records,
};
use alloc::collections::BTreeMap;
use frame_support::{ensure, traits::Get};
use salus_primitives::{EpochId, RecordId};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let start = Log::<T>::start();
		let end = Log::<T>::end();

		// 1
		ensure!(start <= end, "more records were pruned than written");
		let live: BTreeMap<RecordId, RecordOf<T>> =
			Records::<T>::iter().map(|(key, record)| (key.into(), record)).collect();
		ensure!(live.keys().all(|id| (start..end).contains(id)), "a record outside the live ones");
		ensure!(u64::try_from(live.len()) == Ok(end.0 - start.0), "a gap in the live records");

		// 2
		let times = || live.values().map(|record| record.time);
		ensure!(times().zip(times().skip(1)).all(|(a, b)| a <= b), "record time ran backwards");

		// 3
		let mut subjects = BTreeMap::new();
		let mut institutions = BTreeMap::new();
		let leads_back = |link: Option<RecordId>, nearest: Option<RecordId>| match nearest {
			Some(_) => link == nearest,
			None => link.is_none_or(|id| id < start),
		};
		for (id, record) in &live {
			let nearest = subjects.insert(&record.subject, *id);
			ensure!(leads_back(record.previous, nearest), "a wrong link within a subject");
			match record.institution {
				Some(institution) => {
					let nearest = institutions.insert(institution, *id);
					ensure!(
						leads_back(record.previous_of_institution, nearest),
						"a wrong link within an institution"
					);
				}
				None => ensure!(
					record.previous_of_institution.is_none(),
					"a link within an institution that the record does not name"
				),
			}
		}

		// 4
		for (subject, id) in &subjects {
			ensure!(Log::<T>::latest(subject) == Some(*id), "a wrong latest record of a subject");
		}
		for (subject, id) in Latest::<T>::iter() {
			ensure!(
				subjects.contains_key(&subject) || id < start,
				"a latest record of a subject that was never written"
			);
		}
		for (institution, id) in &institutions {
			ensure!(
				Log::<T>::latest_of_institution(*institution) == Some(*id),
				"a wrong latest record of an institution"
			);
		}
		for (institution, id) in LatestOfInstitution::<T>::iter() {
			ensure!(
				institutions.contains_key(&institution) || id < start,
				"a latest record of an institution that was never written"
			);
		}

		// 5
		let pruned: BTreeMap<EpochId, _> = Epochs::<T>::iter().collect();
		let expected = NextEpochToPrune::<T>::get();
		ensure!(u64::try_from(pruned.len()) == Ok(expected.0), "a gap in the pruned epochs");
		let mut last_closed = 0;
		for (id, epoch) in &pruned {
			ensure!(*id < expected, "an epoch outside the pruned ones");
			ensure!(
				Log::<T>::bounds(*id) == Some((epoch.first, epoch.last))
					&& epoch.count == T::EpochLength::get(),
				"a pruned epoch of the wrong length"
			);
			ensure!(
				last_closed <= epoch.opened && epoch.opened <= epoch.closed,
				"pruned epochs out of order in time"
			);
			last_closed = epoch.closed;
		}
		ensure!(
			live.values().next().is_none_or(|record| last_closed <= record.time),
			"a live record older than a pruned one"
		);
		Ok(())
	}
}
