// The steps of a transfer, each sent and waited for, each answering with what it made.

import { saidBy, send } from '@salus/client';
import { carrier, donor, hospital, masks, proposal, sscc, suits } from './cast.mjs';

/** A claimed event time: now, or as many milliseconds ago, east of UTC by the given minutes. */
export const event = (ago = 0, utcOffset = 480) => ({ at: Date.now() - ago, utcOffset });

/** Gives an account that the genesis does not know what it needs for fees. */
export const fund = (api, { address }) =>
	send(api, donor.agent, api.tx.balances.transferKeepAlive(address, 10n ** 15n));

/** Registers `quantity` masks at the donor's warehouse; answers with the lot. */
export const registerMasks = async (api, quantity, identity = masks()) => {
	const { events } = await send(
		api,
		donor.agent,
		api.tx.registry.registerLot(identity, quantity, donor.warehouse, event()),
	);
	return (await saidBy(api, events, 'registry', 'LotRegistered')).lot;
};

/** Registers goods of an institution's own, kept at none of its sites; answers with the lot. */
export const registerGoods = async (api, { agent }, quantity, identity = suits()) => {
	const call = api.tx.registry.registerLot(identity, quantity, null, event());
	const { events } = await send(api, agent, call);
	return (await saidBy(api, events, 'registry', 'LotRegistered')).lot;
};

/** Proposes `legs`, each `[lot, quantity]`, from the donor to the hospital; answers with the transfer. */
export const propose = async (api, legs, more, who = donor.agent) => {
	const call = api.tx.circulation.propose(proposal(legs, more));
	const { events } = await send(api, who, call);
	return (await saidBy(api, events, 'circulation', 'TransferProposed')).transfer;
};

export const accept = (api, transfer, who = hospital.agent) =>
	send(api, who, api.tx.circulation.accept(transfer));

/** Dispatches with the carrier, and with what a sensor measured before the goods left, if one did. */
export const dispatch = (api, transfer, when = event(), who = donor.agent, sensor = null) =>
	send(
		api,
		who,
		api.tx.circulation.dispatch(transfer, carrier.id, sscc, null, sensor, when),
	);

/** Proposes `legs` to `receiver`, which accepts, and dispatches them; answers with the transfer. */
export const ship = async (api, legs, receiver = hospital, more = {}) => {
	const transfer = await propose(api, legs, { to: receiver.id, toSite: null, ...more });
	await accept(api, transfer, receiver.agent);
	await dispatch(api, transfer);
	return transfer;
};

/**
 * Sends goods of a lot from one institution to another, with what a sensor measured before they left, if one
 * did; answers with the transfer.
 */
export const sendOff = async (api, from, to, lot, quantity, { sensor = null, ...more } = {}) => {
	const wanted = { to: to.id, fromSite: null, toSite: null, ...more };
	const transfer = await propose(api, [[lot, quantity]], wanted, from.agent);
	await accept(api, transfer, to.agent);
	await dispatch(api, transfer, event(), from.agent, sensor);
	return transfer;
};

/** Writes a receipt, with what a sensor measured on the way, if one did. */
export const receive = (api, transfer, legs, who = hospital.agent, sensor = null) =>
	send(api, who, api.tx.circulation.receive(transfer, legs, sensor, null, event()));
