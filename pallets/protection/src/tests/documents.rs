use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	Action, Actor, AppealId, ClassId, ContextId, DocumentId, Priority, Role, Subject,
};
use sp_core::U256;
use sp_runtime::DispatchError;

fn digest() -> H256 {
	H256::repeat_byte(7)
}

/// A sealing key with which something is secret.
fn sealing_key(byte: u8) -> [u8; 32] {
	[byte; 32]
}

fn publishing(key: [u8; 32]) -> Call<Test> {
	Call::publish_sealing_key { key }
}

fn published(who: u64, byte: u8) {
	assert_ok!(Protection::publish_sealing_key(signed(who), sealing_key(byte)));
}

fn institution(number: u32) -> Party<u64> {
	Party::Institution(hospital(number))
}

fn sending(to: Party<u64>, sealed_to: u32) -> Call<Test> {
	Call::send_document { to, digest: digest(), sealed_to }
}

/// Somebody sends a document that is sealed to the receiver's first key.
fn sent(who: u64, to: Party<u64>) -> DocumentId {
	let document = NextDocumentId::<Test>::get();
	assert_ok!(Protection::send_document(signed(who), to, digest(), 1));
	document
}

fn acknowledging(document: DocumentId) -> Call<Test> {
	Call::acknowledge_document { document }
}

fn forgetting(document: DocumentId) -> Call<Test> {
	Call::forget { remnant: Remnant::Document(document) }
}

fn entry(document: DocumentId) -> Document<u64> {
	Protection::document(document).expect("it is there")
}

/// A pseudonym appeals.
fn appealed(who: u64) -> AppealId {
	let appeal = NextAppealId::<Test>::get();
	let plea = Plea {
		class: ClassId(1),
		region: region_code("CN-HB"),
		quantity: 500,
		priority: Priority::Urgent,
		until: Timestamp::get() + MAX_APPEAL,
	};
	assert_ok!(Protection::appeal(signed(who), plea));
	appeal
}

fn promised(number: u32, appeal: AppealId) {
	assert_ok!(Protection::promise(signed(admin(number)), appeal, 1));
}

fn withdrawn(number: u32, appeal: AppealId) {
	assert_ok!(Protection::withdraw_promise(signed(admin(number)), appeal));
}

/// A pseudonym and a hospital with sealing keys, of which the one has promised nothing to the other yet.
fn strangers() -> (u64, ContextId) {
	built(4);
	let context = declare(terms(Purpose::Appeal));
	bound(0, context, FRESH);
	published(FRESH, 1);
	published(admin(5), 2);
	(FRESH, context)
}

/// Whether a pseudonym and a hospital may write to each other, whoever begins.
#[track_caller]
fn correspond(who: u64, number: u32, may: bool) {
	let pairs = [(who, institution(number)), (admin(number), Party::Pseudonym(who))];
	for (from, to) in pairs {
		if may {
			sent(from, to);
		} else {
			refused(signed(from), sending(to, 1), Error::<Test>::NoCorrespondence);
		}
	}
}

#[test]
fn an_institution_publishes_its_sealing_keys_one_after_the_other() {
	run(|| {
		let subject = Subject::Institution(hospital(5));
		let party = institution(5);
		for number in 1..=3 {
			let key = sealing_key(number as u8 * 10);
			pass(1);
			let call = publishing(key);
			let action = Action::SealingKeyPublished;
			let record = accepted(signed(admin(5)), call, subject.clone(), action);
			let by = (Actor::Account(admin(5)), Some(hospital(5)));
			assert_eq!((record.actor, record.institution), by);
			let expected = SealingKey { number, key, since: Timestamp::get() };
			assert_eq!(Protection::sealing_key(party), Some(expected));
			last_event(Event::SealingKeyPublished { party, number, key });
		}
		assert_eq!(SealingKeys::<Test>::iter().count(), 1);
		// Each counts its own.
		published(admin(6), 1);
		assert_eq!(Protection::sealing_key(institution(6)).map(|key| key.number), Some(1));
	});
}

#[test]
fn the_key_of_a_pseudonym_leaves_a_record_on_its_context() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		let subject = Subject::Context(ContextId(0));
		for number in [1, 2] {
			let key = sealing_key(number as u8);
			let call = publishing(key);
			let action = Action::SealingKeyPublished;
			let record = accepted(signed(who), call, subject.clone(), action);
			assert_eq!((record.actor, record.institution), (Actor::Pseudonym(who), None));
			let party = Party::Pseudonym(who);
			let expected = SealingKey { number, key, since: Timestamp::get() };
			assert_eq!(Protection::sealing_key(party), Some(expected));
			last_event(Event::SealingKeyPublished { party, number, key });
			let context = Contexts::<Test>::get(ContextId(0)).expect("it was declared");
			assert_eq!(context.newest_record, MockTrail::newest(&subject));
			assert_eq!(context.pseudonyms, 1);
		}
		// It is no use of the context.
		assert_eq!(Protection::pseudonym(who).map(|pseudonym| pseudonym.used), Some(0));
	});
}

