// Emergencies and allocations: what they are made of, and their steps, each sent and waited for.

import { saidBy, send, view, viewAt } from '@salus/client';
import { decideByAssembly } from './assembly.mjs';
import { classes } from './cast.mjs';
import { decide } from './council.mjs';
import { until } from './until.mjs';

const DAY = 86_400_000;

/**
 * Where an hour of a track lasts a second, in milliseconds: for how long what the council declares is in force
 * without being ratified, three days; and for how long after that it does not declare the same anew, seven.
 */
export const [TERM, COOLING] = [3 * 24 * 1_000, 7 * 24 * 1_000];

/** How far ahead the end of an emergency may be. */
export const LONGEST = 30 * DAY;

/** A declaration of a serious shortage of masks in Hubei, for twenty days. */
export const declaration = (more = {}) => ({
	...{ regions: ['CN-HB'], classes: [classes.mask], severity: 'Serious' },
	...{ until: Date.now() + 20 * DAY, ...more },
});

/** The call that declares it. */
export const declaring = (api, more) => api.tx.emergencies.declare(declaration(more));

/** The council declares an emergency; answers with what the chain says of it. */
export const declare = async (api, more) => {
	const { events } = await decide(api, declaring(api, more));
	return saidBy(api, events, 'emergencies', 'EmergencyDeclared');
};

/** The assembly decides on a call, on the track of emergencies. */
export const byAssembly = (api, call) => decideByAssembly(api, 'Emergency', call);

/**
 * The assembly calls an emergency off, if there is one, and declares the next one of these classes, so that they can be
 * allocated anew; answers with it.
 */
export const declareAnew = async (api, before, of) => {
	const calls = before === undefined ? [] : [api.tx.emergencies.callOff(before)];
	const call = api.tx.utility.batchAll([...calls, declaring(api, { classes: of })]);
	const { events } = await byAssembly(api, call);
	return (await saidBy(api, events, 'emergencies', 'EmergencyDeclared')).emergency;
};

/** The matter of ratification that an emergency is. */
export const matterOf = (emergency) => ({ Emergency: emergency });

/** The assembly ratifies an emergency. */
export const ratify = (api, emergency) =>
	byAssembly(api, api.tx.ratification.ratify(matterOf(emergency)));

/** An emergency, as the chain knows it, with whether it is in force. */
export const emergencyOf = async (api, id) => {
	const { emergency, inForce } = await view(api, 'Emergencies', 'emergency', id);
	return { ...emergency, inForce };
};

/** The gravest emergency in force for a class in a region. */
export const severityOf = (api, region, of = classes.mask) =>
	view(api, 'Emergencies', 'severity', region, of);

/** Binds a standing order to emergencies, or frees it with `null`. */
export const bindOrder = (api, { agent }, order, during) =>
	send(api, agent, api.tx.needs.bindOrder(order, during));

/** For how long an allocation waits for a plan, in milliseconds. */
export const PROVING = 2 * 60_000;

/**
 * An allocation lasts no longer, and the next one of the same goods begins no sooner, in milliseconds, where the first
 * had something to share.
 */
export const [LONGEST_ALLOCATION, PAUSE] = [20 * 60_000, 60 * 60_000];

/** The call that opens an allocation of a class. */
export const opening = (api, emergency, of = classes.mask) =>
	api.tx.emergencies.openAllocation(emergency, of);

/** The call that takes the next step of an allocation, or so many of its lines. */
export const advancing = (api, allocation, lines = 1) =>
	api.tx.emergencies.advance(allocation, lines);

/** Opens an allocation for an agent of a health commission; answers with it. */
export const open = async (api, { agent }, emergency, of) => {
	const { events } = await send(api, agent, opening(api, emergency, of));
	return (await saidBy(api, events, 'emergencies', 'AllocationOpened')).allocation;
};

/** Gives the agent of a health commission the role with which it opens allocations, beside its others. */
export const letOpen = (api, { agent }) => {
	const roles = ['Admin', 'Dispatch', 'Statistics', 'Vote'];
	return send(api, agent, api.tx.registry.changeRoles(agent.address, roles));
};

/** An allocation, as the chain knows it. */
export const allocationOf = (api, allocation) => view(api, 'Emergencies', 'allocation', allocation);

/** Waits until an allocation has got so far; answers with it as it is then. */
export const whenIt = (api, allocation, what, hasGot, limit = 120_000) =>
	until(
		what,
		async () => {
			const found = await allocationOf(api, allocation);
			return hasGot(found.stage) && found;
		},
		limit,
	);

