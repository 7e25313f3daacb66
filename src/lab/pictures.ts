// What pictures show beside the step itself, and the trainer is asked for when the step is there: maps of the data,
// surfaces, and other batches. Each of them is asked for anew once what it depends on is another.

import type { LossSurface } from '../training/objective/lossSurface.ts';
import { weightsAt } from '../training/plane.ts';
import type { MapGrid } from '../training/run/dataMaps.ts';
import type { DrawableSurface, RemoteTrainer } from '../training/run/remoteTrainer.ts';
import type { StepDetail } from '../training/run/run.ts';
import { Curvatures } from './curvatures.ts';
import { hasLayers } from './network.ts';
import { isGlanced } from './paces.ts';
import { isGoingAlong } from './planes.ts';
import { Shedding } from './shedding.ts';
import { type LabState, type MapName, mapNames } from './store.ts';
import { SurfaceSampler } from './surfaceSampler.ts';
import { batchGrids, surfaceGrids, surfaceKey } from './surfaces.ts';
import { shownView } from './view.ts';

/** How many other batches are drawn. */
export const drawCount = 500;

/** Milliseconds between two maps while a run goes on. */
const mapsPace = 25;

/** What is written of an answer, into the state as it is by then. */
type Change = (now: LabState) => Partial<LabState>;

/** A request of a trainer, and what becomes of its answer. */
export type Asking = (trainer: RemoteTrainer) => Promise<Change>;

export class Pictures {
  /** The step and the grid of the maps that came last. */
  private mapsOf: Readonly<Partial<Record<MapName, readonly [of: StepDetail, grid: MapGrid]>>> = {};
  private mapsCameAt = Number.NEGATIVE_INFINITY;
  private readonly surfaces = new SurfaceSampler(traced);
  private readonly curvatures = new Curvatures();
  private readonly batchSurfaces = new SurfaceSampler(async (_, surface) => surface);
  /** Where both move, neither keeps the other from coming. */
  private isBatchNext = false;
  private drawsOf: readonly [of: StepDetail, key: string] | null = null;
  private readonly shedding: Pick<Shedding, 'sheds'>;

  constructor(shedding: Pick<Shedding, 'sheds'> = new Shedding()) {
    this.shedding = shedding;
  }

  /** The most urgent request that is missing; null when none is. */
  next(state: LabState): Asking | null {
    return (
      this.maps(state) ??
      planeLoss(state) ??
      (this.isBatchNext ? this.batchSurface(state) : null) ??
      this.surface(state) ??
      this.batchSurface(state) ??
      this.draws(state) ??
      this.curvatures.next(state)
    );
  }

  private maps(state: LabState): Asking | null {
    const { wantedMaps, detail } = state;
    if (detail === null || detail.network === null) return null;
    // Of a run that goes so fast nobody sees every step.
    if (isGlanced(state) && performance.now() - this.mapsCameAt < mapsPace) return null;
    const name = mapNames.find((candidate) => {
      const [of, known] = this.mapsOf[candidate] ?? [];
      return wantedMaps[candidate] !== undefined && (of !== detail || known !== wantedMaps[candidate]);
    });
    const grid = name === undefined ? undefined : wantedMaps[name];
    if (name === undefined || grid === undefined) return null;
    return async (trainer) => {
      const maps = await trainer.maps({ ...grid, weights: detail.weights });
      return (now) => {
        this.mapsOf = { ...this.mapsOf, [name]: [detail, grid] };
        this.mapsCameAt = performance.now();
        return { maps: { ...now.maps, [name]: maps } };
      };
    };
  }

  private surface(state: LabState): Asking | null {
    const { plane, status, config } = state;
    // Of a network's weights only a plane can be shown.
    if (plane === null && hasLayers(config)) return null;
    const isMoving = status === 'running' && isGoingAlong(state);
    const wanted = { ...surfaceIn(state), grids: surfaceGrids(plane !== null), isMoving };
    if (this.surfaces.isFresh(wanted)) return null;
    return async (trainer) => {
      const accept = await this.surfaces.sample(trainer, wanted);
      return () => {
        const sampled = accept();
        this.isBatchNext = sampled !== null;
        return sampled === null ? {} : { surface: sampled.surface, surfaceStep: sampled.step };
      };
    };
  }

  /** The loss of the pending mini-batch alone; of one before it while it is on its way. */
  private batchSurface(state: LabState): Asking | null {
    const { layers, detail, plane, status } = state;
    if (layers.batchSurface === 'off' || detail === null) return null;
    if (state.batchSurface === null) this.batchSurfaces.forget();
    const { batch, step } = detail;
    const isMoving = status === 'running';
    const grids = batchGrids(batch.length, {
      isRunning: isMoving,
      isPlane: plane !== null,
      isShed: isMoving && this.shedding.sheds('surface'),
    });
    const wanted = { ...surfaceIn(state), batch, step, grids, isMoving: isMoving && plane !== null };
    if (this.batchSurfaces.isFresh(wanted)) return null;
    return async (trainer) => {
      const accept = await this.batchSurfaces.sample(trainer, wanted);
      return (now) => {
        const sampled = accept();
        this.isBatchNext = this.isBatchNext && sampled === null;
        if (sampled === null || now.layers.batchSurface === 'off') return {};
        return { batchSurface: sampled.surface, batchSurfaceStep: sampled.step };
      };
    };
  }

  /** Other batches at the weights of the step, while a view shows them and once they were asked for. */
  private draws(state: LabState): Asking | null {
    const { detail, plane, config, hyperparameters } = state;
    const seed = drawSeed(state);
    if (seed === null || detail === null || !detail.weights.every(Number.isFinite)) return null;
    const { batchSize, accumulate = 1 } = hyperparameters;
    const key = `${seed} ${batchSize} ${accumulate}`;
    if (isOf(this.drawsOf, detail, key)) return null;
    const { sampling } = config;
    return async (trainer) => {
      const { weights, seen } = detail;
      const cut = { batchSize, accumulate, sampling };
      const sample = await trainer.noise({ weights, ...cut, count: drawCount, seed, view: plane });
      return () => {
        this.drawsOf = [detail, key];
        return { draws: { weights: seen.weights, sample } };
      };
    };
  }
}

/** The seed of the other batches that a view shows; null where none does, or none were asked for. */
export const drawSeed = ({ wantsDraws, layers }: Pick<LabState, 'wantsDraws' | 'layers'>): number | null =>
  wantsDraws ? layers.resampleSeed : null;

/** With what is drawn of it, which would hold the page up. */
const traced = async (trainer: RemoteTrainer, surface: LossSurface): Promise<DrawableSurface> => ({
  ...surface,
  tracing: await trainer.trace(surface),
});

const isOf = (known: readonly [of: StepDetail, key: string] | null, detail: StepDetail, key: string): boolean =>
  known !== null && known[0] === detail && known[1] === key;

/** What a surface of now is of. */
const surfaceIn = (state: LabState) => ({
  ...{ key: surfaceKey(state), plane: state.plane, domain: shownView(state.view, state.aspect), step: state.cursor },
});

/** The loss where the weights are seen: in their plane, of which they are not. */
function planeLoss({ planeLoss: known, plane, detail }: LabState): Asking | null {
  if (plane === null || detail === null || !detail.weights.every(Number.isFinite)) return null;
  const { weights, seen } = detail;
  if (known !== null && known.plane === plane && known.weights === weights) return null;
  return async (trainer) => {
    const [loss] = await trainer.losses(weightsAt(plane, seen.weights, weights.slice()));
    return () => ({ planeLoss: { plane, weights, loss } });
  };
}
