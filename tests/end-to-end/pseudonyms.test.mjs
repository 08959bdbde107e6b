// Pseudonyms: whom a proof binds, what is refused and why, what a pseudonym does and how often, and what becomes of
// it when its member leaves the ring.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hexToU8a, stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { connect, finalReport, history, saidBy, send, submit, view } from '@salus/client';
import { commissionOf, decideByAssembly } from '../support/assembly.mjs';
import { arrived, classes, council, donor, hospital, relief, rounds, stranger } from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { request } from '../support/needs.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import {
	aliasOf,
	bind,
	binding,
	bindingOf,
	contextOf,
	contexts,
	declareContexts,
	fillRing,
	handIn,
	head,
	keyOf,
	newAccount,
	newestRing,
	nextRing,
	plea,
	PROOF_LENGTH,
	pseudonymOf,
	secretOf,
	terms,
	verdictOn,
} from '../support/protection.mjs';
import { allRefused } from '../support/refusal.mjs';
import { newSealingSecret } from '../support/sealing.mjs';
import { fund, receive, registerMasks, ship } from '../support/steps.mjs';
import { until } from '../support/until.mjs';

const DAY = 86_400_000;

/** How many blocks a binding is accepted for at most, and what a purse of the contexts here holds. */
const [WINDOW, PURSE] = [64, 10n ** 12n];

/** Stand for the digests of a complaint and of its answer. */
const [grievance, reply] = ['c0', 'a5'].map((byte) => `0x${byte.repeat(32)}`);

/** As long as a proof, and none. */
const noise = u8aToHex(new Uint8Array(PROOF_LENGTH).fill(0x55));

/** There is none of it. */
const NEVER = 999_999;

const [hubei, zhejiang] = ['CN-HB', 'CN-ZJ'].map(commissionOf);

let database, node, api;
/** Members of the ring, each of whom does something else; and contexts that the genesis does not have. */
let ring, members, narrow, strict, closed;
/** The first pseudonym: its member, its account, and the transaction by which it was bound. */
let first, account, transaction;
/** What a second member can hand in, and does at last. */
let good, second;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	await fund(api, stranger);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	({ ring, members } = await fillRing(api));
	first = members[0];
	// Appeals, of which a pseudonym has three; and complaints, for which the newest revision is asked for.
	[narrow, strict, closed] = await declareContexts(
		api,
		terms('Appeal', { uses: 3, purse: PURSE }),
		terms('Complain', { roll: 'Newest', purse: PURSE }),
		terms('Rate'),
	);
	await decide(api, api.tx.protection.closeContext(closed));
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const allOf = (...attempts) => allRefused(api, attempts);
const protection = () => api.tx.protection;
const appealing = (quantity, more) => protection().appeal(plea(quantity, more));
const complaining = (about) => protection().complain(about, grievance);
const rating = (transfer, { id }, how = 'Good') => protection().rate(transfer, id, how);
const usedBy = async (who) => (await pseudonymOf(api, who)).used;
/** What a pseudonym's call made, by the event that says it. */
const made = async (who, call, event, field) => {
	const { events } = await send(api, who, call);
	return (await saidBy(api, events, 'protection', event))[field];
};
const feeOf = async ({ events }) =>
	(await saidBy(api, events, 'transactionPayment', 'TransactionFeePaid')).actualFee;
const freeOf = async ({ address }) =>
	(await api.query.system.account(address)).data.free.toBigInt();
const actionsOn = async (subject) =>
	(await history(api, subject)).entries.map(({ record }) => [record.action, record.actor]);
const pseudonymActor = ({ address }) => ({ Pseudonym: address });

test('a proof binds an account that nobody knows, and its purse is filled', async () => {
	account = newAccount();
	const proof = await bindingOf(api, first, narrow, account);
	assert.equal(hexToU8a(proof.proof).length, PROOF_LENGTH);
	assert.equal(proof.alias, aliasOf(api, first, narrow));
	assert.deepEqual(await view(api, 'Protection', 'explain_binding', proof), { Ok: [] });
	transaction = await handIn(api, node.endpoint, proof);

	const { context, alias, used, vote } = await pseudonymOf(api, account);
	assert.deepEqual([context, alias, used, vote], [narrow, proof.alias, 0, null]);
	assert.equal(await view(api, 'Protection', 'account_of', narrow, alias), account.address);
	assert.equal(await freeOf(account), PURSE);
	assert.equal((await contextOf(api, narrow)).pseudonyms, 1);
	// Nobody signed it: the record is the proof's.
	assert.deepEqual((await actionsOn({ Context: narrow }))[0], ['PseudonymBound', 'Proof']);
});

