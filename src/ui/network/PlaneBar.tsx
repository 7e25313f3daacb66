// Under weight space: which plane through all weights it shows, and what of the step and the loss that plane leaves out.

import { useState } from 'react';
import type { PlaneAnchor, PlaneKind } from '../../lab/planeChoice.ts';
import { planeKinds } from '../../lab/planeChoice.ts';
import { wishOf } from '../../lab/planes.ts';
import { useLab, useLabState, useReadableState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import css from './network.module.css';
import { planeSentences } from './planeSentences.ts';
import { useNetworkText } from './words.ts';

export function PlaneBar() {
  return (
    <div className={css.planeBar}>
      <div className={css.planeChoice}>
        <KindSelect />
        <AnchorSelect />
      </div>
      <PlaneLine />
    </div>
  );
}

const usual = 'usual';

function KindSelect() {
  const lab = useLab();
  const { plane: words } = useNetworkText();
  const { kind, seed } = useLabState((state) => state.planeChoice);
  return (
    <>
      <label className={css.choice}>
        <span>{words.kind}</span>
        <select
          data-testid="plane-kind"
          value={kind ?? usual}
          onChange={({ currentTarget: { value } }) =>
            lab.setPlane({ kind: value === usual ? null : (value as PlaneKind) })
          }
        >
          {[usual, ...planeKinds].map((value) => (
            <option key={value} value={value}>
              {words.kinds[value as PlaneKind | 'usual']}
            </option>
          ))}
        </select>
      </label>
      {kind === 'random' && (
        <button type="button" className={css.toggle} onClick={() => lab.setPlane({ seed: seed + 1 })}>
          {words.another}
        </button>
      )}
    </>
  );
}

function AnchorSelect() {
  const lab = useLab();
  const format = useFormats();
  const { plane: words } = useNetworkText();
  const anchor = useLabState((state) => wishOf(state).anchor);
  const choose = (value: string): void => {
    const chosen: PlaneAnchor = value === 'here' ? lab.store.getState().cursor : (value as 'start' | 'along');
    lab.setPlane({ anchor: chosen });
  };
  const isStep = typeof anchor === 'number';
  return (
    <label className={css.choice}>
      <span>{words.anchor}</span>
      <select
        data-testid="plane-anchor"
        value={isStep ? 'there' : anchor}
        onChange={({ currentTarget: { value } }) => choose(value)}
      >
        <option value="start">{words.anchors.start}</option>
        {isStep && <option value="there">{words.anchors.there(format.count(anchor))}</option>}
        <option value="here">{words.anchors.here}</option>
        <option value="along">{words.anchors.along}</option>
      </select>
    </label>
  );
}

function PlaneLine() {
  const words = useNetworkText();
  const format = useFormats();
  const sentences = useReadableState((state) => planeSentences(state, words, format).join(' '));
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={css.planeLine} data-open={isOpen || undefined}>
      <p data-testid="plane-line">{sentences}</p>
      <button type="button" aria-expanded={isOpen} aria-label={words.plane.whole} onClick={() => setOpen(!isOpen)}>
        {isOpen ? '×' : '…'}
      </button>
    </div>
  );
}
