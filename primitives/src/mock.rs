//! What the mocks of every pallet need: a trail and a directory.
//!
//! Behind the feature `mocks`. All of it lives in storage, so that a refused call leaves no trace of
//! itself.

use crate::{
	Access, Act, Action, Actor, Agent, Body, Capability, Directory, EventClaim, InstitutionId,
	InstitutionKind, Moment, RecordId, RegionCode, Role, Roles, SiteNumber, Standing, Step,
	Subject, Trail,
};
use alloc::{collections::BTreeSet, vec::Vec};
use codec::{Decode, Encode};
use frame_support::{
	ensure, pallet_prelude::ValueQuery, storage::unhashed, storage_alias, Identity,
};
use frame_system::RawOrigin;
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

/// One record of a [`MockTrail`].
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub struct MockRecord {
	/// When it was written.
	pub time: Moment,
	/// Who acted.
	pub actor: Actor<u64>,
	/// For which institution.
	pub institution: Option<InstitutionId>,
	/// What was done.
	pub action: Action,
	/// The digest of the call's arguments.
	pub digest: H256,
	/// When it happened, if the actor says so.
	pub event: Option<EventClaim>,
	/// What it was done to.
	pub subject: Subject,
	/// The record before this one of the same subject.
	pub previous: Option<RecordId>,
}

#[storage_alias]
type Records = StorageValue<MockTrail, Vec<MockRecord>, ValueQuery>;

/// When each institution last acted.
#[storage_alias]
type LastActs = StorageMap<MockTrail, Identity, InstitutionId, Moment>;
/// The first record that is not pruned.
#[storage_alias]
type Pruned = StorageValue<MockTrail, RecordId, ValueQuery>;

/// A trail that keeps every record, and takes the time from the timestamp pallet.
pub struct MockTrail;

impl MockTrail {
	/// What an event time in the chain's future is refused with.
	pub const AHEAD: DispatchError = DispatchError::Other("event time ahead");

	/// Every record, in order.
	pub fn records() -> Vec<MockRecord> {
		Records::get()
	}

	/// The records of a subject, in order.
	pub fn records_of(subject: &Subject) -> Vec<MockRecord> {
		Records::get().into_iter().filter(|record| record.subject == *subject).collect()
	}

	/// The newest record of a subject: what the subject's owner must have in its entry.
	pub fn newest(subject: &Subject) -> Option<RecordId> {
		let place = Records::get().iter().rposition(|record| record.subject == *subject);
		place.map(|place| RecordId(place as u64))
	}

	/// Says that the records before `record` are pruned. They stay readable here.
	pub fn prune_before(record: RecordId) {
		Pruned::put(record);
	}

	/// Every subject that has a record.
	pub fn subjects() -> BTreeSet<Subject> {
		Records::get().into_iter().map(|record| record.subject).collect()
	}
}

impl Trail<u64> for MockTrail {
	fn record(
		step: &mut Step<u64>,
		subject: Subject,
		newest: &mut Option<RecordId>,
	) -> DispatchResult {
		ensure!(step.event.is_none_or(|event| event.at <= Self::now()), Self::AHEAD);
		if step.record_on(&subject).is_some() {
			return Ok(());
		}
		let mut records = Records::get();
		let id = RecordId(records.len() as u64);
		records.push(MockRecord {
			time: Self::now(),
			actor: step.act.actor.clone(),
			institution: step.act.institution,
			action: step.action,
			digest: step.digest,
			event: step.event,
			subject: subject.clone(),
			previous: newest.replace(id),
		});
		Records::put(records);
		if let Some(institution) = step.act.institution {
			LastActs::insert(institution, Self::now());
		}
		step.remember(subject, id);
		Ok(())
	}

	fn now() -> Moment {
		let key = frame_support::storage::storage_prefix(b"Timestamp", b"Now");
		unhashed::get_or_default(&key)
	}

	fn last_act_of(institution: InstitutionId) -> Option<Moment> {
		LastActs::get(institution)
	}

	fn is_pruned(record: RecordId) -> bool {
		record < Pruned::get()
	}

	fn time_of(record: RecordId) -> Option<Moment> {
		Records::get().get(record.0 as usize).map(|record| record.time)
	}
}

#[storage_alias]
type Agents = StorageMap<MockDirectory, Identity, u64, Agent>;
#[storage_alias]
type Institutions = StorageMap<MockDirectory, Identity, InstitutionId, MockInstitution>;
/// The newest record of each institution.
#[storage_alias]
type Newest = StorageMap<MockDirectory, Identity, InstitutionId, RecordId>;

/// Whether an institution of a [`MockDirectory`] may act.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode)]
pub enum MockStanding {
	/// As [`Standing::Active`].
	Active,
	/// As [`Standing::Suspended`].
	Suspended,
	/// The same, by an act that is pending.
	SuspendedInHaste,
	/// As [`Standing::WoundUp`].
	WoundUp,
}

/// An institution of a [`MockDirectory`].
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub struct MockInstitution {
	/// Whether it may act.
	pub standing: MockStanding,
	/// What it is licensed for.
	pub capabilities: Vec<Capability>,
	/// Its kind.
	pub kind: InstitutionKind,
	/// The region that it is in.
	pub region: RegionCode,
	/// How many sites it has.
	pub sites: u16,
}

impl MockInstitution {
	/// An active institution without licences or sites.
	pub fn new(kind: InstitutionKind, region: &str) -> Self {
		let region = RegionCode::try_from(region).expect("a test's region code is well-formed");
		Self { standing: MockStanding::Active, capabilities: Vec::new(), kind, region, sites: 0 }
	}

