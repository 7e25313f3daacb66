// Finds the plane that is wanted for the picture of a network's weights, and another where that does not exist. It comes with
// the first run of a network.

import type { View } from '../training/plane.ts';
import { seenAnew } from '../training/run/networkSight.ts';
import type { RemoteTrainer } from '../training/run/remoteTrainer.ts';
import type { StepDetail } from '../training/run/run.ts';
import type { History } from './history.ts';
import type { PlaneWish, ShownPlane } from './planeChoice.ts';
import { type Beginning, questionOf, wishKey } from './planeQuestion.ts';
import { wishOf } from './planes.ts';
import type { LabState } from './store.ts';

export interface FoundPlane {
  readonly plane: View;
  readonly shown: ShownPlane;
  /** The numbers of a step as they are seen in it. */
  readonly seen: (detail: StepDetail) => StepDetail;
}

export class PlaneFinder {
  private readonly beginning: Beginning;
  private found: string | null = null;

  /** @param beginning what the run of a network begins with */
  constructor(beginning: Beginning) {
    this.beginning = beginning;
  }

  /** Whether another plane is wanted than the one that was found last. */
  isStale(state: LabState): boolean {
    return state.sampled !== null && this.found !== wishKey(wishOf(state), state);
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
    if (state.sampled === null) return null;
    const question = questionOf(wish, state, state.sampled, history, this.beginning);
    if (question === null) return null;
    const { request, shown } = question;
    const { plane, share } = await trainer.plane(request);
    return plane === null ? null : { plane, shown: { ...shown, share }, seen: (detail) => seenAnew(detail, plane) };
  }
}
