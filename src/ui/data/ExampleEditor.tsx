// Over data space while its view is open: examples are added by a click, dragged, moved by keys, and deleted. All places are
// in the units of the data; while one is dragged the axes hold still.

import { type KeyboardEvent, type PointerEvent, useEffect, useId, useMemo, useRef } from 'react';
import { markSize } from '../../drawing/examples.ts';
import type { Scale } from '../../drawing/scale.ts';
import { heightOf, widthOf } from '../../drawing/viewport.ts';
import { isCommand } from '../../embed/keyUse.ts';
import { classCount, dataIn, edit, withNew, without, withRow } from '../../lab/own/editData.ts';
import { className, columnNames, type OwnData } from '../../training/ownData/ownData.ts';
import { resolveProblem } from '../../training/run/configuration.ts';
import { kindOf } from '../../training/theory/ownRun.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { usePlot } from '../plots/PlotContext.tsx';
import { placeIn } from '../plots/PlotSvg.tsx';
import { useFormats } from '../text/TextContext.tsx';
import css from './data.module.css';
import { type Place, type Places, placesOf } from './examplePlaces.ts';
import { useDataText } from './words.ts';

/** Pixels from an example at which it is still meant, by a pointer and by a finger. */
const reach = 12;
const reachOfFinger = 24;
/** Pixels that a press may wander and still be a click. */
const still = 4;

const keys: Readonly<Record<string, Place>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

interface PlotAxes {
  readonly x: Scale;
  readonly y: Scale;
}

interface ExampleEditorProps {
  /** Whether both axes are features; else the second is the target. */
  readonly isPlane: boolean;
  /** In the units of the data. */
  readonly axes: PlotAxes;
}

export function ExampleEditor({ isPlane, axes }: ExampleEditorProps) {
  const lab = useLab();
  const { plot } = usePlot().viewport;
  const words = useDataText();
  const help = useId();
  const config = useLabState((state) => state.config);
  const chosenRow = useLabState((state) => state.chosenRow);
  const data = useMemo(() => dataIn(config), [config]);
  const places = useMemo(
    () =>
      placesOf({ isPlane, classes: classCount(config), hasTarget: kindOf(resolveProblem(config).problem).hasTarget }),
    [isPlane, config],
  );
  const press = usePress(places, data, axes);
  const spoken = useSpoken(data, chosenRow, places.classes);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isCommand(event)) return;
    const span: Place = [
      axes.x.invert(plot.right) - axes.x.invert(plot.left),
      axes.y.invert(plot.top) - axes.y.invert(plot.bottom),
    ];
    const middle: Place = [axes.x.invert((plot.left + plot.right) / 2), axes.y.invert((plot.top + plot.bottom) / 2)];
    const change = keyed(event, { places, data, row: chosenRow, span, middle });
    if (change === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (change.data === undefined || edit(lab, change.data)) lab.store.setState({ chosenRow: change.row });
  };
  const ring = chosenRow === null || chosenRow >= data.y.length ? null : places.placeOf(data, chosenRow);
  return (
    <>
      <desc id={help}>{words.editorHelp}</desc>
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an application is what passes all keys on */}
      <g
        className={css.group}
        role="application"
        tabIndex={0}
        aria-label={spoken === '' ? words.editor : `${words.editor}. ${spoken}`}
        aria-describedby={help}
        data-testid="example-editor"
        onKeyDown={onKeyDown}
      >
        <rect
          className={css.editor}
          {...{ x: plot.left, y: plot.top, width: widthOf(plot), height: heightOf(plot) }}
          {...press}
        />
        <rect className={css.focus} {...{ x: plot.left, y: plot.top, width: widthOf(plot), height: heightOf(plot) }} />
        {ring !== null && (
          <circle
            className={css.ring}
            cx={axes.x(ring[0])}
            cy={axes.y(ring[1])}
            r={markSize(plot, data.y.length) + 4}
          />
        )}
      </g>
    </>
  );
}

/** What a screen reader is told of the example that is chosen. */
function useSpoken(data: OwnData, row: number | null, classes: number): string {
  const words = useDataText();
  const format = useFormats();
  if (row === null || row >= data.y.length) return '';
  const names = columnNames(data);
  const target = data.y[row];
  const written = [
    ...data.x[row].map((value, place) => words.value({ name: names[place], value: format.number(value) })),
    words.value({ name: names[2], value: classes > 0 ? className(data, target) : format.number(target) }),
  ];
  return words.at({ row: format.count(row + 1), of: format.count(data.y.length), values: written.join(', ') });
}

interface Keyed {
  readonly places: Places;
  readonly data: OwnData;
  readonly row: number | null;
  /** How far the axes reach, and the middle of the picture. */
  readonly span: Place;
  readonly middle: Place;
}

