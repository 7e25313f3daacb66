// All that stands beside weight space, lights up, is said, and is printed. The page can be read and used before this is
// there: it is what loads second.

import type { RefObject } from 'react';
import { LossPlot } from './compare/LossPlot.tsx';
import { SetupProvider } from './data/SetupContext.tsx';
import { useUnknownNames } from './host/useUnknownNames.ts';
import { Limits } from './limit/Limits.tsx';
import { Announcer } from './narration/Announcer.tsx';
import { Places } from './Places.tsx';
import { Panels } from './panels/Panels.tsx';
import { DataSpacePlot } from './plots/DataSpacePlot.tsx';
import { EpochStrip } from './plots/EpochStrip.tsx';
import { PrintSheet } from './print/PrintSheet.tsx';
import { usePrinting } from './print/usePrinting.ts';
import { useQuantityLighting } from './quantity.ts';
import { useSliderTouch } from './useSliderTouch.ts';

export interface ViewsProps {
  /** The element that holds the whole page. */
  readonly root: RefObject<HTMLElement | null>;
  /** The view that is chosen. */
  readonly chosen: string;
  onChoose(id: string): void;
}

export function Views({ root, chosen, onChoose }: ViewsProps) {
  const isPrinting = usePrinting(root);
  useQuantityLighting(root);
  useUnknownNames();
  useSliderTouch();
  return (
    <SetupProvider>
      <Places
        epochStrip={<EpochStrip />}
        panels={<Panels chosen={chosen} onChoose={onChoose} />}
        dataSpace={<DataSpacePlot />}
        lossCurve={<LossPlot view={chosen} />}
      />
      <Announcer />
      <Limits />
      {isPrinting && <PrintSheet />}
    </SetupProvider>
  );
}
