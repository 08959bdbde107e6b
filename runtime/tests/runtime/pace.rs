//! How fast blocks may come, and what they may hold.

use crate::chain::on;
use cumulus_primitives_core::CumulusDigestItem;
use frame_support::{
	assert_ok,
	dispatch::{DispatchClass, GetDispatchInfo},
	traits::{schedule::DispatchTime, Authorize},
	weights::{constants::WEIGHT_REF_TIME_PER_SECOND, Weight},
};
use frame_system::limits::BlockWeights;
use pallet_needs::Alarm;
use pallet_reallocation::{Goods, LineOrder, LineOrders, MAX_LINES, MAX_STEP};
use salus_primitives::{
	Ballots, ClassId, InstitutionId, NeedId, OfferId, OrderId, PlanId, RoundId,
};
use salus_runtime::{
	configs::{
		assembly::Polls,
		consensus::{ReservedDmpWeight, ReservedXcmpWeight},
		governance::{CouncilCollective, MaxProposalWeight, MaxScheduledWeight},
		messaging::MessageQueueServiceWeight,
		system::{LargestTransaction, MaxServiceWeight},
	},
	BlockNumber, Hash, Runtime, RuntimeCall, System, BLOCK_SHARE, MAXIMUM_BLOCK_RATE,
	MAXIMUM_BLOCK_WEIGHT, MILLISECS_PER_BLOCK, NORMAL_DISPATCH_RATIO,
	RELAY_CHAIN_SLOT_DURATION_MILLIS, SLOT_DURATION, TARGET_BLOCK_RATE,
	UNINCLUDED_SEGMENT_CAPACITY,
};
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};

const TOO_HEAVY: TransactionValidityError =
	TransactionValidityError::Invalid(InvalidTransaction::ExhaustsResources);

#[test]
fn the_target_is_a_block_every_two_seconds() {
	assert_eq!(MILLISECS_PER_BLOCK, 2_000);
	assert_eq!(SLOT_DURATION, u64::from(RELAY_CHAIN_SLOT_DURATION_MILLIS));
	assert_eq!(UNINCLUDED_SEGMENT_CAPACITY, 9);
	const { assert!(TARGET_BLOCK_RATE <= MAXIMUM_BLOCK_RATE) };
}

#[test]
fn blocks_may_come_every_half_second_for_many_slots() {
	on("development", |chain| {
		for _ in 0..5 * MAXIMUM_BLOCK_RATE {
			chain.advance(500);
		}
	});
}

#[test]
fn blocks_may_come_slower_than_slots() {
	on("development", |chain| {
		for _ in 0..5 {
			chain.advance(20_000);
		}
	});
}

#[test]
#[should_panic(expected = "authored blocks limit is reached")]
fn faster_blocks_are_refused() {
	on("development", |chain| {
		for _ in 0..2 * MAXIMUM_BLOCK_RATE {
			chain.advance(100);
		}
	});
}

fn limits() -> BlockWeights {
	<Runtime as frame_system::Config>::BlockWeights::get()
}

fn takes_the_core() -> bool {
	CumulusDigestItem::contains_use_full_core(&System::digest())
}

/// An ordinary transaction with `mebibytes` of data.
fn remark(mebibytes: usize) -> RuntimeCall {
	frame_system::Call::remark { remark: vec![0; mebibytes * 1024 * 1024] }.into()
}

/// An operational transaction that says it needs `weight`; it fails, having been charged for that.
fn operational(weight: Weight) -> RuntimeCall {
	pallet_collective::Call::<Runtime, CouncilCollective>::close {
		proposal_hash: Hash::zero(),
		index: 0,
		proposal_weight_bound: weight,
		length_bound: 0,
	}
	.into()
}

#[test]
fn three_blocks_share_a_core() {
	assert_eq!(
		BLOCK_SHARE,
		Weight::from_parts(2 * WEIGHT_REF_TIME_PER_SECOND / 3, 10 * 1024 * 1024 / 3)
	);
	on("development", |chain| {
		assert_eq!(limits().max_block, BLOCK_SHARE, "a header that names no cores stands for one");
		for index in 0..3 {
			chain.advance_on(1, index);
			System::note_inherents_applied();
			assert_eq!(limits().max_block, BLOCK_SHARE);
			let normal = limits().get(DispatchClass::Normal).max_total;
			assert_eq!(normal, Some(NORMAL_DISPATCH_RATIO * BLOCK_SHARE));
		}
	});
}

