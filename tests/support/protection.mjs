// Members without names: their secrets and keys, the rings that these form, contexts, and the proofs that bind
// accounts. A proof is made here as on a member's own machine, by the library that the chain verifies with,
// compiled for JavaScript.

import { Keyring } from '@polkadot/api';
import {
	bnToU8a,
	compactAddLength,
	compactToU8a,
	hexToU8a,
	stringToU8a,
	u8aConcat,
	u8aToHex,
	u8aToU8a,
} from '@polkadot/util';
import { blake2AsU8a, randomAsU8a } from '@polkadot/util-crypto';
import { errorAt, send, stored, submit, unsigned, verdict, view, viewAt } from '@salus/client';
import library from 'verifiablejs/nodejs';
import { commissions } from './assembly.mjs';
import { carrier, council, donor, hospital, laboratory, otherHospital, relief, supplier } from './cast.mjs';
import { decide } from './council.mjs';
import { until } from './until.mjs';

/** How the library names rings of up to 255 members. */
const RING_EXPONENT = 9;

/** How many bytes a proof has. */
export const PROOF_LENGTH = 785;

/** The contexts of the genesis, which are for the role receive. */
export const contexts = { appeals: 0, complaints: 1, ratings: 2 };

/** For how many blocks a binding is made, at most 64: half a minute on the chains of these tests. */
const WINDOW = 60;

/** How long a ring may take: its members enter in a few steps, and a revision rests for three seconds. */
const BUILD_LIMIT = 120_000;

/** In the order of their indices. */
const roles = ['Admin', 'Stock', 'Dispatch', 'Receive', 'Statistics', 'Vote'];

/** Institutions that have an agent in the role admin, those first that do other things as well. */
export const crowd = [
	...[hospital, otherHospital, laboratory, relief, donor, supplier, carrier],
	...commissions,
];

/** The secret of a member for a role. It can be guessed, as all keys of the development chain can. */
export const secretOf = ({ id }, role) => blake2AsU8a(`member ${id} in the role ${role}`, 256);

/** The member key of a secret. */
export const keyOf = (secret) => u8aToHex(library.member_from_entropy(secret));

const u32 = (number) => bnToU8a(number, { bitLength: 32, isLe: true });

/**
 * What is signed and proven, as `pallets/protection/src/message.rs` has it: the digest of what it is for, of the
 * chain, and of what else it says.
 */
const digest = (purpose, genesis, ...parts) =>
	blake2AsU8a(u8aConcat(compactAddLength(stringToU8a(purpose)), u8aToU8a(genesis), ...parts), 256);

/** The context for which a proof is made. */
export const contextName = (genesis, context) => digest('salus/context', genesis, u32(context));

/** What a proof says. */
const bindingMessage = (genesis, context, { publicKey }, last) =>
	digest('salus/bind', genesis, u32(context), publicKey, u32(last));

/** The signature by which an institution shows that it has the secret of a key. */
export const possession = (api, secret, role, { id }) => {
	const place = Uint8Array.of(roles.indexOf(role));
	const key = library.member_from_entropy(secret);
	const message = digest('salus/key', api.genesisHash, place, u32(id), key);
	return u8aToHex(library.sign(secret, message));
};

/** The call by which a member registers its key. */
export const registering = (api, member, role = 'Receive') => {
	const secret = secretOf(member, role);
	return api.tx.protection.registerKey(role, keyOf(secret), possession(api, secret, role, member));
};

/** Registers keys of these members, all at once. */
export const registerKeys = (api, members, role = 'Receive') =>
	Promise.all(members.map((member) => send(api, member.agent, registering(api, member, role))));

/** The newest revision of a role's first ring, with its keys and whose they are; `null` when there is none. */
export const newestRing = async (api, role = 'Receive') => {
	// The members have to be those of the revision.
	const block = (await api.rpc.chain.getBlockHash()).toHex();
	const found = await viewAt(api, block, 'Protection', 'ring', { role, number: 0 });
	if (found === null) return null;
	const members = await viewAt(api, block, 'Protection', 'ring_members', { role, number: 0 });
	return {
		...found,
		keys: members.map(({ key }) => key),
		institutions: members.map(({ institution }) => institution),
	};
};

/** Waits for a revision after `after` that `fits`; answers with it. */
export const nextRing = (api, what, { role = 'Receive', after = 0, fits = () => true } = {}) =>
	until(
		what,
		async () => {
			const found = await newestRing(api, role);
			return found && found.revision > after && fits(found) && found;
		},
		BUILD_LIMIT,
	);

/** Waits until so many keys are in a ring of a role, or wait and are too few to enter; answers with the ring. */
const settledRing = (api, role, total) => {
	const batch = api.consts.protection.batch.toNumber();
	const isSettled = async ({ members }) => {
		const waiting = (await view(api, 'Protection', 'queue', role)).length;
		const building = await stored(api, 'protection', 'constructions', role);
		return waiting < batch && building === null && members + waiting === total;
	};
	const ask = async () => {
		const found = await newestRing(api, role);
		return found && (await isSettled(found)) && found;
	};
	return until(`a ring of the role ${role}`, ask, BUILD_LIMIT);
};

