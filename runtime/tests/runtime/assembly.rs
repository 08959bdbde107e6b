//! What the assembly decides, with how many votes, and how long that takes.

use crate::{
	chain::{address, hash_of, on, Chain},
	council::{admission, motion},
};
use frame_support::{
	assert_ok,
	migrations::MultiStepMigrator,
	traits::{schedule::DispatchTime, RankedMembers, StorePreimage},
	weights::Weight,
};
use pallet_assembly::{Call, Error, Obstacle, Origin};
use pallet_referenda::{ReferendumInfoFor, TracksInfo};
use salus_primitives::{
	Ballot, Ballots, Directory, Electorate, InstitutionId, InstitutionKind, Matter, Outcome,
	Progress, ReferendumId, Standing, Subject, Subjects, Track,
};
use salus_runtime::{
	configs::assembly::{Members, Polls, Tracks},
	presets::{cast::COUNCIL, regions::REGIONS},
	AccountId, Assembly, BlockNumber, MultiBlockMigrations, Preimage, RankedCollective, Registry,
	Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, System, DAYS, HOURS, MINUTES,
};
use sp_runtime::{
	traits::{BadOrigin, Dispatchable},
	DispatchError, DispatchResult,
};

/// The keys of the agents of all commissions, which are two of rank 2 and 31 of the 38 members.
pub fn commissions() -> Vec<&'static str> {
	let key = |code: &'static str| {
		let seat = COUNCIL.iter().find(|(region, _)| *region == code);
		seat.map_or(code, |(_, path)| path)
	};
	REGIONS.iter().map(|(code, ..)| key(code)).collect()
}

/// Submits a referendum by the first commission, to be carried out as early as its track allows.
fn submit(chain: &mut Chain, track: Track, call: RuntimeCall) -> ReferendumId {
	let id = ReferendumId(pallet_referenda::ReferendumCount::<Runtime>::get());
	let proposal = Box::new(call);
	let enactment = DispatchTime::After(0);
	assert_ok!(chain.call(commissions()[0], Call::submit { track, proposal, enactment }));
	id
}

fn vote(chain: &mut Chain, path: &str, referendum: ReferendumId, aye: bool) -> DispatchResult {
	chain.call(path, Call::vote { referendum, aye })
}

/// The name under which what a referendum approved is scheduled.
fn name_of(referendum: ReferendumId) -> [u8; 32] {
	let name = (*b"assembly", "enactment", referendum.0);
	sp_io::hashing::blake2_256(&codec::Encode::encode(&name))
}

/// Members cast their votes, eight in a block, until the referendum is decided; answers with what its
/// proposal did, if it was carried out by then.
fn votes(
	chain: &mut Chain,
	referendum: ReferendumId,
	said: &[(&str, bool)],
) -> Option<DispatchResult> {
	let is_ongoing =
		|| <Polls as Ballots<BlockNumber>>::progress(referendum) == Some(Progress::Ongoing);
	for some in said.chunks(8) {
		for (path, aye) in some.iter().filter(|_| is_ongoing()) {
			assert_ok!(vote(chain, path, referendum, *aye));
		}
		chain.advance(2_000);
		if let Some(result) = enacted(referendum) {
			return Some(result);
		}
	}
	None
}

/// Every commission is for a referendum.
fn all_for(chain: &mut Chain, referendum: ReferendumId) -> Option<DispatchResult> {
	let said: Vec<_> = commissions().into_iter().map(|path| (path, true)).collect();
	votes(chain, referendum, &said)
}

/// What the proposal of a referendum did, if it was carried out in the open block.
fn enacted(referendum: ReferendumId) -> Option<DispatchResult> {
	let name = name_of(referendum);
	System::events().into_iter().find_map(|record| match record.event {
		RuntimeEvent::Scheduler(pallet_scheduler::Event::Dispatched {
			id: Some(id),
			result,
			..
		}) if id == name => Some(result),
		_ => None,
	})
}

