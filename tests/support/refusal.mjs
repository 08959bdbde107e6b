// What the chain refuses: with its own error, and nothing changed.

import assert from 'node:assert/strict';
import { xxhashAsHex } from '@polkadot/util-crypto';
import { Refused, send } from '@salus/client';

/** Ours. */
const pallets = [
	...['Registry', 'Circulation', 'Supervision', 'Efficiency', 'Seats', 'Rules', 'Needs'],
	...['Assembly', 'RankedCollective', 'Ratification', 'Reallocation', 'Recalls', 'Emergencies'],
	'Protection',
];

/** Everything that these pallets store, keys and values. */
export const books = async (api, ...of) => {
	const pairs = [];
	for (const pallet of of) {
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
 * Sends calls, each `[signer, call, name]`, which must be refused with these names, and compares the books
 * before and after them. They stand still on a chain whose worker has no report to write (see `finalReport`)
 * and nothing to ring for.
 */
export const allRefused = async (api, attempts) => {
	const beforehand = await books(api, ...pallets);
	for (const [signer, call, name] of attempts) {
		await assert.rejects(send(api, signer, call), (error) => {
			assert.ok(error instanceof Refused, error.stack);
			assert.equal(error.refusal, name);
			return true;
		});
	}
	assert.equal(await books(api, ...pallets), beforehand, 'nothing changed');
};

/** The same of one call. */
export const refused = (api, signer, call, name) => allRefused(api, [[signer, call, name]]);
