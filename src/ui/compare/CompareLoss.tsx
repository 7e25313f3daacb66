// The loss of all data along every run, over the clock that they share. Point at a moment to read it, click to go there.

import { type KeyboardEvent, type MouseEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { drawLossLine, lossRange, stepSpan } from '../../drawing/lossCurve.ts';
import type { Palette } from '../../drawing/palette.ts';
import { spreadLabels } from '../../drawing/placeLabels.ts';
import { linearScale, logarithmicScale, niceLinear, niceLogarithmic, type Scale } from '../../drawing/scale.ts';
import { heightOf, type Rectangle, widthOf } from '../../drawing/viewport.ts';
import { isModified } from '../../embed/keyUse.ts';
import type { Clock } from '../../lab/compare/clock.ts';
import type { Race } from '../../lab/compare/race.ts';
import type { RunView } from '../../lab/compare/raceState.ts';
import { stepsWithin } from '../../lab/compare/stepCost.ts';
import { everyOtherFrame } from '../../lab/throttled.ts';
import { useLab } from '../LabContext.tsx';
import { Axes } from '../plots/Axes.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { LossCurvePlot } from '../plots/LossCurvePlot.tsx';
import { labelHeight, labelSize, labelWidth, plotFont } from '../plots/labels.ts';
import { plotRectangle } from '../plots/margins.ts';
import { PlotSvg, placeIn } from '../plots/PlotSvg.tsx';
import plotCss from '../plots/plots.module.css';
import { usePalette } from '../plots/usePalette.ts';
import { usePlotSize } from '../plots/usePlotSize.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './compare.module.css';
import { fanOf, paintBand } from './fan.ts';
import { colourOf, faded, patternOf } from './style.ts';
import { useRace, useRaceState, watchRace } from './useRace.ts';
import { useStudies, useStudyState } from './useStudies.ts';
import { useCompareText } from './words.ts';

const headHeight = 28;

export interface RaceScales {
  readonly plot: Rectangle;
  /** From the clock to pixels. */
  readonly x: Scale;
  /** What the clock shows at the right border. */
  readonly span: number;
  readonly y: Scale;
}

interface Domain {
  readonly span: number;
  readonly low: number;
  readonly high: number;
}

/** Alone, a run has its usual curve. */
export function CompareLoss() {
  const isAlone = useRaceState(({ contenders, ghost }) => contenders.length === 0 && ghost === null);
  const hasFan = useStudyState(({ fan }) => fan !== null);
  return isAlone && !hasFan ? <LossCurvePlot /> : <RaceLoss />;
}

function RaceLoss() {
  const words = useCompareText();
  const { ref, size } = usePlotSize<HTMLElement>();
  const palette = usePalette(ref);
  const clock = useRaceState((state) => state.clock);
  const [isLogarithmic, setLogarithmic] = useState(false);
  const { span, low, high } = useDomain(isLogarithmic);
  const plot = useMemo(() => plotRectangle(size, headHeight), [size]);
  const scales = useMemo((): RaceScales | null => {
    if (plot === null) return null;
    const y = (isLogarithmic ? logarithmicScale : linearScale)([low, high], [plot.bottom, plot.top]);
    return { plot, x: linearScale([0, span], [plot.left, plot.right]), y, span };
  }, [plot, span, low, high, isLogarithmic]);
  return (
    <figure ref={ref} className={plotCss.figure} aria-label={words.lossPlot}>
      {scales !== null && palette !== null && (
        <>
          <RaceCanvas scales={scales} palette={palette} />
          <PlotSvg size={size}>
            <Axes plot={scales.plot} x={scales.x} y={scales.y} nameX={words.axis[clock]} nameY="" />
            <Reader scales={scales} />
          </PlotSvg>
          <button
            type="button"
            className={plotCss.switch}
            aria-pressed={isLogarithmic}
            aria-label={words.logarithmicHelp}
            title={words.logarithmicHelp}
            onClick={() => setLogarithmic(!isLogarithmic)}
          >
            {words.logarithmic}
          </button>
        </>
      )}
    </figure>
  );
}

/** The end of the axis: a little beyond the clock, moving in leaps. Epochs are few, so theirs may be short. */
const spanOf = (clock: Clock, elapsed: number): number =>
  clock === 'epoch' ? stepSpan(Math.ceil(elapsed * 10)) / 10 : stepSpan(Math.ceil(elapsed));

function useDomain(isLogarithmic: boolean): Domain {
  const race = useRace();
  const lab = useLab();
  const studies = useStudies();
  const [domain, setDomain] = useState<Domain>({ span: 20, low: 0, high: 1 });
  useLayoutEffect(() => {
    const update = (): void =>
      setDomain((before) => {
        const next = domainOf(race, fanOf(studies.store.getState()), isLogarithmic);
        return before.span === next.span && before.low === next.low && before.high === next.high ? before : next;
      });
    update();
    const ends = [watchRace(race, lab, update), studies.store.subscribe(update)];
    return () => {
      for (const end of ends) end();
    };
  }, [race, lab, studies, isLogarithmic]);
  return domain;
}

/** All runs begin at the same loss; one that climbs far above it leaves the plot instead of pressing the others flat. */
function highestShown(series: readonly Float64Array[], isLogarithmic: boolean): number {
  const beginning = Math.max(0, ...series.map((losses) => losses[0] ?? 0));
  return beginning > 0 ? beginning * (isLogarithmic ? 100 : 1.25) : Number.POSITIVE_INFINITY;
}

function domainOf(race: Race, fan: ReturnType<typeof fanOf>, isLogarithmic: boolean): Domain {
  const shown = race.runs.filter(({ isShown }) => isShown);
  // A run that diverged would stretch the axis for all others.
  const tame = shown.filter(({ end }) => end !== 'diverged');
  const series = (tame.length > 0 ? tame : shown).map(({ history: { fullLoss } }) =>
    fullLoss.loss.subarray(0, fullLoss.count),
  );
  const range = lossRange(
    fan === null ? series : [...series, fan.band.upperQuartile, fan.band.lowerQuartile],
    isLogarithmic,
  );
  const top = Math.min(range.high, highestShown(series, isLogarithmic));
  const [low, high] = (isLogarithmic ? niceLogarithmic : niceLinear)([range.low, top]);
  const elapsed = shown.map((run) => race.elapsed(run, run.head));
  const fanEnd = fan === null ? 0 : race.elapsed(fan.run, fan.steps);
  return { span: spanOf(race.store.getState().clock, Math.max(fanEnd, ...elapsed, 0)), low, high };
}

function RaceCanvas({ scales, palette }: { readonly scales: RaceScales; readonly palette: Palette }) {
  const race = useRace();
  const lab = useLab();
  const studies = useStudies();
  const words = useCompareText();
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      const draw = (): void => {
        canvas.clear();
        const fan = fanOf(studies.store.getState());
        if (fan !== null) paintBand(canvas.context, scales, palette, fan, (step) => race.elapsed(fan.run, step));
        paintRuns(canvas.context, scales, palette, race, words.ghost);
      };
      draw();
      // Dashed lines are dear.
      const ends = [watchRace(race, lab, draw, everyOtherFrame), studies.store.subscribe(draw)];
      return () => {
        for (const end of ends) end();
      };
    },
    [race, lab, studies, scales, palette, words],
  );
  return <CanvasLayer bounds={scales.plot} paint={paint} />;
}

