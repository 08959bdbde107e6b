// Records that are exported: what an auditor keeps, and verifies without a node.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { connect, exportRecord, isGenuine, prunedEpoch, readLeaf, send, view } from '@salus/client';
import { donor, masks } from '../support/cast.mjs';
import { record as command } from '../support/commands.mjs';
import { newDatabase, startNode } from '../support/node.mjs';

/** The records of an epoch; docs/operations.md names it among the limits. */
const EPOCH = 512;

/** How many lots one batch registers. Each leaves a record. */
const BATCH = 64;

let database, node, api;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	const register = api.tx.registry.registerLot(masks(), 1, donor.warehouse, null);
	const batch = api.tx.utility.batchAll(Array(BATCH).fill(register));
	while ((await api.query.supervision.nextRecordId()).toNumber() < EPOCH) {
		await send(api, donor.agent, batch);
	}
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

test('an exported record is verified without a node, wherever it stands in its epoch', async () => {
	const roots = new Set();
	for (const id of [0, 1, 255, 256, EPOCH - 1]) {
		const exported = await exportRecord(api, id);
		assert.deepEqual([exported.epoch, exported.leafIndex], [0n, id]);
		assert.ok(isGenuine(exported, { root: exported.root, count: EPOCH }));
		roots.add(exported.root);
	}
	assert.equal(roots.size, 1);
});

test('the chain says the same of it', async () => {
	const { epoch, leafIndex, leaf, proof } = await exportRecord(api, 7);
	const verdict = (...args) => view(api, 'Supervision', 'verify', epoch, ...args);
	assert.equal(await verdict(leafIndex, leaf, proof), 'Genuine');
	assert.equal(await verdict(leafIndex + 1, leaf, proof), 'Refuted');
	assert.equal(await prunedEpoch(api, epoch), null);
});

test('whatever is changed about an exported record is found', async () => {
	const exported = await exportRecord(api, 7);
	const epoch = { root: exported.root, count: EPOCH };
	const [first, second, ...others] = exported.proof;
	const otherLeaf = exported.leaf.replace(/..$/, (end) => (end === '00' ? '01' : '00'));
	for (const [what, change] of [
		['what it says', { leaf: otherLeaf }],
		['its place', { leafIndex: 8 }],
		['a place that there is not', { leafIndex: EPOCH + 7 }],
		['the order of its proof', { proof: [second, first, ...others] }],
		['a proof that ends too early', { proof: exported.proof.slice(0, -1) }],
		['a proof that goes on', { proof: [...exported.proof, first] }],
	]) {
		assert.equal(isGenuine({ ...exported, ...change }, epoch), false, what);
	}
	assert.equal(isGenuine(exported, { ...epoch, root: first }), false, 'another root');
	assert.equal(isGenuine(exported, { ...epoch, count: EPOCH / 2 }), false, 'a shorter epoch');
});

test('an exported record says what the record says', async () => {
	const { leaf } = await exportRecord(api, 7);
	const { id, record } = await readLeaf(api, leaf);
	assert.equal(id, 7n);
	assert.deepEqual(record, await view(api, 'Supervision', 'record', 7));
});

test('a record of an epoch that is not closed cannot be exported', async () => {
	await assert.rejects(exportRecord(api, EPOCH), /record 512 cannot be exported: (EpochOpen|NotFound)/);
	await assert.rejects(exportRecord(api, 10 * EPOCH), /cannot be exported: NotFound/);
});

test('an epoch is kept for a year, by whoever asks', async () => {
	const prune = (epoch) => send(api, donor.agent, api.tx.supervision.prune(epoch));
	await assert.rejects(prune(0), { refusal: 'supervision.RetentionNotOver' });
	await assert.rejects(prune(1), { refusal: 'supervision.EarlierEpochNotPruned' });
});

test('the command exports a record, and verifies it with a root or with a node', async () => {
	const folder = await newDatabase();
	try {
		const [good, bad] = ['good', 'bad'].map((name) => join(folder.path, `${name}.json`));
		const { status, stdout, stderr } = await command('export', 7, '--url', node.endpoint);
		assert.equal(status, 0, stderr);
		await writeFile(good, stdout);
		const exported = JSON.parse(stdout);
		await writeFile(bad, JSON.stringify({ ...exported, leafIndex: 8 }));
		for (const asked of [
			['--root', exported.root, '--count', EPOCH],
			['--url', node.endpoint],
		]) {
			const said = async (file) => {
				const { status, stdout } = await command('verify', file, ...asked);
				return [status, stdout.trim()];
			};
			assert.deepEqual(await said(good), [0, 'Genuine']);
			assert.deepEqual(await said(bad), [1, 'Refuted']);
		}
	} finally {
		await folder.discard();
	}
});
