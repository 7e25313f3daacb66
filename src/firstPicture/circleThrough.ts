// The circle that a line of many points follows.

/** Fewer points are no curve. */
const leastPoints = 12;
/** How far the points may lie from it, as a share of its radius. */
const tolerance = 0.003;
/** A line that is cut off by an edge has a bend there. */
const bentEnds = 2;

/** Centre and radius; null where the points follow none. Least squares of x² + y² + ax + by + c. */
export function circleThrough(
  line: readonly (readonly [x: number, y: number])[],
): readonly [x: number, y: number, radius: number] | null {
  const points = line.slice(bentEnds, -bentEnds);
  const { length } = points;
  if (length < leastPoints) return null;
  const [meanX, meanY] = [0, 1].map((k) => points.reduce((sum, point) => sum + point[k as 0 | 1], 0) / length);
  let [xx, xy, yy, xz, yz] = [0, 0, 0, 0, 0];
  let z = 0;
  for (const [x, y] of points) {
    const [u, v] = [x - meanX, y - meanY];
    const square = u * u + v * v;
    xx += u * u;
    xy += u * v;
    yy += v * v;
    xz += u * square;
    yz += v * square;
    z += square;
  }
  const determinant = xx * yy - xy * xy;
  if (!(Math.abs(determinant) > 1e-9)) return null;
  const centreU = (xz * yy - yz * xy) / (2 * determinant);
  const centreV = (yz * xx - xz * xy) / (2 * determinant);
  const radius = Math.sqrt(centreU ** 2 + centreV ** 2 + z / length);
  const [x, y] = [meanX + centreU, meanY + centreV];
  const isOn = points.every((point) => Math.abs(Math.hypot(point[0] - x, point[1] - y) - radius) < tolerance * radius);
  return isOn ? [x, y, radius] : null;
}
