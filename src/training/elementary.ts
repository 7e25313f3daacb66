// The elementary functions of this folder's mathematics, the same to the last bit in every engine: built from + - * /,
// Math.sqrt and its like, and integers alone. Algorithms and sources stand at the top of each file.
// One more, which networks alone need, is erf in elementary/erf.ts.

export { cos, sin } from './elementary/circular.ts';
export { exp, sigmoid, tanh } from './elementary/exponential.ts';
export { log, log1p } from './elementary/logarithm.ts';
export { power, powerInteger } from './elementary/power.ts';
