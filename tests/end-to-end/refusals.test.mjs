// What the chain refuses: each with its own error, and nothing changed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, finalReport, send, view } from '@salus/client';
import {
	arrived,
	classes,
	council,
	donor,
	hospital,
	key,
	masks,
	otherHospital,
	proposal,
	rounds,
	stranger,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { refused as refusedBy } from '../support/refusal.mjs';
import { accept, dispatch, event, fund, propose, receive, registerMasks } from '../support/steps.mjs';

const DAY = 86_400_000;
let database, node, api;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// The worker of a fresh chain writes a report, which is no refusal's doing.
	await finalReport(api, rounds.hospitals);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const refused = (signer, call, name) => refusedBy(api, signer, call, name);

test('a wrong role', async () => {
	// The hospital's storekeeper keeps stock and does nothing else.
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);
	await refused(
		hospital.storekeeper,
		api.tx.circulation.accept(transfer),
		'registry.NotAuthorized',
	);
});

test('a wrong institution', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);
	await refused(otherHospital.agent, api.tx.circulation.accept(transfer), 'circulation.NotParty');
});

test('somebody who acts for no institution', async () => {
	const call = api.tx.registry.registerLot(masks(), 100, null, null);
	await refused(stranger, call, 'registry.NotAgent');
});

test('an expired lot', async () => {
	const expired = masks({ Month: { year: 2020, month: 1 } });
	const lot = await registerMasks(api, 100, expired);
	await refused(
		donor.agent,
		api.tx.circulation.propose(proposal([[lot, 10]])),
		'circulation.LotExpired',
	);
});

test('a lot of a class that its registrant is not licensed for', async () => {
	const ventilator = { ...masks(null), class: classes.ventilator, batch: null, serial: 'V1' };
	const call = api.tx.registry.registerLot(ventilator, 1, null, null);
	await refused(donor.agent, call, 'registry.CapabilityMissing');
	await send(api, hospital.agent, call);
});

test('more than there is, across two legs of one transfer', async () => {
	const lot = await registerMasks(api, 100);
	const legs = [
		[lot, 60],
		[lot, 41],
	];
	await refused(
		donor.agent,
		api.tx.circulation.propose(proposal(legs)),
		'circulation.InsufficientStock',
	);
	const findings = await view(
		api,
		'Circulation',
		'explain_transfer',
		donor.id,
		proposal(legs),
	);
	assert.deepEqual(findings, [{ leg: 1, error: 'InsufficientStock', unmet: null }]);
});

test('a double receipt', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);
	await accept(api, transfer);
	await dispatch(api, transfer);
	await receive(api, transfer, [arrived(10)]);
	await refused(
		hospital.agent,
		api.tx.circulation.receive(transfer, [arrived(10)], null, null, event()),
		'circulation.AlreadyReceived',
	);
});

test('a receipt by a stranger to the transfer', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);
	await accept(api, transfer);
	await dispatch(api, transfer);
	const call = api.tx.circulation.receive(transfer, [arrived(10)], null, null, event());
	await refused(otherHospital.agent, call, 'circulation.NotParty');
	await refused(stranger, call, 'registry.NotAgent');
});

test('an event time too far back, and one ahead', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);
	await accept(api, transfer);
	const dispatchAt = (ago) =>
		api.tx.circulation.dispatch(transfer, null, null, null, null, event(ago));
	await refused(donor.agent, dispatchAt(400 * DAY), 'supervision.EventTimeTooOld');
	await refused(donor.agent, dispatchAt(-DAY), 'supervision.EventTimeAhead');
});

test('an event time a day back is kept, and flagged', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);
	await accept(api, transfer);
	await dispatch(api, transfer, event(DAY));
	const { entries } = await view(api, 'Supervision', 'history', { Transfer: transfer }, null, 1);
	const [{ record }] = entries;
	assert.equal(record.event.timeliness, 'BackDated');
});

test('a suspended institution', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);

	const suspend = api.tx.registry.suspendInstitution(hospital.id);
	await decide(api, suspend);
	await refused(hospital.agent, api.tx.circulation.accept(transfer), 'registry.Suspended');
	await refused(
		donor.agent,
		api.tx.circulation.propose(proposal([[lot, 10]])),
		'circulation.ReceiverSuspended',
	);
	await decide(api, api.tx.registry.reinstateInstitution(hospital.id));
	await accept(api, transfer);
});

test('the council’s calls from anybody else', async () => {
	const call = api.tx.registry.suspendInstitution(hospital.id);
	await refused(key('Alice'), call, 'BadOrigin');
	await refused(council[0], call, 'BadOrigin');
});
