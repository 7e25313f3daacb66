// The ellipse that is drawn as an answer, the one that is known, and with the truth the gap between them.

import type { Ellipse } from '../../lab/lessons/lesson.ts';
import type { Point } from '../../training/vector.ts';
import { usePlot } from '../plots/PlotContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { DragPoint } from './DragPoint.tsx';
import css from './marks.module.css';
import { useDraft, useLesson } from './useOpenLesson.ts';
import { useLessonsText } from './words.ts';

/** The end of an axis. */
const endOf = ({ center, radii, angle }: Ellipse, axis: 0 | 1, isOther = false): Point => {
  const turned = angle + (axis * Math.PI) / 2 + (isOther ? Math.PI : 0);
  return [center[0] + radii[axis] * Math.cos(turned), center[1] + radii[axis] * Math.sin(turned)];
};

/** An angle between 0 and pi: an axis has no head. */
const folded = (angle: number): number => ((angle % Math.PI) + Math.PI) % Math.PI;

/** The ellipse after an end of an axis was put somewhere. */
function pulled(ellipse: Ellipse, axis: 0 | 1, [x, y]: Point): Ellipse {
  const [across, up] = [x - ellipse.center[0], y - ellipse.center[1]];
  const radius = Math.max(1e-9, Math.hypot(across, up));
  const angle = folded(Math.atan2(up, across) - (axis * Math.PI) / 2);
  return { ...ellipse, angle, radii: axis === 0 ? [radius, ellipse.radii[1]] : [ellipse.radii[0], radius] };
}

/** One arrow key: a twentieth longer or shorter, or 3 degrees; four times that with Shift. */
function nudged(ellipse: Ellipse, axis: 0 | 1, right: number, up: number, isFar: boolean): Ellipse {
  const much = isFar ? 4 : 1;
  const radii: [number, number] = [...ellipse.radii];
  radii[axis] *= 1.05 ** (up * much);
  return { ...ellipse, radii, angle: folded(ellipse.angle - (right * much * Math.PI) / 60) };
}

export function SpreadMarks() {
  const { lesson, open } = useLesson();
  const text = useLessonsText();
  const known = open.shown?.ellipse;
  const points = open.shown?.points ?? [];
  const isAsked = open.phase === 'asked';
  const own = ((isAsked ? open.draft : open.prediction) as Ellipse | null) ?? (isAsked ? (known ?? null) : null);
  const truth = open.features === null ? null : (lesson.outcome(open.truth) as Ellipse);
  return (
    <>
      <Points points={points} />
      {known !== undefined && <Outline ellipse={known} className={css.known} />}
      {own !== null && truth !== null && <GapBetween one={own} other={truth} />}
      {own !== null && (
        <Outline
          ellipse={own}
          className={css.own}
          nameClass={css.ownName}
          name={truth === null ? undefined : text.you}
        />
      )}
      {truth !== null && <Outline ellipse={truth} className={css.truth} nameClass={css.truthName} name={text.truth} />}
      {isAsked && own !== null && <Handles ellipse={own} />}
    </>
  );
}

function Points({ points }: { readonly points: readonly Point[] }) {
  const { viewport } = usePlot();
  return (
    <path className={css.cloud} d={points.map(([x, y]) => `M${viewport.x(x) - 1.5},${viewport.y(y)}h3`).join('')} />
  );
}

const corners = 72;

function usePath(): (ellipse: Ellipse) => string {
  const { viewport } = usePlot();
  return ({ center, radii, angle }) => {
    const at = (corner: number): string => {
      const turn = (2 * Math.PI * corner) / corners;
      const [along, beside] = [radii[0] * Math.cos(turn), radii[1] * Math.sin(turn)];
      const x = center[0] + along * Math.cos(angle) - beside * Math.sin(angle);
      const y = center[1] + along * Math.sin(angle) + beside * Math.cos(angle);
      return `${viewport.x(x)},${viewport.y(y)}`;
    };
    return `M${Array.from({ length: corners }, (_, corner) => at(corner)).join('L')}Z`;
  };
}

interface OutlineProps {
  readonly ellipse: Ellipse;
  readonly className: string | undefined;
  readonly name?: string | undefined;
  readonly nameClass?: string | undefined;
}

function Outline({ ellipse, className, name, nameClass }: OutlineProps) {
  const { viewport } = usePlot();
  const path = usePath();
  // The names stand at ends that are far apart.
  const isFirst = nameClass === css.ownName;
  const [x, y] = endOf(ellipse, 0, !isFirst);
  return (
    <g>
      <path className={`${css.outline} ${className}`} d={path(ellipse)} />
      {name !== undefined && (
        <text
          className={`${css.name} ${nameClass}`}
          x={viewport.x(x) + (isFirst ? 6 : -6)}
          textAnchor={isFirst ? 'start' : 'end'}
          y={viewport.y(y)}
        >
          {name}
        </text>
      )}
    </g>
  );
}

function GapBetween({ one, other }: { readonly one: Ellipse; readonly other: Ellipse }) {
  const path = usePath();
  return <path className={css.gap} fillRule="evenodd" d={`${path(one)} ${path(other)}`} />;
}

function Handles({ ellipse }: { readonly ellipse: Ellipse }) {
  const put = useDraft();
  const text = useLessonsText();
  const { number, count } = useFormats();
  const written = text.ellipseNow({
    ...{ first: number(ellipse.radii[0]), second: number(ellipse.radii[1]) },
    degrees: count((ellipse.angle * 180) / Math.PI),
  });
  return ([0, 1] as const).map((axis) => (
    <DragPoint
      key={axis}
      at={endOf(ellipse, axis)}
      label={text.ellipse[axis]}
      kind={text.ellipseKind}
      help={text.ellipseHelp}
      written={written}
      onMove={(to) => put(pulled(ellipse, axis, to))}
      onKey={(right, up, isFar) => put(nudged(ellipse, axis, right, up, isFar))}
    >
      <circle r={7} className={css.handleDot} />
    </DragPoint>
  ));
}