/// The commissions carry a referendum; answers with what its proposal did.
pub fn assembly_decides(chain: &mut Chain, track: Track, call: RuntimeCall) -> DispatchResult {
	// In a block that has room for as many votes.
	chain.advance(2_000);
	let referendum = submit(chain, track, call);
	if let Some(result) = all_for(chain, referendum) {
		return result;
	}
	for _ in 0..400 {
		chain.advance(2_000);
		if let Some(result) = enacted(referendum) {
			return result;
		}
	}
	panic!("the referendum is not carried out: {:?}", Assembly::decided(None, 10));
}

/// Lets blocks pass until a referendum is decided; answers with its outcome.
fn decided(chain: &mut Chain, referendum: ReferendumId) -> Outcome {
	for _ in 0..600 {
		chain.advance(2_000);
		let mut decided = Assembly::decided(None, 256).entries.into_iter();
		if decided.any(|view| view.id == referendum) {
			assert_ok!(chain.call("Alice", Call::record_outcome { referendum }));
			let entry = pallet_assembly::Referenda::<Runtime>::get(referendum);
			return entry.and_then(|entry| entry.recorded).expect("it is recorded");
		}
	}
	panic!("the referendum is not decided");
}

fn suspend(institution: InstitutionId) -> RuntimeCall {
	pallet_registry::Call::suspend_institution { institution }.into()
}

fn standing(institution: InstitutionId) -> Option<Standing> {
	<Registry as Directory<AccountId>>::standing(institution)
}

const HOSPITAL: InstitutionId = InstitutionId(1);
const CLINIC: InstitutionId = InstitutionId(2);

#[test]
fn the_tracks_are_as_the_table_has_them() {
	on("development", |_| {
		pallet_assembly::Pace::<Runtime>::kill();
		let tracks: Vec<_> = Tracks::tracks().map(|track| track.into_owned()).collect();
		let told: Vec<_> = tracks
			.iter()
			.map(|track| {
				let info = &track.info;
				let periods = [
					info.prepare_period,
					info.decision_period,
					info.confirm_period,
					info.min_enactment_period,
				];
				(track.id, info.max_deciding, info.decision_deposit, periods)
			})
			.collect();
		let table = [
			(0, u32::MAX, 0, [DAYS, 14 * DAYS, DAYS, HOURS]),
			(1, u32::MAX, 0, [2 * DAYS, 21 * DAYS, 2 * DAYS, 7 * DAYS]),
			(2, u32::MAX, 0, [HOURS, 3 * DAYS, 3 * HOURS, 10 * MINUTES]),
			(3, u32::MAX, 0, [10 * MINUTES, DAYS, HOURS, 0]),
			(4, u32::MAX, 0, [2 * DAYS, 28 * DAYS, 3 * DAYS, 3 * DAYS]),
		];
		assert_eq!(told, table);
		for (track, index) in Track::ALL.into_iter().zip(0u16..) {
			assert_eq!(track as u16, index);
		}
	});
}

#[test]
fn on_the_development_chain_an_hour_of_a_track_lasts_a_second() {
	on("development", |_| {
		assert_eq!(Assembly::pace().get(), 3_600);
		let info = Tracks::info(Track::Accreditation as u16).expect("there is such a track");
		// A day has 43,200 blocks of two seconds; an hour 1,800, which is half a block.
		assert_eq!((info.prepare_period, info.decision_period), (12, 168));
		assert_eq!((info.confirm_period, info.min_enactment_period), (12, 1));
		let info = Tracks::info(Track::Emergency as u16).expect("there is such a track");
		assert_eq!(info.min_enactment_period, 0);
	});
}

#[test]
fn what_finds_no_place_in_a_block_of_the_scheduler_gets_one_later() {
	on("development", |chain| {
		let referendum = submit(chain, Track::Emergency, suspend(CLINIC));
		let next = System::block_number() + 1;
		for number in 0..64u32 {
			let call = frame_system::Call::remark { remark: number.to_le_bytes().to_vec() };
			let call = Box::new(RuntimeCall::from(call));
			let fill = pallet_scheduler::Call::schedule {
				when: next,
				maybe_periodic: None,
				priority: 0,
				call,
			};
			let _ = RuntimeCall::from(fill).dispatch(RuntimeOrigin::root());
		}
		assert_eq!(pallet_scheduler::Agenda::<Runtime>::get(next).len(), 64);
		all_for(chain, referendum);
		assert_eq!(decided(chain, referendum), Outcome::Approved);
	});
}

