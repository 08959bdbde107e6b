// Writes TypeScript for the pallets of Salus from the runtime's metadata, by the table in shapes.mjs.

import { stringCamelCase, stringPascalCase } from '@polkadot/util';
import { keyTypes, valueType } from './metadata.mjs';
import { pathOf, shapeOf } from './shapes.mjs';

/**
 * @typedef {import('./metadata.mjs').Description} Description
 * @typedef {import('./shapes.mjs').Shape} Shape
 */

/** The pallets that are described; what others have is described by their own clients. */
export const PALLETS = [
	...['Registry', 'Circulation', 'Supervision', 'Efficiency', 'Seats'],
	...['Rules', 'Needs', 'Assembly', 'Ratification', 'Reallocation', 'Recalls', 'Emergencies'],
];

const HEAD = `// Written by \`npm run types\` from the metadata of the runtime. Do not edit.
//
// How a type of the chain becomes one of TypeScript is told in src/shapes.mjs.
`;

/** Words of JavaScript that views name arguments with. */
const RESERVED = ['case', 'class', 'default', 'in', 'new'];

/** Types that stand for what they hold, and need no name of their own. */
const PLAIN = [
	...['Option', 'Result', 'Vec', 'BTreeSet', 'BTreeMap'],
	...['BoundedVec', 'BoundedBTreeSet', 'BoundedBTreeMap'],
];

const indented = (text) => text.replace(/^(?=.)/gm, '\t');

