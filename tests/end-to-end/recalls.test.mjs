// Recalls: who issues one and who closes it, whom it reaches, what they answer, and who is waited for. One
// batch was repacked twice and lent once, is in five institutions, and some of it is on the road.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	connect,
	conservationOf,
	finalReport,
	history,
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
	donor,
	hospital,
	laboratory,
	otherHospital,
	proposal,
	relief,
	rounds,
	stranger,
	supplier,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { holdsOn, liftHold, onHolding, onLot, placeHold } from '../support/holds.mjs';
import { supply } from '../support/needs.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import {
	answer,
	answering,
	askEarlier,
	bring,
	closeRecall,
	dutiesOf,
	inState,
	issueRecall,
	issuing,
	made,
	nationalCommission,
	notice,
	progressOf,
	recallOf,
	repack,
	repacking,
} from '../support/recalls.mjs';
import { allRefused } from '../support/refusal.mjs';
import {
	event,
	fund,
	receive,
	registerGoods,
	registerMasks,
	sendOff,
} from '../support/steps.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long a recall leaves to answer, at least and at most, and how many may be on one lot. */
const [MIN_ANSWER, MAX_ANSWER, MAX_RECALLS] = [HOUR, 90 * DAY, 4];

const hubei = commissionOf('CN-HB');
const zhejiang = commissionOf('CN-ZJ');

const digest = `0x${'d2'.repeat(32)}`;
/** A recall that was never issued. */
const NEVER = 999_999;

let database, node, api, national;
/** The batch, what the hospital made of some of it, and what the other hospital made of some of that. */
let batch, packs, kits;
/** The loan of some of the batch, and what of it is on the road. */
let loan, lorry;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	national = await nationalCommission(api);

	batch = await registerGoods(api, supplier, 1_000, made());
	await bring(api, supplier, hospital, batch, 300);
	await bring(api, supplier, relief, batch, 200);
	packs = await repack(api, hospital.agent, batch, 120, 'P20200301');
	await bring(api, hospital, otherHospital, packs, 70);
	kits = await repack(api, otherHospital.agent, packs, 30, 'K20200302');
	const terms = { Loan: { due: Date.now() + 30 * DAY } };
	loan = await bring(api, relief, donor, batch, 80, { terms });
	lorry = await sendOff(api, supplier, laboratory, batch, 60);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

/** What the tests share. */
const shared = {};

const inOrder = (ids) => [...ids].sort((a, b) => Number(a) - Number(b));
const isHeld = async (lot) => (await view(api, 'Registry', 'lot', lot)).held;
const areHeld = (...lots) => Promise.all(lots.map(isHeld));
const stateOf = async (lot, { id }, owner = { id }) => {
	const { available, quarantined } = await view(api, 'Registry', 'holding', lot, id, owner.id);
	return [available, quarantined];
};
const using = (lot) => api.tx.registry.consume(lot, 1, event());
const closing = (recall, reason = 'All is accounted for') =>
	api.tx.recalls.closeRecall(recall, reason);
const advancing = (recall, most = 32) => api.tx.recalls.advanceRecall(recall, most);
const forgetting = (recall) => api.tx.recalls.forgetRecall(recall);
/** How a recall is answered: of each that is asked, whether the answer is open, and what it says. */
const told = async (recall) =>
	(await dutiesOf(api, recall)).map(({ institution, duty, isOpen }) => [
		institution,
		isOpen,
		duty.answer && [duty.answer.found, duty.answer.done],
	]);
/** What is told of a lot by the recalls that hold it. */
const recallsOn = async (lot) =>
	(await holdsOn(api, onLot(lot))).filter(({ kind }) => kind === 'Recall');

