// Documents that travel off chain, sealed to their receiver: keys and their numbers, who writes to whom, and the
// digest that both sides have acknowledged.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, finalReport, history, historyOfInstitution, saidBy, send, view } from '@salus/client';
import { commissionOf } from '../support/assembly.mjs';
import { donor, hospital, laboratory, relief, rounds, stranger, supplier } from '../support/cast.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { bind, contexts, fillRing, plea } from '../support/protection.mjs';
import { allRefused } from '../support/refusal.mjs';
import {
	digestOf,
	institution,
	newSealingSecret,
	open,
	pseudonym,
	publishSealingKey,
	seal,
	sealingKeyOf,
} from '../support/sealing.mjs';
import { fund } from '../support/steps.mjs';

const hubei = commissionOf('CN-HB');

/** Where the goods are to be delivered, which is nobody's business but the giver's. */
const PLACE = 'Deliver at the rear gate of No. 8, Jiefang Avenue, after ten in the evening.';
const ANSWER = 'On Tuesday, with two lorries. 收到。';

/** There is none of it. */
const NEVER = 999_999;

let database, node, api;
/** The secrets of the sealing keys, and a pseudonym that appeals. */
let secrets, account, other, appeal;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	const { members } = await fillRing(api);
	account = await bind(api, node.endpoint, members[0], contexts.appeals);
	other = await bind(api, node.endpoint, members[1], contexts.appeals);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const allOf = (...attempts) => allRefused(api, attempts);
const publishing = (key) => api.tx.protection.publishSealingKey(key);
const sending = (to, { digest, number }) => api.tx.protection.sendDocument(to, digest, number);
const acknowledging = (document) => api.tx.protection.acknowledgeDocument(document);
/** Has the chain note that a document is on its way; answers with its number there. */
const sendTo = async (who, to, sealed) => {
	const { events } = await send(api, who, sending(to, sealed));
	return (await saidBy(api, events, 'protection', 'DocumentSent')).document;
};
const documentOf = (id) => view(api, 'Protection', 'document', id);
const actionsOn = async (subject) =>
	(await history(api, subject)).entries.map(({ record }) => [record.action, record.actor]);

test('a party publishes its sealing key, and another one in its place', async () => {
	secrets = {};
	for (const who of [hospital, relief, laboratory]) {
		assert.equal(await sealingKeyOf(api, institution(who)), null);
		secrets[who.id] = await publishSealingKey(api, who.agent);
		assert.equal((await sealingKeyOf(api, institution(who))).number, 1);
	}
	const before = await sealingKeyOf(api, institution(hospital));
	secrets.old = secrets[hospital.id];
	secrets[hospital.id] = await publishSealingKey(api, hospital.agent);
	const now = await sealingKeyOf(api, institution(hospital));
	assert.equal(now.number, 2);
	assert.notEqual(now.key, before.key);
	const { entries } = await historyOfInstitution(api, hospital.id);
	assert.equal(entries[0].record.action, 'SealingKeyPublished');

	const { key } = await newSealingSecret();
	await allOf(
		[stranger, publishing(key), 'registry.NotAgent'],
		[hospital.storekeeper, publishing(key), 'registry.NotAuthorized'],
		// Keys with which nothing is secret: the neutral element, and a point of order eight, with the bit that does
		// not count.
		[hospital.agent, publishing(`0x${'00'.repeat(32)}`), 'protection.InvalidSealingKey'],
		[
			hospital.agent,
			publishing('0xe0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b880'),
			'protection.InvalidSealingKey',
		],
	);
});

