// How the learning rate changes along the run; a change acts from the next step.

import { warmupField } from '../../lab/fields.ts';
import { ruleProblem } from '../../lab/refusals.ts';
import { type Field, type FieldValue, withDefaults } from '../../training/field.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import type { ScheduleConfig } from '../../training/run/run.ts';
import type { Schedule, ScheduleUnit } from '../../training/schedule.ts';
import { type ScheduleId, schedules } from '../../training/schedules/index.ts';
import { scheduleEnd } from '../../training/schedules/notice.ts';
import '../../training/whole.ts';
import fieldCss from '../controls/controls.module.css';
import { FieldControl } from '../controls/FieldControl.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';
import { useScheduleText } from '../schedule/words.ts';
import { useFormats, useRegistryText, useText } from '../text/TextContext.tsx';
import css from './Settings.module.css';

const ScheduleCurve = lazyPart(() => import('../schedule/ScheduleCurve.tsx'), 'ScheduleCurve');

export function ScheduleSettings() {
  const lab = useLab();
  const { page } = useText();
  const registryText = useRegistryText();
  const schedule = useLabState((state) => state.hyperparameters.schedule);
  const { fields, equation, shortEquation }: Schedule = schedules[schedule.kind];
  const line = shortEquation?.(withDefaults(fields, schedule.values)) ?? equation;
  const set = (change: Partial<ScheduleConfig>): void =>
    lab.setHyperparameters({ schedule: { ...schedule, ...change } });
  const withValue = (name: string, value: FieldValue): ScheduleConfig => ({
    ...schedule,
    values: { ...schedule.values, [name]: value },
  });
  const check = (changed: ScheduleConfig): string | null => {
    const { config, hyperparameters } = lab.store.getState();
    return ruleProblem(config, { ...hyperparameters, schedule: changed });
  };
  return (
    <fieldset className={css.group}>
      <legend>
        {page.schedule} <small>{page.fromNextStep}</small>
      </legend>
      <KindAndUnit schedule={schedule} set={set} />
      <FieldControl
        field={{ ...warmupField, label: page.warmup, max: 1000 }}
        value={schedule.warmup}
        onCommit={(warmup) => set({ warmup: warmup as number })}
      />
      {fields.map((field) => (
        <FieldControl
          key={`${schedule.kind} ${field.name}`}
          field={field}
          value={schedule.values[field.name] ?? field.default}
          check={(value) => check(withValue(field.name, value))}
          onCommit={(value) => set(withValue(field.name, value))}
        />
      ))}
      <p className={fieldCss.fieldNote}>
        <bdi dir="ltr">{registryText(line)}</bdi>
      </p>
      <div className={css.curve}>
        <Part>
          <ScheduleCurve />
        </Part>
      </div>
      <Notice schedule={schedule} />
      <Damping schedule={schedule} />
    </fieldset>
  );
}

interface KindAndUnitProps {
  readonly schedule: ScheduleConfig;
  set(change: Partial<ScheduleConfig>): void;
}

function KindAndUnit({ schedule, set }: KindAndUnitProps) {
  const { page } = useText();
  const kindField: Field = {
    kind: 'choice',
    name: 'schedule',
    label: page.scheduleKind,
    default: 'constant',
    choices: Object.entries(schedules).map(([value, { title }]) => ({ value, label: title })),
  };
  const unitField: Field = {
    kind: 'choice',
    name: 'scheduleUnit',
    label: page.unit,
    default: 'step',
    choices: (['step', 'epoch'] as const).map((value) => ({ value, label: page.units[value] })),
  };
  return (
    <>
      <FieldControl
        field={kindField}
        value={schedule.kind}
        onCommit={(kind) => set({ kind: kind as ScheduleId, values: {} })}
      />
      <FieldControl field={unitField} value={schedule.unit} onCommit={(unit) => set({ unit: unit as ScheduleUnit })} />
    </>
  );
}

/** What the schedule does once the run has outlasted it. */
function Notice({ schedule }: { readonly schedule: ScheduleConfig }) {
  const length = useLabState(({ stepCount, detail }) => (schedule.unit === 'step' ? stepCount : (detail?.epoch ?? 0)));
  const { readsRateOnce }: Optimizer = optimizers[useLabState((state) => state.config.optimizer)];
  const base = useLabState((state) => state.hyperparameters.learningRate);
  const words = useScheduleText();
  const format = useFormats();
  const end = scheduleEnd(schedule.kind, schedule.values, Math.max(1, length - schedule.warmup), base);
  // Rprop takes no notice of the rate after its first step, so a rate of 0 stops nothing.
  if (end === null || (end.kind === 'zero' && readsRateOnce)) return null;
  const after = words.curveAfter[schedule.unit](format.count(end.count + schedule.warmup));
  return <p className={fieldCss.fieldNote}>{words.scheduleEnds[end.kind](after)}</p>;
}

/** What becomes of the noise floor under a schedule whose rates add up without end while their squares do not. */
function Damping({ schedule: { kind, values } }: { readonly schedule: ScheduleConfig }) {
  const words = useScheduleText();
  const { fields, dampsNoise }: Schedule = schedules[kind];
  const { readsRateOnce }: Optimizer = optimizers[useLabState((state) => state.config.optimizer)];
  if (readsRateOnce || !dampsNoise?.(withDefaults(fields, values))) return null;
  return <p className={fieldCss.fieldNote}>{words.damping}</p>;
}
