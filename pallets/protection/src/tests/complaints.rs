use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	mock::{MockDirectory, MockInstitution, MockTrail},
	Action, Actor, ComplaintId, Dealing, InstitutionId, InstitutionKind, Role, Subject, TransferId,
};
use sp_runtime::DispatchError;

const TRANSFER: TransferId = TransferId(7);
/// Another health commission, and its admin.
const OTHER: InstitutionId = InstitutionId(400);
const OTHER_ADMIN: u64 = 4_000;

fn text(byte: u8) -> H256 {
	H256::repeat_byte(byte)
}

fn complaining(about: About) -> Call<Test> {
	Call::complain { about, text: text(1) }
}

/// A pseudonym complains.
fn complained(who: u64, about: About) -> ComplaintId {
	let complaint = NextComplaintId::<Test>::get();
	assert_ok!(Protection::complain(signed(who), about, text(1)));
	complaint
}

fn answering(complaint: ComplaintId) -> Call<Test> {
	Call::answer_complaint { complaint, text: text(2) }
}

fn answered(complaint: ComplaintId) {
	assert_ok!(Protection::answer_complaint(signed(COMMISSIONER), complaint, text(2)));
}

fn forgetting(complaint: ComplaintId) -> Call<Test> {
	Call::forget { remnant: Remnant::Complaint(complaint) }
}

fn entry(complaint: ComplaintId) -> Complaint<u64> {
	Protection::complaint(complaint).expect("it is there")
}

/// There is a transfer between two institutions.
fn dealt(sender: InstitutionId, receiver: InstitutionId) {
	MockDealings::set(TRANSFER, Dealing { sender, receiver, ended: false });
}

fn admit_other() {
	MockDirectory::admit(OTHER, MockInstitution::new(InstitutionKind::HealthCommission, "CN-HB"));
	MockDirectory::appoint(OTHER_ADMIN, OTHER, &[Role::Admin]);
}

#[test]
fn a_complaint_stands_as_it_was_made_and_tells_nobody_who_made_it() {
	run(|| {
		let who = pseudonym(Purpose::Complain);
		dealt(hospital(1), hospital(2));
		let abouts = [About::Institution(hospital(9)), About::Transfer(TRANSFER)];
		for (number, about) in (0..).zip(abouts) {
			let id = ComplaintId(number);
			let subject = Subject::Complaint(id);
			let record =
				accepted(signed(who), complaining(about), subject.clone(), Action::ComplaintMade);
			assert_eq!((record.actor, record.institution), (Actor::Pseudonym(who), None));
			let expected = Complaint {
				by: who,
				about,
				text: text(1),
				made_at: NOW,
				answer: None,
				newest_record: MockTrail::newest(&subject),
			};
			assert_eq!(entry(id), expected);
			last_event(Event::ComplaintMade { complaint: id, about, text: text(1) });
		}
		assert_eq!(Protection::pseudonym(who).map(|pseudonym| pseudonym.used), Some(2));
		refused(signed(who), complaining(abouts[0]), Error::<Test>::UsedUp);
	});
}

#[test]
fn pseudonyms_of_contexts_for_complaints_complain_and_nobody_else() {
	run(|| {
		let call = || complaining(About::Institution(hospital(9)));
		refused(signed(admin(0)), call(), Error::<Test>::NotPseudonym);
		refused(root(), call(), DispatchError::BadOrigin);
		let who = pseudonym(Purpose::Rate);
		refused(signed(who), call(), Error::<Test>::WrongPurpose);
		let context = declare(terms(Purpose::Complain));
		bound(0, context, FRESH + 1);
		complained(FRESH + 1, About::Institution(hospital(9)));
		assert_ok!(Protection::close_context(root(), context));
		refused(signed(FRESH + 1), call(), Error::<Test>::ContextOver);
	});
}

#[test]
fn a_complaint_is_about_something_that_is_there() {
	run(|| {
		let who = pseudonym(Purpose::Complain);
		let nobody = complaining(About::Institution(NOBODY));
		refused(signed(who), nobody, Error::<Test>::InstitutionNotFound);
		let nothing = complaining(About::Transfer(TRANSFER));
		refused(signed(who), nothing, Error::<Test>::TransferNotFound);
	});
}

#[test]
fn one_complains_about_institutions_that_act_no_more() {
	run(|| {
		let who = pseudonym(Purpose::Complain);
		MockDirectory::set_active(hospital(8), false);
		MockDirectory::wind_up(hospital(9));
		complained(who, About::Institution(hospital(8)));
		complained(who, About::Institution(hospital(9)));
	});
}

#[test]
fn no_identifier_is_used_twice() {
	run(|| {
		let who = pseudonym(Purpose::Complain);
		let about = About::Institution(hospital(9));
		NextComplaintId::<Test>::put(ComplaintId(u64::MAX - 1));
		assert_eq!(complained(who, about), ComplaintId(u64::MAX - 1));
		refused(signed(who), complaining(about), Error::<Test>::IdsExhausted);
	});
}

