// Collects what changes in a comparison, so that the answers of several runs make one picture: it is shown in the frame in
// which all of them are in, or in the one after, when the frame is due whoever is missing.

import { perFrame } from '../throttled.ts';

export interface Gathered {
  /** Whether every answer that is under way has come. */
  readonly isWhole: () => boolean;
  /** Calls `onChange` whenever something changes; returns what ends that. */
  readonly subscribe: (onChange: () => void) => () => void;
}

export class Gathering {
  private readonly gathered: Gathered;
  private readonly watchers = new Set<() => void>();
  private readonly task = perFrame(() => this.look());
  private hasWaited = false;
  private end: (() => void) | null = null;

  constructor(gathered: Gathered) {
    this.gathered = gathered;
  }

  /** Calls `onPicture` in a frame after changes, once for all that came together; returns what ends it. */
  watch(onPicture: () => void): () => void {
    this.watchers.add(onPicture);
    this.end ??= this.gathered.subscribe(this.task.ask);
    return () => {
      this.watchers.delete(onPicture);
      if (this.watchers.size > 0) return;
      this.task.cancel();
      this.end?.();
      this.end = null;
    };
  }

  private look(): void {
    const isDue = this.hasWaited || this.gathered.isWhole();
    this.hasWaited = !isDue;
    if (!isDue) this.task.ask();
    else for (const onPicture of [...this.watchers]) onPicture();
  }
}