const docsOf = (lines) => {
	const text = lines.map((line) => line.toString().trim()).join('\n').trim();
	if (text === '') return '';
	const safe = text.replaceAll('*/', '*\\/').split('\n');
	if (safe.length === 1) return `/** ${safe[0]} */\n`;
	return `/**\n${safe.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
};

class Writer {
	/** @param {Description} description */
	constructor(description) {
		this.description = description;
		/** The text of each named type. */
		this.named = new Map();
		/** The name of each type that has one, by its identifier in the metadata. */
		this.names = new Map();
	}

	/** A reference to a type: its name, which is then written too, or what it is. */
	of(id) {
		const key = Number(id);
		if (this.names.has(key)) return this.names.get(key);
		const path = pathOf(this.description.typeOf(id));
		// Calls take an address as its text.
		if (path.at(-1) === 'MultiAddress') return 'string';
		// Whatever the runtime can do: `method` of what `api.tx` makes.
		if (path.at(-1) === 'RuntimeCall') return 'unknown';
		const shape = shapeOf(this.description, id);
		const name = this.nameFor(path, shape, key);
		if (!name) return this.text(shape);
		this.names.set(key, name);
		this.named.set(name, null);
		this.named.set(name, this.text(shape));
		return name;
	}

	/** The last part of a path; before it that of its crate, where two crates use one word. */
	nameFor(path, shape, key) {
		if (path.length < 2 || PLAIN.includes(path.at(-1)) || shape.kind === 'account') return null;
		if (path[0] === 'primitive_types') return null;
		const last = path.at(-1);
		const longer = `${stringPascalCase(path[0].replace(/^(pallet|salus)_/, ''))}${last}`;
		// There is an `Error` in JavaScript, and one in many crates.
		const candidates = last === 'Error' ? [longer] : [last, longer, `${longer}${key}`];
		// Instances of a generic type that look the same share a name.
		const text = () => this.text(shape);
		return candidates.find((name) => !this.named.has(name) || this.named.get(name) === text());
	}

	/** @param {Shape} shape @returns {string} */
	text(shape) {
		switch (shape.kind) {
			case 'integer':
				return shape.bits > 32 ? 'bigint' : 'number';
			case 'boolean':
				return 'boolean';
			case 'string':
			case 'bytes':
			case 'account':
				return 'string';
			case 'compact':
				return this.of(shape.of);
			case 'same':
				return this.of(shape.as);
			case 'option':
				return `${this.of(shape.of)} | null`;
			case 'list':
				return `Array<${this.of(shape.of)}>`;
			case 'tuple':
				return `[${shape.items.map((item) => this.of(item)).join(', ')}]`;
			case 'struct':
				return this.object(shape.fields);
			case 'enum':
				return shape.variants.map((variant) => this.variant(variant)).join(' | ') || 'never';
		}
	}

	object(fields) {
		if (fields.length === 0) return '{}';
		const lines = fields.map(
			({ name, type, docs }) => `${docsOf(docs)}${name}: ${this.of(type)};\n`,
		);
		return `{\n${indented(lines.join(''))}}`;
	}

	variant({ name, payload }) {
		return payload ? `{ ${name}: ${this.text(payload)} }` : `'${name}'`;
	}

	/** The variants of a pallet's enum of calls, events or errors. */
	variants(type) {
		const shape = type.isSome && shapeOf(this.description, type.unwrap().type);
		return shape && shape.kind === 'enum' ? shape.variants : [];
	}

	payload({ payload }) {
		return payload ? this.text(payload) : '{}';
	}

	view({ name, inputs, output, docs }) {
		const argument = (input) =>
			`${argumentNamed(stringCamelCase(input.name.toString()))}: ${this.of(input.type)}`;
		return `${docsOf(docs)}${name}(${inputs.map(argument).join(', ')}): ${this.of(output)};\n`;
	}

	call(call) {
		return `${docsOf(call.docs)}${stringCamelCase(call.name)}: ${this.payload(call)};\n`;
	}

	event(event) {
		return `${docsOf(event.docs)}${event.name}: ${this.payload(event)};\n`;
	}

	error({ name, docs }, pallet) {
		return `${docsOf(docs)}${name}: '${pallet}.${name}';\n`;
	}

	item(item) {
		const keys = keyTypes(this.description, item).map((key) => this.of(key));
		const held = `{ keys: [${keys.join(', ')}]; value: ${this.of(valueType(item))} }`;
		return `${docsOf(item.docs)}${stringCamelCase(item.name.toString())}: ${held};\n`;
	}
}

/** A name for an argument, which no word of the language itself may be. */
const argumentNamed = (name) => (RESERVED.includes(name) ? `${name}_` : name);

/**
 * The whole file.
 *
 * @param {Description} description
 */
export const typescript = (description) => {
	const writer = new Writer(description);
	/** An interface with a member for each pallet, and in it one for each thing of a kind. */
	const section = (name, docs, nameOf, linesFor) => {
		const pallets = PALLETS.map((pallet) => {
			const lines = linesFor(description.pallet(pallet), nameOf(pallet));
			return `${nameOf(pallet)}: {\n${indented(lines.join(''))}};\n`;
		});
		return `/** ${docs} */\nexport interface ${name} {\n${indented(pallets.join(''))}}\n`;
	};
	const sections = [
		section('Views', 'View functions, by pallet.', String, ({ viewFunctions }) =>
			viewFunctions.map((view) => writer.view(view)),
		),
		section('Calls', 'The arguments of calls, by pallet.', stringCamelCase, ({ calls }) =>
			writer.variants(calls).map((call) => writer.call(call)),
		),
		section('Events', 'What events say, by pallet.', stringCamelCase, ({ events }) =>
			writer.variants(events).map((event) => writer.event(event)),
		),
		section('Errors', 'Why a call was refused, by pallet.', stringCamelCase, ({ errors }, pallet) =>
			writer.variants(errors).map((error) => writer.error(error, pallet)),
		),
		section('Storage', 'What is stored, by pallet.', stringCamelCase, ({ storage }) =>
			storage.unwrap().items.map((item) => writer.item(item)),
		),
	];
	const named = [...writer.named]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, text]) => `export type ${name} = ${text};\n`);
	return [HEAD, ...sections, ...named].join('\n');
};
