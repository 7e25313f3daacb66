// The comparison: the page's own run and up to three others beside it, kept in step by a clock that they share. The own
// run sets the pace: the others take every step that fits in the time its clock shows. Lives as long as the lab.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { present } from '../../training/present.ts';
import type { Edit, RunConfig } from '../../training/run/run.ts';
import type { Companions } from '../companions.ts';
import { defaultView } from '../defaults.ts';
import { cuttingOf } from '../epochs.ts';
import type { Lab } from '../lab.ts';
import { ruleProblem } from '../refusals.ts';
import type { LabState } from '../store.ts';
import { besideOf, linkedRace } from './beside.ts';
import type { ClockSetting } from './clock.ts';
import {
  type Contender,
  editsOf,
  letters,
  mostContenders,
  type Rival,
  type Slot,
  slots,
  transfer,
} from './contender.ts';
import { type Follower, followerLimit } from './follower.ts';
import { type FollowerKey, Followers } from './followers.ts';
import { createOverlays, type Overlays } from './overlays.ts';
import { differBesideOptimizer, isSame, measuredAt, plansOf, rivalIn, startOf } from './plans.ts';
import type { RaceState, RunView } from './raceState.ts';
import type { SetId } from './setIds.ts';
import { comparisonSet, type SetOrigin, sourceOf } from './sets.ts';
import { elapsedAt, epochExamples, stepsWithin } from './stepCost.ts';
import { Studies } from './studies.ts';

export class Race implements Companions {
  readonly store: StoreApi<RaceState>;
  readonly overlays: StoreApi<Overlays> = createOverlays();
  readonly studies: Studies;
  private readonly lab: Lab;
  readonly followers = new Followers();
  /** Steps of the own run's clock since it came to its end by itself. */
  private beyond = 0;
  private written: LabState['beside'];
  /** The run before the first set of one click, and what the last one made of it. */
  private before: SetOrigin | null = null;
  /** The runs as they were last looked at, good until either state changes. */
  private viewed: { readonly state: RaceState; readonly own: LabState; readonly runs: readonly RunView[] } | null =
    null;

  constructor(lab: Lab) {
    this.lab = lab;
    this.studies = new Studies(lab);
    const linked = linkedRace(lab.store.getState());
    this.store = createStore<RaceState>(() => ({ ...linked, ghost: null, solo: null, set: null, tick: 0 }));
    this.written = lab.store.getState().beside;
    lab.companions = this;
    lab.store.subscribe((state, before) => this.keepUp(state, before));
    this.match();
  }

  get isBehind(): boolean {
    return this.followers.isBehind;
  }

  get canGoOn(): boolean {
    return this.followers.canGoOn;
  }

  goOn(steps: number): void {
    this.beyond += steps;
    this.followers.settle();
    this.tick();
  }

  /** Every run, the own one first, the ghost last. */
  get runs(): readonly RunView[] {
    const [state, own] = [this.state, this.lab.store.getState()];
    if (this.viewed?.state !== state || this.viewed.own !== own) this.viewed = { state, own, runs: this.view() };
    return this.viewed.runs;
  }

  private view(): readonly RunView[] {
    const { contenders, ghost, solo } = this.state;
    const { config, hyperparameters, cursor, stepCount } = this.lab.store.getState();
    const isOwnShown = solo === null || solo === 0;
    const start = startOf(this.lab);
    const own: RunView = {
      ...{ slot: 0, letter: letters[0], optimizer: config.optimizer, hyperparameters, config },
      ...{ edits: this.ownEdits, history: this.lab.history, start, cursor, head: stepCount, isShown: isOwnShown },
      end: this.lab.endHere,
    };
    const viewOf = (rival: Rival, key: FollowerKey): readonly RunView[] => {
      const follower = this.followers.at(key);
      // While the contenders are being changed, one may not have begun yet.
      if (follower === undefined) return [];
      const slot = key === 'ghost' ? null : key;
      const head = Math.min(follower.history.count, this.stepsDue(follower));
      const view: RunView = {
        ...{ slot, letter: slot === null ? '' : letters[slot], optimizer: rival.optimizer, head },
        ...{ hyperparameters: rival.hyperparameters, history: follower.history, end: follower.end },
        ...{ config: follower.plan.config, edits: follower.plan.edits, start },
        cursor: Math.min(head, this.stepsOf(follower, this.elapsedOwn(cursor))),
        isShown: slot === null ? isOwnShown : solo === null || solo === slot,
      };
      return [view];
    };
    const others = contenders.flatMap((contender) => viewOf(contender, contender.slot));
    return [own, ...others, ...(ghost === null ? [] : viewOf(ghost, 'ghost'))];
  }

