// Speaks to the chain through @polkadot/api: connects, sends, and calls view functions as the
// metadata describes them.

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';

const keyring = new Keyring({ type: 'sr25519' });

/** The well-known development key of `name`, such as Alice or Alice//stash. */
export const key = (name) => keyring.addFromUri(`//${name}`);

/** Connects; fails when the node does not answer. */
export const connect = async (endpoint) => {
	const provider = new WsProvider(endpoint, 1_000, {}, 30_000);
	// The provider itself would try for ever.
	const unanswered = new Promise((_, reject) => {
		provider.on('error', () => reject(new Error(`no chain answers at ${endpoint}`)));
	});
	const api = ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true });
	try {
		return await Promise.race([api, unanswered]);
	} catch (error) {
		await provider.disconnect();
		throw error;
	}
};

/** A refusal by the chain, by the name that the metadata gives it, such as `circulation.NotParty`. */
export class Refused extends Error {
	constructor(name, detail) {
		super(detail ? `${name}: ${detail}` : name);
		this.refusal = name;
	}
}

/** The name that the metadata gives to why a call failed. */
export const nameOf = (api, error) => {
	if (!error.isModule) return error.toString();
	const { section, name } = api.registry.findMetaError(error.asModule);
	return `${section}.${name}`;
};

/**
 * Signs and sends `call`, waits until a block holds it, and returns the block's hash and the
 * events. Throws {@link Refused} when the call fails, also inside a proxy, batch or multisig.
 */
export const send = (api, signer, call) =>
	new Promise((resolve, reject) => {
		let unsubscribe = () => {};
		const settle = (finish, value) => {
			unsubscribe();
			finish(value);
		};
		call
			.signAndSend(signer, { nonce: -1 }, ({ status, events, dispatchError, isError }) => {
				if (isError) return settle(reject, new Error(`dropped: ${status.type}`));
				// The development chain finalizes a block with its import, so either may come first.
				if (!status.isInBlock && !status.isFinalized) return;
				if (dispatchError) return settle(reject, new Refused(nameOf(api, dispatchError)));
				for (const { event } of events) {
					const outcome =
						(api.events.proxy.ProxyExecuted.is(event) && event.data.result) ||
						(api.events.multisig.MultisigExecuted.is(event) && event.data.result) ||
						(api.events.utility.DispatchedAs?.is(event) && event.data.result);
					if (outcome && outcome.isErr) {
						return settle(reject, new Refused(nameOf(api, outcome.asErr)));
					}
				}
				settle(resolve, {
					block: (status.isInBlock ? status.asInBlock : status.asFinalized).toHex(),
					events: events.map(({ event }) => event),
				});
			})
			.then((stop) => (unsubscribe = stop), reject);
	});

/** The data of the one event `section.method` among `events`. */
export const eventOf = (events, section, method) => {
	const found = events.filter((event) => event.section === section && event.method === method);
	if (found.length !== 1) {
		const seen = events.map((event) => `${event.section}.${event.method}`).join(', ');
		throw new Error(`expected one ${section}.${method}, saw: ${seen}`);
	}
	return found[0].data;
};

/** `call` as a transaction that needs no signature: in nobody's name, without a tip, valid for ever. */
export const unsigned = (api, call) =>
	api.registry
		.createType('GeneralExtrinsic', {
			payload: { era: '0x00', nonce: 0, tip: 0, mode: 0, method: call.method },
			transactionExtensionVersion: 0,
		})
		.toHex();

/**
 * Hands a transaction to the node's pool, byte for byte; fails with the pool's reason. The API's own
 * call would put another length in front of one that needs no signature.
 */
export const submit = async (endpoint, transaction) => {
	const provider = new WsProvider(endpoint, false);
	await provider.connect();
	try {
		await provider.isReady;
		return await provider.send('author_submitExtrinsic', [transaction]);
	} finally {
		await provider.disconnect();
	}
};

/**
 * What the chain says of a transaction from outside on top of the block `at`: `Valid`, the name of
 * what makes it invalid, or the number that a pallet gives to it.
 */
export const verdict = async (api, transaction, at) => {
	const external = '02';
	const answer = await api.rpc.state.call(
		'TaggedTransactionQueue_validate_transaction',
		`0x${external}${transaction.slice(2)}${at.toHex().slice(2)}`,
		at,
	);
	// Result<ValidTransaction, TransactionValidityError>
	const [isError, kind, reason, number] = answer.toU8a(true);
	if (!isError) return 'Valid';
	if (kind !== 0) return 'Unknown';
	const [stale, custom] = [3, 7];
	return { [stale]: 'Stale', [custom]: number }[reason] ?? `Invalid ${reason}`;
};

let metadataOf = new WeakMap();

/** Metadata V16, the first version that describes view functions. */
const metadata16 = async (api) => {
	if (!metadataOf.has(api)) {
		const raw = await api.call.metadata.metadataAtVersion(16);
		const metadata = api.registry.createType('Metadata', raw.unwrap().toHex());
		metadataOf.set(api, metadata.asV16);
	}
	return metadataOf.get(api);
};

/**
 * Calls the view function `name` of `pallet` at the best block, by the identifier, inputs and
 * output that metadata V16 gives.
 */
export const view = async (api, pallet, name, ...args) => {
	const metadata = await metadata16(api);
	const room = metadata.pallets.find((each) => each.name.toString() === pallet);
	const functions = room?.viewFunctions ?? [];
	const described = functions.find((each) => each.name.toString() === name);
	if (!described) throw new Error(`no view function ${pallet}.${name} in metadata V16`);

	const typeOf = (id) => api.registry.createLookupType(id);
	const input = described.inputs.map(({ type }, place) =>
		api.registry.createType(typeOf(type), args[place]).toU8a(),
	);
	const bytes = input.reduce((all, each) => Uint8Array.from([...all, ...each]), new Uint8Array());
	const encoded = api.registry.createType('Bytes', `0x${Buffer.from(bytes).toString('hex')}`);
	const answer = await api.rpc.state.call(
		'RuntimeViewFunction_execute_view_function',
		`0x${Buffer.from([...described.id.toU8a(true), ...encoded.toU8a()]).toString('hex')}`,
	);
	// Result<Vec<u8>, ViewFunctionDispatchError>
	const [tag, ...rest] = answer.toU8a(true);
	if (tag !== 0) throw new Error(`view function ${pallet}.${name} failed`);
	const payload = api.registry.createType('Bytes', Uint8Array.from(rest));
	return api.registry.createType(typeOf(described.output), payload.toU8a(true));
};

/** A claimed event time: now, or as many milliseconds ago, east of UTC by the given minutes. */
export const event = (ago = 0, utcOffset = 480) => ({ at: Date.now() - ago, utcOffset });

/** The chain's own time at the best block, in milliseconds. */
export const chainTime = async (api) => (await api.query.timestamp.now()).toNumber();
