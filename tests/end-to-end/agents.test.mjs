// Agents of institutions: they are invited and accept, and the council replaces them when their keys are
// stolen.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, finalReport, saidBy, send, view } from '@salus/client';
import { council, donor, hospital, key, masks, relief, rounds, supplier } from '../support/cast.mjs';
import { decide } from '../support/council.mjs';
import { newDatabase, startNode } from '../support/node.mjs';
import { refused as refusedBy } from '../support/refusal.mjs';
import { fund } from '../support/steps.mjs';

const clerk = key('Hankou//clerk');
const accomplice = key('Dongting//accomplice');
const heir = key('Dongting//heir');

let database, node, api;

before(async () => {
	database = await newDatabase();
	node = await startNode(database);
	api = await connect(node.endpoint);
	for (const account of [clerk, accomplice, heir]) await fund(api, account);
	// So that nothing is written but what these tests write.
	await finalReport(api, rounds.hospitals);
});

after(async () => {
	await api?.disconnect();
	await node?.stop();
	await database?.discard();
});

const refused = (signer, call, name) => refusedBy(api, signer, call, name);
const invite = ({ address }, roles) => api.tx.registry.inviteAgent(address, roles);
const remove = ({ address }) => api.tx.registry.removeAgent(address);
const acceptFrom = ({ id }) => api.tx.registry.acceptInvitation(id);
const register = () => api.tx.registry.registerLot({ ...masks(), donor: null }, 10, null, null);
const agentsOf = ({ id }) => view(api, 'Registry', 'agents_of', id, null, 256);
const invitationsOf = ({ address }) =>
	view(api, 'Registry', 'invitations_of', address, null, 256);
const agentOf = ({ address }) => view(api, 'Registry', 'agent_of', address);

test('an account acts for an institution once it has accepted, in the roles that it was offered', async () => {
	await refused(hospital.storekeeper, invite(clerk, ['Stock']), 'registry.NotAuthorized');
	await send(api, hospital.agent, invite(clerk, ['Stock']));
	assert.deepEqual(await invitationsOf(clerk), [[hospital.id, ['Stock']]]);
	assert.equal(await agentOf(clerk), null);
	await refused(clerk, register(), 'registry.NotAgent');
	await refused(clerk, acceptFrom(donor), 'registry.InvitationNotFound');
	await refused(hospital.agent, invite(clerk, ['Admin']), 'registry.InvitationAlreadyExists');

	const { events } = await send(api, clerk, acceptFrom(hospital));
	const { institution, who } = await saidBy(api, events, 'registry', 'AgentAppointed');
	assert.deepEqual([institution, who], [hospital.id, clerk.address]);
	assert.deepEqual(await agentOf(clerk), { institution: hospital.id, roles: ['Stock'] });
	assert.deepEqual(await invitationsOf(clerk), []);
	await send(api, clerk, register());
	await refused(clerk, invite(accomplice, ['Stock']), 'registry.NotAuthorized');
});

test('an invitation binds its account to nothing', async () => {
	// Bob acts for the hospital, and cannot be taken from it.
	await send(api, donor.agent, invite(hospital.agent, ['Admin']));
	await refused(hospital.agent, acceptFrom(donor), 'registry.AgentAlreadyExists');
	await send(api, hospital.agent, api.tx.registry.declineInvitation(donor.id));
	assert.equal((await agentOf(hospital.agent)).institution, hospital.id);
	await refused(hospital.agent, acceptFrom(donor), 'registry.InvitationNotFound');

	await send(api, donor.agent, invite(accomplice, ['Stock']));
	await send(api, donor.agent, api.tx.registry.withdrawInvitation(accomplice.address));
	await refused(accomplice, acceptFrom(donor), 'registry.InvitationNotFound');
});

test('a stolen admin key is replaced in one step, with whatever the thief has prepared', async () => {
	// The thief has the key of the relief society's only admin.
	await send(api, relief.agent, invite(accomplice, ['Admin', 'Dispatch']));
	const replace = api.tx.registry.replaceAgents(relief.id, [heir.address]);
	await refused(relief.agent, replace, 'BadOrigin');
	// Whoever has the agents has the vote: three of five are too few.
	await assert.rejects(decide(api, replace), { refusal: 'seats.TooFewAyes' });
	const { events } = await decide(api, replace, council.slice(0, 4));
	const { kept, invited } = await saidBy(api, events, 'registry', 'AgentsReplaced');
	assert.deepEqual([kept, invited], [[], [heir.address]]);

	await refused(relief.agent, register(), 'registry.NotAgent');
	await refused(accomplice, acceptFrom(relief), 'registry.InvitationNotFound');
	assert.deepEqual(await agentsOf(relief), [[heir.address, 'Invited', ['Admin']]]);
	await send(api, heir, acceptFrom(relief));
	assert.deepEqual(await agentsOf(relief), [[heir.address, 'Acting', ['Admin']]]);
	await send(api, heir, invite(relief.agent, ['Stock']));
});

test('the last admin leaves a suspended institution, and no other', async () => {
	await refused(supplier.agent, remove(supplier.agent), 'registry.LastAdmin');
	await decide(api, api.tx.registry.suspendInstitution(supplier.id));
	const { standing } = await view(api, 'Registry', 'institution', supplier.id);
	assert.ok(Math.abs(Date.now() - Number(standing.Suspended.since)) < 60_000);
	await refused(supplier.agent, register(), 'registry.Suspended');
	await send(api, supplier.agent, remove(supplier.agent));
	assert.deepEqual(await agentsOf(supplier), []);
	// Nobody joins while it is suspended; then the council's choice does.
	const replace = api.tx.registry.replaceAgents(supplier.id, [supplier.agent.address]);
	await decide(api, replace, council.slice(0, 4));
	await refused(supplier.agent, acceptFrom(supplier), 'registry.InstitutionSuspended');
	await decide(api, api.tx.registry.reinstateInstitution(supplier.id));
	await send(api, supplier.agent, acceptFrom(supplier));
	assert.deepEqual(await agentsOf(supplier), [[supplier.agent.address, 'Acting', ['Admin']]]);
});