test('a recall is of one class, issued by who made it or supervises that, and leaves time', async () => {
	const [observed, suits, ofDonor] = [
		await registerGoods(api, supplier, 10, made({ commissioning: 'Observed' })),
		await registerGoods(api, supplier, 10, made({ class: classes.suit })),
		await registerMasks(api, 10, made()),
	];
	const issue = (lots, more) => issuing(api, lots, more);
	await allRefused(api, [
		[supplier.agent, issue([]), 'recalls.NoLots'],
		[supplier.agent, issue([batch, batch]), 'recalls.DuplicateLot'],
		[supplier.agent, issue([NEVER]), 'recalls.LotNotFound'],
		[supplier.agent, issue([batch, suits]), 'recalls.ClassesDiffer'],
		[supplier.agent, issue([batch], { answerWithin: MIN_ANSWER - 1 }), 'recalls.AnswerTooShort'],
		[supplier.agent, issue([batch], { answerWithin: MAX_ANSWER + 1 }), 'recalls.AnswerTooLong'],
		// What it observed somebody else made; so with what was put into packs.
		[supplier.agent, issue([observed]), 'recalls.NotMaker'],
		[hospital.agent, issue([packs]), 'recalls.NotMaker'],
		[hospital.agent, issue([batch]), 'recalls.NotMaker'],
		// A commission of another region than that of who registered it.
		[hubei.agent, issue([batch]), 'recalls.NotMaker'],
		[zhejiang.agent, issue([batch, ofDonor]), 'recalls.NotMaker'],
		[donor.dispatcher, issue([ofDonor]), 'registry.NotAuthorized'],
		[stranger, issue([batch]), 'registry.NotAgent'],
	]);
	await assert.rejects(decide(api, issue([NEVER])), { refusal: 'recalls.LotNotFound' });
});

test('one call holds the batch; the chain holds what was made of it, and asks who has some', async () => {
	const demand = { severity: 'I', action: 'Return', answerWithin: MIN_ANSWER };
	const { events } = await send(api, supplier.agent, issuing(api, [batch], demand));
	const { recall, issuer } = await saidBy(api, events, 'recalls', 'RecallIssued');
	shared.recall = recall;
	assert.deepEqual(issuer, { Maker: supplier.id });
	assert.deepEqual(await saidBy(api, events, 'recalls', 'LotRecalled'), { recall, lot: batch });
	assert.equal(await isHeld(batch), true);
	await inState(api, recall, 'Standing');

	assert.deepEqual(await areHeld(batch, packs, kits), [true, true, true]);
	const lots = await view(api, 'Recalls', 'lots_recalled', recall, null, 256);
	assert.deepEqual(inOrder(lots.map(([lot]) => lot)), [batch, packs, kits]);
	for (const [, reach] of lots) assert.deepEqual(Object.keys(reach), ['Since']);
	const progress = await progressOf(api, recall);
	const { state, marked, awaited, waiting } = progress;
	assert.deepEqual([state, marked, awaited, waiting], ['Standing', 3, 0, 0]);
	const { asked, answered, found: nothing, done } = progress;
	assert.deepEqual([asked, answered, nothing, done], [5, 0, 0n, 0n]);
	// Of the batch, as many as were made may turn up besides; of what was packed, none.
	assert.deepEqual([progress.goods, progress.registrants], [2_150n, [supplier.id]]);
	const everybody = [donor, hospital, otherHospital, relief, supplier].map(({ id }) => id);
	assert.deepEqual(
		await told(recall),
		everybody.map((id) => [id, true, null]),
	);
	const found = await recallOf(api, recall);
	assert.deepEqual([found.lots, found.class, found.issuer], [[batch], classes.mask, issuer]);
	assert.deepEqual([found.severity, found.action], [demand.severity, demand.action]);
	assert.deepEqual([found.notice, found.answerWithin], [notice, BigInt(MIN_ANSWER)]);
	assert.ok(Math.abs(Date.now() - Number(found.issuedAt)) < 300_000);
	for (const { duty, due, daysOverdue } of await dutiesOf(api, recall)) {
		assert.equal(due, duty.askedAt + BigInt(MIN_ANSWER));
		assert.equal(daysOverdue, null);
	}
	assert.equal(await recallOf(api, NEVER), null);
	assert.equal(await progressOf(api, NEVER), null);
});