/**
 * Registers keys of twenty members, beside so many that have some already, and waits until they are in a ring, which
 * off-chain workers build; answers with it, and with the members that are in it: seventeen at least. Those that come
 * a block later than the others, and are fewer than enter at once, withdraw their keys: the ring stays as it is.
 */
export const fillRing = async (api, role = 'Receive', members = crowd.slice(0, 20), before = 0) => {
	await registerKeys(api, members, role);
	const ring = await settledRing(api, role, members.length + before);
	const isIn = ({ id }) => ring.institutions.includes(id);
	const withdraw = ({ agent }) => send(api, agent, api.tx.protection.withdrawKey(role));
	await Promise.all(members.filter((member) => !isIn(member)).map(withdraw));
	return { ring, members: members.filter(isIn) };
};

/** Terms of a context: four uses, and a whole token in the purse, unless more is said. */
export const terms = (purpose, more = {}) => ({
	...{ role: 'Receive', purpose, roll: 'Recent', uses: 4, purse: 10n ** 12n, until: null },
	...more,
});

/** The call that declares a context. */
export const declaring = (api, of) => api.tx.protection.declareContext(of);

/** The council declares contexts, by one motion; answers with them. */
export const declareContexts = async (api, ...each) => {
	const calls = each.map((of) => declaring(api, of));
	// Three quarters, which a vote takes.
	const { events } = await decide(api, api.tx.utility.batchAll(calls), council.slice(0, 4));
	return events
		.filter(({ section, method }) => section === 'protection' && method === 'ContextDeclared')
		.map(({ data }) => data.context.toNumber());
};

/** An account that has never signed anything. */
export const newAccount = () => new Keyring({ type: 'sr25519' }).addFromSeed(randomAsU8a(32));

/** What a member is called in a context. */
export const aliasOf = (api, member, context, role = 'Receive') => {
	const name = contextName(api.genesisHash, context);
	return u8aToHex(library.alias_in_context(secretOf(member, role), name));
};

/** The root of a ring of these keys. */
export const rootOf = (keys) => u8aToHex(library.members_root(RING_EXPONENT, encoded(keys)));

/** A ring, as the library takes it. */
const encoded = (keys) => u8aConcat(compactToU8a(keys.length), ...keys.map((key) => hexToU8a(key)));

/**
 * A proof that the owner of a secret is among the owners of keys, with its alias. Throws when it is not. It takes a
 * second or some, in which nothing else is done.
 */
const proven = (secret, keys, name, message) => {
	if (!keys.includes(keyOf(secret))) throw new Error('the key of this secret is not in the ring');
	const { alias, proof } = library.one_shot(RING_EXPONENT, secret, encoded(keys), name, message);
	return { alias: u8aToHex(alias), proof: u8aToHex(proof) };
};

/** The number of the newest block. */
export const head = async (api) => (await api.rpc.chain.getHeader()).number.toNumber();

/**
 * What binds an account to the pseudonym of a member in a context: proven against the newest revision of the ring,
 * for this chain, and for half a minute, unless more is said.
 */
export const bindingOf = async (api, member, context, account, more = {}) => {
	const { role } = (await stored(api, 'protection', 'contexts', context)).terms;
	const ring = more.ring ?? (await newestRing(api, role));
	const genesis = more.genesis ?? api.genesisHash;
	const last = (await head(api)) + WINDOW;
	const name = contextName(genesis, context);
	const message = bindingMessage(genesis, context, account, last);
	const { alias, proof } = proven(secretOf(member, role), ring.keys, name, message);
	const { revision } = ring;
	return { context, ring: 0, revision, account: account.address, alias, until: last, proof };
};

/** The call that binds. */
export const binding = (api, made) => api.tx.protection.bind(made);

/** The pseudonym that an account is bound to. */
export const pseudonymOf = (api, { address }) => view(api, 'Protection', 'pseudonym', address);

/** Hands in a binding, and waits until it is in force; answers with the transaction. */
export const handIn = async (api, endpoint, made) => {
	const transaction = await unsigned(api, binding(api, made));
	await submit(endpoint, transaction);
	const isBound = () => pseudonymOf(api, { address: made.account });
	await until(`an account bound in context ${made.context}`, isBound);
	return transaction;
};

/** Binds a new account for a member in a context; answers with it. */
export const bind = async (api, endpoint, member, context, more) => {
	const account = newAccount();
	await handIn(api, endpoint, await bindingOf(api, member, context, account, more));
	return account;
};

/** What the pool says of a call without a signature on the state of a block: `Valid`, or the name of an error. */
export const verdictOn = async (api, call, at) => {
	const answer = await verdict(api, await unsigned(api, call), at);
	return typeof answer === 'number' ? errorAt(api, 'protection', answer) : answer;
};

/** A context, as the chain tells it: whether it is over, and how many have voted, beside what is stored. */
export const contextOf = async (api, id) => {
	const { context, ...more } = await view(api, 'Protection', 'context', id);
	return { ...context, ...more };
};

/** An appeal for masks in Hubei, within a week. */
export const plea = (quantity, more = {}) => ({
	...{ class: 0, region: 'CN-HB', quantity, priority: 'Urgent' },
	...{ until: Date.now() + 7 * 86_400_000, ...more },
});
