//! What other chains may make this one do: nothing but settle a version.

use crate::chain::{on, salus_state};
use codec::Encode;
use frame_support::assert_noop;
use salus_runtime::{configs::messaging::XcmConfig, PolkadotXcm, RuntimeCall, RuntimeOrigin, UNIT};
use sp_runtime::traits::BadOrigin;
use xcm::{latest::prelude::*, VersionedLocation, VersionedXcm};
use xcm_executor::XcmExecutor;

fn deliver(origin: Location, message: Xcm<RuntimeCall>) -> Outcome {
	XcmExecutor::<XcmConfig>::prepare_and_execute(
		origin,
		message,
		&mut [0; 32],
		Weight::MAX,
		Weight::zero(),
	)
}

fn origins() -> [Location; 5] {
	[
		Location::parent(),
		Location::new(1, [Parachain(1_000)]),
		Location::new(1, [Parachain(2_001), AccountId32 { network: None, id: [1; 32] }]),
		Location::new(1, [Plurality { id: BodyId::Executive, part: BodyPart::Voice }]),
		Location::here(),
	]
}

fn transact(origin_kind: OriginKind) -> Xcm<RuntimeCall> {
	let call = RuntimeCall::from(frame_system::Call::remark { remark: vec![] });
	Xcm(vec![
		UnpaidExecution { weight_limit: Unlimited, check_origin: None },
		Transact { origin_kind, fallback_max_weight: None, call: call.encode().into() },
	])
}

#[test]
fn nothing_that_moves_or_calls_passes_the_barrier() {
	let asset: Asset = (Location::parent(), UNIT).into();
	let beneficiary = Location::from(AccountId32 { network: None, id: [1; 32] });
	let deposit = |first: Instruction<RuntimeCall>| {
		Xcm(vec![
			first,
			BuyExecution { fees: asset.clone(), weight_limit: Unlimited },
			DepositAsset { assets: All.into(), beneficiary: beneficiary.clone() },
		])
	};
	let messages = [
		transact(OriginKind::Superuser),
		transact(OriginKind::Native),
		transact(OriginKind::SovereignAccount),
		deposit(WithdrawAsset(asset.clone().into())),
		deposit(ReceiveTeleportedAsset(asset.clone().into())),
		deposit(ReserveAssetDeposited(asset.clone().into())),
		deposit(ClaimAsset { assets: asset.clone().into(), ticket: Location::here() }),
		Xcm(vec![HrmpNewChannelOpenRequest {
			sender: 2_001,
			max_message_size: 1,
			max_capacity: 1,
		}]),
		Xcm(vec![Trap(1)]),
	];
	on("development", |_| {
		let before = salus_state();
		for origin in origins() {
			for message in &messages {
				let outcome = deliver(origin.clone(), message.clone());
				assert!(
					matches!(
						outcome,
						Outcome::Incomplete {
							error: InstructionError { error: XcmError::Barrier, .. },
							..
						} | Outcome::Error(InstructionError { error: XcmError::Barrier, .. })
					),
					"{message:?} from {origin:?}: {outcome:?}"
				);
			}
		}
		assert_eq!(salus_state(), before);
	});
}

#[test]
fn the_relay_chain_alone_may_subscribe_to_our_version() {
	let subscribe = || {
		Xcm(vec![SubscribeVersion { query_id: 0, max_response_weight: Weight::from_parts(1, 1) }])
	};
	let refused = |outcome: &Outcome| {
		matches!(outcome, Outcome::Error(InstructionError { error: XcmError::Barrier, .. }))
			|| matches!(
				outcome,
				Outcome::Incomplete {
					error: InstructionError { error: XcmError::Barrier, .. },
					..
				}
			)
	};
	on("development", |_| {
		for origin in origins() {
			let outcome = deliver(origin.clone(), subscribe());
			assert_eq!(refused(&outcome), origin != Location::parent(), "{origin:?}: {outcome:?}");
		}
	});
}

#[test]
fn no_local_origin_sends_or_executes() {
	on("development", |_| {
		let message = || Box::new(VersionedXcm::from(Xcm::<()>(vec![ClearOrigin])));
		let local = || Box::new(VersionedXcm::from(Xcm::<RuntimeCall>(vec![ClearOrigin])));
		let parent = || Box::new(VersionedLocation::from(Location::parent()));
		let signed = || RuntimeOrigin::signed(crate::chain::account("Alice"));
		for origin in [signed(), RuntimeOrigin::root()] {
			assert_noop!(PolkadotXcm::send(origin.clone(), parent(), message()), BadOrigin);
			let limit = Weight::from_parts(1_000_000_000, 100_000);
			let executed = PolkadotXcm::execute(origin.clone(), local(), limit);
			assert_noop!(executed.map_err(|refusal| refusal.error), BadOrigin);
			let assets = Box::new(Assets::from((Location::here(), UNIT)).into());
			assert_noop!(
				PolkadotXcm::transfer_assets(origin, parent(), parent(), assets, 0, Unlimited),
				BadOrigin
			);
		}
	});
}
