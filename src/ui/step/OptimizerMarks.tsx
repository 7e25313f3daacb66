// The optimizer's state at the weights: the update in its two parts, and the rate of each axis.

import { useMemo } from 'react';
import { memoryMarks } from '../../drawing/sceneMemory.ts';
import { stepLabels } from '../../drawing/sceneStep.ts';
import { type RuleProgram, ruleOfConfiguration } from '../../export/scripts/ruleProgram.ts';
import { hasLayers } from '../../lab/network.ts';
import type { LabState } from '../../lab/store.ts';
import { isSamePlane } from '../../training/plane.ts';
import type { Hyperparameters, RunConfig, StepDetail } from '../../training/run/run.ts';
import { StateSvg } from '../plots/StateMarks.tsx';
import type { LayerOf } from '../plots/sceneSource.ts';
import { stepLook, stepParts } from '../plots/stepLayer.ts';
import { type SeenParts, seenParts } from './optimizerParts.ts';
import { type StepText, useStepText } from './words.ts';

/** @param hasRates whether the rate of each axis is drawn beside the parts of the update */
export function OptimizerMarks({ hasRates }: { readonly hasRates: boolean }) {
  const words = useStepText();
  const layer = useMemo(() => memoryLayer(words, hasRates), [words, hasRates]);
  return <StateSvg part="memory" shown={stepParts} marksOf={layer} />;
}

export function memoryLayer(words: StepText, hasRates = true): LayerOf {
  const partsOf = lastParts();
  return (frame, source) => {
    const { detail, phase, plane, config } = source.state;
    const isSeen = detail !== null && isSamePlane(detail.seen.plane, plane) && (plane !== null || !hasLayers(config));
    if (!isSeen || (phase !== null && phase !== 'update')) return [];
    const { memory, rates } = partsOf(source.state, detail);
    const taken = stepLabels(frame, detail.seen, stepLook(frame.viewport, source));
    const scale = isAlongWeights(source.state) ? words.markScale : words.markScaleOfPlane;
    const names = { memory: words.markMemory, gradient: words.markGradient, rates: scale };
    return memoryMarks(
      frame,
      detail.seen,
      { part: memory?.seen ?? null, rates: hasRates ? rates : null },
      names,
      taken,
    );
  };
}

/** Whether each axis of the picture is that of a weight. */
const isAlongWeights = ({ shownPlane }: LabState): boolean => shownPlane === null || shownPlane.kind === 'weights';

/** What is seen of a step and its rule, worked out anew only where one of them changes. */
function lastParts(): (state: LabState, detail: StepDetail) => SeenParts {
  let rule: { readonly of: RunConfig; readonly under: Hyperparameters; readonly program: RuleProgram } | null = null;
  let last: { readonly of: StepDetail; readonly program: RuleProgram; readonly parts: SeenParts } | null = null;
  return ({ config, hyperparameters }, detail) => {
    if (rule?.of !== config || rule.under !== hyperparameters) {
      const program = ruleOfConfiguration(config, detail.weights.length, hyperparameters);
      rule = { of: config, under: hyperparameters, program };
    }
    const { program } = rule;
    if (last?.of !== detail || last.program !== program)
      last = { of: detail, program, parts: seenParts(program, detail) };
    return last.parts;
  };
}
