// The sheets of the surfaces that the map shows: that of all examples, and the batch's own beside it or in its place.

import { useMemo } from 'react';
import { type HeightKind, type Sheet, sheetOf } from '../../drawing/depthSheet.ts';
import { colourTable, type Palette } from '../../drawing/palette.ts';
import { contourLevels, levelCount } from '../../drawing/tracing/isolines.ts';
import { type LossScale, lossScale } from '../../drawing/tracing/lossScale.ts';
import { useLabState } from '../LabContext.tsx';
import type { DrawnSheet } from './depthGl.ts';

export interface DepthSheets {
  /** The one that the path lies on. */
  readonly main: Sheet;
  readonly scale: LossScale;
  readonly kind: HeightKind;
  /** Whether it is the batch's own, in place of that of all examples. */
  readonly isOfBatch: boolean;
  readonly drawn: readonly DrawnSheet[];
}

const mainStrength = 1;
const secondStrength = 0.65;

/** Null before there is a surface, and while the colours are not known. */
export function useDepthSheets(kind: HeightKind, palette: Palette | null): DepthSheets | null {
  const full = useLabState((state) => state.surface);
  const batch = useLabState((state) => state.batchSurface);
  const shown = useLabState((state) => state.layers.batchSurface);
  const isAlone = shown === 'instead' && batch !== null;
  const surface = isAlone ? batch : full;
  const other = shown === 'over' ? batch : null;
  const main = useMemo(() => {
    if (surface === null) return null;
    const scale = lossScale(surface);
    const lines = contourLevels(scale, levelCount).map(scale.share);
    return { scale, lines, sheet: sheetOf(surface, kind, scale) };
  }, [surface, kind]);
  const second = useMemo(
    () => (other === null || main === null ? null : sheetOf(other, kind, main.scale)),
    [other, main, kind],
  );
  return useMemo(() => {
    if (main === null || palette === null) return null;
    const table = colourTable(palette['surface-low'], palette['surface-high']);
    const drawn: DrawnSheet[] = [{ sheet: main.sheet, table, strength: mainStrength, lines: main.lines }];
    if (second !== null)
      drawn.push({
        sheet: second,
        table: colourTable(palette.batch, palette.batch),
        strength: secondStrength,
        lines: [],
      });
    return { main: main.sheet, scale: main.scale, kind, isOfBatch: isAlone, drawn };
  }, [main, second, palette, kind, isAlone]);
}
