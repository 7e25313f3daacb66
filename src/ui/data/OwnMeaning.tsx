// The same, loaded where there are such columns.

import { useLabState } from '../LabContext.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';

const ColumnMeaning = lazyPart(() => import('./ColumnMeaning.tsx'), 'ColumnMeaning');
const ColumnsHeard = lazyPart(() => import('./ColumnMeaning.tsx'), 'ColumnsHeard');
const MistakenClasses = lazyPart(() => import('./ColumnMeaning.tsx'), 'MistakenClasses');

const useIsOwn = (): boolean => useLabState((state) => state.config.data !== undefined);

export function OwnMeaning() {
  return useIsOwn() ? (
    <Part around={null}>
      <ColumnMeaning />
    </Part>
  ) : null;
}

export function OwnMistaken() {
  return useIsOwn() ? (
    <Part around={null}>
      <MistakenClasses />
    </Part>
  ) : null;
}

export function OwnHeard() {
  return useIsOwn() ? (
    <Part around={null}>
      <ColumnsHeard />
    </Part>
  ) : null;
}
