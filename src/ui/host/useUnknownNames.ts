// Says so when the page around this one hides or fixes by a name that nothing here goes by: a slip of its author, whose
// readers would otherwise see what was meant to be hidden.

import { useEffect } from 'react';
import { loadUntold } from '../../lab/missing.ts';
import { useLab } from '../LabContext.tsx';
import { useHostWishes } from './HostContext.tsx';

export function useUnknownNames(): void {
  const lab = useLab();
  const hidden = useHostWishes((wishes) => wishes.hidden);
  const shown = useHostWishes((wishes) => wishes.shown);
  const locked = useHostWishes((wishes) => wishes.locked);
  useEffect(() => {
    let isWanted = true;
    const say = async (): Promise<void> => {
      const names = [...hidden, ...shown, ...locked];
      const notices =
        names.length === 0 ? [] : (await loadUntold(() => import('../../embed/unknownNames.ts'))).unknownNotices(names);
      if (isWanted) lab.renotify('names', notices);
    };
    void say();
    return () => {
      isWanted = false;
    };
  }, [lab, hidden, shown, locked]);
}
