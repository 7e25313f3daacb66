// What is said of the reader's own columns, loaded where there are some.

import type { ReactNode } from 'react';
import { useLabState } from '../LabContext.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';

const ColumnMeaning = lazyPart(() => import('./ColumnMeaning.tsx'), 'ColumnMeaning');
const ColumnsHeard = lazyPart(() => import('./ColumnMeaning.tsx'), 'ColumnsHeard');
const MistakenClasses = lazyPart(() => import('./ColumnMeaning.tsx'), 'MistakenClasses');

export const OwnMeaning = () => (
  <OfOwn>
    <ColumnMeaning />
  </OfOwn>
);

export const OwnMistaken = () => (
  <OfOwn>
    <MistakenClasses />
  </OfOwn>
);

export const OwnHeard = () => (
  <OfOwn>
    <ColumnsHeard />
  </OfOwn>
);

function OfOwn({ children }: { readonly children: ReactNode }) {
  const isOwn = useLabState((state) => state.config.data !== undefined);
  return isOwn ? <Part around={null}>{children}</Part> : null;
}
