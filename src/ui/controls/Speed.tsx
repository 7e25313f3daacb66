// The speed of playback, from one step in two seconds to as fast as it goes.

import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats, useText } from '../text/TextContext.tsx';
import { nearestStop } from './scales.ts';
import css from './transport.module.css';

/** Steps per second, a logarithmic scale in round numbers; past its end playback takes all the time there is. */
const speeds = [0.5, 1, 2, 4, 10, 20, 40, 100, 200, 400, 1e3, 2e3, 4e3, 1e4, 2e4, 4e4, 1e5];

export function Speed() {
  const lab = useLab();
  const { page } = useText();
  const format = useFormats();
  const speed = useLabState((state) => state.speed);
  const isSlow = useLabState((state) => state.phase !== null);
  const place = Number.isFinite(speed) ? nearestStop(speeds, speed) : speeds.length;
  const words = speedWords();
  return (
    <label className={css.speed}>
      <span className={css.speedHead}>
        <span>{page.speed}</span>
        <span className={css.speedWords}>{words}</span>
      </span>
      <input
        type="range"
        min={0}
        max={speeds.length}
        value={place}
        aria-label={page.speed}
        aria-valuetext={words}
        onChange={(event) => lab.setSpeed(speeds[event.currentTarget.valueAsNumber] ?? Number.POSITIVE_INFINITY)}
      />
    </label>
  );

  function speedWords(): string {
    if (!Number.isFinite(speed)) return page.speedTop;
    if (speed === 0.5) return isSlow ? page.phaseHalf : page.speedHalf;
    if (speed === 1) return isSlow ? page.phaseOne : page.speedOne;
    const written = speed < 1 ? format.number(speed) : format.count(speed);
    return isSlow ? page.speedPhases(written) : page.speedSteps(written);
  }
}
