// Cases: who opens one over whom, the counts that it demands, the documents of both sides, the holds that it
// orders, and how it ends.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, finalReport, history, saidBy, send, stored, view } from '@salus/client';
import { commissionOf } from '../support/assembly.mjs';
import { donor, hospital, otherHospital, relief, rounds, stranger } from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { holdsOn, liftHold, lifting, onHolding, onLot, placing } from '../support/holds.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import {
	bring,
	caseOf,
	demanding,
	ending,
	issueRecall,
	made,
	nationalCommission,
	openCase,
	opening,
	ordering,
} from '../support/recalls.mjs';
import { allRefused } from '../support/refusal.mjs';
import { event, fund, registerGoods, registerMasks } from '../support/steps.mjs';
import { until } from '../support/until.mjs';

const DAY = 86_400_000;

/** How long a count may be given, how many a case demands, and how many documents each side attaches. */
const [MAX_DEMAND, MAX_DEMANDS, MAX_ATTACHED] = [90 * DAY, 32, 32];

const hubei = commissionOf('CN-HB');
const shanghai = commissionOf('CN-SH');

const digestOf = (number) => `0x${number.toString(16).padStart(2, '0').repeat(32)}`;
/** What was never opened, admitted or registered. */
const NEVER = 999_999;

let database, node, api, national;
/** Masks of the donor's, of which the hospital and the relief society have some. */
let lot, transfer, place;
/** The case of the commission over its hospital, on which most tests are. */
let opened;

const inAWeek = () => Date.now() + 7 * DAY;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	national = await nationalCommission(api);
	lot = await registerMasks(api, 1_000);
	transfer = await bring(api, donor, hospital, lot, 300);
	await bring(api, donor, relief, lot, 100);
	place = onHolding(lot, hospital);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const counting = ({ id }, counted, of = lot) =>
	api.tx.registry.count(of, id, counted, 'StockTake', event());
const using = (of = lot) => api.tx.registry.consume(of, 1, event());
const attaching = (digest, to = opened) => api.tx.recalls.attachDocument(to, digest);
const acknowledging = (document, of = opened) => api.tx.recalls.acknowledgeDocument(of, document);
const forgetting = (of) => api.tx.recalls.forgetCase(of);
const demandsOf = (of = opened) => view(api, 'Recalls', 'case_demands', of);
const documentsOf = (of = opened) => view(api, 'Recalls', 'case_documents', of);
/** Demands a count; answers with the number of the demand. */
const demand = async (who, by, of = opened) => {
	const { events } = await send(api, who, demanding(api, of, lot, by));
	return (await saidBy(api, events, 'recalls', 'CountDemanded')).demand;
};
const attach = async (who, digest, to = opened) => {
	const { events } = await send(api, who, attaching(digest, to));
	return saidBy(api, events, 'recalls', 'DocumentAttached');
};
/** The open cases over institutions of a region and its parts. */
const openIn = async (region) => {
	const { cases } = await view(api, 'Recalls', 'open_cases', region, null, 256);
	return cases.map(([id]) => id).sort((a, b) => Number(a) - Number(b));
};

