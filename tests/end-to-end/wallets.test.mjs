// What wallets and explorers ask of a chain: a digest of the metadata to sign for, and transfers that are
// somebody's.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata';
import { u8aToHex } from '@polkadot/util';
import { connect, saidBy, send } from '@salus/client';
import { blocksAfter, eventsAt } from '../support/blocks.mjs';
import { carrier, hospital, key, masks } from '../support/cast.mjs';
import { newDatabase, startNode } from '../support/node.mjs';

/** Makes the blocks of the development chain. */
const author = key('Alice');

let database, node, api, digest;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	digest = await digestOf(api);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

/**
 * The digest of the metadata as a hardware wallet and its companion compute it, by RFC 78 of the
 * fellowship: of the types, of what a transaction carries, and of the chain's name and token.
 */
const digestOf = async (chain) => {
	const metadata = (await chain.call.metadata.metadataAtVersion(15)).unwrap();
	const [tokenSymbol] = chain.registry.chainTokens;
	const [decimals] = chain.registry.chainDecimals;
	return merkleizeMetadata(metadata.toHex(), { decimals, tokenSymbol }).digest();
};

const ENABLED = 1;

/** Sends a little to the carrier, signed for a metadata with this digest, as hardware wallets sign. */
const pay = (metadataHash) => {
	const call = api.tx.balances.transferKeepAlive(carrier.agent.address, 10n ** 12n);
	// In hexadecimal: of bytes, the API takes the first for the mark of an option.
	return send(api, hospital.agent, call, { mode: ENABLED, metadataHash: u8aToHex(metadataHash) });
};

test('a transfer that is signed for the digest of the metadata is included', async () => {
	const { events } = await pay(digest);
	const { to, amount } = await saidBy(api, events, 'balances', 'Transfer');
	assert.equal(to, carrier.agent.address);
	assert.equal(amount, 10n ** 12n);
});

test('a transfer that is signed for other metadata is refused', async () => {
	const other = Uint8Array.from(digest, (byte, place) => (place === 0 ? byte ^ 1 : byte));
	await assert.rejects(pay(other), /bad signature/);
});

test('a fee goes to the author at once, and no block shows it as a transfer', async () => {
	const call = api.tx.registry.registerLot(masks(), 100, hospital.dock, null);
	const { block, events } = await send(api, hospital.agent, call);
	const { actualFee, tip } = await saidBy(api, events, 'transactionPayment', 'TransactionFeePaid');
	assert.ok(actualFee > 0n);

	const { parentHash } = await api.rpc.chain.getHeader(block);
	const free = async (at) =>
		(await (await api.at(at)).query.system.account(author.address)).data.free.toBigInt();
	assert.equal((await free(block)) - (await free(parentHash)), actualFee + tip);

	for (const at of [block, ...(await blocksAfter(api, block, 5))]) {
		const names = (await eventsAt(api, at)).map(({ section, method }) => `${section}.${method}`);
		assert.ok(!names.includes('balances.Transfer'), names.join(', '));
	}
});
