// What a runtime says of itself: metadata V16, the first version that describes view functions.

/**
 * @typedef {import('./connection.mjs').Api} Api
 * @typedef {import('@polkadot/types/interfaces').Si1Type} Type
 * @typedef {{
 *   pallets: any[],
 *   extrinsic: any,
 *   pallet: (name: string) => any,
 *   typeOf: (id: any) => Type,
 *   typeNamed: (crate: string, name: string) => any,
 * }} Description
 */

/**
 * @param {any} metadata V16
 * @returns {Description}
 */
export const descriptionOf = ({ pallets, extrinsic, lookup }) => ({
	pallets,
	extrinsic,
	pallet: (name) => {
		// Calls and events write the name with a small first letter.
		const found = pallets.find((each) => each.name.toString().toLowerCase() === name.toLowerCase());
		if (!found) throw new Error(`the runtime has no pallet ${name}`);
		return found;
	},
	typeOf: (id) => lookup.getSiType(id),
	typeNamed: (crate, name) => {
		const found = lookup.types.find(
			({ type: { path } }) => path[0]?.eq(crate) && path.at(-1).eq(name),
		);
		if (!found) throw new Error(`the runtime has no type ${crate}::${name}`);
		return found.id;
	},
});

/** @type {WeakMap<Api, {version: string, description: Promise<Description>}>} */
const known = new WeakMap();

const ask = async (api) => {
	const raw = await api.call.metadata.metadataAtVersion(16);
	if (raw.isNone) throw new Error('the runtime has no metadata V16');
	return descriptionOf(api.registry.createType('Metadata', raw.unwrap().toHex()).asV16);
};

/**
 * What the runtime of a connection says of itself; asked once for each version of the runtime.
 *
 * @param {Api} api
 * @returns {Promise<Description>}
 */
export const describe = (api) => {
	const version = api.runtimeVersion.specVersion.toString();
	if (known.get(api)?.version !== version) known.set(api, { version, description: ask(api) });
	return known.get(api).description;
};

/** The description of a storage item. */
export const storageItem = (description, pallet, item) => {
	const items = description.pallet(pallet).storage.unwrapOrDefault().items;
	const found = items.find((each) => each.name.toString().toLowerCase() === item.toLowerCase());
	if (!found) throw new Error(`the pallet ${pallet} stores no ${item}`);
	return found;
};

/** The type of what a storage item holds. */
export const valueType = ({ type }) => (type.isPlain ? type.asPlain : type.asMap.value);

/** The types of its keys: one for each hasher. */
export const keyTypes = ({ typeOf }, { type }) => {
	if (type.isPlain) return [];
	const { hashers, key } = type.asMap;
	return hashers.length === 1 ? [key] : [...typeOf(key).def.asTuple];
};