  /** The clock that a run goes by. */
  settingOf({ hyperparameters, config }: Pick<RunView, 'hyperparameters' | 'config'>): ClockSetting {
    const { clock, hardware } = this.state;
    return { clock, hardware, epochExamples: epochExamples(cuttingOf(config), hyperparameters.batchSize) };
  }

  /** The clock of a run after so many steps. */
  elapsed(run: Pick<RunView, 'edits' | 'hyperparameters' | 'config'>, step: number): number {
    return elapsedAt(run.edits, cuttingOf(run.config), step, this.settingOf(run));
  }

  /** Adds a contender with these settings, or with those of the own run. */
  add(rival: Rival = this.own): void {
    const { contenders } = this.state;
    const slot = slots.find((candidate) => candidate > 0 && contenders.every((other) => other.slot !== candidate));
    if (slot === undefined) return;
    this.setContenders([...contenders, { ...rivalIn(rival), slot }].sort((a, b) => a.slot - b.slot));
  }

  remove(slot: Slot): void {
    if (this.state.solo === slot) this.setSolo(null);
    this.setContenders(this.state.contenders.filter((contender) => contender.slot !== slot));
  }

  /** Gives one run other settings. It begins anew and catches up, so that all are still fairly compared. */
  change(slot: Slot, change: Partial<Rival>): void {
    const { config, cursor, view } = this.lab.store.getState();
    const rival = { ...this.rivalOf(slot), ...change };
    const refusal = ruleProblem({ ...config, optimizer: rival.optimizer }, rival.hyperparameters);
    if (refusal !== null) this.lab.notify([refusal]);
    else if (slot === 0) this.loadOwn(rival, view, cursor);
    else
      this.setContenders(
        this.state.contenders.map((contender) => (contender.slot === slot ? { ...contender, ...change } : contender)),
      );
  }

  /** Sets up a comparison of one click, from the run as it was before any of them. */
  compareSet(id: SetId): void {
    const source = sourceOf(this.lab.store.getState(), this.before);
    const { rivals, clock, config: own } = comparisonSet(id, source);
    this.compare(rivals, own);
    this.setClock({ clock });
    this.before = { source, left: this.lab.store.getState() };
    this.store.setState({ set: id });
  }

  /** Replaces all contenders, the own run by the first. */
  compare([first, ...others]: readonly Rival[], config = this.lab.store.getState().config): void {
    const state = this.lab.store.getState();
    this.setSolo(null);
    this.store.setState({ ghost: null });
    const { optimizer, hyperparameters } = first;
    const isOther = config.problem !== state.config.problem || !isSame(config.settings, state.config.settings);
    const view = isOther ? defaultView(config) : state.view;
    this.lab.load({ config: { ...config, optimizer }, hyperparameters, view });
    this.setContenders(
      others.slice(0, mostContenders - 1).map((rival, index) => ({ ...rivalIn(rival), slot: slots[index + 1] })),
    );
  }

  /** Shows one run alone, or all again. */
  setSolo(solo: Slot | null): void {
    this.store.setState({ solo });
    this.lab.setLayers({ hidesRun: solo !== null && solo !== 0 });
    this.tick();
  }

  setClock(change: Partial<Pick<RaceState, 'clock' | 'hardware' | 'targetLoss'>>): void {
    this.store.setState(change);
    this.write();
    this.followers.settle();
    this.tick();
  }

  /** Keeps what is now the future of the own run, so that it can take another way from the step the page shows. */
  branch(): void {
    const { config, cursor } = this.lab.store.getState();
    const edits = [...this.ownEdits];
    const last = present(edits.at(-1));
    this.store.setState({
      ghost: { optimizer: config.optimizer, hyperparameters: last.hyperparameters, edits, branchedAt: cursor },
    });
    this.match();
  }

