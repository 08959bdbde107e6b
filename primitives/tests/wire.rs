//! The bytes of what every exported record is made of, by the rules of SCALE: an enum is the index of
//! its variant and then the fields, a number is little-endian in its full width, a text is its length
//! as a compact number (times four, below 64) and then its bytes.
//!
//! Whoever holds an exported record reads it years later by these tables, so no line of them ever
//! changes. A new variant gets a new line.

use codec::{Decode, Encode};
use salus_primitives::{
	Action, Actor, AllocationId, AppealId, Authority, CaseId, ClassId, ComplaintId, ContextId,
	DocumentId, EmergencyId, EpochId, EventClaim, InstitutionId, LotId, Matter, NeedId, OfferId,
	OrderId, PlanId, RecallId, ReferendumId, RegionCode, RingId, Role, RoundId, RuleId, SiteId,
	SiteNumber, Subject, Track, TransferId,
};
use std::fmt::Debug;

/// Checks a table of values and their bytes, and that it names every index that decodes: a variant
/// that was added has to be named too.
fn check<T: Encode + Decode + PartialEq + Debug>(table: &[(T, &[u8])]) {
	for (value, bytes) in table {
		assert_eq!(value.encode(), *bytes, "{value:?}");
		assert_eq!(T::decode(&mut &bytes[..]).as_ref(), Ok(value));
	}
	let named: Vec<u8> = table.iter().map(|(_, bytes)| bytes[0]).collect();
	let decoded: Vec<u8> = (0..=u8::MAX)
		.filter(|index| T::decode(&mut &[&[*index][..], &[0; 64]].concat()[..]).is_ok())
		.collect();
	assert_eq!(named, decoded, "the indices in the table, and those that there are");
}

#[test]
fn subjects_are_encoded_as_they_always_were() {
	let site = SiteId { institution: InstitutionId(0x0a0b_0c0d), number: SiteNumber(0x0102) };
	let region = RegionCode::try_from("CN-HB").expect("it is well-formed");
	check(&[
		(Subject::Region(region), &[0, 5 * 4, b'C', b'N', b'-', b'H', b'B']),
		(Subject::Institution(InstitutionId(0x0102_0304)), &[1, 4, 3, 2, 1]),
		(Subject::Site(site), &[2, 0x0d, 0x0c, 0x0b, 0x0a, 2, 1]),
		(Subject::Class(ClassId(0x0102_0304)), &[3, 4, 3, 2, 1]),
		(Subject::Lot(LotId(0x0102_0304_0506_0708)), &[4, 8, 7, 6, 5, 4, 3, 2, 1]),
		(Subject::Transfer(TransferId(0x0102_0304_0506_0708)), &[16, 8, 7, 6, 5, 4, 3, 2, 1]),
		(Subject::Round(RoundId(0x0102_0304)), &[32, 4, 3, 2, 1]),
		(Subject::Epoch(EpochId(0x0102_0304_0506_0708)), &[48, 8, 7, 6, 5, 4, 3, 2, 1]),
		(Subject::Runtime, &[49]),
		(Subject::Collators, &[50]),
		(Subject::Recall(RecallId(0x0102_0304_0506_0708)), &[51, 8, 7, 6, 5, 4, 3, 2, 1]),
		(Subject::Case(CaseId(0x0102_0304_0506_0708)), &[52, 8, 7, 6, 5, 4, 3, 2, 1]),
		(Subject::Rule(RuleId(0x0102_0304)), &[64, 4, 3, 2, 1]),
		(Subject::Need(NeedId(0x0102_0304_0506_0708)), &[80, 8, 7, 6, 5, 4, 3, 2, 1]),
		(Subject::Offer(OfferId(0x0102_0304_0506_0708)), &[81, 8, 7, 6, 5, 4, 3, 2, 1]),
		(Subject::Order(OrderId(0x0102_0304_0506_0708)), &[82, 8, 7, 6, 5, 4, 3, 2, 1]),
		(Subject::Emergency(EmergencyId(0x0102_0304)), &[96, 4, 3, 2, 1]),
		(Subject::Allocation(AllocationId(0x0102_0304)), &[97, 4, 3, 2, 1]),
		(Subject::Ring(RingId { role: Role::Vote, number: 3 }), &[112, 5, 3]),
		(Subject::Context(ContextId(0x0102_0304)), &[113, 4, 3, 2, 1]),
		(Subject::Appeal(AppealId(0x0102_0304_0506_0708)), &[114, 8, 7, 6, 5, 4, 3, 2, 1]),
		(Subject::Complaint(ComplaintId(0x0102_0304_0506_0708)), &[115, 8, 7, 6, 5, 4, 3, 2, 1]),
		(Subject::Document(DocumentId(0x0102_0304_0506_0708)), &[116, 8, 7, 6, 5, 4, 3, 2, 1]),
		(Subject::Council, &[128]),
		(Subject::Referendum(ReferendumId(0x0102_0304)), &[129, 4, 3, 2, 1]),
		(Subject::Assembly, &[130]),
		(Subject::Plan(PlanId(0x0102_0304_0506_0708)), &[131, 8, 7, 6, 5, 4, 3, 2, 1]),
	]);
}

