// New code for the chain: the next version of the runtime, and how the chain takes it.

import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { WsProvider } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { connect } from '@salus/client';

/** While the node compiles new code, it answers late. */
const LIMIT = 300_000;

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

/**
 * Brings code that was authorized, in nobody's name, and waits until the chain runs it. The connection ends;
 * answers with another one, since another version has other metadata.
 */
export const bring = async (api, endpoint, code) => {
	const before = api.runtimeVersion.specVersion.toNumber();
	const transaction = api.tx.system.applyAuthorizedUpgrade(code).toHex();
	await api.disconnect();
	const provider = new WsProvider(endpoint, 1_000, {}, LIMIT);
	try {
		await provider.isReady;
		await provider.send('author_submitExtrinsic', [transaction]);
		const end = Date.now() + LIMIT;
		for (;;) {
			const { specVersion } = await provider.send('state_getRuntimeVersion', []);
			if (specVersion !== before) break;
			if (Date.now() > end) throw new Error(`not in time: another version than ${before}`);
			await sleep(250);
		}
	} finally {
		await provider.disconnect();
	}
	return connect(endpoint);
};
