//! Whoever is invited, removed, suspended or wound up, in whatever order, the invariants stand, what
//! fails changes nothing, and accreditation can give every institution that is left an admin.

use crate::{
	mock::*, Admission, Agents, Amendment, Call, Error, InstitutionStanding, Invitations,
	NextInstitutionId, Place,
};
use alloc::collections::BTreeSet;
use frame_support::traits::UnfilteredDispatchable;
use salus_primitives::{
	chance::Random, Capability, ExternalId, InstitutionId, InstitutionKind, Role, Roles, Seat,
	SiteNumber,
};
use sp_runtime::StateVersion;

const KEYS: [u64; 9] =
	[ADMIN, STOREKEEPER, PORTER, OTHER_ADMIN, OTHER_STOREKEEPER, STRANGER, 30, 31, 32];

fn institution(random: &mut Random) -> InstitutionId {
	InstitutionId(random.below(u64::from(NextInstitutionId::<Test>::get().0) + 1) as u32)
}

fn some_roles(random: &mut Random) -> Roles {
	let chosen: BTreeSet<_> = [Role::Admin, Role::Stock, Role::Receive]
		.into_iter()
		.filter(|_| random.one_in(2))
		.collect();
	chosen.try_into().expect("there are five")
}

fn external(random: &mut Random) -> Option<ExternalId> {
	let uri = random.pick(&["urn:a", "urn:b", "urn:c"]);
	random.maybe(ExternalId::Uri(text(uri)))
}

fn some_place(random: &mut Random) -> Place {
	Place { external: external(random), ..place(random.pick(&["Ward", "Dock"])) }
}

/// Mostly an admin of some institution.
fn manager(random: &mut Random) -> u64 {
	let admins: Vec<_> = Agents::<Test>::iter()
		.filter_map(|(who, agent)| agent.roles.contains(&Role::Admin).then_some(who))
		.collect();
	match admins.is_empty() || random.one_in(6) {
		true => random.pick(&KEYS),
		false => random.pick(&admins),
	}
}

/// Mostly an invitation that is open.
fn invitation(random: &mut Random) -> (u64, InstitutionId) {
	let open: Vec<_> = Invitations::<Test>::iter_keys().collect();
	match open.is_empty() || random.one_in(6) {
		true => (random.pick(&KEYS), institution(random)),
		false => random.pick(&open),
	}
}

fn member_call(random: &mut Random) -> (u64, Call<Test>) {
	let (signer, who) = (manager(random), random.pick(&KEYS));
	let roles = some_roles(random);
	let (invited, institution) = invitation(random);
	let call = match random.below(9) {
		0 | 1 => Call::invite_agent { who, roles },
		2 | 3 => return (invited, Call::accept_invitation { institution }),
		4 => return (invited, Call::decline_invitation { institution }),
		5 => Call::withdraw_invitation { who: invited },
		6 => Call::change_roles { who, roles },
		7 => match random.one_in(2) {
			true => Call::remove_agent { who: signer },
			false => Call::remove_agent { who },
		},
		_ => match random.one_in(2) {
			true => Call::register_site { place: some_place(random) },
			false => {
				let site = SiteNumber(random.below(4) as u16);
				Call::amend_site { site, place: some_place(random) }
			}
		},
	};
	(signer, call)
}

