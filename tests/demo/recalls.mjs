// Tells how goods are held and recalled. A vaccine gets too warm on the road: it arrives quarantined, a
// hospital without a licence for the cold chain cannot release it, a health commission releases a part, and
// the rest goes back as it is. Then the whole lot is held, wherever it is, and moves again when nothing is
// found. At last its maker recalls it, when it is in four institutions, in two repacked lots and on a lorry:
// each of them is asked, one is waited for, and of one whose figures do not agree a count is demanded. Speaks
// to a running chain; `scripts/demo` starts it.

import {
	allStored,
	connect,
	conservationOf,
	LOCAL,
	Refused,
	saidBy,
	send,
	view,
} from '@salus/client';
import { commissionOf } from '../support/assembly.mjs';
import {
	hospital,
	laboratory,
	otherHospital,
	relief,
	supplier,
} from '../support/cast.mjs';
import { arriveAt, vaccine } from '../support/cold-chain.mjs';
import { decide } from '../support/council.mjs';
import { holdsOn, lifting, liftHold, onHolding, onLot, placeHold } from '../support/holds.mjs';
import {
	answer,
	askEarlier,
	caseOf,
	demanding,
	dutiesOf,
	ending,
	issueRecall,
	made,
	openCase,
	progressOf,
	repack,
} from '../support/recalls.mjs';
import { event, registerGoods, sendOff } from '../support/steps.mjs';
import { step, table, wrapped } from './print.mjs';

const endpoint = process.env.SALUS_ENDPOINT ?? LOCAL;
const number = new Intl.NumberFormat('en-US');
const say = (text) => console.log(`\n${wrapped(text)}\n`);
const utc = (moment) => new Date(Number(moment)).toISOString().replace('T', ' ').slice(0, 19);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The class of this story. It is entered once, however often the story is told. */
const VACCINE = 'Influenza vaccine (demonstration)';

const api = await connect(endpoint).catch(() => {
	console.error(`No chain answers at ${endpoint}. Start it with scripts/run in another terminal.`);
	process.exit(1);
});

const { circulation, registry } = api.tx;
const [hubei, zhejiang] = ['CN-HB', 'CN-ZJ'].map(commissionOf);
const nameOf = async (id) =>
	(await view(api, 'Registry', 'institution', id)).institution.name.replace(' (demonstration)', '');
const names = new Map();
for (const { id } of [hospital, otherHospital, laboratory, relief, supplier, hubei, zhejiang]) {
	names.set(id, await nameOf(id));
}
const nameIn = ({ id }) => names.get(id);

/** What `sending` is refused with. */
const refusalOf = (sending) =>
	sending.then(
		() => null,
		(error) => {
			if (!(error instanceof Refused)) throw error;
			return error.refusal;
		},
	);
/** The words of a variant's name. */
const words = (name) => name.replace(/(?<=.)[A-Z]/g, (sign) => ` ${sign}`).toLowerCase();
const partyIn = (party) => {
	if (typeof party === 'string') return words(party);
	const [[role, id]] = Object.entries(party);
	return role === 'Closing' ? 'closing the recall' : names.get(id);
};

const stockOf = async ({ id }) => {
	const { available, quarantined } = await view(api, 'Registry', 'holding', lot, id, id);
	return [available, quarantined].map((quantity) => number.format(quantity));
};
const told = async (place) => {
	const holds = await holdsOn(api, place);
	console.log(
		table(
			['on', 'why', 'how much', 'placed by', 'lifted by'],
			holds.map(({ on, kind, extent, by, liftedBy }) => [
				'Lot' in on ? `lot ${on.Lot}` : `what ${names.get(on.Holding.custodian)} has`,
				...[words(kind), extent.Units === undefined ? 'all' : number.format(extent.Units)],
				...[partyIn(by), liftedBy.map(partyIn).join(', ')],
			]),
		),
	);
};

