//! Emergencies: who declares, prolongs and calls them off, how they end by themselves, and what hangs on them.

use crate::{
	assembly::assembly_decides,
	chain::{account, on, Chain},
	claims::{donated_masks, event, gift, MASKS},
	council::motion,
};
use codec::Encode;
use frame_support::{
	assert_ok,
	dispatch::{DispatchResultWithPostInfo, Pays},
	traits::InstanceFilter,
};
use pallet_emergencies::{Call, Declaration, EmergencyEnding, Error, NextEmergencyId};
use pallet_needs::{Alarm, Duty, Floor, Instruction, Pace, Request, Scope, Window};
use pallet_rules::{Alternative, Clause, Condition, Wording};
use salus_primitives::{
	time::DAY, ClassId, EmergencyId, Matter, Moment, NeedId, OrderId, Priority, RegionCode,
	Severity, Track, TransferId,
};
use salus_runtime::{
	configs::accounts::ProxyType, Emergencies, Ratification, Runtime, RuntimeCall, RuntimeOrigin,
};
use sp_core::H256;
use sp_runtime::{
	traits::{BadOrigin, Dispatchable},
	DispatchError, DispatchResult, Percent,
};

/// For how long what the council declares is in force where an hour of a track lasts a second: three days.
const TERM: Moment = 72_000;
/// For how long after that the council does not declare the same anew: seven days.
const COOLING: Moment = 168_000;

pub fn code(code: &str) -> RegionCode {
	RegionCode::try_from(code).expect("a code")
}

/// The call that declares a shortage of masks.
pub fn declaring(regions: &[&str], severity: Severity, until: Moment) -> RuntimeCall {
	let regions: Vec<_> = regions.iter().map(|region| code(region)).collect();
	let declaration = Declaration {
		regions: regions.try_into().expect("eight regions fit"),
		classes: vec![MASKS].try_into().expect("one class fits"),
		severity,
		until,
	};
	Call::declare { declaration }.into()
}

/// So many seats carry a motion, in a block that has room for it, at the same time.
pub fn council(chain: &mut Chain, seats: usize, call: impl Into<RuntimeCall>) -> DispatchResult {
	chain.advance(0);
	motion(chain, seats, call.into())
}

/// The council declares a serious shortage of masks for twenty days.
fn council_declares(chain: &mut Chain, regions: &[&str]) -> Result<EmergencyId, DispatchError> {
	let id = NextEmergencyId::<Runtime>::get();
	let call = declaring(regions, Severity::Serious, chain.now + 20 * DAY);
	council(chain, 3, call).map(|()| id)
}

/// What the assembly, on the track of emergencies, or root does.
pub fn by(origin: impl Into<RuntimeOrigin>, call: impl Into<RuntimeCall>) -> DispatchResult {
	let call: RuntimeCall = call.into();
	call.dispatch(origin.into()).map(|_| ()).map_err(|refusal| refusal.error)
}

pub fn assembly(call: impl Into<RuntimeCall>) -> DispatchResult {
	by(pallet_assembly::Origin::Emergency, call)
}

pub fn anybody(call: impl Into<RuntimeCall>) -> DispatchResultWithPostInfo {
	let call: RuntimeCall = call.into();
	call.dispatch(RuntimeOrigin::signed(account("Eve")))
}

fn ratify(emergency: EmergencyId) -> RuntimeCall {
	pallet_ratification::Call::ratify { matter: Matter::Emergency(emergency) }.into()
}

fn lapse(emergency: EmergencyId) -> RuntimeCall {
	pallet_ratification::Call::lapse { matter: Matter::Emergency(emergency) }.into()
}

/// The gravest emergency that is in force for a class in a region.
fn severity(region: &str, class: ClassId) -> Option<Severity> {
	<Emergencies as salus_primitives::Emergencies>::severity(&code(region), class)
}

