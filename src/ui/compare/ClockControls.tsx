// The clock that keeps the runs in step, and the imagined machine of the simulated time.

import { clocks } from '../../lab/compare/clock.ts';
import { NumberInput } from '../controls/NumberInput.tsx';
import { Choice } from '../step/Choice.tsx';
import { useFormats } from '../text/TextContext.tsx';
import css from './compare.module.css';
import { useRace, useRaceState } from './useRace.ts';
import { useCompareText } from './words.ts';

export function ClockControls() {
  const race = useRace();
  const words = useCompareText();
  const clock = useRaceState((state) => state.clock);
  return (
    <div className={css.clock}>
      <Choice
        label={words.clock}
        values={clocks}
        words={words.clocks}
        chosen={clock}
        onChoose={(next) => race.setClock({ clock: next })}
      />
      {clock === 'time' && <Machine />}
    </div>
  );
}

export function Machine() {
  const race = useRace();
  const words = useCompareText();
  const format = useFormats();
  const hardware = useRaceState((state) => state.hardware);
  const { overhead, parallelWidth } = hardware;
  const control = (name: keyof typeof hardware, min: number) => (
    <span className={css.knob}>
      <span aria-hidden="true">{words[name]}</span>
      <NumberInput
        field={{ kind: 'number', name, label: words[name], default: 1, min, max: 1e4 }}
        value={hardware[name]}
        onCommit={(value) => race.setClock({ hardware: { ...hardware, [name]: value } })}
      />
    </span>
  );
  return (
    <div className={css.row}>
      {control('overhead', 0)}
      {control('parallelWidth', 1)}
      <span className={css.note}>
        {words.timeMeaning({
          overhead: format.count(overhead),
          width: format.count(parallelWidth),
          knee: format.count(Math.max(1, Math.round(overhead * parallelWidth))),
        })}
      </span>
    </div>
  );
}
