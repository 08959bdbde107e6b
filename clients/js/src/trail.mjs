// The trail: histories, and records that are exported to be proven years later.

import { u8aConcat, u8aToHex, u8aToU8a } from '@polkadot/util';
import { blake2AsU8a } from '@polkadot/util-crypto';
import { describe, storageItem, valueType } from './metadata.mjs';
import { plain } from './values.mjs';
import { PAGE, stored, view } from './views.mjs';

/**
 * @typedef {import('./connection.mjs').Api} Api
 * @typedef {import('../types/salus.d.ts').RecordProof} RecordProof
 * @typedef {import('../types/salus.d.ts').Subject} Subject
 */

/** The whole of a history that is asked page by page, newest first. */
const whole = async (ask) => {
	const entries = [];
	for (;;) {
		const page = await ask(entries.at(-1)?.id ?? null);
		entries.push(...page.entries);
		if (page.rest !== 'More') return { entries, rest: page.rest };
	}
};

/**
 * Everything that happened to a subject such as `{ Lot: 0 }`, newest first, and what lies behind:
 * `'Nothing'`, or the newest record that is pruned.
 *
 * @param {Api} api
 * @param {Subject} subject
 */
export const history = (api, subject) =>
	whole((before) => view(api, 'Supervision', 'history', subject, before, PAGE));

/**
 * Everything that an institution's agents did, newest first, as {@link history} tells it.
 *
 * @param {Api} api
 * @param {number} institution
 */
export const historyOfInstitution = (api, institution) =>
	whole((before) => view(api, 'Supervision', 'of_institution', institution, before, PAGE));

/**
 * A record of a closed epoch with the proof that it belongs to the root of that epoch: what to keep.
 *
 * @param {Api} api
 * @param {number | bigint} id
 * @returns {Promise<RecordProof>}
 */
export const exportRecord = async (api, id) => {
	const answer = await view(api, 'Supervision', 'prove', BigInt(id));
	if ('Ok' in answer) return answer.Ok;
	const [reason] = typeof answer.Err === 'string' ? [answer.Err] : Object.keys(answer.Err);
	throw new Error(`record ${id} cannot be exported: ${reason}`);
};

/**
 * The root and the number of records that the chain stores of a pruned epoch; `null` for any other.
 *
 * @param {Api} api
 * @param {number | bigint} epoch
 */
export const prunedEpoch = (api, epoch) => stored(api, 'supervision', 'epochs', epoch);

/**
 * How many hashes lead from a leaf to the root. An odd last node moves up without one.
 *
 * @param {number} place of the leaf
 * @param {number} width of the tree's lowest row
 */
export const pathLength = (place, width) => {
	let length = 0;
	for (; width > 1; place = place >> 1, width = (width + 1) >> 1) {
		const alone = place % 2 === 0 && place === width - 1;
		if (!alone) length += 1;
	}
	return length;
};

const hash = (bytes) => blake2AsU8a(bytes, 256);

/**
 * Whether an exported record is the one at its place of an epoch with this root and this number of
 * records. Asks nobody: a leaf is hashed, and then each node with its neighbour, with BLAKE2b-256.
 *
 * A path of any other length than that of the place is no proof: with it, an inner node could pass
 * for a record.
 *
 * @param {Pick<RecordProof, 'leaf' | 'leafIndex' | 'proof'>} exported
 * @param {{ root: string, count: number }} epoch
 */
export const isGenuine = ({ leaf, leafIndex, proof }, { root, count }) => {
	if (!Number.isInteger(leafIndex) || leafIndex < 0 || leafIndex >= count) return false;
	if (proof.length !== pathLength(leafIndex, count)) return false;
	let [node, place, width] = [hash(u8aToU8a(leaf)), leafIndex, count];
	for (const neighbour of proof.map((each) => u8aToU8a(each))) {
		// Where the node is the last and has none beside it, it moves up as it is.
		while (place % 2 === 0 && place === width - 1) [place, width] = [place >> 1, (width + 1) >> 1];
		node = hash(place % 2 === 1 ? u8aConcat(neighbour, node) : u8aConcat(node, neighbour));
		[place, width] = [place >> 1, (width + 1) >> 1];
	}
	return u8aToHex(node) === root;
};

/**
 * What an exported leaf says, read by the types of the chain that a connection leads to.
 *
 * @param {Api} api
 * @param {string} leaf
 */
export const readLeaf = async (api, leaf) => {
	const bytes = u8aToU8a(leaf);
	const type = valueType(storageItem(await describe(api), 'Supervision', 'Records'));
	const id = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
	return { id, record: await plain(api, type, bytes.subarray(8)) };
};
