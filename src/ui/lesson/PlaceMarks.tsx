// The ring that says where the weights will be, and with the truth the way from the one to the other.

import { useEffect, useRef } from 'react';
import { isInside } from '../../drawing/viewport.ts';
import type { Point } from '../../training/vector.ts';
import { useLab, useLabState, useReadableState } from '../LabContext.tsx';
import { usePlot } from '../plots/PlotContext.tsx';
import { placeIn } from '../plots/PlotSvg.tsx';
import { StillMarks, useSceneSource } from '../plots/StateMarks.tsx';
import { useOfRun } from '../run/ofRun.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';
import { DragPoint } from './DragPoint.tsx';
import css from './marks.module.css';
import { useDraft, useLesson } from './useOpenLesson.ts';
import { useLessonsText } from './words.ts';

const [ringRadius, truthRadius] = [11, 5];

export function PlaceMarks() {
  const { open } = useLesson();
  if (open.phase === 'asked') return <Ring />;
  return <Answer />;
}

/** The answer, where the step led, and the way from the one to the other shaded. */
function Answer() {
  const frame = usePlot();
  const { viewport } = frame;
  const { lesson, open } = useLesson();
  const text = useLessonsText();
  const sourceIn = useSceneSource();
  const answerMarks = useOfRun('answerMarks');
  const detail = useReadableState((state) => state.detail);
  const own = open.prediction as Point | null;
  const truth = open.features === null ? null : (lesson.outcome(open.truth) as Point);
  const at = ([a, b]: Point) => ({ x: viewport.x(a), y: viewport.y(b) });
  const guess = own && { ...at(own), radius: ringRadius + 3, name: text.you, colour: 'prediction' as const };
  const outcome = truth && { ...at(truth), radius: truthRadius + 3, name: text.truth, colour: 'update' as const };
  const marks = [guess, outcome].filter((mark) => mark !== null);
  const names = answerMarks?.(frame, marks, detail?.seen ?? null, sourceIn(frame)()) ?? [];
  return (
    <>
      {outcome && (
        <g data-testid="truth">
          {guess && <line className={css.gapLine} x1={guess.x} y1={guess.y} x2={outcome.x} y2={outcome.y} />}
          <circle className={css.truthPoint} cx={outcome.x} cy={outcome.y} r={truthRadius} />
        </g>
      )}
      {guess && (
        <g data-testid="guess" transform={`translate(${guess.x} ${guess.y})`}>
          <RingCircle />
        </g>
      )}
      <StillMarks marks={names} />
    </>
  );
}

/** Before it is moved it lies about the weights. */
function Ring() {
  const { viewport } = usePlot();
  const lab = useLab();
  const put = useDraft();
  const { open } = useLesson();
  const text = useLessonsText();
  const { plots } = useText();
  const { number } = useFormats();
  const weights = useLabState((state) => state.sampled?.weights ?? state.config.start);
  const at = (open.draft as Point | null) ?? ([weights[0], weights[1]] as const);
  const pressed = useRef<SVGGElement>(null);
  usePressed(pressed, put);
  const { view } = viewport;
  const written = plots.weightsAt({ x: number(at[0]), y: number(at[1]), nameX: 'w1', nameY: 'w2' });
  return (
    <g ref={pressed}>
      <DragPoint
        at={at}
        label={text.ring}
        kind={text.ringKind}
        help={text.ringHelp}
        written={written}
        onMove={put}
        onKey={(right, up, isFar) => {
          const share = isFar ? 0.1 : 0.01;
          const now = (lab.store.getState().lesson?.draft as Point | null) ?? at;
          put([now[0] + right * share * (view.x[1] - view.x[0]), now[1] + up * share * (view.y[1] - view.y[0])]);
        }}
      >
        <RingCircle />
      </DragPoint>
    </g>
  );
}

const RingCircle = () => (
  <>
    <circle r={ringRadius} className={css.ringEdge} />
    <circle r={ringRadius} className={css.ring} />
  </>
);

/** A press on the plot puts the ring there. */
function usePressed(group: { readonly current: SVGGElement | null }, put: (point: Point) => void): void {
  const { viewport } = usePlot();
  useEffect(() => {
    const element = group.current;
    const svg = element?.ownerSVGElement;
    if (element === null || svg == null) return;
    const press = (event: MouseEvent): void => {
      if (element.contains(event.target as Node)) return;
      const [x, y] = placeIn(element, event);
      if (isInside(viewport.plot, x, y)) put([viewport.across(x), viewport.up(y)]);
    };
    svg.addEventListener('click', press);
    return () => svg.removeEventListener('click', press);
  });
}
