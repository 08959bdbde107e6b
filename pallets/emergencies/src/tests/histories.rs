//! Any history keeps the invariants; what counts is what a plain reading of the declarations tells; and what
//! nobody ratified counts no longer than the council may have it.

use crate::{mock::*, Call, Declaration};
use alloc::collections::BTreeMap;
use frame_support::traits::UnfilteredDispatchable;
use salus_primitives::{
	chance::{Random, Score},
	mock::MockTrail,
	time::DAY,
	ClassId, EmergencyId, Moment, RecordId, Severity,
};

/// Each with those that it is in, itself included.
const REGIONS: [(&str, &[&str]); 5] = [
	("CN", &["CN"]),
	("CN-HB", &["CN-HB", "CN"]),
	("CN-HN", &["CN-HN", "CN"]),
	("CN-SH", &["CN-SH", "CN"]),
	("CN-WH", &["CN-WH", "CN-HB", "CN"]),
];
const CLASSES: [ClassId; 2] = [MASKS, OXYGEN];
const SEVERITIES: [Severity; 4] =
	[Severity::General, Severity::Major, Severity::Serious, Severity::Extreme];

/// What this test knows by itself of an emergency.
struct Known {
	severity: Severity,
	until: Moment,
	/// Until when it is in force without being ratified, if the council declared it.
	term: Option<Moment>,
	is_ratified: bool,
	is_ended: bool,
}

impl Known {
	fn is_in_force(&self, now: Moment) -> bool {
		!self.is_ended && now < self.until && (self.is_ratified || self.is_in_term(now))
	}

	fn is_in_term(&self, now: Moment) -> bool {
		self.term.is_none_or(|term| now < term)
	}

	/// Until when it binds the council.
	fn binds_until(&self) -> Moment {
		match self.term {
			Some(term) if !self.is_ratified => term.min(self.until) + COOLING,
			_ => 0,
		}
	}
}

