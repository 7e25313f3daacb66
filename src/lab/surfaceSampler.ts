// Samples a loss surface for the picture: of two weights at once, of a plane through more coarse at first and then fine, in
// bands of rows between which whatever is more urgent comes first.

import { extremes } from '../training/objective/extremes.ts';
import type { LossSurface } from '../training/objective/lossSurface.ts';
import type { View } from '../training/plane.ts';
import type { RemoteTrainer } from '../training/run/remoteTrainer.ts';
import type { Domain } from '../training/vector.ts';
import { planeResolutions, surfaceResolution } from './surfaces.ts';

/** Longest time for a band, in milliseconds. */
const bandTime = 8;

export interface WantedSurface {
  /** Whatever else the surface depends on, as text. */
  readonly key: string;
  readonly plane: View;
  readonly domain: Domain;
  /** The step at which it is asked for. */
  readonly step: number;
  /** Whether another plane follows soon, so that a coarse surface must do. */
  readonly isMoving: boolean;
}

export interface SampledSurface {
  readonly surface: LossSurface;
  /** The step at which it was asked for. */
  readonly step: number;
}

interface Grid {
  readonly wanted: WantedSurface;
  readonly resolution: number;
  readonly values: Float64Array<ArrayBuffer>;
  rows: number;
}

const isSame = (a: WantedSurface, b: WantedSurface): boolean => a.key === b.key && a.plane === b.plane;

export class SurfaceSampler {
  /** What was sampled last, and how finely. */
  private done: Pick<Grid, 'wanted' | 'resolution'> | null = null;
  private grid: Grid | null = null;

  /** Whether nothing is left to sample. */
  isFresh(wanted: WantedSurface): boolean {
    return this.resolutionFor(wanted) === null;
  }

  /** Asks for as much as one request may bring. Once that is accepted, a surface is there if it is whole. */
  async sample(trainer: RemoteTrainer, wanted: WantedSurface): Promise<() => SampledSurface | null> {
    const grid = this.gridFor(wanted);
    const { values, resolution } = grid;
    const { plane, domain, step } = grid.wanted;
    const band = await trainer.surface({
      ...{ domain, columns: resolution, rows: resolution, view: plane },
      ...(plane !== null && { from: grid.rows, milliseconds: bandTime }),
    });
    values.set(band.values, band.from * resolution);
    grid.rows = band.to;
    return () => {
      if (grid.rows < resolution) return null;
      this.grid = null;
      this.done = grid;
      return { surface: { domain, columns: resolution, rows: resolution, values, ...extremes(values) }, step };
    };
  }

  /** How finely to sample next; null where it is done. */
  private resolutionFor(wanted: WantedSurface): number | null {
    const { done } = this;
    const isDone = done !== null && isSame(done.wanted, wanted);
    if (wanted.plane === null) return isDone ? null : surfaceResolution;
    const [coarse, fine] = planeResolutions;
    if (!isDone) return coarse;
    return done.resolution < fine && !wanted.isMoving ? fine : null;
  }

  /** The grid under way, if it is of use still: one that goes along is finished although its plane has moved since. */
  private gridFor(wanted: WantedSurface): Grid {
    const { grid } = this;
    const resolution = this.resolutionFor(wanted) ?? surfaceResolution;
    const isOfUse =
      grid !== null &&
      grid.rows < resolution &&
      grid.resolution === resolution &&
      (isSame(grid.wanted, wanted) || (wanted.isMoving && grid.wanted.key === wanted.key));
    if (isOfUse) return grid;
    this.grid = { wanted, resolution, values: new Float64Array(resolution * resolution), rows: 0 };
    return this.grid;
  }
}
