// A listing is the code of a training loop as data: lines of text, each with the phase of a step it belongs to and the
// variables whose present values can be shown beside it. A script is a listing with its data and its output around it.

/** The phases of one step; null is a line outside the loop. */
export type CodePhase = 'sample' | 'forward' | 'loss' | 'backward' | 'update' | null;

/** What a variable means on the page, where it has a colour. */
export type CodeQuantity = 'batch' | 'batch-gradient' | 'weights' | 'learning-rate';

export interface CodeValue {
  /** The variable as its language calls it, in the line or changed by it: `learning_rate`, or `w.grad` by `loss.backward()`. */
  readonly variable: string;
  /**
   * The same in every language: `x`, `prediction`, `loss`, `gradient`, `learningRate`, `nextWeights`, `m`, ... What a
   * line before the loop gives a name is `first:` and that name.
   */
  readonly key: string;
  readonly quantity: CodeQuantity | null;
}

export interface CodeLine {
  readonly text: string;
  readonly phase: CodePhase;
  /** The last phase of a line that goes through several. */
  readonly until?: CodePhase;
  /** The layer of weights that it belongs to, from 0; absent where it belongs to all or to none. */
  readonly layer?: number;
  readonly values: readonly CodeValue[];
}

export interface Listing {
  /** Lines before everything else, in the order of the language: imports. */
  readonly imports: readonly string[];
  /** Functions that the loop calls. */
  readonly definitions: readonly string[];
  /** Arguments, first weights, and state. */
  readonly setup: readonly CodeLine[];
  /** The loop over mini-batches, its first line included. */
  readonly loop: readonly CodeLine[];
}

const quantities: Readonly<Record<string, CodeQuantity>> = {
  x: 'batch',
  x1: 'batch',
  x2: 'batch',
  y: 'batch',
  prediction: 'batch',
  loss: 'batch',
  gradient: 'batch-gradient',
  clippedGradient: 'batch-gradient',
  learningRate: 'learning-rate',
  baseRate: 'learning-rate',
  weights: 'weights',
  nextWeights: 'weights',
};

export const shown = (variable: string, key: string): CodeValue => ({
  variable,
  key,
  quantity: quantityOf(key.replace(/^first:/, '')),
});

/** The weights of a network and their gradients have names of their own, layer by layer. */
function quantityOf(key: string): CodeQuantity | null {
  if (/^(next)?[Wb]\d$/.test(key)) return 'weights';
  return /^d[Wb]\d$/.test(key) ? 'batch-gradient' : (quantities[key] ?? null);
}

/** Of a line before the loop: the value that it gives `name`. */
export const shownFirst = (variable: string, name: string): CodeValue => shown(variable, `first:${name}`);

export const line = (text: string, phase: CodePhase = null, values: readonly CodeValue[] = []): CodeLine => ({
  text,
  phase,
  values,
});

export const indent = (lines: readonly CodeLine[], by: string): CodeLine[] =>
  lines.map((one) => ({ ...one, text: by + one.text }));

export const ofLayer = (lines: readonly CodeLine[], layer: number): CodeLine[] =>
  lines.map((one) => ({ ...one, layer }));

export const textOf = (lines: readonly CodeLine[]): string[] => lines.map(({ text }) => text);