#[test]
fn admins_and_pseudonyms_publish_sealing_keys_and_nobody_else() {
	run(|| {
		built(4);
		for (account, purpose) in [(FRESH, Purpose::Complain), (FRESH + 1, Purpose::Rate)] {
			bound(0, declare(terms(purpose)), account);
			published(account, 1);
		}
		let call = || publishing(sealing_key(1));
		MockDirectory::appoint(77, hospital(1), &[Role::Dispatch, Role::Receive]);
		refused(signed(77), call(), MockDirectory::NOT_AUTHORIZED);
		refused(signed(FRESH + 9), call(), MockDirectory::NOT_AGENT);
		refused(root(), call(), DispatchError::BadOrigin);
		refused(RuntimeOrigin::none(), call(), DispatchError::BadOrigin);
		MockDirectory::set_active(hospital(1), false);
		refused(signed(admin(1)), call(), MockDirectory::SUSPENDED);
	});
}

#[test]
fn a_pseudonym_whose_context_is_over_publishes_no_key() {
	run(|| {
		let (who, context) = strangers();
		assert_ok!(Protection::close_context(root(), context));
		refused(signed(who), publishing(sealing_key(3)), Error::<Test>::ContextOver);
		refused(signed(who), publishing([0; 32]), Error::<Test>::ContextOver);
	});
}

#[test]
fn keys_with_which_nothing_is_secret_are_refused() {
	// The points of small order, as <https://cr.yp.to/ecdh.html#validate> has them; p is 2^255 - 19.
	let p = (U256::one() << 255) - 19;
	let of_order_eight = [
		"325606250916557431795983626356110631294008115727848805560023387167927233504",
		"39382357235489614581723060781553021112529911719440698176882885853963445705823",
	];
	let of_order_eight = of_order_eight.map(|u| U256::from_dec_str(u).expect("it is a number"));
	let others = [U256::zero(), U256::one(), p - 1, p, p + 1];
	run(|| {
		for u in others.into_iter().chain(of_order_eight) {
			// The highest bit does not count.
			for u in [u, u | (U256::one() << 255)] {
				let call = publishing(u.to_little_endian());
				refused(signed(admin(5)), call, Error::<Test>::InvalidSealingKey);
			}
		}
		// Among others the base point.
		for u in [U256::from(2), U256::from(9), p - 2, p + 2, of_order_eight[0] + 1, U256::MAX] {
			let key = u.to_little_endian();
			assert_ok!(Protection::publish_sealing_key(signed(admin(5)), key));
		}
	});
}

#[test]
fn no_number_of_a_key_is_used_twice() {
	run(|| {
		let last = SealingKey { number: u32::MAX, key: sealing_key(1), since: NOW };
		SealingKeys::<Test>::insert(institution(5), last);
		refused(signed(admin(5)), publishing(sealing_key(2)), Error::<Test>::IdsExhausted);
	});
}

#[test]
fn a_document_stands_as_it_was_sent() {
	run(|| {
		published(admin(6), 1);
		let id = DocumentId(0);
		let (from, to) = (institution(5), institution(6));
		let subject = Subject::Document(id);
		let call = sending(to, 1);
		let record = accepted(signed(admin(5)), call, subject.clone(), Action::DocumentSent);
		let by = (Actor::Account(admin(5)), Some(hospital(5)));
		assert_eq!((record.actor, record.institution), by);
		let expected = Document {
			from,
			to,
			digest: digest(),
			sealed_to: 1,
			sent_at: NOW,
			received_at: None,
			newest_record: MockTrail::newest(&subject),
		};
		assert_eq!(entry(id), expected);
		last_event(Event::DocumentSent { document: id, from, to, digest: digest() });
		assert_eq!(sent(admin(5), to), DocumentId(1));
	});
}

#[test]
fn a_pseudonym_sends_and_receives_under_no_name() {
	run(|| {
		let (who, _) = strangers();
		promised(5, appealed(who));
		let call = sending(institution(5), 1);
		let subject = Subject::Document(DocumentId(0));
		let record = accepted(signed(who), call, subject, Action::DocumentSent);
		assert_eq!((record.actor, record.institution), (Actor::Pseudonym(who), None));
		assert_eq!(entry(DocumentId(0)).from, Party::Pseudonym(who));
		let id = sent(admin(5), Party::Pseudonym(who));
		let subject = Subject::Document(id);
		let call = acknowledging(id);
		let record = accepted(signed(who), call, subject, Action::DocumentReceived);
		assert_eq!((record.actor, record.institution), (Actor::Pseudonym(who), None));
		// It is no use of the context: the appeal was one.
		assert_eq!(Protection::pseudonym(who).map(|pseudonym| pseudonym.used), Some(1));
	});
}

