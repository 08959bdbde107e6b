// Tells the story of a donation: what was sent, what arrived, and that every unit is accounted for. Then
// what becomes of a motion of the council that cannot take effect.
// Speaks to a running chain; `scripts/demo` starts it.

import { connect, history, LOCAL, Refused, view } from '@salus/client';
import { arrived, carrier, donor, hospital, masks, sscc } from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { accept, dispatch, propose, receive, registerMasks } from '../support/steps.mjs';
import { step, table, wrapped } from './print.mjs';

const endpoint = process.env.SALUS_ENDPOINT ?? LOCAL;
const number = new Intl.NumberFormat('en-US');

const utc = (moment) => new Date(Number(moment)).toISOString().replace('T', ' ').slice(0, 19);

/** A claimed time as the actor's own clock showed it, with the offset from UTC. */
const local = ({ at, utcOffset }) => {
	const sign = utcOffset < 0 ? '-' : '+';
	const minutes = Math.abs(utcOffset);
	const pad = (part) => String(part).padStart(2, '0');
	const offset = `${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
	return `${utc(Number(at) + utcOffset * 60_000)} ${offset}`;
};

const api = await connect(endpoint).catch(() => {
	console.error(`No chain answers at ${endpoint}. Start it with scripts/run in another terminal.`);
	process.exit(1);
});

const nameOf = async (id) =>
	(await view(api, 'Registry', 'institution', id)).institution.name.replace(' (demonstration)', '');
const [donorName, hospitalName, carrierName] = [
	await nameOf(donor.id),
	await nameOf(hospital.id),
	await nameOf(carrier.id),
];

console.log(`\nSalus at ${endpoint}, block ${(await api.rpc.chain.getHeader()).number}\n`);

const lot = await step(`${donorName}, Shanghai, registers 500,000 masks`, () =>
	registerMasks(api, 500_000, masks()),
);
const transfer = await step(`It proposes 200,000 of them to ${hospitalName}, Hubei`, () =>
	propose(api, [[lot, 200_000]]),
);
await step('The hospital accepts', () => accept(api, transfer));
await step(`${carrierName} takes them away under SSCC ${sscc}`, () => dispatch(api, transfer));
await step('199,000 arrive in order, 600 damaged; 400 are missing', () =>
	receive(api, transfer, [
		arrived(199_000, {
			rejected: { quantity: 600, reason: 'Damaged' },
			missing: { quantity: 400, reason: 'Lost' },
		}),
	]),
);

const trail = (await history(api, { Lot: lot })).entries.reverse();
const names = new Map();
for (const { record } of trail) {
	if (record.institution !== null && !names.has(record.institution)) {
		names.set(record.institution, await nameOf(record.institution));
	}
}
console.log(`\nThe trail of lot ${lot}\n`);
console.log(
	table(
		['record', 'recorded (chain, UTC)', 'happened (claimed, local)', 'by', 'what', 'block', 'digest'],
		trail.map(({ id, record }) => [
			id,
			utc(record.time),
			record.event ? local(record.event.claim) : '',
			names.get(record.institution) ?? '',
			record.action,
			record.block,
			`${record.digest.slice(0, 12)}..`,
		]),
	),
);

const buckets = ['available', 'offered', 'reserved', 'quarantined', 'inTransit', 'disputed'];
const rows = [];
for (const [key, holding] of await view(api, 'Registry', 'holdings_of_lot', lot)) {
	rows.push([
		await nameOf(key.custodian),
		...buckets.map((bucket) => number.format(holding[bucket])),
	]);
}
console.log(`\nWho holds what of it\n`);
const headings = ['holder', ...buckets.slice(0, 4), 'in transit', 'disputed'];
console.log(table(headings, rows));

const { ledger, held } = await view(api, 'Registry', 'conservation', lot);
const came = ledger.registered + ledger.repackedIn + ledger.found;
const went = ledger.consumed + ledger.destroyed + ledger.lost + ledger.repackedOut;
console.log(`\n  registered, repacked in, found      ${number.format(came).padStart(9)}`);
console.log(`  held                                ${number.format(held).padStart(9)}`);
console.log(`  consumed, destroyed, lost, repacked ${number.format(went).padStart(9)}`);
console.log(
	came === held + went ? '\n  The sum is conserved.\n' : '\n  THE SUM IS NOT CONSERVED.\n',
);

// An institution that was never registered.
const nobody = 999_999;
const expires = Date.now() + 365 * 86_400_000;
const licence = api.tx.registry.grantLicence(nobody, 'Ventilation', expires, null);
const refusal = await step(`The council decides to license institution ${number.format(nobody)}`, () =>
	decide(api, licence).then(
		() => null,
		(error) => {
			if (!(error instanceof Refused)) throw error;
			return error.refusal;
		},
	),
);
console.log(
	`\n${wrapped(
		`The motion had its votes and is closed, and what it decided on failed: ${refusal}. Explorers show ` +
			'the transaction that closed it as a success; why the call inside failed is in the event ' +
			'council.Executed.',
	)}\n`,
);

await api.disconnect();
process.exitCode = came === held + went ? 0 : 1;
