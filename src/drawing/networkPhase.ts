// How far a step has come through the layers of a network, and which layer of the picture is lit.

/** `layer` counts the layers of weights from 0; in the phases that do not go through layers it means nothing. */
export interface NetworkPhase {
  readonly phase: 'sample' | 'forward' | 'loss' | 'backward' | 'update';
  readonly layer: number;
}

export interface Progress {
  /** Layers whose values are known: those below this one. */
  readonly valuesBelow: number;
  /** Layers whose deltas are known: this one and those above it. */
  readonly deltasFrom: number;
  readonly hasLoss: boolean;
  readonly hasUpdate: boolean;
  /** The layer that the step goes through now; null where it goes through none. */
  readonly lit: number | null;
}

/** @param at null outside slow motion, where all of a step is known */
export function progressOf(at: NetworkPhase | null, layers: number): Progress {
  const isAfter = (phase: NetworkPhase['phase']): boolean =>
    at === null || order.indexOf(at.phase) > order.indexOf(phase);
  const isIn = (phase: NetworkPhase['phase']): boolean => at?.phase === phase;
  const layer = at?.layer ?? 0;
  return {
    valuesBelow: isAfter('forward') ? layers : isIn('forward') ? layer + 1 : 0,
    hasLoss: isAfter('loss') || isIn('loss'),
    deltasFrom: isAfter('backward') ? 0 : isIn('backward') ? layer : layers,
    hasUpdate: isAfter('update') || isIn('update'),
    lit: isIn('forward') || isIn('backward') ? layer : null,
  };
}

const order: readonly NetworkPhase['phase'][] = ['sample', 'forward', 'loss', 'backward', 'update'];
