//! Allocations, on a chain with blocks: who opens one, what it gives to whom where nobody posts a plan, what it
//! freezes and for how long, and what ends it. What is posted is in [`plans`](crate::plans).

use crate::{
	chain::{account, address, on, Chain},
	claims::{donated_masks, DONOR, HOSPITAL, MASKS, SECOND_HOSPITAL},
	emergencies::{anybody, assembly, by, code, council, declaring},
};
use frame_support::{
	assert_ok,
	dispatch::Pays,
	traits::{Get, InstanceFilter},
};
use pallet_emergencies::{
	AllocationEnding, Allocations, Call, Error, Group, LineState, Method, NextAllocationId,
	NextEmergencyId, Quality, Running, Stage,
};
use pallet_needs::{Needs, Offers, Pace, Request, Scope, Supply, Window};
use pallet_registry::{Admission, NextInstitutionId};
use salus_primitives::{
	time::DAY, AllocationId, ClassId, EmergencyId, Freezes, InstitutionId, InstitutionKind, LotId,
	Moment, NeedId, OfferId, Priority, Role, Roles, Severity, Terms,
};
use salus_runtime::{
	configs::accounts::ProxyType, AccountId, Address, Emergencies, Registry, Runtime, RuntimeCall,
	RuntimeOrigin, BLOCK_SHARE,
};
use sp_io::hashing::blake2_256;
use sp_runtime::{
	traits::{BadOrigin, Dispatchable},
	DispatchError,
};
use std::collections::BTreeSet;

const MINUTE: Moment = 60_000;
/// How long an allocation lasts at most, and from one to the next.
const LONGEST: Moment = 20 * MINUTE;
const PAUSE: Moment = 60 * MINUTE;
/// From the end of one that had nothing to share to the next.
const SHORT_PAUSE: Moment = 5 * MINUTE;
/// How long an allocation waits for a plan.
pub const PROVING: Moment = 2 * MINUTE;
/// Who speaks for the health commission of Hubei, and for that of Shanghai.
const HUBEI: &str = "Alice//stash";
const SHANGHAI: &str = "Bob//stash";

/// Admits a hospital in a region, whose one agent has these roles; answers with the agent's account.
pub fn admitted<const ROLES: usize>(number: u64, region: &str, roles: [Role; ROLES]) -> AccountId {
	let admin = AccountId::new(blake2_256(&number.to_le_bytes()));
	let institution = NextInstitutionId::<Runtime>::get();
	let admission = Admission {
		kind: InstitutionKind::Hospital,
		region: code(region),
		name: "A hospital".try_into().expect("it fits"),
		external: None,
		parent: None,
		profile: None,
	};
	let who = || Address::Id(admin.clone());
	let admit = pallet_registry::Call::admit_institution { admission, admin: who() };
	assert_ok!(by(RuntimeOrigin::root(), admit));
	let signed = || RuntimeOrigin::signed(admin.clone());
	assert_ok!(by(signed(), pallet_registry::Call::accept_invitation { institution }));
	let roles = Roles::try_from(BTreeSet::from(roles)).expect("there are more roles");
	assert_ok!(by(signed(), pallet_registry::Call::change_roles { who: who(), roles }));
	admin
}

/// A request for so many masks.
pub fn request(now: Moment, quantity: u64, priority: Priority) -> Request {
	Request {
		class: MASKS,
		substitutes: Default::default(),
		quantity,
		priority,
		window: Window { from: None, until: now + 9 * DAY },
		site: None,
		shelf_life: 0,
		note: None,
		claim: None,
	}
}

/// The hospital at `path` asks for so many masks.
pub fn asked(chain: &mut Chain, path: &str, quantity: u64, priority: Priority) -> NeedId {
	let id = pallet_needs::NextNeedId::<Runtime>::get();
	let request = request(chain.now, quantity, priority);
	assert_ok!(chain.call(path, pallet_needs::Call::publish_need { request }));
	id
}

