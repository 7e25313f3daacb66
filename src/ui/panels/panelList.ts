// The views below the controls, one tab each. A view is shown, and computed, only while its tab is chosen; one that is
// seldom needed gives `lazy(() => import(...))` as its component.

import type { ComponentType } from 'react';
import { hasLayers } from '../../lab/network.ts';
import type { RunConfig } from '../../training/run/run.ts';
import { lazyPart } from '../parts/Part.tsx';
import type { ViewText } from '../text/viewWords.ts';
import { UpdateInNumbers } from './UpdateInNumbers.tsx';

export interface Panel {
  readonly id: string;
  title(text: ViewText): string;
  /** What the tab shows; absent for the plots, which have a place of their own on a wide page. */
  readonly component?: ComponentType;
  /** Whether it has anything to say of the run; absent for those that always have. */
  isOffered?(config: RunConfig): boolean;
}

export const panels: readonly Panel[] = [
  { id: 'data', title: ({ tabData }) => tabData },
  { id: 'loss', title: ({ tabLoss }) => tabLoss },
  { id: 'numbers', title: ({ tabNumbers }) => tabNumbers, component: UpdateInNumbers },
  {
    id: 'batch',
    title: ({ tabBatch }) => tabBatch,
    component: lazyPart(() => import('../step/BatchTable.tsx'), 'BatchTable'),
  },
  {
    id: 'gradients',
    title: ({ tabGradients }) => tabGradients,
    component: lazyPart(() => import('../step/GradientsPanel.tsx'), 'GradientsPanel'),
  },
  {
    id: 'layers',
    title: ({ tabLayers }) => tabLayers,
    component: lazyPart(() => import('../network/LayersFigure.tsx'), 'LayersFigure'),
    isOffered: hasLayers,
  },
  {
    id: 'noise',
    title: ({ tabNoise }) => tabNoise,
    component: lazyPart(() => import('../step/NoisePanel.tsx'), 'NoisePanel'),
  },
  {
    id: 'section',
    title: ({ tabSection }) => tabSection,
    component: lazyPart(() => import('../section/SectionPanel.tsx'), 'SectionPanel'),
  },
  {
    id: 'optimizer',
    title: ({ tabOptimizer }) => tabOptimizer,
    component: lazyPart(() => import('../step/OptimizerPanel.tsx'), 'OptimizerPanel'),
  },
  {
    id: 'code',
    title: ({ tabCode }) => tabCode,
    component: lazyPart(() => import('../step/CodePanel.tsx'), 'CodePanel'),
  },
  {
    id: 'steps',
    title: ({ tabSteps }) => tabSteps,
    component: lazyPart(() => import('./StepsTable.tsx'), 'StepsTable'),
  },
  {
    id: 'schedule',
    title: ({ tabSchedule }) => tabSchedule,
    component: lazyPart(() => import('../schedule/ScheduleCurve.tsx'), 'ScheduleCurve'),
  },
  {
    id: 'compare',
    title: ({ tabCompare }) => tabCompare,
    component: lazyPart(() => import('../compare/ComparePanel.tsx'), 'ComparePanel'),
  },
];
