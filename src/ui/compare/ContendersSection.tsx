// The legend of the runs side by side, which is also their editor; sets for one click, the shared clock, and the branch.

import { memo, useCallback, useMemo, useState } from 'react';
import type { LockableName } from '../../embed/names.ts';
import { mostContenders, type Rival, type Slot } from '../../lab/compare/contender.ts';
import { type RunView, weightsAt } from '../../lab/compare/raceState.ts';
import { type SetId, setIds } from '../../lab/compare/setIds.ts';
import { trainedLoss } from '../../lab/compare/trainedLoss.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import { joined } from '../../training/vector.ts';
import { useHostWishes } from '../host/HostContext.tsx';
import { useLab, useLabState, useReadableState } from '../LabContext.tsx';
import { useFormats, useRegistryText } from '../text/TextContext.tsx';
import { useAnswer } from '../useAnswer.ts';
import { ClockControls } from './ClockControls.tsx';
import { ContenderEditor, ContenderFields, type Edited } from './ContenderEditor.tsx';
import css from './compare.module.css';
import { First } from './First.tsx';
import { Swatch } from './Swatch.tsx';
import { useRace, useRaceState, useRuns } from './useRace.ts';
import { useCompareText } from './words.ts';

export function ContendersSection() {
  const race = useRace();
  const words = useCompareText();
  const all = useRuns();
  const runs = useMemo(() => all.filter(({ slot }) => slot !== null), [all]);
  const config = useLabState((state) => state.config);
  const question = useMemo(() => {
    const known = runs.flatMap((run) => weightsAt(run, run.cursor) ?? []);
    return known.length < runs.length ? null : { config, weights: joined(known) };
  }, [config, runs]);
  const losses = useAnswer('losses', question);
  const isFull = runs.length >= mostContenders;
  return (
    <>
      <StillSets />
      <ul className={css.contenders} aria-label={words.contenders}>
        {runs.map((run, place) => (
          <ContenderRow
            key={run.slot}
            run={run}
            loss={losses?.[place] ?? Number.NaN}
            isFull={isFull}
            isAlone={runs.length === 1}
          />
        ))}
      </ul>
      <div className={css.row}>
        <button type="button" disabled={isFull} onClick={() => race.add()}>
          {words.add}
        </button>
        <span className={css.note}>{isFull ? words.full : words.intro}</span>
      </div>
      <First runs={runs} losses={losses} />
      <StillClock />
      <StillBranch />
    </>
  );
}

/** Settings that a set changes in some run. */
const changedBy: Readonly<Record<SetId, readonly LockableName[]>> = {
  batchSizes: ['batchSize'],
  rates: ['learningRate', 'settings'],
  optimizers: ['optimizer', 'learningRate'],
  valley: ['problem', 'optimizer', 'learningRate', 'batchSize', 'settings', 'start'],
  adaptive: ['optimizer', 'learningRate'],
  losses: ['problem', 'optimizer', 'learningRate', 'batchSize', 'settings', 'start'],
  decay: ['settings'],
};

function Sets() {
  const race = useRace();
  const lab = useLab();
  const words = useCompareText();
  const locked = useHostWishes((wishes) => wishes.locked);
  return (
    <fieldset className={css.sets}>
      <legend>{words.sets}</legend>
      {setIds.map((id) => (
        <button
          key={id}
          type="button"
          disabled={changedBy[id].some((name) => locked.has(name))}
          onClick={() => {
            race.compareSet(id);
            const { config, speed } = lab.store.getState();
            const isByEpoch = race.store.getState().clock === 'epoch';
            // At a pace for single steps a full batch would wait for half a minute.
            lab.setSpeed(Math.max(speed, isByEpoch ? trainingCount(config) / 2.5 : 10));
          }}
        >
          {words.set[id]}
        </button>
      ))}
    </fieldset>
  );
}

interface ContenderRowProps {
  readonly run: RunView;
  /** Of all data. */
  readonly loss: number;
  readonly isFull: boolean;
  readonly isAlone: boolean;
}