/// So many masks of a lot, for needs of this priority at least.
pub fn supply(now: Moment, lot: LotId, quantity: u64, priority: Priority) -> Supply {
	Supply {
		lot,
		quantity,
		scope: Scope {
			regions: Default::default(),
			kinds: Default::default(),
			capabilities: Default::default(),
			priority,
		},
		terms: Terms::Gift,
		keeps: 0,
		least: 1,
		until: now + 7 * DAY,
		pace: Pace { dispatch: 1, transit: 1 },
	}
}

/// The donor offers so many masks of a lot, to whoever needs them.
pub fn offered(now: Moment, lot: LotId, quantity: u64) -> OfferId {
	let id = pallet_needs::NextOfferId::<Runtime>::get();
	let supply = supply(now, lot, quantity, Priority::Routine);
	let donor = RuntimeOrigin::signed(account("Alice"));
	assert_ok!(by(donor, pallet_needs::Call::make_offer { supply }));
	id
}

/// The assembly declares a shortage of masks in Hubei.
pub fn declared(chain: &Chain) -> EmergencyId {
	let id = NextEmergencyId::<Runtime>::get();
	assert_ok!(assembly(declaring(&["CN-HB"], Severity::Serious, chain.now + 20 * DAY)));
	id
}

pub fn opening(emergency: EmergencyId) -> RuntimeCall {
	Call::open_allocation { emergency, class: MASKS }.into()
}

pub fn opened(emergency: EmergencyId) -> AllocationId {
	let id = NextAllocationId::<Runtime>::get();
	assert_ok!(assembly(opening(emergency)));
	id
}

pub fn stage(id: AllocationId) -> Stage {
	Allocations::<Runtime>::get(id).expect("it is stored").stage
}

/// How an allocation ended, if it has.
pub fn ending(id: AllocationId) -> Option<AllocationEnding> {
	match stage(id) {
		Stage::Ended { how, .. } => Some(how),
		_ => None,
	}
}

/// Has an allocation take steps until it has come to a stage.
pub fn hasten(id: AllocationId, is_there: impl Fn(&Stage) -> bool) {
	while !is_there(&stage(id)) {
		assert_ok!(anybody(Call::advance { allocation: id, lines: 1 }));
	}
}

/// Has an allocation take steps, and lets the time pass in which it waits for a plan, until it is to carry out
/// the lines of the greedy one.
fn decide(chain: &mut Chain, id: AllocationId) {
	hasten(id, |stage| matches!(stage, Stage::Deciding { .. }));
	chain.advance(PROVING + 1);
	hasten(id, |stage| matches!(stage, Stage::CarryingOut { .. }));
}

/// Lets blocks carry an allocation through for which nobody posts a plan.
fn wait(chain: &mut Chain) {
	chain.advance(PROVING + 1);
	chain.advance(2_000);
}

/// From whom to whom so much goes, and where that stands.
pub fn lines(id: AllocationId) -> Vec<(InstitutionId, InstitutionId, u64, LineState)> {
	let page = Emergencies::lines(id, None, 256);
	let lines = page.lines.into_iter();
	lines.map(|line| (line.giver, line.receiver, line.quantity, line.state)).collect()
}

fn taking(offer: OfferId, need: NeedId) -> RuntimeCall {
	pallet_needs::Call::take { offer, need, quantity: 1 }.into()
}

/// What is open of a need, and the region that it is asked of.
fn open_in(need: NeedId) -> (u128, String) {
	let need = Needs::<Runtime>::get(need).expect("it is stored");
	let region = ["CN", "CN-HB"].into_iter().find(|region| code(region) == need.region);
	(need.open(), region.expect("it is asked of one of these").into())
}

/// The commission that `path` speaks for lets the same agent open allocations.
fn let_open(chain: &mut Chain, path: &str) {
	let roles = BTreeSet::from([Role::Admin, Role::Dispatch, Role::Statistics, Role::Vote]);
	let roles = Roles::try_from(roles).expect("there are more roles");
	let who = address(path);
	assert_ok!(chain.call(path, pallet_registry::Call::change_roles { who, roles }));
}

