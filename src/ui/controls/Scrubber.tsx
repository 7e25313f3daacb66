// All steps taken as one track, with the step that the page shows. Written without React while steps come in,
// since its length and its place change as often as they can be read.

import { useEffect, useRef } from 'react';
import type { LabState } from '../../lab/store.ts';
import { present } from '../../training/present.ts';
import { Hideable } from '../host/Control.tsx';
import { useIsHidden } from '../host/HostContext.tsx';
import { useLab } from '../LabContext.tsx';
import { Phases } from '../step/SlowMotion.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';
import css from './transport.module.css';

export function Scrubber() {
  const lab = useLab();
  const { page } = useText();
  const format = useFormats();
  const isHidden = useIsHidden('scrubber');
  const input = useRef<HTMLInputElement>(null);
  const position = useRef<HTMLSpanElement>(null);
  const epochPart = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = ({ stepCount, cursor, detail, status }: LabState): void => {
      const place = page.position({ step: format.count(cursor), steps: format.count(stepCount) });
      const epoch = page.positionEpoch(format.count((detail?.epoch ?? 0) + 1));
      present(position.current).textContent = place;
      present(epochPart.current).textContent = epoch;
      const track = isHidden ? null : input.current;
      if (track === null) return;
      // A track without length would put its handle in the middle.
      track.max = String(Math.max(1, stepCount));
      track.value = String(cursor);
      if (status !== 'running') track.setAttribute('aria-valuetext', `${place}${epoch}`);
    };
    show(lab.readable.getState());
    return lab.readable.subscribe((state, before) => {
      if (
        state.cursor !== before.cursor ||
        state.stepCount !== before.stepCount ||
        state.detail !== before.detail ||
        state.status !== before.status
      )
        show(state);
    });
  }, [lab, page, format, isHidden]);
  return (
    <div className={css.scrubber}>
      {!isHidden && (
        <input
          ref={input}
          type="range"
          min={0}
          aria-label={page.stepOfRun}
          onInput={(event) => lab.seek(event.currentTarget.valueAsNumber)}
        />
      )}
      <span className={css.position}>
        <span ref={position} />
        <span ref={epochPart} className={css.epoch} />
      </span>
      <Hideable name="slowMotion">
        <Phases />
      </Hideable>
    </div>
  );
}
