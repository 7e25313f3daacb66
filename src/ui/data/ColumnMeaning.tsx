// What x, y, x1, and x2 are on this run, where they are columns of the reader's own: name, unit, and scale.

import { useLabState } from '../LabContext.tsx';
import css from './data.module.css';
import { useDataText } from './words.ts';

export function ColumnMeaning() {
  const words = useDataText();
  const data = useLabState((state) => state.config.data);
  const scaling = useLabState((state) => state.scaling);
  const { names = [], x } = data ?? {};
  if (x === undefined || scaling === null) return null;
  const features = x[0].length === 1 ? (['x'] as const) : (['x1', 'x2'] as const);
  const symbols = [...features, 'y'] as const;
  const said = symbols.flatMap((symbol, place) => {
    const name = names[place];
    const { shift, scale } = scaling[symbol === 'x' ? 'x1' : symbol];
    const degree = scale !== 1 ? 'standardised' : shift !== 0 ? 'centred' : 'asItIs';
    return name ? [words.meaning[degree]({ symbol, name })] : [];
  });
  return said.length === 0 ? null : (
    <p className={css.note}>
      <bdi>{said.join(' · ')}</bdi>
    </p>
  );
}