#[test]
fn a_commission_of_the_region_the_council_and_the_assembly_open_one_and_nobody_else() {
	on("development", |chain| {
		let emergency = declared(chain);
		let not_authorized = pallet_registry::Error::<Runtime>::NotAuthorized;
		assert_eq!(chain.refused(HUBEI, opening(emergency)), not_authorized.into());
		let_open(chain, HUBEI);
		let_open(chain, SHANGHAI);
		let elsewhere: DispatchError = Error::<Runtime>::NotAuthorized.into();
		assert_eq!(chain.refused(SHANGHAI, opening(emergency)), elsewhere);
		assert_eq!(chain.refused("Alice", opening(emergency)), elsewhere);
		assert_eq!(council(chain, 2, opening(emergency)), Err(BadOrigin.into()));
		for origin in [
			pallet_assembly::Origin::Accreditation,
			pallet_assembly::Origin::Regulation,
			pallet_assembly::Origin::Reallocation,
		] {
			assert_eq!(by(origin, opening(emergency)), Err(BadOrigin.into()));
		}
		let unknown = Error::<Runtime>::EmergencyNotFound;
		assert_eq!(chain.refused(HUBEI, opening(EmergencyId(9))), unknown.into());
		let of_suits = Call::open_allocation { emergency, class: ClassId(1) };
		assert_eq!(chain.refused(HUBEI, of_suits), Error::<Runtime>::ClassNotCovered.into());
		assert_eq!(NextAllocationId::<Runtime>::get(), AllocationId(0));

		assert_ok!(chain.call(HUBEI, opening(emergency)));
		assert_eq!(assembly(opening(emergency)), Err(Error::<Runtime>::AlreadyRunning.into()));
		// Nobody needs or offers anything.
		chain.advance(2_000);
		assert_eq!(ending(AllocationId(0)), Some(AllocationEnding::NothingToShare));
		let too_soon: DispatchError = Error::<Runtime>::TooSoon.into();
		chain.advance(SHORT_PAUSE - 2_001);
		assert_eq!(council(chain, 3, opening(emergency)), Err(too_soon));
		chain.advance(1);
		assert_ok!(council(chain, 3, opening(emergency)));
		assert_ok!(assembly(Call::call_off { emergency }));
		assert_eq!(assembly(opening(emergency)), Err(Error::<Runtime>::NotInForce.into()));
	});
}