#[test]
fn one_institution_holds_up_no_other() {
	on("development", |chain| {
		let code_hash = sp_core::H256::repeat_byte(7);
		let upgrade = RuntimeCall::from(frame_system::Call::authorize_upgrade { code_hash });
		let junk = |chain: &mut Chain| {
			let proposal = Box::new(suspend(HOSPITAL));
			let enactment = DispatchTime::After(0);
			let call = Call::submit { track: Track::Upgrade, proposal, enactment };
			chain.call("Ferdie", call)
		};
		assert_ok!(junk(chain));
		assert_ok!(junk(chain));
		let third = junk(chain);
		assert_eq!(third, Err(Error::<Runtime>::TooManyOpen.into()));
		for _ in 0..30 {
			chain.advance(2_000);
		}
		assert_ok!(assembly_decides(chain, Track::Upgrade, upgrade));
		assert!(System::authorized_upgrade().is_some());
	});
}

#[test]
fn as_many_against_as_for_is_no_majority() {
	on("development", |chain| {
		let referendum = submit(chain, Track::Reallocation, suspend(CLINIC));
		let said = commissions().into_iter().take(20).enumerate();
		let said: Vec<_> = said.map(|(place, path)| (path, place % 2 == 0)).collect();
		votes(chain, referendum, &said);
		assert_eq!(decided(chain, referendum), Outcome::Rejected);
	});
}

#[test]
fn the_seats_of_the_council_are_too_few_to_carry_an_emergency() {
	on("development", |chain| {
		let enter = || RuntimeCall::from(pallet_safe_mode::Call::force_enter {});
		let seats = COUNCIL.iter().map(|(_, path)| (*path, true));
		let alone: Vec<_> = seats.collect();
		let referendum = submit(chain, Track::Emergency, enter());
		votes(chain, referendum, &alone);
		assert_eq!(decided(chain, referendum), Outcome::Rejected);

		// Eight of 38 are a fifth.
		let enough: Vec<_> = commissions().into_iter().take(8).map(|path| (path, true)).collect();
		let referendum = submit(chain, Track::Emergency, enter());
		votes(chain, referendum, &enough);
		assert_eq!(decided(chain, referendum), Outcome::Approved);
	});
}

#[test]
fn every_track_carries_out_what_it_is_for_and_nothing_else() {
	on("development", |chain| {
		let rank = |kind, rank| RuntimeCall::from(Call::set_rank { kind, rank });
		let wind_up = RuntimeCall::from(pallet_registry::Call::wind_up { institution: CLINIC });
		let enter = RuntimeCall::from(pallet_safe_mode::Call::force_enter {});
		let exit = RuntimeCall::from(pallet_safe_mode::Call::force_exit {});
		let code_hash = sp_core::H256::repeat_byte(7);
		let upgrade = RuntimeCall::from(frame_system::Call::authorize_upgrade { code_hash });
		let donors = rank(InstitutionKind::Donor, 1);

		let refused: DispatchResult = Err(BadOrigin.into());
		assert_eq!(assembly_decides(chain, Track::Accreditation, donors.clone()), refused);
		assert_eq!(assembly_decides(chain, Track::Regulation, wind_up.clone()), refused);
		assert_eq!(assembly_decides(chain, Track::Reallocation, suspend(CLINIC)), refused);
		assert_eq!(assembly_decides(chain, Track::Emergency, upgrade.clone()), refused);
		assert_eq!(standing(CLINIC), Some(Standing::Active));

		assert_ok!(assembly_decides(chain, Track::Accreditation, wind_up));
		assert_eq!(standing(CLINIC), Some(Standing::WoundUp));
		assert_ok!(assembly_decides(chain, Track::Regulation, donors));
		let ranks = Assembly::ranks();
		assert!(ranks.contains(&(InstitutionKind::Donor, 1)));
		assert_ok!(assembly_decides(chain, Track::Emergency, enter));
		// The assembly votes in the safe mode too, and leaves it again.
		assert_ok!(assembly_decides(chain, Track::Emergency, exit));
		assert!(System::authorized_upgrade().is_none());
		assert_ok!(assembly_decides(chain, Track::Upgrade, upgrade));
		assert!(System::authorized_upgrade().is_some());
	});
}

