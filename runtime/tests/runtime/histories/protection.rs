//! Members without their names: keys are registered and withdrawn, rings are built, accounts are bound by real
//! proofs, and pseudonyms appeal, complain, rate, vote and write; what is over is forgotten.
//!
//! Nothing takes as long as a proof, so there are few in a history.

use super::{afterwards::is_active, apt::key, dice::Dice, recorded, CAST, KEYS};
use crate::{
	assembly::commissions,
	chain::Chain,
	emergencies::code,
	protection::{
		binding, member, plea, putting, registering, sealing_key, secret, Secret, RING, VOTING,
	},
};
use frame_support::traits::schedule::DispatchTime;
use pallet_circulation::{Status, Transfers};
use pallet_protection::{
	About, Aliases, AppealEnd, Appeals, Binding, Call, Complaints, Contexts, Correspondents,
	Documents, Keys, Members, Party, Plea, Pseudonyms, Purpose, Rating, Ratings, Remnant, Rings,
	Roll, Rolls, SealingKeys, Terms,
};
use salus_primitives::{
	time::DAY, AppealId, Ballots, ClassId, ComplaintId, ContextId, DocumentId, InstitutionId,
	Moment, Priority, RecordId, ReferendumId, RingId, Role, Tally, Track, Trail, TransferId,
};
use salus_rings::{Bandersnatch, MemberKey, RingProver};
use salus_runtime::{
	configs::assembly::Polls,
	presets::cast::{self, COUNCIL},
	AccountId, BlockNumber, Protection, Runtime, RuntimeCall, RuntimeOrigin, Supervision,
};
use sp_core::H256;
use sp_io::hashing::blake2_256;

type Step = (RuntimeOrigin, RuntimeCall);

/// How many institutions register keys at first: a few more than a ring must have, since some will leave.
const FIRST: usize = 22;
/// How many register keys with which they vote: some more than half of the members.
const VOTERS: usize = 28;
/// How many a ring must have that decides, more or less: the members are 38 at first.
const DECIDING: u32 = 20;
/// How many pseudonyms there are at most.
const PSEUDONYMS: usize = 14;
/// How many different secrets an institution has.
const GENERATIONS: u32 = 3;
/// How many referenda are put to the ring.
const REFERENDA: usize = 2;
/// The account that only forged bindings name.
const FORGED: AccountId = AccountId::new([9; 32]);

/// How often each of these came about.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hidden {
	registered: usize,
	withdrawn: usize,
	/// Steps of building rings.
	advanced: usize,
	bound: usize,
	/// Bindings that no block took.
	forged: usize,
	appealed: usize,
	promised: usize,
	promises_withdrawn: usize,
	appeals_closed: usize,
	sealing_keys: usize,
	sent: usize,
	acknowledged: usize,
	complained: usize,
	answered: usize,
	rated: usize,
	put_to_ring: usize,
	voted: usize,
	forgotten: usize,
}

impl Hidden {
	/// Counts a call that was carried out.
	pub fn count(&mut self, call: &RuntimeCall) {
		let RuntimeCall::Protection(call) = call else { return };
		let counter = match call {
			Call::register_key { .. } => &mut self.registered,
			Call::withdraw_key { .. } => &mut self.withdrawn,
			Call::advance_ring { .. } => &mut self.advanced,
			Call::bind { binding } => {
				assert_ne!(binding.account, FORGED, "an account is bound without a proof");
				&mut self.bound
			}
			Call::appeal { .. } => &mut self.appealed,
			Call::promise { .. } => &mut self.promised,
			Call::withdraw_promise { .. } => &mut self.promises_withdrawn,
			Call::close_appeal { .. } => &mut self.appeals_closed,
			Call::publish_sealing_key { .. } => &mut self.sealing_keys,
			Call::send_document { .. } => &mut self.sent,
			Call::acknowledge_document { .. } => &mut self.acknowledged,
			Call::complain { .. } => &mut self.complained,
			Call::answer_complaint { .. } => &mut self.answered,
			Call::rate { .. } => &mut self.rated,
			Call::declare_context { terms } if terms.purpose.referendum().is_some() => {
				&mut self.put_to_ring
			}
			Call::vote { .. } => &mut self.voted,
			Call::forget { .. } => &mut self.forgotten,
			_ => return,
		};
		*counter += 1;
	}

