use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	Action, Actor, AppealId, ClassId, InstitutionId, Moment, Priority, Quantity, Role, Subject,
};
use sp_runtime::DispatchError;

/// When what is appealed for is over.
const UNTIL: Moment = NOW + 500;

fn plea() -> Plea {
	let region = region_code("CN-HB");
	let (class, priority) = (ClassId(1), Priority::Urgent);
	Plea { class, region, quantity: 500, priority, until: UNTIL }
}

fn appealing(plea: Plea) -> Call<Test> {
	Call::appeal { plea }
}

/// A pseudonym appeals.
fn appealed(who: u64) -> AppealId {
	let appeal = NextAppealId::<Test>::get();
	assert_ok!(Protection::appeal(signed(who), plea()));
	appeal
}

/// A hospital promises something.
fn promised(number: u32, appeal: AppealId, quantity: Quantity) {
	assert_ok!(Protection::promise(signed(admin(number)), appeal, quantity));
}

fn promising(appeal: AppealId, quantity: Quantity) -> Call<Test> {
	Call::promise { appeal, quantity }
}

fn withdrawing(appeal: AppealId) -> Call<Test> {
	Call::withdraw_promise { appeal }
}

fn closing(appeal: AppealId, end: AppealEnd) -> Call<Test> {
	Call::close_appeal { appeal, end }
}

fn forgetting(appeal: AppealId) -> Call<Test> {
	Call::forget { remnant: Remnant::Appeal(appeal) }
}

fn entry(appeal: AppealId) -> Appeal<u64> {
	Protection::appeal_entry(appeal).expect("it is there")
}

/// What was promised to an appeal, and by whom.
fn promises(appeal: AppealId) -> Vec<(InstitutionId, Quantity)> {
	let promises = entry(appeal).promises.into_iter();
	promises.map(|promise| (promise.institution, promise.quantity)).collect()
}

/// For how many appeals of [`FRESH`] a hospital has promised something; `None` when nothing is kept of it.
fn correspondence(number: u32) -> Option<u32> {
	Correspondents::<Test>::try_get(FRESH, hospital(number)).ok()
}

/// Two pseudonyms of one context.
fn two() -> [u64; 2] {
	built(4);
	let context = declare(terms(Purpose::Appeal));
	bound(0, context, FRESH);
	bound(1, context, FRESH + 1);
	[FRESH, FRESH + 1]
}

#[test]
fn an_appeal_stands_as_it_was_made_and_tells_no_institution() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		let id = AppealId(0);
		let record =
			accepted(signed(who), appealing(plea()), Subject::Appeal(id), Action::AppealMade);
		assert_eq!((record.actor, record.institution), (Actor::Pseudonym(who), None));
		let expected = Appeal {
			by: who,
			plea: plea(),
			promises: Default::default(),
			closed: None,
			newest_record: MockTrail::newest(&Subject::Appeal(id)),
		};
		assert_eq!(entry(id), expected);
		last_event(Event::AppealMade { appeal: id, by: who, plea: plea() });
		assert_eq!(Protection::pseudonym(who).map(|pseudonym| pseudonym.used), Some(1));
		assert_eq!(NextAppealId::<Test>::get(), AppealId(1));
	});
}

#[test]
fn pseudonyms_of_contexts_for_appeals_appeal_and_nobody_else() {
	run(|| {
		refused(signed(admin(0)), appealing(plea()), Error::<Test>::NotPseudonym);
		refused(signed(FRESH), appealing(plea()), Error::<Test>::NotPseudonym);
		refused(root(), appealing(plea()), DispatchError::BadOrigin);
		refused(RuntimeOrigin::none(), appealing(plea()), DispatchError::BadOrigin);
		let who = pseudonym(Purpose::Complain);
		refused(signed(who), appealing(plea()), Error::<Test>::WrongPurpose);
		let context = declare(terms(Purpose::Appeal));
		bound(0, context, FRESH + 1);
		appealed(FRESH + 1);
	});
}

#[test]
fn a_pseudonym_appeals_as_often_as_its_context_allows() {
	run(|| {
		let [first, second] = two();
		appealed(first);
		appealed(first);
		refused(signed(first), appealing(plea()), Error::<Test>::UsedUp);
		appealed(second);
	});
}

