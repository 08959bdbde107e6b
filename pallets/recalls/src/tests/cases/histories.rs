//! Any history keeps the invariants of cases; cases are what the events tell; and nothing of them stays for
//! ever.

use crate::{mock::*, *};
use alloc::collections::BTreeMap;
use pallet_registry::{Amendment, CountReason};
use salus_primitives::{
	chance::{Random, Score},
	mock::MockTrail,
	time::DAY,
	CaseId, Directory, HoldId, HoldKind, InstitutionId, InstitutionKind, LotId, Lots, Quantity,
	RecordId, Subject, Terms, Text, Trail as _,
};
use sp_core::H256;

const PARTIES: [InstitutionId; 3] = [MAKER, HOSPITAL, CLINIC];
const EVERYBODY: [InstitutionId; 7] = [MAKER, HOSPITAL, CLINIC, NATION, PROVINCE, CITY, SHANGHAI];
const KINDS: [HoldKind; 6] = [
	HoldKind::Quarantine,
	HoldKind::Damage,
	HoldKind::ColdChainBreach,
	HoldKind::Legal,
	HoldKind::Recall,
	HoldKind::CountDemanded,
];

/// A case, as the events tell it.
#[derive(PartialEq, Debug)]
struct Told {
	is_open: bool,
	/// Who attached each, and whether it is acknowledged.
	documents: Vec<(Side, bool)>,
	/// What was counted for each.
	demands: Vec<Option<Quantity>>,
}

#[derive(Default)]
struct Model(BTreeMap<CaseId, Told>);

impl Model {
	fn open(&mut self, case: CaseId) -> &mut Told {
		let told = self.0.get_mut(&case).expect("it was opened");
		assert!(told.is_open, "{case:?}: {told:?}");
		told
	}

	fn follow(&mut self) {
		for event in events() {
			match event {
				Event::CaseOpened { case, .. } => {
					let (documents, demands) = (Vec::new(), Vec::new());
					let known = self.0.insert(case, Told { is_open: true, documents, demands });
					assert_eq!(known, None, "{case:?}");
				}
				Event::CountDemanded { case, demand, .. } => {
					let told = self.open(case);
					assert_eq!(told.demands.len(), usize::from(demand));
					told.demands.push(None);
				}
				Event::CountGiven { case, demand, quantity } => {
					let told = self.0.get_mut(&case).expect("it is not forgotten");
					let known = told.demands[usize::from(demand)].replace(quantity);
					assert_eq!(known, None, "{case:?}: {demand}");
				}
				Event::DocumentAttached { case, document, by } => {
					let told = self.open(case);
					assert_eq!(told.documents.len(), usize::from(document));
					told.documents.push((by, false));
				}
				Event::DocumentAcknowledged { case, document } => {
					let (_, is_known) = &mut self.open(case).documents[usize::from(document)];
					assert!(!*is_known, "{case:?}: {document}");
					*is_known = true;
				}
				Event::CaseEnded { case, .. } => self.open(case).is_open = false,
				Event::CaseForgotten { case } => {
					let told = self.0.remove(&case).expect("it was opened");
					assert!(!told.is_open, "{case:?}");
				}
				_ => {}
			}
		}
	}

	fn check(&self) {
		let stored = Cases::<Test>::iter().map(|(id, case)| {
			let documents = Recalls::case_documents(id).into_iter();
			let demands = Recalls::case_demands(id).into_iter();
			let told = Told {
				is_open: case.ended.is_none(),
				documents: documents
					.map(|(_, document)| (document.attached_by, document.acknowledged_at.is_some()))
					.collect(),
				demands: demands
					.map(|(_, demand, _)| demand.counted.map(|(quantity, _)| quantity))
					.collect(),
			};
			(id, told)
		});
		assert_eq!(stored.collect::<BTreeMap<_, _>>(), self.0);
	}
}

/// One of the newest cases.
fn a_case(random: &mut Random) -> CaseId {
	let next = NextCaseId::<Test>::get().0;
	CaseId(next.saturating_sub(1 + random.below(6)))
}

fn anybody(random: &mut Random) -> RuntimeOrigin {
	match random.one_in(6) {
		true => governance(),
		false => by(agent_of(random.pick(&EVERYBODY))),
	}
}

/// Mostly who opened a case.
fn a_supervisor(random: &mut Random, case: CaseId) -> RuntimeOrigin {
	match Cases::<Test>::get(case).map(|case| case.supervisor) {
		_ if random.one_in(4) => anybody(random),
		Some(CaseSupervisor::Commission(opener)) => by(agent_of(opener)),
		Some(CaseSupervisor::Governance) => governance(),
		None => anybody(random),
	}
}