/** Destroys doses that an institution has. */
const destroy = ({ id, agent }, of, quantity, from = 'Available') => {
	const how = { from, reason: 'Damaged', document: null };
	return send(api, agent, registry.destroy(of, id, quantity, how, event()));
};

console.log('\nA vaccine is kept cold\n');
const chilled = await step('The council enters a class that is kept at 2 to 8 °C', async () => {
	const known = await allStored(api, 'registry', 'classes');
	const found = known.find(([, entry]) => entry.class.name === VACCINE);
	if (found) return found[0][0];
	// No receipt of its lots is without what a sensor measured.
	const entering = registry.registerClass(vaccine(VACCINE, ['Batch', 'Expiry', 'Sensor']));
	const { events } = await decide(api, entering);
	return (await saidBy(api, events, 'registry', 'ClassRegistered')).class;
});
const lot = await step(`${nameIn(supplier)}, Zhejiang, registers 2,000 doses`, () => {
	// It is their maker.
	return registerGoods(api, supplier, 2_000, made({ class: chilled, batch: 'IV0417' }));
});
await step(`600 go to ${nameIn(hospital)}; its logger says 2.6 to 7.4 °C`, async () => {
	const transfer = await sendOff(api, supplier, hospital, lot, 600);
	await arriveAt(api, hospital, transfer, 600, 26, 74);
});
const warm = await step(`400 go to ${nameIn(otherHospital)}; its logger says 3.1 to 11.3 °C`, async () => {
	const transfer = await sendOff(api, supplier, otherHospital, lot, 400);
	await arriveAt(api, otherHospital, transfer, 400, 31, 113);
	return transfer;
});
const [available, quarantined] = await stockOf(otherHospital);
say(`${nameIn(otherHospital)} has ${available} available, and ${quarantined} in quarantine.`);
const place = onHolding(lot, otherHospital);
await told(place);
const using = ({ agent }) => send(api, agent, registry.consume(lot, 1, event()));
console.log('');
const [{ id: breach }] = await holdsOn(api, place);
const used = await step('The hospital uses a dose', () => refusalOf(using(otherHospital)));
say(`Refused: ${used}. What is in quarantine is not there to be used.`);
const released = await step('It lifts the hold', () =>
	refusalOf(send(api, otherHospital.agent, lifting(api, place, breach))),
);
say(`Refused: ${released}. It is not licensed for the cold chain, so it is not the judge of a breach.`);
await step(`${nameIn(hubei)} reads the whole series, and lifts the hold of 150`, () =>
	liftHold(api, hubei.agent, place, breach, { units: 150, reason: 'At most 20 minutes above 8 °C' }),
);
const [usable, kept] = await stockOf(otherHospital);
say(`${usable} are available now, and ${kept} in quarantine.`);
await step(`The others go back to ${nameIn(supplier)} as they are`, async () => {
	const terms = { Return: { of: warm, from: 'Quarantined' } };
	const transfer = await sendOff(api, otherHospital, supplier, lot, 250, { terms });
	await arriveAt(api, supplier, transfer, 250, 30, 60);
});
console.log('');
await told(onHolding(lot, supplier));
say('They arrive in quarantine, and who lifts that takes the licence: a breach is not shed on the way.');
await step('It destroys them', () => destroy(supplier, lot, 250, 'Quarantined'));

