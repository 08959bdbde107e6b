//! What a client learns from the metadata, and what it can then ask.

use crate::{
	chain::{account, on, salus_state},
	claims::{masks, register, HOSPITAL},
};
use codec::{Decode, Encode};
use frame_metadata::{v16::RuntimeMetadataV16, RuntimeMetadata, RuntimeMetadataPrefixed};
use frame_support::{
	assert_ok,
	view_functions::{
		runtime_api::runtime_decl_for_runtime_view_function::RuntimeViewFunctionV1, ViewFunctionId,
	},
};
use frame_system::RawOrigin;
use pallet_registry::{InstitutionOf, InstitutionView};
use salus_primitives::Text;
use salus_runtime::{Block, OriginCaller, Runtime, RuntimeCall, RuntimeEvent};
use sp_api::runtime_decl_for_metadata::MetadataV2;
use xcm_runtime_apis::dry_run::runtime_decl_for_dry_run_api::DryRunApiV2;

fn metadata() -> RuntimeMetadataV16 {
	let metadata = <Runtime as MetadataV2<Block>>::metadata_at_version(16);
	let metadata = metadata.expect("version 16 is served").to_vec();
	match RuntimeMetadataPrefixed::decode(&mut &metadata[..]).expect("it decodes").1 {
		RuntimeMetadata::V16(metadata) => metadata,
		_ => unreachable!("version 16 was asked for"),
	}
}

fn view(pallet: &str, name: &str) -> ViewFunctionId {
	let pallet = metadata().pallets.into_iter().find(|found| found.name == pallet);
	let views = pallet.expect("the pallet exists").view_functions;
	let id = views.iter().find(|found| found.name == name).expect("the view exists").id;
	Decode::decode(&mut &id[..]).expect("an identifier is 32 bytes")
}

#[test]
fn version_16_of_the_metadata_names_the_views() {
	on("development", |_| {
		assert!(<Runtime as MetadataV2<Block>>::metadata_versions().contains(&16));
		let views: Vec<_> = metadata()
			.pallets
			.into_iter()
			.filter(|pallet| {
				[
					"Seats",
					"Registry",
					"Circulation",
					"Supervision",
					"Efficiency",
					"Rules",
					"Needs",
					"Recalls",
					"Emergencies",
					"Protection",
				]
				.contains(&&*pallet.name)
			})
			.map(|pallet| pallet.view_functions.into_iter().map(|view| view.name).collect())
			.collect::<Vec<Vec<_>>>();
		assert_eq!(
			views,
			[
				vec!["seats", "motions_left", "explain_motion"],
				vec![
					"institution",
					"site",
					"agent_of",
					"agents_of",
					"invitations_of",
					"lot",
					"ledger",
					"made_of",
					"whereabouts",
					"conservation",
					"count_claim",
					"lot_archive",
					"holding",
					"holdings_of_lot",
					"holdings_of",
					"next_to_expire",
					"level",
					"levels",
					"region_stock",
				],
				vec![
					"explain_transfer",
					"explain_dispatch",
					"awaiting",
					"transfer",
					"receipts",
					"loan",
					"archive_digest",
				],
				vec!["record", "history", "of_institution", "between", "prove", "verify"],
				vec![
					"round",
					"rounds",
					"observations",
					"report",
					"report_rows",
					"report_of",
					"ranking",
					"targets",
					"history",
					"density",
					"archived_round",
					"archive_digest",
					"batch_limit",
				],
				vec!["rule", "rules_of", "counted_now", "signatures"],
				vec![
					"explain_need",
					"explain_order",
					"explain_take",
					"need",
					"open_needs",
					"offers_for",
					"needs_for",
					"board",
					"offer",
					"order",
				],
				vec![
					"holds",
					"held_of",
					"recall",
					"progress",
					"duties",
					"overdue",
					"to_answer",
					"lots_recalled",
					"case",
					"case_documents",
					"case_demands",
					"open_cases",
				],
				vec![
					"emergency",
					"emergencies",
					"severity",
					"allocation",
					"running",
					"problem",
					"needs_of",
					"lines",
					"quality",
					"explain_plan",
					"archive_digest",
				],
				vec![
					"ring",
					"ring_members",
					"rings_of",
					"member_key",
					"queue",
					"due_step",
					"context",
					"contexts",
					"pseudonym",
					"account_of",
					"explain_binding",
					"appeal_entry",
					"open_appeals",
					"complaint",
					"reputation",
					"sealing_key",
					"document",
				],
			]
		);
	});
}

