use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use salus_primitives::{ClassId, Line, NeedId, Priority, TransferId, Unserved};

/// The donor's gift to the hospital, for its need.
fn serving(legs: &[Leg]) -> ProposalOf<Test> {
	ProposalOf::<Test> { serves: Some(NEED), ..gift(legs) }
}

#[test]
fn a_transfer_says_which_need_it_serves_and_promises_its_goods() {
	play(|| {
		let sent = [leg(MASKS, 1), leg(SUITS, 5), leg(MASKS, 2)];
		let promised = MockNeeds::promised(|| {
			propose(DONOR_SENDS, serving(&sent));
		});
		let line = |quantity, expires_at| Line { class: ClassId(0), quantity, expires_at };
		assert_eq!(promised, [(NEED, vec![line(3, None), line(5, Some(SUITS_EXPIRE))])]);
		let transfer = Circulation::transfer(TransferId(0)).expect("it was proposed");
		let served = Service { need: NEED, priority: Priority::Urgent };
		assert_eq!(transfer.serves, Some(served));

		let promised = MockNeeds::promised(|| {
			let id = propose(DONOR_SENDS, gift(&sent));
			assert_eq!(Circulation::transfer(id).and_then(|transfer| transfer.serves), None);
		});
		assert!(promised.is_empty());
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
