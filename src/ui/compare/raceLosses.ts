// The losses of a race for the loss plot: of all data along every run, over the clock that they share, and the band of
// many seeds.

import { niceLogarithmic } from '../../drawing/logarithmicScale.ts';
import { lossRange, stepSpan } from '../../drawing/lossCurve.ts';
import type { LossBand, LossCurve, LossDomain, LossScales } from '../../drawing/lossPicture.ts';
import { niceLinear } from '../../drawing/scale.ts';
import { widthOf } from '../../drawing/viewport.ts';
import type { Clock } from '../../lab/compare/clock.ts';
import type { Race } from '../../lab/compare/race.ts';
import type { RunView } from '../../lab/compare/raceState.ts';
import { stepsWithin } from '../../lab/compare/stepCost.ts';
import type { Fan, Studies } from '../../lab/compare/studies.ts';
import { cuttingOf } from '../../lab/epochs.ts';
import type { Lab } from '../../lab/lab.ts';
import type { LossSource } from '../plots/lossSource.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { Formats } from '../text/format.ts';
import { colourOf, colourOfLetter, faded, patternOf } from './style.ts';
import { watchRace } from './useRace.ts';
import type { CompareText } from './words.ts';

export interface RaceLosses {
  readonly lab: Lab;
  readonly race: Race;
  readonly studies: Studies;
  readonly words: CompareText;
  readonly plots: Catalogue['plots'];
  readonly format: Formats;
  readonly clock: Clock;
}

export function raceLosses({ lab, race, studies, words, plots, format, clock }: RaceLosses): LossSource {
  const fanNow = (): Fan | null => studies.store.getState().fan;
  const newest = (): number => Math.max(0, ...race.runs.map((run) => race.elapsed(run, run.head)));
  const write = (loss: number): string => (loss === Number.POSITIVE_INFINITY ? '∞' : format.number(loss));
  return {
    words: {
      ...{ figure: words.lossPlot, axis: words.axis[clock], read: words.lossPlot, readHelp: plots.stepReadoutHelp },
      ...{ logarithmic: words.logarithmic, logarithmicHelp: words.logarithmicHelp, nothing: plots.noSteps },
    },
    watch(onChange, interval) {
      const ends = [watchRace(race, lab, onChange, interval), studies.store.subscribe(onChange)];
      return () => {
        for (const end of ends) end();
      };
    },
    domain: (isLogarithmic) => raceDomain(race, fanNow(), clock, isLogarithmic),
    picture(scales) {
      const fan = fanNow();
      // The own run lies over all others.
      const shown = race.runs.filter(({ isShown }) => isShown).toReversed();
      return {
        curves: shown.map((run) => curveOf(race, run, run.slot === null ? words.ghost : run.letter, scales)),
        bands: fan === null ? [] : [bandOf(race, fan)],
        ...{ epochs: [], write },
      };
    },
    isTooSoon: () => false,
    newest,
    cursor: () => race.elapsed(race.runs[0], race.runs[0].cursor),
    reading(wanted) {
      const at = Math.max(0, wanted);
      const runs = race.runs.filter(({ isShown, slot }) => isShown && slot !== null);
      const losses = runs.map((run) => ({ run, loss: lossAt(race, run, at) }));
      const time = `${words.axis[clock]} ${clock === 'epoch' ? format.number(at) : format.count(at)}`;
      return {
        clock: at,
        words: words.lossAt({
          clock: time,
          losses: losses.map(({ run, loss }) => `${run.letter} ${format.number(loss)}`).join(' · '),
        }),
        dots: losses.map(({ run, loss }) => ({ loss, colour: colourOf(run) })),
      };
    },
    moved: (at, presses) => Math.min(newest(), Math.max(0, at + (presses * newest()) / 100)),
    goTo(at) {
      const [own] = race.runs;
      lab.seek(stepsWithin(own.edits, cuttingOf(own.config), at, race.settingOf(own), own.head));
    },
  };
}

/** The end of the axis: a little beyond the clock, moving in leaps. Epochs are few, so theirs may be short. */
const spanOf = (clock: Clock, elapsed: number): number =>
  clock === 'epoch' ? stepSpan(Math.ceil(elapsed * 10)) / 10 : stepSpan(Math.ceil(elapsed));

/** All runs begin at the same loss; one that climbs far above it leaves the plot instead of pressing the others flat. */
function highestShown(series: readonly Float64Array[], isLogarithmic: boolean): number {
  const beginning = Math.max(0, ...series.map((losses) => losses[0] ?? 0));
  return beginning > 0 ? beginning * (isLogarithmic ? 100 : 1.25) : Number.POSITIVE_INFINITY;
}

function raceDomain(race: Race, fan: Fan | null, clock: Clock, isLogarithmic: boolean): LossDomain {
  const shown = race.runs.filter(({ isShown }) => isShown);
  // A run that diverged would stretch the axis for all others.
  const tame = shown.filter(({ end }) => end !== 'diverged');
  const series = (tame.length > 0 ? tame : shown).map(({ history }) => history.fullLoss.loss);
  const band = fan === null ? [] : [fan.band.upperQuartile, fan.band.lowerQuartile];
  const range = lossRange([...series, ...band], isLogarithmic);
  const top = Math.min(range.high, highestShown(series, isLogarithmic));
  const [low, high] = (isLogarithmic ? niceLogarithmic : niceLinear)([range.low, top]);
  const fanEnd = fan === null ? 0 : race.elapsed(fan.run, fan.steps);
  return { span: spanOf(clock, Math.max(fanEnd, ...shown.map((run) => race.elapsed(run, run.head)), 0)), low, high };
}

/** The known losses of a run, no more than the plot has columns. */
function curveOf(race: Race, run: RunView, name: string, { plot }: LossScales): LossCurve {
  const { step, loss } = run.history.fullLoss;
  const known = step.findLastIndex((at) => at <= run.head) + 1;
  const stride = Math.max(1, Math.ceil(known / widthOf(plot)));
  // The last one is always among them.
  const kept = Array.from({ length: Math.ceil(known / stride) }, (_, i) => ((known - 1) % stride) + i * stride);
  const clock = Float64Array.from(kept, (index) => race.elapsed(run, step[index]));
  const losses = Float64Array.from(kept, (index) => loss[index]);
  const colour = colourOf(run);
  return {
    ...{ name, colour, width: 1.8, dash: patternOf(run), points: { clock, loss: losses } },
    past: kept.filter((index) => step[index] <= run.cursor).length,
    strength: run.slot === null ? faded : 1,
    end:
      kept.length < 2
        ? { clock: 0, loss: Number.NaN }
        : { clock: clock[kept.length - 1], loss: losses[kept.length - 1] },
  };
}

/** The middle half of many runs, and their median. */
function bandOf(race: Race, { run, letter, band, pointSteps }: Fan): LossBand {
  return {
    colour: colourOfLetter(letter),
    clock: Float64Array.from(pointSteps, (step) => race.elapsed(run, step)),
    ...{ lower: band.lowerQuartile, upper: band.upperQuartile, middle: band.median },
  };
}

/** The last known loss of a run when the clock shows `at`. */
function lossAt(race: Race, run: RunView, at: number): number {
  const { step, loss } = run.history.fullLoss;
  const steps = stepsWithin(run.edits, cuttingOf(run.config), at, race.settingOf(run), run.head);
  const index = step.findLastIndex((known) => known <= steps);
  return index < 0 ? Number.NaN : loss[index];
}