#[test]
fn what_is_offered_is_shared_out_though_nobody_posts_a_plan() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let larger = asked(chain, "Bob", 60, Priority::Urgent);
		let smaller = asked(chain, "Dave", 20, Priority::Urgent);
		let urgent = asked(chain, "Dave", 5, Priority::Stat);
		let first = offered(chain.now, lot, 40);
		let second = offered(chain.now, lot, 15);
		let emergency = declared(chain);
		let id = opened(emergency);
		assert_eq!(Running::<Runtime>::get().to_vec(), [id]);
		// Another emergency for the same class waits for it.
		let other = NextEmergencyId::<Runtime>::get();
		assert_ok!(assembly(declaring(&["CN-SH"], Severity::Serious, chain.now + 20 * DAY)));
		assert_eq!(assembly(opening(other)), Err(Error::<Runtime>::AlreadyRunning.into()));
		let decide_by = chain.now + PROVING;
		chain.advance(PROVING);
		assert_eq!(stage(id), Stage::Deciding { decide_by, asked: None });
		let early = Call::advance { allocation: id, lines: 1 };
		assert_eq!(chain.refused("Eve", early), Error::<Runtime>::NothingToDo.into());
		// The block in which its last moment is over takes all the other steps.
		chain.advance(1);
		assert_eq!(stage(id), Stage::Deciding { decide_by, asked: None });
		chain.advance(2_000);
		assert_eq!(ending(id), Some(AllocationEnding::Allocated));
		assert!(Running::<Runtime>::get().is_empty());

		// Five of 55 cannot wait. Nobody has a history, so the others get 25 each, of which one asks for
		// twenty; the rest is the other one's.
		let expected = [
			(DONOR, HOSPITAL, 30, LineState::Reserved),
			(DONOR, SECOND_HOSPITAL, 10, LineState::Reserved),
			(DONOR, SECOND_HOSPITAL, 10, LineState::Reserved),
			(DONOR, SECOND_HOSPITAL, 5, LineState::Reserved),
		];
		assert_eq!(lines(id), expected);
		assert_eq!(open_in(larger), (30, "CN".into()));
		assert_eq!(open_in(smaller), (0, "CN-HB".into()));
		assert_eq!(open_in(urgent), (0, "CN-HB".into()));
		for offer in [first, second] {
			assert_eq!(Offers::<Runtime>::get(offer).map(|offer| offer.left), Some(0));
		}
		let stored = Allocations::<Runtime>::get(id).expect("it is stored");
		assert_eq!((stored.needs, stored.offers, stored.lines), (3, 2, 4));
		assert_eq!((stored.left_out, stored.method), (0, Some(Method::Greedy)));

		let (Quality { all, unit_km, least_km, .. }, groups) =
			Emergencies::quality(id).expect("it ended well");
		assert_eq!((all.asked, all.shared, all.promised), (85, 55, 55));
		// From Shanghai to Wuhan.
		assert_eq!((unit_km, least_km), (55 * 690, None));
		let groups: Vec<_> = groups.into_iter().map(|one| (one.group, one.fill)).collect();
		assert!(groups.contains(&(Group::Region(code("CN-HB")), all)));
		let nothing = Error::<Runtime>::AllocationEnded;
		let advance = Call::advance { allocation: id, lines: 1 };
		assert_eq!(chain.refused("Eve", advance), nothing.into());
	});
}

#[test]
fn who_withdraws_leaves_the_goods_offered_and_the_need_open() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let need = asked(chain, "Bob", 60, Priority::Urgent);
		let offer = offered(chain.now, lot, 40);
		let emergency = declared(chain);
		let id = opened(emergency);
		wait(chain);
		let transfer = pallet_circulation::NextTransferId::<Runtime>::get().0 - 1;
		let transfer = salus_primitives::TransferId(transfer);
		assert_ok!(chain.call("Alice", pallet_circulation::Call::withdraw { transfer }));
		assert_eq!(lines(id), [(DONOR, HOSPITAL, 40, LineState::Unsent)]);
		assert_eq!(open_in(need), (60, "CN".into()));
		assert_eq!(Offers::<Runtime>::get(offer).map(|offer| offer.left), Some(40));
		assert_ok!(chain.call("Bob", taking(offer, need)));
		// The next allocation passes over what failed, and gathers what is offered anew.
		chain.advance(PAUSE);
		let anew = offered(chain.now, lot, 7);
		let next = opened(emergency);
		wait(chain);
		assert_eq!(lines(next), [(DONOR, HOSPITAL, 7, LineState::Reserved)]);
		assert_eq!(Offers::<Runtime>::get(anew).map(|offer| offer.left), Some(0));
		assert_eq!(Offers::<Runtime>::get(offer).map(|offer| offer.left), Some(39));
	});
}

#[test]
fn nobody_is_made_to_buy_or_to_borrow_or_to_wait_long() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let need = asked(chain, "Bob", 60, Priority::Urgent);
		let due = chain.now + 60 * DAY;
		for (terms, dispatch) in
			[(Terms::Sale, 1), (Terms::Loan { due }, 1), (Terms::Gift, 4), (Terms::Gift, 3)]
		{
			let pace = Pace { dispatch, transit: 1 };
			let supply = Supply { terms, pace, ..supply(chain.now, lot, 10, Priority::Routine) };
			let donor = RuntimeOrigin::signed(account("Alice"));
			assert_ok!(by(donor, pallet_needs::Call::make_offer { supply }));
		}
		let emergency = declared(chain);
		let id = opened(emergency);
		wait(chain);
		// The last one alone.
		assert_eq!(lines(id), [(DONOR, HOSPITAL, 10, LineState::Reserved)]);
		assert_eq!(open_in(need), (50, "CN".into()));
		let stored = Allocations::<Runtime>::get(id).expect("it is stored");
		assert_eq!((stored.offers, stored.left_out), (1, 3));
	});
}

