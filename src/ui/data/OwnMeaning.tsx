// The same, loaded where there are such columns.

import { useLabState } from '../LabContext.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';

const ColumnMeaning = lazyPart(() => import('./ColumnMeaning.tsx'), 'ColumnMeaning');

export function OwnMeaning() {
  const isOwn = useLabState((state) => state.config.data !== undefined);
  return isOwn ? (
    <Part around={null}>
      <ColumnMeaning />
    </Part>
  ) : null;
}
