// Rounds of observations, and the reports that the node's own worker publishes.

import { setTimeout as sleep } from 'node:timers/promises';
import { u8aConcat } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { describe } from './metadata.mjs';
import { encode } from './values.mjs';
import { PAGE, stored, view, viewAt } from './views.mjs';

/**
 * @typedef {import('./connection.mjs').Api} Api
 * @typedef {import('../types/salus.d.ts').Dmu} Dmu
 */

/** How many decimals scores and weights have, and slacks beyond those of their indicator. */
export const DIGITS = 12;

/** The way of computing a report, which is a part of its fingerprint. */
const METHOD = 1;

const POLL = 250;

/** A decision-making unit that is a region, as calls and views take it. */
export const region = (code) => ({ Region: code });

/**
 * What a decision-making unit is called in tables: the code of a region, the identifier of an
 * institution.
 *
 * @param {any} dmu
 * @returns {string}
 */
export const codeOf = ({ Region, Institution }) => Region ?? String(Institution);

/**
 * What a round asks (its `specification`) and where it stands; `null` if there is none.
 *
 * @param {Api} api
 * @param {number} id
 */
export const roundOf = (api, id) => view(api, 'Efficiency', 'round', id);

/** The figures that a round froze, and who is left out; `null` before it is sealed. */
export const snapshotOf = (api, id) => stored(api, 'efficiency', 'snapshots', id);

/** The report of a round as far as it is proven; `null` if there is none. */
export const reportOf = (api, id) => view(api, 'Efficiency', 'report', id);

/** One row of a report, with the code of its decision-making unit, and without what wraps it. */
export const rowOf = ({ place, dmu, belt, efficiency }) => ({
	place,
	code: codeOf(dmu),
	belt,
	...efficiency,
});

/** All pages of a view that is asked from a place on. */
const pages = async (ask, next) => {
	const all = [];
	for (;;) {
		const page = await ask(all.length === 0 ? 0 : next(all), PAGE);
		all.push(...page);
		if (page.length < PAGE) return all;
	}
};

/** All proven rows of a round, in the order of its snapshot. */
export const rowsOf = async (api, id) => {
	const ask = (from, limit) => view(api, 'Efficiency', 'report_rows', id, from, limit);
	return (await pages(ask, (rows) => rows.at(-1).place + 1)).map(rowOf);
};

/** The figures of a round by the code of the decision-making unit: integers, or null for a gap. */
export const figuresOf = async (api, id) => {
	const ask = (from, limit) => view(api, 'Efficiency', 'observations', id, from, limit);
	const observations = await pages(ask, (all) => all.length);
	return new Map(observations.map(({ dmu, values }) => [codeOf(dmu), values]));
};

/**
 * Waits until the report of a round is final, and answers with it.
 *
 * @param {Api} api
 * @param {number} id
 * @param {{ limit?: number, heard?: (report: any) => void }} options `heard` is told of each report
 * on the way
 */
export const finalReport = async (api, id, { limit = 120_000, heard = () => {} } = {}) => {
	const end = Date.now() + limit;
	for (;;) {
		// Of one state: the report may be completed between two questions.
		const block = (await api.rpc.chain.getBlockHash()).toHex();
		const report = await viewAt(api, block, 'Efficiency', 'report', id);
		if (report?.stage === 'Complete') return report;
		const stage = (await viewAt(api, block, 'Efficiency', 'round', id))?.stage;
		if (!['Open', 'Sealed'].includes(stage)) {
			throw new Error(`round ${id} is ${stage ?? 'unknown'}`);
		}
		if (Date.now() > end) throw new Error(`no final report of round ${id} in time`);
		if (report) heard(report);
		await sleep(POLL);
	}
};

/**
 * How a group of a round's decision-making units is spread over an indicator: each point is `x` and
 * its density.
 *
 * @param {Api} api
 * @param {number} id
 * @param {{
 *   group: any, bounds?: any, points?: number, indicator?: number,
 *   values?: 'Absolute' | 'RelativeToMean',
 * }} curve
 */
export const densityOf = async (
	api,
	id,
	{ group, bounds = null, points = 241, indicator = 0, values = 'RelativeToMean' },
) => {
	const grid = { points, bounds };
	const settings = /** @type {const} */ ([indicator, group, values, 'Silverman', grid]);
	const answer = await view(api, 'Efficiency', 'density', id, ...settings);
	if ('Err' in answer) throw new Error(`no density of round ${id}: ${JSON.stringify(answer.Err)}`);
	return answer.Ok;
};

/**
 * The fingerprint as anybody recomputes it: of the method, the round, its specification and its
 * snapshot.
 *
 * @param {Api} api
 * @param {number} id
 */
export const fingerprint = async (api, id, specification, snapshot, method = METHOD) => {
	const description = await describe(api);
	const named = (name, value) =>
		encode(api, description.typeNamed('pallet_efficiency', name), value);
	const parts = [
		api.registry.createType('u16', method).toU8a(),
		api.registry.createType('u32', id).toU8a(),
		named('RoundSpecification', specification),
		named('Snapshot', snapshot),
	];
	return blake2AsHex(u8aConcat(...parts), 256);
};
