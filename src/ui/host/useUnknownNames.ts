// Says so when the page around this one hides or fixes by a name that nothing here goes by: a slip of its author, whose
// readers would otherwise see what was meant to be hidden.

import { useEffect } from 'react';
import { isSettingName } from '../../lab/settings.ts';
import { useLab } from '../LabContext.tsx';
import { panels } from '../panels/panelList.ts';
import { useText } from '../text/TextContext.tsx';
import { useHostWishes } from './HostContext.tsx';
import { hideableNames, lockableNames, viewName } from './names.ts';

const known: ReadonlySet<string> = new Set([
  ...hideableNames,
  ...lockableNames,
  ...panels.map(({ id }) => viewName(id)),
]);

export function useUnknownNames(): void {
  const lab = useLab();
  const { frame } = useText();
  const hidden = useHostWishes((wishes) => wishes.hidden);
  const locked = useHostWishes((wishes) => wishes.locked);
  useEffect(() => {
    const unknown = [...new Set([...hidden, ...locked])].filter((name) => !known.has(name) && !isSettingName(name));
    if (unknown.length === 0) return;
    const notice = frame.unknownNames({ names: unknown.join(', '), single: unknown.length === 1 });
    if (!lab.store.getState().notices.includes(notice)) lab.notify([notice]);
  }, [lab, frame, hidden, locked]);
}
