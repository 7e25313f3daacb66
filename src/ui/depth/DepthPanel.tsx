// The surface in depth: the map as the floor, and its very numbers as heights above it. Drawn only while it can be seen.

import { useId, useState } from 'react';
import type { GazeName } from '../../drawing/depth.ts';
import { gazes } from '../../drawing/depth.ts';
import type { HeightKind } from '../../drawing/depthSheet.ts';
import { download } from '../../embed/capabilities.ts';
import { useLabState } from '../LabContext.tsx';
import plots from '../plots/plots.module.css';
import { usePalette } from '../plots/usePalette.ts';
import { usePlotSize } from '../plots/usePlotSize.ts';
import css from './depth.module.css';
import type { DepthPicture } from './depthPicture.ts';
import { TurnArea } from './TurnArea.tsx';
import { useDepthPicture } from './useDepthPicture.ts';
import { useDepthSheets } from './useDepthSheets.ts';
import { useGaze } from './useGaze.ts';
import { useDepthText } from './words.ts';

const gazeNames: readonly GazeName[] = ['above', 'oblique', 'side'];

export function DepthPanel() {
  const words = useDepthText();
  const meaning = useId();
  const { ref, size } = usePlotSize<HTMLElement>();
  const palette = usePalette(ref);
  const gazeState = useGaze();
  const [kind, setKind] = useState<HeightKind>('logarithmic');
  const sheets = useDepthSheets(kind, palette);
  const { canvases, picture, projection, point } = useDepthPicture({ size, palette, sheets, gaze: gazeState.gaze });
  return (
    <div className={css.panel}>
      <div className={css.bar}>
        <fieldset className={css.gazes} aria-label={words.gazesMeaning}>
          {gazeNames.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={gazeState.gaze.yaw === gazes[name].yaw && gazeState.gaze.pitch === gazes[name].pitch}
              onClick={() => gazeState.go(gazes[name])}
            >
              {words.gazes[name]}
            </button>
          ))}
        </fieldset>
        <label>
          <input
            type="checkbox"
            checked={kind === 'logarithmic'}
            onChange={(event) => setKind(event.target.checked ? 'logarithmic' : 'plain')}
          />{' '}
          {words.kind}
        </label>
      </div>
      <figure
        ref={ref}
        className={`${plots.figure} ${css.figure}`}
        aria-label={words.figure}
        aria-describedby={meaning}
        data-yaw={gazeState.gaze.yaw}
        data-pitch={gazeState.gaze.pitch}
      >
        <canvas ref={canvases.floor} className={css.canvas} />
        <canvas ref={canvases.sheets} className={css.canvas} />
        <canvas ref={canvases.over} className={css.canvas} />
        <TurnArea {...gazeState} sheet={sheets?.main ?? null} projection={projection} onPoint={point} />
      </figure>
      <Sentences id={meaning} isWaiting={sheets === null} />
      <SavePicture picture={picture} />
    </div>
  );
}

function Sentences({ id, isWaiting }: { readonly id: string; readonly isWaiting: boolean }) {
  const words = useDepthText();
  const isPlane = useLabState((state) => state.plane !== null);
  const hasBatch = useLabState((state) => state.layers.batchSurface === 'over' && state.batchSurface !== null);
  return (
    <>
      <p id={id} hidden>
        {words.meaning}
      </p>
      <p className={css.words}>
        {isWaiting
          ? words.waiting
          : [words.floor, ...(isPlane ? [words.plane] : []), ...(hasBatch ? [words.batch] : [])].join(' ')}
      </p>
    </>
  );
}

const fileName = 'minibatch-lab-depth.png';

function SavePicture({ picture }: { readonly picture: { readonly current: DepthPicture | null } }) {
  const words = useDepthText();
  const [said, setSaid] = useState('');
  const save = (): void =>
    picture.current?.painted()?.toBlob((blob) => {
      if (blob === null) return;
      const result = download(fileName, blob);
      setSaid(result.ok && result.value === 'expected' ? words.saved(fileName) : words.notSaved);
    });
  return (
    <p className={css.words}>
      <button type="button" onClick={save}>
        {words.save}
      </button>{' '}
      <span role="status">{said}</span>
    </p>
  );
}