/** What a key does: other data, another row that is chosen, or nothing. */
function keyed(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  { places, data, row, span, middle }: Keyed,
): { readonly data?: OwnData; readonly row: number | null } | null {
  const count = data.y.length;
  const like = row === null ? 0 : (data.y[row] ?? 0);
  if (key === 'Enter') return { data: withNew(data, ...places.exampleAt(middle, like, span)), row: count };
  if (key === 'PageDown') return { row: row === null ? 0 : (row + 1) % count };
  if (key === 'PageUp') return { row: row === null ? count - 1 : (row + count - 1) % count };
  if (row === null || row >= count) return null;
  if (key === 'Delete' || key === 'Backspace') return { data: without(data, row), row: null };
  const move = keys[key];
  if (move !== undefined) {
    const share = shiftKey ? 0.1 : 0.01;
    const [across, up] = places.placeOf(data, row);
    const to: Place = [across + move[0] * share * span[0], up + move[1] * places.rise(share * span[1])];
    return { data: withRow(data, row, ...places.exampleAt(to, data.y[row], span)), row };
  }
  const label = /^\d$/.test(key) ? Number(key) : Number.NaN;
  return label < places.classes ? { data: withRow(data, row, data.x[row], label), row } : null;
}

interface Press {
  readonly start: Place;
  /** The data at the beginning, and the row that is held; null where nothing is. */
  readonly data: OwnData;
  readonly row: number | null;
  /** Where the pointer holds the example, from its middle. */
  readonly grip: Place;
}

/** A click beside every example adds one, a press on one chooses and drags it, once a frame at most. */
function usePress(places: Places, data: OwnData, axes: PlotAxes) {
  const lab = useLab();
  const { plot } = usePlot().viewport;
  const press = useRef<Press | null>(null);
  const frame = useRef(0);
  const wanted = useRef<Place | null>(null);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const span: Place = [
    axes.x.invert(plot.right) - axes.x.invert(plot.left),
    axes.y.invert(plot.top) - axes.y.invert(plot.bottom),
  ];
  const within = ([x, y]: Place): Place => [
    axes.x.invert(Math.min(Math.max(x, plot.left), plot.right)),
    axes.y.invert(Math.min(Math.max(y, plot.top), plot.bottom)),
  ];
  const send = (): void => {
    frame.current = 0;
    const held = press.current;
    if (wanted.current === null || held === null || held.row === null) return;
    edit(lab, withRow(held.data, held.row, ...places.exampleAt(wanted.current, held.data.y[held.row], span)));
    wanted.current = null;
  };
  const onPointerDown = (event: PointerEvent<SVGRectElement>): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    const start = placeIn(event.currentTarget, event);
    const row = nearest(places, data, start, axes, event.pointerType === 'touch' ? reachOfFinger : reach);
    const at = row === null ? start : placeInPixels(places.placeOf(data, row), axes);
    press.current = { start, data, row, grip: [start[0] - at[0], start[1] - at[1]] };
    event.currentTarget.setPointerCapture(event.pointerId);
    if (row !== null) lab.store.setState({ chosenRow: row });
  };
  const onPointerMove = (event: PointerEvent<SVGRectElement>): void => {
    const held = press.current;
    if (held === null || held.row === null || !event.isPrimary) return;
    const [x, y] = placeIn(event.currentTarget, event);
    const isDragging = lab.store.getState().dataEditing === 'drag';
    if (!isDragging && Math.hypot(x - held.start[0], y - held.start[1]) < still) return;
    if (!isDragging) lab.store.setState({ dataEditing: 'drag' });
    wanted.current = within([x - held.grip[0], y - held.grip[1]]);
    if (frame.current === 0) frame.current = requestAnimationFrame(send);
  };
  const onPointerUp = (event: PointerEvent<SVGRectElement>): void => {
    const held = press.current;
    if (held === null || held.row !== null) return;
    const at = placeIn(event.currentTarget, event);
    if (Math.hypot(at[0] - held.start[0], at[1] - held.start[1]) >= still) return;
    const { chosenRow } = lab.store.getState();
    const like = chosenRow === null ? 0 : (data.y[chosenRow] ?? 0);
    const grown = withNew(data, ...places.exampleAt(within(at), like, span));
    if (grown !== data && edit(lab, grown)) lab.store.setState({ chosenRow: data.y.length });
  };
  const onLostPointerCapture = (): void => {
    cancelAnimationFrame(frame.current);
    send();
    press.current = null;
    if (lab.store.getState().dataEditing === 'drag') lab.store.setState({ dataEditing: 'open' });
  };
  return { onPointerDown, onPointerMove, onPointerUp, onLostPointerCapture };
}

const placeInPixels = ([across, up]: Place, { x, y }: PlotAxes): Place => [x(across), y(up)];

function nearest(places: Places, data: OwnData, [x, y]: Place, axes: PlotAxes, most: number): number | null {
  let row: number | null = null;
  let least = most;
  for (let each = 0; each < data.y.length; each++) {
    const [atX, atY] = placeInPixels(places.placeOf(data, each), axes);
    const away = Math.hypot(atX - x, atY - y);
    if (away > least) continue;
    least = away;
    row = each;
  }
  return row;
}