	/// Counts a call that was refused.
	pub fn count_refusal(&mut self, call: &RuntimeCall) {
		if let RuntimeCall::Protection(Call::bind { binding }) = call {
			self.forged += usize::from(binding.account == FORGED);
		}
	}

	/// Each of the counts.
	pub fn counts(&self) -> [usize; 18] {
		let Self {
			registered,
			withdrawn,
			advanced,
			bound,
			forged,
			appealed,
			promised,
			promises_withdrawn,
			appeals_closed,
			sealing_keys,
			sent,
			acknowledged,
			complained,
			answered,
			rated,
			put_to_ring,
			voted,
			forgotten,
		} = *self;
		[
			registered,
			withdrawn,
			advanced,
			bound,
			forged,
			appealed,
			promised,
			promises_withdrawn,
			appeals_closed,
			sealing_keys,
			sent,
			acknowledged,
			complained,
			answered,
			rated,
			put_to_ring,
			voted,
			forgotten,
		]
	}
}

/// The first commissions register their keys.
pub fn prepare(chain: &mut Chain) {
	for (role, members) in [(RING.role, FIRST), (VOTING.role, VOTERS)] {
		// In a block that has room for as many.
		chain.advance(2_000);
		crate::protection::register(chain, role, members);
	}
}

/// Whether a call comes without a signature.
pub fn is_posted(call: &RuntimeCall) -> bool {
	matches!(call, RuntimeCall::Protection(Call::bind { .. } | Call::advance_ring { .. }))
}

/// What the pseudonyms of a context voted that is for a referendum; `None` if it was not put to a ring.
pub fn secret_tally(referendum: ReferendumId) -> Option<Tally> {
	let mut contexts = Contexts::<Runtime>::iter_values();
	let of_it = contexts.find(|context| context.terms.purpose.referendum() == Some(referendum))?;
	let (ayes, nays) = (of_it.ballot.ayes, of_it.ballot.nays);
	Some(Tally { heads: ayes, ayes, nays })
}

fn by(path: &str, call: Call<Runtime>) -> Step {
	(RuntimeOrigin::signed(cast::account(path)), call.into())
}

fn under(pseudonym: AccountId, call: Call<Runtime>) -> Step {
	(RuntimeOrigin::signed(pseudonym), call.into())
}

/// In nobody's name.
fn posted(call: Call<Runtime>) -> Step {
	(RuntimeOrigin::none(), call.into())
}

/// The secret of an institution's key for a role.
fn secret_of(role: Role, institution: InstitutionId, key: MemberKey) -> Option<Secret> {
	let mut all = (0..GENERATIONS).map(|one| secret(role, institution, one));
	all.find(|secret| Bandersnatch::key(secret) == key)
}

/// Whether a record is there and pruned.
fn is_pruned(newest: Option<RecordId>) -> bool {
	newest.is_some_and(<Supervision as Trail<AccountId>>::is_pruned)
}

/// Whether an institution is one of the cast, and may act.
fn acts(institution: &InstitutionId) -> bool {
	CAST.iter().any(|(_, member)| member == institution) && is_active(*institution)
}

impl Dice {
	/// A pseudonym that may do once more what its context is for, if that fits.
	fn pseudonym(&mut self, fits: impl Fn(&Purpose) -> bool) -> Option<AccountId> {
		let may = Pseudonyms::<Runtime>::iter().filter(|(_, pseudonym)| {
			Protection::context(pseudonym.context).is_some_and(|view| {
				let terms = view.context.terms;
				!view.is_over && fits(&terms.purpose) && pseudonym.used < terms.uses
			})
		});
		self.pick_sorted(may.map(|(account, _)| account))
	}

	fn key_step(&mut self) -> Option<Step> {
		let role = self.pick(&[RING.role, VOTING.role]);
		let number = self.below(31) as usize;
		let (path, institution) = match self.one_in(6) {
			true => self.pick(&CAST),
			false => (commissions()[number], member(number)),
		};
		if !is_active(institution) {
			return None;
		}
		if Keys::<Runtime>::contains_key(role, institution) {
			// Most stay, or there would be no ring.
			return self.one_in(6).then(|| by(path, Call::withdraw_key { role }));
		}
		let generation = self.below(GENERATIONS.into()) as u32;
		Some(by(path, registering(role, institution, generation)))
	}

