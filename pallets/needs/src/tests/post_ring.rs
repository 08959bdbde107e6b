//! Ringing without a signature.

use crate::{mock::*, *};
use codec::Encode;
use frame_support::{
	assert_ok,
	dispatch::{GetDispatchInfo, PostDispatchInfo},
	pallet_prelude::{
		InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction,
	},
	storage::{with_transaction, TransactionOutcome},
	weights::Weight,
};
use frame_system::offchain::CreateAuthorizedTransaction;
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	time::DAY,
	Action, Actor, NeedId, OfferId, OrderId,
};
use scale_info::{TypeDef, TypeInfo};
use sp_core::H256;
use sp_runtime::{
	traits::{Applyable, Checkable},
	ApplyExtrinsicResultWithInfo, DispatchError,
};

/// From where a transaction comes: into the pool, and into a block.
const EVERYWHERE: [TransactionSource; 3] =
	[TransactionSource::External, TransactionSource::Local, TransactionSource::InBlock];

fn transaction(alarm: Alarm, discriminator: u32) -> Extrinsic {
	let call = Call::post_ring { alarm, discriminator };
	<Test as CreateAuthorizedTransaction<Call<Test>>>::create_authorized_transaction(call.into())
}

fn validate(
	source: TransactionSource,
	alarm: Alarm,
) -> Result<ValidTransaction, TransactionValidityError> {
	let transaction = transaction(alarm, 0);
	let (info, len) = (transaction.get_dispatch_info(), transaction.encoded_size());
	let context = frame_system::ChainContext::<Test>::default();
	let checked = Checkable::check(transaction, &context).expect("there is nothing to check");
	checked.validate::<Test>(source, &info, len)
}

fn apply(alarm: Alarm, discriminator: u32) -> ApplyExtrinsicResultWithInfo<PostDispatchInfo> {
	let transaction = transaction(alarm, discriminator);
	let (info, len) = (transaction.get_dispatch_info(), transaction.encoded_size());
	let context = frame_system::ChainContext::<Test>::default();
	let checked = Checkable::check(transaction, &context).expect("there is nothing to check");
	checked.apply::<Test>(&info, len)
}

#[track_caller]
fn applied(alarm: Alarm, discriminator: u32) {
	assert!(apply(alarm, discriminator).is_ok_and(|dispatched| dispatched.is_ok()));
}

/// The byte by which a module error names an error of its pallet.
fn byte_of(error: DispatchError) -> u8 {
	match error {
		DispatchError::Module(module) => module.error[0],
		other => panic!("{other:?} is no error of a pallet"),
	}
}

/// Refuses an alarm in the pool; and if an author tries to put it into a block all the same, it does not
/// get there, and changes nothing.
#[track_caller]
fn refused_everywhere(alarm: Alarm, told: InvalidTransaction) {
	let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
	let before = root();
	for source in EVERYWHERE {
		assert_eq!(validate(source, alarm), Err(told.into()), "{source:?}");
	}
	assert_eq!(apply(alarm, 0), Err(told.into()));
	assert_eq!(root(), before);
}

/// Refuses an alarm with the number of an error.
#[track_caller]
fn refused_with(alarm: Alarm, error: Error<Test>) {
	refused_everywhere(alarm, InvalidTransaction::Custom(byte_of(error.into())));
}

/// One alarm of each sort, each of which does something once a day and a moment have passed.
fn one_of_each() -> [Alarm; 4] {
	lot(DONOR, MASKS, 100, None);
	lot(DONOR, RESPIRATORS, 10, Some(NOW + 9 * DAY));
	let oxygen = lot(CLINIC, OXYGEN, 10, None);
	let sends = given(DONOR_SENDS, sending());
	let offers = given(DONOR_SENDS, Instruction { class: RESPIRATORS, ..offering() });
	let need = published(HOSPITAL_RECEIVES, masks(10));
	let window = Window { from: None, until: NOW + DAY };
	let lapses = published(HOSPITAL_RECEIVES, Request { window, ..masks(10) });
	let over = offered(CLINIC_SENDS, Supply { until: NOW + DAY, ..supply(oxygen, 10) });
	[
		Alarm::Send { order: sends, need },
		Alarm::Offer { order: offers },
		Alarm::Lapse { need: lapses },
		Alarm::Release { offer: over },
	]
}

