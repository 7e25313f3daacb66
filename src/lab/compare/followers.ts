// The runs beside the page's own, each by its place: begun, begun anew, and ended as their plans say.

import type { View } from '../../training/plane.ts';
import type { Slot } from './contender.ts';
import { Follower, type FollowerOptions, type FollowerPlan } from './follower.ts';

/** A contender's place, or that of what was left behind at a branch. */
export type FollowerKey = Slot | 'ghost';

export class Followers {
  private readonly running = new Map<FollowerKey, Follower>();

  get isBehind(): boolean {
    return [...this.running.values()].some((follower) => follower.isBehind);
  }

  /** Whether an answer of one is under way. */
  get isAtWork(): boolean {
    return [...this.running.values()].some((follower) => follower.isAtWork);
  }

  get canGoOn(): boolean {
    return [...this.running.values()].some(({ end }) => end === null);
  }

  at(key: FollowerKey): Follower | undefined {
    return this.running.get(key);
  }

  /** Starts, restarts, and ends followers until there is one for each plan. */
  match(plans: ReadonlyMap<FollowerKey, FollowerPlan>, options: FollowerOptions): void {
    for (const [key, follower] of this.running)
      if (!plans.has(key)) {
        follower.dispose();
        this.running.delete(key);
      }
    for (const [key, plan] of plans) {
      const follower = this.running.get(key);
      if (follower === undefined) this.running.set(key, new Follower(plan, options));
      else if (JSON.stringify(follower.plan) !== JSON.stringify(plan)) follower.restart(plan);
    }
  }

  /** Has their paths seen in another plane. */
  show(view: View): void {
    for (const { history } of this.running.values()) history.show(view);
  }

  settle(): void {
    for (const follower of this.running.values()) void follower.settle();
  }

  dispose(): void {
    for (const follower of this.running.values()) follower.dispose();
    this.running.clear();
  }
}
