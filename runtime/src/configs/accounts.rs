//! Accounts acting together, or one for another.
//!
//! None of these lifts an authority: a batch, a multisig and a proxy each dispatch the inner call
//! with an origin that is an account's own, and the pallets look at nothing else.

use crate::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	parameter_types,
	traits::{ConstU32, InstanceFilter},
};
use pallet_circulation::{Call as CirculationCall, Capacity};
use pallet_efficiency::Call as EfficiencyCall;
use pallet_needs::Call as NeedsCall;
use pallet_protection::Call as ProtectionCall;
use pallet_recalls::{Call as RecallsCall, Extent};
use pallet_registry::Call as RegistryCall;
use pallet_rules::Call as RulesCall;
use pallet_utility::Call as UtilityCall;
use scale_info::TypeInfo;

parameter_types! {
	/// The deposit for an open multisig call.
	pub const MultisigDepositBase: Balance = deposit(1, 88);
	/// The deposit for each of its approvals needed.
	pub const MultisigDepositFactor: Balance = deposit(0, 32);
	/// The deposit for having proxies.
	pub const ProxyDepositBase: Balance = deposit(1, 8);
	/// The deposit for each proxy.
	pub const ProxyDepositFactor: Balance = deposit(0, 33);
	/// The deposit for having announcements.
	pub const AnnouncementDepositBase: Balance = deposit(1, 8);
	/// The deposit for each announcement.
	pub const AnnouncementDepositFactor: Balance = deposit(0, 66);
}

/// What a proxy may do for the account it acts for. The roles of that account bound it further.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ProxyType {
	/// Everything.
	#[default]
	#[codec(index = 0)]
	Any,
	/// Everything that Salus is about, and nothing that moves the fee token.
	#[codec(index = 1)]
	NonTransfer,
	/// Keeping stock: registering, counting, using, destroying, setting units aside by holds,
	/// repacking, answering counts and recalls. Issuing and closing recalls is more than that.
	#[codec(index = 2)]
	Stock,
	/// Sending.
	#[codec(index = 3)]
	Dispatch,
	/// Receiving.
	#[codec(index = 4)]
	Receive,
	/// A seat of the council.
	#[codec(index = 5)]
	Council,
	/// Vetoing the announced calls of another proxy.
	#[codec(index = 6)]
	CancelProxy,
	/// Reporting statistics.
	#[codec(index = 7)]
	Statistics,
}

