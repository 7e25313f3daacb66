// The path of the run that an edit of the examples replaced, faint and dashed.

import { useMemo } from 'react';
import { type PathStyle, pathLayer } from '../../drawing/scenePath.ts';
import { useLabState } from '../LabContext.tsx';
import { usePlot } from '../plots/PlotContext.tsx';
import { StillMarks } from '../plots/StateMarks.tsx';

const style: PathStyle = { colour: 'weights', width: 1.1, dash: [4, 4] };

export function GhostPath() {
  const { viewport } = usePlot();
  const path = useLabState((state) => state.ghostPath);
  const marks = useMemo(
    () => (path === null ? [] : pathLayer(viewport, path, style).marks.map((mark) => ({ ...mark, opacity: 0.5 }))),
    [viewport, path],
  );
  return (
    <g data-testid="ghost-path">
      <StillMarks marks={marks} />
    </g>
  );
}
