// The assembly of institutions: what its referenda carry out and what they reject, who votes and once, and
// what clients read of it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { blake2AsHex, createKeyMulti, sortAddresses } from '@polkadot/util-crypto';
import {
	allStored,
	connect,
	eventOf,
	finalReport,
	history,
	historyOfInstitution,
	saidBy,
	send,
	stored,
	view,
} from '@salus/client';
import {
	carriedOut,
	castVote,
	castVotes,
	commissionOf,
	commissions,
	decideByAssembly,
	decided,
	enough,
	members,
	submit,
	submitting,
	tracks,
} from '../support/assembly.mjs';
import {
	carrier,
	council,
	donor,
	hospital,
	key,
	laboratory,
	otherHospital,
	relief,
	rounds,
	stranger,
	supplier,
} from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { allRefused, refused as refusedBy } from '../support/refusal.mjs';
import { fund, registerMasks } from '../support/steps.mjs';

/** The open referenda of one institution on one track; docs/governance.md names it among the limits. */
const MAX_OPEN = 2;

const DAY = 86_400_000;

/** The periods of each track in blocks, on a chain where an hour of a track lasts a second of two-second blocks. */
const PERIODS = {
	accreditation: { prepare: 12, decision: 168, confirm: 12, enactment: 1 },
	regulation: { prepare: 24, decision: 252, confirm: 24, enactment: 84 },
	reallocation: { prepare: 1, decision: 36, confirm: 2, enactment: 1 },
	emergency: { prepare: 1, decision: 12, confirm: 1, enactment: 0 },
	upgrade: { prepare: 24, decision: 336, confirm: 36, enactment: 36 },
};

/** A place of the state that no pallet uses, and what an upgrade puts there. */
const place = `0x${'5a'.repeat(64)}`;
const content = `0x${'17'.repeat(64)}`;

const heir = key('Chu River//heir');
const [hubei, beijing] = ['CN-HB', 'CN-BJ'].map(commissionOf);
const newcomer = { agent: key('Hanyang'), name: 'Hanyang Hospital' };

let database, node, api, lot;

/** The referenda that pass and those that do not, by their tracks. */
const [passing, failing] = [{}, {}];

const refused = (signer, call, name) => refusedBy(api, signer, call, name);
const note = (text = 'for the minutes') => api.tx.system.remark(text);
const vote = (referendum, aye) => api.tx.assembly.vote(referendum, aye);
const invite = ({ address }, roles) => api.tx.registry.inviteAgent(address, roles);
const accept = ({ id }) => api.tx.registry.acceptInvitation(id);
const remove = ({ address }) => api.tx.registry.removeAgent(address);
const suspend = ({ id }) => api.tx.registry.suspendInstitution(id);
const reinstate = ({ id }) => api.tx.registry.reinstateInstitution(id);

const holding = () => view(api, 'Registry', 'holding', lot, donor.id, donor.id);
const accountOf = ({ id }) => view(api, 'Assembly', 'account_of', id);
const explain = ({ id }, referendum) => view(api, 'Assembly', 'explain_vote', id, referendum);
const rankOf = async (member) =>
	(await stored(api, 'rankedCollective', 'members', await accountOf(member)))?.rank ?? null;
const memberCount = () => stored(api, 'rankedCollective', 'memberCount', 0);
/** What the list of decided referenda says of one. */
const entryOf = async (referendum) => {
	const before = referendum === 0 ? null : referendum - 1;
	const { entries } = await view(api, 'Assembly', 'decided', before, 1);
	return entries[0];
};
const infoOf = (referendum) => stored(api, 'rankedPolls', 'referendumInfoFor', referendum);
const tallyOf = async (referendum) => (await infoOf(referendum)).Ongoing.tally;
const contentOf = (where) => api.rpc.state.getStorage.raw(where);
const ballotsOf = (referendum) => allStored(api, 'rankedCollective', 'voting', referendum);

/** A plan of one line: masks of the donor's lot go to the hospital within a week. */
const moving = (quantity) => {
	const line = { giver: donor.id, goods: { Lot: lot }, receiver: hospital.id, quantity };
	const now = Date.now();
	return api.tx.reallocation.decidePlan([line], now + 2 * DAY, now + 7 * DAY);
};

