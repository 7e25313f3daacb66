// What x, y, x1, and x2 are on this run, where they are columns of the reader's own: name, unit, scale, and classes.

import { classesOf, className, type OwnData } from '../../training/ownData/ownData.ts';
import type { Scaling } from '../../training/ownData/scaling.ts';
import { useLabState, useReadableState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import css from './data.module.css';
import { type DataText, useDataText } from './words.ts';

export const ColumnMeaning = () => <Note said={useMeaning().join(' · ')} />;

/** How many examples of each class that has a name the network takes for another. */
export const MistakenClasses = () => <Note said={useMistaken()} />;

function Note({ said }: { readonly said: string }) {
  return said === '' ? null : (
    <p className={css.note}>
      <bdi>{said}</bdi>
    </p>
  );
}

/** The same for who hears what the picture of the data shows, with how many examples each class has. */
export function ColumnsHeard() {
  const words = useDataText();
  const format = useFormats();
  const said = useMeaning();
  const data = useLabState((state) => state.config.data);
  const classes = namedClasses(data);
  const counts = Array.from({ length: classes }, (_, own) =>
    words.value({
      name: className(data, own),
      value: format.count(data?.y.filter((target) => target === own).length ?? 0),
    }),
  );
  const mistaken = useMistaken();
  const sentences = [...said, ...(classes > 0 ? [words.classCounts(counts.join(', '))] : [])];
  return [...sentences.map((sentence) => `${sentence}.`), mistaken].join(' ');
}

/** How many classes there are, where they have names; else 0. */
const namedClasses = (data: OwnData | undefined): number => (data?.classes === undefined ? 0 : classesOf(data));

function useMistaken(): string {
  const words = useDataText();
  const format = useFormats();
  const data = useLabState((state) => state.config.data);
  const examples = useLabState((state) => state.examples);
  const decisions = useReadableState((state) => state.detail?.decisions ?? null);
  const classes = namedClasses(data);
  if (examples === null || decisions?.wrong.length !== examples.count || classes === 0) return '';
  const texts = Array.from({ length: classes }, (_, own) => {
    let [count, wrong] = [0, 0];
    for (let row = 0; row < examples.count; row++) {
      if (examples.y[row] !== own) continue;
      count++;
      wrong += decisions.wrong[row];
    }
    return words.mistaken({ name: className(data, own), wrong: format.count(wrong), count: format.count(count) });
  });
  return words.mistakenAre(texts.join(', '));
}

function useMeaning(): readonly string[] {
  const words = useDataText();
  const data = useLabState((state) => state.config.data);
  const scaling = useLabState((state) => state.scaling);
  return data === undefined || scaling === null ? [] : meaningOf(data, scaling, words);
}

/** A sentence for every column that has a name, or classes that have some. */
function meaningOf(data: OwnData, scaling: Scaling, words: DataText): readonly string[] {
  const { names = [], x } = data;
  const features = x[0].length === 1 ? (['x'] as const) : (['x1', 'x2'] as const);
  const classes = namedClasses(data);
  const called = Array.from({ length: classes }, (_, own) =>
    words.meaning.asItIs({ symbol: String(own), name: className(data, own) }),
  ).join(', ');
  return [...features, 'y' as const].flatMap((symbol, place) => {
    const name = names[place];
    const { shift, scale } = scaling[symbol === 'x' ? 'x1' : symbol];
    const degree = scale !== 1 ? 'standardised' : shift !== 0 ? 'centred' : 'asItIs';
    const sentence = name ? words.meaning[degree]({ symbol, name }) : '';
    if (symbol !== 'y' || called === '') return sentence === '' ? [] : [sentence];
    return [`${sentence || symbol}: ${called}`];
  });
}
