//! In which ring a member is, whether the ring is the one that the chain says it is, and the proof.
//!
//! A node could show a ring in which one member is real, and learn from the proof that it is this one that acts.
//! So the root of the members that it shows is computed here, and must be the one by which the chain would verify
//! the proof; and a second node, the witness, must tell the same root.

use crate::{
	chain::{Chain, State},
	derive::{self, Secret},
	hex, Outcome,
};
use codec::Encode;
use frame_support::{traits::Get, StoragePrefixedMap};
use pallet_protection::{
	binding_message, context_name, Binding, BindingOf, Config, ContextView, Member, Members,
	OldRoot, OldRoots, Ring, RingCount, Rings, Roll, RollEntry, Rolls,
};
use salus_primitives::{ContextId, Moment, RingId};
use salus_rings::{MemberKey, RingProver, RingScheme, Root};
use salus_runtime::{AccountId, BlockNumber, Runtime};
use sp_core::H256;
use sp_runtime::traits::{BlakeTwo256, Hash};

/// How proofs are made and verified.
pub type Scheme = salus_rings::Bandersnatch;

/// How many blocks around the one in which a context was declared are looked at: several may have its time.
const NEIGHBOURS: u32 = 12;

/// A revision of a ring that a context accepts, in which a member is.
#[derive(Clone)]
pub struct Place {
	/// The ring.
	pub ring: RingId,
	/// The revision, counted from one.
	pub revision: u32,
	/// The root by which the chain verifies.
	pub root: Root,
	/// The members, in their order.
	pub members: Vec<Member>,
}

/// The member key of a seed.
pub fn member_key(seed: &Secret) -> MemberKey {
	Scheme::key(&Scheme::secret(&derive::member(seed)))
}

/// The revision against which a member with this key proves in a context; `None` if it is in no ring that the
/// context accepts.
pub async fn place(
	chain: &Chain,
	state: &State<'_>,
	context: &ContextView,
	key: MemberKey,
) -> Outcome<Option<Place>> {
	let places = match context.context.terms.roll {
		Roll::Recent | Roll::Newest => newest(state, context).await?,
		Roll::AtDeclaration => enrolled(chain, state, context).await?,
	};
	let is_in = |place: &Place| place.members.iter().any(|member| member.key == key);
	let Some(place) = places.into_iter().find(is_in) else { return Ok(None) };
	let least = <<Runtime as Config>::MinRing as Get<u32>>::get();
	if place.members.len() < least as usize {
		return Err(format!(
			"your ring has {} members, and is not used before it has {least}: wait until more have entered",
			place.members.len()
		)
		.into());
	}
	Ok(Some(place))
}

/// The newest revisions of the rings of a context's role.
async fn newest(state: &State<'_>, context: &ContextView) -> Outcome<Vec<Place>> {
	let role = context.context.terms.role;
	let count: Option<u8> = state.value(&RingCount::<Runtime>::hashed_key_for(role)).await?;
	let mut places = Vec::new();
	for ring in (0..count.unwrap_or_default()).map(|number| RingId { role, number }) {
		let Some(Ring { revision, root, .. }) = ring_of(state, ring).await? else { continue };
		let members = members_of(state, ring).await?;
		places.push(Place { ring, revision, root, members });
	}
	Ok(places)
}

/// The rings that a context was declared with.
async fn enrolled(chain: &Chain, state: &State<'_>, context: &ContextView) -> Outcome<Vec<Place>> {
	let role = context.context.terms.role;
	let prefix = [&Rolls::<Runtime>::final_prefix()[..], &context.id.encode()].concat();
	let mut places = Vec::new();
	for (key, entry) in state.entries::<RollEntry>(&prefix).await? {
		let number = *key.last().ok_or("the node tells an empty key")?;
		let (ring, RollEntry { revision, root, .. }) = (RingId { role, number }, entry);
		let now = ring_of(state, ring).await?;
		let members = if now.is_some_and(|ring| ring.revision == revision) {
			members_of(state, ring).await?
		} else {
			members_then(chain, state, ring, revision, context.context.declared_at).await?
		};
		places.push(Place { ring, revision, root, members });
	}
	Ok(places)
}

