// The member's tool, as its users run it: from a key to a ring, a pseudonym, an appeal with sealed letters, a
// complaint, a rating and a secret vote. What it makes, the chain accepts, and what it seals, others open.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allStored, connect, saidBy, send, view } from '@salus/client';
import { commissionOf, submitForRing } from '../support/assembly.mjs';
import { arrived, classes, donor, hospital, otherHospital, relief } from '../support/cast.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { contextOf, contexts, crowd, declareContexts, fillRing, terms } from '../support/protection.mjs';
import {
	digestOf,
	institution,
	open,
	pseudonym,
	publishSealingKey,
	seal,
	sealingKeyOf,
} from '../support/sealing.mjs';
import { receive, registerMasks, ship } from '../support/steps.mjs';
import { toolIn } from '../support/tool.mjs';

const role = 'Receive';

const PLACE = 'Deliver at the rear gate, after ten in the evening.';
const ANSWER = 'On Tuesday, with two lorries.';
const LETTER = 'The masks that came were wet.';

/** The first of each, on a chain of its own. */
const [APPEAL, LETTER_TO_GIVER, COMPLAINT] = [0, 0, 0];

let database, folder, node, api, tool;
/** The key files of two hospitals, and the account with which the first one appeals. */
let key, otherKey, account;

before(async () => {
	[database, folder] = [await newDatabase(), await newDatabase()];
	node = await startNode(database);
	api = await connect(node.endpoint);
	tool = await toolIn(folder.path, node.endpoint);
	[key, otherKey] = ['key.json', 'other.json'].map((name) => tool.path(name));
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
	await folder?.discard();
});

const keyOf = ({ id }) => view(api, 'Protection', 'member_key', role, id);
const publicOf = async (name) => JSON.parse(await tool.read(name));
/** The account that a context has a pseudonym of, where there is one. */
const accountIn = async (context) => {
	const all = await allStored(api, 'protection', 'pseudonyms');
	const found = all.filter(([, bound]) => bound.context === context);
	assert.equal(found.length, 1);
	const [[[address], bound]] = found;
	return { address, ...bound };
};

test('a key is made, shown, and encrypted', async () => {
	await tool.run('key', 'new', key);
	await tool.run('key', 'new', otherKey);
	const { memberKey, sealingKey } = await publicOf('key.json');
	assert.match(memberKey, /^0x[0-9a-f]{64}$/);
	const shown = await tool.run('key', 'show', key);
	assert.ok(shown.includes(memberKey) && shown.includes(sealingKey), shown);
	// A file that is there is not written over.
	await tool.failing('key', 'new', key);
	assert.notEqual((await publicOf('other.json')).memberKey, memberKey);
});

test('an agent registers it, or signs elsewhere what the tool prints', async () => {
	const as = ({ id }) => ['--role', 'receive', '--institution', id];
	await tool.run('key', 'register', key, ...as(hospital), '--signer', '//Bob');
	const own = await keyOf(hospital);
	assert.deepEqual([own.key, own.place], [(await publicOf('key.json')).memberKey, 'Queued']);
	// For an institution that the agent does not act for, as the tool sees before it signs.
	const foreign = await tool.failing('key', 'register', otherKey, ...as(donor), '--signer', '//Dave');
	assert.match(foreign, new RegExp(`acts for institution ${otherHospital.id}, and not for ${donor.id}`));
	assert.equal(await keyOf(donor), null);

	const printed = await tool.run('key', 'register', otherKey, ...as(otherHospital), '--print');
	const [, call] = printed.match(/^Call: (0x[0-9a-f]+)$/m) ?? [];
	assert.ok(call, printed);
	assert.equal(await keyOf(otherHospital), null);
	await send(api, otherHospital.agent, api.tx(api.registry.createType('Call', call)));
	assert.equal((await keyOf(otherHospital)).key, (await publicOf('other.json')).memberKey);
});