#[test]
fn agents_who_dispatch_send_and_those_who_receive_acknowledge() {
	run(|| {
		published(admin(6), 1);
		let id = sent(admin(5), institution(6));
		MockDirectory::appoint(77, hospital(5), &[Role::Admin, Role::Receive]);
		MockDirectory::appoint(78, hospital(6), &[Role::Admin, Role::Dispatch]);
		let calls = [(77, admin(5), sending(institution(6), 1)), (78, admin(6), acknowledging(id))];
		for (other, agent, call) in calls {
			refused(signed(other), call.clone(), MockDirectory::NOT_AUTHORIZED);
			refused(signed(FRESH), call.clone(), MockDirectory::NOT_AGENT);
			refused(root(), call.clone(), DispatchError::BadOrigin);
			let of = if agent == admin(5) { hospital(5) } else { hospital(6) };
			MockDirectory::set_active(of, false);
			refused(signed(agent), call, MockDirectory::SUSPENDED);
			MockDirectory::set_active(of, true);
		}
	});
}

#[test]
fn nobody_writes_to_itself() {
	run(|| {
		let (who, _) = strangers();
		refused(signed(admin(5)), sending(institution(5), 1), Error::<Test>::ToItself);
		refused(signed(who), sending(Party::Pseudonym(who), 1), Error::<Test>::ToItself);
	});
}

#[test]
fn institutions_write_to_those_that_may_act() {
	run(|| {
		published(admin(6), 1);
		published(admin(7), 1);
		let nobody = Party::Institution(NOBODY);
		refused(signed(admin(5)), sending(nobody, 1), Error::<Test>::InstitutionNotFound);
		MockDirectory::set_active(hospital(6), false);
		MockDirectory::wind_up(hospital(7));
		for number in [6, 7] {
			let call = sending(institution(number), 1);
			refused(signed(admin(5)), call, Error::<Test>::InstitutionNotFound);
		}
		MockDirectory::set_active(hospital(6), true);
		sent(admin(5), institution(6));
	});
}

#[test]
fn documents_are_sealed_to_the_newest_key_of_the_receiver() {
	run(|| {
		refused(signed(admin(5)), sending(institution(6), 1), Error::<Test>::NoSealingKey);
		published(admin(6), 1);
		published(admin(6), 2);
		for number in [0, 1, 3] {
			let call = sending(institution(6), number);
			refused(signed(admin(5)), call, Error::<Test>::OldSealingKey);
		}
		assert_ok!(Protection::send_document(signed(admin(5)), institution(6), digest(), 2));
		assert_eq!(entry(DocumentId(0)).sealed_to, 2);
	});
}

#[test]
fn a_pseudonym_without_a_key_receives_nothing() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		promised(5, appealed(who));
		refused(signed(admin(5)), sending(Party::Pseudonym(who), 1), Error::<Test>::NoSealingKey);
	});
}

#[test]
fn no_identifier_is_used_twice() {
	run(|| {
		published(admin(6), 1);
		NextDocumentId::<Test>::put(DocumentId(u64::MAX - 1));
		assert_eq!(sent(admin(5), institution(6)), DocumentId(u64::MAX - 1));
		refused(signed(admin(5)), sending(institution(6), 1), Error::<Test>::IdsExhausted);
	});
}

#[test]
fn a_pseudonym_and_an_institution_write_to_each_other_for_as_long_as_a_promise_stands() {
	run(|| {
		let (who, _) = strangers();
		correspond(who, 5, false);
		let [first, second] = [(); 2].map(|()| appealed(who));
		correspond(who, 5, false);
		promised(5, first);
		correspond(who, 5, true);
		promised(5, second);
		withdrawn(5, first);
		// The other one stands.
		correspond(who, 5, true);
		withdrawn(5, second);
		correspond(who, 5, false);
		promised(5, second);
		correspond(who, 5, true);
	});
}

#[test]
fn those_who_promised_nothing_do_not_write_to_a_pseudonym() {
	run(|| {
		let (who, _) = strangers();
		published(admin(6), 1);
		promised(5, appealed(who));
		correspond(who, 6, false);
		correspond(who, 5, true);
	});
}

#[test]
fn they_write_on_when_the_appeal_is_closed_and_no_more_when_it_is_forgotten() {
	run(|| {
		let (who, _) = strangers();
		let appeal = appealed(who);
		promised(5, appeal);
		assert_ok!(Protection::close_appeal(signed(who), appeal, AppealEnd::Served));
		correspond(who, 5, true);
		prune();
		assert_ok!(Protection::forget(signed(who), Remnant::Appeal(appeal)));
		correspond(who, 5, false);
	});
}