fn accreditation_call(random: &mut Random) -> Call<Test> {
	let target = institution(random);
	let parent = institution(random);
	let (parent, external) = (random.maybe(parent), external(random));
	match random.below(12) {
		0 | 1 => Call::suspend_institution { institution: target },
		2 | 3 => Call::reinstate_institution { institution: target },
		4 | 5 => {
			let admins: Vec<_> = (0..random.below(4)).map(|_| random.pick(&KEYS)).collect();
			let admins = admins.try_into().expect("four at most");
			Call::replace_agents { institution: target, admins }
		}
		6 | 7 => {
			let admission = Admission { external, parent, ..admission("Clinic") };
			Call::admit_institution { admission, admin: random.pick(&KEYS) }
		}
		8 | 9 => {
			let amendment = Amendment {
				kind: random.pick(&[InstitutionKind::Hospital, InstitutionKind::Donor]),
				region: code(random.pick(&["CN", "CN-HB"])),
				name: text("Amended"),
				external,
				parent,
			};
			Call::amend_institution { institution: target, amendment }
		}
		10 => {
			let capability = random.pick(&[Capability::ColdChain, Capability::Ventilation]);
			Call::grant_licence { institution: target, capability, expires: NOW + 9, claim: None }
		}
		_ => match random.one_in(4) {
			true => Call::wind_up { institution: target },
			false if random.one_in(2) => {
				let (latitude, longitude) = (random.pick(&[0, 90_001]), 114_267);
				let seat = random.maybe(Seat { latitude, longitude });
				Call::set_seat { code: code(random.pick(&["CN", "CN-HB", "FR"])), seat }
			}
			false => Call::amend_region { code: code("CN"), population: 5, belt: None },
		},
	}
}

/// Every account can leave whatever it acts for, unless it is the last admin of an institution that
/// may act; and every institution that is not wound up can be given an admin.
fn nobody_is_locked_in_or_out() {
	for who in KEYS {
		let Some(agent) = Registry::agent_of(who) else { continue };
		let left = Call::<Test>::remove_agent { who }.dispatch_bypass_filter(signed(who));
		if let Err(refusal) = left {
			assert_eq!(refusal.error, Error::<Test>::LastAdmin.into());
			let view = Registry::institution(agent.institution).expect("it exists");
			assert_eq!(view.standing, InstitutionStanding::Active);
			assert_eq!(view.institution.admins, 1);
		}
	}
	for institution in (0..NextInstitutionId::<Test>::get().0).map(InstitutionId) {
		let newcomer = 1_000 + u64::from(institution.0);
		let admins = vec![newcomer].try_into().expect("four at most");
		let call = Call::<Test>::replace_agents { institution, admins };
		let standing = Registry::institution(institution).expect("it exists").standing;
		match standing {
			InstitutionStanding::WoundUp { .. } => {
				refused(root(), call, Error::<Test>::WoundUp);
				assert!(Registry::agents_of(institution, None, 1).is_empty());
				continue;
			}
			InstitutionStanding::Suspended { .. } => {
				accepted(root(), call);
				accepted(root(), Call::reinstate_institution { institution });
			}
			InstitutionStanding::Active => drop(accepted(root(), call)),
		}
		accepted(signed(newcomer), Call::accept_invitation { institution });
		accepted(signed(newcomer), Call::amend_profile { profile: Some(Default::default()) });
	}
}

#[test]
fn every_history_of_parties_keeps_the_register_and_locks_nobody_in() {
	let (mut done, mut wound_up) = (0, 0);
	for seed in 1..=12 {
		run(|| {
			let mut random = Random(seed);
			for _ in 0..200 {
				let (origin, call) = if random.one_in(4) {
					(root(), accreditation_call(&mut random))
				} else {
					let (signer, call) = member_call(&mut random);
					(signed(signer), call)
				};
				let before = sp_io::storage::root(StateVersion::V1);
				match call.dispatch_bypass_filter(origin) {
					Ok(_) => done += 1,
					Err(_) => {
						let after = sp_io::storage::root(StateVersion::V1);
						assert_eq!(after, before, "what fails changes nothing");
					}
				}
				if random.one_in(8) {
					try_state();
				}
			}
			wound_up += (0..NextInstitutionId::<Test>::get().0)
				.filter_map(|id| Registry::institution(InstitutionId(id)))
				.filter(|view| matches!(view.standing, InstitutionStanding::WoundUp { .. }))
				.count();
			try_state();
			nobody_is_locked_in_or_out();
		});
	}
	assert!(done > 12 * 200 / 5, "histories in which little succeeds show little: {done}");
	assert!(wound_up > 0, "some institutions were wound up");
}