test('with others it enters a ring, which the tool shows', async () => {
	const others = crowd.filter(({ id }) => ![hospital.id, otherHospital.id].includes(id)).slice(0, 18);
	const { ring } = await fillRing(api, role, others, 2);
	const { memberKey } = await publicOf('key.json');
	assert.ok(ring.keys.includes(memberKey));
	const shown = await tool.run('ring', '--role', 'receive', '--key', key);
	assert.ok(shown.includes(String(ring.members)), shown);
	const listed = await tool.run('contexts');
	assert.match(listed, /appeals/);
	assert.match(listed, /complaints/);
});

test('it binds a new account by a proof, once in a context, and on no other chain', async () => {
	const context = ['--context', contexts.appeals];
	const alone = '--no-witness';
	await tool.failing('bind', key, ...context, alone, '--genesis', `0x${'17'.repeat(32)}`);
	// A witness is named, or refused: it is not forgotten.
	assert.match(await tool.failing('bind', key, ...context), /--witness/);
	const genesis = api.genesisHash.toHex();
	// No node is a witness of itself. Under another address it passes for one.
	await tool.failing('bind', key, ...context, '--witness', node.endpoint);
	const witness = node.endpoint.replace('127.0.0.1', 'localhost');
	await tool.run('bind', key, ...context, '--genesis', genesis, '--witness', witness);
	account = await accountIn(contexts.appeals);
	await tool.failing('bind', key, ...context, alone);
	assert.equal((await contextOf(api, contexts.appeals)).pseudonyms, 1);
	const listed = await tool.run('pseudonyms', key);
	assert.ok(listed.includes(account.address), listed);
	assert.ok(!(await tool.run('pseudonyms', otherKey)).includes(account.address));
	// A key that is in no ring.
	await tool.run('key', 'new', tool.path('stranger.json'));
	await tool.failing('bind', tool.path('stranger.json'), ...context, alone);
});

test('it appeals, and what it seals is opened by who promised', async () => {
	const plea = ['--class', classes.mask, '--region', 'CN-HB', '--quantity', 500];
	await tool.run('appeal', key, ...plea, '--priority', 'urgent', '--until', '14d');
	const { by, plea: wanted } = await view(api, 'Protection', 'appeal_entry', APPEAL);
	assert.deepEqual([by, wanted.quantity, wanted.region], [account.address, 500n, 'CN-HB']);
	await send(api, relief.agent, api.tx.protection.promise(APPEAL, 500));
	assert.match(await tool.run('pseudonyms', key), new RegExp(`500 promised by institution ${relief.id}`));
	const foreign = await tool.failing('close-appeal', otherKey, '--appeal', APPEAL, '--served');
	assert.match(foreign, /nothing was sent/);
	const secret = await publishSealingKey(api, relief.agent);

	await tool.write('place.txt', PLACE);
	const [plain, sealed] = ['place.txt', 'place.sealed'].map((name) => tool.path(name));
	const files = ['--in', plain, '--out', sealed];
	await tool.run('seal', '--to-institution', relief.id, ...files, '--send', '--key', key);
	const sent = await view(api, 'Protection', 'document', LETTER_TO_GIVER);
	assert.deepEqual([sent.from, sent.to], [pseudonym(account), institution(relief)]);
	const document = new Uint8Array(await tool.read('place.sealed'));
	assert.equal(sent.digest, digestOf(document));
	assert.equal(await open(api, institution(relief), secret, document), PLACE);
	await send(api, relief.agent, api.tx.protection.acknowledgeDocument(LETTER_TO_GIVER));
});

test('it opens what is sealed to its pseudonym, and acknowledges it', async () => {
	const context = ['--context', contexts.appeals];
	await tool.run('sealing-key', 'publish', key, ...context);
	const to = pseudonym(account);
	assert.equal((await sealingKeyOf(api, to)).number, 1);
	const sealed = await seal(api, to, ANSWER);
	const call = api.tx.protection.sendDocument(to, sealed.digest, sealed.number);
	const { events } = await send(api, relief.agent, call);
	const { document } = await saidBy(api, events, 'protection', 'DocumentSent');
	await tool.write('answer.sealed', sealed.document);
	const files = (out) => ['--in', tool.path('answer.sealed'), '--out', tool.path(out)];
	const noted = ['--document', document];
	await tool.failing('open', otherKey, ...context, ...files('nothing.txt'));
	await tool.run('open', key, ...context, ...files('answer.txt'), ...noted);
	assert.equal((await tool.read('answer.txt')).toString(), ANSWER);
	assert.match(await tool.failing('receive', ...noted, '--signer', '//Bob'), /nothing was sent/);
	await tool.run('receive', ...noted, '--key', key);
	const listed = await tool.run('pseudonyms', key);
	assert.match(listed, new RegExp(`document ${document}: from institution ${relief.id}, .*, acknowledged at`));
	assert.notEqual((await view(api, 'Protection', 'document', document)).receivedAt, null);
	await tool.run('close-appeal', key, '--appeal', APPEAL, '--served');
	const { closed } = await view(api, 'Protection', 'appeal_entry', APPEAL);
	assert.equal(closed[0], 'Served');
});

