//! What is known of the parties and classes of one movement, so that nothing is asked for twice.

use crate::{Config, Party};
use alloc::{collections::BTreeMap, vec::Vec};
use salus_primitives::{
	Body, Capability, ClassId, Directory, Emergencies, Geography, InstitutionId, Level, Levels,
	Moment, Movement, Occasion, RegionCode, Severity, Trail,
};

pub(crate) struct Known<'a, T: Config> {
	pub movement: &'a Movement,
	pub now: Moment,
	bodies: BTreeMap<InstitutionId, Option<Body>>,
	lineages: BTreeMap<InstitutionId, Vec<RegionCode>>,
	licences: BTreeMap<(InstitutionId, Capability), bool>,
	levels: BTreeMap<ClassId, Level>,
	severities: BTreeMap<ClassId, Option<Severity>>,
	signers: BTreeMap<InstitutionId, bool>,
	runtime: core::marker::PhantomData<T>,
}

impl<'a, T: Config> Known<'a, T> {
	pub fn new(movement: &'a Movement) -> Self {
		Self {
			movement,
			now: T::Trail::now(),
			bodies: BTreeMap::new(),
			lineages: BTreeMap::new(),
			licences: BTreeMap::new(),
			levels: BTreeMap::new(),
			severities: BTreeMap::new(),
			signers: BTreeMap::new(),
			runtime: core::marker::PhantomData,
		}
	}

	/// A party; `None` while nobody knows who it is.
	pub fn party(&self, party: Party) -> Option<InstitutionId> {
		match (party, self.movement.occasion) {
			(Party::Sender, _) => Some(self.movement.sender),
			(Party::Receiver, _) => Some(self.movement.receiver),
			(Party::Carrier, Occasion::Proposal) => None,
			(Party::Carrier, Occasion::Dispatch { carrier, .. }) => Some(carrier),
		}
	}

	/// An institution's kind and region; `None` when there is no such institution.
	pub fn body(&mut self, institution: InstitutionId) -> Option<&Body> {
		let body = self.bodies.entry(institution);
		body.or_insert_with(|| T::Directory::body(institution)).as_ref()
	}

	/// Whether an institution is in a region or in a part of it.
	pub fn is_within(&mut self, institution: InstitutionId, region: &RegionCode) -> bool {
		if !self.lineages.contains_key(&institution) {
			let body = self.body(institution);
			let lineage = body.map(|body| T::Geography::lineage(&body.region));
			self.lineages.insert(institution, lineage.unwrap_or_default());
		}
		self.lineages.get(&institution).is_some_and(|lineage| lineage.contains(region))
	}

	pub fn is_licensed(&mut self, institution: InstitutionId, capability: Capability) -> bool {
		let licence = self.licences.entry((institution, capability));
		*licence.or_insert_with(|| T::Directory::is_licensed(institution, capability))
	}

	/// What the sender has and uses of a class.
	pub fn level(&mut self, class: ClassId) -> Level {
		let level = self.levels.entry(class);
		*level.or_insert_with(|| T::Levels::level(self.movement.sender, class))
	}

	/// The gravest emergency that is in force for a class where the receiver is; `None` when there is none.
	pub fn severity(&mut self, class: ClassId) -> Option<Severity> {
		if let Some(severity) = self.severities.get(&class) {
			return *severity;
		}
		let body = self.body(self.movement.receiver);
		let severity = body.and_then(|body| T::Emergencies::severity(&body.region, class));
		self.severities.insert(class, severity);
		severity
	}

	/// For how many classes an emergency was looked for.
	pub fn emergencies_looked_for(&self) -> u32 {
		self.severities.len() as u32
	}

	/// Whether an institution may act.
	pub fn may_act(&mut self, institution: InstitutionId) -> bool {
		let signer = self.signers.entry(institution);
		*signer.or_insert_with(|| T::Directory::may_act(institution))
	}
}
