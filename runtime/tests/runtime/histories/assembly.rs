//! The assembly at work: institutions submit referenda and vote, plans are carried out, and what the
//! council does in haste is ratified or lapses; each step a transaction.

use super::{dice::Dice, protection::secret_tally, CAST, KEYS};
use crate::{assembly::commissions, chain::Chain, claims::MASKS};
use codec::Encode;
use frame_support::traits::schedule::DispatchTime;
use pallet_ranked_collective::VoteRecord;
use pallet_reallocation::{Goods, LineOrder, LineOrders, NotSent, Outcome as LineOutcome, Plans};
use pallet_referenda::ReferendumInfo;
use salus_primitives::{
	time::DAY, Ballots, InstitutionId, InstitutionKind, Matter, Moment, Outcome, PlanId, Progress,
	ReferendumId, Track,
};
use salus_runtime::{
	configs::assembly::Polls, BlockNumber, Ratification, Reallocation, Runtime, RuntimeCall,
};
use sp_core::H256;

const MINUTE: Moment = 60_000;
/// How long the time to dispatch of a plan is over that may be archived.
const REST: Moment = 365 * DAY;

type AssemblyCall = pallet_assembly::Call<Runtime>;
type PlanCall = pallet_reallocation::Call<Runtime>;

/// How often something came about.
#[derive(Clone, Copy, Debug, Default)]
pub struct Assembled {
	/// Transactions that succeeded.
	votes: usize,
	outcomes_recorded: usize,
	acts_lapsed: usize,
	lines_archived: usize,
	/// What became of the lines of plans, before any was archived.
	lines_made: usize,
	lines_refused: usize,
	lines_overdue: usize,
	lines_turned_down: usize,
	/// Referenda, by how they ended.
	approved: usize,
	rejected: usize,
}

impl Assembled {
	/// Counts a call that a transaction carried out.
	fn count(&mut self, call: &RuntimeCall) {
		let counter = match call {
			RuntimeCall::Assembly(AssemblyCall::vote { .. }) => &mut self.votes,
			RuntimeCall::Assembly(AssemblyCall::record_outcome { .. }) => {
				&mut self.outcomes_recorded
			}
			RuntimeCall::Ratification(pallet_ratification::Call::lapse { .. }) => {
				&mut self.acts_lapsed
			}
			RuntimeCall::Reallocation(PlanCall::archive_plan { .. }) => &mut self.lines_archived,
			_ => return,
		};
		*counter += 1;
	}

	/// Counts what became of the lines of plans.
	pub fn count_lines(&mut self) {
		for outcome in pallet_reallocation::Outcomes::<Runtime>::iter_values() {
			let counter = match outcome {
				LineOutcome::Made { .. } => &mut self.lines_made,
				LineOutcome::Refused { .. } => &mut self.lines_refused,
				LineOutcome::Unsent { how: NotSent::Overdue, .. } => &mut self.lines_overdue,
				LineOutcome::Unsent { how: NotSent::TurnedDown, .. } => &mut self.lines_turned_down,
				// Seldom in so few blocks.
				LineOutcome::Unsent { how: NotSent::Barred, .. } => continue,
			};
			*counter += 1;
		}
	}

	/// Counts how referenda ended.
	pub fn count_referenda(&mut self) {
		for id in all() {
			match progress(id) {
				Some(Progress::Decided { outcome: Outcome::Approved, .. }) => self.approved += 1,
				Some(Progress::Decided { outcome: Outcome::Rejected, .. }) => self.rejected += 1,
				_ => {}
			}
		}
	}

	/// Each of the counts.
	pub fn counts(&self) -> [usize; 10] {
		let Self {
			votes,
			outcomes_recorded,
			acts_lapsed,
			lines_archived,
			lines_made,
			lines_refused,
			lines_overdue,
			lines_turned_down,
			approved,
			rejected,
		} = *self;
		[
			votes,
			outcomes_recorded,
			acts_lapsed,
			lines_archived,
			lines_made,
			lines_refused,
			lines_overdue,
			lines_turned_down,
			approved,
			rejected,
		]
	}
}

