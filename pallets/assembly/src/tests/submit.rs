//! Submitting a referendum.

use crate::{mock::*, Call, Error, Event, OpenOf, Origin, Referenda as Stored, Referendum};
use codec::Encode;
use frame_support::{
	assert_ok,
	traits::{schedule::DispatchTime, QueryPreimage, StorePreimage},
};
use frame_system::RawOrigin;
use salus_primitives::{
	mock::{MockDirectory, MockTrail},
	Action, Actor, Ballots, Electorate, InstitutionKind, Outcome, Progress, ReferendumId, Role,
	Standing, Subject, Track,
};
use sp_runtime::DispatchError;

const FIRST: ReferendumId = ReferendumId(0);

#[test]
fn a_hospital_without_tokens_submits_a_referendum() {
	run(|| {
		assert_eq!(Balances::total_issuance(), 0);
		let record = accepted(signed(DOCTOR), submit(Track::Reallocation, remark(b"masks")));
		assert_eq!(
			(record.action, record.subject),
			(Action::ReferendumSubmitted, Subject::Referendum(FIRST))
		);
		assert_eq!((record.actor, record.institution), (Actor::Account(DOCTOR), Some(HOSPITAL)));
		last_event(Event::ReferendumSubmitted {
			referendum: FIRST,
			institution: HOSPITAL,
			track: Track::Reallocation,
		});
		let entry = Referendum {
			institution: HOSPITAL,
			track: Track::Reallocation,
			preimage: None,
			recorded: None,
			newest_record: MockTrail::newest(&Subject::Referendum(FIRST)),
		};
		assert_eq!(Stored::<Test>::get(FIRST), Some(entry));
		assert_eq!(OpenOf::<Test>::get(HOSPITAL, Track::Reallocation).into_inner(), [FIRST]);
		assert_eq!(Polls::progress(FIRST), Some(Progress::Ongoing));
		// Nobody need place a deposit: its decision begins when it is prepared.
		pass(PREPARE);
		let status = Referenda::ensure_ongoing(FIRST.0).expect("it is ongoing");
		assert!(status.deciding.is_some());
		assert_eq!(status.submission_deposit.who, Members::account_of(HOSPITAL));
		assert_eq!(status.submission_deposit.amount, 0);
	});
}

#[test]
fn the_origin_of_the_proposal_follows_from_the_track() {
	run(|| {
		let origins: [OriginCaller; 5] = [
			Origin::Accreditation.into(),
			Origin::Regulation.into(),
			Origin::Reallocation.into(),
			Origin::Emergency.into(),
			RawOrigin::Root.into(),
		];
		for (track, origin) in Track::ALL.into_iter().zip(origins) {
			let id = submitted(DOCTOR, track);
			let status = Referenda::ensure_ongoing(id.0).expect("it is ongoing");
			assert_eq!((status.track, status.origin), (track as u16, origin));
		}
	});
}

#[test]
fn what_passes_is_carried_out_as_an_act_of_the_assembly() {
	run(|| {
		let call = Call::set_rank { kind: InstitutionKind::Carrier, rank: 1 };
		let id = Polls::next();
		accepted(signed(DRIVER), submit(Track::Regulation, call.into()));
		voted(id, true, &VOTERS);
		assert_eq!(decided(id), Outcome::Approved);
		assert_eq!(Assembly::rank_of_kind(InstitutionKind::Carrier), 0);
		pass(ENACT);
		assert_eq!(Assembly::rank_of_kind(InstitutionKind::Carrier), 1);
		let record = MockTrail::records().pop().expect("there is one");
		assert_eq!(record.action, Action::RankSet);
		assert_eq!(record.actor, Actor::Authority(salus_primitives::Authority::Assembly));
	});
}

