use crate::{
	mock::*, Admission, Agents, AgentsByInstitution, Call, Error, Event, Institutions,
	InstitutionsByExternalId, Invitations, Suspended,
};
use frame_support::assert_ok;
use salus_primitives::{
	Action, Capability, Custody, Directory, ExternalId, InstitutionId, Role, Standing, Subject,
};
use sp_runtime::DispatchError;

const WIND_UP: Call<Test> = Call::wind_up { institution: HOSPITAL };

fn standing(institution: InstitutionId) -> Option<Standing> {
	<Registry as Directory<u64>>::standing(institution)
}

#[test]
fn agents_invitations_and_licences_end() {
	run(|| {
		let stock = roles([Role::Stock]);
		accepted(signed(ADMIN), Call::invite_agent { who: STRANGER, roles: stock });
		let records = accepted(root(), WIND_UP);
		by_authority(&records, Action::InstitutionWoundUp, Subject::Institution(HOSPITAL));
		last_event(Event::InstitutionWoundUp { institution: HOSPITAL });
		assert_eq!(standing(HOSPITAL), Some(Standing::WoundUp));
		assert_eq!(Registry::inactive_since(HOSPITAL), Some(NOW));
		assert_eq!(admins_agents_and_invitations(), (0, 0, 0));
		assert!(Institutions::<Test>::get(HOSPITAL).expect("it exists").licences.is_empty());
		assert_eq!(AgentsByInstitution::<Test>::iter_prefix(HOSPITAL).count(), 0);
		assert!(!Invitations::<Test>::contains_key(STRANGER, HOSPITAL));
		let mut news: Vec<_> =
			[ADMIN, STOREKEEPER, PORTER].map(|who| News::Left(HOSPITAL, who)).to_vec();
		news.push(News::WoundUp(HOSPITAL));
		assert_eq!(MockNeighbour::news(), news);
	});
}

#[test]
fn who_is_wound_up_never_acts_again() {
	run(|| {
		let goods = lot(masks(), 10);
		accepted(root(), WIND_UP);
		for who in [ADMIN, STOREKEEPER, PORTER] {
			let consume = Call::consume { lot: goods, quantity: 1, event: None };
			refused(signed(who), consume, Error::<Test>::NotAgent);
			assert_eq!(Agents::<Test>::get(who), None);
		}
		let institution = HOSPITAL;
		let wound_up = |call: Call<Test>| refused(root(), call, Error::<Test>::WoundUp);
		wound_up(WIND_UP);
		wound_up(Call::suspend_institution { institution });
		wound_up(Call::reinstate_institution { institution });
		let (capability, expires, claim) = (Capability::ColdChain, NOW + 1, None);
		wound_up(Call::grant_licence { institution, capability, expires, claim });
		let admins = vec![ADMIN].try_into().expect("four at most");
		wound_up(Call::replace_agents { institution, admins });
		// Its agents are free to act for others.
		joined(OTHER_ADMIN, STOREKEEPER, roles([Role::Stock]));
	});
}

#[test]
fn who_was_invited_does_not_join_what_is_no_more() {
	run(|| {
		let stock = roles([Role::Stock]);
		accepted(signed(ADMIN), Call::invite_agent { who: STRANGER, roles: stock });
		accepted(root(), WIND_UP);
		let institution = HOSPITAL;
		let gone = Error::<Test>::InvitationNotFound;
		refused(signed(STRANGER), Call::accept_invitation { institution }, gone);
		let gone = Error::<Test>::InvitationNotFound;
		refused(signed(STRANGER), Call::decline_invitation { institution }, gone);
	});
}

#[test]
fn what_it_holds_and_owes_stays_on_the_books() {
	run(|| {
		let (own, borrowed) = (lot(masks(), 10), lent(5));
		accepted(root(), WIND_UP);
		assert_eq!(held(own, Custody::own(HOSPITAL)).available, 10);
		assert_eq!(held(borrowed, LOAN).available, 5);
		// Another pallet can still bring goods on loan back.
		assert_ok!(handed_over(borrowed, (LOAN, Custody::own(DONOR)), 5, None));
	});
}

#[test]
fn its_identifier_is_free() {
	run(|| {
		let external = Some(ExternalId::Uri(text("https://example.org/clinic")));
		let admit = || Admission { external: external.clone(), ..admission("Clinic") };
		let first = admitted(admit(), STRANGER);
		accepted(root(), Call::wind_up { institution: first });
		let second = admitted(admit(), STRANGER);
		let key = external.clone().expect("it has one");
		assert_eq!(InstitutionsByExternalId::<Test>::get(key), Some(second));
	});
}

#[test]
fn a_suspended_institution_that_is_wound_up_leaves_room_for_another() {
	run(|| {
		let clinic = admitted(admission("Clinic"), STRANGER);
		for institution in [HOSPITAL, DONOR] {
			accepted(root(), Call::suspend_institution { institution });
		}
		let suspend = Call::suspend_institution { institution: clinic };
		refused(root(), suspend.clone(), Error::<Test>::TooManySuspended);
		Timestamp::set_timestamp(NOW + 5);
		accepted(root(), WIND_UP);
		assert_eq!(standing(HOSPITAL), Some(Standing::WoundUp));
		assert_eq!(Registry::inactive_since(HOSPITAL), Some(NOW + 5));
		accepted(root(), suspend);
		assert_eq!(Suspended::<Test>::get().into_iter().collect::<Vec<_>>(), [DONOR, clinic]);
	});
}

#[test]
fn nobody_cannot_be_wound_up() {
	run(|| {
		let call = Call::wind_up { institution: NOBODY };
		refused(root(), call, Error::<Test>::InstitutionNotFound);
	});
}

#[test]
fn who_accredits_does_not_wind_up() {
	run(|| {
		refused(signed(COMMISSION), WIND_UP, DispatchError::BadOrigin);
		refused_to_all_but_accreditation(WIND_UP);
	});
}