fn ended(emergency: EmergencyId) -> Option<EmergencyEnding> {
	let stored = pallet_emergencies::Emergencies::<Runtime>::get(emergency);
	stored.expect("it is stored").ended.map(|(how, _)| how)
}

fn refusal(error: Error<Runtime>) -> DispatchResult {
	Err(error.into())
}

/// The hospital, which is in Hubei, asks for so many masks.
fn published_need(chain: &mut Chain, quantity: u64) -> NeedId {
	let id = pallet_needs::NextNeedId::<Runtime>::get();
	let request = Request {
		class: MASKS,
		substitutes: Default::default(),
		quantity,
		priority: Priority::Urgent,
		window: Window { from: None, until: chain.now + 9 * DAY },
		site: None,
		shelf_life: 0,
		note: None,
		claim: None,
	};
	assert_ok!(chain.call("Bob", pallet_needs::Call::publish_need { request }));
	id
}

/// The donor orders that masks are sent to whoever needs them, forty in a day at most.
fn given_order(chain: &mut Chain) -> OrderId {
	let id = pallet_needs::NextOrderId::<Runtime>::get();
	let instruction = Instruction {
		class: MASKS,
		scope: Scope {
			regions: Default::default(),
			kinds: Default::default(),
			capabilities: Default::default(),
			priority: Priority::Routine,
		},
		floor: Floor::Units(0),
		pace: Pace { dispatch: 1, transit: 1 },
		duty: Duty::Send { share: Percent::from_percent(100), most: 40, days: 1 },
	};
	assert_ok!(chain.call("Alice", pallet_needs::Call::give_order { instruction }));
	id
}

#[test]
fn the_council_by_its_majority_and_the_assembly_on_its_track_declare() {
	on("development", |chain| {
		let call = declaring(&["CN-HB"], Severity::Serious, chain.now + DAY);
		assert_eq!(chain.refused("Alice", call.clone()), BadOrigin.into());
		assert_eq!(council(chain, 2, call.clone()), Err(BadOrigin.into()));
		for track in [
			pallet_assembly::Origin::Accreditation,
			pallet_assembly::Origin::Regulation,
			pallet_assembly::Origin::Reallocation,
		] {
			assert_eq!(by(track, call.clone()), Err(BadOrigin.into()));
		}
		assert_eq!(NextEmergencyId::<Runtime>::get(), EmergencyId(0));
		assert_ok!(assembly_decides(chain, Track::Emergency, call));
		// It was voted on.
		assert_eq!(Ratification::act(Matter::Emergency(EmergencyId(0))), None);
		assert_eq!(severity("CN-HB", MASKS), Some(Severity::Serious));
		assert_eq!(severity("CN-SH", MASKS), None);
		assert_eq!(severity("CN", MASKS), None);
		assert_eq!(severity("CN-HB", ClassId(1)), None);
		// A part of the country, and the gravest counts.
		let whole = declaring(&["CN"], Severity::Extreme, chain.now + DAY);
		assert_ok!(by(RuntimeOrigin::root(), whole));
		assert_eq!(severity("CN-HB", MASKS), Some(Severity::Extreme));
		assert_eq!(severity("CN-SH", MASKS), Some(Severity::Extreme));
	});
}

#[test]
fn a_motion_for_an_emergency_whose_end_is_past_is_not_taken() {
	on("development", |chain| {
		let seat = salus_runtime::presets::cast::COUNCIL[0].1;
		let propose = |call: RuntimeCall| -> RuntimeCall {
			let length_bound = call.encoded_size() as u32;
			let proposal = Box::new(call.into());
			pallet_collective::Call::<Runtime, pallet_collective::Instance1>::propose {
				threshold: 3,
				proposal,
				length_bound,
			}
			.into()
		};
		let past = declaring(&["CN-HB"], Severity::Serious, chain.now);
		let refused = chain.refused(seat, propose(past));
		assert_eq!(refused, pallet_seats::Error::<Runtime>::DeadlinePassed.into());
		let future = declaring(&["CN-HB"], Severity::Serious, chain.now + 1);
		assert_ok!(chain.call(seat, propose(future)));
	});
}