#[test]
fn on_another_track_the_same_proposal_comes_to_nothing() {
	run(|| {
		let call = Call::set_rank { kind: InstitutionKind::Carrier, rank: 1 };
		for track in [Track::Accreditation, Track::Reallocation, Track::Emergency, Track::Upgrade] {
			let id = Polls::next();
			accepted(signed(DRIVER), submit(track, call.clone().into()));
			voted(id, true, &VOTERS);
			assert_eq!(decided(id), Outcome::Approved);
			pass(ENACT + 1);
		}
		assert_eq!(Assembly::rank_of_kind(InstitutionKind::Carrier), 0);
	});
}

#[test]
fn a_proposal_is_carried_out_when_it_says_and_not_before_the_track_allows_it() {
	run(|| {
		let ids = [DispatchTime::At(60), DispatchTime::After(0), DispatchTime::At(1)].map(|when| {
			let id = Polls::next();
			let proposal = Box::new(remark(b"masks"));
			let call = Call::submit { track: Track::Upgrade, proposal, enactment: when };
			accepted(signed(if id == FIRST { WU } else { JING }), call);
			voted(id, true, &VOTERS);
			id
		});
		for id in ids {
			assert_eq!(decided(id), Outcome::Approved);
		}
		let soonest = System::block_number() + ENACT;
		assert_eq!(ids.map(Polls::enactment), [Some(60), Some(soonest), Some(soonest)]);
		pass(ENACT);
		assert_eq!(ids.map(Polls::enactment), [Some(60), None, None]);
	});
}

#[test]
fn only_an_agent_in_the_role_vote_of_an_active_institution_submits() {
	run(|| {
		let call = || submit(Track::Upgrade, remark(b"masks"));
		refused(root(), call(), DispatchError::BadOrigin);
		refused(signed(STRANGER), call(), MockDirectory::NOT_AGENT);
		refused(signed(ADMIN), call(), MockDirectory::NOT_AUTHORIZED);
		stands(HOSPITAL, Standing::Suspended);
		refused(signed(DOCTOR), call(), MockDirectory::SUSPENDED);
		assert_eq!(Polls::next(), FIRST);
	});
}

#[test]
fn nobody_submits_to_the_stock_pallet_but_a_member() {
	run(|| {
		for who in [DOCTOR, STRANGER] {
			let submission = Referenda::submit(
				signed(who),
				Box::new(RawOrigin::Root.into()),
				Preimage::bound(remark(b"masks")).expect("it is short"),
				DispatchTime::After(0),
			);
			assert_eq!(submission, Err(DispatchError::BadOrigin));
		}
	});
}

#[test]
fn an_active_institution_that_is_no_member_yet_is_told_so() {
	run(|| {
		let id = MockDirectory::next_institution();
		let kind = InstitutionKind::Hospital;
		MockDirectory::admit(id, salus_primitives::mock::MockInstitution::new(kind, "CN-HB"));
		MockDirectory::appoint(STRANGER, id, &[Role::Vote]);
		refused(signed(STRANGER), submit(Track::Upgrade, remark(b"")), Error::<Test>::NotMember);
		accepted(signed(STRANGER), Call::update_rank { institution: id });
		accepted(signed(STRANGER), submit(Track::Upgrade, remark(b"")));
	});
}

/// A remark whose call is so many bytes long.
fn of_length(length: usize) -> RuntimeCall {
	let call = remark(&vec![0; length - 6]);
	assert_eq!(call.encoded_size(), length);
	call
}

#[test]
fn a_proposal_is_at_most_as_long_and_as_heavy_as_may_be() {
	run(|| {
		let long = || submit(Track::Reallocation, of_length(MAX_PROPOSAL + 1));
		refused(signed(DOCTOR), long(), Error::<Test>::ProposalTooLong);
		// Setting new code takes a tenth of a second.
		let heavy = frame_system::Call::set_code { code: vec![0] };
		let heavy = submit(Track::Upgrade, heavy.into());
		refused(signed(DOCTOR), heavy, Error::<Test>::ProposalTooHeavy);
		accepted(signed(DOCTOR), submit(Track::Reallocation, of_length(MAX_PROPOSAL)));
	});
}