test('the pool refuses a binding for what is wrong with it, by its number', async () => {
	second = newAccount();
	good = await bindingOf(api, members[1], narrow, second);
	const [stolen, outsider] = [newAccount(), { id: 'nobody' }];
	await send(api, stranger, api.tx.system.remark('signed'));
	// Whoever gives something to the account keeps nobody from binding it.
	await fund(api, second);
	const foreign = await bindingOf(api, members[2], narrow, second, { genesis: '0x'.padEnd(66, '17') });
	// A ring of its own, in which its key stands for that of another.
	const forged = { ...ring, keys: [keyOf(secretOf(outsider, 'Receive')), ...ring.keys.slice(1)] };
	const alien = await bindingOf(api, outsider, narrow, second, { ring: forged });

	const at = await api.rpc.chain.getBlockHash();
	const now = await head(api);
	const changed = (place) => {
		const bytes = hexToU8a(good.proof);
		bytes[place] ^= 1;
		return u8aToHex(bytes);
	};
	assert.equal(await verdictOn(api, binding(api, good), at), 'Valid');
	for (const [what, change, error] of [
		['a context that there is not', { context: NEVER }, 'ContextNotFound'],
		['one that was closed', { context: closed }, 'ContextOver'],
		['too late', { until: now - 1 }, 'WindowPassed'],
		['too far ahead', { until: now + 2 * WINDOW }, 'WindowPassed'],
		['a byte less', { proof: u8aToHex(hexToU8a(good.proof).subarray(1)) }, 'ProofLength'],
		['no proof', { proof: '0x' }, 'ProofLength'],
		['a ring that there is not', { ring: 1 }, 'RingNotFound'],
		['a revision to come', { revision: ring.revision + 1 }, 'WrongRevision'],
		['no revision', { revision: 0 }, 'WrongRevision'],
		['an alias that has an account', { alias: aliasOf(api, first, narrow) }, 'AliasTaken'],
		['an agent', { account: hospital.agent.address }, 'AccountNotFresh'],
		['an account that has signed', { account: stranger.address }, 'AccountNotFresh'],
		['a pseudonym', { account: account.address }, 'AccountNotFresh'],
		['somebody else’s account', { account: stolen.address }, 'NotProven'],
		['another context', { context: contexts.appeals }, 'NotProven'],
		['another alias', { alias: aliasOf(api, members[2], narrow) }, 'NotProven'],
		['another end', { until: good.until - 1 }, 'NotProven'],
		['noise', { proof: noise }, 'NotProven'],
		['zeros', { proof: u8aToHex(new Uint8Array(PROOF_LENGTH)) }, 'NotProven'],
		['a bit of its end', { proof: changed(PROOF_LENGTH - 1) }, 'NotProven'],
		['a bit of its middle', { proof: changed(400) }, 'NotProven'],
		['a bit of its beginning', { proof: changed(3) }, 'NotProven'],
		['what is proven for another chain', foreign, 'NotProven'],
		['what somebody proved who is not in the ring', alien, 'NotProven'],
	]) {
		const attempt = { ...good, ...change };
		assert.equal(await verdictOn(api, binding(api, attempt), at), `protection.${error}`, what);
		assert.deepEqual(await view(api, 'Protection', 'explain_binding', attempt), { Err: error }, what);
	}
});

