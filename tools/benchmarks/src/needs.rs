//! Open needs, written into the state as their publication would have left them, and without records.

use codec::Encode;
use pallet_needs::{Evidence, Need, Needs, NeedsOf, OpenNeeds, Request};
use salus_primitives::{InstitutionId, NeedId, RecordId, RegionCode};
use salus_runtime::Runtime;

/// What the chain stores of the open needs of an institution for one class, numbered from `first` on, that are asked
/// of a region.
pub fn open_needs(
	institution: InstitutionId,
	region: &RegionCode,
	first: NeedId,
	requests: &[Request],
) -> Vec<(Vec<u8>, Vec<u8>)> {
	let mut entries = Vec::new();
	let listed: Vec<_> = (first.0..).map(NeedId).take(requests.len()).collect();
	for (id, request) in listed.iter().zip(requests) {
		let need = Need {
			institution,
			evidence: Evidence::default(),
			region: region.clone(),
			escalations: 0,
			until: request.window.until,
			request: request.clone(),
			promised: 0,
			unanswered: 0,
			delivered: 0,
			ended: None,
			newest_record: Some(RecordId(0)),
		};
		let place = OpenNeeds::<Runtime>::hashed_key_for((request.class, region.clone(), *id));
		entries.push((Needs::<Runtime>::hashed_key_for(*id), need.encode()));
		entries.push((place, Vec::new()));
	}
	if let Some(request) = requests.first() {
		let key = NeedsOf::<Runtime>::hashed_key_for(institution, request.class);
		entries.push((key, listed.encode()));
	}
	entries
}
