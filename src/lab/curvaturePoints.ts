// What was measured of the curvature along a run.

export interface CurvaturePoint {
  readonly step: number;
  readonly largest: number;
  /** The largest eigenvalue at which the rule is stable; null for rules that have no such limit. */
  readonly limit: number | null;
}

/** Points kept at most; past it every other one is dropped. */
const mostPoints = 1024;

/** The points with another one, in the order of the steps. */
export function withPoint(points: readonly CurvaturePoint[], point: CurvaturePoint): readonly CurvaturePoint[] {
  const others = points.filter(({ step }) => step !== point.step);
  const after = others.findIndex(({ step }) => step > point.step);
  const all = others.toSpliced(after < 0 ? others.length : after, 0, point);
  return all.length <= mostPoints ? all : all.filter((_, index) => index % 2 === 0);
}

/** Of points that are there, those of steps up to this one: of what was taken back nothing holds. */
export const pointsUpTo = (points: readonly CurvaturePoint[], last: number): readonly CurvaturePoint[] =>
  points.some(({ step }) => step > last) ? points.filter(({ step }) => step <= last) : points;
