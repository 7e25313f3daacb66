// A run as it is seen: the commands that change what is drawn and said of it, and never the run.

import type { MapGrid } from '../training/run/dataMaps.ts';
import type { Domain } from '../training/vector.ts';
import { defaultView } from './defaults.ts';
import { viewOwner } from './fittedView.ts';
import { LessonRun } from './lessonRun.ts';
import { type Cause, replaceNotices, withNotices } from './notices.ts';
import type { PlaneChoice } from './planeChoice.ts';
import type { LabState, Layers, MapName } from './store.ts';

/** What is left out stays as it is. */
interface Looks {
  readonly watched?: readonly number[] | undefined;
  readonly planeChoice?: PlaneChoice | undefined;
}

export class SeenRun extends LessonRun {
  /** Chooses the plane in which weight space is seen. Another kind is anchored as is usual for it, unless it is said. */
  setPlane(change: Partial<PlaneChoice>): void {
    const { planeChoice } = this.state;
    const isOtherKind = change.kind !== undefined && change.kind !== planeChoice.kind;
    this.change({ planeChoice: { ...planeChoice, ...(isOtherKind && { anchor: null }), ...change } });
  }

  /** Looks at a network as is said: at these weights in numbers, at all of them in this plane. */
  look({ watched = this.state.watched, planeChoice = this.state.planeChoice }: Looks): void {
    this.change({ watched, planeChoice });
  }

  setSpeed(speed: number): void {
    this.change({ speed });
  }

  setView(view: Domain): void {
    this.change({ view, viewOrigin: { of: viewOwner(this.state), isChosen: true } });
  }

  /** Says how many times as wide as high the plot is that shows the view. */
  setAspect(aspect: number): void {
    if (aspect !== this.state.aspect) this.change({ aspect });
  }

  setLossLogarithmic(isLossLogarithmic: boolean): void {
    this.change({ isLossLogarithmic });
  }

  resetView(): void {
    this.change(this.fitted({ view: defaultView(this.state.config), viewOrigin: null }));
  }

  /** Changes what is drawn beside the run; never the run. */
  setLayers(change: Partial<Layers>): void {
    const layers = { ...this.state.layers, ...change };
    this.change({ layers, ...(layers.batchSurface === 'off' && { batchSurface: null }) });
  }

  lightExample(litExample: number | null): void {
    if (litExample !== this.state.litExample) this.change({ litExample });
  }

  /** Chooses the example of the batch whose numbers are shown; null for the mean of the batch. */
  chooseExample(chosenExample: number | null): void {
    this.change({ chosenExample });
  }

  /** Follows a weight in numbers, or no longer. */
  watch(index: number): void {
    const { watched } = this.state;
    this.change({
      watched: watched.includes(index) ? watched.filter((other) => other !== index) : [...watched, index],
    });
  }

  /** Says whether a view shows how the loss curves along the run. */
  wantCurvature(wantsCurvature: boolean): void {
    this.change({ wantsCurvature });
  }

  /** Says what is known of the learning rate's limits, or whether they are explained. */
  setLimits(change: Partial<LabState['limits']>): void {
    this.change({ limits: { ...this.state.limits, ...change } });
  }

  /** Says what kind of place the run has ended at. */
  setEnded(ended: LabState['ended']): void {
    this.change({ ended });
  }

  /** Says whether a view shows other mini-batches at the present weights. */
  wantDraws(wantsDraws: boolean): void {
    this.change({ wantsDraws });
  }

  /** Says which maps a picture shows from now on; null for none. */
  wantMaps(name: MapName, grid: MapGrid | null): void {
    const { [name]: _former, ...others } = this.state.wantedMaps;
    this.change({ wantedMaps: grid === null ? others : { ...others, [name]: grid } });
  }

  /** Says these sentences as well. */
  notify(sentences: readonly string[]): void {
    this.change({ notices: withNotices(this.state.notices, sentences) });
  }

  /** Says these sentences in place of all that had this cause. */
  renotify(cause: Cause, sentences: readonly string[]): void {
    const notices = replaceNotices(this.state.notices, sentences, cause);
    if (notices !== this.state.notices) this.change({ notices });
  }

  /** Keeps what the link shall say of the runs beside this one. */
  setBeside(beside: LabState['beside']): void {
    this.change({ beside });
  }

  dismissNotices(): void {
    this.change({ notices: [] });
  }
}
