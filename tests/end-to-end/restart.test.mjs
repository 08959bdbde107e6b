// What is written stays written, and time stays the world's, across a stop and across a power cut.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { chainTime, connect, conservationOf, finalReport, roundOf } from '@salus/client';
import { rounds } from '../support/cast.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { registerMasks } from '../support/steps.mjs';

const SLOT = 6_000;

const nextBlock = (api) =>
	new Promise((resolve, reject) => {
		let first;
		api.rpc.chain
			.subscribeNewHeads((header) => {
				first ??= header.number.toNumber();
				if (header.number.toNumber() > first) {
					stop();
					resolve(header.number.toNumber());
				}
			})
			.then((unsubscribe) => (stop = unsubscribe), reject);
		let stop = () => {};
	});

/** Waits until the chain has a block beside its genesis. */
const firstBlock = async (api) => {
	while ((await api.rpc.chain.getHeader()).number.toNumber() === 0) await sleep(100);
};

const ENDS = [
	['a stop', async (node) => assert.deepEqual(await node.stop(), { code: 0, signal: null }, node.log())],
	['a power cut', (node) => node.cut()],
];

for (const [name, end] of ENDS) {
	test(`state and time continue after ${name}`, async () => {
		const database = await newDatabase();
		let node = await startNode(database);
		try {
			let api = await connect(node.endpoint);
			const lot = await registerMasks(api, 1_000);
			const genesis = api.genesisHash.toHex();
			const height = await nextBlock(api);
			assert.ok(Math.abs(Date.now() - (await chainTime(api))) <= SLOT);
			await api.disconnect();
			await end(node);

			node = await startNode(database);
			api = await connect(node.endpoint);
			assert.equal(api.genesisHash.toHex(), genesis);
			assert.ok((await nextBlock(api)) > height - 2, 'the chain goes on where it was');
			assert.ok(Math.abs(Date.now() - (await chainTime(api))) <= SLOT);
			const kept = await conservationOf(api, lot);
			assert.equal(kept.held, 1_000n);
			await registerMasks(api, 10);
			await api.disconnect();
		} finally {
			await node.stop();
			await database.discard();
		}
	});
}

for (const [name, end] of ENDS) {
	test(`a report that is on its way arrives after ${name}`, async () => {
		const database = await newDatabase();
		// The worker answers the first block, and its answer is to stand in the second, which is so far
		// off that it finds no node.
		let node = await startNode(database, { blockTime: 10_000 });
		try {
			let api = await connect(node.endpoint);
			await firstBlock(api);
			const { stage, progress } = await roundOf(api, rounds.hospitals);
			assert.deepEqual([stage, progress.all.proven], ['Sealed', 0]);
			await api.disconnect();
			await end(node);
			const ended = Date.now();

			node = await startNode(database);
			api = await connect(node.endpoint);
			const report = await finalReport(api, rounds.hospitals);
			assert.equal(report.proven, 31);
			assert.ok(report.completed > ended, 'it did not arrive before');
			await api.disconnect();
		} finally {
			await node.stop();
			await database.discard();
		}
	});
}

test('blocks come at the interval that was asked for', async () => {
	const database = await newDatabase();
	const node = await startNode(database, { blockTime: 1_000 });
	try {
		const api = await connect(node.endpoint);
		const first = await nextBlock(api);
		const start = Date.now();
		await new Promise((resolve) => setTimeout(resolve, 10_000));
		const last = (await api.rpc.chain.getHeader()).number.toNumber();
		const expected = (Date.now() - start) / 1_000;
		assert.ok(Math.abs(last - first - expected) <= 2, `${last - first} blocks in ${expected} s`);
		await api.disconnect();
	} finally {
		await node.stop();
		await database.discard();
	}
});