/// The members of an earlier revision, which was the newest one at a moment: the chain keeps those of the newest
/// revision alone, so they are read from a block of that time.
async fn members_then(
	chain: &Chain,
	state: &State<'_>,
	ring: RingId,
	revision: u32,
	then: Moment,
) -> Outcome<Vec<Member>> {
	let last = state.number().await?;
	// The first block that is not before the moment, by halves.
	let (mut before, mut first) = (0, last);
	while before + 1 < first {
		let middle = before + (first - before) / 2;
		if past(chain, middle).await?.now().await? < then {
			before = middle;
		} else {
			first = middle;
		}
	}
	for number in before.max(1)..=first.saturating_add(NEIGHBOURS).min(last) {
		let state = past(chain, number).await?;
		if ring_of(&state, ring).await?.is_some_and(|ring| ring.revision == revision) {
			return members_of(&state, ring).await;
		}
	}
	Err(format!("no block was found in which ring {} had revision {revision}", ring.number).into())
}

/// The state after an earlier block.
async fn past(chain: &Chain, number: u32) -> Outcome<State<'_>> {
	let state = chain.at(number).await?;
	state.now().await.map_err(|error| {
		format!(
			"the members of the ring have changed since the context was declared, and the node has no state as \
			 old as that: ask one that keeps all (an archive) by --endpoint ({error})"
		)
	})?;
	Ok(state)
}

async fn ring_of(state: &State<'_>, ring: RingId) -> Outcome<Option<Ring>> {
	state.value(&Rings::<Runtime>::hashed_key_for(ring)).await
}

async fn members_of(state: &State<'_>, ring: RingId) -> Outcome<Vec<Member>> {
	let members: Option<Vec<Member>> =
		state.value(&Members::<Runtime>::hashed_key_for(ring)).await?;
	Ok(members.unwrap_or_default())
}

impl Place {
	fn keys(&self) -> Vec<MemberKey> {
		self.members.iter().map(|member| member.key).collect()
	}

	/// Refuses a ring whose root is not that of its members.
	pub fn check(&self) -> Outcome<()> {
		let mut ring = Scheme::start();
		let root = Scheme::push(&mut ring, &self.keys()).and_then(|()| Scheme::finish(&ring));
		if root != Ok(self.root) {
			return Err(
				"the node shows members that are not those of the ring: it lies, and nothing was proven or sent. \
				 Ask another one"
					.into(),
			);
		}
		Ok(())
	}

	/// Refuses a ring to which a second node has another root.
	pub async fn compare(&self, witness: &State<'_>, context: &ContextView) -> Outcome<()> {
		let root = match context.context.terms.roll {
			Roll::Recent | Roll::Newest => self.root_at(witness).await?,
			Roll::AtDeclaration => self.enrolled_at(witness, context.id).await?,
		};
		let root = root.ok_or_else(|| {
			format!(
				"the witness does not know revision {} of ring {}: it lags behind, or one of the two nodes lies. \
				 Nothing was proven or sent",
				self.revision, self.ring.number
			)
		})?;
		if root != self.root {
			return Err(format!(
				"the two nodes tell different roots of revision {} of ring {}: one of them lies. Nothing was \
				 proven or sent",
				self.revision, self.ring.number
			)
			.into());
		}
		Ok(())
	}

	/// What a node has for the root of the revision: as the newest, or as one that was replaced.
	async fn root_at(&self, state: &State<'_>) -> Outcome<Option<Root>> {
		let newest = ring_of(state, self.ring).await?;
		if let Some(ring) = newest.filter(|ring| ring.revision == self.revision) {
			return Ok(Some(ring.root));
		}
		let old: Option<Vec<OldRoot>> =
			state.value(&OldRoots::<Runtime>::hashed_key_for(self.ring)).await?;
		let mut old = old.unwrap_or_default().into_iter();
		Ok(old.find(|old| old.revision == self.revision).map(|old| old.root))
	}

	/// What a node has for the root with which a context was declared.
	async fn enrolled_at(&self, state: &State<'_>, context: ContextId) -> Outcome<Option<Root>> {
		let key = Rolls::<Runtime>::hashed_key_for(context, self.ring.number);
		let entry: Option<RollEntry> = state.value(&key).await?;
		Ok(entry.filter(|entry| entry.revision == self.revision).map(|entry| entry.root))
	}

