// import { MinibatchLab } from 'minibatch-lab/react'
// A lab as a React component. `settings` given: the lab follows them, and tells by `onChange` what the reader has changed
// (controlled). `initialSettings` given: they count once (uncontrolled). `ref` is the handle of `mount`.

import { createElement, type Ref, useEffect, useRef } from 'react';
import { type LabHandle, type LabSnapshot, type MountOptions, mount, type Settings, type StepsTold } from './mount.ts';

export type { LabEvents, LabHandle, LabSnapshot, MountOptions, PendingStep, Settings, StepsTold } from './mount.ts';

export interface MinibatchLabProps extends MountOptions {
  /** What the lab shows; a change of them changes the lab. */
  readonly settings?: Settings;
  /** What the lab begins with, where it goes its own way afterwards. */
  readonly initialSettings?: Settings;
  /** Settings, status, or phase have changed, by whomever. */
  onChange?(snapshot: LabSnapshot): void;
  /** Steps were taken, at most ten times a second. */
  onSteps?(steps: StepsTold): void;
  /** A setting that means nothing, or a lab that could not be loaded: a sentence. */
  onError?(message: string): void;
  readonly ref?: Ref<LabHandle | null>;
  readonly className?: string;
}

/** What React compares: another object with the same in it is no change. */
const textOfAll = (value: unknown): string => JSON.stringify(value ?? {});

/** Gives the handle to who asked for it. Returns what takes it back. */
function hand(ref: Ref<LabHandle | null> | undefined, lab: LabHandle): () => void {
  if (typeof ref === 'function') {
    const forget = ref(lab);
    return typeof forget === 'function' ? forget : () => void ref(null);
  }
  if (ref) ref.current = lab;
  return () => {
    if (ref) ref.current = null;
  };
}

export function MinibatchLab(props: MinibatchLabProps) {
  const { settings, initialSettings, onChange, onSteps, onError, ref, className, ...options } = props;
  const place = useRef<HTMLDivElement>(null);
  const handle = useRef<LabHandle | null>(null);
  const heard = useRef(props);
  const { src, title, height, sandbox, autoplay, embed, ...wishes } = options;
  const told = useRef('');

  useEffect(() => {
    heard.current = props;
  });

  const mounted = textOfAll({ src, title, height, sandbox, autoplay, embed });
  const wished = textOfAll(wishes);
  const set = textOfAll(settings);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a lab is loaded anew only for what it cannot be told.
  useEffect(() => {
    if (place.current === null) return;
    told.current = `${set} ${wished}`;
    const lab = mount(place.current, settings ?? initialSettings, options);
    handle.current = lab;
    const forget = hand(ref, lab);
    lab.on('change', (snapshot) => heard.current.onChange?.(snapshot));
    lab.on('steps', (steps) => heard.current.onSteps?.(steps));
    lab.on('error', ({ message }) => heard.current.onError?.(message));
    return () => {
      handle.current = null;
      forget();
      lab.destroy();
    };
  }, [mounted]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: settings and wishes are compared by what is in them.
  useEffect(() => {
    const lab = handle.current;
    if (lab === null || told.current === `${set} ${wished}`) return;
    told.current = `${set} ${wished}`;
    const report = (error: Error) => heard.current.onError?.(error.message);
    if (settings !== undefined) lab.setState(settings).catch(report);
    lab.setHost(wishes).catch(report);
  }, [set, wished]);

  return createElement('div', { ref: place, className });
}
