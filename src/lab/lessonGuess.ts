// An answer as the text that a link and a code have of it, and back: short, and without signs that a link would escape.

import type { Prediction } from './lessonState.ts';
import { type Ellipse, type Form, sketchColumns, type Typed } from './lessons/lesson.ts';

/** The answer that one does not know. */
export const unknownGuess = 'unknown';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Numbers are kept to so many figures: a hand is not more exact. */
const figures = 4;

const text = (value: number): string => String(Number(value.toPrecision(figures)));

/** The answer to a form; null is that one does not know. */
export function formatGuess(form: Form, prediction: Prediction | null, typed: Typed | null): string {
  if (prediction === null) return unknownGuess;
  switch (form.kind) {
    case 'choose':
      return prediction as string;
    case 'set':
      return text(prediction as number);
    case 'place':
      return (prediction as readonly number[]).map(text).join(',');
    case 'sketch':
      return (prediction as readonly number[]).map((value) => digits[Math.round(63 * heightOf(form, value))]).join('');
    case 'spread': {
      const { center, radii, angle } = prediction as Ellipse;
      return [...center, ...radii, angle].map(text).join(',');
    }
    case 'fill': {
      const cells = prediction as Readonly<Record<string, number>>;
      const written = cellsOf(form).map((cell) => String(cells[cell]));
      const own = typed === null ? [] : typedRows(form).map((row) => (typed[row] ?? []).join(','));
      return [written.join(','), ...own].join(';');
    }
  }
}

/** What such a text says; null where it says nothing that the form could take. */
export function parseGuess(
  form: Form,
  guess: string,
): { readonly prediction: Prediction | null; readonly typed: Typed | null } | null {
  if (guess === unknownGuess) return { prediction: null, typed: null };
  const [first, ...rows] = guess.split(';');
  const prediction = readPrediction(form, first);
  if (prediction === null) return null;
  if (form.kind !== 'fill' || rows.length === 0) return { prediction, typed: null };
  const names = typedRows(form);
  const read = rows.map((row) => row.split(',').map(Number));
  if (read.length !== names.length || !read.flat().every(Number.isFinite)) return null;
  return { prediction, typed: Object.fromEntries(names.map((name, index) => [name, read[index]])) };
}

function readPrediction(form: Form, guess: string): Prediction | null {
  if (form.kind === 'choose') return form.options.includes(guess) ? guess : null;
  if (form.kind === 'sketch') {
    const places = Array.from(guess, (sign) => digits.indexOf(sign));
    if (places.length !== sketchColumns || places.includes(-1)) return null;
    return places.map((place) => valueAt(form, place / 63));
  }
  const numbers = guess.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (!numbers.every(Number.isFinite)) return null;
  const [a, b, c, d, e] = numbers;
  switch (form.kind) {
    case 'set':
      return numbers.length === 1 && a >= form.min && a <= form.max ? a : null;
    case 'place':
      return numbers.length === 2 ? [a, b] : null;
    case 'spread':
      return numbers.length === 5 ? { center: [a, b], radii: [c, d], angle: e } : null;
    case 'fill': {
      const cells = cellsOf(form);
      return numbers.length === cells.length ? Object.fromEntries(cells.map((cell, i) => [cell, numbers[i]])) : null;
    }
  }
}

type Scale = Pick<Extract<Form, { kind: 'sketch' }>, 'low' | 'high' | 'isLogarithmic'>;

/** How high a value stands in the picture of a sketch, 0 to 1. */
export function heightOf({ low, high, isLogarithmic = false }: Scale, value: number): number {
  const share = isLogarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Number.isNaN(share) ? 1 : Math.max(0, Math.min(1, share));
}

/** The value that stands so high. */
export const valueAt = ({ low, high, isLogarithmic = false }: Scale, height: number): number =>
  isLogarithmic ? low * (high / low) ** height : low + (high - low) * height;

/** The cells to be filled in, in order. */
export const cellsOf = ({ asked }: Pick<Extract<Form, { kind: 'fill' }>, 'asked'>): readonly string[] =>
  asked.flatMap(({ row, count }) => Array.from({ length: count }, (_, index) => `${row}${index}`));

/** The rows that can be typed into. */
export const typedRows = ({ given }: Pick<Extract<Form, { kind: 'fill' }>, 'given'>): readonly string[] =>
  given.flatMap(({ row, isTyped = false }) => (isTyped ? [row] : []));