#[test]
fn what_was_approved_on_any_track_is_called_off_on_that_of_upgrades() {
	on("development", |chain| {
		let referendum = ReferendumId(0);
		let (track, proposal) = (Track::Accreditation, Box::new(suspend(CLINIC)));
		let enactment = DispatchTime::After(10_000);
		assert_ok!(chain.call(commissions()[0], Call::submit { track, proposal, enactment }));
		all_for(chain, referendum);
		assert_eq!(decided(chain, referendum), Outcome::Approved);
		let waits = || <Polls as Ballots<BlockNumber>>::enactment(referendum).is_some();
		assert!(waits());
		let cancel = || -> RuntimeCall {
			pallet_scheduler::Call::cancel_named { id: name_of(referendum) }.into()
		};
		assert_eq!(motion(chain, 5, cancel()), Err(BadOrigin.into()));
		assert_eq!(assembly_decides(chain, Track::Accreditation, cancel()), Err(BadOrigin.into()));
		assert!(waits());
		assert_ok!(assembly_decides(chain, Track::Upgrade, cancel()));
		assert!(!waits());
		assert_eq!(standing(CLINIC), Some(Standing::Active));
	});
}

/// The greatest number for which `holds`, which holds for 0 and for all that are smaller.
fn greatest(holds: impl Fn(u64) -> bool) -> u64 {
	let (mut least, mut beyond) = (0, u64::MAX);
	while beyond - least > 1 {
		let middle = least + (beyond - least) / 2;
		if holds(middle) {
			least = middle;
		} else {
			beyond = middle;
		}
	}
	least
}

#[test]
fn the_heaviest_proposal_that_may_be_submitted_is_carried_out() {
	on("development", |chain| {
		// Nearly as long as a proposal may be, too.
		let weighing = |time, proof| -> RuntimeCall {
			let remark = frame_system::Call::remark { remark: vec![0; 32_700] };
			let weight = Weight::from_parts(time, proof);
			pallet_utility::Call::with_weight { call: Box::new(remark.into()), weight }.into()
		};
		let soon = DispatchTime::After(0);
		let fits = |time, proof| {
			<Polls as Ballots<BlockNumber>>::check(&weighing(time, proof), &soon).is_ok()
		};
		let time = greatest(|time| fits(time, 0));
		let proof = greatest(|proof| fits(0, proof));
		let too_heavy: DispatchError = Error::<Runtime>::ProposalTooHeavy.into();
		for call in [weighing(time + 1, 0), weighing(0, proof + 1)] {
			let (track, enactment) = (Track::Upgrade, DispatchTime::After(0));
			let call = Call::submit { track, proposal: Box::new(call), enactment };
			assert_eq!(chain.refused(commissions()[0], call), too_heavy);
		}
		assert_ok!(assembly_decides(chain, Track::Upgrade, weighing(time, proof)));
	});
}

#[test]
fn a_referendum_that_few_are_for_is_rejected_when_its_time_is_over() {
	on("development", |chain| {
		let referendum = submit(chain, Track::Reallocation, suspend(CLINIC));
		// One aye of 38 members is less than five in a hundred.
		assert_ok!(vote(chain, "Bob", referendum, true));
		assert_eq!(decided(chain, referendum), Outcome::Rejected);
		let late = Error::<Runtime>::ReferendumNotOngoing;
		assert_eq!(chain.refused("Bob", Call::vote { referendum, aye: true }), late.into());
	});
}

