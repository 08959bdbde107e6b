// What the chain answers: its view functions, and what it stores.

import { u8aConcat, u8aToHex, u8aToU8a } from '@polkadot/util';
import { describe, keyTypes, storageItem, valueType } from './metadata.mjs';
import { encode, plain } from './values.mjs';

/** The most entries that one answer of a view lists. */
export const PAGE = 256;

/** The name of the call under which every runtime serves its view functions. */
const EXECUTE = 'RuntimeViewFunction_execute_view_function';

/**
 * Calls the view function `name` of `pallet` at the best block, by the identifier, inputs and output
 * that the metadata gives.
 *
 * @type {typeof import('../types/index.d.ts').view}
 */
export const view = (api, pallet, name, ...args) => viewAt(api, null, pallet, name, ...args);

/**
 * The same on the state of a block: for answers in pages, which have to be of one state.
 *
 * @type {typeof import('../types/index.d.ts').viewAt}
 */
export const viewAt = async (api, block, pallet, name, ...args) => {
	const functions = (await describe(api)).pallet(pallet).viewFunctions;
	const described = functions.find((each) => each.name.toString() === name);
	if (!described) throw new Error(`the runtime has no view function ${pallet}.${String(name)}`);

	const { id, inputs, output } = described;
	const expected = inputs.length;
	const given = /** @type {any[]} */ (args);
	if (given.length !== expected) {
		throw new Error(`${pallet}.${String(name)} takes ${expected} arguments, not ${given.length}`);
	}
	const input = u8aConcat(...inputs.map(({ type }, place) => encode(api, type, given[place])));
	const query = u8aConcat(id.toU8a(true), api.registry.createType('Bytes', u8aToHex(input)).toU8a());
	const at = block === null ? [] : [block];
	const answer = await api.rpc.state.call(EXECUTE, u8aToHex(query), ...at);
	// Result<Vec<u8>, ViewFunctionDispatchError>
	const [failed, ...rest] = answer.toU8a(true);
	if (failed) throw new Error(`the view function ${pallet}.${String(name)} failed`);
	const bytes = api.registry.createType('Bytes', Uint8Array.from(rest));
	return plain(api, output, u8aToU8a(bytes.toU8a(true)));
};

/** @returns {any} */
const mapOf = (api, pallet, item) => api.query[pallet][item];

/**
 * What a storage item holds under some keys; its default, or else `null`, for nothing.
 *
 * @type {typeof import('../types/index.d.ts').stored}
 */
export const stored = async (api, pallet, item, ...keys) => {
	const described = storageItem(await describe(api), pallet, String(item));
	const found = await api.rpc.state.getStorage.raw(mapOf(api, pallet, item).key(...keys));
	const value = (bytes) => plain(api, valueType(described), bytes);
	if (found !== null) return value(u8aToU8a(found));
	return described.modifier.isDefault ? value(described.fallback.toU8a(true)) : null;
};

/**
 * Everything that a storage map holds, each with its keys; of a map of several keys, what it holds under
 * the first ones that are given.
 *
 * @type {typeof import('../types/index.d.ts').allStored}
 */
export const allStored = async (api, pallet, item, ...first) => {
	const description = await describe(api);
	const described = storageItem(description, pallet, String(item));
	const types = keyTypes(description, described);
	const entries = await mapOf(api, pallet, item).entries(...first);
	return Promise.all(
		entries.map(async ([{ args }, found]) => {
			const keys = args.map((key, place) => plain(api, types[place], key.toU8a()));
			const value = described.modifier.isOptional ? found.unwrap() : found;
			return [await Promise.all(keys), await plain(api, valueType(described), value.toU8a())];
		}),
	);
};