/** What passes on every track but that of emergencies, which has a test of its own. */
const submitPassing = async () => {
	const { name, agent } = newcomer;
	const nothingElse = { external: null, parent: null, profile: null };
	const admission = { kind: 'Hospital', region: 'CN-HB', name, ...nothingElse };
	const proposals = [
		// Too long to stand in the referendum itself.
		[hubei, 'Upgrade', api.tx.system.setStorage([[place, content]])],
		// A hospital, a donor and a carrier submit as the commissions do.
		[donor, 'Regulation', api.tx.assembly.setRank('ReliefOrganisation', 1)],
		[carrier, 'Reallocation', moving(40)],
		[hospital, 'Accreditation', api.tx.registry.admitInstitution(admission, agent.address)],
	];
	for (const [by, track, call] of proposals) {
		passing[track] = await submit(api, by, track, call);
		const ayes = members.slice(0, await enough(api, track));
		await castVotes(api, ayes, passing[track], true);
	}
};

/** What does not pass, and why. */
const submitFailing = async () => {
	const light = [hospital, otherHospital, donor, relief, supplier, carrier];
	const proposals = [
		// Three are for it, and four of 38 would be a tenth.
		['Accreditation', suspend(donor), commissions.slice(0, 3), []],
		// More than a fifth are for it, with 20 of 38 votes by weight: fewer than three fifths.
		[
			...['Regulation', api.tx.assembly.setRank('Donor', 2)],
			...[[...light, ...commissions.slice(0, 4)], commissions.slice(4, 10)],
		],
		// Nobody says anything.
		['Reallocation', moving(60), [], []],
		// As many are for it as would carry it at once, and one more of their rank is against it.
		['Emergency', api.tx.safeMode.forceEnter(), commissions.slice(0, 8), commissions.slice(8, 17)],
		// Half of all are for it, with 57 of 93 votes by weight: fewer than two thirds.
		[
			...['Upgrade', api.tx.system.killStorage([place])],
			...[commissions.slice(0, 19), commissions.slice(19)],
		],
	];
	for (const [track, call, ayes, nays] of proposals) {
		failing[track] = await submit(api, commissionOf('CN-SH'), track, call);
		await castVotes(api, nays, failing[track], false);
		await castVotes(api, ayes, failing[track], true);
	}
};

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	for (const account of [stranger, heir]) await fund(api, account);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
	lot = await registerMasks(api, 100);
	await submitFailing();
	await submitPassing();
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

test('the members are all institutions, each by an account of its own, with the rank of its kind', async () => {
	const enrolled = await allStored(api, 'rankedCollective', 'members');
	const ranks = new Map(enrolled.map(([[account], { rank }]) => [account, rank]));
	const due = members.map((_, position) => (position < 32 ? 2 : position < 34 ? 1 : 0));
	const accounts = await Promise.all(members.map(accountOf));
	assert.deepEqual(
		accounts.map((account) => ranks.get(account)),
		due,
	);
	assert.equal(members.length, 38);
	const institutions = await allStored(api, 'registry', 'institutions');
	assert.equal(ranks.size, institutions.length);
	const agents = new Set(members.map(({ agent }) => agent.address));
	assert.ok(accounts.every((account) => !agents.has(account)));
	const table = new Map(await view(api, 'Assembly', 'ranks'));
	assert.deepEqual([table.get('HealthCommission'), table.get('Hospital'), table.get('Donor')], [2, 1, 0]);
});

test('what is the assembly’s alone, the council does not decide', async () => {
	const { registry, safeMode, seats, whitelist } = api.tx;
	for (const call of [
		registry.windUp(carrier.id),
		seats.vacateSeat(hubei.id),
		api.tx.assembly.setRank('Donor', 2),
		safeMode.forceExtend(),
		whitelist.dispatchWhitelistedCallWithPreimage(note()),
	]) {
		await assert.rejects(decide(api, call, council.slice(0, 4)), { refusal: 'BadOrigin' });
	}
});

test('what a track may not do fails when it is carried out', async () => {
	const setRank = api.tx.assembly.setRank('Donor', 2);
	for (const [track, call] of [
		['Reallocation', suspend(supplier)],
		['Emergency', setRank],
	]) {
		await assert.rejects(decideByAssembly(api, track, call), { refusal: 'BadOrigin' });
	}
	const { standing } = await view(api, 'Registry', 'institution', supplier.id);
	assert.equal(standing, 'Active');
	assert.equal(new Map(await view(api, 'Assembly', 'ranks')).get('Donor'), 0);
});

