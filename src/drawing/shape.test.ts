import { path } from 'd3';
import { expect, it } from 'vitest';
import { addDisc, discShape, lineShape, Shape, shapeOf } from './shape.ts';

it('a shape draws on a canvas what was drawn on it', () => {
  const [shape, wanted, drawn] = [new Shape(), path(), path()];
  for (const target of [shape, wanted]) {
    target.moveTo(1, 2);
    target.lineTo(3.5, -4);
    target.closePath();
    target.rect(5, 6, 7, 8);
    addDisc(target, 10, 20, 3);
  }
  shape.drawOn(drawn);
  expect(String(drawn)).toBe(String(wanted));
});

it('a shape is written to a hundredth of a pixel, circles as two arcs', () => {
  expect(String(lineShape([0, 1.234567, -8, 9.999]))).toBe('M0,1.23L-8,10');
  expect(String(discShape(10, 20, 3))).toBe('M13,20A3,3,0,1,1,7,20A3,3,0,1,1,13,20');
  expect(String(shapeOf((shape) => shape.rect(1, 2, 3, 4)))).toBe('M1,2h3v4h-3Z');
  expect(new Shape().isEmpty).toBe(true);
  expect(String(new Shape())).toBe('');
});
