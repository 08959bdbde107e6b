// Loans that are called in, rejected goods that are kept, and goods that arrive late.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, conservationOf, finalReport, saidBy, send, view } from '@salus/client';
import {
	arrived,
	donor,
	hospital,
	otherHospital,
	proposal,
	rounds,
	stranger,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { refused as refusedBy } from '../support/refusal.mjs';
import { event, fund, receive, registerMasks, ship } from '../support/steps.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let database, node, api;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const refused = (signer, call, name) => refusedBy(api, signer, call, name);
const transferOf = (id) => view(api, 'Circulation', 'transfer', id);
const resolve = (transfer, outcome, quantity) =>
	api.tx.circulation.resolve(transfer, 0, outcome, quantity, null, event());
const callIn = (transfer) => api.tx.circulation.callInLoan(transfer);

test('a loan is due within a year of its receipt, and goods are under way for an hour', async () => {
	const lot = await registerMasks(api, 10);
	const [dispatchBy, receiveBy] = [Date.now() + DAY, Date.now() + 2 * DAY];
	const lend = (due, more = {}) => {
		const terms = { Loan: { due } };
		return api.tx.circulation.propose(
			proposal([[lot, 1]], { terms, dispatchBy, receiveBy, ...more }),
		);
	};
	await refused(donor.agent, lend(receiveBy + 367 * DAY), 'circulation.LoanTooLong');
	await refused(donor.agent, lend(receiveBy - 1), 'circulation.DueTooEarly');
	const soon = { receiveBy: dispatchBy + HOUR - 1 };
	await refused(donor.agent, lend(receiveBy, soon), 'circulation.TransitTooShort');
	await send(api, donor.agent, lend(receiveBy + 366 * DAY));
});

test('a loan whose borrower is suspended is called in by anybody, and resolved by its lender', async () => {
	const lot = await registerMasks(api, 100);
	const terms = { Loan: { due: Date.now() + 30 * DAY } };
	const loan = await ship(api, [[lot, 40]], otherHospital, { terms });
	await receive(api, loan, [arrived(40)], otherHospital.agent);
	await refused(stranger, callIn(loan), 'circulation.LoanNotDue');
	const gift = await ship(api, [[lot, 10]]);
	await refused(stranger, callIn(gift), 'circulation.NotLoan');

	await decide(api, api.tx.registry.suspendInstitution(otherHospital.id));
	const { events } = await send(api, stranger, callIn(loan));
	const { status } = await saidBy(api, events, 'circulation', 'LoanCalledIn');
	assert.equal(status, 'Disputed');
	const state = async () => (await view(api, 'Circulation', 'loan', loan)).legs;
	assert.deepEqual(await state(), [{ lot, outstanding: 0n, calledIn: 40n }]);
	await refused(stranger, callIn(loan), 'circulation.NothingToCallIn');

	const back = { CalledIn: 'Returned' };
	await refused(otherHospital.agent, resolve(loan, back, 40), 'registry.Suspended');
	await refused(donor.agent, resolve(loan, back, 41), 'circulation.ExceedsDisputed');
	await send(api, donor.agent, resolve(loan, back, 30));
	await send(api, donor.agent, resolve(loan, { CalledIn: { Lost: { reason: 'Unknown' } } }, 10));
	assert.equal((await transferOf(loan)).status, 'Settled');
	assert.deepEqual(await state(), [{ lot, outstanding: 0n, calledIn: 0n }]);
	const holding = await view(api, 'Registry', 'holding', lot, donor.id, donor.id);
	assert.deepEqual([holding.available, holding.quarantined], [50n, 30n]);
	const { ledger, balanced } = await conservationOf(api, lot);
	assert.deepEqual([ledger.lost, balanced], [10n, true]);
	await decide(api, api.tx.registry.reinstateInstitution(otherHospital.id));
});

test('rejected goods are kept as far as the receiver asks and the sender assents', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await ship(api, [[lot, 100]]);
	await receive(api, transfer, [arrived(90, { rejected: { quantity: 10, reason: 'Damaged' } })]);
	const kept = { Rejected: 'Delivered' };
	const ask = (quantity) => api.tx.circulation.requestKeeping(transfer, 0, quantity);
	await refused(hospital.agent, resolve(transfer, kept, 6), 'circulation.NotParty');
	await refused(donor.agent, resolve(transfer, kept, 6), 'circulation.ExceedsRequested');
	await refused(hospital.agent, ask(11), 'circulation.ExceedsDisputed');
	await send(api, hospital.agent, ask(6));
	assert.equal((await transferOf(transfer)).legs[0].keeping, 6n);
	await refused(donor.agent, resolve(transfer, kept, 7), 'circulation.ExceedsRequested');
	await send(api, donor.agent, resolve(transfer, kept, 6));
	await send(api, donor.agent, resolve(transfer, { Rejected: 'Returned' }, 4));
	assert.equal((await transferOf(transfer)).status, 'Settled');
	const holding = await view(api, 'Registry', 'holding', lot, hospital.id, hospital.id);
	assert.deepEqual([holding.available, holding.quarantined], [90n, 6n]);
});

test('goods that were missing are received when they arrive', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await ship(api, [[lot, 100]]);
	await receive(api, transfer, [arrived(95, { missing: { quantity: 5, reason: 'Lost' } })]);
	const again = api.tx.circulation.receive(transfer, [arrived(95)], null, null, event());
	await refused(hospital.agent, again, 'circulation.ExceedsShipped');
	await receive(api, transfer, [arrived(3)]);
	const { status, legs } = await transferOf(transfer);
	assert.deepEqual([status, legs[0].accepted, legs[0].missing], ['Disputed', 98n, 2n]);
	const gone = { Missing: { WrittenOff: { reason: 'Stolen' } } };
	await refused(hospital.agent, resolve(transfer, gone, 2), 'circulation.NotParty');
	await send(api, donor.agent, resolve(transfer, gone, 2));
	assert.equal((await transferOf(transfer)).status, 'Settled');
});
