// What becomes of the goods of an institution that is no more.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, conservationOf, finalReport, saidBy, send, view } from '@salus/client';
import { decideByAssembly } from '../support/assembly.mjs';
import {
	arrived,
	council,
	donor,
	hospital,
	masks,
	otherHospital,
	proposal,
	relief,
	rounds,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { refused as refusedBy } from '../support/refusal.mjs';
import { receive, registerMasks, ship } from '../support/steps.mjs';

let database, node, api, lot;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	lot = await registerMasks(api, 1_000);
	const gift = await ship(api, [[lot, 100]], otherHospital);
	await receive(api, gift, [arrived(100)], otherHospital.agent);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const refused = (signer, call, name) => refusedBy(api, signer, call, name);
const holdingOf = (custodian, owner = custodian) =>
	view(api, 'Registry', 'holding', lot, custodian.id, owner.id);
const custodyOf = (custodian, owner = custodian) => ({ custodian: custodian.id, owner: owner.id });
const handOver = (custody, to, quantity) =>
	api.tx.registry.handOver(lot, custody, to.id, quantity, null);
const windUp = (institution) =>
	decideByAssembly(api, 'Accreditation', api.tx.registry.windUp(institution.id));

test('nobody disposes of the goods of who acts for itself', async () => {
	const call = handOver(custodyOf(otherHospital), hospital, 60);
	await refused(donor.agent, call, 'BadOrigin');
	await assert.rejects(decide(api, call), { refusal: 'registry.PartiesActive' });
	// Nor of one that has just been suspended.
	await decide(api, api.tx.registry.suspendInstitution(otherHospital.id));
	await assert.rejects(decide(api, call), { refusal: 'registry.PartiesActive' });
});

test('an institution that is wound up acts no more', async () => {
	const { events } = await windUp(otherHospital);
	const { institution } = await saidBy(api, events, 'registry', 'InstitutionWoundUp');
	assert.equal(institution, otherHospital.id);
	const { standing } = await view(api, 'Registry', 'institution', otherHospital.id);
	assert.deepEqual(Object.keys(standing), ['WoundUp']);
	const register = api.tx.registry.registerLot(masks(), 10, null, null);
	await refused(otherHospital.agent, register, 'registry.NotAgent');
	await refused(
		donor.agent,
		api.tx.circulation.propose(proposal([[lot, 10]], { to: otherHospital.id, toSite: null })),
		'circulation.ReceiverWoundUp',
	);
	await assert.rejects(windUp(otherHospital), { refusal: 'registry.WoundUp' });
	for (const call of [
		api.tx.registry.reinstateInstitution(otherHospital.id),
		api.tx.registry.replaceAgents(otherHospital.id, [otherHospital.agent.address]),
	]) {
		await assert.rejects(decide(api, call, council.slice(0, 4)), { refusal: 'registry.WoundUp' });
	}
});

test('its goods are handed over, or written off, by the council', async () => {
	const custody = custodyOf(otherHospital);
	const tooMany = handOver(custody, hospital, 101);
	await assert.rejects(decide(api, tooMany), { refusal: 'registry.InsufficientStock' });
	const { events } = await decide(api, handOver(custody, hospital, 60));
	const said = await saidBy(api, events, 'registry', 'LotHandedOver');
	assert.deepEqual([said.to, said.quantity], [hospital.id, 60n]);
	const { available, quarantined } = await holdingOf(hospital);
	assert.deepEqual([available, quarantined], [0n, 60n]);
	await decide(api, api.tx.registry.writeOff(lot, custody, 40, 'Destroyed', null));
	assert.equal(await holdingOf(otherHospital), null);
	const { ledger, held, balanced } = await conservationOf(api, lot);
	assert.deepEqual([ledger.destroyed, held, balanced], [40n, 960n, true]);
});

test('lent goods go to the party that is left, and to nobody else', async () => {
	const terms = { Loan: { due: Date.now() + 30 * 86_400_000 } };
	const loan = await ship(api, [[lot, 50]], relief, { terms });
	await receive(api, loan, [arrived(50)], relief.agent);
	await windUp(relief);
	const custody = custodyOf(relief, donor);
	const toOther = handOver(custody, hospital, 50);
	await assert.rejects(decide(api, toOther), { refusal: 'registry.NotHeir' });
	await decide(api, handOver(custody, donor, 50));
	assert.equal(await holdingOf(relief, donor), null);
	assert.equal((await holdingOf(donor)).quarantined, 50n);
});