test('a long proposal is kept until its outcome is recorded, and for as long as another one needs it', async () => {
	const long = note('a'.repeat(1_000));
	const isKept = async () => (await api.query.preimage.requestStatusFor(long.method.hash)).isSome;
	const rejected = await submit(api, otherHospital, 'Emergency', long);
	const carried = await submit(api, otherHospital, 'Accreditation', long);
	await castVotes(api, members.slice(0, await enough(api, 'Accreditation')), carried, true);
	assert.equal((await decided(api, rejected)).outcome, 'Rejected');
	await send(api, stranger, api.tx.assembly.recordOutcome(rejected));
	assert.ok(await isKept());
	await carriedOut(api, carried);
	assert.ok(await isKept());
	await send(api, stranger, api.tx.assembly.recordOutcome(carried));
	assert.ok(!(await isKept()));
});

test('what passes is carried out, on each track as what the track may do', async () => {
	const { events } = await carriedOut(api, passing.Accreditation);
	newcomer.id = (await saidBy(api, events, 'registry', 'InstitutionAdmitted')).institution;
	const inducted = await saidBy(api, events, 'assembly', 'MemberInducted');
	assert.deepEqual(inducted, { institution: newcomer.id, rank: 1 });
	assert.equal(await memberCount(), 39);

	const moved = await carriedOut(api, passing.Reallocation);
	const { line, quantity, transfer } = await saidBy(api, moved.events, 'reallocation', 'LineMade');
	assert.deepEqual([line, quantity], [0, 40n]);
	const { status } = await view(api, 'Circulation', 'transfer', transfer);
	assert.equal(status, 'Accepted');
	assert.equal((await holding()).reserved, 40n);

	await carriedOut(api, passing.Upgrade);
	assert.equal(await contentOf(place), content);

	const ranked = await carriedOut(api, passing.Regulation);
	const set = await saidBy(api, ranked.events, 'assembly', 'RankSet');
	assert.deepEqual(set, { kind: 'ReliefOrganisation', rank: 1 });

	for (const [track, referendum] of Object.entries(passing)) {
		const entry = await entryOf(referendum);
		assert.deepEqual([entry.id, entry.track], [referendum, track]);
		assert.equal(entry.progress.Decided.outcome, 'Approved');
		assert.deepEqual([entry.enactment, entry.recorded], [null, null]);
	}
});

test('the stock pages of Polkadot.js Apps find what they read', async () => {
	// As its pages for referenda and for ranked collectives read it, under these names of the pallets.
	const { rankedCollective, rankedPolls } = api.query;
	const read = api.consts.rankedPolls.tracks.map(([id, info]) => {
		const { preparePeriod, decisionPeriod, confirmPeriod, minEnactmentPeriod } = info;
		const [prepare, decision, confirm, enactment] = [
			...[preparePeriod, decisionPeriod, confirmPeriod, minEnactmentPeriod],
		].map((period) => period.toNumber());
		assert.ok(info.minApproval.isLinearDecreasing && info.minSupport.isLinearDecreasing);
		assert.equal(info.decisionDeposit.toBigInt(), 0n);
		// The SDK fills names up with zeros.
		const name = info.name.toString().replace(/\0+$/, '');
		return [id.toNumber(), name, { prepare, decision, confirm, enactment }];
	});
	const expected = Object.entries(PERIODS).map(([name, periods], id) => [id, name, periods]);
	assert.deepEqual(read, expected);

	const keys = await rankedPolls.referendumInfoFor.keys();
	const ids = keys.map(({ args: [id] }) => id);
	assert.equal(ids.length, (await rankedPolls.referendumCount()).toNumber());
	const infos = await rankedPolls.referendumInfoFor.multi(ids);
	assert.ok(infos.every((info) => info.isSome));
	const [upgrade, approved] = [failing.Upgrade, passing.Upgrade].map((referendum) =>
		infos[ids.findIndex((id) => id.eq(referendum))].unwrap(),
	);
	assert.ok(approved.isApproved);
	const { track, origin, submitted, deciding, tally, enactment, alarm } = upgrade.asOngoing;
	assert.equal(track.toNumber(), tracks.indexOf('Upgrade'));
	assert.ok(origin.isSystem && origin.asSystem.isRoot);
	const since = deciding.unwrap().since.toNumber();
	assert.ok(since >= submitted.toNumber() + PERIODS.upgrade.prepare);
	assert.deepEqual(
		[tally.bareAyes, tally.ayes, tally.nays].map((each) => each.toNumber()),
		[19, 57, 36],
	);
	assert.ok(enactment.isAfter && alarm.isSome);
	assert.ok((await rankedPolls.decidingCount(track)).toNumber() > 0);

	const voters = (await rankedCollective.voting.keys(failing.Upgrade)).map(({ args: [, who] }) => who);
	const votes = await rankedCollective.voting.multi(voters.map((who) => [failing.Upgrade, who]));
	assert.equal(votes.length, commissions.length);
	assert.equal(votes.filter((each) => each.unwrap().isAye).length, 19);
	const accounts = (await rankedCollective.members.keys()).map(({ args: [who] }) => who);
	const records = await rankedCollective.members.multi(accounts);
	assert.equal(records.length, await memberCount());
	assert.ok(records.every((each) => each.unwrap().rank.toNumber() <= 2));
});

