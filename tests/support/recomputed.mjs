// What a program of its own makes of an allocation: tests/python/allocation.py, which shares nothing with the
// chain.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../python/allocation.py', import.meta.url));

/** Longer than any answer, in bytes. */
const LARGE = { maxBuffer: 64 * 1024 * 1024 };

/** Integers of more bits than JavaScript's numbers have are text. */
const written = (_, value) => (typeof value === 'bigint' ? String(value) : value);

/** What the program answers to a view `problem`. */
const answered = (problem, ...args) =>
	new Promise((resolve, reject) => {
		const child = execFile('python3', ['-B', program, ...args], LARGE, (error, stdout, stderr) => {
			if (error) reject(new Error(`${error.message}\n${stderr}`));
			else resolve(JSON.parse(stdout));
		});
		child.stdin.end(JSON.stringify(problem, written));
	});

/**
 * What comes of what an allocation decided about, as the view `problem` tells it: `shares` in the order of the
 * needs, and `flows` of the greedy plan as `[offer, need, units]` in their order; of the lines that the chain has,
 * whether they are possible (`isPossible`), whether no plan is better (`isBest`), and `gini` in millionths and
 * `unitKm`. Throws when a distance is not the one between its places.
 */
export const recomputed = (problem) => answered(problem);

/** The same without a search for a better plan, which takes minutes where there are hundreds of needs and offers. */
export const figuresOf = (problem) => answered(problem, 'figures');

/**
 * The best plan of what an allocation decides about, with the prices that prove it: `flows`, `supplyPrices` and
 * `demandPrices`, as the chain takes them. It knows no rules but by the pairs that are known to be forbidden.
 */
export const bestPlan = (problem) => answered(problem, 'plan');

/** The fingerprint of an allocation, from its number and from what it decides about. */
export const fingerprintOf = (allocation, problem) =>
	answered(problem, 'fingerprint', String(allocation));
