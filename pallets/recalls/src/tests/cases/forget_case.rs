use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_registry::CountReason;
use salus_primitives::{mock::MockTrail, CaseId, RecordId, Subject, Subjects};
use sp_core::H256;
use sp_runtime::DispatchError;

fn refused(case: CaseId, error: Error<Test>) {
	let refused = Recalls::forget_case(by(NOBODY), case).map(drop);
	assert_eq!(refused.map_err(|refused| refused.error), Err(DispatchError::from(error)));
}

#[test]
fn what_is_over_and_pruned_is_removed_with_all_that_belongs_to_it() {
	play(|| {
		let lots = [(); 2].map(|()| stock(HOSPITAL, MASKS, 100));
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		let other = case_over(by(CITY_AGENT), HOSPITAL);
		for lot in lots {
			assert_ok!(demand(by(CITY_AGENT), case, lot));
		}
		for (who, of) in [(CITY_AGENT, case), (HOSPITAL_AGENT, case), (CITY_AGENT, other)] {
			assert_ok!(Recalls::attach_document(by(who), of, H256::repeat_byte(1)));
		}
		assert_ok!(demand(by(PROVINCE_AGENT), other, lots[0]));
		refused(case, Error::NotEnded);
		assert_ok!(close_case(by(CITY_AGENT), case));
		refused(case, Error::RecordNotPruned);
		let newest = MockTrail::newest(&Subject::Case(case)).expect("there is a record");
		MockTrail::prune_before(newest);
		refused(case, Error::RecordNotPruned);
		MockTrail::prune_before(RecordId(newest.0 + 1));
		events();
		let weighed = Recalls::forget_case(by(NOBODY), case).expect("it is over");
		// Two demands and two documents, one unit of weight each, as the weights of mocks have it.
		assert_eq!(weighed.actual_weight.map(|weight| weight.ref_time()), Some(4));
		assert_eq!(events(), [Event::CaseForgotten { case }]);
		assert_eq!(Recalls::case(case), None);
		assert_eq!(<Recalls as Subjects>::newest_record(&Subject::Case(case)), None);
		assert!(Recalls::case_documents(case).is_empty());
		assert_eq!(Demands::<Test>::iter_prefix(case).count(), 0);
		assert_eq!(Documents::<Test>::iter_prefix(case).count(), 0);
		assert_eq!(Demands::<Test>::iter_prefix(other).count(), 1);
		assert_eq!(Documents::<Test>::iter_prefix(other).count(), 1);
		refused(case, Error::CaseNotFound);
		refused(other, Error::NotEnded);
	});
}

#[test]
fn a_count_for_a_case_that_is_forgotten_ends_the_hold() {
	play(|| {
		let lot = stock(HOSPITAL, MASKS, 100);
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_ok!(demand(by(CITY_AGENT), case, lot));
		assert_ok!(Recalls::end_case(by(CITY_AGENT), case, CaseEnd::Voided, reason("a mistake")));
		MockTrail::prune_before(RecordId(u64::MAX));
		assert_ok!(Recalls::forget_case(by(NOBODY), case));
		let on = at(lot, HOSPITAL);
		assert_eq!(Recalls::holds(on)[0].case, Some(case));
		check_all();
		let records = MockTrail::records_of(&Subject::Case(case)).len();
		events();
		let stock_take = CountReason::StockTake;
		assert_ok!(Registry::count(by(HOSPITAL_AGENT), lot, HOSPITAL, 99, stock_take, None));
		assert!(holds(on).is_empty());
		assert_eq!(events().len(), 1);
		assert_eq!(MockTrail::records_of(&Subject::Case(case)).len(), records);
		assert_eq!(Recalls::case(case), None);
	});
}

#[test]
fn who_signs_nothing_forgets_nothing() {
	play(|| {
		let case = case_over(by(CITY_AGENT), HOSPITAL);
		assert_ok!(close_case(by(CITY_AGENT), case));
		MockTrail::prune_before(RecordId(u64::MAX));
		let unsigned = RuntimeOrigin::none();
		assert_noop!(
			Recalls::forget_case(unsigned, case).map_err(|refused| refused.error),
			DispatchError::BadOrigin
		);
	});
}
