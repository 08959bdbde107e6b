// Reads SCALE into plain values, by the table in shapes.mjs.

import { compactFromU8a, u8aToBigInt, u8aToHex, u8aToString } from '@polkadot/util';
import { encodeAddress } from '@polkadot/util-crypto';
import { describe } from './metadata.mjs';
import { shapeOf } from './shapes.mjs';

/**
 * @typedef {import('./connection.mjs').Api} Api
 * @typedef {import('./metadata.mjs').Description} Description
 * @typedef {import('./shapes.mjs').Shape} Shape
 */

class Reader {
	/**
	 * @param {Description} description
	 * @param {Uint8Array} bytes
	 * @param {number} prefix of addresses
	 */
	constructor(description, bytes, prefix) {
		this.description = description;
		this.bytes = bytes;
		this.prefix = prefix;
		this.at = 0;
	}

	/** @param {number} length */
	take(length) {
		const end = this.at + length;
		if (end > this.bytes.length) throw new Error('the bytes end within a value');
		const taken = this.bytes.subarray(this.at, end);
		this.at = end;
		return taken;
	}

	compact() {
		const [length, number] = compactFromU8a(this.bytes.subarray(this.at));
		this.take(length);
		return BigInt(number.toString());
	}

	length() {
		return Number(this.compact());
	}

	/** The shape of a type, through `Compact` and names. */
	integerOf(type) {
		const shape = shapeOf(this.description, type);
		return shape.kind === 'same' ? this.integerOf(shape.as) : shape;
	}

	value(type) {
		return this.shaped(shapeOf(this.description, type));
	}

	/** @param {Shape} shape */
	shaped(shape) {
		switch (shape.kind) {
			case 'same':
				return this.value(shape.as);
			case 'integer': {
				const bytes = this.take(shape.bits / 8);
				const number = u8aToBigInt(bytes, { isLe: true, isNegative: shape.signed });
				return shape.bits > 32 ? number : Number(number);
			}
			case 'compact': {
				const number = this.compact();
				const { bits } = /** @type {{bits: number}} */ (this.integerOf(shape.of));
				return bits > 32 ? number : Number(number);
			}
			case 'boolean':
				return this.take(1)[0] === 1;
			case 'string':
				return u8aToString(this.take(this.length()));
			case 'bytes': {
				const bytes = this.take(shape.length ?? this.length());
				return shape.text ? u8aToString(bytes) : u8aToHex(bytes);
			}
			case 'account':
				return encodeAddress(this.take(32), this.prefix);
			case 'option':
				return this.take(1)[0] === 0 ? null : this.value(shape.of);
			case 'list': {
				const length = shape.length ?? this.length();
				return Array.from({ length }, () => this.value(shape.of));
			}
			case 'tuple':
				return shape.items.map((item) => this.value(item));
			case 'struct':
				return Object.fromEntries(
					shape.fields.map(({ name, type }) => [name, this.value(type)]),
				);
			case 'enum': {
				const [index] = this.take(1);
				const variant = shape.variants.find((each) => each.index === index);
				if (!variant) throw new Error(`an enum has no variant ${index}`);
				const { name, payload } = variant;
				return payload ? { [name]: this.shaped(payload) } : name;
			}
		}
	}
}

/**
 * The plain value that `bytes` are, all of them.
 *
 * @param {Description} description
 * @param {any} type its identifier in the metadata
 * @param {Uint8Array} bytes
 */
export const read = (description, type, bytes, prefix = 42) => {
	const reader = new Reader(description, bytes, prefix);
	const value = reader.value(type);
	if (reader.at !== bytes.length) throw new Error('bytes are left behind a value');
	return value;
};

/**
 * The same by the runtime of a connection.
 *
 * @param {Api} api
 * @param {any} type
 * @param {Uint8Array} bytes
 */
export const plain = async (api, type, bytes) =>
	read(await describe(api), type, bytes, api.registry.chainSS58);

/**
 * The SCALE encoding of a plain value.
 *
 * @param {Api} api
 * @param {any} type its identifier in the metadata
 */
export const encode = (api, type, value) =>
	api.registry.createType(api.registry.createLookupType(type), value).toU8a();
