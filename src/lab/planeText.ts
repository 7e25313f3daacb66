// The plane of weight space as a link names it: `step`, `weights+along`, `random+7+through+120`.

import { quoted } from '../training/quoted.ts';
import { type PlaneAnchor, type PlaneChoice, type PlaneKind, planeAtFirst, planeKinds } from './planeChoice.ts';

export interface ReadPlane {
  readonly planeChoice: PlaneChoice;
  /** Why the text was not taken; null when it was. */
  readonly refusal: string | null;
}

const usual = 'usual';
/** What random directions and steps are numbered up to. */
const mostDigits = 9;

/** The text of a link; null for the plane that is shown unless a link says otherwise. */
export function formatPlane(choice: PlaneChoice): string | null {
  const text = textOfPlane(choice);
  return text === usual ? null : text;
}

export function textOfPlane({ kind, anchor, seed }: PlaneChoice): string {
  const parts = [kind ?? usual, ...(kind === 'random' ? [String(seed)] : [])];
  if (anchor !== null) parts.push(...(typeof anchor === 'number' ? ['through', String(anchor)] : [anchor]));
  return parts.join('+');
}

/** What cannot be read is refused as a whole. */
export function parsePlane(text: string): ReadPlane {
  const match = new RegExp(
    `^(usual|${planeKinds.join('|')})(?:[+ ,](\\d{1,${mostDigits}}))?(?:[+ ,](?:(start|along)|through[+ ,]?(\\d{1,${mostDigits}})))?$`,
  ).exec(text.trim().toLowerCase());
  const [, kind, seed, named, step] = match ?? [];
  if (match === null || (seed !== undefined && kind !== 'random'))
    return {
      planeChoice: planeAtFirst,
      refusal: `A plane is named as ${planeKinds.join(', ')}, or random+7+along, not ${quoted(text)}.`,
    };
  const anchor: PlaneAnchor | null =
    step !== undefined ? Number(step) : named === undefined ? null : (named as 'start' | 'along');
  return {
    planeChoice: {
      kind: kind === usual ? null : (kind as PlaneKind),
      anchor,
      seed: seed === undefined ? planeAtFirst.seed : Number(seed),
    },
    refusal: null,
  };
}