impl ProxyType {
	/// A batch is as narrow as its calls: each is put to the filter again.
	fn batch(call: &RuntimeCall) -> bool {
		matches!(
			call,
			RuntimeCall::Utility(
				UtilityCall::batch { .. }
					| UtilityCall::batch_all { .. }
					| UtilityCall::force_batch { .. }
			)
		)
	}
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		match self {
			Self::Any => true,
			Self::NonTransfer => {
				Self::batch(call)
					|| matches!(
						call,
						RuntimeCall::System(..)
							| RuntimeCall::Council(..)
							| RuntimeCall::Seats(..)
							| RuntimeCall::Registry(..)
							| RuntimeCall::Circulation(..)
							| RuntimeCall::Supervision(..)
							| RuntimeCall::Efficiency(..)
							| RuntimeCall::Rules(..)
							| RuntimeCall::Needs(..)
							| RuntimeCall::Assembly(..)
							| RuntimeCall::Ratification(..)
							| RuntimeCall::Reallocation(..)
							| RuntimeCall::Recalls(..)
							| RuntimeCall::Emergencies(..)
							| RuntimeCall::Protection(..)
					)
			}
			Self::Stock => {
				Self::batch(call)
					|| matches!(
						call,
						RuntimeCall::Registry(
							RegistryCall::register_lot { .. }
								| RegistryCall::count { .. }
								| RegistryCall::consume { .. }
								| RegistryCall::destroy { .. }
								| RegistryCall::repack { .. }
								| RegistryCall::correct_lot { .. }
								| RegistryCall::relocate { .. }
								| RegistryCall::confirm_count { .. }
								| RegistryCall::dismiss_count { .. }
						) | RuntimeCall::Recalls(
							// Of a custodian alone: a commission holds the whole of what its region has.
							RecallsCall::place_hold { extent: Extent::Units(_), .. }
								| RecallsCall::acknowledge_recall { .. }
						)
					)
			}
			Self::Dispatch => {
				Self::batch(call)
					|| matches!(
						call,
						RuntimeCall::Circulation(
							CirculationCall::propose { .. }
								| CirculationCall::withdraw { .. }
								| CirculationCall::dispatch { .. }
								| CirculationCall::release { .. }
								| CirculationCall::resolve { .. }
								| CirculationCall::call_in_loan { .. }
								| CirculationCall::acknowledge_carriage { .. }
								| CirculationCall::decline_carriage { .. }
								| CirculationCall::approve_sender {
									capacity: Capacity::Carrier,
									..
								} | CirculationCall::revoke_sender { capacity: Capacity::Carrier, .. }
						) | RuntimeCall::Rules(
							RulesCall::co_sign { .. } | RulesCall::revoke_signature { .. }
						) | RuntimeCall::Needs(
							NeedsCall::make_offer { .. }
								| NeedsCall::withdraw_offer { .. }
								| NeedsCall::give_order { .. }
								| NeedsCall::pause_order { .. }
								| NeedsCall::resume_order { .. }
								| NeedsCall::revoke_order { .. }
								| NeedsCall::bind_order { .. }
								| NeedsCall::ring { .. }
						) | RuntimeCall::Protection(
							ProtectionCall::promise { .. }
								| ProtectionCall::withdraw_promise { .. }
								| ProtectionCall::send_document { .. }
						)
					)
			}
			Self::Receive => {
				Self::batch(call)
					|| matches!(
						call,
						RuntimeCall::Circulation(
							CirculationCall::accept { .. }
								| CirculationCall::reject { .. }
								| CirculationCall::withdraw { .. }
								| CirculationCall::receive { .. }
								| CirculationCall::release { .. }
								| CirculationCall::resolve { .. }
								| CirculationCall::request_keeping { .. }
								| CirculationCall::call_in_loan { .. }
								| CirculationCall::approve_sender {
									capacity: Capacity::Receiver,
									..
								} | CirculationCall::revoke_sender { capacity: Capacity::Receiver, .. }
						) | RuntimeCall::Needs(
							NeedsCall::publish_need { .. }
								| NeedsCall::close_need { .. }
								| NeedsCall::take { .. } | NeedsCall::ring { .. }
						) | RuntimeCall::Protection(ProtectionCall::acknowledge_document { .. })
					)
			}
			Self::Statistics => {
				Self::batch(call)
					|| matches!(call, RuntimeCall::Efficiency(EfficiencyCall::observe { .. }))
			}
			Self::Council => Self::batch(call) || matches!(call, RuntimeCall::Council(..)),
			Self::CancelProxy => {
				matches!(call, RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. }))
			}
		}
	}

	// A proxy may add or remove only proxies as narrow as itself; so an unclear case says no.
	fn is_superset(&self, other: &Self) -> bool {
		match (self, other) {
			(a, b) if a == b => true,
			(Self::Any, _) => true,
			(
				Self::NonTransfer,
				Self::Stock | Self::Dispatch | Self::Receive | Self::Council | Self::Statistics,
			) => true,
			_ => false,
		}
	}
}

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = pallet_utility::weights::SubstrateWeight<Self>;
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = MultisigDepositBase;
	type DepositFactor = MultisigDepositFactor;
	type MaxSignatories = ConstU32<100>;
	type WeightInfo = pallet_multisig::weights::SubstrateWeight<Self>;
	type BlockNumberProvider = System;
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ProxyDepositBase;
	type ProxyDepositFactor = ProxyDepositFactor;
	type MaxProxies = ConstU32<32>;
	type WeightInfo = pallet_proxy::weights::SubstrateWeight<Self>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = AnnouncementDepositBase;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = System;
}
