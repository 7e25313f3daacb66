import { describe, expect, it } from 'vitest';
import { heightMessages, wantedHeight } from './height.ts';

describe('the height that suits', () => {
  it.each([
    [1280, 5000, 720],
    [1000, 300, 720],
    [800, 300, 640],
    [400, 1234.4, 1234],
    [400, 100, 640],
    [400, 1e6, 4000],
  ])('a frame %i wide whose content takes %i is %i', (width, content, height) => {
    expect(wantedHeight(width, content)).toBe(height);
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
