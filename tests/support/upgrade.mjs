// New code for the chain: the next version of the runtime, and how the chain takes it.

import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { WsProvider } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { connect, nameOf } from '@salus/client';
import { eventsAt } from './blocks.mjs';

/** While the node compiles new code, it answers late. */
const LIMIT = 300_000;

/** In fewer blocks code is in force that the chain takes: the development chain waits for no relay chain. */
const BLOCKS = 20;

/** The next version of the runtime; `scripts/test` and `scripts/demo` say where it was built. */
export const nextRuntime = async () => {
	const path = process.env.SALUS_NEXT_RUNTIME;
	if (!path) {
		throw new Error('SALUS_NEXT_RUNTIME must name the next runtime; run scripts/test or scripts/demo');
	}
	return u8aToHex(await readFile(path));
};

/** The call that lets anybody bring this code. */
export const authorizing = (api, code) => api.tx.system.authorizeUpgrade(blake2AsHex(code, 256));

/** Why code was not taken, as the blocks tell from the one numbered `first` to the one numbered `last`. */
const refusalIn = async (endpoint, first, last) => {
	const api = await connect(endpoint);
	try {
		for (let number = first; number <= last; number += 1) {
			for (const event of await eventsAt(api, await api.rpc.chain.getBlockHash(number))) {
				const { ExtrinsicFailed, RejectedInvalidAuthorizedUpgrade } = api.events.system;
				if (ExtrinsicFailed.is(event)) return nameOf(api, event.data.dispatchError);
				if (RejectedInvalidAuthorizedUpgrade.is(event)) return nameOf(api, event.data.error);
			}
		}
		return 'no block says why';
	} finally {
		await api.disconnect();
	}
};

/**
 * Brings code that was authorized, in nobody's name, and waits until the chain runs it. The connection ends;
 * answers with another one, since another version has other metadata. Fails with the chain's reason when the
 * chain does not take it.
 */
export const bring = async (api, endpoint, code) => {
	const before = api.runtimeVersion.specVersion.toNumber();
	const transaction = api.tx.system.applyAuthorizedUpgrade(code).toHex();
	await api.disconnect();
	const provider = new WsProvider(endpoint, 1_000, {}, LIMIT);
	const best = async () => Number((await provider.send('chain_getHeader', [])).number);
	try {
		await provider.isReady;
		const first = await best();
		await provider.send('author_submitExtrinsic', [transaction]);
		// The pool may have taken its time.
		const start = await best();
		const end = Date.now() + LIMIT;
		for (;;) {
			const last = await best();
			const { specVersion } = await provider.send('state_getRuntimeVersion', []);
			if (specVersion !== before) break;
			if (last > start + BLOCKS) {
				const reason = await refusalIn(endpoint, first + 1, last);
				throw new Error(`the chain runs version ${before} still: ${reason}`);
			}
			if (Date.now() > end) throw new Error(`not in time: another version than ${before}`);
			await sleep(250);
		}
	} finally {
		await provider.disconnect();
	}
	return connect(endpoint);
};
