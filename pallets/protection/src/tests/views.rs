//! What clients ask.

use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	AppealId, ClassId, ContextId, Moment, Priority, ReferendumId, RingId, Role, LONGEST_ANSWER,
};

/// The ring that tests use; a test fails when there is none.
fn ring() -> RingView {
	Protection::ring(RING).expect("it is built")
}

fn root_view(revision: u32, members: u32, until: Option<Moment>) -> RootView {
	RootView { revision, members, until }
}

/// A hospital leaves, and the ring is built without it, as soon as it may be.
fn left(number: u32) {
	pass(BUILD_REST);
	assert_ok!(Protection::withdraw_key(signed(admin(number)), RING.role));
	build();
}

/// The contexts on a page, and where the next one begins.
fn contexts(after: Option<u32>, limit: u32) -> (Vec<u32>, Option<u32>) {
	let Page { items, next } = Protection::contexts(after.map(ContextId), limit);
	(items.into_iter().map(|view| view.id.0).collect(), next.map(|next| next.0))
}

/// The appeals on a page, and where the next one begins.
fn open_appeals(after: Option<u64>, limit: u32) -> (Vec<u64>, Option<u64>) {
	let Page { items, next } = Protection::open_appeals(after.map(AppealId), limit);
	(items.into_iter().map(|(id, _)| id.0).collect(), next.map(|next| next.0))
}

fn plea(until: Moment) -> Plea {
	Plea {
		class: ClassId(1),
		region: region_code("CN-HB"),
		quantity: 500,
		priority: Priority::Urgent,
		until,
	}
}

/// Enters an appeal as if somebody had made it.
fn put_appeal(until: Moment) -> AppealId {
	let id = NextAppealId::<Test>::get();
	let (promises, newest_record) = (Default::default(), Some(Default::default()));
	let appeal = Appeal { by: FRESH, plea: plea(until), promises, closed: None, newest_record };
	Appeals::<Test>::insert(id, appeal);
	NextAppealId::<Test>::put(id.next().expect("there are few"));
	id
}

#[test]
fn a_ring_is_told_with_the_revisions_that_are_accepted() {
	run(|| {
		assert_eq!(Protection::ring(RING), None);
		built(4);
		let Ring { revision, root, members, built_at, .. } =
			Rings::<Test>::get(RING).expect("it is built");
		assert_eq!(members, 4);
		let roots = vec![root_view(revision, 4, None)];
		let usable = true;
		let expected = RingView { ring: RING, revision, members, usable, root, built_at, roots };
		assert_eq!(ring(), expected);
		let replaced = Timestamp::get() + BUILD_REST;
		left(0);
		let until = Some(replaced + ROOT_RETENTION);
		let newest = root_view(revision + 1, 3, None);
		let both = [root_view(revision, 4, until), newest.clone()];
		assert_eq!(ring().roots, both);
		assert_eq!((ring().revision, ring().members), (revision + 1, 3));
		assert_ne!(ring().root, root);
		pass(ROOT_RETENTION);
		assert_eq!(ring().roots, both);
		pass(1);
		assert_eq!(ring().roots, [newest]);
	});
}

#[test]
fn a_ring_of_too_few_members_is_told_to_be_of_no_use() {
	run(|| {
		built(3);
		assert!(ring().usable);
		let RingView { revision, roots, .. } = ring();
		assert_eq!(roots, [root_view(revision, 3, None)]);
		let replaced = Timestamp::get() + BUILD_REST;
		left(0);
		assert_eq!((ring().members, ring().usable), (2, false));
		// The one before is, as long as it is accepted.
		let until = Some(replaced + ROOT_RETENTION);
		assert_eq!(ring().roots, [root_view(revision, 3, until)]);
	});
}

#[test]
fn the_rings_of_a_role_are_told_in_their_order() {
	run(|| {
		assert_eq!(Protection::rings_of(RING.role), []);
		built(4);
		assert_eq!(Protection::rings_of(RING.role), [ring()]);
		assert_eq!(Protection::rings_of(Role::Vote), []);
	});
	run_unchecked(|| {
		built(4);
		let first = Rings::<Test>::get(RING).expect("it is built");
		let numbers = [0, 1, 3];
		for number in numbers {
			Rings::<Test>::insert(RingId { number, ..RING }, first.clone());
		}
		// One that is being built is none yet.
		RingCount::<Test>::insert(RING.role, 4);
		let told = Protection::rings_of(RING.role).into_iter();
		assert_eq!(told.map(|view| view.ring.number).collect::<Vec<_>>(), numbers);
	});
}

#[test]
fn the_step_that_is_due_is_told() {
	run(|| {
		assert_eq!(Protection::due_step(RING.role), None);
		register_all(4);
		let step = BuildStep::Start(RING, Cause::Queue);
		assert_eq!(Protection::due_step(RING.role), Some(step));
		assert_eq!(Protection::due_step(Role::Vote), None);
		build();
		assert_eq!(Protection::due_step(RING.role), None);
	});
}