	/// The same under licences.
	pub fn licensed(self, capabilities: &[Capability]) -> Self {
		Self { capabilities: capabilities.to_vec(), ..self }
	}

	/// The same with a number of sites.
	pub fn with_sites(self, sites: u16) -> Self {
		Self { sites, ..self }
	}
}

/// A directory of institutions and agents that tests write themselves.
pub struct MockDirectory;

impl MockDirectory {
	/// What somebody who acts for no institution is refused with.
	pub const NOT_AGENT: DispatchError = DispatchError::Other("not an agent");
	/// What an agent of a suspended institution is refused with.
	pub const SUSPENDED: DispatchError = DispatchError::Other("suspended");
	/// What an agent in another role is refused with.
	pub const NOT_AUTHORIZED: DispatchError = DispatchError::Other("not authorized");

	/// Adds an institution, or takes the place of one.
	pub fn admit(id: InstitutionId, institution: MockInstitution) {
		Institutions::insert(id, institution);
	}

	/// Makes an account an agent.
	pub fn appoint(who: u64, institution: InstitutionId, roles: &[Role]) {
		let roles = Roles::try_from(roles.iter().copied().collect::<BTreeSet<_>>());
		let roles = roles.expect("there are no more roles than may be");
		Agents::insert(who, Agent { institution, roles });
	}

	/// Makes an account nobody's agent.
	pub fn dismiss(who: u64) {
		Agents::remove(who);
	}

	/// Suspends an institution, or reinstates it.
	pub fn set_active(id: InstitutionId, active: bool) {
		let standing = if active { MockStanding::Active } else { MockStanding::Suspended };
		Self::change(id, |institution| institution.standing = standing);
	}

	/// Winds an institution up.
	pub fn wind_up(id: InstitutionId) {
		Self::change(id, |institution| institution.standing = MockStanding::WoundUp);
	}

	/// Changes an institution that is there.
	pub fn change(id: InstitutionId, change: impl FnOnce(&mut MockInstitution)) {
		let mut institution = Institutions::get(id).expect("a test's institution is there");
		change(&mut institution);
		Institutions::insert(id, institution);
	}

	/// An agent of an institution that stands so, in the role that is asked.
	fn agent_where<Origin>(
		may: impl FnOnce(MockStanding) -> bool,
		origin: Origin,
		role_of: impl FnOnce(InstitutionId) -> Result<Role, DispatchError>,
	) -> Result<Act<u64>, DispatchError>
	where
		Origin: Into<Result<RawOrigin<u64>, Origin>>,
	{
		let who = frame_system::ensure_signed(origin)?;
		let Agent { institution, roles } = Agents::get(who).ok_or(Self::NOT_AGENT)?;
		let standing = Institutions::get(institution).map(|institution| institution.standing);
		ensure!(standing.is_some_and(may), Self::SUSPENDED);
		let role = role_of(institution)?;
		ensure!(roles.contains(&role), Self::NOT_AUTHORIZED);
		Ok(Act::of_agent(who, institution))
	}

	/// An identifier that no institution has.
	pub fn next_institution() -> InstitutionId {
		let ids = Institutions::iter_keys().map(|id: InstitutionId| id.0 + 1);
		InstitutionId(ids.max().unwrap_or_default())
	}
}

impl Directory<u64> for MockDirectory {
	fn standing(institution: InstitutionId) -> Option<Standing> {
		let MockInstitution { standing, .. } = Institutions::get(institution)?;
		Some(match standing {
			MockStanding::Active => Standing::Active,
			MockStanding::Suspended | MockStanding::SuspendedInHaste => Standing::Suspended,
			MockStanding::WoundUp => Standing::WoundUp,
		})
	}
	fn is_licensed(institution: InstitutionId, capability: Capability) -> bool {
		Institutions::get(institution)
			.is_some_and(|institution| institution.capabilities.contains(&capability))
	}
	fn body(institution: InstitutionId) -> Option<Body> {
		let MockInstitution { kind, region, .. } = Institutions::get(institution)?;
		Some(Body { kind, region })
	}
	fn institution_of(who: &u64) -> Option<InstitutionId> {
		Agents::get(who).map(|agent| agent.institution)
	}
	fn has_site(institution: InstitutionId, site: SiteNumber) -> bool {
		Institutions::get(institution).is_some_and(|institution| site.0 < institution.sites)
	}
	fn record(step: &mut Step<u64>, institution: InstitutionId) -> DispatchResult {
		ensure!(Institutions::contains_key(institution), DispatchError::CannotLookup);
		let mut newest = Newest::get(institution);
		MockTrail::record(step, Subject::Institution(institution), &mut newest)?;
		if let Some(newest) = newest {
			Newest::insert(institution, newest);
		}
		Ok(())
	}
}

impl<Origin> Access<Origin, u64> for MockDirectory
where
	Origin: Into<Result<RawOrigin<u64>, Origin>>,
{
	fn agent_as(
		origin: Origin,
		role_of: impl FnOnce(InstitutionId) -> Result<Role, DispatchError>,
	) -> Result<Act<u64>, DispatchError> {
		Self::agent_where(|standing| standing == MockStanding::Active, origin, role_of)
	}

	fn voter(origin: Origin) -> Result<Act<u64>, DispatchError> {
		let votes =
			|standing| matches!(standing, MockStanding::Active | MockStanding::SuspendedInHaste);
		Self::agent_where(votes, origin, |_| Ok(Role::Vote))
	}

	fn anyone(origin: Origin) -> Result<Act<u64>, DispatchError> {
		let who = frame_system::ensure_signed(origin)?;
		let institution = Agents::get(who).map(|agent| agent.institution);
		Ok(Act { actor: Actor::Account(who), institution })
	}
}
