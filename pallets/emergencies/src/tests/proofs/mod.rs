//! Plans that are proven. Two scenes come back, whose plans are worked out by hand: one in which what expires first
//! must not go to the first need, and one in which a rule forbids a pair that is as good as the others.

mod asking;
mod deciding;
mod explain_plan;
mod histories;
mod hostile;
mod invariants;
mod mutations;
mod post_bars;
mod post_plan;
mod quality;
mod refusals;
mod submit_bars;
mod submit_plan;
mod worker;

use crate::{mock::*, BarList, Call, LineList, NeedSet, PlanBars, PostedPlan, PriceList, Stage};
use frame_support::{
	dispatch::{GetDispatchInfo, PostDispatchInfo},
	pallet_prelude::{
		InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction,
	},
	traits::UnfilteredDispatchable,
};
use frame_system::offchain::CreateAuthorizedTransaction;
use pallet_rules::{Condition, Party};
use salus_analysis::transport::{worth, Flow, Pair, Price};
use salus_primitives::{AllocationId, InstitutionKind, Moment, Quantity};
use sp_runtime::{
	traits::{Applyable, Checkable},
	ApplyExtrinsicResultWithInfo, DispatchError,
};

/// How long an allocation waits for a plan.
pub const PROVING: Moment = 2 * 60_000;
pub const SOURCES: [TransactionSource; 3] =
	[TransactionSource::External, TransactionSource::Local, TransactionSource::InBlock];

/// What a unit from Shanghai to Hubei is worth that expires first.
pub fn first() -> u64 {
	worth(0, SHANGHAI_TO_HUBEI)
}

/// What a unit from Hunan to Hubei is worth that expires later.
pub fn second() -> u64 {
	worth(1, HUNAN_TO_HUBEI)
}

/// What a unit from Hunan to Hubei is worth where everything expires on one day.
pub fn near() -> u64 {
	worth(0, HUNAN_TO_HUBEI)
}

pub fn is_deciding(stage: &Stage) -> bool {
	matches!(stage, Stage::Deciding { .. })
}

/// From now on, allocations wait for plans.
pub fn let_prove() {
	ProvingTime::set(&PROVING);
}

/// Opens an allocation of masks in Hubei, and has it take steps until it waits for a plan.
#[track_caller]
pub fn waiting() -> AllocationId {
	let_prove();
	let id = opened(masks_in_hubei());
	advance_until(id, is_deciding);
	id
}

/// Of how many of its lines the rules were asked, of the plan that stands.
#[track_caller]
pub fn asked(id: AllocationId) -> Option<u16> {
	match known(id).stage {
		Stage::Deciding { asked, .. } => asked,
		other => panic!("{other:?}"),
	}
}

/// Which pairs may be, by offer and need.
pub fn pairs(id: AllocationId) -> Vec<(u16, u16)> {
	let view = Emergencies::problem(id).expect("it is stored");
	let needs = 0..view.needs.len() as u16;
	let of_offer = |(place, offer): (u16, crate::FrozenOffer)| {
		let needs = needs.clone().filter(move |need| offer.may_go_to(*need));
		needs.map(move |need| (place, need))
	};
	(0u16..).zip(view.offers).flat_map(of_offer).collect()
}

/// Of each offer the needs that the rules were found to keep it from.
pub fn barred(id: AllocationId) -> Vec<NeedSet> {
	Emergencies::problem(id).expect("it is stored").barred
}

pub fn pair((supply, demand): (u16, u16)) -> Pair {
	Pair { supply, demand }
}

pub fn flows(flows: &[(u16, u16, Quantity)]) -> LineList {
	let flow = |&(supply, demand, quantity): &_| Flow { supply, demand, quantity };
	LineList::truncate_from(flows.iter().map(flow).collect())
}

pub fn prices(prices: &[u64]) -> PriceList {
	PriceList::truncate_from(prices.iter().copied().map(Price).collect())
}

pub fn bars(pairs: &[(u16, u16)]) -> BarList {
	BarList::truncate_from(pairs.iter().copied().map(pair).collect())
}

/// A plan of these flows, with prices of offers and of needs.
pub fn plan(
	allocation: AllocationId,
	flows: &[(u16, u16, Quantity)],
	of_offers: &[u64],
	of_needs: &[u64],
) -> PostedPlan {
	PostedPlan {
		allocation,
		fingerprint: known(allocation).fingerprint.unwrap_or_default(),
		bars: Default::default(),
		flows: self::flows(flows),
		supply_prices: prices(of_offers),
		demand_prices: prices(of_needs),
	}
}

/// The same plan with these bars.
pub fn barring(plan: PostedPlan, pairs: &[(u16, u16)]) -> PostedPlan {
	let bars = PlanBars::truncate_from(pairs.iter().copied().map(pair).collect());
	PostedPlan { bars, ..plan }
}

