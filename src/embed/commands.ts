// What each request of a host does to the lab. A request that is refused changes nothing.

import type { Lab } from '../lab/lab.ts';
import type { LabState } from '../lab/store.ts';
import { changeWishes, type HostStore } from './host.ts';
import { type ExportFormat, type ExportOptions, type Request, RequestError } from './protocol.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';
import { readChange } from './stateChange.ts';

/** A run or a picture of it, as text or, where it is not text, as a data URL. */
export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly text?: string;
  readonly dataUrl?: string;
}

/** Writes an export, or says by null that this format is not offered here. */
export type ExportRun = (format: ExportFormat, options: ExportOptions) => Promise<ExportedFile | null>;

export interface CommandTarget {
  readonly lab: Lab;
  readonly host: HostStore;
  readonly exportRun: ExportRun;
}

/** Longest wait for the steps a request asked for, in milliseconds. */
const patience = 30_000;

/** Carries out a request and gives what it is answered with. @throws RequestError */
export async function carryOut({ lab, host, exportRun }: CommandTarget, request: Request): Promise<unknown> {
  switch (request.type) {
    case 'hello':
    case 'getState':
      return snapshotOf(lab);
    case 'setState':
      return setState(lab, request.values);
    case 'setHost':
      host.setState(changeWishes(host.getState(), request.change));
      return null;
    case 'play':
      lab.play();
      return snapshotOf(lab);
    case 'pause':
      lab.pause();
      return snapshotOf(lab);
    case 'step':
      return goTo(lab, lab.store.getState().cursor + request.count);
    case 'seek':
      return goTo(lab, request.step);
    case 'stepPhase':
      return stepPhase(lab);
    case 'reset':
      lab.reset();
      return settled(lab, ({ cursor }) => cursor === 0);
    case 'export': {
      const file = await exportRun(request.format, request.options);
      if (file === null) throw new RequestError('export', `There is no export as ${request.format} here.`);
      return file;
    }
  }
}

/** Shows step `target`: one that was taken before, or the run taken on to it. */
function goTo(lab: Lab, target: number): Promise<Snapshot> {
  lab.pause();
  const { cursor, stepCount, stepLimit, phase, hyperparameters } = lab.store.getState();
  if (target > stepLimit) throw new RequestError('payload', `The run ends at step ${stepLimit}.`);
  if (phase !== null) lab.setPhase('sample');
  // After a change the steps that follow are no longer those of the log.
  const isChanged = cursor < stepCount && lab.history.hyperparametersAt(cursor) !== hyperparameters;
  const known = isChanged && target > cursor ? cursor : Math.min(target, stepCount);
  if (known !== cursor) lab.seek(known);
  if (target > known) lab.takeSteps(target - known);
  return settled(lab, (state) => state.cursor === target);
}

function stepPhase(lab: Lab): Promise<Snapshot> {
  const { phase, cursor } = lab.store.getState();
  if (phase === null) {
    lab.pause();
    lab.setSlowMotion(true);
    return settled(lab, () => true);
  }
  lab.step();
  const target = phase === 'update' ? cursor + 1 : cursor;
  return settled(lab, (state) => state.cursor === target);
}

const ends: readonly string[] = ['diverged', 'converged', 'limit'];

/** The state once `isDone` holds, or the run has ended, and its numbers are there. */
function settled(lab: Lab, isDone: (state: LabState) => boolean): Promise<Snapshot> {
  return new Promise((resolve, reject) => {
    const finish = (error: RequestError | null): void => {
      clearTimeout(timer);
      unsubscribe();
      if (error === null) resolve(snapshotOf(lab));
      else reject(error);
    };
    const look = (state: LabState): void => {
      const { detail, cursor, status, failure } = state;
      if (failure !== null) finish(new RequestError('stopped', 'Training stopped.'));
      else if ((isDone(state) || ends.includes(status)) && detail?.step === cursor)
        // One change of the lab may write the store more than once.
        queueMicrotask(() => finish(null));
    };
    const timer = setTimeout(() => finish(new RequestError('timeout', 'The run did not get there in time.')), patience);
    const unsubscribe = lab.store.subscribe(look);
    look(lab.store.getState());
  });
}

/** Sets what is given and leaves the rest. */
function setState(lab: Lab, given: Readonly<Record<string, unknown>>): Promise<Snapshot> {
  const state = lab.store.getState();
  const { config, hyperparameters, step, phase, speed } = readChange(state, given);
  // All of it is checked; from here on nothing can be refused.
  if (speed !== undefined) lab.setSpeed(speed);
  const isOtherRun = JSON.stringify(config) !== JSON.stringify(state.config);
  if (isOtherRun || step !== undefined)
    lab.load({ config, hyperparameters, phase: phase === undefined ? state.phase : phase }, step);
  else {
    if (JSON.stringify(hyperparameters) !== JSON.stringify(state.hyperparameters))
      lab.setHyperparameters(hyperparameters);
    if (phase !== undefined) lab.setSlowMotion(phase !== null);
    if (phase) lab.setPhase(phase);
  }
  return settled(lab, ({ cursor }) => step === undefined || cursor === step);
}
