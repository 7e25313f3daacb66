// One history of what was set up: data, a dragged start, every setting. To go back in it begins the run anew where the
// configuration is another; the steps of the run have a history of their own.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Lab } from '../lab.ts';
import type { LabState } from '../store.ts';

type Setup = Pick<LabState, 'config' | 'hyperparameters' | 'view' | 'viewOrigin'>;

/** How many edits can be taken back, and how many taken back can be made again. */
export interface SetupSteps {
  readonly undo: number;
  readonly redo: number;
}

/** Changes of one thing within so many milliseconds are one edit, as are all while something is dragged. */
const oneGesture = 700;
const mostEdits = 100;

const nothing = { key: '', at: Number.NEGATIVE_INFINITY };

const setupOf = ({ config, hyperparameters, view, viewOrigin }: LabState): Setup => ({
  ...{ config, hyperparameters, view, viewOrigin },
});

export class SetupHistory {
  readonly store: StoreApi<SetupSteps> = createStore(() => ({ undo: 0, redo: 0 }));
  private readonly lab: Lab;
  private readonly now: () => number;
  private past: Setup[] = [];
  private future: Setup[] = [];
  private isGoing = false;
  /** What the last edit changed, and when. */
  private last = nothing;

  /** @param now a clock in milliseconds */
  constructor(lab: Lab, now: () => number = () => performance.now()) {
    this.lab = lab;
    this.now = now;
  }

  /** Watches the lab; returns what ends that. */
  follow(): () => void {
    return this.lab.store.subscribe((state, before) => {
      if (state.dataEditing !== before.dataEditing) this.last = nothing;
      if (!this.isGoing && isEdit(state, before)) this.record(state, before);
    });
  }

  undo(): void {
    this.go(this.past, this.future);
  }

  redo(): void {
    this.go(this.future, this.past);
  }

  private record(state: LabState, before: LabState): void {
    // However much changes while something is dragged.
    const isDragged = state.dataEditing === 'drag';
    const key = isDragged ? 'dragged' : changedIn(state, before);
    const at = this.now();
    const isSameGesture = key === this.last.key && (isDragged || at - this.last.at < oneGesture);
    this.last = { key, at };
    if (isSameGesture && this.past.length > 0 && this.future.length === 0) return;
    this.past = [...this.past, setupOf(before)].slice(-mostEdits);
    this.future = [];
    this.tell();
  }

  private go(from: Setup[], to: Setup[]): void {
    const setup = from.pop();
    if (setup === undefined) return;
    const present = this.lab.store.getState();
    to.push(setupOf(present));
    this.last = nothing;
    this.isGoing = true;
    if (setup.config !== present.config) this.lab.load({ ...setup, chosenRow: null });
    else this.lab.setHyperparameters(setup.hyperparameters);
    this.isGoing = false;
    this.tell();
  }

  private tell(): void {
    this.store.setState({ undo: this.past.length, redo: this.future.length });
  }
}

/** Whether something was set, and not only another step shown, at which other hyperparameters held. */
function isEdit(state: LabState, before: LabState): boolean {
  if (state.config !== before.config) return namesIn(state.config, before.config).length > 0;
  if (state.hyperparameters === before.hyperparameters || state.cursor !== before.cursor) return false;
  return !isSame(state.hyperparameters, before.hyperparameters);
}

type Values = Readonly<Record<string, unknown>>;

const namesIn = (state: object, before: object): readonly string[] =>
  [...new Set([...Object.keys(state), ...Object.keys(before)])].filter(
    (name) => !isSame((state as Values)[name], (before as Values)[name]),
  );

/** The names of what two setups differ in. */
const changedIn = (state: LabState, before: LabState): string =>
  [...namesIn(state.config, before.config), ...namesIn(state.hyperparameters, before.hyperparameters)].join(' ');

/** Data are others where they are other objects; anything smaller where it says something else. */
const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (!isLarge(a) && !isLarge(b) && JSON.stringify(a) === JSON.stringify(b));

const isLarge = (value: unknown): boolean => typeof value === 'object' && value !== null && 'x' in value;
