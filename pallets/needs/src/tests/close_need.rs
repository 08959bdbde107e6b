use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{mock::MockDirectory, time::DAY, Fate, NeedId};
use sp_runtime::DispatchError;

fn close(who: u64, need: NeedId) {
	assert_ok!(NeedsPallet::close_need(by(who), need));
}

fn refuse(who: u64, need: NeedId, error: impl Into<DispatchError>) {
	refused(by(who), Call::close_need { need }, error);
}

#[test]
fn a_closed_need_has_ended_and_is_listed_nowhere() {
	play(|| {
		let substitutes = vec![RESPIRATORS].try_into().expect("one");
		let id = published(HOSPITAL_RECEIVES, Request { substitutes, ..masks(100) });
		pass(DAY);
		close(HOSPITAL_RECEIVES, id);
		assert_eq!(last_event(), Event::NeedClosed { need: id });
		assert_eq!(need(id).ended, Some((Ending::Closed, NOW + DAY)));
		assert!(!need(id).is_open(NOW + DAY));
		assert_eq!(OpenNeeds::<Test>::iter().count(), 0);
		assert_eq!(NeedsOf::<Test>::iter().count(), 0);
	});
}

#[test]
fn closing_one_need_leaves_the_others() {
	play(|| {
		let ids = [(); 3].map(|()| published(HOSPITAL_RECEIVES, masks(1)));
		close(HOSPITAL_RECEIVES, ids[0]);
		assert_eq!(NeedsOf::<Test>::get(HOSPITAL, MASKS)[..], ids[1..]);
		let listed: Vec<_> = OpenNeeds::<Test>::iter_key_prefix((MASKS, code("CN-WH"))).collect();
		assert_eq!(listed.len(), 2);
		assert_eq!(need(ids[1]).ended, None);
	});
}

#[test]
fn its_publisher_closes_a_need_and_nobody_else() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(100));
		refuse(CLINIC_RECEIVES, id, Error::<Test>::NotOwn);
		refuse(HOSPITAL_SENDS, id, MockDirectory::NOT_AUTHORIZED);
		refuse(NOBODY, id, MockDirectory::NOT_AGENT);
		for origin in [root(), RuntimeOrigin::none()] {
			refused(origin, Call::close_need { need: id }, DispatchError::BadOrigin);
		}
		MockDirectory::set_active(HOSPITAL, false);
		refuse(HOSPITAL_RECEIVES, id, MockDirectory::SUSPENDED);
	});
}

#[test]
fn what_ended_is_not_closed() {
	play(|| {
		let goods = lot(DONOR, MASKS, 10, None);
		let closed = published(HOSPITAL_RECEIVES, masks(10));
		let filled = published(HOSPITAL_RECEIVES, masks(10));
		close(HOSPITAL_RECEIVES, closed);
		delivered(proposed(DONOR, filled, &[(goods, 10)]));
		MockDirectory::change(HOSPITAL, |hospital| hospital.region = code("CN"));
		let expired = published(HOSPITAL_RECEIVES, masks(10));
		pass(6 * DAY);
		assert_ok!(ring(Alarm::Lapse { need: expired }));
		assert_eq!(need(expired).ended, Some((Ending::Expired, NOW + 6 * DAY)));
		for id in [closed, filled, expired] {
			refuse(HOSPITAL_RECEIVES, id, Error::<Test>::Ended);
			refuse(CLINIC_RECEIVES, id, Error::<Test>::NotOwn);
		}
		refuse(HOSPITAL_RECEIVES, NeedId(3), Error::<Test>::NeedNotFound);
	});
}

#[test]
fn a_need_is_closed_after_its_time_too() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(10));
		pass(30 * DAY);
		close(HOSPITAL_RECEIVES, id);
		assert_eq!(need(id).ended, Some((Ending::Closed, NOW + 30 * DAY)));
	});
}

#[test]
fn what_was_promised_to_a_closed_need_is_still_delivered_and_nothing_more_is_promised() {
	play(|| {
		let goods = lot(DONOR, MASKS, 100, None);
		let id = published(HOSPITAL_RECEIVES, masks(80));
		let transfer = proposed(DONOR, id, &[(goods, 60)]);
		close(HOSPITAL_RECEIVES, id);
		assert_eq!(OpenNeeds::<Test>::iter().count(), 0);
		assert_eq!(NeedsOf::<Test>::get(HOSPITAL, MASKS)[..], [id]);
		assert_eq!(propose(DONOR, id, &[(goods, 1)]), Err("need not open".into()));
		became(transfer, 40, Fate::Outstanding, Fate::Delivered);
		let stored = need(id);
		assert_eq!((stored.promised, stored.delivered), (20, 40));
		assert_eq!(stored.ended, Some((Ending::Closed, NOW)));
		became(transfer, 20, Fate::Outstanding, Fate::Undelivered);
		let event = Event::NeedChanged { need: id, open: 40, delivered: 40, reopened: false };
		assert_eq!(last_event(), event);
		assert_eq!(OpenNeeds::<Test>::iter().count() + NeedsOf::<Test>::iter().count(), 0);
	});
}
