// What is in sight: the few things of a first lesson, or everything. The host's wish, until the reader chooses another or
// the host says another one; a reader's own choice is kept for the next visit where no host has a wish.

import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { keep, readKept } from '../../embed/capabilities.ts';
import type { Level } from '../../embed/wishes.ts';
import { useHostWishes } from '../host/HostContext.tsx';

interface LevelChoice {
  readonly level: Level;
  setLevel(level: Level): void;
}

const LevelContext = createContext<LevelChoice>({ level: 'all', setLevel() {} });

export const useLevel = (): LevelChoice => use(LevelContext);

function keptLevel(): Level {
  const kept = readKept('level');
  return kept.ok && kept.value === 'all' ? 'all' : 'first';
}

export function LevelProvider({ children }: { readonly children: ReactNode }) {
  const wished = useHostWishes((wishes) => wishes.level);
  const [level, setLevel] = useState<Level>(() => wished ?? keptLevel());
  useEffect(() => {
    if (wished !== null) setLevel(wished);
  }, [wished]);
  const choose = (next: Level): void => {
    setLevel(next);
    if (wished === null) keep('level', next);
  };
  return <LevelContext value={{ level, setLevel: choose }}>{children}</LevelContext>;
}