#[test]
fn who_is_suspended_in_the_middle_of_a_vote_has_said_what_it_said() {
	on("development", |chain| {
		let referendum = submit(chain, Track::Reallocation, suspend(CLINIC));
		assert_ok!(vote(chain, "Dave", referendum, true));
		assert_ok!(suspend(CLINIC).dispatch(Origin::Accreditation.into()));
		let refused = chain.refused("Dave", Call::vote { referendum, aye: false });
		assert_eq!(refused, pallet_registry::Error::<Runtime>::Suspended.into());
		let explained = Assembly::explain_vote(CLINIC, referendum);
		assert_eq!(explained.obstacles, [Obstacle::Suspended]);
		// A hospital's vote weighs two.
		assert_eq!(explained.said, Some(Ballot { aye: true, weight: 2 }));
		let back = pallet_registry::Call::reinstate_institution { institution: CLINIC };
		assert_ok!(RuntimeCall::from(back).dispatch(Origin::Accreditation.into()));
		assert_ok!(vote(chain, "Dave", referendum, false));
		let said = Assembly::explain_vote(CLINIC, referendum).said;
		assert_eq!(said, Some(Ballot { aye: false, weight: 2 }));
	});
}

#[test]
fn whom_the_council_suspends_votes_until_the_assembly_has_ratified_it() {
	on("development", |chain| {
		let referendum = submit(chain, Track::Reallocation, suspend(CLINIC));
		assert_ok!(motion(chain, 3, suspend(CLINIC)));
		assert_eq!(standing(CLINIC), Some(Standing::Suspended));
		assert_eq!(Assembly::explain_vote(CLINIC, referendum).obstacles, []);
		assert_ok!(vote(chain, "Dave", referendum, false));
		let matter = Matter::Standing(CLINIC);
		let ratify = RuntimeCall::from(pallet_ratification::Call::ratify { matter });
		assert_ok!(ratify.dispatch(Origin::Accreditation.into()));
		let refused = chain.refused("Dave", Call::vote { referendum, aye: true });
		assert_eq!(refused, pallet_registry::Error::<Runtime>::Suspended.into());
		let said = Assembly::explain_vote(CLINIC, referendum).said;
		assert_eq!(said, Some(Ballot { aye: false, weight: 2 }));
	});
}

#[test]
fn nobody_acts_in_the_stock_pallets_but_through_the_assembly() {
	on("development", |chain| {
		let referendum = submit(chain, Track::Reallocation, suspend(CLINIC));
		let member = Assembly::account_of(HOSPITAL);
		let poll = referendum.0;
		let stock = pallet_ranked_collective::Call::<Runtime>::vote { poll, aye: true };
		let no_member: DispatchError = pallet_ranked_collective::Error::<Runtime>::NotMember.into();
		for path in ["Bob", COUNCIL[0].1] {
			assert_eq!(chain.refused(path, stock.clone()), no_member);
			let proposal = Preimage::bound(suspend(CLINIC)).expect("it is short");
			let submission = pallet_referenda::Call::submit {
				proposal_origin: Box::new(Origin::Accreditation.into()),
				proposal,
				enactment_moment: DispatchTime::After(0),
			};
			assert_eq!(chain.refused(path, submission), BadOrigin.into());
			let add = pallet_ranked_collective::Call::add_member {
				who: salus_runtime::Address::Id(crate::chain::account(path)),
			};
			assert_eq!(chain.refused(path, add), BadOrigin.into());
		}
		assert_ne!(member, crate::chain::account("Bob"));
		// The votes are kept for a year: nobody removes them before.
		let cleanup =
			pallet_ranked_collective::Call::<Runtime>::cleanup_poll { poll_index: poll, max: 10 };
		let filtered: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
		assert_eq!(chain.refused("Bob", cleanup), filtered);
	});
}

