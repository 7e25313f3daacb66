// Two axes with ticks and names around a plot.

import { useMemo } from 'react';
import type { Scale } from '../../drawing/scale.ts';
import { axisMarks } from '../../drawing/sceneAxes.ts';
import type { Rectangle } from '../../drawing/viewport.ts';
import { useFormats } from '../text/TextContext.tsx';
import { labelWidth } from './labels.ts';
import { StillMarks } from './StateMarks.tsx';

export interface AxesProps {
  readonly plot: Rectangle;
  readonly x: Scale;
  readonly y: Scale;
  readonly nameX: string;
  readonly nameY: string;
}

/** On coarse screens a line is sharp in the middle of a pixel. */
const sharpOffset = (): number => (devicePixelRatio > 1 ? 0 : 0.5);

export function Axes({ plot, x, y, nameX, nameY }: AxesProps) {
  const { marks } = useFormats();
  const drawn = useMemo(
    () => axisMarks(labelWidth, { plot, x, y, nameX, nameY, marks, offset: sharpOffset() }),
    [plot, x, y, nameX, nameY, marks],
  );
  return <StillMarks marks={drawn} />;
}
