//! What the council decides, with how many seats.

use crate::chain::{address, hash_of, on, Chain};
use codec::Encode;
use frame_support::assert_ok;
use pallet_registry::Admission;
use salus_primitives::{InstitutionId, InstitutionKind, RegionCode, Text};
use salus_runtime::{
	configs::governance::CouncilCollective, presets::cast::COUNCIL, Registry, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeOrigin, System,
};
use sp_runtime::{
	traits::{BadOrigin, Dispatchable},
	DispatchResult,
};

type Council = pallet_collective::Call<Runtime, CouncilCollective>;

/// The seats named by `seats` carry a motion; returns what the motion's call did.
pub fn motion(chain: &mut Chain, seats: usize, call: RuntimeCall) -> DispatchResult {
	let index = pallet_collective::ProposalCount::<Runtime, CouncilCollective>::get();
	let length_bound = call.encoded_size() as u32;
	let proposal_hash = hash_of(&call);
	let threshold = u32::try_from(seats).expect("five seats");
	let propose = Council::propose { threshold, proposal: Box::new(call.clone()), length_bound };
	assert_ok!(chain.call(COUNCIL[0].1, propose));
	if seats > 1 {
		for (_, path) in &COUNCIL[..seats] {
			let vote = Council::vote { proposal: proposal_hash, index, approve: true };
			assert_ok!(chain.call(path, vote));
		}
		let proposal_weight_bound =
			frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call).call_weight;
		let close = Council::close { proposal_hash, index, proposal_weight_bound, length_bound };
		assert_ok!(chain.call(COUNCIL[0].1, close));
	}
	System::events()
		.into_iter()
		.rev()
		.find_map(|record| match record.event {
			RuntimeEvent::Council(pallet_collective::Event::Executed {
				proposal_hash: hash,
				result,
			}) if hash == proposal_hash => Some(result),
			_ => None,
		})
		.expect("the motion was carried and executed")
}

/// A clinic that nobody has admitted yet, with `//Zoe` as its admin.
pub fn admission() -> RuntimeCall {
	let admission = Admission {
		kind: InstitutionKind::Hospital,
		region: RegionCode::try_from("CN-HB").expect("a code"),
		name: Text::try_from("Xiaogan Clinic").expect("it fits"),
		external: None,
		parent: None,
		profile: None,
	};
	pallet_registry::Call::admit_institution { admission, admin: address("Zoe") }.into()
}

const NEWCOMER: InstitutionId = InstitutionId(38);

#[test]
fn three_of_five_seats_admit_an_institution() {
	on("development", |chain| {
		assert_ok!(motion(chain, 3, admission()));
		let clinic = Registry::institution(NEWCOMER).expect("it is admitted");
		assert_eq!(clinic.institution.name, Text::try_from("Xiaogan Clinic").expect("it fits"));
	});
}

#[test]
fn two_seats_admit_nobody() {
	on("development", |chain| {
		for seats in [1, 2] {
			assert_eq!(motion(chain, seats, admission()), Err(BadOrigin.into()));
			assert_eq!(Registry::institution(NEWCOMER), None);
		}
	});
}

#[test]
fn a_seat_that_leads_does_not_carry_a_motion_by_waiting() {
	on("development", |chain| {
		let (_, prime) = COUNCIL[0];
		pallet_membership::Pallet::<Runtime, pallet_membership::Instance1>::set_prime(
			RuntimeOrigin::root(),
			address(prime),
		)
		.expect("root appoints a prime");
		let call = admission();
		let index = pallet_collective::ProposalCount::<Runtime, CouncilCollective>::get();
		let (length_bound, proposal_hash) = (call.encoded_size() as u32, hash_of(&call));
		let propose = Council::propose { threshold: 3, proposal: Box::new(call), length_bound };
		assert_ok!(chain.call(prime, propose));
		let vote = Council::vote { proposal: proposal_hash, index, approve: true };
		assert_ok!(chain.call(prime, vote));
		let now = System::block_number();
		System::set_block_number(now + salus_runtime::configs::governance::MotionDuration::get());
		let proposal_weight_bound = frame_support::weights::Weight::from_parts(1 << 40, 1 << 20);
		let close = Council::close { proposal_hash, index, proposal_weight_bound, length_bound };
		assert_ok!(Dispatchable::dispatch(
			RuntimeCall::from(close),
			RuntimeOrigin::signed(crate::chain::account(prime))
		));
		System::set_block_number(now);
		assert!(System::events().into_iter().any(|record| matches!(
			record.event,
			RuntimeEvent::Council(pallet_collective::Event::Disapproved { .. })
		)));
		assert_eq!(Registry::institution(NEWCOMER), None);
	});
}

#[test]
fn three_seats_do_not_change_the_council_but_four_do() {
	on("development", |chain| {
		let add = || -> RuntimeCall {
			pallet_membership::Call::<Runtime, pallet_membership::Instance1>::add_member {
				who: address("Zoe"),
			}
			.into()
		};
		assert_eq!(motion(chain, 3, add()), Err(BadOrigin.into()));
		assert_ok!(motion(chain, 4, add()));
		let members = pallet_collective::Members::<Runtime, CouncilCollective>::get();
		assert_eq!(members.len(), 6);
	});
}

#[test]
fn root_takes_two_motions_and_the_second_takes_four_seats() {
	on("development", |chain| {
		let code_hash = sp_core::H256::repeat_byte(7);
		let upgrade: RuntimeCall = frame_system::Call::authorize_upgrade { code_hash }.into();
		let dispatch = || -> RuntimeCall {
			pallet_whitelist::Call::dispatch_whitelisted_call_with_preimage {
				call: Box::new(upgrade.clone()),
			}
			.into()
		};
		assert_eq!(motion(chain, 5, upgrade.clone()), Err(BadOrigin.into()));
		// Before the call is whitelisted, the motion to dispatch it only waits.
		assert_ok!(motion(chain, 4, dispatch()));
		assert!(System::authorized_upgrade().is_none());
		let relay = dispatch();
		let unknown = pallet_whitelist::Error::<Runtime>::CallIsNotWhitelisted;
		assert_eq!(chain.refused("Alice", relay), unknown.into());
		let whitelist =
			pallet_whitelist::Call::whitelist_call { call_hash: hash_of(&upgrade) }.into();
		assert_ok!(motion(chain, 3, whitelist));
		assert_eq!(motion(chain, 3, dispatch()), Err(BadOrigin.into()));
		assert!(System::authorized_upgrade().is_none());
		assert_ok!(motion(chain, 4, dispatch()));
		assert!(System::authorized_upgrade().is_some());
	});
}
