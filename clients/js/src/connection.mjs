// The connection to a node.

import { ApiPromise, WsProvider } from '@polkadot/api';

/** @typedef {import('@polkadot/api').ApiPromise} Api */

/** Where a node listens that runs on this machine with its usual settings. */
export const LOCAL = 'ws://127.0.0.1:9944';

/**
 * Connects; fails when the node does not answer.
 *
 * @param {string} endpoint
 * @returns {Promise<Api>}
 */
export const connect = async (endpoint = LOCAL) => {
	const provider = new WsProvider(endpoint, 1_000, {}, 30_000);
	// The provider itself would try for ever.
	const unanswered = new Promise((_, reject) => {
		provider.on('error', () => reject(new Error(`no chain answers at ${endpoint}`)));
	});
	const api = ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true });
	try {
		return /** @type {Api} */ (await Promise.race([api, unanswered]));
	} catch (error) {
		await provider.disconnect();
		throw error;
	}
};

/**
 * The chain's own time at the best block, in milliseconds since 1970.
 *
 * @param {Api} api
 */
export const chainTime = async (api) => Number((await api.query.timestamp.now()).toString());
