// What a type of the metadata is to JavaScript. Values are read, and TypeScript is written, by this one
// table:
//
// | the chain's type | JavaScript |
// |---|---|
// | integer of up to 32 bits, `Compact` or not | number |
// | integer of more bits, `Compact` or not | bigint |
// | bytes to which the primitives give a name: `Text`, `RegionCode`, `Gtin`, .. | text |
// | any other bytes | hexadecimal string that begins with 0x |
// | account | address |
// | struct with names | object; names in camelCase |
// | struct of one field without a name: `LotId`, `BoundedVec`, .. | what the field is |
// | tuple | array |
// | `Option` | the value, or null |
// | enum | the variant's name; with fields, an object of one key: `'Gift'`, `{ Loan: { due } }` |
//
// Calls take the same values, so an answer can be handed back.

import { stringCamelCase } from '@polkadot/util';

/**
 * @typedef {import('./metadata.mjs').Description} Description
 * @typedef {{ name: string, type: any, docs: string[] }} Field
 * @typedef {(
 *   | { kind: 'integer', bits: number, signed: boolean }
 *   | { kind: 'boolean' }
 *   | { kind: 'string' }
 *   | { kind: 'bytes', length: number | null, text: boolean }
 *   | { kind: 'account' }
 *   | { kind: 'compact', of: any }
 *   | { kind: 'same', as: any }
 *   | { kind: 'option', of: any }
 *   | { kind: 'list', of: any, length: number | null }
 *   | { kind: 'tuple', items: any[] }
 *   | { kind: 'struct', fields: Field[] }
 *   | { kind: 'enum', variants: Variant[] }
 * )} Shape
 * @typedef {{ name: string, index: number, docs: string[], payload: Shape | null }} Variant
 */

const linesOf = (docs) => docs.map((line) => line.toString().trimEnd());

/** The path of a type, such as `['salus_primitives', 'ids', 'LotId']`. */
export const pathOf = (type) => type.path.map((part) => part.toString());

/** @returns {Shape} */
const fieldsShape = (fields) => {
	if (fields.length > 0 && fields.every(({ name }) => name.isSome)) {
		return {
			kind: 'struct',
			fields: fields.map(({ name, type, docs }) => ({
				name: stringCamelCase(name.unwrap().toString()),
				type,
				docs: linesOf(docs),
			})),
		};
	}
	if (fields.length === 1) return { kind: 'same', as: fields[0].type };
	return { kind: 'tuple', items: fields.map(({ type }) => type) };
};

/** @returns {Shape} */
const primitive = (name) => {
	if (name === 'Bool') return { kind: 'boolean' };
	if (name === 'Str') return { kind: 'string' };
	const [, sign, bits] = /^([UI])(\d+)$/.exec(name) ?? [];
	if (!bits) throw new Error(`no JavaScript for ${name}`);
	return { kind: 'integer', bits: Number(bits), signed: sign === 'I' };
};

/** @returns {Shape} */
const list = ({ typeOf }, of, length) => {
	const { def } = typeOf(of);
	return def.isPrimitive && def.asPrimitive.type === 'U8'
		? { kind: 'bytes', length, text: false }
		: { kind: 'list', of, length };
};

/** The bytes that a type is under its name, if it is. */
const bytesUnder = (description, shape) => {
	while (shape.kind === 'same') shape = shapeOf(description, shape.as);
	return shape.kind === 'bytes' ? shape : null;
};

/**
 * @param {Description} description
 * @param {any} id of a type in the metadata
 * @returns {Shape}
 */
export const shapeOf = (description, id) => {
	const type = description.typeOf(id);
	const { def } = type;
	const path = pathOf(type);
	if (def.isPrimitive) return primitive(def.asPrimitive.type);
	if (def.isCompact) return { kind: 'compact', of: def.asCompact.type };
	if (def.isSequence) return list(description, def.asSequence.type, null);
	if (def.isArray) return list(description, def.asArray.type, def.asArray.len.toNumber());
	if (def.isTuple) return { kind: 'tuple', items: [...def.asTuple] };
	if (def.isComposite) {
		if (path.at(-1) === 'AccountId32') return { kind: 'account' };
		const shape = fieldsShape(def.asComposite.fields);
		const bytes = path[0] === 'salus_primitives' && bytesUnder(description, shape);
		return bytes ? { ...bytes, text: true } : shape;
	}
	if (def.isVariant) {
		const { variants } = def.asVariant;
		if (path.join() === 'Option') return { kind: 'option', of: variants[1].fields[0].type };
		return {
			kind: 'enum',
			variants: variants.map(({ name, index, docs, fields }) => ({
				name: name.toString(),
				index: index.toNumber(),
				docs: linesOf(docs),
				payload: fields.length === 0 ? null : fieldsShape(fields),
			})),
		};
	}
	throw new Error(`no JavaScript for the type ${id}: ${path.join('::')}`);
};