test('nothing is bound twice: not the same transaction, and no other account of the member', async () => {
	await assert.rejects(submit(node.endpoint, transaction), /Custom error|temporarily banned/);
	const again = await bindingOf(api, first, narrow, newAccount());
	const at = await api.rpc.chain.getBlockHash();
	assert.equal(await verdictOn(api, binding(api, again), at), 'protection.AliasTaken');
	// With a signature it is worth nothing.
	await allOf([stranger, binding(api, good), 'BadOrigin']);
	if ((await head(api)) + 10 > good.until) good = await bindingOf(api, members[1], narrow, second);
	await handIn(api, node.endpoint, good);
	// The same member under another context’s pseudonym, with another alias.
	assert.notEqual(aliasOf(api, first, narrow), aliasOf(api, first, contexts.appeals));
});

test('a pseudonym does what its context is for, and nothing else', async () => {
	await allOf(
		[account, complaining({ Institution: donor.id }), 'protection.WrongPurpose'],
		[account, protection().vote(true), 'protection.WrongPurpose'],
		[account, rating(0, donor), 'protection.WrongPurpose'],
		[account, api.tx.needs.publishNeed(request(10)), 'registry.NotAgent'],
		[account, protection().promise(0, 10), 'registry.NotAgent'],
		[account, protection().declareContext(terms('Appeal')), 'BadOrigin'],
		[stranger, appealing(10), 'protection.NotPseudonym'],
		[hospital.agent, appealing(10), 'protection.NotPseudonym'],
		[account, appealing(10, { class: NEVER }), 'protection.ClassNotFound'],
		[account, appealing(10, { region: 'CN-00' }), 'protection.RegionNotFound'],
		[account, appealing(0), 'protection.ZeroQuantity'],
		[account, appealing(10, { until: Date.now() - DAY }), 'protection.EndPassed'],
		[account, appealing(10, { until: Date.now() + 91 * DAY }), 'protection.TooLong'],
	);
	assert.equal(await usedBy(account), 0);
});

test('an institution promises what a pseudonym appeals for', async () => {
	const wanted = plea(500);
	const appeal = await made(account, protection().appeal(wanted), 'AppealMade', 'appeal');
	const { items } = await view(api, 'Protection', 'open_appeals', null, 256);
	assert.deepEqual(items.map(([id]) => id), [appeal]);
	await send(api, relief.agent, protection().promise(appeal, 200));
	// In place of what it had promised.
	await send(api, relief.agent, protection().promise(appeal, 500));
	const { by, promises, plea: kept } = await view(api, 'Protection', 'appeal_entry', appeal);
	assert.deepEqual([by, promises], [account.address, [{ institution: relief.id, quantity: 500n }]]);
	assert.deepEqual([kept.class, kept.region, kept.quantity], [classes.mask, 'CN-HB', 500n]);

	await allOf(
		[relief.agent, protection().promise(appeal, 501), 'protection.TooMuch'],
		[relief.agent, protection().promise(appeal, 0), 'protection.ZeroQuantity'],
		[relief.agent, protection().promise(NEVER, 1), 'protection.AppealNotFound'],
		[donor.agent, protection().withdrawPromise(appeal), 'protection.PromiseNotFound'],
		[second, protection().closeAppeal(appeal, 'Served'), 'protection.NotOwn'],
		[relief.agent, protection().closeAppeal(appeal, 'Served'), 'protection.NotOwn'],
	);
	await send(api, account, protection().closeAppeal(appeal, 'Served'));
	await allOf(
		[account, protection().closeAppeal(appeal, 'Withdrawn'), 'protection.AppealOver'],
		[donor.agent, protection().promise(appeal, 10), 'protection.AppealOver'],
	);
	const acts = await actionsOn({ Appeal: appeal });
	assert.deepEqual(
		acts.map(([action]) => action),
		['AppealClosed', 'PromiseMade', 'PromiseMade', 'AppealMade'],
	);
	assert.deepEqual(acts[0][1], pseudonymActor(account));
	assert.deepEqual(acts[3][1], pseudonymActor(account));
	assert.deepEqual(acts[1][1], { Account: relief.agent.address });
});

