// Two networks in straight lines: loops written for these sizes alone, with the project's own tanh and the loss of two classes.

import { exp, log1p, tanh } from '../../src/training/elementary.ts';
import { examples, type GradientOf, order } from './steps.ts';

const { x1, x2, y } = examples;

/** 2-4-2-1: W1 at 0, b1 at 8, W2 at 12, b2 at 20, W3 at 22, b3 at 24. */
export function straightSmall(): GradientOf {
  const [a1, d1] = [new Float64Array(4), new Float64Array(4)];
  const [a2, d2] = [new Float64Array(2), new Float64Array(2)];
  return (w, from, to, g) => {
    g.fill(0);
    let loss = 0;
    for (let at = from; at < to; at++) {
      const row = order[at];
      const [p, q] = [x1[row], x2[row]];
      for (let j = 0; j < 4; j++) a1[j] = tanh(w[8 + j] + w[2 * j] * p + w[2 * j + 1] * q);
      for (let j = 0; j < 2; j++) {
        let z = w[20 + j];
        for (let i = 0; i < 4; i++) z += w[12 + 4 * j + i] * a1[i];
        a2[j] = tanh(z);
      }
      const output = w[24] + w[22] * a2[0] + w[23] * a2[1];
      const small = exp(-Math.abs(output));
      loss += Math.max(output, 0) - output * y[row] + log1p(small);
      const delta = (output < 0 ? small : 1) / (1 + small) - y[row];
      g[24] += delta;
      for (let i = 0; i < 2; i++) {
        g[22 + i] += delta * a2[i];
        d2[i] = delta * w[22 + i] * (1 - a2[i] * a2[i]);
      }
      for (let i = 0; i < 4; i++) d1[i] = (w[12 + i] * d2[0] + w[16 + i] * d2[1]) * (1 - a1[i] * a1[i]);
      for (let j = 0; j < 2; j++) {
        g[20 + j] += d2[j];
        for (let i = 0; i < 4; i++) g[12 + 4 * j + i] += d2[j] * a1[i];
      }
      for (let j = 0; j < 4; j++) {
        g[8 + j] += d1[j];
        g[2 * j] += d1[j] * p;
        g[2 * j + 1] += d1[j] * q;
      }
    }
    return loss;
  };
}

/** 2-8-8-8-1: W1 at 0, b1 at 16, W2 at 24, b2 at 88, W3 at 96, b3 at 160, W4 at 168, b4 at 176. */
export function straightLarge(): GradientOf {
  const column = (): Float64Array => new Float64Array(8);
  const [a1, a2, a3, d1, d2, d3] = [column(), column(), column(), column(), column(), column()];
  const ahead = (w: Float64Array, from: number, below: Float64Array, above: Float64Array): void => {
    for (let j = 0; j < 8; j++) {
      let z = w[from + 64 + j];
      for (let i = 0; i < 8; i++) z += w[from + 8 * j + i] * below[i];
      above[j] = tanh(z);
    }
  };
  const back = (w: Float64Array, from: number, above: Float64Array, a: Float64Array, d: Float64Array): void => {
    for (let i = 0; i < 8; i++) {
      let sum = 0;
      for (let j = 0; j < 8; j++) sum += w[from + 8 * j + i] * above[j];
      d[i] = sum * (1 - a[i] * a[i]);
    }
  };
  const add = (g: Float64Array, from: number, d: Float64Array, below: Float64Array): void => {
    for (let j = 0; j < 8; j++) {
      const delta = d[j];
      g[from + 64 + j] += delta;
      for (let i = 0; i < 8; i++) g[from + 8 * j + i] += delta * below[i];
    }
  };
  return (w, from, to, g) => {
    g.fill(0);
    let loss = 0;
    for (let at = from; at < to; at++) {
      const row = order[at];
      const [p, q] = [x1[row], x2[row]];
      for (let j = 0; j < 8; j++) a1[j] = tanh(w[16 + j] + w[2 * j] * p + w[2 * j + 1] * q);
      ahead(w, 24, a1, a2);
      ahead(w, 96, a2, a3);
      let output = w[176];
      for (let i = 0; i < 8; i++) output += w[168 + i] * a3[i];
      const small = exp(-Math.abs(output));
      loss += Math.max(output, 0) - output * y[row] + log1p(small);
      const delta = (output < 0 ? small : 1) / (1 + small) - y[row];
      g[176] += delta;
      for (let i = 0; i < 8; i++) {
        g[168 + i] += delta * a3[i];
        d3[i] = delta * w[168 + i] * (1 - a3[i] * a3[i]);
      }
      back(w, 96, d3, a2, d2);
      back(w, 24, d2, a1, d1);
      add(g, 96, d3, a2);
      add(g, 24, d2, a1);
      for (let j = 0; j < 8; j++) {
        g[16 + j] += d1[j];
        g[2 * j] += d1[j] * p;
        g[2 * j + 1] += d1[j] * q;
      }
    }
    return loss;
  };
}
