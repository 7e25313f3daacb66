// Whether an element of the page can be seen, for what costs something to compute.

import { type RefObject, useEffect, useState } from 'react';
import { watchVisibility } from '../lab/visibility.ts';
import { present } from '../training/present.ts';

/** False until it is known. */
export function useSeen(ref: RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => watchVisibility(present(ref.current), setSeen), [ref]);
  return isSeen;
}
