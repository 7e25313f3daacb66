// Examples of several classes on a map as marks: each class by its colour and its form, and a cross over those that are
// taken for another.

import { classForms, drawMark, markSize } from './examples.ts';
import type { Mark } from './marks.ts';
import type { ColourName } from './palette.ts';
import type { Frame } from './scene.ts';
import type { Places } from './sceneData.ts';
import { lineShape, Shape, shapeOf } from './shape.ts';

/** The colour of each class of a network's data. */
export const classColours = [
  ...(['example', 'example-one', 'class-two'] as const),
  ...(['class-three', 'class-four', 'class-five'] as const),
] satisfies readonly ColourName[];

export interface ExampleLook {
  /** Examples in the picture, by whose number the size goes. */
  readonly total: number;
  /** Hollow where they are held out, else filled. */
  readonly isHollow: boolean;
  /** The colour of each class, where it is not the usual one. */
  readonly colours?: readonly ColourName[];
  /** The class of an example; null where it has none. */
  classOf(index: number): number | null;
}

/** Examples on a map, with a rim of paper: each class by its colour and its form. */
export function exampleMarks(
  { viewport }: Frame,
  { x, y, count }: Places,
  { total, isHollow, colours = classColours, classOf }: ExampleLook,
): readonly Mark[] {
  const size = markSize(viewport.plot, total);
  return [null, ...colours.keys()].flatMap((own): readonly Mark[] => {
    const shape = new Shape();
    for (let i = 0; i < count; i++)
      if (classOf(i) === own) drawMark(shape, classForms[own ?? 0], viewport.x(x[i]), viewport.y(y[i]), size);
    if (shape.isEmpty) return [];
    const colour = own === null ? 'example' : colours[own];
    return isHollow
      ? [
          { kind: 'shape', shape, stroke: 'paper', width: 3.6 },
          { kind: 'shape', shape, fill: 'paper', stroke: colour, width: 1.4 },
        ]
      : [
          { kind: 'shape', shape, stroke: 'paper', width: 2 },
          { kind: 'shape', shape, fill: colour },
        ];
  });
}

/**
 * A cross over every example whose number in `isWrong` is 1.
 * @param total examples in the picture, by whose number the size goes
 */
export function wrongMarks(
  { viewport }: Frame,
  { x, y, count }: Places,
  isWrong: ArrayLike<number>,
  total: number,
): readonly Mark[] {
  const half = markSize(viewport.plot, total) + 2;
  const crosses = shapeOf((shape) => {
    for (let i = 0; i < count; i++) {
      if (isWrong[i] !== 1) continue;
      const [across, up] = [viewport.x(x[i]), viewport.y(y[i])];
      lineShape([across - half, up - half, across + half, up + half]).drawOn(shape);
      lineShape([across - half, up + half, across + half, up - half]).drawOn(shape);
    }
  });
  return [
    { kind: 'shape', shape: crosses, stroke: 'paper', width: 3 },
    { kind: 'shape', shape: crosses, stroke: 'weights', width: 1.2, id: 'wrong' },
  ];
}
