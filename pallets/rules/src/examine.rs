//! Whether a movement passes the rules that it falls under.
//!
//! A movement passes a rule when one alternative holds wholly. Some conditions are decided when a
//! transfer is proposed and not again: that the sender keeps enough, since the goods are reserved from
//! then on, and limits, which the proposal counts against. They are remembered, and are asked again only
//! if the rule has another wording since, or did not bind then. Some cannot be decided before dispatch:
//! who carries, and whether this very transfer is signed for. Until then they count as met, negated or
//! not. All others are asked both times.
//!
//! An institution's own rules yield to a decision ([`yields`](salus_primitives::Rules::yields)): whoever
//! asks lets such a movement pass that does not meet them. Their limits count it all the same, so that
//! what the institution sends by itself afterwards is measured by all that left.

use crate::{
	known::Known, wording, Among, Author, Clause, Condition, Config, Force, Pallet, Passage, Reach,
	Rule, Share, Signed, Signing, MAX_APPLICABLE, MAX_CLAUSES,
};
use alloc::vec::Vec;
use frame_support::{pallet_prelude::DispatchResult, weights::Weight, BoundedVec};
use salus_primitives::{
	time::DAY, Emergencies as _, InstitutionKind, Line, Movement, Occasion, Refusal, RuleId,
	Source, TermsKind, Total, TransferId, Unmet,
};

/// A movement that was examined.
#[derive(Debug, Default)]
pub struct Passed {
	/// How many rules it falls under, paused ones among them.
	count: u32,
	/// How it passed those that bind.
	passages: Vec<Passage>,
	/// For how many classes an emergency was looked for.
	emergencies: u32,
}

impl<T: Config> salus_primitives::Rules for Pallet<T> {
	type Passed = Passed;

	fn most() -> u32 {
		MAX_APPLICABLE
	}

	fn most_back() -> u32 {
		2 * crate::GOVERNANCE_RULES
	}

	fn examine<E>(
		movement: &Movement,
		tell: &mut impl FnMut(Refusal) -> Result<(), E>,
	) -> Result<Passed, E> {
		let classes = movement.lines.iter().map(|line| line.class);
		// What was lent is not the borrower's to keep by a rule of its own.
		let giver = Some(movement.sender).filter(|sender| *sender == movement.owner);
		let mut found = Self::rules_on(giver, classes);
		if found.is_empty() {
			return Ok(Passed::default());
		}
		if found.len() as u32 > MAX_APPLICABLE {
			tell(Refusal::TooManyRules)?;
			found.truncate(MAX_APPLICABLE as usize);
		}
		let mut examination = Examination::<T>::new(movement);
		let count = found.len() as u32;
		let mut passages = Vec::new();
		for id in found {
			// Whatever the index lists is there.
			let Ok(rule) = Self::load(id) else { continue };
			if !binds(&rule, movement.terms) {
				continue;
			}
			let passage = examination.examine(id, &rule);
			unmet(&passage, &rule).into_iter().map(Refusal::Unmet).try_for_each(&mut *tell)?;
			passages.push(passage);
		}
		let emergencies = examination.known.emergencies_looked_for();
		Ok(Passed { count, passages, emergencies })
	}

	fn count(passed: &Passed) -> u8 {
		u8::try_from(passed.count).unwrap_or(u8::MAX)
	}

	fn weight_of_emergencies(passed: &Passed) -> Weight {
		Self::most_of_emergencies(passed.emergencies)
	}

	fn most_of_emergencies(classes: u32) -> Weight {
		T::Emergencies::weight_of_severity().saturating_mul(classes.into())
	}

	fn yields(id: RuleId) -> bool {
		Self::load(id).is_ok_and(|rule| rule.author != Author::Governance)
	}