/** The known losses of a run, at most `most` of them: the clock at each, and how many lie before the cursor. */
function curveOf(race: Race, run: RunView, most: number): { clock: number[]; loss: number[]; past: number } {
  const { step, loss, count } = run.history.fullLoss;
  let known = 0;
  while (known < count && step[known] <= run.head) known++;
  const stride = Math.max(1, Math.ceil(known / most));
  const curve = { clock: [] as number[], loss: [] as number[], past: 0 };
  // The last one is always among them.
  for (let index = (known - 1) % stride; index < known; index += stride) {
    if (step[index] <= run.cursor) curve.past++;
    curve.clock.push(race.elapsed(run, step[index]));
    curve.loss.push(loss[index]);
  }
  return curve;
}

function paintRuns(
  context: CanvasRenderingContext2D,
  { plot, x, y }: RaceScales,
  palette: Palette,
  race: Race,
  ghostName: string,
): void {
  const ends: { name: string; colour: string; x: number; y: number }[] = [];
  for (const run of race.runs.toReversed()) {
    if (!run.isShown) continue;
    const { clock, loss, past } = curveOf(race, run, widthOf(plot));
    const count = clock.length;
    const colour = palette[colourOf(run)];
    const isGhost = run.slot === null;
    const stretch = (from: number, to: number, opacity: number): void => {
      if (to - from < 2) return;
      const path = new Path2D();
      drawLossLine(path, plot, x, y, Float64Array.from(clock.slice(from, to)), Float64Array.from(loss.slice(from, to)));
      context.globalAlpha = opacity;
      context.strokeStyle = colour;
      context.lineWidth = 1.8;
      context.lineJoin = 'round';
      context.setLineDash([...patternOf(run)]);
      context.stroke(path);
      context.setLineDash([]);
      context.globalAlpha = 1;
    };
    stretch(Math.max(0, past - 1), count, faded);
    stretch(0, past, isGhost ? faded : 1);
    if (count < 2) continue;
    const last = loss[count - 1];
    const height = Number.isFinite(last) ? Math.max(plot.top, Math.min(plot.bottom, y(last))) : plot.top;
    ends.push({ name: isGhost ? ghostName : run.letter, colour, x: x(clock[count - 1]), y: height });
  }
  writeNames(context, plot, palette.paper, ends);
}

