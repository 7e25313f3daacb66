import { describe, expect, it } from 'vitest';
import { heightMessages, isSwing, wantedHeight } from './height.ts';

describe('the height that suits', () => {
  it.each([
    [1280, 5000, 720],
    [1000, 300, 720],
    [800, 300, 640],
    [400, 1234.4, 1235],
    [400, 100, 640],
    [400, 1e6, 4000],
  ])('a frame %i wide whose content takes %i is %i', (width, content, height) => {
    expect(wantedHeight(width, () => content)).toBe(height);
  });

  it('is its own content’s where the plot grows with the frame, whatever the frame is', () => {
    const contentAt = (frame: number) => 700 + Math.max(220, Math.min(396, 0.34 * frame));
    const height = wantedHeight(420, contentAt);
    expect(contentAt(height)).toBeCloseTo(height, 0);
    expect(contentAt(height + 2)).toBeLessThanOrEqual(height + 2);
    // Content that is always a little more than the frame ends the search all the same.
    expect(wantedHeight(420, (frame) => frame + 2)).toBeLessThanOrEqual(4000);
  });

  it('stays at the larger of two that only take turns with a scroll bar', () => {
    const [wide, narrow] = [
      { width: 1005, height: 720 },
      { width: 990, height: 640 },
    ];
    expect(isSwing([wide, narrow, wide], narrow)).toBe(true);
    expect(isSwing([narrow, wide, narrow], wide)).toBe(false);
    expect(isSwing([narrow, wide], narrow)).toBe(false);
    expect(isSwing([wide, { ...narrow, width: 600 }, wide], { ...narrow, width: 600 })).toBe(false);
    expect(isSwing([wide, narrow, wide], { ...narrow, height: 650 })).toBe(false);
  });

  it('is told in every dialect, to H5P only after it has answered', () => {
    const said = heightMessages(720, 'https://lab.example/', false);
    expect(said).toContainEqual({ ns: 'minibatch-lab', v: 1, type: 'height', payload: { height: 720 } });
    expect(said).toContainEqual({ subject: 'lti.frameResize', height: 720 });
    expect(said).toContainEqual('{"src":"https://lab.example/","context":"iframe.resize","height":720}');
    expect(JSON.stringify(said)).not.toContain('h5p');
    expect(heightMessages(720, '', true)).toContainEqual({ context: 'h5p', action: 'resize', height: 720 });
  });
});
