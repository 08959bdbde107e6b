//! `salus ring`.

use crate::{
	arguments::{Options, Ring},
	chain::{Chain, State},
	hex, proofs,
	texts::{self, count, moment, name},
	vault, Outcome,
};
use codec::Encode;
use frame_support::{traits::Get, StoragePrefixedMap};
use pallet_protection::{
	Config, Construction, Constructions, Keys, Member, Members, Place, Queue, RegisteredKey,
	RingView, RingsOfViewFunction, MAX_MEMBERS,
};
use salus_primitives::{InstitutionId, Role};
use salus_rings::MemberKey;
use salus_runtime::Runtime;

/// Shows the rings of a role.
pub async fn show(options: &Options, Ring { role, key }: Ring) -> Outcome<()> {
	let key = key.map(|file| vault::public(&file)).transpose()?;
	let chain = Chain::connect(options).await?;
	let state = chain.newest().await?;
	let rings = state.view(RingsOfViewFunction::<Runtime>::new(role)).await?;
	if rings.is_empty() {
		println!("No ring of the role {} is built yet.", name(&role));
	}
	for ring in &rings {
		println!("{}", described(ring));
	}
	let queue: Option<Vec<InstitutionId>> =
		state.value(&Queue::<Runtime>::hashed_key_for(role)).await?;
	let waiting = queue.unwrap_or_default().len();
	let when = match rings.iter().any(|ring| ring.members > 0) {
		true => format!(
			"{}, or the first has waited for long enough",
			<<Runtime as Config>::Batch as Get<u32>>::get()
		),
		false => <<Runtime as Config>::MinRing as Get<u32>>::get().to_string(),
	};
	println!(
		"{} to enter; they do when there are {when}.",
		match waiting {
			1 => "1 key waits".into(),
			waiting => format!("{waiting} keys wait"),
		}
	);
	let built: Option<Construction> =
		state.value(&Constructions::<Runtime>::hashed_key_for(role)).await?;
	if let Some(Construction { ring, revision, pushed, .. }) = built {
		println!(
			"Revision {revision} of ring {} is being built: {} so far.",
			ring.number,
			count(pushed, "member", "members")
		);
	}
	if let Some(key) = key {
		println!("{}", place_of(&state, role, MemberKey(key.member)).await?);
	}
	Ok(())
}

fn described(ring: &RingView) -> String {
	let least = <<Runtime as Config>::MinRing as Get<u32>>::get();
	let usable = match ring.usable {
		true => String::new(),
		false => format!(" It is not used before it has {least}."),
	};
	let old: Vec<_> = ring
		.roots
		.iter()
		.filter_map(|root| Some(format!("{} until {}", root.revision, moment(root.until?))))
		.collect();
	let old = match old.is_empty() {
		true => String::new(),
		false => format!("\n  accepted too: revision {}", old.join(", revision ")),
	};
	format!(
		"Ring {}, revision {}, built at {}: {} of at most {MAX_MEMBERS}.{usable}\n  root {}{old}",
		ring.ring.number,
		ring.revision,
		moment(ring.built_at),
		count(ring.members, "member", "members"),
		proofs::in_short(&ring.root),
	)
}

/// Where a member key is. All keys of the role are asked for, and all members.
pub async fn place_of(state: &State<'_>, of: Role, key: MemberKey) -> Outcome<String> {
	let prefix = [&Keys::<Runtime>::final_prefix()[..], &of.encode()].concat();
	let keys = state.entries::<RegisteredKey>(&prefix).await?;
	let found = keys.into_iter().map(|(_, registered)| registered).find(|one| one.key == key);
	let role = texts::name(&of);
	Ok(match found {
		None => format!("Your key {} is not registered for the role {role}.", hex::write(&key.0)),
		Some(RegisteredKey { place: Place::Queued, since, .. }) => {
			format!("Your key waits to enter a ring of the role {role} since {}.", moment(since))
		}
		Some(RegisteredKey { place: Place::Ring(number), .. }) => {
			// Of all rings: which one it is would tell something of the key.
			let prefix = [&Members::<Runtime>::final_prefix()[..], &of.encode()].concat();
			let rings = state.entries::<Vec<Member>>(&prefix).await?;
			let mut members = rings.iter().flat_map(|(_, members)| members);
			match members.any(|member| member.key == key) {
				true => format!("Your key is in ring {number} of the role {role}."),
				false => format!(
					"Your key enters ring {number} of the role {role} with the revision that is being built."
				),
			}
		}
	})
}
