// All words of the page in German; loaded when German is asked for.

import type { Catalogue } from './catalogue.ts';
import { frame } from './de/frame.ts';
import { page } from './de/page.ts';
import { plots } from './de/plots.ts';
import { registry } from './de/registry.ts';
import { run } from './de/run.ts';
import { step } from './de/step.ts';

export const german = { frame, page, plots, registry, run, step } satisfies Catalogue;
