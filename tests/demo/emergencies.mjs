// Tells how what is offered in an emergency is shared out. Hospitals in three regions run out of protective suits,
// and whoever is quickest takes the most. The council declares an emergency, the assembly ratifies it, and a health
// commission has what is left allocated: by urgency and use, by a plan that the node's worker finds and the chain
// proves to be the best one. Says who got what, from where, and why not more; how far it goes beside the least that
// was possible; what became of what is still lacking; and draws how far needs are filled in each region, and what
// goes where. Speaks to a running chain; `scripts/demo` starts it.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	allStored,
	connect,
	fixed,
	LOCAL,
	nameOf,
	saidBy,
	send,
	stored,
	view,
} from '@salus/client';
import { commissionOf } from '../support/assembly.mjs';
import {
	arrived,
	carrier,
	classes,
	council,
	donor,
	inDays,
	relief,
	sscc,
	suits,
	supplier,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import {
	byAssembly,
	declaring,
	letOpen,
	linesOf,
	matterOf,
	mayGo,
	open,
	problemOf,
	qualityOf,
	ratify,
	severityOf,
	sharesOf,
	whenEnded,
} from '../support/emergencies.mjs';
import { flight } from '../support/flight.mjs';
import { hospitalsOf } from '../support/hospitals.mjs';
import { everybody, offer, publish, take } from '../support/needs.mjs';
import { must, within, writeRule } from '../support/rules.mjs';
import { event, registerGoods } from '../support/steps.mjs';
import { enteringUse } from '../support/use.mjs';
import { drawFills, drawFlows } from './flows.mjs';
import { step, table, wrapped } from './print.mjs';

const endpoint = process.env.SALUS_ENDPOINT ?? LOCAL;
const folder =
	process.env.SALUS_PICTURES ?? fileURLToPath(new URL('../../build', import.meta.url));
const number = new Intl.NumberFormat('en-US');
const say = (text) => console.log(`\n${wrapped(text)}\n`);

const { suit } = classes;

/** Where the emergency is. */
const [HENAN, HUBEI, HUNAN] = ['CN-HA', 'CN-HB', 'CN-HN'];

/** Name, region, suits that it has, suits that it uses in a day, suits that it asks for, how urgently. */
const HOSPITALS = [
	['Luojia', HUBEI, 0, 200, 1_500, 'Stat'],
	['Shuiguo Lake', HUBEI, 100, 150, 3_000, 'Urgent'],
	['Yanhe', HUBEI, 0, 60, 1_200, 'Urgent'],
	['Xiaonan', HUBEI, 50, 0, 1_000, 'Urgent'],
	['Songshan', HENAN, 0, 100, 2_000, 'Urgent'],
	['Yihe', HENAN, 200, 40, 800, 'Urgent'],
	['Xiangjiang', HUNAN, 300, 120, 2_400, 'Urgent'],
	['Yuelu', HUNAN, 0, 80, 800, 'Asap'],
];
/** Who asks for suits that last for years, in days; nobody has such. */
const [CHOOSY, LASTING] = ['Yihe', 2_000];
/** Who is quickest, and takes so many of what the donor offers. */
const [QUICKEST, QUICKLY] = ['Xiangjiang', 1_800];

/** Name, region, suits that it offers, in how many days they expire: of hospitals that can spare some. */
const GIVING = [
	['Baiyun', 'CN-GD', 1_500, 200],
	['Jinjiang', 'CN-SC', 800, 100],
];
/** What the first of them gives at once, by a rule of its own. */
const AT_ONCE = 800;
/** What the others offer, and in how many days that expires. */
const OFFERED = [
	[donor, 2_500, 300],
	[relief, 1_000, 400],
	[supplier, 2_000, 500],
];

const api = await connect(endpoint).catch(() => {
	console.error(`No chain answers at ${endpoint}. Start it with scripts/run in another terminal.`);
	process.exit(1);
});
const { circulation, emergencies, needs, registry, rules, utility, whitelist } = api.tx;

const institutionOf = async (id) => (await view(api, 'Registry', 'institution', id)).institution;
const nameIn = (name) => name.replace(' (demonstration)', '');
const needOf = (id) => view(api, 'Needs', 'need', id);
const regions = await allStored(api, 'registry', 'regions');
const regionName = new Map(regions.map(([[code], { region }]) => [code, region.name]));

console.log(`\nSuits run out in three regions\n`);
const admit = async (all) => {
	const found = new Map();
	for (const region of new Set(all.map(([, each]) => each))) {
		const names = all.filter(([, each]) => each === region).map(([name]) => name);
		const titles = names.map((name) => `${name} Hospital (demonstration)`);
		const admitted = await hospitalsOf(api, region, titles);
		admitted.forEach((hospital, place) => found.set(names[place], hospital));
	}
	return found;
};
const [hospitals, givers] = await step('The council admits ten hospitals, which name their agents', async () => {
	const found = await admit([...HOSPITALS, ...GIVING]);
	const asking = HOSPITALS.map(([name, region, stock, use, wanted, priority]) => ({
		...{ ...found.get(name), name, region, stock, use, wanted, priority },
	}));
	const sparing = GIVING.map(([name, , quantity, days]) => ({ ...found.get(name), quantity, days }));
	const offering = OFFERED.map(([giver, quantity, days]) => ({ ...giver, quantity, days }));
	const giving = [...offering, ...sparing];
	for (const giver of giving) giver.name = nameIn((await institutionOf(giver.id)).name);
	return [asking, giving];
});
const everyone = [...hospitals, ...givers];
const ofInstitution = (id) => everyone.find((each) => each.id === id);
const [, , , baiyun, jinjiang] = givers;
const quickest = hospitals.find(({ name }) => name === QUICKEST);

/** The calls by which an institution uses up what it has of suits. */
const usingUp = async ({ id }) => {
	const shelf = await view(api, 'Registry', 'next_to_expire', id, suit, null, 256);
	const own = shelf.filter(([{ owner }, { available }]) => owner === id && available > 0n);
	return own.map(([{ lot }, { available }]) => registry.consume(lot, available, event()));
};
/** Ends what an earlier telling left behind, or this one leaves. */
const tidyUp = async () => {
	const known = await allStored(api, 'circulation', 'transfers');
	const parties = new Set(hospitals.map(({ id }) => id));
	const ofNeeds = known.filter(([, { serves, receiver }]) => serves && parties.has(receiver));
	await Promise.all(
		everyone.map(async ({ id, agent }) => {
			const board = await view(api, 'Needs', 'board', id);
			const own = ofNeeds.filter(([, { receiver }]) => receiver === id);
			const ofSuits = board.offers.filter(([, { class: of }]) => of === suit);
			const open = board.needs.filter(({ need }) => need.ended === null && need.request.class === suit);
			const calls = [
				...ofSuits.map(([each]) => needs.withdrawOffer(each)),
				...open.map((each) => needs.closeNeed(each.id)),
				...own.flatMap(([[transfer], { status, legs }]) => {
					const lines = legs.map(({ quantity }) => arrived(quantity));
					if (status === 'Accepted') return [circulation.withdraw(transfer)];
					if (status !== 'Dispatched') return [];
					return [circulation.receive(transfer, lines, null, null, event())];
				}),
			];
			if (calls.length > 0) await send(api, agent, utility.batchAll(calls));
		}),
	);
	for (const [[id], { author }] of await allStored(api, 'rules', 'rules')) {
		const own = [baiyun, jinjiang].find((giver) => giver.id === author.Institution);
		if (own) await send(api, own.agent, rules.withdrawRule(id));
	}
	const declared = await allStored(api, 'emergencies', 'emergencies');
	const now = Date.now();
	const calls = declared
		.filter(([, { declaration, ended }]) => {
			const isOurs = declaration.classes.includes(suit) && declaration.regions.includes(HENAN);
			return isOurs && ended === null && Number(declaration.until) > now;
		})
		.flatMap(([[id], { hasty }]) => {
			// What nobody ratified would keep the council from declaring the same.
			const { ratification } = api.tx;
			const first = hasty.Pending ? [ratification.ratify(matterOf(id))] : [];
			return [...first, emergencies.callOff(id)];
		});
	if (calls.length > 0) await byAssembly(api, utility.batchAll(calls));
};

await step('What an earlier telling left behind ends', tidyUp);
await step('The hospitals enter what they have', () =>
	Promise.all(
		hospitals.map(async (hospital) => {
			const left = await usingUp(hospital);
			if (left.length > 0) await send(api, hospital.agent, utility.batchAll(left));
			if (hospital.stock > 0) await registerGoods(api, hospital, hospital.stock);
		}),
	),
);
await step('Council and assembly enter what they have used on the days before', async () => {
	const uses = hospitals.filter(({ use }) => use > 0).map(({ id, use }) => [id, 1_000 * use]);
	const entering = await enteringUse(api, suit, uses);
	const { hash } = entering.method;
	if ((await api.query.whitelist.whitelistedCall(hash)).isNone) {
		await decide(api, whitelist.whitelistCall(hash), council.slice(0, 4));
	}
	await byAssembly(api, whitelist.dispatchWhitelistedCallWithPreimage(entering));
});
await step('They say what they lack', async () => {
	for (const hospital of hospitals) {
		const { name, wanted, priority } = hospital;
		const shelfLife = name === CHOOSY ? LASTING : 0;
		hospital.need = await publish(api, hospital, wanted, { class: suit, priority, shelfLife });
	}
});
await step('Five givers offer what they can spare', async () => {
	for (const giver of givers) {
		const lot = await registerGoods(api, giver, giver.quantity, suits(inDays(giver.days)));
		giver.offer = await offer(api, giver, lot, giver.quantity, { scope: everybody });
	}
});
const [first] = givers;
await step(`Who is quickest takes ${number.format(QUICKLY)} of them`, () =>
	take(api, quickest, first.offer, quickest.need, QUICKLY),
);

/** What was asked for, and what is promised of it, by region. */
const fillByRegion = async () => {
	const rows = new Map([HENAN, HUBEI, HUNAN].map((region) => [region, { wanted: 0n, got: 0n }]));
	for (const { need: id, region } of hospitals) {
		const { need } = await needOf(id);
		const row = rows.get(region);
		row.wanted += need.request.quantity;
		row.got += need.promised + need.delivered;
	}
	return rows;
};
const percent = ({ wanted, got }) => Number((1_000n * got) / wanted) / 10;
const before = await fillByRegion();
say(
	`${QUICKEST} Hospital was quickest, so that ${percent(before.get(HUNAN)).toFixed(0)} % of what Hunan lacks is ` +
		`on its way, and nothing of what Hubei and Henan lack.`,
);

// The emergency.

console.log('The council declares an emergency\n');
const commission = commissionOf(HUBEI);
const declared = await step('Serious, for suits in Henan, Hubei and Hunan, for twenty days', async () => {
	const { events } = await decide(api, declaring(api, { regions: [HENAN, HUBEI, HUNAN], classes: [suit] }));
	return saidBy(api, events, 'emergencies', 'EmergencyDeclared');
});
const { emergency } = declared;
await step('The assembly ratifies it, so that it lasts', () => ratify(api, emergency));
say(
	`Emergency ${emergency} is ${(await severityOf(api, HUBEI, suit)).toLowerCase()} in Hubei, and moves ` +
		'nothing by itself. Without the assembly’s vote it would be over after three days.',
);
await step(`${baiyun.name} gives no more than ${number.format(AT_ONCE)} at once, by a rule of its own`, () =>
	writeRule(api, baiyun.agent, suit, [must({ Between: { least: 0, most: AT_ONCE } })]),
);
await step(`${jinjiang.name} gives to Hubei alone, by another`, () =>
	writeRule(api, jinjiang.agent, suit, [must(within('Receiver', HUBEI))]),
);

// The allocation.

console.log('\nWhat is left is allocated\n');
await step('The health commission of Hubei gives its agent the role that it takes', () =>
	letOpen(api, commission),
);
const [allocation, ended] = await step('It opens an allocation of suits, and blocks carry it out', async () => {
	const opened = await open(api, commission, emergency, suit);
	return [opened, await whenEnded(api, opened, 300_000)];
});
const problem = await problemOf(api, allocation);
const lines = await linesOf(api, allocation);
const shares = await sharesOf(api, allocation);
const foundBy =
	ended.method === 'Proven'
		? 'that the node’s worker found and the chain has proven to be the best one: no other delivers more, or more ' +
			'of what expires sooner, or the same by fewer unit-kilometres'
		: 'that gives what expires first to the nearest need, since nobody proved a better one in time';
say(
	`Allocation ${allocation} is about ${ended.needs} needs and ${ended.offers} offers. It has ${ended.lines} lines, of ` +
		`a plan ${foundBy}. What it follows from is there for everybody to recompute, with the fingerprint ` +
		`${problem.fingerprint.slice(0, 18)}...`,
);
const fromJinjiang = problem.offers.findIndex(({ institution }) => institution === jinjiang.id);
const barred = problem.needs.filter((_, need) => {
	const mayHave = problem.offers.some((_, from) => mayGo(problem, from, need));
	return mayHave && !mayGo(problem, fromJinjiang, need);
});
if (barred.length > 0) {
	const names = barred.map(({ institution }) => ofInstitution(institution).name);
	say(
		`Its finder asked the rules, and told the chain what ${jinjiang.name}’s forbids: to give to ` +
			`${names.join(', ')}. The chain asked for itself, and takes no plan that does.`,
	);
}

/** Why a need did not get more. */
const whyNotMore = ({ need: { asked, share, promised, dailyUse }, offers, planned, skipped }) => {
	if (promised === asked) return '';
	if (offers === 0) return 'no offer may go to it';
	if (skipped.length > 0) {
		const names = new Set(skipped.map(({ error }) => nameOf(api, error)));
		return `refused: ${[...names].join(', ')}`;
	}
	if (planned < share) return 'what may go to it was used up';
	return dailyUse === 0n ? 'scarce, and no use is known of it' : 'scarce';
};
console.log('Who gets how much, and why not more\n');
console.log(
	table(
		['hospital', 'region', '', 'used a day', 'lacks', 'share', 'promised', ''],
		shares.map((report) => {
			const { institution, tier, dailyUse, asked, share, promised } = report.need;
			const { name, region } = ofInstitution(institution);
			return [
				...[name, regionName.get(region), tier, fixed(dailyUse, 3, 0)],
				...[asked, share, promised].map(number.format),
				whyNotMore(report),
			];
		}),
	),
);
console.log('\nFrom where\n');
const stateOf = ({ state, outcome }) =>
	outcome?.Skipped ? `refused: ${nameOf(api, outcome.Skipped.error)}` : state.toLowerCase();
console.log(
	table(
		['giver', 'from', 'hospital', 'in', 'km', 'suits', ''],
		lines.map((line) => [
			...[ofInstitution(line.giver).name, regionName.get(line.from)],
			...[ofInstitution(line.receiver).name, regionName.get(line.to)],
			...[line.kilometres, number.format(line.quantity), stateOf(line)],
		]),
	),
);
const refused = lines.filter(({ outcome }) => outcome?.Skipped);
say(
	refused.length > 0
		? `A line that its giver’s own rule forbids is skipped, and the others are carried out: an allocation ` +
				'overrides nobody’s rules.'
		: 'Every line became a transfer, which its giver dispatches.',
);

// What is still lacking, and how well it went.

const short = [];
for (const hospital of hospitals) {
	const found = await needOf(hospital.need);
	if (found.open > 0n) short.push({ ...hospital, open: found.open, asked: found.need.region });
}
console.log('What is still lacking is asked of the country\n');
console.log(
	table(
		['hospital', 'region', 'still lacks', 'asked of'],
		short.map(({ name, region, open: lacking, asked }) => [
			...[name, regionName.get(region), number.format(lacking), regionName.get(asked)],
		]),
	),
);
const quality = await qualityOf(api, allocation);
const millionths = (figure) => fixed(BigInt(figure), 6, 3);
const part = ({ asked, promised }) => (asked === 0n ? '' : fixed((1_000n * promised) / asked, 1, 1));
const nameOfGroup = (group) => regionName.get(group.Region) ?? group.Kind;
console.log('\nHow well it did\n');
console.log(
	table(
		['of', 'lacked', 'shared', 'promised', '%', 'Gini'],
		[
			['all', quality.all, millionths(quality.gini)],
			['who had nothing', quality.ofThoseWithout, ''],
			...quality.groups.map(({ group, fill: filled, gini }) => [nameOfGroup(group), filled, millionths(gini)]),
		].map(([name, filled, gini]) => [
			...[name, filled.asked, filled.shared, filled.promised].map((cell) =>
				typeof cell === 'bigint' ? number.format(cell) : cell,
			),
			...[part(filled), gini],
		]),
	),
);
console.log('\nHow far it goes\n');
const { unitKm, leastKm } = quality;
console.log(
	table(
		['', 'unit-kilometres'],
		[
			['the least, of every line', leastKm === null ? 'nobody proved it' : number.format(leastKm)],
			['of the lines that became transfers', number.format(unitKm)],
		],
	),
);
const kilometres = quality.all.promised === 0n ? 0n : unitKm / quality.all.promised;
const besideTheLeast =
	unitKm === leastKm
		? 'No plan that delivers as much, and what expires as soon, is shorter.'
		: 'What was refused goes nowhere.';
say(
	`A suit goes ${number.format(kilometres)} km on average. ${leastKm === null ? '' : besideTheLeast} The Gini ` +
		'coefficient is 0 where everybody got the same part of what it lacks.',
);

// The pictures.

const after = await fillByRegion();
const source = `Allocation ${allocation} of the chain at ${endpoint}. Institutions and figures are inventions.`;
const seats = new Map(
	problem.places.map(({ region, seat }) => [
		region,
		{
			name: regionName.get(region),
			latitude: seat.latitude / 1_000,
			longitude: seat.longitude / 1_000,
		},
	]),
);
const moved = new Map();
for (const { from, to, outcome } of lines) {
	if (!outcome?.Made) continue;
	const key = `${from} ${to}`;
	moved.set(key, (moved.get(key) ?? 0n) + outcome.Made.quantity);
}
await mkdir(folder, { recursive: true });
const pictures = [
	[
		'allocation-fill.svg',
		drawFills({
			title: 'What is promised of what is lacking: protective suits',
			subtitle: 'Before the allocation, when whoever was quickest had taken, and after it',
			source,
			rows: [...before].map(([region, row]) => ({
				name: regionName.get(region),
				before: percent(row),
				after: percent(after.get(region)),
			})),
		}),
	],
	[
		'allocation-flows.svg',
		drawFlows({
			title: 'Where the allocated suits go',
			subtitle: 'From seat to seat; what stays in its region, in green',
			source,
			places: [...seats.values()],
			flows: [...moved].map(([key, quantity]) => {
				const [from, to] = key.split(' ').map((region) => seats.get(region).name);
				return { from, to, quantity: Number(quantity), label: number.format(quantity) };
			}),
		}),
	],
];
console.log('Pictures\n');
for (const [name, picture] of pictures) {
	const file = join(folder, name);
	await writeFile(file, picture);
	console.log(`  ${file}`);
}

// The goods move, and the story ends.

console.log('\nThe suits move\n');
const transfers = (await allStored(api, 'circulation', 'transfers'))
	.filter(([, { serves }]) => serves && hospitals.some(({ need }) => need === serves.need))
	.map(([[id], transfer]) => ({ id, ...transfer }));
await step(`${transfers.length} transfers leave`, () =>
	Promise.all(
		givers.map(async ({ id: giver, agent }) => {
			const fly = await flight(api, agent);
			const own = transfers.filter(({ sender, status }) => sender === giver && status === 'Accepted');
			await Promise.all(
				own.map(({ id }) => fly(circulation.dispatch(id, carrier.id, sscc, null, null, event()))),
			);
		}),
	),
);
await step('They arrive', () =>
	Promise.all(
		hospitals.map(async ({ id: hospital, agent }) => {
			const fly = await flight(api, agent);
			const own = transfers.filter(({ receiver }) => receiver === hospital);
			await Promise.all(
				own.map(({ id, legs }) => {
					const arriving = legs.map(({ quantity }) => arrived(quantity));
					return fly(circulation.receive(id, arriving, null, null, event()));
				}),
			);
		}),
	),
);
await step('The assembly calls the emergency off, and what is open ends', tidyUp);

const carried = transfers.flatMap(({ legs }) => legs).reduce((sum, { quantity }) => sum + quantity, 0n);
const promised = quality.all.promised + BigInt(QUICKLY);
const { how } = (await stored(api, 'emergencies', 'allocations', allocation)).stage.Ended;
const isWhole = carried === promised && how === 'Allocated';
say(
	isWhole
		? `${number.format(carried)} suits arrived, as many as were taken and allocated.`
		: 'WHAT ARRIVED IS NOT WHAT WAS PROMISED.',
);

await api.disconnect();
process.exitCode = isWhole ? 0 : 1;