#[test]
fn what_the_council_declares_is_over_with_its_term_and_nothing_is_called_for_that() {
	on("development", |chain| {
		let id = council_declares(chain, &["CN-HB"]).expect("nothing is declared");
		assert_eq!(severity("CN-HB", MASKS), Some(Severity::Serious));
		chain.advance(TERM - 1);
		assert_eq!(severity("CN-HB", MASKS), Some(Severity::Serious));
		let too_early = pallet_ratification::Error::<Runtime>::TermNotOver;
		assert_eq!(chain.refused("Eve", lapse(id)), too_early.into());
		let kept = || {
			let emergency = pallet_emergencies::Emergencies::<Runtime>::get(id);
			(emergency, Ratification::act(Matter::Emergency(id)))
		};
		let before = kept();
		chain.advance(1);
		assert_eq!(severity("CN-HB", MASKS), None);
		assert_eq!(kept(), before, "nothing was written");
		assert_eq!(ended(id), None);
		// Then anybody ends it for good, and does not pay for it.
		let lapsed = anybody(lapse(id)).expect("the term is over");
		assert_eq!(lapsed.pays_fee, Pays::No);
		assert_eq!(ended(id), Some(EmergencyEnding::NotRatified));
		assert!(assembly(ratify(id)).is_err());
		assert_eq!(severity("CN-HB", MASKS), None);
	});
}

#[test]
fn a_ratification_lasts_until_the_end_and_comes_late_as_long_as_nobody_had_it_lapse() {
	on("development", |chain| {
		let id = council_declares(chain, &["CN-HB"]).expect("nothing is declared");
		for origin in [
			RuntimeOrigin::signed(account("Alice")),
			pallet_assembly::Origin::Accreditation.into(),
			pallet_assembly::Origin::Regulation.into(),
		] {
			assert_eq!(by(origin, ratify(id)), Err(BadOrigin.into()));
		}
		chain.advance(TERM);
		assert_eq!(severity("CN-HB", MASKS), None);
		assert_ok!(assembly(ratify(id)));
		assert_eq!(severity("CN-HB", MASKS), Some(Severity::Serious));
		assert_eq!(
			chain.refused("Eve", lapse(id)),
			pallet_ratification::Error::<Runtime>::ActNotFound.into()
		);
		// Twenty days from the declaration, of which the term is over.
		chain.advance(20 * DAY - TERM - 1);
		assert_eq!(severity("CN-HB", MASKS), Some(Severity::Serious));
		chain.advance(1);
		assert_eq!(severity("CN-HB", MASKS), None);
	});
}

#[test]
fn the_council_does_not_declare_anew_what_nobody_ratified_whatever_the_number() {
	on("development", |chain| {
		council_declares(chain, &["CN-HB"]).expect("nothing is declared");
		let already: DispatchError = Error::<Runtime>::AlreadyDeclared.into();
		let lately: DispatchError = Error::<Runtime>::NotRatifiedLately.into();
		assert_eq!(council_declares(chain, &["CN-HB"]), Err(already));
		assert_eq!(council_declares(chain, &["CN"]), Err(lately));
		chain.advance(TERM);
		for regions in [&["CN-HB"][..], &["CN"], &["CN-GD", "CN-HB"]] {
			assert_eq!(council_declares(chain, regions), Err(lately));
		}
		// Elsewhere it may, and the assembly may anywhere.
		assert_ok!(council_declares(chain, &["CN-SH"]));
		let again = declaring(&["CN-HB"], Severity::Major, chain.now + 1_000);
		assert_ok!(assembly(again));
		assert_eq!(severity("CN-HB", MASKS), Some(Severity::Major));
		chain.advance(COOLING - 1);
		assert_eq!(council_declares(chain, &["CN-HB"]), Err(lately));
		chain.advance(1);
		assert_ok!(council_declares(chain, &["CN-HB"]));
	});
}

