// All words of the page, one catalogue per language. A section is one file per language; English says the shape.

import { frame } from './en/frame.ts';
import { page } from './en/page.ts';
import { plots } from './en/plots.ts';
import { registry } from './en/registry.ts';
import type { run } from './en/run.ts';
import { step } from './en/step.ts';

export const en = { frame, page, plots, registry, step };
/** Words that come later in English: see runText.ts. */
export type RunText = typeof run;
export type Catalogue = typeof en & { readonly run?: RunText };