test('it complains, and rates after a transfer', async () => {
	await tool.write('letter.txt', LETTER);
	await tool.run('bind', key, '--context', contexts.complaints, '--no-witness');
	const text = ['--text-file', tool.path('letter.txt')];
	await tool.run('complain', key, '--institution', donor.id, ...text);
	const complaint = await view(api, 'Protection', 'complaint', COMPLAINT);
	assert.deepEqual(complaint.about, { Institution: donor.id });
	assert.equal(complaint.text, digestOf(new Uint8Array(await tool.read('letter.txt'))));
	assert.notEqual(complaint.by, account.address);

	const lot = await registerMasks(api, 100);
	const transfer = await ship(api, [[lot, 10]]);
	await receive(api, transfer, [arrived(10)]);
	await tool.run('bind', otherKey, '--context', contexts.ratings, '--no-witness');
	const of = ['--transfer', transfer, '--institution', donor.id];
	await tool.run('rate', otherKey, ...of, '--rating', 'good');
	assert.deepEqual(await view(api, 'Protection', 'reputation', donor.id), [0, 0, 0, 1, 0]);
	await tool.failing('rate', otherKey, ...of, '--rating', 'bad');
});

test('it votes in secret with keys for that role, and changes its mind', async () => {
	const [own, other] = ['vote.json', 'other-vote.json'].map((name) => tool.path(name));
	for (const [file, { id }, signer] of [[own, hospital, '//Bob'], [other, otherHospital, '//Dave']]) {
		await tool.run('key', 'new', file);
		await tool.run('key', 'register', file, '--role', 'vote', '--institution', id, '--signer', signer);
	}
	const others = crowd.filter(({ id }) => ![hospital.id, otherHospital.id].includes(id)).slice(0, 26);
	await fillRing(api, 'Vote', others, 2);
	const call = api.tx.system.remark('in secret');
	const referendum = await submitForRing(api, commissionOf('CN-SH'), 'Accreditation', call);
	const poll = terms({ Vote: referendum }, { role: 'Vote', roll: 'AtDeclaration', uses: 2 });
	const [context] = await declareContexts(api, poll);
	const ballot = async () => (await contextOf(api, context)).ballot;
	await tool.failing('vote', own, '--context', context, 'aye');
	await tool.run('bind', own, '--context', context, '--no-witness');
	await tool.run('bind', other, '--context', context, '--no-witness');
	await tool.run('vote', own, '--context', context, 'aye');
	await tool.run('vote', other, '--context', context, 'aye');
	assert.deepEqual(await ballot(), { ayes: 2, nays: 0 });
	await tool.run('vote', other, '--context', context, 'nay');
	assert.deepEqual(await ballot(), { ayes: 1, nays: 1 });
	const late = await tool.failing('vote', other, '--context', context, 'aye');
	assert.match(late, /2 times/);
	const withdraw = ['key', 'withdraw', '--role', 'vote', '--institution', otherHospital.id];
	assert.match(await tool.failing(...withdraw, '--signer', '//Bob'), /nothing was sent/);
	await tool.run(...withdraw, '--signer', '//Dave');
	assert.equal(await view(api, 'Protection', 'member_key', 'Vote', otherHospital.id), null);
	const listed = await tool.run('pseudonyms', key);
	assert.ok(listed.includes(account.address), listed);
	assert.ok(!(await tool.run('pseudonyms', own)).includes(account.address));
});
