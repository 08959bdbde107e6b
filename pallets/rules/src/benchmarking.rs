//! Worst cases, one for each branch that costs differently.
//!
//! They need a clock that can be turned, which is why they ask for the timestamp pallet; the pallet
//! itself does not.

#![cfg(feature = "runtime-benchmarks")]

use crate::{
	Among, Author, Call, Clause, Condition, Config, Count, CountKey, Counts, Force, Index,
	NextRuleId, OwnRules, Pallet, Party, Passage, Passages, Reach, Rule, Rules, Share, Signature,
	Signatures, SignaturesGiven, Signed, Signing, Withdrawn, Wording, GOVERNANCE_RULES,
	MAX_ALTERNATIVES, MAX_APPLICABLE, MAX_CLAUSES, MAX_GOVERNED, MAX_LIMITS, MAX_OWN,
	MAX_SIGNATURES, OWN_RULES,
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::{v2::*, BenchmarkError};
use frame_support::{
	traits::{EnsureOrigin, Get},
	BoundedBTreeSet, BoundedVec,
};
use frame_system::RawOrigin;
use salus_primitives::{
	Access, BenchmarkHelper, Capability, ClassId, Directory, Emergencies, InstitutionId,
	InstitutionKind, Moment, Priority, Quantity, RecordId, RegionCode, RuleId, Severity, TermsKind,
	Trail, TransferId,
};
use sp_core::H256;

/// Noon of 23 January 2020, in milliseconds.
const NOW: Moment = 1_579_780_800_000;
const CLASS: ClassId = ClassId(u32::MAX);
/// Of the kind that [`BenchmarkHelper::commission`] makes.
const KIND: InstitutionKind = InstitutionKind::HealthCommission;

fn clause(condition: Condition) -> Clause {
	Clause { condition, negated: false }
}

fn alternative(conditions: Vec<Condition>) -> BoundedVec<Clause, sp_core::ConstU32<MAX_CLAUSES>> {
	BoundedVec::truncate_from(conditions.into_iter().map(clause).collect())
}

/// All terms.
fn all_terms() -> Condition {
	let mut among = BoundedBTreeSet::new();
	for kind in [TermsKind::Gift, TermsKind::Sale, TermsKind::Loan, TermsKind::Return] {
		among.try_insert(kind).expect("there is room for all four");
	}
	Condition::Terms { among }
}

/// A wording of as many conditions as can be, of the most expensive kinds. Only the last alternative
/// holds, and every condition of the others is looked at. It speaks of returns, so that it binds them. What is
/// asked about an emergency is weighed apart from the rules.
fn long_wording(class: Option<ClassId>, region: &RegionCode, in_emergency: bool) -> Wording {
	let within = |party| Condition::Within { party, region: region.clone() };
	let licensed = |party| Condition::Licensed { party, capability: Capability::DangerousGoods };
	let signed = |kind| Condition::CoSigned { kind, signing: Signing::Pair };
	let limit = |days, to| match class {
		Some(_) => Condition::AtMost { quantity: Quantity::MAX, days, to },
		None => Condition::KeepsDays { days },
	};
	let last = match in_emergency {
		true => Condition::Emergency { severity: Severity::General },
		false => licensed(Party::Receiver),
	};
	let looked_up = alternative(vec![
		signed(KIND),
		signed(InstitutionKind::Donor),
		limit(7, Reach::Region),
		limit(30, Reach::Receiver),
		within(Party::Sender),
		within(Party::Receiver),
		licensed(Party::Sender),
		last,
	]);
	let reckoned = alternative(vec![
		Condition::KeepsDays { days: 7 },
		Condition::KeepsDays { days: 14 },
		Condition::ShelfLife { days: 30 },
		within(Party::Carrier),
		licensed(Party::Receiver),
		licensed(Party::Carrier),
		Condition::Serves { priority: Priority::Stat },
		Condition::OfKind { party: Party::Receiver, kind: InstitutionKind::Laboratory },
	]);
	let holds = alternative(vec![all_terms(); MAX_CLAUSES as usize]);
	let wording: Vec<_> = [looked_up, reckoned.clone(), reckoned, holds].into();
	BoundedVec::truncate_from(wording)
}

/// A wording of `conditions` conditions, spread over as many alternatives as can be, each of which names
/// another region.
fn wording_of<T: Config>(conditions: u32) -> Wording {
	let mut wording = Wording::new();
	for number in 0..conditions {
		let region = T::BenchmarkHelper::region(number);
		let condition = clause(Condition::Within { party: Party::Carrier, region });
		if (wording.len() as u32) < MAX_ALTERNATIVES {
			wording
				.try_push(BoundedVec::truncate_from(vec![condition]))
				.expect("there is room for an alternative");
		} else if let Some(short) =
			wording.iter_mut().find(|alternative| (alternative.len() as u32) < MAX_CLAUSES)
		{
			short.try_push(condition).expect("there is room for a condition");
		}
	}
	wording
}

/// Stores a rule under an author and scope that have room.
fn store<T: Config>(author: Author, class: Option<ClassId>, wording: Wording) -> RuleId {
	let id = NextRuleId::<T>::get();
	NextRuleId::<T>::put(id.next().expect("identifiers are left"));
	let rule = Rule {
		author,
		class,
		wording,
		digest: H256::repeat_byte(1),
		version: 0,
		force: Force::Binding,
		newest_record: Some(RecordId(0)),
	};
	Rules::<T>::insert(id, rule);
	match author {
		Author::Governance => Index::<T>::mutate(|index| {
			let mut listed = index.governed.remove(&class).unwrap_or_default();
			listed.try_push(id).expect("there is room for the rule");
			index.governed.try_insert(class, listed).expect("there is room for the scope");
		}),
		Author::Institution(institution) => {
			OwnRules::<T>::mutate(institution, |own| {
				let mut listed = own.remove(&class).unwrap_or_default();
				listed.try_push(id).expect("there is room for the rule");
				own.try_insert(class, listed).expect("there is room for the scope");
			});
			Index::<T>::mutate(|index| index.authors.set(institution, true));
		}
	}
	id
}

/// Fills the index with scopes of other classes, as far as `kept` may have theirs, and with authors.
fn fill_index<T: Config>(own: Option<InstitutionId>, kept: ClassId) {
	let others =
		|most: u32| (0..most.saturating_sub(1)).map(|number| ClassId(u32::MAX - 1 - number));
	Index::<T>::mutate(|index| {
		for class in others(MAX_GOVERNED).filter(|class| *class != kept) {
			let listed =
				BoundedVec::truncate_from(vec![RuleId(u32::MAX); GOVERNANCE_RULES as usize]);
			index.governed.try_insert(Some(class), listed).expect("there is room for the scope");
		}
		// The last byte that there can be.
		index.authors.set(InstitutionId(8 * 1_024 - 1), true);
	});
	if let Some(institution) = own {
		OwnRules::<T>::mutate(institution, |own| {
			for class in others(MAX_OWN).filter(|class| *class != kept) {
				let listed = BoundedVec::truncate_from(vec![RuleId(u32::MAX); OWN_RULES as usize]);
				own.try_insert(Some(class), listed).expect("there is room for the scope");
			}
		});
	}
}

/// Writes `rules` rules that goods of `class` fall under from `sender` to `receiver`: of governance first. The
/// index is full, however many there are, and as many have signed under each rule as may. Those `in_emergency`
/// ask for one, and where the receiver is as many are in force as may.
pub(crate) fn fill<T: Config>(
	(sender, receiver): (InstitutionId, InstitutionId),
	class: ClassId,
	rules: u32,
	in_emergency: bool,
) {
	let own = Author::Institution(sender);
	let places = [
		(Author::Governance, Some(class), GOVERNANCE_RULES),
		(Author::Governance, None, GOVERNANCE_RULES),
		(own, Some(class), OWN_RULES),
		(own, None, OWN_RULES),
	];
	let region = T::BenchmarkHelper::region(0);
	if let Some(body) = T::Directory::body(receiver).filter(|_| in_emergency) {
		T::Emergencies::put_in_force(&body.region, class);
	}
	let signers: Vec<_> = (0..if rules == 0 { 0 } else { MAX_SIGNATURES })
		.map(|number| {
			let signer: T::AccountId = account("signer", number, 0);
			T::BenchmarkHelper::commission(T::BenchmarkHelper::region(1), &signer)
		})
		.collect();
	let scopes = places
		.into_iter()
		.flat_map(|(author, class, count)| (0..count).map(move |_| (author, class)));
	let has_own = rules > 2 * GOVERNANCE_RULES;
	for (author, class) in scopes.take(rules as usize) {
		let id = store::<T>(author, class, long_wording(class, &region, in_emergency));
		for kind in [KIND, InstitutionKind::Donor] {
			// None of them is of the second kind: all of them are looked at.
			let signed = Signed::Pair { sender, receiver };
			let signature =
				|by: &InstitutionId| Signature { by: *by, version: 0, until: Moment::MAX };
			let listed = signers.iter().map(signature).collect();
			Signatures::<T>::insert(id, (signed, kind), BoundedVec::truncate_from(listed));
		}
	}
	fill_index::<T>(Some(sender).filter(|_| has_own), class);
}

fn governance<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::GovernanceOrigin::try_successful_origin().map_err(|_| BenchmarkError::Stop("nobody governs"))
}

