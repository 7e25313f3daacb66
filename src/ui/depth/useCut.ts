// The losses along the step for the curtain in depth: those of the section itself, where the update lies in what the map shows.
// They are asked for only while the picture can be seen.

import { useMemo } from 'react';
import { type CutPlace, cutOf } from '../../drawing/depthMarks.ts';
import { isOnSurface, sectionQuestion } from '../../lab/section.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useReadableState } from '../LabContext.tsx';
import { useAnswered } from '../useAnswer.ts';
import type { DepthSheets } from './useDepthSheets.ts';

/** The heights of one step's cut. */
export interface Cut {
  readonly detail: StepDetail;
  readonly places: readonly CutPlace[];
}

/** Null while nothing of it can be seen, where the plane does not hold the update, and before there is an answer. */
export function useCut(isSeen: boolean, sheets: DepthSheets | null): Cut | null {
  const config = useReadableState((state) => state.config);
  const detail = useReadableState((state) => (state.lesson?.hidesStep === true ? null : state.detail));
  const isWanted = isSeen && detail !== null && sheets !== null && isOnSurface(detail, sheets.isOfBatch);
  const question = useMemo(
    () => (isWanted && detail !== null ? sectionQuestion(config, detail, 'share') : null),
    [isWanted, config, detail],
  );
  const answered = useAnswered('section', question?.kind === 'cut' ? question.request : null, detail);
  return useMemo(() => {
    if (answered === null || answered.about === null || sheets === null) return null;
    const { places, batch, all } = answered.answer;
    const { losses } = sheets.isOfBatch ? batch : all;
    return { detail: answered.about, places: cutOf(places, losses, sheets) };
  }, [answered, sheets]);
}
