// Exported records, against trees that are built here, by the rule as docs/operations.md states it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsU8a } from '@polkadot/util-crypto';
import { isGenuine, pathLength } from '../src/trail.mjs';

const hash = (bytes) => blake2AsU8a(bytes, 256);

/** The rows of a tree, from its leaves up: pairs are hashed, an odd last node moves up. */
const rowsOf = (leaves) => {
	const rows = [leaves.map(hash)];
	while (rows.at(-1).length > 1) {
		const row = rows.at(-1);
		const above = [];
		for (let place = 0; place < row.length; place += 2) {
			const [left, right] = row.slice(place, place + 2);
			above.push(right ? hash(u8aConcat(left, right)) : left);
		}
		rows.push(above);
	}
	return rows;
};

/** The nodes beside the way from a leaf to the root. */
const proofOf = (rows, leaf) =>
	rows
		.slice(0, -1)
		.map((row, height) => row[(leaf >> height) ^ 1])
		.filter((neighbour) => neighbour !== undefined)
		.map((neighbour) => u8aToHex(neighbour));

const leavesOf = (count) => Array.from({ length: count }, (_, place) => Uint8Array.of(1, place));

test('every leaf of a tree of any width is genuine at its place, and at no other', () => {
	for (let count = 1; count <= 17; count++) {
		const leaves = leavesOf(count);
		const rows = rowsOf(leaves);
		const epoch = { root: u8aToHex(rows.at(-1)[0]), count };
		for (let leaf = 0; leaf < count; leaf++) {
			const proof = proofOf(rows, leaf);
			assert.equal(proof.length, pathLength(leaf, count));
			for (let place = 0; place <= count; place++) {
				const exported = { leaf: u8aToHex(leaves[leaf]), leafIndex: place, proof };
				assert.equal(isGenuine(exported, epoch), place === leaf, `${leaf} as ${place} of ${count}`);
			}
		}
	}
});

test('an inner node does not pass for a record', () => {
	const rows = rowsOf(leavesOf(4));
	const epoch = { root: u8aToHex(rows.at(-1)[0]), count: 4 };
	const [left, right] = rows[0];
	const inner = u8aToHex(u8aConcat(left, right));
	const proof = [u8aToHex(rows[1][1])];
	assert.equal(isGenuine({ leaf: inner, leafIndex: 0, proof }, epoch), false);
	// In an epoch of two it would.
	assert.equal(isGenuine({ leaf: inner, leafIndex: 0, proof }, { ...epoch, count: 2 }), true);
});
