//! What clients rely on: versions, limits, places of pallets, the transaction extension.

use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	traits::PalletInfoAccess,
	weights::{constants::WEIGHT_REF_TIME_PER_SECOND, Weight, WeightToFee},
};
use salus_runtime::{configs::fees, *};
use sp_runtime::traits::TransactionExtension;

#[test]
fn the_chain_names_itself() {
	assert_eq!(VERSION.spec_name, "salus");
	assert_eq!(VERSION.system_version, 1);
	assert_eq!(TOKEN, ("SAL", 12));
	assert_eq!(UNIT, 10u128.pow(TOKEN.1.into()));
}

#[test]
fn the_metadata_digest_commits_to_the_same_token() {
	// The build script cannot name the runtime's constant; so its text is compared with it.
	let build = include_str!("../../build.rs");
	assert!(build.contains(&format!(".enable_metadata_hash(\"{}\", {})", TOKEN.0, TOKEN.1)));
}

#[test]
fn a_transaction_carries_the_extensions_in_this_order() {
	let names: Vec<_> = <TxExtension as TransactionExtension<RuntimeCall>>::metadata()
		.into_iter()
		.map(|extension| extension.identifier)
		.collect();
	assert_eq!(
		names,
		[
			"AuthorizeCall",
			"CheckNonZeroSender",
			"CheckSpecVersion",
			"CheckTxVersion",
			"CheckGenesis",
			"CheckMortality",
			"CheckNonce",
			"CheckWeight",
			"ChargeTransactionPayment",
			"CheckMetadataHash",
			"StorageWeightReclaim",
			"DynamicMaxBlockWeight",
		]
	);
}

#[test]
fn pallets_keep_their_places() {
	let places = [
		(System::index(), 0),
		(ParachainSystem::index(), 1),
		(Timestamp::index(), 2),
		(ParachainInfo::index(), 3),
		(WeightReclaim::index(), 4),
		(Balances::index(), 10),
		(TransactionPayment::index(), 11),
		(Authorship::index(), 20),
		(CollatorSelection::index(), 21),
		(Session::index(), 22),
		(Aura::index(), 23),
		(AuraExt::index(), 24),
		(XcmpQueue::index(), 30),
		(PolkadotXcm::index(), 31),
		(CumulusXcm::index(), 32),
		(MessageQueue::index(), 33),
		(MultiBlockMigrations::index(), 40),
		(Utility::index(), 41),
		(Multisig::index(), 42),
		(Proxy::index(), 43),
		(Preimage::index(), 44),
		(Scheduler::index(), 45),
		(Council::index(), 46),
		(Seats::index(), 47),
		(Whitelist::index(), 48),
		(SafeMode::index(), 49),
		(Registry::index(), 50),
		(Circulation::index(), 51),
		(Supervision::index(), 52),
		(Efficiency::index(), 53),
		(Rules::index(), 54),
		(Needs::index(), 55),
		(Ratification::index(), 57),
		(Reallocation::index(), 58),
		(Recalls::index(), 59),
		(Emergencies::index(), 62),
		(Protection::index(), 63),
	];
	for (found, expected) in places {
		assert_eq!(found, expected);
	}
}

#[test]
fn a_core_grants_two_seconds_and_ten_mebibytes() {
	assert_eq!(
		MAXIMUM_BLOCK_WEIGHT,
		Weight::from_parts(2 * WEIGHT_REF_TIME_PER_SECOND, 10 * 1024 * 1024)
	);
	let length = <Runtime as frame_system::Config>::BlockLength::get();
	assert_eq!(*length.max.get(DispatchClass::Normal), 5 * 1024 * 1024 / 4 * 3);
	assert_eq!(*length.max.get(DispatchClass::Operational), 5 * 1024 * 1024);
}

#[test]
fn a_full_block_costs_the_same_by_time_and_by_proof() {
	let fee = fees::WeightToFee::weight_to_fee(&MAXIMUM_BLOCK_WEIGHT);
	assert_eq!(fee, 10 * UNIT);
	for half in [
		Weight::from_parts(MAXIMUM_BLOCK_WEIGHT.ref_time() / 2, 0),
		Weight::from_parts(0, MAXIMUM_BLOCK_WEIGHT.proof_size() / 2),
	] {
		assert_eq!(fees::WeightToFee::weight_to_fee(&half), 5 * UNIT);
	}
}