	fn settle(transfer: TransferId, movement: &Movement, passed: Passed) -> DispatchResult {
		match movement.occasion {
			Occasion::Proposal => {
				for passage in &passed.passages {
					let mut shares = passage.shares.iter();
					shares.try_for_each(|share| Self::add_share(passage.rule, share))?;
				}
				Self::keep_passages(transfer, passed.passages);
			}
			Occasion::Dispatch { rules, .. } => {
				let earlier = match rules {
					0 => Default::default(),
					_ => Self::drop_passages(transfer),
				};
				for passage in &passed.passages {
					let known = earlier.iter().find(|known| known.rule == passage.rule);
					let is_new =
						|share: &&Share| !known.is_some_and(|known| counts(known, passage, share));
					let mut shares = passage.shares.iter().filter(is_new);
					shares.try_for_each(|share| Self::add_share(passage.rule, share))?;
				}
			}
		}
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill(
		sender: salus_primitives::InstitutionId,
		receiver: salus_primitives::InstitutionId,
		class: salus_primitives::ClassId,
		rules: u32,
	) {
		crate::benchmarking::fill::<T>((sender, receiver), class, rules, false);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_in_emergency(
		sender: salus_primitives::InstitutionId,
		receiver: salus_primitives::InstitutionId,
		class: salus_primitives::ClassId,
	) {
		crate::benchmarking::fill::<T>((sender, receiver), class, MAX_APPLICABLE, true);
	}
}

/// Whether a rule binds goods under some terms: it is not paused, and one of governance speaks of returns if
/// they go back. What came must be able to go back, unless governance says otherwise in so many words, or
/// the sender does of what is its own.
fn binds(rule: &Rule, terms: TermsKind) -> bool {
	let speaks = terms != TermsKind::Return
		|| rule.author != Author::Governance
		|| wording::names_returns(&rule.wording);
	rule.force == Force::Binding && speaks
}

/// Whether a transfer is counted already among the same receivers, over a period of the same length; under
/// another wording than that of its proposal, in the same period.
fn counts(known: &Passage, now: &Passage, share: &Share) -> bool {
	let same_period =
		|counted: &Share| known.version == now.version || counted.period == share.period;
	known.shares.iter().any(|counted| counted.key == share.key && same_period(counted))
}

/// The bit of a clause.
fn bit(alternative: usize, clause: usize) -> u32 {
	let place = alternative.saturating_mul(MAX_CLAUSES as usize).saturating_add(clause);
	1u32.checked_shl(place as u32).unwrap_or_default()
}

/// Every clause that is not met, unless an alternative holds wholly.
fn unmet(passage: &Passage, rule: &Rule) -> Vec<Unmet> {
	let mut unmet = Vec::new();
	for (place, alternative) in rule.wording.iter().enumerate() {
		let before = unmet.len();
		let failing =
			(0..alternative.len()).filter(|clause| passage.met & bit(place, *clause) == 0);
		unmet.extend(failing.map(|clause| Unmet {
			rule: passage.rule,
			alternative: place as u8,
			condition: clause as u8,
		}));
		if unmet.len() == before {
			return Vec::new();
		}
	}
	unmet
}

/// One movement, while it is examined.
struct Examination<'a, T: Config> {
	known: Known<'a, T>,
	/// How it passed when it was proposed.
	earlier: Vec<Passage>,
	/// The transfer, once it has an identifier.
	transfer: Option<TransferId>,
}

/// One rule, while a movement is examined by it.
struct Asked<'a> {
	id: RuleId,
	rule: &'a Rule,
	/// The lines that the rule is for.
	lines: Vec<&'a Line>,
	/// The sum of them.
	quantity: Total,
	/// How the movement passed the rule when it was proposed, under whatever wording.
	earlier: Option<&'a Passage>,
}

impl<'a, T: Config> Examination<'a, T> {
	fn new(movement: &'a Movement) -> Self {
		let (transfer, rules) = match movement.occasion {
			Occasion::Proposal => (None, 0),
			Occasion::Dispatch { transfer, rules, .. } => (Some(transfer), rules),
		};
		let earlier = transfer.filter(|_| rules > 0).map(Pallet::<T>::passages);
		let earlier = earlier.map_or_else(Vec::new, BoundedVec::into_inner);
		Self { known: Known::new(movement), earlier, transfer }
	}

	fn examine(&mut self, id: RuleId, rule: &Rule) -> Passage {
		let Self { known, earlier, transfer } = self;
		let in_scope = |line: &&Line| rule.class.is_none_or(|class| class == line.class);
		let movement = known.movement;
		let lines: Vec<_> = movement.lines.iter().filter(in_scope).collect();
		let quantity: Total = lines.iter().map(|line| Total::from(line.quantity)).sum();
		let earlier = earlier.iter().find(|passage| passage.rule == id);
		let asked = Asked { id, rule, lines, quantity, earlier };
		let remembered = earlier.filter(|passage| passage.version == rule.version);

		let mut met = 0;
		let mut shares: Vec<Share> = Vec::new();
		for (place, alternative) in rule.wording.iter().enumerate() {
			for (number, clause) in alternative.iter().enumerate() {
				let bit = bit(place, number);
				let share = share_of(known, &asked, &clause.condition);
				let is_met = match remembered {
					Some(passage) if is_decided_once(&clause.condition) => passage.met & bit != 0,
					_ => is_met(known, &asked, *transfer, clause, share.as_ref()),
				};
				met |= if is_met { bit } else { 0 };
				shares.extend(share.filter(|share| !shares.contains(share)));
			}
		}
		// No more than the limits that a rule may have.
		let shares = BoundedVec::truncate_from(shares);
		Passage { rule: id, version: rule.version, met, shares }
	}
}

/// Whether a condition is decided when a transfer is proposed, and not again.
fn is_decided_once(condition: &Condition) -> bool {
	matches!(
		condition,
		Condition::KeepsUnits { .. } | Condition::KeepsDays { .. } | Condition::AtMost { .. }
	)
}

