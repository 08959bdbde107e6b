//! Every call leaves one record on each thing that it changes, with the digest of its arguments.

use crate::{mock::*, *};
use codec::Encode;
use frame_support::assert_ok;
use salus_primitives::{
	mock::{MockRecord, MockTrail},
	time::DAY,
	Action, Actor, Authority, InstitutionId, LotId, NeedId, OfferId, OrderId, Severity, Subject,
	TransferId,
};
use sp_core::H256;
use sp_runtime::traits::Dispatchable;
use std::collections::BTreeSet;

/// Who a record says acted, and for whom.
type Who = (Actor<u64>, Option<InstitutionId>);

const HOSPITALS_RECEIVER: Who = (Actor::Account(HOSPITAL_RECEIVES), Some(HOSPITAL));
const DONORS_SENDER: Who = (Actor::Account(DONOR_SENDS), Some(DONOR));
const STRANGER: Who = (Actor::Account(NOBODY), None);

/// Makes a call, which leaves a record of `action` on each of `subjects`.
fn records(
	origin: RuntimeOrigin,
	call: Call<Test>,
	who: Who,
	action: Action,
	subjects: &[Subject],
) {
	// A call is encoded as its index and then its arguments.
	let arguments = call.encode().split_off(1);
	let before = MockTrail::records().len();
	let done = RuntimeCall::from(call.clone()).dispatch(origin);
	assert_ok!(done.map(|_| ()).map_err(|refusal| refusal.error));
	let records: Vec<MockRecord> = MockTrail::records().split_off(before);
	for record in &records {
		assert_eq!(record.digest, H256(sp_io::hashing::blake2_256(&arguments)), "{call:?}");
		assert_eq!((record.actor.clone(), record.institution), who, "{call:?}");
		assert_eq!((record.action, record.event), (action, None), "{call:?}");
	}
	let told: BTreeSet<_> = records.iter().map(|record| record.subject.clone()).collect();
	assert_eq!(records.len(), told.len(), "one record on each");
	assert_eq!(told, subjects.iter().cloned().collect(), "{call:?}");
}

#[test]
fn calls_on_needs_are_recorded() {
	play(|| {
		let governance = (Actor::Authority(Authority::Root), None);
		let call = Call::set_need_bound { class: MASKS, bound: Some(7_000) };
		records(root(), call, governance, Action::NeedBoundSet, &[Subject::Class(MASKS)]);
		let id = NeedId(0);
		let need = [Subject::Need(id)];
		let receiver = || by(HOSPITAL_RECEIVES);
		let request = Request {
			substitutes: vec![RESPIRATORS].try_into().expect("one"),
			claim: Some(Claim { on_hand: 70_000, daily_use: 8 }),
			note: Some(H256([1; 32])),
			..masks(6_000)
		};
		let call = Call::publish_need { request };
		records(receiver(), call, HOSPITALS_RECEIVER, Action::NeedPublished, &need);
		pass(6 * DAY);
		let call = Call::ring { alarm: Alarm::Lapse { need: id } };
		records(by(NOBODY), call.clone(), STRANGER, Action::NeedEscalated, &need);
		pass(2 * DAY);
		records(receiver(), call.clone(), HOSPITALS_RECEIVER, Action::NeedEscalated, &need);
		pass(2 * DAY);
		records(by(NOBODY), call, STRANGER, Action::NeedExpired, &need);
		let id = published(HOSPITAL_RECEIVES, masks(1));
		let (call, need) = (Call::close_need { need: id }, [Subject::Need(id)]);
		records(receiver(), call, HOSPITALS_RECEIVER, Action::NeedClosed, &need);
	});
}

#[test]
fn ringing_without_a_signature_is_recorded_as_nobodys_act() {
	play(|| {
		let id = published(HOSPITAL_RECEIVES, masks(1));
		pass(6 * DAY);
		let origin = RuntimeOrigin::from(frame_system::RawOrigin::Authorized);
		let call = Call::post_ring { alarm: Alarm::Lapse { need: id }, discriminator: 3 };
		let who = (Actor::Proof, None);
		records(origin, call, who, Action::NeedEscalated, &[Subject::Need(id)]);
	});
}

