// What the chain refuses: with its own error, and nothing changed.

import assert from 'node:assert/strict';
import { xxhashAsHex } from '@polkadot/util-crypto';
import { Refused, send } from '@salus/client';

const pallets = [
	...['Registry', 'Circulation', 'Supervision', 'Efficiency', 'Seats', 'Rules', 'Needs'],
	...['Assembly', 'RankedCollective'],
];

/** Everything that our pallets store, keys and values. */
const books = async (api) => {
	const pairs = [];
	for (const pallet of pallets) {
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

/**
 * Sends `call`, which must be refused with `name`, and compares the books before and after. They
 * stand still on a chain whose worker has no report to write (see `finalReport`) and nothing to ring for.
 */
export const refused = async (api, signer, call, name) => {
	const beforehand = await books(api);
	await assert.rejects(send(api, signer, call), (error) => {
		assert.ok(error instanceof Refused, error.stack);
		assert.equal(error.refusal, name);
		return true;
	});
	assert.equal(await books(api), beforehand, 'nothing changed');
};
