//! Any history keeps the invariants.

use crate::{
	mock::*, About, AppealEnd, Appeals, BuildStep, Call, Cause, Complaints, Contexts, Documents,
	Keys, Members, NextAppealId, NextComplaintId, NextContextId, NextDocumentId, Party, Plea,
	Pseudonyms, Purpose, Rating, Remnant, Rings, SealingKeys,
};
use frame_support::traits::UnfilteredDispatchable;
use salus_primitives::{
	chance::{Random, Score},
	mock::MockDirectory,
	AppealId, ClassId, ComplaintId, ContextId, Dealing, DocumentId, Priority, ReferendumId, RingId,
	Role, TransferId,
};
use salus_rings::{mock::Plain, RingProver};

/// How many hospitals take part.
const HOSPITALS: u64 = 12;
/// How many accounts pseudonyms may be bound to.
const ACCOUNTS: u64 = 24;

fn done(origin: RuntimeOrigin, call: Call<Test>) -> bool {
	call.dispatch_bypass_filter(origin).is_ok()
}

fn account(random: &mut Random) -> u64 {
	FRESH + random.below(ACCOUNTS)
}

/// Some party, which may not be there.
fn party(random: &mut Random) -> Party<u64> {
	if random.one_in(2) {
		Party::Pseudonym(account(random))
	} else {
		Party::Institution(hospital(random.below(HOSPITALS) as u32))
	}
}

/// The origin of whoever writes for a party.
fn writer(party: Party<u64>) -> RuntimeOrigin {
	match party {
		Party::Pseudonym(account) => signed(account),
		Party::Institution(institution) => signed(admin(institution.0)),
	}
}

/// Keys come and go, and institutions are suspended.
fn turn_of_keys(random: &mut Random, number: u32, score: &mut Score) {
	match random.below(8) {
		0..=4 => {
			score.note("register", done(signed(admin(number)), registering(RING.role, number)));
		}
		5 => {
			let call = Call::withdraw_key { role: RING.role };
			score.note("withdraw", done(signed(admin(number)), call));
		}
		_ => MockDirectory::set_active(hospital(number), !random.one_in(3)),
	}
}

/// The ring is built, and steps that are not due are not taken.
fn turn_of_rings(random: &mut Random, number: u32, score: &mut Score) {
	if random.one_in(4) {
		let revision = random.below(4) as u32;
		let step = random.pick(&[
			BuildStep::Start(RING, Cause::Leaver(hospital(number))),
			BuildStep::Start(RING, Cause::Queue),
			BuildStep::Finish { ring: RING, revision },
			BuildStep::Push { ring: RING, revision, pushed: 0 },
		]);
		let taken = apply(Call::advance_ring { step, discriminator: 0 });
		assert!(taken.is_err() || taken.is_ok_and(|done| done.is_ok()), "what is taken is done");
	}
	let before = Rings::<Test>::get(RING).map_or(0, |ring| ring.revision);
	if Protection::due_step(RING.role).is_some() {
		advance();
	}
	let after = Rings::<Test>::get(RING).map_or(0, |ring| ring.revision);
	score.note("revision", after > before);
}

/// Contexts are declared, closed, and members bound in them.
fn turn_of_contexts(random: &mut Random, number: u32, score: &mut Score) {
	let context = ContextId(random.below(u64::from(NextContextId::<Test>::get().0) + 1) as u32);
	match random.below(10) {
		0..=2 => {
			let referendum = ReferendumId(NextContextId::<Test>::get().0);
			MockPolls::open(referendum);
			let purpose = random.pick(&[
				Purpose::Appeal,
				Purpose::Appeal,
				Purpose::Complain,
				Purpose::Rate,
				Purpose::Vote(referendum),
			]);
			let end = Timestamp::get() + 1 + random.below(4_000);
			let until = random.maybe(end);
			let until = until.filter(|_| purpose.referendum().is_none());
			let terms = crate::Terms { uses: 1 + random.below(4) as u16, until, ..terms(purpose) };
			score.note("declare", done(root(), Call::declare_context { terms }));
		}
		3 if random.one_in(24) => {
			let ended = random.below(NextContextId::<Test>::get().0.into()) as u32;
			MockPolls::end(ReferendumId(ended));
		}
		3 if random.one_in(12) => {
			score.note("close", done(root(), Call::close_context { context }));
		}
		_ => {
			let role =
				Contexts::<Test>::get(context).map_or(RING.role, |context| context.terms.role);
			let key = Plain::key(&secret_for(role, number));
			let is_member = Members::<Test>::get(RingId { role, ..RING })
				.iter()
				.any(|member| member.institution == hospital(number) && member.key == key);
			if !is_member {
				return;
			}
			let call = Call::bind { binding: binding(number, context, account(random)) };
			let taken = apply(call);
			score.note("bind", taken.is_ok());
			assert!(
				taken.is_err() || taken.is_ok_and(|done| done.is_ok()),
				"what is taken is done"
			);
		}
	}
}

