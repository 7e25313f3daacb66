// The comparison's view: one section at a time.

import { type ComponentType, useEffect, useId, useState } from 'react';
import { ContendersSection } from './ContendersSection.tsx';
import css from './compare.module.css';
import { FloorSection } from './FloorSection.tsx';
import { ResultsSection } from './ResultsSection.tsx';
import { SeedsSection } from './SeedsSection.tsx';
import { SweepSection } from './SweepSection.tsx';
import { useOverlayStore } from './useOverlays.ts';
import { useCompareText } from './words.ts';

const sections = {
  contenders: ContendersSection,
  results: ResultsSection,
  seeds: SeedsSection,
  sweep: SweepSection,
  floor: FloorSection,
} satisfies Record<string, ComponentType>;
type SectionId = keyof typeof sections;

export function ComparePanel() {
  const words = useCompareText();
  const name = useId();
  const [chosen, setChosen] = useState<SectionId>('contenders');
  const Section = sections[chosen];
  const overlays = useOverlayStore();
  useEffect(() => {
    overlays.setState({ hidesFan: chosen === 'sweep' || chosen === 'floor' });
    return () => overlays.setState({ hidesFan: false });
  }, [overlays, chosen]);
  return (
    <div className={css.panel}>
      <div role="radiogroup" aria-label={words.sections} className={css.sections}>
        {(Object.keys(sections) as SectionId[]).map((id) => (
          <label key={id}>
            <input type="radio" name={name} checked={id === chosen} onChange={() => setChosen(id)} />
            {words.section[id]}
          </label>
        ))}
      </div>
      <Section />
    </div>
  );
}
