// The plane through a network's drawn first weights in which its start lies: `start` is an offset along it. It is part of
// the configuration and not of the view, so that looking elsewhere never changes a run.

/** The plane of two weights, by their indices, or a random one, by its seed. */
export type StartPlane = { readonly weights: readonly [number, number] } | { readonly random: number };

/** Where nothing else is said. */
export const firstTwo: StartPlane = { weights: [0, 1] };

/** `0,1` for two weights, `random 7` for a random plane. */
export const formatStartPlane = (plane: StartPlane): string =>
  'weights' in plane ? plane.weights.join(',') : `random ${plane.random}`;

/** The inverse, with a plus as well, as links part words; null for text that names no plane. Whether a network has such weights is not known here. */
export function parseStartPlane(text: string): StartPlane | null {
  const random = /^random[ +](-?\d{1,15})$/.exec(text);
  if (random !== null) return { random: Number(random[1]) };
  const weights = /^(\d{1,6}),(\d{1,6})$/.exec(text);
  return weights === null ? null : { weights: [Number(weights[1]), Number(weights[2])] };
}
