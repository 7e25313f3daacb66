// Everything that a host page may leave out or fix, by the name it uses: one list for the page and the Share dialog.
// A view goes by `tab` and its key (`tabCode`). Besides these, `lock=` and `hide=` take the name of any setting
// (`momentum`, `seed`).

import { settingNames } from '../lab/settings.ts';
import { viewName } from './viewName.ts';

/** Controls and parts of the page that can be left out. What a control shows besides its value stays on the page. */
export const hideableNames = [
  'lessonSelect',
  'problem',
  'lesson',
  'optimizer',
  'settings',
  'theme',
  'menu',
  'narration',
  'learningRate',
  'batchSize',
  'speed',
  'scrubber',
  'slowMotion',
  'reset',
  'stepBack',
  'play',
  'step',
  'nextEpoch',
  'zoom',
  'epochStrip',
  'level',
] as const;

/** Settings that can be fixed one by one; `settings` fixes all that are folded away. */
export const lockableNames = ['problem', 'optimizer', 'learningRate', 'batchSize', 'start', 'settings'] as const;
export type LockableName = (typeof lockableNames)[number];

/** The plots beside the large place, by the names of views: `tabData` and `tabLoss` leave them out. */
export const plotIds = ['data', 'loss'] as const;

/** The keys of the views, one tab each. */
export const viewIds = [
  'guide',
  'numbers',
  'batch',
  'noise',
  'examples',
  'gradients',
  'layers',
  'section',
  'optimizer',
  'code',
  'steps',
  'schedule',
  'compare',
  'depth',
  'glossary',
] as const;
export type ViewId = (typeof viewIds)[number];

/** Every name that means something in `hide=` or `lock=`. */
export const hostNames: readonly string[] = [
  ...new Set([...hideableNames, ...lockableNames, ...[...plotIds, ...viewIds].map(viewName), ...settingNames]),
];
