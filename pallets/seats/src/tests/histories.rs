//! Any history keeps the invariants.

use crate::{mock::*, Call};
use alloc::collections::BTreeMap;
use frame_support::{traits::UnfilteredDispatchable, weights::Weight};
use salus_primitives::{
	chance::Random, mock::MockDirectory, Directory, InstitutionId, InstitutionKind, Role, Standing,
};

const COMMISSIONS: [InstitutionId; 5] = [HUBEI, BEIJING, SHANGHAI, HUNAN, HAINAN];
const ACCOUNTS: [u64; 8] = [WU, ADMIN, JING, PAUPER, XIANG, QIONG, 60, 61];

/// Some call of this pallet, right or wrong.
fn call(random: &mut Random) -> bool {
	let institution = random.pick(&COMMISSIONS);
	let speaker = random.pick(&ACCOUNTS);
	let (origin, call): (_, Call<Test>) = match random.below(6) {
		0 | 1 => (root(), Call::give_seat { institution, speaker }),
		2 => (root(), Call::vacate_seat { institution }),
		_ => (signed(random.pick(&ACCOUNTS)), Call::reassign_seat { speaker }),
	};
	call.dispatch_bypass_filter(origin).is_ok()
}

/// Something becomes of an institution or its agents.
fn fate(random: &mut Random) -> bool {
	let institution = random.pick(&COMMISSIONS);
	let who = random.pick(&ACCOUNTS);
	match (random.below(10), MockDirectory::standing(institution)) {
		(0 | 1, Some(Standing::Active)) => stands(institution, Standing::Suspended),
		(0..=3, Some(Standing::Suspended)) => stands(institution, Standing::Active),
		(7, Some(Standing::Suspended)) if random.one_in(4) => {
			stands(institution, Standing::WoundUp);
		}
		(4, _) => match MockDirectory::institution_of(&who) {
			Some(institution) => leaves(institution, who),
			None => MockDirectory::appoint(who, institution, &[Role::Admin]),
		},
		(5 | 6, _) if MockDirectory::institution_of(&who).is_none() => {
			MockDirectory::appoint(who, institution, &[Role::Admin]);
		}
		(8, _) if random.one_in(4) => becomes(institution, InstitutionKind::Hospital),
		(9, _) => becomes(institution, InstitutionKind::HealthCommission),
		_ => return false,
	}
	true
}

/// A motion begins, is voted on or ends. Who proposed it is entered in `proposed`.
fn motion(random: &mut Random, proposed: &mut BTreeMap<H256, InstitutionId>) -> bool {
	let motion = remark(&[random.below(12) as u8]);
	let who = random.pick(&ACCOUNTS);
	let hash = hash_of(&motion);
	let index = index_of(&motion).unwrap_or_default();
	match random.below(8) {
		0..=3 => {
			let done = propose(who, motion).is_ok();
			if done {
				let by = MockDirectory::institution_of(&who).expect("a speaker is an agent");
				proposed.insert(hash, by);
			}
			done
		}
		4 | 5 => vote(who, &motion, index, random.one_in(2)).is_ok(),
		6 => Council::close(signed(who), hash, index, Weight::MAX, 100).is_ok(),
		_ if random.one_in(2) => Council::kill(root(), hash).is_ok(),
		_ => Council::release_proposal_cost(signed(who), hash).is_ok(),
	}
}

#[test]
fn any_history_keeps_the_invariants() {
	let (mut calls, mut fates, mut motions, mut refusals) = (0, 0, 0, 0);
	for seed in 0..24 {
		run(|| {
			let mut random = Random(seed);
			let mut proposed = BTreeMap::new();
			for turn in 0..300 {
				let done = match random.below(3) {
					0 => {
						let done = call(&mut random);
						calls += usize::from(done);
						done
					}
					1 => {
						let done = fate(&mut random);
						fates += usize::from(done);
						done
					}
					_ => {
						let done = motion(&mut random, &mut proposed);
						motions += usize::from(done);
						done
					}
				};
				refusals += usize::from(!done);
				System::set_block_number(System::block_number() + random.below(2));
				assert_eq!(Seats::do_try_state(), Ok(()), "seed {seed}, turn {turn}");
				for institution in COMMISSIONS {
					// A motion that ended locks nobody out.
					let left = Seats::motions_left(institution);
					let open = open_of(institution, &proposed);
					assert_eq!(left.map(|left| left + open), left.map(|_| 2), "seed {seed}");
				}
			}
		});
	}
	assert!(calls > 100, "{calls} calls were accepted");
	assert!(fates > 100, "{fates} fates");
	assert!(motions > 100, "{motions} motions moved");
	assert!(refusals > 100, "{refusals} refusals");
}

/// How many motions of an institution are open, by who proposed which.
fn open_of(institution: InstitutionId, proposed: &BTreeMap<H256, InstitutionId>) -> u32 {
	let open = pallet_collective::Proposals::<Test, Collective>::get();
	open.iter().filter(|motion| proposed.get(*motion) == Some(&institution)).count() as u32
}
