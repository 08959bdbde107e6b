// Tells how the assembly of institutions decides. Ventilators stand in Shanghai, while two hospitals in Hubei
// run out of them: a plan is drafted, explained and put to the vote, passes, and is carried out but for one
// line that says why. And the chain gets new code by vote. Speaks to a running chain; `scripts/demo` starts
// it.

import { isDeepStrictEqual } from 'node:util';
import { stringToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import {
	allStored,
	connect,
	fixed,
	history,
	LOCAL,
	nameOf,
	Refused,
	saidBy,
	send,
	stored,
	view,
} from '@salus/client';
import {
	carriedOut,
	castVotes,
	commissionOf,
	commissions,
	decideByAssembly,
	decided,
	enough,
	members,
	submit,
} from '../support/assembly.mjs';
import {
	arrived,
	carrier,
	classes,
	council,
	hospital,
	otherHospital,
	sscc,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { hospitalsOf } from '../support/hospitals.mjs';
import { must, writeRule } from '../support/rules.mjs';
import { event } from '../support/steps.mjs';
import { until } from '../support/until.mjs';
import { authorizing, bring, nextRuntime } from '../support/upgrade.mjs';
import { enteringUse } from '../support/use.mjs';
import { step, table, wrapped } from './print.mjs';

const endpoint = process.env.SALUS_ENDPOINT ?? LOCAL;
const number = new Intl.NumberFormat('en-US');
const say = (text) => console.log(`\n${wrapped(text)}\n`);
const utc = (moment) => new Date(Number(moment)).toISOString().replace('T', ' ').slice(0, 19);

const { ventilator } = classes;
const DAY = 86_400_000;

/** Days of its own use that whoever gives keeps. */
const FLOOR = 30;
/** What one of the hospitals gives to one receiver in a month, by a rule of its own. */
const MONTHLY = 2;
/** How many lines a plan can have. */
const MOST_LINES = 200;
/** The rank that hospitals are to get. */
const HIGHEST = 2;

/** In Shanghai: name, ventilators, and how many thousandths of one it puts to use in a day. */
const SHANGHAI = [
	['Pudong', 22, 300],
	['Huangpu', 24, 400],
	['Suzhou Creek', 15, 250],
	['Yangpu', 9, 150],
];

let api = await connect(endpoint).catch(() => {
	console.error(`No chain answers at ${endpoint}. Start it with scripts/run in another terminal.`);
	process.exit(1);
});

/** What `sending` is refused with. */
const refusalOf = (sending) =>
	sending.then(
		() => null,
		(error) => {
			if (!(error instanceof Refused)) throw error;
			return error.refusal;
		},
	);

const institutionOf = async (id) => (await view(api, 'Registry', 'institution', id)).institution;
const titleOf = async (id) => (await institutionOf(id)).name.replace(' (demonstration)', '');
const numberOf = async (block) => (await api.rpc.chain.getHeader(block)).number.toNumber();
/** The chain's time in a block. */
const momentOf = async (place) => {
	const block = await api.rpc.chain.getBlockHash(place);
	return (await (await api.at(block)).query.timestamp.now()).toNumber();
};

// What takes longest is put to the vote first.

console.log('\nNew code, and a new weight for hospitals, are put to the vote\n');
const code = await nextRuntime();
const hubei = commissionOf('CN-HB');
const inForce = (await api.rpc.state.getStorageHash(stringToHex(':code'))).toHex();
const isKnown = inForce === blake2AsHex(code, 256);
const rankOfHospitals = async () => new Map(await view(api, 'Assembly', 'ranks')).get('Hospital');

/** Submits a proposal, and casts as many ayes as carry it as soon as its decision begins. */
const propose = async (track, call) => {
	const referendum = await submit(api, hubei, track, call);
	const ayes = await enough(api, track);
	const { submitted } = (await stored(api, 'rankedPolls', 'referendumInfoFor', referendum)).Ongoing;
	await castVotes(api, members.slice(0, ayes), referendum, true);
	return { track, referendum, submitted, ayes };
};
const proposed = [];
if (isKnown) {
	say('The chain runs the next version already, since an earlier telling. scripts/run --fresh starts over.');
} else {
	if ((await rankOfHospitals()) !== HIGHEST) {
		const call = api.tx.assembly.setRank('Hospital', HIGHEST);
		const said = await step('Hospitals shall vote with the weight of commissions', () =>
			propose('Regulation', call),
		);
		proposed.push({ ...said, what: 'the rank of hospitals' });
	}
	const said = await step('The next version of the runtime shall be taken', () =>
		propose('Upgrade', authorizing(api, code)),
	);
	proposed.push({ ...said, what: 'new code' });
	const pace = await view(api, 'Assembly', 'pace');
	say(
		`Such referenda take days. On this chain they take ${number.format(pace)} times less: four to five ` +
			'minutes, or one where blocks come twice a second. Meanwhile there is something more urgent.',
	);
}

// Who has ventilators, and who needs some.

console.log(`Ventilators stand in Shanghai\n`);
const isLicensed = async ({ id }) =>
	(await institutionOf(id)).licences.some(({ capability }) => capability === 'Ventilation');
const inAYear = Date.now() + 365 * DAY;
const licensing = ({ id }) => api.tx.registry.grantLicence(id, 'Ventilation', inAYear, null);
const admitted = await step('The council admits four hospitals in Shanghai, and licenses them', async () => {
	const names = SHANGHAI.map(([name]) => `${name} Hospital (demonstration)`);
	const found = await hospitalsOf(api, 'CN-SH', names);
	const grants = [];
	for (const each of found) if (!(await isLicensed(each))) grants.push(licensing(each));
	if (grants.length > 0) await decide(api, api.tx.utility.batchAll(grants));
	return found.map((each, place) => {
		const [, stock, use] = SHANGHAI[place];
		return { ...each, stock, use };
	});
});
const [pudong, , suzhouCreek, yangpu] = admitted;
const holders = [
	...admitted,
	{ ...hospital, stock: 2, use: 2_000 },
	// Its licence has run out, so nothing enters its books.
	{ ...otherHospital, stock: 0, use: 1_000 },
];
for (const holder of holders) {
	const { region } = await institutionOf(holder.id);
	holder.name = await titleOf(holder.id);
	holder.region = (await stored(api, 'registry', 'regions', region)).region.name;
}
const holderOf = (id) => holders.find((each) => each.id === id);

/** What an institution puts to use of what it has, and all of it with no number. */
const useUp = async ({ id, agent }) => {
	const shelf = await view(api, 'Registry', 'next_to_expire', id, ventilator, null, 256);
	const lots = shelf.filter(([{ owner }, { available }]) => owner === id && available > 0n);
	const calls = lots.map(([{ lot }, { available }]) => api.tx.registry.consume(lot, available, event()));
	if (calls.length > 0) await send(api, agent, api.tx.utility.batchAll(calls));
	return calls.length;
};
/** Ends what an earlier telling left behind, or this one leaves. */
const tidyUp = async () => {
	for (const [[id], { author }] of await allStored(api, 'rules', 'rules')) {
		if (author.Institution !== suzhouCreek.id) continue;
		await send(api, suzhouCreek.agent, api.tx.rules.withdrawRule(id));
	}
	if (await isLicensed(otherHospital)) {
		await decide(api, api.tx.registry.revokeLicence(otherHospital.id, 'Ventilation'));
	}
};
/** What of an earlier telling, if it was broken off, is still reserved or under way. */
const finish = async () => {
	for (const [[id]] of await allStored(api, 'reallocation', 'bound')) {
		const { receiver, status, legs } = await view(api, 'Circulation', 'transfer', id);
		const agent = holderOf(receiver)?.agent;
		if (!agent) continue;
		const { withdraw, receive } = api.tx.circulation;
		const lines = legs.map(({ quantity }) => arrived(quantity));
		if (status === 'Accepted') await send(api, agent, withdraw(id));
		if (status === 'Dispatched') await send(api, agent, receive(id, lines, null, null, event()));
	}
};

await step('They enter their ventilators, as one in Hubei does, each by its serial number', async () => {
	await finish();
	await tidyUp();
	const next = await stored(api, 'registry', 'nextLotId');
	await Promise.all(
		holders.map(async (holder) => {
			const { id, agent, stock } = holder;
			await useUp(holder);
			const calls = Array.from({ length: stock }, (_, place) => {
				const identity = {
					...{ class: ventilator, batch: null, serial: `${id}-${next}-${place}`, made: null },
					...{ expiry: null, window: null, donor: null, earmark: null },
					...{ commissioning: 'Observed', document: null },
				};
				return api.tx.registry.registerLot(identity, 1, null, event());
			});
			if (stock > 0) await send(api, agent, api.tx.utility.batchAll(calls));
		}),
	);
});
const ruling = `One of them writes a rule for itself: no more than ${MONTHLY} a month to one receiver`;
const rule = await step(ruling, () => {
	const limit = { AtMost: { quantity: MONTHLY, days: 30, to: 'Receiver' } };
	return writeRule(api, suzhouCreek.agent, ventilator, [must(limit)]);
});
const entering = await step('The council calls it urgent that the chain knows what they use', async () => {
	const users = holders.filter(({ use }) => use > 0);
	const urgent = await enteringUse(api, ventilator, users.map(({ id, use }) => [id, use]));
	const { hash } = urgent.method;
	if ((await api.query.whitelist.whitelistedCall(hash)).isNone) {
		await decide(api, api.tx.whitelist.whitelistCall(hash), council.slice(0, 4));
	}
	return api.tx.whitelist.dispatchWhitelistedCallWithPreimage(urgent);
});
await step('The assembly enters it, on the track of emergencies', async () => {
	const { events } = await decideByAssembly(api, 'Emergency', entering);
	const { result } = await saidBy(api, events, 'whitelist', 'WhitelistedCallDispatched');
	if (!('Ok' in result)) throw new Error('what was used is not entered');
});
say(
	'A chain learns what is used from day to day, and this one is too young. On no chain with anything at ' +
		'stake is this done.',
);

/** How long what an institution has lasts, in days. */
const coverOf = ({ available, dailyUse }) =>
	dailyUse === 0n ? 'for ever' : fixed((available * 1_000_000n) / dailyUse, 3, 1);
const levelOf = ({ id }) => view(api, 'Registry', 'level', id, ventilator);
const before = new Map();
for (const holder of holders) before.set(holder.id, await levelOf(holder));
console.log(
	table(
		['institution', 'region', 'ventilators', 'used a day', 'last for days'],
		holders.map(({ id, name, region }) => {
			const level = before.get(id);
			return [name, region, level.available, fixed(level.dailyUse, 3, 2), coverOf(level)];
		}),
	),
);

// The plan.

console.log(`\nThe commission of Hubei asks for a draft, by which whoever gives keeps ${FLOOR} days\n`);
const draft = await view(api, 'Reallocation', 'draft', ventilator, null, FLOOR, MOST_LINES);
const nameIn = (id) => holderOf(id)?.name ?? `institution ${id}`;
console.log(
	table(
		['line', 'giver', 'receiver', 'ventilators'],
		draft.lines.map(({ giver, receiver, quantity }, line) => [
			...[line, nameIn(giver), nameIn(receiver), quantity],
		]),
	),
);
say(
	`Whoever has less than ${fixed(draft.level, 3, 1)} days of its own use would have as much. ` +
		(draft.complete ? 'All institutions were looked at. ' : '') +
		'A draft decides nothing: it is a proposal to whoever puts it to the vote.',
);

const deadlines = [Date.now() + 2 * DAY, Date.now() + 5 * DAY];
const { lines } = draft;
const errorIn = (error) => nameOf(api, error);
/** What a line came to, or would come to, in words. */
const inWords = ({ order: { quantity }, outcome, state, findings = [] }) => {
	if (outcome.Refused) {
		const { error, unmet } = outcome.Refused;
		const reasons = findings.map((finding) => finding.error);
		const why = [...new Set(reasons)].join(', ') || errorIn(error);
		return unmet ? `refused: ${why}, rule ${unmet.rule}` : `refused: ${why}`;
	}
	const { transfer, quantity: moved, yielded } = outcome.Made;
	const words = [state ? `transfer ${transfer}: ${state.toLowerCase()}` : 'moves'];
	if (moved < quantity) words.push(`only ${moved}`);
	return [...words, ...yielded.map((each) => `rule ${each} yields`)].join(', ');
};
const explain = async () => {
	const explained = await view(api, 'Reallocation', 'explain_plan', lines, ...deadlines);
	if (explained.findings.length > 0) throw new Error('the plan has a bad form');
	return explained.lines.map((each, line) => ({ ...each, order: lines[line] }));
};
/** A table of lines with what is said of each. */
const told = (entries, heading) =>
	table(
		['line', 'giver', 'receiver', 'ventilators', heading],
		entries.map((entry, line) => {
			const { giver, receiver, quantity } = entry.order;
			return [line, nameIn(giver), nameIn(receiver), quantity, inWords(entry)];
		}),
	);
console.log('What each line would come to\n');
console.log(told(await explain(), 'if it were decided now'));
say(
	`Rule ${rule} is ${suzhouCreek.name}’s own, and yields to a vote. What ventilators demand does not: ` +
		`${nameIn(otherHospital.id)} has no licence for ventilation.`,
);
await step('The council has a look at the hospital, and licenses it', () =>
	decide(api, licensing(otherHospital)),
);
const mended = await explain();
const refusedNow = mended.filter(({ outcome }) => outcome.Refused).length;
say(`Explained again: ${lines.length - refusedNow} lines move, and ${refusedNow} are refused.`);

// The vote.

console.log('The plan is put to the vote\n');
const referendum = await step('The commission of Hubei submits it, on the track of reallocation', () =>
	submit(api, hubei, 'Reallocation', api.tx.reallocation.decidePlan(lines, ...deadlines)),
);
const { submitted } = (await stored(api, 'rankedPolls', 'referendumInfoFor', referendum)).Ongoing;
const used = await step(`Meanwhile ${yangpu.name} puts all its ventilators to use`, () => useUp(yangpu));
const wanted = await enough(api, 'Reallocation');
await step('Commissions and both hospitals vote; Shanghai’s commission is against it', async () => {
	const shanghai = commissionOf('CN-SH');
	const others = commissions.filter((each) => each !== hubei && each !== shanghai);
	const ayes = [hospital, otherHospital, hubei, ...others].slice(0, wanted);
	await Promise.all([
		castVotes(api, [shanghai], referendum, false),
		castVotes(api, ayes, referendum, true),
	]);
});
const memberCount = await stored(api, 'rankedCollective', 'memberCount', 0);
const { byKind } = await view(api, 'Assembly', 'tally', referendum, null);
const { obstacles } = await view(api, 'Assembly', 'explain_vote', pudong.id, referendum);
const decision = await step('It is approved', () => decided(api, referendum));
const done = await step('It is carried out', () => carriedOut(api, referendum));
const { plan } = await saidBy(api, done.events, 'reallocation', 'PlanDecided');

console.log('\nThe votes\n');
console.log(
	table(
		['kind', 'for', 'of weight', 'against', 'of weight'],
		byKind.map(([kind, { ayes, ayeWeight, nays, nayWeight }]) => [
			...[kind.replace(/(?<=.)[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`), ayes, ayeWeight],
			...[nays, nayWeight],
		]),
	),
);
say(
	`${wanted} of ${memberCount} members carry a plan at once, if three fifths of the weight are for it. ` +
		`${pudong.name} does not vote (${obstacles.join(', ')}): the council admitted it in haste, and nobody ` +
		'has ratified that.',
);
const times = async (rows) =>
	table(
		['', 'block', 'chain’s time, UTC'],
		await Promise.all(rows.map(async ([what, block]) => [what, block, utc(await momentOf(block))])),
	);
console.log(
	await times([
		['submitted', submitted],
		['approved', decision.at],
		['carried out', await numberOf(done.block)],
	]),
);

/** Every line of the plan, with what became of it. */
const reportOf = async () => {
	const entries = [];
	for (let after = null; ; ) {
		const page = await view(api, 'Reallocation', 'report', plan, after, 256);
		entries.push(...page.lines);
		if (page.next === null) return entries;
		after = page.next;
	}
};
console.log(`\nWhat became of plan ${plan}\n`);
// What the decision itself has no room for, blocks carry out by themselves.
const report = await until('the last line', async () => {
	const entries = await reportOf();
	return entries.every(({ outcome }) => outcome) && entries;
});
console.log(told(report, 'outcome'));
const made = report.filter(({ outcome }) => outcome.Made);
const failed = report.filter(({ outcome }) => outcome.Refused);
say(
	`${made.length} lines of ${report.length} are accepted transfers, and their ventilators are reserved. ` +
		failed
			.map(({ order, outcome }) => {
				const missing = holderOf(order.giver) === yangpu ? `: it used ${used} during the vote` : '';
				return `${nameIn(order.giver)} gives nothing (${errorIn(outcome.Refused.error)})${missing}. `;
			})
			.join('') +
		'The other lines did not wait for it.',
);

const [{ outcome: first, order: firstOrder }] = made;
const withdrawal = await step(`${nameIn(firstOrder.giver)} would rather keep its ventilators`, () =>
	refusalOf(send(api, holderOf(firstOrder.giver).agent, api.tx.circulation.withdraw(first.Made.transfer))),
);
say(
	`Refused: ${withdrawal}. What was decided, the giver does not withdraw from. It has until ` +
		`${utc(deadlines[0])} UTC.`,
);
await step('The givers dispatch', () =>
	Promise.all(
		made.map(({ order, outcome }) => {
			const call = api.tx.circulation.dispatch(
				...[outcome.Made.transfer, carrier.id, sscc, null, null, event()],
			);
			return send(api, holderOf(order.giver).agent, call);
		}),
	),
);
await step('The ventilators arrive', async () => {
	for (const { order, outcome } of made) {
		const { legs } = await view(api, 'Circulation', 'transfer', outcome.Made.transfer);
		const parts = legs.map(({ quantity }) => arrived(quantity));
		const call = api.tx.circulation.receive(outcome.Made.transfer, parts, null, null, event());
		await send(api, holderOf(order.receiver).agent, call);
	}
});
const after = new Map();
for (const holder of holders) after.set(holder.id, await levelOf(holder));
console.log('\nBefore, and after\n');
console.log(
	table(
		['institution', 'region', 'had', 'for days', 'has', 'for days'],
		holders.map(({ id, name, region }) => {
			const [had, has] = [before.get(id), after.get(id)];
			return [name, region, had.available, coverOf(had), has.available, coverOf(has)];
		}),
	),
);
const sum = (levels) => [...levels.values()].reduce((all, { available }) => all + available, 0n);
const conserved = sum(before) === sum(after) + BigInt(used);
say(
	`${sum(before)} ventilators there were; ${sum(after)} there are, and ${used} were put to use. ` +
		(conserved ? 'The sum is conserved.' : 'THE SUM IS NOT CONSERVED.'),
);

console.log(`The trail of plan ${plan}\n`);
const trail = (await history(api, { Plan: plan })).entries.reverse();
const actorIn = ({ Authority, Plan }) => (Authority ? Authority.toLowerCase() : `plan ${Plan}`);
console.log(
	table(
		['record', 'recorded (chain, UTC)', 'by', 'what', 'block', 'digest'],
		trail.map(({ id, record }) => [
			...[id, utc(record.time), actorIn(record.actor), record.action, record.block],
			`${record.digest.slice(0, 12)}..`,
		]),
	),
);
say('The first lines are carried out with the decision, the others as soon as a block has room.');
await step('The licence and the rule that this story needed end', tidyUp);

// New code.

if (!isKnown) {
	console.log('\nThe chain gets new code\n');
	const ends = [];
	for (const { track, referendum: each, submitted: from, ayes, what } of proposed) {
		const { at } = await step(`The assembly approves ${what}`, () => decided(api, each));
		const { block } = await step('It is carried out', () => carriedOut(api, each));
		ends.push([track, what, ayes, from, at, await numberOf(block)]);
	}
	console.log('');
	console.log(
		table(['track', 'what', 'for', 'submitted in block', 'approved in', 'carried out in'], ends),
	);
	const version = () => api.runtimeVersion.specVersion.toNumber();
	const ranksOf = async ({ id }) => {
		const { rank, due, weight } = await view(api, 'Assembly', 'explain_vote', id, 0);
		return { rank, due, weight };
	};
	const both = [hospital, otherHospital];
	const [old, ranked] = [version(), await Promise.all(both.map(ranksOf))];
	say(
		`The code itself is too large for a referendum: what was approved is its digest, and anybody brings it. ` +
			`${number.format((code.length - 2) / 2)} bytes are on their way. The node compiles them, so this ` +
			'takes a moment.',
	);
	api = await step('Somebody brings it, and the chain takes it', () => bring(api, endpoint, code));
	const now = await step('Its migration ranks the members anew, in the first blocks', () =>
		until('the ranks', async () => {
			const found = await Promise.all(both.map(ranksOf));
			return found.every(({ due }) => due === null) && found;
		}),
	);
	console.log(`\nVersion ${old} was in force; now version ${version()} is\n`);
	console.log(
		table(
			['institution', 'rank', 'weight', 'rank now', 'weight now'],
			both.map(({ id }, place) => [
				...[nameIn(id), ranked[place].rank, ranked[place].weight],
				...[now[place].rank, now[place].weight],
			]),
		),
	);
	const told = isDeepStrictEqual((await history(api, { Plan: plan })).entries.reverse(), trail);
	say(
		told
			? `The trail of plan ${plan} says what it said, to the last digit.`
			: `THE TRAIL OF PLAN ${plan} SAYS SOMETHING ELSE.`,
	);
	if (!told) process.exitCode = 1;
}

await api.disconnect();
if (!conserved) process.exitCode = 1;