test('a member has another rank once anybody asks for it, and a ballot keeps its weight', async () => {
	const referendum = await submit(api, relief, 'Upgrade', note());
	await castVote(api, relief, referendum, true);
	const before = await explain(relief, referendum);
	assert.deepEqual([before.rank, before.weight, before.due], [0, 1, 1]);
	assert.deepEqual([before.obstacles, before.said], [[], { aye: true, weight: 1 }]);

	await refused(stranger, api.tx.assembly.updateRank(donor.id), 'assembly.Unchanged');
	await refused(stranger, api.tx.assembly.updateRank(9_999), 'assembly.InstitutionNotFound');
	const { events } = await send(api, stranger, api.tx.assembly.updateRank(relief.id));
	const ranked = await saidBy(api, events, 'assembly', 'MemberRanked');
	assert.deepEqual(ranked, { institution: relief.id, rank: 1 });
	assert.equal(await rankOf(relief), 1);
	const after = await explain(relief, referendum);
	assert.deepEqual([after.weight, after.due, after.said.weight], [2, null, 1]);
	await castVote(api, relief, referendum, true);
	assert.deepEqual(await tallyOf(referendum), { bareAyes: 1, ayes: 2, nays: 0 });
});

test('the first vote on a referendum is free, and a change of it is not', async () => {
	const referendum = await submit(api, supplier, 'Regulation', note());
	const fee = async (aye) => {
		const { events } = await castVote(api, otherHospital, referendum, aye);
		const cast = await saidBy(api, events, 'assembly', 'VoteCast');
		assert.deepEqual(cast, { referendum, institution: otherHospital.id, aye });
		return (await saidBy(api, events, 'transactionPayment', 'TransactionFeePaid')).actualFee;
	};
	assert.equal(await fee(true), 0n);
	assert.ok((await fee(false)) > 0n);
	assert.deepEqual(await tallyOf(referendum), { bareAyes: 0, ayes: 0, nays: 2 });
});

test('an institution that is suspended in the middle of a vote votes no more; what it said counts on', async () => {
	const referendum = await submit(api, beijing, 'Upgrade', note());
	await castVote(api, supplier, referendum, true);
	await castVote(api, otherHospital, referendum, false);
	const [count, tally] = [await memberCount(), await tallyOf(referendum)];
	assert.deepEqual(tally, { bareAyes: 1, ayes: 1, nays: 2 });

	const { events } = await decideByAssembly(api, 'Accreditation', suspend(supplier));
	const removed = await saidBy(api, events, 'assembly', 'MemberRemoved');
	assert.equal(removed.institution, supplier.id);
	assert.equal(await memberCount(), count - 1);
	assert.equal(await rankOf(supplier), null);
	for (const call of [vote(referendum, false), submitting(api, 'Regulation', note())]) {
		await refused(supplier.agent, call, 'registry.Suspended');
	}
	const { obstacles, said, weight } = await explain(supplier, referendum);
	assert.deepEqual([obstacles, said, weight], [['Suspended'], { aye: true, weight: 1 }, null]);
	assert.deepEqual(await tallyOf(referendum), tally);

	const resumed = await decideByAssembly(api, 'Accreditation', reinstate(supplier));
	const inducted = await saidBy(api, resumed.events, 'assembly', 'MemberInducted');
	assert.deepEqual(inducted, { institution: supplier.id, rank: 0 });
	assert.equal(await memberCount(), count);
	// In place of what it had said, not beside it.
	await castVote(api, supplier, referendum, false);
	assert.deepEqual(await tallyOf(referendum), { bareAyes: 0, ayes: 0, nays: 3 });
	assert.equal((await ballotsOf(referendum)).length, 2);
});