test('the view of holds names the recall beside the others, and says that closing it ends it', async () => {
	const { recall } = shared;
	for (const lot of [batch, packs, kits]) {
		const [{ id, on, kind, extent, by, document, liftedBy }, ...others] = await holdsOn(
			...[api, onLot(lot)],
		);
		assert.deepEqual(others, []);
		assert.deepEqual([id, on, kind, extent], [null, onLot(lot), 'Recall', 'Whole']);
		assert.deepEqual([by, document], [{ Maker: supplier.id }, notice]);
		assert.deepEqual(liftedBy, [{ Closing: recall }]);
	}
	const ofKits = await holdsOn(api, onHolding(kits, otherHospital));
	assert.deepEqual(
		ofKits.map(({ on, kind }) => [on, kind]),
		[[onLot(kits), 'Recall']],
	);
});

test('nothing of the family is used, offered, sent or repacked, whatever way the call comes', async () => {
	const { circulation, needs, utility } = api.tx;
	const wanted = (lot, to) =>
		circulation.propose(proposal([[lot, 1]], { to: to.id, fromSite: null, toSite: null }));
	await allRefused(api, [
		[supplier.agent, wanted(batch, hospital), 'circulation.Held'],
		[hospital.agent, wanted(packs, otherHospital), 'circulation.Held'],
		[otherHospital.agent, utility.batchAll([wanted(kits, hospital)]), 'circulation.Held'],
		[hospital.agent, using(batch), 'registry.Held'],
		[hospital.storekeeper, using(packs), 'registry.Held'],
		[otherHospital.agent, utility.batchAll([using(kits)]), 'registry.Held'],
		[relief.agent, needs.makeOffer(supply(batch, 10)), 'registry.Held'],
		[hospital.agent, await repacking(api, packs, 10, 'P20200303'), 'registry.Held'],
		[otherHospital.agent, await repacking(api, kits, 10, 'K20200303'), 'registry.Held'],
	]);
});

test('anybody carries a recall on, as long as there is something to do', async () => {
	const { utility } = api.tx;
	const lot = await registerGoods(api, supplier, 10, made());
	const recall = await stored(api, 'recalls', 'nextRecallId');
	// In one transaction, before the block does it by itself.
	const both = (call) => send(api, supplier.agent, utility.batchAll([call, advancing(recall)]));
	const { events } = await both(issuing(api, [lot]));
	const asked = await saidBy(api, events, 'recalls', 'HolderAsked');
	assert.deepEqual(asked, { recall, institution: supplier.id });
	assert.deepEqual(await saidBy(api, events, 'recalls', 'RecallSpread'), { recall });
	await allRefused(api, [
		[stranger, advancing(recall), 'recalls.NothingToDo'],
		[stranger, advancing(NEVER), 'recalls.RecallNotFound'],
		// What a recall holds is no hold that could be cleared.
		[stranger, api.tx.recalls.clearHolds(onLot(lot)), 'recalls.RecallStands'],
	]);
	const { events: freeing } = await both(closing(recall));
	assert.deepEqual(await saidBy(api, freeing, 'recalls', 'LotFreed'), { recall, lot });
	assert.deepEqual(await saidBy(api, freeing, 'recalls', 'RecallFreed'), { recall });
	assert.equal(await isHeld(lot), false);
	// A lot and an institution: it rests for half a minute.
	await allRefused(api, [[supplier.agent, issuing(api, [lot]), 'recalls.RestNotOver']]);
	const { closedAt } = await recallOf(api, recall);
	const until = await stored(api, 'recalls', 'rests', { Maker: supplier.id });
	assert.equal(until - closedAt, 30_000n);
});

test('an institution recalls one after the other', async () => {
	const lots = [await registerMasks(api, 10, made()), await registerMasks(api, 10, made())];
	const atOnce = api.tx.utility.batchAll(lots.map((lot) => issuing(api, [lot])));
	await allRefused(api, [[donor.agent, atOnce, 'recalls.RecallUnfinished']]);
});

test('what is on the road arrives quarantined, and who receives it is asked then', async () => {
	const { recall } = shared;
	const earlier = await told(recall);
	const { events } = await receive(api, lorry, [arrived(60)], laboratory.agent);
	const said = await saidBy(api, events, 'recalls', 'HolderAsked');
	assert.deepEqual(said, { recall, institution: laboratory.id });
	assert.deepEqual(await stateOf(batch, laboratory), [0n, 60n]);
	const expected = [...earlier, [laboratory.id, true, null]].sort(([a], [b]) => a - b);
	assert.deepEqual(await told(recall), expected);
	assert.equal((await progressOf(api, recall)).asked, 6);
});

