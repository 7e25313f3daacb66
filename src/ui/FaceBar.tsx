// Chooses what stands in the large place. The style sheet leaves out what a layout has beside it anyway.

import { viewName } from '../embed/viewName.ts';
import css from './FaceBar.module.css';
import { useHostWishes } from './host/HostContext.tsx';
import { useText } from './text/TextContext.tsx';

/** What can stand in the large place. */
export const faces = ['network', 'weights', 'data', 'loss'] as const;
export type Face = (typeof faces)[number];

interface FaceBarProps {
  readonly hasNetwork: boolean;
  readonly face: Face;
  onFace(face: Face): void;
}

export function FaceBar({ hasNetwork, face, onFace }: FaceBarProps) {
  const { page } = useText();
  const hidden = useHostWishes((wishes) => wishes.hidden);
  const offered = faces.filter((each) => (each === 'network' ? hasNetwork : !hidden.has(viewName(each))));
  return (
    <fieldset className={css.faces} aria-label={page.faces.label}>
      {offered.map((each) => (
        <button key={each} type="button" data-face={each} aria-pressed={each === face} onClick={() => onFace(each)}>
          {page.faces[each]}
        </button>
      ))}
    </fieldset>
  );
}
