//! The newest record of each subject that the registry owns.

use crate::{mock::*, Call};
use salus_primitives::{
	mock::MockTrail, ClassId, InstitutionId, LotId, RecordId, RoundId, SiteId, SiteNumber, Subject,
	Subjects, TransferId,
};

fn newest(subject: Subject) -> Option<RecordId> {
	<Registry as Subjects>::newest_record(&subject)
}

#[test]
fn what_the_chain_began_with_has_no_record() {
	run(|| {
		for subject in [
			Subject::Region(code("CN-HB")),
			Subject::Institution(HOSPITAL),
			Subject::Site(SiteId { institution: HOSPITAL, number: WARD }),
			Subject::Class(MASKS),
		] {
			assert_eq!(newest(subject), None);
		}
	});
}

#[test]
fn every_subject_names_its_newest_record() {
	run(|| {
		accepted(
			root(),
			Call::register_region { code: code("CN-HN"), region: region("Hunan", None) },
		);
		let admit = Call::admit_institution { admission: admission("Clinic"), admin: STRANGER };
		accepted(root(), admit);
		accepted(signed(STRANGER), Call::accept_invitation { institution: InstitutionId(2) });
		accepted(signed(STRANGER), Call::register_site { place: place("Ward") });
		let class = class("Gowns", salus_primitives::BaseUnit::Piece, []);
		accepted(root(), Call::register_class { class });
		let lot = lot(masks(), 10);
		let clinic = InstitutionId(2);
		let site = SiteId { institution: clinic, number: SiteNumber(0) };
		let subjects = [
			Subject::Region(code("CN-HN")),
			Subject::Institution(clinic),
			Subject::Site(site),
			Subject::Class(ClassId(5)),
			Subject::Lot(lot),
		];
		// The clinic's admission is followed by its first admin's acceptance.
		for (record, subject) in [0, 2, 3, 4, 5].into_iter().zip(&subjects) {
			assert_eq!(newest(subject.clone()), Some(RecordId(record)), "{subject:?}");
		}
		accepted(root(), Call::suspend_institution { institution: clinic });
		let call = Call::amend_region { code: code("CN-HN"), population: 1, belt: None };
		accepted(root(), call);
		accepted(signed(STOREKEEPER), Call::consume { lot, quantity: 1, event: None });
		assert_eq!(newest(Subject::Institution(clinic)), Some(RecordId(6)));
		assert_eq!(newest(Subject::Region(code("CN-HN"))), Some(RecordId(7)));
		assert_eq!(newest(Subject::Lot(lot)), Some(RecordId(8)));
		let records = MockTrail::records();
		assert_eq!(records[8].previous, Some(RecordId(5)));
		assert_eq!(records[6].previous, Some(RecordId(2)));
		assert_eq!(records[2].previous, Some(RecordId(1)));
	});
}

#[test]
fn what_is_not_there_or_of_others_has_no_record() {
	run(|| {
		for subject in [
			Subject::Region(code("ZZ")),
			Subject::Institution(NOBODY),
			Subject::Site(SiteId { institution: DONOR, number: WARD }),
			Subject::Class(ClassId(9)),
			Subject::Lot(LotId(9)),
			Subject::Transfer(TransferId(0)),
			Subject::Round(RoundId(0)),
		] {
			assert_eq!(newest(subject), None);
		}
	});
}