test('a commission opens a case over an institution of its region, and nobody else does', async () => {
	const subject = { Lot: lot };
	await allRefused(api, [
		[shanghai.agent, opening(api, subject, hospital), 'recalls.NotSupervisor'],
		[hubei.agent, opening(api, subject, donor), 'recalls.NotSupervisor'],
		[hubei.agent, opening(api, subject, national), 'recalls.NotSupervisor'],
		// Nobody supervises itself.
		[hubei.agent, opening(api, subject, hubei), 'recalls.NotSupervisor'],
		[hospital.agent, opening(api, subject, otherHospital), 'recalls.NotSupervisor'],
		[stranger, opening(api, subject, hospital), 'registry.NotAgent'],
		[hubei.agent, opening(api, { Lot: NEVER }, hospital), 'recalls.SubjectNotFound'],
		[hubei.agent, opening(api, subject, { id: NEVER }), 'recalls.PartyNotFound'],
		[hubei.agent, opening(api, subject, hospital, { reason: '' }), 'recalls.InvalidCharacters'],
	]);
	const document = digestOf(1);
	const { events } = await send(api, hubei.agent, opening(api, subject, hospital, { document }));
	const said = await saidBy(api, events, 'recalls', 'CaseOpened');
	opened = said.case;
	assert.equal(said.party, hospital.id);
	const attached = await saidBy(api, events, 'recalls', 'DocumentAttached');
	assert.deepEqual(attached, { case: opened, document: 0, by: 'Supervisor' });
	const { openedAt, newestRecord, ...found } = await caseOf(api, opened);
	assert.deepEqual(found, {
		...{ supervisor: { Commission: hubei.id }, subject, party: hospital.id, region: 'CN-HB' },
		...{ reason: 'Figures do not agree', ended: null },
		...{ demands: 0, attachedBySupervisor: 1, attachedByParty: 0 },
	});
	assert.ok(Math.abs(Date.now() - Number(openedAt)) < 300_000);
	assert.notEqual(newestRecord, null);
	assert.equal(await caseOf(api, NEVER), null);
});

test('one over the whole country opens them everywhere, and so does the council', async () => {
	const ofNational = await openCase(api, national.agent, { Transfer: transfer }, donor);
	const overHubei = await openCase(api, national.agent, { Institution: hubei.id }, hubei);
	const { events } = await decide(api, opening(api, { Institution: donor.id }, donor));
	const ofCouncil = (await saidBy(api, events, 'recalls', 'CaseOpened')).case;
	assert.equal((await caseOf(api, ofCouncil)).supervisor, 'Governance');
	assert.deepEqual((await caseOf(api, ofNational)).supervisor, { Commission: national.id });

	// By the region of the party, not of who opened it.
	assert.deepEqual(await openIn('CN-HB'), [opened, overHubei]);
	assert.deepEqual(await openIn('CN-SH'), [ofNational, ofCouncil]);
	assert.deepEqual(await openIn('CN-ZJ'), []);
	assert.deepEqual(await openIn('CN'), [opened, ofNational, overHubei, ofCouncil]);
	const seen = [];
	for (let behind = null; ; ) {
		const page = await view(api, 'Recalls', 'open_cases', 'CN-HB', behind, 1);
		assert.ok(page.cases.length <= 1);
		seen.push(...page.cases.map(([id]) => id));
		if (page.next === null) break;
		behind = page.next;
	}
	assert.deepEqual(seen.sort(), [opened, overHubei]);

	// The council ends what a commission opened, a commission not what the council did.
	await allRefused(api, [
		[shanghai.agent, ending(api, ofCouncil), 'recalls.NotSupervisor'],
		[national.agent, ending(api, ofCouncil), 'recalls.NotSupervisor'],
		[shanghai.agent, ending(api, ofNational), 'recalls.NotSupervisor'],
		[hubei.agent, ending(api, overHubei), 'recalls.NotSupervisor'],
	]);
	await decide(api, ending(api, ofCouncil));
	await decide(api, ending(api, ofNational, 'Voided', 'Of another transfer'));
	await send(api, national.agent, ending(api, overHubei));
	assert.deepEqual(await openIn('CN'), [opened]);
});