test('its uses run out, in batches and by proxy as well', async () => {
	const { proxy, utility } = api.tx;
	await send(api, account, proxy.addProxy(stranger.address, 'NonTransfer', 0));
	const byProxy = (call) => proxy.proxy(account.address, null, call);
	await send(api, stranger, byProxy(appealing(20)));
	assert.equal(await usedBy(account), 2);
	// One is left, and a batch of two is one too many.
	await allOf(
		[account, utility.batchAll([appealing(20), appealing(20)]), 'protection.UsedUp'],
		[stranger, appealing(20), 'protection.NotPseudonym'],
	);
	await send(api, account, utility.batchAll([appealing(30)]));
	assert.equal(await usedBy(account), 3);
	await allOf(
		[account, appealing(20), 'protection.UsedUp'],
		[account, utility.batchAll([appealing(20)]), 'protection.UsedUp'],
		[stranger, byProxy(appealing(20)), 'protection.UsedUp'],
		[stranger, byProxy(complaining({ Institution: donor.id })), 'protection.WrongPurpose'],
	);
});

test('a commission answers a complaint, once, and not one about itself', async () => {
	const who = await bind(api, node.endpoint, members[2], strict);
	const complain = (about) => made(who, complaining(about), 'ComplaintMade', 'complaint');
	const answering = (complaint) => protection().answerComplaint(complaint, reply);
	const about = await complain({ Institution: donor.id });
	const own = await complain({ Institution: hubei.id });
	await allOf(
		[who, complaining({ Institution: NEVER }), 'protection.InstitutionNotFound'],
		[who, complaining({ Transfer: NEVER }), 'protection.TransferNotFound'],
		[hospital.agent, answering(about), 'protection.NotCommission'],
		[who, answering(about), 'registry.NotAgent'],
		[hubei.agent, answering(own), 'protection.Concerned'],
		[hubei.agent, answering(NEVER), 'protection.ComplaintNotFound'],
	);
	await send(api, hubei.agent, answering(about));
	await send(api, zhejiang.agent, answering(own));
	await allOf([zhejiang.agent, answering(about), 'protection.Answered']);
	const { by, text, answer } = await view(api, 'Protection', 'complaint', about);
	assert.deepEqual([by, text], [who.address, grievance]);
	assert.deepEqual([answer.institution, answer.text], [hubei.id, reply]);
	const acts = await actionsOn({ Complaint: about });
	assert.deepEqual(acts[1], ['ComplaintMade', pseudonymActor(who)]);
	assert.equal(acts[0][0], 'ComplaintAnswered');
});

test('institutions are rated after transfers, each once after each by a pseudonym', async () => {
	const who = await bind(api, node.endpoint, members[3], contexts.ratings);
	const lot = await registerMasks(api, 100);
	const over = await ship(api, [[lot, 10]]);
	await receive(api, over, [arrived(10)]);
	const underWay = await ship(api, [[lot, 10]]);
	await send(api, who, rating(over, donor, 'Excellent'));
	await send(api, who, rating(over, hospital, 'Poor'));
	await allOf(
		[who, rating(over, donor, 'Bad'), 'protection.Rated'],
		[who, rating(over, relief), 'protection.NotParty'],
		[who, rating(underWay, donor), 'protection.TransferNotOver'],
		[who, rating(NEVER, donor), 'protection.TransferNotFound'],
	);
	assert.deepEqual(await view(api, 'Protection', 'reputation', donor.id), [0, 0, 0, 0, 1]);
	assert.deepEqual(await view(api, 'Protection', 'reputation', hospital.id), [0, 1, 0, 0, 0]);
	assert.equal(await usedBy(who), 2);
});

test('a pseudonym pays no more than a fifth more than an agent for the same, from its purse', async () => {
	const { key } = await newSealingSecret();
	const publishing = protection().publishSealingKey(key);
	// Of the first time: a key in place of another one costs the same.
	const agent = await feeOf(await send(api, hospital.agent, publishing));
	const before = await freeOf(second);
	const pseudonym = await feeOf(await send(api, second, publishing));
	assert.ok(pseudonym > 0n && agent > 0n);
	assert.ok(pseudonym * 10n <= agent * 12n, `${pseudonym} and ${agent}`);
	// What a member appeals for under a pseudonym, it needs under its name.
	const need = await feeOf(await send(api, hospital.agent, api.tx.needs.publishNeed(request(20))));
	const appeal = await feeOf(await send(api, second, appealing(20)));
	assert.ok(appeal * 10n <= need * 12n, `${appeal} and ${need}`);
	assert.equal(await freeOf(second), before - pseudonym - appeal);
});