#[test]
fn a_proposal_is_carried_out_within_a_year_or_is_refused() {
	run(|| {
		let now = System::block_number();
		let beyond = [DispatchTime::At(now + LATEST_ENACTMENT + 1), DispatchTime::At(u64::MAX)];
		let after = [DispatchTime::After(LATEST_ENACTMENT + 1), DispatchTime::After(u64::MAX)];
		for enactment in beyond.into_iter().chain(after) {
			let proposal = Box::new(remark(b"masks"));
			let call = Call::submit { track: Track::Upgrade, proposal, enactment };
			refused(signed(DOCTOR), call, Error::<Test>::EnactmentTooLate);
		}
		for enactment in
			[DispatchTime::At(now + LATEST_ENACTMENT), DispatchTime::After(LATEST_ENACTMENT)]
		{
			let proposal = Box::new(remark(b"masks"));
			let call = Call::submit { track: Track::Upgrade, proposal, enactment };
			accepted(signed(DOCTOR), call);
		}
	});
}

#[test]
fn a_long_proposal_is_kept_without_a_deposit_until_its_outcome_is_recorded() {
	run(|| {
		let call = of_length(MAX_PROPOSAL);
		let hash = H256(sp_io::hashing::blake2_256(&call.encode()));
		let is_kept = || Preimage::len(&hash).is_some();
		// Twice the same: neither lets go what the other needs.
		let first = Polls::next();
		accepted(signed(DOCTOR), submit(Track::Reallocation, call.clone()));
		let second = Polls::next();
		accepted(signed(NURSE), submit(Track::Upgrade, call));
		assert_eq!(Stored::<Test>::get(second).and_then(|entry| entry.preimage), Some(hash));
		assert_ok!(Referenda::cancel(root(), first.0));
		accepted(signed(STRANGER), Call::record_outcome { referendum: first });
		assert_eq!(Stored::<Test>::get(first).and_then(|entry| entry.preimage), None);
		assert!(is_kept());
		voted(second, true, &VOTERS);
		assert_eq!(decided(second), Outcome::Approved);
		// It is still to be carried out.
		accepted(signed(STRANGER), Call::record_outcome { referendum: second });
		assert!(is_kept());
		pass(ENACT);
		assert_eq!(Polls::enactment(second), None);
		assert!(!is_kept());
	});
}

#[test]
fn an_institution_does_not_fill_a_track() {
	run(|| {
		let more = || submit(Track::Reallocation, remark(b"masks"));
		let open = [(); MAX_OPEN as usize].map(|()| submitted(DOCTOR, Track::Reallocation));
		refused(signed(DOCTOR), more(), Error::<Test>::TooManyOpen);
		// Nor by another agent.
		MockDirectory::appoint(STRANGER, HOSPITAL, &[Role::Vote]);
		refused(signed(STRANGER), more(), Error::<Test>::TooManyOpen);
		// Others may, and it may on other tracks.
		submitted(NURSE, Track::Reallocation);
		submitted(DOCTOR, Track::Upgrade);
		// What is decided does not count, and nobody has to say so.
		assert_ok!(Referenda::cancel(root(), open[0].0));
		let next = submitted(DOCTOR, Track::Reallocation);
		assert_eq!(
			OpenOf::<Test>::get(HOSPITAL, Track::Reallocation).into_inner(),
			[open[1], next]
		);
		refused(signed(DOCTOR), more(), Error::<Test>::TooManyOpen);
	});
}

#[test]
fn who_waits_for_its_turn_is_decided_in_the_end() {
	run(|| {
		let ids: Vec<_> = VOTERS.map(|who| submitted(who, Track::Reallocation)).into();
		pass(PREPARE);
		let deciding = |id: &&ReferendumId| {
			Referenda::ensure_ongoing(id.0).is_ok_and(|status| status.deciding.is_some())
		};
		assert_eq!(ids.iter().filter(deciding).count(), MAX_DECIDING as usize);
		for id in ids {
			assert_eq!(decided(id), Outcome::Rejected);
		}
	});
}
