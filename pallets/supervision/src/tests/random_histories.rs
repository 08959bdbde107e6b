use super::*;
use crate::{NextEpochToPrune, PageOf, Rest};
use alloc::collections::BTreeSet;
use salus_primitives::{
	chance::Random, mock::MockDirectory, EpochId, InstitutionId, Moment, Subject,
};

const LOTS: u64 = 5;
const INSTITUTIONS: u32 = 3;

type Written = (Moment, Subject, Option<u32>);

/// What the log should say, kept the simplest way.
#[derive(Default)]
struct Model {
	/// Time, subject and institution of every record ever written.
	records: Vec<Written>,
	/// How many of them are pruned.
	pruned: usize,
	proofs: Vec<RecordProof>,
	/// The version of the code, and the collators.
	version: (u32, u32),
	collators: BTreeSet<AccountId>,
}

impl Model {
	/// The records that satisfy `belongs`, newest first: the live ones, and the newest pruned one.
	fn history(&self, belongs: impl Fn(&Written) -> bool) -> (Vec<u64>, Option<u64>) {
		let all: Vec<usize> =
			(0..self.records.len()).rev().filter(|id| belongs(&self.records[*id])).collect();
		let (live, pruned): (Vec<usize>, Vec<usize>) =
			all.into_iter().partition(|id| *id >= self.pruned);
		(live.into_iter().map(|id| id as u64).collect(), pruned.first().map(|id| *id as u64))
	}
}

/// Reads page after page to the end.
fn read_all(
	size: u32,
	page: impl Fn(Option<RecordId>, u32) -> PageOf<Test>,
) -> (Vec<u64>, Option<u64>) {
	let mut all = Vec::new();
	let mut before = None;
	loop {
		let page = page(before, size);
		before = page.entries.last().map(|entry| entry.id);
		all.extend(ids(&page.entries));
		match page.rest {
			Rest::Nothing => return (all, None),
			Rest::Pruned { record, .. } => return (all, Some(record.0)),
			Rest::More => assert_eq!(page.entries.len(), size as usize),
			Rest::NotFound => panic!("a page leads to a record of another history"),
		}
	}
}

fn take_a_step(random: &mut Random, model: &mut Model) {
	let now = Timestamp::get();
	match random.below(12) {
		0..=4 => {
			let institution = Some(random.below(u64::from(INSTITUTIONS) + 1) as u32)
				.filter(|institution| *institution < INSTITUTIONS);
			let first = random.below(LOTS);
			let subjects: Vec<_> =
				(first..LOTS).take(1 + random.below(3) as usize).map(lot).collect();
			assert_eq!(record(step(institution), &subjects), Ok(()));
			model.records.extend(subjects.into_iter().map(|lot| (now, lot, institution)));
		}
		5..=7 => set_time(Timestamp::get() + random.below(3)),
		8 => {
			if random.below(8) == 0 {
				set_time(Timestamp::get() + RETENTION);
			}
			let who = random.below(u64::from(INSTITUTIONS) + 1);
			let epoch = (model.pruned as u64 / u64::from(EpochLength::get()) + random.below(3))
				.saturating_sub(1);
			let pruned = NextEpochToPrune::<Test>::get();
			let now = Timestamp::get();
			if Supervision::prune(RuntimeOrigin::signed(who), EpochId(epoch)).is_ok() {
				assert_eq!(EpochId(epoch), pruned);
				model.pruned += EpochLength::get() as usize;
				let institution =
					Some(who as u32).filter(|institution| *institution < INSTITUTIONS);
				model.records.push((now, Subject::Epoch(pruned), institution));
			}
		}
		9 => {
			let other = (1 + random.below(2) as u32, 1 + random.below(2) as u32);
			upgrade(other.0, other.1);
			if std::mem::replace(&mut model.version, other) != other {
				model.records.push((now, Subject::Runtime, None));
			}
		}
		10 => {
			let mut planned = vec![1, 2, 3];
			planned.rotate_left(random.below(3) as usize);
			planned.truncate(1 + random.below(3) as usize);
			plan(9, &planned);
			let planned = BTreeSet::from_iter(planned);
			if model.collators != planned {
				model.collators = planned;
				model.records.push((now, Subject::Collators, None));
			}
		}
		_ => {
			if let Some(id) = (model.records.len() as u64).checked_sub(1) {
				let id = random.below(id + 1);
				if let Ok(proof) = Supervision::prove(RecordId(id)) {
					model.proofs.push(proof);
				}
			}
		}
	}
}

fn compare(random: &mut Random, model: &Model) {
	assert_eq!(written(), model.records.len() as u64);
	let size = 1 + random.below(4) as u32;
	let epochs = model.pruned as u64 / u64::from(EpochLength::get());
	let epochs = (0..epochs).rev().take(9).map(|epoch| Subject::Epoch(EpochId(epoch)));
	let own = epochs.chain([Subject::Runtime, Subject::Collators]);
	for subject in (0..LOTS).map(lot).chain(own) {
		let told =
			read_all(size, |before, limit| Supervision::history(subject.clone(), before, limit));
		assert_eq!(told, model.history(|(_, known, _)| *known == subject));
	}
	for id in 0..INSTITUTIONS {
		let told = read_all(size, |before, limit| {
			Supervision::of_institution(InstitutionId(id), before, limit)
		});
		assert_eq!(told, model.history(|(_, _, institution)| *institution == Some(id)));
	}

	let now = Timestamp::get();
	let moments: Vec<Moment> = model.records.iter().map(|(time, ..)| *time).collect();
	let mut moment = || match moments.len() as u64 {
		0 => now,
		len => moments[random.below(len) as usize] + random.below(2),
	};
	let (from, to) = (moment(), moment());
	let window = Supervision::between(from, to, None, 256);
	let within = |id: &usize| from <= moments[*id] && moments[*id] < to;
	let expected: Vec<u64> =
		(model.pruned..moments.len()).filter(within).map(|id| id as u64).collect();
	let told = ids(&window.entries);
	assert_eq!(told, expected[..expected.len().min(256)]);
	assert_eq!(window.more_after.is_some(), expected.len() > 256);
	for id in (0..model.pruned).filter(within) {
		let span = window.pruned.expect("a pruned record lies in the window");
		let epoch = id as u64 / u64::from(EpochLength::get());
		assert!((span.first.0..=span.last.0).contains(&epoch));
	}

	for proof in &model.proofs {
		let RecordProof { epoch, leaf_index, leaf, proof, .. } = proof.clone();
		assert_eq!(Supervision::verify(epoch, leaf_index, leaf, proof), Verdict::Genuine);
	}
}

#[test]
fn any_history_keeps_the_invariants_and_reads_as_it_was_written() {
	let mut pruned = 0;
	for seed in 0..24 {
		run_in_epochs_of(1 + seed % 9, || {
			let mut random = Random(u64::from(seed));
			let mut model = Model { version: (1, 1), ..Default::default() };
			for institution in 0..INSTITUTIONS {
				let who = u64::from(institution);
				MockDirectory::appoint(who, InstitutionId(institution), &[]);
			}
			for turn in 0..400 {
				take_a_step(&mut random, &mut model);
				if turn % 50 == 49 {
					assert_eq!(Supervision::do_try_state(), Ok(()), "seed {seed}");
					compare(&mut random, &model);
				}
			}
			pruned += model.pruned;
		});
	}
	assert!(pruned > 100, "histories that prune next to nothing show nothing about pruning");
}