test('who is asked answers for the whole family; others do not, nor beyond what was found', async () => {
	const { recall } = shared;
	await allRefused(api, [
		[hospital.agent, answering(api, NEVER, 1, 1), 'recalls.RecallNotFound'],
		[carrier.agent, answering(api, recall, 1, 1), 'recalls.NotAsked'],
		[hubei.agent, answering(api, recall, 1, 1), 'recalls.NotAsked'],
		[donor.dispatcher, answering(api, recall, 80, 0), 'registry.NotAuthorized'],
		[stranger, answering(api, recall, 1, 1), 'registry.NotAgent'],
		[hospital.storekeeper, answering(api, recall, 230, 231), 'recalls.ExceedsFound'],
		[hospital.storekeeper, answering(api, recall, 2_151, 0), 'recalls.ExceedsReached'],
	]);
	// 180 of the batch, and 50 of the packs.
	const said = await answer(api, hospital.storekeeper, recall, 230, 0, digest);
	assert.deepEqual(said, { recall, institution: hospital.id, found: 230n, done: 0n });
	const { answered, found, done } = await progressOf(api, recall);
	assert.deepEqual([answered, found, done], [1, 230n, 0n]);
	const [, { duty }] = await dutiesOf(api, recall);
	assert.equal(duty.answer.document, digest);
	assert.ok(duty.answer.at >= duty.askedAt);

	// The newest answer counts.
	await answer(api, hospital.agent, recall, 228, 200);
	await answer(api, otherHospital.agent, recall, 70, 70);
	await answer(api, supplier.agent, recall, 440, 440);
	await answer(api, relief.agent, recall, 120, 100);
	await answer(api, donor.agent, recall, 80, 0);
	assert.deepEqual(await told(recall), [
		[donor.id, false, [80n, 0n]],
		[hospital.id, false, [228n, 200n]],
		[otherHospital.id, false, [70n, 70n]],
		[laboratory.id, true, null],
		[relief.id, false, [120n, 100n]],
		[supplier.id, false, [440n, 440n]],
	]);
	const all = await progressOf(api, recall);
	// 228 + 70 + 440 + 120 + 80, and 200 + 70 + 440 + 100.
	assert.deepEqual([all.found, all.done], [938n, 810n]);
});

test('a borrower gives recalled goods back, and the lender who gets them is asked anew', async () => {
	const { recall } = shared;
	assert.deepEqual(await stateOf(batch, donor, relief), [80n, 0n]);
	const back = { terms: { Return: { of: loan, from: 'Available' } } };
	const transfer = await sendOff(api, donor, relief, batch, 80, back);
	const { events } = await receive(api, transfer, [arrived(80)], relief.agent);
	const said = await saidBy(api, events, 'recalls', 'HolderAsked');
	assert.deepEqual(said, { recall, institution: relief.id });
	assert.deepEqual(await stateOf(batch, relief), [120n, 80n]);
	// The borrower has answered, and is not asked for what it does not have any more.
	const [[, lent], , , , [, lender, kept]] = await told(recall);
	assert.deepEqual([lent, lender, kept], [false, true, [120n, 100n]]);
	assert.equal((await progressOf(api, recall)).asked, 6);
	await answer(api, relief.agent, recall, 200, 200);
	const { found, done } = await progressOf(api, recall);
	assert.deepEqual([found, done], [1_018n, 910n]);
});

