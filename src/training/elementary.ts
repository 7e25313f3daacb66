// PLACEHOLDER while the deterministic version is written.
export const exp = (x: number): number => Math.exp(x);
export const log = (x: number): number => Math.log(x);
export const log1p = (x: number): number => Math.log1p(x);
export const sin = (x: number): number => Math.sin(x);
export const cos = (x: number): number => Math.cos(x);
export const tanh = (x: number): number => Math.tanh(x);
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
/** base to a whole exponent >= 0 */
export const powerInteger = (base: number, exponent: number): number => base ** exponent;
/** base >= 0 to any exponent */
export const power = (base: number, exponent: number): number => base ** exponent;