#[test]
fn nobody_appeals_in_a_context_that_is_over() {
	run(|| {
		built(4);
		let ends = declare(Terms { until: Some(NOW + 10), ..terms(Purpose::Appeal) });
		let stays = declare(terms(Purpose::Appeal));
		bound(0, ends, FRESH);
		bound(0, stays, FRESH + 1);
		pass(10);
		appealed(FRESH);
		pass(1);
		refused(signed(FRESH), appealing(plea()), Error::<Test>::ContextOver);
		appealed(FRESH + 1);
		assert_ok!(Protection::close_context(root(), stays));
		refused(signed(FRESH + 1), appealing(plea()), Error::<Test>::ContextOver);
	});
}

#[test]
fn classes_and_regions_are_known() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		let unknown = Plea { class: ClassId(10), ..plea() };
		refused(signed(who), appealing(unknown), Error::<Test>::ClassNotFound);
		let unknown = Plea { region: region_code("CN-WH"), ..plea() };
		refused(signed(who), appealing(unknown), Error::<Test>::RegionNotFound);
		let known = Plea { class: ClassId(9), region: region_code("CN"), ..plea() };
		assert_ok!(Protection::appeal(signed(who), known));
	});
}

#[test]
fn something_is_appealed_for() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		let nothing = Plea { quantity: 0, ..plea() };
		refused(signed(who), appealing(nothing), Error::<Test>::ZeroQuantity);
		for quantity in [1, Quantity::MAX] {
			assert_ok!(Protection::appeal(signed(who), Plea { quantity, ..plea() }));
		}
	});
}

#[test]
fn an_appeal_ends_after_now_and_within_the_longest_time() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		for until in [0, NOW - 1, NOW] {
			refused(signed(who), appealing(Plea { until, ..plea() }), Error::<Test>::EndPassed);
		}
		for until in [NOW + MAX_APPEAL + 1, Moment::MAX] {
			refused(signed(who), appealing(Plea { until, ..plea() }), Error::<Test>::TooLong);
		}
		for until in [NOW + 1, NOW + MAX_APPEAL] {
			assert_ok!(Protection::appeal(signed(who), Plea { until, ..plea() }));
		}
	});
}

#[test]
fn no_identifier_is_used_twice() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		NextAppealId::<Test>::put(AppealId(u64::MAX - 1));
		assert_eq!(appealed(who), AppealId(u64::MAX - 1));
		refused(signed(who), appealing(plea()), Error::<Test>::IdsExhausted);
	});
}

#[test]
fn a_pseudonym_closes_its_appeal() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		for end in [AppealEnd::Served, AppealEnd::Withdrawn] {
			let id = appealed(who);
			pass(7);
			let call = closing(id, end);
			let record = accepted(signed(who), call, Subject::Appeal(id), Action::AppealClosed);
			assert_eq!((record.actor, record.institution), (Actor::Pseudonym(who), None));
			assert_eq!(entry(id).closed, Some((end, Timestamp::get())));
			assert_eq!(entry(id).newest_record, MockTrail::newest(&Subject::Appeal(id)));
			last_event(Event::AppealClosed { appeal: id, end });
			refused(signed(who), closing(id, AppealEnd::Served), Error::<Test>::AppealOver);
		}
		// It is no use of the context.
		assert_eq!(Protection::pseudonym(who).map(|pseudonym| pseudonym.used), Some(2));
	});
}

#[test]
fn nobody_closes_what_another_has_made() {
	run(|| {
		let [first, second] = two();
		let id = appealed(first);
		for who in [second, admin(0), FRESH + 9] {
			refused(signed(who), closing(id, AppealEnd::Served), Error::<Test>::NotOwn);
		}
		refused(root(), closing(id, AppealEnd::Served), DispatchError::BadOrigin);
		refused(
			signed(first),
			closing(AppealId(1), AppealEnd::Served),
			Error::<Test>::AppealNotFound,
		);
	});
}

#[test]
fn an_appeal_is_closed_after_its_time_and_after_that_of_its_context() {
	run(|| {
		built(4);
		let context = declare(terms(Purpose::Appeal));
		bound(0, context, FRESH);
		let [first, second] = [(); 2].map(|()| appealed(FRESH));
		pass(501);
		assert_ok!(Protection::close_appeal(signed(FRESH), first, AppealEnd::Served));
		assert_ok!(Protection::close_context(root(), context));
		assert_ok!(Protection::close_appeal(signed(FRESH), second, AppealEnd::Withdrawn));
	});
}

