// Tells how efficiently 31 regions use their hospitals, as the node's own worker found and the chain
// verified, and draws how their health personnel is spread. Speaks to a running chain; `scripts/demo`
// starts it.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	allStored,
	connect,
	densityOf,
	DIGITS,
	finalReport,
	fixed,
	LOCAL,
	quotient,
	roundOf,
	rowsOf,
} from '@salus/client';
import { rounds } from '../support/cast.mjs';
import { draw } from './picture.mjs';
import { progress, table, wrapped } from './print.mjs';

const endpoint = process.env.SALUS_ENDPOINT ?? LOCAL;
const folder =
	process.env.SALUS_PICTURES ?? fileURLToPath(new URL('../../build', import.meta.url));

/** The order of the tables that these follow. */
const BELTS = ['Eastern', 'Central', 'Western'];

/** What the tables call returns to scale. */
const RETURNS = { Constant: '-', Increasing: 'irs', Decreasing: 'drs' };

const ONE = 10n ** BigInt(DIGITS);
const score = (number) => fixed(number, DIGITS, 3);

const api = await connect(endpoint).catch(() => {
	console.error(`No chain answers at ${endpoint}. Start it with scripts/run in another terminal.`);
	process.exit(1);
});

const regions = await allStored(api, 'registry', 'regions');
const names = new Map(regions.map(([[code], { region }]) => [code, region.name]));

// The report.

const { specification: round } = await roundOf(api, rounds.hospitals);
console.log(`\n${round.title}\n`);
const line = progress();
line.say('Waiting for the report of the worker');
const report = await finalReport(api, rounds.hospitals, {
	heard: ({ proven, dmus }) =>
		line.say(`Waiting for the report of the worker: ${proven} of ${dmus} regions proven`),
}).catch((error) => {
	line.end();
	console.error(`  ${error.message}. Does the chain run with off-chain workers?`);
	process.exit(1);
});
line.say(`The report is final: ${report.proven} of ${report.dmus} regions proven.`);
line.end();
console.log(`
  Each by a certificate that the chain checked in exact arithmetic, by method ${report.method}, from
  figures with the fingerprint ${report.fingerprint}.
`);
console.log(wrapped(`Source: ${round.note}`));

const rows = await rowsOf(api, rounds.hospitals);
const means = new Map(report.belts.map((group) => [group.belt, group.means]));

/** A section for each belt and the last line, with a row for each region and one for the average. */
const byBelt = (row, average) => [
	...BELTS.flatMap((belt) => {
		const members = rows.filter((each) => each.belt === belt);
		return [
			[`${belt} belt`],
			...members.map((each) => [`  ${names.get(each.code)}`, ...row(each)]),
			['  average', ...average(members, belt)],
			[],
		];
	}),
	['All regions, average', ...average(rows, null)],
];

const scores = ({ crste, vrste, scale }) => [crste, vrste, scale].map(score);

console.log('\nTable 2. Efficiency scores and returns to scale\n');
console.log(
	table(
		['region', 'crste', 'vrste', 'scale', 'rts'],
		byBelt(
			(region) => [...scores(region), RETURNS[region.returnsToScale]],
			(_, belt) => scores(belt === null ? report.means : means.get(belt)),
		),
	),
);
const efficient = rows.filter(({ crste }) => crste === ONE);
console.log(`
  crste: comprehensive efficiency (constant returns); vrste: technical efficiency (variable
  returns); scale = crste / vrste; rts: irs increasing, drs decreasing, - constant returns.
  Efficient in all respects: ${efficient.map(({ code }) => names.get(code)).join(', ')}.`);

const inputs = round.indicators.filter(({ role }) => role === 'Input');
const outputs = round.indicators.filter(({ role }) => role === 'Output');
const columns = [
	...inputs.map((indicator, place) => ({ ...indicator, sign: `X${place + 1}` })),
	...outputs.map((indicator, place) => ({ ...indicator, sign: `Y${place + 1}` })),
];
const slack = (number, place) => fixed(number, DIGITS + columns[place].decimals, 3);
const slacksOf = ({ inputSlacks, outputSlacks }) => [...inputSlacks, ...outputSlacks];

console.log('\nTable 3. Redundancy of inputs (X) and shortfall of outputs (Y)\n');
console.log(
	table(
		['region', ...columns.map(({ sign, name }) => `${sign} ${name}`)],
		byBelt(
			(region) => slacksOf(region).map(slack),
			(members) =>
				columns.map((_, place) => {
					const sum = members.reduce((all, region) => all + slacksOf(region)[place], 0n);
					return slack(quotient(sum, BigInt(members.length)), place);
				}),
		),
	),
);
console.log(`\n  Slacks beyond the score, under variable returns, in ${columns[0].unit}.`);

// The densities.

const surveys = await Promise.all(
	Object.entries(rounds.personnel).map(async ([year, id]) => ({
		year,
		id,
		round: (await roundOf(api, id)).specification,
	})),
);
const [{ round: survey }] = surveys;
const [{ name: quantity, unit }] = survey.indicators;
const curvesOf = (belt, bounds) =>
	Promise.all(
		surveys.map(async ({ year, id }) => ({
			year,
			...(await densityOf(api, id, { group: { Belt: belt }, bounds })),
		})),
	);
const number = (integer, decimals) => Number(integer) / 10 ** decimals;
const pointsOf = ({ points, xDecimals, densityDecimals }) =>
	points.map(({ x, density }) => [number(x, xDecimals), number(density, densityDecimals)]);

// As wide as the widest curve, and on the same axes, so that the pictures can be laid side by side.
const widest = (await Promise.all(BELTS.map((belt) => curvesOf(belt, null)))).flat();
const reach = widest.flatMap((curve) => pointsOf(curve).map(([x]) => x));
const tenths = [Math.floor(Math.min(...reach) * 10), Math.ceil(Math.max(...reach) * 10)];
const bounds = tenths.map((tenth) => ({ mantissa: tenth, decimals: 1 }));
const drawn = await Promise.all(BELTS.map((belt) => curvesOf(belt, bounds)));
const peak = Math.max(...drawn.flat().flatMap((curve) => pointsOf(curve).map(([, f]) => f)));

await mkdir(folder, { recursive: true });
console.log(`\nHow ${quantity} is spread within each belt, as the chain's own view tells it\n`);
for (const [place, belt] of BELTS.entries()) {
	const picture = draw({
		title: `${belt} belt: ${quantity}, ${unit}`,
		subtitle: 'Gaussian kernel density, Silverman’s bandwidth h; n regions',
		source: `Source: ${survey.note} Computed by the chain, rounds ${surveys.map(({ id }) => id).join(', ')}.`,
		across: {
			name: 'multiple of the mean over all regions of that year',
			range: tenths.map((tenth) => tenth / 10),
		},
		up: { name: 'density', range: [0, Math.ceil(peak * 2) / 2] },
		mark: { x: 1, name: 'mean' },
		curves: drawn[place].map((curve) => ({
			name: curve.year,
			note: `n = ${curve.count}, h = ${fixed(curve.bandwidth, curve.bandwidthDecimals, 3)}`,
			points: pointsOf(curve),
		})),
	});
	const file = join(folder, `density-${belt.toLowerCase()}.svg`);
	await writeFile(file, picture);
	console.log(`  ${file}`);
}
console.log('');
await api.disconnect();
