//! What `do_try_state` is there to find is found.

use crate::{mock::*, *};
use salus_primitives::{Bucket, Custody, InstitutionId, RecordId, TransferId};

/// Spoils a sound state, and asks whether the check tells; then restores it.
fn is_found(number: &str, spoil: impl FnOnce()) {
	let told = frame_support::storage::with_transaction(|| {
		spoil();
		let told = Circulation::do_try_state();
		sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(told))
	});
	match told.expect("a rollback") {
		Err(sp_runtime::DispatchError::Other(message)) => {
			let start = format!("circulation: invariant {number}: ");
			assert!(message.starts_with(&start), "{number} expected, told {message:?}")
		}
		other => panic!("{number} expected, told {other:?}"),
	}
}

fn spoil(id: TransferId, spoil: impl FnOnce(&mut TransferOf<Test>)) {
	Transfers::<Test>::mutate(id, |transfer| {
		spoil(transfer.as_mut().expect("a transfer"));
	});
}

#[test]
fn a_spoilt_state_is_found() {
	play(|| {
		let waiting = proposed(&[leg(MASKS, 10)]);
		let under_way = dispatched(&[leg(MASKS, 10)]);
		let disputed = dispatched(&[leg(SUITS, 10)]);
		receive(HOSPITAL_RECEIVES, disputed, &[found(5, 5, 0)]).expect("goods under way");
		let settled = delivered(&[leg(MASKS, 10)]);
		let loan = lent(&[leg(VENTILATORS, 10)]);
		let back = propose(HOSPITAL_SENDS, giving_back(settled, &[leg(MASKS, 4)]));
		let approved =
			Circulation::approve_sender(by(HOSPITAL_RECEIVES), DONOR, Capacity::Receiver);
		approved.expect("there is room for an approval");

		is_found("1", || NextTransferId::<Test>::put(back));
		is_found("1", || spoil(waiting, |transfer| transfer.legs.clear()));
		is_found("1", || spoil(waiting, |transfer| transfer.legs[0].quantity = 0));
		is_found("2", || spoil(under_way, |transfer| transfer.legs[0].missing = 11));
		is_found("2", || spoil(settled, |transfer| transfer.legs[0].excess = 11));
		is_found("2", || spoil(disputed, |transfer| transfer.legs[0].keeping = 6));
		is_found("3", || spoil(waiting, |transfer| transfer.receipts = 1));
		is_found("3", || spoil(waiting, |transfer| transfer.ended_at = Some(NOW)));
		is_found("3", || spoil(settled, |transfer| transfer.ended_at = None));
		is_found("3", || spoil(waiting, |transfer| transfer.legs[0].accepted = 1));
		is_found("3", || spoil(under_way, |transfer| transfer.shipment = None));
		is_found("3", || spoil(under_way, |transfer| transfer.status = Status::Disputed));
		is_found("3", || spoil(disputed, |transfer| transfer.status = Status::Settled));
		is_found("4", || spoil(under_way, |transfer| transfer.receipts = 1));
		is_found("4", || spoil(settled, |transfer| transfer.receipts = 0));
		is_found("4", || Receipts::<Test>::remove(settled, 0));
		is_found("5", || spoil(settled, |transfer| transfer.legs[0].returned = 11));
		is_found("5", || spoil(settled, |transfer| transfer.legs[0].returned = 3));
		is_found("5", || spoil(settled, |transfer| transfer.legs[0].concluded = 7));
		is_found("5", || {
			spoil(settled, |transfer| {
				transfer.legs[0].called_in = 1;
				transfer.status = Status::Disputed;
				transfer.ended_at = None;
			});
		});
		is_found("5", || {
			let terms = Terms::Return { of: TransferId(77), from: ReturnFrom::Available };
			spoil(settled, |transfer| transfer.terms = terms);
		});
		is_found("6", || {
			spoil(loan, |transfer| {
				transfer.legs[0].called_in = 1;
				transfer.status = Status::Disputed;
				transfer.ended_at = None;
			});
		});
		is_found("6", || spoil(waiting, |transfer| transfer.legs[0].quantity = 9));
		is_found("6", || {
			spoil(waiting, |transfer| {
				transfer.status = Status::Withdrawn;
				transfer.ended_at = Some(NOW);
			});
		});
		is_found("6", || {
			shift(MASKS, Custody::own(DONOR), Bucket::InTransit, Bucket::Disputed, 1);
		});
		is_found("7", || Approvals::<Test>::insert(DONOR, (Capacity::Carrier, DONOR), ()));
		is_found("7", || Approvals::<Test>::insert(DONOR, (Capacity::Carrier, CLINIC), ()));
		is_found("7", || ApprovalCount::<Test>::remove(HOSPITAL));
		is_found("7", || {
			for sender in 10..13 {
				let key = (Capacity::Receiver, InstitutionId(sender));
				Approvals::<Test>::insert(HOSPITAL, key, ());
			}
			ApprovalCount::<Test>::insert(HOSPITAL, 4);
		});
		is_found("8", || Archived::<Test>::insert(TransferId(77), RecordId(0)));
		is_found("8", || Archived::<Test>::insert(settled, RecordId(0)));
	});
}
