// Under which conditions goods may move: who writes rules, what binds when, how a refusal is named, and
// that no way leads around them. Each test withdraws what it wrote.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createKeyMulti } from '@polkadot/util-crypto';
import { connect, finalReport, history, Refused, saidBy, send, view } from '@salus/client';
import { decideByAssembly } from '../support/assembly.mjs';
import {
	arrived,
	carrier,
	classes,
	donor,
	hospital,
	inDays,
	key,
	laboratory,
	masks,
	otherHospital,
	proposal,
	relief,
	rounds,
	stranger,
	supplier,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { refused as refusedBy } from '../support/refusal.mjs';
import {
	digest,
	licensed,
	must,
	mustNot,
	ofKind,
	ordain,
	within,
	writeRule,
	writing,
} from '../support/rules.mjs';
import {
	accept,
	dispatch,
	event,
	fund,
	propose,
	receive,
	registerGoods,
	registerMasks,
	ship,
} from '../support/steps.mjs';

const DAY = 86_400_000;

/** Periods that are so long hardly ever end during a test. */
const YEAR = 366;

const { mask, suit } = classes;

let database, node, api, lot;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	lot = await registerMasks(api, 100_000);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const refused = (signer, call, name) => refusedBy(api, signer, call, name);
const notMet = (signer, call) => refused(signer, call, 'circulation.RuleNotMet');
const own = (who, of, ...alternatives) => writeRule(api, who.agent, of, ...alternatives);
const withdraw = (rule, who = donor.agent) => send(api, who, api.tx.rules.withdrawRule(rule));
const repeal = (rule) => decide(api, api.tx.rules.withdrawRule(rule));

/** A proposal of the donor's masks, or of other goods, to an institution. */
const gift = (to, quantity, { of = lot, ...more } = {}) =>
	proposal([[of, quantity]], { to: to.id, toSite: null, ...more });
const sending = (to, quantity, more) => api.tx.circulation.propose(gift(to, quantity, more));

/** Sends it for the institution that `who` acts for; answers with the transfer. */
const give = async (to, quantity, more, who = donor.agent) => {
	const { events } = await send(api, who, sending(to, quantity, more));
	return (await saidBy(api, events, 'circulation', 'TransferProposed')).transfer;
};

/** Each condition that stands in the way, as rule, alternative and condition. */
const unmet = (findings) =>
	findings.map(({ error, unmet: found }) => {
		assert.equal(error, 'RuleNotMet');
		return [found.rule, found.alternative, found.condition];
	});
const explain = async (to, quantity, more, sender = donor) =>
	unmet(await view(api, 'Circulation', 'explain_transfer', sender.id, gift(to, quantity, more)));
const explainDispatch = async (transfer, by) =>
	unmet(await view(api, 'Circulation', 'explain_dispatch', transfer, by));
const dispatching = (transfer, by = null) =>
	api.tx.circulation.dispatch(transfer, by, null, null, null, event());
const actions = async (rule) => {
	const { entries } = await history(api, { Rule: rule });
	return entries.map(({ record }) => record.action);
};

test('a rule of governance is written by a motion, and binds whatever anybody sends', async () => {
	const toHospitals = [must(ofKind('Receiver', 'Hospital'))];
	for (const [who, name] of [
		[stranger, 'registry.NotAgent'],
		[hospital.storekeeper, 'registry.NotAuthorized'],
	]) {
		await refused(who, writing(api, mask, toHospitals), name);
	}
	const rule = await ordain(api, mask, toHospitals);
	const found = await view(api, 'Rules', 'rule', rule);
	assert.deepEqual(
		[found.author, found.class, found.version, found.force, found.digest],
		['Governance', mask, 0, 'Binding', digest],
	);
	assert.deepEqual(found.wording, [toHospitals]);

	await notMet(donor.agent, sending(relief, 1));
	assert.deepEqual(await explain(relief, 1), [[rule, 0, 0]]);
	await give(hospital, 1);
	// Whoever sends.
	const others = await registerGoods(api, relief, 10, masks());
	await notMet(relief.agent, sending(supplier, 1, { of: others, fromSite: null }));
	assert.deepEqual(await view(api, 'Rules', 'rules_of', relief.id, mask, 'Gift'), [rule]);
	// A rule for masks says nothing of suits.
	assert.deepEqual(await view(api, 'Rules', 'rules_of', relief.id, suit, 'Gift'), []);

	for (const call of [
		api.tx.rules.withdrawRule(rule),
		api.tx.rules.pauseRule(rule),
		api.tx.rules.amendRule(rule, [[must(ofKind('Receiver', 'Donor'))]], digest),
	]) {
		await refused(donor.agent, call, 'rules.NotAuthor');
	}
	await repeal(rule);
	assert.equal(await view(api, 'Rules', 'rule', rule), null);
	assert.deepEqual(await actions(rule), ['RuleWithdrawn', 'RuleWritten']);
	await give(relief, 1);
	await refused(stranger, api.tx.rules.withdrawRule(rule), 'rules.RuleNotFound');
});

test('a rule of an institution binds what leaves its own books, and nothing else', async () => {
	const others = await registerGoods(api, relief, 10, masks());
	const rule = await own(donor, mask, [must(within('Receiver', 'CN-HB'))]);
	const found = await view(api, 'Rules', 'rule', rule);
	assert.deepEqual(found.author, { Institution: donor.id });
	await notMet(donor.agent, sending(supplier, 1));
	await give(supplier, 1, { of: others, fromSite: null }, relief.agent);

	const wording = [[must(within('Receiver', 'CN-ZJ'))]];
	const amend = (alternatives) => api.tx.rules.amendRule(rule, alternatives, digest);
	await refused(hospital.agent, amend(wording), 'rules.NotAuthor');
	const { events } = await send(api, donor.agent, amend(wording));
	const { version } = await saidBy(api, events, 'rules', 'RuleAmended');
	assert.equal(version, 1);
	await refused(donor.agent, amend(wording), 'rules.Unchanged');
	await give(supplier, 1);
	await notMet(donor.agent, sending(hospital, 1));
	await withdraw(rule);
});

test('one alternative is enough, and what does not hold of each is named', async () => {
	const rule = await own(
		donor,
		mask,
		[must(ofKind('Receiver', 'Hospital')), must(within('Receiver', 'CN-HB'))],
		[mustNot(ofKind('Receiver', 'Hospital')), must({ Between: { least: 1, most: 10 } })],
	);
	await give(hospital, 1_000);
	await give(relief, 10);
	await notMet(donor.agent, sending(relief, 11));
	assert.deepEqual(await explain(relief, 11), [
		[rule, 0, 0],
		[rule, 1, 1],
	]);
	assert.deepEqual(await explain(supplier, 11), [
		[rule, 0, 0],
		[rule, 0, 1],
		[rule, 1, 1],
	]);
	assert.deepEqual(await explain(supplier, 10), []);
	// Two legs of one class count together.
	const twice = gift(relief, 6);
	twice.legs.push(twice.legs[0]);
	const findings = await view(api, 'Circulation', 'explain_transfer', donor.id, twice);
	assert.deepEqual(unmet(findings), [
		[rule, 0, 0],
		[rule, 1, 1],
	]);
	await withdraw(rule);
});

test('every rule that applies must be met, and each that is not is named', async () => {
	const [ofAll, ofMasks] = [
		await own(donor, null, [must(ofKind('Receiver', 'Hospital'))]),
		await own(donor, mask, [must({ ShelfLife: { days: 30 } })]),
	];
	const governance = await ordain(api, mask, [must({ Between: { least: 1, most: 100 } })]);
	const short = await registerMasks(api, 1_000, masks(inDays(20)));
	const broken = await explain(supplier, 101, { of: short });
	assert.deepEqual(
		broken.sort(([a], [b]) => a - b),
		[ofAll, ofMasks, governance].map((rule) => [rule, 0, 0]),
	);
	assert.deepEqual(await explain(hospital, 100), []);
	await withdraw(ofAll);
	await withdraw(ofMasks);
	await repeal(governance);
});

test('what a rule may say is bounded when it is written', async () => {
	const limit = { AtMost: { quantity: 1, days: 1, to: 'Everybody' } };
	const signed = { CoSigned: { kind: 'HealthCommission', signing: 'Pair' } };
	const keeps = { KeepsUnits: { units: 1 } };
	for (const [name, of, ...alternatives] of [
		['NoAlternatives', mask],
		['EmptyAlternative', mask, []],
		['ClassNeeded', null, [must(keeps)]],
		['RangeReversed', mask, [must({ Between: { least: 2, most: 1 } })]],
		['InvalidPeriod', mask, [must({ AtMost: { quantity: 1, days: 0, to: 'Region' } })]],
		['InvalidPeriod', mask, [must({ AtMost: { quantity: 1, days: 367, to: 'Region' } })]],
		['NoTerms', mask, [must({ Terms: { among: [] } })]],
		['TooManyLimits', mask, [must(limit), must(limit), must(limit)]],
		['TooManyCoSignatures', mask, [must(signed), must(signed)], [must(signed)]],
		['RegionNotFound', mask, [must(within('Sender', 'CN-XX'))]],
	]) {
		await refused(donor.agent, writing(api, of, ...alternatives), `rules.${name}`);
	}
	const rules = [await own(donor, mask, [must(keeps)]), await own(donor, mask, [must(keeps)])];
	await refused(donor.agent, writing(api, mask, [must(keeps)]), 'rules.TooManyRules');
	for (const rule of rules) await withdraw(rule);
});

test('the sender keeps a floor in units', async () => {
	const goods = await registerGoods(api, donor, 100);
	const rule = await own(donor, suit, [must({ KeepsUnits: { units: 50 } })]);
	await notMet(donor.agent, sending(hospital, 51, { of: goods }));
	const transfer = await give(hospital, 50, { of: goods });
	// What is reserved is not available any more.
	assert.deepEqual(await explain(hospital, 1, { of: goods }), [[rule, 0, 0]]);
	await accept(api, transfer);
	// It was decided when the transfer was proposed, and is asked again of another wording.
	assert.deepEqual(await explainDispatch(transfer, null), []);
	const higher = [[must({ KeepsUnits: { units: 51 } })]];
	await send(api, donor.agent, api.tx.rules.amendRule(rule, higher, digest));
	assert.deepEqual(await explainDispatch(transfer, null), [[rule, 0, 0]]);
	await notMet(donor.agent, dispatching(transfer));
	await registerGoods(api, donor, 1);
	await send(api, donor.agent, dispatching(transfer));
	await withdraw(rule);
});

test('the sender keeps days of its own use, and who never used any need not keep any', async () => {
	const goods = await registerGoods(api, relief, 100);
	const rule = await own(relief, suit, [must({ KeepsDays: { days: 7 } })]);
	const all = { of: goods, fromSite: null };
	assert.deepEqual(await explain(hospital, 100, all, relief), []);
	await send(api, relief.agent, api.tx.registry.consume(goods, 10, event()));
	// A day that is not over does not count; one may end while this is read.
	const { available, dailyUse } = await view(api, 'Registry', 'level', relief.id, suit);
	assert.equal(available, 90n);
	const expected = dailyUse === 0n ? [] : [[rule, 0, 0]];
	assert.deepEqual(await explain(hospital, 90, all, relief), expected);
	await give(hospital, 20, all, relief.agent);
	await withdraw(rule, relief.agent);
});

test('a limit counts what moves in a period, and what did not leave counts no more', async () => {
	const limit = (to) => must({ AtMost: { quantity: 100, days: YEAR, to } });
	const rule = await own(donor, mask, [limit('Receiver')]);
	const counted = (among) => view(api, 'Rules', 'counted_now', rule, { days: YEAR, among });
	const first = await give(hospital, 60);
	assert.equal(await counted({ Receiver: hospital.id }), 60n);
	await notMet(donor.agent, sending(hospital, 41));
	assert.deepEqual(await explain(hospital, 41), [[rule, 0, 0]]);
	// Each receiver by itself.
	await give(otherHospital, 100);
	await give(hospital, 40);
	await send(api, hospital.agent, api.tx.circulation.reject(first));
	assert.equal(await counted({ Receiver: hospital.id }), 40n);
	const second = await give(hospital, 60);
	await accept(api, second);
	await dispatch(api, second);
	assert.equal(await counted({ Receiver: hospital.id }), 100n);
	await notMet(donor.agent, sending(hospital, 1));

	const key = { days: YEAR, among: { Receiver: hospital.id } };
	const clear = (of) => api.tx.rules.clearCount(rule, of);
	await refused(stranger, clear(key), 'rules.PeriodNotOver');
	await refused(stranger, clear({ ...key, among: 'Everybody' }), 'rules.CountNotFound');
	await refused(stranger, api.tx.rules.forgetRule(rule), 'rules.NotWithdrawn');
	await withdraw(rule);
	await refused(stranger, api.tx.rules.forgetRule(rule), 'rules.CountsRemain');
	for (const { id } of [hospital, otherHospital]) {
		await send(api, stranger, clear({ ...key, among: { Receiver: id } }));
	}
	await refused(stranger, api.tx.rules.forgetRule(rule), 'rules.RecordNotPruned');

	const together = await own(donor, mask, [limit('Region')], [limit('Everybody')]);
	await give(hospital, 60);
	await notMet(donor.agent, sending(otherHospital, 41));
	// Of another region, and in all more than a hundred.
	await give(supplier, 41);
	assert.deepEqual(await explain(otherHospital, 41), [
		[together, 0, 0],
		[together, 1, 0],
	]);
	await withdraw(together);
});

test('another institution signs for what one sends to another', async () => {
	const kind = 'DiseaseControlCentre';
	const rule = await own(donor, mask, [must({ CoSigned: { kind, signing: 'Pair' } })]);
	const pair = { Pair: { sender: donor.id, receiver: hospital.id } };
	const sign = (signed = pair, until = Date.now() + DAY, of = rule) =>
		api.tx.rules.coSign(of, signed, until);
	await notMet(donor.agent, sending(hospital, 1));
	await refused(donor.agent, sign(), 'rules.NotAsked');
	await refused(relief.agent, sign(), 'rules.NotAsked');
	await refused(laboratory.agent, sign({ Transfer: 0 }), 'rules.NotAsked');
	await refused(
		laboratory.agent,
		sign({ Pair: { sender: donor.id, receiver: laboratory.id } }),
		'rules.NotThirdParty',
	);
	await refused(laboratory.agent, sign(pair, Date.now() - 1_000), 'rules.EndPassed');
	await refused(laboratory.agent, sign(pair, Date.now() + 91 * DAY), 'rules.TermTooLong');
	await refused(laboratory.agent, sign(pair, Date.now() + DAY, 9_999), 'rules.RuleNotFound');
	const { events } = await send(api, laboratory.agent, sign());
	assert.equal((await saidBy(api, events, 'rules', 'CoSigned')).by, laboratory.id);
	const [signature] = await view(api, 'Rules', 'signatures', rule, pair, kind);
	assert.equal(signature.by, laboratory.id);

	const transfer = await give(hospital, 1);
	// Not for anybody else.
	await notMet(donor.agent, sending(otherHospital, 1));
	await accept(api, transfer);
	const revoke = api.tx.rules.revokeSignature(rule, pair, kind);
	await send(api, laboratory.agent, revoke);
	await refused(laboratory.agent, revoke, 'rules.SignatureNotFound');
	await notMet(donor.agent, dispatching(transfer));
	await send(api, laboratory.agent, sign());
	await send(api, donor.agent, dispatching(transfer));

	const expire = api.tx.rules.expireSignature(rule, pair, kind, laboratory.id);
	await refused(stranger, expire, 'rules.SignatureInForce');
	await withdraw(rule);
	await refused(stranger, api.tx.rules.forgetRule(rule), 'rules.SignaturesRemain');
	await send(api, stranger, expire);
	await refused(stranger, expire, 'rules.SignatureNotFound');
});

test('who carries, and a signature for one transfer, are asked for when it leaves', async () => {
	const kind = 'DiseaseControlCentre';
	const signed = { CoSigned: { kind, signing: 'Transfer' } };
	const rule = await own(donor, mask, [must(licensed('Carrier', 'ColdChain')), must(signed)]);
	const transfer = await give(hospital, 1);
	await accept(api, transfer);
	assert.deepEqual(await explainDispatch(transfer, null), [
		[rule, 0, 0],
		[rule, 0, 1],
	]);
	assert.deepEqual(await explainDispatch(transfer, carrier.id), [[rule, 0, 1]]);
	const sign = api.tx.rules.coSign(rule, { Transfer: transfer }, Date.now() + DAY);
	await send(api, laboratory.agent, sign);
	await notMet(donor.agent, dispatching(transfer));
	await send(api, donor.agent, dispatching(transfer, carrier.id));
	await withdraw(rule);
});

test('whoever pauses a rule resumes it, and governance keeps one paused', async () => {
	const rule = await own(donor, mask, [must(ofKind('Receiver', 'Hospital'))]);
	const [pause, resume] = [api.tx.rules.pauseRule(rule), api.tx.rules.resumeRule(rule)];
	await refused(donor.agent, resume, 'rules.NotPaused');
	await refused(hospital.agent, pause, 'rules.NotAuthor');
	await send(api, donor.agent, pause);
	await refused(donor.agent, pause, 'rules.AlreadyPaused');
	await give(relief, 1);
	await send(api, donor.agent, resume);
	await notMet(donor.agent, sending(relief, 1));

	await send(api, donor.agent, pause);
	await decide(api, pause);
	assert.deepEqual((await view(api, 'Rules', 'rule', rule)).force, { Paused: { by: 'Governance' } });
	await refused(donor.agent, resume, 'rules.PausedByAnother');
	await decide(api, resume);
	await notMet(donor.agent, sending(relief, 1));
	await withdraw(rule);
	assert.equal((await actions(rule)).length, 7);
});

test('no emergency is in force, and no need is served', async () => {
	const rule = await own(
		donor,
		mask,
		[must({ Emergency: { severity: 'General' } })],
		[must({ Serves: { priority: 'Routine' } })],
		[mustNot({ Emergency: { severity: 'Extreme' } }), must({ Between: { least: 0, most: 5 } })],
	);
	await give(hospital, 5);
	assert.deepEqual(await explain(hospital, 6), [
		[rule, 0, 0],
		[rule, 1, 0],
		[rule, 2, 1],
	]);
	await withdraw(rule);
});

test('no wrapper leads around a rule', async () => {
	const { circulation, multisig, proxy, registry, utility } = api.tx;
	const rule = await own(donor, null, [must(ofKind('Receiver', 'Hospital'))]);
	const forbidden = sending(relief, 1);
	const transfers = () => api.query.circulation.nextTransferId();
	const beforehand = (await transfers()).toNumber();
	await notMet(donor.agent, utility.batchAll([sending(hospital, 1), forbidden]));
	await notMet(donor.agent, utility.batch([forbidden]));
	assert.equal((await transfers()).toNumber(), beforehand, 'the first call is undone');

	// A proxy, which the fees of a call that fails leave as it is.
	await send(api, donor.agent, proxy.addProxy(carrier.agent.address, 'Any', 0));
	const refusedWith = (name) => (error) => error instanceof Refused && error.refusal === name;
	await assert.rejects(
		send(api, carrier.agent, proxy.proxy(donor.agent.address, null, forbidden)),
		refusedWith('circulation.RuleNotMet'),
	);

	// An account of several signatories that is an agent itself.
	const signatories = [donor.agent.address, key('Nobody').address];
	const joint = { address: createKeyMulti(signatories, 1) };
	await fund(api, joint);
	await send(api, donor.agent, registry.inviteAgent(joint.address, ['Dispatch']));
	const jointly = (call) =>
		send(api, donor.agent, multisig.asMultiThreshold1([signatories[1]], call));
	await jointly(registry.acceptInvitation(donor.id));
	await assert.rejects(jointly(forbidden), refusedWith('circulation.RuleNotMet'));
	await jointly(sending(hospital, 1));

	// Whoever decides does not send.
	await assert.rejects(decide(api, forbidden), refusedWith('BadOrigin'));
	await assert.rejects(decideByAssembly(api, 'Emergency', forbidden), refusedWith('BadOrigin'));
	assert.equal((await transfers()).toNumber(), beforehand + 1);

	// Nor terms.
	const loan = { terms: { Loan: { due: Date.now() + 30 * DAY } } };
	await notMet(donor.agent, sending(relief, 1, loan));
	await notMet(donor.agent, sending(relief, 1, { terms: 'Sale' }));
	await withdraw(rule);
	await send(api, donor.agent, circulation.propose(gift(relief, 1, loan)));
});

test('terms are a condition', async () => {
	const rule = await own(donor, mask, [mustNot({ Terms: { among: ['Loan'] } })]);
	await give(hospital, 1, { terms: 'Sale' });
	await notMet(
		donor.agent,
		sending(hospital, 1, { terms: { Loan: { due: Date.now() + 30 * DAY } } }),
	);
	await withdraw(rule);
});

test('what came goes back, unless governance says otherwise in so many words', async () => {
	const due = Date.now() + 30 * DAY;
	const given = await ship(api, [[lot, 10]]);
	const lent = await ship(api, [[lot, 10]], hospital, { terms: { Loan: { due } } });
	for (const each of [given, lent]) await receive(api, each, [arrived(10)]);
	const back = (terms) =>
		api.tx.circulation.propose(
			proposal([[lot, 2]], { to: donor.id, fromSite: null, toSite: null, terms }),
		);
	const returning = (of) => ({ Return: { of, from: 'Available' } });
	const nothingLeaves = [must(ofKind('Receiver', 'Laboratory'))];
	const ofHospital = await own(hospital, mask, nothingLeaves);
	const ofAll = await ordain(api, mask, nothingLeaves);
	await notMet(hospital.agent, back('Gift'));
	// Nobody keeps a loan by a rule of its own; what was given is the hospital's.
	await send(api, hospital.agent, back(returning(lent)));
	await notMet(hospital.agent, back(returning(given)));
	await withdraw(ofHospital, hospital.agent);
	await send(api, hospital.agent, back(returning(given)));
	await repeal(ofAll);

	const noReturns = await ordain(api, mask, [mustNot({ Terms: { among: ['Return'] } })]);
	for (const of of [given, lent]) await notMet(hospital.agent, back(returning(of)));
	await repeal(noReturns);
	for (const of of [given, lent]) await send(api, hospital.agent, back(returning(of)));
});

test('rules of an institution that is wound up bind nobody, and anybody withdraws them', async () => {
	const rule = await own(otherHospital, suit, [must(ofKind('Receiver', 'Donor'))]);
	await refused(stranger, api.tx.rules.withdrawRule(rule), 'registry.NotAgent');
	await decideByAssembly(api, 'Accreditation', api.tx.registry.windUp(otherHospital.id));
	await send(api, stranger, api.tx.rules.withdrawRule(rule));
	assert.equal(await view(api, 'Rules', 'rule', rule), null);
});
