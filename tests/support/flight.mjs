// Many transactions of one account in flight at once.

import { send } from '@salus/client';

/**
 * What sends calls of an account without waiting for those before: it counts the nonces itself. While it
 * is in use, nothing else sends for the account.
 */
export const flight = async (api, signer) => {
	let nonce = (await api.rpc.system.accountNextIndex(signer.address)).toNumber();
	return (call) => send(api, signer, call, { nonce: nonce++, era: 0 });
};
