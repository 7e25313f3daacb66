// Widths of short texts in the plots' font, for placing labels without touching the page's layout.

import { labelSize } from '../../drawing/marks.ts';
import { plotFont } from '../../drawing/paintMarks.ts';

const widths = new Map<string, number>();
const widthsKept = 500;
let ruler: CanvasRenderingContext2D | null | undefined;

/** Width in pixels at the size of labels. */
export function labelWidth(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler == null) return text.length * labelSize * 0.6;
  ruler.font = plotFont(labelSize);
  const { width } = ruler.measureText(text);
  if (widths.size >= widthsKept) widths.clear();
  widths.set(text, width);
  return width;
}