/** Waits until an allocation waits for a plan; answers with what the plan is to answer. */
export const whenDeciding = async (api, allocation) => {
	await whenIt(api, allocation, 'the shares', ({ Deciding }) => Deciding);
	return problemOf(api, allocation);
};

/** Waits until an allocation has ended; answers with it, and with how it ended. */
export const whenEnded = async (api, allocation, limit) => {
	const isOver = ({ Ended }) => Ended;
	const found = await whenIt(api, allocation, 'the end of the allocation', isOver, limit);
	return { ...found, how: found.stage.Ended.how };
};

/** All pages of what a view tells of an allocation. */
const pagesOf = async (api, name, entries, allocation) => {
	const block = (await api.rpc.chain.getBlockHash()).toHex();
	const all = [];
	for (let after = null; ; ) {
		const page = await viewAt(api, block, 'Emergencies', name, allocation, after, 256);
		all.push(...page[entries]);
		if (page.next === null) return all;
		after = page.next;
	}
};

/** A plan for an allocation that decides about `problem`, with its flows and prices. */
export const planFor = (allocation, { fingerprint }, { flows, supplyPrices, demandPrices, bars = [] }) => ({
	allocation,
	fingerprint,
	bars,
	flows,
	supplyPrices,
	demandPrices,
});

/** The calls that submit a plan, and pairs that the rules forbid, with a signature. */
export const submitting = (api, plan) => api.tx.emergencies.submitPlan(plan);
export const barring = (api, allocation, fingerprint, bars) =>
	api.tx.emergencies.submitBars(allocation, fingerprint, bars);

/** What is wrong with a plan, by the names of errors. */
export const explained = (api, plan) => view(api, 'Emergencies', 'explain_plan', plan);

/** Whether an offer may go to a need, by their places, as far as an allocation knows. */
export const mayGo = ({ offers }, offer, need) =>
	((offers[offer].pairs[need >> 6] >> BigInt(need & 63)) & 1n) === 1n;

/** How far it is from an offer to a need, by their places. */
export const kilometresOf = ({ offers, needs, kilometres }, offer, need) => {
	const [near, far] = [offers[offer].place, needs[need].place].sort((one, other) => one - other);
	return near === far ? 0 : kilometres[(far * (far - 1)) / 2 + near];
};

/** What each need was given, and why not more. */
export const sharesOf = (api, allocation) => pagesOf(api, 'needs_of', 'needs', allocation);

/** The lines of an allocation: from which offer to which need, and what became of each. */
export const linesOf = (api, allocation) => pagesOf(api, 'lines', 'lines', allocation);

/** What an allocation decided about, as it was frozen; from it everybody works out the same. */
export const problemOf = (api, allocation) => view(api, 'Emergencies', 'problem', allocation);

/** How well an allocation did: of all, by region and by kind. */
export const qualityOf = async (api, allocation) => {
	const [all, groups] = await view(api, 'Emergencies', 'quality', allocation);
	return { ...all, groups };
};

/** What a unit is worth that is carried at all, and what each day takes of that on which others expire before it. */
const [UNIT, RANK] = [2 ** 43, 2 ** 25];

/**
 * Whether the prices of a plan prove that no other one is worth more: over no pair that may be is a unit worth more
 * than both prices, over those of the plan as much, and what is left over, or open, has none.
 */
export const isProven = (problem, { flows, supplyPrices, demandPrices }) => {
	const dayOf = ({ expiresAt }) => (expiresAt === null ? Infinity : Math.floor(Number(expiresAt) / DAY));
	const days = [...new Set(problem.offers.map(dayOf))].sort((one, other) => one - other);
	const ranks = problem.offers.map((offer) => days.indexOf(dayOf(offer)));
	const gain = (supply, demand) => {
		const worth = UNIT - RANK * ranks[supply] - kilometresOf(problem, supply, demand);
		return worth - Number(supplyPrices[supply]) - Number(demandPrices[demand]);
	};
	const left = problem.offers.map((offer) => offer.left);
	const open = problem.needs.map((need) => need.share);
	for (const { supply, demand, quantity } of flows) {
		left[supply] -= BigInt(quantity);
		open[demand] -= BigInt(quantity);
		if (!mayGo(problem, supply, demand) || gain(supply, demand) !== 0) return false;
	}
	const isFree = (rest, prices) =>
		rest.every((units, place) => units === 0n || (units > 0n && Number(prices[place]) === 0));
	const isBeaten = ranks.some((_, supply) =>
		open.some((__, demand) => mayGo(problem, supply, demand) && gain(supply, demand) > 0),
	);
	return isFree(left, supplyPrices) && isFree(open, demandPrices) && !isBeaten;
};
