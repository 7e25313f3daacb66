import { expect, it } from 'vitest';
import { placeMarks } from './sceneData.ts';
import { frame, plot, texts } from './testMarks.ts';

it('names a place within the plot, wherever in it the place is', () => {
  for (const across of [-2, -1, 0, 1, 2])
    for (const up of [-1, -0.9, 0, 1.8, 1.9, 2]) {
      const [{ text, x, y, anchor }] = texts(placeMarks(frame, [across, up], 'weights'));
      expect(y - 10, `${across}, ${up}`).toBeGreaterThanOrEqual(plot.top);
      expect(y + 3).toBeLessThanOrEqual(plot.bottom);
      const left = anchor === 'end' ? x - frame.measure(text) : x;
      expect(left).toBeGreaterThanOrEqual(plot.left);
      expect(left + frame.measure(text)).toBeLessThanOrEqual(plot.right);
    }
});
