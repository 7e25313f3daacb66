// What sets a run of a network up and a page that opens with two weights does without: one entry.

import { networkSetup } from './networkSetup.ts';

export const networkSetups: readonly (typeof networkSetup)[] = [networkSetup];