test('institutions write to each other, and both acknowledge the digest', async () => {
	const to = institution(hospital);
	const sealed = await seal(api, to, PLACE);
	const old = { ...sealed, number: 1 };
	await allOf(
		[donor.agent, sending(to, old), 'protection.OldSealingKey'],
		[donor.agent, sending(institution(supplier), sealed), 'protection.NoSealingKey'],
		[donor.agent, sending(institution({ id: NEVER }), sealed), 'protection.InstitutionNotFound'],
		[hospital.agent, sending(to, sealed), 'protection.ToItself'],
		[stranger, sending(to, sealed), 'registry.NotAgent'],
		[hospital.storekeeper, sending(institution(relief), sealed), 'registry.NotAuthorized'],
	);
	const document = await sendTo(donor.agent, to, sealed);
	const sent = await documentOf(document);
	assert.deepEqual([sent.from, sent.to], [institution(donor), to]);
	assert.deepEqual([sent.digest, sent.sealedTo, sent.receivedAt], [sealed.digest, 2, null]);

	// The receiver compares what has come with what the chain was told, and opens it.
	assert.equal(digestOf(sealed.document), sent.digest);
	assert.equal(await open(api, to, secrets[hospital.id], sealed.document), PLACE);
	await assert.rejects(open(api, to, secrets[relief.id], sealed.document));
	await assert.rejects(open(api, to, secrets.old, sealed.document));
	const changed = sealed.document.slice();
	changed[changed.length - 1] ^= 1;
	assert.notEqual(digestOf(changed), sent.digest);
	await assert.rejects(open(api, to, secrets[hospital.id], changed));

	await allOf(
		[donor.agent, acknowledging(document), 'protection.NotReceiver'],
		[hospital.storekeeper, acknowledging(document), 'registry.NotAuthorized'],
		[hospital.agent, acknowledging(NEVER), 'protection.DocumentNotFound'],
	);
	await send(api, hospital.agent, acknowledging(document));
	const { receivedAt, sentAt } = await documentOf(document);
	assert.ok(receivedAt >= sentAt);
	await allOf([hospital.agent, acknowledging(document), 'protection.AlreadyReceived']);
	const acts = await actionsOn({ Document: document });
	assert.deepEqual(acts, [
		['DocumentReceived', { Account: hospital.agent.address }],
		['DocumentSent', { Account: donor.agent.address }],
	]);
});

test('a pseudonym writes to those who promised it something, and to nobody else', async () => {
	const sealed = await seal(api, institution(relief), PLACE);
	const { events } = await send(api, account, api.tx.protection.appeal(plea(500)));
	appeal = (await saidBy(api, events, 'protection', 'AppealMade')).appeal;
	await allOf([account, sending(institution(relief), sealed), 'protection.NoCorrespondence']);
	await send(api, relief.agent, api.tx.protection.promise(appeal, 500));
	const elsewhere = await seal(api, institution(hospital), PLACE);
	await allOf(
		[account, sending(institution(hospital), elsewhere), 'protection.NoCorrespondence'],
		[other, sending(institution(relief), sealed), 'protection.NoCorrespondence'],
		[account, sending(pseudonym(other), sealed), 'protection.NoCorrespondence'],
		[account, sending(pseudonym(account), sealed), 'protection.ToItself'],
	);

	const document = await sendTo(account, institution(relief), sealed);
	const { from, to, digest } = await documentOf(document);
	assert.deepEqual([from, to], [pseudonym(account), institution(relief)]);
	assert.equal(digest, digestOf(sealed.document));
	assert.equal(await open(api, institution(relief), secrets[relief.id], sealed.document), PLACE);
	await send(api, relief.agent, acknowledging(document));
	assert.deepEqual((await actionsOn({ Document: document })).at(-1), [
		'DocumentSent',
		{ Pseudonym: account.address },
	]);
	// No text and no key of a member is on the chain: of the document, its digest is.
	const { entries } = await history(api, { Document: document });
	assert.equal(entries.at(-1).record.institution, null);
});

test('who promised answers, sealed to the pseudonym’s own key', async () => {
	const to = pseudonym(account);
	const empty = { digest: `0x${'11'.repeat(32)}`, number: 1 };
	await allOf([relief.agent, sending(to, empty), 'protection.NoSealingKey']);
	const secret = await publishSealingKey(api, account);
	const sealed = await seal(api, to, ANSWER);
	await allOf(
		[laboratory.agent, sending(to, sealed), 'protection.NoCorrespondence'],
		[hubei.agent, sending(to, sealed), 'registry.NotAuthorized'],
	);
	const document = await sendTo(relief.agent, to, sealed);
	await allOf(
		[other, acknowledging(document), 'protection.NotReceiver'],
		[relief.agent, acknowledging(document), 'protection.NotReceiver'],
	);
	assert.equal(await open(api, to, secret, sealed.document), ANSWER);
	await send(api, account, acknowledging(document));
	assert.ok((await documentOf(document)).receivedAt !== null);
});

test('who withdraws its promise hears no more', async () => {
	const sealed = await seal(api, institution(relief), PLACE);
	await send(api, relief.agent, api.tx.protection.withdrawPromise(appeal));
	const answer = await seal(api, pseudonym(account), ANSWER);
	await allOf(
		[account, sending(institution(relief), sealed), 'protection.NoCorrespondence'],
		[relief.agent, sending(pseudonym(account), answer), 'protection.NoCorrespondence'],
	);
	await send(api, account, api.tx.protection.closeAppeal(appeal, 'Withdrawn'));
});