/// Mostly a side of a case.
fn a_side(random: &mut Random, case: CaseId) -> RuntimeOrigin {
	match Cases::<Test>::get(case) {
		Some(known) if random.one_in(2) => by(agent_of(known.party)),
		_ => a_supervisor(random, case),
	}
}

/// Mostly a lot of which an institution has something of its own.
fn a_lot_of(random: &mut Random, institution: InstitutionId) -> LotId {
	let (_, holdings) = <Registry as Lots>::all();
	let is_own = |custodian, owner| custodian == institution && owner == institution;
	let own = holdings.into_iter().filter(|(key, _)| is_own(key.custodian, key.owner));
	let own: Vec<_> = own.map(|(key, _)| key.lot).collect();
	if own.is_empty() || random.one_in(10) {
		return LotId(random.below(20));
	}
	random.pick(&own)
}

/// Mostly the party of a case.
fn a_party(random: &mut Random, case: CaseId) -> InstitutionId {
	match Cases::<Test>::get(case) {
		Some(known) if !random.one_in(8) => known.party,
		_ => random.pick(&PARTIES),
	}
}

/// An institution moves, or a commission becomes something else, or one again.
fn amend(random: &mut Random) -> bool {
	let (institution, kinds, region) = match random.below(3) {
		0 => {
			let region = random.pick(&["CN-WH", "CN-SH", "CN-HB"]);
			(HOSPITAL, [InstitutionKind::Hospital; 2], region)
		}
		1 => (CITY, [InstitutionKind::HealthCommission, InstitutionKind::Hospital], "CN-WH"),
		_ => (PROVINCE, [InstitutionKind::HealthCommission, InstitutionKind::Hospital], "CN-HB"),
	};
	let amendment = Amendment {
		kind: random.pick(&kinds),
		region: code(region),
		name: Text::try_from("Amended").expect("it fits"),
		external: None,
		parent: None,
	};
	Registry::amend_institution(governance(), institution, amendment).is_ok()
}

/// Something is done in a case, right or wrong.
fn act_in_case(random: &mut Random) -> (&'static str, bool) {
	let case = a_case(random);
	let supervisor = a_supervisor(random, case);
	match random.below(12) {
		0..=3 => {
			let party = a_party(random, case);
			let lot = a_lot_of(random, party);
			let by = MockTrail::now() + random.below(20) * DAY;
			let demanded = Recalls::demand_count(supervisor, case, lot, by);
			("demand_count", demanded.is_ok())
		}
		4 | 5 => {
			let digest = H256::from_low_u64_be(random.below(9));
			let attached = Recalls::attach_document(a_side(random, case), case, digest);
			("attach_document", attached.is_ok())
		}
		6..=8 => {
			let document = random.below(3) as u8;
			let known = Recalls::acknowledge_document(a_side(random, case), case, document);
			("acknowledge_document", known.is_ok())
		}
		9 | 10 => {
			let party = a_party(random, case);
			let lot = a_lot_of(random, party);
			let on = if random.one_in(4) { HoldPlace::Lot(lot) } else { at(lot, party) };
			let (kind, words) = (random.pick(&KINDS), reason("sealed"));
			let ordered = Recalls::order_hold(supervisor, case, on, kind, words, None);
			("order_hold", ordered.is_ok())
		}
		_ => {
			let end = random.pick(&[CaseEnd::Closed, CaseEnd::Voided]);
			let ended = Recalls::end_case(supervisor, case, end, reason("settled"));
			("end_case", ended.is_ok())
		}
	}
}