	/// An account is bound to the pseudonym of a member, or would be if somebody had not changed it.
	fn pseudonym_step(&mut self) -> Option<Step> {
		if Pseudonyms::<Runtime>::iter_keys().count() >= PSEUDONYMS {
			return None;
		}
		// Where a proof against the newest revision is accepted.
		let is_open = |id: ContextId, terms: Terms| {
			let ring = Rings::<Runtime>::get(RingId { role: terms.role, number: 0 });
			let ring = ring.filter(|ring| ring.members >= 16);
			ring.is_some_and(|ring| match terms.roll {
				Roll::Recent | Roll::Newest => true,
				Roll::AtDeclaration => Rolls::<Runtime>::get(id, 0)
					.is_some_and(|entry| entry.revision == ring.revision),
			})
		};
		let contexts = Protection::contexts(None, 256).items.into_iter();
		let open: Vec<_> = contexts
			.filter(|view| !view.is_over && is_open(view.id, view.context.terms))
			.map(|view| (view.id, view.context.terms))
			.collect();
		let votes: Vec<_> = open
			.iter()
			.filter(|(_, terms)| terms.purpose.referendum().is_some())
			.copied()
			.collect();
		let among = if votes.is_empty() || self.one_in(4) { open } else { votes };
		let (context, Terms { role, .. }) = self.pick_one(&among)?;
		let ring = RingId { role, number: 0 };
		let entry = self.pick_one(&Members::<Runtime>::get(ring))?;
		let secret = secret_of(role, entry.institution, entry.key)?;
		let account = AccountId::new(blake2_256(&self.below(1_000).to_le_bytes()));
		let binding = binding(&secret, ring, context, account);
		if Aliases::<Runtime>::contains_key(context, binding.alias) {
			return None;
		}
		let binding = match self.one_in(4) {
			true => Binding { account: FORGED, ..binding },
			false => binding,
		};
		Some(posted(Call::bind { binding }))
	}

	fn appeal_step(&mut self, now: Moment) -> Option<Step> {
		let who = self.pseudonym(|purpose| *purpose == Purpose::Appeal)?;
		let quantity = 1 + self.below(1_000);
		let plea = Plea { until: now + 1 + self.below(80 * DAY), ..plea(now, quantity) };
		Some(under(who, Call::appeal { plea }))
	}

	/// Something is promised to an appeal, or not any more; or it is closed.
	fn promise_step(&mut self, now: Moment) -> Option<Step> {
		let open = Appeals::<Runtime>::iter().filter(|(_, appeal)| appeal.is_open(now));
		let id = self.pick_sorted(open.map(|(id, _)| id))?;
		let appeal = Appeals::<Runtime>::get(id)?;
		match self.below(8) {
			0 => {
				let end = self.pick(&[AppealEnd::Served, AppealEnd::Withdrawn]);
				Some(under(appeal.by, Call::close_appeal { appeal: id, end }))
			}
			1 | 2 => {
				let promised = appeal.promises.iter().map(|promise| promise.institution);
				let who = self.pick_sorted(promised.filter(acts))?;
				Some(by(key(who), Call::withdraw_promise { appeal: id }))
			}
			_ => {
				let who = self.pick_sorted(CAST.iter().map(|(_, who)| *who).filter(acts))?;
				let quantity = 1 + self.below(appeal.plea.quantity);
				Some(by(key(who), Call::promise { appeal: id, quantity }))
			}
		}
	}

	/// Who may write to each other publish their keys, and then write.
	fn letter_step(&mut self) -> Option<Step> {
		let pairs = Correspondents::<Runtime>::iter().map(|(account, who, _)| (account, who));
		let (account, institution) = self.pick_sorted(pairs.filter(|(_, who)| acts(who)))?;
		let parties = [Party::Pseudonym(account.clone()), Party::Institution(institution)];
		let publish = Call::publish_sealing_key { key: sealing_key(self.below(1_000)) };
		let keys = parties.clone().map(SealingKeys::<Runtime>::get);
		let [pseudonym, agent] = parties;
		Some(match keys {
			[None, _] => under(account, publish),
			[_, None] => by(key(institution), publish),
			[Some(own), Some(other)] => {
				let digest = H256::from_low_u64_be(self.below(1_000));
				match self.one_in(2) {
					true => under(
						account,
						Call::send_document { to: agent, digest, sealed_to: other.number },
					),
					false => by(
						key(institution),
						Call::send_document { to: pseudonym, digest, sealed_to: own.number },
					),
				}
			}
		})
	}