function writeNames(
  context: CanvasRenderingContext2D,
  plot: Rectangle,
  halo: string,
  ends: readonly { readonly name: string; readonly colour: string; readonly x: number; readonly y: number }[],
): void {
  const heights = spreadLabels(
    ends.map(({ y }) => y),
    labelHeight,
    plot,
  );
  ends.forEach(({ name, colour, x }, index) => {
    const width = labelWidth(name);
    const isBeside = x + width + 10 < plot.right;
    context.font = `650 ${plotFont(labelSize)}`;
    context.textAlign = isBeside ? 'left' : 'right';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = halo;
    const at = isBeside ? x + 6 : Math.min(x, plot.right) - 3;
    context.strokeText(name, at, heights[index]);
    context.fillStyle = colour;
    context.fillText(name, at, heights[index]);
  });
}

/** The step that the page shows. */
function CursorLine({ scales: { plot, x } }: { readonly scales: RaceScales }) {
  const race = useRace();
  const lab = useLab();
  const cursor = useRef<SVGLineElement>(null);
  useLayoutEffect(() => {
    const move = (): void => {
      const [own] = race.runs;
      const place = String(x(race.elapsed(own, own.cursor)));
      cursor.current?.setAttribute('x1', place);
      cursor.current?.setAttribute('x2', place);
    };
    move();
    return watchRace(race, lab, move);
  }, [race, lab, x]);
  return <line ref={cursor} className={plotCss.cursorLine} y1={plot.top} y2={plot.bottom} />;
}

/** What the clock shows at the pointer, and the losses there. */
function Reader({ scales }: { readonly scales: RaceScales }) {
  const { plot, x, span } = scales;
  const race = useRace();
  const lab = useLab();
  const words = useCompareText();
  const format = useFormats();
  const [at, setAt] = useState<number | null>(null);
  const clockAt = (event: MouseEvent<SVGRectElement>): number =>
    Math.max(0, x.invert(placeIn(event.currentTarget, event)[0]));
  const goTo = (clock: number): void => {
    const [own] = race.runs;
    lab.seek(stepsWithin(own.edits, own.config, clock, race.settingOf(own), own.head));
  };
  const press = (event: KeyboardEvent): void => {
    if (isModified(event)) return;
    const [own] = race.runs;
    const now = at ?? race.elapsed(own, own.cursor);
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (way !== undefined) setAt(Math.min(span, Math.max(0, now + (way * span) / 100)));
    else if (event.key === 'Enter' || event.key === ' ') goTo(now);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const clock = race.store.getState().clock;
  const text =
    at === null
      ? ''
      : words.lossAt({
          clock: `${words.axis[clock]} ${clock === 'epoch' ? format.number(at) : format.count(at)}`,
          losses: race.runs
            .filter(({ isShown, slot }) => isShown && slot !== null)
            .map((run) => `${run.letter} ${format.number(lossAt(race, run, at))}`)
            .join(' · '),
        });
  return (
    <g>
      <CursorLine scales={scales} />
      {at !== null && (
        <>
          <line className={css.readingLine} x1={x(at)} x2={x(at)} y1={plot.top} y2={plot.bottom} />
          <text className={css.readingText} x={plot.left} y={plot.top - 9}>
            {text}
          </text>
        </>
      )}
      <rect
        className={plotCss.readingArea}
        x={plot.left}
        y={plot.top}
        width={widthOf(plot)}
        height={heightOf(plot)}
        role="slider"
        tabIndex={0}
        aria-label={words.lossPlot}
        aria-valuemin={0}
        aria-valuemax={span}
        aria-valuenow={at ?? 0}
        aria-valuetext={text}
        onBlur={() => setAt(null)}
        onKeyDown={press}
        onPointerMove={(event) => setAt(clockAt(event))}
        onPointerLeave={() => setAt(null)}
        onClick={(event) => goTo(clockAt(event))}
      />
    </g>
  );
}

/** The last known loss of a run when the clock shows `at`. */
export function lossAt(race: Race, run: RunView, at: number): number {
  const { step, loss, count } = run.history.fullLoss;
  const steps = stepsWithin(run.edits, run.config, at, race.settingOf(run), run.head);
  let index = -1;
  while (index + 1 < count && step[index + 1] <= steps) index++;
  return index < 0 ? Number.NaN : loss[index];
}
