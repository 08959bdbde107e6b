// Tells the story of a donation: what was sent, what arrived, and that every unit is accounted for. Then
// what takes a second party, and what is done when a party does not answer: a clerk who is invited, a count
// above the books, a loan whose borrower is suspended, and a motion of the council that cannot take effect.
// Speaks to a running chain; `scripts/demo` starts it.

import {
	connect,
	conservationOf,
	history,
	holdingsOf,
	LOCAL,
	Refused,
	send,
	view,
} from '@salus/client';
import { decideByAssembly } from '../support/assembly.mjs';
import {
	arrived,
	carrier,
	donor,
	hospital,
	key,
	masks,
	otherHospital,
	sscc,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import {
	accept,
	dispatch,
	event,
	fund,
	propose,
	receive,
	registerMasks,
	ship,
} from '../support/steps.mjs';
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
const [donorName, hospitalName, otherName, carrierName] = [
	await nameOf(donor.id),
	await nameOf(hospital.id),
	await nameOf(otherHospital.id),
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
for (const [key, holding] of await holdingsOf(api, lot)) {
	rows.push([
		await nameOf(key.custodian),
		...buckets.map((bucket) => number.format(holding[bucket])),
	]);
}
console.log(`\nWho holds what of it\n`);
const headings = ['holder', ...buckets.slice(0, 4), 'in transit', 'disputed'];
console.log(table(headings, rows));

const { ledger, held } = await conservationOf(api, lot);
const came = ledger.registered + ledger.repackedIn + ledger.found;
const went = ledger.consumed + ledger.destroyed + ledger.lost + ledger.repackedOut;
console.log(`\n  registered, repacked in, found      ${number.format(came).padStart(9)}`);
console.log(`  held                                ${number.format(held).padStart(9)}`);
console.log(`  consumed, destroyed, lost, repacked ${number.format(went).padStart(9)}`);
console.log(
	came === held + went ? '\n  The sum is conserved.\n' : '\n  THE SUM IS NOT CONSERVED.\n',
);

// What takes a second party, and what is done when a party does not answer.

const { circulation, registry } = api.tx;
const say = (text) => console.log(`\n${wrapped(text)}\n`);

console.log(`${hospitalName} counts what it has\n`);
// Another one each time that the story is told.
const clerk = key(`Hankou//clerk ${lot}`);
await fund(api, clerk);
await step('The hospital invites a clerk to keep its stock', () =>
	send(api, hospital.agent, registry.inviteAgent(clerk.address, ['Stock'])),
);
await step('The clerk accepts, and acts for the hospital from now on', () =>
	send(api, clerk, registry.acceptInvitation(hospital.id)),
);
await step('The clerk counts 199,050 masks, 50 more than the books say', () =>
	send(api, clerk, registry.count(lot, hospital.id, 199_050, 'StockTake', event())),
);
const atHospital = async () => {
	const { available, quarantined } = await view(
		...[api, 'Registry', 'holding', lot, hospital.id, hospital.id],
	);
	return [available, quarantined].map((quantity) => number.format(quantity));
};
const { excess, until } = await view(api, 'Registry', 'count_claim', lot, hospital.id);
const [booked] = await atHospital();
say(
	`The books still say ${booked}. The other ${excess} wait for ${donorName}, which registered the lot, until ` +
		`${utc(until)} UTC.`,
);
await step(`${donorName} confirms ${excess}`, () =>
	send(api, donor.agent, registry.confirmCount(lot, hospital.id, excess)),
);
const [available, quarantined] = await atHospital();
say(`The books say ${available} available now, and ${quarantined} in quarantine until somebody has looked.`);
await step('The clerk leaves', () => send(api, clerk, registry.removeAgent(clerk.address)));

console.log(`\n${donorName} lends 1,000 masks\n`);
const due = Date.now() + 30 * 86_400_000;
const loan = await step(`To ${otherName}, for 30 days`, () =>
	ship(api, [[lot, 1_000]], otherHospital, { terms: { Loan: { due } } }),
);
await step('They arrive', () => receive(api, loan, [arrived(1_000)], otherHospital.agent));
const refusalOf = (sending) =>
	sending.then(
		() => null,
		(error) => {
			if (!(error instanceof Refused)) throw error;
			return error.refusal;
		},
	);
const callIn = () => send(api, carrier.agent, circulation.callInLoan(loan));
const early = await step(`${carrierName}, a stranger to the loan, calls it in too early`, () =>
	refusalOf(callIn()),
);
say(`Refused: ${early}. The loan is not due, and its borrower may act.`);
// What the council did and undid in an earlier telling, it leaves alone for a while.
const act = await view(api, 'Ratification', 'act', { Standing: otherHospital.id });
const [authority, decideOn] =
	act?.state.Spent?.until > BigInt(Date.now())
		? ['assembly', (call) => decideByAssembly(api, 'Accreditation', call)]
		: ['council', (call) => decide(api, call)];
await step(`The ${authority} suspends ${otherName}, which can not answer any more`, () =>
	decideOn(registry.suspendInstitution(otherHospital.id)),
);
await step(`${carrierName} calls the loan in`, callIn);
const [{ outstanding, calledIn }] = (await view(api, 'Circulation', 'loan', loan)).legs;
say(
	`The borrower has ${outstanding} to give back by itself, and ${number.format(calledIn)} are in dispute: ` +
		`${donorName}, whose they are, says what becomes of them.`,
);
await step('It has fetched them, and looks at them before they are used again', () =>
	send(
		api,
		donor.agent,
		circulation.resolve(loan, 0, { CalledIn: 'Returned' }, 1_000, null, event()),
	),
);
const { status } = await view(api, 'Circulation', 'transfer', loan);
await step(`The ${authority} reinstates ${otherName}`, () =>
	decideOn(registry.reinstateInstitution(otherHospital.id)),
);
const { held: inTheEnd, balanced } = await conservationOf(api, lot);
say(
	`The loan is ${status.toLowerCase()}. ${number.format(inTheEnd)} masks of the lot are in the books, ` +
		`${number.format(excess)} more than were registered, and the sum ${balanced ? 'is' : 'IS NOT'} conserved.`,
);

// An institution that was never registered.
const nobody = 999_999;
const expires = Date.now() + 365 * 86_400_000;
const licence = registry.grantLicence(nobody, 'Ventilation', expires, null);
console.log('The council decides what can not take effect\n');
const refusal = await step(`It licenses institution ${number.format(nobody)}`, () =>
	refusalOf(decide(api, licence)),
);
say(
	`The motion had its votes and is closed, and what it decided on failed: ${refusal}. Explorers show ` +
		'the transaction that closed it as a success; why the call inside failed is in the event ' +
		'council.Executed.',
);

await api.disconnect();
process.exitCode = came === held + went && balanced ? 0 : 1;
