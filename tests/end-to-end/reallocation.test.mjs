// Plans that the assembly decides: what moves by them, what yields and what does not, who is bound, what
// becomes of lines that cannot be carried out or are never sent, and that nobody else decides one.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createKeyMulti } from '@polkadot/util-crypto';
import {
	chainTime,
	connect,
	eventOf,
	finalReport,
	history,
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
import { blocksAfter, eventsAt } from '../support/blocks.mjs';
import {
	arrived,
	carrier,
	classes,
	council,
	donor,
	hospital,
	inDays,
	key,
	laboratory,
	masks,
	otherHospital,
	relief,
	rounds,
	stranger,
	supplier,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { publish } from '../support/needs.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { allRefused, books, refused as refusedBy } from '../support/refusal.mjs';
import { must, mustNot, ofKind, ordain, writeRule } from '../support/rules.mjs';
import {
	dispatch,
	event,
	fund,
	propose,
	receive,
	registerGoods,
	registerMasks,
} from '../support/steps.mjs';
import { until } from '../support/until.mjs';
import { enteringUse } from '../support/use.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long the givers of one plan have, for which the tests wait; its lines are decided within that time. */
const SOON = 60_000;

/** The lines of the longest plan, and the most that one `carryOut` carries out. */
const [MAX_LINES, MAX_STEP] = [200, 5];

const { mask, suit } = classes;
const ofMasks = { Class: mask };
const hubei = commissionOf('CN-HB');

/** An agent of the donor with several keys, of which one is enough. */
const signatories = [donor.agent.address, key('Nobody').address];
const joint = { address: createKeyMulti(signatories, 1) };

let database, node, api, need, wide;

/** Lots, rules, and the plans that the tests share. */
const [lots, rules, plans] = [{}, {}, {}];
/** The referenda that the tests share. */
const referenda = {};

const refused = (signer, call, name) => refusedBy(api, signer, call, name);

/** A line of a plan, of a lot or of `{ Class }`. */
const line = (giver, goods, receiver, quantity, serves = null) => ({
	giver: giver.id,
	goods: typeof goods === 'object' ? goods : { Lot: goods },
	receiver: receiver.id,
	serves,
	quantity,
});
/** The deadlines of a plan: to dispatch and to receive, so much later than now. */
const within = (toDispatch = 2 * DAY, more = 5 * DAY) => {
	const dispatchBy = Date.now() + toDispatch;
	return [dispatchBy, dispatchBy + more];
};
const planOf = (lines, [dispatchBy, receiveBy] = within()) =>
	api.tx.reallocation.decidePlan(lines, dispatchBy, receiveBy);
const carryingOut = (plan, most = MAX_STEP) => api.tx.reallocation.carryOut(plan, most);
const withdrawing = (transfer) => api.tx.circulation.withdraw(transfer);
const releasing = (transfer) => api.tx.circulation.release(transfer);

const report = async (plan, after = null, limit = 256) =>
	(await view(api, 'Reallocation', 'report', plan, after, limit)).lines;
const stateOf = async (plan, number) => (await report(plan, number - 1, 1))[0].state;
const overdue = (after = null, limit = 256) => view(api, 'Reallocation', 'overdue', after, limit);
const explain = (lines, [dispatchBy, receiveBy] = within()) =>
	view(api, 'Reallocation', 'explain_plan', lines, dispatchBy, receiveBy);
const transferOf = (id) => view(api, 'Circulation', 'transfer', id);
const holdingOf = ({ id }, lot) => view(api, 'Registry', 'holding', lot, id, id);
const levelOf = ({ id }, of) => view(api, 'Registry', 'level', id, of);
const nextPlan = () => stored(api, 'reallocation', 'nextPlanId');
/** The name of an error that the chain stores. */
const nameOfError = (error) => nameOf(api, error);

/** What the events tell of a plan, each with its line where it has one. */
const toldOf = (events, plan) =>
	events
		.filter(({ section, data }) => section === 'reallocation' && data.plan?.toBigInt() === plan)
		.map(({ method, data }) => (data.line ? [method, data.line.toNumber()] : [method]));
/** The outcomes that a report tells, of which those of a transfer are whole. */
const whole = (transfer, quantity) => ({ Made: { transfer, quantity, short: null, yielded: [] } });

/** Puts calls to the vote on the track of reallocation, each by another member; answers with the referenda. */
const putToVote = (calls) =>
	Promise.all(calls.map((call, place) => submit(api, members[place], 'Reallocation', call)));

/** Casts as many ayes as carry referenda on that track, each member's for all of them in one transaction. */
const pass = async (...all) => {
	// Signing writes into a call: each voter has one of its own.
	const ayes = () => api.tx.utility.batchAll(all.map((each) => api.tx.assembly.vote(each, true)));
	const voters = members.slice(0, await enough(api, 'Reallocation'));
	await Promise.all(voters.map(({ agent }) => send(api, agent, ayes())));
};

/** Has the assembly decide a plan; answers as `carriedOut` does, with the plan. */
const decidePlan = async (...args) => {
	const done = await decideByAssembly(api, 'Reallocation', planOf(...args));
	const { plan } = await saidBy(api, done.events, 'reallocation', 'PlanDecided');
	return { ...done, plan };
};

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	for (const account of [stranger, joint]) await fund(api, account);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);

	const own = { ...masks(), donor: null };
	lots.given = await registerMasks(api, 1_000);
	lots.early = await registerMasks(api, 70, masks(inDays(400)));
	lots.capped = await registerGoods(api, relief, 200, own);
	lots.gone = await registerGoods(api, relief, 50, own);
	lots.fewer = await registerGoods(api, relief, 80, own);
	lots.late = await registerGoods(api, laboratory, 300, own);
	lots.kept = await registerGoods(api, carrier, 40, own);
	rules.governance = await ordain(api, mask, [mustNot(ofKind('Receiver', 'Supplier'))]);
	const few = { Between: { least: 0, most: 55 } };
	rules.relief = await writeRule(api, relief.agent, mask, [must(few)]);
	need = await publish(api, hospital, 50);

	wide = [
		line(donor, lots.given, hospital, 100),
		line(relief, lots.capped, otherHospital, 60),
		line(donor, lots.given, supplier, 10),
		line(relief, lots.gone, hospital, 50),
		line(relief, lots.fewer, hospital, 80),
		line(donor, ofMasks, otherHospital, 120),
		line(donor, 9_999, hospital, 1),
		line(donor, lots.given, otherHospital, 20),
		line(donor, lots.given, hospital, 30, need),
	];
	// As many are for it as would carry it at once, and more of their rank are against it.
	const failing = planOf([line(carrier, lots.kept, hospital, 40)]);
	referenda.failing = await submit(api, commissions.at(-1), 'Reallocation', failing);
	await castVotes(api, commissions.slice(12, 24), referenda.failing, false);
	await castVotes(api, commissions.slice(0, 10), referenda.failing, true);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

test('what is decided is carried out line by line, in the block of the decision, and reported', async () => {
	const deadlines = within();
	const [referendum] = await putToVote([planOf(wide, deadlines)]);
	// Meanwhile all of one lot is used up, and some of another.
	for (const [lot, quantity] of [
		[lots.gone, 50],
		[lots.fewer, 30],
	]) {
		await send(api, relief.agent, api.tx.registry.consume(lot, quantity, event()));
	}
	const explained = await explain(wide, deadlines);
	assert.deepEqual(explained.findings, []);
	const plan = (plans.wide = await nextPlan());
	const first = await stored(api, 'circulation', 'nextTransferId');
	await pass(referendum);
	const { events } = await carriedOut(api, referendum);

	const told = toldOf(events, plan);
	assert.deepEqual(told, [
		['PlanDecided'],
		['LineMade', 0],
		['LineMade', 1],
		['RuleYielded', 1],
		['LineRefused', 2],
		['LineRefused', 3],
		['LineMade', 4],
		['LineMade', 5],
		['LineRefused', 6],
		['LineMade', 7],
		['LineMade', 8],
		['PlanCarriedOut'],
	]);
	// The first ones with the decision itself, the others behind it.
	const place = events.findIndex(({ section, method }) => `${section}.${method}` === 'scheduler.Dispatched');
	assert.ok(toldOf(events.slice(0, place), plan).length > 1);

	const lines = await report(plan);
	assert.deepEqual(
		lines.map(({ order }) => order),
		wide.map(({ quantity, goods, ...rest }) => {
			const lot = 'Lot' in goods && { Lot: BigInt(goods.Lot) };
			return { ...rest, goods: lot || goods, quantity: BigInt(quantity) };
		}),
	);
	assert.deepEqual(
		lines.map(({ state }) => state),
		[
			...['Reserved', 'Reserved', 'Refused', 'Refused', 'Reserved', 'Reserved', 'Refused'],
			...['Reserved', 'Reserved'],
		],
	);
	const outcomes = lines.map(({ outcome }) => outcome);
	assert.deepEqual(outcomes[0], whole(first, 100n));
	// The relief society gives 55 at a time, by its own rule.
	const yielding = { ...whole(first + 1n, 60n).Made, yielded: [rules.relief] };
	assert.deepEqual(outcomes[1], { Made: yielding });
	assert.deepEqual(outcomes[4], { Made: { ...whole(first + 2n, 50n).Made, short: 'Stock' } });
	assert.deepEqual(outcomes[5], whole(first + 3n, 120n));
	assert.deepEqual(outcomes[7], whole(first + 4n, 20n));
	assert.deepEqual(outcomes[8], whole(first + 5n, 30n));
	const reasons = [2, 3, 6].map((number) => {
		const { error, unmet } = outcomes[number].Refused;
		return [nameOfError(error), unmet];
	});
	const unmet = { rule: rules.governance, alternative: 0, condition: 0 };
	assert.deepEqual(reasons, [
		['circulation.RuleNotMet', unmet],
		['reallocation.NothingAvailable', null],
		['reallocation.LotNotFound', null],
	]);
	const refusals = events.filter(({ method }) => method === 'LineRefused');
	assert.deepEqual(
		refusals.map(({ data }) => [nameOf(api, data.error), data.unmet.isSome]),
		reasons.map(([name, found]) => [name, found !== null]),
	);

	// As it was explained, which names every reason.
	assert.deepEqual(
		explained.lines.map(({ outcome }) => outcome),
		outcomes,
	);
	assert.deepEqual(
		explained.lines.map(({ findings }) => findings.map(({ error, unmet: found }) => [error, found])),
		wide.map((_, number) => (number === 2 ? [['RuleNotMet', unmet]] : [])),
	);
});

test('its lines are accepted transfers, whose goods are reserved', async () => {
	const [dispatchBy, receiveBy] = await view(api, 'Reallocation', 'plan', plans.wide).then((plan) => {
		assert.deepEqual([plan.lines, plan.carriedOut, plan.archived], [wide.length, wide.length, 0]);
		return [plan.dispatchBy, plan.receiveBy];
	});
	const lines = await report(plans.wide);
	const made = lines.filter(({ outcome }) => 'Made' in outcome);
	for (const { order, outcome } of made) {
		const { transfer, quantity } = outcome.Made;
		const found = await transferOf(transfer);
		assert.deepEqual(
			[found.status, found.sender, found.receiver, found.terms],
			['Accepted', order.giver, order.receiver, 'Gift'],
		);
		assert.deepEqual([found.dispatchBy, found.receiveBy], [dispatchBy, receiveBy]);
		assert.equal(
			found.legs.reduce((sum, leg) => sum + leg.quantity, 0n),
			quantity,
		);
	}
	// Of a class, what expires first goes first.
	const { legs } = await transferOf(lines[5].outcome.Made.transfer);
	assert.deepEqual(
		legs.map(({ lot, quantity }) => [lot, quantity]),
		[
			[lots.early, 70n],
			[lots.given, 50n],
		],
	);
	const reserved = async (giver, lot) => {
		const { available, reserved: locked } = await holdingOf(giver, lot);
		return [available, locked];
	};
	assert.deepEqual(await reserved(donor, lots.given), [800n, 200n]);
	assert.deepEqual(await reserved(donor, lots.early), [0n, 70n]);
	assert.deepEqual(await reserved(relief, lots.capped), [140n, 60n]);
	assert.deepEqual(await reserved(relief, lots.fewer), [0n, 50n]);

	// What serves a need is promised to it.
	const served = await view(api, 'Needs', 'need', need);
	assert.deepEqual([served.open, served.need.promised], [20n, 30n]);

	const page = await view(api, 'Reallocation', 'report', plans.wide, 1, 3);
	assert.deepEqual([page.lines, page.next], [lines.slice(2, 5), 4]);
	const last = await view(api, 'Reallocation', 'report', plans.wide, 4, 4);
	assert.deepEqual([last.lines, last.next], [lines.slice(5), null]);
});

test('the trail says who decided, and of every line that the plan moved it', async () => {
	const { entries, rest } = await history(api, { Plan: plans.wide });
	assert.equal(rest, 'Nothing');
	const acts = entries.map(({ record: { action, actor } }) => [action, actor]);
	const ofPlan = ['LinesCarriedOut', { Plan: plans.wide }];
	assert.deepEqual(acts.pop(), ['PlanDecided', { Authority: 'Assembly' }]);
	assert.ok(acts.length > 0);
	for (const act of acts) assert.deepEqual(act, ofPlan);
	const [{ outcome }] = await report(plans.wide);
	const [{ record }] = (await history(api, { Transfer: outcome.Made.transfer })).entries;
	assert.deepEqual([record.action, record.actor], ofPlan);
});

test('the giver cannot withdraw: neither by another agent, nor in a batch, nor by a proxy or a multisig', async () => {
	const { multisig, proxy, registry, utility } = api.tx;
	const [{ outcome }] = await report(plans.wide);
	const withdraw = withdrawing(outcome.Made.transfer);
	const jointly = (call) => multisig.asMultiThreshold1([signatories[1]], call);
	await send(api, donor.agent, registry.inviteAgent(joint.address, ['Dispatch']));
	await send(api, donor.agent, jointly(registry.acceptInvitation(donor.id)));
	for (const [kind, { agent }] of [
		['Any', carrier],
		['Dispatch', supplier],
	]) {
		await send(api, donor.agent, proxy.addProxy(agent.address, kind, 0));
	}
	const throughProxy = proxy.proxy(donor.agent.address, null, withdraw);
	const bound = 'circulation.BoundByDecision';
	await allRefused(api, [
		[donor.agent, withdraw, bound],
		[donor.dispatcher, withdraw, bound],
		[donor.agent, utility.batchAll([withdraw]), bound],
		[donor.agent, utility.batch([withdraw]), bound],
		[donor.agent, utility.forceBatch([withdraw]), bound],
		[carrier.agent, throughProxy, bound],
		[supplier.agent, throughProxy, bound],
		[donor.agent, jointly(withdraw), bound],
		[stranger, withdraw, 'registry.NotAgent'],
		[relief.agent, withdraw, 'circulation.NotParty'],
		[donor.agent, api.tx.circulation.reject(outcome.Made.transfer), 'circulation.NotParty'],
		[stranger, releasing(outcome.Made.transfer), 'circulation.DeadlineNotReached'],
	]);
	// What it proposes by itself, it withdraws from as ever.
	const free = await propose(api, [[lots.given, 5]]);
	await send(api, donor.agent, withdrawing(free));
});

test('the receiver withdraws: the goods are available again, and the line says so', async () => {
	const { transfer } = (await report(plans.wide, 6, 1))[0].outcome.Made;
	const { events } = await send(api, otherHospital.agent, withdrawing(transfer));
	const said = await saidBy(api, events, 'reallocation', 'LineUnsent');
	assert.deepEqual(said, { plan: plans.wide, line: 7, transfer, how: 'TurnedDown' });
	const [{ state, outcome }] = await report(plans.wide, 6, 1);
	assert.equal(state, 'TurnedDown');
	assert.deepEqual(outcome, { Unsent: { transfer, quantity: 20n, how: 'TurnedDown' } });
	assert.equal((await holdingOf(donor, lots.given)).available, 820n);
});

test('the giver dispatches, although its own rule forbids it, and the receiver writes a receipt', async () => {
	const [, { outcome }] = await report(plans.wide);
	const { transfer } = outcome.Made;
	const { events } = await dispatch(api, transfer, event(), relief.agent);
	const yielded = await saidBy(api, events, 'circulation', 'RuleYielded');
	assert.deepEqual(yielded, { transfer, rule: rules.relief });
	assert.equal(await stateOf(plans.wide, 1), 'UnderWay');
	await receive(api, transfer, [arrived(60)], otherHospital.agent);
	assert.equal(await stateOf(plans.wide, 1), 'Arrived');
	assert.equal((await holdingOf(otherHospital, lots.capped)).available, 60n);
	// By itself, it does not give as much.
	const alone = {
		...{ to: otherHospital.id, fromSite: null, toSite: null, terms: 'Gift', serves: null },
		legs: [{ lot: lots.capped, quantity: 56, pack: null }],
		...{ dispatchBy: Date.now() + DAY, receiveBy: Date.now() + 3 * DAY },
	};
	await refused(relief.agent, api.tx.circulation.propose(alone), 'circulation.RuleNotMet');
});

test('a plan whose givers have little time is decided, and some of it is sent', async () => {
	const lines = [
		line(laboratory, lots.late, hospital, 100),
		line(laboratory, lots.late, hospital, 80),
		line(laboratory, lots.late, otherHospital, 60),
		line(laboratory, lots.late, hospital, 40),
		line(laboratory, lots.late, hospital, 15),
	];
	const { plan } = await decidePlan(lines, within(SOON, 2 * HOUR));
	plans.late = plan;
	const transfers = (await report(plan)).map(({ outcome }) => outcome.Made.transfer);
	await dispatch(api, transfers[0], event(), laboratory.agent);
	await send(api, hospital.agent, withdrawing(transfers[3]));
	assert.deepEqual(await overdue(), { lines: [], next: null });
});

test('a plan without sense is told so beforehand, fails when it is carried out, and changes nothing', async () => {
	const good = line(donor, lots.given, hospital, 1);
	const attempts = [
		['NoLines', [], within()],
		['ZeroQuantity', [good, { ...good, quantity: 0 }], within()],
		['SameInstitution', [good, { ...good, receiver: donor.id }], within()],
		['DeadlinesReversed', [good], within(2 * DAY, -DAY)],
		['ReservationTooLong', [good], within(31 * DAY)],
		['TransitTooShort', [good], within(DAY, 30 * MINUTE)],
		['TransitTooLong', [good], within(DAY, 91 * DAY)],
	];
	for (const [name, lines, deadlines] of attempts) {
		const { findings } = await explain(lines, deadlines);
		assert.deepEqual(
			findings.map(({ error, line: number }) => [error, number]),
			[[name, ['ZeroQuantity', 'SameInstitution'].includes(name) ? 1 : null]],
		);
	}
	const everything = await explain([{ ...good, quantity: 0 }], within(-DAY, -DAY));
	assert.deepEqual(
		everything.findings.map(({ error }) => error),
		['DeadlinePassed', 'DeadlinesReversed', 'ZeroQuantity'],
	);

	const all = ['Reallocation', 'Circulation', 'Registry'];
	const beforehand = await books(api, ...all);
	const [, ...empty] = attempts[0];
	const calls = [
		...attempts.map(([, ...plan]) => planOf(...plan)),
		// It is over before anybody could have carried it.
		planOf([good], within(1_000)),
		// What comes before a bad one in a batch is undone.
		api.tx.utility.batchAll([planOf([good]), planOf(...empty)]),
	];
	const names = [...attempts.map(([name]) => name), 'DeadlinePassed', 'NoLines'];
	const voted = await putToVote(calls);
	await pass(...voted);
	for (const [place, referendum] of voted.entries()) {
		await assert.rejects(carriedOut(api, referendum), (error) => {
			assert.ok(error instanceof Refused, error.stack);
			assert.equal(error.message, `reallocation.${names[place]}: in scheduler.Dispatched`);
			return true;
		});
	}
	assert.equal(await books(api, ...all), beforehand);
});

test('nobody decides a plan but the assembly, on the track of reallocation', async () => {
	const { council: seats, multisig, proxy, scheduler, utility } = api.tx;
	const plan = planOf([line(donor, lots.given, hospital, 1)]);
	await send(api, hubei.agent, proxy.addProxy(stranger.address, 'Any', 0));
	const when = (await api.rpc.chain.getHeader()).number.toNumber() + 10_000;
	const assemblyItself = { system: { Signed: await view(api, 'Assembly', 'account_of', hubei.id) } };
	await allRefused(
		api,
		[
			[hubei.agent, plan],
			[stranger, plan],
			[hubei.agent, utility.batchAll([plan])],
			[hubei.agent, utility.forceBatch([plan])],
			[stranger, proxy.proxy(hubei.agent.address, null, plan)],
			[donor.agent, multisig.asMultiThreshold1([signatories[1]], plan)],
			[hubei.agent, utility.asDerivative(0, plan)],
			[hubei.agent, utility.dispatchAs(assemblyItself, plan)],
			[hubei.agent, utility.dispatchAs({ Assembly: 'Reallocation' }, plan)],
			[hubei.agent, scheduler.schedule(when, null, 0, plan)],
			[hubei.agent, seats.execute(plan, plan.method.encodedLength)],
		].map((attempt) => [...attempt, 'BadOrigin']),
	);
	for (const call of [plan, utility.batchAll([plan])]) {
		await assert.rejects(decide(api, call, council), { refusal: 'BadOrigin' });
	}
	await assert.rejects(decideByAssembly(api, 'Emergency', plan), { refusal: 'BadOrigin' });
	await send(api, hubei.agent, proxy.removeProxy(stranger.address, 'Any', 0));
});

/** Writes what institutions used of suits on the days before today: as root, since no test waits for days. */
const withUse = async (uses) => {
	const history = await enteringUse(
		api,
		suit,
		uses.map(([{ id }, daily]) => [id, 1_000 * daily]),
	);
	await decide(api, api.tx.whitelist.whitelistCall(history.method.hash), council.slice(0, 4));
	const call = api.tx.whitelist.dispatchWhitelistedCallWithPreimage(history);
	await decideByAssembly(api, 'Emergency', call);
};

test('a draft evens out how long the stock lasts, breaks no floor, and comes to what it says', async () => {
	const FLOOR = 40;
	const draft = (region = null, floor = FLOOR, most = MAX_LINES) =>
		view(api, 'Reallocation', 'draft', suit, region, floor, most);
	const lot = await registerGoods(api, relief, 700);
	await registerGoods(api, hospital, 30);
	// Nobody used any.
	const nothing = { lines: [], institutions: [], level: null, complete: true };
	assert.deepEqual(await draft(), nothing);
	await withUse([
		[relief, 4],
		[hospital, 10],
		[otherHospital, 20],
	]);

	// The relief society keeps 160 for 40 days. With the other 540 and the 30 of the hospital, the hospitals
	// have what they use in 19 days.
	const drafted = await draft();
	const goods = { Class: suit };
	const [needier, other] = [
		{ giver: relief.id, goods, receiver: otherHospital.id, serves: null, quantity: 380n },
		{ giver: relief.id, goods, receiver: hospital.id, serves: null, quantity: 160n },
	];
	const entry = (institution, available, dailyUse, cover, availableAfter, coverAfter) => ({
		...{ institution: institution.id, available, dailyUse, cover },
		...{ availableAfter, coverAfter },
	});
	assert.deepEqual(drafted, {
		lines: [needier, other],
		institutions: [
			entry(hospital, 30n, 10_000n, 3_000n, 190n, 19_000n),
			entry(otherHospital, 0n, 20_000n, 0n, 380n, 19_000n),
			entry(relief, 700n, 4_000n, 175_000n, 160n, 40_000n),
		],
		level: 19_000n,
		complete: true,
	});
	assert.deepEqual((await draft('CN-HB')).lines, drafted.lines);
	assert.deepEqual(await draft('CN-ZJ'), nothing);
	assert.deepEqual((await draft(null, FLOOR, 1)).lines, [needier]);
	assert.deepEqual((await draft(null, 2 ** 32 - 1)).lines, []);

	const deadlines = within();
	const explained = await explain(drafted.lines, deadlines);
	const { plan } = await decidePlan(drafted.lines, deadlines);
	const lines = await report(plan);
	assert.deepEqual(
		lines.map(({ order, outcome }) => [order, outcome]),
		drafted.lines.map((order, number) => [order, explained.lines[number].outcome]),
	);
	const { available, dailyUse } = await levelOf(relief, suit);
	assert.ok(available * 1_000n >= dailyUse * BigInt(FLOOR));
	assert.deepEqual((await draft()).lines, []);

	for (const [number, { agent }] of [otherHospital, hospital].entries()) {
		const { transfer, quantity } = lines[number].outcome.Made;
		assert.deepEqual(
			(await transferOf(transfer)).legs.map((leg) => leg.lot),
			[lot],
		);
		await dispatch(api, transfer, event(), relief.agent);
		await receive(api, transfer, [arrived(quantity)], agent);
	}
	const covers = await Promise.all([hospital, otherHospital, relief].map((each) => levelOf(each, suit)));
	assert.deepEqual(
		covers.map(({ daysOfCover }) => daysOfCover),
		[19n, 19n, 40n],
	);
});

test('a long plan is carried out in steps, by itself and in its order; anybody hastens it, free of charge', async () => {
	const [some, stock] = [90, 180];
	const own = { ...masks(), donor: null };
	for (let kept = 0; kept < stock; kept += some) await registerGoods(api, supplier, some, own);
	const receivers = [hospital, otherHospital];
	const lines = Array.from({ length: MAX_LINES }, (_, number) =>
		line(supplier, ofMasks, receivers[number % 2], 1),
	);
	const plan = (plans.long = await nextPlan());
	const [referendum] = await putToVote([planOf(lines)]);
	await pass(referendum);

	// A stranger tries in every block until nothing is left to do.
	const tries = [];
	while (tries.at(-1)?.refusal !== 'reallocation.NothingToDo') {
		assert.ok(tries.length < MAX_LINES, 'the plan is not carried out');
		const tried = send(api, stranger, carryingOut(plan)).catch((error) => {
			if (error instanceof Refused) return error;
			throw error;
		});
		tries.push(await tried);
	}
	const hastened = tries.filter(({ events }) => events);
	assert.ok(hastened.length > 0, 'nothing was left for anybody');
	for (const { events } of hastened) {
		const { actualFee } = await saidBy(api, events, 'transactionPayment', 'TransactionFeePaid');
		assert.equal(actualFee, 0n);
		const carried = toldOf(events, plan).filter(([, number]) => number !== undefined);
		assert.ok(carried.length > 0 && carried.length <= MAX_STEP, String(carried.length));
	}
	const early = tries.slice(0, tries.indexOf(hastened[0]));
	assert.ok(early.every(({ refusal }) => refusal === 'reallocation.PlanNotFound'));

	// Every block's part of it, to its end.
	const done = await carriedOut(api, referendum);
	let told = toldOf(done.events, plan);
	let [steps, block] = [1, done.block];
	while (told.at(-1)[0] !== 'PlanCarriedOut') {
		[block] = await blocksAfter(api, block, 1);
		told = [...told, ...toldOf(await eventsAt(api, block), plan)];
		steps += 1;
	}
	assert.ok(steps > 1, 'one block is enough');
	assert.deepEqual(told, [
		['PlanDecided'],
		...lines.map((_, number) => [number < stock ? 'LineMade' : 'LineRefused', number]),
		['PlanCarriedOut'],
	]);

	const lower = await view(api, 'Reallocation', 'report', plan, null, 150);
	const upper = await report(plan, lower.next);
	const reported = [...lower.lines, ...upper];
	assert.deepEqual(
		reported.map((each) => [each.line, each.state]),
		lines.map((_, number) => [number, number < stock ? 'Reserved' : 'Refused']),
	);
	const transfers = reported.slice(0, stock).map(({ outcome }) => outcome.Made.transfer);
	assert.deepEqual(
		transfers,
		transfers.map((_, number) => transfers[0] + BigInt(number)),
	);
	for (const { outcome } of reported.slice(stock)) {
		assert.equal(nameOfError(outcome.Refused.error), 'reallocation.NothingAvailable');
	}
	await allRefused(api, [
		[stranger, carryingOut(plan, 1), 'reallocation.NothingToDo'],
		[stranger, carryingOut(9_999), 'reallocation.PlanNotFound'],
	]);
});

test('who lets the time to dispatch pass is listed, before anybody releases the goods and after', async () => {
	const transfers = (await report(plans.late)).map(({ outcome }) =>
		'Made' in outcome ? outcome.Made.transfer : outcome.Unsent.transfer,
	);
	const { dispatchBy } = await view(api, 'Reallocation', 'plan', plans.late);
	const isOver = async () => (await chainTime(api)) > Number(dispatchBy);
	await until('the end of the time to dispatch', isOver, SOON + 60_000);
	const listed = (number, state) => ({
		...{ plan: plans.late, line: number, giver: laboratory.id, transfer: transfers[number] },
		state,
	});
	const reserved = [listed(1, 'Overdue'), listed(2, 'Overdue'), listed(4, 'Overdue')];
	assert.deepEqual(await overdue(), { lines: reserved, next: null });
	const states = async () => (await report(plans.late)).map(({ state }) => state);
	assert.deepEqual(await states(), ['UnderWay', 'Overdue', 'Overdue', 'TurnedDown', 'Overdue']);

	const late = api.tx.circulation.dispatch(transfers[1], null, null, null, null, event());
	await allRefused(api, [
		[laboratory.agent, late, 'circulation.DeadlinePassed'],
		[laboratory.agent, withdrawing(transfers[1]), 'circulation.BoundByDecision'],
	]);
	// Whoever frees the goods now, it was the giver that did not send them.
	for (const [number, who, freeing] of [
		[1, stranger, releasing],
		[2, otherHospital.agent, withdrawing],
	]) {
		const transfer = transfers[number];
		const { events } = await send(api, who, freeing(transfer));
		const said = await saidBy(api, events, 'reallocation', 'LineUnsent');
		assert.deepEqual(said, { plan: plans.late, line: number, transfer, how: 'Overdue' });
	}
	const listing = [listed(1, 'Expired'), listed(2, 'Expired'), listed(4, 'Overdue')];
	assert.deepEqual(await overdue(), { lines: listing, next: null });
	assert.deepEqual(await states(), ['UnderWay', 'Expired', 'Expired', 'TurnedDown', 'Overdue']);
	assert.equal((await holdingOf(laboratory, lots.late)).available, 185n);
	const first = await overdue(null, 1);
	assert.deepEqual([first.lines, first.next], [[listed(1, 'Expired')], [plans.late, 1]]);
	assert.deepEqual((await overdue(first.next, 1)).lines, [listed(2, 'Expired')]);
});

test('the council suspends the giver, which gives nothing then, and is bound no more', async () => {
	const [{ giver }, , { line: number, transfer }] = (await overdue()).lines;
	const suspend = (institution) => decide(api, api.tx.registry.suspendInstitution(institution));
	const { events } = await suspend(giver);
	eventOf(events, 'ratification', 'ActPending');
	const { standing } = await view(api, 'Registry', 'institution', giver);
	assert.ok('Suspended' in standing);
	const { lines } = await explain([line(laboratory, lots.late, hospital, 1)]);
	assert.equal(nameOfError(lines[0].outcome.Refused.error), 'circulation.SenderSuspended');
	// What ends while it may not send is not held against it.
	const released = await send(api, stranger, releasing(transfer));
	const said = await saidBy(api, released.events, 'reallocation', 'LineUnsent');
	assert.deepEqual(said, { plan: plans.late, line: number, transfer, how: 'Barred' });
	assert.equal(await stateOf(plans.late, number), 'Barred');
	assert.equal((await overdue()).lines.length, 2);

	// Nor is anybody bound to send to who may not receive.
	const [{ outcome }] = await report(plans.wide, 4, 1);
	const withdraw = withdrawing(outcome.Made.transfer);
	await refused(donor.agent, withdraw, 'circulation.BoundByDecision');
	await suspend(otherHospital.id);
	await send(api, donor.agent, withdraw);
	assert.equal(await stateOf(plans.wide, 5), 'Barred');
});

test('a plan is kept for a year behind its time to dispatch, and not forgotten before it is archived', async () => {
	const { archivePlan, forget } = api.tx.reallocation;
	const digest = (plan) => view(api, 'Reallocation', 'archive_digest', plan);
	const attempts = Object.values(plans).map(async (plan) => [
		[stranger, archivePlan(plan, await digest(plan)), 'reallocation.RetentionNotOver'],
		[stranger, forget(plan), 'reallocation.NotArchived'],
	]);
	await allRefused(api, (await Promise.all(attempts)).flat());
	assert.equal(await digest(9_999), null);
});

test('a plan that fails the vote changes nothing', async () => {
	assert.equal((await decided(api, referenda.failing)).outcome, 'Rejected');
	const next = await nextPlan();
	const known = await Promise.all(
		Array.from({ length: Number(next) }, (_, plan) => report(BigInt(plan))),
	);
	assert.ok(known.flat().every(({ order }) => order.giver !== carrier.id));
	const { available, reserved } = await holdingOf(carrier, lots.kept);
	assert.deepEqual([available, reserved], [40n, 0n]);
});