#[test]
fn actors_are_encoded_as_they_always_were() {
	let account = [
		0, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10,
		9, 8, 7, 6, 5, 4, 3, 2, 1, 0,
	];
	let id: [u8; 32] = account[1..].try_into().expect("32 bytes follow the index");
	let mut pseudonym = account;
	pseudonym[0] = 3;
	check(&[
		(Actor::Account(id), &account),
		(Actor::Authority(Authority::Council), &[1, 1]),
		(Actor::Proof, &[2]),
		(Actor::Pseudonym(id), &pseudonym),
		(Actor::Order(OrderId(0x0102_0304_0506_0708)), &[4, 8, 7, 6, 5, 4, 3, 2, 1]),
		(Actor::Allocation(AllocationId(0x0102_0304)), &[5, 4, 3, 2, 1]),
		(Actor::Plan(PlanId(0x0102_0304_0506_0708)), &[6, 8, 7, 6, 5, 4, 3, 2, 1]),
		(Actor::Chain, &[7]),
	]);
}

#[test]
fn authorities_are_encoded_as_they_always_were() {
	check(&[(Authority::Root, &[0]), (Authority::Council, &[1]), (Authority::Assembly, &[2])]);
}

#[test]
fn actions_are_encoded_as_they_always_were() {
	check(&[
		(Action::RegionRegistered, &[0]),
		(Action::RegionAmended, &[1]),
		(Action::InstitutionAdmitted, &[2]),
		(Action::ProfileAmended, &[3]),
		(Action::LicenceGranted, &[4]),
		(Action::LicenceRevoked, &[5]),
		(Action::InstitutionSuspended, &[6]),
		(Action::InstitutionReinstated, &[7]),
		(Action::AgentAppointed, &[8]),
		(Action::AgentRolesChanged, &[9]),
		(Action::AgentRemoved, &[10]),
		(Action::SiteRegistered, &[11]),
		(Action::ClassRegistered, &[12]),
		(Action::AgentInvited, &[13]),
		(Action::InvitationEnded, &[14]),
		(Action::AgentsReplaced, &[15]),
		(Action::InstitutionAmended, &[16]),
		(Action::InstitutionWoundUp, &[17]),
		(Action::SiteAmended, &[18]),
		(Action::LotRegistered, &[20]),
		(Action::LotCounted, &[21]),
		(Action::LotConsumed, &[22]),
		(Action::LotDestroyed, &[23]),
		(Action::LotRepacked, &[26]),
		(Action::LotCorrected, &[27]),
		(Action::LotRelocated, &[28]),
		(Action::CountClaimed, &[29]),
		(Action::CountConfirmed, &[30]),
		(Action::CountDismissed, &[31]),
		(Action::LotHandedOver, &[32]),
		(Action::LotWrittenOff, &[33]),
		(Action::LotArchived, &[34]),
		(Action::LotLapsed, &[35]),
		(Action::SenderApproved, &[40]),
		(Action::SenderApprovalRevoked, &[41]),
		(Action::TransferProposed, &[42]),
		(Action::TransferAccepted, &[43]),
		(Action::TransferDispatched, &[44]),
		(Action::TransferReceived, &[45]),
		(Action::TransferRejected, &[46]),
		(Action::TransferWithdrawn, &[47]),
		(Action::TransferExpired, &[48]),
		(Action::TransferDisputed, &[49]),
		(Action::DisputeResolved, &[50]),
		(Action::TransferAgreed, &[51]),
		(Action::LoanCalledIn, &[52]),
		(Action::CarriageAcknowledged, &[53]),
		(Action::CarriageDeclined, &[54]),
		(Action::KeepingRequested, &[55]),
		(Action::TransferArchived, &[56]),
		(Action::RoundOpened, &[60]),
		(Action::DmuObserved, &[61]),
		(Action::RoundSealed, &[62]),
		(Action::DmusProven, &[63]),
		(Action::RoundCompleted, &[64]),
		(Action::RoundExpired, &[65]),
		(Action::RoundCancelled, &[66]),
		(Action::RoundArchived, &[67]),
		(Action::EpochPruned, &[80]),
		(Action::RuntimeUpgraded, &[81]),
		(Action::CollatorsChanged, &[82]),
		(Action::RuleWritten, &[90]),
		(Action::RuleAmended, &[91]),
		(Action::RulePaused, &[92]),
		(Action::RuleResumed, &[93]),
		(Action::RuleWithdrawn, &[94]),
		(Action::CoSigned, &[95]),
		(Action::SignatureRevoked, &[96]),
		(Action::SignatureExpired, &[97]),
		(Action::NeedPublished, &[100]),
		(Action::NeedClosed, &[101]),
		(Action::NeedEscalated, &[102]),
		(Action::NeedExpired, &[103]),
		(Action::OfferMade, &[104]),
		(Action::OfferTaken, &[105]),
		(Action::OfferWithdrawn, &[106]),
		(Action::OfferReleased, &[107]),
		(Action::OrderGiven, &[108]),
		(Action::OrderPaused, &[109]),
		(Action::OrderResumed, &[110]),
		(Action::OrderRevoked, &[111]),
		(Action::OrderSent, &[112]),
		(Action::OrderOffered, &[113]),
		(Action::NeedBoundSet, &[114]),
		(Action::OrderBound, &[115]),
		(Action::ActRatified, &[120]),
		(Action::ActLapsed, &[121]),
		(Action::EmergencyDeclared, &[122]),
		(Action::EmergencyCalledOff, &[123]),
		(Action::EmergencyProlonged, &[124]),
		(Action::EmergencyClosed, &[125]),
		(Action::AllocationOpened, &[126]),
		(Action::AllocationAdvanced, &[127]),
		(Action::LinesAllocated, &[128]),
		(Action::NeedsEscalated, &[129]),
		(Action::AllocationEnded, &[130]),
		(Action::AllocationArchived, &[131]),
		(Action::PlanPosted, &[132]),
		(Action::PairsBarred, &[133]),
		(Action::HoldPlaced, &[140]),
		(Action::HoldLifted, &[141]),
		(Action::HoldsCleared, &[142]),
		(Action::RecallIssued, &[143]),
		(Action::RecallAdvanced, &[144]),
		(Action::RecallAcknowledged, &[145]),
		(Action::RecallClosed, &[146]),
		(Action::CaseOpened, &[147]),
		(Action::CountDemanded, &[148]),
		(Action::DocumentAttached, &[149]),
		(Action::DocumentAcknowledged, &[150]),
		(Action::HoldOrdered, &[151]),
		(Action::CaseClosed, &[152]),
		(Action::CaseVoided, &[153]),
		(Action::KeyRegistered, &[160]),
		(Action::KeyWithdrawn, &[161]),
		(Action::RingBuilt, &[162]),
		(Action::ContextDeclared, &[163]),
		(Action::ContextClosed, &[164]),
		(Action::PseudonymBound, &[165]),
		(Action::AppealMade, &[166]),
		(Action::AppealClosed, &[167]),
		(Action::PromiseMade, &[168]),
		(Action::PromiseWithdrawn, &[169]),
		(Action::ComplaintMade, &[170]),
		(Action::ComplaintAnswered, &[171]),
		(Action::RatingGiven, &[172]),
		(Action::SecretVoteCast, &[173]),
		(Action::SealingKeyPublished, &[174]),
		(Action::DocumentSent, &[175]),
		(Action::DocumentReceived, &[176]),
		(Action::ReferendumPutToRing, &[177]),
		(Action::SeatGiven, &[180]),
		(Action::SeatVacated, &[181]),
		(Action::SeatReassigned, &[182]),
		(Action::ReferendumSubmitted, &[183]),
		(Action::VoteCast, &[184]),
		(Action::ReferendumApproved, &[185]),
		(Action::ReferendumRejected, &[186]),
		(Action::ReferendumCalledOff, &[187]),
		(Action::ReferendumTimedOut, &[188]),
		(Action::MemberInducted, &[189]),
		(Action::MemberRanked, &[190]),
		(Action::MemberRemoved, &[191]),
		(Action::RankSet, &[192]),
		(Action::PlanDecided, &[193]),
		(Action::LinesCarriedOut, &[194]),
		(Action::LinesArchived, &[195]),
	]);
}

