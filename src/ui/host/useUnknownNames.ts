// Says so when the page around this one hides or fixes by a name that nothing here goes by: a slip of its author, whose
// readers would otherwise see what was meant to be hidden.

import { useEffect } from 'react';
import { hostNames } from '../../embed/names.ts';
import { didYouMean } from '../../lab/nearMiss.ts';
import { quoted } from '../../training/quoted.ts';
import { useLab } from '../LabContext.tsx';
import { useHostWishes } from './HostContext.tsx';

export function useUnknownNames(): void {
  const lab = useLab();
  const hidden = useHostWishes((wishes) => wishes.hidden);
  const shown = useHostWishes((wishes) => wishes.shown);
  const locked = useHostWishes((wishes) => wishes.locked);
  useEffect(() => {
    const unknown = [...new Set([...hidden, ...shown, ...locked])].filter((name) => !hostNames.includes(name));
    const meant = didYouMean(unknown, hostNames);
    const names = unknown.slice(0, 5).map(quoted).join(', ');
    if (unknown.length === 0) lab.renotify('names', []);
    else if (unknown.length === 1)
      lab.renotify('names', [
        `Nothing here is called ${names}, which the page around this lab hides or fixes.${meant}`,
      ]);
    else
      lab.renotify('names', [
        `Nothing here goes by these names, which the page around this lab hides or fixes: ${names}.${meant}`,
      ]);
  }, [lab, hidden, shown, locked]);
}
