// Parts of the training that come after the page: what names them waits for them, and all that is asked for meanwhile is
// done after it, in order.

import { isWhole, reachOf } from '../training/run/reach.ts';
import type { Hyperparameters, RunConfig } from '../training/run/run.ts';
import type { Lab } from './lab.ts';
import { loadUntold } from './missing.ts';

/** Until everything is there, however often it takes to ask. */
const loadWhole = (): Promise<unknown> => loadUntold(() => import('../training/whole.ts'));

/** Commands that change the run or the place in it. */
const commands = [
  ...(['play', 'pause', 'step', 'stepBack', 'nextEpoch', 'walk', 'seek', 'goTo', 'takeSteps', 'keepGoing'] as const),
  ...(['reset', 'takeBack', 'configure', 'setHyperparameters', 'load', 'setStart', 'placeStart'] as const),
  ...(['setPhase', 'setSlowMotion', 'setView', 'setPlane'] as const),
] satisfies readonly (keyof Lab)[];

/** Has the commands of `lab` wait for the parts that they name. */
export function awaitParts(lab: Lab): void {
  const { configure, setHyperparameters, load } = lab;
  const whenThere = (config: RunConfig, hyperparameters: Hyperparameters, act: () => void): void => {
    if (isWhole() || reachOf(config, hyperparameters) === 0) act();
    else void actWhenWhole(lab, act);
  };
  Object.assign(lab, {
    configure(change: Parameters<Lab['configure']>[0]) {
      const { config, hyperparameters } = lab.store.getState();
      whenThere({ ...config, ...change }, hyperparameters, () => configure.call(lab, change));
    },
    setHyperparameters(change: Parameters<Lab['setHyperparameters']>[0]) {
      const { config, hyperparameters } = lab.store.getState();
      whenThere(config, { ...hyperparameters, ...change }, () => setHyperparameters.call(lab, change));
    },
    load(...given: Parameters<Lab['load']>) {
      whenThere(given[0].config, given[0].hyperparameters, () => load.apply(lab, given));
    },
  });
}

/** Does `act` once everything is there, and then what was asked of the lab meanwhile. Nothing waits again afterwards. */
async function actWhenWhole(lab: Lab, act: () => void): Promise<void> {
  const held = [act];
  const hold = commands.map((name) => [
    name,
    (...given: never[]) => held.push(() => Reflect.apply(lab[name], lab, given)),
  ]);
  Object.assign(lab, Object.fromEntries(hold));
  await loadWhole();
  for (const name of commands) Reflect.deleteProperty(lab, name);
  for (const one of held) one();
}
