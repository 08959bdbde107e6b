//! An emergency in the whole country, as many needs in all regions as offers, and the allocation of both.

use crate::{
	chain::{Chain, Program},
	needs::open_needs,
	signer::Signer,
	Outcome,
};
use codec::Encode;
use frame_support::BoundedVec;
use pallet_emergencies::{
	Allocation, Allocations, Call, Covers, Declaration, Emergencies, Emergency, Hasty,
	NextEmergencyId, MAX_OF_GIVER,
};
use pallet_needs::{NextNeedId, Pace, Request, Scope, Supply, Window, MAX_OPEN_NEEDS};
use pallet_registry::{
	Admission, AgentSeed, Commissioning, InstitutionSeed, LotIdentity, NextLotId,
};
use salus_primitives::{
	time::DAY, AllocationId, Batch, ClassId, EmergencyId, Expiry, InstitutionId, InstitutionKind,
	LotId, Moment, NeedId, Priority, Quantity, RecordId, RegionCode, Role, Roles, Severity, Terms,
};
use salus_runtime::{presets::regions::REGIONS, AccountId, Address, Runtime, RuntimeCall};
use salus_solver::Random;
use sp_core::{sr25519, Pair};
use sp_keyring::Sr25519Keyring::AliceStash;
use std::collections::BTreeSet;

/// The allocation that is measured: the first one.
pub const ALLOCATION: AllocationId = AllocationId(0);
/// The emergency in which it is opened.
const EMERGENCY: EmergencyId = EmergencyId(0);
/// Of the development cast: a class.
const MASK: ClassId = ClassId(0);
/// What each need asks for: no more than a need may without a history.
const ASKED: Quantity = 250;
/// What is offered at once, on average a fifth less than what is asked for.
const OFFERED: (Quantity, Quantity) = (100, 300);
/// In how many different months the lots of the givers expire, each of which has one.
const MONTHS: u64 = 16;
/// What the agent of each giver has for fees.
const FEES: u64 = 1_000_000_000_000_000;
/// From which quantities are drawn.
const SEED: u64 = 20_200_123;

/// The development chain with as many institutions more as so many needs, and as many offers, are of: hospitals in
/// all regions in turn.
pub fn genesis(program: &Program, side: u64) -> Outcome<serde_json::Value> {
	let mut preset = program.preset("development")?;
	let list = &mut preset["registry"]["institutions"];
	let institutions = list.as_array_mut().ok_or("there are no institutions")?;
	for number in 0..hospitals_of(side) {
		institutions.push(hospital(number, crate::tokens::stranger(number), vec![Role::Admin])?);
	}
	let mut endowed = Vec::new();
	for number in 0..givers_of(side) {
		let agent = AccountId::from(giver(number)?.public());
		endowed.push(serde_json::to_value((agent.clone(), FEES))?);
		let roles = vec![Role::Admin, Role::Stock, Role::Dispatch];
		institutions.push(hospital(number, agent, roles)?);
	}
	let institutions = institutions.clone();
	let balances = preset["balances"]["balances"].as_array_mut().ok_or("nobody has anything")?;
	balances.append(&mut endowed);
	Ok(serde_json::json!({
		"registry": { "institutions": institutions },
		"balances": { "balances": balances },
	}))
}

/// A hospital, whose agent has these roles.
fn hospital(number: u64, account: AccountId, roles: Vec<Role>) -> Outcome<serde_json::Value> {
	let seed = InstitutionSeed {
		admission: Admission {
			kind: InstitutionKind::Hospital,
			region: region_of(number)?,
			name: "A hospital".try_into().map_err(|_| "the name is too long")?,
			external: None,
			parent: None,
			profile: None,
		},
		licences: Vec::new(),
		agents: vec![AgentSeed { account, roles }],
		sites: Vec::new(),
	};
	Ok(serde_json::to_value(seed)?)
}

/// How many givers make so many offers: each as many as an allocation keeps of one.
fn givers_of(offers: u64) -> u64 {
	offers.div_ceil(MAX_OF_GIVER.into())
}

/// The key of a giver's agent.
fn giver(number: u64) -> Outcome<sr25519::Pair> {
	let pair = sr25519::Pair::from_string(&format!("//Giver//{number}"), None);
	Ok(pair.map_err(|_| "the path is no key's")?)
}

/// How many hospitals have so many needs: each as many as it may.
fn hospitals_of(needs: u64) -> u64 {
	needs.div_ceil(MAX_OPEN_NEEDS.into())
}

/// Where a hospital is.
fn region_of(number: u64) -> Outcome<RegionCode> {
	let place = usize::try_from(number)?.checked_rem(REGIONS.len());
	let (code, ..) = REGIONS[place.ok_or("there are no regions")?];
	Ok(RegionCode::try_from(code).map_err(|_| "the code is no region's")?)
}

