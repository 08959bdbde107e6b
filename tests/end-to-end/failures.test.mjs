// A call inside another that fails: explorers show the transaction around it as a success, and the client
// tells it by name.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, failuresAt, nameOf, Refused, saidBy, send, view } from '@salus/client';
import { decideByAssembly } from '../support/assembly.mjs';
import { eventsAt } from '../support/blocks.mjs';
import { donor, hospital, masks } from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { newDatabase, startNode } from '../support/node.mjs';

const YEAR = 365 * 86_400_000;
const nobody = 999_999;
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

const license = (institution) =>
	api.tx.registry.grantLicence(institution, 'BloodProducts', Date.now() + YEAR, null);
const lot = (quantity) => api.tx.registry.registerLot(masks(), quantity, donor.warehouse, null);

/** What `sending` is refused with; fails when it is not. */
const refusalOf = async (sending) => {
	try {
		await sending;
	} catch (error) {
		assert.ok(error instanceof Refused, error.stack);
		return error;
	}
	return assert.fail('the call inside succeeded');
};

test('a motion whose call fails is told by the name of the error', async () => {
	const refused = await refusalOf(decide(api, license(nobody)));
	assert.equal(refused.refusal, 'registry.InstitutionNotFound');
	assert.match(refused.message, /council\.Executed/);
	// The motion is closed, and the transaction that closed it succeeded.
	assert.equal((await api.query.council.proposals()).length, 0);
	const methods = (await eventsAt(api, refused.block)).map(({ method }) => method);
	assert.ok(methods.includes('Closed'));
	assert.ok(!methods.includes('ExtrinsicFailed'));
	assert.deepEqual(await failuresAt(api, refused.block), [
		{ within: 'council.Executed', refusal: 'registry.InstitutionNotFound' },
	]);
});

test('a motion whose call succeeds is told by its events', async () => {
	const { block, events } = await decide(api, license(hospital.id));
	const { institution } = await saidBy(api, events, 'registry', 'LicenceGranted');
	assert.equal(institution, hospital.id);
	assert.deepEqual(await failuresAt(api, block), []);
});

test('what the assembly approved and fails when it is carried out is found in its block', async () => {
	const leave = api.tx.safeMode.forceExit();
	const refused = await refusalOf(decideByAssembly(api, 'Emergency', leave));
	assert.deepEqual(await failuresAt(api, refused.block), [
		{ within: 'scheduler.Dispatched', refusal: 'safeMode.Exited' },
	]);
});

test('a batch that stops is told by the error that stopped it', async () => {
	const calls = [lot(1), lot(0), lot(2)];
	const before = await api.query.registry.nextLotId();
	const refused = await refusalOf(send(api, donor.agent, api.tx.utility.batch(calls)));
	assert.equal(refused.refusal, 'registry.ZeroQuantity');
	assert.match(refused.message, /utility\.BatchInterrupted/);
	assert.equal((await api.query.registry.nextLotId()).sub(before).toNumber(), 1, 'the first stands');
});

test('a batch that goes on is told by the error of each item that failed', async () => {
	const calls = [lot(0), lot(1), api.tx.circulation.accept(nobody)];
	const refused = await refusalOf(send(api, donor.agent, api.tx.utility.forceBatch(calls)));
	assert.equal(refused.refusal, 'registry.ZeroQuantity');
	assert.deepEqual(await failuresAt(api, refused.block), [
		{ within: 'utility.ItemFailed', refusal: 'registry.ZeroQuantity' },
		{ within: 'utility.ItemFailed', refusal: 'circulation.TransferNotFound' },
	]);
});

test('a dry run tells beforehand what a motion would do, and does nothing', async () => {
	const seats = (await api.query.council.members()).length;
	const majority = { Council: { Members: [Math.floor(seats / 2) + 1, seats] } };
	// The version of XCM in which messages to other chains would be told.
	const version = 5;
	const dryRun = async (call) => {
		const answer = await api.call.dryRunApi.dryRunCall(majority, call, version);
		return answer.asOk;
	};
	const licences = () => view(api, 'Registry', 'institution', donor.id);
	const held = await licences();

	const wanted = await dryRun(license(donor.id));
	assert.ok(wanted.executionResult.isOk);
	const { institution } = await saidBy(api, wanted.emittedEvents, 'registry', 'LicenceGranted');
	assert.equal(institution, donor.id);

	const { executionResult } = await dryRun(license(nobody));
	assert.equal(nameOf(api, executionResult.asErr.error), 'registry.InstitutionNotFound');
	const minority = { Council: { Members: [Math.floor(seats / 2), seats] } };
	const outvoted = await api.call.dryRunApi.dryRunCall(minority, license(donor.id), version);
	assert.equal(nameOf(api, outvoted.asOk.executionResult.asErr.error), 'BadOrigin');
	assert.deepEqual(await licences(), held);
});
