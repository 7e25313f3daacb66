// The theme in force: the host's, until the reader chooses another or the host says another one. Kept in memory only.

import { useEffect, useState } from 'react';
import type { Theme } from './controls/ThemeSelect.tsx';

export function useTheme(wanted: Theme): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(wanted);
  useEffect(() => setTheme(wanted), [wanted]);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
  return [theme, setTheme];
}

/** Lets the page be light while it is printed. Called before anything is shown, so that what listens later finds it so. */
export function lightenPaper(): void {
  const { dataset } = document.documentElement;
  const follow = (isPrinting: boolean): void => {
    if (isPrinting) dataset.printing = '';
    else delete dataset.printing;
  };
  addEventListener('beforeprint', () => follow(true));
  addEventListener('afterprint', () => follow(false));
  const print = matchMedia('print');
  follow(print.matches);
  print.addEventListener('change', ({ matches }) => follow(matches));
}
