// The assembly decides: its members, their referenda and their votes.

import { setTimeout as sleep } from 'node:timers/promises';
import { blake2AsHex } from '@polkadot/util-crypto';
import { nameOf, Refused, saidBy, send, stored } from '@salus/client';
import { eventsAt } from './blocks.mjs';
import {
	carrier,
	donor,
	hospital,
	laboratory,
	otherHospital,
	relief,
	statistician,
	supplier,
} from './cast.mjs';
import { until } from './until.mjs';

/** The tracks, in the order of their indices. */
export const tracks = ['Accreditation', 'Regulation', 'Reallocation', 'Emergency', 'Upgrade'];

/** The regions, in the order of the identifiers of their commissions. */
const regions = [
	...['AH', 'BJ', 'CQ', 'FJ', 'GD', 'GS', 'GX', 'GZ', 'HA', 'HB', 'HE', 'HI', 'HL', 'HN', 'JL', 'JS'],
	...['JX', 'LN', 'NM', 'NX', 'QH', 'SC', 'SD', 'SH', 'SN', 'SX', 'TJ', 'XJ', 'XZ', 'YN', 'ZJ'],
].map((code) => `CN-${code}`);

/** The members of the highest rank that are health commissions, each with its region. */
export const commissions = regions.map((region, place) => ({
	id: 7 + place,
	agent: statistician(region),
	region,
}));

/** The commission of a region. */
export const commissionOf = (code) => commissions.find(({ region }) => region === code);

/** Who votes: all institutions, each with its agent in the role vote, the highest rank first. */
export const members = [
	...commissions,
	laboratory,
	hospital,
	otherHospital,
	donor,
	relief,
	supplier,
	carrier,
];

/** What submits a proposal to a track. */
export const submitting = (api, track, call, enactment = { After: 0 }) =>
	api.tx.assembly.submit(track, call, enactment);

/** Submits a proposal for a member; answers with the referendum. */
export const submit = async (api, { agent }, track, call, enactment) => {
	const { events } = await send(api, agent, submitting(api, track, call, enactment));
	return (await saidBy(api, events, 'assembly', 'ReferendumSubmitted')).referendum;
};

/** Submits a proposal that is to be voted on in secret; answers with the referendum, which waits for a ring. */
export const submitForRing = async (api, { agent }, track, call) => {
	const { events } = await send(api, agent, api.tx.assembly.submitForRing(track, call, { After: 0 }));
	return (await saidBy(api, events, 'assembly', 'ReferendumSubmitted')).referendum;
};

/** Casts a member's vote. */
export const castVote = (api, { agent }, referendum, aye) =>
	send(api, agent, api.tx.assembly.vote(referendum, aye));

/** Casts the same vote of each of these members, all at once. */
export const castVotes = (api, who, referendum, aye) =>
	Promise.all(who.map((member) => castVote(api, member, referendum, aye)));

/** How many members carry a proposal as soon as its decision begins, if nobody is against it. */
export const enough = async (api, track) => {
	const whole = 1_000_000_000n;
	const [, { minSupport }] = api.consts.rankedPolls.tracks[tracks.indexOf(track)];
	const share = minSupport.asLinearDecreasing.ceil.toBigInt();
	const all = (await api.query.rankedCollective.memberCount(0)).toBigInt();
	return Number((all * share + whole - 1n) / whole);
};

/** How a referendum ended, and in which block; waits until it has. */
export const decided = (api, referendum, limit = 400_000) =>
	until(
		`the decision on referendum ${referendum}`,
		async () => {
			const info = await stored(api, 'rankedPolls', 'referendumInfoFor', referendum);
			const [[outcome, decision]] = Object.entries(info);
			// One that was killed has no deposits beside its block.
			return outcome !== 'Ongoing' && { outcome, at: [decision].flat()[0] };
		},
		limit,
	);

/** The name under which what a referendum approved is scheduled. */
const nameOfEnactment = (api, referendum) => {
	const parts = api.registry.createType('([u8; 8], Text, u32)', [
		new TextEncoder().encode('assembly'),
		'enactment',
		referendum,
	]);
	return blake2AsHex(parts.toU8a(), 256);
};

/** The hash of the block with this number, once there is one. */
const blockAt = async (api, number) => {
	while ((await api.rpc.chain.getHeader()).number.toNumber() < number) await sleep(100);
	return (await api.rpc.chain.getBlockHash(number)).toHex();
};

/** In which events the scheduler says what became of a named task. */
const endings = ['Dispatched', 'CallUnavailable', 'PermanentlyOverweight'];

/**
 * Waits until a referendum is approved and its proposal carried out; answers with the block in which it
 * was, and the block's events. Throws `Refused` when what was approved fails.
 */
export const carriedOut = async (api, referendum) => {
	const { outcome, at } = await decided(api, referendum);
	if (outcome !== 'Approved') throw new Error(`referendum ${referendum} ended as ${outcome}`);
	const name = nameOfEnactment(api, referendum);
	for (let number = at + 1; ; number++) {
		const block = await blockAt(api, number);
		const events = await eventsAt(api, block);
		const ending = events.find(
			({ section, method, data }) =>
				section === 'scheduler' && endings.includes(method) && data.id.unwrapOr(null)?.eq(name),
		);
		if (!ending) continue;
		if (ending.method !== 'Dispatched') throw new Refused(`scheduler.${ending.method}`, null, block);
		const { result } = ending.data;
		if (result.isErr) throw new Refused(nameOf(api, result.asErr), 'in scheduler.Dispatched', block);
		return { referendum, block, events };
	}
};

/**
 * Has the assembly decide on a call, on a track, with the ayes of these members: of so many, the highest rank
 * first, as carry it at once. The first of them submits it. Answers as `carriedOut` does.
 */
export const decideByAssembly = async (api, track, call, { ayes } = {}) => {
	const voters = ayes ?? members.slice(0, await enough(api, track));
	const referendum = await submit(api, voters[0], track, call);
	await castVotes(api, voters, referendum, true);
	return carriedOut(api, referendum);
};
