// The shuffled order of this epoch cut into its mini-batches: those done dim, the present one marked, the rest to come.

import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { batchSizes, doneSizes, layoutStrip, type StripLayout } from '../../drawing/epochStrip.ts';
import { paintMarks } from '../../drawing/paintMarks.ts';
import type { Palette } from '../../drawing/palette.ts';
import { stripMarks } from '../../drawing/stripMarks.ts';
import type { History } from '../../lab/history.ts';
import { isAsking, type Sampled } from '../../lab/lessonState.ts';
import { paced, paceOf, stripPace } from '../../lab/paces.ts';
import type { LabState } from '../../lab/store.ts';
import { useLab } from '../LabContext.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';
import { CanvasLayer, type PlotCanvas } from './CanvasLayer.tsx';
import { labelWidth } from './labels.ts';
import css from './plots.module.css';
import { usePalette } from './usePalette.ts';
import { type PlotSize, usePlotSize } from './usePlotSize.ts';

const captionHeight = 20;

export function EpochStrip() {
  const { plots } = useText();
  const { ref, size } = usePlotSize<HTMLElement>();
  const palette = usePalette(ref);
  return (
    <figure ref={ref} className={css.figure} aria-label={plots.epochStrip}>
      {palette !== null && <StripCanvas size={size} palette={palette} />}
      <Caption />
    </figure>
  );
}

/** The epoch of the pending step as its batches; while a question is asked what is left is not cut into batches yet. */
interface Epoch {
  readonly sizes: readonly number[];
  readonly present: number;
  readonly isCut: boolean;
}

function epochOf(detail: Sampled, { hyperparameters, config, lesson }: LabState, history: History): Epoch {
  if (isAsking(lesson)) {
    const [now, all] = [detail.batch.length, detail.order.length];
    return { sizes: now < all ? [now, all - now] : [now], present: 0, isCut: false };
  }
  const { batchSize, accumulate = 1 } = hyperparameters;
  const done = doneSizes(takenSizes(detail, history), detail.offset, accumulate * batchSize);
  const cut = { batchSize, accumulate, dropLast: config.dropLast };
  const sizes = batchSizes(done, detail.offset, detail.order.length, cut);
  return { sizes, present: done.length, isCut: true };
}

/** Sizes of this epoch's batches before the pending one, newest first, as far as the log has every step. */
function* takenSizes(detail: Sampled, history: History): Generator<number> {
  if (history.stride !== 1) return;
  const [size, epoch] = [history.column('batchSize'), history.column('epoch')];
  for (let row = Math.min(detail.step, history.rows) - 1; row >= 0 && epoch[row] === detail.epoch; row--)
    yield size[row];
}

const cutNames = ['batchSize', 'accumulate'] as const;

const isSameStrip = (a: LabState, b: LabState): boolean =>
  a.sampled === b.sampled &&
  cutNames.every((name) => a.hyperparameters[name] === b.hyperparameters[name]) &&
  a.config === b.config;

function StripCanvas({ size, palette }: { readonly size: PlotSize; readonly palette: Palette }) {
  const lab = useLab();
  const { plots } = useText();
  const format = useFormats();
  const bounds = useMemo(
    () => ({ left: 0, top: 0, right: size.width, bottom: Math.max(0, size.height - captionHeight) }),
    [size],
  );
  const paint = useCallback(
    (canvas: PlotCanvas) => {
      const { store, history } = lab;
      const layoutFor = rememberLayout(bounds.right, bounds.bottom - 3);
      const draw = (): void => {
        const state = store.getState();
        canvas.clear();
        if (state.sampled === null) return;
        const epoch = epochOf(state.sampled, state, history);
        const last = epoch.sizes[epoch.sizes.length - 1];
        const { batchSize, accumulate = 1 } = state.hyperparameters;
        const isShort = epoch.isCut && epoch.sizes.length > 1 && last < accumulate * batchSize;
        const name = isShort ? plots.lastBatch({ size: format.count(last) }) : null;
        const layout = layoutFor(epoch, name === null ? 0 : labelWidth(name) + 8);
        const { order, microBatches } = state.sampled;
        const content = { ...epoch, order, parts: microBatches.map(({ to }) => to), lastName: name };
        paintMarks(canvas.context, palette, stripMarks(layout, content));
      };
      draw();
      const task = paced(lab, draw, paceOf(lab, stripPace));
      const unsubscribe = store.subscribe((state, before) => {
        if (!isSameStrip(state, before)) task.ask();
      });
      return () => {
        unsubscribe();
        task.cancel();
      };
    },
    [lab, bounds, palette, plots, format],
  );
  return <CanvasLayer bounds={bounds} paint={paint} />;
}

/** The layout stays while the epoch is cut the same way and the present batch is on its page. */
function rememberLayout(width: number, height: number): (epoch: Epoch, labelWidth: number) => StripLayout {
  let known: { sizes: readonly number[]; layout: StripLayout } | null = null;
  return ({ sizes, present }, labelSpace) => {
    const isSame =
      known !== null &&
      known.sizes.length === sizes.length &&
      known.sizes.every((size, i) => size === sizes[i]) &&
      present >= known.layout.firstBatch &&
      present < known.layout.endBatch;
    if (known === null || !isSame)
      known = { sizes, layout: layoutStrip(sizes, present, { width, height, labelWidth: labelSpace }) };
    return known.layout;
  };
}

/** The same in words; its text changes without rendering. */
function Caption() {
  const { readable, history } = useLab();
  const { plots } = useText();
  const format = useFormats();
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const write = (state: LabState): void => {
      const { sampled: detail } = state;
      if (ref.current === null || detail === null) return;
      const { sizes, present, isCut } = epochOf(detail, state, history);
      const parts = detail.microBatches.length;
      ref.current.textContent = plots.batchOfEpoch({
        parts: parts > 1 ? format.count(parts) : null,
        epoch: format.count(detail.epoch + 1),
        batch: format.count(present + 1),
        batches: isCut ? format.count(sizes.length) : null,
        size: format.count(detail.batch.length),
        single: detail.batch.length === 1,
      });
    };
    write(readable.getState());
    return readable.subscribe((state, before) => {
      if (!isSameStrip(state, before)) write(state);
    });
  }, [readable, history, plots, format]);
  return <figcaption ref={ref} className={css.caption} />;
}