#[test]
fn a_commission_answers_once() {
	run(|| {
		let id = complained(pseudonym(Purpose::Complain), About::Institution(hospital(9)));
		let subject = Subject::Complaint(id);
		pass(7);
		let record = accepted(
			signed(COMMISSIONER),
			answering(id),
			subject.clone(),
			Action::ComplaintAnswered,
		);
		let by = (Actor::Account(COMMISSIONER), Some(COMMISSION));
		assert_eq!((record.actor, record.institution), by);
		let answer = Answer { institution: COMMISSION, text: text(2), at: NOW + 7 };
		assert_eq!(entry(id).answer, Some(answer));
		assert_eq!(entry(id).newest_record, MockTrail::newest(&subject));
		last_event(Event::ComplaintAnswered {
			complaint: id,
			institution: COMMISSION,
			text: text(2),
		});
		refused(signed(COMMISSIONER), answering(id), Error::<Test>::Answered);
		refused(signed(COMMISSIONER), answering(ComplaintId(1)), Error::<Test>::ComplaintNotFound);
	});
}

#[test]
fn admins_of_commissions_answer_and_nobody_else() {
	run(|| {
		let who = pseudonym(Purpose::Complain);
		let id = complained(who, About::Institution(hospital(9)));
		refused(signed(admin(1)), answering(id), Error::<Test>::NotCommission);
		refused(signed(who), answering(id), MockDirectory::NOT_AGENT);
		refused(root(), answering(id), DispatchError::BadOrigin);
		MockDirectory::appoint(77, COMMISSION, &[Role::Receive, Role::Dispatch]);
		refused(signed(77), answering(id), MockDirectory::NOT_AUTHORIZED);
		MockDirectory::set_active(COMMISSION, false);
		refused(signed(COMMISSIONER), answering(id), MockDirectory::SUSPENDED);
	});
}

#[test]
fn a_commission_answers_nothing_that_is_about_itself() {
	run(|| {
		admit_other();
		let id = complained(pseudonym(Purpose::Complain), About::Institution(COMMISSION));
		refused(signed(COMMISSIONER), answering(id), Error::<Test>::Concerned);
		assert_ok!(Protection::answer_complaint(signed(OTHER_ADMIN), id, text(3)));
	});
}

#[test]
fn a_commission_answers_nothing_about_a_transfer_of_its_own() {
	run(|| {
		admit_other();
		dealt(COMMISSION, hospital(1));
		let who = pseudonym(Purpose::Complain);
		let [first, second] = [(); 2].map(|()| complained(who, About::Transfer(TRANSFER)));
		refused(signed(COMMISSIONER), answering(first), Error::<Test>::Concerned);
		dealt(hospital(1), COMMISSION);
		refused(signed(COMMISSIONER), answering(first), Error::<Test>::Concerned);
		assert_ok!(Protection::answer_complaint(signed(OTHER_ADMIN), first, text(3)));
		// Of a transfer that is archived nobody knows any more whose it was.
		MockDealings::remove(TRANSFER);
		answered(second);
	});
}

#[test]
fn a_complaint_is_answered_whatever_is_over() {
	run(|| {
		built(4);
		let context = declare(terms(Purpose::Complain));
		bound(0, context, FRESH);
		let id = complained(FRESH, About::Institution(hospital(9)));
		assert_ok!(Protection::close_context(root(), context));
		pass(UNANSWERED_AFTER);
		answered(id);
	});
}

#[test]
fn nothing_is_left_of_a_complaint_that_was_answered_and_is_forgotten() {
	run(|| {
		let id = complained(pseudonym(Purpose::Complain), About::Institution(hospital(9)));
		prune();
		refused(signed(FRESH + 9), forgetting(id), Error::<Test>::NotOver);
		answered(id);
		refused(signed(FRESH + 9), forgetting(id), Error::<Test>::RecordNotPruned);
		prune();
		let records = MockTrail::records().len();
		assert_ok!(Protection::forget(signed(FRESH + 9), Remnant::Complaint(id)));
		last_event(Event::Forgotten { remnant: Remnant::Complaint(id) });
		assert_eq!(Protection::complaint(id), None);
		assert_eq!(MockTrail::records().len(), records, "it leaves no record");
		refused(signed(FRESH + 9), forgetting(id), Error::<Test>::ComplaintNotFound);
		refused(signed(COMMISSIONER), answering(id), Error::<Test>::ComplaintNotFound);
		assert_eq!(NextComplaintId::<Test>::get(), ComplaintId(1));
	});
}

#[test]
fn a_complaint_that_nobody_has_answered_is_forgotten_in_the_end() {
	run(|| {
		let id = complained(pseudonym(Purpose::Complain), About::Institution(hospital(9)));
		pass(UNANSWERED_AFTER - 1);
		prune();
		refused(signed(FRESH + 9), forgetting(id), Error::<Test>::NotOver);
		pass(1);
		MockTrail::prune_before(Default::default());
		refused(signed(FRESH + 9), forgetting(id), Error::<Test>::RecordNotPruned);
		prune();
		assert_ok!(Protection::forget(signed(FRESH + 9), Remnant::Complaint(id)));
	});
}
