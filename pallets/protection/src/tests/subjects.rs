use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	mock::MockTrail, AppealId, ClassId, ComplaintId, ContextId, DocumentId, Priority, RecordId,
	RingId, Role, Subject, Subjects,
};

fn newest(subject: &Subject) -> Option<RecordId> {
	<Protection as Subjects>::newest_record(subject)
}

/// One subject of each sort that this pallet owns, the first of its sort.
fn subjects() -> [Subject; 5] {
	[
		Subject::Ring(RING),
		Subject::Context(ContextId(0)),
		Subject::Appeal(AppealId(0)),
		Subject::Complaint(ComplaintId(0)),
		Subject::Document(DocumentId(0)),
	]
}

/// Makes one subject of each sort.
fn populate() {
	let who = pseudonym(Purpose::Appeal);
	let plea = Plea {
		class: ClassId(1),
		region: region_code("CN"),
		quantity: 1,
		priority: Priority::Routine,
		until: NOW + 1,
	};
	assert_ok!(Protection::appeal(signed(who), plea));
	let complaints = declare(terms(Purpose::Complain));
	bound(1, complaints, FRESH + 1);
	let about = About::Institution(hospital(9));
	assert_ok!(Protection::complain(signed(FRESH + 1), about, H256::zero()));
	assert_ok!(Protection::publish_sealing_key(signed(admin(1)), [9; 32]));
	let to = Party::Institution(hospital(1));
	assert_ok!(Protection::send_document(signed(admin(0)), to, H256::zero(), 1));
}

#[test]
fn whatever_is_kept_here_knows_its_newest_record() {
	run(|| {
		for subject in subjects() {
			assert_eq!(newest(&subject), None, "{subject:?}");
		}
		populate();
		for subject in subjects() {
			assert!(newest(&subject).is_some(), "{subject:?}");
			assert_eq!(newest(&subject), MockTrail::newest(&subject), "{subject:?}");
		}
		assert_ok!(Protection::promise(signed(admin(2)), AppealId(0), 1));
		let text = H256::zero();
		assert_ok!(Protection::answer_complaint(signed(COMMISSIONER), ComplaintId(0), text));
		assert_ok!(Protection::acknowledge_document(signed(admin(1)), DocumentId(0)));
		assert_ok!(Protection::close_context(root(), ContextId(0)));
		for subject in subjects() {
			assert_eq!(newest(&subject), MockTrail::newest(&subject), "{subject:?}");
		}
	});
}

#[test]
fn nothing_is_known_of_what_is_not_there_or_belongs_to_others() {
	run(|| {
		populate();
		for subject in [
			Subject::Ring(RingId { number: 1, ..RING }),
			Subject::Ring(RingId { role: Role::Vote, ..RING }),
			Subject::Context(ContextId(2)),
			Subject::Appeal(AppealId(1)),
			Subject::Complaint(ComplaintId(1)),
			Subject::Document(DocumentId(1)),
			Subject::Institution(hospital(1)),
		] {
			assert_eq!(newest(&subject), None, "{subject:?}");
		}
		assert!(MockTrail::newest(&Subject::Institution(hospital(1))).is_some());
	});
}
