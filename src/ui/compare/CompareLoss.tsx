// The loss of all data along every run, over the clock that they share.

import { useMemo } from 'react';
import { useLab } from '../LabContext.tsx';
import { LossCurvePlot } from '../plots/LossCurvePlot.tsx';
import { LossPlot } from '../plots/LossPlot.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';
import { raceLosses } from './raceLosses.ts';
import { useRace, useRaceState } from './useRace.ts';
import { useStudies, useStudyState } from './useStudies.ts';
import { useCompareText } from './words.ts';

/** Alone, a run has its usual curve. */
export function CompareLoss() {
  const isAlone = useRaceState(({ contenders, ghost }) => contenders.length === 0 && ghost === null);
  const hasFan = useStudyState(({ fan }) => fan !== null);
  return isAlone && !hasFan ? <LossCurvePlot /> : <RaceLoss />;
}

function RaceLoss() {
  const lab = useLab();
  const race = useRace();
  const studies = useStudies();
  const words = useCompareText();
  const { plots } = useText();
  const format = useFormats();
  const clock = useRaceState((state) => state.clock);
  const source = useMemo(
    () => raceLosses({ lab, race, studies, words, plots, format, clock }),
    [lab, race, studies, words, plots, format, clock],
  );
  return <LossPlot source={source} />;
}
