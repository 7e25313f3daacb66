// What a pen draws, kept as numbers: drawn on a canvas, written as the path of an SVG, or compared in a test.

import type { Path } from 'd3';
import type { Segment } from './viewport.ts';

/** What a canvas, a Path2D, and d3's path have in common. Every arc is a whole circle. */
export type CanvasPath = Pick<Path, 'moveTo' | 'lineTo' | 'arc' | 'rect' | 'closePath'>;

const move = 0;
const line = 1;
const circle = 2;
const box = 3;
const close = 4;

export class Shape implements CanvasPath {
  /** Commands, each followed by its numbers. */
  private readonly steps: number[] = [];

  get isEmpty(): boolean {
    return this.steps.length === 0;
  }

  moveTo(x: number, y: number): void {
    this.steps.push(move, x, y);
  }

  lineTo(x: number, y: number): void {
    this.steps.push(line, x, y);
  }

  arc(x: number, y: number, radius: number): void {
    this.steps.push(circle, x, y, radius);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.steps.push(box, x, y, width, height);
  }

  closePath(): void {
    this.steps.push(close);
  }

  drawOn(target: CanvasPath): void {
    const { steps } = this;
    for (let i = 0; i < steps.length; ) {
      const command = steps[i++];
      if (command === move) target.moveTo(steps[i++], steps[i++]);
      else if (command === line) target.lineTo(steps[i++], steps[i++]);
      else if (command === circle) target.arc(steps[i++], steps[i++], steps[i++], 0, 2 * Math.PI);
      else if (command === box) target.rect(steps[i++], steps[i++], steps[i++], steps[i++]);
      else target.closePath();
    }
  }

  /** As an SVG writes it, to a hundredth of a pixel. */
  toString(): string {
    let text = '';
    const write = (command: string, ...numbers: readonly number[]): void => {
      text += command + numbers.map(rounded).join(',');
    };
    this.drawOn({
      moveTo: (x, y) => write('M', x, y),
      lineTo: (x, y) => write('L', x, y),
      arc(x, y, radius) {
        for (const end of [x - radius, x + radius]) write('A', radius, radius, 0, 1, 1, end, y);
      },
      rect(x, y, width, height) {
        write('M', x, y);
        text += `h${rounded(width)}v${rounded(height)}h${rounded(-width)}Z`;
      },
      closePath: () => write('Z'),
    });
    return text;
  }
}

const rounded = (value: number): number => Math.round(100 * value) / 100;

export function shapeOf(draw: (shape: Shape) => void): Shape {
  const shape = new Shape();
  draw(shape);
  return shape;
}

export const lineShape = ([x1, y1, x2, y2]: Segment): Shape =>
  shapeOf((shape) => {
    shape.moveTo(x1, y1);
    shape.lineTo(x2, y2);
  });

export function addDisc(shape: CanvasPath, x: number, y: number, radius: number): void {
  shape.moveTo(x + radius, y);
  shape.arc(x, y, radius, 0, 2 * Math.PI);
}

export const discShape = (x: number, y: number, radius: number): Shape =>
  shapeOf((shape) => addDisc(shape, x, y, radius));
