// Linear interpolation from a (weight 0) to b (weight 1), in the two forms of torch.lerp: the second is exact at b.

export const lerp = (a: number, b: number, weight: number): number =>
  weight < 0.5 ? a + weight * (b - a) : b - (b - a) * (1 - weight);
