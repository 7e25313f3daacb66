import { describe, expect, it } from 'vitest';
import { isReached, type PhasePlace, placeAfter, placeBefore, wholePhase } from './phasePlace.ts';
import { phases } from './store.ts';

const text = ({ phase, phaseLayer }: PhasePlace): string => `${phase}${phaseLayer === null ? '' : ` ${phaseLayer}`}`;

/** Every place of a step, in order. */
function way(layers: number, next: typeof placeAfter, from: PhasePlace): string[] {
  const seen: string[] = [];
  for (let place: PhasePlace | null = from; place !== null && place.phase !== null; ) {
    seen.push(text(place));
    place = next(place.phase, place.phaseLayer, layers);
  }
  return seen;
}

describe.each([1, 3, 5])('through %d layers', (layers) => {
  const up = Array.from({ length: layers }, (_, layer) => `forward ${layer}`);
  const down = Array.from({ length: layers }, (_, layer) => `backward ${layers - 1 - layer}`);
  const places = ['sample', ...up, 'loss', ...down, 'update'];

  it('slow motion goes up on the way forward and down on the way back', () => {
    expect(way(layers, placeAfter, wholePhase('sample'))).toEqual(places);
  });

  it('and the same way back', () => {
    expect(way(layers, placeBefore, wholePhase('update'))).toEqual(places.toReversed());
  });

  it('a whole phase stands where its last layer does', () => {
    for (const phase of phases) {
      const last = places.filter((place) => place.startsWith(phase)).at(-1) ?? '';
      const layer = last === phase ? null : Number(last.split(' ')[1]);
      expect(placeAfter(phase, null, layers)).toEqual(placeAfter(phase, layer, layers));
      expect(placeBefore(phase, null, layers)).toEqual(placeBefore(phase, layer, layers));
    }
  });
});

describe('what a phase computes', () => {
  const at = (phase: PhasePlace['phase'], phaseLayer: number | null = null): PhasePlace => ({ phase, phaseLayer });

  it('is there once the phase, or the layer in it, is reached', () => {
    expect(isReached(at('forward', 1), { phase: 'forward', layer: 1 })).toBe(true);
    expect(isReached(at('forward', 1), { phase: 'forward', layer: 2 })).toBe(false);
    expect(isReached(at('backward', 1), { phase: 'backward', layer: 1 })).toBe(true);
    expect(isReached(at('backward', 1), { phase: 'backward', layer: 0 })).toBe(false);
    expect(isReached(at('backward', 2), { phase: 'forward', layer: 2 })).toBe(true);
    expect(isReached(at('forward', 2), { phase: 'backward', layer: 2 })).toBe(false);
    expect(isReached(at('forward'), { phase: 'forward', layer: 2 })).toBe(true);
    expect(isReached(at('forward', 0), { phase: 'sample' })).toBe(true);
    expect(isReached(at('loss'), { phase: 'update' })).toBe(false);
    expect(isReached(at(null), { phase: 'update' })).toBe(true);
  });
});