	/// A binding of an account, with its proof. It takes some seconds.
	///
	/// # Errors
	///
	/// If the member is not in the ring, or the proof is not one that the chain would accept.
	pub fn bind(
		&self,
		seed: &Secret,
		genesis: H256,
		context: ContextId,
		account: AccountId,
		until: BlockNumber,
	) -> Outcome<BindingOf<Runtime>> {
		let secret = Scheme::secret(&derive::member(seed));
		let name = context_name(genesis, context);
		let message = binding_message(genesis, context, &account, &until);
		let proof = Scheme::prove(&secret, &self.keys(), &name, &message)
			.map_err(|_| "the proof cannot be made: your key is not in the ring")?;
		let alias = Scheme::alias(&secret, &name);
		if Scheme::verify(&self.root, &name, &message, &proof) != Ok(alias) {
			return Err(
				"the proof that was made is not right: nothing was sent. Tell the maintainers"
					.into(),
			);
		}
		let proof = proof.try_into().map_err(|proof: Vec<u8>| {
			format!("the proof has {} bytes, which is not what the chain expects", proof.len())
		})?;
		let (ring, revision) = (self.ring.number, self.revision);
		Ok(Binding { context, ring, revision, account, alias, until, proof })
	}
}

/// A root, in short: for people to compare.
pub fn in_short(root: &Root) -> String {
	hex::write(&BlakeTwo256::hash(&root.0).as_bytes()[..8])
}

#[cfg(test)]
mod tests {
	use super::*;
	use salus_primitives::{InstitutionId, Role};
	use sp_core::{sr25519, Pair};
	use zeroize::Zeroizing;

	const GENESIS: H256 = H256([0x67; 32]);
	const CONTEXT: ContextId = ContextId(5);

	fn seed(number: u8) -> Secret {
		Zeroizing::new([number; 32])
	}

	/// A ring of three.
	fn place() -> Place {
		let members: Vec<_> = (1..=3)
			.map(|number| Member {
				institution: InstitutionId(number.into()),
				key: member_key(&seed(number)),
			})
			.collect();
		let mut ring = Scheme::start();
		let keys: Vec<_> = members.iter().map(|member| member.key).collect();
		Scheme::push(&mut ring, &keys).expect("these are keys");
		let root = Scheme::finish(&ring).expect("it is a ring");
		Place { ring: RingId { role: Role::Receive, number: 0 }, revision: 1, root, members }
	}

	fn account() -> AccountId {
		sr25519::Pair::from_seed(&[9; 32]).public().into()
	}

	#[test]
	fn a_ring_whose_root_is_not_that_of_its_members_is_refused() {
		let place = place();
		assert!(place.check().is_ok());
		let mut forged = place.clone();
		forged.members.swap(0, 1);
		assert!(forged.check().is_err());
		let mut forged = place.clone();
		forged.members[2].key = member_key(&seed(4));
		assert!(forged.check().is_err());
		let mut forged = place;
		forged.members.pop();
		assert!(forged.check().is_err());
	}

	#[test]
	fn a_member_binds_an_account_under_its_alias() {
		let place = place();
		let binding =
			place.bind(&seed(2), GENESIS, CONTEXT, account(), 70).expect("it is a member");
		assert_eq!((binding.ring, binding.revision, binding.until), (0, 1, 70));
		let name = context_name(GENESIS, CONTEXT);
		let message = binding_message(GENESIS, CONTEXT, &account(), &70u32);
		let alias = Scheme::verify(&place.root, &name, &message, &binding.proof);
		assert_eq!(alias, Ok(binding.alias));
		assert_eq!(binding.alias, crate::pseudonyms::alias(&seed(2), GENESIS, CONTEXT));
	}

	#[test]
	fn whoever_is_no_member_binds_nothing() {
		assert!(place().bind(&seed(4), GENESIS, CONTEXT, account(), 70).is_err());
	}

	#[test]
	fn a_proof_against_a_forged_root_is_not_sent() {
		let forged = Place { root: Root([0; 288]), ..place() };
		assert!(forged.bind(&seed(2), GENESIS, CONTEXT, account(), 70).is_err());
	}
}
