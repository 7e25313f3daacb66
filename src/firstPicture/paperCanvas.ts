// A canvas of paper: what is painted on it is written as the shapes of an SVG, as short as they can be said. Colours stay
// the custom properties that they come as, so that the shapes follow the theme.

import { haloWidth } from '../drawing/paintMarks.ts';
import { circleThrough } from './circleThrough.ts';

const rounded = (value: number): number => Math.round(10 * value) / 10;

/** How wide letters of a usual font are, in shares of its size; all others are as wide as a digit. */
const letterWidths: readonly (readonly [letters: string, width: number])[] = [
  ['ijl', 0.278],
  [' .,·', 0.318],
  [':-f', 0.355],
  ['tr', 0.4],
  ['sz', 0.523],
  ['c', 0.55],
  ['kvxy', 0.59],
  ['aeo', 0.613],
  ['w', 0.818],
  ['m', 0.974],
  ['−+×', 0.838],
];
const digitWidth = 0.636;

/** Half the height of letters about their middle, in shares of their size. */
const middleHeight = 0.27;

function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, letter) => sum + (letterWidths.find(([letters]) => letters.includes(letter))?.[1] ?? digitWidth),
    0,
  );
}

type Points = (readonly [x: number, y: number])[];

/** What a pen draws, kept as SVG writes it. */
export class PaperPath {
  private lines: Points[] = [];
  private written = '';
  /** Centres of discs, by their radius. */
  readonly discs = new Map<number, Points>();

  moveTo(x: number, y: number): void {
    this.lines.push([[x, y]]);
  }

  lineTo(x: number, y: number): void {
    this.lines.at(-1)?.push([x, y]);
  }

  arc(x: number, y: number, radius: number): void {
    // The pen was put on the edge of the disc before.
    if (this.lines.at(-1)?.length === 1) this.lines.pop();
    const known = this.discs.get(radius) ?? [];
    this.discs.set(radius, [...known, [x, y]]);
  }

  rect(x: number, y: number, width: number, height: number): void {
    const [w, h] = [rounded(width), rounded(height)];
    this.written += `M${rounded(x)} ${rounded(y)}h${w}v${h}h${-w}z`;
  }

  closePath(): void {
    const line = this.lines.at(-1);
    if (line !== undefined) this.lineTo(...line[0]);
  }

  /** What there is but discs as shapes that look as `attributes` say. */
  shapes(attributes: string): readonly string[] {
    // Pieces of one circle are one circle.
    const circles = new Map<string, string>();
    const lines = this.lines.map((line) => {
      const circle = circleThrough(line);
      if (circle === null) return `M${line.map(([x, y]) => `${rounded(x)} ${rounded(y)}`).join('L')}`;
      const [x, y, r] = circle.map(rounded);
      const place = circle.map((value) => Math.round(value / 2)).join(' ');
      if (!circles.has(place)) circles.set(place, `<circle cx=${x} cy=${y} r=${r} />`);
      return '';
    });
    const d = this.written + lines.join('');
    return [
      ...(d === '' ? [] : [`<path d="${d}" ${attributes} />`]),
      ...(circles.size === 0 ? [] : [`<g ${attributes}>${[...circles.values()].join('')}</g>`]),
    ];
  }
}

interface State {
  x: number;
  y: number;
  angle: number;
  globalAlpha: number;
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: string;
  dash: readonly number[];
  font: string;
  textAlign: string;
  textBaseline: string;
  /** The colour round the next letters. */
  halo: string;
}

const freshState = (): State => ({
  ...{ x: 0, y: 0, angle: 0, globalAlpha: 1, fillStyle: '#000', strokeStyle: '#000', lineWidth: 1 },
  ...{ lineCap: 'butt', dash: [], font: '12px', textAlign: 'left', textBaseline: 'alphabetic', halo: '' },
});

const sizeIn = (font: string): number => Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);

export class PaperContext {
  readonly shapes: string[] = [];
  private path = new PaperPath();
  private filled: PaperPath | null = null;
  private state = freshState();
  private readonly saved: State[] = [];
  readonly canvas: object;

  private constructor(canvas: object) {
    this.canvas = canvas;
  }

  /** What is set on it is set in its state. */
  static on(canvas: object): PaperContext {
    return new Proxy(new PaperContext(canvas), {
      set: (context, name, value) => Reflect.set(name in context.state ? context.state : context, name, value),
    });
  }

