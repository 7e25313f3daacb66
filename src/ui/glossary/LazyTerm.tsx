// A term whose explanation is loaded after the page: until then the word alone.

import type { ReactNode } from 'react';
import { lazyPart, Part } from '../parts/Part.tsx';
import type { TermId } from './words.ts';

const Term = lazyPart(() => import('./Term.tsx'), 'Term');

export function LazyTerm({ id, children }: { readonly id: TermId; readonly children: ReactNode }) {
  return (
    <Part before={children} around={null}>
      <Term id={id}>{children}</Term>
    </Part>
  );
}
