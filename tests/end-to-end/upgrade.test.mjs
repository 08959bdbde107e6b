// New code by vote: its migration changes what it is to change, and nothing that was recorded before. And a
// migration that fails: the chain goes on in the safe mode, which council and assembly leave again.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { u8aToHex } from '@polkadot/util';
import {
	connect,
	exportRecord,
	finalReport,
	isGenuine,
	prunedEpoch,
	send,
	view,
} from '@salus/client';
import { decideByAssembly } from '../support/assembly.mjs';
import { council, donor, hospital, masks, otherHospital, rounds } from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { refused } from '../support/refusal.mjs';
import { registerMasks } from '../support/steps.mjs';
import { until } from '../support/until.mjs';
import { authorizing, bring, nextRuntime } from '../support/upgrade.mjs';

/** The versions of what the chain does: of the node's own code, and of the next one. */
const [CURRENT, NEXT] = [8, 9];

/** The records of an epoch; docs/operations.md names it among the limits. */
const EPOCH = 512;

/** Four of the five seats: three quarters. */
const THREE_QUARTERS = council.slice(0, 4);

/** Under this key the state asks the next version's migration to fail. */
const FAILS = u8aToHex(new TextEncoder().encode(':rehearsal:fails'));

/** A chain of its own for the tests of one group. */
const chain = () => {
	const own = {};
	before(async () => {
		own.code = await nextRuntime();
		own.database = await newDatabase();
		own.node = await startNode(own.database);
		own.api = await connect(own.node.endpoint);
	});
	after(async () => {
		await own.api?.disconnect();
		await own.node?.stop();
		await own.database?.discard();
	});
	return own;
};

const version = async ({ api }) => (await api.rpc.state.getRuntimeVersion()).specVersion.toNumber();

/** The rank with which an institution votes, and the one that it is due to have, if that is another. */
const ranksOf = async ({ api }, { id }) => {
	const { rank, due } = await view(api, 'Assembly', 'explain_vote', id, 0);
	return [rank, due];
};

/** Puts the next version to the vote; then anybody brings it, and the chain takes it. */
const upgrade = async (own) => {
	const { events } = await decideByAssembly(own.api, 'Upgrade', authorizing(own.api, own.code));
	assert.ok(events.some(({ method }) => method === 'UpgradeAuthorized'));
	own.api = await bring(own.api, own.node.endpoint, own.code);
	assert.equal(await version(own), NEXT);
};

describe('an upgrade whose migration succeeds', () => {
	const own = chain();
	let old;

	test('nobody but the assembly sets new code, and on no other track', async () => {
		const { api } = own;
		const call = authorizing(api, own.code);
		await finalReport(api, rounds.hospitals);
		await refused(api, hospital.agent, call, 'BadOrigin');
		await assert.rejects(decide(api, call, council), /BadOrigin/);
		await assert.rejects(decideByAssembly(api, 'Emergency', call), /BadOrigin/);
		// Not the next version itself, which the pool would refuse for a while after that.
		await assert.rejects(api.tx.system.applyAuthorizedUpgrade('0x00').send());
		assert.equal(await version(own), CURRENT);
	});

	test('hospitals have another rank by the table, and wait for it', async () => {
		const { api } = own;
		const [rank, due] = await ranksOf(own, hospital);
		assert.deepEqual([rank, due], [1, null]);
		await decideByAssembly(api, 'Regulation', api.tx.assembly.setRank('Hospital', 2));
		assert.deepEqual(await ranksOf(own, hospital), [1, 2]);
		// An epoch of the trail, whose records are proven before the upgrade and after it.
		const lot = api.tx.registry.registerLot(masks(), 1, donor.warehouse, null);
		const batch = api.tx.utility.batchAll(Array(64).fill(lot));
		while ((await api.query.supervision.nextRecordId()).toNumber() < EPOCH) {
			await send(api, donor.agent, batch);
		}
		old = await exportRecord(api, 7);
	});

	test('the next version comes by vote, and its migration gives every hospital its rank', async () => {
		await upgrade(own);
		await until(
			'the rank of a hospital',
			async () => (await ranksOf(own, hospital)).join() === '2,',
			60_000,
		);
		assert.deepEqual(await ranksOf(own, otherHospital), [2, null]);
		// Whose kind has no other rank has the one that it had.
		assert.deepEqual(await ranksOf(own, donor), [0, null]);
		assert.equal((await own.api.query.rankedCollective.memberCount(0)).toNumber(), 38);
		assert.equal((await own.api.query.multiBlockMigrations.cursor()).isNone, true);
	});

	test('the chain goes on, and what was recorded before is proven as before', async () => {
		const { api } = own;
		assert.equal((await api.query.safeMode.enteredUntil()).isNone, true);
		const lot = await registerMasks(api, 10);
		assert.ok(lot > 0n);
		const now = await exportRecord(api, 7);
		assert.deepEqual(now, old);
		assert.ok(isGenuine(old, { root: now.root, count: EPOCH }));
		const { epoch, leafIndex, leaf, proof } = old;
		const verdict = await view(api, 'Supervision', 'verify', epoch, leafIndex, leaf, proof);
		assert.equal(verdict, 'Genuine');
		assert.equal(await prunedEpoch(api, epoch), null);
	});

	test('the same code does not come again', async () => {
		await assert.rejects(own.api.tx.system.applyAuthorizedUpgrade(own.code).send());
		assert.equal(await version(own), NEXT);
	});
});

describe('an upgrade whose migration fails', () => {
	const own = chain();

	test('the chain enters the safe mode, and members send nothing', async () => {
		const { api } = own;
		await decideByAssembly(api, 'Regulation', api.tx.assembly.setRank('Hospital', 2));
		await decideByAssembly(api, 'Upgrade', api.tx.system.setStorage([[FAILS, '0x01']]));
		await upgrade(own);
		await until(
			'the safe mode',
			async () => (await own.api.query.safeMode.enteredUntil()).isSome,
			60_000,
		);
		// What came after the failed one did not run.
		assert.deepEqual(await ranksOf(own, hospital), [1, 2]);
		const lot = own.api.tx.registry.registerLot(masks(), 1, donor.warehouse, null);
		await refused(own.api, donor.agent, lot, 'system.CallFiltered');
	});

	test('the assembly votes in the safe mode, and mends the state', async () => {
		const { api } = own;
		await decideByAssembly(api, 'Upgrade', api.tx.system.killStorage([FAILS]));
		assert.equal((await api.rpc.state.getStorage(FAILS)).isNone, true);
		// By hand, what the migration was to do.
		await send(api, hospital.agent, api.tx.assembly.updateRank(hospital.id));
		assert.deepEqual(await ranksOf(own, hospital), [2, null]);
	});

	test('four seats leave the safe mode, and members act again', async () => {
		const { api } = own;
		await decide(api, api.tx.safeMode.forceExit(), THREE_QUARTERS);
		assert.ok((await registerMasks(api, 10)) >= 0n);
		assert.ok(await view(api, 'Supervision', 'record', 0), 'the first record is there');
	});
});