#[derive(Default)]
struct Model {
	known: BTreeMap<EmergencyId, Known>,
	/// Who covers a pair: the last that was declared for it.
	covers: BTreeMap<(&'static str, ClassId), EmergencyId>,
	/// For what the council declared each.
	by_council: BTreeMap<EmergencyId, Vec<(&'static str, ClassId)>>,
}

impl Model {
	fn severity(&self, lineage: &[&'static str], class: ClassId) -> Option<Severity> {
		let covering = lineage.iter().filter_map(|place| self.covers.get(&(*place, class)));
		let known = covering.filter_map(|id| self.known.get(id));
		known.filter(|known| known.is_in_force(now())).map(|known| known.severity).max()
	}

	/// Whether the council is refused a pair for what it declared before.
	fn binds(&self, region: &str, class: ClassId) -> bool {
		self.by_council.iter().any(|(id, pairs)| {
			let Some(known) = self.known.get(id) else { return false };
			let bars_parts = !known.is_in_force(now());
			now() < known.binds_until()
				&& pairs.iter().any(|(declared, of)| {
					let is_around = lineage(declared).contains(&region);
					let is_part = lineage(region).contains(declared);
					*of == class && (is_around || (is_part && bars_parts))
				})
		})
	}

	/// Whether as much binds the council as may.
	fn is_full(&self) -> bool {
		self.known.values().filter(|known| now() < known.binds_until()).count() >= 16
	}

	fn declare(
		&mut self,
		id: EmergencyId,
		is_hasty: bool,
		declaration: &Declaration,
		pairs: Vec<(&'static str, ClassId)>,
	) {
		let Declaration { severity, until, .. } = *declaration;
		let term = is_hasty.then(|| now() + TERM);
		let known = Known { severity, until, term, is_ratified: false, is_ended: false };
		self.known.insert(id, known);
		for pair in &pairs {
			self.covers.insert(*pair, id);
		}
		if is_hasty {
			self.by_council.insert(id, pairs);
		}
	}

	fn close(&mut self, id: EmergencyId) {
		self.covers.retain(|_, covering| *covering != id);
	}
}

fn lineage(region: &str) -> &'static [&'static str] {
	let found = REGIONS.iter().find(|(code, _)| *code == region);
	found.map(|(_, lineage)| *lineage).expect("a test's region is known")
}

/// Some of these in their order, at least one.
fn some<T: Clone>(random: &mut Random, among: &[T]) -> Vec<T> {
	let first = random.below(among.len() as u64) as usize;
	let rest = among.iter().skip(first + 1).filter(|_| random.one_in(4)).cloned();
	std::iter::once(among[first].clone()).chain(rest).collect()
}

/// One turn of a history.
fn turn(random: &mut Random, model: &mut Model, score: &mut Score) {
	let next = crate::NextEmergencyId::<Test>::get();
	let id = EmergencyId(random.below(u64::from(next.0) + 1) as u32);
	let does = |call: Call<Test>, origin| call.dispatch_bypass_filter(origin).is_ok();
	let authority = random.pick(&[COUNCIL, COUNCIL, ASSEMBLY, STRANGER]);
	match random.below(13) {
		0..=3 => {
			let places = REGIONS.map(|(code, _)| code);
			let (places, classes) = (some(random, &places), some(random, &CLASSES));
			let until = now() + random.below(31 * DAY);
			let mut declaration = declaration(&places, &classes, until);
			declaration.severity = random.pick(&SEVERITIES);
			let with_classes = |place| classes.iter().map(move |class| (place, *class));
			let pairs: Vec<_> = places.iter().copied().flat_map(with_classes).collect();
			let binds = pairs.iter().any(|(region, class)| model.binds(region, *class));
			let counts =
				pairs.iter().any(|(region, class)| model.severity(&[*region], *class).is_some());
			let is_hasty = authority == COUNCIL;
			let call = Call::declare { declaration: declaration.clone() };
			let done = does(call, by(authority));
			let what = if is_hasty { "declare in haste" } else { "declare" };
			score.note(what, done);
			let is_held = is_hasty && (binds || model.is_full());
			let is_end_well = until > now() && until <= now() + 30 * DAY;
			let may = authority != STRANGER && !counts && !is_held && is_end_well;
			assert_eq!(done, may, "{declaration:?}");
			if done {
				model.declare(next, is_hasty, &declaration, pairs);
			}
		}
		4 => {
			let in_force = model.known.get(&id).is_some_and(|known| known.is_in_force(now()));
			let pending = model
				.known
				.get(&id)
				.is_some_and(|known| known.term.is_some() && !known.is_ratified);
			let may = authority == ASSEMBLY || (authority == COUNCIL && pending);
			let done = does(Call::call_off { emergency: id }, by(authority));
			assert_eq!(done, in_force && may, "{id:?}");
			score.note("call_off", done);
			if let Some(known) = model.known.get_mut(&id).filter(|_| done) {
				known.is_ended = true;
			}
		}
		5 => {
			let until = now() + random.below(31 * DAY);
			let authority = random.pick(&[ASSEMBLY, ASSEMBLY, COUNCIL]);
			let call = Call::prolong { emergency: id, until };
			let done = does(call, by(authority));
			score.note("prolong", done);
			if let Some(known) = model.known.get_mut(&id).filter(|_| done) {
				assert!(known.is_in_force(now()) && until > known.until, "{id:?}");
				assert!(known.term.is_none() || known.is_ratified, "{id:?}");
				known.until = until;
			}
		}
		6 => {
			let done = ratify_as_one(id);
			score.note("ratify", done);
			if let Some(known) = model.known.get_mut(&id).filter(|_| done) {
				assert!(!known.is_ended && known.term.is_some(), "{id:?}");
				known.is_ratified = true;
			}
		}
		7 => {
			let done = lapse_as_one(id);
			score.note("lapse", done);
			if let Some(known) = model.known.get_mut(&id).filter(|_| done) {
				assert!(!known.is_in_force(now()), "{id:?}");
				known.is_ended = true;
			}
		}
		8 => {
			let done = does(Call::close { emergency: id }, by(STRANGER));
			score.note("close", done);
			if done {
				let known = model.known.get(&id).expect("it was declared");
				assert!(known.is_ended || now() >= known.until, "{id:?}");
				assert!(now() >= known.binds_until(), "{id:?}");
				model.close(id);
			}
		}
		9 => {
			let done = does(Call::forget_emergency { emergency: id }, by(STRANGER));
			score.note("forget", done);
			if done {
				assert!(!model.covers.values().any(|covering| *covering == id), "{id:?}");
				let known = model.known.remove(&id).expect("it was declared");
				assert!(now() >= known.binds_until(), "{id:?}");
			}
		}
		10 => {
			let records = MockTrail::records().len() as u64;
			MockTrail::prune_before(RecordId(random.below(records + 1)));
		}
		_ => pass(random.below(2 * DAY)),
	}
}

/// The assembly ratifies, as a transaction.
fn ratify_as_one(id: EmergencyId) -> bool {
	let call = pallet_ratification::Call::<Test>::ratify { matter: matter(id) };
	call.dispatch_bypass_filter(by(ASSEMBLY)).is_ok()
}

/// Somebody has it lapse, as a transaction.
fn lapse_as_one(id: EmergencyId) -> bool {
	let call = pallet_ratification::Call::<Test>::lapse { matter: matter(id) };
	call.dispatch_bypass_filter(by(STRANGER)).is_ok()
}

#[test]
fn any_history_keeps_the_invariants_and_counts_what_was_declared() {
	let mut score = Score::default();
	for seed in 0..6 {
		run(|| {
			let mut random = Random(seed);
			let mut model = Model::default();
			for number in 0..300 {
				turn(&mut random, &mut model, &mut score);
				if number % 10 == 0 {
					check_all();
				}
				for (region, lineage) in REGIONS {
					for class in CLASSES {
						assert_eq!(
							severity(region, class),
							model.severity(lineage, class),
							"seed {seed}, turn {number}, {region}, {class:?}"
						);
					}
				}
			}
			// Whoever wants to clears everything up.
			pass(60 * DAY);
			MockTrail::prune_before(RecordId(u64::MAX));
			for id in model.known.keys() {
				let close = Call::<Test>::close { emergency: *id };
				let _ = close.dispatch_bypass_filter(by(STRANGER));
				let forget = Call::<Test>::forget_emergency { emergency: *id };
				assert!(forget.dispatch_bypass_filter(by(STRANGER)).is_ok(), "seed {seed}, {id:?}");
			}
			assert_eq!(crate::Emergencies::<Test>::iter().count(), 0, "seed {seed}");
			assert_eq!(crate::Covers::<Test>::iter().count(), 0, "seed {seed}");
			assert!(listed().is_empty(), "seed {seed}");
			assert_eq!(pallet_ratification::Acts::<Test>::iter().count(), 0, "seed {seed}");
		});
	}
	for (what, least) in [
		("declare in haste", 15),
		("declare", 9),
		("call_off", 3),
		("prolong", 1),
		("ratify", 7),
		("lapse", 5),
		("close", 5),
		("forget", 1),
	] {
		score.expect(what, least);
	}
	score.expect_refusals(370);
}
