// The views below the controls, one tab each, in their order. A view is shown, and computed, only while its tab is chosen.
// One more is a line here and its key in embed/names.ts.

import { type ComponentType, createElement, type ReactNode } from 'react';
import type { ViewId } from '../../embed/names.ts';
import type { Level } from '../../embed/wishes.ts';
import { hasLayers } from '../../lab/network.ts';
import { loadOwnPart } from '../../lab/own/loadOwnPart.ts';
import type { RunConfig } from '../../training/run/run.ts';
import { lazyPart } from '../parts/Part.tsx';
import { OfRun } from '../run/ofRun.tsx';
import type { ViewText } from '../text/viewWords.ts';

export interface Panel {
  readonly id: ViewId;
  /** From which level on its tab is in sight. At the first level the others are in the menu beside the tabs. */
  readonly level: Level;
  title(text: ViewText): string;
  /** What the tab shows: a `lazyPart`, or what comes with every run. */
  readonly component: ComponentType;
  /** Whether it has anything to say of the run; absent for those that always have. */
  isOffered?(config: RunConfig): boolean;
}

const Numbers = (): ReactNode => createElement(OfRun, { name: 'UpdateInNumbers' });
const Guide = lazyPart(() => import('../lesson/Guide.tsx'), 'Guide');
const BatchTable = lazyPart(() => import('../step/BatchTable.tsx'), 'BatchTable');
const NoisePanel = lazyPart(() => import('../step/NoisePanel.tsx'), 'NoisePanel');
const DataPanel = lazyPart(async () => {
  await loadOwnPart();
  return import('../data/DataPanel.tsx');
}, 'DataPanel');
const GradientsPanel = lazyPart(() => import('../step/GradientsPanel.tsx'), 'GradientsPanel');
const LayersFigure = lazyPart(() => import('../network/LayersFigure.tsx'), 'LayersFigure');
const SectionPanel = lazyPart(() => import('../section/SectionPanel.tsx'), 'SectionPanel');
const DepthPanel = lazyPart(() => import('../depth/DepthPanel.tsx'), 'DepthPanel');
const OptimizerPanel = lazyPart(() => import('../step/OptimizerPanel.tsx'), 'OptimizerPanel');
const CodePanel = lazyPart(() => import('../step/CodePanel.tsx'), 'CodePanel');
const StepsTable = lazyPart(() => import('./StepsTable.tsx'), 'StepsTable');
const ScheduleCurve = lazyPart(() => import('../schedule/ScheduleCurve.tsx'), 'ScheduleCurve');
const ComparePanel = lazyPart(() => import('../compare/ComparePanel.tsx'), 'ComparePanel');
const GlossaryPanel = lazyPart(() => import('../glossary/GlossaryPanel.tsx'), 'GlossaryPanel');

export const panels: readonly Panel[] = [
  { id: 'guide', level: 'first', title: ({ tabGuide }) => tabGuide, component: Guide },
  { id: 'numbers', level: 'first', title: ({ tabNumbers }) => tabNumbers, component: Numbers },
  { id: 'batch', level: 'first', title: ({ tabBatch }) => tabBatch, component: BatchTable },
  { id: 'noise', level: 'first', title: ({ tabNoise }) => tabNoise, component: NoisePanel },
  { id: 'examples', level: 'all', title: ({ tabData }) => tabData, component: DataPanel },
  { id: 'gradients', level: 'all', title: ({ tabGradients }) => tabGradients, component: GradientsPanel },
  {
    id: 'layers',
    level: 'all',
    title: ({ tabLayers }) => tabLayers,
    component: LayersFigure,
    isOffered: hasLayers,
  },
  { id: 'section', level: 'all', title: ({ tabSection }) => tabSection, component: SectionPanel },
  { id: 'optimizer', level: 'all', title: ({ tabOptimizer }) => tabOptimizer, component: OptimizerPanel },
  { id: 'code', level: 'all', title: ({ tabCode }) => tabCode, component: CodePanel },
  { id: 'steps', level: 'all', title: ({ tabSteps }) => tabSteps, component: StepsTable },
  { id: 'schedule', level: 'all', title: ({ tabSchedule }) => tabSchedule, component: ScheduleCurve },
  { id: 'compare', level: 'all', title: ({ tabCompare }) => tabCompare, component: ComparePanel },
  { id: 'depth', level: 'all', title: ({ tabDepth }) => tabDepth, component: DepthPanel },
  { id: 'glossary', level: 'all', title: ({ tabGlossary }) => tabGlossary, component: GlossaryPanel },
];
