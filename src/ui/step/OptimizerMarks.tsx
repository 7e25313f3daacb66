// The optimizer's state at the weights: the update in its two parts, and the rate of each axis.

import { useMemo } from 'react';
import { memoryMarks } from '../../drawing/sceneMemory.ts';
import { stepLabels } from '../../drawing/sceneStep.ts';
import { axisRates, memoryPart } from '../../export/scripts/ruleLines.ts';
import { type RuleProgram, ruleOfConfiguration } from '../../export/scripts/ruleProgram.ts';
import type { LabState } from '../../lab/store.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { StateSvg } from '../plots/StateMarks.tsx';
import type { LayerOf } from '../plots/sceneSource.ts';
import { stepLook, stepParts } from '../plots/stepLayer.ts';
import { type StepText, useStepText } from './words.ts';

export function OptimizerMarks() {
  const words = useStepText();
  const layer = useMemo(() => memoryLayer(words), [words]);
  return <StateSvg part="memory" shown={stepParts} marksOf={layer} />;
}

export function memoryLayer(words: StepText): LayerOf {
  const names = { memory: words.markMemory, gradient: words.markGradient, rates: words.markScale };
  const programOf = lastProgram();
  return (frame, source) => {
    const { detail, phase } = source.state;
    // In a plane of many weights an axis is no weight's own.
    if (detail?.weights.length !== 2 || (phase !== null && phase !== 'update')) return [];
    const program = programOf(source.state);
    const { marks }: Optimizer = optimizers[program.optimizer];
    const { memory, divisors, hasRates } = marks;
    const part = memory.length === 0 ? null : memoryPart(program, detail, divisors);
    const rates = hasRates ? axisRates(program, detail, divisors, memory) : null;
    const taken = stepLabels(frame, detail.seen, stepLook(frame.viewport, source));
    return memoryMarks(frame, detail.seen, { part, rates }, names, taken);
  };
}

/** The rule of a state, read anew only where the settings change. */
function lastProgram(): (state: LabState) => RuleProgram {
  let last: { readonly state: LabState; readonly program: RuleProgram } | null = null;
  return (state) => {
    const { config, hyperparameters } = state;
    if (last?.state.config !== config || last.state.hyperparameters !== hyperparameters)
      last = { state, program: ruleOfConfiguration(config, 2, hyperparameters) };
    return last.program;
  };
}