/// What a movement counts as under a condition that is a limit.
fn share_of<T: Config>(
	known: &mut Known<T>,
	asked: &Asked,
	condition: &Condition,
) -> Option<Share> {
	let Condition::AtMost { days, to, .. } = condition else { return None };
	let receiver = known.movement.receiver;
	let among = match to {
		Reach::Receiver => Among::Receiver(receiver),
		Reach::Region => Among::Region(known.body(receiver)?.region.clone()),
		Reach::Everybody => Among::Everybody,
	};
	Some(Share::new(*days, among, known.now, asked.quantity))
}

/// Whether a clause is met, or cannot be decided yet.
fn is_met<T: Config>(
	known: &mut Known<T>,
	asked: &Asked,
	transfer: Option<TransferId>,
	clause: &Clause,
	share: Option<&Share>,
) -> bool {
	let holds = holds(known, asked, transfer, &clause.condition, share);
	holds.is_none_or(|holds| holds != clause.negated)
}

/// Whether a condition holds; `None` while it cannot be decided.
fn holds<T: Config>(
	known: &mut Known<T>,
	asked: &Asked,
	transfer: Option<TransferId>,
	condition: &Condition,
	share: Option<&Share>,
) -> Option<bool> {
	let movement = known.movement;
	Some(match condition {
		Condition::Licensed { party, capability } => {
			let institution = known.party(*party)?;
			known.is_licensed(institution, *capability)
		}
		Condition::OfKind { party, kind } => {
			let institution = known.party(*party)?;
			known.body(institution).is_some_and(|body| body.kind == *kind)
		}
		Condition::Within { party, region } => {
			let institution = known.party(*party)?;
			known.is_within(institution, region)
		}
		Condition::ShelfLife { days } => {
			let least = DAY.saturating_mul(u64::from(*days));
			let keeps = |expires_at: u64| {
				let left = expires_at.checked_sub(movement.receive_by);
				left.is_some_and(|left| left >= least)
			};
			asked.lines.iter().all(|line| line.expires_at.is_none_or(keeps))
		}
		Condition::KeepsUnits { units } => asked.lines.iter().all(|line| {
			let kept = kept(known, asked, transfer, line);
			kept.is_some_and(|kept| kept >= Total::from(*units))
		}),
		Condition::KeepsDays { days } => asked.lines.iter().all(|line| {
			let needed = known.level(line.class).daily_use.saturating_mul(Total::from(*days));
			// Use is told in thousandths.
			let kept = kept(known, asked, transfer, line);
			kept.is_some_and(|kept| kept.saturating_mul(1_000) >= needed)
		}),
		Condition::AtMost { quantity, .. } => share.is_some_and(|share| {
			let before = Pallet::<T>::counted(asked.id, &share.key, share.period);
			let is_counted = asked.earlier.is_some_and(|earlier| {
				let same = |known: &&Share| known.key == share.key;
				let known = earlier.shares.iter().find(same);
				known.is_some_and(|known| known.period == share.period)
			});
			let more = if is_counted { 0 } else { share.quantity };
			before.checked_add(more).is_some_and(|sum| sum <= Total::from(*quantity))
		}),
		Condition::Terms { among } => among.contains(&movement.terms),
		Condition::Between { least, most } => {
			(Total::from(*least)..=Total::from(*most)).contains(&asked.quantity)
		}
		Condition::Serves { priority } => movement.serves.is_some_and(|served| served >= *priority),
		Condition::Emergency { severity } => asked.lines.iter().all(|line| {
			let found = known.severity(line.class);
			found.is_some_and(|found| found >= *severity)
		}),
		Condition::CoSigned { kind, signing } => {
			let signed = match signing {
				Signing::Pair => {
					Signed::Pair { sender: movement.sender, receiver: movement.receiver }
				}
				Signing::Transfer => Signed::Transfer(transfer?),
			};
			is_signed(known, asked, signed, *kind)
		}
	})
}

/// What the sender keeps available of a line's class. At dispatch the goods are not available any more,
/// nor are they when they were offered or quarantined before.
fn kept<T: Config>(
	known: &mut Known<T>,
	asked: &Asked,
	transfer: Option<TransferId>,
	line: &Line,
) -> Option<Total> {
	let available = known.level(line.class).available;
	let source = known.movement.source;
	let has_left = matches!(source, Source::Offered | Source::QuarantinedForReturn);
	if transfer.is_some() || has_left {
		return Some(available);
	}
	let same_class = asked.lines.iter().filter(|other| other.class == line.class);
	let leaves: Total = same_class.map(|other| Total::from(other.quantity)).sum();
	available.checked_sub(leaves)
}

/// Whether an institution of a kind has signed that may act and is neither sender nor receiver.
fn is_signed<T: Config>(
	known: &mut Known<T>,
	asked: &Asked,
	signed: Signed,
	kind: InstitutionKind,
) -> bool {
	let Movement { sender, receiver, .. } = *known.movement;
	let listed = Pallet::<T>::signatures_of(asked.id, signed, kind);
	listed.iter().any(|signature| {
		let by = signature.by;
		!signature.has_lapsed(Some(asked.rule), known.now)
			&& by != sender
			&& by != receiver
			&& known.may_act(by)
			&& known.body(by).is_some_and(|body| body.kind == kind)
	})
}