  measureText(text: string): { width: number } {
    return { width: widthOf(text) * sizeIn(this.state.font) };
  }

  save(): void {
    this.saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.saved.pop() ?? freshState();
  }

  resetTransform(): void {
    this.setTransform();
  }

  setTransform(): void {
    Object.assign(this.state, { x: 0, y: 0, angle: 0 });
  }

  /** The page moves its canvases back to where they lie in the plot, which is where the shapes stand as they are. */
  translate(x: number, y: number): void {
    if (this.saved.length === 0) return;
    this.state.x += x;
    this.state.y += y;
  }

  rotate(angle: number): void {
    this.state.angle = angle;
  }

  setLineDash(dash: readonly number[]): void {
    this.state.dash = dash;
  }

  clearRect(): void {
    this.shapes.length = 0;
  }

  putImageData(): void {}

  drawImage(_: unknown, x: number, y: number, width: number, height: number): void {
    this.shapes.push(`<rect class=picture x=${rounded(x)} y=${rounded(y)} width=${width} height=${height} />`);
  }

  beginPath(): void {
    this.path = new PaperPath();
  }

  moveTo(x: number, y: number): void {
    this.path.moveTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.path.lineTo(x, y);
  }

  arc(x: number, y: number, radius: number): void {
    this.path.arc(x, y, radius);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path.rect(x, y, width, height);
  }

  closePath(): void {
    this.path.closePath();
  }

  fill(path: PaperPath = this.path): void {
    const { fillStyle } = this.state;
    this.shapes.push(...path.shapes(`fill="${fillStyle}"${this.opacity}`));
    this.dots(path, fillStyle, 0);
    this.filled = path;
  }

  stroke(path: PaperPath = this.path): void {
    const { strokeStyle, lineWidth, lineCap, dash } = this.state;
    const cap = lineCap === 'round' ? ' stroke-linecap=round' : '';
    const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
    this.shapes.push(
      ...path.shapes(`fill=none stroke="${strokeStyle}" stroke-width=${lineWidth}${cap}${dashes}${this.opacity}`),
    );
    if (this.filled === path && path.discs.size > 0) {
      // A stroke round filled discs lies half outside of them: it is a larger disc under each.
      const discs = this.shapes.splice(-path.discs.size);
      this.dots(path, strokeStyle, lineWidth);
      this.shapes.push(...discs);
    } else this.dots(path, strokeStyle, lineWidth);
  }

  fillText(text: string, x: number, y: number): void {
    const { fillStyle, font, textAlign, textBaseline, halo } = this.state;
    const place = this.placeOf(x, textBaseline === 'middle' ? y + middleHeight * sizeIn(font) : y);
    const bold = /\b600\b/.test(font) ? ' font-weight=600' : '';
    const anchor = textAlign === 'center' ? ' text-anchor=middle' : textAlign === 'right' ? ' text-anchor=end' : '';
    const size = ` font-size=${sizeIn(font)}`;
    const around =
      halo === '' ? '' : ` stroke="${halo}" stroke-width=${haloWidth} stroke-linejoin=round paint-order=stroke`;
    this.shapes.push(`<text ${place}${size}${bold}${anchor} fill="${fillStyle}"${around}>${text}</text>`);
  }

  /** The letters are filled next. */
  strokeText(): void {
    this.state.halo = this.state.strokeStyle;
  }

  private get opacity(): string {
    return this.state.globalAlpha === 1 ? '' : ` opacity=${this.state.globalAlpha}`;
  }

  private placeOf(x: number, y: number): string {
    const { state } = this;
    if (state.angle === 0) return `x=${rounded(state.x + x)} y=${rounded(state.y + y)}`;
    const turned = rounded((180 / Math.PI) * state.angle);
    return `transform="translate(${rounded(state.x)} ${rounded(state.y)})rotate(${turned})" x=${rounded(x)} y=${rounded(y)}`;
  }

  /** Discs are the shortest as lines without length and with round ends. */
  private dots(path: PaperPath, colour: string, wider: number): void {
    for (const [radius, points] of path.discs) {
      const d = points.map(([x, y]) => `M${rounded(x)} ${rounded(y)}h0`).join('');
      this.shapes.push(
        `<path d="${d}" stroke="${colour}" stroke-width=${rounded(2 * radius + wider)} stroke-linecap=round${this.opacity} />`,
      );
    }
  }
}