test('whoever has not answered in time is overdue, by days, until the answer comes', async () => {
	const { recall } = shared;
	const overdue = () => view(api, 'Recalls', 'overdue', recall, null, 256);
	const toAnswer = async ({ id }) =>
		(await view(api, 'Recalls', 'to_answer', id, null, 256)).recalls;
	assert.deepEqual(await overdue(), { duties: [], next: null });
	const [open] = await toAnswer(laboratory);
	assert.deepEqual([open.recall, open.daysOverdue], [recall, null]);
	assert.deepEqual([open.severity, open.action, open.notice], ['I', 'Return', notice]);
	assert.deepEqual(await toAnswer(hospital), []);

	// With an hour to answer, the answer is due two days ago: the third day has begun.
	await askEarlier(api, recall, laboratory, 49 * HOUR);
	const { duties, next } = await overdue();
	assert.equal(next, null);
	assert.deepEqual(
		duties.map(({ institution, daysOverdue, isOpen }) => [institution, daysOverdue, isOpen]),
		[[laboratory.id, 3, true]],
	);
	const late = await toAnswer(laboratory);
	assert.deepEqual(
		late.map(({ recall: of, due, daysOverdue }) => [of, due, daysOverdue]),
		[[recall, open.due - BigInt(49 * HOUR), 3]],
	);
	await answer(api, laboratory.agent, recall, 60, 60);
	assert.deepEqual(await overdue(), { duties: [], next: null });
	assert.deepEqual(await toAnswer(laboratory), []);
	const { asked, answered, found, done } = await progressOf(api, recall);
	assert.deepEqual([asked, answered, found, done], [6, 6, 1_078n, 970n]);
});

test('who is asked, who must answer and what is recalled is told page by page', async () => {
	const { recall } = shared;
	const all = await dutiesOf(api, recall);
	const seen = [];
	for (let after = null; ; ) {
		const page = await view(api, 'Recalls', 'duties', recall, after, 4);
		assert.ok(page.duties.length <= 4);
		seen.push(...page.duties);
		if (page.next === null) break;
		after = page.next;
	}
	assert.deepEqual(
		seen.sort((a, b) => a.institution - b.institution),
		all,
	);
	const [[first]] = await view(api, 'Recalls', 'lots_recalled', recall, null, 1);
	const rest = await view(api, 'Recalls', 'lots_recalled', recall, first, 256);
	assert.deepEqual(inOrder([first, ...rest.map(([lot]) => lot)]), [batch, packs, kits]);
	assert.deepEqual(await view(api, 'Recalls', 'lots_recalled', NEVER, null, 256), []);
});

test('a second recall, a hold of its own and one of a commission stand beside it', async () => {
	shared.second = await issueRecall(api, zhejiang.agent, [batch], { severity: 'III' });
	const { issuer } = await recallOf(api, shared.second);
	assert.deepEqual(issuer, { Supervisor: zhejiang.id });
	// Whoever has some now: the borrower gave all of it back.
	const having = [hospital, otherHospital, laboratory, relief, supplier].map(({ id }) => id);
	assert.deepEqual(
		(await told(shared.second)).map(([id]) => id),
		having,
	);
	assert.equal((await recallsOn(kits)).length, 2);
	const twice = issuing(api, [batch]);
	await allRefused(api, [
		[supplier.agent, twice, 'recalls.AlreadyRecalled'],
		[zhejiang.agent, twice, 'recalls.AlreadyRecalled'],
	]);

	const place = (shared.place = onHolding(batch, hospital));
	shared.damaged = await placeHold(api, hospital.storekeeper, place, 'Damage', { units: 10 });
	// Who registered the packs is in Hubei.
	shared.legal = await placeHold(api, hubei.agent, onLot(packs), 'Legal');
	const { recalls: first } = await view(api, 'Recalls', 'to_answer', relief.id, null, 1);
	assert.deepEqual(
		first.map(({ recall, severity }) => [recall, severity]),
		[[shared.second, 'III']],
	);
});