#[test]
fn a_large_offer_to_some_gives_no_share_to_others() {
	on("development", |chain| {
		let lot = donated_masks(chain, 200);
		asked(chain, "Bob", 100, Priority::Stat);
		asked(chain, "Dave", 40, Priority::Urgent);
		asked(chain, "Eve", 40, Priority::Urgent);
		let donor = || RuntimeOrigin::signed(account("Alice"));
		let urgent = supply(chain.now, lot, 150, Priority::Stat);
		assert_ok!(by(donor(), pallet_needs::Call::make_offer { supply: urgent }));
		let kind = InstitutionKind::DiseaseControlCentre;
		let others = supply(chain.now, lot, 10, Priority::Routine);
		let scope =
			Scope { kinds: vec![kind].try_into().expect("one fits"), ..others.scope.clone() };
		let others = Supply { scope, ..others };
		assert_ok!(by(donor(), pallet_needs::Call::make_offer { supply: others }));
		let emergency = declared(chain);
		let id = opened(emergency);
		hasten(id, |stage| matches!(stage, Stage::Deciding { .. }));
		let needs = Emergencies::problem(id).expect("it is stored").needs;
		// What the first may have alone is nothing to the third, and the second may have nothing.
		assert_eq!(needs.iter().map(|need| need.share).collect::<Vec<_>>(), [100, 0, 10]);
	});
}

#[test]
fn what_is_frozen_is_free_after_twenty_minutes_though_no_block_takes_a_step() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let need = asked(chain, "Bob", 60, Priority::Urgent);
		let offer = offered(chain.now, lot, 40);
		let emergency = declared(chain);
		let id = opened(emergency);
		assert_ok!(chain.call(
			"Dave",
			pallet_needs::Call::publish_need {
				request: Needs::<Runtime>::get(need).expect("it is stored").request,
			}
		));
		decide(chain, id);
		let is_frozen =
			|| [<Emergencies as Freezes>::need(need), <Emergencies as Freezes>::offer(offer)];
		assert_eq!(is_frozen(), [true, true]);
		let frozen = pallet_needs::Error::<Runtime>::Frozen;
		assert_eq!(chain.refused("Bob", taking(offer, need)), frozen.into());
		assert_ok!(by(RuntimeOrigin::root(), pallet_safe_mode::Call::force_enter {}));
		chain.advance(LONGEST - PROVING - 1);
		assert_eq!(is_frozen(), [true, true]);
		chain.advance(1);
		assert_eq!(is_frozen(), [false, false]);
		assert_eq!(ending(id), None, "nobody has done anything");
		assert_ok!(by(RuntimeOrigin::root(), pallet_safe_mode::Call::force_exit {}));
		assert_ok!(chain.call("Bob", taking(offer, need)));
		chain.advance(0);
		assert_eq!(ending(id), Some(AllocationEnding::TimeOver));
		let states: Vec<_> = lines(id).into_iter().map(|(.., state)| state).collect();
		assert_eq!(states, [LineState::Dropped; 2]);
	});
}