#[test]
fn an_institution_promises_under_its_name() {
	run(|| {
		let id = appealed(pseudonym(Purpose::Appeal));
		let call = promising(id, 300);
		let record = accepted(signed(admin(5)), call, Subject::Appeal(id), Action::PromiseMade);
		let by = (Actor::Account(admin(5)), Some(hospital(5)));
		assert_eq!((record.actor, record.institution), by);
		assert_eq!(promises(id), [(hospital(5), 300)]);
		assert_eq!(entry(id).newest_record, MockTrail::newest(&Subject::Appeal(id)));
		last_event(Event::PromiseMade { appeal: id, institution: hospital(5), quantity: 300 });
		assert_eq!(correspondence(5), Some(1));
	});
}

#[test]
fn agents_who_dispatch_promise_and_withdraw_and_nobody_else() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		let id = appealed(who);
		promised(1, id, 1);
		MockDirectory::appoint(77, hospital(1), &[Role::Admin, Role::Receive, Role::Stock]);
		for call in [promising(id, 1), withdrawing(id)] {
			refused(signed(77), call.clone(), MockDirectory::NOT_AUTHORIZED);
			refused(signed(who), call.clone(), MockDirectory::NOT_AGENT);
			refused(root(), call, DispatchError::BadOrigin);
		}
		MockDirectory::set_active(hospital(1), false);
		for call in [promising(id, 1), withdrawing(id)] {
			refused(signed(admin(1)), call, MockDirectory::SUSPENDED);
		}
	});
}

#[test]
fn something_is_promised_and_no_more_than_is_appealed_for() {
	run(|| {
		let id = appealed(pseudonym(Purpose::Appeal));
		refused(signed(admin(1)), promising(id, 0), Error::<Test>::ZeroQuantity);
		refused(signed(admin(1)), promising(id, 501), Error::<Test>::TooMuch);
		promised(1, id, 500);
		// Whether the first keeps its promise nobody knows.
		promised(2, id, 500);
		promised(3, id, 1);
	});
}

#[test]
fn a_new_promise_takes_the_place_of_the_old_one() {
	run(|| {
		let id = appealed(pseudonym(Purpose::Appeal));
		promised(1, id, 100);
		promised(2, id, 200);
		promised(1, id, 50);
		assert_eq!(promises(id), [(hospital(1), 50), (hospital(2), 200)]);
		assert_eq!((correspondence(1), correspondence(2)), (Some(1), Some(1)));
		refused(signed(admin(1)), promising(id, 0), Error::<Test>::ZeroQuantity);
		refused(signed(admin(1)), promising(id, 501), Error::<Test>::TooMuch);
	});
}

#[test]
fn sixteen_institutions_promise_something_to_one_appeal() {
	run(|| {
		let id = appealed(pseudonym(Purpose::Appeal));
		(0..MAX_PROMISES).for_each(|number| promised(number, id, 1));
		refused(signed(admin(MAX_PROMISES)), promising(id, 1), Error::<Test>::TooManyPromises);
		promised(0, id, 2);
		assert_ok!(Protection::withdraw_promise(signed(admin(3)), id));
		promised(MAX_PROMISES, id, 1);
		assert_eq!(promises(id).len(), 16);
	});
}

#[test]
fn nothing_is_promised_to_what_is_over_or_is_not_there() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		let [first, second] = [(); 2].map(|()| appealed(who));
		refused(signed(admin(1)), promising(AppealId(2), 1), Error::<Test>::AppealNotFound);
		assert_ok!(Protection::close_appeal(signed(who), first, AppealEnd::Withdrawn));
		refused(signed(admin(1)), promising(first, 1), Error::<Test>::AppealOver);
		pass(500);
		assert_eq!(Timestamp::get(), UNTIL);
		promised(1, second, 1);
		pass(1);
		refused(signed(admin(2)), promising(second, 1), Error::<Test>::AppealOver);
		refused(signed(admin(1)), promising(second, 2), Error::<Test>::AppealOver);
	});
}

#[test]
fn something_is_promised_to_an_appeal_whose_context_is_over() {
	run(|| {
		built(4);
		let context = declare(terms(Purpose::Appeal));
		bound(0, context, FRESH);
		let id = appealed(FRESH);
		assert_ok!(Protection::close_context(root(), context));
		promised(1, id, 1);
	});
}