test('it is closed with a reason, by its issuer or who supervises that, and by nobody else', async () => {
	const { recall, second } = shared;
	await allRefused(api, [
		[supplier.agent, closing(NEVER), 'recalls.RecallNotFound'],
		[supplier.agent, closing(recall, ''), 'recalls.InvalidCharacters'],
		[hospital.agent, closing(recall), 'recalls.NotAuthorized'],
		[hubei.agent, closing(recall), 'recalls.NotAuthorized'],
		// A maker does not close what its supervisor issued.
		[supplier.agent, closing(second), 'recalls.NotAuthorized'],
		[stranger, closing(recall), 'registry.NotAgent'],
		[stranger, forgetting(recall), 'recalls.NotEnded'],
		[stranger, forgetting(NEVER), 'recalls.RecallNotFound'],
	]);
	const { events } = await send(api, supplier.agent, closing(recall));
	assert.deepEqual(await saidBy(api, events, 'recalls', 'RecallClosed'), { recall });
	await inState(api, recall, 'Closed');
	// The other one holds all of it still.
	assert.deepEqual(await areHeld(batch, packs, kits), [true, true, true]);
	const [{ liftedBy }, ...others] = await recallsOn(batch);
	assert.deepEqual([liftedBy, others], [[{ Closing: second }], []]);
	await allRefused(api, [[supplier.agent, using(batch), 'registry.Held']]);
});

test('closing the last one leaves every hold that is none of a recall', async () => {
	const { second, place, damaged, legal } = shared;
	await decide(api, closing(second));
	await inState(api, second, 'Closed');
	assert.deepEqual(await areHeld(batch, packs, kits), [false, true, false]);
	const [kept, ...others] = await holdsOn(api, onLot(packs));
	assert.deepEqual([kept.id, kept.kind, others], [legal, 'Legal', []]);
	assert.deepEqual(await stateOf(batch, hospital), [170n, 10n]);
	// What arrived quarantined is for its custodian to look at.
	assert.deepEqual(await stateOf(batch, laboratory), [0n, 60n]);
	await send(api, supplier.agent, using(batch));
	await send(api, otherHospital.agent, using(kits));
	await allRefused(api, [[hospital.agent, using(packs), 'registry.Held']]);
	await liftHold(api, hubei.agent, onLot(packs), legal);
	await send(api, hospital.agent, using(packs));
	await liftHold(api, hospital.agent, place, damaged);
	assert.deepEqual(await stateOf(batch, hospital), [180n, 0n]);
	for (const lot of [batch, packs, kits]) {
		assert.equal((await conservationOf(api, lot)).balanced, true);
	}
});

test('after it is closed nobody answers, and it is not forgotten before its records are', async () => {
	const { recall } = shared;
	await allRefused(api, [
		[hospital.agent, answering(api, recall, 1, 1), 'recalls.RecallClosed'],
		[supplier.agent, closing(recall), 'recalls.RecallClosed'],
		[stranger, advancing(recall), 'recalls.NothingToDo'],
		[stranger, forgetting(recall), 'recalls.RecordNotPruned'],
	]);
	// What was answered is there to be read.
	const { state, asked, answered, found } = await progressOf(api, recall);
	assert.deepEqual([state, asked, answered, found], ['Closed', 6, 6, 1_078n]);
	assert.deepEqual(await view(api, 'Recalls', 'lots_recalled', recall, null, 256), []);
	const { recalls } = await view(api, 'Recalls', 'to_answer', relief.id, null, 256);
	assert.deepEqual(recalls, []);
});

test('the trail of a recall says who did what, and so do those of its lots', async () => {
	const actsOf = async (subject) =>
		(await history(api, subject)).entries
			.map(({ record }) => [record.action, record.institution, record.actor])
			.reverse();
	const acts = await actsOf({ Recall: shared.recall });
	assert.deepEqual(acts[0].slice(0, 2), ['RecallIssued', supplier.id]);
	const answers = acts.filter(([action]) => action === 'RecallAcknowledged');
	const order = [hospital, hospital, otherHospital, supplier, relief, donor, relief, laboratory];
	assert.deepEqual(
		answers.map(([, institution]) => institution),
		order.map(({ id }) => id),
	);
	const closed = acts.filter(([action]) => action === 'RecallClosed');
	assert.deepEqual(
		closed.map(([, institution]) => institution),
		[supplier.id],
	);
	const steps = acts.filter(([action]) => action === 'RecallAdvanced');
	assert.ok(steps.length >= 2);
	for (const [, institution, actor] of steps) assert.deepEqual([institution, actor], [null, 'Chain']);
	const ofKits = (await actsOf({ Lot: kits })).map(([action]) => action);
	assert.ok(ofKits.includes('RecallAdvanced'), ofKits.join(', '));
	const ofBatch = (await actsOf({ Lot: batch })).filter(([action]) => action === 'RecallIssued');
	assert.deepEqual(
		ofBatch.map(([, institution]) => institution),
		[supplier.id, zhejiang.id],
	);
});

