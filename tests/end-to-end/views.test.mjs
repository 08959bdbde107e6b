// Reads through the metadata: what a client sees that nobody here wrote.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { donor, proposal } from '../support/cast.mjs';
import { connect, view } from '../support/chain.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { registerMasks } from '../support/steps.mjs';

let database, node, api;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

test('metadata V16 describes the view functions with their documentation', async () => {
	const raw = await api.call.metadata.metadataAtVersion(16);
	const { pallets } = api.registry.createType('Metadata', raw.unwrap().toHex()).asV16;
	for (const [pallet, expected] of Object.entries({
		Registry: ['holdings_of', 'holdings_of_lot', 'conservation'],
		Circulation: ['explain_transfer', 'transfer', 'receipts', 'loan'],
		Supervision: ['history', 'of_institution', 'between', 'prove', 'verify'],
		Efficiency: ['round', 'observations', 'report', 'ranking', 'targets', 'history', 'density'],
	})) {
		const room = pallets.find(({ name }) => name.toString() === pallet);
		const names = room.viewFunctions.map(({ name }) => name.toString());
		for (const name of expected) assert.ok(names.includes(name), `${pallet}.${name}`);
		for (const each of room.viewFunctions) assert.ok(each.docs.length > 0, each.name.toString());
	}
});

test('the genesis holds the 31 regions, their country, and a commission in each', async () => {
	const regions = await api.query.registry.regions.entries();
	assert.equal(regions.length, 32);
	const people = regions
		.filter(([, region]) => region.unwrap().parent.isSome)
		.map(([, region]) => region.unwrap().population.toNumber());
	assert.equal(people.length, 31);
	// National Bureau of Statistics of China, 2019: the permanent population of the 31 regions.
	const sum = people.reduce((all, each) => all + each, 0);
	assert.ok(sum > 1_390_000_000 && sum < 1_420_000_000, String(sum));
	const institutions = await api.query.registry.institutions.entries();
	const commissions = institutions.filter(([, each]) => each.unwrap().kind.isHealthCommission);
	assert.equal(commissions.length, 31);
});

test('a pharmacist sees what the institution has, page by page', async () => {
	const lots = [];
	for (let count = 0; count < 3; count++) lots.push(await registerMasks(api, 100 + count));
	const page = (await view(api, 'Registry', 'holdings_of', donor.id, null, 2)).toJSON();
	assert.equal(page.length, 2);
	const { lot, owner } = page[1].key ?? page[1][0];
	const rest = (await view(api, 'Registry', 'holdings_of', donor.id, [lot, owner], 100)).toJSON();
	const seen = [...page, ...rest].map((each) => (each.key ?? each[0]).lot);
	assert.deepEqual(seen.sort(), lots.sort());
});

test('explain_transfer names every reason at once', async () => {
	const lot = await registerMasks(api, 100);
	const wrong = proposal(
		[
			[lot, 101],
			[999_999, 1],
		],
		{ dispatchBy: Date.now() - 1_000, to: 999 },
	);
	const findings = (await view(api, 'Circulation', 'explain_transfer', donor.id, wrong)).toJSON();
	assert.ok(findings.length >= 4, JSON.stringify(findings));
});

test('records between two moments are found', async () => {
	const from = Date.now() - 3_600_000;
	await registerMasks(api, 7);
	const found = (
		await view(api, 'Supervision', 'between', from, Date.now() + 3_600_000, null, 256)
	).toJSON();
	assert.ok((found.entries).length > 0);
	const none = (await view(api, 'Supervision', 'between', 0, 1_000, null, 256)).toJSON();
	assert.equal((none.entries).length, 0);
});
