// Sends calls, and says why one was refused.

import { WsProvider } from '@polkadot/api';
import { compactAddLength, u8aConcat, u8aToHex, u8aToU8a } from '@polkadot/util';
import { describe } from './metadata.mjs';
import { plain } from './values.mjs';

/** @typedef {import('./connection.mjs').Api} Api */

/** A refusal by the chain, by the name that the metadata gives it, such as `circulation.NotParty`. */
export class Refused extends Error {
	/**
	 * @param {string} name
	 * @param {string} [detail]
	 * @param {string} [block] the hash of the block that holds what was refused
	 */
	constructor(name, detail, block) {
		super(detail ? `${name}: ${detail}` : name);
		this.refusal = name;
		this.block = block ?? null;
	}
}

/**
 * The name that the metadata gives to why a call failed.
 *
 * @param {Api} api
 * @param {any} error a `DispatchError`, or the value of one that a view answered with
 * @returns {string}
 */
export const nameOf = (api, error) => {
	const known = error.toU8a ? error : api.registry.createType('DispatchError', error);
	if (!known.isModule) return known.toString();
	const { section, name } = api.registry.findMetaError(known.asModule);
	return `${section}.${name}`;
};

/**
 * The name of the error of a pallet with this index, which is all that the pool tells of why it takes
 * a transaction without a signature not.
 *
 * @param {Api} api
 * @param {string} pallet
 * @param {number} index
 */
export const errorAt = async (api, pallet, index) => {
	const description = await describe(api);
	const { variants } = description.typeOf(description.pallet(pallet).errors.unwrap().type).def.asVariant;
	const found = variants.find((each) => each.index.eq(index));
	return found ? `${pallet}.${found.name}` : `${pallet} error ${index}`;
};

/**
 * The events that say how a call inside another went, and the field that says it: a result, or an error.
 * The transaction around such a call succeeds in the events and fees of every explorer.
 */
const WRAPPERS = {
	council: { Executed: 'result', MemberExecuted: 'result' },
	multisig: { MultisigExecuted: 'result' },
	proxy: { ProxyExecuted: 'result' },
	scheduler: { Dispatched: 'result' },
	utility: { BatchInterrupted: 'error', DispatchedAs: 'result', ItemFailed: 'error' },
	whitelist: { WhitelistedCallDispatched: 'result' },
};

/** Why the call failed that `event` tells of; nothing, if none did. */
const errorIn = ({ section, method, data }) => {
	const field = WRAPPERS[section]?.[method];
	if (!field) return null;
	if (field === 'error') return data.error;
	const result = data[field];
	// A result that comes with the weight used keeps the error beside it.
	return result.isErr ? (result.asErr.error ?? result.asErr) : null;
};

/**
 * The calls that failed inside another, in the order of their events, each by what it was inside and the
 * name of its error: a motion that was carried, what was scheduled, an item of a batch, a proxy's call.
 *
 * @type {typeof import('../types/index.d.ts').failuresWithin}
 */
export const failuresWithin = (api, events) =>
	events.flatMap((event) => {
		const error = errorIn(event);
		const within = `${event.section}.${event.method}`;
		return error ? [{ within, refusal: nameOf(api, error) }] : [];
	});

/**
 * The same in all of a block, with what was scheduled for it, which no transaction holds.
 *
 * @type {typeof import('../types/index.d.ts').failuresAt}
 */
export const failuresAt = async (api, block) => {
	// With the runtime that made the block, which names its errors.
	const then = /** @type {any} */ (await api.at(block));
	const records = await then.query.system.events();
	return failuresWithin(
		then,
		records.map(({ event }) => event),
	);
};

/**
 * Signs and sends `call`, waits until a block holds it, and returns the block's hash and the
 * events. Throws {@link Refused} when the call fails, and when a call inside it does: in a motion that it
 * closes, a batch, a proxy, a multisig.
 *
 * @param {Api} api
 * @param {any} signer
 * @param {any} call
 * @param {object} [options] of the signature, as `@polkadot/api` takes them
 * @returns {Promise<{ block: string, events: any[] }>}
 */
