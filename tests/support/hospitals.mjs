// Hospitals that the genesis does not know: the council admits them, and each gets an agent in every role.

import { send, view } from '@salus/client';
import { donor, key } from './cast.mjs';
import { decide } from './council.mjs';

const everyRole = ['Admin', 'Stock', 'Dispatch', 'Receive', 'Statistics', 'Vote'];

/** What its agent needs for fees. */
const FEES = 10n ** 15n;

/**
 * The hospitals of these names in a region, each with its identifier and its agent. Those that are not
 * there yet are admitted, by one motion, and `payer` gives their agents what they need for fees.
 */
export const hospitalsOf = async (api, region, names, payer = donor.agent) => {
	const { balances, registry, utility } = api.tx;
	const hospitals = await Promise.all(
		names.map(async (name) => {
			const agent = key(`${region}//${name}`);
			const known = await view(api, 'Registry', 'agent_of', agent.address);
			return { name, agent, id: known?.institution ?? null };
		}),
	);
	const strangers = hospitals.filter(({ id }) => id === null);
	if (strangers.length === 0) return hospitals;

	const nobodyElse = { external: null, parent: null, profile: null };
	const admissions = strangers.map(({ name, agent }) =>
		registry.admitInstitution({ kind: 'Hospital', region, name, ...nobodyElse }, agent.address),
	);
	const { events } = await decide(api, utility.batchAll(admissions));
	const admitted = events.filter(({ method }) => method === 'InstitutionAdmitted');
	for (const [place, hospital] of strangers.entries()) {
		hospital.id = admitted[place].data.institution.toNumber();
	}
	const funds = strangers.map(({ agent }) => balances.transferKeepAlive(agent.address, FEES));
	await send(api, payer, utility.batchAll(funds));
	const join = ({ agent, id }) => {
		const calls = [
			registry.acceptInvitation(id),
			registry.changeRoles(agent.address, everyRole),
		];
		return send(api, agent, utility.batchAll(calls));
	};
	await Promise.all(strangers.map(join));
	return hospitals;
};