pub fn call(plan: PostedPlan) -> Call<Test> {
	Call::submit_plan { plan }
}

/// Somebody submits a plan.
pub fn submit(plan: PostedPlan) -> Result<(), DispatchError> {
	dispatched(call(plan))
}

/// Somebody submits bars.
pub fn submit_bars(allocation: AllocationId, pairs: &[(u16, u16)]) -> Result<(), DispatchError> {
	let fingerprint = known(allocation).fingerprint.unwrap_or_default();
	dispatched(Call::submit_bars { allocation, fingerprint, bars: bars(pairs) })
}

fn dispatched(call: Call<Test>) -> Result<(), DispatchError> {
	call.dispatch_bypass_filter(by(STRANGER)).map(drop).map_err(|refusal| refusal.error)
}

/// The hospital and the clinic need ten each. Ten that expire first may go to both, and ten that expire later, and
/// are nearer, to the hospital alone, which is in Wuhan.
#[track_caller]
pub fn crossed() -> AllocationId {
	asks(HOSPITAL, 10);
	asks(CLINIC, 10);
	let lot = stock(DONOR, MASKS, 10, day(2020, 6, 1));
	offers_of(DONOR, supply(lot, 10));
	let lot = stock(SUPPLIER, MASKS, 10, None);
	let mut to_wuhan = supply(lot, 10);
	to_wuhan.scope.regions = vec![code("CN-WH")].try_into().expect("one region");
	offers_of(SUPPLIER, to_wuhan);
	waiting()
}

/// The best plan of [`crossed`]. The clinic gets what expires first, though that could go to the hospital as well.
/// One unit more of it would go to either in place of one that expires later.
pub fn best(id: AllocationId) -> PostedPlan {
	let flows = [(0, 1, 10), (1, 0, 10)];
	plan(id, &flows, &[first() - second(), 0], &[second(), second()])
}

/// The donor gives to hospitals alone, by a rule of its own.
#[track_caller]
pub fn gives_to_hospitals() {
	let kind = InstitutionKind::Hospital;
	let condition = Condition::OfKind { party: Party::Receiver, kind };
	write_rule(by(agent_of(DONOR)), condition);
}

/// The hospital and a centre of disease control need ten each. Ten come from the donor, who gives to hospitals alone,
/// and ten from the supplier, who gives to anybody. To both it is as far from the one, and from the other.
#[track_caller]
pub fn ruled() -> AllocationId {
	gives_to_hospitals();
	asks(HOSPITAL, 10);
	asks(CENTRE, 10);
	offers(DONOR, 10);
	offers(SUPPLIER, 10);
	waiting()
}

/// A best plan of [`ruled`], as far as the pairs tell. The rule forbids it.
pub fn naive(id: AllocationId) -> PostedPlan {
	ruled_plan(id, &[(0, 1, 10), (1, 0, 10)])
}

/// The best plan of [`ruled`] that the rule allows.
pub fn honest(id: AllocationId) -> PostedPlan {
	ruled_plan(id, &[(0, 0, 10), (1, 1, 10)])
}

/// A unit of the supplier's is worth more than one of the donor's by the way that it saves.
fn ruled_plan(id: AllocationId, flows: &[(u16, u16, Quantity)]) -> PostedPlan {
	plan(id, flows, &[0, near() - first()], &[first(), first()])
}

/// What somebody sends without a signature.
pub fn unsigned(call: Call<Test>) -> Extrinsic {
	<Test as CreateAuthorizedTransaction<Call<Test>>>::create_authorized_transaction(call.into())
}

/// What the pool says of a transaction, or a block that comes from this source.
pub fn validate(
	source: TransactionSource,
	transaction: Extrinsic,
) -> Result<ValidTransaction, TransactionValidityError> {
	let info = transaction.get_dispatch_info();
	let context = frame_system::ChainContext::<Test>::default();
	let checked = Checkable::check(transaction, &context).expect("there is nothing to check");
	checked.validate::<Test>(source, &info, 0)
}

/// Puts a transaction into a block.
pub fn apply(transaction: Extrinsic) -> ApplyExtrinsicResultWithInfo<PostDispatchInfo> {
	let info = transaction.get_dispatch_info();
	let context = frame_system::ChainContext::<Test>::default();
	let checked = Checkable::check(transaction, &context).expect("there is nothing to check");
	checked.apply::<Test>(&info, 0)
}

/// What the pool is told of an error.
pub fn custom(error: crate::Error<Test>) -> TransactionValidityError {
	let DispatchError::Module(module) = error.into() else { panic!("it is of a pallet") };
	InvalidTransaction::Custom(module.error[0]).into()
}
