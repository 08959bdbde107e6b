use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{NeedId, Needs, Priority, TransferId, Unserved};

/// The donor's gift to the hospital, for its need.
fn serving(legs: &[Leg]) -> ProposalOf<Test> {
	ProposalOf::<Test> { serves: Some(NEED), ..gift(legs) }
}

#[test]
fn goods_are_promised_to_the_need_that_they_serve_once_the_receiver_accepts() {
	play(|| {
		let serves = |promised| Some(Service { need: NEED, priority: Priority::Urgent, promised });
		let service = || Circulation::transfer(TransferId(0)).and_then(|transfer| transfer.serves);
		let sent = [leg(MASKS, 1), leg(SUITS, 5), leg(MASKS, 2)];
		let promised = MockNeeds::promised(|| {
			propose(DONOR_SENDS, serving(&sent));
			assert_eq!(service(), serves(false));
		});
		assert!(promised.is_empty(), "a stranger's proposal covers no need");
		let promised = MockNeeds::promised(|| {
			assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), TransferId(0)));
		});
		assert_eq!(promised, [(NEED, 8)]);
		assert_eq!(service(), serves(true));

		let promised = MockNeeds::promised(|| {
			accepted(&sent[..1]);
		});
		assert!(promised.is_empty(), "one that serves none promises nothing");
	});
}

#[test]
fn goods_of_an_approved_sender_are_promised_at_once() {
	play(|| {
		let approval =
			Circulation::approve_sender(by(HOSPITAL_RECEIVES), DONOR, Capacity::Receiver);
		assert_ok!(approval);
		let promised = MockNeeds::promised(|| {
			propose(DONOR_SENDS, serving(&[leg(MASKS, 3)]));
		});
		assert_eq!(promised, [(NEED, 3)]);
	});
}

#[test]
fn a_need_that_ended_meanwhile_is_promised_nothing() {
	play(|| {
		let id = propose(DONOR_SENDS, serving(&[leg(MASKS, 3)]));
		MockNeeds::say(&[Unserved::NeedNotOpen]);
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
		MockNeeds::say(&[]);
		let transfer = Circulation::transfer(id).expect("it was proposed");
		assert_eq!((transfer.status, transfer.promised_to()), (Status::Accepted, None));
	});
}

#[test]
fn what_accepting_costs_depends_on_whether_goods_are_promised() {
	play(|| {
		let cost = |id| {
			let accepted = Circulation::accept(by(HOSPITAL_RECEIVES), id);
			accepted.expect("a proposal").actual_weight.expect("it is told")
		};
		let plain = propose(DONOR_SENDS, gift(&[leg(MASKS, 1)]));
		assert_eq!(cost(plain), <() as WeightInfo>::accept());
		let served = propose(DONOR_SENDS, serving(&[leg(MASKS, 1)]));
		let serving = MockNeeds::weight_of_serving();
		assert_eq!(cost(served), <() as WeightInfo>::accept() + serving);
	});
}

#[test]
fn goods_go_to_the_site_of_the_need_unless_another_is_named() {
	play(|| {
		let nowhere = ProposalOf::<Test> { to_site: None, ..serving(&[leg(MASKS, 1)]) };
		let id = propose(DONOR_SENDS, nowhere);
		let site = Circulation::transfer(id).and_then(|transfer| transfer.to_site);
		assert_eq!(site, Some(HOSPITAL_DOCK));
		let other = Some(salus_primitives::SiteNumber(0));
		let id = propose(
			DONOR_SENDS,
			ProposalOf::<Test> { to_site: other, ..serving(&[leg(MASKS, 1)]) },
		);
		assert_eq!(Circulation::transfer(id).and_then(|transfer| transfer.to_site), other);
	});
}

#[test]
fn whatever_a_need_says_against_it_is_told_and_refused() {
	for (unserved, error) in [
		(Unserved::NeedNotOpen, Error::<Test>::NeedNotOpen),
		(Unserved::NeedFrozen, Error::<Test>::NeedFrozen),
		(Unserved::ClassNotNeeded, Error::<Test>::ClassNotNeeded),
		(Unserved::ShelfLifeTooShort, Error::<Test>::ShelfLifeTooShort),
		(Unserved::TooLateForNeed, Error::<Test>::TooLateForNeed),
		(Unserved::TooEarlyForNeed, Error::<Test>::TooEarlyForNeed),
		(Unserved::MoreThanNeeded, Error::<Test>::MoreThanNeeded),
	] {
		play(|| {
			MockNeeds::say(&[unserved]);
			let proposal = serving(&[leg(MASKS, 1)]);
			let told = Circulation::explain_transfer(DONOR, proposal.clone());
			assert_eq!(told, [Finding { leg: None, error: error.clone(), unmet: None }]);
			assert_noop!(Circulation::propose(by(DONOR_SENDS), proposal), error);
			// Whoever names no need is asked nothing.
			assert_ok!(Circulation::propose(by(DONOR_SENDS), gift(&[leg(MASKS, 1)])));
			MockNeeds::say(&[]);
		});
	}
}

#[test]
fn a_need_that_is_not_there_and_that_of_another_are_told() {
	play(|| {
		let unknown = ProposalOf::<Test> { serves: Some(NeedId(6)), ..gift(&[leg(MASKS, 1)]) };
		let refused = Error::<Test>::NeedNotFound;
		assert_noop!(Circulation::propose(by(DONOR_SENDS), unknown), refused);
		let to = CLINIC;
		let others = ProposalOf::<Test> { to, to_site: None, ..serving(&[leg(MASKS, 1)]) };
		let refused = Error::<Test>::NeedOfAnother;
		assert_noop!(Circulation::propose(by(DONOR_SENDS), others), refused);
	});
}

#[test]
fn goods_that_go_back_serve_no_need() {
	play(|| {
		let of = delivered(&[leg(MASKS, 4)]);
		let back = giving_back(of, &[leg(MASKS, 1)]);
		let proposal = ProposalOf::<Test> { serves: Some(NEED), ..back };
		let refused = Error::<Test>::ReturnServesNoNeed;
		assert_noop!(Circulation::propose(by(HOSPITAL_SENDS), proposal), refused);
	});
}

#[test]
fn the_rules_are_told_how_urgent_the_need_is_at_both_steps() {
	play(|| {
		let examined = MockRules::examined(|| {
			let id = propose(DONOR_SENDS, serving(&[leg(MASKS, 1)]));
			assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
			assert_ok!(dispatch(DONOR_SENDS, id));
		});
		let told: Vec<_> = examined.iter().map(|movement| movement.serves).collect();
		assert_eq!(told, [Some(Priority::Urgent); 2]);
	});
}

#[test]
fn goods_that_are_promised_to_no_need_serve_none_when_they_leave() {
	play(|| {
		let id = propose(DONOR_SENDS, serving(&[leg(MASKS, 1)]));
		MockNeeds::say(&[Unserved::NeedNotOpen]);
		assert_ok!(Circulation::accept(by(HOSPITAL_RECEIVES), id));
		let examined = MockRules::examined(|| {
			assert_ok!(dispatch(DONOR_SENDS, id));
		});
		let told: Vec<_> = examined.iter().map(|movement| movement.serves).collect();
		assert_eq!(told, [None]);
	});
}
