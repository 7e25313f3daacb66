// The first weights of a network. Each layer draws its matrix row by row, then its biases, in and out its inputs and units.
// torch: all uniform within 1 / sqrt(in), as torch.nn.Linear. xavier: W uniform within gain sqrt(6 / (in + out)), b = 0.
// he: W uniform within gain sqrt(3 / in), b = 0. The gain is the activation's, and 1 for the outputs, which do not bend
// (X. Glorot and Y. Bengio, 2010; K. He et al., 2015; torch.nn.init.xavier_uniform_, kaiming_uniform_).

import { checkFields } from '../field.ts';
import { Random } from '../random.ts';
import type { Vector } from '../vector.ts';
import type { ComputedNetwork } from './computed.ts';
import { type Amounts, type Initial, type InitialId, initialFields } from './initialFields.ts';
import type { LayerPlace } from './layout.ts';
import { known } from './network.ts';

/** By key, which is also the value in links: within what range, or how, a layer's numbers are drawn. */
const draws = {
  torch: fillUniform((place) => 1 / Math.sqrt(place.inputs), 'biases too'),
  xavier: fillUniform((place, gain) => gain * Math.sqrt(6 / (place.inputs + place.units)), 'biases 0'),
  he: fillUniform((place, gain) => gain * Math.sqrt(3 / place.inputs), 'biases 0'),
  normal: (part, _place, _gain, { spread }, random) => {
    for (let i = 0; i < part.length; i++) part[i] = spread * random.normal();
  },
  equal: (part, _place, _gain, { constant }) => {
    part.fill(constant);
  },
  zero: (part) => {
    part.fill(0);
  },
} as const satisfies Record<InitialId, Draw>;

/** Writes the numbers of one layer, weights and then biases, into `part`. */
type Draw = (part: Vector, place: LayerPlace, gain: number, amounts: Amounts, random: Random) => void;

function fillUniform(boundOf: (place: LayerPlace, gain: number) => number, biases: 'biases too' | 'biases 0'): Draw {
  return (part, place, gain, _amounts, random) => {
    const bound = boundOf(place, gain);
    const drawn = biases === 'biases too' ? part.length : place.biases - place.weights;
    for (let i = 0; i < drawn; i++) part[i] = random.uniform(-bound, bound);
    part.fill(0, drawn);
  };
}

/** Generator stream of the first weights, away from those of the data, the epochs, and the noise. */
const initialStream = 0xc0000000;

/**
 * All D first weights. The same seed gives the same, whatever the data.
 * @throws RangeError for a kind that is none, or an amount out of range.
 */
export function initialWeights({ layout, activation }: ComputedNetwork, initial: Initial, seed: number): Vector {
  const { kind, spread = initialFields.spread.default, constant = initialFields.constant.default } = initial;
  const draw: Draw = known('way to begin', kind, draws);
  checkFields(Object.values(initialFields), { spread, constant });
  const random = new Random(seed, initialStream);
  const weights = new Float64Array(layout.dimension);
  for (const [index, place] of layout.layers.entries()) {
    const gain = index === layout.layers.length - 1 ? 1 : activation.gain;
    draw(weights.subarray(place.weights, place.end), place, gain, { spread, constant }, random);
  }
  return weights;
}
