// What the rules with running means of the gradient and of its square share in the notation: m, v, and the step t from 1.

export const stepNumber = 't = step + 1';
export const nextFirstMoment = (g: string): string => `m = beta1 * m + (1 - beta1) * ${g}`;
export const nextSecondMoment = (g: string): string => `v = beta2 * v + (1 - beta2) * ${g} ** 2`;
