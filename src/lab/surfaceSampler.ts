// Samples a loss surface for the picture, of all examples or of a batch: of two weights at once, of a plane through more coarse
// at first and then fine, in bands of rows between which whatever is more urgent comes first.

import { extremes } from '../training/objective/extremes.ts';
import type { LossSurface } from '../training/objective/lossSurface.ts';
import type { View } from '../training/plane.ts';
import type { RemoteTrainer } from '../training/run/remoteTrainer.ts';
import type { Domain } from '../training/vector.ts';
import type { Grid } from './surfaces.ts';

/** Longest time for a band, in milliseconds. */
const bandTime = 8;

export interface WantedSurface {
  /** Whatever else the surface depends on, as text. */
  readonly key: string;
  readonly plane: View;
  readonly domain: Domain;
  /** Indices of the examples of a batch; all of them when absent. */
  readonly batch?: Int32Array;
  /** How finely, one after the other: at first what is there soon, at last what is shown at rest. */
  readonly grids: readonly Grid[];
  /** The step at which it is asked for. */
  readonly step: number;
  /** Whether another plane or batch follows soon, so that the first of the grids must do. */
  readonly isMoving: boolean;
}

export interface SampledSurface<Finished> {
  readonly surface: Finished;
  /** The step at which it was asked for. */
  readonly step: number;
}

interface Work {
  readonly wanted: WantedSurface;
  readonly grid: Grid;
  /** Made when a surface first comes in parts. */
  values: Float64Array<ArrayBuffer> | null;
  rows: number;
}

const isSame = (a: WantedSurface, b: WantedSurface): boolean =>
  a.key === b.key && a.plane === b.plane && a.batch === b.batch;
const isSameGrid = (a: Grid, b: Grid): boolean => a.columns === b.columns && a.rows === b.rows;

/** @template Finished a surface as the page wants it */
export class SurfaceSampler<Finished extends LossSurface> {
  private readonly finish: (trainer: RemoteTrainer, surface: LossSurface) => Promise<Finished>;
  /** What was sampled last, and how finely. */
  private done: Pick<Work, 'wanted' | 'grid'> | null = null;
  private work: Work | null = null;

  /** @param finish what is made of each surface once all of it is there */
  constructor(finish: (trainer: RemoteTrainer, surface: LossSurface) => Promise<Finished>) {
    this.finish = finish;
  }

  /** Whether nothing is left to sample. */
  isFresh(wanted: WantedSurface): boolean {
    return this.gridFor(wanted) === null;
  }

  /** What was sampled is not shown any more. */
  forget(): void {
    this.done = null;
  }

  /** Asks for as much as one request may bring. Once that is accepted, a surface is there if it is whole. */
  async sample(trainer: RemoteTrainer, wanted: WantedSurface): Promise<() => SampledSurface<Finished> | null> {
    const work = this.workFor(wanted);
    const { grid } = work;
    const { plane, domain, step, batch } = work.wanted;
    const band = await trainer.surface({
      ...{ domain, ...grid, batch, view: plane },
      ...(plane !== null && { from: work.rows, milliseconds: bandTime }),
    });
    work.rows = band.to;
    if (band.to - band.from < grid.rows) {
      work.values ??= new Float64Array(grid.columns * grid.rows);
      work.values.set(band.values, band.from * grid.columns);
    }
    if (work.rows < grid.rows) return () => null;
    const { values } = work;
    const whole = values === null ? band : { domain, ...grid, values, ...extremes(values) };
    const surface = await this.finish(trainer, whole);
    return () => {
      this.work = null;
      this.done = work;
      return { surface, step };
    };
  }

  /** How finely to sample next; null where it is done. */
  private gridFor(wanted: WantedSurface): Grid | null {
    const { done } = this;
    const { grids, isMoving } = wanted;
    const last = grids.findIndex((grid) => done !== null && isSame(done.wanted, wanted) && isSameGrid(done.grid, grid));
    return last < 0 || !isMoving ? (grids[last + 1] ?? null) : null;
  }

  /** What is under way, if it is of use still: one that goes along is finished although its plane has moved since. */
  private workFor(wanted: WantedSurface): Work {
    const { work } = this;
    const grid = this.gridFor(wanted) ?? wanted.grids[0];
    const isOfUse =
      work !== null &&
      work.rows < grid.rows &&
      isSameGrid(work.grid, grid) &&
      (isSame(work.wanted, wanted) || (wanted.isMoving && work.wanted.key === wanted.key));
    if (isOfUse) return work;
    this.work = { wanted, grid, values: null, rows: 0 };
    return this.work;
  }
}