console.log('\nThe lot is held, wherever it is\n');
const onTheRoad = await step(`100 more are on the road to ${nameIn(hospital)}`, () =>
	sendOff(api, supplier, hospital, lot, 100),
);
const suspicion = await step(`${nameIn(zhejiang)} suspects that labels were forged, and holds the lot`, () =>
	placeHold(api, zhejiang.agent, onLot(lot), 'Legal', { reason: 'Labels are looked at' }),
);
const barred = await step(`${nameIn(hospital)} uses a dose`, () => refusalOf(using(hospital)));
say(`Refused: ${barred}.`);
const passedOn = await step(`${nameIn(supplier)} sends another one`, () => {
	const legs = [{ lot, quantity: 1, pack: null }];
	const [dispatchBy, receiveBy] = [2, 7].map((days) => Date.now() + days * 86_400_000);
	const wanted = { to: hospital.id, fromSite: null, toSite: null, terms: 'Gift', legs };
	const call = circulation.propose({ ...wanted, dispatchBy, receiveBy, serves: null });
	return refusalOf(send(api, supplier.agent, call));
});
say(`Refused: ${passedOn}.`);
await step('What was on the road arrives, and is set aside', () =>
	arriveAt(api, hospital, onTheRoad, 100, 25, 70),
);
console.log('');
await told(onHolding(lot, hospital));
console.log('');
await step('The labels are genuine: the commission lifts its hold', () =>
	liftHold(api, zhejiang.agent, onLot(lot), suspicion, { reason: 'Labels are genuine' }),
);
await step(`${nameIn(hospital)} looks at what arrived, and lifts the last one`, async () => {
	const [{ id }] = await holdsOn(api, onHolding(lot, hospital));
	await liftHold(api, hospital.storekeeper, onHolding(lot, hospital), id);
});
const [inTheEnd] = await stockOf(hospital);
say(`${inTheEnd} doses are available at ${nameIn(hospital)}.`);

console.log('The maker recalls the lot\n');
const packs = await step(`${nameIn(hospital)} puts 120 doses into packs for others`, () =>
	repack(api, hospital.agent, lot, 120, `P${lot}`),
);
await step(`60 of these go to ${nameIn(relief)}`, async () => {
	const transfer = await sendOff(api, hospital, relief, packs, 60);
	await arriveAt(api, relief, transfer, 60, 30, 60);
});
const kits = await step('It puts 20 of them into kits for its ambulances', () =>
	repack(api, relief.agent, packs, 20, `K${lot}`),
);
const lorry = await step(`A lorry takes 200 doses of the lot to ${nameIn(laboratory)}`, () =>
	sendOff(api, supplier, laboratory, lot, 200),
);
const recall = await step(`${nameIn(supplier)} finds that stoppers leak, and recalls the lot`, () =>
	// Issued in one call; what came out of the lot and who has some of it, the chain finds step by step.
	issueRecall(api, supplier.agent, [lot], { severity: 'II', action: 'Destroy' }),
);
const { marked, asked } = await progressOf(api, recall);
say(`${marked} lots are held from now on, and ${asked} institutions are to answer within an hour.`);

/** Prints who is asked, and what each has answered. */
const answers = async () => {
	const duties = await dutiesOf(api, recall);
	const rows = duties.map(({ institution, duty, due, isOpen }) => [
		names.get(institution),
		utc(due),
		...['found', 'done'].map((each) => (duty.answer ? number.format(duty.answer[each]) : '')),
		isOpen ? 'waited for' : 'answered',
	]);
	console.log(table(['who', 'due (UTC)', 'found', 'done', 'state'], rows));
};
await answers();
console.log('');
const kit = await step(`${nameIn(relief)} uses a dose of its kits`, () =>
	refusalOf(send(api, relief.agent, registry.consume(kits, 1, event()))),
);
say(`Refused: ${kit}. It never had any of the lot: its kits were made of packs, and these of the lot.`);
await step('The lorry arrives, and what it brings is set aside', () =>
	arriveAt(api, laboratory, lorry, 200, 30, 60),
);
await step(`${nameIn(supplier)} destroys 700, and answers`, async () => {
	await destroy(supplier, lot, 700);
	await answer(api, supplier.agent, recall, 700, 700);
});
await step(`${nameIn(otherHospital)} destroys 150, and answers`, async () => {
	await destroy(otherHospital, lot, 150);
	await answer(api, otherHospital.agent, recall, 150, 150);
});
await step(`${nameIn(hospital)} destroys 580 of the lot and 60 of its packs, and answers`, async () => {
	await destroy(hospital, lot, 580);
	await destroy(hospital, packs, 60);
	await answer(api, hospital.storekeeper, recall, 640, 640);
});
await step(`${nameIn(relief)} destroys 20 of its kits and 35 of its packs, and answers`, async () => {
	await destroy(relief, kits, 20);
	await destroy(relief, packs, 35);
	await answer(api, relief.agent, recall, 55, 55);
});
console.log('');
await answers();
const bookedAt = async ({ id }, of) =>
	(await view(api, 'Registry', 'holding', of, id, id))?.available ?? 0n;