#[test]
fn an_alarm_that_does_something_is_taken_from_everywhere() {
	play(|| {
		let [send, offers, lapse, release] = one_of_each();
		pass(DAY + 1);
		// Goods go before upkeep.
		let (goods, upkeep) = (u64::MAX / 4 * 3, u64::MAX / 4);
		for (alarm, priority, provides) in [
			(send, goods, ("salus/needs", 0u8, 0u64)),
			(offers, goods, ("salus/needs", 0u8, 1u64)),
			(lapse, upkeep, ("salus/needs", 1u8, 1u64)),
			(release, upkeep, ("salus/needs", 2u8, 0u64)),
		] {
			let expected = ValidTransaction {
				priority,
				requires: vec![],
				provides: vec![provides.encode()],
				longevity: RETRY,
				propagate: true,
			};
			for source in EVERYWHERE {
				assert_eq!(validate(source, alarm), Ok(expected.clone()));
			}
		}
		for alarm in [send, offers, lapse, release] {
			applied(alarm, 7);
		}
		assert_eq!(made(transfers()[0]).serves.need, NeedId(0));
		assert_eq!(offer_of_order(OrderId(1)), Some(OfferId(1)));
		assert_eq!(need(NeedId(1)).escalations, 1);
		assert!(offer(OfferId(0)).ended.is_some());
	});
}

/// The offer that an order made.
fn offer_of_order(order: OrderId) -> Option<OfferId> {
	Offers::<Test>::iter().find(|(_, offer)| offer.order == Some(order)).map(|(id, _)| id)
}

#[test]
fn validating_changes_nothing() {
	play(|| {
		let alarms = one_of_each();
		pass(DAY + 1);
		let state = || {
			let root = sp_io::storage::root(sp_runtime::StateVersion::V1);
			(root, System::events().len(), MockTrail::records().len())
		};
		let before = state();
		for alarm in alarms {
			for source in EVERYWHERE {
				assert!(validate(source, alarm).is_ok());
				assert_eq!(state(), before);
			}
		}
	});
}

#[test]
fn an_alarm_that_does_nothing_is_refused_with_the_number_of_the_error() {
	play(|| {
		let [send, offer, lapse, release] = one_of_each();
		refused_with(lapse, Error::TimeNotOver);
		refused_with(release, Error::TimeNotOver);
		let (order, need) = (OrderId(9), NeedId(9));
		refused_with(Alarm::Send { order, need }, Error::OrderNotFound);
		refused_with(Alarm::Send { order: OrderId(0), need }, Error::NeedNotFound);
		refused_with(Alarm::Offer { order }, Error::OrderNotFound);
		refused_with(Alarm::Lapse { need }, Error::NeedNotFound);
		refused_with(Alarm::Release { offer: OfferId(9) }, Error::OfferNotFound);
		MockDirectory::set_active(DONOR, false);
		refused_with(offer, Error::GiverInactive);
		MockDirectory::set_active(DONOR, true);
		for order in [0, 1].map(OrderId) {
			assert_ok!(NeedsPallet::pause_order(by(DONOR_SENDS), order));
		}
		refused_with(send, Error::OrderPaused);
		refused_with(offer, Error::OrderPaused);
	});
}

#[test]
fn an_alarm_does_what_is_due_once() {
	play(|| {
		let alarms = one_of_each();
		pass(DAY + 1);
		for (alarm, error) in alarms.into_iter().zip([
			Error::NeedCovered,
			Error::BelowFloor,
			Error::TimeNotOver,
			Error::Ended,
		]) {
			applied(alarm, 0);
			refused_with(alarm, error);
		}
	});
}

#[test]
fn the_pool_and_a_block_take_an_alarm_if_and_only_if_ringing_does_something() {
	play(|| {
		one_of_each();
		let mut alarms = Vec::new();
		for id in 0..3 {
			let order = OrderId(id);
			alarms.extend((0..3).map(|need| Alarm::Send { order, need: NeedId(need) }));
			alarms.push(Alarm::Offer { order });
			alarms.push(Alarm::Lapse { need: NeedId(id) });
			alarms.push(Alarm::Release { offer: OfferId(id) });
		}
		let mut taken = 0;
		for time in [0, DAY, DAY + 1, 5 * DAY + 1, 9 * DAY, 40 * DAY] {
			turn_to(NOW + time);
			for alarm in &alarms {
				let rung = with_transaction(|| TransactionOutcome::Rollback(ring(*alarm)));
				let expected = rung.map_err(|error| match error {
					DispatchError::Module(module) => {
						InvalidTransaction::Custom(module.error[0]).into()
					}
					_ => TransactionValidityError::from(InvalidTransaction::Call),
				});
				for source in EVERYWHERE {
					assert_eq!(validate(source, *alarm).map(drop), expected, "{alarm:?}");
				}
				taken += u32::from(expected.is_ok());
			}
		}
		// Both ways were seen.
		assert!(taken > 4 && taken < 100, "{taken}");
	});
}

#[test]
fn what_is_no_error_of_a_pallet_has_no_number() {
	play(|| {
		let [send, ..] = one_of_each();
		refuse_transfers(true);
		refused_everywhere(send, InvalidTransaction::Call);
		refused(by(NOBODY), Call::ring { alarm: send }, FORBIDDEN);
		refuse_transfers(false);
		applied(send, 0);
	});
}

