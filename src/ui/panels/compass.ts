// A direction in the plane in words.

/** Which of eight directions (x, y) points to, counted from the right against the clock; null for no direction. */
export function compass(x: number, y: number): number | null {
  if (!Number.isFinite(x) || !Number.isFinite(y) || (x === 0 && y === 0)) return null;
  return (Math.round(Math.atan2(y, x) / (Math.PI / 4)) + 8) % 8;
}
