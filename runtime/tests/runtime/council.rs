//! What the council decides, with how many seats, and whose votes count.

use crate::{
	assembly::assembly_decides,
	chain::{account, address, hash_of, on, sign, Chain},
};
use codec::Encode;
use frame_support::{
	assert_ok,
	dispatch::GetDispatchInfo,
	migrations::{FailedMigrationHandler, FailedMigrationHandling},
	traits::fungible::InspectHold,
};
use pallet_circulation::{MissingGoods, Outcome};
use pallet_registry::Admission;
use pallet_seats::Error as SeatsError;
use salus_primitives::{
	Capability, Directory, InstitutionId, InstitutionKind, RegionCode, Role, RoundId, Standing,
	Text, Track, TransferId,
};
use salus_runtime::{
	configs::{governance::CouncilCollective, motions::Motion},
	presets::cast::{self, COUNCIL},
	AccountId, Balances, Hash, Registry, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin,
	SafeMode, Seats, System, MILLIUNIT, UNIT,
};
use sp_runtime::{
	traits::{BadOrigin, Dispatchable},
	DispatchError, DispatchResult,
};
use std::collections::BTreeSet;

type Council = pallet_collective::Call<Runtime, CouncilCollective>;

/// The keys of the first seats.
fn first(seats: usize) -> Vec<&'static str> {
	COUNCIL[..seats].iter().map(|(_, path)| *path).collect()
}

/// The call with which a seat proposes a motion.
fn proposal(threshold: usize, call: RuntimeCall) -> RuntimeCall {
	let threshold = u32::try_from(threshold).expect("five seats");
	let length_bound = call.encoded_size() as u32;
	Council::propose { threshold, proposal: Box::new(call.into()), length_bound }.into()
}

/// The seats of these keys carry a motion, which the first of them proposes; returns what the motion's
/// call did.
pub fn motion_of(chain: &mut Chain, paths: &[&str], call: RuntimeCall) -> DispatchResult {
	let index = pallet_collective::ProposalCount::<Runtime, CouncilCollective>::get();
	let proposal_hash = hash_of(&call);
	assert_ok!(chain.call(paths[0], proposal(paths.len(), call.clone())));
	if paths.len() > 1 {
		for path in paths {
			let vote = Council::vote { proposal: proposal_hash, index, approve: true };
			assert_ok!(chain.call(path, vote));
		}
		chain.call(paths[0], close(&call, index))?;
	}
	executed(proposal_hash)
}

/// The call with which a motion is closed.
fn close(call: &RuntimeCall, index: u32) -> RuntimeCall {
	Council::close {
		proposal_hash: hash_of(call),
		index,
		proposal_weight_bound: call.get_dispatch_info().call_weight,
		length_bound: call.encoded_size() as u32,
	}
	.into()
}

/// One more seat votes aye on the newest motion, and closes it; returns what the motion's call did.
fn joined(chain: &mut Chain, path: &str, call: &RuntimeCall) -> DispatchResult {
	let index = pallet_collective::ProposalCount::<Runtime, CouncilCollective>::get() - 1;
	let vote = Council::vote { proposal: hash_of(call), index, approve: true };
	assert_ok!(chain.call(path, vote));
	chain.call(path, close(call, index))?;
	executed(hash_of(call))
}