test('a member may leave between proof and use: what was proven counts for a day more', async () => {
	const leaver = members[1];
	const before = await newestRing(api);
	const [late, later] = [newAccount(), newAccount()];
	const recent = await bindingOf(api, leaver, contexts.ratings, late, { ring: before });
	const newest = await bindingOf(api, leaver, strict, later, { ring: before });
	const answers = async (...tried) => {
		const at = await api.rpc.chain.getBlockHash();
		return Promise.all(tried.map((each) => verdictOn(api, binding(api, each), at)));
	};
	assert.deepEqual(await answers(recent, newest), ['Valid', 'Valid']);
	await send(api, leaver.agent, protection().withdrawKey('Receive'));
	const after = await nextRing(api, 'a ring without the member', {
		after: before.revision,
		fits: ({ institutions }) => !institutions.includes(leaver.id),
	});
	assert.deepEqual(await answers(recent, newest), ['Valid', 'protection.WrongRevision']);
	// It proves nothing any more.
	await assert.rejects(bindingOf(api, leaver, strict, later), /not in the ring/);
	const stale = { ...newest, revision: after.revision };
	assert.deepEqual(await answers(stale), ['protection.NotProven']);
	// Its pseudonym of before acts on.
	await made(second, appealing(40), 'AppealMade', 'appeal');
	await handIn(api, node.endpoint, recent);
	assert.equal((await pseudonymOf(api, late)).context, contexts.ratings);

	// A replaced revision is accepted for a day: on this chain, for 24 seconds. What is cheap to see is seen first,
	// so the proof itself need not be a good one.
	const other = { ...recent, account: later.address, alias: `0x${'a1'.repeat(32)}` };
	const renewed = async () => ({ ...other, until: (await head(api)) + 20 });
	const [answer] = await answers(await renewed());
	assert.match(answer, /^protection\.(NotProven|WrongRevision)$/);
	await until(
		'the end of a revision that was replaced',
		async () => (await answers(await renewed()))[0] === 'protection.WrongRevision',
	);
});

test('nobody is bound whose purse cannot be filled', async () => {
	const { revision } = await newestRing(api);
	const answer = async () => {
		const attempt = {
			...{ context: contexts.appeals, ring: 0, revision, account: newAccount().address },
			...{ alias: `0x${'a1'.repeat(32)}`, until: (await head(api)) + 20, proof: noise },
		};
		return verdictOn(api, binding(api, attempt), await api.rpc.chain.getBlockHash());
	};
	assert.equal(await answer(), 'protection.NotProven');
	// The account without a key from which purses are filled keeps what an account must.
	const pot = u8aToHex(u8aConcat(stringToU8a('modlsalus/pr'), new Uint8Array(20)));
	const emptying = api.tx.balances.forceSetBalance(pot, 10n ** 9n);
	const { whitelist } = api.tx;
	await decide(api, whitelist.whitelistCall(emptying.method.hash), council.slice(0, 4));
	await decideByAssembly(api, 'Emergency', whitelist.dispatchWhitelistedCallWithPreimage(emptying));
	assert.equal(await answer(), 'protection.PursesEmpty');
});

test('nothing is done in a context that was closed; what was promised is kept', async () => {
	const before = await contextOf(api, narrow);
	assert.equal(before.isOver, false);
	const appeal = await made(second, appealing(50), 'AppealMade', 'appeal');
	await decide(api, protection().closeContext(narrow));
	assert.equal((await contextOf(api, narrow)).isOver, true);
	await assert.rejects(decide(api, protection().closeContext(narrow)), {
		refusal: 'protection.ContextOver',
	});
	await allOf(
		[second, appealing(60), 'protection.ContextOver'],
		[stranger, protection().closeContext(narrow), 'BadOrigin'],
		[stranger, protection().forget({ Context: narrow }), 'protection.PseudonymsLeft'],
		[stranger, protection().forget({ Pseudonym: second.address }), 'protection.RecordNotPruned'],
	);
	// Appeals go on until they are closed.
	await send(api, relief.agent, protection().promise(appeal, 50));
	await send(api, second, protection().closeAppeal(appeal, 'Served'));
});
