// Compiled and never run: what the modules offer is what index.d.ts declares.

import type * as declared from './index.d.ts';
import * as offered from '../src/index.mjs';

type Values = { [Name in keyof typeof declared]: (typeof declared)[Name] };

offered satisfies Values;
