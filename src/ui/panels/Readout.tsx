// The pending step at the cursor in full precision, as attributes of one element, for tests and host pages.
// Written without React, since it changes with every frame.

import { useEffect, useRef } from 'react';
import type { LabState } from '../../lab/store.ts';
import type { StepDetail } from '../../training/run/run.ts';
import type { Vector } from '../../training/vector.ts';
import { useLab } from '../LabContext.tsx';
import css from './Readout.module.css';

export function Readout() {
  const { store } = useLab();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { dataset } = element.current!;
    let shown: StepDetail | null = null;
    const write = ({ detail, status, shownPlane }: LabState): void => {
      if (dataset.status !== status) dataset.status = status;
      if (shownPlane === null) delete dataset.plane;
      else if (dataset.plane !== shownPlane.kind) dataset.plane = shownPlane.kind;
      if (detail === shown || detail === null) return;
      shown = detail;
      Object.assign(dataset, attributesOf(detail));
    };
    write(store.getState());
    return store.subscribe(write);
  }, [store]);
  return <div ref={element} className={css.readout} data-testid="readout" aria-hidden="true" />;
}

const attributesOf = (detail: StepDetail): Record<string, string> => ({
  step: String(detail.step),
  epoch: String(detail.epoch),
  weights: numbers(detail.weights),
  batch: detail.batch.join(','),
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