#[test]
fn the_council_neither_seats_itself_nor_winds_up_nor_becomes_root() {
	on("development", |chain| {
		let (institution, speaker) = (InstitutionId(7), address("CN-TJ"));
		let refused: DispatchResult = Err(BadOrigin.into());
		let give = pallet_seats::Call::give_seat { institution, speaker };
		assert_eq!(motion(chain, 5, give.into()), refused);
		let vacate = pallet_seats::Call::vacate_seat { institution };
		assert_eq!(motion(chain, 5, vacate.into()), refused);
		let wind_up = pallet_registry::Call::wind_up { institution: CLINIC };
		assert_eq!(motion(chain, 5, wind_up.into()), refused);
		chain.advance(2_000);
		let extend = pallet_safe_mode::Call::force_extend {};
		assert_eq!(motion(chain, 5, extend.into()), refused);
		let code_hash = sp_core::H256::repeat_byte(7);
		let upgrade: RuntimeCall = frame_system::Call::authorize_upgrade { code_hash }.into();
		let whitelist =
			pallet_whitelist::Call::whitelist_call { call_hash: hash_of(&upgrade) }.into();
		assert_ok!(motion(chain, 4, whitelist));
		let dispatch = || {
			let call = Box::new(upgrade.clone());
			pallet_whitelist::Call::dispatch_whitelisted_call_with_preimage { call }
		};
		assert_eq!(motion(chain, 5, dispatch().into()), refused);
		// What the council named as urgent, the assembly carries out within hours.
		assert_ok!(assembly_decides(chain, Track::Emergency, dispatch().into()));
		assert!(System::authorized_upgrade().is_some());
	});
}

#[test]
fn the_assembly_names_who_sits_on_the_council() {
	on("development", |chain| {
		let agent = Registry::agent_of(crate::chain::account("CN-TJ")).expect("it has an agent");
		let institution = agent.institution;
		let give = pallet_seats::Call::give_seat { institution, speaker: address("CN-TJ") };
		assert_ok!(assembly_decides(chain, Track::Regulation, give.into()));
		let seats = pallet_seats::Seats::<Runtime>::get();
		assert!(seats.contains_key(&institution));
		// And it admits without the council.
		assert_ok!(assembly_decides(chain, Track::Accreditation, admission()));
		assert_eq!(standing(InstitutionId(38)), Some(Standing::Active));
		let newcomer = Assembly::explain_vote(InstitutionId(38), ReferendumId(0));
		assert_eq!(newcomer.rank, Some(1));
	});
}

#[test]
fn an_upgrade_enrols_who_waits_and_who_is_missing_in_steps_of_blocks() {
	on("development", |chain| {
		// As on a chain that had no assembly, and on one where a kind has another rank.
		for (who, _) in <Members as Electorate<AccountId>>::members() {
			while <RankedCollective as RankedMembers>::rank_of(&who).is_some() {
				assert_ok!(<RankedCollective as RankedMembers>::demote(&who));
			}
		}
		let rank = Call::set_rank { kind: InstitutionKind::Hospital, rank: 2 };
		let regulation = Origin::Regulation;
		assert_ok!(RuntimeCall::from(rank).dispatch(regulation.into()));
		assert!(Assembly::do_try_state().is_err());
		let newest = Assembly::newest_record(&Subject::Assembly);
		frame_system::LastRuntimeUpgrade::<Runtime>::kill();
		chain.advance(2_000);
		// Blocks take no transactions meanwhile.
		assert!(MultiBlockMigrations::ongoing());
		for _ in 0..10 {
			chain.advance(2_000);
		}
		assert_ok!(Assembly::do_try_state());
		assert_eq!(<Members as Electorate<AccountId>>::rank_of(HOSPITAL), Some(2));
		let members = <Members as Electorate<AccountId>>::members();
		assert_eq!(members.len(), 38);
		assert!(Assembly::newest_record(&Subject::Assembly) > newest);
		// What has run does not run again.
		let newest = Assembly::newest_record(&Subject::Assembly);
		frame_system::LastRuntimeUpgrade::<Runtime>::kill();
		for _ in 0..3 {
			chain.advance(2_000);
		}
		assert_eq!(Assembly::newest_record(&Subject::Assembly), newest);
	});
}

#[test]
fn every_vote_is_recorded_on_its_referendum() {
	on("development", |chain| {
		let referendum = submit(chain, Track::Reallocation, suspend(CLINIC));
		let newest = || Assembly::newest_record(&Subject::Referendum(referendum));
		let submitted = newest().expect("the submission is recorded");
		assert_ok!(vote(chain, "Bob", referendum, true));
		let voted = newest().expect("the vote is recorded");
		assert!(voted > submitted);
		assert!(ReferendumInfoFor::<Runtime>::contains_key(referendum.0));
		assert!(RuntimeCall::from(Call::vote { referendum, aye: true })
			.dispatch(RuntimeOrigin::none())
			.is_err());
	});
}