#[test]
fn a_short_end_evades_nothing() {
	on("development", |chain| {
		let short = declaring(&["CN-HB"], Severity::Serious, chain.now + 1_000);
		assert_ok!(council(chain, 3, short));
		chain.advance(1_000);
		assert_eq!(severity("CN-HB", MASKS), None);
		let lately: DispatchError = Error::<Runtime>::NotRatifiedLately.into();
		assert_eq!(council_declares(chain, &["CN-HB"]), Err(lately));
		chain.advance(COOLING - 1);
		assert_eq!(council_declares(chain, &["CN-HB"]), Err(lately));
		chain.advance(1);
		assert_ok!(council_declares(chain, &["CN-HB"]));
	});
}

#[test]
fn the_council_calls_off_what_is_its_own_and_pending_and_prolongs_nothing() {
	on("development", |chain| {
		let id = council_declares(chain, &["CN-HB"]).expect("nothing is declared");
		let later = chain.now + 25 * DAY;
		let prolong =
			move || -> RuntimeCall { Call::prolong { emergency: id, until: later }.into() };
		let call_off = move || -> RuntimeCall { Call::call_off { emergency: id }.into() };
		assert_eq!(council(chain, 5, prolong()), Err(BadOrigin.into()));
		assert_eq!(assembly(prolong()), refusal(Error::NotRatified));
		assert_ok!(assembly(ratify(id)));
		assert_eq!(council(chain, 5, prolong()), Err(BadOrigin.into()));
		assert_eq!(council(chain, 5, call_off()), refusal(Error::NotPending));
		assert_ok!(assembly(prolong()));
		chain.advance(25 * DAY - 1);
		assert_eq!(severity("CN-HB", MASKS), Some(Severity::Serious));
		assert_ok!(assembly(call_off()));
		assert_eq!(severity("CN-HB", MASKS), None);
		assert_eq!(ended(id), Some(EmergencyEnding::CalledOff));

		let own = council_declares(chain, &["CN-HB"]).expect("the last one was ratified");
		assert_ok!(council(chain, 3, Call::call_off { emergency: own }));
		assert_eq!(severity("CN-HB", MASKS), None);
		let lately: DispatchError = Error::<Runtime>::NotRatifiedLately.into();
		assert_eq!(council_declares(chain, &["CN-HB"]), Err(lately));
	});
}

#[test]
fn a_rule_that_asks_for_an_emergency_is_met_while_there_is_one() {
	on("development", |chain| {
		let lot = donated_masks(chain, 100);
		let grave = Clause {
			condition: Condition::Emergency { severity: Severity::Serious },
			negated: false,
		};
		let alternative = Alternative::try_from(vec![grave]).expect("one clause fits");
		let wording = Wording::try_from(vec![alternative]).expect("one alternative fits");
		let digest = H256::repeat_byte(1);
		let write = pallet_rules::Call::write_rule { class: Some(MASKS), wording, digest };
		assert_ok!(council(chain, 3, write));
		let propose = |chain: &Chain| -> RuntimeCall {
			pallet_circulation::Call::propose { proposal: gift(chain, &[(lot, 10)]) }.into()
		};
		let not_met: DispatchError = pallet_circulation::Error::<Runtime>::RuleNotMet.into();
		let call = propose(chain);
		assert_eq!(chain.refused("Alice", call), not_met);
		let minor = declaring(&["CN-HB"], Severity::Major, chain.now + DAY);
		assert_ok!(assembly(minor));
		let call = propose(chain);
		assert_eq!(chain.refused("Alice", call), not_met);

		// Over the whole country, which the hospital's region is a part of.
		let whole = declaring(&["CN"], Severity::Extreme, chain.now + 5_000);
		assert_ok!(assembly(whole));
		let transfer = TransferId(pallet_circulation::NextTransferId::<Runtime>::get().0);
		let call = propose(chain);
		assert_ok!(chain.call("Alice", call));
		assert_ok!(chain.call("Bob", pallet_circulation::Call::accept { transfer }));
		chain.advance(5_000);
		let dispatch = pallet_circulation::Call::dispatch {
			transfer,
			carrier: None,
			sscc: None,
			expected: None,
			sensor: None,
			event: event(chain),
		};
		assert_eq!(chain.refused("Alice", dispatch), not_met);
	});
}