/// What the call of the motion did that was carried last under this hash.
fn executed(proposal_hash: Hash) -> DispatchResult {
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

/// The first `seats` seats carry a motion; returns what the motion's call did.
pub fn motion(chain: &mut Chain, seats: usize, call: RuntimeCall) -> DispatchResult {
	motion_of(chain, &first(seats), call)
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

/// The commission of a seat.
fn commission(seat: usize) -> InstitutionId {
	cast::seats()[seat].0
}

fn suspend(institution: InstitutionId) -> RuntimeCall {
	pallet_registry::Call::suspend_institution { institution }.into()
}

fn licence(chain: &Chain, institution: InstitutionId) -> RuntimeCall {
	let (capability, expires) = (Capability::ColdChain, chain.now + 1_000_000_000);
	pallet_registry::Call::grant_licence { institution, capability, expires, claim: None }.into()
}

fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
	pallet_utility::Call::batch_all { calls }.into()
}

/// A batch of a call and a remark, so that the transaction of the key at `path` has so many bytes.
fn of_length(length: usize, path: &str, call: &RuntimeCall) -> RuntimeCall {
	let with = |remark: usize| {
		let remark = frame_system::Call::remark { remark: vec![0; remark] };
		batch(vec![call.clone(), remark.into()])
	};
	let rest = sign(path, with(length)).encoded_size() - length;
	let call = with(length - rest);
	assert_eq!(sign(path, call.clone()).encoded_size(), length);
	call
}

fn members() -> Vec<AccountId> {
	pallet_collective::Members::<Runtime, CouncilCollective>::get()
}

/// What a call is answered with that may not be made now.
fn filtered() -> DispatchResult {
	error(frame_system::Error::<Runtime>::CallFiltered)
}

fn error(error: impl Into<DispatchError>) -> DispatchResult {
	Err(error.into())
}

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
		<salus_runtime::Council as frame_support::traits::ChangeMembers<AccountId>>::set_prime(
			Some(account(prime)),
		);
		let call = admission();
		let index = pallet_collective::ProposalCount::<Runtime, CouncilCollective>::get();
		let (length_bound, proposal_hash) = (call.encoded_size() as u32, hash_of(&call));
		assert_ok!(chain.call(prime, proposal(3, call)));
		let vote = Council::vote { proposal: proposal_hash, index, approve: true };
		assert_ok!(chain.call(prime, vote));
		let now = System::block_number();
		System::set_block_number(now + salus_runtime::configs::governance::MotionDuration::get());
		let proposal_weight_bound = frame_support::weights::Weight::from_parts(1 << 40, 1 << 20);
		let close = Council::close { proposal_hash, index, proposal_weight_bound, length_bound };
		assert_ok!(Dispatchable::dispatch(
			RuntimeCall::from(close),
			RuntimeOrigin::signed(account(prime))
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
fn a_motion_is_known_by_the_hash_of_its_call() {
	assert_eq!(Motion(admission()).encode(), admission().encode());
}

#[test]
fn a_seat_does_not_vote_on_its_own_licence() {
	on("development", |chain| {
		let call = licence(chain, commission(0));
		assert_eq!(motion(chain, 3, call.clone()), filtered());
		assert_ok!(joined(chain, COUNCIL[3].1, &call));
		assert!(<Registry as Directory<AccountId>>::is_licensed(
			commission(0),
			Capability::ColdChain
		));
		// Alone, a seat is not the council, and not on itself either.
		let alone = licence(chain, commission(1));
		assert_eq!(motion_of(chain, &[COUNCIL[1].1], alone), Err(BadOrigin.into()));
	});
}

#[test]
fn a_seat_does_not_vote_on_itself_in_a_batch() {
	on("development", |chain| {
		let own = licence(chain, commission(0));
		let bundle = batch(vec![own.clone(), admission()]);
		assert_eq!(motion(chain, 3, bundle.clone()), filtered());
		// It lowers nothing for the rest: three of all five, besides the one concerned.
		assert_ok!(joined(chain, COUNCIL[3].1, &bundle));
	});
}

#[test]
fn a_majority_does_not_silence_its_opponents() {
	on("development", |chain| {
		let opponent = commission(4);
		let few = error(SeatsError::<Runtime>::TooFewAyes);
		assert_eq!(motion(chain, 3, suspend(opponent)), few);
		let bundle = batch(vec![licence(chain, commission(3)), suspend(opponent)]);
		assert_eq!(motion(chain, 3, bundle), few);
		let admins = vec![address("Zoe")].try_into().expect("one account fits");
		let replace = pallet_registry::Call::replace_agents { institution: opponent, admins };
		assert_eq!(motion(chain, 3, replace.into()), few);
		assert_eq!(members().len(), 5);
		assert_ok!(motion(chain, 4, suspend(opponent)));
		assert_eq!(members().len(), 4);
		assert!(!members().contains(&account(COUNCIL[4].1)));
		let refusal = pallet_collective::Error::<Runtime, CouncilCollective>::NotMember;
		assert_eq!(chain.refused(COUNCIL[4].1, proposal(3, admission())), refusal.into());
		let reinstate = pallet_registry::Call::reinstate_institution { institution: opponent };
		assert_ok!(motion(chain, 4, reinstate.into()));
		assert_eq!(members().len(), 5);
	});
}

#[test]
fn a_majority_does_not_name_who_votes_for_an_institution_without_a_seat() {
	on("development", |chain| {
		let agent = Registry::agent_of(account("CN-TJ")).expect("each commission has an agent");
		let admins = vec![address("Zoe")].try_into().expect("one account fits");
		let replace =
			pallet_registry::Call::replace_agents { institution: agent.institution, admins };
		let few = error(SeatsError::<Runtime>::TooFewAyes);
		assert_eq!(motion(chain, 3, replace.clone().into()), few);
		assert_eq!(motion(chain, 3, batch(vec![admission(), replace.clone().into()])), few);
		assert_ok!(motion(chain, 4, replace.into()));
	});
}

#[test]
fn a_seat_does_not_defeat_a_motion_about_itself_with_its_own_aye() {
	on("development", |chain| {
		let (opponent, path) = (commission(4), COUNCIL[4].1);
		let call = suspend(opponent);
		let (index, hash) = (0, hash_of(&call));
		assert_ok!(chain.call(COUNCIL[0].1, proposal(4, call.clone())));
		let vote = || Council::vote { proposal: hash, index, approve: true };
		for (_, path) in &COUNCIL[..3] {
			assert_ok!(chain.call(path, vote()));
		}
		assert_ok!(chain.call(path, vote()));
		// Four ayes, three of them of others: the motion waits for the fourth of those.
		assert_eq!(chain.call(path, close(&call, index)), filtered());
		assert_eq!(chain.call(path, batch(vec![close(&call, index)])), filtered());
		assert_ok!(joined(chain, COUNCIL[3].1, &call));
		assert!(!members().contains(&account(path)));
	});
}

#[test]
fn a_motion_that_only_its_own_seat_completes_fails_at_its_end() {
	on("development", |chain| {
		let call = suspend(commission(4));
		let (index, hash) = (0, hash_of(&call));
		assert_ok!(chain.call(COUNCIL[0].1, proposal(4, call.clone())));
		for place in [0, 1, 2, 4] {
			let vote = Council::vote { proposal: hash, index, approve: true };
			assert_ok!(chain.call(COUNCIL[place].1, vote));
		}
		let close = close(&call, index);
		let by = |path| RuntimeOrigin::signed(account(path));
		let now = System::block_number();
		System::set_block_number(now + salus_runtime::configs::governance::MotionDuration::get());
		assert_ok!(close.dispatch(by(COUNCIL[4].1)));
		assert_eq!(executed(hash), error(SeatsError::<Runtime>::TooFewAyes));
		System::set_block_number(now);
		assert_eq!(members().len(), 5);
	});
}

#[test]
fn a_commission_without_a_seat_is_suspended_by_three() {
	on("development", |chain| {
		let tianjin = Registry::agent_of(account("CN-TJ")).expect("each commission has an agent");
		assert_ok!(motion(chain, 3, suspend(tianjin.institution)));
		let standing = <Registry as Directory<AccountId>>::standing(tianjin.institution);
		assert_eq!(standing, Some(Standing::Suspended));
	});
}

#[test]
fn a_motion_is_about_no_more_than_is_looked_at() {
	on("development", |chain| {
		let remark = |number: u32| -> RuntimeCall {
			frame_system::Call::remark { remark: number.encode() }.into()
		};
		let resolve = |transfer: u64| -> RuntimeCall {
			pallet_circulation::Call::resolve {
				transfer: TransferId(transfer),
				leg: 0,
				outcome: Outcome::Missing(MissingGoods::Found),
				quantity: 1,
				document: None,
				event: None,
			}
			.into()
		};
		let too_many = SeatsError::<Runtime>::TooManyParts;
		let calls = |count| batch((0..count).map(remark).collect());
		assert_eq!(Seats::explain_motion(calls(127).into()), None);
		assert_eq!(Seats::explain_motion(calls(128).into()), Some(too_many));
		let nested = batch(vec![calls(64), calls(64)]);
		assert_eq!(Seats::explain_motion(nested.into()), Some(SeatsError::TooManyParts));

		// One seat alone is heard at once, and makes the chain read no more than that.
		let (_, path) = COUNCIL[0];
		let lot = crate::claims::donated_masks(chain, 100);
		for _ in 0..9 {
			let proposal = crate::claims::gift(chain, &[(lot, 1)]);
			assert_ok!(chain.call("Alice", pallet_circulation::Call::propose { proposal }));
		}
		let of_eight = batch((0..8).chain(0..8).map(resolve).collect());
		assert_eq!(motion_of(chain, &[path], of_eight), Err(BadOrigin.into()));
		let of_nine = batch((0..9).map(resolve).collect());
		assert_eq!(motion_of(chain, &[path], of_nine), error(SeatsError::<Runtime>::TooManyParts));
	});
}

#[test]
fn an_institution_without_a_seat_is_suspended_by_three() {
	on("development", |chain| {
		assert_ok!(motion(chain, 3, suspend(InstitutionId(2))));
		let standing = <Registry as Directory<AccountId>>::standing(InstitutionId(2));
		assert_eq!(standing, Some(Standing::Suspended));
	});
}

#[test]
fn an_admin_of_the_commission_names_another_speaker() {
	on("development", |chain| {
		let (_, path) = COUNCIL[0];
		let gift = pallet_balances::Call::transfer_keep_alive { dest: address("Zoe"), value: UNIT };
		assert_ok!(chain.call(path, gift));
		let roles = BTreeSet::from([Role::Statistics]).try_into().expect("one role fits");
		let invite = pallet_registry::Call::invite_agent { who: address("Zoe"), roles };
		assert_ok!(chain.call(path, invite));
		let institution = commission(0);
		let accept = pallet_registry::Call::accept_invitation { institution };
		assert_ok!(chain.call("Zoe", accept));
		assert_ok!(chain.call(path, pallet_seats::Call::reassign_seat { speaker: address("Zoe") }));
		assert!(members().contains(&account("Zoe")));
		assert!(!members().contains(&account(path)));
	});
}

#[test]
fn one_seat_does_not_fill_the_agenda() {
	on("development", |chain| {
		let (_, path) = COUNCIL[0];
		let remark = |number: u8| -> RuntimeCall {
			frame_system::Call::remark { remark: vec![number] }.into()
		};
		for number in 0..4 {
			assert_ok!(chain.call(path, proposal(3, remark(number))));
		}
		assert_eq!(Seats::motions_left(commission(0)), Some(0));
		let refusal = SeatsError::<Runtime>::TooManyMotions;
		assert_eq!(chain.refused(path, proposal(3, remark(4))), refusal.into());
		// The first eight are free; the ninth costs a tenth of a token.
		let held = |path: &str| Balances::total_balance_on_hold(&account(path));
		for number in 4..8 {
			assert_ok!(chain.call(COUNCIL[1].1, proposal(3, remark(number))));
		}
		assert_eq!(held(COUNCIL[1].1), 0);
		assert_ok!(chain.call(COUNCIL[2].1, proposal(3, remark(8))));
		assert_eq!(held(COUNCIL[2].1), 100 * MILLIUNIT);
		assert_ok!(chain.call(COUNCIL[2].1, proposal(3, remark(9))));
		assert_eq!(held(COUNCIL[2].1), 205 * MILLIUNIT);
	});
}

#[test]
fn a_motion_whose_date_is_past_is_refused_by_its_name() {
	on("development", |chain| {
		let (_, path) = COUNCIL[0];
		let expired: RuntimeCall = pallet_registry::Call::grant_licence {
			institution: InstitutionId(1),
			capability: Capability::ColdChain,
			expires: chain.now,
			claim: None,
		}
		.into();
		let refusals = [
			(expired.clone(), SeatsError::LicenceExpired),
			(batch(vec![admission(), expired]), SeatsError::LicenceExpired),
			((0..5).fold(admission(), |call, _| batch(vec![call])), SeatsError::TooDeep),
		];
		for (call, refusal) in refusals {
			let refusal: SeatsError<Runtime> = refusal;
			assert_eq!(Seats::explain_motion(call.clone().into()), Some(refusal));
			let refusal = Seats::explain_motion(call.clone().into()).expect("it is refused");
			let refusal = DispatchError::from(refusal);
			assert_eq!(chain.refused(path, proposal(3, call.clone())), refusal);
			assert_eq!(chain.refused(path, batch(vec![proposal(3, call)])), refusal);
		}
		assert_eq!(Seats::explain_motion(admission().into()), None);
	});
}

#[test]
fn a_motion_in_a_transaction_of_more_than_128_kib_is_not_looked_at() {
	on("development", |chain| {
		const LONGEST: usize = 128 * 1024;
		let (_, path) = COUNCIL[0];
		let call = (0..5).fold(admission(), |call, _| batch(vec![call]));
		let refusal: DispatchError = SeatsError::<Runtime>::TooDeep.into();
		let proposal = proposal(3, call.clone());
		assert_eq!(chain.refused(path, of_length(LONGEST, path, &proposal)), refusal);
		assert_ok!(chain.call(path, of_length(LONGEST + 1, path, &proposal)));
		// The council carries it, and it fails by the same name.
		for path in first(2) {
			let vote = Council::vote { proposal: hash_of(&call), index: 0, approve: true };
			assert_ok!(chain.call(path, vote));
		}
		assert_eq!(joined(chain, COUNCIL[2].1, &call), Err(refusal));
	});
}

#[test]
fn all_seats_together_schedule_nothing() {
	on("development", |chain| {
		use pallet_scheduler::{Agenda, Call};
		let (when, after, id) = (System::block_number() + 1_000, 1_000, [7; 32]);
		let (maybe_periodic, priority) = (Some((1, u32::MAX)), 0);
		let call = || Box::new(admission());
		let calls: [Call<Runtime>; 4] = [
			Call::schedule { when, maybe_periodic, priority, call: call() },
			Call::schedule_named { id, when, maybe_periodic, priority, call: call() },
			Call::schedule_after { after, maybe_periodic, priority, call: call() },
			Call::schedule_named_after { id, after, maybe_periodic, priority, call: call() },
		];
		let scheduled = || Agenda::<Runtime>::iter().collect::<Vec<_>>();
		let before = scheduled();
		for call in calls.map(RuntimeCall::from) {
			assert_eq!(motion(chain, 5, call.clone()), Err(BadOrigin.into()));
			assert_eq!(motion(chain, 5, batch(vec![call])), Err(BadOrigin.into()));
			chain.advance(2_000);
		}
		assert_eq!(scheduled(), before);
	});
}

#[test]
fn all_seats_together_call_off_nothing_that_is_scheduled() {
	on("development", |chain| {
		use pallet_scheduler::{Agenda, Call};
		let (when, index, id, period) = (System::block_number() + 1_000, 0, [7; 32], 1);
		let call = Box::new(admission());
		let schedule = Call::schedule_named { id, when, maybe_periodic: None, priority: 0, call };
		assert_ok!(RuntimeCall::from(schedule).dispatch(RuntimeOrigin::root()));
		let calls: [Call<Runtime>; 3] = [
			Call::cancel { when, index },
			Call::cancel_named { id },
			Call::set_retry_named { id, retries: 255, period },
		];
		let before = Agenda::<Runtime>::get(when);
		for call in calls {
			assert_eq!(motion(chain, 5, call.into()), Err(BadOrigin.into()));
		}
		assert_eq!(Agenda::<Runtime>::get(when), before);
		assert_eq!(before.iter().flatten().count(), 1);
	});
}

#[test]
fn a_failed_migration_leaves_council_and_assembly_a_way_to_mend_the_chain() {
	on("development", |chain| {
		type Handler = <Runtime as pallet_migrations::Config>::FailedMigrationHandler;
		assert_eq!(Handler::failed(Some(0)), FailedMigrationHandling::ForceUnstuck);
		assert!(SafeMode::is_entered());
		let filtered: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
		let lot = crate::claims::register(chain, crate::claims::masks("B-1"), 10);
		assert_eq!(chain.refused("Alice", lot.clone()), filtered);
		assert_eq!(chain.refused("Alice", batch(vec![lot.clone()])), filtered);
		assert_eq!(motion(chain, 3, admission()), Err(filtered));
		// Workers go on proving: sealed figures must not run out of time.
		let batch = pallet_efficiency::CertificateBatch {
			round: RoundId(9),
			fingerprint: Hash::zero(),
			size: pallet_efficiency::SampleSize { listed: 3, dmus: 3, columns: 2 },
			certificates: Default::default(),
		};
		let prove = pallet_efficiency::Call::submit_certificates { batch };
		assert_ne!(chain.refused("Alice", prove), filtered);

		let code_hash = sp_core::H256::repeat_byte(7);
		let upgrade: RuntimeCall = frame_system::Call::authorize_upgrade { code_hash }.into();
		let whitelist =
			pallet_whitelist::Call::whitelist_call { call_hash: hash_of(&upgrade) }.into();
		assert_ok!(motion(chain, 4, whitelist));
		let dispatch = pallet_whitelist::Call::dispatch_whitelisted_call_with_preimage {
			call: Box::new(upgrade),
		};
		assert_ok!(assembly_decides(chain, Track::Emergency, dispatch.into()));
		assert!(System::authorized_upgrade().is_some());
		chain.advance(6_000);

		let exit = || -> RuntimeCall { pallet_safe_mode::Call::force_exit {}.into() };
		assert_eq!(motion(chain, 3, exit()), Err(BadOrigin.into()));
		assert_ok!(motion(chain, 4, exit()));
		assert_ok!(chain.call("Alice", lot));
	});
}

#[test]
fn nobody_enters_the_safe_mode_but_four_seats() {
	on("development", |chain| {
		let enter = pallet_safe_mode::Call::enter {};
		let refusal = pallet_safe_mode::Error::<Runtime>::NotConfigured;
		assert_eq!(chain.refused("Alice", enter), refusal.into());
		let enter = || -> RuntimeCall { pallet_safe_mode::Call::force_enter {}.into() };
		assert_eq!(motion(chain, 3, enter()), Err(BadOrigin.into()));
		assert_ok!(motion(chain, 4, enter()));
		assert!(SafeMode::is_entered());
	});
}