test('a lot made of many is held by four recalls at most, and others wait for it', async () => {
	const { registry, utility } = api.tx;
	const quantity = 10;
	const parents = [];
	for (let count = 0; count <= MAX_RECALLS; count++) {
		parents.push(await registerGoods(api, donor, quantity, made({ batch: `N${count}` })));
	}
	const inputs = parents.map((lot) => ({ lot, quantity: 5 }));
	const outputs = [
		{ identity: made({ batch: 'N' }), quantity: 5 * parents.length, classChange: null },
	];
	const mixed = await send(api, donor.agent, registry.repack(inputs, outputs, event()));
	const [{ lot: child }] = (await saidBy(api, mixed.events, 'registry', 'LotRepacked')).outputs;

	const recalls = [];
	for (const parent of parents.slice(0, MAX_RECALLS)) {
		recalls.push(await issueRecall(api, donor.agent, [parent]));
	}
	assert.equal((await recallsOn(child)).length, MAX_RECALLS);
	// That of a commission names it, and waits as one does that comes to it.
	const sixth = await issueRecall(api, national.agent, [child]);
	const fifth = await issueRecall(api, donor.agent, parents.slice(MAX_RECALLS));
	const waits = async (recall) => {
		const { marked, awaited } = await progressOf(api, recall);
		return [marked, awaited];
	};
	assert.deepEqual([await waits(fifth), await waits(sixth)], [[1, 1], [0, 1]]);
	const [[awaited, how]] = await view(api, 'Recalls', 'lots_recalled', sixth, null, 256);
	assert.deepEqual([awaited, how], [child, 'Waiting']);
	await allRefused(api, [[national.agent, issuing(api, [child]), 'recalls.AlreadyRecalled']]);

	const [last, ...others] = recalls;
	await send(api, donor.agent, utility.batchAll(others.map((recall) => closing(recall))));
	for (const recall of others) await inState(api, recall, 'Closed');
	assert.deepEqual(await areHeld(child, ...parents), [
		...[true, true],
		...others.map(() => false),
		true,
	]);
	// The two that waited have taken places that became free, and ask who has some of it.
	for (const recall of [fifth, sixth]) await inState(api, recall, 'Standing');
	assert.deepEqual([await waits(fifth), await waits(sixth)], [[2, 0], [1, 0]]);
	assert.deepEqual(await told(sixth), [[donor.id, true, null]]);
	// Who supervises the maker closes them too.
	await closeRecall(api, national.agent, last);
	assert.deepEqual(await areHeld(child, parents[0]), [true, false]);
	for (const recall of [fifth, sixth]) await closeRecall(api, national.agent, recall);
	assert.equal(await isHeld(child), false);
	await send(api, donor.agent, using(child));
});

test('the council issues one on any lots, asks in the same way, and closes it', async () => {
	const lot = await registerMasks(api, 40);
	const { events } = await decide(api, issuing(api, [lot], { action: 'Destroy' }));
	const { recall, issuer } = await saidBy(api, events, 'recalls', 'RecallIssued');
	assert.equal(issuer, 'Governance');
	await inState(api, recall, 'Standing');
	assert.deepEqual(await told(recall), [[donor.id, true, null]]);
	const how = { from: 'Available', reason: 'Other', document: null };
	await send(api, donor.agent, api.tx.registry.destroy(lot, donor.id, 40, how, event()));
	await answer(api, donor.agent, recall, 40, 40);
	await allRefused(api, [
		[donor.agent, closing(recall), 'recalls.NotAuthorized'],
		[national.agent, closing(recall), 'recalls.NotAuthorized'],
	]);
	await decide(api, closing(recall));
	await inState(api, recall, 'Closed');
	const { answered, found, done } = await progressOf(api, recall);
	assert.deepEqual([answered, found, done], [1, 40n, 40n]);
});