#[test]
fn calls_on_offers_are_recorded() {
	play(|| {
		let goods = lot(DONOR, MASKS, 1_000, None);
		assert_eq!(goods, LotId(0));
		let [first, second] = [OfferId(0), OfferId(1)];
		let on = |offer| [Subject::Offer(offer), Subject::Lot(goods)];
		for id in [first, second] {
			let call = Call::make_offer { supply: supply(goods, 500) };
			records(by(DONOR_SENDS), call, DONORS_SENDER, Action::OfferMade, &on(id));
		}
		let need = published(HOSPITAL_RECEIVES, masks(500));
		// A quantity above 63, so that its encoding is that of the call or another one.
		let call = Call::take { offer: first, need, quantity: 400 };
		let subjects = [
			Subject::Offer(first),
			Subject::Need(need),
			Subject::Lot(goods),
			Subject::Transfer(TransferId(0)),
		];
		let receiver = by(HOSPITAL_RECEIVES);
		records(receiver, call, HOSPITALS_RECEIVER, Action::OfferTaken, &subjects);
		let call = Call::withdraw_offer { offer: first };
		records(by(DONOR_SENDS), call, DONORS_SENDER, Action::OfferWithdrawn, &on(first));
		pass(11 * DAY);
		let call = Call::ring { alarm: Alarm::Release { offer: second } };
		records(by(NOBODY), call, STRANGER, Action::OfferReleased, &on(second));
	});
}

#[test]
fn calls_on_standing_orders_are_recorded_and_what_an_order_does_is_its_own_act() {
	play(|| {
		let goods = lot(DONOR, MASKS, 1_000, None);
		let soon = lot(DONOR, RESPIRATORS, 10, Some(NOW + 5 * DAY));
		let [sends, offers] = [OrderId(0), OrderId(1)];
		let offering = Instruction { class: RESPIRATORS, ..offering() };
		for (id, instruction) in [(sends, sending()), (offers, offering)] {
			let call = Call::give_order { instruction };
			let on = [Subject::Order(id)];
			records(by(DONOR_SENDS), call, DONORS_SENDER, Action::OrderGiven, &on);
		}
		let on = [Subject::Order(sends)];
		let pause = Call::pause_order { order: sends };
		records(by(DONOR_SENDS), pause, DONORS_SENDER, Action::OrderPaused, &on);
		let resume = Call::resume_order { order: sends };
		records(by(DONOR_SENDS), resume, DONORS_SENDER, Action::OrderResumed, &on);
		for during in [Some(Severity::Serious), None] {
			let bind = Call::bind_order { order: sends, during };
			records(by(DONOR_SENDS), bind, DONORS_SENDER, Action::OrderBound, &on);
		}

		let need = published(HOSPITAL_RECEIVES, masks(500));
		let ring = Call::ring { alarm: Alarm::Send { order: sends, need } };
		let subjects = [
			Subject::Order(sends),
			Subject::Need(need),
			Subject::Lot(goods),
			Subject::Transfer(TransferId(0)),
		];
		let itself = |order| (Actor::Order(order), None);
		records(by(NOBODY), ring, itself(sends), Action::OrderSent, &subjects);
		let ring = Call::ring { alarm: Alarm::Offer { order: offers } };
		let subjects = [Subject::Order(offers), Subject::Offer(OfferId(0)), Subject::Lot(soon)];
		records(by(NOBODY), ring, itself(offers), Action::OrderOffered, &subjects);

		let revoke = Call::revoke_order { order: sends };
		records(by(DONOR_SENDS), revoke, DONORS_SENDER, Action::OrderRevoked, &on);
		salus_primitives::mock::MockDirectory::wind_up(DONOR);
		let revoke = Call::revoke_order { order: offers };
		let on = [Subject::Order(offers)];
		records(by(NOBODY), revoke, STRANGER, Action::OrderRevoked, &on);
	});
}
