// What weight space shows: every part of the page's picture says here how it is made, so that a file shows the same parts
// by the same marks in a frame of its own.

import { createContext, use, useLayoutEffect } from 'react';
import type { Layer } from '../../drawing/marks.ts';
import type { PlotFrame } from './PlotContext.tsx';

/** The parts, the lowest first. */
const partNames = [
  'surface',
  'batchSurface',
  'starts',
  'fan',
  'path',
  'contenderPaths',
  'average',
  'noise',
  'gradients',
  'axes',
  'pathEnd',
  'memory',
  'limit',
  'ended',
  'clouds',
  'contenders',
  'step',
  'weights',
] as const;
export type PartName = (typeof partNames)[number];

/** The layers of a part as it is now, in any frame. */
export type PartOf = (frame: PlotFrame) => readonly Layer[];

export class Scene {
  /** The frame of the page itself; null before there is one. */
  frame: PlotFrame | null = null;
  private readonly parts = new Map<PartName, PartOf>();

  /** Returns what takes the part away again. */
  add(name: PartName, part: PartOf): () => void {
    this.parts.set(name, part);
    return () => {
      if (this.parts.get(name) === part) this.parts.delete(name);
    };
  }

  layers(frame: PlotFrame): readonly Layer[] {
    return partNames.flatMap((name) => this.parts.get(name)?.(frame) ?? []);
  }
}

export const SceneContext = createContext(new Scene());

export const useScene = (): Scene => use(SceneContext);

/** Keeps a part of the scene while the component is there. `part` changes with what it is made from. */
export function useScenePart(name: PartName, part: PartOf): void {
  const scene = useScene();
  useLayoutEffect(() => scene.add(name, part), [scene, name, part]);
}
