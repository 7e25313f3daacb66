// What the narration says of the step about to be taken: how the examples of its batch pull, where the rule goes, and
// what becomes of the losses. Each sentence holds under every setting under which it is said.

import { hasLayers } from '../../lab/network.ts';
import { isPlainDescent } from '../../lab/plainDescent.ts';
import type { LabState } from '../../lab/store.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { lengthOf, type Vector } from '../../training/vector.ts';
import type { Catalogue, RunText } from '../text/catalogue.ts';
import type { Formats } from '../text/format.ts';
import { runTextIn } from '../text/runText.ts';
import { compass } from './compass.ts';
import { tellApart } from './digits.ts';

export interface Words {
  readonly run: RunText;
  readonly format: Formats;
  /** Translates what the registries of training say. */
  readonly word: (english: string) => string;
}

type Shown = Pick<LabState, 'config'> & { readonly detail: StepDetail };

/** How all of a batch's examples together pull at the weights: against the mean of their gradients. */
function pullOf({ run, format }: Words, { config, detail }: Shown): string {
  const { batch, gradient } = detail;
  const isDrawn = config.sampling === 'replacement';
  const count = trainingCount(config);
  return run.pull({
    size: format.count(batch.length),
    count: format.count(count),
    all: batch.length === count && !isDrawn,
    one: batch.length === 1,
    isDrawn,
    way: pullWay({ run, format }, gradient, hasLayers(config)),
  });
}

/** Of a pair of weights which way they are pulled, of a network how hard. */
function pullWay({ run, format }: Pick<Words, 'run' | 'format'>, gradient: Vector, isFar: boolean): string {
  if (!isFar) return wayOf(run, -gradient[0], -gradient[1]);
  const length = lengthOf(gradient);
  if (length === 0) return run.directionNone;
  return run.pullLong({ weights: format.count(gradient.length), length: format.number(length) });
}

function wayOf(run: RunText, w1: number, w2: number): string {
  const point = compass(w1, w2);
  return point === null ? run.directionNone : run.directions[point];
}

const ruleOf = ({ word }: Words, { config }: Shown): string => word(optimizers[config.optimizer].title);

/** Before the first step. `hasButtons`: whether there is a button to take it with. */
export function readyWords(words: Words, shown: Shown, hasButtons: boolean): string {
  const { run } = words;
  const pull = pullOf(words, shown);
  if (!hasButtons) return run.readyAlone(pull);
  if (!isPlainDescent(shown)) return run.ready({ pull, rule: ruleOf(words, shown) });
  return shown.detail.update.every((entry) => entry === 0) ? run.readyStill(pull) : run.ready({ pull, rule: null });
}

/** Before any later step. */
export function pendingWords(words: Words, shown: Shown): string {
  const { run, format } = words;
  const { batchLoss, nextBatchLoss, fullLoss, nextFullLoss } = shown.detail;
  const pull = pullOf(words, shown);
  const goes = isPlainDescent(shown) ? pull : ruleGoes(words, shown, pull);
  const [batchFrom, batchTo] = tellApart(format, batchLoss, nextBatchLoss);
  const [fullFrom, fullTo] = tellApart(format, fullLoss, nextFullLoss);
  return run.pending({ goes, batchFrom, batchTo, fullFrom, fullTo });
}

function ruleGoes(words: Words, shown: Shown, pull: string): string {
  const { run, format } = words;
  const { update } = shown.detail;
  const rule = ruleOf(words, shown);
  return hasLayers(shown.config)
    ? run.ruleGoesFar({ pull, rule, length: format.number(lengthOf(update)) })
    : run.ruleGoes({ pull, rule, way: wayOf(run, update[0], update[1]) });
}

/** As long as what is said before a step becomes, for the room that is kept for it. `isFar`: of a network. */
function longestWords(run: RunText, isFar: boolean): string {
  const [from, to] = ['−0.0000', '−0.00000'];
  const [weights, length] = ['000', to];
  const way = run.directions.reduce((longest, each) => (each.length > longest.length ? each : longest));
  const pulled = isFar ? run.pullLong({ weights, length }) : way;
  const pull = run.pull({ size: '000', count: '0,000', all: false, one: false, isDrawn: false, way: pulled });
  // Whichever rule it is, so that the room stays when another is chosen.
  const rule = optimizers.adadelta.title;
  const goes = isFar ? run.ruleGoesFar({ pull, rule, length }) : run.ruleGoes({ pull, rule, way });
  const moved = isFar ? run.movedFar({ weights, length }) : run.moved({ by1: from, by2: from });
  const before = moved.length > run.tooSmallARate.length ? moved : run.tooSmallARate;
  const losses = { batchFrom: from, batchTo: to, fullFrom: from, fullTo: to };
  return `${before} ${run.pending({ goes, ...losses })}`;
}

export const longestIn = (text: Catalogue, isFar: boolean): string => longestWords(runTextIn(text), isFar);

/** Where nothing moves for now; null where something does. */
export function restingWords(words: Words, { config, detail }: Pick<LabState, 'config' | 'detail'>): string | null {
  if (!detail?.isResting) return null;
  const { canQuicken }: Optimizer = optimizers[config.optimizer];
  // A sum of gradients that was not cleared may push on by itself.
  const isCarried = detail.sum.before.some((entry) => entry !== 0);
  const mayQuicken = isCarried || (canQuicken?.(detail.nextState, detail.optimizerValues) ?? false);
  return words.run.resting(mayQuicken ? ruleOf(words, { config, detail }) : null);
}