	fn receipt_step(&mut self) -> Option<Step> {
		let under_way = Documents::<Runtime>::iter()
			.filter(|(_, document)| document.received_at.is_none())
			.map(|(id, _)| id);
		let document = self.pick_sorted(under_way)?;
		let receive = Call::acknowledge_document { document };
		match Documents::<Runtime>::get(document)?.to {
			Party::Pseudonym(account) => Some(under(account, receive)),
			Party::Institution(who) => acts(&who).then(|| by(key(who), receive)),
		}
	}

	fn complaint_step(&mut self) -> Option<Step> {
		let text = H256::from_low_u64_be(self.below(1_000));
		let open = Complaints::<Runtime>::iter()
			.filter(|(_, complaint)| complaint.answer.is_none())
			.map(|(id, _)| id);
		if let Some(complaint) = self.pick_sorted(open).filter(|_| self.one_in(2)) {
			let seat = self.pick(&COUNCIL).1;
			return Some(by(seat, Call::answer_complaint { complaint, text }));
		}
		let who = self.pseudonym(|purpose| *purpose == Purpose::Complain)?;
		let last = pallet_circulation::NextTransferId::<Runtime>::get().0.saturating_sub(1);
		let about = match self.one_in(2) {
			true => About::Transfer(TransferId(last)),
			false => About::Institution(self.pick(&CAST).1),
		};
		Some(under(who, Call::complain { about, text }))
	}

	fn rating_step(&mut self) -> Option<Step> {
		let who = self.pseudonym(|purpose| *purpose == Purpose::Rate)?;
		let settled = Transfers::<Runtime>::iter()
			.filter(|(_, transfer)| transfer.status == Status::Settled)
			.flat_map(|(id, transfer)| [(id, transfer.sender), (id, transfer.receiver)])
			.filter(|(id, rated)| !Ratings::<Runtime>::contains_key((&who, id, rated)));
		let (transfer, institution) = self.pick_sorted(settled)?;
		let rating = self.pick(&[Rating::Bad, Rating::Fair, Rating::Excellent]);
		Some(under(who, Call::rate { transfer, institution, rating }))
	}

	/// A pseudonym votes, for the first time or otherwise than before; or there is a referendum to vote on.
	fn vote_steps(&mut self) -> Vec<Step> {
		if let Some(who) = self.pseudonym(|purpose| purpose.referendum().is_some()) {
			let before = Pseudonyms::<Runtime>::get(&who).and_then(|pseudonym| pseudonym.vote);
			let aye = before.map_or_else(|| !self.one_in(3), |before| !before);
			return vec![under(who, Call::vote { aye })];
		}
		let is_vote = |purpose: Purpose| purpose.referendum().is_some();
		let votes = Contexts::<Runtime>::iter_values();
		let votes = votes.filter(|context| is_vote(context.terms.purpose)).count();
		let decides = Rings::<Runtime>::get(VOTING).is_some_and(|ring| ring.members >= DECIDING);
		if votes >= REFERENDA || !decides {
			return vec![];
		}
		let referendum = <Polls as Ballots<BlockNumber>>::next();
		let remark = frame_system::Call::<Runtime>::remark { remark: b"in secret".to_vec() };
		let (track, enactment) = (Track::Accreditation, DispatchTime::After(0));
		let proposal = Box::new(RuntimeCall::from(remark));
		let submit = pallet_assembly::Call::submit_for_ring { track, proposal, enactment };
		let voter = RuntimeOrigin::signed(cast::account(self.pick(&commissions())));
		let put: Step = (RuntimeOrigin::root(), putting(referendum).into());
		vec![(voter, submit.into()), put]
	}

