// What the section shows, in sentences.

import { isOneCurve } from '../../drawing/sceneSection.ts';
import type { SectionAxis, ShareReason } from '../../lab/section.ts';
import { ruleStabilityLimit } from '../../lab/stability.ts';
import type { Hyperparameters, RunConfig, StepDetail } from '../../training/run/run.ts';
import type { Section, SectionCurve } from '../../training/studies/section.ts';
import { tellApart } from '../panels/digits.ts';
import type { Formats } from '../text/format.ts';
import type { SectionText } from './words.ts';

export interface SectionOf {
  readonly section: Section;
  readonly axis: SectionAxis;
  readonly reason: ShareReason | null;
  readonly config: RunConfig;
  readonly detail: StepDetail;
  readonly hyperparameters: Hyperparameters;
}

export function sectionSentences(of: SectionOf, words: SectionText, format: Formats): readonly string[] {
  const { section, axis, reason, detail } = of;
  const { batch, all } = section;
  const loss = (value: number): string => (Number.isFinite(value) ? format.number(value) : words.overflowing);
  const isOne = isOneCurve(section);
  const best = (curve: SectionCurve): string => bestWords(curve, axis, words, format);
  const { factor } = detail.sum;
  const ends = ({ before, after }: SectionCurve): readonly [string, string] =>
    Number.isFinite(after) ? tellApart(format, before, after) : [loss(before), loss(after)];
  const [[batchFrom, batchTo], [from, to]] = [ends(batch), ends(all)];
  return [
    isOne ? words.landsAsOne({ from, to }) : words.lands({ batchFrom, batchTo, allFrom: from, allTo: to }),
    ...(batch.slope > 0 ? [words.uphill] : batch.slope === 0 ? [words.level] : []),
    isOne ? words.bestAsOne(best(all)) : words.best({ batch: best(batch), all: best(all) }),
    ...(batch.breakEven === null
      ? []
      : [words.even[axis](format.number(batch.breakEven)), hasLimit(of) ? words.evenIsOneStep : words.evenIsNoLimit]),
    ...(batch.top === null ? [] : [words.rise({ loss: loss(batch.top.value) })]),
    ...(factor < 1 ? [words.clipped(format.percent(factor))] : []),
    ...(detail.microBatches.length > 1 ? [words.parts({ parts: format.count(detail.microBatches.length) })] : []),
    ...(reason === null ? [] : [words.whyShare[reason]]),
    words.parabolaMeaning,
  ];
}

function bestWords(
  { best, losses, before }: SectionCurve,
  axis: SectionAxis,
  words: SectionText,
  format: Formats,
): string {
  if (best !== null) return words.bestAt[axis](format.number(best.at));
  return losses[losses.length - 1] < before ? words.bestAtEdge : words.bestHere;
}

const hasLimit = ({ config, detail, hyperparameters }: SectionOf): boolean =>
  hyperparameters.forgetZeroGrad !== true && ruleStabilityLimit(config.optimizer, detail.optimizerValues, 1) !== null;