/// Something is done, right or wrong.
fn act(random: &mut Random, score: &mut Score) {
	let institution = random.pick(&PARTIES);
	let agent = agent_of(institution);
	let lot = a_lot_of(random, institution);
	let (what, done) = match random.below(32) {
		0..=2 => {
			let subject = match random.below(3) {
				0 => Subject::Lot(lot),
				1 => Subject::Institution(institution),
				_ => Subject::Case(a_case(random)),
			};
			let document = random.one_in(2).then(|| H256::repeat_byte(1));
			let origin = anybody(random);
			let opened = Recalls::open_case(origin, subject, institution, reason("odd"), document);
			("open_case", opened.is_ok())
		}
		3..=15 => act_in_case(random),
		16..=18 => {
			let counted = random.below(60);
			let reason = CountReason::StockTake;
			let counted = Registry::count(by(agent), lot, institution, counted, reason, None);
			("count", counted.is_ok())
		}
		19 => ("consume", Registry::consume(by(agent), lot, 1, None).is_ok()),
		20 => {
			let goods = (lot, 1 + random.below(9));
			let to = random.pick(&PARTIES);
			("propose", propose(institution, to, Terms::Gift, goods).is_ok())
		}
		21 | 22 => {
			let known: Vec<_> = HoldsOn::<Test>::iter()
				.flat_map(|(place, set)| set.into_iter().map(move |hold| (place, hold.id)))
				.collect();
			let nothing = (at(lot, institution), HoldId(0));
			let (on, hold) = if known.is_empty() { nothing } else { random.pick(&known) };
			("lift_hold", lift(anybody(random), on, hold, None).is_ok())
		}
		23 => {
			let on = at(lot, institution);
			let origin = anybody(random);
			let placed = place(origin, on, Extent::Whole, random.pick(&KINDS));
			("place_hold", placed.is_ok())
		}
		24 | 25 => {
			if random.one_in(3) {
				let records = MockTrail::records().len() as u64;
				MockTrail::prune_before(RecordId(random.below(records + 1)));
			}
			let ids: Vec<_> = Cases::<Test>::iter_keys().collect();
			let case = if ids.is_empty() { CaseId(0) } else { random.pick(&ids) };
			("forget_case", Recalls::forget_case(by(NOBODY), case).is_ok())
		}
		26 => ("amend", amend(random)),
		27 => {
			let who = random.pick(&EVERYBODY);
			("suspend", Registry::suspend_institution(governance(), who).is_ok())
		}
		28 | 29 => {
			let who = random.pick(&EVERYBODY);
			("reinstate", Registry::reinstate_institution(governance(), who).is_ok())
		}
		30 => {
			let may_act = <Registry as Directory<u64>>::may_act(institution);
			if may_act {
				stock(institution, MASKS, 20 + random.below(60));
			}
			("stock", may_act)
		}
		_ => {
			pass(random.below(3 * DAY));
			("time", true)
		}
	};
	score.note(what, done);
}

fn run(seed: u64, steps: u32, score: &mut Score) {
	let mut random = Random(seed);
	let mut model = Model::default();
	for institution in PARTIES {
		for _ in 0..2 {
			stock(institution, MASKS, 40 + random.below(60));
		}
	}
	for step in 0..steps {
		act(&mut random, score);
		model.follow();
		model.check();
		if step % 10 == 0 {
			check_all();
		}
	}
	check_all();
	let counts = model.0.values().flat_map(|told| told.demands.iter().flatten()).count();
	(0..counts).for_each(|_| score.note("count given", true));
}

#[test]
fn any_history_keeps_the_invariants_of_cases() {
	let mut score = Score::default();
	for seed in 0..12 {
		stage().execute_with(|| run(seed, 300, &mut score));
	}
	for (what, least) in [
		("open_case", 20),
		("demand_count", 20),
		("count given", 2),
		("attach_document", 20),
		("acknowledge_document", 5),
		("order_hold", 10),
		("end_case", 10),
		("forget_case", 2),
		("count", 20),
		("lift_hold", 10),
		("amend", 5),
		("suspend", 5),
		("reinstate", 5),
	] {
		score.expect(what, least);
	}
	score.expect_refusals(100);
}

#[test]
fn nothing_of_a_case_stays_for_ever() {
	for seed in 100..104 {
		stage().execute_with(|| {
			run(seed, 200, &mut Score::default());
			// Everybody falls silent, and governance is left.
			for institution in EVERYBODY {
				let _ = Registry::suspend_institution(governance(), institution);
			}
			for case in OpenCases::<Test>::iter_keys().collect::<Vec<_>>() {
				assert_eq!(close_case(governance(), case), Ok(()));
			}
			MockTrail::prune_before(RecordId(u64::MAX));
			for case in Cases::<Test>::iter_keys().collect::<Vec<_>>() {
				assert!(Recalls::forget_case(by(NOBODY), case).is_ok());
			}
			check_all();
			for (place, set) in HoldsOn::<Test>::iter().collect::<Vec<_>>() {
				for hold in set {
					assert_eq!(lift(governance(), place, hold.id, None), Ok(()));
				}
			}
			assert_eq!(OpenCases::<Test>::iter().count(), 0);
			assert_eq!(Demands::<Test>::iter().count(), 0);
			assert_eq!(Documents::<Test>::iter().count(), 0);
			assert_eq!(HoldsOn::<Test>::iter().count(), 0);
			check_all();
		});
	}
}
