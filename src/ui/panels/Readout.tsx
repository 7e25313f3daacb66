// The pending step at the cursor in full precision, as attributes of one element, for tests and host pages.
// Written without React, since it changes with every step; less often where steps follow fast, and of a network, whose
// numbers are many.

import { useEffect, useRef } from 'react';
import type { OpenLesson, Sampled } from '../../lab/lessonState.ts';
import { sizesOf } from '../../lab/network.ts';
import { isGlanced, viewPace } from '../../lab/paces.ts';
import type { LabState } from '../../lab/store.ts';
import { throttled } from '../../lab/throttled.ts';
import { present } from '../../training/present.ts';
import type { StepDetail } from '../../training/run/run.ts';
import type { Vector } from '../../training/vector.ts';
import { useLab } from '../LabContext.tsx';
import css from './Readout.module.css';

export function Readout() {
  const { store } = useLab();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { dataset } = present(element.current);
    let shown: Sampled | null = null;
    const writeStep = (): void => {
      const { detail, sampled, config } = store.getState();
      if (sampled === shown || sampled === null) return;
      shown = sampled;
      if (detail === null) for (const name of answerNames) delete dataset[name];
      Object.assign(dataset, placeOf(sampled), detail !== null && answerOf(detail));
      const sizes = sizesOf(config);
      if (sizes.length > 0) dataset.layers = sizes.join(',');
      else delete dataset.layers;
    };
    const later = throttled(writeStep, () => (sizesOf(store.getState().config).length > 0 ? interval : viewPace));
    const write = (state: LabState): void => {
      const { detail, status, shownPlane, lesson } = state;
      const isMany = status === 'running' && (detail?.network ?? null) !== null;
      if (isMany || isGlanced(state)) later.ask();
      else {
        later.cancel();
        writeStep();
      }
      if (dataset.status !== status) dataset.status = status;
      if (shownPlane === null) delete dataset.plane;
      else if (dataset.plane !== shownPlane.kind) dataset.plane = shownPlane.kind;
      writeLesson(dataset, lesson);
    };
    write(store.getState());
    const unsubscribe = store.subscribe(write);
    return () => {
      unsubscribe();
      later.cancel();
    };
  }, [store]);
  return <div ref={element} className={css.readout} data-testid="readout" aria-hidden="true" />;
}

/** Milliseconds: at most three times a second. */
const interval = 334;

function writeLesson(dataset: DOMStringMap, lesson: OpenLesson | null): void {
  if (dataset.lesson === lesson?.key && dataset.lessonPhase === lesson?.phase) return;
  delete dataset.lesson;
  delete dataset.lessonPhase;
  if (lesson !== null) Object.assign(dataset, { lesson: lesson.key, lessonPhase: lesson.phase });
}

const placeOf = (sampled: Sampled): Record<string, string> => ({
  step: String(sampled.step),
  epoch: String(sampled.epoch),
  weights: numbers(sampled.weights),
  batch: sampled.batch.join(','),
});

const answerNames = [
  'batchLoss',
  'fullLoss',
  'gradient',
  'fullGradient',
  'update',
  'learningRate',
  'distance',
] as const;

const answerOf = (detail: StepDetail): Record<(typeof answerNames)[number], string> => ({
  batchLoss: number(detail.batchLoss),
  fullLoss: number(detail.fullLoss),
  gradient: numbers(detail.gradient),
  fullGradient: numbers(detail.fullGradient),
  update: numbers(detail.update),
  learningRate: number(detail.learningRate),
  distance: number(detail.seen.distance),
});

const number = (value: number): string => (Number.isFinite(value) ? String(value) : '');
const numbers = (vector: Vector): string => (vector.every(Number.isFinite) ? vector.join(',') : '');
