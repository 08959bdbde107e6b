// Reads through the metadata: what a client sees that nobody here wrote.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allStored, connect, conservationOf, describe, holdingsOf, stored, view } from '@salus/client';
import { arrived, carrier, donor, hospital, proposal } from '../support/cast.mjs';
import { checkTypes } from '../support/commands.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { accept, dispatch, propose, receive, registerMasks } from '../support/steps.mjs';

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
	const description = await describe(api);
	for (const [pallet, expected] of Object.entries({
		Registry: ['holdings_of', 'holdings_of_lot', 'conservation', 'level', 'region_stock'],
		Circulation: ['explain_transfer', 'explain_dispatch', 'transfer', 'receipts', 'loan'],
		Supervision: ['history', 'of_institution', 'between', 'prove', 'verify'],
		Efficiency: ['round', 'observations', 'report', 'ranking', 'targets', 'history', 'density'],
		Seats: ['seats', 'motions_left', 'explain_motion'],
		Rules: ['rule', 'rules_of', 'counted_now', 'signatures'],
		Needs: ['explain_need', 'explain_order', 'open_needs', 'offers_for', 'needs_for', 'board'],
		Assembly: ['account_of', 'ranks', 'explain_vote', 'tally', 'waiting_for', 'decided'],
		Reallocation: ['plan', 'report', 'overdue', 'explain_plan', 'draft', 'archive_digest'],
		Recalls: [
			...['holds', 'held_of', 'recall', 'progress', 'duties', 'overdue', 'to_answer'],
			...['lots_recalled', 'case', 'case_documents', 'case_demands', 'open_cases'],
		],
		Emergencies: [
			...['emergency', 'emergencies', 'severity', 'allocation', 'running', 'problem', 'needs_of'],
			...['lines', 'quality', 'explain_plan', 'archive_digest'],
		],
		Protection: [
			...['ring', 'ring_members', 'rings_of', 'member_key', 'queue', 'due_step', 'context', 'contexts'],
			...['pseudonym', 'account_of', 'explain_binding', 'appeal_entry', 'open_appeals', 'complaint'],
			...['reputation', 'sealing_key', 'document'],
		],
	})) {
		const { viewFunctions } = description.pallet(pallet);
		const names = viewFunctions.map(({ name }) => name.toString());
		for (const name of expected) assert.ok(names.includes(name), `${pallet}.${name}`);
		for (const each of viewFunctions) assert.ok(each.docs.length > 0, each.name.toString());
	}
});

test('the types of the client are those of the runtime', async () => {
	const { status, stderr } = await checkTypes(node.endpoint);
	assert.equal(status, 0, stderr);
});

test('the genesis holds the 31 regions, their country, and a commission in each', async () => {
	const regions = await allStored(api, 'registry', 'regions');
	assert.equal(regions.length, 32);
	const people = regions
		.filter(([, { region }]) => region.parent !== null)
		.map(([, { region }]) => Number(region.population));
	assert.equal(people.length, 31);
	// National Bureau of Statistics of China, 2019: the permanent population of the 31 regions.
	const sum = people.reduce((all, each) => all + each, 0);
	assert.ok(sum > 1_390_000_000 && sum < 1_420_000_000, String(sum));
	const institutions = await allStored(api, 'registry', 'institutions');
	const commissions = institutions.filter(([, { kind }]) => kind === 'HealthCommission');
	assert.equal(commissions.length, 31);
});

test('a pharmacist sees what the institution has, page by page', async () => {
	const lots = [];
	for (let count = 0; count < 3; count++) lots.push(await registerMasks(api, 100 + count));
	const page = await view(api, 'Registry', 'holdings_of', donor.id, null, 2);
	assert.equal(page.length, 2);
	const [, [{ lot, owner }]] = page;
	const rest = await view(api, 'Registry', 'holdings_of', donor.id, [lot, owner], 100);
	const seen = [...page, ...rest].map(([key]) => key.lot);
	assert.deepEqual(seen.sort(), lots.sort());
});

test('what is stored is read with its keys', async () => {
	const lot = await registerMasks(api, 100);
	const custody = { custodian: donor.id, owner: donor.id };
	const holding = await view(api, 'Registry', 'holding', lot, donor.id, donor.id);
	assert.equal(holding.available, 100n);
	assert.deepEqual(await stored(api, 'registry', 'books', lot, { Holding: custody }), {
		Holding: holding,
	});
	const pages = await allStored(api, 'registry', 'books', lot);
	assert.deepEqual(pages.map(([[, page]]) => page).sort(), ['Lot', { Holding: custody }].sort());
	assert.equal(await stored(api, 'registry', 'books', 999_999, 'Lot'), null);
	assert.equal(await stored(api, 'registry', 'nextLotId'), lot + 1n);
});

test('explain_transfer names every reason at once', async () => {
	const lot = await registerMasks(api, 100);
	const wrong = proposal(
		[
			[lot, 101],
			[999_999, 1],
		],
		{ dispatchBy: Date.now() - 60_000, to: 999 },
	);
	const findings = await view(api, 'Circulation', 'explain_transfer', donor.id, wrong);
	assert.deepEqual(findings.sort((a, b) => (a.error < b.error ? -1 : 1)), [
		{ leg: null, error: 'DeadlinePassed', unmet: null },
		{ leg: 0, error: 'InsufficientStock', unmet: null },
		{ leg: 1, error: 'LotNotFound', unmet: null },
		{ leg: null, error: 'ReceiverNotFound', unmet: null },
		{ leg: null, error: 'SiteNotFound', unmet: null },
	]);
});

test('explain_dispatch names every reason against a carrier at once', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);
	const explain = (by) => view(api, 'Circulation', 'explain_dispatch', transfer, by);
	const findings = await explain(999);
	assert.deepEqual(
		findings.map(({ error }) => error),
		['NotAccepted', 'CarrierNotFound'],
	);
	await accept(api, transfer);
	assert.deepEqual(await explain(carrier.id), []);
	assert.deepEqual(await explain(null), []);
});

test('the holdings of a lot, page by page, hold what is due', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 40]]);
	await accept(api, transfer);
	await dispatch(api, transfer);
	await receive(api, transfer, [arrived(40)]);
	const first = await view(api, 'Registry', 'conservation', lot, null, 1);
	const last = await view(api, 'Registry', 'conservation', lot, first.next, 1);
	assert.deepEqual([first.due, first.held + last.held, last.next], [100n, 100n, null]);
	const { due, held, balanced } = await conservationOf(api, lot);
	assert.deepEqual([due, held, balanced], [100n, 100n, true]);
	const custodians = (await holdingsOf(api, lot)).map(([{ custodian }]) => custodian);
	assert.deepEqual(custodians.sort(), [donor.id, hospital.id]);
	assert.equal(await conservationOf(api, 999_999), null);
});

test('records between two moments are found', async () => {
	const from = Date.now() - 3_600_000;
	await registerMasks(api, 7);
	const found = await view(api, 'Supervision', 'between', from, Date.now() + 3_600_000, null, 256);
	assert.ok(found.entries.length > 0);
	const none = await view(api, 'Supervision', 'between', 0, 1_000, null, 256);
	assert.equal(none.entries.length, 0);
});
