// What the units of a network say over the plane of data at given weights, and through which of them no gradient passes.

import type { Examples } from '../examples.ts';
import type { UnitState } from '../network/inspect.ts';
import type { LayerMaps, UnitMaps } from '../network/maps.ts';
import type { NetworkObjective } from '../objective/networkObjective.ts';
import { PairObjective } from '../objective/pairObjective.ts';
import type { Domain, Vector } from '../vector.ts';
import type { Setup } from './setup.ts';

/** Columns and rows of cells over a part of the plane of data; one row where the data lie on a line. */
export interface MapGrid {
  readonly view: Domain;
  readonly columns: number;
  readonly rows: number;
}

export interface MapsRequest extends MapGrid {
  readonly weights: Vector;
}

export interface MapsReply {
  readonly grid: MapGrid;
  /** Of the inputs, of each hidden layer, and of the outputs as they leave the last one. */
  readonly layers: readonly LayerMaps[];
  /** Of each unit of each hidden layer, on all training examples. */
  readonly states: readonly (readonly UnitState[])[];
}

/** Grids whose cells are kept: those of the pictures that are seen at once. */
const gridsKept = 2;

export class DataMaps {
  private readonly objective: NetworkObjective;
  private readonly examples: Examples;
  private readonly kept = new Map<string, UnitMaps>();

  /** @throws RangeError for a model without units */
  constructor({ objective, examples }: Pick<Setup, 'objective' | 'examples'>) {
    if (objective instanceof PairObjective) throw new RangeError('Only a network has units.');
    this.objective = objective;
    this.examples = examples;
  }

  /** The arrays of the reply are its own. */
  draw({ weights, view, columns, rows }: MapsRequest): MapsReply {
    const maps = this.mapsOn({ view, columns, rows });
    maps.draw(weights);
    return {
      grid: { view, columns, rows },
      layers: maps.layers.map((layer) => layer.slice()),
      states: this.objective.unitStates(weights, this.examples),
    };
  }

  private mapsOn({ view, columns, rows }: MapGrid): UnitMaps {
    const key = JSON.stringify([view.x, view.y, columns, rows]);
    const maps = this.kept.get(key) ?? this.objective.maps(view, columns, rows);
    // The one that was asked for last goes last.
    this.kept.delete(key);
    this.kept.set(key, maps);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= gridsKept) break;
      this.kept.delete(oldest);
    }
    return maps;
  }
}
