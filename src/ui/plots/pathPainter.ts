// What is to be painted next of a path on a canvas that it grows on: the strokes that are new, or all of it anew where
// steps were taken back, the cursor went back, or detail that a slow device had shed comes back.

import type { Mark } from '../../drawing/marks.ts';
import { freshPen, type Pen, pathOpacity, strokeEnd } from '../../drawing/path.ts';
import { ownPath, pathStroke } from '../../drawing/scenePath.ts';
import type { Viewport } from '../../drawing/viewport.ts';
import type { History } from '../../lab/history.ts';

export interface PathStep {
  /** Whether the canvas is to be blank before. */
  readonly isAfresh: boolean;
  readonly marks: readonly Mark[];
  /** How strongly the canvas is shown then. */
  readonly opacity: number;
  /** Whether the path goes on beyond what was painted. */
  readonly isLeft: boolean;
}

export class PathPainter {
  private readonly viewport: Viewport;
  private pen: Pen = freshPen;
  private retractions = Number.NaN;
  private stride = 1;
  /** Whether what is on the canvas was painted with less than all there is to it. */
  private isBare = false;

  constructor(viewport: Viewport) {
    this.viewport = viewport;
  }

  /**
   * The next strokes of the first `end` rows.
   * @param isShed whether dots and most corners are left out; what comes back is painted whole at once
   */
  next({ path, retractions }: Pick<History, 'path' | 'retractions'>, end: number, isShed: boolean): PathStep {
    // What is drawn of rows that were thinned out since is still the path.
    const drawn = path.rowsKept(this.pen.next, this.stride);
    const comesBack = this.isBare && !isShed;
    const isAfresh = retractions !== this.retractions || end < drawn || comesBack;
    const isAny = this.pen.next > 0;
    this.pen = isAfresh ? freshPen : { ...this.pen, next: drawn };
    if (isAfresh) this.isBare = false;
    this.retractions = retractions;
    this.stride = path.stride;
    const marks: Mark[] = [];
    while (this.pen.next < end) {
      const to = strokeEnd(this.pen.next, end);
      const stroke = isShed
        ? pathStroke(this.viewport, path, this.pen, to, bare, bareSegments)
        : pathStroke(this.viewport, path, this.pen, to, ownPath);
      marks.push(...stroke.marks);
      this.pen = stroke.pen;
      this.isBare ||= isShed;
      if (!comesBack) break;
    }
    const opacity = pathOpacity(this.pen.segments);
    return { isAfresh: isAfresh && isAny, marks, opacity, isLeft: this.pen.next < end };
  }
}

/** To paint a stroke takes as long as it has segments. */
export const bareSegments = 120;
const bare = { ...ownPath, hasDots: false };
