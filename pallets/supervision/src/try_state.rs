//! The invariants of the module documentation, checked against the whole state.

use crate::{
	log::Log, subjects::Owners, Config, Epoch, Epochs, KnownCollators, KnownRuntime,
	NewestOfInstitution, NextEpochToPrune, Pallet, RecordOf, Records,
};
use alloc::collections::BTreeMap;
use frame_support::traits::Get;
use salus_primitives::{check_invariant, digest_of, EpochId, RecordId, Subject, Subjects};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let start = Log::<T>::start();
		let end = Log::<T>::end();
		let live: BTreeMap<RecordId, RecordOf<T>> =
			Records::<T>::iter().map(|(key, record)| (key.into(), record)).collect();

		check_invariant!(
			"supervision",
			1,
			start <= end,
			"more records were pruned than written",
			start,
			end
		);
		for id in live.keys() {
			check_invariant!(
				"supervision",
				1,
				(start..end).contains(id),
				"a record outside the live ones",
				id,
				start,
				end
			);
		}
		check_invariant!(
			"supervision",
			1,
			u64::try_from(live.len()) == Ok(end.0 - start.0),
			"a gap in the live records",
			start,
			end
		);

		for ((id, record), (next_id, next)) in live.iter().zip(live.iter().skip(1)) {
			check_invariant!(
				"supervision",
				2,
				record.time <= next.time,
				"record time ran backwards",
				id,
				next_id
			);
		}

		let mut subjects = BTreeMap::new();
		let mut institutions = BTreeMap::new();
		let leads_back = |link: Option<RecordId>, nearest: Option<RecordId>| match nearest {
			Some(_) => link == nearest,
			None => link.is_none_or(|id| id < start),
		};
		for (id, record) in &live {
			let nearest = subjects.insert(&record.subject, *id);
			check_invariant!(
				"supervision",
				3,
				leads_back(record.previous, nearest),
				"a wrong link within a subject",
				id,
				record.subject,
				record.previous,
				nearest
			);
			let nearest =
				record.institution.and_then(|institution| institutions.insert(institution, *id));
			check_invariant!(
				"supervision",
				3,
				record.institution.is_some() || record.previous_of_institution.is_none(),
				"a link within an institution that the record does not name",
				id
			);
			check_invariant!(
				"supervision",
				3,
				leads_back(record.previous_of_institution, nearest),
				"a wrong link within an institution",
				id,
				record.institution,
				record.previous_of_institution,
				nearest
			);
		}

		let pruned: BTreeMap<EpochId, Epoch> = Epochs::<T>::iter().collect();
		let expected = NextEpochToPrune::<T>::get();
		check_invariant!(
			"supervision",
			5,
			u64::try_from(pruned.len()) == Ok(expected.0),
			"a gap in the pruned epochs",
			expected
		);
		let mut last_closed = 0;
		for (id, epoch) in &pruned {
			check_invariant!(
				"supervision",
				5,
				*id < expected,
				"an epoch outside the pruned ones",
				id,
				expected
			);
			check_invariant!(
				"supervision",
				5,
				Log::<T>::bounds(*id) == Some((epoch.first, epoch.last))
					&& epoch.count == T::EpochLength::get(),
				"a pruned epoch of the wrong length",
				id,
				epoch
			);
			check_invariant!(
				"supervision",
				5,
				last_closed <= epoch.opened && epoch.opened <= epoch.closed,
				"pruned epochs out of order in time",
				id,
				epoch
			);
			check_invariant!(
				"supervision",
				5,
				epoch.newest_record.is_some_and(|id| id > epoch.last),
				"a pruned epoch without the record of its pruning",
				id,
				epoch
			);
			last_closed = epoch.closed;
		}
		if let Some((id, record)) = live.first_key_value() {
			check_invariant!(
				"supervision",
				5,
				last_closed <= record.time,
				"a live record older than a pruned one",
				id
			);
		}

		for (subject, id) in &subjects {
			let newest = Owners::<T>::newest_record(subject);
			check_invariant!(
				"supervision",
				4,
				newest == Some(*id),
				"the owner of a subject names another newest record",
				subject,
				newest,
				id
			);
		}
		for (institution, id) in &institutions {
			let newest = Log::<T>::newest_of_institution(*institution);
			check_invariant!(
				"supervision",
				4,
				newest == Some(*id),
				"a wrong newest record of an institution",
				institution,
				newest,
				id
			);
		}
		for (institution, id) in NewestOfInstitution::<T>::iter() {
			check_invariant!(
				"supervision",
				4,
				institutions.contains_key(&institution) || id < start,
				"a newest record of an institution that was never written",
				institution,
				id
			);
		}

		let own = pruned.keys().copied().map(Subject::Epoch);
		for subject in own.chain([Subject::Runtime, Subject::Collators]) {
			let newest = Self::newest_record(&subject);
			check_invariant!(
				"supervision",
				4,
				subjects.contains_key(&subject) || newest.is_none_or(|id| id < start),
				"a newest record of a subject that was never written",
				subject,
				newest
			);
		}
		let code = KnownRuntime::<T>::get().map(|code| {
			let digest = digest_of(&(code.spec_version, code.impl_version));
			(Subject::Runtime, digest, code.newest_record)
		});
		let collators = KnownCollators::<T>::get()
			.map(|known| (Subject::Collators, known.digest, known.newest_record));
		for (subject, digest, newest) in code.into_iter().chain(collators) {
			let record = newest.and_then(|id| live.get(&id));
			check_invariant!(
				"supervision",
				6,
				record.is_none_or(|record| record.digest == digest),
				"a newest record that says other than what is known",
				subject,
				newest,
				digest
			);
		}
		Ok(())
	}
}