/// Pseudonyms do what they may, and what they may not.
fn turn_of_pseudonyms(random: &mut Random, number: u32, score: &mut Score) {
	let accounts: Vec<u64> = Pseudonyms::<Test>::iter_keys().collect();
	let who = if accounts.is_empty() { account(random) } else { random.pick(&accounts) };
	let transfer = TransferId(random.below(4));
	// Mostly what its context is for.
	let purpose = Pseudonyms::<Test>::get(who)
		.and_then(|pseudonym| Contexts::<Test>::get(pseudonym.context))
		.map(|context| context.terms.purpose);
	let what = match purpose {
		_ if random.one_in(3) => random.below(9),
		Some(Purpose::Appeal) => 0,
		Some(Purpose::Complain) => 2,
		Some(Purpose::Rate) => 3,
		_ => 5,
	};
	match what {
		0 | 1 => {
			let plea = Plea {
				class: ClassId(random.below(12) as u32),
				region: region_code("CN-HB"),
				quantity: random.below(100),
				priority: Priority::Urgent,
				until: Timestamp::get() + random.below(MAX_APPEAL),
			};
			score.note("appeal", done(signed(who), Call::appeal { plea }));
		}
		2 => {
			let about = random.pick(&[
				About::Transfer(transfer),
				About::Institution(hospital(number)),
				About::Institution(NOBODY),
			]);
			score.note("complain", done(signed(who), Call::complain { about, text: H256::zero() }));
		}
		3 | 4 => {
			let rating = random.pick(&[Rating::Bad, Rating::Excellent]);
			let institution = hospital(random.below(2) as u32);
			score.note("rate", done(signed(who), Call::rate { transfer, institution, rating }));
		}
		5 | 6 => score.note("vote", done(signed(who), Call::vote { aye: random.one_in(2) })),
		_ => {
			let appeal = AppealId(random.below(NextAppealId::<Test>::get().0 + 1));
			let by = Appeals::<Test>::get(appeal).map_or(who, |appeal| appeal.by);
			let call = Call::close_appeal { appeal, end: AppealEnd::Served };
			score.note("close_appeal", done(signed(by), call));
		}
	}
}

/// Institutions promise and answer, and documents are sent.
fn turn_of_papers(random: &mut Random, number: u32, score: &mut Score) {
	let appeal = AppealId(random.below(NextAppealId::<Test>::get().0 + 1));
	match random.below(10) {
		0..=2 => {
			let call = Call::promise { appeal, quantity: random.below(60) };
			score.note("promise", done(signed(admin(number)), call));
		}
		3 => {
			let promised: Vec<_> = Appeals::<Test>::iter()
				.filter_map(|(id, appeal)| Some((id, appeal.promises.first()?.institution)))
				.collect();
			if promised.is_empty() {
				return;
			}
			let (appeal, giver) = random.pick(&promised);
			let call = Call::withdraw_promise { appeal };
			score.note("withdraw_promise", done(signed(admin(giver.0)), call));
		}
		4 => {
			let complaint = ComplaintId(random.below(NextComplaintId::<Test>::get().0 + 1));
			let call = Call::answer_complaint { complaint, text: H256::zero() };
			score.note("answer", done(signed(COMMISSIONER), call));
		}
		5 | 6 => {
			let key = [random.below(250) as u8 + 3; 32];
			let call = Call::publish_sealing_key { key };
			// Sooner or later somebody writes to each party.
			let accounts: Vec<u64> = Pseudonyms::<Test>::iter_keys().collect();
			let party = match accounts.is_empty() || random.one_in(2) {
				true => party(random),
				false => Party::Pseudonym(random.pick(&accounts)),
			};
			score.note("sealing_key", done(writer(party), call));
		}
		7 | 8 => {
			// Pseudonyms and those who promised something to them, now and then.
			let pairs: Vec<_> = crate::Correspondents::<Test>::iter_keys().collect();
			let (from, to) = match pairs.is_empty() || random.one_in(3) {
				true => (party(random), party(random)),
				false => {
					let (account, institution) = random.pick(&pairs);
					(Party::Institution(institution), Party::Pseudonym(account))
				}
			};
			let (from, to) = if random.one_in(2) { (from, to) } else { (to, from) };
			let sealed_to = SealingKeys::<Test>::get(to).map_or(1, |key| key.number);
			let call = Call::send_document { to, digest: H256::zero(), sealed_to };
			score.note("send", done(writer(from), call));
		}
		_ => {
			let sent: Vec<DocumentId> = Documents::<Test>::iter()
				.filter_map(|(id, document)| document.received_at.is_none().then_some(id))
				.collect();
			let document = match sent.is_empty() {
				true => NextDocumentId::<Test>::get(),
				false => random.pick(&sent),
			};
			let to = Documents::<Test>::get(document).map(|document| document.to);
			let origin = writer(to.unwrap_or(Party::Institution(hospital(number))));
			score.note("acknowledge", done(origin, Call::acknowledge_document { document }));
		}
	}
}

