// Rounds of observations, and the reports that the node's own worker publishes.

import { setTimeout as sleep } from 'node:timers/promises';
import { blake2AsHex } from '@polkadot/util-crypto';
import { view } from './chain.mjs';

/** How many decimals scores and weights have, and slacks beyond those of their indicator. */
export const DIGITS = 12;

/** The way of computing a report, which is a part of its fingerprint. */
const METHOD = 1;

/** The most entries that one answer of a view lists. */
const PAGE = 256;

const POLL = 250;

/** A unit, as calls and views take it. */
export const region = (code) => ({ Region: code });

/** What a unit is called in tables: the code of a region, the identifier of an institution. */
export const codeOf = (unit) =>
	unit.isRegion ? unit.asRegion.toUtf8() : unit.asInstitution.toString();

/** A figure or a gap. */
const figure = (value) => (value.isSome ? value.unwrap().toBigInt() : null);

/** The figures of a unit. A struct of Polkadot.js is a map, whose `values` is another thing. */
export const valuesOf = (row) => [...row.get('values')].map(figure);

/** The belt of a unit or a group; `null` for none. */
export const beltOf = (found) => (found.isSome ? found.unwrap().type : null);

const meansOf = ({ crste, vrste, scale }) => ({
	crste: crste.toBigInt(),
	vrste: vrste.toBigInt(),
	scale: scale.toBigInt(),
});

/** What a round asks, and where it stands, in plain values beside the terms themselves. */
export const plainRound = ({ terms, stage, seal, progress }) => ({
	terms,
	stage: stage.type,
	title: terms.title.toUtf8(),
	note: terms.note.isSome ? terms.note.unwrap().toUtf8() : null,
	indicators: terms.indicators.map(({ name, unit, decimals, role }) => ({
		name: name.toUtf8(),
		unit: unit.toUtf8(),
		decimals: decimals.toNumber(),
		role: role.type,
	})),
	seal: seal.isSome ? seal.unwrap().toJSON() : null,
	proven: progress.all.proven.toNumber(),
});

/** The round `id`, as {@link plainRound} tells it. */
export const roundOf = async (api, id) => {
	const found = await view(api, 'Efficiency', 'round', id);
	if (found.isNone) throw new Error(`there is no round ${id}`);
	return plainRound(found.unwrap());
};

/** The report of a round as far as it is proven, numbers as integers; `null` if there is none. */
export const reportOf = async (api, id) => {
	const found = await view(api, 'Efficiency', 'report', id);
	if (found.isNone) return null;
	const report = found.unwrap();
	return {
		...report.toJSON(),
		means: report.means.isSome ? meansOf(report.means.unwrap()) : null,
		belts: report.belts.map((group) => ({
			belt: beltOf(group.belt),
			units: group.units.toNumber(),
			means: meansOf(group.means),
		})),
	};
};

/** One proven unit, numbers as integers. */
export const rowOf = (row) => {
	const found = row.efficiency;
	return {
		place: row.place.toNumber(),
		code: codeOf(row.unit),
		belt: beltOf(row.belt),
		...meansOf(found),
		nirs: found.nirs.toBigInt(),
		returns: found.returnsToScale.type,
		inputSlacks: found.inputSlacks.map((slack) => slack.toBigInt()),
		outputSlacks: found.outputSlacks.map((slack) => slack.toBigInt()),
		peers: found.peers.map(({ unit, weight }) => ({
			place: unit.toNumber(),
			weight: weight.toBigInt(),
		})),
	};
};

/** All proven units of a round, in the order of its snapshot. */
export const rowsOf = async (api, id) => {
	const rows = [];
	for (;;) {
		const from = rows.length === 0 ? 0 : rows[rows.length - 1].place + 1;
		const page = await view(api, 'Efficiency', 'report_rows', id, from, PAGE);
		rows.push(...page.map(rowOf));
		if (page.length < PAGE) return rows;
	}
};

/** The figures of a round by the code of the unit. */
export const figuresOf = async (api, id) => {
	const figures = new Map();
	for (;;) {
		const page = await view(api, 'Efficiency', 'observations', id, figures.size, PAGE);
		for (const each of page) {
			figures.set(codeOf(each.unit), valuesOf(each));
		}
		if (page.length < PAGE) return figures;
	}
};

/**
 * Waits until the report of a round is final, and answers with it.
 *
 * @param {(report: object) => void} heard is told of each report on the way
 */
export const finalReport = async (api, id, { limit = 120_000, heard = () => {} } = {}) => {
	const end = Date.now() + limit;
	for (;;) {
		const report = await reportOf(api, id);
		if (report?.stage === 'Complete') return report;
		const { stage } = await roundOf(api, id);
		if (!['Open', 'Sealed'].includes(stage)) throw new Error(`round ${id} is ${stage}`);
		if (Date.now() > end) throw new Error(`no final report of round ${id} in time`);
		if (report) heard(report);
		await sleep(POLL);
	}
};

/**
 * How a group of a round's units is spread over an indicator: `x` and density of each point.
 *
 * @param {object} curve group, and optionally bounds of `x`, points, indicator
 */
export const densityOf = async (
	api,
	id,
	{ group, bounds = null, points = 241, indicator = 0, values = 'RelativeToMean' },
) => {
	const grid = { points, bounds };
	const answer = await view(
		api,
		'Efficiency',
		'density',
		...[id, indicator, group, values, 'Silverman', grid],
	);
	if (answer.isErr) throw new Error(`no density of round ${id}: ${answer.asErr}`);
	const curve = answer.asOk;
	return {
		count: curve.count.toNumber(),
		bandwidth: curve.bandwidth.toBigInt(),
		bandwidthDecimals: curve.bandwidthDecimals.toNumber(),
		xDecimals: curve.xDecimals.toNumber(),
		densityDecimals: curve.densityDecimals.toNumber(),
		points: curve.points.map(({ x, density }) => [x.toBigInt(), density.toBigInt()]),
	};
};

/** The type of what a storage map holds. */
const typeIn = (api, entry) =>
	api.registry.createLookupType(entry.creator.meta.type.asMap.value);

/** A snapshot with these rows and these that are left out, as the chain encodes it. */
export const snapshot = (api, rows, excluded) =>
	api.registry.createType(typeIn(api, api.query.efficiency.snapshots), { rows, excluded });

/** The fingerprint as anybody recomputes it: of the method, the round, its terms and its snapshot. */
export const fingerprint = (api, id, terms, frozen, method = METHOD) => {
	const parts = [
		api.registry.createType('u16', method),
		api.registry.createType('u32', id),
		terms,
		frozen,
	];
	return blake2AsHex(Uint8Array.from(parts.flatMap((part) => [...part.toU8a()])), 256);
};
