// What each request of a host does to the lab. A request that is refused changes nothing.

import type { Lab } from '../lab/lab.ts';
import { loadOwnPart } from '../lab/own/loadOwnPart.ts';
import { needsOwnPart } from '../lab/own/ownSlot.ts';
import { changeWishes } from './host.ts';
import { type ExportFormat, type ExportOptions, type Request, RequestError } from './protocol.ts';
import { snapshotOf } from './snapshot.ts';
import { readChange } from './stateChange.ts';
import type { ExportedFile, LabSnapshot } from './told.ts';
import type { HostStore } from './wishes.ts';

/** Writes an export, or says by null that this format is not offered here. */
export type ExportRun = (format: ExportFormat, options: ExportOptions) => Promise<ExportedFile | null>;

export interface CommandTarget {
  readonly lab: Lab;
  readonly host: HostStore;
  readonly exportRun: ExportRun;
}

/** Longest wait for the numbers that a request asked for, in milliseconds. */
const patience = 30_000;

/** Carries out a request and gives what it is answered with. @throws RequestError */
export async function carryOut({ lab, host, exportRun }: CommandTarget, request: Request): Promise<unknown> {
  switch (request.type) {
    case 'hello':
      return snapshotOf(lab);
    case 'getState':
      return present(lab);
    case 'setState':
      if (
        needsOwnPart(
          Object.keys(request.values)
            .map((name) => `${name}=`)
            .join('&'),
        )
      )
        await loadOwnPart();
      return setState(lab, request.values);
    case 'setHost':
      host.setState(changeWishes(host.getState(), request.change));
      lab.renotify('address', []);
      return null;
    case 'play':
      lab.play();
      return present(lab);
    case 'pause':
      lab.pause();
      return present(lab);
    case 'step':
      return step(lab, request.count);
    case 'seek':
      checkLimit(lab, request.step);
      lab.goTo(request.step);
      return arrival(lab);
    case 'stepPhase':
      return stepPhase(lab);
    case 'reset':
      lab.reset();
      return standing(lab);
    case 'export': {
      const file = await exportRun(request.format, request.options);
      const { format, options } = request;
      const wanted = format === 'script' ? `script for ${options.library}` : format;
      if (file === null) throw new RequestError('export', `There is no export as ${wanted} here.`);
      return file;
    }
  }
}

function checkLimit(lab: Lab, step: number): void {
  const { stepLimit } = lab.store.getState();
  if (step > stepLimit) throw new RequestError('payload', `The run ends at step ${stepLimit}.`);
}

/** Goes on from the step that was asked for last, whether or not it has come. */
function step(lab: Lab, count: number): Promise<LabSnapshot> {
  checkLimit(lab, lab.wantedStep + count);
  lab.walk(count);
  return arrival(lab);
}

async function stepPhase(lab: Lab): Promise<LabSnapshot> {
  // The phases of a step begin once its numbers are there; another request may have gone on to the next one meanwhile.
  do await arrival(lab);
  while (lab.wantedStep > lab.store.getState().cursor);
  if (lab.store.getState().phase === null) {
    lab.pause();
    lab.setSlowMotion(true);
  } else lab.step();
  return arrival(lab);
}

/** Sets what is given and leaves the rest. */
function setState(lab: Lab, given: Readonly<Record<string, unknown>>): Promise<LabSnapshot> {
  const state = lab.store.getState();
  const { config, hyperparameters, step, phase, speed, ...look } = readChange(state, given);
  // All of it is checked; from here on nothing can be refused.
  lab.renotify('link', []);
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
  if (look.watched !== undefined || look.planeChoice !== undefined) lab.look(look);
  return step === undefined ? standing(lab) : arrival(lab);
}

/** The state once the step that is wanted now is there with its numbers, or the run has come to its end before. */
function arrival(lab: Lab): Promise<LabSnapshot> {
  lab.wake();
  const stop = lab.awaited();
  return stateOnce(lab, () => {
    const progress = lab.progressOf(stop);
    if (progress === 'superseded')
      throw new RequestError('superseded', 'Something else was asked for before this was done.');
    return progress === 'reached' && lab.isCurrent;
  });
}

/** The same for what is done already: it holds, whatever else is asked for before its numbers are there. */
function standing(lab: Lab): Promise<LabSnapshot> {
  const stop = lab.awaited();
  return stateOnce(lab, () => lab.isAsleep || (lab.progressOf(stop) !== 'waiting' && lab.isCurrent));
}

/** The state as soon as the numbers of the step that the page shows are there, or none will come. */
const present = (lab: Lab): Promise<LabSnapshot> =>
  stateOnce(lab, () => lab.isAsleep || lab.isCurrent || lab.store.getState().failure !== null);

/** The first state for which `isDone` holds. @throws RequestError, and whatever `isDone` throws */
function stateOnce(lab: Lab, isDone: () => boolean): Promise<LabSnapshot> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      unsubscribe();
    };
    const look = (): void => {
      try {
        if (isDone()) resolve(snapshotOf(lab));
        else if (lab.store.getState().failure !== null) throw new RequestError('stopped', 'Training stopped.');
        else return;
      } catch (error) {
        reject(error);
      }
      end();
    };
    const timer = setTimeout(() => {
      reject(new RequestError('timeout', 'The run did not get there in time.'));
      end();
    }, patience);
    const unsubscribe = lab.store.subscribe(look);
    look();
  });
}