#[test]
fn an_order_that_is_bound_to_emergencies_sends_while_there_is_one_where_the_need_is() {
	on("development", |chain| {
		donated_masks(chain, 100);
		let order = given_order(chain);
		let bind = |during| pallet_needs::Call::bind_order { order, during };
		assert_ok!(chain.call("Alice", bind(Some(Severity::Serious))));
		let need = published_need(chain, 60);
		let ring = || pallet_needs::Call::ring { alarm: Alarm::Send { order, need } };
		let none: DispatchError = pallet_needs::Error::<Runtime>::NoEmergency.into();
		assert_eq!(chain.refused("Eve", ring()), none);
		// Not grave enough; or elsewhere.
		let minor = declaring(&["CN-HB"], Severity::Major, chain.now + DAY);
		assert_ok!(assembly(minor));
		let elsewhere = declaring(&["CN-SH"], Severity::Extreme, chain.now + DAY);
		assert_ok!(assembly(elsewhere));
		assert_eq!(chain.refused("Eve", ring()), none);

		let id = council_declares(chain, &["CN"]).expect("only parts of it are declared");
		assert_ok!(chain.call("Eve", ring()));
		let unanswered = || pallet_needs::Needs::<Runtime>::get(need).map(|need| need.unanswered);
		// Forty in a day at most.
		assert_eq!(unanswered(), Some(40));
		assert_ok!(council(chain, 3, Call::call_off { emergency: id }));
		assert_eq!(unanswered(), Some(40), "what it sent stays sent");
		chain.advance(DAY);
		assert_eq!(chain.refused("Eve", ring()), none);
		assert_ok!(chain.call("Alice", bind(None)));
		assert_ok!(chain.call("Eve", ring()));
		assert_eq!(unanswered(), Some(60));
	});
}

#[test]
fn what_is_left_of_an_emergency_anybody_closes_once_it_has_cooled() {
	on("development", |chain| {
		let id = council_declares(chain, &["CN-HB"]).expect("nothing is declared");
		let close = || -> RuntimeCall { Call::close { emergency: id }.into() };
		assert_eq!(chain.refused("Eve", close()), Error::<Runtime>::StillInForce.into());
		chain.advance(TERM);
		assert_ok!(chain.call("Eve", lapse(id)));
		assert_eq!(chain.refused("Eve", close()), Error::<Runtime>::StillCooling.into());
		chain.advance(COOLING);
		let closed = anybody(close()).expect("it has cooled");
		assert_eq!(closed.pays_fee, Pays::No);
		assert_eq!(chain.refused("Eve", close()), Error::<Runtime>::NothingToDo.into());
		let forget = Call::forget_emergency { emergency: id };
		assert_eq!(chain.refused("Eve", forget), Error::<Runtime>::RecordNotPruned.into());
	});
}

#[test]
fn a_proxy_for_dispatch_binds_orders_and_only_wide_ones_close_emergencies() {
	on("development", |_| {
		let close: RuntimeCall = Call::close { emergency: EmergencyId(0) }.into();
		let bind: RuntimeCall =
			pallet_needs::Call::bind_order { order: OrderId(0), during: None }.into();
		let covering = |call: &RuntimeCall| -> Vec<ProxyType> {
			[
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
			.filter(|proxy| proxy.filter(call))
			.collect()
		};
		assert_eq!(covering(&close), [ProxyType::Any, ProxyType::NonTransfer]);
		assert_eq!(covering(&bind), [ProxyType::Any, ProxyType::NonTransfer, ProxyType::Dispatch]);
	});
}