test('a count is demanded by a date of what the party has of its own', async () => {
	const ask = (by, of = opened, what = lot) => demanding(api, of, what, by);
	const elsewhere = await registerMasks(api, 10);
	await allRefused(api, [
		[hubei.agent, ask(inAWeek(), NEVER), 'recalls.CaseNotFound'],
		[shanghai.agent, ask(inAWeek()), 'recalls.NotSupervisor'],
		[hospital.agent, ask(inAWeek()), 'recalls.NotSupervisor'],
		[stranger, ask(inAWeek()), 'registry.NotAgent'],
		[hubei.agent, ask(Date.now() - 1), 'recalls.DeadlinePassed'],
		[hubei.agent, ask(Date.now() + MAX_DEMAND + DAY), 'recalls.DeadlineTooFar'],
		[hubei.agent, ask(inAWeek(), opened, NEVER), 'recalls.LotNotFound'],
		[hubei.agent, ask(inAWeek(), opened, elsewhere), 'recalls.HoldingNotFound'],
	]);
	const by = inAWeek();
	const { events } = await send(api, hubei.agent, ask(by));
	const said = await saidBy(api, events, 'recalls', 'CountDemanded');
	assert.deepEqual(said, { case: opened, demand: 0, lot, by: BigInt(by) });
	const { hold, ...placed } = await saidBy(api, events, 'recalls', 'HoldPlaced');
	const supervisor = { Supervisor: hubei.id };
	assert.deepEqual(placed, { place, kind: 'CountDemanded', extent: 'Whole', by: supervisor });
	const [held] = await holdsOn(api, place);
	assert.deepEqual([held.id, held.case], [hold, opened]);
	const [[number, demanded, overdue]] = await demandsOf();
	assert.deepEqual([number, overdue], [0, null]);
	assert.deepEqual([demanded.hold, demanded.by, demanded.counted], [hold, BigInt(by), null]);
	await allRefused(api, [
		[hospital.agent, using(), 'registry.Held'],
		[hospital.agent, lifting(api, place, hold), 'recalls.NotAuthorized'],
		[hubei.agent, ask(by), 'recalls.AlreadyHeld'],
	]);

	const { events: counted } = await send(api, hospital.storekeeper, counting(hospital, 297));
	const given = await saidBy(api, counted, 'recalls', 'CountGiven');
	assert.deepEqual(given, { case: opened, demand: 0, quantity: 297n });
	const lifted = await saidBy(api, counted, 'recalls', 'HoldLifted');
	assert.deepEqual([lifted.hold, lifted.isLast], [hold, true]);
	const [[, { counted: answer }]] = await demandsOf();
	assert.equal(answer[0], 297n);
	assert.ok(Math.abs(Date.now() - Number(answer[1])) < 300_000);
	await send(api, hospital.agent, using());
});

test('a count that does not come in time is overdue, and ends that when it comes', async () => {
	const by = Date.now() + 5_000;
	const number = await demand(hubei.agent, by);
	const daysOverdue = async () => {
		const found = await demandsOf();
		return found.find(([each]) => each === number)[2];
	};
	assert.equal(number, 1);
	await until('a count that is overdue', async () => (await daysOverdue()) !== null);
	assert.ok(Date.now() > by);
	assert.equal(await daysOverdue(), 1);
	// It is demanded all the same, and held until then.
	await allRefused(api, [[hospital.agent, using(), 'registry.Held']]);
	await send(api, hospital.storekeeper, counting(hospital, 296));
	assert.equal(await daysOverdue(), null);
	await send(api, hospital.agent, using());
});

test('a demand is given up by lifting its hold, and no count of later is entered into it', async () => {
	const number = await demand(hubei.agent, inAWeek());
	const [{ id }] = await holdsOn(api, place);
	await liftHold(api, hubei.agent, place, id);
	await send(api, hospital.storekeeper, counting(hospital, 295));
	const [, demanded, overdue] = (await demandsOf()).find(([each]) => each === number);
	assert.deepEqual([demanded.counted, overdue], [null, null]);
});

test('there is no room for a demand where there is none for a hold', async () => {
	const kinds = ['Quarantine', 'Damage', 'ColdChainBreach', 'Legal'];
	const { utility } = api.tx;
	for (const agent of [hospital.storekeeper, hubei.agent, national.agent]) {
		await send(api, agent, utility.batchAll(kinds.map((kind) => placing(api, place, kind))));
	}
	const late = demanding(api, opened, lot, inAWeek());
	await allRefused(api, [[hubei.agent, late, 'recalls.TooManyHolds']]);
	const holds = await holdsOn(api, place);
	await send(
		...[api, national.agent, utility.batchAll(holds.map(({ id }) => lifting(api, place, id)))],
	);
	assert.deepEqual(await holdsOn(api, place), []);
});

