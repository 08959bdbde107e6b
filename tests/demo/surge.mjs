// Tells how needs meet supplies: a surge in Hubei. A dozen hospitals with very different stocks say what they
// lack, one of them absurdly; goods are offered in three regions, under a rule by which whoever gives keeps
// enough for itself; a standing order sends by itself; and everybody sees what is filled, and where the goods
// of one donor went. Speaks to a running chain; `scripts/demo` starts it.

import {
	allStored,
	connect,
	conservationOf,
	LOCAL,
	Refused,
	saidBy,
	send,
	stored,
	view,
} from '@salus/client';
import {
	arrived,
	carrier,
	classes,
	donor,
	masks,
	proposal,
	relief,
	sscc,
	supplier,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { flight } from '../support/flight.mjs';
import { hospitalsOf } from '../support/hospitals.mjs';
import { everybody, giveOrder, offer, publish, request, take } from '../support/needs.mjs';
import { digest, must, writing } from '../support/rules.mjs';
import { event, registerGoods } from '../support/steps.mjs';
import { until } from '../support/until.mjs';
import { step, table, wrapped } from './print.mjs';
import { whereaboutsOf } from './whereabouts.mjs';

const endpoint = process.env.SALUS_ENDPOINT ?? LOCAL;
const number = new Intl.NumberFormat('en-US');
const say = (text) => console.log(`\n${wrapped(text)}\n`);

const { mask } = classes;
const HUBEI = 'CN-HB';

/** The most that a hospital without a history may ask for, and what whoever gives keeps at least. */
const [BOUND, KEPT] = [15_000, 10_000];
/** What the relief society has collected. */
const COLLECTED = 12_000;
/** Days of its own use that whoever gives keeps. */
const WEEK = 7;
/** The most that the standing order sends in a week. */
const WEEKLY = 8_000;

/** Name, masks that it has, masks that it has used, masks that it asks for, how urgently. */
const HOSPITALS = [
	['Jiangtan', 300, 280, 15_000, 'Stat'],
	['Moshui Lake', 1_200, 900, 9_000, 'Stat'],
	['Guishan', 2_000, 1_100, 8_000, 'Asap'],
	['Sheshan', 150, 0, 6_000, 'Asap'],
	['Hanshui', 4_000, 2_500, 7_500, 'Asap'],
	['Shahu', 600, 450, 5_000, 'Asap'],
	['Nanhu', 90, 90, 4_000, 'Urgent'],
	['Zhuankou', 7_000, 650, 3_000, 'Urgent'],
	['Panlong', 800, 300, 2_500, 'Urgent'],
	['Houguan', 2_500, 40, 2_000, 'Routine'],
	['Caidian', 12_000, 500, 1_000, 'Routine'],
	['Tianxing', 500, 20, 10n ** 14n, 'Asap'],
];
/** What the last of them asks for when it has read why it was refused. */
const SENSIBLE = 3_000;

const api = await connect(endpoint).catch(() => {
	console.error(`No chain answers at ${endpoint}. Start it with scripts/run in another terminal.`);
	process.exit(1);
});
const { circulation, needs, registry, rules, utility } = api.tx;

const institutionOf = async (id) => (await view(api, 'Registry', 'institution', id)).institution;
const nameOf = async (id) => (await institutionOf(id)).name.replace(' (demonstration)', '');
const regions = await allStored(api, 'registry', 'regions');
const regionName = new Map(regions.map(([[code], { region }]) => [code, region.name]));
const needOf = (id) => view(api, 'Needs', 'need', id);
const availableOf = async ({ id }) => (await view(api, 'Registry', 'level', id, mask)).available;

/** What `sending` is refused with. */
const refusalOf = (sending) =>
	sending.then(
		() => null,
		(error) => {
			if (!(error instanceof Refused)) throw error;
			return error.refusal;
		},
	);

console.log(`A surge in Hubei\n`);
const hospitals = await step('The council admits a dozen hospitals, which name their agents', async () => {
	const names = HOSPITALS.map(([name]) => `${name} Hospital (demonstration)`);
	const admitted = await hospitalsOf(api, HUBEI, names);
	return admitted.map((hospital, place) => {
		const [name, stock, used, wanted, priority] = HOSPITALS[place];
		return { ...hospital, name, stock, used, wanted, priority };
	});
});
// What an earlier telling left behind, if it was broken off.
const unfinished = ([[id], { status, legs }]) => {
	if (status === 'Proposed') return [circulation.reject(id)];
	if (status === 'Accepted') return [circulation.withdraw(id)];
	if (status !== 'Dispatched') return [];
	const lines = legs.map(({ quantity }) => arrived(quantity));
	return [circulation.receive(id, lines, null, null, event())];
};
const givers = [donor, supplier, relief];
const transfersBefore = await allStored(api, 'circulation', 'transfers');
await Promise.all(
	[...givers, ...hospitals].map(async ({ agent, id }) => {
		const board = await view(api, 'Needs', 'board', id);
		const open = board.needs.filter(({ need }) => need.ended === null);
		const served = transfersBefore.filter(([, { serves, receiver }]) => serves && receiver === id);
		const calls = [
			...board.orders.map(([each]) => needs.revokeOrder(each)),
			...board.offers.map(([each]) => needs.withdrawOffer(each)),
			...open.map((each) => needs.closeNeed(each.id)),
			...served.flatMap(unfinished),
		];
		if (calls.length > 0) await send(api, agent, utility.batchAll(calls));
	}),
);
const rule = await step('It sets a bound for needs without a history, and writes a rule for givers', async () => {
	const [week, units] = [{ KeepsDays: { days: WEEK } }, { KeepsUnits: { units: KEPT } }];
	const cannotWait = { Serves: { priority: 'Stat' } };
	const written = writing(api, mask, [must(week), must(units)], [must(cannotWait)]);
	const known = await allStored(api, 'rules', 'rules');
	const ours = known.filter(([, each]) => each.author === 'Governance' && each.digest === digest);
	const calls = [
		...ours.map(([[earlier]]) => rules.withdrawRule(earlier)),
		...[needs.setNeedBound(mask, BOUND), written],
	];
	const { events } = await decide(api, utility.batchAll(calls));
	return (await saidBy(api, events, 'rules', 'RuleWritten')).rule;
});
say(
	`Rule ${rule}: whoever gives masks away keeps what it uses in a week, and ${number.format(KEPT)} at least; ` +
		`or what it gives serves a need that cannot wait. A hospital of which the chain has seen less than a ` +
		`week may ask for ${number.format(BOUND)}; any other, for what it uses in a month.`,
);

await step('The hospitals enter what they have, and what they have used', () =>
	Promise.all(
		hospitals.map(async (hospital) => {
			const identity = { ...masks(), donor: null, earmark: null };
			const lot = await registerGoods(api, hospital, hospital.stock, identity);
			if (hospital.used > 0) {
				await send(api, hospital.agent, registry.consume(lot, hospital.used, event()));
			}
		}),
	),
);
const asked = await step('They say what they lack', () =>
	Promise.all(
		hospitals.map(async (hospital) => {
			const { wanted, priority } = hospital;
			const explained = await view(
				...[api, 'Needs', 'explain_need', hospital.id, request(wanted, { priority })],
			);
			const publishing = publish(api, hospital, wanted, { priority }).then((need) => {
				hospital.need = need;
			});
			return { ...explained, refusal: await refusalOf(publishing) };
		}),
	),
);
console.log('\nWhat the chain knows of each beside what it asks for\n');
console.log(
	table(
		['hospital', 'on hand', 'used today', 'days seen', 'may ask for', 'asks for', '', 'answer'],
		asked.map(({ evidence, cap, refusal }, place) => {
			const { name, used, wanted, priority } = hospitals[place];
			return [
				...[name, number.format(evidence.onHand), number.format(used), evidence.days],
				...[number.format(cap), number.format(wanted), priority],
				refusal === null ? 'published' : `refused: ${refusal}`,
			];
		}),
	),
);
const absurd = hospitals.at(-1);
const { cap } = asked.at(-1);
say(
	`${absurd.name} Hospital asks for more masks than the world makes in a century. Its cap is ` +
		`${number.format(cap)}. It asks for ${number.format(SENSIBLE)} instead; nobody else was kept waiting.`,
);
absurd.need = await step(`${absurd.name} Hospital publishes ${number.format(SENSIBLE)}`, () =>
	publish(api, absurd, SENSIBLE, { priority: absurd.priority }),
);

// Who has some.

const giverNames = await Promise.all(givers.map(({ id }) => nameOf(id)));
const [donorName, supplierName, reliefName] = giverNames;
const lots = await step('Three givers in Shanghai, Zhejiang and Hubei register what they have', () =>
	Promise.all([
		registerGoods(api, donor, 60_000, masks()),
		registerGoods(api, supplier, 60_000, { ...masks(), donor: null }),
		registerGoods(api, relief, COLLECTED, { ...masks(), donor: null }),
	]),
);
const [donated, made, collected] = lots;

/** What is asked for, and filled, and what is there, by region. */
const byRegion = async () => {
	const rows = new Map();
	const rowOf = (region) => {
		const nothing = { wanted: 0n, promised: 0n, delivered: 0n, available: 0n, offered: 0n };
		if (!rows.has(region)) rows.set(region, nothing);
		return rows.get(region);
	};
	for (const { need: id } of hospitals) {
		const { need } = await needOf(id);
		const row = rowOf((await institutionOf(need.institution)).region);
		row.wanted += need.request.quantity;
		row.promised += need.promised;
		row.delivered += need.delivered;
	}
	for (const [code] of regionName) {
		// The country is told by its parts.
		if (code === 'CN') continue;
		for (let from = null; ; ) {
			const { levels, next } = await view(api, 'Registry', 'region_stock', code, mask, from, 256);
			for (const [, { available }] of levels) rowOf(code).available += available;
			if (next === null) break;
			from = next;
		}
	}
	for (const [, { institution, class: of, left }] of await allStored(api, 'needs', 'offers')) {
		if (of === mask) rowOf((await institutionOf(institution)).region).offered += left;
	}
	return table(
		['region', 'asked for', 'promised', 'delivered', 'open', 'filled', 'available', 'offered'],
		[...rows].map(([code, { wanted, promised, delivered, available, offered }]) => [
			regionName.get(code),
			...[wanted, promised, delivered, wanted - promised - delivered].map(number.format),
			wanted === 0n ? '' : `${(100n * delivered) / wanted} %`,
			...[available, offered].map(number.format),
		]),
	);
};
console.log('\nMasks by region, before\n');
console.log(await byRegion());

// What the rule refuses.

const [, , , sheshan] = hospitals;
let tooMany = (await availableOf(relief)) - BigInt(KEPT / 2);
const shelf = await view(api, 'Registry', 'next_to_expire', relief.id, mask, null, 256);
const legs = shelf.flatMap(([{ lot }, { available }]) => {
	const quantity = available < tooMany ? available : tooMany;
	tooMany -= quantity;
	return quantity > 0n ? [[lot, quantity]] : [];
});
const tooMuch = proposal(legs, { to: sheshan.id, fromSite: null, toSite: null });
console.log(`\n${reliefName} would give more than it may\n`);
const broken = await view(api, 'Circulation', 'explain_transfer', relief.id, tooMuch);
const refusal = await step(
	`It proposes so much to ${sheshan.name} Hospital that ${number.format(KEPT / 2)} would be left`,
	() => refusalOf(send(api, relief.agent, circulation.propose(tooMuch))),
);
const conditions = broken.flatMap(({ unmet }) =>
	unmet?.rule === rule ? [`${unmet.alternative + 1}.${unmet.condition + 1}`] : [],
);
say(
	`Refused: ${refusal}. Of rule ${rule}, these conditions are not met: ${conditions.join(' and ')}. Condition ` +
		`1.2 is that ${number.format(KEPT)} are left; 2.1, that a need is served that cannot wait.`,
);

// What is sent by itself.

console.log(`${supplierName} gives a standing order\n`);
const nextTransfer = () => stored(api, 'circulation', 'nextTransferId');
const firstTransfer = await nextTransfer();
const inHubei = { ...everybody, regions: [HUBEI] };
const order = await step(
	`To needs in Hubei that cannot wait: half of what is above the floor, ${number.format(WEEKLY)} a week`,
	() =>
		giveOrder(api, supplier, {
			scope: { ...inHubei, priority: 'Stat' },
			floor: { Units: 2 * KEPT },
			duty: { Send: { share: 50, most: WEEKLY, days: WEEK } },
		}),
);
await step('Nobody does anything, and the node’s alarm clock rings', () =>
	until('the standing order', async () => {
		const found = await view(api, 'Needs', 'order', order);
		return found.lately.sent.quantity > 0n;
	}),
);
const ourTransfers = async () => {
	const ours = new Set(hospitals.map(({ need }) => need));
	const found = [];
	for (let id = firstTransfer; id < (await nextTransfer()); id++) {
		const transfer = await view(api, 'Circulation', 'transfer', id);
		if (ours.has(transfer?.serves?.need)) found.push({ id, ...transfer });
	}
	return found;
};
const stat = hospitals.filter(({ priority }) => priority === 'Stat');
const served = [];
for (const hospital of stat) {
	const { need } = await needOf(hospital.need);
	if (need.unanswered > 0n) served.push({ hospital, quantity: need.unanswered });
}
say(
	`${served
		.map(({ hospital, quantity }) => `${number.format(quantity)} are proposed to ${hospital.name} Hospital`)
		.join(', and ')}. However often it is rung, the order sends no more in this period. ` +
		'It covers nothing until the hospital wants it.',
);
await step('What the standing order proposed is accepted', async () => {
	const proposed = (await ourTransfers()).filter(({ status }) => status === 'Proposed');
	const accepting = proposed.map(({ id, receiver }) => {
		const { agent } = hospitals.find((each) => each.id === receiver);
		return send(api, agent, circulation.accept(id));
	});
	await Promise.all(accepting);
});

// What is offered, and taken.

console.log('\nGoods are offered in three regions\n');
const offers = await step('Shanghai: 30,000; Zhejiang: 20,000; Hubei: what the rule lets go', async () => {
	const left = Math.min(Number(await availableOf(relief)) - KEPT, COLLECTED);
	return Promise.all([
		offer(api, donor, donated, 30_000, {
			scope: { ...inHubei, kinds: ['Hospital'], priority: 'Urgent' },
			keeps: KEPT,
			least: 500,
		}),
		offer(api, supplier, made, 20_000, { scope: { ...everybody, priority: 'Asap' }, keeps: KEPT }),
		offer(api, relief, collected, left, { keeps: KEPT }),
	]);
});
await step('The hospitals take what is for them, the most urgent first', async () => {
	const left = new Map();
	const plan = [];
	for (const priority of ['Stat', 'Asap', 'Urgent', 'Routine']) {
		for (const hospital of hospitals.filter((each) => each.priority === priority)) {
			const { entries } = await view(api, 'Needs', 'offers_for', hospital.need, null, 256);
			let { open } = await needOf(hospital.need);
			for (const [id, { left: there, supply }] of entries) {
				if (!offers.includes(id)) continue;
				const rest = left.get(id) ?? there;
				const quantity = rest < open ? rest : open;
				if (quantity === 0n || (quantity < supply.least && quantity < rest)) continue;
				left.set(id, rest - quantity);
				open -= quantity;
				plan.push({ hospital, id, quantity });
			}
		}
	}
	// Those of one hospital follow each other.
	const taking = hospitals.map(async (hospital) => {
		for (const { id, quantity } of plan.filter((each) => each.hospital === hospital)) {
			await take(api, hospital, id, hospital.need, quantity);
		}
	});
	await Promise.all(taking);
});
console.log('\nMasks by region, while they are promised\n');
console.log(await byRegion());

console.log('\nThe goods move\n');
const transfers = await ourTransfers();
await step(`${transfers.length} transfers leave`, async () => {
	const sent = givers.map(async ({ id: giver, agent }) => {
		const fly = await flight(api, agent);
		const own = transfers.filter(({ sender }) => sender === giver);
		return Promise.all(
			own.map(({ id }) => fly(circulation.dispatch(id, carrier.id, sscc, null, null, event()))),
		);
	});
	await Promise.all(sent);
});
/** What is damaged of the first one. */
const DAMAGED = 200n;
await step(`They arrive, ${DAMAGED} of the first one damaged`, async () => {
	const receipts = hospitals.map(async ({ id: hospital, agent }) => {
		const fly = await flight(api, agent);
		const own = transfers.filter(({ receiver }) => receiver === hospital);
		return Promise.all(
			own.map(({ id, legs }) => {
				const spoilt = id === transfers[0].id;
				const rejected = spoilt ? { quantity: DAMAGED, reason: 'Damaged' } : null;
				const lines = legs.map(({ quantity }, leg) =>
					leg === 0
						? arrived(quantity - (spoilt ? DAMAGED : 0n), { rejected })
						: arrived(quantity),
				);
				return fly(circulation.receive(id, lines, null, null, event()));
			}),
		);
	});
	await Promise.all(receipts);
});
console.log('\nMasks by region, after\n');
console.log(await byRegion());
const progress = await Promise.all(hospitals.map(({ need }) => needOf(need)));
console.log('\nWhat became of each need\n');
console.log(
	table(
		['hospital', '', 'asked for', 'delivered', 'open', ''],
		progress.map(({ open, need }, place) => [
			...[hospitals[place].name, need.request.priority],
			...[need.request.quantity, need.delivered, open].map(number.format),
			need.ended === null ? '' : need.ended[0].toLowerCase(),
		]),
	),
);
say('What was damaged opened its need again by itself.');

// Where they went.

console.log(`Where the masks of ${donorName} went\n`);
const ofDonor = transfers.filter(({ sender }) => sender === donor.id);
const [{ receiver }] = ofDonor.sort((a, b) => Number(b.legs[0].quantity - a.legs[0].quantity));
const repacker = hospitals.find(({ id }) => id === receiver);
await step(`${repacker.name} Hospital puts 600 into packs for its wards, and uses 100 of them`, async () => {
	const { lot } = await view(api, 'Registry', 'lot', donated);
	const identity = { ...lot.identity, batch: `W${donated}` };
	const inputs = [{ lot: donated, quantity: 600 }];
	const outputs = [{ identity, quantity: 600, classChange: null }];
	const call = registry.repack(inputs, outputs, event());
	const { events } = await send(api, repacker.agent, call);
	const { outputs: packs } = await saidBy(api, events, 'registry', 'LotRepacked');
	await send(api, repacker.agent, registry.consume(packs[0].lot, 100, event()));
});
const { held, used } = await whereaboutsOf(api, donated);
const buckets = ['available', 'offered', 'inTransit', 'disputed'];
const holders = await Promise.all(
	held.map(async ({ lot, custodian, holding }) => [
		...[await nameOf(custodian), lot === donated ? 'as given' : 'repacked'],
		...buckets.map((bucket) => number.format(holding[bucket])),
	]),
);
console.log(`\n${table(['holder', '', ...buckets.slice(0, 2), 'in transit', 'disputed'], holders)}`);
const sum = (all, quantity) => all.reduce((before, each) => before + quantity(each), 0n);
const everywhere = sum(held, ({ holding }) =>
	[...buckets, 'reserved', 'quarantined'].reduce((all, bucket) => all + holding[bucket], 0n),
);
const consumed = sum([...used.values()], (each) => each);
say(
	`${number.format(everywhere)} are somewhere, and ${number.format(consumed)} were used: ` +
		`${number.format(everywhere + consumed)} in all, as many as were given.`,
);

await step('What is left of needs, offers, the order and the rule ends', async () => {
	const closing = hospitals.map(async ({ agent, need }) => {
		const { need: found } = await needOf(need);
		if (found.ended === null) await send(api, agent, needs.closeNeed(need));
	});
	const withdrawing = givers.map(async ({ agent }, place) => {
		const { ended } = await view(api, 'Needs', 'offer', offers[place]);
		const calls = ended === null ? [needs.withdrawOffer(offers[place])] : [];
		if (agent === supplier.agent) calls.push(needs.revokeOrder(order));
		if (calls.length > 0) await send(api, agent, utility.batchAll(calls));
	});
	await Promise.all([...closing, ...withdrawing]);
	const calls = [needs.setNeedBound(mask, null), rules.withdrawRule(rule)];
	await decide(api, utility.batchAll(calls));
});
const balances = await Promise.all(lots.map((lot) => conservationOf(api, lot)));
const conserved =
	balances.every(({ balanced }) => balanced) && everywhere + consumed === 60_000n;
say(conserved ? 'Every sum is conserved.' : 'A SUM IS NOT CONSERVED.');

await api.disconnect();
process.exitCode = conserved ? 0 : 1;
