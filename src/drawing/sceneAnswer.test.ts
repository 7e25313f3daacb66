import { describe, expect, it } from 'vitest';
import { answerNames } from './sceneAnswer.ts';
import { arrowKinds, type PlaneStep, type StepLook, stepLabels, stepMarks } from './sceneStep.ts';
import { frame, touches } from './testMarks.ts';
import { clipSegment, type Rectangle } from './viewport.ts';

const look: StepLook = {
  ...{ scale: 0.2, shown: arrowKinds, notes: [] },
  names: { update: 'update', batch: '−mini-batch gradient', full: '−full gradient' },
};
const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('the names of an answer and of the truth', () => {
  it('stand off the names of the step and off each other, and off its arrows where there is room', () => {
    const { x, y } = frame.viewport;
    for (const shrink of [1, 0.5, 0.2])
      for (const guess of [
        [-1, 1],
        [0, 0],
        [-0.7, 0.8],
      ]) {
        const step: PlaneStep = {
          weights: [-1, 1],
          gradient: [-4 * shrink, 3 * shrink],
          fullGradient: [-4 * shrink, 2.5 * shrink],
          update: [0.4 * shrink, -0.3 * shrink],
        };
        const marks = [
          { x: x(guess[0]), y: y(guess[1]), radius: 14, name: 'you' },
          { x: x(-1 + step.update[0]), y: y(1 + step.update[1]), radius: 8, name: 'it went' },
        ];
        const places = answerNames(frame, marks, step, look).filter((place) => place !== null);
        expect(places.length).toBe(2);
        expect(overlaps(places[0], places[1])).toBe(false);
        for (const place of places) {
          for (const taken of stepLabels(frame, step, look)) expect(overlaps(place, taken)).toBe(false);
          if (guess[0] !== 0) continue;
          for (const { ends } of touches(stepMarks(frame, step, look))) expect(clipSegment(place, ...ends)).toBeNull();
        }
      }
  });

  it('are there where no step is', () => {
    const [place] = answerNames(frame, [{ x: 100, y: 100, radius: 14, name: 'you' }], null, look);
    expect(place?.left).toBeGreaterThan(110);
  });
});