function ContenderRow({ run, loss, isFull, isAlone }: ContenderRowProps) {
  const race = useRace();
  const words = useCompareText();
  const [isOpen, setOpen] = useState(false);
  const slot = run.slot as Slot;
  const { letter, optimizer, hyperparameters, config } = run;
  // What a step changes is one sentence of the row.
  const edited = useMemo(
    (): Edited => ({ letter, optimizer, hyperparameters, config }),
    [letter, optimizer, hyperparameters, config],
  );
  const change = useCallback((next: Partial<Rival>): void => race.change(slot, next), [race, slot]);
  return (
    <li className={css.contender} aria-label={words.contender(letter)} data-contender={letter}>
      <span className={css.name}>
        <Swatch run={run} />
        <b>{letter}</b>
      </span>
      <ContenderEditor run={edited} onChange={change} />
      <TrainedLoss run={run} />
      <RunStatus run={run} loss={loss} />
      <Actions {...{ slot, isFull, isAlone, isOpen }} run={edited} onOpen={setOpen} />
      {isOpen && <ContenderFields run={edited} onChange={change} />}
    </li>
  );
}

interface ActionsProps extends Pick<ContenderRowProps, 'isFull' | 'isAlone'> {
  readonly slot: Slot;
  readonly run: Edited;
  readonly isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

// The runs change with every step, these do not.
const [StillSets, StillClock, StillBranch] = [memo(Sets), memo(ClockControls), memo(Branch)];

const Actions = memo(function Actions({ slot, run, isFull, isAlone, isOpen, onOpen }: ActionsProps) {
  const race = useRace();
  const words = useCompareText();
  const solo = useRaceState((state) => state.solo);
  const { letter } = run;
  return (
    <span className={css.actions}>
      <button type="button" aria-pressed={isOpen} aria-label={words.moreOf(letter)} onClick={() => onOpen(!isOpen)}>
        {words.more}
      </button>
      {!isAlone && (
        <button
          type="button"
          aria-pressed={solo === slot}
          aria-label={words.soloOf(letter)}
          onClick={() => race.setSolo(solo === slot ? null : slot)}
        >
          {words.solo}
        </button>
      )}
      {!isFull && (
        <button type="button" aria-label={words.duplicateOf(letter)} onClick={() => race.add(run)}>
          {words.duplicate}
        </button>
      )}
      {slot !== 0 && (
        <button type="button" aria-label={words.removeOf(letter)} onClick={() => race.remove(slot)}>
          {words.remove}
        </button>
      )}
    </span>
  );
});

function RunStatus({ run, loss }: Pick<ContenderRowProps, 'run' | 'loss'>) {
  const words = useCompareText();
  const format = useFormats();
  const step = format.count(run.cursor);
  const isAtEnd = run.end !== null && run.cursor === run.history.count;
  return (
    <span className={css.status} data-warning={(isAtEnd && run.end === 'diverged') || undefined}>
      {words.status[isAtEnd ? run.end : 'running'](step, format.number(loss))}
    </span>
  );
}

function Branch() {
  const race = useRace();
  const words = useCompareText();
  const format = useFormats();
  const cursor = useReadableState((state) => state.cursor);
  const ghost = useRaceState((state) => state.ghost);
  return (
    <div className={css.row}>
      <button type="button" disabled={cursor === 0} onClick={() => race.branch()}>
        {words.branch}
      </button>
      {ghost !== null && (
        <button type="button" onClick={() => race.forgetGhost()}>
          {words.forget}
        </button>
      )}
      <span className={css.note}>
        {ghost !== null
          ? words.branched(format.count(ghost.branchedAt))
          : cursor === 0
            ? words.branchNone
            : words.branchHelp(format.count(cursor))}
      </span>
    </div>
  );
}

/** What a run trains, where that is another loss than the own run's. */
function TrainedLoss({ run }: { readonly run: RunView }) {
  const registryText = useRegistryText();
  const own = useLabState((state) => trainedLoss(state.config));
  const loss = trainedLoss(run.config);
  return loss !== null && loss !== own && <span className={css.note}>{registryText(loss)}</span>;
}