#[test]
fn a_context_is_told_with_whether_it_is_over() {
	run(|| {
		assert_eq!(Protection::context(ContextId(0)), None);
		built(4);
		let id = declare(Terms { until: Some(NOW + 500), ..terms(Purpose::Appeal) });
		bound(0, id, FRESH);
		let view = || Protection::context(id).expect("it was declared");
		let context = Contexts::<Test>::get(id).expect("it was declared");
		let expected = ContextView { id, context, is_over: false, turnout: 0 };
		assert_eq!(view(), expected);
		assert_eq!(view().context.pseudonyms, 1);
		pass(500);
		assert!(!view().is_over);
		pass(1);
		assert!(view().is_over);
		let closed = declare(terms(Purpose::Rate));
		assert_ok!(Protection::close_context(root(), closed));
		assert!(Protection::context(closed).is_some_and(|view| view.is_over));
	});
}

#[test]
fn the_turnout_counts_those_who_voted_once_each() {
	run(|| {
		built(4);
		MockPolls::open(ReferendumId(1));
		let id = declare(terms(Purpose::Vote(ReferendumId(1))));
		let turnout = || Protection::context(id).map(|view| view.turnout);
		for number in 0..3 {
			bound(number, id, FRESH + u64::from(number));
		}
		assert_eq!(turnout(), Some(0));
		assert_ok!(Protection::vote(signed(FRESH), true));
		assert_ok!(Protection::vote(signed(FRESH + 1), false));
		assert_eq!(turnout(), Some(2));
		assert_ok!(Protection::vote(signed(FRESH), false));
		assert_eq!(turnout(), Some(2));
		assert_eq!(Protection::context(id).map(|view| view.context.members), Some(4));
	});
}

#[test]
fn pages_tell_every_context_once_in_order() {
	run(|| {
		assert_eq!(contexts(None, 10), (vec![], None));
		built(4);
		for _ in 0..MAX_CONTEXTS {
			declare(terms(Purpose::Rate));
		}
		assert_eq!(contexts(None, u32::MAX), ((0..256).collect(), None));
		assert_eq!(contexts(None, 0), (vec![0], Some(0)));
		assert_eq!(contexts(None, 100), ((0..100).collect(), Some(99)));
		assert_eq!(contexts(Some(99), 100), ((100..200).collect(), Some(199)));
		assert_eq!(contexts(Some(199), 56), ((200..256).collect(), None));
		assert_eq!(contexts(Some(255), 1), (vec![], None));
		for forgotten in [3, 200] {
			assert_ok!(Protection::close_context(root(), ContextId(forgotten)));
			prune();
			let remnant = Remnant::Context(ContextId(forgotten));
			assert_ok!(Protection::forget(signed(FRESH), remnant));
			declare(terms(Purpose::Rate));
		}
		assert_eq!(contexts(Some(2), 2), (vec![4, 5], Some(5)));
		assert_eq!(contexts(Some(3), 1), (vec![4], Some(4)));
		assert_eq!(contexts(Some(198), 300), ([199].into_iter().chain(201..258).collect(), None));
	});
}

#[test]
fn appeals_are_told_to_which_something_can_be_promised() {
	run(|| {
		let who = pseudonym(Purpose::Appeal);
		assert_eq!(open_appeals(None, 10), (vec![], None));
		for until in [NOW + 10, NOW + 20] {
			assert_ok!(Protection::appeal(signed(who), plea(until)));
		}
		let first = Protection::appeal_entry(AppealId(0)).expect("it was made");
		assert_eq!(Protection::open_appeals(None, 1).items, [(AppealId(0), first)]);
		assert_eq!(open_appeals(None, 10), (vec![0, 1], None));
		pass(10);
		assert_eq!(open_appeals(None, 10), (vec![0, 1], None));
		pass(1);
		assert_eq!(open_appeals(None, 10), (vec![1], None));
		assert_ok!(Protection::close_appeal(signed(who), AppealId(1), AppealEnd::Served));
		assert_eq!(open_appeals(None, 10), (vec![], None));
	});
}

#[test]
fn pages_tell_every_open_appeal_once_and_look_at_no_more_than_may_be() {
	run(|| {
		pseudonym(Purpose::Appeal);
		let longest = u64::from(LONGEST_ANSWER);
		// Every third is over.
		let mut open = Vec::new();
		for number in 0..2 * longest + 8 {
			let until = if number % 3 == 0 { NOW - 1 } else { NOW };
			let id = put_appeal(until);
			open.extend((until == NOW).then_some(id.0));
		}
		for limit in [0, 1, 7, LONGEST_ANSWER, u32::MAX] {
			let (mut told, mut after) = (Vec::new(), None);
			loop {
				let (page, next) = open_appeals(after, limit);
				assert!(page.len() <= limit.clamp(1, LONGEST_ANSWER) as usize);
				told.extend(page);
				match next {
					Some(next) => after = Some(next),
					None => break,
				}
			}
			assert_eq!(told, open, "pages of {limit}");
		}
		let (page, next) = open_appeals(None, u32::MAX);
		assert_eq!((page.last(), next), (Some(&(longest - 2)), Some(longest - 1)));
		// What is left of some that were forgotten is looked at as well.
		(0..longest).for_each(|id| Appeals::<Test>::remove(AppealId(id)));
		assert_eq!(open_appeals(None, 5), (vec![], Some(longest - 1)));
		assert_eq!(
			open_appeals(Some(longest - 1), 2),
			(vec![longest, longest + 1], Some(longest + 1))
		);
		assert_eq!(open_appeals(Some(u64::MAX), 2), (vec![], None));
	});
}
