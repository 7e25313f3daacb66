// Saves the section as a picture.

import { useRef, useState } from 'react';
import { readPalette } from '../../drawing/palette.ts';
import { download } from '../../embed/capabilities.ts';
import { labelWidth } from '../plots/labels.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './section.module.css';
import { type SectionFile, sectionSvg } from './sectionFile.ts';
import { useSectionText } from './words.ts';

const fileName = 'minibatch-lab-section.svg';

export function SaveSection({ section, axis }: Pick<SectionFile, 'section' | 'axis'>) {
  const words = useSectionText();
  const format = useFormats();
  const button = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState('');
  const save = (): void => {
    if (button.current === null) return;
    const palette = readPalette(button.current);
    const svg = sectionSvg({ section, axis, palette, title: words.figure, words, format, measure: labelWidth });
    const result = download(fileName, new Blob([svg], { type: 'image/svg+xml' }));
    setSaid(result.ok && result.value === 'expected' ? words.saved(fileName) : words.notSaved);
  };
  return (
    <p className={css.words}>
      <button ref={button} type="button" onClick={save}>
        {words.save}
      </button>{' '}
      <span role="status">{said}</span>
    </p>
  );
}