/// Has so many needs published and as many offers made, and an emergency declared, on a chain that
/// [`genesis`] began. Needs and emergency are written into the state; offers are made by calls of their givers.
pub fn prepare(chain: &mut Chain<'_>, program: &Program, side: u64) -> Outcome<()> {
	let preset = program.preset("development")?;
	let known = preset["registry"]["institutions"].as_array().map_or(0, Vec::len);
	let mut entries = emergency(chain.now())?;
	for number in 0..hospitals_of(side) {
		let institution = InstitutionId(u32::try_from(known)? + u32::try_from(number)?);
		let first = number * u64::from(MAX_OPEN_NEEDS);
		let count = u64::from(MAX_OPEN_NEEDS).min(side - first);
		let requests: Vec<_> = (0..count).map(|_| request(chain.now())).collect();
		entries.extend(open_needs(institution, &region_of(number)?, NeedId(first), &requests));
	}
	entries.push((NextNeedId::<Runtime>::hashed_key().to_vec(), NeedId(side).encode()));
	chain.put(entries)?;

	let mut random = Random(SEED);
	let of_one = u64::from(MAX_OF_GIVER);
	for number in 0..givers_of(side) {
		let mut signer = Signer::of(giver(number)?, chain.genesis_hash());
		let lot = LotId(stored_lots(chain)?);
		chain.make_block(&[signer.sign(&register_lot(number % MONTHS))])?;
		let calls: Vec<_> = (0..of_one.min(side - number * of_one))
			.map(|_| {
				let (least, most) = OFFERED;
				let supply = supply(lot, random.between(least, most), chain.now());
				signer.sign(&RuntimeCall::Needs(pallet_needs::Call::make_offer { supply }))
			})
			.collect();
		chain.make_block(&calls)?;
	}
	Ok(())
}

/// Has the health commission of Hubei open the allocation: in the block that it makes, the commission's agent gets
/// the role with which it may. Answers with the transaction that opens it.
pub fn opening(chain: &mut Chain<'_>) -> Outcome<Vec<u8>> {
	let mut commission = Signer::new(AliceStash, chain.genesis_hash());
	let roles = BTreeSet::from([Role::Admin, Role::Dispatch, Role::Statistics, Role::Vote]);
	let change = pallet_registry::Call::change_roles {
		who: Address::Id(AliceStash.to_account_id()),
		roles: Roles::try_from(roles).map_err(|_| "there are fewer roles")?,
	};
	chain.make_block(&[commission.sign(&RuntimeCall::Registry(change))])?;
	let open = Call::open_allocation { emergency: EMERGENCY, class: MASK };
	Ok(commission.sign(&RuntimeCall::Emergencies(open)))
}

/// The allocation, as the chain has it.
pub fn stored(chain: &Chain<'_>) -> Outcome<Allocation> {
	chain.decoded(&Allocations::<Runtime>::hashed_key_for(ALLOCATION))
}

/// How many lots there are.
fn stored_lots(chain: &Chain<'_>) -> Outcome<u64> {
	let next = chain.stored(&NextLotId::<Runtime>::hashed_key())?;
	Ok(match next {
		Some(_) => chain.decoded::<LotId>(&NextLotId::<Runtime>::hashed_key())?.0,
		None => 0,
	})
}

/// What the chain stores of an emergency that the assembly has declared over the whole country.
fn emergency(now: Moment) -> Outcome<Vec<(Vec<u8>, Vec<u8>)>> {
	let country = RegionCode::try_from("CN").map_err(|_| "the code is no region's")?;
	let emergency = Emergency {
		declaration: Declaration {
			regions: BoundedVec::truncate_from(vec![country.clone()]),
			classes: BoundedVec::truncate_from(vec![MASK]),
			severity: Severity::Extreme,
			until: now + 20 * DAY,
		},
		declared_at: now,
		hasty: Hasty::No,
		ended: None,
		covers: 1,
		allocations: 0,
		newest_record: Some(RecordId(0)),
	};
	Ok(vec![
		(NextEmergencyId::<Runtime>::hashed_key().to_vec(), EmergencyId(1).encode()),
		(Emergencies::<Runtime>::hashed_key_for(EMERGENCY), emergency.encode()),
		(Covers::<Runtime>::hashed_key_for(country, MASK), EMERGENCY.encode()),
	])
}

fn request(now: Moment) -> Request {
	Request {
		class: MASK,
		substitutes: Default::default(),
		quantity: ASKED,
		priority: Priority::Urgent,
		window: Window { from: None, until: now + 30 * DAY },
		site: None,
		shelf_life: 0,
		note: None,
		claim: None,
	}
}

/// Goods for everybody.
fn supply(lot: LotId, quantity: Quantity, now: Moment) -> Supply {
	Supply {
		lot,
		quantity,
		scope: Scope {
			regions: Default::default(),
			kinds: Default::default(),
			capabilities: Default::default(),
			priority: Priority::Routine,
		},
		terms: Terms::Gift,
		keeps: 0,
		least: 1,
		until: now + 30 * DAY,
		pace: Pace { dispatch: 1, transit: 4 },
	}
}

/// A lot that holds whatever is offered of it.
fn register_lot(number: u64) -> RuntimeCall {
	let month = u8::try_from(1 + number % 12).unwrap_or(1);
	let year = 2_030 + u16::try_from(number / 12).unwrap_or_default();
	RuntimeCall::Registry(pallet_registry::Call::register_lot {
		identity: LotIdentity {
			class: MASK,
			batch: Batch::try_from("M20200118").ok(),
			serial: None,
			made: None,
			expiry: Some(Expiry::Month { year, month }),
			window: None,
			donor: None,
			earmark: None,
			commissioning: Commissioning::Observed,
			document: None,
		},
		quantity: 10_000,
		site: None,
		event: None,
	})
}
