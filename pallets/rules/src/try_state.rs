//! The invariants, as the pallet's documentation numbers them.

use crate::{
	Author, Config, Count, CountKey, Counts, Index, NextRuleId, OwnRules, Pallet, Passages, Rules,
	Signatures, SignaturesGiven, Withdrawn, MAX_GOVERNED, MAX_OWN,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::traits::Get;
use salus_primitives::{check_invariant, ClassId, InstitutionId, RuleId, Total, Trail};
use sp_runtime::TryRuntimeError;

/// Where a rule is listed.
type Places = BTreeSet<(Author, Option<ClassId>, RuleId)>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant that the pallet's documentation lists.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		check_rules::<T>()?;
		check_index::<T>()?;
		check_counts::<T>()?;
		check_signatures::<T>()
	}
}

fn check_rules<T: Config>() -> Result<(), TryRuntimeError> {
	let next = NextRuleId::<T>::get();
	for (id, rule) in Rules::<T>::iter() {
		check_invariant!("rules", 1, id < next, "a rule is not below the next", id);
		let sound = Pallet::<T>::check_wording(rule.class, &rule.wording).is_ok();
		check_invariant!("rules", 1, sound, "a rule says what none may", id);
	}
	for id in Withdrawn::<T>::iter_keys() {
		check_invariant!("rules", 2, id < next, "a withdrawn one is not below the next", id);
		let removed = !Rules::<T>::contains_key(id);
		check_invariant!("rules", 2, removed, "a withdrawn rule is stored", id);
	}
	Ok(())
}

fn check_index<T: Config>() -> Result<(), TryRuntimeError> {
	let index = Index::<T>::get();
	let mut listed = Places::new();
	let mut entries = 0usize;
	let mut list = |author, scope: &Option<ClassId>, rules: &[RuleId]| {
		entries = entries.saturating_add(rules.len());
		listed.extend(rules.iter().map(|id| (author, *scope, *id)));
	};
	let classes = |scope: &&Option<ClassId>| scope.is_some();
	for (scope, rules) in &index.governed {
		check_invariant!("rules", 3, !rules.is_empty(), "a scope has no rules", scope);
		list(Author::Governance, scope, rules);
	}
	let governed = index.governed.keys().filter(classes).count() as u32;
	check_invariant!("rules", 3, governed <= MAX_GOVERNED, "too many classes", governed);
	for (institution, own) in OwnRules::<T>::iter() {
		check_invariant!("rules", 3, !own.is_empty(), "an author has no rules", institution);
		for (scope, rules) in &own {
			check_invariant!("rules", 3, !rules.is_empty(), "a scope has no rules", institution);
			list(Author::Institution(institution), scope, rules);
		}
		let classes = own.keys().filter(classes).count() as u32;
		check_invariant!("rules", 3, classes <= MAX_OWN, "too many classes", institution);
		let known = index.authors.may_have(institution);
		check_invariant!("rules", 3, known, "an author is not known as one", institution);
	}
	let stored: Places =
		Rules::<T>::iter().map(|(id, rule)| (rule.author, rule.class, id)).collect();
	let same = stored == listed && entries == stored.len();
	check_invariant!("rules", 3, same, "the index does not list the rules", stored, listed);
	let authors: BTreeSet<_> = OwnRules::<T>::iter_keys().collect();
	let extra = index.authors.iter().find(|institution| !authors.contains(institution));
	check_invariant!("rules", 3, extra.is_none(), "who has no rules is known as author", extra);
	Ok(())
}

fn check_counts<T: Config>() -> Result<(), TryRuntimeError> {
	let next = NextRuleId::<T>::get();
	let mut shared: BTreeMap<(RuleId, CountKey, u64), Total> = BTreeMap::new();
	for (transfer, passages) in Passages::<T>::iter() {
		check_invariant!("rules", 4, !passages.is_empty(), "a transfer passed nothing", transfer);
		let rules: BTreeSet<_> = passages.iter().map(|passage| passage.rule).collect();
		let once = rules.len() == passages.len() && rules.iter().all(|rule| *rule < next);
		check_invariant!("rules", 4, once, "a transfer passed a rule twice, or none", transfer);
		for passage in passages {
			for share in passage.shares {
				let sum = shared.entry((passage.rule, share.key, share.period)).or_default();
				*sum = sum.saturating_add(share.quantity);
			}
		}
	}
	for (rule, key, Count { period, quantity }) in Counts::<T>::iter() {
		let known = Rules::<T>::contains_key(rule) || Withdrawn::<T>::contains_key(rule);
		check_invariant!("rules", 4, known, "a count is under no rule", rule, key);
		let shares = shared.remove(&(rule, key.clone(), period)).unwrap_or_default();
		let enough = shares <= quantity;
		check_invariant!("rules", 4, enough, "less is counted than transfers share", rule, key);
	}
	// Of an earlier period, the count may have been cleared, or have gone on with another period.
	for ((rule, key, period), shares) in shared {
		let is_over = period < key.period_at(T::Trail::now());
		let cleared = is_over || !Rules::<T>::contains_key(rule) || shares == 0;
		check_invariant!("rules", 4, cleared, "what transfers share is not counted", rule, key);
	}
	Ok(())
}

fn check_signatures<T: Config>() -> Result<(), TryRuntimeError> {
	let mut given: BTreeMap<InstitutionId, u32> = BTreeMap::new();
	for (rule, (signed, kind), listed) in Signatures::<T>::iter() {
		let known = Rules::<T>::contains_key(rule) || Withdrawn::<T>::contains_key(rule);
		check_invariant!("rules", 5, known, "a signature is under no rule", rule, signed);
		check_invariant!("rules", 5, !listed.is_empty(), "nobody signed", rule, signed, kind);
		let signers: BTreeSet<_> = listed.iter().map(|signature| signature.by).collect();
		let once = signers.len() == listed.len();
		check_invariant!("rules", 5, once, "somebody signed twice", rule, signed, kind);
		for by in signers {
			let count = given.entry(by).or_default();
			*count = count.saturating_add(1);
		}
	}
	let counted: BTreeMap<_, _> = SignaturesGiven::<T>::iter().collect();
	let same = counted == given;
	check_invariant!("rules", 5, same, "signatures are miscounted", counted, given);
	let most = T::MaxSignaturesGiven::get();
	let few = counted.values().all(|count| *count <= most);
	check_invariant!("rules", 5, few, "an institution gave too many signatures", counted);
	Ok(())
}
