//! What clients ask.

use crate::{mock::*, EmergencyPage, EmergencyView};
use frame_support::assert_ok;
use salus_primitives::{
	mock::MockTrail, time::DAY, ClassId, EmergencyId, RecordId, LONGEST_ANSWER,
};

#[test]
fn an_emergency_is_told_with_whether_it_is_in_force() {
	run(|| {
		assert_eq!(Emergencies::emergency(NOTHING), None);
		let id = in_haste();
		let told = || Emergencies::emergency(id).expect("it is stored");
		assert_eq!(told(), EmergencyView { emergency: stored(id), in_force: true });
		turn_to(NOW + TERM);
		assert_eq!(told(), EmergencyView { emergency: stored(id), in_force: false });
		assert_ok!(ratify(id));
		assert_eq!(told(), EmergencyView { emergency: stored(id), in_force: true });
		assert_ok!(Emergencies::call_off(by(ASSEMBLY), id));
		assert_eq!(told(), EmergencyView { emergency: stored(id), in_force: false });
	});
}

/// All pages, of so many emergencies each.
fn all(limit: u32) -> Vec<u32> {
	let (mut found, mut after) = (Vec::new(), None);
	loop {
		let EmergencyPage { emergencies, next } = Emergencies::emergencies(after, limit);
		assert!(emergencies.len() <= limit.clamp(1, LONGEST_ANSWER) as usize);
		found.extend(emergencies.into_iter().map(|(id, _)| id.0));
		match next {
			Some(next) => after = Some(next),
			None => return found,
		}
	}
}

#[test]
fn pages_tell_every_emergency_once_by_number() {
	run(|| {
		assert!(all(10).is_empty());
		// Six hundred, each an hour long; then every third is forgotten, and three hundred in a row.
		for number in 0..600u32 {
			let class = ClassId(number % 9);
			declared(ASSEMBLY, declaration(&["CN-HB"], &[class], now() + HOUR));
			pass(HOUR);
		}
		MockTrail::prune_before(RecordId(u64::MAX));
		let is_left = |number: &u32| !number.is_multiple_of(3) && !(200..500).contains(number);
		for number in (0..600).filter(|number| !is_left(number)) {
			let id = EmergencyId(number);
			if stored(id).covers > 0 {
				assert_ok!(close(id));
			}
			assert_ok!(Emergencies::forget_emergency(by(STRANGER), id));
		}
		let expected: Vec<_> = (0..600).filter(is_left).collect();
		for limit in [0, 1, 7, LONGEST_ANSWER, u32::MAX] {
			assert_eq!(all(limit), expected, "pages of {limit}");
		}
	});
}

#[test]
fn a_page_says_whether_there_is_another() {
	run(|| {
		let ids = [MASKS, OXYGEN, GOWNS].map(|class| declared(ASSEMBLY, of_one("CN-HB", class)));
		let page = |after, limit| {
			let EmergencyPage { emergencies, next } = Emergencies::emergencies(after, limit);
			(emergencies.into_iter().map(|(id, _)| id).collect::<Vec<_>>(), next)
		};
		assert_eq!(page(None, 2), (vec![ids[0], ids[1]], Some(ids[1])));
		assert_eq!(page(Some(ids[1]), 2), (vec![ids[2]], None));
		assert_eq!(page(None, 3), (ids.to_vec(), None));
		assert_eq!(page(Some(NOTHING), 2), (vec![], None));
		assert_eq!(page(Some(EmergencyId(u32::MAX)), 2), (vec![], None));
		turn_to(NOW + 30 * DAY);
		let views = Emergencies::emergencies(None, 1).emergencies;
		assert_eq!(views, [(ids[0], EmergencyView { emergency: stored(ids[0]), in_force: false })]);
	});
}
