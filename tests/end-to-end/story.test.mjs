// The story that the demonstration tells, with every figure checked.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { connect, conservationOf, history, holdingsOf, send, view } from '@salus/client';
import { arrived, carrier, donor, hospital } from '../support/cast.mjs';
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
	const found = await holdingsOf(api, lot);
	return Object.fromEntries(found.map(([key, holding]) => [key.custodian, holding]));
};

test('every unit is in the bucket that the receipt put it in', async () => {
	const held = await holdings();
	assert.deepEqual(Object.keys(held).map(Number), [donor.id, hospital.id]);
	const nothing = { offered: 0n, reserved: 0n, quarantined: 0n, inTransit: 0n, held: false };
	assert.deepEqual(held, {
		[donor.id]: { ...nothing, available: 300_000n, disputed: 1_000n, site: donor.warehouse },
		[hospital.id]: { ...nothing, available: 199_000n, disputed: 0n, site: hospital.dock },
	});
});

test('the sum is conserved', async () => {
	const { ledger, due, held, balanced } = await conservationOf(api, lot);
	assert.equal(ledger.registered, 500_000n);
	assert.equal(due, 500_000n);
	assert.equal(held, 500_000n);
	assert.equal(balanced, true);
});

test('the transfer is disputed, and says what of it is open', async () => {
	const found = await view(api, 'Circulation', 'transfer', transfer);
	assert.equal(found.status, 'Disputed');
	assert.equal(found.legs[0].accepted, 199_000n);
	assert.equal(found.legs[0].rejected, 600n);
	assert.equal(found.legs[0].missing, 400n);
});

test('the lot’s trail holds one record per step that touched it, newest first, linked', async () => {
	const { entries: records, rest } = await history(api, { Lot: lot });
	assert.equal(rest, 'Nothing');
	const actions = records.map(({ record }) => record.action);
	assert.deepEqual(actions, [
		'TransferReceived',
		'TransferDispatched',
		'TransferProposed',
		'LotRegistered',
	]);
	for (const [place, { record }] of records.entries()) {
		assert.equal(record.previous, records[place + 1]?.id ?? null);
	}
});

test('both clocks are on the record', async () => {
	const { entries } = await view(api, 'Supervision', 'history', { Lot: lot }, null, 1);
	const [{ record }] = entries;
	assert.equal(record.event.claim.utcOffset, 480);
	const [claimed, recorded] = [record.event.claim.at, record.time].map(Number);
	assert.ok(Math.abs(claimed - recorded) < 60_000);
	assert.ok(Math.abs(Date.now() - recorded) < 60_000, 'record time is the wall clock’s');
});

test('the carrier that the sender named is unanswered until it says that it carries', async () => {
	const carriage = async () =>
		(await view(api, 'Circulation', 'transfer', transfer)).shipment.carriage;
	assert.deepEqual(await carriage(), { carrier: carrier.id, acknowledgedAt: null });
	await send(api, carrier.agent, api.tx.circulation.acknowledgeCarriage(transfer));
	const { acknowledgedAt } = await carriage();
	assert.ok(Math.abs(Date.now() - Number(acknowledgedAt)) < 60_000);
});

test('the trail of the transfer holds every step of it', async () => {
	const { entries } = await history(api, { Transfer: transfer });
	assert.deepEqual(
		entries.map(({ record }) => record.action),
		[
			'CarriageAcknowledged',
			'TransferReceived',
			'TransferDispatched',
			'TransferAccepted',
			'TransferProposed',
		],
	);
});

/** Fails unless a story of the demonstration says all of this, whatever the width of its lines. */
const tells = async (name, ...expected) => {
	const story = fileURLToPath(new URL(`../demo/${name}.mjs`, import.meta.url));
	const { stdout } = await promisify(execFile)(process.execPath, [story], {
		env: { ...process.env, SALUS_ENDPOINT: node.endpoint },
	});
	for (const said of expected) {
		assert.ok(stdout.replace(/\s+/g, ' ').includes(said), `${said}\n${stdout}`);
	}
};

test('the demonstration tells it to its end', () =>
	tells(
		'hubei',
		'The sum is conserved.',
		'The other 50 wait for Pujiang Foundation',
		'Refused: circulation.LoanNotDue.',
		'The loan is settled.',
		'failed: registry.InstitutionNotFound.',
	));

for (const time of ['once', 'once more']) {
	test(`the demonstration tells of the surge, ${time}`, () =>
		tells(
			'surge',
			'refused: needs.AboveCap',
			'Its cap is 15,000.',
			'these conditions are not met: 1.2 and 2.1.',
			'8,000 are proposed to',
			'60,000 in all, as many as were given.',
			'Every sum is conserved.',
		));
}

for (const time of ['once', 'once more']) {
	test(`the demonstration tells of the cold chain, of holds and of a recall, ${time}`, () =>
		tells(
			'recalls',
			'Qingshan District Hospital has 0 available, and 400 in quarantine.',
			'Refused: registry.InsufficientStock.',
			'Refused: recalls.CapabilityMissing.',
			'150 are available now, and 250 in quarantine.',
			'Refused: registry.Held.',
			'Refused: circulation.Held.',
			'700 doses are available at Hankou General Hospital.',
			'3 lots are held from now on, and 4 institutions are to answer within an hour.',
			'The books say that Dongting Relief Society has 5 more, which it did not find.',
			'2 were counted, and the case is closed: nothing of it is erased.',
			'4 of 5 have answered: 1,547 doses were found, and 1,547 destroyed.',
			'Chu River Disease Control Centre is overdue, on day 3.',
			'2,000 doses were registered, 1,797 destroyed, 3 lost, and 200 are there.',
			'The sum is conserved.',
		));
}

for (const time of ['once', 'once more']) {
	test(`the demonstration tells of the assembly, ${time}`, () =>
		tells(
			'assembly',
			'refused: CapabilityMissing',
			'Explained again: 4 lines move, and 0 are refused.',
			'3 lines of 4 are accepted transfers',
			'Yangpu Hospital gives nothing (reallocation.NothingAvailable): it used 9 during the vote.',
			'Refused: circulation.BoundByDecision.',
			'The sum is conserved.',
			time === 'once'
				? 'says what it said, to the last digit.'
				: 'The chain runs the next version already',
		));
}