/// Every referendum.
fn all() -> impl Iterator<Item = ReferendumId> {
	(0..<Polls as Ballots<BlockNumber>>::next().0).map(ReferendumId)
}

fn progress(id: ReferendumId) -> Option<Progress<BlockNumber>> {
	<Polls as Ballots<BlockNumber>>::progress(id)
}

/// What an ongoing referendum counts is what its votes amount to, or those that were cast in secret.
pub fn check_tallies() {
	for id in all() {
		let Some(ReferendumInfo::Ongoing(status)) =
			pallet_referenda::ReferendumInfoFor::<Runtime>::get(id.0)
		else {
			continue;
		};
		let (mut heads, mut ayes, mut nays) = (0u32, 0u32, 0u32);
		for (_, vote) in pallet_ranked_collective::Voting::<Runtime>::iter_prefix(id.0) {
			match vote {
				VoteRecord::Aye(weight) => (heads, ayes) = (heads + 1, ayes + weight),
				VoteRecord::Nay(weight) => nays += weight,
			}
		}
		if let Some(tally) = secret_tally(id) {
			assert_eq!((heads, ayes, nays), (0, 0, 0), "{id:?} takes no open votes");
			(heads, ayes, nays) = (tally.heads, tally.ayes, tally.nays);
		}
		// The fields of a tally are not public.
		assert_eq!(status.tally.encode(), (heads, ayes, nays).encode(), "{id:?}");
	}
}

impl Dice {
	fn some_referendum(&mut self, is_ongoing: bool) -> Option<ReferendumId> {
		let fits = |id: &ReferendumId| match progress(*id) {
			Some(Progress::Ongoing) => is_ongoing,
			Some(Progress::Decided { .. }) => !is_ongoing,
			None => false,
		};
		let fitting: Vec<_> = all().filter(fits).collect();
		self.pick_one(&fitting)
	}

	fn some_plan(&mut self) -> PlanId {
		let next = pallet_reallocation::NextPlanId::<Runtime>::get().0;
		PlanId(self.below(next + 1))
	}