/// Time passes, and what is over is forgotten.
fn turn_of_time(random: &mut Random, score: &mut Score) {
	if random.one_in(4) {
		prune();
	}
	System::set_block_number(System::block_number() + random.below(3));
	pass(random.below(200));
	let remnant = match random.below(5) {
		0 => {
			Remnant::Context(ContextId(random.below(NextContextId::<Test>::get().0.into()) as u32))
		}
		1 => match Pseudonyms::<Test>::iter_keys().next() {
			Some(who) => Remnant::Pseudonym(who),
			None => Remnant::Pseudonym(account(random)),
		},
		2 => Remnant::Appeal(AppealId(random.below(NextAppealId::<Test>::get().0 + 1))),
		3 => Remnant::Complaint(ComplaintId(random.below(NextComplaintId::<Test>::get().0 + 1))),
		_ => {
			let received = Documents::<Test>::iter()
				.find_map(|(id, document)| document.received_at.is_some().then_some(id));
			Remnant::Document(received.unwrap_or(NextDocumentId::<Test>::get()))
		}
	};
	let what = match remnant {
		Remnant::Context(_) => "forget_context",
		Remnant::Pseudonym(_) => "forget_pseudonym",
		Remnant::Appeal(_) => "forget_appeal",
		Remnant::Complaint(_) => "forget_complaint",
		Remnant::Document(_) => "forget_document",
	};
	score.note(what, done(signed(COMMISSIONER), Call::forget { remnant }));
}

#[test]
fn any_history_keeps_the_invariants() {
	let mut score = Score::default();
	for seed in 0..16 {
		run(|| {
			let mut random = Random(seed);
			for transfer in 0..3 {
				let dealing =
					Dealing { sender: hospital(0), receiver: hospital(1), ended: transfer > 0 };
				MockDealings::set(TransferId(transfer), dealing);
			}
			// Enough for a ring that can be used; the rest comes by chance.
			built(5);
			built_to_vote(8);
			declare(terms(Purpose::Appeal));
			for turn in 0..600 {
				let number = random.below(HOSPITALS) as u32;
				match random.below(12) {
					0 | 1 => turn_of_keys(&mut random, number, &mut score),
					2 | 3 => turn_of_rings(&mut random, number, &mut score),
					4..=6 => turn_of_contexts(&mut random, number, &mut score),
					7 | 8 => turn_of_pseudonyms(&mut random, number, &mut score),
					9 | 10 => turn_of_papers(&mut random, number, &mut score),
					_ => turn_of_time(&mut random, &mut score),
				}
				assert_eq!(Protection::do_try_state(), Ok(()), "seed {seed}, turn {turn}");
			}
			ends_all();
		});
	}
	for (what, least) in [
		("register", 100),
		("withdraw", 50),
		("revision", 50),
		("declare", 100),
		("close", 5),
		("bind", 100),
		("appeal", 50),
		("complain", 10),
		("rate", 10),
		("vote", 10),
		("close_appeal", 20),
		("promise", 30),
		("withdraw_promise", 5),
		("answer", 3),
		("sealing_key", 50),
		("send", 10),
		("acknowledge", 8),
		("forget_pseudonym", 3),
		("forget_appeal", 5),
		("forget_document", 5),
	] {
		score.expect(what, least);
	}
}

/// Whatever happened, and whoever is silent: governance closes every context, time passes, and then anybody
/// has everything forgotten, and every key leaves.
fn ends_all() {
	for (context, entry) in Contexts::<Test>::iter().collect::<Vec<_>>() {
		let _ = done(root(), Call::close_context { context });
		entry.terms.purpose.referendum().into_iter().for_each(MockPolls::end);
	}
	pass(MAX_APPEAL + UNANSWERED_AFTER + 1);
	prune();
	let mut remnants: Vec<Remnant<u64>> = Vec::new();
	remnants.extend(Appeals::<Test>::iter_keys().map(Remnant::Appeal));
	remnants.extend(Complaints::<Test>::iter_keys().map(Remnant::Complaint));
	remnants.extend(Documents::<Test>::iter_keys().map(Remnant::Document));
	remnants.extend(Pseudonyms::<Test>::iter_keys().map(Remnant::Pseudonym));
	remnants.extend(Contexts::<Test>::iter_keys().map(Remnant::Context));
	for remnant in remnants {
		assert!(done(signed(COMMISSIONER), Call::forget { remnant }), "{remnant:?} is forgotten");
	}
	for number in 0..HOSPITALS as u32 {
		MockDirectory::set_active(hospital(number), true);
		let _ = done(signed(admin(number)), Call::withdraw_key { role: RING.role });
	}
	for number in 0..8 {
		let _ = done(signed(admin(number)), Call::withdraw_key { role: Role::Vote });
	}
	// A ring rests between its revisions.
	for _ in 0..3 {
		build();
		built_to_vote(0);
		pass(BUILD_REST);
	}
	assert_eq!(Keys::<Test>::iter().count(), 0);
	assert!(Members::<Test>::iter_values().all(|members| members.is_empty()));
	assert_eq!(Contexts::<Test>::iter().count(), 0);
	assert_eq!(crate::Correspondents::<Test>::iter().count(), 0);
	assert_eq!(MockPurses::funds(), 1_000_000, "every purse came back");
}
