use super::*;
use crate::{
	CollatorsEntry, Epochs, KnownCollators, KnownRuntime, NewestOfInstitution, NextEpochToPrune,
	RecordKey, RecordOf, Records, RuntimeEntry,
};
use frame_support::assert_err;
use salus_primitives::{EpochId, InstitutionId};
use sp_core::H256;

/// Two pruned epochs, three live records of a lot, and two of the prunings; then `damage`, which must be found.
fn finds(message: &'static str, damage: impl FnOnce()) {
	run_unchecked(4, || {
		for past in 0..11 {
			set_time(START + past);
			record_lots([past % 2]);
		}
		prune_epochs(2);
		assert_eq!(Supervision::do_try_state(), Ok(()));
		damage();
		assert_err!(Supervision::do_try_state(), message);
	});
}

fn amend(id: u64, change: impl FnOnce(&mut RecordOf<Test>)) {
	Records::<Test>::mutate(RecordKey::from(RecordId(id)), |record| {
		change(record.as_mut().expect("it is live"));
	});
}

fn amend_epoch(id: u64, change: impl FnOnce(&mut crate::Epoch)) {
	Epochs::<Test>::mutate(EpochId(id), |epoch| change(epoch.as_mut().expect("it was pruned")));
}

#[test]
fn a_missing_record_is_found() {
	finds("supervision: invariant 1: a gap in the live records", || {
		Records::<Test>::remove(RecordKey::from(RecordId(9)));
	});
}

#[test]
fn a_record_out_of_bounds_is_found() {
	for id in [7, 13] {
		finds("supervision: invariant 1: a record outside the live ones", || {
			Records::<Test>::insert(RecordKey::from(RecordId(id)), live(9));
		});
	}
}

#[test]
fn pruning_ahead_of_the_log_is_found() {
	finds("supervision: invariant 1: more records were pruned than written", || {
		NextEpochToPrune::<Test>::put(EpochId(4));
	});
}

#[test]
fn time_running_backwards_is_found() {
	finds("supervision: invariant 2: record time ran backwards", || {
		amend(9, |record| record.time = START + 11)
	});
}

#[test]
fn a_wrong_link_is_found() {
	for (id, link) in [(10, None), (10, Some(9)), (10, Some(6)), (8, Some(8)), (8, Some(9))] {
		finds("supervision: invariant 3: a wrong link within a subject", || {
			amend(id, |record| record.previous = link.map(RecordId));
		});
		finds("supervision: invariant 3: a wrong link within an institution", || {
			let link = link.filter(|link| *link != 9 || id != 10);
			amend(id, |record| record.previous_of_institution = link.map(RecordId));
		});
	}
	finds(
		"supervision: invariant 3: a link within an institution that the record does not name",
		|| {
			amend(8, |record| record.institution = None);
		},
	);
}

#[test]
fn a_wrong_newest_record_is_found() {
	for newest in [None, Some(RecordId(6)), Some(RecordId(8)), Some(RecordId(11))] {
		finds(
			"supervision: invariant 4: the owner of a subject names another newest record",
			|| {
				Owner::set_newest(lot(0), newest);
			},
		);
		finds("supervision: invariant 4: a wrong newest record of an institution", || {
			NewestOfInstitution::<Test>::set(InstitutionId(1), newest);
		});
	}
	finds(
		"supervision: invariant 4: a newest record of an institution that was never written",
		|| NewestOfInstitution::<Test>::insert(InstitutionId(7), RecordId(8)),
	);
}

#[test]
fn a_wrong_newest_record_of_an_own_subject_is_found() {
	const OTHER: &str =
		"supervision: invariant 4: the owner of a subject names another newest record";
	const NEVER: &str =
		"supervision: invariant 4: a newest record of a subject that was never written";
	let runtime = |newest_record| {
		KnownRuntime::<Test>::put(RuntimeEntry { spec_version: 2, impl_version: 1, newest_record });
	};
	let collators = |newest_record| {
		KnownCollators::<Test>::put(CollatorsEntry { digest: H256::zero(), newest_record });
	};
	for id in [8, 11, 13] {
		finds(NEVER, || runtime(Some(RecordId(id))));
		finds(NEVER, || collators(Some(RecordId(id))));
	}
	for newest in [None, Some(RecordId(7)), Some(RecordId(12))] {
		finds(OTHER, || {
			upgrade(2, 1);
			runtime(newest);
		});
		finds(OTHER, || {
			plan(2, &[1]);
			collators(newest);
		});
	}
	finds(OTHER, || amend_epoch(0, |epoch| epoch.newest_record = Some(RecordId(12))));
}

#[test]
fn what_is_known_against_its_record_is_found() {
	const OTHER: &str =
		"supervision: invariant 6: a newest record that says other than what is known";
	for (spec_version, impl_version) in [(3, 1), (2, 2)] {
		finds(OTHER, || {
			upgrade(2, 1);
			let newest_record = Some(RecordId(13));
			let entry = RuntimeEntry { spec_version, impl_version, newest_record };
			KnownRuntime::<Test>::put(entry);
		});
	}
	finds(OTHER, || {
		plan(2, &[1]);
		let newest_record = Some(RecordId(13));
		KnownCollators::<Test>::put(CollatorsEntry { digest: H256::zero(), newest_record });
	});
}

#[test]
fn a_wrong_pruned_epoch_is_found() {
	for newest in [None, Some(RecordId(3))] {
		finds("supervision: invariant 5: a pruned epoch without the record of its pruning", || {
			amend_epoch(0, |epoch| epoch.newest_record = newest)
		});
	}
	finds("supervision: invariant 5: a gap in the pruned epochs", || {
		Epochs::<Test>::remove(EpochId(1))
	});
	finds("supervision: invariant 5: an epoch outside the pruned ones", || {
		let epoch = Epochs::<Test>::take(EpochId(1)).expect("it was pruned");
		Epochs::<Test>::insert(EpochId(2), epoch);
	});
	finds("supervision: invariant 5: a pruned epoch of the wrong length", || {
		amend_epoch(1, |epoch| epoch.count = 3)
	});
	finds("supervision: invariant 5: a pruned epoch of the wrong length", || {
		amend_epoch(1, |epoch| epoch.last = RecordId(8));
	});
	finds("supervision: invariant 5: pruned epochs out of order in time", || {
		amend_epoch(1, |epoch| epoch.opened = START)
	});
	finds("supervision: invariant 5: a live record older than a pruned one", || {
		amend_epoch(1, |epoch| epoch.closed = START + 9);
	});
}
