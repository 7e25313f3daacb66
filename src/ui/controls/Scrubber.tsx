// All steps taken as one track, with the step that the page shows.

import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';
import css from './transport.module.css';

export function Scrubber() {
  const lab = useLab();
  const { page } = useText();
  const format = useFormats();
  const stepCount = useLabState((state) => state.stepCount);
  const cursor = useLabState((state) => state.cursor);
  const epoch = useLabState((state) => state.detail?.epoch ?? 0);
  const words = page.position({
    step: format.count(cursor),
    steps: format.count(stepCount),
    epoch: format.count(epoch + 1),
  });
  return (
    <div className={css.scrubber}>
      <input
        type="range"
        min={0}
        // A track without length would put its handle in the middle.
        max={Math.max(1, stepCount)}
        value={cursor}
        aria-label={page.stepOfRun}
        aria-valuetext={words}
        onChange={(event) => lab.seek(event.currentTarget.valueAsNumber)}
      />
      <span className={css.position}>{words}</span>
    </div>
  );
}