  forgetGhost(): void {
    this.store.setState({ ghost: null });
    this.match();
  }

  dispose(): void {
    this.lab.companions = null;
    this.followers.dispose();
  }

  private get state(): RaceState {
    return this.store.getState();
  }

  private get own(): Rival {
    const { config, hyperparameters } = this.lab.store.getState();
    return { optimizer: config.optimizer, hyperparameters };
  }

  private get ownEdits(): readonly Edit[] {
    const { edits } = this.lab.history;
    return edits.length > 0 ? edits : editsOf(this.own);
  }

  private rivalOf(slot: Slot): Rival {
    return rivalIn(this.state.contenders.find((contender) => contender.slot === slot) ?? this.own);
  }

  /** The own run under other settings, brought back to where it was. */
  private loadOwn({ optimizer, hyperparameters }: Rival, view: LabState['view'], step: number): void {
    const { config } = this.lab.store.getState();
    this.lab.load({ config: { ...config, optimizer }, hyperparameters, view }, step);
  }

  private setContenders(contenders: readonly Contender[]): void {
    this.store.setState({ contenders, set: null });
    this.write();
    this.match();
  }

  private elapsedOwn(step: number): number {
    const { config, stepCount } = this.lab.store.getState();
    const own = { edits: this.ownEdits, hyperparameters: this.own.hyperparameters, config };
    return this.elapsed(own, step === stepCount ? step + this.beyond : step);
  }

  private stepsOf({ plan }: Follower, elapsed: number): number {
    const { hyperparameters } = present(plan.edits.at(-1));
    const setting = this.settingOf({ hyperparameters, config: plan.config });
    return stepsWithin(plan.edits, cuttingOf(plan.config), elapsed, setting, followerLimit);
  }

  private readonly stepsDue = (follower: Follower): number =>
    this.stepsOf(follower, this.elapsedOwn(this.lab.store.getState().stepCount));

  private keepUp(state: LabState, before: LabState): void {
    if (state.beside !== before.beside && state.beside !== this.written) {
      this.setSolo(null);
      this.store.setState(linkedRace(this.lab.store.getState()));
    }
    if (state.stepCount !== before.stepCount) this.beyond = 0;
    if (state.plane !== before.plane) this.followers.show(state.plane);
    if (state.config !== before.config) this.moveTo(state.config, before.config);
    if (state.beside !== before.beside || state.config !== before.config) this.match();
    if (state.stepCount !== before.stepCount || state.hyperparameters !== before.hyperparameters)
      this.followers.settle();
    const isOther = state.config !== before.config || state.hyperparameters !== before.hyperparameters;
    if (isOther && this.state.set !== null) this.store.setState({ set: null });
  }

  /** The others go with the own run to another problem, or to other data. */
  private moveTo(config: RunConfig, before: RunConfig): void {
    const contenders = this.state.contenders.map((contender) => transfer(contender, before, config));
    const isSame = contenders.every((contender, index) => contender === this.state.contenders[index]);
    if (differBesideOptimizer(config, before)) this.store.setState({ ghost: null });
    if (isSame) return;
    this.store.setState({ contenders });
    this.write();
  }

  /** Has a follower for each contender, with its settings. */
  private match(): void {
    const { contenders, ghost } = this.state;
    const { config, plane: view } = this.lab.store.getState();
    const { connect, desk } = this.lab;
    const options = { view, connect, measure: measuredAt(desk), stepsDue: this.stepsDue, onChange: () => this.tick() };
    this.followers.match(plansOf(config, contenders, ghost), options);
    this.followers.settle();
    this.tick();
  }

  private tick(): void {
    this.store.setState({ tick: this.state.tick + 1 });
  }

  private write(): void {
    this.written = besideOf(this.state, this.lab.store.getState().config);
    this.lab.setBeside(this.written);
  }
}

/** The comparison of a lab, begun when it is first asked for. */
export const raceOf = (lab: Lab): Race => (lab.companions instanceof Race ? lab.companions : new Race(lab));
