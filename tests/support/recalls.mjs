// Recalls and cases: what they are made of, and their steps, each sent and waited for, each answering with
// what it made. Whoever signs is an account.

import { saidBy, send, stored, view } from '@salus/client';
import { decideByAssembly } from './assembly.mjs';
import { arrived, council, inDays, key, masks } from './cast.mjs';
import { decide } from './council.mjs';
import { event, fund, receive, sendOff } from './steps.mjs';
import { until } from './until.mjs';

const HOUR = 3_600_000;

/** Stands for the digest of a notice to all holders. */
export const notice = `0x${'4e'.repeat(32)}`;

/** The identity of goods of whoever registers them: it made them, unless more is said. */
export const made = (more = {}) => ({
	...masks(inDays(300)),
	...{ donor: null, earmark: null, commissioning: 'Commissioned' },
	...more,
});

/** Sends goods of a lot, which arrive; answers with the transfer. */
export const bring = async (api, from, to, lot, quantity, more) => {
	const transfer = await sendOff(api, from, to, lot, quantity, more);
	await receive(api, transfer, [arrived(quantity)], to.agent);
	return transfer;
};

/** The call that puts some of a lot into packs of another batch, which whoever does it has observed. */
export const repacking = async (api, lot, quantity, batch) => {
	const { identity } = (await view(api, 'Registry', 'lot', lot)).lot;
	const packs = { ...identity, batch, commissioning: 'Observed' };
	const outputs = [{ identity: packs, quantity, classChange: null }];
	return api.tx.registry.repack([{ lot, quantity }], outputs, event());
};

/** Repacks some of a lot; answers with the lot that it becomes. */
export const repack = async (api, who, lot, quantity, batch) => {
	const { events } = await send(api, who, await repacking(api, lot, quantity, batch));
	const [{ lot: packs }] = (await saidBy(api, events, 'registry', 'LotRepacked')).outputs;
	return packs;
};

/** The call that recalls lots: all are to go back, within an hour, unless more is said. */
export const issuing = (api, lots, more = {}) => {
	const { severity, action, answerWithin } = {
		...{ severity: 'II', action: 'Return', answerWithin: HOUR },
		...more,
	};
	return api.tx.recalls.issueRecall(lots, severity, action, notice, answerWithin);
};

/** The recall, as the chain knows it. */
export const recallOf = (api, recall) => view(api, 'Recalls', 'recall', recall);

/** A recall, with how many lots wait for its next steps. */
export const progressOf = async (api, recall) => {
	const progress = await view(api, 'Recalls', 'progress', recall);
	return progress && { ...progress.recall, waiting: progress.waiting };
};

/** Waits until the chain has done what a recall needs to come to a state. */
export const inState = (api, recall, state) =>
	until(`recall ${recall} is ${state}`, async () => (await recallOf(api, recall)).state === state);

/** Recalls lots, and waits until everybody is asked who has some of them; answers with the recall. */
export const issueRecall = async (api, who, lots, more) => {
	const { events } = await send(api, who, issuing(api, lots, more));
	const { recall } = await saidBy(api, events, 'recalls', 'RecallIssued');
	await inState(api, recall, 'Standing');
	return recall;
};

/** The call that answers a recall: how much was found, and with how much of it is done what was demanded. */
export const answering = (api, recall, found, done, document = null) =>
	api.tx.recalls.acknowledgeRecall(recall, found, done, document, event());

/** Answers a recall; tells what the chain says of it. */
export const answer = async (api, who, recall, found, done, document) => {
	const { events } = await send(api, who, answering(api, recall, found, done, document));
	return saidBy(api, events, 'recalls', 'RecallAcknowledged');
};

/** Closes a recall, and waits until no lot is held by it any more. */
export const closeRecall = async (api, who, recall, reason = 'All is accounted for') => {
	await send(api, who, api.tx.recalls.closeRecall(recall, reason));
	await inState(api, recall, 'Closed');
};

/** All that are asked, in the order of their identifiers. */
export const dutiesOf = async (api, recall) => {
	const { duties } = await view(api, 'Recalls', 'duties', recall, null, 256);
	return duties.sort((a, b) => a.institution - b.institution);
};

/**
 * Lets an institution have been asked so many milliseconds earlier than it was. An hour is the least time to
 * answer, and nobody waits for it: the council calls it urgent, and the assembly, as root, writes it.
 */
export const askEarlier = async (api, recall, { id }, milliseconds) => {
	const { system, whitelist } = api.tx;
	const { duties } = api.query.recalls;
	const type = api.registry.createLookupType(duties.creator.meta.type.asMap.value);
	const duty = await stored(api, 'recalls', 'duties', recall, id);
	const entry = { ...duty, askedAt: duty.askedAt - BigInt(milliseconds) };
	const value = api.registry.createType(type, entry).toHex();
	const writing = system.setStorage([[duties.key(recall, id), value]]);
	await decide(api, whitelist.whitelistCall(writing.method.hash), council.slice(0, 4));
	const call = whitelist.dispatchWhitelistedCallWithPreimage(writing);
	await decideByAssembly(api, 'Emergency', call);
};

/** The name of the commission of the whole country, which the genesis does not know. */
const NATIONAL = 'National Health Commission';

/** That commission, which the assembly admits: the council's haste would lapse while tests run. */
export const nationalCommission = async (api) => {
	const agent = key('National commission');
	await fund(api, agent);
	const admission = {
		...{ kind: 'HealthCommission', region: 'CN', name: NATIONAL },
		...{ external: null, parent: null, profile: null },
	};
	const admitting = api.tx.registry.admitInstitution(admission, agent.address);
	const { events } = await decideByAssembly(api, 'Accreditation', admitting);
	const { institution: id } = await saidBy(api, events, 'registry', 'InstitutionAdmitted');
	await send(api, agent, api.tx.registry.acceptInvitation(id));
	return { id, agent };
};

/** The call that opens a case over an institution, about something that has a record. */
export const opening = (
	api,
	subject,
	party,
	{ reason = 'Figures do not agree', document = null } = {},
) => api.tx.recalls.openCase(subject, party.id, reason, document);

/** Opens a case; answers with it. */
export const openCase = async (api, who, subject, party, more) => {
	const { events } = await send(api, who, opening(api, subject, party, more));
	return (await saidBy(api, events, 'recalls', 'CaseOpened')).case;
};

/** The call that demands a count of what the party of a case has of its own of a lot. */
export const demanding = (api, opened, lot, by) => api.tx.recalls.demandCount(opened, lot, by);

/** The call that orders a hold in a case. */
export const ordering = (api, opened, place, kind, { reason = 'Ordered', document = null } = {}) =>
	api.tx.recalls.orderHold(opened, place, kind, reason, document);

/** The call that ends a case, by a reason. */
export const ending = (api, opened, end = 'Closed', reason = 'All is explained') =>
	api.tx.recalls.endCase(opened, end, reason);

/** A case, as the chain knows it. */
export const caseOf = (api, opened) => view(api, 'Recalls', 'case', opened);
