//! What a client learns from the metadata, and what it can then ask.

use crate::{chain::on, claims::HOSPITAL};
use codec::{Decode, Encode};
use frame_metadata::{v16::RuntimeMetadataV16, RuntimeMetadata, RuntimeMetadataPrefixed};
use frame_support::view_functions::{
	runtime_api::runtime_decl_for_runtime_view_function::RuntimeViewFunctionV1, ViewFunctionId,
};
use pallet_registry::{InstitutionOf, InstitutionView};
use salus_primitives::Text;
use salus_runtime::{Block, Runtime};
use sp_api::runtime_decl_for_metadata::MetadataV2;

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
				["Registry", "Circulation", "Supervision", "Efficiency"].contains(&&*pallet.name)
			})
			.map(|pallet| pallet.view_functions.into_iter().map(|view| view.name).collect())
			.collect::<Vec<Vec<_>>>();
		assert_eq!(
			views,
			[
				vec![
					"institution",
					"site",
					"agent_of",
					"lot",
					"ledger",
					"made_of",
					"conservation",
					"holding",
					"holdings_of_lot",
					"holdings_of",
				],
				vec![
					"explain_transfer",
					"explain_dispatch",
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
					"batch_limit",
				],
			]
		);
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