#[test]
fn a_motion_is_a_call_to_whoever_reads_the_metadata() {
	on("development", |_| {
		let metadata = metadata();
		let path = |id: u32| {
			let found = metadata.types.resolve(id).expect("the type is listed");
			found.path.segments.join("::")
		};
		let council = metadata.pallets.iter().find(|found| found.name == "Council");
		let calls =
			council.and_then(|pallet| pallet.calls.as_ref()).expect("the council has calls").ty;
		let calls = metadata.types.resolve(calls.id).expect("the type is listed");
		let scale_info::TypeDef::Variant(calls) = &calls.type_def else { unreachable!("an enum") };
		let propose = calls.variants.iter().find(|call| call.name == "propose").expect("a call");
		let proposal =
			propose.fields.iter().find(|field| field.name.as_deref() == Some("proposal"));
		assert!(path(proposal.expect("a field").ty.id).ends_with("::RuntimeCall"));
	});
}

#[test]
fn the_metadata_names_what_a_node_asks() {
	on("development", |_| {
		let apis: Vec<_> = metadata().apis.into_iter().map(|api| api.name).collect();
		for api in [
			"Core",
			"Metadata",
			"RuntimeViewFunction",
			"BlockBuilder",
			"TaggedTransactionQueue",
			"OffchainWorkerApi",
			"SessionKeys",
			"AuraApi",
			"AuraUnincludedSegmentApi",
			"CollectCollationInfo",
			"GetParachainInfo",
			"RelayParentOffsetApi",
			"SchedulingV3EnabledApi",
			"TargetBlockRate",
			"KeyToIncludeInRelayProof",
			"AccountNonceApi",
			"TransactionPaymentApi",
			"TransactionPaymentCallApi",
			"DryRunApi",
			"GenesisBuilder",
		] {
			assert!(apis.iter().any(|found| found == api), "{api} is missing from {apis:?}");
		}
	});
}

#[test]
fn a_view_found_in_the_metadata_answers() {
	on("development", |_| {
		let answer = <Runtime as RuntimeViewFunctionV1<Block>>::execute_view_function(
			view("Registry", "institution"),
			HOSPITAL.encode(),
		)
		.expect("the view answers");
		let hospital = Option::<InstitutionView<InstitutionOf<Runtime>>>::decode(&mut &answer[..])
			.expect("the answer decodes")
			.expect("the hospital exists");
		assert_eq!(
			hospital.institution.name,
			Text::try_from("Hankou General Hospital (demonstration)").expect("it fits")
		);
	});
}

#[test]
fn the_outer_types_are_at_the_root_of_the_crate() {
	on("development", |_| {
		let metadata = metadata();
		let path = |id: u32| metadata.types.resolve(id).expect("it is registered").path.to_string();
		let outer = &metadata.outer_enums;
		assert_eq!(path(outer.call_enum_ty.id), "salus_runtime::RuntimeCall");
		assert_eq!(path(outer.event_enum_ty.id), "salus_runtime::RuntimeEvent");
		assert_eq!(path(outer.error_enum_ty.id), "salus_runtime::RuntimeError");
	});
}

#[test]
fn a_dry_run_tells_what_a_call_would_do_and_does_nothing() {
	on("development", |chain| {
		let signed = |path: &str| OriginCaller::system(RawOrigin::Signed(account(path)));
		let dry_run = |origin, call: RuntimeCall| {
			<Runtime as DryRunApiV2<Block, RuntimeCall, RuntimeEvent, OriginCaller>>::dry_run_call(
				origin,
				call,
				xcm::latest::VERSION,
			)
			.expect("the version of XCM is known")
		};
		let call = register(chain, masks("M-2025-12"), 100);
		let before = salus_state();
		let wanted = dry_run(signed("Alice"), call.clone());
		assert_ok!(wanted.execution_result);
		assert!(wanted.emitted_events.iter().any(|event| matches!(
			event,
			RuntimeEvent::Registry(pallet_registry::Event::LotRegistered { quantity: 100, .. })
		)));
		let refused = dry_run(signed("Zoe"), call.clone());
		let error = refused.execution_result.expect_err("Zoe is nobody's agent").error;
		assert_eq!(error, pallet_registry::Error::<Runtime>::NotAgent.into());
		assert_eq!(salus_state(), before, "a dry run changes nothing");
		assert_ok!(chain.call("Alice", call));
	});
}