#[test]
fn with_three_cores_a_block_has_one_of_its_own() {
	on("development", |chain| {
		for (cores, limit) in [
			(2, MAXIMUM_BLOCK_WEIGHT.saturating_div(2)),
			(3, MAXIMUM_BLOCK_WEIGHT),
			(4, MAXIMUM_BLOCK_WEIGHT),
		] {
			chain.advance_on(cores, 0);
			System::note_inherents_applied();
			assert_eq!(limits().max_block, limit, "{cores} cores");
		}
	});
}

#[test]
fn the_largest_transaction_fits_into_every_block() {
	on("development", |chain| {
		let largest = LargestTransaction::get();
		for (cores, index) in [(1, 0), (1, 1), (3, 0)] {
			chain.advance_on(cores, index);
			System::note_inherents_applied();
			let normal = limits().get(DispatchClass::Normal).max_extrinsic;
			assert!(normal.is_some_and(|normal| largest.all_lte(normal)));
			assert_ok!(chain.call("Alice", remark(1)));
			assert!(!takes_the_core());
		}
	});
}

#[test]
fn a_transaction_takes_a_whole_core_only_in_its_first_block() {
	let operational = operational(MaxProposalWeight::get());
	assert!(MaxProposalWeight::get().all_gt(BLOCK_SHARE));
	assert_eq!(operational.get_dispatch_info().class, DispatchClass::Operational);
	for heavy in [operational, remark(3)] {
		on("development", |chain| {
			chain.advance_on(1, 0);
			assert!(chain.submit("Alice", heavy.clone()).is_ok());
			assert!(takes_the_core(), "the collator ends the bundle here");
			assert_eq!(limits().max_block, MAXIMUM_BLOCK_WEIGHT);

			chain.advance_on(1, 1);
			assert_eq!(chain.submit("Alice", heavy), Err(TOO_HEAVY));
			assert!(!takes_the_core());
		});
	}
}

#[test]
fn anybody_can_seal_the_largest_round_on_one_core() {
	on("development", |chain| {
		let seal = RuntimeCall::from(pallet_efficiency::Call::seal { round: RoundId(9) });
		chain.advance_on(1, 0);
		assert!(chain.submit("Alice", seal).is_ok(), "charged for the largest, whichever it is");
	});
}

#[test]
fn an_alarm_that_nobody_pays_for_takes_a_small_part_of_a_block() {
	let (order, need, offer) = (OrderId(0), NeedId(0), OfferId(0));
	for alarm in [
		Alarm::Send { order, need },
		Alarm::Offer { order },
		Alarm::Lapse { need },
		Alarm::Release { offer },
	] {
		let call = RuntimeCall::from(pallet_needs::Call::post_ring { alarm, discriminator: 0 });
		let whole = call.get_dispatch_info().call_weight.saturating_add(call.weight_of_authorize());
		let part = LargestTransaction::get().saturating_div(8);
		assert!(whole.all_lte(part), "{alarm:?} takes {whole} of {part}");
	}
}

#[test]
fn a_plan_of_the_heaviest_lines_is_put_to_the_vote_and_carried_out_by_anybody() {
	let line = LineOrder {
		giver: InstitutionId(0),
		goods: Goods::Class(ClassId(0)),
		receiver: InstitutionId(1),
		serves: None,
		quantity: 1,
	};
	let lines = LineOrders::truncate_from(vec![line; MAX_LINES as usize]);
	let decide =
		pallet_reallocation::Call::decide_plan { lines, dispatch_by: 0, receive_by: 0 }.into();
	let soon = DispatchTime::After(0);
	assert_eq!(<Polls as Ballots<BlockNumber>>::check(&decide, &soon), Ok(()));
	let step = pallet_reallocation::Call::carry_out { plan: PlanId(0), most: MAX_STEP };
	let whole = RuntimeCall::from(step).get_dispatch_info().call_weight;
	assert!(whole.all_lte(LargestTransaction::get()), "{whole}");
}

#[test]
fn what_runs_in_every_block_fits_into_its_share() {
	let hooks = MaxScheduledWeight::get().saturating_add(MessageQueueServiceWeight::get());
	assert!(hooks.all_lt(BLOCK_SHARE));
	let messages = ReservedDmpWeight::get().saturating_add(ReservedXcmpWeight::get());
	assert!(messages.all_lt(BLOCK_SHARE));
	assert!(MaxServiceWeight::get().all_lt(BLOCK_SHARE));
}
