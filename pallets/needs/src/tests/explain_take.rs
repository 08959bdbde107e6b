use crate::{mock::*, *};
use frame_support::assert_ok;
use salus_primitives::{
	time::DAY, Capability, InstitutionKind, NeedId, OfferId, Priority, Quantity,
};

fn told(offer: OfferId, need: NeedId, quantity: Quantity) -> Vec<Error<Test>> {
	NeedsPallet::explain_take(offer, need, quantity).findings
}

#[test]
fn nothing_is_told_of_what_can_be_taken() {
	play(|| {
		let offered = offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 100, None), 50));
		let need = published(HOSPITAL_RECEIVES, masks(10));
		assert_eq!(told(offered, need, 10), []);
		assert_ok!(take(HOSPITAL_RECEIVES, offered, need, 10));
	});
}

#[test]
fn an_offer_or_a_need_that_is_not_there_is_told_alone() {
	play(|| {
		let offered = offered(DONOR_SENDS, supply(lot(DONOR, MASKS, 100, None), 50));
		let need = published(HOSPITAL_RECEIVES, masks(10));
		assert_eq!(told(OfferId(9), need, 1), [Error::OfferNotFound]);
		assert_eq!(told(offered, NeedId(9), 1), [Error::NeedNotFound]);
	});
}

#[test]
fn every_reason_is_told() {
	play(|| {
		let scope = Scope {
			priority: Priority::Stat,
			kinds: vec![InstitutionKind::Donor].try_into().expect("few"),
			regions: vec![code("CN-SH")].try_into().expect("few"),
			capabilities: vec![Capability::ColdChain].try_into().expect("few"),
		};
		let goods = lot(HOSPITAL, MASKS, 100, None);
		let supply = Supply { scope, least: 5, ..supply(goods, 50) };
		let offered = offered(HOSPITAL_SENDS, supply);
		let need = published(HOSPITAL_RECEIVES, masks(100));
		pass(5 * DAY + 1);
		let own = [
			Error::OwnOffer,
			Error::NotUrgentEnough,
			Error::KindOutsideScope,
			Error::RegionOutsideScope,
			Error::CapabilityMissing,
		];
		let expected = |reason| own.iter().cloned().chain([reason, Error::NeedEndsTooSoon]);
		assert_eq!(told(offered, need, 4), expected(Error::BelowLeast).collect::<Vec<_>>());
		let expected: Vec<_> = expected(Error::InsufficientOffer).collect();
		assert_eq!(told(offered, need, 51), expected);
	});
}

#[test]
fn what_the_transfer_is_refused_with_is_told_beside_it() {
	play(|| {
		let goods = lot(DONOR, MASKS, 200, None);
		let offered = offered(DONOR_SENDS, supply(goods, 50));
		let order = given(DONOR_SENDS, sending());
		let need = published(HOSPITAL_RECEIVES, masks(10));
		refuse_transfers(true);
		for told in
			[NeedsPallet::explain_take(offered, need, 10), NeedsPallet::explain_order(order, need)]
		{
			assert_eq!((told.findings, told.transfer), (vec![], vec![FORBIDDEN]));
		}
		// Of what would make no transfer there is none to ask about.
		let told = NeedsPallet::explain_take(OfferId(9), need, 10);
		assert_eq!(told.transfer, []);
	});
}