/// An institution and its admin, who acts in all roles.
fn admin<T: Config>() -> (InstitutionId, T::AccountId) {
	let admin: T::AccountId = account("admin", 0, 0);
	(T::BenchmarkHelper::institution(&admin), admin)
}

/// A commission, and who signs for it.
fn commission<T: Config>() -> (InstitutionId, T::AccountId) {
	let who: T::AccountId = account("commission", 0, 0);
	(T::BenchmarkHelper::commission(T::BenchmarkHelper::region(0), &who), who)
}

fn pair() -> Signed {
	Signed::Pair { sender: InstitutionId(u32::MAX - 1), receiver: InstitutionId(u32::MAX) }
}

/// A rule of an institution that demands signatures, and others in every scope.
fn own_rule<T: Config>(institution: InstitutionId) -> RuleId {
	fill_index::<T>(Some(institution), CLASS);
	let wording = long_wording(Some(CLASS), &T::BenchmarkHelper::region(0), false);
	store::<T>(Author::Institution(institution), Some(CLASS), wording)
}

/// Stores a signature as if it had been given.
fn signed<T: Config>(rule: RuleId, by: InstitutionId, until: Moment) {
	Signatures::<T>::mutate(rule, (pair(), KIND), |listed| {
		listed
			.try_push(Signature { by, version: 0, until })
			.expect("there is room for the signature");
	});
	SignaturesGiven::<T>::mutate(by, |given| *given = given.saturating_add(1));
}

