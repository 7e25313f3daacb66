// The loss along the page's own run.

import { useMemo } from 'react';
import { useLab } from '../LabContext.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';
import { LossPlot } from './LossPlot.tsx';
import { ownLosses } from './ownLosses.ts';

export function LossCurvePlot() {
  const lab = useLab();
  const { plots } = useText();
  const format = useFormats();
  return <LossPlot source={useMemo(() => ownLosses(lab, plots, format), [lab, plots, format])} />;
}