	/// What is over and pruned is forgotten; what is over for long is pruned.
	fn forgetting_step(&mut self, now: Moment) -> Option<Step> {
		let epoch = self.old_epoch(now).filter(|_| self.one_in(2));
		if let Some(prune) = epoch {
			return Some((RuntimeOrigin::signed(cast::account("Eve")), prune));
		}
		let over = |id: ContextId| Protection::context(id).is_some_and(|view| view.is_over);
		let pseudonyms = Pseudonyms::<Runtime>::iter()
			.filter(|(_, pseudonym)| over(pseudonym.context))
			.map(|(account, _)| Remnant::Pseudonym(account));
		let contexts = Contexts::<Runtime>::iter()
			.filter(|(id, context)| over(*id) && is_pruned(context.newest_record))
			.map(|(id, _)| Remnant::Context(id));
		let appeals = Appeals::<Runtime>::iter()
			.filter(|(_, appeal)| !appeal.is_open(now) && is_pruned(appeal.newest_record))
			.map(|(id, _)| Remnant::Appeal(id));
		let complaints = Complaints::<Runtime>::iter()
			.filter(|(_, complaint)| is_pruned(complaint.newest_record))
			.map(|(id, _)| Remnant::Complaint(id));
		let documents = Documents::<Runtime>::iter()
			.filter(|(_, document)| is_pruned(document.newest_record))
			.map(|(id, _)| Remnant::Document(id));
		let mut all: Vec<_> =
			pseudonyms.chain(contexts).chain(appeals).chain(complaints).chain(documents).collect();
		all.sort_by_key(codec::Encode::encode);
		let remnant = self.pick_one(&all)?;
		Some(by("Eve", Call::forget { remnant }))
	}

	/// A call with any argument, from anybody.
	fn any_call(&mut self, chain: &Chain) -> Step {
		let quantity = self.quantity();
		let appeal = AppealId(self.below(12));
		let document = DocumentId(self.below(12));
		let complaint = ComplaintId(self.below(8));
		let context = ContextId(self.below(6) as u32);
		let text = H256::from_low_u64_be(quantity);
		let institution = self.pick(&CAST).1;
		let role = self.pick(&[Role::Receive, Role::Vote]);
		let account = self.pseudonym(|_| true).unwrap_or(FORGED);
		let to = self.pick(&[Party::Institution(institution), Party::Pseudonym(account.clone())]);
		let call = match self.below(14) {
			0 => Call::appeal {
				plea: Plea {
					class: ClassId(self.below(9) as u32),
					region: code("CN-HB"),
					quantity,
					priority: Priority::Routine,
					until: chain.now.saturating_add(self.below(120 * DAY)),
				},
			},
			1 => Call::close_appeal { appeal, end: AppealEnd::Withdrawn },
			2 => Call::promise { appeal, quantity },
			3 => Call::withdraw_promise { appeal },
			4 => Call::complain { about: About::Institution(institution), text },
			5 => Call::answer_complaint { complaint, text },
			6 => Call::rate { transfer: TransferId(quantity), institution, rating: Rating::Poor },
			7 => Call::vote { aye: self.one_in(2) },
			8 => Call::publish_sealing_key { key: [self.below(3) as u8; 32] },
			9 => Call::send_document { to, digest: text, sealed_to: self.below(3) as u32 },
			10 => Call::acknowledge_document { document },
			11 => Call::withdraw_key { role },
			12 => {
				let remnant = self.pick(&[
					Remnant::Appeal(appeal),
					Remnant::Complaint(complaint),
					Remnant::Document(document),
					Remnant::Pseudonym(account.clone()),
					Remnant::Context(context),
				]);
				Call::forget { remnant }
			}
			// By somebody who may not.
			_ => Call::close_context { context },
		};
		let who = match self.one_in(2) {
			true => account,
			false => cast::account(self.pick(&KEYS)),
		};
		under(who, call)
	}

	/// What members do without their names, or with them so that they may.
	pub fn hidden_steps(&mut self, chain: &Chain) -> Vec<Step> {
		let role = self.pick(&[RING.role, VOTING.role]);
		let due = Protection::due_step(role).filter(|_| self.one_in(2));
		if let Some(step) = due {
			let discriminator = recorded() as u32;
			return vec![posted(Call::advance_ring { step, discriminator })];
		}
		let step = match self.below(20) {
			0 | 1 => self.key_step(),
			2..=4 => self.pseudonym_step(),
			5 => self.appeal_step(chain.now),
			6..=8 => self.promise_step(chain.now),
			9 | 10 => self.letter_step(),
			11 => self.receipt_step(),
			12 => self.complaint_step(),
			13 => self.rating_step(),
			14 | 15 => return self.vote_steps(),
			16..=18 => self.forgetting_step(chain.now),
			_ => Some(self.any_call(chain)),
		};
		step.into_iter().collect()
	}
}
