// Finds the plane that is wanted for the picture of a network's weights, and another where that does not exist.

import type { View } from '../training/plane.ts';
import type { RemoteTrainer } from '../training/run/remoteTrainer.ts';
import type { History } from './history.ts';
import { hasLayers } from './network.ts';
import type { PlaneWish, ShownPlane } from './planeChoice.ts';
import { type Beginning, questionOf, wishKey, wishOf } from './planes.ts';
import type { LabState } from './store.ts';

export interface FoundPlane {
  readonly plane: View;
  readonly shown: ShownPlane;
}

export class PlaneFinder {
  private beginning: Beginning | null = null;
  private found: string | null = null;

  /** A run begins, so that no plane is known any more. */
  begin(beginning: Beginning): void {
    this.beginning = beginning;
    this.found = null;
  }

  /** Whether another plane is wanted than the one that was found last; a pair has none but the whole. */
  isStale(state: LabState): boolean {
    if (this.beginning === null || !hasLayers(state.config) || state.sampled === null) return false;
    return this.found !== wishKey(wishOf(state), state);
  }

  /** The plane that is wanted, or that of the watched weights with what is missing. */
  async find(trainer: RemoteTrainer, state: LabState, history: History): Promise<FoundPlane | null> {
    const wish = wishOf(state);
    this.found = wishKey(wish, state);
    return (await this.ask(trainer, wish, state, history)) ?? this.instead(trainer, wish, state, history);
  }

  private async instead(
    trainer: RemoteTrainer,
    { kind }: PlaneWish,
    state: LabState,
    history: History,
  ): Promise<FoundPlane | null> {
    const found = await this.ask(trainer, wishOf(state, 'weights'), state, history);
    return found === null ? null : { ...found, shown: { ...found.shown, missing: kind } };
  }

  private async ask(
    trainer: RemoteTrainer,
    wish: PlaneWish,
    state: LabState,
    history: History,
  ): Promise<FoundPlane | null> {
    const { beginning } = this;
    if (beginning === null || state.sampled === null) return null;
    const question = questionOf(wish, state, state.sampled, history, beginning);
    if (question === null) return null;
    const { request, shown } = question;
    const { plane, share } = await trainer.plane(request);
    return plane === null ? null : { plane, shown: { ...shown, share } };
  }
}