#[test]
fn whoever_needs_or_gives_gets_out_while_it_runs_and_anybody_hastens_it_free_of_charge() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let closed = asked(chain, "Bob", 30, Priority::Urgent);
		let kept = asked(chain, "Dave", 30, Priority::Urgent);
		let withdrawn = offered(chain.now, lot, 20);
		let given = offered(chain.now, lot, 30);
		let emergency = declared(chain);
		let id = opened(emergency);
		decide(chain, id);
		assert_ok!(chain.call("Bob", pallet_needs::Call::close_need { need: closed }));
		assert_ok!(chain.call("Alice", pallet_needs::Call::withdraw_offer { offer: withdrawn }));
		let advance = |lines| anybody(Call::advance { allocation: id, lines });
		// One line of three is no whole step; those that are left are.
		let one = advance(1).expect("there is something to do");
		let rest = advance(16).expect("there is something to do");
		assert_eq!([one.pays_fee, rest.pays_fee], [Pays::Yes, Pays::No]);
		// 25 each: twenty and five to the first, 25 to the second.
		assert_eq!(
			lines(id),
			[
				(DONOR, HOSPITAL, 20, LineState::Skipped),
				(DONOR, HOSPITAL, 5, LineState::Skipped),
				(DONOR, SECOND_HOSPITAL, 25, LineState::Reserved),
			]
		);
		assert_eq!(open_in(kept).0, 5);
		chain.advance(2_000);
		assert_eq!(ending(id), Some(AllocationEnding::Allocated));
		// What nobody got is offered still.
		assert_eq!(Offers::<Runtime>::get(given).map(|offer| offer.left), Some(5));
		assert_ok!(chain.call("Dave", taking(given, kept)));
	});
}

#[test]
fn an_emergency_that_is_called_off_ends_it_with_the_next_step() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let need = asked(chain, "Bob", 60, Priority::Urgent);
		let offer = offered(chain.now, lot, 40);
		let emergency = declared(chain);
		let id = opened(emergency);
		decide(chain, id);
		assert_ok!(assembly(Call::call_off { emergency }));
		chain.advance(2_000);
		assert_eq!(ending(id), Some(AllocationEnding::EmergencyOver));
		assert_eq!(lines(id), [(DONOR, HOSPITAL, 40, LineState::Dropped)]);
		assert_eq!(open_in(need), (60, "CN-HB".into()));
		assert_ok!(chain.call("Bob", taking(offer, need)));
		assert_ok!(chain.call("Eve", Call::close { emergency }));
		let forget = Call::forget_emergency { emergency };
		let stored = Error::<Runtime>::AllocationsStored;
		assert_eq!(chain.refused("Eve", forget), stored.into());
	});
}

#[test]
fn hundreds_of_lines_are_carried_out_within_a_few_blocks() {
	const HOSPITALS: u64 = 50;
	const LINES: u64 = HOSPITALS * 4;
	on("development", |chain| {
		let lot = donated_masks(chain, 1_000);
		for number in 0..HOSPITALS {
			let hospital = admitted(number, "CN-HB", [Role::Admin, Role::Receive]);
			for _ in 0..4 {
				let request = request(chain.now, 1, Priority::Urgent);
				let signed = RuntimeOrigin::signed(hospital.clone());
				assert_ok!(by(signed, pallet_needs::Call::publish_need { request }));
			}
		}
		offered(chain.now, lot, LINES);
		let emergency = declared(chain);
		let id = opened(emergency);
		decide(chain, id);
		let mut blocks = 0;
		while ending(id).is_none() {
			chain.advance(2_000);
			blocks += 1;
			assert!(blocks < 60);
		}
		println!("{LINES} lines were carried out in {blocks} blocks");
		assert_eq!(ending(id), Some(AllocationEnding::Allocated));
		let made: Vec<_> = lines(id)
			.into_iter()
			.map(|(giver, _, quantity, state)| (giver, quantity, state))
			.collect();
		assert_eq!(made, vec![(DONOR, 1, LineState::Reserved); LINES as usize]);
		assert!(Needs::<Runtime>::iter_values().all(|need| need.open() == 0));
	});
}

#[test]
fn its_steps_leave_room_in_a_block() {
	let most = <Runtime as pallet_emergencies::Config>::AtMost::get();
	assert!(most.all_lte(BLOCK_SHARE.saturating_div(2)));
	let pause = <Runtime as pallet_emergencies::Config>::Pause::get();
	let longest = <Runtime as pallet_emergencies::Config>::LongestAllocation::get();
	let proving = <Runtime as pallet_emergencies::Config>::ProvingTime::get();
	assert_eq!((longest, pause, proving), (LONGEST, PAUSE, PROVING));
}

