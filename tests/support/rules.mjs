// Rules: what they are made of, and who writes them.

import { saidBy, send } from '@salus/client';
import { decide } from './council.mjs';

/** Stands for the digest of a text that puts a rule into words. */
export const digest = `0x${'17'.repeat(32)}`;

/** A condition that must hold. */
export const must = (condition) => ({ condition, negated: false });

/** A condition that must not hold. */
export const mustNot = (condition) => ({ condition, negated: true });

/** What is asked of the sender, the receiver or the carrier. */
export const ofKind = (party, kind) => ({ OfKind: { party, kind } });
export const within = (party, region) => ({ Within: { party, region } });
export const licensed = (party, capability) => ({ Licensed: { party, capability } });

/** The call that writes a rule for a class, or for all with `null`: a list of conditions an alternative. */
export const writing = (api, of, ...alternatives) =>
	api.tx.rules.writeRule(of, alternatives, digest);

/** Writes a rule of the institution that `who` acts for; answers with the rule. */
export const writeRule = async (api, who, of, ...alternatives) => {
	const { events } = await send(api, who, writing(api, of, ...alternatives));
	return (await saidBy(api, events, 'rules', 'RuleWritten')).rule;
};

/** Writes a rule of governance, by a motion of the council; answers with the rule. */
export const ordain = async (api, of, ...alternatives) => {
	const { events } = await decide(api, writing(api, of, ...alternatives));
	return (await saidBy(api, events, 'rules', 'RuleWritten')).rule;
};
