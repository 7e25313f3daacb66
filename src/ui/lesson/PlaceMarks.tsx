// The ring that says where the weights will be, and with the truth the way from the one to the other.

import { useEffect, useRef } from 'react';
import { isInside } from '../../drawing/viewport.ts';
import type { Point } from '../../training/vector.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { usePlot } from '../plots/PlotContext.tsx';
import { placeIn } from '../plots/PlotSvg.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';
import { DragPoint } from './DragPoint.tsx';
import css from './marks.module.css';
import { useDraft, useLesson } from './useOpenLesson.ts';
import { useLessonsText } from './words.ts';

const ringRadius = 11;

export function PlaceMarks() {
  const { open } = useLesson();
  if (open.phase === 'asked') return <Ring />;
  const own = open.prediction as Point | null;
  return (
    <>
      {open.features !== null && <Outcome own={own} />}
      {own !== null && <Guessed at={own} />}
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

function Guessed({ at }: { readonly at: Point }) {
  const { viewport } = usePlot();
  const text = useLessonsText();
  const [x, y] = [viewport.x(at[0]), viewport.y(at[1])];
  return (
    <g transform={`translate(${x} ${y})`} data-testid="guess">
      <RingCircle />
      <text className={`${css.name} ${css.ownName}`} x={ringRadius + 4} y={4}>
        {text.you}
      </text>
    </g>
  );
}

/** Where the step leads; the way there from the answer is shaded. */
function Outcome({ own }: { readonly own: Point | null }) {
  const { viewport } = usePlot();
  const { lesson, open } = useLesson();
  const text = useLessonsText();
  const [x, y] = (([a, b]: Point) => [viewport.x(a), viewport.y(b)])(lesson.outcome(open.truth) as Point);
  return (
    <g data-testid="truth">
      {own !== null && <line className={css.gapLine} x1={viewport.x(own[0])} y1={viewport.y(own[1])} x2={x} y2={y} />}
      <circle className={css.truthPoint} cx={x} cy={y} r={5} />
      <text className={`${css.name} ${css.truthName}`} x={x + 8} y={y + 16}>
        {text.truth}
      </text>
    </g>
  );
}