test('each side attaches documents, and acknowledges those of the other alone', async () => {
	const ofParty = await attach(hospital.agent, digestOf(2));
	assert.deepEqual(ofParty, { case: opened, document: 1, by: 'Party' });
	await allRefused(api, [
		[hospital.agent, attaching(digestOf(3), NEVER), 'recalls.CaseNotFound'],
		[hospital.agent, acknowledging(0, NEVER), 'recalls.CaseNotFound'],
		[otherHospital.agent, attaching(digestOf(3)), 'recalls.NotSide'],
		[shanghai.agent, attaching(digestOf(3)), 'recalls.NotSide'],
		[otherHospital.agent, acknowledging(0), 'recalls.NotSide'],
		// The party speaks by its admins.
		[hospital.storekeeper, attaching(digestOf(3)), 'registry.NotAuthorized'],
		[stranger, attaching(digestOf(3)), 'registry.NotAgent'],
		[hospital.agent, acknowledging(2), 'recalls.DocumentNotFound'],
		[hospital.agent, acknowledging(1), 'recalls.OwnDocument'],
		[hubei.agent, acknowledging(0), 'recalls.OwnDocument'],
	]);
	const { events } = await send(api, hospital.agent, acknowledging(0));
	const said = await saidBy(api, events, 'recalls', 'DocumentAcknowledged');
	assert.deepEqual(said, { case: opened, document: 0 });
	// A commission over a wider region is of the supervisor's side.
	await send(api, national.agent, acknowledging(1));
	await allRefused(api, [
		[hospital.agent, acknowledging(0), 'recalls.AlreadyAcknowledged'],
		[hubei.agent, acknowledging(1), 'recalls.AlreadyAcknowledged'],
	]);
	const documents = await documentsOf();
	assert.deepEqual(
		documents.map(([number, { digest, attachedBy }]) => [number, digest, attachedBy]),
		[
			[0, digestOf(1), 'Supervisor'],
			[1, digestOf(2), 'Party'],
		],
	);
	for (const [, { attachedAt, acknowledgedAt }] of documents) {
		assert.ok(acknowledgedAt > attachedAt);
	}
});

test('a hold is ordered in a case: on the party’s goods alone, within what may be placed', async () => {
	const ofRelief = onHolding(lot, relief);
	const order = (where, kind, more) => ordering(api, opened, where, kind, more);
	await allRefused(api, [
		[hubei.agent, ordering(api, NEVER, place, 'Legal'), 'recalls.CaseNotFound'],
		[shanghai.agent, order(place, 'Legal'), 'recalls.NotSupervisor'],
		[hospital.agent, order(place, 'Legal'), 'recalls.NotSupervisor'],
		[stranger, order(place, 'Legal'), 'registry.NotAgent'],
		[hubei.agent, order(ofRelief, 'Legal'), 'recalls.NotOfParty'],
		// The donor registered it, in Shanghai.
		[hubei.agent, order(onLot(lot), 'Legal'), 'recalls.NotAuthorized'],
		[hubei.agent, order(place, 'Recall'), 'recalls.KindNotYours'],
		// Such a hold comes with a date.
		[hubei.agent, order(place, 'CountDemanded'), 'recalls.KindNotYours'],
		[hubei.agent, order(place, 'Legal', { reason: '' }), 'recalls.InvalidCharacters'],
		[hubei.agent, order(onHolding(NEVER, hospital), 'Legal'), 'recalls.LotNotFound'],
	]);
	const more = { reason: 'Invoice 17 is missing', document: digestOf(4) };
	const { events } = await send(api, hubei.agent, order(place, 'Legal', more));
	const { hold, kind } = await saidBy(api, events, 'recalls', 'HoldPlaced');
	const [held] = await holdsOn(api, place);
	assert.deepEqual([held.id, held.case, held.reason], [hold, opened, more.reason]);
	assert.deepEqual([held.document, kind], [more.document, 'Legal']);
	await allRefused(api, [
		[hospital.agent, using(), 'registry.Held'],
		[hubei.agent, order(place, 'Legal'), 'recalls.AlreadyHeld'],
	]);
	await decide(api, order(place, 'Quarantine'));
	assert.equal((await holdsOn(api, place)).length, 2);
});

