// The section along the step: the loss of the batch and of all examples where the update leads, and beyond. It is computed
// off the page's thread, and only while it is shown.

import { useId, useMemo, useState } from 'react';
import { isOneCurve, sectionMarks, sectionScales } from '../../drawing/sceneSection.ts';
import { type SectionAxis, sectionQuestion, shareReason } from '../../lab/section.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { useIsHidden, useIsLocked } from '../host/HostContext.tsx';
import { useReadableState } from '../LabContext.tsx';
import { labelWidth } from '../plots/labels.ts';
import { PlotSvg } from '../plots/PlotSvg.tsx';
import { plotRectangle } from '../plots/plotRectangle.ts';
import plots from '../plots/plots.module.css';
import { StillMarks } from '../plots/StateMarks.tsx';
import { usePlotSize } from '../plots/usePlotSize.ts';
import { useFormats } from '../text/TextContext.tsx';
import { useAnswered } from '../useAnswer.ts';
import { RateHandle } from './RateHandle.tsx';
import css from './section.module.css';
import { type SectionOf, sectionSentences } from './sectionWords.ts';
import { useSectionText } from './words.ts';

export function SectionPanel() {
  const words = useSectionText();
  const detail = useReadableState((state) => state.detail);
  return detail === null ? <p>{words.waiting}</p> : <AlongStep detail={detail} />;
}

function AlongStep({ detail }: { readonly detail: StepDetail }) {
  const words = useSectionText();
  const config = useReadableState((state) => state.config);
  const hyperparameters = useReadableState((state) => state.hyperparameters);
  const [held, setHeld] = useState<readonly [number, number] | null>(null);
  const reason = shareReason(config, hyperparameters.schedule);
  const axis: SectionAxis = reason === null ? 'rate' : 'share';
  const question = useMemo(() => sectionQuestion(config, detail, axis, held), [config, detail, axis, held]);
  const asked = question.kind === 'cut' ? question.request : null;
  const answered = useAnswered('section', asked, { axis, reason, config, detail, hyperparameters });
  if (question.kind !== 'cut') return <p role="status">{words[question.kind]}</p>;
  if (answered === null) return <p>{words.waiting}</p>;
  const { answer, about } = answered;
  return <Shown of={{ ...about, section: answer }} onHold={(isHeld) => setHeld(isHeld ? answer.range : null)} />;
}

interface ShownProps {
  readonly of: SectionOf;
  onHold(isHeld: boolean): void;
}

function Shown({ of, onHold }: ShownProps) {
  const { section, axis } = of;
  const words = useSectionText();
  const format = useFormats();
  const meaning = useId();
  const { ref, size } = usePlotSize<HTMLElement>();
  const isLocked = useIsLocked('learningRate');
  const isHidden = useIsHidden('learningRate');
  const plot = useMemo(() => plotRectangle(size, 12), [size]);
  const scales = useMemo(() => (plot === null ? null : sectionScales(section, plot)), [section, plot]);
  const marks = useMemo(() => {
    if (plot === null || scales === null) return [];
    const names = { ...words, axis: words.axes[axis] };
    return sectionMarks(section, scales, { plot, names, marks: format.marks, measure: labelWidth, offset: 0 });
  }, [section, plot, scales, words, axis, format]);
  return (
    <>
      <figure
        ref={ref}
        className={`${plots.figure} ${css.figure}`}
        aria-label={words.figure}
        aria-describedby={meaning}
      >
        {plot !== null && scales !== null && (
          <PlotSvg size={size} data-curves={isOneCurve(section) ? 1 : 2}>
            <StillMarks marks={marks} />
            {axis === 'rate' && !isLocked && !isHidden && <RateHandle plot={plot} x={scales.x} onHold={onHold} />}
          </PlotSvg>
        )}
      </figure>
      <p id={meaning} className={css.words} data-testid="section-words">
        {sectionSentences(of, words, format).join(' ')}
      </p>
    </>
  );
}
