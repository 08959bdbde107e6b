// The story that the demonstration tells, with every figure checked.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { arrived, donor, hospital } from '../support/cast.mjs';
import { connect, view } from '../support/chain.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { accept, dispatch, propose, receive, registerMasks } from '../support/steps.mjs';

let database, node, api, lot, transfer;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);

	lot = await registerMasks(api, 500_000);
	transfer = await propose(api, [[lot, 200_000]]);
	await accept(api, transfer);
	await dispatch(api, transfer);
	await receive(api, transfer, [
		arrived(199_000, {
			rejected: { quantity: 600, reason: 'Damaged' },
			missing: { quantity: 400, reason: 'Lost' },
		}),
	]);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const holdings = async () => {
	const found = (await view(api, 'Registry', 'holdings_of_lot', lot)).toJSON();
	return Object.fromEntries(found.map(([key, holding]) => [key.custodian, holding]));
};

test('every unit is in the bucket that the receipt put it in', async () => {
	const held = await holdings();
	assert.deepEqual(Object.keys(held).map(Number), [donor.id, hospital.id]);
	const { available, reserved, quarantined, inTransit, disputed } = held[donor.id];
	assert.deepEqual(
		{ available, reserved, quarantined, inTransit, disputed },
		{ available: 300_000, reserved: 0, quarantined: 0, inTransit: 0, disputed: 1_000 },
	);
	assert.equal(held[hospital.id].available, 199_000);
	assert.equal(held[hospital.id].site, hospital.dock);
});

test('the sum is conserved', async () => {
	const { ledger, held, balanced } = (await view(api, 'Registry', 'conservation', lot)).toJSON();
	assert.equal(ledger.registered, 500_000);
	assert.equal(held, 500_000);
	assert.ok(balanced === true || balanced === 'Balanced');
});

test('the transfer is disputed, and says what of it is open', async () => {
	const found = (await view(api, 'Circulation', 'transfer', transfer)).toJSON();
	assert.equal(found.status, 'Disputed');
	assert.equal(found.legs[0].accepted, 199_000);
	assert.equal(found.legs[0].rejected, 600);
	assert.equal(found.legs[0].missing, 400);
});

test('the lot’s trail holds one record per step that touched it, newest first, linked', async () => {
	const history = (await view(api, 'Supervision', 'history', { Lot: lot }, null, 100)).toJSON();
	const records = history.entries;
	const actions = records.map(({ record }) => record.action);
	assert.deepEqual(actions, [
		'TransferReceived',
		'TransferDispatched',
		'TransferProposed',
		'LotRegistered',
	]);
	for (const [place, { record }] of records.entries()) {
		assert.equal(record.previous ?? null, records[place + 1]?.id ?? null);
	}
});

test('both clocks are on the record', async () => {
	const history = (await view(api, 'Supervision', 'history', { Lot: lot }, null, 1)).toJSON();
	const [{ record }] = history.entries;
	assert.equal(record.event.claim.utcOffset, 480);
	assert.ok(Math.abs(record.event.claim.at - record.time) < 60_000);
	assert.ok(Math.abs(Date.now() - record.time) < 60_000, 'record time is the wall clock’s');
});

test('the trail of the transfer holds every step of it', async () => {
	const history = (
		await view(api, 'Supervision', 'history', { Transfer: transfer }, null, 100)
	).toJSON();
	assert.deepEqual(
		(history.entries).map(({ record }) => record.action),
		['TransferReceived', 'TransferDispatched', 'TransferAccepted', 'TransferProposed'],
	);
});