#[test]
fn what_is_left_is_archived_a_year_later_and_not_forgotten_before() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		asked(chain, "Bob", 60, Priority::Urgent);
		offered(chain.now, lot, 40);
		let emergency = declared(chain);
		let id = opened(emergency);
		wait(chain);
		assert_eq!(ending(id), Some(AllocationEnding::Allocated));
		// What nobody dispatched would keep it.
		let transfer = pallet_circulation::NextTransferId::<Runtime>::get().0 - 1;
		let transfer = salus_primitives::TransferId(transfer);
		assert_ok!(chain.call("Alice", pallet_circulation::Call::withdraw { transfer }));
		let archive = || -> RuntimeCall {
			let digest = Emergencies::archive_digest(id).expect("it is stored");
			Call::archive_allocation { allocation: id, digest }.into()
		};
		let too_early = Error::<Runtime>::RetentionNotOver;
		assert_eq!(chain.refused("Eve", archive()), too_early.into());
		let forget = || Call::forget_allocation { allocation: id };
		let not_archived = Error::<Runtime>::NotArchived;
		assert_eq!(chain.refused("Eve", forget()), not_archived.into());
		chain.advance(365 * DAY);
		assert_ok!(chain.call("Eve", archive()));
		assert_eq!(Allocations::<Runtime>::get(id), None);
		let kept = Error::<Runtime>::RecordNotPruned;
		assert_eq!(chain.refused("Eve", forget()), kept.into());
	});
}

#[test]
fn what_ended_without_a_line_keeps_no_lists_and_is_archived_at_once() {
	on("development", |chain| {
		asked(chain, "Bob", 60, Priority::Urgent);
		let emergency = declared(chain);
		let id = opened(emergency);
		chain.advance(2_000);
		assert_eq!(ending(id), Some(AllocationEnding::NothingToShare));
		assert!(Emergencies::problem(id).is_none_or(|problem| problem.needs.is_empty()));
		let digest = Emergencies::archive_digest(id).expect("it is stored");
		assert_ok!(chain.call("Eve", Call::archive_allocation { allocation: id, digest }));
		assert_eq!(Allocations::<Runtime>::get(id), None);
	});
}

#[test]
fn only_wide_proxies_open_and_hasten_allocations() {
	on("development", |_| {
		let advance = Call::advance { allocation: AllocationId(0), lines: 1 };
		for call in [opening(EmergencyId(0)), advance.into()] {
			let covering: Vec<_> = [
				ProxyType::Any,
				ProxyType::NonTransfer,
				ProxyType::Stock,
				ProxyType::Dispatch,
				ProxyType::Receive,
				ProxyType::Council,
				ProxyType::Statistics,
				ProxyType::CancelProxy,
			]
			.into_iter()
			.filter(|proxy| proxy.filter(&call))
			.collect();
			assert_eq!(covering, [ProxyType::Any, ProxyType::NonTransfer]);
		}
	});
}

#[test]
fn where_a_region_has_no_seat_that_of_the_one_around_it_counts() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		asked(chain, "Bob", 60, Priority::Urgent);
		offered(chain.now, lot, 40);
		let set_seat = |region: &str, seat| -> RuntimeCall {
			pallet_registry::Call::set_seat { code: code(region), seat }.into()
		};
		let wuhan = <Registry as salus_primitives::Geography>::seat(&code("CN-HB"));
		assert!(wuhan.is_some());
		for call in [set_seat("CN-SH", None), set_seat("CN", wuhan)] {
			assert_ok!(call.dispatch(RuntimeOrigin::root()));
		}
		let emergency = declared(chain);
		let id = opened(emergency);
		wait(chain);
		let page = Emergencies::lines(id, None, 1);
		let [line] = &page.lines[..] else { panic!("there is one line") };
		assert_eq!((&line.from, &line.to, line.kilometres), (&code("CN"), &code("CN-HB"), 0));
	});
}
