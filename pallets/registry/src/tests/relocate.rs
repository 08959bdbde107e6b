use crate::{mock::*, Call, Error, Event};
use salus_primitives::{Action, Custody, InstitutionId, LotId, Role, SiteNumber, Subject};

fn relocate(lot: LotId, owner: InstitutionId, site: Option<SiteNumber>) -> Call<Test> {
	Call::relocate { lot, owner, site }
}

#[test]
fn a_holding_moves_between_sites_of_its_custodian() {
	run(|| {
		let lot = lot(masks(), 100);
		let call = relocate(lot, HOSPITAL, Some(WARD));
		let records = accepted(signed(STOREKEEPER), call.clone());
		by_agent(STOREKEEPER, &records, Action::LotRelocated, &[Subject::Lot(lot)]);
		let key = Custody::own(HOSPITAL).of(lot);
		last_event(Event::LotRelocated { holding: key, site: Some(WARD) });
		assert_eq!(holding(lot).site, Some(WARD));
		refused(signed(STOREKEEPER), call, Error::<Test>::Unchanged);
		accepted(signed(STOREKEEPER), relocate(lot, HOSPITAL, None));
		assert_eq!(holding(lot).site, None);
	});
}

#[test]
fn borrowed_goods_move_too() {
	run(|| {
		let lot = lent(50);
		accepted(signed(STOREKEEPER), relocate(lot, DONOR, Some(WAREHOUSE)));
		assert_eq!(held(lot, LOAN).site, Some(WAREHOUSE));
	});
}

#[test]
fn goods_are_kept_only_where_they_can_be() {
	run(|| {
		let lot = lot(masks(), 100);
		for (call, error) in [
			(relocate(lot, HOSPITAL, Some(NOWHERE)), Error::<Test>::SiteNotFound),
			(relocate(lot, DONOR, Some(WARD)), Error::HoldingNotFound),
			(relocate(LotId(9), HOSPITAL, Some(WARD)), Error::LotNotFound),
		] {
			refused(signed(STOREKEEPER), call, error);
		}
	});
}

#[test]
fn nobody_but_a_stock_agent_relocates() {
	run(|| {
		let lot = lot(masks(), 1);
		refused_to_all_but(Role::Stock, relocate(lot, HOSPITAL, Some(WARD)));
	});
}