fn key<T: Config>(number: u16) -> CountKey {
	CountKey { days: number, among: Among::Region(T::BenchmarkHelper::region(0)) }
}

fn turn_to<T: pallet_timestamp::Config<Moment = u64>>(now: Moment) {
	pallet_timestamp::Now::<T>::put(now);
}

#[benchmarks(where T: pallet_timestamp::Config<Moment = u64>)]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn write_rule(c: Linear<1, { MAX_ALTERNATIVES * MAX_CLAUSES }>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let (institution, admin) = admin::<T>();
		own_rule::<T>(institution);
		let wording = wording_of::<T>(c);
		let id = NextRuleId::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(admin), Some(CLASS), wording, H256::repeat_byte(2));
		assert!(Rules::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn amend_rule(c: Linear<1, { MAX_ALTERNATIVES * MAX_CLAUSES }>) -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let (institution, admin) = admin::<T>();
		let id = own_rule::<T>(institution);
		let wording = wording_of::<T>(c);
		#[extrinsic_call]
		_(RawOrigin::Signed(admin), id, wording, H256::repeat_byte(2));
		assert_eq!(Rules::<T>::get(id).map(|rule| rule.version), Some(1));
		Ok(())
	}

	#[benchmark]
	fn pause_rule() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let (institution, admin) = admin::<T>();
		let id = own_rule::<T>(institution);
		#[extrinsic_call]
		_(RawOrigin::Signed(admin), id);
		let by = Author::Institution(institution);
		assert_eq!(Rules::<T>::get(id).map(|rule| rule.force), Some(Force::Paused { by }));
		Ok(())
	}

	#[benchmark]
	fn resume_rule() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let (institution, admin) = admin::<T>();
		let id = own_rule::<T>(institution);
		let by = Author::Institution(institution);
		Pallet::<T>::pause_rule(RawOrigin::Signed(admin.clone()).into(), id)?;
		assert_eq!(Rules::<T>::get(id).map(|rule| rule.force), Some(Force::Paused { by }));
		#[extrinsic_call]
		_(RawOrigin::Signed(admin), id);
		assert_eq!(Rules::<T>::get(id).map(|rule| rule.force), Some(Force::Binding));
		Ok(())
	}

	#[benchmark]
	fn withdraw_rule() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let (institution, _) = admin::<T>();
		// The only one of its author, whose scopes go with it.
		let wording = long_wording(Some(CLASS), &T::BenchmarkHelper::region(0), false);
		let id = store::<T>(Author::Institution(institution), Some(CLASS), wording);
		fill_index::<T>(None, CLASS);
		let origin = governance::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);
		assert!(Withdrawn::<T>::contains_key(id));
		assert!(!OwnRules::<T>::contains_key(institution));
		Ok(())
	}

	#[benchmark]
	fn co_sign() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let (institution, _) = admin::<T>();
		let id = own_rule::<T>(institution);
		let (by, who) = commission::<T>();
		for number in 0..MAX_SIGNATURES {
			let other: T::AccountId = account("other", number, 0);
			let region = T::BenchmarkHelper::region(number.saturating_add(1));
			signed::<T>(id, T::BenchmarkHelper::commission(region, &other), NOW - 1);
		}
		let until = NOW.saturating_add(T::MaxSignatureTerm::get());
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, pair(), until);
		let listed = Signatures::<T>::get(id, (pair(), KIND));
		assert_eq!(listed.into_inner(), [Signature { by, version: 0, until }]);
		Ok(())
	}

	#[benchmark]
	fn revoke_signature() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let (institution, _) = admin::<T>();
		let id = own_rule::<T>(institution);
		for number in 1..MAX_SIGNATURES {
			signed::<T>(id, InstitutionId(u32::MAX - number), NOW);
		}
		let (by, who) = commission::<T>();
		signed::<T>(id, by, NOW);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, pair(), KIND);
		assert!(!SignaturesGiven::<T>::contains_key(by));
		Ok(())
	}

	#[benchmark]
	fn expire_signature() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let (institution, admin) = admin::<T>();
		let id = own_rule::<T>(institution);
		for number in 1..MAX_SIGNATURES {
			signed::<T>(id, InstitutionId(u32::MAX - number), NOW);
		}
		let (by, _) = commission::<T>();
		signed::<T>(id, by, NOW - 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(admin), id, pair(), KIND, by);
		assert!(!SignaturesGiven::<T>::contains_key(by));
		Ok(())
	}

	#[benchmark]
	fn clear_count() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let (institution, admin) = admin::<T>();
		let id = own_rule::<T>(institution);
		Counts::<T>::insert(id, key::<T>(1), Count { period: 0, quantity: u128::MAX });
		#[extrinsic_call]
		_(RawOrigin::Signed(admin), id, key::<T>(1));
		assert!(!Counts::<T>::contains_key(id, key::<T>(1)));
		Ok(())
	}

	#[benchmark]
	fn forget_rule() -> Result<(), BenchmarkError> {
		turn_to::<T>(NOW);
		let (_, admin) = admin::<T>();
		let id = RuleId(0);
		Withdrawn::<T>::insert(id, RecordId(0));
		// The call itself, save that no benchmark can prune the trail.
		#[block]
		{
			T::Access::anyone(RawOrigin::Signed(admin).into())?;
			Pallet::<T>::do_forget_rule(id, |newest| {
				let _asked = T::Trail::is_pruned(newest);
				true
			})?;
		}
		assert!(!Withdrawn::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn unsent(s: Linear<0, { MAX_APPLICABLE * MAX_LIMITS }>) {
		let transfer = TransferId(0);
		let mut left = s;
		let passages = (0..s.div_ceil(MAX_LIMITS)).map(|number| {
			let rule = RuleId(number);
			let shares = left.min(MAX_LIMITS);
			left = left.saturating_sub(shares);
			let share = |number: u32| {
				let (key, period, quantity) = (key::<T>(number as u16), 1, 1);
				Counts::<T>::insert(rule, &key, Count { period, quantity: u128::MAX });
				Share { key, period, quantity }
			};
			let shares = BoundedVec::truncate_from((1..=shares).map(share).collect());
			Passage { rule, version: 0, met: u32::MAX, shares }
		});
		let passages: Vec<_> = passages.collect();
		if !passages.is_empty() {
			Passages::<T>::insert(transfer, BoundedVec::truncate_from(passages));
		}
		#[block]
		{
			Pallet::<T>::undo_passages(transfer);
		}
		assert!(!Passages::<T>::contains_key(transfer));
	}

	impl_benchmark_test_suite! {
		Pallet,
		crate::mock::stage(),
		crate::mock::Test,
	}
}