test('an agent that is replaced in the middle of a vote takes no vote along, and leaves none behind', async () => {
	const referendum = await submit(api, laboratory, 'Upgrade', note());
	await castVote(api, laboratory, referendum, true);
	assert.deepEqual(await tallyOf(referendum), { bareAyes: 1, ayes: 3, nays: 0 });

	await send(api, laboratory.agent, invite(heir, ['Admin', 'Vote']));
	await send(api, heir, accept(laboratory));
	// Two agents have one vote, whoever says something last.
	await send(api, heir, vote(referendum, true));
	assert.deepEqual(await tallyOf(referendum), { bareAyes: 1, ayes: 3, nays: 0 });
	await send(api, heir, remove(laboratory.agent));
	await refused(laboratory.agent, vote(referendum, true), 'registry.NotAgent');
	await send(api, heir, vote(referendum, false));
	assert.deepEqual(await tallyOf(referendum), { bareAyes: 0, ayes: 0, nays: 3 });
	assert.equal((await ballotsOf(referendum)).length, 1);

	// Who acts for another institution votes for that one.
	await send(api, carrier.agent, invite(laboratory.agent, ['Vote']));
	await send(api, laboratory.agent, accept(carrier));
	await send(api, laboratory.agent, vote(referendum, true));
	assert.deepEqual((await explain(carrier, referendum)).said, { aye: true, weight: 1 });
	assert.deepEqual((await explain(laboratory, referendum)).said, { aye: false, weight: 3 });
	assert.deepEqual(await tallyOf(referendum), { bareAyes: 1, ayes: 1, nays: 3 });
	assert.equal((await ballotsOf(referendum)).length, 2);
});

test('nothing is gained by a proxy: who acts for an agent casts the one vote of its institution', async () => {
	const referendum = await submit(api, hubei, 'Regulation', note());
	const [principal, proxy] = [hospital.agent, otherHospital.agent];
	const through = (account, call) => api.tx.proxy.proxy(account.address ?? account, null, call);
	await send(api, principal, api.tx.proxy.addProxy(proxy.address, 'Any', 0));

	await send(api, proxy, through(principal, vote(referendum, true)));
	await send(api, principal, vote(referendum, true));
	const twice = [vote(referendum, true), vote(referendum, true)];
	await send(api, proxy, through(principal, api.tx.utility.batchAll(twice)));
	assert.deepEqual(await tallyOf(referendum), { bareAyes: 1, ayes: 2, nays: 0 });
	await send(api, proxy, vote(referendum, false));
	assert.deepEqual(await tallyOf(referendum), { bareAyes: 1, ayes: 2, nays: 2 });
	assert.equal((await ballotsOf(referendum)).length, 2);

	await refused(principal, through(proxy, vote(referendum, true)), 'proxy.NotProxy');
	const direct = api.tx.rankedCollective.vote(referendum, true);
	await refused(proxy, through(principal, direct), 'rankedCollective.NotMember');
	// Nobody is a proxy of the account that is the member.
	await refused(proxy, through(await accountOf(hospital), direct), 'proxy.NotProxy');
	// And no proxy has a role that its principal lacks.
	await send(api, hospital.storekeeper, api.tx.proxy.addProxy(principal.address, 'Any', 0));
	const ofStorekeeper = through(hospital.storekeeper, vote(referendum, true));
	await refused(principal, ofStorekeeper, 'registry.NotAuthorized');
	for (const [who, of] of [
		[principal, proxy],
		[hospital.storekeeper, principal],
	]) {
		await send(api, who, api.tx.proxy.removeProxy(of.address, 'Any', 0));
	}
});

