// The way of slow motion through one step: five phases, and within forward and backward the layers of a network, up on the
// way forward and down on the way back. Where it stands is a value; nothing waits.

import { type LabState, type Phase, phases } from './store.ts';

/** Where slow motion stands. A `layer` of null is the whole phase: forward through the last layer, backward to the first. */
export type PhasePlace = Pick<LabState, 'phase' | 'phaseLayer'>;

/** All of a phase, as a link or a button shows it. */
export const wholePhase = (phase: Phase | null): PhasePlace => ({ phase, phaseLayer: null });

/**
 * Where Step leads within the same step; null after the last phase.
 * @param layers layers of weights; a model without layers has one
 */
export function placeAfter(phase: Phase, phaseLayer: number | null, layers: number): PhasePlace | null {
  const last = lastLayer(phase, layers);
  const layer = phaseLayer ?? last;
  if (layer !== null && layer !== last) return { phase, phaseLayer: layer + way(phase) };
  const next = phases[phases.indexOf(phase) + 1];
  return next === undefined ? null : { phase: next, phaseLayer: firstLayer(next, layers) };
}

/** Where Step back leads within the same step; null before the first phase. */
export function placeBefore(phase: Phase, phaseLayer: number | null, layers: number): PhasePlace | null {
  const layer = phaseLayer ?? lastLayer(phase, layers);
  if (layer !== null && layer !== firstLayer(phase, layers)) return { phase, phaseLayer: layer - way(phase) };
  const before = phases[phases.indexOf(phase) - 1];
  return before === undefined ? null : { phase: before, phaseLayer: lastLayer(before, layers) };
}

const way = (phase: Phase): number => (phase === 'backward' ? -1 : 1);

/** The layer with which a phase begins; null for one that does not go through layers. */
const firstLayer = (phase: Phase, layers: number): number | null =>
  phase === 'forward' ? 0 : phase === 'backward' ? layers - 1 : null;

/** The layer with which it ends. */
export const lastLayer = (phase: Phase, layers: number): number | null =>
  phase === 'forward' ? layers - 1 : phase === 'backward' ? 0 : null;

/**
 * Whether what a phase computes is there; null is outside slow motion, where all of a step is.
 * @param layer the layer of weights, from 0, by whose pass it is computed; absent where the whole phase is needed
 */
export function isReached(
  { phase, phaseLayer }: PhasePlace,
  wanted: { readonly phase: Phase; readonly layer?: number | undefined },
): boolean {
  if (phase === null) return true;
  const [at, of] = [phases.indexOf(phase), phases.indexOf(wanted.phase)];
  if (at !== of || phaseLayer === null || wanted.layer === undefined) return at >= of;
  return phase === 'backward' ? phaseLayer <= wanted.layer : phaseLayer >= wanted.layer;
}
