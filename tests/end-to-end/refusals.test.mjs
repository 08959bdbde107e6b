// What the chain refuses: each with its own error, and nothing changed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { xxhashAsHex } from '@polkadot/util-crypto';
import {
	arrived,
	council,
	donor,
	hospital,
	masks,
	otherHospital,
	proposal,
	stranger,
} from '../support/cast.mjs';
import { connect, event, eventOf, key, Refused, send, view } from '../support/chain.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { accept, dispatch, propose, receive, registerMasks } from '../support/steps.mjs';

const DAY = 86_400_000;
let database, node, api;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await send(
		api,
		donor.agent,
		api.tx.balances.transferKeepAlive(stranger.address, 10n ** 15n),
	);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

/** Everything that our pallets store, keys and values. */
const books = async () => {
	const pairs = [];
	for (const pallet of ['Registry', 'Circulation', 'Supervision']) {
		let last;
		for (;;) {
			const keys = await api.rpc.state.getKeysPaged(xxhashAsHex(pallet, 128), 1_000, last);
			const hex = keys.map((each) => each.toHex());
			const [found] = await api.rpc.state.queryStorageAt.raw(hex);
			pairs.push(...found.changes);
			if (keys.length < 1_000) break;
			last = keys[keys.length - 1];
		}
	}
	return JSON.stringify(pairs);
};

/** Sends `call`, which must be refused with `name`, and compares the books before and after. */
const refused = async (signer, call, name) => {
	const beforehand = await books();
	await assert.rejects(send(api, signer, call), (error) => {
		assert.ok(error instanceof Refused, error.stack);
		assert.equal(error.refusal, name);
		return true;
	});
	assert.equal(await books(), beforehand, 'nothing changed');
};

test('a wrong role', async () => {
	// The hospital's storekeeper keeps stock and does nothing else.
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);
	await refused(
		hospital.storekeeper,
		api.tx.circulation.accept(transfer),
		'circulation.NotAuthorized',
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
	assert.match(JSON.stringify(findings.toJSON()), /InsufficientStock/);
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
	await refused(stranger, call, 'circulation.NotAgent');
});

test('an event time too far back, and one ahead', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);
	await accept(api, transfer);
	const dispatchAt = (ago) =>
		api.tx.circulation.dispatch(transfer, null, null, null, event(ago));
	await refused(donor.agent, dispatchAt(400 * DAY), 'supervision.EventTimeTooOld');
	await refused(donor.agent, dispatchAt(-DAY), 'supervision.EventTimeAhead');
});

test('an event time a day back is kept, and flagged', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);
	await accept(api, transfer);
	await dispatch(api, transfer, event(DAY));
	const history = (
		await view(api, 'Supervision', 'history', { Transfer: transfer }, null, 1)
	).toJSON();
	const [{ record }] = history.entries;
	assert.equal(record.event.timeliness, 'BackDated');
});

test('a suspended institution', async () => {
	const lot = await registerMasks(api, 100);
	const transfer = await propose(api, [[lot, 10]]);

	const suspend = api.tx.registry.suspendInstitution(hospital.id);
	await decide(suspend);
	await refused(hospital.agent, api.tx.circulation.accept(transfer), 'circulation.Suspended');
	await refused(
		donor.agent,
		api.tx.circulation.propose(proposal([[lot, 10]])),
		'circulation.ReceiverSuspended',
	);
	await decide(api.tx.registry.reinstateInstitution(hospital.id));
	await accept(api, transfer);
});

/** Carries a motion of the council with three of five seats. */
const decide = async (call) => {
	const [first, ...others] = council.slice(0, 3);
	const length = call.method.encodedLength;
	const { events } = await send(api, first, api.tx.council.propose(3, call, length));
	const { proposalIndex, proposalHash } = eventOf(events, 'council', 'Proposed');
	for (const member of [first, ...others]) {
		await send(api, member, api.tx.council.vote(proposalHash, proposalIndex, true));
	}
	const { weight } = await call.paymentInfo(first);
	const closed = await send(
		api,
		first,
		api.tx.council.close(proposalHash, proposalIndex, weight, length),
	);
	const { result } = eventOf(closed.events, 'council', 'Executed');
	assert.ok(result.isOk, result.toString());
};

test('the council’s calls from anybody else', async () => {
	const call = api.tx.registry.suspendInstitution(hospital.id);
	await refused(key('Alice'), call, 'BadOrigin');
	await refused(council[0], call, 'BadOrigin');
});