#[test]
fn a_call_of_each_of_our_pallets_costs_something() {
	let standing = salus_primitives::Matter::Standing(salus_primitives::InstitutionId(7));
	let place = pallet_recalls::HoldPlace::Lot(salus_primitives::LotId(0));
	// A weight of zero is what a mock says; the runtime's own are measured.
	let recall = salus_primitives::RecallId(0);
	let emergency = salus_primitives::EmergencyId(0);
	let allocation = salus_primitives::AllocationId(0);
	let digest = Default::default();
	let plan = pallet_emergencies::PostedPlan {
		allocation,
		fingerprint: digest,
		bars: Default::default(),
		flows: Default::default(),
		supply_prices: Default::default(),
		demand_prices: Default::default(),
	};
	let account = || AccountId::new([7; 32]);
	let (appeal, context) = (salus_primitives::AppealId(0), salus_primitives::ContextId(0));
	let to = pallet_protection::Party::Pseudonym(account());
	let sealed_to = 1;
	let calls: [RuntimeCall; 28] = [
		pallet_registry::Call::amend_profile { profile: None }.into(),
		pallet_circulation::Call::accept { transfer: salus_primitives::TransferId(0) }.into(),
		pallet_supervision::Call::prune { epoch: salus_primitives::EpochId(0) }.into(),
		pallet_efficiency::Call::seal { round: salus_primitives::RoundId(0) }.into(),
		pallet_rules::Call::pause_rule { rule: salus_primitives::RuleId(0) }.into(),
		pallet_needs::Call::close_need { need: salus_primitives::NeedId(0) }.into(),
		pallet_ratification::Call::lapse { matter: standing }.into(),
		pallet_seats::Call::vacate_seat { institution: salus_primitives::InstitutionId(7) }.into(),
		pallet_recalls::Call::clear_holds { place }.into(),
		pallet_recalls::Call::advance_recall { recall, most: 1 }.into(),
		pallet_recalls::Call::forget_recall { recall }.into(),
		pallet_recalls::Call::forget_case { case: salus_primitives::CaseId(0) }.into(),
		pallet_emergencies::Call::call_off { emergency }.into(),
		pallet_emergencies::Call::prolong { emergency, until: 1 }.into(),
		pallet_emergencies::Call::close { emergency }.into(),
		pallet_emergencies::Call::forget_emergency { emergency }.into(),
		pallet_emergencies::Call::open_allocation {
			emergency,
			class: salus_primitives::ClassId(0),
		}
		.into(),
		pallet_emergencies::Call::advance { allocation, lines: 1 }.into(),
		pallet_emergencies::Call::archive_allocation { allocation, digest }.into(),
		pallet_emergencies::Call::forget_allocation { allocation }.into(),
		pallet_emergencies::Call::submit_plan { plan }.into(),
		pallet_emergencies::Call::submit_bars {
			allocation,
			fingerprint: digest,
			bars: Default::default(),
		}
		.into(),
		pallet_protection::Call::close_context { context }.into(),
		pallet_protection::Call::withdraw_promise { appeal }.into(),
		pallet_protection::Call::vote { aye: true }.into(),
		pallet_protection::Call::send_document { to, digest, sealed_to }.into(),
		pallet_protection::Call::forget {
			remnant: pallet_protection::Remnant::Pseudonym(account()),
		}
		.into(),
		pallet_protection::Call::complain {
			about: pallet_protection::About::Institution(salus_primitives::InstitutionId(7)),
			text: digest,
		}
		.into(),
	];
	for call in calls {
		let weight = call.get_dispatch_info().call_weight;
		assert!(weight.ref_time() > 0 && weight.proof_size() > 0, "{call:?} weighs nothing");
	}
}

#[test]
fn a_transfer_under_no_rule_weighs_less_by_what_the_rules_weigh() {
	use pallet_circulation::WeightInfo;
	use salus_primitives::{Rules as AsksRules, Transfers};
	let most = <Circulation as Transfers<AccountId>>::weight_of_making(1);
	let free = <Circulation as Transfers<AccountId>>::weight_of_making_free(1);
	let propose = <Runtime as pallet_circulation::Config>::WeightInfo::propose;
	let of_rules = propose(1, <Rules as AsksRules>::most()).saturating_sub(propose(1, 0));
	let looking = <Rules as AsksRules>::most_of_emergencies(1);
	for part in [of_rules, looking] {
		assert!(part.ref_time() > 0 && part.proof_size() > 0);
	}
	assert_eq!(most.saturating_sub(free), of_rules.saturating_add(looking));
}
