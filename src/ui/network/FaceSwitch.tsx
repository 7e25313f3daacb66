// Chooses what stands in the large place where there is room for one of the two.

import css from './network.module.css';
import { useNetworkText } from './words.ts';

/** What the large place shows. */
export type Face = 'network' | 'weights';

interface FaceSwitchProps {
  readonly face: Face;
  onFace(face: Face): void;
}

export function FaceSwitch({ face, onFace }: FaceSwitchProps) {
  const words = useNetworkText();
  const names: Readonly<Record<Face, string>> = { network: words.faceNetwork, weights: words.faceWeights };
  return (
    <fieldset className={css.faces} aria-label={words.faces}>
      {(['network', 'weights'] as const).map((each) => (
        <button key={each} type="button" aria-pressed={each === face} onClick={() => onFace(each)}>
          {names[each]}
        </button>
      ))}
    </fieldset>
  );
}