#[test]
fn in_safe_mode_no_alarm_is_taken() {
	play(|| {
		let alarms = one_of_each();
		pass(DAY + 1);
		set_safe_mode(true);
		let filtered: DispatchError = frame_system::Error::<Test>::CallFiltered.into();
		for alarm in alarms {
			refused_everywhere(alarm, InvalidTransaction::Call);
			refused(by(NOBODY), Call::ring { alarm }, filtered);
		}
		set_safe_mode(false);
		for alarm in alarms {
			applied(alarm, 0);
		}
	});
}

#[test]
fn an_alarm_provides_what_it_happens_to_and_not_which_attempt_it_is() {
	play(|| {
		let [send, ..] = one_of_each();
		let other = published(CLINIC_RECEIVES, masks(10));
		let provided = |alarm| validate(TransactionSource::External, alarm).map(|it| it.provides);
		// Two alarms of an order exclude each other in the pool.
		let again = Alarm::Send { order: OrderId(0), need: other };
		assert_eq!(provided(send), provided(again));
		assert_ne!(transaction(send, 0).encode(), transaction(send, 1).encode());
	});
}

#[test]
fn upkeep_is_recorded_as_done_by_the_proof_and_goods_move_by_the_order() {
	play(|| {
		let alarms = one_of_each();
		pass(DAY + 1);
		for (alarm, actor, action) in [
			(alarms[0], Actor::Order(OrderId(0)), Action::OrderSent),
			(alarms[1], Actor::Order(OrderId(1)), Action::OrderOffered),
			(alarms[2], Actor::Proof, Action::NeedEscalated),
			(alarms[3], Actor::Proof, Action::OfferReleased),
		] {
			let before = MockTrail::records().len();
			applied(alarm, 7);
			let digest = H256(sp_io::hashing::blake2_256(&(alarm, 7u32).encode()));
			let records = MockTrail::records().split_off(before);
			assert!(!records.is_empty());
			for record in records {
				let told = (record.actor, record.institution, record.action, record.digest);
				assert_eq!(told, (actor.clone(), None, action, digest));
			}
		}
	});
}

#[test]
fn no_signature_and_no_office_stands_for_the_authorization() {
	play(|| {
		let [send, ..] = one_of_each();
		for origin in [by(NOBODY), by(DONOR_SENDS), root(), RuntimeOrigin::none()] {
			let call = Call::post_ring { alarm: send, discriminator: 0 };
			refused(origin, call, DispatchError::BadOrigin);
		}
	});
}

#[test]
fn an_alarm_weighs_twice_what_ringing_does() {
	play(|| {
		let alarms = one_of_each();
		pass(DAY + 1);
		// As the mock's weights say: what each may weigh, and what it does.
		let weights = [
			(2_000 + FREEZING + 3_000_000, 2_000 + FREEZING + 1_000_000),
			(3_000, 3_000),
			(4_000 + FREEZING, 4_000 + FREEZING),
			(5_000, 5_000),
		];
		for (alarm, (most, actual)) in alarms.into_iter().zip(weights) {
			let (most, actual) = (Weight::from_parts(most, 0), Weight::from_parts(actual, 0));
			let info = transaction(alarm, 0).get_dispatch_info();
			// It is done twice, and once undone.
			assert_eq!((info.call_weight, info.extension_weight), (most, most));
			let dispatched = apply(alarm, 0).expect("it is let in");
			let weighed = dispatched.map(|info| info.actual_weight);
			assert_eq!(weighed, Ok(Some(actual + actual)));
		}
	});
}

#[test]
fn the_pool_is_told_the_number_that_the_metadata_has_for_an_error() {
	// In the metadata, a variant has a number and the name that Debug prints.
	let TypeDef::Variant(errors) = Error::<Test>::type_info().type_def else {
		panic!("errors are variants");
	};
	for error in [
		Error::<Test>::NotOwn,
		Error::NeedNotFound,
		Error::NeedNotOpen,
		Error::Ended,
		Error::TimeNotOver,
		Error::NeedCovered,
		Error::OfferNotFound,
		Error::BelowFloor,
		Error::TooManyOffers,
		Error::NotUrgentEnough,
		Error::KindOutsideScope,
		Error::RegionOutsideScope,
		Error::CapabilityMissing,
		Error::OrderNotFound,
		Error::OrderPaused,
		Error::OtherDuty,
		Error::OwnNeed,
		Error::ClassNotNeeded,
		Error::PeriodUsedUp,
		Error::NothingToSend,
		Error::NothingToOffer,
		Error::GiverInactive,
		Error::NeedEndsTooSoon,
	] {
		let name = format!("{error:?}");
		let listed = errors.variants.iter().find(|variant| variant.name == name);
		assert_eq!(listed.map(|variant| variant.index), Some(byte_of(error.into())), "{name}");
	}
}