export const send = (api, signer, call, options = {}) =>
	new Promise((resolve, reject) => {
		let unsubscribe = () => {};
		const settle = (finish, value) => {
			unsubscribe();
			finish(value);
		};
		call
			.signAndSend(signer, { nonce: -1, ...options }, (update) => {
				const { status, dispatchError, isError } = update;
				if (isError) return settle(reject, new Error(`dropped: ${status.type}`));
				// The development chain finalizes a block with its import, so either may come first.
				if (!status.isInBlock && !status.isFinalized) return;
				const block = (status.isInBlock ? status.asInBlock : status.asFinalized).toHex();
				const refuse = (name, detail) => settle(reject, new Refused(name, detail, block));
				if (dispatchError) return refuse(nameOf(api, dispatchError));
				const events = update.events.map(({ event }) => event);
				const [failure] = failuresWithin(api, events);
				if (failure) return refuse(failure.refusal, `in ${failure.within}`);
				settle(resolve, { block, events });
			})
			.then((stop) => (unsubscribe = stop), reject);
	});

/** The one event `section.method` among `events`. */
export const eventOf = (events, section, method) => {
	const found = events.filter((event) => event.section === section && event.method === method);
	if (found.length !== 1) {
		const seen = events.map((event) => `${event.section}.${event.method}`).join(', ');
		throw new Error(`expected one ${section}.${method}, saw: ${seen}`);
	}
	return found[0];
};

/**
 * What the one event `section.method` among `events` says.
 *
 * @type {typeof import('../types/index.d.ts').saidBy}
 */
export const saidBy = async (api, events, section, method) => {
	const event = eventOf(events, section, method);
	const { type } = (await describe(api)).pallet(section).events.unwrap();
	// The pallet's index comes first.
	const said = await plain(api, type, event.toU8a().subarray(1));
	return said[method] ?? {};
};

/** How a transaction begins that has extensions and no signature: version 5, general. */
const GENERAL = 0b0100_0101;

/**
 * `call` as a general transaction, which needs no signature: in nobody's name, without a tip, valid
 * for ever. The metadata says which extensions there are, and each says nothing.
 *
 * @param {Api} api
 * @param {any} call
 */
export const unsigned = async (api, call) => {
	const { transactionExtensions, transactionExtensionsByVersion } = (await describe(api)).extrinsic;
	const [[version, places]] = [...transactionExtensionsByVersion.entries()].slice(-1);
	const nothing = (place) => {
		const { type } = transactionExtensions[place.toNumber()];
		return api.registry.createType(api.registry.createLookupType(type)).toU8a();
	};
	const parts = [[GENERAL, version.toNumber()], ...places.map(nothing), call.method.toU8a()];
	return u8aToHex(compactAddLength(u8aConcat(...parts.map((part) => Uint8Array.from(part)))));
};

/**
 * Hands a transaction to the node's pool, byte for byte; fails with the pool's reason. The API's own
 * call would put another length in front of one that needs no signature.
 *
 * @param {string} endpoint
 * @param {string} transaction
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
 * what makes it invalid, or the number that a pallet gives to it; see {@link errorAt}.
 *
 * @param {Api} api
 * @param {string} transaction
 * @param {any} at the hash of the block
 */
export const verdict = async (api, transaction, at) => {
	const external = Uint8Array.of(2);
	const answer = await api.rpc.state.call(
		'TaggedTransactionQueue_validate_transaction',
		u8aToHex(u8aConcat(external, u8aToU8a(transaction), at.toU8a())),
		at,
	);
	// Result<ValidTransaction, TransactionValidityError>
	const [isError, kind, reason, number] = answer.toU8a(true);
	if (!isError) return 'Valid';
	if (kind !== 0) return 'Unknown';
	const [stale, custom] = [3, 7];
	return { [stale]: 'Stale', [custom]: number }[reason] ?? `Invalid ${reason}`;
};