const unexplained = await bookedAt(relief, packs);
say(`The books say that ${nameIn(relief)} has ${unexplained} more, which it did not find.`);

console.log('A commission asks why\n');
const opened = await step(`${nameIn(hubei)} opens a case over ${nameIn(relief)}`, () =>
	openCase(api, hubei.agent, { Recall: recall }, relief, { reason: 'It found less than it had' }),
);
await step('It demands a count of the packs by tomorrow, until which they are held for that too', () =>
	send(api, hubei.agent, demanding(api, opened, packs, Date.now() + DAY)),
);
console.log('');
await told(onHolding(packs, relief));
console.log('');
await step('The society counts: 2 were in an ambulance, and 3 are gone', () =>
	send(api, relief.agent, registry.count(packs, relief.id, 2, 'StockTake', event())),
);
await step('It attaches the digest of its sheet, and the commission acknowledges that', async () => {
	const sheet = `0x${'c0'.repeat(32)}`;
	const { recalls } = api.tx;
	const { events } = await send(api, relief.agent, recalls.attachDocument(opened, sheet));
	const { document } = await saidBy(api, events, 'recalls', 'DocumentAttached');
	await send(api, hubei.agent, recalls.acknowledgeDocument(opened, document));
});
await step('It destroys the 2, and answers the recall once more: the newest answer counts', async () => {
	await destroy(relief, packs, 2);
	await answer(api, relief.agent, recall, 57, 57);
});
await step('The commission closes the case', () =>
	send(api, hubei.agent, ending(api, opened, 'Closed', 'Three doses are written off')),
);
const [[, { counted }]] = await view(api, 'Recalls', 'case_demands', opened);
const { ended } = await caseOf(api, opened);
say(`${counted[0]} were counted, and the case is ${ended.how.toLowerCase()}: nothing of it is erased.`);

console.log('Whoever does not answer is overdue\n');
await step('The assembly enters that the centre was asked two days earlier, so that nobody waits here', () =>
	askEarlier(api, recall, laboratory, 49 * HOUR),
);
console.log('');
await answers();
const progress = await progressOf(api, recall);
const overdue = await view(api, 'Recalls', 'overdue', recall, null, 256);
const late = overdue.duties.map(
	({ institution, daysOverdue }) => `${names.get(institution)} is overdue, on day ${daysOverdue}`,
);
say(
	`${progress.answered} of ${progress.asked} have answered: ${number.format(progress.found)} doses were ` +
		`found, and ${number.format(progress.done)} destroyed. ${late.join('; ')}.`,
);

const sums = await Promise.all([lot, packs, kits].map((of) => conservationOf(api, of)));
const sumOf = (pick) => number.format(sums.reduce((sum, each) => sum + pick(each), 0n));
const balanced = sums.every((each) => each.balanced);
say(
	`${sumOf(({ ledger }) => ledger.registered)} doses were registered, ` +
		`${sumOf(({ ledger }) => ledger.destroyed)} destroyed, ` +
		`${sumOf(({ ledger }) => ledger.lost)} lost, and ${sumOf(({ held }) => held)} are there. ` +
		(balanced ? 'The sum is conserved.' : 'THE SUM IS NOT CONSERVED.'),
);

await api.disconnect();
process.exitCode = balanced ? 0 : 1;
