// No wrapper lifts what an origin may do: not a batch, not a proxy, not a multisig.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createKeyMulti, sortAddresses } from '@polkadot/util-crypto';
import { connect, Refused, send, view } from '@salus/client';
import { donor, hospital, key, masks, otherHospital, proposal } from '../support/cast.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { propose, registerMasks } from '../support/steps.mjs';

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

const refusedWith = (name) => (error) => {
	assert.ok(error instanceof Refused, error.stack);
	assert.equal(error.refusal, name);
	return true;
};

const statusOf = async (transfer) =>
	(await view(api, 'Circulation', 'transfer', transfer)).status;

test('a batch asks for each call again, and fails whole', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);
	const calls = [
		api.tx.registry.registerLot({ ...masks(), donor: null }, 5, null, null),
		api.tx.circulation.accept(transfer),
	];
	const lots = (await api.query.registry.nextLotId()).toNumber();
	await assert.rejects(
		send(api, otherHospital.agent, api.tx.utility.batchAll(calls)),
		refusedWith('circulation.NotParty'),
	);
	assert.equal(await statusOf(transfer), 'Proposed');
	assert.equal((await api.query.registry.nextLotId()).toNumber(), lots, 'the first call is undone');
});

test('a batch of the party itself works', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);
	await send(api, hospital.agent, api.tx.utility.batchAll([api.tx.circulation.accept(transfer)]));
	assert.equal(await statusOf(transfer), 'Accepted');
});

test('a proxy has its principal’s rights and not its own', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);
	// The hospital's agent lets the other hospital's agent act for it, and the reverse does not hold.
	await send(api, hospital.agent, api.tx.proxy.addProxy(otherHospital.agent.address, 'Any', 0));
	await assert.rejects(
		send(
			api,
			hospital.agent,
			api.tx.proxy.proxy(
				otherHospital.agent.address,
				null,
				api.tx.circulation.accept(transfer),
			),
		),
		refusedWith('proxy.NotProxy'),
	);
	// A proxy for the storekeeper's account gains no role that the storekeeper lacks.
	await send(
		api,
		hospital.storekeeper,
		api.tx.proxy.addProxy(key('Charlie').address, 'Any', 0),
	);
	await assert.rejects(
		send(
			api,
			key('Charlie'),
			api.tx.proxy.proxy(
				hospital.storekeeper.address,
				null,
				api.tx.circulation.accept(transfer),
			),
		),
		refusedWith('registry.NotAuthorized'),
	);
	assert.equal(await statusOf(transfer), 'Proposed');
	await send(
		api,
		otherHospital.agent,
		api.tx.proxy.proxy(hospital.agent.address, null, api.tx.circulation.accept(transfer)),
	);
	assert.equal(await statusOf(transfer), 'Accepted');
});

test('a multisig of two agents is nobody’s agent', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);
	const signatories = [hospital.agent, donor.agent];
	const addresses = signatories.map(({ address }) => address);
	const account = createKeyMulti(addresses, 2);
	await send(api, donor.agent, api.tx.balances.transferKeepAlive(account, 10n ** 13n));
	const call = api.tx.circulation.accept(transfer);
	const { weight } = await call.paymentInfo(donor.agent);
	const others = (who) => sortAddresses(addresses.filter((each) => each !== who), 42);
	const hash = call.method.hash;
	await send(
		api,
		donor.agent,
		api.tx.multisig.approveAsMulti(2, others(donor.agent.address), null, hash, weight),
	);
	const pending = (await api.query.multisig.multisigs(account, hash)).unwrap();
	await assert.rejects(
		send(
			api,
			hospital.agent,
			api.tx.multisig.asMulti(2, others(hospital.agent.address), pending.when, call, weight),
		),
		refusedWith('registry.NotAgent'),
	);
	assert.equal(await statusOf(transfer), 'Proposed');
});

test('an argument confers nothing: a proposal takes its sender from the signature', async () => {
	const lot = await registerMasks(api, 100);
	// The other hospital offers the donor's lot as its own.
	await assert.rejects(
		send(
			api,
			otherHospital.agent,
			api.tx.circulation.propose(proposal([[lot, 10]], { fromSite: null })),
		),
		refusedWith('circulation.InsufficientStock'),
	);
});