#[test]
fn they_write_on_when_the_context_is_over() {
	run(|| {
		let (who, context) = strangers();
		let appeal = appealed(who);
		promised(5, appeal);
		assert_ok!(Protection::close_context(root(), context));
		correspond(who, 5, true);
		let id = sent(admin(5), Party::Pseudonym(who));
		assert_ok!(Protection::acknowledge_document(signed(who), id));
		withdrawn(5, appeal);
		correspond(who, 5, false);
	});
}

#[test]
fn pseudonyms_do_not_write_to_each_other() {
	run(|| {
		let (who, context) = strangers();
		bound(1, context, FRESH + 1);
		published(FRESH + 1, 1);
		for appeal in [appealed(who), appealed(FRESH + 1)] {
			promised(5, appeal);
		}
		for (from, to) in [(who, FRESH + 1), (FRESH + 1, who), (who, FRESH + 9)] {
			refused(
				signed(from),
				sending(Party::Pseudonym(to), 1),
				Error::<Test>::NoCorrespondence,
			);
		}
		// Nobody is bound to that account.
		let nobody = sending(Party::Pseudonym(FRESH + 9), 1);
		refused(signed(admin(5)), nobody, Error::<Test>::NoCorrespondence);
	});
}

#[test]
fn the_receiver_acknowledges_once() {
	run(|| {
		published(admin(6), 1);
		let id = sent(admin(5), institution(6));
		let subject = Subject::Document(id);
		pass(7);
		for number in [5, 7] {
			refused(signed(admin(number)), acknowledging(id), Error::<Test>::NotReceiver);
		}
		let call = acknowledging(id);
		let record = accepted(signed(admin(6)), call, subject.clone(), Action::DocumentReceived);
		let by = (Actor::Account(admin(6)), Some(hospital(6)));
		assert_eq!((record.actor, record.institution), by);
		assert_eq!(entry(id).received_at, Some(NOW + 7));
		assert_eq!(entry(id).newest_record, MockTrail::newest(&subject));
		last_event(Event::DocumentReceived { document: id });
		refused(signed(admin(6)), acknowledging(id), Error::<Test>::AlreadyReceived);
		refused(signed(admin(6)), acknowledging(DocumentId(1)), Error::<Test>::DocumentNotFound);
	});
}

#[test]
fn what_is_on_its_way_is_acknowledged_whatever_is_withdrawn_since() {
	run(|| {
		let (who, context) = strangers();
		let appeal = appealed(who);
		promised(5, appeal);
		let to_institution = sent(who, institution(5));
		let to_pseudonym = sent(admin(5), Party::Pseudonym(who));
		refused(signed(who), acknowledging(to_institution), Error::<Test>::NotReceiver);
		refused(signed(admin(5)), acknowledging(to_pseudonym), Error::<Test>::NotReceiver);
		withdrawn(5, appeal);
		assert_ok!(Protection::close_context(root(), context));
		pass(UNANSWERED_AFTER);
		assert_ok!(Protection::acknowledge_document(signed(admin(5)), to_institution));
		assert_ok!(Protection::acknowledge_document(signed(who), to_pseudonym));
	});
}

#[test]
fn nothing_is_left_of_a_document_that_was_acknowledged_and_is_forgotten() {
	run(|| {
		published(admin(6), 1);
		let id = sent(admin(5), institution(6));
		prune();
		refused(signed(FRESH), forgetting(id), Error::<Test>::NotOver);
		assert_ok!(Protection::acknowledge_document(signed(admin(6)), id));
		refused(signed(FRESH), forgetting(id), Error::<Test>::RecordNotPruned);
		prune();
		let records = MockTrail::records().len();
		assert_ok!(Protection::forget(signed(FRESH), Remnant::Document(id)));
		last_event(Event::Forgotten { remnant: Remnant::Document(id) });
		assert_eq!(Protection::document(id), None);
		assert_eq!(MockTrail::records().len(), records, "it leaves no record");
		refused(signed(FRESH), forgetting(id), Error::<Test>::DocumentNotFound);
		refused(signed(admin(6)), acknowledging(id), Error::<Test>::DocumentNotFound);
		assert_eq!(sent(admin(5), institution(6)), DocumentId(1));
	});
}

#[test]
fn a_document_that_nobody_has_acknowledged_is_forgotten_in_the_end() {
	run(|| {
		published(admin(6), 1);
		let id = sent(admin(5), institution(6));
		pass(UNANSWERED_AFTER - 1);
		prune();
		refused(signed(FRESH), forgetting(id), Error::<Test>::NotOver);
		pass(1);
		MockTrail::prune_before(Default::default());
		refused(signed(FRESH), forgetting(id), Error::<Test>::RecordNotPruned);
		prune();
		assert_ok!(Protection::forget(signed(FRESH), Remnant::Document(id)));
	});
}