test('nothing is gained by a multisig: of two agents it is nobody’s agent', async () => {
	const referendum = await submit(api, hubei, 'Upgrade', note());
	const signatories = [hospital.agent.address, donor.agent.address];
	const account = createKeyMulti(signatories, 2);
	await send(api, donor.agent, api.tx.balances.transferKeepAlive(account, 10n ** 13n));
	const others = ({ address }) => sortAddresses(signatories.filter((each) => each !== address), 42);
	for (const [call, name] of [
		[vote(referendum, true), 'registry.NotAgent'],
		[submitting(api, 'Regulation', note()), 'registry.NotAgent'],
		[api.tx.rankedCollective.vote(referendum, true), 'rankedCollective.NotMember'],
	]) {
		const { weight } = await call.paymentInfo(donor.agent);
		const { hash } = call.method;
		const approve = api.tx.multisig.approveAsMulti(2, others(donor.agent), null, hash, weight);
		await send(api, donor.agent, approve);
		const { when } = (await api.query.multisig.multisigs(account, hash)).unwrap();
		const carry = api.tx.multisig.asMulti(2, others(hospital.agent), when, call, weight);
		await refused(hospital.agent, carry, name);
	}
	assert.deepEqual(await tallyOf(referendum), { bareAyes: 0, ayes: 0, nays: 0 });
});

test('the calls of the pallets beneath are for members alone, whose accounts have no key', async () => {
	const referendum = await submit(api, otherHospital, 'Upgrade', note());
	await castVote(api, hospital, referendum, true);
	const { assembly, rankedCollective, rankedPolls } = api.tx;
	const inline = { Inline: note().method.toHex() };
	const account = await accountOf(hospital);
	const attempts = [
		[rankedCollective.vote(referendum, true), 'rankedCollective.NotMember'],
		[rankedCollective.cleanupPoll(referendum, 100), 'system.CallFiltered'],
		[rankedCollective.addMember(stranger.address), 'BadOrigin'],
		[rankedCollective.promoteMember(account), 'BadOrigin'],
		[rankedCollective.demoteMember(account), 'BadOrigin'],
		[rankedCollective.removeMember(account, 2), 'BadOrigin'],
		[rankedCollective.exchangeMember(account, stranger.address), 'BadOrigin'],
		[rankedPolls.submit({ Assembly: 'Regulation' }, inline, { After: 0 }), 'BadOrigin'],
		[rankedPolls.submit({ system: 'Root' }, inline, { After: 0 }), 'BadOrigin'],
		[rankedPolls.placeDecisionDeposit(referendum), 'rankedPolls.HasDeposit'],
		[rankedPolls.refundDecisionDeposit(referendum), 'rankedPolls.Unfinished'],
		[rankedPolls.refundSubmissionDeposit(referendum), 'rankedPolls.BadStatus'],
		[rankedPolls.cancel(referendum), 'BadOrigin'],
		[rankedPolls.kill(referendum), 'BadOrigin'],
		[rankedPolls.nudgeReferendum(referendum), 'BadOrigin'],
		[rankedPolls.setMetadata(referendum, null), 'rankedPolls.NoPermission'],
		[assembly.setRank('Donor', 2), 'BadOrigin'],
	];
	for (const who of [hospital.agent, stranger]) {
		await allRefused(
			api,
			attempts.map((attempt) => [who, ...attempt]),
		);
	}
	assert.deepEqual(await tallyOf(referendum), { bareAyes: 1, ayes: 2, nays: 0 });
});

test('strangers, and agents without the role, neither submit nor vote', async () => {
	const referendum = await submit(api, otherHospital, 'Regulation', note());
	const calls = [vote(referendum, true), submitting(api, 'Regulation', note())];
	await allRefused(api, [
		...calls.map((call) => [stranger, call, 'registry.NotAgent']),
		...calls.map((call) => [hospital.storekeeper, call, 'registry.NotAuthorized']),
		...calls.map((call) => [donor.dispatcher, call, 'registry.NotAuthorized']),
		[hospital.agent, vote(9_999, true), 'assembly.ReferendumNotFound'],
		[hospital.agent, vote(passing.Upgrade, false), 'assembly.ReferendumNotOngoing'],
	]);
	const nowhere = await explain({ id: 9_999 }, 9_999);
	assert.deepEqual(nowhere.obstacles, ['InstitutionNotFound', 'ReferendumNotFound']);
	const late = await explain(hospital, passing.Upgrade);
	assert.deepEqual(late.obstacles, ['ReferendumNotOngoing']);
});

