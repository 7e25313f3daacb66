// The views below the controls, one tab each. A view is shown, and computed, only while its tab is chosen; one that is
// seldom needed gives `lazy(() => import(...))` as its component.

import { type ComponentType, lazy } from 'react';
import type { Catalogue } from '../text/catalogue.ts';
import { UpdateInNumbers } from './UpdateInNumbers.tsx';

export interface Panel {
  readonly id: string;
  title(text: Catalogue): string;
  /** What the tab shows; absent for the plots, which have a place of their own on a wide page. */
  readonly component?: ComponentType;
}

export const panels: readonly Panel[] = [
  { id: 'data', title: ({ page }) => page.tabData },
  { id: 'loss', title: ({ page }) => page.tabLoss },
  { id: 'numbers', title: ({ page }) => page.tabNumbers, component: UpdateInNumbers },
  {
    id: 'batch',
    title: ({ step }) => step.tabBatch,
    component: lazy(async () => ({ default: (await import('../step/BatchTable.tsx')).BatchTable })),
  },
  {
    id: 'gradients',
    title: ({ step }) => step.tabGradients,
    component: lazy(async () => ({ default: (await import('../step/GradientsPanel.tsx')).GradientsPanel })),
  },
  {
    id: 'noise',
    title: ({ step }) => step.tabNoise,
    component: lazy(async () => ({ default: (await import('../step/NoisePanel.tsx')).NoisePanel })),
  },
  {
    id: 'optimizer',
    title: ({ step }) => step.tabOptimizer,
    component: lazy(async () => ({ default: (await import('../step/OptimizerPanel.tsx')).OptimizerPanel })),
  },
  {
    id: 'code',
    title: ({ step }) => step.tabCode,
    component: lazy(async () => ({ default: (await import('../step/CodePanel.tsx')).CodePanel })),
  },
  {
    id: 'steps',
    title: ({ frame }) => frame.tabSteps,
    component: lazy(async () => ({ default: (await import('./StepsTable.tsx')).StepsTable })),
  },
  {
    id: 'schedule',
    title: ({ frame }) => frame.tabSchedule,
    component: lazy(async () => ({ default: (await import('../schedule/ScheduleCurve.tsx')).ScheduleCurve })),
  },
  {
    id: 'compare',
    title: ({ page }) => page.tabCompare,
    component: lazy(async () => ({ default: (await import('../compare/ComparePanel.tsx')).ComparePanel })),
  },
];
