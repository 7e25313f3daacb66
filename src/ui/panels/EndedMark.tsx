// What kind of place the run has ended at, as a mark on the map.

import { useMemo } from 'react';
import { endedMarks } from '../../drawing/sceneEnded.ts';
import { StateSvg } from '../plots/StateMarks.tsx';
import type { LayerOf } from '../plots/sceneSource.ts';
import { useEndingText } from './endingWords.ts';

const shownHere = ['ended', 'detail'] as const;

export function EndedMark() {
  const { placeNames } = useEndingText();
  const layer = useMemo(
    (): LayerOf =>
      (frame, { state: { ended, detail } }) =>
        ended === null || detail === null || ended.kind === 'unknown'
          ? []
          : endedMarks(frame, detail.seen.weights, ended.kind, placeNames[ended.kind]),
    [placeNames],
  );
  return <StateSvg part="ended" shown={shownHere} marksOf={layer} />;
}