#[test]
fn an_institution_withdraws_what_it_has_promised() {
	run(|| {
		let id = appealed(pseudonym(Purpose::Appeal));
		promised(1, id, 100);
		promised(2, id, 200);
		let record = accepted(
			signed(admin(1)),
			withdrawing(id),
			Subject::Appeal(id),
			Action::PromiseWithdrawn,
		);
		let by = (Actor::Account(admin(1)), Some(hospital(1)));
		assert_eq!((record.actor, record.institution), by);
		assert_eq!(promises(id), [(hospital(2), 200)]);
		assert_eq!(entry(id).newest_record, MockTrail::newest(&Subject::Appeal(id)));
		last_event(Event::PromiseWithdrawn { appeal: id, institution: hospital(1) });
		assert_eq!((correspondence(1), correspondence(2)), (None, Some(1)));
		refused(signed(admin(1)), withdrawing(id), Error::<Test>::PromiseNotFound);
		refused(signed(admin(3)), withdrawing(id), Error::<Test>::PromiseNotFound);
		refused(signed(admin(2)), withdrawing(AppealId(1)), Error::<Test>::AppealNotFound);
	});
}

#[test]
fn a_promise_is_withdrawn_from_an_appeal_that_is_over() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		let [first, second] = [(); 2].map(|()| appealed(who));
		promised(1, first, 1);
		promised(1, second, 1);
		assert_ok!(Protection::close_appeal(signed(who), first, AppealEnd::Served));
		assert_ok!(Protection::withdraw_promise(signed(admin(1)), first));
		pass(501);
		assert_ok!(Protection::withdraw_promise(signed(admin(1)), second));
		assert_eq!(correspondence(1), None);
	});
}

#[test]
fn those_who_correspond_are_counted_by_the_appeals_with_a_promise() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		let [first, second] = [(); 2].map(|()| appealed(who));
		promised(1, first, 1);
		promised(1, first, 2);
		assert_eq!(correspondence(1), Some(1));
		promised(1, second, 1);
		assert_eq!(correspondence(1), Some(2));
		// Whether an appeal was closed does not matter to them.
		assert_ok!(Protection::close_appeal(signed(who), first, AppealEnd::Served));
		assert_eq!(correspondence(1), Some(2));
		assert_ok!(Protection::withdraw_promise(signed(admin(1)), first));
		assert_eq!(correspondence(1), Some(1));
		assert_ok!(Protection::withdraw_promise(signed(admin(1)), second));
		assert_eq!(correspondence(1), None);
	});
}

#[test]
fn nothing_is_left_of_an_appeal_that_is_forgotten() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		let [first, second] = [(); 2].map(|()| appealed(who));
		promised(1, first, 1);
		promised(2, first, 1);
		promised(1, second, 1);
		prune();
		refused(signed(FRESH + 9), forgetting(first), Error::<Test>::NotOver);
		assert_ok!(Protection::close_appeal(signed(who), first, AppealEnd::Served));
		refused(signed(FRESH + 9), forgetting(first), Error::<Test>::RecordNotPruned);
		prune();
		let records = MockTrail::records().len();
		assert_ok!(Protection::forget(signed(FRESH + 9), Remnant::Appeal(first)));
		last_event(Event::Forgotten { remnant: Remnant::Appeal(first) });
		assert_eq!(Protection::appeal_entry(first), None);
		assert_eq!(MockTrail::records().len(), records, "it leaves no record");
		// Whoever promised something to the other appeal as well goes on writing.
		assert_eq!((correspondence(1), correspondence(2)), (Some(1), None));
		refused(signed(FRESH + 9), forgetting(first), Error::<Test>::AppealNotFound);
		refused(signed(who), closing(first, AppealEnd::Served), Error::<Test>::AppealNotFound);
		refused(signed(admin(1)), withdrawing(first), Error::<Test>::AppealNotFound);
		assert_eq!(NextAppealId::<Test>::get(), AppealId(2));
	});
}

#[test]
fn an_appeal_that_nobody_closed_is_forgotten_once_its_time_is_over() {
	run(|| {
		let id = appealed(pseudonym(Purpose::Appeal));
		promised(1, id, 1);
		prune();
		pass(500);
		refused(signed(FRESH + 9), forgetting(id), Error::<Test>::NotOver);
		pass(1);
		assert_ok!(Protection::withdraw_promise(signed(admin(1)), id));
		refused(signed(FRESH + 9), forgetting(id), Error::<Test>::RecordNotPruned);
		prune();
		assert_ok!(Protection::forget(signed(FRESH + 9), Remnant::Appeal(id)));
		assert_eq!(Correspondents::<Test>::iter().count(), 0);
	});
}
