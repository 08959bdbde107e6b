// Waits for what happens by itself.

import { setTimeout as sleep } from 'node:timers/promises';

/** What `ask` answers as soon as it answers with something; fails when it does not in time. */
export const until = async (what, ask, limit = 60_000) => {
	const end = Date.now() + limit;
	for (;;) {
		const answer = await ask();
		if (answer) return answer;
		if (Date.now() > end) throw new Error(`not in time: ${what}`);
		await sleep(250);
	}
};