	/// Somebody who may vote, as long as nothing has happened to its institution.
	fn some_voter(&mut self) -> &'static str {
		match self.one_in(4) {
			true => self.pick(&CAST).0,
			false => self.pick(&commissions()),
		}
	}

	/// A plan among the cast.
	pub fn plan(&mut self, chain: &Chain) -> PlanCall {
		let line = |dice: &mut Self| LineOrder {
			giver: dice.pick(&CAST).1,
			goods: match dice.one_in(3) {
				true => Goods::Class(MASKS),
				false => Goods::Lot(dice.lot()),
			},
			receiver: dice.pick(&CAST).1,
			serves: None,
			quantity: dice.quantity(),
		};
		let mut lines: Vec<_> = (0..1 + self.below(5)).map(|_| line(self)).collect();
		if !self.one_in(6) {
			// Their form is such that the plan is decided.
			lines.retain(|line| line.giver != line.receiver && line.quantity > 0);
		}
		let dispatch_by = chain.now + MINUTE * (20 + self.below(90));
		let receive_by = dispatch_by + MINUTE * (60 + self.below(60));
		let lines = LineOrders::try_from(lines).expect("a plan has room for five lines");
		PlanCall::decide_plan { lines, dispatch_by, receive_by }
	}

	/// What a member wants the assembly to decide.
	fn motion_of_assembly(&mut self, chain: &Chain) -> (Track, RuntimeCall) {
		let commission = InstitutionId(8 + self.below(30) as u32);
		match self.below(10) {
			0 => {
				let kind = self.pick(&[InstitutionKind::Hospital, InstitutionKind::Donor]);
				let rank = self.below(4) as u16;
				(Track::Regulation, AssemblyCall::set_rank { kind, rank }.into())
			}
			1 => {
				let matter = Matter::Standing(commission);
				(Track::Accreditation, pallet_ratification::Call::ratify { matter }.into())
			}
			2 => {
				let acts = Ratification::pending(None, 256).acts;
				let pending = self.pick_one(&acts);
				let matter = pending.map_or(Matter::Standing(commission), |(matter, _)| matter);
				let track = match matter {
					Matter::Standing(_) => Track::Accreditation,
					Matter::Emergency(_) => Track::Emergency,
				};
				(track, pallet_ratification::Call::ratify { matter }.into())
			}
			3 => {
				let suspend =
					pallet_registry::Call::suspend_institution { institution: commission };
				(Track::Accreditation, suspend.into())
			}
			_ => (Track::Reallocation, self.plan(chain).into()),
		}
	}

	/// Something that anybody may have done.
	fn chore(&mut self, chain: &Chain) -> RuntimeCall {
		let institution = InstitutionId(self.below(45) as u32);
		match self.below(8) {
			0 => AssemblyCall::update_rank { institution }.into(),
			1 | 2 => {
				let referendum = self.some_referendum(false).unwrap_or(ReferendumId(0));
				match self.below(4) {
					0 => AssemblyCall::forget { referendum }.into(),
					_ => AssemblyCall::record_outcome { referendum }.into(),
				}
			}
			3 | 4 => {
				let acts = Ratification::pending(None, 256).acts;
				let pending = self.pick_one(&acts);
				let matter = pending.map_or(Matter::Standing(institution), |(matter, _)| matter);
				match self.below(4) {
					0 => pallet_ratification::Call::clear { matter }.into(),
					_ => pallet_ratification::Call::lapse { matter }.into(),
				}
			}
			5 => {
				let (plan, most) = (self.some_plan(), self.below(9) as u32);
				PlanCall::carry_out { plan, most }.into()
			}
			6 => PlanCall::forget { plan: self.some_plan() }.into(),
			_ => {
				let over = Plans::<Runtime>::iter()
					.filter(|(_, plan)| plan.dispatch_by + REST <= chain.now)
					.map(|(id, _)| id);
				let plan = self.pick_sorted(over).unwrap_or(PlanId(0));
				let digest = Reallocation::archive_digest(plan).unwrap_or_default();
				PlanCall::archive_plan { plan, digest }.into()
			}
		}
	}

	/// One or more transactions of members, or one of anybody.
	pub fn assembly_step(&mut self, chain: &mut Chain, assembled: &mut Assembled) {
		let mut transactions = Vec::new();
		match self.below(8) {
			0 => {
				let (track, proposal) = self.motion_of_assembly(chain);
				let (proposal, enactment) = (Box::new(proposal), DispatchTime::After(0));
				let submit = AssemblyCall::submit { track, proposal, enactment };
				transactions.push((self.some_voter(), submit.into()));
			}
			1..=4 => {
				let Some(referendum) = self.some_referendum(true) else { return };
				// Some find no friends.
				let odds = if referendum.0 % 4 == 0 { 2 } else { 12 };
				for _ in 0..1 + self.below(8) {
					let aye = !self.one_in(odds);
					let vote = AssemblyCall::vote { referendum, aye };
					transactions.push((self.some_voter(), vote.into()));
				}
			}
			_ => {
				let anybody = self.pick(&KEYS);
				transactions.push((anybody, self.chore(chain)));
			}
		}
		for (path, call) in transactions {
			// Refused, or too much for what is left of the block.
			if matches!(chain.submit(path, RuntimeCall::clone(&call)), Ok(Ok(()))) {
				assembled.count(&call);
			}
		}
	}

	/// A call about plans, with any argument.
	pub fn plan_call(&mut self, chain: &Chain) -> RuntimeCall {
		let plan = self.some_plan();
		match self.below(5) {
			0 | 1 => self.plan(chain),
			2 => PlanCall::carry_out { plan, most: self.pick(&[0, 1, 6, u32::MAX]) },
			3 => {
				let digest = Reallocation::archive_digest(plan).filter(|_| !self.one_in(4));
				PlanCall::archive_plan { plan, digest: digest.unwrap_or(H256::zero()) }
			}
			_ => PlanCall::forget { plan },
		}
		.into()
	}
}