// The digest of a submission covers its track.
#[test]
fn tracks_are_encoded_as_they_always_were() {
	check(&[
		(Track::Accreditation, &[0]),
		(Track::Regulation, &[1]),
		(Track::Reallocation, &[2]),
		(Track::Emergency, &[3]),
		(Track::Upgrade, &[4]),
	]);
}

// The digests of a ratification and of a lapse cover their matter.
#[test]
fn matters_are_encoded_as_they_always_were() {
	check(&[
		(Matter::Standing(InstitutionId(0x0102_0304)), &[0, 4, 3, 2, 1]),
		(Matter::Emergency(EmergencyId(0x0102_0304)), &[1, 4, 3, 2, 1]),
	]);
}

#[test]
fn a_claim_is_encoded_as_it_always_was() {
	for (claim, bytes) in [
		// Ten past the epoch, eight hours east: 480 is 0x01e0.
		(EventClaim { at: 10, utc_offset: 480 }, [10, 0, 0, 0, 0, 0, 0, 0, 0xe0, 0x01]),
		// Eight hours west: the complement of 480 to 0x10000 is 0xfe20.
		(
			EventClaim { at: 0x0102_0304_0506_0708, utc_offset: -480 },
			[8, 7, 6, 5, 4, 3, 2, 1, 0x20, 0xfe],
		),
	] {
		assert_eq!(claim.encode(), bytes);
		assert_eq!(EventClaim::decode(&mut &bytes[..]), Ok(claim));
	}
}