test('a case has as many demands and documents as it may, each side its own', async () => {
	const { registry, utility } = api.tx;
	const other = await openCase(api, hubei.agent, { Institution: relief.id }, relief);
	const half = MAX_DEMANDS / 2;
	const registering = Array.from({ length: half }, (_, count) =>
		registry.registerLot(made({ batch: `R${count}` }), 10, null, event()),
	);
	const lots = [];
	for (let turn = 0; turn < 2; turn++) {
		const first = await stored(api, 'registry', 'nextLotId');
		await send(api, relief.agent, utility.batchAll(registering));
		lots.push(...registering.map((_, count) => first + BigInt(count)));
	}
	const ask = (of) => demanding(api, other, of, inAWeek());
	await send(api, hubei.agent, utility.batchAll(lots.slice(0, half).map(ask)));
	await send(api, hubei.agent, utility.batchAll(lots.slice(half).map(ask)));
	await allRefused(api, [[hubei.agent, ask(lot), 'recalls.TooManyDemands']]);
	assert.equal((await demandsOf(other)).length, MAX_DEMANDS);

	const many = Array.from({ length: MAX_ATTACHED }, (_, count) =>
		attaching(digestOf(count), other),
	);
	await send(api, hubei.agent, utility.batchAll(many));
	await allRefused(api, [[hubei.agent, attaching(digestOf(99), other), 'recalls.TooManyDocuments']]);
	const { document } = await attach(relief.agent, digestOf(98), other);
	assert.equal(document, MAX_ATTACHED);
	await send(api, hubei.agent, acknowledging(MAX_ATTACHED, other));
	assert.equal((await documentsOf(other)).length, MAX_ATTACHED + 1);
	await send(api, hubei.agent, ending(api, other, 'Voided', 'The wrong society'));
	// Its counts are demanded as long as nobody lifts the holds.
	await send(api, relief.agent, counting(relief, 10, lots[0]));
	const [[, { counted }]] = await demandsOf(other);
	assert.equal(counted[0], 10n);
});

test('a case of a commission that is suspended is taken over', async () => {
	const { registry } = api.tx;
	const taken = await openCase(api, national.agent, { Institution: hospital.id }, hospital);
	await decide(api, registry.suspendInstitution(national.id));
	await allRefused(api, [
		[national.agent, ending(api, taken), 'registry.Suspended'],
		// The hospital is in its region, but the case is of a commission over it.
		[hubei.agent, ending(api, taken), 'recalls.NotSupervisor'],
	]);
	const { events } = await decide(api, ending(api, taken, 'Closed', 'Taken over'));
	assert.deepEqual(await saidBy(api, events, 'recalls', 'CaseEnded'), {
		...{ case: taken, end: 'Closed' },
	});
	await decide(api, registry.reinstateInstitution(national.id));
});

