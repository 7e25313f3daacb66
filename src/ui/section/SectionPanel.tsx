// The section along the step: the loss of the batch and of all examples where the update leads, and beyond. It is computed
// off the page's thread, and only while it can be seen.

import { useId, useMemo, useState } from 'react';
import { isOneCurve, sectionLayers, sectionScales } from '../../drawing/sceneSection.ts';
import { type SectionAxis, sectionQuestion, shareReason } from '../../lab/section.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useIsHidden, useIsLocked } from '../host/HostContext.tsx';
import { useReadableState } from '../LabContext.tsx';
import { labelWidth } from '../plots/labels.ts';
import { PlotSvg } from '../plots/PlotSvg.tsx';
import { plotRectangle } from '../plots/plotRectangle.ts';
import plots from '../plots/plots.module.css';
import { StillMarks } from '../plots/StateMarks.tsx';
import { type PlotSize, usePlotSize } from '../plots/usePlotSize.ts';
import { useFormats } from '../text/TextContext.tsx';
import { useAnswered } from '../useAnswer.ts';
import { useSeen } from '../useSeen.ts';
import { RateHandle } from './RateHandle.tsx';
import { SaveSection } from './SaveSection.tsx';
import css from './section.module.css';
import { sectionNames } from './sectionFile.ts';
import { type SectionOf, sectionSentences } from './sectionWords.ts';
import { useSectionText } from './words.ts';

type Held = readonly [from: number, to: number] | null;

export function SectionPanel() {
  const words = useSectionText();
  const meaning = useId();
  const { ref, size } = usePlotSize<HTMLElement>();
  const [held, setHeld] = useState<Held>(null);
  const detail = useReadableState((state) => state.detail);
  const isSeen = useSeen(ref);
  const of = useSection(isSeen ? detail : null, held);
  const isCut = typeof of === 'object';
  return (
    <>
      <figure
        ref={ref}
        className={`${plots.figure} ${css.figure}`}
        aria-label={words.figure}
        aria-describedby={meaning}
      >
        {isCut && <Picture of={of} size={size} onHold={(isHeld) => setHeld(isHeld ? of.section.range : null)} />}
      </figure>
      <Sentences id={meaning} of={of} />
      {isCut && <SaveSection section={of.section} axis={of.axis} />}
    </>
  );
}

type Found = SectionOf | 'waiting' | 'still' | 'overflow';

/** The section of a step, the one before while it is on its way, or why there is none. */
function useSection(detail: StepDetail | null, held: Held): Found {
  const config = useReadableState((state) => state.config);
  const hyperparameters = useReadableState((state) => state.hyperparameters);
  const reason = shareReason(config, hyperparameters.schedule);
  const axis: SectionAxis = reason === null ? 'rate' : 'share';
  const question = useMemo(
    () => (detail === null ? null : sectionQuestion(config, detail, axis, held)),
    [config, detail, axis, held],
  );
  const request = question?.kind === 'cut' ? question.request : null;
  const answered = useAnswered('section', request, { axis, reason, config, detail, hyperparameters });
  if (question !== null && question.kind !== 'cut') return question.kind;
  if (answered === null || answered.about.detail === null) return 'waiting';
  return { ...answered.about, detail: answered.about.detail, section: answered.answer };
}

interface PictureProps {
  readonly of: SectionOf;
  readonly size: PlotSize;
  onHold(isHeld: boolean): void;
}

function Picture({ of: { section, axis }, size, onHold }: PictureProps) {
  const words = useSectionText();
  const format = useFormats();
  const isLocked = useIsLocked('learningRate');
  const isHidden = useIsHidden('learningRate');
  const plot = useMemo(() => plotRectangle(size, 12), [size]);
  const scales = useMemo(() => (plot === null ? null : sectionScales(section, plot)), [section, plot]);
  const marks = useMemo(() => {
    if (plot === null || scales === null) return [];
    const look = { plot, names: sectionNames(words, axis), marks: format.marks, measure: labelWidth, offset: 0 };
    return sectionLayers(section, scales, look).flatMap((layer) => layer.marks);
  }, [section, plot, scales, words, axis, format]);
  if (plot === null || scales === null) return null;
  return (
    <PlotSvg size={size} data-curves={isOneCurve(section) ? 1 : 2}>
      <StillMarks marks={marks} />
      {axis === 'rate' && !isLocked && !isHidden && <RateHandle plot={plot} x={scales.x} onHold={onHold} />}
    </PlotSvg>
  );
}

function Sentences({ id, of }: { readonly id: string; readonly of: Found }) {
  const words = useSectionText();
  const format = useFormats();
  return (
    <p id={id} className={css.words} data-testid="section-words">
      {typeof of === 'object' ? sectionSentences(of, words, format).join(' ') : words[of]}
    </p>
  );
}