test('an institution has two open referenda on a track, and another one once one is decided', async () => {
	const submission = (track) => submitting(api, track, note());
	const first = await submit(api, beijing, 'Emergency', note());
	for (let open = 1; open < MAX_OPEN; open++) await send(api, beijing.agent, submission('Emergency'));
	await refused(beijing.agent, submission('Emergency'), 'assembly.TooManyOpen');
	await send(api, beijing.agent, submission('Regulation'));
	await send(api, hubei.agent, submission('Emergency'));
	assert.equal((await decided(api, first)).outcome, 'Rejected');
	await send(api, beijing.agent, submission('Emergency'));
});

test('what could never be carried out is not put to the vote', async () => {
	const tooLong = note('a'.repeat(33_000));
	await refused(hospital.agent, submitting(api, 'Regulation', tooLong), 'assembly.ProposalTooLong');
	const tooHeavy = api.tx.utility.batchAll(Array(200).fill(api.tx.supervision.prune(0)));
	await refused(hospital.agent, submitting(api, 'Upgrade', tooHeavy), 'assembly.ProposalTooHeavy');
});

test('views tell what waits for a vote, and what the votes amount to by rank and kind', async () => {
	const referendum = await submit(api, supplier, 'Upgrade', note());
	const waits = async (member) => {
		const { entries } = await view(api, 'Assembly', 'waiting_for', member.id, referendum - 1, 256);
		return entries.some(({ id }) => id === referendum);
	};
	assert.ok(await waits(donor));
	await castVote(api, donor, referendum, false);
	assert.ok(!(await waits(donor)));
	assert.ok(await waits(hospital));
	const page = await view(api, 'Assembly', 'waiting_for', hospital.id, null, 1);
	assert.deepEqual([page.entries.length, page.next], [1, page.entries[0].id]);

	await castVotes(api, [hubei, beijing, hospital], referendum, true);
	const { byRank, byKind, next } = await view(api, 'Assembly', 'tally', referendum, null);
	const count = (ayes, ayeWeight, nays, nayWeight) => ({ ayes, ayeWeight, nays, nayWeight });
	assert.deepEqual(byRank, [
		[0, count(0, 0, 1, 1)],
		[1, count(1, 2, 0, 0)],
		[2, count(2, 6, 0, 0)],
	]);
	assert.deepEqual(byKind, [
		['Hospital', count(1, 2, 0, 0)],
		['HealthCommission', count(2, 6, 0, 0)],
		['Donor', count(0, 0, 1, 1)],
	]);
	assert.equal(next, null);
	assert.deepEqual(await tallyOf(referendum), { bareAyes: 3, ayes: 8, nays: 1 });
	assert.equal(await view(api, 'Assembly', 'tally', 9_999, null), null);
});

test('a referendum leaves records: who submitted it, every vote, and once anybody says so its outcome', async () => {
	const referendum = passing.Accreditation;
	const { forget, recordOutcome } = api.tx.assembly;
	const open = await submit(api, carrier, 'Upgrade', note());
	await allRefused(api, [
		[stranger, recordOutcome(open), 'assembly.NotDecided'],
		[stranger, recordOutcome(9_999), 'assembly.ReferendumNotFound'],
		[stranger, forget(open), 'assembly.NotDecided'],
	]);
	const { events } = await send(api, stranger, recordOutcome(referendum));
	const said = await saidBy(api, events, 'assembly', 'OutcomeRecorded');
	assert.deepEqual(said, { referendum, outcome: 'Approved' });
	await allRefused(api, [
		[stranger, recordOutcome(referendum), 'assembly.AlreadyRecorded'],
		[stranger, forget(referendum), 'assembly.RetentionNotOver'],
	]);

	const { entries, rest } = await history(api, { Referendum: referendum });
	assert.equal(rest, 'Nothing');
	const [outcome, ...earlier] = entries.map(({ record }) => record);
	const submission = earlier.pop();
	const told = ({ action, actor, institution }) => [action, actor.Account, institution];
	assert.deepEqual(told(outcome), ['ReferendumApproved', stranger.address, null]);
	assert.deepEqual(told(submission), ['ReferendumSubmitted', hospital.agent.address, hospital.id]);
	const voters = new Map(earlier.map((record) => [record.institution, record.actor.Account]));
	assert.equal(earlier.length, await ballotsOf(referendum).then(({ length }) => length));
	assert.equal(voters.size, earlier.length);
	for (const { id, agent } of members.slice(0, earlier.length)) {
		assert.equal(voters.get(id), agent.address);
	}
	const aye = api.registry.createType('(u32, bool)', [referendum, true]).toU8a();
	for (const { action, digest } of earlier) {
		assert.deepEqual([action, digest], ['VoteCast', blake2AsHex(aye, 256)]);
	}

	// What was carried out is an act of the assembly, and the member that came of it one of the chain.
	const admitted = (await history(api, { Institution: newcomer.id })).entries.at(-1).record;
	assert.deepEqual([admitted.action, admitted.actor], ['InstitutionAdmitted', { Authority: 'Assembly' }]);
	const ofAssembly = (await history(api, 'Assembly')).entries.map(({ record }) => record);
	const acts = ofAssembly.map(({ action, actor }) => `${action} ${JSON.stringify(actor)}`);
	assert.ok(acts.includes('MemberInducted "Chain"'), acts.join());
	assert.ok(acts.includes('RankSet {"Authority":"Assembly"}'), acts.join());
	const ofHospital = (await historyOfInstitution(api, hospital.id)).entries;
	assert.ok(ofHospital.some(({ record }) => record.subject.Referendum === referendum));
});