test('it ends with a reason, and its holds do not end with it', async () => {
	await allRefused(api, [
		[hubei.agent, ending(api, NEVER), 'recalls.CaseNotFound'],
		[shanghai.agent, ending(api, opened), 'recalls.NotSupervisor'],
		[hospital.agent, ending(api, opened), 'recalls.NotSupervisor'],
		[stranger, ending(api, opened), 'registry.NotAgent'],
		[hubei.agent, ending(api, opened, 'Closed', ''), 'recalls.InvalidCharacters'],
		[stranger, forgetting(opened), 'recalls.NotEnded'],
		[stranger, forgetting(NEVER), 'recalls.CaseNotFound'],
	]);
	const reason = 'Three were broken, and are written off';
	const { events } = await send(api, hubei.agent, ending(api, opened, 'Closed', reason));
	const said = await saidBy(api, events, 'recalls', 'CaseEnded');
	assert.deepEqual(said, { case: opened, end: 'Closed' });
	const { how, reason: why, at } = (await caseOf(api, opened)).ended;
	assert.deepEqual([how, why], ['Closed', reason]);
	assert.ok(Math.abs(Date.now() - Number(at)) < 300_000);
	assert.deepEqual(await openIn('CN'), []);

	const holds = await holdsOn(api, place);
	assert.deepEqual(
		holds.map(({ kind, case: of }) => [kind, of]),
		[
			['Legal', opened],
			['Quarantine', opened],
		],
	);
	await allRefused(api, [
		[hospital.agent, using(), 'registry.Held'],
		[hubei.agent, demanding(api, opened, lot, inAWeek()), 'recalls.CaseEnded'],
		[hubei.agent, ordering(api, opened, place, 'Damage'), 'recalls.CaseEnded'],
		[hospital.agent, attaching(digestOf(5)), 'recalls.CaseEnded'],
		[hospital.agent, acknowledging(0), 'recalls.CaseEnded'],
		[hubei.agent, ending(api, opened), 'recalls.CaseEnded'],
		[stranger, forgetting(opened), 'recalls.RecordNotPruned'],
	]);
	const [ofCommission, ofCouncil] = holds;
	await liftHold(api, hubei.agent, place, ofCommission.id);
	await decide(api, lifting(api, place, ofCouncil.id));
	await send(api, hospital.agent, using());
});

test('a case has a trail of its own, and its opening stands in that of its party', async () => {
	const { entries, rest } = await history(api, { Case: opened });
	assert.equal(rest, 'Nothing');
	const acts = entries.map(({ record }) => [record.action, record.institution]).reverse();
	const [first] = acts;
	assert.deepEqual(first, ['CaseOpened', hubei.id]);
	assert.deepEqual(acts[acts.length - 1], ['CaseClosed', hubei.id]);
	const of = (action) => acts.filter(([each]) => each === action).map(([, by]) => by);
	assert.deepEqual(of('CountDemanded'), [hubei.id, hubei.id, hubei.id]);
	assert.deepEqual(of('LotCounted'), [hospital.id, hospital.id]);
	assert.deepEqual(of('DocumentAttached'), [hospital.id]);
	assert.deepEqual(of('DocumentAcknowledged'), [hospital.id, national.id]);
	assert.deepEqual(of('HoldOrdered'), [hubei.id, null]);
	const ofHospital = await history(api, { Institution: hospital.id });
	const openings = ofHospital.entries.filter(({ record }) => record.action === 'CaseOpened');
	assert.deepEqual(
		openings.map(({ record }) => record.institution),
		[national.id, hubei.id],
	);
	const ofLot = (await history(api, { Lot: lot })).entries.map(({ record }) => record.action);
	for (const action of ['CountDemanded', 'HoldOrdered']) assert.ok(ofLot.includes(action), action);
});

test('a case is on whatever has a record: a recall, and another case', async () => {
	const recalled = await registerGoods(api, donor, 10, made());
	const recall = await issueRecall(api, donor.agent, [recalled]);
	const ofRecall = await openCase(api, shanghai.agent, { Recall: recall }, donor);
	const ofCase = await openCase(api, national.agent, { Case: ofRecall }, donor);
	assert.deepEqual(await openIn('CN-SH'), [ofRecall, ofCase]);
	for (const one of [ofRecall, ofCase]) await send(api, national.agent, ending(api, one));
	assert.deepEqual(await openIn('CN-SH'), []);
});