test('the track of emergencies enters the safe mode, leaves it, and carries out what the council calls urgent', async () => {
	const entered = await decideByAssembly(api, 'Emergency', api.tx.safeMode.forceEnter());
	eventOf(entered.events, 'safeMode', 'Entered');
	await assert.rejects(registerMasks(api, 1), { refusal: 'system.CallFiltered' });
	// The assembly goes on voting.
	const left = await decideByAssembly(api, 'Emergency', api.tx.safeMode.forceExit());
	eventOf(left.events, 'safeMode', 'Exited');
	await registerMasks(api, 1);

	const urgent = api.tx.system.killStorage([place]);
	const dispatch = api.tx.whitelist.dispatchWhitelistedCallWithPreimage(urgent);
	const whitelist = api.tx.whitelist.whitelistCall(urgent.method.hash);
	const isDone = ({ data: { result } }) => result.isOk;
	// The council has not said that it is urgent: it waits until the council does.
	const deferred = await decideByAssembly(api, 'Emergency', dispatch, {
		ayes: commissions.slice(8, 16),
	});
	eventOf(deferred.events, 'whitelist', 'DispatchDeferred');
	await refused(stranger, dispatch, 'whitelist.CallIsNotWhitelisted');
	assert.equal(await contentOf(place), content);
	await assert.rejects(decide(api, whitelist), { refusal: 'BadOrigin' });
	await decide(api, whitelist, council.slice(0, 4));
	const { events } = await send(api, stranger, dispatch);
	assert.ok(isDone(eventOf(events, 'whitelist', 'WhitelistedCallDispatched')));
	assert.equal(await contentOf(place), null);

	const again = api.tx.system.setStorage([[place, content]]);
	await decide(api, api.tx.whitelist.whitelistCall(again.method.hash), council.slice(0, 4));
	const carried = await decideByAssembly(
		api,
		'Emergency',
		api.tx.whitelist.dispatchWhitelistedCallWithPreimage(again),
		{ ayes: commissions.slice(16, 24) },
	);
	assert.ok(isDone(eventOf(carried.events, 'whitelist', 'WhitelistedCallDispatched')));
	assert.equal(await contentOf(place), content);
});

test('what is not carried in time is rejected, on each track, and nothing comes of it', async () => {
	for (const track of tracks) {
		const { outcome, at } = await decided(api, failing[track]);
		assert.equal(outcome, 'Rejected', track);
		const { events } = await send(api, stranger, api.tx.assembly.recordOutcome(failing[track]));
		const said = await saidBy(api, events, 'assembly', 'OutcomeRecorded');
		assert.equal(said.outcome, 'Rejected');
		const entry = await entryOf(failing[track]);
		assert.deepEqual(entry.progress, { Decided: { outcome: 'Rejected', at } });
		assert.deepEqual([entry.enactment, entry.recorded], [null, 'Rejected']);
	}
	const late = tracks.map((track) => vote(failing[track], true));
	await allRefused(
		api,
		late.map((call) => [hubei.agent, call, 'assembly.ReferendumNotOngoing']),
	);
	const { standing } = await view(api, 'Registry', 'institution', donor.id);
	assert.equal(standing, 'Active');
	assert.equal(new Map(await view(api, 'Assembly', 'ranks')).get('Donor'), 0);
	// What the plan that passed reserved, and no more.
	assert.equal((await holding()).reserved, 40n);
});
